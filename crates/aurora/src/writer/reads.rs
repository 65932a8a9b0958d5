//! Reading a page from one copy.
//!
//! A quorum read would cost three I/Os at least, and is not needed: the writer has heard every copy's
//! SCL, so it knows which copies have all that a read can want, and asks **one** of them. The read
//! point is the VDL at the moment the read begins. A group sees only some of the LSNs, so what counts is
//! the last record *of that group* at or below the read point.
//!
//! Which copy? The one that has been answering fastest; one that was never asked counts as fast, so that each
//! gets its turn. If no answer comes in time another copy is asked, and the first answer wins.

use base::{CopyId, GroupId, Lsn, PageId, RequestId, SegmentId, SimTime, Window};
use litemap::LiteMap;

use super::points::GroupPoints;
use super::{RECORDS_PER_PUT, Waiting, Writer};
use crate::constants::READ_PATIENCE;
use crate::membership::PerSlot;
use crate::page::{self, Page, ReadView};
use crate::protocol::{Bytes, Effect, Happening, Message, Outcome, WakeReason};
use crate::quorum::CopySet;
use crate::redo::RedoLog;

/// One read without an answer.
#[derive(Clone, Debug)]
struct OpenRead {
    key: Bytes,
    page: PageId,
    view: ReadView,
    /// The last record of the group at or below the read point.
    at: Lsn,
    asked: CopySet,
    last_asked: CopyId,
    asked_at: SimTime,
}

/// Reads without an answer, and how fast each copy has been.
#[derive(Clone, Debug, Default)]
pub struct Reads {
    open: Window<OpenRead>,
    /// A running mean of each copy's answer times, in microseconds; zero while unknown.
    answer_micros: LiteMap<GroupId, PerSlot<u32>>,
}

impl Reads {
    /// How many reads have no answer yet.
    pub fn open(&self) -> u32 {
        self.open.len() as u32
    }

    fn note_answer(&mut self, segment: SegmentId, micros: u64) {
        let mean =
            &mut self.answer_micros.entry(segment.group()).or_default()[segment.copy().0 as usize];
        let sample = u32::try_from(micros).unwrap_or(u32::MAX / 4).max(1);
        *mean = if *mean == 0 {
            sample
        } else {
            (*mean / 4 * 3).saturating_add(sample / 4)
        };
    }

    fn fastest(&self, group: GroupId, among: CopySet) -> Option<CopyId> {
        let micros = self.answer_micros.get(&group).copied().unwrap_or_default();
        among
            .iter()
            .min_by_key(|copy| (micros[copy.0 as usize], *copy))
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
        ReadView::new(read_point, active.map(|waiting| waiting.txn).collect())
    }

    pub(super) fn begin_read(
        &mut self,
        now: SimTime,
        log: &RedoLog,
        request: RequestId,
        key: Bytes,
    ) {
        let page = log.page_of_key(&key);
        let view = self.read_view();
        let read_point = view.read_point();
        let at = log.newest_of_up_to(page::group_of(page), read_point);
        self.happened(Happening::ReadBegan {
            request,
            page,
            read_point,
        });
        let asked = CopySet::NONE;
        let read = OpenRead {
            key,
            page,
            view,
            at,
            asked,
            last_asked: CopyId(0),
            asked_at: now,
        };
        self.reads.open.add(request.0, read);
        self.ask_a_copy(now, request);
    }

    /// The copies that can serve a read. If none is known to be far enough, those that were have left the group since,
    /// and those that joined have yet to say how far they are; they have it all (M-9), so asking is finding out.
    fn worth_asking(&self, group: GroupId, at: Lsn) -> CopySet {
        let (points, fulls) = (self.points.group(group), self.points.members(group).fulls());
        let able = eligible(points, fulls, at);
        if able.is_empty() {
            points.everyone().and(fulls)
        } else {
            able
        }
    }

    /// Asks the fastest copy that can serve the read and was not asked yet; when all were, starts again.
    fn ask_a_copy(&mut self, now: SimTime, request: RequestId) {
        let Some(read) = self.reads.open.get(request.0) else {
            return;
        };
        let (group, page, at) = (page::group_of(read.page), read.page, read.at);
        let able = self.worth_asking(group, at);
        let fresh = able.minus(read.asked);
        let copy = self
            .reads
            .fastest(group, fresh)
            .or_else(|| self.reads.fastest(group, able));
        // What lies at or below the VDL is on a write quorum (L-7). If under a rule that is wrong on purpose it is
        // on no copy at all, the read waits for one.
        let Some(copy) = copy else {
            self.ask_again_later(now, request);
            return;
        };
        let read = self.reads.open.get_mut(request.0).expect("looked up above");
        read.asked = if fresh.is_empty() {
            CopySet::NONE.with(copy)
        } else {
            read.asked.with(copy)
        };
        read.last_asked = copy;
        read.asked_at = now;
        self.wakeups
            .insert((now + READ_PATIENCE, WakeReason::ReadAgain(request)));
        self.send(
            SegmentId::new(group, copy),
            Message::ReadPage { request, page, at },
        );
    }

    /// A copy could not serve the read: asks another, or if all have been asked, waits before it starts again.
    pub(super) fn read_elsewhere(&mut self, now: SimTime, _log: &RedoLog, request: RequestId) {
        let Some(read) = self.reads.open.get(request.0) else {
            return;
        };
        let able = self.worth_asking(page::group_of(read.page), read.at);
        if able.minus(read.asked).is_empty() {
            self.ask_again_later(now, request);
        } else {
            self.ask_a_copy(now, request);
        }
    }

    fn ask_again_later(&mut self, now: SimTime, request: RequestId) {
        if let Some(read) = self.reads.open.get_mut(request.0) {
            read.asked_at = now;
            self.wakeups
                .insert((now + READ_PATIENCE, WakeReason::ReadAgain(request)));
        }
    }

    /// No answer in time: the copy counts as slow from now on, and another is asked. Returns whether the read
    /// was still open.
    pub(super) fn read_overdue(
        &mut self,
        now: SimTime,
        _log: &RedoLog,
        request: RequestId,
    ) -> bool {
        let Some(read) = self.reads.open.get(request.0) else {
            return false;
        };
        if read.asked_at + READ_PATIENCE > now {
            return false;
        }
        let slow = SegmentId::new(page::group_of(read.page), read.last_asked);
        self.reads.note_answer(slow, READ_PATIENCE.micros() * 4);
        self.ask_a_copy(now, request);
        true
    }

    /// Takes a page image. A late second answer to the same read is thrown away, a damaged one too.
    pub fn handle_page(
        &mut self,
        now: SimTime,
        from: SegmentId,
        request: RequestId,
        page: &Page,
        checksum: u64,
    ) {
        let Some(read) = self.reads.open.get(request.0) else {
            return;
        };
        if page.checksum() != checksum || page.id() != read.page || page.lsn() > read.at {
            self.happened(Happening::ImageDamaged {
                request,
                segment: from,
            });
            self.ask_a_copy(now, request);
            return;
        }
        let read = self.reads.open.take(request.0).expect("looked up above");
        self.wakeups.remove(&(
            read.asked_at + READ_PATIENCE,
            WakeReason::ReadAgain(request),
        ));
        if read.last_asked == from.copy() {
            self.reads
                .note_answer(from, now.since(read.asked_at).micros());
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
