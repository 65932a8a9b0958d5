//! A database over several Regions: what lags, what waits, what is lost, and where it still is.

use base::{RegionId, SimSpan};
use globe::{
    ChangeKind, Consistency, DatabaseId, Era, Forwarding, GlobalCommand, GlobalEngine, GlobalEvent,
    GlobalRefusal, GlobalTopology, RegionSpec, Status,
};
use tests::planet::{IRELAND, Planet, TOKYO, VIRGINIA};
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;
use world::Outcome;

fn set_rpo(planet: &mut Planet, region: RegionId, seconds: u32) {
    let seconds = Some(seconds);
    planet.give(GlobalCommand::SetRpo { region, seconds });
}

fn cut(planet: &mut Planet, one: RegionId, other: RegionId) {
    planet.give(GlobalCommand::CutLink { one, other });
}

fn heal(planet: &mut Planet, one: RegionId, other: RegionId) {
    planet.give(GlobalCommand::HealLink { one, other });
}

fn fail_over(planet: &mut Planet, to: RegionId) {
    let allow_data_loss = true;
    planet.give(GlobalCommand::Failover {
        to,
        allow_data_loss,
    });
}

fn darken(planet: &mut Planet, region: RegionId) {
    planet.give(GlobalCommand::DarkenRegion { region });
}

fn rpo_lag(planet: &Planet, region: RegionId) -> u64 {
    planet
        .globe()
        .lag(region)
        .expect("a secondary")
        .rpo
        .micros()
        / 1_000_000
}

fn holds(planet: &Planet) -> bool {
    planet.world(planet.primary()).holds_commits()
}

#[test]
fn ex_89_one_secondary_below_the_limit_is_enough() {
    let mut planet = Planet::of(&[VIRGINIA, IRELAND, TOKYO]);
    set_rpo(&mut planet, VIRGINIA, 60);
    planet.start_app(2);
    planet.run(2_000);
    // One lags by about 5 s, the other by 90.
    planet.delay(VIRGINIA, IRELAND, 2_500);
    planet.delay(VIRGINIA, TOKYO, 45_000);
    planet.run(120_000);
    assert!(
        (4..8).contains(&rpo_lag(&planet, IRELAND)),
        "{}",
        rpo_lag(&planet, IRELAND)
    );
    assert!(rpo_lag(&planet, TOKYO) >= 85);
    assert!(!holds(&planet), "the commit passes");
    // Both are above: it blocks.
    cut(&mut planet, VIRGINIA, IRELAND);
    planet.run(61_000);
    assert!(rpo_lag(&planet, IRELAND) >= 60);
    assert!(holds(&planet));
    let (before, waiting) = (
        planet.acknowledged(VIRGINIA),
        planet.world(VIRGINIA).writer().commits().len(),
    );
    assert!(waiting > 0);
    // The first falls below: they are released.
    heal(&mut planet, VIRGINIA, IRELAND);
    planet.run(10_000);
    assert!(rpo_lag(&planet, IRELAND) < 60 && !holds(&planet));
    assert!(planet.acknowledged(VIRGINIA) >= before + u64::from(waiting));
}

#[test]
fn ex_90_commits_wait_while_the_only_link_is_down_and_are_released_in_order() {
    let mut planet = Planet::of(&[VIRGINIA, IRELAND]);
    set_rpo(&mut planet, VIRGINIA, 60);
    planet.start_app(3);
    planet.run(5_000);
    cut(&mut planet, VIRGINIA, IRELAND);
    planet.run(58_000);
    assert!(!holds(&planet), "they pass until the lag is 60 s");
    planet.run(4_000);
    assert!(holds(&planet));
    let before = planet.acknowledged(VIRGINIA);
    planet.run(20_000);
    assert_eq!(planet.acknowledged(VIRGINIA), before, "all wait");
    heal(&mut planet, VIRGINIA, IRELAND);
    // That they come in the order of their SCNs the referee sees.
    planet.run(2_000);
    assert!(!holds(&planet) && planet.acknowledged(VIRGINIA) > before + 30);
    let held = |event: &GlobalEvent| matches!(event, GlobalEvent::CommitsHeld { .. });
    assert_eq!(planet.count(held), 1, "each block is written down (G-53)");
}

