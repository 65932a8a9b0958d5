//! A cluster that looks after its writer.
//!
//! `aurora::failover` decides; here is what it decides about: the hosts, the processes on them, and the name that points
//! at one of them. A host runs one process, a reader's or the writer's. Its host manager (O-2) starts a process when the
//! control plane wants it to; that takes a while, which is drawn from a stream of its own, as are the lots that decide
//! among equals (F-2).
//!
//! The spans of a failover follow one another, and the journal has a mark at the end of each (F-14): the writer fails; it
//! counts as failed (`WriterFailed`); somebody is chosen (`SuccessorChosen`); the volume is open again (`VolumeOpened`);
//! the name points there (`EndpointMoved`); clients find it.

use aurora::endpoints::CustomEndpoints;
use aurora::failover::{Candidate, Failover, Order, Phase, Rules};
use aurora::instance::Class;
use aurora::scaling::Scaling;
use aurora::writer::Cache;
use base::Id;

use super::caches::Caches;
use super::cause::Thread;
use super::meter::Meter;
use super::processors::Processors;
use super::scaling::scaling_of;
use super::*;
use crate::Engine;
use crate::cluster::ReaderSpec;

/// Checks missed in a row that make an instance count as failed `[choice]`.
const MISSES: u32 = 4;
/// A new writer has three times as long as its process takes to start at most, and this, to open the volume `[choice]`.
const PATIENCE: SimSpan = SimSpan::from_millis(20_000);

/// What a host is to run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Writer,
    Reader,
}

/// The machine of one place.
#[derive(Clone, Debug, Default)]
pub(super) struct Host {
    /// Its class.
    pub class: Class,
    /// Somebody has stopped it on purpose.
    pub halted: bool,
    /// What is being started.
    pub starting: Option<Role>,
    /// Whether it has never run before.
    pub is_new: bool,
    /// Counts starts, so that what was overtaken by another is left undone.
    pub starts: u32,
    /// Whether it is being deleted, or gone.
    pub going: Going,
    /// What waits for its processors.
    pub processors: Processors,
    /// Since when no client can reach it.
    pub silent_since: Option<SimTime>,
    /// What the process before had in memory, for a writer to find (CC-1).
    pub memory: Option<Arc<Cache>>,
}

/// How far the deletion of an instance is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Going {
    /// Nobody deletes it.
    #[default]
    No,
    /// What it is at may end until then (RP-11).
    Until(SimTime),
    /// It is gone.
    Gone,
}

/// Something booked for a cluster.
#[derive(Clone, Copy, Debug)]
pub(super) enum Chore {
    /// A process is ready to work.
    Started { place: ReaderId, starts: u32 },
    /// The changed name is published.
    Published { to: ReaderId, number: u32 },
    /// A second is over, and the instances are measured.
    Measure,
    /// A cluster that has been stopped for as long as it may starts by itself (I-24).
    StartsAgain { stops: u32 },
    /// It is looked whether the next instance can be patched.
    PatchNext { looks: u32 },
    /// It is looked whether an instance that is being deleted has done its work.
    Leave { place: ReaderId },
    /// The turn of a request comes that has waited for the processors.
    Serve { place: ReaderId, request: RequestId },
    /// Clients find that nobody has answered since then (I-22).
    Silence { place: ReaderId, since: SimTime },
}

/// What looks after the instances.
#[derive(Clone, Debug)]
pub(super) struct Cluster {
    pub manager: Failover,
    pub chance: Chance,
    alarms: Alarms,
    /// What the manager waits for next, and what made it wait for that.
    awaited: Option<(SimTime, EventId)>,
    pub hosts: IdVec<ReaderId, Host>,
    pub endpoints: CustomEndpoints,
    pub scaling: Scaling,
    /// Whether it was said that scaling waits.
    pub scaling_waits: bool,
    pub caches: Caches,
    pub meter: Meter,
    /// Where the writer's name points, as the world knows it.
    published: ReaderId,
    publications: u32,
}

