//! The rules of a global database that are not about its primary: how far it lags, what is forwarded, and which years.

use base::{RegionId, SimSpan};
use globe::{
    Consistency, Era, Forwarding, GlobalCommand, GlobalEngine, GlobalEvent, GlobalProblem,
    GlobalRefusal, GlobalTopology, Globe, Isolation, RegionSpec,
};
use tests::planet::{IRELAND, Planet, TOKYO, VIRGINIA};
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;
use world::{Command, Event, Metric, PolicySpec, Refusal};

fn forwarding(consistency: Consistency) -> Forwarding {
    Forwarding {
        consistency: Some(consistency),
        ..Forwarding::default()
    }
}

fn set(planet: &mut Planet, forwarding: Forwarding) {
    let region = IRELAND;
    planet.give(GlobalCommand::SetForwarding { region, forwarding });
}

fn write(session: u16, isolation: Option<Isolation>) -> GlobalCommand {
    GlobalCommand::Forward {
        region: IRELAND,
        session,
        key: "k".to_owned(),
        value: session.to_string(),
        isolation,
    }
}

fn read(session: u16) -> GlobalCommand {
    let (region, key) = (IRELAND, "k".to_owned());
    GlobalCommand::Select {
        region,
        session,
        key,
    }
}

/// How long a session has waited for its answer, in milliseconds.
fn until_answered(planet: &mut Planet, session: u16) -> u64 {
    loop {
        let answer = planet.globe().answer(IRELAND, session).expect("it asked");
        if let Some(at) = answer.at {
            return at.since(answer.asked_at).micros() / 1_000;
        }
        planet.run(1);
    }
}

#[test]
fn g_3_a_secondary_s_readers_start_once() {
    let mut planet = Planet::of(&[VIRGINIA, IRELAND]);
    planet.run(60_000);
    let world = planet.world(IRELAND);
    let started = |event: &Event| matches!(event, Event::ReaderRestarted { .. });
    let all = world.journal().since(base::EventId(0));
    assert_eq!(all.filter(|(_, it)| started(&it.event)).count(), 2);
    assert!(world.readers().all(|(id, _, _)| !world.is_starting(id)));
}

fn of_engine(engine: GlobalEngine, era: Era) -> GlobalTopology {
    GlobalTopology {
        regions: [VIRGINIA, IRELAND].map(RegionSpec::usual).to_vec(),
        engine,
        era,
        ..GlobalTopology::default()
    }
}

#[test]
fn g_5_secondaries_all_over_the_world_lag_by_less_than_a_second() {
    let regions: Vec<RegionId> = (0..11).map(RegionId).collect();
    let mut planet = Planet::of(&regions);
    planet.start_app(100);
    planet.run(2_000);
    for _ in 0..50 {
        planet.run(100);
        for region in &regions[1..] {
            let lag = planet.globe().lag(*region).expect("it is well");
            assert!(lag.replication < SimSpan::from_millis(1_000), "{lag:?}");
            assert!(lag.replication > SimSpan::ZERO, "it is far away (G-16)");
        }
    }
}

#[test]
fn g_12_auto_scaling_looks_after_no_secondary() {
    let mut planet = Planet::of(&[VIRGINIA, IRELAND]);
    planet.run(1_000);
    let policy = PolicySpec {
        min: 3,
        ..PolicySpec::of(Metric::Cpu, 50)
    };
    let scale = |region| GlobalCommand::In {
        region,
        command: Command::SetScaling(policy),
    };
    assert_eq!(
        planet.refused(scale(IRELAND)),
        GlobalRefusal::Cluster(IRELAND, Refusal::NotInSecondary)
    );
    // A policy of the primary's rests as soon as another Region leads.
    planet.give(scale(VIRGINIA));
    planet.give(GlobalCommand::Switchover { to: IRELAND });
    planet.run(30_000);
    assert_eq!(planet.primary(), IRELAND);
    let readers = planet.world(VIRGINIA).readers().count();
    planet.run(300_000);
    assert_eq!(planet.world(VIRGINIA).readers().count(), readers);
    // And works again when it leads again.
    planet.give(GlobalCommand::Switchover { to: VIRGINIA });
    planet.run(600_000);
    assert!(planet.world(VIRGINIA).readers().count() > readers);
}

