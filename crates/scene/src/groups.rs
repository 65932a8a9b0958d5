//! Protection groups: which are drawn, and what each can do.
//!
//! A volume may have thousands of groups. A cluster stage has room for the tapes of two, so only
//! [`GROUPS_SHOWN`] groups are drawn: those of the page of groups that holds the focused one, else the first.
//! All others are counted, not listed, and counting looks only at the groups that have a stopped copy, so a
//! large volume costs no more than a small one.

use std::ops::Range;

use base::{CopyId, GroupId, Lsn};
use world::{Ability, CopySet, Site, World};

use crate::Focus;

/// Groups whose tapes are drawn at once.
pub const GROUPS_SHOWN: u32 = 2;

/// One protection group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GroupView {
    /// Which.
    pub group: GroupId,
    /// What it can do now.
    pub ability: Ability,
    /// The copies that are up and that the writer can reach.
    pub reachable: CopySet,
    /// How far the group is durable (L-6).
    pub pgcl: Lsn,
    /// Its newest record.
    pub newest: Lsn,
}

/// How many groups can do what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Abilities {
    /// Write and read.
    pub read_write: u32,
    /// Read and be repaired, not write.
    pub read_only: u32,
    /// Nothing.
    pub unavailable: u32,
}

/// The groups whose tapes are drawn.
pub fn shown_groups(
    world: &World,
    focus: Option<Focus>,
) -> impl Iterator<Item = GroupId> + Clone + use<> {
    shown_range(world, focus).map(GroupId)
}

fn shown_range(world: &World, focus: Option<Focus>) -> Range<u32> {
    let groups = world.groups().len() as u32;
    let focused = match focus {
        Some(Focus::Group(group)) if group.0 < groups => group.0,
        _ => 0,
    };
    let first = focused - focused % GROUPS_SHOWN;
    first..(first + GROUPS_SHOWN).min(groups)
}

pub(crate) fn group_view(world: &World, group: GroupId) -> GroupView {
    let reachable = world.reachable(group);
    GroupView {
        group,
        ability: world.quorum().ability(reachable),
        reachable,
        pgcl: world.writer().points().group(group).pgcl(),
        newest: world.log().newest_of(group),
    }
}

/// The copies whose storage nodes the writer can reach, up or not.
pub(crate) fn within_reach(world: &World) -> CopySet {
    CopyId::all()
        .filter(|copy| world.is_link_open(Site::Writer, Site::copy(*copy)))
        .collect()
}

pub(crate) fn abilities(world: &World) -> Abilities {
    let reach = within_reach(world);
    let mut counts = Abilities::default();
    let mut count = |up: CopySet, groups: u32| match world.quorum().ability(up) {
        Ability::ReadWrite => counts.read_write += groups,
        Ability::ReadOnly => counts.read_only += groups,
        Ability::Unavailable => counts.unavailable += groups,
    };
    let mut whole = world.groups().len() as u32;
    let mut stopped = world.stopped().peekable();
    while let Some(first) = stopped.next() {
        let group = first.group();
        let mut up = reach.without(first.copy());
        while let Some(next) = stopped.next_if(|next| next.group() == group) {
            up = up.without(next.copy());
        }
        count(up, 1);
        whole -= 1;
    }
    count(reach, whole);
    counts
}
