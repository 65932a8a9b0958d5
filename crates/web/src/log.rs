//! The newest lines of the log, and whether more happens than can be read out.

use std::collections::VecDeque;

use base::{EventId, Phrase};
use session::Session;
use ui::LogLine;

/// Lines that are shown.
const LINES: usize = 60;
/// More lines than this within [`SPELL_MILLIS`] are too many to read out.
const READABLE: usize = 6;
/// The stretch of time in which lines are counted.
const SPELL_MILLIS: f64 = 3_000.0;
/// How often the summary speaks while too much happens.
const SUMMARY_MILLIS: f64 = 8_000.0;

/// A window on the journal.
#[derive(Default)]
pub(crate) struct Log {
    lines: VecDeque<LogLine>,
    /// The first event not looked at yet.
    next: EventId,
    /// When lines came, and how many.
    recent: VecDeque<(f64, usize)>,
    unsaid: u64,
    said_millis: f64,
    flood: Option<Phrase>,
}

impl Log {
    /// Everything is to be read again: another run, another verbosity.
    pub fn reset(&mut self) {
        *self = Log::default();
    }

    /// Takes in what has happened since.
    pub fn follow(&mut self, session: &Session, at_millis: f64) {
        let next = session
            .world()
            .map_or(EventId(0), |world| world.journal().next_id());
        if next < self.next {
            self.reset();
        }
        let came = session.lines_since(self.next, LINES);
        self.next = next;
        self.count(came.len(), at_millis);
        self.lines.extend(came);
        while self.lines.len() > LINES {
            self.lines.pop_front();
        }
    }

    fn count(&mut self, came: usize, at_millis: f64) {
        self.recent.push_back((at_millis, came));
        while self
            .recent
            .front()
            .is_some_and(|(at, _)| at_millis - at > SPELL_MILLIS)
        {
            self.recent.pop_front();
        }
        let flooding = self.recent.iter().map(|(_, came)| came).sum::<usize>() > READABLE;
        if !flooding {
            self.flood = None;
            self.unsaid = 0;
            return;
        }
        self.unsaid += came as u64;
        if self.flood.is_none() || at_millis - self.said_millis > SUMMARY_MILLIS {
            self.flood =
                Some(Phrase::new("ui-flood").with("events", std::mem::take(&mut self.unsaid)));
            self.said_millis = at_millis;
        }
    }

    /// The lines, oldest first.
    pub fn lines(&self) -> Vec<LogLine> {
        self.lines.iter().cloned().collect()
    }

    /// What is said in place of the lines, if they are too many.
    pub fn flood(&self) -> Option<Phrase> {
        self.flood.clone()
    }
}
