//! Pages, built from the log when somebody asks (S-5, W-1).

use std::sync::Arc;

use base::{Lsn, PageId};
use litemap::LiteMap;

use crate::constants::PAGES_PER_GROUP;
use crate::page::{self, Page};
use crate::redo::{Link, RedoLog};

/// The pages of one segment: for each its newest record, and the newest version that was ever built.
#[derive(Clone, Debug, Default)]
pub struct Pages {
    /// By place in the group; nothing until the first record comes.
    newest: Option<Box<[Lsn; PAGES_PER_GROUP as usize]>>,
    built: LiteMap<PageId, Arc<Page>>,
}

impl Pages {
    /// These records are on this segment, and everything before them is too.
    pub fn note_newest(&mut self, links: &[Link]) {
        let none = || Box::new([Lsn::ZERO; PAGES_PER_GROUP as usize]);
        let newest = self.newest.get_or_insert_with(none);
        for link in links {
            newest[page::place_in_group(link.page)] = link.lsn;
        }
    }

    /// Begins with pages that were copied from another segment; what is newer here already stays.
    pub fn begin_with(&mut self, pages: Vec<Arc<Page>>) {
        for page in pages.into_iter().filter(|page| page.lsn() > Lsn::ZERO) {
            let none = || Box::new([Lsn::ZERO; PAGES_PER_GROUP as usize]);
            let newest = self.newest.get_or_insert_with(none);
            let newest = &mut newest[page::place_in_group(page.id())];
            *newest = (*newest).max(page.lsn());
            self.built.insert(page.id(), page);
        }
    }

    /// How many page versions are kept ready.
    pub fn kept(&self) -> u32 {
        self.built.len() as u32
    }

    /// The page as of record `at`, and how many records had to be applied for it.
    ///
    /// Walks the page's chain of back links (L-3) down from its newest record to the version kept, or to the
    /// beginning, and applies what it has found on the way, oldest first.
    pub fn build(&mut self, log: &RedoLog, page: PageId, at: Lsn) -> (Arc<Page>, u32) {
        let newest = self
            .newest
            .as_ref()
            .map_or(Lsn::ZERO, |newest| newest[page::place_in_group(page)]);
        let kept = self.built.get(&page).filter(|kept| kept.lsn() <= at);
        let from = kept.map_or(Lsn::ZERO, |kept| kept.lsn());
        let mut chain = Vec::new();
        let mut lsn = newest;
        while lsn > from {
            if lsn <= at {
                chain.push(lsn);
            }
            lsn = log.record(lsn).links.page;
        }
        if let (Some(kept), true) = (kept, chain.is_empty()) {
            return (Arc::clone(kept), 0);
        }
        let mut image = kept.map_or_else(|| Page::empty(page), |kept| Page::clone(kept));
        for lsn in chain.iter().rev() {
            image.apply(*lsn, log.change(*lsn));
        }
        let image = Arc::new(image);
        // The newest version serves most reads to come; an older one was for one reader.
        if self
            .built
            .get(&page)
            .is_none_or(|kept| kept.lsn() < image.lsn())
        {
            self.built.insert(page, Arc::clone(&image));
        }
        (image, chain.len() as u32)
    }
}
