//! Pages: versions written out of place, made in the background or when somebody asks (S-5, S-13, S-20, W-1).
//!
//! A page version is nothing but a cache of applied log, so the only question is when it pays to make one. Not
//! when the *whole* log has become long, as a checkpoint would have it, but when the page's *own* chain of changes
//! has (S-14): this counts, for each page, the records that came after its newest version. A new version stands
//! beside the older ones, which serve readers further back until they are collected; each is written with its
//! checksum, and whoever uses one looks whether it still fits (S-8).
//!
//! While records come in, only their number is kept. Whose they are is looked up in the chain of the group when
//! somebody wants to know ([`Pages::count`]): the background does, from time to time.

use std::sync::Arc;

use base::{GroupId, Lsn, PageId};
use litemap::LiteMap;

use super::image::{Image, Rebase};
use super::made::{Made, Print};
use crate::constants::PAGES_PER_GROUP;
use crate::page::{self, Page};
use crate::redo::RedoLog;

const PAGES: usize = PAGES_PER_GROUP as usize;
const _: () = assert!(
    PAGES_PER_GROUP <= u32::BITS,
    "one bit for each page of a group"
);

/// A page version as it stands on disk.
#[derive(Clone, Debug)]
pub struct Version {
    image: Arc<Image>,
    /// The oldest record in it that is not in the version before it; zero if that is not known.
    first: Lsn,
    /// The checksum it was written with, if that is not simply its page's. Nothing here changes a page once it is
    /// written, so most checksums need not be reckoned before somebody asks.
    written_with: Option<u64>,
}

impl Version {
    fn new(image: Arc<Image>, first: Lsn) -> Version {
        Version {
            image,
            first,
            written_with: None,
        }
    }

    /// The page.
    pub fn page(&self, log: &RedoLog) -> &Arc<Page> {
        self.image.page(log)
    }

    /// The checksum it was written with.
    pub fn checksum(&self, log: &RedoLog) -> u64 {
        self.written_with
            .unwrap_or_else(|| self.page(log).checksum())
    }

    /// Whether it still is what was written.
    pub fn is_sound(&self) -> bool {
        let fits = |checksum| {
            self.image
                .made()
                .is_some_and(|it| it.checksum() == checksum)
        };
        self.written_with.is_none_or(fits)
    }

    /// The disk spoils it, and the checksum stays what it was.
    fn spoil(&mut self, log: &RedoLog) {
        self.written_with = Some(self.checksum(log));
        let spoilt = Arc::new(self.page(log).spoilt());
        self.image = Arc::new(Image::of(spoilt));
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

/// The records at or below the SCL that came after the newest version of a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Tail {
    count: u32,
    /// The oldest of them, if there are any.
    first: Lsn,
}

/// The tails of the pages that have ever had one. Of thousands of groups most use a few of their pages.
#[derive(Clone, Debug, Default)]
struct Tails {
    /// The pages there is a tail of, one bit for each place in the group.
    of: u32,
    /// In the order of their places.
    tails: Vec<Tail>,
}

impl Tails {
    #[inline]
    fn rank(&self, place: usize) -> usize {
        if self.of == u32::MAX {
            return place;
        }
        (self.of & ((1 << place) - 1)).count_ones() as usize
    }

    #[inline]
    fn get(&self, place: usize) -> Tail {
        if self.of >> place & 1 == 1 {
            self.tails[self.rank(place)]
        } else {
            Tail::default()
        }
    }

