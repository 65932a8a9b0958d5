//! Readers: processes beside the writer on the same storage.
//!
//! What a reader does must not show in what the writer does (RP-1, W-11). So whatever messages there are because of
//! readers draw their delays from a stream of chance of their own.

use aurora::instance;
use aurora::replica::Replica;

use super::cause::Thread;
use super::*;
use crate::ReaderSpec;

/// One reader.
#[derive(Clone, Debug)]
pub(super) struct Reader {
    pub replica: Replica,
    alarms: Alarms,
    pub zone: ZoneId,
    pub site: SiteId,
}

impl Reader {
    /// The readers of a topology, none of them running yet; the last may be the host that begins as the writer.
    pub fn all(
        topology: &Topology,
        members: crate::Membership,
        of_writer: SiteId,
        network: &mut Network,
    ) -> IdVec<ReaderId, Reader> {
        let places = topology.places().enumerate();
        let readers = places.map(|(place, ReaderSpec { zone, size, .. })| {
            let site = if place < topology.readers.len() {
                network.add_site(place_of(zone))
            } else {
                of_writer
            };
            let id = ReaderId::from_index(place);
            let room = instance::cache_room(topology.cache_pages, size);
            Reader::new(id, zone, site, members, room)
        });
        readers.collect()
    }

    /// A reader that is not running yet.
    pub fn new(
        id: ReaderId,
        zone: ZoneId,
        site: SiteId,
        members: crate::Membership,
        cache_pages: u32,
    ) -> Reader {
        Reader {
            replica: Replica::new(id, members, cache_pages),
            alarms: Alarms::default(),
            zone,
            site,
        }
    }
}

impl World {
    /// Every reader, and its zone; in a cluster that looks after its writer, every instance that was not deleted.
    pub fn readers(&self) -> impl DoubleEndedIterator<Item = (ReaderId, &Replica, ZoneId)> {
        let readers = self.readers.iter();
        let readers = readers.filter(|(id, _)| !self.is_gone(*id));
        readers.map(|(id, reader)| (id, &reader.replica, reader.zone))
    }

    /// A reader.
    pub fn reader(&self, id: ReaderId) -> Option<&Replica> {
        self.readers.get(id).map(|reader| &reader.replica)
    }

    pub(super) fn known_reader(&self, id: ReaderId) -> Result<ReaderId, Refusal> {
        if self.readers.get(id).is_none() || self.is_gone(id) {
            return Err(Refusal::NoSuchReader(id));
        }
        if self.is_leaving(id) {
            return Err(Refusal::ReaderLeaves(id));
        }
        Ok(id)
    }

    /// At the beginning all of them start.
    pub(super) fn start_readers(&mut self) {
        for place in 0..self.topology.readers.len() {
            let id = ReaderId::from_index(place);
            self.readers[id].replica.start(SimTime::ZERO);
            self.settle_reader(id, EventId(0));
        }
    }

    pub(super) fn stop_reader(&mut self, id: ReaderId) -> Result<(), Refusal> {
        let id = self.known_reader(id)?;
        if !self.readers[id].replica.is_up() {
            return Err(Refusal::ReaderIsDown(id));
        }
        let stopped = self.note_fault(Event::ReaderStopped { reader: id });
        self.stop_reader_process(id, stopped);
        self.halt_host(id, true);
        self.cluster_changed(stopped);
        Ok(())
    }

    /// A reader's process ends; its clients ask again.
    pub(super) fn stop_reader_process(&mut self, id: ReaderId, stopped: EventId) {
        self.readers[id].replica.stop();
        self.lags.reader_stopped(id);
        self.leave_reader(id, stopped);
    }

    /// Clients leave a reader that answers no more, and ask again.
    pub(super) fn leave_reader(&mut self, id: ReaderId, cause: EventId) {
        let reader = Address::Reader(id);
        let at = self.agenda.now() + REPEAT_AFTER;
        let taken = self.requests.take_from(reader);
        self.idle_again(id);
        for (request, _) in &taken {
            self.readers[id].replica.cancel_read(*request);
        }
        if self.readers[id].replica.is_up() {
            self.settle_reader(id, cause);
        }
        for (request, client) in self.break_links(Some(id), taken, cause) {
            let again = Booked::Repeat {
                from: Address::Client(client),
                to: reader,
                message: Message::Ask(request),
                epoch: VolumeEpoch::FIRST,
                lost: cause,
            };
            self.agenda.book(at, again);
        }
    }

    pub(super) fn restart_reader(&mut self, id: ReaderId) -> Result<(), Refusal> {
        let id = self.known_reader(id)?;
        if self.readers[id].replica.is_up() || self.writer_place() == Some(id) {
            return Err(Refusal::ReaderIsUp(id));
        }
        self.halt_host(id, false);
        self.start_reader_process(id, None);
        Ok(())
    }

    /// A reader's process is there; by command if nothing is the cause.
    pub(super) fn start_reader_process(&mut self, id: ReaderId, cause: Option<EventId>) {
        let event = Event::ReaderRestarted { reader: id };
        let started = match cause {
            None => self.note_fault(event),
            Some(_) => self.note(cause, event),
        };
        if let Some(cluster) = &mut self.cluster {
            // Whatever else was to start it there comes too late.
            let host = &mut cluster.hosts[id];
            host.memory = None;
            host.starting = None;
            host.starts += 1;
        }
        let (now, epoch) = (self.agenda.now(), self.epoch_shown());
        let replica = &mut self.readers[id].replica;
        replica.learn_volume_epoch(epoch);
        replica.start(now);
        self.settle_reader(id, started);
        self.cluster_changed(started);
        self.patched_at(id, started);
    }

