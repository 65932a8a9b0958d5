//! What a run consists of and how fast its parts are.

use aurora::endpoints::{CustomEndpoints, EndpointProblem};
use aurora::membership::Segments;
use aurora::storage_node::Pipeline;
use aurora::wrong_rule::WrongRule;
use base::{CopyId, Id, SimSpan, ZoneId};
use serde::{Deserialize, Serialize};
use sim::Delay;

use crate::cluster::{EndpointSpec, Failover, PolicySpec, ReaderSpec, TIER_LAST};
use crate::command::Refusal;

/// A range of microseconds, both ends included, written as `[shortest, longest]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Micros(pub u32, pub u32);

/// The parts of a cluster and their speeds. Whatever a scenario leaves out takes its default.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Topology {
    /// Protection groups of the volume, from 1 to 16,384.
    pub groups: u32,
    /// The groups the volume may grow to as data grows, up to 16,384; without it, it does not grow.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub groups_max: Option<u32>,
    /// What fits on a page, in bytes, from 64 on (P-27); a small value fills a group soon and shows how a volume
    /// grows.
    pub page_bytes: u32,
    /// The zone the writer runs in.
    pub writer_zone: ZoneId,
    /// The readers, up to 15 of them (RP-1): each a zone, or an object with zone, tier, class and size; none is the default.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub readers: Vec<ReaderSpec>,
    /// How the cluster looks after its writer; without it, who writes is for commands alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub failover: Option<Failover>,
    /// Custom endpoints of a cluster that looks after its writer, up to five (I-8). Instances are named by number: the
    /// readers in their order, then the writer.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub custom_endpoints: Vec<EndpointSpec>,
    /// Policies of auto scaling, one for each metric, in a cluster that looks after its writer.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub scaling: Vec<PolicySpec>,
    /// One way between two machines of one zone, in microseconds.
    pub same_zone_micros: Micros,
    /// One way between zones a and b, in microseconds.
    pub a_to_b_micros: Micros,
    /// One way between zones a and c, in microseconds.
    pub a_to_c_micros: Micros,
    /// One way between zones b and c, in microseconds.
    pub b_to_c_micros: Micros,
    /// One way between a client and the writer, in microseconds.
    pub client_micros: Micros,
    /// One message in so many is late; 0 means none is.
    pub late_one_in: u32,
    /// How late such a message is at most: so many times the longest ordinary delay.
    pub late_times: u32,
    /// How long a storage node takes to make a batch durable, in microseconds (S-2).
    pub disk_micros: u32,
    /// From issuing a network call to its being executed, in microseconds; records written meanwhile ride
    /// along (W-5).
    pub call_micros: u32,
    /// What the copies keep: all of them log and pages, or half of them the log alone (M-20).
    pub segments: Segments,
    /// How long it takes to copy a segment to a new storage node, in milliseconds (P-4, Q-15).
    pub repair_millis: u32,
    /// After how many milliseconds a copy that is away is replaced; 0 means never.
    pub repair_after_millis: u32,
    /// Whether the control plane looks for copies that have too much to do, and moves them.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub find_hot_copies: bool,
    /// How far LSNs may run ahead of the VDL (P-5, L-15); a small value shows the back-pressure.
    pub lsn_allocation_limit: u64,
    /// Pages the buffer cache of an instance of the smallest size has room for; each size has twice as many as the one
    /// before. With none, every read asks storage.
    pub cache_pages: u32,
    /// What storage nodes do behind the writer's back, and how fast.
    pub pipeline: Pipeline,
    /// A rule that is wrong on purpose, to see what becomes of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wrong_rule: Option<WrongRule>,
}

impl Default for Topology {
    /// One Region of ordinary size. The sources give no hop latencies, so all speeds are `[choice]`.
    fn default() -> Self {
        Topology {
            groups: 2,
            groups_max: None,
            page_bytes: aurora::constants::PAGE_BYTES,
            writer_zone: ZoneId(0),
            readers: Vec::new(),
            failover: None,
            custom_endpoints: Vec::new(),
            scaling: Vec::new(),
            same_zone_micros: Micros(150, 350),
            a_to_b_micros: Micros(500, 800),
            a_to_c_micros: Micros(600, 1_000),
            b_to_c_micros: Micros(550, 900),
            client_micros: Micros(200, 400),
            late_one_in: 200,
            late_times: 4,
            disk_micros: 150,
            call_micros: 20,
            segments: Segments::Full,
            repair_millis: (aurora::constants::REPAIR.micros() / 1_000) as u32,
            repair_after_millis: 0,
            find_hot_copies: false,
            lsn_allocation_limit: aurora::constants::LSN_ALLOCATION_LIMIT,
            cache_pages: 0,
            pipeline: Pipeline::default(),
            wrong_rule: None,
        }
    }
}

