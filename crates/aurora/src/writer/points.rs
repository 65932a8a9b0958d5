//! What is durable, found by bookkeeping alone.
//!
//! Each acknowledgement carries its segment's SCL (L-5). From six of them follows how far a *group* is
//! durable: the point that four have reached, its PGCL (L-6). From the groups follows how far the *volume* is:
//! the VCL, the highest LSN such that it and everything before it has its write quorum (L-7).
//!
//! The VCL is **not** the smallest PGCL. A group whose newest record is old has an old PGCL and holds nothing
//! back (L-8). What holds the VCL back is the lowest record above the PGCL of *its own* group (L-9); so the
//! VCL walks up the log one record at a time, looking at each record's group. Every record is passed once, so
//! the walk costs the same however many groups there are.
//!
//! And the VDL is the highest consistency point at or below the VCL (L-11): only there may a reader look and
//! recovery cut.

use base::{CopyId, GroupId, IdVec, Lsn, SegmentId};
use litemap::LiteMap;

use crate::membership::{Membership, PerSlot, Segments};
use crate::quorum::{CopySet, Quorum};
use crate::redo::RedoLog;
use crate::wrong_rule::WrongRule;

/// How far the copies of one group have come, as far as the writer has heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GroupPoints {
    scls: PerSlot<Lsn>,
    pgcl: Lsn,
    /// The copies that get the group's records.
    everyone: CopySet,
    /// The six it began with, all of them full: four of them decide, and nothing else need be looked up.
    ordinary: bool,
}

impl GroupPoints {
    /// Those of a group of which nothing has been heard.
    fn of(members: &Membership) -> GroupPoints {
        GroupPoints {
            scls: PerSlot::default(),
            pgcl: Lsn::ZERO,
            everyone: members.everyone(),
            ordinary: members.is_ordinary(),
        }
    }

    /// The highest SCL heard from a copy.
    pub fn scl(&self, copy: CopyId) -> Lsn {
        self.scls[copy.0 as usize]
    }

    /// The protection group complete LSN (L-6).
    pub fn pgcl(&self) -> Lsn {
        self.pgcl
    }

    /// The copies that get the group's records.
    pub fn everyone(&self) -> CopySet {
        self.everyone
    }

    /// The copies that have confirmed everything up to this record of the group.
    pub fn confirmed(&self, lsn: Lsn) -> CopySet {
        self.everyone
            .iter()
            .filter(|copy| self.scl(*copy) >= lsn)
            .collect()
    }
}

/// Which points have moved, and where to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moves {
    /// The PGCL of the group that was heard from.
    pub pgcl: Option<Lsn>,
    /// The VCL.
    pub vcl: Option<Lsn>,
    /// The VDL.
    pub vdl: Option<Lsn>,
}

/// The writer's bookkeeping for the whole volume.
#[derive(Clone, Debug)]
pub struct Points {
    quorum: Quorum,
    wrong_rule: Option<WrongRule>,
    groups: IdVec<GroupId, GroupPoints>,
    /// Who the members of a group are that has not changed them.
    first: Membership,
    /// Who they are in the groups that have.
    members: LiteMap<GroupId, Membership>,
    vcl: Lsn,
    vdl: Lsn,
}

impl Points {
    /// The points of a volume whose log is empty.
    pub fn new(log: &RedoLog) -> Points {
        Points::under(None, Segments::Full, log)
    }

    /// As [`Points::new`], of copies that keep this, under a rule that is wrong on purpose.
    pub fn under(wrong_rule: Option<WrongRule>, segments: Segments, log: &RedoLog) -> Points {
        let first = Membership::first(segments);
        let nothing = GroupPoints::of(&first);
        let start = log.before_first();
        Points {
            quorum: WrongRule::quorum(wrong_rule),
            wrong_rule,
            groups: (0..log.groups()).map(|_| nothing).collect(),
            first,
            members: LiteMap::new_vec(),
            vcl: start,
            vdl: start,
        }
    }

    /// Knows of another group, of which nothing has been heard.
    pub fn add_group(&mut self) {
        self.groups.push(GroupPoints::of(&self.first));
    }

    /// The points of a volume that is being opened again: all that stands in the log is durable, or will be before
    /// anybody looks.
    pub fn reopened(wrong_rule: Option<WrongRule>, segments: Segments, log: &RedoLog) -> Points {
        Points {
            vcl: log.last(),
            vdl: log.last(),
            ..Points::under(wrong_rule, segments, log)
        }
    }

    /// What is known of one group.
    pub fn group(&self, group: GroupId) -> &GroupPoints {
        &self.groups[group]
    }

