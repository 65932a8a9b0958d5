//! The worked examples of readers, without a world.

use std::sync::Arc;

use base::{GroupId, Lsn, PageId, ReaderId, RequestId, SegmentId, SimSpan, SimTime, TxnId};

use super::Replica;
use crate::epoch::{Stamp, VolumeEpoch};
use crate::membership::{Membership, Segments};
use crate::page::{self, Page};
use crate::protocol::{Address, Bytes, Effect, Happening, Message, Operation, Outcome};
use crate::redo::{Change, RedoLog};

const READER: ReaderId = ReaderId(0);

struct Bench {
    log: RedoLog,
    replica: Replica,
}

impl Bench {
    /// A reader that has begun at the end of a log whose next record is 201.
    fn new() -> Bench {
        Bench::with_room(10)
    }

    /// The same, with room for so many pages.
    fn with_room(pages: u32) -> Bench {
        let members = Membership::first(Segments::Full);
        let mut bench = Bench {
            log: RedoLog::new(1, Lsn(200)),
            replica: Replica::new(READER, members, pages),
        };
        bench.replica.start(SimTime::ZERO);
        bench.begin(200, Stamp::FIRST);
        bench
    }

    fn begin(&mut self, at: u64, stamp: Stamp) -> Vec<Effect> {
        let Bench { log, replica } = self;
        replica.handle_begin(SimTime::ZERO, log, stamp, Lsn(at), &[]);
        self.effects()
    }

    fn effects(&mut self) -> Vec<Effect> {
        std::iter::from_fn(|| self.replica.poll_effect()).collect()
    }

    /// One transaction of one row, whose first two records are a mini-transaction, as one of three.
    fn put(&mut self, key: &[u8], value: &[u8]) -> PageId {
        let (group, txn) = (GroupId(0), TxnId(self.log.last().0));
        let (page, state) = (self.log.page_of_key(key), page::transaction_page(group));
        self.log
            .append(state, Change::TxnActive { txn, key }, false);
        let put = Change::PutRow { txn, key, value };
        self.log.append(page, put, false);
        self.log.append(state, Change::TxnCommitted(txn), true);
        page
    }

    fn redo(&mut self, after: u64, upto: u64, vdl: u64) -> Vec<Effect> {
        let (after, upto, vdl) = (Lsn(after), Lsn(upto), Lsn(vdl));
        let redo = Message::Redo { after, upto, vdl };
        let Bench { log, replica } = self;
        replica.handle_writer(log, Stamp::FIRST, redo);
        self.effects()
    }

    fn ask(&mut self, request: u64, key: &[u8]) -> Vec<Effect> {
        let key = Bytes::from(key);
        let Bench { log, replica } = self;
        replica.handle_request(
            SimTime::ZERO,
            log,
            RequestId(request),
            &Operation::Get { key },
        );
        self.effects()
    }

    /// Serves a page as a copy would.
    fn serve(&mut self, effects: &[Effect]) -> Vec<Effect> {
        let asked = effects.iter().find_map(|effect| match effect {
            Effect::Send {
                to: Address::Segment(to),
                message: Message::ReadPage { request, page, at },
            } => Some((*to, *request, *page, *at)),
            _ => None,
        });
        let (from, request, id, at): (SegmentId, _, _, _) = asked.expect("storage is asked");
        let mut page = Page::empty(id);
        for lsn in 201..=at.0 {
            if self.log.record(Lsn(lsn)).page == id {
                page.apply(Lsn(lsn), self.log.change(Lsn(lsn)));
            }
        }
        let checksum = page.checksum();
        let now = SimTime::ZERO + SimSpan::from_millis(1);
        self.replica
            .handle_page(now, from, request, (&Arc::new(page), at), checksum);
        self.effects()
    }
}

fn moved(effects: &[Effect]) -> Vec<(u64, u32, u32)> {
    let moves = effects.iter().filter_map(|effect| match effect {
        Effect::Happened(Happening::ReaderMoved {
            to,
            applied,
            dropped,
            ..
        }) => Some((to.0, *applied, *dropped)),
        _ => None,
    });
    moves.collect()
}

fn found(effects: &[Effect]) -> Option<Vec<u8>> {
    effects.iter().find_map(|effect| match effect {
        Effect::Answer {
            outcome: Outcome::Found(value),
            ..
        } => value.as_ref().map(|value| value.to_vec()),
        _ => None,
    })
}

fn asks_storage(effects: &[Effect]) -> bool {
    effects.iter().any(|effect| {
        matches!(
            effect,
            Effect::Send {
                to: Address::Segment(_),
                ..
            }
        )
    })
}

