//! Crashes of the writer, and who writes after it.

use base::{CopyId, EventId, GroupId, Lsn, SegmentId, SimSpan};
use tests::{A, B, C, Lab};
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;
use world::{
    Address, Command, Event, Given, Happening, Load, Message, Micros, Refusal, Topology,
    VolumeEpoch, WriterStanding,
};

fn busy() -> Load {
    Load::OpenLoop {
        writes_per_second: 400,
        reads_per_second: 200,
        rows: 20,
    }
}

fn recovered(lab: &Lab) -> u64 {
    let opened = |what: &Happening| matches!(what, Happening::VolumeOpened { .. });
    let opened = lab.happenings(EventId(0)).filter(|(_, what)| opened(what));
    opened.count() as u64
}

#[test]
fn what_was_acknowledged_is_there_after_a_crash() {
    let mut lab = Lab::new();
    lab.write(10).expect_acked(10);
    lab.crash_writer();
    lab.read("row:3").and_go_on();
    lab.run(50);
    lab.restart_writer();
    assert!(lab.run_while(SimSpan::from_millis(500), |lab| !lab.is_open()));
    lab.read("row:3").expect("value of row:3");
    lab.write(5).expect_acked(5);
    assert_eq!(lab.world().writer().volume_epoch(), VolumeEpoch(2));
    lab.rest();
}

#[test]
fn a_crash_in_the_midst_of_commits_loses_nothing_acknowledged() {
    for micros in (0..4_000).step_by(250) {
        let mut lab = Lab::seeded(Topology::default(), micros);
        lab.load(busy());
        lab.run_micros(20_000 + micros);
        lab.crash_writer();
        lab.run(10);
        lab.restart_writer();
        lab.run(300);
        assert_eq!(recovered(&lab), 1);
        lab.rest();
    }
}

#[test]
fn ex_43_c_14_recovery_takes_as_long_after_a_long_log_as_after_a_short_one() {
    let recovery_after = |rows: u32| {
        let mut lab = Lab::of(Topology {
            late_one_in: 0,
            same_zone_micros: Micros(200, 200),
            a_to_b_micros: Micros(600, 600),
            a_to_c_micros: Micros(800, 800),
            b_to_c_micros: Micros(700, 700),
            ..Topology::default()
        });
        for _ in 0..rows {
            lab.write(10).expect_acked(10);
        }
        lab.run(3_000);
        lab.crash_writer();
        lab.run(10);
        let began = lab.world().now();
        lab.restart_writer();
        assert!(lab.run_while(SimSpan::from_millis(500), |lab| !lab.is_open()));
        let took = lab.world().now().since(began);
        lab.rest();
        (took, lab.world().log().records())
    };
    let (short, few) = recovery_after(1);
    let (long, many) = recovery_after(60);
    assert!(many > 40 * few);
    assert_eq!(short, long);
    assert!(short < SimSpan::from_millis(20), "{short}");
}

#[test]
fn c_12_after_a_crash_at_more_than_100_000_writes_a_second_it_takes_far_less_than_ten_seconds() {
    let mut lab = Lab::new();
    lab.load(Load::OpenLoop {
        writes_per_second: 120_000,
        reads_per_second: 0,
        rows: 1_000,
    });
    lab.run(50);
    lab.crash_writer();
    lab.run(10);
    let began = lab.world().now();
    lab.restart_writer();
    assert!(lab.run_while(SimSpan::from_millis(10_000), |lab| !lab.is_open()));
    assert!(lab.world().counters().commits > 1_000);
    let took = lab.world().now().since(began);
    assert!(took < SimSpan::from_millis(1_000), "{took}");
    lab.rest();
}

