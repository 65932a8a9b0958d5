//! One row as its clients see it: a register that must be linearizable.
//!
//! A register is linearizable if every operation seems to take effect at one moment between its being asked and its being
//! answered. Nobody knows the moments; so the possible states are followed instead, one set of them after each answer
//! (just-in-time linearization). A state says which value the register has, which of the writes under way have taken
//! effect, and for each read under way which values it may have met. An answer that fits no state is refused.
//!
//! A write whose connection broke may have taken effect, or may yet. It stays possible for ever, as often as it likes:
//! that allows a little more than is right and never finds fault with what is right `[choice]`. Where too much is under
//! way at once the register is given up.

use std::collections::{BTreeMap, BTreeSet};

/// Writes under way at the same time that are followed `[choice]`; what there is to look at doubles with each.
const WRITES_MAX: usize = 5;
/// States that are followed at the same time `[choice]`.
const STATES_MAX: usize = 200;

/// The number of an operation.
pub type Op = u64;

/// What may be.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct State {
    value: u32,
    /// Writes under way that have taken effect.
    done: BTreeSet<Op>,
    /// Values each read under way may have met.
    met: BTreeMap<Op, BTreeSet<u32>>,
}

impl State {
    /// These writes have taken effect, in whatever order, and who knows which of those whose connections broke; the last
    /// of all makes this the value.
    fn after(&self, silent: &[(Op, u32)], ghosts: &BTreeSet<u32>, last: u32) -> State {
        let mut state = self.clone();
        state.value = last;
        state.done.extend(silent.iter().map(|(op, _)| *op));
        for met in state.met.values_mut() {
            met.extend(silent.iter().map(|(_, value)| *value));
            met.extend(ghosts);
            met.insert(last);
        }
        state
    }
}

/// A register, and all that it may be.
#[derive(Clone, Debug)]
pub struct Register {
    states: BTreeSet<State>,
    /// Writes under way, and what they write.
    writes: BTreeMap<Op, u32>,
    /// What writes whose connection broke may yet make of it.
    ghosts: BTreeSet<u32>,
    given_up: bool,
}

impl Default for Register {
    fn default() -> Register {
        Register {
            states: BTreeSet::from([State::default()]),
            writes: BTreeMap::new(),
            ghosts: BTreeSet::new(),
            given_up: false,
        }
    }
}

impl Register {
    /// Whether it is still followed.
    pub fn is_followed(&self) -> bool {
        !self.given_up
    }

    /// Follows it no more.
    pub fn give_up(&mut self) {
        self.given_up = true;
        self.states.clear();
        self.writes.clear();
    }

    /// Somebody asks to write this.
    pub fn writes(&mut self, op: Op, value: u32) {
        if self.given_up {
            return;
        }
        self.writes.insert(op, value);
        if self.writes.len() > WRITES_MAX {
            self.give_up();
        }
    }

    /// Somebody asks what it is.
    pub fn reads(&mut self, op: Op) {
        if self.given_up {
            return;
        }
        let states = std::mem::take(&mut self.states);
        let meets = states.into_iter().map(|mut state| {
            state.met.insert(op, BTreeSet::from([state.value]));
            state
        });
        self.states = meets.collect();
    }

    /// The writes under way that have not taken effect in a state, but this one: every choice among them.
    fn choices(&self, state: &State, but: Option<Op>) -> Vec<Vec<(Op, u32)>> {
        let open = self.writes.iter();
        let open = open.filter(|(op, _)| Some(**op) != but && !state.done.contains(op));
        let mut choices = vec![Vec::new()];
        for (op, value) in open {
            let with = choices.clone().into_iter().map(|mut chosen| {
                chosen.push((*op, *value));
                chosen
            });
            choices.extend(with.collect::<Vec<_>>());
        }
        choices
    }

    /// A write is acknowledged.
    pub fn written(&mut self, op: Op) {
        let Some(value) = self.writes.get(&op).copied() else {
            return;
        };
        let mut next = BTreeSet::new();
        for state in std::mem::take(&mut self.states) {
            if state.done.contains(&op) {
                next.insert(state);
                continue;
            }
            for silent in self.choices(&state, Some(op)) {
                next.insert(state.after(&silent, &self.ghosts, value));
            }
        }
        self.writes.remove(&op);
        self.goes_on(next.into_iter().map(|mut state| {
            state.done.remove(&op);
            state
        }));
    }

