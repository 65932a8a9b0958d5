//! What a cluster looks like while it is scaled and its caches are looked after: every value is the engine's.

use base::{Keep, ReaderId, SimSpan, ZoneId};
use scene::{CachesView, Focus, ScalingView, caches_view};
use scene::{Tone, cluster_view, inspect, scaling_view, scene};
use world::{
    Command, Failover, Family, Load, Metric, PolicySpec, ReaderSpec, Through, Topology, World,
};

fn run_for(world: &mut World, millis: u64) {
    let until = world.now() + SimSpan::from_millis(millis);
    assert!(world.run_until(until, u64::MAX));
}

fn give(world: &mut World, command: Command) {
    world.give(&command).expect("it makes sense now");
}

/// A reader, a writer, and clients who read at the reader.
fn cluster(family: Family) -> World {
    let first = ReaderSpec {
        tier: 0,
        ..ReaderSpec::in_zone(ZoneId(1))
    };
    let topology = Topology {
        readers: vec![first],
        failover: Some(Failover {
            writer_tier: 0,
            family,
            loads_use: match family {
                Family::MySql => Through::ReadsAtReaders,
                Family::PostgreSql => Through::Cluster,
            },
            ..Failover::default()
        }),
        cache_pages: 40,
        page_bytes: 64,
        ..Topology::default()
    };
    let mut world = World::new(topology, 1, Keep::All);
    run_for(&mut world, 100);
    world
}

fn reads(world: &mut World, reads_per_second: u32, writes_per_second: u32) {
    let rows = 60;
    give(
        world,
        Command::StartLoad(Load::OpenLoop {
            writes_per_second,
            reads_per_second,
            rows,
        }),
    );
}

fn scaling(world: &World) -> ScalingView {
    scaling_view(world, world.now()).expect("a cluster")
}

fn caches(world: &World) -> CachesView {
    caches_view(world).expect("a cluster")
}

#[test]
fn a_1_the_view_says_what_is_measured_decided_and_waited_for() {
    let mut world = cluster(Family::MySql);
    assert_eq!(scaling(&world).state.id, "scaling-none");
    give(
        &mut world,
        Command::SetScaling(PolicySpec {
            in_cooldown_seconds: 60,
            out_cooldown_seconds: 60,
            ..PolicySpec::of(Metric::Cpu, 20)
        }),
    );
    reads(&mut world, 600, 0);
    run_for(&mut world, 20_000);
    let view = scaling(&world);
    assert_eq!(view.state.id, "scaling-will-add");
    let [reader, writer] = &view.instances[..] else {
        panic!("two instances: {view:?}");
    };
    assert!(reader.counts && !writer.counts, "A-5");
    assert!(reader.bars[0].permille > 200, "{reader:?}");
    assert_eq!(reader.bars[0].target_permille, Some(200));
    assert_eq!(reader.bars[0].tone, Tone::Waiting, "above the target");
    let drawn = scene(&world, world.now(), None);
    let cpu = drawn.readers[0].cpu_permille.expect("a cluster");
    assert_eq!(
        cpu,
        u32::from(reader.bars[0].permille),
        "the same on the stage"
    );
    run_for(&mut world, 45_000);
    let view = scaling(&world);
    assert_eq!(view.state.id, "scaling-waits", "A-9");
    assert_eq!(view.decisions.len(), 1);
    assert_eq!(view.decisions[0].says.id, "event-scaled-out");
    assert_eq!(view.rests.len(), 1, "A-3");
    give(&mut world, Command::StopLoad {});
    run_for(&mut world, 180_000);
    let view = scaling(&world);
    assert_eq!(view.decisions[0].says.id, "event-scaled-in", "{view:?}");
    assert_eq!(view.instances.len(), 2, "only its own, and it is gone");
}

#[test]
fn cc_6_the_columns_and_the_hot_pages_are_the_engine_s() {
    let mut world = cluster(Family::PostgreSql);
    reads(&mut world, 200, 20);
    run_for(&mut world, 10_000);
    let cold = caches(&world);
    assert_eq!(cold.state.id, "caches-not-managed");
    assert!(
        cold.hot.len() > 10 && cold.hot.iter().all(|had| !had),
        "{cold:?}"
    );
    assert!(cold.columns.is_empty() && cold.compared == Some(ReaderId(0)));
    let on = true;
    give(&mut world, Command::SetCacheManagement { on });
    run_for(&mut world, 5_000);
    assert_eq!(caches(&world).state.id, "caches-in-a-minute", "CC-5");
    run_for(&mut world, 75_000);
    let warm = caches(&world);
    assert_eq!(warm.state.id, "caches-kept-warm");
    assert_eq!(warm.columns.len(), 7);
    let had = warm.hot.iter().filter(|had| **had).count();
    assert!(had * 10 > warm.hot.len() * 7, "{had} of {}", warm.hot.len());
    let of_writer = warm.caches.iter().find(|cache| cache.writes);
    let of_writer = of_writer.expect("it runs");
    assert!(of_writer.held > 0 && of_writer.hit_permille > Some(500));
    let rows = inspect(&world, Focus::Writer).expect("it is there").facts;
    assert!(rows.iter().any(|row| row.label.id == "row-cached"));
    assert!(rows.iter().any(|row| row.label.id == "row-cpu"));
}

#[test]
fn what_can_be_done_to_a_cluster_changes_with_how_it_stands() {
    let mut world = cluster(Family::MySql);
    let labels = |world: &World| -> Vec<&str> {
        let view = cluster_view(world).expect("a cluster");
        view.operations.iter().map(|deed| deed.label.id).collect()
    };
    assert_eq!(labels(&world).len(), 5);
    give(&mut world, Command::StopCluster {});
    assert_eq!(labels(&world), ["deed-start-cluster"], "I-24");
    let view = cluster_view(&world).expect("a cluster");
    assert_eq!(view.news.map(|news| news.id), Some("event-cluster-stopped"));
    assert_eq!(view.cache_management, None, "CC-2");
    give(&mut world, Command::StartCluster {});
    assert_eq!(labels(&world).len(), 5);
}

#[test]
fn the_stage_in_words_says_how_busy_each_instance_is_as_its_card_does() {
    let mut world = cluster(Family::MySql);
    reads(&mut world, 400, 40);
    run_for(&mut world, 3_000);
    let scene = scene(&world, world.now(), None);
    let shown: Vec<Option<u32>> = [scene.writer.as_ref().and_then(|it| it.cpu_permille)]
        .into_iter()
        .chain(scene.readers.iter().map(|it| it.cpu_permille))
        .collect();
    assert!(shown.iter().any(|busy| busy.is_some_and(|busy| busy > 0)));
    let said: Vec<String> = scene
        .describe
        .iter()
        .filter(|said| ["describe-writer", "describe-reader"].contains(&said.id))
        .map(|said| format!("{said:?}"))
        .collect();
    assert_eq!(said.len(), shown.len());
    for (said, busy) in said.iter().zip(shown) {
        let percent = busy.expect("a cluster's instances").div_ceil(10);
        let cpu = base::Phrase::new("cpu").with("percent", percent);
        assert!(said.contains(&format!("{cpu:?}")), "{said}");
    }
}
