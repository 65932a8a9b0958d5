//! Reading a page from one copy.
//!
//! A quorum read would cost three I/Os at least, and is not needed: the writer has heard every copy's
//! SCL, so it knows which copies have all that a read can want, and asks **one** of them. The read
//! point is the VDL at the moment the read begins. A group sees only some of the LSNs, so what counts is
//! the last record *of that group* at or below the read point.
//!
//! Which copy? The one that has been answering fastest (`latency`). If it takes longer than expected a second is
//! asked as well, and the first answer wins. If no answer comes at all, further ones are asked.
//!
//! A page in the buffer cache (`cache`) needs no storage at all.

use std::sync::Arc;

use base::{GroupId, Lsn, RequestId, SegmentId, SimTime};

use super::asking::{Asking, Knows, OpenRead};
use super::points::{GroupPoints, Points};
use super::{RECORDS_PER_PUT, Waiting, Writer};
use crate::page::{self, Page, ReadView};
use crate::protocol::{Bytes, Effect, Happening, Outcome};
use crate::quorum::CopySet;
use crate::redo::RedoLog;

/// The copies of a group, of those that keep pages, that can serve a read which needs the group's log up to `at`
/// (R-3, R-14, M-27).
pub fn eligible(group: &GroupPoints, fulls: CopySet, at: Lsn) -> CopySet {
    group.confirmed(at).and(fulls)
}

impl Knows for Points {
    /// The copies that can serve a read. If none is known to be far enough, those that were have left the group since,
    /// and those that joined have yet to say how far they are; they have it all (M-9), so asking is finding out.
    fn worth_asking(&self, group: GroupId, at: Lsn) -> CopySet {
        let (points, fulls) = (self.group(group), self.members(group).fulls());
        let able = eligible(points, fulls, at);
        if able.is_empty() {
            points.everyone().and(fulls)
        } else {
            able
        }
    }
}

impl Writer {
    /// The copies that could serve a read of this group at this read point.
    pub fn eligible_copies(&self, log: &RedoLog, group: GroupId, read_point: Lsn) -> CopySet {
        let at = log.newest_of_up_to(group, read_point);
        let fulls = self.points.members(group).fulls();
        eligible(self.points.group(group), fulls, at)
    }

    /// What a reader who begins now may see: everything up to the VDL, without what transactions did
    /// whose commit record lies above it.
    pub fn read_view(&self) -> ReadView {
        self.view_at(self.read_point())
    }

    /// What may be seen at a point that is not above the VDL.
    pub(super) fn view_at(&self, read_point: Lsn) -> ReadView {
        if let Some(replication) = &self.replication {
            return ReadView::new(read_point, replication.active(read_point).collect());
        }
        // A transaction's records are neighbours, so those with an SCN further above have not begun to write.
        let begun = |waiting: &&Waiting| waiting.scn.0 < read_point.0 + RECORDS_PER_PUT;
        let not_there = |waiting: &&Waiting| waiting.scn > read_point;
        let active = self.commits.iter().take_while(begun).filter(not_there);
        let active = active.map(|waiting| waiting.txn);
        let mut active: Vec<_> = active.chain(self.not_yet_undone(read_point)).collect();
        if !self.transactions.none() {
            active.extend(self.transactions.active(read_point));
        }
        ReadView::new(read_point, active)
    }

