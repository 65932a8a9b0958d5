//! Every event in words: the lines of the log region.

use base::{EventId, Phrase, SimSpan, SimTime};
use world::{Change, Event, Happening, Message, Outcome, ReplaceWhy, Standing, VISITOR, World};

use crate::say;

/// What a line is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// A commit.
    Commit,
    /// A read.
    Read,
    /// A message.
    Message,
    /// Something broken or mended.
    Fault,
    /// SCL, PGCL, VCL or VDL.
    Point,
    /// A redo record.
    Record,
    /// A step of a recovery.
    Recovery,
    /// Anything else.
    Other,
}

/// One event in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The event.
    pub id: EventId,
    /// When it happened.
    pub at: SimTime,
    /// What happened.
    pub phrase: Phrase,
    /// What it is about.
    pub kind: LineKind,
    /// Who wants to hear it: 1 is everybody, 2 those who follow points and reads, 3 those who want it all.
    pub verbosity: u8,
}

/// An event in words; `None` if the journal does not remember it (any more).
pub fn line(world: &World, id: EventId) -> Option<Line> {
    let entry = world.journal().get(id)?;
    let (kind, verbosity) = sort(world, &entry.event);
    Some(Line {
        id,
        at: entry.at,
        phrase: phrase(world, entry.cause, &entry.event),
        kind,
        verbosity,
    })
}

/// Who wants to hear of an event ([`Line::verbosity`]), without making a sentence of it.
pub fn verbosity(world: &World, id: EventId) -> Option<u8> {
    let entry = world.journal().get(id)?;
    Some(sort(world, &entry.event).1)
}

/// Whether an event is something broken or mended from outside.
pub(crate) fn is_fault(event: &Event) -> bool {
    matches!(
        event,
        Event::CopyStopped { .. }
            | Event::CopyRestarted { .. }
            | Event::CopyCut { .. }
            | Event::CopyHealed { .. }
            | Event::WriterCrashed { .. }
            | Event::WriterStarted { .. }
            | Event::ReaderStopped { .. }
            | Event::ReaderRestarted { .. }
            | Event::PromotionBegan { .. }
            | Event::WriterDemoted { .. }
            | Event::EndpointMoved { .. }
            | Event::FailoverAsked { .. }
            | Event::TierSet { .. }
            | Event::ReaderAdded { .. }
            | Event::ZoneCut { .. }
            | Event::ZoneHealed { .. }
            | Event::CopySlowed { .. }
            | Event::LinkSlowed { .. }
            | Event::LossSet { .. }
            | Event::PageDamaged { .. }
            | Event::AbilityChanged { .. }
            | Event::ReplacementBegan { .. }
            | Event::HotFound { .. }
            | Event::ReplacementTakenBack { .. }
            | Event::PatchBegan { .. }
            | Event::PatchEnded { .. }
    )
}

fn sort(world: &World, event: &Event) -> (LineKind, u8) {
    match event {
        Event::RunBegan { .. }
        | Event::LoadStarted
        | Event::LoadStopped
        | Event::BackgroundPaused { .. }
        | Event::BackgroundResumed { .. }
        | Event::LongReadEnded { .. }
        | Event::CommandRefused { .. } => (LineKind::Other, 1),
        Event::Asked { client, .. } => (LineKind::Other, if *client == VISITOR { 1 } else { 3 }),
        Event::Delivered {
            to: world::Address::Client(VISITOR),
            ..
        } => (LineKind::Message, 1),
        Event::Sent { .. } | Event::Delivered { .. } => (LineKind::Message, 3),
        Event::Lost { .. } | Event::Connected { .. } | Event::ConnectionBroke { .. } => {
            (LineKind::Message, 2)
        }
        event if is_fault(event) => (LineKind::Fault, 1),
        Event::Cluster(what) => crate::cluster_line::sort(what),
        Event::Region(what) => crate::region::sort(*what),
        Event::Database(what) => sort_happening(world, what),
        _ => (LineKind::Other, 3),
    }
}

