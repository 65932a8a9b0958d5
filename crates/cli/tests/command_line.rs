//! The program as a person or a script meets it: what it prints and how it ends.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const SCENARIOS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/scenarios");

fn aurorascope() -> Command {
    Command::new(env!("CARGO_BIN_EXE_aurorascope"))
}

/// Exit code, standard output, standard error.
fn run(arguments: &[&str]) -> (i32, String, String) {
    ended(aurorascope().args(arguments).output().unwrap())
}

fn ended(output: Output) -> (i32, String, String) {
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let code = output.status.code().expect("it was not killed");
    (code, text(output.stdout), text(output.stderr))
}

fn scenario(name: &str) -> String {
    format!("{SCENARIOS}/{name}.json")
}

/// A file of its own for each test.
fn file(name: &str, content: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, content).unwrap();
    path
}

#[test]
fn a_scenario_that_holds_ends_with_0() {
    let (code, out, err) = run(&["run", &scenario("az-plus-one")]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(
        out.starts_with(
            "az-plus-one passed: all 14 expectations held, and no invariant was violated."
        ),
        "{out}"
    );
}

#[test]
fn an_expectation_that_fails_ends_with_1_and_says_which_and_where() {
    let text = fs::read_to_string(scenario("az-plus-one")).unwrap();
    let text = text.replace(
        "\"lost\": { \"exactly\": 0 }",
        "\"acknowledged\": { \"at_least\": 3 }",
    );
    let path = file("fails.json", &text);
    let (code, out, err) = run(&["run", path.to_str().unwrap()]);
    assert_eq!((code, err.as_str()), (1, ""));
    let lines: Vec<&str> = out.lines().collect();
    assert!(lines[0].ends_with(
        "fails.json:29:5: expect[13]: At 5.000000\u{a0}s: the number of acknowledged commits should be at least 3, but is 2."
    ), "{out}");
    assert!(
        lines[1].starts_with("az-plus-one failed: 1 of 14 expectations did not come true"),
        "{out}"
    );

    let (code, out, _) = run(&["run", path.to_str().unwrap(), "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, out.lines().count()), (1, 1));
    assert_eq!(report["passed"], false);
    assert_eq!(
        (
            &report["failures"][0]["line"],
            &report["failures"][0]["path"]
        ),
        (&29.into(), &"expect[13]".into())
    );
}

#[test]
fn a_chapter_is_led_through_to_its_end() {
    let path = format!("{SCENARIOS}/../chapters/storage-and-quorum.json");
    let (code, out, err) = run(&["run", &path]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(
        out.starts_with("Chapter storage-and-quorum passed: all 10 steps"),
        "{out}"
    );
    let text = fs::read_to_string(&path).unwrap();
    let journal = Path::new(env!("CARGO_TARGET_TMPDIR")).join("chapter.ndjson");
    let journal = journal.to_str().unwrap();
    let (code, out, _) = run(&["run", &path, "--format", "json", "--journal", journal]);
    let report: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, &report["passed"]), (0, &true.into()));
    // The chapter goes on to another run, and another; the report counts the last.
    let journal = fs::read_to_string(journal).unwrap();
    let of_last_run = journal.lines().rev();
    let before = of_last_run.take_while(|line| !line.starts_with("{\"id\":0,"));
    assert_eq!(report["events"], before.count() + 1);
    // A step that cannot be reached, and a claim that does not hold.
    let late = file("late.json", &text.replacen("50ms", "1us", 1));
    let (code, out, _) = run(&["run", late.to_str().unwrap()]);
    assert_eq!(code, 1);
    assert!(
        out.contains(": steps[0]: What this step waits for has not come"),
        "{out}"
    );
    let untrue = file(
        "untrue.json",
        &text.replacen("{ \"exactly\": 4 }", "{ \"exactly\": 5 }", 1),
    );
    let (code, out, _) = run(&["run", untrue.to_str().unwrap()]);
    assert_eq!(code, 1);
    assert!(out.contains(": steps[1].expect[0]: At "), "{out}");
    let wrong = file("wrong.json", &text.replacen("cut_zone", "cut_zoo", 1));
    let (code, _, err) = run(&["run", wrong.to_str().unwrap()]);
    assert_eq!(code, 2);
    assert!(err.contains("Did you mean “cut_zone”?"), "{err}");
}

#[test]
fn bad_input_ends_with_2_and_shows_the_place() {
    let path = file(
        "bad.json",
        "{\n  \"version\": 1,\n  \"name\": \"나쁜\", \"sead\": 1\n}\n",
    );
    let (code, out, err) = run(&["run", path.to_str().unwrap()]);
    assert_eq!((code, out.as_str()), (2, ""));
    let (first, rest) = err.split_once('\n').unwrap();
    assert!(first.ends_with(
        "bad.json:3:17: There is no field “sead” here; possible: version, name, seed, topology, regions, timeline, between, until, expect, expect_between. Did you mean “seed”?"
    ), "{err}");
    // The two Korean letters are twice as wide as others: the mark stands under the place, not before it.
    assert_eq!(
        rest,
        "  3 |   \"name\": \"나쁜\", \"sead\": 1\n    |                   ^\n"
    );

    let (code, out, _) = run(&["run", path.to_str().unwrap(), "--format", "json"]);
    let said: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(code, 2);
    assert_eq!(said["diagnostics"][0]["column"], 17);
    assert_eq!(said["diagnostics"][0]["message"], "problem-unknown-field");
    assert_eq!(said["diagnostics"][0]["hint"], "Did you mean “seed”?");
}

#[test]
fn every_kind_of_bad_input_is_a_sentence_and_no_panic() {
    let good = fs::read_to_string(scenario("zone-down")).unwrap();
    for (name, text, sentence) in [
        (
            "broken",
            good.replace("\"seed\": 2,", "\"seed\": 2"),
            "A comma is missing here.",
        ),
        (
            "no-zone",
            good.replace(
                "\"cut_zone\": { \"zone\": \"c\"",
                "\"cut_zone\": { \"zone\": \"q\"",
            ),
            "“q” is not known here; possible: a, b, c.",
        ),
        (
            "impossible",
            good.replace(
                "\"heal_zone\": { \"zone\": \"c\"",
                "\"heal_zone\": { \"zone\": \"b\"",
            ),
            "Zone b is not cut off, so there is nothing to heal.",
        ),
        (
            "huge",
            good.replace("\"seed\": 2,", "\"seed\": 99999999999999999999999999,"),
            "99999999999999999999999999 is out of range: the number must lie between 0 and 18,446,744,073,709,551,615.",
        ),
        (
            "group",
            good.replace("\"ability\": { \"group\": 2", "\"ability\": { \"group\": 7"),
            "There is no group 7: the volume has groups 1 to 2.",
        ),
        (
            "time",
            good.replace("\"until\": \"5s\"", "\"until\": \"five\""),
            "This is not a time: write a number and a unit (us, ms, s, min or h), such as \"5ms\" or \"1.5s\".",
        ),
        (
            "empty",
            String::new(),
            "The file is empty: a scenario is a JSON object, written in braces.",
        ),
    ] {
        assert_ne!(text, good, "{name}");
        let path = file(&format!("{name}.json"), &text);
        let (code, out, err) = run(&["run", path.to_str().unwrap()]);
        assert_eq!((code, out.as_str()), (2, ""), "{name}: {err}");
        assert!(err.contains(sentence), "{name}: {err}");
        assert!(!err.contains("panicked"), "{name}: {err}");
    }
    let (code, _, err) = run(&["run", "no/such/file.json"]);
    assert_eq!(code, 2);
    assert!(
        err.starts_with("no/such/file.json cannot be read: "),
        "{err}"
    );
    let (code, _, err) = run(&["run", "-", "--lang", "tlh"]);
    assert_eq!(code, 2);
    assert!(err.contains("known are en, ja, zh and ko"), "{err}");
}

#[test]
fn the_answer_comes_in_the_language_asked_for() {
    let english = run(&["run", &scenario("az-plus-one")]).1;
    for lang in ["ja", "zh", "ko"] {
        let (code, out, err) = run(&["--lang", lang, "run", &scenario("az-plus-one")]);
        assert_eq!((code, err.as_str()), (0, ""), "{lang}");
        assert_ne!(out, english, "{lang}");
    }
}

#[test]
fn the_digest_alone_and_from_the_standard_input() {
    let record = fs::read_to_string(format!("{SCENARIOS}/digests.txt")).unwrap();
    let expected = record
        .lines()
        .find_map(|line| line.strip_prefix("zone-down "))
        .unwrap();
    assert_eq!(
        run(&["run", "--digest", &scenario("zone-down")]).1,
        format!("{expected}\n")
    );
    let mut child = aurorascope()
        .args(["run", "--digest", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let text = fs::read(scenario("zone-down")).unwrap();
    child.stdin.take().unwrap().write_all(&text).unwrap();
    let (code, out, err) = ended(child.wait_with_output().unwrap());
    assert_eq!((code, out, err.as_str()), (0, format!("{expected}\n"), ""));
}

#[test]
fn the_journal_is_one_object_a_line_each_with_an_earlier_cause() {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("events.ndjson");
    let (code, out, _) = run(&[
        "run",
        &scenario("az-plus-one"),
        "--journal",
        path.to_str().unwrap(),
    ]);
    assert_eq!(code, 0);
    let journal = fs::read_to_string(&path).unwrap();
    let events = journal.lines().count();
    assert!(
        out.contains(&format!(": {events} events")),
        "{out} against {events} lines"
    );
    let (mut before, mut acknowledged) = (0, 0);
    for (index, line) in journal.lines().enumerate() {
        let entry: serde_json::Value = serde_json::from_str(line).unwrap();
        let number = |name: &str| entry[name].as_u64().unwrap();
        assert_eq!(number("id"), index as u64);
        assert!(
            number("cause") <= number("id") && number("at") >= before,
            "{line}"
        );
        before = number("at");
        acknowledged += u32::from(entry["event"].get("commit_acknowledged").is_some());
    }
    assert_eq!(acknowledged, 2);
    let (code, _, err) = run(&[
        "run",
        &scenario("az-plus-one"),
        "--journal",
        "/no/such/folder/x",
    ]);
    assert_eq!(code, 2);
    assert!(
        err.starts_with("/no/such/folder/x cannot be written: "),
        "{err}"
    );
}

#[test]
fn soak_counts_and_says_how_to_repeat() {
    let (code, out, err) = run(&["soak", "--seeds", "0..12", "--jobs", "2"]);
    assert_eq!(
        (code, out.as_str(), err.as_str()),
        (0, "12 passed, 0 failed\n", "")
    );
    assert_eq!(run(&["soak", "--seeds", "7"]).1, "1 passed, 0 failed\n");
    for wrong in ["5..5", "9..2", "a..b", "-1..3", ""] {
        assert_eq!(run(&["soak", &format!("--seeds={wrong}")]).0, 2, "{wrong}");
    }
}

/// A rule that is wrong on purpose is noticed, and the first seed that does is named.
#[test]
fn soak_notices_a_wrong_rule() {
    let rule = "write_quorum_three";
    let (code, out, _) = run(&["soak", "--seeds", "0..4", "--wrong-rule", rule]);
    assert_eq!(code, 1, "{out}");
    assert!(out.starts_with(&format!("{rule}: ")), "{out}");
    assert!(out.contains("seeds noticed, by INV-1"), "{out}");
    assert!(out.lines().last().unwrap().contains("INV-1 at "), "{out}");
    let (code, _, error) = run(&["soak", "--seeds", "0..4", "--wrong-rule", "no_quorum"]);
    assert_eq!(code, 2);
    assert!(error.contains(rule), "{error}");
}

#[test]
fn what_soak_draws_can_be_run_as_a_file() {
    let (code, drawn, _) = run(&["soak", "--seeds", "5", "--print"]);
    assert_eq!(code, 0);
    let (code, out, err) = run(&["run", file("drawn.json", &drawn).to_str().unwrap()]);
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    assert!(
        out.starts_with("soak-5 passed: it expects nothing"),
        "{out}"
    );
}

/// EX-1 … EX-4, EX-7, Q-10.
#[test]
fn quorum_answers() {
    for (down, answer) in [
        (
            "F",
            "Writes and reads: A, B, C, D and E are up, 5 of 6; a write needs 4, a read 3.",
        ),
        ("E,F", "Writes and reads: A, B, C and D are up"),
        ("c", "Writes and reads: A, B, C and D are up"),
        (
            "c,D",
            "Reads only: A, B and C are up, 3 of 6; a write needs 4, a read 3.",
        ),
        ("b,c", "Neither writes nor reads: A and B are up, 2 of 6"),
        ("a,b,c", "Neither writes nor reads: no copy is up, 0 of 6"),
    ] {
        let (code, out, _) = run(&["quorum", "--down", down]);
        assert_eq!(code, 0);
        assert!(out.starts_with(answer), "{down}: {out}");
    }
    assert_eq!(run(&["quorum", "--down", "G"]).0, 2);
    assert_eq!(run(&["quorum"]).0, 2);

    let (code, out, _) = run(&["quorum", "map"]);
    assert_eq!(code, 0);
    assert!(
        out.ends_with("Of 64 states, 22 are writable, 42 readable, and 20 read-only.\n"),
        "{out}"
    );
    let states: Vec<&str> = out
        .lines()
        .skip(1)
        .take(8)
        .flat_map(|line| line.split_whitespace().skip(1))
        .collect();
    let count = |mark: &str| states.iter().filter(|state| **state == mark).count();
    assert_eq!(
        (states.len(), count("W"), count("r"), count("·")),
        (64, 22, 20, 22)
    );
}

#[test]
fn a_closed_pipe_is_no_accident() {
    let arguments = ["digests", SCENARIOS];
    let mut child = aurorascope()
        .args(arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let (code, _, err) = ended(child.wait_with_output().unwrap());
    assert_eq!((code, err.as_str()), (141, ""));

    let mut child = aurorascope()
        .args(["soak", "--seeds", "0..40", "--print"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::with_capacity(64, child.stdout.take().unwrap())
        .read_line(&mut line)
        .unwrap();
    assert_eq!(line, "{\n");
    let (code, _, err) = ended(child.wait_with_output().unwrap());
    assert_eq!((code, err.as_str()), (141, ""));
}

#[test]
fn help_names_the_commands_and_the_exit_codes() {
    let (code, out, _) = run(&["--help"]);
    assert_eq!(code, 0);
    for word in [
        "run",
        "soak",
        "quorum",
        "bench",
        "schema",
        "digests",
        "Exit codes: 0",
        "quorum map",
    ] {
        assert!(out.contains(word), "{word}");
    }
}

#[test]
fn failover_measures_outages_by_seed() {
    let (code, out, _) = run(&["failover", "--seeds", "0..8"]);
    assert_eq!(code, 0);
    assert!(
        out.starts_with("Outages of 64 clients in 8 runs: median "),
        "{out}"
    );
    let again = run(&["failover", "--seeds", "0..8"]);
    assert_eq!(again.1, out, "the same seeds, the same outages");
    let (code, out, _) = run(&["failover", "--seeds", "0..2", "--readers", "0"]);
    assert_eq!(code, 0, "F-6: {out}");
}
