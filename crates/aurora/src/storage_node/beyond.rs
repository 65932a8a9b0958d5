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

#[derive(Clone, Copy, Debug)]
struct Held {
    /// The record before it in its group's chain.
    after: Lsn,
    /// The record; zero in an empty place.
    lsn: Lsn,
}

const EMPTY: Held = Held {
    after: Lsn::ZERO,
    lsn: Lsn::ZERO,
};

/// Records of one group's chain that cannot be joined to the SCL yet.
#[derive(Clone, Debug, Default)]
pub struct Beyond {
    ring: Vec<Held>,
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

    /// Whether the record that follows `after` is held.
    pub fn holds(&self, after: Lsn) -> bool {
        self.in_place(after).is_some() || self.far.contains_key(&after)
    }

    /// Holds record `lsn`, whose predecessor is `after`, for a segment complete to `scl`.
    #[inline]
    pub fn hold(&mut self, after: Lsn, lsn: Lsn, scl: Lsn) {
        debug_assert!(scl < after && after < lsn);
        let window = after.0 - scl.0;
        if window >= self.ring.len() as u64 && window < RING_MAX {
            self.grow(window);
        }
        if window >= self.ring.len() as u64 {
            self.far.insert(after, lsn);
        } else if !self.far.contains_key(&after) {
            let place = self.place(after);
            let held = &mut self.ring[place];
            if held.lsn == Lsn::ZERO {
                self.in_ring += 1;
            }
            debug_assert!(held.lsn == Lsn::ZERO || held.after == after);
            *held = Held { after, lsn };
        }
    }

    /// Takes out the record that follows `after`, if it is held.
    #[inline]
    pub fn take_after(&mut self, after: Lsn) -> Option<Lsn> {
        if self.in_ring > 0
            && let Some(lsn) = self.in_place(after)
        {
            let place = self.place(after);
            self.ring[place] = EMPTY;
            self.in_ring -= 1;
            return Some(lsn);
        }
        if self.far.is_empty() {
            None
        } else {
            self.far.remove(&after)
        }
    }

    fn in_place(&self, after: Lsn) -> Option<Lsn> {
        let held = self.ring.get(self.place(after))?;
        (held.after == after && held.lsn != Lsn::ZERO).then_some(held.lsn)
    }

    fn place(&self, after: Lsn) -> usize {
        (after.0 & (self.ring.len() as u64).wrapping_sub(1)) as usize
    }

    /// Makes the ring wider than `window`, so that no two records within it share a place.
    fn grow(&mut self, window: u64) {
        let size = (window + 1).next_power_of_two().max(RING_MIN);
        let old = std::mem::replace(&mut self.ring, vec![EMPTY; size as usize]);
        for held in old.into_iter().filter(|held| held.lsn != Lsn::ZERO) {
            let place = self.place(held.after);
            self.ring[place] = held;
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
                        assert!(beyond.holds(scl));
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