#[test]
fn g_17_postgresql_came_later() {
    let topology = of_engine(GlobalEngine::Postgresql, Era::Y2018);
    assert_eq!(topology.check(), Err(GlobalProblem::EngineNotInThatEra));
    let set = |era| GlobalCommand::SetEra { era };
    let mut planet = Planet::with(of_engine(GlobalEngine::Postgresql, Era::Y2025));
    assert_eq!(
        planet.refused(set(Era::Y2018)),
        GlobalRefusal::EngineNotInThatEra
    );
    // In 2018: MySQL, one secondary (G-2), no planned change (G-20), nothing forwarded (G-70).
    let mut planet = Planet::with(of_engine(GlobalEngine::Mysql, Era::Y2018));
    planet.put(VIRGINIA, "k", "v");
    planet.run(2_000);
    assert_eq!(planet.row(IRELAND, "k").as_deref(), Some("v"));
    let (region, to, instances) = (TOKYO, VIRGINIA, 1);
    let add = GlobalCommand::AddRegion {
        region,
        to,
        instances,
    };
    assert_eq!(planet.refused(add), GlobalRefusal::TooManySecondaries(1));
    let to = IRELAND;
    let switchover = GlobalCommand::Switchover { to };
    assert_eq!(
        planet.refused(switchover.clone()),
        GlobalRefusal::SwitchoverNotInThatEra
    );
    let allow_data_loss = true;
    assert_eq!(
        planet.refused(GlobalCommand::Failover {
            to,
            allow_data_loss
        }),
        GlobalRefusal::NotInThatEra
    );
    planet.give(set(Era::Y2023));
    planet.give(switchover);
    planet.run(30_000);
    assert_eq!(planet.primary(), IRELAND);
}

#[test]
fn g_25_an_rpo_limit_stays_in_the_parameter_group_it_was_set_in() {
    let mut planet = Planet::of(&[VIRGINIA, IRELAND, TOKYO]);
    let (region, seconds) = (VIRGINIA, Some(20));
    planet.give(GlobalCommand::SetRpo { region, seconds });
    planet.start_app(5);
    planet.run(1_000);
    planet.give(GlobalCommand::Switchover { to: IRELAND });
    planet.run(30_000);
    assert_eq!(planet.primary(), IRELAND);
    assert_eq!(planet.globe().rpo_seconds(VIRGINIA), Some(20));
    assert_eq!(planet.globe().rpo_seconds(IRELAND), None);
    for other in [VIRGINIA, TOKYO] {
        let one = IRELAND;
        planet.give(GlobalCommand::CutLink { one, other });
    }
    planet.run(60_000);
    assert!(
        !planet.world(IRELAND).holds_commits(),
        "nobody has set a limit there"
    );
}

#[test]
fn g_28_it_is_the_writer_that_stops_and_a_reader_that_becomes_a_full_writer() {
    let mut planet = Planet::of(&[VIRGINIA, IRELAND]);
    planet.start_app(20);
    planet.run(2_000);
    planet.give(GlobalCommand::Switchover { to: IRELAND });
    let old = planet.world(VIRGINIA);
    assert!(
        old.is_closed() && !old.follows(),
        "its writer takes nothing"
    );
    assert!(
        old.readers().any(|(_, reader, _)| reader.is_up()),
        "and its reader stays as it is"
    );
    planet.run(30_000);
    let new = planet.world(IRELAND);
    assert!(!new.follows() && !new.is_closed() && planet.globe().takes_writes(IRELAND));
    let promoted = |event: &Event| matches!(event, Event::WriterStarted { .. });
    let all = new.journal().since(base::EventId(0));
    assert!(all.filter(|(_, it)| promoted(&it.event)).count() > 0);
    planet.give_in(IRELAND, Command::StopLoad {});
    planet.put(IRELAND, "k", "a full writer");
    planet.run(2_000);
    assert_eq!(planet.row(VIRGINIA, "k").as_deref(), Some("a full writer"));
}

