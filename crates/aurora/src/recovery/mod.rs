//! How an instance becomes the writer of a volume that somebody else was writing.
//!
//! Nothing is replayed. Storage applies the log all the time, so a crashed writer leaves no pages to be brought up to
//! date (C-1); what it takes with it is its bookkeeping: how far each copy is complete, and so where the log is durable
//! and where it merely has ends sticking out. An instance that starts, after a crash or for the first time, finds
//! that out by asking (C-2), in as many round trips as there are steps here, however long the log is (C-14):
//!
//! 1. **Survey.** All copies of all groups are asked at once how far they are complete. Three answers of each group
//!    are enough (a read quorum, R-10); what else arrives within a moment is taken along. A copy that answers
//!    promises to do nothing for an older writer any more, so what it says stays true `[choice]`: without that
//!    promise an old writer that is merely out of sight could still get a commit acknowledged behind our back.
//! 2. **Decide.** A record that was durable has four holders, and at most two of a group's six have not answered
//!    … or three of them, but then fewer answers count. Of `k` answers the `(k − 2)`-th highest SCL is
//!    therefore never below it (C-17): the recovered PGCL. From the groups' PGCLs follow VCL and VDL as always (C-3).
//!    What lies above the VDL was never acknowledged to anybody.
//! 3. **Truncate.** The LSNs above the VDL (C-9), as far as any could have been given out (VDL + LAL, C-6), are declared
//!    void. The range goes to a write quorum of every group, marked with the new volume epoch, so that neither a
//!    second recovery nor a late arrival can be taken in by them (C-5, C-8).
//! 4. **Raise the epoch.** With a write quorum of every group in the new epoch nobody can make anything durable in an
//!    older one: the locks are changed (C-10, M-3, M-15).
//! 5. **Spread.** What was kept but lies on fewer than four copies is passed on among them until it has its write
//!    quorum (C-13). A group that has lost its write quorum is waited for, or repaired first (C-4).
//! 6. **Open.** New LSNs start above the range (C-7). Transactions that were cut off in the middle are undone alongside
//!    new work (C-11): that is the writer's business.
//!
//! The machine can be interrupted anywhere: the next one draws a higher epoch and starts again at 1. A range that was
//! written without its epoch counts for nothing; an epoch that was raised on some copies only has cut nothing
//! that was durable (C-5).

mod decide;
#[cfg(test)]
mod tests;

use std::collections::VecDeque;

use base::{CopyId, GroupId, IdVec, InstanceId, Lsn, SegmentId, SimSpan, SimTime};

pub use self::decide::{Answer, Answers, Decided, decide};
use crate::constants::{
    CATCH_UP_RECORDS, READ_PATIENCE, RECOVERY_PATIENCE, RESEND_AFTER, RESEND_AFTER_MAX,
};
use crate::epoch::VolumeEpoch;
use crate::membership::{Membership, PerSlot, Segments};
use crate::protocol::{Address, Effect, Happening, Message};
use crate::quorum::{CopySet, Quorum};
use crate::redo::{Generation, History, Range, RedoLog};
use crate::writer::{Points, WriterConfig};
use crate::wrong_rule::WrongRule;

const _: () = assert!(RECOVERY_PATIENCE.micros() < READ_PATIENCE.micros());

/// How far a recovery has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// Asking the copies how far they are complete (C-2).
    Survey,
    /// A read quorum of every group has answered; whoever else answers now is taken along.
    Gather,
    /// Writing the truncation range (C-5).
    Truncate,
    /// Raising the volume epoch (C-10).
    Raise,
    /// Waiting until what is kept has its write quorum (C-13).
    Spread,
    /// The volume can be opened.
    Done,
    /// A newer writer has come; this one must not open.
    Superseded,
}

/// What is known of one group.
#[derive(Clone, Debug)]
struct Group {
    /// Who its members are.
    members: Membership,
    /// The copies that count for a quorum read: newcomers only once they are hydrated (M-13).
    hydrated: CopySet,
    answers: PerSlot<Option<Answer>>,
    /// Copies that have written the range, then those that have raised the epoch.
    agreed: CopySet,
    /// Whether enough of them have, for the step that is being taken.
    settled: bool,
}

