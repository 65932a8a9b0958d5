//! When things happened, for the marks above a scrubber.

use base::{SimSpan, SimTime};
use world::{Event, Happening, World};

use crate::line::is_fault;

/// Marks per row: more could not be told apart.
const MARKS: u64 = 480;

/// Moments at which something happened, thinned so that no two of a row lie closer than the eye can tell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timeline {
    /// Commits acknowledged.
    pub commits: Vec<SimTime>,
    /// Messages sent.
    pub messages: Vec<SimTime>,
    /// Faults and repairs.
    pub faults: Vec<SimTime>,
}

/// What happened between two moments, both included, as far as the journal remembers.
///
/// A row has a bounded number of marks, and what lies between two of them is jumped over, so a long run costs
/// little more than a short one.
pub fn timeline(world: &World, from: SimTime, to: SimTime) -> Timeline {
    let apart = SimSpan::from_micros(to.since(from).micros() / MARKS + 1);
    let journal = world.journal();
    let mut faults = Vec::new();
    for id in world.events_from_outside() {
        let Some(entry) = journal.get(id).filter(|entry| is_fault(&entry.event)) else {
            continue;
        };
        let is_apart = faults.last().is_none_or(|last| entry.at >= *last + apart);
        if (from..=to).contains(&entry.at) && is_apart {
            faults.push(entry.at);
        }
    }
    let commits =
        |event: &Event| matches!(event, Event::Database(Happening::CommitAcknowledged { .. }));
    Timeline {
        commits: marks(world, from, to, apart, commits),
        messages: marks(world, from, to, apart, |event| {
            matches!(event, Event::Sent { .. })
        }),
        faults,
    }
}

/// The moments of events of one kind, each at least `apart` after the one before.
fn marks(
    world: &World,
    from: SimTime,
    to: SimTime,
    apart: SimSpan,
    is_one: impl Fn(&Event) -> bool,
) -> Vec<SimTime> {
    let mut marks = Vec::new();
    let mut next = from;
    loop {
        let mut rest = world.journal().since(first_at(world, next));
        let found = rest
            .find(|(_, entry)| is_one(&entry.event) || entry.at > to)
            .filter(|(_, entry)| entry.at <= to);
        let Some((_, entry)) = found else {
            return marks;
        };
        marks.push(entry.at);
        next = entry.at + apart;
    }
}

/// The first remembered event that happened at `from` or later.
fn first_at(world: &World, from: SimTime) -> base::EventId {
    let journal = world.journal();
    let (mut low, mut high) = (journal.oldest_id().0, journal.next_id().0);
    while low < high {
        let middle = low.midpoint(high);
        if journal
            .get(base::EventId(middle))
            .is_some_and(|entry| entry.at < from)
        {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    base::EventId(low)
}
