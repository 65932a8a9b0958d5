//! The names of the elements that the components leave empty, for whoever owns the frames to fill.

use base::{CopyId, GroupId};

/// The canvas of the ways between sites, under the cards.
pub const WIRES: &str = "wires";
/// The canvas of the messages on their way, under the cards.
pub const MESSAGES: &str = "messages";
/// The canvas of tapes, safes, ring and ruler, on the cards.
pub const PICTURES: &str = "pictures";
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
/// What the writer is doing.
pub const WRITER_STATUS: &str = "writer-status";
/// What waits at the writer.
pub const WRITER_QUEUE: &str = "writer-queue";
/// The bar of the ruler.
pub const TRACK: &str = "track";
/// The row above it.
pub const ABOVE: &str = "above";
/// Ticks of the ruler there are elements for.
pub const TICKS: usize = 6;
/// Lanes of clients there are elements for.
pub const LANES: usize = 5;

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

/// A mark of the ruler: `vdl`, `vcl`, `commit`, `pgcl-0`, `pgcl-1`.
pub fn pin(name: &str) -> String {
    format!("pin-{name}")
}

/// A number of the ruler.
pub fn tick(place: usize) -> String {
    format!("tick-{place}")
}

/// What a group can do.
pub fn group_state(group: GroupId) -> String {
    format!("ability-{}", group.number())
}
