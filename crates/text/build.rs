//! Joins the Fluent files of each language into one, without comments, so that the page carries words only.

use std::path::{Path, PathBuf};
use std::{env, fs};

const LANGUAGES: [&str; 4] = ["en", "ja", "zh", "ko"];

#[expect(
    clippy::disallowed_methods,
    reason = "cargo tells a build script its folder this way, and no run depends on it"
)]
fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=ftl");
    let target = PathBuf::from(env::var_os("OUT_DIR").expect("cargo names the folder"));
    for language in LANGUAGES {
        let joined: String = files_of(language)
            .iter()
            .map(|file| without_comments(file))
            .collect();
        fs::write(target.join(format!("{language}.ftl")), joined)
            .expect("the build folder can be written to");
    }
}

/// The Fluent files of a language, in the order of their names.
fn files_of(language: &str) -> Vec<PathBuf> {
    let folder = Path::new("ftl").join(language);
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files: Vec<PathBuf> = fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.expect("the folder can be listed").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "ftl"))
        .collect();
    files.sort();
    files
}

/// The file without comments and empty lines. An empty line inside a message stays: it is part of the text.
fn without_comments(file: &Path) -> String {
    let text =
        fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let mut kept = String::with_capacity(text.len());
    let mut empty_lines = 0;
    for line in text.lines() {
        if line.trim().is_empty() {
            empty_lines += 1;
        } else if line.starts_with('#') {
            empty_lines = 0;
        } else {
            if line.starts_with([' ', '}']) {
                kept.extend(std::iter::repeat_n('\n', empty_lines));
            }
            empty_lines = 0;
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}
