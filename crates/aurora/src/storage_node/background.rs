//! What a copy does when nobody waits: steps 5 to 8 of the pipeline.
//!
//! One worker does one thing at a time: it coalesces log into page versions (S-5), stages log and pages to the
//! object store (S-6), collects what nobody can need (S-7), or looks through the pages for damage (S-8). It works
//! only up to where the writer has said that the group is durable, so nothing it makes will ever have to be taken
//! back.
//!
//! The foreground goes first. If batches are being written when the worker would begin, it waits (S-10): under load
//! its backlog grows, and is worked off later. The usual database has it the other way round, where writing
//! pages adds to the load just when there is most of it. Only when the backlog has grown too long is intake
//! throttled, so that the worker gets its turn (S-11); for one slow copy of six the 4/6 rule hides even that.
//!
//! Nothing is booked without a reason. A copy that has made, staged, collected and checked all there is sleeps
//! until the writer tells it something new.

use std::sync::Arc;

use base::{Lsn, PageId, SegmentId, SimSpan, SimTime};

use super::Segment;
use super::made::Made;
use super::pages::{self, Unreadable};
use super::speeds::Pipeline;
use crate::constants::{COPIES, PAGES_PER_GROUP};
use crate::object_store::ObjectStore;
use crate::page;
use crate::protocol::{Address, Effect, Happening, Horizon, Message};
use crate::redo::RedoLog;

/// Records the worker makes into page versions before it looks up again `[choice]`.
const COALESCE_BATCH: u32 = 512;
/// Records staged to the object store in one piece `[choice]`.
const STAGE_BATCH: u32 = 4_096;
/// How long after there is something to collect a round of collecting comes `[choice]`: a round looks at every page,
/// so one for many records is cheaper.
const COLLECT_AFTER: SimSpan = SimSpan::from_millis(50);
/// Intake is no longer throttled when the backlog has shrunk to this part of the limit `[choice]`.
const FREED_AT_PART: u32 = 2;

/// What the worker does next, or is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Job {
    /// Making page versions (S-5).
    Coalesce,
    /// Letting go what nobody can need (S-7).
    Collect,
    /// Staging to the object store (S-6).
    Stage,
    /// Checking page checksums (S-8).
    Scrub,
}

/// What a round of scrubbing has found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scrubbed {
    /// When.
    pub at: SimTime,
    /// Page versions looked at.
    pub pages: u32,
    /// Pages with a damaged version.
    pub damaged: u32,
}

/// The worker of one segment.
#[derive(Clone, Debug)]
pub struct Background {
    /// What the writer has said last.
    horizon: Horizon,
    /// What the object store has, as far as is known here.
    staged: Lsn,
    /// There may be something to make versions of, or to collect.
    may_coalesce: bool,
    may_collect: bool,
    /// All long chains have been made into versions, as far as they are durable.
    long_done: bool,
    /// When short chains are made into versions, when collecting and staging begin, and when pages are checked.
    spare_at: SimTime,
    collect_at: SimTime,
    stage_at: SimTime,
    scrub_at: SimTime,
    last_scrub: Option<Scrubbed>,
    /// How often a peer has been asked for a page.
    asked: u8,
    /// How often the worker has let the foreground go first.
    yields: u64,
}

impl Default for Background {
    fn default() -> Self {
        Background {
            horizon: Horizon::default(),
            staged: Lsn::ZERO,
            may_coalesce: false,
            may_collect: false,
            long_done: false,
            spare_at: SimTime::NEVER,
            collect_at: SimTime::NEVER,
            stage_at: SimTime::NEVER,
            scrub_at: SimTime::NEVER,
            last_scrub: None,
            asked: 0,
            yields: 0,
        }
    }
}

impl Background {
    /// The log is cut: nobody will be told of anything behind this any more.
    pub(super) fn cut_back(&mut self, cut: Lsn) {
        let Horizon {
            durable,
            pgmrpl,
            everywhere,
        } = &mut self.horizon;
        for point in [durable, pgmrpl, everywhere] {
            *point = (*point).min(cut);
        }
        (self.may_coalesce, self.long_done) = (true, false);
    }
}

