//! The names of the elements that the components leave empty, for whoever owns the frames to fill.

use base::{CopyId, ReaderId};

/// The image of the ways between sites, under the cards.
pub const WIRES: &str = "wires";
/// The canvas of the messages on their way, under the cards.
pub const MESSAGES: &str = "messages";
/// The canvas of the messages among copies, below their cards.
pub const AMONG_COPIES: &str = "among-copies";
/// The stage that holds them.
pub const STAGE: &str = "stage";
/// The canvas of the timeline.
pub const TIMELINE: &str = "timeline";
/// The handle on the timeline.
pub const PLAYHEAD: &str = "playhead";
/// The simulated time.
pub const CLOCK: &str = "clock";
/// How many have acknowledged, in the ring.
pub const RING_COUNT: &str = "ring-count";
/// How many must.
pub const RING_OF: &str = "ring-of";
/// The box of the ring.
pub const RING: &str = "ring";
/// The canvas of the ring.
pub const RING_PICTURE: &str = "ring-picture";
/// What the writer is doing.
pub const WRITER_STATUS: &str = "writer-status";
/// What waits at the writer.
pub const WRITER_QUEUE: &str = "writer-queue";
/// The bar of the ruler.
pub const TRACK: &str = "track";
/// The canvas of the ruler.
pub const TRACK_PICTURE: &str = "track-picture";
/// The canvas of the volume's map.
pub const VOLUME_PICTURE: &str = "volume-picture";
/// Ticks of the ruler there are elements for.
pub const TICKS: usize = 6;
/// Lanes of clients there are elements for.
pub const LANES: usize = 5;

/// What a reader is doing.
pub fn reader_status(reader: ReaderId) -> String {
    format!("reader-status-{}", reader.0)
}

/// What became of the records a reader has heard of.
pub fn reader_records(reader: ReaderId) -> String {
    format!("reader-records-{}", reader.0)
}

/// The status of a copy.
pub fn copy_status(copy: CopyId) -> String {
    format!("status-{copy}")
}

/// What a copy does next.
pub fn copy_next(copy: CopyId) -> String {
    format!("next-{copy}")
}

/// The tape of a copy: the first or second that is drawn.
pub fn tape(copy: CopyId, shelf: usize) -> String {
    format!("tape-{copy}-{shelf}")
}

/// The box around the tapes of a copy.
pub fn shelves(copy: CopyId) -> String {
    format!("shelves-{copy}")
}

/// The canvas of a copy's tapes.
pub fn copy_picture(copy: CopyId) -> String {
    format!("picture-{copy}")
}

/// The SCL below a tape.
pub fn scl(copy: CopyId, shelf: usize) -> String {
    format!("scl-{copy}-{shelf}")
}

/// A client, by its place.
pub fn chip(lane: usize) -> String {
    format!("chip-{lane}")
}

/// What a client asks.
pub fn chip_what(lane: usize) -> String {
    format!("chip-what-{lane}")
}

/// The VDL on the ruler.
pub const PIN_VDL: &str = "pin-vdl";
/// The VCL on the ruler.
pub const PIN_VCL: &str = "pin-vcl";
/// A waiting commit on the ruler.
pub const PIN_COMMIT: &str = "pin-commit";

/// The PGCL of the first or second group that is drawn, on the ruler.
pub fn pin_pgcl(place: usize) -> String {
    format!("pin-pgcl-{place}")
}

/// A number of the ruler.
pub fn tick(place: usize) -> String {
    format!("tick-{place}")
}

/// Circles there are for redo on its way to a Region.
pub const REDO: usize = 8;

/// Redo on its way to a Region.
pub fn redo(region: base::RegionId, place: usize) -> String {
    format!("redo-{}-{place}", region.0)
}

/// A Region on the map.
pub fn place(region: base::RegionId) -> String {
    format!("place-{}", region.0)
}
