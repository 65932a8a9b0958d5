//! The published JSON Schema: current, fit for every committed scenario, and good for something.

use std::fs;
use std::process::Command;

use lessons::library;
use serde_json::{Value, json};

const PUBLISHED: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../www/scenario.schema.json"
);

fn schema() -> Value {
    serde_json::from_str(&fs::read_to_string(PUBLISHED).unwrap()).unwrap()
}

#[test]
fn the_published_schema_is_the_current_one() {
    let printed = Command::new(env!("CARGO_BIN_EXE_aurorascope"))
        .arg("schema")
        .output()
        .unwrap();
    assert!(
        String::from_utf8(printed.stdout).unwrap() == fs::read_to_string(PUBLISHED).unwrap(),
        "write it anew with `cargo run -rp cli -- schema > www/scenario.schema.json`"
    );
}

#[test]
fn every_committed_scenario_fits_the_schema() {
    let schema = schema();
    for (name, text) in library() {
        let scenario: Value = serde_json::from_str(text).unwrap();
        assert_eq!(fits(&scenario, &schema, &schema), Ok(()), "{name}");
    }
}

#[test]
fn what_the_reader_refuses_the_schema_refuses_too() {
    let schema = schema();
    let (_, text) = library()
        .iter()
        .find(|(name, _)| *name == "zone-down")
        .unwrap();
    let right: Value = serde_json::from_str(text).unwrap();
    let command = "/timeline/1/do";
    let claim = "/expect/0";
    for (place, wrong) in [
        ("/version", json!(2)),
        ("/seed", json!(-1)),
        ("/until", json!("5 parsecs")),
        ("/until", json!(5)),
        (command, json!({ "cut_zome": { "zone": "c" } })),
        (command, json!({ "cut_zone": { "zone": "d" } })),
        (
            command,
            json!({ "cut_zone": { "zone": "c", "why": "a storm" } }),
        ),
        (command, json!({ "stop_copy": {} })),
        (command, json!({ "stop_copy": { "copy": "A", "group": 0 } })),
        (claim, json!({ "that": { "vcl": { "exactly": 3 } } })),
        (
            claim,
            json!({ "at": "1s", "before": "1s", "that": { "vcl": { "exactly": 3 } } }),
        ),
        (
            claim,
            json!({ "at": "1s", "that": { "vcl": { "about": 3 } } }),
        ),
        (
            claim,
            json!({ "at": "1s", "that": { "row": { "key": "k" } } }),
        ),
        (
            claim,
            json!({ "at": "1s", "that": { "event": { "name": "zone_cat" } } }),
        ),
        (
            claim,
            json!({ "within": ["1s"], "that": { "vcl": { "exactly": 3 } } }),
        ),
    ] {
        let mut scenario = right.clone();
        *scenario.pointer_mut(place).unwrap() = wrong.clone();
        assert!(
            lessons::read(&scenario.to_string()).is_err(),
            "the reader takes {wrong}"
        );
        assert!(
            fits(&scenario, &schema, &schema).is_err(),
            "the schema takes {wrong}"
        );
    }
}

/// As much of JSON Schema as ours uses. A word it does not know is an error, so that nothing goes unchecked.
fn fits(value: &Value, schema: &Value, root: &Value) -> Result<(), String> {
    let Some(words) = schema.as_object() else {
        return if schema == &json!(true) {
            Ok(())
        } else {
            Err(format!("{value} must not be here"))
        };
    };
    for (word, means) in words {
        let list = || means.as_array().unwrap().iter();
        let passes = || list_passes(means, value, root);
        let holds = match word.as_str() {
            "$schema" | "$defs" | "title" | "description" | "default" | "examples" | "format" => {
                true
            }
            "$ref" => {
                let target = means.as_str().unwrap().strip_prefix('#').unwrap();
                fits(value, root.pointer(target).unwrap(), root)?;
                true
            }
            "type" => match means {
                Value::Array(kinds) => kinds.iter().any(|kind| is_of(value, kind)),
                kind => is_of(value, kind),
            },
            "enum" => list().any(|allowed| allowed == value),
            "const" => means == value,
            "oneOf" => passes() == 1,
            "anyOf" => passes() >= 1,
            "minimum" => value
                .as_f64()
                .is_none_or(|number| number >= means.as_f64().unwrap()),
            "maximum" => value
                .as_f64()
                .is_none_or(|number| number <= means.as_f64().unwrap()),
            "minItems" => value
                .as_array()
                .is_none_or(|items| items.len() as u64 >= means.as_u64().unwrap()),
            "maxItems" => value
                .as_array()
                .is_none_or(|items| items.len() as u64 <= means.as_u64().unwrap()),
            "required" => value.as_object().is_none_or(|fields| {
                list().all(|name| fields.contains_key(name.as_str().unwrap()))
            }),
            "pattern" => value.as_str().is_none_or(is_a_time),
            "properties" => {
                for (name, field) in value.as_object().into_iter().flatten() {
                    if let Some(schema) = means.get(name) {
                        fits(field, schema, root)?;
                    }
                }
                true
            }
            "additionalProperties" => {
                assert_eq!(means, &json!(false));
                let known = schema.get("properties").and_then(Value::as_object);
                value
                    .as_object()
                    .into_iter()
                    .flatten()
                    .all(|(name, _)| known.is_some_and(|known| known.contains_key(name)))
            }
            "items" => {
                for item in value.as_array().into_iter().flatten() {
                    fits(item, means, root)?;
                }
                true
            }
            "prefixItems" => {
                for (item, schema) in value.as_array().into_iter().flatten().zip(list()) {
                    fits(item, schema, root)?;
                }
                true
            }
            other => panic!("the schema uses {other}, which this test cannot check"),
        };
        if !holds {
            return Err(format!("{value} against {word}: {means}"));
        }
    }
    Ok(())
}

/// How many of a list of schemas the value fits.
fn list_passes(list: &Value, value: &Value, root: &Value) -> usize {
    let schemas = list
        .as_array()
        .into_iter()
        .flatten()
        .filter(|schema| schema.is_object() || schema.is_boolean());
    schemas
        .filter(|schema| fits(value, schema, root).is_ok())
        .count()
}

fn is_of(value: &Value, kind: &Value) -> bool {
    match kind.as_str().unwrap() {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_u64() || value.is_i64(),
        "null" => value.is_null(),
        other => panic!("the schema uses type {other}, which this test cannot check"),
    }
}

/// The schema's one pattern is that of times; the reader knows what a time is.
fn is_a_time(text: &str) -> bool {
    let scenario = json!({ "version": 1, "name": "", "seed": 0, "until": text });
    lessons::read(&scenario.to_string()).is_ok()
}
