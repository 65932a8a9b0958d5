//! Reasons: the chain of events behind an event, each with the fact it rests on.

use base::{EventId, Phrase, RegionId, SimTime};
use world::{Ability, ChosenWhy, Event, Happening, Message, World};

use crate::Tone;
use crate::line::{LineKind, line};

/// Steps a chain is followed back at most.
pub(crate) const STEPS_MAX: usize = 64;

/// One step of a reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhyStep {
    /// The event it is about, to go to.
    pub event: Option<EventId>,
    /// In a global database, the Region in whose journal the event stands; nothing for the one between Regions.
    pub place: Option<RegionId>,
    /// When that was, or now.
    pub at: SimTime,
    /// What is so.
    pub phrase: Phrase,
    /// How it is meant.
    pub tone: Tone,
    /// The fact it rests on, by its ID.
    pub fact: Option<&'static str>,
}

/// A question and its answer, step by step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// What is asked.
    pub question: Phrase,
    /// The answer.
    pub steps: Vec<WhyStep>,
}

/// Why an event happened: the event, what brought it about, what brought that about, back to the beginning of
/// its story or of what the journal remembers. `None` if the journal does not remember the event.
#[inline(never)]
pub fn why(world: &World, id: EventId) -> Option<Why> {
    chain(id, |id| {
        let (said, entry) = (line(world, id)?, world.journal().get(id)?);
        let step = WhyStep {
            event: Some(id),
            place: None,
            at: said.at,
            phrase: said.phrase,
            tone: tone_of(said.kind, &entry.event),
            fact: fact_of(&entry.event),
        };
        Some((step, entry.cause))
    })
}

/// The chain that leads back from an event; `told` says what there is to say of one, and which brought it about: itself
/// if it is a beginning.
pub(crate) fn chain(
    id: EventId,
    told: impl Fn(EventId) -> Option<(WhyStep, EventId)>,
) -> Option<Why> {
    let mut steps = Vec::new();
    let mut next = Some(id);
    while let Some(id) = next
        && steps.len() < STEPS_MAX
        && let Some((step, cause)) = told(id)
    {
        steps.push(step);
        next = (cause != id).then_some(cause);
    }
    let asked = steps.first()?.phrase.clone();
    Some(Why {
        question: Phrase::new("why-event").with("event", asked),
        steps,
    })
}

fn tone_of(kind: LineKind, event: &Event) -> Tone {
    match (kind, event) {
        (
            _,
            Event::CopyRestarted { .. }
            | Event::CopyHealed { .. }
            | Event::ZoneHealed { .. }
            | Event::PatchEnded { .. }
            | Event::ReplacementTakenBack { .. },
        ) => Tone::Good,
        (_, Event::Lost { .. }) | (LineKind::Fault, _) => Tone::Fault,
        (_, Event::Database(Happening::CommitQueued { .. })) => Tone::Waiting,
        (LineKind::Commit | LineKind::Point, _) => Tone::Good,
        (LineKind::Read, _) => Tone::Read,
        _ => Tone::Quiet,
    }
}

/// The fact about what a group can do.
pub(crate) fn fact_of_ability(ability: Ability) -> &'static str {
    match ability {
        Ability::ReadWrite => "Q-7",
        Ability::ReadOnly => "Q-8",
        Ability::Unavailable => "Q-9",
    }
}

