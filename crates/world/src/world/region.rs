//! A cluster as a Region of a global database.
//!
//! In the primary Region a cluster works as ever; it can be told to take no writes, and to let durable commits wait. In a
//! secondary Region nobody writes. All its instances are readers, and in the writer's seat there is an *agent* of
//! storage's: it takes in the redo that comes from the primary Region and tells the readers what is durable (G-4). When
//! the Region is to write itself, the agent ends and one of the readers becomes the writer, by the same steps as in a
//! failover within a Region: it recovers the volume, and whatever had come by then is there.
//!
//! Who decides about Regions, and how redo gets from one to another, is not known here.

use super::links::LinkId;
use super::*;
use crate::clients::CALLERS_FROM;
use crate::{Endpoint, Outcome, Parcel, Range, ReaderSpec, RegionEvent};

/// How a cluster stands in a global database.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct RegionRole {
    /// Redo comes from another Region.
    pub follows: bool,
    /// No writes are taken.
    pub closed: bool,
    /// Durable commits wait.
    pub holds: bool,
    /// It has storage and no instance (G-14).
    pub headless: bool,
}

/// Looking.
impl World {
    /// Whether it takes in the redo of another Region.
    pub fn follows(&self) -> bool {
        self.region.follows
    }

    /// Whether it has been told to take no writes.
    pub fn is_closed(&self) -> bool {
        self.region.closed
    }

    /// Whether durable commits wait for another Region.
    pub fn holds_commits(&self) -> bool {
        self.region.holds
    }

    /// Whether nothing is left to be done for the writes that were taken: nobody waits, and the whole log is durable.
    pub fn writes_are_done(&self) -> bool {
        let writer = self.writer();
        let waits = !writer.commits().is_empty() || writer.requests_held() > 0;
        let open = writer.transactions_open() > 0;
        writer.is_open() && !waits && !open && writer.points().vdl() == self.log().last()
    }

    /// Whether an instance of the cluster runs and could become the writer.
    pub fn has_successor(&self) -> bool {
        let mut readers = self.readers.iter();
        readers.any(|(_, reader)| reader.replica.is_up())
    }
}

/// Telling.
impl World {
    /// A cluster in a Region whose redo comes from elsewhere, from this moment on; its last place, too, is that of a reader.
    ///
    /// # Panics
    /// If the topology does not pass [`Topology::check`], or has no cluster that looks after its writer.
    pub fn secondary(topology: Topology, seed: u64, keep: Keep, from: SimTime) -> World {
        assert!(topology.failover.is_some(), "a secondary is a cluster");
        let mut world = World::not_begun(topology, seed, keep);
        world.agenda.advance_to(from);
        world.region.follows = true;
        let agent = &mut world.instances[InstanceId::FIRST];
        agent.place = None;
        agent.writer.follow(VolumeEpoch::FIRST);
        agent.writer.lead_nobody();
        if let Some(cluster) = &mut world.cluster {
            cluster.manager.follow();
        }
        for id in (0..world.readers.len()).map(ReaderId::from_index) {
            world.start_reader_process(id, None);
        }
        world
    }

    /// All its readers end their processes and start again, as in versions where they do so with the primary's writer
    /// (G-11).
    pub fn restart_all_readers(&mut self) {
        for place in (0..self.readers.len()).map(ReaderId::from_index) {
            if self.readers[place].replica.is_up() && self.stop_reader(place).is_ok() {
                let _ = self.restart_reader(place);
            }
        }
    }

    /// Its instances go, storage alone stays (G-14).
    pub fn go_headless(&mut self) {
        self.region.headless = true;
        for place in (0..self.readers.len()).map(ReaderId::from_index) {
            let _ = self.stop_reader(place);
        }
    }

    /// Another instance: the first of a headless cluster, or one more reader.
    ///
    /// # Errors
    /// If there are as many as there may be.
    pub fn add_instance(&mut self, spec: ReaderSpec) -> Result<(), Refusal> {
        if std::mem::take(&mut self.region.headless) {
            return self.restart_reader(ReaderId(0));
        }
        self.add_reader(spec).map(|_| ())
    }

    /// Moves time on to `at` without anything happening.
    ///
    /// # Panics
    /// If something is due before that.
    pub fn advance_to(&mut self, at: SimTime) {
        if at > self.agenda.now() {
            self.agenda.advance_to(at);
        }
    }

    /// Redo has come from the primary Region.
    ///
    /// # Panics
    /// If this is no secondary, or the records do not follow those that are there.
    pub fn take_redo(&mut self, parcel: &Parcel) {
        let now = self.agenda.now();
        let id = self.current;
        let arrived = self.note(
            None,
            Event::Region(RegionEvent::RedoArrived {
                upto: parcel.upto(),
                records: parcel.len(),
            }),
        );
        let writer = &mut self.instances[id].writer;
        let log = self.history.log_mut(writer.volume_epoch());
        writer.replicate(now, log, parcel);
        self.settle_instance(id, arrived, false);
    }

    /// Whether the agent is at work and has made all it was given durable.
    pub fn agent_is_idle(&self) -> bool {
        let writer = self.writer();
        writer.is_open() && writer.replicates() && writer.points().vdl() == self.log().last()
    }

    /// The primary Region has declared a range void and goes on above it: so does the agent, by a recovery of its own.
    /// What is void here is found by that recovery, and is the same.
    pub fn reopen_agent(&mut self) -> EventId {
        let id = self.current;
        let event = Event::Region(RegionEvent::AgentStarted { instance: id });
        let started = self.note_fault(event);
        self.instances[id].writer.crash();
        self.begin_recovery(id, started);
        started
    }

