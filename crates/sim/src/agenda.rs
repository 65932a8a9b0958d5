//! What is due, in which order.
//!
//! Everything that will happen stands in one agenda, ordered by the moment it is due and, within a moment, by
//! the order in which it was booked (its ticket). That order is the whole of the simulator's determinism.
//!
//! Most bookings are a network delay away: a few thousand microseconds. So the near future is a *wheel* of
//! one-microsecond buckets, each a queue, found through a bitmap; booking and taking cost the same however
//! much is booked. What lies beyond the wheel waits in an ordered map and moves onto the wheel as time comes
//! near it. It moves **before** anything due at the same moment can be booked directly, so first come stays
//! first served, and the tickets on the wheel need not even be written down.

use std::collections::BTreeMap;
use std::hint::select_unpredictable;

use base::{SimSpan, SimTime};

/// Buckets of the wheel, one per microsecond: 4.096 ms, a little more than the delays of one Region.
const WHEEL: u64 = 4_096;
const WORDS: usize = (WHEEL / 64) as usize;
const _: () = assert!(WORDS == 64, "one word must be able to summarise all words");

/// No slot: the end of a queue.
const NONE: u32 = u32::MAX;

/// Something due, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due<E> {
    /// The moment.
    pub at: SimTime,
    /// What is to happen then.
    pub what: E,
}

/// A place in the queue of a bucket, or, when it is free, in the list of free ones.
#[derive(Clone, Debug)]
struct Slot<E> {
    next: u32,
    what: E,
}

#[derive(Clone, Copy, Debug)]
struct Bucket {
    first: u32,
    /// Means nothing where there is no first.
    last: u32,
}

const EMPTY: Bucket = Bucket {
    first: NONE,
    last: NONE,
};

/// The one list of everything that will happen.
#[derive(Clone, Debug)]
pub struct Agenda<E> {
    now: SimTime,
    buckets: Box<[Bucket; WHEEL as usize]>,
    /// One bit per bucket that holds something, and one bit per such word.
    occupied: [u64; WORDS],
    occupied_words: u64,
    slots: Vec<Slot<E>>,
    free: u32,
    later: BTreeMap<(SimTime, u64), E>,
    /// When the first of those is due.
    first_later: SimTime,
    next_ticket: u64,
    len: u32,
}

impl<E> Default for Agenda<E> {
    fn default() -> Self {
        Agenda {
            now: SimTime::ZERO,
            buckets: Box::new([EMPTY; WHEEL as usize]),
            occupied: [0; WORDS],
            occupied_words: 0,
            slots: Vec::new(),
            free: NONE,
            later: BTreeMap::new(),
            first_later: SimTime::NEVER,
            next_ticket: 0,
            len: 0,
        }
    }
}

impl<E: Copy> Agenda<E> {
    /// The moment the run has reached.
    pub fn now(&self) -> SimTime {
        self.now
    }

    /// How many things are booked.
    pub fn len(&self) -> u32 {
        self.len
    }

    /// Whether nothing is booked.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Books `what` for the moment `at`, behind everything already booked for that moment.
    ///
    /// # Panics
    /// If `at` lies in the past.
    #[inline(never)]
    pub fn book(&mut self, at: SimTime, what: E) {
        self.book_here(at, || what);
    }

    /// The same, for the innermost loop: it is put together where it will lie.
    #[inline(always)]
    pub fn book_here(&mut self, at: SimTime, what: impl FnOnce() -> E) {
        assert!(
            at >= self.now,
            "the past cannot be booked: {at} is before {}",
            self.now
        );
        self.len += 1;
        if at.since(self.now).micros() < WHEEL {
            self.put_on_wheel(at, what);
        } else {
            self.put_off(at, what());
        }
    }

    #[inline(never)]
    fn put_off(&mut self, at: SimTime, what: E) {
        self.later.insert((at, self.next_ticket), what);
        self.next_ticket += 1;
        self.first_later = self.first_later.min(at);
    }

    /// When the next thing is due.
    #[inline]
    pub fn next_due(&self) -> Option<SimTime> {
        self.next_on_wheel()
            .or_else(|| (!self.later.is_empty()).then_some(self.first_later))
    }

