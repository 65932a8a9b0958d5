//! Being the writer, becoming it, and being it no more.
//!
//! An instance that crashes loses what it had in memory: what it knew of the copies, the commits that waited, the
//! reads under way. None of that is needed to go on. Whoever becomes the writer next, the same instance or another,
//! runs a [`Recovery`] and opens the volume with what that found (C-2). An instance that was only cut off goes on as
//! if nothing had happened, until a copy of the new epoch refuses it; then it stops at once (C-10).

use base::{GroupId, InstanceId, Lsn, SegmentId, SimTime, TxnId};

use super::boxcar::Lanes;
use super::remind::SentAgain;
use super::{
    Cache, CommitQueue, Horizons, LsnAllocator, Reads, Space, Stream, Transactions, Views, Writer,
};
use crate::epoch::{Stamp, VolumeEpoch};
use crate::membership::Membership;
use crate::protocol::{Effect, Happening, Message, WakeReason};
use crate::quorum::CopySet;
use crate::recovery::{Phase, Recovery};
use crate::redo::{History, Range};

/// What an instance is to its volume.
#[derive(Clone, Debug)]
pub(super) enum State {
    /// It writes.
    Open,
    /// It is finding out where the log is durable.
    Recovering(Box<Recovery>),
    /// Its process is gone.
    Crashed,
    /// It has heard of a newer writer and has stopped.
    Fenced,
}

/// What an instance is to its volume, in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It writes.
    Open,
    /// It recovers the volume.
    Recovering,
    /// Its process is gone.
    Crashed,
    /// It was replaced by a newer writer and has stopped.
    Fenced,
}

impl Writer {
    /// What it is to its volume.
    #[inline]
    pub fn standing(&self) -> Standing {
        match self.state {
            State::Open => Standing::Open,
            State::Recovering(_) => Standing::Recovering,
            State::Crashed => Standing::Crashed,
            State::Fenced => Standing::Fenced,
        }
    }

    /// Whether it takes requests.
    #[inline]
    pub fn is_open(&self) -> bool {
        matches!(self.state, State::Open)
    }

    /// The recovery it runs, if it runs one.
    pub fn recovery(&self) -> Option<&Recovery> {
        match &self.state {
            State::Recovering(recovery) => Some(recovery),
            _ => None,
        }
    }

    /// Which instance it is.
    pub fn instance(&self) -> InstanceId {
        self.instance
    }

    /// The epoch it writes in, or wants to.
    pub fn volume_epoch(&self) -> VolumeEpoch {
        self.epochs.volume()
    }

    /// The epoch in whose text its points stand: that in which it last opened the volume.
    pub fn points_epoch(&self) -> VolumeEpoch {
        self.points_epoch
    }

    /// What was declared void when it opened the volume, if it had to recover it.
    pub fn recovered_range(&self) -> Option<Range> {
        self.recovered
    }

    /// Its process is gone, and with it all that was only in memory. The points stay as they were last, for those
    /// who look on.
    pub fn crash(&mut self) {
        self.forget();
        self.state = State::Crashed;
    }

    /// Begins to recover the volume, which has so many groups, in an epoch nobody has used before.
    pub fn recover(
        &mut self,
        now: SimTime,
        epoch: VolumeEpoch,
        groups: u32,
        changed: impl IntoIterator<Item = (GroupId, Membership, CopySet)>,
    ) {
        self.forget();
        self.epochs.raise_volume(epoch);
        self.groups_max = self.config.groups_max;
        while (self.lanes.len() as u32) < groups {
            self.lanes.push(Lanes::default());
            self.horizons.add_group();
            self.epochs.add_group();
        }
        let mut recovery = Recovery::begin(now, self.instance, epoch, &self.config, groups);
        for (group, members, hydrated) in changed {
            self.epochs.learn_members(group, members.epoch());
            recovery.set_members(group, members, hydrated);
        }
        recovery.ask();
        self.state = State::Recovering(Box::new(recovery));
        self.after_recovery_step(None);
    }

