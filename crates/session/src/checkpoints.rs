//! Checkpoints: clones of the world to go back to.
//!
//! They lie close together near the present, where steps back are asked for, and ever further apart in the
//! distant past: when there are too many, the one goes whose loss costs least, measured by how long the gap it
//! leaves is for its age.

use crate::stage::Stage;
use base::SimTime;

/// A place in a run: after so many steps, and so many commands of the person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Position {
    pub steps: u64,
    pub given: u32,
}

/// A world at a position.
#[derive(Clone, Debug)]
pub(crate) struct Checkpoint {
    pub position: Position,
    pub world: Stage,
}

/// Fewest steps between two checkpoints `[choice]`.
const STEPS_APART: u64 = 1_000;
/// And so many for each unit of weight, so that playing costs more than cloning `[choice]`.
const STEPS_APART_PER_WEIGHT: u64 = 4;
/// Most checkpoints `[choice]`.
const MOST: usize = 40;
/// What all together may weigh, so that large worlds fit into memory `[choice]` …
const WEIGHT_MAX: u64 = 400_000;
/// … but there are always some.
const FEWEST: usize = 4;

/// Checkpoints by position.
#[derive(Clone, Debug)]
pub(crate) struct Checkpoints {
    /// In order; the first is the beginning of the run and always stays.
    all: Vec<Checkpoint>,
}

impl Checkpoints {
    /// The one checkpoint at the beginning.
    pub fn new(beginning: Stage) -> Checkpoints {
        let position = Position::default();
        Checkpoints {
            all: vec![Checkpoint {
                position,
                world: beginning,
            }],
        }
    }

    /// Keeps a clone of the world if the checkpoints before and after it lie far enough away.
    pub fn pass(&mut self, position: Position, world: &Stage) {
        let place = self.all.partition_point(|held| held.position <= position);
        let before = self.all[place - 1].position.steps;
        let after = self.all.get(place);
        let after = after.map_or(u64::MAX, |held| held.position.steps);
        let around = (position.steps - before).min(after - position.steps);
        if around < STEPS_APART || around < world.weight() * STEPS_APART_PER_WEIGHT {
            return;
        }
        let world = world.clone();
        self.all.insert(place, Checkpoint { position, world });
        while self.is_too_much() {
            self.thin(position.steps);
        }
    }

    fn is_too_much(&self) -> bool {
        let all = self.all.len();
        let weights = self.all.iter().map(|held| held.world.weight());
        all > MOST || (all > FEWEST && weights.sum::<u64>() > WEIGHT_MAX)
    }

    /// The last one at or before a position.
    pub fn before(&self, position: Position) -> &Checkpoint {
        let place = self.all.partition_point(|held| held.position <= position);
        &self.all[place - 1]
    }

    /// The last one whose world has not passed a moment.
    pub fn before_time(&self, at: SimTime) -> &Checkpoint {
        let place = self.all.partition_point(|held| held.world.now() <= at);
        &self.all[place.max(1) - 1]
    }

    /// Forgets what lies behind a position.
    pub fn cut_after(&mut self, position: Position) {
        self.all.retain(|held| held.position <= position);
    }

    /// Takes one out, neither the first nor the last.
    fn thin(&mut self, now: u64) {
        let cost = |place: usize| {
            let steps = |place: usize| self.all[place].position.steps;
            let (gap, age) = (
                steps(place + 1) - steps(place - 1),
                now.abs_diff(steps(place)),
            );
            u128::from(gap) * (1 << 32) / u128::from(age + 1)
        };
        if let Some(cheapest) = (1..self.all.len() - 1).min_by_key(|place| cost(*place)) {
            self.all.remove(cheapest);
        }
    }
}

#[cfg(test)]
mod tests {
    use world::{Keep, Topology, World};

    use super::*;

    fn filled(steps: u64) -> Checkpoints {
        let world = World::new(Topology::default(), 1, Keep::All);
        let world = Stage::Cluster(Box::new(world));
        let mut checkpoints = Checkpoints::new(world.clone());
        for steps in 1..=steps {
            checkpoints.pass(Position { steps, given: 0 }, &world);
        }
        checkpoints
    }

    #[test]
    fn they_lie_close_together_near_the_present_and_are_never_too_many() {
        let (now, checkpoints) = (300_000, filled(300_000));
        assert_eq!(checkpoints.all.len(), MOST);
        let places: Vec<u64> = checkpoints
            .all
            .iter()
            .map(|held| held.position.steps)
            .collect();
        assert_eq!(places[0], 0, "the beginning stays");
        for gap in places.windows(2) {
            let (width, age) = (gap[1] - gap[0], now - gap[0]);
            assert!(
                width <= age / 4 + STEPS_APART,
                "{width} at an age of {age}: {places:?}"
            );
        }
    }

    #[test]
    fn the_nearest_before_a_place_is_found_and_none_behind_a_cut() {
        let mut checkpoints = filled(10_500);
        let at = |steps| Position { steps, given: 0 };
        assert_eq!(checkpoints.before(at(7_999)).position.steps, 7_000);
        assert_eq!(checkpoints.before(at(8_000)).position.steps, 8_000);
        checkpoints.cut_after(at(4_500));
        assert_eq!(checkpoints.before(at(99_999)).position.steps, 4_000);
        assert_eq!(checkpoints.before(at(0)).position.steps, 0);
    }
}