/// One recovery of a volume.
#[derive(Clone, Debug)]
pub struct Recovery {
    instance: InstanceId,
    epoch: VolumeEpoch,
    quorum: Quorum,
    wrong_rule: Option<WrongRule>,
    lsn_allocation_limit: u64,
    segments: Segments,
    phase: Phase,
    groups: IdVec<GroupId, Group>,
    /// Groups that are not settled yet in this step.
    open: u32,
    generation: Option<Generation>,
    points: Option<Points>,
    due: SimTime,
    patience: SimSpan,
    effects: VecDeque<Effect>,
}

impl Recovery {
    /// Begins: `instance` wants to open, in an epoch nobody has used before, a volume of so many groups.
    pub fn begin(
        now: SimTime,
        instance: InstanceId,
        epoch: VolumeEpoch,
        config: &WriterConfig,
        groups: u32,
    ) -> Recovery {
        let members = Membership::first(config.segments);
        let nothing = Group {
            members,
            hydrated: members.everyone(),
            answers: [None; base::SLOTS as usize],
            agreed: CopySet::NONE,
            settled: false,
        };
        let mut recovery = Recovery {
            instance,
            epoch,
            quorum: WrongRule::quorum(config.wrong_rule),
            wrong_rule: config.wrong_rule,
            lsn_allocation_limit: config.lsn_allocation_limit,
            segments: config.segments,
            phase: Phase::Survey,
            groups: (0..groups).map(|_| nothing.clone()).collect(),
            open: groups,
            generation: None,
            points: None,
            due: now + RESEND_AFTER,
            patience: RESEND_AFTER,
            effects: VecDeque::new(),
        };
        recovery.happened(Happening::RecoveryBegan { instance, epoch });
        recovery
    }

    /// The members of a group are these, and those count for a quorum read. The metadata service knows it.
    pub fn set_members(&mut self, group: GroupId, members: Membership, hydrated: CopySet) {
        let group = &mut self.groups[group];
        (group.members, group.hydrated) = (members, hydrated);
    }

    /// The members of a group have changed while it was being recovered. Nobody has heard from those who have joined,
    /// and they do not count before they are hydrated (M-13). The range and the epoch must stand at a write quorum of
    /// those who are members when the volume opens, so they are written anew.
    pub fn members_changed(
        &mut self,
        now: SimTime,
        history: &History,
        id: GroupId,
        members: Membership,
        joined: CopySet,
        said: Happening,
    ) {
        self.happened(said);
        let gone = joined.or(self.groups[id].members.everyone().minus(members.everyone()));
        let group = &mut self.groups[id];
        group.members = members;
        let hydrated = members.everyone().minus(members.newcomers());
        // What a newcomer answered when it did not count is what it had then: it may have been next to nothing.
        let counts_now = hydrated.minus(group.hydrated);
        group.hydrated = hydrated;
        for copy in gone.or(counts_now).iter() {
            group.answers[copy.0 as usize] = None;
        }
        group.agreed = group.agreed.minus(gone);
        let enough = match self.phase {
            Phase::Survey | Phase::Gather => {
                let counted = answered(&group.answers).and(group.hydrated);
                members.can_read(self.quorum, counted)
            }
            Phase::Truncate | Phase::Raise => members.can_write(self.quorum, group.agreed),
            Phase::Spread | Phase::Done | Phase::Superseded => group.settled,
        };
        if group.settled && !enough {
            group.settled = false;
            self.open += 1;
            if self.phase == Phase::Gather {
                self.phase = Phase::Survey;
            }
        }
        if let Some(points) = &mut self.points {
            let log = history.log(self.epoch);
            let moves = points.set_members(log, id, members, joined);
            if let Some(to) = moves.pgcl {
                self.effects
                    .push_back(Effect::Happened(Happening::PgclMoved { group: id, to }));
            }
        }
        if matches!(self.phase, Phase::Raise | Phase::Spread) {
            self.step_to(now, Phase::Truncate);
        }
    }

    /// The epoch the volume will be in.
    pub fn epoch(&self) -> VolumeEpoch {
        self.epoch
    }

    /// How far it has come.
    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// How many groups have not come as far as the step asks.
    pub fn groups_open(&self) -> u32 {
        self.open
    }