    /// Takes a message from a copy while it recovers.
    pub fn handle_while_recovering(
        &mut self,
        now: SimTime,
        history: &History,
        from: SegmentId,
        stamp: Stamp,
        message: Message,
    ) {
        let knows = match message {
            Message::Stale { knows, .. } => knows.newest(stamp),
            _ => stamp,
        };
        let (group, known) = (from.group(), self.stamp(from.group()).membership);
        if knows.membership > known
            && let State::Recovering(recovery) = &mut self.state
            && let Some((members, joined)) = self.epochs.take_told(group, knows)
        {
            // The members have changed meanwhile; newcomers count later (M-13).
            let refreshed = Happening::WriterRefreshed {
                segment: from,
                knows: self.epochs.stamp(group),
            };
            recovery.members_changed(now, history, group, members, joined, refreshed);
        }
        if let State::Recovering(recovery) = &mut self.state {
            // How far a copy is in the text before says nothing: there it may have what is void now.
            let of_before = matches!(message, Message::Ack { .. } | Message::Report { .. })
                && stamp.volume < recovery.epoch();
            if !of_before {
                recovery.handle_message(now, history, from, message);
            }
            self.after_recovery_step(Some((now, history)));
        }
    }

    /// Does what is due of its recovery. Returns whether anything was.
    #[inline(never)]
    pub fn wake_while_recovering(&mut self, now: SimTime, history: &History) -> bool {
        let State::Recovering(recovery) = &mut self.state else {
            return false;
        };
        self.wakeups.keep_after(now);
        let did = recovery.handle_wakeup(now, history);
        self.after_recovery_step(Some((now, history)));
        did
    }

    fn after_recovery_step(&mut self, at: Option<(SimTime, &History)>) {
        let State::Recovering(recovery) = &mut self.state else {
            return;
        };
        while let Some(effect) = recovery.poll_effect() {
            self.effects.push_back(effect);
        }
        match (recovery.phase(), at) {
            (Phase::Superseded, _) => self.stop_fenced(),
            (Phase::Done, Some((now, history))) => self.open(now, history),
            _ => {
                self.wakeups.insert((recovery.due(), WakeReason::Recover));
            }
        }
    }

    /// The volume is recovered: opens it, above the range, and begins to undo what was left unfinished.
    fn open(&mut self, now: SimTime, history: &History) {
        let State::Recovering(recovery) = std::mem::replace(&mut self.state, State::Open) else {
            unreachable!("only a recovery opens a volume")
        };
        let (epoch, range) = (recovery.epoch(), recovery.range());
        let range = range.expect("decided before it was written");
        let log = history.log(epoch);
        self.points = recovery.into_points().expect("the recovery is done");
        self.points_epoch = epoch;
        self.allocator = LsnAllocator::new(log.last(), self.config.lsn_allocation_limit);
        for (group, lanes) in self.lanes.iter_mut() {
            *lanes = Lanes::sent_all(log.records_of(group));
        }
        // Transactions are numbered like their records, so a number is never given twice.
        self.next_txn = TxnId(log.last().next().0);
        self.recovered = Some(range);
        self.stop_read_point();
        self.wakeups.clear();
        let instance = self.instance;
        self.happened(Happening::VolumeOpened {
            instance,
            epoch,
            range,
        });
        // Its predecessor has said nothing any more of what it left, and knew of other readers.
        for group in (0..log.groups()).map(GroupId) {
            if log.newest_of(group) > Lsn::ZERO {
                self.horizon_news(now, group);
            }
        }
        if !self.replicates() {
            self.begin_undo(now, log);
        }
        self.stream_news(now);
    }

    /// A copy knows of a newer writer: stops at once (C-10).
    pub(super) fn fence(&mut self, newer: VolumeEpoch) {
        let instance = self.instance;
        self.stop_fenced();
        self.effects
            .push_back(Effect::Happened(Happening::WriterFenced {
                instance,
                newer,
            }));
    }

    fn stop_fenced(&mut self) {
        self.spell_out();
        let said = std::mem::take(&mut self.effects);
        self.forget();
        self.effects = said;
        self.state = State::Fenced;
    }

    fn forget(&mut self) {
        self.commits = CommitQueue::default();
        self.reads = Reads::default();
        self.cache = Cache::new(self.config.cache_pages);
        self.views = Views::default();
        self.hold.read_point = None;
        self.horizons = Horizons::new(self.lanes.len() as u32, self.config.background);
        self.space = Space::cold(self.config.page_bytes);
        self.stream = Stream::to(self.config.readers, self.config.own_place);
        self.loads.clear();
        self.transactions = Transactions::default();
        self.undo = None;
        self.undone.clear();
        self.held.clear();
        for (_, lanes) in self.lanes.iter_mut() {
            *lanes = Lanes::default();
        }
        self.sent_again = SentAgain::default();
        self.wakeups.clear();
        self.heard = None;
        self.effects.clear();
    }
}