/// Looking at it.
impl Segment {
    /// What the writer has said last of what is durable and what is needed.
    pub fn horizon(&self) -> Horizon {
        self.background
            .as_ref()
            .map_or_else(Horizon::default, |background| background.horizon)
    }

    /// Records here that are in no page version yet; none at a tail, which makes none.
    pub fn backlog(&self) -> u32 {
        if self.is_tail() {
            0
        } else {
            self.pages.unbuilt()
        }
    }

    /// The object store has the group's log up to here, as far as this copy knows.
    pub fn staged(&self) -> Lsn {
        self.background
            .as_ref()
            .map_or(Lsn::ZERO, |background| background.staged)
    }

    /// Records at or below this are not kept here any more, only what they made of their pages.
    pub fn collected(&self) -> Lsn {
        self.pages.collected()
    }

    /// What the last round of scrubbing found.
    pub fn last_scrub(&self) -> Option<Scrubbed> {
        self.background.as_ref()?.last_scrub
    }

    /// What its worker is at, and when it will be done.
    pub fn job(&self) -> Option<(SimTime, Job)> {
        self.job
    }

    /// How often its worker has let the foreground go first (S-10).
    pub fn yields(&self) -> u64 {
        self.background
            .as_ref()
            .map_or(0, |background| background.yields)
    }

    /// Whether its intake is throttled, because too much is in no page version yet (S-11).
    pub fn is_throttled(&self) -> bool {
        self.throttled
    }

    /// Whether it keeps log only and no pages (M-20).
    pub fn is_tail(&self) -> bool {
        !self.members.fulls().contains(self.id.copy())
    }

    /// Whether its background work is paused.
    pub fn is_paused(&self) -> bool {
        self.paused
    }

    /// The speeds of its background work.
    pub fn speeds(&self) -> &Pipeline {
        &self.speeds
    }
}

/// Working.
impl Segment {
    /// Makes its background work go at these speeds.
    #[must_use]
    pub fn with_speeds(mut self, speeds: Arc<Pipeline>) -> Segment {
        self.speeds = speeds;
        self
    }

    /// A copy that has just come, and whose background work is paused for now or is not.
    #[must_use]
    pub fn resting(mut self, paused: bool) -> Segment {
        self.paused = paused;
        self
    }

    /// Pauses its background work, or lets it go on.
    pub fn set_paused(&mut self, now: SimTime, log: &RedoLog, paused: bool) {
        self.paused = paused;
        if paused {
            self.job = None;
        } else {
            self.plan(now, log);
        }
    }

    /// Hears how far the group is durable and what is still needed.
    pub(super) fn hear_horizon(&mut self, now: SimTime, log: &RedoLog, heard: Horizon) {
        if !self.speeds.background {
            return;
        }
        let background = self.background.get_or_insert_default();
        // Messages overtake each other; all of it only ever moves on.
        let known = background.horizon;
        background.horizon = Horizon {
            durable: known.durable.max(heard.durable),
            pgmrpl: known.pgmrpl.max(heard.pgmrpl),
            // This one moves back when a newcomer joins.
            everywhere: if heard.durable < known.durable {
                known.everywhere
            } else {
                heard.everywhere
            },
        };
        if background.horizon != known {
            background.may_coalesce = true;
            background.may_collect = true;
            background.long_done = false;
            self.plan(now, log);
        }
    }

