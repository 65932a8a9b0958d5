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

use base::{CopyId, GroupId, Lsn, PageId, RequestId, SegmentId, SimTime, Window};
use litemap::LiteMap;

use super::latency::Latencies;
use super::points::GroupPoints;
use super::{RECORDS_PER_PUT, Waiting, Writer};
use crate::constants::READ_PATIENCE;
use crate::page::{self, Page, ReadView};
use crate::protocol::{Bytes, Effect, Happening, Message, Outcome, WakeReason};
use crate::quorum::CopySet;
use crate::redo::RedoLog;

/// Questions to copies whose answer is no longer needed, but would still tell how fast they are `[choice]`.
const LATE_MAX: usize = 256;

/// One read without an answer.
#[derive(Clone, Debug)]
struct OpenRead {
    key: Bytes,
    page: PageId,
    view: ReadView,
    /// The last record of the group at or below the read point.
    at: Lsn,
    /// Copies asked since the last time all had been.
    asked: CopySet,
    /// Questions without an answer, and when they were asked.
    questions: Vec<(CopyId, SimTime)>,
    /// A second copy has been asked, because the first took long.
    hedged: bool,
    /// When to ask another; never while a long query is only being worked on.
    due: SimTime,
}

/// How many pages were read from storage, and why (EX-24).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReadCounts {
    /// Reads that needed storage.
    pub reads: u64,
    /// Page requests sent: each is one I/O.
    pub requests: u64,
    /// Those among them that only kept the latency history fresh.
    pub probes: u64,
    /// Those among them that were sent because the first copy took long.
    pub hedges: u64,
}

/// Reads without an answer.
#[derive(Clone, Debug, Default)]
pub struct Reads {
    open: Window<OpenRead>,
    late: LiteMap<(RequestId, CopyId), SimTime>,
    latencies: Latencies,
    counts: ReadCounts,
}

impl Reads {
    /// How many reads have no answer yet.
    pub fn open(&self) -> u32 {
        self.open.len() as u32
    }

    pub fn counts(&self) -> ReadCounts {
        self.counts
    }

    pub fn latencies(&self) -> &Latencies {
        &self.latencies
    }
}

