//! The writer: the one instance that orders the volume.
//!
//! It never waits. A client's write becomes redo records with LSNs (`allocator`), the records go into the
//! buffers of the six copies of their group (`boxcar`), the transaction goes onto a list with the LSN of its
//! commit record (`commits`), and the writer turns to the next request (W-6, W-7). Answers of the copies come
//! back one by one, each saying how far that copy is complete; from them alone, without asking or voting, the
//! writer knows what is durable (`points`, L-17) and acknowledges what is on the list. Reads ask one copy that
//! is known to be far enough (`reads`).

mod allocator;
pub(crate) mod asking;
mod boxcar;
pub(crate) mod cache;
mod commits;
mod epochs;
mod growth;
mod hold;
pub(crate) mod horizon;
mod latency;
mod loads;
mod points;
mod reads;
mod recovery;
mod remind;
mod replication;
mod space;
mod stream;
mod transactions;
mod undo;
pub(crate) mod wakeups;

use std::collections::VecDeque;

use base::{
    GroupId, IdVec, InstanceId, Lsn, PageId, ReaderId, RequestId, SegmentId, SimSpan, SimTime,
    TxnId,
};

pub use self::allocator::LsnAllocator;
pub use self::asking::ReadCounts;
use self::asking::Reads;
use self::boxcar::Lanes;
pub use self::cache::{Cache, CacheCounts};
pub use self::commits::{CommitQueue, Waiting};
use self::epochs::Epochs;
use self::growth::Room;
use self::hold::Hold;
use self::horizon::{Horizons, Views};
pub use self::latency::Latencies;
use self::loads::Loads;
pub use self::points::{Moves, Points};
pub use self::recovery::Standing;
use self::recovery::State;
use self::remind::SentAgain;
use self::replication::Replication;
use self::space::Space;
use self::stream::Stream;
pub use self::transactions::Transactions;
use self::undo::{Undo, Undone};
use self::wakeups::Wakeups;
use crate::constants::{LSN_ALLOCATION_LIMIT, PAGE_BYTES};
use crate::epoch::{Stamp, VolumeEpoch};
use crate::membership::Segments;
use crate::page;
use crate::protocol::{Address, Effect, Ended, Happening, Message, Operation, Outcome, WakeReason};
use crate::redo::{Change, Range, RedoLog};
use crate::wrong_rule::WrongRule;

/// What can be chosen about a writer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WriterConfig {
    /// A rule that is wrong on purpose.
    pub wrong_rule: Option<WrongRule>,
    /// What the copies of a group keep.
    pub segments: Segments,
    /// How far LSNs may run ahead of the VDL (L-15).
    pub lsn_allocation_limit: u64,
    /// What fits on a page (P-27).
    pub page_bytes: u32,
    /// The groups the volume may grow to.
    pub groups_max: u32,
    /// From issuing a network call to its being executed (W-5).
    pub call_delay: SimSpan,
    /// Pages its buffer cache has room for; with none, every read asks storage.
    pub cache_pages: u32,
    /// Whether storage does background work, and so has to be told what is durable.
    pub background: bool,
    /// How many readers follow it (RP-1).
    pub readers: u8,
    /// The place its own host has among these, if it has one: as long as it writes, nobody follows there.
    pub own_place: Option<ReaderId>,
}

impl WriterConfig {
    /// A writer alone with a volume of so many full groups: no readers, no cache, no background work, calls at once, the
    /// usual limits (P-5, P-27).
    pub fn plain(groups_max: u32) -> WriterConfig {
        WriterConfig {
            wrong_rule: None,
            segments: Segments::Full,
            lsn_allocation_limit: LSN_ALLOCATION_LIMIT,
            page_bytes: PAGE_BYTES,
            groups_max,
            call_delay: SimSpan::ZERO,
            cache_pages: 0,
            background: false,
            readers: 0,
            own_place: None,
        }
    }
}

/// LSNs a one-row transaction takes: its state, its row, its commit.
const RECORDS_PER_PUT: u64 = 3;

/// A write that found no free LSN.
#[derive(Clone, Debug)]
struct Held {
    request: RequestId,
    operation: Operation,
    /// The page that keeps a place for its row.
    page: PageId,
}

