//! Checkers that read the journals and nothing else.
//!
//! A [`GlobeReferee`] follows the journal of what happens between Regions together with that of each Region, in the order of
//! time. It has its own picture of which commits there are, what each Region has, and who may write, and looks whether what
//! the machines claim agrees with that.
//!
//! | name | what must hold |
//! |---|---|
//! | INV-16 | with an RPO limit, at each acknowledgement some secondary lagged by less |
//! | INV-17 | a switchover loses nothing; a change that asks nobody loses exactly what was acknowledged above the target's point |
//! | INV-18 | nobody but the primary acknowledges commits, unless that it might was said before |
//! | G-4 | nothing is sent that is not durable in the primary |
//!
//! And every Region's journal must pass the checkers of a single Region.

use std::collections::BTreeMap;

use base::{EventId, Lsn, RegionId, SimSpan, SimTime, TxnId};
use sim::{Entry, Journal};
use world::checkers::{Referee, Violation};
use world::{Event, Happening, RegionEvent, Topology};

use crate::config::GlobalTopology;
use crate::event::GlobalEvent;
use crate::globe::Globe;
use crate::names::DatabaseId;

/// A cluster: the Region, and which of those there were in it.
type ClusterId = (RegionId, u32);

/// What is known of one cluster.
#[derive(Clone, Debug, Default)]
struct Known {
    database: DatabaseId,
    /// Commit records, and when they were made.
    made: Vec<(Lsn, SimTime)>,
    acknowledged: Vec<(Lsn, TxnId)>,
    vdl: Lsn,
    /// The newest record or void range it has.
    has: Lsn,
    /// As the primary has heard.
    known_upto: Lsn,
    filled: bool,
    rpo: Option<u32>,
    /// It takes writes, as far as is known.
    open: bool,
    /// It may go on writing though another is the primary, and that was said.
    at_risk: bool,
    /// Its writer is gone, and none has opened its volume since.
    shut: bool,
}

/// What a change is expected to have lost.
#[derive(Clone, Debug)]
struct Loss {
    from: RegionId,
    expected: Vec<(Lsn, TxnId)>,
    told: Vec<(Lsn, TxnId)>,
}

/// All checkers of a globe at once.
#[derive(Clone, Debug)]
pub struct GlobeReferee {
    next: EventId,
    within: BTreeMap<ClusterId, (EventId, Referee)>,
    known: BTreeMap<ClusterId, Known>,
    numbers: BTreeMap<RegionId, u32>,
    primaries: BTreeMap<DatabaseId, RegionId>,
    /// The Region whose primacy ends with the change under way, and whether that asks it.
    change: Option<(RegionId, bool)>,
    /// Regions that are being detached, and from which database.
    detached: BTreeMap<RegionId, DatabaseId>,
    loss: Option<Loss>,
    /// Redo that was sent and not judged yet.
    sent: Vec<(EventId, SimTime, RegionId, Lsn)>,
    split: Vec<(RegionId, RegionId)>,
    rpo_at_first: BTreeMap<RegionId, Option<u32>>,
    found: Vec<Violation>,
    count: u64,
}

/// Violations that are kept; further ones are only counted.
const KEPT: usize = 100;

impl GlobeReferee {
    /// A referee for a run of this topology, of which nothing has been read yet.
    pub fn new(topology: &GlobalTopology) -> GlobeReferee {
        let limits = topology.regions.iter();
        GlobeReferee {
            next: EventId(0),
            within: BTreeMap::new(),
            known: BTreeMap::new(),
            numbers: BTreeMap::new(),
            primaries: BTreeMap::new(),
            change: None,
            detached: BTreeMap::new(),
            loss: None,
            sent: Vec::new(),
            split: Vec::new(),
            rpo_at_first: limits.map(|spec| (spec.region, spec.rpo_seconds)).collect(),
            found: Vec::new(),
            count: 0,
        }
    }

    /// What was found, in the order it was found; the first hundred.
    pub fn verdict(&self) -> &[Violation] {
        &self.found
    }

