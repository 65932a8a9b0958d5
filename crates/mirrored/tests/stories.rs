//! What is said of mirrored MySQL, told by whole runs beside Aurora.

use base::{CopyId, EventId, Keep, RequestId, SimTime, ZoneId};
use mirrored::{
    Contrast, Event, Kind, Message, MirroredConfig, MirroredWorld, Part, Refusal, Stepped, WriteId,
};
use world::{Command, Happening, Load, Micros, Operation, Topology, World};

const fn clients(clients: u32) -> Load {
    Load::ClosedLoop {
        clients,
        think_micros: 0,
        write_percent: 100,
        rows: 1_000,
    }
}

fn millis(millis: u64) -> SimTime {
    SimTime::from_millis(millis)
}

fn run(contrast: &mut Contrast, until: u64) {
    assert!(contrast.run_until(millis(until), u64::MAX));
}

fn loaded(load: Load) -> Contrast {
    let mut contrast = Contrast::new(Contrast::busy_topology(), 7);
    contrast.start_load(load).unwrap();
    contrast
}

/// Delays that do not vary: so many microseconds one way within zone a, from a to b and from a to c.
fn steady(same: u32, a_to_b: u32, a_to_c: u32, disk_micros: u32) -> Topology {
    let always = |micros| Micros(micros, micros);
    Topology {
        groups: 1,
        same_zone_micros: always(same),
        a_to_b_micros: always(a_to_b),
        a_to_c_micros: always(a_to_c),
        late_one_in: 0,
        disk_micros,
        call_micros: 0,
        ..Topology::default()
    }
}

fn put() -> Operation {
    Operation::Put {
        key: b"cart:42"[..].into(),
        value: b"3 apples"[..].into(),
    }
}

/// When the redo log of the first transaction left, when the first pair had it, and when all four disks had it.
fn journey(world: &MirroredWorld) -> [u64; 3] {
    let mut redo: Option<(WriteId, u64)> = None;
    let (mut pair, mut chain) = (0, 0);
    for (_, entry) in world.journal().since(EventId(0)) {
        let at = entry.at.micros();
        match entry.event {
            Event::Sent {
                from: Part::Instance,
                message:
                    Message::Write {
                        write,
                        kind: Kind::Redo,
                        ..
                    },
                ..
            } if redo.is_none() => redo = Some((write, at)),
            Event::PairDone { write } if Some(write) == redo.map(|redo| redo.0) => pair = at,
            Event::ChainDone { write } if Some(write) == redo.map(|redo| redo.0) => chain = at,
            _ => {}
        }
    }
    [redo.expect("there was a transaction").1, pair, chain]
}

#[test]
fn ex_102_w_24_mirrored_latencies_add_up() {
    // A pair of disks: there 0.4, on to the mirror 0.4, its disk 0.4, back 0.4 and 0.4: 2 ms. To the other zone and
    // back: 1 ms. The metadata of the new table keeps the disks busy first, so this is the second transaction.
    let config = MirroredConfig::beside(&steady(400, 500, 500, 400));
    let mut world = MirroredWorld::new(config.clone(), 1, Keep::All);
    world.ask(put());
    assert!(world.run_until(millis(1_000), u64::MAX));
    let mut again = world.clone();
    again.ask(put());
    assert!(again.run_until(millis(2_000), u64::MAX));
    let second: Vec<(u64, Event)> = again
        .journal()
        .since(world.journal().next_id())
        .map(|(_, entry)| (entry.at.micros(), entry.event))
        .collect();
    let moment = |what: fn(&Event) -> bool| {
        let found = second.iter().find(|(_, event)| what(event));
        found.expect("it happens").0
    };
    let left = moment(|event| {
        let write = |kind| {
            matches!(
                kind,
                Message::Write {
                    kind: Kind::Redo,
                    ..
                }
            )
        };
        matches!(event, Event::Sent { from: Part::Instance, message, .. } if write(*message))
    });
    let pair = moment(|event| matches!(event, Event::PairDone { .. }));
    let chain = moment(|event| matches!(event, Event::ChainDone { .. }));
    assert_eq!((pair - left, chain - left), (2_000, 5_000));
    // And the commit waits for the binary log after it: twice 5 ms.
    let committed = moment(|event| {
        matches!(
            event,
            Event::Database(mirrored::Happening::CommitAcknowledged { .. })
        )
    });
    assert_eq!(committed - left, 10_000);
}

