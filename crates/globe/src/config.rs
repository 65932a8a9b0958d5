//! What a global database consists of, and which rules hold for it.

use base::{RegionId, ZoneId};
use serde::{Deserialize, Serialize};
use world::{ReaderSpec, Topology};

use crate::distances::REGIONS;

/// Readers a primary and its secondaries have between them: so many, less one for each secondary, in the primary (G-3).
pub const PRIMARY_READERS_MAX: u8 = 15;
/// Readers of a secondary (G-3).
pub const SECONDARY_READERS_MAX: u8 = 16;
/// The smallest RPO limit, in seconds (G-50).
pub const RPO_SECONDS_MIN: u32 = 20;
/// The largest: 68 years (G-50).
pub const RPO_SECONDS_MAX: u32 = 2_147_483_647;

/// The years whose rules hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Era {
    /// From 28 November 2018 on: MySQL alone, one secondary, no planned change (G-2, G-17).
    #[serde(rename = "2018")]
    Y2018,
    /// June 2023: five secondaries, all of them in step before a planned change, no managed failover.
    #[serde(rename = "2023")]
    Y2023,
    /// From 2025 on.
    #[default]
    #[serde(rename = "2025")]
    Y2025,
}

impl Era {
    /// How many secondaries there may be (G-2, DT-2).
    pub const fn secondaries_max(self) -> u8 {
        match self {
            Era::Y2018 => 1,
            Era::Y2023 => 5,
            Era::Y2025 => 10,
        }
    }

    /// Whether there is a managed failover (G-34, DT-18).
    pub const fn has_managed_failover(self) -> bool {
        matches!(self, Era::Y2025)
    }

    /// Whether there is a planned change of the primary: since 11 February 2021 (G-20).
    pub const fn has_switchover(self) -> bool {
        !matches!(self, Era::Y2018)
    }

    /// Whether a name follows the primary: since 22 October 2024 (G-45).
    pub const fn has_writer_endpoint(self) -> bool {
        matches!(self, Era::Y2025)
    }

    /// Whether there are global databases of an engine: of PostgreSQL since 10 March 2020 (G-17).
    pub const fn has_engine(self, engine: GlobalEngine) -> bool {
        !matches!((self, engine), (Era::Y2018, GlobalEngine::Postgresql))
    }

    /// Whether secondaries forward writes: those of MySQL since 18 June 2020, of PostgreSQL since 9 November 2023 (G-70).
    pub const fn forwards(self, engine: GlobalEngine) -> bool {
        match self {
            Era::Y2018 => false,
            Era::Y2023 => matches!(engine, GlobalEngine::Mysql),
            Era::Y2025 => true,
        }
    }
}

/// Which secondaries must have everything before roles are swapped (G-22, DT-17).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum InStep {
    /// Every one.
    All,
    /// The one that takes over.
    Target,
}

/// Which database engine it is, as far as it makes a difference between Regions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum GlobalEngine {
    /// It has no managed RPO (G-50).
    Mysql,
    /// It has a managed RPO (G-50).
    #[default]
    Postgresql,
}

impl GlobalEngine {
    /// The share of the primary's connections that forwarded sessions may take up, in percent (G-74, G-76).
    pub const fn share_percent(self) -> u8 {
        match self {
            GlobalEngine::Mysql => 10,
            GlobalEngine::Postgresql => 25,
        }
    }

    /// A forwarded session keeps its connection to the primary for so long after its last statement, in seconds (G-74, G-76).
    pub const fn idle_seconds(self) -> u32 {
        match self {
            GlobalEngine::Mysql => 60,
            GlobalEngine::Postgresql => 300,
        }
    }

    /// A forwarded statement tries to reach the primary for so long, in seconds: with PostgreSQL 30 (G-76), with MySQL
    /// once `[choice]`.
    pub const fn connect_seconds(self) -> u32 {
        match self {
            GlobalEngine::Mysql => 0,
            GlobalEngine::Postgresql => 30,
        }
    }
}

/// One Region of a global database.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RegionSpec {
    /// Which.
    pub region: RegionId,
    /// Its instances; none is a headless secondary (G-14).
    #[serde(default = "usual_instances")]
    pub instances: u8,
    /// The RPO limit in its parameter group, in seconds; unset it holds nothing back (G-50, G-55).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rpo_seconds: Option<u32>,
}

const fn usual_instances() -> u8 {
    2
}

impl RegionSpec {
    /// A Region with two instances and no RPO limit.
    pub const fn usual(region: RegionId) -> RegionSpec {
        RegionSpec {
            region,
            instances: usual_instances(),
            rpo_seconds: None,
        }
    }
}

/// A global database. Whatever a scenario leaves out takes its default.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct GlobalTopology {
    /// Its Regions; the first is the primary.
    pub regions: Vec<RegionSpec>,
    /// The years whose rules hold.
    pub era: Era,
    /// Which secondaries must be in step before a planned change; without it, as the era has it (G-22).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_step: Option<InStep>,
    /// Which engine it is.
    pub engine: GlobalEngine,
    /// Whether readers of the secondaries restart when the primary's writer does, as in older versions (G-11, DT-26).
    pub readers_restart: bool,
    /// Redo is gathered for so long before it is sent on, in milliseconds `[choice]`.
    pub gather_millis: u32,
    /// What one link between two Regions carries, in kilobytes per second `[choice]`.
    pub link_kilobytes_per_second: u32,
    /// How long storage tries to fence the old primary, in milliseconds (G-35) `[choice]`.
    pub fencing_millis: u32,
    /// How long a system snapshot is kept, in seconds (G-38).
    pub retention_seconds: u32,
    /// How long a planned change waits for the secondaries before it gives up, in seconds `[choice]`.
    pub switchover_patience_seconds: u32,
    /// From deciding where the global writer endpoint leads to its being published, in milliseconds (G-45) `[choice]`.
    pub publish_millis: u32,
    /// How long clients keep what a name resolved to, in milliseconds (G-45).
    pub ttl_millis: u32,
    /// What each Region's cluster is like; readers and writer are those of its Region.
    pub cluster: Topology,
}

