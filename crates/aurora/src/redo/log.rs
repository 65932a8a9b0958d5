//! The records of a volume, findable by LSN, by group and by page.

use std::collections::VecDeque;
use std::hash::{Hash, Hasher};
use std::ops::Range;
use std::sync::Arc;

use base::{GroupId, IdVec, Ledger, Lsn, PageId};
use serde::Serialize;

use super::Change;
use super::homes::Homes;
use super::stretches::Stretches;
use crate::constants::PAGES_PER_GROUP;
use crate::page;

/// The three records before this one (L-2); zero where there is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct BackLinks {
    /// The one before in the whole volume.
    pub volume: Lsn,
    /// The one before in its protection group.
    pub group: Lsn,
    /// The one before on its page.
    pub page: Lsn,
}

/// One redo record, its bytes aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Record {
    /// The page it changes.
    pub page: PageId,
    /// The records before it.
    pub links: BackLinks,
    /// Whether it ends its mini-transaction and so is a consistency point (CPL, L-10).
    pub ends_mtr: bool,
    /// Its place in the chain of its group, from 0.
    pub place: u32,
    bytes_from: u32,
    bytes_to: u32,
}

impl Record {
    /// The protection group that owns its page (L-16).
    pub const fn group(&self) -> GroupId {
        page::group_of(self.page)
    }
}

/// A run of neighbouring records of one group: the `len` records that end with `last`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Run {
    /// The newest record of the run.
    pub last: Lsn,
    /// The group the records belong to.
    pub group: GroupId,
    /// How many records it has; at least one.
    pub len: u32,
}

impl Hash for Run {
    /// As two words: a run stands in every write and in every acknowledgement.
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.last.hash(state);
        state.write_u64(u64::from(self.group.0) << 32 | u64::from(self.len));
    }
}

const CHUNK: u64 = 1_024;
/// Links of a group's chain that stay when their records are let go, for those who look back a little `[choice]`.
const LINKS_KEPT: u64 = 1_024;

#[derive(Clone, Debug, Default)]
struct Chunk {
    records: Vec<Record>,
    bytes: Vec<u8>,
}

/// One record as its group's chain sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// The record.
    pub lsn: Lsn,
    /// The record before it in the group; zero if it is the first.
    pub after: Lsn,
    /// The page it changes.
    pub page: PageId,
    /// Whether it ends its mini-transaction (CPL, L-10).
    pub ends_mtr: bool,
}

#[derive(Clone, Debug, Default)]
struct Chain {
    links: Ledger<Link>,
    newest: Lsn,
    /// The newest record of each page of the group; empty until the group is first written.
    newest_on_page: Vec<Lsn>,
}

/// The redo log of one volume.
///
/// A copy shares all full chunks with its original, so a checkpoint costs little. What no copy of any group keeps
/// any more is [let go](RedoLog::let_go).
#[derive(Clone, Debug)]
pub struct RedoLog {
    /// Which LSNs the records have.
    lsns: Stretches,
    full: VecDeque<Arc<Chunk>>,
    /// Chunks let go from the front.
    let_go: u64,
    newest: Chunk,
    chains: IdVec<GroupId, Chain>,
    homes: Homes,
}

impl RedoLog {
    /// An empty log over so many groups; the first record will get the LSN after `before_first`.
    pub fn new(groups: u32, before_first: Lsn) -> RedoLog {
        RedoLog {
            lsns: Stretches::new(before_first),
            full: VecDeque::new(),
            let_go: 0,
            newest: Chunk::default(),
            chains: (0..groups).map(|_| Chain::default()).collect(),
            homes: Homes::new(groups),
        }
    }

    /// What the text keeps of a group nothing was ever written to, in bytes of memory.
    pub const fn bytes_per_idle_group() -> u32 {
        size_of::<Chain>() as u32
    }

    /// Adds an empty protection group to the volume.
    pub fn add_group(&mut self) -> GroupId {
        self.chains.push(Chain::default())
    }

    /// The page a row lives on, or, if there is none of this key, would go to first.
    #[inline]
    pub fn page_of_key(&self, key: &[u8]) -> PageId {
        self.homes.page_of(key)
    }

