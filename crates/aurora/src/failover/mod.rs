//! Who becomes the writer when the writer fails.
//!
//! Storage keeps what was acknowledged whoever writes (RP-9), so failover decides nothing about data. It is a matter of
//! noticing, choosing and telling: the control plane notices that the writer answers no more, chooses one of the other
//! instances, lets that open the volume, and has the name of the writer point at it (F-14).
//!
//! **Noticing.** Every instance is checked at fixed moments. One that has missed several checks in a row counts as failed;
//! whether it is dead or merely out of sight nobody can tell, and nobody needs to: its successor raises the volume epoch,
//! and storage refuses the old one (C-10). A check is not a message here: it is answered if at its moment the process runs
//! and can be reached `[choice]`. So a cluster that is well costs nothing.
//!
//! **Choosing.** The lowest promotion tier, among equals the largest, among these any one: by lot (F-1, F-2). After five
//! attempts that failed, tiers count no more (F-4). If nobody else is there, the writer is made anew in its own zone (F-6);
//! if that zone is lost, it is for a person to add an instance elsewhere (F-7). Where it is allowed, the writer's process
//! is started again on its own host instead (F-13).

mod choice;
#[cfg(test)]
mod tests;

use std::collections::VecDeque;

use base::{Id, IdVec, ReaderId, SimSpan, SimTime};

pub use self::choice::{ChosenWhy, Size};
use crate::protocol::Happening;

/// Attempts after which tiers count no more (F-4).
pub const ATTEMPTS_BY_TIER: u8 = 5;

/// One instance of a cluster, as the control plane knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Its promotion tier, 0 (first) to 15 (last) (F-1).
    pub tier: u8,
    /// How large it is.
    pub size: Size,
    /// What decides among equals: the lowest is taken.
    pub lot: u32,
}

/// How patient the control plane is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rules {
    /// From one check to the next.
    pub check_every: SimSpan,
    /// So many checks missed in a row, and an instance counts as failed.
    pub misses: u32,
    /// How long a new writer has to open the volume before another is tried.
    pub patience: SimSpan,
    /// How long it takes to make the writer anew, if there is nobody else (F-6).
    pub recreate: SimSpan,
    /// Whether the writer's process is started again on its own host, if that can be reached (F-13).
    pub in_place: bool,
}

/// What is known of one instance.
#[derive(Clone, Copy, Debug)]
struct Known {
    candidate: Candidate,
    /// It answers checks.
    answers: bool,
    /// Its host can be reached.
    host: bool,
    /// It was tried in vain since a writer was open last.
    tried: bool,
}

/// What the control plane is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// The writer is checked.
    Watches {
        /// When it will count as failed, if it does not answer till then.
        failed_at: Option<SimTime>,
    },
    /// The one that was chosen is to open the volume.
    Promotes {
        /// When another is tried.
        until: SimTime,
    },
    /// There is nobody else: the writer is being made anew (F-6).
    Recreates {
        /// When it will be there.
        due: SimTime,
    },
    /// There is nobody else, and the zone of the writer cannot be reached (F-7).
    Stranded,
    /// Another Region has the writer: nobody here writes, and nobody is looked after (G-1).
    Follows,
}

/// What the control plane wants done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Something has happened.
    Happened(Happening),
    /// The process of this instance is to be started as the writer.
    Promote(ReaderId),
    /// The writer's name is to point at this instance.
    Point(ReaderId),
}

/// The control plane's care for the instances of a cluster.
#[derive(Clone, Debug)]
pub struct Failover {
    rules: Rules,
    known: IdVec<ReaderId, Known>,
    writer: ReaderId,
    /// Where the writer's name points.
    pointed: Option<ReaderId>,
    phase: Phase,
    attempts: u8,
    orders: VecDeque<Order>,
}

