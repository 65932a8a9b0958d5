//! Numbered things that come and go.

use std::collections::VecDeque;

use litemap::LiteMap;

/// Places for the newest things; those that stay longer move out of the way.
const NEWEST: usize = 1 << 14;

/// Things that get numbers in roughly rising order and are taken out again, most of them soon.
///
/// The newest stand in a row, where a number is a place; the few that outstay the others wait in a sorted list.
#[derive(Clone, Debug)]
pub struct Window<T> {
    /// The number of the first thing in the row.
    first: u64,
    newest: VecDeque<Option<T>>,
    older: LiteMap<u64, T>,
    len: u64,
}

impl<T> Window<T> {
    /// How many things there are.
    pub fn len(&self) -> u64 {
        self.len
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Adds a thing.
    ///
    /// # Panics
    /// If there is one with this number.
    pub fn add(&mut self, number: u64, thing: T) {
        if self.newest.is_empty() {
            self.first = self.first.max(number);
        }
        let before = match number.checked_sub(self.first) {
            Some(place) => {
                let len = self.newest.len().max(place as usize + 1);
                self.newest.resize_with(len, || None);
                self.newest[place as usize].replace(thing)
            }
            None => self.older.insert(number, thing),
        };
        assert!(before.is_none(), "a number is given once");
        self.len += 1;
        while self.newest.len() > NEWEST {
            if let Some(thing) = self.newest.pop_front().flatten() {
                self.older.insert(self.first, thing);
            }
            self.first += 1;
        }
    }

    /// The thing with this number, if it is there.
    #[inline]
    pub fn get(&self, number: u64) -> Option<&T> {
        match number.checked_sub(self.first) {
            Some(place) => self.newest.get(place as usize)?.as_ref(),
            None => self.older.get(&number),
        }
    }

    /// The thing with this number, changeable, if it is there.
    #[inline]
    pub fn get_mut(&mut self, number: u64) -> Option<&mut T> {
        match number.checked_sub(self.first) {
            Some(place) => self.newest.get_mut(place as usize)?.as_mut(),
            None => self.older.get_mut(&number),
        }
    }

    /// Everything, changeable, with its number, in order.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (u64, &mut T)> {
        let first = self.first;
        let older = self
            .older
            .iter_mut()
            .map(|(number, thing)| (*number, thing));
        let newest = self.newest.iter_mut().enumerate();
        older.chain(
            newest.filter_map(move |(place, thing)| Some((first + place as u64, thing.as_mut()?))),
        )
    }

    /// Takes out the thing with this number, if it is there.
    #[inline]
    pub fn take(&mut self, number: u64) -> Option<T> {
        let thing = match number.checked_sub(self.first) {
            Some(place) => self.newest.get_mut(place as usize)?.take()?,
            None => self.older.remove(&number)?,
        };
        self.len -= 1;
        while let Some(None) = self.newest.front() {
            self.newest.pop_front();
            self.first += 1;
        }
        Some(thing)
    }

    /// Everything with its number, in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (u64, &T)> {
        let older = self.older.iter().map(|(number, thing)| (*number, thing));
        let newest = self.newest.iter().enumerate();
        older.chain(
            newest.filter_map(|(place, thing)| Some((self.first + place as u64, thing.as_ref()?))),
        )
    }
}

impl<T> Default for Window<T> {
    fn default() -> Self {
        Window {
            first: 0,
            newest: VecDeque::new(),
            older: LiteMap::new_vec(),
            len: 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Chance, Stream};

    /// Most things go soon and some stay for ever; a plain map says what must be there.
    #[test]
    fn agrees_with_a_plain_map() {
        let mut chance = Chance::new(1, Stream::Scenario);
        let (mut window, mut plain) = (Window::default(), std::collections::BTreeMap::new());
        let mut number = 7;
        for _ in 0..3 * NEWEST {
            window.add(number, number * 10);
            plain.insert(number, number * 10);
            let back = u64::from(chance.below(60));
            for gone in [
                number - number.min(back),
                u64::from(chance.below(number as u32 + 5)),
            ] {
                if gone % 50 != 0 {
                    assert_eq!(window.get(gone), plain.get(&gone));
                    assert_eq!(window.get_mut(gone), plain.get_mut(&gone));
                    assert_eq!(window.take(gone), plain.remove(&gone));
                }
            }
            assert_eq!(window.len(), plain.len() as u64);
            number += 1 + u64::from(chance.below(2));
        }
        let expected = || plain.iter().map(|(number, thing)| (*number, thing));
        assert!(window.iter().eq(expected()));
        assert!(window.iter().rev().eq(expected().rev()));
        assert!(window.newest.len() <= NEWEST && !window.older.is_empty());
        for (number, thing) in plain {
            assert_eq!(window.take(number), Some(thing));
        }
        assert!(window.is_empty() && window.newest.is_empty());
    }

    #[test]
    fn who_comes_late_is_found_too() {
        let mut window = Window::default();
        for number in [5, 9, 3, 7] {
            window.add(number, number * 10);
        }
        assert!(window.iter().eq([(3, &30), (5, &50), (7, &70), (9, &90)]));
        assert_eq!((window.take(5), window.take(3)), (Some(50), Some(30)));
        window.add(6, 60);
        assert_eq!(
            (window.get(6), window.get(5), window.len()),
            (Some(&60), None, 3)
        );
    }

    #[test]
    #[should_panic(expected = "a number is given once")]
    fn a_number_is_given_once() {
        let mut window = Window::default();
        window.add(5, ());
        window.add(5, ());
    }
}