/// From the moment the commit of a write is queued in an Aurora cluster to its acknowledgement.
fn aurora_commit_micros(world: &mut World) -> u64 {
    let first = world.journal().next_id();
    let (key, value) = ("cart:42".to_owned(), "3 apples".to_owned());
    world.give(&Command::Put { key, value }).unwrap();
    let until = world.now() + base::SimSpan::from_millis(10_000);
    assert!(world.run_until(until, u64::MAX));
    let moment = |what: fn(&Happening) -> bool| {
        let mut all = world.journal().since(first);
        let found = all.find(|(_, entry)| match &entry.event {
            world::Event::Database(happening) => what(happening),
            _ => false,
        });
        found.expect("it happens").1.at.micros()
    };
    moment(|what| matches!(what, Happening::CommitAcknowledged { .. }))
        - moment(|what| matches!(what, Happening::CommitQueued { .. }))
}

#[test]
fn ex_102_aurora_takes_the_fourth_of_six_single_hops() {
    // There, disk and back: 1 ms in zone a, 2 ms in zone b, 3 ms in zone c, and F, whose disk is slow, 9 ms.
    let mut world = World::new(steady(400, 900, 1_400, 200), 1, Keep::All);
    let (copy, times) = (CopyId(5), 31);
    world.give(&Command::SlowCopy { copy, times }).unwrap();
    assert_eq!(aurora_commit_micros(&mut world), 2_000);
}

#[test]
fn ex_102_a_slow_way_to_the_standby_slows_every_mysql_commit_and_no_aurora_commit() {
    let latencies = |slow: bool| {
        let mut contrast = loaded(clients(4));
        if slow {
            let mirrored = contrast.mirrored_mut();
            mirrored
                .slow_link(Part::Instance, Part::Standby, 500)
                .unwrap();
        }
        run(&mut contrast, 4_000);
        let shortest = contrast.mirrored().newest_latencies().min().unwrap();
        (
            contrast.aurora_side(),
            contrast.mirrored_side(),
            shortest.micros(),
        )
    };
    let (aurora, mysql, _) = latencies(false);
    let (aurora_beside, slowed, shortest) = latencies(true);
    assert_eq!(aurora, aurora_beside);
    // 500 to 800 µs one way become a quarter of a second at least, there and back, for redo and for binary log.
    assert!(shortest >= 1_000_000, "{shortest}");
    assert!(slowed.transactions * 20 < mysql.transactions);
}

#[test]
fn w_23_any_lost_part_stops_mirrored_writes_and_none_is_lost() {
    for part in Part::CHAIN {
        let mut contrast = loaded(clients(8));
        run(&mut contrast, 100);
        contrast.mirrored_mut().stop_part(part).unwrap();
        // What was past the part may still arrive; after that, nothing.
        run(&mut contrast, 200);
        let (stopped, aurora) = (contrast.mirrored_side(), contrast.aurora_side());
        run(&mut contrast, 400);
        assert_eq!(
            contrast.mirrored_side().transactions,
            stopped.transactions,
            "{part:?}"
        );
        assert_eq!(contrast.mirrored().open_requests_count(), 8);
        assert!(contrast.aurora_side().transactions > aurora.transactions);

        contrast.mirrored_mut().restart_part(part).unwrap();
        contrast.give(&Command::StopLoad {}).unwrap();
        run(&mut contrast, 2_000);
        assert_eq!(contrast.mirrored().open_requests_count(), 0, "{part:?}");
        assert!(contrast.mirrored().chain().is_empty());
    }
}

#[test]
fn q_7_one_lost_copy_does_not_stop_aurora() {
    let mut contrast = loaded(clients(8));
    let copy = CopyId(5);
    let took_part = contrast.give(&Command::StopCopy { copy, group: None });
    assert_eq!(took_part, Ok(false), "mirrored MySQL has no such copy");
    run(&mut contrast, 300);
    assert!(contrast.aurora_side().transactions > 500);
}

