//! INV-12: between two membership epochs every old write set meets every new one, and every set that is read.
//!
//! Epochs change while writes are under way. A write that was made durable by the rule of one epoch is looked for by
//! the rule of the next, so what counts is not one epoch's sets but those of neighbours. If somewhere a write set
//! of before and a read or write set of after had no copy in common, there would be a moment in which a record is
//! acknowledged and nobody who asks has heard of it.
//!
//! The model has nothing but members: the six, the one or two who are being replaced, the newcomers, and which of
//! those are hydrated. Every step the engine knows is made from every membership that can be reached: a member is
//! doubted, another beside it, a change is taken back, a newcomer is hydrated, and takes its place. Letters that
//! become free are given out again, so histories never end; but memberships repeat, and so the search does.
//!
//! For each step every pattern of copies up and down is tried. It suffices to let the copies that are up be a write
//! set of before and to ask whether those that are down could do anything after: sets only gain by growing.

use std::hash::{Hash, Hasher};

use aurora::membership::{Membership, Segments, Swap};
use aurora::quorum::{CopySet, Quorum};
use base::CopyId;
use stateright::{Model, Property};

use super::{all_hold, every_set, history_against};

const WRITES_MEET: &str = "write sets of neighbouring epochs meet";
const READS_MEET: &str = "read sets of an epoch meet the write sets of the one before";
const STAYERS_WRITE: &str = "those who stay can write";
const TWO_AT_ONCE: &str = "two members can be under replacement";
const OTHER_LETTERS: &str = "all that began with can be gone";

/// The rule that is followed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rule {
    Right,
    /// An empty newcomer counts for quorum reads from the start (against M-13).
    CountEmptyNewcomer,
    /// Two members are exchanged in a single step (against M-5).
    SwapTwoAtOnce,
}

struct Members {
    segments: Segments,
    rule: Rule,
}

/// Who is a member, and who of them counts for quorum reads.
#[derive(Clone, Copy, Debug)]
struct State {
    members: Membership,
    hydrated: CopySet,
}

impl State {
    /// What tells states apart: everything but the epoch, which only counts, and the zones, which do not decide.
    fn key(&self) -> (CopySet, [Option<Swap>; 2], CopySet, CopySet) {
        let everyone = self.members.everyone();
        let mut swaps = self.members.swaps();
        let swaps = [swaps.next(), swaps.next()];
        let fulls = self.members.fulls().and(everyone);
        (self.members.six(), swaps, fulls, self.hydrated)
    }
}

impl PartialEq for State {
    fn eq(&self, other: &State) -> bool {
        self.key() == other.key()
    }
}

impl Hash for State {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        let (six, swaps, fulls, hydrated) = self.key();
        let swaps = swaps.map(|swap| swap.map(|swap| (swap.leaves, swap.joins)));
        (six, swaps, fulls, hydrated).hash(hasher);
    }
}

#[derive(Clone, Debug, PartialEq)]
enum Action {
    Doubt(CopyId),
    TakeBack(CopyId),
    Hydrate(CopyId),
    Finish(CopyId),
    SwapBoth(CopyId, CopyId),
}

impl Members {
    /// Whether no copies that could do something in this epoch or the next would miss what was written in this one.
    fn meet(&self, before: &State, does: impl Fn(&State, CopySet) -> bool) -> bool {
        let all: CopySet = CopyId::slots().collect();
        let written = smallest_write_sets(&before.members);
        let mut after = self.next_states(before);
        after.push(*before);
        let met = |after: &State| written.iter().all(|up| !does(after, all.minus(*up)));
        after.iter().all(met)
    }
}

/// The write sets that are none with any copy less.
fn smallest_write_sets(members: &Membership) -> Vec<CopySet> {
    let writes = |up| members.can_write(Quorum::AURORA, up);
    let smallest = |up: &CopySet| writes(*up) && up.iter().all(|copy| !writes(up.without(copy)));
    every_set().filter(smallest).collect()
}

impl Model for Members {
    type State = State;
    type Action = Action;

    fn init_states(&self) -> Vec<State> {
        let members = Membership::first(self.segments);
        let hydrated = members.everyone();
        vec![State { members, hydrated }]
    }