#[test]
fn g_59_durability_and_rpo_lag_are_both_about_the_way_and_not_the_same() {
    let mut planet = Planet::of(&[VIRGINIA, IRELAND]);
    planet.delay(VIRGINIA, IRELAND, 900);
    planet.start_app(50);
    planet.run(5_000);
    let lag = planet.globe().lag(IRELAND).expect("it is well");
    let millis = |span: SimSpan| span.micros() / 1_000;
    assert!((850..2_200).contains(&millis(lag.replication)), "{lag:?}");
    assert!((850..2_200).contains(&millis(lag.rpo)), "{lag:?}");
    assert_ne!(lag.replication, lag.rpo);
}

#[test]
fn g_70_forwarding_came_to_mysql_first() {
    let mut planet = Planet::with(of_engine(GlobalEngine::Postgresql, Era::Y2023));
    planet.run(500);
    let region = IRELAND;
    let forwarding = forwarding(Consistency::Session);
    let on = GlobalCommand::SetForwarding { region, forwarding };
    assert_eq!(
        planet.refused(on.clone()),
        GlobalRefusal::ForwardingNotInThatEra
    );
    planet.give(GlobalCommand::SetEra { era: Era::Y2025 });
    planet.give(on.clone());
    let mut planet = Planet::with(of_engine(GlobalEngine::Mysql, Era::Y2023));
    planet.give(on);
}

#[test]
fn g_73_and_g_75_not_every_isolation_level_is_forwarded() {
    use Isolation::{ReadCommitted, RepeatableRead, Serializable};
    for (engine, forwarded, not) in [
        (
            GlobalEngine::Mysql,
            vec![RepeatableRead],
            vec![ReadCommitted, Serializable],
        ),
        (
            GlobalEngine::Postgresql,
            vec![ReadCommitted, RepeatableRead],
            vec![Serializable],
        ),
    ] {
        let mut planet = Planet::with(of_engine(engine, Era::Y2025));
        planet.run(500);
        set(&mut planet, forwarding(Consistency::Session));
        for level in forwarded {
            planet.give(write(1, Some(level)));
        }
        for level in not {
            assert_eq!(
                planet.refused(write(1, Some(level))),
                GlobalRefusal::IsolationNotForwarded
            );
        }
    }
}

#[test]
fn g_74_and_g_76_an_idle_session_gives_its_connection_back() {
    for (engine, usual_seconds, connections) in [
        (GlobalEngine::Mysql, 60, 80),
        (GlobalEngine::Postgresql, 300, 200),
    ] {
        let mut planet = Planet::with(of_engine(engine, Era::Y2025));
        planet.run(500);
        let on = forwarding(Consistency::Session);
        assert_eq!(on.connections(engine), connections);
        set(&mut planet, on);
        planet.give(write(1, None));
        planet.run((usual_seconds - 1) * 1_000);
        assert_eq!(planet.globe().forwarded_sessions(IRELAND), 1);
        planet.give(write(1, None));
        planet.run(3_000);
        assert_eq!(planet.globe().forwarded_sessions(IRELAND), 1, "not idle");
        planet.run(usual_seconds * 1_000);
        assert_eq!(planet.globe().forwarded_sessions(IRELAND), 0);
        let idle = |event: &GlobalEvent| matches!(event, GlobalEvent::ForwardIdle { .. });
        assert_eq!(planet.count(idle), 1);
        // From a second to a day.
        for (seconds, fits) in [(0, false), (1, true), (86_400, true), (86_401, false)] {
            let idle_seconds = Some(seconds);
            let forwarding = Forwarding { idle_seconds, ..on };
            let region = IRELAND;
            let command = GlobalCommand::SetForwarding { region, forwarding };
            if fits {
                planet.give(command);
            } else {
                let refusal = planet.refused(command);
                assert!(matches!(refusal, GlobalRefusal::OutOfRange { .. }));
            }
        }
    }
}

