//! The words of the page, in one language and through one lens.

use base::{Lens, Phrase};
use text::{Lang, Texts};
use yew::AttrValue;

/// Says phrases in the language and through the lens that are chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    texts: Texts,
    lens: Lens,
}

impl Words {
    /// The words of a language through a lens.
    pub fn new(lang: Lang, lens: Lens) -> Words {
        Words {
            texts: Texts::new(lang),
            lens,
        }
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.texts.lang()
    }

    /// The lens.
    pub fn lens(&self) -> Lens {
        self.lens
    }

    /// The texts, for moments and spans.
    pub fn texts(&self) -> &Texts {
        &self.texts
    }

    /// Says a phrase.
    pub fn say(&self, phrase: &Phrase) -> AttrValue {
        self.texts.say_as(phrase, self.lens).into()
    }

    /// What stands between two sentences.
    pub fn gap(&self) -> &'static str {
        match self.lang() {
            Lang::Ja | Lang::Zh => "",
            Lang::En | Lang::Ko | Lang::Pseudo => " ",
        }
    }

    /// Says a message nothing goes into.
    pub fn of(&self, id: &'static str) -> AttrValue {
        self.say(&Phrase::new(id))
    }
}
