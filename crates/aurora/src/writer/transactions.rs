//! Transactions of several statements.
//!
//! A transaction is a row of mini-transactions (L-13). Each row it writes goes into the log at once, as a mini-transaction
//! of its own: what was there before stays on the row's page, and the group's transaction page remembers who wrote which
//! row. So nothing of it need be kept in memory for a crash: whoever opens the volume next finds it unfinished and takes
//! it back (`undo`, F-9). Others do not see its rows, for it stands in every view as active.
//!
//! Its end is one more mini-transaction, with a record in each group it wrote in: recovery finds all of them or none.
//! The last one is the commit record; its LSN is the SCN (L-19). A rollback is such a mini-transaction too, in which the
//! rows go back to what they were.
//!
//! A row that a transaction has written is locked until that has ended; who else wants to write it waits, in the order of
//! coming, single writes too. Who only reads waits for nobody. A transaction whose wait would close a circle is rolled
//! back instead, for it is the one that has noticed `[choice]`. The locks go when the end is written, not when it is
//! durable: whoever writes the row next has a higher SCN, and what is durable of the log has no holes.

use std::collections::VecDeque;
use std::sync::Arc;

use base::{GroupId, Lsn, PageId, RequestId, SimTime, TxnId};
use litemap::LiteMap;

use super::growth::Room;
use super::{Waiting, Writer};
use crate::page;
use crate::protocol::{
    Bytes, Effect, Ended, Ends, Happening, Operation, Outcome, RollbackWhy, Script, Statement,
    WakeReason,
};
use crate::redo::{Change, RedoLog};

/// LSNs the write of a row takes: what its transaction has done, the row.
const RECORDS_PER_WRITE: u64 = 2;

/// A row a transaction has written.
#[derive(Clone, Debug)]
struct Own {
    key: Bytes,
    value: Bytes,
    page: PageId,
}

/// A transaction that has not ended.
#[derive(Clone, Debug)]
struct Open {
    script: Arc<Script>,
    /// The next statement.
    next: u32,
    /// The statement before which its client thinks, or has thought.
    thought: u32,
    /// Its number, once it has written.
    txn: Option<TxnId>,
    own: Vec<Own>,
    found: Vec<Option<Bytes>>,
    /// The row it waits for.
    waits_for: Option<Bytes>,
    /// It is to be rolled back.
    failed: Option<RollbackWhy>,
    /// It was said once that it waits for LSNs.
    stalled: bool,
    /// Nobody waits for it any more.
    abandoned: bool,
}

/// A row somebody has written who has not ended.
#[derive(Clone, Debug)]
struct Lock {
    owner: RequestId,
    waiting: VecDeque<(RequestId, Operation)>,
}

/// Transactions of several statements, and who waits for their rows.
#[derive(Clone, Debug, Default)]
pub struct Transactions {
    open: LiteMap<RequestId, Open>,
    locks: LiteMap<Bytes, Lock>,
    /// Ended in the log, but not durably: the transaction and the record that ends it.
    ending: Vec<(TxnId, Lsn)>,
    /// What the committed ones among them have found.
    answers: LiteMap<RequestId, Arc<[Option<Bytes>]>>,
    /// May go on.
    ready: VecDeque<RequestId>,
    /// Found no free LSN (L-15).
    stalled: VecDeque<RequestId>,
}

impl Transactions {
    /// Whether there is none, not even one that has only to become durable.
    #[inline]
    pub fn none(&self) -> bool {
        self.open.is_empty() && self.ending.is_empty()
    }

    /// How many have not ended.
    pub fn open(&self) -> u32 {
        self.open.len() as u32
    }

    /// The numbers of those that have written and are not durably at their end at a read point.
    pub(super) fn active(&self, read_point: Lsn) -> impl Iterator<Item = TxnId> {
        let open = self.open.values().filter_map(|open| open.txn);
        let ending = self.ending.iter();
        open.chain(
            ending
                .filter(move |(_, lsn)| *lsn > read_point)
                .map(|(txn, _)| *txn),
        )
    }

    /// Forgets those whose end every read sees that begins now.
    pub(super) fn durable(&mut self, read_point: Lsn) {
        self.ending.retain(|(_, lsn)| *lsn > read_point);
    }

