//! Reasons, lines, deeds and flights.

use std::collections::BTreeMap;

use base::{Arg, Chance, CopyId, EventId, Keep, Phrase, SimTime, Stream, ZoneId};
use expect_test::expect;
use scene::{
    Focus, Tone, Why, flights, inspect, line, scene, timeline, verbosity, why, why_waiting,
};
use world::{Command, Load, Site, Topology, World};

fn give(world: &mut World, command: Command) {
    world.give(&command).expect("it makes sense now");
}

fn run_to(world: &mut World, micros: u64) {
    assert!(world.run_until(SimTime::from_micros(micros), u64::MAX));
}

fn put(world: &mut World) {
    let (key, value) = ("cart:42".to_owned(), "1".to_owned());
    give(world, Command::Put { key, value });
}

/// A phrase by its name and what goes into it.
fn short(phrase: &Phrase) -> String {
    let args = phrase.args.iter().map(|(name, arg)| match arg {
        Arg::Number(number) => format!(" {name}={number}"),
        Arg::Text(text) => format!(" {name}={text}"),
        Arg::Time(time) => format!(" {name}={time}"),
        Arg::Span(span) => format!(" {name}={span}"),
        Arg::Phrase(inner) => format!(" {name}=[{}]", short(inner)),
    });
    args.fold(phrase.id.to_owned(), |said, arg| said + &arg)
}

fn steps(why: &Why) -> String {
    why.steps
        .iter()
        .fold(short(&why.question) + "\n", |said, step| {
            let event = step
                .event
                .map_or("-".to_owned(), |event| event.0.to_string());
            let fact = step.fact.unwrap_or("-");
            said + &format!("{} {event} {fact}: {}\n", step.at, short(&step.phrase))
        })
}

fn three_copies_left() -> World {
    let mut world = World::new(Topology::default(), 7, Keep::All);
    put(&mut world);
    run_to(&mut world, 5_000);
    give(&mut world, Command::CutZone { zone: ZoneId(2) });
    run_to(&mut world, 7_000);
    let (copy, group) = (CopyId(3), None);
    give(&mut world, Command::StopCopy { copy, group });
    put(&mut world);
    world
}