impl Cluster {
    pub fn of(topology: &Topology, seed: u64) -> Option<Cluster> {
        let spec = topology.failover?;
        let mut chance = Chance::new(seed, Stream::Failover);
        let recreate = around(&mut chance, spec.recreate_millis);
        let check = SimSpan::from_millis(spec.check_millis.into());
        let promote = SimSpan::from_millis(u64::from(spec.promote_millis) * 3);
        let rules = Rules {
            check_every: check,
            misses: MISSES,
            patience: promote + PATIENCE,
            recreate,
            in_place: spec.in_place,
        };
        let candidates: Vec<Candidate> = topology
            .places()
            .map(|spec| candidate(spec, &mut chance))
            .collect();
        let host = |spec: ReaderSpec| Host {
            class: spec.class,
            ..Host::default()
        };
        let hosts = topology.places().map(host).collect();
        let writer = ReaderId::from_index(candidates.len() - 1);
        Some(Cluster {
            manager: Failover::new(rules, candidates, writer),
            chance,
            alarms: Alarms::default(),
            awaited: None,
            hosts,
            endpoints: topology.endpoints_made().expect("a checked topology"),
            scaling: scaling_of(topology),
            scaling_waits: false,
            caches: Caches::wanted_by(topology),
            meter: Meter::default(),
            published: writer,
            publications: 0,
        })
    }
}

pub(super) fn candidate(spec: ReaderSpec, chance: &mut Chance) -> Candidate {
    Candidate {
        tier: spec.tier,
        size: spec.size,
        lot: chance.below(u32::MAX),
    }
}

/// From half of a time to one and a half of it.
pub(super) fn around(chance: &mut Chance, millis: u32) -> SimSpan {
    let micros = u64::from(millis) * 1_000;
    let most = micros.min(u64::from(u32::MAX)) as u32;
    SimSpan::from_micros(micros / 2 + u64::from(chance.below(most.max(1))))
}

impl World {
    /// Whether the cluster looks after its writer.
    pub fn has_failover(&self) -> bool {
        self.cluster.is_some()
    }

    /// What the control plane is doing about the writer, if it looks after it.
    pub fn failover_phase(&self) -> Option<Phase> {
        self.cluster.as_ref().map(|cluster| cluster.manager.phase())
    }

    /// The place of the instance that writes or is to, in a cluster that looks after its writer.
    pub fn writer_place(&self) -> Option<ReaderId> {
        let manager = &self.cluster.as_ref()?.manager;
        (!manager.follows()).then(|| manager.writer())
    }

    /// The place the writer's name points at.
    pub fn endpoint(&self) -> Option<ReaderId> {
        self.cluster.as_ref().map(|cluster| cluster.published)
    }

    /// Tier and size of an instance.
    pub fn standing_of(&self, place: ReaderId) -> Option<ReaderSpec> {
        let zone = self.readers.get(place)?.zone;
        let Some(cluster) = &self.cluster else {
            return self.topology.readers.get(place.index()).copied();
        };
        let Candidate { tier, size, .. } = cluster.manager.candidate(place)?;
        let class = cluster.hosts[place].class;
        Some(ReaderSpec {
            zone,
            tier,
            class,
            size,
        })
    }

    /// Whether a process is being started on a host, and is not at work yet.
    pub fn is_starting(&self, place: ReaderId) -> bool {
        let host = self.cluster.as_ref().and_then(|it| it.hosts.get(place));
        host.is_some_and(|host| host.starting.is_some())
    }

    /// The instance that runs, or last ran, as the writer on a host.
    pub(super) fn instance_at(&self, place: ReaderId) -> Option<InstanceId> {
        let mut instances = self.instances.iter();
        let there = instances.find(|(_, instance)| instance.place == Some(place));
        there.map(|(id, _)| id)
    }

