//! One copy of one protection group, on one storage node.
//!
//! The paper draws a storage node as a pipeline of eight steps (S-1 … S-8). What a commit waits for is only
//! the first two: records come in and stand in a queue in memory, are written to the update queue on disk,
//! and are acknowledged. Everything else goes on behind the writer's back (S-9); here it is gossip, which
//! finds out what the copy lacks and fetches it from its peers (S-3, S-4), and the worker of `background`, which
//! makes page versions, stages, collects and scrubs (S-5 … S-8). Pages are made for reads too.
//!
//! A copy never votes and never orders (L-1, L-17, S-18): it keeps what it is sent and says how far it is
//! complete. That point, the *segment complete LSN* (SCL), is the highest record below which none of the
//! group's records is missing here (L-4). Messages overtake each other, so a copy may hold records beyond a
//! hole; they count only when the hole is filled. The back link of each record tells whether there is one:
//! a record whose predecessor is the SCL carries the SCL on, any other waits (`beyond`).
//!
//! Stopping a copy loses what was in memory; what was acknowledged is on disk and comes back with it.

mod background;
mod beyond;
mod epochs;
mod gossip;
mod hydration;
mod image;
mod made;
mod orders;
mod pages;
mod speeds;

use std::collections::VecDeque;
use std::sync::Arc;

use base::{CopyId, InstanceId, Lsn, PageId, RequestId, SegmentId, SimSpan, SimTime};

use self::background::Background;
pub use self::background::{Job, Scrubbed};
use self::beyond::Beyond;
use self::gossip::Gossip;
pub use self::hydration::Hydration;
pub use self::image::Rebase;
pub use self::made::Made;
use self::orders::Orders;
pub use self::orders::epoch_of_order;
pub use self::pages::PageState;
use self::pages::{Pages, Unreadable};
pub use self::speeds::Pipeline;
use crate::epoch::{Stamp, VolumeEpoch};
use crate::membership::{Membership, Segments};
use crate::page::Page;
use crate::protocol::{Address, Effect, Happening, Message, WakeReason};
use crate::redo::{RedoLog, Run};
use crate::wrong_rule::WrongRule;

/// Records that come in before it is looked up which pages they are for, at the latest `[choice]`.
const COUNT_AFTER: u32 = 4_096;

/// A batch in the in-memory queue, and whether somebody waits for its acknowledgement.
#[derive(Clone, Copy, Debug)]
struct Batch {
    run: Run,
    from_writer: bool,
}

/// One copy of one protection group.
///
/// A volume may have tens of thousands of them, far more than a processor's nearer caches hold. What a write touches
/// stands together at the beginning, in as few of a cache's lines as it fits in, and what few segments ever need stands
/// behind.
#[derive(Clone, Debug)]
#[repr(C)]
pub struct Segment {
    /// What it wants done.
    effects: Effects,
    /// The instance it obeys: acknowledgements go there.
    writer: Address,
    id: SegmentId,
    /// The epochs it knows; they are on its disk.
    epochs: Stamp,
    /// It does nothing for a writer older than this epoch.
    obeys: VolumeEpoch,
    /// Whether the machine runs: while it does not, nothing is planned.
    running: bool,
    paused: bool,
    throttled: bool,
    /// Whether anything stands in the queue.
    queued: bool,
    /// Under [`WrongRule::IgnoreEpochs`].
    ignores_epochs: bool,
    /// Under [`WrongRule::AcknowledgeBeforeDurable`].
    promises: bool,
    /// Under [`WrongRule::CountEmptyNewcomer`].
    counts_empty: bool,
    /// How many records of the group lie at or below the SCL: the place of the next one in the chain.
    complete: u32,
    scl: Lsn,
    persist: SimSpan,
    /// When what is being written will be durable.
    disk_done: SimTime,
    /// When something was taken in last.
    last_intake: SimTime,
    gossip: Gossip,
    /// What its worker is at, and when it will be done.
    job: Option<(SimTime, Job)>,
    /// What a newcomer has copied, until it counts.
    hydration: Option<Box<Hydration>>,
    /// Of recovering instances; nothing before the first.
    orders: Option<Box<Orders>>,
    beyond: Beyond,
    speeds: Arc<Pipeline>,
    pages: Pages,
    /// Steps 5 to 8; nothing before the writer has said what is durable.
    background: Option<Box<Background>>,
    /// If it promises: up to which place of the chain it has acknowledged.
    promised: u32,
    /// The members of its group, as of the membership epoch it knows, or of a newer one it is about to learn.
    members: Membership,
    /// Step 1: taken in, not yet on its way to disk (S-1).
    queue: Vec<Batch>,
    /// Step 2: being written (S-2); nothing unless a moment is set for it to be done.
    writing: Vec<Batch>,
    /// Since when the oldest batch in the queue waits, and since when the oldest that is being written has waited.
    queued_since: SimTime,
    writing_since: SimTime,
    /// How long the oldest batch of those last written had to wait until it was durable.
    last_wait: SimSpan,
}

