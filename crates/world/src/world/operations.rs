//! What is done to a cluster on purpose, and what its clients notice of it.
//!
//! * **Stop and start** (I-24). A cluster is stopped as a whole: all processes end, the volume stays. For seven days nothing
//!   of it can be changed; then it starts by itself, if nobody has started it before.
//! * **Restart of the writer's engine** (O-8). Aurora MySQL tries to do without an outage: open transactions are rolled back,
//!   connections are kept, and what is asked on them waits a moment. (Those with temporary tables or table locks would be
//!   dropped (O-9); the model has none.) In the other family connections break. In either case the volume is opened anew,
//!   in a new epoch.
//! * **Patching the instances** (O-4, O-5, O-11): readers first, one after another; the writer last, by a restart of its
//!   engine at a moment without open transactions, or by handing over to a reader that is patched already.

use std::collections::VecDeque;

use base::Id;

use super::cluster::{Going, Role};
use super::*;
use crate::{ClusterEvent, Family};

/// How long a cluster may stay stopped (I-24).
const STOPPED_MOST: SimSpan = SimSpan::from_millis(7 * 24 * 60 * 60 * 1_000);
/// An engine that restarts on its host is ready in a part of the time a new writer takes `[choice]`.
const RESTART_PART: u32 = 4;
/// How often it is looked whether the writer can be patched, and how often in vain, before it is patched amid open
/// transactions (O-4) `[choice]`.
const LOOK_AGAIN: SimSpan = SimSpan::from_millis(100);
const LOOKS: u32 = 100;

/// Patching that is under way.
#[derive(Clone, Debug)]
pub(super) struct Rolling {
    /// Readers that are still to be patched.
    left: VecDeque<ReaderId>,
    /// The instance that is being patched.
    at: Option<ReaderId>,
    by_failover: bool,
    /// The writer's turn has come.
    is_done: bool,
}

/// What is being done to a cluster on purpose.
#[derive(Clone, Debug, Default)]
pub(super) struct Operations {
    /// Counts stops, so that a start that comes by itself finds its own.
    stops: u32,
    stopped: bool,
    /// The host whose engine restarts while its connections are kept.
    kept: Option<ReaderId>,
    rolling: Option<Rolling>,
}

impl World {
    /// Whether the cluster is stopped (I-24).
    pub fn is_cluster_stopped(&self) -> bool {
        self.operations.stopped
    }

    /// Whether the connections to a host are kept though its process is gone for a moment (O-8).
    pub(super) fn keeps_connections(&self, place: Option<ReaderId>) -> bool {
        place.is_some() && self.operations.kept == place
    }

    /// Whether the instances are being patched.
    pub fn is_patching_instances(&self) -> bool {
        self.operations.rolling.is_some()
    }

    /// A command that would change a stopped cluster makes no sense (I-24).
    pub(super) fn may_change_cluster(&self, command: &Command) -> Result<(), Refusal> {
        let changes = matches!(
            command,
            Command::CrashWriter {}
                | Command::RestartWriter {}
                | Command::StopReader { .. }
                | Command::RestartReader { .. }
                | Command::Failover { .. }
                | Command::SetTier { .. }
                | Command::AddReader(_)
                | Command::RemoveReader { .. }
                | Command::ModifyInstance { .. }
                | Command::CreateEndpoint(_)
                | Command::EditEndpoint(_)
                | Command::DeleteEndpoint { .. }
                | Command::SetScaling(_)
                | Command::RemoveScaling { .. }
                | Command::SetCacheManagement { .. }
                | Command::RestartEngine {}
                | Command::PatchInstances { .. }
        );
        if self.operations.stopped && changes {
            return Err(Refusal::ClusterIsStopped);
        }
        Ok(())
    }

    fn at_peace(&self) -> Result<ReaderId, Refusal> {
        let writer = self.writer_place().ok_or(Refusal::NoCluster)?;
        self.may_start_writer()?;
        if self.operations.rolling.is_some() {
            return Err(Refusal::Patching);
        }
        if self.operations.kept.is_some() || self.is_starting(writer) {
            return Err(Refusal::FailoverUnderWay);
        }
        Ok(writer)
    }

    /// Stops the cluster as a whole.
    pub(super) fn stop_cluster(&mut self) -> Result<(), Refusal> {
        if self.operations.stopped {
            return Err(Refusal::ClusterIsStopped);
        }
        self.at_peace()?;
        let stopped = self.note_fault(Event::Cluster(ClusterEvent::ClusterStopped));
        self.operations.stopped = true;
        self.operations.stops += 1;
        for place in (0..self.readers.len()).map(ReaderId::from_index) {
            if self.readers[place].replica.is_up() {
                let ended = self.note(Some(stopped), Event::ReaderStopped { reader: place });
                self.stop_reader_process(place, ended);
            }
            if let Some(cluster) = &mut self.cluster {
                let host = &mut cluster.hosts[place];
                host.starting = None;
                host.starts += 1;
            }
        }
        self.end_writer(stopped, true);
        let chore = Chore::StartsAgain {
            stops: self.operations.stops,
        };
        let due = self.agenda.now() + STOPPED_MOST;
        let cause = stopped;
        self.agenda.book(due, Booked::Chore { chore, cause });
        Ok(())
    }

