//! Fluent's own implementation says the same.

use std::fs;
use std::path::Path;

use base::{Arg, Lens, Phrase, SimSpan, SimTime};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use text::{Lang, Texts};
use unic_langid::LanguageIdentifier;

use crate::files::{LANGUAGES, Said, Use, language};

type Bundle = FluentBundle<FluentResource>;

const LANGS: [Lang; 4] = [Lang::En, Lang::Ja, Lang::Zh, Lang::Ko];

/// The number behind a variable's name that stands for its first sample.
const SAMPLES: usize = 6;

#[test]
fn every_message_is_said_as_fluent_says_it() {
    let mut compared = 0;
    for (code, lang) in LANGUAGES.into_iter().zip(LANGS) {
        let bundle = bundle(code, lang);
        let texts = Texts::new(lang);
        for messages in language(code).into_values() {
            for (name, said) in &messages {
                let id = name.split('.').next().unwrap();
                assert!(texts.has(id), "{code}: {id} is not in English");
                for turn in 0..SAMPLES {
                    compare(&bundle, lang, name, said, turn);
                    compared += 1;
                }
            }
        }
    }
    assert!(compared > 1_000);
}

fn compare(bundle: &Bundle, lang: Lang, name: &str, said: &Said, turn: usize) {
    let (id, lens) = match name.split_once('.') {
        Some((id, _)) => (id, Lens::Everyday),
        None => (name, Lens::Engineer),
    };
    let mut phrase = Phrase::new(id.to_owned().leak());
    for (place, (variable, used)) in said.variables.iter().enumerate() {
        let variable: &'static str = variable.clone().leak();
        phrase = phrase.with(variable, sample(*used, turn + place));
    }
    let texts = Texts::new(lang);
    assert_eq!(
        texts.say_as(&phrase, lens),
        fluently(bundle, texts, &phrase, lens),
        "{lang:?}: {phrase:?}"
    );
}

/// Something that a variable may stand for.
fn sample(used: Use, turn: usize) -> Arg {
    let numbers = [1, 0, 2, 7, 1_234_567, 13];
    let number: u64 = numbers[turn % SAMPLES];
    let span = SimSpan::from_micros(number * 997);
    let words = ["yes", "no", "", "x", "yes", "no"];
    let shown = [
        Arg::Text("カート:42 ㄱ".into()),
        number.into(),
        Arg::Time(SimTime::from_micros(number * 997)),
        span.into(),
        Phrase::new("who-writer").into(),
        Arg::Text("1010".into()),
    ];
    let sets = ["ABCDEF", "", "F", "AB", "BDF", "ACDE"];
    match used {
        Use::Shown => shown[turn % SAMPLES].clone(),
        Use::Word => words[turn % SAMPLES].into(),
        Use::Count => number.into(),
        Use::Digits => number.to_string().into(),
        Use::Copies => sets[turn % SAMPLES].into(),
        Use::Span => span.into(),
    }
}

/// What Fluent says.
fn fluently(bundle: &Bundle, texts: Texts, phrase: &Phrase, lens: Lens) -> String {
    let message = bundle.get_message(phrase.id).unwrap();
    let everyday = message.get_attribute("everyday");
    let pattern = match (lens, everyday) {
        (Lens::Everyday, Some(everyday)) => everyday.value(),
        _ => message.value().unwrap(),
    };
    let args: FluentArgs<'_> = phrase
        .args
        .iter()
        .map(|(name, arg)| (*name, value(texts, arg, lens)))
        .collect();
    let mut errors = Vec::new();
    let said = bundle
        .format_pattern(pattern, Some(&args), &mut errors)
        .into_owned();
    assert!(errors.is_empty(), "{phrase:?}: {errors:?}");
    said
}

