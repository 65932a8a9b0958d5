//! One run of the mirrored machine: database, chain, kernel, and the order of things.

use std::sync::Arc;

use base::{
    Chance, ClientId, Digest, EventId, Keep, RequestId, SimSpan, SimTime, Stream, Window, ZONES,
    ZoneId,
};
use serde::Serialize;
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

/// Block writes of one kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct KindCount {
    /// Writes.
    pub writes: u64,
    /// I/Os they were.
    pub ios: u64,
    /// Bytes.
    pub bytes: u64,
}

/// Plain counts of what has happened so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counters {
    /// Messages that arrived.
    pub delivered: u64,
    /// Messages that were lost.
    pub lost: u64,
    /// Commits acknowledged.
    pub commits: u64,
    /// Reads answered.
    pub reads: u64,
    /// Block writes of the instance, by kind, in the order of [`Kind::ALL`].
    pub kinds: [KindCount; Kind::ALL.len()],
    /// I/Os that arrived at each of the four disks, in the order of [`Part::DISKS`].
    pub disk_ios: [u64; Part::DISKS.len()],
    /// Bytes of binary log sent to the object store (W-25).
    pub archived_bytes: u64,
}

impl Counters {
    /// All block writes of the instance.
    pub fn all(&self) -> KindCount {
        let zero = KindCount::default();
        self.kinds.iter().fold(zero, |sum, kind| KindCount {
            writes: sum.writes + kind.writes,
            ios: sum.ios + kind.ios,
            bytes: sum.bytes + kind.bytes,
        })
    }

    /// Block writes of one kind.
    pub fn of(&self, kind: Kind) -> KindCount {
        self.kinds[kind as usize]
    }
}

/// What one step did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The moment.
    pub at: SimTime,
    /// The first event it caused; events from here to the end of the journal are its doing.
    pub first_event: EventId,
}

