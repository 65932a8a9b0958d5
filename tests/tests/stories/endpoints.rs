//! Names, and the connections clients make through them.

use base::{ClientId, EventId, ReaderId, SimSpan, SimTime};
use tests::{A, B, C, Lab};
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;
use world::{
    ClusterEvent, Command, Endpoint, Engine, Event, Failover, Load, LostWhy, Message, ReaderSpec,
    Through, Topology,
};

const FIRST: ReaderId = ReaderId(0);
const SECOND: ReaderId = ReaderId(1);

fn cluster(readers: &[base::ZoneId], failover: Failover) -> Lab {
    let readers = readers.iter().copied().map(ReaderSpec::in_zone);
    let mut lab = Lab::of(Topology {
        readers: readers.collect(),
        failover: Some(failover),
        cache_pages: 20,
        ..Topology::default()
    });
    lab.put("k", "before").expect_acked(1);
    lab.run(300);
    lab
}

fn through(loads_use: Through) -> Failover {
    Failover {
        loads_use,
        ..Failover::default()
    }
}

fn clients(clients: u32, think_micros: u32, write_percent: u32) -> Load {
    Load::ClosedLoop {
        clients,
        think_micros,
        write_percent,
        rows: 40,
    }
}

fn events(lab: &Lab, from: EventId) -> impl Iterator<Item = (SimTime, Event)> {
    let journal = lab.world().journal();
    journal
        .since(from)
        .map(|(_, entry)| (entry.at, entry.event))
}

/// When clients met an instance that takes no writes.
fn read_only_errors(lab: &Lab, from: EventId) -> Vec<SimTime> {
    let read_only = |(at, event)| match event {
        Event::Lost {
            why: LostWhy::ReadOnly,
            ..
        } => Some(at),
        _ => None,
    };
    events(lab, from).filter_map(read_only).collect()
}

fn broken(lab: &Lab, from: EventId, place: ReaderId) -> usize {
    let of = |(_, event): &(SimTime, Event)| matches!(event, Event::ConnectionBroke { reader, .. } if *reader == place);
    events(lab, from).filter(of).count()
}

#[test]
fn ex_51_a_stale_name_leads_to_the_old_writer_which_takes_no_writes() {
    for (ttl_millis, longest) in [(60_000, 60_000), (5_000, 5_000)] {
        let failover = Failover {
            ttl_millis,
            // The old writer is back before the name has moved for good.
            check_millis: 200,
            promote_millis: 500,
            publish_millis: 100,
            ..Failover::default()
        };
        let mut lab = cluster(&[B], failover);
        // Whoever connects just before the failover keeps what the name resolved to then.
        lab.load(clients(5, 100_000, 100));
        lab.run(1_000);
        let before = lab.world().journal().next_id();
        lab.give(&Command::Failover { to: None });
        let moved = lab.run_while(SimSpan::from_millis(60_000), |lab| {
            lab.world().endpoint() != Some(FIRST)
        });
        assert!(moved);
        let switched = lab.world().now();
        lab.run(40_000);
        let errors = read_only_errors(&lab, before);
        assert!(!errors.is_empty(), "I-21: they meet the old writer");
        let last = errors.last().expect("some").since(switched);
        if ttl_millis == 60_000 {
            assert!(
                last > SimSpan::from_millis(30_000),
                "40 s later still: {last}"
            );
        } else {
            assert!(last <= SimSpan::from_millis(longest), "{last}");
        }
        lab.run(40_000);
        let client = lab
            .world()
            .resolved(ClientId(1))
            .expect("it has looked it up");
        assert_eq!(client.0, FIRST, "the new writer, in the end");
        lab.stop_load();
        lab.rest();
    }
}

/// What waits at a reader that is cut off is asked elsewhere once keepalives have gone unanswered for five seconds.
#[test]
fn i_22_who_waits_for_an_instance_that_is_cut_off_notices_within_five_seconds() {
    let mut lab = cluster(
        &[B, C],
        Failover {
            // Nobody is promoted, and no name moves.
            check_millis: 60_000,
            ..through(Through::ReadsAtReaders)
        },
    );
    // The reader's own zone has no copies, so its pages come from afar.
    lab.copy('C').crash();
    lab.copy('D').crash();
    lab.load(Load::OpenLoop {
        writes_per_second: 200,
        reads_per_second: 4_000,
        rows: 400,
    });
    lab.run(2_000);
    let before = lab.world().journal().next_id();
    let cut = lab.world().now();
    lab.zone(B).cut();
    lab.stop_load();
    lab.run(4_990);
    let waiting = lab.world().open_requests_count();
    assert!(waiting > 0, "they wait in vain");
    lab.run(1_000);
    assert_eq!(
        lab.world().open_requests_count(),
        0,
        "they have asked elsewhere"
    );
    let silent = events(&lab, before).find_map(|(at, event)| match event {
        Event::Cluster(ClusterEvent::PeerSilent { reader }) => Some((at, reader)),
        _ => None,
    });
    assert_eq!(silent, Some((cut + SimSpan::from_millis(5_000), FIRST)));
    lab.rest();
}

