//! Which event is the cause of which.

use super::*;

/// Which event is the cause of what comes next while one machine's effects are carried out.
pub(super) struct Thread {
    /// What the machine was told.
    told: EventId,
    /// What it does that for: what it was told, or the statement it is at.
    pub(super) cause: EventId,
    /// The newest thing that happened in it.
    pub(super) last: EventId,
    /// The newest move of the VCL.
    pub(super) vcl: EventId,
    /// The writer's hearing of new epochs, if it has heard of any.
    pub(super) refreshed: Option<EventId>,
    /// Whether the machine was not told anything, but woken.
    pub(super) woken: bool,
}

impl Thread {
    pub(super) fn new(cause: EventId, woken: bool) -> Thread {
        Thread {
            told: cause,
            cause,
            last: cause,
            vcl: cause,
            refreshed: None,
            woken,
        }
    }

    #[inline(always)]
    pub(super) fn happened(&mut self, what: &Happening, id: EventId) {
        // That it learns an epoch by the way, or has less to do by it, is not why a machine does what it does.
        if !matches!(
            what,
            Happening::EpochLearnt { .. } | Happening::IntakeThrottled { .. }
        ) {
            self.last = id;
        }
        match what {
            Happening::StatementBegan { .. } | Happening::RollbackBegan { .. } => self.cause = id,
            Happening::VclMoved { .. } => self.vcl = id,
            Happening::WriterRefreshed { .. } => self.refreshed = Some(id),
            Happening::ReadBegan { .. } | Happening::LoadBegan { .. } => self.refreshed = None,
            _ => {}
        }
    }
}

impl World {
    /// What a machine does when it is woken comes of what it waited for, not of what happened last.
    #[inline(always)]
    pub(super) fn cause_of_message(
        &mut self,
        by: Address,
        message: Message,
        thread: &Thread,
    ) -> EventId {
        match message {
            Message::Write(run) => {
                let Address::Instance(writer) = by else {
                    return thread.last;
                };
                let cause = &mut self.instances[writer].send_causes[run.group];
                cause.sent = true;
                cause.queued
            }
            Message::ReadPage { request, .. } if thread.woken => self
                .load_of(by, request)
                .or_else(|| self.requests.began(request))
                .unwrap_or(thread.last),
            // New members may move points first.
            Message::ReadPage { .. } => thread.refreshed.unwrap_or(thread.last),
            _ => thread.last,
        }
    }

    #[inline(always)]
    pub(super) fn cause_of_happening(&mut self, what: Happening, thread: &Thread) -> EventId {
        match what {
            Happening::PgclMoved { .. }
            | Happening::VclMoved { .. }
            | Happening::VdlMoved { .. }
            | Happening::CommitQueued { .. }
            | Happening::MembersProposed { .. }
            | Happening::MembersRecorded { .. } => thread.last,
            Happening::PgclRecovered { .. }
            | Happening::RangeDecided { .. }
            | Happening::RowWritten { .. }
            | Happening::CommitShared { .. }
            | Happening::TxnUndone { .. } => thread.last,
            Happening::Fenced { segment, .. }
            | Happening::RangeWritten { segment, .. }
            | Happening::EpochRaised { segment, .. } => {
                let ordered = self.seats[segment].ordered.as_mut();
                let arrival = ordered.and_then(|ordered| ordered.pop_front());
                arrival.expect("what is obeyed has arrived")
            }
            Happening::SclHeard { .. } => thread.told,
            Happening::CommitAcknowledged { .. } => thread.vcl,
            Happening::Persisted { segment, .. } => {
                let arrival = self.seats[segment].taken_in.pop_front();
                arrival.expect("what is durable has arrived")
            }
            _ => thread.cause,
        }
    }
}
