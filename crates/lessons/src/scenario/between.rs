//! What is done to a global database in a run, and what must be seen of it.

use base::{RegionId, SimTime};
use globe::{ChangeKind, GlobalCommand, GlobalEvent};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

use super::expect::Compare;
use super::time;

/// Something to do to a global database at a moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct GlobalDeed {
    /// The moment.
    #[serde(with = "time::text")]
    #[cfg_attr(feature = "schema", schemars(with = "time::TimeText"))]
    pub at: SimTime,
    /// What to do.
    #[serde(rename = "do")]
    pub command: GlobalCommand,
}

/// What is claimed of a global database.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Between {
    /// Which Region is the primary of the database the run begins with.
    Primary {
        /// This one.
        region: RegionId,
    },
    /// Where the global writer endpoint of that database leads (G-45).
    Endpoint {
        /// Here.
        region: RegionId,
    },
    /// How a Region stands.
    Region {
        /// The Region.
        region: RegionId,
        /// How.
        is: RegionState,
    },
    /// How far a secondary lags, in milliseconds (G-6).
    Lag {
        /// The secondary.
        region: RegionId,
        /// Which of the three lags.
        measure: Measure,
        /// How much; what is no secondary has none, and fits no comparison.
        millis: Compare<u64>,
    },
    /// What a row holds in a Region.
    Row {
        /// The Region.
        region: RegionId,
        /// The row's key.
        key: String,
        /// Its value; null if there must be no such row.
        #[serde(deserialize_with = "Option::deserialize")]
        #[cfg_attr(
            feature = "schema",
            schemars(schema_with = "super::expect::text_or_null")
        )]
        value: Option<String>,
    },
    /// What a row holds in the newest snapshot of a Region's old volume (G-37).
    Snapshot {
        /// The Region.
        region: RegionId,
        /// The row's key.
        key: String,
        /// Its value; null if there must be no such row.
        #[serde(deserialize_with = "Option::deserialize")]
        #[cfg_attr(
            feature = "schema",
            schemars(schema_with = "super::expect::text_or_null")
        )]
        value: Option<String>,
    },
    /// Commits that a Region has acknowledged so far.
    Commits {
        /// The Region.
        region: RegionId,
        /// How many.
        acknowledged: Compare<u64>,
    },
    /// What the newest change of the primary has cost.
    Report {
        /// Its kind.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        kind: Option<ChangeKind>,
        /// The new primary.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<RegionId>,
        /// Acknowledged commits that are gone (RPO).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        lost: Option<Compare<u64>>,
        /// For how many milliseconds no commit was acknowledged (RTO).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        felt_millis: Option<Compare<u64>>,
    },
    /// How many pairs of Regions both take writes though they were one database (G-32).
    SplitBrain(Compare<u64>),
    /// How many events of a kind happen between Regions.
    Event {
        /// Its name.
        name: GlobalEventName,
        /// The Region it is about; of a change, the one that is to lead.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        region: Option<RegionId>,
        /// How many; without it, at least one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        count: Option<Compare<u64>>,
    },
}

impl Between {
    /// A claim that says nothing.
    pub(crate) const NOTHING: Between = Between::Report {
        kind: None,
        to: None,
        lost: None,
        felt_millis: None,
    };

    /// The Region it speaks of, if it speaks of one.
    pub(crate) fn region(&self) -> Option<RegionId> {
        match *self {
            Between::Primary { region }
            | Between::Endpoint { region }
            | Between::Region { region, .. }
            | Between::Lag { region, .. }
            | Between::Row { region, .. }
            | Between::Snapshot { region, .. }
            | Between::Commits { region, .. } => Some(region),
            Between::Report { to: region, .. } | Between::Event { region, .. } => region,
            Between::SplitBrain(_) => None,
        }
    }
}

/// How a Region can stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RegionState {
    /// It takes writes.
    Writable,
    /// It is a primary and takes no writes: closed, fenced off, or not open yet.
    Closed,
    /// Durable commits wait in it for the RPO limit (G-51).
    Held,
    /// It is a secondary that can be read.
    Readable,
    /// It is a secondary without an instance (G-14).
    Headless,
    /// It gets a new volume (G-36).
    Rebuilding,
    /// It was the primary, and its volume is to be replaced (G-37).
    Replaced,
    /// It is dark.
    Dark,
    /// There is no cluster in it.
    Absent,
}

/// One of the three lags (G-6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Of the redo.
    Replication,
    /// Of commits (G-58).
    Rpo,
    /// Of what readers show.
    Progress,
}

impl Measure {
    /// The first word of what it is called.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Measure::Replication => "replication",
            Measure::Rpo => "RPO",
            Measure::Progress => "progress",
        }
    }
}

/// The name of an event between Regions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct GlobalEventName(pub &'static str);

impl<'de> Deserialize<'de> for GlobalEventName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        let known = GlobalEvent::NAMES.iter().find(|known| **known == name);
        let unknown = || D::Error::unknown_variant(&name, GlobalEvent::NAMES);
        known
            .map(|known| GlobalEventName(known))
            .ok_or_else(unknown)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for GlobalEventName {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "GlobalEventName".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "enum": GlobalEvent::NAMES })
    }
}
