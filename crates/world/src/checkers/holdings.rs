//! Which records there are, and which copy has made which of them durable.
//!
//! Rebuilt from two kinds of events: a record made, with its links, and a run of records made durable. What there is
//! depends on the volume epoch one looks from: [`Holdings::turn_to`] says which.

use base::{CopyId, GroupId, Lsn, PageId, SLOTS, SegmentId};

use super::Findings;
use super::members::Members;
use super::texts::{Record, Records, Texts};
use crate::{BackLinks, Happening, Range, Run, VolumeEpoch, group_of};

/// The truth about the log: dense but for what recoveries declared void; the first record has LSN 1.
#[derive(Clone, Debug)]
pub(super) struct Holdings {
    records: Records,
    texts: Texts,
    /// How many records of its group's chain, from the first on without a hole, each copy has on disk.
    reached: Vec<[u32; SLOTS as usize]>,
    /// The epoch each copy lives in.
    lives_in: Vec<[VolumeEpoch; SLOTS as usize]>,
}

impl Holdings {
    pub fn new(groups: u32) -> Holdings {
        Holdings {
            records: Records::default(),
            texts: Texts::new(groups),
            reached: vec![[0; SLOTS as usize]; groups as usize],
            lives_in: vec![[VolumeEpoch::FIRST; SLOTS as usize]; groups as usize],
        }
    }

    /// Another group, without records, in the text that is looked at.
    pub fn add_group(&mut self) -> GroupId {
        let epoch = self.texts.text().epoch;
        self.reached.push([0; SLOTS as usize]);
        self.lives_in.push([epoch; SLOTS as usize]);
        let text = self.texts.text_mut();
        text.chains.push(Vec::new());
        text.durable.push(0);
        GroupId(text.chains.len() as u32 - 1)
    }

    /// What is asked next is asked about the text of this epoch.
    pub fn turn_to(&mut self, epoch: VolumeEpoch) {
        self.texts.turn_to(epoch);
    }

    /// The highest LSN given out.
    pub fn last(&self) -> Lsn {
        Lsn(self.texts.text().last)
    }

    pub fn last_in(&self, epoch: VolumeEpoch) -> Lsn {
        Lsn(self.texts.of(epoch).last)
    }

    pub fn record(&self, lsn: Lsn) -> Option<&Record> {
        self.records.get(lsn.0)
    }

    /// Up to here every record of the volume is durable on a write quorum.
    pub fn complete(&self) -> Lsn {
        let text = self.texts.text();
        match text.order.get(text.complete) {
            Some(next) => Lsn(next - 1),
            None => Lsn(text.last),
        }
    }

    /// The first record of an epoch's text that is not on a write quorum of its group's disks. What was on one by the
    /// rule that held then, and still is among the members, need not be on newcomers: they do not count before they
    /// have it (M-9, M-13).
    pub fn first_without_quorum(&self, epoch: VolumeEpoch, members: &Members) -> Option<Lsn> {
        let text = self.texts.of(epoch);
        let has_quorum = |lsn: u64| {
            self.records.get(lsn).is_some_and(|record| {
                let rule = members.rule(GroupId(record.group));
                let was_durable = record.place < text.durable[record.group as usize];
                rule.writes(record.held_by) || was_durable && rule.writes_in_six(record.held_by)
            })
        };
        let mut order = text.order.iter();
        order.find(|lsn| !has_quorum(**lsn)).copied().map(Lsn)
    }

    /// How far a copy is complete on its disk.
    pub fn scl(&self, segment: SegmentId) -> Lsn {
        let (group, copy) = (segment.group().0 as usize, segment.copy().0 as usize);
        let text = self.texts.of(self.lives_in[group][copy]);
        let reached = self.reached[group][copy].checked_sub(1);
        Lsn(reached.map_or(0, |last| text.chains[group][last as usize]))
    }

    /// The last record of a group at or below `lsn`.
    pub fn newest_up_to(&self, group: GroupId, lsn: Lsn) -> Lsn {
        self.texts.text().newest_up_to(group, lsn)
    }

