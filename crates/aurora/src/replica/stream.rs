//! Following the redo stream.

use base::{Lsn, SimTime, TxnId};
use litemap::LiteMap;

use super::{Replica, State};
use crate::protocol::{Happening, WakeReason};
use crate::redo::{Change, RedoLog};

impl Replica {
    /// Begins at a VDL of the writer's; what it had heard above that is void. Of the pages in memory those stay that have not
    /// changed since (CC-1); which these are the writer tells with it `[choice]`.
    pub(super) fn begin(&mut self, now: SimTime, log: &RedoLog, at: Lsn, active: &[TxnId]) {
        self.wakeups.remove(&(self.follow_at, WakeReason::Follow));
        self.follow_at = SimTime::NEVER;
        self.state = State::Follows;
        (self.heard, self.shows) = (at, at);
        self.vdls.clear();
        self.pieces.clear();
        self.active = active.iter().copied().collect();
        self.cache.keep_current(log, at);
        self.missed = LiteMap::new_vec();
        self.happened(Happening::ReaderBegan {
            reader: self.id,
            at,
        });
        self.begin_reads_anew(now, log);
        self.say_heard();
    }

    /// Hears of records, and how far the volume is durable. A piece may overtake another on the way.
    pub(super) fn hear_redo(&mut self, log: &RedoLog, piece: (Lsn, Lsn), vdl: Lsn) {
        let (after, upto) = piece;
        let end = self.pieces.entry(after).or_insert(upto);
        *end = (*end).max(upto);
        while let Some((&after, &upto)) = self.pieces.first_key_value()
            && after <= self.heard
        {
            self.pieces.pop_first();
            self.heard = self.heard.max(upto);
        }
        if vdl > self.shows {
            self.vdls.insert(vdl);
        }
        self.move_on(log);
        self.say_heard();
    }

    /// Moves to the newest VDL up to which it has every record, in one step (RP-3, RP-4).
    fn move_on(&mut self, log: &RedoLog) {
        let Some(&to) = self.vdls.range(..=self.heard).next_back() else {
            return;
        };
        self.vdls = self.vdls.split_off(&to.next());
        let (mut applied, mut dropped) = (0, 0);
        let mut lsn = self.shows.next();
        while lsn <= to {
            if let Some(record) = log.get(lsn) {
                let (page, change) = (record.page, log.change(lsn));
                match change {
                    Change::TxnActive { txn, .. } | Change::TxnWrote { txn, .. } => {
                        self.active.insert(txn);
                    }
                    Change::TxnCommitted(txn) | Change::TxnRolledBack(txn) => {
                        self.active.remove(&txn);
                    }
                    Change::PutRow { .. } | Change::UndoRow { .. } => {}
                }
                if self.cache.apply(page, lsn, change) {
                    applied += 1;
                } else {
                    dropped += 1;
                }
                // What was applied may have left the cache by the time an older image comes.
                if self.is_on_its_way(page) {
                    self.missed.insert(page, lsn);
                }
            }
            lsn = lsn.next();
        }
        self.shows = to;
        self.counts.applied += u64::from(applied);
        self.counts.dropped += u64::from(dropped);
        self.happened(Happening::ReaderMoved {
            reader: self.id,
            to,
            applied,
            dropped,
        });
    }
}
