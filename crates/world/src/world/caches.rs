//! What stays in memory when roles change: survivable caches, and cluster cache management.
//!
//! A reader that is promoted keeps what it has in memory (CC-1, CC-14): its process ends, and what follows on its host
//! finds the pages there, as far as they are of use. In the MySQL family that is so for a writer too that is started again
//! on its host. The old writer that comes back as a reader has lost its cache (CC-1).
//!
//! In the PostgreSQL family cluster cache management sees to it that the reader at tier 0 has in memory what the writer
//! uses much; `aurora::cache_management` says how. Once a second `[choice]` the writer goes on with its scan. What is sent
//! is no message here: it is there at once if the two can reach each other `[choice]`.

use aurora::cache_management::{Bloom, CcmOff, CcmStatus, Exchange};
use aurora::instance::Family;
use aurora::writer::Cache;

use super::*;
use crate::ClusterEvent;

/// How long it takes until cluster cache management works (CC-5, P-13).
const WARM_UP: SimSpan = SimSpan::from_millis(60_000);
/// Hot pages the writer looks at in a second `[choice]`.
const PAGES_A_SECOND: u32 = 32;
/// From the end of a scan to the beginning of the next `[choice]`.
const REST: SimSpan = SimSpan::from_millis(10_000);

/// How cluster cache management stands.
#[derive(Clone, Debug, Default)]
pub(super) struct Caches {
    wanted: bool,
    /// Writer and reader, and since when they are a pair.
    pair: Option<(ReaderId, ReaderId, SimTime)>,
    /// Whether the minute is over.
    on: bool,
    /// What was said last of why it is off.
    said: Option<CcmOff>,
    scans: u64,
    next_scan: SimTime,
    exchange: Exchange,
}

impl Caches {
    pub fn wanted_by(topology: &Topology) -> Caches {
        Caches {
            wanted: topology.failover.is_some_and(|it| it.cache_management),
            ..Caches::default()
        }
    }

    pub fn is_wanted(&self) -> bool {
        self.wanted
    }
}

impl World {
    /// Which engine the cluster speaks like.
    pub fn family(&self) -> Option<Family> {
        self.topology.failover.map(|failover| failover.family)
    }

    /// A process ends on a host; what it had in memory may be of use to the next.
    pub(super) fn keep_memory(&mut self, place: ReaderId, memory: Cache) {
        if memory.room() > 0
            && let Some(cluster) = &mut self.cluster
        {
            cluster.hosts[place].memory = Some(Arc::new(memory));
        }
    }

    /// The writer ends its process, perhaps to be started again on the same host.
    pub(super) fn keep_memory_of_writer(&mut self, id: InstanceId) {
        if self.family() == Some(Family::MySql)
            && let Some(place) = self.instances[id].place
        {
            let memory = self.instances[id].writer.cache().clone();
            self.keep_memory(place, memory);
        }
    }

    /// A writer has opened the volume: it finds what is left in memory on its host.
    pub(super) fn hand_over_memory(&mut self, by: Address) {
        let Address::Instance(id) = by else { return };
        let Some(place) = self.instances[id].place else {
            return;
        };
        let cluster = self.cluster.as_mut();
        let Some(memory) = cluster.and_then(|it| it.hosts[place].memory.take()) else {
            return;
        };
        let writer = &mut self.instances[id].writer;
        let log = self.history.log(writer.volume_epoch());
        writer.inherit(log, &memory);
    }

    /// The reader that cluster cache management keeps warm, or why it keeps none (CC-3, CC-4).
    pub fn cache_management(&self) -> Result<ReaderId, CcmOff> {
        let cluster = self.cluster.as_ref().filter(|it| it.caches.wanted);
        let cluster = cluster.ok_or(CcmOff::NotWanted)?;
        let writer = cluster.manager.writer();
        let spec = self.standing_of(writer).filter(|spec| spec.tier == 0);
        let writers = spec.ok_or(CcmOff::WriterNotFirst)?;
        let mut first = self.readers().filter_map(|(place, _, _)| {
            let spec = self.standing_of(place)?;
            let reads = place != writer && !self.is_leaving(place);
            (reads && spec.tier == 0).then_some((place, spec))
        });
        let (reader, spec) = first.next().ok_or(CcmOff::NoFirstReader)?;
        if first.next().is_some() {
            return Err(CcmOff::SeveralFirstReaders);
        }
        if (spec.class, spec.size) != (writers.class, writers.size) {
            return Err(CcmOff::OtherSize);
        }
        Ok(reader)
    }

