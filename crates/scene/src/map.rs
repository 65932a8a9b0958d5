//! What each of the 64 states of a group's copies allows.
//!
//! Every entry is the answer of the engine's own quorum rule; nothing is counted by hand.

use base::{CopyId, GroupId, SegmentId};
use world::{Ability, Command, CopySet, World};

/// The 64 states of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StateMap {
    /// The group.
    pub group: GroupId,
    /// What each set of copies allows that is up, by rows: those of A, B and C, largest sets first; in a row, those of D,
    /// E and F in the same order.
    pub states: Vec<(CopySet, Ability)>,
    /// The copies that are up and that the writer can reach now.
    pub now: CopySet,
    /// The copies that are up, within reach or not.
    pub running: CopySet,
    /// Whether a copy is cut off, so that not every state can be reached by stopping and restarting.
    pub cut: bool,
}

/// The sets of three copies in the order of the map: the largest first.
const ORDER: [u8; 8] = [0b111, 0b011, 0b101, 0b110, 0b001, 0b010, 0b100, 0b000];

/// The states of a group, by its quorum rule.
#[inline(never)]
pub fn state_map(world: &World, group: GroupId) -> StateMap {
    let half = |bits: u8, first: u8| {
        (0..3)
            .filter(move |copy| bits >> copy & 1 == 1)
            .map(move |copy| CopyId(first + copy))
    };
    let rows = ORDER
        .iter()
        .flat_map(|row| ORDER.iter().map(move |column| (*row, *column)));
    let sets = rows.map(|(row, column)| half(row, 0).chain(half(column, 3)).collect::<CopySet>());
    StateMap {
        group,
        states: sets.map(|up| (up, world.quorum().ability(up))).collect(),
        now: world.reachable(group),
        running: CopyId::all()
            .filter(|copy| world.is_up(SegmentId::new(group, *copy)))
            .collect(),
        cut: crate::groups::within_reach(world) != CopySet::ALL,
    }
}

impl StateMap {
    /// How many states allow this.
    pub fn count(&self, ability: Ability) -> u32 {
        self.states
            .iter()
            .filter(|state| state.1 == ability)
            .count() as u32
    }

    /// What has to be done so that exactly these copies are up: the copies to stop, those to restart, and the commands
    /// that do it.
    pub fn way_to(&self, up: CopySet) -> (CopySet, CopySet, Vec<Command>) {
        let (stop, start) = (self.running.and(up.others()), up.and(self.running.others()));
        let group = Some(self.group);
        let commands = stop
            .iter()
            .map(|copy| Command::StopCopy { copy, group })
            .chain(
                start
                    .iter()
                    .map(|copy| Command::RestartCopy { copy, group }),
            );
        (stop, start, commands.collect())
    }
}
