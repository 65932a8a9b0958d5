//! Filling a newcomer (M-26, Q-15).
//!
//! A copy that joins a group has nothing. Most of what it lacks are pages, and a page need not come from somebody
//! who has the newest: a full copy gives its pages as of some record, the *base*, and whatever came after is filled
//! in from the log of any member, the way every copy that is behind catches up. So the newcomer asks one full copy
//! for page after page, as fast as its link takes them, all as of the same record; if that copy falls silent, it goes on
//! with another. Meanwhile it takes in what the writer sends like everybody else, and keeps it beyond the hole. A tail
//! has no pages to copy: it asks from where on the log is kept, and fetches that.
//!
//! When the base is there and the log is complete as far as the control plane says it must be, the newcomer is
//! *hydrated*: from now on it counts (M-13).

use std::sync::Arc;

use base::{CopyId, Lsn, SLOTS, SegmentId, SimSpan, SimTime};

use super::Segment;
use super::pages::Unreadable;
use crate::constants::PAGES_PER_GROUP;
use crate::epoch::Stamp;
use crate::membership::Membership;
use crate::page::{self, Page};
use crate::protocol::{Address, Effect, Happening, Message};
use crate::quorum::CopySet;
use crate::redo::RedoLog;

/// How long a newcomer waits for a page before it asks another copy, beyond the time a page takes `[choice]`.
const PAGE_PATIENCE: SimSpan = SimSpan::from_millis(200);

/// How far a newcomer has come.
#[derive(Clone, Debug)]
pub struct Hydration {
    /// How long one page takes over the link.
    page_span: SimSpan,
    /// The record the base is as of; zero while there is none.
    at: Lsn,
    pages: Vec<Arc<Page>>,
    /// How many pages a base has; one stands for the word of a peer if this is a tail.
    wanted: u32,
    done: u32,
    asked: CopyId,
    waiting: bool,
    due: SimTime,
    base_copied: bool,
    needs: Option<Lsn>,
}

impl Hydration {
    /// How many pages have been copied, and how many there are to copy.
    pub fn pages(&self) -> (u32, u32) {
        (self.done, self.wanted)
    }

    /// Up to which record it must be complete to count, once it has been told.
    pub fn needs(&self) -> Option<Lsn> {
        self.needs
    }

    /// The copy it asks.
    pub fn from(&self) -> CopyId {
        self.asked
    }

    /// When it asks next.
    pub(super) fn due(&self) -> SimTime {
        self.due
    }

    pub(super) fn stop(&mut self) {
        (self.due, self.waiting) = (SimTime::NEVER, false);
    }
}

impl Segment {
    /// A newcomer with nothing, that will take `repair` to copy its base.
    pub fn newcomer(
        id: SegmentId,
        persist: SimSpan,
        repair: SimSpan,
        members: &Membership,
    ) -> Segment {
        let full = members.fulls().contains(id.copy());
        let wanted = if full { PAGES_PER_GROUP } else { 1 };
        let page_span = SimSpan::from_micros(repair.micros() / u64::from(PAGES_PER_GROUP));
        let mut segment = Segment::new(id, persist);
        segment.hydration = Some(Box::new(Hydration {
            page_span,
            at: Lsn::ZERO,
            pages: Vec::new(),
            wanted,
            done: 0,
            asked: id.copy(),
            waiting: false,
            due: SimTime::NEVER,
            base_copied: false,
            needs: None,
        }));
        segment.hear_members(members);
        segment
    }

    /// How far it has come, if it is a newcomer that does not count yet.
    pub fn hydration(&self) -> Option<&Hydration> {
        self.hydration.as_deref()
    }

    /// Whether a quorum read may count it (M-13).
    pub fn counts(&self) -> bool {
        self.hydration.is_none()
    }

    /// Whether it has no base yet, so that its log begins nowhere.
    pub(super) fn lacks_base(&self) -> bool {
        self.hydration.as_ref().is_some_and(|h| !h.base_copied)
    }

    /// Begins to copy the base, or goes on after a stop.
    pub(super) fn hydrate(&mut self, now: SimTime) {
        if let Some(hydration) = &mut self.hydration
            && !hydration.base_copied
            && hydration.due == SimTime::NEVER
        {
            hydration.due = now;
        }
    }

    /// It is time to ask for the next page. Whoever has not answered the last question is passed over.
    pub(super) fn ask_for_page(&mut self, now: SimTime) {
        let (id, members) = (self.id, self.members);
        let Some(hydration) = &mut self.hydration else {
            return;
        };
        let peers = peers_for(&members, id.copy());
        if hydration.waiting || hydration.asked == id.copy() || !peers.contains(hydration.asked) {
            let turn = (1..=SLOTS).map(|step| CopyId((hydration.asked.0 + step) % SLOTS));
            let Some(next) = turn.into_iter().find(|copy| peers.contains(*copy)) else {
                hydration.due = now + PAGE_PATIENCE;
                return;
            };
            hydration.asked = next;
        }
        hydration.waiting = true;
        hydration.due = now + hydration.page_span + PAGE_PATIENCE;
        let page = page::page_in_group(id.group(), hydration.done);
        let peer = SegmentId::new(id.group(), hydration.asked);
        let at = hydration.at;
        self.send(Address::Segment(peer), Message::CopyPage { page, at });
    }

