//! The instances of a cluster, as a scenario describes them.

use aurora::endpoints::{EndpointProblem, Kind, Members, RoleChange};
use aurora::failover::Size;
use aurora::instance::{Class, Family};
use aurora::scaling::{self, Metric, Policy};
use base::{ReaderId, SimSpan, ZoneId};
use serde::de::{Error, MapAccess, Visitor, value::MapAccessDeserializer};
use serde::{Deserialize, Deserializer, Serialize};

use crate::command::Refusal;

/// The last promotion tier (F-1).
pub const TIER_LAST: u8 = 15;
/// The tier of an instance for which none was chosen (F-1, P-11).
pub const TIER_USUAL: u8 = 1;

/// A reader of a cluster: where it runs, and how it stands when a writer is chosen. A scenario may give the zone alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct ReaderSpec {
    /// The zone it runs in.
    pub zone: ZoneId,
    /// Its promotion tier, 0 (first) to 15 (last) (F-1).
    pub tier: u8,
    /// Its class.
    pub class: Class,
    /// How large it is; among equal tiers the largest becomes the writer (F-2).
    pub size: Size,
}

impl ReaderSpec {
    /// An ordinary instance in a zone.
    pub const fn in_zone(zone: ZoneId) -> ReaderSpec {
        ReaderSpec {
            zone,
            tier: TIER_USUAL,
            class: Class::R6g,
            size: Size::Large,
        }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for ReaderSpec {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ReaderSpec".into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Form::json_schema(generator)
    }
}

/// What stands in a scenario file: `"b"`, or an object.
#[cfg(feature = "schema")]
#[derive(schemars::JsonSchema)]
#[schemars(untagged)]
#[expect(dead_code, reason = "only its schema is wanted")]
enum Form {
    /// The zone; all else is as usual.
    Zone(ZoneId),
    /// All of it.
    Whole(Whole),
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct Whole {
    /// The zone it runs in.
    zone: ZoneId,
    /// Its promotion tier, 0 (first) to 15 (last) (F-1).
    #[serde(default = "usual_tier")]
    tier: u8,
    /// Its class.
    #[serde(default)]
    class: Class,
    /// How large it is (F-2).
    #[serde(default)]
    size: Size,
}

const fn usual_tier() -> u8 {
    TIER_USUAL
}

impl<'de> Deserialize<'de> for ReaderSpec {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = ReaderSpec;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a zone, or an instance with zone, tier, class and size")
            }

            fn visit_str<E: Error>(self, zone: &str) -> Result<ReaderSpec, E> {
                let zone = ZoneId::deserialize(serde::de::value::StrDeserializer::new(zone))?;
                Ok(ReaderSpec::in_zone(zone))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<ReaderSpec, A::Error> {
                let Whole {
                    zone,
                    tier,
                    class,
                    size,
                } = Whole::deserialize(MapAccessDeserializer::new(map))?;
                Ok(ReaderSpec {
                    zone,
                    tier,
                    class,
                    size,
                })
            }
        }
        deserializer.deserialize_any(Either)
    }
}

/// Which engine a cluster runs, as far as it makes a difference here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Engine {
    /// Readers stay up when the writer fails: Aurora MySQL from 2.10 on, Aurora PostgreSQL from 14.7 and 15.2 on (F-10,
    /// RP-14).
    #[default]
    ReadersStay,
    /// All readers restart with the writer: what came before (F-10, RP-14).
    ReadersRestart,
}

/// Which names the clients of a load connect through. What a person types goes through the cluster endpoint.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Through {
    /// The cluster endpoint, which leads to the writer (I-5).
    #[default]
    Cluster,
    /// The reader endpoint for reads (I-6), the cluster endpoint for writes.
    ReadsAtReaders,
    /// The reader endpoint for everything: writes succeed only while there is no reader (I-7).
    Reader,
}

/// A custom endpoint, as it is wanted (I-8). Without a list it is for every instance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EndpointSpec {
    /// Its name: up to 63 letters, digits and hyphens.
    pub name: String,
    /// Whom it is for; any instance, unless something else is said. An edit leaves it as it is then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    /// Its members; new instances do not join (I-11).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only: Option<Vec<ReaderId>>,
    /// Those that are no members, in place of a list of those that are; new instances join by themselves (I-11).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub except: Option<Vec<ReaderId>>,
}

impl EndpointSpec {
    /// Who its members are.
    ///
    /// # Errors
    /// It has both lists.
    pub(crate) fn members(&self) -> Result<Members, EndpointProblem> {
        match (&self.only, &self.except) {
            (Some(_), Some(_)) => Err(EndpointProblem::BothLists),
            (Some(only), None) => Ok(Members::Only(only.clone())),
            (None, except) => Ok(Members::Except(except.clone().unwrap_or_default())),
        }
    }
}