/// The writer instance.
#[derive(Clone, Debug)]
pub struct Writer {
    instance: InstanceId,
    config: WriterConfig,
    state: State,
    /// The epoch the points were found in.
    points_epoch: VolumeEpoch,
    /// What was declared void when it opened the volume.
    recovered: Option<Range>,
    allocator: LsnAllocator,
    points: Points,
    lanes: IdVec<GroupId, Lanes>,
    call_delay: SimSpan,
    sent_again: SentAgain,
    commits: CommitQueue,
    hold: Hold,
    /// What it knows of another Region, whose redo it takes in.
    replication: Option<Replication>,
    reads: Reads,
    cache: Cache,
    views: Views,
    horizons: Horizons,
    space: Space,
    stream: Stream,
    loads: Loads,
    transactions: Transactions,
    undo: Option<Undo>,
    /// Transactions it has undone since it opened the volume.
    undone: Vec<Undone>,
    epochs: Epochs,
    groups_first: u32,
    groups_max: u32,
    /// Requests that found no free LSN, in the order they came (L-15).
    held: VecDeque<Held>,
    next_txn: TxnId,
    wakeups: Wakeups,
    /// What comes of the acknowledgement it has just heard, before all other effects.
    heard: Option<Heard>,
    effects: VecDeque<Effect>,
}

/// What comes of nearly every acknowledgement, in one piece: a new SCL is heard, and points move.
#[derive(Clone, Copy, Debug)]
pub struct Heard {
    /// The segment.
    pub segment: SegmentId,
    /// How far it is complete.
    pub scl: Lsn,
    /// What has moved by that.
    pub moves: Moves,
}

impl Writer {
    /// A writer that opens an empty volume.
    pub fn new(config: WriterConfig, log: &RedoLog) -> Writer {
        Writer {
            instance: InstanceId::FIRST,
            config,
            state: State::Open,
            points_epoch: VolumeEpoch::FIRST,
            recovered: None,
            allocator: LsnAllocator::new(log.last(), config.lsn_allocation_limit),
            points: Points::under(config.wrong_rule, config.segments, log),
            lanes: (0..log.groups()).map(|_| Lanes::default()).collect(),
            call_delay: config.call_delay,
            sent_again: SentAgain::default(),
            commits: CommitQueue::default(),
            hold: Hold::default(),
            replication: None,
            reads: Reads::default(),
            space: Space::new(config.page_bytes),
            cache: Cache::new(config.cache_pages),
            views: Views::default(),
            horizons: Horizons::new(log.groups(), config.background),
            stream: Stream::to(config.readers, config.own_place),
            loads: Loads::default(),
            transactions: Transactions::default(),
            undo: None,
            undone: Vec::new(),
            epochs: Epochs::first(log.groups()),
            groups_first: log.groups(),
            groups_max: config.groups_max,
            held: VecDeque::new(),
            next_txn: TxnId(1),
            wakeups: Wakeups::default(),
            heard: None,
            effects: VecDeque::new(),
        }
    }

    /// An instance that does not write yet.
    pub fn standing_by(
        config: WriterConfig,
        instance: InstanceId,
        groups_first: u32,
        log: &RedoLog,
    ) -> Writer {
        Writer {
            instance,
            groups_first,
            state: State::Crashed,
            ..Writer::new(config, log)
        }
    }

    /// What was chosen about it.
    pub fn config(&self) -> WriterConfig {
        self.config
    }

    /// Its cache has room for so many pages from its next start on.
    pub fn set_cache_room(&mut self, pages: u32) {
        self.config.cache_pages = pages;
    }

    /// What the writer knows of the copies, and the points that follow from it.
    pub fn points(&self) -> &Points {
        &self.points
    }

    /// The highest LSN handed out.
    pub fn allocated(&self) -> Lsn {
        self.allocator.last()
    }

    /// The highest LSN that may be handed out now (L-15).
    pub fn allocation_limit(&self) -> Lsn {
        self.allocator.limit(self.points.vdl())
    }

