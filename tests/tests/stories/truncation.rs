//! Where a recovery cuts the log, and what becomes of what lies behind the cut.

use aurora::epoch::VolumeEpoch;
use aurora::membership::{Membership, Segments};
use aurora::protocol::{Effect, Message};
use aurora::quorum::{CopySet, Quorum};
use aurora::recovery::{Answer, Answers, Recovery, decide};
use aurora::redo::{Change, History, Range, RedoLog};
use aurora::writer::WriterConfig;
use base::{CopyId, GroupId, InstanceId, Lsn, PageId, SegmentId, SimSpan, SimTime, TxnId};
use tests::Lab;
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;
use world::{Address, Happening, Topology};

/// A volume of one group whose records have the LSNs from `first` to `last`.
fn volume(first: u64, last: u64, ends_mtr: impl Fn(u64) -> bool) -> History {
    let mut log = RedoLog::new(1, Lsn(first - 1));
    let put = Change::PutRow {
        txn: TxnId(1),
        key: b"key",
        value: b"value",
    };
    for lsn in first..=last {
        log.append(PageId(0), put, ends_mtr(lsn));
    }
    History::new(log)
}

fn set(letters: &str) -> CopySet {
    let copy = |letter| CopyId(letter as u8 - b'A');
    letters.chars().map(copy).collect()
}

/// The VDL that is recovered if these copies answer.
fn recovered(history: &History, scls: [u64; 6], from: CopySet) -> u64 {
    let members = Membership::first(Segments::Full);
    let given = std::array::from_fn(|slot| {
        from.contains(CopyId(slot as u8)).then(|| Answer {
            lives_in: VolumeEpoch::FIRST,
            scl: Lsn(scls[slot]),
        })
    });
    let answers = Answers {
        members: &members,
        hydrated: members.everyone(),
        given: &given,
    };
    decide(history, Quorum::AURORA, &[answers]).vdl.0
}

#[test]
fn ex_38_c_6_the_range_ends_where_the_last_lsn_in_flight_could_be() {
    // CPLs at 900, 1000 and 1100; every copy is complete up to 1007.
    let mut history = volume(900, 1_100, |lsn| lsn % 100 == 0);
    let epoch = VolumeEpoch(2);
    let config = WriterConfig::plain(1);
    let mut recovery = Recovery::begin(SimTime::ZERO, InstanceId::FIRST, epoch, &config, 1);
    for copy in CopyId::all() {
        let answer = Message::Surveyed {
            epoch,
            lives_in: VolumeEpoch::FIRST,
            scl: Lsn(1_007),
        };
        let from = SegmentId::new(GroupId(0), copy);
        recovery.handle_message(SimTime::ZERO, &history, from, answer);
    }
    let range = Range {
        above: Lsn(1_000),
        until: Lsn(10_001_000),
    };
    assert_eq!(recovery.range(), Some(range));
    assert!(range.contains(Lsn(1_001)) && !range.contains(Lsn(10_001_001)));
    while let Some(effect) = recovery.poll_effect() {
        if let Effect::BeginText(generation) = effect {
            history.begin(generation);
        }
    }
    assert_eq!(history.log(epoch).last().next(), Lsn(10_001_001), "C-7");
}

#[test]
fn ex_39_c_8_what_arrives_late_from_within_the_range_is_ignored() {
    let mut lab = Lab::of(Topology {
        groups: 1,
        late_one_in: 0,
        ..Topology::default()
    });
    lab.write(4).expect_acked(4);
    lab.run(1_000);
    let durable = lab.vdl();
    // What is written now is on its way for long.
    "ABCDEF"
        .chars()
        .for_each(|letter| lab.copy(letter).slow_link(200));
    lab.write(1).and_go_on();
    lab.run(1);
    let on_its_way = lab.allocated();
    assert!(on_its_way > durable);
    lab.crash_writer();
    "ABCDEF"
        .chars()
        .for_each(|letter| lab.copy(letter).slow_link(1));
    lab.restart_writer();
    assert!(lab.run_while(SimSpan::from_millis(20), |lab| !lab.is_open()));
    let range = lab.world().writer().recovered_range().expect("recovered");
    assert!(range.contains(on_its_way));
    let from = lab.world().journal().next_id();
    lab.run(500);
    let late = |what: &Happening| {
        matches!(what, Happening::Refused { from: Address::Instance(_), had, .. }
            if had.volume == VolumeEpoch::FIRST)
    };
    let refused = lab.happenings(from).filter(|(_, what)| late(what)).count();
    assert_eq!(refused, 6, "each copy refuses one");
    for letter in 'A'..='F' {
        assert!(!range.contains(lab.copy(letter).scl()));
    }
    lab.rest();
}

#[test]
fn ex_41_c_13_what_two_copies_hold_may_go_or_stay_and_what_was_acknowledged_stays() {
    // 1000 is acknowledged; 1008 lies on E and F only.
    let history = volume(1_000, 1_008, |lsn| lsn == 1_000 || lsn == 1_008);
    let scls = [1_000, 1_000, 1_000, 1_000, 1_008, 1_008];
    assert_eq!(recovered(&history, scls, set("ABC")), 1_000);
    assert_eq!(recovered(&history, scls, set("AEF")), 1_008);
    let quorums = CopySet::every().filter(|from| from.len() >= 3);
    assert!(
        quorums
            .map(|from| recovered(&history, scls, from))
            .all(|vdl| vdl >= 1_000)
    );
}

#[test]
fn ex_41b_c_17_whoever_answers_the_acknowledged_15_is_kept() {
    let history = volume(10, 18, |_| true);
    let scls = [18, 18, 15, 15, 12, 10];
    for (answered, vdl) in [("ABCDEF", 15), ("ABCD", 18), ("CDE", 15), ("AEF", 18)] {
        assert_eq!(recovered(&history, scls, set(answered)), vdl, "{answered}");
    }
    let quorums = CopySet::every().filter(|from| from.len() >= 3);
    assert!(
        quorums
            .map(|from| recovered(&history, scls, from))
            .all(|vdl| vdl >= 15)
    );
}
