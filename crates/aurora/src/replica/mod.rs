//! A reader: an instance that shows the same volume a little later.
//!
//! It costs storage nothing (RP-1): there is one volume, and a reader reads it like the writer does. What it must do is
//! keep its memory in step. The writer sends it the redo stream, in the order of LSNs, and how far the volume is
//! durable. A record whose page is in the reader's cache is applied there; any other is thrown away, for storage has
//! it, and whoever needs that page later reads it with the change in it (RP-2, RP-10).
//!
//! When is a record applied? Not before it is durable, or the reader could show what a crash of the writer takes back;
//! and only together with all records of its mini-transaction, or it could show half of one (RP-3, RP-4, RP-5). A VDL is
//! always the end of a mini-transaction, so both come to this: the reader moves from one VDL to a later one, in one
//! step, as soon as it has all records in between (`stream`). What it shows at any moment is what the writer showed at
//! some earlier VDL (INV-10). A read begins at the VDL the reader has reached (`reads`).
//!
//! The reader tells the writer how far it has come, and the lowest read point in use here, so that storage keeps the
//! versions it still needs. The writer never waits for any of this (W-11).

mod reads;
mod stream;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use base::{GroupId, InstanceId, Lsn, PageId, ReaderId, RequestId, SegmentId, SimTime, TxnId};
use litemap::LiteMap;

use crate::constants::FOLLOW_AGAIN;
use crate::epoch::{GeometryEpoch, Stamp, VolumeEpoch};
use crate::membership::Membership;
use crate::page::Page;
use crate::protocol::{Address, Effect, Happening, Message, Operation, WakeReason};
use crate::quorum::CopySet;
use crate::redo::RedoLog;
use crate::writer::asking::{Asking, Knows, Reads};
use crate::writer::cache::Cache;
use crate::writer::horizon::Views;
use crate::writer::wakeups::Wakeups;
use crate::writer::{CacheCounts, ReadCounts};

/// What a reader knows of the copies: who they are, but not how far each of them is.
#[derive(Clone, Debug)]
struct Known {
    first: Membership,
    /// Of groups whose members have changed.
    newer: LiteMap<GroupId, Membership>,
}

impl Known {
    fn members(&self, group: GroupId) -> &Membership {
        self.newer.get(&group).unwrap_or(&self.first)
    }
}

impl Knows for Known {
    fn worth_asking(&self, group: GroupId, _at: Lsn) -> CopySet {
        self.members(group).fulls()
    }
}

/// What became of the records a reader has heard of since it was started (RP-2).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StreamCounts {
    /// Records applied to pages in its cache.
    pub applied: u64,
    /// Records thrown away, because their pages are not there.
    pub dropped: u64,
}

/// Whether a reader is in step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// It is not running.
    Stopped,
    /// It has asked the writer to let it follow.
    Waits,
    /// It follows.
    Follows,
}

/// A reader instance.
#[derive(Clone, Debug)]
pub struct Replica {
    id: ReaderId,
    state: State,
    /// When it asks again to be let follow.
    follow_at: SimTime,
    volume: VolumeEpoch,
    geometry: GeometryEpoch,
    known: Known,
    /// It has every record up to here.
    heard: Lsn,
    /// The VDL it shows: every record up to here is applied, or thrown away.
    shows: Lsn,
    /// VDLs it has heard of and not reached.
    vdls: BTreeSet<Lsn>,
    /// What came before what precedes it: from where, up to where.
    pieces: BTreeMap<Lsn, Lsn>,
    /// Transactions that have begun to write, and are not committed, as of `shows` (RP-6).
    active: BTreeSet<TxnId>,
    cache: Cache,
    counts: StreamCounts,
    reads: Reads,
    views: Views,
    /// The newest record gone by of each page that is on its way here.
    missed: LiteMap<PageId, Lsn>,
    /// Requests that came before it could follow.
    waiting: VecDeque<(RequestId, Operation)>,
    wakeups: Wakeups,
    effects: VecDeque<Effect>,
}