    pub(super) fn asking(&mut self) -> Asking<'_, Points> {
        Asking {
            reads: &mut self.reads,
            knows: &self.points,
            wakeups: &mut self.wakeups,
            effects: &mut self.effects,
        }
    }

    /// Whoever asked has hung up: the read is given up.
    pub fn cancel_read(&mut self, now: SimTime, request: RequestId) {
        self.abandon_transaction(request);
        if let Some(read) = self.asking().give_up(request) {
            self.close_view(now, read.view().read_point());
        }
    }

    /// A read begins, or a long query that will read when it ends.
    pub(super) fn begin_read(
        &mut self,
        now: SimTime,
        log: &RedoLog,
        request: RequestId,
        key: Bytes,
        long: bool,
    ) {
        let page = log.page_of_key(&key);
        let view = self.read_view();
        let read_point = view.read_point();
        let at = log.newest_of_up_to(page::group_of(page), read_point);
        self.views.open(read_point);
        self.happened(Happening::ReadBegan {
            request,
            page,
            read_point,
        });
        let read = OpenRead::new(key, page, view, at);
        self.asking().open(request, read);
        if !long {
            self.fetch(now, log, request);
        }
    }

    /// A long query ends: it reads its row, as of its beginning. Returns whether there is such a query.
    pub fn end_long_read(&mut self, now: SimTime, log: &RedoLog, request: RequestId) -> bool {
        if self.loads.make_short(request) {
            return true;
        }
        let is_open = self.reads.get(request).is_some();
        if is_open {
            self.fetch(now, log, request);
        }
        is_open
    }

    /// Gets the page a read needs: from the cache, or from the fastest copy.
    fn fetch(&mut self, now: SimTime, log: &RedoLog, request: RequestId) {
        let Some(read) = self.reads.get(request) else {
            return;
        };
        let (page, at) = (read.page(), read.at());
        if self.cache.room() > 0
            && let Some(page) = self.cache.get(log, page, at)
        {
            self.answer_read(now, request, &page);
            return;
        }
        self.asking().ask_first(now, request);
    }

    /// Takes the image of a page as of record `at`.
    pub fn handle_page(
        &mut self,
        now: SimTime,
        log: &mut RedoLog,
        from: SegmentId,
        request: RequestId,
        (page, at): (&Arc<Page>, Lsn),
        checksum: u64,
    ) {
        if self.take_load(now, log, from, request, (page, at), checksum)
            || !self
                .asking()
                .take_page(now, from, request, (page, at), checksum)
        {
            return;
        }
        self.answer_read(now, request, page);
        if self.cache.room() > 0
            && let Some((page, lsn)) = self.cache.keep(log, self.points.vdl(), page)
        {
            self.happened(Happening::PageEvicted { page, lsn });
        }
        self.go_on(now, log);
    }

    /// The page is there: the read has its answer.
    fn answer_read(&mut self, now: SimTime, request: RequestId, page: &Page) {
        let read = self.asking().answered(request);
        let value = page.row_in(read.key(), read.view()).map(Bytes::from);
        self.happened(Happening::ReadAnswered {
            request,
            found: value.is_some(),
            value: value.as_deref().map_or(0, page::mark_of),
        });
        if self.transactions.none() || !self.found_in_transaction(request, &value) {
            self.effects.push_back(Effect::Answer {
                request,
                outcome: Outcome::Found(value),
            });
        }
        self.close_view(now, read.view().read_point());
    }
}

#[cfg(test)]
mod tests {
    use base::CopyId;

    use super::*;
    use crate::redo::Change;
    use crate::writer::Points;

    /// EX-21: VDL 1000; SCLs A 1000, B 998, C 1000, D 1000, E 995, F 1000.
    fn eligible_with(group_of: fn(u64) -> u32) -> String {
        let mut log = RedoLog::new(2, Lsn(989));
        for lsn in 990..=1_000 {
            let page = page::page_in_group(GroupId(group_of(lsn)), 1);
            log.append(
                page,
                Change::PutRow {
                    txn: base::TxnId(1),
                    key: b"k",
                    value: b"v",
                },
                true,
            );
        }
        let mut points = Points::new(&log);
        for (copy, scl) in [1_000, 998, 1_000, 1_000, 995, 1_000]
            .into_iter()
            .enumerate()
        {
            let reached = log.newest_of_up_to(GroupId(0), Lsn(scl));
            points.hear(
                &log,
                SegmentId::new(GroupId(0), CopyId(copy as u8)),
                reached,
            );
        }
        let at = log.newest_of_up_to(GroupId(0), Lsn(1_000));
        eligible(points.group(GroupId(0)), CopySet::ALL, at).to_string()
    }

    #[test]
    fn ex_21_a_copy_is_eligible_if_its_scl_reaches_the_read_point() {
        assert_eq!(eligible_with(|_| 0), "ACDF");
    }

    #[test]
    fn ex_21_r_14_what_counts_is_the_groups_own_last_record() {
        assert_eq!(eligible_with(|lsn| u32::from(lsn > 998)), "ABCDF");
    }
}