    /// Where messages for whatever runs on a host go.
    pub(super) fn address_at(&self, place: ReaderId) -> Address {
        if self.readers[place].replica.is_up() {
            return Address::Reader(place);
        }
        let instance = self.instance_at(place);
        instance.map_or(Address::Reader(place), Address::Instance)
    }

    pub(super) fn writer_runs_at(&self, place: ReaderId) -> bool {
        self.instance_at(place).is_some_and(|id| {
            matches!(
                self.instances[id].writer.standing(),
                WriterStanding::Open | WriterStanding::Recovering
            )
        })
    }

    /// Something may have changed in who runs and who can be reached: the control plane notices, and hosts do what is
    /// theirs.
    pub(crate) fn cluster_changed(&mut self, cause: EventId) {
        if self.is_cluster_stopped() {
            return;
        }
        let Some(mut cluster) = self.cluster.take() else {
            return;
        };
        let now = self.agenda.now();
        let control = self.site_of_address(Address::ControlPlane);
        let places = self.readers.len();
        let reachable: Vec<bool> = (0..places)
            .map(|place| {
                let id = ReaderId::from_index(place);
                let host = &cluster.hosts[id];
                let stays = !host.halted && host.going == Going::No;
                stays && self.network.is_open(control, self.readers[id].site)
            })
            .collect();
        for (place, reachable) in reachable.iter().enumerate() {
            let id = ReaderId::from_index(place);
            let runs = self.readers[id].replica.is_up()
                || cluster.hosts[id].starting.is_some()
                || self.writer_runs_at(id);
            cluster
                .manager
                .hear(now, id, runs && *reachable, *reachable);
        }
        let writer = cluster.manager.writer();
        let opened = self
            .instance_at(writer)
            .is_some_and(|id| self.instances[id].writer.is_open() && id == self.current);
        if opened
            && reachable[writer.index()]
            && matches!(cluster.manager.phase(), Phase::Promotes { .. })
        {
            cluster.manager.opened(writer);
        }
        self.cluster = Some(cluster);
        self.settle_cluster(cause);
        self.start_readers_at_hosts(&reachable, cause);
    }

    /// Does what the control plane wants done, and books its next wake-up. Returns the last thing that happened there.
    fn settle_cluster(&mut self, cause: EventId) -> EventId {
        let mut thread = Thread::new(cause, false);
        while let Some(order) = self
            .cluster
            .as_mut()
            .and_then(|cluster| cluster.manager.poll_order())
        {
            match order {
                Order::Happened(what) => {
                    thread.last = self.note(Some(thread.last), Event::Database(what));
                    self.from_outside.push(thread.last);
                }
                Order::Promote(place) => self.promote_at(place, thread.last),
                Order::Point(to) => self.publish(to, thread.last),
            }
        }
        let Some(cluster) = &mut self.cluster else {
            return thread.last;
        };
        let due = cluster.manager.poll_wakeup();
        if due != cluster.awaited.map(|(due, _)| due) {
            cluster.awaited = due.map(|due| (due, thread.last));
        }
        if let Some(due) = due
            && cluster.alarms.set(due)
        {
            self.book_wake(Machine::Cluster, due, thread.last);
        }
        thread.last
    }

    #[cold]
    #[inline(never)]
    pub(super) fn wake_cluster(&mut self, cause: EventId) -> bool {
        let (now, stopped) = (self.agenda.now(), self.is_cluster_stopped());
        let Some(cluster) = &mut self.cluster else {
            return false;
        };
        cluster.alarms.ring(now);
        // The alarm may be older than what is waited for by now.
        let cause = cluster.awaited.map_or(cause, |(_, because)| because);
        // Nobody is missed whom somebody has stopped.
        if stopped {
            return false;
        }
        let did = cluster.manager.handle_wakeup(now);
        let last = self.settle_cluster(cause);
        if did {
            self.cluster_changed(last);
        }
        did
    }

