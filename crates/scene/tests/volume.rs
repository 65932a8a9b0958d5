//! The map of the volume follows a run, and says the same as one that is made anew.

use base::{CopyId, GroupId, Keep, SimSpan, SimTime, ZoneId};
use scene::{Ability, Command, Load, VolumeMap};
use world::{Topology, World};

fn run(world: &mut World, millis: u64) {
    let until = world.now() + SimSpan::from_millis(millis);
    assert!(world.run_until(until, 1_000_000));
}

fn busy(groups: u32) -> World {
    let topology = Topology {
        groups,
        ..Topology::default()
    };
    let mut world = World::new(topology, 3, Keep::Newest(300_000));
    let load = Load::OpenLoop {
        writes_per_second: 500,
        reads_per_second: 100,
        rows: 200,
    };
    world.give(&Command::StartLoad(load)).unwrap();
    world
}

/// What a map says, when something was touched aside: a map that was made anew does not know so much of the past.
fn said(map: &VolumeMap) -> Vec<(Ability, u16)> {
    map.cells()
        .iter()
        .map(|cell| (cell.ability, cell.lag))
        .collect()
}

#[test]
fn what_is_followed_is_what_is_made_anew() {
    let mut world = busy(40);
    let mut map = VolumeMap::default();
    let stop = |copy| Command::StopCopy {
        copy: CopyId(copy),
        group: Some(GroupId(7)),
    };
    let commands = [
        stop(0),
        stop(1),
        stop(2),
        Command::CutZone { zone: ZoneId(2) },
        Command::HealZone { zone: ZoneId(2) },
    ];
    for command in commands {
        world.give(&command).unwrap();
        for _ in 0..5 {
            run(&mut world, 7);
            map.follow(&world);
            let mut anew = VolumeMap::default();
            anew.follow(&world);
            assert_eq!(said(&map), said(&anew), "after {command:?}");
        }
    }
    assert_eq!(map.cells()[7].ability, Ability::ReadOnly);
    assert!(map.cells()[7].lag > 0, "writes wait there");
    assert_eq!(map.cells()[8].ability, Ability::ReadWrite);
}

#[test]
fn a_group_glows_when_it_is_written_to_and_cools_down() {
    let mut world = busy(5);
    let mut map = VolumeMap::default();
    run(&mut world, 100);
    world.give(&Command::StopLoad {}).unwrap();
    map.follow(&world);
    let now = world.now();
    assert!(map.cells().iter().any(|cell| cell.heat(now) > 200));
    let later = now + SimSpan::from_millis(10_000);
    assert!(map.cells().iter().all(|cell| cell.heat(later) == 0));
    assert!(
        map.cells()
            .iter()
            .all(|cell| cell.heat(SimTime::ZERO) == 255 || cell.touched.is_none())
    );
}

#[test]
fn a_jump_back_is_noticed_and_growth_too() {
    let topology = Topology {
        groups: 1,
        groups_max: Some(9),
        page_bytes: 64,
        ..Topology::default()
    };
    let mut world = World::new(topology, 3, Keep::All);
    let mut map = VolumeMap::default();
    map.follow(&world);
    let before = (world.clone(), map.clone());
    let load = Load::OpenLoop {
        writes_per_second: 2_000,
        reads_per_second: 0,
        rows: 1_000,
    };
    world.give(&Command::StartLoad(load)).unwrap();
    for _ in 0..10 {
        run(&mut world, 20);
        assert!(map.follow(&world));
    }
    assert!(map.cells().len() > 2);
    assert_eq!(map.cells().len(), world.groups().len());
    assert!(map.follow(&before.0));
    assert_eq!(said(&map), said(&before.1));
}

/// Following costs what has happened, not how large the volume is: nothing happened, nothing is looked at.
#[test]
fn a_volume_of_128_tib_has_13_108_cells() {
    let mut world = busy(13_108);
    let mut map = VolumeMap::default();
    assert!(map.follow(&world));
    assert_eq!(map.cells().len(), 13_108);
    assert!(!map.follow(&world));
    run(&mut world, 20);
    assert!(map.follow(&world));
    let glow = map.cells().iter().filter(|cell| cell.touched.is_some());
    assert!((1..=200).contains(&glow.count()));
}
