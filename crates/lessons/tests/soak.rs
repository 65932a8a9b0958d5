//! Soak runs, a few of them; the command line makes thousands.

use std::collections::BTreeSet;

use lessons::soak::{self, Soaked};
use lessons::{read, run};
use world::Command;

#[test]
fn chaos_then_peace() {
    for seed in 0..40 {
        let Soaked { report, .. } = soak::run(seed);
        // A command about members may make no sense when its moment comes, and is left out.
        assert_eq!(report.violations, [], "seed {seed}");
    }
}

/// INV-19.
#[test]
fn the_same_seed_is_the_same_scenario_and_the_same_run() {
    let (once, again) = (soak::run(7), soak::run(7));
    assert_eq!(once.scenario, again.scenario);
    assert_eq!(once.report, again.report);
    assert_ne!(once.report.digest, soak::run(8).report.digest);
}

/// What was drawn can be written to a file, read back and run there: it is an ordinary scenario.
#[test]
fn a_drawn_scenario_is_a_scenario_file() {
    for seed in 0..20 {
        let drawn = soak::draw(seed);
        assert_eq!(read(&drawn.to_json()).as_ref(), Ok(&drawn), "seed {seed}");
    }
    let soaked = soak::run(3);
    assert_eq!(run(&soaked.scenario).digest, soaked.report.digest);
}

/// The draw reaches every command, small and large volumes, and the back-pressure of L-15.
#[test]
fn everything_is_drawn_sooner_or_later() {
    let drawn: Vec<_> = (0..300).map(soak::draw).collect();
    let names: BTreeSet<String> = drawn
        .iter()
        .flat_map(|scenario| &scenario.timeline)
        .map(|deed| serde_json::to_value(&deed.command).unwrap())
        .map(|command| command.as_object().unwrap().keys().next().unwrap().clone())
        .collect();
    assert_eq!(names.len(), 45, "{names:?}");
    let groups: BTreeSet<u32> = drawn
        .iter()
        .map(|scenario| scenario.topology.groups)
        .collect();
    assert_eq!(groups.into_iter().collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6]);
    assert!(
        drawn
            .iter()
            .any(|scenario| scenario.topology.lsn_allocation_limit < 100)
    );
    let deeds = |scenario: &lessons::Scenario| scenario.timeline.len();
    assert!(drawn.iter().map(deeds).max().unwrap() > 20);
    assert!(drawn.iter().any(|scenario| {
        let cuts = |deed: &&lessons::Deed| matches!(deed.command, Command::CutZone { .. });
        scenario.timeline.iter().filter(cuts).count() > 1
    }));
}
