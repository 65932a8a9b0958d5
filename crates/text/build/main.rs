//! Turns the Fluent files into what the program carries: the messages of each language in one compact string, and
//! the lists of their names and variables. See `src/code.rs` for the form.
//!
//! Parsing here keeps Fluent's parser and run time, some 70 KB, out of the page; a test compares what is said with
//! what Fluent's own implementation says.

#[path = "../src/code.rs"]
mod code;
mod compile;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

use compile::{Compiler, Message};

const LANGUAGES: [&str; 4] = ["en", "ja", "zh", "ko"];

#[expect(
    clippy::disallowed_methods,
    reason = "cargo tells a build script its folder this way, and no run depends on it"
)]
fn main() {
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src/code.rs");
    println!("cargo::rerun-if-changed=ftl");
    let target = PathBuf::from(env::var_os("OUT_DIR").expect("cargo names the folder"));
    let write = |name: &str, text: &str| {
        fs::write(target.join(name), text).expect("the build folder can be written to");
    };
    let mut compiler = Compiler::default();
    for (part, prefix) in [(Part::Page, ""), (Part::Chapters, "chapters-")] {
        let languages = LANGUAGES.map(|language| messages_of(language, part, &mut compiler));
        let english = &languages[0];
        for (language, messages) in LANGUAGES.iter().zip(&languages) {
            // What is not translated yet is said in English; a test finds it.
            let in_order = english
                .iter()
                .map(|(id, english)| messages.get(id).unwrap_or(english).written());
            let joined = join(in_order, code::MESSAGE);
            write(&format!("{prefix}{language}.txt"), &joined);
        }
        write(
            &format!("{prefix}ids.txt"),
            &join(english.keys().cloned(), '\n'),
        );
    }
    write("variables.txt", &join(compiler.into_variables(), '\n'));
}

/// Messages that are carried together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// What is said on every page.
    Page,
    /// What is said only while a chapter is open, or only on the command line: files whose names begin so.
    Chapters,
}

/// How the names of the files of [`Part::Chapters`] begin.
const CHAPTERS: [&str; 5] = ["chapter", "regions", "reports", "studies", "violations"];

fn join(pieces: impl IntoIterator<Item = String>, between: char) -> String {
    let pieces: Vec<String> = pieces.into_iter().collect();
    pieces.join(between.encode_utf8(&mut [0; 4]))
}

/// The messages of a language, by name.
fn messages_of(language: &str, part: Part, compiler: &mut Compiler) -> BTreeMap<String, Message> {
    let mut messages = BTreeMap::new();
    for file in files_of(language, part) {
        let text =
            fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        for problem in compiler.compile(&text, &mut messages) {
            println!("cargo::warning={}: {problem}", file.display());
        }
    }
    messages
}

/// The Fluent files of a part of a language, in the order of their names.
fn files_of(language: &str, part: Part) -> Vec<PathBuf> {
    let folder = Path::new("ftl").join(language);
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files: Vec<PathBuf> = fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.expect("the folder can be listed").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "ftl"))
        .filter(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let later = CHAPTERS.iter().any(|begin| name.starts_with(begin));
            later == (part == Part::Chapters)
        })
        .collect();
    files.sort();
    files
}