/// The fact an event is an instance of.
pub(crate) fn fact_of(event: &Event) -> Option<&'static str> {
    Some(match event {
        Event::Sent { message, .. } => match message {
            Message::Write(_) => "W-3",
            Message::Ack { .. } | Message::Report { .. } => "L-5",
            Message::Compare { .. } | Message::Same { .. } | Message::Lack { .. } => "S-15",
            Message::Fill(_) => "S-4",
            Message::ReadPage { .. } => "R-1",
            Message::PageImage { .. } => "S-5",
            Message::NotThatFar { .. } => "S-19",
            Message::TooFarBack { .. } => "S-19",
            Message::Unreadable { .. } => "S-8",
            Message::Horizon(_) => "R-11",
            Message::LackPage { .. } | Message::PeerPage { .. } => "S-17",
            Message::Follow | Message::Begin { .. } => "RP-1",
            Message::Redo { .. } => "W-13",
            Message::Heard { .. } => "R-11",
            Message::Stale { .. } => "M-4",
            Message::Members { .. } | Message::MembersKept { .. } => "M-3",
            Message::CopyPage { .. } | Message::PageCopy { .. } => "M-26",
            Message::AreYouFull { .. } | Message::Full { .. } => "M-13",
            Message::Survey { .. } | Message::Surveyed { .. } => "C-2",
            Message::Truncate { .. } | Message::Truncated { .. } => "C-5",
            Message::RaiseEpoch { .. } | Message::EpochRaised { .. } => "C-10",
            Message::Pass { .. } => "C-13",
            Message::Ask(_) | Message::Answer(_) => return None,
        },
        Event::CopyStopped { .. } => "Q-17",
        Event::ZoneCut { .. } => "Q-5",
        Event::ReplacementBegan { why, .. } => match why {
            world::ReplaceWhy::Hot => "Q-18",
            _ => "M-9",
        },
        Event::HotFound { .. } => "Q-18",
        Event::ReplacementTakenBack { .. } => "M-6",
        Event::PatchBegan { .. } | Event::PatchEnded { .. } => "Q-19",
        Event::BackgroundPaused { .. } => "S-10",
        Event::PageDamaged { .. } => "S-8",
        Event::LongReadEnded { .. } => "R-12",
        Event::PromotionBegan { .. } => "F-10",
        Event::WriterDemoted { .. } => "F-12",
        Event::EndpointMoved { .. } => "F-11",
        Event::Connected { .. } => "I-6",
        Event::ConnectionBroke { .. } => "F-9",
        Event::FailoverAsked { .. } => "F-15",
        Event::TierSet { .. } => "F-3",
        Event::ReaderAdded { .. } => "I-4",
        Event::Cluster(what) => crate::cluster_line::fact(what),
        Event::AbilityChanged { ability, .. } => fact_of_ability(*ability),
        Event::Region(what) => crate::region::fact(*what),
        Event::Database(what) => match what {
            Happening::RecordMade { .. } => "L-2",
            Happening::StatementBegan { .. } | Happening::RowWritten { .. } => "L-13",
            Happening::LockAwaited { .. } => "W-2",
            Happening::CommitShared { .. } => "L-13",
            Happening::RollbackBegan { .. } | Happening::TransactionEnded { .. } => "W-2",
            Happening::CommitQueued { .. } => "W-7",
            Happening::AllocationHeld { .. } => "L-15",
            Happening::Persisted { .. } => "S-2",
            Happening::SclHeard { .. } => "L-5",
            Happening::PgclMoved { .. } => "L-6",
            Happening::VclMoved { .. } => "L-7",
            Happening::VdlMoved { .. } => "L-11",
            Happening::CommitAcknowledged { .. } => "W-8",
            Happening::ReadBegan { .. } => "R-4",
            Happening::PageBuilt { .. } => "S-5",
            Happening::ReadAnswered { .. } => "R-1",
            Happening::ImageDamaged { .. } => "S-8",
            Happening::HorizonTold { .. } => "R-11",
            Happening::PageEvicted { .. } => "R-7",
            Happening::Coalesced { .. } => "S-5",
            Happening::Staged { .. } => "S-6",
            Happening::Collected { .. } => "S-7",
            Happening::Scrubbed { .. } | Happening::DamageFound { .. } => "S-8",
            Happening::PageRepaired { .. } => "S-17",
            Happening::IntakeThrottled { .. } => "S-11",
            Happening::LoadBegan { .. } | Happening::PageLoaded { .. } => "R-1",
            Happening::RecoveryBegan { .. } | Happening::SurveyHeard { .. } => "C-2",
            Happening::Fenced { .. } | Happening::WriterFenced { .. } => "M-2",
            Happening::PgclRecovered { .. } => "C-17",
            Happening::RangeDecided { .. } => "C-6",
            Happening::RangeWritten { .. } => "C-5",
            Happening::EpochRaised { .. } => "C-10",
            Happening::VolumeOpened { .. } => "C-7",
            Happening::UnfinishedFound { .. } | Happening::TxnUndone { .. } => "C-11",
            Happening::Refused { .. } => "M-2",
            Happening::EpochLearnt { .. } => "M-2",
            Happening::WriterRefreshed { .. } => "M-4",
            Happening::GroupAdded { .. } => "Q-21",
            Happening::MembersProposed { members, .. } if members.is_changing() => "M-5",
            Happening::MembersProposed { .. } => "M-6",
            Happening::MembersRecorded { .. } => "M-3",
            Happening::BaseCopied { .. } => "M-26",
            Happening::Hydrated { .. } => "M-13",
            Happening::ReaderJoined { .. } | Happening::ReaderAway { .. } => "R-11",
            Happening::WriterFailed { .. } => "O-2",
            Happening::SuccessorChosen { why, .. } => match why {
                ChosenWhy::Tier => "F-1",
                ChosenWhy::OnlyOne | ChosenWhy::Size | ChosenWhy::Lot => "F-2",
                ChosenWhy::Asked => "F-15",
                ChosenWhy::InPlace => "F-13",
                ChosenWhy::Recreated => "F-6",
            },
            Happening::NoSuccessor { .. } => "F-6",
            Happening::ClusterStranded => "F-7",
            Happening::ReaderBegan { .. } => "RP-1",
            Happening::ReaderMoved { .. } => "RP-4",
            Happening::ReaderReadBegan { .. } | Happening::ReaderAnswered { .. } => "RP-10",
            Happening::PageFull { .. } => return None,
        },
        _ => return None,
    })
}