    /// Books the next thing to do, if it comes before what is under way.
    pub(super) fn plan(&mut self, now: SimTime, log: &RedoLog) {
        let speeds = *self.speeds;
        // Nobody needs the pages of a copy that was replaced, and nobody would help it with them.
        let idle = !self.running || self.paused || !speeds.background || self.is_retired();
        if idle || self.background.is_none() {
            return;
        }
        let unbuilt = self.backlog();
        if unbuilt > 0 {
            self.pages.count(log, self.id.group(), self.complete);
        }
        let durable = self.horizon().durable.min(self.scl);
        let copy = u64::from(self.id.copy().0);
        let Some(background) = &mut self.background else {
            return;
        };
        let mut first: Option<(SimTime, Job)> = self.job;
        let mut may = |at: SimTime, job: Job| {
            if at < SimTime::NEVER && first.is_none_or(|first| (at, job) < first) {
                first = Some((at, job));
            }
        };
        if background.may_coalesce && unbuilt > 0 {
            let span = |records: u32| {
                let records = records.min(COALESCE_BATCH);
                Pipeline::span(records, speeds.coalesced_records_per_second)
            };
            if background.spare_at == SimTime::NEVER {
                background.spare_at = now + SimSpan::from_micros(speeds.spare_micros.into());
            }
            let long = self.pages.with_unbuilt(speeds.coalesce_records);
            if (long > 0 && !background.long_done) || self.throttled {
                may(now + span(self.pages.unbuilt_at(long)), Job::Coalesce);
            }
            may(background.spare_at.max(now) + span(unbuilt), Job::Coalesce);
        }
        let floor = background.horizon.floor(background.staged);
        if background.may_collect && self.pages.collected() < floor {
            if background.collect_at == SimTime::NEVER {
                background.collect_at = now + COLLECT_AFTER;
            }
            may(background.collect_at.max(now), Job::Collect);
        }
        if background.staged < durable {
            if background.stage_at == SimTime::NEVER {
                // The copies begin one after another, so that mostly one of them does it for all.
                let wait = u64::from(speeds.stage_micros);
                let stagger = wait * copy / u64::from(COPIES);
                background.stage_at = now + SimSpan::from_micros(wait + stagger);
            }
            may(background.stage_at.max(now), Job::Stage);
        }
        may(background.scrub_at, Job::Scrub);
        self.job = first;
    }

    /// Pages have been written: they will be looked at in the next regular round. Rounds in which nothing could be
    /// found are left out.
    fn scrub_later(&mut self, now: SimTime) {
        let every = u64::from(self.speeds.scrub_micros.max(1));
        let offset = every * u64::from(self.id.copy().0 % COPIES) / u64::from(COPIES);
        let rounds = (now.micros() + every - offset) / every;
        let background = self.background.get_or_insert_default();
        if background.scrub_at == SimTime::NEVER {
            background.scrub_at = SimTime::from_micros(rounds * every + offset);
        }
    }

    /// Does the background work that is due. `store` is the group's part of the object store, if it can be reached
    /// from here, `made` what its copies have made of late. Returns whether anything was done.
    pub fn handle_background(
        &mut self,
        now: SimTime,
        log: &RedoLog,
        store: Option<&mut ObjectStore>,
        made: &mut Made,
    ) -> bool {
        let Some(background) = &mut self.background else {
            return false;
        };
        let Some((due, job)) = self.job.filter(|(due, _)| *due <= now) else {
            return false;
        };
        let quiet = self.last_intake + SimSpan::from_micros(self.speeds.quiet_micros.into());
        let quiet = match self.disk_done {
            SimTime::NEVER => quiet,
            done => quiet.max(done),
        };
        if now < quiet && !self.throttled {
            // The foreground goes first (S-10).
            background.yields += 1;
            self.job = Some((quiet, job));
            return false;
        }
        debug_assert!(due <= now);
        self.job = None;
        match job {
            Job::Coalesce => self.coalesce(now, log, made),
            Job::Collect => self.collect(log),
            Job::Stage => self.stage(now, log, store),
            Job::Scrub => self.scrub(now),
        }
        self.plan(now, log);
        true
    }

