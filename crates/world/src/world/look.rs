//! Looking at a run.

use super::*;

impl World {
    /// The moment the run has reached.
    pub fn now(&self) -> SimTime {
        self.agenda.now()
    }

    /// The seed of its chance.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// What it consists of.
    pub fn topology(&self) -> &Topology {
        &self.topology
    }

    /// How many copies decide.
    pub fn quorum(&self) -> Quorum {
        self.quorum
    }

    /// Every protection group.
    pub fn groups(&self) -> impl DoubleEndedIterator<Item = GroupId> + ExactSizeIterator + use<> {
        (0..self.abilities.len() as u32).map(GroupId)
    }

    /// Everything that has happened (as far as it is kept).
    pub fn journal(&self) -> &Journal<Event> {
        &self.journal
    }

    /// The fingerprint of everything that has happened.
    pub fn digest(&self) -> Digest {
        self.journal.digest()
    }

    /// The events that commands other than requests brought about, oldest first (as far as they are kept).
    pub fn events_from_outside(&self) -> impl DoubleEndedIterator<Item = EventId> {
        self.from_outside.since(0).map(|(_, id)| *id)
    }

    /// The redo log of the volume, as the writer knows it: the text of its epoch, or the newest there is while it
    /// has none yet.
    pub fn log(&self) -> &RedoLog {
        self.history.log(self.epoch_shown())
    }

    /// The epoch whose text is [`World::log`].
    pub(crate) fn epoch_shown(&self) -> VolumeEpoch {
        let epoch = self.writer().volume_epoch();
        if self.history.has_begun(epoch) {
            epoch
        } else {
            self.history.newest()
        }
    }

    /// The redo log as a copy knows it: the text of the epoch it lives in.
    pub fn log_of(&self, id: SegmentId) -> &RedoLog {
        self.history.log(self.segment(id).stamp().volume)
    }

    /// Up to where the log as a copy knows it and the volume's are the same.
    pub fn shared_with(&self, id: SegmentId) -> Lsn {
        self.history
            .shared(self.segment(id).stamp().volume, self.epoch_shown())
    }

    /// Every redo text that somebody still lives in, and where each comes from.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// The instance the cluster endpoint points at: the writer, or the one that is becoming it.
    pub fn writer(&self) -> &Writer {
        &self.instances[self.current].writer
    }

    /// The zone the writer runs in.
    pub fn writer_zone(&self) -> ZoneId {
        self.instances[self.current].zone
    }

    /// The place of the host an instance runs on, in a cluster that looks after its writer.
    pub fn host_of(&self, id: InstanceId) -> Option<ReaderId> {
        self.instances.get(id)?.place
    }

    /// The place of the host of [`World::writer`], in a cluster that looks after its writer.
    pub fn writer_host(&self) -> Option<ReaderId> {
        self.host_of(self.current)
    }

    /// Every instance there is or was, and its zone.
    pub fn instances(&self) -> impl DoubleEndedIterator<Item = (&Writer, ZoneId)> {
        let instances = self.instances.iter();
        instances.map(|(_, instance)| (&instance.writer, instance.zone))
    }

    /// One copy of one group.
    pub fn segment(&self, id: SegmentId) -> &Segment {
        &self.seats[id].segment
    }

    /// Whether a record of [`World::log`] is durable at a copy, be it beyond a hole.
    pub fn holds(&self, id: SegmentId, lsn: Lsn) -> bool {
        lsn <= self.shared_with(id) && self.segment(id).holds(self.log_of(id), lsn)
    }

    /// Whether a copy is running.
    pub fn is_up(&self, id: SegmentId) -> bool {
        self.seats.get(id).is_some_and(|seat| seat.up)
    }

    /// Every segment that is stopped, in order.
    pub fn stopped(&self) -> impl DoubleEndedIterator<Item = SegmentId> + ExactSizeIterator {
        self.stopped.keys().copied()
    }

    /// The newest commit that was acknowledged.
    pub fn last_acknowledged(&self) -> Option<Waiting> {
        self.last_acknowledged
    }

    /// What a running copy does next by itself, and when.
    pub fn next_wakeup(&self, id: SegmentId) -> Option<(SimTime, WakeReason)> {
        let seat = &self.seats[id];
        if seat.up {
            seat.segment.poll_wakeup()
        } else {
            None
        }
    }

    /// Whether a copy's storage node is cut off (by itself; its zone may be, besides).
    pub fn is_copy_cut(&self, copy: CopyId) -> bool {
        self.network.is_site_cut(self.site_of(Site::copy(copy)))
    }

    /// Whether a zone is cut off.
    pub fn is_zone_cut(&self, zone: ZoneId) -> bool {
        self.network.is_place_cut(place_of(zone))
    }

    /// How many times slower than usual a copy's disk is.
    pub fn copy_slowness(&self, copy: CopyId) -> u32 {
        self.slow_copies[copy.0 as usize]
    }

    /// How many times longer than usual the way between two sites is.
    pub fn link_slowness(&self, from: Site, to: Site) -> u32 {
        self.network
            .link_permille(self.site_of(from), self.site_of(to))
            / sim::FULL_SPEED_PERMILLE
    }

    /// Whether messages can get from one site to the other now.
    pub fn is_link_open(&self, from: Site, to: Site) -> bool {
        self.network.is_open(self.site_of(from), self.site_of(to))
    }