    /// A newcomer asks for a page as of record `at`, or as of whatever this copy's base is.
    pub(super) fn give_page(&mut self, log: &RedoLog, to: Address, page: base::PageId, at: Lsn) {
        let Address::Segment(to) = to else {
            unreachable!("only newcomers copy pages")
        };
        if !self.counts() {
            return;
        }
        let base = self.base();
        let at = if at >= base && at <= self.scl {
            at
        } else {
            base
        };
        let page = if at == Lsn::ZERO || self.is_tail() {
            Arc::new(Page::empty(page))
        } else {
            match self.pages.read(log, page, at) {
                Ok((version, _)) => Arc::clone(version.page(log)),
                Err(Unreadable::Damaged) => return self.found_damage(page),
                Err(Unreadable::Collected) => return,
            }
        };
        self.want(Effect::SendPageCopy { to, page, at });
    }

    /// The oldest record as of which this copy can give every page.
    fn base(&self) -> Lsn {
        self.pages.base()
    }

    /// Takes a page of the base. One that is not as of the same record as the others begins it anew.
    pub fn handle_page_copy(
        &mut self,
        now: SimTime,
        log: &RedoLog,
        from: SegmentId,
        stamp: Stamp,
        page: &Arc<Page>,
        at: Lsn,
    ) {
        if !self.accepts(Address::Segment(from), stamp) {
            return;
        }
        let id = self.id;
        let Some(hydration) = &mut self.hydration else {
            return;
        };
        let expected = page::page_in_group(id.group(), hydration.done);
        if !hydration.waiting || hydration.asked != from.copy() || page.id() != expected {
            return;
        }
        hydration.waiting = false;
        hydration.due = now + hydration.page_span;
        if at != hydration.at {
            let anew = hydration.done > 0;
            hydration.at = at;
            hydration.pages.clear();
            hydration.done = 0;
            if anew {
                return;
            }
        }
        hydration.pages.push(Arc::clone(page));
        hydration.done += 1;
        if hydration.done == hydration.wanted {
            self.take_base(now, log);
        }
    }

    /// Every page is there: whatever lies at or below the base need not be in the log.
    fn take_base(&mut self, now: SimTime, log: &RedoLog) {
        let hydration = self.hydration.as_mut().expect("it has just copied");
        hydration.base_copied = true;
        hydration.due = SimTime::NEVER;
        let (at, pages) = (hydration.at, std::mem::take(&mut hydration.pages));
        self.pages.begin_with(pages, at);
        // The copy it came from may have collected up to a record of another group.
        let group = self.id.group();
        let last = log.newest_of_up_to(group, at);
        let further = last > self.scl;
        if further {
            self.scl = last;
            self.complete = log.count_up_to(group, at);
        }
        self.pages.count_anew(log, group, self.scl, self.complete);
        if further {
            let end = self.beyond.take_from(self.complete);
            self.complete_to(log, end);
        }
        let scl = self.scl;
        self.happened(Happening::BaseCopied {
            segment: self.id,
            at,
            scl,
        });
        if scl > Lsn::ZERO {
            self.send(self.writer, Message::Report { scl });
        }
        self.gossip.begin_at_once(now);
        self.look_if_full();
    }

    /// The control plane asks whether this newcomer is full. It may speak of what a recovery has declared void since:
    /// then what is left of the group's log up to there is needed.
    pub(super) fn asked_if_full(&mut self, now: SimTime, log: &RedoLog, needs: Lsn) {
        let scl = self.scl;
        let needs = if needs <= log.last() {
            log.newest_of_up_to(self.id.group(), needs)
        } else {
            needs
        };
        match &mut self.hydration {
            None => self.send(Address::ControlPlane, Message::Full { scl }),
            Some(hydration) => {
                hydration.needs = Some(needs);
                if self.counts_empty {
                    self.send(Address::ControlPlane, Message::Full { scl });
                }
                self.hydrate(now);
                self.look_if_full();
                if self.hydration.is_some() && !self.lacks_base() {
                    self.gossip.begin(now);
                }
            }
        }
    }

    /// Counts from now on, if it has all it needs.
    pub(super) fn look_if_full(&mut self) {
        let scl = self.scl;
        let full = self.hydration.as_ref().is_some_and(|hydration| {
            hydration.base_copied && hydration.needs.is_some_and(|needs| needs <= scl)
        });
        if full {
            self.hydration = None;
            self.send(Address::ControlPlane, Message::Full { scl });
        }
    }
}

/// Whom a newcomer may ask for its base: the members of before the change, the full ones if it is to be full itself.
fn peers_for(members: &Membership, me: CopyId) -> CopySet {
    let others = members.six().without(me);
    if members.fulls().contains(me) {
        others.and(members.fulls())
    } else {
        others
    }
}
