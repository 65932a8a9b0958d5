//! The same seed, one thing changed, on the clock of the session.

use base::SimTime;
use scene::Change;
use session::{Action, Command, Session};
use world::Family;

const CLUSTER: &str = r#"{
  "version": 1, "name": "two", "seed": 3,
  "topology": { "groups": 1, "readers": ["b", "c"], "failover": {} },
  "until": "1h"
}"#;

fn open(text: &str) -> Session {
    let mut session = Session::empty();
    session
        .act(Action::Load(text.to_owned()))
        .expect("it is right");
    session
}

fn at(seconds: u64) -> SimTime {
    SimTime::from_micros(seconds * 1_000_000)
}

fn go(session: &mut Session, seconds: u64) {
    session
        .act(Action::SeekTo(at(seconds)))
        .expect("it can be reached");
    while session.progress_permille().is_some() {
        session.tick(0, 1_000_000);
    }
    // The other run catches up tick by tick.
    for _ in 0..20 {
        session.tick(0, 1_000_000);
    }
}

#[test]
fn the_other_run_gets_what_is_done_and_goes_back_and_forth_with_the_clock() {
    let mut session = open(CLUSTER);
    assert!(session.pair().is_none());
    session
        .act(Action::Compare(Some(Change::NoReader)))
        .expect("there are readers");
    go(&mut session, 1);
    session
        .act(Action::Give(Command::CrashWriter {}))
        .expect("it runs");
    go(&mut session, 60);
    let minute = session.pair().expect("it is compared");
    assert_eq!(minute.says.0.id, "pair-other-lasts");
    go(&mut session, 500);
    assert_eq!(session.pair().expect("still").says.0.id, "pair-longer");
    go(&mut session, 60);
    assert_eq!(session.pair().expect("still"), minute, "INV-19");
    // Another thing is changed: the run itself stays as it is.
    let digest = session.digest();
    session
        .act(Action::Compare(Some(Change::OtherTtl)))
        .expect("names are kept");
    go(&mut session, 60);
    let pair = session.pair().expect("still");
    assert_eq!(
        (pair.change, pair.says.0.id),
        (Change::OtherTtl, "pair-same")
    );
    assert_eq!(session.digest(), digest);
    session
        .act(Action::Compare(None))
        .expect("nothing is always there");
    assert!(session.pair().is_none());
}

#[test]
fn without_a_cluster_there_is_nothing_to_change_and_a_sentence_says_so() {
    let mut session = open(r#"{ "version": 1, "name": "one", "seed": 3, "until": "1s" }"#);
    let refused = session.act(Action::Compare(Some(Change::NoReader)));
    assert_eq!(refused.expect_err("no cluster").id, "refusal-no-cluster");
}

#[test]
fn another_engine_begins_the_run_again_and_in_a_chapter_the_part_it_is_at() {
    let family = |session: &Session| session.world().and_then(world::World::family);
    let mut session = open(CLUSTER);
    go(&mut session, 5);
    let other = Action::SetFamily(Family::PostgreSql);
    session.act(other.clone()).expect("a cluster");
    assert_eq!(family(&session), Some(Family::PostgreSql));
    assert_eq!(
        (session.playhead(), session.seed()),
        (SimTime::ZERO, Some(3))
    );
    let chapter = include_str!("../../../tests/chapters/failover.json");
    let mut session = Session::empty();
    session
        .act(Action::OpenChapter(chapter.to_owned(), 10))
        .expect("a chapter");
    while session.progress_permille().is_some() {
        session.tick(0, 1_000_000);
    }
    let step = |session: &Session| session.lesson().map(|lesson| lesson.step);
    assert_eq!(step(&session), Some(10));
    session.act(other).expect("a cluster");
    assert_eq!(family(&session), Some(Family::PostgreSql));
    assert_eq!(step(&session), Some(9), "the first of this run's steps");
    session.act(Action::NextStep).expect("it goes on");
    assert_eq!(family(&session), Some(Family::PostgreSql));
    let mut alone = open(r#"{ "version": 1, "name": "one", "seed": 3, "until": "1s" }"#);
    let refused = alone.act(Action::SetFamily(Family::MySql));
    assert_eq!(refused.expect_err("no cluster").id, "refusal-no-cluster");
}
