//! What is shown comes from the engine, and so do its numbers: no view crate writes one down again.

use std::fs;
use std::path::{Path, PathBuf};

/// The crates that show the engine's state.
const VIEWS: [&str; 4] = ["scene", "session", "ui", "web"];

/// Words that speak of what the engine decides: how many copies, zones, answers.
const SUBJECTS: [&str; 7] = [
    "copies",
    "copy",
    "zone",
    "quorum",
    "confirmed",
    "needed",
    "arc",
];
/// Operators that make a number a count: `0..6`, `[x; 6]`, `== 4`, `copies / 3`.
const COUNTING: [&str; 11] = [
    "..", "..=", "; ", "== ", "!= ", ">= ", "<= ", "> ", "< ", "/ ", "% ",
];

/// Numbers of the engine that may stand nowhere in a view.
fn numbers() -> Vec<String> {
    let small = [
        base::COPIES,
        base::ZONES,
        world::WRITE_QUORUM,
        world::READ_QUORUM,
    ];
    let mut numbers: Vec<String> = small.iter().map(u8::to_string).collect();
    // As the end of a range that includes it.
    numbers.extend(small.iter().map(|number| format!("={}", number - 1)));
    numbers
}

/// A line of code without its comment and without texts.
fn code_of(line: &str) -> String {
    let line = line.split("//").next().unwrap_or_default();
    let outside = line.split('"').step_by(2);
    outside.collect::<Vec<_>>().join("\"\"")
}

/// Whether a line of code seems to write a number of the engine down.
fn is_suspicious(line: &str) -> bool {
    let code = code_of(line).to_lowercase();
    let words: Vec<&str> = code
        .split(|c: char| !c.is_alphanumeric() && c != '_')
        .collect();
    let speaks_of_it = words.iter().flat_map(|word| word.split('_')).any(|part| {
        let stem = part.strip_suffix('s').unwrap_or(part);
        SUBJECTS.contains(&part) || SUBJECTS.contains(&stem)
    });
    let counts = numbers().iter().any(|number| {
        COUNTING.iter().any(|operator| {
            let found = format!("{operator}{number}");
            let mut places = code.match_indices(&found);
            places.any(|(place, _)| {
                let behind = code[place + found.len()..].chars().next();
                !behind.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '.')
            })
        })
    });
    speaks_of_it && counts
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|why| panic!("{}: {why}", folder.display()));
    for entry in entries {
        let path = entry.expect("a readable folder").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn no_view_writes_a_number_of_the_engine_down() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut suspicious = Vec::new();
    for view in VIEWS {
        let mut files = Vec::new();
        sources(&crates.join(view).join("src"), &mut files);
        assert!(!files.is_empty());
        for file in files {
            let text = fs::read_to_string(&file).expect("a readable file");
            let tested = text.split("#[cfg(test)]").next().unwrap_or_default();
            for (number, line) in tested.lines().enumerate() {
                if is_suspicious(line) {
                    suspicious.push(format!(
                        "{}:{}: {}",
                        file.display(),
                        number + 1,
                        line.trim()
                    ));
                }
            }
        }
    }
    assert!(
        suspicious.is_empty(),
        "take these from the engine:\n{}",
        suspicious.join("\n")
    );
}

#[test]
fn such_a_number_would_be_found() {
    for line in [
        "for copy in (0..6).map(CopyId) {",
        "let arcs = [Arc::Waiting; 6];",
        "if confirmed >= 4 {",
        "let zone = ZoneId(copy.0 / 2 % 3);",
        "(1..=5).map(|copy| copy)",
        "if zones.len() != 3 {",
    ] {
        assert!(is_suspicious(line), "{line}");
    }
    for line in [
        "let copies = [0; COPIES as usize];",
        "let width = 6;",
        "// six copies: 0..6",
        "say(\"copies 0..6\")",
        "if confirmed >= 40 {",
        "let arc = angle / 3.5;",
    ] {
        assert!(!is_suspicious(line), "{line}");
    }
}
