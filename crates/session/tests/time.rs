//! Time: playing, stepping, going back, scrubbing, running until something happens.

use base::{Chance, CopyId, GroupId, SimTime, Stream, ZoneId};
use lessons::Scenario;
use session::{Action, Session, Speed, Until};
use world::{Command, Load};

const PLENTY: u64 = u64::MAX;

fn millis(millis: u64) -> SimTime {
    SimTime::from_millis(millis)
}

fn load() -> Load {
    Load::OpenLoop {
        writes_per_second: 1_500,
        reads_per_second: 700,
        rows: 40,
    }
}

fn scenario(seed: u64) -> Scenario {
    let mut scenario = Scenario::new("a test", seed, millis(1_000));
    let deed = |at, command| lessons::Deed {
        at: millis(at),
        command,
    };
    scenario.timeline = vec![
        deed(1, Command::StartLoad(load())),
        deed(30, Command::CutZone { zone: ZoneId(1) }),
        deed(50, Command::HealZone { zone: ZoneId(1) }),
    ];
    scenario
}

fn session(seed: u64) -> Session {
    Session::open(scenario(seed)).expect("it makes sense")
}

fn act(session: &mut Session, action: Action) {
    session
        .act(action.clone())
        .unwrap_or_else(|why| panic!("{action:?}: {why:?}"));
}

/// Lets what is under way come to its end.
fn settle(session: &mut Session) {
    while session.progress_permille().is_some() {
        session.tick(0, 1_000);
    }
}

fn seek(session: &mut Session, at: SimTime) {
    act(session, Action::SeekTo(at));
    settle(session);
}

fn put(key: &str) -> Command {
    let (key, value) = (key.to_owned(), "1".to_owned());
    Command::Put { key, value }
}

/// Steps and fingerprint: where a run stands.
fn mark(session: &Session) -> (u64, String) {
    let world = session.world().expect("there is a run");
    (world.steps(), world.digest().to_string())
}

/// What holds in every session at every moment.
fn holds(session: &Session) {
    let world = session.world().expect("there is a run");
    assert!(
        world.now() <= session.playhead(),
        "nothing is shown before its time"
    );
    if session.progress_permille().is_none() && !session.is_lagging() {
        assert!(
            world.next_due().is_none_or(|due| due >= session.playhead()),
            "nothing is late"
        );
    }
    assert!(session.playhead() <= session.horizon());
    let scene = session.scene();
    assert_eq!(scene.now, session.playhead());
    let mut flights = Vec::new();
    session.flights(&mut flights);
    assert!(
        flights
            .iter()
            .all(|flight| flight.progress_permille <= 1_000)
    );
}

#[test]
fn a_scene_played_in_small_ticks_is_the_scene_sought() {
    let mut played = session(1);
    act(&mut played, Action::SetSpeed(Speed::at_position(45)));
    act(&mut played, Action::Play);
    while played.playhead() < millis(40) {
        played.tick(16_667, PLENTY);
        holds(&played);
    }
    let mut sought = session(1);
    seek(&mut sought, played.playhead());
    assert_eq!(mark(&played), mark(&sought));
    assert_eq!(played.scene(), sought.scene());
}

#[test]
fn a_budget_that_is_too_small_lets_the_playhead_lag_and_loses_nothing() {
    let mut session = session(1);
    act(&mut session, Action::SetSpeed(Speed::FASTEST));
    act(&mut session, Action::Play);
    for _ in 0..50 {
        let ticked = session.tick(16_667, 500);
        assert!(ticked.steps <= 500 && session.is_lagging());
        holds(&session);
    }
    let mut sought = self::session(1);
    seek(&mut sought, session.playhead());
    let (lagging, whole) = (mark(&session), mark(&sought));
    assert!(
        whole.0 >= lagging.0 && whole.0 - lagging.0 < 100,
        "{lagging:?} {whole:?}"
    );
}

#[test]
fn paused_time_stands_still_and_a_sleeping_tab_does_not_leap() {
    let mut session = session(1);
    assert!(!session.tick(1_000_000, PLENTY).moved);
    act(&mut session, Action::SetSpeed(Speed::REAL));
    act(&mut session, Action::Toggle);
    session.tick(3_600_000_000, PLENTY);
    assert_eq!(session.playhead(), millis(100));
    act(&mut session, Action::Toggle);
    assert!(!session.tick(1_000_000, PLENTY).moved);
}

