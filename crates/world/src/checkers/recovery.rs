//! Recoveries, done over again (C-3, C-5, C-17), and what must not come back (INV-7, INV-8).

use base::{CopyId, GroupId, InstanceId, Lsn, SegmentId, sort_few};
use litemap::LiteMap;

use super::holdings::Holdings;
use super::lives::Actor;
use super::members::Members;
use super::{Findings, WRITE_QUORUM};
use crate::{Address, CopySet, Event, Happening, Message, Range, RegionEvent, VolumeEpoch};

/// One recovery that is under way.
#[derive(Clone, Debug)]
struct Recovery {
    epoch: VolumeEpoch,
    answers: LiteMap<SegmentId, (VolumeEpoch, Lsn)>,
    /// Segments that have written the range, and those that have raised the epoch.
    written: Vec<SegmentId>,
    raised: Vec<SegmentId>,
    range: Option<Range>,
}

#[derive(Clone, Debug)]
pub(super) struct Recoveries {
    groups: u32,
    lal: u64,
    under_way: LiteMap<InstanceId, Recovery>,
    /// The newest acknowledged commit of each epoch.
    acknowledged: LiteMap<VolumeEpoch, Lsn>,
}

impl Recoveries {
    pub fn new(groups: u32, lal: u64) -> Recoveries {
        Recoveries {
            groups,
            lal,
            under_way: LiteMap::new_vec(),
            acknowledged: LiteMap::new_vec(),
        }
    }

    pub fn add_group(&mut self) {
        self.groups += 1;
    }

    /// `epoch` is the one the actor lives in.
    pub fn see(
        &mut self,
        event: &Event,
        actor: Actor,
        epoch: VolumeEpoch,
        members: &Members,
        holdings: &mut Holdings,
        findings: &mut Findings,
    ) {
        match *event {
            Event::Sent {
                from: Address::Segment(from),
                message,
                ..
            } => {
                if let Some(scl) = claimed(message) {
                    self.check_void(from, scl, epoch, holdings, findings);
                }
            }
            Event::Database(what) => {
                self.happened(what, actor, epoch, members, holdings, findings);
            }
            Event::WriterCrashed { instance }
            | Event::WriterStarted { instance, .. }
            | Event::Region(RegionEvent::AgentStarted { instance }) => {
                self.under_way.remove(&instance);
            }
            _ => {}
        }
    }

    fn happened(
        &mut self,
        what: Happening,
        actor: Actor,
        lives_in: VolumeEpoch,
        members: &Members,
        holdings: &mut Holdings,
        findings: &mut Findings,
    ) {
        match what {
            Happening::RecoveryBegan { instance, epoch } => {
                let recovery = Recovery {
                    epoch,
                    answers: LiteMap::new_vec(),
                    written: Vec::new(),
                    raised: Vec::new(),
                    range: None,
                };
                self.under_way.insert(instance, recovery);
            }
            Happening::SurveyHeard {
                segment,
                lives_in,
                scl,
            } => {
                if let Some(recovery) = self.of(actor) {
                    recovery.answers.insert(segment, (lives_in, scl));
                }
            }
            Happening::RangeDecided {
                epoch,
                parent,
                vcl,
                range,
            } => {
                self.decided(actor, parent, (vcl, range), members, holdings, findings);
                holdings.begin(epoch, parent, range);
            }
            Happening::RangeWritten { segment, epoch, .. } => {
                let mut under_way = self.under_way.iter_mut().map(|(_, recovery)| recovery);
                if let Some(recovery) = under_way.find(|recovery| recovery.epoch == epoch) {
                    recovery.written.push(segment);
                }
            }
            Happening::EpochRaised { segment, epoch, .. } => {
                let mut under_way = self.under_way.iter_mut().map(|(_, recovery)| recovery);
                if let Some(recovery) = under_way.find(|recovery| recovery.epoch == epoch) {
                    recovery.raised.push(segment);
                }
            }
            Happening::VolumeOpened {
                instance,
                epoch,
                range,
            } => {
                if let Some(recovery) = self.under_way.remove(&instance) {
                    self.opened(&recovery, range, members, holdings, findings);
                }
                self.acknowledged.insert(epoch, range.above);
            }
            Happening::Persisted { segment, run, .. } => {
                self.check_void(segment, run.last, lives_in, holdings, findings);
            }
            Happening::CommitAcknowledged { scn, .. } => {
                let newest = self.acknowledged.entry(lives_in).or_default();
                *newest = (*newest).max(scn);
                if let Some(range) = holdings.opened_over(lives_in, scn) {
                    let text = format!("commit {scn} is acknowledged, but {range:?} is void");
                    findings.add("INV-7", text);
                }
            }
            _ => {}
        }
    }

    /// Who recovers the volume has heard of other members: what those who left said is forgotten, and what newcomers said
    /// before they counted.
    pub fn members_changed(&mut self, instance: InstanceId, group: GroupId, gone: CopySet) {
        if let Some(recovery) = self.under_way.get_mut(&instance) {
            let answers = &mut recovery.answers;
            answers.retain(|segment, _| segment.group() != group || !gone.contains(segment.copy()));
        }
    }

