//! Instances of a cluster come, change and go.
//!
//! An instance that is added has to be created first, which takes a while. One that is deleted takes no more connections
//! from that moment on: its name leads nowhere, and whoever was connected turns elsewhere. What it is at may come to its
//! end, for three minutes at most; what is not done by then is asked again at another instance (RP-11). The writer cannot
//! be deleted or changed: another has to take over first. So there is always one instance left.

use aurora::failover::Size;
use aurora::instance::{self, Class};
use base::Id;

use super::cluster::{Going, Host, Role, candidate};
use super::readers::Reader;
use super::*;
use crate::cluster::ReaderSpec;
use crate::{ClusterEvent, TIER_LAST};

/// What the statements of a deleted reader have to come to their end (RP-11, P-29).
const GRACE: SimSpan = SimSpan::from_millis(180_000);
/// How often it is looked whether they have `[choice]`.
const LOOK_AGAIN: SimSpan = SimSpan::from_millis(1_000);

/// How an instance of a cluster stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InstanceStatus {
    /// It works, as the writer or as a reader.
    Available,
    /// It was added and is not there yet.
    Creating,
    /// Its process is being started.
    Starting,
    /// It is stopped, by hand or because it failed.
    Stopped,
    /// It cannot be reached.
    OutOfReach,
    /// It is being deleted (RP-11).
    Deleting,
}

impl World {
    /// How an instance stands; nothing if there is none, or not any more.
    pub fn instance_status(&self, place: ReaderId) -> Option<InstanceStatus> {
        let reader = self.readers.get(place)?;
        let host = self.cluster.as_ref()?.hosts.get(place)?;
        let control = self.site_of_address(Address::ControlPlane);
        let runs = reader.replica.is_up() || self.writer_runs_at(place);
        Some(match (host.going, host.starting) {
            (Going::Gone, _) => return None,
            (Going::Until(_), _) => InstanceStatus::Deleting,
            (Going::No, Some(_)) if host.is_new => InstanceStatus::Creating,
            _ if !self.network.is_open(control, reader.site) => InstanceStatus::OutOfReach,
            (Going::No, Some(_)) => InstanceStatus::Starting,
            (Going::No, None) if runs => InstanceStatus::Available,
            (Going::No, None) => InstanceStatus::Stopped,
        })
    }

    fn going(&self, place: ReaderId) -> Going {
        let cluster = self.cluster.as_ref();
        cluster.map_or(Going::No, |it| it.hosts[place].going)
    }

    /// Whether an instance was deleted.
    pub(super) fn is_gone(&self, place: ReaderId) -> bool {
        self.going(place) == Going::Gone
    }

    /// Whether an instance is being deleted, or was.
    pub(super) fn is_leaving(&self, place: ReaderId) -> bool {
        self.going(place) != Going::No
    }

    /// Gives an instance another tier (F-3).
    pub(super) fn set_tier(&mut self, reader: ReaderId, tier: u8) -> Result<(), Refusal> {
        self.known_reader(reader)?;
        check_tier(tier)?;
        let Some(cluster) = &mut self.cluster else {
            return Err(Refusal::NoCluster);
        };
        cluster.manager.set_tier(reader, tier);
        self.note_fault(Event::TierSet { reader, tier });
        Ok(())
    }

    /// Adds a reader to the cluster.
    pub(super) fn add_reader(&mut self, spec: ReaderSpec) -> Result<ReaderId, Refusal> {
        self.add_reader_because(spec, None)
    }

    /// Adds a reader to the cluster; by command if nothing is the cause.
    pub(super) fn add_reader_because(
        &mut self,
        spec: ReaderSpec,
        cause: Option<EventId>,
    ) -> Result<ReaderId, Refusal> {
        if spec.zone.0 >= ZONES {
            return Err(Refusal::NoSuchZone(spec.zone));
        }
        check_tier(spec.tier)?;
        if self.readers().count() > aurora::constants::READERS_MAX as usize {
            return Err(Refusal::TooManyReaders);
        }
        if self.readers.len() >= usize::from(u8::MAX) {
            return Err(Refusal::NoNumbersLeft);
        }
        let Some(cluster) = &mut self.cluster else {
            return Err(Refusal::NoCluster);
        };
        let candidate = candidate(spec, &mut cluster.chance);
        let id = cluster.manager.add(candidate);
        cluster.hosts.push(Host {
            class: spec.class,
            is_new: true,
            ..Host::default()
        });
        let site = self.network.add_site(place_of(spec.zone));
        let members = World::first_members(&self.topology);
        let room = instance::cache_room(self.topology.cache_pages, spec.size);
        self.readers
            .push(Reader::new(id, spec.zone, site, members, room));
        for place in 0..self.instances.len() {
            self.instances[InstanceId::from_index(place)]
                .writer
                .add_reader();
        }
        let zone = spec.zone;
        let event = Event::ReaderAdded { reader: id, zone };
        let added = match cause {
            None => self.note_fault(event),
            Some(_) => self.note(cause, event),
        };
        self.cluster_changed(added);
        Ok(id)
    }

