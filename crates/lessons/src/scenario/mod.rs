//! The one format for a run written down.
//!
//! ```json
//! {
//!   "version": 1,
//!   "name": "zone-down",
//!   "seed": 42,
//!   "topology": { "groups": 2 },
//!   "timeline": [
//!     { "at": "5ms", "do": { "cut_zone": { "zone": "c" } } },
//!     { "at": "20ms", "do": { "put": { "key": "cart:42", "value": "3 apples" } } }
//!   ],
//!   "until": "2s",
//!   "expect": [
//!     { "at": "2s", "that": { "row": { "key": "cart:42", "value": "3 apples" } } },
//!     { "throughout": ["5ms", "2s"], "that": { "ability": { "group": 1, "is": "read_write" } } }
//!   ]
//! }
//! ```
//!
//! A run of a global database has `regions`, and `between` and `expect_between` in place of `timeline` and `expect`:
//!
//! ```json
//! {
//!   "version": 1,
//!   "name": "two-regions",
//!   "seed": 1,
//!   "regions": { "regions": [ { "region": "us-east-1" }, { "region": "eu-west-1" } ] },
//!   "between": [
//!     { "at": "1s", "do": { "switchover": { "to": "eu-west-1" } } }
//!   ],
//!   "until": "60s",
//!   "expect_between": [
//!     { "before": "60s", "that": { "primary": { "region": "eu-west-1" } } }
//!   ]
//! }
//! ```
//!
//! `topology`, `timeline` and `expect` may be left out. Unknown names are refused everywhere, so that a slip
//! of the pen is found and not obeyed.

mod between;
mod check;
mod events;
pub(crate) mod expect;
mod invariant;
pub(crate) mod time;
mod write;

use base::SimTime;
use globe::{GlobalCommand, GlobalTopology};
use serde::{Deserialize, Serialize};
use world::{Command, Topology};

pub use self::between::{Between, GlobalDeed, GlobalEventName, Measure, RegionState};
pub use self::check::{Problem, SPAN_MAX, Step, TIMELINE_MAX};
pub(crate) use self::check::{version_problem, write_path};
pub(crate) use self::events::About;
pub use self::events::{EventName, MessageName};
pub use self::expect::{
    Ability, Claim, Commits, Compare, CopyState, EventClaim, Expectation, Level, Point, When,
    ZoneState,
};
pub use self::invariant::InvariantName;

/// The version of the format that this program writes, and the only one it reads.
pub const VERSION: u32 = 1;

/// One run written down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// The version of the format: 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 1)))]
    pub version: u32,
    /// What it is called.
    pub name: String,
    /// The seed of all chance in it; another seed gives another run.
    pub seed: u64,
    /// What the cluster consists of.
    #[serde(default, skip_serializing_if = "is_default")]
    pub topology: Topology,
    /// The Regions, if the run is one of a global database; then `between` and `expect_between` stand for `timeline` and
    /// `expect`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub regions: Option<Box<GlobalTopology>>,
    /// What is done to it, and when. What stands at the same moment is done in this order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub timeline: Vec<Deed>,
    /// What is done to a global database, and when.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub between: Vec<GlobalDeed>,
    /// When the run ends, at most 24 hours after it began.
    #[serde(with = "time::text")]
    #[cfg_attr(feature = "schema", schemars(with = "time::TimeText"))]
    pub until: SimTime,
    /// What must be seen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub expect: Vec<Expectation>,
    /// What must be seen of a global database.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub expect_between: Vec<Expectation<Between>>,
}

/// Something to do at a moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Deed {
    /// The moment.
    #[serde(with = "time::text")]
    #[cfg_attr(feature = "schema", schemars(with = "time::TimeText"))]
    pub at: SimTime,
    /// What to do.
    #[serde(rename = "do")]
    pub command: Command,
}

fn is_default(topology: &Topology) -> bool {
    *topology == Topology::default()
}

impl Scenario {
    /// A run of an ordinary cluster in which nothing is done.
    pub fn new(name: impl Into<String>, seed: u64, until: SimTime) -> Scenario {
        Scenario {
            version: VERSION,
            name: name.into(),
            seed,
            topology: Topology::default(),
            regions: None,
            timeline: Vec::new(),
            between: Vec::new(),
            until,
            expect: Vec::new(),
            expect_between: Vec::new(),
        }
    }

    /// The timeline in the form in which a [`World`](world::World) takes it.
    pub fn plan(&self) -> Vec<(SimTime, Command)> {
        self.timeline
            .iter()
            .map(|deed| (deed.at, deed.command.clone()))
            .collect()
    }

    /// What is done to a global database, in the form in which a [`Globe`](globe::Globe) takes it.
    pub fn global_plan(&self) -> Vec<(SimTime, GlobalCommand)> {
        let deeds = self.between.iter();
        deeds.map(|deed| (deed.at, deed.command.clone())).collect()
    }
}

/// The JSON Schema of scenario files.
#[cfg(feature = "schema")]
pub fn schema() -> serde_json::Value {
    let mut schema = schemars::schema_for!(Scenario);
    schema.insert("title".to_owned(), "AuroraScope scenario".into());
    schema.into()
}