#[test]
fn ex_91_the_limit_is_20_seconds_at_least() {
    let mut planet = Planet::of(&[VIRGINIA, IRELAND]);
    let region = VIRGINIA;
    let too_small = GlobalCommand::SetRpo {
        region,
        seconds: Some(19),
    };
    let (min, max) = (20, 2_147_483_647);
    let (field, value) = ("seconds", 19);
    let refusal = GlobalRefusal::OutOfRange {
        field,
        value,
        min,
        max,
    };
    assert_eq!(planet.refused(too_small), refusal);
    set_rpo(&mut planet, VIRGINIA, 20);
    assert_eq!(planet.globe().rpo_seconds(VIRGINIA), Some(20));
    planet.give(GlobalCommand::SetRpo {
        region,
        seconds: None,
    });
    planet.start_app(3);
    planet.run(1_000);
    cut(&mut planet, VIRGINIA, IRELAND);
    planet.run(200_000);
    assert!(!holds(&planet), "unset it never blocks");
}

#[test]
fn ex_92_a_limit_in_both_parameter_groups_is_a_trap_for_two_regions() {
    let mut planet = Planet::of(&[VIRGINIA, IRELAND]);
    for region in [VIRGINIA, IRELAND] {
        set_rpo(&mut planet, region, 60);
    }
    planet.start_app(2);
    planet.run(5_000);
    darken(&mut planet, VIRGINIA);
    fail_over(&mut planet, IRELAND);
    planet.run(60_000);
    assert_eq!(planet.primary(), IRELAND);
    assert!(holds(&planet), "there is no secondary");
    assert_eq!(planet.acknowledged(IRELAND), 0);
    let (region, to, instances) = (TOKYO, IRELAND, 1);
    planet.give(GlobalCommand::AddRegion {
        region,
        to,
        instances,
    });
    planet.run(20_000);
    assert!(!holds(&planet), "until one is added");
    assert!(planet.acknowledged(IRELAND) > 0);
}

#[test]
fn ex_93_an_open_transaction_counts_for_the_rpo_when_it_commits() {
    let mut planet = Planet::of(&[VIRGINIA, IRELAND]);
    planet.put(VIRGINIA, "k", "before");
    planet.run(2_000);
    cut(&mut planet, VIRGINIA, IRELAND);
    planet.begin_transaction(VIRGINIA, "slow", 61);
    planet.run(60 * 60_000);
    let lag = planet.globe().lag(IRELAND).unwrap();
    let minutes = |minutes: u64| SimSpan::from_millis(minutes * 60_000);
    assert!(
        lag.replication > minutes(59),
        "what it wrote is not there: {}",
        lag.replication
    );
    assert_eq!(lag.rpo, SimSpan::ZERO, "and no user misses it");
    planet.run(3 * 60_000);
    let lag = planet.globe().lag(IRELAND).unwrap();
    assert!(
        lag.rpo > minutes(1) && lag.rpo < minutes(3),
        "it has committed: {}",
        lag.rpo
    );
    heal(&mut planet, VIRGINIA, IRELAND);
    planet.run(2_000);
    assert_eq!(planet.row(IRELAND, "slow").as_deref(), Some("slowly"));
}

#[test]
fn ex_94_the_least_lagging_secondary_loses_the_commits_of_its_lag() {
    let mut planet = Planet::of(&[VIRGINIA, IRELAND, TOKYO, RegionId(9)]);
    let sydney = RegionId(9);
    for (region, millis) in [(IRELAND, 400), (TOKYO, 900), (sydney, 2_000)] {
        planet.delay(VIRGINIA, region, millis);
    }
    planet.start_app(50);
    planet.run(20_000);
    darken(&mut planet, VIRGINIA);
    fail_over(&mut planet, IRELAND);
    planet.run(60_000);
    let report = &planet.globe().reports()[0];
    assert_eq!((report.kind, report.to), (ChangeKind::Failover, IRELAND));
    let gone = report.gone().micros() / 1_000;
    assert!(
        (350..520).contains(&gone),
        "about the last 0.4 s: {gone} ms"
    );
    assert!(
        (10..32).contains(&report.lost.len()),
        "{}",
        report.lost.len()
    );
    assert!(
        report
            .lost
            .iter()
            .all(|lost| !lost.rows.is_empty() && lost.also_in.is_empty())
    );
    let with = |region| {
        report
            .elsewhere
            .iter()
            .find(|(id, _)| *id == region)
            .unwrap()
            .1
    };
    let least = report.lost.len() as u32;
    assert!(
        least < with(TOKYO) && with(TOKYO) < with(sydney),
        "{:?}",
        report.elsewhere
    );
    assert!(
        report.felt().unwrap() > SimSpan::from_millis(5_000),
        "clients have waited"
    );
}

