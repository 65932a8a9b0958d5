//! What happens to a cluster as a whole: instances, names, policies.

use aurora::cache_management::CcmOff;
use aurora::endpoints::{Endpoint, EndpointId};
use aurora::failover::Size;
use aurora::instance::Class;
use aurora::scaling::Metric;
use base::{ClientId, InstanceId, ReaderId};
use serde::Serialize;

/// Something that has happened to a cluster that looks after its writer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ClusterEvent {
    /// An instance is being deleted: its name leads nowhere any more, and what it is at may end within three minutes
    /// (RP-11).
    InstanceLeaves {
        /// The instance.
        reader: ReaderId,
    },
    /// An instance is gone for good.
    InstanceRemoved {
        /// The instance.
        reader: ReaderId,
        /// Statements that were still at work there; they are asked again elsewhere.
        cut: u32,
    },
    /// An instance ends its process, to come back with another class or size.
    InstanceModified {
        /// The instance.
        reader: ReaderId,
        /// Its class now.
        class: Class,
        /// Its size now.
        size: Size,
    },
    /// The cluster is stopped as a whole (I-24).
    ClusterStopped,
    /// The cluster is started again.
    ClusterStarted {
        /// Whether because it has been stopped for seven days.
        by_itself: bool,
    },
    /// The process of the writer ends in order.
    WriterEnded {
        /// The instance.
        instance: InstanceId,
    },
    /// The engine of the writer restarts on its host.
    EngineRestarts {
        /// The host.
        reader: ReaderId,
        /// Whether connections are kept, and open transactions rolled back (O-8).
        keeps: bool,
    },
    /// The instances are patched one after another.
    PatchingBegan {
        /// Whether the writer hands over to a reader in the end.
        by_failover: bool,
    },
    /// An instance is patched.
    InstancePatched {
        /// The instance.
        reader: ReaderId,
    },
    /// There is a custom endpoint more (I-8).
    EndpointCreated {
        /// The endpoint.
        endpoint: EndpointId,
    },
    /// A custom endpoint has other members, or is of another kind; open connections stay (I-14).
    EndpointEdited {
        /// The endpoint.
        endpoint: EndpointId,
    },
    /// A custom endpoint is gone.
    EndpointDeleted {
        /// The endpoint.
        endpoint: EndpointId,
    },
    /// Clients connect through this name from now on.
    ClientsToldName {
        /// The name; what the scenario says if none.
        endpoint: Option<Endpoint>,
        /// Whether it is the visitor who was told, and not the clients of loads.
        visitor: bool,
    },
    /// Auto scaling goes by this policy from now on.
    ScalingSet {
        /// The metric.
        metric: Metric,
        /// Where its average is to stay.
        target: u32,
        /// The fewest readers.
        min: u8,
        /// The most.
        max: u8,
    },
    /// Auto scaling goes by this metric no more.
    ScalingRemoved {
        /// The metric.
        metric: Metric,
    },
    /// Auto scaling adds readers.
    ScaledOut {
        /// The metric that led to it.
        metric: Metric,
        /// Its average over all readers, in tenths.
        average_tenths: u32,
        /// How many readers there were.
        from: u8,
        /// How many there will be.
        to: u8,
    },
    /// Auto scaling removes readers of its own making.
    ScaledIn {
        /// The metric that led to it.
        metric: Metric,
        /// Its average over all readers, in tenths.
        average_tenths: u32,
        /// How many readers there were.
        from: u8,
        /// How many there will be.
        to: u8,
    },
    /// Somebody has switched cluster cache management on or off (CC-2).
    CacheManagementSet {
        /// Whether it is to be on.
        on: bool,
    },
    /// Cluster cache management works from now on (CC-5).
    CacheManagementOn {
        /// The reader it keeps warm.
        reader: ReaderId,
    },
    /// Cluster cache management does nothing (CC-4).
    CacheManagementOff {
        /// Why.
        why: CcmOff,
    },
    /// The writer has gone through its hot pages, and has sent what the reader lacked (CC-9).
    CacheScanned {
        /// The reader.
        reader: ReaderId,
        /// Hot pages.
        found: u32,
        /// Those that were sent.
        sent: u32,
    },
    /// Auto scaling would change the number of readers, but waits until this instance is available.
    ScalingWaits {
        /// The instance.
        reader: ReaderId,
    },
    /// A reader has answered no keepalive for five seconds: its clients take it for dead (I-22).
    PeerSilent {
        /// The reader.
        reader: ReaderId,
    },
    /// A name leads nowhere, and a client has nobody to connect to (I-13).
    NobodyThere {
        /// The client.
        client: ClientId,
        /// The name.
        endpoint: Endpoint,
    },
}
