//! What is said of files that are wrong: the place, the reason, and the hint.

use base::{Arg, Phrase};
use lessons::{Diagnostic, Scenario, read, read_bytes};

const RIGHT: &str = r#"{
  "version": 1,
  "name": "all that can stand in a file",
  "seed": 18446744073709551615,
  "topology": { "groups": 3, "writer_zone": "b", "a_to_b_micros": [500, 800], "late_one_in": 0 },
  "timeline": [
    { "at": "0ms", "do": { "start_load": { "closed_loop": { "clients": 3, "think_micros": 0, "write_percent": 100, "rows": 5 } } } },
    { "at": "1ms", "do": { "put": { "key": "쓰기", "value": "\u00e9" } } },
    { "at": "1ms", "do": { "get": { "key": "쓰기" } } },
    { "at": "1.5ms", "do": { "stop_load": {} } },
    { "at": "2ms", "do": { "start_load": { "open_loop": { "writes_per_second": 10, "reads_per_second": 0, "rows": 5 } } } },
    { "at": "2ms", "do": { "stop_copy": { "copy": "A" } } },
    { "at": "3ms", "do": { "restart_copy": { "copy": "A", "group": 2 } } },
    { "at": "3ms", "do": { "cut_copy": { "copy": "F" } } },
    { "at": "4ms", "do": { "heal_copy": { "copy": "F" } } },
    { "at": "4ms", "do": { "cut_zone": { "zone": "c" } } },
    { "at": "5ms", "do": { "heal_zone": { "zone": "c" } } },
    { "at": "5ms", "do": { "slow_copy": { "copy": "B", "times": 10 } } },
    { "at": "5ms", "do": { "slow_link": { "from": "writer", "to": "E", "times": 10 } } },
    { "at": "5ms", "do": { "lose_messages": { "percent": 5 } } },
    { "at": "5ms", "do": { "lose_messages": { "copy": "C", "percent": 50 } } }
  ],
  "until": "1s",
  "expect": [
    { "at": "1s", "that": { "commits": { "acknowledged": { "at_least": 1 }, "lost": { "exactly": 0 } } } },
    { "within": ["0ms", "1s"], "that": { "commits": { "waiting": { "at_most": 9 }, "held": { "below": 1 } } } },
    { "throughout": ["0ms", "1s"], "that": { "vcl": { "at_most": "allocated" } } },
    { "before": "1s", "that": { "vdl": { "above": { "pgcl": { "group": 1 } } } } },
    { "after": "1s", "that": { "allocated": { "at_least": 3 } } },
    { "at": "1s", "that": { "pgcl": { "group": 1, "is": { "exactly": { "newest": { "group": 1 } } } } } },
    { "at": "1s", "that": { "scl": { "copy": "F", "group": 3, "is": { "at_most": { "scl": { "copy": "E", "group": 3 } } } } } },
    { "at": "1s", "that": { "ability": { "group": 1, "is": "read_write" } } },
    { "at": "1s", "that": { "copy": { "copy": "A", "group": 1, "is": "stopped" } } },
    { "at": "1s", "that": { "copy": { "copy": "B", "is": "up" } } },
    { "at": "1s", "that": { "zone": { "zone": "a", "is": "open" } } },
    { "at": "1s", "that": { "row": { "key": "쓰기", "value": "é" } } },
    { "at": "1s", "that": { "row": { "key": "nobody", "value": null } } },
    { "at": "1s", "that": { "event": { "name": "sent", "message": "fill", "copy": "A", "group": 1, "count": { "exactly": 0 } } } },
    { "within": ["4ms", "5ms"], "that": { "event": { "name": "zone_cut", "zone": "c" } } }
  ]
}
"#;

fn right() -> Scenario {
    read(RIGHT).unwrap_or_else(|diagnostics| panic!("{diagnostics:#?}"))
}

#[test]
fn everything_that_can_stand_in_a_file_is_read_and_written_back() {
    let scenario = right();
    assert_eq!((scenario.timeline.len(), scenario.expect.len()), (15, 15));
    assert_eq!(scenario.seed, u64::MAX);
    let written = scenario.to_json();
    assert_eq!(read(&written).as_ref(), Ok(&scenario), "{written}");
    assert!(
        written.contains("    { \"at\": \"1.5ms\", \"do\": { \"stop_load\": {} } },\n"),
        "{written}"
    );
}

#[test]
fn a_byte_order_mark_is_no_mistake() {
    assert_eq!(read(&format!("\u{feff}{RIGHT}")), Ok(right()));
}

