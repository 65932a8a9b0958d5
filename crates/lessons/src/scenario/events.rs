//! The names of events and messages, as expectations and the journal's text form use them.

use base::{CopyId, GroupId, PageId, SegmentId, ZoneId};
use serde::{Deserialize, Serialize};
use world::{Address, ClusterEvent, Event, Happening, Message, RegionEvent, Site};

macro_rules! names {
    ($(#[$doc:meta])* $name:ident: $($variant:ident $text:literal)*) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[expect(missing_docs, reason = "each name is that of the variant it stands for")]
        pub enum $name {
            $(#[serde(rename = $text)] $variant,)*
        }

        impl $name {
            /// The name as it stands in files and in the journal's text form.
            pub const fn name(self) -> &'static str {
                match self {
                    $($name::$variant => $text,)*
                }
            }
        }
    };
}

names! {
    /// The kinds of [`Event`], those inside the database ([`Happening`]) included.
    EventName:
    RunBegan "run_began"
    Asked "asked"
    Sent "sent"
    Delivered "delivered"
    Lost "lost"
    CopyStopped "copy_stopped"
    CopyRestarted "copy_restarted"
    CopyCut "copy_cut"
    CopyHealed "copy_healed"
    ZoneCut "zone_cut"
    ZoneHealed "zone_healed"
    CopySlowed "copy_slowed"
    LinkSlowed "link_slowed"
    LossSet "loss_set"
    BackgroundPaused "background_paused"
    BackgroundResumed "background_resumed"
    PageDamaged "page_damaged"
    LongReadEnded "long_read_ended"
    WriterCrashed "writer_crashed"
    WriterStarted "writer_started"
    ReaderStopped "reader_stopped"
    ReaderRestarted "reader_restarted"
    LoadStarted "load_started"
    LoadStopped "load_stopped"
    CommandRefused "command_refused"
    AbilityChanged "ability_changed"
    ReplacementBegan "replacement_began"
    HotFound "hot_found"
    ReplacementTakenBack "replacement_taken_back"
    PatchBegan "patch_began"
    PatchEnded "patch_ended"
    RecordMade "record_made"
    StatementBegan "statement_began"
    RowWritten "row_written"
    LockAwaited "lock_awaited"
    CommitShared "commit_shared"
    RollbackBegan "rollback_began"
    TransactionEnded "transaction_ended"
    CommitQueued "commit_queued"
    AllocationHeld "allocation_held"
    Persisted "persisted"
    SclHeard "scl_heard"
    PgclMoved "pgcl_moved"
    VclMoved "vcl_moved"
    VdlMoved "vdl_moved"
    CommitAcknowledged "commit_acknowledged"
    ReadBegan "read_began"
    PageBuilt "page_built"
    ReadAnswered "read_answered"
    GroupAdded "group_added"
    PageFull "page_full"
    ImageDamaged "image_damaged"
    HorizonTold "horizon_told"
    PageEvicted "page_evicted"
    Coalesced "coalesced"
    Staged "staged"
    Collected "collected"
    Scrubbed "scrubbed"
    DamageFound "damage_found"
    PageRepaired "page_repaired"
    IntakeThrottled "intake_throttled"
    LoadBegan "load_began"
    PageLoaded "page_loaded"
    RecoveryBegan "recovery_began"
    Fenced "fenced"
    SurveyHeard "survey_heard"
    PgclRecovered "pgcl_recovered"
    RangeDecided "range_decided"
    RangeWritten "range_written"
    EpochRaised "epoch_raised"
    VolumeOpened "volume_opened"
    WriterFenced "writer_fenced"
    UnfinishedFound "unfinished_found"
    TxnUndone "txn_undone"
    PromotionBegan "promotion_began"
    WriterDemoted "writer_demoted"
    EndpointMoved "endpoint_moved"
    Connected "connected"
    ConnectionBroke "connection_broke"
    FailoverAsked "failover_asked"
    TierSet "tier_set"
    ReaderAdded "reader_added"
    InstanceLeaves "instance_leaves"
    InstanceRemoved "instance_removed"
    InstancePatched "instance_patched"
    PatchingBegan "patching_began"
    EngineRestarts "engine_restarts"
    WriterEnded "writer_ended"
    ClusterStarted "cluster_started"
    ClusterStopped "cluster_stopped"
    InstanceModified "instance_modified"
    EndpointCreated "endpoint_created"
    EndpointEdited "endpoint_edited"
    EndpointDeleted "endpoint_deleted"
    ClientsToldName "clients_told_name"
    NobodyThere "nobody_there"
    PeerSilent "peer_silent"
    ScalingWaits "scaling_waits"
    ScalingSet "scaling_set"
    ScalingRemoved "scaling_removed"
    ScaledOut "scaled_out"
    ScaledIn "scaled_in"
    CacheManagementSet "cache_management_set"
    CacheManagementOn "cache_management_on"
    CacheManagementOff "cache_management_off"
    CacheScanned "cache_scanned"
    WriterFailed "writer_failed"
    SuccessorChosen "successor_chosen"
    NoSuccessor "no_successor"
    ClusterStranded "cluster_stranded"
    ReaderJoined "reader_joined"
    ReaderAway "reader_away"
    ReaderBegan "reader_began"
    ReaderMoved "reader_moved"
    ReaderReadBegan "reader_read_began"
    ReaderAnswered "reader_answered"
    Refused "refused"
    EpochLearnt "epoch_learnt"
    WriterRefreshed "writer_refreshed"
    MembersProposed "members_proposed"
    MembersRecorded "members_recorded"
    BaseCopied "base_copied"
    Hydrated "hydrated"
    RedoArrived "redo_arrived"
    AgentStarted "agent_started"
    AgentEnded "agent_ended"
    WritesStopped "writes_stopped"
    WritesResumed "writes_resumed"
    CommitsHeld "commits_held"
    CommitsReleased "commits_released"
    WentDark "went_dark"
    CameBack "came_back"
}

names! {
    /// The kinds of [`Message`].
    MessageName:
    Ask "ask"
    Answer "answer"
    Write "write"
    Ack "ack"
    Report "report"
    Compare "compare"
    Same "same"
    Lack "lack"
    Fill "fill"
    ReadPage "read_page"
    PageImage "page_image"
    NotThatFar "not_that_far"
    TooFarBack "too_far_back"
    Unreadable "unreadable"
    Horizon "horizon"
    LackPage "lack_page"
    PeerPage "peer_page"
    Stale "stale"
    Members "members"
    MembersKept "members_kept"
    CopyPage "copy_page"
    PageCopy "page_copy"
    AreYouFull "are_you_full"
    Full "full"
    Survey "survey"
    Surveyed "surveyed"
    Truncate "truncate"
    Truncated "truncated"
    RaiseEpoch "raise_epoch"
    EpochRaised "epoch_raised"
    Pass "pass"
    Follow "follow"
    Begin "begin"
    Redo "redo"
    Heard "heard"
}

impl EventName {
    fn of_region(event: RegionEvent) -> EventName {
        match event {
            RegionEvent::RedoArrived { .. } => EventName::RedoArrived,
            RegionEvent::AgentStarted { .. } => EventName::AgentStarted,
            RegionEvent::AgentEnded { .. } => EventName::AgentEnded,
            RegionEvent::WritesStopped => EventName::WritesStopped,
            RegionEvent::WritesResumed => EventName::WritesResumed,
            RegionEvent::CommitsHeld => EventName::CommitsHeld,
            RegionEvent::CommitsReleased => EventName::CommitsReleased,
            RegionEvent::WentDark => EventName::WentDark,
            RegionEvent::CameBack => EventName::CameBack,
        }
    }

    /// The name of an event.
    pub fn of(event: &Event) -> EventName {
        match event {
            Event::Region(what) => EventName::of_region(*what),
            Event::RunBegan { .. } => EventName::RunBegan,
            Event::Asked { .. } => EventName::Asked,
            Event::Sent { .. } => EventName::Sent,
            Event::PromotionBegan { .. } => EventName::PromotionBegan,
            Event::WriterDemoted { .. } => EventName::WriterDemoted,
            Event::EndpointMoved { .. } => EventName::EndpointMoved,
            Event::Connected { .. } => EventName::Connected,
            Event::ConnectionBroke { .. } => EventName::ConnectionBroke,
            Event::FailoverAsked { .. } => EventName::FailoverAsked,
            Event::TierSet { .. } => EventName::TierSet,
            Event::ReaderAdded { .. } => EventName::ReaderAdded,
            Event::Delivered { .. } => EventName::Delivered,
            Event::Lost { .. } => EventName::Lost,
            Event::CopyStopped { .. } => EventName::CopyStopped,
            Event::CopyRestarted { .. } => EventName::CopyRestarted,
            Event::CopyCut { .. } => EventName::CopyCut,
            Event::CopyHealed { .. } => EventName::CopyHealed,
            Event::ZoneCut { .. } => EventName::ZoneCut,
            Event::ZoneHealed { .. } => EventName::ZoneHealed,
            Event::CopySlowed { .. } => EventName::CopySlowed,
            Event::LinkSlowed { .. } => EventName::LinkSlowed,
            Event::LossSet { .. } => EventName::LossSet,
            Event::BackgroundPaused { .. } => EventName::BackgroundPaused,
            Event::BackgroundResumed { .. } => EventName::BackgroundResumed,
            Event::PageDamaged { .. } => EventName::PageDamaged,
            Event::LongReadEnded { .. } => EventName::LongReadEnded,
            Event::WriterCrashed { .. } => EventName::WriterCrashed,
            Event::WriterStarted { .. } => EventName::WriterStarted,
            Event::ReaderStopped { .. } => EventName::ReaderStopped,
            Event::ReaderRestarted { .. } => EventName::ReaderRestarted,
            Event::LoadStarted => EventName::LoadStarted,
            Event::LoadStopped => EventName::LoadStopped,
            Event::CommandRefused { .. } => EventName::CommandRefused,
            Event::AbilityChanged { .. } => EventName::AbilityChanged,
            Event::ReplacementBegan { .. } => EventName::ReplacementBegan,
            Event::HotFound { .. } => EventName::HotFound,
            Event::ReplacementTakenBack { .. } => EventName::ReplacementTakenBack,
            Event::PatchBegan { .. } => EventName::PatchBegan,
            Event::PatchEnded { .. } => EventName::PatchEnded,
            Event::Cluster(what) => EventName::of_cluster(what),
            Event::Database(happening) => match happening {
                Happening::RecordMade { .. } => EventName::RecordMade,
                Happening::StatementBegan { .. } => EventName::StatementBegan,
                Happening::RowWritten { .. } => EventName::RowWritten,
                Happening::LockAwaited { .. } => EventName::LockAwaited,
                Happening::CommitShared { .. } => EventName::CommitShared,
                Happening::RollbackBegan { .. } => EventName::RollbackBegan,
                Happening::TransactionEnded { .. } => EventName::TransactionEnded,
                Happening::CommitQueued { .. } => EventName::CommitQueued,
                Happening::AllocationHeld { .. } => EventName::AllocationHeld,
                Happening::Persisted { .. } => EventName::Persisted,
                Happening::SclHeard { .. } => EventName::SclHeard,
                Happening::PgclMoved { .. } => EventName::PgclMoved,
                Happening::VclMoved { .. } => EventName::VclMoved,
                Happening::VdlMoved { .. } => EventName::VdlMoved,
                Happening::CommitAcknowledged { .. } => EventName::CommitAcknowledged,
                Happening::ReadBegan { .. } => EventName::ReadBegan,
                Happening::PageBuilt { .. } => EventName::PageBuilt,
                Happening::ReadAnswered { .. } => EventName::ReadAnswered,
                Happening::GroupAdded { .. } => EventName::GroupAdded,
                Happening::PageFull { .. } => EventName::PageFull,
                Happening::ImageDamaged { .. } => EventName::ImageDamaged,
                Happening::HorizonTold { .. } => EventName::HorizonTold,
                Happening::PageEvicted { .. } => EventName::PageEvicted,
                Happening::Coalesced { .. } => EventName::Coalesced,
                Happening::Staged { .. } => EventName::Staged,
                Happening::Collected { .. } => EventName::Collected,
                Happening::Scrubbed { .. } => EventName::Scrubbed,
                Happening::DamageFound { .. } => EventName::DamageFound,
                Happening::PageRepaired { .. } => EventName::PageRepaired,
                Happening::IntakeThrottled { .. } => EventName::IntakeThrottled,
                Happening::LoadBegan { .. } => EventName::LoadBegan,
                Happening::PageLoaded { .. } => EventName::PageLoaded,
                Happening::RecoveryBegan { .. } => EventName::RecoveryBegan,
                Happening::Fenced { .. } => EventName::Fenced,
                Happening::SurveyHeard { .. } => EventName::SurveyHeard,
                Happening::PgclRecovered { .. } => EventName::PgclRecovered,
                Happening::RangeDecided { .. } => EventName::RangeDecided,
                Happening::RangeWritten { .. } => EventName::RangeWritten,
                Happening::EpochRaised { .. } => EventName::EpochRaised,
                Happening::VolumeOpened { .. } => EventName::VolumeOpened,
                Happening::WriterFenced { .. } => EventName::WriterFenced,
                Happening::UnfinishedFound { .. } => EventName::UnfinishedFound,
                Happening::TxnUndone { .. } => EventName::TxnUndone,
                Happening::WriterFailed { .. } => EventName::WriterFailed,
                Happening::SuccessorChosen { .. } => EventName::SuccessorChosen,
                Happening::NoSuccessor { .. } => EventName::NoSuccessor,
                Happening::ClusterStranded => EventName::ClusterStranded,
                Happening::ReaderJoined { .. } => EventName::ReaderJoined,
                Happening::ReaderAway { .. } => EventName::ReaderAway,
                Happening::ReaderBegan { .. } => EventName::ReaderBegan,
                Happening::ReaderMoved { .. } => EventName::ReaderMoved,
                Happening::ReaderReadBegan { .. } => EventName::ReaderReadBegan,
                Happening::ReaderAnswered { .. } => EventName::ReaderAnswered,
                Happening::Refused { .. } => EventName::Refused,
                Happening::EpochLearnt { .. } => EventName::EpochLearnt,
                Happening::WriterRefreshed { .. } => EventName::WriterRefreshed,
                Happening::MembersProposed { .. } => EventName::MembersProposed,
                Happening::MembersRecorded { .. } => EventName::MembersRecorded,
                Happening::BaseCopied { .. } => EventName::BaseCopied,
                Happening::Hydrated { .. } => EventName::Hydrated,
            },
        }
    }
}

impl EventName {
    fn of_cluster(event: &ClusterEvent) -> EventName {
        match event {
            ClusterEvent::InstanceLeaves { .. } => EventName::InstanceLeaves,
            ClusterEvent::InstanceRemoved { .. } => EventName::InstanceRemoved,
            ClusterEvent::InstancePatched { .. } => EventName::InstancePatched,
            ClusterEvent::PatchingBegan { .. } => EventName::PatchingBegan,
            ClusterEvent::EngineRestarts { .. } => EventName::EngineRestarts,
            ClusterEvent::WriterEnded { .. } => EventName::WriterEnded,
            ClusterEvent::ClusterStarted { .. } => EventName::ClusterStarted,
            ClusterEvent::ClusterStopped => EventName::ClusterStopped,
            ClusterEvent::InstanceModified { .. } => EventName::InstanceModified,
            ClusterEvent::EndpointCreated { .. } => EventName::EndpointCreated,
            ClusterEvent::EndpointEdited { .. } => EventName::EndpointEdited,
            ClusterEvent::EndpointDeleted { .. } => EventName::EndpointDeleted,
            ClusterEvent::ClientsToldName { .. } => EventName::ClientsToldName,
            ClusterEvent::NobodyThere { .. } => EventName::NobodyThere,
            ClusterEvent::PeerSilent { .. } => EventName::PeerSilent,
            ClusterEvent::ScalingWaits { .. } => EventName::ScalingWaits,
            ClusterEvent::ScalingSet { .. } => EventName::ScalingSet,
            ClusterEvent::ScalingRemoved { .. } => EventName::ScalingRemoved,
            ClusterEvent::ScaledOut { .. } => EventName::ScaledOut,
            ClusterEvent::ScaledIn { .. } => EventName::ScaledIn,
            ClusterEvent::CacheManagementSet { .. } => EventName::CacheManagementSet,
            ClusterEvent::CacheManagementOn { .. } => EventName::CacheManagementOn,
            ClusterEvent::CacheManagementOff { .. } => EventName::CacheManagementOff,
            ClusterEvent::CacheScanned { .. } => EventName::CacheScanned,
        }
    }
}

impl MessageName {
    /// The name of a message.
    pub fn of(message: &Message) -> MessageName {
        match message {
            Message::Ask(_) => MessageName::Ask,
            Message::Answer(_) => MessageName::Answer,
            Message::Write(_) => MessageName::Write,
            Message::Ack { .. } => MessageName::Ack,
            Message::Report { .. } => MessageName::Report,
            Message::Compare { .. } => MessageName::Compare,
            Message::Same { .. } => MessageName::Same,
            Message::Lack { .. } => MessageName::Lack,
            Message::Fill(_) => MessageName::Fill,
            Message::ReadPage { .. } => MessageName::ReadPage,
            Message::PageImage { .. } => MessageName::PageImage,
            Message::NotThatFar { .. } => MessageName::NotThatFar,
            Message::TooFarBack { .. } => MessageName::TooFarBack,
            Message::Unreadable { .. } => MessageName::Unreadable,
            Message::Horizon(_) => MessageName::Horizon,
            Message::LackPage { .. } => MessageName::LackPage,
            Message::PeerPage { .. } => MessageName::PeerPage,
            Message::Stale { .. } => MessageName::Stale,
            Message::Members { .. } => MessageName::Members,
            Message::MembersKept { .. } => MessageName::MembersKept,
            Message::CopyPage { .. } => MessageName::CopyPage,
            Message::PageCopy { .. } => MessageName::PageCopy,
            Message::AreYouFull { .. } => MessageName::AreYouFull,
            Message::Full { .. } => MessageName::Full,
            Message::Survey { .. } => MessageName::Survey,
            Message::Surveyed { .. } => MessageName::Surveyed,
            Message::Truncate { .. } => MessageName::Truncate,
            Message::Truncated { .. } => MessageName::Truncated,
            Message::RaiseEpoch { .. } => MessageName::RaiseEpoch,
            Message::EpochRaised { .. } => MessageName::EpochRaised,
            Message::Pass { .. } => MessageName::Pass,
            Message::Follow => MessageName::Follow,
            Message::Begin { .. } => MessageName::Begin,
            Message::Redo { .. } => MessageName::Redo,
            Message::Heard { .. } => MessageName::Heard,
        }
    }
}

/// What an event is about, as far as a claim can ask for it.
#[derive(Clone, Copy, Debug, Default)]
pub struct About {
    zone: Option<ZoneId>,
    copies: [Option<CopyId>; 2],
    groups: [Option<GroupId>; 2],
}

impl About {
    /// What this event is about.
    pub fn of(event: &Event) -> About {
        match *event {
            Event::Sent { from, to, .. }
            | Event::Delivered { from, to }
            | Event::Lost { from, to, .. } => {
                let ends = [from, to].map(|end| match end {
                    Address::Segment(segment) => Some(segment),
                    Address::Instance(_)
                    | Address::Reader(_)
                    | Address::Client(_)
                    | Address::ControlPlane => None,
                });
                About {
                    zone: None,
                    copies: ends.map(|end| end.map(SegmentId::copy)),
                    groups: ends.map(|end| end.map(SegmentId::group)),
                }
            }
            Event::CopyStopped { segment }
            | Event::CopyRestarted { segment }
            | Event::ReplacementBegan { segment, .. }
            | Event::HotFound { segment, .. }
            | Event::ReplacementTakenBack { segment, .. }
            | Event::PageDamaged { segment, .. } => About::segment(segment),
            Event::CopyCut { copy }
            | Event::PatchBegan { copy }
            | Event::PatchEnded { copy }
            | Event::CopyHealed { copy }
            | Event::CopySlowed { copy, .. } => About {
                copies: [Some(copy), None],
                ..About::default()
            },
            Event::LossSet { copy, .. }
            | Event::BackgroundPaused { copy }
            | Event::BackgroundResumed { copy } => About {
                copies: [copy, None],
                ..About::default()
            },
            Event::LinkSlowed { from, to, .. } => About {
                copies: [from, to].map(Site::as_copy),
                ..About::default()
            },
            Event::ZoneCut { zone }
            | Event::ZoneHealed { zone }
            | Event::WriterStarted { zone, .. }
            | Event::ReaderAdded { zone, .. } => About {
                zone: Some(zone),
                ..About::default()
            },
            Event::AbilityChanged { group, .. } => About::group(group),
            Event::Database(happening) => About::of_happening(happening),
            Event::RunBegan { .. }
            | Event::Asked { .. }
            | Event::LongReadEnded { .. }
            | Event::WriterCrashed { .. }
            | Event::ReaderStopped { .. }
            | Event::ReaderRestarted { .. }
            | Event::PromotionBegan { .. }
            | Event::WriterDemoted { .. }
            | Event::EndpointMoved { .. }
            | Event::Connected { .. }
            | Event::ConnectionBroke { .. }
            | Event::FailoverAsked { .. }
            | Event::TierSet { .. }
            | Event::Cluster(_)
            | Event::LoadStarted
            | Event::LoadStopped
            | Event::CommandRefused { .. }
            | Event::Region(_) => About::default(),
        }
    }

    fn of_happening(happening: Happening) -> About {
        match happening {
            Happening::Persisted { segment, .. }
            | Happening::SclHeard { segment, .. }
            | Happening::PageBuilt { segment, .. }
            | Happening::ImageDamaged { segment, .. }
            | Happening::Coalesced { segment, .. }
            | Happening::Staged { segment, .. }
            | Happening::Collected { segment, .. }
            | Happening::Scrubbed { segment, .. }
            | Happening::DamageFound { segment, .. }
            | Happening::PageRepaired { segment, .. }
            | Happening::IntakeThrottled { segment, .. }
            | Happening::Fenced { segment, .. }
            | Happening::SurveyHeard { segment, .. }
            | Happening::RangeWritten { segment, .. }
            | Happening::EpochRaised { segment, .. }
            | Happening::Refused { segment, .. }
            | Happening::EpochLearnt { segment, .. }
            | Happening::WriterRefreshed { segment, .. }
            | Happening::BaseCopied { segment, .. }
            | Happening::Hydrated { segment, .. } => About::segment(segment),
            Happening::RecordMade { page, .. }
            | Happening::ReadBegan { page, .. }
            | Happening::ReaderReadBegan { page, .. }
            | Happening::LoadBegan { page, .. }
            | Happening::PageLoaded { page, .. }
            | Happening::PageFull { page, .. }
            | Happening::PageEvicted { page, .. } => About::page(page),
            Happening::PgclMoved { group, .. }
            | Happening::GroupAdded { group, .. }
            | Happening::HorizonTold { group, .. }
            | Happening::MembersProposed { group, .. }
            | Happening::MembersRecorded { group, .. }
            | Happening::PgclRecovered { group, .. }
            | Happening::UnfinishedFound { group, .. } => About::group(group),
            Happening::CommitQueued { .. }
            | Happening::StatementBegan { .. }
            | Happening::RowWritten { .. }
            | Happening::LockAwaited { .. }
            | Happening::CommitShared { .. }
            | Happening::RollbackBegan { .. }
            | Happening::TransactionEnded { .. }
            | Happening::AllocationHeld { .. }
            | Happening::VclMoved { .. }
            | Happening::VdlMoved { .. }
            | Happening::CommitAcknowledged { .. }
            | Happening::RecoveryBegan { .. }
            | Happening::RangeDecided { .. }
            | Happening::VolumeOpened { .. }
            | Happening::WriterFenced { .. }
            | Happening::TxnUndone { .. }
            | Happening::WriterFailed { .. }
            | Happening::SuccessorChosen { .. }
            | Happening::NoSuccessor { .. }
            | Happening::ClusterStranded
            | Happening::ReaderJoined { .. }
            | Happening::ReaderAway { .. }
            | Happening::ReaderBegan { .. }
            | Happening::ReaderMoved { .. }
            | Happening::ReaderAnswered { .. }
            | Happening::ReadAnswered { .. } => About::default(),
        }
    }

    fn segment(segment: SegmentId) -> About {
        About {
            copies: [Some(segment.copy()), None],
            groups: [Some(segment.group()), None],
            ..About::default()
        }
    }

    fn group(group: GroupId) -> About {
        About {
            groups: [Some(group), None],
            ..About::default()
        }
    }

    fn page(page: PageId) -> About {
        About::group(world::group_of(page))
    }

    /// Whether it is about all that is asked for.
    pub fn covers(
        &self,
        zone: Option<ZoneId>,
        copy: Option<CopyId>,
        group: Option<GroupId>,
    ) -> bool {
        (zone.is_none() || self.zone == zone)
            && (copy.is_none() || self.copies.contains(&copy))
            && (group.is_none() || self.groups.contains(&group))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names are those the journal is written with, so a line of it can be copied into an expectation.
    #[test]
    fn names_are_those_of_the_journals_text_form() {
        let lsn = base::Lsn(7);
        for event in [
            Event::LoadStarted,
            Event::ZoneCut { zone: ZoneId(2) },
            Event::Database(Happening::VclMoved { to: lsn }),
            Event::Sent {
                from: Address::Instance(base::InstanceId::FIRST),
                to: Address::Instance(base::InstanceId::FIRST),
                message: Message::Ack { scl: lsn },
            },
        ] {
            let written = serde_json::to_value(event).unwrap();
            let name = EventName::of(&event).name();
            assert!(
                written == name || written.get(name).is_some(),
                "{written} has no {name}"
            );
        }
        let lack = Message::Lack { after: lsn };
        let written = serde_json::to_value(lack).unwrap();
        assert!(written.get(MessageName::of(&lack).name()).is_some());
    }
}