    /// How often something was found, kept or not.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// Reads what the journals hold beyond what was read before.
    pub fn follow(&mut self, globe: &Globe) {
        let mut journals: Vec<(ClusterId, &Journal<Event>)> = Vec::new();
        for ended in globe.ended() {
            let cluster = (ended.region, ended.number);
            self.know(cluster, &ended.topology);
            journals.push((cluster, &ended.journal));
        }
        for id in globe.regions() {
            if let Some(world) = globe.world(id) {
                let cluster = (id, globe.number(id));
                self.know(cluster, world.topology());
                journals.push((cluster, world.journal()));
            }
        }
        let mut between = globe.journal().since(self.next).peekable();
        let mut within: Vec<_> = journals
            .into_iter()
            .filter_map(|(cluster, journal)| {
                let (next, _) = self.within.get(&cluster)?;
                Some((cluster, journal.since(*next).peekable()))
            })
            .collect();
        // In the order of time; what happens between Regions comes first.
        loop {
            let own = between.peek().map(|(_, entry)| entry.at);
            let mut first: Option<(SimTime, usize)> = None;
            for (place, (_, entries)) in within.iter_mut().enumerate() {
                if let Some((_, entry)) = entries.peek()
                    && first.is_none_or(|(at, _)| entry.at < at)
                {
                    first = Some((entry.at, place));
                }
            }
            match (own, first) {
                (None, None) => return,
                (Some(at), first) if first.is_none_or(|(other, _)| at <= other) => {
                    if let Some((id, entry)) = between.next() {
                        self.see_between(id, entry);
                    }
                }
                (_, Some((_, place))) => {
                    let (cluster, entries) = &mut within[place];
                    if let Some((id, entry)) = entries.next() {
                        self.see_within(*cluster, id, entry);
                    }
                }
                (Some(_), None) => unreachable!("then it is the first"),
            }
        }
    }

    /// There is a cluster of this topology in a Region.
    pub fn know(&mut self, cluster: ClusterId, topology: &Topology) {
        let fresh = || (EventId(0), Referee::new(topology));
        self.within.entry(cluster).or_insert_with(fresh);
    }

    fn add(&mut self, invariant: &'static str, event: EventId, at: SimTime, text: String) {
        self.count += 1;
        if self.found.len() < KEPT {
            self.found.push(Violation {
                invariant,
                event,
                at,
                text,
            });
        }
    }

    fn of(&mut self, region: RegionId) -> Option<&mut Known> {
        let number = *self.numbers.get(&region)?;
        self.known.get_mut(&(region, number))
    }

    /// Reads an entry of the journal of what happens between Regions. They must come one after another.
    pub fn see_between(&mut self, id: EventId, entry: &Entry<GlobalEvent>) {
        self.next = EventId(id.0 + 1);
        let at = entry.at;
        self.judge_sent(at);
        if !matches!(entry.event, GlobalEvent::CommitLost { .. }) {
            self.judge_loss(id, at);
        }
        match entry.event {
            GlobalEvent::ClusterMade {
                region,
                database,
                number,
                primary,
            } => {
                self.numbers.insert(region, number);
                let rpo = match number {
                    1 => self.rpo_at_first.get(&region).copied().flatten(),
                    _ => self.known.get(&(region, number - 1)).and_then(|it| it.rpo),
                };
                let known = Known {
                    database,
                    rpo,
                    open: primary,
                    filled: number == 1 && at == SimTime::ZERO,
                    ..Known::default()
                };
                self.known.insert((region, number), known);
                if primary {
                    self.primaries.insert(database, region);
                }
            }
            GlobalEvent::ClusterDeleted { region } => {
                if let Some(known) = self.of(region) {
                    known.open = false;
                    // A cluster that is made there later has a limit of its own.
                    known.rpo = None;
                }
                self.numbers.remove(&region);
                self.detached.remove(&region);
            }
            GlobalEvent::RedoSent { to, upto, records } if records > 0 => {
                self.sent.push((id, at, to, upto));
            }
            GlobalEvent::ProgressHeard { region, upto } => {
                let has = self.of(region).map(|known| {
                    known.known_upto = known.known_upto.max(upto);
                    known.vdl
                });
                if has.is_none_or(|has| upto > has) {
                    let text = format!("{region:?} is said to have {upto}, it has {has:?}");
                    self.add("G-58", id, at, text);
                }
            }
            GlobalEvent::RpoSet { region, seconds } => {
                if let Some(known) = self.of(region) {
                    known.rpo = seconds;
                }
            }
            GlobalEvent::SwitchoverBegan { from, .. } => self.change = Some((from, true)),
            GlobalEvent::FailoverBegan { from, .. } => self.change = Some((from, false)),
            GlobalEvent::Detached { region, database } => {
                if let Some(known) = self.of(region) {
                    let old = std::mem::replace(&mut known.database, database);
                    self.detached.insert(region, old);
                }
            }
            GlobalEvent::FailoverGivenUp { .. } => self.change = None,
            GlobalEvent::RegionDown { region } => {
                if let Some(known) = self.of(region) {
                    known.shut = true;
                }
            }
            GlobalEvent::FencingTimedOut { region } => {
                if let Some(known) = self.of(region) {
                    known.at_risk = true;
                }
            }
            GlobalEvent::SplitBrain { one, other } => self.split.push((one, other)),
            GlobalEvent::WritesClosed { region, closed } => {
                if let Some(known) = self.of(region) {
                    known.open = !closed;
                }
            }
            GlobalEvent::RebuildDone { region } => {
                if let Some(known) = self.of(region) {
                    known.filled = true;
                }
            }
            GlobalEvent::PrimaryOpened {
                region,
                database,
                point,
                until,
            } => self.opened(id, at, (region, database), (point, until)),
            GlobalEvent::CommitLost { region, scn, txn } => match &mut self.loss {
                Some(loss) if loss.from == region => loss.told.push((scn, txn)),
                _ => {
                    let text = format!("commit {scn} of {region:?} is lost, but nothing changes");
                    self.add("INV-17", id, at, text);
                }
            },
            _ => {}
        }
    }

