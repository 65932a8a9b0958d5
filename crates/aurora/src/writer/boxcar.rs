//! Buffers that fill while the call is on its way.
//!
//! Records are shuffled into one buffer per copy (W-4). The first record that enters a buffer issues the
//! network call; until the call is really executed, further records ride along (W-5). Nobody ever waits for
//! a buffer to fill, so batching costs no time, and under load the batches grow by themselves.
//!
//! All copies get every record of their group, and their calls are executed after the same moment, so the
//! six buffers of a group fill together; each remembers by itself up to where it has been sent.
//!
//! What was lost on the way to some copies is gossip's business, but what did not reach a write quorum
//! nobody may have. So if a group makes no progress for a while, the writer sends what lies above its PGCL
//! again to the copies that have not confirmed it, at growing intervals; and when it has waited long, to all, for the
//! group may have other members by now. What comes of that, and who is looked after when all is durable, stands in
//! `remind`.

use std::collections::VecDeque;

use base::{CopyId, GroupId, Lsn, SegmentId, SimSpan, SimTime};

use super::points::GroupPoints;
use super::wakeups::Wakeups;
use crate::constants::{CATCH_UP_RECORDS, RESEND_AFTER, RESEND_AFTER_MAX};
use crate::membership::PerSlot;
use crate::protocol::{Address, Effect, Message, WakeReason};
use crate::quorum::CopySet;
use crate::redo::{RedoLog, Run};

/// The buffers of one group, one for each copy.
#[derive(Clone, Debug)]
pub struct Lanes {
    /// Up to which place of the group's chain each copy has been sent the records.
    sent: PerSlot<u32>,
    call_issued: bool,
    watching: bool,
    progress: SimTime,
    patience: SimSpan,
}

impl Default for Lanes {
    fn default() -> Self {
        Lanes {
            sent: PerSlot::default(),
            call_issued: false,
            watching: false,
            progress: SimTime::ZERO,
            patience: RESEND_AFTER,
        }
    }
}

impl Lanes {
    /// Of a group whose records up to this place have all been sent, by whomever.
    pub fn sent_all(records: u32) -> Lanes {
        Lanes {
            sent: [records; base::SLOTS as usize],
            ..Lanes::default()
        }
    }

    /// Records of the group have been written; the first of them issues the call.
    pub fn records_added(
        &mut self,
        now: SimTime,
        call_delay: SimSpan,
        group: GroupId,
        wakeups: &mut Wakeups,
    ) {
        if !self.call_issued {
            self.call_issued = true;
            wakeups.insert((now + call_delay, WakeReason::Call(group)));
        }
        if !self.watching {
            self.watching = true;
            self.progressed(now);
            wakeups.insert((now + self.patience, WakeReason::Resend(group)));
        }
    }

    /// A newcomer gets what is written from now on; what was written before it copies from its peers.
    pub fn joined(&mut self, log: &RedoLog, group: GroupId, newcomers: CopySet) {
        for copy in newcomers.iter() {
            self.sent[copy.0 as usize] = log.records_of(group);
        }
    }

    /// The call is executed: whatever is in the buffers leaves for every copy.
    pub fn call(
        &mut self,
        log: &RedoLog,
        group: GroupId,
        everyone: CopySet,
        effects: &mut VecDeque<Effect>,
    ) {
        self.call_issued = false;
        let end = log.records_of(group);
        let mut open = everyone;
        while let Some(first) = open.iter().next() {
            // Those that follow and have been sent as much are sent the same; mostly that is everyone.
            let sent = self.sent[first.0 as usize];
            let alike = |copy: &CopyId| self.sent[copy.0 as usize] == sent;
            let to: CopySet = open.iter().take_while(alike).collect();
            if sent < end {
                let last = log.at_place(group, end - 1);
                let len = end - sent;
                let run = Run { last, group, len };
                effects.push_back(Effect::SendWrites { to, run });
                to.iter().for_each(|copy| self.sent[copy.0 as usize] = end);
            }
            open = open.minus(to);
        }
    }

    /// The group's PGCL has moved: patience starts anew.
    pub fn progressed(&mut self, now: SimTime) {
        self.progress = now;
        self.patience = RESEND_AFTER;
    }

    /// Whether it is watched whether what was sent becomes durable.
    pub fn is_watched(&self) -> bool {
        self.watching
    }

    /// Looks whether the group has stood still for too long, and if so sends again, and says what.
    pub fn resend(
        &mut self,
        now: SimTime,
        log: &RedoLog,
        group: GroupId,
        reached: &GroupPoints,
        wakeups: &mut Wakeups,
        effects: &mut VecDeque<Effect>,
    ) -> Resent {
        if reached.pgcl() == log.newest_of(group) {
            self.watching = false;
            return Resent::Nothing;
        }
        let overdue = self.progress + self.patience;
        if now < overdue {
            wakeups.insert((overdue, WakeReason::Resend(group)));
            return Resent::Nothing;
        }
        let end = log.newest_of(group);
        let mut resent = Resent::All;
        for copy in reached.everyone().iter() {
            let mut from = reached.scl(copy).max(reached.pgcl());
            if from == end && self.patience == RESEND_AFTER_MAX {
                // It has everything, but may know of new members that the writer has not heard of (M-4).
                from = log.newest_of_up_to(group, end.previous());
            }
            if let Some(run) = log.run_between(group, from, end, CATCH_UP_RECORDS) {
                if run.last < end {
                    resent = Resent::UpTo(end);
                }
                effects.push_back(write(group, copy, run));
            }
        }
        self.progress = now;
        self.patience = (self.patience + self.patience).min(RESEND_AFTER_MAX);
        wakeups.insert((now + self.patience, WakeReason::Resend(group)));
        resent
    }
}

/// What was sent again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resent {
    /// Nothing: there was no need to, or it is too soon.
    Nothing,
    /// Everything that may be missing.
    All,
    /// The beginning of what may be missing up to this record.
    UpTo(Lsn),
}

fn write(group: GroupId, copy: CopyId, run: Run) -> Effect {
    Effect::Send {
        to: Address::Segment(SegmentId::new(group, copy)),
        message: Message::Write(run),
    }
}
