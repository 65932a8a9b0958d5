//! The chapters that come with AuroraScope, natively and in a browser: each step is reached, shows what it says, and says
//! it in every language and through both lenses.

use std::collections::BTreeSet;

use lessons::{Chapter, chapters, read_chapter, run_chapter};
use session::{Action, Lens, Phrase, Session};
use text::{Lang, Texts};
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[cfg(target_family = "wasm")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

fn all() -> impl Iterator<Item = (&'static str, &'static str, Chapter)> {
    chapters().iter().map(|(name, text)| {
        let chapter = read_chapter(text);
        (
            *name,
            *text,
            chapter.unwrap_or_else(|diagnostics| panic!("{name}: {diagnostics:#?}")),
        )
    })
}

/// The phrase in every language and through both lenses, each different from what it is called.
fn said(phrase: &Phrase) -> Vec<String> {
    let langs = Lang::ALL
        .into_iter()
        .flat_map(|lang| [(lang, Lens::Engineer), (lang, Lens::Everyday)]);
    langs
        .map(|(lang, lens)| {
            assert!(
                Texts::new(lang).has(phrase.id),
                "{lang:?} has no {}",
                phrase.id
            );
            Texts::new(lang).say_as(phrase, lens)
        })
        .collect()
}

#[test]
fn every_step_is_reached_and_shows_what_it_says() {
    for (name, _, chapter) in all() {
        let report = run_chapter(&chapter, |_, _, _| {});
        assert!(report.passed(), "{name}: {report:#?}");
    }
}

#[test]
fn every_step_has_its_words_in_every_language() {
    let mut named = BTreeSet::new();
    for (name, text, chapter) in all() {
        let mut session = Session::empty();
        session
            .act(Action::OpenChapter(text.to_owned(), 0))
            .unwrap();
        for _ in &chapter.steps {
            let view = session.lesson().expect("a chapter is open");
            for phrase in view.about.iter().chain([&view.heading, &view.caption]) {
                assert!(
                    said(phrase)
                        .iter()
                        .all(|said| !said.is_empty() && !said.contains('⟨'))
                );
                named.insert(phrase.id.to_owned());
            }
            session.act(Action::NextStep).unwrap();
            while session.progress_permille().is_some() {
                session.tick(0, 10_000);
            }
            assert_eq!(session.notice(), None, "{name}");
        }
    }
    assert_eq!(named, written(), "what is written is what chapters say");
}

/// The names of the messages in the file of the chapters.
fn written() -> BTreeSet<String> {
    let file = include_str!("../../crates/text/ftl/en/chapters.ftl");
    let names = file.lines().filter_map(|line| line.split_once(" = "));
    names
        .filter(|(name, _)| {
            name.bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        })
        .map(|(name, _)| name.to_owned())
        .collect()
}
