//! The buffer cache of an instance.
//!
//! An engine that owns its pages must write a dirty one before it can evict it. Here there is nothing to write:
//! storage can make every page from the log. But it can make it only as far as the log is durable. So a page may
//! leave the cache only if its newest change is durable, that is if its page LSN ≤ VDL; then whoever misses it
//! later finds the newest version in storage, at the VDL. (The paper of 2017 prints the comparison the other
//! way round, R-8.)
//!
//! The records of a cached page stand in the instance's own log, so a cached page is brought up to date when it is
//! looked at.

use std::sync::Arc;

use base::{GroupId, Lsn, PageId};
use litemap::LiteMap;

use crate::cache_management::{HOT_ABOVE, USES_MAX};
use crate::page::{self, Page};
use crate::redo::{Change, RedoLog};

#[derive(Clone, Debug)]
struct Cached {
    page: Arc<Page>,
    /// When it was used last, counted in uses of the cache.
    used: u64,
    /// How often it was used since it came, up to a limit.
    uses: u8,
}

/// How often the cache could answer and how often not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CacheCounts {
    /// Reads served from it.
    pub hits: u64,
    /// Reads that had to ask storage.
    pub misses: u64,
    /// Pages that had to leave.
    pub evicted: u64,
}

/// Pages an instance keeps in memory.
#[derive(Clone, Debug, Default)]
pub struct Cache {
    pages: LiteMap<PageId, Cached>,
    room: u32,
    uses: u64,
    counts: CacheCounts,
}

/// Whether a page whose newest change is `newest` may leave the cache.
pub fn may_go(newest: Lsn, vdl: Lsn) -> bool {
    newest <= vdl
}

impl Cache {
    /// A cache with room for so many pages.
    pub fn new(room: u32) -> Cache {
        Cache {
            room,
            ..Cache::default()
        }
    }