#[test]
fn one_step_back_and_one_forward_is_where_one_was() {
    let mut session = session(2);
    seek(&mut session, millis(45));
    act(&mut session, Action::StepForward);
    for _ in 0..200 {
        let before = mark(&session);
        let scene = session.scene();
        act(&mut session, Action::StepBack);
        settle(&mut session);
        holds(&session);
        assert_eq!(mark(&session).0, before.0 - 1);
        act(&mut session, Action::StepForward);
        assert_eq!(mark(&session), before);
        assert_eq!(session.scene(), scene);
        act(&mut session, Action::StepBack);
        settle(&mut session);
    }
}

#[test]
fn commands_are_things_that_happen_and_are_taken_back_and_done_again() {
    let mut session = session(3);
    seek(&mut session, millis(20));
    let before = mark(&session);
    act(&mut session, Action::Give(put("cart:42")));
    let (copy, group) = (CopyId(0), None);
    act(
        &mut session,
        Action::Give(Command::StopCopy { copy, group }),
    );
    let after = mark(&session);
    act(&mut session, Action::StepBack);
    act(&mut session, Action::StepBack);
    settle(&mut session);
    assert_eq!(mark(&session), before);
    act(&mut session, Action::StepForward);
    act(&mut session, Action::StepForward);
    assert_eq!(mark(&session), after);
}

#[test]
fn the_beginning_is_the_end_of_going_back() {
    let mut session = session(3);
    for _ in 0..30 {
        act(&mut session, Action::StepForward);
    }
    for _ in 0..30 {
        act(&mut session, Action::StepBack);
    }
    settle(&mut session);
    assert_eq!((mark(&session).0, session.playhead()), (0, SimTime::ZERO));
    let refused = session
        .act(Action::StepBack)
        .expect_err("nothing before it");
    assert_eq!(refused.id, "notice-at-the-beginning");
}

#[test]
fn the_past_keeps_its_future_until_something_else_is_done_there() {
    let mut session = session(4);
    seek(&mut session, millis(10));
    act(&mut session, Action::Give(put("cart:42")));
    seek(&mut session, millis(60));
    act(&mut session, Action::Give(put("seat:7")));
    seek(&mut session, millis(80));
    let (end, commits) = (
        mark(&session),
        session.timeline(SimTime::ZERO, millis(80)).commits,
    );
    seek(&mut session, millis(30));
    assert_eq!(session.horizon(), millis(80));
    assert_eq!(
        session.timeline(SimTime::ZERO, millis(80)).commits,
        commits,
        "the future is known"
    );
    seek(&mut session, millis(80));
    assert_eq!(mark(&session), end, "both commands were done again");

    seek(&mut session, millis(30));
    act(&mut session, Action::Give(put("user:1")));
    assert_eq!(session.horizon(), millis(30), "another future");
    seek(&mut session, millis(80));
    assert_ne!(mark(&session), end);
    assert_eq!(
        session.visitor_requests(9).len(),
        2,
        "seat:7 was never asked for"
    );
}

#[test]
fn a_refused_command_changes_nothing_and_keeps_the_future() {
    let mut session = session(4);
    seek(&mut session, millis(60));
    seek(&mut session, millis(10));
    let before = mark(&session);
    let (copy, group) = (CopyId(0), Some(GroupId(9)));
    let refused = session.act(Action::Give(Command::StopCopy { copy, group }));
    assert_eq!(refused.expect_err("two groups").id, "refusal-no-such-group");
    assert_eq!((mark(&session), session.horizon()), (before, millis(60)));
}

#[test]
fn a_far_seek_is_done_in_pieces_and_can_be_given_up() {
    let mut session = session(5);
    act(&mut session, Action::SeekTo(millis(20_000)));
    let mut last = session.progress_permille().expect("it is far");
    for _ in 0..5 {
        session.tick(0, 1_000);
        holds(&session);
        let now = session.progress_permille().expect("still far");
        assert!(now >= last);
        last = now;
    }
    act(&mut session, Action::Pause);
    assert_eq!(session.progress_permille(), None);
    assert!(session.playhead() > SimTime::ZERO && session.playhead() < millis(20_000));
    holds(&session);
}