    /// How many protection groups the volume has.
    pub fn groups(&self) -> u32 {
        self.chains.len() as u32
    }

    /// The position before the first record.
    pub fn before_first(&self) -> Lsn {
        self.lsns.before_first()
    }

    /// The highest LSN given out; that of the newest record, or where the text began or began anew if none has
    /// been written since.
    #[inline]
    pub fn last(&self) -> Lsn {
        self.lsns.last(self.records())
    }

    /// How many records there are, those let go included.
    #[inline]
    pub fn records(&self) -> u64 {
        (self.let_go + self.full.len() as u64) * CHUNK + self.newest.records.len() as u64
    }

    /// The LSN of the newest record; zero if there is none.
    pub fn newest_record(&self) -> Lsn {
        let before = self.records().checked_sub(1);
        before.map_or(Lsn::ZERO, |index| self.lsns.lsn(index))
    }

    /// Writes the next record, chained to those before it, and returns its LSN and links.
    ///
    /// # Panics
    /// If the volume has no such page.
    pub fn append(&mut self, page: PageId, change: Change, ends_mtr: bool) -> (Lsn, BackLinks) {
        let before = self.newest_record();
        let lsn = self.last().next();
        let chain = &mut self.chains[page::group_of(page)];
        if chain.newest_on_page.is_empty() {
            chain.newest_on_page = vec![Lsn::ZERO; PAGES_PER_GROUP as usize];
        }
        let on_page = &mut chain.newest_on_page[page::place_in_group(page)];
        let links = BackLinks {
            volume: before,
            group: chain.newest,
            page: *on_page,
        };
        *on_page = lsn;
        chain.newest = lsn;
        let place = chain.links.push(Link {
            lsn,
            after: links.group,
            page,
            ends_mtr,
        });
        let place = u32::try_from(place).expect("fewer than 2^32 records a group");

        if let Change::PutRow { key, .. } = change {
            self.homes.wrote(key, page, lsn);
        }
        let bytes_from = self.newest.bytes.len() as u32;
        change.write_to(&mut self.newest.bytes);
        let bytes_to = self.newest.bytes.len() as u32;
        self.newest.records.push(Record {
            page,
            links,
            ends_mtr,
            place,
            bytes_from,
            bytes_to,
        });
        if self.newest.records.len() as u64 == CHUNK {
            let fresh = Chunk {
                records: Vec::with_capacity(CHUNK as usize),
                bytes: Vec::with_capacity(self.newest.bytes.len()),
            };
            self.full
                .push_back(Arc::new(std::mem::replace(&mut self.newest, fresh)));
        }
        (lsn, links)
    }

    #[inline]
    fn find(&self, lsn: Lsn) -> Option<(&Chunk, &Record)> {
        let index = self.lsns.index(lsn)?;
        let place = (index / CHUNK).checked_sub(self.let_go)?;
        let chunk = match self.full.get(place as usize) {
            Some(chunk) => chunk,
            None if place == self.full.len() as u64 => &self.newest,
            None => return None,
        };
        Some((chunk, chunk.records.get((index % CHUNK) as usize)?))
    }

    /// Lets go what lies at or below `lsn`, as far as whole chunks go: no copy of any group keeps it any more, and
    /// nobody will ask for it. The newest links of each group's chain stay.
    pub fn let_go(&mut self, lsn: Lsn) {
        let before = self.let_go;
        let below = self.lsns.count_up_to(lsn, self.records());
        while (self.let_go + 1) * CHUNK <= below && self.full.pop_front().is_some() {
            self.let_go += 1;
        }
        if self.let_go == before {
            return;
        }
        let oldest = self.oldest();
        for group in (0..self.groups()).map(GroupId) {
            let gone = self.count_up_to(group, oldest);
            let links = &mut self.chains[group].links;
            links.let_go_before(u64::from(gone).saturating_sub(LINKS_KEPT));
        }
    }

    /// The oldest record still kept has the LSN after this one.
    pub fn oldest(&self) -> Lsn {
        match (self.let_go * CHUNK).checked_sub(1) {
            None => self.before_first(),
            Some(index) => self.lsns.lsn(index),
        }
    }

