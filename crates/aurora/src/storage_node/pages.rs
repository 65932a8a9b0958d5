//! Pages: versions written out of place, made in the background or when somebody asks (S-5, S-13, S-20, W-1).
//!
//! A page version is nothing but a cache of applied log, so the only question is when it pays to make one. Not
//! when the *whole* log has become long, as a checkpoint would have it, but when the page's *own* chain of changes
//! has (S-14): this counts, for each page, the records that came after its newest version. A new version stands
//! beside the older ones, which serve readers further back until they are collected; each is written with its
//! checksum, and whoever uses one looks whether it still fits (S-8).

use std::sync::Arc;

use base::{GroupId, Lsn, PageId};
use litemap::LiteMap;

use crate::constants::PAGES_PER_GROUP;
use crate::page::{self, Page};
use crate::redo::{Link, RedoLog};

const PAGES: usize = PAGES_PER_GROUP as usize;

/// A page version as it stands on disk.
#[derive(Clone, Debug)]
pub struct Version {
    page: Arc<Page>,
    /// The checksum it was written with, if that is not simply its page's. Nothing here changes a page once it is
    /// written, so most checksums need not be reckoned before somebody asks.
    written_with: Option<u64>,
}

impl Version {
    fn new(page: Arc<Page>) -> Version {
        Version {
            page,
            written_with: None,
        }
    }

    /// The page.
    pub fn page(&self) -> &Arc<Page> {
        &self.page
    }

    /// The checksum it was written with.
    pub fn checksum(&self) -> u64 {
        self.written_with.unwrap_or_else(|| self.page.checksum())
    }

    /// Whether it still is what was written.
    pub fn is_sound(&self) -> bool {
        self.written_with
            .is_none_or(|checksum| self.page.checksum() == checksum)
    }

    /// The disk spoils it, and the checksum stays what it was.
    fn spoil(&mut self) {
        self.written_with = Some(self.checksum());
        self.page = Arc::new(self.page.spoilt());
    }
}

/// Why a page cannot be had as of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// The version it would be built on is damaged.
    Damaged,
    /// What it would be built from has been collected.
    Collected,
}

/// What is known of the log of each page, by its place in the group.
#[derive(Clone, Debug)]
struct Tails {
    newest: [Lsn; PAGES],
    /// Records at or below the SCL that came after the page's newest version.
    unbuilt: [u32; PAGES],
}

impl Tails {
    /// Nothing has come yet.
    fn none() -> Box<Tails> {
        Box::new(Tails {
            newest: [Lsn::ZERO; PAGES],
            unbuilt: [0; PAGES],
        })
    }
}

/// How a page stands at a copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageState {
    /// Versions of it that are kept.
    pub versions: u32,
    /// Its records that are in no version yet.
    pub unbuilt: u32,
    /// Whether every version matches the checksum it was written with.
    pub is_sound: bool,
}

/// The pages of one segment.
#[derive(Clone, Debug, Default)]
pub struct Pages {
    /// Nothing until the first record comes.
    tails: Option<Box<Tails>>,
    /// Versions of each page, oldest first.
    versions: LiteMap<PageId, Vec<Version>>,
    unbuilt: u32,
    /// Records at or below this are in page versions, and are no longer kept themselves.
    collected: Lsn,
    /// From here on every page can be read. Older versions may be gone though the log after `collected` is not: one
    /// page that has no version yet holds the log back for all, and versions for none.
    floor: Lsn,
}

/// What a round of collecting has let go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Gone {
    /// Page versions.
    pub versions: u32,
    /// The log up to here.
    pub upto: Lsn,
}

impl Pages {
    /// These records are on this segment, and everything before them is too.
    pub fn note_newest(&mut self, links: &[Link]) {
        let tails = self.tails.get_or_insert_with(Tails::none);
        for link in links {
            let place = page::place_in_group(link.page);
            tails.newest[place] = link.lsn;
            tails.unbuilt[place] += 1;
        }
        self.unbuilt += links.len() as u32;
    }

