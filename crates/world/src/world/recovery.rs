//! Crashes of the writer, and who writes after it.
//!
//! Here is what lies outside the machines: the process that is gone, the metadata service that gives out volume
//! epochs, each once (M-15), the cluster endpoint that points at one instance, and the clients' connections, which
//! break when their instance goes and are made anew to wherever the endpoint points then.

use aurora::redo::Generation;

use super::*;

/// The buffers of so many groups, of which nothing has been queued since the writer began.
pub(super) fn no_causes(groups: u32, began: EventId) -> IdVec<GroupId, SendCause> {
    let nothing = SendCause {
        queued: began,
        ..SendCause::NONE
    };
    (0..groups).map(|_| nothing).collect()
}

impl World {
    /// The writer's process crashes: what it had in memory is gone.
    pub(crate) fn crash_writer(&mut self) -> Result<(), Refusal> {
        let id = self.current;
        if matches!(
            self.writer().standing(),
            WriterStanding::Crashed | WriterStanding::Fenced
        ) {
            return Err(Refusal::WriterIsDown);
        }
        let crashed = self.note_fault(Event::WriterCrashed { instance: id });
        self.keep_memory_of_writer(id);
        self.instances[id].writer.crash();
        self.break_connections(id, crashed);
        self.cluster_changed(crashed);
        Ok(())
    }

    /// The writer's process is started again on the same host, and recovers the volume.
    pub(crate) fn restart_writer(&mut self) -> Result<(), Refusal> {
        let id = self.current;
        self.may_start_writer()?;
        match self.writer().standing() {
            WriterStanding::Crashed | WriterStanding::Fenced => {}
            WriterStanding::Open | WriterStanding::Recovering => {
                return Err(Refusal::WriterIsUp);
            }
        }
        let zone = self.instances[id].zone;
        let started = self.note_fault(Event::WriterStarted { instance: id, zone });
        self.begin_recovery(id, started);
        self.cluster_changed(started);
        Ok(())
    }

    /// An instance in another zone becomes the writer. Nobody asks the old one: it may be gone, or merely out of sight.
    pub(crate) fn promote_writer(&mut self, zone: ZoneId) -> Result<(), Refusal> {
        if zone.0 >= ZONES {
            return Err(Refusal::NoSuchZone(zone));
        }
        if self.has_failover() {
            return Err(Refusal::ClusterChooses);
        }
        if self.writer_zone() == zone {
            return Err(Refusal::WriterIsThere(zone));
        }
        let before = self.current;
        let known = self.instance_in(zone);
        let id = match known {
            Some(id) => id,
            None => {
                let site = self.network.add_site(place_of(zone));
                self.add_instance_on(zone, site, None)
            }
        };
        let started = self.note_fault(Event::WriterStarted { instance: id, zone });
        self.instances[id].writer.crash();
        self.current = id;
        self.instances[before].writer.stop_growing();
        self.break_connections(before, started);
        self.break_connections(id, started);
        self.note_abilities(self.groups().map(|group| (group, started)));
        self.begin_recovery(id, started);
        Ok(())
    }

    fn instance_in(&self, zone: ZoneId) -> Option<InstanceId> {
        let mut instances = self.instances.iter();
        let known = instances.find(|(_, instance)| instance.zone == zone);
        known.map(|(id, _)| id)
    }

    /// An instance that has not been the writer before.
    pub(super) fn add_instance_on(
        &mut self,
        zone: ZoneId,
        site: SiteId,
        place: Option<ReaderId>,
    ) -> InstanceId {
        let id = InstanceId::from_index(self.instances.len());
        let config = WriterConfig {
            own_place: place,
            ..self.writer().config()
        };
        let first = self.topology.groups;
        let writer = Writer::standing_by(config, id, first, &RedoLog::new(first, Lsn::ZERO));
        let groups = self.abilities.len() as u32;
        self.instances.push(Instance {
            writer,
            alarms: Alarms::default(),
            zone,
            site,
            send_causes: no_causes(groups, EventId(0)),
            place,
            went_on: EventId(0),
        })
    }

    pub(super) fn begin_recovery(&mut self, id: InstanceId, started: EventId) {
        let now = self.agenda.now();
        self.last_epoch = self.last_epoch.next();
        let groups = self.abilities.len() as u32;
        let changed: Vec<_> = if self.control.nothing_changed() {
            Vec::new()
        } else {
            let groups = self.groups();
            let members = |group| (group, self.members(group), self.hydrated(group));
            groups.map(members).collect()
        };
        let instance = &mut self.instances[id];
        instance
            .writer
            .recover(now, self.last_epoch, groups, changed);
        instance.writer.hold_commits(now, self.region.holds);
        instance.send_causes = no_causes(groups, started);
        self.settle_instance(id, started, false);
    }

