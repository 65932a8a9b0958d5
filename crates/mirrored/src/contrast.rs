//! Aurora and mirrored MySQL on one clock, with the same clients, and what each of them costs.
//!
//! Both worlds draw what clients ask from the same stream of the same seed. So their n-th request is the same request,
//! unless clients think between two of theirs: then the order of the answers decides who asks next.
//! On Aurora's side nothing is counted inside: everything is read off the journal. Every batch of records that leaves
//! the writer for a copy is a write (E-4).

use base::{EventId, Keep, RequestId, SimTime, Window};
use serde::Serialize;
use world::{Address, Command, Event, Given, Happening, Load, Message, Run, Topology, World};

use crate::config::MirroredConfig;
use crate::constants::{AURORA_RECORD_HEADER_BYTES, BUSY_CALL_MICROS, ios_of};
use crate::latencies::Latencies;
use crate::mirrored_world::{MirroredWorld, Refusal};

/// Steps after which the journal is read at the latest: fewer entries than are kept.
const READ_EVERY: u64 = 256;
/// Journal entries kept on each side, when only figures are wanted.
const KEPT: Keep = Keep::Newest(1 << 16);

/// What one side has done, and what it cost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Side {
    /// Transactions committed.
    pub transactions: u64,
    /// Reads answered.
    pub reads: u64,
    /// I/Os of the database node.
    pub ios: u64,
    /// Bytes it sent with them.
    pub bytes: u64,
    /// I/Os of one storage node, on average over them.
    pub storage_node_ios: u64,
    /// Median commit latency in microseconds, if there were commits.
    pub p50_micros: Option<u64>,
    /// That of 95 in 100.
    pub p95_micros: Option<u64>,
    /// That of 99 in 100.
    pub p99_micros: Option<u64>,
    /// Requests without an answer.
    pub waiting: u64,
}

impl Side {
    /// I/Os of the database node for each 1,000 transactions.
    pub fn ios_per_1000(&self) -> Option<u64> {
        per_1000(self.ios, self.transactions)
    }

    /// I/Os of one storage node for each 1,000 transactions.
    pub fn storage_node_ios_per_1000(&self) -> Option<u64> {
        per_1000(self.storage_node_ios, self.transactions)
    }

    /// Bytes of the database node for each transaction.
    pub fn bytes_each(&self) -> Option<u64> {
        self.bytes.checked_div(self.transactions)
    }

    fn with_latencies(mut self, latencies: &Latencies) -> Side {
        let rank = |permille| latencies.permille(permille).map(|span| span.micros());
        [self.p50_micros, self.p95_micros, self.p99_micros] = [500, 950, 990].map(rank);
        self
    }
}

fn per_1000(count: u64, transactions: u64) -> Option<u64> {
    (count * 1_000).checked_div(transactions)
}

/// The side on which something happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stepped {
    /// In the Aurora cluster.
    Aurora(world::Step),
    /// In mirrored MySQL.
    Mirrored(crate::mirrored_world::Step),
}

/// What is read off the journal of an Aurora cluster.
#[derive(Clone, Debug, Default)]
struct AuroraTally {
    next: EventId,
    ios: u64,
    bytes: u64,
    /// I/Os to each of the six storage nodes.
    node_ios: [u64; base::COPIES as usize],
    asked: Window<SimTime>,
    latencies: Latencies,
    /// The run whose bytes were counted last: it goes to six copies.
    counted: Option<(Run, u32)>,
}

impl AuroraTally {
    fn follow(&mut self, world: &World) {
        for (_, entry) in world.journal().since(self.next) {
            match entry.event {
                Event::Asked {
                    request,
                    write: true,
                    ..
                } => self.asked.add(request.0, entry.at),
                Event::Sent {
                    from: Address::Instance(_),
                    to: Address::Segment(segment),
                    message: Message::Write(run),
                } => {
                    let bytes = self.bytes_of(run, world);
                    let ios = u64::from(ios_of(bytes));
                    self.ios += ios;
                    self.bytes += u64::from(bytes);
                    self.node_ios[segment.copy().0 as usize] += ios;
                }
                Event::Database(Happening::CommitAcknowledged { request, .. }) => {
                    self.committed(request, entry.at);
                }
                _ => {}
            }
        }
        self.next = world.journal().next_id();
    }

    fn committed(&mut self, request: RequestId, at: SimTime) {
        if let Some(asked) = self.asked.take(request.0) {
            self.latencies.add(at.since(asked));
        }
    }

    fn bytes_of(&mut self, run: Run, world: &World) -> u32 {
        if let Some((counted, bytes)) = self.counted
            && counted == run
        {
            return bytes;
        }
        let log = world.log();
        let mut text = Vec::new();
        for place in log.places_of(run) {
            log.change(log.at_place(run.group, place))
                .write_to(&mut text);
        }
        let bytes = run.len * AURORA_RECORD_HEADER_BYTES + text.len() as u32;
        self.counted = Some((run, bytes));
        bytes
    }
}

/// Both machines.
#[derive(Clone, Debug)]
pub struct Contrast {
    aurora: World,
    mirrored: MirroredWorld,
    tally: AuroraTally,
}

impl Contrast {
    /// An ordinary cluster whose writer is busy enough for batches to form.
    pub fn busy_topology() -> Topology {
        Topology {
            call_micros: BUSY_CALL_MICROS,
            ..Topology::default()
        }
    }