    /// The next thing, if it is near.
    #[inline]
    pub fn peek(&self) -> Option<&E> {
        let at = self.next_on_wheel()?;
        let bucket = &self.buckets[(at.micros() % WHEEL) as usize];
        Some(&self.slots[bucket.first as usize].what)
    }

    /// Takes the next thing and moves time to its moment.
    #[inline]
    pub fn take(&mut self) -> Option<Due<E>> {
        let Due { at, what } = self.take_until(SimTime::NEVER)?;
        Some(Due { at, what: *what })
    }

    /// Takes the next thing if it is due by `until`, and moves time to its moment. It can be read where it lies
    /// until something else is booked.
    #[inline]
    pub fn take_until(&mut self, until: SimTime) -> Option<Due<&E>> {
        let at = self.next_due().filter(|at| *at <= until)?;
        self.move_to(at);
        self.len -= 1;
        let slot = self.take_from_bucket(at);
        let what = &self.slots[slot as usize].what;
        Some(Due { at, what })
    }

    /// Moves time on to `at` without anything happening.
    ///
    /// # Panics
    /// If something is due before `at`, or `at` lies in the past.
    pub fn advance_to(&mut self, at: SimTime) {
        assert!(at >= self.now, "time does not run backwards");
        assert!(
            self.next_due().is_none_or(|due| due >= at),
            "something is due before {at}"
        );
        self.move_to(at);
    }

    /// Everything booked, in the order it is due.
    pub fn iter(&self) -> impl Iterator<Item = Due<&E>> {
        let start = self.now.micros() % WHEEL;
        let near = (0..WHEEL).flat_map(move |ahead| {
            let at = self.now + SimSpan::from_micros(ahead);
            let first = self.buckets[((start + ahead) % WHEEL) as usize].first;
            std::iter::successors(self.slots.get(first as usize), |slot| {
                self.slots.get(slot.next as usize)
            })
            .map(move |slot| Due {
                at,
                what: &slot.what,
            })
        });
        near.chain(
            self.later
                .iter()
                .map(|((at, _), what)| Due { at: *at, what }),
        )
    }

    /// Sets the clock and brings what has come within reach onto the wheel, in order.
    #[inline]
    fn move_to(&mut self, at: SimTime) {
        self.now = at;
        if self.first_later.since(at).micros() < WHEEL {
            self.bring_near();
        }
    }

    fn bring_near(&mut self) {
        while let Some(entry) = self.later.first_entry() {
            let due = entry.key().0;
            if due.since(self.now).micros() >= WHEEL {
                self.first_later = due;
                return;
            }
            let what = entry.remove();
            self.put_on_wheel(due, || what);
        }
        self.first_later = SimTime::NEVER;
    }

    #[inline(always)]
    fn put_on_wheel(&mut self, at: SimTime, what: impl FnOnce() -> E) {
        let slot = self.fill_slot(what);
        let index = (at.micros() % WHEEL) as usize;
        let bucket = &mut self.buckets[index];
        if bucket.first == NONE {
            bucket.first = slot;
            self.occupied[index / 64] |= 1 << (index % 64);
            self.occupied_words |= 1 << (index / 64);
        } else {
            self.slots[bucket.last as usize].next = slot;
        }
        bucket.last = slot;
    }

    #[inline]
    fn take_from_bucket(&mut self, at: SimTime) -> u32 {
        let index = (at.micros() % WHEEL) as usize;
        let bucket = &mut self.buckets[index];
        let slot = bucket.first;
        let emptied = &mut self.slots[slot as usize];
        bucket.first = std::mem::replace(&mut emptied.next, self.free);
        self.free = slot;
        // Whether more is due at this moment is anybody's guess, a processor's too: so nothing depends on it here.
        let word = &mut self.occupied[index / 64];
        *word &= !(u64::from(bucket.first == NONE) << (index % 64));
        self.occupied_words &= !(u64::from(*word == 0) << (index / 64));
        slot
    }

    #[inline(always)]
    fn fill_slot(&mut self, what: impl FnOnce() -> E) -> u32 {
        let number = self.free;
        if let Some(slot) = self.slots.get_mut(number as usize) {
            self.free = std::mem::replace(&mut slot.next, NONE);
            slot.what = what();
            return number;
        }
        self.add_slot(what())
    }

    #[cold]
    #[inline(never)]
    fn add_slot(&mut self, what: E) -> u32 {
        self.slots.push(Slot { next: NONE, what });
        u32::try_from(self.slots.len() - 1).expect("fewer than 2^32 bookings")
    }

