//! One run that can be gone back in.
//!
//! A run is its scenario, its seed and the commands a person has given, each written down with the number of
//! steps the run had made. Played again, they give the same run, event for event (INV-19). So going back is:
//! take the nearest checkpoint before the place, and do the same again up to it. Commands count as things that
//! happen: a step back can take one back, and a step forward does it again, until a new command makes a new
//! future.

use base::{Keep, Phrase, SimTime, sort_few};
use globe::Globe;
use lessons::Scenario;
use world::checkers::Violation;
use world::{Command, World};

use crate::checkpoints::{Checkpoints, Position};
use crate::stage::{Order, Stage};
use crate::watch::Watch;

/// Journal entries that are kept: enough for the log region and for reasons, and bounded `[choice]`.
const JOURNAL_KEPT: u32 = 300_000;
/// A run with more records than this is stopped, before memory is full `[choice]`.
const RECORDS_MAX: u64 = 2_000_000;

/// A command a person has given.
#[derive(Clone, Debug)]
struct Done {
    steps: u64,
    at: SimTime,
    order: Order,
}

/// How far an advance has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Advance {
    /// To the moment it was to reach.
    Arrived,
    /// The budget is used up.
    OutOfBudget,
    /// What was looked for has happened.
    Found,
}

/// One run.
#[derive(Clone, Debug)]
pub(crate) struct Run {
    scenario: Scenario,
    seed: u64,
    stage: Stage,
    given: Vec<Done>,
    /// So many of the given commands are done at the present position.
    done: u32,
    checkpoints: Checkpoints,
    /// Who looks on while a rule is wrong on purpose.
    watch: Option<Watch>,
    /// Where the run has been, if that lies ahead of the present position.
    ahead: Option<Box<(Position, Stage)>>,
}

impl Run {
    /// The beginning of a scenario that has been checked.
    pub fn new(scenario: Scenario, seed: u64) -> Run {
        let keep = Keep::Newest(JOURNAL_KEPT);
        let stage = Stage::new(&scenario, seed, keep);
        let wrong = scenario.topology.wrong_rule.is_some();
        let watch = stage.world().filter(|_| wrong).map(Watch::new);
        Run {
            scenario,
            seed,
            watch,
            checkpoints: Checkpoints::new(stage.clone()),
            stage,
            given: Vec::new(),
            done: 0,
            ahead: None,
        }
    }

    /// The same from the beginning, without the commands given in it.
    pub fn again(&self, seed: u64) -> Run {
        Run::new(self.scenario.clone(), seed)
    }

    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// The cluster, if it is a run of one.
    pub fn world(&self) -> Option<&World> {
        self.stage.world()
    }

    /// The global database, if it is a run of one.
    pub fn globe(&self) -> Option<&Globe> {
        self.stage.globe()
    }

    pub fn stage(&self) -> &Stage {
        &self.stage
    }

    pub fn now(&self) -> SimTime {
        self.stage.now()
    }

    /// What has been done up to a moment: planned and given commands, in order.
    pub fn deeds_until(&self, at: SimTime) -> Vec<(SimTime, Command)> {
        let given = self.given[..self.done as usize].iter();
        let given = given.filter_map(|done| match &done.order {
            Order::Cluster(command) => Some((done.at, command.clone())),
            Order::Globe(_) => None,
        });
        let mut deeds: Vec<(SimTime, Command)> = self.scenario.plan();
        deeds.extend(given);
        deeds.retain(|deed| deed.0 <= at);
        // Few, and mostly in order already.
        sort_few(&mut deeds, |one, other| one.0 < other.0);
        deeds
    }

    /// The world that has come furthest: the present one, or one ahead of it.
    pub fn furthest(&self) -> &Stage {
        self.ahead.as_ref().map_or(&self.stage, |ahead| &ahead.1)
    }

    /// What has been seen violated up to the present position.
    pub fn violations(&self) -> impl Iterator<Item = &Violation> {
        let now = self.stage.next_event();
        let watch = self.watch.iter();
        watch.flat_map(move |watch| watch.violations_before(now))
    }

    pub fn position(&self) -> Position {
        Position {
            steps: self.stage.steps(),
            given: self.done,
        }
    }

    /// Whether the run has become longer than memory can hold for long. Records count, not LSNs: of those a recovery
    /// declares ten million void (C-5).
    pub fn is_too_long(&self) -> bool {
        self.stage.records() > RECORDS_MAX
    }

    /// Whether a command is still to come by itself: a planned one, or one given ahead of the present.
    pub fn commands_to_come(&self) -> bool {
        let now = self.stage.now();
        (self.done as usize) < self.given.len()
            || self.scenario.timeline.iter().any(|deed| deed.at >= now)
            || self.scenario.between.iter().any(|deed| deed.at >= now)
    }

    /// Whether nothing will ever happen if nothing is done.
    pub fn is_over(&self) -> bool {
        self.stage.next_due().is_none() && self.redo_due().is_none()
    }

    /// The given command that comes next at this very position.
    fn redo_due(&self) -> Option<&Done> {
        self.given
            .get(self.done as usize)
            .filter(|done| done.steps == self.stage.steps())
    }

    fn redo(&mut self) {
        let done = self.given[self.done as usize].clone();
        self.rest_until(done.at);
        let again = self.stage.give(&done.order);
        assert!(
            again.is_ok(),
            "what could be done can be done again (INV-19)"
        );
        self.done += 1;
    }

