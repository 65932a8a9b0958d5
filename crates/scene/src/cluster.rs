//! A cluster as a person builds and runs it: its instances, what looks after them, its custom endpoints, which names clients
//! use, and what can be done to it as a whole.

use base::{Phrase, ReaderId};
use world::{
    CcmOff, ClusterEvent, Endpoint, EndpointId, EndpointKind, Event, Family, InstanceStatus,
    Members, Metric, Policy, PolicySpec, ReaderSpec, World,
};

use crate::{Change, Deed, Tone, deeds};

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
    /// Which engine it speaks like.
    pub family: Family,
    /// What can be done to it as a whole.
    pub operations: Vec<Deed>,
    /// What came last of such a thing.
    pub news: Option<Phrase>,
    /// The policies of auto scaling, by CPU and by connections.
    pub policies: [Option<PolicySpec>; 2],
    /// Whether cluster cache management is switched on; nothing in a family that has none (CC-2).
    pub cache_management: Option<bool>,
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
    /// How busy its processors were in the last second, in thousandths.
    pub cpu_permille: u32,
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
    // A secondary of a global database is built and looked after as a part of that.
    if world.follows() {
        return None;
    }
    view(world, world.writer_place()?)
}

#[inline(never)]
fn view(world: &World, writer: ReaderId) -> Option<ClusterView> {
    let instances = world.readers().filter_map(|(id, _, _)| {
        let status = world.instance_status(id)?;
        let (phrase, tone) = match status {
            InstanceStatus::Available if id == writer => ("cluster-writes", Tone::Good),
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
            cpu_permille: world.cpu_permille(id),
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
        family: world.family().unwrap_or_default(),
        operations: deeds::cluster_deeds(world),
        news: news(world),
        policies: [Metric::Cpu, Metric::Connections].map(|metric| {
            let mut policies = world.scaling_policies().iter();
            policies.find(|it| it.metric == metric).map(spec_of)
        }),
        cache_management: (world.family() == Some(Family::PostgreSql))
            .then(|| world.cache_management() != Err(CcmOff::NotWanted)),
        instances,
    })
}

/// A policy as it would be set.
fn spec_of(policy: &Policy) -> PolicySpec {
    let seconds = |span: base::SimSpan| (span.micros() / 1_000_000) as u32;
    PolicySpec {
        metric: policy.metric,
        target: policy.target,
        min: policy.min,
        max: policy.max,
        in_cooldown_seconds: seconds(policy.in_cooldown),
        out_cooldown_seconds: seconds(policy.out_cooldown),
        scale_in: policy.scales_in,
    }
}

/// What happened last to the cluster as a whole, or because of what was done to it.
fn news(world: &World) -> Option<Phrase> {
    world
        .events_from_outside()
        .rev()
        .find_map(|id| {
            let entry = world.journal().get(id)?;
            let is_news = match entry.event {
                Event::Cluster(event) => !matches!(event, ClusterEvent::NobodyThere { .. }),
                Event::EndpointMoved { .. }
                | Event::WriterStarted { .. }
                | Event::WriterCrashed { .. } => true,
                _ => false,
            };
            is_news.then(|| crate::line(world, id)).flatten()
        })
        .map(|line| line.phrase)
}
