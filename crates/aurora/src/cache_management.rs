//! Cluster cache management of Aurora PostgreSQL (CC-2 to CC-14).
//!
//! Whoever takes over has the pages in memory that its own clients have read, and these may be others than those the
//! writer's clients use. So after a promotion reads would be slow until the new writer has read its way in. Cluster cache
//! management keeps one reader warm beforehand: the reader tells the writer what it has, the writer answers with what it
//! uses much and the reader lacks.
//!
//! To tell what it has, a reader sends a Bloom filter: a few bits for each page. Looking a page up there may say yes though
//! the page is not there, and never no though it is. So a hot page may be left out wrongly; never is one sent for nothing
//! (CC-9, CC-10).
//!
//! It works where the writer stands at tier 0 and exactly one reader does, of the same class and size (CC-3, CC-4); and not
//! before a minute is over (CC-5). It goes through the writer's hot pages again and again; each time is a *scan*.

use std::collections::VecDeque;

use base::PageId;

/// The page must have been used more often than this to be hot (CC-11) …
pub const HOT_ABOVE: u8 = 3;
/// … and uses are counted up to this `[choice]`.
pub const USES_MAX: u8 = 5;
/// A page in KB, as `aurora_ccm_status` counts (CC-7).
const PAGE_KB: u64 = 8;
/// Bits of the filter for each page there is room for `[choice]`: one page in some forty is wrongly taken for present.
const BITS_PER_PAGE: u32 = 8;
/// Bits that each page sets `[choice]`.
const BITS_SET: u64 = 3;
/// Moments in a minute.
const MINUTE: usize = 60;

/// What says of a page that it may be in a set, or is certainly not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bloom {
    bits: Vec<u64>,
    seed: u64,
}

impl Bloom {
    /// A filter of these pages, with room for so many.
    pub fn of(pages: impl IntoIterator<Item = PageId>, room: u32, seed: u64) -> Bloom {
        let bits = room
            .max(1)
            .saturating_mul(BITS_PER_PAGE)
            .next_power_of_two();
        let mut bloom = Bloom {
            bits: vec![0; (bits / 64).max(1) as usize],
            seed,
        };
        for page in pages {
            for place in bloom.places(page) {
                bloom.bits[(place / 64) as usize] |= 1 << (place % 64);
            }
        }
        bloom
    }

    /// Whether the page may be in it. If it says no, it is not.
    pub fn may_have(&self, page: PageId) -> bool {
        let is_set = |place: u64| self.bits[(place / 64) as usize] >> (place % 64) & 1 == 1;
        self.places(page).into_iter().all(is_set)
    }

    fn places(&self, page: PageId) -> [u64; BITS_SET as usize] {
        let all = self.bits.len() as u64 * 64;
        std::array::from_fn(|turn| mix(self.seed ^ mix(u64::from(page.0)) ^ turn as u64) % all)
    }
}

/// A whole number with its bits well mixed (SplitMix64's finish).
fn mix(value: u64) -> u64 {
    let value = value.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let value = (value ^ (value >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    value ^ (value >> 31)
}

/// What the writer sends of its hot pages: those that are certainly not at the reader (CC-9).
pub fn to_send(hot: impl IntoIterator<Item = PageId>, has: &Bloom) -> Vec<PageId> {
    let lacking = hot.into_iter().filter(|page| !has.may_have(*page));
    lacking.collect()
}

/// Why cluster cache management does nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CcmOff {
    /// Nobody has switched it on (CC-2).
    NotWanted,
    /// The writer is not at tier 0 (CC-3).
    WriterNotFirst,
    /// No reader is at tier 0 (CC-4).
    NoFirstReader,
    /// Several readers are (CC-4).
    SeveralFirstReaders,
    /// That reader is of another class or size (CC-4).
    OtherSize,
}

/// Pages found and sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Buffers {
    /// Hot pages of the writer that were looked at.
    pub found: u64,
    /// Those among them that the reader lacked, and was sent.
    pub sent: u64,
}

impl Buffers {
    fn add(&mut self, other: Buffers) {
        self.found += other.found;
        self.sent += other.sent;
    }
}

/// What `aurora_ccm_status()` shows (CC-6).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CcmStatus {
    /// In the last minute.
    pub last_minute: Buffers,
    /// In the last scan that was finished.
    pub last_scan: Buffers,
    /// In the scan under way.
    pub current_scan: Buffers,
    /// How far that scan is, in percent.
    pub current_scan_progress: u32,
}