#[test]
fn runs_until_what_was_asked_for() {
    let mut session = session(6);
    let lines = |session: &Session| session.lines(4);
    act(&mut session, Action::SetVerbosity(3));
    act(&mut session, Action::RunUntil(Until::NextFault));
    settle(&mut session);
    assert_eq!(session.playhead(), millis(30));
    assert!(
        lines(&session)
            .iter()
            .any(|line| line.phrase.id == "event-zone-cut")
    );
    act(&mut session, Action::RunUntil(Until::NextCommit));
    settle(&mut session);
    assert!(
        lines(&session)
            .iter()
            .any(|line| line.phrase.id == "event-commit-acknowledged")
    );
    act(&mut session, Action::RunUntil(Until::VdlMoves));
    settle(&mut session);
    let vdl = |session: &Session| session.world().expect("a run").writer().points().vdl();
    let (moved, now) = (vdl(&session), mark(&session));
    act(&mut session, Action::StepBack);
    settle(&mut session);
    assert!(vdl(&session) < moved, "the very step that moved it");
    act(&mut session, Action::StepForward);
    assert_eq!(mark(&session), now);
    assert!(!session.is_playing());
}

#[test]
fn says_when_what_was_asked_for_will_not_come() {
    let mut session = Session::open(Scenario::new("quiet", 1, millis(10))).expect("fine");
    for until in [
        Until::NextCommit,
        Until::NextFault,
        Until::QuorumLost,
        Until::VdlMoves,
    ] {
        let refused = session
            .act(Action::RunUntil(until))
            .expect_err("nobody asks for anything");
        assert!(refused.id.starts_with("notice-no-"), "{refused:?}");
    }
    // A write that waits for ever keeps the run going, but no commit comes of it.
    for copy in 0..3 {
        let (copy, group) = (CopyId(copy), None);
        act(
            &mut session,
            Action::Give(Command::StopCopy { copy, group }),
        );
    }
    act(&mut session, Action::Give(put("cart:42")));
    seek(&mut session, millis(5));
    let before = mark(&session);
    act(&mut session, Action::RunUntil(Until::NextCommit));
    settle(&mut session);
    assert_eq!(
        session.notice().map(|notice| notice.id),
        Some("notice-no-commit")
    );
    assert_eq!(
        (mark(&session), session.playhead()),
        (before, millis(5)),
        "back where it began"
    );
}

#[test]
fn a_run_begins_again_with_another_seed() {
    let mut session = session(6);
    seek(&mut session, millis(20));
    let first = mark(&session);
    act(&mut session, Action::Give(put("cart:42")));
    act(&mut session, Action::Restart(None));
    assert_eq!(
        (session.playhead(), session.horizon()),
        (SimTime::ZERO, SimTime::ZERO)
    );
    seek(&mut session, millis(20));
    assert_eq!(mark(&session), first, "without the command");
    act(&mut session, Action::Restart(Some(7)));
    seek(&mut session, millis(20));
    assert_ne!(mark(&session), first);
    assert_eq!(session.seed(), Some(7));
}

#[test]
fn a_run_that_has_become_too_long_is_stopped_before_memory_is_full() {
    let mut session = Session::open(Scenario::new("long", 1, millis(10))).expect("fine");
    let flood = Load::OpenLoop {
        writes_per_second: 1_000_000,
        reads_per_second: 0,
        rows: 1_000,
    };
    act(&mut session, Action::Give(Command::StartLoad(flood)));
    act(&mut session, Action::SetSpeed(Speed::FASTEST));
    act(&mut session, Action::Play);
    while session.is_playing() {
        session.tick(16_667, 50_000);
    }
    assert_eq!(
        session.notice().map(|notice| notice.id),
        Some("notice-too-long")
    );
    let records = session.world().expect("a run").log().last().0;
    assert!((2_000_000..2_300_000).contains(&records), "{records}");
    holds(&session);
    for action in [Action::Play, Action::StepForward] {
        let refused = session.act(action).expect_err("it is too long");
        assert_eq!(refused.id, "notice-too-long");
    }
    let half = SimTime::from_micros(session.playhead().micros() / 2);
    seek(&mut session, half);
    act(&mut session, Action::Play);
}

#[test]
fn a_run_whose_writer_recovers_is_no_longer_than_before() {
    let mut session = Session::open(scenario(3)).expect("it makes sense");
    act(&mut session, Action::SetSpeed(Speed::FASTEST));
    seek(&mut session, millis(20));
    act(&mut session, Action::Give(Command::CrashWriter {}));
    act(&mut session, Action::Give(Command::RestartWriter {}));
    act(&mut session, Action::Play);
    while session.is_playing() && session.playhead() < millis(100) {
        session.tick(16_667, 50_000);
    }
    assert_eq!(session.notice().map(|notice| notice.id), None);
    let world = session.world().expect("a run");
    assert!(
        world.log().last().0 > 10_000_000,
        "the void range lies behind"
    );
    assert!(session.playhead() >= millis(100), "and time goes on");
}

