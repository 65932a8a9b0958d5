//! `aurorascope durability` as a person or a script meets it.

use std::process::Command;

use serde_json::Value;

/// Exit code, standard output, standard error.
fn run(arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_aurorascope"));
    let output = command.arg("durability").args(arguments).output().unwrap();
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
fn the_three_schemes_are_compared() {
    let found = json(&["--years", "2000", "--seed", "7"]);
    assert_eq!(found["repair_micros"], 10_000_000);
    let schemes = found["schemes"].as_array().unwrap();
    let figure = |scheme: usize, key: &str, end: &str| {
        schemes[scheme]["figures"][key][end].as_f64().unwrap()
    };
    let [aurora, two_of_three, mirrored] = [0, 1, 2];
    assert_eq!(schemes[aurora]["scheme"], "aurora");
    assert_eq!(schemes[aurora]["after_az_plus_one"], "read_only");
    assert_eq!(schemes[two_of_three]["after_az_plus_one"], "unavailable");
    // W-23: any lost part stops mirrored writes. Four copies a year, and two zones in ten years.
    let lost = |end| figure(mirrored, "writes_lost", end);
    assert!(lost("low") < 4.2 && 4.2 < lost("high"), "{found}");
    // 2 of 3 loses its read quorum wherever Aurora loses its write quorum, at most.
    let in_one_zone = "reads_lost_in_one_zone";
    assert!(
        figure(aurora, in_one_zone, "high") * 1e4 < figure(two_of_three, in_one_zone, "low"),
        "{found}"
    );
}

#[test]
fn the_same_seed_says_the_same_and_another_something_else() {
    let run = |seed| run(&["--years", "300", "--scheme", "two-of-three", "--seed", seed]);
    assert_eq!(run("3"), run("3"));
    assert_ne!(run("3"), run("4"));
}

#[test]
fn it_is_said_in_words_of_every_language() {
    for (lang, words) in [
        ("en", "Write quorum lost: "),
        ("ja", "書き込みクォーラムの喪失"),
        ("zh", "失去写仲裁"),
        ("ko", "쓰기 쿼럼 상실"),
    ] {
        let (code, out, err) = run(&["--years", "100", "--scheme", "mirrored", "--lang", lang]);
        assert_eq!((code, err.as_str()), (0, ""));
        assert!(out.contains(words), "{out}");
    }
}

#[test]
fn bad_input_ends_with_2_and_says_what_to_do() {
    for (arguments, words) in [
        (
            &["--segment-gb", "0"][..],
            "--segment-gb 0 is out of range: it must lie between 1 and 65536",
        ),
        (&["--years", "0"], "--years 0 is out of range"),
        (&["--years", "many"], "invalid value 'many'"),
        (
            &["--scheme", "three"],
            "known are aurora, two-of-three, mirrored",
        ),
        (
            &[
                "--years",
                "10000000",
                "--zone-days",
                "1",
                "--copy-days",
                "36500",
            ],
            "ask for fewer --years",
        ),
    ] {
        let (code, out, err) = run(arguments);
        assert_eq!((code, out.as_str()), (2, ""), "{err}");
        assert!(err.contains(words), "{err}");
    }
}
