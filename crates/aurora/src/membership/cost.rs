//! Why tails: most of what a copy stores are pages (M-22).

use base::COPIES;

use super::Segments;

/// What one group takes on disk, all copies together, if one copy's pages and log take so many gigabytes.
pub fn stored_gigabytes(segments: Segments, pages: u64, log: u64) -> u64 {
    let copies = u64::from(COPIES);
    let with_pages = match segments {
        Segments::Full => copies,
        Segments::FullAndTail => copies / 2,
    };
    with_pages * pages + copies * log
}
