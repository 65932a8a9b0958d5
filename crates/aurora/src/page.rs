//! Pages: what a stretch of log amounts to.
//!
//! A page is nothing but the outcome of applying its records in order; storage keeps pages to save itself
//! that work, not because it must (S-13). So a page knows the LSN of the newest record in it, and two copies
//! that applied the same records have the same bytes and the same checksum.

use base::{GroupId, Lsn, PageId, TxnId};

use crate::constants::PAGES_PER_GROUP;
use crate::redo::Change;

/// Transactions a group's transaction page remembers; a later one takes the place of an earlier one
/// `[choice]`.
const TXN_SLOTS: u64 = 64;

/// The page a group keeps the state of transactions on.
pub const fn transaction_page(group: GroupId) -> PageId {
    PageId(group.0 * PAGES_PER_GROUP)
}

/// The page at a place of a group; place 0 is the transaction page, the others hold rows.
pub const fn page_in_group(group: GroupId, place: u32) -> PageId {
    PageId(group.0 * PAGES_PER_GROUP + place % PAGES_PER_GROUP)
}

/// The group that owns a page: pages are dealt out in slices, one slice a group (L-16, Q-21).
pub const fn group_of(page: PageId) -> GroupId {
    GroupId(page.0 / PAGES_PER_GROUP)
}

/// A page's place within its group.
pub const fn place_in_group(page: PageId) -> usize {
    (page.0 % PAGES_PER_GROUP) as usize
}

/// The page a row lives on in a volume of so many groups.
pub fn page_of_key(key: &[u8], groups: u32) -> PageId {
    let row_pages = PAGES_PER_GROUP - 1;
    let bucket = (fnv_1a(FNV_START, key) % u64::from(groups * row_pages)) as u32;
    page_in_group(GroupId(bucket / row_pages), 1 + bucket % row_pages)
}

/// What a transaction page says of a transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum TxnState {
    Active = 1,
    Committed = 2,
    RolledBack = 3,
}

/// One row, and what undo would put back.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Row {
    key: Box<[u8]>,
    value: Box<[u8]>,
    /// The transaction that wrote it.
    by: TxnId,
    /// What the row was before that transaction; nothing if there was no such row.
    before: Option<Box<[u8]>>,
}

/// What a reader may see: everything up to a point, except what these transactions did, which were not
/// committed there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadView {
    read_point: Lsn,
    active: Vec<TxnId>,
}

impl ReadView {
    /// A view of everything up to `read_point` but what these transactions did.
    pub fn new(read_point: Lsn, active: Vec<TxnId>) -> ReadView {
        ReadView { read_point, active }
    }

    /// The point it reads at.
    pub fn read_point(&self) -> Lsn {
        self.read_point
    }

    /// Transactions that had begun to write at the read point and were not committed there.
    pub fn active(&self) -> &[TxnId] {
        &self.active
    }
}

/// One version of one page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    id: PageId,
    lsn: Lsn,
    /// Sorted by key.
    rows: Vec<Row>,
}

impl Page {
    /// A page nothing has been written to.
    pub fn empty(id: PageId) -> Page {
        Page {
            id,
            lsn: Lsn::ZERO,
            rows: Vec::new(),
        }
    }

    /// Which page it is.
    pub fn id(&self) -> PageId {
        self.id
    }

    /// The newest record in it.
    pub fn lsn(&self) -> Lsn {
        self.lsn
    }

    /// How many rows it holds.
    pub fn rows(&self) -> u32 {
        self.rows.len() as u32
    }

    /// Every row: its key and its value, committed or not.
    pub fn all_rows(&self) -> impl Iterator<Item = (&[u8], &[u8])> {
        self.rows.iter().map(|row| (&*row.key, &*row.value))
    }

    /// Of a transaction page: the transactions that have begun to write and are neither committed nor undone, each
    /// with the key of the row it wrote (C-11).
    pub fn unfinished(&self) -> impl Iterator<Item = (TxnId, &[u8])> {
        self.rows.iter().filter_map(|slot| {
            let (txn, rest) = slot.value.split_first_chunk()?;
            let (state, key) = rest.split_first()?;
            let active = *state == TxnState::Active as u8;
            active.then_some((TxnId(u64::from_le_bytes(*txn)), key))
        })
    }

    fn find(&self, key: &[u8]) -> Result<usize, usize> {
        self.rows.binary_search_by(|row| row.key.as_ref().cmp(key))
    }

    /// The value of a row, committed or not.
    pub fn row(&self, key: &[u8]) -> Option<&[u8]> {
        Some(&self.rows[self.find(key).ok()?].value)
    }