    /// The highest SCL heard from a segment.
    #[inline]
    pub fn scl(&self, segment: SegmentId) -> Lsn {
        self.groups[segment.group()].scl(segment.copy())
    }

    /// The volume complete LSN (L-7).
    pub fn vcl(&self) -> Lsn {
        self.vcl
    }

    /// The volume durable LSN (L-11).
    pub fn vdl(&self) -> Lsn {
        self.vdl
    }

    /// Hears a segment's SCL and moves the points it moves. An SCL lower than one heard before is old news.
    pub fn hear(&mut self, log: &RedoLog, segment: SegmentId, scl: Lsn) -> Moves {
        let group = &mut self.groups[segment.group()];
        let heard = &mut group.scls[segment.copy().0 as usize];
        if scl <= *heard {
            return Moves::default();
        }
        *heard = scl;
        if scl <= group.pgcl {
            return Moves::default();
        }
        self.move_points(log, segment.group())
    }

    /// Who the members of a group are, as far as the writer knows.
    pub fn members(&self, group: GroupId) -> &Membership {
        self.members.get(&group).unwrap_or(&self.first)
    }

    /// The members of a group are others from now on; moves the points that move by it. What was durable stays so:
    /// a rule that asks for more than the one before does not take the PGCL back (L-20).
    /// Of those who have `joined` since nothing has been heard yet, whoever had their letters before.
    pub fn set_members(
        &mut self,
        log: &RedoLog,
        id: GroupId,
        members: Membership,
        joined: CopySet,
    ) -> Moves {
        let group = &mut self.groups[id];
        let everyone = members.everyone();
        for copy in CopyId::slots() {
            if joined.contains(copy) || !everyone.contains(copy) {
                group.scls[copy.0 as usize] = Lsn::ZERO;
            }
        }
        group.everyone = everyone;
        group.ordinary = members.is_ordinary();
        self.members.insert(id, members);
        self.move_points(log, id)
    }

    fn move_points(&mut self, log: &RedoLog, id: GroupId) -> Moves {
        let mut moves = Moves::default();
        let group = &self.groups[id];
        let durable = if group.ordinary {
            let six = group.scls.first_chunk().expect("there are eight letters");
            self.quorum.durable_point(*six)
        } else {
            self.members(id).durable_point(self.quorum, &group.scls)
        };
        let group = &mut self.groups[id];
        if durable <= group.pgcl {
            return moves;
        }
        group.pgcl = durable;
        moves.pgcl = Some(durable);
        let (vcl, vdl) = (self.vcl, self.vdl);
        match self.wrong_rule {
            Some(rule @ (WrongRule::VclIsSmallestPgcl | WrongRule::VclIsLargestPgcl)) => {
                self.advance_wrongly(rule, log);
            }
            _ => self.advance(log),
        }
        moves.vcl = (self.vcl > vcl).then_some(self.vcl);
        moves.vdl = (self.vdl > vdl).then_some(self.vdl);
        moves
    }

    fn advance(&mut self, log: &RedoLog) {
        while let Some(record) = log.get(self.vcl.next())
            && self.vcl.next() <= self.groups[record.group()].pgcl
        {
            self.vcl = self.vcl.next();
            if record.ends_mtr {
                self.vdl = self.vcl;
            }
        }
        assert!(self.vdl <= self.vcl && self.vcl <= log.last(), "L-12");
    }

