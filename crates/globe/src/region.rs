//! One Region of a globe.

use std::collections::VecDeque;

use base::{EventId, Lsn, RegionId, SimSpan, SimTime};
use world::{Range, World};

use crate::commits::Commits;
use crate::forwarding::Forwarding;
use crate::globe::Change;
use crate::names::DatabaseId;

/// How a Region's cluster stands in its database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It is the primary, or a secondary that can be read.
    Well,
    /// Its volume is being filled, and it cannot be read (G-36).
    Rebuilding {
        /// It is well when it has so many items of the feed.
        until: u64,
    },
    /// It was the primary until another Region took over without asking it. Its volume will be replaced (G-37).
    Replaced,
}

/// How far redo has come on its way to a secondary.
#[derive(Clone, Debug, Default)]
pub(crate) struct Follower {
    /// Items of the feed that were sent.
    pub sent: u64,
    /// Items that have arrived.
    pub received: u64,
    /// Items that are durable there.
    pub done: u64,
    /// Items the primary knows to be durable there.
    pub known: u64,
    /// Where the log stands there, as the primary knows it.
    pub known_upto: Lsn,
    /// One that was filled lacks more than can be said until the primary knows it to have so many items.
    pub filled_at: u64,
    /// What is on its way counts only if it was sent in this one.
    pub generation: u32,
    /// Arrived, and not given to the agent yet.
    pub inbox: VecDeque<u64>,
    /// The agent declares this void just now.
    pub reopening: Option<Range>,
    /// When the link has carried what it was given.
    pub link_free_at: SimTime,
    /// When what was sent last will arrive.
    pub last_arrival: SimTime,
    /// When each item on its way was sent, and when it will arrive.
    pub on_the_way: VecDeque<(SimTime, SimTime)>,
    /// How long the newest item that is known to be durable there took.
    pub sample: SimSpan,
}

impl Follower {
    /// Of a Region that has so many items of the feed.
    pub fn having(items: u64, upto: Lsn, generation: u32) -> Follower {
        Follower {
            sent: items,
            received: items,
            done: items,
            known: items,
            known_upto: upto,
            generation,
            ..Follower::default()
        }
    }

    /// What is on its way will not arrive, and is sent again when it can be.
    pub fn break_off(&mut self) {
        self.generation += 1;
        self.sent = self.received;
        self.on_the_way.clear();
        self.link_free_at = SimTime::ZERO;
        self.last_arrival = SimTime::ZERO;
    }
}

/// One Region.
#[derive(Clone, Debug)]
pub(crate) struct Region {
    pub id: RegionId,
    /// Counts the clusters there were in it.
    pub number: u32,
    pub world: World,
    pub database: DatabaseId,
    /// Events of its journal that have been looked at.
    pub seen: EventId,
    /// When something happens there next.
    pub due: SimTime,
    pub up: bool,
    pub status: Status,
    /// The RPO limit of its parameter group, in seconds (G-55).
    pub rpo_seconds: Option<u32>,
    /// Instances there are.
    pub instances: u8,
    /// The volume is fenced off (G-35).
    pub fenced: bool,
    /// A person has stopped writes.
    pub stopped: bool,
    /// It went dark while it was being detached: how that is to end.
    pub detached: Option<Change>,
    /// When it acknowledged a commit last.
    pub last_acknowledged: Option<SimTime>,
    /// How write forwarding is set, and the sessions that have a connection for it, with when they used it last.
    pub forwarding: Forwarding,
    pub forwarded: Vec<(u16, SimTime)>,
    pub follower: Follower,
    /// Commits made here, as long as they are of interest.
    pub commits: Commits,
}

impl Region {
    /// Whether writes are taken there, if it is there.
    pub fn takes_writes(&self) -> bool {
        self.up && !self.world.follows() && !self.world.is_closed()
    }
}
