//! Checkers that read the journal and nothing else.
//!
//! A [`Referee`] follows a run entry by entry. From what it reads it rebuilds the truth with numbers of its own:
//! which records there are and how they are chained, which copy has made which of them durable, what the
//! writer has heard, who is up and whom messages can reach. Then it looks whether what the machines claim agrees
//! with that. It never looks into the machines and never asks them for a quorum, so a mistake there cannot
//! hide here; and since the page shows nothing but the journal either, what the referee cannot judge no learner
//! can see.
//!
//! What is checked, by the name a [`Violation`] carries:
//!
//! | name | what must hold | where |
//! |---|---|---|
//! | INV-1 | an acknowledged commit, and all before it, is durable on 4 of 6 copies | `points` |
//! | INV-2 | VDL ≤ VCL ≤ highest allocated ≤ VDL + LAL | `points` |
//! | INV-3 | the VDL is a CPL | `points` |
//! | INV-4 | the PGCL is what a write quorum has reached: the fourth-highest SCL heard, the lowest of these while members change | `points` |
//! | INV-5, L-4 | an SCL never passes a hole, nor stays below what is held | `holdings` |
//! | INV-6 | nothing but redo and read requests goes to storage | `traffic` |
//! | INV-12 | over each step of a change of members, old write sets meet new write sets | `members` |
//! | M-1, M-2, M-3, M-9, M-13 | one step at a time, recorded at a quorum; nobody takes a place or counts before it is hydrated | `members` |
//! | M-20, Q-19 | a tail makes no pages; one member of a group is patched at a time | `kinds` |
//! | M-26, M-27 | a newcomer's base is some copy's state; pages are read from full copies | `holdings`, `reads` |
//! | L-1, L-2, L-16 | LSNs are dense, links name the true predecessors, records stay in their group | `holdings` |
//! | L-5, S-2 | what a copy says of its SCL is so, and what it passes on it has | `traffic` |
//! | L-7, L-11 | VCL and VDL stand exactly where the bookkeeping puts them | `points` |
//! | L-20 | points never move back | `points` |
//! | R-1, R-3, R-4, R-14, S-19 | a read asks, at the VDL, a copy that is far enough | `reads` |
//! | L-19, W-8 … W-10, W-12 | commits are acknowledged at once, once, and in SCN order; so their clients hear | `points`, `past` |
//! | G-51, G-52 | while commits are held for another Region none is acknowledged, and afterwards all that waited | `points` |
//! | M-14 | groups are added one after another, each with the next geometry epoch | here |
//! | Q-8 | what a group can do is what the copies that can be reached allow | `traffic` |
//! | Q-4, Q-5 | without a zone a group takes writes; without a zone and one copy more it is still readable | `traffic` |
//! | CUT, STOPPED | nothing passes a cut, and a stopped copy does nothing | `traffic` |
//! | A-6 | auto scaling removes only readers it has made | `cluster` |
//! | RP-11 | an instance that is deleted takes no connections, and never comes back | `cluster` |
//! | CAUSE, JOURNAL | each event has an earlier cause of a kind that makes sense; no gap, no step back in time | `past` |
//! | REST | at rest nothing waits and all copies are equal ([`Referee::rest`]) | all |
//! | INV-11, S-16, S-19 | storage serves PGMRPL ≤ r ≤ SCL, and collects only what is staged and below it | `pipeline` |
//! | L-18, R-11 | PGMRPL is the lowest read point in use, in each group's records | `pipeline` |
//! | R-7 | a page leaves the cache only when its newest change is durable | `pipeline` |
//! | S-6, S-7, S-8, S-11 | what background work says of itself is so | `pipeline` |
//! | INV-7 | after a recovery the state is that of exactly the mini-transactions at or below the recovered VDL, and every acknowledged commit is among them | `recovery` |
//! | INV-8 | nothing of a truncation range is readable, whatever arrives late | `recovery` |
//! | INV-9, M-2 | what comes from an older volume, membership or geometry epoch changes nothing | `lives`, `stamps` |
//! | INV-10 | a reader shows what the writer showed at some earlier VDL: no half mini-transaction, nothing beyond | `readers` |
//! | INV-18 | an epoch has at most one writer, and once a newer one has opened the volume, no older one acknowledges anything but what that has kept | `lives` |
//! | SERIAL | what clients read fits the order of the commits, over all rows and transactions of several of them | `serial` |
//! | LINEAR | each row is linearizable, as its clients see it who ask the writer | `histories`, `register` |
//! | C-2, C-3, C-5, C-6, C-10, C-17 | a recovery asks enough, decides by the rule and writes it down before it opens | `recovery` |
//! | INV-19 | the same run twice is the same journal ([`difference`]) | `twice` |

