//! How write forwarding is set.

use base::{SimSpan, SimTime};
use serde::{Deserialize, Serialize};
use world::Outcome;

use crate::config::GlobalEngine;

/// Connections the primary's writer takes (G-74).
pub const MAX_CONNECTIONS: u32 = 800;
/// The longest that a forwarded session may keep its connection idle: a day, in seconds (G-74).
pub const IDLE_SECONDS_MAX: u32 = 86_400;

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

/// How much a transaction of a forwarded session sees of others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Isolation {
    /// What is committed when a statement begins: PostgreSQL's usual one.
    ReadCommitted,
    /// What was committed when it began: MySQL's usual one.
    RepeatableRead,
    /// As if there were no others.
    Serializable,
}

impl Isolation {
    /// Whether a transaction of that level is forwarded (G-73, G-75).
    pub const fn is_forwarded(self, engine: GlobalEngine) -> bool {
        match self {
            Isolation::ReadCommitted => matches!(engine, GlobalEngine::Postgresql),
            Isolation::RepeatableRead => true,
            Isolation::Serializable => false,
        }
    }
}

/// How write forwarding is set in a Region.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Forwarding {
    /// The consistency level; without one, nothing is forwarded.
    pub consistency: Option<Consistency>,
    /// The share of the primary's connections for it, in percent; without it, the engine's usual one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share_percent: Option<u8>,
    /// How long a session keeps its connection idle, 1 to 86,400 seconds; without it, as long as usual with the engine.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub idle_seconds: Option<u32>,
}

impl Forwarding {
    /// How many connections of the primary's there are for it.
    pub fn connections(&self, engine: GlobalEngine) -> u32 {
        let share = self.share_percent.unwrap_or(engine.share_percent());
        MAX_CONNECTIONS * u32::from(share) / 100
    }

    /// How long a session keeps one idle.
    pub fn idle(&self, engine: GlobalEngine) -> SimSpan {
        let seconds = self.idle_seconds.unwrap_or(engine.idle_seconds());
        SimSpan::from_millis(u64::from(seconds) * 1_000)
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
