//! Auto scaling in a run: `aurora::scaling` decides, and here readers come and go by it.
//!
//! Once a minute `[choice]` it looks at the averages of that minute. A new reader gets the writer's class and size and tier
//! 15, in the zone that has the fewest instances `[choice]`.

use aurora::scaling::{Change, Decision, Metric, Policy, Reading, Scaling, TIER};

use super::instances::InstanceStatus;
use super::*;
use crate::ClusterEvent;
use crate::cluster::{PolicySpec, ReaderSpec};

/// Seconds from one look to the next `[choice]`.
const LOOK_EVERY_SECONDS: u64 = 60;

impl World {
    /// The policies of auto scaling.
    pub fn scaling_policies(&self) -> &[Policy] {
        let cluster = self.cluster.as_ref();
        cluster.map_or(&[], |cluster| cluster.scaling.policies())
    }

    /// What looks after the number of readers, in a cluster that looks after its writer.
    pub fn scaling(&self) -> Option<&Scaling> {
        self.cluster.as_ref().map(|cluster| &cluster.scaling)
    }

    /// When auto scaling looks at its averages next.
    pub fn next_look_at_scaling(&self) -> SimTime {
        let every = LOOK_EVERY_SECONDS * 1_000_000;
        SimTime::from_micros((self.agenda.now().micros() / every + 1) * every)
    }

    /// Whether auto scaling has made an instance.
    pub fn is_made_by_scaling(&self, place: ReaderId) -> bool {
        let cluster = self.cluster.as_ref();
        cluster.is_some_and(|cluster| cluster.scaling.is_own(place))
    }

    /// Whether something looks after the readers, second by second.
    pub(super) fn is_looked_after(&self) -> bool {
        let cluster = self.cluster.as_ref();
        cluster.is_some_and(|it| !it.scaling.policies().is_empty() || it.caches.is_wanted())
    }

    /// Sets a policy, in place of the one for its metric.
    pub(super) fn set_scaling(&mut self, spec: PolicySpec) -> Result<(), Refusal> {
        let policy = spec.policy()?;
        if self.region.follows {
            return Err(Refusal::NotInSecondary);
        }
        let Some(cluster) = &mut self.cluster else {
            return Err(Refusal::NoCluster);
        };
        cluster.scaling.set(policy);
        let set = self.note_fault(Event::Cluster(ClusterEvent::ScalingSet {
            metric: policy.metric,
            target: policy.target,
            min: policy.min,
            max: policy.max,
        }));
        self.start_meter(set);
        Ok(())
    }

    /// Removes a policy; the readers it has made stay.
    pub(super) fn remove_scaling(&mut self, metric: Metric) -> Result<(), Refusal> {
        let Some(cluster) = &mut self.cluster else {
            return Err(Refusal::NoCluster);
        };
        if !cluster.scaling.remove(metric) {
            return Err(Refusal::NoSuchPolicy);
        }
        self.note_fault(Event::Cluster(ClusterEvent::ScalingRemoved { metric }));
        Ok(())
    }

    /// The readers, without the writer: those an average is about.
    pub fn readers_measured(&self) -> Vec<ReaderId> {
        let writer = self.writer_place();
        let readers = self.readers().map(|(place, _, _)| place);
        readers.filter(|place| Some(*place) != writer).collect()
    }

    /// Once a minute it is looked whether there are enough readers.
    pub(super) fn look_at_scaling(&mut self, cause: EventId) {
        let now = self.agenda.now();
        let seconds = now.micros() / 1_000_000;
        if !seconds.is_multiple_of(LOOK_EVERY_SECONDS)
            || self.scaling_policies().is_empty()
            || self.region.follows
        {
            return;
        }
        let readers = self.readers_measured();
        let measured: Vec<Reading> = readers
            .iter()
            .map(|place| self.take_reading(*place))
            .collect();
        let away = |place| self.instance_status(place) != Some(InstanceStatus::Available);
        let missing = self.readers().find(|(place, _, _)| away(*place));
        let missing = missing.map(|(place, _, _)| place);
        let Some(cluster) = &mut self.cluster else {
            return;
        };
        if let Some(reader) = missing {
            //
            let wants = cluster.scaling.clone().decide(now, &measured) != Decision::Stay;
            if wants && !std::mem::replace(&mut cluster.scaling_waits, true) {
                let waits = Event::Cluster(ClusterEvent::ScalingWaits { reader });
                self.note(Some(cause), waits);
            }
            return;
        }
        cluster.scaling_waits = false;
        match cluster.scaling.decide(now, &measured) {
            Decision::Stay => {}
            Decision::Out(change) => self.scale_out(change, cause),
            Decision::In(change) => self.scale_in(change, cause),
        }
    }

    fn scale_out(&mut self, change: Change, cause: EventId) {
        let Change {
            metric,
            average_tenths,
            from,
            to,
        } = change;
        let scaled = self.note(
            Some(cause),
            Event::Cluster(ClusterEvent::ScaledOut {
                metric,
                average_tenths,
                from,
                to,
            }),
        );
        self.from_outside.push(scaled);
        let Some(writer) = self.writer_place().and_then(|it| self.standing_of(it)) else {
            return;
        };
        for _ in from..to {
            let spec = ReaderSpec {
                zone: self.emptiest_zone(),
                tier: TIER,
                class: writer.class,
                size: writer.size,
            };
            if let Ok(reader) = self.add_reader_because(spec, Some(scaled))
                && let Some(cluster) = &mut self.cluster
            {
                cluster.scaling.made(reader);
            }
        }
    }

    fn scale_in(&mut self, change: Change, cause: EventId) {
        let Change {
            metric,
            average_tenths,
            from,
            to,
        } = change;
        let Some(cluster) = &self.cluster else {
            return;
        };
        let writer = cluster.manager.writer();
        // One of them may have become the writer.
        let own = cluster.scaling.to_remove(from).into_iter();
        let going: Vec<ReaderId> = own
            .filter(|reader| *reader != writer)
            .take(usize::from(from - to))
            .collect();
        if going.is_empty() {
            return;
        }
        let to = from - going.len() as u8;
        let scaled = self.note(
            Some(cause),
            Event::Cluster(ClusterEvent::ScaledIn {
                metric,
                average_tenths,
                from,
                to,
            }),
        );
        self.from_outside.push(scaled);
        for reader in going {
            let leaves = Event::Cluster(ClusterEvent::InstanceLeaves { reader });
            let leaves = self.note(Some(scaled), leaves);
            self.let_leave(reader, leaves);
        }
    }

    /// The zone with the fewest instances, of those that can be reached.
    fn emptiest_zone(&self) -> ZoneId {
        let instances = |zone: ZoneId| self.readers().filter(|it| it.2 == zone).count();
        let zones = ZoneId::all().map(|zone| (self.is_zone_cut(zone), instances(zone), zone));
        zones.min().map_or(ZoneId(0), |(_, _, zone)| zone)
    }
}

/// What a scenario begins with.
pub(super) fn scaling_of(topology: &Topology) -> Scaling {
    let policies = topology.scaling.iter();
    Scaling::with(policies.filter_map(|spec| spec.policy().ok()))
}
