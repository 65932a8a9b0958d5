//! What came before: does each event have a cause that makes sense?
//!
//! A journal whose causes are wrong tells a learner wrong stories, however right the numbers are.

use base::{EventId, ReaderId, RequestId, SegmentId, SimTime};
use sim::Entry;

use super::Findings;
use super::cluster;
use super::holdings::Holdings;
use crate::{Address, Event, Happening, Message, RegionEvent, ReplaceWhy, group_of};

/// Where a message stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Passage {
    /// The event is not the sending of a message.
    None,
    OnItsWay,
    Settled,
}

/// How far a request has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Progress {
    asked: bool,
    write: bool,
    /// It has several statements.
    many: bool,
    /// How often it has reached an instance, and how often one has decided it.
    arrived: u32,
    decided: u32,
    answered: bool,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Past {
    entries: Vec<Entry<Event>>,
    passages: Vec<Passage>,
    on_their_way: u64,
    requests: Vec<Progress>,
    unanswered: u64,
    now: SimTime,
}

impl Past {
    /// Returns the message whose arrival caused the event, if one did.
    pub fn see(
        &mut self,
        id: EventId,
        entry: &Entry<Event>,
        holdings: &Holdings,
        findings: &mut Findings,
    ) -> Option<Message> {
        if entry.at < self.now {
            findings.add("JOURNAL", format!("time runs back from {}", self.now));
        }
        self.now = entry.at;
        let begins_a_story = matches!(
            entry.event,
            Event::RunBegan { .. }
                | Event::Asked { .. }
                | Event::WriterCrashed { .. }
                | Event::FailoverAsked { .. }
                | Event::TierSet { .. }
                | Event::ReaderAdded { .. }
                | Event::CopyStopped { .. }
                | Event::CopyRestarted { .. }
                | Event::CopyCut { .. }
                | Event::CopyHealed { .. }
                | Event::ZoneCut { .. }
                | Event::ZoneHealed { .. }
                | Event::CopySlowed { .. }
                | Event::LinkSlowed { .. }
                | Event::LossSet { .. }
                | Event::ReplacementTakenBack { .. }
                | Event::PatchBegan { .. }
                | Event::PatchEnded { .. }
                | Event::BackgroundPaused { .. }
                | Event::BackgroundResumed { .. }
                | Event::PageDamaged { .. }
                | Event::LongReadEnded { .. }
                | Event::LoadStarted
                | Event::LoadStopped
                | Event::CommandRefused { .. }
                | Event::Region(_)
        ) || matches!(&entry.event, Event::Cluster(what) if cluster::begins_a_story(what));
        // By command, or because the control plane looks after its cluster or has found a hot copy.
        let may_begin_one = matches!(
            entry.event,
            Event::ReaderStopped { .. }
                | Event::ReplacementBegan { .. }
                | Event::ReaderRestarted { .. }
                | Event::WriterStarted { .. }
        ) || matches!(&entry.event, Event::Cluster(what) if cluster::may_begin_one(what));
        let mut heard = None;
        if begins_a_story || may_begin_one && entry.cause == id {
            if entry.cause != id {
                findings.add(
                    "CAUSE",
                    format!("{:?} has a cause: {}", entry.event, entry.cause.0),
                );
            }
        } else if let Some(cause) = self.entries.get(entry.cause.0 as usize).copied() {
            heard = self.message(entry.cause);
            if !makes_sense(&entry.event, &cause.event, heard, holdings) {
                let text = format!(
                    "{:?} is said to come of {:?} (event {})",
                    entry.event, cause.event, entry.cause.0
                );
                findings.add("CAUSE", text);
            }
            if !matches!(cause.event, Event::Delivered { .. }) {
                heard = None;
            }
        } else {
            findings.add(
                "CAUSE",
                format!("{:?} has no earlier cause: {}", entry.event, entry.cause.0),
            );
        }
        self.settle(entry, findings);
        self.track_request(entry, findings);
        self.passages.push(match entry.event {
            Event::Sent { .. } => Passage::OnItsWay,
            _ => Passage::None,
        });
        self.on_their_way += u64::from(matches!(entry.event, Event::Sent { .. }));
        self.entries.push(*entry);
        heard
    }

