//! Pages the writer itself must see.
//!
//! A writer that has been at work since the volume was empty knows what stands on every page. One that has just
//! started knows nothing: before it writes to a page it must read it once, to know what room is left, and before it
//! writes in a group at all it must have looked at the group's transaction page (`undo`). Until the page is there,
//! requests for it wait, and others go on.

use base::{CopyId, Lsn, PageId, RequestId, SegmentId, SimTime};
use litemap::LiteMap;

use super::Writer;
use super::asking::Knows;
use crate::constants::READ_PATIENCE;
use crate::page::{self, Page};
use crate::protocol::{Happening, Message, Operation, WakeReason};
use crate::quorum::CopySet;
use crate::redo::RedoLog;

/// A page on its way to the writer.
#[derive(Clone, Debug)]
struct Load {
    request: RequestId,
    read_point: Lsn,
    at: Lsn,
    asked: CopySet,
    asked_at: SimTime,
    waiting: Vec<(RequestId, Operation)>,
}

/// Pages on their way to the writer, and who waits for them.
#[derive(Clone, Debug, Default)]
pub struct Loads {
    open: LiteMap<PageId, Load>,
}

impl Loads {
    /// Forgets all of them.
    pub fn clear(&mut self) {
        self.open.clear();
    }

    /// How many requests wait for them.
    pub fn waiting(&self) -> u32 {
        let waiting = self.open.values().map(|load| load.waiting.len() as u32);
        waiting.sum()
    }

    /// A long query that still waits for a page is to read at once when that has come. Returns whether there is one.
    pub fn make_short(&mut self, request: RequestId) -> bool {
        let waiting = self.open.iter_mut().flat_map(|(_, load)| &mut load.waiting);
        for (_, operation) in waiting.filter(|(waits, _)| *waits == request) {
            if let Operation::LongGet { key } = operation {
                *operation = Operation::Get { key: key.clone() };
                return true;
            }
        }
        false
    }

    /// A request does not wait for a page any more.
    pub fn give_up(&mut self, request: RequestId) {
        for load in self.open.iter_mut().map(|(_, load)| load) {
            load.waiting.retain(|(waits, _)| *waits != request);
        }
    }

    fn of(&self, request: RequestId) -> Option<PageId> {
        let mut open = self.open.iter();
        open.find(|(_, load)| load.request == request)
            .map(|(page, _)| *page)
    }
}

impl Writer {
    /// How many requests wait for a page the writer has to read first.
    pub fn requests_waiting_for_pages(&self) -> u32 {
        self.loads.waiting()
    }

    /// Lets a request wait until a page is there, and asks for the page unless that is done already.
    pub(super) fn wait_for_page(
        &mut self,
        now: SimTime,
        log: &RedoLog,
        page: PageId,
        request: RequestId,
        operation: Operation,
    ) {
        if let Some(load) = self.loads.open.get_mut(&page) {
            load.waiting.push((request, operation));
            return;
        }
        self.load(now, log, page, request);
        if let Some(load) = self.loads.open.get_mut(&page) {
            load.waiting.push((request, operation));
        }
    }

    /// Asks for a page as it stands at the VDL.
    pub(super) fn load(&mut self, now: SimTime, log: &RedoLog, page: PageId, request: RequestId) {
        let read_point = self.points.vdl();
        let at = log.newest_of_up_to(page::group_of(page), read_point);
        self.views.open(read_point);
        self.happened(Happening::LoadBegan {
            request,
            page,
            read_point,
        });
        let load = Load {
            request,
            read_point,
            at,
            asked: CopySet::NONE,
            asked_at: now,
            waiting: Vec::new(),
        };
        self.loads.open.insert(page, load);
        self.ask_for_load(now, page);
    }

    fn ask_for_load(&mut self, now: SimTime, page: PageId) {
        let group = page::group_of(page);
        let Some(at) = self.loads.open.get(&page).map(|load| load.at) else {
            return;
        };
        let able = self.points.worth_asking(group, at);
        let Some(load) = self.loads.open.get_mut(&page) else {
            return;
        };
        let fresh = able.minus(load.asked);
        let (asked, among) = if fresh.is_empty() {
            (CopySet::NONE, able)
        } else {
            (load.asked, fresh)
        };
        load.asked_at = now;
        let request = load.request;
        let copy: Option<CopyId> = among.iter().next();
        if let Some(copy) = copy {
            load.asked = asked.with(copy);
        }
        self.wakeups
            .insert((now + READ_PATIENCE, WakeReason::LoadAgain(page)));
        if let Some(copy) = copy {
            self.send(
                SegmentId::new(group, copy),
                Message::ReadPage { request, page, at },
            );
        }
    }

    /// A copy could not serve a page that is being loaded: asks another, or if all have been asked, waits before it
    /// starts again. Returns whether the page was still wanted. A request may load several pages one after another:
    /// what a copy says of one that was there long ago is no news of the next.
    pub(super) fn load_elsewhere(
        &mut self,
        now: SimTime,
        from: SegmentId,
        request: RequestId,
    ) -> bool {
        let Some(page) = self.loads.of(request) else {
            return false;
        };
        let load = &self.loads.open[&page];
        if page::group_of(page) != from.group() || !load.asked.contains(from.copy()) {
            return true;
        }
        let able = self.points.worth_asking(page::group_of(page), load.at);
        if !able.minus(load.asked).is_empty() {
            self.ask_for_load(now, page);
        }
        true
    }

    pub(super) fn load_overdue(&mut self, now: SimTime, page: PageId) -> bool {
        let overdue = |load: &Load| load.asked_at + READ_PATIENCE <= now;
        let due = self.loads.open.get(&page).is_some_and(overdue);
        if due {
            self.ask_for_load(now, page);
        }
        due
    }

    /// A page has come for a request that loads one. Returns whether it does. The second answer to an earlier question
    /// is of no use.
    pub(super) fn take_load(
        &mut self,
        now: SimTime,
        log: &mut RedoLog,
        from: SegmentId,
        request: RequestId,
        (page, at): (&Page, Lsn),
        checksum: u64,
    ) -> bool {
        let Some(wanted) = self.loads.of(request) else {
            return false;
        };
        if (page.id(), at) != (wanted, self.loads.open[&wanted].at) {
            return true;
        }
        if page.checksum() != checksum || page.lsn() > at {
            self.happened(Happening::ImageDamaged {
                request,
                segment: from,
            });
            self.ask_for_load(now, wanted);
            return true;
        }
        let load = self.loads.open.remove(&wanted).expect("looked up above");
        self.wakeups
            .remove(&(load.asked_at + READ_PATIENCE, WakeReason::LoadAgain(wanted)));
        self.close_view(now, load.read_point);
        self.happened(Happening::PageLoaded {
            request,
            page: wanted,
        });
        if wanted == page::transaction_page(page::group_of(wanted)) {
            if !self.undo_group(now, log, page) {
                self.load(now, log, wanted, request);
                if let Some(again) = self.loads.open.get_mut(&wanted) {
                    again.waiting = load.waiting;
                }
                return true;
            }
        } else {
            self.space.learn(page);
        }
        for (request, operation) in load.waiting {
            self.handle_request(now, log, request, &operation);
        }
        true
    }
}
