//! Chapters as a person goes through them: forward, back, by link, and astray.

use lessons::{chapters, read_chapter, run_chapter};
use session::{Action, Command, Session, SimTime, World};

/// A frame of a screen, in microseconds.
const FRAME: u64 = 16_667;

fn text(name: &str) -> String {
    let known = chapters().iter().find(|(known, _)| *known == name);
    known.expect("it comes with AuroraScope").1.to_owned()
}

fn open(name: &str, step: usize) -> Session {
    let mut session = Session::empty();
    session.act(Action::OpenChapter(text(name), step)).unwrap();
    session
}

/// Lets the step play until the engine says that it is reached.
fn play(session: &mut Session) {
    for _ in 0..20_000 {
        if !session.is_playing() && session.progress_permille().is_none() {
            return;
        }
        session.tick(FRAME, 1_000);
    }
    panic!("{:?} goes on for ever", session.lesson());
}

/// Lets a way that is under way come to its end.
fn arrive(session: &mut Session) {
    while session.progress_permille().is_some() {
        session.tick(0, 1_000);
    }
}

fn step(session: &Session) -> u32 {
    session.lesson().expect("a chapter is open").step
}

#[test]
fn a_chapter_that_is_watched_is_the_run_the_command_line_makes() {
    for (name, text) in chapters() {
        let chapter = read_chapter(text).unwrap();
        let mut session = open(name, 0);
        for number in 0..chapter.steps.len() {
            play(&mut session);
            let view = session.lesson().unwrap();
            assert_eq!(view.step as usize, number, "{name}");
            assert_eq!(
                Some(session.playhead()),
                view.reached,
                "{name}: time stands still"
            );
            if number + 1 < chapter.steps.len() {
                session.act(Action::NextStep).unwrap();
            }
        }
        let report = run_chapter(&chapter, |_, _, _| {});
        assert_eq!(session.digest(), Some(report.digest), "{name}");
    }
}

#[test]
fn a_link_into_a_chapter_comes_to_the_same_moment() {
    for (name, _) in chapters() {
        let steps = session_steps(name);
        let mut watched = open(name, 0);
        for number in 0..steps {
            let mut linked = open(name, number);
            arrive(&mut linked);
            assert_eq!(step(&linked) as usize, number);
            assert_eq!(linked.digest(), watched.digest(), "{name}, step {number}");
            assert!(
                linked.lesson().unwrap().reached.is_none()
                    || watched.lesson().unwrap().reached.is_some()
            );
            play(&mut watched);
            watched.act(Action::NextStep).unwrap();
        }
        let linked = open(name, 99);
        assert!(linked.lesson().is_some());
    }
}

fn session_steps(name: &str) -> usize {
    read_chapter(&text(name)).unwrap().steps.len()
}

#[test]
fn next_does_not_wait_for_the_clock() {
    let mut session = open("storage-and-quorum", 0);
    for number in 1..session_steps("storage-and-quorum") as u32 {
        session.act(Action::NextStep).unwrap();
        arrive(&mut session);
        assert_eq!(step(&session), number);
    }
    session.act(Action::NextStep).unwrap();
    arrive(&mut session);
    let view = session.lesson().unwrap();
    assert_eq!(view.step + 1, view.steps);
    assert!(
        view.reached.is_some(),
        "behind the last step there is only its end"
    );
}

#[test]
fn going_back_is_the_same_step_again() {
    let mut session = open("storage-and-quorum", 3);
    arrive(&mut session);
    let before = session.digest();
    play(&mut session);
    let reached = (session.digest(), session.lesson());
    session.act(Action::PreviousStep).unwrap();
    arrive(&mut session);
    assert_eq!(step(&session), 2);
    session.act(Action::NextStep).unwrap();
    arrive(&mut session);
    assert_eq!((step(&session), session.digest()), (3, before));
    play(&mut session);
    assert_eq!((session.digest(), session.lesson()), reached);
    // To the very beginning, and no further.
    for _ in 0..6 {
        session.act(Action::PreviousStep).unwrap();
        arrive(&mut session);
    }
    assert_eq!(step(&session), 0);
}

