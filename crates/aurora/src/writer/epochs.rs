//! The epochs the writer knows, and what it does when it is told that they are old (M-4).

use base::{GroupId, IdVec, Lsn, RequestId, SegmentId, SimTime};

use super::Writer;
use crate::constants::CATCH_UP_RECORDS;
use crate::epoch::{GeometryEpoch, MembershipEpoch, Stamp, VolumeEpoch};
use crate::membership::Membership;
use crate::protocol::{Happening, Message};
use crate::quorum::CopySet;
use crate::redo::RedoLog;

/// The epochs one instance knows.
#[derive(Clone, Debug)]
pub struct Epochs {
    volume: VolumeEpoch,
    geometry: GeometryEpoch,
    memberships: IdVec<GroupId, MembershipEpoch>,
    /// Who the members of a group are at the epoch it is about to learn of.
    told: Option<(GroupId, Membership, CopySet)>,
}

impl Epochs {
    /// Those a volume of so many groups begins with.
    pub fn first(groups: u32) -> Epochs {
        Epochs {
            volume: VolumeEpoch::FIRST,
            geometry: GeometryEpoch::FIRST,
            memberships: (0..groups).map(|_| MembershipEpoch::FIRST).collect(),
            told: None,
        }
    }

    /// A group is added: the geometry epoch rises (M-14).
    pub fn add_group(&mut self) -> GeometryEpoch {
        self.memberships.push(MembershipEpoch::FIRST);
        self.geometry = self.geometry.next();
        self.geometry
    }

    /// What a message about this group carries.
    #[inline]
    pub fn stamp(&self, group: GroupId) -> Stamp {
        Stamp {
            volume: self.volume,
            membership: self.memberships[group],
            geometry: self.geometry,
        }
    }

    /// The members of a group are those of this epoch.
    pub fn learn_members(&mut self, group: GroupId, epoch: MembershipEpoch) {
        let membership = &mut self.memberships[group];
        *membership = (*membership).max(epoch);
    }

    /// Takes over what is newer, and the members it was told of and who of them has joined, if they belong to that.
    pub fn take_told(&mut self, group: GroupId, knows: Stamp) -> Option<(Membership, CopySet)> {
        self.learn(group, knows);
        let (_, members, joined) = self.told.take().filter(|(of, ..)| *of == group)?;
        (members.epoch() == self.memberships[group]).then_some((members, joined))
    }

    /// The volume epoch.
    pub fn volume(&self) -> VolumeEpoch {
        self.volume
    }

    /// It will write in this epoch.
    pub fn raise_volume(&mut self, epoch: VolumeEpoch) {
        self.volume = epoch;
    }

    /// Takes over what is newer about the members of a group and about the volume's groups.
    fn learn(&mut self, group: GroupId, knows: Stamp) {
        let membership = &mut self.memberships[group];
        *membership = (*membership).max(knows.membership);
        self.geometry = self.geometry.max(knows.geometry);
    }
}

impl Writer {
    /// The epochs it knows: what it sends about this group carries them.
    #[inline]
    pub fn stamp(&self, group: GroupId) -> Stamp {
        self.epochs.stamp(group)
    }

    /// Hears who the members of a group are at an epoch it is about to learn of, and who of them has joined since the
    /// epoch it knows.
    pub fn hear_members(&mut self, group: GroupId, members: Membership, joined: CopySet) {
        self.epochs.told = Some((group, members, joined));
    }

    /// Goes by the membership it was told of, if it belongs to the epoch it has learnt (M-4): writes to whoever is a
    /// member now, and counts by the rule that holds now.
    fn take_members(&mut self, now: SimTime, log: &mut RedoLog, group: GroupId) {
        let told = self.epochs.told.take();
        let Some((_, members, joined)) = told.filter(|(of, ..)| *of == group) else {
            return;
        };
        let known = self.points.members(group);
        if members.epoch() <= known.epoch() || members.epoch() != self.stamp(group).membership {
            return;
        }
        self.lanes[group].joined(log, group, joined);
        let moves = self.points.set_members(log, group, members, joined);
        self.moved(now, log, group, moves);
        if !self.lanes[group].is_watched() {
            self.remind(now, log, group);
        }
    }

    /// A copy answers that knows newer members than the writer does. What it says may count only by the rule that
    /// holds now: under the old one it might stand beside a copy that has left, and make durable what is not (M-2).
    #[cold]
    pub fn hear_newer(&mut self, now: SimTime, log: &mut RedoLog, from: SegmentId, knows: Stamp) {
        let group = from.group();
        self.epochs.learn(group, knows);
        self.happened(Happening::WriterRefreshed {
            segment: from,
            knows: self.stamp(group),
        });
        self.take_members(now, log, group);
    }

    /// Hears of the epochs of a group: of its members, and of the volume's groups.
    pub fn learn(&mut self, group: GroupId, knows: Stamp) {
        self.epochs.learn(group, knows);
    }

    /// A segment has refused what came with an older epoch: takes over what it says is current and sends the
    /// same again, once (M-4).
    pub(super) fn hear_stale(
        &mut self,
        now: SimTime,
        log: &mut RedoLog,
        from: SegmentId,
        knows: Stamp,
        request: Option<RequestId>,
    ) {
        let group = from.group();
        if knows.volume > self.epochs.volume {
            self.fence(knows.volume);
            return;
        }
        self.epochs.learn(group, knows);
        self.happened(Happening::WriterRefreshed {
            segment: from,
            knows: self.stamp(group),
        });
        self.take_members(now, log, group);
        if self.stamp(group).is_behind(knows) {
            return;
        }
        match request {
            Some(request) => self.ask_elsewhere(now, from, request),
            None => {
                let points = self.points.group(group);
                if !points.everyone().contains(from.copy()) {
                    return;
                }
                // It has itself only what it has written since it opened the volume.
                let own = self.recovered.map_or(Lsn::ZERO, |range| range.until);
                let (after, end) = (points.scl(from.copy()).max(own), log.newest_of(group));
                if let Some(run) = log.run_between(group, after, end, CATCH_UP_RECORDS) {
                    self.send(from, Message::Write(run));
                }
            }
        }
    }
}
