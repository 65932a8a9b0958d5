//! Waiting for what a step waits for.
//!
//! The page waits with this and nothing else: it says whether a claim holds, not how things stand instead, and the
//! oracle need not come along.

use std::hash::Hash;

use base::{EventId, SimTime};
use globe::Globe;
use world::{Journal, World};

use super::{GlobalClaim, Wait};
use crate::run::{matches, stands};
use crate::scenario::expect::{Claim, Commits, Compare, Level, Point};

/// A claim that is looked at while a run moves on. Events count from the moment it was made.
#[derive(Clone, Debug)]
pub struct Awaited<C = Claim> {
    /// The claim; without one, only time has to pass.
    claim: Option<C>,
    limit: SimTime,
    /// The next event to look at.
    next: EventId,
    /// Events that counted.
    count: u64,
    /// The last event that counted.
    last: Option<EventId>,
}

impl<C> Awaited<C> {
    fn from_claim(claim: Option<C>, limit: SimTime, first: EventId) -> Awaited<C> {
        Awaited {
            claim,
            limit,
            next: first,
            count: 0,
            last: None,
        }
    }

    /// The moment by which it must have come; if only time has to pass, the moment it has come.
    pub fn limit(&self) -> SimTime {
        self.limit
    }

    /// Whether only time has to pass.
    pub fn is_span(&self) -> bool {
        self.claim.is_none()
    }

    /// Looks at what a journal has taken since the last look, for events that count, and then whether the claim holds
    /// with so many.
    fn look_at<E: Hash>(
        &mut self,
        now: SimTime,
        journal: &Journal<E>,
        counts: impl Fn(&C, &E) -> bool,
        holds: impl FnOnce(&C, u64) -> bool,
    ) -> Option<Option<EventId>> {
        let Some(claim) = &self.claim else {
            return (now >= self.limit).then_some(None);
        };
        for (id, entry) in journal.since(self.next) {
            if counts(claim, &entry.event) {
                self.count += 1;
                self.last = Some(id);
            }
        }
        self.next = self.next.max(journal.next_id());
        holds(claim, self.count).then_some(self.last)
    }
}

impl Awaited {
    /// What a step of a chapter about one cluster waits for; it begins at `from`, before the event `first`.
    pub fn new(wait: &Wait, from: SimTime, first: EventId) -> Awaited {
        let claim = match wait {
            Wait::Span(_) | Wait::Between { .. } => None,
            Wait::Until { that, .. } => Some(that.clone()),
        };
        Awaited::from_claim(claim, wait.limit(from), first)
    }

    /// Looks at what has happened since the last look. Returns whether what is waited for has come: the event that
    /// brought it, if there is one.
    ///
    /// `violations` says how often something has been seen violated, by its name.
    pub fn look(
        &mut self,
        world: &World,
        violations: impl FnOnce(&'static str) -> u64,
    ) -> Option<Option<EventId>> {
        let counts = |claim: &Claim, event: &_| match claim {
            Claim::Event(wanted) => matches(wanted, event),
            _ => true,
        };
        self.look_at(world.now(), world.journal(), counts, |claim, count| {
            holds(claim, count, world, violations) == Some(true)
        })
    }
}

impl Awaited<GlobalClaim> {
    /// What a step of a chapter about a global database waits for; it begins at `from`, before the event `first`.
    pub fn between(wait: &Wait, from: SimTime, first: EventId) -> Awaited<GlobalClaim> {
        let claim = match wait {
            Wait::Between { that, .. } => Some(*that),
            Wait::Span(_) | Wait::Until { .. } => None,
        };
        Awaited::from_claim(claim, wait.limit(from), first)
    }

    /// Looks at what has happened between Regions since the last look. Returns whether what is waited for has come: the
    /// event that brought it, if there is one.
    pub fn look_between(&mut self, globe: &Globe) -> Option<Option<EventId>> {
        let counts = |claim: &GlobalClaim, event: &globe::GlobalEvent| {
            let here = claim.region.is_none() || claim.region == event.region();
            here && event.name() == claim.event
        };
        self.look_at(globe.now(), globe.journal(), counts, |claim, count| {
            count >= claim.count
        })
    }
}

/// Whether a step can wait for such a claim.
pub(super) fn can_be_awaited(claim: &Claim) -> bool {
    match claim {
        Claim::Commits(commits) => commits.lost.is_none(),
        _ => {
            level(claim).is_some()
                || matches!(
                    claim,
                    Claim::Ability { .. } | Claim::Event(_) | Claim::Violation { .. }
                )
        }
    }
}

/// The point a claim speaks of, and where it should stand.
fn level(claim: &Claim) -> Option<(Point, &Compare<Level>)> {
    Some(match claim {
        Claim::Pgcl { group, is } => (Point::Pgcl { group: *group }, is),
        Claim::Scl { copy, group, is } => {
            let (copy, group) = (*copy, *group);
            (Point::Scl { copy, group }, is)
        }
        Claim::Vcl(is) => (Point::Vcl, is),
        Claim::Vdl(is) => (Point::Vdl, is),
        Claim::Allocated(is) => (Point::Allocated, is),
        _ => return None,
    })
}

/// Whether a claim holds when so many events have counted; `None` if it cannot be awaited.
fn holds(
    claim: &Claim,
    count: u64,
    world: &World,
    violations: impl FnOnce(&'static str) -> u64,
) -> Option<bool> {
    let compare =
        |is: &Option<Compare<u64>>, found: u64| is.is_none_or(|is| is.holds(found, *is.with()));
    Some(match claim {
        Claim::Commits(Commits {
            acknowledged,
            waiting,
            held,
            ..
        }) => {
            let writer = world.writer();
            compare(acknowledged, world.counters().commits)
                && compare(waiting, writer.commits().len().into())
                && compare(held, writer.requests_held().into())
        }
        Claim::Violation { invariant, count } => {
            let at_least_once = count.unwrap_or(Compare::AtLeast(1));
            compare(&Some(at_least_once), violations(invariant.0))
        }
        Claim::Ability { group, is } => *is == world.ability(*group).into(),
        Claim::Event(wanted) => compare(&Some(wanted.count.unwrap_or(Compare::AtLeast(1))), count),
        other => {
            let (point, is) = level(other)?;
            let with = match is.with() {
                Level::Lsn(lsn) => *lsn,
                Level::Point(point) => stands(*point, world),
            };
            is.holds(stands(point, world), with)
        }
    })
}
