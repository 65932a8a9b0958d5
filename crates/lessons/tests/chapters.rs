//! The chapters that come with AuroraScope reach every step, and what is wrong with a chapter is said.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use lessons::{CHAPTERS, Chapter, chapters, read_chapter, run_chapter};

fn chapter(name: &str) -> Chapter {
    let (_, text) = chapters()
        .iter()
        .find(|(known, _)| *known == name)
        .expect("in the library");
    read_chapter(text).unwrap_or_else(|diagnostics| panic!("{name}: {diagnostics:#?}"))
}

#[test]
fn every_file_of_the_folder_is_in_the_library_and_has_its_own_name() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/chapters");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    let files: BTreeSet<String> = files
        .map(|entry| {
            entry
                .path()
                .file_stem()
                .unwrap()
                .to_str()
                .unwrap()
                .to_owned()
        })
        .collect();
    let listed: BTreeSet<String> = CHAPTERS.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(listed, files);
    let numbers: Vec<u32> = CHAPTERS.iter().map(|name| chapter(name).number).collect();
    assert!(numbers.is_sorted(), "in the order of the course");
    for name in CHAPTERS {
        assert_eq!(chapter(name).name, *name);
    }
}

#[test]
fn every_step_of_every_chapter_is_reached_and_shows_what_it_says() {
    for name in CHAPTERS {
        let chapter = chapter(name);
        let report = run_chapter(&chapter, |_, _, _| {});
        assert!(report.passed(), "{name}: {report:#?}");
        assert_eq!(report.reached.len(), chapter.steps.len());
        let again = run_chapter(&chapter, |_, _, _| {});
        assert_eq!(report.digest, again.digest, "INV-19");
    }
}

/// What is wrong with a chapter that is right but for this.
fn wrong(from: &str, to: &str) -> Vec<(&'static str, String)> {
    let (_, text) = chapters()[0];
    assert!(text.contains(from), "{from}");
    let diagnostics = read_chapter(&text.replacen(from, to, 1)).unwrap_err();
    diagnostics
        .into_iter()
        .map(|diagnostic| (diagnostic.phrase.id, diagnostic.path))
        .collect()
}

#[test]
fn what_is_wrong_with_a_chapter_is_said_with_its_place() {
    assert_eq!(
        wrong("\"name\": \"fourth\"", "\"name\": \"The Fourth\""),
        [("problem-bad-name", "steps[1].name".to_owned())]
    );
    assert_eq!(
        wrong("\"slower\": 2000", "\"slower\": 0"),
        [("problem-out-of-range", "steps[0].slower".to_owned())]
    );
    assert_eq!(
        wrong("\"span\": \"30ms\"", "\"span\": \"30 parsecs\""),
        [("problem-bad-time", "steps[3].wait.span".to_owned())]
    );
    assert_eq!(
        wrong("\"cut_zone\"", "\"cut_zoo\""),
        [("problem-unknown-name", "steps[2].do[0]".to_owned())]
    );
    assert_eq!(
        wrong("\"group\": 1", "\"group\": 7"),
        [("refusal-no-such-group", "steps[2].expect".to_owned())]
    );
    assert_eq!(
        wrong(
            "\"acknowledged\": { \"at_least\": 5 }",
            "\"lost\": { \"exactly\": 0 }"
        ),
        [("problem-cannot-wait", "steps[7].wait".to_owned())]
    );
    assert_eq!(
        wrong("\"groups\": 1", "\"groups\": 0"),
        [(
            "problem-out-of-range",
            "scenario.topology.groups".to_owned()
        )]
    );
}

#[test]
fn a_step_that_is_not_reached_is_named() {
    let (_, text) = chapters()[0];
    let text = text.replacen("\"within\": \"50ms\"", "\"within\": \"1us\"", 1);
    let report = run_chapter(&read_chapter(&text).unwrap(), |_, _, _| {});
    assert!(!report.passed());
    assert_eq!(report.missed.unwrap().step, 0);
}
