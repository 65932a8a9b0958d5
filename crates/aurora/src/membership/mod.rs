//! Who the members of a group are, and how they change without anybody waiting.
//!
//! A copy that fails for good must be replaced, and while its replacement is being filled nobody may say "stop"
//! to reads and writes (M-7). Nor may anybody be sure that the failed copy *is* gone: it may be slow, or behind a
//! cut, and come back. A swap at one stroke would burn the bridge: what is on the old member counts no more, what
//! is on the new one does not count yet.
//!
//! So the members do not change at one stroke. Let F be in doubt and G its replacement. The first step *widens*
//! the group: from now on a write needs 4 of ABCDEF **and** 4 of ABCDEG, while 3 of ABCDEF **or** 3 of ABCDEG are
//! enough to read (M-5). Both sets of six are in force at once; ABCD serves both. The second step goes on to
//! ABCDEG when G has everything, or back to ABCDEF when F has come back (M-6): a write that was good under the
//! double rule is good under either half of it. Should E fail in the midst of it, H joins too, and four sets are in
//! force: ABCDEF, ABCDEG, ABCDFH, ABCDGH (M-8). One bit of care makes all of it sound: every old write set
//! meets every new write set (M-12, INV-12), and each step can be undone.
//!
//! One trap remains. G begins empty. A read that trusts no bookkeeping, as recovery does, may not count G before
//! G holds what was durable when it joined: ABG is 3 of ABCDEG, but misses a record that CDEF have held since
//! before (M-13). So G *counts* only once it is hydrated.
//!
//! Each step raises the group's membership epoch by one (M-1). `rules` says what a set of copies can do,
//! `step` which changes there are,`cost` tells why half of the copies may be
//! *tails* that keep only the log (M-20 … M-27).

mod control_plane;
mod cost;
mod rules;
mod step;
#[cfg(test)]
mod tests;

use base::{COPIES, CopyId, ZoneId};
use serde::{Deserialize, Serialize};

pub use self::control_plane::ControlPlane;
pub use self::cost::stored_gigabytes;
pub use self::rules::PerSlot;
pub use self::step::NoStep;
use crate::epoch::MembershipEpoch;
use crate::quorum::CopySet;

/// What the six copies of a group keep.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Segments {
    /// Six times log and pages, as in the paper of 2017.
    #[default]
    Full,
    /// Three times log and pages, three times the log alone, as in the paper of 2018 (M-20).
    FullAndTail,
}

/// One member that is being replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Swap {
    /// The member that is to leave.
    pub leaves: CopyId,
    /// The newcomer that is to take its place.
    pub joins: CopyId,
}

/// The members of one group at one membership epoch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Membership {
    epoch: MembershipEpoch,
    /// The six, as they were before the changes that are under way.
    six: CopySet,
    /// The changes that are under way; the second only beside a first.
    swaps: [Option<Swap>; 2],
    segments: Segments,
    /// The copies that keep pages.
    fulls: CopySet,
    /// The zone of each letter, two bits each.
    zones: u16,
}

impl Membership {
    /// The six every group begins with. With full and tail segments, the first copy of each zone is the full one
    /// `[choice]`: A, C and E (M-20).
    pub const fn first(segments: Segments) -> Membership {
        let mut fulls = CopySet::NONE;
        let mut zones = 0;
        let mut copy = 0;
        while copy < COPIES {
            let full = match segments {
                Segments::Full => true,
                Segments::FullAndTail => copy % 2 == 0,
            };
            if full {
                fulls = fulls.with(CopyId(copy));
            }
            zones |= (CopyId(copy).zone().0 as u16) << (2 * copy);
            copy += 1;
        }
        Membership {
            epoch: MembershipEpoch::FIRST,
            six: CopySet::ALL,
            swaps: [None; 2],
            segments,
            fulls,
            zones,
        }
    }

    /// The same where the six live elsewhere.
    #[must_use]
    pub fn in_zones(mut self, zone: impl Fn(CopyId) -> ZoneId) -> Membership {
        self.zones = 0;
        for copy in CopyId::all() {
            self.zones |= u16::from(zone(copy).0) << (2 * copy.0);
        }
        self
    }

    /// The membership epoch.
    pub const fn epoch(&self) -> MembershipEpoch {
        self.epoch
    }

    /// The six as they were before the changes that are under way; the members, if none is.
    pub const fn six(&self) -> CopySet {
        self.six
    }

    /// The changes that are under way.
    pub fn swaps(&self) -> impl Iterator<Item = Swap> + Clone {
        self.swaps.into_iter().flatten()
    }

    /// The change by which this member is to leave.
    pub fn swap_of(&self, leaves: CopyId) -> Option<Swap> {
        self.swaps().find(|swap| swap.leaves == leaves)
    }

    /// Whether a change is under way.
    pub const fn is_changing(&self) -> bool {
        self.swaps[0].is_some()
    }

    /// Those that are to join once they are hydrated.
    pub fn newcomers(&self) -> CopySet {
        self.swaps().map(|swap| swap.joins).collect()
    }

    /// Everybody who gets the group's records: members and newcomers.
    pub fn everyone(&self) -> CopySet {
        self.swaps()
            .fold(self.six, |all, swap| all.with(swap.joins))
    }

    /// Every set of six that is in force: one, two while a member is replaced (M-5), four while two are (M-8).
    pub fn sets(&self) -> impl Iterator<Item = CopySet> + Clone {
        let count = 1_u8 << self.swaps().count();
        let (six, swaps) = (self.six, self.swaps);
        (0..count).map(move |which| {
            let done = |turn: u8| swaps[turn as usize].filter(|_| which >> turn & 1 == 1);
            (0..2).filter_map(done).fold(six, swap_in)
        })
    }

    /// What the copies keep.
    pub const fn segments(&self) -> Segments {
        self.segments
    }

    /// The copies that keep pages and can serve page reads (M-27).
    pub fn fulls(&self) -> CopySet {
        self.fulls
    }

    /// The zone a copy lives in; a newcomer lives where the one it replaces does.
    pub const fn zone(&self, copy: CopyId) -> ZoneId {
        ZoneId((self.zones >> (2 * copy.0) & 3) as u8)
    }

    /// Whether it is the membership every group begins with, its epoch aside.
    pub fn is_ordinary(&self) -> bool {
        !self.is_changing() && self.six == CopySet::ALL && self.segments == Segments::Full
    }
}

/// The set with one member exchanged.
const fn swap_in(set: CopySet, swap: Swap) -> CopySet {
    set.without(swap.leaves).with(swap.joins)
}

impl Serialize for Membership {
    /// The epoch, the six and the changes: all that one must know to tell which copies decide.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut members = serializer.serialize_struct("Membership", 4)?;
        members.serialize_field("epoch", &self.epoch)?;
        members.serialize_field("six", &self.six)?;
        let swaps: Vec<String> = self
            .swaps()
            .map(|swap| format!("{}>{}", swap.leaves, swap.joins))
            .collect();
        members.serialize_field("swaps", &swaps)?;
        members.serialize_field("segments", &self.segments)?;
        members.end()
    }
}
