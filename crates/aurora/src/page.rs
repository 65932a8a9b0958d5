//! Pages: what a stretch of log amounts to.
//!
//! A page is nothing but the outcome of applying its records in order; storage keeps pages to save itself
//! that work, not because it must (S-13). So a page knows the LSN of the newest record in it, and two copies
//! that applied the same records have the same bytes and the same checksum.

use base::{GroupId, Lsn, PageId, TxnId};

use crate::constants::{KEY_BYTES_MAX, PAGES_PER_GROUP, VALUE_BYTES_MAX};
use crate::redo::Change;

/// Transactions of one row a group's transaction page remembers; a later one takes the place of an earlier one
/// `[choice]`. Their records are neighbours, so the earlier one has ended. What transactions of several rows write has
/// places of its own.
const TXN_SLOTS: u64 = 64;

/// The page a group keeps the state of transactions on.
pub const fn transaction_page(group: GroupId) -> PageId {
    PageId(group.0 * PAGES_PER_GROUP)
}

/// What one protection group holds of users' data, in GB of a volume as it is sold.
const GROUP_GB: u64 = 10;

/// Protection groups of a volume with so many GB of users' data: the last one may be nearly empty. Each has six
/// segments.
pub const fn groups_of_gigabytes(gigabytes: u64) -> u64 {
    gigabytes.div_ceil(GROUP_GB)
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

/// A short mark of a key or a value, by which it is recognised in the journal. Hardly any two have it in common, and none
/// has 0.
#[inline]
pub fn mark_of(bytes: &[u8]) -> u32 {
    let hash = hash_of_key(bytes);
    (hash ^ hash >> 32) as u32 | 1
}

/// A number that hardly any two keys have in common.
#[inline]
pub(crate) fn hash_of_key(key: &[u8]) -> u64 {
    fnv_1a(FNV_START, key)
}

/// The page a row lives on in a volume of so many groups.
pub fn page_of_key(key: &[u8], groups: u32) -> PageId {
    let row_pages = PAGES_PER_GROUP - 1;
    let bucket = (hash_of_key(key) % u64::from(groups * row_pages)) as u32;
    page_in_group(GroupId(bucket / row_pages), 1 + bucket % row_pages)
}

/// What a transaction page says of a transaction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum TxnState {
    Active = 1,
    Committed = 2,
    RolledBack = 3,
}

/// What the keys begin with under which a transaction page keeps what an open transaction has written.
fn write_of(txn: TxnId) -> [u8; 9] {
    let mut own = [u8::MAX; 9];
    own[1..].copy_from_slice(&txn.0.to_be_bytes());
    own
}

/// Where some bytes of a page stand among its [bytes](Page::bytes).
#[derive(Clone, Copy, Debug)]
struct Span {
    from: u32,
    len: u32,
}

/// One row, and what undo would put back. A page has hundreds of them and is copied with each version, so they are
/// packed.
#[derive(Clone, Copy, Debug)]
struct Row {
    /// The key's first bytes as a number: two keys mostly differ in them, and then nothing need be fetched.
    head: u64,
    /// The transaction that wrote it.
    by: TxnId,
    key_from: u32,
    value_from: u32,
    /// What the row was before that transaction; [`NOWHERE`] if there was no such row.
    before_from: u32,
    value_len: u16,
    before_len: u16,
    key_len: u8,
}

const NOWHERE: u32 = u32::MAX;
const _: () = assert!(KEY_BYTES_MAX + 9 <= u8::MAX as u32);
const _: () = assert!(VALUE_BYTES_MAX + KEY_BYTES_MAX + 9 <= u16::MAX as u32);

impl Row {
    fn key(&self) -> Span {
        Span {
            from: self.key_from,
            len: self.key_len.into(),
        }
    }

    fn value(&self) -> Span {
        Span {
            from: self.value_from,
            len: self.value_len.into(),
        }
    }

    fn before(&self) -> Option<Span> {
        (self.before_from != NOWHERE).then_some(Span {
            from: self.before_from,
            len: self.before_len.into(),
        })
    }

    fn set_value(&mut self, value: Span) {
        (self.value_from, self.value_len) = (value.from, value.len as u16);
    }

