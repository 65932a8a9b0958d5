//! What is done to a cluster on purpose: stop and start, restart of the engine, patching.

use base::{EventId, ReaderId, SimSpan};
use tests::{B, C, Lab};
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;
use world::{
    ClusterEvent, Command, Ended, Ends, Event, Failover, Family, Given, Happening, Load, Outcome,
    ReaderSpec, Refusal, RollbackWhy, Standing, StatementSpec, Topology,
};

const WRITER: ReaderId = ReaderId(2);

fn cluster(failover: Failover) -> Lab {
    let mut lab = Lab::of(Topology {
        readers: [B, C].map(ReaderSpec::in_zone).to_vec(),
        failover: Some(failover),
        cache_pages: 10,
        ..Topology::default()
    });
    lab.put("k", "before").expect_acked(1);
    lab.run(300);
    lab
}

fn told(lab: &Lab, from: EventId) -> Vec<ClusterEvent> {
    let entries = lab.world().journal().since(from);
    let of_cluster = |event| match event {
        Event::Cluster(what) => Some(what),
        _ => None,
    };
    entries
        .filter_map(|(_, entry)| of_cluster(entry.event))
        .collect()
}

fn broken(lab: &Lab, from: EventId) -> usize {
    let entries = lab.world().journal().since(from);
    let broke = |event: &Event| matches!(event, Event::ConnectionBroke { .. });
    entries.filter(|(_, entry)| broke(&entry.event)).count()
}

fn patched(lab: &Lab, from: EventId) -> Vec<ReaderId> {
    let told = told(lab, from).into_iter();
    let of = |what| match what {
        ClusterEvent::InstancePatched { reader } => Some(reader),
        _ => None,
    };
    told.filter_map(of).collect()
}

fn begin_transaction(lab: &mut Lab) -> base::RequestId {
    let put = |key: &str| StatementSpec::Put {
        key: key.to_owned(),
        value: "open".to_owned(),
    };
    let command = Command::Transaction {
        statements: vec![put("k"), put("other")],
        ends: Ends::Commit,
        pause_millis: 60_000,
    };
    let Given::Asked(request) = lab.give(&command) else {
        panic!("it is asked")
    };
    lab.run(100);
    assert_eq!(lab.world().writer().transactions_open(), 1);
    request
}

#[test]
fn i_24_a_stopped_cluster_cannot_be_changed_and_is_there_again_when_it_is_started() {
    let mut lab = cluster(Failover::default());
    lab.give(&Command::StopCluster {});
    assert!(lab.world().is_cluster_stopped());
    lab.run(60_000);
    assert!(!lab.is_open(), "nobody takes over");
    for command in [
        Command::StopCluster {},
        Command::Failover { to: None },
        Command::SetTier {
            reader: ReaderId(0),
            tier: 3,
        },
        Command::AddReader(ReaderSpec::in_zone(B)),
        Command::RestartWriter {},
        Command::RestartReader {
            reader: ReaderId(0),
        },
        Command::RestartEngine {},
    ] {
        assert_eq!(
            lab.try_give(&command),
            Err(Refusal::ClusterIsStopped),
            "{command:?}"
        );
    }
    lab.give(&Command::StartCluster {});
    assert_eq!(
        lab.try_give(&Command::StartCluster {}),
        Err(Refusal::ClusterIsRunning)
    );
    let closed = |lab: &Lab| !lab.is_open();
    assert!(lab.run_while(SimSpan::from_millis(60_000), closed));
    assert_eq!(lab.world().writer_place(), Some(WRITER), "as it was");
    lab.run(30_000);
    lab.read("k").expect("before");
    assert!(
        lab.world()
            .readers()
            .filter(|(_, reader, _)| reader.is_up())
            .count()
            == 2
    );
    lab.rest();
}

#[test]
fn i_24_a_start_that_was_overtaken_starts_nothing() {
    let mut lab = cluster(Failover::default());
    const DAY: u64 = 24 * 60 * 60 * 1_000;
    lab.give(&Command::StopCluster {});
    lab.run(DAY);
    lab.give(&Command::StartCluster {});
    lab.run(60_000);
    lab.give(&Command::StopCluster {});
    lab.run(6 * DAY);
    assert!(
        lab.world().is_cluster_stopped(),
        "the week of the first stop is over, that of the second is not"
    );
    lab.run(DAY + 60_000);
    assert!(lab.is_open());
    let by_itself = ClusterEvent::ClusterStarted { by_itself: true };
    let starts = told(&lab, EventId(0)).into_iter();
    assert_eq!(starts.filter(|it| *it == by_itself).count(), 1);
    lab.rest();
}