fn sort_happening(world: &World, what: &Happening) -> (LineKind, u8) {
    let visitors = |request| crate::ring::is_visitors(world, request);
    match what {
        Happening::RecordMade { .. } | Happening::Persisted { .. } => (LineKind::Record, 3),
        Happening::CommitQueued { request, .. } => {
            (LineKind::Commit, if visitors(*request) { 2 } else { 3 })
        }
        Happening::StatementBegan { request, .. }
        | Happening::RowWritten { request, .. }
        | Happening::LockAwaited { request, .. } => {
            (LineKind::Other, if visitors(*request) { 2 } else { 3 })
        }
        Happening::RollbackBegan { request, .. } | Happening::TransactionEnded { request, .. } => {
            (LineKind::Commit, if visitors(*request) { 1 } else { 2 })
        }
        Happening::CommitShared { .. } => (LineKind::Commit, 3),
        Happening::CommitAcknowledged { .. } => (LineKind::Commit, 1),
        Happening::AllocationHeld { .. } => (LineKind::Other, 2),
        Happening::SclHeard { .. } => (LineKind::Point, 3),
        Happening::PgclMoved { .. } | Happening::VclMoved { .. } | Happening::VdlMoved { .. } => {
            (LineKind::Point, 2)
        }
        Happening::WriterFailed { .. }
        | Happening::SuccessorChosen { .. }
        | Happening::NoSuccessor { .. }
        | Happening::ClusterStranded => (LineKind::Fault, 1),
        Happening::ReaderJoined { .. }
        | Happening::ReaderAway { .. }
        | Happening::ReaderBegan { .. } => (LineKind::Other, 2),
        Happening::ReaderMoved { .. } => (LineKind::Point, 3),
        Happening::ReaderReadBegan { .. }
        | Happening::ReaderAnswered { .. }
        | Happening::ReadBegan { .. }
        | Happening::PageBuilt { .. }
        | Happening::ReadAnswered { .. } => (LineKind::Read, 2),
        Happening::PageFull { .. } | Happening::GroupAdded { .. } => (LineKind::Other, 1),
        Happening::ImageDamaged { .. } | Happening::DamageFound { .. } => (LineKind::Fault, 1),
        Happening::PageRepaired { .. } => (LineKind::Other, 1),
        Happening::Coalesced { .. }
        | Happening::Staged { .. }
        | Happening::Collected { .. }
        | Happening::Scrubbed { .. }
        | Happening::IntakeThrottled { .. } => (LineKind::Other, 2),
        Happening::HorizonTold { .. } | Happening::PageEvicted { .. } => (LineKind::Other, 3),
        Happening::RecoveryBegan { .. }
        | Happening::RangeDecided { .. }
        | Happening::VolumeOpened { .. }
        | Happening::WriterFenced { .. }
        | Happening::UnfinishedFound { .. }
        | Happening::TxnUndone { .. } => (LineKind::Recovery, 1),
        Happening::Fenced { .. }
        | Happening::SurveyHeard { .. }
        | Happening::PgclRecovered { .. }
        | Happening::RangeWritten { .. }
        | Happening::EpochRaised { .. } => (LineKind::Recovery, 2),
        Happening::LoadBegan { .. } | Happening::PageLoaded { .. } => (LineKind::Read, 3),
        Happening::Refused { .. } => (LineKind::Other, 2),
        Happening::EpochLearnt { .. } | Happening::WriterRefreshed { .. } => (LineKind::Other, 2),
        Happening::MembersProposed { .. } | Happening::Hydrated { .. } => (LineKind::Other, 1),
        Happening::MembersRecorded { .. } | Happening::BaseCopied { .. } => (LineKind::Other, 2),
    }
}

/// The message of a journey that began with event `sent`.
fn message_of(world: &World, sent: EventId) -> Option<Message> {
    match world.journal().get(sent)?.event {
        Event::Sent { message, .. } => Some(message),
        _ => None,
    }
}

fn with_journey(
    phrase: Phrase,
    world: &World,
    from: world::Address,
    to: world::Address,
    message: Option<Message>,
) -> Phrase {
    let message = match message {
        Some(message) => say::message(world, message),
        None => Phrase::new("message-gone"),
    };
    phrase
        .with("from", say::who(world, from))
        .with("to", say::who(world, to))
        .with("message", message)
}

