//! Readers on the shared volume: in step, in whole mini-transactions, and at nobody's cost.

use base::{CopyId, EventId, Lsn, ReaderId, SimSpan, SimTime, ZoneId};
use tests::{A, B, C, Lab};
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;
use world::{
    Address, Command, Event, Happening, Load, Message, Pipeline, Refusal, Topology, VolumeEpoch,
};

const FIRST: ReaderId = ReaderId(0);

fn with_readers(zones: &[ZoneId]) -> Topology {
    Topology {
        readers: zones
            .iter()
            .copied()
            .map(world::ReaderSpec::in_zone)
            .collect(),
        cache_pages: 20,
        ..Topology::default()
    }
}

fn lab_with(zones: &[ZoneId]) -> Lab {
    let mut lab = Lab::of(with_readers(zones));
    lab.run(20);
    lab
}

fn shows(lab: &Lab) -> Lsn {
    lab.world().reader(FIRST).expect("a reader").shows()
}

fn heard(lab: &Lab) -> Lsn {
    lab.world().reader(FIRST).expect("a reader").heard()
}

/// Every step of the first reader: to where, and how many records it applied and threw away.
fn moves(lab: &Lab, from: EventId) -> Vec<(Lsn, u32, u32)> {
    let steps = lab.happenings(from).filter_map(|(_, what)| match what {
        Happening::ReaderMoved {
            reader: FIRST,
            to,
            applied,
            dropped,
        } => Some((to, applied, dropped)),
        _ => None,
    });
    steps.collect()
}

/// How many pages readers have asked storage for.
fn asked_storage(lab: &Lab) -> usize {
    let journal = lab.world().journal();
    let asked = journal.since(EventId(0)).filter(|(_, entry)| {
        matches!(
            entry.event,
            Event::Sent {
                from: Address::Reader(_),
                message: Message::ReadPage { .. },
                ..
            }
        )
    });
    asked.count()
}

#[test]
fn ex_26_a_reader_applies_up_to_the_vdl_and_in_one_step() {
    let mut lab = lab_with(&[B]);
    lab.put("k", "old").expect_acked(1);
    lab.run(20);
    lab.read_from(FIRST, "k").expect("old");
    let before = (shows(&lab), lab.world().journal().next_id());
    assert_eq!(before.0, lab.vdl());
    // Without a zone and one copy more there is no write quorum: records go out, and the VDL stands.
    lab.zone(C).cut();
    lab.give(&Command::StopCopy {
        copy: CopyId(0),
        group: None,
    });
    lab.put("k", "new").expect_waiting();
    assert!(heard(&lab) > lab.vdl(), "the reader has the records");
    assert_eq!(shows(&lab), before.0, "RP-3: and applies none of them");
    assert_eq!(moves(&lab, before.1), []);
    lab.read_from(FIRST, "k").expect("old");
    lab.zone(C).heal();
    lab.run(1_000);
    assert_eq!(shows(&lab), lab.vdl());
    let steps = moves(&lab, before.1);
    let mut from = before.0;
    for (to, applied, dropped) in steps {
        let log = lab.world().log();
        assert!(
            log.record(to).ends_mtr,
            "RP-4: {to} ends its mini-transaction"
        );
        assert_eq!(u64::from(applied + dropped), to.0 - from.0);
        from = to;
    }
    assert_eq!(from, lab.vdl());
    lab.read_from(FIRST, "k").expect("new");
    lab.rest();
}