    /// Step 5. Pages with long chains first; when there is time to spare, all others too.
    fn coalesce(&mut self, now: SimTime, log: &RedoLog, made: &mut Made) {
        let durable = self.horizon().durable.min(self.scl);
        let floor = self.horizon().pgmrpl.min(durable);
        let Some(background) = &mut self.background else {
            return;
        };
        let spare = background.spare_at <= now || self.throttled;
        let least = if spare {
            1
        } else {
            self.speeds.coalesce_records
        };
        let group = self.id.group();
        self.pages.count(log, group, self.complete);
        made.begin();
        let mut alone = Made::default();
        let made = made.of(self.epochs.volume).unwrap_or(&mut alone);
        let (mut pages, mut records, mut all) = (0, 0, true);
        for place in pages::bits(self.pages.with_unbuilt(least)) {
            if records >= COALESCE_BATCH {
                all = false;
                break;
            }
            let page = page::page_in_group(group, place as u32);
            // While a long query holds the floor back, a version there lets the log below it go.
            let points = if floor < durable {
                &[floor, durable][..]
            } else {
                &[durable]
            };
            for at in points {
                match self.pages.coalesce(log, made, page, *at) {
                    Ok(0) => {}
                    Ok(applied) => {
                        pages += 1;
                        records += applied;
                    }
                    Err(Unreadable::Damaged) => self.found_damage(page),
                    Err(Unreadable::Collected) => {}
                }
            }
        }
        let background = self.background.get_or_insert_default();
        background.long_done |= all;
        if all && spare {
            background.may_coalesce = false;
            background.spare_at = SimTime::NEVER;
        }
        if records > 0 {
            background.may_collect = true;
            self.scrub_later(now);
            self.happened(Happening::Coalesced {
                segment: self.id,
                pages,
                records,
                backlog: self.pages.unbuilt(),
            });
        }
        self.throttle();
    }

    /// Step 6. If another copy has done it meanwhile, so much the better.
    fn stage(&mut self, now: SimTime, log: &RedoLog, store: Option<&mut ObjectStore>) {
        let durable = self.horizon().durable.min(self.scl);
        let speeds = *self.speeds;
        self.background.get_or_insert_default().stage_at =
            now + SimSpan::from_micros(speeds.stage_micros.into());
        let Some(store) = store else { return };
        let group = self.id.group();
        let run = log.run_between(group, store.staged(), durable, STAGE_BATCH);
        if let Some(run) = run {
            let pages = self.pages.versions_since(store.staged());
            store.put(run.last, run.len, pages);
            self.happened(Happening::Staged {
                segment: self.id,
                records: run.len,
                pages,
                upto: run.last,
            });
        }
        let behind = log.run_between(group, store.staged(), durable, STAGE_BATCH);
        let background = self.background.get_or_insert_default();
        background.stage_at = match behind {
            Some(run) => now + Pipeline::span(run.len, speeds.staged_records_per_second),
            None => SimTime::NEVER,
        };
        background.may_collect |= store.staged() > background.staged;
        background.staged = store.staged();
    }

    /// Step 7.
    fn collect(&mut self, log: &RedoLog) {
        let background = self.background.get_or_insert_default();
        background.may_collect = false;
        background.collect_at = SimTime::NEVER;
        // A newcomer that copies pages from here is not to lose the record they are as of.
        if self.members.is_changing() {
            return;
        }
        let floor = background.horizon.floor(background.staged).min(self.scl);
        let group = self.id.group();
        let before = self.pages.collected();
        let gone = if self.is_tail() {
            self.pages.collect_log(floor)
        } else {
            self.pages.count(log, group, self.complete);
            self.pages.collect(log, group, floor)
        };
        let records = log.count_up_to(group, gone.upto) - log.count_up_to(group, before);
        if records > 0 || gone.versions > 0 {
            self.happened(Happening::Collected {
                segment: self.id,
                records,
                versions: gone.versions,
                upto: gone.upto,
            });
        }
    }