/// What is wrong, word for word; nothing in a build without the feature `details`, such as the page, which would else
/// carry the words for every value of the engine and never show one.
macro_rules! format {
    ($($words:tt)*) => {
        if cfg!(feature = "details") {
            std::format!($($words)*)
        } else {
            String::new()
        }
    };
}

mod cluster;
mod histories;
mod holdings;
mod kinds;
mod lives;
mod members;
mod names;
mod past;
mod pipeline;
mod points;
mod readers;
mod reads;
mod recovery;
mod register;
mod serial;
mod stamps;
mod texts;
mod traffic;
mod twice;

#[cfg(test)]
mod tests;

use base::{EventId, GroupId, InstanceId, Lsn, SegmentId, SimTime};
use litemap::LiteMap;
use sim::{Entry, Journal};

use self::histories::Rows;
pub use self::histories::{Act, Histories};
use self::holdings::Holdings;
use self::kinds::Kinds;
use self::lives::{Actor, Lives};
use self::members::Members;
pub use self::names::{NAMES, known};
use self::past::{Past, process_of};
use self::pipeline::{Pipeline, View};
use self::points::Bookkeeping;
use self::readers::Readers;
use self::reads::Reads;
use self::recovery::Recoveries;
pub use self::register::{Op, Register};
use self::serial::Serial;
use self::traffic::Traffic;
pub use self::twice::difference;
use crate::{Event, Happening, RegionEvent, Topology, VolumeEpoch};

/// The write quorum, as the referee knows it.
const WRITE_QUORUM: u32 = 4;
/// The read quorum, as the referee knows it.
const READ_QUORUM: u32 = 3;
/// Copies of a group, as the referee knows it.
const COPIES: u32 = 6;

/// Violations that are kept with their text; further ones are only counted.
const KEPT: usize = 100;

/// Something that must not be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// What is violated: the ID of an invariant or of another fact, or one of the names in capitals above.
    pub invariant: &'static str,
    /// The event at which it shows.
    pub event: EventId,
    /// When.
    pub at: SimTime,
    /// What is wrong, for developers.
    pub text: String,
}

impl std::fmt::Display for Violation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Violation {
            invariant,
            event,
            at,
            text,
        } = self;
        write!(f, "{invariant} at {at} (event {}): {text}", event.0)
    }
}

/// What was found so far, and where the reading stands.
#[derive(Clone, Debug, Default)]
pub(crate) struct Findings {
    event: EventId,
    at: SimTime,
    found: Vec<Violation>,
    count: u64,
}

impl Findings {
    /// From now on, what is found is found here.
    pub(crate) fn turn_to(&mut self, event: EventId, at: SimTime) {
        (self.event, self.at) = (event, at);
    }

    #[cold]
    pub(crate) fn add(&mut self, invariant: &'static str, text: String) {
        debug_assert!(known(invariant).is_some(), "{invariant} stands in NAMES");
        self.count += 1;
        if self.found.len() < KEPT {
            let (event, at) = (self.event, self.at);
            self.found.push(Violation {
                invariant,
                event,
                at,
                text,
            });
        }
    }

    pub(crate) fn found(&self) -> &[Violation] {
        &self.found
    }
}

/// All journal checkers at once.
///
/// Feed it every entry, in order, from the first on: one by one with [`Referee::see`], or after every few steps
/// with [`Referee::follow`], which also works when the journal keeps only its newest entries.
#[derive(Clone, Debug)]
pub struct Referee {
    next: EventId,
    findings: Findings,
    past: Past,
    members: Members,
    holdings: Holdings,
    lives: Lives,
    recoveries: Recoveries,
    groups: u32,
    lal: u64,
    /// What each instance knows.
    bookkeepings: LiteMap<InstanceId, Bookkeeping>,
    reads: Reads,
    readers: Readers,
    pipeline: Pipeline,
    traffic: Traffic,
    kinds: Kinds,
    cluster: cluster::Instances,
    rows: Rows,
    serial: Serial,
    geometry: u16,
    /// Durable commits wait for another Region (G-51).
    holds_commits: bool,
}

