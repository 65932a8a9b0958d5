//! Which sets of copies can do what.
//!
//! A write is safe once any later reader is bound to meet it, and any later writer too. With `V` copies that
//! takes `Vr + Vw > V` and `Vw > V/2`. Aurora takes 6, 4 and 3, two copies in each of three
//! zones: a whole zone can go and writes go on; a zone and one more copy can go and no data is lost,
//! because three copies remain, and any three meet every write set. With 2 of 3, the usual
//! choice, the same misfortune leaves one copy that cannot know whether it is current.

use std::fmt;

use base::{CopyId, Lsn};
use serde::{Serialize, Serializer};

use crate::constants::{COPIES, READ_QUORUM, WRITE_QUORUM};

/// A set of copies of a group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CopySet(u8);

impl CopySet {
    /// No copy.
    pub const NONE: CopySet = CopySet(0);
    /// The six a group begins with.
    pub const ALL: CopySet = CopySet((1 << COPIES) - 1);

    /// The 64 sets of those six.
    pub fn every() -> impl Iterator<Item = CopySet> {
        (0..=Self::ALL.0).map(CopySet)
    }

    /// Whether a copy is in the set.
    pub const fn contains(self, copy: CopyId) -> bool {
        self.0 >> copy.0 & 1 == 1
    }

    /// The set with a copy added.
    #[must_use]
    pub const fn with(self, copy: CopyId) -> CopySet {
        CopySet(self.0 | 1 << copy.0)
    }

    /// The set with a copy taken out.
    #[must_use]
    pub const fn without(self, copy: CopyId) -> CopySet {
        CopySet(self.0 & !(1 << copy.0))
    }

    /// The copies that are in both sets.
    #[must_use]
    pub const fn and(self, other: CopySet) -> CopySet {
        CopySet(self.0 & other.0)
    }

    /// Those of its copies that the other set lacks.
    #[must_use]
    pub const fn minus(self, other: CopySet) -> CopySet {
        CopySet(self.0 & !other.0)
    }

    /// The copies that are in one of the two sets.
    #[must_use]
    pub const fn or(self, other: CopySet) -> CopySet {
        CopySet(self.0 | other.0)
    }

    /// Those of the six a group begins with that are not in the set.
    #[must_use]
    pub const fn others(self) -> CopySet {
        CopySet(Self::ALL.0 & !self.0)
    }

    /// How many copies are in the set.
    pub const fn len(self) -> u8 {
        self.0.count_ones() as u8
    }

    /// Whether no copy is in the set.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The copies in the set, in order.
    pub fn iter(self) -> impl Iterator<Item = CopyId> {
        CopyId::slots().filter(move |copy| self.contains(*copy))
    }
}

impl FromIterator<CopyId> for CopySet {
    fn from_iter<I: IntoIterator<Item = CopyId>>(copies: I) -> Self {
        copies.into_iter().fold(CopySet::NONE, CopySet::with)
    }
}

impl Serialize for CopySet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl fmt::Display for CopySet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.iter().try_for_each(|copy| write!(f, "{copy}"))
    }
}

/// What a group can do while certain copies are up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Ability {
    /// Write and read quorum are possible.
    ReadWrite,
    /// Exactly the read quorum is left: no write commits, and the group can be repaired.
    ReadOnly,
    /// Neither quorum is possible.
    Unavailable,
}

/// How many copies decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Quorum {
    write: u8,
    read: u8,
}

impl Quorum {
    /// Aurora's rule: 4 of 6 to write, 3 of 6 to read.
    pub const AURORA: Quorum = Quorum {
        write: WRITE_QUORUM,
        read: READ_QUORUM,
    };

    /// A rule that breaks Q-1 on purpose ([`WriteQuorumThree`](crate::wrong_rule::WrongRule::WriteQuorumThree)):
    /// what is "durable" on three copies can be missed by three others.
    pub const WRITE_THREE: Quorum = Quorum {
        write: 3,
        read: READ_QUORUM,
    };

    /// The acknowledgements a write needs.
    pub const fn write(self) -> u8 {
        self.write
    }

    /// The answers a quorum read needs.
    pub const fn read(self) -> u8 {
        self.read
    }

    /// Whether these copies can make a write durable.
    pub const fn can_write(self, up: CopySet) -> bool {
        up.len() >= self.write
    }

    /// Whether these copies hold every durable write between them.
    pub const fn can_read(self, up: CopySet) -> bool {
        up.len() >= self.read
    }

