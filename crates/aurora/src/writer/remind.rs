//! What is sent again once all is durable, or while there is much to be sent again.
//!
//! A group whose newest record has its write quorum holds nobody up. Still the writer may believe a copy to be behind that
//! has everything: its acknowledgement got lost, or the report that gossip had helped it. So the writer *reminds* those
//! that seem to be behind with the newest record it has written, at growing intervals; whoever has it says so again, and
//! whoever has not learns that it lacks something. A group of which all copies are known to have everything costs
//! nothing.
//!
//! And when no copy could be reached for long, a *backlog* has grown that is longer than one batch. Each copy gets the
//! next batch as soon as it has confirmed the one before: the backlog goes as fast as disks and network take it, not as
//! often as the writer looks.

use base::{GroupId, Lsn, SegmentId, SimSpan, SimTime};
use litemap::LiteMap;

use super::Writer;
use super::boxcar::Resent;
use crate::constants::{CATCH_UP_RECORDS, REMIND_AFTER, REMIND_AFTER_MAX};
use crate::protocol::{Message, WakeReason};
use crate::redo::RedoLog;

/// When a group's copies that seem to be behind are reminded.
#[derive(Clone, Copy, Debug)]
struct Reminder {
    at: SimTime,
    patience: SimSpan,
}

/// The groups of which something is to be sent again; in quiet times none.
#[derive(Clone, Debug, Default)]
pub struct SentAgain {
    reminders: LiteMap<GroupId, Reminder>,
    /// Where the backlog of a group ends.
    backlogs: LiteMap<GroupId, Lsn>,
}

impl Writer {
    /// Looks whether what a group was sent has arrived. Returns whether anything was sent again.
    pub(super) fn look_after(&mut self, now: SimTime, log: &RedoLog, group: GroupId) -> bool {
        let lanes = &mut self.lanes[group];
        if !lanes.is_watched() {
            return self.remind(now, log, group);
        }
        let reached = self.points.group(group);
        let (wakeups, effects) = (&mut self.wakeups, &mut self.effects);
        let resent = lanes.resend(now, log, group, reached, wakeups, effects);
        if let Resent::UpTo(end) = resent {
            self.sent_again.backlogs.insert(group, end);
        }
        let reminder = self.sent_again.reminders.get_mut(&group);
        if !self.lanes[group].is_watched() {
            if reminder.is_some_and(|reminder| reminder.patience > REMIND_AFTER) {
                // Somebody is behind with something newer.
                self.sent_again.reminders.remove(&group);
            }
            self.remind(now, log, group);
        } else if let Some(reminder) = reminder.filter(|reminder| reminder.at <= now) {
            // There is more to come than the last record.
            reminder.at = now + REMIND_AFTER;
            self.wakeups
                .insert((reminder.at, WakeReason::Resend(group)));
        }
        resent != Resent::Nothing
    }

    /// Reminds copies that seem to be behind though all is durable, if it is time to. Returns whether it did.
    pub(super) fn remind(&mut self, now: SimTime, log: &RedoLog, group: GroupId) -> bool {
        let points = self.points.group(group);
        let end = log.newest_of(group);
        // It has itself only what it has written since it opened the volume.
        let own = self.recovered.map_or(Lsn::ZERO, |range| range.until);
        let behind = points.everyone().minus(points.confirmed(end));
        if behind.is_empty() || end <= own {
            self.sent_again.reminders.remove(&group);
            return false;
        }
        let due = self.sent_again.reminders.get(&group).copied();
        let did = due.is_some_and(|due| due.at <= now);
        let patience = match due {
            Some(_) if !did => return false,
            Some(due) => (due.patience + due.patience).min(REMIND_AFTER_MAX),
            None => REMIND_AFTER,
        };
        if did {
            let before = log.newest_of_up_to(group, end.previous());
            let newest = log.run_between(group, before, end, 1);
            let newest = newest.expect("the newest record is kept");
            for copy in behind.iter() {
                self.send(SegmentId::new(group, copy), Message::Write(newest));
            }
        }
        let at = now + patience;
        self.sent_again
            .reminders
            .insert(group, Reminder { at, patience });
        self.wakeups.insert((at, WakeReason::Resend(group)));
        did
    }

    /// A copy has come further: if there is a backlog, it gets the next batch of it.
    #[inline]
    pub(super) fn go_on_with_backlog(&mut self, log: &RedoLog, segment: SegmentId, scl: Lsn) {
        if !self.sent_again.backlogs.is_empty() {
            self.send_backlog(log, segment, scl);
        }
    }

    #[cold]
    fn send_backlog(&mut self, log: &RedoLog, segment: SegmentId, scl: Lsn) {
        let group = segment.group();
        let Some(end) = self.sent_again.backlogs.get(&group).copied() else {
            return;
        };
        if self.points.group(group).pgcl() >= end {
            self.sent_again.backlogs.remove(&group);
        } else if let Some(next) = log.run_between(group, scl, end, CATCH_UP_RECORDS) {
            self.send(segment, Message::Write(next));
        }
    }
}