impl Default for GlobalTopology {
    fn default() -> GlobalTopology {
        GlobalTopology {
            regions: vec![
                RegionSpec::usual(RegionId(0)),
                RegionSpec::usual(RegionId(4)),
                RegionSpec::usual(RegionId(10)),
            ],
            era: Era::default(),
            in_step: None,
            engine: GlobalEngine::default(),
            readers_restart: false,
            gather_millis: 10,
            link_kilobytes_per_second: 50_000,
            fencing_millis: 10_000,
            retention_seconds: 86_400,
            switchover_patience_seconds: 600,
            publish_millis: 2_500,
            ttl_millis: 5_000,
            cluster: Topology {
                cache_pages: 64,
                ..Topology::default()
            },
        }
    }
}

/// What is wrong with a global database, and with which of its fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GlobalProblem {
    /// The field's number lies outside its range.
    OutOfRange {
        /// The field.
        field: &'static str,
        /// What it says.
        value: u64,
        /// The smallest that works.
        min: u64,
        /// The largest that works.
        max: u64,
    },
    /// A Region is named twice.
    Twice(RegionId),
    /// The primary cannot be headless: somebody must write (G-14).
    HeadlessPrimary,
    /// Each Region's cluster has its own readers: they are counted by `instances`.
    ReadersNamed,
    /// There were no global databases of that engine yet (G-17).
    EngineNotInThatEra,
    /// An RPO limit is for PostgreSQL (G-50).
    RpoNeedsPostgresql,
    /// Something in the cluster.
    Cluster(world::TopologyProblem),
}

impl GlobalTopology {
    /// Which secondaries must be in step before a planned change (G-22).
    pub fn in_step(&self) -> InStep {
        self.in_step.unwrap_or(match self.era {
            Era::Y2018 | Era::Y2023 => InStep::All,
            Era::Y2025 => InStep::Target,
        })
    }

    /// Looks whether a run can be made of it.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn check(&self) -> Result<(), GlobalProblem> {
        if !self.era.has_engine(self.engine) {
            return Err(GlobalProblem::EngineNotInThatEra);
        }
        let most = u64::from(self.era.secondaries_max()) + 1;
        in_range("regions", self.regions.len() as u64, 1, most)?;
        for (place, spec) in self.regions.iter().enumerate() {
            if self.regions[..place]
                .iter()
                .any(|it| it.region == spec.region)
            {
                return Err(GlobalProblem::Twice(spec.region));
            }
            let most = if place == 0 {
                1 + PRIMARY_READERS_MAX - (self.regions.len() - 1) as u8
            } else {
                SECONDARY_READERS_MAX
            };
            in_range("instances", spec.instances.into(), 0, most.into())?;
            if let Some(seconds) = spec.rpo_seconds {
                let (min, max) = (RPO_SECONDS_MIN.into(), RPO_SECONDS_MAX.into());
                in_range("rpo_seconds", seconds.into(), min, max)?;
                if self.engine == GlobalEngine::Mysql {
                    return Err(GlobalProblem::RpoNeedsPostgresql);
                }
            }
        }
        if self.regions[0].instances == 0 {
            return Err(GlobalProblem::HeadlessPrimary);
        }
        for (field, value, min, max) in [
            ("gather_millis", self.gather_millis, 1, 10_000),
            (
                "link_kilobytes_per_second",
                self.link_kilobytes_per_second,
                1,
                100_000_000,
            ),
            ("fencing_millis", self.fencing_millis, 1, 600_000),
            ("retention_seconds", self.retention_seconds, 1, 35 * 86_400),
            (
                "switchover_patience_seconds",
                self.switchover_patience_seconds,
                1,
                86_400,
            ),
            ("publish_millis", self.publish_millis, 0, 60_000),
            ("ttl_millis", self.ttl_millis, 0, 60_000),
        ] {
            in_range(field, value.into(), min, max)?;
        }
        if !self.cluster.readers.is_empty() {
            return Err(GlobalProblem::ReadersNamed);
        }
        self.cluster.check().map_err(GlobalProblem::Cluster)
    }

    /// The cluster of a Region with so many instances, at least one: one in each zone in turn.
    pub(crate) fn cluster_of(&self, instances: u8) -> Topology {
        let readers = (1..instances).map(|n| ReaderSpec::in_zone(ZoneId(n % base::ZONES)));
        Topology {
            readers: readers.collect(),
            failover: Some(self.cluster.failover.unwrap_or_default()),
            ..self.cluster.clone()
        }
    }
}

const _: () = assert!(PRIMARY_READERS_MAX + 1 == SECONDARY_READERS_MAX);
const _: () = assert!(Era::Y2025.secondaries_max() < REGIONS);

fn in_range(field: &'static str, value: u64, min: u64, max: u64) -> Result<(), GlobalProblem> {
    if (min..=max).contains(&value) {
        Ok(())
    } else {
        Err(GlobalProblem::OutOfRange {
            field,
            value,
            min,
            max,
        })
    }
}