    /// Why the volume is open in the epoch it is: what its last recovery declared void.
    pub fn recovered_range(&self) -> Option<Range> {
        self.writer().recovered_range()
    }

    /// The Region that wrote takes in another's redo from now on: the writer's process ends, its host comes back as a
    /// reader, and an agent takes the seat. It opens the volume with [`World::reopen_agent`].
    pub fn become_secondary(&mut self) {
        let before = self.current;
        let (zone, site) = (self.instances[before].zone, self.instances[before].site);
        self.region = RegionRole {
            follows: true,
            ..RegionRole::default()
        };
        let epoch = self.epoch_shown();
        let id = self.add_instance_on(zone, site, None);
        let agent = &mut self.instances[id].writer;
        agent.follow(epoch);
        agent.lead_nobody();
        if let Some(cluster) = &mut self.cluster {
            cluster.manager.follow();
        }
        self.current = id;
        let event = Event::Region(RegionEvent::AgentStarted { instance: id });
        let started = self.note_fault(event);
        let demoted = self.note(Some(started), Event::WriterDemoted { instance: before });
        self.instances[before].writer.crash();
        self.break_connections(before, demoted);
        self.cluster_changed(demoted);
    }

    /// The Region is to write: the agent ends, and an instance becomes the writer. This one, or whoever is next (F-2).
    ///
    /// # Errors
    /// If it writes already, or there is nobody who could (G-14).
    pub fn become_primary(&mut self, to: Option<ReaderId>) -> Result<(), Refusal> {
        if !self.region.follows {
            return Err(Refusal::WriterIsUp);
        }
        let now = self.agenda.now();
        let Some(cluster) = &mut self.cluster else {
            return Err(Refusal::NoCluster);
        };
        if !cluster.manager.lead(now, to) {
            return Err(to.map_or(Refusal::NoSuccessor, Refusal::ReaderIsDown));
        }
        self.region = RegionRole::default();
        let instance = self.current;
        let ended = Event::Region(RegionEvent::AgentEnded { instance });
        let ended = self.note_fault(ended);
        self.instances[instance].writer.crash();
        self.cluster_changed(ended);
        Ok(())
    }

    /// The cluster takes no writes, or takes them again. Reads go on.
    pub fn close_to_writes(&mut self, closed: bool) {
        if self.region.closed != closed {
            self.region.closed = closed;
            self.note_fault(Event::Region(if closed {
                RegionEvent::WritesStopped
            } else {
                RegionEvent::WritesResumed
            }));
        }
    }

    /// Durable commits wait, or wait no longer.
    pub fn hold_commits(&mut self, hold: bool) {
        if self.region.holds == hold {
            return;
        }
        self.region.holds = hold;
        let event = self.note_fault(Event::Region(if hold {
            RegionEvent::CommitsHeld
        } else {
            RegionEvent::CommitsReleased
        }));
        let (id, now) = (self.current, self.agenda.now());
        self.instances[id].writer.hold_commits(now, hold);
        self.settle_instance(id, event, false);
    }

    /// Somebody outside asks something through one of the cluster's names, in a cluster that looks after its writer. The
    /// answer is among [`World::take_answers`] when it has come.
    ///
    /// # Panics
    /// If the number is not that of a caller ([`CALLERS_FROM`]).
    pub fn call(
        &mut self,
        caller: ClientId,
        endpoint: Endpoint,
        operation: Operation,
    ) -> RequestId {
        assert!(caller >= CALLERS_FROM, "a client of the run asks otherwise");
        let (request, asked) = self.note_asked(caller, operation);
        self.goes_through_as(LinkId::new(caller, endpoint), request, asked);
        request
    }

    /// What callers from outside were answered since this was asked last.
    pub fn take_answers(&mut self) -> Vec<(RequestId, Outcome)> {
        self.requests.take_for_callers()
    }

    /// The whole Region goes dark: every instance and every copy stops. The agent of a secondary, which has nothing but
    /// what its copies tell it, goes on when they are back `[choice]`.
    pub fn black_out(&mut self) {
        self.note_fault(Event::Region(RegionEvent::WentDark));
        for place in (0..self.readers.len()).map(ReaderId::from_index) {
            if self.stop_reader(place).is_err() {
                self.halt_host(place, true);
            }
        }
        if !self.region.follows {
            let _ = self.crash_writer();
        }
        for copy in CopyId::slots() {
            let _ = self.stop_copy(copy, None);
        }
    }

    /// The Region is back: copies with what was on their disks, instances with nothing in memory.
    pub fn light_up(&mut self) {
        let back = self.note_fault(Event::Region(RegionEvent::CameBack));
        for copy in CopyId::slots() {
            let _ = self.restart_copy(copy, None);
        }
        let places = if self.region.headless {
            0
        } else {
            self.readers.len()
        };
        for place in (0..places).map(ReaderId::from_index) {
            self.halt_host(place, false);
            let _ = self.restart_reader(place);
        }
        if !self.region.follows && self.restart_writer().is_err() {
            // Then the cluster itself is about it.
            self.cluster_changed(back);
        }
    }

    /// A client hangs up: nobody waits for an answer to this any more. What it asked may still be done.
    pub fn withdraw(&mut self, request: RequestId) {
        self.requests.withdraw(request);
        self.link_withdrawn(request);
    }
}
