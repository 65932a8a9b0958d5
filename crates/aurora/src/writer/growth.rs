//! A volume that grows with what is put into it.
//!
//! A volume is a row of protection groups, and more are put behind the last as data grows. Nothing that is
//! there moves: a new row that finds its home full goes to the newest group, and when that is full too, a group is
//! added and the geometry epoch rises (M-14). From then on every message carries the new epoch, so nobody goes on
//! with an old picture of the volume (M-2).
//!
//! Storage always has six empty segments ready, so nobody waits for a group `[choice]`.

use base::{GroupId, PageId};

use super::Writer;
use super::boxcar::Lanes;
use super::horizon::Told;
use super::points::GroupPoints;
use super::space::Space;
use crate::constants::PAGES_PER_GROUP;
use crate::epoch::MembershipEpoch;
use crate::page;
use crate::protocol::{Bytes, Happening};
use crate::redo::RedoLog;

/// Where a row goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Room {
    /// Onto this page, on which its place is kept.
    On(PageId),
    /// First this page must be read: the writer has not seen it since it started.
    Unseen(PageId),
    /// This page must take it and is full, and the volume may not grow.
    Full(PageId),
}

impl Writer {
    /// What it keeps of a group nothing was ever written to, in bytes of memory.
    pub const fn bytes_per_idle_group() -> u32 {
        (size_of::<GroupPoints>()
            + size_of::<Lanes>()
            + size_of::<MembershipEpoch>()
            + size_of::<Told>()
            + Space::bytes_per_idle_group()) as u32
    }

    /// Finds a page for a row and keeps the place, and adds a group if there is none.
    pub(super) fn find_room(&mut self, log: &mut RedoLog, key: &Bytes, value: &[u8]) -> Room {
        let home = self.page_of(log, key);
        if !self.space.knows(home) {
            return Room::Unseen(home);
        }
        // A row that is there stays where it is: who reads at an older point looks for it there.
        if self.groups_max == self.groups_first
            || self.space.holds(home, key)
            || !self.space.fits(key, value)
        {
            return self.room_on(home, key, value);
        }
        if self.space.make_room_for_new(home, key, value) {
            return Room::On(home);
        }
        let mut newest = GroupId(log.groups() - 1);
        if newest.0 >= self.groups_first
            && let Some(room) = self.room_in(newest, home, key, value)
        {
            return room;
        }
        if log.groups() >= self.groups_max {
            return self.room_on(home, key, value);
        }
        newest = self.add_group(log);
        match self.room_in(newest, home, key, value) {
            Some(room) => room,
            None => self.room_on(page::page_in_group(newest, 1), key, value),
        }
    }

    fn room_on(&mut self, page: PageId, key: &Bytes, value: &[u8]) -> Room {
        if self.space.make_room(page, key, value) {
            Room::On(page)
        } else {
            Room::Full(page)
        }
    }

    /// The page of a row; of one that waits for an LSN, the page that was found for it.
    fn page_of(&self, log: &RedoLog, key: &Bytes) -> PageId {
        if log.groups() == self.groups_first {
            return log.page_of_key(key);
        }
        let mut held = self.held.iter();
        let placed = held.find(|held| held.operation.key() == key);
        placed.map_or_else(|| log.page_of_key(key), |held| held.page)
    }

    /// The first page of a group with room for a row, beginning with the place it has at home.
    fn room_in(&mut self, group: GroupId, home: PageId, key: &Bytes, value: &[u8]) -> Option<Room> {
        let first = page::place_in_group(home) as u32 - 1;
        let rows = PAGES_PER_GROUP - 1;
        let mut pages = (0..rows).map(|step| page::page_in_group(group, 1 + (first + step) % rows));
        pages.find_map(|page| {
            if !self.space.knows(page) {
                return Some(Room::Unseen(page));
            }
            let room = self.space.make_room_for_new(page, key, value);
            room.then_some(Room::On(page))
        })
    }

    /// The volume may not grow any more: the metadata service gives no group to a writer it has replaced `[choice]`.
    pub fn stop_growing(&mut self) {
        self.groups_max = self.lanes.len() as u32;
    }

