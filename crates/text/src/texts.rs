//! Saying phrases.

use std::fmt;

use base::{Lens, Phrase, SimSpan, SimTime};

use crate::say::Saying;
use crate::{Lang, catalog, pseudo, quantity};

/// Says phrases in one language. It holds nothing but the language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Texts {
    lang: Lang,
}

impl Texts {
    /// The texts of a language.
    pub const fn new(lang: Lang) -> Texts {
        Texts { lang }
    }

    /// The language.
    pub const fn lang(self) -> Lang {
        self.lang
    }

    /// Whether there is a message of this name.
    pub fn has(self, id: &str) -> bool {
        catalog::message(self.lang, id).is_some()
    }

    /// The phrase in this language, in the engineer's words.
    ///
    /// A phrase that has no message, or not all that its message needs, is said as its name in angle brackets;
    /// with debug assertions it panics.
    pub fn say(self, phrase: &Phrase) -> String {
        self.say_as(phrase, Lens::Engineer)
    }

    /// The phrase in this language, in the words of a lens. A message that makes no difference between the
    /// lenses is said the same way through both.
    pub fn say_as(self, phrase: &Phrase, lens: Lens) -> String {
        let mut out = String::new();
        self.say_into(&mut out, phrase, lens);
        out
    }

    /// Says a phrase as [`Texts::say_as`] does at the end of `out`, for what is said often.
    pub fn say_into(self, out: &mut String, phrase: &Phrase, lens: Lens) {
        if self.lang == Lang::Pseudo {
            out.push(pseudo::OPEN);
            self.write(out, phrase, lens);
            out.push(pseudo::CLOSE);
        } else {
            self.write(out, phrase, lens);
        }
    }

    /// A whole number: `12,345`.
    pub fn number(self, number: u64) -> String {
        written(|out| quantity::write_number(out, number))
    }

    /// A moment, exact to the microsecond: `12.482 ms`.
    pub fn time(self, time: SimTime) -> String {
        written(|out| quantity::write_time(out, self.lang, time))
    }

    /// Writes a moment as [`Texts::time`] does to the end of `out`, for clocks that run.
    pub fn time_into(self, out: &mut String, time: SimTime) {
        quantity::write_time(out, self.lang, time).expect("a string takes everything");
    }

    /// A length of time without zeros at the end: `40 ms`.
    pub fn span(self, span: SimSpan) -> String {
        written(|out| quantity::write_span(out, self.lang, span))
    }

    /// A length of time with three significant digits and the unit's symbol: `12.5 ms`.
    pub fn span_short(self, span: SimSpan) -> String {
        written(|out| quantity::write_span_short(out, span))
    }

    /// The phrase without the brackets of the pseudo-locale, which only the whole gets.
    pub(crate) fn write(self, out: &mut String, phrase: &Phrase, lens: Lens) {
        let start = out.len();
        let message = catalog::message(self.lang, phrase.id);
        debug_assert!(message.is_some(), "no such message: {}", phrase.id);
        let said = message.is_some_and(|message| {
            let pattern = match lens {
                Lens::Engineer => message.value,
                Lens::Everyday => message.everyday.unwrap_or(message.value),
            };
            let said = Saying::new(self, phrase, lens, pattern).say(out);
            debug_assert!(said.is_ok(), "{phrase:?}: {said:?}");
            said.is_ok()
        });
        if !said {
            out.truncate(start);
            out.extend(["⟨", phrase.id, "⟩"]);
        }
    }
}

fn written(write: impl FnOnce(&mut String) -> fmt::Result) -> String {
    let mut out = String::new();
    write(&mut out).expect("a string takes everything");
    out
}
