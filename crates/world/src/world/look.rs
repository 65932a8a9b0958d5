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
        (0..self.log.groups()).map(GroupId)
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

    /// The redo log of the volume.
    pub fn log(&self) -> &RedoLog {
        &self.log
    }

    /// The writer.
    pub fn writer(&self) -> &Writer {
        &self.writer
    }

    /// One copy of one group.
    pub fn segment(&self, id: SegmentId) -> &Segment {
        &self.seats[id].segment
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
        self.agenda.next_due()
    }

    /// Planned commands that made no sense when their moment came, by their place in the plan.
    pub fn refusals(&self) -> &[(u32, Refusal)] {
        &self.refusals
    }

    /// The page a row lives on, or would go to first.
    pub fn page_of(&self, key: &[u8]) -> PageId {
        self.log.page_of_key(key)
    }

    /// The value a row has for who would read it now, built from the log of a copy that is complete so far (R-3,
    ///
    /// It looks and changes nothing; `None` if no running copy has all that is needed.
    pub fn row(&self, key: &str) -> Option<Option<Bytes>> {
        let page = self.page_of(key.as_bytes());
        let group = page::group_of(page);
        let view = self.writer.read_view();
        let at = self.log.newest_of_up_to(group, view.read_point());
        let fulls = self.members(group).fulls();
        let segments = self.copies_of(group).filter(|id| fulls.contains(id.copy()));
        let page = segments
            .filter(|id| self.is_up(*id))
            .find_map(|id| self.segment(id).page_at(&self.log, page, at))?;
        Some(page.row_in(key.as_bytes(), &view).map(Bytes::from))
    }
}