    pub fn newest_in(&self, epoch: VolumeEpoch, group: GroupId, lsn: Lsn) -> Lsn {
        self.texts.of(epoch).newest_up_to(group, lsn)
    }

    /// The record of a group that follows `lsn`.
    pub fn next_in(&self, epoch: VolumeEpoch, group: GroupId, lsn: Lsn) -> Option<Lsn> {
        self.texts.of(epoch).next_in(group, lsn)
    }

    /// The last point at or below `lsn` where the log may be cut (L-10).
    pub fn cut_in(&self, epoch: VolumeEpoch, lsn: Lsn) -> Lsn {
        self.texts.of(epoch).cut_at_or_below(lsn, &self.records)
    }

    /// What a copy can have of its group's log up to `lsn`: all but what has been declared void in its text.
    pub fn as_seen_by(&self, segment: SegmentId, lsn: Lsn) -> Lsn {
        let group = segment.group();
        let epoch = self.lives_in[group.0 as usize][usize::from(segment.copy().0)];
        let mut lsn = lsn;
        while let Some(range) = self.void_in(epoch, lsn) {
            lsn = self.newest_in(epoch, group, range.above);
        }
        lsn
    }

    pub fn shared(&self, one: VolumeEpoch, other: VolumeEpoch) -> Lsn {
        self.texts.shared(one, other)
    }

    pub fn void_in(&self, epoch: VolumeEpoch, lsn: Lsn) -> Option<Range> {
        self.texts.void_in(epoch, lsn)
    }

    /// Everything that was declared void on the way to an epoch.
    pub fn voids(&self, epoch: VolumeEpoch) -> &[Range] {
        self.texts.voids(epoch)
    }

    pub fn opened_over(&self, epoch: VolumeEpoch, lsn: Lsn) -> Option<Range> {
        self.texts.opened_over(epoch, lsn)
    }

    /// A recovery has decided what stays.
    pub fn begin(&mut self, epoch: VolumeEpoch, parent: VolumeEpoch, range: Range) {
        self.texts.begin(epoch, parent, range, &self.records);
    }

    /// How many records a group has at or below `lsn`.
    pub fn count_up_to(&self, group: GroupId, lsn: Lsn) -> u32 {
        let chain = &self.texts.text().chains[group.0 as usize];
        chain.partition_point(|held| *held <= lsn.0) as u32
    }

    /// The newest record of a page; zero if it has none.
    pub fn newest_on_page(&self, page: PageId) -> Lsn {
        Lsn(self.newest_on(page))
    }

    /// The places of a run in its group's chain, if there are such records.
    pub fn places(&self, run: Run) -> Option<std::ops::Range<u32>> {
        let last = self
            .record(run.last)
            .filter(|record| record.group == run.group.0)?;
        let chain = self.texts.text().chains.get(run.group.0 as usize)?;
        let first = (last.place + 1).checked_sub(run.len)?;
        let stands_there = chain.get(last.place as usize) == Some(&run.last.0);
        (run.len > 0 && stands_there).then_some(first..last.place + 1)
    }

    /// A letter is given to a newcomer, who lives in this epoch and has nothing.
    pub fn begins_empty(&mut self, segment: SegmentId, epoch: VolumeEpoch) {
        let (group, copy) = (segment.group().0 as usize, segment.copy().0 as usize);
        if group >= self.reached.len() {
            return;
        }
        let chain = &self.texts.of(self.lives_in[group][copy]).chains[group];
        for lsn in chain {
            if let Some(record) = self.records.get_mut(*lsn) {
                record.held_by &= !(1 << copy);
            }
        }
        self.reached[group][copy] = 0;
        self.lives_in[group][copy] = epoch;
    }