    /// The first group that has not come as far as the step asks, and the copies that have.
    pub fn waits_for(&self) -> Option<(GroupId, CopySet)> {
        let mut groups = self.groups.iter();
        let (id, group) = groups.find(|(_, group)| !group.settled)?;
        let copies = match self.phase {
            Phase::Survey | Phase::Gather => answered(&group.answers),
            _ => group.agreed,
        };
        Some((id, copies))
    }

    /// What is declared void, once that is decided.
    pub fn range(&self) -> Option<Range> {
        self.generation.map(|generation| generation.range)
    }

    /// What is known of the copies in the new text, once the volume can be opened.
    pub fn into_points(self) -> Option<Points> {
        self.points.filter(|_| self.phase == Phase::Done)
    }

    /// Takes a message from a copy.
    pub fn handle_message(
        &mut self,
        now: SimTime,
        history: &History,
        from: SegmentId,
        message: Message,
    ) {
        let own = self.epoch;
        let mine = |epoch| epoch == own;
        match message {
            Message::Stale { knows, .. } if knows.volume > self.epoch => {
                self.phase = Phase::Superseded;
                self.due = SimTime::NEVER;
                let (instance, newer) = (self.instance, knows.volume);
                self.happened(Happening::WriterFenced { instance, newer });
            }
            Message::Surveyed {
                epoch,
                lives_in,
                scl,
            } if mine(epoch) && self.phase <= Phase::Gather => {
                self.surveyed(now, history, from, Answer { lives_in, scl });
            }
            Message::Truncated { epoch }
                if mine(epoch) && self.phase == Phase::Truncate && self.agree(from) =>
            {
                self.step_to(now, Phase::Raise);
            }
            Message::EpochRaised { epoch, scl } if mine(epoch) && self.phase >= Phase::Raise => {
                self.hear_scl(history, from, scl);
                if self.phase == Phase::Raise && self.agree(from) {
                    self.begin_to_spread(now, history);
                }
            }
            Message::Ack { scl } | Message::Report { scl } if self.points.is_some() => {
                self.hear_scl(history, from, scl);
            }
            _ => {}
        }
        self.finish();
    }

    /// When it wants to be woken.
    pub fn due(&self) -> SimTime {
        self.due
    }

    /// Does what is due. Returns whether anything was.
    pub fn handle_wakeup(&mut self, now: SimTime, history: &History) -> bool {
        if now < self.due {
            return false;
        }
        if self.phase == Phase::Gather {
            self.decide(now, history);
            return true;
        }
        self.settle(now, history);
        self.ask();
        self.ask_who_lacks(history);
        self.pass_on(history);
        self.patience = (self.patience + self.patience).min(RESEND_AFTER_MAX);
        self.due = now + self.patience;
        self.finish();
        true
    }

    fn finish(&mut self) {
        if self.phase == Phase::Spread && self.open == 0 {
            self.phase = Phase::Done;
            self.due = SimTime::NEVER;
        }
    }

    /// What it wants done, until `None`.
    pub fn poll_effect(&mut self) -> Option<Effect> {
        self.effects.pop_front()
    }

    /// Asks every copy that has not done yet what this step asks of it.
    pub fn ask(&mut self) {
        let message = match (self.phase, self.generation) {
            (Phase::Survey | Phase::Gather, _) => Message::Survey { epoch: self.epoch },
            (Phase::Truncate, Some(Generation { range, .. })) => Message::Truncate {
                epoch: self.epoch,
                range,
            },
            (Phase::Raise, Some(_)) => Message::RaiseEpoch { epoch: self.epoch },
            _ => return,
        };
        for (id, group) in self.groups.iter() {
            let done = match self.phase {
                Phase::Survey | Phase::Gather => answered(&group.answers),
                _ => group.agreed,
            };
            for copy in group.members.everyone().minus(done).iter() {
                self.effects.push_back(Effect::Send {
                    to: Address::Segment(SegmentId::new(id, copy)),
                    message,
                });
            }
        }
    }