    /// Begins with pages that were copied from another segment, as of record `at`: the log up to there is not needed
    /// here. What is newer here already stays.
    pub fn begin_with(&mut self, log: &RedoLog, pages: Vec<Arc<Page>>, at: Lsn) {
        for page in pages.into_iter().filter(|page| page.lsn() > Lsn::ZERO) {
            let tails = self.tails.get_or_insert_with(Tails::none);
            let newest = &mut tails.newest[page::place_in_group(page.id())];
            *newest = (*newest).max(page.lsn());
            let kept = self.versions.entry(page.id()).or_default();
            let (id, lsn) = (page.id(), page.lsn());
            let place = kept.partition_point(|kept| kept.page.lsn() < lsn);
            kept.insert(place, Version::new(page));
            self.recount(log, id);
        }
        self.collected = self.collected.max(at);
        self.floor = self.floor.max(at);
    }

    /// The log of the group is cut: what lies behind `scl` is gone.
    pub fn cut_back(&mut self, log: &RedoLog, group: GroupId, scl: Lsn) {
        let Some(tails) = &mut self.tails else { return };
        let mut cut = Vec::new();
        for (place, newest) in tails.newest.iter_mut().enumerate() {
            if *newest > scl {
                let page = page::page_in_group(group, place as u32);
                *newest = log.newest_of_page_up_to(page, scl);
                cut.push(page);
            }
        }
        for (_, kept) in self.versions.iter_mut() {
            kept.retain(|kept| kept.page.lsn() <= scl);
        }
        self.versions.retain(|_, kept| !kept.is_empty());
        // Only what is durable is collected, and that stays; under a rule that is wrong on purpose it may not.
        self.collected = self.collected.min(scl);
        self.floor = self.floor.min(scl);
        for page in cut {
            self.recount(log, page);
        }
    }

    /// How many page versions there are.
    pub fn kept(&self) -> u32 {
        self.versions.values().map(|kept| kept.len() as u32).sum()
    }

    /// Records that are in no page version yet.
    pub fn unbuilt(&self) -> u32 {
        self.unbuilt
    }

    /// Records at or below this are no longer kept.
    pub fn collected(&self) -> Lsn {
        self.collected
    }

    /// The oldest record as of which every page can be read, as far as the copy is complete.
    pub fn base(&self) -> Lsn {
        self.floor.max(self.collected)
    }

    /// The newest record of a page.
    fn newest(&self, page: PageId) -> Lsn {
        let tails = self.tails.as_ref();
        tails.map_or(Lsn::ZERO, |tails| tails.newest[page::place_in_group(page)])
    }

    /// The newest version of a page at or below `at`.
    pub fn version(&self, page: PageId, at: Lsn) -> Option<&Version> {
        let kept = self.versions.get(&page)?;
        kept.iter().rev().find(|kept| kept.page.lsn() <= at)
    }

    /// How many of its pages have a version made after `lsn`.
    pub fn versions_since(&self, lsn: Lsn) -> u32 {
        let newest = self.versions.values().filter_map(|kept| kept.last());
        newest.filter(|kept| kept.page.lsn() > lsn).count() as u32
    }

