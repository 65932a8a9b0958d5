//! The writer fails, and another takes over: who, how fast, and what is lost (nothing that was acknowledged).

use base::{EventId, ReaderId, SimSpan, SimTime, ZoneId};
use tests::{A, B, C, Lab};
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;
use world::{
    ChosenWhy, Command, Engine, Event, Failover, FailoverPhase, Happening, ReaderSpec, Refusal,
    Size, Topology,
};

const FIRST: ReaderId = ReaderId(0);
const SECOND: ReaderId = ReaderId(1);
const THIRD: ReaderId = ReaderId(2);

fn instance(zone: ZoneId, tier: u8, size: Size) -> ReaderSpec {
    ReaderSpec {
        tier,
        size,
        ..ReaderSpec::in_zone(zone)
    }
}

fn ordinary(zone: ZoneId) -> ReaderSpec {
    ReaderSpec::in_zone(zone)
}

/// A cluster whose writer is in zone a, and well for a while.
fn cluster(readers: &[ReaderSpec]) -> Lab {
    cluster_with(readers, Failover::default(), 1)
}

fn cluster_with(readers: &[ReaderSpec], failover: Failover, seed: u64) -> Lab {
    let topology = Topology {
        readers: readers.to_vec(),
        failover: Some(failover),
        cache_pages: 20,
        ..Topology::default()
    };
    let mut lab = Lab::seeded(topology, seed);
    lab.put("k", "before").expect_acked(1);
    lab.run(500);
    lab
}

/// Whoever has been chosen, one after another, and why.
fn chosen(lab: &Lab) -> Vec<(ReaderId, ChosenWhy)> {
    let all = lab.happenings(EventId(0));
    let chosen = all.filter_map(|(_, what)| match what {
        Happening::SuccessorChosen { reader, why, .. } => Some((reader, why)),
        _ => None,
    });
    chosen.collect()
}

/// When the newest event of a kind happened.
fn at(lab: &Lab, is_it: fn(&Event) -> bool) -> Option<SimTime> {
    let journal = lab.world().journal();
    let all = journal.since(EventId(0));
    let found = all.filter(|(_, entry)| is_it(&entry.event));
    found.map(|(_, entry)| entry.at).next_back()
}

fn count(lab: &Lab, is_it: fn(&Event) -> bool) -> usize {
    let journal = lab.world().journal();
    let all = journal.since(EventId(0));
    all.filter(|(_, entry)| is_it(&entry.event)).count()
}

fn crash_and_see(lab: &mut Lab) -> (ReaderId, ChosenWhy) {
    lab.crash_writer();
    lab.run(11_000);
    let all = chosen(lab);
    assert_eq!(all.len(), 1, "one attempt is enough");
    lab.run(60_000);
    assert_eq!(lab.world().endpoint(), Some(all[0].0));
    lab.read("k").expect("before");
    lab.put("k", "after").expect_acked(1);
    lab.rest();
    all[0]
}

#[test]
fn ex_44_the_lowest_tier_wins_over_the_larger_instance() {
    let readers = [instance(B, 1, Size::X4Large), instance(C, 0, Size::Large)];
    let who = crash_and_see(&mut cluster(&readers));
    assert_eq!(who, (SECOND, ChosenWhy::Tier));
}

#[test]
fn ex_45_among_equal_tiers_the_largest_wins() {
    let readers = [instance(B, 1, Size::Large), instance(C, 1, Size::X4Large)];
    let who = crash_and_see(&mut cluster(&readers));
    assert_eq!(who, (SECOND, ChosenWhy::Size));
}

#[test]
fn ex_46_among_equals_the_seed_draws_and_says_so() {
    let mut drawn = [false; 2];
    for seed in 0..12 {
        let mut lab = cluster_with(&[ordinary(B), ordinary(C)], Failover::default(), seed);
        let (who, why) = crash_and_see(&mut lab);
        assert_eq!(why, ChosenWhy::Lot);
        drawn[who.0 as usize] = true;
    }
    assert_eq!(drawn, [true; 2], "now the one, now the other");
}

#[test]
fn ex_47_one_that_is_down_is_not_chosen() {
    let readers = [instance(B, 0, Size::Large), instance(C, 5, Size::Large)];
    let mut lab = cluster(&readers);
    lab.give(&Command::StopReader { reader: FIRST });
    let (who, why) = crash_and_see(&mut lab);
    assert_eq!((who, why), (SECOND, ChosenWhy::OnlyOne));
}

