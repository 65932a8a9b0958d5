//! The endpoint board: where names lead, and what clients keep of them.

use base::{Keep, ReaderId, SimSpan, ZoneId};
use scene::{EndpointsView, Tone, endpoints_view};
use world::{Command, Failover, Load, ReaderSpec, Through, Topology, World};

const FIRST: ReaderId = ReaderId(0);
const SECOND: ReaderId = ReaderId(1);
/// The host that begins as the writer's.
const WRITER: ReaderId = ReaderId(2);

fn cluster(readers: &[u8], failover: Failover) -> World {
    let readers = readers
        .iter()
        .map(|zone| ReaderSpec::in_zone(ZoneId(*zone)));
    let topology = Topology {
        readers: readers.collect(),
        failover: Some(failover),
        ..Topology::default()
    };
    World::new(topology, 1, Keep::All)
}

fn run_for(world: &mut World, millis: u64) {
    let until = world.now() + SimSpan::from_millis(millis);
    assert!(world.run_until(until, 10_000_000));
}

fn load(world: &mut World, clients: u32, write_percent: u32) {
    let load = Load::ClosedLoop {
        clients,
        think_micros: 10_000,
        write_percent,
        rows: 10,
    };
    world
        .give(&Command::StartLoad(load))
        .expect("it makes sense");
}

fn view(world: &World) -> EndpointsView {
    endpoints_view(world, world.now()).expect("it has names")
}

fn leads(view: &EndpointsView, name: usize) -> Vec<(ReaderId, u32, Tone)> {
    let leads = view.names[name].leads.iter();
    leads
        .map(|lead| (lead.reader, lead.connections, lead.tone))
        .collect()
}

fn notes(view: &EndpointsView) -> Vec<&'static str> {
    view.notes.iter().map(|(_, fact)| *fact).collect()
}

#[test]
fn i_6_connections_are_counted_where_they_lead_and_a_newcomer_has_none() {
    let failover = Failover {
        loads_use: Through::ReadsAtReaders,
        ..Failover::default()
    };
    let mut world = cluster(&[1, 2], failover);
    load(&mut world, 20, 0);
    run_for(&mut world, 500);
    let reader = ReaderSpec::in_zone(ZoneId(1));
    world
        .give(&Command::AddReader(reader))
        .expect("there is room");
    run_for(&mut world, 60_000);
    let board = view(&world);
    let spread = leads(&board, 1);
    assert_eq!(spread.len(), 3);
    assert_eq!(spread[0].1 + spread[1].1, 20);
    assert!(spread[0].1 > 0 && spread[1].1 > 0);
    assert_eq!(
        spread[2],
        (ReaderId(3), 0, Tone::Good),
        "led there, and idle"
    );
    assert_eq!(leads(&board, 0), [(WRITER, 0, Tone::Good)]);
    assert_eq!(board.kept.len() as u32 + board.more, 20);
}

#[test]
fn i_21_an_answer_is_out_of_date_until_its_time_is_up() {
    let failover = Failover {
        check_millis: 200,
        promote_millis: 500,
        publish_millis: 100,
        ttl_millis: 60_000,
        ..Failover::default()
    };
    let mut world = cluster(&[1], failover);
    load(&mut world, 3, 100);
    run_for(&mut world, 200);
    assert!(view(&world).kept.iter().all(|kept| !kept.stale));
    world
        .give(&Command::Failover { to: None })
        .expect("somebody follows");
    run_for(&mut world, 10_000);
    let board = view(&world);
    assert_eq!(leads(&board, 0), [(FIRST, 0, Tone::Good)]);
    assert!(board.kept.iter().all(|kept| kept.stale));
    assert!(board.kept.iter().all(|kept| kept.left_permille > 500));
    assert!(notes(&board).contains(&"I-21"));
    run_for(&mut world, 60_000);
    let board = view(&world);
    assert_eq!(leads(&board, 0), [(FIRST, 3, Tone::Good)]);
    assert!(!notes(&board).contains(&"I-21"));
}

#[test]
fn i_7_without_readers_the_reader_endpoint_leads_to_the_writer() {
    let world = cluster(&[], Failover::default());
    let board = view(&world);
    assert_eq!(leads(&board, 1), [(FIRST, 0, Tone::Good)]);
    assert!(notes(&board).contains(&"I-7"));
}

#[test]
fn i_17_the_name_of_an_instance_leads_there_even_while_it_is_down() {
    let mut world = cluster(&[1, 2], Failover::default());
    run_for(&mut world, 100);
    let stop = Command::StopReader { reader: SECOND };
    world.give(&stop).expect("it runs");
    let board = view(&world);
    assert_eq!(leads(&board, 1), [(FIRST, 0, Tone::Good)]);
    let own = leads(&board, 2);
    assert_eq!(own[1], (SECOND, 0, Tone::Fault));
    assert_eq!(own.len(), 3);
    let topology = Topology::default();
    let alone = World::new(topology, 1, Keep::All);
    assert_eq!(endpoints_view(&alone, alone.now()), None, "no names there");
}
