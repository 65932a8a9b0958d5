//! The same run twice (INV-19).

use sim::Journal;

use super::Violation;
use crate::Event;

/// Compares two journals of what should be the same run: same seed, same commands, same journal, byte for byte
/// (INV-19). `None` if their fingerprints and lengths agree; else the first entry, of those both still keep, that
/// differs, or the end of the shorter one.
pub fn difference(one: &Journal<Event>, other: &Journal<Event>) -> Option<Violation> {
    if one.digest() == other.digest() && one.next_id() == other.next_id() {
        return None;
    }
    let from = one.oldest_id().max(other.oldest_id());
    let differs = one.since(from).find_map(|(id, entry)| {
        (other.get(id) != Some(entry)).then_some((id, entry.at, format!("{entry:?}")))
    });
    let (event, at, here) = differs.unwrap_or_else(|| {
        let end = one.next_id();
        (
            end,
            other
                .get(end)
                .map_or(base::SimTime::NEVER, |entry| entry.at),
            "the end".to_owned(),
        )
    });
    let there = other
        .get(event)
        .map_or_else(|| "the end".to_owned(), |entry| format!("{entry:?}"));
    Some(Violation {
        invariant: "INV-19",
        event,
        at,
        text: format!("one run has {here}, the other {there}"),
    })
}
