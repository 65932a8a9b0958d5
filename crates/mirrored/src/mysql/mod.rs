//! The database: transactions, group commit, and the pages they change.
//!
//! A transaction changes its pages in memory and writes what it did to the redo log. It is durable once the redo log
//! (its prepare) and after it the binary log are on disk: two flushes, one after the other, and each goes down the whole
//! chain. While a flush is under way others gather, and the next flush takes them all: group commit. So under load the
//! flushes of logs become few for each transaction; the pages do not, which is [`pages`]' business.

pub mod pages;

use std::collections::VecDeque;

use base::RequestId;
use litemap::LiteMap;
use serde::Serialize;
use world::{Bytes, Ends, Operation};

use self::pages::{Pages, Round};
use crate::constants::{
    ARCHIVE_BYTES, BINLOG_BYTES, METADATA_BYTES, PAGE_BYTES, REDO_BLOCK_BYTES,
    REDO_BYTES_PER_CHANGE,
};

/// A block write of the instance, numbered in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct WriteId(pub u64);

/// What a block write carries (W-20).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Redo log.
    Redo,
    /// Binary log.
    Binlog,
    /// Second copies of pages, in the double-write area.
    DoubleWrite,
    /// Pages in their places.
    Page,
    /// Metadata of a table (FRM file).
    Metadata,
}

impl Kind {
    /// Every kind, in the order of a transaction's life.
    pub const ALL: [Kind; 5] = [
        Kind::Redo,
        Kind::Binlog,
        Kind::DoubleWrite,
        Kind::Page,
        Kind::Metadata,
    ];
}

/// Something the database wants done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Write blocks; [`Mysql::handle_durable`] wants to hear when they are on all four disks.
    Write {
        /// The write.
        write: WriteId,
        /// What kind of data.
        kind: Kind,
        /// How many bytes.
        bytes: u32,
    },
    /// Send binary log to the object store (W-25).
    Archive {
        /// How many bytes.
        bytes: u32,
    },
    /// Answer a client's request.
    Answer(RequestId),
    /// Write down that something has happened.
    Happened(Happening),
}

/// Something that has happened in the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Happening {
    /// A transaction has changed its pages in memory and waits for its commit.
    PagesChanged {
        /// The request it serves.
        request: RequestId,
        /// How many pages were clean before.
        newly_dirty: u32,
    },
    /// A transaction has to wait: changed pages hold on to all the redo log there is room for.
    TransactionHeld {
        /// The request it serves.
        request: RequestId,
    },
    /// Transactions are prepared: their redo is on all four disks.
    GroupPrepared {
        /// How many.
        transactions: u32,
    },
    /// A transaction is committed: its binary log is on all four disks too.
    CommitAcknowledged {
        /// The request it serves.
        request: RequestId,
    },
    /// A read has its answer, from memory.
    ReadAnswered {
        /// The request.
        request: RequestId,
    },
    /// The cleaner begins to write pages.
    FlushBegan {
        /// How many.
        pages: u32,
    },
    /// The pages are in their places, and the redo log before this position is free again.
    CheckpointMoved {
        /// The position, in bytes.
        to: u64,
    },
}

/// One log, of which one flush is under way at a time.
#[derive(Clone, Debug, Default)]
struct Flusher {
    /// What has gathered for the next flush.
    waiting: Vec<RequestId>,
    bytes: u32,
    /// The flush under way, and whom it serves.
    flushing: Option<(WriteId, Vec<RequestId>)>,
}

impl Flusher {
    fn add(&mut self, request: RequestId, bytes: u32) {
        self.waiting.push(request);
        self.bytes += bytes;
    }

    /// What the next flush would take, if it may begin.
    fn next(&mut self) -> Option<(Vec<RequestId>, u32)> {
        if self.flushing.is_some() || self.waiting.is_empty() {
            return None;
        }
        let bytes = std::mem::take(&mut self.bytes);
        Some((std::mem::take(&mut self.waiting), bytes))
    }

