//! Why something happens inside the database.

use base::{ReaderId, SegmentId};

use super::places::{is_at, is_of_cluster};
use crate::checkers::holdings::Holdings;
use crate::{Address, Event, Happening, Message, RegionEvent};

/// Whether this can have come of that inside the database.
pub(super) fn happens_because(
    what: Happening,
    cause: &Event,
    arrived: &impl Fn(Address) -> Option<Message>,
    holdings: &Holdings,
) -> bool {
    let at_writer = || match *cause {
        Event::Delivered {
            to: to @ Address::Instance(_),
            ..
        } => arrived(to),
        _ => None,
    };
    let at_reader = |reader: ReaderId| arrived(Address::Reader(reader));
    let at_some_reader = || match *cause {
        Event::Delivered {
            to: to @ Address::Reader(_),
            ..
        } => arrived(to),
        _ => None,
    };
    let at_control_plane = || arrived(Address::ControlPlane);
    let asked = |request| at_writer() == Some(Message::Ask(request));
    let at_segment = |segment: SegmentId| arrived(Address::Segment(segment));
    // One statement may let others go on that have waited for its transaction.
    let in_transaction = matches!(
        cause,
        Event::Database(Happening::StatementBegan { .. } | Happening::RollbackBegan { .. })
    );
    match what {
        // The request itself, or room for one that was held (L-15).
        Happening::RecordMade { .. } => {
            in_transaction
                || matches!(
                    at_writer(),
                    Some(
                        Message::Ask(_)
                            | Message::Ack { .. }
                            | Message::Report { .. }
                            | Message::NotThatFar { .. }
                            | Message::Stale { .. }
                            | Message::PageImage { .. }
                            | Message::EpochRaised { .. }
                    )
                )
                || is_redo(cause)
        }
        Happening::CommitQueued { scn, .. } => {
            matches!(*cause, Event::Database(Happening::RecordMade { lsn, .. }) if lsn == scn)
        }
        Happening::GroupAdded { .. } => {
            in_transaction
                || is_redo(cause)
                || matches!(
                    at_writer(),
                    Some(Message::Ask(_) | Message::PageImage { .. })
                )
        }
        Happening::AllocationHeld { request }
        | Happening::PageFull { request, .. }
        | Happening::ReadBegan { request, .. } => {
            // Itself, or the page it has waited for.
            in_transaction
                || asked(request)
                || matches!(at_writer(), Some(Message::PageImage { .. }))
        }
        // Its own turn, the end of its client's thinking, or somebody else who has made way.
        Happening::StatementBegan { .. } => {
            at_writer().is_some()
                || matches!(
                    cause,
                    Event::Database(_)
                        | Event::LongReadEnded { .. }
                        | Event::WriterStarted { .. }
                        | Event::Cluster(_)
                )
        }
        Happening::RowWritten { lsn, .. } | Happening::CommitShared { lsn, .. } => {
            matches!(*cause, Event::Database(Happening::RecordMade { lsn: made, .. }) if made == lsn)
        }
        Happening::LockAwaited { .. } => in_transaction || at_writer().is_some(),
        Happening::RollbackBegan { request, .. } => {
            matches!(*cause, Event::Database(Happening::StatementBegan { request: r, .. }) if r == request)
        }
        Happening::TransactionEnded { request, .. } => {
            matches!(*cause, Event::Database(Happening::StatementBegan { request: r, .. } | Happening::RollbackBegan { request: r, .. }) if r == request)
        }
        Happening::Persisted { segment, .. } => {
            matches!(
                at_segment(segment),
                Some(Message::Write(_) | Message::Fill(_))
            )
        }
        Happening::SclHeard { segment, scl } => {
            let from_it = matches!(*cause, Event::Delivered { from, .. } if from == Address::Segment(segment));
            let said = match at_writer() {
                Some(
                    Message::Ack { scl }
                    | Message::Report { scl }
                    | Message::NotThatFar { scl, .. }
                    | Message::EpochRaised { scl, .. },
                ) => Some(scl),
                _ => None,
            };
            from_it && said == Some(scl)
        }
        Happening::PgclMoved { group, .. } => {
            matches!(*cause, Event::Database(Happening::SclHeard { segment, .. } | Happening::WriterRefreshed { segment, .. }) if segment.group() == group)
        }
        Happening::VclMoved { .. } => {
            matches!(*cause, Event::Database(Happening::PgclMoved { .. }))
        }
        Happening::VdlMoved { to } => {
            matches!(*cause, Event::Database(Happening::VclMoved { to: vcl }) if to <= vcl)
        }
        Happening::CommitAcknowledged { scn, .. } => {
            holdings.record(scn).is_some()
                && match *cause {
                    Event::Database(Happening::VclMoved { to }) => scn <= to,
                    Event::Region(RegionEvent::CommitsReleased) => true,
                    _ => false,
                }
        }
        Happening::PageBuilt {
            segment, request, ..
        } => {
            matches!(at_segment(segment), Some(Message::ReadPage { request: r, .. }) if r == request)
        }
        // From storage, or from the cache when a long query comes to its end.
        Happening::ReadAnswered { request, .. } => {
            matches!(at_writer(), Some(Message::PageImage { request: r, .. }) if r == request)
                || matches!(*cause, Event::LongReadEnded { request: r } if r == request)
        }
        Happening::ImageDamaged { request, .. } => {
            let image = at_writer().or_else(at_some_reader);
            matches!(image, Some(Message::PageImage { request: r, .. }) if r == request)
        }
        Happening::ReaderJoined { reader, .. } => {
            matches!(*cause, Event::Delivered { from, .. } if from == Address::Reader(reader))
                && matches!(at_writer(), Some(Message::Heard { .. }))
        }
        // Its patience has run out since the last thing it did or was told.
        Happening::ReaderAway { .. } => {
            at_writer().is_some()
                || matches!(cause, Event::Database(_) | Event::LongReadEnded { .. })
        }
        Happening::ReaderBegan { reader, at } => {
            matches!(at_reader(reader), Some(Message::Begin { at: a, .. }) if a == at)
        }
        Happening::ReaderMoved { reader, .. } => {
            matches!(at_reader(reader), Some(Message::Redo { .. }))
        }
        // The request itself, or that the reader follows at last.
        Happening::ReaderReadBegan {
            reader, request, ..
        } => match at_reader(reader) {
            Some(Message::Ask(asked)) => asked == request,
            Some(Message::Begin { .. }) => true,
            _ => false,
        },
        Happening::ReaderAnswered {
            reader, request, ..
        } => {
            let arrived = at_reader(reader);
            // A reader that begins anew may have the page of a read that waits.
            matches!(arrived, Some(Message::PageImage { request: r, .. } | Message::Ask(r)) if r == request)
                || matches!(arrived, Some(Message::Begin { .. }))
        }
        // Whoever falls silent does so because it is gone or out of reach; and then one thing leads to another.
        Happening::WriterFailed { .. }
        | Happening::NoSuccessor { .. }
        | Happening::ClusterStranded
        | Happening::SuccessorChosen { .. } => is_of_cluster(cause),
        Happening::PageEvicted { .. } => matches!(at_writer(), Some(Message::PageImage { .. })),
        Happening::HorizonTold { .. } => {
            at_writer().is_some()
                || matches!(cause, Event::Database(_) | Event::LongReadEnded { .. })
        }
        Happening::Coalesced { segment, .. }
        | Happening::Staged { segment, .. }
        | Happening::Collected { segment, .. }
        | Happening::Scrubbed { segment, .. }
        | Happening::DamageFound { segment, .. }
        | Happening::IntakeThrottled { segment, .. } => is_at(cause, Address::Segment(segment)),
        Happening::PageRepaired {
            segment,
            page,
            from,
        } => {
            matches!(*cause, Event::Delivered { from: f, .. } if f == Address::Segment(from))
                && matches!(at_segment(segment), Some(Message::PeerPage { page: sent, .. }) if sent == page)
        }
        Happening::Refused { segment, from, .. } => {
            at_segment(segment).is_some()
                && matches!(*cause, Event::Delivered { from: f, .. } if f == from)
        }
        Happening::EpochLearnt { segment, .. } => at_segment(segment).is_some(),
        Happening::MembersProposed { group, .. } => match *cause {
            Event::ReplacementBegan { segment, .. }
            | Event::ReplacementTakenBack { segment, .. } => segment.group() == group,
            Event::Database(Happening::Hydrated { segment, .. }) => segment.group() == group,
            Event::Database(Happening::MembersRecorded { group: of, .. }) => of == group,
            _ => false,
        },
        // The answer of the last one that was missing, or patience that ran out.
        Happening::MembersRecorded { .. } => {
            at_control_plane().is_some()
                || matches!(
                    cause,
                    Event::Database(
                        Happening::MembersProposed { .. } | Happening::MembersRecorded { .. }
                    )
                )
        }
        Happening::BaseCopied { segment, .. } => {
            matches!(at_segment(segment), Some(Message::PageCopy { .. }))
        }
        Happening::Hydrated { segment, scl } => {
            matches!(*cause, Event::Delivered { from, .. } if from == Address::Segment(segment))
                && at_control_plane() == Some(Message::Full { scl })
        }
        Happening::LoadBegan { .. } => in_transaction || at_writer().is_some(),
        Happening::PageLoaded { request, .. } => {
            matches!(at_writer(), Some(Message::PageImage { request: r, .. }) if r == request)
        }
        Happening::RecoveryBegan { instance, .. } => {
            matches!(*cause, Event::WriterStarted { instance: started, .. } | Event::Region(RegionEvent::AgentStarted { instance: started }) if started == instance)
        }
        Happening::Fenced { segment, epoch } => {
            at_segment(segment) == Some(Message::Survey { epoch })
        }
        Happening::RangeWritten {
            segment,
            epoch,
            range,
        } => at_segment(segment) == Some(Message::Truncate { epoch, range }),
        Happening::EpochRaised { segment, epoch, .. } => {
            at_segment(segment) == Some(Message::RaiseEpoch { epoch })
        }
        Happening::SurveyHeard {
            segment,
            lives_in,
            scl,
        } => {
            matches!(*cause, Event::Delivered { from, .. } if from == Address::Segment(segment))
                && matches!(at_writer(), Some(Message::Surveyed { lives_in: e, scl: s, .. }) if (e, s) == (lives_in, scl))
        }
        Happening::PgclRecovered { .. } | Happening::RangeDecided { .. } => goes_on(cause),
        Happening::VolumeOpened { .. } => goes_on(cause),
        Happening::WriterFenced { .. } => matches!(at_writer(), Some(Message::Stale { .. })),
        Happening::UnfinishedFound { .. } => {
            matches!(at_writer(), Some(Message::PageImage { .. }))
        }
        Happening::TxnUndone { lsn, .. } => {
            matches!(*cause, Event::Database(Happening::RecordMade { lsn: made, .. }) if made == lsn)
        }
        Happening::WriterRefreshed { segment, .. } => {
            matches!(*cause, Event::Delivered { from, .. } if from == Address::Segment(segment))
                && at_writer().is_some()
        }
    }
}

/// Whether a recovery can go on because of this: it began, heard something, or had waited long enough since.
pub(super) fn goes_on(cause: &Event) -> bool {
    match cause {
        Event::WriterStarted { .. }
        | Event::Region(RegionEvent::AgentStarted { .. })
        | Event::Delivered {
            to: Address::Instance(_),
            ..
        } => true,
        Event::Database(what) => matches!(
            what,
            Happening::RecoveryBegan { .. }
                | Happening::SurveyHeard { .. }
                | Happening::PgclRecovered { .. }
                | Happening::RangeDecided { .. }
                | Happening::WriterRefreshed { .. }
                | Happening::SclHeard { .. }
                | Happening::PgclMoved { .. }
        ),
        _ => false,
    }
}

/// Whether redo of another Region has come.
fn is_redo(event: &Event) -> bool {
    matches!(event, Event::Region(RegionEvent::RedoArrived { .. }))
}
