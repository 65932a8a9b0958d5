//! Auto scaling: as many readers as the target asks for, of its own making.

use base::{EventId, ReaderId, SimSpan, SimTime};
use tests::{B, C, Lab};
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;
use world::scaling::{Decision, Reading, Scaling, average_tenths};
use world::{
    Class, ClusterEvent, Command, Event, Failover, Load, Metric, Policy, PolicySpec, ReaderSpec,
    Refusal, Size, Through, Topology,
};

const R1: ReaderId = ReaderId(0);
const R2: ReaderId = ReaderId(1);
const WRITER: ReaderId = ReaderId(2);
const R3: ReaderId = ReaderId(3);
const R4: ReaderId = ReaderId(4);

fn policy(metric: Metric, target: u32) -> Policy {
    Policy {
        metric,
        target,
        min: 0,
        max: 15,
        in_cooldown: world::scaling::COOLDOWN,
        out_cooldown: world::scaling::COOLDOWN,
        scales_in: true,
    }
}

fn busy(percents: &[u32]) -> Vec<Reading> {
    let reading = |percent: &u32| Reading {
        cpu_permille: percent * 10,
        connections: 0,
    };
    percents.iter().map(reading).collect()
}

fn connected(counts: &[u32]) -> Vec<Reading> {
    let reading = |connections: &u32| Reading {
        cpu_permille: 0,
        connections: *connections,
    };
    counts.iter().map(reading).collect()
}

/// Two readers made by hand, and a large writer.
fn cluster() -> Lab {
    let mut lab = Lab::of(Topology {
        readers: [B, C].map(ReaderSpec::in_zone).to_vec(),
        failover: Some(Failover {
            loads_use: Through::ReadsAtReaders,
            writer_class: Class::R7g,
            writer_size: Size::XLarge,
            ..Failover::default()
        }),
        cache_pages: 40,
        ..Topology::default()
    });
    lab.put("k", "before").expect_acked(1);
    lab
}

fn open(writes_per_second: u32, reads_per_second: u32) -> Load {
    Load::OpenLoop {
        writes_per_second,
        reads_per_second,
        rows: 40,
    }
}

fn events(lab: &Lab) -> Vec<ClusterEvent> {
    let journal = lab.world().journal();
    let all = journal.since(EventId(0));
    let events = all.filter_map(|(_, entry)| match entry.event {
        Event::Cluster(event) => Some(event),
        _ => None,
    });
    events.collect()
}

fn scaled(lab: &Lab) -> Vec<(u8, u8)> {
    let changes = events(lab).into_iter().filter_map(|event| match event {
        ClusterEvent::ScaledOut { from, to, .. } | ClusterEvent::ScaledIn { from, to, .. } => {
            Some((from, to))
        }
        _ => None,
    });
    changes.collect()
}

#[test]
fn ex_57_the_average_of_the_readers_decides() {
    let readers = busy(&[90, 90, 10]);
    assert_eq!(average_tenths(Metric::Cpu, &readers), 633);
    let out = Scaling::with([policy(Metric::Cpu, 60)]).decide(SimTime::ZERO, &readers);
    assert!(matches!(out, Decision::Out(change) if (change.from, change.to) == (3, 4)));
    let stay = Scaling::with([policy(Metric::Cpu, 70)]).decide(SimTime::ZERO, &readers);
    assert_eq!(stay, Decision::Stay);
}

#[test]
fn ex_57_the_writer_does_not_count() {
    let mut lab = cluster();
    lab.give(&Command::SetScaling(PolicySpec::of(Metric::Cpu, 20)));
    lab.load(open(1_200, 0));
    lab.run(70_000);
    let (of_writer, of_reader) = (
        lab.world().cpu_permille(WRITER),
        lab.world().cpu_permille(R1),
    );
    assert!(of_writer > 300, "{of_writer}");
    assert!(of_reader < 100, "{of_reader}");
    assert_eq!(scaled(&lab), [], "A-5");
    lab.stop_load();
    lab.rest();
}

#[test]
fn ex_58_in_the_cooldown_only_a_call_for_more_is_heard() {
    let mut scaling = Scaling::with([policy(Metric::Connections, 10)]);
    let at = |seconds: u64| SimTime::ZERO + SimSpan::from_millis(seconds * 1_000);
    let to = |decision| match decision {
        Decision::Out(change) => Some(change.to),
        _ => None,
    };
    assert_eq!(to(scaling.decide(at(0), &connected(&[15, 15]))), Some(3));
    assert_eq!(to(scaling.decide(at(100), &connected(&[15, 15]))), None);
    assert_eq!(to(scaling.decide(at(100), &connected(&[25, 25]))), Some(5));
    assert_eq!(to(scaling.decide(at(399), &connected(&[25, 25]))), None);
    assert_eq!(to(scaling.decide(at(400), &connected(&[25, 25]))), Some(5));
}

#[test]
fn ex_59_scale_in_removes_only_what_it_has_made() {
    let mut lab = cluster();
    lab.give(&Command::SetScaling(PolicySpec::of(Metric::Cpu, 5)));
    lab.load(open(0, 260));
    lab.run(120_000);
    let out = scaled(&lab);
    assert_eq!(out.len(), 1, "{out:?}");
    assert_eq!(out[0].0, 2);
    assert!(out[0].1 > 2);
    for reader in [R3, R4].into_iter().take(usize::from(out[0].1 - 2)) {
        let spec = lab.world().standing_of(reader).expect("A-8");
        assert_eq!(
            (spec.tier, spec.class, spec.size),
            (15, Class::R7g, Size::XLarge)
        );
        assert!(lab.world().is_made_by_scaling(reader));
    }
    assert!(!lab.world().is_made_by_scaling(R1));
    lab.stop_load();
    lab.run(400_000);
    assert_eq!(scaled(&lab).last().map(|it| it.1), Some(2));
    let left: Vec<ReaderId> = lab.world().readers().map(|it| it.0).collect();
    assert_eq!(left, [R1, R2, WRITER]);
    lab.rest();
}