    fn opened(
        &mut self,
        id: EventId,
        at: SimTime,
        (region, database): (RegionId, DatabaseId),
        (point, until): (Lsn, Lsn),
    ) {
        let change = match self.detached.remove(&region) {
            Some(old) => self.primaries.get(&old).map(|from| (*from, false)),
            None => self.change.take(),
        };
        let had = self.of(region).map(|it| it.has);
        if had.is_none_or(|had| had < point) {
            let text = format!("{region:?} opens at {point}, it has {had:?}");
            self.add("INV-17", id, at, text);
        }
        if let Some((from, asked)) = change {
            let above = self.of(from).map(|known| {
                let place = known.acknowledged.partition_point(|(scn, _)| *scn <= point);
                known.acknowledged[place..].to_vec()
            });
            let above = above.unwrap_or_default();
            // Where a planned change is gone through again the other way round, the one that led before leads again.
            if asked && from != region {
                if let Some((scn, _)) = above.first() {
                    let text = format!(
                        "{from:?} has acknowledged {scn}, a planned change ends at {point}"
                    );
                    self.add("INV-17", id, at, text);
                }
                self.split
                    .retain(|(one, other)| ![*one, *other].contains(&from));
            } else if !asked {
                self.loss = Some(Loss {
                    from,
                    expected: above,
                    told: Vec::new(),
                });
            }
            if asked && let Some(known) = self.of(from) {
                known.open = false;
                // Roles are swapped where one ends and the other goes on.
                known.known_upto = known.known_upto.max(point);
            }
        }
        self.primaries.insert(database, region);
        let commits = change.filter(|(_, asked)| *asked).and_then(|(from, _)| {
            let known = self.of(from)?;
            Some((known.made.clone(), known.acknowledged.clone()))
        });
        if let Some(known) = self.of(region) {
            known.open = true;
            known.at_risk = false;
            known.database = database;
            known.has = known.has.max(until);
            known.vdl = known.vdl.max(until);
            (known.made, known.acknowledged) = commits.unwrap_or_default();
        }
    }

    /// G-4: nothing is sent that is not durable in the primary. What is sent at the moment at which it becomes so stands in
    /// another journal, so this is judged a moment later.
    fn judge_sent(&mut self, now: SimTime) {
        while let Some((id, at, to, upto)) = self.sent.first().copied().filter(|sent| sent.1 < now)
        {
            self.sent.remove(0);
            let Some(database) = self.of(to).map(|it| it.database) else {
                continue;
            };
            let primary = self.primaries.get(&database).copied();
            let durable = primary.and_then(|it| self.of(it)).map(|it| it.vdl);
            if durable.is_none_or(|durable| upto > durable) {
                let text =
                    format!("{upto} is sent to {to:?}, the primary is durable to {durable:?}");
                self.add("G-4", id, at, text);
            }
        }
    }

    /// INV-17: what is said to be lost is what was acknowledged and is not there.
    fn judge_loss(&mut self, id: EventId, at: SimTime) {
        if let Some(loss) = self.loss.take()
            && loss.expected != loss.told
        {
            let text = format!(
                "{} commits of {:?} are lost, {} are named",
                loss.expected.len(),
                loss.from,
                loss.told.len()
            );
            self.add("INV-17", id, at, text);
        }
    }