impl Failover {
    /// A cluster of these instances, all of which are well; `writer` writes.
    pub fn new(
        rules: Rules,
        candidates: impl IntoIterator<Item = Candidate>,
        writer: ReaderId,
    ) -> Failover {
        let known = candidates.into_iter().map(|candidate| Known {
            candidate,
            answers: true,
            host: true,
            tried: false,
        });
        Failover {
            rules,
            known: known.collect(),
            writer,
            pointed: Some(writer),
            phase: Phase::Watches { failed_at: None },
            attempts: 0,
            orders: VecDeque::new(),
        }
    }

    /// The instance that writes, or is to.
    pub fn writer(&self) -> ReaderId {
        self.writer
    }

    /// What it is doing.
    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// What is known of an instance when it comes to choosing.
    pub fn candidate(&self, id: ReaderId) -> Option<Candidate> {
        self.known.get(id).map(|known| known.candidate)
    }

    /// Another instance joins the cluster.
    pub fn add(&mut self, candidate: Candidate) -> ReaderId {
        self.known.push(Known {
            candidate,
            answers: false,
            host: true,
            tried: false,
        })
    }

    /// Gives an instance another tier. That alone never starts a failover (F-3).
    pub fn set_tier(&mut self, id: ReaderId, tier: u8) {
        self.known[id].candidate.tier = tier;
    }

    /// An instance has another size from now on.
    pub fn set_size(&mut self, id: ReaderId, size: Size) {
        self.known[id].candidate.size = size;
    }

    /// From now on an instance answers checks, or does not; and its host can be reached, or cannot.
    pub fn hear(&mut self, now: SimTime, id: ReaderId, answers: bool, host: bool) {
        let known = &mut self.known[id];
        if (known.answers, known.host) == (answers, host) {
            return;
        }
        (known.answers, known.host) = (answers, host);
        match self.phase {
            Phase::Watches { .. } if id == self.writer => {
                let failed_at = (!answers).then(|| self.fails_at(now));
                self.phase = Phase::Watches { failed_at };
            }
            Phase::Promotes { .. } if id == self.writer && !answers => self.try_another(now),
            // Whoever was cut off is there again, as it was or still on its way up.
            Phase::Recreates { .. } | Phase::Stranded if answers && id == self.writer => {
                let until = now + self.rules.patience;
                self.phase = Phase::Promotes { until };
            }
            Phase::Recreates { .. } | Phase::Stranded if answers => self.choose(now),
            Phase::Stranded if id == self.writer && host => self.recreate(now),
            _ => {}
        }
    }

    /// When an instance that falls silent now will have missed enough checks: it misses the next one, and what it misses
    /// is known when the one after it is due.
    fn fails_at(&self, now: SimTime) -> SimTime {
        let every = self.rules.check_every.micros().max(1);
        let next = now.micros() / every + 1;
        SimTime::from_micros((next + u64::from(self.rules.misses)) * every)
    }

    /// A person wants another writer: this one, or whoever is next (F-15). Nothing happens if there is nobody.
    pub fn ask(&mut self, now: SimTime, to: Option<ReaderId>) -> bool {
        let chosen = match to {
            Some(id) => Some((id, ChosenWhy::Asked)),
            None => self.next(),
        };
        let Some((id, why)) = chosen else {
            return false;
        };
        if !matches!(self.phase, Phase::Watches { .. }) || !self.can_follow(id) {
            return false;
        }
        self.promote(now, id, why);
        true
    }

    /// From now on another Region has the writer.
    pub fn follow(&mut self) {
        self.phase = Phase::Follows;
        self.attempts = 0;
    }

    /// Whether another Region has the writer.
    pub fn follows(&self) -> bool {
        self.phase == Phase::Follows
    }

    /// The cluster is to write again: this instance, or whoever is next (G-21). Nothing happens if there is nobody.
    pub fn lead(&mut self, now: SimTime, to: Option<ReaderId>) -> bool {
        let able = |id: &ReaderId| self.known.get(*id).is_some_and(|known| known.answers);
        let chosen = match to {
            Some(id) => Some((id, ChosenWhy::Asked)).filter(|(id, _)| able(id)),
            None => {
                let able = self.known.iter().filter(|(_, known)| known.answers);
                choice::choose(able.map(|(id, known)| (id, known.candidate)), true)
            }
        };
        let Some((id, why)) = chosen else {
            return false;
        };
        // The name led nowhere that writes.
        self.pointed = None;
        self.promote(now, id, why);
        true
    }

