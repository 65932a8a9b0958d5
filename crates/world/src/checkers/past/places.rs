//! At whom an event took place.

use base::{InstanceId, SegmentId};

use crate::{Address, ClusterEvent, Event, Happening, RegionEvent};

/// Whether this is somebody's being chosen.
pub(super) fn is_promoted(event: &Event) -> bool {
    matches!(event, Event::Database(Happening::SuccessorChosen { .. }))
}

/// Whether this changes who runs in a cluster, and who can be reached.
pub(super) fn is_of_cluster(event: &Event) -> bool {
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

/// The instance whose database process, or the part of it that writes, begins or ends with an event.
pub(in crate::checkers) fn process_of(event: &Event) -> Option<InstanceId> {
    match *event {
        Event::WriterCrashed { instance }
        | Event::WriterStarted { instance, .. }
        | Event::WriterDemoted { instance }
        | Event::Cluster(ClusterEvent::WriterEnded { instance })
        | Event::Region(
            RegionEvent::AgentStarted { instance } | RegionEvent::AgentEnded { instance },
        ) => Some(instance),
        _ => None,
    }
}

/// Whether an event took place at a reader.
pub(super) fn is_of_reader(event: &Event, reader: Address) -> bool {
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
pub(super) fn is_at(event: &Event, copy: Address) -> bool {
    let is_it = |segment: SegmentId| Address::Segment(segment) == copy;
    match *event {
        Event::Delivered { to, .. } => to == copy,
        Event::CopyRestarted { segment } | Event::PageDamaged { segment, .. } => is_it(segment),
        Event::BackgroundResumed { copy: resumed } => match copy {
            Address::Segment(id) => resumed.is_none_or(|resumed| resumed == id.copy()),
            _ => false,
        },
        Event::Database(what) => segment_of(what).is_some_and(is_it),
        _ => false,
    }
}

/// The segment something happens at, if it says so itself.
pub(in crate::checkers) fn segment_of(what: Happening) -> Option<SegmentId> {
    match what {
        Happening::Persisted { segment, .. }
        | Happening::PageBuilt { segment, .. }
        | Happening::BaseCopied { segment, .. }
        | Happening::Refused { segment, .. }
        | Happening::EpochLearnt { segment, .. }
        | Happening::Fenced { segment, .. }
        | Happening::RangeWritten { segment, .. }
        | Happening::EpochRaised { segment, .. }
        | Happening::Coalesced { segment, .. }
        | Happening::Staged { segment, .. }
        | Happening::Collected { segment, .. }
        | Happening::Scrubbed { segment, .. }
        | Happening::DamageFound { segment, .. }
        | Happening::PageRepaired { segment, .. }
        | Happening::IntakeThrottled { segment, .. } => Some(segment),
        _ => None,
    }
}