fn numbers(phrase: &Phrase) -> Vec<String> {
    let words = phrase.args.iter().map(|(_, arg)| match arg {
        Arg::Number(number) => number.to_string(),
        Arg::Text(text) => text.to_string(),
        Arg::Time(time) => time.to_string(),
        Arg::Span(span) => span.to_string(),
        Arg::Phrase(phrase) => phrase.id.to_owned(),
    });
    words.collect()
}

/// One diagnostic in one line: the way, the message, what goes into it, the hint, and the text at its place.
fn line(text: &str, diagnostic: &Diagnostic) -> String {
    let Diagnostic {
        place,
        path,
        phrase,
        hint,
    } = diagnostic;
    let hint = hint.as_ref().map_or(String::new(), |hint| {
        format!(" ({})", numbers(hint).join(", "))
    });
    let there = text
        .lines()
        .nth(place.line as usize - 1)
        .unwrap_or_default();
    let there: String = there
        .chars()
        .skip(place.column as usize - 1)
        .take(12)
        .collect();
    format!(
        "{path}: {} {}{hint} @ {there}",
        phrase.id,
        numbers(phrase).join(" | ")
    )
}

fn one(from: &str, to: &str) -> String {
    assert!(RIGHT.contains(from), "nothing to replace: {from}");
    let text = RIGHT.replacen(from, to, 1);
    let diagnostics = read(&text).expect_err("it is wrong now");
    assert_eq!(diagnostics.len(), 1, "{diagnostics:#?}");
    line(&text, &diagnostics[0])
}

#[test]
fn unknown_names_and_the_nearest_known_one() {
    assert_eq!(
        one("\"topology\"", "\"topologie\""),
        ": problem-unknown-field topologie | version, name, seed, topology, regions, timeline, between, until, expect, expect_between (topology) @ \"topologie\":"
    );
    assert_eq!(
        one(
            "{ \"cut_zone\": { \"zone\": \"c\"",
            "{ \"cut_zone\": { \"zone\": \"d\""
        ),
        "timeline[9].do.cut_zone.zone: problem-unknown-name d | a, b, c @ \"d\" } } },"
    );
    let wrong_command = one("cut_zone", "cut_zome");
    assert!(
        wrong_command.starts_with("timeline[9].do: problem-unknown-name cut_zome | list-too-long")
    );
    assert!(
        wrong_command.ends_with(" (cut_zone) @ \"cut_zome\": "),
        "{wrong_command}"
    );
    assert_eq!(
        one("\"do\": { \"get\"", "\"doo\": { \"get\""),
        "timeline[2]: problem-unknown-field doo | at, do @ \"doo\": { \"ge"
    );
    assert_eq!(
        one("\"zone_cut\"", "\"zone_cat\""),
        "expect[14].that.event.name: problem-unknown-name zone_cat | list-too-long (zone_cut) @ \"zone_cat\", "
    );
    assert_eq!(
        one("\"at_most\": \"allocated\"", "\"at_most\": \"alocated\""),
        "expect[2].that.vcl.at_most: problem-unknown-name alocated | vcl, vdl, allocated, pgcl, scl, newest (allocated) @ \"alocated\" }"
    );
}

#[test]
fn missing_wrong_and_duplicate_fields() {
    assert_eq!(
        one(
            "\"zone\": \"c\" } } },\n    { \"at\": \"5ms\"",
            "} } },\n    { \"at\": \"5ms\""
        ),
        "timeline[9].do.cut_zone: problem-missing-field zone @ { } } },"
    );
    assert_eq!(
        one("\"until\": \"1s\",", ""),
        ": problem-missing-field until @ {"
    );
    assert_eq!(
        one(", \"value\": null", ""),
        "expect[12].that.row: problem-missing-field value @ { \"key\": \"no"
    );
    assert_eq!(
        one("\"groups\": 3", "\"groups\": \"3\""),
        "topology.groups: problem-wrong-kind kind-whole-number | kind-text @ \"3\", \"writer"
    );
    assert_eq!(
        one("\"groups\": 3", "\"groups\": 3.5"),
        "topology.groups: problem-wrong-kind kind-whole-number | kind-fraction @ 3.5, \"writer"
    );
    assert_eq!(
        one("[500, 800]", "[500]"),
        "topology.a_to_b_micros: problem-wrong-length 1 | 2 @ [500], \"late"
    );
    assert_eq!(
        one("{ \"stop_load\": {} }", "\"stop_load\""),
        "timeline[3].do: problem-wrong-kind kind-object | kind-text @ \"stop_load\" "
    );
    assert_eq!(
        one("{ \"stop_load\": {} }", "{}"),
        "timeline[3].do: problem-not-one-field 0 @ {} },"
    );
    assert_eq!(
        one("\"at_least\": 3", "\"at_least\": true"),
        "expect[4].that.allocated.at_least: problem-wrong-kind kind-level | kind-true-or-false @ true } } },"
    );
    assert_eq!(
        one("\"seed\"", "\"name\": \"again\", \"seed\""),
        ": problem-duplicate-field name @ \"name\": \"aga"
    );
}