/// The copies of a group, of those that keep pages, that can serve a read which needs the group's log up to `at`
/// (R-3, R-14, M-27).
pub fn eligible(group: &GroupPoints, fulls: CopySet, at: Lsn) -> CopySet {
    group.confirmed(at).and(fulls)
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
        let read_point = self.points.vdl();
        // A transaction's records are neighbours, so those with an SCN further above have not begun to write.
        let begun = |waiting: &&Waiting| waiting.scn.0 < read_point.0 + RECORDS_PER_PUT;
        let active = self.commits.iter().take_while(begun);
        let active = active.map(|waiting| waiting.txn);
        ReadView::new(
            read_point,
            active.chain(self.not_yet_undone(read_point)).collect(),
        )
    }

    /// Whoever asked has hung up: the read is given up.
    pub fn cancel_read(&mut self, now: SimTime, request: RequestId) {
        if let Some(read) = self.reads.open.take(request.0) {
            self.wakeups
                .remove(&(read.due, WakeReason::ReadAgain(request)));
            self.close_view(now, read.view.read_point());
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
        let read = OpenRead {
            key,
            page,
            view,
            at,
            asked: CopySet::NONE,
            questions: Vec::new(),
            hedged: false,
            due: SimTime::NEVER,
        };
        self.reads.open.add(request.0, read);
        if !long {
            self.fetch(now, log, request);
        }
    }

    /// The copies that can serve a read. If none is known to be far enough, those that were have left the group since,
    /// and those that joined have yet to say how far they are; they have it all (M-9), so asking is finding out.
    pub(super) fn worth_asking(&self, group: GroupId, at: Lsn) -> CopySet {
        let (points, fulls) = (self.points.group(group), self.points.members(group).fulls());
        let able = eligible(points, fulls, at);
        if able.is_empty() {
            points.everyone().and(fulls)
        } else {
            able
        }
    }

    /// A long query ends: it reads its row, as of its beginning. Returns whether there is such a query.
    pub fn end_long_read(&mut self, now: SimTime, log: &RedoLog, request: RequestId) -> bool {
        if self.loads.make_short(request) {
            return true;
        }
        let is_open = self.reads.open.get(request.0).is_some();
        if is_open {
            self.fetch(now, log, request);
        }
        is_open
    }

    /// Gets the page a read needs: from the cache, or from the fastest copy.
    fn fetch(&mut self, now: SimTime, log: &RedoLog, request: RequestId) {
        let Some(read) = self.reads.open.get(request.0) else {
            return;
        };
        let (page, at) = (read.page, read.at);
        if self.cache.room() > 0
            && let Some(page) = self.cache.get(log, page, at)
        {
            self.answer_read(now, request, &page);
            return;
        }
        self.reads.counts.reads += 1;
        let group = page::group_of(page);
        let Some(first) = self.ask_a_copy(now, request) else {
            return;
        };
        let others = self.worth_asking(group, at).without(first);
        if let Some(other) = self.reads.latencies.probe(group, others) {
            self.reads.counts.probes += 1;
            self.ask(now, request, other);
        }
        let patience = self
            .reads
            .latencies
            .hedge_after(SegmentId::new(group, first));
        self.wait_until(request, now + patience);
    }

    /// Asks the fastest copy that can serve the read and was not asked yet; when all were, starts again.
    fn ask_a_copy(&mut self, now: SimTime, request: RequestId) -> Option<CopyId> {
        let read = self.reads.open.get(request.0)?;
        let group = page::group_of(read.page);
        let able = self.worth_asking(group, read.at);
        let fresh = able.minus(read.asked);
        let latencies = &self.reads.latencies;
        let copy = latencies
            .fastest(group, fresh)
            .or_else(|| latencies.fastest(group, able));
        // What lies at or below the VDL is on a write quorum (L-7). If under a rule that is wrong on purpose it is
        // on no copy at all, the read waits for one.
        let Some(copy) = copy else {
            self.wait_until(request, now + READ_PATIENCE);
            return None;
        };
        if fresh.is_empty() {
            self.reads.open.get_mut(request.0)?.asked = CopySet::NONE;
        }
        self.ask(now, request, copy);
        self.wait_until(request, now + READ_PATIENCE);
        Some(copy)
    }

    fn ask(&mut self, now: SimTime, request: RequestId, copy: CopyId) {
        let Some(read) = self.reads.open.get_mut(request.0) else {
            return;
        };
        let (page, at) = (read.page, read.at);
        read.asked = read.asked.with(copy);
        read.questions.retain(|(asked, _)| *asked != copy);
        read.questions.push((copy, now));
        self.reads.counts.requests += 1;
        let segment = SegmentId::new(page::group_of(page), copy);
        self.reads.latencies.asked(segment);
        self.send(segment, Message::ReadPage { request, page, at });
    }

    fn wait_until(&mut self, request: RequestId, due: SimTime) {
        if let Some(read) = self.reads.open.get_mut(request.0) {
            self.wakeups
                .remove(&(read.due, WakeReason::ReadAgain(request)));
            read.due = due;
            self.wakeups.insert((due, WakeReason::ReadAgain(request)));
        }
    }

    /// A copy could not serve the read: asks another, or if all have been asked, waits before it starts again.
    pub(super) fn read_elsewhere(&mut self, now: SimTime, _log: &RedoLog, request: RequestId) {
        let Some(read) = self.reads.open.get(request.0) else {
            return;
        };
        let able = self.worth_asking(page::group_of(read.page), read.at);
        if able.minus(read.asked).is_empty() {
            self.wait_until(request, now + READ_PATIENCE);
        } else {
            self.ask_a_copy(now, request);
        }
    }

    /// No answer in time. The first time a second copy is asked as well; after that, whoever has not answered
    /// counts as slow from now on, and another is asked. Returns whether the read was still open.
    pub(super) fn read_overdue(
        &mut self,
        now: SimTime,
        _log: &RedoLog,
        request: RequestId,
    ) -> bool {
        let Some(read) = self.reads.open.get_mut(request.0) else {
            return false;
        };
        if read.due > now {
            return false;
        }
        let group = page::group_of(read.page);
        let patient = |asked: &(CopyId, SimTime)| asked.1 + READ_PATIENCE > now;
        let slow: Vec<CopyId> = read
            .questions
            .iter()
            .filter(|asked| !patient(asked))
            .map(|(copy, _)| *copy)
            .collect();
        read.questions.retain(patient);
        if slow.is_empty() && !read.hedged {
            read.hedged = true;
            self.reads.counts.hedges += 1;
        }
        for copy in slow {
            let took = READ_PATIENCE + READ_PATIENCE + READ_PATIENCE + READ_PATIENCE;
            self.reads.latencies.note(SegmentId::new(group, copy), took);
        }
        self.ask_a_copy(now, request);
        true
    }

    /// Takes a page image. A late second answer to the same read only tells how fast its copy is; a damaged one is
    /// thrown away.
    pub fn handle_page(
        &mut self,
        now: SimTime,
        log: &mut RedoLog,
        from: SegmentId,
        request: RequestId,
        page: &Arc<Page>,
        checksum: u64,
    ) {
        if self.take_load(now, log, from, request, page, checksum) {
            return;
        }
        let Some(read) = self.reads.open.get_mut(request.0) else {
            if let Some(asked) = self.reads.late.remove(&(request, from.copy())) {
                self.reads.latencies.note(from, now.since(asked));
            }
            return;
        };
        let question = read
            .questions
            .iter()
            .position(|(copy, _)| *copy == from.copy());
        let asked = question.map(|place| read.questions.remove(place).1);
        if page.checksum() != checksum || page.id() != read.page || page.lsn() > read.at {
            self.happened(Happening::ImageDamaged {
                request,
                segment: from,
            });
            self.ask_a_copy(now, request);
            return;
        }
        if let Some(asked) = asked {
            self.reads.latencies.note(from, now.since(asked));
        }
        self.answer_read(now, request, page);
        if self.cache.room() > 0
            && let Some((page, lsn)) = self.cache.keep(log, self.points.vdl(), page)
        {
            self.happened(Happening::PageEvicted { page, lsn });
        }
    }

    /// The page is there: the read has its answer.
    fn answer_read(&mut self, now: SimTime, request: RequestId, page: &Page) {
        let read = self.reads.open.take(request.0).expect("it is open");
        self.wakeups
            .remove(&(read.due, WakeReason::ReadAgain(request)));
        for (copy, asked) in read.questions {
            self.reads.late.insert((request, copy), asked);
        }
        while self.reads.late.len() > LATE_MAX {
            let oldest = self.reads.late.first().map(|(oldest, _)| *oldest);
            oldest.map(|oldest| self.reads.late.remove(&oldest));
        }
        let value = page.row_in(&read.key, &read.view).map(Bytes::from);
        self.happened(Happening::ReadAnswered {
            request,
            found: value.is_some(),
        });
        self.effects.push_back(Effect::Answer {
            request,
            outcome: Outcome::Found(value),
        });
        self.close_view(now, read.view.read_point());
    }
}

#[cfg(test)]
mod tests {
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