    /// Whoever was connected to this instance connects anew and asks again what has no answer yet.
    pub(super) fn break_connections(&mut self, id: InstanceId, cause: EventId) {
        let at = self.agenda.now() + REPEAT_AFTER;
        if !self.instances[id].writer.is_open() {
            self.loads.retain(|(instance, _), _| *instance != id);
        }
        let now = self.agenda.now();
        let taken = self.requests.take_from(Address::Instance(id));
        for (request, _) in &taken {
            self.instances[id].writer.cancel_read(now, *request);
        }
        let place = self.instances[id].place;
        if let Some(place) = place {
            self.idle_again(place);
        }
        for (request, client) in self.break_links(place, taken, cause) {
            let again = Booked::Repeat {
                from: Address::Client(client),
                to: Address::Instance(id),
                message: Message::Ask(request),
                epoch: VolumeEpoch::FIRST,
                lost: cause,
            };
            self.agenda.book(at, again);
        }
    }

    /// A recovery has decided what stays: its epoch's text begins.
    #[inline(never)]
    pub(super) fn begin_text(&mut self, generation: Generation) {
        self.history.begin(generation);
    }

    /// A message from a newer volume epoch reaches a segment: it learns of that first (M-2). An order of a recovering
    /// instance is not such news: it says itself what it wants.
    #[cold]
    #[inline(never)]
    pub(super) fn hear_of_epoch(&mut self, id: SegmentId, stamp: Stamp, message: Message) {
        if aurora::storage_node::epoch_of_order(&message).is_some() {
            return;
        }
        let heard = match message {
            Message::Stale { knows, .. } => stamp.volume.max(knows.volume),
            _ => stamp.volume,
        };
        if self.segment(id).may_enter(heard) && self.history.has_begun(heard) {
            self.enter_epoch(id, heard);
        }
    }

    /// A segment enters a volume epoch.
    #[inline(never)]
    pub(super) fn enter_epoch(&mut self, id: SegmentId, epoch: VolumeEpoch) {
        let now = self.agenda.now();
        let before = self.segment(id).stamp().volume;
        let generation = self.history.generation(epoch);
        let shared = self.history.shared(before, epoch);
        let seat = &mut self.seats[id];
        if epoch <= before {
            // It is there already, or further; all that is left is to say so.
            seat.segment
                .enter(now, generation, shared, self.history.log(before));
            return;
        }
        seat.segment
            .enter(now, generation, shared, self.history.log(epoch));
        seat.taken_in.clear();
    }

    /// Lets go the redo texts nobody lives in or can ever enter. An order or a peer's message may be long on its way,
    /// so a segment may still enter any epoch that is newer than its own and no older than what it obeys. And a recovery
    /// that has been overtaken without knowing it may yet go on from whatever it has been told of.
    pub(super) fn forget_texts(&mut self) {
        let (seats, instances, shown) = (&self.seats, &self.instances, self.epoch_shown());
        let mut standings = instances.iter().map(|(_, it)| it.writer.standing());
        if standings.any(|standing| standing == WriterStanding::Recovering) {
            return;
        }
        let of_seats = seats.iter().map(|seat| seat.segment.stamp().volume);
        let of_readers = self
            .readers
            .iter()
            .filter(|(_, reader)| reader.replica.is_up())
            .map(|(_, reader)| reader.replica.volume_epoch());
        let of_writers = instances.iter().flat_map(|(_, instance)| {
            let writer = &instance.writer;
            [writer.volume_epoch(), writer.points_epoch()]
        });
        let mut lived_in = vec![shown];
        for epoch in of_seats.chain(of_readers).chain(of_writers) {
            if !lived_in.contains(&epoch) {
                lived_in.push(epoch);
            }
        }
        let enterable = seats.iter().map(|seat| seat.segment.enterable()).min();
        let enterable = enterable.unwrap_or(shown);
        self.history
            .keep(|epoch| epoch >= enterable || lived_in.contains(&epoch));
    }

    /// Notes where the loading of a page began, or that it is there.
    pub(super) fn load_began(&mut self, by: Address, request: RequestId, at: Option<EventId>) {
        let Address::Instance(id) = by else { return };
        match at {
            Some(event) => self.loads.insert((id, request), event),
            None => self.loads.remove(&(id, request)),
        };
    }

    /// Where the loading of a page began.
    pub(super) fn load_of(&self, by: Address, request: RequestId) -> Option<EventId> {
        match by {
            Address::Instance(id) => self.loads.get(&(id, request)).copied(),
            _ => None,
        }
    }
}