    /// A read is answered. Returns whether there is any way how it can have found that.
    pub fn read(&mut self, op: Op, found: u32) -> bool {
        if self.given_up {
            return true;
        }
        let mut next = BTreeSet::new();
        for state in std::mem::take(&mut self.states) {
            if state.met.get(&op).is_some_and(|met| met.contains(&found)) {
                next.insert(state);
                continue;
            }
            if self.ghosts.contains(&found) {
                for silent in self.choices(&state, None) {
                    next.insert(state.after(&silent, &self.ghosts, found));
                }
            }
            let open = self.writes.iter();
            for (write, _) in
                open.filter(|(write, value)| **value == found && !state.done.contains(write))
            {
                for mut silent in self.choices(&state, Some(*write)) {
                    silent.push((*write, found));
                    next.insert(state.after(&silent, &self.ghosts, found));
                }
            }
        }
        if next.is_empty() {
            // One finding is enough.
            self.give_up();
            return false;
        }
        self.goes_on(next.into_iter().map(|mut state| {
            state.met.remove(&op);
            state
        }));
        true
    }

    /// Nobody will ever hear of an operation: a write may have taken effect, or may yet.
    pub fn broke(&mut self, op: Op) {
        if let Some(value) = self.writes.remove(&op) {
            self.ghosts.insert(value);
        }
        self.forget(op);
    }

    /// An operation surely takes no effect.
    pub fn failed(&mut self, op: Op) {
        let states = std::mem::take(&mut self.states);
        let without = states.into_iter().filter(|state| !state.done.contains(&op));
        self.states = without.collect();
        self.writes.remove(&op);
        self.forget(op);
    }

    fn forget(&mut self, op: Op) {
        let states = std::mem::take(&mut self.states);
        self.goes_on(states.into_iter().map(|mut state| {
            state.done.remove(&op);
            state.met.remove(&op);
            state
        }));
    }

    fn goes_on(&mut self, states: impl Iterator<Item = State>) {
        self.states = states.collect();
        if self.states.len() > STATES_MAX {
            self.give_up();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_reads_after_an_acknowledgement_finds_what_was_written() {
        let mut row = Register::default();
        row.writes(1, 7);
        row.written(1);
        row.reads(2);
        assert!(row.clone().read(2, 7));
        assert!(!row.read(2, 0), "the older value");
    }

    #[test]
    fn what_is_asked_at_the_same_time_comes_in_any_order_but_in_one() {
        let mut row = Register::default();
        row.writes(1, 7);
        row.writes(2, 8);
        row.reads(3);
        row.written(1);
        row.reads(4);
        row.written(2);
        for (early, late, fits) in [(0, 7, true), (8, 7, true), (7, 8, true), (0, 0, false)] {
            let mut row = row.clone();
            assert_eq!(
                row.read(3, early) && row.read(4, late),
                fits,
                "{early} {late}"
            );
        }
        row.reads(5);
        assert!(row.read(5, 7), "8 may have come first");
        row.reads(6);
        assert!(!row.read(6, 8), "and then it is not the last");
    }

    #[test]
    fn a_write_whose_connection_broke_may_have_been_done_or_not() {
        let mut row = Register::default();
        row.writes(1, 7);
        row.written(1);
        row.writes(2, 8);
        row.broke(2);
        for (op, found) in [(3, 7), (4, 8), (5, 8)] {
            row.reads(op);
            assert!(row.read(op, found), "{found}");
        }
        row.reads(6);
        assert!(!row.read(6, 7), "7 is over");
    }

    #[test]
    fn what_surely_failed_is_never_seen() {
        let mut row = Register::default();
        row.writes(1, 7);
        row.failed(1);
        row.reads(2);
        assert!(!row.read(2, 7));
    }

    #[test]
    fn too_much_at_once_is_given_up() {
        let mut row = Register::default();
        (0..20).for_each(|op| row.writes(op, 1 + op as u32));
        assert!(!row.is_followed());
        row.reads(30);
        assert!(row.read(30, 99), "nothing is said of it any more");
    }
}