/// Memory for what a segment wants done, if it has any.
pub type Effects = Option<Box<Wants>>;

/// What a segment wants done.
#[derive(Clone, Debug, Default)]
pub struct Wants {
    /// What comes of the batch that has just become durable, before all others.
    kept: Option<Kept>,
    others: VecDeque<Effect>,
}

/// What comes of nearly every batch, in one piece: it is durable, and that is acknowledged.
#[derive(Clone, Copy, Debug)]
pub struct Kept {
    /// The batch.
    pub run: Run,
    /// How far the segment is complete with it.
    pub scl: Lsn,
    /// Who hears of it.
    pub to: Address,
}

impl Segment {
    /// An empty copy whose disk takes `persist` to make a batch durable.
    pub fn new(id: SegmentId, persist: SimSpan) -> Segment {
        Segment {
            effects: None,
            writer: Address::Instance(InstanceId::FIRST),
            id,
            epochs: Stamp::FIRST,
            obeys: VolumeEpoch::FIRST,
            running: true,
            paused: false,
            throttled: false,
            queued: false,
            ignores_epochs: false,
            promises: false,
            counts_empty: false,
            complete: 0,
            scl: Lsn::ZERO,
            disk_done: SimTime::NEVER,
            persist,
            last_intake: SimTime::ZERO,
            pages: Pages::default(),
            gossip: Gossip::new(id.copy()),
            job: None,
            hydration: None,
            orders: None,
            speeds: Arc::default(),
            beyond: Beyond::default(),
            background: None,
            promised: 0,
            members: Membership::first(Segments::Full),
            queue: Vec::new(),
            writing: Vec::new(),
            queued_since: SimTime::ZERO,
            writing_since: SimTime::ZERO,
            last_wait: SimSpan::ZERO,
        }
    }

    /// The same where these are the group's members: they say who of them keeps pages (M-20).
    #[must_use]
    pub fn among(mut self, members: Membership) -> Segment {
        self.members = members;
        self
    }

    /// The same under a rule that is wrong on purpose.
    #[must_use]
    pub fn under(mut self, wrong_rule: Option<WrongRule>) -> Segment {
        self.promises = wrong_rule == Some(WrongRule::AcknowledgeBeforeDurable);
        self.ignores_epochs = wrong_rule == Some(WrongRule::IgnoreEpochs);
        self.counts_empty = wrong_rule == Some(WrongRule::CountEmptyNewcomer);
        self
    }

    /// Which copy of which group it is.
    pub fn id(&self) -> SegmentId {
        self.id
    }

    /// The segment complete LSN: no earlier record of the group is missing here (L-4).
    pub fn scl(&self) -> Lsn {
        self.scl
    }

    /// Whether the record is durable here, be it beyond a hole or in a page version.
    pub fn holds(&self, log: &RedoLog, lsn: Lsn) -> bool {
        match log.get(lsn) {
            Some(record) if record.group() == self.id.group() => {
                lsn <= self.scl || self.beyond.holds(record.place)
            }
            // What all copies have made into pages is not in the log any more.
            _ => lsn <= self.scl && log.newest_of_up_to(self.id.group(), lsn) == lsn,
        }
    }

    /// How many records it holds beyond a hole.
    pub fn beyond_hole(&self) -> u32 {
        self.beyond.len()
    }

