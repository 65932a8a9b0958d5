//! What a person looks at closely.

use base::{CopyId, EventId, GroupId, ReaderId, ZoneId};
use world::Site;

/// The thing that is selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Focus {
    /// The writer.
    Writer,
    /// A reader.
    Reader(ReaderId),
    /// The clients.
    Clients,
    /// An Availability Zone.
    Zone(ZoneId),
    /// A copy's storage node, with its segment of every group.
    Copy(CopyId),
    /// A protection group; its tapes are the ones drawn.
    Group(GroupId),
    /// The way between two sites; mostly the writer and a copy.
    Link(Site, Site),
    /// Something that has happened.
    Event(EventId),
}
