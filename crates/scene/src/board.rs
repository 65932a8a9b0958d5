//! A picture made of rows: a name, some values, some marks. Chapters show what does not fit on the stage with it.

use base::Phrase;

use crate::Tone;

/// A picture made of rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Board {
    /// What it shows.
    pub title: Phrase,
    /// What the values of its rows are, if there are several.
    pub heads: Vec<Phrase>,
    /// The rows.
    pub rows: Vec<BoardRow>,
    /// What there is to say about the whole.
    pub notes: Vec<Phrase>,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoardRow {
    /// What it is about.
    pub label: Phrase,
    /// Its values.
    pub values: Vec<Phrase>,
    /// Its marks.
    pub marks: Vec<BoardMark>,
    /// What there is to say about it.
    pub note: Option<Phrase>,
    /// How it stands.
    pub tone: Tone,
    /// The fact behind it.
    pub fact: Option<&'static str>,
}

/// One of a row's marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoardMark {
    /// What stands in it: a letter, or nothing.
    pub text: String,
    /// How it stands.
    pub tone: Tone,
}

impl BoardRow {
    /// A row with a name and nothing else.
    pub fn new(label: Phrase) -> BoardRow {
        BoardRow {
            label,
            values: Vec::new(),
            marks: Vec::new(),
            note: None,
            tone: Tone::Quiet,
            fact: None,
        }
    }
}

impl Board {
    /// A picture without rows.
    pub fn new(title: &'static str) -> Board {
        Board {
            title: Phrase::new(title),
            heads: Vec::new(),
            rows: Vec::new(),
            notes: Vec::new(),
        }
    }
}