#[test]
fn ex_40_a_recovery_that_is_interrupted_starts_again() {
    // Every moment of the recovery is one at which it is interrupted, once and then once more.
    for micros in (0..9_000).step_by(300) {
        let mut lab = Lab::seeded(Topology::default(), micros);
        lab.load(busy());
        lab.run_micros(30_000);
        lab.crash_writer();
        for _ in 0..2 {
            lab.restart_writer();
            lab.run_micros(micros);
            if lab.world().writer().standing() == WriterStanding::Recovering || lab.is_open() {
                lab.crash_writer();
            }
        }
        lab.restart_writer();
        lab.run(500);
        assert!(lab.is_open());
        lab.rest();
    }
}

#[test]
fn ex_42_an_old_writer_that_is_cut_off_must_stop() {
    let mut lab = Lab::new();
    lab.write(10).expect_acked(10);
    // Two requests are with the writer when its zone is cut off: A and B take them, nobody else.
    let waiting = lab.write(2).and_go_on();
    lab.run_micros(900);
    lab.zone(A).cut();
    lab.promote_writer(B);
    assert!(lab.run_while(SimSpan::from_millis(2_000), |lab| !lab.is_open()));
    // The clients have come to the new writer with what the old one never answered.
    lab.expect_acked_now(waiting);
    lab.write(3).expect_acked(3);
    let old = |lab: &Lab| lab.world().instances().next().unwrap().0.standing();
    assert_eq!(old(&lab), WriterStanding::Open, "it does not know yet");
    lab.zone(A).heal();
    lab.run(2_000);
    assert_eq!(old(&lab), WriterStanding::Fenced);
    lab.rest();
}

#[test]
fn c_10_an_old_writer_that_is_not_cut_off_is_refused_at_once() {
    for zone in [B, C] {
        // Its buffers leave late, so it still has something to send when it is replaced.
        let mut lab = Lab::of(Topology {
            call_micros: 20_000,
            ..Topology::default()
        });
        lab.load(busy());
        lab.run(100);
        lab.promote_writer(zone);
        lab.run(500);
        assert!(lab.is_open());
        let fenced = |what: &Happening| matches!(what, Happening::WriterFenced { .. });
        assert_eq!(
            lab.happenings(EventId(0))
                .filter(|(_, what)| fenced(what))
                .count(),
            1
        );
        lab.rest();
    }
}

#[test]
fn c_4_a_group_without_its_write_quorum_is_repaired_before_the_volume_opens() {
    let mut lab = Lab::new();
    lab.write(10).expect_acked(10);
    lab.crash("DEF");
    lab.crash_writer();
    lab.restart_writer();
    lab.run(3_000);
    assert_eq!(lab.world().writer().standing(), WriterStanding::Recovering);
    lab.copy('D').restart();
    assert!(lab.run_while(SimSpan::from_millis(3_000), |lab| !lab.is_open()));
    lab.read("row:3").expect("value of row:3");
    lab.rest();
}

#[test]
fn c_13_what_lies_on_one_copy_may_survive_and_is_spread_first() {
    let mut lab = Lab::of(Topology {
        groups: 1,
        ..Topology::default()
    });
    lab.write(4).expect_acked(4);
    lab.crash("CDEF");
    let waiting = lab.write(1).expect_waiting();
    let held = lab.copy('A').scl();
    lab.crash_writer();
    lab.copy('C').restart();
    lab.copy('D').restart();
    // A, B, C and D answer: the second highest SCL counts, and A and B have the record.
    lab.restart_writer();
    assert!(lab.run_while(SimSpan::from_millis(3_000), |lab| !lab.is_open()));
    let survived = |letter| {
        let id = SegmentId::new(GroupId(0), CopyId(letter));
        lab.world().holds(id, held)
    };
    assert!((0..4).all(survived), "on four copies before it opens");
    lab.expect_acked_now(waiting);
    lab.rest();
}