    fn actions(&self, state: &State, actions: &mut Vec<Action>) {
        for copy in CopyId::slots() {
            actions.extend([Action::Doubt(copy), Action::TakeBack(copy)]);
            actions.extend([Action::Hydrate(copy), Action::Finish(copy)]);
            if self.rule == Rule::SwapTwoAtOnce && !state.members.is_changing() {
                let later = CopyId::slots().filter(|other| *other > copy);
                actions.extend(later.map(|other| Action::SwapBoth(copy, other)));
            }
        }
    }

    fn next_state(&self, state: &State, action: Action) -> Option<State> {
        let (members, mut hydrated) = (state.members, state.hydrated);
        let open = members.newcomers().minus(hydrated);
        let members = match action {
            Action::Doubt(copy) => {
                let wide = members.begin(copy).ok()?;
                if self.rule == Rule::CountEmptyNewcomer {
                    hydrated = hydrated.or(wide.newcomers());
                }
                wide
            }
            Action::TakeBack(copy) => members.reverse(copy).ok()?,
            Action::Hydrate(copy) if open.contains(copy) => {
                hydrated = hydrated.with(copy);
                members
            }
            Action::Hydrate(_) => return None,
            Action::Finish(copy) => {
                members
                    .swap_of(copy)
                    .filter(|swap| !open.contains(swap.joins))?;
                members.finish(copy).ok()?
            }
            Action::SwapBoth(one, other) => {
                let wide = members.begin(one).ok()?.begin(other).ok()?;
                let both = wide.finish(one).ok()?.finish(other).ok()?;
                hydrated = both.everyone();
                both
            }
        };
        let hydrated = hydrated.and(members.everyone());
        Some(State { members, hydrated })
    }

    fn properties(&self) -> Vec<Property<Self>> {
        vec![
            Property::always(WRITES_MEET, |model: &Self, state: &State| {
                let writes = |after: &State, up| after.members.can_write(Quorum::AURORA, up);
                model.meet(state, writes)
            }),
            Property::always(READS_MEET, |model: &Self, state: &State| {
                let reads = |after: &State, up: CopySet| {
                    let counted = up.and(after.hydrated);
                    after.members.can_read(Quorum::AURORA, counted)
                };
                model.meet(state, reads)
            }),
            // M-7, M-8: no step stops the writes of a group whose other four are well.
            Property::always(STAYERS_WRITE, |_, State { members, .. }: &State| {
                let leave: CopySet = members.swaps().map(|swap| swap.leaves).collect();
                members.can_write(Quorum::AURORA, members.six().minus(leave))
            }),
            Property::sometimes(TWO_AT_ONCE, |_, state: &State| {
                state.members.swaps().count() == 2
            }),
            Property::sometimes(OTHER_LETTERS, |_, state: &State| {
                state.members.everyone().and(CopySet::ALL).len() == 4
            }),
        ]
    }
}

fn model(segments: Segments, rule: Rule) -> Members {
    Members { segments, rule }
}

#[test]
fn inv_12_sets_of_neighbouring_epochs_meet() {
    let states = all_hold(model(Segments::Full, Rule::Right));
    assert!(states > 2_000, "{states} states");
}

#[test]
fn inv_12_with_full_and_tail_segments_too() {
    let states = all_hold(model(Segments::FullAndTail, Rule::Right));
    assert!(states > 20_000, "{states} states");
}

/// One step is enough: {A, B, G} is a read set of ABCDEG and meets no {C, D, E, F}.
#[test]
fn m_13_an_empty_newcomer_that_counts_is_found_out() {
    let history = history_against(
        || model(Segments::Full, Rule::CountEmptyNewcomer),
        READS_MEET,
    );
    assert!(history.len() <= 1, "{history:?}");
}

/// Two members exchanged at once: {A, B, G, H} could write, and knows nothing of {C, D, E, F}.
#[test]
fn m_5_two_members_exchanged_at_one_stroke_are_found_out() {
    let history = history_against(|| model(Segments::Full, Rule::SwapTwoAtOnce), WRITES_MEET);
    assert!(history.len() <= 1, "{history:?}");
}