    /// A reader that somebody wants to delete or change: the writer is none.
    fn reader_to_change(&self, reader: ReaderId) -> Result<(), Refusal> {
        self.known_reader(reader)?;
        match self.writer_place() {
            Some(writer) if writer == reader => Err(Refusal::IsTheWriter(reader)),
            None if self.cluster.is_none() => Err(Refusal::NoCluster),
            _ => Ok(()),
        }
    }

    /// Deletes a reader (RP-11).
    pub(super) fn remove_reader(&mut self, reader: ReaderId) -> Result<(), Refusal> {
        self.reader_to_change(reader)?;
        let leaves = self.note_fault(Event::Cluster(ClusterEvent::InstanceLeaves { reader }));
        self.let_leave(reader, leaves);
        Ok(())
    }

    /// An instance takes no more connections; once it has done its work it is gone.
    pub(super) fn let_leave(&mut self, place: ReaderId, leaves: EventId) {
        let until = self.agenda.now() + GRACE;
        if let Some(cluster) = &mut self.cluster {
            let host = &mut cluster.hosts[place];
            host.going = Going::Until(until);
            host.starting = None;
            host.starts += 1;
        }
        self.end_old_writer(place, leaves);
        self.hang_up(place, leaves);
        self.patch_no_more(place, leaves);
        self.cluster_changed(leaves);
        self.go_on_leaving(place, leaves);
    }

    /// Looks whether an instance that is being deleted has done its work. Returns whether it is gone now.
    pub(super) fn go_on_leaving(&mut self, place: ReaderId, cause: EventId) -> bool {
        let Going::Until(until) = self.going(place) else {
            return false;
        };
        let now = self.agenda.now();
        let replica = &self.readers[place].replica;
        let cut = match replica.is_up() {
            true => replica.reads_open(),
            false => 0,
        };
        if cut > 0 && now < until {
            let due = (now + LOOK_AGAIN).min(until);
            let chore = Chore::Leave { place };
            self.agenda.book(due, Booked::Chore { chore, cause });
            return false;
        }
        let reader = place;
        let removed = ClusterEvent::InstanceRemoved { reader, cut };
        let removed = self.note(Some(cause), Event::Cluster(removed));
        self.from_outside.push(removed);
        if let Some(cluster) = &mut self.cluster {
            cluster.hosts[place].going = Going::Gone;
            cluster.hosts[place].memory = None;
            cluster.scaling.gone(place);
        }
        self.stop_if_up(place, removed);
        self.cluster_changed(removed);
        true
    }

    /// The process of a reader ends, if it runs. Returns whether it did.
    fn stop_if_up(&mut self, reader: ReaderId, cause: EventId) -> bool {
        let runs = self.readers[reader].replica.is_up();
        if runs {
            let stopped = self.note(Some(cause), Event::ReaderStopped { reader });
            self.stop_reader_process(reader, stopped);
        }
        runs
    }

    /// Gives a reader another class or size: its process is started anew.
    pub(super) fn modify_instance(
        &mut self,
        reader: ReaderId,
        class: Option<Class>,
        size: Option<Size>,
    ) -> Result<(), Refusal> {
        self.reader_to_change(reader)?;
        let Some(spec) = self.standing_of(reader) else {
            return Err(Refusal::NoSuchReader(reader));
        };
        let (class, size) = (class.unwrap_or(spec.class), size.unwrap_or(spec.size));
        if (class, size) == (spec.class, spec.size) {
            return Err(Refusal::NothingToChange(reader));
        }
        let Some(cluster) = &mut self.cluster else {
            return Err(Refusal::NoCluster);
        };
        cluster.manager.set_size(reader, size);
        cluster.hosts[reader].class = class;
        let modified = ClusterEvent::InstanceModified {
            reader,
            class,
            size,
        };
        let modified = self.note_fault(Event::Cluster(modified));
        let runs = self.stop_if_up(reader, modified);
        let room = instance::cache_room(self.topology.cache_pages, size);
        self.readers[reader].replica.set_cache_room(room);
        if runs {
            self.start_at(reader, Role::Reader, modified);
        }
        self.cluster_changed(modified);
        Ok(())
    }

    /// Pages the cache of the first writer has room for.
    pub(super) fn cache_of_writer(topology: &Topology) -> u32 {
        let size = topology.failover.map_or(Size::Large, |it| it.writer_size);
        instance::cache_room(topology.cache_pages, size)
    }

    /// A process that is to write has the memory of its host.
    pub(super) fn fit_writer(&mut self, id: InstanceId, place: ReaderId) {
        let size = self.standing_of(place).map_or(Size::Large, |it| it.size);
        let room = instance::cache_room(self.topology.cache_pages, size);
        self.instances[id].writer.set_cache_room(room);
    }
}

fn check_tier(tier: u8) -> Result<(), Refusal> {
    if tier <= TIER_LAST {
        return Ok(());
    }
    Err(Refusal::OutOfRange {
        field: "tier",
        value: tier.into(),
        min: 0,
        max: TIER_LAST.into(),
    })
}
