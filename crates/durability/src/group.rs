//! One protection group: which copies have failed, which zones are out, and until when.

use aurora::constants::{COPIES, ZONES};
use aurora::quorum::Ability;
use base::{CopyId, SimSpan, SimTime, ZoneId};

use crate::scheme::Scheme;

/// The copies of one slice of a volume.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group {
    scheme: &'static Scheme,
    /// When each failed copy is repaired; [`SimTime::NEVER`] for one that has not failed.
    repaired_at: [SimTime; COPIES as usize],
    /// When each zone that is out is back; [`SimTime::NEVER`] for one that is not out.
    back_at: [SimTime; ZONES as usize],
}

impl Group {
    /// A group all of whose copies are up.
    pub const fn new(scheme: &'static Scheme) -> Group {
        Group {
            scheme,
            repaired_at: [SimTime::NEVER; COPIES as usize],
            back_at: [SimTime::NEVER; ZONES as usize],
        }
    }

    /// Its scheme.
    pub const fn scheme(&self) -> &'static Scheme {
        self.scheme
    }

    /// Every copy it has.
    pub fn copies(&self) -> impl Iterator<Item = CopyId> + use<> {
        (0..self.scheme.copies()).map(CopyId)
    }

    /// Every zone that holds copies.
    pub fn zones(&self) -> impl Iterator<Item = ZoneId> + use<> {
        (0..self.scheme.zones()).map(ZoneId)
    }

    /// Whether a copy has failed and is being repaired.
    pub fn has_failed(&self, copy: CopyId) -> bool {
        self.repaired_at[copy.0 as usize] != SimTime::NEVER
    }

    /// Whether a zone is out.
    pub fn is_out(&self, zone: ZoneId) -> bool {
        self.back_at[zone.0 as usize] != SimTime::NEVER
    }

    /// Whether a copy can be asked: it has not failed and its zone is there.
    pub fn is_up(&self, copy: CopyId) -> bool {
        !self.has_failed(copy) && !self.is_out(self.scheme.zone_of(copy))
    }

    /// How many copies can be asked.
    pub fn up(&self) -> u8 {
        self.copies().filter(|copy| self.is_up(*copy)).count() as u8
    }

    /// How many copies have not failed, wherever they are.
    pub fn whole(&self) -> u8 {
        self.copies().filter(|copy| !self.has_failed(*copy)).count() as u8
    }

    /// How many zones are out.
    pub fn zones_out(&self) -> u8 {
        self.zones().filter(|zone| self.is_out(*zone)).count() as u8
    }

    /// What the group can do now.
    pub fn ability(&self) -> Ability {
        self.scheme.ability(self.up())
    }

    /// Whether exactly one zone is out, and of the copies elsewhere exactly one has failed: "AZ+1".
    pub fn is_az_plus_one(&self) -> bool {
        self.zones_out() == 1
            && self.up() + 1 == self.scheme.copies() - self.scheme.copies_per_zone()
    }

    /// A copy fails; `repair` later it is whole again.
    pub fn fail_copy(&mut self, now: SimTime, copy: CopyId, repair: SimSpan) {
        assert!(!self.has_failed(copy), "a copy fails once at a time");
        self.repaired_at[copy.0 as usize] = now + repair;
    }

    /// A zone goes out; `outage` later it is back with everything in it.
    pub fn lose_zone(&mut self, now: SimTime, zone: ZoneId, outage: SimSpan) {
        assert!(!self.is_out(zone), "a zone goes out once at a time");
        self.back_at[zone.0 as usize] = now + outage;
    }

    /// When the next repair or outage ends; [`SimTime::NEVER`] if there is none.
    pub fn next_end(&self) -> SimTime {
        let ends = self.repaired_at.iter().chain(&self.back_at);
        *ends.min().expect("there are copies")
    }

    /// Ends every repair and outage whose time has come.
    pub fn heal(&mut self, now: SimTime) {
        for end in self.repaired_at.iter_mut().chain(&mut self.back_at) {
            if *end <= now {
                *end = SimTime::NEVER;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::REPAIR_OF_A_SEGMENT;

    const HOUR: SimSpan = SimSpan::from_millis(3_600_000);
    const A: CopyId = CopyId(0);
    const B: CopyId = CopyId(1);
    const C: CopyId = CopyId(2);
    const ZONE_A: ZoneId = ZoneId(0);
    const ZONE_C: ZoneId = ZoneId(2);

    fn seconds(seconds: u64) -> SimTime {
        SimTime::from_millis(seconds * 1_000)
    }

    /// A fails at once, C after so many seconds, and one second later the zone that holds neither goes out.
    fn two_failures_and_a_zone(apart: u64) -> Group {
        let mut group = Group::new(&Scheme::AURORA);
        group.fail_copy(seconds(0), A, REPAIR_OF_A_SEGMENT);
        group.heal(seconds(apart));
        group.fail_copy(seconds(apart), C, REPAIR_OF_A_SEGMENT);
        group.heal(seconds(apart + 1));
        group.lose_zone(seconds(apart + 1), ZONE_C, HOUR);
        group
    }

    #[test]
    fn ex_118_failures_5_s_apart_and_a_zone_cost_the_read_quorum() {
        let group = two_failures_and_a_zone(5);
        assert_eq!((group.up(), group.ability()), (2, Ability::Unavailable));
    }

    #[test]
    fn ex_118_failures_15_s_apart_and_a_zone_leave_it_readable() {
        let mut group = two_failures_and_a_zone(15);
        assert_eq!((group.up(), group.ability()), (3, Ability::ReadOnly));
        // And ten seconds after the second failure it takes writes again, though the zone is still out.
        assert_eq!(group.next_end(), seconds(25));
        group.heal(seconds(25));
        assert_eq!((group.up(), group.ability()), (4, Ability::ReadWrite));
    }

    #[test]
    fn ex_6_a_zone_and_one_more_copy_leave_two_of_three_unreadable_and_aurora_readable() {
        let after = |scheme, other| {
            let mut group = Group::new(scheme);
            group.lose_zone(seconds(0), ZONE_A, HOUR);
            group.fail_copy(seconds(1), other, REPAIR_OF_A_SEGMENT);
            assert!(group.is_az_plus_one());
            (group.up(), group.ability())
        };
        assert_eq!(
            after(&Scheme::TWO_OF_THREE, B),
            (1, Ability::Unavailable),
            "one copy cannot tell whether it is current"
        );
        assert_eq!(after(&Scheme::AURORA, C), (3, Ability::ReadOnly));
        assert_eq!(after(&Scheme::MIRRORED, C), (1, Ability::ReadOnly));
    }

    #[test]
    fn az_plus_one_is_foretold_by_the_scheme() {
        let foretold = Scheme::ALL.map(|scheme| scheme.after_az_plus_one());
        let (read, none) = (Ability::ReadOnly, Ability::Unavailable);
        assert_eq!(foretold, [read, none, read]);
    }

    #[test]
    fn w_23_mirrored_writes_stop_with_any_one_copy() {
        for copy in (0..4).map(CopyId) {
            let mut group = Group::new(&Scheme::MIRRORED);
            group.fail_copy(seconds(0), copy, REPAIR_OF_A_SEGMENT);
            assert_eq!(group.ability(), Ability::ReadOnly);
        }
    }

    #[test]
    fn a_copy_that_failed_in_a_zone_that_is_out_is_one_copy_down_not_two() {
        let mut group = Group::new(&Scheme::AURORA);
        group.lose_zone(seconds(0), ZONE_A, HOUR);
        group.fail_copy(seconds(1), B, REPAIR_OF_A_SEGMENT);
        assert_eq!((group.up(), group.whole()), (4, 5));
        assert!(!group.is_az_plus_one());
    }
}
