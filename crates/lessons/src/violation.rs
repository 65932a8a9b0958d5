//! Violated invariants, in words.

use base::Phrase;
use world::checkers::Violation;

/// Says what must hold and does not, with its name and the moment at which that shows.
pub fn phrase_of_violation(violation: &Violation) -> Phrase {
    Phrase::new("violation-found")
        .with("name", violation.invariant)
        .with("at", violation.at)
        .with("sentence", Phrase::new(id(violation.invariant)))
}

/// The message that goes with a name of [`world::checkers::NAMES`].
fn id(name: &str) -> &'static str {
    match name {
        "INV-1" => "violation-inv-1",
        "INV-2" => "violation-inv-2",
        "INV-3" => "violation-inv-3",
        "INV-4" => "violation-inv-4",
        "INV-5" => "violation-inv-5",
        "INV-6" => "violation-inv-6",
        "INV-11" => "violation-inv-11",
        "INV-12" => "violation-inv-12",
        "INV-19" => "violation-inv-19",
        "INV-7" => "violation-inv-7",
        "INV-8" => "violation-inv-8",
        "INV-10" => "violation-inv-10",
        "INV-9" => "violation-inv-9",
        "INV-18" => "violation-inv-18",
        "C-2" => "violation-c-2",
        "C-3" => "violation-c-3",
        "C-5" => "violation-c-5",
        "C-6" => "violation-c-6",
        "C-10" => "violation-c-10",
        "C-17" => "violation-c-17",
        "G-51" => "violation-g-51",
        "L-1" => "violation-l-1",
        "L-2" => "violation-l-2",
        "L-4" => "violation-l-4",
        "L-5" => "violation-l-5",
        "L-7" => "violation-l-7",
        "L-11" => "violation-l-11",
        "L-16" => "violation-l-16",
        "L-18" => "violation-l-18",
        "L-19" => "violation-l-19",
        "L-20" => "violation-l-20",
        "M-14" => "violation-m-14",
        "M-1" => "violation-m-1",
        "M-2" => "violation-m-2",
        "M-3" => "violation-m-3",
        "M-9" => "violation-m-9",
        "M-13" => "violation-m-13",
        "M-20" => "violation-m-20",
        "M-26" => "violation-m-26",
        "M-27" => "violation-m-27",
        "Q-4" => "violation-q-4",
        "Q-5" => "violation-q-5",
        "Q-8" => "violation-q-8",
        "Q-19" => "violation-q-19",
        "A-6" => "violation-a-6",
        "RP-11" => "violation-rp-11",
        "R-1" => "violation-r-1",
        "R-3" => "violation-r-3",
        "R-4" => "violation-r-4",
        "R-7" => "violation-r-7",
        "R-14" => "violation-r-14",
        "S-2" => "violation-s-2",
        "S-4" => "violation-s-4",
        "S-6" => "violation-s-6",
        "S-7" => "violation-s-7",
        "S-8" => "violation-s-8",
        "S-11" => "violation-s-11",
        "S-16" => "violation-s-16",
        "S-19" => "violation-s-19",
        "W-8" => "violation-w-8",
        "W-9" => "violation-w-9",
        "W-10" => "violation-w-10",
        "W-12" => "violation-w-12",
        "CAUSE" => "violation-cause",
        "CUT" => "violation-cut",
        "JOURNAL" => "violation-journal",
        "LINEAR" => "violation-linear",
        "REST" => "violation-rest",
        "ROW" => "violation-row",
        "SERIAL" => "violation-serial",
        "STOPPED" => "violation-stopped",
        _ => "violation-other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_has_words_of_its_own() {
        let mut ids: Vec<&str> = world::checkers::NAMES.iter().map(|name| id(name)).collect();
        assert!(!ids.contains(&"violation-other"));
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), world::checkers::NAMES.len());
    }
}
