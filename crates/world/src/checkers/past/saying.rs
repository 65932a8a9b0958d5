//! Why a machine says something.

use base::RequestId;

use super::happening::goes_on;
use super::places::{is_at, is_of_reader};
use crate::checkers::holdings::Holdings;
use crate::{Address, Event, Happening, Message, group_of};

/// Whether a machine has a reason to say this. `arrived` is the message it has just received, if that is the cause.
pub(super) fn is_said_because(
    from: Address,
    to: Address,
    said: Message,
    cause: &Event,
    arrived: Option<Message>,
    holdings: &Holdings,
) -> bool {
    let came_from_there = matches!(*cause, Event::Delivered { from: f, .. } if f == to);
    let kept_by = |segment: Address| matches!(*cause, Event::Database(Happening::Persisted { segment: s, .. }) if Address::Segment(s) == segment);
    let found_damage = |segment: Address| matches!(*cause, Event::Database(Happening::DamageFound { segment: s, .. }) if Address::Segment(s) == segment);
    let learnt_by = |segment: Address| matches!(*cause, Event::Database(Happening::EpochLearnt { segment: s, .. }) if Address::Segment(s) == segment);
    let refreshed = matches!(*cause, Event::Database(Happening::WriterRefreshed { segment, .. }) if Address::Segment(segment) == to);
    let based = |segment: Address| matches!(*cause, Event::Database(Happening::BaseCopied { segment: s, .. }) if Address::Segment(s) == segment);
    let of_control_plane = matches!(
        cause,
        Event::Delivered {
            to: Address::ControlPlane,
            ..
        } | Event::Database(
            Happening::MembersProposed { .. }
                | Happening::MembersRecorded { .. }
                | Happening::Hydrated { .. }
        )
    );
    // A read that was refused by one copy may ask another of the same group.
    let refreshed_about = |to: Address| match (*cause, to) {
        (Event::Database(Happening::WriterRefreshed { segment, .. }), Address::Segment(to)) => {
            segment.group() == to.group()
        }
        _ => false,
    };
    match said {
        Message::Ask(request) => matches!(*cause, Event::Asked { request: r, .. } if r == request),
        Message::Answer(request) => {
            matches!(*cause, Event::Database(
                Happening::CommitAcknowledged { request: r, .. }
                | Happening::ReadAnswered { request: r, .. }
                | Happening::ReaderAnswered { request: r, .. }
                | Happening::TransactionEnded { request: r, .. }
                | Happening::PageFull { request: r, .. },
            ) if r == request)
        }
        Message::Write(run) => match *cause {
            Event::Database(Happening::RecordMade { page, .. }) => group_of(page) == run.group,
            Event::Database(Happening::WriterRefreshed { .. }) => refreshed,
            Event::Database(
                Happening::CommitQueued { scn, .. }
                | Happening::TxnUndone { lsn: scn, .. }
                | Happening::RowWritten { lsn: scn, .. }
                | Happening::CommitShared { lsn: scn, .. },
            ) => holdings
                .record(scn)
                .is_some_and(|record| record.group == run.group.0),
            _ => false,
        },
        Message::Ack { .. } => kept_by(from),
        // A segment that has only just learnt of the epoch it is in makes itself known.
        Message::Report { .. } => kept_by(from) || based(from) || arrived.is_some(),
        Message::Members { epoch } => match *cause {
            Event::Database(Happening::MembersProposed { members, .. }) => members.epoch() == epoch,
            _ => of_control_plane,
        },
        Message::AreYouFull { .. } => of_control_plane,
        Message::MembersKept { epoch, .. } => {
            learnt_by(from) || arrived == Some(Message::Members { epoch })
        }
        Message::Full { .. } => {
            kept_by(from) || based(from) || matches!(arrived, Some(Message::AreYouFull { .. }))
        }
        // The first by being told of the membership, the next ones in their turn.
        Message::CopyPage { .. } => learnt_by(from) || is_at(cause, from),
        Message::PageCopy { page, .. } => {
            came_from_there
                && matches!(arrived, Some(Message::CopyPage { page: p, .. }) if p == page)
                || learnt_by(from)
        }
        Message::Compare { .. } => learnt_by(from) || based(from) || is_at(cause, from),
        Message::Same { .. } => came_from_there && matches!(arrived, Some(Message::Compare { .. })),
        Message::Lack { .. } => {
            // At once, or when the bandwidth allows it again.
            is_at(cause, from)
        }
        Message::Fill(_) => {
            came_from_there && matches!(arrived, Some(Message::Lack { .. }))
                || matches!((arrived, to), (Some(Message::Pass { to: copy, .. }), Address::Segment(peer)) if peer.copy() == copy)
        }
        Message::Survey { .. }
        | Message::Truncate { .. }
        | Message::RaiseEpoch { .. }
        | Message::Pass { .. } => goes_on(cause),
        Message::Surveyed { .. } => {
            matches!(*cause, Event::Database(Happening::Fenced { segment, .. }) if Address::Segment(segment) == from)
        }
        Message::Truncated { .. } => {
            matches!(*cause, Event::Database(Happening::RangeWritten { segment, .. }) if Address::Segment(segment) == from)
        }
        Message::EpochRaised { .. } => {
            matches!(*cause, Event::Database(Happening::EpochRaised { segment, .. }) if Address::Segment(segment) == from)
        }
        Message::ReadPage { request, .. } => {
            let began = |r: RequestId| r == request;
            matches!(*cause, Event::Database(Happening::ReadBegan { request: r, .. } | Happening::ReaderReadBegan { request: r, .. } | Happening::LoadBegan { request: r, .. } | Happening::ImageDamaged { request: r, .. }) if began(r))
                || matches!(*cause, Event::LongReadEnded { request: r } if began(r))
                || matches!(
                    arrived,
                    Some(
                        Message::NotThatFar { request: r, .. }
                        | Message::TooFarBack { request: r, .. }
                        | Message::Unreadable { request: r }
                    ) if began(r)
                )
                || matches!((from, arrived), (Address::Reader(_), Some(Message::Stale { request: Some(r), .. })) if began(r))
                || refreshed_about(to)
        }
        Message::PageImage { request, page, .. } => {
            matches!(*cause, Event::Database(Happening::PageBuilt { request: r, segment, page: p, .. })
                if (r, p) == (request, page) && Address::Segment(segment) == from)
        }
        Message::Stale { .. } => matches!(
            *cause,
            Event::Database(Happening::Refused { segment, from: asked, .. })
                if Address::Segment(segment) == from && asked == to
        ),
        Message::NotThatFar { request, .. } | Message::TooFarBack { request, .. } => {
            matches!(arrived, Some(Message::ReadPage { request: r, .. }) if r == request)
        }
        Message::Unreadable { request } => {
            found_damage(from)
                || matches!(arrived, Some(Message::ReadPage { request: r, .. }) if r == request)
        }
        Message::Horizon(horizon) => {
            matches!(*cause, Event::Database(Happening::HorizonTold { horizon: told, .. }) if told == horizon)
        }
        Message::Follow | Message::Heard { .. } => {
            is_of_reader(cause, from)
                || matches!(
                    cause,
                    Event::RunBegan { .. } | Event::ReaderRestarted { .. }
                )
        }
        // What is new is sent a moment after it came to pass.
        Message::Begin { .. } | Message::Redo { .. } => {
            arrived.is_some() || matches!(cause, Event::Database(_) | Event::LongReadEnded { .. })
        }
        Message::LackPage { page, .. } => {
            found_damage(from)
                && matches!(*cause, Event::Database(Happening::DamageFound { page: found, .. }) if found == page)
        }
        Message::PeerPage { page, .. } => {
            came_from_there
                && matches!(arrived, Some(Message::LackPage { page: lacking, .. }) if lacking == page)
        }
    }
}