    /// Commits that wait for their records to become durable.
    pub fn commits(&self) -> &CommitQueue {
        &self.commits
    }

    /// How many requests wait for a free LSN.
    pub fn requests_held(&self) -> u32 {
        self.held.len() as u32
    }

    /// How many reads have no answer yet.
    pub fn reads_open(&self) -> u32 {
        self.reads.open()
    }

    /// The buffer cache.
    pub fn cache(&self) -> &Cache {
        &self.cache
    }

    /// Takes what a process on its host has had in memory, as far as it is of use now (CC-1).
    pub fn inherit(&mut self, log: &RedoLog, from: &Cache) {
        self.cache.inherit(log, self.points.vdl(), from);
    }

    /// How many page reads have gone to storage, and why.
    pub fn read_counts(&self) -> ReadCounts {
        self.reads.counts()
    }

    /// How fast each copy has been answering.
    pub fn latencies(&self) -> &Latencies {
        self.reads.latencies()
    }

    /// Takes a client's request.
    pub fn handle_request(
        &mut self,
        now: SimTime,
        log: &mut RedoLog,
        request: RequestId,
        operation: &Operation,
    ) {
        match operation {
            Operation::Put { key, value } => {
                if self.waits_for_groups(now, log, request, key, operation)
                    || !self.transactions.none() && self.waits_for_row(request, key, operation)
                {
                    return;
                }
                let page = match self.find_room(log, key, value) {
                    Room::On(page) => page,
                    Room::Unseen(page) => {
                        self.wait_for_page(now, log, page, request, operation.clone());
                        return;
                    }
                    Room::Full(page) => {
                        self.happened(Happening::PageFull { request, page });
                        self.answer(request, Outcome::PageFull(page));
                        return;
                    }
                };
                if self.held.is_empty() && self.may_allocate() {
                    self.put(now, log, request, page, key, value);
                } else {
                    self.held.push_back(Held {
                        request,
                        operation: operation.clone(),
                        page,
                    });
                    self.happened(Happening::AllocationHeld { request });
                }
            }
            Operation::Get { key } | Operation::LongGet { key } => {
                let group = page::group_of(log.page_of_key(key));
                if !self.waits_for_undo(now, log, group, request, operation) {
                    let long = matches!(operation, Operation::LongGet { .. });
                    self.begin_read(now, log, request, key.clone(), long);
                }
            }
            Operation::Transaction(script) => self.handle_transaction(now, log, request, script),
        }
    }

    /// Takes a message from a copy.
    pub fn handle_message(
        &mut self,
        now: SimTime,
        log: &mut RedoLog,
        from: SegmentId,
        stamp: Stamp,
        message: Message,
    ) {
        // What a copy sent to whoever wrote in another epoch is not for this writer, except for a refusal.
        if stamp.volume != self.epochs.volume() && !matches!(message, Message::Stale { .. }) {
            return;
        }
        match message {
            Message::Ack { scl } | Message::Report { scl } => self.hear_scl(now, log, from, scl),
            Message::EpochRaised { scl, .. } => self.hear_scl(now, log, from, scl),
            // Late answers of the recovery.
            Message::Surveyed { .. } | Message::Truncated { .. } => {}
            Message::NotThatFar { request, scl } => {
                self.hear_scl(now, log, from, scl);
                self.ask_elsewhere(now, from, request);
            }
            Message::TooFarBack { request, .. } | Message::Unreadable { request } => {
                self.ask_elsewhere(now, from, request);
            }
            Message::Stale { knows, request } => {
                self.hear_stale(now, log, from, knows, request);
            }
            _ => unreachable!("such a message is not for the writer"),
        }
    }

    /// A copy could not serve a page, be it for a client or for the writer itself.
    fn ask_elsewhere(&mut self, now: SimTime, from: SegmentId, request: RequestId) {
        if !self.load_elsewhere(now, from, request) {
            self.asking().elsewhere(now, from, request);
        }
    }

    fn may_allocate(&self) -> bool {
        self.allocator.room(self.points.vdl()) >= RECORDS_PER_PUT
    }