/// Everything a person might do, at random.
fn anything(chance: &mut Chance, session: &Session) -> Action {
    let horizon = session.horizon().micros() as u32;
    let group = [None, Some(GroupId(0)), Some(GroupId(9))][chance.below(3) as usize];
    let copy = CopyId(chance.below(6) as u8);
    let zone = ZoneId(chance.below(3) as u8);
    match chance.below(20) {
        0 => Action::Play,
        1 => Action::Pause,
        2 | 3 => Action::Toggle,
        4 | 5 => Action::StepForward,
        6..=8 => Action::StepBack,
        9 => Action::SeekTo(SimTime::from_micros(chance.below(horizon + 30_000).into())),
        10 => Action::SeekTo(SimTime::from_micros(chance.below(horizon + 1).into())),
        11 => Action::SetSpeed(Speed::at_position(chance.below(152))),
        12 => Action::RunUntil(
            [
                Until::NextCommit,
                Until::NextFault,
                Until::QuorumLost,
                Until::VdlMoves,
            ][chance.below(4) as usize],
        ),
        13 => Action::Give(Command::CutZone { zone }),
        14 => Action::Give(Command::HealZone { zone }),
        15 => Action::Give(Command::StopCopy { copy, group }),
        16 => Action::Give(Command::RestartCopy { copy, group }),
        17 => Action::Give(Command::StartLoad(load())),
        18 => Action::Give(Command::StopLoad {}),
        _ => Action::Give(put(["cart:42", "seat:7", ""][chance.below(3) as usize])),
    }
}

#[test]
fn whatever_a_person_does_nothing_breaks_and_every_place_can_be_found_again() {
    for seed in 0..60 {
        let mut chance = Chance::new(seed, Stream::Scenario);
        let mut session = session(seed);
        for _ in 0..120 {
            let action = anything(&mut chance, &session);
            // A refusal is an answer, too.
            let _ = session.act(action);
            session.tick(
                u64::from(chance.below(40_000)),
                u64::from(chance.below(3_000)),
            );
            holds(&session);
        }
        act(&mut session, Action::Pause);
        // Where it stands can be left and found again, by position and by time.
        let here = (mark(&session), session.playhead());
        let mut walked = session.clone();
        let mut back = 0;
        while back < 40 && walked.act(Action::StepBack).is_ok() {
            settle(&mut walked);
            back += 1;
        }
        (0..back).for_each(|_| act(&mut walked, Action::StepForward));
        assert_eq!(mark(&walked), here.0, "seed {seed}");

        seek(&mut session, here.1);
        let whole = mark(&session);
        seek(&mut session, SimTime::ZERO);
        seek(&mut session, here.1);
        assert_eq!(mark(&session), whole, "seed {seed}");
        let lens = session.scene();
        seek(&mut session, SimTime::from_micros(here.1.micros() / 2));
        seek(&mut session, here.1);
        assert_eq!(
            (mark(&session), session.scene()),
            (whole, lens),
            "seed {seed}"
        );
    }
}

#[test]
fn a_place_in_a_session_is_a_fresh_run_with_the_same_commands() {
    let mut session = session(8);
    let commands = [
        (9_000, put("cart:42")),
        (
            9_000,
            Command::StopCopy {
                copy: CopyId(2),
                group: None,
            },
        ),
        (33_000, put("seat:7")),
        (
            47_123,
            Command::RestartCopy {
                copy: CopyId(2),
                group: None,
            },
        ),
    ];
    for (at, command) in &commands {
        seek(&mut session, SimTime::from_micros(*at));
        act(&mut session, Action::Give(command.clone()));
    }
    seek(&mut session, millis(90));
    seek(&mut session, millis(40));
    seek(&mut session, millis(90));

    let scenario = scenario(8);
    let keep = world::Keep::All;
    let mut fresh = world::World::new(scenario.topology.clone(), scenario.seed, keep);
    fresh.plan(scenario.plan());
    for (at, command) in &commands {
        assert!(fresh.run_until(SimTime::from_micros(*at), PLENTY));
        fresh.give(command).expect("it was possible in the session");
    }
    assert!(fresh.run_until(millis(90), PLENTY));
    assert_eq!(mark(&session), (fresh.steps(), fresh.digest().to_string()));
}
