//! The log of one copy of one group, as a strip of cells.

use base::{Lsn, SegmentId};
use world::{Link, World};

/// Records a tape shows at most: the newest of its group.
pub const TAPE_CELLS: u32 = 16;

/// How one record stands at one copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Durable here, and so is all of the group's log before it: at or below the SCL (L-4).
    Held,
    /// Durable here, beyond a hole.
    HeldBeyondHole,
    /// Taken in, not yet durable (S-1).
    InMemory,
    /// Missing here, while a later record is held here or the group has made this one durable (S-3).
    Hole,
    /// Not here yet.
    Empty,
}

/// One record on a tape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CellView {
    /// The record.
    pub lsn: Lsn,
    /// How it stands here.
    pub state: Cell,
    /// Whether it lies at or below the VDL: the volume will never lose it.
    pub durable: bool,
    /// Whether it ends its mini-transaction (CPL, L-10).
    pub ends_mtr: bool,
}

/// The tape of one copy of one group. All six tapes of a group show the same records, so they line up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TapeView {
    /// Which copy of which group.
    pub segment: SegmentId,
    /// The group's newest records, oldest first; fewer than [`TAPE_CELLS`] while the group has no more.
    pub cells: Vec<CellView>,
    /// The segment complete LSN (L-4).
    pub scl: Lsn,
    /// The mark of the SCL stands behind this many cells (0: at or before the left end).
    pub scl_cells: u8,
    /// Records of the group this copy is not complete with.
    pub behind: u32,
    /// Whether this segment is running.
    pub up: bool,
}

/// The tape of a segment at this moment.
pub(crate) fn tape(world: &World, id: SegmentId) -> TapeView {
    let (log, group, segment) = (world.log(), id.group(), world.segment(id));
    let points = world.writer().points();
    let (vdl, pgcl) = (points.vdl(), points.group(group).pgcl());
    let end = log.records_of(group);
    let start = end.saturating_sub(TAPE_CELLS).max(log.first_place(group));
    let complete = log.count_up_to(group, segment.scl());
    let in_memory: Vec<_> = segment
        .runs_in_memory()
        .map(|run| {
            let behind = log.count_up_to(group, run.last);
            behind.saturating_sub(run.len)..behind
        })
        .collect();
    let mut later_held = false;
    let mut cells: Vec<CellView> = (start..end)
        .rev()
        .map(|place| {
            let Link { lsn, ends_mtr, .. } = *log.link(group, place);
            let state = if place < complete {
                Cell::Held
            } else if world.holds(id, lsn) {
                later_held = true;
                Cell::HeldBeyondHole
            } else if in_memory.iter().any(|places| places.contains(&place)) {
                Cell::InMemory
            } else if later_held || lsn <= pgcl {
                Cell::Hole
            } else {
                Cell::Empty
            };
            CellView {
                lsn,
                state,
                durable: lsn <= vdl,
                ends_mtr,
            }
        })
        .collect();
    cells.reverse();
    TapeView {
        segment: id,
        cells,
        scl: segment.scl(),
        scl_cells: complete.saturating_sub(start) as u8,
        behind: end - complete,
        up: world.is_up(id),
    }
}