    /// The pages in it, with the newest record applied to each.
    pub fn pages(&self) -> impl Iterator<Item = (PageId, Lsn)> + '_ {
        self.pages.iter().map(|(id, held)| (*id, held.page.lsn()))
    }

    /// How many pages it has room for.
    pub fn room(&self) -> u32 {
        self.room
    }

    /// Hits, misses and evictions so far.
    pub fn counts(&self) -> CacheCounts {
        self.counts
    }

    /// The page as of record `at`, if it is there; it cannot go back to an older one.
    pub fn get(&mut self, log: &RedoLog, page: PageId, at: Lsn) -> Option<Arc<Page>> {
        self.uses += 1;
        let held = self.look_up(page, at)?;
        bring_to(log, &mut held.page, at);
        Some(Arc::clone(&held.page))
    }

    /// The page as it stands, if it is there and not newer than `at`: for an instance that applies records as they
    /// come.
    pub fn get_as_it_is(&mut self, page: PageId, at: Lsn) -> Option<Arc<Page>> {
        self.uses += 1;
        let held = self.look_up(page, at)?;
        Some(Arc::clone(&held.page))
    }

    fn look_up(&mut self, page: PageId, at: Lsn) -> Option<&mut Cached> {
        let held = self
            .pages
            .get_mut(&page)
            .filter(|held| held.page.lsn() <= at);
        let Some(held) = held else {
            self.counts.misses += 1;
            return None;
        };
        self.counts.hits += 1;
        held.used = self.uses;
        held.uses = (held.uses + 1).min(USES_MAX);
        Some(held)
    }

    /// Applies a record to its page, if the page is there; returns whether it is.
    pub fn apply(&mut self, page: PageId, lsn: Lsn, change: Change) -> bool {
        let Some(held) = self.pages.get_mut(&page) else {
            return false;
        };
        if held.page.lsn() < lsn {
            Arc::make_mut(&mut held.page).apply(lsn, change);
        }
        true
    }

    /// Keeps a page that was read from storage. Returns the page that had to leave for it, and its newest change.
    pub fn keep(&mut self, log: &RedoLog, vdl: Lsn, page: &Arc<Page>) -> Option<(PageId, Lsn)> {
        self.keep_unless(page, |held| {
            let newest = log.newest_on_page(held.id());
            may_go(newest, vdl).then_some(newest)
        })
    }

    /// Keeps a page that was read from storage, when nothing in the cache is newer than what is durable. Returns the
    /// page that had to leave for it, and its newest change.
    pub fn keep_durable(&mut self, page: &Arc<Page>) -> Option<(PageId, Lsn)> {
        self.keep_unless(page, |held| Some(held.lsn()))
    }

    /// Keeps a page; `newest` is the newest change of one that may leave for it.
    fn keep_unless(
        &mut self,
        page: &Arc<Page>,
        newest: impl Fn(&Page) -> Option<Lsn>,
    ) -> Option<(PageId, Lsn)> {
        self.uses += 1;
        let used = self.uses;
        if let Some(held) = self.pages.get_mut(&page.id()) {
            if held.page.lsn() < page.lsn() {
                held.page = Arc::clone(page);
            }
            return None;
        }
        let mut gone = None;
        if self.pages.len() as u32 >= self.room {
            let able = self.pages.iter().filter_map(|(id, held)| {
                let newest = newest(&held.page)?;
                Some((held.used, *id, newest))
            });
            // With no page that may leave, the new one finds no room.
            let (_, id, newest) = able.min()?;
            self.pages.remove(&id);
            self.counts.evicted += 1;
            gone = Some((id, newest));
        }
        let page = Arc::clone(page);
        let cached = Cached {
            page,
            used,
            uses: 1,
        };
        self.pages.insert(cached.page.id(), cached);
        gone
    }

    /// The pages that are used much (CC-11).
    pub fn hot(&self) -> impl Iterator<Item = PageId> + '_ {
        let hot = self.pages.iter().filter(|(_, held)| held.uses > HOT_ABOVE);
        hot.map(|(id, _)| *id)
    }

    /// A page as of record `at` for another instance, if it is there and can be made so.
    pub fn copy_of(&self, log: &RedoLog, page: PageId, at: Lsn) -> Option<Arc<Page>> {
        let mut page = Arc::clone(&self.pages.get(&page)?.page);
        if page.lsn() > at || !is_known_since(log, &page) {
            return None;
        }
        bring_to(log, &mut page, at);
        Some(page)
    }

    /// Takes what another process on this host has had in memory, as far as it fits: pages that can be brought to `at` in
    /// this text. Those used last go in first.
    pub fn inherit(&mut self, log: &RedoLog, at: Lsn, from: &Cache) {
        let mut pages: Vec<&Cached> = from.pages.values().collect();
        pages.sort_by_key(|held| std::cmp::Reverse(held.used));
        pages.truncate(self.room as usize);
        for held in pages.into_iter().rev() {
            let mut page = Arc::clone(&held.page);
            if page.lsn() <= at && is_known_since(log, &page) {
                bring_to(log, &mut page, at);
                self.keep_durable(&page);
            }
        }
    }

    /// Keeps only the pages that show the volume as of `at` in this text: those that have not changed since.
    pub fn keep_current(&mut self, log: &RedoLog, at: Lsn) {
        let gone = self
            .pages
            .iter()
            .filter(|(_, held)| !is_current(log, &held.page, at));
        let gone: Vec<PageId> = gone.map(|(id, _)| *id).collect();
        for id in gone {
            self.pages.remove(&id);
        }
    }

    /// Brings the pages of a group up to a record, because the log before it may be let go.
    pub fn catch_up(&mut self, log: &RedoLog, group: GroupId, upto: Lsn) {
        for (id, held) in self.pages.iter_mut() {
            if page::group_of(*id) == group {
                bring_to(log, &mut held.page, upto);
            }
        }
    }
}

