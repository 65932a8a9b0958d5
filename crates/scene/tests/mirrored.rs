//! Mirrored MySQL as the page sees it.

use std::collections::BTreeSet;

use base::{Arg, EventId, Keep, Phrase, SimTime, ZoneId};
use mirrored::{Contrast, Kind, MirroredConfig, MirroredWorld, Part};
use scene::{
    MirroredFlight, Times, contrast_table, mirrored_flights, mirrored_line, mirrored_refusal,
    mirrored_view,
};
use world::{Load, Operation, Topology};

fn machine() -> MirroredWorld {
    let config = MirroredConfig::beside(&Topology::default());
    MirroredWorld::new(config, 1, Keep::All)
}

fn put(world: &mut MirroredWorld) {
    world.ask(Operation::Put {
        key: b"cart:42"[..].into(),
        value: b"3 apples"[..].into(),
    });
}

fn millis(world: &mut MirroredWorld, until: u64) {
    assert!(world.run_until(SimTime::from_millis(until), u64::MAX));
}

/// The names of a phrase and of all phrases in it.
fn names(phrase: &Phrase, found: &mut BTreeSet<&'static str>) {
    found.insert(phrase.id);
    for (_, arg) in &phrase.args {
        if let Arg::Phrase(inner) = arg {
            names(inner, found);
        }
    }
}

#[test]
fn every_event_is_said() {
    let mut world = machine();
    let load = Load::ClosedLoop {
        clients: 100,
        think_micros: 0,
        write_percent: 90,
        rows: 1_000,
    };
    world.start_load(load).unwrap();
    millis(&mut world, 1_500);
    world.stop_part(Part::Mirror).unwrap();
    world.set_zone_cut(ZoneId(1), true).unwrap();
    world.slow_link(Part::Instance, Part::Standby, 2).unwrap();
    world.slow_disk(Part::Volume, 2).unwrap();
    millis(&mut world, 1_700);
    world.restart_part(Part::Mirror).unwrap();
    world.set_zone_cut(ZoneId(1), false).unwrap();
    world.stop_load().unwrap();
    millis(&mut world, 3_000);
    let mut said = BTreeSet::new();
    for (id, _) in world.journal().since(EventId(0)) {
        names(&mirrored_line(&world, id).unwrap(), &mut said);
    }
    for name in [
        "event-sent",
        "event-lost",
        "event-link-slowed",
        "event-zone-cut",
        "mirrored-archive",
        "mirrored-binlog",
        "mirrored-chain-done",
        "mirrored-checkpoint",
        "mirrored-committed",
        "mirrored-done",
        "mirrored-double-write",
        "mirrored-flush",
        "mirrored-held",
        "mirrored-metadata",
        "mirrored-page",
        "mirrored-pages-changed",
        "mirrored-pair-done",
        "mirrored-persisted",
        "mirrored-prepared",
        "mirrored-read",
        "mirrored-redo",
        "mirrored-restarted",
        "mirrored-slowed",
        "mirrored-stopped",
    ] {
        assert!(said.contains(name), "{name}");
    }
}

#[test]
fn every_refusal_is_said() {
    let mut world = machine();
    let say = |refusal| mirrored_refusal(&refusal, |_| Phrase::new("refusal-no-load")).id;
    assert_eq!(
        say(world.stop_part(Part::Instance).unwrap_err()),
        "mirrored-refuse-chain"
    );
    assert_eq!(
        say(world.restart_part(Part::Volume).unwrap_err()),
        "mirrored-refuse-running"
    );
    world.stop_part(Part::Volume).unwrap();
    assert_eq!(
        say(world.stop_part(Part::Volume).unwrap_err()),
        "mirrored-refuse-stopped"
    );
    let (one, other) = (Part::Mirror, Part::Mirror);
    assert_eq!(
        say(world.slow_link(one, other, 2).unwrap_err()),
        "mirrored-refuse-same"
    );
    assert_eq!(say(world.stop_load().unwrap_err()), "refusal-no-load");
}

#[test]
fn the_picture_shows_who_does_what() {
    let mut world = machine();
    put(&mut world);
    world.stop_part(Part::StandbyMirror).unwrap();
    millis(&mut world, 50);
    let view = mirrored_view(&world);
    let parts: Vec<(Part, Option<ZoneId>, &str, u64)> = view
        .parts
        .iter()
        .map(|part| (part.part, part.zone, part.status.id, part.under_way))
        .collect();
    let (a, b) = (Some(ZoneId(0)), Some(ZoneId(1)));
    assert_eq!(
        parts,
        [
            (Part::Instance, a, "mirrored-under-way", 2),
            (Part::Volume, a, "mirrored-under-way", 0),
            (Part::Mirror, a, "mirrored-under-way", 0),
            (Part::Standby, b, "mirrored-under-way", 2),
            (Part::StandbyVolume, b, "mirrored-under-way", 2),
            (Part::StandbyMirror, b, "status-stopped", 0),
            (Part::ObjectStore, None, "mirrored-under-way", 0),
        ],
        "W-23: two writes wait for the last of four disks"
    );
    assert_eq!(
        (view.committing, view.held, view.dirty_pages),
        ((1, 0), 0, 3)
    );
    assert_eq!(view.newest_latencies, []);
    world.restart_part(Part::StandbyMirror).unwrap();
    millis(&mut world, 300);
    assert_eq!(mirrored_view(&world).newest_latencies.len(), 1);
}

#[test]
fn messages_move_from_part_to_part() {
    let mut world = machine();
    put(&mut world);
    let mut out: Vec<MirroredFlight> = Vec::new();
    mirrored_flights(&world, world.now(), &mut out);
    assert_eq!(
        (out.len(), out[0].to, out[0].progress_permille),
        (1, Part::Instance, 0)
    );
    let (due, _) = world.in_flight().next().unwrap();
    mirrored_flights(&world, due, &mut out);
    assert_eq!(out[0].progress_permille, 1_000);
    while world.step().is_some() && world.chain().is_empty() {}
    mirrored_flights(&world, world.now(), &mut out);
    let kinds: Vec<_> = out.iter().map(|flight| (flight.to, flight.kind)).collect();
    let volume = Part::Volume;
    assert!(kinds.contains(&(volume, Some(Kind::Redo))), "{kinds:?}");
}

#[test]
fn the_table_sets_run_and_publication_beside_each_other() {
    let mut contrast = Contrast::new(Contrast::busy_topology(), 1);
    let load = Load::ClosedLoop {
        clients: 100,
        think_micros: 0,
        write_percent: 100,
        rows: 1_000,
    };
    contrast.start_load(load).unwrap();
    assert!(contrast.run_until(SimTime::from_millis(1_500), u64::MAX));
    let table = contrast_table(&contrast);
    let row = |key| table.iter().find(|row| row.key == key).unwrap();
    assert!(matches!(
        row("transactions").times,
        Some(Times::More(100..))
    ));
    assert!(matches!(
        row("ios_per_transaction").times,
        Some(Times::Less(20..))
    ));
    let published: Vec<_> = table.iter().filter(|row| row.published.is_some()).collect();
    assert_eq!(published.len(), 3, "E-1, E-2 and E-3");
    assert_eq!(row("waiting").times, None, "there is nothing to compare");
}