    /// The transaction that wrote a row's value, and the value undo would put back (nothing: there was no row).
    pub fn undo(&self, key: &[u8]) -> Option<(TxnId, Option<&[u8]>)> {
        let row = &self.rows[self.find(key).ok()?];
        Some((row.by, row.before.as_deref()))
    }

    /// The value of a row as a view shows it. The page must have been built at the view's read point; one
    /// step back is enough, because a row is written by one transaction at a time.
    pub fn row_in(&self, key: &[u8], view: &ReadView) -> Option<&[u8]> {
        let row = &self.rows[self.find(key).ok()?];
        if view.active.contains(&row.by) {
            row.before.as_deref()
        } else {
            Some(&row.value)
        }
    }

    /// Applies the record with this LSN.
    ///
    /// # Panics
    /// If the page has already got past it: records go onto a page in order.
    pub fn apply(&mut self, lsn: Lsn, change: Change) {
        assert!(
            lsn > self.lsn,
            "record {lsn} comes after {} on this page",
            self.lsn
        );
        self.lsn = lsn;
        match change {
            Change::PutRow { txn, key, value } => self.put_row(txn, key, value),
            Change::TxnActive { txn, key } => self.put_txn(txn, TxnState::Active, key),
            Change::TxnCommitted(txn) => self.put_txn(txn, TxnState::Committed, &[]),
            Change::TxnRolledBack(txn) => self.put_txn(txn, TxnState::RolledBack, &[]),
            Change::UndoRow { txn, key } => self.undo_row(txn, key),
        }
    }

    fn put_txn(&mut self, txn: TxnId, state: TxnState, key: &[u8]) {
        let slot = [(txn.0 % TXN_SLOTS) as u8];
        let state = [state as u8];
        let value = [&txn.0.to_le_bytes()[..], &state, key].concat();
        match self.find(&slot) {
            Ok(place) => {
                let row = &mut self.rows[place];
                row.value = value.into();
                row.by = txn;
            }
            Err(place) => self.insert(place, txn, &slot, &value),
        }
    }

    fn put_row(&mut self, txn: TxnId, key: &[u8], value: &[u8]) {
        match self.find(key) {
            Ok(place) => {
                let row = &mut self.rows[place];
                let before = std::mem::replace(&mut row.value, value.into());
                // Within one transaction undo goes back to what was there before it.
                if row.by != txn {
                    row.by = txn;
                    row.before = Some(before);
                }
            }
            Err(place) => self.insert(place, txn, key, value),
        }
    }

    fn undo_row(&mut self, txn: TxnId, key: &[u8]) {
        let Ok(place) = self.find(key) else { return };
        let row = &mut self.rows[place];
        if row.by != txn {
            return;
        }
        match row.before.take() {
            Some(before) => {
                row.value = before;
                row.by = TxnId::default();
            }
            None => {
                self.rows.remove(place);
            }
        }
    }

    fn insert(&mut self, place: usize, by: TxnId, key: &[u8], value: &[u8]) {
        let row = Row {
            key: key.into(),
            value: value.into(),
            by,
            before: None,
        };
        self.rows.insert(place, row);
    }

    /// The page with one bit of a row turned over, as a failing disk may leave it.
    #[must_use]
    pub fn spoilt(&self) -> Page {
        let mut page = self.clone();
        if let Some(row) = page.rows.first_mut() {
            let bytes = if row.value.is_empty() {
                &mut row.key
            } else {
                &mut row.value
            };
            bytes[0] ^= 1;
        }
        page
    }

    /// A checksum over everything the page says (S-8).
    pub fn checksum(&self) -> u64 {
        let mut sum = fnv_1a(FNV_START, &self.id.0.to_le_bytes());
        sum = fnv_1a(sum, &self.lsn.0.to_le_bytes());
        for row in &self.rows {
            sum = fnv_1a(sum, &[row.key.len() as u8, u8::from(row.before.is_some())]);
            sum = fnv_1a(sum, &row.by.0.to_le_bytes());
            let before = row.before.as_deref().unwrap_or_default();
            for part in [&row.key, &*row.value, before] {
                sum = fnv_1a(sum, &(part.len() as u16).to_le_bytes());
                sum = fnv_1a(sum, part);
            }
        }
        sum
    }
}

const FNV_START: u64 = 0xCBF2_9CE4_8422_2325;

