//! The machines of the database wired into the kernel.
//!
//! A [`World`] is one run: give it [`Command`]s, let it step, and read what happened from its journal of
//! [`Event`]s. Only here is it decided what comes before what. The same topology, seed and commands give the
//! same journal, byte for byte, on every machine (INV-19). A checkpoint is a clone.

mod alarms;
pub mod checkers;
mod clients;
mod cluster;
mod cluster_event;
mod command;
mod event;
mod faults;
pub mod oracle;
pub mod pattern;
mod region;
mod requests;
mod topology;
mod world;

pub use aurora::cache_management::{self, Bloom, Buffers, CcmOff, CcmStatus};
pub use aurora::constants::{
    KEY_BYTES_MAX, PAGES_PER_GROUP, READ_QUORUM, VALUE_BYTES_MAX, WRITE_QUORUM,
};
pub use aurora::endpoints::{
    CUSTOM_MAX, Custom, Endpoint, EndpointId, EndpointProblem, Kind as EndpointKind, Members,
    NAME_MAX, RoleChange,
};
pub use aurora::epoch::{GeometryEpoch, MembershipEpoch, Stamp, VolumeEpoch};
pub use aurora::failover::{ChosenWhy, Phase as FailoverPhase, Size};
pub use aurora::instance::{Class, Family};
pub use aurora::membership::{ControlPlane, Membership, Segments, Swap};
pub use aurora::object_store::ObjectStore;
pub use aurora::page::{group_of, mark_of, page_of_key};
pub use aurora::protocol::{
    Address, Bytes, Ended, Ends, Happening, Horizon, Message, Operation, Outcome, RollbackWhy,
    Script, Statement, WakeReason, undo_group,
};
pub use aurora::quorum::{Ability, CopySet, Quorum};
pub use aurora::recovery::{Phase, Recovery};
pub use aurora::redo::{
    BackLinks, Carried, Change, Generation, History, Link, Parcel, Range, Record, RedoLog, Run,
};
pub use aurora::replica::{Replica, StreamCounts};
pub use aurora::scaling::{self, Metric, Policy};
pub use aurora::storage_node::{Hydration, Job, PageState, Pipeline, Scrubbed, Segment};
pub use aurora::writer::{
    CacheCounts, Points, ReadCounts, Standing as WriterStanding, Waiting, Writer,
};
pub use aurora::wrong_rule::WrongRule;
pub use base::Keep;
pub use clients::{CALLERS_FROM, Clients, LOAD_CLIENTS_SHOWN, Load, Turn, VISITOR};
pub use cluster::{
    EndpointName, EndpointSpec, Engine, Failover, PolicySpec, ReaderSpec, TIER_LAST, TIER_USUAL,
    Through,
};
pub use cluster_event::ClusterEvent;
pub use command::{Command, Given, Refusal, Site, StatementSpec};
pub use event::{Event, LostWhy, ReplaceWhy};
pub use region::RegionEvent;
pub use requests::{Request, Standing};
pub use sim::{Entry, Journal};
pub use topology::{Micros, Topology, TopologyProblem};
pub use world::{Connection, Counters, Flight, InstanceStatus, Step, World};