#[test]
fn ex_95_what_is_in_flight_arrives_before_roles_are_swapped() {
    let mut planet = Planet::of(&[VIRGINIA, IRELAND, TOKYO]);
    planet.delay(VIRGINIA, IRELAND, 5_000);
    planet.start_app(100);
    planet.run(20_000);
    let in_flight = planet.globe().missing(IRELAND).len();
    assert!(in_flight > 450, "{in_flight} commits are on their way");
    planet.give(GlobalCommand::Switchover { to: IRELAND });
    planet.run(4_000);
    assert_eq!(planet.primary(), VIRGINIA, "it waits for the last record");
    planet.run(60_000);
    assert_eq!(planet.primary(), IRELAND);
    let report = &planet.globe().reports()[0];
    assert_eq!(
        (report.kind, report.lost.len()),
        (ChangeKind::Switchover, 0)
    );
    assert!(
        report.felt().unwrap() > SimSpan::from_millis(5_000),
        "longer than the lag (G-24)"
    );
    planet.give(GlobalCommand::StopApp {});
    planet.run(15_000);
    for region in [VIRGINIA, TOKYO] {
        assert_eq!(planet.row(region, "seat:1"), planet.row(IRELAND, "seat:1"));
    }
    assert_eq!(
        planet.globe().secondaries_of(DatabaseId(0)),
        [VIRGINIA, TOKYO],
        "G-25"
    );
}

#[test]
fn ex_96_what_was_lost_is_in_the_snapshot_and_nowhere_else() {
    let mut planet = Planet::of(&[VIRGINIA, IRELAND, TOKYO]);
    planet.put(VIRGINIA, "k", "everywhere");
    planet.run(2_000);
    for other in [IRELAND, TOKYO] {
        cut(&mut planet, VIRGINIA, other);
    }
    planet.put(VIRGINIA, "lost", "only in Virginia");
    planet.run(1_000);
    darken(&mut planet, VIRGINIA);
    fail_over(&mut planet, IRELAND);
    planet.run(60_000);
    assert_eq!(planet.globe().status(VIRGINIA), Some(Status::Replaced));
    for other in [IRELAND, TOKYO] {
        heal(&mut planet, VIRGINIA, other);
    }
    planet.give(GlobalCommand::LightRegion { region: VIRGINIA });
    planet.run(60_000);
    assert_eq!(planet.globe().status(VIRGINIA), Some(Status::Well));
    assert_eq!(planet.globe().number(VIRGINIA), 2, "a new volume");
    for region in [VIRGINIA, IRELAND, TOKYO] {
        assert_eq!(planet.row(region, "lost"), None);
        assert_eq!(planet.row(region, "k").as_deref(), Some("everywhere"));
    }
    let snapshot = &planet.globe().snapshots()[0];
    assert_eq!(
        snapshot.row("lost").as_deref(),
        Some(&b"only in Virginia"[..])
    );
    assert_eq!(snapshot.rows_of(&snapshot.lost[0])[0].0, "lost");
    planet.give(GlobalCommand::CopySnapshot { region: VIRGINIA });
    assert_eq!(planet.globe().snapshots()[0].expires_at, None, "G-38");
}

#[test]
fn ex_97_a_detached_secondary_and_the_old_primary_both_write() {
    let mut planet = Planet::of(&[VIRGINIA, IRELAND]);
    planet.put(VIRGINIA, "k", "one");
    planet.run(2_000);
    planet.give(GlobalCommand::Detach { region: IRELAND });
    planet.run(60_000);
    assert!(planet.globe().takes_writes(VIRGINIA) && planet.globe().takes_writes(IRELAND));
    assert_eq!(
        planet.globe().split_brain(),
        [(VIRGINIA, IRELAND)],
        "and it is said"
    );
    planet.put(VIRGINIA, "k", "in Virginia");
    planet.put(IRELAND, "k", "in Ireland");
    planet.run(120_000);
    assert_eq!(planet.row(VIRGINIA, "k").as_deref(), Some("in Virginia"));
    assert_eq!(
        planet.row(IRELAND, "k").as_deref(),
        Some("in Ireland"),
        "nothing merges them"
    );
}

