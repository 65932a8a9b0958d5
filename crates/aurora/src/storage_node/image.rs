//! What a page version holds, worked out when somebody looks.
//!
//! A version is nothing but log applied to what was there before (S-13). Once it is settled which record it ends with, it
//! is settled what stands in it, whether or not somebody has done the work. A storage node has to do it, for it lets the
//! log go. The model can put it off until a reader comes, or until the log it takes is about to be forgotten: of a page
//! that is written to all the time, nearly every version is replaced before that, and copying hundreds of rows for each
//! was the most expensive thing in the whole engine. What a copy *has*, and when, is not put off: versions are counted,
//! kept and collected as if each were there.

use std::sync::{Arc, OnceLock};

use base::{Lsn, PageId};

use crate::page::Page;
use crate::redo::{Change, RedoLog};

/// The page as of one record. Copies of a group that made it alike share it.
#[derive(Debug)]
pub(super) struct Image {
    id: PageId,
    lsn: Lsn,
    /// What the log is to be applied to; nothing: to an empty page.
    on: Option<Arc<Page>>,
    made: OnceLock<Arc<Page>>,
}

impl Image {
    /// A page that is there.
    pub(super) fn of(page: Arc<Page>) -> Image {
        Image {
            id: page.id(),
            lsn: page.lsn(),
            on: None,
            made: page.into(),
        }
    }

    /// A page as of the record `lsn`, one of its own, to be made of an earlier image of it, or of log alone.
    pub(super) fn later(id: PageId, lsn: Lsn, before: Option<&Image>) -> Image {
        let on = before.and_then(|before| before.made.get().or(before.on.as_ref()));
        debug_assert!(before.is_none_or(|before| before.id == id && before.lsn <= lsn));
        Image {
            id,
            lsn,
            on: on.cloned(),
            made: OnceLock::new(),
        }
    }

    /// The newest record in it.
    pub(super) fn lsn(&self) -> Lsn {
        self.lsn
    }

    /// The page, if it has been made.
    pub(super) fn made(&self) -> Option<&Arc<Page>> {
        self.made.get()
    }

    /// The records it takes to make it lie after this one; none if it has been made.
    pub(super) fn takes_after(&self) -> Option<Lsn> {
        let on = || self.on.as_ref().map_or(Lsn::ZERO, |on| on.lsn());
        self.made.get().is_none().then(on)
    }

    /// The page, made now if it has not been made yet.
    pub(super) fn page(&self, log: &RedoLog) -> &Arc<Page> {
        self.made.get_or_init(|| Arc::new(self.make(log)))
    }

    #[cold]
    fn make(&self, log: &RedoLog) -> Page {
        let (mut changes, mut lsn, mut touched) = (Vec::new(), self.lsn, 0);
        let from = self.on.as_ref().map_or(Lsn::ZERO, |on| on.lsn());
        while lsn > from {
            let (record, bytes) = log.record_and_bytes(lsn);
            // The records lie far apart. While the next one is fetched, so is what this one does.
            touched ^= bytes.first().copied().unwrap_or_default();
            changes.push((lsn, bytes));
            lsn = record.links.page;
        }
        std::hint::black_box(touched);
        let on = self.on.as_deref();
        let mut page = on.map_or_else(|| Page::empty(self.id), Page::clone);
        for (lsn, change) in changes.iter().rev() {
            let change = Change::read(change).expect("the log holds what was written to it");
            page.apply(*lsn, change);
        }
        page
    }
}

/// Lets the images of one page, at all copies of its group, do without the log up to a record.
///
/// The oldest of them is made, and all that were not made yet are to be made of that one. So each record is applied once,
/// however many copies there are.
#[derive(Debug)]
pub struct Rebase<'a> {
    upto: Lsn,
    /// The oldest, and the text it is to be made of.
    oldest: Option<(Arc<Image>, &'a RedoLog)>,
    /// What copies share they are to share afterwards.
    exchanged: Vec<(Arc<Image>, Arc<Image>)>,
}

