//! The log sequence number.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A position in the redo log of one volume. The writer alone hands them out, strictly rising (L-1).
///
/// `Lsn::ZERO` stands before the first record: no record carries it, so it also says "none yet".
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Lsn(pub u64);

impl Lsn {
    /// The position before the first record.
    pub const ZERO: Lsn = Lsn(0);

    /// The position `by` places further on.
    #[must_use]
    pub const fn plus(self, by: u64) -> Lsn {
        Lsn(self.0 + by)
    }

    /// The next position.
    #[must_use]
    pub const fn next(self) -> Lsn {
        Lsn(self.0 + 1)
    }

    /// The position before this one; `ZERO` stays where it is.
    #[must_use]
    pub const fn previous(self) -> Lsn {
        Lsn(self.0.saturating_sub(1))
    }
}

impl fmt::Display for Lsn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