#[test]
fn g_30_the_six_steps_one_by_one() {
    let mut planet = Planet::of(&[VIRGINIA, IRELAND, TOKYO]);
    planet.start_app(20);
    planet.run(5_000);
    planet.give(GlobalCommand::StopWrites { region: VIRGINIA });
    planet.run(1_000);
    let least = [IRELAND, TOKYO]
        .into_iter()
        .min_by_key(|id| planet.globe().lag(*id).unwrap().rpo);
    let chosen = least.unwrap();
    planet.give(GlobalCommand::Detach { region: chosen });
    planet.run(30_000);
    planet.give(GlobalCommand::PointApp {
        through: Some(chosen),
    });
    planet.run(5_000);
    assert!(planet.acknowledged(chosen) > 0);
    let others = [VIRGINIA, IRELAND, TOKYO]
        .into_iter()
        .filter(|id| *id != chosen);
    let mut others: Vec<RegionId> = others.collect();
    others.reverse();
    for region in &others {
        planet.give(GlobalCommand::DeleteCluster { region: *region });
    }
    for region in others {
        let (to, instances) = (chosen, 2);
        planet.give(GlobalCommand::AddRegion {
            region,
            to,
            instances,
        });
    }
    planet.run(60_000);
    assert!(
        planet.globe().split_brain().is_empty(),
        "nobody has skipped a step"
    );
    assert_eq!(planet.globe().reports()[0].lost.len(), 0);
    let database = planet.globe().database_of(chosen).unwrap();
    assert_eq!(planet.globe().secondaries_of(database).len(), 2);
    for region in planet.globe().secondaries_of(database) {
        assert_eq!(planet.globe().status(region), Some(Status::Well));
    }
}

#[test]
fn ex_98_the_primary_has_15_readers_less_one_for_each_secondary() {
    let regions = [0, 1, 2, 4, 5, 10].map(RegionId);
    let mut specs: Vec<RegionSpec> = regions.map(RegionSpec::usual).to_vec();
    specs[0].instances = 10;
    specs[1].instances = 15;
    let topology = GlobalTopology {
        regions: specs,
        ..GlobalTopology::default()
    };
    let mut planet = Planet::with(topology);
    planet.run(1_000);
    planet.give(GlobalCommand::AddInstance { region: VIRGINIA });
    let region = VIRGINIA;
    assert_eq!(
        planet.refused(GlobalCommand::AddInstance { region }),
        GlobalRefusal::TooManyReaders(10)
    );
    let region = RegionId(1);
    planet.give(GlobalCommand::AddInstance { region });
    assert_eq!(
        planet.refused(GlobalCommand::AddInstance { region }),
        GlobalRefusal::TooManyReaders(16)
    );
}

#[test]
fn ex_99_a_headless_secondary_needs_an_instance_before_it_can_lead() {
    let mut topology = GlobalTopology::default();
    topology.regions[1].instances = 0;
    let mut planet = Planet::with(topology);
    planet.put(VIRGINIA, "k", "v");
    planet.run(2_000);
    assert_eq!(
        planet.row(IRELAND, "k").as_deref(),
        Some("v"),
        "its storage has it all"
    );
    let to = IRELAND;
    let switchover = GlobalCommand::Switchover { to };
    assert_eq!(
        planet.refused(switchover.clone()),
        GlobalRefusal::NoInstance(IRELAND)
    );
    planet.give(GlobalCommand::AddInstance { region: IRELAND });
    planet.run(20_000);
    planet.give(switchover);
    planet.run(40_000);
    assert_eq!(planet.primary(), IRELAND);
}

fn set_forwarding(planet: &mut Planet, consistency: Consistency) {
    let forwarding = Forwarding {
        consistency: Some(consistency),
        ..Forwarding::default()
    };
    let region = IRELAND;
    planet.give(GlobalCommand::SetForwarding { region, forwarding });
}

fn forward(planet: &mut Planet, session: u16, value: &str) {
    let (region, key, value) = (IRELAND, "k".to_owned(), value.to_owned());
    planet.give(GlobalCommand::Forward {
        region,
        session,
        key,
        value,
        isolation: None,
    });
}