    /// What a group can do while these copies are up.
    pub const fn ability(self, up: CopySet) -> Ability {
        match (self.can_write(up), self.can_read(up)) {
            (true, _) => Ability::ReadWrite,
            (false, true) => Ability::ReadOnly,
            (false, false) => Ability::Unavailable,
        }
    }

    /// The highest point that enough copies for a write have reached: the fourth-highest of six (L-6).
    #[inline]
    pub fn durable_point(self, mut reached: [Lsn; COPIES as usize]) -> Lsn {
        // Always the same comparisons, each of which changes places without being asked how it came out: in which order
        // copies answer is drawn by lot, and a processor that guesses it is wrong half of the time.
        for (one, other) in PUT_IN_ORDER {
            let (here, there) = (reached[one], reached[other]);
            (reached[one], reached[other]) = (here.max(there), here.min(there));
        }
        reached[self.write as usize - 1]
    }
}

/// The pairs to compare, one after another, to put six things in order whatever they are.
const PUT_IN_ORDER: [(usize, usize); 12] = [
    (0, 5),
    (1, 3),
    (2, 4),
    (1, 2),
    (3, 4),
    (0, 3),
    (2, 5),
    (0, 1),
    (2, 3),
    (4, 5),
    (1, 2),
    (3, 4),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn up(letters: &str) -> CopySet {
        letters
            .bytes()
            .map(|letter| CopyId(letter - b'A'))
            .collect()
    }

    const RULE: Quorum = Quorum::AURORA;

    /// What puts every row of zeros and ones in order puts everything in order.
    #[test]
    fn whoever_has_reached_a_point_its_place_decides_nothing() {
        for far in CopySet::every() {
            let reached = std::array::from_fn(|copy| Lsn(far.contains(CopyId(copy as u8)).into()));
            for write in 1..=COPIES {
                let rule = Quorum { write, ..RULE };
                let durable = far.len() >= write;
                assert_eq!(rule.durable_point(reached), Lsn(durable.into()));
            }
        }
    }

    #[test]
    fn ex_1_one_copy_down() {
        assert_eq!(RULE.ability(up("ABCDE")), Ability::ReadWrite);
    }

    #[test]
    fn ex_2_a_zone_down() {
        assert_eq!(RULE.ability(up("ABCD")), Ability::ReadWrite);
    }

    #[test]
    fn ex_3_a_zone_and_one_more_copy_down() {
        assert_eq!(RULE.ability(up("ABC")), Ability::ReadOnly);
    }

    #[test]
    fn ex_4_two_zones_down() {
        assert_eq!(RULE.ability(up("AB")), Ability::Unavailable);
    }

    #[test]
    fn ex_7_q_10_of_64_states_22_can_write_and_42_can_read() {
        let count = |what: fn(CopySet) -> bool| CopySet::every().filter(|up| what(*up)).count();
        assert_eq!(CopySet::every().count(), 64);
        assert_eq!(count(|up| RULE.can_write(up)), 22);
        assert_eq!(count(|up| RULE.can_read(up)), 42);
        assert_eq!(count(|up| RULE.ability(up) == Ability::ReadOnly), 20);
        assert_eq!(count(|up| RULE.can_write(up) && !RULE.can_read(up)), 0);
    }

    #[test]
    fn q_11_every_az_plus_one_leaves_exactly_a_read_quorum() {
        let losses = base::ZoneId::all().flat_map(|zone| {
            let rest = zone.copies().fold(CopySet::ALL, CopySet::without);
            rest.iter().map(move |one| rest.without(one))
        });
        let left: Vec<CopySet> = losses.collect();
        assert_eq!(left.len(), 12);
        assert!(
            left.iter()
                .all(|up| RULE.ability(*up) == Ability::ReadOnly && up.len() == 3)
        );
    }

    #[test]
    fn q_12_write_sets_meet_in_two_copies_and_read_sets_meet_write_sets_in_one() {
        let writers = || CopySet::every().filter(|set| RULE.can_write(*set));
        let readers = || CopySet::every().filter(|set| RULE.can_read(*set));
        assert!(writers().all(|one| writers().all(|other| one.and(other).len() >= 2)));
        assert!(writers().all(|one| readers().all(|other| !one.and(other).is_empty())));
    }

    #[test]
    fn ex_14_the_fourth_highest_scl_decides() {
        let scls = [18, 18, 15, 15, 12, 10].map(Lsn);
        assert_eq!(RULE.durable_point(scls), Lsn(15));
        let shuffled = [10, 18, 15, 12, 18, 15].map(Lsn);
        assert_eq!(RULE.durable_point(shuffled), Lsn(15));
    }
}