    /// A host is to run the writer.
    fn promote_at(&mut self, place: ReaderId, cause: EventId) {
        self.keep_connections_no_more(cause);
        let mut cause = cause;
        if self.readers[place].replica.is_up() {
            cause = self.note(Some(cause), Event::PromotionBegan { reader: place });
            let memory = self.readers[place].replica.cache().clone();
            self.stop_reader_process(place, cause);
            self.keep_memory(place, memory);
        }
        self.start_at(place, Role::Writer, cause);
        let topology = Arc::clone(&self.topology);
        if topology
            .failover
            .is_some_and(|failover| failover.engine == Engine::ReadersRestart)
        {
            for other in 0..self.readers.len() {
                let other = ReaderId::from_index(other);
                if self.readers[other].replica.is_up() {
                    let stopped = self.note(Some(cause), Event::ReaderStopped { reader: other });
                    self.stop_reader_process(other, stopped);
                    if !self.is_leaving(other) {
                        self.start_at(other, Role::Reader, stopped);
                    }
                }
            }
        }
    }

    /// A host begins to start a process.
    pub(super) fn start_at(&mut self, place: ReaderId, role: Role, cause: EventId) {
        let (Some(rules), Some(cluster)) = (self.topology.failover, &self.cluster) else {
            return;
        };
        let millis = match cluster.hosts[place].is_new {
            true => rules.create_millis,
            false => rules.promote_millis,
        };
        self.start_in(place, role, millis, cause);
    }

    /// A host begins to start a process, which takes about so long.
    pub(super) fn start_in(&mut self, place: ReaderId, role: Role, millis: u32, cause: EventId) {
        let Some(cluster) = &mut self.cluster else {
            return;
        };
        let takes = around(&mut cluster.chance, millis);
        let host = &mut cluster.hosts[place];
        host.starts += 1;
        host.starting = Some(role);
        let starts = host.starts;
        let chore = Chore::Started { place, starts };
        let due = self.agenda.now() + takes;
        self.agenda.book(due, Booked::Chore { chore, cause });
    }

    /// Whoever is not to write, and is not stopped on purpose, runs as a reader.
    fn start_readers_at_hosts(&mut self, reachable: &[bool], cause: EventId) {
        let writer = self.writer_place();
        for place in (0..self.readers.len()).map(ReaderId::from_index) {
            if Some(place) == writer
                || !reachable[place.index()]
                || self.is_starting(place)
                || self.readers[place].replica.is_up()
            {
                continue;
            }
            let cause = self.end_old_writer(place, cause);
            self.start_at(place, Role::Reader, cause);
        }
    }

    /// If a process that was the writer still runs on a host, it ends. Returns the last thing that happened.
    pub(super) fn end_old_writer(&mut self, place: ReaderId, cause: EventId) -> EventId {
        let Some(id) = self.instance_at(place) else {
            return cause;
        };
        if self.instances[id].writer.standing() == WriterStanding::Crashed {
            return cause;
        }
        let demoted = self.note(Some(cause), Event::WriterDemoted { instance: id });
        self.instances[id].writer.crash();
        self.break_connections(id, demoted);
        demoted
    }

    fn publish(&mut self, to: ReaderId, cause: EventId) {
        let millis = self
            .topology
            .failover
            .map_or(0, |failover| failover.publish_millis);
        let Some(cluster) = &mut self.cluster else {
            return;
        };
        cluster.publications += 1;
        let number = cluster.publications;
        let due = self.agenda.now() + around(&mut cluster.chance, millis);
        let chore = Chore::Published { to, number };
        self.agenda.book(due, Booked::Chore { chore, cause });
    }

