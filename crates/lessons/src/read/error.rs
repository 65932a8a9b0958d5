//! What went wrong while reading, kept in parts until somebody wants a sentence.

use std::fmt;

use base::{Arg, Phrase};
use serde::de::{self, Unexpected};

use super::nearest::nearest;
use super::tree::clipped;
use crate::diagnostic::{Diagnostic, Place};
use crate::scenario::{Step, write_path};

/// Messages that the `Deserialize` implementations of our own types name by `Error::custom`, and things they
/// expect by the names of the messages for them.
const SAID: [&str; 5] = {
    use crate::scenario::{expect, time};
    [
        time::BAD_TIME,
        time::TIME_TOO_FINE,
        time::TIME_TOO_LONG,
        expect::ONE_WHEN,
        expect::LEVEL,
    ]
};

/// A list of known names longer than this is not spelt out.
const LISTED_MAX: usize = 16;

/// Something that is wrong, where it stands in the text, and the way there.
///
/// Boxed, because hundreds of derived readers pass it on, and each passes on as many bytes as it has.
#[derive(Debug)]
pub struct Error(Box<Parts>);

#[derive(Debug)]
struct Parts {
    kind: Kind,
    /// Where; unknown until the error has passed through a value.
    byte: Option<usize>,
    /// The way there, its last step first.
    path: Vec<Step>,
}

/// What is wrong.
#[derive(Debug)]
pub enum Kind {
    /// There is no field of this name.
    UnknownField {
        name: String,
        known: &'static [&'static str],
    },
    /// There is no such word here.
    UnknownName {
        name: String,
        known: &'static [&'static str],
    },
    /// A field is not there.
    MissingField(&'static str),
    /// Something of another kind stands here. Both are names of messages.
    Wrong {
        expected: &'static str,
        found: &'static str,
    },
    /// A number too small or too large; as it is written.
    OutOfRange { found: String, min: u64, max: u64 },
    /// A list of another length.
    WrongLength { found: u64, expected: u64 },
    /// A command or claim that must be an object with one field.
    NotOneField { found: u64 },
    /// This.
    Phrase(Phrase),
}

impl Error {
    #[inline(never)]
    pub fn new(kind: Kind, byte: usize) -> Error {
        Error(Box::new(Parts {
            kind,
            byte: Some(byte),
            path: Vec::new(),
        }))
    }

    /// A message nothing goes into.
    pub fn said(id: &'static str, byte: usize) -> Error {
        Error::new(Kind::Phrase(Phrase::new(id)), byte)
    }

    /// A text that is too long to be read.
    pub fn too_long(bytes: usize) -> Error {
        let phrase = Phrase::new("problem-file-too-long").with("found", bytes as u64);
        Error::new(Kind::Phrase(phrase.with("max", super::LENGTH_MAX)), 0)
    }

    fn placeless(kind: Kind) -> Error {
        Error(Box::new(Parts {
            kind,
            byte: None,
            path: Vec::new(),
        }))
    }

    /// Where it stands.
    pub fn byte(&self) -> usize {
        self.0.byte.unwrap_or(0)
    }

    /// Says where it stands, if nobody has said so before.
    #[inline(never)]
    pub fn at(mut self, byte: usize) -> Error {
        self.0.byte.get_or_insert(byte);
        self
    }

    /// Says that it lies inside this field or entry.
    #[inline(never)]
    pub fn inside(mut self, step: Step) -> Error {
        self.0.path.push(step);
        self
    }

    pub fn into_diagnostic(self, text: &str) -> Diagnostic {
        let byte = self.byte();
        let steps: Vec<Step> = self.0.path.into_iter().rev().collect();
        let mut path = String::new();
        let _ = write_path(&mut path, &steps);
        let (phrase, hint) = self.0.kind.into_phrases();
        Diagnostic {
            place: Place::of_byte(text, byte),
            path,
            phrase,
            hint,
        }
    }
}

