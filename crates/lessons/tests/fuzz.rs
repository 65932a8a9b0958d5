//! Whatever is given to the reader: no panic, and if it is refused, at least one reason with a place in it.

use base::{Chance, Stream};
use lessons::{library, read, read_bytes};

/// Texts that mutations put in, likely to lead somewhere.
const PIECES: [&str; 28] = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "\\u00",
    "\\ud800",
    "null",
    "true",
    "-1",
    "0",
    "1e999",
    "1.5",
    "99999999999999999999",
    "4294967296",
    "\"5ms\"",
    "\"5\"",
    "\"zone\"",
    "\"groups\": 16385",
    "{}",
    "[]",
    "é",
    "\u{0}",
    "\n",
    "쓰",
];

fn look(bytes: &[u8]) {
    let Err(diagnostics) = read_bytes(bytes) else {
        return;
    };
    assert!(
        !diagnostics.is_empty(),
        "refused without a reason: {:?}",
        String::from_utf8_lossy(bytes)
    );
    let text = String::from_utf8_lossy(bytes);
    for diagnostic in &diagnostics {
        let (line, column) = (
            diagnostic.place.line as usize,
            diagnostic.place.column as usize,
        );
        assert!(line >= 1 && column >= 1, "{diagnostic:?}");
        // A place lies in a line of the text, or right behind its end.
        let there = text.split('\n').nth(line - 1);
        let there = there.unwrap_or_else(|| panic!("no such line: {diagnostic:?} in {text:?}"));
        assert!(
            column <= there.chars().count() + 1,
            "no such column: {diagnostic:?} in {text:?}"
        );
        assert!(!diagnostic.phrase.id.is_empty());
    }
}

fn chance(seed: u64) -> Chance {
    Chance::new(seed, Stream::Scenario)
}

#[test]
fn random_bytes() {
    let mut chance = chance(1);
    for _ in 0..4_000 {
        let bytes: Vec<u8> = (0..chance.below(120))
            .map(|_| chance.bits() as u8)
            .collect();
        look(&bytes);
    }
}

#[test]
fn random_words_of_the_format() {
    let mut chance = chance(2);
    for _ in 0..4_000 {
        let words =
            (0..chance.below(40)).map(|_| PIECES[chance.below(PIECES.len() as u32) as usize]);
        look(words.collect::<String>().as_bytes());
    }
}

#[test]
fn every_truncation_of_a_right_file_is_refused() {
    let (_, text) = library()[0];
    let text = text.trim_end();
    for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
        assert!(read(&text[..end]).is_err(), "{end}");
        look(&text.as_bytes()[..end]);
    }
}

#[test]
fn mutations_of_right_files() {
    let mut chance = chance(3);
    for round in 0..6_000 {
        let (_, text) = library()[round % library().len()];
        let mut bytes = text.as_bytes().to_vec();
        for _ in 0..=chance.below(4) {
            let at = chance.below(bytes.len() as u32) as usize;
            let until = (at + chance.below(12) as usize).min(bytes.len());
            match chance.below(5) {
                0 => bytes[at] = chance.bits() as u8,
                1 => drop(bytes.drain(at..until)),
                2 => drop(bytes.splice(at..at, bytes[at..until].to_vec())),
                3 => bytes[at] ^= 1 << chance.below(8),
                _ => {
                    let piece = PIECES[chance.below(PIECES.len() as u32) as usize];
                    drop(bytes.splice(at..until, piece.bytes()));
                }
            }
            if bytes.is_empty() {
                break;
            }
        }
        look(&bytes);
    }
}

/// Files that parse as JSON get further into the reader: values are exchanged, the form is kept.
#[test]
fn values_exchanged_in_right_files() {
    let mut chance = chance(4);
    for round in 0..6_000 {
        let (_, text) = library()[round % library().len()];
        let mut value: serde_json::Value = serde_json::from_str(text).unwrap();
        for _ in 0..=chance.below(2) {
            let mut place = &mut value;
            loop {
                let count = match place {
                    serde_json::Value::Object(fields) => fields.len(),
                    serde_json::Value::Array(entries) => entries.len(),
                    _ => 0,
                };
                if count == 0 || chance.below(6) == 0 {
                    break;
                }
                let which = chance.below(count as u32) as usize;
                place = match place {
                    serde_json::Value::Object(fields) => fields.values_mut().nth(which).unwrap(),
                    serde_json::Value::Array(entries) => &mut entries[which],
                    _ => unreachable!("only these have a count"),
                };
            }
            *place = match chance.below(9) {
                0 => serde_json::Value::Null,
                1 => true.into(),
                2 => chance.bits().into(),
                3 => u64::MAX.into(),
                4 => (-1).into(),
                5 => "9999999999999999h".into(),
                6 => serde_json::json!({ "": {} }),
                7 => serde_json::json!([[]]),
                _ => "c".into(),
            };
        }
        look(value.to_string().as_bytes());
    }
}

#[test]
fn deep_and_long() {
    for depth in [10, 500, 600, 200_000] {
        look("[".repeat(depth).as_bytes());
        look("{\"a\":".repeat(depth).as_bytes());
        look(format!("{}{}", "[".repeat(depth), "]".repeat(depth)).as_bytes());
    }
    look(format!("{{ \"{}\": 1 }}", "a".repeat(1 << 20)).as_bytes());
    look(format!("{{ \"seed\": {} }}", "9".repeat(1 << 20)).as_bytes());
    let many = (0..20_000).map(|_| r#"{ "at": "1ms", "do": { "get": { "key": "k" } } }"#);
    let many = many.collect::<Vec<_>>().join(",");
    look(
        format!(
            r#"{{ "version": 1, "name": "many", "seed": 1, "until": "1s", "timeline": [{many}] }}"#
        )
        .as_bytes(),
    );
}
