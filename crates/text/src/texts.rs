//! Saying phrases.

use std::fmt;
use std::rc::Rc;

use base::{Arg, Lens, Phrase, SimSpan, SimTime};
use fluent_bundle::{FluentArgs, FluentValue};

use crate::amount::Amount;
use crate::catalog::{Catalog, catalog};
use crate::{Lang, pseudo, quantity};

/// The attribute of a message that holds its everyday sentence.
const EVERYDAY: &str = "everyday";

/// Says phrases in one language. Cheap to clone and to make: the messages of a language are parsed once.
#[derive(Clone)]
pub struct Texts {
    lang: Lang,
    catalog: Rc<Catalog>,
}

impl Texts {
    /// The texts of a language.
    pub fn new(lang: Lang) -> Texts {
        Texts {
            lang,
            catalog: catalog(lang),
        }
    }

    /// The language.
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// Whether there is a message of this name.
    pub fn has(&self, id: &str) -> bool {
        self.catalog.has_message(id)
    }

    /// The phrase in this language, in the engineer's words.
    ///
    /// A phrase that has no message, or not all that its message needs, is said as its name in angle brackets;
    /// with debug assertions it panics.
    pub fn say(&self, phrase: &Phrase) -> String {
        self.say_as(phrase, Lens::Engineer)
    }

    /// The phrase in this language, in the words of a lens. A message that makes no difference between the
    /// lenses is said the same way through both.
    pub fn say_as(&self, phrase: &Phrase, lens: Lens) -> String {
        let said = self.plain(phrase, lens);
        if self.lang == Lang::Pseudo {
            format!("{}{said}{}", pseudo::OPEN, pseudo::CLOSE)
        } else {
            said
        }
    }

    /// A whole number: `12,345`.
    pub fn number(&self, number: u64) -> String {
        written(|out| quantity::write_number(out, number))
    }

    /// A moment, exact to the microsecond: `12.482 ms`.
    pub fn time(&self, time: SimTime) -> String {
        written(|out| quantity::write_time(out, self.lang, time))
    }

    /// Writes a moment as [`Texts::time`] does to the end of `out`, for clocks that run.
    pub fn time_into(&self, out: &mut String, time: SimTime) {
        quantity::write_time(out, self.lang, time).expect("a string takes everything");
    }

    /// A length of time without zeros at the end: `40 ms`.
    pub fn span(&self, span: SimSpan) -> String {
        written(|out| quantity::write_span(out, self.lang, span))
    }

    /// A length of time with three significant digits and the unit's symbol: `12.5 ms`.
    pub fn span_short(&self, span: SimSpan) -> String {
        written(|out| quantity::write_span_short(out, span))
    }

    /// The phrase without the marks of the pseudo-locale.
    fn plain(&self, phrase: &Phrase, lens: Lens) -> String {
        let said = self.catalog.get_message(phrase.id).and_then(|message| {
            let everyday = match lens {
                Lens::Engineer => None,
                Lens::Everyday => message.get_attribute(EVERYDAY),
            };
            let pattern = everyday.map_or_else(|| message.value(), |words| Some(words.value()))?;
            let args: FluentArgs<'_> = phrase
                .args
                .iter()
                .map(|(name, arg)| (*name, self.value(arg, lens)))
                .collect();
            let mut errors = Vec::new();
            let said = self
                .catalog
                .format_pattern(pattern, Some(&args), &mut errors)
                .into_owned();
            debug_assert!(errors.is_empty(), "{phrase:?}: {errors:?}");
            errors.is_empty().then_some(said)
        });
        debug_assert!(said.is_some(), "no such message: {}", phrase.id);
        said.unwrap_or_else(|| format!("⟨{}⟩", phrase.id))
    }

    fn value<'a>(&self, arg: &'a Arg, lens: Lens) -> FluentValue<'a> {
        match arg {
            Arg::Number(number) => Amount::number(self.lang, *number),
            Arg::Text(text) => FluentValue::String(text.as_ref().into()),
            Arg::Time(time) => Amount::time(self.lang, *time),
            Arg::Span(span) => Amount::span(self.lang, *span),
            Arg::Phrase(phrase) => FluentValue::String(self.plain(phrase, lens).into()),
        }
    }
}

impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Texts").field(&self.lang).finish()
    }
}

impl PartialEq for Texts {
    /// The same language has the same texts.
    fn eq(&self, other: &Texts) -> bool {
        self.lang == other.lang
    }
}

fn written(write: impl FnOnce(&mut String) -> fmt::Result) -> String {
    let mut out = String::new();
    write(&mut out).expect("a string takes everything");
    out
}
