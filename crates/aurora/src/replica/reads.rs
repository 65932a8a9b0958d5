//! Reading on a reader: at the VDL it shows (RP-10).

use std::sync::Arc;

use base::{Lsn, PageId, RequestId, SegmentId, SimTime};

use super::{Replica, State};
use crate::page::{self, Page, ReadView};
use crate::protocol::{Bytes, Effect, Happening, Operation, Outcome};
use crate::redo::RedoLog;
use crate::writer::asking::OpenRead;

impl Replica {
    /// Takes a client's request to read a row. As long as the reader does not follow, it waits.
    ///
    /// # Panics
    /// If it is a write: only the writer takes these.
    pub fn handle_request(
        &mut self,
        now: SimTime,
        log: &RedoLog,
        request: RequestId,
        operation: &Operation,
    ) {
        match (operation, self.state) {
            (Operation::Put { .. } | Operation::Transaction(_), _) => {
                unreachable!("a reader takes no writes")
            }
            (_, State::Follows) => self.begin_read(now, log, request, operation.key().clone()),
            _ => self.waiting.push_back((request, operation.clone())),
        }
    }

    /// Whoever has asked has turned elsewhere: nothing is read for it any more.
    pub fn cancel_read(&mut self, request: RequestId) {
        self.waiting.retain(|(waits, _)| *waits != request);
        if let Some(read) = self.asking().give_up(request) {
            self.close_view(read.view().read_point());
        }
    }

    fn close_view(&mut self, read_point: Lsn) {
        let held_back = self.views.close(read_point);
        if held_back && self.state == State::Follows && read_point < self.shows {
            self.say_heard();
        }
    }

    /// What it has begun to read it reads as of now, and what has waited begins.
    pub(super) fn begin_reads_anew(&mut self, now: SimTime, log: &RedoLog) {
        let open: Vec<RequestId> = self.reads.all().map(|(request, _)| request).collect();
        for request in open {
            if let Some(read) = self.asking().give_up(request) {
                self.views.close(read.view().read_point());
                self.begin_read(now, log, request, read.key().clone());
            }
        }
        for (request, operation) in std::mem::take(&mut self.waiting) {
            self.begin_read(now, log, request, operation.key().clone());
        }
    }

    fn begin_read(&mut self, now: SimTime, log: &RedoLog, request: RequestId, key: Bytes) {
        let page = log.page_of_key(&key);
        let read_point = self.shows;
        let at = log.newest_of_up_to(page::group_of(page), read_point);
        let view = ReadView::new(read_point, self.active.iter().copied().collect());
        self.views.open(read_point);
        self.happened(Happening::ReaderReadBegan {
            reader: self.id,
            request,
            page,
            read_point,
        });
        let read = OpenRead::new(key, page, view, at);
        self.asking().open(request, read);
        match self.cache.get_as_it_is(page, at) {
            Some(page) => self.answer_read(request, &page),
            None => self.asking().ask_first(now, request),
        }
    }

    /// Whether a page is being read from storage.
    pub(super) fn is_on_its_way(&self, page: PageId) -> bool {
        self.reads.open() > 0 && self.reads.all().any(|(_, read)| read.page() == page)
    }

    /// Takes a page image, made as of record `at` of its group. A read that began anew meanwhile wants another.
    pub fn handle_page(
        &mut self,
        now: SimTime,
        from: SegmentId,
        request: RequestId,
        (page, at): (&Arc<Page>, Lsn),
        checksum: u64,
    ) {
        let taken = (&**page, at);
        if !self.asking().take_page(now, from, request, taken, checksum) {
            return;
        }
        self.answer_read(request, page);
        // Records of it have gone by meanwhile; then it is too old to be kept.
        let missed = self.missed.get(&page.id()).copied().unwrap_or_default();
        if missed <= page.lsn() && self.cache.room() > 0 {
            self.cache.keep_durable(page);
        }
        if !self.is_on_its_way(page.id()) {
            self.missed.remove(&page.id());
        }
    }

    fn answer_read(&mut self, request: RequestId, page: &Page) {
        let read = self.asking().answered(request);
        let value = page.row_in(read.key(), read.view()).map(Bytes::from);
        self.happened(Happening::ReaderAnswered {
            reader: self.id,
            request,
            lsn: page.lsn(),
            found: value.is_some(),
        });
        self.effects.push_back(Effect::Answer {
            request,
            outcome: Outcome::Found(value),
        });
        self.close_view(read.view().read_point());
    }
}