impl Referee {
    /// A referee for a run of this topology, of which nothing has been read yet.
    pub fn new(topology: &Topology) -> Referee {
        Referee {
            next: EventId(0),
            findings: Findings::default(),
            past: Past::default(),
            members: Members::new(topology),
            holdings: Holdings::new(topology.groups),
            lives: Lives::new(),
            recoveries: Recoveries::new(topology.groups, topology.lsn_allocation_limit),
            groups: topology.groups,
            lal: topology.lsn_allocation_limit,
            bookkeepings: LiteMap::from_sorted_store_unchecked(vec![(
                InstanceId::FIRST,
                Bookkeeping::new(
                    topology.groups,
                    topology.lsn_allocation_limit,
                    Some(Lsn::ZERO),
                ),
            )]),
            reads: Reads::default(),
            readers: Readers::new(topology),
            pipeline: Pipeline::new(topology.groups),
            traffic: Traffic::new(topology),
            kinds: Kinds::default(),
            cluster: cluster::Instances::default(),
            rows: Rows::default(),
            serial: Serial::default(),
            geometry: 1,
            holds_commits: false,
        }
    }

    /// Reads what the journal holds beyond what was read before.
    pub fn follow(&mut self, journal: &Journal<Event>) {
        if journal.oldest_id() > self.next {
            let text = format!(
                "entries from {} on were let go before they were read",
                self.next.0
            );
            self.findings.add("JOURNAL", text);
        }
        for (id, entry) in journal.since(self.next) {
            self.see(id, entry);
        }
    }

    /// Reads one entry. They must come one after another.
    pub fn see(&mut self, id: EventId, entry: &Entry<Event>) {
        self.findings.turn_to(id, entry.at);
        let findings = &mut self.findings;
        if id != self.next {
            findings.add("JOURNAL", format!("entry {} should have come", self.next.0));
        }
        self.next = EventId(id.0 + 1);

        let actor = self.lives.see(id, entry, findings);
        let (instance, epoch) = match actor {
            Actor::Instance(instance) => (instance, self.lives.instance(instance)),
            Actor::Segment(segment) => {
                let epoch = self.lives.segment(segment);
                (self.lives.owner(epoch), epoch)
            }
            Actor::Reader(reader) => {
                let epoch = self.lives.reader(reader);
                (self.lives.owner(epoch), epoch)
            }
            Actor::Nobody => (self.reads.writer(), VolumeEpoch::FIRST),
        };
        self.holdings.turn_to(epoch);
        self.members.turn_to(epoch);
        if let Event::Database(Happening::GroupAdded { group, geometry }) = entry.event {
            self.group_added(group, geometry.0, epoch);
        }
        let findings = &mut self.findings;
        let heard = self.past.see(id, entry, &self.holdings, findings);
        self.recoveries.see(
            &entry.event,
            actor,
            epoch,
            &self.members,
            &mut self.holdings,
            findings,
        );
        self.begin_bookkeeping(&entry.event, instance);
        let findings = &mut self.findings;
        let bookkeeping = self.bookkeepings.entry(instance);
        let bookkeeping =
            bookkeeping.or_insert_with(|| Bookkeeping::new(self.groups, self.lal, None));
        bookkeeping.before(&entry.event, findings);
        if let Some((group, letters, everyone)) = self.members.joining(&entry.event) {
            for copy in letters.iter() {
                let segment = SegmentId::new(group, copy);
                let epoch = self.lives.joins(segment, everyone);
                self.holdings.begins_empty(segment, epoch);
                self.pipeline.begins_empty(segment);
                self.traffic.joins(segment);
            }
        }
        self.traffic
            .see(&entry.event, heard, &self.members, &self.holdings, findings);
        self.kinds.see(&entry.event, &self.members, findings);
        self.cluster.see(&entry.event, findings);
        self.rows.see(id, entry, findings);
        self.serial.see(id, entry, actor, findings);
        let delivered = match entry.event {
            Event::Delivered { .. } => self.past.message(id),
            _ => None,
        };
        self.readers.see(
            &entry.event,
            instance,
            heard.or(delivered),
            &self.holdings,
            findings,
        );
        self.pipeline.see(
            &entry.event,
            heard.or(delivered),
            &self.holdings,
            View {
                epoch,
                writer: instance,
                reads: &self.reads,
                held: bookkeeping.held(),
                readers: &self.readers,
            },
            findings,
        );
        self.reads.see(
            &entry.event,
            (instance, bookkeeping),
            heard,
            &self.members,
            &self.holdings,
            findings,
        );
        if let Event::Database(what) = entry.event {
            match what {
                Happening::MembersProposed { .. }
                | Happening::MembersRecorded { .. }
                | Happening::RecoveryBegan { .. }
                | Happening::Hydrated { .. } => {
                    let durable = |group| bookkeeping.pgcl(group);
                    self.members.see(what, durable, &self.holdings, findings);
                }
                Happening::WriterRefreshed { segment, .. } => {
                    let group = segment.group();
                    let before = *self.members.of_writer(group);
                    let counted = self.members.counted(group);
                    let durable = |group| bookkeeping.pgcl(group);
                    self.members.see(what, durable, &self.holdings, findings);
                    self.holdings.advance(group, &self.members);
                    let joined = self.members.joined_since(group, &before);
                    bookkeeping.members_changed(group, joined, &self.members);
                    let left = before.everyone();
                    let left = left.minus(self.members.of_writer(group).everyone());
                    let counts_now = self.members.counted(group).minus(counted);
                    let gone = joined.or(left).or(counts_now);
                    self.recoveries.members_changed(instance, group, gone);
                }
                _ => self.holdings.see(what, &self.members, findings),
            }
            bookkeeping.see(what, &self.members, &self.holdings, findings);
        }
        match entry.event {
            Event::Region(RegionEvent::CommitsHeld) => self.hold_commits(true),
            Event::Region(RegionEvent::CommitsReleased) => self.hold_commits(false),
            _ => {}
        }
    }

