//! Somebody who looks on while a rule is wrong on purpose.
//!
//! The referee reads the journal as far as the run has ever come in its present future. A run that goes back goes
//! the same way again (INV-19), so what was found ahead of the playhead is only hidden, not forgotten. Only when
//! a command makes another future is the journal read anew, from its beginning; runs under a wrong rule are short.

use base::EventId;
use world::checkers::{Referee, Violation};
use world::{Event, Journal, World};

/// The referee, and how far it has read.
#[derive(Clone, Debug)]
pub(crate) struct Watch {
    referee: Referee,
    read: EventId,
}

impl Watch {
    /// Looks on from the beginning of a run.
    pub fn new(world: &World) -> Watch {
        let mut watch = Watch {
            referee: Referee::new(world.topology()),
            read: EventId(0),
        };
        watch.follow(world.journal());
        watch
    }

    /// Reads what has happened, unless the run has been there before. Where the journal no longer remembers what
    /// comes next, nothing more is found.
    pub fn follow(&mut self, journal: &Journal<Event>) {
        if journal.next_id() > self.read && journal.oldest_id() <= self.read {
            self.referee.follow(journal);
            self.read = journal.next_id();
        }
    }

    /// The future has changed: what was read of the old one is void.
    pub fn begin_anew(&mut self, world: &World) {
        if world.journal().oldest_id() == EventId(0) {
            *self = Watch::new(world);
        }
    }

    /// What was found at events before this one.
    pub fn violations_before(&self, event: EventId) -> impl Iterator<Item = &Violation> {
        let verdict = self.referee.verdict().iter();
        verdict.filter(move |violation| violation.event < event)
    }
}