    fn surveyed(&mut self, now: SimTime, history: &History, from: SegmentId, answer: Answer) {
        let quorum = self.quorum;
        let group = &mut self.groups[from.group()];
        let place = &mut group.answers[from.copy().0 as usize];
        if place.replace(answer).is_some() {
            return;
        }
        self.effects
            .push_back(Effect::Happened(Happening::SurveyHeard {
                segment: from,
                lives_in: answer.lives_in,
                scl: answer.scl,
            }));
        let answered = answered(&group.answers);
        let counted = answered.and(group.hydrated);
        if !group.settled && group.members.can_read(quorum, counted) {
            group.settled = true;
            self.open -= 1;
            if self.open == 0 {
                self.phase = Phase::Gather;
                self.due = now + RECOVERY_PATIENCE;
            }
        }
        let all = |group: &Group| {
            let everyone = group.members.everyone();
            everyone.minus(self::answered(&group.answers)).is_empty()
        };
        if self.phase == Phase::Gather && self.groups.iter().all(|(_, group)| all(group)) {
            self.decide(now, history);
        }
    }

    /// The answers are in: decides what stays, and begins to write down what does not.
    fn decide(&mut self, now: SimTime, history: &History) {
        let answers = self.groups.iter().map(|(_, group)| Answers {
            members: &group.members,
            hydrated: group.hydrated,
            given: &group.answers,
        });
        let answers: Vec<Answers> = answers.collect();
        let decided = decide(history, self.quorum, &answers);
        for (group, to) in &decided.pgcls {
            let (group, to) = (*group, *to);
            let answered = answered(&self.groups[group].answers);
            self.happened(Happening::PgclRecovered {
                group,
                to,
                answered,
            });
        }
        let (above, vcl) = (decided.vdl, decided.vcl);
        // No lower than what an interrupted recovery declared void: LSNs only ever rise.
        let furthest = above.plus(self.lsn_allocation_limit);
        let range = Range {
            above,
            until: furthest.max(history.log(decided.parent).last()),
        };
        let last = history.log(decided.parent).newest_record();
        // An old writer that nobody fences goes on beyond.
        let fenced = self.wrong_rule != Some(WrongRule::IgnoreEpochs);
        assert!(
            last <= furthest || !fenced,
            "no LSN was given out beyond the limit (L-15)"
        );
        let generation = Generation {
            epoch: self.epoch,
            parent: decided.parent,
            writer: self.instance,
            range,
        };
        self.happened(Happening::RangeDecided {
            epoch: self.epoch,
            parent: decided.parent,
            vcl,
            range,
        });
        self.generation = Some(generation);
        self.effects.push_back(Effect::BeginText(generation));
        self.step_to(now, Phase::Truncate);
    }

    fn step_to(&mut self, now: SimTime, phase: Phase) {
        self.phase = phase;
        for (_, group) in self.groups.iter_mut() {
            group.agreed = CopySet::NONE;
            group.settled = false;
        }
        self.open = self.groups.len() as u32;
        self.patience = RESEND_AFTER;
        self.due = now + self.patience;
        self.ask();
    }

    /// A copy has done what this step asks. Returns whether with it a write quorum of every group has.
    fn agree(&mut self, from: SegmentId) -> bool {
        let quorum = self.quorum;
        let group = &mut self.groups[from.group()];
        group.agreed = group.agreed.with(from.copy());
        if group.settled || !group.members.can_write(quorum, group.agreed) {
            return false;
        }
        group.settled = true;
        self.open -= 1;
        self.open == 0
    }

    /// What has been said may be enough by now, because members have changed.
    fn settle(&mut self, now: SimTime, history: &History) {
        let (phase, quorum) = (self.phase, self.quorum);
        if phase == Phase::Spread {
            let log = history.log(self.epoch);
            for group in (0..log.groups()).map(GroupId) {
                self.settle_spread(group, log);
            }
            return;
        }
        for (_, group) in self.groups.iter_mut().filter(|(_, group)| !group.settled) {
            let counted = answered(&group.answers).and(group.hydrated);
            group.settled = match phase {
                Phase::Survey => group.members.can_read(quorum, counted),
                _ => group.members.can_write(quorum, group.agreed),
            };
            self.open -= u32::from(group.settled);
        }
        match phase {
            _ if self.open > 0 => {}
            Phase::Survey => self.decide(now, history),
            Phase::Truncate => self.step_to(now, Phase::Raise),
            Phase::Raise => self.begin_to_spread(now, history),
            _ => {}
        }
    }

