//! Schemes of copies to compare.

use aurora::constants::{COPIES, READ_QUORUM, WRITE_QUORUM};
use aurora::quorum::Ability;
use base::{CopyId, ZoneId};

/// So many copies, where they are, and how many of them a write and a read need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scheme {
    name: &'static str,
    /// The zone of each copy.
    places: &'static [u8],
    write: u8,
    read: u8,
}

impl Scheme {
    /// Aurora: six copies over three zones, four to write, three to read.
    pub const AURORA: Scheme = Scheme {
        name: "aurora",
        places: &[0, 0, 1, 1, 2, 2],
        write: WRITE_QUORUM,
        read: READ_QUORUM,
    };
    /// The usual quorum: one copy in each of three zones, two to write, two to read.
    pub const TWO_OF_THREE: Scheme = Scheme {
        name: "two-of-three",
        places: &[0, 1, 2],
        write: 2,
        read: 2,
    };
    /// Mirrored disks seen as a quorum: a pair in each of two zones, all four to write, one to read (W-23).
    pub const MIRRORED: Scheme = Scheme {
        name: "mirrored",
        places: &[0, 0, 1, 1],
        write: 4,
        read: 1,
    };
    /// Every scheme there is to compare.
    pub const ALL: [Scheme; 3] = [Self::AURORA, Self::TWO_OF_THREE, Self::MIRRORED];

    /// The name it is asked for by.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// How many copies there are.
    pub const fn copies(&self) -> u8 {
        self.places.len() as u8
    }

    /// Copies a write needs.
    pub const fn write(&self) -> u8 {
        self.write
    }

    /// Copies a read needs that trusts no bookkeeping.
    pub const fn read(&self) -> u8 {
        self.read
    }

    /// The zone a copy lives in.
    ///
    /// # Panics
    /// If the scheme has no such copy.
    pub const fn zone_of(&self, copy: CopyId) -> ZoneId {
        ZoneId(self.places[copy.0 as usize])
    }

    /// How many zones hold copies: the first so many.
    pub const fn zones(&self) -> u8 {
        self.places[self.places.len() - 1] + 1
    }

    /// Copies in each of these zones; all hold the same number.
    pub const fn copies_per_zone(&self) -> u8 {
        self.copies() / self.zones()
    }

    /// What the group can do while so many copies are up.
    pub const fn ability(&self, up: u8) -> Ability {
        if up >= self.write {
            Ability::ReadWrite
        } else if up >= self.read {
            Ability::ReadOnly
        } else {
            Ability::Unavailable
        }
    }

    /// What is left when a zone and one more copy are gone: "AZ+1".
    pub const fn after_az_plus_one(&self) -> Ability {
        self.ability(self.copies() - self.copies_per_zone() - 1)
    }

    const fn is_safe(&self) -> bool {
        self.read + self.write > self.copies()
            && self.write > self.copies() / 2
            && self.copies() <= COPIES
            && self.copies().is_multiple_of(self.zones())
    }
}

// The two rules of a safe quorum hold for each of them: they differ in what they survive, not in whether they work.
const _: () = assert!(Scheme::AURORA.is_safe());
const _: () = assert!(Scheme::TWO_OF_THREE.is_safe());
const _: () = assert!(Scheme::MIRRORED.is_safe());
