//! What storage does behind the writer's back: does it serve, stage and collect only what it may?

use base::{GroupId, InstanceId, Lsn, PageId, SLOTS, SegmentId};
use litemap::LiteMap;

use super::Findings;
use super::holdings::Holdings;
use super::readers::Readers;
use super::reads::Reads;
use crate::{Address, Event, Happening, Horizon, Message, VolumeEpoch};

/// From where an event is judged.
#[derive(Clone, Copy, Debug)]
pub(super) struct View<'a> {
    /// The volume epoch of whoever does it.
    pub epoch: VolumeEpoch,
    /// The writer of that epoch.
    pub writer: InstanceId,
    /// What is being read.
    pub reads: &'a Reads,
    /// The read point that is in use because commits are held.
    pub held: Option<Lsn>,
    /// Who else reads.
    pub readers: &'a Readers,
}

#[derive(Clone, Debug)]
pub(super) struct Pipeline {
    /// The VDL of the writer of each epoch.
    vdls: LiteMap<VolumeEpoch, Lsn>,
    /// What the writer of each epoch has told each group's copies.
    told: LiteMap<(VolumeEpoch, GroupId), Horizon>,
    /// What each segment has heard of it: group by group, letter by letter.
    heard: Vec<Horizon>,
    /// What the object store has of each group.
    staged: Vec<Lsn>,
    collected: Vec<Lsn>,
    throttled: LiteMap<SegmentId, ()>,
    /// Pages spoilt on a copy's disk, as far as they are not known to be sound again.
    damaged: LiteMap<(SegmentId, PageId), ()>,
}

impl Pipeline {
    pub fn new(groups: u32) -> Pipeline {
        let (groups, segments) = (groups as usize, groups as usize * usize::from(SLOTS));
        Pipeline {
            vdls: LiteMap::new_vec(),
            told: LiteMap::new_vec(),
            heard: vec![Horizon::default(); segments],
            staged: vec![Lsn::ZERO; groups],
            collected: vec![Lsn::ZERO; segments],
            throttled: LiteMap::new_vec(),
            damaged: LiteMap::new_vec(),
        }
    }

    pub fn add_group(&mut self) {
        self.staged.push(Lsn::ZERO);
        let segments = self.staged.len() * usize::from(SLOTS);
        self.heard.resize(segments, Horizon::default());
        self.collected.resize(segments, Lsn::ZERO);
    }

    /// A letter is given to a newcomer: nothing its predecessor has heard or suffered is true of it.
    pub fn begins_empty(&mut self, segment: SegmentId) {
        self.heard[Self::place(segment)] = Horizon::default();
        self.collected[Self::place(segment)] = Lsn::ZERO;
        self.throttled.remove(&segment);
        self.damaged.retain(|(spoilt, _), ()| *spoilt != segment);
    }

    fn place(segment: SegmentId) -> usize {
        (segment.group().0 * u32::from(SLOTS) + u32::from(segment.copy().0)) as usize
    }

    /// `message` is what was delivered, if the event is a delivery or comes of one.
    pub fn see(
        &mut self,
        event: &Event,
        message: Option<Message>,
        holdings: &Holdings,
        view: View,
        findings: &mut Findings,
    ) {
        match *event {
            Event::Delivered {
                to: Address::Segment(to),
                ..
            } => {
                if let Some(Message::Horizon(horizon)) = message {
                    let heard = &mut self.heard[Self::place(to)];
                    heard.durable = heard.durable.max(horizon.durable);
                    heard.pgmrpl = heard.pgmrpl.max(horizon.pgmrpl);
                    heard.everywhere = heard.everywhere.max(horizon.everywhere);
                }
            }
            Event::PageDamaged { segment, page } => {
                self.damaged.insert((segment, page), ());
            }
            Event::Database(what) => self.happened(what, message, holdings, view, findings),
            _ => {}
        }
    }