    #[inline]
    fn get_mut(&mut self, place: usize) -> &mut Tail {
        let rank = self.rank(place);
        if self.of >> place & 1 == 0 {
            self.of |= 1 << place;
            self.tails.insert(rank, Tail::default());
        }
        &mut self.tails[rank]
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
#[repr(C)]
pub struct Pages {
    /// Records that are in no version yet, those that are not counted included.
    unbuilt: u32,
    /// The records before this place of the group's chain are counted.
    counted: u32,
    tails: Tails,
    /// The pages that have unbuilt records, one bit for each place.
    waiting: u32,
    /// Versions of each page, oldest first.
    versions: LiteMap<PageId, Vec<Version>>,
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
    /// So many further records are on this segment, and everything before them is too.
    #[inline]
    pub fn note(&mut self, records: u32) {
        self.unbuilt += records;
    }

    /// The records before this place of the group's chain are counted.
    #[inline]
    pub fn counted(&self) -> u32 {
        self.counted
    }

    /// Counts the records before the place `complete` of the group's chain, as far as they are not counted yet.
    pub fn count(&mut self, log: &RedoLog, group: GroupId, complete: u32) {
        // What the log has let go, nobody will make into pages here.
        let from = self.counted.max(log.first_place(group));
        if from < complete {
            for link in log.links(group, from, complete).flatten() {
                let place = page::place_in_group(link.page);
                let tail = self.tails.get_mut(place);
                if tail.count == 0 {
                    self.waiting |= 1 << place;
                    tail.first = link.lsn;
                }
                tail.count += 1;
            }
            self.counted = complete;
        }
    }

    /// Counts anew, page for page, for a segment that is complete up to `scl`, the record before the place `complete`.
    pub fn count_anew(&mut self, log: &RedoLog, group: GroupId, scl: Lsn, complete: u32) {
        self.counted = complete;
        for place in 0..PAGES_PER_GROUP {
            self.recount(log, page::page_in_group(group, place), scl);
        }
        self.unbuilt = self.tails.tails.iter().map(|tail| tail.count).sum();
    }

    /// Begins with pages that were copied from another segment, as of record `at`: the log up to there is not needed
    /// here. What is newer here already stays. Whoever calls this lets it [count anew](Pages::count_anew).
    pub fn begin_with(&mut self, pages: Vec<Arc<Page>>, at: Lsn) {
        for page in pages.into_iter().filter(|page| page.lsn() > Lsn::ZERO) {
            let kept = self.versions.entry(page.id()).or_default();
            let lsn = page.lsn();
            let place = kept.partition_point(|kept| kept.image.lsn() < lsn);
            kept.insert(place, Version::new(Arc::new(Image::of(page)), Lsn::ZERO));
        }
        self.collected = self.collected.max(at);
        self.floor = self.floor.max(at);
    }

    /// The log of the group is cut: what lies behind `scl`, the record before the place `complete`, is gone.
    pub fn cut_back(&mut self, log: &RedoLog, group: GroupId, scl: Lsn, complete: u32) {
        for (_, kept) in self.versions.iter_mut() {
            kept.retain(|kept| kept.image.lsn() <= scl);
        }
        self.versions.retain(|_, kept| !kept.is_empty());
        // Only what is durable is collected, and that stays; under a rule that is wrong on purpose it may not.
        self.collected = self.collected.min(scl);
        self.floor = self.floor.min(scl);
        self.count_anew(log, group, scl, complete);
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

    /// The newest version of a page at or below `at`.
    pub fn version(&self, page: PageId, at: Lsn) -> Option<&Version> {
        let kept = self.versions.get(&page)?;
        kept.iter().rev().find(|kept| kept.image.lsn() <= at)
    }

    /// How many of its pages have a version made after `lsn`.
    pub fn versions_since(&self, lsn: Lsn) -> u32 {
        let newest = self.versions.values().filter_map(|kept| kept.last());
        newest.filter(|kept| kept.image.lsn() > lsn).count() as u32
    }

    /// Places of the pages whose own chain has at least `least` records that are in no version yet, one bit for each.
    /// They must have been counted.
    pub fn with_unbuilt(&self, least: u32) -> u32 {
        let long = bits(self.waiting).filter(|place| self.tails.get(*place).count >= least);
        long.fold(0, |long, place| long | 1 << place)
    }

    /// How many records at these places are in no version yet.
    pub fn unbuilt_at(&self, places: u32) -> u32 {
        bits(places).map(|place| self.tails.get(place).count).sum()
    }

    /// How many records of a page there are after `from` up to `upto`, walking its chain of back links (L-3), and the
    /// oldest of them. `None` if some of them have been collected.
    fn chain(&self, log: &RedoLog, upto: Lsn, from: Lsn) -> Option<Tail> {
        let (mut chain, mut lsn) = (Tail::default(), upto);
        while lsn > from {
            if lsn <= self.collected {
                return None;
            }
            chain.count += 1;
            chain.first = lsn;
            lsn = log.record(lsn).links.page;
        }
        Some(chain)
    }

    /// The same for what came after its newest version `on`: that is noted, but for what lies behind `upto`.
    fn chain_after_newest(&self, log: &RedoLog, page: PageId, upto: Lsn, on: Lsn) -> Option<Tail> {
        let mut chain = self.tails.get(page::place_in_group(page));
        let mut lsn = log.newest_on_page(page);
        while lsn > upto {
            let record = log.record(lsn);
            chain.count -= u32::from(record.place < self.counted);
            lsn = record.links.page;
        }
        let chain = (chain.first > self.collected).then_some(chain);
        debug_assert_eq!(chain, self.chain(log, upto, on));
        chain
    }

    /// The version of a page that one as of record `at` would be built on, and its LSN, zero if there is none.
    fn base_for(&self, page: PageId, at: Lsn) -> Result<(Option<&Version>, Lsn), Unreadable> {
        let on = self.version(page, at);
        if on.is_some_and(|on| !on.is_sound()) {
            return Err(Unreadable::Damaged);
        }
        Ok((on, on.map_or(Lsn::ZERO, |on| on.image.lsn())))
    }

    /// The page as of record `at`, and how many records had to be applied to the version it was built on.
    ///
    /// # Errors
    /// If that version is damaged, or something needed has been collected.
    pub fn read(&self, log: &RedoLog, page: PageId, at: Lsn) -> Result<(Version, u32), Unreadable> {
        let (on, from) = self.base_for(page, at)?;
        let mut upto = log.newest_on_page(page);
        while upto > at.max(from) {
            if upto <= self.collected {
                return Err(Unreadable::Collected);
            }
            upto = log.record(upto).links.page;
        }
        let chain = self.chain(log, upto, from);
        let chain = chain.ok_or(Unreadable::Collected)?;
        // It will be asked for again, and then need not be made of the same old log again.
        let on = on.inspect(|on| _ = on.page(log));
        if let (Some(on), 0) = (on, chain.count) {
            return Ok((on.clone(), 0));
        }
        let image = Image::later(page, upto, on.map(|on| &*on.image));
        image.page(log);
        Ok((Version::new(Arc::new(image), chain.first), chain.count))
    }

    /// As [`Pages::read`], and keeps what was built. What is made for a reader may take the place of a version made
    /// before; but the oldest stays, for the log before it may be gone. What has come must have been counted.
    pub fn build(
        &mut self,
        log: &RedoLog,
        page: PageId,
        at: Lsn,
    ) -> Result<(Version, u32), Unreadable> {
        let (image, applied) = self.read(log, page, at)?;
        let newest = self.newest_version(page);
        if applied > 0 && newest.is_none_or(|newest| newest < image.image.lsn()) {
            let kept = self.versions.entry(page).or_default();
            let mut new = image.clone();
            if kept.len() > 1
                && let Some(before) = kept.pop()
            {
                new.first = before.first;
            }
            kept.push(new);
            self.built(log, page, image.image.lsn(), applied);
        }
        Ok((image, applied))
    }

    fn newest_version(&self, page: PageId) -> Option<Lsn> {
        Some(self.versions.get(&page)?.last()?.image.lsn())
    }

    /// So many records of a page, those up to `upto`, are in its newest version now.
    fn built(&mut self, log: &RedoLog, page: PageId, upto: Lsn, applied: u32) {
        let place = page::place_in_group(page);
        let tail = self.tails.get_mut(place);
        tail.count -= applied;
        self.unbuilt -= applied;
        if tail.count == 0 {
            self.waiting &= !(1 << place);
        } else {
            tail.first = first_after(log, log.newest_on_page(page), upto);
        }
    }

    /// Counts again how many records up to `scl` came after a page's newest version.
    fn recount(&mut self, log: &RedoLog, page: PageId, scl: Lsn) {
        let from = self.newest_version(page).unwrap_or_default();
        let upto = log.newest_of_page_up_to(page, scl);
        let chain = self.chain(log, upto, from).unwrap_or_default();
        let place = page::place_in_group(page);
        let before = self.tails.get(place).count;
        self.unbuilt = (self.unbuilt + chain.count).saturating_sub(before);
        if chain.count > 0 {
            *self.tails.get_mut(place) = chain;
            self.waiting |= 1 << place;
        } else if before > 0 {
            *self.tails.get_mut(place) = Tail::default();
            self.waiting &= !(1 << place);
        }
    }

    /// Step 5: writes the version of a page as of `at` beside those there are. Returns how many records it took;
    /// none if there is such a version already. What has come must have been counted.
    ///
    /// # Errors
    /// If the version it would be built on is damaged.
    pub fn coalesce(
        &mut self,
        log: &RedoLog,
        made: &mut Made,
        page: PageId,
        at: Lsn,
    ) -> Result<u32, Unreadable> {
        let (before, on) = self.base_for(page, at)?;
        let upto = log.newest_of_page_up_to(page, at);
        if upto <= on {
            return Ok(0);
        }
        let print = made.find(page, on, upto);
        let print = match print.filter(|print| print.first > self.collected) {
            Some(print) => print.clone(),
            None => {
                let chain = if on == self.newest_version(page).unwrap_or_default() {
                    self.chain_after_newest(log, page, upto, on)
                } else {
                    self.chain(log, upto, on)
                };
                let chain = chain.ok_or(Unreadable::Collected)?;
                let print = Print {
                    on,
                    first: chain.first,
                    applied: chain.count,
                    image: Arc::new(Image::later(page, upto, before.map(|on| &*on.image))),
                };
                made.keep(page, print.clone());
                print
            }
        };
        debug_assert_eq!(
            self.chain(log, upto, on),
            Some(Tail {
                count: print.applied,
                first: print.first
            }),
            "what copies make alike is alike"
        );
        let new = Version::new(print.image, print.first);
        let kept = self.versions.entry(page).or_default();
        let place = kept.partition_point(|kept| kept.image.lsn() < upto);
        if let Some(next) = kept.get_mut(place) {
            next.first = first_after(log, next.image.lsn(), upto);
            kept.insert(place, new);
        } else {
            kept.push(new);
            self.built(log, page, upto, print.applied);
        }
        Ok(print.applied)
    }

    /// Step 7: lets go what lies below `floor` and nobody can need: versions that a later one at or below it
    /// replaces, and the log that is in versions at or below it. Damaged versions replace nothing. What has come must
    /// have been counted.
    pub fn collect(&mut self, log: &RedoLog, group: GroupId, floor: Lsn) -> Gone {
        let mut gone = Gone {
            versions: 0,
            upto: floor,
        };
        if self.counted == 0 {
            return gone;
        }
        let mut pages = self.waiting;
        for (page, kept) in self.versions.iter_mut() {
            pages |= 1 << page::place_in_group(*page);
            let below = kept.partition_point(|kept| kept.image.lsn() <= floor);
            let sound = kept[..below].iter().rposition(Version::is_sound);
            gone.versions += sound.unwrap_or_default() as u32;
            kept.drain(..sound.unwrap_or_default());
        }
        for place in bits(pages) {
            let page = page::page_in_group(group, place as u32);
            let needed = self.oldest_needed(page, floor);
            let needed = needed.or_else(|| self.look_for_needed(log, page, floor));
            if let Some(needed) = needed {
                gone.upto = gone.upto.min(needed.previous());
            }
        }
        self.floor = self.floor.max(floor);
        self.collected = self.collected.max(gone.upto);
        gone.upto = self.collected;
        gone
    }

    /// The oldest record of a page that is in no version at or below `floor`, if that can be told from what was noted
    /// when versions were made.
    fn oldest_needed(&self, page: PageId, floor: Lsn) -> Option<Lsn> {
        let kept = self.versions.get(&page).map_or(&[][..], |kept| kept);
        let below = kept.partition_point(|kept| kept.image.lsn() <= floor);
        let damaged = |version: &Version| version.written_with.is_some();
        if kept[..below].last().is_some_and(damaged) {
            return None;
        }
        let place = page::place_in_group(page);
        let needed = match kept.get(below) {
            Some(next) => next.first,
            None if self.waiting >> place & 1 == 1 => self.tails.get(place).first,
            None => Lsn(u64::MAX),
        };
        (needed > self.collected).then_some(needed)
    }

    /// The same by walking through its records.
    #[cold]
    fn look_for_needed(&self, log: &RedoLog, page: PageId, floor: Lsn) -> Option<Lsn> {
        let on = self.version(page, floor).filter(|on| on.is_sound());
        let from = on.map_or(Lsn::ZERO, |on| on.image.lsn());
        let newest = log.newest_on_page(page);
        let needed = first_after(log, newest, from.max(self.collected));
        (needed > Lsn::ZERO).then_some(needed)
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

    /// How each page of their group stands here, where records are before the place `complete`.
    pub fn states(
        &self,
        log: &RedoLog,
        group: GroupId,
        complete: u32,
    ) -> impl Iterator<Item = PageState> + '_ {
        let mut unbuilt: [u32; PAGES] = std::array::from_fn(|place| self.tails.get(place).count);
        let from = self.counted.max(log.first_place(group)).min(complete);
        for link in log.links(group, from, complete).flatten() {
            unbuilt[page::place_in_group(link.page)] += 1;
        }
        (0..PAGES).map(move |place| {
            let kept = self.versions.get(&page::page_in_group(group, place as u32));
            PageState {
                versions: kept.map_or(0, |kept| kept.len() as u32),
                unbuilt: unbuilt[place],
                is_sound: kept.is_none_or(|kept| kept.iter().all(Version::is_sound)),
            }
        })
    }

    /// Shows its versions of a page to somebody who will exchange what they are made of.
    pub fn show<'a>(&self, log: &'a RedoLog, page: PageId, rebase: &mut Rebase<'a>) {
        for version in self.versions.get(&page).into_iter().flatten() {
            rebase.look_at(&version.image, log);
        }
    }

    /// Lets the versions of a page do without log that is about to be let go. Returns whether some still are to be made.
    pub fn rebase(&mut self, page: PageId, rebase: &mut Rebase) -> bool {
        let mut some_left = false;
        for version in self.versions.get_mut(&page).into_iter().flatten() {
            some_left |= rebase.exchange(&mut version.image);
        }
        some_left
    }

    /// The oldest damaged version of a page.
    pub fn damaged(&self, page: PageId) -> Option<Lsn> {
        let mut kept = self.versions.get(&page)?.iter();
        Some(kept.find(|kept| !kept.is_sound())?.image.lsn())
    }

    /// A sound image from a peer takes the place of a page's oldest damaged version. Returns whether there was one.
    /// What has come, up to `scl`, must have been counted.
    pub fn repair(&mut self, log: &RedoLog, image: &Arc<Page>, scl: Lsn) -> bool {
        let (page, lsn) = (image.id(), image.lsn());
        let Some(damaged) = self.damaged(page).filter(|damaged| *damaged <= lsn) else {
            return false;
        };
        let sound = Version::new(Arc::new(Image::of(Arc::clone(image))), Lsn::ZERO);
        if let Some(kept) = self.versions.get_mut(&page) {
            kept.retain(|kept| kept.image.lsn() != damaged && kept.image.lsn() != lsn);
            let place = kept.partition_point(|kept| kept.image.lsn() < lsn);
            kept.insert(place, sound);
            if let Some(next) = kept.get_mut(place + 1) {
                next.first = Lsn::ZERO;
            }
        }
        self.floor = self.floor.max(lsn);
        self.recount(log, page, scl);
        true
    }

    /// The disk spoils the newest version of a page, which is written first if there is none. Returns whether
    /// there is such a page. What has come must have been counted.
    pub fn damage(&mut self, log: &RedoLog, page: PageId, scl: Lsn) -> bool {
        if !self.versions.contains_key(&page)
            && self.coalesce(log, &mut Made::default(), page, scl).is_err()
        {
            return false;
        }
        let newest = self
            .versions
            .get_mut(&page)
            .and_then(|kept| kept.last_mut());
        let Some(newest) = newest else { return false };
        newest.spoil(log);
        true
    }
}

/// The places of the bits that are set, rising.
pub(super) fn bits(mut set: u32) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let place = (set != 0).then(|| set.trailing_zeros() as usize)?;
        set &= set - 1;
        Some(place)
    })
}

/// The oldest record after `after` in the chain of a page that ends with `newest`; zero if there is none.
fn first_after(log: &RedoLog, newest: Lsn, after: Lsn) -> Lsn {
    let (mut first, mut lsn) = (Lsn::ZERO, newest);
    while lsn > after {
        first = lsn;
        lsn = log.record(lsn).links.page;
    }
    first
}
