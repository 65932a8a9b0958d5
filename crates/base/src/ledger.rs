//! An append-only list that is cheap to copy.

use std::collections::VecDeque;
use std::sync::Arc;

/// Items per chunk.
const CHUNK: usize = 1_024;

/// How much of the past is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// Everything.
    All,
    /// At least the newest so many items (whole chunks of 1,024 are let go).
    Newest(u32),
}

/// Items numbered from 0 in the order they came.
///
/// Full chunks are shared between copies, so that a checkpoint of a long run copies one unfinished chunk and
/// a list of pointers. The oldest chunks can be let go; numbers do not change thereby.
#[derive(Clone, Debug)]
pub struct Ledger<T> {
    keep: Keep,
    full: VecDeque<Arc<Vec<T>>>,
    /// Chunks let go from the front.
    let_go: u64,
    newest: Vec<T>,
    /// The number of the first item of the newest chunk.
    newest_from: u64,
}

impl<T> Ledger<T> {
    /// An empty ledger.
    pub fn new(keep: Keep) -> Self {
        Ledger {
            keep,
            full: VecDeque::new(),
            let_go: 0,
            newest: Vec::new(),
            newest_from: 0,
        }
    }

    /// The number the next item will get; with nothing let go, how many there are.
    #[inline]
    pub fn next_number(&self) -> u64 {
        self.newest_from + self.newest.len() as u64
    }

    /// The number of the oldest item still kept (of the next one if none is).
    pub fn oldest_number(&self) -> u64 {
        self.let_go * CHUNK as u64
    }

    /// Lets go the chunks that hold nothing but items before this number.
    pub fn let_go_before(&mut self, number: u64) {
        while (self.let_go + 1) * CHUNK as u64 <= number && self.full.pop_front().is_some() {
            self.let_go += 1;
        }
    }

    /// Adds an item at the end and returns its number.
    #[inline]
    pub fn push(&mut self, item: T) -> u64 {
        if self.newest.len() == CHUNK {
            self.close_chunk();
        }
        let number = self.next_number();
        self.newest.push(item);
        number
    }

    /// Takes back everything from this number on.
    ///
    /// # Panics
    /// If what is left would end in a part that was let go.
    pub fn truncate(&mut self, number: u64)
    where
        T: Clone,
    {
        if number >= self.next_number() {
            return;
        }
        let chunk = number / CHUNK as u64;
        let place = chunk.checked_sub(self.let_go).expect("what is kept") as usize;
        if place < self.full.len() {
            self.newest = self.full[place].to_vec();
            self.full.truncate(place);
            self.newest_from = chunk * CHUNK as u64;
        }
        self.newest.truncate((number - self.newest_from) as usize);
    }

    #[cold]
    fn close_chunk(&mut self) {
        let kept = match self.keep {
            Keep::All => usize::MAX,
            Keep::Newest(items) => (items as usize).div_ceil(CHUNK).max(1),
        };
        // A chunk nobody else looks at any more is filled anew instead of being given back.
        let mut spare = None;
        while self.full.len() >= kept {
            let oldest = self
                .full
                .pop_front()
                .expect("there are at least `kept` chunks");
            self.let_go += 1;
            spare = Arc::try_unwrap(oldest).ok();
        }
        let mut next = spare.unwrap_or_else(|| Vec::with_capacity(CHUNK));
        next.clear();
        self.newest_from += CHUNK as u64;
        self.full
            .push_back(Arc::new(std::mem::replace(&mut self.newest, next)));
    }

    /// The item with this number, if it is still kept.
    #[inline]
    pub fn get(&self, number: u64) -> Option<&T> {
        self.chunk(number / CHUNK as u64)?
            .get((number % CHUNK as u64) as usize)
    }

    /// The newest item.
    #[inline]
    pub fn last(&self) -> Option<&T> {
        self.newest.last()
    }