fn phrase(world: &World, cause: EventId, event: &Event) -> Phrase {
    let copy = |id, copy| Phrase::new(id).with("copy", say::letter(copy));
    let zone = |id, zone: base::ZoneId| Phrase::new(id).with("zone", zone.to_string());
    match *event {
        Event::Region(what) => crate::region::phrase(what),
        Event::RunBegan { seed } => Phrase::new("event-run-began").with("seed", seed.to_string()),
        Event::Asked {
            request,
            client,
            write,
            ..
        } => Phrase::new("event-asked")
            .with("who", say::who(world, world::Address::Client(client)))
            .with("request", say::request(world, request))
            .with("write", say::yes_no(write)),
        Event::Sent { from, to, message } => {
            with_journey(Phrase::new("event-sent"), world, from, to, Some(message))
        }
        Event::Delivered { from, to } => {
            let message = message_of(world, cause);
            if let (world::Address::Client(VISITOR), Some(Message::Answer(request))) = (to, message)
            {
                return answer(world, request);
            }
            with_journey(Phrase::new("event-delivered"), world, from, to, message)
        }
        Event::Lost { from, to, why } => {
            let message = message_of(world, cause);
            with_journey(Phrase::new("event-lost"), world, from, to, message)
                .with("why", say::lost(why))
        }
        Event::CopyStopped { segment } => {
            say::with_segment(Phrase::new("event-copy-stopped"), segment)
        }
        Event::CopyRestarted { segment } => {
            say::with_segment(Phrase::new("event-copy-restarted"), segment)
        }
        Event::CopyCut { copy: id } => copy("event-copy-cut", id),
        Event::CopyHealed { copy: id } => copy("event-copy-healed", id),
        Event::ZoneCut { zone: id } => zone("event-zone-cut", id),
        Event::ZoneHealed { zone: id } => zone("event-zone-healed", id),
        Event::WriterCrashed { .. } => Phrase::new("event-writer-crashed"),
        Event::WriterStarted { zone: id, .. } if world.has_failover() => {
            zone("event-writer-takes-over", id)
        }
        Event::WriterStarted { zone: id, .. } => zone("event-writer-started", id),
        Event::PromotionBegan { reader: id } => reader("event-promotion-began", id),
        Event::WriterDemoted { .. } => Phrase::new("event-writer-demoted"),
        Event::EndpointMoved { reader: id } => reader("event-endpoint-moved", id),
        Event::Connected { client, reader: id } => reader("event-connected", id)
            .with("who", say::who(world, world::Address::Client(client))),
        Event::ConnectionBroke { client, reader: id } => reader("event-connection-broke", id)
            .with("who", say::who(world, world::Address::Client(client))),
        Event::FailoverAsked { .. } => Phrase::new("event-failover-asked"),
        Event::TierSet { reader: id, tier } => {
            reader("event-tier-set", id).with("tier", u32::from(tier))
        }
        Event::ReaderAdded {
            reader: id,
            zone: place,
        } => reader("event-reader-added", id).with("zone", place.to_string()),
        Event::ReaderStopped { reader: id } => reader("event-reader-stopped", id),
        Event::ReaderRestarted { reader: id } => reader("event-reader-restarted", id),
        Event::CopySlowed { copy: id, times } => copy("event-copy-slowed", id).with("times", times),
        Event::LinkSlowed { from, to, times } => Phrase::new("event-link-slowed")
            .with("from", say::site(from))
            .with("to", say::site(to))
            .with("times", times),
        Event::LossSet {
            copy: Some(id),
            percent,
        } => copy("event-loss-set-copy", id).with("percent", percent),
        Event::LossSet {
            copy: None,
            percent,
        } => Phrase::new("event-loss-set").with("percent", percent),
        Event::BackgroundPaused { copy: None } => Phrase::new("event-background-paused"),
        Event::BackgroundPaused { copy: Some(id) } => copy("event-background-paused-copy", id),
        Event::BackgroundResumed { copy: None } => Phrase::new("event-background-resumed"),
        Event::BackgroundResumed { copy: Some(id) } => copy("event-background-resumed-copy", id),
        Event::PageDamaged { segment, page } => {
            say::with_segment(Phrase::new("event-page-damaged"), segment)
                .with("page", page.0.to_string())
        }
        Event::LongReadEnded { request } => {
            Phrase::new("event-long-read-ended").with("request", say::request(world, request))
        }
        Event::LoadStarted => Phrase::new("event-load-started"),
        Event::LoadStopped => Phrase::new("event-load-stopped"),
        Event::CommandRefused { number } => {
            Phrase::new("event-command-refused").with("number", number + 1)
        }
        Event::AbilityChanged {
            group,
            ability,
            reachable,
        } => say::with_copies(
            Phrase::new("event-ability-changed")
                .with("group", group.number())
                .with("ability", say::ability(ability)),
            reachable,
        ),
        Event::ReplacementBegan { segment, why } => {
            let why = match why {
                ReplaceWhy::Asked => "asked",
                ReplaceWhy::Hot => "hot",
                ReplaceWhy::Away => "away",
            };
            say::with_segment(Phrase::new("event-replacement-began"), segment).with("why", why)
        }
        Event::HotFound {
            segment,
            micros,
            others_micros,
        } => say::with_segment(Phrase::new("event-hot-found"), segment)
            .with("takes", SimSpan::from_micros(micros))
            .with("others", SimSpan::from_micros(others_micros)),
        Event::ReplacementTakenBack { segment, came_back } => {
            say::with_segment(Phrase::new("event-replacement-taken-back"), segment)
                .with("came-back", say::yes_no(came_back))
        }
        Event::PatchBegan { copy: id } => copy("event-patch-began", id),
        Event::PatchEnded { copy: id } => copy("event-patch-ended", id),
        Event::Cluster(what) => crate::cluster_line::phrase(world, what),
        Event::Database(what) => happening(world, what),
    }
}

