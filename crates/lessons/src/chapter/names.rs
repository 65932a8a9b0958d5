//! The names under which a chapter's words stand.

use std::sync::{Mutex, PoisonError};

use super::Chapter;

/// What is said of a chapter before and during its steps, by the names of the messages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// What it is about: what it does, when it is used, and the everyday explanation.
    pub about: [&'static str; 3],
    /// The heading and the caption of each step.
    pub steps: Vec<[&'static str; 2]>,
}

impl Chapter {
    /// The names of its messages: `NAME-what`, `NAME-when` and `NAME-everyday`; of a step, `NAME-STEP` and
    /// `NAME-STEP-says`.
    pub fn words(&self) -> Words {
        let name = &self.name;
        let steps = self.steps.iter().map(|step| {
            let heading = format!("{name}-{}", step.name);
            let caption = format!("{heading}-says");
            [kept(heading), kept(caption)]
        });
        Words {
            about: ["what", "when", "everyday"].map(|end| kept(format!("{name}-{end}"))),
            steps: steps.collect(),
        }
    }
}

/// Whether a name can be a part of a message's name.
pub(super) fn is_name(name: &str) -> bool {
    let letter = |letter: u8| letter.is_ascii_lowercase() || letter.is_ascii_digit();
    name.bytes().all(|byte| letter(byte) || byte == b'-') && name.bytes().next().is_some_and(letter)
}

/// The same text for as long as the program runs. Each text is kept once, so a chapter that is opened again and again
/// takes no more room.
fn kept(text: String) -> &'static str {
    static KEPT: Mutex<Vec<&str>> = Mutex::new(Vec::new());
    let mut all = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    match all.iter().find(|known| **known == text) {
        Some(known) => known,
        None => {
            let text = text.leak();
            all.push(text);
            text
        }
    }
}
