//! How write forwarding is set.

use base::SimTime;
use serde::{Deserialize, Serialize};
use world::Outcome;

/// Connections the primary's writer takes (G-74).
pub const MAX_CONNECTIONS: u32 = 800;
/// The share of them that forwarded sessions may take up, in percent (G-74).
pub const SHARE_PERCENT: u8 = 10;

/// How long reads in a secondary wait (G-71, G-72).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Consistency {
    /// Not at all: one's own write may be missing.
    Eventual,
    /// Until the session's own writes are shown.
    Session,
    /// Until all is shown that was committed in the primary when the read began.
    Global,
}

/// How write forwarding is set in a Region.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Forwarding {
    /// The consistency level; without one, nothing is forwarded.
    pub consistency: Option<Consistency>,
    /// The share of the primary's connections for it, in percent.
    pub share_percent: u8,
}

impl Default for Forwarding {
    fn default() -> Forwarding {
        Forwarding {
            consistency: None,
            share_percent: SHARE_PERCENT,
        }
    }
}

/// What a session has asked, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// When it asked.
    pub asked_at: SimTime,
    /// The way to the primary was cut.
    pub failed: bool,
    /// The answer.
    pub outcome: Option<Outcome>,
    /// When it came.
    pub at: Option<SimTime>,
}
