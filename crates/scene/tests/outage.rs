//! What an outage is made of, and who follows, as the journal tells it.

use base::{Keep, ReaderId, SimSpan, SimTime, ZoneId};
use scene::{Focus, OutageView, Role, Tone, inspect, outage_view, scene};
use world::{Command, Failover, Load, ReaderSpec, Size, Topology, World};

const FIRST: ReaderId = ReaderId(0);
const THIRD: ReaderId = ReaderId(2);
/// The host that begins as the writer's.
const WRITER: ReaderId = ReaderId(3);

fn instance(zone: u8, tier: u8, size: Size) -> ReaderSpec {
    let zone = ZoneId(zone);
    ReaderSpec {
        tier,
        size,
        ..ReaderSpec::in_zone(zone)
    }
}

/// Tiers 15, 1 and 0; the larger the size, the later.
fn three() -> Vec<ReaderSpec> {
    vec![
        instance(1, 15, Size::X4Large),
        instance(1, 1, Size::XLarge),
        instance(2, 0, Size::Large),
    ]
}

fn cluster(readers: Vec<ReaderSpec>, failover: Failover) -> World {
    let topology = Topology {
        readers,
        failover: Some(failover),
        cache_pages: 8,
        ..Topology::default()
    };
    let mut world = World::new(topology, 1, Keep::All);
    put(&mut world, "cart:42");
    run_for(&mut world, 1_000);
    world
}

fn put(world: &mut World, key: &str) {
    let (key, value) = (key.to_owned(), "3 apples".to_owned());
    give(world, &Command::Put { key, value });
}

fn give(world: &mut World, command: &Command) {
    world.give(command).expect("it makes sense now");
}

fn run_for(world: &mut World, millis: u64) {
    let until = world.now() + SimSpan::from_millis(millis);
    assert!(world.run_until(until, 10_000_000));
}

fn view(world: &World) -> OutageView {
    outage_view(world, world.now())
}

fn order(view: &OutageView) -> Vec<(ReaderId, &str, Tone)> {
    let all = view.candidates.iter();
    all.map(|one| (one.reader, one.state.id, one.tone))
        .collect()
}

fn spans(view: &OutageView) -> Vec<(&str, Tone)> {
    let all = view.spans.iter();
    all.map(|span| (span.name.id, span.tone)).collect()
}

#[test]
fn before_an_outage_the_candidates_stand_in_their_order_and_no_span_has_a_length() {
    let world = cluster(three(), Failover::default());
    let view = view(&world);
    assert_eq!((view.state.id, view.tone), ("outage-none", Tone::Quiet));
    let ready = |id| (ReaderId(id), "outage-ready", Tone::Quiet);
    assert_eq!(order(&view), [ready(2), ready(1), ready(0)]);
    assert_eq!(view.spans.len(), 5);
    assert!(view.spans.iter().all(|span| span.permille == 0));
    let stage = scene(&world, world.now(), None);
    let drawn: Vec<ReaderId> = stage.readers.iter().map(|it| it.reader).collect();
    assert_eq!(
        drawn,
        [FIRST, ReaderId(1), THIRD],
        "the writer is drawn as such"
    );
    assert!(stage.readers.iter().all(|it| it.standing.is_some()));
}

#[test]
fn the_spans_of_an_outage_follow_one_another_and_sum_up_to_it() {
    let mut world = cluster(three(), Failover::default());
    let crashed = world.now();
    give(&mut world, &Command::CrashWriter {});
    put(&mut world, "cart:43");
    run_for(&mut world, 2_000);
    let noticing = view(&world);
    assert_eq!(noticing.state.id, "outage-lasts");
    assert_eq!(noticing.spans[0].tone, Tone::Waiting);
    assert_eq!(noticing.spans[0].permille, 67, "2 s of 30");
    let standing = noticing.candidates.iter().map(|it| it.state.id);
    let standing: Vec<&str> = standing.collect();
    assert_eq!(standing, ["outage-next", "outage-may", "outage-may"]);
    let stage = scene(&world, world.now(), None);
    let ranks: Vec<Option<u8>> = stage.readers.iter().map(|it| it.rank).collect();
    assert_eq!(ranks, [Some(2), Some(1), Some(0)], "they light up by tier");
    run_for(&mut world, 9_000);
    let chosen = view(&world);
    assert_eq!(
        order(&chosen),
        [
            (THIRD, "outage-chosen", Tone::Good),
            (ReaderId(1), "outage-other", Tone::Quiet),
            (FIRST, "outage-other", Tone::Quiet),
        ]
    );
    let why = format!("{:?}", chosen.candidates[0].state);
    assert!(why.contains("chosen-tier"), "{why}");
    let successor = |scene: scene::Scene| {
        let mut readers = scene.readers.into_iter();
        readers.find(|it| it.role == Role::Successor)
    };
    let stage = scene(&world, world.now(), None);
    assert_eq!(successor(stage).map(|it| it.reader), Some(THIRD));
    run_for(&mut world, 60_000);
    let over = view(&world);
    assert_eq!(
        spans(&over),
        [
            ("outage-notice", Tone::Good),
            ("outage-promote", Tone::Good),
            ("outage-open", Tone::Good),
            ("outage-name", Tone::Good),
            ("outage-clients", Tone::Good),
        ]
    );
    assert_eq!((over.state.id, over.tone), ("outage-over", Tone::Good));
    // Each begins where the one before ended; every share is rounded up, so a short one can be seen.
    let mut end = 0;
    for span in &over.spans {
        assert!(span.from_permille.abs_diff(end) <= 1, "{span:?}");
        end = span.from_permille + span.permille;
    }
    assert!(over.spans[..4].iter().all(|span| span.permille > 0));
    let took = SimSpan::from_micros(over.ruler.micros() * u64::from(end) / 1_000);
    assert!(
        took > SimSpan::from_millis(13_000),
        "{took} since {crashed}"
    );
    assert!(took < SimSpan::from_millis(60_000), "F-5");
    // F-12, and C-10.
    let notes: Vec<&str> = over.notes.iter().map(|(_, fact)| *fact).collect();
    assert_eq!(notes, ["C-10", "F-12"]);
    let stage = scene(&world, world.now(), None);
    let drawn: Vec<ReaderId> = stage.readers.iter().map(|it| it.reader).collect();
    assert_eq!(
        drawn,
        [FIRST, ReaderId(1), WRITER],
        "the third is the writer"
    );
    assert!(inspect(&world, Focus::Reader(WRITER)).is_some());
}