/// Whether every record of the page after its own LSN is still remembered.
fn is_known_since(log: &RedoLog, page: &Page) -> bool {
    let mut lsn = log.newest_on_page(page.id());
    while lsn > page.lsn() {
        match log.get(lsn) {
            Some(record) => lsn = record.links.page,
            None => return false,
        }
    }
    lsn == page.lsn()
}

/// Whether a page has no record above its own LSN up to `at`.
fn is_current(log: &RedoLog, page: &Page, at: Lsn) -> bool {
    let mut lsn = log.newest_on_page(page.id());
    while lsn > at {
        match log.get(lsn) {
            Some(record) => lsn = record.links.page,
            None => return false,
        }
    }
    lsn == page.lsn()
}

/// Applies the records of the page after its own LSN, up to `at`.
fn bring_to(log: &RedoLog, page: &mut Arc<Page>, at: Lsn) {
    let mut chain = Vec::new();
    let mut lsn = log.newest_on_page(page.id());
    while lsn > page.lsn() {
        if lsn <= at {
            chain.push(lsn);
        }
        lsn = log.record(lsn).links.page;
    }
    if !chain.is_empty() {
        let page = Arc::make_mut(page);
        for lsn in chain.iter().rev() {
            page.apply(*lsn, log.change(*lsn));
        }
    }
}

#[cfg(test)]
mod tests {
    use base::TxnId;

    use super::*;

    fn put(log: &mut RedoLog, page: PageId, value: &[u8]) -> Lsn {
        let (txn, key) = (TxnId(1), &b"k"[..]);
        log.append(page, Change::PutRow { txn, key, value }, true).0
    }

    fn read(log: &RedoLog, page: PageId) -> Arc<Page> {
        let mut image = Arc::new(Page::empty(page));
        bring_to(log, &mut image, log.last());
        image
    }

    #[test]
    fn ex_23_a_page_whose_newest_change_is_not_durable_stays() {
        assert!(!may_go(Lsn(1_005), Lsn(1_000)));
        assert!(may_go(Lsn(1_005), Lsn(1_005)));

        let mut log = RedoLog::new(1, Lsn(999));
        let [one, two, three] = [1, 2, 3].map(|place| page::page_in_group(GroupId(0), place));
        put(&mut log, one, b"1");
        let mut cache = Cache::new(1);
        assert_eq!(cache.keep(&log, Lsn(1_000), &read(&log, one)), None);
        put(&mut log, two, b"2");
        let newest = put(&mut log, one, b"3");
        let vdl = Lsn(newest.0 - 1);
        assert_eq!(cache.keep(&log, vdl, &read(&log, two)), None);
        assert!(cache.pages().map(|(id, _)| id).eq([one]), "it had to stay");
        assert_eq!(
            cache.keep(&log, newest, &read(&log, two)),
            Some((one, newest))
        );
        assert!(cache.pages().map(|(id, _)| id).eq([two]));
        assert!(cache.get(&log, three, newest).is_none());
        let counts = cache.counts();
        assert_eq!((counts.hits, counts.misses, counts.evicted), (0, 1, 1));
    }

    #[test]
    fn a_cached_page_is_brought_to_the_read_point_and_not_back() {
        let mut log = RedoLog::new(1, Lsn::ZERO);
        let page = page::page_in_group(GroupId(0), 1);
        let first = put(&mut log, page, b"1");
        let mut cache = Cache::new(4);
        cache.keep(&log, first, &read(&log, page));
        let second = put(&mut log, page, b"2");
        put(&mut log, page, b"3");
        let mut at = |lsn| {
            let page = cache.get(&log, page, lsn)?;
            page.row(b"k").map(<[u8]>::to_vec)
        };
        assert_eq!(at(first), Some(b"1".to_vec()));
        assert_eq!(at(second), Some(b"2".to_vec()));
        assert_eq!(at(first), None, "an older view has to ask storage");
    }
}
