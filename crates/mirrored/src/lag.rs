//! How far replicas are behind: one that applies a log of statements or rows by itself, and Aurora's readers (E-9).
//!
//! A logical replica gets the primary's binary log in the order of its commits, writes it down, and does every transaction
//! over again, one after another (`Logical`). As long as it does more in a second than the primary commits, it is a
//! moment behind; from there on its lag is that of everything that has piled up, and grows for as long as the load lasts.
//! A reader of Aurora does nothing over again: it applies redo to the pages it has in memory and throws the rest away
//! (RP-2), so it keeps up at any rate the writer reaches.
//!
//! The primary of the logical replica is taken to keep up with what is asked of it `[choice]`: what is looked at is the
//! replica.

use std::collections::VecDeque;

use base::{Chance, Keep, ReaderId, SimSpan, SimTime, Stream, ZoneId};
use serde::Serialize;
use world::{Command, Load, Micros, ReaderSpec, Topology, World};

/// Rates of writes that were measured, with the lags that were published: Aurora's in hundredths of a millisecond, MySQL's
/// in milliseconds (E-9). The first of MySQL's was "less than".
pub const PUBLISHED: [(u32, u64, u64); 4] = [
    (1_000, 262, 1_000),
    (2_000, 342, 1_000),
    (5_000, 394, 60_000),
    (10_000, 538, 300_000),
];

/// How long a logical replica takes for one transaction on average, in microseconds: a little less than 2,000 in a second
/// need, for up to there it keeps up with a second of lag (E-9) `[choice]`.
pub const APPLY_MICROS: u32 = 480;
/// How often lags are looked at.
const LOOK_EVERY: SimSpan = SimSpan::from_millis(10);
/// Rows the writes are about.
const ROWS: u32 = 1_000;

/// A replica that does every transaction over again, one at a time.
#[derive(Clone, Debug)]
pub struct Logical {
    chance: Chance,
    /// When each transaction was committed that has come and is not applied, and when it came.
    relay: VecDeque<(SimTime, SimTime)>,
    /// The one it is at: when that was committed, and when it is done.
    at: Option<(SimTime, SimTime)>,
    /// When it was done last.
    free: SimTime,
}

impl Logical {
    /// One that has applied everything there is.
    pub fn new(seed: u64) -> Logical {
        Logical {
            chance: Chance::new(seed, Stream::Readers),
            relay: VecDeque::new(),
            at: None,
            free: SimTime::ZERO,
        }
    }

    /// A transaction was committed then, and comes now. They come in the order of their commits.
    pub fn comes(&mut self, now: SimTime, committed: SimTime) {
        self.goes_on(now);
        self.relay.push_back((committed, now));
        self.goes_on(now);
    }

    /// Applies what it can by now.
    pub fn goes_on(&mut self, now: SimTime) {
        loop {
            match self.at {
                Some((_, done)) if done > now => return,
                Some((_, done)) => {
                    self.free = done;
                    self.at = None;
                }
                None => {}
            }
            let Some((committed, came)) = self.relay.pop_front() else {
                return;
            };
            let takes = APPLY_MICROS / 2 + self.chance.below(APPLY_MICROS);
            let begins = self.free.max(came);
            self.at = Some((committed, begins + SimSpan::from_micros(takes.into())));
        }
    }

    /// How long ago the oldest transaction was committed that it does not show; nothing if it shows all that came.
    pub fn lag(&self, now: SimTime) -> SimSpan {
        let at = self.at.map(|(committed, _)| committed);
        let oldest = at.or_else(|| self.relay.front().map(|(committed, _)| *committed));
        oldest.map_or(SimSpan::ZERO, |committed| now.since(committed))
    }

    /// How many transactions have come and are not applied.
    pub fn backlog(&self) -> u64 {
        self.relay.len() as u64 + u64::from(self.at.is_some())
    }
}

/// How far both are behind at a rate of writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Lags {
    /// Writes in a second.
    pub writes_per_second: u32,
    /// How far Aurora's reader is behind, at the median moment.
    pub aurora_micros: u64,
    /// At most.
    pub aurora_longest_micros: u64,
    /// How far the logical replica is behind in the end.
    pub logical_micros: u64,
    /// Transactions it has not applied by then.
    pub logical_backlog: u64,
}

