//! Pages changed in memory, and the cleaner that writes them.
//!
//! A page that is changed goes to the end of a list and stays there until it is written, however often it is changed
//! meanwhile; the redo log is needed back to the oldest change on the list. The cleaner takes pages from its front, a
//! batch at a time: first all of them to the double-write area, and once they are there, each to its place.

use std::collections::VecDeque;

use litemap::LiteMap;
use world::Bytes;

use super::WriteId;
use crate::constants::{CHANGES_PER_UNDO_PAGE, INDEX_PAGES, TABLE_PAGES};

/// What came of a write of pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Round {
    /// So many pages are in the double-write area and may go to their places.
    DoubleWritten(u32),
    /// All are in their places.
    Finished,
    /// More have to come first, or it was none of the cleaner's.
    Underway,
}

/// A batch being written.
#[derive(Clone, Debug)]
struct Batch {
    /// The oldest change in it, a position of the redo log.
    oldest: u64,
    pages: u32,
    double: Option<WriteId>,
    /// Writes to the pages' places that are not done.
    in_place: LiteMap<WriteId, ()>,
}

/// The pages that are changed in memory and not in their places.
#[derive(Clone, Debug)]
pub struct Pages {
    batch_max: u32,
    /// Changed pages and the position of their oldest change, in the order of that.
    list: VecDeque<(u64, u32)>,
    listed: LiteMap<u32, ()>,
    batch: Option<Batch>,
    /// Where the index has each row now.
    index_of: LiteMap<Bytes, u32>,
    changes: u32,
}

impl Pages {
    /// No page is changed; so many are written at a time.
    pub fn new(batch_max: u32) -> Pages {
        Pages {
            batch_max,
            list: VecDeque::new(),
            listed: LiteMap::new_vec(),
            batch: None,
            index_of: LiteMap::new_vec(),
            changes: 0,
        }
    }

    /// How many pages wait to be written.
    pub fn dirty(&self) -> u64 {
        self.list.len() as u64
    }

    /// How many are being written.
    pub fn being_written(&self) -> u32 {
        self.batch.as_ref().map_or(0, |batch| batch.pages)
    }

    /// The position of the oldest change that is not in its place.
    pub fn oldest_change(&self) -> Option<u64> {
        let listed = self.list.front().map(|(change, _)| *change);
        let batch = self.batch.as_ref().map(|batch| batch.oldest);
        // What is being written was at the front of the list.
        batch.or(listed)
    }

    /// A row takes a new value: its own page, the index entry of the old value and that of the new one, and undo.
    /// Returns how many pages were clean before.
    pub(super) fn change(&mut self, at: u64, key: Bytes, value: &[u8]) -> u32 {
        let row = hash(&key, &[]) % TABLE_PAGES;
        let index = TABLE_PAGES + hash(&key, value) % INDEX_PAGES;
        let undo = TABLE_PAGES + INDEX_PAGES + self.changes / CHANGES_PER_UNDO_PAGE;
        self.changes += 1;
        let before = self.index_of.insert(key, index);
        let pages = [Some(row), before, Some(index), Some(undo)];
        let mut newly_dirty = 0;
        for page in pages.into_iter().flatten() {
            if self.listed.insert(page, ()).is_none() {
                self.list.push_back((at, page));
                newly_dirty += 1;
            }
        }
        newly_dirty
    }

    /// Takes the next batch off the list, if none is being written. Returns how many pages it has.
    pub(super) fn begin_round(&mut self) -> Option<u32> {
        let (oldest, _) = *self.list.front()?;
        if self.batch.is_some() {
            return None;
        }
        let pages = self.list.len().min(self.batch_max as usize);
        for (_, page) in self.list.drain(..pages) {
            self.listed.remove(&page);
        }
        let pages = pages as u32;
        self.batch = Some(Batch {
            oldest,
            pages,
            double: None,
            in_place: LiteMap::new_vec(),
        });
        Some(pages)
    }

    /// The batch goes to the double-write area with this write.
    pub(super) fn double_write(&mut self, write: WriteId) {
        self.batch.as_mut().expect("a round has begun").double = Some(write);
    }

    /// One of its pages goes to its place with this write.
    pub(super) fn in_place(&mut self, write: WriteId) {
        let batch = self.batch.as_mut().expect("a round has begun");
        batch.in_place.insert(write, ());
    }

    /// Blocks are on all four disks.
    pub(super) fn handle_durable(&mut self, write: WriteId) -> Round {
        let Some(batch) = &mut self.batch else {
            return Round::Underway;
        };
        if batch.double.take_if(|double| *double == write).is_some() {
            return Round::DoubleWritten(batch.pages);
        }
        if batch.in_place.remove(&write).is_some() && batch.in_place.is_empty() {
            self.batch = None;
            return Round::Finished;
        }
        Round::Underway
    }
}

/// Where something lies: spread evenly, and the same on every machine (FNV-1a).
fn hash(key: &[u8], value: &[u8]) -> u32 {
    let bytes = key.iter().chain(value);
    let hash = bytes.fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01B3)
    });
    (hash ^ hash >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(text: &str) -> Bytes {
        text.as_bytes().into()
    }

    #[test]
    fn a_new_value_changes_the_row_both_index_entries_and_undo() {
        let mut pages = Pages::new(64);
        assert_eq!(
            pages.change(0, key("cart:1"), b"v1"),
            3,
            "there was no entry before"
        );
        assert_eq!(
            pages.change(9, key("cart:1"), b"v2"),
            1,
            "only the new entry's page was clean"
        );
        assert_eq!(pages.oldest_change(), Some(0));
        assert_eq!((pages.begin_round(), pages.dirty()), (Some(4), 0));
        assert_eq!(
            pages.change(20, key("cart:1"), b"v3"),
            4,
            "all have been taken off the list"
        );
        assert_eq!(
            pages.oldest_change(),
            Some(0),
            "until they are in their places"
        );
        assert_eq!(pages.begin_round(), None, "one batch at a time");
    }
}