impl Replica {
    /// A reader that is not running yet, on a volume whose groups have these members; its cache has room for so many
    /// pages.
    pub fn new(id: ReaderId, members: Membership, cache_pages: u32) -> Replica {
        Replica {
            id,
            state: State::Stopped,
            follow_at: SimTime::NEVER,
            volume: VolumeEpoch::FIRST,
            geometry: GeometryEpoch::FIRST,
            known: Known {
                first: members,
                newer: LiteMap::new_vec(),
            },
            heard: Lsn::ZERO,
            shows: Lsn::ZERO,
            vdls: BTreeSet::new(),
            pieces: BTreeMap::new(),
            active: BTreeSet::new(),
            cache: Cache::new(cache_pages),
            counts: StreamCounts::default(),
            reads: Reads::default(),
            views: Views::default(),
            missed: LiteMap::new_vec(),
            waiting: VecDeque::new(),
            wakeups: Wakeups::default(),
            effects: VecDeque::new(),
        }
    }

    /// The VDL it shows the volume at.
    pub fn shows(&self) -> Lsn {
        self.shows
    }

    /// The last record up to which it has all.
    pub fn heard(&self) -> Lsn {
        self.heard
    }

    /// Whether it runs.
    pub fn is_up(&self) -> bool {
        self.state != State::Stopped
    }

    /// Whether it follows the writer; while it does not, reads wait.
    pub fn follows(&self) -> bool {
        self.state == State::Follows
    }

    /// The lowest read point in use here.
    pub fn lowest_read_point(&self) -> Lsn {
        self.views.lowest(self.shows)
    }

