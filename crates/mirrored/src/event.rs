//! What the parts say to each other, and everything that can be seen to happen.

use base::{ClientId, Noted, RequestId, ZoneId};
use serde::Serialize;

use crate::mysql::{Happening, Kind, WriteId};
use crate::part::Part;

/// A message on the network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Message {
    /// Client to instance: a question.
    Ask(RequestId),
    /// Instance to client: the answer.
    Answer(RequestId),
    /// Blocks to write, down the chain (W-21).
    Write {
        /// Which write.
        write: WriteId,
        /// What kind of data (W-20).
        kind: Kind,
        /// How many bytes.
        bytes: u32,
    },
    /// Up the chain: the blocks are on every disk below.
    Done(WriteId),
    /// Binary log to the object store (W-25).
    Archive {
        /// How many bytes.
        bytes: u32,
    },
}

/// Why a message did not arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LostWhy {
    /// Its way is cut.
    Cut,
    /// The receiver is stopped.
    Stopped,
}

/// Something that has happened; the journal adds when, and because of which event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// The run began.
    RunBegan {
        /// Its seed.
        seed: u64,
    },
    /// A client has a question: this begins its story.
    Asked {
        /// The request.
        request: RequestId,
        /// Who asks.
        client: ClientId,
        /// Whether it is a write.
        write: bool,
    },
    /// A message left.
    Sent {
        /// From whom.
        from: Part,
        /// To whom.
        to: Part,
        /// What.
        message: Message,
    },
    /// A message arrived; its cause is its being sent.
    Delivered {
        /// From whom.
        from: Part,
        /// To whom.
        to: Part,
    },
    /// A message got lost; its connection repeats it.
    Lost {
        /// From whom.
        from: Part,
        /// To whom.
        to: Part,
        /// Why.
        why: LostWhy,
    },
    /// A disk has written the blocks.
    Persisted {
        /// Whose disk.
        part: Part,
        /// Which write.
        write: WriteId,
    },
    /// The volume of the primary and its mirror have the blocks: steps 1 and 2 are done (W-21).
    PairDone {
        /// Which write.
        write: WriteId,
    },
    /// All four disks have the blocks: steps 3 to 5 are done too.
    ChainDone {
        /// Which write.
        write: WriteId,
    },
    /// A part stopped.
    PartStopped {
        /// Which.
        part: Part,
    },
    /// A part is back.
    PartRestarted {
        /// Which.
        part: Part,
    },
    /// A disk has become so many times slower than usual (1: as usual).
    DiskSlowed {
        /// Whose.
        part: Part,
        /// How many times.
        times: u32,
    },
    /// The way between two parts has become so many times longer than usual (1: as usual).
    LinkSlowed {
        /// One end.
        from: Part,
        /// The other.
        to: Part,
        /// How many times.
        times: u32,
    },
    /// A zone is cut off from everything outside it.
    ZoneCut {
        /// The zone.
        zone: ZoneId,
    },
    /// A zone is reachable again.
    ZoneHealed {
        /// The zone.
        zone: ZoneId,
    },
    /// Clients began to work by themselves.
    LoadStarted,
    /// Clients stopped asking by themselves.
    LoadStopped,
    /// Something happened inside the database.
    #[serde(untagged)]
    Database(Happening),
}

impl Noted for Event {}