/// A policy of auto scaling, as it is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PolicySpec {
    /// What it goes by.
    pub metric: Metric,
    /// Where its average over all readers is to stay: percent, or connections.
    pub target: u32,
    /// The fewest readers, 0 to 15.
    #[serde(default)]
    pub min: u8,
    /// The most readers, up to 15.
    #[serde(default = "most_readers")]
    pub max: u8,
    /// How many seconds it rests after it has removed readers, up to 3,600.
    #[serde(default = "usual_cooldown")]
    pub in_cooldown_seconds: u32,
    /// How many seconds it rests after it has added readers, up to 3,600.
    #[serde(default = "usual_cooldown")]
    pub out_cooldown_seconds: u32,
    /// Whether it removes readers at all.
    #[serde(default = "yes")]
    pub scale_in: bool,
}

const fn most_readers() -> u8 {
    aurora::constants::READERS_MAX
}

const fn usual_cooldown() -> u32 {
    (scaling::COOLDOWN.micros() / 1_000_000) as u32
}

const fn yes() -> bool {
    true
}

impl PolicySpec {
    /// An ordinary policy.
    pub const fn of(metric: Metric, target: u32) -> PolicySpec {
        PolicySpec {
            metric,
            target,
            min: 0,
            max: most_readers(),
            in_cooldown_seconds: usual_cooldown(),
            out_cooldown_seconds: usual_cooldown(),
            scale_in: true,
        }
    }

    /// The policy.
    ///
    /// # Errors
    /// The field that is out of its range.
    pub(crate) fn policy(&self) -> Result<Policy, Refusal> {
        let most_target = match self.metric {
            Metric::Cpu => 100,
            Metric::Connections => 100_000,
        };
        let most = u64::from(most_readers());
        for (field, value, min, max) in [
            ("target", u64::from(self.target), 1, most_target),
            ("min", self.min.into(), 0, most),
            ("max", self.max.into(), self.min.into(), most),
            (
                "in_cooldown_seconds",
                self.in_cooldown_seconds.into(),
                0,
                3_600,
            ),
            (
                "out_cooldown_seconds",
                self.out_cooldown_seconds.into(),
                0,
                3_600,
            ),
        ] {
            if !(min..=max).contains(&value) {
                return Err(Refusal::OutOfRange {
                    field,
                    value,
                    min,
                    max,
                });
            }
        }
        let seconds = |seconds: u32| SimSpan::from_millis(u64::from(seconds) * 1_000);
        Ok(Policy {
            metric: self.metric,
            target: self.target,
            min: self.min,
            max: self.max,
            in_cooldown: seconds(self.in_cooldown_seconds),
            out_cooldown: seconds(self.out_cooldown_seconds),
            scales_in: self.scale_in,
        })
    }
}

/// A name, as a person says it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum EndpointName {
    /// The cluster endpoint (I-5).
    Cluster,
    /// The reader endpoint (I-6).
    Reader,
    /// The custom endpoint of this name (I-8).
    Custom(String),
    /// The endpoint of this instance (I-17).
    Instance(ReaderId),
}

/// A cluster that looks after its writer. Whatever a scenario leaves out takes its default.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Failover {
    /// The writer's promotion tier, for when it is a reader later (F-1).
    pub writer_tier: u8,
    /// The writer's class.
    pub writer_class: Class,
    /// The writer's size (F-2).
    pub writer_size: Size,
    /// Which engine it speaks like.
    pub family: Family,
    /// Whether readers stay up when the writer fails.
    pub engine: Engine,
    /// From one health check to the next, in milliseconds; an instance that has missed four in a row counts as failed,
    /// so after four to five times as long (P-8).
    pub check_millis: u32,
    /// How long it takes on average to start the process that opens the volume, in milliseconds (P-8).
    pub promote_millis: u32,
    /// How long it takes on average until a changed name is published, in milliseconds (P-8).
    pub publish_millis: u32,
    /// How long it takes on average to make the writer anew when nobody else is there, in milliseconds (P-10, F-6).
    pub recreate_millis: u32,
    /// How long it takes on average to create an instance that is added, in milliseconds.
    pub create_millis: u32,
    /// How long a client may keep what a name resolved to, in milliseconds (I-18, P-9).
    pub ttl_millis: u32,
    /// Whether the writer's process is started again on its own host, where that is still there (F-13).
    pub in_place: bool,
    /// Which names loads connect through.
    pub loads_use: Through,
    /// Whether cluster cache management is on from the beginning; only in the PostgreSQL family (CC-2).
    pub cache_management: bool,
    /// What becomes of a promoted member of a READER endpoint (I-16).
    pub role_change: RoleChange,
}

impl Failover {
    /// The same cluster speaking like another engine; only the PostgreSQL family has cluster cache management (CC-2).
    #[must_use]
    pub fn in_family(self, family: Family) -> Failover {
        Failover {
            family,
            cache_management: self.cache_management && family == Family::PostgreSql,
            ..self
        }
    }
}

impl Default for Failover {
    fn default() -> Failover {
        Failover {
            writer_tier: TIER_USUAL,
            writer_class: Class::R6g,
            writer_size: Size::Large,
            family: Family::MySql,
            engine: Engine::ReadersStay,
            check_millis: 2_000,
            promote_millis: 10_000,
            publish_millis: 2_500,
            recreate_millis: 300_000,
            create_millis: 30_000,
            ttl_millis: 5_000,
            in_place: false,
            loads_use: Through::Cluster,
            cache_management: false,
            role_change: RoleChange::Leaves,
        }
    }
}