    /// Moves time on to a moment before which nothing is due.
    fn rest_until(&mut self, at: SimTime) {
        if self.stage.now() < at {
            let arrived = self.stage.run_until(at, 1);
            assert!(arrived, "nothing is due before {at}");
        }
    }

    /// Lets everything happen that is due by `until`, at most `budget` things (which it takes off), and moves
    /// time there; stops early when `found` says so of what has just happened: it is told the first event of it.
    pub fn advance(
        &mut self,
        until: SimTime,
        budget: &mut u64,
        mut found: impl FnMut(&Run, base::EventId) -> bool,
    ) -> Advance {
        loop {
            let first = self.stage.next_event();
            if let Some(redo) = self.redo_due() {
                if redo.at > until {
                    break;
                }
                self.redo();
            } else if *budget == 0 {
                return Advance::OutOfBudget;
            } else if !self.stage.step_until(until) {
                break;
            }
            *budget = budget.saturating_sub(1);
            self.arrived();
            if found(self, first) {
                return Advance::Found;
            }
        }
        self.rest_until(until);
        Advance::Arrived
    }

    /// Lets one thing happen. Returns whether there was one.
    pub fn forward(&mut self) -> bool {
        if self.redo_due().is_some() {
            self.redo();
        } else if !self.stage.step_until(SimTime::NEVER) {
            return false;
        }
        self.arrived();
        true
    }

    /// Something has happened.
    fn arrived(&mut self) {
        let position = self.position();
        self.checkpoints.pass(position, &self.stage);
        if let (Some(watch), Some(world)) = (&mut self.watch, self.stage.world()) {
            watch.follow(world.journal());
        }
        if self.ahead.as_ref().is_some_and(|ahead| ahead.0 <= position) {
            self.ahead = None;
        }
    }

    /// The position before the last thing that happened.
    pub fn position_before(&self) -> Option<Position> {
        let Position { steps, given } = self.position();
        let last = given
            .checked_sub(1)
            .map(|last| (last, &self.given[last as usize]));
        match last {
            Some((last, done)) if done.steps == steps => Some(Position { steps, given: last }),
            _ => Some(Position {
                steps: steps.checked_sub(1)?,
                given,
            }),
        }
    }

    /// Goes to the nearest known world at or before a moment; [`Run::advance`] does the rest.
    pub fn jump_before_time(&mut self, at: SimTime) {
        if let Some(ahead) = self.ahead.as_ref().filter(|ahead| ahead.1.now() <= at) {
            let (position, world) = (ahead.0, ahead.1.clone());
            self.put(position, world);
            return;
        }
        let known = self.checkpoints.before_time(at);
        if at < self.stage.now() || known.position > self.position() {
            let (position, world) = (known.position, known.world.clone());
            self.put(position, world);
        }
    }

    /// Goes to the nearest checkpoint at or before a position; [`Run::replay`] does the rest.
    pub fn jump_before(&mut self, position: Position) {
        let known = self.checkpoints.before(position);
        if position < self.position() || known.position > self.position() {
            let (position, world) = (known.position, known.world.clone());
            self.put(position, world);
        }
    }

    fn put(&mut self, position: Position, stage: Stage) {
        let left = std::mem::replace(&mut self.stage, stage);
        let left_at = Position {
            steps: left.steps(),
            given: self.done,
        };
        self.done = position.given;
        if left_at > position && self.ahead.is_none() {
            self.ahead = Some(Box::new((left_at, left)));
        }
        if self.ahead.as_ref().is_some_and(|ahead| ahead.0 <= position) {
            self.ahead = None;
        }
    }

    /// Goes back to where a search began, as if it had not been made.
    pub fn undo_search(&mut self, began_at: Position, began_with: Stage) {
        self.stage = began_with;
        self.done = began_at.given;
        self.checkpoints.cut_after(began_at);
        self.ahead = None;
    }

    /// Does again what was done, up to a position, at most `budget` things (which it takes off). Returns
    /// whether it got there.
    pub fn replay(&mut self, to: Position, budget: &mut u64) -> bool {
        while self.position() < to {
            if *budget == 0 {
                return false;
            }
            *budget -= 1;
            let redo = self.redo_due().is_some() && self.done < to.given;
            assert!(
                redo || self.stage.steps() < to.steps,
                "the way to {to:?} is known"
            );
            let moved = self.forward();
            assert!(moved, "what happened once happens again (INV-19)");
        }
        true
    }

    /// Carries a command out at the playhead, before which nothing is due. A future that was known is cut off.
    ///
    /// # Errors
    /// Why it cannot be done; nothing has changed then.
    pub fn give(&mut self, order: Order, playhead: SimTime) -> Result<(), Phrase> {
        self.rest_until(playhead);
        self.stage.give(&order)?;
        let position = self.position();
        self.given.truncate(self.done as usize);
        self.ahead = None;
        self.checkpoints.cut_after(position);
        if let (Some(watch), Some(world)) = (&mut self.watch, self.stage.world()) {
            watch.begin_anew(world);
        }
        self.given.push(Done {
            steps: self.stage.steps(),
            at: self.stage.now(),
            order,
        });
        self.done += 1;
        Ok(())
    }
}