/// What a session reads in Ireland, and how long it waits for it.
fn select(planet: &mut Planet, session: u16) -> (Option<String>, SimSpan) {
    let (region, key) = (IRELAND, "k".to_owned());
    planet.give(GlobalCommand::Select {
        region,
        session,
        key,
    });
    planet.run(3_000);
    let answer = planet.globe().answer(IRELAND, session).unwrap();
    let waited = answer.at.unwrap().since(answer.asked_at);
    let Some(Outcome::Found(found)) = answer.outcome else {
        panic!("{answer:?}")
    };
    (
        found.map(|value| String::from_utf8_lossy(&value).into_owned()),
        waited,
    )
}

/// Lets time pass until a session has its answer.
fn until_answered(planet: &mut Planet, session: u16) {
    while planet
        .globe()
        .answer(IRELAND, session)
        .unwrap()
        .at
        .is_none()
    {
        planet.run(1);
    }
}

#[test]
fn ex_100_eventual_reads_at_once_session_sees_its_own_global_sees_all() {
    let mut planet = Planet::of(&[VIRGINIA, IRELAND]);
    planet.put(VIRGINIA, "k", "old");
    planet.run(2_000);
    planet.delay(VIRGINIA, IRELAND, 300);
    let old = Some("old".to_owned());
    set_forwarding(&mut planet, Consistency::Eventual);
    forward(&mut planet, 1, "first");
    until_answered(&mut planet, 1);
    // The answer takes the same way as the redo, and is faster: nobody has to make it durable.
    let (found, waited) = select(&mut planet, 1);
    assert_eq!(found, old);
    assert!(waited < SimSpan::from_millis(20), "{waited}");
    set_forwarding(&mut planet, Consistency::Session);
    forward(&mut planet, 1, "second");
    until_answered(&mut planet, 1);
    let (found, waited) = select(&mut planet, 1);
    assert_eq!(found.as_deref(), Some("second"));
    assert!(
        waited > SimSpan::from_millis(5),
        "it has waited for what was left of the lag: {waited}"
    );
    // Another session has written nothing and waits for nothing; with GLOBAL it sees that too.
    forward(&mut planet, 1, "third");
    until_answered(&mut planet, 1);
    assert_eq!(select(&mut planet, 2).0.as_deref(), Some("second"));
    set_forwarding(&mut planet, Consistency::Global);
    forward(&mut planet, 1, "fourth");
    until_answered(&mut planet, 1);
    let (found, waited) = select(&mut planet, 2);
    assert_eq!(found.as_deref(), Some("fourth"));
    assert!(
        waited >= SimSpan::from_millis(500),
        "it has asked the primary: {waited}"
    );
}

#[test]
fn ex_101_forwarded_sessions_have_a_share_of_the_primarys_connections() {
    let mut planet = Planet::with(GlobalTopology {
        regions: [VIRGINIA, IRELAND].map(RegionSpec::usual).to_vec(),
        engine: GlobalEngine::Mysql,
        ..GlobalTopology::default()
    });
    planet.run(500);
    let (region, key, value) = (IRELAND, "k".to_owned(), "v".to_owned());
    let session = |session| GlobalCommand::Forward {
        region,
        session,
        key: key.clone(),
        value: value.clone(),
        isolation: None,
    };
    assert_eq!(
        planet.refused(session(1)),
        GlobalRefusal::ForwardingIsOff(IRELAND)
    );
    set_forwarding(&mut planet, Consistency::Session);
    for number in 0..80 {
        planet.give(session(number));
    }
    assert_eq!(
        planet.globe().forwarded_sessions(IRELAND),
        80,
        "10 % of 800"
    );
    assert_eq!(
        planet.refused(session(80)),
        GlobalRefusal::NoConnectionLeft(80)
    );
    planet.give(session(7));
    let forwarding = Forwarding {
        consistency: Some(Consistency::Session),
        share_percent: Some(0),
        ..Forwarding::default()
    };
    planet.give(GlobalCommand::SetForwarding { region, forwarding });
    assert_eq!(
        planet.refused(session(81)),
        GlobalRefusal::NoConnectionLeft(0)
    );
    planet.run(2_000);
    assert_eq!(planet.row(IRELAND, "k").as_deref(), Some("v"));
}