/// An answer that has reached the visitor.
fn answer(world: &World, request: base::RequestId) -> Phrase {
    let said = |id| Phrase::new(id).with("request", say::request(world, request));
    match world.standing(request) {
        Some(Standing::Answered { outcome, .. }) => match outcome {
            Outcome::Committed(scn) => said("event-answer-committed").with("scn", scn),
            Outcome::Found(Some(value)) => {
                said("event-answer-found").with("value", say::name(&value))
            }
            Outcome::Found(None) => said("event-answer-not-found"),
            Outcome::PageFull(_) => said("event-answer-page-full"),
            Outcome::Ended { how, found } => {
                said("event-answer-ended").with("outcome", say::ended(how, &found))
            }
        },
        _ => said("event-answer"),
    }
}

fn happening(world: &World, what: Happening) -> Phrase {
    let about = |id, request| Phrase::new(id).with("request", say::request(world, request));
    let page = |phrase: Phrase, page: base::PageId| phrase.with("page", page.0.to_string());
    match what {
        Happening::RecordMade {
            lsn,
            page: on,
            links,
            ends_mtr,
        } => page(Phrase::new("event-record-made"), on)
            .with("lsn", lsn)
            .with("group", world::group_of(on).number())
            .with("change", change(world, lsn))
            .with("before", links.group)
            .with("ends-mtr", say::yes_no(ends_mtr)),
        Happening::StatementBegan {
            request, number, ..
        } => {
            let of = world.request(request).map(|request| &request.operation);
            let statement = match of {
                Some(world::Operation::Transaction(script)) => {
                    script.statements.get(number as usize)
                }
                _ => None,
            };
            match statement {
                Some(statement) => about("event-statement-began", request)
                    .with("number", number + 1)
                    .with("statement", say::statement(statement)),
                None => about("event-statement-last", request),
            }
        }
        Happening::RowWritten {
            request, txn, lsn, ..
        } => about("event-row-written", request)
            .with("txn", txn.0.to_string())
            .with("lsn", lsn),
        Happening::LockAwaited { request, owner } => {
            about("event-lock-awaited", request).with("txn", owner.0.to_string())
        }
        Happening::CommitShared { txn, lsn } => Phrase::new("event-commit-shared")
            .with("txn", txn.0.to_string())
            .with("lsn", lsn),
        Happening::RollbackBegan { request, why } => {
            about("event-rollback-began", request).with("why", say::rollback_why(why))
        }
        Happening::TransactionEnded { request, how } => {
            about("event-transaction-ended", request).with("outcome", say::ended(how, &[]))
        }
        Happening::CommitQueued { txn, scn, request } => about("event-commit-queued", request)
            .with("txn", txn.0.to_string())
            .with("scn", scn),
        Happening::CommitAcknowledged { txn, scn, request } => {
            about("event-commit-acknowledged", request)
                .with("txn", txn.0.to_string())
                .with("scn", scn)
        }
        Happening::GroupAdded { group, geometry } => Phrase::new("event-group-added")
            .with("group", group.number())
            .with("epoch", u64::from(geometry.0)),
        Happening::AllocationHeld { request } => about("event-allocation-held", request),
        Happening::Persisted { segment, run, scl } => {
            say::with_segment(Phrase::new("event-persisted"), segment)
                .with("records", run.len)
                .with("last", run.last)
                .with("scl", scl)
        }
        Happening::SclHeard { segment, scl } => {
            say::with_segment(Phrase::new("event-scl-heard"), segment).with("scl", scl)
        }
        Happening::PgclMoved { group, to } => Phrase::new("event-pgcl-moved")
            .with("group", group.number())
            .with("to", to),
        Happening::VclMoved { to } => Phrase::new("event-vcl-moved").with("to", to),
        Happening::VdlMoved { to } => Phrase::new("event-vdl-moved").with("to", to),
        Happening::ReadBegan {
            request,
            page: of,
            read_point,
        } => page(about("event-read-began", request), of).with("read-point", read_point),
        Happening::PageBuilt {
            segment,
            request,
            page: of,
            applied,
        } => page(
            say::with_segment(about("event-page-built", request), segment),
            of,
        )
        .with("applied", applied),
        Happening::ReadAnswered { request, found, .. } => {
            about("event-read-answered", request).with("found", say::yes_no(found))
        }
        Happening::WriterFailed { reader: id } => reader("event-writer-failed", id),
        Happening::SuccessorChosen {
            reader: id,
            why,
            attempt,
        } => reader("event-successor-chosen", id)
            .with("why", say::chosen(why))
            .with("attempt", u32::from(attempt)),
        Happening::NoSuccessor { reader: id } => reader("event-no-successor", id),
        Happening::ClusterStranded => Phrase::new("event-cluster-stranded"),
        Happening::ReaderJoined { reader: id, lowest } => {
            reader("event-reader-joined", id).with("lowest", lowest)
        }
        Happening::ReaderAway { reader: id } => reader("event-reader-away", id),
        Happening::ReaderBegan { reader: id, at } => {
            reader("event-reader-began", id).with("at", at)
        }
        Happening::ReaderMoved {
            reader: id,
            to,
            applied,
            dropped,
        } => reader("event-reader-moved", id)
            .with("to", to)
            .with("applied", applied)
            .with("dropped", dropped),
        Happening::ReaderReadBegan {
            reader: id,
            request,
            page: of,
            read_point,
        } => page(about("event-reader-read-began", request), of)
            .with("read-point", read_point)
            .with("number", id.number()),
        Happening::ReaderAnswered {
            reader: id,
            request,
            found,
            ..
        } => about("event-reader-answered", request)
            .with("found", say::yes_no(found))
            .with("number", id.number()),
        Happening::PageFull { request, page: of } => page(about("event-page-full", request), of),
        Happening::HorizonTold { group, horizon } => Phrase::new("event-horizon-told")
            .with("group", group.number())
            .with("durable", horizon.durable)
            .with("pgmrpl", horizon.pgmrpl),
        Happening::PageEvicted { page: of, lsn } => {
            page(Phrase::new("event-page-evicted"), of).with("lsn", lsn)
        }
        Happening::Coalesced {
            segment,
            pages,
            records,
            backlog,
        } => say::with_segment(Phrase::new("event-coalesced"), segment)
            .with("pages", pages)
            .with("records", records)
            .with("backlog", backlog),
        Happening::Staged {
            segment,
            records,
            pages,
            upto,
        } => say::with_segment(Phrase::new("event-staged"), segment)
            .with("records", records)
            .with("pages", pages)
            .with("upto", upto),
        Happening::Collected {
            segment,
            records,
            versions,
            upto,
        } => say::with_segment(Phrase::new("event-collected"), segment)
            .with("records", records)
            .with("versions", versions)
            .with("upto", upto),
        Happening::Scrubbed {
            segment,
            pages,
            damaged,
        } => say::with_segment(Phrase::new("event-scrubbed"), segment)
            .with("pages", pages)
            .with("damaged", damaged),
        Happening::DamageFound { segment, page: of } => page(
            say::with_segment(Phrase::new("event-damage-found"), segment),
            of,
        ),
        Happening::PageRepaired {
            segment,
            page: of,
            from,
        } => page(
            say::with_segment(Phrase::new("event-page-repaired"), segment),
            of,
        )
        .with("from", say::letter(from.copy())),
        Happening::IntakeThrottled {
            segment,
            on,
            backlog,
        } => say::with_segment(Phrase::new("event-intake-throttled"), segment)
            .with("on", say::yes_no(on))
            .with("backlog", backlog),
        Happening::ImageDamaged { request, segment } => {
            say::with_segment(about("event-image-damaged", request), segment)
        }
        Happening::LoadBegan {
            request, page: of, ..
        } => page(about("event-load-began", request), of),
        Happening::PageLoaded { request, page: of } => {
            page(about("event-page-loaded", request), of)
        }
        Happening::RecoveryBegan { epoch, .. } => {
            Phrase::new("event-recovery-began").with("epoch", u32::from(epoch.0))
        }
        Happening::Fenced { segment, epoch } => {
            say::with_segment(Phrase::new("event-fenced"), segment)
                .with("epoch", u32::from(epoch.0))
        }
        Happening::SurveyHeard { segment, scl, .. } => {
            say::with_segment(Phrase::new("event-survey-heard"), segment).with("scl", scl)
        }
        Happening::PgclRecovered {
            group,
            to,
            answered,
        } => say::with_copies(
            Phrase::new("event-pgcl-recovered")
                .with("group", group.number())
                .with("to", to),
            answered,
        ),
        Happening::RangeDecided { vcl, range, .. } => {
            say::with_range(Phrase::new("event-range-decided"), range)
                .with("vcl", vcl)
                .with("vdl", range.above)
        }
        Happening::RangeWritten { segment, range, .. } => say::with_range(
            say::with_segment(Phrase::new("event-range-written"), segment),
            range,
        ),
        Happening::EpochRaised {
            segment,
            epoch,
            scl,
        } => say::with_segment(Phrase::new("event-epoch-raised"), segment)
            .with("epoch", u32::from(epoch.0))
            .with("scl", scl),
        Happening::VolumeOpened { epoch, range, .. } => Phrase::new("event-volume-opened")
            .with("epoch", u32::from(epoch.0))
            .with("next", range.until.next()),
        Happening::WriterFenced { newer, .. } => {
            Phrase::new("event-writer-fenced").with("epoch", u32::from(newer.0))
        }
        Happening::UnfinishedFound { txn, group } => Phrase::new("event-unfinished-found")
            .with("txn", txn.0.to_string())
            .with("group", group.number()),
        Happening::TxnUndone { txn, lsn } => Phrase::new("event-txn-undone")
            .with("txn", txn.0.to_string())
            .with("lsn", lsn),
        Happening::Refused {
            segment,
            from,
            knows,
            ..
        } => say::with_epochs(
            say::with_segment(Phrase::new("event-refused"), segment)
                .with("from", say::who(world, from)),
            knows,
        ),
        Happening::EpochLearnt { segment, knows } => say::with_epochs(
            say::with_segment(Phrase::new("event-epoch-learnt"), segment),
            knows,
        ),
        Happening::WriterRefreshed { segment, knows } => say::with_epochs(
            say::with_segment(Phrase::new("event-writer-refreshed"), segment),
            knows,
        ),
        Happening::MembersProposed { group, members } => {
            let sixes: Vec<String> = members.sets().map(|six| six.to_string()).collect();
            Phrase::new("event-members-proposed")
                .with("group", group.number())
                .with("epoch", u32::from(members.epoch().0))
                .with("count", sixes.len() as u32)
                .with("sixes", sixes.join(", "))
        }
        Happening::MembersRecorded { group, epoch, by } => Phrase::new("event-members-recorded")
            .with("group", group.number())
            .with("epoch", u32::from(epoch.0))
            .with("by", by.to_string()),
        Happening::BaseCopied { segment, at, .. } => {
            say::with_segment(Phrase::new("event-base-copied"), segment).with("at", at)
        }
        Happening::Hydrated { segment, scl } => {
            say::with_segment(Phrase::new("event-hydrated"), segment).with("scl", scl)
        }
    }
}

/// What a record does.
pub(crate) fn change(world: &World, lsn: base::Lsn) -> Phrase {
    if world.log().get(lsn).is_none() {
        return Phrase::new("change-let-go");
    }
    match world.log().change(lsn) {
        Change::PutRow { key, .. } => Phrase::new("change-put-row").with("key", say::name(key)),
        Change::TxnActive { txn, .. } => {
            Phrase::new("change-txn-active").with("txn", txn.0.to_string())
        }
        Change::TxnWrote { txn, .. } => {
            Phrase::new("change-txn-wrote").with("txn", txn.0.to_string())
        }
        Change::UndoRow { key, .. } => Phrase::new("change-undo-row").with("key", say::name(key)),
        Change::TxnRolledBack(txn) => {
            Phrase::new("change-txn-rolled-back").with("txn", txn.0.to_string())
        }
        Change::TxnCommitted(txn) => {
            Phrase::new("change-txn-committed").with("txn", txn.0.to_string())
        }
    }
}

fn reader(id: &'static str, reader: base::ReaderId) -> Phrase {
    Phrase::new(id).with("number", reader.number())
}