    /// A transaction with one row: two mini-transactions, so that the row can be there without its commit but
    /// never half (L-13). The commit record is a consistency point of its own (W-9).
    fn put(
        &mut self,
        now: SimTime,
        log: &mut RedoLog,
        request: RequestId,
        page: PageId,
        key: &[u8],
        value: &[u8],
    ) {
        let txn = self.next_txn;
        self.next_txn = TxnId(txn.0 + 1);
        let group = page::group_of(page);
        let txn_page = page::transaction_page(group);
        self.allocator
            .take(RECORDS_PER_PUT, self.points.vdl())
            .expect("room was looked for before");
        self.record(log, txn_page, Change::TxnActive { txn, key }, false);
        self.record(log, page, Change::PutRow { txn, key, value }, true);
        let scn = self.record(log, txn_page, Change::TxnCommitted(txn), true);
        debug_assert_eq!(
            scn,
            self.allocator.last(),
            "the log and the allocator count alike"
        );
        self.commits.push(Waiting { scn, txn, request });
        self.happened(Happening::CommitQueued { txn, scn, request });
        self.lanes[group].records_added(now, self.call_delay, group, &mut self.wakeups);
        self.stream_news(now);
    }

    fn record(&mut self, log: &mut RedoLog, page: PageId, change: Change, ends_mtr: bool) -> Lsn {
        let (lsn, links) = log.append(page, change, ends_mtr);
        self.happened(Happening::RecordMade {
            lsn,
            page,
            links,
            ends_mtr,
        });
        lsn
    }

    /// Reads a little of what an acknowledgement of this copy will touch.
    #[inline]
    pub fn touch(&self, segment: SegmentId) -> u64 {
        let group = self.points.group(segment.group());
        group.pgcl().0 ^ group.scl(segment.copy()).0
    }

    fn hear_scl(&mut self, now: SimTime, log: &mut RedoLog, segment: SegmentId, scl: Lsn) {
        let group = self.points.group(segment.group());
        if scl <= group.scl(segment.copy()) || !group.everyone().contains(segment.copy()) {
            return;
        }
        self.horizon_news(now, segment.group());
        let moves = self.points.hear(log, segment, scl);
        let heard = Heard {
            segment,
            scl,
            moves,
        };
        if self.says_nothing() {
            self.heard = Some(heard);
        } else {
            self.say_heard(heard);
        }
        self.follow_moves(now, log, segment.group(), moves);
        self.go_on_with_backlog(log, segment, scl);
    }

    #[cold]
    fn say_heard(&mut self, heard: Heard) {
        let Heard {
            segment,
            scl,
            moves,
        } = heard;
        self.happened(Happening::SclHeard { segment, scl });
        self.say_moves(segment.group(), moves);
    }

    /// Points have moved: says so, and does what waited for it.
    fn moved(&mut self, now: SimTime, log: &mut RedoLog, group: GroupId, moves: Moves) {
        self.say_moves(group, moves);
        self.follow_moves(now, log, group, moves);
    }

    fn say_moves(&mut self, group: GroupId, moves: Moves) {
        if let Some(to) = moves.pgcl {
            self.happened(Happening::PgclMoved { group, to });
        }
        if let Some(to) = moves.vcl {
            self.happened(Happening::VclMoved { to });
        }
        if let Some(to) = moves.vdl {
            self.happened(Happening::VdlMoved { to });
        }
    }

    #[inline]
    fn follow_moves(&mut self, now: SimTime, log: &mut RedoLog, group: GroupId, moves: Moves) {
        if moves.pgcl.is_some() {
            self.lanes[group].progressed(now);
        }
        if moves.vdl.is_some() {
            self.stream_news(now);
        }
        if moves.vcl.is_some() && !self.hold.on {
            self.acknowledge_durable();
        }
        if moves.vdl.is_some() {
            self.release_held(now, log);
            if !self.transactions.none() {
                self.transactions.durable(self.read_point());
                self.go_on_stalled(now, log);
            }
        }
    }

