//! The writer's bookkeeping, done over again: PGCL, VCL, VDL, and the commits they release.
//!
//! Every move is not only checked but *expected*: once the SCL is heard that moves a point, the move must be
//! the next event, with exactly the number found here.

use std::collections::VecDeque;

use base::{CopyId, GroupId, Lsn, RequestId, SLOTS, SegmentId, TxnId};

use super::Findings;
use super::holdings::Holdings;
use super::members::Members;
use crate::{CopySet, Event, Happening, Message};

/// What must come next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Expected {
    Nothing,
    Pgcl(GroupId, Lsn),
    Vcl(Lsn),
    Vdl(Lsn),
    Commit(Lsn),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Queued {
    scn: Lsn,
    txn: TxnId,
    request: RequestId,
}

#[derive(Clone, Debug)]
pub(super) struct Bookkeeping {
    /// It is decided where it begins.
    has_begun: bool,
    lal: u64,
    heard: Vec<[Lsn; SLOTS as usize]>,
    pgcls: Vec<Lsn>,
    vcl: Lsn,
    vdl: Lsn,
    queue: VecDeque<Queued>,
    acknowledged: Lsn,
    expected: Expected,
    /// Durable commits wait for another Region (G-51), from when the VDL stood here.
    held: Option<Lsn>,
}

impl Bookkeeping {
    /// Begins with all of the log up to `start` durable, if it is known where it begins.
    pub fn new(groups: u32, lal: u64, start: Option<Lsn>) -> Bookkeeping {
        let has_begun = start.is_some();
        let start = start.unwrap_or_default();
        Bookkeeping {
            has_begun,
            lal,
            heard: vec![[Lsn::ZERO; SLOTS as usize]; groups as usize],
            pgcls: vec![Lsn::ZERO; groups as usize],
            vcl: start,
            vdl: start,
            queue: VecDeque::new(),
            acknowledged: Lsn::ZERO,
            expected: Expected::Nothing,
            held: None,
        }
    }

    /// Durable commits wait for another Region from now on, or do so no more; then those that waited come (G-52).
    pub fn hold(&mut self, held: bool) {
        self.held = held.then_some(self.vdl);
        self.expect_commit();
    }

    /// Another group, of which nothing has been heard.
    pub fn add_group(&mut self) {
        self.heard.push([Lsn::ZERO; SLOTS as usize]);
        self.pgcls.push(Lsn::ZERO);
    }

    pub fn vdl(&self) -> Lsn {
        self.vdl
    }

    /// Where reads begin: as long as commits are held nobody sees what has not been acknowledged.
    pub fn read_point(&self) -> Lsn {
        self.held.unwrap_or(self.vdl)
    }

    /// The read point that is in use because commits are held.
    pub fn held(&self) -> Option<Lsn> {
        self.held.filter(|_| self.has_begun)
    }

    /// The highest SCL the writer has heard from a copy.
    pub fn heard(&self, segment: SegmentId) -> Lsn {
        self.heard[segment.group().0 as usize][segment.copy().0 as usize]
    }

    /// How far a group is durable, as the writer claims.
    pub fn pgcl(&self, group: GroupId) -> Lsn {
        let pgcl = self.pgcls.get(group.0 as usize);
        pgcl.copied().unwrap_or_default()
    }

    /// The writer goes by other members from now on: it has heard nothing from those who join, and what it has heard
    /// from those who leave counts no more. A stricter rule does not take the PGCL back (L-20).
    pub fn members_changed(&mut self, group: GroupId, joined: CopySet, members: &Members) {
        let after = members.of_writer(group).everyone();
        let heard = &mut self.heard[group.0 as usize];
        for copy in CopyId::slots() {
            if joined.contains(copy) || !after.contains(copy) {
                heard[usize::from(copy.0)] = Lsn::ZERO;
            }
        }
        let durable = members.rule(group).durable(heard);
        if durable > self.pgcls[group.0 as usize] {
            self.expected = Expected::Pgcl(group, durable);
        }
    }

