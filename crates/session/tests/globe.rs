//! A global database on the page: time goes on and back, what is asked is done, and what is shown is what has happened.

use lessons::chapters;
use session::scene::{ManualStep, Outlook, RegionId, Report, WorldView};
use session::{Action, GlobalCommand, Session, SimTime};

const VIRGINIA: RegionId = RegionId(0);
const IRELAND: RegionId = RegionId(4);
const TOKYO: RegionId = RegionId(10);
/// A frame of a screen, in microseconds.
const FRAME: u64 = 16_667;

fn open(step: &str) -> Session {
    let (_, text) = chapters()
        .iter()
        .find(|(name, _)| *name == "global")
        .unwrap();
    let chapter = lessons::read_chapter(text).unwrap();
    let place = chapter.steps.iter().position(|it| it.name == step).unwrap();
    let mut session = Session::empty();
    let action = Action::OpenChapter((*text).to_owned(), place);
    session.act(action).unwrap();
    settle(&mut session);
    session
}

/// Lets what is under way come to its end.
fn settle(session: &mut Session) {
    while session.progress_permille().is_some() || session.is_planning() {
        session.tick(0, 100_000);
    }
    assert_eq!(session.notice(), None);
}

fn seek(session: &mut Session, at: SimTime) {
    session.act(Action::Pause).unwrap();
    session.act(Action::SeekTo(at)).unwrap();
    settle(session);
}

fn later(session: &mut Session, millis: u64) {
    let at = SimTime::from_micros(session.playhead().micros() + millis * 1_000);
    seek(session, at);
}

fn give(session: &mut Session, command: GlobalCommand) {
    session.act(Action::GiveGlobal(command)).unwrap();
}

fn view(session: &Session) -> WorldView {
    session.world_view().expect("a global database is open")
}

fn report(session: &Session) -> Report {
    view(session).report.expect("something has changed")
}

#[test]
fn time_goes_back_and_forth_and_the_same_happens_again() {
    let mut session = open("lag");
    session.act(Action::Play).unwrap();
    for _ in 0..60 {
        session.tick(FRAME, 100_000);
    }
    session.act(Action::Pause).unwrap();
    let (digest, at, steps) = (session.digest(), session.playhead(), session.steps());
    for _ in 0..3 {
        session.act(Action::StepBack).unwrap();
        settle(&mut session);
    }
    assert_eq!(session.steps(), steps - 3);
    assert_ne!(session.digest(), digest);
    seek(&mut session, SimTime::from_millis(1));
    assert!(session.steps() < steps);
    seek(&mut session, at);
    assert_eq!(session.digest(), digest, "INV-19");
    session.act(Action::StepForward).unwrap();
    assert_eq!(session.steps(), steps + 1);
}

#[test]
fn a_cluster_of_its_own_has_no_regions_and_regions_have_no_stage() {
    let session = open("star");
    assert_eq!(session.scene(), session::scene::Scene::default());
    let shown = view(&session);
    let names: Vec<RegionId> = shown.regions.iter().map(|it| it.region).collect();
    assert_eq!(names, [VIRGINIA, IRELAND, TOKYO], "from west to east");
    assert_eq!(shown.ways.len(), 2);
    assert!(shown.regions[0].primary && shown.regions[0].writable);
    assert!(!shown.regions[1].writable && !shown.regions[2].writable);
    assert!(shown.report.is_none());
}

#[test]
fn what_the_planner_says_is_what_happens() {
    let mut session = open("outage");
    later(&mut session, 2_000);
    session.act(Action::Plan(true)).unwrap();
    settle(&mut session);
    let plans = view(&session).plans.expect("they are compared");
    assert_eq!(plans.len(), 4, "two targets, two ways");
    for plan in &plans {
        let refused = matches!(plan.outlook, Outlook::Refused(_));
        assert_eq!(
            refused, plan.planned,
            "G-20: only a healthy one is switched over"
        );
    }
    let lost = |to| {
        let plan = plans.iter().find(|it| it.to == to && !it.planned).unwrap();
        match plan.outlook {
            Outlook::Done { lost, .. } => lost,
            ref other => panic!("{other:?}"),
        }
    };
    assert!(
        lost(IRELAND) > 0 && lost(TOKYO) > lost(IRELAND),
        "G-24: more lag, more loss"
    );
    let plan = plans
        .iter()
        .find(|it| it.to == IRELAND && !it.planned)
        .unwrap();
    give(&mut session, plan.command.clone());
    later(&mut session, 120_000);
    let outlook = session::scene::outlook(session.globe().unwrap());
    assert_eq!(plan.outlook, outlook);
    assert_eq!(report(&session).lost, lost(IRELAND));
    let elsewhere = &session.globe().unwrap().reports()[0].elsewhere;
    assert_eq!(elsewhere, &[(TOKYO, lost(TOKYO) as u32)]);
}

