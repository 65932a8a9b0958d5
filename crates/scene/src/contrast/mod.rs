//! Aurora against mirrored MySQL, as plain values.
//!
//! [`contrast_table`] sets the figures of both sides beside each other and beside the published ones;
//! [`mirrored_view`] is the mirrored machine at a moment, [`mirrored_flights`] what moves in it, and
//! [`mirrored_line`] an event of it in words. Aurora's side is shown as everywhere else.

mod board;
mod line;
mod picture;
mod table;

pub use board::contrast_board;
pub use line::{mirrored_line, mirrored_refusal};
pub use picture::{MirroredFlight, MirroredView, PartView, mirrored_flights, mirrored_view};
pub use table::{ContrastRow, Times, contrast_notes, contrast_table};

use base::Phrase;
use mirrored::{Kind, Part};
use world::VISITOR;

/// What a part is called.
pub fn part_name(part: Part) -> Phrase {
    match part {
        Part::Instance => Phrase::new("mirrored-instance"),
        Part::Volume => Phrase::new("mirrored-volume"),
        Part::Mirror => Phrase::new("mirrored-mirror"),
        Part::Standby => Phrase::new("mirrored-standby"),
        Part::StandbyVolume => Phrase::new("mirrored-standby-volume"),
        Part::StandbyMirror => Phrase::new("mirrored-standby-mirror"),
        Part::ObjectStore => Phrase::new("mirrored-object-store"),
        Part::Client(VISITOR) => Phrase::new("who-visitor"),
        Part::Client(client) => Phrase::new("who-client").with("number", client.0),
    }
}

/// What a block write carries (W-20).
pub fn kind_name(kind: Kind) -> Phrase {
    Phrase::new(match kind {
        Kind::Redo => "mirrored-redo",
        Kind::Binlog => "mirrored-binlog",
        Kind::DoubleWrite => "mirrored-double-write",
        Kind::Page => "mirrored-page",
        Kind::Metadata => "mirrored-metadata",
    })
}