#[test]
fn q_5_a_lost_zone_stops_mirrored_writes_and_aurora_goes_on() {
    let mut contrast = loaded(clients(8));
    run(&mut contrast, 100);
    let zone = ZoneId(1);
    assert_eq!(contrast.give(&Command::CutZone { zone }), Ok(true));
    run(&mut contrast, 200);
    let (aurora, mysql) = (contrast.aurora_side(), contrast.mirrored_side());
    run(&mut contrast, 400);
    assert_eq!(contrast.mirrored_side().transactions, mysql.transactions);
    assert!(contrast.aurora_side().transactions > aurora.transactions + 500);
    assert_eq!(contrast.give(&Command::HealZone { zone }), Ok(true));
    run(&mut contrast, 800);
    assert!(contrast.mirrored_side().transactions > mysql.transactions);
}

#[test]
fn w_22_one_slow_disk_of_four_slows_every_commit() {
    let median = |slow: Option<Part>| {
        let mut contrast = loaded(clients(1));
        if let Some(part) = slow {
            contrast.mirrored_mut().slow_disk(part, 100).unwrap();
        }
        run(&mut contrast, 3_000);
        contrast.mirrored_side().p50_micros.unwrap()
    };
    let usual = median(None);
    for part in Part::DISKS {
        assert!(median(Some(part)) > usual + 25_000, "{part:?}");
    }
}

#[test]
fn w_20_w_25_all_five_kinds_are_written_and_the_binary_log_is_archived() {
    let mut contrast = loaded(clients(50));
    run(&mut contrast, 2_000);
    let counters = contrast.mirrored().counters();
    for kind in Kind::ALL {
        assert!(counters.of(kind).writes > 0, "{kind:?}");
    }
    // Every page goes twice: to the double-write area and to its place.
    let twice = counters.of(Kind::DoubleWrite).ios - counters.of(Kind::Page).ios;
    assert!(twice <= 64, "{twice}");
    // Four tables.
    assert_eq!(counters.of(Kind::Metadata).writes, 4);
    let binlog = counters.of(Kind::Binlog).bytes;
    let archived = counters.archived_bytes;
    assert!(archived > 0 && archived <= binlog && binlog - archived < 3 * 65_536);
    // W-21: each write comes to each of the four disks, but for those still on their way.
    let all = counters.all().ios;
    assert!(
        counters
            .disk_ios
            .iter()
            .all(|ios| *ios <= all && *ios + 200 > all)
    );
}

#[test]
fn e_1_e_2_e_3_direction_and_rough_ratio_come_out_of_the_run() {
    let mut contrast = loaded(clients(100));
    run(&mut contrast, 3_000);
    let (aurora, mysql) = (contrast.aurora_side(), contrast.mirrored_side());
    // 35 times the transactions …
    let times = aurora.transactions / mysql.transactions;
    assert!((15..80).contains(&times), "{times} times the transactions");
    // … with under one I/O each, and 7.8 times fewer of them …
    let (ours, theirs) = (
        aurora.ios_per_1000().unwrap(),
        mysql.ios_per_1000().unwrap(),
    );
    assert!(ours < 1_000, "{ours}");
    assert!((3..12).contains(&(theirs / ours)), "{theirs} and {ours}");
    // … and 46 times fewer at a storage node, because a node gets one of six copies.
    let node = |side: &mirrored::Side| side.storage_node_ios_per_1000().unwrap();
    let times = node(&mysql) / node(&aurora);
    assert!(
        (15..80).contains(&times),
        "{times} times fewer at a storage node"
    );
    assert!(mysql.p50_micros > aurora.p99_micros);
}

#[test]
fn s_10_page_writes_slow_commits_once_the_log_is_full() {
    let mut contrast = loaded(clients(50));
    run(&mut contrast, 60);
    let before = contrast.mirrored_side().p99_micros.unwrap();
    assert_eq!(contrast.mirrored().counters().of(Kind::Page).writes, 0);
    run(&mut contrast, 1_000);
    assert!(contrast.mirrored_side().p50_micros.unwrap() > before);
}

/// What was asked, in order, while a run goes to so many milliseconds.
fn asked_by(world: &mut MirroredWorld, until: u64) -> Vec<Operation> {
    let mut asked = Vec::new();
    while let Some(step) = world.step_until(millis(until)) {
        for (_, entry) in world.journal().since(step.first_event) {
            if let Event::Asked { request, .. } = entry.event {
                let all: Vec<(RequestId, Operation)> = world
                    .open_requests()
                    .map(|(id, _, operation, _)| (id, operation.clone()))
                    .collect();
                let this = all.into_iter().find(|(id, _)| *id == request);
                asked.push(this.expect("it is open").1);
            }
        }
    }
    asked
}