    /// Both at rest, with the same delays and disks, and the same seed.
    ///
    /// # Panics
    /// If the topology does not pass [`Topology::check`].
    pub fn new(topology: Topology, seed: u64) -> Contrast {
        Contrast::with_keep(topology, seed, KEPT)
    }

    /// As [`Contrast::new`], keeping so much of both journals, at least some thousands of entries.
    ///
    /// # Panics
    /// If the topology does not pass [`Topology::check`].
    pub fn with_keep(topology: Topology, seed: u64, keep: Keep) -> Contrast {
        Contrast {
            mirrored: MirroredWorld::new(MirroredConfig::beside(&topology), seed, keep),
            aurora: World::new(topology, seed, keep),
            tally: AuroraTally::default(),
        }
    }

    /// The moment both have reached.
    pub fn now(&self) -> SimTime {
        self.aurora.now()
    }

    /// The Aurora cluster.
    pub fn aurora(&self) -> &World {
        &self.aurora
    }

    /// Mirrored MySQL.
    pub fn mirrored(&self) -> &MirroredWorld {
        &self.mirrored
    }

    /// Mirrored MySQL, to do something to it alone.
    pub fn mirrored_mut(&mut self) -> &mut MirroredWorld {
        &mut self.mirrored
    }

    /// Carries a command out on Aurora's side, and what it asks for on both sides: requests, loads, and cut zones. What
    /// is done to Aurora's copies has no counterpart. Returns whether mirrored MySQL took part.
    ///
    /// # Errors
    /// Why it makes no sense on Aurora's side; nothing has changed then.
    pub fn give(&mut self, command: &Command) -> Result<bool, world::Refusal> {
        let given = self.aurora.give(command)?;
        self.tally.follow(&self.aurora);
        if let Given::Asked(request) = given
            && let Some(request) = self.aurora.request(request)
        {
            self.mirrored.ask(request.operation.clone());
            return Ok(true);
        }
        let done: Result<(), Refusal> = match command {
            Command::StartLoad(load) => self.mirrored.start_load(*load),
            Command::StopLoad {} => self.mirrored.stop_load(),
            Command::CutZone { zone } => self.mirrored.set_zone_cut(*zone, true),
            Command::HealZone { zone } => self.mirrored.set_zone_cut(*zone, false),
            _ => return Ok(false),
        };
        done.expect("what makes sense there makes sense here");
        Ok(true)
    }

    /// The same load on both.
    ///
    /// # Errors
    /// If clients cannot work like this.
    pub fn start_load(&mut self, load: Load) -> Result<(), world::Refusal> {
        self.give(&Command::StartLoad(load)).map(|_| ())
    }

    /// When something happens next on either side, if nothing is done to them.
    pub fn next_due(&self) -> Option<SimTime> {
        let both = [self.aurora.next_due(), self.mirrored.next_due()];
        both.into_iter().flatten().min()
    }

    /// Lets the next thing happen if it is due by `until`, on the side where it is due first; Aurora's goes before if
    /// both are due at the same moment. `None` if nothing is due by then.
    pub fn step_until(&mut self, until: SimTime) -> Option<Stepped> {
        let due = |side: Option<SimTime>| side.filter(|due| *due <= until);
        let [aurora, mirrored] = [self.aurora.next_due(), self.mirrored.next_due()].map(due);
        let aurora_first = aurora.is_some_and(|ours| mirrored.is_none_or(|theirs| ours <= theirs));
        if aurora_first && let Some(step) = self.aurora.step_until(mirrored.unwrap_or(until)) {
            self.tally.follow(&self.aurora);
            return Some(Stepped::Aurora(step));
        }
        // What was due there may have come to nothing.
        if let Some(step) = self.mirrored.step_until(until) {
            return Some(Stepped::Mirrored(step));
        }
        let step = self.aurora.step_until(until)?;
        self.tally.follow(&self.aurora);
        Some(Stepped::Aurora(step))
    }

    /// Lets both run up to and including `until`, but each at most `most_steps` steps. Returns whether both got there.
    pub fn run_until(&mut self, until: SimTime, most_steps: u64) -> bool {
        let mut left = most_steps;
        let arrived = loop {
            let now = left.min(READ_EVERY);
            let arrived = self.aurora.run_until(until, now);
            self.tally.follow(&self.aurora);
            left -= now;
            if arrived || left == 0 {
                break arrived;
            }
        };
        self.mirrored.run_until(until, most_steps) && arrived
    }

    /// What Aurora has done so far.
    pub fn aurora_side(&self) -> Side {
        let counters = self.aurora.counters();
        let nodes = self.tally.node_ios;
        Side {
            transactions: counters.commits,
            reads: counters.reads,
            ios: self.tally.ios,
            bytes: self.tally.bytes,
            storage_node_ios: nodes.iter().sum::<u64>() / nodes.len() as u64,
            waiting: self.aurora.open_requests_count(),
            ..Side::default()
        }
        .with_latencies(&self.tally.latencies)
    }

    /// What mirrored MySQL has done so far.
    pub fn mirrored_side(&self) -> Side {
        let counters = self.mirrored.counters();
        let all = counters.all();
        let nodes = counters.disk_ios;
        Side {
            transactions: counters.commits,
            reads: counters.reads,
            ios: all.ios,
            bytes: all.bytes,
            storage_node_ios: nodes.iter().sum::<u64>() / nodes.len() as u64,
            waiting: self.mirrored.open_requests_count(),
            ..Side::default()
        }
        .with_latencies(self.mirrored.latencies())
    }
}
