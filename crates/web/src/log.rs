//! The newest lines of the log, and whether more happens than can be read out.
//!
//! While a person reads a line, that is while it has the keyboard's focus or is looked at closely, the log stands still:
//! what is read does not move, and the focus is not lost with a line that goes.

use std::collections::VecDeque;

use base::{EventId, Phrase};
use session::Session;
use ui::{LineMove, LogLine};

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
    /// The line that is read, or was until it went.
    reading: Option<EventId>,
    /// The focus is to go to this line, since the one it was on has gone.
    strayed: Option<EventId>,
}

impl Log {
    /// Everything is to be read again: another run, another verbosity.
    pub fn reset(&mut self) {
        *self = Log::default();
    }

    /// Takes in what has happened since.
    pub fn follow(&mut self, session: &Session, at_millis: f64) {
        let next = session.next_event();
        if next < self.next {
            let reading = self.reading;
            self.reset();
            self.reading = reading;
        } else if self.reading.is_some() {
            return;
        }
        self.take_in(session, next, at_millis);
        let gone = |id: EventId| self.lines.iter().all(|line| line.id != id);
        if self.reading.is_some_and(gone) {
            self.reading = self.newest();
            self.strayed = self.reading;
        }
    }

    fn take_in(&mut self, session: &Session, next: EventId, at_millis: f64) {
        let came = session.lines_since(self.next, LINES);
        self.next = next;
        self.count(came.len(), at_millis);
        self.lines.extend(came);
        while self.lines.len() > LINES {
            self.lines.pop_front();
        }
    }

    /// A line is read, or none any more.
    pub fn read(&mut self, line: Option<EventId>) {
        self.reading = line;
    }

    /// The line that is read.
    pub fn reading(&self) -> Option<EventId> {
        self.reading
    }

    /// The line that the tab key comes to: the one that is read, or the newest.
    pub fn stop(&self) -> Option<EventId> {
        self.reading.or_else(|| self.newest())
    }

    /// The line that the focus is to go to, since the one it was on has gone.
    pub fn take_strayed(&mut self) -> Option<EventId> {
        self.strayed.take()
    }

    /// The line that a move leads to. One past the newest that is shown lets the log go on first.
    pub fn after(&mut self, step: LineMove, session: &Session, at_millis: f64) -> Option<EventId> {
        let here = self.stop()?;
        let place = self.lines.iter().position(|line| line.id == here)?;
        if let Some(place) = step.from(place, self.lines.len()) {
            return Some(self.lines[place].id);
        }
        self.reading = None;
        self.follow(session, at_millis);
        let next = self.lines.iter().find(|line| line.id > here);
        match step {
            LineMove::Newer => next.map(|line| line.id).or_else(|| self.newest()),
            _ => self.newest(),
        }
    }

    fn newest(&self) -> Option<EventId> {
        self.lines.back().map(|line| line.id)
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