    /// Looks whether what was expected has come. Answers may stand between acknowledgements.
    pub fn before(&mut self, event: &Event, findings: &mut Findings) {
        let missing = match (self.expected, event) {
            (Expected::Nothing, _)
            | (Expected::Pgcl(..), Event::Database(Happening::PgclMoved { .. }))
            | (Expected::Vcl(_), Event::Database(Happening::VclMoved { .. }))
            | (Expected::Vdl(_), Event::Database(Happening::VdlMoved { .. }))
            | (Expected::Commit(_), Event::Database(Happening::CommitAcknowledged { .. }))
            | (
                Expected::Commit(_),
                Event::Sent {
                    message: Message::Answer(_),
                    ..
                },
            ) => return,
            (Expected::Pgcl(group, to), _) => (
                "INV-4",
                format!(
                    "the PGCL of group {} should have moved to {to}",
                    group.number()
                ),
            ),
            (Expected::Vcl(to), _) => ("L-7", format!("the VCL should have moved to {to}")),
            (Expected::Vdl(to), _) => ("L-11", format!("the VDL should have moved to {to}")),
            (Expected::Commit(scn), _) => (
                "W-10",
                format!(
                    "commit {scn} should have been acknowledged, the VCL stands at {}",
                    self.vcl
                ),
            ),
        };
        findings.add(missing.0, missing.1);
        self.expected = Expected::Nothing;
    }

    pub fn see(
        &mut self,
        what: Happening,
        members: &Members,
        holdings: &Holdings,
        findings: &mut Findings,
    ) {
        match what {
            Happening::RecordMade { .. } => self.check_order(holdings, findings),
            Happening::CommitQueued { txn, scn, request } => {
                if !holdings.record(scn).is_some_and(|record| record.ends_mtr) {
                    findings.add("W-9", format!("the commit record {scn} is no CPL"));
                }
                if self.queue.back().is_some_and(|last| last.scn >= scn) {
                    findings.add("L-19", format!("SCN {scn} does not rise"));
                }
                self.queue.push_back(Queued { scn, txn, request });
            }
            Happening::SclHeard { segment, scl } => self.scl_heard(segment, scl, members, findings),
            Happening::PgclMoved { group, to } => {
                self.pgcl_moved(group, to, members, holdings, findings);
            }
            Happening::VclMoved { to } => self.vcl_moved(to, holdings, findings),
            Happening::VdlMoved { to } => self.vdl_moved(to, holdings, findings),
            Happening::CommitAcknowledged { txn, scn, request } => {
                self.acknowledged(Queued { scn, txn, request }, holdings, findings);
            }
            _ => {}
        }
    }

    /// INV-2.
    fn check_order(&self, holdings: &Holdings, findings: &mut Findings) {
        let (vdl, vcl, last) = (self.vdl, self.vcl, holdings.last());
        if !(vdl <= vcl && vcl <= last && last <= vdl.plus(self.lal)) {
            findings.add(
                "INV-2",
                format!("VDL {vdl}, VCL {vcl}, allocated {last}, LAL {}", self.lal),
            );
        }
    }

    fn scl_heard(
        &mut self,
        segment: SegmentId,
        scl: Lsn,
        members: &Members,
        findings: &mut Findings,
    ) {
        let group = segment.group();
        let heard = &mut self.heard[group.0 as usize];
        let before = &mut heard[segment.copy().0 as usize];
        if scl <= *before {
            findings.add(
                "L-20",
                format!("the SCL of {segment} moves from {before} to {scl}"),
            );
        }
        *before = scl;
        let fourth = members.rule(group).durable(heard);
        if fourth > self.pgcls[group.0 as usize] {
            self.expected = Expected::Pgcl(group, fourth);
        }
    }

    fn pgcl_moved(
        &mut self,
        group: GroupId,
        to: Lsn,
        members: &Members,
        holdings: &Holdings,
        findings: &mut Findings,
    ) {
        self.expected = Expected::Nothing;
        let fourth = members.rule(group).durable(&self.heard[group.0 as usize]);
        if to != fourth {
            let text = format!(
                "the PGCL of group {} moves to {to}, its write quorum reaches {fourth}",
                group.number()
            );
            findings.add("INV-4", text);
        }
        let pgcl = &mut self.pgcls[group.0 as usize];
        if to <= *pgcl {
            findings.add(
                "L-20",
                format!(
                    "the PGCL of group {} moves from {pgcl} to {to}",
                    group.number()
                ),
            );
        }
        *pgcl = to;
        let vcl = self.vcl_by_rule(holdings);
        if vcl > self.vcl {
            self.expected = Expected::Vcl(vcl);
        }
    }