    /// Records taken in that are not yet durable (S-1).
    pub fn records_in_memory(&self) -> u32 {
        self.queue
            .iter()
            .chain(&self.writing)
            .map(|batch| batch.run.len)
            .sum()
    }

    /// Runs of records taken in that are not yet durable (S-1), those the disk is busy with first.
    pub fn runs_in_memory(&self) -> impl Iterator<Item = Run> {
        self.writing
            .iter()
            .chain(&self.queue)
            .map(|batch| batch.run)
    }

    /// How many page versions it keeps ready.
    pub fn pages_kept(&self) -> u32 {
        self.pages.kept()
    }

    /// How each of the group's pages stands here, in order.
    pub fn page_states(&self, log: &RedoLog) -> impl Iterator<Item = PageState> + '_ {
        self.pages.states(log, self.id.group(), self.complete)
    }

    /// A page as of record `at`, without changing anything; `None` if the segment is not complete so far
    /// (S-19).
    pub fn page_at(&self, log: &RedoLog, page: PageId, at: Lsn) -> Option<Arc<Page>> {
        if at > self.scl {
            return None;
        }
        let (version, _) = self.pages.read(log, page, at).ok()?;
        Some(Arc::clone(version.page(log)))
    }

    /// Shows its versions of a page to somebody who will exchange what they are made of.
    pub fn show<'a>(&self, log: &'a RedoLog, page: PageId, rebase: &mut Rebase<'a>) {
        self.pages.show(log, page, rebase);
    }

    /// Lets its versions of a page do without log that is about to be let go. Returns whether some are still to be made.
    pub fn rebase(&mut self, page: PageId, rebase: &mut Rebase) -> bool {
        self.pages.rebase(page, rebase)
    }

    /// How long the oldest batch of those it wrote last had waited until it was durable: its way through the queue, and
    /// the disk.
    pub fn last_wait(&self) -> SimSpan {
        self.last_wait
    }

    /// How long its disk takes to make a batch durable.
    pub fn persist_span(&self) -> SimSpan {
        self.persist
    }

    /// Makes its disk this fast from the next write on.
    pub fn set_persist_span(&mut self, persist: SimSpan) {
        self.persist = persist;
    }

    /// The machine stops: what was only in memory is gone.
    pub fn stop(&mut self) {
        self.running = false;
        self.queue.clear();
        self.queued = false;
        self.writing.clear();
        self.disk_done = SimTime::NEVER;
        self.promised = 0;
        self.gossip.stop();
        if let Some(hydration) = &mut self.hydration {
            hydration.stop();
        }
        self.job = None;
        if let Some(orders) = &mut self.orders {
            orders.stop();
        }
        self.effects = None;
    }

    /// The machine is back, with what is on its disk, and asks around for what it has missed.
    pub fn restart(&mut self, now: SimTime, log: &RedoLog) {
        self.running = true;
        self.hydrate(now);
        if !self.lacks_base() {
            self.gossip.begin_at_once(now);
        }
        self.plan(now, log);
    }

    /// Takes a message in that was sent with this stamp. From an older epoch it is refused (M-2).
    #[inline]
    pub fn handle_message(
        &mut self,
        now: SimTime,
        log: &RedoLog,
        from: Address,
        stamp: Stamp,
        message: Message,
    ) {
        if self.knows_only(stamp) || self.meets(now, from, stamp, message) {
            match message {
                Message::Write(run) => {
                    let from_writer = true;
                    self.take_in(now, log, Batch { run, from_writer });
                }
                _ => self.do_as_told(now, log, from, message),
            }
        }
    }

    fn do_as_told(&mut self, now: SimTime, log: &RedoLog, from: Address, message: Message) {
        match message {
            Message::Fill(run) => {
                let from_writer = false;
                self.take_in(now, log, Batch { run, from_writer });
            }
            Message::ReadPage { request, page, at } => self.serve(log, from, request, page, at),
            Message::Horizon(horizon) => self.hear_horizon(now, log, horizon),
            // What it carries is taken in by `handle_peer_page`.
            Message::PeerPage { .. } => {}
            Message::LackPage { page, at } => {
                if let Address::Segment(peer) = from {
                    self.help_with_page(log, peer, page, at);
                }
            }
            Message::Members { epoch } => {
                let scl = self.scl;
                self.send(from, Message::MembersKept { epoch, scl });
                self.hydrate(now);
            }
            Message::AreYouFull { needs } => self.asked_if_full(now, log, needs),
            Message::CopyPage { page, at } => self.give_page(log, from, page, at),
            Message::Compare { .. } | Message::Same { .. } | Message::Lack { .. }
                if self.lacks_base() => {}
            Message::Compare { scl } | Message::Same { scl } | Message::Lack { after: scl } => {
                let Address::Segment(peer) = from else {
                    unreachable!("only segments gossip")
                };
                let reply = self.gossip.hear(now, peer, message, scl, self.scl, log);
                if let Some(reply) = reply {
                    self.send(from, reply);
                }
            }
            Message::Survey { epoch }
            | Message::Truncate { epoch, .. }
            | Message::RaiseEpoch { epoch } => self.take_order(now, from, epoch, message),
            Message::Pass { to, after } => self.pass_on(log, to, after),
            // What there was to learn from it is learnt.
            Message::Stale { .. } => {}
            _ => unreachable!("such a message is not for a segment"),
        }
    }

    /// Serves a page at a read point, if PGMRPL ≤ read point ≤ SCL (S-19), from a version that is sound (S-8).
    fn serve(&mut self, log: &RedoLog, from: Address, request: RequestId, page: PageId, at: Lsn) {
        let (scl, pgmrpl) = (self.scl, self.horizon().pgmrpl);
        if at > scl {
            self.send(from, Message::NotThatFar { request, scl });
            return;
        }
        if at < pgmrpl {
            self.send(from, Message::TooFarBack { request, pgmrpl });
            return;
        }
        self.pages.count(log, self.id.group(), self.complete);
        match self.pages.build(log, page, at) {
            Ok((image, applied)) => {
                self.happened(Happening::PageBuilt {
                    segment: self.id,
                    request,
                    page,
                    applied,
                });
                self.want(Effect::SendPage {
                    to: from,
                    request,
                    page: Arc::clone(image.page(log)),
                    checksum: image.checksum(log),
                    at,
                });
            }
            Err(why) => {
                if why == Unreadable::Damaged {
                    self.found_damage(page);
                }
                self.send(from, Message::Unreadable { request });
            }
        }
    }

    /// Step 1: into the queue; and on to the disk if that is idle.
    fn take_in(&mut self, now: SimTime, log: &RedoLog, mut batch: Batch) {
        self.last_intake = now;
        if self.promises {
            self.promise(log, &mut batch);
        }
        let idle = self.disk_done == SimTime::NEVER;
        if idle && self.persist == SimSpan::ZERO && !self.throttled {
            self.finish_write(now, log, &[batch]);
            return;
        }
        if !self.queued {
            self.queued_since = now;
        }
        self.queue.push(batch);
        self.queued = true;
        if idle {
            self.begin_write(now);
        }
    }

    /// Acknowledges what has only just come in, as if it were on disk.
    #[cold]
    fn promise(&mut self, log: &RedoLog, batch: &mut Batch) {
        let (places, from) = (log.places_of(batch.run), self.promised.max(self.complete));
        if batch.from_writer && places.start <= from {
            let end = from.max(places.end);
            self.promised = end;
            batch.from_writer = false;
            let scl = log.at_place(self.id.group(), end - 1);
            self.send(self.writer, Message::Ack { scl });
        }
    }

    fn begin_write(&mut self, now: SimTime) {
        std::mem::swap(&mut self.queue, &mut self.writing);
        self.queued = !self.queue.is_empty();
        self.writing_since = self.queued_since;
        self.disk_done = now + self.persist + self.throttling();
    }

    /// The disk is done with what was being written.
    fn disk_is_done(&mut self, now: SimTime, log: &RedoLog) {
        let mut written = std::mem::take(&mut self.writing);
        self.disk_done = SimTime::NEVER;
        self.last_wait = now.since(self.writing_since);
        self.finish_write(now, log, &written);
        written.clear();
        // The memory is used again.
        if self.writing.is_empty() {
            self.writing = written;
        } else if self.queue.capacity() == 0 {
            self.queue = written;
        }
    }

    /// Step 2: these batches are durable; acknowledge with the SCL (L-5).
    fn finish_write(&mut self, now: SimTime, log: &RedoLog, written: &[Batch]) {
        let before = self.scl;
        let mut fetched = 0;
        if let [
            Batch {
                run,
                from_writer: true,
            },
        ] = *written
            && self.says_nothing()
        {
            self.keep(log, run);
            let (scl, to) = (self.scl, self.writer);
            self.wants().kept = Some(Kept { run, scl, to });
        } else {
            fetched = self.keep_all(log, written);
        }
        let scl = self.scl;
        if self.hydration.is_some() {
            self.look_if_full();
        }
        if self.lacks_base() {
            // What it lacks it will know once it has a base.
        } else if scl > before {
            let took = Pipeline::span(fetched, self.speeds.gossiped_records_per_second);
            if let Some((peer, ask)) = self.gossip.scl_moved(now, scl, took) {
                self.send_to_peer(peer, ask);
            }
        } else if !self.beyond.is_empty() {
            self.gossip.begin(now);
        }
        if self.throttled || self.pages.unbuilt() > self.speeds.backlog_records_max {
            self.throttle();
        }
        debug_assert_eq!(self.queued, !self.queue.is_empty());
        if self.queued {
            self.begin_write(now);
        }
    }

    /// Keeps these batches and says so of each. Returns how many of their records came from peers.
    #[inline(never)]
    fn keep_all(&mut self, log: &RedoLog, written: &[Batch]) -> u32 {
        let before = self.scl;
        let (mut acknowledge, mut fetched) = (false, 0);
        for batch in written {
            self.keep(log, batch.run);
            acknowledge |= batch.from_writer;
            fetched += if batch.from_writer { 0 } else { batch.run.len };
            self.happened(Happening::Persisted {
                segment: self.id,
                run: batch.run,
                scl: self.scl,
            });
        }
        let scl = self.scl;
        if acknowledge {
            self.send(self.writer, Message::Ack { scl });
        } else if scl > before {
            self.send(self.writer, Message::Report { scl });
        }
        fetched
    }

    /// Adds durable records and carries the SCL on as far as the chain has no hole.
    fn keep(&mut self, log: &RedoLog, run: Run) {
        debug_assert_eq!(
            run.group,
            self.id.group(),
            "records go to their own group only (L-16)"
        );
        // What every copy has may be forgotten already, and a late message may still speak of it.
        if run.last <= self.scl {
            return;
        }
        let places = log.places_of(run);
        if places.start == self.complete && self.beyond.is_empty() {
            // As nearly always, it is what follows.
            let before = log.before(run);
            assert_eq!(before, self.scl, "the SCL never passes a hole (INV-5)");
            self.move_scl(log, places.end, run.last);
        } else if places.start > self.complete {
            self.beyond.hold(places.start, places.end, self.complete);
        } else if places.end > self.complete {
            let end = self.beyond.take_from(places.end);
            self.complete_to(log, end);
        }
    }

    /// Moves the SCL on over the records before this place of the chain.
    fn complete_to(&mut self, log: &RedoLog, end: u32) {
        let group = self.id.group();
        if end == self.complete {
            return;
        }
        let next = log.link(group, self.complete);
        assert_eq!(next.after, self.scl, "the SCL never passes a hole (INV-5)");
        self.move_scl(log, end, log.at_place(group, end - 1));
    }

    /// The SCL is `scl` now, the record before the place `end` of the chain.
    #[inline]
    fn move_scl(&mut self, log: &RedoLog, end: u32, scl: Lsn) {
        self.scl = scl;
        self.pages.note(end - self.complete);
        self.complete = end;
        if end - self.pages.counted() >= COUNT_AFTER {
            self.pages.count(log, self.id.group(), end);
        }
    }

    /// When it wants to be woken next, and what for.
    pub fn poll_wakeup(&self) -> Option<(SimTime, WakeReason)> {
        let disk = (self.disk_done, WakeReason::DiskDone);
        let gossip = (self.gossip.due(), WakeReason::Gossip);
        let mut first = if disk.0 <= gossip.0 { disk } else { gossip };
        if let Some(hydration) = &self.hydration
            && hydration.due() < first.0
        {
            first = (hydration.due(), WakeReason::Hydrate);
        }
        if let Some((due, _)) = self.job
            && due < first.0
        {
            first = (due, WakeReason::Background);
        }
        if let Some(orders) = &self.orders
            && orders.due() < first.0
        {
            first = (orders.due(), WakeReason::OrdersDone);
        }
        (first.0 < SimTime::NEVER).then_some(first)
    }

    /// Does what is due. Returns whether anything was.
    pub fn handle_wakeup(&mut self, now: SimTime, log: &RedoLog) -> bool {
        let mut did = false;
        if self.disk_done <= now {
            self.disk_is_done(now, log);
            did = true;
        }
        if self
            .orders
            .as_ref()
            .is_some_and(|orders| orders.due() <= now)
        {
            self.obey(now);
            did = true;
            if self.is_entering() {
                // What it says from here on it says in the new epoch.
                return did;
            }
        }
        if self.gossip.due() <= now {
            if let Some((peer, ask)) = self.gossip.question(now, self.scl) {
                self.send_to_peer(peer, ask);
            }
            if let Some(peer) = self.gossip.next_peer(now, !self.beyond.is_empty()) {
                self.send_to_peer(peer, Message::Compare { scl: self.scl });
            }
            did = true;
        }
        if self.hydration.as_ref().is_some_and(|h| h.due() <= now) {
            self.ask_for_page(now);
            did = true;
        }
        did
    }

    /// Reads a little of each part that a write touches.
    #[inline]
    pub fn touch(&self) -> u64 {
        self.scl.0 ^ self.gossip.touch() ^ u64::from(self.pages.unbuilt())
    }

    /// Lends it memory for what it will want done, so that thousands of segments need none of their own.
    #[inline]
    pub fn lend(&mut self, memory: &mut Effects) {
        if self.effects.is_none() {
            self.effects = memory.take();
        }
    }

    /// Gives that memory back, once nothing is left to be done.
    #[inline]
    pub fn give_back(&mut self, memory: &mut Effects) {
        if self.effects.is_some() && self.says_nothing() {
            let own = self.effects.take();
            *memory = memory.take().or(own);
        }
    }

    /// Whether it wants nothing done.
    #[inline]
    pub fn says_nothing(&self) -> bool {
        let wants = self.effects.as_ref();
        wants.is_none_or(|wants| wants.kept.is_none() && wants.others.is_empty())
    }

    /// What comes of a batch, for those who ask for it before they ask for what else it wants done.
    #[inline]
    pub fn poll_kept(&mut self) -> Option<Kept> {
        self.effects.as_mut()?.kept.take()
    }

    /// What it wants done, until `None`.
    pub fn poll_effect(&mut self) -> Option<Effect> {
        let segment = self.id;
        let wants = self.effects.as_mut()?;
        if let Some(Kept { run, scl, to }) = wants.kept.take() {
            // Nobody has asked for it in one piece.
            let message = Message::Ack { scl };
            wants.others.push_front(Effect::Send { to, message });
            return Some(Effect::Happened(Happening::Persisted { segment, run, scl }));
        }
        let effect = wants.others.pop_front();
        if effect.is_none() {
            // The next ones begin at the front again, where memory is near.
            wants.others.clear();
        }
        effect
    }

    fn send(&mut self, to: Address, message: Message) {
        self.want(Effect::Send { to, message });
    }

    fn send_to_peer(&mut self, peer: CopyId, message: Message) {
        let peer = SegmentId::new(self.id.group(), peer);
        self.send(Address::Segment(peer), message);
    }

    fn happened(&mut self, what: Happening) {
        self.want(Effect::Happened(what));
    }

    fn want(&mut self, effect: Effect) {
        self.wants().others.push_back(effect);
    }

    fn wants(&mut self) -> &mut Wants {
        self.effects.get_or_insert_default()
    }
}

#[cfg(test)]
mod tests;