    /// Whom the flush served that is done now, if it is this one.
    fn done(&mut self, write: WriteId) -> Option<Vec<RequestId>> {
        let (_, served) = self.flushing.take_if(|(flush, _)| *flush == write)?;
        Some(served)
    }
}

/// The database of the primary instance.
#[derive(Clone, Debug)]
pub struct Mysql {
    redo_capacity: u64,
    next_write: u64,
    /// How much redo has ever been written, in bytes.
    redo_end: u64,
    redo: Flusher,
    binlog: Flusher,
    /// The bytes of binary log of each transaction between the two flushes.
    binlog_bytes: LiteMap<RequestId, u32>,
    /// Binary log not yet sent to the object store.
    unarchived: u32,
    tables: LiteMap<Bytes, ()>,
    pages: Pages,
    held: VecDeque<(RequestId, Bytes, Bytes)>,
    effects: VecDeque<Effect>,
}

impl Mysql {
    /// An empty database whose changed pages may hold on to so much redo and are written so many at a time.
    pub fn new(redo_capacity: u64, flush_batch: u32) -> Mysql {
        Mysql {
            redo_capacity,
            next_write: 0,
            redo_end: 0,
            redo: Flusher::default(),
            binlog: Flusher::default(),
            binlog_bytes: LiteMap::new_vec(),
            unarchived: 0,
            tables: LiteMap::new_vec(),
            pages: Pages::new(flush_batch),
            held: VecDeque::new(),
            effects: VecDeque::new(),
        }
    }

    /// How much redo changed pages hold on to, in bytes.
    pub fn checkpoint_age(&self) -> u64 {
        self.redo_end - self.checkpoint()
    }

    /// The position before which no redo is needed any more.
    pub fn checkpoint(&self) -> u64 {
        self.pages.oldest_change().unwrap_or(self.redo_end)
    }

    /// The pages that are changed in memory and not in their places.
    pub fn pages(&self) -> &Pages {
        &self.pages
    }

    /// Transactions that wait for room in the redo log.
    pub fn held(&self) -> u64 {
        self.held.len() as u64
    }

    /// Transactions that wait for their redo, and for their binary log.
    pub fn committing(&self) -> (u64, u64) {
        let count = |log: &Flusher| {
            let flushing = log.flushing.as_ref().map_or(0, |(_, served)| served.len());
            (log.waiting.len() + flushing) as u64
        };
        (count(&self.redo), count(&self.binlog))
    }

    /// A client's question has come.
    pub fn handle_request(&mut self, request: RequestId, operation: &Operation) {
        match operation {
            Operation::Get { .. } | Operation::LongGet { .. } => {
                self.happened(Happening::ReadAnswered { request });
                self.effects.push_back(Effect::Answer(request));
            }
            Operation::Put { key, value } => self.begin(request, key.clone(), value.clone()),
            // What matters here is how much is written in one go: its rows count as one row as long as all of them
            // `[choice]`.
            Operation::Transaction(script) => {
                let rows = script.rows_written();
                match (rows.first(), script.ends) {
                    (Some((key, _)), Ends::Commit) => {
                        let key = Bytes::clone(key);
                        let values = rows.iter().map(|(_, value)| &***value);
                        let value: Vec<u8> = values.flatten().copied().collect();
                        self.begin(request, key, value.into());
                    }
                    _ => {
                        self.happened(Happening::ReadAnswered { request });
                        self.effects.push_back(Effect::Answer(request));
                    }
                }
            }
        }
    }

    fn begin(&mut self, request: RequestId, key: Bytes, value: Bytes) {
        self.held.push_back((request, key, value));
        if !self.admit() {
            self.happened(Happening::TransactionHeld { request });
        }
    }

