//! The scenarios that come with AuroraScope: each keeps what it promises, and its run has the fingerprint that stands
//! in `tests/scenarios/digests.txt`, natively and in a browser, the first time and the second (INV-19).
//!
//! After a change of the engine or of a scenario the file is written anew by
//! `cargo run -p cli -- digests tests/scenarios > tests/scenarios/digests.txt`.

use std::collections::BTreeMap;

use lessons::{Report, Scenario};
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[cfg(target_family = "wasm")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

fn scenarios() -> impl Iterator<Item = (&'static str, Scenario)> {
    lessons::library()
        .iter()
        .map(|(name, text)| match lessons::read(text) {
            Ok(scenario) => (*name, scenario),
            Err(diagnostics) => panic!("{name}: {diagnostics:#?}"),
        })
}

fn digests(run: impl Fn(&Scenario) -> Report) -> BTreeMap<&'static str, String> {
    scenarios()
        .map(|(name, scenario)| (name, run(&scenario).digest.to_string()))
        .collect()
}

/// What is written down: a name and a digest on each line.
fn expected() -> BTreeMap<&'static str, String> {
    let lines = include_str!("../scenarios/digests.txt").lines();
    let line = |line: &'static str| {
        line.split_once(' ')
            .map(|(name, digest)| (name, digest.to_owned()))
    };
    lines
        .map(|text| line(text).expect("a name and a digest"))
        .collect()
}

#[test]
fn inv_19_every_scenario_has_the_same_digest_on_every_machine() {
    assert_eq!(
        digests(lessons::run),
        expected(),
        "the second is what is written down"
    );
}

#[test]
fn inv_19_every_scenario_has_the_same_digest_on_a_second_run() {
    assert_eq!(digests(lessons::run), digests(lessons::run));
}

#[test]
fn every_scenario_keeps_what_it_promises() {
    for (name, scenario) in scenarios() {
        let report = lessons::run(&scenario);
        assert!(
            report.passed(),
            "{name}: {:?} {:?} {:?}",
            report.failures,
            report.refused,
            report.violations
        );
        assert!(report.expectations > 0, "{name} promises nothing");
    }
}

#[test]
fn soak_runs_come_to_rest() {
    for seed in 0..12 {
        let soaked = lessons::soak::run(seed);
        // A command about members may make no sense when its moment comes, and is left out.
        assert_eq!(soaked.report.violations, [], "seed {seed}");
        assert!(soaked.report.counters.delivered > 0);
    }
}

#[test]
fn inv_1_soak_runs_notice_a_broken_rule() {
    let caught = (0..12).any(|seed| {
        let scenario = lessons::soak::draw_under(world::WrongRule::WriteQuorumThree, seed);
        lessons::soak::first_violation(&scenario, "INV-1").is_some()
    });
    assert!(caught);
}
