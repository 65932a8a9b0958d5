//! What can be violated, by name.

/// The names a [`Violation`](super::Violation) can carry: IDs of invariants and other facts, and in capitals what the
/// model asks of itself.
pub const NAMES: &[&str] = &[
    "INV-1", "INV-2", "INV-3", "INV-4", "INV-5", "INV-6", "INV-7", "INV-8", "INV-9", "INV-10",
    "INV-11", "INV-12", "INV-18", "INV-19", "C-2", "C-3", "C-5", "C-6", "C-10", "C-17", "G-51",
    "L-1", "L-2", "L-4", "L-5", "L-7", "L-11", "L-16", "L-18", "L-19", "L-20", "M-1", "M-2", "M-3",
    "M-9", "M-13", "M-14", "M-20", "M-26", "M-27", "Q-4", "Q-5", "Q-8", "Q-19", "R-1", "R-3",
    "R-4", "R-7", "R-14", "RP-11", "A-6", "S-2", "S-4", "S-6", "S-7", "S-8", "S-11", "S-16",
    "S-19", "W-8", "W-9", "W-10", "W-12", "CAUSE", "CUT", "JOURNAL", "LINEAR", "REST", "ROW",
    "SERIAL", "STOPPED",
];

/// The name as it stands in [`NAMES`], if it does.
pub fn known(name: &str) -> Option<&'static str> {
    NAMES.iter().copied().find(|known| *known == name)
}
