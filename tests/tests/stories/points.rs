//! How far the log is durable, and which commits that releases.

use base::{CopyId, GroupId, Lsn, SegmentId};
use tests::Lab;
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;
use world::{Change, Happening, Load, Points, RedoLog, Topology};

/// One record each of three makes a transaction, so commit records carry the LSNs 3, 6, 9 …
fn one_group() -> Lab {
    Lab::of(Topology {
        groups: 1,
        ..Topology::default()
    })
}

/// The state of EX-8 with its numbers: groups 1 and 2 are complete to 3 and 6; then comes 9 in group 1 and 12 in
/// group 2, each on three copies.
fn figure_3() -> (Lab, Vec<base::RequestId>) {
    let mut lab = Lab::new();
    lab.write_to(1, 1).expect_acked(1);
    lab.write_to(2, 1).expect_acked(1);
    lab.run(1_000);
    for letter in ['D', 'E', 'F'] {
        lab.copy(letter).of_group(1).crash();
    }
    for letter in ['A', 'B', 'C'] {
        lab.copy(letter).of_group(2).crash();
    }
    let mut waiting = lab.write_to(1, 1).expect_waiting();
    waiting.extend(lab.write_to(2, 1).expect_waiting());
    (lab, waiting)
}

#[test]
fn ex_8_the_vcl_is_not_the_smallest_pgcl() {
    let (lab, _) = figure_3();
    assert_eq!((lab.pgcl(1), lab.pgcl(2)), (Lsn(3), Lsn(6)));
    assert_eq!(
        lab.vcl(),
        Lsn(6),
        "group 1 has nothing between 3 and 6 that could hold it back"
    );
    assert_ne!(lab.vcl(), lab.pgcl(1).min(lab.pgcl(2)));
}

#[test]
fn ex_9_an_outstanding_record_holds_back_what_is_behind_it() {
    let (mut lab, waiting) = figure_3();
    lab.copy('A').of_group(2).restart();
    lab.run(1_000);
    assert_eq!(
        (lab.pgcl(1), lab.pgcl(2), lab.vcl()),
        (Lsn(3), Lsn(12), Lsn(6))
    );
    assert_eq!(lab.waiting_scns(), [9, 12], "12 is durable, but 9 is not");
    lab.copy('D').of_group(1).restart();
    lab.expect_acked_now(waiting);
    assert_eq!(
        (lab.pgcl(1), lab.pgcl(2), lab.vcl()),
        (Lsn(9), Lsn(12), Lsn(12))
    );
    lab.rest();
}

/// Nothing gets through while a hundred transactions are written; what is sent again afterwards comes in pieces
/// of 256 records, which end inside a mini-transaction.
fn half_a_mini_transaction() -> Lab {
    let mut lab = one_group();
    lab.lose(100);
    lab.write(100).and_go_on();
    lab.run(20);
    assert_eq!((lab.allocated(), lab.vcl()), (Lsn(300), Lsn(0)));
    lab.lose(0);
    assert!(lab.run_while(base::SimSpan::from_millis(2_000), |lab| lab.vcl() == Lsn(0)));
    lab
}

#[test]
fn ex_10_the_vdl_is_the_highest_cpl_at_or_below_the_vcl() {
    let lab = half_a_mini_transaction();
    assert!(!lab.world().log().record(Lsn(256)).ends_mtr);
    assert_eq!((lab.vcl(), lab.vdl()), (Lsn(256), Lsn(255)));
}

#[test]
fn ex_11_l_14_if_every_record_is_a_cpl_the_two_points_are_one() {
    let mut log = RedoLog::new(1, Lsn(899));
    for _ in 900..=1_100 {
        let page = world::page_of_key(b"k", 1);
        log.append(
            page,
            Change::PutRow {
                txn: base::TxnId(1),
                key: b"k",
                value: b"v",
            },
            true,
        );
    }
    let mut points = Points::new(&log);
    for copy in CopyId::all().take(4) {
        points.hear(&log, SegmentId::new(GroupId(0), copy), Lsn(1_007));
    }
    assert_eq!((points.vcl(), points.vdl()), (Lsn(1_007), Lsn(1_007)));
}

#[test]
fn ex_12_the_rest_of_the_mini_transaction_arrives() {
    let mut lab = half_a_mini_transaction();
    assert!(
        lab.run_while(base::SimSpan::from_millis(2_000), |lab| lab.vcl()
            == Lsn(256))
    );
    assert_eq!((lab.vcl(), lab.vdl()), (Lsn(300), Lsn(300)));
    lab.rest();
}

#[test]
fn ex_14_l_6_the_fourth_highest_scl_decides() {
    let mut lab = one_group();
    let mut settled = |gone: &str, rows| {
        lab.crash(gone);
        let written = lab.write(rows);
        if gone == "CD" {
            written.expect_waiting()
        } else {
            written.expect_acked(rows);
            Vec::new()
        };
        lab.run(1_000);
    };
    settled("", 3);
    settled("F", 1);
    settled("E", 1);
    settled("CD", 1);
    let points = lab.world().writer().points().group(GroupId(0));
    let heard: Vec<u64> = CopyId::all().map(|copy| points.scl(copy).0).collect();
    assert_eq!(heard, [18, 18, 15, 15, 12, 9]);
    assert_eq!(lab.pgcl(1), Lsn(15));
    lab.rest();
}

