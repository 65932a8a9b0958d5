//! Looking at a globe.

use base::{EventId, Lsn, RegionId, SimSpan, SimTime};
use sim::Journal;
use world::{Bytes, World};

use super::{Ended, Globe, Status};
use crate::commits::Commit;
use crate::config::GlobalTopology;
use crate::event::GlobalEvent;
use crate::names::DatabaseId;

/// How far a secondary lags, in the three measures there are (G-6), as the primary knows it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lag {
    /// Of the redo: how long the newest that is known to be durable took, or the age of the oldest that is not, if that is
    /// more.
    pub replication: SimSpan,
    /// Of what users see: the age of the oldest commit that is not known to be durable there (G-58).
    pub rpo: SimSpan,
    /// Of what readers show: the age of the oldest commit, be it a user's or the system's, that they do not show yet.
    pub progress: SimSpan,
}

impl Globe {
    /// The moment the run has reached.
    pub fn now(&self) -> SimTime {
        self.now
    }

    /// What it consists of.
    pub fn topology(&self) -> &GlobalTopology {
        &self.config
    }

    /// The seed of its chance.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// How many steps it has made.
    pub fn steps(&self) -> u64 {
        self.steps
    }

    /// Everything that has happened between Regions (as far as it is kept).
    pub fn journal(&self) -> &Journal<GlobalEvent> {
        &self.journal
    }

    /// When something happens next, if nothing is done to the run.
    pub fn next_due(&self) -> Option<SimTime> {
        let own = self.agenda.next_due();
        let regions = self.regions.iter().flatten().map(|region| region.due);
        let next = regions.chain(own).min()?;
        (next != SimTime::NEVER).then_some(next)
    }