#[test]
fn g_2_and_g_22_the_rules_of_2023() {
    let regions = [0, 1, 2, 4, 5, 10].map(|id| RegionSpec::usual(RegionId(id)));
    let mut planet = Planet::with(GlobalTopology {
        regions: regions.to_vec(),
        era: Era::Y2023,
        ..GlobalTopology::default()
    });
    let (region, to, instances) = (RegionId(9), VIRGINIA, 1);
    let add = GlobalCommand::AddRegion {
        region,
        to,
        instances,
    };
    assert_eq!(planet.refused(add), GlobalRefusal::TooManySecondaries(5));
    let (to, allow_data_loss) = (IRELAND, true);
    let managed = GlobalCommand::Failover {
        to,
        allow_data_loss,
    };
    assert_eq!(planet.refused(managed), GlobalRefusal::NotInThatEra);
    planet.delay(VIRGINIA, TOKYO, 10_000);
    planet.start_app(10);
    planet.run(15_000);
    planet.give(GlobalCommand::Switchover { to });
    planet.run(15_000);
    assert_eq!(planet.primary(), VIRGINIA, "all must be in step, Tokyo too");
    planet.run(60_000);
    assert_eq!(planet.primary(), IRELAND);
}

#[test]
fn g_35_a_primary_that_cannot_be_reached_goes_on_writing_and_that_is_said() {
    let mut planet = Planet::of(&[VIRGINIA, IRELAND, TOKYO]);
    planet.put(VIRGINIA, "k", "before");
    planet.run(2_000);
    for other in [IRELAND, TOKYO] {
        cut(&mut planet, VIRGINIA, other);
    }
    fail_over(&mut planet, IRELAND);
    planet.run(60_000);
    let timed_out = |event: &GlobalEvent| matches!(event, GlobalEvent::FencingTimedOut { .. });
    assert_eq!(planet.count(timed_out), 1);
    planet.put(VIRGINIA, "k", "nobody will see this");
    planet.run(1_000);
    assert_eq!(
        planet.row(VIRGINIA, "k").as_deref(),
        Some("nobody will see this")
    );
    heal(&mut planet, VIRGINIA, IRELAND);
    assert!(planet.globe().is_fenced(VIRGINIA));
    planet.run(60_000);
    assert_eq!(planet.row(VIRGINIA, "k").as_deref(), Some("before"));
    let snapshot = &planet.globe().snapshots()[0];
    assert_eq!(
        snapshot.row("k").as_deref(),
        Some(&b"nobody will see this"[..])
    );
}

#[test]
fn inv_19_the_same_run_twice_is_the_same() {
    let run = || {
        let mut planet = Planet::of(&[VIRGINIA, IRELAND, TOKYO]);
        planet.start_app(50);
        planet.run(3_000);
        darken(&mut planet, VIRGINIA);
        fail_over(&mut planet, TOKYO);
        planet.run(40_000);
        planet.globe().digest()
    };
    assert_eq!(run(), run());
}

/// Where clients in a Region read, and how long the newest read took.
fn readers(planet: &Planet, home: RegionId) -> globe::Readers {
    let mut all = planet.globe().near();
    all.find(|it| it.home == home).expect("they read")
}

#[test]
fn g_15_clients_in_several_regions_read_where_their_own_dns_finds_the_nearest() {
    let (seoul, london) = (RegionId(11), RegionId(5));
    let mut planet = Planet::of(&[VIRGINIA, IRELAND, TOKYO]);
    planet.start_app(20);
    for home in [seoul, london, VIRGINIA] {
        planet.give(GlobalCommand::StartReaders {
            home,
            reads_per_second: 10,
        });
    }
    planet.run(5_000);
    for (home, nearest) in [(seoul, TOKYO), (london, IRELAND), (VIRGINIA, VIRGINIA)] {
        let seen = readers(&planet, home);
        assert_eq!(seen.at, Some(nearest));
        let way = globe::one_way(home, nearest).micros();
        let took = seen.took.expect("some were answered").micros();
        assert!(
            took >= 2 * way && took < 2 * way + 20_000,
            "{home:?}: {took} µs, {way} µs one way"
        );
        assert!(seen.answered > 30 && seen.failed == 0, "{seen:?}");
    }
    // Nobody tells them when it goes dark: they find out when they look again.
    darken(&mut planet, TOKYO);
    planet.run(20_000);
    let seen = readers(&planet, seoul);
    assert_eq!(seen.at, Some(VIRGINIA), "88 ms away, Ireland is further");
    assert!(seen.failed > 0);
    planet.give(GlobalCommand::LightRegion { region: TOKYO });
    planet.run(20_000);
    assert_eq!(readers(&planet, seoul).at, Some(TOKYO));
    planet.give(GlobalCommand::StopReaders { home: seoul });
    let before = planet.globe().near().count();
    assert_eq!(before, 2);
    let home = seoul;
    assert_eq!(
        planet.refused(GlobalCommand::StopReaders { home }),
        GlobalRefusal::NoApp
    );
}

