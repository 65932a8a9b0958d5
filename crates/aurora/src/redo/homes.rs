//! Where rows live.
//!
//! A row's home is the page its key's hash names among the groups the volume began with. That never changes, so a
//! row that is at home is found without asking anybody, before and after growth and after a recovery. When its
//! home is full, a new row moves into a group that was added later, and stays there: no row that exists is ever
//! moved to make room. Who lives away from home, and where, stands in the log: the first record of such a row
//! says on which page it is. A row whose first write was taken back is none any more, and may move in elsewhere. So this
//! directory is part of the text of the log. It needs no bookkeeping that could be lost in a crash, and where the text
//! is cut, those who moved in behind the cut have never done so.
//!
//! A real engine finds rows by the inner pages of its B-tree; the model keeps no such pages, and looking here takes no
//! time `[choice]`.

use std::sync::Arc;

use base::{Lsn, PageId};
use litemap::LiteMap;

use crate::page;

/// A row that lives away from home.
#[derive(Clone, Debug)]
struct Away {
    page: PageId,
    /// Its first record there.
    since: Lsn,
    /// Where it was to live before.
    before: Option<Box<Away>>,
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
        if page::group_of(page).0 < self.first_groups {
            return;
        }
        match self.away.get(key) {
            Some(away) if away.page == page => {}
            before => {
                let before = before.cloned().map(Box::new);
                let since = lsn;
                let away = Away {
                    page,
                    since,
                    before,
                };
                Arc::make_mut(&mut self.away).insert(key.into(), away);
            }
        }
    }

    /// The same as far as the text reaches to `cut`.
    #[must_use]
    pub fn cut(&self, cut: Lsn) -> Homes {
        let mut homes = self.clone();
        if homes.away.values().any(|away| away.since > cut) {
            let away = Arc::make_mut(&mut homes.away);
            for (_, away) in away.iter_mut() {
                while away.since > cut
                    && let Some(before) = away.before.take()
                {
                    *away = *before;
                }
            }
            away.retain(|_, away| away.since <= cut);
        }
        homes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_has_moved_twice_lives_where_the_text_has_come_to() {
        let mut homes = Homes::new(1);
        let home = homes.page_of(b"k");
        let [first, second] = [2, 5].map(|group| page::page_in_group(base::GroupId(group), 3));
        homes.wrote(b"k", first, Lsn(10));
        homes.wrote(b"k", first, Lsn(12));
        homes.wrote(b"k", second, Lsn(20));
        assert_eq!(homes.page_of(b"k"), second);
        assert_eq!(homes.cut(Lsn(19)).page_of(b"k"), first);
        assert_eq!(homes.cut(Lsn(9)).page_of(b"k"), home);
    }
}
