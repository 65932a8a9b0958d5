//! How fast a storage node's background work goes, and when it begins.

use base::SimSpan;
use serde::{Deserialize, Serialize};

/// Speeds of what a storage node does behind the writer's back (S-9). The sources give none, so all defaults are
/// `[choice]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Pipeline {
    /// Whether there is any background work but gossip. Without it, pages are made for readers only, and log is
    /// kept for ever.
    pub background: bool,
    /// A page gets a new version when its own chain of changes has so many records (S-14).
    pub coalesce_records: u32,
    /// When there is time to spare, shorter chains are made into versions too, this long after the first of them
    /// could have been, in microseconds.
    pub spare_micros: u32,
    /// Records made into page versions in a second.
    pub coalesced_records_per_second: u32,
    /// How long log waits until it is staged to the object store (S-6), in microseconds.
    pub stage_micros: u32,
    /// Records one copy can stage to the object store in a second.
    pub staged_records_per_second: u32,
    /// How often page checksums are checked (S-8), in microseconds.
    pub scrub_micros: u32,
    /// Background work waits until nothing has come in for so long (S-10), in microseconds; 0: while the disk is
    /// busy.
    pub quiet_micros: u32,
    /// With more records than these in no page version yet, intake is throttled (S-11).
    pub backlog_records_max: u32,
    /// Records one copy can fetch from its peers in a second (S-4).
    pub gossiped_records_per_second: u32,
}

impl Default for Pipeline {
    fn default() -> Self {
        Pipeline {
            background: true,
            coalesce_records: 32,
            spare_micros: 500_000,
            coalesced_records_per_second: 2_000_000,
            stage_micros: 1_000_000,
            staged_records_per_second: 1_000_000,
            scrub_micros: 10_000_000,
            quiet_micros: 0,
            backlog_records_max: 1_000_000,
            gossiped_records_per_second: 1_000_000,
        }
    }
}

impl Pipeline {
    /// The default with no background work but gossip.
    pub fn off() -> Pipeline {
        Pipeline {
            background: false,
            ..Pipeline::default()
        }
    }

    /// How long so many records take at so many in a second.
    pub(super) fn span(records: u32, per_second: u32) -> SimSpan {
        SimSpan::from_micros(u64::from(records) * 1_000_000 / u64::from(per_second.max(1)))
    }
}
