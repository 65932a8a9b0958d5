//! Checkpoints: clones of the world to go back to.
//!
//! They lie close together near the present, where steps back are asked for, and ever further apart in the
//! distant past: when there are too many, the one goes whose loss costs least, measured by how long the gap it
//! leaves is for its age.

use base::SimTime;
use world::World;

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
    pub world: World,
}

/// Fewest steps between two checkpoints `[choice]`.
const STEPS_APART: u64 = 1_000;
/// And so many for each segment, since a clone costs as much as there are segments `[choice]`.
const STEPS_APART_PER_SEGMENT: u64 = 2;
/// Most checkpoints of an ordinary volume `[choice]`.
const MOST: u64 = 40;
/// Fewest, and of how many segments all checkpoints together may consist, so that large volumes fit `[choice]`.
const FEWEST: u64 = 4;
const SEGMENTS: u64 = 100_000;

/// Checkpoints by position.
#[derive(Clone, Debug)]
pub(crate) struct Checkpoints {
    /// In order; the first is the beginning of the run and always stays.
    all: Vec<Checkpoint>,
    most: usize,
    steps_apart: u64,
}

impl Checkpoints {
    /// The one checkpoint at the beginning.
    pub fn new(beginning: World) -> Checkpoints {
        let segments = u64::from(beginning.topology().segments()).max(1);
        let most = (SEGMENTS / segments).clamp(FEWEST, MOST);
        let position = Position::default();
        Checkpoints {
            all: vec![Checkpoint {
                position,
                world: beginning,
            }],
            most: most as usize,
            steps_apart: STEPS_APART.max(segments * STEPS_APART_PER_SEGMENT),
        }
    }

    /// Keeps a clone of the world if the checkpoint before it lies far enough behind.
    pub fn pass(&mut self, position: Position, world: &World) {
        let place = self.all.partition_point(|held| held.position <= position);
        let before = self.all[place - 1].position.steps;
        let after = self
            .all
            .get(place)
            .map_or(u64::MAX, |held| held.position.steps);
        if position.steps - before < self.steps_apart || after - position.steps < self.steps_apart {
            return;
        }
        let world = world.clone();
        self.all.insert(place, Checkpoint { position, world });
        if self.all.len() > self.most {
            self.thin(position.steps);
        }
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
    use world::{Keep, Topology};

    use super::*;

    fn filled(steps: u64) -> Checkpoints {
        let world = World::new(Topology::default(), 1, Keep::All);
        let mut checkpoints = Checkpoints::new(world.clone());
        for steps in 1..=steps {
            checkpoints.pass(Position { steps, given: 0 }, &world);
        }
        checkpoints
    }

    #[test]
    fn they_lie_close_together_near_the_present_and_are_never_too_many() {
        let (now, checkpoints) = (300_000, filled(300_000));
        assert_eq!(checkpoints.all.len() as u64, MOST);
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