#[test]
fn numbers_out_of_range() {
    assert_eq!(
        one("\"groups\": 3", "\"groups\": 99999999999999999999999"),
        "topology.groups: problem-out-of-range 99999999999999999999999 | 0 | 4294967295 @ 999999999999"
    );
    assert_eq!(
        one("\"groups\": 3", "\"groups\": -3"),
        "topology.groups: problem-out-of-range -3 | 0 | 4294967295 @ -3, \"writer_"
    );
    assert_eq!(
        one("\"groups\": 3, ", "\"groups\": 100000, "),
        "topology.groups: problem-out-of-range 100000 | 1 | 16384 @ 100000, \"wri"
    );
    assert_eq!(
        one("\"group\": 2", "\"group\": 0"),
        "timeline[6].do.restart_copy.group: problem-out-of-range 0 | 1 | 4294967295 @ 0 } } },"
    );
    assert_eq!(
        one("[500, 800]", "[800, 500]"),
        "topology.a_to_b_micros: problem-range-backwards  @ [800, 500], "
    );
    assert_eq!(
        one("\"version\": 1", "\"version\": 1.5"),
        "version: problem-version 1.5 | 1 @ 1.5,"
    );
    assert_eq!(
        one("\"version\": 1", "\"version\": 2"),
        "version: problem-version 2 | 1 @ 2,"
    );
}

#[test]
fn times() {
    assert_eq!(
        one("\"1.5ms\"", "\"1.5 parsecs\""),
        "timeline[3].at: problem-bad-time  @ \"1.5 parsecs"
    );
    assert_eq!(
        one("\"1.5ms\"", "1.5"),
        "timeline[3].at: problem-wrong-kind kind-text | kind-number @ 1.5, \"do\": {"
    );
    assert_eq!(
        one("\"1.5ms\"", "\"1.5us\""),
        "timeline[3].at: problem-time-too-fine  @ \"1.5us\", \"do"
    );
    assert_eq!(
        one("\"until\": \"1s\"", "\"until\": \"25h\""),
        "until: problem-until-too-late 86400000.000 ms @ \"25h\","
    );
    assert_eq!(
        one("[\"4ms\", \"5ms\"]", "[\"6ms\", \"5ms\"]"),
        "expect[14].within: problem-span-backwards 6.000 ms | 5.000 ms @ [\"6ms\", \"5ms"
    );
    assert_eq!(
        one("\"before\": \"1s\"", "\"before\": \"2s\""),
        "expect[3].before: problem-after-the-end 2000.000 ms | 1000.000 ms @ \"2s\", \"that\""
    );
}

#[test]
fn expectations_that_make_no_sense() {
    assert_eq!(
        one(
            "\"before\": \"1s\"",
            "\"before\": \"1s\", \"after\": \"1s\""
        ),
        "expect[3]: problem-one-when  @ { \"before\": "
    );
    assert_eq!(
        one("\"before\": \"1s\", ", ""),
        "expect[3]: problem-one-when  @ { \"that\": { "
    );
    assert_eq!(
        one(
            "\"within\": [\"4ms\", \"5ms\"]",
            "\"throughout\": [\"4ms\", \"5ms\"]"
        ),
        "expect[14].throughout: problem-event-throughout  @ [\"4ms\", \"5ms"
    );
    assert_eq!(
        one(
            "\"waiting\": { \"at_most\": 9 }, \"held\": { \"below\": 1 }",
            ""
        ),
        "expect[1].that.commits: problem-empty-claim  @ {  } } },"
    );
    assert_eq!(
        one(
            "\"newest\": { \"group\": 1 }",
            "\"newest\": { \"group\": 4 }"
        ),
        "expect[5].that: refusal-no-such-group 4 | 3 @ { \"pgcl\": { "
    );
    assert_eq!(
        one("\"name\": \"sent\"", "\"name\": \"lost\""),
        "expect[13].that.event.message: problem-message-without-sent  @ \"fill\", \"cop"
    );
}

