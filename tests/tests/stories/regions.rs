//! A cluster in a secondary Region: it takes in another's redo, shows it, and can go on from it.

use base::{Keep, Lsn, SimTime, ZoneId};
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;
use world::checkers::Referee;
use world::{
    Bytes, Command, Event, Failover, Family, Load, Metric, PolicySpec, ReaderSpec, Refusal,
    RegionEvent, Topology, World,
};

/// Two Regions with nothing between them but this test, which carries the redo over.
struct Pair {
    primary: World,
    secondary: World,
    carried: Lsn,
}

impl Pair {
    fn new() -> Pair {
        Pair::of(Family::MySql)
    }

    fn of(family: Family) -> Pair {
        let topology = Topology {
            readers: vec![
                ReaderSpec::in_zone(ZoneId(1)),
                ReaderSpec::in_zone(ZoneId(2)),
            ],
            failover: Some(Failover {
                family,
                ..Failover::default()
            }),
            cache_pages: 20,
            ..Topology::default()
        };
        Pair {
            primary: World::new(topology.clone(), 1, Keep::All),
            secondary: World::secondary(topology, 2, Keep::All, SimTime::ZERO),
            carried: Lsn::ZERO,
        }
    }

    fn run(&mut self, millis: u64) {
        for _ in 0..millis / 10 {
            let until = SimTime::from_micros(self.primary.now().micros() + 10_000);
            assert!(self.primary.run_until(until, u64::MAX));
            let durable = self.primary.writer().points().vdl();
            if durable > self.carried && self.secondary.follows() {
                let parcel = self.primary.log().parcel(self.carried, durable);
                self.secondary.take_redo(&parcel);
                self.carried = durable;
            }
            assert!(self.secondary.run_until(until, u64::MAX));
        }
    }

    fn put(&mut self, key: &str, value: &str) {
        let (key, value) = (key.to_owned(), value.to_owned());
        self.primary.give(&Command::Put { key, value }).unwrap();
        self.run(200);
    }

    fn judge(&self) {
        for world in [&self.primary, &self.secondary] {
            let mut referee = Referee::new(world.topology());
            referee.follow(world.journal());
            assert!(referee.count() == 0, "{}", referee.verdict()[0]);
        }
    }
}

fn row(world: &World, key: &str) -> Option<Bytes> {
    world.row(key).expect("some copy is complete")
}

fn load() -> Command {
    Command::StartLoad(Load::OpenLoop {
        writes_per_second: 200,
        reads_per_second: 50,
        rows: 40,
    })
}

#[test]
fn g_4_redo_arrives_byte_for_byte_with_its_lsns_and_readers_show_it() {
    let mut pair = Pair::new();
    pair.primary.give(&load()).unwrap();
    pair.run(2_000);
    pair.primary.give(&Command::StopLoad {}).unwrap();
    pair.run(500);
    let (here, there) = (pair.primary.log(), pair.secondary.log());
    assert!(here.last() > Lsn(600));
    assert_eq!(
        here.parcel(Lsn::ZERO, here.last()),
        there.parcel(Lsn::ZERO, there.last())
    );
    assert_eq!(pair.secondary.writer().points().vdl(), here.last());
    for key in ["cart:0", "seat:1", "user:2", "order:3"] {
        assert!(row(&pair.primary, key).is_some());
        assert_eq!(row(&pair.primary, key), row(&pair.secondary, key));
    }
    for (_, replica, _) in pair.secondary.readers() {
        assert_eq!(
            replica.shows(),
            here.last(),
            "all three instances are readers"
        );
    }
    assert!(pair.secondary.agent_is_idle() && pair.primary.writes_are_done());
    pair.judge();
}

#[test]
fn a_11_and_cc_12_a_secondary_has_no_auto_scaling_and_no_managed_caches() {
    let mut pair = Pair::of(Family::PostgreSql);
    let manage = Command::SetCacheManagement { on: true };
    assert_eq!(pair.secondary.give(&manage), Err(Refusal::NotInSecondary));
    assert!(pair.primary.give(&manage).is_ok());
    let set = Command::SetScaling(PolicySpec::of(Metric::Cpu, 60));
    assert_eq!(pair.secondary.give(&set), Err(Refusal::NotInSecondary));
    assert!(pair.primary.give(&set).is_ok());
}

#[test]
fn a_secondary_takes_no_writes_until_it_leads() {
    let mut pair = Pair::new();
    pair.put("k", "first");
    let asked = Command::Put {
        key: "k".to_owned(),
        value: "second".to_owned(),
    };
    pair.secondary.give(&asked).unwrap();
    pair.run(3_000);
    assert_eq!(row(&pair.secondary, "k").unwrap()[..], *b"first");
    pair.secondary.become_primary(None).unwrap();
    pair.run(40_000);
    assert!(!pair.secondary.follows());
    let opened = pair.secondary.recovered_range().unwrap();
    assert_eq!(opened.above, pair.carried, "it goes on from what had come");
    assert_eq!(row(&pair.secondary, "k").unwrap()[..], *b"second");
    assert_eq!(
        row(&pair.primary, "k").unwrap()[..],
        *b"first",
        "two volumes"
    );
    pair.judge();
}

#[test]
fn g_51_commits_that_are_held_wait_and_are_acknowledged_in_order() {
    let mut pair = Pair::new();
    pair.put("k", "before");
    let commits = pair.primary.counters().commits;
    pair.primary.hold_commits(true);
    for n in 0..5 {
        pair.put("k", &n.to_string());
    }
    assert_eq!(pair.primary.counters().commits, commits);
    assert_eq!(pair.primary.writer().commits().len(), 5);
    pair.primary.hold_commits(false);
    assert_eq!(pair.primary.counters().commits, commits + 5);
    pair.run(100);
    pair.judge();
}

#[test]
fn g_21b_a_closed_cluster_takes_no_writes_and_still_reads() {
    let mut pair = Pair::new();
    pair.put("k", "before");
    pair.primary.close_to_writes(true);
    pair.put("k", "while");
    assert_eq!(row(&pair.primary, "k").unwrap()[..], *b"before");
    pair.primary.close_to_writes(false);
    pair.run(3_000);
    assert_eq!(
        row(&pair.primary, "k").unwrap()[..],
        *b"while",
        "its client has asked again"
    );
    pair.judge();
}

#[test]
fn g_21_the_old_primary_follows_above_the_same_void_range() {
    let mut pair = Pair::new();
    pair.primary.give(&load()).unwrap();
    pair.run(1_000);
    pair.primary.give(&Command::StopLoad {}).unwrap();
    pair.run(1_000);
    pair.primary.close_to_writes(true);
    pair.primary.become_secondary();
    pair.primary.reopen_agent();
    pair.secondary.become_primary(None).unwrap();
    pair.run(40_000);
    let range = pair.secondary.recovered_range();
    assert_eq!(range, pair.primary.recovered_range());
    std::mem::swap(&mut pair.primary, &mut pair.secondary);
    pair.carried = range.unwrap().until;
    pair.put("k", "in the other Region");
    assert_eq!(
        row(&pair.secondary, "k").unwrap()[..],
        *b"in the other Region"
    );
    let started = |entry: &Event| matches!(entry, Event::Region(RegionEvent::AgentStarted { .. }));
    let mut entries = pair.secondary.journal().since(base::EventId(0));
    assert!(entries.any(|(_, entry)| started(&entry.event)));
    drop(entries);
    pair.judge();
}