    fn acknowledge_durable(&mut self) {
        while let Some(done) = self.commits.take_durable(self.points.vcl()) {
            let Waiting { scn, txn, request } = done;
            assert!(
                scn <= self.points.vdl(),
                "the commit record is a CPL, so both rules agree (W-9)"
            );
            self.happened(Happening::CommitAcknowledged { txn, scn, request });
            let found = (!self.transactions.none())
                .then(|| self.take_answer(request))
                .flatten();
            let outcome = found.map_or(Outcome::Committed(scn), |found| Outcome::Ended {
                how: Ended::Committed(scn),
                found,
            });
            self.answer(request, outcome);
        }
    }

    fn release_held(&mut self, now: SimTime, log: &mut RedoLog) {
        while self.may_allocate()
            && let Some(held) = self.held.pop_front()
        {
            let Operation::Put { key, value } = &held.operation else {
                unreachable!("only writes wait for LSNs")
            };
            if !self.transactions.none() && self.waits_for_row(held.request, key, &held.operation) {
                continue;
            }
            self.put(now, log, held.request, held.page, key, value);
        }
    }

    /// When it wants to be woken next, and what for.
    #[inline]
    pub fn poll_wakeup(&self) -> Option<(SimTime, WakeReason)> {
        self.wakeups.first()
    }

    /// Does what is due. Returns whether anything was.
    pub fn handle_wakeup(&mut self, now: SimTime, log: &mut RedoLog) -> bool {
        let mut did = false;
        while let Some((due, reason)) = self.wakeups.first()
            && due <= now
        {
            self.wakeups.pop_first();
            match reason {
                WakeReason::Call(group) => {
                    let everyone = self.points.group(group).everyone();
                    self.lanes[group].call(log, group, everyone, &mut self.effects);
                    did = true;
                }
                other => did |= self.do_what_is_due(now, log, other),
            }
        }
        did
    }

    #[inline(never)] // Calls are by far the most; what is rarer stands apart from them.
    fn do_what_is_due(&mut self, now: SimTime, log: &mut RedoLog, reason: WakeReason) -> bool {
        match reason {
            WakeReason::Resend(group) => self.look_after(now, log, group),
            WakeReason::ReadAgain(request) => self.asking().overdue(now, request),
            WakeReason::Horizon => self.tell_horizons(log),
            WakeReason::Statement(request) => self.thought(now, log, request),
            WakeReason::LoadAgain(page) => self.load_overdue(now, page),
            WakeReason::Stream => self.stream_out(now, log),
            WakeReason::Recover => false,
            WakeReason::Call(_)
            | WakeReason::DiskDone
            | WakeReason::OrdersDone
            | WakeReason::Gossip
            | WakeReason::Hydrate
            | WakeReason::Follow
            | WakeReason::Background => unreachable!("seen to, or not for a writer"),
        }
    }

    /// What it wants done, until `None`.
    pub fn poll_effect(&mut self) -> Option<Effect> {
        if self.heard.is_some() {
            self.spell_out();
        }
        let effect = self.effects.pop_front();
        if effect.is_none() {
            // The next ones begin at the front again: a ring that has once grown long would lead through all its memory.
            self.effects.clear();
        }
        effect
    }

    /// Whether it wants nothing done.
    #[inline]
    pub fn says_nothing(&self) -> bool {
        self.heard.is_none() && self.effects.is_empty()
    }

    /// What comes of an acknowledgement, for those who ask for it before they ask for what else it wants done.
    #[inline]
    pub fn poll_heard(&mut self) -> Option<Heard> {
        self.heard.take()
    }

    /// Puts in front of the other effects, one by one, what nobody has asked for in one piece.
    #[cold]
    fn spell_out(&mut self) {
        let mut others = std::mem::take(&mut self.effects);
        if let Some(heard) = self.heard.take() {
            self.say_heard(heard);
        }
        self.effects.append(&mut others);
    }

    fn send(&mut self, to: SegmentId, message: Message) {
        self.effects.push_back(Effect::Send {
            to: Address::Segment(to),
            message,
        });
    }

    fn answer(&mut self, request: RequestId, outcome: Outcome) {
        self.effects.push_back(Effect::Answer { request, outcome });
    }

    fn happened(&mut self, what: Happening) {
        self.effects.push_back(Effect::Happened(what));
    }
}

#[cfg(test)]
mod tests;
