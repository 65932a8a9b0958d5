//! What goes on behind the writer's back, and what reads make of it.

use std::collections::BTreeMap;

use base::{CopyId, EventId, GroupId, Lsn, SegmentId};
use tests::Lab;
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;
use world::{Command, Event, Happening, Load, Message, Pipeline, Topology};

fn segments_of_one() -> impl Iterator<Item = SegmentId> {
    CopyId::all().map(|copy| SegmentId::new(GroupId(0), copy))
}

/// One group whose copies make, stage, collect and check as often as a story needs.
fn busy_behind() -> Lab {
    Lab::of(Topology {
        groups: 1,
        pipeline: Pipeline {
            coalesce_records: 4,
            spare_micros: 20_000,
            stage_micros: 50_000,
            scrub_micros: 500_000,
            ..Pipeline::default()
        },
        ..Topology::default()
    })
}

/// Page requests sent since an event.
fn page_requests(lab: &Lab, from: EventId) -> usize {
    let entries = lab.world().journal().since(from);
    entries
        .filter(|(_, entry)| {
            let Event::Sent { message, .. } = entry.event else {
                return false;
            };
            matches!(message, Message::ReadPage { .. })
        })
        .count()
}

#[test]
fn ex_17_s_19_old_versions_stay_as_long_as_somebody_may_read_them() {
    let mut lab = busy_behind();
    lab.put("cart:42", "3 apples").expect_acked(1);
    let page = lab.world().page_of(b"cart:42");
    let key = "cart:42".to_owned();
    lab.give(&Command::BeginLongRead { key });
    lab.run(20);
    let seen = lab.vdl();
    let mut later = Vec::new();
    for n in 0..12 {
        lab.put("cart:42", &format!("{n} pears")).expect_acked(1);
        later.push(lab.vdl());
    }
    lab.run(2_000);
    for id in segments_of_one() {
        let (copy, log) = (lab.world().segment(id), lab.world().log());
        assert_eq!(copy.horizon().pgmrpl, seen, "{id}: the long query holds it");
        assert!(copy.collected() <= seen, "{id} keeps what came after");
        let newest = |at: Lsn| copy.page_at(log, page, at).map(|page| page.lsn());
        let at_view = newest(seen).expect("the long query's version is there");
        assert!(at_view <= seen);
        for at in &later {
            assert!(newest(*at).is_some_and(|lsn| lsn > seen && lsn <= *at));
        }
    }
    lab.give(&Command::EndLongRead {});
    lab.run(2_000);
    for id in segments_of_one() {
        let copy = lab.world().segment(id);
        assert_eq!(copy.horizon().pgmrpl, *later.last().unwrap());
        assert!(copy.collected() > seen, "{id} lets old versions go");
        assert!(
            copy.collected() <= copy.staged(),
            "S-16: only what is staged"
        );
    }
    lab.rest();
}

#[test]
fn ex_25_r_12_a_long_query_holds_the_pgmrpl_of_every_group_back() {
    let mut lab = Lab::new();
    lab.write_to(1, 1).expect_acked(1);
    lab.write_to(2, 1).expect_acked(1);
    let key = "cart:42".to_owned();
    lab.give(&Command::BeginLongRead { key });
    lab.run(20);
    let held = lab.vdl();
    lab.load(Load::OpenLoop {
        writes_per_second: 500,
        reads_per_second: 100,
        rows: 100,
    });
    lab.run(3_000);
    let told = |lab: &Lab, group: u32| {
        let id = SegmentId::new(GroupId(group), CopyId(0));
        lab.world().segment(id).horizon()
    };
    for group in [0, 1] {
        let horizon = told(&lab, group);
        assert!(horizon.pgmrpl <= held, "read views of before are served");
        assert!(horizon.durable.0 > held.0 + 1_000, "the VDL has gone on");
    }
    lab.give(&Command::EndLongRead {});
    lab.run(500);
    for group in [0, 1] {
        assert!(told(&lab, group).pgmrpl.0 > held.0 + 1_000, "it jumps");
    }
    lab.stop_load();
    lab.rest();
}

/// EX-18: the same run with background work paused at every copy and without.
#[test]
fn ex_18_s_10_paused_background_work_costs_no_commit_anything() {
    let run = |paused: bool| {
        let mut lab = busy_behind();
        if paused {
            lab.give(&Command::PauseBackground { copy: None });
        }
        lab.load(Load::OpenLoop {
            writes_per_second: 400,
            reads_per_second: 0,
            rows: 50,
        });
        lab.run(2_000);
        let (mut asked, mut latencies) = (BTreeMap::new(), Vec::new());
        for (_, entry) in lab.world().journal().since(EventId(0)) {
            match entry.event {
                Event::Asked { request, .. } => {
                    asked.insert(request, entry.at.micros());
                }
                Event::Database(Happening::CommitAcknowledged { request, .. }) => {
                    latencies.push(entry.at.micros() - asked[&request]);
                }
                _ => {}
            }
        }
        (lab, latencies)
    };
    let (mut paused, with) = run(true);
    let (mut working, without) = run(false);
    let median = |latencies: &[u64]| {
        let mut sorted = latencies.to_vec();
        sorted.sort_unstable();
        sorted[sorted.len() / 2]
    };
    assert!(with.len() > 700);
    let (with, without) = (median(&with), median(&without));
    assert!(
        with.abs_diff(without) * 20 <= without,
        "medians of {with} and {without} µs differ by more than a twentieth"
    );
    let backlog = |lab: &Lab| {
        lab.world()
            .segment(segments_of_one().next().unwrap())
            .backlog()
    };
    assert!(backlog(&paused) > 2_000, "it has grown");
    assert!(
        backlog(&working) * 4 < backlog(&paused),
        "work goes on in the gaps"
    );
    paused.give(&Command::ResumeBackground { copy: None });
    paused.stop_load();
    paused.run(2_000);
    assert_eq!(backlog(&paused), 0, "it drains later");
    paused.rest();
    working.rest();
}

