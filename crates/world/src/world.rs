//! One run: the machines, the kernel, and the order of things.

use std::collections::VecDeque;
use std::sync::Arc;

use aurora::constants::{KEY_BYTES_MAX, VALUE_BYTES_MAX};
use aurora::page::{self, Page};
use aurora::protocol::{Effect, Operation};
use aurora::writer::WriterConfig;
use base::{
    Chance, ClientId, CopyId, Digest, EventId, GroupId, IdVec, Keep, Ledger, Lsn, RequestId,
    SegmentId, SimSpan, SimTime, Stream, ZONES, ZoneId,
};
use litemap::LiteMap;
use sim::{Agenda, Due, Journal, Loss, Network, Place, SiteId};

use crate::alarms::Alarms;
use crate::clients::{Clients, Load, Turn, VISITOR};
use crate::command::{Command, Given, Refusal, Site};
use crate::event::{Event, LostWhy};
use crate::requests::{Request, Requests, Standing};
use crate::topology::{Micros, Topology};
use crate::{
    Ability, Address, Bytes, Happening, Message, Quorum, RedoLog, Segment, Waiting, WakeReason,
    Writer,
};

/// Where the clients are: outside every zone.
const OUTSIDE: Place = Place(ZONES);
/// A client's connection repeats a message that was lost after this long `[choice]`.
const REPEAT_AFTER: SimSpan = SimSpan::from_millis(100);

/// The place of a zone in the network.
pub(crate) fn place_of(zone: ZoneId) -> Place {
    Place(zone.0)
}

/// A message on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flight {
    /// From whom.
    pub from: Address,
    /// To whom.
    pub to: Address,
    /// What.
    pub message: Message,
    /// The event of its being sent.
    pub sent: EventId,
    /// When it left.
    pub sent_at: SimTime,
    /// Why it will not arrive, if that is settled already.
    pub lost: Option<LostWhy>,
}

/// A machine that can be woken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Machine {
    Writer,
    Segment(SegmentId),
}

/// Something booked in the agenda.
#[derive(Clone, Copy, Debug)]
enum Booked {
    Arrival(Flight),
    Wake {
        machine: Machine,
        cause: EventId,
    },
    Client(Turn),
    /// A client's connection repeats what was lost.
    Repeat {
        from: Address,
        to: Address,
        message: Message,
        lost: EventId,
    },
    /// A planned command, by its place in the plan.
    Plan(u32),
}

/// One copy and what the outside has done to it.
#[derive(Clone, Debug)]
struct Seat {
    segment: Segment,
    up: bool,
    alarms: Alarms,
    /// The arrivals of batches that are not yet durable, in the order they came.
    taken_in: VecDeque<EventId>,
}

/// Why the buffers of a group are sent: the commit that was queued first since they were sent last.
#[derive(Clone, Copy, Debug)]
struct SendCause {
    queued: EventId,
    sent: bool,
}

/// Plain counts of what has happened so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counters {
    /// Messages that arrived.
    pub delivered: u64,
    /// Messages that were lost.
    pub lost: u64,
    /// Commits acknowledged by the writer.
    pub commits: u64,
    /// Reads answered by the writer.
    pub reads: u64,
}

/// What one step did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The moment.
    pub at: SimTime,
    /// The first event it caused; events from here to the end of the journal are its doing.
    pub first_event: EventId,
}

/// One run of the database.
#[derive(Clone, Debug)]
pub struct World {
    topology: Arc<Topology>,
    seed: u64,
    quorum: Quorum,
    agenda: Agenda<Booked>,
    network: Network,
    weather: Chance,
    journal: Journal<Event>,
    log: RedoLog,
    writer: Writer,
    writer_alarms: Alarms,
    seats: IdVec<SegmentId, Seat>,
    send_causes: IdVec<GroupId, SendCause>,
    /// The segments that are stopped.
    stopped: LiteMap<SegmentId, ()>,
    /// The newest commit that was acknowledged.
    last_acknowledged: Option<Waiting>,
    /// The events that commands brought about.
    from_outside: Ledger<EventId>,
    abilities: IdVec<GroupId, Ability>,
    clients: Clients,
    requests: Requests,
    /// Page images on their way, by the request they are for and the sender.
    images: LiteMap<(RequestId, SegmentId), Arc<Page>>,
    plan: Arc<Vec<Command>>,
    /// Planned commands that made no sense when their moment came.
    refusals: Vec<(u32, Refusal)>,
    slow_copies: [u32; base::COPIES as usize],
    counters: Counters,
    steps: u64,
}