    /// The pages whose own chain has at least `least` records that are in no version yet, and how many they are.
    pub fn with_unbuilt(&self, least: u32) -> impl Iterator<Item = (usize, u32)> + '_ {
        let tails = self.tails.iter().flat_map(|tails| tails.unbuilt.iter());
        tails
            .copied()
            .enumerate()
            .filter(move |(_, unbuilt)| *unbuilt >= least)
    }

    /// The records of a page after `from` up to `at`, the newest first, walking its chain of back links (L-3).
    /// `None` if some of them have been collected.
    fn chain(&self, log: &RedoLog, page: PageId, from: Lsn, at: Lsn) -> Option<Vec<Lsn>> {
        let mut chain = Vec::new();
        let mut lsn = self.newest(page);
        while lsn > from {
            if lsn <= self.collected {
                return None;
            }
            if lsn <= at {
                chain.push(lsn);
            }
            lsn = log.record(lsn).links.page;
        }
        Some(chain)
    }

    /// The page as of record `at`, and how many records had to be applied to the version it was built on.
    ///
    /// # Errors
    /// If that version is damaged, or something needed has been collected.
    pub fn read(&self, log: &RedoLog, page: PageId, at: Lsn) -> Result<(Version, u32), Unreadable> {
        let on = self.version(page, at);
        if on.is_some_and(|on| !on.is_sound()) {
            return Err(Unreadable::Damaged);
        }
        let from = on.map_or(Lsn::ZERO, |on| on.page.lsn());
        let chain = self.chain(log, page, from, at);
        let chain = chain.ok_or(Unreadable::Collected)?;
        if let (Some(on), true) = (on, chain.is_empty()) {
            return Ok((on.clone(), 0));
        }
        let mut image = on.map_or_else(|| Page::empty(page), |on| Page::clone(&on.page));
        for lsn in chain.iter().rev() {
            image.apply(*lsn, log.change(*lsn));
        }
        Ok((Version::new(Arc::new(image)), chain.len() as u32))
    }

    /// As [`Pages::read`], and keeps what was built. What is made for a reader may take the place of a version made
    /// before; but the oldest stays, for the log before it may be gone.
    pub fn build(
        &mut self,
        log: &RedoLog,
        page: PageId,
        at: Lsn,
    ) -> Result<(Version, u32), Unreadable> {
        let (image, applied) = self.read(log, page, at)?;
        let newest = self.newest_version(page);
        if applied > 0 && newest.is_none_or(|newest| newest < image.page.lsn()) {
            let kept = self.versions.entry(page).or_default();
            if kept.len() > 1 {
                kept.pop();
            }
            kept.push(image.clone());
            self.recount(log, page);
        }
        Ok((image, applied))
    }

    fn newest_version(&self, page: PageId) -> Option<Lsn> {
        Some(self.versions.get(&page)?.last()?.page.lsn())
    }

    /// Counts again how many records came after a page's newest version.
    fn recount(&mut self, log: &RedoLog, page: PageId) {
        let from = self.newest_version(page).unwrap_or_default();
        let unbuilt = self.chain(log, page, from, Lsn(u64::MAX));
        let unbuilt = unbuilt.map_or(0, |chain| chain.len() as u32);
        if let Some(tails) = &mut self.tails {
            let counted = &mut tails.unbuilt[page::place_in_group(page)];
            self.unbuilt = self.unbuilt - *counted + unbuilt;
            *counted = unbuilt;
        }
    }

    /// Step 5: writes the version of a page as of `at` beside those there are. Returns how many records it took;
    /// none if there is such a version already.
    ///
    /// # Errors
    /// If the version it would be built on is damaged.
    pub fn coalesce(&mut self, log: &RedoLog, page: PageId, at: Lsn) -> Result<u32, Unreadable> {
        let (image, applied) = self.read(log, page, at)?;
        if applied > 0 {
            let kept = self.versions.entry(page).or_default();
            let place = kept.partition_point(|kept| kept.page.lsn() < image.page.lsn());
            kept.insert(place, image);
            if place + 1 == kept.len() {
                self.recount(log, page);
            }
        }
        Ok(applied)
    }

    /// Step 7: lets go what lies below `floor` and nobody can need: versions that a later one at or below it
    /// replaces, and the log that is in versions at or below it. Damaged versions replace nothing.
    pub fn collect(&mut self, log: &RedoLog, floor: Lsn) -> Gone {
        let mut gone = Gone {
            versions: 0,
            upto: floor,
        };
        let Some(tails) = self.tails.take() else {
            return gone;
        };
        for (_, kept) in self.versions.iter_mut() {
            let below = kept.partition_point(|kept| kept.page.lsn() <= floor);
            let sound = kept[..below].iter().rposition(Version::is_sound);
            gone.versions += sound.unwrap_or_default() as u32;
            kept.drain(..sound.unwrap_or_default());
        }
        for newest in tails
            .newest
            .iter()
            .filter(|newest| **newest > self.collected)
        {
            let page = log.record(*newest).page;
            let on = self.version(page, floor).filter(|on| on.is_sound());
            let from = on.map_or(Lsn::ZERO, |on| on.page.lsn());
            let mut first = Lsn(u64::MAX);
            let mut lsn = *newest;
            while lsn > from.max(self.collected) {
                first = lsn;
                lsn = log.record(lsn).links.page;
            }
            gone.upto = gone.upto.min(Lsn(first.0 - 1));
        }
        self.tails = Some(tails);
        self.floor = self.floor.max(floor);
        self.collected = self.collected.max(gone.upto);
        gone.upto = self.collected;
        gone
    }

    /// Step 7 at a tail, which has only log to let go: the full copies have their own.
    pub fn collect_log(&mut self, floor: Lsn) -> Gone {
        self.collected = self.collected.max(floor);
        Gone {
            versions: 0,
            upto: self.collected,
        }
    }

    /// Step 8: looks at every version. Returns how many there are, and the pages with a damaged one.
    pub fn scrub(&self) -> (u32, Vec<PageId>) {
        let damaged = self
            .versions
            .iter()
            .filter(|(_, kept)| !kept.iter().all(Version::is_sound));
        (self.kept(), damaged.map(|(page, _)| *page).collect())
    }

    /// How each page of their group stands here.
    pub fn states(&self, group: GroupId) -> impl Iterator<Item = PageState> + '_ {
        (0..PAGES).map(move |place| {
            let kept = self.versions.get(&page::page_in_group(group, place as u32));
            let tails = self.tails.as_ref();
            PageState {
                versions: kept.map_or(0, |kept| kept.len() as u32),
                unbuilt: tails.map_or(0, |tails| tails.unbuilt[place]),
                is_sound: kept.is_none_or(|kept| kept.iter().all(Version::is_sound)),
            }
        })
    }

    /// The oldest damaged version of a page.
    pub fn damaged(&self, page: PageId) -> Option<Lsn> {
        let mut kept = self.versions.get(&page)?.iter();
        Some(kept.find(|kept| !kept.is_sound())?.page.lsn())
    }

    /// A sound image from a peer takes the place of a page's oldest damaged version. Returns whether there was one.
    pub fn repair(&mut self, log: &RedoLog, image: &Arc<Page>) -> bool {
        let (page, lsn) = (image.id(), image.lsn());
        let Some(damaged) = self.damaged(page).filter(|damaged| *damaged <= lsn) else {
            return false;
        };
        let sound = Version::new(Arc::clone(image));
        if let Some(kept) = self.versions.get_mut(&page) {
            kept.retain(|kept| kept.page.lsn() != damaged && kept.page.lsn() != lsn);
            let place = kept.partition_point(|kept| kept.page.lsn() < lsn);
            kept.insert(place, sound);
        }
        self.floor = self.floor.max(lsn);
        self.recount(log, page);
        true
    }

    /// The disk spoils the newest version of a page, which is written first if there is none. Returns whether
    /// there is such a page.
    pub fn damage(&mut self, log: &RedoLog, page: PageId, scl: Lsn) -> bool {
        if !self.versions.contains_key(&page) && self.coalesce(log, page, scl).is_err() {
            return false;
        }
        let newest = self
            .versions
            .get_mut(&page)
            .and_then(|kept| kept.last_mut());
        let Some(newest) = newest else { return false };
        newest.spoil();
        true
    }
}