    /// Durable commits wait for another Region, or wait no longer.
    fn hold_commits(&mut self, held: bool) {
        self.holds_commits = held;
        if let Some(bookkeeping) = self.bookkeepings.get_mut(&self.lives.current()) {
            bookkeeping.hold(held);
        }
    }

    /// An instance that goes forgets what it knew; one that has decided what stays begins anew.
    fn begin_bookkeeping(&mut self, event: &Event, actor: InstanceId) {
        let (instance, start) = match *event {
            Event::Database(Happening::WriterFenced { instance, .. }) => (instance, None),
            Event::Database(Happening::RangeDecided { range, .. }) => (actor, Some(range.until)),
            _ => match process_of(event) {
                Some(instance) => (instance, None),
                None => return,
            },
        };
        let mut fresh = Bookkeeping::new(self.groups, self.lal, start);
        fresh.hold(self.holds_commits);
        self.bookkeepings.insert(instance, fresh);
        self.reads.forget(instance);
        if matches!(
            event,
            Event::WriterStarted { .. } | Event::Region(RegionEvent::AgentStarted { .. })
        ) {
            self.reads.turn_to(instance);
        }
    }

    /// M-14: groups come one after another, each with the next geometry epoch. Everybody makes room for it.
    fn group_added(&mut self, group: GroupId, geometry: u16, epoch: VolumeEpoch) {
        let next = self.holdings.add_group();
        self.geometry += 1;
        if group != next || geometry != self.geometry {
            let (number, expected) = (group.number(), self.geometry);
            let text =
                format!("group {number} comes with epoch {geometry}, not {next:?} with {expected}");
            self.findings.add("M-14", text);
        }
        self.groups += 1;
        self.lives.add_group(group, epoch);
        self.recoveries.add_group();
        for bookkeeping in self.bookkeepings.iter_mut().map(|(_, it)| it) {
            bookkeeping.add_group();
        }
        self.pipeline.add_group();
        self.traffic.add_group();
    }

    /// What was found, in the order it was found; the first hundred.
    pub fn verdict(&self) -> &[Violation] {
        self.findings.found()
    }

    /// How many rows were followed as registers, to the end.
    pub fn rows_followed(&self) -> u64 {
        self.rows.followed()
    }

    /// How many reads have found their place in the order of commits.
    pub fn reads_placed(&self) -> u64 {
        self.serial.placed()
    }

    /// How often something was found, kept or not.
    pub fn count(&self) -> u64 {
        self.findings.count
    }

    /// The run has come to rest: faults are healed, clients ask no more, and long enough has passed. Then
    /// nothing may wait any more (Q-8: commits wait, they do not fail), and all copies must have all records (S-4).
    pub fn rest(&mut self) {
        self.past.rest(&mut self.findings);
        self.holdings.rest(&self.members, &mut self.findings);
        for bookkeeping in self.bookkeepings.values() {
            bookkeeping.rest(&mut self.findings);
        }
        self.reads.rest(&mut self.findings);
        self.readers.rest(&mut self.findings);
    }
}