    /// The process of the writer ends in order. Its connections break, or are kept.
    fn end_writer(&mut self, cause: EventId, breaks: bool) -> EventId {
        let id = self.current;
        if self.instances[id].writer.standing() == WriterStanding::Crashed {
            return cause;
        }
        let event = Event::Cluster(ClusterEvent::WriterEnded { instance: id });
        let ended = self.note(Some(cause), event);
        self.instances[id].writer.crash();
        if breaks {
            self.break_connections(id, ended);
            return ended;
        }
        if let Some(place) = self.instances[id].place {
            self.idle_again(place);
        }
        let at = self.agenda.now() + REPEAT_AFTER;
        for (request, client) in self.requests.take_from(Address::Instance(id)) {
            let again = Booked::Repeat {
                from: Address::Client(client),
                to: Address::Instance(id),
                message: Message::Ask(request),
                epoch: VolumeEpoch::FIRST,
                lost: ended,
            };
            self.agenda.book(at, again);
        }
        ended
    }

    /// Starts a stopped cluster.
    pub(super) fn start_cluster(&mut self) -> Result<(), Refusal> {
        if self.cluster.is_none() {
            return Err(Refusal::NoCluster);
        }
        if !self.operations.stopped {
            return Err(Refusal::ClusterIsRunning);
        }
        let event = ClusterEvent::ClusterStarted { by_itself: false };
        let started = self.note_fault(Event::Cluster(event));
        self.start_all(started);
        Ok(())
    }

    /// Whether the cluster was ever stopped.
    pub(super) fn was_stopped(&self) -> bool {
        self.operations.stops > 0
    }

    /// Whether what is booked is the start after a stop that somebody has ended before.
    pub(super) fn is_overtaken_start(&self, booked: &Booked) -> bool {
        match booked {
            Booked::Chore {
                chore: Chore::StartsAgain { stops },
                ..
            } => !self.is_stopped_since(*stops),
            _ => false,
        }
    }

    fn is_stopped_since(&self, stops: u32) -> bool {
        self.operations.stopped && self.operations.stops == stops
    }

    /// Seven days are over. Returns whether the cluster was still stopped.
    pub(super) fn start_by_itself(&mut self, stops: u32, cause: EventId) -> bool {
        if !self.is_stopped_since(stops) {
            return false;
        }
        let event = ClusterEvent::ClusterStarted { by_itself: true };
        let started = self.note(Some(cause), Event::Cluster(event));
        self.from_outside.push(started);
        self.start_all(started);
        true
    }

    fn start_all(&mut self, cause: EventId) {
        self.operations.stopped = false;
        if let Some(writer) = self.writer_place() {
            self.start_at(writer, Role::Writer, cause);
        }
        self.cluster_changed(cause);
    }

    /// Restarts the engine of the writer on its host.
    pub(super) fn restart_engine(&mut self) -> Result<(), Refusal> {
        let place = self.at_peace()?;
        if !self.writer().is_open() {
            return Err(Refusal::WriterIsDown);
        }
        let keeps = self.family_keeps_connections();
        let event = ClusterEvent::EngineRestarts {
            reader: place,
            keeps,
        };
        let restarts = self.note_fault(Event::Cluster(event));
        self.restart_engine_because(place, keeps, restarts);
        Ok(())
    }

    fn family_keeps_connections(&self) -> bool {
        let failover = self.topology.failover;
        failover.is_some_and(|failover| failover.family == Family::MySql)
    }

    fn restart_engine_because(&mut self, place: ReaderId, keeps: bool, cause: EventId) {
        let (now, id) = (self.agenda.now(), self.current);
        if keeps {
            let writer = &mut self.instances[id].writer;
            let log = self.history.log_mut(writer.volume_epoch());
            writer.roll_all_back(now, log);
            self.settle_instance(id, cause, false);
            self.operations.kept = Some(place);
        }
        let ended = self.end_writer(cause, !keeps);
        let millis = self.topology.failover.map_or(0, |it| it.promote_millis) / RESTART_PART;
        self.start_in(place, Role::Writer, millis, ended);
        self.cluster_changed(ended);
    }

    /// Another instance is to write: connections that were kept for the old one break.
    pub(super) fn keep_connections_no_more(&mut self, cause: EventId) {
        if let Some(place) = self.operations.kept.take() {
            let rest = self.break_links(Some(place), Vec::new(), cause);
            debug_assert!(rest.is_empty(), "nothing was taken");
        }
    }

