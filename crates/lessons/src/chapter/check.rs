//! What is wrong with a chapter that is well written but makes no sense.

use base::Phrase;

use super::awaited::can_be_awaited;
use super::{Chapter, Wait, names};
use crate::scenario::expect::Claim;
use crate::scenario::{Problem, Scenario, Step, VERSION, version_problem};

/// The most steps of a chapter `[choice]`.
const STEPS_MAX: u64 = 40;
/// The slowest a step may be shown.
const SLOWER_MAX: u64 = 10_000;
/// The fastest a step may be shown.
const FASTER_MAX: u64 = 3_600;

impl Chapter {
    /// Looks for everything that makes no sense. The chapter can be led through if nothing is found; whether its steps
    /// are reached, only a run can tell.
    pub fn check(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        if self.version != VERSION {
            let phrase = version_problem(self.version.to_string());
            add(&mut problems, &["version".into()], phrase);
        }
        let steps = self.steps.len() as u64;
        if !(1..=STEPS_MAX).contains(&steps) {
            let phrase = out_of_range(steps, 1, STEPS_MAX);
            add(&mut problems, &["steps".into()], phrase);
        }
        if !names::is_name(&self.name) {
            add(&mut problems, &["name".into()], bad_name());
        }
        for mut problem in self.scenario.check() {
            if !beside(&problem) {
                problem.path.insert(0, "scenario".into());
            }
            problems.push(problem);
        }
        for (place, step) in self.steps.iter().enumerate() {
            for mut problem in step.scenario.iter().flat_map(Scenario::check) {
                let path = ["steps".into(), Step::from(place), "scenario".into()];
                let whole = if beside(&problem) { 2 } else { 3 };
                problem.path.splice(0..0, path.into_iter().take(whole));
                problems.push(problem);
            }
            let scenario = self.scenario_of(place);
            let mut add = |field: &str, phrase| {
                let path = ["steps".into(), Step::from(place), field.into()];
                add(&mut problems, &path, phrase);
            };
            if !names::is_name(&step.name) {
                add("name", bad_name());
            }
            if let Some(slower) = step.slower.map(u64::from)
                && !(1..=SLOWER_MAX).contains(&slower)
            {
                add("slower", out_of_range(slower, 1, SLOWER_MAX));
            }
            if let Some(faster) = step.faster.map(u64::from)
                && !(1..=FASTER_MAX).contains(&faster)
            {
                add("faster", out_of_range(faster, 1, FASTER_MAX));
            }
            if let Wait::Until { that, .. } = &step.wait {
                if !can_be_awaited(that) {
                    add("wait", Phrase::new("problem-cannot-wait"));
                }
                check_claim(that, scenario, |phrase| add("wait", phrase));
            }
            // A chapter is about one cluster or about a global database from its first step to its last.
            let has_regions = scenario.regions.is_some();
            let is_global = matches!(step.wait, Wait::Between { .. }) || !step.between.is_empty();
            let is_local = matches!(step.wait, Wait::Until { .. })
                || !step.commands.is_empty()
                || !step.expect.is_empty();
            if has_regions != self.is_global()
                || (has_regions && is_local)
                || (!has_regions && is_global)
            {
                add("between", Phrase::new("problem-between"));
            }
            for claim in &step.expect {
                check_claim(claim, scenario, |phrase| add("expect", phrase));
            }
        }
        problems
    }
}

/// Whether it is about the Regions, which stand beside the scenario.
fn beside(problem: &Problem) -> bool {
    problem.path.first() == Some(&Step::from("regions"))
}

fn check_claim(claim: &Claim, scenario: &Scenario, mut add: impl FnMut(Phrase)) {
    let groups = match scenario.topology.check() {
        Ok(()) => scenario.topology.groups,
        Err(_) => u32::MAX,
    };
    let missing = claim.groups().into_iter().find(|group| group.0 >= groups);
    if let Some(group) = missing {
        let refusal = world::Refusal::NoSuchGroup { group, groups };
        add(crate::phrase_of_refusal(&refusal));
    }
}

fn add(problems: &mut Vec<Problem>, path: &[Step], phrase: Phrase) {
    let path = path.to_vec();
    problems.push(Problem { path, phrase });
}

fn out_of_range(found: u64, min: u64, max: u64) -> Phrase {
    let phrase = Phrase::new("problem-out-of-range").with("found", found.to_string());
    phrase.with("min", min).with("max", max)
}

fn bad_name() -> Phrase {
    Phrase::new("problem-bad-name")
}