    fn set_before(&mut self, before: Option<Span>) {
        let nowhere = Span {
            from: NOWHERE,
            len: 0,
        };
        let before = before.unwrap_or(nowhere);
        (self.before_from, self.before_len) = (before.from, before.len as u16);
    }
}

/// The first bytes of a key as a number that is ordered like the keys, as far as it goes.
#[inline]
fn head_of(key: &[u8]) -> u64 {
    let mut head = [0; 8];
    let len = key.len().min(head.len());
    head[..len].copy_from_slice(&key[..len]);
    u64::from_be_bytes(head)
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
///
/// All its bytes stand in one row, as they would on disk: a version is written out of place by copying two pieces of
/// memory, however many rows it has.
#[derive(Clone)]
pub struct Page {
    id: PageId,
    lsn: Lsn,
    /// Sorted by key.
    rows: Vec<Row>,
    /// Keys and values, in no order, and what nobody points at any more.
    bytes: Vec<u8>,
    /// How many of them nobody points at.
    wasted: u32,
}

impl Page {
    /// A page nothing has been written to.
    pub fn empty(id: PageId) -> Page {
        Page {
            id,
            lsn: Lsn::ZERO,
            rows: Vec::new(),
            bytes: Vec::new(),
            wasted: 0,
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
        let rows = self.rows.iter();
        rows.map(|row| (self.at(row.key()), self.at(row.value())))
    }

    /// Of a transaction page: the transactions that have begun to write and are neither committed nor undone, each
    /// with the key of the row it wrote (C-11).
    pub fn unfinished(&self) -> impl Iterator<Item = (TxnId, &[u8])> {
        self.rows.iter().filter_map(|slot| {
            let (txn, rest) = self.at(slot.value()).split_first_chunk()?;
            let (state, key) = rest.split_first()?;
            let active = *state == TxnState::Active as u8;
            active.then_some((TxnId(u64::from_le_bytes(*txn)), key))
        })
    }

    #[inline]
    fn at(&self, span: Span) -> &[u8] {
        &self.bytes[span.from as usize..][..span.len as usize]
    }

    fn find(&self, key: &[u8]) -> Result<usize, usize> {
        let head = head_of(key);
        // First only the heads are compared, so that a processor need not guess which half to go on with.
        let first = self.rows.partition_point(|row| row.head < head);
        let rest = &self.rows[first..];
        let alike = rest.iter().take_while(|row| row.head == head).count();
        let found = rest[..alike].binary_search_by(|row| self.at(row.key()).cmp(key));
        found.map_or_else(|place| Err(first + place), |place| Ok(first + place))
    }

    /// The value of a row, committed or not.
    pub fn row(&self, key: &[u8]) -> Option<&[u8]> {
        Some(self.at(self.rows[self.find(key).ok()?].value()))
    }

    /// The transaction that wrote a row's value, and the value undo would put back (nothing: there was no row).
    pub fn undo(&self, key: &[u8]) -> Option<(TxnId, Option<&[u8]>)> {
        let row = &self.rows[self.find(key).ok()?];
        Some((row.by, row.before().map(|before| self.at(before))))
    }

    /// The value of a row as a view shows it. The page must have been built at the view's read point; one
    /// step back is enough, because a row is written by one transaction at a time.
    pub fn row_in(&self, key: &[u8], view: &ReadView) -> Option<&[u8]> {
        let row = &self.rows[self.find(key).ok()?];
        if view.active.contains(&row.by) {
            row.before().map(|before| self.at(before))
        } else {
            Some(self.at(row.value()))
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
            Change::TxnWrote { txn, key } => self.keep_write(txn, key),
            Change::TxnCommitted(txn) => self.end_txn(txn, TxnState::Committed),
            Change::TxnRolledBack(txn) => self.end_txn(txn, TxnState::RolledBack),
            Change::UndoRow { txn, key } => self.undo_row(txn, key),
        }
        if self.wasted as usize > self.bytes.len() / 2 {
            self.tidy();
        }
    }

    fn put_txn(&mut self, txn: TxnId, state: TxnState, key: &[u8]) {
        let slot = [(txn.0 % TXN_SLOTS) as u8];
        let txn_bytes = txn.0.to_le_bytes();
        let value = [&txn_bytes[..], &[state as u8], key];
        match self.find(&slot) {
            Ok(place) => {
                let old = self.rows[place].value();
                let value = self.write(Some(old), &value);
                let row = &mut self.rows[place];
                row.set_value(value);
                row.by = txn;
            }
            Err(place) => self.insert(place, txn, &slot, &value),
        }
    }

    /// A transaction of several rows has written one more.
    fn keep_write(&mut self, txn: TxnId, key: &[u8]) {
        let own = [&write_of(txn)[..], key].concat();
        if let Err(place) = self.find(&own) {
            let value = [&txn.0.to_le_bytes()[..], &[TxnState::Active as u8], key];
            self.insert(place, txn, &own, &value);
        }
    }

    fn end_txn(&mut self, txn: TxnId, state: TxnState) {
        self.put_txn(txn, state, &[]);
        // What open transactions have written stands behind all slots; mostly there is none.
        if self.rows.last().is_none_or(|last| last.key_len == 1) {
            return;
        }
        let own = write_of(txn);
        let from = self
            .rows
            .partition_point(|row| self.at(row.key()) < &own[..]);
        let writes = self.rows[from..].iter();
        let until = from
            + writes
                .take_while(|row| self.at(row.key()).starts_with(&own))
                .count();
        for row in self.rows.drain(from..until) {
            self.wasted += row.key().len + row.value().len;
        }
    }

    fn put_row(&mut self, txn: TxnId, key: &[u8], value: &[u8]) {
        match self.find(key) {
            Ok(place) => {
                let mut row = self.rows[place];
                // Within one transaction undo goes back to what was there before it.
                let gone = if row.by == txn {
                    Some(row.value())
                } else {
                    row.by = txn;
                    let gone = row.before();
                    row.set_before(Some(row.value()));
                    gone
                };
                row.set_value(self.write(gone, &[value]));
                self.rows[place] = row;
            }
            Err(place) => self.insert(place, txn, key, &[value]),
        }
    }

    fn undo_row(&mut self, txn: TxnId, key: &[u8]) {
        let Ok(place) = self.find(key) else { return };
        let row = &mut self.rows[place];
        if row.by != txn {
            return;
        }
        self.wasted += row.value().len;
        match row.before() {
            Some(before) => {
                row.set_value(before);
                row.set_before(None);
                row.by = TxnId::default();
            }
            None => {
                self.wasted += row.key().len;
                self.rows.remove(place);
            }
        }
    }

    fn insert(&mut self, place: usize, by: TxnId, key: &[u8], value: &[&[u8]]) {
        let key_from = self.write(None, &[key]).from;
        let mut row = Row {
            head: head_of(key),
            by,
            key_from,
            value_from: NOWHERE,
            before_from: NOWHERE,
            value_len: 0,
            before_len: 0,
            key_len: key.len() as u8,
        };
        row.set_value(self.write(None, value));
        self.rows.insert(place, row);
    }

    /// Writes these parts one behind another, where something that has `gone` stood if they fit there.
    fn write(&mut self, gone: Option<Span>, parts: &[&[u8]]) -> Span {
        let len = parts.iter().map(|part| part.len() as u32).sum();
        let room = gone.map_or(0, |gone| gone.len);
        let from = match gone {
            Some(gone) if len <= room => {
                self.wasted += room - len;
                gone.from
            }
            _ => {
                self.wasted += room;
                let from = self.bytes.len();
                self.bytes.resize(from + len as usize, 0);
                from as u32
            }
        };
        let mut to = from as usize;
        for part in parts {
            self.bytes[to..to + part.len()].copy_from_slice(part);
            to += part.len();
        }
        Span { from, len }
    }

    /// Leaves out the bytes nobody points at.
    #[cold]
    fn tidy(&mut self) {
        let old = std::mem::take(&mut self.bytes);
        let mut moved = |span: Span| {
            let from = self.bytes.len() as u32;
            let bytes = &old[span.from as usize..][..span.len as usize];
            self.bytes.extend_from_slice(bytes);
            from
        };
        for row in &mut self.rows {
            row.key_from = moved(row.key());
            row.value_from = moved(row.value());
            if let Some(before) = row.before() {
                row.before_from = moved(before);
            }
        }
        self.wasted = 0;
    }

    /// The page with one bit of a row turned over, as a failing disk may leave it.
    #[must_use]
    pub fn spoilt(&self) -> Page {
        let mut page = self.clone();
        if let Some(row) = page.rows.first() {
            let (key, value) = (row.key(), row.value());
            let spoilt = if value.len == 0 { key } else { value };
            page.bytes[spoilt.from as usize] ^= 1;
        }
        page
    }

    /// Everything it says of its rows: key, value, who wrote it, and what undo would put back.
    fn said(&self) -> impl Iterator<Item = (&[u8], &[u8], TxnId, Option<&[u8]>)> {
        self.rows.iter().map(|row| {
            let before = row.before().map(|before| self.at(before));
            (self.at(row.key()), self.at(row.value()), row.by, before)
        })
    }

    /// A checksum over everything the page says (S-8).
    pub fn checksum(&self) -> u64 {
        let mut sum = fnv_1a(FNV_START, &self.id.0.to_le_bytes());
        sum = fnv_1a(sum, &self.lsn.0.to_le_bytes());
        for (key, value, by, before) in self.said() {
            sum = fnv_1a(sum, &[key.len() as u8, u8::from(before.is_some())]);
            sum = fnv_1a(sum, &by.0.to_le_bytes());
            for part in [key, value, before.unwrap_or_default()] {
                sum = fnv_1a(sum, &(part.len() as u16).to_le_bytes());
                sum = fnv_1a(sum, part);
            }
        }
        sum
    }
}

impl PartialEq for Page {
    /// Whether both say the same, wherever their bytes stand.
    fn eq(&self, other: &Page) -> bool {
        (self.id, self.lsn) == (other.id, other.lsn) && self.said().eq(other.said())
    }
}

impl Eq for Page {}

impl std::fmt::Debug for Page {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let rows = self.all_rows();
        let rows = rows.map(|(key, value)| (key.escape_ascii(), value.escape_ascii()));
        write!(f, "{:?} at {}: ", self.id, self.lsn)?;
        f.debug_map().entries(rows).finish()
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
    fn q_22_q_23_groups_of_ten_gigabytes_hold_a_volume() {
        assert_eq!(groups_of_gigabytes(0), 0);
        assert_eq!(groups_of_gigabytes(25), 3);
        assert_eq!(groups_of_gigabytes(64_000), 6_400);
        assert_eq!(
            groups_of_gigabytes(64_000) * u64::from(base::COPIES),
            38_400
        );
        assert_eq!(groups_of_gigabytes(128 * 1_024), 13_108);
    }

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

    /// Beside the page stands a map of rows that knows nothing of bytes and where they stand.
    #[test]
    fn bytes_that_move_about_say_the_same() {
        let mut page = Page::empty(PageId(1));
        let mut rows =
            std::collections::BTreeMap::<Vec<u8>, (Vec<u8>, u64, Option<Vec<u8>>)>::new();
        let mut chance = base::Chance::new(1, base::Stream::Clients);
        for lsn in 1..=20_000 {
            let key = format!("row:{}", chance.below(40)).into_bytes();
            let txn = u64::from(1 + chance.below(3));
            if chance.below(8) == 0 {
                let change = Change::UndoRow {
                    txn: TxnId(txn),
                    key: &key,
                };
                page.apply(Lsn(lsn), change);
                if let Some((_, by, before)) = rows.get(&key).cloned()
                    && by == txn
                {
                    match before {
                        Some(before) => rows.insert(key, (before, 0, None)),
                        None => rows.remove(&key),
                    };
                }
            } else {
                let value = vec![lsn as u8; chance.below(30) as usize];
                let change = Change::PutRow {
                    txn: TxnId(txn),
                    key: &key,
                    value: &value,
                };
                page.apply(Lsn(lsn), change);
                let before = match rows.get(&key) {
                    Some((_, by, before)) if *by == txn => before.clone(),
                    Some((value, ..)) => Some(value.clone()),
                    None => None,
                };
                rows.insert(key, (value, txn, before));
            }
            assert!(
                page.said()
                    .eq(rows.iter().map(|(key, (value, by, before))| {
                        (&key[..], &value[..], TxnId(*by), before.as_deref())
                    }))
            );
        }
        let live: usize = page
            .said()
            .map(|(key, value, _, before)| key.len() + value.len() + before.map_or(0, <[u8]>::len))
            .sum();
        assert_eq!(page.bytes.len(), live + page.wasted as usize);
        assert!(page.bytes.len() <= 2 * live);
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