    /// What was sent, of an event of sending, arriving or getting lost.
    pub fn message(&self, id: EventId) -> Option<Message> {
        let entry = self.entries.get(id.0 as usize)?;
        match entry.event {
            Event::Sent { message, .. } => Some(message),
            Event::Delivered { .. } | Event::Lost { .. } => {
                match self.entries.get(entry.cause.0 as usize)?.event {
                    Event::Sent { message, .. } => Some(message),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// A message arrives or gets lost, once.
    fn settle(&mut self, entry: &Entry<Event>, findings: &mut Findings) {
        if !matches!(entry.event, Event::Delivered { .. } | Event::Lost { .. }) {
            return;
        }
        if let Some(passage) = self.passages.get_mut(entry.cause.0 as usize) {
            if *passage == Passage::OnItsWay {
                self.on_their_way -= 1;
            } else {
                findings.add(
                    "CAUSE",
                    format!("message {} arrives or gets lost twice", entry.cause.0),
                );
            }
            *passage = Passage::Settled;
        }
    }

    /// A client asks once, is answered once, and hears the answer once (W-10).
    fn track_request(&mut self, entry: &Entry<Event>, findings: &mut Findings) {
        let (request, decides, write) = match entry.event {
            Event::Asked {
                request,
                write,
                row,
                ..
            } => {
                if self.requests.len() <= request.0 as usize {
                    self.requests
                        .resize(request.0 as usize + 1, Progress::default());
                }
                let progress = &mut self.requests[request.0 as usize];
                if progress.asked {
                    findings.add("W-10", format!("request {} is asked twice", request.0));
                }
                *progress = Progress {
                    asked: true,
                    write,
                    many: row == 0,
                    ..Progress::default()
                };
                self.unanswered += 1;
                return;
            }
            Event::Database(
                Happening::CommitAcknowledged { request, .. } | Happening::PageFull { request, .. },
            ) => (request, true, true),
            Event::Database(Happening::TransactionEnded { request, .. }) => (request, true, false),
            Event::Database(
                Happening::ReadAnswered { request, .. } | Happening::ReaderAnswered { request, .. },
            ) => (request, true, false),
            Event::Delivered {
                to: Address::Instance(_) | Address::Reader(_),
                ..
            } => {
                if let Some(Message::Ask(request)) = self.message(entry.cause)
                    && let Some(progress) = self.requests.get_mut(request.0 as usize)
                {
                    progress.arrived += 1;
                }
                return;
            }
            Event::Delivered {
                to: Address::Client(_),
                ..
            } => match self.message(entry.cause) {
                Some(Message::Answer(request)) => (request, false, false),
                _ => return,
            },
            _ => return,
        };
        let Some(progress) = self
            .requests
            .get_mut(request.0 as usize)
            .filter(|progress| progress.asked)
        else {
            findings.add("W-10", format!("request {} was never asked", request.0));
            return;
        };
        // What one statement of several finds is no answer yet.
        let in_between = matches!(
            entry.event,
            Event::Database(Happening::ReadAnswered { .. } | Happening::PageFull { .. })
        );
        if progress.many && in_between {
            return;
        }
        if decides {
            progress.decided += 1;
            if progress.decided > progress.arrived || !progress.many && progress.write != write {
                findings.add(
                    "W-10",
                    format!(
                        "request {} is decided twice, or as what it is not",
                        request.0
                    ),
                );
            }
        } else {
            if progress.answered || progress.decided == 0 {
                findings.add(
                    "W-10",
                    format!(
                        "a client hears of request {} twice, or too early",
                        request.0
                    ),
                );
            }
            if !progress.answered {
                self.unanswered -= 1;
            }
            progress.answered = true;
        }
    }

    pub fn rest(&self, findings: &mut Findings) {
        if self.unanswered > 0 {
            let first = self
                .requests
                .iter()
                .position(|progress| progress.asked && !progress.answered);
            findings.add(
                "REST",
                format!(
                    "{} requests have no answer, the first is {first:?}",
                    self.unanswered
                ),
            );
        }
        if self.on_their_way > 0 {
            findings.add(
                "REST",
                format!("{} messages are still on their way", self.on_their_way),
            );
        }
    }
}

/// Whether `cause` can bring `event` about. `message` is what was sent, if the cause is its sending, arrival or loss.
fn makes_sense(
    event: &Event,
    cause: &Event,
    message: Option<Message>,
    holdings: &Holdings,
) -> bool {
    // The message that arrived at a machine, if that is the cause.
    let arrived = |at: Address| match cause {
        Event::Delivered { to, .. } if *to == at => message,
        _ => None,
    };
    match *event {
        Event::Delivered { from, to } | Event::Lost { from, to, .. } => {
            matches!(*cause, Event::Sent { from: f, to: t, .. } if (f, t) == (from, to))
        }
        Event::Sent {
            from,
            to,
            message: said,
        } => {
            let repeated = matches!(*cause, Event::Lost { from: f, to: t, .. } if (f, t) == (from, to))
                && message == Some(said)
                && matches!(said, Message::Answer(_));
            // A client asks again what was lost, or was being worked on by an instance that is gone, or whose answer
            // nobody repeats.
            let asked_again = matches!(said, Message::Ask(_))
                && match *cause {
                    Event::Lost { .. } => match (message, said) {
                        (Some(Message::Ask(lost) | Message::Answer(lost)), Message::Ask(again)) => {
                            lost == again
                        }
                        _ => false,
                    },
                    Event::Connected { .. }
                    | Event::ConnectionBroke { .. }
                    | Event::WriterCrashed { .. }
                    | Event::WriterStarted { .. }
                    | Event::WriterDemoted { .. }
                    | Event::ReaderStopped { .. }
                    | Event::PromotionBegan { .. }
                    | Event::Cluster(_)
                    | Event::Database(Happening::WriterFenced { .. }) => true,
                    _ => false,
                };
            let repeated = repeated || asked_again;
            repeated || is_said_because(from, to, said, cause, arrived(from), holdings)
        }
        Event::Database(what) => happens_because(what, cause, &arrived, holdings),
        Event::AbilityChanged { group, .. } => match *cause {
            Event::CopyStopped { segment } | Event::CopyRestarted { segment } => {
                segment.group() == group
            }
            Event::Database(Happening::MembersProposed { group: of, .. }) => of == group,
            _ => matches!(
                cause,
                Event::Database(Happening::GroupAdded { .. })
                    | Event::CopyCut { .. }
                    | Event::CopyHealed { .. }
                    | Event::ZoneCut { .. }
                    | Event::ZoneHealed { .. }
                    | Event::WriterStarted { .. }
            ),
        },
        Event::HotFound { segment, .. } => {
            matches!(*cause, Event::Database(Happening::Persisted { segment: of, .. }) if of == segment)
        }
        Event::ReplacementBegan { segment, why } => {
            why == ReplaceWhy::Hot
                && matches!(*cause, Event::HotFound { segment: hot, .. } if hot == segment)
        }
        Event::WriterStarted { .. } | Event::PromotionBegan { .. } => {
            is_promoted(cause)
                || matches!(cause, Event::PromotionBegan { .. })
                    && matches!(event, Event::WriterStarted { .. })
        }
        // Where all readers restart with the writer.
        Event::ReaderStopped { .. } => {
            is_promoted(cause) || matches!(cause, Event::PromotionBegan { .. } | Event::Cluster(_))
        }
        Event::Cluster(what) => cluster::makes_sense(&what, cause),
        Event::Connected { .. } => matches!(message, Some(Message::Ask(_))),
        Event::ConnectionBroke { .. } => {
            is_of_cluster(cause) || matches!(message, Some(Message::Ask(_) | Message::Answer(_)))
        }
        Event::WriterDemoted { .. } | Event::ReaderRestarted { .. } => is_of_cluster(cause),
        Event::EndpointMoved { reader } => {
            matches!(
                cause,
                Event::Database(Happening::VolumeOpened { .. }) | Event::ZoneHealed { .. }
            ) || matches!(*cause, Event::EndpointMoved { reader: to } if to == reader)
        }
        _ => false,
    }
}

/// Whether a machine has a reason to say this. `arrived` is the message it has just received, if that is the cause.
fn is_said_because(
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

/// Whether redo of another Region has come.
fn is_redo(event: &Event) -> bool {
    matches!(event, Event::Region(RegionEvent::RedoArrived { .. }))
}

/// Whether this is somebody's being chosen.
fn is_promoted(event: &Event) -> bool {
    matches!(event, Event::Database(Happening::SuccessorChosen { .. }))
}

/// Whether this changes who runs in a cluster, and who can be reached.
fn is_of_cluster(event: &Event) -> bool {
    matches!(
        event,
        Event::RunBegan { .. }
            | Event::WriterCrashed { .. }
            | Event::WriterStarted { .. }
            | Event::WriterDemoted { .. }
            | Event::PromotionBegan { .. }
            | Event::ReaderStopped { .. }
            | Event::ReaderRestarted { .. }
            | Event::ReaderAdded { .. }
            | Event::FailoverAsked { .. }
            | Event::Cluster(_)
            | Event::ZoneCut { .. }
            | Event::ZoneHealed { .. }
            | Event::Region(_)
            | Event::Database(
                Happening::WriterFailed { .. }
                    | Happening::NoSuccessor { .. }
                    | Happening::ClusterStranded
                    | Happening::SuccessorChosen { .. }
                    | Happening::VolumeOpened { .. }
                    | Happening::WriterFenced { .. }
            )
    )
}

/// Whether an event took place at a reader.
fn is_of_reader(event: &Event, reader: Address) -> bool {
    match *event {
        Event::Delivered { to, .. } => to == reader,
        Event::Database(
            Happening::ReaderBegan { reader: id, .. }
            | Happening::ReaderMoved { reader: id, .. }
            | Happening::ReaderReadBegan { reader: id, .. }
            | Happening::ReaderAnswered { reader: id, .. },
        ) => Address::Reader(id) == reader,
        Event::Database(Happening::ImageDamaged { .. }) => true,
        _ => false,
    }
}

/// Whether an event took place at a copy.
fn is_at(event: &Event, copy: Address) -> bool {
    let is_it = |segment: SegmentId| Address::Segment(segment) == copy;
    match *event {
        Event::Delivered { to, .. } => to == copy,
        Event::CopyRestarted { segment } | Event::PageDamaged { segment, .. } => is_it(segment),
        Event::BackgroundResumed { copy: resumed } => match copy {
            Address::Segment(id) => resumed.is_none_or(|resumed| resumed == id.copy()),
            _ => false,
        },
        Event::Database(
            Happening::Persisted { segment, .. }
            | Happening::PageBuilt { segment, .. }
            | Happening::Refused { segment, .. }
            | Happening::EpochLearnt { segment, .. }
            | Happening::Coalesced { segment, .. }
            | Happening::Staged { segment, .. }
            | Happening::Collected { segment, .. }
            | Happening::Scrubbed { segment, .. }
            | Happening::DamageFound { segment, .. }
            | Happening::PageRepaired { segment, .. }
            | Happening::IntakeThrottled { segment, .. }
            | Happening::BaseCopied { segment, .. }
            | Happening::Fenced { segment, .. }
            | Happening::RangeWritten { segment, .. }
            | Happening::EpochRaised { segment, .. }
            | Happening::Hydrated { segment, .. },
        ) => is_it(segment),
        _ => false,
    }
}

/// Whether this can have come of that inside the database.
fn happens_because(
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
                    Event::Database(_) | Event::LongReadEnded { .. } | Event::WriterStarted { .. }
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
        // From storage, or from the cache.
        Happening::ReadAnswered { request, .. } => {
            matches!(at_writer(), Some(Message::PageImage { request: r, .. } | Message::Ask(r)) if r == request)
                || matches!(*cause, Event::Database(Happening::StatementBegan { request: r, .. }) if r == request)
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
            matches!(at_reader(reader), Some(Message::PageImage { request: r, .. } | Message::Ask(r)) if r == request)
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
fn goes_on(cause: &Event) -> bool {
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