/// Most groups a volume may have here `[choice]`: more than the largest volume has.
const GROUPS_MAX: u32 = 16_384;
/// A page of this size holds a few short rows and no long one `[choice]`.
const PAGE_BYTES_MIN: u64 = 64;
/// Ten simulated minutes, the longest a single hop or disk write may take `[choice]`.
const MICROS_MAX: u32 = 600_000_000;
/// Ten minutes, the longest a repair may take (P-4), and the longest wait before it.
const REPAIR_MILLIS_MAX: u32 = 600_000;
/// Less would stop even a single transaction `[choice]`.
const LSN_ALLOCATION_LIMIT_MIN: u64 = 10;

/// What is wrong with a topology, and with which of its fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TopologyProblem {
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
    /// A range whose beginning lies behind its end.
    Backwards {
        /// The field.
        field: &'static str,
    },
    /// A custom endpoint that cannot be like that.
    Endpoint(EndpointProblem),
    /// Cluster cache management in a cluster that is not of the PostgreSQL family (CC-2).
    NotPostgreSql,
}

impl Topology {
    /// Looks whether a run can be made of it.
    ///
    /// # Errors
    /// The first field that is out of range.
    pub fn check(&self) -> Result<(), TopologyProblem> {
        let ranges = [
            ("same_zone_micros", self.same_zone_micros),
            ("a_to_b_micros", self.a_to_b_micros),
            ("a_to_c_micros", self.a_to_c_micros),
            ("b_to_c_micros", self.b_to_c_micros),
            ("client_micros", self.client_micros),
        ];
        for (field, Micros(shortest, longest)) in ranges {
            in_range(field, longest.into(), 0, MICROS_MAX.into())?;
            if shortest > longest {
                return Err(TopologyProblem::Backwards { field });
            }
        }
        in_range("groups", self.groups.into(), 1, GROUPS_MAX.into())?;
        let (least, most) = (self.groups.into(), GROUPS_MAX.into());
        in_range("groups_max", self.groups_most().into(), least, most)?;
        let most = aurora::constants::PAGE_BYTES.into();
        in_range("page_bytes", self.page_bytes.into(), PAGE_BYTES_MIN, most)?;
        let most = aurora::constants::READERS_MAX.into();
        in_range("readers", self.readers.len() as u64, 0, most)?;
        self.check_cluster()?;
        in_range("late_times", self.late_times.into(), 1, 1_000)?;
        in_range("disk_micros", self.disk_micros.into(), 0, MICROS_MAX.into())?;
        let (repair, patience) = (self.repair_millis.into(), self.repair_after_millis.into());
        in_range("repair_millis", repair, 1, REPAIR_MILLIS_MAX.into())?;
        in_range("repair_after_millis", patience, 0, REPAIR_MILLIS_MAX.into())?;
        in_range("call_micros", self.call_micros.into(), 0, MICROS_MAX.into())?;
        in_range("cache_pages", self.cache_pages.into(), 0, 100_000)?;
        self.check_pipeline()?;
        let limit = self.lsn_allocation_limit;
        let most = aurora::constants::LSN_ALLOCATION_LIMIT;
        in_range(
            "lsn_allocation_limit",
            limit,
            LSN_ALLOCATION_LIMIT_MIN,
            most,
        )
    }

    fn check_cluster(&self) -> Result<(), TopologyProblem> {
        for reader in &self.readers {
            in_range("tier", reader.tier.into(), 0, TIER_LAST.into())?;
        }
        self.endpoints_made().map_err(TopologyProblem::Endpoint)?;
        let metrics = if self.failover.is_some() { 2 } else { 0 };
        in_range("scaling", self.scaling.len() as u64, 0, metrics)?;
        for spec in &self.scaling {
            if let Err(Refusal::OutOfRange {
                value, min, max, ..
            }) = spec.policy()
            {
                in_range("scaling", value, min, max)?;
            }
        }
        let Some(failover) = self.failover else {
            return Ok(());
        };
        if failover.cache_management && failover.family != aurora::instance::Family::PostgreSql {
            return Err(TopologyProblem::NotPostgreSql);
        }
        in_range(
            "writer_tier",
            failover.writer_tier.into(),
            0,
            TIER_LAST.into(),
        )?;
        for (field, millis, min) in [
            ("check_millis", failover.check_millis, 1),
            ("promote_millis", failover.promote_millis, 1),
            ("publish_millis", failover.publish_millis, 0),
            ("recreate_millis", failover.recreate_millis, 1),
            ("create_millis", failover.create_millis, 1),
            ("ttl_millis", failover.ttl_millis, 0),
        ] {
            in_range(field, millis.into(), min, REPAIR_MILLIS_MAX.into())?;
        }
        Ok(())
    }