#[test]
fn c_13_what_no_answer_has_is_gone() {
    let mut lab = Lab::of(Topology {
        groups: 1,
        ..Topology::default()
    });
    lab.write(4).expect_acked(4);
    let durable = lab.vdl();
    lab.crash("CDEF");
    lab.write(1).expect_waiting();
    let held = lab.copy('A').scl();
    assert!(held > durable);
    lab.crash_writer();
    lab.crash("AB");
    for letter in "CDEF".chars() {
        lab.copy(letter).restart();
    }
    lab.restart_writer();
    assert!(lab.run_while(SimSpan::from_millis(3_000), |lab| !lab.is_open()));
    let range = lab
        .world()
        .writer()
        .recovered_range()
        .expect("it recovered");
    assert_eq!(range.above, durable);
    // Late arrivals: A and B come back with the void record, and lose it (C-8).
    lab.copy('A').restart();
    lab.copy('B').restart();
    lab.run(2_000);
    assert!(!range.contains(lab.copy('A').scl()));
    lab.write(2).expect_acked(2);
    assert!(lab.allocated() > range.until);
    lab.rest();
}

#[test]
fn the_writer_must_be_down_to_be_restarted() {
    let mut lab = Lab::new();
    let refused = |lab: &mut Lab, command| lab.try_give(&command).unwrap_err();
    assert_eq!(
        refused(&mut lab, Command::RestartWriter {}),
        Refusal::WriterIsUp
    );
    assert_eq!(
        refused(&mut lab, Command::PromoteWriter { zone: A }),
        Refusal::WriterIsThere(A)
    );
    lab.crash_writer();
    assert_eq!(
        refused(&mut lab, Command::CrashWriter {}),
        Refusal::WriterIsDown
    );
    lab.restart_writer();
    lab.run(500);
    lab.rest();
}

#[test]
fn c_11_an_unfinished_transaction_is_undone_alongside_new_work() {
    let mut lab = Lab::of(Topology {
        groups: 1,
        ..Topology::default()
    });
    lab.put("row:0", "before").expect_acked(1);
    lab.crash("DEF");
    let key = |n: u32| format!("row:{}", n % 3);
    for n in 0..250 {
        lab.put(&key(n), &format!("later {n}")).and_go_on();
    }
    lab.run(100);
    lab.crash_writer();
    // A transaction has three records and gossip brings 256 at a time, so the copies that catch up stop for a moment
    // in the middle of one; there they are held.
    let middle = Lsn(3 + 2 * 256);
    for letter in "DEF".chars() {
        lab.copy(letter).restart();
        let reached = |lab: &mut Lab| lab.copy(letter).scl() < middle;
        for _ in 0..100_000 {
            if !reached(&mut lab) {
                break;
            }
            lab.run_micros(10);
        }
        assert_eq!(lab.copy(letter).scl(), middle);
        lab.copy(letter).cut();
    }
    "DEF".chars().for_each(|letter| lab.copy(letter).heal());
    lab.restart_writer();
    lab.run(300);
    let is_undone = |what: &Happening| matches!(what, Happening::TxnUndone { .. });
    let undone = lab
        .happenings(EventId(0))
        .filter(|(_, what)| is_undone(what));
    assert_eq!(undone.count(), 1);
    lab.rest();
}

