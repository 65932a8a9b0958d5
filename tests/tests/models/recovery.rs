//! C-17: recovery keeps what was durable, whoever answers.
//!
//! A writer that opens a volume asks, and takes what a read quorum answers. Which copies those are is nobody's choice:
//! here every set that is a read quorum answers in turn, under every membership that two steps of change can lead to,
//! to a record that lies on nothing more than a smallest write set.

use std::collections::BTreeMap;

use aurora::membership::{Membership, Segments};
use aurora::quorum::{CopySet, Quorum};
use base::{CopyId, Lsn};

use super::every_set;

const RULE: Quorum = Quorum::AURORA;
const RECORD: Lsn = Lsn(7);

/// Every membership that so many steps lead to.
fn memberships(segments: Segments, steps: u32) -> Vec<Membership> {
    let first = Membership::first(segments);
    let mut known = BTreeMap::from([(format!("{first:?}"), first)]);
    for _ in 0..steps {
        for members in known.clone().into_values() {
            for copy in CopyId::slots() {
                let next = [
                    members.begin(copy),
                    members.reverse(copy),
                    members.finish(copy),
                ];
                let next = next.into_iter().flatten();
                known.extend(next.map(|members| (format!("{members:?}"), members)));
            }
        }
    }
    known.into_values().collect()
}

/// The sets of a group's copies that can write, and could not with any copy less.
fn smallest_write_sets(members: &Membership) -> Vec<CopySet> {
    let writes = |on| members.can_write(RULE, on);
    let smallest = |on: &CopySet| writes(*on) && on.iter().all(|copy| !writes(on.without(copy)));
    every_set().filter(smallest).collect()
}

#[test]
fn c_17_what_was_durable_is_kept_whoever_answers() {
    for segments in [Segments::Full, Segments::FullAndTail] {
        for members in memberships(segments, 2) {
            let everyone = members.everyone();
            let mut judged = 0;
            for holders in smallest_write_sets(&members) {
                for answered in every_set().filter(|set| set.minus(everyone).is_empty()) {
                    let mut answers = [None; base::SLOTS as usize];
                    for copy in answered.iter() {
                        let holds = holders.contains(copy);
                        answers[usize::from(copy.0)] = Some(if holds { RECORD } else { Lsn::ZERO });
                    }
                    let kept = members.recovered_point(RULE, &answers, everyone);
                    assert_eq!(kept.is_some(), members.can_read(RULE, answered));
                    let lost = kept.is_some_and(|kept| kept < RECORD);
                    assert!(!lost, "{holders} have it, {answered} answer: {members:?}");
                    judged += u32::from(kept.is_some());
                }
            }
            assert!(judged > 100, "{judged}");
        }
    }
}
