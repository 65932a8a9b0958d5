//! How fast each copy has been answering.
//!
//! A read asks the copy that has been answering fastest, so the others would never be heard of again: a copy that
//! was slow once would count as slow for ever. So now and then a read asks another copy too, the one not heard of
//! for longest, just to see (P-25).

use base::{CopyId, GroupId, SegmentId, SimSpan};
use litemap::LiteMap;

use crate::constants::{HEDGE_AFTER_MIN, HEDGE_TIMES, PROBE_ONE_IN, READ_PATIENCE};
use crate::membership::PerSlot;
use crate::quorum::CopySet;

/// What is known of one group's copies.
#[derive(Clone, Copy, Debug, Default)]
struct History {
    /// A running mean of answer times in microseconds; zero while unknown.
    mean_micros: PerSlot<u32>,
    /// At which read of the group each copy was asked last.
    asked_at: PerSlot<u32>,
    reads: u32,
}

/// The latency history of every copy that was ever asked.
#[derive(Clone, Debug, Default)]
pub struct Latencies {
    groups: LiteMap<GroupId, History>,
}

impl Latencies {
    fn of(&self, group: GroupId) -> History {
        self.groups.get(&group).copied().unwrap_or_default()
    }

    /// The running mean of a copy's answer times; nothing while it is unknown.
    pub fn mean(&self, segment: SegmentId) -> Option<SimSpan> {
        let micros = self.of(segment.group()).mean_micros[usize::from(segment.copy().0)];
        (micros > 0).then(|| SimSpan::from_micros(micros.into()))
    }

    /// A copy has answered after this long, or has not answered for as long.
    pub fn note(&mut self, segment: SegmentId, took: SimSpan) {
        let history = self.groups.entry(segment.group()).or_default();
        let mean = &mut history.mean_micros[usize::from(segment.copy().0)];
        let sample = u32::try_from(took.micros()).unwrap_or(u32::MAX / 4).max(1);
        *mean = if *mean == 0 {
            sample
        } else {
            (*mean / 4 * 3).saturating_add(sample / 4)
        };
    }

    /// A copy is asked.
    pub fn asked(&mut self, segment: SegmentId) {
        let history = self.groups.entry(segment.group()).or_default();
        history.asked_at[usize::from(segment.copy().0)] = history.reads;
    }

    /// The fastest of these copies; one that is unknown counts as fast, so that each gets its turn.
    pub fn fastest(&self, group: GroupId, among: CopySet) -> Option<CopyId> {
        let micros = self.of(group).mean_micros;
        among
            .iter()
            .min_by_key(|copy| (micros[usize::from(copy.0)], *copy))
    }

    /// A read of the group begins: whether it asks another copy too, and which of these it would be.
    pub fn probe(&mut self, group: GroupId, among: CopySet) -> Option<CopyId> {
        let history = self.groups.entry(group).or_default();
        history.reads = history.reads.wrapping_add(1);
        let asked_at = history.asked_at;
        history
            .reads
            .is_multiple_of(PROBE_ONE_IN)
            .then(|| {
                among
                    .iter()
                    .min_by_key(|copy| (asked_at[usize::from(copy.0)], *copy))
            })
            .flatten()
    }

    /// How long to wait for a copy before another is asked as well (R-6, P-24).
    pub fn hedge_after(&self, segment: SegmentId) -> SimSpan {
        let mean = self.mean(segment);
        mean.map_or(READ_PATIENCE, |mean| {
            let expected = SimSpan::from_micros(mean.micros() * HEDGE_TIMES);
            expected.max(HEDGE_AFTER_MIN).min(READ_PATIENCE)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn segment(copy: u8) -> SegmentId {
        SegmentId::new(GroupId(0), CopyId(copy))
    }

    /// EX-22: A 0.8, C 1.2, D 0.9 ms.
    #[test]
    fn ex_22_the_fastest_is_asked_and_then_the_second_fastest() {
        let mut latencies = Latencies::default();
        for (copy, micros) in [(0, 800), (2, 1_200), (3, 900)] {
            latencies.note(segment(copy), SimSpan::from_micros(micros));
        }
        let eligible: CopySet = [0, 2, 3].map(CopyId).into_iter().collect();
        let first = latencies.fastest(GroupId(0), eligible);
        assert_eq!(first, Some(CopyId(0)));
        assert_eq!(
            latencies.hedge_after(segment(0)),
            SimSpan::from_micros(1_600),
            "P-24: twice the running mean"
        );
        let others = eligible.without(CopyId(0));
        assert_eq!(latencies.fastest(GroupId(0), others), Some(CopyId(3)));
    }

    #[test]
    fn p_25_one_read_in_fifty_asks_who_was_not_heard_of_for_longest() {
        let mut latencies = Latencies::default();
        let others: CopySet = [1, 2].map(CopyId).into_iter().collect();
        let mut probed = Vec::new();
        for _ in 0..200 {
            if let Some(copy) = latencies.probe(GroupId(0), others) {
                latencies.asked(SegmentId::new(GroupId(0), copy));
                probed.push(copy.0);
            }
        }
        assert_eq!(probed, [1, 2, 1, 2]);
    }
}
