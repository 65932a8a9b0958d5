//! Every state and every step of a small world, looked at one by one.
//!
//! INV-12 first as a statement about sets: over every step of every history of up to five steps, with first, second and
//! reversed changes, each write set of before meets each write set of after. Then as what it is for: one record is
//! written, copies receive it in every order, members change around it in every way, newcomers are hydrated at any
//! moment, and once the record has been durable no read set that counts may miss it. The same search run with a
//! broken rule finds the history that loses the record, so the search can see.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::*;

/// All memberships that can be reached within so many steps, and the steps between them.
fn reachable(segments: Segments, steps: u32) -> Vec<(Membership, Membership)> {
    let first = Membership::first(segments);
    let mut edge = vec![first];
    let mut seen = BTreeSet::from([key(&first)]);
    let mut found = Vec::new();
    for _ in 0..steps {
        let mut next_edge = Vec::new();
        for members in edge {
            for next in next_steps(&members) {
                found.push((members, next));
                if seen.insert(key(&next)) {
                    next_edge.push(next);
                }
            }
        }
        edge = next_edge;
    }
    found
}

/// What tells memberships apart, epochs aside.
fn key(members: &Membership) -> (String, CopySet) {
    let swaps: Vec<_> = members.swaps().collect();
    (format!("{} {swaps:?}", members.six()), members.fulls())
}

fn next_steps(members: &Membership) -> impl Iterator<Item = Membership> {
    let step = |copy| {
        [
            members.begin(copy),
            members.reverse(copy),
            members.finish(copy),
        ]
    };
    let all: Vec<_> = CopyId::slots().flat_map(step).flatten().collect();
    all.into_iter()
}

/// The sets of copies that do something, as bits, smallest ones only.
fn smallest_among(members: &Membership, does: impl Fn(CopySet) -> bool) -> Vec<CopySet> {
    let everyone = members.everyone();
    smallest(|set| set.minus(everyone).is_empty() && does(set))
}

fn check_inv_12(segments: Segments) {
    let steps = reachable(segments, 5);
    let mut write_sets = BTreeMap::new();
    for members in steps.iter().flat_map(|(before, after)| [before, after]) {
        write_sets
            .entry(key(members))
            .or_insert_with(|| smallest_among(members, |on| members.can_write(RULE, on)));
    }
    assert!(steps.len() > 2_000, "{} steps", steps.len());
    for (before, after) in &steps {
        for old in &write_sets[&key(before)] {
            for new in &write_sets[&key(after)] {
                assert!(!old.and(*new).is_empty(), "{old} misses {new}: {before:?}");
            }
        }
        // What is read by counting copies meets what was written under the same members.
        let read_sets = smallest_among(after, |from| after.can_read(RULE, from));
        for read in read_sets {
            for write in &write_sets[&key(after)] {
                assert!(!read.and(*write).is_empty(), "{read} misses {write}");
            }
        }
    }
}

#[test]
fn inv_12_over_every_step_old_write_sets_meet_new_write_sets() {
    check_inv_12(Segments::Full);
}

#[test]
fn inv_12_with_full_and_tail_segments_too() {
    check_inv_12(Segments::FullAndTail);
}

/// Which rule is broken on purpose.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Broken {
    Nothing,
    /// An empty newcomer counts for quorum reads.
    CountEmptyNewcomer,
    /// A newcomer takes a member's place before it is hydrated.
    FinishEarly,
    /// Members are exchanged without the step in between.
    SwapAtOnce,
}

/// One record and those who may hold it.
#[derive(Clone, Copy, Debug)]
struct State {
    members: Membership,
    holders: CopySet,
    hydrated: CopySet,
    /// The record was durable once, and so may have been acknowledged.
    durable: bool,
    /// The newcomers that joined after it had become durable and must fetch it before they count.
    must_fetch: CopySet,
    steps: u8,
}

impl State {
    fn key(&self) -> (String, CopySet, CopySet, CopySet, bool, u8) {
        (
            key(&self.members).0,
            self.holders,
            self.hydrated,
            self.must_fetch,
            self.durable,
            self.steps,
        )
    }

    fn settled(mut self) -> State {
        let everyone = self.members.everyone();
        self.holders = self.holders.and(everyone);
        self.hydrated = self.hydrated.and(everyone);
        self.must_fetch = self.must_fetch.and(everyone);
        self.durable |= self.members.can_write(RULE, self.holders);
        self
    }

    /// Whether some quorum read that counts misses a record that was durable.
    fn loses(&self, broken: Broken) -> bool {
        let counted = match broken {
            Broken::CountEmptyNewcomer => self.members.everyone(),
            _ => self.hydrated,
        };
        self.durable && self.members.can_read(RULE, counted.minus(self.holders))
    }

