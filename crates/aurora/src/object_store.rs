//! What a group has in the object store: log and pages that no failure of a copy can touch (S-6).
//!
//! The six copies of a group hold the same records, so what one of them has staged, none needs to stage again.
//! Only what is staged may be collected (S-16).

use base::Lsn;

/// One group's part of the object store.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ObjectStore {
    staged: Lsn,
    records: u64,
    pages: u64,
}

impl ObjectStore {
    /// All records of the group at or below this are in the store; zero if none is.
    pub fn staged(&self) -> Lsn {
        self.staged
    }

    /// How many records of the group are in the store.
    pub fn records(&self) -> u64 {
        self.records
    }

    /// How many page images of the group were put into the store.
    pub fn pages(&self) -> u64 {
        self.pages
    }

    /// Takes in the records up to `upto` that follow what is there, and page images beside them.
    ///
    /// # Panics
    /// If it has records up to there already.
    pub fn put(&mut self, upto: Lsn, records: u32, pages: u32) {
        assert!(upto > self.staged, "what is staged is not staged again");
        self.staged = upto;
        self.records += u64::from(records);
        self.pages += u64::from(pages);
    }
}
