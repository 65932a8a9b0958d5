//! The sets of members that decide, drawn as sets.
//!
//! While nobody is replaced there is one set of six. While one member is, there are two, and a write needs four of each
//! (M-5); while two are, there are four (M-8).

use base::{CopyId, GroupId, Phrase, SegmentId};
use world::{CopySet, World};

use crate::board::{Board, BoardMark, BoardRow};
use crate::{Tone, say};

/// Every set of six of a group that is in force, and how far its members have the group's newest record.
#[inline(never)]
pub fn members_board(world: &World, group: GroupId) -> Board {
    let members = world.members(group);
    let newest = world.log().newest_of(group);
    let within =
        |copy: CopyId| world.is_up(SegmentId::new(group, copy)) && is_within_reach(world, copy);
    let has_newest = |copy: &CopyId| {
        within(*copy) && world.segment(SegmentId::new(group, *copy)).scl() >= newest
    };
    let holders: CopySet = members.everyone().iter().filter(has_newest).collect();
    let needed = world.quorum().write();
    let mut board = Board::new("members-title");
    for set in members.sets() {
        let have = set.and(holders).len();
        let values = Phrase::new("members-have")
            .with("have", have)
            .with("needed", needed);
        let marks = set.iter().map(|copy| BoardMark {
            text: copy.to_string(),
            tone: match (holders.contains(copy), within(copy)) {
                (true, _) => Tone::Good,
                (false, true) => Tone::Waiting,
                (false, false) => Tone::Fault,
            },
        });
        board.rows.push(BoardRow {
            values: vec![values],
            marks: marks.collect(),
            tone: if have >= needed {
                Tone::Good
            } else {
                Tone::Waiting
            },
            ..BoardRow::new(Phrase::new("members-set").with("set", set.to_string()))
        });
    }
    let hydrated = world.hydrated(group);
    for swap in members
        .swaps()
        .filter(|swap| !hydrated.contains(swap.joins))
    {
        let newcomer = world.segment(SegmentId::new(group, swap.joins));
        let (done, of) = newcomer.hydration().map_or((0, 0), |filled| filled.pages());
        board.notes.push(
            Phrase::new("members-newcomer")
                .with("copy", say::letter(swap.joins))
                .with("leaves", say::letter(swap.leaves))
                .with("done", done)
                .with("pages", of),
        );
    }
    let epoch = Phrase::new("members-epoch").with("epoch", members.epoch().0.to_string());
    board.notes.push(epoch);
    board
}

fn is_within_reach(world: &World, copy: CopyId) -> bool {
    world.is_link_open(world::Site::Writer, world::Site::copy(copy))
}
