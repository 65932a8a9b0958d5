//! What a set of copies can do under a membership.
//!
//! A write counts if it has its quorum in *every* set of six that is in force, a quorum read if it has its own in
//! *one* of them (M-5, M-8). With full and tail segments three fulls are as good as four of six to write, and a read
//! set must have a full among it, for pages are only there (M-21).

use base::{CopyId, Lsn, SLOTS, sort_few};

use super::{Membership, Segments};
use crate::quorum::{Ability, CopySet, Quorum};

/// One number for each letter a group has.
pub type PerSlot<T> = [T; SLOTS as usize];

impl Membership {
    /// Whether a record that is durable on these copies is durable for good.
    pub fn can_write(&self, quorum: Quorum, on: CopySet) -> bool {
        self.sets().all(|six| self.can_write_in(quorum, six, on))
    }

    /// Whether these copies are a write set of one of the sets of six that are in force.
    pub fn can_write_in(&self, quorum: Quorum, six: CopySet, on: CopySet) -> bool {
        quorum.can_write(on.and(six)) || self.has_all_fulls(six, on)
    }

    /// Whether these copies hold every durable record between them. A newcomer may stand among them only if it is
    /// hydrated (M-13).
    pub fn can_read(&self, quorum: Quorum, from: CopySet) -> bool {
        self.sets().any(|six| self.can_read_in(quorum, six, from))
    }

    /// Whether these copies are a read set of one of the sets of six that are in force.
    pub fn can_read_in(&self, quorum: Quorum, six: CopySet, from: CopySet) -> bool {
        quorum.can_read(from.and(six)) && !from.and(six).and(self.fulls).is_empty()
    }

    fn has_all_fulls(&self, six: CopySet, on: CopySet) -> bool {
        let fulls = six.and(self.fulls);
        self.segments == Segments::FullAndTail && fulls.and(on) == fulls
    }

    /// What the group can do while these copies are up, of which `hydrated` count for a quorum read.
    pub fn ability(&self, quorum: Quorum, up: CopySet, hydrated: CopySet) -> Ability {
        let read = self.can_read(quorum, up.and(hydrated));
        match (self.can_write(quorum, up), read) {
            (true, _) => Ability::ReadWrite,
            (false, true) => Ability::ReadOnly,
            (false, false) => Ability::Unavailable,
        }
    }

    /// The highest point that enough copies for a write have reached (L-6): in each set of six the fourth-highest,
    /// or what all fulls have reached if that is higher; of all the sets the lowest.
    pub fn durable_point(&self, quorum: Quorum, reached: &PerSlot<Lsn>) -> Lsn {
        let in_one_set = |six: CopySet| {
            let of_six = pick(reached, six);
            let by_count = quorum.durable_point(of_six);
            if self.segments == Segments::Full {
                return by_count;
            }
            let by_fulls = self.least(reached, six.and(self.fulls));
            by_count.max(by_fulls.unwrap_or_default())
        };
        self.sets().map(in_one_set).min().unwrap_or_default()
    }

    /// The point up to which recovery keeps a group's records, from the copies that answered, if they are a read set
    /// (C-17). `hydrated` are the copies that count.
    ///
    /// A record that was durable may be missing on at most two of a set of six, or on none of its fulls. So of `k`
    /// answers the `(k − 2)`-th highest reaches it, or the lowest among the fulls does. Each set that has a read
    /// quorum gives a safe answer; the lowest of them keeps least that was never acknowledged.
    pub fn recovered_point(
        &self,
        quorum: Quorum,
        answers: &PerSlot<Option<Lsn>>,
        hydrated: CopySet,
    ) -> Option<Lsn> {
        let answered: CopySet = CopyId::slots()
            .filter(|copy| answers[copy.0 as usize].is_some())
            .collect();
        let counted = answered.and(hydrated);
        let reached = answers.map(Option::unwrap_or_default);
        let missing_at_most = base::COPIES - quorum.write();
        self.sets()
            .filter(|six| self.can_read_in(quorum, *six, counted))
            .filter_map(|six| {
                let counted = counted.and(six);
                let mut scls: Vec<Lsn> = counted
                    .iter()
                    .map(|copy| reached[copy.0 as usize])
                    .collect();
                sort_few(&mut scls, |one, other| one > other);
                let rank = counted.len().checked_sub(missing_at_most + 1)?;
                let by_count = scls[rank as usize];
                let by_fulls = match self.segments {
                    Segments::Full => None,
                    Segments::FullAndTail => self.least(&reached, counted.and(self.fulls)),
                };
                Some(by_count.max(by_fulls.unwrap_or_default()))
            })
            .min()
    }

    fn least(&self, reached: &PerSlot<Lsn>, among: CopySet) -> Option<Lsn> {
        among.iter().map(|copy| reached[copy.0 as usize]).min()
    }
}

/// The points of the six copies of a set.
fn pick(reached: &PerSlot<Lsn>, six: CopySet) -> [Lsn; base::COPIES as usize] {
    let mut picked = [Lsn::ZERO; base::COPIES as usize];
    for (place, copy) in picked.iter_mut().zip(six.iter()) {
        *place = reached[copy.0 as usize];
    }
    picked
}
