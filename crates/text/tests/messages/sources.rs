//! The messages that the sources name are the messages there are.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::files::language;

/// What stands before the name of a message: a phrase, or a word of the page.
const BEGIN_A_PHRASE: [&str; 2] = ["Phrase::new(", "words.of("];

/// The literals of the sources that begin a phrase, and all other literals that look like a message's name.
#[derive(Default)]
struct Named {
    phrases: BTreeSet<(String, PathBuf)>,
    literals: BTreeSet<String>,
}

#[test]
fn every_phrase_of_the_sources_has_a_message() {
    let known = known();
    let unknown: Vec<_> = named()
        .phrases
        .into_iter()
        .filter(|(id, _)| !known.contains(id))
        .map(|(id, path)| format!("{id} ({})", path.display()))
        .collect();
    assert!(unknown.is_empty(), "\n{}", unknown.join("\n"));
}

#[test]
fn every_message_is_named_by_the_sources() {
    let named = named();
    let dead: Vec<_> = known()
        .into_iter()
        .filter(|id| !named.literals.contains(id))
        .collect();
    assert!(dead.is_empty(), "\n{}", dead.join("\n"));
}

/// The names of all messages; terms and attributes left out. What chapters say is named by the chapters, and the tests
/// of these look for it.
fn known() -> BTreeSet<String> {
    let mut files = language("en");
    files.remove("chapters.ftl");
    files
        .into_values()
        .flat_map(|messages| messages.into_keys())
        .filter(|name| !name.starts_with('-') && !name.contains('.'))
        .collect()
}

fn named() -> Named {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut named = Named::default();
    for entry in fs::read_dir(crates).unwrap() {
        let source = entry.unwrap().path().join("src");
        if !source.starts_with(crates.join("text")) && source.is_dir() {
            read_folder(&source, &mut named);
        }
    }
    named
}

fn read_folder(folder: &Path, named: &mut Named) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read_folder(&path, named);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            read_source(&fs::read_to_string(&path).unwrap(), &path, named);
        }
    }
}

/// Looks for string literals line by line; comments and the tests at the end of a file name no messages.
fn read_source(text: &str, path: &Path, named: &mut Named) {
    let text = text.split("#[cfg(test)]").next().unwrap_or(text);
    let code: String = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| [line.trim(), "\n"])
        .collect();
    let pieces: Vec<&str> = code.split('"').collect();
    // Every second piece stands between quotes.
    for pair in pieces.chunks_exact(2) {
        let [before, literal] = pair else { continue };
        if !looks_like_a_name(literal) {
            continue;
        }
        let before = before.trim_end();
        if BEGIN_A_PHRASE.iter().any(|begin| before.ends_with(begin)) {
            named.phrases.insert(((*literal).into(), path.into()));
        }
        named.literals.insert((*literal).into());
    }
}

fn looks_like_a_name(literal: &str) -> bool {
    !literal.is_empty()
        && literal
            .chars()
            .all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-')
}

#[test]
fn phrases_are_found_wherever_the_line_breaks() {
    let mut named = Named::default();
    let text = "let a = Phrase::new(\"ui-play\");\n// Phrase::new(\"not-this\")\nPhrase::new(\n    \"ui-pause\",\n);\nlet id = match x { _ => \"status-up\" };";
    read_source(text, Path::new("x.rs"), &mut named);
    let phrases: Vec<_> = named.phrases.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(phrases, ["ui-pause", "ui-play"]);
    assert!(named.literals.contains("status-up"));
    assert!(!named.literals.contains("not-this"));
}