    /// Blocks are on all four disks.
    pub fn handle_durable(&mut self, write: WriteId) {
        if let Some(prepared) = self.redo.done(write) {
            let transactions = prepared.len() as u32;
            self.happened(Happening::GroupPrepared { transactions });
            for request in prepared {
                let bytes = self.binlog_bytes.remove(&request);
                self.binlog
                    .add(request, bytes.expect("it was noted at the change"));
            }
        } else if let Some(committed) = self.binlog.done(write) {
            for request in committed {
                self.happened(Happening::CommitAcknowledged { request });
                self.effects.push_back(Effect::Answer(request));
            }
        } else {
            match self.pages.handle_durable(write) {
                Round::DoubleWritten(pages) => {
                    for _ in 0..pages {
                        let write = self.write(Kind::Page, PAGE_BYTES);
                        self.pages.in_place(write);
                    }
                }
                Round::Finished => {
                    let to = self.checkpoint();
                    self.happened(Happening::CheckpointMoved { to });
                    self.admit();
                }
                Round::Underway => {}
            }
        }
        self.flush();
    }

    /// What it wants done next.
    pub fn poll_effect(&mut self) -> Option<Effect> {
        self.effects.pop_front()
    }

    /// Lets transactions begin, the oldest first, as long as there is room in the redo log. Returns whether none waits.
    fn admit(&mut self) -> bool {
        while let Some((_, key, value)) = self.held.front() {
            let redo = redo_bytes(key, value);
            if self.checkpoint_age() + u64::from(redo) > self.redo_capacity {
                break;
            }
            if let Some((request, key, value)) = self.held.pop_front() {
                self.execute(request, key, &value, redo);
            }
        }
        self.flush();
        self.held.is_empty()
    }

    /// A transaction changes its pages in memory and asks for its commit.
    fn execute(&mut self, request: RequestId, key: Bytes, value: &Bytes, redo: u32) {
        let table: Bytes = key.split(|byte| *byte == b':').next().unwrap_or(&[]).into();
        if self.tables.insert(table, ()).is_none() {
            self.write(Kind::Metadata, METADATA_BYTES);
        }
        let binlog = BINLOG_BYTES + (key.len() + value.len()) as u32;
        let newly_dirty = self.pages.change(self.redo_end, key, value);
        self.redo_end += u64::from(redo);
        self.happened(Happening::PagesChanged {
            request,
            newly_dirty,
        });
        self.redo.add(request, redo);
        self.binlog_bytes.insert(request, binlog);
    }

    /// Begins every flush that may begin.
    fn flush(&mut self) {
        if let Some((served, bytes)) = self.redo.next() {
            let write = self.write(Kind::Redo, bytes.next_multiple_of(REDO_BLOCK_BYTES));
            self.redo.flushing = Some((write, served));
        }
        if let Some((served, bytes)) = self.binlog.next() {
            let write = self.write(Kind::Binlog, bytes);
            self.binlog.flushing = Some((write, served));
            self.unarchived += bytes;
            while self.unarchived >= ARCHIVE_BYTES {
                self.unarchived -= ARCHIVE_BYTES;
                let bytes = ARCHIVE_BYTES;
                self.effects.push_back(Effect::Archive { bytes });
            }
        }
        let full_by_half = self.checkpoint_age() > self.redo_capacity / 2;
        if full_by_half && let Some(pages) = self.pages.begin_round() {
            self.happened(Happening::FlushBegan { pages });
            let write = self.write(Kind::DoubleWrite, pages * PAGE_BYTES);
            self.pages.double_write(write);
        }
    }

    fn write(&mut self, kind: Kind, bytes: u32) -> WriteId {
        let write = WriteId(self.next_write);
        self.next_write += 1;
        self.effects.push_back(Effect::Write { write, kind, bytes });
        write
    }

    fn happened(&mut self, what: Happening) {
        self.effects.push_back(Effect::Happened(what));
    }
}