impl Kind {
    fn into_phrases(self) -> (Phrase, Option<Phrase>) {
        match self {
            Kind::UnknownField { name, known } => unknown("problem-unknown-field", &name, known),
            Kind::UnknownName { name, known } => unknown("problem-unknown-name", &name, known),
            Kind::MissingField(name) => (
                Phrase::new("problem-missing-field").with("name", name),
                None,
            ),
            Kind::Wrong { expected, found } => {
                let phrase = Phrase::new("problem-wrong-kind");
                (
                    phrase
                        .with("expected", Phrase::new(expected))
                        .with("found", Phrase::new(found)),
                    None,
                )
            }
            Kind::OutOfRange { found, min, max } => {
                let phrase = Phrase::new("problem-out-of-range").with("found", clipped(&found));
                (phrase.with("min", min).with("max", max), None)
            }
            Kind::WrongLength { found, expected } => {
                let phrase = Phrase::new("problem-wrong-length");
                (phrase.with("found", found).with("expected", expected), None)
            }
            Kind::NotOneField { found } => (
                Phrase::new("problem-not-one-field").with("found", found),
                None,
            ),
            Kind::Phrase(phrase) => (phrase, None),
        }
    }
}

fn unknown(id: &'static str, name: &str, known: &[&'static str]) -> (Phrase, Option<Phrase>) {
    let phrase = Phrase::new(id).with("name", clipped(name));
    let listed = known.len() <= LISTED_MAX;
    let list: Arg = if listed {
        known.join(", ").into()
    } else {
        Phrase::new("list-too-long").into()
    };
    let hint =
        nearest(name, known).map(|known| Phrase::new("hint-did-you-mean").with("name", known));
    (phrase.with("known", list), hint)
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a mistake in a scenario file")
    }
}

impl std::error::Error for Error {}

impl de::Error for Error {
    /// Only our own types say anything by themselves, and they say it by the name of a message.
    fn custom<T: fmt::Display>(message: T) -> Error {
        let message = message.to_string();
        let said = SAID.iter().find(|id| **id == message);
        Error::placeless(Kind::Phrase(match said {
            Some(id) => Phrase::new(id),
            None => Phrase::new("problem-other").with("message", clipped(&message)),
        }))
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn de::Expected) -> Error {
        let found = match found {
            Unexpected::Bool(_) => "kind-true-or-false",
            Unexpected::Unsigned(_) | Unexpected::Signed(_) | Unexpected::Float(_) => "kind-number",
            Unexpected::Str(_) | Unexpected::Char(_) => "kind-text",
            Unexpected::Seq => "kind-list",
            Unexpected::Unit | Unexpected::Option => "kind-null",
            _ => "kind-object",
        };
        let expected = expected.to_string();
        let expected = SAID
            .iter()
            .find(|id| **id == expected)
            .copied()
            .unwrap_or("kind-other");
        Error::placeless(Kind::Wrong { expected, found })
    }

    /// Only numbers that must not be zero come here: group numbers.
    fn invalid_value(found: Unexpected<'_>, expected: &dyn de::Expected) -> Error {
        match found {
            Unexpected::Unsigned(0) => {
                let (min, max) = (1, u32::MAX.into());
                Error::placeless(Kind::OutOfRange {
                    found: "0".to_owned(),
                    min,
                    max,
                })
            }
            other => Error::custom(format_args!("{other}, {expected}")),
        }
    }

    fn invalid_length(found: usize, expected: &dyn de::Expected) -> Error {
        Error::custom(format_args!("{found}, {expected}"))
    }

    #[inline(never)]
    fn unknown_variant(name: &str, known: &'static [&'static str]) -> Error {
        Error::placeless(Kind::UnknownName {
            name: name.to_owned(),
            known,
        })
    }

    #[inline(never)]
    fn unknown_field(name: &str, known: &'static [&'static str]) -> Error {
        Error::placeless(Kind::UnknownField {
            name: name.to_owned(),
            known,
        })
    }

    #[inline(never)]
    fn missing_field(name: &'static str) -> Error {
        Error::placeless(Kind::MissingField(name))
    }

    #[inline(never)]
    fn duplicate_field(name: &'static str) -> Error {
        Error::placeless(Kind::Phrase(
            Phrase::new("problem-duplicate-field").with("name", name),
        ))
    }
}
