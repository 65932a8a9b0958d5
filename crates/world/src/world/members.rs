//! Members come and go: the control plane's part of a run, and the seats of newcomers.

use aurora::membership::{Membership, NoStep, Swap};

use super::cause::Thread;
use super::seats::Seat;
use super::*;
use crate::event::ReplaceWhy;

impl World {
    /// The members of a group, as the control plane has them.
    pub fn members(&self, group: GroupId) -> Membership {
        self.control.members(group)
    }

    /// The storage control plane.
    pub fn control_plane(&self) -> &ControlPlane {
        &self.control
    }

    /// The copies of a group that a quorum read may count: all but newcomers that are not hydrated (M-13).
    pub fn hydrated(&self, group: GroupId) -> CopySet {
        self.control.hydrated(group)
    }

    /// Every copy that gets a group's records, in order.
    pub fn copies_of(&self, group: GroupId) -> impl Iterator<Item = SegmentId> + use<> {
        let everyone = if self.control.nothing_changed() {
            CopySet::ALL
        } else {
            self.control.members(group).everyone()
        };
        CopyId::slots()
            .filter(move |copy| everyone.contains(*copy))
            .map(move |copy| SegmentId::new(group, copy))
    }

    /// Whether the group has such a copy now.
    pub fn has_copy(&self, id: SegmentId) -> bool {
        if self.control.nothing_changed() {
            return id.group().0 < self.abilities.len() as u32 && id.copy().0 < base::COPIES;
        }
        id.group().0 < self.abilities.len() as u32
            && self.members(id.group()).everyone().contains(id.copy())
    }

    /// The zone a copy lives in.
    pub fn zone_of(&self, id: SegmentId) -> ZoneId {
        self.members(id.group()).zone(id.copy())
    }

    /// The membership that begins with all groups.
    pub(super) fn first_members(topology: &Topology) -> Membership {
        Membership::first(topology.segments).in_zones(|copy| topology.zone_of(copy))
    }

    /// Tells a machine who the members of a group are at an epoch it is about to learn of from a message: what is
    /// bulky travels beside it.
    #[cold]
    #[inline(never)]
    pub(super) fn bring_members(&mut self, to: Address, group: GroupId, newest: MembershipEpoch) {
        let Some(members) = self.control.members_at(group, newest) else {
            return;
        };
        match to {
            Address::Segment(id) => self.seats[id].segment.hear_members(&members),
            Address::Instance(id) => {
                let known = self.instances[id].writer.stamp(group).membership;
                let joined = self.control.joined_between(group, known, newest);
                let writer = &mut self.instances[id].writer;
                writer.hear_members(group, members, joined);
            }
            Address::Reader(id) => self.readers[id].replica.hear_members(group, members),
            Address::Client(_) | Address::ControlPlane => {}
        }
    }

    /// Whether a message comes from a copy that had its letter before the one that has it now.
    pub(super) fn is_from_before(&self, from: SegmentId, stamp: Stamp) -> bool {
        !self.control.nothing_changed()
            && self
                .seats
                .get(from)
                .is_none_or(|seat| stamp.membership < seat.since)
    }

    /// Does what the control plane wants done, and books its next wake-up.
    #[inline(never)]
    pub(super) fn settle_control(&mut self, cause: EventId, woken: bool) {
        let mut thread = Thread::new(cause, woken);
        while let Some(effect) = self.control.poll_effect() {
            let proposed = match effect {
                Effect::Happened(Happening::MembersProposed { group, members }) => {
                    Some((group, members))
                }
                _ => None,
            };
            // What is said to a copy comes of the step it belongs to, not of what happened to be heard last.
            let step = match effect {
                Effect::Send {
                    to: Address::Segment(id),
                    ..
                } => self.proposed.get(&id.group()).copied(),
                _ => None,
            };
            let mut thread_of_step = Thread::new(step.unwrap_or(thread.last), woken);
            let thread = match step {
                Some(_) => &mut thread_of_step,
                None => &mut thread,
            };
            self.carry_out(Address::ControlPlane, effect, thread);
            if let Some((group, members)) = proposed {
                self.proposed.insert(group, thread.last);
                self.seat_newcomers(group, &members);
                self.forget_who_left(group, &members);
                self.note_abilities([(group, thread.last)]);
                self.look_who_is_away();
            }
        }
        if let Some(due) = self.control.poll_wakeup()
            && self.control_alarms.set(due)
        {
            self.book_wake(Machine::ControlPlane, due, thread.last);
        }
    }

    /// Whoever is no member any more is not missed: its machine may be gone for good.
    fn forget_who_left(&mut self, group: GroupId, members: &Membership) {
        let left = CopyId::slots().filter(|copy| !members.everyone().contains(*copy));
        for copy in left {
            self.stopped.remove(&SegmentId::new(group, copy));
        }
    }