/// Copy F hears everything late: the order to enter epoch 2 is still on its way when epoch 3 has long begun.
#[test]
fn an_order_that_is_long_on_its_way_still_finds_its_epoch() {
    let mut lab = Lab::of(Topology {
        groups: 1,
        late_one_in: 0,
        same_zone_micros: Micros(200, 200),
        a_to_b_micros: Micros(600, 600),
        a_to_c_micros: Micros(800, 800),
        b_to_c_micros: Micros(700, 700),
        ..Topology::default()
    });
    lab.write(3).expect_acked(3);
    lab.run(2_000);
    lab.copy('F').slow_link(100);
    lab.crash_writer();
    lab.restart_writer();
    let f = SegmentId::new(GroupId(0), CopyId(5));
    let ordered = |lab: &Lab| {
        let mut entries = lab.world().journal().since(EventId(0));
        entries.any(|(_, entry)| {
            matches!(entry.event, Event::Sent { to: Address::Segment(to), message: Message::RaiseEpoch { .. }, .. } if to == f)
        })
    };
    assert!(lab.run_while(SimSpan::from_millis(50), |lab| !ordered(lab)));
    // Nobody else tells it.
    lab.copy('F').cut();
    assert!(lab.run_while(SimSpan::from_millis(50), |lab| !lab.is_open()));
    lab.crash_writer();
    lab.restart_writer();
    assert!(lab.run_while(SimSpan::from_millis(50), |lab| !lab.is_open()));
    lab.run(60);
    lab.copy('F').slow_link(1);
    lab.copy('F').heal();
    lab.run(500);
    let raised = |what: &Happening| matches!(what, Happening::EpochRaised { segment, epoch, .. } if (*segment, epoch.0) == (f, 2));
    let raised = lab.happenings(EventId(0)).filter(|(_, what)| raised(what));
    assert_eq!(raised.count(), 1, "it goes where it was sent");
    let knows = lab.world().segment(f).stamp();
    assert_eq!(knows.volume, VolumeEpoch(3), "and learns from its peers");
    lab.rest();
}

/// B was cut off when the writer of epoch 2 opened the volume. It has promised the next one to do nothing for older
/// ones when that writer's message arrives, and does not even enter its epoch.
#[test]
fn inv_9_a_copy_that_has_answered_a_survey_enters_no_older_epoch() {
    let mut lab = Lab::of(Topology {
        groups: 1,
        late_one_in: 0,
        writer_zone: B,
        ..Topology::default()
    });
    lab.write(3).expect_acked(3);
    lab.copy('B').cut();
    lab.promote_writer(C);
    assert!(lab.run_while(SimSpan::from_millis(50), |lab| !lab.is_open()));
    lab.copy('B').heal();
    lab.write(1).and_go_on();
    let b = SegmentId::new(GroupId(0), CopyId(1));
    let sent = lab.world().journal().next_id();
    let written = |lab: &Lab| {
        lab.world().journal().since(sent).any(|(_, entry)| matches!(entry.event, Event::Sent { to: Address::Segment(to), .. } if to == b))
    };
    assert!(lab.run_while(SimSpan::from_millis(20), |lab| !written(lab)));
    // The next one is close to B, the old one is far.
    lab.promote_writer(A);
    let from = lab.world().journal().next_id();
    assert!(lab.run_while(SimSpan::from_millis(50), |lab| !lab.is_open()));
    let entered: Vec<u16> = lab
        .happenings(from)
        .filter_map(|(_, what)| match what {
            Happening::EpochRaised { segment, epoch, .. } if segment == b => Some(epoch.0),
            Happening::EpochLearnt { segment, knows } if segment == b => Some(knows.volume.0),
            _ => None,
        })
        .collect();
    assert_eq!(entered, [3]);
    let refused = |what: &Happening| matches!(what, Happening::Refused { segment, had, .. } if (*segment, had.volume.0) == (b, 2));
    assert!(lab.happenings(from).any(|(_, what)| refused(&what)));
    lab.rest();
}

#[test]
fn a_long_read_that_reaches_an_old_writer_ends_there() {
    let mut lab = Lab::new();
    lab.write(3).expect_acked(3);
    let Given::Asked(request) = lab.give(&Command::BeginLongRead {
        key: "row:1".to_owned(),
    }) else {
        panic!("a long read is a request")
    };
    // It is on its way when the endpoint moves.
    lab.promote_writer(B);
    lab.run(200);
    lab.give(&Command::EndLongRead {});
    lab.run(2_000);
    let answered = |what: &Happening| matches!(what, Happening::ReadAnswered { request: r, .. } if *r == request);
    let mut said = lab.happenings(EventId(0));
    assert!(said.any(|(_, what)| answered(&what)));
    drop(said);
    lab.rest();
}