#[test]
fn a_3_a_6_the_cooldown_passes_before_readers_go_and_hand_made_ones_stay_for_ever() {
    let mut lab = cluster();
    lab.give(&Command::SetScaling(PolicySpec::of(Metric::Cpu, 5)));
    lab.run(1_000_000);
    assert_eq!(scaled(&lab), [], "idle, but both were made by hand");
    lab.rest();
}

#[test]
fn a_7_without_a_reader_there_is_nothing_to_go_by() {
    let mut lab = Lab::of(Topology {
        failover: Some(Failover::default()),
        ..Topology::default()
    });
    lab.put("k", "before").expect_acked(1);
    let policy = PolicySpec {
        min: 2,
        ..PolicySpec::of(Metric::Cpu, 5)
    };
    lab.give(&Command::SetScaling(policy));
    lab.load(open(600, 600));
    lab.run(130_000);
    assert_eq!(scaled(&lab), []);
    lab.give(&Command::AddReader(ReaderSpec::in_zone(B)));
    lab.run(120_000);
    assert_eq!(scaled(&lab).len(), 1, "from the first reader on");
    lab.stop_load();
    lab.rest();
}

fn waits(lab: &Lab) -> Vec<ReaderId> {
    let entries = lab.world().journal().since(EventId(0));
    let waits = |event| match event {
        Event::Cluster(ClusterEvent::ScalingWaits { reader }) => Some(reader),
        _ => None,
    };
    entries
        .filter_map(|(_, entry)| waits(entry.event))
        .collect()
}

#[test]
fn a_9_nothing_happens_while_an_instance_is_not_available() {
    let mut lab = cluster();
    lab.give(&Command::StopReader { reader: R2 });
    lab.give(&Command::SetScaling(PolicySpec::of(Metric::Cpu, 5)));
    lab.load(open(0, 260));
    lab.run(245_000);
    assert_eq!(scaled(&lab), []);
    assert_eq!(waits(&lab), [R2], "it says so once");
    lab.give(&Command::RestartReader { reader: R2 });
    lab.run(60_000);
    assert_eq!(scaled(&lab).len(), 1);
    lab.stop_load();
    lab.rest();
}

#[test]
fn a_2_and_a_10_policies_that_cannot_be_are_refused() {
    let mut lab = cluster();
    let set = |spec| Command::SetScaling(spec);
    let cpu = PolicySpec::of(Metric::Cpu, 60);
    for (spec, field) in [
        (PolicySpec { target: 0, ..cpu }, "target"),
        (PolicySpec { target: 101, ..cpu }, "target"),
        (PolicySpec { max: 16, ..cpu }, "max"),
        (
            PolicySpec {
                min: 5,
                max: 4,
                ..cpu
            },
            "max",
        ),
        (
            PolicySpec {
                in_cooldown_seconds: 3_601,
                ..cpu
            },
            "in_cooldown_seconds",
        ),
    ] {
        let refused = lab.try_give(&set(spec));
        assert!(
            matches!(refused, Err(Refusal::OutOfRange { field: it, .. }) if it == field),
            "{refused:?}"
        );
    }
    let metric = Metric::Cpu;
    let remove = Command::RemoveScaling { metric };
    assert_eq!(lab.try_give(&remove), Err(Refusal::NoSuchPolicy));
    lab.give(&set(cpu));
    lab.give(&set(PolicySpec { target: 50, ..cpu }));
    assert_eq!(lab.world().scaling_policies().len(), 1, "one per metric");
    let alone = Lab::new().try_give(&set(cpu));
    assert_eq!(alone, Err(Refusal::NoCluster));
    lab.rest();
}

/// A load that is more than a small reader can do: it waits there, and a larger reader, or one more, helps.
#[test]
fn a_1_an_instance_that_is_asked_for_more_than_it_can_do_answers_later() {
    let answers = |size, readers: usize| {
        let mut lab = Lab::of(Topology {
            readers: vec![
                ReaderSpec {
                    size,
                    ..ReaderSpec::in_zone(B)
                };
                readers
            ],
            failover: Some(Failover {
                loads_use: Through::ReadsAtReaders,
                ..Failover::default()
            }),
            cache_pages: 40,
            ..Topology::default()
        });
        // A reader of the smallest size does two thousand in a second.
        lab.load(Load::ClosedLoop {
            clients: 300,
            think_micros: 100_000,
            write_percent: 0,
            rows: 40,
        });
        lab.run(5_000);
        let before = lab.world().counters().reads;
        let busy = lab.world().cpu_permille(R1);
        let waiting = lab.world().waiting_for_processors(R1);
        lab.run(2_000);
        let answered = lab.world().counters().reads - before;
        lab.stop_load();
        lab.rest();
        (answered / 2, busy, waiting)
    };
    let (small, busy, waiting) = answers(Size::Large, 1);
    assert!((1_900..=2_100).contains(&small), "all it can do: {small}");
    assert!(busy >= 990, "{busy}");
    assert!(waiting > 20, "{waiting}");
    for (size, readers) in [(Size::XLarge, 1), (Size::Large, 2)] {
        let (answered, busy, waiting) = answers(size, readers);
        assert!(answered > small * 13 / 10, "{answered} instead of {small}");
        assert!(busy < 950, "{busy}");
        assert_eq!(waiting, 0);
    }
}
