//! Everything that is shown comes from the engine: without a run there is nothing to see.

use base::{EventId, Lens, SimTime};
use scene::{Focus, Scene, Timeline};
use session::{Action, Language, Params, Session, Speed, Theme, Until};
use world::Command;

#[test]
fn without_an_engine_every_view_is_blank() {
    let mut session = Session::empty();
    for _ in 0..3 {
        assert_eq!(session.scene(), Scene::default());
        assert_eq!(session.scene().to_text(), "nothing\n");
        let mut flights = Vec::new();
        session.flights(&mut flights);
        assert!(flights.is_empty());
        assert_eq!(
            (session.inspect(), session.inspect_at(Focus::Writer)),
            (None, None)
        );
        assert_eq!(
            (session.why_waiting(), session.why(EventId(0))),
            (None, None)
        );
        assert!(session.lines(100).is_empty() && session.visitor_requests(100).is_empty());
        let end = SimTime::from_millis(1_000);
        assert_eq!(session.timeline(SimTime::ZERO, end), Timeline::default());
        assert_eq!(
            (session.digest(), session.seed(), session.scenario()),
            (None, None, None)
        );
        assert_eq!(session.horizon(), SimTime::ZERO);
        let ticked = session.tick(1_000_000, u64::MAX);
        assert!(!ticked.changed && !ticked.moved && ticked.steps == 0);
    }
}

#[test]
fn without_an_engine_only_settings_can_be_changed() {
    let mut session = Session::empty();
    let get = Command::Get {
        key: "a".to_owned(),
        from_reader: None,
    };
    for action in [
        Action::Play,
        Action::Toggle,
        Action::StepForward,
        Action::StepBack,
        Action::SeekTo(SimTime::from_millis(1)),
        Action::RunUntil(Until::NextCommit),
        Action::Give(get),
        Action::Focus(Some(Focus::Writer)),
        Action::Restart(None),
    ] {
        let refused = session.act(action).expect_err("there is no run");
        assert_eq!(refused.id, "problem-no-run");
    }
    for action in [
        Action::SetLens(Lens::Everyday),
        Action::SetLanguage(Language::Ko),
        Action::SetTheme(Theme::Contrast),
        Action::SetVerbosity(9),
        Action::SetSpeed(Speed::REAL),
        Action::Slower,
        Action::Faster,
        Action::Focus(None),
        Action::DismissNotice,
    ] {
        assert_eq!(session.act(action), Ok(()));
    }
    let settings = session.settings();
    assert_eq!(
        (settings.lens, settings.language),
        (Lens::Everyday, Language::Ko)
    );
    assert_eq!((settings.theme, settings.verbosity), (Theme::Contrast, 3));
}

#[test]
fn a_link_opens_what_it_says_and_says_what_it_is() {
    let (params, notices) = Params::parse("lang=ja&seed=11&lens=everyday&speed=60&theme=dark");
    assert_eq!(notices, []);
    let (session, notices) = Session::open_params(&params);
    assert_eq!(notices, []);
    assert_eq!(
        (session.seed(), session.speed().to_text()),
        (Some(11), "60".to_owned())
    );
    let again = Params::parse(&session.link_params().to_query());
    assert_eq!(again.1, []);
    assert_eq!(Session::open_params(&again.0).0.scene(), session.scene());
    assert_eq!(again.0.language, Some(Language::Ja));
}

#[test]
fn a_wrong_file_leaves_the_run_alone_and_says_where_it_is_wrong() {
    let (mut session, _) = Session::open_params(&Params::default());
    session
        .act(Action::StepForward)
        .expect("a scenario with something in it");
    let before = session.digest();
    for (text, line) in [("{", 1), ("[]", 1), ("", 1), ("{\n  \"verzion\": 1\n}", 2)] {
        let said = session
            .act(Action::Load(text.to_owned()))
            .expect_err("it is wrong");
        assert_eq!(said.id, "problem-scenario", "{text}");
        assert_eq!(session.diagnostics()[0].place.line, line, "{text}");
        assert_eq!(session.digest(), before);
    }
    let name = "no-such".to_owned();
    assert_eq!(
        session
            .act(Action::Open(name))
            .expect_err("there is none")
            .id,
        "problem-no-such-scenario"
    );
    let (name, text) = lessons::library()[0];
    session
        .act(Action::Load(text.to_owned()))
        .expect("the library is correct");
    assert!(session.diagnostics().is_empty());
    assert_eq!(
        session.scenario().map(|scenario| scenario.name.as_str()),
        Some(name)
    );
}
