//! Records held beyond a hole.
//!
//! The question asked at every step is "do I hold the record that follows this one?". So records are filed
//! under the LSN of their **predecessor** in the chain: the answer is one look. Nearly all records arrive
//! within a small window above the SCL, so the file is a ring indexed by the low bits of that LSN, which
//! grows as the window does; what lies further out than the ring may grow (a copy that was away for long
//! hears of new records long before it has caught up) goes into an ordered map.

use std::collections::BTreeMap;

use base::Lsn;

/// The ring starts with so many places …
const RING_MIN: u64 = 64;
/// … and grows no further than this.
const RING_MAX: u64 = 1 << 16;

/// Records of one group's chain that cannot be joined to the SCL yet.
#[derive(Clone, Debug, Default)]
pub struct Beyond {
    /// At the place of a record's predecessor, how many LSNs further the record lies; zero if it is not held.
    /// Whatever is in the ring has its predecessor less than a ring's length above the SCL, so no two share a
    /// place and none can be taken for another.
    ring: Vec<u32>,
    far: BTreeMap<Lsn, Lsn>,
    in_ring: u32,
}

impl Beyond {
    /// How many records are held.
    pub fn len(&self) -> u32 {
        self.in_ring + self.far.len() as u32
    }

    /// Whether none is held.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether a segment complete to `scl` holds the record that follows `after`.
    pub fn holds(&self, after: Lsn, scl: Lsn) -> bool {
        let in_ring = after.0 - scl.0 < self.ring.len() as u64 && self.ring[self.place(after)] != 0;
        in_ring || self.far.contains_key(&after)
    }

    /// Holds record `lsn`, whose predecessor is `after`, for a segment complete to `scl`.
    #[inline]
    pub fn hold(&mut self, after: Lsn, lsn: Lsn, scl: Lsn) {
        debug_assert!(scl < after && after < lsn);
        let window = after.0 - scl.0;
        if window >= self.ring.len() as u64 && window < RING_MAX {
            self.grow(window, scl);
        }
        let step = u32::try_from(lsn.0 - after.0)
            .ok()
            .filter(|_| window < self.ring.len() as u64);
        match step {
            Some(step) if self.far.is_empty() || !self.far.contains_key(&after) => {
                let place = self.place(after);
                self.in_ring += u32::from(self.ring[place] == 0);
                self.ring[place] = step;
            }
            Some(_) => {}
            None => {
                self.far.insert(after, lsn);
            }
        }
    }

    /// Takes out the record that follows `scl`, up to which the segment is complete, if it is held.
    #[inline]
    pub fn take_after(&mut self, scl: Lsn) -> Option<Lsn> {
        if self.in_ring > 0 {
            let place = self.place(scl);
            let step = std::mem::take(&mut self.ring[place]);
            if step > 0 {
                self.in_ring -= 1;
                return Some(scl.plus(step.into()));
            }
        }
        if self.far.is_empty() {
            None
        } else {
            self.far.remove(&scl)
        }
    }

    fn place(&self, after: Lsn) -> usize {
        (after.0 & (self.ring.len() as u64).wrapping_sub(1)) as usize
    }

    /// Makes the ring longer than `window`.
    fn grow(&mut self, window: u64, scl: Lsn) {
        let size = (window + 1).next_power_of_two().max(RING_MIN);
        let old = std::mem::replace(&mut self.ring, vec![0; size as usize]);
        for above in 0..old.len() as u64 {
            let after = scl.plus(above);
            let place = self.place(after);
            self.ring[place] = old[(after.0 & (old.len() as u64 - 1)) as usize];
        }
    }
}

#[cfg(test)]
mod tests {
    use base::{Chance, Stream};

    use super::*;

    /// Chains with random steps arrive in random order; a plain map says what must come out.
    #[test]
    fn agrees_with_a_plain_map() {
        for seed in 0..60 {
            let mut chance = Chance::new(seed, Stream::Scenario);
            let spread = [3, 40, 900][seed as usize % 3];
            let mut chain = vec![Lsn(1)];
            for _ in 0..400 {
                chain.push(
                    chain
                        .last()
                        .unwrap()
                        .plus(1 + u64::from(chance.below(spread))),
                );
            }
            let mut order: Vec<usize> = (1..chain.len()).collect();
            for n in (1..order.len()).rev() {
                order.swap(n, chance.below(n as u32 + 1) as usize);
            }
            let (mut beyond, mut plain, mut scl) = (Beyond::default(), BTreeMap::new(), chain[0]);
            for index in order {
                let (after, lsn) = (chain[index - 1], chain[index]);
                if after == scl {
                    scl = lsn;
                    while let Some(next) = plain.remove(&scl) {
                        assert!(beyond.holds(scl, scl));
                        assert_eq!(beyond.take_after(scl), Some(next), "seed {seed}");
                        scl = next;
                    }
                    assert_eq!(beyond.take_after(scl), None);
                } else {
                    beyond.hold(after, lsn, scl);
                    beyond.hold(after, lsn, scl);
                    plain.insert(after, lsn);
                }
                assert_eq!(beyond.len() as usize, plain.len());
            }
            assert_eq!(scl, *chain.last().unwrap());
        }
    }

    #[test]
    fn a_copy_far_behind_holds_what_is_new() {
        let mut beyond = Beyond::default();
        beyond.hold(Lsn(5_000_000), Lsn(5_000_001), Lsn(10));
        beyond.hold(Lsn(12), Lsn(13), Lsn(10));
        assert_eq!(beyond.len(), 2);
        assert!(beyond.ring.len() <= RING_MIN as usize);
        assert_eq!(beyond.take_after(Lsn(5_000_000)), Some(Lsn(5_000_001)));
        assert_eq!(beyond.take_after(Lsn(12)), Some(Lsn(13)));
        assert!(beyond.is_empty());
    }
}