#[test]
fn lost_rows_are_named_and_found_in_the_snapshot_when_the_region_returns() {
    let mut session = open("rebuilt");
    let before = report(&session);
    assert!(before.lost > 0 && before.rows.len() as u64 >= before.lost);
    for row in &before.rows {
        assert!(!row.key.is_empty());
        assert_eq!(row.found.id, "report-in-dark-region");
    }
    give(
        &mut session,
        GlobalCommand::LightRegion { region: VIRGINIA },
    );
    later(&mut session, 30_000);
    let after = report(&session);
    assert_eq!(after.lost, before.lost);
    let named = |report: &Report| -> Vec<(String, String)> {
        let rows = report.rows.iter();
        rows.map(|row| (row.key.clone(), row.value.clone()))
            .collect()
    };
    assert_eq!(named(&after), named(&before), "INV-17");
    for row in &after.rows {
        assert_eq!(row.found.id, "report-in-snapshot");
        let snapshot = &session.globe().unwrap().snapshots()[0];
        assert_ne!(snapshot.row(&row.key), None);
    }
}

#[test]
fn the_six_steps_by_hand_are_seen_one_by_one() {
    let mut session = open("by-hand");
    later(&mut session, 3_000);
    let done = |session: &Session| -> Vec<bool> {
        let manual = view(session).manual;
        let is_wrong = |step: &ManualStep| {
            let wrong = step.wrong.as_ref();
            wrong.is_some_and(|wrong| wrong.id != "manual-late")
        };
        assert!(!manual.iter().any(is_wrong), "{manual:?}");
        // Of what is open the first says how it is done.
        let open = manual.iter().find(|step| !step.done);
        assert!(open.is_none_or(|step| step.how.is_some()), "{manual:?}");
        manual.iter().map(|step| step.done).collect()
    };
    assert_eq!(done(&session), [false; 6]);
    give(&mut session, GlobalCommand::StopWrites { region: VIRGINIA });
    later(&mut session, 3_000);
    assert_eq!(done(&session), [true, false, false, false, false, false]);
    give(&mut session, GlobalCommand::Detach { region: IRELAND });
    later(&mut session, 60_000);
    assert_eq!(done(&session), [true, true, true, false, false, false]);
    // What is offered on the page is what is needed.
    let offered = |session: &Session, region, label: &str| {
        let shown = view(session);
        let region = shown.regions.iter().find(|it| it.region == region).unwrap();
        let mut deeds = region.deeds.iter().flat_map(|group| &group.1);
        let deed = deeds.find(|deed| deed.0.id == label);
        deed.unwrap_or_else(|| panic!("{label}: {:?}", region.deeds))
            .1
            .clone()
    };
    let deed = offered(&session, IRELAND, "act-point-app");
    give(&mut session, deed);
    later(&mut session, 3_000);
    assert_eq!(done(&session), [true, true, true, true, false, false]);
    let deed = offered(&session, TOKYO, "act-delete");
    give(&mut session, deed);
    assert_eq!(done(&session), [true, true, true, true, true, false]);
    let deed = offered(&session, IRELAND, "act-add-region");
    give(&mut session, deed);
    later(&mut session, 1_000);
    assert_eq!(done(&session), [true; 6]);
}

#[test]
fn a_step_left_out_or_done_badly_is_said() {
    let mut session = open("by-hand");
    later(&mut session, 3_000);
    give(&mut session, GlobalCommand::Detach { region: TOKYO });
    later(&mut session, 60_000);
    let wrong: Vec<_> = view(&session)
        .manual
        .iter()
        .filter_map(|step| step.wrong.as_ref().map(|wrong| wrong.id))
        .collect();
    assert_eq!(
        wrong,
        [
            "manual-not-stopped",
            "manual-not-least",
            "manual-split",
            "manual-elsewhere"
        ]
    );
    // Too late is better than not at all.
    let how = view(&session).manual[0].how.clone().expect("what to do");
    assert_eq!((how.0, how.1.id), (Some(VIRGINIA), "manual-how"));
    assert_eq!(view(&session).says.id, "world-split");
}

