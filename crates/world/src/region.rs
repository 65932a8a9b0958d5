//! What a Region's place in a global database brings about in its cluster.

use base::{InstanceId, Lsn};
use serde::Serialize;

/// Something that happened in a cluster because it belongs to a global database.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RegionEvent {
    /// Redo of the primary Region has come (G-4): this many records, the last of them `upto`.
    RedoArrived {
        /// The last record.
        upto: Lsn,
        /// How many there are.
        records: u32,
    },
    /// What takes in the redo of the primary Region opens the volume, in an epoch of its own.
    AgentStarted {
        /// It sits where a writer would.
        instance: InstanceId,
    },
    /// It takes in no more: this Region is to write itself.
    AgentEnded {
        /// It sat where a writer would.
        instance: InstanceId,
    },
    /// The cluster takes no writes from now on (G-21b).
    WritesStopped,
    /// It takes writes again.
    WritesResumed,
    /// Durable commits wait: every secondary Region lags by the RPO limit or more (G-51).
    CommitsHeld,
    /// They wait no longer (G-52).
    CommitsReleased,
    /// The whole Region goes dark.
    WentDark,
    /// The Region is back.
    CameBack,
}
