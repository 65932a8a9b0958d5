//! A cluster as a person builds it: its instances, its custom endpoints, and which names clients use.

use base::{Phrase, ReaderId};
use world::{Endpoint, EndpointId, EndpointKind, InstanceStatus, Members, ReaderSpec, World};

use crate::{Change, Tone};

/// A cluster that looks after its writer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClusterView {
    /// Its instances, in order.
    pub instances: Vec<InstanceView>,
    /// Its custom endpoints, in the order they were made (I-8).
    pub customs: Vec<CustomView>,
    /// The name clients of loads were told to use, and the one the visitor was.
    pub told: [Option<Endpoint>; 2],
    /// What can be changed in another run of the same seed, and in which words.
    pub changes: Vec<(Change, Phrase)>,
}

/// One instance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InstanceView {
    /// Which.
    pub reader: ReaderId,
    /// Zone, tier, class and size.
    pub spec: ReaderSpec,
    /// It is the writer, or becomes it: it can be neither deleted nor changed.
    pub writes: bool,
    /// Whether it is being deleted (RP-11).
    pub leaves: bool,
    /// How it stands.
    pub status: Phrase,
    /// How that is meant.
    pub tone: Tone,
}

/// A custom endpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomView {
    /// Which.
    pub id: EndpointId,
    /// Its name.
    pub name: String,
    /// Whom it is for.
    pub kind: EndpointKind,
    /// Whether instances join by themselves: it has a list of those that do not (I-11).
    pub open: bool,
    /// Those in its list, or not in the list of exclusions.
    pub members: Vec<ReaderId>,
}

/// The cluster, if the run has one.
pub fn cluster_view(world: &World) -> Option<ClusterView> {
    let writer = world.writer_place()?;
    let instances = world.readers().filter_map(|(id, _, _)| {
        let status = world.instance_status(id)?;
        let (phrase, tone) = match status {
            _ if id == writer => ("cluster-writes", Tone::Good),
            InstanceStatus::Available => ("cluster-available", Tone::Good),
            InstanceStatus::Creating => ("cluster-creating", Tone::Waiting),
            InstanceStatus::Starting => ("cluster-starting", Tone::Waiting),
            InstanceStatus::Stopped => ("cluster-stopped", Tone::Fault),
            InstanceStatus::OutOfReach => ("cluster-out-of-reach", Tone::Fault),
            InstanceStatus::Deleting => ("cluster-deleting", Tone::Waiting),
        };
        Some(InstanceView {
            reader: id,
            spec: world.standing_of(id)?,
            writes: id == writer,
            leaves: status == InstanceStatus::Deleting,
            status: Phrase::new(phrase),
            tone,
        })
    });
    let instances: Vec<InstanceView> = instances.collect();
    let ids = || instances.iter().map(|instance| instance.reader);
    let customs = world.custom_endpoints().map(|(id, custom)| CustomView {
        id,
        name: custom.name.clone(),
        kind: custom.kind,
        open: matches!(custom.members, Members::Except(_)),
        members: ids().filter(|id| custom.members.include(*id)).collect(),
    });
    Some(ClusterView {
        customs: customs.collect(),
        changes: Change::offered(world.topology()),
        told: [world.told_name(false), world.told_name(true)],
        instances,
    })
}
