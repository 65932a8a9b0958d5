//! M-9, M-13: a record that was durable once is never missed, however members change around it.
//!
//! That neighbouring epochs' sets meet (see `members`) is not enough. A change takes two steps, and a record may have
//! become durable before the first: G has taken F's place, {A, B, G} is a read set, and the record lies on C, D, E and
//! F. What saves it is that nobody lets G count, or take a place, before it has fetched what was durable when it
//! joined.
//!
//! The model: one record that copies receive in every order; members that change in every way, up to two steps, a second
//! change in the midst of the first included; newcomers that are hydrated at any moment, which means that they have what
//! was durable when they joined. Once the record has been durable by the rule of any epoch, no read set that counts
//! may miss it. The membership and its steps are the engine's own.

use std::hash::{Hash, Hasher};

use aurora::membership::{Membership, Segments};
use aurora::quorum::{CopySet, Quorum};
use base::CopyId;
use stateright::{Model, Property};

use super::{all_hold, history_against};

const NEVER_MISSED: &str = "no quorum read misses a durable record";
const ANOTHER_SIX: &str = "the record can outlive a change of members";

#[derive(Clone, Copy, PartialEq, Eq)]
enum Rule {
    Right,
    /// An empty newcomer counts for quorum reads (against M-13).
    CountEmptyNewcomer,
    /// A newcomer takes a member's place before it is hydrated (against M-9).
    FinishEarly,
    /// Members are exchanged without the step in between (against M-5).
    SwapAtOnce,
}

struct Newcomers {
    segments: Segments,
    rule: Rule,
    /// So many steps are taken at most.
    steps: u8,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct State {
    members: Membership,
    /// Who has the record.
    holders: CopySet,
    /// Who counts for quorum reads.
    hydrated: CopySet,
    /// Those that joined when the record was durable, and must fetch it before they count.
    must_fetch: CopySet,
    /// The record has been durable, and so may have been acknowledged.
    durable: bool,
}

impl Hash for State {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        let swaps = self.members.swaps().map(|swap| (swap.leaves, swap.joins));
        swaps.for_each(|swap| swap.hash(hasher));
        let members = (self.members.epoch(), self.members.six());
        let record = (self.holders, self.hydrated, self.must_fetch, self.durable);
        (members, self.members.fulls(), record).hash(hasher);
    }
}

impl State {
    fn settled(mut self) -> State {
        let everyone = self.members.everyone();
        self.holders = self.holders.and(everyone);
        self.hydrated = self.hydrated.and(everyone);
        self.must_fetch = self.must_fetch.and(everyone);
        self.durable |= self.members.can_write(Quorum::AURORA, self.holders);
        self
    }

    fn with_members(mut self, members: Membership) -> State {
        let joins = members.everyone().minus(self.members.everyone());
        if self.durable {
            self.must_fetch = self.must_fetch.or(joins);
        }
        State { members, ..self }
    }
}

#[derive(Clone, Debug, PartialEq)]
enum Action {
    Receive(CopyId),
    Hydrate(CopyId),
    Doubt(CopyId),
    TakeBack(CopyId),
    Finish(CopyId),
}

impl Model for Newcomers {
    type State = State;
    type Action = Action;

    fn init_states(&self) -> Vec<State> {
        let members = Membership::first(self.segments);
        vec![State {
            members,
            holders: CopySet::NONE,
            hydrated: members.everyone(),
            must_fetch: CopySet::NONE,
            durable: false,
        }]
    }

    fn actions(&self, state: &State, actions: &mut Vec<Action>) {
        actions.extend(CopyId::slots().map(Action::Receive));
        actions.extend(CopyId::slots().map(Action::Hydrate));
        if state.members.epoch().0 <= u16::from(self.steps) {
            for copy in CopyId::slots() {
                actions.extend([Action::Doubt(copy), Action::TakeBack(copy)]);
                actions.push(Action::Finish(copy));
            }
        }
    }

    fn next_state(&self, state: &State, action: Action) -> Option<State> {
        let members = &state.members;
        let next = match action {
            Action::Receive(copy) => {
                let can = members.everyone().minus(state.holders).contains(copy);
                let holders = state.holders.with(copy);
                can.then_some(State { holders, ..*state })?
            }
            Action::Hydrate(copy) => {
                let can = members.newcomers().minus(state.hydrated).contains(copy);
                let fetched = state.must_fetch.and(CopySet::NONE.with(copy));
                can.then_some(State {
                    holders: state.holders.or(fetched),
                    hydrated: state.hydrated.with(copy),
                    ..*state
                })?
            }
            Action::Doubt(copy) if self.rule == Rule::SwapAtOnce => {
                let next = state.with_members(members.swap_at_once(copy).ok()?);
                let hydrated = next.members.everyone();
                State { hydrated, ..next }
            }
            Action::Doubt(copy) => state.with_members(members.begin(copy).ok()?),
            Action::TakeBack(copy) => state.with_members(members.reverse(copy).ok()?),
            Action::Finish(copy) => {
                let swap = members.swap_of(copy)?;
                if !state.hydrated.contains(swap.joins) && self.rule != Rule::FinishEarly {
                    return None;
                }
                let hydrated = state.hydrated.with(swap.joins);
                let next = state.with_members(members.finish(copy).ok()?);
                State { hydrated, ..next }
            }
        };
        Some(next.settled())
    }

    fn properties(&self) -> Vec<Property<Self>> {
        vec![
            Property::always(NEVER_MISSED, |model: &Self, state: &State| {
                let counted = match model.rule {
                    Rule::CountEmptyNewcomer => state.members.everyone(),
                    _ => state.hydrated,
                };
                let without = counted.minus(state.holders);
                !(state.durable && state.members.can_read(Quorum::AURORA, without))
            }),
            Property::sometimes(ANOTHER_SIX, |_, state: &State| {
                state.durable && state.members.six() != CopySet::ALL
            }),
        ]
    }
}

fn model(segments: Segments, rule: Rule, steps: u8) -> Newcomers {
    Newcomers {
        segments,
        rule,
        steps,
    }
}

#[test]
fn inv_12_no_durable_record_is_ever_lost() {
    for segments in [Segments::Full, Segments::FullAndTail] {
        let states = all_hold(model(segments, Rule::Right, 2));
        assert!(states > 20_000, "{states} states");
    }
}

/// EX-34: the record lies on four, the newcomer joins, and with two who lack it makes up a read set.
#[test]
fn m_13_counting_the_empty_newcomer_loses_a_record() {
    let rule = Rule::CountEmptyNewcomer;
    let history = history_against(|| model(Segments::Full, rule, 1), NEVER_MISSED);
    assert_eq!(history.len(), 5, "{history:?}");
}

#[test]
fn m_9_going_on_before_the_newcomer_is_hydrated_loses_a_record() {
    let history = history_against(|| model(Segments::Full, Rule::FinishEarly, 2), NEVER_MISSED);
    assert_eq!(history.len(), 6, "{history:?}");
}

#[test]
fn m_5_exchanging_members_at_one_stroke_loses_a_record() {
    let history = history_against(|| model(Segments::Full, Rule::SwapAtOnce, 1), NEVER_MISSED);
    assert_eq!(history.len(), 5, "{history:?}");
}