/// Why something makes no sense now. Nothing has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The part cannot be stopped, or has no disk: only those of the chain.
    NotOfTheChain(Part),
    /// The part is stopped already.
    AlreadyStopped(Part),
    /// The part is running.
    NotStopped(Part),
    /// The zone is cut off already, or is not.
    Zone(ZoneId),
    /// The number is too small or too large.
    OutOfRange,
    /// No load is at work.
    NoLoad,
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

    // ---- Looking ----

    /// The moment the run has reached.
    pub fn now(&self) -> SimTime {
        self.agenda.now()
    }

    /// The seed of its chance.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// What it consists of.
    pub fn config(&self) -> &MirroredConfig {
        &self.config
    }

    /// Everything that has happened (as far as it is kept).
    pub fn journal(&self) -> &Journal<Event> {
        &self.journal
    }

    /// The fingerprint of everything that has happened.
    pub fn digest(&self) -> Digest {
        self.journal.digest()
    }

    /// The database.
    pub fn mysql(&self) -> &Mysql {
        &self.mysql
    }

    /// Block writes under way.
    pub fn chain(&self) -> &Chain {
        &self.chain
    }

    /// A part of the chain below the instance.
    pub fn disk(&self, part: Part) -> Option<&Disk> {
        Some(&self.disks[part.place()?])
    }

    /// Whether a part is running; what is not part of the chain always is.
    pub fn is_up(&self, part: Part) -> bool {
        self.disk(part).is_none_or(Disk::is_up)
    }

    /// Whether a zone is cut off.
    pub fn is_zone_cut(&self, zone: ZoneId) -> bool {
        self.network.is_place_cut(Place(zone.0))
    }

    /// How many times slower than usual a part's disk is.
    pub fn disk_slowness(&self, part: Part) -> u32 {
        part.place().map_or(1, |place| self.slow[place])
    }

    /// How many times longer than usual the way between two parts is.
    pub fn link_slowness(&self, from: Part, to: Part) -> u32 {
        self.network.link_permille(site_of(from), site_of(to)) / sim::FULL_SPEED_PERMILLE
    }

    /// Messages on their way and when they are due, the next one first.
    pub fn in_flight(&self) -> impl Iterator<Item = (SimTime, &Flight)> {
        self.agenda.iter().filter_map(|due| match due.what {
            Booked::Arrival(flight) => Some((due.at, flight)),
            _ => None,
        })
    }

    /// How the clients work by themselves.
    pub fn load(&self) -> Option<Load> {
        self.clients.load()
    }

    /// Requests without an answer: which, whose, what and since when, oldest first.
    pub fn open_requests(
        &self,
    ) -> impl DoubleEndedIterator<Item = (RequestId, ClientId, &Operation, SimTime)> {
        let all = self.open.iter();
        all.map(|(id, open)| (RequestId(id), open.client, &open.operation, open.asked_at))
    }

    /// How many requests are without an answer.
    pub fn open_requests_count(&self) -> u64 {
        self.open.len()
    }

    /// How long commits took, from being asked for to being acknowledged by the database.
    pub fn latencies(&self) -> &Latencies {
        &self.latencies
    }

    /// The newest of these, the oldest first.
    pub fn newest_latencies(&self) -> impl DoubleEndedIterator<Item = SimSpan> + ExactSizeIterator {
        self.newest.iter().copied()
    }

    /// What has happened so far, in numbers.
    pub fn counters(&self) -> Counters {
        self.counters
    }

    /// How many steps the run has made.
    pub fn steps(&self) -> u64 {
        self.steps
    }

    /// When something happens next, if nothing is done to the run.
    pub fn next_due(&self) -> Option<SimTime> {
        self.agenda.next_due()
    }

    // ---- Doing ----

    /// Lets clients work by themselves, in place of those that do so already.
    ///
    /// # Errors
    /// If clients cannot work like this.
    pub fn start_load(&mut self, load: Load) -> Result<(), Refusal> {
        load.check().map_err(|_| Refusal::OutOfRange)?;
        self.note(None, Event::LoadStarted);
        for (at, turn) in self
            .clients
            .start(self.agenda.now(), load, self.next_request)
        {
            self.agenda.book(at, Booked::Client(turn));
        }
        Ok(())
    }

    /// Lets clients ask no more by themselves; what they have asked is still answered.
    ///
    /// # Errors
    /// If none is at work.
    pub fn stop_load(&mut self) -> Result<(), Refusal> {
        if self.clients.load().is_none() {
            return Err(Refusal::NoLoad);
        }
        self.clients.stop();
        self.note(None, Event::LoadStopped);
        Ok(())
    }

    /// The visitor asks.
    pub fn ask(&mut self, operation: Operation) -> RequestId {
        self.ask_as(VISITOR, operation)
    }

    /// Stops a part of the chain: what it had begun is lost, what is on its disk stays.
    ///
    /// # Errors
    /// If it is none of the chain, or stopped already.
    pub fn stop_part(&mut self, part: Part) -> Result<(), Refusal> {
        let place = part.place().ok_or(Refusal::NotOfTheChain(part))?;
        if !self.disks[place].is_up() {
            return Err(Refusal::AlreadyStopped(part));
        }
        self.disks[place].stop();
        self.note(None, Event::PartStopped { part });
        Ok(())
    }

    /// Starts a stopped part again; those before it send again what it has not answered.
    ///
    /// # Errors
    /// If it is none of the chain, or running.
    pub fn restart_part(&mut self, part: Part) -> Result<(), Refusal> {
        let place = part.place().ok_or(Refusal::NotOfTheChain(part))?;
        if self.disks[place].is_up() {
            return Err(Refusal::NotStopped(part));
        }
        self.disks[place].restart(self.agenda.now());
        let cause = self.note(None, Event::PartRestarted { part });
        let before = part
            .before()
            .expect("every part of the chain has one before it");
        let again: Vec<(WriteId, Kind, u32)> = match before.place() {
            None => {
                let waiting = self.chain.waiting_for(part);
                waiting
                    .map(|(write, what)| (write, what.kind, what.bytes))
                    .collect()
            }
            Some(place) => {
                let pending = self.disks[place]
                    .pending()
                    .filter(|(_, pending)| pending.behind);
                pending
                    .map(|(write, what)| (write, what.kind, what.bytes))
                    .collect()
            }
        };
        for (write, kind, bytes) in again {
            self.send(before, part, Message::Write { write, kind, bytes }, cause);
        }
        Ok(())
    }

    /// Makes the way between two parts so many times longer, 1 to 1,000; once makes it as short as usual.
    ///
    /// # Errors
    /// If the number is out of range, or both are one.
    pub fn slow_link(&mut self, from: Part, to: Part, times: u32) -> Result<(), Refusal> {
        if from.site() == to.site() || !(1..=1_000).contains(&times) {
            return Err(Refusal::OutOfRange);
        }
        let permille = times * sim::FULL_SPEED_PERMILLE;
        self.network
            .set_link_speed(site_of(from), site_of(to), permille);
        self.note(None, Event::LinkSlowed { from, to, times });
        Ok(())
    }

    /// Makes a disk so many times slower, 1 to 1,000; once makes it as fast as usual.
    ///
    /// # Errors
    /// If the part has no disk, or the number is out of range.
    pub fn slow_disk(&mut self, part: Part, times: u32) -> Result<(), Refusal> {
        let place = part.place().filter(|_| part.has_disk());
        let place = place.ok_or(Refusal::NotOfTheChain(part))?;
        if !(1..=1_000).contains(&times) {
            return Err(Refusal::OutOfRange);
        }
        self.slow[place] = times;
        self.disks[place].set_io_span(io_span(&self.config, times));
        self.note(None, Event::DiskSlowed { part, times });
        Ok(())
    }

    /// Cuts a zone off from everything outside it, or makes it reachable again.
    ///
    /// # Errors
    /// If there is no such zone, or it is so already.
    pub fn set_zone_cut(&mut self, zone: ZoneId, cut: bool) -> Result<(), Refusal> {
        if zone.0 >= ZONES || self.is_zone_cut(zone) == cut {
            return Err(Refusal::Zone(zone));
        }
        self.network.set_place_cut(Place(zone.0), cut);
        let event = if cut {
            Event::ZoneCut { zone }
        } else {
            Event::ZoneHealed { zone }
        };
        self.note(None, event);
        Ok(())
    }

    /// Lets the next thing happen. `None` if nothing is due ever again.
    pub fn step(&mut self) -> Option<Step> {
        self.step_until(SimTime::NEVER)
    }

    /// Lets the next thing happen if it is due by `until`; what is due later stays booked.
    pub fn step_until(&mut self, until: SimTime) -> Option<Step> {
        loop {
            let first_event = self.journal.next_id();
            let Due { at, what } = self.agenda.take_until(until)?;
            let happened = match *what {
                Booked::Arrival(flight) => self.arrive(flight),
                Booked::Written {
                    part,
                    write,
                    life,
                    cause,
                } => self.written(part, write, life, cause),
                Booked::Client(turn) => self.take_turn(turn),
                Booked::Repeat {
                    from,
                    to,
                    message,
                    lost,
                } => {
                    self.send(from, to, message, lost);
                    true
                }
            };
            if happened {
                self.steps += 1;
                return Some(Step { at, first_event });
            }
        }
    }

    /// Lets everything due up to and including `until` happen, but at most `most_steps` steps, and then moves
    /// time to `until`. Returns whether it got there.
    pub fn run_until(&mut self, until: SimTime, most_steps: u64) -> bool {
        for _ in 0..most_steps {
            if self.step_until(until).is_none() {
                self.agenda.advance_to(until.max(self.agenda.now()));
                return true;
            }
        }
        false
    }

    // ---- What happens ----

    fn take_turn(&mut self, turn: Turn) -> bool {
        let Some(operation) = self.clients.question(turn) else {
            return false;
        };
        if self.clients.is_open_loop()
            && let Some((at, turn)) = self.clients.next_arrival(self.agenda.now())
        {
            self.agenda.book(at, Booked::Client(turn));
        }
        self.ask_as(turn.client, operation);
        true
    }

    fn ask_as(&mut self, client: ClientId, operation: Operation) -> RequestId {
        let request = self.next_request;
        self.next_request = RequestId(request.0 + 1);
        let write = matches!(operation, Operation::Put { .. });
        let open = Open {
            client,
            operation,
            asked_at: self.agenda.now(),
        };
        self.open.add(request.0, open);
        let asked = self.note(
            None,
            Event::Asked {
                request,
                client,
                write,
            },
        );
        self.send(
            Part::Client(client),
            Part::Instance,
            Message::Ask(request),
            asked,
        );
        request
    }

    fn arrive(&mut self, flight: Flight) -> bool {
        let Flight {
            from,
            to,
            message,
            sent,
            lost,
            ..
        } = flight;
        let why = if lost || !self.network.is_open(site_of(from), site_of(to)) {
            Some(LostWhy::Cut)
        } else if !self.is_up(to) {
            Some(LostWhy::Stopped)
        } else {
            None
        };
        let Some(why) = why else {
            self.deliver(from, to, message, sent);
            return true;
        };
        self.counters.lost += 1;
        let lost = self.note(Some(sent), Event::Lost { from, to, why });
        let again = Booked::Repeat {
            from,
            to,
            message,
            lost,
        };
        self.agenda.book(self.agenda.now() + REPEAT_AFTER, again);
        true
    }

    fn deliver(&mut self, from: Part, to: Part, message: Message, sent: EventId) {
        let now = self.agenda.now();
        self.counters.delivered += 1;
        let arrived = self.note(Some(sent), Event::Delivered { from, to });
        match (to, message) {
            (Part::Instance, Message::Ask(request)) => {
                if let Some(open) = self.open.get(request.0) {
                    self.mysql.handle_request(request, &open.operation);
                    self.settle(arrived);
                }
            }
            (Part::Instance, Message::Done(write)) => self.done_below(from, write, arrived),
            (Part::Client(client), Message::Answer(request)) => {
                if self.open.take(request.0).is_some()
                    && let Some((at, turn)) = self.clients.next_of(now, client, request)
                {
                    self.agenda.book(at, Booked::Client(turn));
                }
            }
            (Part::ObjectStore, Message::Archive { bytes }) => {
                self.counters.archived_bytes += u64::from(bytes);
            }
            (part, Message::Write { write, kind, bytes }) => {
                self.take_in(part, write, kind, bytes, arrived);
            }
            (part, Message::Done(write)) => {
                if self.disk_mut(part).handle_done(write) {
                    self.say_done(part, write, arrived);
                }
            }
            (part, other) => unreachable!("{other:?} is not for {part:?}"),
        }
    }

    /// Blocks arrive at a part of the chain: to its disk, and on to the part behind it at once.
    fn take_in(&mut self, part: Part, write: WriteId, kind: Kind, bytes: u32, cause: EventId) {
        let now = self.agenda.now();
        if let Some(disk) = Part::DISKS.iter().position(|disk| *disk == part) {
            self.counters.disk_ios[disk] += u64::from(ios_of(bytes));
        }
        let disk = self.disk_mut(part);
        let life = disk.life();
        let Some(at) = disk.take_in(now, write, kind, bytes) else {
            return;
        };
        let booked = Booked::Written {
            part,
            write,
            life,
            cause,
        };
        self.agenda.book(at, booked);
        if let Some(next) = part.next() {
            self.send(part, next, Message::Write { write, kind, bytes }, cause);
        }
    }

    /// A disk has written blocks, if it has not been stopped meanwhile.
    fn written(&mut self, part: Part, write: WriteId, life: u32, cause: EventId) -> bool {
        let disk = self.disk_mut(part);
        if !disk.is_up() || disk.life() != life {
            return false;
        }
        let done = disk.handle_written(write);
        let cause = if part.has_disk() {
            self.note(Some(cause), Event::Persisted { part, write })
        } else {
            cause
        };
        if done {
            self.say_done(part, write, cause);
        }
        true
    }

    fn say_done(&mut self, part: Part, write: WriteId, cause: EventId) {
        let before = part
            .before()
            .expect("every part of the chain has one before it");
        self.send(part, before, Message::Done(write), cause);
    }

    /// The volume or the standby has done a write: on to the next step, or it is durable.
    fn done_below(&mut self, from: Part, write: WriteId, arrived: EventId) {
        match self.chain.handle_done(from, write) {
            Progress::Onward(what) => {
                let cause = self.note(Some(arrived), Event::PairDone { write });
                let (kind, bytes) = (what.kind, what.bytes);
                let message = Message::Write { write, kind, bytes };
                self.send(Part::Instance, Part::Standby, message, cause);
            }
            Progress::Done => {
                let cause = self.note(Some(arrived), Event::ChainDone { write });
                self.mysql.handle_durable(write);
                self.settle(cause);
            }
            Progress::Nothing => {}
        }
    }

    /// Does what the database wants done.
    fn settle(&mut self, cause: EventId) {
        let mut last = cause;
        while let Some(effect) = self.mysql.poll_effect() {
            match effect {
                Effect::Write { write, kind, bytes } => {
                    let count = &mut self.counters.kinds[kind as usize];
                    count.writes += 1;
                    count.ios += u64::from(ios_of(bytes));
                    count.bytes += u64::from(bytes);
                    self.chain.begin(write, kind, bytes);
                    let message = Message::Write { write, kind, bytes };
                    self.send(Part::Instance, Part::Volume, message, last);
                }
                Effect::Archive { bytes } => {
                    let message = Message::Archive { bytes };
                    self.send(Part::Instance, Part::ObjectStore, message, cause);
                }
                Effect::Answer(request) => {
                    let open = self.open.get(request.0).expect("asked and not answered");
                    let client = Part::Client(open.client);
                    self.send(Part::Instance, client, Message::Answer(request), last);
                }
                Effect::Happened(what) => {
                    last = self.note(Some(cause), Event::Database(what));
                    self.count(what);
                }
            }
        }
    }

    fn count(&mut self, what: Happening) {
        match what {
            Happening::CommitAcknowledged { request } => {
                self.counters.commits += 1;
                let open = self.open.get(request.0).expect("asked and not answered");
                let latency = self.agenda.now().since(open.asked_at);
                self.latencies.add(latency);
                if self.newest.len() == NEWEST {
                    self.newest.pop_front();
                }
                self.newest.push_back(latency);
            }
            Happening::ReadAnswered { .. } => self.counters.reads += 1,
            _ => {}
        }
    }

    fn send(&mut self, from: Part, to: Part, message: Message, cause: EventId) {
        let passage = self
            .network
            .send(site_of(from), site_of(to), &mut self.weather);
        let sent = self.note(Some(cause), Event::Sent { from, to, message });
        let flight = Flight {
            from,
            to,
            message,
            sent,
            sent_at: self.agenda.now(),
            lost: passage.lost.is_some(),
        };
        let due = self.agenda.now() + passage.takes;
        self.agenda.book(due, Booked::Arrival(flight));
    }

    fn note(&mut self, cause: Option<EventId>, event: Event) -> EventId {
        self.journal.note(self.agenda.now(), cause, event)
    }

    fn disk_mut(&mut self, part: Part) -> &mut Disk {
        let place = part
            .place()
            .expect("only parts of the chain are written to");
        &mut self.disks[place]
    }
}

fn site_of(part: Part) -> SiteId {
    SiteId(part.site())
}

fn io_span(config: &MirroredConfig, times: u32) -> SimSpan {
    SimSpan::from_micros(u64::from(config.topology.disk_micros) * u64::from(times))
}