/// Spans go as numbers of microseconds with a mark, which the function `SHORT` understands.
fn value(texts: Texts, arg: &Arg, lens: Lens) -> FluentValue<'static> {
    match arg {
        Arg::Number(number) => (*number).into(),
        Arg::Text(text) => text.clone().into_owned().into(),
        Arg::Time(time) => texts.time(*time).into(),
        Arg::Span(span) => {
            let (full, short) = (texts.span(*span), texts.span_short(*span));
            format!("{full}{BOTH}{short}").into()
        }
        Arg::Phrase(phrase) => texts.say_as(phrase, lens).into(),
    }
}

/// Stands between the long and the short form of a span.
const BOTH: char = '\u{e000}';

fn bundle(code: &str, lang: Lang) -> Bundle {
    let rules: LanguageIdentifier = code.parse().unwrap();
    let mut bundle = Bundle::new(vec![rules]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(|value, _| match value {
        FluentValue::Number(number) => Some(Texts::new(Lang::En).number(number.value as u64)),
        FluentValue::String(text) => Some(text.split(BOTH).next()?.into()),
        _ => None,
    }));
    bundle
        .add_function("SHORT", |values, _| match values {
            [FluentValue::String(both)] => {
                let (_, short) = both.split_once(BOTH).unwrap();
                short.to_owned().into()
            }
            _ => FluentValue::Error,
        })
        .unwrap();
    bundle
        .add_function("COPIES", move |values, _| match values {
            [FluentValue::String(set)] => list(lang, set).into(),
            _ => FluentValue::Error,
        })
        .unwrap();
    bundle
        .add_function("NUMBER", |values, _| match values {
            [FluentValue::String(digits)] => digits.parse::<u64>().unwrap().into(),
            _ => FluentValue::Error,
        })
        .unwrap();
    bundle
        .add_function("CAP", |values, _| match values {
            [value] => {
                let text = shown(value);
                let (first, rest) = text.split_at(text.chars().next().map_or(0, char::len_utf8));
                format!("{}{rest}", first.to_ascii_uppercase()).into()
            }
            _ => FluentValue::Error,
        })
        .unwrap();
    bundle
        .add_function("JOSA", |values, _| match values {
            [value, FluentValue::String(pair)] => {
                let text = shown(value);
                let particle = particle(&text, pair);
                format!("{text}{particle}").into()
            }
            _ => FluentValue::Error,
        })
        .unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("ftl").join(code);
    for entry in fs::read_dir(folder).unwrap() {
        let source = fs::read_to_string(entry.unwrap().path()).unwrap();
        let resource = FluentResource::try_new(source).unwrap();
        bundle.add_resource(resource).unwrap();
    }
    bundle
}

fn shown(value: &FluentValue<'_>) -> String {
    match value {
        FluentValue::Number(number) => Texts::new(Lang::En).number(number.value as u64),
        FluentValue::String(text) => text.split(BOTH).next().unwrap().into(),
        other => panic!("{other:?}"),
    }
}

/// The sets of copies of [`sample`], as each language lists them.
fn list(lang: Lang, set: &str) -> String {
    let letters: Vec<String> = set.chars().map(String::from).collect();
    let (comma, last, none) = match lang {
        Lang::Ja => ("、", "、", "なし"),
        Lang::Zh => ("、", " 和 ", "无"),
        Lang::Ko => (", ", ", ", "없음"),
        Lang::En | Lang::Pseudo => (", ", " and ", "none"),
    };
    match letters.split_last() {
        None => none.into(),
        Some((only, [])) => only.clone(),
        Some((end, before)) => format!("{}{last}{end}", before.join(comma)),
    }
}

/// The particle after what [`sample`] gives: what each of them ends with, as it is spoken.
fn particle<'a>(text: &str, pair: &'a str) -> &'a str {
    let (consonant, vowel) = pair.split_once('/').unwrap();
    let ends_in_rieul = ["1", "7", "8"].iter().any(|end| text.ends_with(end));
    let ends_in_consonant = ["0", "3", "6", "장"].iter().any(|end| text.ends_with(end));
    if ends_in_consonant || ends_in_rieul && vowel != "로" {
        consonant
    } else {
        vowel
    }
}
