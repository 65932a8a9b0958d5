//! What Fluent has no type for: moments, lengths of time, and numbers too large for a float.

use std::borrow::Cow;

use base::{SimSpan, SimTime};
use fluent_bundle::types::{FluentType, FluentValue};
use intl_memoizer::{IntlLangMemoizer, concurrent};

use crate::{Lang, quantity};

/// The largest number below which a float holds every whole number.
const EXACT_IN_A_FLOAT: u64 = 1 << f64::MANTISSA_DIGITS;

/// A quantity that is written by the crate itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    lang: Lang,
    what: What,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum What {
    Number(u64),
    Time(SimTime),
    Span(SimSpan),
}

impl Amount {
    /// A number. Fluent chooses plural forms by it as long as a float holds it exactly; larger ones are written
    /// exactly and take the general form.
    pub fn number(lang: Lang, number: u64) -> FluentValue<'static> {
        if number <= EXACT_IN_A_FLOAT {
            number.into()
        } else {
            Amount::value(lang, What::Number(number))
        }
    }

    /// A moment.
    pub fn time(lang: Lang, time: SimTime) -> FluentValue<'static> {
        Amount::value(lang, What::Time(time))
    }

    /// A length of time.
    pub fn span(lang: Lang, span: SimSpan) -> FluentValue<'static> {
        Amount::value(lang, What::Span(span))
    }

    fn value(lang: Lang, what: What) -> FluentValue<'static> {
        FluentValue::Custom(Box::new(Amount { lang, what }))
    }

    /// The short form, where there is one.
    pub fn short(&self) -> String {
        let mut out = String::new();
        match self.what {
            What::Span(span) => quantity::write_span_short(&mut out, span),
            What::Number(_) | What::Time(_) => return self.full(),
        }
        .expect("a string takes everything");
        out
    }

    fn full(&self) -> String {
        let mut out = String::new();
        match self.what {
            What::Number(number) => quantity::write_number(&mut out, number),
            What::Time(time) => quantity::write_time(&mut out, self.lang, time),
            What::Span(span) => quantity::write_span(&mut out, self.lang, span),
        }
        .expect("a string takes everything");
        out
    }
}

impl FluentType for Amount {
    fn duplicate(&self) -> Box<dyn FluentType + Send> {
        Box::new(self.clone())
    }

    fn as_string(&self, _: &IntlLangMemoizer) -> Cow<'static, str> {
        self.full().into()
    }

    fn as_string_threadsafe(&self, _: &concurrent::IntlLangMemoizer) -> Cow<'static, str> {
        self.full().into()
    }
}