/// Lets clients write at a rate for so long, with a reader of Aurora in another zone, and a logical replica there too.
pub fn study(writes_per_second: u32, span: SimSpan, seed: u64) -> Lags {
    let until = SimTime::ZERO + span;
    let topology = Topology {
        readers: vec![ReaderSpec::in_zone(ZoneId(1))],
        cache_pages: 20,
        ..Topology::default()
    };
    let (aurora_micros, aurora_longest_micros) =
        aurora_lag(topology.clone(), writes_per_second, until, seed);
    let logical = logical_lag(&topology, writes_per_second, until, seed);
    Lags {
        writes_per_second,
        aurora_micros,
        aurora_longest_micros,
        logical_micros: logical.lag(until).micros(),
        logical_backlog: logical.backlog(),
    }
}

fn aurora_lag(topology: Topology, rate: u32, until: SimTime, seed: u64) -> (u64, u64) {
    let mut world = World::new(topology, seed, Keep::Newest(1_024));
    let load = Load::OpenLoop {
        writes_per_second: rate,
        reads_per_second: 0,
        rows: ROWS,
    };
    world
        .give(&Command::StartLoad(load))
        .expect("a load within its bounds");
    let mut lags = Vec::new();
    let mut now = SimTime::ZERO;
    while now < until {
        now = now + LOOK_EVERY;
        world.run_until(now, u64::MAX);
        if let Some(lag) = world.reader_lag(ReaderId(0)) {
            lags.push(lag.micros());
        }
    }
    lags.sort_unstable();
    let median = lags.get(lags.len() / 2).copied().unwrap_or_default();
    (median, lags.last().copied().unwrap_or_default())
}

fn logical_lag(topology: &Topology, rate: u32, until: SimTime, seed: u64) -> Logical {
    let mut logical = Logical::new(seed);
    let mut chance = Chance::new(seed, Stream::Clients);
    let Micros(shortest, longest) = topology.zone_delay(ZoneId(0), ZoneId(1));
    let (mut nanos, mut came) = (0, SimTime::ZERO);
    if rate == 0 {
        return logical;
    }
    loop {
        nanos += chance.waiting_micros(1_000_000_000 / rate);
        let committed = SimTime::from_micros(nanos / 1_000);
        if committed >= until {
            break;
        }
        // One connection: nothing overtakes.
        let takes = chance.between(shortest, longest.max(shortest));
        came = came.max(committed + SimSpan::from_micros(takes.into()));
        if came > until {
            break;
        }
        logical.comes(came, committed);
    }
    logical.goes_on(until);
    logical
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_replica_that_keeps_up_is_a_moment_behind_and_one_that_does_not_is_ever_more() {
        let at = |rate, seconds: u64| {
            let until = SimTime::from_millis(seconds * 1_000);
            logical_lag(&Topology::default(), rate, until, 1).lag(until)
        };
        let moment = SimSpan::from_millis(20);
        assert!(at(1_000, 2) < moment && at(1_000, 8) < moment);
        let (early, late) = (at(5_000, 2), at(5_000, 8));
        assert!(early > SimSpan::from_millis(1_000), "{early}");
        assert!(late.micros() > 3 * early.micros(), "{early} {late}");
    }

    /// E-9 as a direction: flat on one side, exploding on the other.
    #[test]
    fn e_9_the_lag_of_a_logical_replica_explodes_with_the_rate_and_aurora_s_does_not() {
        let span = SimSpan::from_millis(3_000);
        let lags: Vec<Lags> = [1_000, 2_000, 5_000, 10_000]
            .map(|rate| study(rate, span, 1))
            .to_vec();
        for lags in &lags {
            assert!(lags.aurora_micros < 20_000, "RP-8: {lags:?}");
        }
        let [first, second, third, fourth] = lags[..] else {
            panic!("four rates")
        };
        assert!(first.logical_micros < 1_000_000);
        assert!(third.logical_micros > 20 * first.logical_micros);
        assert!(fourth.logical_micros > third.logical_micros);
        assert!(third.logical_micros > second.logical_micros);
        // Ten times the writes: a few times the lag here, hundreds of times there.
        assert!(fourth.aurora_micros <= 5 * first.aurora_micros.max(1_000));
        assert!(fourth.logical_micros > 100 * fourth.aurora_micros);
    }
}
