//! Looking at a run.

use super::*;

impl MirroredWorld {
    /// The moment the run has reached.
    pub fn now(&self) -> SimTime {
        self.agenda.now()
    }

    /// The seed of its chance.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// What it consists of.
    pub fn config(&self) -> &MirroredConfig {
        &self.config
    }

    /// Everything that has happened (as far as it is kept).
    pub fn journal(&self) -> &Journal<Event> {
        &self.journal
    }

    /// The fingerprint of everything that has happened.
    pub fn digest(&self) -> Digest {
        self.journal.digest()
    }

    /// The database.
    pub fn mysql(&self) -> &Mysql {
        &self.mysql
    }

    /// Block writes under way.
    pub fn chain(&self) -> &Chain {
        &self.chain
    }

    /// A part of the chain below the instance.
    pub fn disk(&self, part: Part) -> Option<&Disk> {
        Some(&self.disks[part.place()?])
    }

    /// Whether a part is running; what is not part of the chain always is.
    pub fn is_up(&self, part: Part) -> bool {
        self.disk(part).is_none_or(Disk::is_up)
    }

    /// Whether a zone is cut off.
    pub fn is_zone_cut(&self, zone: ZoneId) -> bool {
        self.network.is_place_cut(Place(zone.0))
    }

    /// How many times slower than usual a part's disk is.
    pub fn disk_slowness(&self, part: Part) -> u32 {
        part.place().map_or(1, |place| self.slow[place])
    }

    /// How many times longer than usual the way between two parts is.
    pub fn link_slowness(&self, from: Part, to: Part) -> u32 {
        self.network.link_permille(site_of(from), site_of(to)) / sim::FULL_SPEED_PERMILLE
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

    /// Requests without an answer: which, whose, what and since when, oldest first.
    pub fn open_requests(
        &self,
    ) -> impl DoubleEndedIterator<Item = (RequestId, ClientId, &Operation, SimTime)> {
        let all = self.open.iter();
        all.map(|(id, open)| (RequestId(id), open.client, &open.operation, open.asked_at))
    }

    /// How many requests are without an answer.
    pub fn open_requests_count(&self) -> u64 {
        self.open.len()
    }

    /// How long commits took, from being asked for to being acknowledged by the database.
    pub fn latencies(&self) -> &Latencies {
        &self.latencies
    }

    /// The newest of these, the oldest first.
    pub fn newest_latencies(&self) -> impl DoubleEndedIterator<Item = SimSpan> + ExactSizeIterator {
        self.newest.iter().copied()
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
}
