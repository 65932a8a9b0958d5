//! Instances of a cluster come, change and go.

use base::{ClientId, EventId, ReaderId, ZoneId};
use tests::{A, B, C, Lab};
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;
use world::{
    Class, ClusterEvent, Command, Endpoint, Event, Failover, FailoverPhase, Given, InstanceStatus,
    Load, ReaderSpec, Refusal, Size, Standing, Through, Topology,
};

const FIRST: ReaderId = ReaderId(0);
const SECOND: ReaderId = ReaderId(1);
const WRITER: ReaderId = ReaderId(2);
const NEW: ReaderId = ReaderId(3);

/// Two readers, in b and c, and the writer in a.
fn cluster() -> Lab {
    let readers = [B, C].map(ReaderSpec::in_zone);
    let mut lab = Lab::of(Topology {
        readers: readers.to_vec(),
        failover: Some(Failover {
            loads_use: Through::ReadsAtReaders,
            ..Failover::default()
        }),
        cache_pages: 4,
        ..Topology::default()
    });
    lab.put("k", "before").expect_acked(1);
    lab.run(300);
    lab
}

fn readers_of(clients: u32) -> Load {
    Load::ClosedLoop {
        clients,
        think_micros: 20_000,
        write_percent: 0,
        rows: 40,
    }
}

fn count(lab: &Lab, is_it: impl Fn(&Event) -> bool) -> usize {
    let journal = lab.world().journal();
    let all = journal.since(EventId(0));
    all.filter(|(_, entry)| is_it(&entry.event)).count()
}

#[test]
fn an_instance_that_is_added_has_to_be_created_first() {
    let mut lab = cluster();
    let spec = ReaderSpec {
        tier: 3,
        class: Class::R7g,
        size: Size::X2Large,
        ..ReaderSpec::in_zone(B)
    };
    lab.give(&Command::AddReader(spec));
    let status = |lab: &Lab| lab.world().instance_status(NEW).expect("it is there");
    assert_eq!(status(&lab), InstanceStatus::Creating);
    lab.run(10_000);
    assert_eq!(status(&lab), InstanceStatus::Creating, "that takes a while");
    lab.run(40_000);
    assert_eq!(status(&lab), InstanceStatus::Available);
    assert_eq!(lab.world().standing_of(NEW), Some(spec));
    let reader = lab.world().reader(NEW).expect("it is there");
    assert_eq!(reader.cache_room(), 4 * 4, "four times the smallest");
    lab.read_from(NEW, "k").expect("before");
    lab.rest();
}

#[test]
fn rp_11_a_deleted_reader_takes_no_connections_and_its_clients_turn_elsewhere() {
    let mut lab = cluster();
    lab.load(readers_of(20));
    lab.run(3_000);
    let through = |lab: &Lab| lab.world().connections(Endpoint::Reader);
    assert!(through(&lab)[0].1 > 0);
    lab.give(&Command::RemoveReader { reader: FIRST });
    // Until then clients may go by what the name resolved to last (I-18).
    lab.run(12_000);
    assert_eq!(lab.world().instance_status(FIRST), None);
    assert_eq!(through(&lab), [(SECOND, 20), (WRITER, 0)]);
    let broken = |event: &Event| matches!(event, Event::ConnectionBroke { reader: FIRST, .. });
    assert!(count(&lab, broken) > 0);
    let gone = Err(Refusal::NoSuchReader(FIRST));
    assert_eq!(
        lab.try_give(&Command::RestartReader { reader: FIRST }),
        gone
    );
    assert_eq!(lab.try_give(&Command::RemoveReader { reader: FIRST }), gone);
    lab.crash_writer();
    lab.run(60_000);
    assert_eq!(lab.world().endpoint(), Some(SECOND), "nobody else is left");
    lab.read("k").expect("before");
    lab.stop_load();
    lab.rest();
}

#[test]
fn rp_11_what_a_deleted_reader_is_at_may_end_within_three_minutes() {
    let mut lab = cluster();
    // Its request for a page gets no answer while all copies are stopped.
    for copy in base::CopyId::all() {
        lab.give(&Command::StopCopy { copy, group: None });
    }
    let get = Command::Get {
        key: "k".to_owned(),
        from_reader: Some(FIRST),
    };
    let Given::Asked(asked) = lab.give(&get) else {
        panic!("a read is asked");
    };
    lab.run(100);
    lab.give(&Command::RemoveReader { reader: FIRST });
    assert_eq!(
        lab.world().instance_status(FIRST),
        Some(InstanceStatus::Deleting)
    );
    let leaves = Err(Refusal::ReaderLeaves(FIRST));
    assert_eq!(
        lab.try_give(&Command::RemoveReader { reader: FIRST }),
        leaves
    );
    lab.run(100_000);
    assert!(lab.world().reader(FIRST).expect("there").is_up(), "grace");
    lab.run(100_000);
    let cut = |event: &Event| {
        matches!(
            event,
            Event::Cluster(ClusterEvent::InstanceRemoved { cut: 1, .. })
        )
    };
    assert_eq!(count(&lab, cut), 1, "P-29: after 180 s it is cut off");
    lab.heal_all();
    lab.run(5_000);
    let standing = lab.world().standing(asked);
    assert!(
        matches!(standing, Some(Standing::Answered { .. })),
        "it is asked again elsewhere"
    );
    lab.rest();
}