    /// Reads an entry of a cluster's journal. They must come one after another.
    pub fn see_within(&mut self, cluster: ClusterId, id: EventId, entry: &Entry<Event>) {
        if let Some((next, referee)) = self.within.get_mut(&cluster) {
            *next = EventId(id.0 + 1);
            let before = referee.count();
            referee.see(id, entry);
            if referee.count() > before
                && let Some(found) = referee.verdict().last()
            {
                let found = found.clone();
                self.count += 1;
                if self.found.len() < KEPT {
                    self.found.push(found);
                }
            }
        }
        self.judge_sent(entry.at);
        let Some(known) = self.known.get_mut(&cluster) else {
            return;
        };
        match entry.event {
            Event::Database(what) => match what {
                Happening::RecordMade { lsn, .. } => known.has = known.has.max(lsn),
                Happening::VdlMoved { to } => known.vdl = known.vdl.max(to),
                Happening::VolumeOpened { range, .. } => {
                    known.shut = false;
                    known.has = known.has.max(range.until);
                    known.vdl = known.vdl.max(range.until);
                    known.made.retain(|(scn, _)| *scn <= range.above);
                }
                Happening::RecoveryBegan { .. } => known.shut = true,
                Happening::CommitQueued { scn, .. } => known.made.push((scn, entry.at)),
                Happening::CommitAcknowledged { scn, txn, .. } => {
                    known.acknowledged.push((scn, txn));
                    self.acknowledged(cluster, id, entry.at);
                }
                _ => {}
            },
            Event::WriterCrashed { .. } | Event::WriterDemoted { .. } => known.shut = true,
            Event::Region(RegionEvent::WritesStopped) => known.open = false,
            Event::Region(RegionEvent::WritesResumed) => known.open = true,
            _ => {}
        }
    }

    fn acknowledged(&mut self, cluster: ClusterId, id: EventId, at: SimTime) {
        let region = cluster.0;
        let Some(known) = self.known.get(&cluster) else {
            return;
        };
        let (database, rpo, at_risk) = (known.database, known.rpo, known.at_risk);
        let primary = self.primaries.get(&database) == Some(&region);
        if !primary && !at_risk {
            let text = format!("{region:?} acknowledges a commit and is not the primary");
            self.add("INV-18", id, at, text);
        }
        for (of, other) in &self.primaries {
            let pair = |(one, two): &(RegionId, RegionId)| {
                (*one, *two) == (region, *other) || (*two, *one) == (region, *other)
            };
            let number = self.numbers.get(other).copied().unwrap_or_default();
            let open = self.known.get(&(*other, number)).is_some_and(|it| {
                it.open && !it.shut && it.database == *of && !it.acknowledged.is_empty()
            });
            if *of != database && open && !self.split.iter().any(pair) {
                let text = format!("{region:?} and {other:?} both write, and nobody has said so");
                self.add("INV-18", id, at, text);
                break;
            }
        }
        if let Some(seconds) = rpo.filter(|_| primary) {
            self.check_rpo(cluster, seconds, id, at);
        }
    }

    /// INV-16.
    fn check_rpo(&mut self, primary: ClusterId, seconds: u32, id: EventId, at: SimTime) {
        let limit = SimSpan::from_millis(u64::from(seconds) * 1_000);
        let Some(known) = self.known.get(&primary) else {
            return;
        };
        let secondaries = self.numbers.iter().filter(|(region, number)| {
            let other = self.known.get(&(**region, **number));
            **region != primary.0
                && other.is_some_and(|it| it.database == known.database && it.filled)
        });
        let lag = |upto: Lsn| {
            let place = known.made.partition_point(|(scn, _)| *scn <= upto);
            let oldest = known.made.get(place).filter(|(scn, _)| *scn <= known.vdl);
            oldest.map_or(SimSpan::ZERO, |(_, made_at)| at.since(*made_at))
        };
        let mut lags = secondaries.filter_map(|(region, number)| {
            let other = self.known.get(&(*region, *number))?;
            Some(lag(other.known_upto))
        });
        if !lags.any(|lag| lag < limit) {
            let text = format!(
                "a commit is acknowledged in {:?}, and no secondary lags by less than {seconds} s",
                primary.0
            );
            self.add("INV-16", id, at, text);
        }
    }
}