#[test]
fn g_76_a_statement_tries_to_reach_the_primary_for_30_seconds() {
    let cut = GlobalCommand::CutLink {
        one: VIRGINIA,
        other: IRELAND,
    };
    let heal = GlobalCommand::HealLink {
        one: VIRGINIA,
        other: IRELAND,
    };
    let mut planet = Planet::with(of_engine(GlobalEngine::Postgresql, Era::Y2025));
    planet.run(500);
    set(&mut planet, forwarding(Consistency::Session));
    planet.give(cut.clone());
    planet.give(write(1, None));
    planet.run(20_000);
    let failed = |planet: &Planet| planet.globe().answer(IRELAND, 1).expect("it asked").failed;
    assert!(!failed(&planet));
    planet.give(heal);
    let waited = until_answered(&mut planet, 1);
    assert!((20_000..22_000).contains(&waited), "{waited} ms");
    planet.give(cut.clone());
    planet.give(write(1, None));
    planet.run(29_000);
    assert!(!failed(&planet));
    planet.run(3_000);
    assert!(failed(&planet));
    let mut planet = Planet::with(of_engine(GlobalEngine::Mysql, Era::Y2025));
    planet.run(500);
    set(&mut planet, forwarding(Consistency::Session));
    planet.give(cut);
    planet.give(write(1, None));
    planet.run(1_000);
    assert!(failed(&planet), "MySQL does not try again");
}

#[test]
fn g_77_what_each_level_takes() {
    let mut planet = Planet::of(&[VIRGINIA, IRELAND]);
    planet.give_in(
        VIRGINIA,
        Command::Put {
            key: "k".to_owned(),
            value: "old".to_owned(),
        },
    );
    planet.run(2_000);
    set(&mut planet, forwarding(Consistency::Session));
    planet.give(write(1, None));
    let insert = until_answered(&mut planet, 1);
    assert!((60..120).contains(&insert), "there and back: {insert} ms");
    planet.give(read(1));
    let own = until_answered(&mut planet, 1);
    set(&mut planet, forwarding(Consistency::Eventual));
    planet.give(write(1, None));
    until_answered(&mut planet, 1);
    planet.give(read(1));
    let at_once = until_answered(&mut planet, 1);
    set(&mut planet, forwarding(Consistency::Global));
    planet.give(read(1));
    let all = until_answered(&mut planet, 1);
    assert!(at_once < 10, "EVENTUAL does not wait: {at_once} ms");
    assert!(own > at_once, "SESSION waits for its own: {own} ms");
    assert!(all >= 60, "GLOBAL asks the primary: {all} ms");
}

#[test]
fn inv_19_forwarded_sessions_are_the_same_twice() {
    let run = || {
        let mut globe = Globe::new(
            of_engine(GlobalEngine::Postgresql, Era::Y2025),
            7,
            base::Keep::All,
        );
        let region = IRELAND;
        let forwarding = Forwarding {
            idle_seconds: Some(1),
            ..forwarding(Consistency::Session)
        };
        globe
            .give(&GlobalCommand::SetForwarding { region, forwarding })
            .expect("it can be set");
        for session in 0..20 {
            globe.give(&write(session, None)).expect("there is room");
        }
        globe.run_until(base::SimTime::from_micros(10_000_000), u64::MAX);
        assert_eq!(globe.forwarded_sessions(IRELAND), 0);
        globe.digest()
    };
    assert_eq!(run(), run());
}
