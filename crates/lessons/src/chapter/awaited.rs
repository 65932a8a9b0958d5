//! Waiting for what a step waits for.
//!
//! The page waits with this and nothing else: it says whether a claim holds, not how things stand instead, and the
//! oracle need not come along.

use base::{EventId, SimTime};
use world::World;

use super::Wait;
use crate::run::{matches, stands};
use crate::scenario::expect::{Claim, Commits, Compare, Level, Point};

/// A claim that is looked at while a run moves on. Events count from the moment it was made.
#[derive(Clone, Debug)]
pub struct Awaited {
    /// The claim; without one, only time has to pass.
    claim: Option<Claim>,
    limit: SimTime,
    /// The next event to look at.
    next: EventId,
    /// Events that counted.
    count: u64,
    /// The last event that counted.
    last: Option<EventId>,
}

impl Awaited {
    /// What a step waits for that begins at `from`, before the event `first`.
    pub fn new(wait: &Wait, from: SimTime, first: EventId) -> Awaited {
        Awaited {
            claim: match wait {
                Wait::Span(_) | Wait::Between { .. } => None,
                Wait::Until { that, .. } => Some(that.clone()),
            },
            limit: wait.limit(from),
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

    /// Looks at what has happened since the last look. Returns whether what is waited for has come: the event that
    /// brought it, if there is one.
    ///
    /// `violations` says how often something has been seen violated, by its name.
    pub fn look(
        &mut self,
        world: &World,
        violations: impl FnOnce(&'static str) -> u64,
    ) -> Option<Option<EventId>> {
        let Some(claim) = &self.claim else {
            return (world.now() >= self.limit).then_some(None);
        };
        for (id, entry) in world.journal().since(self.next) {
            let counts = match claim {
                Claim::Event(wanted) => matches(wanted, &entry.event),
                _ => true,
            };
            if counts {
                self.count += 1;
                self.last = Some(id);
            }
        }
        self.next = self.next.max(world.journal().next_id());
        holds(claim, self.count, world, violations)?.then_some(self.last)
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