#[test]
fn it_is_over_when_the_last_client_whose_connection_broke_is_connected_again() {
    let mut world = cluster(three(), Failover::default());
    let load = Load::ClosedLoop {
        clients: 12,
        think_micros: 50_000,
        write_percent: 100,
        rows: 10,
    };
    give(&mut world, &Command::StartLoad(load));
    run_for(&mut world, 1_000);
    give(&mut world, &Command::CrashWriter {});
    let (mut seen, mut some_are_back) = (Vec::new(), false);
    for _ in 0..1_200 {
        run_for(&mut world, 50);
        let view = view(&world);
        some_are_back |= view.state.id == "outage-lasts"
            && world
                .connections(world::Endpoint::Cluster)
                .iter()
                .any(|it| it.1 > 0);
        if seen.last() != Some(&view.state.id) {
            seen.push(view.state.id);
        }
    }
    assert_eq!(seen, ["outage-none", "outage-lasts", "outage-over"][1..]);
    assert!(some_are_back, "the first that is back does not end it");
    let view = view(&world);
    assert!(view.notes.iter().any(|(note, _)| note.id == "outage-broke"));
}

#[test]
fn an_outage_that_somebody_asked_for_begins_without_noticing() {
    let mut world = cluster(three(), Failover::default());
    give(&mut world, &Command::Failover { to: Some(FIRST) });
    run_for(&mut world, 60_000);
    let view = view(&world);
    assert_eq!(view.spans[0].name.id, "outage-promote");
    let chosen = view.candidates.iter().find(|it| it.tone == Tone::Good);
    let chosen = chosen.expect("somebody was");
    assert_eq!(chosen.reader, FIRST);
    assert!(format!("{:?}", chosen.state).contains("chosen-asked"));
    // Nobody has asked for anything meanwhile: it is over when the name has moved.
    assert_eq!(view.state.id, "outage-over");
    let last = view.spans.last().expect("five");
    assert_eq!((last.length.id, last.tone), ("outage-not-yet", Tone::Quiet));
}

#[test]
fn a_writer_behind_a_cut_is_missed_from_the_cut_on() {
    let mut world = cluster(three(), Failover::default());
    let cut = world.now();
    give(&mut world, &Command::CutZone { zone: ZoneId(0) });
    run_for(&mut world, 5_000);
    assert_eq!(view(&world).state.id, "outage-none", "nobody knows yet");
    run_for(&mut world, 10_000);
    let began = view(&world);
    assert_eq!(began.spans[0].name.id, "outage-notice");
    let noticed = u64::from(began.spans[0].permille) * began.ruler.micros() / 1_000;
    let noticed = SimTime::from_micros(noticed);
    assert!(
        noticed > SimTime::from_micros(7_900_000),
        "{noticed} since {cut}"
    );
    run_for(&mut world, 60_000);
    give(&mut world, &Command::HealZone { zone: ZoneId(0) });
    run_for(&mut world, 30_000);
    let notes: Vec<&str> = view(&world).notes.iter().map(|(_, fact)| *fact).collect();
    assert_eq!(notes, ["C-10", "F-12"]);
}

#[test]
fn without_a_reader_the_ruler_grows_to_minutes() {
    let mut world = cluster(Vec::new(), Failover::default());
    give(&mut world, &Command::CrashWriter {});
    put(&mut world, "cart:43");
    run_for(&mut world, 600_000);
    let view = view(&world);
    assert_eq!(view.spans[1].name.id, "outage-recreate");
    assert!(view.ruler > SimSpan::from_millis(120_000), "{}", view.ruler);
    assert_eq!(view.tone, Tone::Good);
    assert!(
        spans(&view).iter().all(|(name, _)| *name != "outage-name"),
        "the name points there already"
    );
}

#[test]
fn started_again_in_place_and_crashed_again_is_another_outage() {
    let failover = Failover {
        in_place: true,
        ..Failover::default()
    };
    let mut world = cluster(three(), failover);
    give(&mut world, &Command::CrashWriter {});
    run_for(&mut world, 60_000);
    assert_eq!(view(&world).spans[1].name.id, "outage-restart");
    assert_eq!(view(&world).candidates[0].reader, THIRD);
    let long = view(&world).ruler;
    run_for(&mut world, 600_000);
    give(&mut world, &Command::CrashWriter {});
    run_for(&mut world, 1_000);
    let second = view(&world);
    assert_eq!(second.state.id, "outage-lasts");
    assert!(
        second.ruler <= long,
        "it does not begin with the first crash"
    );
}
