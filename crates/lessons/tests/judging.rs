//! Expectations that come true and expectations that do not, on one small run whose every point is known:
//! LSNs 1 to 3 are durable before 10 ms; from 100 ms on group 1 has three copies left, and 4 to 6 wait; at
//! 500 ms copy D is back.

use base::{Arg, Phrase};
use lessons::{Failure, Report, read, run};

const RUN: &str = r#"{
  "version": 1, "name": "judged", "seed": 1, "until": "1s",
  "timeline": [
    { "at": "1ms", "do": { "put": { "key": "cart:42", "value": "one" } } },
    { "at": "100ms", "do": { "cut_zone": { "zone": "c" } } },
    { "at": "100ms", "do": { "stop_copy": { "copy": "D", "group": 1 } } },
    { "at": "200ms", "do": { "put": { "key": "cart:42", "value": "two" } } },
    { "at": "500ms", "do": { "restart_copy": { "copy": "D" } } }
  ],
  "expect": [ EXPECT ]
}"#;

fn report(expect: &str) -> Report {
    let text = RUN.replace("EXPECT", expect);
    run(&read(&text).unwrap_or_else(|diagnostics| panic!("{expect}: {diagnostics:#?}")))
}

fn holds(when: &str, that: &str) {
    let report = report(&format!("{{ {when}, \"that\": {{ {that} }} }}"));
    assert!(report.passed(), "{when} {that}: {:#?}", report.failures);
}

/// What the failure says: what was looked at, what was wanted, what was found.
fn fails(when: &str, that: &str) -> String {
    let report = report(&format!("{{ {when}, \"that\": {{ {that} }} }}"));
    assert!(!report.passed() && report.violations.is_empty());
    let [Failure { index: 0, phrase }] = report.failures.as_slice() else {
        panic!("{when} {that}: {:#?}", report.failures);
    };
    assert_eq!(phrase.id, "expectation-failed");
    words(phrase)
}

fn words(phrase: &Phrase) -> String {
    let words = phrase.args.iter().map(|(_, arg)| match arg {
        Arg::Number(number) => number.to_string(),
        Arg::Text(text) => text.to_string(),
        Arg::Time(time) => time.to_string(),
        Arg::Span(span) => span.to_string(),
        Arg::Phrase(phrase) if phrase.args.is_empty() => phrase.id.to_owned(),
        Arg::Phrase(phrase) => format!("{} {}", phrase.id, words(phrase)),
    });
    words.collect::<Vec<_>>().join(", ")
}

#[test]
fn commits() {
    holds(
        r#""at": "10ms""#,
        r#""commits": { "acknowledged": { "exactly": 1 }, "waiting": { "below": 1 } }"#,
    );
    holds(
        r#""at": "400ms""#,
        r#""commits": { "waiting": { "exactly": 1 }, "held": { "at_most": 0 }, "lost": { "exactly": 0 } }"#,
    );
    assert_eq!(
        fails(
            r#""at": "400ms""#,
            r#""commits": { "acknowledged": { "at_least": 2 } }"#
        ),
        "when-at 400.000 ms, what-commits-acknowledged, compare-at-least 2, is-number 1"
    );
    assert_eq!(
        fails(
            r#""at": "400ms""#,
            r#""commits": { "acknowledged": { "exactly": 1 }, "waiting": { "above": 1 } }"#
        ),
        "when-at 400.000 ms, what-commits-waiting, compare-above 1, is-number 1"
    );
}