    /// Step 8.
    fn scrub(&mut self, now: SimTime) {
        let (pages, damaged) = self.pages.scrub();
        for page in &damaged {
            self.found_damage(*page);
        }
        let damaged = damaged.len() as u32;
        let background = self.background.get_or_insert_default();
        background.scrub_at = SimTime::NEVER;
        background.last_scrub = Some(Scrubbed {
            at: now,
            pages,
            damaged,
        });
        self.happened(Happening::Scrubbed {
            segment: self.id,
            pages,
            damaged,
        });
        if damaged > 0 {
            self.scrub_later(now);
        }
    }

    /// A page version is not what was written: asks a peer for a sound one (S-17).
    pub(super) fn found_damage(&mut self, page: PageId) {
        let Some(at) = self.pages.damaged(page) else {
            return;
        };
        self.happened(Happening::DamageFound {
            segment: self.id,
            page,
        });
        let background = self.background.get_or_insert_default();
        background.asked = background.asked.wrapping_add(1);
        let turn = usize::from(background.asked);
        let fulls = self.members.fulls().without(self.id.copy());
        let peer = fulls.iter().nth(turn % usize::from(fulls.len().max(1)));
        if let Some(peer) = peer {
            let peer = SegmentId::new(self.id.group(), peer);
            self.send(Address::Segment(peer), Message::LackPage { page, at });
        }
    }

    /// A peer's version of a page is damaged: sends it a sound one, if there is one here.
    pub(super) fn help_with_page(&mut self, log: &RedoLog, to: SegmentId, page: PageId, at: Lsn) {
        let at = at.max(self.pages.base());
        if at > self.scl {
            return;
        }
        match self.pages.read(log, page, at) {
            Ok((version, _)) => self.want(Effect::SendPeerPage {
                to,
                page: Arc::clone(version.page(log)),
                checksum: version.checksum(log),
            }),
            Err(Unreadable::Damaged) => self.found_damage(page),
            Err(Unreadable::Collected) => {}
        }
    }

    /// Takes in the sound version of a page that a peer has sent (S-17).
    pub fn handle_peer_page(
        &mut self,
        now: SimTime,
        log: &RedoLog,
        from: SegmentId,
        image: &Arc<page::Page>,
        checksum: u64,
    ) {
        let sound = image.checksum() == checksum && image.lsn() <= self.scl;
        self.pages.count(log, self.id.group(), self.complete);
        if sound && self.pages.repair(log, image, self.scl) {
            self.scrub_later(now);
            self.happened(Happening::PageRepaired {
                segment: self.id,
                page: image.id(),
                from,
            });
            self.plan(now, log);
        }
    }

    /// The disk spoils a page. Nobody notices before the page is read or its turn in scrubbing comes. Returns
    /// whether there is such a page here.
    pub fn damage_page(&mut self, now: SimTime, log: &RedoLog, page: PageId) -> bool {
        debug_assert_eq!(page.0 / PAGES_PER_GROUP, self.id.group().0);
        let scl = self.scl;
        self.pages.count(log, self.id.group(), self.complete);
        let there = self.pages.damage(log, page, scl);
        if there {
            self.scrub_later(now);
            self.plan(now, log);
        }
        there
    }

    /// Begins or ends throttling intake (S-11).
    pub(super) fn throttle(&mut self) {
        let (backlog, max) = (self.backlog(), self.speeds.backlog_records_max);
        let on = if self.throttled {
            backlog > max / FREED_AT_PART
        } else {
            backlog > max && self.background.is_some()
        };
        if on != self.throttled {
            self.throttled = on;
            self.happened(Happening::IntakeThrottled {
                segment: self.id,
                on,
                backlog,
            });
        }
    }

    /// How much longer a batch takes to be written: nothing, or as long as a batch of background work that has its
    /// turn in between (S-11).
    #[inline]
    pub(super) fn throttling(&self) -> SimSpan {
        if self.throttled {
            Pipeline::span(COALESCE_BATCH, self.speeds.coalesced_records_per_second)
        } else {
            SimSpan::ZERO
        }
    }
}
