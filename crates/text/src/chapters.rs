//! What is said only while a chapter is open; and besides what only the command line says.
//!
//! It is as much as everything else together, so no page carries it from the start, in no language. Each language is a
//! text of its own that brings the names of its messages along.

use std::sync::OnceLock;

use crate::catalog::{Message, edition, place_of, tell_apart};
use crate::{Lang, code};

/// The messages of a language and their names, in order.
struct Chapters {
    ids: Vec<&'static str>,
    messages: Vec<Message>,
}

/// What has come of each language.
static KNOWN: [OnceLock<Chapters>; Lang::ALL.len()] = [const { OnceLock::new() }; Lang::ALL.len()];

/// The message of a name: in the language, else in English, if one of the two has come.
pub fn message(lang: Lang, id: &str) -> Option<Message> {
    let known = known(lang).or_else(|| known(Lang::En))?;
    let place = known.ids.binary_search(&id).ok()?;
    Some(known.messages[place])
}

/// Whether what chapters say can be said in this language.
pub fn are_chapters_carried(lang: Lang) -> bool {
    known(lang).is_some()
}

fn known(lang: Lang) -> Option<&'static Chapters> {
    let known = &KNOWN[place_of(lang)];
    if let (None, Some(all)) = (known.get(), written_chapters(lang)) {
        carry_chapters(lang, all);
    }
    known.get()
}

/// What chapters say in a language, in the form that [`carry_chapters`] takes, if it is compiled in.
pub fn written_chapters(lang: Lang) -> Option<String> {
    #[cfg(feature = "every-language")]
    {
        const IDS: &str = include_str!(concat!(env!("OUT_DIR"), "/chapters-ids.txt"));
        let messages = match lang {
            Lang::En | Lang::Pseudo => include_str!(concat!(env!("OUT_DIR"), "/chapters-en.txt")),
            Lang::Ja => include_str!(concat!(env!("OUT_DIR"), "/chapters-ja.txt")),
            Lang::Zh => include_str!(concat!(env!("OUT_DIR"), "/chapters-zh.txt")),
            Lang::Ko => include_str!(concat!(env!("OUT_DIR"), "/chapters-ko.txt")),
        };
        let (edition, between) = (edition(), code::MESSAGE);
        Some(format!(
            "{edition}\n{}{between}{messages}",
            IDS.replace('\n', " ")
        ))
    }
    #[cfg(not(feature = "every-language"))]
    {
        let _ = lang;
        None
    }
}

/// Brings along what chapters say in a language, [`written_chapters`] by another program of the same build. Returns
/// whether it fits.
pub fn carry_chapters(lang: Lang, written: String) -> bool {
    let fits = fitting(&written).is_some();
    if let Some((ids, messages)) = fits
        .then(|| String::leak(written))
        .and_then(|all| fitting(all))
    {
        KNOWN[place_of(lang)].get_or_init(|| Chapters {
            ids: ids.split(' ').collect(),
            messages: tell_apart(messages),
        });
    }
    fits
}

/// The names and the messages in what was written, if they belong to this build and to each other.
fn fitting(written: &str) -> Option<(&str, &str)> {
    let (theirs, rest) = written.split_once('\n')?;
    let (ids, messages) = rest.split_once(code::MESSAGE)?;
    let as_many = ids.split(' ').count() == messages.split(code::MESSAGE).count();
    (theirs == edition().to_string() && as_many).then_some((ids, messages))
}

#[cfg(all(test, feature = "every-language"))]
mod tests {
    use super::*;

    #[test]
    fn what_one_program_writes_another_of_the_same_build_can_read() {
        for lang in Lang::ALL {
            let written = written_chapters(lang).expect("it is compiled in");
            let (ids, messages) = fitting(&written).expect("it is of this build");
            assert!(ids.contains("storage-and-quorum-what"));
            assert!(!messages.is_empty());
            let (part, _) = written.rsplit_once(code::MESSAGE).unwrap();
            for wrong in [part, "", "\n", messages, &format!("0\n{messages}")] {
                assert!(fitting(wrong).is_none());
            }
        }
    }

    #[test]
    fn each_language_says_it_in_its_own_words() {
        let said = Lang::ALL.map(|lang| message(lang, "storage-and-quorum-what").unwrap().value);
        assert!(
            said.iter()
                .enumerate()
                .all(|(place, one)| !said[..place].contains(one))
        );
        assert!(message(Lang::Ja, "no-such-message").is_none());
    }
}