    /// What `aurora_ccm_status()` shows; nothing while it is off, or its first minute is not over (CC-5, CC-6).
    pub fn cache_management_status(&self) -> Option<CcmStatus> {
        let caches = &self.cluster.as_ref()?.caches;
        caches.on.then(|| caches.exchange.status())
    }

    /// Somebody switches cluster cache management on or off (CC-2).
    pub(super) fn want_cache_management(&mut self, on: bool) -> Result<(), Refusal> {
        let Some(cluster) = &mut self.cluster else {
            return Err(Refusal::NoCluster);
        };
        if self.topology.failover.map(|it| it.family) != Some(Family::PostgreSql) {
            return Err(Refusal::NotPostgreSql);
        }
        if on && self.region.follows {
            return Err(Refusal::NotInSecondary);
        }
        cluster.caches = Caches {
            wanted: on,
            ..Caches::default()
        };
        let set = self.note_fault(Event::Cluster(ClusterEvent::CacheManagementSet { on }));
        if on {
            self.start_meter(set);
        }
        Ok(())
    }

    /// A second of cluster cache management.
    pub(super) fn manage_caches(&mut self, cause: EventId) {
        let (now, state) = (self.agenda.now(), self.cache_management());
        let Some(cluster) = &mut self.cluster else {
            return;
        };
        let writer = cluster.manager.writer();
        let caches = &mut cluster.caches;
        if !caches.wanted || self.region.follows {
            return;
        }
        let reader = match state {
            Ok(reader) => reader,
            Err(why) => {
                let news = caches.said != Some(why);
                *caches = Caches {
                    wanted: true,
                    said: Some(why),
                    ..Caches::default()
                };
                if news {
                    let off = ClusterEvent::CacheManagementOff { why };
                    self.note(Some(cause), Event::Cluster(off));
                }
                return;
            }
        };
        if caches
            .pair
            .is_none_or(|(w, r, _)| (w, r) != (writer, reader))
        {
            *caches = Caches {
                wanted: true,
                pair: Some((writer, reader, now)),
                ..Caches::default()
            };
        }
        let since = caches.pair.map_or(now, |(_, _, since)| since);
        if !caches.on && now.since(since) >= WARM_UP {
            caches.on = true;
            let on = ClusterEvent::CacheManagementOn { reader };
            self.note(Some(cause), Event::Cluster(on));
        }
        self.exchange_pages(reader, cause);
    }

    /// The writer goes on with its scan, and sends what the reader lacks.
    fn exchange_pages(&mut self, reader: ReaderId, cause: EventId) {
        let now = self.agenda.now();
        let writer_site = self.instances[self.current].site;
        let warm = &self.readers[reader];
        let writer = &self.instances[self.current].writer;
        let Some(cluster) = &mut self.cluster else {
            return;
        };
        let caches = &mut cluster.caches;
        let able = caches.on
            && writer.is_open()
            && warm.replica.follows()
            && warm.replica.volume_epoch() == writer.volume_epoch()
            && self.network.is_open(writer_site, warm.site);
        if !able || caches.exchange.is_idle() && now < caches.next_scan {
            return;
        }
        if caches.exchange.is_idle() {
            caches.scans += 1;
            caches.next_scan = now + REST;
            let has = warm.replica.cached_pages().map(|(page, _)| page);
            let filter = Bloom::of(has, warm.replica.cache_room(), self.seed ^ caches.scans);
            caches
                .exchange
                .begin(writer.cache().hot().collect(), filter);
        }
        let log = self.history.log(writer.volume_epoch());
        let shows = warm.replica.shows();
        let pages = caches.exchange.next(PAGES_A_SECOND).into_iter();
        let pages: Vec<Arc<Page>> = pages
            .filter_map(|page| writer.cache().copy_of(log, page, shows))
            .collect();
        let done = caches.exchange.sent(pages.len() as u64);
        for page in &pages {
            self.readers[reader].replica.warm(page);
        }
        if let Some(done) = done {
            let scanned = ClusterEvent::CacheScanned {
                reader,
                found: done.found as u32,
                sent: done.sent as u32,
            };
            self.note(Some(cause), Event::Cluster(scanned));
        }
    }
}