    fn of(&mut self, actor: Actor) -> Option<&mut Recovery> {
        match actor {
            Actor::Instance(instance) => self.under_way.get_mut(&instance),
            _ => None,
        }
    }

    /// The recovered points by the rule (C-17, L-9, L-11), and no acknowledged commit above them (INV-7).
    fn decided(
        &mut self,
        actor: Actor,
        parent: VolumeEpoch,
        (vcl, range): (Lsn, Range),
        members: &Members,
        holdings: &Holdings,
        findings: &mut Findings,
    ) {
        let (groups, lal) = (self.groups, self.lal);
        let acknowledged = self.acknowledged.get(&parent).copied().unwrap_or_default();
        let Some(recovery) = self.of(actor) else {
            findings.add("C-3", "a range is decided without a recovery".to_owned());
            return;
        };
        recovery.range = Some(range);
        let newest = recovery.answers.values().map(|(epoch, _)| *epoch).max();
        if newest != Some(parent) {
            findings.add(
                "C-3",
                format!("{parent:?} goes on, but {newest:?} is the newest"),
            );
        }
        let mut expected = holdings.last_in(parent);
        for group in (0..groups).map(GroupId) {
            let reached = |copy: u8| {
                let segment = SegmentId::new(group, CopyId(copy));
                let (epoch, scl) = recovery.answers.get(&segment)?;
                let shared = holdings.shared(*epoch, parent);
                Some(holdings.newest_in(parent, group, (*scl).min(shared)))
            };
            let answers = std::array::from_fn(|copy| reached(copy as u8));
            let (rule, counted) = (members.rule(group), members.counted(group));
            let Some(pgcl) = rule.recovered(&answers, counted) else {
                let text = format!("group {} has given {answers:?}", group.number());
                findings.add("C-2", text);
                return;
            };
            if let Some(next) = holdings.next_in(parent, group, pgcl) {
                expected = expected.min(next.previous());
            }
        }
        let vdl = holdings.cut_in(parent, expected);
        let expected = expected.max(vdl);
        if (vcl, range.above) != (expected, vdl) {
            let text = format!(
                "recovered VCL {vcl} and VDL {}, the answers say {expected} and {vdl}",
                range.above
            );
            findings.add("C-17", text);
        }
        let until = range.above.plus(lal).max(holdings.last_in(parent));
        if range.until != until {
            findings.add("C-6", format!("{range:?} does not end at VDL + {lal}"));
        }
        if acknowledged > range.above {
            let text = format!("commit {acknowledged} was acknowledged, and {range:?} is void");
            findings.add("INV-7", text);
        }
    }

    fn opened(
        &mut self,
        recovery: &Recovery,
        range: Range,
        members: &Members,
        holdings: &Holdings,
        findings: &mut Findings,
    ) {
        if recovery.range != Some(range) {
            findings.add(
                "C-5",
                format!("{:?} was decided, {range:?} opened", recovery.range),
            );
        }
        for group in (0..self.groups).map(GroupId) {
            let of_group = |segments: &[SegmentId]| {
                let mut copies: Vec<_> = segments
                    .iter()
                    .filter(|segment| segment.group() == group)
                    .collect();
                sort_few(&mut copies, |one, other| one < other);
                copies.dedup();
                let bits = copies
                    .iter()
                    .fold(0, |bits, segment| bits | 1 << segment.copy().0);
                members.rule(group).writes(bits)
            };
            let (written, raised) = (of_group(&recovery.written), of_group(&recovery.raised));
            if !(written && raised) {
                let text = format!(
                    "group {}: enough have the range: {written}, the epoch: {raised}",
                    group.number()
                );
                findings.add("C-10", text);
            }
        }
        let lacking = holdings.first_without_quorum(recovery.epoch, members);
        if let Some(lsn) = lacking {
            let text = format!("the volume opens, but record {lsn} is not on {WRITE_QUORUM} disks");
            findings.add("INV-7", text);
        }
    }

    /// INV-8: nothing of a void range is readable, whoever says so.
    fn check_void(
        &self,
        segment: SegmentId,
        lsn: Lsn,
        epoch: VolumeEpoch,
        holdings: &Holdings,
        findings: &mut Findings,
    ) {
        if let Some(range) = holdings.void_in(epoch, lsn) {
            let text = format!("{segment} has {lsn} in {epoch:?}, but {range:?} is void");
            findings.add("INV-8", text);
        }
    }
}

/// How far the sender of a message says it is complete.
fn claimed(message: Message) -> Option<Lsn> {
    match message {
        Message::Ack { scl }
        | Message::Report { scl }
        | Message::Compare { scl }
        | Message::Same { scl }
        | Message::Lack { after: scl }
        | Message::NotThatFar { scl, .. }
        | Message::Surveyed { scl, .. }
        | Message::EpochRaised { scl, .. } => Some(scl),
        Message::Fill(run) => Some(run.last),
        _ => None,
    }
}
