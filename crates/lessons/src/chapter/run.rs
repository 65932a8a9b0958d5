//! Leading through a chapter without a page, to see whether every step is reached.

use base::{Digest, EventId, Keep, Phrase, SimTime};
use world::checkers::{Referee, Violation};
use world::oracle::Oracle;
use world::{Counters, World};

use super::awaited::Awaited;
use super::{Chapter, ChapterStep};
use crate::refusal::phrase_of_refusal;
use crate::run::{Looked, Watch};
use crate::scenario::Scenario;
use crate::scenario::expect::{Claim, Expectation, When};

/// Journal entries kept: more than any chapter writes.
const KEPT: Keep = Keep::Newest(1 << 18);

/// How a chapter went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChapterReport {
    /// When each step was reached; fewer than there are steps if one was not.
    pub reached: Vec<SimTime>,
    /// The step that was not reached, and why.
    pub missed: Option<Missed>,
    /// What did not hold when a step was reached.
    pub unmet: Vec<Unmet>,
    /// Invariants that the referee or the oracle saw violated.
    pub violations: Vec<Violation>,
    /// The fingerprint of the last run (INV-19).
    pub digest: Digest,
    /// Plain counts of the last run.
    pub counters: Counters,
    /// Entries of its journal.
    pub events: u64,
    /// The moment it ended.
    pub until: SimTime,
}

/// A step that was not reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missed {
    /// Its place, from 0.
    pub step: u32,
    /// Why.
    pub phrase: Phrase,
}

/// A claim that did not hold when its step was reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unmet {
    /// The place of the step, from 0.
    pub step: u32,
    /// The place of the claim in the step, from 0.
    pub index: u32,
    /// What was expected, and what was found.
    pub phrase: Phrase,
}

impl ChapterReport {
    /// Whether everything held: every step, every claim and every invariant.
    pub fn passed(&self) -> bool {
        self.missed.is_none() && self.unmet.is_empty() && self.violations.is_empty()
    }
}

/// Leads through a chapter to its end, each step as soon as the one before it is reached. After everything that happens
/// `look` sees the run, the place of the step, and the first event it has not seen; nothing of a global database.
///
/// # Panics
/// If [`Chapter::check`] finds anything wrong with it.
pub fn run_chapter(
    chapter: &Chapter,
    mut look: impl FnMut(&World, usize, EventId),
) -> ChapterReport {
    let problems = chapter.check();
    assert!(problems.is_empty(), "the chapter makes sense: {problems:?}");
    if chapter.is_global() {
        return super::between::run(chapter);
    }
    let mut guide = Guide::new(&chapter.scenario);
    look(&guide.world, 0, EventId(0));
    let (mut reached, mut missed) = (Vec::new(), None);
    let (mut violations, mut unmet) = (Vec::new(), Vec::new());
    for (place, step) in chapter.steps.iter().enumerate() {
        let number = place as u32;
        if let Some(scenario) = &step.scenario {
            let next = Guide::new(scenario);
            let ended = std::mem::replace(&mut guide, next);
            ended.end(&mut violations, &mut unmet);
            look(&guide.world, place, EventId(0));
        }
        match guide.lead(step, number, |world, first| look(world, place, first)) {
            Ok(()) => reached.push(guide.world.now()),
            Err(phrase) => {
                let step = number;
                missed = Some(Missed { step, phrase });
                break;
            }
        }
    }
    let world = guide.end(&mut violations, &mut unmet);
    ChapterReport {
        reached,
        missed,
        unmet,
        violations,
        digest: world.digest(),
        counters: world.counters(),
        events: world.journal().next_id().0,
        until: world.now(),
    }
}

/// A run and those who look on.
struct Guide {
    world: World,
    referee: Referee,
    oracle: Oracle,
    unmet: Vec<Unmet>,
}

impl Guide {
    fn new(scenario: &Scenario) -> Guide {
        let mut world = World::new(scenario.topology.clone(), scenario.seed, KEPT);
        world.plan(scenario.plan());
        Guide {
            referee: Referee::new(world.topology()),
            oracle: Oracle::new(),
            world,
            unmet: Vec::new(),
        }
    }

    /// The run has come to its end. Under a rule that is wrong on purpose, violations are what is to be seen.
    fn end(mut self, violations: &mut Vec<Violation>, unmet: &mut Vec<Unmet>) -> World {
        self.oracle.check_rows(&self.world);
        if self.world.topology().wrong_rule.is_none() {
            violations.extend_from_slice(self.referee.verdict());
            violations.extend_from_slice(self.oracle.verdict());
        }
        unmet.append(&mut self.unmet);
        self.world
    }

    fn lead(
        &mut self,
        step: &ChapterStep,
        number: u32,
        mut look: impl FnMut(&World, EventId),
    ) -> Result<(), Phrase> {
        let (from, first) = (self.world.now(), self.world.journal().next_id());
        let mut awaited = Awaited::new(&step.wait, from, first);
        let limit = awaited.limit();
        let mut expected: Vec<Watch> = step
            .expect
            .iter()
            .map(|that| watch(that, from, limit))
            .collect();
        for command in &step.commands {
            let given = self.world.give(command);
            given.map_err(|refusal| phrase_of_refusal(&refusal))?;
        }
        self.look(first, &mut expected);
        look(&self.world, first);
        while self.waits(&mut awaited) {
            match self.world.step_until(limit) {
                Some(step) => {
                    self.look(step.first_event, &mut expected);
                    look(&self.world, step.first_event);
                }
                None if awaited.is_span() => {
                    self.world.run_until(limit, 1);
                }
                None => {
                    return Err(Phrase::new("chapter-not-reached").with("within", step.wait.span()));
                }
            }
        }
        for (index, watch) in expected.iter().enumerate() {
            let looked = Looked {
                world: &self.world,
                oracle: &self.oracle,
                referee: &self.referee,
            };
            if let Some(phrase) = watch.says_otherwise(self.world.now(), looked) {
                let (step, index) = (number, index as u32);
                self.unmet.push(Unmet {
                    step,
                    index,
                    phrase,
                });
            }
        }
        Ok(())
    }

    fn waits(&self, awaited: &mut Awaited) -> bool {
        let violated = |name| {
            let all = self.referee.verdict().iter();
            all.filter(|violation| violation.invariant == name).count() as u64
        };
        awaited.look(&self.world, violated).is_none()
    }

    fn look(&mut self, first: EventId, expected: &mut [Watch]) {
        self.referee.follow(self.world.journal());
        self.oracle.follow(&self.world);
        for (_, entry) in self.world.journal().since(first) {
            for watch in &mut *expected {
                watch.see(entry.at, &entry.event);
            }
        }
    }
}

/// A claim about the state, or about the events of a span.
fn watch(that: &Claim, from: SimTime, to: SimTime) -> Watch {
    let expectation = Expectation {
        when: When::Within(from, to),
        that: that.clone(),
    };
    Watch::new(&expectation, to)
}
