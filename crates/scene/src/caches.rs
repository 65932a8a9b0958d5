//! What instances have in memory, and cluster cache management.
//!
//! A page in memory is read at once, any other comes from storage. Who takes over has the pages its own clients have read;
//! so what matters at a promotion is how many of the writer's hot pages the next writer has, and that is what is drawn.

use base::{PageId, Phrase, ReaderId};
use world::{Buffers, CcmOff, CcmStatus, World};

use crate::{Tone, phrase_of_ccm_off};

/// Hot pages that are drawn one by one `[choice]`.
const HOT_DRAWN: usize = 96;

/// The memory of a cluster's instances.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CachesView {
    /// Each instance's, in order.
    pub caches: Vec<CacheView>,
    /// How cluster cache management stands.
    pub state: Phrase,
    /// How that is meant.
    pub tone: Tone,
    /// The fact behind it.
    pub fact: &'static str,
    /// The reader whose memory is held against the writer's: the one that is kept warm, or who would follow first.
    pub compared: Option<ReaderId>,
    /// The writer's hot pages: whether that reader has them too.
    pub hot: Vec<bool>,
    /// The same in words.
    pub hot_says: Option<Phrase>,
    /// The columns of `aurora_ccm_status()` with their values (CC-6), while it works.
    pub columns: Vec<(&'static str, u64)>,
    /// What follows from them: warm rate and warm percent (CC-7, CC-8).
    pub derived: Vec<(Phrase, Phrase, &'static str)>,
    /// How the last scan went: pages looked at, passed over because of the Bloom filter, sent (CC-9).
    pub scan: Option<Phrase>,
}

/// What one instance has in memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CacheView {
    /// Which.
    pub reader: ReaderId,
    /// Its name.
    pub name: Phrase,
    /// Whether it is the writer.
    pub writes: bool,
    /// Pages it has.
    pub held: u32,
    /// Pages it has room for.
    pub room: u32,
    /// Reads since its process began that its memory could answer.
    pub hits: u64,
    /// Those for which it asked storage.
    pub misses: u64,
    /// Pages and room in words.
    pub pages: Phrase,
    /// Hits and misses in words.
    pub reads: Phrase,
    /// How many were answered from memory, in thousandths; nothing before the first.
    pub hit_permille: Option<u16>,
}

/// The memory of all instances, if the run has a cluster.
#[inline(never)]
pub fn caches_view(world: &World) -> Option<CachesView> {
    let writer = world.writer_place()?;
    let managed = world.cache_management();
    let compared = managed.ok().or_else(|| next_writer(world, writer));
    let hot = compared.map(|id| hot_pages(world, id)).unwrap_or_default();
    let had = hot.iter().filter(|had| **had).count();
    let hot_says = compared.map(|id| {
        Phrase::new("caches-hot")
            .with("number", id.number())
            .with("had", had as u32)
            .with("all", hot.len() as u32)
    });
    let status = world.cache_management_status();
    let (state, tone, fact) = state(managed, status.is_some());
    Some(CachesView {
        caches: world
            .readers()
            .filter_map(|(id, _, _)| cache_view(world, id))
            .collect(),
        state,
        tone,
        fact,
        compared,
        hot: hot.into_iter().take(HOT_DRAWN).collect(),
        hot_says,
        columns: status.map(columns).unwrap_or_default(),
        derived: status.map(derived).unwrap_or_default(),
        scan: status.and_then(|status| scan(status.last_scan)),
    })
}

/// Who would follow first, by tier and size (F-2).
fn next_writer(world: &World, writer: ReaderId) -> Option<ReaderId> {
    let readers = world
        .readers()
        .filter(|(id, replica, _)| *id != writer && replica.is_up());
    let able = readers.filter_map(|(id, _, _)| Some((id, world.standing_of(id)?)));
    let first = able.min_by_key(|(id, spec)| (spec.tier, std::cmp::Reverse(spec.size), *id));
    first.map(|(id, _)| id)
}

/// Of each hot page of the writer, whether an instance has it too.
fn hot_pages(world: &World, other: ReaderId) -> Vec<bool> {
    let Some(replica) = world.reader(other) else {
        return Vec::new();
    };
    let has: Vec<PageId> = replica.cached_pages().map(|(page, _)| page).collect();
    let hot = world.writer().cache().hot();
    hot.map(|page| has.contains(&page)).collect()
}

/// What one instance has in memory; nothing while no process of it runs.
pub(crate) fn cache_view(world: &World, id: ReaderId) -> Option<CacheView> {
    let writes = world.writer_host() == Some(id);
    let (held, room, counts) = if writes {
        let cache = world.writer().cache();
        (cache.pages().count(), cache.room(), cache.counts())
    } else {
        let replica = world.reader(id)?;
        let counts = replica.cache_counts();
        (replica.cached_pages().count(), replica.cache_room(), counts)
    };
    // The writer counts what it asked storage for where it asks.
    let misses = match writes {
        true => world.writer().read_counts().reads,
        false => counts.misses,
    };
    let all = counts.hits + misses;
    Some(CacheView {
        reader: id,
        name: Phrase::new("outage-instance").with("number", id.number()),
        writes,
        held: held as u32,
        room,
        hits: counts.hits,
        misses,
        pages: Phrase::new("caches-pages")
            .with("held", held as u32)
            .with("room", room),
        reads: Phrase::new("caches-reads")
            .with("hits", counts.hits)
            .with("misses", misses),
        hit_permille: (counts.hits * 1_000)
            .checked_div(all)
            .map(|permille| permille as u16),
    })
}

fn state(managed: Result<ReaderId, CcmOff>, on: bool) -> (Phrase, Tone, &'static str) {
    match managed {
        Ok(reader) if on => {
            let keeps = Phrase::new("caches-kept-warm").with("number", reader.number());
            (keeps, Tone::Good, "CC-3")
        }
        Ok(reader) => {
            let soon = Phrase::new("caches-in-a-minute").with("number", reader.number());
            (soon, Tone::Waiting, "CC-5")
        }
        Err(CcmOff::NotWanted) => (Phrase::new("caches-not-managed"), Tone::Quiet, "CC-2"),
        Err(why) => {
            let off = Phrase::new("event-ccm-off").with("why", phrase_of_ccm_off(why));
            (off, Tone::Fault, "CC-4")
        }
    }
}

fn columns(status: CcmStatus) -> Vec<(&'static str, u64)> {
    vec![
        ("buffers_sent_last_minute", status.last_minute.sent),
        ("buffers_found_last_minute", status.last_minute.found),
        ("buffers_sent_last_scan", status.last_scan.sent),
        ("buffers_found_last_scan", status.last_scan.found),
        ("buffers_sent_current_scan", status.current_scan.sent),
        ("buffers_found_current_scan", status.current_scan.found),
        ("current_scan_progress", status.current_scan_progress.into()),
    ]
}

fn derived(status: CcmStatus) -> Vec<(Phrase, Phrase, &'static str)> {
    let rate = Phrase::new("caches-kilobytes").with("rate", status.warm_rate());
    let mut derived = vec![(Phrase::new("caches-warm-rate"), rate, "CC-7")];
    if let Some(percent) = status.warm_percent() {
        let percent = Phrase::new("value-percent").with("percent", percent);
        derived.push((Phrase::new("caches-warm-percent"), percent, "CC-8"));
    }
    derived
}

fn scan(last: Buffers) -> Option<Phrase> {
    (last.found > 0).then(|| {
        Phrase::new("caches-scan")
            .with("found", last.found)
            .with("filtered", last.found.saturating_sub(last.sent))
            .with("sent", last.sent)
    })
}
