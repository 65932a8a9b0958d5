//! The log as the writer knows it, on a ruler.

use base::{GroupId, Lsn, RequestId, TxnId};
use world::{World, WriterStanding};

use crate::Focus;
use crate::groups::shown_groups;
use crate::ring::{is_visitors, subject};

/// A commit that waits, marked where its commit record lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaitingMark {
    /// The LSN of its commit record.
    pub scn: Lsn,
    /// The transaction.
    pub txn: TxnId,
    /// The request it serves.
    pub request: RequestId,
    /// Whether a person at the page waits for it.
    pub is_visitor: bool,
}

/// One record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecordMark {
    /// The record.
    pub lsn: Lsn,
    /// The group it belongs to.
    pub group: GroupId,
    /// Whether it ends its mini-transaction (CPL, L-10).
    pub ends_mtr: bool,
    /// Copies the writer knows to have it.
    pub confirmed: u8,
}

/// A stretch of the log. It moves and widens in steps, so that marks do not tremble.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RulerView {
    /// Whether a writer has the volume open and knows its points: a crash takes them from it (C-1), and until the
    /// recovery is over they are only what they were.
    pub known: bool,
    /// The left end.
    pub from: Lsn,
    /// The right end; the log may not have come that far.
    pub to: Lsn,
    /// Positions to write numbers at.
    pub ticks: Vec<Lsn>,
    /// The volume durable LSN.
    pub vdl: Lsn,
    /// The volume complete LSN.
    pub vcl: Lsn,
    /// The highest LSN handed out.
    pub allocated: Lsn,
    /// The highest that may be handed out now (L-15); mostly far beyond the right end.
    pub limit: Lsn,
    /// The PGCL of each group that is drawn; may lie left of the ruler.
    pub pgcls: Vec<(GroupId, Lsn)>,
    /// Waiting commits, oldest first: the first few and the one the ring shows.
    pub waiting: Vec<WaitingMark>,
    /// Stretches that recoveries have declared void (C-5): behind the first LSN, up to the second.
    pub voids: Vec<(Lsn, Lsn)>,
    /// The records of the stretch, one by one; empty if they are too many to tell apart.
    pub records: Vec<RecordMark>,
}

/// Waiting commits that are marked.
const WAITING_MAX: usize = 24;
/// Records between the ends of the narrowest ruler.
const NARROWEST: u64 = 20;
/// The ruler has so many ticks.
const TICKS: u64 = 5;
/// Records are drawn one by one on rulers up to this width.
const ONE_BY_ONE: u64 = 100;

pub(crate) fn ruler_view(world: &World, focus: Option<Focus>) -> RulerView {
    let (writer, log) = (world.writer(), world.log());
    let points = writer.points();
    let allocated = writer.allocated();
    let tick = tick(allocated.0.saturating_sub(points.vdl().0));
    let to = Lsn((allocated.0 / tick + 1) * tick);
    let from = Lsn(to.0.saturating_sub(tick * TICKS));
    let mut waiting: Vec<WaitingMark> = Vec::new();
    let shown = subject(world)
        .filter(|(_, done)| !done)
        .map(|(ring, _)| ring);
    let firsts = writer.commits().iter().take(WAITING_MAX).copied();
    for commit in firsts.chain(shown) {
        if waiting.iter().all(|mark| mark.scn != commit.scn) {
            waiting.push(WaitingMark {
                scn: commit.scn,
                txn: commit.txn,
                request: commit.request,
                is_visitor: is_visitors(world, commit.request),
            });
        }
    }
    let records = if to.0 - from.0 > ONE_BY_ONE {
        Vec::new()
    } else {
        (from.0..=to.0)
            .filter_map(|lsn| {
                let record = log.get(Lsn(lsn))?;
                let group = record.group();
                Some(RecordMark {
                    lsn: Lsn(lsn),
                    group,
                    ends_mtr: record.ends_mtr,
                    confirmed: points.group(group).confirmed(Lsn(lsn)).len(),
                })
            })
            .collect()
    };
    RulerView {
        known: writer.standing() == WriterStanding::Open,
        from,
        to: Lsn(from.0 + tick * TICKS),
        ticks: (0..=TICKS).map(|n| Lsn(from.0 + n * tick)).collect(),
        vdl: points.vdl(),
        vcl: points.vcl(),
        allocated,
        limit: writer.allocation_limit(),
        pgcls: shown_groups(world, focus)
            .map(|group| (group, points.group(group).pgcl()))
            .collect(),
        waiting,
        voids: voids(world, from),
        records,
    }
}

/// What recoveries have declared void right of an LSN: of those that the shown text comes from.
fn voids(world: &World, from: Lsn) -> Vec<(Lsn, Lsn)> {
    let ranges = world.history().generations().iter().map(|it| it.range);
    let right = ranges.filter(|range| range.until > from);
    right.map(|range| (range.above, range.until)).collect()
}

/// The distance of two ticks: 4, 10, 20, 40, 100 … so that what is not yet durable fits, and a little before it.
fn tick(outstanding: u64) -> u64 {
    let mut decade = 1;
    loop {
        for step in [4, 10, 20] {
            let tick = step * decade;
            if tick * TICKS >= NARROWEST && tick * (TICKS - 2) >= outstanding {
                return tick;
            }
        }
        decade *= 10;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ruler_widens_in_steps() {
        assert_eq!(tick(0), 4);
        assert_eq!(tick(12), 4);
        assert_eq!(tick(13), 10);
        assert_eq!(tick(60), 20);
        assert_eq!(tick(61), 40);
        assert!(tick(10_000_000) * 3 >= 10_000_000);
    }
}