/// A row, its old and its new entry in the index, undo, and the end of the transaction.
fn redo_bytes(key: &[u8], value: &[u8]) -> u32 {
    const CHANGES: u32 = 5;
    CHANGES * REDO_BYTES_PER_CHANGE + 2 * (key.len() + value.len()) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(mysql: &mut Mysql, request: u64) {
        let key = format!("cart:{request}").into_bytes().into();
        let value = b"v"[..].into();
        mysql.handle_request(RequestId(request), &Operation::Put { key, value });
    }

    /// The writes it asks for, and the requests it answers.
    fn drain(mysql: &mut Mysql) -> (Vec<(WriteId, Kind, u32)>, Vec<u64>) {
        let (mut writes, mut answers) = (Vec::new(), Vec::new());
        while let Some(effect) = mysql.poll_effect() {
            match effect {
                Effect::Write { write, kind, bytes } => writes.push((write, kind, bytes)),
                Effect::Answer(request) => answers.push(request.0),
                _ => {}
            }
        }
        (writes, answers)
    }

    fn kinds(writes: &[(WriteId, Kind, u32)]) -> Vec<Kind> {
        writes.iter().map(|(_, kind, _)| *kind).collect()
    }

    #[test]
    fn a_commit_waits_for_redo_and_then_for_the_binary_log() {
        let mut mysql = Mysql::new(1 << 20, 64);
        put(&mut mysql, 0);
        let (writes, _) = drain(&mut mysql);
        assert_eq!(kinds(&writes), [Kind::Metadata, Kind::Redo]);
        assert_eq!(writes[1].2 % REDO_BLOCK_BYTES, 0);
        mysql.handle_durable(writes[1].0);
        let (writes, answers) = drain(&mut mysql);
        assert_eq!((kinds(&writes), answers), (vec![Kind::Binlog], vec![]));
        mysql.handle_durable(writes[0].0);
        assert_eq!(drain(&mut mysql).1, [0]);
    }

    #[test]
    fn what_comes_while_a_flush_is_under_way_goes_together_with_the_next() {
        let mut mysql = Mysql::new(1 << 20, 64);
        put(&mut mysql, 0);
        let (first, _) = drain(&mut mysql);
        (1..10).for_each(|request| put(&mut mysql, request));
        assert_eq!(drain(&mut mysql).0, [], "one flush at a time");
        mysql.handle_durable(first[1].0);
        let (writes, _) = drain(&mut mysql);
        assert_eq!(kinds(&writes), [Kind::Redo, Kind::Binlog]);
        mysql.handle_durable(writes[0].0);
        mysql.handle_durable(writes[1].0);
        let (writes, answers) = drain(&mut mysql);
        assert_eq!((kinds(&writes), answers), (vec![Kind::Binlog], vec![0]));
        mysql.handle_durable(writes[0].0);
        assert_eq!(drain(&mut mysql).1, (1..10).collect::<Vec<_>>());
    }

    #[test]
    fn s_10_a_full_redo_log_makes_transactions_wait_for_the_cleaner() {
        let mut mysql = Mysql::new(4 * 1_024, 4);
        (0..20).for_each(|request| put(&mut mysql, request));
        assert!(mysql.held() > 0);
        let (writes, _) = drain(&mut mysql);
        let held = mysql.held();
        let double = writes
            .iter()
            .find(|(_, kind, _)| *kind == Kind::DoubleWrite);
        let (double, _, bytes) = *double.expect("the cleaner is at work");
        assert_eq!(bytes, 4 * PAGE_BYTES);
        mysql.handle_durable(double);
        let (pages, _) = drain(&mut mysql);
        assert_eq!(kinds(&pages), [Kind::Page; 4]);
        pages[..3]
            .iter()
            .for_each(|page| mysql.handle_durable(page.0));
        assert_eq!(mysql.held(), held, "not before the last page");
        mysql.handle_durable(pages[3].0);
        assert!(mysql.held() < held);
        assert!(mysql.checkpoint() > 0);
    }
}
