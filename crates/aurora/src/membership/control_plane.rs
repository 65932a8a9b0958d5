//! The storage control plane: it decides who the members of a group are, and carries changes through.
//!
//! Somebody has to say that F is to be replaced. In Aurora that is a service beside the database, with a store of
//! its own (2017, §5); the writer is not asked, and learns of it like any client whose epoch is old: it is refused
//! once, refreshes, and goes on (M-4).
//!
//! One step goes like this. The control plane writes the new membership into its own store, under the next
//! epoch, and sends it to everybody it concerns. Each copy keeps it, and from then on refuses whoever comes with the
//! epoch before. The step is *recorded* once a write quorum has kept it (M-3); until then no further step begins. A
//! group that has lost its write quorum could never be repaired that way, so after some patience a read quorum
//! is enough to widen it: no write can pass that leaves out all of three copies, and the three refuse old
//! writers (C-4).
//!
//! With its answer each copy says how far it is complete. What was durable before the step is on at least one of
//! those who answered, so the highest of these points is what the newcomer must have before it counts (M-13).
//! When it says so itself, the control plane makes the second step by itself (M-6).

use std::collections::VecDeque;

use base::{CopyId, GroupId, Lsn, SegmentId, SimTime};
use litemap::LiteMap;

use super::rules::PerSlot;
use super::{Membership, NoStep};
use crate::constants::{ASK_IF_FULL, PROPOSE_AGAIN, WRITE_QUORUM_PATIENCE};
use crate::epoch::{MembershipEpoch, Stamp};
use crate::protocol::{Address, Effect, Happening, Message};
use crate::quorum::{CopySet, Quorum};
use crate::wrong_rule::WrongRule;

/// A step asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Intent {
    Begin(CopyId),
    SwapAtOnce(CopyId),
    Reverse(CopyId),
    Finish(CopyId),
}

impl Intent {
    /// The member it is about.
    fn of(self) -> CopyId {
        match self {
            Intent::Begin(copy)
            | Intent::SwapAtOnce(copy)
            | Intent::Reverse(copy)
            | Intent::Finish(copy) => copy,
        }
    }

    fn apply(self, members: &Membership) -> Result<Membership, NoStep> {
        match self {
            Intent::Begin(copy) => members.begin(copy),
            Intent::SwapAtOnce(copy) => members.swap_at_once(copy),
            Intent::Reverse(copy) => members.reverse(copy),
            Intent::Finish(copy) => members.finish(copy),
        }
    }
}

/// The newest membership while it is not recorded at a quorum.
#[derive(Clone, Debug)]
struct Proposal {
    since: SimTime,
    kept: CopySet,
    /// How far those that kept it were complete.
    scls: PerSlot<Lsn>,
}

/// What the store says of a group whose members have ever changed.
#[derive(Clone, Debug)]
struct Record {
    /// Every membership there was, from the second epoch on.
    history: Vec<Membership>,
    proposal: Option<Proposal>,
    intents: VecDeque<Intent>,
    /// Copies that count for a quorum read.
    hydrated: CopySet,
    /// What a newcomer must have before it counts.
    needs: PerSlot<Lsn>,
}

/// The storage control plane of one volume.
#[derive(Clone, Debug)]
pub struct ControlPlane {
    quorum: Quorum,
    at_once: bool,
    first: Membership,
    records: LiteMap<GroupId, Record>,
    /// The newest epochs heard of.
    epochs: Stamp,
    wakeups: LiteMap<(SimTime, GroupId), ()>,
    effects: VecDeque<Effect>,
}

impl ControlPlane {
    /// The control plane of a volume all of whose groups begin with these members.
    pub fn new(quorum: Quorum, first: Membership) -> ControlPlane {
        ControlPlane {
            quorum,
            at_once: false,
            first,
            records: LiteMap::new_vec(),
            epochs: Stamp::FIRST,
            wakeups: LiteMap::new_vec(),
            effects: VecDeque::new(),
        }
    }

    /// The same under a rule that is wrong on purpose.
    #[must_use]
    pub fn under(self, wrong_rule: Option<WrongRule>) -> ControlPlane {
        ControlPlane {
            at_once: wrong_rule == Some(WrongRule::SwapMembersAtOnce),
            ..self
        }
    }

    /// Whether no group has ever changed its members.
    #[inline]
    pub fn nothing_changed(&self) -> bool {
        self.records.is_empty()
    }

    /// The newest membership of a group. Whoever recovers the volume must go by it (M-15).
    pub fn members(&self, group: GroupId) -> Membership {
        let record = self.records.get(&group);
        let newest = record.and_then(|record| record.history.last());
        newest.copied().unwrap_or(self.first)
    }

    /// The membership of a group at an epoch; `None` if there was no such epoch.
    pub fn members_at(&self, group: GroupId, epoch: MembershipEpoch) -> Option<Membership> {
        if epoch == MembershipEpoch::FIRST {
            return Some(self.first);
        }
        let place = usize::from(epoch.0).checked_sub(2)?;
        self.records.get(&group)?.history.get(place).copied()
    }