/// CC-2.
#[test]
fn cache_management_in_the_wrong_family_is_found_before_the_run() {
    let scenario = |family| {
        format!(
            r#"{{ "version": 1, "name": "x", "seed": 1, "until": "1 s",
            "topology": {{ "failover": {{ "family": "{family}", "cache_management": true }} }} }}"#
        )
    };
    assert!(read(&scenario("postgresql")).is_ok());
    let problems = read(&scenario("mysql")).expect_err("it is of no use there");
    let [problem] = &problems[..] else {
        panic!("{problems:?}")
    };
    assert_eq!(problem.phrase, Phrase::new("refusal-not-postgresql"));
}

#[test]
fn impossible_commands_are_found_before_the_run() {
    assert_eq!(
        one(
            "\"copy\": \"A\", \"group\": 2",
            "\"copy\": \"B\", \"group\": 2"
        ),
        "timeline[6].do: refusal-not-stopped B @ { \"restart_c"
    );
    assert_eq!(
        one(
            "\"copy\": \"A\", \"group\": 2",
            "\"copy\": \"A\", \"group\": 9"
        ),
        "timeline[6].do: refusal-no-such-group 9 | 3 @ { \"restart_c"
    );
    assert_eq!(
        one(
            "\"at\": \"5ms\", \"do\": { \"heal_zone\"",
            "\"at\": \"3ms\", \"do\": { \"heal_zone\""
        ),
        "timeline[10].do: refusal-zone-not-cut c @ { \"heal_zone"
    );
    assert_eq!(
        one(
            "\"reads_per_second\": 0, \"rows\": 5",
            "\"reads_per_second\": 0, \"rows\": 0"
        ),
        "timeline[4].do: refusal-out-of-range rows | 0 | 1 | 10000 @ { \"start_loa"
    );
    assert_eq!(
        one(
            "{ \"put\": { \"key\": \"쓰기\"",
            "{ \"put\": { \"key\": \"\""
        ),
        "timeline[1].do: refusal-empty-key  @ { \"put\": { \""
    );
}

#[test]
fn all_mistakes_in_the_lists_come_to_light_at_once() {
    let text = RIGHT
        .replacen("\"stop_copy\"", "\"stop_cpoy\"", 1)
        .replacen("\"times\": 10", "\"times\": \"ten\"", 2);
    let lines: Vec<String> = read(&text)
        .unwrap_err()
        .iter()
        .map(|diagnostic| line(&text, diagnostic))
        .collect();
    assert_eq!(lines.len(), 3, "{lines:#?}");
    assert!(
        lines[0].starts_with("timeline[5].do: problem-unknown-name stop_cpoy"),
        "{lines:#?}"
    );
}

#[test]
fn broken_json() {
    let said = |text: &str| line(text, &read(text).unwrap_err()[0]);
    assert_eq!(said(""), ": problem-json-empty  @ ");
    assert_eq!(
        said("{ \"a\": 1"),
        ": problem-json-brace-missing  @ { \"a\": 1"
    );
    assert_eq!(said("[1, 2"), ": problem-json-bracket-missing  @ [1, 2");
    assert_eq!(
        said("{ \"a\": 1, }"),
        ": problem-json-trailing-comma  @ , }"
    );
    assert_eq!(
        said("{ \"a\": 1 // one\n}"),
        ": problem-json-comment  @ // one"
    );
    assert_eq!(
        said("{ \"a\": 1 \"b\": 2 }"),
        ": problem-json-comma-missing  @  \"b\": 2 }"
    );
    assert_eq!(said("{ \"a\" 1 }"), ": problem-json-colon-missing  @ 1 }");
    assert_eq!(said("{ a: 1 }"), ": problem-json-quotes-missing  @ a: 1 }");
    assert_eq!(said("{} {}"), ": problem-json-more-text  @ {}");
    assert_eq!(said("{ \"a"), ": problem-json-quote-missing  @ \"a");
    assert_eq!(
        said("{ \"a\": \"\\x41\" }"),
        ": problem-json-escape  @ \\x41\" }"
    );
    assert_eq!(
        said("{ \"a\": \"line\nbreak\" }"),
        "a: problem-json-control  @ "
    );
    assert_eq!(said("{ \"a\": 0x10 }"), ": problem-json-number  @ 0x10 }");
    assert_eq!(
        said(&"[".repeat(100_000)),
        ": problem-json-too-deep  @ [[[[[[[[[[[["
    );
    assert_eq!(
        said("[]"),
        ": problem-wrong-kind kind-object | kind-list @ []"
    );
    let huge = " ".repeat(lessons::LENGTH_MAX as usize + 1);
    assert_eq!(
        said(&huge),
        ": problem-file-too-long 4194305 | 4194304 @             "
    );
    let bytes = read_bytes(b"{ \"name\":\n \"\xff\" }").unwrap_err();
    assert_eq!(line("", &bytes[0]), ": problem-not-text  @ ");
}