#[test]
fn ex_27_a_dropped_record_is_seen_by_a_later_read() {
    let mut lab = lab_with(&[C]);
    lab.put("k", "first").expect_acked(1);
    lab.run(20);
    let dropped: u32 = moves(&lab, EventId(0)).iter().map(|step| step.2).sum();
    assert_eq!(dropped, 3, "nothing is cached, so all is thrown away");
    assert_eq!(asked_storage(&lab), 0);
    lab.read_from(FIRST, "k").expect("first");
    let asked = asked_storage(&lab);
    assert!(asked >= 1, "RP-10");
    let now = lab.world().journal().next_id();
    lab.put("k", "second").expect_acked(1);
    lab.run(20);
    let applied: u32 = moves(&lab, now).iter().map(|step| step.1).sum();
    assert_eq!(
        applied, 1,
        "RP-2: the row's page is cached now, its transaction page is not"
    );
    lab.read_from(FIRST, "k").expect("second");
    assert_eq!(asked_storage(&lab), asked, "from the cache");
    lab.rest();
}

/// When each commit was queued and acknowledged.
fn commits(lab: &Lab) -> Vec<(Lsn, SimTime, bool)> {
    let commits = lab
        .happenings(EventId(0))
        .filter_map(|(at, what)| match what {
            Happening::CommitQueued { scn, .. } => Some((scn, at, false)),
            Happening::CommitAcknowledged { scn, .. } => Some((scn, at, true)),
            _ => None,
        });
    commits.collect()
}

#[test]
fn ex_28_stopping_a_reader_for_a_minute_does_not_touch_the_writers_commits() {
    let run = |stop: bool| {
        let mut lab = lab_with(&[B, C]);
        lab.load(Load::OpenLoop {
            writes_per_second: 20,
            reads_per_second: 5,
            rows: 20,
        });
        lab.run(1_000);
        if stop {
            lab.give(&Command::StopReader { reader: FIRST });
        }
        lab.run(60_000);
        if stop {
            lab.give(&Command::RestartReader { reader: FIRST });
        }
        lab.run(1_000);
        let lag = lab.vdl().0 - shows(&lab).0;
        assert!(lag < 30, "it is in step again, {lag} LSNs behind");
        let commits = commits(&lab);
        lab.rest();
        commits
    };
    let undisturbed = run(false);
    assert!(undisturbed.len() > 2_000);
    assert!(run(true) == undisturbed, "W-11, to the microsecond");
}

#[test]
fn rp_8_a_reader_lags_by_milliseconds() {
    let mut lab = lab_with(&[B]);
    lab.load(Load::OpenLoop {
        writes_per_second: 500,
        reads_per_second: 0,
        rows: 20,
    });
    lab.run(500);
    let mut vdls: Vec<(SimTime, Lsn)> = Vec::new();
    let mut worst = SimSpan::ZERO;
    for (at, what) in lab.happenings(EventId(0)) {
        match what {
            Happening::VdlMoved { to } => vdls.push((at, to)),
            Happening::ReaderMoved { to, .. } => {
                let reached = vdls.iter().find(|(_, vdl)| *vdl >= to).expect("a VDL");
                worst = worst.max(at.since(reached.0));
            }
            _ => {}
        }
    }
    assert!(
        worst > SimSpan::ZERO && worst <= SimSpan::from_millis(20),
        "{worst:?}"
    );
    lab.rest();
}

#[test]
fn r_11_a_reader_that_is_behind_holds_pgmrpl_back_until_it_counts_as_gone() {
    let mut lab = lab_with(&[B]);
    lab.put("k", "v").expect_acked(1);
    lab.run(20);
    let held = shows(&lab);
    assert_eq!(lab.world().writer().lowest_read_point(), held);
    lab.zone(B).cut();
    lab.write(5).expect_acked(5);
    lab.run(1_000);
    assert_eq!(lab.world().writer().lowest_read_point(), held);
    assert!(held < lab.vdl());
    lab.run(6_000);
    assert_eq!(lab.world().writer().lowest_read_point(), lab.vdl());
    lab.zone(B).heal();
    lab.write(1).expect_acked(1);
    lab.run(500);
    assert_eq!(shows(&lab), lab.vdl(), "it has begun anew");
    lab.read_from(FIRST, "k").expect("v");
    lab.rest();
}