#[test]
fn points_against_numbers_and_against_each_other() {
    holds(r#""at": "400ms""#, r#""vcl": { "exactly": 3 }"#);
    holds(r#""at": "400ms""#, r#""vdl": { "exactly": "vcl" }"#);
    holds(r#""at": "400ms""#, r#""allocated": { "above": "vdl" }"#);
    holds(
        r#""at": "400ms""#,
        r#""pgcl": { "group": 1, "is": { "below": { "newest": { "group": 1 } } } }"#,
    );
    holds(
        r#""at": "400ms""#,
        r#""scl": { "copy": "A", "group": 1, "is": { "exactly": 6 } }"#,
    );
    holds(
        r#""at": "1s""#,
        r#""scl": { "copy": "D", "group": 1, "is": { "exactly": { "scl": { "copy": "A", "group": 1 } } } }"#,
    );
    assert_eq!(
        fails(
            r#""at": "400ms""#,
            r#""scl": { "copy": "F", "group": 1, "is": { "above": { "pgcl": { "group": 1 } } } }"#
        ),
        "when-at 400.000 ms, what-scl 1, F, compare-above level-of-point what-pgcl 1, 3, is-lsn 3"
    );
    assert_eq!(
        fails(r#""at": "400ms""#, r#""vcl": { "exactly": "allocated" }"#),
        "when-at 400.000 ms, what-vcl, compare-exactly level-of-point what-allocated, 6, is-lsn 3"
    );
}

#[test]
fn states_of_groups_copies_and_zones() {
    holds(
        r#""at": "50ms""#,
        r#""ability": { "group": 1, "is": "read_write" }"#,
    );
    holds(
        r#""at": "400ms""#,
        r#""ability": { "group": 1, "is": "read_only" }"#,
    );
    holds(
        r#""at": "400ms""#,
        r#""ability": { "group": 2, "is": "read_write" }"#,
    );
    holds(
        r#""at": "400ms""#,
        r#""copy": { "copy": "D", "group": 1, "is": "stopped" }"#,
    );
    holds(
        r#""at": "400ms""#,
        r#""copy": { "copy": "D", "group": 2, "is": "up" }"#,
    );
    holds(
        r#""at": "400ms""#,
        r#""copy": { "copy": "E", "is": "cut" }"#,
    );
    holds(
        r#""at": "400ms""#,
        r#""zone": { "zone": "c", "is": "cut" }"#,
    );
    holds(
        r#""at": "50ms""#,
        r#""zone": { "zone": "c", "is": "open" }"#,
    );
    assert_eq!(
        fails(
            r#""at": "400ms""#,
            r#""ability": { "group": 1, "is": "unavailable" }"#
        ),
        "when-at 400.000 ms, what-ability 1, is-unavailable, is-read-only"
    );
    assert_eq!(
        fails(
            r#""at": "400ms""#,
            r#""copy": { "copy": "D", "is": "stopped" }"#
        ),
        "when-at 400.000 ms, what-copy D, is-stopped, is-partly-stopped"
    );
    assert_eq!(
        fails(
            r#""at": "600ms""#,
            r#""copy": { "copy": "D", "group": 1, "is": "stopped" }"#
        ),
        "when-at 600.000 ms, what-copy-of-group D, 1, is-stopped, is-up"
    );
    assert_eq!(
        fails(
            r#""at": "600ms""#,
            r#""zone": { "zone": "c", "is": "open" }"#
        ),
        "when-at 600.000 ms, what-zone c, is-open, is-cut"
    );
}

#[test]
fn rows() {
    holds(
        r#""at": "1ms""#,
        r#""row": { "key": "cart:42", "value": null }"#,
    );
    holds(
        r#""at": "400ms""#,
        r#""row": { "key": "cart:42", "value": "one" }"#,
    );
    holds(
        r#""at": "1s""#,
        r#""row": { "key": "cart:42", "value": "two" }"#,
    );
    assert_eq!(
        fails(
            r#""at": "400ms""#,
            r#""row": { "key": "cart:42", "value": "two" }"#
        ),
        "when-at 400.000 ms, what-row cart:42, is-value two, is-value one"
    );
    assert_eq!(
        fails(
            r#""at": "400ms""#,
            r#""row": { "key": "nobody", "value": "two" }"#
        ),
        "when-at 400.000 ms, what-row nobody, is-value two, is-no-row"
    );
}

#[test]
fn events_are_counted_in_their_span_and_by_what_they_are_about() {
    holds(
        r#""within": ["1ms", "10ms"]"#,
        r#""event": { "name": "commit_acknowledged" }"#,
    );
    holds(
        r#""within": ["10ms", "500ms"]"#,
        r#""event": { "name": "commit_acknowledged", "count": { "exactly": 0 } }"#,
    );
    holds(
        r#""after": "500ms""#,
        r#""event": { "name": "commit_acknowledged", "count": { "exactly": 1 } }"#,
    );
    holds(
        r#""before": "0ms""#,
        r#""event": { "name": "run_began", "count": { "exactly": 1 } }"#,
    );
    holds(
        r#""at": "100ms""#,
        r#""event": { "name": "zone_cut", "zone": "c", "count": { "exactly": 1 } }"#,
    );
    holds(
        r#""at": "100ms""#,
        r#""event": { "name": "zone_cut", "zone": "a", "count": { "exactly": 0 } }"#,
    );
    holds(
        r#""at": "100ms""#,
        r#""event": { "name": "copy_stopped", "copy": "D", "group": 1, "count": { "exactly": 1 } }"#,
    );
    holds(
        r#""at": "100ms""#,
        r#""event": { "name": "copy_stopped", "copy": "D", "group": 2, "count": { "exactly": 0 } }"#,
    );
    holds(
        r#""within": ["1ms", "10ms"]"#,
        r#""event": { "name": "sent", "message": "write", "count": { "exactly": 6 } }"#,
    );
    holds(
        r#""within": ["1ms", "10ms"]"#,
        r#""event": { "name": "sent", "message": "ack", "copy": "B", "group": 1, "count": { "exactly": 1 } }"#,
    );
    holds(
        r#""within": ["1ms", "10ms"]"#,
        r#""event": { "name": "record_made", "group": 1, "count": { "exactly": 3 } }"#,
    );
    assert_eq!(
        fails(
            r#""at": "99ms""#,
            r#""event": { "name": "zone_cut", "zone": "c" }"#
        ),
        "when-at 99.000 ms, what-events zone_cut (zone c), compare-at-least 1, is-number 0"
    );
    assert_eq!(
        fails(r#""before": "500ms""#, r#""event": { "name": "sent", "message": "write", "copy": "A", "count": { "at_most": 1 } }"#)
            .split(", is-number")
            .next(),
        Some("when-before 500.000 ms, what-events sent (write, copy A), compare-at-most 1")
    );
}

/// The state at a moment is the state after everything that is due then; a span has both its ends.
#[test]
fn moments_and_spans() {
    let two = r#""row": { "key": "cart:42", "value": "two" }"#;
    let cut = r#""zone": { "zone": "c", "is": "cut" }"#;
    holds(r#""at": "100ms""#, cut);
    fails(r#""at": "99.999ms""#, cut);
    holds(r#""within": ["50ms", "100ms"]"#, cut);
    fails(r#""within": ["50ms", "99.999ms"]"#, cut);
    holds(r#""throughout": ["100ms", "1s"]"#, cut);
    assert_eq!(
        fails(r#""throughout": ["99.999ms", "1s"]"#, cut),
        "when-throughout 99.999 ms, 1000.000 ms, 99.999 ms, what-zone c, is-cut, is-open"
    );
    let open = r#""zone": { "zone": "c", "is": "open" }"#;
    assert_eq!(
        fails(r#""throughout": ["0ms", "1s"]"#, open),
        "when-throughout 0.000 ms, 1000.000 ms, 100.000 ms, what-zone c, is-open, is-cut"
    );
    holds(r#""throughout": ["0ms", "99.999ms"]"#, open);
    holds(r#""before": "99ms""#, open);
    holds(r#""after": "500ms""#, two);
    fails(r#""before": "500ms""#, two);
    fails(
        r#""after": "500ms""#,
        r#""row": { "key": "cart:42", "value": "three" }"#,
    );
}

#[test]
fn failures_name_the_expectation() {
    let good = r#"{ "at": "1s", "that": { "vcl": { "exactly": 6 } } }"#;
    let bad = r#"{ "at": "1s", "that": { "vcl": { "exactly": 7 } } }"#;
    let report = report(&[good, bad, good, bad].join(","));
    assert_eq!(
        report
            .failures
            .iter()
            .map(|failure| failure.index)
            .collect::<Vec<_>>(),
        [1, 3]
    );
    assert_eq!((report.expectations, report.passed()), (4, false));
}