    /// The moment of the first filled bucket, going round the wheel from now.
    #[inline]
    fn next_on_wheel(&self) -> Option<SimTime> {
        if self.occupied_words == 0 {
            return None;
        }
        let start = self.now.micros() % WHEEL;
        let (word, bit) = ((start / 64) as usize, start % 64);
        let rest_of_word = self.occupied[word] & (u64::MAX << bit);
        // Words after this one, then round to those before it and this word's own beginning. All of it is worked out,
        // for which of it will be needed cannot be guessed.
        let after = self.occupied_words & (u64::MAX << word) & !(1 << word);
        let words = select_unpredictable(after != 0, after, self.occupied_words);
        let next = words.trailing_zeros() as usize % WORDS;
        let here = rest_of_word != 0;
        let bits = select_unpredictable(here, rest_of_word, self.occupied[next]);
        let found = select_unpredictable(here, word, next);
        let index = found as u64 * 64 + u64::from(bits.trailing_zeros());
        let ahead = (index + WHEEL - start) % WHEEL;
        Some(self.now + SimSpan::from_micros(ahead))
    }
}

#[cfg(test)]
mod tests {
    use base::{Chance, Stream};

    use super::*;

    fn at(micros: u64) -> SimTime {
        SimTime::from_micros(micros)
    }

    #[test]
    fn within_a_moment_first_booked_is_first_taken() {
        let mut agenda = Agenda::default();
        agenda.book(at(5), 'b');
        agenda.book(at(5), 'c');
        agenda.book(at(3), 'a');
        let taken: Vec<char> = std::iter::from_fn(|| agenda.take())
            .map(|due| due.what)
            .collect();
        assert_eq!(taken, ['a', 'b', 'c']);
    }

    #[test]
    fn what_waited_beyond_the_wheel_comes_before_what_was_booked_later_for_the_same_moment() {
        let mut agenda = Agenda::default();
        agenda.book(at(WHEEL + 10), "booked first, far away");
        agenda.book(at(20), "near");
        agenda.take();
        agenda.book(at(WHEEL + 10), "booked second, now near");
        assert_eq!(agenda.take().unwrap().what, "booked first, far away");
        assert_eq!(agenda.take().unwrap().what, "booked second, now near");
    }

    #[test]
    #[should_panic(expected = "the past cannot be booked")]
    fn the_past_cannot_be_booked() {
        let mut agenda = Agenda::default();
        agenda.advance_to(at(100));
        agenda.book(at(99), ());
    }

    #[test]
    #[should_panic(expected = "something is due before")]
    fn time_does_not_jump_over_what_is_due() {
        let mut agenda = Agenda::default();
        agenda.book(at(50), ());
        agenda.advance_to(at(51));
    }

    /// The wheel against the plainest thing with the same meaning: a map ordered by (due, ticket).
    #[test]
    fn the_wheel_agrees_with_an_ordered_map_over_random_bookings() {
        for seed in 0..40 {
            let mut chance = Chance::new(seed, Stream::Scenario);
            let mut agenda = Agenda::default();
            let mut plain: BTreeMap<(SimTime, u64), u64> = BTreeMap::new();
            for ticket in 0..3_000_u64 {
                let span = match chance.below(4) {
                    0 => chance.below(3),
                    1 => chance.below(2_000),
                    2 => WHEEL as u32 - 2 + chance.below(4),
                    _ => chance.below(100_000),
                };
                let due = agenda.now() + SimSpan::from_micros(u64::from(span));
                agenda.book(due, ticket);
                plain.insert((due, ticket), ticket);
                while chance.below(100) < 48 {
                    let expected = plain
                        .pop_first()
                        .map(|((due, _), what)| Due { at: due, what });
                    assert_eq!(agenda.take(), expected, "seed {seed}");
                }
                assert_eq!(agenda.len() as usize, plain.len());
                assert!(
                    agenda.iter().map(|due| due.what).eq(plain.values()),
                    "seed {seed}"
                );
            }
            while let Some(((due, _), what)) = plain.pop_first() {
                assert_eq!(agenda.take(), Some(Due { at: due, what }), "seed {seed}");
            }
            assert!(agenda.is_empty());
        }
    }
}
