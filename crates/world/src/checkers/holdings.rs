//! Which records there are, and which copy has made which of them durable.
//!
//! Rebuilt from two kinds of events: a record made, with its links, and a run of records made durable.

use base::{CopyId, GroupId, Lsn, PageId, SLOTS, SegmentId};

use super::Findings;
use super::members::Members;
use crate::{BackLinks, Happening, Run, group_of};

#[derive(Clone, Copy, Debug)]
pub(super) struct Record {
    pub group: u32,
    /// Its place in the chain of its group, from 0.
    pub place: u32,
    pub ends_mtr: bool,
    /// One bit for each copy that has it on disk.
    held_by: u8,
}

/// The records of one group, in order.
#[derive(Clone, Debug, Default)]
struct Chain {
    lsns: Vec<u64>,
    /// How many of them, from the first on without a hole, each copy has on disk.
    reached: [u32; SLOTS as usize],
    /// How many of them, from the first on, have been on a write quorum of disks, by the rule that held then.
    durable: u32,
}

impl Chain {
    fn lsn_before(&self, place: u32) -> u64 {
        place
            .checked_sub(1)
            .map_or(0, |before| self.lsns[before as usize])
    }
}

/// The truth about the log: dense, the first record has LSN 1.
#[derive(Clone, Debug)]
pub(super) struct Holdings {
    records: Vec<Record>,
    chains: Vec<Chain>,
    newest_on_page: Vec<u64>,
    /// Up to here every record of the volume is on a write quorum of its group's disks.
    complete: u64,
}

impl Holdings {
    pub fn new(groups: u32) -> Holdings {
        Holdings {
            records: Vec::new(),
            chains: vec![Chain::default(); groups as usize],
            newest_on_page: Vec::new(),
            complete: 0,
        }
    }

    /// Another group, without records.
    pub fn add_group(&mut self) -> GroupId {
        self.chains.push(Chain::default());
        GroupId(self.chains.len() as u32 - 1)
    }

    /// The newest record's LSN.
    pub fn last(&self) -> Lsn {
        Lsn(self.records.len() as u64)
    }

    pub fn record(&self, lsn: Lsn) -> Option<&Record> {
        self.records.get(lsn.0.checked_sub(1)? as usize)
    }

    /// Up to here every record of the volume is durable on a write quorum.
    pub fn complete(&self) -> Lsn {
        Lsn(self.complete)
    }

    /// How far a copy is complete on its disk.
    pub fn scl(&self, segment: SegmentId) -> Lsn {
        let chain = &self.chains[segment.group().0 as usize];
        Lsn(chain.lsn_before(chain.reached[segment.copy().0 as usize]))
    }

    /// The last record of a group at or below `lsn`.
    pub fn newest_up_to(&self, group: GroupId, lsn: Lsn) -> Lsn {
        let chain = &self.chains[group.0 as usize];
        Lsn(chain.lsn_before(chain.lsns.partition_point(|held| *held <= lsn.0) as u32))
    }

    /// How many records a group has at or below `lsn`.
    pub fn count_up_to(&self, group: GroupId, lsn: Lsn) -> u32 {
        let chain = &self.chains[group.0 as usize];
        chain.lsns.partition_point(|held| *held <= lsn.0) as u32
    }

    /// The newest record of a page; zero if it has none.
    pub fn newest_on_page(&self, page: PageId) -> Lsn {
        let newest = self.newest_on_page.get(page.0 as usize);
        Lsn(newest.copied().unwrap_or_default())
    }

    /// The places of a run in its group's chain, if there are such records.
    pub fn places(&self, run: Run) -> Option<std::ops::Range<u32>> {
        let last = self
            .record(run.last)
            .filter(|record| record.group == run.group.0)?;
        let first = (last.place + 1).checked_sub(run.len)?;
        (run.len > 0).then_some(first..last.place + 1)
    }

    /// A letter is given to a newcomer, who has nothing.
    pub fn begins_empty(&mut self, segment: SegmentId) {
        let Some(chain) = self.chains.get_mut(segment.group().0 as usize) else {
            return;
        };
        chain.reached[segment.copy().0 as usize] = 0;
        for lsn in &chain.lsns {
            self.records[*lsn as usize - 1].held_by &= !(1 << segment.copy().0);
        }
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
        let chain = &mut self.chains[group.0 as usize];
        let places = chain.lsns.partition_point(|lsn| *lsn <= at.0);
        for lsn in &chain.lsns[..places] {
            self.records[*lsn as usize - 1].held_by |= 1 << copy;
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
        let copy = segment.copy().0;
        let chain = &mut self.chains[segment.group().0 as usize];
        let reached = &mut chain.reached[copy as usize];
        while let Some(next) = chain.lsns.get(*reached as usize)
            && self.records[*next as usize - 1].held_by >> copy & 1 == 1
        {
            *reached += 1;
        }
    }

    /// Moves on what is durable in a group, by the rule that holds there now; once durable, a record stays so
    /// whatever rule comes after. And with it what is durable of the whole volume.
    pub fn advance(&mut self, group: GroupId, members: &Members) {
        let rule = members.rule(group);
        if let Some(chain) = self.chains.get_mut(group.0 as usize) {
            while let Some(next) = chain.lsns.get(chain.durable as usize)
                && rule.writes(self.records[*next as usize - 1].held_by)
            {
                chain.durable += 1;
            }
        }
        while let Some(next) = self.records.get(self.complete as usize)
            && next.place < self.chains[next.group as usize].durable
        {
            self.complete += 1;
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
            _ => {}
        }
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
        let Some(chain) = self.chains.get_mut(group.0 as usize) else {
            findings.add("L-16", format!("record {lsn} changes a page of no group"));
            return;
        };
        if self.newest_on_page.len() <= page.0 as usize {
            self.newest_on_page.resize(page.0 as usize + 1, 0);
        }
        let on_page = &mut self.newest_on_page[page.0 as usize];
        let place = chain.lsns.len() as u32;
        let true_links = BackLinks {
            volume: last,
            group: Lsn(chain.lsn_before(place)),
            page: Lsn(*on_page),
        };
        if links != true_links {
            findings.add(
                "L-2",
                format!("record {lsn} links to {links:?}, but before it came {true_links:?}"),
            );
        }
        *on_page = lsn.0;
        chain.lsns.push(lsn.0);
        self.records.push(Record {
            group: group.0,
            place,
            ends_mtr,
            held_by: 0,
        });
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
        let copy = segment.copy().0;
        let chain = &mut self.chains[run.group.0 as usize];
        for place in places {
            self.records[chain.lsns[place as usize] as usize - 1].held_by |= 1 << copy;
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
        for (group, chain) in self.chains.iter().enumerate() {
            let newest = chain.lsn_before(chain.lsns.len() as u32);
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