    pub(super) fn add_group(&mut self, log: &mut RedoLog) -> GroupId {
        let group = log.add_group();
        self.points.add_group();
        self.lanes.push(Lanes::default());
        self.horizons.add_group();
        self.space.add_group(group);
        let geometry = self.epochs.add_group();
        self.happened(Happening::GroupAdded { group, geometry });
        group
    }
}

#[cfg(test)]
mod tests {
    use base::{Lsn, RequestId, SimTime};

    use super::*;
    use crate::epoch::GeometryEpoch;
    use crate::protocol::{Effect, Operation, Outcome};
    use crate::writer::WriterConfig;

    /// A volume of one group that may grow, and what is on its pages: 48 rows of 256 bytes each, and room to spare.
    fn volume(groups_max: u32) -> (Writer, RedoLog) {
        let log = RedoLog::new(1, Lsn::ZERO);
        let config = WriterConfig {
            background: true,
            ..WriterConfig::plain(groups_max)
        };
        (Writer::new(config, &log), log)
    }

    fn key(row: u32) -> Bytes {
        Bytes::from(row.to_le_bytes())
    }

    /// Writes a row; returns the group that was added for it, and whether it was turned away.
    fn put(writer: &mut Writer, log: &mut RedoLog, row: u32) -> (Option<GroupId>, bool) {
        let operation = Operation::Put {
            key: key(row),
            value: Bytes::from([7; 244]),
        };
        writer.handle_request(SimTime::ZERO, log, RequestId(row.into()), &operation);
        let (mut added, mut refused) = (None, false);
        while let Some(effect) = writer.poll_effect() {
            match effect {
                Effect::Happened(Happening::GroupAdded { group, geometry }) => {
                    assert_eq!(u32::from(geometry.0), group.number(), "M-14");
                    added = Some(group);
                }
                Effect::Answer {
                    outcome: Outcome::PageFull(_),
                    ..
                } => refused = true,
                _ => {}
            }
        }
        (added, refused)
    }

    const ROWS_PER_GROUP: u32 = (PAGES_PER_GROUP - 1) * 48;

    #[test]
    fn ex_113_two_groups_and_a_half_of_data_make_three_groups() {
        let (mut writer, mut log) = volume(100);
        for row in 0..ROWS_PER_GROUP * 5 / 2 {
            assert!(!put(&mut writer, &mut log, row).1);
        }
        // `ceil(2.5)`, or one more: pages of the first group fill unevenly, for a row's home is drawn by its hash.
        assert!((3..=4).contains(&log.groups()), "{}", log.groups());
        assert_eq!(
            writer.stamp(GroupId(0)).geometry,
            GeometryEpoch(log.groups() as u16)
        );
    }

    #[test]
    fn q_21_no_row_moves_when_the_volume_grows() {
        let (mut writer, mut log) = volume(100);
        let rows = ROWS_PER_GROUP * 2;
        let mut lives_on = Vec::new();
        for row in 0..rows {
            put(&mut writer, &mut log, row);
            lives_on.push(log.page_of_key(&key(row)));
        }
        for row in 0..rows {
            let page = log.page_of_key(&key(row));
            assert_eq!(page, lives_on[row as usize], "row {row}");
        }
        // A text that is cut in the middle has only those who had moved in by then.
        let cut = log.cut_at_or_below(Lsn(log.last().0 / 2));
        let branch = log.branch(cut, cut);
        for row in 0..rows {
            let (page, home) = (
                branch.page_of_key(&key(row)),
                page::page_of_key(&key(row), 1),
            );
            let written_before_the_cut = u64::from(row + 1) * 3 <= cut.0;
            assert!(page == lives_on[row as usize] || !written_before_the_cut && page == home);
        }
    }

    #[test]
    fn q_21_a_volume_that_may_not_grow_turns_the_row_away() {
        let (mut writer, mut log) = volume(2);
        let refused = (0..ROWS_PER_GROUP * 4)
            .filter(|row| put(&mut writer, &mut log, *row).1)
            .count();
        assert_eq!(log.groups(), 2);
        assert!(refused >= ROWS_PER_GROUP as usize);
    }

    #[test]
    fn q_21_a_row_that_no_page_can_hold_adds_no_group() {
        let (mut writer, mut log) = volume(9);
        writer.space = crate::writer::Space::new(100);
        assert_eq!(put(&mut writer, &mut log, 1), (None, true));
        assert_eq!(log.groups(), 1);
    }
}
