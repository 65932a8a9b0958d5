//! The stage as text at several moments of a run.

use base::{CopyId, GroupId, Keep, SimTime, ZoneId};
use expect_test::{Expect, expect};
use scene::{Arc, Cell, Focus, Scene, Standing, scene};
use world::{Ability, Command, CopySet, Load, Topology, World};

fn world() -> World {
    World::new(Topology::default(), 7, Keep::All)
}

fn put(world: &mut World, key: &str) {
    let (key, value) = (key.to_owned(), "1".to_owned());
    world
        .give(&Command::Put { key, value })
        .expect("a good row");
}

fn run_to(world: &mut World, micros: u64) {
    assert!(world.run_until(SimTime::from_micros(micros), u64::MAX));
}

fn give(world: &mut World, command: Command) {
    world.give(&command).expect("it makes sense now");
}

fn at(world: &World) -> Scene {
    scene(world, world.now(), None)
}

fn draws(world: &World, picture: &Expect) {
    picture.assert_eq(&at(world).to_text());
}

#[test]
fn before_anything_is_asked() {
    draws(
        &world(),
        &expect![[r#"
        at 0.000 ms, step 0
        writer: writer-idle
        zone a (writer)
          A | 0: | 0: status-complete
          B | 0: | 0: status-complete
        zone b
          C | 0: | 0: status-complete
          D | 0: | 0: status-complete
        zone c
          E | 0: | 0: status-complete
          F | 0: | 0: status-complete
        group 1: ReadWrite ABCDEF PGCL 0 of 0
        group 2: ReadWrite ABCDEF PGCL 0 of 0
        log 0..20: VDL 0 VCL 0 allocated 0
    "#]],
    );
}

#[test]
fn a_write_on_its_way_through_the_quorum() {
    let mut world = world();
    put(&mut world, "cart:42");
    run_to(&mut world, 300);
    draws(
        &world,
        &expect![[r#"
        at 0.300 ms, step 0
        visitor 0: request-put cart:42 1 lane-asked
        writer: writer-idle
        zone a (writer)
          A | 0: | 0: status-complete
          B | 0: | 0: status-complete
        zone b
          C | 0: | 0: status-complete
          D | 0: | 0: status-complete
        zone c
          E | 0: | 0: status-complete
          F | 0: | 0: status-complete
        group 1: ReadWrite ABCDEF PGCL 0 of 0
        group 2: ReadWrite ABCDEF PGCL 0 of 0
        log 0..20: VDL 0 VCL 0 allocated 0
    "#]],
    );
    run_to(&mut world, 1_000);
    draws(
        &world,
        &expect![[r#"
        at 1.000 ms, step 9
        visitor 0: request-put cart:42 1 lane-waits 3
        writer: writer-waits 1 3 0
        ring T1 SCN 3 A#B<C~D>E>F~ 1 of 4
        zone a (writer)
          A +++| 3: | 0: status-acked
          B +++| 3: | 0: status-answering
        zone b
          C |~~~ 0: | 0: status-writing
          D |___ 0: | 0: status-receiving
        zone c
          E |___ 0: | 0: status-receiving
          F |~~~ 0: | 0: status-writing
        group 1: ReadWrite ABCDEF PGCL 0 of 3
        group 2: ReadWrite ABCDEF PGCL 0 of 0
        log 0..20: VDL 0 VCL 0 allocated 3 T1@3
    "#]],
    );
    run_to(&mut world, 2_000);
    draws(
        &world,
        &expect![[r#"
        at 2.000 ms, step 19
        visitor 0: request-put cart:42 1 lane-answering
        writer: writer-idle
        ring T1 SCN 3 A#B#C#D#E<F# 5 of 4 done
        zone a (writer)
          A ###| 3: | 0: status-complete
          B ###| 3: | 0: status-complete
        zone b
          C ###| 3: | 0: status-complete
          D ###| 3: | 0: status-complete
        zone c
          E ###| 3: | 0: status-complete
          F ###| 3: | 0: status-complete
        group 1: ReadWrite ABCDEF PGCL 3 of 3
        group 2: ReadWrite ABCDEF PGCL 0 of 0
        log 0..20: VDL 3 VCL 3 allocated 3
    "#]],
    );
    run_to(&mut world, 4_000);
    draws(
        &world,
        &expect![[r#"
        at 4.000 ms, step 21
        visitor 0: request-put cart:42 1 lane-committed 3 2.185 ms
        writer: writer-idle
        ring T1 SCN 3 A#B#C#D#E#F# 6 of 4 done
        zone a (writer)
          A ###| 3: | 0: status-complete
          B ###| 3: | 0: status-complete
        zone b
          C ###| 3: | 0: status-complete
          D ###| 3: | 0: status-complete
        zone c
          E ###| 3: | 0: status-complete
          F ###| 3: | 0: status-complete
        group 1: ReadWrite ABCDEF PGCL 3 of 3
        group 2: ReadWrite ABCDEF PGCL 0 of 0
        log 0..20: VDL 3 VCL 3 allocated 3
    "#]],
    );
}

#[test]
fn a_zone_cut_off_and_one_more_copy_stopped() {
    let mut world = world();
    put(&mut world, "cart:42");
    run_to(&mut world, 5_000);
    give(&mut world, Command::CutZone { zone: ZoneId(2) });
    put(&mut world, "cart:42");
    run_to(&mut world, 10_000);
    draws(
        &world,
        &expect![[r#"
        at 10.000 ms, step 38
        visitor 0: request-put cart:42 1 lane-committed 6 1.874 ms
        writer: writer-idle
        ring T2 SCN 6 A#B#C#D#ExFx 4 of 4 done
        zone a (writer)
          A ######| 6: | 0: status-complete
          B ######| 6: | 0: status-complete
        zone b
          C ######| 6: | 0: status-complete
          D ######| 6: | 0: status-complete
        zone c CUT
          E ###|... 3: | 0: status-zone-cut
          F ###|... 3: | 0: status-zone-cut
        group 1: ReadWrite ABCD PGCL 6 of 6
        group 2: ReadWrite ABCD PGCL 0 of 0
        log 0..20: VDL 6 VCL 6 allocated 6
        broken: fault-zone-cut c
    "#]],
    );
    let (copy, group) = (CopyId(3), None);
    give(&mut world, Command::StopCopy { copy, group });
    put(&mut world, "cart:42");
    run_to(&mut world, 15_000);
    draws(
        &world,
        &expect![[r#"
        at 15.000 ms, step 52
        visitor 0: request-put cart:42 1 lane-waits 9
        writer: writer-quorum-lost 1 1 0
        ring T3 SCN 9 A#B#C#DxExFx 3 of 4
        zone a (writer)
          A ######+++| 9: | 0: status-acked
          B ######+++| 9: | 0: status-acked
        zone b
          C ######+++| 9: | 0: status-acked
          D ######|___ 6: | 0: status-stopped
        zone c CUT
          E ###|...___ 3: | 0: status-zone-cut
          F ###|...___ 3: | 0: status-zone-cut
        group 1: ReadOnly ABC PGCL 6 of 9
        group 2: ReadOnly ABC PGCL 0 of 0
        log 0..20: VDL 6 VCL 6 allocated 9 T3@9
        broken: fault-zone-cut c
        broken: fault-copy-stopped D
    "#]],
    );
    give(&mut world, Command::HealZone { zone: ZoneId(2) });
    run_to(&mut world, 90_000);
    draws(
        &world,
        &expect![[r#"
        at 90.000 ms, step 60
        visitor 0: request-put cart:42 1 lane-waits 9
        writer: writer-waits 3 9 0
        ring T3 SCN 9 A#B#C#DxEoFo 3 of 4
        zone a (writer)
          A ######+++| 9: | 0: status-acked
          B ######+++| 9: | 0: status-acked
        zone b
          C ######+++| 9: | 0: status-acked
          D ######|___ 6: | 0: status-stopped
        zone c
          E ###|...ooo 3: | 0: status-catching-up 3
          F ###|...ooo 3: | 0: status-catching-up 3
        group 1: ReadWrite ABCEF PGCL 6 of 9
        group 2: ReadWrite ABCEF PGCL 0 of 0
        log 0..20: VDL 6 VCL 6 allocated 9 T3@9
        broken: fault-copy-stopped D
    "#]],
    );
}

#[test]
fn a_hole_and_what_lies_beyond_it() {
    let mut world = world();
    let lose = |percent| Command::LoseMessages {
        copy: Some(CopyId(5)),
        percent,
    };
    for (row, percent) in [0, 100, 0].into_iter().enumerate() {
        give(&mut world, lose(percent));
        put(&mut world, "cart:42");
        run_to(&mut world, (row as u64 + 1) * 6_000);
    }
    draws(
        &world,
        &expect![[r#"
            at 18.000 ms, step 61
            visitor 0: request-put cart:42 1 lane-committed 9 2.099 ms
            writer: writer-idle
            ring T3 SCN 9 A#B#C#D#E#Fo 5 of 4 done
            zone a (writer)
              A #########| 9: | 0: status-complete
              B #########| 9: | 0: status-complete
            zone b
              C #########| 9: | 0: status-complete
              D #########| 9: | 0: status-complete
            zone c
              E #########| 9: | 0: status-complete
              F ###|...ooo 3: | 0: status-catching-up 3
            group 1: ReadWrite ABCDEF PGCL 9 of 9
            group 2: ReadWrite ABCDEF PGCL 0 of 0
            log 0..20: VDL 9 VCL 9 allocated 9
        "#]],
    );
    let scene = at(&world);
    let tapes = &scene.copies[5].tapes;
    let holed = tapes
        .iter()
        .find(|tape| tape.behind > 0)
        .expect("F lacks records");
    let states: Vec<Cell> = holed.cells.iter().map(|cell| cell.state).collect();
    let (hole, held) = (Cell::Hole, Cell::HeldBeyondHole);
    assert_eq!(states[3..], [hole, hole, hole, held, held, held]);
    run_to(&mut world, 400_000);
    assert!(
        at(&world).copies[5]
            .tapes
            .iter()
            .all(|tape| tape.behind == 0),
        "S-4: gossip filled it"
    );
}

#[test]
fn busy_clients() {
    let mut world = world();
    let load = Load::ClosedLoop {
        clients: 3,
        think_micros: 500,
        write_percent: 70,
        rows: 12,
    };
    give(&mut world, Command::StartLoad(load));
    run_to(&mut world, 30_000);
    draws(
        &world,
        &expect![[r#"
        at 30.000 ms, step 605
        client 1:  lane-idle
        client 2: request-get cart:8 lane-reading
        client 3: request-get cart:0 lane-reading
        writer: writer-reads 2
        ring T25 SCN 75 A#B#C#D#E#F# 6 of 4 done
        zone a (writer)
          A ################| 75: ################| 69: status-complete
          B ################| 75: ################| 69: status-complete
        zone b
          C ################| 75: ################| 69: status-complete
          D ################| 75: ################| 69: status-complete
        zone c
          E ################| 75: ################| 69: status-reading
          F ################| 75: ################| 69: status-reading
        group 1: ReadWrite ABCDEF PGCL 75 of 75
        group 2: ReadWrite ABCDEF PGCL 69 of 69
        log 56..76: VDL 75 VCL 75 allocated 75
    "#]],
    );
}

#[test]
fn the_ring_counts_what_the_writer_has_heard_and_never_more_than_is_true() {
    let mut world = world();
    let load = Load::OpenLoop {
        writes_per_second: 3_000,
        reads_per_second: 1_000,
        rows: 40,
    };
    give(&mut world, Command::StartLoad(load));
    let mut seen = std::collections::BTreeSet::new();
    for step in 0..6_000 {
        if step == 2_000 {
            give(&mut world, Command::CutZone { zone: ZoneId(1) });
        }
        world.step();
        let scene = at(&world);
        let Some(ring) = scene.writer.and_then(|writer| writer.ring) else {
            continue;
        };
        let confirmed = ring
            .arcs
            .iter()
            .filter(|arc| arc.state == Arc::Confirmed)
            .count();
        assert_eq!(confirmed, usize::from(ring.confirmed));
        assert_eq!(ring.done, world.writer().points().vcl() >= ring.scn, "W-8");
        for arc in ring.arcs {
            let segment = world.segment(base::SegmentId::new(ring.group, arc.copy));
            let complete = segment.scl() >= ring.scn;
            match arc.state {
                Arc::Confirmed | Arc::AckOnWay | Arc::Stored => assert!(complete),
                Arc::BeyondHole => assert!(!complete && segment.holds(world.log(), ring.scn)),
                Arc::Persisting => assert!(segment.records_in_memory() > 0),
                Arc::OnWay | Arc::Waiting => assert!(!complete),
                Arc::Unreachable => assert!(!world.reachable(ring.group).contains(arc.copy)),
            }
            seen.insert(format!("{:?}", arc.state));
        }
    }
    for state in [
        "AckOnWay",
        "Confirmed",
        "OnWay",
        "Persisting",
        "Unreachable",
        "Waiting",
    ] {
        assert!(seen.contains(state), "{state} was never drawn: {seen:?}");
    }
}

#[test]
fn the_ring_follows_the_write_of_the_visitor() {
    let mut world = world();
    for copy in 0..3 {
        let (copy, group) = (CopyId(copy), None);
        give(&mut world, Command::StopCopy { copy, group });
    }
    let load = Load::ClosedLoop {
        clients: 20,
        think_micros: 0,
        write_percent: 100,
        rows: 40,
    };
    give(&mut world, Command::StartLoad(load));
    run_to(&mut world, 2_000);
    let ring = |world: &World| {
        at(world)
            .writer
            .and_then(|writer| writer.ring)
            .expect("they wait")
    };
    assert!(!ring(&world).is_visitor);
    put(&mut world, "cart:42");
    run_to(&mut world, 4_000);
    assert!(ring(&world).is_visitor && !ring(&world).done);
    let scene = at(&world);
    assert!(scene.clients.lanes[0].is_visitor);
    let marks = scene.ruler.expect("there is a log").waiting;
    assert_eq!(marks.iter().filter(|mark| mark.is_visitor).count(), 1);
    assert!(scene.writer.expect("there is one").waiting > 20);
}

#[test]
fn a_focused_group_is_the_one_drawn_and_thousands_of_others_are_only_counted() {
    let topology = Topology {
        groups: 5_000,
        ..Topology::default()
    };
    let mut world = World::new(topology, 1, Keep::All);
    let stop = |copy: u8, group: u32| Command::StopCopy {
        copy: CopyId(copy),
        group: Some(GroupId(group)),
    };
    for copy in 0..3 {
        give(&mut world, stop(copy, 4_001));
    }
    for copy in 0..4 {
        give(&mut world, stop(copy, 77));
    }
    let shown = scene(&world, world.now(), Some(Focus::Group(GroupId(4_001))));
    let drawn: Vec<u32> = shown
        .groups
        .iter()
        .map(|group| group.group.number())
        .collect();
    assert_eq!(drawn, [4_001, 4_002]);
    assert_eq!(shown.copies[0].tapes.len(), 2);
    assert_eq!(shown.copies[0].standing, Standing::PartlyStopped);
    let counts = shown.abilities;
    assert_eq!(
        (counts.read_write, counts.read_only, counts.unavailable),
        (4_998, 1, 1)
    );
}

#[test]
fn q_10_the_map_of_states_is_the_quorum_rules_own() {
    let (mut world, group) = (world(), GroupId(0));
    let map = scene::state_map(&world, group);
    assert_eq!(map.states.len(), 64);
    assert_eq!(
        (map.states[0].0, map.states[63].0),
        (CopySet::ALL, CopySet::NONE)
    );
    let counts = [Ability::ReadWrite, Ability::ReadOnly, Ability::Unavailable]
        .map(|ability| map.count(ability));
    assert_eq!(counts, [22, 20, 22]);
    // Every state can be reached from every other, and is the present one then.
    let mut states: Vec<_> = map.states.iter().map(|state| state.0).collect();
    states.rotate_left(17);
    for up in states {
        let (stop, start, commands) = scene::state_map(&world, group).way_to(up);
        assert!(stop.and(start).is_empty());
        commands
            .into_iter()
            .for_each(|command| give(&mut world, command));
        let map = scene::state_map(&world, group);
        assert_eq!((map.now, map.cut), (up, false));
    }
    give(&mut world, Command::CutZone { zone: ZoneId(1) });
    assert!(scene::state_map(&world, group).cut);
}

#[test]
fn m_5_the_sets_that_decide_are_drawn_as_sets() {
    let topology = Topology {
        groups: 1,
        repair_millis: 1_000,
        ..Topology::default()
    };
    let mut world = World::new(topology, 7, Keep::All);
    let sets = |world: &World| {
        let board = scene::members_board(world, GroupId(0));
        let rows = board.rows.iter().map(|row| {
            let letters: String = row.marks.iter().map(|mark| mark.text.as_str()).collect();
            (letters, row.tone)
        });
        rows.collect::<Vec<_>>()
    };
    put(&mut world, "cart:42");
    run_to(&mut world, 100_000);
    assert_eq!(sets(&world), [("ABCDEF".to_owned(), scene::Tone::Good)]);
    let copy = CopyId(5);
    give(&mut world, Command::StopCopy { copy, group: None });
    give(&mut world, Command::ReplaceCopy { copy, group: None });
    run_to(&mut world, 300_000);
    let both = sets(&world);
    assert_eq!(both[0].0, "ABCDEF");
    assert_eq!(both[1].0, "ABCDEG");
    assert_eq!(
        scene::members_board(&world, GroupId(0)).notes.len(),
        2,
        "G is being filled"
    );
    run_to(&mut world, 3_000_000);
    assert_eq!(sets(&world), [("ABCDEG".to_owned(), scene::Tone::Good)]);
}
