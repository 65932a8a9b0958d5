//! A run under a wrong rule shows what it breaks, when it breaks, and not before.

use base::SimTime;
use session::{Action, Session};
use world::Command;

fn at(session: &mut Session, millis: u64) -> Vec<&'static str> {
    session
        .act(Action::SeekTo(SimTime::from_millis(millis)))
        .unwrap();
    session.tick(0, u64::MAX);
    let shown = session.violations();
    shown.iter().map(|shown| shown.invariant).collect()
}

#[test]
fn violations_come_and_go_with_the_playhead() {
    let mut session = Session::empty();
    session
        .act(Action::Open("write-quorum-three".to_owned()))
        .unwrap();
    assert_eq!(at(&mut session, 15), [""; 0]);
    let found = at(&mut session, 100);
    assert!(found.contains(&"INV-1"), "{found:?}");
    assert_eq!(at(&mut session, 15), [""; 0]);
    assert_eq!(at(&mut session, 100), found);
}

#[test]
fn another_future_has_other_violations() {
    let mut session = Session::empty();
    session
        .act(Action::Open("write-quorum-three".to_owned()))
        .unwrap();
    assert!(at(&mut session, 100).contains(&"INV-1"));
    assert_eq!(at(&mut session, 5), [""; 0]);
    let put = Command::Put {
        key: "a".to_owned(),
        value: "1".to_owned(),
    };
    session.act(Action::Give(put)).unwrap();
    assert!(at(&mut session, 100).contains(&"INV-4"));
}

#[test]
fn under_right_rules_nobody_looks_on() {
    let mut session = Session::empty();
    session.act(Action::Open("zone-down".to_owned())).unwrap();
    assert_eq!(at(&mut session, 100), [""; 0]);
}
