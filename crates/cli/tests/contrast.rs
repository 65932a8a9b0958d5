//! `aurorascope contrast` as a person or a script meets it.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

const SCENARIOS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/scenarios");

/// Exit code, standard output, standard error.
fn run(arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_aurorascope"));
    let output = command.arg("contrast").args(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let code = output.status.code().expect("it was not killed");
    (code, text(output.stdout), text(output.stderr))
}

fn json(arguments: &[&str]) -> Value {
    let (code, out, err) = run(&[arguments, &["--format", "json"]].concat());
    assert_eq!((code, err.as_str()), (0, ""));
    serde_json::from_str(&out).unwrap()
}

#[test]
fn e_1_to_e_3_come_out_of_an_ordinary_call() {
    let found = json(&["--seconds", "2"]);
    let tenths = |row: &str, way: &str| found["times"][row][way].as_u64().unwrap();
    let many = tenths("transactions", "aurora_more_tenths");
    assert!((150..800).contains(&many), "{found}");
    let fewer = tenths("ios_per_transaction", "aurora_less_tenths");
    assert!((25..120).contains(&fewer), "{found}");
    let node = tenths("storage_node_ios_per_transaction", "aurora_less_tenths");
    assert!((150..800).contains(&node), "{found}");
    assert!(found["aurora"]["ios_per_1000_transactions"].as_u64() < Some(1_000));
}

#[test]
fn e_9_lags_of_replicas_are_compared() {
    let found = json(&["--lag", "--seconds", "1"]);
    let of = |row: usize, what: &str| found["lags"][row][what].as_u64().unwrap();
    assert!(
        of(3, "logical_micros") > 100 * of(3, "aurora_micros"),
        "{found}"
    );
    assert!(of(3, "logical_micros") > of(2, "logical_micros"), "{found}");
    let (code, out, err) = run(&["--lag", "--seconds", "1", "--lang", "ja"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.contains("論理レプリカ"), "{out}");
}

#[test]
fn the_table_is_said_in_every_language() {
    for (lang, words) in [
        (
            "en",
            [
                "Mirrored MySQL",
                "Commit latency, median",
                "published: 0.95 and 7.4",
            ],
        ),
        (
            "ja",
            ["ミラーリングしたMySQL", "中央値", "論文では0.95と7.4"],
        ),
        ("zh", ["镜像 MySQL", "中位数", "论文数据：0.95 与 7.4"]),
        ("ko", ["미러링한 MySQL", "중앙값", "논문: 0.95 대 7.4"]),
    ] {
        let (code, out, err) = run(&["--clients", "4", "--seconds", "1", "--lang", lang]);
        assert_eq!((code, err.as_str()), (0, ""));
        assert!(words.iter().all(|words| out.contains(words)), "{out}");
    }
}

#[test]
fn inv_19_the_seed_decides() {
    let digests = |seed| {
        let found = json(&["--clients", "5", "--seconds", "1", "--seed", seed]);
        [
            found["aurora_digest"].clone(),
            found["mirrored_digest"].clone(),
        ]
    };
    assert_eq!(digests("2"), digests("2"));
    assert_ne!(digests("2"), digests("3"));
}

#[test]
fn a_scenario_serves_both() {
    let (code, out, err) = run(&[&format!("{SCENARIOS}/zone-down.json")]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.contains("Transactions"), "{out}");
}

#[test]
fn a_command_without_counterpart_is_counted() {
    let found = json(&[&format!("{SCENARIOS}/az-plus-one.json")]);
    assert!(
        found["commands_of_aurora_alone"].as_u64() > Some(0),
        "{found}"
    );
}

#[test]
fn bad_input_ends_with_2_and_says_what_to_do() {
    let broken = Path::new(env!("CARGO_TARGET_TMPDIR")).join("contrast-broken.json");
    fs::write(&broken, "{ \"version\": 1, \"sead\": 2 }").unwrap();
    for (arguments, words) in [
        (&["--clients", "0"][..], "0 is not in 1..=100000"),
        (&["--seconds", "none"], "invalid value 'none'"),
        (&["no-such-file.json"], "no-such-file.json cannot be read"),
        (&["a.json", "--clients", "3"], "cannot be used with"),
        (&[broken.to_str().unwrap()], "There is no field “sead” here"),
    ] {
        let (code, out, err) = run(arguments);
        assert_eq!((code, out.as_str()), (2, ""), "{err}");
        assert!(err.contains(words), "{err}");
    }
}