    /// The Regions that have a cluster, in order.
    pub fn regions(&self) -> impl Iterator<Item = RegionId> + '_ {
        self.regions.iter().flatten().map(|region| region.id)
    }

    /// The cluster of a Region.
    pub fn world(&self, id: RegionId) -> Option<&World> {
        self.region(id).map(|region| &region.world)
    }

    /// How a Region stands in its database.
    pub fn status(&self, id: RegionId) -> Option<Status> {
        self.region(id).map(|region| region.status)
    }

    /// Counts the clusters there were in a Region; the one there is has this number.
    pub fn number(&self, id: RegionId) -> u32 {
        self.numbers[usize::from(id.0)]
    }

    /// Whether a Region is there, and not dark.
    pub fn is_up(&self, id: RegionId) -> bool {
        self.region(id).is_some_and(|region| region.up)
    }

    /// Whether a Region takes writes: it has a writer that is open, and nothing keeps it from them.
    pub fn takes_writes(&self, id: RegionId) -> bool {
        self.region(id)
            .is_some_and(|region| region.takes_writes() && region.world.writer().is_open())
    }

    /// Whether storage of a Region was fenced off (G-35).
    pub fn is_fenced(&self, id: RegionId) -> bool {
        self.region(id).is_some_and(|region| region.fenced)
    }

    /// The database a Region belongs to.
    pub fn database_of(&self, id: RegionId) -> Option<DatabaseId> {
        self.region(id).map(|region| region.database)
    }

    /// The primary of a database.
    pub fn primary(&self, id: DatabaseId) -> Option<RegionId> {
        self.databases.get(id).map(|database| database.primary)
    }

    /// The secondaries of a database, in order.
    pub fn secondaries_of(&self, id: DatabaseId) -> Vec<RegionId> {
        self.secondaries(id)
    }

    /// How many databases there are or were.
    pub fn databases(&self) -> u8 {
        self.databases.len() as u8
    }

    /// The Region the global writer endpoint of a database leads to (G-45).
    pub fn endpoint(&self, id: DatabaseId) -> Option<RegionId> {
        self.databases.get(id).map(|database| database.leads_to())
    }

    /// Whether the way between two Regions is open.
    pub fn is_link_open(&self, one: RegionId, other: RegionId) -> bool {
        self.links.is_open(one, other)
    }

    /// How many times longer than usual it is.
    pub fn link_slowness(&self, one: RegionId, other: RegionId) -> u32 {
        self.links.times(one, other)
    }

    /// How long a message takes on it, one way.
    pub fn link_delay(&self, one: RegionId, other: RegionId) -> SimSpan {
        self.links.delay(one, other)
    }

    /// The RPO limit of a Region's parameter group, in seconds.
    pub fn rpo_seconds(&self, id: RegionId) -> Option<u32> {
        self.region(id)?.rpo_seconds
    }

    /// How many instances a Region has.
    pub fn instances(&self, id: RegionId) -> u8 {
        self.region(id).map_or(0, |region| region.instances)
    }

    /// Up to where a secondary's volume is known to be durable, in the primary.
    pub fn known_upto(&self, id: RegionId) -> Option<Lsn> {
        self.region(id).map(|region| region.follower.known_upto)
    }

    /// How much redo is on its way to a secondary, or waits for that: items of the feed.
    pub fn backlog(&self, id: RegionId) -> u64 {
        let Some(region) = self.region(id).filter(|_| !self.is_primary(id)) else {
            return 0;
        };
        self.databases[region.database].feed.len() - region.follower.done
    }

    /// Redo on its way to a Region, oldest first: when each part was sent, and when it will arrive.
    pub fn on_the_way(&self, id: RegionId) -> impl Iterator<Item = (SimTime, SimTime)> + '_ {
        let region = self.region(id).into_iter();
        region.flat_map(|region| region.follower.on_the_way.iter().copied())
    }

    /// How far a secondary lags; nothing for a Region that is none.
    pub fn lag(&self, id: RegionId) -> Option<Lag> {
        let region = self.region(id)?;
        if self.is_primary(id) || region.status != Status::Well {
            return None;
        }
        let database = &self.databases[region.database];
        let follower = &region.follower;
        let missing = database.feed.get(follower.known).map(|item| item.first_at);
        let missing = missing.or(
            (database.durable > follower.known_upto && database.ship_booked)
                .then_some(database.gathered_from),
        );
        let age = |since: Option<SimTime>| since.map_or(SimSpan::ZERO, |at| self.now.since(at));
        let commits = &self.region(database.primary)?.commits;
        let mut shown = region
            .world
            .readers()
            .filter(|(_, reader, _)| reader.is_up());
        let vdl = region.world.writer().points().vdl();
        let first = shown.next().map_or(vdl, |(_, reader, _)| reader.shows());
        let shows = shown.fold(first, |shows, (_, reader, _)| shows.min(reader.shows()));
        let unseen = commits
            .above(shows)
            .find(|commit| commit.scn <= database.durable);
        Some(Lag {
            replication: follower.sample.max(age(missing)),
            rpo: age(self.lacks_since(id)),
            progress: age(unseen.map(|commit| commit.made_at)),
        })
    }

    /// Commits of the primary that a secondary is not known to have, oldest first.
    pub fn missing(&self, id: RegionId) -> Vec<Commit> {
        let Some(region) = self.region(id) else {
            return Vec::new();
        };
        let primary = self.databases[region.database].primary;
        let Some(primary) = self.region(primary) else {
            return Vec::new();
        };
        let above = primary.commits.above(region.follower.known_upto);
        above.copied().collect()
    }

    /// Commits a Region has acknowledged that lie above a point, oldest first, as long as they are of interest.
    pub fn acknowledged_above(&self, id: RegionId, point: Lsn) -> Vec<Commit> {
        self.lost_above(id, point).collect()
    }

    /// The rows a commit wrote in a Region, and their values, as far as its log is kept.
    pub fn rows_of(&self, id: RegionId, commit: &Commit) -> Vec<(String, Bytes)> {
        let region = self.region(id);
        region.map_or_else(Vec::new, |region| {
            super::fence::rows_of(&region.world, commit)
        })
    }

    /// The value a row has in a Region: `None` if no copy there has all that is needed.
    pub fn row(&self, id: RegionId, key: &str) -> Option<Option<Bytes>> {
        self.region(id)?.world.row(key)
    }

    /// Pairs of Regions that both take writes though they were one database (G-32).
    pub fn split_brain(&self) -> &[(RegionId, RegionId)] {
        &self.split
    }

    /// Clusters that are gone.
    pub fn ended(&self) -> &[Ended] {
        &self.ended
    }

    /// The newest thing that happened between Regions.
    pub fn newest(&self) -> EventId {
        EventId(self.journal.next_id().0.saturating_sub(1))
    }
}