impl<'a> Rebase<'a> {
    /// What lies at or below `upto` is about to be let go.
    pub fn new(upto: Lsn) -> Rebase<'a> {
        Rebase {
            upto,
            oldest: None,
            exchanged: Vec::new(),
        }
    }

    fn concerns(&self, image: &Image) -> bool {
        image.takes_after().is_some_and(|after| after < self.upto)
    }

    /// Looks at an image of the page before any is exchanged.
    pub(super) fn look_at(&mut self, image: &Arc<Image>, log: &'a RedoLog) {
        let oldest = self.oldest.as_ref().map(|(oldest, _)| oldest.lsn);
        if self.concerns(image) && oldest.is_none_or(|oldest| image.lsn < oldest) {
            self.oldest = Some((Arc::clone(image), log));
        }
    }

    /// Exchanges an image of the page, if it takes log that is about to be let go. Returns whether it still is to be made.
    pub(super) fn exchange(&mut self, image: &mut Arc<Image>) -> bool {
        if let Some((oldest, log)) = self.oldest.as_ref().filter(|_| self.concerns(image)) {
            oldest.page(log);
            let mut known = self.exchanged.iter();
            let new = match known.find(|(old, _)| Arc::ptr_eq(old, image)) {
                Some((_, new)) => Arc::clone(new),
                None if image.lsn == oldest.lsn => Arc::clone(oldest),
                None => Arc::new(Image::later(image.id, image.lsn, Some(oldest))),
            };
            let old = std::mem::replace(image, Arc::clone(&new));
            self.exchanged.push((old, new));
        }
        image.made().is_none()
    }
}

#[cfg(test)]
mod tests {
    use base::TxnId;

    use super::*;

    fn log(records: u64) -> RedoLog {
        let mut log = RedoLog::new(1, Lsn::ZERO);
        for n in 1..=records {
            let (key, value) = ([(n % 7) as u8], n.to_be_bytes());
            let change = Change::PutRow {
                txn: TxnId(n),
                key: &key,
                value: &value,
            };
            log.append(PageId(1), change, true);
        }
        log
    }

    #[test]
    fn s_13_whenever_it_is_made_a_version_is_the_same() {
        let log = log(100);
        let at_once = |lsn| Image::later(PageId(1), lsn, None).page(&log).clone();
        let mut before = Arc::new(Image::later(PageId(1), Lsn(10), None));
        for (lsn, is_read) in [
            (20, false),
            (30, true),
            (31, false),
            (60, false),
            (100, true),
        ] {
            let later = Arc::new(Image::later(PageId(1), Lsn(lsn), Some(&before)));
            if is_read {
                assert_eq!(*later.page(&log), at_once(Lsn(lsn)));
            }
            before = later;
        }
        assert_eq!(before.takes_after(), None);
    }

    #[test]
    fn s_7_what_is_rebased_can_do_without_the_log_before() {
        let mut log = log(9_000);
        let image =
            |lsn, before: Option<&Image>| Arc::new(Image::later(PageId(1), Lsn(lsn), before));
        let expected = [5_000, 6_000, 6_000, 8_000].map(|lsn| image(lsn, None).page(&log).clone());
        let first = image(5_000, None);
        let shared = image(6_000, Some(&first));
        let last = image(8_000, Some(&shared));
        let mut images = [first, Arc::clone(&shared), shared, last];
        let mut rebase = Rebase::new(Lsn(4_500));
        // Whichever copy is looked at first.
        for image in images.iter().rev() {
            rebase.look_at(image, &log);
        }
        let left = images
            .iter_mut()
            .filter_map(|it| rebase.exchange(it).then_some(()));
        assert_eq!(left.count(), 3);
        assert!(
            Arc::ptr_eq(&images[1], &images[2]),
            "what was shared is shared"
        );
        log.let_go(Lsn(4_500));
        assert!(log.oldest() > Lsn(4_000));
        for (image, expected) in images.iter().zip(expected) {
            assert_eq!(*image.page(&log), expected);
        }
    }
}
