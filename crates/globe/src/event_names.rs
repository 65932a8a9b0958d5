//! What happens between Regions, by name, and where.

use base::RegionId;

use crate::event::GlobalEvent;

impl GlobalEvent {
    /// The names of all events.
    pub const NAMES: &[&str] = &[
        "run_began",
        "cluster_made",
        "cluster_deleted",
        "redo_sent",
        "redo_arrived",
        "progress_heard",
        "link_cut",
        "link_healed",
        "link_slowed",
        "region_down",
        "region_up",
        "rpo_set",
        "commits_held",
        "commits_released",
        "switchover_began",
        "writes_done",
        "in_step",
        "switchover_cancelled",
        "switchover_taken_back",
        "promotion_began",
        "primary_opened",
        "failover_began",
        "fencing_succeeded",
        "fencing_timed_out",
        "commit_lost",
        "rebuild_began",
        "rebuild_done",
        "snapshot_taken",
        "snapshot_failed",
        "snapshot_copied",
        "snapshot_expired",
        "detached",
        "split_brain",
        "writes_closed",
        "app_pointed",
        "app_turned",
        "app_stopped",
        "forwarding_set",
        "forwarded",
        "forward_answered",
        "instance_added",
        "endpoint_moved",
        "failover_given_up",
        "readers_turned",
        "readers_stopped",
        "era_set",
        "forward_idle",
    ];

    /// The name it goes by in files.
    pub const fn name(&self) -> &'static str {
        GlobalEvent::NAMES[self.place()]
    }

    /// The Region it is about: of a change, the one that is to lead; of a link, none.
    pub const fn region(&self) -> Option<RegionId> {
        Some(match *self {
            GlobalEvent::ClusterMade { region, .. }
            | GlobalEvent::ClusterDeleted { region, .. }
            | GlobalEvent::RedoArrived { region, .. }
            | GlobalEvent::ProgressHeard { region, .. }
            | GlobalEvent::RegionDown { region, .. }
            | GlobalEvent::RegionUp { region, .. }
            | GlobalEvent::RpoSet { region, .. }
            | GlobalEvent::CommitsHeld { region, .. }
            | GlobalEvent::CommitsReleased { region, .. }
            | GlobalEvent::WritesDone { region, .. }
            | GlobalEvent::InStep { region, .. }
            | GlobalEvent::SwitchoverTakenBack { region, .. }
            | GlobalEvent::PromotionBegan { region, .. }
            | GlobalEvent::PrimaryOpened { region, .. }
            | GlobalEvent::FencingSucceeded { region, .. }
            | GlobalEvent::FencingTimedOut { region, .. }
            | GlobalEvent::CommitLost { region, .. }
            | GlobalEvent::RebuildBegan { region, .. }
            | GlobalEvent::RebuildDone { region, .. }
            | GlobalEvent::SnapshotTaken { region, .. }
            | GlobalEvent::SnapshotFailed { region, .. }
            | GlobalEvent::SnapshotCopied { region, .. }
            | GlobalEvent::SnapshotExpired { region, .. }
            | GlobalEvent::Detached { region, .. }
            | GlobalEvent::WritesClosed { region, .. }
            | GlobalEvent::AppTurned { region, .. }
            | GlobalEvent::ForwardingSet { region, .. }
            | GlobalEvent::Forwarded { region, .. }
            | GlobalEvent::ForwardAnswered { region, .. }
            | GlobalEvent::ForwardIdle { region, .. }
            | GlobalEvent::InstanceAdded { region, .. }
            | GlobalEvent::EndpointMoved { region, .. } => region,
            GlobalEvent::RedoSent { to, .. }
            | GlobalEvent::SwitchoverBegan { to, .. }
            | GlobalEvent::SwitchoverCancelled { to, .. }
            | GlobalEvent::FailoverBegan { to, .. }
            | GlobalEvent::FailoverGivenUp { to, .. } => to,
            GlobalEvent::ReadersTurned { home, .. } | GlobalEvent::ReadersStopped { home } => home,
            GlobalEvent::RunBegan { .. }
            | GlobalEvent::EraSet { .. }
            | GlobalEvent::LinkCut { .. }
            | GlobalEvent::LinkHealed { .. }
            | GlobalEvent::LinkSlowed { .. }
            | GlobalEvent::SplitBrain { .. }
            | GlobalEvent::AppPointed { .. }
            | GlobalEvent::AppStopped => return None,
        })
    }

    const fn place(&self) -> usize {
        match self {
            GlobalEvent::RunBegan { .. } => 0,
            GlobalEvent::ClusterMade { .. } => 1,
            GlobalEvent::ClusterDeleted { .. } => 2,
            GlobalEvent::RedoSent { .. } => 3,
            GlobalEvent::RedoArrived { .. } => 4,
            GlobalEvent::ProgressHeard { .. } => 5,
            GlobalEvent::LinkCut { .. } => 6,
            GlobalEvent::LinkHealed { .. } => 7,
            GlobalEvent::LinkSlowed { .. } => 8,
            GlobalEvent::RegionDown { .. } => 9,
            GlobalEvent::RegionUp { .. } => 10,
            GlobalEvent::RpoSet { .. } => 11,
            GlobalEvent::CommitsHeld { .. } => 12,
            GlobalEvent::CommitsReleased { .. } => 13,
            GlobalEvent::SwitchoverBegan { .. } => 14,
            GlobalEvent::WritesDone { .. } => 15,
            GlobalEvent::InStep { .. } => 16,
            GlobalEvent::SwitchoverCancelled { .. } => 17,
            GlobalEvent::SwitchoverTakenBack { .. } => 18,
            GlobalEvent::PromotionBegan { .. } => 19,
            GlobalEvent::PrimaryOpened { .. } => 20,
            GlobalEvent::FailoverBegan { .. } => 21,
            GlobalEvent::FencingSucceeded { .. } => 22,
            GlobalEvent::FencingTimedOut { .. } => 23,
            GlobalEvent::CommitLost { .. } => 24,
            GlobalEvent::RebuildBegan { .. } => 25,
            GlobalEvent::RebuildDone { .. } => 26,
            GlobalEvent::SnapshotTaken { .. } => 27,
            GlobalEvent::SnapshotFailed { .. } => 28,
            GlobalEvent::SnapshotCopied { .. } => 29,
            GlobalEvent::SnapshotExpired { .. } => 30,
            GlobalEvent::Detached { .. } => 31,
            GlobalEvent::SplitBrain { .. } => 32,
            GlobalEvent::WritesClosed { .. } => 33,
            GlobalEvent::AppPointed { .. } => 34,
            GlobalEvent::AppTurned { .. } => 35,
            GlobalEvent::AppStopped => 36,
            GlobalEvent::ForwardingSet { .. } => 37,
            GlobalEvent::Forwarded { .. } => 38,
            GlobalEvent::ForwardAnswered { .. } => 39,
            GlobalEvent::InstanceAdded { .. } => 40,
            GlobalEvent::EndpointMoved { .. } => 41,
            GlobalEvent::FailoverGivenUp { .. } => 42,
            GlobalEvent::ReadersTurned { .. } => 43,
            GlobalEvent::ReadersStopped { .. } => 44,
            GlobalEvent::EraSet { .. } => 45,
            GlobalEvent::ForwardIdle { .. } => 46,
        }
    }
}
