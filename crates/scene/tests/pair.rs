//! Two runs of the same seed side by side.

use base::{Keep, SimSpan, ZoneId};
use scene::{Change, PairView, Tone, pair_view};
use world::{Command, Failover, ReaderSpec, Topology, World};

fn topology(readers: &[(u8, u8)]) -> Topology {
    let readers = readers.iter().map(|(zone, tier)| ReaderSpec {
        tier: *tier,
        ..ReaderSpec::in_zone(ZoneId(*zone))
    });
    Topology {
        readers: readers.collect(),
        failover: Some(Failover::default()),
        ..Topology::default()
    }
}

/// The same is done to both: a row, a crash, another row.
fn both(topology: &Topology, change: Change) -> [World; 2] {
    let other = change.apply(topology).expect("it changes something");
    [topology.clone(), other].map(|topology| {
        let mut world = World::new(topology, 1, Keep::All);
        put(&mut world, "cart:42");
        run_for(&mut world, 1_000);
        world.give(&Command::CrashWriter {}).expect("it runs");
        put(&mut world, "cart:43");
        world
    })
}

fn put(world: &mut World, key: &str) {
    let (key, value) = (key.to_owned(), "3 apples".to_owned());
    world.give(&Command::Put { key, value }).expect("it fits");
}

fn run_for(world: &mut World, millis: u64) {
    let until = world.now() + SimSpan::from_millis(millis);
    assert!(world.run_until(until, 10_000_000));
}

fn view(worlds: &[World; 2], change: Change) -> PairView {
    pair_view(&worlds[0], &worlds[1], change, worlds[0].now())
}

fn values(view: &PairView, label: &str) -> Vec<String> {
    let row = view.rows.iter().find(|row| row.label.id == label);
    let values = row.expect("there is such a row").values.iter();
    values.map(|value| format!("{:?}", value.args)).collect()
}

#[test]
fn f_6_without_readers_the_outage_is_minutes_longer_and_nothing_is_lost() {
    let topology = topology(&[(1, 0), (2, 1)]);
    let mut worlds = both(&topology, Change::NoReader);
    assert_eq!(view(&worlds, Change::NoReader).says.0.id, "pair-both-last");
    worlds.iter_mut().for_each(|world| run_for(world, 60_000));
    let half = view(&worlds, Change::NoReader);
    assert_eq!(half.says.0.id, "pair-other-lasts");
    worlds.iter_mut().for_each(|world| run_for(world, 600_000));
    let over = view(&worlds, Change::NoReader);
    assert_eq!((over.says.0.id, over.says.1), ("pair-longer", Tone::Fault));
    let [one, other] = over.sides.clone().map(|side| side.took.expect("it was"));
    assert!(one < SimSpan::from_millis(60_000), "F-5: {one}");
    assert!(other > SimSpan::from_millis(120_000), "F-6: {other}");
    assert_eq!(over.sides[0].ruler, over.sides[1].ruler);
    let kept = values(&over, "pair-kept");
    assert_eq!(kept[0], kept[1]);
    assert!(kept[0].matches("Number(2)").count() == 2, "{kept:?}");
}

#[test]
fn f_7_a_reader_in_the_lost_zone_helps_nobody() {
    let topology = topology(&[(1, 0)]);
    let other = Change::OtherZone.apply(&topology).expect("it moves");
    assert_eq!(other.readers[0].zone, topology.writer_zone);
    let mut worlds = [topology, other].map(|topology| World::new(topology, 1, Keep::All));
    for world in &mut worlds {
        run_for(world, 1_000);
        world
            .give(&Command::CutZone { zone: ZoneId(0) })
            .expect("it is open");
        put(world, "cart:43");
        run_for(world, 120_000);
    }
    let view = view(&worlds, Change::OtherZone);
    assert_eq!(view.says.0.id, "pair-other-lasts");
}

#[test]
fn only_what_changes_something_is_offered() {
    let offered = |topology: &Topology| {
        let all = Change::ALL.into_iter();
        all.filter(|it| it.apply(topology).is_some()).count()
    };
    assert_eq!(offered(&Topology::default()), 0, "no cluster");
    assert_eq!(
        offered(&topology(&[])),
        3,
        "in place, other names, other engine"
    );
    assert_eq!(offered(&topology(&[(0, 15)])), 4, "it is there already");
    assert_eq!(offered(&topology(&[(1, 0)])), 6);
}
