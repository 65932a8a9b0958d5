//! What happens to a cluster as a whole, in words.

use base::{Phrase, ReaderId};
use world::{Address, CcmOff, ClusterEvent, Endpoint, EndpointId, Metric, World};

use crate::LineKind;
use crate::say;

/// What a line about it is about, and who wants to hear it.
pub(crate) fn sort(event: &ClusterEvent) -> (LineKind, u8) {
    match event {
        ClusterEvent::NobodyThere { .. } => (LineKind::Message, 2),
        ClusterEvent::CacheScanned { .. } => (LineKind::Other, 2),
        _ => (LineKind::Other, 1),
    }
}

/// The fact it shows.
pub(crate) fn fact(event: &ClusterEvent) -> &'static str {
    match event {
        ClusterEvent::InstanceLeaves { .. } | ClusterEvent::InstanceRemoved { .. } => "RP-11",
        ClusterEvent::ClusterStopped | ClusterEvent::ClusterStarted { .. } => "I-24",
        ClusterEvent::WriterEnded { .. } => "I-24",
        ClusterEvent::EngineRestarts { .. } => "O-8",
        ClusterEvent::PatchingBegan { .. } | ClusterEvent::InstancePatched { .. } => "O-11",
        ClusterEvent::InstanceModified { .. } => "F-2",
        ClusterEvent::EndpointCreated { .. } => "I-8",
        ClusterEvent::EndpointEdited { .. } => "I-14",
        ClusterEvent::EndpointDeleted { .. } => "I-8",
        ClusterEvent::ClientsToldName { endpoint, .. } => match endpoint {
            Some(Endpoint::Cluster) | None => "I-5",
            Some(Endpoint::Reader) => "I-6",
            Some(Endpoint::Custom(_)) => "I-8",
            Some(Endpoint::Instance(_)) => "I-17",
        },
        ClusterEvent::NobodyThere { .. } => "I-13",
        ClusterEvent::PeerSilent { .. } => "I-22",
        ClusterEvent::ScalingWaits { .. } => "A-9",
        ClusterEvent::ScalingSet { .. } => "A-1",
        ClusterEvent::ScalingRemoved { .. } => "A-10",
        ClusterEvent::ScaledOut { .. } => "A-8",
        ClusterEvent::ScaledIn { .. } => "A-6",
        ClusterEvent::CacheManagementSet { .. } => "CC-2",
        ClusterEvent::CacheManagementOn { .. } => "CC-5",
        ClusterEvent::CacheManagementOff { .. } => "CC-4",
        ClusterEvent::CacheScanned { .. } => "CC-9",
    }
}