    /// The copies that have joined a group after one epoch and up to another. A letter that stands in both memberships
    /// may have been given to another machine in between.
    pub fn joined_between(
        &self,
        group: GroupId,
        known: MembershipEpoch,
        newest: MembershipEpoch,
    ) -> CopySet {
        let members = |epoch| self.members_at(group, MembershipEpoch(epoch));
        (known.0..newest.0)
            .filter_map(|epoch| Some((members(epoch)?, members(epoch + 1)?)))
            .map(|(before, after)| after.everyone().minus(before.everyone()))
            .fold(CopySet::NONE, CopySet::or)
    }

    /// The membership that will be once every step asked for is made.
    pub fn planned(&self, group: GroupId) -> Membership {
        let newest = self.members(group);
        let Some(record) = self.records.get(&group) else {
            return newest;
        };
        record.intents.iter().fold(newest, |members, intent| {
            intent
                .apply(&members)
                .expect("a step is looked at when it is asked for")
        })
    }

    /// The copies of a group that count for a quorum read: all but newcomers that are not hydrated (M-13).
    pub fn hydrated(&self, group: GroupId) -> CopySet {
        match self.records.get(&group) {
            Some(record) => record.hydrated,
            None => CopySet::ALL,
        }
    }

    /// Whether the newest membership of a group is recorded at a quorum (M-3).
    pub fn is_recorded(&self, group: GroupId) -> bool {
        let record = self.records.get(&group);
        record.is_none_or(|record| record.proposal.is_none())
    }

    /// The groups whose members have ever changed, with their newest membership.
    pub fn changed(&self) -> impl Iterator<Item = (GroupId, Membership)> {
        self.records
            .keys()
            .map(|group| (*group, self.members(*group)))
    }

    /// The epochs it knows of a group.
    pub fn stamp(&self, group: GroupId) -> Stamp {
        Stamp {
            membership: self.members(group).epoch(),
            ..self.epochs
        }
    }

    /// Hears of the epochs of the volume.
    pub fn learn(&mut self, heard: Stamp) {
        self.epochs = self.epochs.newest(heard);
    }

    /// Begins to replace a member (M-5, M-8).
    ///
    /// # Errors
    /// Why that makes no sense now.
    pub fn replace(&mut self, now: SimTime, group: GroupId, copy: CopyId) -> Result<(), NoStep> {
        let begin = if self.at_once {
            Intent::SwapAtOnce(copy)
        } else {
            Intent::Begin(copy)
        };
        self.intend(now, group, begin)
    }

    /// Takes a change back: the member stays (M-6).
    ///
    /// # Errors
    /// If the member is not being replaced.
    pub fn take_back(&mut self, now: SimTime, group: GroupId, copy: CopyId) -> Result<(), NoStep> {
        self.intend(now, group, Intent::Reverse(copy))
    }

    fn intend(&mut self, now: SimTime, group: GroupId, intent: Intent) -> Result<(), NoStep> {
        intent.apply(&self.planned(group))?;
        let record = self.records.entry(group).or_insert_with(|| Record {
            history: Vec::new(),
            proposal: None,
            intents: VecDeque::new(),
            hydrated: CopySet::ALL,
            needs: PerSlot::default(),
        });
        record.intents.push_back(intent);
        self.next_step(now, group);
        Ok(())
    }

    /// Makes the next step that was asked for, if the one before is recorded.
    fn next_step(&mut self, now: SimTime, group: GroupId) {
        let newest = self.members(group);
        let record = self.records.get_mut(&group).expect("somebody asked");
        if record.proposal.is_some() {
            return;
        }
        let Some(intent) = record.intents.pop_front() else {
            return;
        };
        let members = intent.apply(&newest).expect("looked at when asked for");
        let joining = members.newcomers().minus(newest.newcomers());
        let gone = newest.everyone().minus(members.everyone());
        record.hydrated = record.hydrated.minus(joining).minus(gone);
        record.history.push(members);
        record.proposal = Some(Proposal {
            since: now,
            kept: CopySet::NONE,
            scls: PerSlot::default(),
        });
        self.happened(Happening::MembersProposed { group, members });
        self.propose(now, group);
    }

    /// Sends the newest membership to those it concerns that have not kept it.
    fn propose(&mut self, now: SimTime, group: GroupId) {
        let members = self.members(group);
        let before = self.members_at(group, MembershipEpoch(members.epoch().0 - 1));
        let record = &self.records[&group];
        let Some(proposal) = &record.proposal else {
            return;
        };
        let concerned = before.map_or(CopySet::NONE, |before| before.everyone());
        let concerned = concerned.or(members.everyone()).minus(proposal.kept);
        let epoch = members.epoch();
        for copy in concerned.iter() {
            self.send(group, copy, Message::Members { epoch });
        }
        self.wakeups.insert((now + PROPOSE_AGAIN, group), ());
    }

