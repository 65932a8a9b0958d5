//! The messages of one language, parsed once and kept.

use std::cell::OnceCell;
use std::rc::Rc;

use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;
use unic_langid::subtags::Language;

use crate::amount::Amount;
use crate::{Lang, josa, letters, pseudo, quantity};

const EN: &str = include_str!(concat!(env!("OUT_DIR"), "/en.ftl"));
const JA: &str = include_str!(concat!(env!("OUT_DIR"), "/ja.ftl"));
const ZH: &str = include_str!(concat!(env!("OUT_DIR"), "/zh.ftl"));
const KO: &str = include_str!(concat!(env!("OUT_DIR"), "/ko.ftl"));

/// The messages of one language.
pub type Catalog = FluentBundle<FluentResource>;

const LANGS: usize = 5;

thread_local! {
    static PARSED: [OnceCell<Rc<Catalog>>; LANGS] = const { [const { OnceCell::new() }; LANGS] };
}

/// The messages of a language; they are parsed the first time.
pub fn catalog(lang: Lang) -> Rc<Catalog> {
    PARSED.with(|parsed| Rc::clone(parsed[lang as usize].get_or_init(|| Rc::new(parse(lang)))))
}

fn parse(lang: Lang) -> Catalog {
    let source = match lang {
        Lang::En | Lang::Pseudo => EN,
        Lang::Ja => JA,
        Lang::Zh => ZH,
        Lang::Ko => KO,
    };
    let resource = FluentResource::try_new(source.into()).unwrap_or_else(|(rest, errors)| {
        debug_assert!(false, "{lang:?}: {errors:?}");
        rest
    });
    let mut catalog = Catalog::new(vec![plural_rules_of(lang)]);
    // All four languages run from left to right, and so do the names that are put into them.
    catalog.set_use_isolating(false);
    catalog.set_formatter(Some(|value, _| match value {
        FluentValue::Number(number) => Some(grouped(number)),
        _ => None,
    }));
    if lang == Lang::Pseudo {
        catalog.set_transform(Some(pseudo::strange));
    }
    add_functions(&mut catalog, lang);
    if let Err(errors) = catalog.add_resource(resource) {
        debug_assert!(false, "{lang:?}: {errors:?}");
    }
    catalog
}

fn plural_rules_of(lang: Lang) -> LanguageIdentifier {
    let language = Language::from_bytes(&lang.code().as_bytes()[..2]);
    let language = language.expect("two letters name a language");
    LanguageIdentifier::from_parts(language, None, None, &[])
}

/// Only whole numbers that a float holds exactly get here: see [`Amount`].
fn grouped(number: &FluentNumber) -> String {
    let mut out = String::new();
    quantity::write_number(&mut out, number.value as u64).expect("a string takes everything");
    out
}

fn add_functions(catalog: &mut Catalog, lang: Lang) {
    add_function(catalog, "SHORT", |values| match values {
        [FluentValue::Custom(custom)] => {
            let amount = (**custom).as_any().downcast_ref::<Amount>()?;
            Some(amount.short().into())
        }
        _ => None,
    });
    add_function(catalog, "COPIES", move |values| match values {
        [FluentValue::String(set)] => Some(letters::list(lang, set).into()),
        _ => None,
    });
    add_function(catalog, "NUMBER", |values| match values {
        [FluentValue::String(digits)] => Some(digits.parse::<u64>().ok()?.into()),
        _ => None,
    });
    add_function(catalog, "JOSA", |values| match values {
        [FluentValue::String(text), FluentValue::String(pair)] => {
            Some(josa::with_particle(text, pair)?.into())
        }
        [FluentValue::Number(number), FluentValue::String(pair)] => {
            Some(josa::with_particle(&grouped(number), pair)?.into())
        }
        _ => None,
    });
    add_function(catalog, "CAP", |values| match values {
        [FluentValue::String(text)] => Some(letters::with_large_first(text).into()),
        _ => None,
    });
}

/// Adds a function; one that gives nothing has been given the wrong thing.
fn add_function<F>(catalog: &mut Catalog, name: &'static str, function: F)
where
    F: for<'a> Fn(&[FluentValue<'a>]) -> Option<FluentValue<'a>> + Send + Sync + 'static,
{
    catalog
        .add_function(name, move |values, _| {
            let given = function(values);
            debug_assert!(given.is_some(), "{name} cannot be made of {values:?}");
            given.unwrap_or(FluentValue::Error)
        })
        .expect("no message has the name of a function");
}
