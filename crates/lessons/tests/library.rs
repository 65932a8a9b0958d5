//! The scenarios that come with AuroraScope keep what they promise.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use lessons::{Runner, Scenario, first, library, read, run};

fn folder() -> &'static Path {
    Path::new(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../tests/scenarios"
    ))
}

fn scenario(name: &str) -> Scenario {
    let (_, text) = library()
        .iter()
        .find(|(known, _)| *known == name)
        .expect("in the library");
    read(text).unwrap_or_else(|diagnostics| panic!("{name}: {diagnostics:#?}"))
}

#[test]
fn the_run_that_the_page_opens_with_is_that_of_the_librarys_first_file() {
    let file = scenario(library()[0].0);
    let expect = file.expect.clone();
    assert_eq!(file, Scenario { expect, ..first() });
}

#[test]
fn every_file_of_the_folder_is_in_the_library_and_has_its_own_name() {
    let files = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let files = files.filter(|path| {
        path.extension()
            .is_some_and(|extension| extension == "json")
    });
    let files: BTreeSet<String> = files
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    let listed: BTreeSet<String> = library()
        .iter()
        .map(|(name, _)| (*name).to_owned())
        .collect();
    assert_eq!(listed, files);
    for name in files {
        assert_eq!(scenario(&name).name, name);
    }
}

#[test]
fn every_scenario_holds_and_has_the_digest_on_record() {
    let record = fs::read_to_string(folder().join("digests.txt")).unwrap();
    let record: BTreeMap<&str, &str> = record
        .lines()
        .map(|line| line.split_once(' ').expect("a name and a digest"))
        .collect();
    let listed: BTreeSet<&str> = library().iter().map(|(name, _)| *name).collect();
    assert_eq!(record.keys().copied().collect::<BTreeSet<_>>(), listed);
    for (name, _) in library() {
        let scenario = scenario(name);
        let expected = scenario.expect.len() + scenario.expect_between.len();
        assert!(expected >= 2, "{name} expects something");
        let report = run(&scenario);
        assert!(report.passed(), "{name}: {report:#?}");
        let digest = report.digest.to_string();
        assert_eq!(
            digest, record[name],
            "{name}: another run than the one on record; if that is meant, write the record anew with \
             `cargo run -rp cli -- digests tests/scenarios > tests/scenarios/digests.txt`"
        );
    }
}

/// What is written down is what was read: a scenario exported from the page is the same scenario.
#[test]
fn every_scenario_can_be_written_and_read_back() {
    for (name, _) in library() {
        let scenario = scenario(name);
        assert_eq!(read(&scenario.to_json()), Ok(scenario), "{name}");
    }
}

/// Messages in flight once the load is under way: the smallest and the largest number seen.
fn in_flight(name: &str) -> (usize, usize) {
    let scenario = scenario(name);
    let (mut runner, mut seen) = (Runner::new(&scenario), Vec::new());
    while runner.step().is_some() {
        let world = runner.world();
        if world.now().micros() > scenario.until.micros() / 3 && world.steps().is_multiple_of(500) {
            seen.push(world.in_flight().count());
        }
    }
    (*seen.iter().min().unwrap(), *seen.iter().max().unwrap())
}

#[test]
fn busy_and_crowd_are_as_crowded_as_the_benchmarks_want_them() {
    let (min, max) = in_flight("busy");
    assert!(
        min >= 120 && max <= 300,
        "busy: {min} to {max} in flight, about 200 wanted"
    );
    let (min, max) = in_flight("crowd");
    assert!(
        min >= 4_000 && max <= 6_500,
        "crowd: {min} to {max} in flight, about 5,000 wanted"
    );
}
