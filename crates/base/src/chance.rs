//! Seeded chance in whole numbers.
//!
//! Each subject draws from a stream of its own, so that one more typed write does not change the weather on
//! the network. All results are integers: logarithms differ in their last bit between a browser and a native
//! build, and one bit is enough to make two runs part for ever.

use rand_pcg::Pcg32;
use rand_pcg::rand_core::Rng;

/// What a stream of chance is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// Delays and losses of messages.
    Network = 1,
    /// What clients ask, and when.
    Clients = 2,
    /// Drawing whole scenarios for soak runs.
    Scenario = 3,
    /// Whether and how far a drawn volume grows.
    Growth = 4,
    /// Whether and how a drawn run changes the members of its groups.
    Members = 5,
    /// Whether and when the writer of a drawn run crashes.
    Crashes = 6,
    /// Delays and losses of messages to and from readers: what they do changes nothing for others (RP-1).
    Readers = 7,
    /// Whether a drawn run has readers, and what befalls them.
    DrawnReaders = 8,
    /// How long processes take to start and names to change in a cluster, and who is drawn among equals.
    Failover = 9,
    /// Which reader a name leads to, and how long clients wait before they connect anew.
    Connections = 10,
    /// Failures of copies and zones in a study of durability.
    Failures = 16,
    /// Whether a drawn run has transactions of several statements.
    DrawnTransactions = 32,
    /// Whether a drawn cluster is stopped, restarted and patched, and its writers crash one upon the other.
    DrawnOperations = 33,
}

/// A seeded source of integers (a permuted congruential generator, PCG-XSH-RR 64/32).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chance {
    source: Pcg32,
}

impl Chance {
    /// The stream for one subject of the run with this seed.
    pub fn new(seed: u64, stream: Stream) -> Chance {
        Chance {
            source: Pcg32::new(seed, stream as u64),
        }
    }

    /// Any 32 bits.
    #[inline]
    pub fn bits(&mut self) -> u32 {
        self.source.next_u32()
    }

    /// A number from 0 up to, not including, `end`; 0 if `end` is 0. Its bias is below `end / 2^32`.
    #[inline]
    pub fn below(&mut self, end: u32) -> u32 {
        ((u64::from(self.bits()) * u64::from(end)) >> 32) as u32
    }

    /// A number from `low` to `high`, both included.
    ///
    /// # Panics
    /// If `low > high`.
    #[inline]
    pub fn between(&mut self, low: u32, high: u32) -> u32 {
        assert!(low <= high, "an empty range has no number in it");
        let width = u64::from(high - low) + 1;
        low + ((u64::from(self.bits()) * width) >> 32) as u32
    }

    /// True in `permille` of a thousand cases.
    #[inline]
    pub fn permille(&mut self, permille: u32) -> bool {
        self.below(1_000) < permille
    }

    /// A waiting time of an arrival process without memory (exponential), with this mean.
    ///
    /// Von Neumann's method: it needs nothing but comparisons of uniform numbers. Draw a falling run
    /// `u₁ ≥ u₂ ≥ …`; if the run has odd length, the answer is `u₁` plus the number of runs thrown away.
    pub fn waiting_micros(&mut self, mean_micros: u32) -> u64 {
        let mut whole = 0_u64;
        loop {
            let first = self.bits();
            let mut last = first;
            let mut length = 1_u32;
            loop {
                let next = self.bits();
                if next > last {
                    break;
                }
                last = next;
                length += 1;
            }
            if length % 2 == 1 {
                let units = (u128::from(whole) << 32) | u128::from(first);
                return ((units * u128::from(mean_micros)) >> 32) as u64;
            }
            whole += 1;
        }
    }

    /// Any 64 bits.
    fn long_bits(&mut self) -> u64 {
        u64::from(self.bits()) << 32 | u64::from(self.bits())
    }

    /// As [`Chance::below`], for large ends: its bias is below `end / 2^64`.
    pub fn long_below(&mut self, end: u64) -> u64 {
        ((u128::from(self.long_bits()) * u128::from(end)) >> 64) as u64
    }

    /// As [`Chance::waiting_micros`], for means of up to thousands of years: drawn finely enough that seconds are told
    /// apart within them.
    pub fn waiting_long_micros(&mut self, mean_micros: u64) -> u64 {
        let mut whole = 0_u64;
        loop {
            let first = self.long_bits();
            let mut last = first;
            let mut odd = true;
            loop {
                let next = self.long_bits();
                if next > last {
                    break;
                }
                last = next;
                odd = !odd;
            }
            if odd {
                let part = (u128::from(first) * u128::from(mean_micros)) >> 64;
                return whole
                    .saturating_mul(mean_micros)
                    .saturating_add(part as u64);
            }
            whole += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_draws_the_same_numbers_and_streams_differ() {
        let draw = |seed, stream| {
            let mut chance = Chance::new(seed, stream);
            (0..8).map(|_| chance.bits()).collect::<Vec<_>>()
        };
        assert_eq!(draw(7, Stream::Network), draw(7, Stream::Network));
        assert_ne!(draw(7, Stream::Network), draw(7, Stream::Clients));
        assert_ne!(draw(7, Stream::Network), draw(8, Stream::Network));
    }

    #[test]
    fn between_reaches_both_ends_and_nothing_else() {
        let mut chance = Chance::new(1, Stream::Network);
        let drawn: std::collections::BTreeSet<u32> =
            (0..1_000).map(|_| chance.between(3, 6)).collect();
        assert_eq!(drawn.into_iter().collect::<Vec<_>>(), [3, 4, 5, 6]);
        assert_eq!(chance.between(9, 9), 9);
        let _ = chance.between(0, u32::MAX);
    }

    #[test]
    fn waiting_times_have_the_mean_and_the_spread_of_an_exponential() {
        let mut chance = Chance::new(42, Stream::Clients);
        let draws: Vec<u64> = (0..100_000).map(|_| chance.waiting_micros(1_000)).collect();
        let mean = draws.iter().sum::<u64>() / 100_000;
        assert!((985..=1_015).contains(&mean), "mean {mean}");
        // A share of 1/e = 36.8 % waits longer than the mean, and 13.5 % longer than twice the mean.
        let longer = |than| draws.iter().filter(|draw| **draw > than).count();
        assert!(
            (36_200..=37_400).contains(&longer(1_000)),
            "{}",
            longer(1_000)
        );
        assert!(
            (13_100..=13_950).contains(&longer(2_000)),
            "{}",
            longer(2_000)
        );
    }
    #[test]
    fn long_waiting_times_are_exponential_down_to_a_small_part_of_their_mean() {
        let year = 365 * 86_400 * 1_000_000;
        let mut chance = Chance::new(42, Stream::Failures);
        let draws: Vec<u64> = (0..100_000)
            .map(|_| chance.waiting_long_micros(year))
            .collect();
        let mean = draws.iter().sum::<u64>() / 100_000;
        assert!(mean.abs_diff(year) < year / 66, "mean {mean}");
        let shorter = |than| draws.iter().filter(|draw| **draw < than).count();
        assert!((62_700..=63_700).contains(&shorter(year)));
        assert!((900..=1_090).contains(&shorter(year / 100)));
        assert!((chance.long_below(10) < 10) && chance.long_below(0) == 0);
    }
}