    /// A newcomer has pages as of record `at`, which stand for all records up to there (M-26).
    fn base_copied(&mut self, segment: SegmentId, at: Lsn, scl: Lsn, findings: &mut Findings) {
        let (group, copy) = (segment.group(), segment.copy().0);
        let had_by_peer = CopyId::slots()
            .filter(|peer| *peer != segment.copy())
            .any(|peer| self.scl(SegmentId::new(group, peer)) >= at);
        if !had_by_peer && at > Lsn::ZERO {
            findings.add(
                "M-26",
                format!("{segment} has a base as of {at}, where nobody is"),
            );
        }
        let chain = &self.texts.text().chains[group.0 as usize];
        let places = chain.partition_point(|lsn| *lsn <= at.0);
        for lsn in &chain[..places] {
            if let Some(record) = self.records.get_mut(*lsn) {
                record.held_by |= 1 << copy;
            }
        }
        self.carry_on(segment);
        if scl != self.scl(segment) {
            let now = self.scl(segment);
            findings.add(
                "L-4",
                format!("{segment} says it is complete to {scl}, it is to {now}"),
            );
        }
    }

    /// Moves a copy's end on over what it has.
    fn carry_on(&mut self, segment: SegmentId) {
        let (group, copy) = (segment.group().0 as usize, segment.copy().0 as usize);
        let chain = &self.texts.of(self.lives_in[group][copy]).chains[group];
        let records = &self.records;
        let holds = |lsn: u64| {
            let record = records.get(lsn);
            record.is_some_and(|record| record.held_by >> copy & 1 == 1)
        };
        let reached = &mut self.reached[group][copy];
        while let Some(next) = chain.get(*reached as usize)
            && holds(*next)
        {
            *reached += 1;
        }
    }

    /// Moves on what is durable in a group, by the rule that holds there now; once durable, a record stays so
    /// whatever rule comes after. And with it what is durable of the whole volume.
    pub fn advance(&mut self, group: GroupId, members: &Members) {
        let Holdings { records, texts, .. } = self;
        let text = texts.text_mut();
        let holds = |lsn: u64, group: GroupId| {
            let record = records.get(lsn);
            record.is_some_and(|record| members.rule(group).writes(record.held_by))
        };
        let place = group.0 as usize;
        if let (Some(chain), Some(durable)) = (text.chains.get(place), text.durable.get_mut(place))
        {
            while let Some(next) = chain.get(*durable as usize)
                && holds(*next, group)
            {
                *durable += 1;
            }
        }
        while let Some(next) = text.order.get(text.complete)
            && let Some(record) = records.get(*next)
            // What its copies were given in another text may have made it durable here as well.
            && (record.place < text.durable[record.group as usize]
                || holds(*next, GroupId(record.group)))
        {
            text.complete += 1;
        }
    }

    pub fn see(&mut self, what: Happening, members: &Members, findings: &mut Findings) {
        match what {
            Happening::RecordMade {
                lsn,
                page,
                links,
                ends_mtr,
            } => {
                self.made(lsn, page, links, ends_mtr, findings);
            }
            Happening::Persisted { segment, run, scl } => {
                self.persisted(segment, run, scl, findings);
                self.advance(segment.group(), members);
            }
            Happening::BaseCopied { segment, at, scl } => {
                self.base_copied(segment, at, scl, findings);
                self.advance(segment.group(), members);
            }
            Happening::EpochLearnt { segment, knows } => {
                self.enter(segment, knows.volume);
                self.advance(segment.group(), members);
            }
            Happening::EpochRaised {
                segment,
                epoch,
                scl,
            } => {
                self.enter(segment, epoch);
                self.advance(segment.group(), members);
                let held = self.scl(segment);
                if scl != held {
                    let text = format!("{segment} is complete to {held} in {epoch:?}, not {scl}");
                    findings.add("L-5", text);
                }
            }
            Happening::VolumeOpened { epoch, .. } => self.texts.open(epoch),
            _ => {}
        }
    }

    /// A copy enters an epoch: what it has beyond where the texts part is gone (C-8).
    fn enter(&mut self, segment: SegmentId, epoch: VolumeEpoch) {
        let (group, copy) = (segment.group().0 as usize, segment.copy().0 as usize);
        let before = self.lives_in[group][copy];
        if epoch <= before {
            return;
        }
        let shared = self.texts.shared(before, epoch);
        let chain = &self.texts.of(before).chains[group];
        let kept = chain.partition_point(|lsn| *lsn <= shared.0);
        for lsn in &chain[kept..] {
            if let Some(record) = self.records.get_mut(*lsn) {
                record.held_by &= !(1 << copy);
            }
        }
        let reached = &mut self.reached[group][copy];
        *reached = (*reached).min(kept as u32);
        self.lives_in[group][copy] = epoch;
    }