#[test]
fn a_refusal_is_said_and_changes_nothing() {
    let mut session = open("by-hand");
    later(&mut session, 1_000);
    let before = session.digest();
    let (to, allow_data_loss) = (IRELAND, true);
    let command = GlobalCommand::Failover {
        to,
        allow_data_loss,
    };
    let problem = session.act(Action::GiveGlobal(command)).unwrap_err();
    assert_eq!(problem.id, "global-not-in-that-era", "DT-18");
    assert_eq!(session.digest(), before);
}

#[test]
fn a_scenario_of_regions_opens_without_a_chapter_and_does_what_stands_in_it() {
    for (name, text) in lessons::library() {
        let scenario = lessons::read(text).unwrap();
        if scenario.regions.is_none() {
            continue;
        }
        let mut session = Session::empty();
        session.act(Action::Open((*name).to_owned())).unwrap();
        settle(&mut session);
        assert_eq!(view(&session).ways.len(), 2, "{name}");
        seek(&mut session, scenario.until);
        assert_eq!(
            session.digest(),
            Some(lessons::run(&scenario).digest),
            "{name}"
        );
        assert!(view(&session).report.is_some(), "{name}");
        seek(&mut session, SimTime::from_millis(1));
        assert!(view(&session).report.is_none(), "{name}");
    }
}

#[test]
fn a_region_is_looked_into_and_its_cluster_is_shown() {
    let mut session = open("star");
    later(&mut session, 2_000);
    let newest = session.lines(1)[0].id;
    let why = session.why(newest).expect("it has a reason");
    assert_eq!(why.steps[0].event, Some(newest));
    session
        .act(Action::Focus(Some(session::scene::Focus::Event(newest))))
        .unwrap();
    session.act(Action::Enter(Some(IRELAND))).unwrap();
    assert_eq!(session.inside(), Some(IRELAND));
    assert!(session.world_view().is_none() && session.focus().is_none());
    assert_eq!(session.scene().copies.len(), 6);
    assert!(!session.lines(5).is_empty());
    let digest = session.digest();
    later(&mut session, 500);
    assert_ne!(session.digest(), digest, "time goes on in there");
    // What is done is done to this cluster.
    let command = session::Command::StopCopy {
        copy: session::scene::CopyId(0),
        group: None,
    };
    session.act(Action::Give(command)).unwrap();
    assert!(
        session
            .scene()
            .copies
            .iter()
            .any(|copy| copy.standing == session::scene::Standing::Stopped)
    );
    session.act(Action::Enter(None)).unwrap();
    assert_eq!(view(&session).regions.len(), 3);
    let nowhere = session.act(Action::Enter(Some(RegionId(7))));
    assert!(nowhere.is_err());
}

#[test]
fn what_a_region_has_of_its_own_is_shown_and_can_be_done() {
    let mut session = open("star");
    later(&mut session, 1_000);
    let of = |session: &Session, region: RegionId| {
        let shown = view(session);
        shown
            .regions
            .into_iter()
            .find(|it| it.region == region)
            .unwrap()
    };
    let press = |session: &mut Session, region: RegionId, id: &str| {
        let groups = of(session, region).deeds;
        let mut deeds = groups.into_iter().flat_map(|group| group.1);
        let (_, command) = deeds.find(|it| it.0.id == id).expect(id);
        give(session, command);
    };
    let row = |session: &Session, region: RegionId, id: &str| {
        let view = of(session, region);
        let all = view.figures.into_iter().chain(view.more);
        all.into_iter().find(|it| it.0.id == id).map(|it| it.1.id)
    };
    assert_eq!(
        row(&session, VIRGINIA, "world-cluster-endpoint"),
        Some("world-address")
    );
    assert_eq!(
        row(&session, IRELAND, "world-cluster-endpoint"),
        Some("world-address-idle")
    );
    assert_eq!(
        row(&session, IRELAND, "world-reader-endpoint"),
        Some("world-address")
    );
    press(&mut session, IRELAND, "act-forward-session");
    press(&mut session, IRELAND, "act-forward-write");
    assert_eq!(
        row(&session, IRELAND, "world-session"),
        Some("forward-waiting")
    );
    later(&mut session, 500);
    assert_eq!(
        row(&session, IRELAND, "world-session"),
        Some("forward-written")
    );
    press(&mut session, IRELAND, "act-forward-read");
    later(&mut session, 500);
    assert_eq!(
        row(&session, IRELAND, "world-session"),
        Some("forward-found")
    );
    press(&mut session, TOKYO, "act-start-readers");
    later(&mut session, 1_000);
    assert_eq!(
        row(&session, TOKYO, "world-readers"),
        Some("world-readers-at")
    );
    let (_, command) = view(&session).other_rules;
    give(&mut session, command);
    later(&mut session, 1);
    assert_eq!(view(&session).rules.1[2].0.id, "rules-by-hand", "DT-18");
}