    fn next(&self, most_steps: u8, broken: Broken) -> Vec<State> {
        let mut next = Vec::new();
        for copy in self.members.everyone().minus(self.holders).iter() {
            let holders = self.holders.with(copy);
            next.push(State { holders, ..*self }.settled());
        }
        for copy in self.members.newcomers().minus(self.hydrated).iter() {
            // It has copied what was durable when it joined; the record, if it was.
            let holders = if self.must_fetch.contains(copy) {
                self.holders.with(copy)
            } else {
                self.holders
            };
            let hydrated = self.hydrated.with(copy);
            next.push(
                State {
                    holders,
                    hydrated,
                    ..*self
                }
                .settled(),
            );
        }
        if self.steps < most_steps {
            for copy in CopyId::slots() {
                next.extend(self.change(copy, broken));
            }
        }
        next
    }

    fn change(&self, copy: CopyId, broken: Broken) -> Vec<State> {
        let steps = self.steps + 1;
        let mut next = Vec::new();
        if let Ok(members) = self.members.begin(copy) {
            let joins = members.newcomers().minus(self.members.newcomers());
            let must_fetch = if self.durable {
                self.must_fetch.or(joins)
            } else {
                self.must_fetch
            };
            let wide = State {
                members,
                must_fetch,
                steps,
                ..*self
            };
            match broken {
                Broken::SwapAtOnce => {
                    let members = members.finish(copy).expect("it has just begun");
                    let hydrated = wide.hydrated.or(joins);
                    next.push(State {
                        members,
                        hydrated,
                        ..wide
                    });
                }
                _ => next.push(wide),
            }
        }
        if let Ok(members) = self.members.reverse(copy) {
            next.push(State {
                members,
                steps,
                ..*self
            });
        }
        if let (Ok(members), Some(swap)) = (self.members.finish(copy), self.members.swap_of(copy)) {
            if self.hydrated.contains(swap.joins) {
                next.push(State {
                    members,
                    steps,
                    ..*self
                });
            } else if broken == Broken::FinishEarly {
                let hydrated = self.hydrated.with(swap.joins);
                next.push(State {
                    members,
                    hydrated,
                    steps,
                    ..*self
                });
            }
        }
        next.into_iter().map(State::settled).collect()
    }
}

/// Looks at every state; returns how many there are, and one that loses a durable record, if any does.
fn search(segments: Segments, most_steps: u8, broken: Broken) -> (u64, Option<State>) {
    let first = State {
        members: Membership::first(segments),
        holders: CopySet::NONE,
        hydrated: CopySet::ALL,
        durable: false,
        must_fetch: CopySet::NONE,
        steps: 0,
    };
    let mut seen = BTreeSet::from([first.key()]);
    let mut open = VecDeque::from([first]);
    let mut count = 0;
    while let Some(state) = open.pop_front() {
        count += 1;
        if state.loses(broken) {
            return (count, Some(state));
        }
        for next in state.next(most_steps, broken) {
            if seen.insert(next.key()) {
                open.push_back(next);
            }
        }
    }
    (count, None)
}

#[test]
fn inv_12_no_durable_record_is_ever_lost() {
    for segments in [Segments::Full, Segments::FullAndTail] {
        let (states, lost) = search(segments, 2, Broken::Nothing);
        assert!(lost.is_none(), "{lost:?}");
        assert!(states > 20_000, "{states} states");
    }
}

#[test]
fn m_13_counting_the_empty_newcomer_loses_a_record() {
    let (_, lost) = search(Segments::Full, 1, Broken::CountEmptyNewcomer);
    let lost = lost.expect("the search sees it");
    assert_eq!(lost.holders.len(), 4, "{lost:?}");
}

#[test]
fn m_9_going_on_before_the_newcomer_is_hydrated_loses_a_record() {
    assert!(search(Segments::Full, 2, Broken::FinishEarly).1.is_some());
}

#[test]
fn m_5_exchanging_members_at_one_stroke_loses_a_record() {
    assert!(search(Segments::Full, 1, Broken::SwapAtOnce).1.is_some());
}

/// C-17 under every membership: whoever answers, what was durable is kept.
#[test]
fn c_17_recovery_keeps_what_was_durable_whoever_answers() {
    for segments in [Segments::Full, Segments::FullAndTail] {
        let steps = reachable(segments, 2);
        let all: BTreeMap<_, _> = steps
            .into_iter()
            .map(|(_, after)| (key(&after), after))
            .collect();
        for members in all.values() {
            let everyone = members.everyone();
            let within = |set: &CopySet| set.minus(everyone).is_empty();
            let durable = smallest_among(members, |on| members.can_write(RULE, on));
            let mut judged = 0;
            for holders in durable {
                for answered in every_set().filter(within) {
                    let mut answers = [None; 8];
                    for copy in answered.iter() {
                        let held = if holders.contains(copy) { 7 } else { 0 };
                        answers[usize::from(copy.0)] = Some(Lsn(held));
                    }
                    let kept = members.recovered_point(RULE, &answers, everyone);
                    assert_eq!(kept.is_some(), members.can_read(RULE, answered));
                    assert!(
                        kept.is_none_or(|kept| kept == Lsn(7)),
                        "{holders} {answered}"
                    );
                    judged += u32::from(kept.is_some());
                }
            }
            assert!(judged > 100, "{judged}");
        }
    }
}
