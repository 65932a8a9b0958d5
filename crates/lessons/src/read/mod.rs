//! Reading a scenario file.
//!
//! Nobody's file is right the first time, so reading is mostly about saying what is wrong: where, what was
//! expected there, and what was probably meant. It goes in four steps, and the first that finds something
//! wrong ends it, with everything it has found:
//!
//! 1. the text becomes a tree of JSON values that know where they stand (`jsonc-parser`, strict);
//! 2. no object has a name twice, no text has a bare control character, and the version is ours;
//! 3. the tree becomes a [`Scenario`] by way of the derived readers of its types, which are driven by a
//!    deserializer of our own that keeps places and reasons (`de`);
//! 4. what is said must make sense ([`Scenario::check`]).

mod de;
mod error;
mod nearest;
mod tree;

use base::Phrase;
use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;
use serde::Deserialize;

pub(crate) use self::de::Node;
pub(crate) use self::error::{Error, Kind};
pub use self::nearest::nearest;
pub(crate) use self::tree::{field, name_of};
use crate::chapter::{Chapter, parse};
use crate::diagnostic::{Diagnostic, Place};
use crate::scenario::{Between, Deed, Expectation, GlobalDeed, Problem, Scenario, Step};

/// The longest text that is read, in bytes `[choice]`.
pub const LENGTH_MAX: u32 = 4 << 20;

/// The most mistakes that are told at once `[choice]`.
const DIAGNOSTICS_MAX: usize = 100;

/// Some editors begin a file with it.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// Reads a scenario.
///
/// # Errors
/// Everything that is wrong with it, at least one thing, in the order of the text.
pub fn read(text: &str) -> Result<Scenario, Vec<Diagnostic>> {
    read_in_steps(text, scenario, Scenario::check).map_err(in_order)
}

/// Reads a chapter.
///
/// # Errors
/// As [`read`].
pub fn read_chapter(text: &str) -> Result<Chapter, Vec<Diagnostic>> {
    read_in_steps(text, parse::chapter, Chapter::check).map_err(in_order)
}

/// Whether a text that is well written is a chapter rather than a scenario.
pub fn is_chapter(text: &str) -> bool {
    let tree = tree::parse(text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text));
    tree.is_ok_and(|tree| tree::field(&tree, "steps").is_some())
}

fn in_order(diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut in_order: Vec<Diagnostic> = Vec::with_capacity(diagnostics.len());
    for diagnostic in diagnostics {
        let place = in_order.partition_point(|other| other.place <= diagnostic.place);
        in_order.insert(place, diagnostic);
    }
    in_order
}

/// Reads a scenario from bytes that need not even be text.
///
/// # Errors
/// As [`read`].
pub fn read_bytes(bytes: &[u8]) -> Result<Scenario, Vec<Diagnostic>> {
    match std::str::from_utf8(bytes) {
        Ok(text) => read(text),
        Err(error) => {
            let valid = std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default();
            Err(vec![Diagnostic {
                place: Place::of_byte(valid, valid.len()),
                path: String::new(),
                phrase: Phrase::new("problem-not-text"),
                hint: None,
            }])
        }
    }
}

/// Where something stands in the text of a file; if it does not stand there, where it would.
pub fn place_of(text: &str, path: &[Step]) -> Place {
    let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    match tree::parse(text) {
        Ok(tree) => Place::of_byte(text, tree::byte_at(&tree, path)),
        Err(_) => Place::of_byte(text, 0),
    }
}

fn read_in_steps<T>(
    text: &str,
    interpret: fn(&Value) -> Result<T, Vec<Error>>,
    check: fn(&T) -> Vec<Problem>,
) -> Result<T, Vec<Diagnostic>> {
    let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    let tree = checked_tree(text)?;
    let read = interpret(&tree).map_err(|errors| told(errors, text))?;
    let problems = check(&read);
    if problems.is_empty() {
        return Ok(read);
    }
    let told = problems.into_iter().take(DIAGNOSTICS_MAX);
    Err(told.map(|problem| locate(problem, &tree, text)).collect())
}

/// The tree of a text that is well written.
fn checked_tree(text: &str) -> Result<Value<'_>, Vec<Diagnostic>> {
    if text.len() > LENGTH_MAX as usize {
        return Err(told(vec![Error::too_long(text.len())], text));
    }
    let tree = tree::parse(text).map_err(|error| told(vec![error], text))?;
    let flaws = tree::flaws(&tree, text);
    if flaws.is_empty() {
        Ok(tree)
    } else {
        Err(told(flaws, text))
    }
}

fn told(errors: Vec<Error>, text: &str) -> Vec<Diagnostic> {
    let told = errors.into_iter().take(DIAGNOSTICS_MAX);
    told.map(|error| error.into_diagnostic(text)).collect()
}

/// A reader stops at the first error; the entries of the two lists are read one by one besides, so that all
/// mistakes in them come to light at once.
fn scenario(tree: &Value) -> Result<Scenario, Vec<Error>> {
    Scenario::deserialize(Node::new(tree)).map_err(|error| {
        let mut errors = errors_of::<Deed>(tree, "timeline");
        errors.extend(errors_of::<Expectation>(tree, "expect"));
        errors.extend(errors_of::<GlobalDeed>(tree, "between"));
        errors.extend(errors_of::<Expectation<Between>>(tree, "expect_between"));
        if errors.iter().all(|other| other.byte() != error.byte()) {
            errors.insert(0, error);
        }
        errors
    })
}

fn errors_of<'de, T: Deserialize<'de>>(tree: &'de Value<'de>, list: &'static str) -> Vec<Error> {
    let Some(Value::Array(array)) = tree::field(tree, list) else {
        return Vec::new();
    };
    let entries = array.elements.iter().enumerate();
    let read = entries.filter_map(|(index, entry)| {
        let error = T::deserialize(Node::new(entry)).err()?;
        Some(
            error
                .at(entry.start())
                .inside(Step::from(index))
                .inside(Step::from(list)),
        )
    });
    read.collect()
}

fn locate(problem: Problem, tree: &Value, text: &str) -> Diagnostic {
    let mut path = String::new();
    let _ = crate::scenario::write_path(&mut path, &problem.path);
    Diagnostic {
        place: Place::of_byte(text, tree::byte_at(tree, &problem.path)),
        path,
        phrase: problem.phrase,
        hint: None,
    }
}