    /// The share of messages that get lost, in percent: of one copy's, or of all.
    pub fn loss_percent(&self, copy: Option<CopyId>) -> u32 {
        let permille = match copy {
            Some(copy) => self
                .network
                .site_loss_permille(self.site_of(Site::copy(copy))),
            None => self.network.loss_permille(),
        };
        permille / 10
    }

    /// Messages on their way and when they are due, the next one first.
    pub fn in_flight(&self) -> impl Iterator<Item = (SimTime, &Flight)> {
        self.agenda.iter().filter_map(|due| match due.what {
            Booked::Arrival(flight) => Some((due.at, flight)),
            _ => None,
        })
    }

    /// How the clients work by themselves.
    pub fn load(&self) -> Option<Load> {
        self.clients.load()
    }

    /// What a client has asked (as far as it is kept).
    pub fn request(&self, id: RequestId) -> Option<&Request> {
        self.requests.get(id)
    }

    /// Every request without an answer, oldest first.
    pub fn open_requests(&self) -> impl DoubleEndedIterator<Item = (RequestId, &Request)> {
        self.requests.all_open()
    }

    /// How many requests are without an answer.
    pub fn open_requests_count(&self) -> u64 {
        self.requests.open_count()
    }

    /// What the visitor has asked: answered requests as far as they are remembered, then open ones.
    pub fn visitor_requests(&self) -> impl DoubleEndedIterator<Item = RequestId> {
        self.requests.of_visitor()
    }

    /// How a request of the visitor stands, if it is still remembered.
    pub fn standing(&self, id: RequestId) -> Option<Standing> {
        self.requests.standing(id)
    }

    /// What has happened so far, in numbers.
    pub fn counters(&self) -> Counters {
        self.counters
    }

    /// How many steps the run has made.
    pub fn steps(&self) -> u64 {
        self.steps
    }

    /// When something happens next, if nothing is done to the run.
    pub fn next_due(&self) -> Option<SimTime> {
        if !self.was_stopped() {
            return self.agenda.next_due();
        }
        // A start that was overtaken by an earlier one is nothing, and may be a week away.
        let mut booked = self.agenda.iter();
        booked
            .find(|due| !self.is_overtaken_start(due.what))
            .map(|due| due.at)
    }

    /// Planned commands that made no sense when their moment came, by their place in the plan.
    pub fn refusals(&self) -> &[(u32, Refusal)] {
        &self.refusals
    }

    /// The page a row lives on, or would go to first.
    pub fn page_of(&self, key: &[u8]) -> PageId {
        self.log().page_of_key(key)
    }

    /// What a reader would see now, and the epoch in whose text: while nobody has the volume open, as far as the one
    /// who knew most did.
    fn view(&self) -> (ReadView, VolumeEpoch) {
        let furthest = || {
            let instances = self.instances.iter().map(|(_, instance)| &instance.writer);
            instances.max_by_key(|writer| writer.points().vdl())
        };
        let writer = Some(self.writer()).filter(|writer| writer.is_open());
        let writer = writer.or_else(furthest).expect("there is an instance");
        (writer.read_view(), writer.points_epoch())
    }

    /// The view without what is still to be undone in a group (C-11).
    fn without_unfinished(
        &self,
        view: ReadView,
        group: GroupId,
        epoch: VolumeEpoch,
    ) -> Option<ReadView> {
        let at = self
            .history
            .log(epoch)
            .newest_of_up_to(group, view.read_point());
        let mut segments = CopyId::all().map(|copy| SegmentId::new(group, copy));
        let page = segments.find_map(|id| {
            let known = self.is_up(id) && self.segment(id).stamp().volume == epoch;
            let page = page::transaction_page(group);
            let segment = self.segment(id);
            known
                .then(|| segment.page_at(self.log_of(id), page, at))
                .flatten()
        })?;
        let unfinished = page.unfinished().map(|(txn, _)| txn);
        let hidden = view.active().iter().copied().chain(unfinished);
        Some(ReadView::new(view.read_point(), hidden.collect()))
    }

    /// The value a row has for who would read it now, built from the log of a copy that is complete so far (R-3,
    ///
    /// It looks and changes nothing; `None` if no running copy has all that is needed.
    pub fn row(&self, key: &str) -> Option<Option<Bytes>> {
        let page = self.page_of(key.as_bytes());
        let group = page::group_of(page);
        let (view, epoch) = self.view();
        let log = self.history.log(epoch);
        let at = log.newest_of_up_to(group, view.read_point());
        let shared = |id: &SegmentId| {
            let lives_in = self.segment(*id).stamp().volume;
            self.history.shared(lives_in, epoch)
        };
        let fulls = self.members(group).fulls();
        let segments = self.copies_of(group).filter(|id| fulls.contains(id.copy()));
        let page = segments
            .filter(|id| self.is_up(*id) && at <= shared(id))
            .find_map(|id| self.segment(id).page_at(self.log_of(id), page, at))?;
        let view = if self.writer().is_open() && self.writer().undo_awaits(group) {
            self.without_unfinished(view, group, epoch)?
        } else {
            view
        };
        Some(page.row_in(key.as_bytes(), &view).map(Bytes::from))
    }
}