#[test]
fn ex_26_records_are_applied_up_to_the_vdl_and_in_whole_mini_transactions() {
    let mut bench = Bench::new();
    // The row's page and the transaction page are in its cache.
    let asks = bench.ask(1, b"k");
    bench.serve(&asks);
    bench.put(b"k", b"v");
    let early = bench.redo(200, 202, 200);
    assert_eq!(moved(&early), [], "201 and 202 are there, the VDL is 200");
    assert_eq!(bench.replica.shows(), Lsn(200));
    assert_eq!(found(&bench.ask(2, b"k")), None);
    let known = bench.redo(202, 202, 203);
    assert_eq!(
        moved(&known),
        [],
        "the VDL is 203, but the record is not there"
    );
    let whole = bench.redo(202, 203, 203);
    assert_eq!(moved(&whole), [(203, 1, 2)], "all three in one step");
    let read = bench.ask(3, b"k");
    assert!(
        !asks_storage(&read),
        "the change was applied to the cached page"
    );
    assert_eq!(found(&read), Some(b"v".to_vec()));
}

#[test]
fn ex_27_a_record_of_a_page_not_cached_is_dropped_and_storage_shows_the_change() {
    let mut bench = Bench::new();
    let page = bench.put(b"k", b"v");
    assert_eq!(moved(&bench.redo(200, 203, 203)), [(203, 0, 3)]);
    assert_eq!(bench.replica.cached_pages().count(), 0);
    let asks = bench.ask(1, b"k");
    assert!(asks_storage(&asks));
    assert_eq!(found(&bench.serve(&asks)), Some(b"v".to_vec()));
    let cached: Vec<_> = bench.replica.cached_pages().collect();
    assert_eq!(cached, [(page, Lsn(202))]);
}

#[test]
fn rp_2_a_page_that_missed_a_record_on_its_way_is_not_kept() {
    let mut bench = Bench::new();
    bench.put(b"k", b"old");
    bench.redo(200, 203, 203);
    let asks = bench.ask(1, b"k");
    bench.put(b"k", b"new");
    assert_eq!(moved(&bench.redo(203, 206, 206)), [(206, 0, 3)]);
    assert_eq!(bench.replica.lowest_read_point(), Lsn(203), "R-11");
    let answer = bench.serve(&asks);
    assert_eq!(
        found(&answer),
        Some(b"old".to_vec()),
        "as of its read point"
    );
    assert_eq!(bench.replica.lowest_read_point(), Lsn(206));
    assert!(answer.iter().any(|effect| matches!(
        effect,
        Effect::Send {
            message: Message::Heard {
                lowest: Lsn(206),
                ..
            },
            ..
        }
    )));
    let again = bench.ask(2, b"k");
    assert_eq!(found(&bench.serve(&again)), Some(b"new".to_vec()));
}

#[test]
fn rp_2_an_older_image_is_not_kept_though_the_page_was_here_when_its_record_came() {
    let mut bench = Bench::with_room(1);
    let page = bench.put(b"k", b"old");
    let mut keys = (0_u8..).map(|key| [key]);
    let elsewhere = keys.find(|key| bench.log.page_of_key(key) != page);
    let other = elsewhere.expect("there is more than one page");
    bench.redo(200, 203, 203);
    let (slow, fast) = (bench.ask(1, b"k"), bench.ask(2, b"k"));
    bench.serve(&fast);
    bench.put(b"k", b"new");
    assert_eq!(moved(&bench.redo(203, 206, 206)), [(206, 1, 2)], "applied");
    // The page leaves the cache, and then the slow answer comes.
    let asks = bench.ask(3, &other);
    bench.serve(&asks);
    assert_eq!(found(&bench.serve(&slow)), Some(b"old".to_vec()));
    let again = bench.ask(4, b"k");
    assert_eq!(found(&bench.serve(&again)), Some(b"new".to_vec()));
}

#[test]
fn what_overtakes_waits_for_what_precedes_it() {
    let mut bench = Bench::new();
    bench.put(b"a", b"1");
    bench.put(b"b", b"2");
    assert_eq!(moved(&bench.redo(203, 206, 206)), []);
    assert_eq!(bench.replica.heard(), Lsn(200));
    assert_eq!(moved(&bench.redo(200, 203, 203)), [(206, 0, 6)]);
}

#[test]
fn a_new_writer_is_followed_from_its_own_point_and_an_old_one_no_more() {
    let mut bench = Bench::new();
    bench.put(b"k", b"v");
    assert_eq!(
        moved(&bench.redo(200, 203, 200)),
        [],
        "203 is heard, not durable"
    );
    let second = Stamp {
        volume: VolumeEpoch(2),
        ..Stamp::FIRST
    };
    bench.log = bench.log.branch(Lsn(200), Lsn(1_000));
    bench.begin(1_000, second);
    assert_eq!(bench.replica.shows(), Lsn(1_000));
    assert_eq!(bench.redo(1_000, 1_003, 1_003), [], "from the old writer");
    assert_eq!(bench.begin(200, Stamp::FIRST), [], "from the old writer");
    let asks = bench.ask(1, b"k");
    assert!(asks_storage(&asks), "nothing was left in memory");
}
