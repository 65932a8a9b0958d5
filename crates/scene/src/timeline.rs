//! When things happened, for the marks above a scrubber.

use base::SimTime;
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
/// Costs one look at each remembered event of that stretch.
pub fn timeline(world: &World, from: SimTime, to: SimTime) -> Timeline {
    let mut timeline = Timeline::default();
    let apart = to.since(from).micros() / MARKS;
    let add = |row: &mut Vec<SimTime>, at: SimTime| {
        if row
            .last()
            .is_none_or(|last| at.since(*last).micros() > apart)
        {
            row.push(at);
        }
    };
    let journal = world.journal();
    let first = first_at(world, from);
    for (_, entry) in journal.since(first).take_while(|(_, entry)| entry.at <= to) {
        match entry.event {
            Event::Sent { .. } => add(&mut timeline.messages, entry.at),
            Event::Database(Happening::CommitAcknowledged { .. }) => {
                add(&mut timeline.commits, entry.at);
            }
            event if is_fault(&event) => add(&mut timeline.faults, entry.at),
            _ => {}
        }
    }
    timeline
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