    /// Whether there is a message only because there are readers: those of readers themselves, and when storage hears
    /// of PGMRPL.
    #[inline(always)]
    pub(super) fn is_of_readers(&self, from: Address, to: Address, message: Message) -> bool {
        !self.readers.is_empty() && is_of_readers(from, to, message)
    }

    /// The epochs whoever speaks on the redo stream knows of.
    #[cold]
    pub(super) fn stamp_of_stream(&self, from: Address) -> Stamp {
        let volume = match from {
            Address::Instance(id) => self.instances[id].writer.volume_epoch(),
            Address::Reader(id) => self.readers[id].replica.volume_epoch(),
            _ => VolumeEpoch::FIRST,
        };
        Stamp {
            volume,
            ..Stamp::FIRST
        }
    }

    /// Does what a reader wants done, and books its next wake-up.
    pub(super) fn settle_reader(&mut self, id: ReaderId, cause: EventId) {
        self.settle_reader_woken(id, cause, false);
    }

    fn settle_reader_woken(&mut self, id: ReaderId, cause: EventId, woken: bool) {
        let mut thread = Thread::new(cause, woken);
        while let Some(mut effect) = self.readers[id].replica.poll_effect() {
            // The cluster endpoint points at whoever writes.
            if let Effect::Send { to, .. } = &mut effect
                && matches!(to, Address::Instance(_))
            {
                *to = Address::Instance(self.current);
            }
            self.carry_out(Address::Reader(id), effect, &mut thread);
        }
        let reader = &mut self.readers[id];
        if let Some((due, _)) = reader.replica.poll_wakeup()
            && reader.alarms.set(due)
        {
            self.book_wake(Machine::Reader(id), due, thread.last);
        }
    }

    #[cold]
    #[inline(never)]
    pub(super) fn wake_reader(&mut self, id: ReaderId, cause: EventId) -> bool {
        let now = self.agenda.now();
        let reader = &mut self.readers[id];
        reader.alarms.ring(now);
        let did = reader.replica.is_up() && reader.replica.handle_wakeup(now);
        self.settle_reader_woken(id, cause, true);
        did
    }

    /// A message reaches a reader.
    #[cold]
    pub(super) fn deliver_to_reader(
        &mut self,
        id: ReaderId,
        from: Address,
        stamp: Stamp,
        message: Message,
        arrived: EventId,
    ) {
        let now = self.agenda.now();
        let to = Address::Reader(id);
        match (from, message) {
            (_, Message::Ask(request)) => {
                if self.links.is_some() {
                    self.link_stands(request, arrived);
                    self.take_in(id, to, request, arrived);
                    return;
                }
                if let Some(open) = self.requests.begin_work(request, to) {
                    let replica = &mut self.readers[id].replica;
                    let log = self.history.log(replica.volume_epoch());
                    replica.handle_request(now, log, request, &open.operation);
                }
            }
            (
                Address::Segment(sender),
                Message::PageImage {
                    request,
                    page,
                    at,
                    checksum,
                },
            ) => {
                let image = (request, sender, stamp.volume, page, at);
                let image = self.images.remove(&image);
                let replica = &mut self.readers[id].replica;
                if let Some(page) = image
                    && replica.volume_epoch() == stamp.volume
                {
                    replica.handle_page(now, sender, request, (&page, at), checksum);
                }
            }
            (Address::Segment(sender), _) => {
                if self.is_from_before(sender, stamp) {
                    return;
                }
                if let Message::Stale { knows, .. } = message {
                    let newest = knows.membership.max(stamp.membership);
                    self.bring_members(to, sender.group(), newest);
                }
                self.readers[id]
                    .replica
                    .handle_segment(now, sender, message);
            }
            (_, Message::Begin { at, .. }) => {
                // One that was sent before the newest says nothing any more.
                if let Some((epoch, of, active)) = self.begins.get(&id)
                    && (*epoch, *of) == (stamp.volume, at)
                    && let Some(log) = self.history.find(stamp.volume)
                {
                    let replica = &mut self.readers[id].replica;
                    replica.handle_begin(now, log, stamp, at, active);
                }
            }
            _ => {
                // The text of a writer that is long gone is gone too.
                if let Some(log) = self.history.find(stamp.volume) {
                    let replica = &mut self.readers[id].replica;
                    replica.handle_writer(log, stamp, message);
                }
            }
        }
        self.settle_reader(id, arrived);
    }

    /// A message of a reader reaches an instance.
    #[cold]
    pub(super) fn hear_reader(
        &mut self,
        id: InstanceId,
        reader: ReaderId,
        stamp: Stamp,
        message: Message,
        arrived: EventId,
    ) {
        let now = self.agenda.now();
        let writer = &mut self.instances[id].writer;
        // A writer that recovers will turn to its readers by itself.
        if writer.is_open() {
            writer.handle_reader(now, reader, stamp, message);
            self.settle_instance(id, arrived, false);
        }
    }
}

fn is_of_readers(from: Address, to: Address, message: Message) -> bool {
    matches!(from, Address::Reader(_))
        || matches!(to, Address::Reader(_))
        || matches!(message, Message::Horizon(_))
}
