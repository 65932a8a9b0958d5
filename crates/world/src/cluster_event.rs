//! What happens to a cluster as a whole: instances, names, policies.

use aurora::endpoints::{Endpoint, EndpointId};
use aurora::failover::Size;
use aurora::instance::Class;
use base::{ClientId, ReaderId};
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
    /// A name leads nowhere, and a client has nobody to connect to (I-13).
    NobodyThere {
        /// The client.
        client: ClientId,
        /// The name.
        endpoint: Endpoint,
    },
}