    /// Takes a message from a copy, sent with this stamp.
    pub fn handle_message(
        &mut self,
        now: SimTime,
        from: SegmentId,
        stamp: Stamp,
        message: Message,
    ) {
        self.learn(stamp);
        let (group, copy) = (from.group(), from.copy());
        match message {
            Message::MembersKept { epoch, scl } => self.kept(now, group, copy, epoch, scl),
            Message::Full { scl } => self.full(now, group, copy, scl),
            Message::Stale { knows, .. } => self.learn(knows),
            _ => unreachable!("such a message is not for the control plane"),
        }
    }

    fn kept(
        &mut self,
        now: SimTime,
        group: GroupId,
        copy: CopyId,
        epoch: MembershipEpoch,
        scl: Lsn,
    ) {
        if epoch != self.members(group).epoch() {
            return;
        }
        let Some(record) = self.records.get_mut(&group) else {
            return;
        };
        if let Some(proposal) = &mut record.proposal {
            proposal.kept = proposal.kept.with(copy);
            proposal.scls[copy.0 as usize] = scl;
            self.record_if_kept(now, group);
        }
    }

    /// The newest membership is recorded once a write quorum has kept it, or, after some patience, a read quorum of
    /// those from before (M-3, C-4).
    fn record_if_kept(&mut self, now: SimTime, group: GroupId) {
        let members = self.members(group);
        let before = self.members_at(group, MembershipEpoch(members.epoch().0 - 1));
        let quorum = self.quorum;
        let record = self.records.get_mut(&group).expect("looked up before");
        let Some(proposal) = &record.proposal else {
            return;
        };
        let (kept, epoch) = (proposal.kept, members.epoch());
        let widens = before.is_some_and(|before| before.swaps().count() < members.swaps().count());
        let patient = now >= proposal.since + WRITE_QUORUM_PATIENCE;
        let by_read_quorum =
            || before.is_some_and(|before| before.can_read(quorum, kept.and(record.hydrated)));
        if !(members.can_write(quorum, kept) || widens && patient && by_read_quorum()) {
            return;
        }
        // What was durable before is on one of those that answered (M-13).
        let needs = proposal.scls.iter().copied().max().unwrap_or_default();
        for copy in members.newcomers().minus(record.hydrated).iter() {
            let known = &mut record.needs[copy.0 as usize];
            let new = before.is_none_or(|before| !before.everyone().contains(copy));
            *known = if new { needs } else { *known };
        }
        record.proposal = None;
        self.happened(Happening::MembersRecorded {
            group,
            epoch,
            by: kept,
        });
        self.ask_if_full(now, group);
        self.next_step(now, group);
    }

    fn ask_if_full(&mut self, now: SimTime, group: GroupId) {
        let members = self.members(group);
        let record = &self.records[&group];
        let needs = record.needs;
        let open = members.newcomers().minus(record.hydrated);
        if open.is_empty() || record.proposal.is_some() {
            return;
        }
        for copy in open.iter() {
            let needs = needs[copy.0 as usize];
            self.send(group, copy, Message::AreYouFull { needs });
        }
        self.wakeups.insert((now + ASK_IF_FULL, group), ());
    }

    /// A newcomer has what it needs: it counts from now on, and takes its place (M-6, M-9).
    fn full(&mut self, now: SimTime, group: GroupId, copy: CopyId, scl: Lsn) {
        let swap = self.members(group).swaps().find(|swap| swap.joins == copy);
        let Some(record) = self.records.get_mut(&group) else {
            return;
        };
        let Some(swap) = swap.filter(|_| !record.hydrated.contains(copy)) else {
            return;
        };
        record.hydrated = record.hydrated.with(copy);
        self.effects
            .push_back(Effect::Happened(Happening::Hydrated {
                segment: SegmentId::new(group, copy),
                scl,
            }));
        // Somebody may have thought better of it meanwhile, and even begun anew with the same letter.
        if record
            .intents
            .iter()
            .all(|intent| intent.of() != swap.leaves)
        {
            record.intents.push_back(Intent::Finish(swap.leaves));
        }
        self.next_step(now, group);
    }

    /// When it wants to be woken next.
    pub fn poll_wakeup(&self) -> Option<SimTime> {
        self.wakeups.first().map(|((due, _), ())| *due)
    }

    /// Does what is due. Returns whether anything was.
    pub fn handle_wakeup(&mut self, now: SimTime) -> bool {
        let mut did = false;
        while let Some((due, group)) = self.wakeups.first().map(|(wakeup, ())| *wakeup)
            && due <= now
        {
            self.wakeups.remove(&(due, group));
            if self.is_recorded(group) {
                self.ask_if_full(now, group);
            } else {
                self.record_if_kept(now, group);
                self.propose(now, group);
            }
            did = true;
        }
        did
    }

    /// What it wants done, until `None`.
    pub fn poll_effect(&mut self) -> Option<Effect> {
        self.effects.pop_front()
    }

    fn send(&mut self, group: GroupId, copy: CopyId, message: Message) {
        self.effects.push_back(Effect::Send {
            to: Address::Segment(SegmentId::new(group, copy)),
            message,
        });
    }

    fn happened(&mut self, what: Happening) {
        self.effects.push_back(Effect::Happened(what));
    }
}