#[test]
fn ex_19_s_17_a_damaged_page_is_found_and_comes_back_from_a_peer() {
    let mut lab = busy_behind();
    for n in 0..8 {
        lab.put("cart:42", &format!("{n} apples")).expect_acked(1);
    }
    lab.run(1_000);
    let from = lab.world().journal().next_id();
    let (copy, key) = (CopyId(3), "cart:42".to_owned());
    let spoilt = SegmentId::new(GroupId(0), copy);
    lab.give(&Command::DamagePage { copy, key });
    for _ in 0..20 {
        lab.read("cart:42").expect("7 apples");
    }
    lab.run(2_000);
    let told: Vec<Happening> = lab.happenings(from).map(|(_, what)| what).collect();
    let place = |wanted: &dyn Fn(&Happening) -> bool| told.iter().position(wanted);
    let found =
        place(&|what| matches!(what, Happening::DamageFound { segment, .. } if *segment == spoilt));
    let repaired = place(
        &|what| matches!(what, Happening::PageRepaired { segment, from, .. } if *segment == spoilt && *from != spoilt),
    );
    let (found, repaired) = (found.expect("found"), repaired.expect("repaired"));
    assert!(found < repaired);
    lab.run(2_000);
    let last = lab.world().segment(spoilt).last_scrub().expect("a round");
    assert_eq!(last.damaged, 0, "the next round is clean");
    assert!(last.pages > 0);
    lab.rest();
}

#[test]
fn ex_22_r_6_the_fastest_copy_is_asked_and_a_second_one_when_it_is_late() {
    let mut lab = Lab::new();
    lab.put("cart:42", "3 apples").expect_acked(1);
    lab.run(1_000);
    // Every copy gets its turn, and the history knows who is fast.
    for _ in 0..40 {
        lab.read("cart:42").expect("3 apples");
    }
    let fastest = |lab: &Lab| {
        let group = world::group_of(lab.world().page_of(b"cart:42"));
        let all = CopyId::all().collect();
        lab.world()
            .writer()
            .latencies()
            .fastest(group, all)
            .unwrap()
    };
    let first = fastest(&lab);
    lab.copy(first.letter()).slow_link(500);
    let before = lab.world().writer().read_counts();
    let asked = lab.world().now();
    lab.read("cart:42").expect("3 apples");
    let counts = lab.world().writer().read_counts();
    assert_eq!(
        counts.hedges,
        before.hedges + 1,
        "another copy was asked too"
    );
    let took = lab.world().now().micros() - asked.micros();
    assert!(took < 20_000, "the first answer was used");
    lab.run(2_000);
    assert_ne!(fastest(&lab), first, "the history knows better now");
    lab.rest();
}

#[test]
fn ex_24_r_2_a_read_costs_one_request_where_a_quorum_would_cost_three() {
    let mut lab = Lab::new();
    lab.put("cart:42", "3 apples").expect_acked(1);
    lab.run(1_000);
    let from = lab.world().journal().next_id();
    for _ in 0..100 {
        lab.read("cart:42").expect("3 apples");
    }
    let counts = lab.world().writer().read_counts();
    let sent = page_requests(&lab, from);
    assert_eq!(counts.requests as usize, sent);
    assert_eq!(
        counts.requests,
        counts.reads + counts.probes + counts.hedges
    );
    let by_quorum = u64::from(lab.world().quorum().read()) * counts.reads;
    assert_eq!(by_quorum, 300);
    assert!(counts.requests * 2 < by_quorum, "{counts:?}");
    lab.rest();
}

#[test]
fn ex_23_r_7_a_page_with_a_change_that_is_not_durable_stays_in_the_cache() {
    let mut lab = Lab::of(Topology {
        groups: 1,
        cache_pages: 1,
        ..Topology::default()
    });
    let page_of = |lab: &Lab, key: &str| lab.world().page_of(key.as_bytes());
    let other = (0..)
        .map(|n| format!("cart:{n}"))
        .find(|key| page_of(&lab, key) != page_of(&lab, "cart:42"))
        .expect("a row on another page");
    lab.put("cart:42", "3 apples").expect_acked(1);
    lab.put(&other, "a pear").expect_acked(1);
    lab.read("cart:42").expect("3 apples");
    let page = page_of(&lab, "cart:42");
    let cached = |lab: &Lab| -> Vec<_> {
        let pages = lab.world().writer().cache().pages();
        pages.map(|(page, _)| page).collect()
    };
    assert_eq!(cached(&lab), [page]);

    lab.crash("ABC");
    let waiting = lab.put("cart:42", "4 apples").expect_waiting();
    assert!(lab.world().log().newest_on_page(page) > lab.vdl());
    lab.read(&other).expect("a pear");
    assert_eq!(
        cached(&lab),
        [page],
        "it may not go, so nothing else comes in"
    );

    lab.copy('A').restart();
    lab.run(1_000);
    lab.expect_acked_now(waiting);
    assert!(lab.world().log().newest_on_page(page) <= lab.vdl());
    lab.read(&other).expect("a pear");
    assert_eq!(cached(&lab), [page_of(&lab, &other)], "now it has gone");
    lab.rest();
}