#[test]
fn dt_2_dt_17_dt_18_dt_26_the_rules_of_two_eras() {
    use globe::{Era, InStep};
    let regions: Vec<RegionId> = (0..7).map(RegionId).collect();
    let mut planet = Planet::of(&regions);
    let set = |era| GlobalCommand::SetEra { era };
    assert_eq!(
        planet.refused(set(Era::Y2023)),
        GlobalRefusal::TooManySecondaries(5),
        "six are one too many"
    );
    let region = RegionId(6);
    planet.give(GlobalCommand::DeleteCluster { region });
    planet.give(set(Era::Y2023));
    let topology = planet.globe().topology().clone();
    assert_eq!(topology.in_step(), InStep::All);
    assert!(topology.readers_restart);
    let to = VIRGINIA;
    assert_eq!(
        planet.refused(GlobalCommand::AddRegion {
            region,
            to,
            instances: 1,
        }),
        GlobalRefusal::TooManySecondaries(5)
    );
    let allow_data_loss = true;
    let failover = GlobalCommand::Failover {
        to: IRELAND,
        allow_data_loss,
    };
    assert_eq!(
        planet.refused(failover.clone()),
        GlobalRefusal::NotInThatEra
    );
    planet.give(set(Era::Y2025));
    assert_eq!(planet.globe().topology().in_step(), InStep::Target);
    assert!(!planet.globe().topology().readers_restart);
    planet.run(1_000);
    planet.give(failover);
    let era_set = |event: &GlobalEvent| matches!(event, GlobalEvent::EraSet { .. });
    assert_eq!(planet.count(era_set), 2);
}

#[test]
fn g_34_a_failover_whose_target_goes_dark_is_given_up_and_the_fence_lifted() {
    let mut planet = Planet::of(&[VIRGINIA, IRELAND, TOKYO]);
    planet.put(VIRGINIA, "k", "before");
    planet.run(2_000);
    fail_over(&mut planet, IRELAND);
    planet.run(2_000);
    assert!(planet.globe().is_fenced(VIRGINIA), "and it is promoted");
    darken(&mut planet, IRELAND);
    let given_up = |event: &GlobalEvent| matches!(event, GlobalEvent::FailoverGivenUp { .. });
    assert_eq!(planet.count(given_up), 1);
    assert_eq!(planet.primary(), VIRGINIA);
    planet.put(VIRGINIA, "k", "after");
    planet.run(1_000);
    assert_eq!(planet.row(VIRGINIA, "k").as_deref(), Some("after"));
    planet.give(GlobalCommand::LightRegion { region: IRELAND });
    planet.run(30_000);
    assert_eq!(planet.row(IRELAND, "k").as_deref(), Some("after"));
    assert!(!planet.globe().takes_writes(IRELAND), "it has a new volume");
}

#[test]
fn g_30_a_region_that_goes_dark_while_it_is_detached_stands_alone_when_it_is_back() {
    let mut planet = Planet::of(&[VIRGINIA, IRELAND]);
    planet.put(VIRGINIA, "k", "before");
    planet.run(2_000);
    planet.give(GlobalCommand::Detach { region: IRELAND });
    darken(&mut planet, IRELAND);
    planet.put(VIRGINIA, "k", "without Ireland");
    planet.run(5_000);
    planet.give(GlobalCommand::LightRegion { region: IRELAND });
    planet.run(30_000);
    assert!(planet.globe().takes_writes(IRELAND));
    assert_eq!(planet.row(IRELAND, "k").as_deref(), Some("before"));
    assert_eq!(planet.globe().split_brain(), [(VIRGINIA, IRELAND)]);
    let report = &planet.globe().reports()[0];
    assert_eq!((report.kind, report.lost.len()), (ChangeKind::Detach, 1));
}
