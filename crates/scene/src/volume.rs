//! The volume as a map: every protection group as one cell, thousands of them.
//!
//! A cell says what a group can do, how much of its log is not durable yet, and when it was written to last. Whoever
//! draws the map keeps a [`VolumeMap`] from one frame to the next and lets it [follow](VolumeMap::follow) the run: it
//! reads what the journal has got since, and looks only at the groups that are named there. So a frame costs what has
//! happened, not how large the volume is. Only after a jump in time all cells are made anew.

use base::{EventId, GroupId, SimSpan, SimTime};
use world::{Ability, CopySet, Event, Happening, World, group_of};

use crate::groups::within_reach;

/// A group that was written to glows for so long, in simulated time `[choice]`.
const GLOW: SimSpan = SimSpan::from_millis(400);
/// Events that are read one by one; after a longer stretch the cells are made anew `[choice]`.
const READ_MAX: u64 = 50_000;

/// One protection group on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VolumeCell {
    /// What it can do now.
    pub ability: Ability,
    /// Records of its log above its PGCL: written and not durable yet, at most 65,535.
    pub lag: u16,
    /// When something was written to it last, as far as is known.
    pub touched: Option<SimTime>,
}

impl VolumeCell {
    /// How strongly it glows: 255 when it has just been written to, 0 when that was long ago.
    pub fn heat(self, now: SimTime) -> u8 {
        let Some(touched) = self.touched else {
            return 0;
        };
        let age = now.micros().saturating_sub(touched.micros());
        let left = GLOW.micros().saturating_sub(age);
        (left * 255 / GLOW.micros()) as u8
    }
}

/// All groups of a volume, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VolumeMap {
    cells: Vec<VolumeCell>,
    /// The next event to read.
    next: EventId,
    /// The moment that was reached, to notice a jump back.
    now: SimTime,
}

impl VolumeMap {
    /// The cells, the first group first.
    pub fn cells(&self) -> &[VolumeCell] {
        &self.cells
    }

    /// Brings the map up to date. Returns whether any cell has changed, glow aside.
    pub fn follow(&mut self, world: &World) -> bool {
        let journal = world.journal();
        let (next, oldest) = (journal.next_id(), journal.oldest_id());
        let went_back = next < self.next || world.now() < self.now;
        let too_far = next.0.saturating_sub(self.next.0) > READ_MAX || oldest > self.next;
        if self.cells.is_empty() || went_back || too_far {
            self.make_anew(world);
            return true;
        }
        if next == self.next {
            self.now = world.now();
            return false;
        }
        let before = self.cells.len();
        self.cells.resize(world.groups().len(), VolumeCell::NEW);
        let changed = before < self.cells.len() || self.read(world, self.next);
        (self.next, self.now) = (next, world.now());
        changed
    }

    /// Reads the journal from an event on. Returns whether anything was about a group.
    fn read(&mut self, world: &World, from: EventId) -> bool {
        let mut changed = false;
        for (_, entry) in world.journal().since(from) {
            let (group, writes) = match entry.event {
                Event::Database(Happening::RecordMade { page, .. }) => (group_of(page), true),
                Event::Database(Happening::PgclMoved { group, .. }) => (group, false),
                Event::AbilityChanged { group, ability, .. } => {
                    if let Some(cell) = self.cells.get_mut(group.0 as usize) {
                        cell.ability = ability;
                    }
                    changed = true;
                    continue;
                }
                _ => continue,
            };
            changed = true;
            if let Some(cell) = self.cells.get_mut(group.0 as usize) {
                cell.lag = lag(world, group);
                if writes {
                    cell.touched = Some(entry.at);
                }
            }
        }
        changed
    }

    fn make_anew(&mut self, world: &World) {
        let reach = within_reach(world);
        let ability = world.quorum().ability(reach);
        self.cells.clear();
        self.cells.extend(world.groups().map(|group| VolumeCell {
            ability,
            lag: lag(world, group),
            touched: None,
        }));
        let mut stopped = world.stopped().peekable();
        while let Some(first) = stopped.next() {
            let group = first.group();
            let mut up: CopySet = reach.without(first.copy());
            while let Some(next) = stopped.next_if(|next| next.group() == group) {
                up = up.without(next.copy());
            }
            if let Some(cell) = self.cells.get_mut(group.0 as usize) {
                cell.ability = world.quorum().ability(up);
            }
        }
        let next = world.journal().next_id();
        let from = EventId(next.0.saturating_sub(READ_MAX));
        self.read(world, from);
        (self.next, self.now) = (next, world.now());
    }
}

impl VolumeCell {
    /// A group that has just been added; what happened to it is read from the journal.
    const NEW: VolumeCell = VolumeCell {
        ability: Ability::ReadWrite,
        lag: 0,
        touched: None,
    };
}

/// Records of a group above its PGCL.
fn lag(world: &World, group: GroupId) -> u16 {
    let (log, points) = (world.log(), world.writer().points());
    if points.group(group).pgcl() == log.newest_of(group) {
        return 0;
    }
    let durable = log.count_up_to(group, points.group(group).pgcl());
    u16::try_from(log.records_of(group) - durable).unwrap_or(u16::MAX)
}