#[test]
fn ex_48_a_tier_that_changes_starts_no_failover() {
    let mut lab = cluster(&[ordinary(B), ordinary(C), ordinary(B)]);
    lab.give(&Command::SetTier {
        reader: THIRD,
        tier: 0,
    });
    lab.run(30_000);
    assert_eq!(chosen(&lab), []);
    let (who, why) = crash_and_see(&mut lab);
    assert_eq!((who, why), (THIRD, ChosenWhy::Tier), "but it counts later");
}

#[test]
fn ex_49_without_a_reader_the_writer_is_made_anew_in_its_zone() {
    let mut lab = cluster(&[]);
    let crashed = lab.world().now();
    lab.crash_writer();
    lab.put("k", "waits").and_go_on();
    lab.run(100_000);
    assert!(!lab.is_open(), "minutes without writes");
    let open = lab.run_while(SimSpan::from_millis(500_000), |lab| !lab.is_open());
    assert!(open, "F-6: less than ten minutes");
    let took = lab.world().now().since(crashed);
    assert!(took > SimSpan::from_millis(100_000), "{took}");
    assert_eq!(lab.world().writer_zone(), A, "the same zone");
    assert_eq!(chosen(&lab), [(FIRST, ChosenWhy::Recreated)]);
    lab.run(5_000);
    lab.read("k").expect("waits");
    lab.rest();
}

#[test]
fn ex_50_with_every_instance_in_the_lost_zone_one_must_be_added_elsewhere() {
    let mut lab = cluster(&[ordinary(A)]);
    lab.zone(A).cut();
    lab.run(600_000);
    assert_eq!(lab.world().failover_phase(), Some(FailoverPhase::Stranded));
    let elsewhere = base::CopyId::all().filter(|copy| copy.zone() != A);
    for copy in elsewhere {
        let segment = base::SegmentId::new(base::GroupId(0), copy);
        let newest = lab.world().log_of(segment).newest_of(base::GroupId(0));
        let scl = lab.world().segment(segment).scl();
        assert_eq!(scl, newest, "the data is safe on {copy}");
    }
    lab.give(&Command::AddReader(ordinary(B)));
    lab.run(60_000);
    assert_eq!(lab.world().writer_zone(), B);
    lab.read("k").expect("before");
    lab.put("k", "after").expect_acked(1);
    lab.zone(A).heal();
    lab.run(60_000);
    lab.rest();
}

#[test]
fn ex_52_what_was_acknowledged_survives_and_what_was_open_is_rolled_back() {
    let mut lab = cluster(&[ordinary(B)]);
    lab.put("k", "acknowledged").expect_acked(1);
    lab.run(1);
    // Under way, and cut off from the quorum: nobody has been told that it is there.
    lab.zone(A).cut();
    let open = lab.put("open", "never").and_go_on();
    lab.run(60_000);
    assert_eq!(chosen(&lab), [(FIRST, ChosenWhy::OnlyOne)]);
    lab.read("k").expect("acknowledged");
    lab.zone(A).heal();
    lab.run(60_000);
    // Its client has asked again, and this time it is there.
    assert!(lab.is_answered(open[0]));
    lab.rest();
}

#[test]
fn ex_53_readers_stay_up_or_restart_with_the_writer_by_engine() {
    for (engine, restarts) in [(Engine::ReadersStay, 0), (Engine::ReadersRestart, 1)] {
        let failover = Failover {
            engine,
            ..Failover::default()
        };
        let readers = [instance(B, 0, Size::Large), instance(C, 1, Size::Large)];
        let mut lab = cluster_with(&readers, failover, 1);
        lab.crash_writer();
        lab.run(60_000);
        assert_eq!(chosen(&lab), [(FIRST, ChosenWhy::Tier)]);
        let stopped = |event: &Event| matches!(event, Event::ReaderStopped { reader: SECOND });
        assert_eq!(count(&lab, stopped), restarts);
        assert!(lab.world().reader(SECOND).expect("there").follows());
        lab.rest();
    }
}

#[test]
fn f_12_the_old_writer_comes_back_as_a_reader() {
    for cut in [false, true] {
        let mut lab = cluster(&[ordinary(B)]);
        if cut {
            lab.zone(A).cut();
            lab.run(60_000);
            lab.zone(A).heal();
        } else {
            lab.crash_writer();
        }
        lab.run(60_000);
        assert_eq!(lab.world().writer_place(), Some(FIRST));
        let old = lab.world().reader(SECOND).expect("the old writer's host");
        assert!(old.follows());
        lab.put("k", "after").expect_acked(1);
        lab.run(50);
        lab.read_from(SECOND, "k").expect("after");
        // And takes over again when that is wanted.
        lab.give(&Command::Failover { to: Some(SECOND) });
        lab.run(60_000);
        assert_eq!(lab.world().endpoint(), Some(SECOND));
        lab.read("k").expect("after");
        lab.rest();
    }
}

