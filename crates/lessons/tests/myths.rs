//! The rules that are wrong on purpose: each has its story, and each is found out and told in short.

use std::collections::BTreeSet;
use std::fs;

use lessons::soak::{draw_under, first_violation};
use lessons::{Claim, Scenario, myths, read, run, shrink_all};
use world::WrongRule;

fn myth(name: &str) -> Scenario {
    let (_, text) = myths().iter().find(|(known, _)| *known == name).unwrap();
    read(text).unwrap_or_else(|diagnostics| panic!("{name}: {diagnostics:#?}"))
}

#[test]
fn every_wrong_rule_has_its_myth_and_every_file_is_one() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/scenarios/myths");
    let files = fs::read_dir(folder).unwrap();
    let files: BTreeSet<String> = files
        .map(|entry| {
            entry
                .unwrap()
                .path()
                .file_stem()
                .unwrap()
                .to_str()
                .unwrap()
                .to_owned()
        })
        .collect();
    let rules = WrongRule::ALL
        .iter()
        .map(|rule| rule.name().replace('_', "-"));
    assert_eq!(files, rules.collect());
    for rule in WrongRule::ALL {
        let scenario = myth(&rule.name().replace('_', "-"));
        assert_eq!(scenario.topology.wrong_rule, Some(*rule));
    }
}

/// Each myth keeps what it promises, speaks of what its rule breaks, and is no longer true under the right rule.
#[test]
fn every_myth_ends_with_what_its_rule_breaks() {
    for (name, _) in myths() {
        let mut scenario = myth(name);
        assert_eq!(scenario.name, *name);
        let breaks = scenario.topology.wrong_rule.expect("a wrong rule").breaks();
        let speaks_of_it = scenario.expect.iter().any(|expectation| {
            matches!(&expectation.that, Claim::Violation { invariant, count: None } if invariant.0 == breaks)
        });
        assert!(speaks_of_it, "{name} promises a violation of {breaks}");
        let report = run(&scenario);
        assert!(report.passed(), "{name}: {report:#?}");
        scenario.topology.wrong_rule = None;
        let report = run(&scenario);
        assert!(
            report.violations.is_empty(),
            "{name}: {:?}",
            report.violations
        );
        assert!(!report.passed(), "{name} tells of the wrong rule");
    }
}

/// What soak draws shrinks to a few commands, a file that reads back and fails in the same way, again and again.
#[test]
fn what_soak_finds_is_told_in_short() {
    for rule in WrongRule::ALL {
        let (name, breaks) = (rule.name(), rule.breaks());
        let noticed = |seed: &u64| first_violation(&draw_under(*rule, *seed), breaks).is_some();
        let seeds = (0..1_000).filter(noticed).take(6);
        let drawn: Vec<Scenario> = seeds.map(|seed| draw_under(*rule, seed)).collect();
        let shrunk = shrink_all(&drawn, breaks).unwrap();
        assert!(
            shrunk.scenario.timeline.len() <= 5,
            "{name}: {:#?}",
            shrunk.scenario.timeline
        );
        assert_eq!(shrunk.violation.invariant, breaks);
        let file = shrunk.scenario.to_json();
        let again = read(&file).unwrap();
        assert_eq!(again, shrunk.scenario);
        assert!(run(&again).passed(), "{name}: {file}");
        assert_eq!(
            shrink_all(&drawn, breaks).unwrap().scenario,
            again,
            "{name}"
        );
    }
}
