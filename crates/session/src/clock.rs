//! From real time to simulated time, in whole numbers.

use base::{SimSpan, SimTime};

use crate::Speed;

/// A tab that slept does not leap: longer than this, a tick counts only as much, in microseconds `[choice]`.
const TICK_MAX: u64 = 100_000;
/// Real microseconds in a second.
const SECOND: u64 = 1_000_000;
/// Simulated nanoseconds in a microsecond, times real microseconds in a second.
const PARTS: u64 = 1_000 * SECOND;

/// The playhead and how it moves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Clock {
    pub playhead: SimTime,
    pub speed: Speed,
    pub playing: bool,
    /// Parts of a simulated microsecond that have passed.
    rest: u64,
}

impl Clock {
    /// Where the playhead is after so much real time.
    pub fn after(&self, elapsed_micros: u64) -> (SimTime, u64) {
        let parts = elapsed_micros.min(TICK_MAX) * self.speed.nanos_per_second() + self.rest;
        let passed = SimSpan::from_micros(parts / PARTS);
        (self.playhead + passed, parts % PARTS)
    }

    /// The playhead has moved by itself.
    pub fn moved(&mut self, to: SimTime, rest: u64) {
        self.playhead = to;
        self.rest = rest;
    }

    /// The playhead was put somewhere.
    pub fn put(&mut self, at: SimTime) {
        self.moved(at, 0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_short_ticks_are_as_long_as_one_long_one() {
        let run = |tick: u64, ticks: u64| {
            let mut clock = Clock {
                speed: Speed::SLOWEST,
                ..Clock::default()
            };
            for _ in 0..ticks {
                let (to, rest) = clock.after(tick);
                clock.moved(to, rest);
            }
            clock.playhead
        };
        assert_eq!(run(16_000, 6_000), run(96_000, 1_000));
        assert_eq!(run(1, 100_000), SimTime::from_micros(10));
    }

    #[test]
    fn a_tab_that_slept_does_not_leap() {
        let clock = Clock {
            speed: Speed::REAL,
            ..Clock::default()
        };
        assert_eq!(clock.after(3_600 * SECOND).0, SimTime::from_millis(100));
    }
}
