//! Scenario files about a global database: what can stand in one, what is said of a wrong one, and how a run is judged.

use lessons::{Diagnostic, Scenario, read, run};

const RIGHT: &str = r#"{
  "version": 1,
  "name": "regions",
  "seed": 1,
  "regions": { "regions": [{ "region": "us-east-1" }, { "region": "eu-west-1", "instances": 1 }], "era": "2025" },
  "between": [
    { "at": "0ms", "do": { "start_app": { "load": { "open_loop": { "writes_per_second": 10, "reads_per_second": 0, "rows": 5 } } } } },
    { "at": "2s", "do": { "failover": { "to": "eu-west-1", "allow_data_loss": true } } }
  ],
  "until": "30s",
  "expect_between": [
    { "at": "1s", "that": { "primary": { "region": "us-east-1" } } },
    { "at": "1s", "that": { "lag": { "region": "eu-west-1", "measure": "replication", "millis": { "at_most": 500 } } } },
    { "before": "30s", "that": { "region": { "region": "us-east-1", "is": "rebuilding" } } },
    { "before": "30s", "that": { "event": { "name": "fencing_succeeded", "region": "us-east-1" } } },
    { "at": "30s", "that": { "endpoint": { "region": "eu-west-1" } } },
    { "at": "30s", "that": { "commits": { "region": "eu-west-1", "acknowledged": { "at_least": 10 } } } },
    { "at": "30s", "that": { "report": { "kind": "failover", "to": "eu-west-1", "lost": { "at_most": 3 }, "felt_millis": { "below": 30000 } } } },
    { "at": "30s", "that": { "row": { "region": "eu-west-1", "key": "nobody", "value": null } } },
    { "at": "30s", "that": { "snapshot": { "region": "us-east-1", "key": "nobody", "value": null } } },
    { "throughout": ["0ms", "30s"], "that": { "split_brain": { "exactly": 0 } } }
  ]
}
"#;

fn right() -> Scenario {
    read(RIGHT).unwrap_or_else(|diagnostics| panic!("{diagnostics:#?}"))
}

/// Where something is wrong and what, when a piece of the right file is replaced.
fn wrong(piece: &str, by: &str) -> Vec<(String, &'static str)> {
    assert!(RIGHT.contains(piece), "{piece}");
    let diagnostics = read(&RIGHT.replace(piece, by)).expect_err(by);
    let told = |it: Diagnostic| (it.path, it.phrase.id);
    diagnostics.into_iter().map(told).collect()
}

#[test]
fn what_is_expected_of_regions_is_read_written_and_holds() {
    let scenario = right();
    assert_eq!(read(&scenario.to_json()), Ok(scenario.clone()));
    let report = run(&scenario);
    assert!(report.passed(), "{report:#?}");
    assert_eq!(report.expectations, 10);
    assert_eq!(report.digest, run(&scenario).digest, "INV-19");
}

#[test]
fn what_does_not_hold_is_told_by_its_place() {
    for (place, piece, by) in [
        (
            0,
            r#""at": "1s", "that": { "primary": { "region": "us-east-1""#,
            r#""at": "1s", "that": { "primary": { "region": "eu-west-1""#,
        ),
        (1, r#""at_most": 500"#, r#""at_most": 10"#),
        (2, r#""is": "rebuilding""#, r#""is": "held""#),
        (3, "fencing_succeeded", "fencing_timed_out"),
        (
            4,
            r#""endpoint": { "region": "eu-west-1""#,
            r#""endpoint": { "region": "us-east-1""#,
        ),
        (5, r#""at_least": 10"#, r#""at_least": 100000"#),
        (6, r#""kind": "failover""#, r#""kind": "switchover""#),
        (6, r#""below": 30000"#, r#""below": 30"#),
        (
            7,
            r#""region": "eu-west-1", "key": "nobody", "value": null"#,
            r#""region": "eu-west-1", "key": "nobody", "value": "x""#,
        ),
        (
            9,
            r#""split_brain": { "exactly": 0 }"#,
            r#""split_brain": { "exactly": 1 }"#,
        ),
    ] {
        assert!(RIGHT.contains(piece), "{piece}");
        let scenario = read(&RIGHT.replace(piece, by)).unwrap_or_else(|it| panic!("{it:#?}"));
        let report = run(&scenario);
        let failed: Vec<u32> = report.failures.iter().map(|it| it.index).collect();
        assert_eq!(failed, [place], "{by}");
    }
}

#[test]
fn what_makes_no_sense_is_told_by_its_place() {
    for (piece, by, path, id) in [
        (
            r#""instances": 1"#,
            r#""instances": 17"#,
            "regions",
            "refusal-out-of-range",
        ),
        (
            r#""region": "us-east-1" }, { "region": "eu-west-1""#,
            r#""region": "us-east-1" }, { "region": "us-east-1""#,
            "regions",
            "global-cluster-is-there",
        ),
        (
            r#""at": "2s", "do""#,
            r#""at": "40s", "do""#,
            "between[1].at",
            "problem-after-the-end",
        ),
        (
            r#""allow_data_loss": true"#,
            r#""allow_data_loss": false"#,
            "between[1].do",
            "global-data-loss",
        ),
        (
            r#""era": "2025""#,
            r#""era": "2023""#,
            "between[1].do",
            "global-not-in-that-era",
        ),
        (
            r#""to": "eu-west-1", "allow"#,
            r#""to": "sa-east-1", "allow"#,
            "between[1].do",
            "global-no-cluster",
        ),
        (
            r#""endpoint": { "region": "eu-west-1""#,
            r#""endpoint": { "region": "sa-east-1""#,
            "expect_between[4].that",
            "global-no-cluster",
        ),
        (
            r#""endpoint": { "region": "eu-west-1" }"#,
            r#""report": {}"#,
            "expect_between[4].that",
            "problem-empty-claim",
        ),
        (
            r#""before": "30s", "that": { "event""#,
            r#""throughout": ["1s", "2s"], "that": { "event""#,
            "expect_between[3].that",
            "problem-event-throughout",
        ),
        (
            r#""until""#,
            r#""timeline": [{ "at": "0ms", "do": { "stop_load": {} } }], "until""#,
            "timeline",
            "problem-not-with-regions",
        ),
    ] {
        let told = wrong(piece, by);
        assert_eq!(told, [(path.to_owned(), id)], "{by}");
    }
    // Without Regions nothing can be between them.
    let start = RIGHT.find("  \"regions\"").unwrap();
    let end = RIGHT.find("  \"between\"").unwrap();
    let alone = format!("{}{}", &RIGHT[..start], &RIGHT[end..]);
    let told = read(&alone).unwrap_err();
    assert!(
        told.iter()
            .all(|it| it.phrase.id == "problem-needs-regions")
    );
    assert_eq!(told.len(), 2);
}

#[test]
fn unknown_names_are_refused_where_they_stand() {
    for (piece, by, path) in [
        (
            "fencing_succeeded",
            "fencing_succeded",
            "expect_between[3].that.event.name",
        ),
        (
            r#""measure": "replication""#,
            r#""measure": "replicatio""#,
            "expect_between[1].that.lag.measure",
        ),
        (
            "\"failover\": { \"to\"",
            "\"failovr\": { \"to\"",
            "between[1].do",
        ),
        (
            r#""endpoint": { "region": "eu-west-1""#,
            r#""endpoint": { "region": "eu-west-9""#,
            "expect_between[4].that.endpoint.region",
        ),
    ] {
        let told = wrong(piece, by);
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].0.starts_with(path), "{told:?}");
    }
}
