//! Records held beyond a hole.
//!
//! The question asked at every step is "do I hold the record that follows this one?". In the chain of its group
//! each record has a place, counted from 0 without gaps, and its back link names the record one place before. So
//! what is held is a row of bits, one for each place, and the SCL moves on over the ones that follow it. Nearly
//! all records arrive within a small window above the SCL; a copy that was away for long hears of new records
//! long before it has caught up, and pays for them with one bit for each record in between.

use std::collections::VecDeque;

/// Places in one word.
const WORD: u32 = u64::BITS;

/// Words that stand in the segment itself: nearly always that is all there are.
const HERE: usize = 2;

/// Places of one group's chain whose records are held but cannot be joined to the SCL yet.
#[derive(Clone, Debug, Default)]
pub struct Beyond {
    /// The first word holds the places from `WORD * first` on.
    first: u32,
    here: [u64; HERE],
    /// The words after those; the last of them is never empty.
    more: Option<Box<Words>>,
}

#[derive(Clone, Debug, Default)]
struct Words(VecDeque<u64>);

impl Beyond {
    fn words(&self) -> impl Iterator<Item = u64> {
        let more = self.more.iter().flat_map(|more| more.0.iter());
        self.here.iter().chain(more).copied()
    }

    fn more(&self) -> usize {
        self.more.as_ref().map_or(0, |more| more.0.len())
    }

    /// How many records are held.
    pub fn len(&self) -> u32 {
        self.words().map(|word| word.count_ones()).sum()
    }

    /// Whether none is held.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.here == [0; HERE] && self.more() == 0
    }

    /// Whether the record at this place is held.
    pub fn holds(&self, place: u32) -> bool {
        let word = (place / WORD).checked_sub(self.first);
        word.and_then(|word| self.words().nth(word as usize))
            .is_some_and(|word| word >> (place % WORD) & 1 == 1)
    }

    /// Holds the records at the places `from` up to, not including, `to`, for a segment complete up to, not
    /// including, `complete`.
    #[inline]
    pub fn hold(&mut self, from: u32, to: u32, complete: u32) {
        debug_assert!(
            complete < from && from < to,
            "what follows the SCL is not held but joined"
        );
        if self.is_empty() {
            self.first = complete / WORD;
        }
        let mut from = from;
        while from < to {
            let upto = to.min((from / WORD + 1) * WORD);
            let word = self.word_mut((from / WORD - self.first) as usize);
            *word |= (u64::MAX >> (WORD - (upto - from))) << (from % WORD);
            from = upto;
        }
    }

    #[inline]
    fn word_mut(&mut self, word: usize) -> &mut u64 {
        let Some(word) = word.checked_sub(HERE) else {
            return &mut self.here[word];
        };
        let more = &mut self.more.get_or_insert_default().0;
        if word >= more.len() {
            more.resize(word + 1, 0);
        }
        &mut more[word]
    }

    /// Forgets the records from this place on.
    pub fn keep_before(&mut self, end: u32) {
        for (number, word) in (self.first..).zip(&mut self.here) {
            *word &= below(number, end);
        }
        let Some(more) = &mut self.more else { return };
        let first = self.first + HERE as u32;
        for (number, word) in (first..).zip(&mut more.0) {
            *word &= below(number, end);
        }
        while more.0.back() == Some(&0) {
            more.0.pop_back();
        }
    }

    /// Takes out the records that follow without a hole once a segment is complete up to, not including,
    /// `complete`, and forgets those before. Returns up to where it is complete now.
    #[inline]
    pub fn take_from(&mut self, complete: u32) -> u32 {
        let mut complete = complete;
        while !self.is_empty() {
            while self.first < complete / WORD {
                self.first += 1;
                self.here.rotate_left(1);
                let next = self.more.as_mut().and_then(|more| more.0.pop_front());
                self.here[HERE - 1] = next.unwrap_or(0);
                if self.is_empty() {
                    return complete;
                }
            }
            let word = &mut self.here[0];
            *word &= u64::MAX << (complete % WORD);
            let following = (*word >> (complete % WORD)).trailing_ones();
            if following == 0 {
                break;
            }
            complete += following;
        }
        complete
    }
}

/// The bits of the word with this number that stand for places before `end`.
fn below(number: u32, end: u32) -> u64 {
    match end.saturating_sub(number * WORD) {
        0 => 0,
        places if places >= WORD => u64::MAX,
        places => u64::MAX >> (WORD - places),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use base::{Chance, Stream};

    use super::*;

    /// Runs of random length arrive in random order, some of them twice; a plain set says what must come out.
    #[test]
    fn agrees_with_a_plain_set() {
        for seed in 0..60 {
            let mut chance = Chance::new(seed, Stream::Scenario);
            let longest = [1, 5, 200][seed as usize % 3];
            let mut runs = Vec::new();
            let mut end = 0;
            while end < 1_000 {
                let from = end - chance.below(end.min(longest) + 1);
                end += 1 + chance.below(longest);
                runs.push((from, end));
            }
            for n in (1..runs.len()).rev() {
                runs.swap(n, chance.below(n as u32 + 1) as usize);
            }
            let (mut beyond, mut plain, mut complete) = (Beyond::default(), BTreeSet::new(), 0);
            for (from, to) in runs {
                if from > complete {
                    beyond.hold(from, to, complete);
                } else {
                    complete = beyond.take_from(complete.max(to));
                }
                plain.extend(from..to);
                let expected = (0..).find(|place| !plain.contains(place)).unwrap();
                assert_eq!(complete, expected, "seed {seed}");
                let held = plain.range(complete..);
                assert_eq!(beyond.len() as usize, held.clone().count());
                let all = (complete..end + 70).filter(|place| beyond.holds(*place));
                assert!(all.eq(held.copied()), "seed {seed}");
            }
            assert!(complete == end && beyond.is_empty());
        }
    }

    #[test]
    fn what_lies_behind_a_cut_is_forgotten() {
        for end in [0, 5, 63, 64, 65, 100, 127, 128, 129, 200, 300] {
            let mut beyond = Beyond::default();
            beyond.hold(62, 67, 10);
            beyond.hold(99, 101, 10);
            beyond.hold(128, 190, 10);
            let held: Vec<u32> = (0..400)
                .filter(|place| beyond.holds(*place) && *place < end)
                .collect();
            beyond.keep_before(end);
            let left: Vec<u32> = (0..400).filter(|place| beyond.holds(*place)).collect();
            assert_eq!(
                (left, beyond.len() as usize),
                (held.clone(), held.len()),
                "{end}"
            );
            assert_eq!(beyond.is_empty(), held.is_empty());
        }
    }

    #[test]
    fn a_copy_far_behind_holds_what_is_new() {
        let mut beyond = Beyond::default();
        beyond.hold(5_000_000, 5_000_003, 10);
        beyond.hold(12, 13, 10);
        assert_eq!(beyond.len(), 4);
        assert_eq!(beyond.take_from(12), 13);
        assert_eq!(beyond.take_from(5_000_000), 5_000_003);
        assert!(beyond.is_empty());
    }
}