#[test]
fn why_a_commit_waits_reads_like_a_proof() {
    let mut world = three_copies_left();
    run_to(&mut world, 7_900);
    let said = why_waiting(&world)
        .map(|why| steps(&why))
        .unwrap_or_default();
    expect![[r#"
        why-waiting txn=2
        7.230 ms 61 W-8: why-acknowledged-at txn=2 scn=6
        1.854 ms 41 L-7: why-vcl vcl=3
        7.230 ms 58 Q-2: why-held-back lsn=4 group=1 confirmed=1 needed=4
        7.675 ms 73 L-5: why-answer-on-way copy=A in=0.029 ms
        7.250 ms 64 W-3: why-on-way copy=C in=0.016 ms
        7.000 ms 51 Q-17: why-stopped-since since=7.000 ms copy=D
        5.000 ms 50 Q-3: why-zone-cut-since since=5.000 ms copy=E
        5.000 ms 50 Q-3: why-zone-cut-since since=5.000 ms copy=F
        7.000 ms 53 Q-8: why-quorum-lost reachable=ABC count=3 group=1 ability=[ability-read-only] needed=4
    "#]].assert_eq(&said);
    run_to(&mut world, 15_000);
    let said = why_waiting(&world)
        .map(|why| steps(&why))
        .unwrap_or_default();
    expect![[r#"
        why-waiting txn=2
        7.230 ms 61 W-8: why-acknowledged-at txn=2 scn=6
        1.854 ms 41 L-7: why-vcl vcl=3
        7.230 ms 58 Q-2: why-held-back lsn=4 group=1 confirmed=3 needed=4
        7.000 ms 51 Q-17: why-stopped-since since=7.000 ms copy=D
        5.000 ms 50 Q-3: why-zone-cut-since since=5.000 ms copy=E
        5.000 ms 50 Q-3: why-zone-cut-since since=5.000 ms copy=F
        7.000 ms 53 Q-8: why-quorum-lost reachable=ABC count=3 group=1 ability=[ability-read-only] needed=4
    "#]].assert_eq(&said);
    give(&mut world, Command::HealZone { zone: ZoneId(2) });
    run_to(&mut world, 600_000);
    assert_eq!(
        why_waiting(&world),
        None,
        "Q-8: with a fourth copy back, the commit is acknowledged"
    );
}

#[test]
fn why_a_commit_was_acknowledged_goes_back_to_the_question() {
    let mut world = World::new(Topology::default(), 7, Keep::All);
    put(&mut world);
    run_to(&mut world, 5_000);
    let lines = world.journal().since(EventId(0));
    let (acknowledged, _) = lines
        .filter_map(|(id, _)| line(&world, id).map(|line| (id, line)))
        .find(|(_, line)| line.phrase.id == "event-commit-acknowledged")
        .expect("a quorum was there");
    let said = why(&world, acknowledged)
        .map(|why| steps(&why))
        .unwrap_or_default();
    expect![[r#"
        why-event event=[event-commit-acknowledged request=[request-put key=cart:42 value=1] txn=1 scn=3]
        1.854 ms 43 W-8: event-commit-acknowledged request=[request-put key=cart:42 value=1] txn=1 scn=3
        1.854 ms 41 L-7: event-vcl-moved to=3
        1.854 ms 40 L-6: event-pgcl-moved group=1 to=3
        1.854 ms 39 L-5: event-scl-heard copy=C group=1 scl=3
        1.854 ms 38 -: event-delivered from=[who-copy copy=C group=1] to=[who-writer] message=[message-ack scl=3]
        1.091 ms 28 L-5: event-sent from=[who-copy copy=C group=1] to=[who-writer] message=[message-ack scl=3]
        1.091 ms 27 S-2: event-persisted copy=C group=1 records=3 last=3 scl=3
        0.941 ms 20 -: event-delivered from=[who-writer] to=[who-copy copy=C group=1] message=[message-write records=3 last=3 group=1]
        0.323 ms 10 W-3: event-sent from=[who-writer] to=[who-copy copy=C group=1] message=[message-write records=3 last=3 group=1]
        0.303 ms 7 W-7: event-commit-queued request=[request-put key=cart:42 value=1] txn=1 scn=3
        0.303 ms 6 L-2: event-record-made page=0 lsn=3 group=1 change=[change-txn-committed txn=1] before=2 ends-mtr=yes
        0.303 ms 3 -: event-delivered from=[who-visitor] to=[who-writer] message=[message-ask request=[request-put key=cart:42 value=1]]
        0.000 ms 2 -: event-sent from=[who-visitor] to=[who-writer] message=[message-ask request=[request-put key=cart:42 value=1]]
        0.000 ms 1 -: event-asked who=[who-visitor] request=[request-put key=cart:42 value=1] write=yes
    "#]].assert_eq(&said);
}

/// A run with a bit of everything in it.
fn eventful(seed: u64) -> World {
    let topology = Topology {
        lsn_allocation_limit: 60,
        ..Topology::default()
    };
    let mut world = World::new(topology, seed, Keep::All);
    let load = Load::OpenLoop {
        writes_per_second: 2_000,
        reads_per_second: 1_000,
        rows: 40,
    };
    give(&mut world, Command::StartLoad(load));
    let mut chance = Chance::new(seed, Stream::Scenario);
    for round in 1..=25 {
        // Whatever the inspectors offer is what a person does.
        let deeds: Vec<_> = focuses()
            .filter_map(|focus| inspect(&world, focus))
            .flat_map(|inspector| inspector.deeds)
            .collect();
        let deed = &deeds[chance.below(deeds.len() as u32) as usize];
        give(&mut world, deed.command.clone());
        put(&mut world);
        run_to(&mut world, round * 4_000);
    }
    world
}

fn focuses() -> impl Iterator<Item = Focus> {
    [Focus::Writer, Focus::Clients]
        .into_iter()
        .chain(ZoneId::all().map(Focus::Zone))
        .chain(CopyId::all().map(Focus::Copy))
        .chain(CopyId::all().map(|copy| Focus::Link(Site::Writer, Site::copy(copy))))
}

#[test]
fn every_deed_that_is_offered_can_be_done_and_its_opposite_is_offered_then() {
    for seed in 0..20 {
        let world = eventful(seed);
        for focus in focuses() {
            for deed in inspect(&world, focus).expect("they are all there").deeds {
                let mut other = world.clone();
                assert!(other.give(&deed.command).is_ok(), "{:?}", deed.command);
                let after = inspect(&other, focus).expect("still there").deeds;
                assert!(
                    !after.contains(&deed),
                    "{:?} is offered again",
                    deed.command
                );
            }
        }
    }
}

#[test]
fn every_remedy_mends_what_it_stands_by() {
    for seed in 0..20 {
        let mut world = eventful(seed);
        while let Some(fault) = scene(&world, world.now(), None).faults.first().cloned() {
            give(&mut world, fault.remedy);
            let left = scene(&world, world.now(), None).faults;
            assert!(!left.iter().any(|other| other.phrase == fault.phrase));
        }
    }
}

#[test]
fn every_event_has_a_line_and_every_cause_a_reason() {
    let mut kinds = BTreeMap::new();
    for seed in 0..20 {
        let world = eventful(seed);
        for (id, entry) in world.journal().since(EventId(0)) {
            let line = line(&world, id).expect("it is remembered");
            assert_eq!((line.id, line.at), (id, entry.at));
            assert!((1..=3).contains(&line.verbosity));
            assert_eq!(verbosity(&world, id), Some(line.verbosity));
            *kinds.entry(line.phrase.id).or_insert(0) += 1;
        }
        let last = EventId(world.journal().next_id().0 - 1);
        let reason = why(&world, last).expect("it is remembered");
        assert_eq!(reason.steps[0].event, Some(last));
        assert!(
            reason
                .steps
                .is_sorted_by(|later, earlier| later.at >= earlier.at)
        );
        assert_eq!(line(&world, EventId(last.0 + 1)), None);
    }
    for kind in [
        "event-ability-changed",
        "event-allocation-held",
        "event-answer-committed",
        "event-lost",
    ] {
        assert!(kinds.contains_key(kind), "{kind} never happened: {kinds:?}");
    }
}

#[test]
fn flights_lie_between_their_ends() {
    let mut world = World::new(Topology::default(), 3, Keep::All);
    put(&mut world);
    let mut out = Vec::new();
    flights(&world, world.now(), &mut out);
    assert_eq!((out.len(), out[0].progress_permille), (1, 0));
    let due = world.next_due().expect("the request arrives");
    flights(&world, SimTime::from_micros(due.micros() / 2), &mut out);
    assert!((480..=500).contains(&out[0].progress_permille));
    flights(&world, due, &mut out);
    assert_eq!(out[0].progress_permille, 1_000);
    assert_eq!((out[0].from, out[0].to), (Site::Clients, Site::Writer));
}

#[test]
fn a_timeline_is_thinned_and_keeps_to_its_span() {
    let world = eventful(1);
    let end = world.now();
    let whole = timeline(&world, SimTime::ZERO, end);
    assert!(!whole.commits.is_empty() && !whole.faults.is_empty());
    assert!(whole.messages.len() <= 481, "{}", whole.messages.len());
    let (from, to) = (SimTime::from_millis(10), SimTime::from_millis(20));
    let part = timeline(&world, from, to);
    assert!(part.messages.iter().all(|at| (from..=to).contains(at)));
    assert!(
        part.messages.len()
            > whole
                .messages
                .iter()
                .filter(|at| (from..=to).contains(*at))
                .count()
    );
}

#[test]
fn a_description_names_writer_zones_and_faults() {
    let mut world = three_copies_left();
    run_to(&mut world, 15_000);
    let scene = scene(&world, world.now(), None);
    let said: Vec<&str> = scene.describe.iter().map(|phrase| phrase.id).collect();
    assert_eq!(
        said,
        [
            "describe-writer",
            "describe-ring",
            "describe-points",
            "describe-zone",
            "describe-zone",
            "describe-zone-cut",
            "describe-clients",
            "fault-zone-cut",
            "fault-copy-stopped",
        ]
    );
    assert_eq!(scene.writer.expect("there is one").tone, Tone::Fault);
}