    fn seat_newcomers(&mut self, group: GroupId, members: &Membership) {
        let before = MembershipEpoch(members.epoch().0 - 1);
        let before = self.control.members_at(group, before);
        let before = before.map_or(CopySet::NONE, |before| before.everyone());
        for copy in members.everyone().minus(before).iter() {
            let id = SegmentId::new(group, copy);
            let usual = self.topology.persist_span().micros();
            let persist = SimSpan::from_micros(usual * u64::from(self.copy_slowness(copy)));
            let repair = self.topology.repair_span();
            let mut segment = Segment::newcomer(id, persist, repair, members)
                .with_speeds(Arc::clone(&self.speeds))
                .resting(self.paused_copies.contains(id.copy()))
                .under(self.topology.wrong_rule);
            self.stopped.remove(&id);
            let peers = members.everyone().without(copy).iter();
            let peers = peers.filter_map(|peer| self.seats.get(SegmentId::new(group, peer)));
            let epoch = peers.map(|seat| seat.segment.stamp().volume).max();
            if let Some(generation) = epoch.map(|epoch| self.history.generation(epoch)) {
                segment.born_in(generation.epoch, generation.writer);
                // The metadata service knows who recovers the volume (M-15): the newcomer obeys nobody older, or an old
                // writer could make something durable on newcomers behind the back of a recovery.
                segment.obey_from_birth(self.last_epoch, self.current);
            }
            self.seats.take(Seat::new(segment, members.epoch()));
        }
    }

    /// Begins to replace a copy: in one group, or in every group that has it as a member.
    pub(super) fn replace_copy(
        &mut self,
        copy: CopyId,
        group: Option<GroupId>,
        why: ReplaceWhy,
    ) -> Result<(), Refusal> {
        let groups = self.groups_meant(group, |members| members.six().contains(copy));
        let groups = groups?.ok_or(Refusal::NotAMember(copy))?;
        self.each_that_can(groups, |members| members.begin(copy))?
            .into_iter()
            .for_each(|group| self.begin_replacing(SegmentId::new(group, copy), why, None));
        Ok(())
    }

    /// Begins to replace a copy in its group, because of an event or because somebody says so.
    pub(super) fn begin_replacing(
        &mut self,
        segment: SegmentId,
        why: ReplaceWhy,
        because: Option<EventId>,
    ) {
        let began = Event::ReplacementBegan { segment, why };
        let cause = match because {
            Some(because) => self.note(Some(because), began),
            None => self.note_fault(began),
        };
        let now = self.agenda.now();
        self.control
            .replace(now, segment.group(), segment.copy())
            .expect("looked at before");
        self.settle_control(cause, false);
    }

    /// Takes a replacement back: in one group, or in every group where there is one.
    pub(super) fn keep_copy(
        &mut self,
        copy: CopyId,
        group: Option<GroupId>,
    ) -> Result<(), Refusal> {
        let leaves = |members: &Membership| members.swap_of(copy).is_some();
        let groups = self.groups_meant(group, leaves)?;
        let groups = groups.ok_or(Refusal::NotLeaving(copy))?;
        self.each_that_can(groups, |members| members.reverse(copy))?
            .into_iter()
            .for_each(|group| self.take_back(SegmentId::new(group, copy), false));
        Ok(())
    }

    pub(super) fn take_back(&mut self, segment: SegmentId, came_back: bool) {
        let taken_back = Event::ReplacementTakenBack { segment, came_back };
        let cause = self.note_fault(taken_back);
        let now = self.agenda.now();
        self.control
            .take_back(now, segment.group(), segment.copy())
            .expect("looked at before");
        self.settle_control(cause, false);
    }

    /// The group named, or all groups whose planned membership is meant; `None` if there is none.
    fn groups_meant(
        &self,
        group: Option<GroupId>,
        meant: impl Fn(&Membership) -> bool,
    ) -> Result<Option<Vec<GroupId>>, Refusal> {
        let groups = self.abilities.len() as u32;
        if let Some(group) = group {
            if group.0 >= groups {
                return Err(Refusal::NoSuchGroup { group, groups });
            }
            return Ok(Some(vec![group]));
        }
        let all = self.groups();
        let found: Vec<GroupId> = all
            .filter(|group| meant(&self.control.planned(*group)))
            .collect();
        Ok((!found.is_empty()).then_some(found))
    }

    /// Those of the groups in which the step can be made.
    fn each_that_can(
        &self,
        groups: Vec<GroupId>,
        step: impl Fn(&Membership) -> Result<Membership, NoStep>,
    ) -> Result<Vec<GroupId>, Refusal> {
        let mut refusal = None;
        let mut can = Vec::with_capacity(groups.len());
        for group in groups {
            match step(&self.control.planned(group)) {
                Ok(_) => can.push(group),
                Err(why) => {
                    refusal.get_or_insert(why);
                }
            }
        }
        match refusal {
            Some(why) if can.is_empty() => Err(why.into()),
            _ => Ok(can),
        }
    }

    /// The change by which a copy is to leave its group, as far as it is planned.
    pub(super) fn planned_swap(&self, leaves: SegmentId) -> Option<Swap> {
        self.control.planned(leaves.group()).swap_of(leaves.copy())
    }
}

impl From<NoStep> for Refusal {
    fn from(why: NoStep) -> Refusal {
        match why {
            NoStep::NotAMember(copy) => Refusal::NotAMember(copy),
            NoStep::Newcomer(copy) => Refusal::Newcomer(copy),
            NoStep::AlreadyLeaving(copy) => Refusal::AlreadyLeaving(copy),
            NoStep::TwoAtOnce => Refusal::TwoAtOnce,
            NoStep::NotLeaving(copy) => Refusal::NotLeaving(copy),
        }
    }
}
