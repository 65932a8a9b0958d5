//! Undoing what a crash left unfinished, alongside new work (C-11).
//!
//! Recovery keeps whole mini-transactions, not whole transactions: a row may have been changed durably by a transaction
//! whose commit record was cut off. Its page remembers who wrote the row last and what stood there before; the group's
//! transaction page remembers who had begun to write, and which rows. So after opening the writer looks at the transaction
//! page of each group that has records, and writes for each transaction that was not committed one more mini-transaction:
//! its rows in that group go back to what they were, and the transaction is done for there. Nobody waits for the volume as a whole; only
//! requests of a group wait until that group has been looked at, so nobody builds on what is about to be undone.

use std::collections::VecDeque;

use base::{GroupId, Lsn, RequestId, SimTime, TxnId};

use super::Writer;
use crate::constants::UNDO_LOOKS;
use crate::page::{self, Page};
use crate::protocol::{Happening, Operation, undo_request};
use crate::redo::{Change, RedoLog};

/// A transaction whose rows in one group have been undone, and the record that completes that.
#[derive(Clone, Copy, Debug)]
pub(super) struct Undone {
    txn: TxnId,
    group: GroupId,
    lsn: Lsn,
}

/// The groups that have not been looked at.
#[derive(Clone, Debug, Default)]
pub struct Undo {
    /// Their looking has not begun.
    left: VecDeque<GroupId>,
    /// Being looked at.
    looking: Vec<GroupId>,
}

impl Undo {
    /// How many groups have not been looked at.
    pub fn groups_left(&self) -> u32 {
        (self.left.len() + self.looking.len()) as u32
    }

    fn has(&self, group: GroupId) -> bool {
        self.looking.contains(&group) || self.left.contains(&group)
    }
}

impl Writer {
    /// How many groups are still to be looked at for unfinished transactions.
    pub fn undo_left(&self) -> u32 {
        self.undo.as_ref().map_or(0, Undo::groups_left)
    }

    /// Whether a group is still to be looked at for unfinished transactions.
    pub fn undo_awaits(&self, group: GroupId) -> bool {
        self.undo.as_ref().is_some_and(|undo| undo.has(group))
    }

    /// Begins to look for unfinished transactions: a few groups at a time.
    pub(super) fn begin_undo(&mut self, now: SimTime, log: &RedoLog) {
        let groups = (0..log.groups()).map(GroupId);
        let left = groups.filter(|group| log.newest_of(*group) > Lsn::ZERO);
        self.undo = Some(Undo {
            left: left.collect(),
            looking: Vec::new(),
        });
        self.look_on(now, log);
    }

    fn look_on(&mut self, now: SimTime, log: &RedoLog) {
        loop {
            let Some(undo) = &mut self.undo else { return };
            if undo.groups_left() == 0 {
                self.undo = None;
                return;
            }
            if undo.looking.len() >= UNDO_LOOKS as usize {
                return;
            }
            let Some(group) = undo.left.pop_front() else {
                return;
            };
            self.look_at(now, log, group);
        }
    }

    fn look_at(&mut self, now: SimTime, log: &RedoLog, group: GroupId) {
        if let Some(undo) = &mut self.undo {
            undo.left.retain(|other| *other != group);
            undo.looking.push(group);
            let page = page::transaction_page(group);
            self.load(now, log, page, undo_request(group));
        }
    }

    /// Whether a write must wait until the groups it may go to have been looked at.
    pub(super) fn waits_for_groups(
        &mut self,
        now: SimTime,
        log: &RedoLog,
        request: RequestId,
        key: &[u8],
        operation: &Operation,
    ) -> bool {
        if self.undo.is_none() {
            return false;
        }
        let home = page::group_of(log.page_of_key(key));
        let newest = GroupId(log.groups() - 1);
        self.waits_for_undo(now, log, home, request, operation)
            || self.waits_for_undo(now, log, newest, request, operation)
    }

    /// Whether a request of this group must wait until the group has been looked at; if so, it waits, and the group's
    /// turn is now.
    pub(super) fn waits_for_undo(
        &mut self,
        now: SimTime,
        log: &RedoLog,
        group: GroupId,
        request: RequestId,
        operation: &Operation,
    ) -> bool {
        let Some(undo) = self.undo.as_ref().filter(|undo| undo.has(group)) else {
            return false;
        };
        if !undo.looking.contains(&group) {
            self.look_at(now, log, group);
        }
        let page = page::transaction_page(group);
        self.wait_for_page(now, log, page, request, operation.clone());
        true
    }

    /// A group's transaction page has come: undoes what it says is unfinished. Returns whether the group is done;
    /// it is not if there are no LSNs to hand out just now (L-15).
    pub(super) fn undo_group(&mut self, now: SimTime, log: &mut RedoLog, txn_page: &Page) -> bool {
        let group = page::group_of(txn_page.id());
        let mut unfinished: Vec<(TxnId, Vec<&[u8]>)> = Vec::new();
        for (txn, key) in txn_page.unfinished() {
            match unfinished.iter_mut().find(|(known, _)| *known == txn) {
                Some((_, keys)) => keys.push(key),
                None => unfinished.push((txn, vec![key])),
            }
        }
        for (txn, keys) in unfinished {
            let is_it = |undone: &Undone| (undone.txn, undone.group) == (txn, group);
            if self.undone.iter().any(is_it) {
                continue;
            }
            let takes = keys.len() as u64 + 1;
            if self.allocator.take(takes, self.points.vdl()).is_none() {
                return false;
            }
            self.happened(Happening::UnfinishedFound { txn, group });
            for key in keys {
                let row_page = log.page_of_key(key);
                self.record(log, row_page, Change::UndoRow { txn, key }, false);
            }
            let lsn = self.record(log, txn_page.id(), Change::TxnRolledBack(txn), true);
            self.undone.push(Undone { txn, group, lsn });
            self.happened(Happening::TxnUndone { txn, lsn });
            self.lanes[group].records_added(now, self.call_delay, group, &mut self.wakeups);
        }
        if let Some(undo) = &mut self.undo {
            undo.looking.retain(|looked_at| *looked_at != group);
        }
        self.look_on(now, log);
        true
    }

    /// Transactions that are undone only above the read point: a reader must not see what they wrote.
    pub(super) fn not_yet_undone(&self, read_point: Lsn) -> impl Iterator<Item = TxnId> {
        let undone = self.undone.iter();
        undone
            .filter(move |undone| undone.lsn > read_point)
            .map(|undone| undone.txn)
    }
}
