//! What a change of the primary has cost.

use base::{Lsn, RegionId, SimSpan, SimTime};
use serde::{Deserialize, Serialize};
use world::Bytes;

use crate::commits::Commit;

/// What kind of change it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// Planned (G-20).
    Switchover,
    /// Asked for though data might be lost (G-34).
    Failover,
    /// A secondary was detached (G-30).
    Detach,
}

/// An acknowledged commit that is not in the new primary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LostCommit {
    /// The commit, as the old primary knows it.
    pub commit: Commit,
    /// The rows it wrote, and their values.
    pub rows: Vec<(String, Bytes)>,
    /// Other Regions that had it at that moment: with one of these as the target it would not be lost.
    pub also_in: Vec<RegionId>,
}

/// A change of the primary, and what became of acknowledged commits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// What kind of change it was.
    pub kind: ChangeKind,
    /// The old primary.
    pub from: RegionId,
    /// The new one.
    pub to: RegionId,
    /// When it was asked for.
    pub began: SimTime,
    /// When the new primary's volume was open.
    pub opened: SimTime,
    /// Up to here the new primary has the old one's log.
    pub point: Lsn,
    /// What is gone, oldest first: exactly what was acknowledged above that point (G-39).
    pub lost: Vec<LostCommit>,
    /// When the old primary acknowledged a commit last before.
    pub last_before: Option<SimTime>,
    /// When the new one acknowledged its first.
    pub first_after: Option<SimTime>,
    /// How many acknowledged commits would have been lost with another secondary as the target.
    pub elsewhere: Vec<(RegionId, u32)>,
}

impl Report {
    /// How long no commit was acknowledged anywhere (RTO), as the clients felt it; nothing as long as they still wait.
    pub fn felt(&self) -> Option<SimSpan> {
        Some(self.first_after?.since(self.last_before?))
    }

    /// How much time's commits are gone (RPO): from the oldest of these to the newest.
    pub fn gone(&self) -> SimSpan {
        match (self.lost.first(), self.lost.last()) {
            (Some(first), Some(_)) => {
                let last = self.last_before.unwrap_or(self.began);
                last.since(first.commit.made_at)
            }
            _ => SimSpan::ZERO,
        }
    }

    /// From its being asked for until the new primary's volume was open.
    pub fn duration(&self) -> SimSpan {
        self.opened.since(self.began)
    }
}
