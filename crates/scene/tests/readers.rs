//! Readers on the stage: where each stands, how far it is behind, and what can be done to it.

use base::{Keep, ReaderId, SimSpan, ZoneId};
use scene::{Focus, Tone, inspect, reader_flights, scene};
use world::{Command, Load, Topology, World};

const READER: ReaderId = ReaderId(0);

fn with_a_reader() -> World {
    let topology = Topology {
        readers: vec![world::ReaderSpec::in_zone(ZoneId(1))],
        cache_pages: 4,
        ..Topology::default()
    };
    let mut world = World::new(topology, 7, Keep::All);
    let load = Load::OpenLoop {
        writes_per_second: 500,
        reads_per_second: 0,
        rows: 4,
    };
    world.give(&Command::StartLoad(load)).expect("a load");
    run_for(&mut world, 50);
    world
}

fn run_for(world: &mut World, millis: u64) {
    let until = world.now() + SimSpan::from_millis(millis);
    assert!(world.run_until(until, 1_000_000));
}

#[test]
fn a_reader_is_drawn_with_its_read_point_its_lag_and_what_became_of_the_records() {
    let mut world = with_a_reader();
    let get = Command::Get {
        key: "cart:0".to_owned(),
        from_reader: Some(READER),
    };
    world.give(&get).expect("there is a reader");
    run_for(&mut world, 50);
    let scene = scene(&world, world.now(), None);
    let reader = &scene.readers[0];
    assert!(reader.up && reader.follows);
    assert_eq!((reader.reader, reader.zone), (READER, ZoneId(1)));
    let vdl = world.writer().points().vdl();
    assert_eq!(reader.behind, vdl.0 - reader.read_point.0);
    assert!(reader.ignored > 0, "what came before its page was cached");
    assert!(reader.applied > 0, "what came after");
    assert_eq!((reader.cached, reader.misses), (1, 1));
    let lag = reader.lag.expect("it follows");
    assert!(
        lag > SimSpan::ZERO && lag < SimSpan::from_millis(20),
        "{lag}"
    );
    assert!(scene.to_text().contains("reader 1 in b: reader-"));
    assert!(
        scene
            .describe
            .iter()
            .any(|said| said.id == "describe-reader")
    );
    let (mut flights, mut seen) = (Vec::new(), [false; 2]);
    for _ in 0..200 {
        run_for(&mut world, 1);
        reader_flights(&world, world.now(), &mut flights);
        for flight in &flights {
            seen[usize::from(flight.to_reader)] = true;
        }
    }
    assert_eq!(
        seen, [true; 2],
        "the redo stream goes there, an answer back"
    );
}

#[test]
fn a_reader_that_is_stopped_is_a_fault_with_a_remedy() {
    let mut world = with_a_reader();
    let deed = inspect(&world, Focus::Reader(READER))
        .expect("there it is")
        .deeds;
    assert_eq!(deed[0].command, Command::StopReader { reader: READER });
    world.give(&deed[0].command).expect("it runs");
    run_for(&mut world, 500);
    let stopped = scene(&world, world.now(), None);
    assert_eq!(stopped.readers[0].status.id, "reader-stopped");
    assert_eq!(
        (stopped.readers[0].tone, stopped.readers[0].lag),
        (Tone::Fault, None)
    );
    let remedy = &stopped.faults[0].remedy;
    assert_eq!(*remedy, Command::RestartReader { reader: READER });
    world.give(remedy).expect("it is stopped");
    run_for(&mut world, 500);
    let back = scene(&world, world.now(), None);
    assert!(back.readers[0].follows && back.faults.is_empty());
    assert_eq!(inspect(&world, Focus::Reader(ReaderId(1))), None, "nobody");
}

#[test]
fn a_reader_that_is_cut_off_is_further_and_further_behind() {
    let mut world = with_a_reader();
    world
        .give(&Command::CutZone { zone: ZoneId(1) })
        .expect("whole");
    let mut lags = [SimSpan::ZERO; 2];
    for lag in &mut lags {
        run_for(&mut world, 100);
        *lag = scene(&world, world.now(), None).readers[0]
            .lag
            .expect("it follows");
    }
    assert!(lags[1] >= lags[0] + SimSpan::from_millis(100), "{lags:?}");
}