    /// The VCL by a rule of thumb instead of record by record; the VDL follows it as ever.
    #[cold]
    fn advance_wrongly(&mut self, rule: WrongRule, log: &RedoLog) {
        let pgcls = self.groups.iter().map(|(_, group)| group.pgcl);
        let vcl = match rule {
            WrongRule::VclIsSmallestPgcl => pgcls.min(),
            _ => pgcls.max(),
        };
        let vcl = vcl.expect("a volume has a group");
        while self.vcl < vcl {
            self.vcl = self.vcl.next();
            if log.record(self.vcl).ends_mtr {
                self.vdl = self.vcl;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page;
    use crate::redo::Change;

    /// A volume with records `first ..= last`, each in the group and with the CPL mark asked for.
    fn volume(
        groups: u32,
        first: u64,
        last: u64,
        group: fn(u64) -> u32,
        cpl: fn(u64) -> bool,
    ) -> RedoLog {
        let mut log = RedoLog::new(groups, Lsn(first - 1));
        for lsn in first..=last {
            let page = page::page_in_group(GroupId(group(lsn)), 1);
            log.append(
                page,
                Change::PutRow {
                    txn: base::TxnId(1),
                    key: b"k",
                    value: b"v",
                },
                cpl(lsn),
            );
        }
        log
    }

    fn points(log: &RedoLog) -> Points {
        Points::new(log)
    }

    fn hear(points: &mut Points, log: &RedoLog, group: u32, copy: u8, scl: u64) -> Moves {
        points.hear(log, SegmentId::new(GroupId(group), CopyId(copy)), Lsn(scl))
    }

    /// The state of EX-8: odd LSNs in group 1, even ones in group 2; 105 and 106 on three copies each.
    fn figure_3() -> (RedoLog, Points) {
        let log = volume(2, 101, 106, |lsn| u32::from(lsn % 2 == 0), |_| true);
        let mut points = points(&log);
        for (group, scls) in [
            (0, [105, 105, 105, 103, 103, 103]),
            (1, [104, 104, 104, 106, 106, 106]),
        ] {
            for (copy, scl) in scls.into_iter().enumerate() {
                hear(&mut points, &log, group, copy as u8, scl);
            }
        }
        (log, points)
    }

    #[test]
    fn ex_8_the_vcl_is_not_the_smallest_pgcl() {
        let (_, points) = figure_3();
        let pgcl = |group| points.group(GroupId(group)).pgcl();
        assert_eq!((pgcl(0), pgcl(1)), (Lsn(103), Lsn(104)));
        assert_eq!(points.vcl(), Lsn(104));
        assert_ne!(points.vcl(), pgcl(0).min(pgcl(1)));
    }

    #[test]
    fn ex_9_an_outstanding_record_holds_back_what_is_behind_it() {
        let (log, mut points) = figure_3();
        let moves = hear(&mut points, &log, 1, 0, 106);
        assert_eq!(
            moves,
            Moves {
                pgcl: Some(Lsn(106)),
                vcl: None,
                vdl: None
            }
        );
        let moves = hear(&mut points, &log, 0, 3, 105);
        assert_eq!(moves.pgcl, Some(Lsn(105)));
        assert_eq!(moves.vcl, Some(Lsn(106)));
    }

    fn four_copies_reach(points: &mut Points, log: &RedoLog, scl: u64) {
        (0..4).for_each(|copy| {
            hear(points, log, 0, copy, scl);
        });
    }

    #[test]
    fn ex_10_the_vdl_is_the_highest_cpl_at_or_below_the_vcl() {
        let log = volume(
            1,
            900,
            1_100,
            |_| 0,
            |lsn| [900, 1_000, 1_100].contains(&lsn),
        );
        let mut points = points(&log);
        four_copies_reach(&mut points, &log, 1_007);
        assert_eq!((points.vcl(), points.vdl()), (Lsn(1_007), Lsn(1_000)));
    }

    #[test]
    fn ex_11_if_every_record_is_a_cpl_the_two_points_are_one() {
        let log = volume(1, 900, 1_100, |_| 0, |_| true);
        let mut points = points(&log);
        four_copies_reach(&mut points, &log, 1_007);
        assert_eq!((points.vcl(), points.vdl()), (Lsn(1_007), Lsn(1_007)));
    }

    #[test]
    fn ex_12_the_rest_of_the_mini_transaction_arrives() {
        let log = volume(
            1,
            900,
            1_100,
            |_| 0,
            |lsn| [900, 1_000, 1_100].contains(&lsn),
        );
        let mut points = points(&log);
        four_copies_reach(&mut points, &log, 1_007);
        four_copies_reach(&mut points, &log, 1_100);
        assert_eq!((points.vcl(), points.vdl()), (Lsn(1_100), Lsn(1_100)));
    }

    /// EX-9 again, under the two rules of thumb.
    #[test]
    fn l_8_the_rules_of_thumb_stand_where_they_should_not() {
        let (log, honest) = figure_3();
        let vcl = |rule| {
            let mut points = Points::under(Some(rule), Segments::Full, &log);
            for group in [0, 1] {
                for copy in CopyId::all() {
                    let scl = honest.scl(SegmentId::new(GroupId(group), copy));
                    hear(&mut points, &log, group, copy.0, scl.0);
                }
            }
            hear(&mut points, &log, 1, 0, 106);
            (points.vcl(), points.vdl())
        };
        assert_eq!(honest.vcl(), Lsn(104));
        assert_eq!(vcl(WrongRule::VclIsSmallestPgcl), (Lsn(103), Lsn(103)));
        assert_eq!(vcl(WrongRule::VclIsLargestPgcl), (Lsn(106), Lsn(106)));
    }

    #[test]
    fn old_news_moves_nothing() {
        let log = volume(1, 1, 9, |_| 0, |_| true);
        let mut points = points(&log);
        four_copies_reach(&mut points, &log, 9);
        assert_eq!(hear(&mut points, &log, 0, 0, 4), Moves::default());
        assert_eq!(points.group(GroupId(0)).scl(CopyId(0)), Lsn(9));
    }
}