impl CcmStatus {
    /// KB a second that went to the reader in the last minute (CC-7).
    pub fn warm_rate(&self) -> u64 {
        self.last_minute.sent * PAGE_KB / 60
    }

    /// How much of the writer's hot pages the reader had at the last scan, in percent (CC-8).
    pub fn warm_percent(&self) -> Option<u64> {
        let Buffers { found, sent } = self.last_scan;
        (found > 0).then(|| 100 - 100 * sent.min(found) / found)
    }
}

/// The exchange between a writer and the reader it keeps warm.
#[derive(Clone, Debug, Default)]
pub struct Exchange {
    /// The hot pages of this scan that were not looked at yet.
    left: VecDeque<PageId>,
    all: u32,
    filter: Option<Bloom>,
    current: Buffers,
    last: Buffers,
    /// What was done in each second of the last minute.
    minute: VecDeque<Buffers>,
}

impl Exchange {
    /// Whether a scan has to begin.
    pub fn is_idle(&self) -> bool {
        self.left.is_empty()
    }

    /// A scan begins: over these pages of the writer, with what the reader says it has.
    pub fn begin(&mut self, hot: Vec<PageId>, filter: Bloom) {
        self.all = hot.len() as u32;
        self.left = hot.into();
        self.filter = Some(filter);
        self.current = Buffers::default();
    }

    /// A second's work: of the next so many hot pages, those to send.
    pub fn next(&mut self, at_most: u32) -> Vec<PageId> {
        let count = self.left.len().min(at_most as usize);
        let looked_at: Vec<PageId> = self.left.drain(..count).collect();
        let found = looked_at.len() as u64;
        self.current.found += found;
        let filter = self.filter.as_ref();
        let sent = filter.map(|filter| to_send(looked_at, filter));
        self.pass(Buffers { found, sent: 0 });
        sent.unwrap_or_default()
    }

    /// So many of them were sent. Returns what the scan has done, if it is finished.
    pub fn sent(&mut self, sent: u64) -> Option<Buffers> {
        self.current.sent += sent;
        if let Some(second) = self.minute.back_mut() {
            second.sent += sent;
        }
        if self.left.is_empty() && self.all > 0 {
            self.last = self.current;
            self.all = 0;
            return Some(self.last);
        }
        None
    }

    fn pass(&mut self, second: Buffers) {
        self.minute.push_back(second);
        if self.minute.len() > MINUTE {
            self.minute.pop_front();
        }
    }

    /// What there is to show of it.
    pub fn status(&self) -> CcmStatus {
        let mut last_minute = Buffers::default();
        for second in &self.minute {
            last_minute.add(*second);
        }
        let done = u64::from(self.all) - self.left.len() as u64;
        CcmStatus {
            last_minute,
            last_scan: self.last,
            current_scan: self.current,
            current_scan_progress: (done * 100)
                .checked_div(u64::from(self.all))
                .unwrap_or_default() as u32,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cc_10_a_filter_never_denies_what_is_there_and_seldom_claims_what_is_not() {
        for seed in 0..20 {
            let pages = (0..200).map(|page| PageId(page * 7));
            let filter = Bloom::of(pages.clone(), 200, seed);
            assert!(pages.clone().all(|page| filter.may_have(page)));
            let strangers = (0..2_000).map(|page| PageId(100_000 + page));
            let wrong = strangers.filter(|page| filter.may_have(*page)).count();
            assert!(wrong < 120, "{wrong} of 2,000");
        }
    }

    #[test]
    fn a_scan_goes_through_all_hot_pages_and_says_how_far_it_is() {
        let mut exchange = Exchange::default();
        let hot = (0..10).map(PageId).collect();
        exchange.begin(hot, Bloom::of((0..4).map(PageId), 40, 1));
        let first = exchange.next(5);
        assert_eq!(first, [PageId(4)]);
        assert_eq!(exchange.sent(1), None);
        assert_eq!(exchange.status().current_scan_progress, 50);
        let second = exchange.next(5);
        assert_eq!(second.len(), 5);
        let done = exchange.sent(5).expect("the scan is done");
        assert_eq!((done.found, done.sent), (10, 6));
        assert!(exchange.is_idle());
        assert_eq!(exchange.status().last_minute, done);
    }
}
