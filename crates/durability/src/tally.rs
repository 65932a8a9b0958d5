//! What is counted.

use std::ops::AddAssign;

use aurora::quorum::Ability;
use base::SimSpan;

use crate::group::Group;

/// A count of histories of which each counts for a part: so many units, of which [`Study::unit`](crate::Study::unit)
/// make one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Weighted(pub u128);

impl AddAssign for Weighted {
    fn add_assign(&mut self, other: Weighted) {
        self.0 += other.0;
    }
}

/// What happened in a stretch of years: events, and microseconds spent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Copies failed.
    pub copies_failed: Weighted,
    /// Zones went out.
    pub zones_lost: Weighted,
    /// The write quorum was lost.
    pub writes_lost: Weighted,
    /// The read quorum was lost: what is left cannot prove that it is current, so data may be lost.
    pub reads_lost: Weighted,
    /// … while no more than one zone was out: failures of copies overlapped.
    pub reads_lost_in_one_zone: Weighted,
    /// A zone was out and of the copies elsewhere one had failed: "AZ+1".
    pub az_plus_one: Weighted,
    /// … and writes went on.
    pub az_plus_one_writable: Weighted,
    /// … and no data was lost: everything could be read.
    pub az_plus_one_readable: Weighted,
    /// Microseconds without a write quorum.
    pub micros_without_writes: Weighted,
    /// Microseconds without a read quorum.
    pub micros_without_reads: Weighted,
}

impl Tally {
    /// So much time was spent being able to do this.
    pub(crate) fn spend(&mut self, span: SimSpan, ability: Ability, weight: u64) {
        if ability == Ability::ReadWrite {
            return;
        }
        let spent = Weighted(u128::from(span.micros()) * u128::from(weight));
        self.micros_without_writes += spent;
        if ability == Ability::Unavailable {
            self.micros_without_reads += spent;
        }
    }

    /// A failure has changed what the group can do.
    pub(crate) fn change(&mut self, before: Ability, group: &Group, weight: u64) {
        let one = Weighted(weight.into());
        let after = group.ability();
        if before == Ability::ReadWrite && after != Ability::ReadWrite {
            self.writes_lost += one;
        }
        if before != Ability::Unavailable && after == Ability::Unavailable {
            self.reads_lost += one;
            if group.zones_out() <= 1 {
                self.reads_lost_in_one_zone += one;
            }
        }
    }

    /// A zone is out and one more copy has failed; this is what the group can do now.
    pub(crate) fn meet_az_plus_one(&mut self, ability: Ability, weight: u64) {
        let one = Weighted(weight.into());
        self.az_plus_one += one;
        if ability == Ability::ReadWrite {
            self.az_plus_one_writable += one;
        }
        if ability != Ability::Unavailable {
            self.az_plus_one_readable += one;
        }
    }
}