#[test]
fn i_20_right_after_a_failover_the_reader_endpoint_may_lead_to_the_new_writer() {
    let failover = Failover {
        // Clients keep for long what the name resolved to.
        ttl_millis: 60_000,
        ..through(Through::ReadsAtReaders)
    };
    let mut lab = cluster(&[B], failover);
    lab.load(clients(10, 50_000, 0));
    lab.run(1_000);
    let there = |lab: &Lab| lab.world().connections(Endpoint::Reader)[0];
    assert_eq!(there(&lab), (FIRST, 10));
    lab.give(&Command::Failover { to: None });
    let opened = |lab: &Lab| lab.world().writer_place() != Some(FIRST) || !lab.is_open();
    assert!(lab.run_while(SimSpan::from_millis(60_000), opened));
    lab.run(10_000);
    assert_eq!(
        there(&lab),
        (FIRST, 10),
        "they have come back to the same instance, which writes now"
    );
    lab.stop_load();
    lab.rest();
}

#[test]
fn ex_53_connections_of_readers_that_stay_up_survive() {
    for (engine, survive) in [(Engine::ReadersStay, true), (Engine::ReadersRestart, false)] {
        let failover = Failover {
            engine,
            ..through(Through::ReadsAtReaders)
        };
        let mut lab = cluster(&[B, C], failover);
        lab.give(&Command::SetTier {
            reader: FIRST,
            tier: 0,
        });
        lab.load(clients(20, 50_000, 30));
        lab.run(1_000);
        let before = lab.world().journal().next_id();
        lab.crash_writer();
        lab.run(60_000);
        assert_eq!(lab.world().endpoint(), Some(FIRST));
        assert!(
            broken(&lab, before, FIRST) > 0,
            "the promoted reader restarts"
        );
        assert_eq!(broken(&lab, before, SECOND) == 0, survive, "{engine:?}");
        lab.stop_load();
        lab.rest();
    }
}

#[test]
fn ex_54_the_reader_endpoint_spreads_connections_and_not_queries() {
    let mut lab = cluster(&[B, C], through(Through::ReadsAtReaders));
    lab.load(clients(1_000, 1_000_000, 0));
    lab.run(10_000);
    let spread = lab.world().connections(Endpoint::Reader);
    let (first, second) = (spread[0].1, spread[1].1);
    assert_eq!(first + second, 1_000);
    assert!(first.abs_diff(second) < 120, "{first} and {second}");
    lab.stop_load();
    lab.rest();

    let mut lab = cluster(&[B, C], through(Through::ReadsAtReaders));
    lab.load(clients(1, 0, 0));
    lab.run(2_000);
    let mut asked = [0; 2];
    for (_, event) in events(&lab, EventId(0)) {
        if let Event::Sent {
            from: world::Address::Client(ClientId(1)),
            to: world::Address::Reader(reader),
            message: Message::Ask(_),
        } = event
        {
            asked[reader.0 as usize] += 1;
        }
    }
    assert!(asked[0] + asked[1] > 1_000, "{asked:?}");
    assert!(asked.contains(&0), "one connection, one reader: {asked:?}");
    lab.stop_load();
    lab.rest();
}

#[test]
fn ex_55_without_readers_the_reader_endpoint_leads_to_the_writer() {
    let mut lab = cluster(&[], through(Through::Reader));
    lab.load(clients(4, 50_000, 100));
    lab.run(2_000);
    assert_eq!(read_only_errors(&lab, EventId(0)), []);
    assert_eq!(
        lab.world().connections(Endpoint::Reader),
        [(FIRST, 4)],
        "I-7"
    );
    lab.give(&Command::AddReader(ReaderSpec::in_zone(B)));
    lab.run(60_000);
    assert_eq!(
        read_only_errors(&lab, EventId(0)),
        [],
        "what stands stands (I-14)"
    );
    // More clients: new connections go to the reader, and there no write succeeds.
    lab.load(clients(8, 50_000, 100));
    lab.run(5_000);
    assert!(!read_only_errors(&lab, EventId(0)).is_empty());
    assert_eq!(lab.world().connections(Endpoint::Reader)[0], (FIRST, 4));
    lab.stop_load();
    lab.run(1_000);
    // Once the reader is gone the endpoint leads to the writer again.
    lab.give(&Command::StopReader { reader: SECOND });
    lab.run(20_000);
    lab.give(&Command::RestartReader { reader: SECOND });
    lab.run(20_000);
    lab.rest();
}

#[test]
fn connections_break_with_their_instance_and_clients_come_back_with_patience() {
    let mut lab = cluster(&[B], Failover::default());
    lab.load(clients(10, 100_000, 100));
    lab.run(5_000);
    let before = lab.world().journal().next_id();
    lab.zone(A).cut();
    lab.run(60_000);
    // Those of the load, and the visitor's.
    assert_eq!(broken(&lab, before, SECOND), 11, "each once");
    let tries = events(&lab, before).filter(|(_, event)| {
        matches!(
            event,
            Event::Lost {
                from: world::Address::Client(_),
                ..
            }
        )
    });
    let tries = tries.count();
    assert!(tries < 10 * 60, "back-off: {tries} attempts in vain");
    assert_eq!(lab.world().connections(Endpoint::Cluster)[0].1, 10);
    lab.zone(A).heal();
    lab.stop_load();
    lab.run(30_000);
    lab.rest();
}