#[test]
fn the_step_that_is_shown_is_that_of_the_moment_that_is_shown() {
    let mut session = open("storage-and-quorum", 2);
    arrive(&mut session);
    play(&mut session);
    let end = session.playhead();
    session.act(Action::SeekTo(SimTime::ZERO)).unwrap();
    arrive(&mut session);
    let view = session.lesson().unwrap();
    assert_eq!(
        (view.step, view.reached),
        (0, None),
        "nothing has happened yet"
    );
    session.act(Action::SeekTo(end)).unwrap();
    arrive(&mut session);
    let view = session.lesson().unwrap();
    assert_eq!((view.step, view.reached), (2, Some(end)));
}

#[test]
fn whoever_goes_astray_can_come_back() {
    let mut session = open("storage-and-quorum", 1);
    arrive(&mut session);
    // Every copy is cut off, so no fourth answer comes.
    for copy in base::CopyId::all() {
        session
            .act(Action::Give(Command::CutCopy { copy }))
            .unwrap();
    }
    session.act(Action::NextStep).unwrap();
    arrive(&mut session);
    assert_eq!(step(&session), 1);
    assert_eq!(
        session.notice().map(|phrase| phrase.id),
        Some("chapter-not-reached")
    );
    session.act(Action::PreviousStep).unwrap();
    arrive(&mut session);
    play(&mut session);
    session.act(Action::NextStep).unwrap();
    arrive(&mut session);
    play(&mut session);
    let view = session.lesson().unwrap();
    assert_eq!(view.step, 1);
    assert!(view.reached.is_some());
}

#[test]
fn what_a_step_has_reached_is_said_by_the_engine() {
    let mut session = open("storage-and-quorum", 1);
    arrive(&mut session);
    play(&mut session);
    let (event, phrase) = session.lesson().unwrap().outcome.unwrap();
    let line = scene::line(session.world().unwrap(), event.unwrap()).unwrap();
    assert_eq!((line.phrase, line.kind), (phrase, scene::LineKind::Commit));
}

#[test]
fn a_wrong_chapter_leaves_everything_as_it_was() {
    let mut session = open("storage-and-quorum", 0);
    let before = session.digest();
    for wrong in [
        "",
        "{}",
        "[",
        r#"{"version":1,"name":"x","number":1,"steps":[]}"#,
    ] {
        assert!(
            session
                .act(Action::OpenChapter(wrong.to_owned(), 0))
                .is_err(),
            "{wrong}"
        );
    }
    assert_eq!(session.digest(), before);
    assert!(session.lesson().is_some());
    session.act(Action::LeaveChapter).unwrap();
    assert!(session.lesson().is_none());
    assert_eq!(
        session.world().map(World::digest),
        before,
        "the run goes on"
    );
    assert!(session.act(Action::NextStep).is_err());
}

#[test]
fn w_23_mirrored_mysql_stands_beside_on_the_same_clock() {
    let figures = |session: &Session| {
        let board = session.contrast_board().expect("the chapter shows it");
        let row = board.rows[0].values.clone();
        let number = |phrase: &session::Phrase| match phrase.args[..] {
            [(_, base::Arg::Number(number))] => number,
            ref other => panic!("{other:?}"),
        };
        (number(&row[0]), number(&row[1]))
    };
    let mut session = open("mirrored", 0);
    play(&mut session);
    assert_eq!(
        figures(&session),
        (1, 1),
        "each side has committed the write"
    );
    session.act(Action::NextStep).unwrap();
    play(&mut session);
    let before = figures(&session);
    assert_eq!(
        Some(before.0),
        session.world().map(|world| world.counters().commits)
    );
    assert!(before.1 > 100, "both sides work: {before:?}");
    assert!(
        before.0 > 5 * before.1,
        "in the direction of E-1: {before:?}"
    );
    session.act(Action::NextStep).unwrap();
    play(&mut session);
    let cut = figures(&session);
    assert!(cut.0 >= before.0 + 300, "Aurora goes on: {cut:?}");
    assert!(cut.1 < before.1 + 50, "four of four do not: {cut:?}");
    // Back and on again is the same.
    session.act(Action::PreviousStep).unwrap();
    arrive(&mut session);
    play(&mut session);
    assert_eq!(figures(&session), before);
}
