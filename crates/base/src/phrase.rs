//! What is to be said, without saying it.

use std::borrow::Cow;

use crate::{SimSpan, SimTime};

/// A sentence or word in no language yet: the name of a message and what goes into it.
///
/// Engine, scene and scenarios make phrases; only the text crate knows how each language says them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// The name of the message.
    pub id: &'static str,
    /// What goes into it, by name.
    pub args: Vec<(&'static str, Arg)>,
}

/// Something that goes into a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// A number, written in the form of the language; also chooses plural forms.
    Number(u64),
    /// A name that is the same in every language, or what a person has typed.
    Text(Cow<'static, str>),
    /// A moment of the run.
    Time(SimTime),
    /// A length of time.
    Span(SimSpan),
    /// Another phrase.
    Phrase(Box<Phrase>),
}

impl Phrase {
    /// A phrase nothing goes into.
    pub const fn new(id: &'static str) -> Phrase {
        Phrase {
            id,
            args: Vec::new(),
        }
    }

    /// The phrase with one more thing going into it.
    #[must_use]
    pub fn with(mut self, name: &'static str, arg: impl Into<Arg>) -> Phrase {
        self.args.push((name, arg.into()));
        self
    }
}

impl From<u64> for Arg {
    fn from(number: u64) -> Arg {
        Arg::Number(number)
    }
}

impl From<u32> for Arg {
    fn from(number: u32) -> Arg {
        Arg::Number(number.into())
    }
}

impl From<u8> for Arg {
    fn from(number: u8) -> Arg {
        Arg::Number(number.into())
    }
}

impl From<crate::Lsn> for Arg {
    /// An LSN is a name, not a quantity: it is written without separators.
    fn from(lsn: crate::Lsn) -> Arg {
        Arg::Text(lsn.to_string().into())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Arg {
        Arg::Text(text.into())
    }
}

impl From<&'static str> for Arg {
    fn from(text: &'static str) -> Arg {
        Arg::Text(text.into())
    }
}

impl From<SimTime> for Arg {
    fn from(time: SimTime) -> Arg {
        Arg::Time(time)
    }
}

impl From<SimSpan> for Arg {
    fn from(span: SimSpan) -> Arg {
        Arg::Span(span)
    }
}

impl From<Phrase> for Arg {
    fn from(phrase: Phrase) -> Arg {
        Arg::Phrase(Box::new(phrase))
    }
}