#[test]
fn readers_serve_while_the_writer_is_down_and_follow_the_next_one() {
    for promote in [false, true] {
        let mut lab = lab_with(&[B, C]);
        lab.put("k", "before").expect_acked(1);
        lab.load(Load::OpenLoop {
            writes_per_second: 400,
            reads_per_second: 50,
            rows: 20,
        });
        lab.run(100);
        lab.crash_writer();
        lab.run(200);
        lab.read_from(FIRST, "k").expect("before");
        if promote {
            lab.give(&Command::PromoteWriter { zone: C });
        } else {
            lab.restart_writer();
        }
        lab.run(1_000);
        assert_eq!(lab.world().writer().volume_epoch(), VolumeEpoch(2));
        for (_, reader, _) in lab.world().readers() {
            assert_eq!(reader.volume_epoch(), VolumeEpoch(2));
            assert!(reader.follows());
        }
        lab.give(&Command::StopLoad {});
        lab.run(100);
        lab.put("k", "after").expect_acked(1);
        lab.run(50);
        assert_eq!(shows(&lab), lab.vdl());
        lab.read_from(FIRST, "k").expect("after");
        lab.rest();
    }
}

#[test]
fn a_reader_that_loses_messages_gets_them_again() {
    let mut lab = lab_with(&[B]);
    lab.give(&Command::LoseMessages {
        copy: None,
        percent: 30,
    });
    for value in ["1", "2", "3", "4", "5"] {
        lab.put("k", value).expect_acked(1);
    }
    lab.run(1_000);
    assert_eq!(shows(&lab), lab.vdl());
    lab.read_from(FIRST, "k").expect("5");
    lab.rest();
}

#[test]
fn a_client_of_a_stopped_reader_waits_until_it_is_back() {
    let mut lab = lab_with(&[A]);
    lab.put("k", "v").expect_acked(1);
    lab.give(&Command::StopReader { reader: FIRST });
    lab.read_from(FIRST, "k").and_go_on();
    lab.run(300);
    lab.give(&Command::RestartReader { reader: FIRST });
    lab.run(300);
    lab.read_from(FIRST, "k").expect("v");
    lab.rest();
}

#[test]
fn commands_about_readers_that_make_no_sense_are_refused() {
    let mut lab = lab_with(&[A]);
    let no_such = ReaderId(1);
    let cases = [
        (
            Command::StopReader { reader: no_such },
            Refusal::NoSuchReader(no_such),
        ),
        (
            Command::RestartReader { reader: FIRST },
            Refusal::ReaderIsUp(FIRST),
        ),
        (
            Command::Get {
                key: "k".to_owned(),
                from_reader: Some(no_such),
            },
            Refusal::NoSuchReader(no_such),
        ),
    ];
    for (command, refusal) in cases {
        assert_eq!(lab.try_give(&command), Err(refusal));
    }
    lab.give(&Command::StopReader { reader: FIRST });
    let again = lab.try_give(&Command::StopReader { reader: FIRST });
    assert_eq!(again, Err(Refusal::ReaderIsDown(FIRST)));
    let too_many = Topology {
        readers: vec![world::ReaderSpec::in_zone(A); 16],
        pipeline: Pipeline::default(),
        ..Topology::default()
    };
    assert!(too_many.check().is_err(), "RP-1");
}

/// An old writer that has nothing to write hears from nobody that it was replaced: storage would refuse it, but it asks
/// for nothing. Its readers follow the new one. It offers itself for a while, and then no more.
#[test]
fn an_old_writer_with_nothing_to_say_falls_silent() {
    let mut lab = lab_with(&[B, C]);
    lab.write(3).expect_acked(3);
    lab.run(2_000);
    lab.give(&Command::PromoteWriter { zone: B });
    lab.run(20_000);
    let from = lab.world().journal().next_id();
    lab.run(20_000);
    let offers = lab.world().journal().since(from).filter(|(_, entry)| {
        matches!(
            entry.event,
            Event::Sent {
                message: Message::Begin { .. },
                ..
            }
        )
    });
    assert_eq!(offers.count(), 0);
    lab.rest();
}
