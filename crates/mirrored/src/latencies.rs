//! Many lengths of time in little room, and the ranks among them.

use base::SimSpan;

/// Buckets for each doubling.
const FINE: u64 = 32;
const FINE_BITS: u32 = FINE.trailing_zeros();
/// Doublings above the exact range, up to 2⁴⁰ µs, twelve days.
const DOUBLINGS: u64 = 40 - FINE_BITS as u64;
const BUCKETS: usize = ((DOUBLINGS + 1) * FINE) as usize;

/// A histogram of spans: exact up to 32 µs, above that to one part in 32.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Latencies {
    counts: Vec<u32>,
    count: u64,
    longest: SimSpan,
}

impl Default for Latencies {
    fn default() -> Self {
        Latencies {
            counts: vec![0; BUCKETS],
            count: 0,
            longest: SimSpan::ZERO,
        }
    }
}

impl Latencies {
    /// Adds one.
    pub fn add(&mut self, span: SimSpan) {
        self.counts[bucket_of(span.micros())] += 1;
        self.count += 1;
        self.longest = self.longest.max(span);
    }

    /// How many there are.
    pub fn count(&self) -> u64 {
        self.count
    }

    /// The longest.
    pub fn longest(&self) -> SimSpan {
        self.longest
    }

    /// The span that so many thousandths of them do not exceed: 500 is the median. `None` if there are none.
    pub fn permille(&self, permille: u64) -> Option<SimSpan> {
        if self.count == 0 {
            return None;
        }
        let rank = (self.count * permille).div_ceil(1_000).max(1);
        let mut seen = 0;
        let place = self.counts.iter().position(|count| {
            seen += u64::from(*count);
            seen >= rank
        });
        let micros = end_of(place.expect("ranks lie within the count"));
        Some(SimSpan::from_micros(micros).min(self.longest))
    }
}

fn bucket_of(micros: u64) -> usize {
    if micros < FINE {
        return micros as usize;
    }
    let doubling = micros.ilog2() - FINE_BITS;
    let within = (micros >> doubling) - FINE;
    ((u64::from(doubling) + 1) * FINE + within).min(BUCKETS as u64 - 1) as usize
}

/// The longest span that falls into a bucket.
fn end_of(bucket: usize) -> u64 {
    let bucket = bucket as u64;
    if bucket < FINE {
        return bucket;
    }
    let (doubling, within) = (bucket / FINE - 1, bucket % FINE);
    ((FINE + within + 1) << doubling) - 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_are_right_to_one_part_in_32() {
        let mut latencies = Latencies::default();
        assert_eq!(latencies.permille(500), None);
        for micros in 1..=10_000 {
            latencies.add(SimSpan::from_micros(micros));
        }
        for (permille, truth) in [(1, 10), (500, 5_000), (950, 9_500), (990, 9_900)] {
            let found = latencies.permille(permille).unwrap().micros();
            assert!((truth..=truth + truth / 32 + 1).contains(&found), "{found}");
        }
        assert_eq!(latencies.permille(1_000).unwrap().micros(), 10_000);
        assert_eq!(latencies.count(), 10_000);
    }

    #[test]
    fn every_span_has_a_bucket_that_ends_at_or_behind_it() {
        for micros in (0..40).flat_map(|bit| [(1 << bit) - 1, 1 << bit, (1 << bit) + 1]) {
            let bucket = bucket_of(micros);
            assert!(end_of(bucket) >= micros, "{micros}");
            assert!(bucket == 0 || end_of(bucket - 1) < micros, "{micros}");
        }
        let _ = bucket_of(u64::MAX);
    }
}
