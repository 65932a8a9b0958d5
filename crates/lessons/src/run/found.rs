//! What was expected and what was found, in words.

use base::{Arg, Phrase};

use crate::scenario::{Ability, Compare, CopyState, Point, ZoneState};

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// So many.
    Number(u64),
    /// A place in the log.
    Lsn(u64),
    Ability(Ability),
    Copy(CopyState),
    /// A copy that is stopped in some groups only.
    PartlyStopped,
    Zone(ZoneState),
    /// What a row holds.
    Value(String),
    /// There is no such row.
    NoRow,
    /// No running copy can say.
    Unreadable,
}

impl Found {
    pub fn phrase(&self) -> Phrase {
        match self {
            Found::Number(number) => Phrase::new("is-number").with("number", *number),
            Found::Lsn(lsn) => Phrase::new("is-lsn").with("lsn", lsn.to_string()),
            Found::Ability(Ability::ReadWrite) => Phrase::new("is-read-write"),
            Found::Ability(Ability::ReadOnly) => Phrase::new("is-read-only"),
            Found::Ability(Ability::Unavailable) => Phrase::new("is-unavailable"),
            Found::Copy(CopyState::Up) => Phrase::new("is-up"),
            Found::Copy(CopyState::Stopped) => Phrase::new("is-stopped"),
            Found::Copy(CopyState::Cut) | Found::Zone(ZoneState::Cut) => Phrase::new("is-cut"),
            Found::PartlyStopped => Phrase::new("is-partly-stopped"),
            Found::Zone(ZoneState::Open) => Phrase::new("is-open"),
            Found::Value(value) => Phrase::new("is-value").with("value", value.clone()),
            Found::NoRow => Phrase::new("is-no-row"),
            Found::Unreadable => Phrase::new("is-unreadable"),
        }
    }
}

/// What a point is called.
pub fn what(point: Point) -> Phrase {
    let of_group = |id, group: base::GroupId| Phrase::new(id).with("group", group.number());
    match point {
        Point::Vcl => Phrase::new("what-vcl"),
        Point::Vdl => Phrase::new("what-vdl"),
        Point::Allocated => Phrase::new("what-allocated"),
        Point::Pgcl { group } => of_group("what-pgcl", group),
        Point::Newest { group } => of_group("what-newest", group),
        Point::Scl { copy, group } => of_group("what-scl", group).with("copy", copy.to_string()),
    }
}

/// The comparison, with what is compared with.
pub fn compared<T>(compare: &Compare<T>, with: Arg) -> Phrase {
    let id = match compare {
        Compare::Exactly(_) => Phrase::new("compare-exactly"),
        Compare::AtLeast(_) => Phrase::new("compare-at-least"),
        Compare::AtMost(_) => Phrase::new("compare-at-most"),
        Compare::Above(_) => Phrase::new("compare-above"),
        Compare::Below(_) => Phrase::new("compare-below"),
    };
    id.with("value", with)
}