#[test]
fn l_5_whatever_gets_lost_the_writer_learns_in_the_end_who_has_everything() {
    let mut reminded = 0;
    for seed in 0..12 {
        let mut lab = Lab::seeded(
            Topology {
                groups: 1,
                ..Topology::default()
            },
            seed,
        );
        lab.write(5).expect_acked(5);
        lab.lose(40);
        lab.write(3).expect_acked(3);
        lab.run(700);
        lab.rest();
        let (world, group) = (lab.world(), GroupId(0));
        let confirmed = world.writer().points().group(group);
        let newest = world.log().newest_of(group);
        assert_eq!(confirmed.confirmed(newest).len(), 6, "seed {seed}");
        // Once all commits are out, only a reminder sends a record again.
        let journal = world.journal();
        let last = lab
            .happenings(base::EventId(0))
            .filter(|(_, what)| matches!(what, Happening::CommitAcknowledged { .. }))
            .map(|(at, _)| at)
            .last()
            .expect("commits");
        let late = journal.since(base::EventId(0)).filter(|(_, entry)| {
            entry.at.since(last) > base::SimSpan::from_millis(900)
                && matches!(entry.event, world::Event::Sent { message: world::Message::Write(run), .. } if run.len == 1)
        });
        reminded += late.count();
    }
    assert!(reminded > 0, "some answer was lost for good");
}

#[test]
fn a_backlog_goes_as_fast_as_the_copies_confirm_it() {
    let mut lab = one_group();
    lab.write(1).expect_acked(1);
    lab.lose(100);
    lab.load(Load::OpenLoop {
        writes_per_second: 5_000,
        reads_per_second: 0,
        rows: 20,
    });
    lab.run(2_000);
    lab.stop_load();
    let waiting = lab.world().open_requests_count();
    assert!(waiting > 9_000, "{waiting} wait");
    lab.lose(0);
    let healed = lab.world().now();
    lab.run_while(base::SimSpan::from_millis(20_000), |lab| {
        lab.world().open_requests_count() > 0
    });
    let took = lab.world().now().since(healed);
    assert!(took < base::SimSpan::from_millis(2_000), "{took}");
    lab.rest();
}

#[test]
fn ex_15_no_lsn_beyond_vdl_plus_lal() {
    let mut lab = Lab::of(Topology {
        groups: 1,
        lsn_allocation_limit: 50,
        ..Topology::default()
    });
    lab.write(1).expect_acked(1);
    assert_eq!(
        (lab.vdl(), lab.world().writer().allocation_limit()),
        (Lsn(3), Lsn(53))
    );
    lab.crash("DEF");
    let asked = lab.write(20).and_go_on();
    lab.run(1_000);
    // Sixteen transactions end at 51; the next would need 52 to 54.
    assert_eq!((lab.vdl(), lab.allocated()), (Lsn(3), Lsn(51)));
    assert_eq!(
        (lab.waiting(), lab.world().writer().requests_held()),
        (16, 4)
    );
    let held: Vec<_> = lab
        .happenings(base::EventId(0))
        .filter_map(|(_, what)| match what {
            Happening::AllocationHeld { request } => Some(request),
            _ => None,
        })
        .collect();
    assert_eq!(held.len(), 4);
    // A copy comes back, the VDL moves, and whoever waited for room goes on, in order.
    lab.copy('E').restart();
    let mut scns = lab.expect_acked_now(asked).scns;
    scns.sort_unstable();
    assert_eq!(scns, (2..=21).map(|n| Lsn(3 * n)).collect::<Vec<_>>());
    let went_on: Vec<_> = lab
        .happenings(base::EventId(0))
        .filter_map(|(_, what)| match what {
            Happening::CommitQueued { scn, request, .. } if scn > Lsn(51) => Some(request),
            _ => None,
        })
        .collect();
    assert_eq!(went_on, held);
    lab.rest();
}

#[test]
fn ex_15_a_cluster_that_cannot_keep_up_slows_its_clients() {
    let mut lab = Lab::of(Topology {
        lsn_allocation_limit: 50,
        ..Topology::default()
    });
    lab.load(world::Load::OpenLoop {
        writes_per_second: 20_000,
        reads_per_second: 100,
        rows: 100,
    });
    lab.run(500);
    assert!(lab.world().writer().requests_held() > 1_000);
    assert!(lab.allocated() <= lab.vdl().plus(50));
    lab.rest();
}

#[test]
fn ex_16_w_8_a_commit_exactly_at_the_vcl_is_acknowledged() {
    let mut lab = Lab::new();
    for letter in ['D', 'E', 'F'] {
        lab.copy(letter).crash();
    }
    let first = lab.write_to(1, 2).expect_waiting();
    let last = lab.write_to(2, 1).expect_waiting();
    assert_eq!(lab.waiting_scns(), [3, 6, 9]);
    lab.copy('E').of_group(1).restart();
    lab.expect_acked_now(first);
    assert_eq!(
        (lab.vcl(), lab.waiting_scns()),
        (Lsn(6), vec![9]),
        "6 lies exactly at the VCL, 9 waits"
    );
    lab.copy('E').of_group(2).restart();
    lab.expect_acked_now(last);
    assert_eq!(lab.vcl(), Lsn(9));
    lab.rest();
}

#[test]
fn w_12_one_step_of_the_vcl_releases_many_commits_in_scn_order() {
    let mut lab = one_group();
    lab.crash("DEF");
    let waiting = lab.write(12).expect_waiting();
    lab.copy('D').restart();
    let from = lab.world().journal().next_id();
    lab.expect_acked_now(waiting);
    let moves = lab
        .happenings(from)
        .filter(|(_, what)| matches!(what, Happening::VclMoved { .. }))
        .count();
    let scns: Vec<u64> = lab
        .happenings(from)
        .filter_map(|(_, what)| match what {
            Happening::CommitAcknowledged { scn, .. } => Some(scn.0),
            _ => None,
        })
        .collect();
    assert_eq!(moves, 1);
    assert_eq!(scns, (1..=12).map(|n| 3 * n).collect::<Vec<u64>>());
    lab.rest();
}
