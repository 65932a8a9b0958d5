//! Where rows live.
//!
//! A row's home is the page its key's hash names among the groups the volume began with. That never changes, so a
//! row that is at home is found without asking anybody, before and after growth and after a recovery. When its
//! home is full, a new row moves into a group that was added later, and stays there: no row that exists is ever
//! moved to make room. Who lives away from home, and where, stands in the log: the first record of such a row
//! says on which page it is. So this directory is part of the text of the log. It needs no bookkeeping that could be
//! lost in a crash, and where the text is cut, those who moved in behind the cut have never done so.
//!
//! A real engine finds rows by the inner pages of its B-tree; the model keeps no such pages, and looking here takes no
//! time `[choice]`.

use std::sync::Arc;

use base::{Lsn, PageId};
use litemap::LiteMap;

use crate::page;

/// A row that lives away from home.
#[derive(Clone, Copy, Debug)]
struct Away {
    page: PageId,
    /// Its first record there.
    since: Lsn,
}

/// Where rows live.
#[derive(Clone, Debug)]
pub struct Homes {
    first_groups: u32,
    away: Arc<LiteMap<Box<[u8]>, Away>>,
}

impl Homes {
    /// All at home, in a volume that begins with so many groups.
    pub fn new(groups: u32) -> Homes {
        Homes {
            first_groups: groups,
            away: Arc::default(),
        }
    }

    /// The page a row lives on, or would go to first.
    #[inline]
    pub fn page_of(&self, key: &[u8]) -> PageId {
        if self.away.is_empty() {
            return page::page_of_key(key, self.first_groups);
        }
        let away = self.away.get(key).map(|away| away.page);
        away.unwrap_or_else(|| page::page_of_key(key, self.first_groups))
    }

    /// A row was written on a page.
    #[inline]
    pub fn wrote(&mut self, key: &[u8], page: PageId, lsn: Lsn) {
        if page::group_of(page).0 >= self.first_groups && !self.away.contains_key(key) {
            Arc::make_mut(&mut self.away).insert(key.into(), Away { page, since: lsn });
        }
    }

    /// The same as far as the text reaches to `cut`.
    #[must_use]
    pub fn cut(&self, cut: Lsn) -> Homes {
        let mut homes = self.clone();
        if homes.away.values().any(|away| away.since > cut) {
            Arc::make_mut(&mut homes.away).retain(|_, away| away.since <= cut);
        }
        homes
    }
}