#[test]
fn i_24_after_seven_days_it_starts_by_itself() {
    let mut lab = cluster(Failover::default());
    lab.give(&Command::StopCluster {});
    const DAY: u64 = 24 * 60 * 60 * 1_000;
    lab.run(7 * DAY - 1_000);
    assert!(lab.world().is_cluster_stopped());
    lab.run(61_000);
    assert!(lab.is_open());
    assert!(told(&lab, EventId(0)).contains(&ClusterEvent::ClusterStarted { by_itself: true }));
    lab.read("k").expect("before");
}

#[test]
fn o_8_a_restart_without_downtime_keeps_connections_and_rolls_transactions_back() {
    let mut lab = cluster(Failover::default());
    lab.load(Load::ClosedLoop {
        clients: 20,
        think_micros: 100_000,
        write_percent: 50,
        rows: 40,
    });
    lab.run(500);
    let open = begin_transaction(&mut lab);
    let before = lab.world().journal().next_id();
    lab.give(&Command::RestartEngine {});
    lab.run(20_000);
    assert!(lab.is_open());
    assert_eq!(broken(&lab, before), 0, "all connections are kept");
    let rolled_back = Ended::RolledBack(RollbackWhy::Restart);
    assert!(matches!(
        lab.world().standing(open),
        Some(Standing::Answered { outcome: Outcome::Ended { how, .. }, .. }) if how == rolled_back
    ));
    lab.read("k").expect("before");
    lab.read("other").expect_nothing();
    let acknowledged = |what: &Happening| matches!(what, Happening::CommitAcknowledged { .. });
    assert!(
        lab.happenings(before)
            .filter(|(_, what)| acknowledged(what))
            .count()
            > 100
    );
    assert_eq!(lab.world().writer_place(), Some(WRITER));
    lab.stop_load();
    lab.rest();
}

#[test]
fn o_8_in_the_other_family_connections_break() {
    let mut lab = cluster(Failover {
        family: Family::PostgreSql,
        ..Failover::default()
    });
    lab.load(Load::ClosedLoop {
        clients: 20,
        think_micros: 100_000,
        write_percent: 50,
        rows: 40,
    });
    lab.run(2_000);
    let before = lab.world().journal().next_id();
    lab.give(&Command::RestartEngine {});
    lab.run(20_000);
    assert!(broken(&lab, before) >= 20);
    lab.stop_load();
    lab.rest();
}

#[test]
fn o_4_instances_are_patched_one_after_another_the_writer_last() {
    let mut lab = cluster(Failover::default());
    lab.load(Load::ClosedLoop {
        clients: 10,
        think_micros: 50_000,
        write_percent: 50,
        rows: 40,
    });
    lab.run(500);
    let before = lab.world().journal().next_id();
    lab.give(&Command::PatchInstances { by_failover: false });
    let again = lab.try_give(&Command::PatchInstances { by_failover: false });
    assert_eq!(again, Err(Refusal::Patching));
    lab.run(120_000);
    assert_eq!(patched(&lab, before), [ReaderId(0), ReaderId(1), WRITER]);
    assert!(!lab.world().is_patching_instances());
    assert_eq!(lab.world().writer_place(), Some(WRITER));
    assert_eq!(broken(&lab, before), 0, "those to the writer are kept");
    lab.stop_load();
    lab.rest();
}

#[test]
fn o_5_or_the_writer_hands_over_to_a_reader_that_is_patched() {
    let mut lab = cluster(Failover::default());
    let before = lab.world().journal().next_id();
    lab.give(&Command::PatchInstances { by_failover: true });
    lab.run(240_000);
    assert_eq!(patched(&lab, before), [ReaderId(0), ReaderId(1), WRITER]);
    assert_ne!(lab.world().writer_place(), Some(WRITER));
    assert!(!lab.world().is_patching_instances());
    lab.read("k").expect("before");
    lab.rest();
}
