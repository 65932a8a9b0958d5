//! The messages of each language, as the build script wrote them down.

use std::sync::OnceLock;

use crate::{Lang, code};

const IDS: &str = include_str!(concat!(env!("OUT_DIR"), "/ids.txt"));
const VARIABLES: &str = include_str!(concat!(env!("OUT_DIR"), "/variables.txt"));
const EN: &str = include_str!(concat!(env!("OUT_DIR"), "/en.txt"));
const JA: &str = include_str!(concat!(env!("OUT_DIR"), "/ja.txt"));
const ZH: &str = include_str!(concat!(env!("OUT_DIR"), "/zh.txt"));
const KO: &str = include_str!(concat!(env!("OUT_DIR"), "/ko.txt"));

/// A message: its patterns in the form of [`code`].
#[derive(Clone, Copy)]
pub struct Message {
    /// The engineer's sentence, or what is said through both lenses.
    pub value: &'static str,
    /// The everyday sentence, where it differs.
    pub everyday: Option<&'static str>,
}

/// The message of a name, if there is one.
pub fn message(lang: Lang, id: &str) -> Option<Message> {
    let place = ids().binary_search(&id).ok()?;
    Some(messages(lang)[place])
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

/// All messages of a language, in the order of their names; they are told apart the first time.
fn messages(lang: Lang) -> &'static [Message] {
    static SPLIT: [OnceLock<Vec<Message>>; 4] = [const { OnceLock::new() }; 4];
    let (place, all) = match lang {
        Lang::En | Lang::Pseudo => (0, EN),
        Lang::Ja => (1, JA),
        Lang::Zh => (2, ZH),
        Lang::Ko => (3, KO),
    };
    SPLIT[place].get_or_init(|| all.split(code::MESSAGE).map(split_message).collect())
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