#[test]
fn both_are_asked_the_same_in_the_same_order() {
    let open_loop = Load::OpenLoop {
        writes_per_second: 2_000,
        reads_per_second: 500,
        rows: 100,
    };
    for load in [clients(10), open_loop] {
        let topology = Topology::default();
        let config = MirroredConfig::beside(&topology);
        let mut mirrored = MirroredWorld::new(config, 3, Keep::Newest(10_000));
        mirrored.start_load(load).unwrap();
        let theirs = asked_by(&mut mirrored, 500);
        let mut aurora = World::new(topology, 3, Keep::All);
        aurora.give(&Command::StartLoad(load)).unwrap();
        assert!(aurora.run_until(millis(500), u64::MAX));
        assert!(theirs.len() > 200);
        for (number, operation) in theirs.iter().enumerate() {
            let ours = aurora.request(RequestId(number as u64)).unwrap();
            assert_eq!(&ours.operation, operation);
        }
    }
}

#[test]
fn inv_19_the_same_seed_gives_the_same_journal() {
    let digest = |seed| {
        let config = MirroredConfig::beside(&Topology::default());
        let mut world = MirroredWorld::new(config, seed, Keep::Newest(1_000));
        world.start_load(clients(20)).unwrap();
        assert!(world.run_until(millis(300), u64::MAX));
        let checkpoint = world.clone();
        assert!(world.run_until(millis(500), u64::MAX));
        let mut again = checkpoint;
        assert!(again.run_until(millis(500), u64::MAX));
        assert_eq!(again.digest(), world.digest());
        world.digest()
    };
    assert_eq!(digest(5), digest(5));
    assert_ne!(digest(5), digest(6));
}

#[test]
fn what_is_on_its_way_can_be_seen() {
    let config = MirroredConfig::beside(&Topology::default());
    let mut world = MirroredWorld::new(config, 1, Keep::All);
    world.ask(put());
    assert_eq!(world.open_requests_count(), 1);
    let mut seen = Vec::new();
    while world.step_until(millis(100)).is_some() {
        for (due, flight) in world.in_flight() {
            assert!(due >= world.now() && flight.sent_at <= world.now());
            if let Message::Write {
                kind: Kind::Redo, ..
            } = flight.message
                && seen.last() != Some(&flight.to)
            {
                seen.push(flight.to);
            }
        }
    }
    // W-21: the chain in its order.
    assert_eq!(seen, Part::CHAIN);
    assert_eq!(world.latencies().count(), 1);
    let [left, pair, chain] = journey(&world);
    assert!(left < pair && pair < chain);
}

#[test]
fn what_makes_no_sense_is_refused() {
    let config = MirroredConfig::beside(&Topology::default());
    let mut world = MirroredWorld::new(config, 1, Keep::All);
    let before = world.digest();
    assert!(world.stop_part(Part::Instance).is_err());
    assert!(world.restart_part(Part::Mirror).is_err());
    assert!(world.slow_disk(Part::Standby, 2).is_err());
    assert!(world.slow_link(Part::Instance, Part::Standby, 0).is_err());
    assert!(world.set_zone_cut(ZoneId(3), true).is_err());
    assert!(world.set_zone_cut(ZoneId(0), false).is_err());
    assert_eq!(
        world.stop_load(),
        Err(Refusal::AsThere(world::Refusal::NoLoad))
    );
    assert_eq!(world.digest(), before);
}

#[test]
fn both_go_step_by_step_on_one_clock() {
    let mut by_steps = loaded(clients(4));
    let mut at_once = by_steps.clone();
    let (mut before, mut sides) = (SimTime::ZERO, [0, 0]);
    while let Some(stepped) = by_steps.step_until(millis(100)) {
        let (at, side) = match stepped {
            Stepped::Aurora(step) => (step.at, 0),
            Stepped::Mirrored(step) => (step.at, 1),
        };
        assert!(
            at >= before,
            "time does not run backwards from one side to the other"
        );
        before = at;
        sides[side] += 1;
    }
    assert!(sides.iter().all(|steps| *steps > 100), "{sides:?}");
    run(&mut at_once, 100);
    assert_eq!(by_steps.aurora_side(), at_once.aurora_side());
    assert_eq!(by_steps.mirrored().digest(), at_once.mirrored().digest());
    assert!(by_steps.next_due() > Some(millis(100)));
}