    fn open_of(&self, request: RequestId) -> Option<&Open> {
        self.open.get(&request)
    }

    /// Whether somebody who waits for this owner is waited for by it: then waiting for it closes a circle.
    fn closes_circle(&self, request: RequestId, owner: RequestId) -> bool {
        let mut owner = owner;
        loop {
            if owner == request {
                return true;
            }
            let waits_for = self.open_of(owner).and_then(|open| open.waits_for.as_ref());
            match waits_for.and_then(|key| self.locks.get(key)) {
                Some(lock) => owner = lock.owner,
                None => return false,
            }
        }
    }
}

impl Writer {
    /// Transactions of several statements that have not ended.
    pub fn transactions_open(&self) -> u32 {
        self.transactions.open()
    }

    /// The requests of transactions that have not ended, oldest first.
    pub fn open_transactions(&self) -> impl Iterator<Item = RequestId> + '_ {
        self.transactions.open.keys().copied()
    }

    /// Rows that are locked, with the request of the transaction that has written them and how many wait for each.
    pub fn locked_rows(&self) -> impl Iterator<Item = (&Bytes, RequestId, u32)> {
        let locks = self.transactions.locks.iter();
        locks.map(|(key, lock)| (key, lock.owner, lock.waiting.len() as u32))
    }

    /// Whether a single write must wait for a row; if so, it does.
    #[cold]
    pub(super) fn waits_for_row(
        &mut self,
        request: RequestId,
        key: &Bytes,
        operation: &Operation,
    ) -> bool {
        let Some(lock) = self.transactions.locks.get_mut(key) else {
            return false;
        };
        lock.waiting.push_back((request, operation.clone()));
        let owner = lock.owner;
        self.say_waits(request, owner);
        true
    }

    fn say_waits(&mut self, request: RequestId, owner: RequestId) {
        let owner = self.transactions.open_of(owner).and_then(|open| open.txn);
        self.happened(Happening::LockAwaited {
            request,
            owner: owner.unwrap_or_default(),
        });
    }

    /// A transaction arrives, or goes on after it has waited for a page.
    pub(super) fn handle_transaction(
        &mut self,
        now: SimTime,
        log: &mut RedoLog,
        request: RequestId,
        script: &Arc<Script>,
    ) {
        if self.transactions.open_of(request).is_none() {
            let open = Open {
                script: Arc::clone(script),
                next: 0,
                thought: 0,
                txn: None,
                own: Vec::new(),
                found: Vec::new(),
                waits_for: None,
                failed: None,
                stalled: false,
                abandoned: false,
            };
            self.transactions.open.insert(request, open);
        }
        self.transactions.ready.push_back(request);
        self.go_on(now, log);
    }

    /// Lets every transaction that may do so go on.
    pub(super) fn go_on(&mut self, now: SimTime, log: &mut RedoLog) {
        while let Some(request) = self.transactions.ready.pop_front() {
            while self.take_statement(now, log, request) {}
        }
    }

    /// The client of a transaction has thought.
    pub(super) fn thought(&mut self, now: SimTime, log: &mut RedoLog, request: RequestId) -> bool {
        let open = self.transactions.open_of(request).is_some();
        if open {
            self.transactions.ready.push_back(request);
            self.go_on(now, log);
        }
        open
    }

    /// Those that found no free LSN try again.
    pub(super) fn go_on_stalled(&mut self, now: SimTime, log: &mut RedoLog) {
        if !self.transactions.stalled.is_empty() {
            let stalled = std::mem::take(&mut self.transactions.stalled);
            self.transactions.ready.extend(stalled);
            self.go_on(now, log);
        }
    }

    /// A read inside a transaction has its answer. Returns whether the request is one.
    pub(super) fn found_in_transaction(
        &mut self,
        request: RequestId,
        value: &Option<Bytes>,
    ) -> bool {
        let Some(open) = self.transactions.open.get_mut(&request) else {
            return false;
        };
        open.found.push(value.clone());
        open.next += 1;
        self.transactions.ready.push_back(request);
        true
    }

    /// Nobody waits for a transaction any more, for its client has turned to another instance: it does nothing more.
    pub(super) fn abandon_transaction(&mut self, request: RequestId) {
        if let Some(open) = self.transactions.open.get_mut(&request) {
            open.abandoned = true;
        }
    }

    /// Rolls every open transaction back, because the instance restarts without letting its connections go (O-8).
    /// Returns how many they were.
    pub fn roll_all_back(&mut self, now: SimTime, log: &mut RedoLog) -> u32 {
        let open: Vec<RequestId> = self.open_transactions().collect();
        for request in &open {
            if let Some(read) = self.asking().give_up(*request) {
                self.close_view(now, read.view().read_point());
            }
            self.wakeups.forget_statement(*request);
            self.loads.give_up(*request);
            if let Some(key) = self
                .transactions
                .open
                .get_mut(request)
                .and_then(|open| open.waits_for.take())
                && let Some(lock) = self.transactions.locks.get_mut(&key)
            {
                lock.waiting.retain(|(waits, _)| waits != request);
            }
            self.fail(*request, RollbackWhy::Restart);
        }
        self.transactions.stalled.clear();
        self.transactions.ready = open.iter().copied().collect();
        self.go_on(now, log);
        open.len() as u32
    }

    fn fail(&mut self, request: RequestId, why: RollbackWhy) {
        if let Some(open) = self.transactions.open.get_mut(&request) {
            open.failed = Some(why);
        }
    }

    /// Takes the next statement of a transaction, or ends it. Returns whether it can go on at once.
    fn take_statement(&mut self, now: SimTime, log: &mut RedoLog, request: RequestId) -> bool {
        let Some(open) = self.transactions.open.get_mut(&request) else {
            return false;
        };
        if open.abandoned {
            return false;
        }
        let number = open.next;
        if open.failed.is_none() && open.thought < number && open.script.pause > base::SimSpan::ZERO
        {
            open.thought = number;
            let due = now + open.script.pause;
            self.wakeups.insert((due, WakeReason::Statement(request)));
            return false;
        }
        let script = Arc::clone(&open.script);
        let failed = open.failed;
        let statement = script.statements.get(number as usize);
        let row = statement.map_or(0, |statement| page::mark_of(statement.key()));
        self.happened(Happening::StatementBegan {
            request,
            number,
            row,
        });
        match (failed, statement, script.ends) {
            (Some(why), _, _) => self.roll_back(now, log, request, why),
            (None, Some(Statement::Get { key }), _) => {
                self.read_in_transaction(now, log, request, &script, key)
            }
            (None, Some(Statement::Put { key, value }), _) => {
                self.write_in_transaction(now, log, request, &script, key, value)
            }
            (None, None, Ends::Commit) => self.commit(now, log, request),
            (None, None, Ends::Rollback) => self.roll_back(now, log, request, RollbackWhy::Asked),
        }
    }

    fn read_in_transaction(
        &mut self,
        now: SimTime,
        log: &mut RedoLog,
        request: RequestId,
        script: &Arc<Script>,
        key: &Bytes,
    ) -> bool {
        if let Some(open) = self.transactions.open.get_mut(&request)
            && let Some(own) = open.own.iter().find(|own| own.key == *key)
        {
            let value = Some(own.value.clone());
            open.found.push(value);
            open.next += 1;
            return true;
        }
        let group = page::group_of(log.page_of_key(key));
        let operation = Operation::Transaction(Arc::clone(script));
        if !self.waits_for_undo(now, log, group, request, &operation) {
            self.begin_read(now, log, request, key.clone(), false);
        }
        false
    }

    fn write_in_transaction(
        &mut self,
        now: SimTime,
        log: &mut RedoLog,
        request: RequestId,
        script: &Arc<Script>,
        key: &Bytes,
        value: &Bytes,
    ) -> bool {
        let operation = Operation::Transaction(Arc::clone(script));
        if self.waits_for_groups(now, log, request, key, &operation)
            || !self.lock_row(request, key, &operation)
        {
            return false;
        }
        if self
            .transactions
            .open_of(request)
            .is_some_and(|open| open.failed.is_some())
        {
            return true;
        }
        if !self.held.is_empty() || self.allocator.room(self.points.vdl()) < RECORDS_PER_WRITE {
            self.stall(request);
            return false;
        }
        let page = match self.find_room(log, key, value) {
            Room::On(page) => page,
            Room::Unseen(page) => {
                self.wait_for_page(now, log, page, request, operation);
                return false;
            }
            Room::Full(page) => {
                self.happened(Happening::PageFull { request, page });
                self.fail(request, RollbackWhy::NoRoom);
                return true;
            }
        };
        let txn = self.number_of(request);
        let group = page::group_of(page);
        self.allocator
            .take(RECORDS_PER_WRITE, self.points.vdl())
            .expect("room was looked for before");
        let txn_page = page::transaction_page(group);
        self.record(log, txn_page, Change::TxnWrote { txn, key }, false);
        let lsn = self.record(log, page, Change::PutRow { txn, key, value }, true);
        self.happened(Happening::RowWritten {
            request,
            txn,
            lsn,
            row: page::mark_of(key),
            value: page::mark_of(value),
        });
        self.lanes[group].records_added(now, self.call_delay, group, &mut self.wakeups);
        self.stream_news(now);
        if let Some(open) = self.transactions.open.get_mut(&request) {
            open.next += 1;
            let (key, value) = (key.clone(), value.clone());
            match open.own.iter_mut().find(|own| own.key == key) {
                Some(own) => own.value = value,
                None => open.own.push(Own { key, value, page }),
            }
        }
        true
    }

    fn number_of(&mut self, request: RequestId) -> TxnId {
        let next = self.next_txn;
        let Some(open) = self.transactions.open.get_mut(&request) else {
            return next;
        };
        if let Some(txn) = open.txn {
            return txn;
        }
        open.txn = Some(next);
        self.next_txn = TxnId(next.0 + 1);
        next
    }

    fn stall(&mut self, request: RequestId) {
        self.transactions.stalled.push_back(request);
        if let Some(open) = self.transactions.open.get_mut(&request)
            && !std::mem::replace(&mut open.stalled, true)
        {
            self.happened(Happening::AllocationHeld { request });
        }
    }

    /// Locks a row for a transaction. Returns whether it need not wait: it has the row, or is to be rolled back.
    fn lock_row(&mut self, request: RequestId, key: &Bytes, operation: &Operation) -> bool {
        let Some(lock) = self.transactions.locks.get(key) else {
            let waiting = VecDeque::new();
            let lock = Lock {
                owner: request,
                waiting,
            };
            self.transactions.locks.insert(key.clone(), lock);
            return true;
        };
        let owner = lock.owner;
        if owner == request {
            return true;
        }
        if self.transactions.closes_circle(request, owner) {
            self.fail(request, RollbackWhy::Deadlock);
            return true;
        }
        if let Some(lock) = self.transactions.locks.get_mut(key) {
            lock.waiting.push_back((request, operation.clone()));
        }
        if let Some(open) = self.transactions.open.get_mut(&request) {
            open.waits_for = Some(key.clone());
        }
        self.say_waits(request, owner);
        false
    }

    /// The groups a transaction has written in, in order.
    fn groups_of(own: &[Own]) -> Vec<GroupId> {
        let mut groups: Vec<GroupId> = own.iter().map(|own| page::group_of(own.page)).collect();
        groups.sort_unstable();
        groups.dedup();
        groups
    }

    fn commit(&mut self, now: SimTime, log: &mut RedoLog, request: RequestId) -> bool {
        let Some(open) = self.transactions.open.get(&request) else {
            return false;
        };
        let Some(txn) = open.txn else {
            self.end(now, log, request, Ended::ReadOnly);
            return false;
        };
        let groups = Writer::groups_of(&open.own);
        let vdl = self.points.vdl();
        if self.allocator.take(groups.len() as u64, vdl).is_none() {
            self.stall(request);
            return false;
        }
        let mut scn = Lsn::ZERO;
        for (place, group) in groups.iter().enumerate() {
            let last = place + 1 == groups.len();
            let txn_page = page::transaction_page(*group);
            scn = self.record(log, txn_page, Change::TxnCommitted(txn), last);
            if !last {
                self.happened(Happening::CommitShared { txn, lsn: scn });
            }
        }
        self.commits.push(Waiting { scn, txn, request });
        self.happened(Happening::CommitQueued { txn, scn, request });
        for group in groups {
            self.lanes[group].records_added(now, self.call_delay, group, &mut self.wakeups);
        }
        self.stream_news(now);
        self.transactions.ending.push((txn, scn));
        if let Some(open) = self.transactions.open.remove(&request) {
            self.transactions.answers.insert(request, open.found.into());
            self.unlock(now, log, open.own);
        }
        false
    }

    /// What a transaction has found, if this is the request of one that is committed.
    pub(super) fn take_answer(&mut self, request: RequestId) -> Option<Arc<[Option<Bytes>]>> {
        self.transactions.answers.remove(&request)
    }

    fn roll_back(
        &mut self,
        now: SimTime,
        log: &mut RedoLog,
        request: RequestId,
        why: RollbackWhy,
    ) -> bool {
        let Some(open) = self.transactions.open.get(&request) else {
            return false;
        };
        let (txn, groups) = (open.txn, Writer::groups_of(&open.own));
        let rows: Vec<(Bytes, PageId)> = open
            .own
            .iter()
            .map(|own| (own.key.clone(), own.page))
            .collect();
        let takes = (rows.len() + groups.len()) as u64;
        if self.allocator.take(takes, self.points.vdl()).is_none() {
            self.fail(request, why);
            self.stall(request);
            return false;
        }
        self.happened(Happening::RollbackBegan { request, why });
        if let Some(txn) = txn {
            for (key, page) in &rows {
                self.record(log, *page, Change::UndoRow { txn, key }, false);
            }
            for (place, group) in groups.iter().enumerate() {
                let last = place + 1 == groups.len();
                let txn_page = page::transaction_page(*group);
                let lsn = self.record(log, txn_page, Change::TxnRolledBack(txn), last);
                self.happened(Happening::TxnUndone { txn, lsn });
                if last {
                    self.transactions.ending.push((txn, lsn));
                }
            }
            for group in groups {
                self.lanes[group].records_added(now, self.call_delay, group, &mut self.wakeups);
            }
            self.stream_news(now);
        }
        self.end(now, log, request, Ended::RolledBack(why));
        false
    }

    /// A transaction ends of which nothing has to become durable.
    fn end(&mut self, now: SimTime, log: &mut RedoLog, request: RequestId, how: Ended) {
        let Some(open) = self.transactions.open.remove(&request) else {
            return;
        };
        self.happened(Happening::TransactionEnded { request, how });
        let found = open.found.into();
        let outcome = Outcome::Ended { how, found };
        self.effects.push_back(Effect::Answer { request, outcome });
        // What it has locked without writing it, too.
        let locked: Vec<Bytes> = self
            .transactions
            .locks
            .iter()
            .filter(|(_, lock)| lock.owner == request)
            .map(|(key, _)| key.clone())
            .collect();
        for key in locked {
            self.unlock_row(now, log, &key);
        }
    }

    fn unlock(&mut self, now: SimTime, log: &mut RedoLog, own: Vec<Own>) {
        for Own { key, .. } in own {
            self.unlock_row(now, log, &key);
        }
    }

    /// A row is free: single writes that wait for it are done, up to the first transaction, which has it from now on.
    fn unlock_row(&mut self, now: SimTime, log: &mut RedoLog, key: &Bytes) {
        let Some(lock) = self.transactions.locks.remove(key) else {
            return;
        };
        let mut waiting = lock.waiting;
        while let Some((request, operation)) = waiting.pop_front() {
            if !matches!(operation, Operation::Transaction(_)) {
                self.handle_request(now, log, request, &operation);
                continue;
            }
            if let Some(open) = self.transactions.open.get_mut(&request) {
                open.waits_for = None;
                let owner = request;
                self.transactions
                    .locks
                    .insert(key.clone(), Lock { owner, waiting });
                self.transactions.ready.push_back(request);
                return;
            }
        }
    }
}