    /// The pages in its cache, with the newest record applied to each.
    pub fn cached_pages(&self) -> impl Iterator<Item = (PageId, Lsn)> + '_ {
        self.cache.pages()
    }

    /// Its buffer cache.
    pub fn cache(&self) -> &Cache {
        &self.cache
    }

    /// Takes a page it lacks from another instance; it is as of what it shows (CC-9).
    pub fn warm(&mut self, page: &Arc<Page>) {
        if self.follows() && self.cache.room() > 0 && page.lsn() <= self.shows {
            self.cache.keep_durable(page);
        }
    }

    /// How often its cache could answer and how often not.
    pub fn cache_counts(&self) -> CacheCounts {
        self.cache.counts()
    }

    /// How many pages its cache has room for.
    pub fn cache_room(&self) -> u32 {
        self.cache.room()
    }

    /// Its cache has room for so many pages from now on.
    ///
    /// # Panics
    /// If it runs: what has room for it is decided when it starts.
    pub fn set_cache_room(&mut self, pages: u32) {
        assert!(!self.is_up(), "a reader that runs has its cache");
        self.cache = Cache::new(pages);
    }

    /// What became of the records it has heard of.
    pub fn stream_counts(&self) -> StreamCounts {
        self.counts
    }

    /// Reads without an answer, those among them that wait for it to follow.
    pub fn reads_open(&self) -> u32 {
        self.reads.open() + self.waiting.len() as u32
    }

    /// How many page reads have gone to storage, and why.
    pub fn read_counts(&self) -> ReadCounts {
        self.reads.counts()
    }

    /// The epochs it knows that concern a group.
    pub fn stamp(&self, group: GroupId) -> Stamp {
        Stamp {
            volume: self.volume,
            membership: self.known.members(group).epoch(),
            geometry: self.geometry,
        }
    }

    /// The epoch in whose text it reads.
    pub fn volume_epoch(&self) -> VolumeEpoch {
        self.volume
    }

    /// Knows of the volume epoch its host has been told of.
    pub fn learn_volume_epoch(&mut self, epoch: VolumeEpoch) {
        self.volume = self.volume.max(epoch);
    }

    /// Starts, and asks the writer to let it follow.
    pub fn start(&mut self, now: SimTime) {
        self.state = State::Waits;
        self.ask_to_follow(now);
    }

    /// Stops: all it has in memory is gone.
    pub fn stop(&mut self) {
        let room = self.cache.room();
        *self = Replica {
            volume: self.volume,
            geometry: self.geometry,
            known: self.known.clone(),
            heard: self.shows,
            shows: self.shows,
            ..Replica::new(self.id, self.known.first, room)
        };
    }

    fn ask_to_follow(&mut self, now: SimTime) {
        self.wakeups.remove(&(self.follow_at, WakeReason::Follow));
        self.follow_at = now + FOLLOW_AGAIN;
        self.wakeups.insert((self.follow_at, WakeReason::Follow));
        self.tell_writer(Message::Follow);
    }

    /// Who writes is known to the cluster endpoint; whoever carries the message looks there.
    fn tell_writer(&mut self, message: Message) {
        self.effects.push_back(Effect::Send {
            to: Address::Instance(InstanceId::FIRST),
            message,
        });
    }

    fn say_heard(&mut self) {
        let (upto, lowest) = (self.heard, self.lowest_read_point());
        let vdl = self.vdls.last().copied().unwrap_or(self.shows);
        self.tell_writer(Message::Heard { upto, vdl, lowest });
    }

    /// Hears who the members of a group are.
    pub fn hear_members(&mut self, group: GroupId, members: Membership) {
        if members.epoch() > self.known.members(group).epoch() {
            self.known.newer.insert(group, members);
        }
    }

    /// Takes a message from a copy that could not serve a page.
    pub fn handle_segment(&mut self, now: SimTime, from: SegmentId, message: Message) {
        match message {
            Message::NotThatFar { request, .. } | Message::Unreadable { request } => {
                self.asking().elsewhere(now, from, request);
            }
            // It was out of step for so long that the writer counts on it no more.
            Message::TooFarBack { .. } => self.fall_out_of_step(now),
            Message::Stale { knows, request } => {
                self.geometry = self.geometry.max(knows.geometry);
                if knows.volume > self.volume {
                    self.fall_out_of_step(now);
                } else if let Some(request) = request {
                    self.asking().elsewhere(now, from, request);
                }
            }
            other => unreachable!("{other:?} is not for a reader"),
        }
    }

    fn fall_out_of_step(&mut self, now: SimTime) {
        if self.state == State::Follows {
            self.state = State::Waits;
            self.ask_to_follow(now);
        }
    }

    /// When it wants to be woken next, and what for.
    pub fn poll_wakeup(&self) -> Option<(SimTime, WakeReason)> {
        self.wakeups.first()
    }

    /// Does what is due. Returns whether anything was.
    pub fn handle_wakeup(&mut self, now: SimTime) -> bool {
        let mut did = false;
        while let Some((due, reason)) = self.wakeups.first()
            && due <= now
        {
            self.wakeups.pop_first();
            match reason {
                WakeReason::Follow => {
                    self.ask_to_follow(now);
                    did = true;
                }
                WakeReason::ReadAgain(request) => did |= self.asking().overdue(now, request),
                other => unreachable!("a reader does not wait for {other:?}"),
            }
        }
        did
    }

    /// What it wants done, until `None`.
    pub fn poll_effect(&mut self) -> Option<Effect> {
        self.effects.pop_front()
    }

    fn asking(&mut self) -> Asking<'_, Known> {
        Asking {
            reads: &mut self.reads,
            knows: &self.known,
            wakeups: &mut self.wakeups,
            effects: &mut self.effects,
        }
    }

    fn happened(&mut self, what: Happening) {
        self.effects.push_back(Effect::Happened(what));
    }

    /// Takes a message from the writer; `log` is the text of the epoch the writer lives in, of which the message says
    /// what may be read.
    pub fn handle_writer(&mut self, log: &RedoLog, stamp: Stamp, message: Message) {
        match message {
            Message::Redo { after, upto, vdl }
                if stamp.volume == self.volume && self.state == State::Follows =>
            {
                self.hear_redo(log, (after, upto), vdl);
            }
            Message::Redo { .. } => {}
            other => unreachable!("{other:?} is not for a reader"),
        }
    }

    /// Takes [`Message::Begin`] from the writer, with the transactions that had begun to write at `at` and were not
    /// committed.
    pub fn handle_begin(
        &mut self,
        now: SimTime,
        log: &RedoLog,
        stamp: Stamp,
        at: Lsn,
        active: &[TxnId],
    ) {
        if stamp.volume >= self.volume {
            self.volume = stamp.volume;
            self.begin(now, log, at, active);
        }
    }
}