    fn hear_scl(&mut self, history: &History, from: SegmentId, scl: Lsn) {
        if !history.has_begun(self.epoch) {
            return;
        }
        let log = history.log(self.epoch);
        if self.points.is_none() {
            let mut points = Points::reopened(self.wrong_rule, self.segments, log);
            for (id, group) in self.groups.iter() {
                if group.members != *points.members(id) {
                    points.set_members(log, id, group.members, CopySet::NONE);
                }
            }
            self.points = Some(points);
        }
        let points = self.points.as_mut().expect("begun above");
        if !points.group(from.group()).everyone().contains(from.copy()) {
            return;
        }
        if scl <= points.scl(from) {
            return;
        }
        let moves = points.hear(log, from, scl);
        let heard = Happening::SclHeard { segment: from, scl };
        self.effects.push_back(Effect::Happened(heard));
        if let Some(to) = moves.pgcl {
            let group = from.group();
            let moved = Happening::PgclMoved { group, to };
            self.effects.push_back(Effect::Happened(moved));
        }
        if self.phase == Phase::Spread {
            self.settle_spread(from.group(), log);
        }
    }

    /// The epoch stands. What is kept must have its write quorum in every group before the volume opens.
    fn begin_to_spread(&mut self, now: SimTime, history: &History) {
        self.phase = Phase::Spread;
        self.open = self.groups.len() as u32;
        for (_, group) in self.groups.iter_mut() {
            group.settled = false;
        }
        let log = history.log(self.epoch);
        for group in (0..log.groups()).map(GroupId) {
            self.settle_spread(group, log);
        }
        self.pass_on(history);
        self.patience = RESEND_AFTER;
        self.due = now + self.patience;
    }

    fn settle_spread(&mut self, id: GroupId, log: &RedoLog) {
        let points = self.points.as_ref().expect("heard of in the step before");
        let group = &mut self.groups[id];
        if !group.settled && points.group(id).pgcl() == log.newest_of(id) {
            group.settled = true;
            self.open -= 1;
        }
    }

    /// Whoever seems to lack something may have it by now, and what it said of that was lost: asks once more. A copy that
    /// lives in the epoch already has nothing to do but to say how far it is.
    fn ask_who_lacks(&mut self, history: &History) {
        let (Phase::Spread, Some(points)) = (self.phase, &self.points) else {
            return;
        };
        let log = history.log(self.epoch);
        let message = Message::RaiseEpoch { epoch: self.epoch };
        for (id, _) in self.groups.iter().filter(|(_, group)| !group.settled) {
            let points = points.group(id);
            let lacking = points.everyone().minus(points.confirmed(log.newest_of(id)));
            for copy in lacking.iter() {
                let to = Address::Segment(SegmentId::new(id, copy));
                self.effects.push_back(Effect::Send { to, message });
            }
        }
    }

    /// The instance has none of the records itself: it has the copy that is furthest send the others what they lack.
    fn pass_on(&mut self, history: &History) {
        let (Phase::Spread, Some(points)) = (self.phase, &self.points) else {
            return;
        };
        let log = history.log(self.epoch);
        for (id, _) in self.groups.iter().filter(|(_, group)| !group.settled) {
            let scl = |copy: CopyId| points.scl(SegmentId::new(id, copy));
            let everyone = points.group(id).everyone();
            let Some(furthest) = everyone.iter().max_by_key(|copy| (scl(*copy), copy.0)) else {
                continue;
            };
            let able = everyone.and(self.groups[id].hydrated);
            for to in able.iter().filter(|copy| scl(*copy) < scl(furthest)) {
                let missing = log.run_between(id, scl(to), scl(furthest), CATCH_UP_RECORDS);
                if missing.is_some() {
                    let after = scl(to);
                    self.effects.push_back(Effect::Send {
                        to: Address::Segment(SegmentId::new(id, furthest)),
                        message: Message::Pass { to, after },
                    });
                }
            }
        }
    }

    fn happened(&mut self, what: Happening) {
        self.effects.push_back(Effect::Happened(what));
    }
}

fn answered(answers: &PerSlot<Option<Answer>>) -> CopySet {
    CopyId::slots()
        .filter(|copy| answers[copy.0 as usize].is_some())
        .collect()
}
