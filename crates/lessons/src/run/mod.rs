//! Running a scenario to see whether it keeps what it promises.
//!
//! A [`Runner`] steps a [`World`] from one moment of interest to the next: the beginnings and ends of the spans
//! its expectations speak of. At each, and after every step inside a span, the claims that are open are looked
//! at (`judge`). The referee and the oracle look on from the first event to the last.

mod found;
mod globe;
mod judge;
mod watch;

use base::{Digest, EventId, Keep, Phrase, SimTime};
use world::checkers::{Referee, Violation};
use world::oracle::Oracle;
use world::{Counters, Event, World};

pub use self::globe::GlobeRunner;
pub(crate) use self::judge::{Looked, stands};
pub(crate) use self::watch::Watch;
use self::watch::{failures, moments};
use crate::refusal::phrase_of_refusal;
use crate::scenario::{About, Claim, EventClaim, EventName, MessageName, Scenario};

/// Journal entries kept while running: more than any one step writes.
const KEPT: Keep = Keep::Newest(1 << 18);

/// How a run went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Expectations that did not come true, in the order of the file.
    pub failures: Vec<Failure>,
    /// Commands that made no sense when their moment came, by their place in the timeline.
    pub refused: Vec<(u32, Phrase)>,
    /// Invariants that the referee or the oracle saw violated; the first hundred of each.
    pub violations: Vec<Violation>,
    /// Whether violations are what the scenario is about: it runs under a rule that is wrong on purpose, and says
    /// what that breaks.
    pub violations_expected: bool,
    /// The fingerprint of the run (INV-19).
    pub digest: Digest,
    /// Plain counts.
    pub counters: Counters,
    /// Entries of the journal.
    pub events: u64,
    /// Steps of the run.
    pub steps: u64,
    /// Expectations looked at.
    pub expectations: u32,
    /// The moment the run ended.
    pub until: SimTime,
}

impl Report {
    /// Whether everything held: every expectation, and every invariant unless breaking one is what the scenario is
    /// about.
    pub fn passed(&self) -> bool {
        self.failures.is_empty()
            && self.refused.is_empty()
            && (self.violations.is_empty() || self.violations_expected)
    }
}

/// An expectation that did not come true.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// Its place in the file, from 0.
    pub index: u32,
    /// What was expected and what was found.
    pub phrase: Phrase,
}

/// A scenario being run.
#[derive(Clone, Debug)]
pub struct Runner {
    world: World,
    until: SimTime,
    referee: Referee,
    oracle: Oracle,
    watches: Vec<Watch>,
    /// Beginnings and ends of spans not yet reached, the last first; the end of the run among them.
    moments: Vec<SimTime>,
}

impl Runner {
    /// A run that has not begun to move.
    ///
    /// # Panics
    /// If [`Scenario::check`] finds anything wrong with the scenario, or it is about Regions.
    pub fn new(scenario: &Scenario) -> Runner {
        let problems = scenario.check();
        assert!(
            problems.is_empty(),
            "the scenario makes sense: {problems:?}"
        );
        let mut world = World::new(scenario.topology.clone(), scenario.seed, KEPT);
        world.plan(scenario.plan());
        let until = scenario.until;
        let expectations = scenario.expect.iter();
        let mut watches: Vec<Watch> = expectations
            .map(|expectation| Watch::new(expectation, until))
            .collect();
        for (_, entry) in world.journal().since(EventId(0)) {
            for watch in &mut watches {
                watch.see(entry.at, &entry.event);
            }
        }
        let referee = Referee::new(world.topology());
        Runner {
            world,
            until,
            referee,
            oracle: Oracle::new(),
            moments: moments(&watches, until),
            watches,
        }
    }

    /// The run as it stands.
    pub fn world(&self) -> &World {
        &self.world
    }

    /// How many violations have been kept so far.
    pub fn violations_count(&self) -> usize {
        self.referee.verdict().len() + self.oracle.verdict().len()
    }

    /// What the referee has found so far, and then what the oracle has.
    pub fn violations(&self) -> impl Iterator<Item = &Violation> {
        self.referee.verdict().iter().chain(self.oracle.verdict())
    }

    /// Lets the next thing happen. Returns the first event it caused, or `None` when the run has reached its
    /// end.
    pub fn step(&mut self) -> Option<EventId> {
        while let Some(moment) = self.moments.last().copied() {
            if let Some(step) = self.world.step_until(moment) {
                self.look(step.first_event);
                return Some(step.first_event);
            }
            self.moments.pop();
            let looked = Looked {
                world: &self.world,
                oracle: &self.oracle,
                referee: &self.referee,
            };
            for watch in &mut self.watches {
                watch.moment(moment, looked);
            }
        }
        None
    }

    fn look(&mut self, first_event: EventId) {
        self.referee.follow(self.world.journal());
        self.oracle.follow(&self.world);
        if self.watches.iter().any(Watch::is_count) {
            for (_, entry) in self.world.journal().since(first_event) {
                for watch in &mut self.watches {
                    watch.see(entry.at, &entry.event);
                }
            }
        }
        let looked = Looked {
            world: &self.world,
            oracle: &self.oracle,
            referee: &self.referee,
        };
        for watch in &mut self.watches {
            watch.stepped(self.world.now(), looked);
        }
    }

    /// Runs to the end.
    pub fn run(mut self) -> Report {
        while self.step().is_some() {}
        self.finish()
    }

    /// How it went, once [`Runner::step`] has returned `None`.
    pub fn finish(mut self) -> Report {
        self.referee.follow(self.world.journal());
        self.oracle.follow(&self.world);
        self.oracle.check_rows(&self.world);
        self.report()
    }

    /// As [`Runner::finish`] for a run at whose end everything is healed and no load is at work: then nothing
    /// may wait any more, and all copies must have everything.
    pub(crate) fn finish_at_rest(mut self) -> Report {
        self.referee.follow(self.world.journal());
        self.oracle.follow(&self.world);
        self.referee.rest();
        self.oracle.rest(&self.world);
        self.report()
    }

    fn report(self) -> Report {
        let refused = self.world.refusals().iter();
        let verdicts = [self.referee.verdict(), self.oracle.verdict()];
        Report {
            failures: failures(&self.watches),
            refused: refused
                .map(|(number, why)| (*number, phrase_of_refusal(why)))
                .collect(),
            violations: verdicts.concat(),
            violations_expected: self.world.topology().wrong_rule.is_some()
                && self
                    .watches
                    .iter()
                    .any(|watch| matches!(watch.claim(), Claim::Violation { .. })),
            digest: self.world.digest(),
            counters: self.world.counters(),
            events: self.world.journal().next_id().0,
            steps: self.world.steps(),
            expectations: self.watches.len() as u32,
            until: self.until,
        }
    }
}

/// Runs a scenario to its end.
///
/// # Panics
/// If [`Scenario::check`] finds anything wrong with it.
pub fn run(scenario: &Scenario) -> Report {
    if scenario.regions.is_some() {
        return GlobeRunner::new(scenario).run();
    }
    Runner::new(scenario).run()
}

/// Whether this event is one of those the claim is about.
pub(crate) fn matches(claim: &EventClaim, event: &Event) -> bool {
    if EventName::of(event) != claim.name {
        return false;
    }
    let message = match (claim.message, event) {
        (Some(wanted), Event::Sent { message, .. }) => MessageName::of(message) == wanted,
        (wanted, _) => wanted.is_none(),
    };
    message && About::of(event).covers(claim.zone, claim.copy, claim.group)
}