/// It in words.
pub(crate) fn phrase(world: &World, event: ClusterEvent) -> Phrase {
    match event {
        ClusterEvent::ClusterStopped => Phrase::new("event-cluster-stopped"),
        ClusterEvent::ClusterStarted { by_itself } => {
            Phrase::new("event-cluster-started").with("by-itself", say::yes_no(by_itself))
        }
        ClusterEvent::WriterEnded { .. } => Phrase::new("event-writer-ended"),
        ClusterEvent::EngineRestarts { reader, keeps } => {
            instance("event-engine-restarts", reader).with("keeps", say::yes_no(keeps))
        }
        ClusterEvent::PatchingBegan { by_failover } => {
            Phrase::new("event-patching-began").with("by-failover", say::yes_no(by_failover))
        }
        ClusterEvent::InstancePatched { reader } => instance("event-instance-patched", reader),
        ClusterEvent::InstanceLeaves { reader } => instance("event-instance-leaves", reader),
        ClusterEvent::InstanceRemoved { reader, cut } => {
            instance("event-instance-removed", reader).with("cut", cut)
        }
        ClusterEvent::InstanceModified {
            reader,
            class,
            size,
        } => instance("event-instance-modified", reader)
            .with("class", class.name())
            .with("size", size.name()),
        ClusterEvent::EndpointCreated { endpoint } => {
            named("event-endpoint-created", world, endpoint)
        }
        ClusterEvent::EndpointEdited { endpoint } => {
            named("event-endpoint-edited", world, endpoint)
        }
        ClusterEvent::EndpointDeleted { endpoint } => {
            named("event-endpoint-deleted", world, endpoint)
        }
        ClusterEvent::ClientsToldName { endpoint, visitor } => {
            let endpoint = match endpoint {
                Some(endpoint) => name_of(world, endpoint),
                None => Phrase::new("endpoint-usual"),
            };
            Phrase::new("event-clients-told-name")
                .with("endpoint", endpoint)
                .with("visitor", say::yes_no(visitor))
        }
        ClusterEvent::ScalingSet {
            metric,
            target,
            min,
            max,
        } => Phrase::new("event-scaling-set")
            .with("metric", phrase_of_metric(metric))
            .with("target", target)
            .with("min", u32::from(min))
            .with("max", u32::from(max)),
        ClusterEvent::ScalingRemoved { metric } => {
            Phrase::new("event-scaling-removed").with("metric", phrase_of_metric(metric))
        }
        ClusterEvent::ScaledOut {
            metric,
            average_tenths,
            from,
            to,
        } => scaled("event-scaled-out", metric, average_tenths, (from, to)),
        ClusterEvent::ScaledIn {
            metric,
            average_tenths,
            from,
            to,
        } => scaled("event-scaled-in", metric, average_tenths, (from, to)),
        ClusterEvent::CacheManagementSet { on } => {
            Phrase::new("event-ccm-set").with("on", say::yes_no(on))
        }
        ClusterEvent::CacheManagementOn { reader } => instance("event-ccm-on", reader),
        ClusterEvent::CacheManagementOff { why } => {
            Phrase::new("event-ccm-off").with("why", phrase_of_ccm_off(why))
        }
        ClusterEvent::CacheScanned {
            reader,
            found,
            sent,
        } => instance("event-ccm-scanned", reader)
            .with("found", found)
            .with("sent", sent),
        ClusterEvent::PeerSilent { reader } => instance("event-peer-silent", reader),
        ClusterEvent::ScalingWaits { reader } => instance("event-scaling-waits", reader),
        ClusterEvent::NobodyThere { client, endpoint } => Phrase::new("event-nobody-there")
            .with("who", say::who(world, Address::Client(client)))
            .with("endpoint", name_of(world, endpoint)),
    }
}

fn scaled(id: &'static str, metric: Metric, tenths: u32, (from, to): (u8, u8)) -> Phrase {
    Phrase::new(id)
        .with("metric", phrase_of_metric(metric))
        .with("average", (tenths + 5) / 10)
        .with("from", u32::from(from))
        .with("to", u32::from(to))
}

/// What a policy of auto scaling goes by.
pub fn phrase_of_metric(metric: Metric) -> Phrase {
    Phrase::new(match metric {
        Metric::Cpu => "metric-cpu",
        Metric::Connections => "metric-connections",
    })
}

/// Why cluster cache management does nothing.
pub fn phrase_of_ccm_off(why: CcmOff) -> Phrase {
    Phrase::new(match why {
        CcmOff::NotWanted => "ccm-off-not-wanted",
        CcmOff::WriterNotFirst => "ccm-off-writer-not-first",
        CcmOff::NoFirstReader => "ccm-off-no-first-reader",
        CcmOff::SeveralFirstReaders => "ccm-off-several-first-readers",
        CcmOff::OtherSize => "ccm-off-other-size",
    })
}

/// A name of the cluster, as people say it.
pub fn name_of(world: &World, endpoint: Endpoint) -> Phrase {
    match endpoint {
        Endpoint::Cluster => Phrase::new("endpoint-cluster"),
        Endpoint::Reader => Phrase::new("endpoint-reader"),
        Endpoint::Custom(id) => named("endpoint-custom", world, id),
        Endpoint::Instance(reader) => instance("endpoint-instance", reader),
    }
}

fn instance(id: &'static str, reader: ReaderId) -> Phrase {
    Phrase::new(id).with("number", reader.number())
}

fn named(id: &'static str, world: &World, endpoint: EndpointId) -> Phrase {
    let custom = world.custom_endpoint(endpoint);
    let name = custom.map_or_else(String::new, |custom| custom.name.clone());
    Phrase::new(id).with("name", name)
}
