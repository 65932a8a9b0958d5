//! Clients that read from the nearest Region, for those who look on.

use base::{RegionId, SimSpan};

/// Clients of a Region that read from whichever Region is nearest (G-15).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Readers {
    /// Where they are.
    pub home: RegionId,
    /// Reads they make in a second.
    pub reads_per_second: u32,
    /// The Region their own DNS leads them to; none if none can be read.
    pub at: Option<RegionId>,
    /// Reads that were answered.
    pub answered: u64,
    /// Reads that were not, because nobody was there.
    pub failed: u64,
    /// How long the newest answered read took, there and back.
    pub took: Option<SimSpan>,
}