impl World {
    /// A run that has not begun to move: an empty volume, all copies up, no clients at work.
    ///
    /// # Panics
    /// If the topology does not pass [`Topology::check`].
    pub fn new(topology: Topology, seed: u64, keep: Keep) -> World {
        World::with_quorum(topology, seed, keep, Quorum::AURORA)
    }

    /// As [`World::new`], with a quorum rule of one's own: for tests that break the rule on purpose.
    #[doc(hidden)]
    pub fn with_quorum(topology: Topology, seed: u64, keep: Keep, quorum: Quorum) -> World {
        topology.check().expect("a checked topology");
        let mut network = network(&topology);
        // In this order: `site_of` counts on it.
        network.add_site(place_of(topology.writer_zone));
        network.add_site(OUTSIDE);
        for copy in CopyId::all() {
            network.add_site(place_of(copy.zone()));
        }
        let log = RedoLog::new(topology.groups, Lsn::ZERO);
        let config = WriterConfig {
            quorum,
            lsn_allocation_limit: topology.lsn_allocation_limit,
            call_delay: topology.call_span(),
        };
        let writer = Writer::new(config, &log);
        let groups = (0..topology.groups).map(GroupId);
        let seats = groups
            .flat_map(|group| CopyId::all().map(move |copy| SegmentId::new(group, copy)))
            .map(|id| Seat {
                segment: Segment::new(id, topology.persist_span()),
                up: true,
                alarms: Alarms::default(),
                taken_in: VecDeque::new(),
            })
            .collect();
        let mut journal = Journal::new(keep);
        journal.note(SimTime::ZERO, None, Event::RunBegan { seed });
        World {
            seed,
            quorum,
            agenda: Agenda::default(),
            network,
            weather: Chance::new(seed, Stream::Network),
            journal,
            log,
            writer,
            writer_alarms: Alarms::default(),
            seats,
            send_causes: (0..topology.groups)
                .map(|_| SendCause {
                    queued: EventId(0),
                    sent: true,
                })
                .collect(),
            stopped: LiteMap::new_vec(),
            last_acknowledged: None,
            from_outside: Ledger::new(keep),
            abilities: (0..topology.groups).map(|_| Ability::ReadWrite).collect(),
            clients: Clients::new(Chance::new(seed, Stream::Clients)),
            requests: Requests::new(keep),
            images: LiteMap::new_vec(),
            plan: Arc::default(),
            refusals: Vec::new(),
            slow_copies: [1; base::COPIES as usize],
            counters: Counters::default(),
            steps: 0,
            topology: Arc::new(topology),
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
    pub fn topology(&self) -> &Topology {
        &self.topology
    }

    /// How many copies decide.
    pub fn quorum(&self) -> Quorum {
        self.quorum
    }

    /// Every protection group.
    pub fn groups(&self) -> impl DoubleEndedIterator<Item = GroupId> + ExactSizeIterator + use<> {
        (0..self.topology.groups).map(GroupId)
    }

    /// Everything that has happened (as far as it is kept).
    pub fn journal(&self) -> &Journal<Event> {
        &self.journal
    }

    /// The fingerprint of everything that has happened.
    pub fn digest(&self) -> Digest {
        self.journal.digest()
    }

    /// The events that commands other than requests brought about, oldest first (as far as they are kept).
    pub fn events_from_outside(&self) -> impl DoubleEndedIterator<Item = EventId> {
        self.from_outside.since(0).map(|(_, id)| *id)
    }

    /// The redo log of the volume.
    pub fn log(&self) -> &RedoLog {
        &self.log
    }

    /// The writer.
    pub fn writer(&self) -> &Writer {
        &self.writer
    }

    /// One copy of one group.
    pub fn segment(&self, id: SegmentId) -> &Segment {
        &self.seats[id].segment
    }

    /// Whether a copy is running.
    pub fn is_up(&self, id: SegmentId) -> bool {
        self.seats[id].up
    }

    /// Every segment that is stopped, in order.
    pub fn stopped(&self) -> impl DoubleEndedIterator<Item = SegmentId> + ExactSizeIterator {
        self.stopped.keys().copied()
    }

    /// The newest commit that was acknowledged.
    pub fn last_acknowledged(&self) -> Option<Waiting> {
        self.last_acknowledged
    }

    /// What a running copy does next by itself, and when.
    pub fn next_wakeup(&self, id: SegmentId) -> Option<(SimTime, WakeReason)> {
        let seat = &self.seats[id];
        if seat.up {
            seat.segment.poll_wakeup()
        } else {
            None
        }
    }

    /// Whether a copy's storage node is cut off (by itself; its zone may be, besides).
    pub fn is_copy_cut(&self, copy: CopyId) -> bool {
        self.network.is_site_cut(self.site_of(Site::copy(copy)))
    }

    /// Whether a zone is cut off.
    pub fn is_zone_cut(&self, zone: ZoneId) -> bool {
        self.network.is_place_cut(place_of(zone))
    }

    /// How many times slower than usual a copy's disk is.
    pub fn copy_slowness(&self, copy: CopyId) -> u32 {
        self.slow_copies[copy.0 as usize]
    }

    /// How many times longer than usual the way between two sites is.
    pub fn link_slowness(&self, from: Site, to: Site) -> u32 {
        self.network
            .link_permille(self.site_of(from), self.site_of(to))
            / sim::FULL_SPEED_PERMILLE
    }

    /// Whether messages can get from one site to the other now.
    pub fn is_link_open(&self, from: Site, to: Site) -> bool {
        self.network.is_open(self.site_of(from), self.site_of(to))
    }

    /// The share of messages that get lost, in percent: of one copy's, or of all.
    pub fn loss_percent(&self, copy: Option<CopyId>) -> u32 {
        let permille = match copy {
            Some(copy) => self
                .network
                .site_loss_permille(self.site_of(Site::copy(copy))),
            None => self.network.loss_permille(),
        };
        permille / 10
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

    /// What a client has asked (as far as it is kept).
    pub fn request(&self, id: RequestId) -> Option<&Request> {
        self.requests.get(id)
    }

    /// Every request without an answer, oldest first.
    pub fn open_requests(&self) -> impl DoubleEndedIterator<Item = (RequestId, &Request)> {
        self.requests.all_open()
    }

    /// How many requests are without an answer.
    pub fn open_requests_count(&self) -> u64 {
        self.requests.open_count()
    }

    /// What the visitor has asked: answered requests as far as they are remembered, then open ones.
    pub fn visitor_requests(&self) -> impl DoubleEndedIterator<Item = RequestId> {
        self.requests.of_visitor()
    }

    /// How a request of the visitor stands, if it is still remembered.
    pub fn standing(&self, id: RequestId) -> Option<Standing> {
        self.requests.standing(id)
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

    /// Planned commands that made no sense when their moment came, by their place in the plan.
    pub fn refusals(&self) -> &[(u32, Refusal)] {
        &self.refusals
    }

    /// The value a row has at the VDL, built from the log of a copy that is complete so far.
    /// It looks and changes nothing; `None` if no running copy has all that is needed.
    pub fn row(&self, key: &str) -> Option<Option<Bytes>> {
        let page = page::page_of_key(key.as_bytes(), self.topology.groups);
        let group = page::group_of(page);
        let at = self.log.newest_of_up_to(group, self.writer.points().vdl());
        let segments = CopyId::all().map(|copy| SegmentId::new(group, copy));
        let page = segments
            .filter(|id| self.is_up(*id))
            .find_map(|id| self.segment(id).page_at(&self.log, page, at))?;
        Some(page.row(key.as_bytes()).map(Bytes::from))
    }

    // ---- Doing ----

    /// Plans commands for moments to come.
    ///
    /// # Panics
    /// If a plan exists already, or a moment lies in the past.
    pub fn plan(&mut self, plan: Vec<(SimTime, Command)>) {
        assert!(self.plan.is_empty(), "a run has one plan");
        for (number, (at, _)) in plan.iter().enumerate() {
            self.agenda.book(*at, Booked::Plan(number as u32));
        }
        self.plan = Arc::new(plan.into_iter().map(|(_, command)| command).collect());
    }

    /// Carries a command out now.
    ///
    /// # Errors
    /// Why it makes no sense now; nothing has changed then.
    pub fn give(&mut self, command: &Command) -> Result<Given, Refusal> {
        match command {
            Command::Put { key, value } => {
                check_key(key)?;
                let bytes = value.len() as u32;
                if bytes > VALUE_BYTES_MAX {
                    return Err(Refusal::ValueTooLong {
                        bytes,
                        max: VALUE_BYTES_MAX,
                    });
                }
                let (key, value) = (key.as_bytes().into(), value.as_bytes().into());
                return Ok(Given::Asked(
                    self.ask(VISITOR, Operation::Put { key, value }),
                ));
            }
            Command::Get { key } => {
                check_key(key)?;
                let key = key.as_bytes().into();
                return Ok(Given::Asked(self.ask(VISITOR, Operation::Get { key })));
            }
            Command::StartLoad(load) => {
                load.check()?;
                self.note_fault(Event::LoadStarted);
                let since = self.requests.next_id();
                for (at, turn) in self.clients.start(self.agenda.now(), *load, since) {
                    self.agenda.book(at, Booked::Client(turn));
                }
            }
            Command::StopLoad {} => {
                if self.clients.load().is_none() {
                    return Err(Refusal::NoLoad);
                }
                self.clients.stop();
                self.note_fault(Event::LoadStopped);
            }
            Command::StopCopy { copy, group } => self.stop_copy(*copy, *group)?,
            Command::RestartCopy { copy, group } => self.restart_copy(*copy, *group)?,
            Command::CutCopy { copy } => self.set_copy_cut(*copy, true)?,
            Command::HealCopy { copy } => self.set_copy_cut(*copy, false)?,
            Command::CutZone { zone } => self.set_zone_cut(*zone, true)?,
            Command::HealZone { zone } => self.set_zone_cut(*zone, false)?,
            Command::SlowCopy { copy, times } => {
                self.slow_copy(*copy, *times)?;
                self.slow_copies[copy.0 as usize] = *times;
            }
            Command::SlowLink { from, to, times } => self.slow_link(*from, *to, *times)?,
            Command::LoseMessages { copy, percent } => self.lose_messages(*copy, *percent)?,
        }
        Ok(Given::Done)
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
            // A wake-up that was overtaken by another is nothing.
            let happened = match *what {
                Booked::Arrival(flight) => self.arrive(flight),
                Booked::Wake { machine, cause } => self.wake(machine, cause),
                Booked::Client(turn) => self.take_turn(turn),
                Booked::Repeat {
                    from,
                    to,
                    message,
                    lost,
                } => self.repeat(from, to, message, lost),
                Booked::Plan(number) => self.give_planned(number),
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

    /// Wakes a machine; returns whether it had anything to do.
    #[inline(never)] // Arrivals are by far the most; what is rarer stands apart from them.
    fn wake(&mut self, machine: Machine, cause: EventId) -> bool {
        let now = self.agenda.now();
        match machine {
            Machine::Writer => {
                self.writer_alarms.ring(now);
                let did = self.writer.handle_wakeup(now, &self.log);
                self.settle_writer(cause, true);
                did
            }
            Machine::Segment(id) => {
                let seat = &mut self.seats[id];
                seat.alarms.ring(now);
                let did = seat.up && seat.segment.handle_wakeup(now, &self.log);
                self.settle_segment(id, cause);
                did
            }
        }
    }

    /// A client of a load asks; returns whether it still has anything to ask.
    #[inline(never)]
    fn take_turn(&mut self, turn: Turn) -> bool {
        let Some(operation) = self.clients.question(turn) else {
            return false;
        };
        if self.clients.is_open_loop()
            && let Some((at, turn)) = self.clients.next_arrival(self.agenda.now())
        {
            self.agenda.book(at, Booked::Client(turn));
        }
        self.ask(turn.client, operation);
        true
    }

    /// A client's connection repeats what was lost.
    #[inline(never)]
    fn repeat(&mut self, from: Address, to: Address, message: Message, lost: EventId) -> bool {
        self.send(from, to, message, Some(lost));
        true
    }

    #[inline(never)]
    fn give_planned(&mut self, number: u32) -> bool {
        let plan = Arc::clone(&self.plan);
        if let Err(refusal) = self.give(&plan[number as usize]) {
            self.refusals.push((number, refusal));
            self.note_fault(Event::CommandRefused { number });
        }
        true
    }

    fn ask(&mut self, client: ClientId, operation: Operation) -> RequestId {
        let asked_at = self.agenda.now();
        let write = matches!(operation, Operation::Put { .. });
        let request = self.requests.ask(Request {
            client,
            operation,
            asked_at,
        });
        let asked = self.note(
            None,
            Event::Asked {
                request,
                client,
                write,
            },
        );
        self.send(
            Address::Client(client),
            Address::Writer,
            Message::Ask(request),
            Some(asked),
        );
        request
    }

    #[inline]
    fn arrive(&mut self, flight: Flight) -> bool {
        let Flight {
            from,
            to,
            message,
            sent,
            lost,
            ..
        } = flight;
        let open = || {
            self.network
                .is_open(self.site_of_address(from), self.site_of_address(to))
        };
        let why = lost
            .or_else(|| (!open()).then_some(LostWhy::Cut))
            .or(match to {
                Address::Segment(id) if !self.seats[id].up => Some(LostWhy::Stopped),
                _ => None,
            });
        match why {
            None => self.deliver(from, to, message, sent),
            Some(why) => self.lose(from, to, message, sent, why),
        }
        true
    }

    #[inline(never)]
    fn lose(&mut self, from: Address, to: Address, message: Message, sent: EventId, why: LostWhy) {
        self.counters.lost += 1;
        let lost = self.note(Some(sent), Event::Lost { from, to, why });
        match message {
            Message::Ask(_) | Message::Answer(_) => {
                let again = Booked::Repeat {
                    from,
                    to,
                    message,
                    lost,
                };
                let at = self.agenda.now() + REPEAT_AFTER;
                self.agenda.book(at, again);
            }
            Message::PageImage { request, .. } => {
                if let Address::Segment(sender) = from {
                    self.images.remove(&(request, sender));
                }
            }
            _ => {}
        }
    }

    #[inline]
    fn deliver(&mut self, from: Address, to: Address, message: Message, sent: EventId) {
        let now = self.agenda.now();
        self.counters.delivered += 1;
        let arrived = self.note(Some(sent), Event::Delivered { from, to });
        match (to, message) {
            (Address::Segment(id), _) => {
                let seat = &mut self.seats[id];
                if matches!(message, Message::Write(_) | Message::Fill(_)) {
                    seat.taken_in.push_back(arrived);
                }
                seat.segment.handle_message(now, &self.log, from, message);
                self.settle_segment(id, arrived);
            }
            (Address::Writer, Message::Ask(request)) => {
                if let Some(open) = self.requests.open(request) {
                    self.writer
                        .handle_request(now, &mut self.log, request, &open.operation);
                    self.settle_writer(arrived, false);
                }
            }
            (Address::Writer, Message::PageImage { request, checksum }) => {
                let Address::Segment(sender) = from else {
                    unreachable!("segments keep pages")
                };
                if let Some(page) = self.images.remove(&(request, sender)) {
                    self.writer
                        .handle_page(now, sender, request, &page, checksum);
                    self.settle_writer(arrived, false);
                }
            }
            (Address::Writer, _) => {
                let Address::Segment(sender) = from else {
                    unreachable!("clients only ask")
                };
                self.writer
                    .handle_message(now, &mut self.log, sender, message);
                self.settle_writer(arrived, false);
            }
            (Address::Client(client), Message::Answer(request)) => {
                if self.requests.answer(request, now)
                    && let Some((at, turn)) = self.clients.next_of(now, client, request)
                {
                    self.agenda.book(at, Booked::Client(turn));
                }
            }
            (Address::Client(_), other) => unreachable!("{other:?} is not for a client"),
        }
    }

    /// Does what the writer wants done, and books its next wake-up.
    #[inline]
    fn settle_writer(&mut self, cause: EventId, woken: bool) {
        let mut thread = Thread::new(cause, woken);
        while let Some(effect) = self.writer.poll_effect() {
            self.carry_out(Address::Writer, effect, &mut thread);
        }
        if let Some((due, _)) = self.writer.poll_wakeup()
            && self.writer_alarms.set(due)
        {
            let wake = Booked::Wake {
                machine: Machine::Writer,
                cause: thread.last,
            };
            self.agenda.book(due.max(self.agenda.now()), wake);
        }
    }

    /// Does what a segment wants done, and books its next wake-up.
    #[inline]
    fn settle_segment(&mut self, id: SegmentId, cause: EventId) {
        let mut thread = Thread::new(cause, false);
        while let Some(effect) = self.seats[id].segment.poll_effect() {
            self.carry_out(Address::Segment(id), effect, &mut thread);
        }
        let seat = &mut self.seats[id];
        if let Some((due, _)) = seat.segment.poll_wakeup()
            && seat.alarms.set(due)
        {
            let wake = Booked::Wake {
                machine: Machine::Segment(id),
                cause: thread.last,
            };
            self.agenda.book(due.max(self.agenda.now()), wake);
        }
    }

    // `carry_out`, `send` and `note` stand in the innermost loop, and most callers know what they pass on.
    #[inline(always)]
    fn carry_out(&mut self, by: Address, effect: Effect, thread: &mut Thread) {
        match effect {
            Effect::Send { to, message } => {
                let cause = self.cause_of_message(message, thread);
                self.send(by, to, message, Some(cause));
            }
            Effect::SendPage { request, page } => {
                let Address::Segment(sender) = by else {
                    unreachable!("the writer sends no pages")
                };
                let message = Message::PageImage {
                    request,
                    checksum: page.checksum(),
                };
                self.images.insert((request, sender), page);
                self.send(by, Address::Writer, message, Some(thread.last));
            }
            Effect::Answer { request, outcome } => {
                let client = self.requests.decide(request, outcome);
                let answer = Message::Answer(request);
                self.send(by, Address::Client(client), answer, Some(thread.last));
            }
            Effect::Happened(what) => {
                let cause = self.cause_of_happening(what, thread);
                let id = self.note(Some(cause), Event::Database(what));
                thread.happened(&what, id);
                match what {
                    Happening::CommitQueued { scn, .. } => {
                        let cause = &mut self.send_causes[self.log.record(scn).group()];
                        if cause.sent {
                            *cause = SendCause {
                                queued: id,
                                sent: false,
                            };
                        }
                    }
                    Happening::ReadBegan { request, .. } => self.requests.read_began(request, id),
                    Happening::CommitAcknowledged { txn, scn, request } => {
                        self.counters.commits += 1;
                        self.last_acknowledged = Some(Waiting { scn, txn, request });
                    }
                    Happening::ReadAnswered { .. } => self.counters.reads += 1,
                    _ => {}
                }
            }
        }
    }

    /// What a machine does when it is woken comes of what it waited for, not of what happened last.
    #[inline]
    fn cause_of_message(&mut self, message: Message, thread: &Thread) -> EventId {
        match message {
            Message::Write(run) => {
                let cause = &mut self.send_causes[run.group];
                cause.sent = true;
                cause.queued
            }
            Message::ReadPage { request, .. } if thread.woken => {
                self.requests.began(request).unwrap_or(thread.last)
            }
            _ => thread.last,
        }
    }

    #[inline]
    fn cause_of_happening(&mut self, what: Happening, thread: &Thread) -> EventId {
        match what {
            Happening::PgclMoved { .. }
            | Happening::VclMoved { .. }
            | Happening::VdlMoved { .. }
            | Happening::CommitQueued { .. } => thread.last,
            Happening::CommitAcknowledged { .. } => thread.vcl,
            Happening::Persisted { segment, .. } => {
                let arrival = self.seats[segment].taken_in.pop_front();
                arrival.expect("what is durable has arrived")
            }
            _ => thread.cause,
        }
    }

    #[inline(always)]
    fn send(&mut self, from: Address, to: Address, message: Message, cause: Option<EventId>) {
        let now = self.agenda.now();
        let (sender, receiver) = (self.site_of_address(from), self.site_of_address(to));
        let passage = self.network.send(sender, receiver, &mut self.weather);
        let stream = matches!(message, Message::Ask(_) | Message::Answer(_));
        let lost = match passage.lost {
            Some(Loss::Cut) => Some(LostWhy::Cut),
            Some(Loss::Chance) if !stream => Some(LostWhy::Chance),
            _ => None,
        };
        let sent = self.note(cause, Event::Sent { from, to, message });
        let flight = Flight {
            from,
            to,
            message,
            sent,
            sent_at: now,
            lost,
        };
        self.agenda
            .book(now + passage.takes, Booked::Arrival(flight));
    }

    #[inline(always)]
    fn note(&mut self, cause: Option<EventId>, event: Event) -> EventId {
        self.journal.note(self.agenda.now(), cause, event)
    }

    // ---- For the commands in `faults` ----

    /// Notes something a command did.
    pub(crate) fn note_fault(&mut self, event: Event) -> EventId {
        let id = self.note(None, event);
        self.from_outside.push(id);
        id
    }

    /// Notes something that came of what a command did, at once.
    pub(crate) fn note_consequence(&mut self, cause: EventId, event: Event) {
        let id = self.note(Some(cause), event);
        self.from_outside.push(id);
    }

    pub(crate) fn network(&self) -> &Network {
        &self.network
    }

    pub(crate) fn network_mut(&mut self) -> &mut Network {
        &mut self.network
    }

    pub(crate) fn segment_mut(&mut self, id: SegmentId) -> &mut Segment {
        &mut self.seats[id].segment
    }

    pub(crate) fn set_up(&mut self, id: SegmentId, up: bool) {
        let now = self.agenda.now();
        let cause = self.journal.next_id();
        if up {
            self.stopped.remove(&id);
        } else {
            self.stopped.insert(id, ());
        }
        let seat = &mut self.seats[id];
        seat.up = up;
        if up {
            seat.segment.restart(now);
            self.settle_segment(id, cause);
        } else {
            seat.segment.stop();
            seat.taken_in.clear();
        }
    }

    /// Remembers what a group can do now and returns what it could do before.
    pub(crate) fn exchange_ability(&mut self, group: GroupId, ability: Ability) -> Ability {
        std::mem::replace(&mut self.abilities[group], ability)
    }

    /// Sites were added in this order: the writer, the clients, then the six copies.
    pub(crate) fn site_of(&self, site: Site) -> SiteId {
        match site {
            Site::Writer => SiteId(0),
            Site::Clients => SiteId(1),
            copy => SiteId(
                2 + copy
                    .as_copy()
                    .expect("the other sites are copies")
                    .index_u16(),
            ),
        }
    }

    #[inline]
    fn site_of_address(&self, address: Address) -> SiteId {
        match address {
            Address::Writer => SiteId(0),
            Address::Client(_) => SiteId(1),
            Address::Segment(id) => SiteId(2 + id.copy().index_u16()),
        }
    }
}

/// Which event is the cause of what comes next while one machine's effects are carried out.
struct Thread {
    /// What the machine was told.
    cause: EventId,
    /// The newest thing that happened in it.
    last: EventId,
    /// The newest move of the VCL.
    vcl: EventId,
    /// Whether the machine was not told anything, but woken.
    woken: bool,
}

impl Thread {
    fn new(cause: EventId, woken: bool) -> Thread {
        Thread {
            cause,
            last: cause,
            vcl: cause,
            woken,
        }
    }

    fn happened(&mut self, what: &Happening, id: EventId) {
        self.last = id;
        if matches!(what, Happening::VclMoved { .. }) {
            self.vcl = id;
        }
    }
}

fn check_key(key: &str) -> Result<(), Refusal> {
    let bytes = key.len() as u32;
    match bytes {
        0 => Err(Refusal::EmptyKey),
        _ if bytes > KEY_BYTES_MAX => Err(Refusal::KeyTooLong {
            bytes,
            max: KEY_BYTES_MAX,
        }),
        _ => Ok(()),
    }
}

fn network(topology: &Topology) -> Network {
    Network::new(ZONES + 1, |from, to| {
        if from == OUTSIDE || to == OUTSIDE {
            let Micros(shortest, longest) = topology.client_micros;
            sim::Delay::uniform(shortest, longest)
        } else {
            topology.delay(topology.zone_delay(ZoneId(from.0), ZoneId(to.0)))
        }
    })
}
