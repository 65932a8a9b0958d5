use super::*;

const SECOND: SimSpan = SimSpan::from_millis(1_000);

fn rules() -> Rules {
    Rules {
        check_every: SECOND + SECOND,
        misses: 4,
        patience: SimSpan::from_millis(30_000),
        recreate: SimSpan::from_millis(300_000),
        in_place: false,
    }
}

/// The writer comes last.
fn cluster(readers: &[(u8, Size)]) -> Failover {
    let candidate = |(place, (tier, size)): (usize, (u8, Size))| Candidate {
        tier,
        size,
        lot: place as u32 * 7 % 5,
    };
    let all = readers.iter().copied().chain([(1, Size::Large)]);
    let writer = ReaderId(readers.len() as u32);
    Failover::new(rules(), all.enumerate().map(candidate), writer)
}

fn at(millis: u64) -> SimTime {
    SimTime::ZERO + SimSpan::from_millis(millis)
}

/// The writer falls silent; returns who is chosen, and why.
fn chosen(cluster: &mut Failover, now: SimTime) -> Option<(ReaderId, ChosenWhy)> {
    let writer = cluster.writer();
    cluster.hear(now, writer, false, true);
    let due = cluster.poll_wakeup().expect("it will count as failed");
    assert!(cluster.handle_wakeup(due));
    promoted(cluster)
}

fn promoted(cluster: &mut Failover) -> Option<(ReaderId, ChosenWhy)> {
    let mut chosen = None;
    while let Some(order) = cluster.poll_order() {
        if let Order::Happened(Happening::SuccessorChosen { reader, why, .. }) = order {
            chosen = Some((reader, why));
        }
    }
    chosen
}

#[test]
fn the_reason_is_what_it_took_to_tell_the_first_from_all_others() {
    let two = |one, other| chosen(&mut cluster(&[one, other]), at(0));
    assert_eq!(
        two((1, Size::X4Large), (0, Size::Large)),
        Some((ReaderId(1), ChosenWhy::Tier))
    );
    assert_eq!(
        two((1, Size::Large), (1, Size::X4Large)),
        Some((ReaderId(1), ChosenWhy::Size))
    );
    assert_eq!(
        two((1, Size::Large), (1, Size::Large)),
        Some((ReaderId(0), ChosenWhy::Lot))
    );
    let three = [(3, Size::Large), (3, Size::Large), (0, Size::Large)];
    assert_eq!(
        chosen(&mut cluster(&three), at(0)),
        Some((ReaderId(2), ChosenWhy::Tier))
    );
    let one = chosen(&mut cluster(&[(9, Size::Large)]), at(0));
    assert_eq!(one, Some((ReaderId(0), ChosenWhy::OnlyOne)));
}

#[test]
fn p_8_a_writer_that_falls_silent_has_failed_after_eight_to_ten_seconds() {
    for silent in [0, 1, 999, 1_999, 2_000, 3_500] {
        let mut cluster = cluster(&[(0, Size::Large)]);
        cluster.hear(at(silent), ReaderId(1), false, true);
        let due = cluster.poll_wakeup().expect("it will");
        let took = due.since(at(silent));
        assert!(
            took > SimSpan::from_millis(8_000) && took <= SimSpan::from_millis(10_000),
            "{took}"
        );
        cluster.hear(at(silent + 1), ReaderId(1), true, true);
        assert_eq!(cluster.poll_wakeup(), None, "it was only asleep");
    }
}

#[test]
fn f_4_after_five_attempts_in_vain_tiers_count_no_more() {
    let readers = [(0, Size::Large), (0, Size::Large), (5, Size::X16Large)];
    let mut cluster = cluster(&readers);
    let mut who = vec![chosen(&mut cluster, at(0)).expect("somebody").0.0];
    for _ in 0..5 {
        let due = cluster.poll_wakeup().expect("patience ends");
        assert!(cluster.handle_wakeup(due));
        who.extend(promoted(&mut cluster).map(|(id, _)| id.0));
    }
    assert_eq!(who, [0, 1, 2, 0, 1, 2], "the sixth by its size");
    cluster.opened(cluster.writer());
    assert_eq!(cluster.attempts, 0);
}

#[test]
fn a_chosen_one_that_falls_silent_gives_way_to_the_next() {
    let mut cluster = cluster(&[(0, Size::Large), (1, Size::Large)]);
    assert_eq!(
        chosen(&mut cluster, at(0)).map(|(id, _)| id),
        Some(ReaderId(0))
    );
    cluster.hear(at(12_000), ReaderId(0), false, false);
    assert_eq!(
        promoted(&mut cluster),
        Some((ReaderId(1), ChosenWhy::OnlyOne))
    );
}

#[test]
fn f_7_a_cluster_whose_zone_is_lost_waits_for_an_instance_elsewhere() {
    let mut cluster = cluster(&[]);
    cluster.hear(at(0), ReaderId(0), false, false);
    for _ in 0..2 {
        let due = cluster
            .poll_wakeup()
            .expect("there is something to wait for");
        assert!(cluster.handle_wakeup(due));
    }
    assert_eq!(cluster.phase(), Phase::Stranded);
    let candidate = cluster.candidate(ReaderId(0)).expect("the writer");
    let added = cluster.add(candidate);
    cluster.hear(at(900_000), added, true, true);
    assert_eq!(promoted(&mut cluster), Some((added, ChosenWhy::OnlyOne)));
}

#[test]
fn f_7_a_writer_whose_zone_is_back_in_time_is_not_made_anew() {
    let mut cluster = cluster(&[]);
    cluster.hear(at(0), ReaderId(0), false, false);
    let due = cluster.poll_wakeup().expect("it will count as failed");
    assert!(cluster.handle_wakeup(due));
    assert!(matches!(cluster.phase(), Phase::Recreates { .. }));
    while cluster.poll_order().is_some() {}
    cluster.hear(due, ReaderId(0), true, true);
    cluster.opened(ReaderId(0));
    assert_eq!(cluster.phase(), Phase::Watches { failed_at: None });
    assert_eq!((cluster.poll_wakeup(), cluster.poll_order()), (None, None));
}

#[test]
fn f_13_the_process_is_started_again_where_that_is_allowed_and_the_host_is_there() {
    let mut cluster = cluster(&[(0, Size::Large)]);
    cluster.rules.in_place = true;
    assert_eq!(
        chosen(&mut cluster, at(0)),
        Some((ReaderId(1), ChosenWhy::InPlace))
    );
    cluster.opened(ReaderId(1));
    assert_eq!(cluster.poll_order(), None, "the name points there already");
    cluster.hear(at(100_000), ReaderId(1), false, false);
    let due = cluster.poll_wakeup().expect("silent");
    assert!(cluster.handle_wakeup(due));
    assert_eq!(
        promoted(&mut cluster),
        Some((ReaderId(0), ChosenWhy::OnlyOne))
    );
}