    /// The volume is open again.
    pub(super) fn engine_is_back(&mut self, opened: EventId) {
        if self.writer_place() == self.operations.kept {
            self.operations.kept = None;
        }
        if let Some(rolling) = &self.operations.rolling
            && rolling.is_done
            && !rolling.by_failover
            && rolling.at.is_some()
            && rolling.at == self.writer_place()
        {
            self.instance_patched(opened);
        }
    }

    /// Patches all instances, one after another.
    pub(super) fn patch_instances(&mut self, by_failover: bool) -> Result<(), Refusal> {
        let writer = self.at_peace()?;
        let readers = (0..self.readers.len()).map(ReaderId::from_index);
        let left: VecDeque<ReaderId> = readers
            .filter(|place| *place != writer && self.readers[*place].replica.is_up())
            .collect();
        if by_failover && left.is_empty() {
            return Err(Refusal::NoSuccessor);
        }
        let began = self.note_fault(Event::Cluster(ClusterEvent::PatchingBegan { by_failover }));
        self.operations.rolling = Some(Rolling {
            left,
            at: None,
            by_failover,
            is_done: false,
        });
        self.go_on_patching_instances(0, began);
        Ok(())
    }

    /// A process is there again on a host: if that was being patched, the next one's turn comes.
    pub(super) fn patched_at(&mut self, place: ReaderId, started: EventId) {
        let at = self.operations.rolling.as_ref().and_then(|it| it.at);
        if at == Some(place) && self.readers[place].replica.is_up() {
            self.instance_patched(started);
        }
    }

    /// An instance is deleted: if it was being patched, the next one's turn comes.
    pub(super) fn patch_no_more(&mut self, place: ReaderId, leaves: EventId) {
        if let Some(rolling) = &mut self.operations.rolling
            && rolling.at == Some(place)
        {
            rolling.at = None;
            self.book_patch(leaves, 0);
        }
    }

    fn instance_patched(&mut self, cause: EventId) {
        let Some(reader) = self
            .operations
            .rolling
            .as_mut()
            .and_then(|rolling| rolling.at.take())
        else {
            return;
        };
        let event = Event::Cluster(ClusterEvent::InstancePatched { reader });
        let patched = self.note(Some(cause), event);
        self.from_outside.push(patched);
        self.book_patch(patched, 0);
    }

    fn book_patch(&mut self, cause: EventId, looks: u32) {
        let chore = Chore::PatchNext { looks };
        let due = self.agenda.now() + LOOK_AGAIN;
        self.agenda.book(due, Booked::Chore { chore, cause });
    }

    /// Patches the next instance, if this is the moment. Returns whether anything was to be done.
    pub(super) fn go_on_patching_instances(&mut self, looks: u32, cause: EventId) -> bool {
        let writer = self.writer_place();
        // A failover that comes in between has its way first.
        let disturbed = self.may_start_writer().is_err() || !self.writer().is_open();
        let Some(rolling) = &mut self.operations.rolling else {
            return false;
        };
        if rolling.at.is_some() {
            return false;
        }
        if disturbed {
            self.book_patch(cause, looks);
            return true;
        }
        while let Some(place) = rolling.left.pop_front() {
            let leaves = match &self.cluster {
                Some(cluster) => cluster.hosts[place].going != Going::No,
                None => false,
            };
            if leaves || Some(place) == writer || !self.readers[place].replica.is_up() {
                continue;
            }
            rolling.at = Some(place);
            let stopped = self.note(Some(cause), Event::ReaderStopped { reader: place });
            self.stop_reader_process(place, stopped);
            self.start_at(place, Role::Reader, stopped);
            self.cluster_changed(stopped);
            return true;
        }
        self.patch_writer(looks, cause)
    }

    fn patch_writer(&mut self, looks: u32, cause: EventId) -> bool {
        let (Some(place), Some(rolling)) = (self.writer_place(), &mut self.operations.rolling)
        else {
            return false;
        };
        if rolling.is_done {
            self.operations.rolling = None;
            return true;
        }
        if rolling.by_failover {
            rolling.at = Some(place);
            rolling.is_done = true;
            if self.hand_over(cause) {
                return true;
            }
        }
        let Some(rolling) = &mut self.operations.rolling else {
            return false;
        };
        rolling.by_failover = false;
        if looks < LOOKS && self.instances[self.current].writer.transactions_open() > 0 {
            self.book_patch(cause, looks + 1);
            return true;
        }
        rolling.at = Some(place);
        rolling.is_done = true;
        let keeps = self.family_keeps_connections();
        let event = ClusterEvent::EngineRestarts {
            reader: place,
            keeps,
        };
        let restarts = self.note(Some(cause), Event::Cluster(event));
        self.from_outside.push(restarts);
        self.restart_engine_because(place, keeps, restarts);
        true
    }
}
