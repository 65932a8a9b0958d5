//! The messages of each language, as the build script wrote them down.
//!
//! All languages are compiled in with the feature `every-language`; without it each can be brought along later, so that
//! a page loads only the one it speaks. What cannot be said in a language is said in English, if that is there.

use std::sync::OnceLock;

use base::Digest;

use crate::{Lang, chapters, code};

const IDS: &str = include_str!(concat!(env!("OUT_DIR"), "/ids.txt"));
const VARIABLES: &str = include_str!(concat!(env!("OUT_DIR"), "/variables.txt"));

/// The messages of a language, if they are compiled in.
fn compiled_in(lang: Lang) -> Option<&'static str> {
    #[cfg(feature = "every-language")]
    match lang {
        Lang::En | Lang::Pseudo => Some(include_str!(concat!(env!("OUT_DIR"), "/en.txt"))),
        Lang::Ja => Some(include_str!(concat!(env!("OUT_DIR"), "/ja.txt"))),
        Lang::Zh => Some(include_str!(concat!(env!("OUT_DIR"), "/zh.txt"))),
        Lang::Ko => Some(include_str!(concat!(env!("OUT_DIR"), "/ko.txt"))),
    }
    #[cfg(not(feature = "every-language"))]
    {
        let _ = lang;
        None
    }
}

/// A message: its patterns in the form of [`code`].
#[derive(Clone, Copy)]
pub struct Message {
    /// The engineer's sentence, or what is said through both lenses.
    pub value: &'static str,
    /// The everyday sentence, where it differs.
    pub everyday: Option<&'static str>,
}

/// The message of a name, if there is one and it has come.
pub fn message(lang: Lang, id: &str) -> Option<Message> {
    match ids().binary_search(&id) {
        Ok(place) => messages(lang).get(place).copied(),
        Err(_) => chapters::message(lang, id),
    }
}

/// The name of a variable, given by its character.
pub fn variable(place: char) -> &'static str {
    static NAMES: OnceLock<Vec<&str>> = OnceLock::new();
    let names = NAMES.get_or_init(|| VARIABLES.split('\n').collect());
    let place = u32::from(place).wrapping_sub(u32::from(code::FIRST));
    names[place as usize]
}

/// The names of all messages, in order.
fn ids() -> &'static [&'static str] {
    static SPLIT: OnceLock<Vec<&str>> = OnceLock::new();
    SPLIT.get_or_init(|| IDS.split('\n').collect())
}

/// What is known of each language, told apart the first time.
static KNOWN: [OnceLock<Vec<Message>>; Lang::ALL.len()] =
    [const { OnceLock::new() }; Lang::ALL.len()];

/// Whether messages in this language can be said; if not, they are said in English.
pub fn is_carried(lang: Lang) -> bool {
    compiled_in(lang).is_some() || KNOWN[place_of(lang)].get().is_some()
}

/// The messages of a language in the form that [`carry`] takes, if they are compiled in.
pub fn written(lang: Lang) -> Option<String> {
    compiled_in(lang).map(|messages| format!("{}\n{messages}", edition()))
}

/// Brings along the messages of a language, [`written`] by another program of the same build. Returns whether they fit:
/// only their order tells which is which, so those of another build, or only a part of them, do not.
pub fn carry(lang: Lang, written: String) -> bool {
    if is_carried(lang) {
        return true;
    }
    let fits = fitting(&written).is_some();
    if let Some(messages) = fits
        .then(|| String::leak(written))
        .and_then(|all| fitting(all))
    {
        KNOWN[place_of(lang)].get_or_init(|| tell_apart(messages));
    }
    fits
}

/// The messages in what was [`written`], if they are this build's and all of them.
fn fitting(written: &str) -> Option<&str> {
    let (theirs, messages) = written.split_once('\n')?;
    let is_whole = messages.split(code::MESSAGE).count() == ids().len();
    (theirs == edition().to_string() && is_whole).then_some(messages)
}

/// A fingerprint of the messages' names and their order, and of the variables'. Languages fit together if it is the same.
pub fn edition() -> Digest {
    let mut digest = Digest::default();
    digest.add(&IDS);
    digest.add(&VARIABLES);
    digest
}

/// All messages of a language, in the order of their names; of English if the language is not there, and none if that
/// is not either.
fn messages(lang: Lang) -> &'static [Message] {
    let known = &KNOWN[place_of(lang)];
    match (known.get(), compiled_in(lang)) {
        (Some(messages), _) => messages,
        (None, Some(written)) => known.get_or_init(|| tell_apart(written)),
        (None, None) if lang != Lang::En => messages(Lang::En),
        (None, None) => &[],
    }
}

/// The pseudo-locale stands where English does.
pub(crate) fn place_of(lang: Lang) -> usize {
    Lang::ALL
        .iter()
        .position(|known| *known == lang)
        .unwrap_or(0)
}

pub(crate) fn tell_apart(written: &'static str) -> Vec<Message> {
    written.split(code::MESSAGE).map(split_message).collect()
}

fn split_message(both: &'static str) -> Message {
    match both.split_once(code::EVERYDAY) {
        Some((value, everyday)) => Message {
            value,
            everyday: Some(everyday),
        },
        None => Message {
            value: both,
            everyday: None,
        },
    }
}

#[cfg(all(test, feature = "every-language"))]
mod tests {
    use super::*;

    #[test]
    fn what_one_program_writes_another_of_the_same_build_can_read() {
        for lang in Lang::ALL {
            let written = written(lang).expect("it is compiled in");
            assert_eq!(fitting(&written), compiled_in(lang));
        }
    }

    #[test]
    fn another_edition_or_a_part_does_not_fit() {
        let whole = written(Lang::Ja).expect("it is compiled in");
        let (_, messages) = whole.split_once('\n').unwrap();
        let (part, _) = whole.rsplit_once(code::MESSAGE).unwrap();
        for wrong in [part, "", "\n", messages, &format!("0\n{messages}")] {
            assert_eq!(fitting(wrong), None);
        }
    }
}
