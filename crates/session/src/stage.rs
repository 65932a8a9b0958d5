//! What a run is a run of: one cluster, or a global database of several.

use base::{Digest, Keep, Phrase, SimTime};
use globe::{GlobalCommand, Globe};
use lessons::{Scenario, phrase_of_global_refusal, phrase_of_refusal};
use world::{Command, World};

/// A run at a moment.
#[derive(Clone, Debug)]
pub(crate) enum Stage {
    /// One cluster.
    Cluster(Box<World>),
    /// Several Regions, each with a cluster.
    Globe(Box<Globe>),
}

/// Something a person does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    /// To one cluster.
    Cluster(Command),
    /// To a global database.
    Globe(GlobalCommand),
}

impl Stage {
    /// The beginning of a scenario that has been checked.
    pub fn new(scenario: &Scenario, seed: u64, keep: Keep) -> Stage {
        if let Some(regions) = &scenario.regions {
            let mut globe = Globe::new((**regions).clone(), seed, keep);
            globe.plan(scenario.global_plan());
            return Stage::Globe(Box::new(globe));
        }
        let mut world = World::new(scenario.topology.clone(), seed, keep);
        let plan = scenario.plan();
        if !plan.is_empty() {
            world.plan(plan);
        }
        Stage::Cluster(Box::new(world))
    }

    pub fn world(&self) -> Option<&World> {
        match self {
            Stage::Cluster(world) => Some(world),
            Stage::Globe(_) => None,
        }
    }

    pub fn globe(&self) -> Option<&Globe> {
        match self {
            Stage::Cluster(_) => None,
            Stage::Globe(globe) => Some(globe),
        }
    }

    fn worlds(&self) -> impl Iterator<Item = &World> {
        let regions = self.globe().into_iter();
        let regions = regions.flat_map(|globe| globe.regions().filter_map(|id| globe.world(id)));
        self.world().into_iter().chain(regions)
    }

    pub fn now(&self) -> SimTime {
        match self {
            Stage::Cluster(world) => world.now(),
            Stage::Globe(globe) => globe.now(),
        }
    }

    pub fn steps(&self) -> u64 {
        match self {
            Stage::Cluster(world) => world.steps(),
            Stage::Globe(globe) => globe.steps(),
        }
    }

    pub fn digest(&self) -> Digest {
        match self {
            Stage::Cluster(world) => world.digest(),
            Stage::Globe(globe) => globe.digest(),
        }
    }

    pub fn next_due(&self) -> Option<SimTime> {
        match self {
            Stage::Cluster(world) => world.next_due(),
            Stage::Globe(globe) => globe.next_due(),
        }
    }

    /// The next event of the journal that is looked at.
    pub fn next_event(&self) -> base::EventId {
        match self {
            Stage::Cluster(world) => world.journal().next_id(),
            Stage::Globe(globe) => globe.journal().next_id(),
        }
    }

    /// Records of all logs.
    pub fn records(&self) -> u64 {
        self.worlds().map(|world| world.log().records()).sum()
    }

    /// What a clone costs, in parts of a few hundred bytes: segments and open requests.
    pub fn weight(&self) -> u64 {
        let weight = |world: &World| {
            world.groups().len() as u64 * u64::from(base::COPIES) + world.open_requests_count()
        };
        self.worlds().map(weight).sum()
    }

    /// Lets the next thing happen if it is due by then; returns whether anything did.
    pub fn step_until(&mut self, until: SimTime) -> bool {
        match self {
            Stage::Cluster(world) => world.step_until(until).is_some(),
            Stage::Globe(globe) => globe.step_until(until),
        }
    }

    /// Moves time on to a moment before which at most so many things are due; returns whether it got there.
    pub fn run_until(&mut self, until: SimTime, most_steps: u64) -> bool {
        match self {
            Stage::Cluster(world) => world.run_until(until, most_steps),
            Stage::Globe(globe) => globe.run_until(until, most_steps),
        }
    }

    /// Carries an order out, or says why not. What a cluster has no word for is done nowhere.
    pub fn give(&mut self, order: &Order) -> Result<(), Phrase> {
        match (self, order) {
            (Stage::Cluster(world), Order::Cluster(command)) => world
                .give(command)
                .map(drop)
                .map_err(|refusal| phrase_of_refusal(&refusal)),
            (Stage::Globe(globe), Order::Globe(command)) => globe
                .give(command)
                .map_err(|refusal| phrase_of_global_refusal(&refusal)),
            _ => Err(Phrase::new("problem-nothing-there")),
        }
    }
}