    /// The lowest record above the PGCL of its own group holds the VCL back (L-9).
    fn vcl_by_rule(&self, holdings: &Holdings) -> Lsn {
        let mut vcl = self.vcl;
        while let Some(next) = holdings.record(vcl.next())
            && vcl.next() <= self.pgcls[next.group as usize]
        {
            vcl = vcl.next();
        }
        vcl
    }

    fn vcl_moved(&mut self, to: Lsn, holdings: &Holdings, findings: &mut Findings) {
        let by_rule = match self.expected {
            Expected::Vcl(by_rule) => by_rule,
            _ => self.vcl_by_rule(holdings),
        };
        self.expected = Expected::Nothing;
        if to != by_rule {
            findings.add(
                "L-7",
                format!("the VCL moves to {to}, the PGCLs allow {by_rule}"),
            );
        }
        if to <= self.vcl {
            findings.add("L-20", format!("the VCL moves from {} to {to}", self.vcl));
        }
        // The highest CPL at or below the new VCL (L-11), looked for from above.
        let mut cpl = to;
        while cpl > self.vdl && !holdings.record(cpl).is_some_and(|record| record.ends_mtr) {
            cpl = cpl.previous();
        }
        self.vcl = to;
        self.check_order(holdings, findings);
        if cpl > self.vdl {
            self.expected = Expected::Vdl(cpl);
        } else {
            self.expect_commit();
        }
    }

    fn vdl_moved(&mut self, to: Lsn, holdings: &Holdings, findings: &mut Findings) {
        if self.expected != Expected::Vdl(to) {
            findings.add(
                "L-11",
                format!("the VDL moves to {to} unexpectedly ({:?})", self.expected),
            );
        }
        if !holdings.record(to).is_some_and(|record| record.ends_mtr) {
            findings.add("INV-3", format!("the VDL moves to {to}, which is no CPL"));
        }
        if to <= self.vdl {
            findings.add("L-20", format!("the VDL moves from {} to {to}", self.vdl));
        }
        self.vdl = to;
        self.check_order(holdings, findings);
        self.expect_commit();
    }

    fn expect_commit(&mut self) {
        self.expected = match self.queue.front() {
            Some(first) if first.scn <= self.vcl && self.held.is_none() => {
                Expected::Commit(first.scn)
            }
            _ => Expected::Nothing,
        };
    }

    fn acknowledged(&mut self, done: Queued, holdings: &Holdings, findings: &mut Findings) {
        let Queued { scn, .. } = done;
        if self.queue.front() == Some(&done) {
            self.queue.pop_front();
        } else {
            let front = self.queue.front().map(|first| first.scn);
            findings.add(
                "W-12",
                format!("commit {scn} is acknowledged while {front:?} is the oldest that waits"),
            );
            self.queue.retain(|waiting| *waiting != done);
        }
        if self.held.is_some() {
            let text = format!("commit {scn} is acknowledged, but commits are held");
            findings.add("G-51", text);
        }
        if scn <= self.acknowledged {
            findings.add(
                "W-12",
                format!("commit {scn} is acknowledged after {}", self.acknowledged),
            );
        }
        if scn > self.vcl {
            findings.add(
                "W-8",
                format!(
                    "commit {scn} is acknowledged, but the VCL stands at {}",
                    self.vcl
                ),
            );
        }
        if scn > holdings.complete() {
            let text = format!(
                "commit {scn} is acknowledged, but {} is not on a write quorum of disks",
                holdings.complete().next()
            );
            findings.add("INV-1", text);
        }
        self.acknowledged = self.acknowledged.max(scn);
        self.expect_commit();
    }

    pub fn rest(&self, findings: &mut Findings) {
        if let Some(first) = self.queue.front() {
            findings.add(
                "REST",
                format!(
                    "{} commits wait, the first is {}",
                    self.queue.len(),
                    first.scn
                ),
            );
        }
    }
}
