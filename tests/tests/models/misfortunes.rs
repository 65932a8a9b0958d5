//! no acknowledged record is lost with a whole zone and one more copy.
//!
//! The model is one group in three zones, a writer, two records, and every order of everything that can happen:
//!
//! * the writer writes a record, and any copy may receive any record that was written, at any time, twice, or never:
//!   that is a network that delays, reorders, repeats and loses;
//! * a copy makes durable what it has in memory, and the writer hears, sooner or later or never, how far the copy is
//!   complete (S-2, L-5);
//! * a copy fails: what it had in memory is gone, what is on disk stays. While it is down it does nothing, which
//!   any copy is free to do anyway, so being down needs no state of its own;
//! * copies gossip: one passes on what it has on disk (S-4);
//! * copies are destroyed, disk and all: one zone, and one copy beside it (AZ+1), in any order with everything else.
//!
//! The writer acknowledges by the engine's own rule, the durable point of what it has heard. And in every state it
//! must hold that whichever survivors make up a read quorum, recovery from their answers keeps each acknowledged record
//! (C-17).
//!
//! Copies of a zone are alike, and so are zones of equally many copies, so states that differ only in who is who are
//! looked at once.

use aurora::membership::{Membership, PerSlot, Segments};
use aurora::quorum::{CopySet, Quorum};
use aurora::wrong_rule::WrongRule;
use base::{COPIES, CopyId, Lsn, ZoneId};
use stateright::{Model, Property};

use super::{all_hold, history_against};

const NOTHING_LOST: &str = "no acknowledged record is lost";
const ENOUGH_LEFT: &str = "a zone and one more copy gone leave a read quorum";
const ALL_ACKNOWLEDGED: &str =
    "both records can be acknowledged with a zone and one more copy gone";

/// What is broken on purpose.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rule {
    Right,
    Wrong(WrongRule),
    /// A copy tells the newest record it has instead of how far it is complete (against L-4).
    NewestInsteadOfComplete,
}

struct Misfortunes {
    rule: Rule,
    records: u8,
    /// Whether what a copy receives is in memory for a while, and not on disk at once.
    memory: bool,
}

/// A set of records, one bit each.
type Records = u8;