    /// Does what was booked for a cluster. Returns whether there was still anything to do.
    #[cold]
    pub(super) fn do_chore(&mut self, chore: Chore, cause: EventId) -> bool {
        let Some(cluster) = &mut self.cluster else {
            return false;
        };
        match chore {
            Chore::Started { place, starts } => {
                let host = &mut cluster.hosts[place];
                if host.starts != starts {
                    return false;
                }
                host.starting = None;
                host.is_new = false;
                if self.writer_place() == Some(place) {
                    self.start_writer_at(place, cause);
                } else {
                    self.start_reader_process(place, Some(cause));
                }
            }
            Chore::Published { to, number } => {
                if cluster.publications != number {
                    return false;
                }
                cluster.published = to;
                let moved = self.note(Some(cause), Event::EndpointMoved { reader: to });
                self.from_outside.push(moved);
            }
            Chore::Measure => return self.measure(cause),
            Chore::StartsAgain { stops } => return self.start_by_itself(stops, cause),
            Chore::PatchNext { looks } => return self.go_on_patching_instances(looks, cause),
            Chore::Leave { place } => return self.go_on_leaving(place, cause),
            Chore::Serve { place, request } => return self.serve(place, request, cause),
            Chore::Silence { place, since } => return self.find_silent(place, since, cause),
        }
        true
    }

    /// The writer's process is ready on a host: it recovers the volume.
    fn start_writer_at(&mut self, place: ReaderId, cause: EventId) {
        let before = self.current;
        let id = match self.instance_at(place) {
            Some(id) => id,
            None => {
                let (zone, site) = (self.readers[place].zone, self.readers[place].site);
                self.add_instance_on(zone, site, Some(place))
            }
        };
        self.fit_writer(id, place);
        let zone = self.instances[id].zone;
        let started = self.note(Some(cause), Event::WriterStarted { instance: id, zone });
        self.from_outside.push(started);
        self.instances[id].writer.crash();
        self.current = id;
        if before != id {
            self.instances[before].writer.stop_growing();
            self.break_connections(before, started);
        }
        self.break_connections(id, started);
        self.note_abilities(self.groups().map(|group| (group, started)));
        self.begin_recovery(id, started);
        self.cluster_changed(started);
    }

    /// Somebody stops or starts the host of a reader on purpose.
    pub(super) fn halt_host(&mut self, place: ReaderId, halted: bool) {
        if let Some(cluster) = &mut self.cluster {
            let host = &mut cluster.hosts[place];
            host.halted = halted;
            host.starting = None;
            host.starts += 1;
        }
    }

    fn failover_in_peace(&self) -> Result<(), Refusal> {
        match self.failover_phase() {
            None => Err(Refusal::NoCluster),
            Some(Phase::Watches { .. }) => Ok(()),
            Some(_) => Err(Refusal::FailoverUnderWay),
        }
    }

    /// Whether a command may start or move the writer by itself: not while the control plane is about it.
    pub(super) fn may_start_writer(&self) -> Result<(), Refusal> {
        match self.failover_in_peace() {
            Err(Refusal::FailoverUnderWay) => Err(Refusal::FailoverUnderWay),
            _ => Ok(()),
        }
    }

    /// Whoever is next is to write, for the writer is to be patched (F-15, O-5). Returns whether there is anybody.
    pub(super) fn hand_over(&mut self, cause: EventId) -> bool {
        let now = self.agenda.now();
        let Some(cluster) = &mut self.cluster else {
            return false;
        };
        if !cluster.manager.ask(now, None) {
            return false;
        }
        let last = self.settle_cluster(cause);
        self.cluster_changed(last);
        true
    }

    /// Somebody wants another writer (F-15).
    pub(super) fn fail_over(&mut self, to: Option<ReaderId>) -> Result<(), Refusal> {
        self.failover_in_peace()?;
        if let Some(id) = to {
            self.known_reader(id)?;
        }
        let now = self.agenda.now();
        let Some(cluster) = &mut self.cluster else {
            return Err(Refusal::NoCluster);
        };
        if !cluster.manager.ask(now, to) {
            return Err(to.map_or(Refusal::NoSuccessor, Refusal::ReaderIsDown));
        }
        let asked = self.note_fault(Event::FailoverAsked { to });
        self.settle_cluster(asked);
        self.cluster_changed(asked);
        Ok(())
    }
}