    fn happened(
        &mut self,
        what: Happening,
        message: Option<Message>,
        holdings: &Holdings,
        view: View,
        findings: &mut Findings,
    ) {
        match what {
            Happening::VdlMoved { to } => {
                self.vdls.insert(view.epoch, to);
            }
            Happening::RangeDecided { epoch, range, .. } => {
                self.vdls.insert(epoch, range.until);
            }
            Happening::HorizonTold { group, horizon } => {
                self.told(group, horizon, holdings, view, findings);
            }
            Happening::PageBuilt { segment, .. } => {
                let heard = self.heard[Self::place(segment)];
                if let Some(Message::ReadPage { at, .. }) = message
                    && (at < heard.pgmrpl || holdings.scl(segment) < at)
                {
                    let text = format!(
                        "{segment} serves a page at {at}, PGMRPL is {}, its SCL {}",
                        heard.pgmrpl,
                        holdings.scl(segment)
                    );
                    findings.add("INV-11", text);
                }
            }
            Happening::Staged {
                segment,
                records,
                upto,
                ..
            } => self.put(segment, records, upto, holdings, view, findings),
            Happening::Collected {
                segment,
                records,
                upto,
                ..
            } => self.collect(segment, records, upto, holdings, view, findings),
            // A newcomer begins with pages, and without the log they were made of.
            Happening::BaseCopied { segment, at, .. } => self.collected[Self::place(segment)] = at,
            Happening::PageEvicted { page, lsn } => {
                let newest = holdings.newest_on_page(page);
                let vdl = self.vdl(view);
                if lsn > vdl || lsn != newest {
                    let text = format!(
                        "{page:?} leaves the cache at {lsn}; its newest change is {newest}, the VDL {vdl}"
                    );
                    findings.add("R-7", text);
                }
            }
            Happening::DamageFound { segment, page }
                if !self.damaged.contains_key(&(segment, page)) =>
            {
                let text = format!("{segment} finds {page:?} damaged, which nothing has spoilt");
                findings.add("S-8", text);
            }
            Happening::PageRepaired {
                segment,
                page,
                from,
            } => {
                let was = self.damaged.remove(&(segment, page)).is_some();
                if !was || from.group() != segment.group() || from == segment {
                    let text = format!("{segment} repairs {page:?} from {from}");
                    findings.add("S-8", text);
                }
            }
            Happening::IntakeThrottled { segment, on, .. } => {
                let changed = if on {
                    self.throttled.insert(segment, ()).is_none()
                } else {
                    self.throttled.remove(&segment).is_some()
                };
                if !changed {
                    findings.add("S-11", format!("{segment} is throttled twice, or freed"));
                }
            }
            _ => {}
        }
    }

    fn vdl(&self, view: View) -> Lsn {
        self.vdls.get(&view.epoch).copied().unwrap_or_default()
    }

    /// The lowest read point in use.
    fn lowest(&self, view: View) -> Lsn {
        let vdl = self.vdl(view);
        let own = view.reads.lowest(view.writer);
        let theirs = view.readers.lowest_heard(view.writer);
        let all = own.into_iter().chain(theirs).chain(view.held);
        all.fold(vdl, Lsn::min)
    }

    fn told(
        &mut self,
        group: GroupId,
        horizon: Horizon,
        holdings: &Holdings,
        view: View,
        findings: &mut Findings,
    ) {
        let truth = Horizon {
            durable: holdings.newest_up_to(group, self.vdl(view)),
            pgmrpl: holdings.newest_up_to(group, self.lowest(view)),
            ..horizon
        };
        if horizon != truth {
            let text = format!(
                "group {} is told {horizon:?}, it should be {truth:?}",
                group.number()
            );
            findings.add("L-18", text);
        }
        let told = self.told.entry((view.epoch, group)).or_default();
        let before = std::mem::replace(told, horizon);
        if horizon.durable < before.durable || horizon.pgmrpl < before.pgmrpl {
            let text = format!("group {} was told {before:?} before", group.number());
            findings.add("L-20", text);
        }
    }

    fn put(
        &mut self,
        segment: SegmentId,
        records: u32,
        upto: Lsn,
        holdings: &Holdings,
        view: View,
        findings: &mut Findings,
    ) {
        let group = segment.group();
        let before = std::mem::replace(&mut self.staged[group.0 as usize], upto);
        let durable = holdings.newest_up_to(group, self.vdl(view));
        let count = |upto| holdings.count_up_to(group, upto);
        if upto > durable
            || upto > holdings.scl(segment)
            || upto <= before
            || count(upto).wrapping_sub(count(before)) != records
        {
            let text = format!(
                "{segment} stages {records} records up to {upto}; staged is {before}, durable {durable}"
            );
            findings.add("S-6", text);
        }
    }

    fn collect(
        &mut self,
        segment: SegmentId,
        records: u32,
        upto: Lsn,
        holdings: &Holdings,
        view: View,
        findings: &mut Findings,
    ) {
        let group = segment.group();
        let needed = holdings.newest_up_to(group, self.lowest(view));
        let heard = self.heard[Self::place(segment)];
        if upto > needed || upto > heard.pgmrpl {
            let text = format!(
                "{segment} collects up to {upto}; reads still need {needed}, it has heard {}",
                heard.pgmrpl
            );
            findings.add("INV-11", text);
        }
        let staged = self.staged[group.0 as usize];
        if upto > staged {
            let text = format!("{segment} collects up to {upto}, staged is {staged}");
            findings.add("S-16", text);
        }
        let before = std::mem::replace(&mut self.collected[Self::place(segment)], upto);
        let count = |upto| holdings.count_up_to(group, upto);
        if upto < before || count(upto).wrapping_sub(count(before)) != records {
            let text = format!("{segment} collects {records} records from {before} up to {upto}");
            findings.add("S-7", text);
        }
    }
}