    /// The items with the numbers `from` up to, not including, `to`, as they lie together in memory.
    ///
    /// # Panics
    /// If one of them is not kept.
    #[inline]
    pub fn stretches(&self, from: u64, to: u64) -> impl Iterator<Item = &[T]> {
        assert!(from <= to && to <= self.next_number(), "items that exist");
        let chunks = from / CHUNK as u64..to.div_ceil(CHUNK as u64);
        chunks.map(move |chunk| {
            let items = self.chunk(chunk).expect("items that are still kept");
            let first = chunk * CHUNK as u64;
            let end = (to - first).min(CHUNK as u64) as usize;
            &items[from.saturating_sub(first) as usize..end]
        })
    }

    #[inline]
    fn chunk(&self, chunk: u64) -> Option<&[T]> {
        let place = chunk.checked_sub(self.let_go)? as usize;
        match self.full.get(place) {
            Some(chunk) => Some(chunk),
            None if place == self.full.len() => Some(&self.newest),
            None => None,
        }
    }

    /// Kept items with their numbers, oldest first, from `first` on.
    pub fn since(&self, first: u64) -> impl DoubleEndedIterator<Item = (u64, &T)> {
        (first.max(self.oldest_number())..self.next_number())
            .map(|number| (number, self.get(number).expect("oldest to newest are kept")))
    }
}

impl<T> Default for Ledger<T> {
    fn default() -> Self {
        Ledger::new(Keep::All)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(keep: Keep, items: u64) -> Ledger<u64> {
        let mut ledger = Ledger::new(keep);
        (0..items).for_each(|n| assert_eq!(ledger.push(n * 10), n));
        ledger
    }

    #[test]
    fn every_item_is_found_by_its_number_across_chunks() {
        let ledger = filled(Keep::All, 3_000);
        for number in [0, 1, 1_023, 1_024, 2_047, 2_048, 2_999] {
            assert_eq!(ledger.get(number), Some(&(number * 10)));
        }
        assert_eq!(ledger.get(3_000), None);
        assert_eq!(ledger.last(), Some(&29_990));
        assert_eq!(ledger.since(2_990).count(), 10);
        for (from, to) in [(0, 0), (5, 9), (1_020, 1_030), (1_024, 2_048), (0, 3_000)] {
            assert!(
                ledger
                    .stretches(from, to)
                    .flatten()
                    .copied()
                    .eq((from..to).map(|n| n * 10))
            );
        }
    }

    #[test]
    fn a_short_memory_does_not_change_numbers() {
        let ledger = filled(Keep::Newest(2_000), 9_000);
        assert_eq!(ledger.next_number(), 9_000);
        assert_eq!(ledger.get(0), None);
        assert_eq!(ledger.get(8_999), Some(&89_990));
        let kept = ledger.since(0).count();
        assert!((2_000..4_096).contains(&kept), "{kept}");
    }

    #[test]
    fn what_is_no_longer_needed_is_let_go() {
        let mut ledger = filled(Keep::All, 3_000);
        ledger.let_go_before(1_023);
        assert_eq!(ledger.oldest_number(), 0);
        ledger.let_go_before(2_047);
        assert_eq!((ledger.oldest_number(), ledger.get(1_023)), (1_024, None));
        ledger.let_go_before(99_999);
        assert_eq!(ledger.oldest_number(), 2_048, "the newest chunk stays");
        assert_eq!(ledger.push(1), 3_000);
        assert_eq!(ledger.get(2_999), Some(&29_990));
    }

    #[test]
    fn what_was_taken_back_can_be_written_anew() {
        for number in [0, 5, 1_023, 1_024, 1_025, 2_048, 2_999, 3_000] {
            let original = filled(Keep::All, 3_000);
            let mut ledger = original.clone();
            ledger.truncate(number);
            assert_eq!(ledger.next_number(), number);
            assert_eq!(ledger.get(number), None);
            assert_eq!(ledger.push(7), number);
            assert!((0..number).all(|n| ledger.get(n) == Some(&(n * 10))));
            assert_eq!(original.next_number(), 3_000);
        }
    }

    #[test]
    fn a_copy_and_its_original_go_separate_ways() {
        let mut left = filled(Keep::All, 1_500);
        let mut right = left.clone();
        left.push(1);
        right.push(2);
        assert_eq!((left.get(1_500), right.get(1_500)), (Some(&1), Some(&2)));
        assert_eq!(left.get(700), right.get(700));
    }
}