    /// How many records are kept.
    pub fn kept(&self) -> u64 {
        self.full.len() as u64 * CHUNK + self.newest.records.len() as u64
    }

    /// The record with this LSN, if there is one and it is kept.
    #[inline]
    pub fn get(&self, lsn: Lsn) -> Option<&Record> {
        self.find(lsn).map(|(_, record)| record)
    }

    /// The record with this LSN.
    ///
    /// # Panics
    /// If there is none.
    #[inline]
    pub fn record(&self, lsn: Lsn) -> &Record {
        self.get(lsn).expect("the LSN has been handed out")
    }

    /// What the record with this LSN does to its page.
    ///
    /// # Panics
    /// If there is none.
    pub fn change(&self, lsn: Lsn) -> Change<'_> {
        let (_, bytes) = self.record_and_bytes(lsn);
        Change::read(bytes).expect("the log holds what was written to it")
    }

    /// The record with this LSN, and the bytes of its [change](Change::read).
    ///
    /// # Panics
    /// If there is none.
    #[inline]
    pub fn record_and_bytes(&self, lsn: Lsn) -> (&Record, &[u8]) {
        let (chunk, record) = self.find(lsn).expect("the LSN has been handed out");
        let bytes = &chunk.bytes[record.bytes_from as usize..record.bytes_to as usize];
        (record, bytes)
    }

    /// The last point at or below `lsn` where the log may be cut: a consistency point (L-10), or a point a writer
    /// has started from. Looks at no more than one mini-transaction.
    pub fn cut_at_or_below(&self, lsn: Lsn) -> Lsn {
        let mut count = self.lsns.count_up_to(lsn, self.records());
        while let Some(index) = count.checked_sub(1) {
            let last = self.lsns.lsn(index);
            if self.record(last).ends_mtr {
                return last.max(self.start_at_or_below(lsn));
            }
            count = index;
        }
        self.start_at_or_below(lsn)
    }

    fn start_at_or_below(&self, lsn: Lsn) -> Lsn {
        self.lsns.start_at_or_below(lsn)
    }

    /// The same text cut behind `cut`, to go on behind `until` (C-5, C-7). What it costs depends on how much is cut
    /// off and on the number of groups, not on the length of the log.
    ///
    /// # Panics
    /// If `until` lies below `cut`.
    #[must_use]
    pub fn branch(&self, cut: Lsn, until: Lsn) -> RedoLog {
        assert!(cut <= until, "a range runs upwards");
        let records = self.lsns.count_up_to(cut, self.records());
        let chunk = (records / CHUNK).checked_sub(self.let_go);
        let chunk = chunk.expect("what may be cut is kept") as usize;
        let rest = (records % CHUNK) as usize;
        let partial = self.full.get(chunk).map_or(&self.newest, |full| &**full);
        let kept = &partial.records[..rest];
        let bytes = kept.last().map_or(0, |record| record.bytes_to as usize);
        let newest = Chunk {
            records: kept.to_vec(),
            bytes: partial.bytes[..bytes].to_vec(),
        };
        let chains = self.chains.iter().map(|(group, chain)| {
            if chain.newest <= cut {
                chain.clone()
            } else {
                self.cut_chain(group, chain, cut)
            }
        });
        RedoLog {
            lsns: self.lsns.branch(records, until),
            full: self.full.iter().take(chunk).cloned().collect(),
            let_go: self.let_go,
            newest,
            chains: chains.collect(),
            homes: self.homes.cut(cut),
        }
    }

    fn cut_chain(&self, group: GroupId, chain: &Chain, cut: Lsn) -> Chain {
        let mut chain = chain.clone();
        let count = self.count_up_to(group, cut);
        chain.links.truncate(count.into());
        chain.newest = match count {
            0 => Lsn::ZERO,
            count => self.at_place(group, count - 1),
        };
        for newest in &mut chain.newest_on_page {
            while *newest > cut {
                *newest = self.record(*newest).links.page;
            }
        }
        chain
    }

    /// How many records a group has.
    pub fn records_of(&self, group: GroupId) -> u32 {
        self.chains[group].links.next_number() as u32
    }

    /// The newest record of a group; zero if it has none.
    pub fn newest_of(&self, group: GroupId) -> Lsn {
        self.chains[group].newest
    }

    /// The newest record of a page; zero if it has none.
    pub fn newest_on_page(&self, page: PageId) -> Lsn {
        let chain = &self.chains[page::group_of(page)];
        let newest = chain.newest_on_page.get(page::place_in_group(page));
        newest.copied().unwrap_or_default()
    }

    /// The newest record of a page at or below `lsn`; zero if there is none, or it is let go. Walks back from the
    /// page's newest.
    pub fn newest_of_page_up_to(&self, page: PageId, lsn: Lsn) -> Lsn {
        let mut newest = self.newest_on_page(page);
        while newest > lsn {
            newest = self.get(newest).map_or(Lsn::ZERO, |it| it.links.page);
        }
        newest
    }

    /// The LSN of the record that so many others have followed; zero if there are no more than those.
    pub fn followed_by(&self, records: u64) -> Lsn {
        let index = self.records().checked_sub(records + 1);
        index.map_or(Lsn::ZERO, |index| self.lsns.lsn(index))
    }

    /// The record at a place of a group's chain.
    ///
    /// # Panics
    /// If the chain is shorter, or the place is let go.
    #[inline]
    pub fn at_place(&self, group: GroupId, place: u32) -> Lsn {
        self.link(group, place).lsn
    }

    /// The link at a place of a group's chain.
    ///
    /// # Panics
    /// If the chain is shorter, or the place is let go.
    #[inline]
    pub fn link(&self, group: GroupId, place: u32) -> &Link {
        let link = self.chains[group].links.get(place.into());
        link.expect("a place within the chain")
    }

    /// The first place of a group's chain whose link is kept.
    pub fn first_place(&self, group: GroupId) -> u32 {
        self.chains[group].links.oldest_number() as u32
    }

    /// The record before a run in its group's chain; zero if there is none.
    #[inline]
    pub fn before(&self, run: Run) -> Lsn {
        let start = self.places_of(run).start;
        // Mostly no other group's records stand between, and then the chain itself need not be looked at.
        let first = Lsn((run.last.0 + 1).saturating_sub(run.len.into()));
        match self.get(first) {
            Some(record) if record.place == start && record.group() == run.group => {
                record.links.group
            }
            _ => self.link(run.group, start).after,
        }
    }

    /// The record that follows `lsn` in its group's chain (the first one, after zero).
    pub fn next_in_group(&self, group: GroupId, lsn: Lsn) -> Option<Lsn> {
        let place = self.count_up_to(group, lsn);
        (place < self.records_of(group)).then(|| self.at_place(group, place))
    }

    /// How many records of a group lie at or below `lsn`; of those whose links are let go, all.
    pub fn count_up_to(&self, group: GroupId, lsn: Lsn) -> u32 {
        match self.get(lsn) {
            Some(record) if record.group() == group => record.place + 1,
            _ => {
                let (mut low, mut high) = (self.first_place(group), self.records_of(group));
                while low < high {
                    let middle = low.midpoint(high);
                    if self.at_place(group, middle) <= lsn {
                        low = middle + 1;
                    } else {
                        high = middle;
                    }
                }
                low
            }
        }
    }

    /// The last record of a group at or below `lsn`; zero if there is none.
    pub fn newest_of_up_to(&self, group: GroupId, lsn: Lsn) -> Lsn {
        if self.newest_of(group) <= lsn {
            return self.newest_of(group);
        }
        match self.count_up_to(group, lsn) {
            0 => Lsn::ZERO,
            count => self.link(group, count).after,
        }
    }

    /// The run of a group's records behind `after` up to `last`, at most `most` of them.
    /// `None` if there are none.
    pub fn run_between(&self, group: GroupId, after: Lsn, last: Lsn, most: u32) -> Option<Run> {
        let from = self.count_up_to(group, after);
        let to = self.count_up_to(group, last).min(from.saturating_add(most));
        (from < to).then(|| Run {
            last: self.at_place(group, to - 1),
            group,
            len: to - from,
        })
    }

    /// The records at the places `from` up to, not including, `to` of a group's chain, oldest first, as they lie
    /// together in memory.
    ///
    /// # Panics
    /// If the chain is shorter.
    #[inline]
    pub fn links(&self, group: GroupId, from: u32, to: u32) -> impl Iterator<Item = &[Link]> {
        self.chains[group].links.stretches(from.into(), to.into())
    }

    /// The places of a run's records in their group's chain.
    #[inline]
    pub fn places_of(&self, run: Run) -> Range<u32> {
        let end = self.record(run.last).place + 1;
        end - run.len..end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A log over two groups with this sequence of groups, one record each.
    fn log_of(groups: &[u32]) -> RedoLog {
        let mut log = RedoLog::new(2, Lsn(100));
        for (n, group) in groups.iter().enumerate() {
            let page = page::page_in_group(GroupId(*group), n as u32 % 2);
            log.append(page, Change::TxnCommitted(base::TxnId(n as u64)), true);
        }
        log
    }

    #[test]
    fn l_2_every_record_is_chained_three_times() {
        let log = log_of(&[0, 1, 0, 0]);
        let links = |lsn| log.record(Lsn(lsn)).links;
        assert_eq!(links(101), BackLinks::default());
        assert_eq!(
            links(102),
            BackLinks {
                volume: Lsn(101),
                ..BackLinks::default()
            }
        );
        assert_eq!(
            links(103),
            BackLinks {
                volume: Lsn(102),
                group: Lsn(101),
                page: Lsn(101)
            }
        );
        assert_eq!(
            links(104),
            BackLinks {
                volume: Lsn(103),
                group: Lsn(103),
                page: Lsn::ZERO
            }
        );
    }

    #[test]
    fn runs_hold_the_records_of_one_group_only() {
        let log = log_of(&[0, 1, 0, 1, 0]);
        let run = log.run_between(GroupId(0), Lsn(101), Lsn(104), 9).unwrap();
        assert_eq!(
            run,
            Run {
                last: Lsn(103),
                group: GroupId(0),
                len: 1
            }
        );
        let whole = log.run_between(GroupId(0), Lsn::ZERO, Lsn(105), 9).unwrap();
        assert_eq!(log.places_of(whole), 0..3);
        let links = log.links(GroupId(0), 0, 3).flatten();
        assert!(links.map(|link| link.lsn.0).eq([101, 103, 105]));
        assert_eq!(log.run_between(GroupId(1), Lsn(104), Lsn(105), 9), None);
        assert_eq!(
            log.run_between(GroupId(0), Lsn::ZERO, Lsn(105), 2)
                .unwrap()
                .last,
            Lsn(103)
        );
    }

    #[test]
    fn r_14_the_last_record_of_a_group_below_a_point() {
        let log = log_of(&[0, 1, 0, 1, 1]);
        let last = |group, lsn| log.newest_of_up_to(GroupId(group), Lsn(lsn)).0;
        assert_eq!(
            (last(0, 105), last(0, 103), last(0, 102), last(0, 100)),
            (103, 103, 101, 0)
        );
        assert_eq!((last(1, 105), last(1, 104), last(1, 103)), (105, 104, 102));
    }

    #[test]
    fn what_nobody_keeps_is_let_go() {
        let mut log = RedoLog::new(2, Lsn(100));
        for n in 0..10_000_u64 {
            let group = GroupId(u32::from(n >= 100));
            log.append(
                page::page_in_group(group, 1),
                Change::TxnCommitted(base::TxnId(n)),
                true,
            );
        }
        let copy = log.clone();
        log.let_go(Lsn(100 + 9_000));
        assert_eq!(
            (log.oldest(), log.kept()),
            (Lsn(100 + 8 * 1_024), 10_000 - 8 * 1_024)
        );
        assert_eq!(
            (log.last(), log.get(log.oldest()).is_none()),
            (Lsn(10_100), true)
        );
        assert_eq!(log.record(log.oldest().next()).place, 8 * 1_024 - 100);
        // The small group is gone but for its chain, whose end is still known.
        assert_eq!(
            (log.newest_of(GroupId(0)), log.records_of(GroupId(0))),
            (Lsn(200), 100)
        );
        assert_eq!(log.count_up_to(GroupId(0), Lsn(150)), 50);
        for lsn in (9_101..=10_100).step_by(97) {
            for group in [GroupId(0), GroupId(1)] {
                let (lsn, kept) = (Lsn(lsn), copy.count_up_to(group, Lsn(lsn)));
                assert_eq!(log.count_up_to(group, lsn), kept);
                assert_eq!(
                    log.newest_of_up_to(group, lsn),
                    copy.newest_of_up_to(group, lsn)
                );
            }
        }
        assert_eq!(copy.kept(), 10_000);
    }

    #[test]
    fn long_logs_and_their_copies() {
        let mut log = RedoLog::new(1, Lsn::ZERO);
        let page = page::page_in_group(GroupId(0), 1);
        for n in 0..5_000_u64 {
            log.append(
                page,
                Change::PutRow {
                    txn: base::TxnId(1),
                    key: b"n",
                    value: &n.to_le_bytes(),
                },
                true,
            );
        }
        let mut copy = log.clone();
        copy.append(
            page,
            Change::PutRow {
                txn: base::TxnId(1),
                key: b"n",
                value: b"other",
            },
            true,
        );
        log.append(
            page,
            Change::PutRow {
                txn: base::TxnId(1),
                key: b"n",
                value: b"one",
            },
            true,
        );
        let value = |log: &RedoLog, lsn| match log.change(Lsn(lsn)) {
            Change::PutRow { value, .. } => value.to_vec(),
            other => panic!("{other:?}"),
        };
        assert_eq!(value(&log, 1), 0_u64.to_le_bytes());
        assert_eq!(value(&log, 3_000), 2_999_u64.to_le_bytes());
        assert_eq!(
            (value(&log, 5_001), value(&copy, 5_001)),
            (b"one".to_vec(), b"other".to_vec())
        );
    }

    /// A log cut and gone on with agrees with one that never had the part cut off, LSNs aside.
    #[test]
    fn c_7_a_cut_log_goes_on_above_the_range() {
        for cut in [1_u64, 5, 1_023, 1_024, 1_025, 2_047, 2_048, 2_500] {
            let groups: Vec<u32> = (0..2_500_u32).map(|n| n * 7 % 3 / 2).collect();
            let whole = log_of(&groups);
            let cut = Lsn(100 + cut);
            let until = Lsn(1_000_000);
            let mut branch = whole.branch(cut, until);
            assert_eq!((branch.last(), branch.newest_record()), (until, cut));
            assert_eq!(branch.get(cut.next()), None);
            let records = (101..=cut.0).map(Lsn);
            assert!(
                records
                    .into_iter()
                    .all(|lsn| branch.get(lsn) == whole.get(lsn)
                        && branch.change(lsn) == whole.change(lsn))
            );
            for group in [GroupId(0), GroupId(1)] {
                assert_eq!(branch.newest_of(group), whole.newest_of_up_to(group, cut));
                assert_eq!(branch.records_of(group), whole.count_up_to(group, cut));
            }
            let page = page::page_in_group(GroupId(0), 0);
            let before = (101..=cut.0)
                .rev()
                .map(Lsn)
                .find(|lsn| whole.record(*lsn).page == page);
            let (lsn, links) = branch.append(page, Change::TxnCommitted(base::TxnId(1)), true);
            assert_eq!(lsn, Lsn(1_000_001));
            assert_eq!(links.volume, cut);
            assert_eq!(links.page, before.unwrap_or_default());
            assert_eq!(links.group, whole.newest_of_up_to(GroupId(0), cut));
            assert_eq!(branch.cut_at_or_below(Lsn(999_999)), cut);
            assert_eq!(branch.cut_at_or_below(until), until);
            assert_eq!(branch.cut_at_or_below(lsn), lsn);
            assert_eq!(branch.newest_of_up_to(GroupId(0), until), links.group);
            assert_eq!(whole.records(), 2_500, "the original is as it was");
        }
    }
}