#[test]
fn a_reason_goes_on_across_the_borders_of_regions() {
    let mut session = open("star");
    later(&mut session, 2_000);
    session.act(Action::SetVerbosity(3)).unwrap();
    session.act(Action::Enter(Some(IRELAND))).unwrap();
    let lines = session.lines(400);
    let arrived = lines
        .iter()
        .rev()
        .find(|it| it.phrase.id == "event-redo-arrived");
    let arrived = arrived.expect("redo arrives").id;
    let why = session.why(arrived).unwrap();
    let said: Vec<_> = why
        .steps
        .iter()
        .map(|it| (it.place, it.phrase.id))
        .collect();
    let told = |place, id: &str| said.iter().position(|it| *it == (place, id));
    let path = [
        told(Some(IRELAND), "event-redo-arrived"),
        told(None, "global-redo-arrived"),
        told(None, "global-redo-sent"),
        told(Some(VIRGINIA), "event-vdl-moved"),
    ];
    assert!(path.is_sorted() && path[0].is_some(), "{said:?}");
    let begins = why.steps.last().unwrap();
    assert_eq!(
        begins.place,
        Some(VIRGINIA),
        "it was written there: {said:?}"
    );
    // Each link can be followed, and its own reason goes on from there.
    for step in &why.steps {
        let focus = session::scene::Focus::Event(step.event.unwrap());
        session.act(Action::FocusIn(step.place, focus)).unwrap();
        assert_eq!(
            (session.inside(), session.focus()),
            (step.place, Some(focus))
        );
        let chain = session.why(step.event.unwrap()).unwrap().steps;
        assert_eq!(chain.last(), why.steps.last());
    }
}

#[test]
fn g_70_inside_a_secondary_writes_are_forwarded_or_it_is_said_how() {
    let mut session = open("lag");
    later(&mut session, 1_000);
    session.act(Action::Enter(Some(VIRGINIA))).unwrap();
    assert!(session.ask_here().is_none(), "in the primary one writes");
    session.act(Action::Enter(Some(IRELAND))).unwrap();
    let ask = session.ask_here().expect("it is a secondary");
    assert!(!ask.forwards && ask.says.id == "ask-not-forwarded");
    let (label, command) = ask.deeds[0].clone();
    assert_eq!(label.id, "act-forward-session");
    give(&mut session, command);
    let ask = session.ask_here().expect("it is a secondary");
    assert!(ask.forwards && ask.says.id == "ask-forwarded");
    let (region, session_number) = ask.of;
    give(
        &mut session,
        GlobalCommand::Forward {
            region,
            session: session_number,
            key: "cart:42".to_owned(),
            value: "3 apples".to_owned(),
            isolation: None,
        },
    );
    later(&mut session, 2_000);
    let answer = session.ask_here().and_then(|ask| ask.answer);
    assert_eq!(answer.expect("it was answered").id, "forward-written");
    // Nothing is offered that makes no sense in a secondary, and what a reader shows is not measured by a writer.
    assert!(
        session
            .world()
            .and_then(session::scene::cluster_view)
            .is_none()
    );
    for reader in session.scene().readers {
        let status = reader.status.id;
        assert!(
            status == "reader-level-here" || status == "reader-behind-here",
            "{status}"
        );
    }
}