/// FNV-1a, 64 bits: enough to notice an accident.
fn fnv_1a(start: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(start, |sum, byte| {
        (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_what_its_records_amount_to() {
        let mut page = Page::empty(PageId(1));
        page.apply(
            Lsn(5),
            Change::PutRow {
                txn: TxnId(1),
                key: b"b",
                value: b"1",
            },
        );
        page.apply(
            Lsn(7),
            Change::PutRow {
                txn: TxnId(1),
                key: b"a",
                value: b"2",
            },
        );
        page.apply(
            Lsn(9),
            Change::PutRow {
                txn: TxnId(1),
                key: b"b",
                value: b"3",
            },
        );
        assert_eq!(
            (page.row(b"a"), page.row(b"b"), page.row(b"c")),
            (Some(&b"2"[..]), Some(&b"3"[..]), None)
        );
        assert_eq!((page.lsn(), page.rows()), (Lsn(9), 2));
    }

    #[test]
    fn r_13_a_view_hides_what_was_not_committed_in_it() {
        let mut page = Page::empty(PageId(1));
        let put = |txn, value| Change::PutRow {
            txn: TxnId(txn),
            key: b"k",
            value,
        };
        page.apply(Lsn(5), put(1, b"first"));
        let seen = |page: &Page, active: &[u64]| {
            let active = active.iter().copied().map(TxnId).collect();
            let view = ReadView::new(page.lsn(), active);
            page.row_in(b"k", &view).map(<[u8]>::to_vec)
        };
        assert_eq!(seen(&page, &[]), Some(b"first".to_vec()));
        assert_eq!(seen(&page, &[1]), None, "before it there was no such row");
        page.apply(Lsn(8), put(2, b"second"));
        page.apply(Lsn(9), put(2, b"third"));
        assert_eq!(seen(&page, &[]), Some(b"third".to_vec()));
        assert_eq!(seen(&page, &[2]), Some(b"first".to_vec()));
        assert_eq!(page.undo(b"k"), Some((TxnId(2), Some(&b"first"[..]))));
    }

    #[test]
    fn c_11_undo_puts_back_what_stood_there() {
        let mut page = Page::empty(PageId(1));
        let put = |txn, value| Change::PutRow {
            txn: TxnId(txn),
            key: b"k",
            value,
        };
        let undo = |txn| Change::UndoRow {
            txn: TxnId(txn),
            key: b"k",
        };
        page.apply(Lsn(1), put(1, b"first"));
        page.apply(Lsn(2), put(2, b"second"));
        page.apply(Lsn(3), undo(1));
        assert_eq!(
            page.row(b"k"),
            Some(&b"second"[..]),
            "not the last to write it"
        );
        page.apply(Lsn(4), undo(2));
        page.apply(Lsn(5), undo(2));
        assert_eq!(page.row(b"k"), Some(&b"first"[..]));
        let mut page = Page::empty(PageId(1));
        page.apply(Lsn(1), put(7, b"only"));
        page.apply(Lsn(2), undo(7));
        assert_eq!((page.row(b"k"), page.rows()), (None, 0));
    }

    #[test]
    fn c_11_a_transaction_page_says_who_is_unfinished() {
        let mut page = Page::empty(PageId(0));
        for (lsn, txn) in [(1, 1), (3, 2), (5, 3)] {
            let (txn, key) = (TxnId(txn), &b"cart:42"[..]);
            page.apply(Lsn(lsn), Change::TxnActive { txn, key });
        }
        page.apply(Lsn(6), Change::TxnCommitted(TxnId(1)));
        page.apply(Lsn(7), Change::TxnRolledBack(TxnId(3)));
        let unfinished: Vec<(TxnId, &[u8])> = page.unfinished().collect();
        assert_eq!(unfinished, [(TxnId(2), &b"cart:42"[..])]);
    }

    #[test]
    #[should_panic(expected = "comes after")]
    fn records_go_onto_a_page_in_order() {
        let mut page = Page::empty(PageId(1));
        page.apply(Lsn(5), Change::TxnCommitted(TxnId(2)));
        page.apply(Lsn(5), Change::TxnCommitted(TxnId(1)));
    }

    #[test]
    fn the_checksum_notices_every_difference() {
        let with = |lsn, key: &[u8], value: &[u8]| {
            let mut page = Page::empty(PageId(1));
            page.apply(
                Lsn(lsn),
                Change::PutRow {
                    txn: TxnId(1),
                    key,
                    value,
                },
            );
            page.checksum()
        };
        let sum = with(5, b"ab", b"c");
        assert_eq!(sum, with(5, b"ab", b"c"));
        assert_ne!(sum, with(6, b"ab", b"c"));
        assert_ne!(sum, with(5, b"a", b"bc"));
        assert_ne!(sum, with(5, b"ab", b"d"));
    }

    #[test]
    fn rows_spread_over_groups_and_never_onto_transaction_pages() {
        let mut seen = std::collections::BTreeSet::new();
        for n in 0..2_000_u32 {
            let page = page_of_key(format!("row:{n}").as_bytes(), 2);
            assert!(page != transaction_page(GroupId(0)) && page != transaction_page(GroupId(1)));
            assert!(group_of(page).0 < 2);
            seen.insert(page);
        }
        assert_eq!(seen.len(), 62, "every row page of both groups is used");
    }
}