#[test]
fn an_instance_changes_its_class_and_size_by_starting_anew() {
    let mut lab = cluster();
    let size = |size| Command::ModifyInstance {
        reader: FIRST,
        class: None,
        size: Some(size),
    };
    lab.give(&size(Size::X4Large));
    assert_eq!(
        lab.world().instance_status(FIRST),
        Some(InstanceStatus::Starting)
    );
    lab.run(20_000);
    let spec = lab.world().standing_of(FIRST).expect("there");
    assert_eq!((spec.class, spec.size), (Class::R6g, Size::X4Large));
    assert_eq!(lab.world().reader(FIRST).expect("there").cache_room(), 32);
    let same = lab.try_give(&size(Size::X4Large));
    assert_eq!(same, Err(Refusal::NothingToChange(FIRST)));
    // The larger one is preferred now (F-2), and has the larger cache as the writer too.
    lab.crash_writer();
    lab.run(60_000);
    assert_eq!(lab.world().endpoint(), Some(FIRST));
    assert_eq!(lab.world().writer().cache().room(), 32);
    lab.rest();
}

#[test]
fn i_3_the_volume_spans_three_zones_whatever_the_number_of_instances() {
    for readers in [0, 1, 5] {
        let mut lab = Lab::of(Topology {
            readers: vec![ReaderSpec::in_zone(B); readers],
            failover: Some(Failover::default()),
            ..Topology::default()
        });
        lab.put("k", "first").expect_acked(1);
        // Four copies are left, in two zones.
        lab.zone(C).cut();
        lab.put("k", "second").expect_acked(1);
        lab.rest();
        lab.read("k").expect("second");
    }
}

#[test]
fn f_7_after_the_loss_of_a_zone_the_cluster_moves_to_another_for_good() {
    let mut lab = Lab::of(Topology {
        failover: Some(Failover::default()),
        ..Topology::default()
    });
    lab.put("k", "before").expect_acked(1);
    lab.zone(A).cut();
    lab.run(600_000);
    assert_eq!(lab.world().failover_phase(), Some(FailoverPhase::Stranded));
    lab.give(&Command::AddReader(ReaderSpec::in_zone(C)));
    lab.run(120_000);
    assert_eq!(lab.world().writer_zone(), C);
    // The old instance is of no use any more: it can be deleted while it cannot be reached.
    let old = ReaderId(0);
    assert_eq!(
        lab.world().instance_status(old),
        Some(InstanceStatus::OutOfReach)
    );
    lab.give(&Command::RemoveReader { reader: old });
    lab.run(1_000);
    assert_eq!(lab.world().instance_status(old), None);
    lab.zone(A).heal();
    lab.run(60_000);
    lab.read("k").expect("before");
    lab.put("k", "after").expect_acked(1);
    lab.rest();
}

#[test]
fn a_reader_that_is_deleted_while_it_is_created_never_comes() {
    let mut lab = cluster();
    lab.give(&Command::AddReader(ReaderSpec::in_zone(A)));
    lab.run(1_000);
    lab.give(&Command::RemoveReader { reader: NEW });
    lab.run(120_000);
    let started = |event: &Event| matches!(event, Event::ReaderRestarted { reader: NEW });
    assert_eq!(count(&lab, started), 0);
    lab.rest();
}

#[test]
fn commands_about_instances_that_make_no_sense_are_refused() {
    let mut alone = Lab::new();
    let remove = |reader| Command::RemoveReader { reader };
    let none = Err(Refusal::NoSuchReader(FIRST));
    assert_eq!(alone.try_give(&remove(FIRST)), none);
    let mut lab = cluster();
    let modify = |reader| Command::ModifyInstance {
        reader,
        class: Some(Class::R5),
        size: None,
    };
    for (command, refusal) in [
        (remove(WRITER), Refusal::IsTheWriter(WRITER)),
        (modify(WRITER), Refusal::IsTheWriter(WRITER)),
        (remove(NEW), Refusal::NoSuchReader(NEW)),
        (modify(NEW), Refusal::NoSuchReader(NEW)),
        (
            Command::AddReader(ReaderSpec::in_zone(ZoneId(7))),
            Refusal::NoSuchZone(ZoneId(7)),
        ),
    ] {
        assert_eq!(lab.try_give(&command), Err(refusal));
    }
    for _ in 0..13 {
        lab.give(&Command::AddReader(ReaderSpec::in_zone(B)));
    }
    let one_more = Command::AddReader(ReaderSpec::in_zone(B));
    assert_eq!(lab.try_give(&one_more), Err(Refusal::TooManyReaders));
    lab.give(&remove(FIRST));
    lab.give(&one_more);
    assert_eq!(lab.try_give(&one_more), Err(Refusal::TooManyReaders));
    let client = ClientId(0);
    assert_eq!(lab.world().resolved(client).map(|it| it.0), Some(WRITER));
    lab.rest();
}