#[test]
fn f_13_the_process_may_be_started_again_on_its_host() {
    let failover = Failover {
        in_place: true,
        ..Failover::default()
    };
    let mut lab = cluster_with(&[instance(B, 0, Size::Large)], failover, 1);
    let (who, why) = crash_and_see(&mut lab);
    assert_eq!((who, why), (SECOND, ChosenWhy::InPlace));
    let moved = |event: &Event| matches!(event, Event::EndpointMoved { .. });
    assert_eq!(count(&lab, moved), 0, "the name points there already");
}

#[test]
fn f_14_the_spans_of_a_failover_follow_one_another() {
    let mut lab = cluster(&[ordinary(B)]);
    lab.run(1_234);
    let crashed = lab.world().now();
    lab.crash_writer();
    lab.run(60_000);
    let failed = |event: &Event| matches!(event, Event::Database(Happening::WriterFailed { .. }));
    let started = |event: &Event| matches!(event, Event::WriterStarted { .. });
    let opened = |event: &Event| matches!(event, Event::Database(Happening::VolumeOpened { .. }));
    let moved = |event: &Event| matches!(event, Event::EndpointMoved { .. });
    let marks = [failed as fn(&Event) -> bool, started, opened, moved]
        .map(|is_it| at(&lab, is_it).expect("it happened"));
    let mut before = crashed;
    for mark in marks {
        assert!(mark > before, "{mark} after {before}");
        before = mark;
    }
    assert!(before.since(crashed) < SimSpan::from_millis(60_000), "F-5");
    lab.rest();
}

#[test]
fn f_15_a_failover_by_hand_loses_nothing_and_waits_for_no_check() {
    let mut lab = cluster(&[instance(B, 3, Size::Large), instance(C, 0, Size::Large)]);
    for row in 0..20 {
        lab.put("k", &format!("v{row}")).expect_acked(1);
    }
    lab.give(&Command::Failover { to: None });
    let again = lab.try_give(&Command::Failover { to: None });
    assert_eq!(again, Err(Refusal::FailoverUnderWay));
    lab.run(40_000);
    assert_eq!(chosen(&lab), [(SECOND, ChosenWhy::Tier)]);
    lab.read("k").expect("v19");
    lab.give(&Command::Failover { to: Some(FIRST) });
    lab.run(40_000);
    assert_eq!(chosen(&lab)[1], (FIRST, ChosenWhy::Asked));
    lab.read("k").expect("v19");
    lab.rest();
}

#[test]
fn a_successor_that_fails_gives_way_to_the_next() {
    let mut lab = cluster(&[instance(B, 0, Size::Large), instance(C, 1, Size::Large)]);
    lab.crash_writer();
    lab.run(11_000);
    lab.zone(B).cut();
    lab.run(60_000);
    assert_eq!(
        chosen(&lab).iter().map(|(who, _)| *who).collect::<Vec<_>>(),
        [FIRST, SECOND]
    );
    lab.put("k", "after").expect_acked(1);
    lab.zone(B).heal();
    lab.run(60_000);
    assert!(lab.world().reader(FIRST).expect("there").follows());
    lab.rest();
}

#[test]
fn commands_about_clusters_that_make_no_sense_are_refused() {
    let mut alone = Lab::new();
    let fail_over = Command::Failover { to: None };
    assert_eq!(alone.try_give(&fail_over), Err(Refusal::NoCluster));
    let mut lab = cluster(&[ordinary(B)]);
    let cases = [
        (Command::PromoteWriter { zone: B }, Refusal::ClusterChooses),
        (
            Command::Failover { to: Some(THIRD) },
            Refusal::NoSuchReader(THIRD),
        ),
        (
            Command::SetTier {
                reader: FIRST,
                tier: 16,
            },
            Refusal::OutOfRange {
                field: "tier",
                value: 16,
                min: 0,
                max: 15,
            },
        ),
        (
            Command::AddReader(ordinary(ZoneId(3))),
            Refusal::NoSuchZone(ZoneId(3)),
        ),
    ];
    for (command, refusal) in cases {
        assert_eq!(lab.try_give(&command), Err(refusal));
    }
    lab.give(&Command::StopReader { reader: FIRST });
    assert_eq!(lab.try_give(&fail_over), Err(Refusal::NoSuccessor));
    for _ in 0..14 {
        lab.give(&Command::AddReader(ordinary(C)));
    }
    let one_more = lab.try_give(&Command::AddReader(ordinary(C)));
    assert_eq!(one_more, Err(Refusal::TooManyReaders));
}
