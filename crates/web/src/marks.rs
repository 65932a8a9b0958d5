//! The marks of the timeline, gathered as the run goes on.

use session::{Session, SimTime};

use crate::painter::Marks;

/// The shortest stretch a timeline shows.
const SHORTEST_MICROS: u64 = 10_000;
/// With more marks than this in a row, all are gathered anew, thinned.
const MARKS_MAX: usize = 4_000;

/// Gathers marks.
#[derive(Default)]
pub(crate) struct Gatherer {
    marks: Marks,
    /// The moment up to which events have been gathered.
    covered: Option<SimTime>,
}

impl Gatherer {
    /// The known future has changed.
    pub fn reset(&mut self) {
        *self = Gatherer::default();
    }

    /// Takes in what has happened since; returns whether the marks are other ones now.
    pub fn follow(&mut self, session: &Session) -> bool {
        let horizon = session.horizon();
        let end = nice_end(horizon);
        if end == self.marks.end && horizon == self.marks.horizon {
            return false;
        }
        let furthest = session.furthest_moment();
        let row_max = self
            .marks
            .timeline
            .messages
            .len()
            .max(self.marks.timeline.commits.len());
        match self.covered {
            Some(covered)
                if covered <= furthest && end == self.marks.end && row_max < MARKS_MAX =>
            {
                let more = session.timeline(SimTime::from_micros(covered.micros() + 1), furthest);
                let timeline = &mut self.marks.timeline;
                timeline.commits.extend(more.commits);
                timeline.messages.extend(more.messages);
                timeline.faults.extend(more.faults);
            }
            _ => self.marks.timeline = session.timeline(SimTime::ZERO, furthest),
        }
        self.covered = Some(furthest);
        (self.marks.end, self.marks.horizon) = (end, horizon);
        true
    }

    /// The marks.
    pub fn marks(&self) -> &Marks {
        &self.marks
    }
}

/// A round moment with some room behind the horizon: 1, 2 or 5 times a power of ten.
fn nice_end(horizon: SimTime) -> SimTime {
    let needed = horizon.micros() + horizon.micros() / 8;
    let mut unit = SHORTEST_MICROS;
    loop {
        for times in [1, 2, 5] {
            if unit * times >= needed {
                return SimTime::from_micros(unit * times);
            }
        }
        unit *= 10;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_is_round_and_leaves_room() {
        for (horizon, end) in [
            (0, 10_000),
            (8_000, 10_000),
            (9_500, 20_000),
            (40_000, 50_000),
            (46_000, 100_000),
        ] {
            assert_eq!(
                nice_end(SimTime::from_micros(horizon)).micros(),
                end,
                "{horizon}"
            );
        }
    }
}
