//! One run of the mirrored machine: database, chain, kernel, and the order of things.

mod act;
mod counters;
mod look;
mod step;

use std::sync::Arc;

use base::{
    Chance, ClientId, Digest, EventId, Keep, RequestId, SimSpan, SimTime, Stream, Window, ZONES,
    ZoneId,
};
use sim::{Agenda, Due, Journal, Network, Place, SiteId};
use world::{Clients, Load, Operation, Turn, VISITOR};

use crate::chain::{Chain, Progress};
use crate::config::MirroredConfig;
use crate::constants::{REPEAT_AFTER, ios_of};
use crate::disk::Disk;
use crate::event::{Event, LostWhy, Message};
use crate::latencies::Latencies;
use crate::mysql::{Effect, Happening, Kind, Mysql, WriteId};
use crate::part::Part;

pub use act::Refusal;
pub use counters::{Counters, KindCount};

/// Newest commit latencies that are remembered one by one.
const NEWEST: usize = 64;

/// A message on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flight {
    /// From whom.
    pub from: Part,
    /// To whom.
    pub to: Part,
    /// What.
    pub message: Message,
    /// The event of its being sent.
    pub sent: EventId,
    /// When it left.
    pub sent_at: SimTime,
    /// Whether its way was cut when it left.
    pub lost: bool,
}

/// Something booked in the agenda.
#[derive(Clone, Copy, Debug)]
enum Booked {
    Arrival(Flight),
    /// A disk has written blocks, if it is still in that life.
    Written {
        part: Part,
        write: WriteId,
        life: u32,
        cause: EventId,
    },
    Client(Turn),
    /// A connection repeats what was lost on it.
    Repeat {
        from: Part,
        to: Part,
        message: Message,
        lost: EventId,
    },
}

/// What one step did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The moment.
    pub at: SimTime,
    /// The first event it caused; events from here to the end of the journal are its doing.
    pub first_event: EventId,
}

/// A request without an answer.
#[derive(Clone, Debug)]
struct Open {
    client: ClientId,
    operation: Operation,
    asked_at: SimTime,
}

/// One run of MySQL on mirrored disks.
#[derive(Clone, Debug)]
pub struct MirroredWorld {
    config: Arc<MirroredConfig>,
    seed: u64,
    agenda: Agenda<Booked>,
    network: Network,
    weather: Chance,
    journal: Journal<Event>,
    clients: Clients,
    open: Window<Open>,
    next_request: RequestId,
    mysql: Mysql,
    chain: Chain,
    disks: [Disk; Part::CHAIN.len()],
    slow: [u32; Part::CHAIN.len()],
    counters: Counters,
    latencies: Latencies,
    newest: std::collections::VecDeque<SimSpan>,
    steps: u64,
}

impl MirroredWorld {
    /// A run that has not begun to move: an empty database, all parts up, no clients at work.
    ///
    /// # Panics
    /// If the topology does not pass [`world::Topology::check`].
    pub fn new(config: MirroredConfig, seed: u64, keep: Keep) -> MirroredWorld {
        config.topology.check().expect("a checked topology");
        let mut journal = Journal::new(keep);
        journal.note(SimTime::ZERO, None, Event::RunBegan { seed });
        MirroredWorld {
            seed,
            agenda: Agenda::default(),
            network: config.network(),
            weather: Chance::new(seed, Stream::Network),
            journal,
            clients: Clients::new(Chance::new(seed, Stream::Clients)),
            open: Window::default(),
            next_request: RequestId(0),
            mysql: Mysql::new(config.redo_capacity_bytes, config.flush_batch_pages),
            chain: Chain::default(),
            disks: Part::CHAIN.map(|part| Disk::new(part, io_span(&config, 1))),
            slow: [1; Part::CHAIN.len()],
            counters: Counters::default(),
            latencies: Latencies::default(),
            newest: std::collections::VecDeque::new(),
            steps: 0,
            config: Arc::new(config),
        }
    }
}

fn site_of(part: Part) -> SiteId {
    SiteId(part.site())
}

fn io_span(config: &MirroredConfig, times: u32) -> SimSpan {
    SimSpan::from_micros(u64::from(config.topology.disk_micros) * u64::from(times))
}