    /// Whether an instance could become the writer now.
    pub fn can_follow(&self, id: ReaderId) -> bool {
        id != self.writer && self.known.get(id).is_some_and(|known| known.answers)
    }

    /// An instance has opened the volume.
    pub fn opened(&mut self, id: ReaderId) {
        if id != self.writer {
            return;
        }
        self.phase = Phase::Watches { failed_at: None };
        self.attempts = 0;
        for place in 0..self.known.len() {
            self.known[ReaderId::from_index(place)].tried = false;
        }
        if self.pointed != Some(id) {
            self.pointed = Some(id);
            self.orders.push_back(Order::Point(id));
        }
    }

    /// When it wants to be woken next.
    pub fn poll_wakeup(&self) -> Option<SimTime> {
        match self.phase {
            Phase::Watches { failed_at } => failed_at,
            Phase::Promotes { until } => Some(until),
            Phase::Recreates { due } => Some(due),
            Phase::Stranded | Phase::Follows => None,
        }
    }

    /// Does what is due. Returns whether anything was.
    pub fn handle_wakeup(&mut self, now: SimTime) -> bool {
        if self.poll_wakeup().is_none_or(|due| due > now) {
            return false;
        }
        match self.phase {
            Phase::Watches { .. } => {
                let reader = self.writer;
                self.happened(Happening::WriterFailed { reader });
                if self.rules.in_place && self.known[reader].host {
                    self.promote(now, reader, ChosenWhy::InPlace);
                } else {
                    self.choose(now);
                }
            }
            Phase::Promotes { .. } => self.try_another(now),
            Phase::Recreates { .. } if self.known[self.writer].host => {
                self.promote(now, self.writer, ChosenWhy::Recreated);
            }
            Phase::Recreates { .. } => {
                self.phase = Phase::Stranded;
                self.happened(Happening::ClusterStranded);
            }
            Phase::Stranded | Phase::Follows => {}
        }
        true
    }

    /// What it wants done, until `None`.
    pub fn poll_order(&mut self) -> Option<Order> {
        self.orders.pop_front()
    }

    fn happened(&mut self, what: Happening) {
        self.orders.push_back(Order::Happened(what));
    }

    fn try_another(&mut self, now: SimTime) {
        self.known[self.writer].tried = true;
        self.choose(now);
    }

    /// Whoever is next, and why (F-2). Who was tried in vain comes after all others.
    fn next(&self) -> Option<(ReaderId, ChosenWhy)> {
        let able = |tried: bool| {
            self.known
                .iter()
                .filter(move |(id, known)| {
                    *id != self.writer && known.answers && known.tried == tried
                })
                .map(|(id, known)| (id, known.candidate))
        };
        let by_tier = self.attempts < ATTEMPTS_BY_TIER;
        choice::choose(able(false), by_tier).or_else(|| choice::choose(able(true), by_tier))
    }

    fn choose(&mut self, now: SimTime) {
        match self.next() {
            Some((id, why)) => self.promote(now, id, why),
            None => self.recreate(now),
        }
    }

    fn recreate(&mut self, now: SimTime) {
        let due = now + self.rules.recreate;
        self.phase = Phase::Recreates { due };
        self.happened(Happening::NoSuccessor {
            reader: self.writer,
        });
    }

    fn promote(&mut self, now: SimTime, id: ReaderId, why: ChosenWhy) {
        self.attempts = self.attempts.saturating_add(1);
        self.writer = id;
        let until = now + self.rules.patience;
        self.phase = Phase::Promotes { until };
        self.happened(Happening::SuccessorChosen {
            reader: id,
            why,
            attempt: self.attempts,
        });
        self.orders.push_back(Order::Promote(id));
    }
}