    /// The custom endpoints there are at the beginning.
    pub(crate) fn endpoints_made(&self) -> Result<CustomEndpoints, EndpointProblem> {
        let Some(failover) = self.failover else {
            let none = self.custom_endpoints.is_empty();
            return match none {
                true => Ok(CustomEndpoints::default()),
                false => Err(EndpointProblem::NoCluster),
            };
        };
        let mut endpoints = CustomEndpoints::under(failover.role_change);
        let instances = self.places().count();
        for spec in &self.custom_endpoints {
            let members = spec.members()?;
            let mut listed = members.list().iter();
            if let Some(unknown) = listed.find(|reader| reader.index() >= instances) {
                return Err(EndpointProblem::NoSuchInstance(*unknown));
            }
            endpoints.create(&spec.name, spec.kind.unwrap_or_default(), members)?;
        }
        Ok(endpoints)
    }

    /// Every instance that is, or will be, a reader: those that begin as one, and in a cluster that looks after its writer,
    /// as the last one the instance that begins as the writer.
    pub fn places(&self) -> impl Iterator<Item = ReaderSpec> + '_ {
        let writer = self.failover.map(|failover| ReaderSpec {
            zone: self.writer_zone,
            tier: failover.writer_tier,
            class: failover.writer_class,
            size: failover.writer_size,
        });
        self.readers.iter().copied().chain(writer)
    }

    fn check_pipeline(&self) -> Result<(), TopologyProblem> {
        let Pipeline {
            background: _,
            coalesce_records,
            spare_micros,
            coalesced_records_per_second,
            stage_micros,
            staged_records_per_second,
            scrub_micros,
            quiet_micros,
            backlog_records_max,
            gossiped_records_per_second,
        } = self.pipeline;
        let micros = u64::from(MICROS_MAX);
        let most = u64::from(u32::MAX);
        for (field, value, min, max) in [
            ("coalesce_records", coalesce_records, 1, most),
            ("spare_micros", spare_micros, 0, micros),
            (
                "coalesced_records_per_second",
                coalesced_records_per_second,
                1,
                most,
            ),
            ("stage_micros", stage_micros, 1, micros),
            (
                "staged_records_per_second",
                staged_records_per_second,
                1,
                most,
            ),
            ("scrub_micros", scrub_micros, 1_000, micros),
            ("quiet_micros", quiet_micros, 0, micros),
            ("backlog_records_max", backlog_records_max, 1, most),
            (
                "gossiped_records_per_second",
                gossiped_records_per_second,
                1,
                most,
            ),
        ] {
            in_range(field, value.into(), min, max)?;
        }
        Ok(())
    }

    /// How many groups the volume may have.
    pub fn groups_most(&self) -> u32 {
        self.groups_max.unwrap_or(self.groups)
    }

    /// The zone a copy lives in: two copies a zone, unless a wrong rule has it otherwise.
    pub fn zone_of(&self, copy: CopyId) -> ZoneId {
        WrongRule::zone_of(self.wrong_rule, copy)
    }

    /// The copies that live in a zone.
    pub fn copies_in(&self, zone: ZoneId) -> impl DoubleEndedIterator<Item = CopyId> {
        CopyId::all().filter(move |copy| self.zone_of(*copy) == zone)
    }

    /// The delay of one hop between two zones, faults left out.
    pub fn zone_delay(&self, from: ZoneId, to: ZoneId) -> Micros {
        match (from.0.min(to.0), from.0.max(to.0)) {
            (0, 1) => self.a_to_b_micros,
            (0, 2) => self.a_to_c_micros,
            (1, 2) => self.b_to_c_micros,
            _ => self.same_zone_micros,
        }
    }

    pub(crate) fn delay(&self, micros: Micros) -> Delay {
        let Micros(min_micros, max_micros) = micros;
        let tail_max_micros = max_micros.saturating_mul(self.late_times).min(MICROS_MAX);
        Delay {
            min_micros,
            max_micros,
            tail_one_in: self.late_one_in,
            tail_max_micros,
        }
    }

    pub(crate) fn call_span(&self) -> SimSpan {
        SimSpan::from_micros(self.call_micros.into())
    }

    pub(crate) fn repair_span(&self) -> SimSpan {
        SimSpan::from_millis(self.repair_millis.into())
    }

    pub(crate) fn persist_span(&self) -> SimSpan {
        SimSpan::from_micros(self.disk_micros.into())
    }
}

fn in_range(field: &'static str, value: u64, min: u64, max: u64) -> Result<(), TopologyProblem> {
    if (min..=max).contains(&value) {
        Ok(())
    } else {
        Err(TopologyProblem::OutOfRange {
            field,
            value,
            min,
            max,
        })
    }
}