/// How far a set of records is complete (L-4).
fn complete(records: Records) -> u8 {
    records.trailing_ones() as u8
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Copy {
    destroyed: bool,
    disk: Records,
    /// What is in memory only.
    memory: Records,
    /// What the copy has told the writer, and what of that has arrived.
    said: u8,
    heard: u8,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct State {
    copies: [Copy; COPIES as usize],
    written: u8,
    acknowledged: u8,
    zone_destroyed: bool,
    copy_destroyed: bool,
}

#[derive(Clone, Debug, PartialEq)]
enum Action {
    Write,
    Receive { copy: CopyId, record: u8 },
    Persist(CopyId),
    HearFrom(CopyId),
    Fail(CopyId),
    Gossip { from: CopyId, to: CopyId },
    DestroyZone(ZoneId),
    DestroyCopy(CopyId),
}

impl Misfortunes {
    fn wrong_rule(&self) -> Option<WrongRule> {
        match self.rule {
            Rule::Wrong(rule) => Some(rule),
            _ => None,
        }
    }

    fn zone(&self, copy: CopyId) -> ZoneId {
        WrongRule::zone_of(self.wrong_rule(), copy)
    }

    /// What a copy takes itself to have.
    fn has(&self, copy: &Copy) -> Records {
        if self.acknowledges_memory() {
            copy.disk | copy.memory
        } else {
            copy.disk
        }
    }

    fn acknowledges_memory(&self) -> bool {
        self.rule == Rule::Wrong(WrongRule::AcknowledgeBeforeDurable)
    }

    /// What a copy tells the writer.
    fn report(&self, copy: &Copy) -> u8 {
        let has = self.has(copy);
        match self.rule {
            Rule::NewestInsteadOfComplete => (u8::BITS - has.leading_zeros()) as u8,
            _ => complete(has),
        }
    }

    /// What the writer may acknowledge, given what it has heard (L-6, W-8).
    fn durable(&self, state: &State) -> u8 {
        let quorum = WrongRule::quorum(self.wrong_rule());
        let heard = per_slot(|copy| Lsn(state.copies[copy].heard.into()));
        let durable = Membership::first(Segments::Full).durable_point(quorum, &heard);
        durable.0 as u8
    }

    /// Whether recovery keeps what was acknowledged if these copies answer (C-17).
    fn keeps(&self, state: &State, from: CopySet) -> bool {
        let quorum = WrongRule::quorum(self.wrong_rule());
        let answers = per_slot(|copy| {
            let answers = from.contains(CopyId(copy as u8));
            answers.then(|| Lsn(complete(self.has(&state.copies[copy])).into()))
        });
        let members = Membership::first(Segments::Full);
        let kept = members.recovered_point(quorum, &answers, members.everyone());
        // Where three are a write quorum that rule knows no answer; the furthest of all is the best there is.
        let furthest = answers.iter().copied().flatten().max();
        kept.or(furthest) >= Some(Lsn(state.acknowledged.into()))
    }

    /// The same state with copies and zones in an order of their own.
    fn in_order(&self, mut state: State) -> State {
        let sizes: &[usize] = match self.rule {
            Rule::Wrong(WrongRule::FourCopiesInOneZone) => &[1, 1, 4],
            _ => &[2, 2, 2],
        };
        let mut from = 0;
        for size in sizes {
            state.copies[from..from + size].sort_unstable();
            from += size;
        }
        let (pairs, rest) = state.copies.as_chunks_mut::<2>();
        if rest.is_empty() && sizes.len() == pairs.len() && sizes.iter().all(|size| *size == 2) {
            pairs.sort_unstable();
        }
        state
    }
}

/// The copies that are there.
fn survivors(state: &State) -> CopySet {
    CopyId::all()
        .filter(|copy| !state.copies[usize::from(copy.0)].destroyed)
        .collect()
}

/// The read quorums there still are.
fn read_sets(state: &State) -> impl Iterator<Item = CopySet> {
    let there = survivors(state);
    CopySet::every()
        .filter(move |from| from.minus(there).is_empty() && Quorum::AURORA.can_read(*from))
}

/// A value for each letter; only the first six have one of their own.
fn per_slot<T: Default>(value: impl Fn(usize) -> T) -> PerSlot<T> {
    std::array::from_fn(|slot| {
        if slot < COPIES.into() {
            value(slot)
        } else {
            T::default()
        }
    })
}

impl Model for Misfortunes {
    type State = State;
    type Action = Action;

    fn init_states(&self) -> Vec<State> {
        let empty = Copy {
            destroyed: false,
            disk: 0,
            memory: 0,
            said: 0,
            heard: 0,
        };
        vec![State {
            copies: [empty; COPIES as usize],
            written: 0,
            acknowledged: 0,
            zone_destroyed: false,
            copy_destroyed: false,
        }]
    }

    fn actions(&self, state: &State, actions: &mut Vec<Action>) {
        actions.push(Action::Write);
        for copy in CopyId::all() {
            actions.extend((0..state.written).map(|record| Action::Receive { copy, record }));
            actions.extend([Action::Persist(copy), Action::HearFrom(copy)]);
            actions.extend([Action::Fail(copy), Action::DestroyCopy(copy)]);
            let others = CopyId::all().filter(|other| *other != copy);
            actions.extend(others.map(|to| Action::Gossip { from: copy, to }));
        }
        actions.extend(ZoneId::all().map(Action::DestroyZone));
    }

    fn next_state(&self, before: &State, action: Action) -> Option<State> {
        let mut state = before.clone();
        let there = |copy: CopyId| !before.copies[usize::from(copy.0)].destroyed;
        // What a copy has said may still be on its way.
        let destroyed = |copy: Copy| Copy {
            destroyed: true,
            disk: 0,
            memory: 0,
            ..copy
        };
        match action {
            Action::Write => state.written = (state.written + 1).min(self.records),
            Action::Receive { copy, record } if there(copy) => {
                let copy = &mut state.copies[usize::from(copy.0)];
                copy.memory |= 1 << record & !copy.disk;
                if !self.memory {
                    copy.disk |= copy.memory;
                    copy.memory = 0;
                }
                if !self.memory || self.acknowledges_memory() {
                    copy.said = copy.said.max(self.report(copy));
                }
            }
            Action::Persist(copy) if there(copy) => {
                let copy = &mut state.copies[usize::from(copy.0)];
                copy.disk |= copy.memory;
                copy.memory = 0;
                copy.said = copy.said.max(self.report(copy));
            }
            Action::HearFrom(copy) => {
                let copy = &mut state.copies[usize::from(copy.0)];
                copy.heard = copy.said;
            }
            Action::Fail(copy) => state.copies[usize::from(copy.0)].memory = 0,
            Action::Gossip { from, to } if there(from) && there(to) => {
                let news = before.copies[usize::from(from.0)].disk;
                let to = &mut state.copies[usize::from(to.0)];
                if self.memory {
                    to.memory |= news & !to.disk;
                } else {
                    to.disk |= news;
                    to.said = to.said.max(self.report(to));
                }
            }
            Action::DestroyZone(zone) if !before.zone_destroyed => {
                state.zone_destroyed = true;
                for copy in CopyId::all().filter(|copy| self.zone(*copy) == zone) {
                    let copy = &mut state.copies[usize::from(copy.0)];
                    *copy = destroyed(*copy);
                }
            }
            Action::DestroyCopy(copy) if !before.copy_destroyed && there(copy) => {
                state.copy_destroyed = true;
                let copy = &mut state.copies[usize::from(copy.0)];
                *copy = destroyed(*copy);
            }
            _ => return None,
        }
        state.acknowledged = state.acknowledged.max(self.durable(&state));
        let state = self.in_order(state);
        (state != *before).then_some(state)
    }

    fn properties(&self) -> Vec<Property<Self>> {
        vec![
            Property::always(NOTHING_LOST, |model: &Self, state: &State| {
                state.acknowledged == 0 || read_sets(state).all(|from| model.keeps(state, from))
            }),
            Property::always(ENOUGH_LEFT, |_, state: &State| {
                Quorum::AURORA.can_read(survivors(state))
            }),
            Property::sometimes(ALL_ACKNOWLEDGED, |model: &Self, state: &State| {
                let misfortune = state.zone_destroyed && state.copy_destroyed;
                misfortune && state.acknowledged == model.records
            }),
        ]
    }
}

fn one_record(rule: Rule) -> Misfortunes {
    Misfortunes {
        rule,
        records: 1,
        memory: true,
    }
}

/// Two records, of which copies may have either alone. What is in memory only and gets lost might as well have got lost
/// on its way, so here it is left out: under the right rule it changes nothing.
fn two_records(rule: Rule) -> Misfortunes {
    Misfortunes {
        rule,
        records: 2,
        memory: false,
    }
}

#[test]
fn q_4_a_zone_and_one_more_copy_lose_nothing_acknowledged() {
    let states = all_hold(one_record(Rule::Right));
    assert!(states > 1_000, "{states} states");
    let states = all_hold(two_records(Rule::Right));
    assert!(states > 50_000, "{states} states");
}

/// Three copies have it, the writer hears of all three, and those three are the zone and the copy.
#[test]
fn q_1_a_write_quorum_of_three_loses_a_record() {
    let rule = Rule::Wrong(WrongRule::WriteQuorumThree);
    let history = history_against(|| one_record(rule), NOTHING_LOST);
    assert!(history.len() > 8, "{history:?}");
}

#[test]
fn s_2_acknowledging_what_is_in_memory_loses_a_record() {
    let rule = Rule::Wrong(WrongRule::AcknowledgeBeforeDurable);
    let history = history_against(|| one_record(rule), NOTHING_LOST);
    assert!(
        history.iter().any(|step| step.starts_with("Fail")),
        "{history:?}"
    );
}

#[test]
fn l_4_telling_the_newest_record_instead_of_how_far_one_is_complete_loses_a_record() {
    let rule = Rule::NewestInsteadOfComplete;
    let history = history_against(|| two_records(rule), NOTHING_LOST);
    assert!(
        history.iter().filter(|step| *step == "Write").count() == 2,
        "{history:?}"
    );
}

/// Nothing that is acknowledged need be gone, but nobody can tell: two copies are no read quorum.
#[test]
fn q_3_four_copies_in_one_zone_leave_no_read_quorum() {
    let rule = Rule::Wrong(WrongRule::FourCopiesInOneZone);
    assert_eq!(history_against(|| one_record(rule), ENOUGH_LEFT).len(), 1);
}