    fn made(
        &mut self,
        lsn: Lsn,
        page: PageId,
        links: BackLinks,
        ends_mtr: bool,
        findings: &mut Findings,
    ) {
        let (last, group) = (self.last(), group_of(page));
        if lsn != last.next() {
            findings.add("L-1", format!("record {lsn} follows {last}"));
            return;
        }
        let before = self.texts.text().order.last().copied().unwrap_or_default();
        let on_page = self.newest_on(page);
        let text = self.texts.text_mut();
        let Some(chain) = text.chains.get_mut(group.0 as usize) else {
            findings.add("L-16", format!("record {lsn} changes a page of no group"));
            return;
        };
        let place = chain.len() as u32;
        let true_links = BackLinks {
            volume: Lsn(before),
            group: Lsn(chain.last().copied().unwrap_or_default()),
            page: Lsn(on_page),
        };
        if links != true_links {
            findings.add(
                "L-2",
                format!("record {lsn} links to {links:?}, but before it came {true_links:?}"),
            );
        }
        chain.push(lsn.0);
        text.order.push(lsn.0);
        text.last = lsn.0;
        text.note_newest(page, lsn);
        let record = Record {
            group: group.0,
            place,
            page,
            ends_mtr,
            held_by: 0,
        };
        self.records.add(lsn.0, record);
    }

    /// The newest record of a page in the text that is looked at.
    fn newest_on(&self, page: PageId) -> u64 {
        let text = self.texts.text();
        let noted = text.newest_on_page.get(page.0 as usize).copied();
        if let Some(noted) = noted.filter(|noted| *noted > 0) {
            return noted;
        }
        // Since the last cut nobody has written to it: looks for what is left of it.
        let chain = text.chains.get(group_of(page).0 as usize);
        let mut chain = chain.into_iter().flatten().rev();
        let newest = chain.find(|lsn| {
            let record = self.records.get(**lsn);
            record.is_some_and(|record| record.page == page)
        });
        newest.copied().unwrap_or_default()
    }

    fn persisted(&mut self, segment: SegmentId, run: Run, scl: Lsn, findings: &mut Findings) {
        let Some(places) = self.places(run).filter(|_| run.group == segment.group()) else {
            findings.add(
                "L-16",
                format!("{segment} keeps {run:?}, which is no run of its group"),
            );
            return;
        };
        let before = self.scl(segment);
        let (group, copy) = (run.group.0 as usize, segment.copy().0 as usize);
        let chain = &self.texts.text().chains[group];
        for place in places {
            if let Some(record) = self.records.get_mut(chain[place as usize]) {
                record.held_by |= 1 << copy;
            }
        }
        self.carry_on(segment);
        let now = self.scl(segment);
        match scl.cmp(&now) {
            std::cmp::Ordering::Greater => findings.add(
                "INV-5",
                format!("{segment} says it is complete to {scl}, but has a hole after {now}"),
            ),
            std::cmp::Ordering::Less => {
                findings.add(
                    "L-4",
                    format!("{segment} says it is complete to {scl}, but has all up to {now}"),
                );
            }
            std::cmp::Ordering::Equal => {
                debug_assert!(before <= now, "what is on disk stays there")
            }
        }
    }

    pub fn rest(&self, members: &Members, findings: &mut Findings) {
        let text = self.texts.newest_opened();
        for (group, chain) in text.chains.iter().enumerate() {
            let newest = chain.last().copied().unwrap_or_default();
            let group = GroupId(group as u32);
            for copy in members.everyone(group) {
                let segment = SegmentId::new(group, copy);
                let scl = self.scl(segment);
                if scl.0 != newest {
                    findings.add(
                        "REST",
                        format!(
                            "{segment} is complete to {scl} only, its group reaches to {newest}"
                        ),
                    );
                }
            }
        }
    }
}
