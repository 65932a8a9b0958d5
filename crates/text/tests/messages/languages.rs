//! Every language says the same things.

use std::collections::BTreeSet;

use crate::files::{LANGUAGES, language};

/// Names and abbreviations that are written in Latin letters in every language.
const LATIN: [&str; 2] = ["AuroraScope", "Amazon Aurora"];

/// Latin words in a row from which on they look like a sentence somebody forgot to translate.
const SENTENCE: usize = 4;

#[test]
fn every_language_has_the_same_messages_attributes_and_variables() {
    let english = language("en");
    assert!(english.contains_key("events.ftl"));
    let mut wrong = Vec::new();
    for code in &LANGUAGES[1..] {
        let other = language(code);
        let files: BTreeSet<_> = english.keys().chain(other.keys()).collect();
        for file in files {
            let (Some(ours), Some(theirs)) = (english.get(file), other.get(file)) else {
                wrong.push(format!("{file} is not in both en and {code}"));
                continue;
            };
            let names: BTreeSet<_> = ours.keys().chain(theirs.keys()).collect();
            for name in names {
                match (ours.get(name), theirs.get(name)) {
                    (Some(_), None) => wrong.push(format!("{code}/{file} lacks {name}")),
                    (None, Some(_)) => wrong.push(format!("{code}/{file} alone has {name}")),
                    (Some(ours), Some(theirs)) => {
                        let ours: Vec<_> = ours.variables.keys().collect();
                        let theirs: Vec<_> = theirs.variables.keys().collect();
                        if ours != theirs {
                            wrong.push(format!(
                                "{code}/{file}: {name} uses {theirs:?}, in English {ours:?}"
                            ));
                        }
                    }
                    (None, None) => {}
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn no_message_is_empty() {
    for code in LANGUAGES {
        for (file, messages) in language(code) {
            for (name, said) in messages {
                let words = said.pieces.iter().any(|piece| !piece.trim().is_empty());
                assert!(
                    words || !said.variables.is_empty(),
                    "{code}/{file}: {name} says nothing"
                );
            }
        }
    }
}

#[test]
fn no_name_stands_in_two_files_of_a_language() {
    for code in LANGUAGES {
        let mut known = BTreeSet::new();
        for (file, messages) in language(code) {
            for name in messages.into_keys() {
                assert!(known.insert(name.clone()), "{code}/{file}: {name} again");
            }
        }
    }
}

#[test]
fn only_the_everyday_lens_makes_attributes() {
    for (file, messages) in language("en") {
        for name in messages.keys() {
            let attribute = name.split_once('.').map(|(_, attribute)| attribute);
            assert!(
                attribute.is_none_or(|attribute| attribute == "everyday"),
                "{file}: {name}"
            );
        }
    }
}

#[test]
fn chinese_japanese_and_korean_hold_no_english_sentences() {
    for code in &LANGUAGES[1..] {
        for (file, messages) in language(code) {
            for (name, said) in messages {
                for piece in &said.pieces {
                    let text = LATIN
                        .iter()
                        .fold(piece.clone(), |text, latin| text.replace(latin, ""));
                    let longest = longest_run_of_latin_words(&text);
                    assert!(longest < SENTENCE, "{code}/{file}: {name}: {piece}");
                }
            }
        }
    }
}

/// Words of small Latin letters that follow each other with nothing but spaces and marks between them.
fn longest_run_of_latin_words(text: &str) -> usize {
    let mut longest = 0;
    let mut run = 0;
    for word in text.split_whitespace() {
        let is_latin = word
            .chars()
            .all(|letter| letter.is_ascii_alphabetic() || letter.is_ascii_punctuation());
        let is_word = is_latin && word.chars().any(|letter| letter.is_ascii_lowercase());
        run = if is_word { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    longest
}

#[test]
fn an_english_sentence_would_be_noticed() {
    assert_eq!(longest_run_of_latin_words("VDLが進みました"), 0);
    assert_eq!(longest_run_of_latin_words("put と get を使う"), 1);
    assert!(longest_run_of_latin_words("The writer sends all records.") >= SENTENCE);
}
