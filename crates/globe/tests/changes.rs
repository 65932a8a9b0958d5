//! The primary moves.

mod pair;

use base::{RegionId, SimSpan};
use globe::{DatabaseId, GlobalCommand, GlobalEvent, GlobalRefusal, Globe, Status};
use pair::*;

const FIRST: DatabaseId = DatabaseId(0);

fn put(globe: &mut Globe, region: RegionId, key: &str, value: &str) {
    let (key, value) = (key.to_owned(), value.to_owned());
    let command = world::Command::Put { key, value };
    globe.give(&GlobalCommand::In { region, command }).unwrap();
}

fn row(globe: &Globe, region: RegionId, key: &str) -> Option<String> {
    let row = globe.row(region, key).expect("some copy is complete");
    row.map(|value| String::from_utf8(value.to_vec()).unwrap())
}

#[test]
fn a_switchover_loses_nothing_and_the_old_primary_follows() {
    let mut globe = start(&[VIRGINIA, IRELAND, TOKYO]);
    load(&mut globe, VIRGINIA, 100);
    run(&mut globe, 3_000);
    globe
        .give(&GlobalCommand::Switchover { to: IRELAND })
        .unwrap();
    let acknowledged = globe.world(VIRGINIA).unwrap().counters().commits;
    run(&mut globe, 60_000);
    assert_eq!(globe.primary(FIRST), Some(IRELAND));
    assert_eq!(globe.endpoint(FIRST), Some(IRELAND));
    assert!(globe.takes_writes(IRELAND) && !globe.takes_writes(VIRGINIA));
    assert!(acknowledged > 200);
    put(&mut globe, IRELAND, "k", "written in Ireland");
    run(&mut globe, 3_000);
    for id in [VIRGINIA, IRELAND, TOKYO] {
        assert_eq!(row(&globe, id, "k").as_deref(), Some("written in Ireland"));
        assert_eq!(row(&globe, id, "seat:1"), row(&globe, IRELAND, "seat:1"));
    }
    judge(&globe);
}

#[test]
fn g_12_a_member_is_not_stopped_alone() {
    let mut globe = start(&[VIRGINIA, IRELAND]);
    run(&mut globe, 1_000);
    let stop = |region| {
        let command = world::Command::StopCluster {};
        GlobalCommand::In { region, command }
    };
    for id in [VIRGINIA, IRELAND] {
        assert_eq!(globe.give(&stop(id)), Err(GlobalRefusal::ForTheWhole));
    }
    globe
        .give(&GlobalCommand::Detach { region: IRELAND })
        .unwrap();
    run(&mut globe, 30_000);
    assert_eq!(globe.give(&stop(IRELAND)), Ok(()), "it stands alone");
}

#[test]
fn a_failover_loses_what_had_not_come_and_the_snapshot_has_it() {
    let mut globe = start(&[VIRGINIA, IRELAND, TOKYO]);
    put(&mut globe, VIRGINIA, "k", "everywhere");
    run(&mut globe, 2_000);
    let (one, other) = (VIRGINIA, IRELAND);
    globe.give(&GlobalCommand::CutLink { one, other }).unwrap();
    put(&mut globe, VIRGINIA, "lost", "only here");
    run(&mut globe, 1_000);
    globe
        .give(&GlobalCommand::DarkenRegion { region: VIRGINIA })
        .unwrap();
    let to = IRELAND;
    let refused = globe.give(&GlobalCommand::Failover {
        to,
        allow_data_loss: false,
    });
    assert_eq!(refused, Err(GlobalRefusal::DataLossNotAllowed));
    globe
        .give(&GlobalCommand::Failover {
            to,
            allow_data_loss: true,
        })
        .unwrap();
    run(&mut globe, 60_000);
    assert_eq!(globe.primary(FIRST), Some(IRELAND));
    assert_eq!(row(&globe, IRELAND, "k").as_deref(), Some("everywhere"));
    assert_eq!(row(&globe, IRELAND, "lost"), None);
    assert_eq!(
        row(&globe, TOKYO, "lost"),
        None,
        "it had it, and was built anew"
    );
    assert_eq!(globe.status(VIRGINIA), Some(Status::Replaced));
    globe
        .give(&GlobalCommand::LightRegion { region: VIRGINIA })
        .unwrap();
    globe.give(&GlobalCommand::HealLink { one, other }).unwrap();
    run(&mut globe, 60_000);
    assert_eq!(globe.status(VIRGINIA), Some(Status::Well));
    let snapshot = &globe.snapshots()[0];
    assert_eq!(snapshot.region, VIRGINIA);
    assert_eq!(snapshot.row("lost").as_deref(), Some(&b"only here"[..]));
    assert_eq!(snapshot.lost.len(), 1);
    assert_eq!(snapshot.rows_of(&snapshot.lost[0])[0].0, "lost");
    assert_eq!(row(&globe, VIRGINIA, "lost"), None);
    put(&mut globe, IRELAND, "k", "goes on");
    run(&mut globe, 3_000);
    assert_eq!(row(&globe, VIRGINIA, "k").as_deref(), Some("goes on"));
    judge(&globe);
}

#[test]
fn commits_wait_while_every_secondary_lags_too_far() {
    let mut globe = start(&[VIRGINIA, IRELAND]);
    let region = VIRGINIA;
    let seconds = Some(20);
    globe
        .give(&GlobalCommand::SetRpo { region, seconds })
        .unwrap();
    load(&mut globe, VIRGINIA, 2);
    run(&mut globe, 5_000);
    let (one, other) = (VIRGINIA, IRELAND);
    globe.give(&GlobalCommand::CutLink { one, other }).unwrap();
    run(&mut globe, 19_000);
    assert!(!globe.world(VIRGINIA).unwrap().holds_commits());
    run(&mut globe, 2_500);
    assert!(globe.world(VIRGINIA).unwrap().holds_commits());
    let lag = globe.lag(IRELAND).unwrap().rpo;
    assert!(lag >= SimSpan::from_millis(20_000), "{lag}");
    globe.give(&GlobalCommand::HealLink { one, other }).unwrap();
    run(&mut globe, 2_000);
    assert!(!globe.world(VIRGINIA).unwrap().holds_commits());
    let held = |event: &GlobalEvent| matches!(event, GlobalEvent::CommitsHeld { .. });
    let all = globe.journal().since(base::EventId(0));
    assert_eq!(all.filter(|(_, entry)| held(&entry.event)).count(), 1);
    judge(&globe);
}

#[test]
fn a_detached_secondary_and_the_old_primary_both_write() {
    let mut globe = start(&[VIRGINIA, IRELAND]);
    put(&mut globe, VIRGINIA, "k", "one");
    run(&mut globe, 2_000);
    globe
        .give(&GlobalCommand::Detach { region: IRELAND })
        .unwrap();
    run(&mut globe, 60_000);
    assert_eq!(globe.split_brain(), [(VIRGINIA, IRELAND)]);
    put(&mut globe, VIRGINIA, "k", "in Virginia");
    put(&mut globe, IRELAND, "k", "in Ireland");
    run(&mut globe, 60_000);
    assert_eq!(row(&globe, VIRGINIA, "k").as_deref(), Some("in Virginia"));
    assert_eq!(row(&globe, IRELAND, "k").as_deref(), Some("in Ireland"));
    judge(&globe);
}

#[test]
fn a_switchover_can_be_taken_back_before_and_during_the_promotion() {
    for millis in [20, 4_000] {
        let mut globe = start(&[VIRGINIA, IRELAND, TOKYO]);
        load(&mut globe, VIRGINIA, 50);
        run(&mut globe, 2_000);
        globe
            .give(&GlobalCommand::Switchover { to: TOKYO })
            .unwrap();
        run(&mut globe, millis);
        globe.give(&GlobalCommand::CancelSwitchover {}).unwrap();
        run(&mut globe, 120_000);
        assert_eq!(globe.primary(FIRST), Some(VIRGINIA));
        assert!(globe.takes_writes(VIRGINIA));
        let same = row(&globe, VIRGINIA, "order:3");
        stop(&mut globe, VIRGINIA);
        run(&mut globe, 3_000);
        assert!(same.is_some());
        assert_eq!(
            row(&globe, TOKYO, "order:3"),
            row(&globe, VIRGINIA, "order:3")
        );
        judge(&globe);
    }
}

#[test]
fn a_target_that_goes_dark_while_it_is_promoted_takes_no_list_along() {
    let mut globe = start(&[VIRGINIA, IRELAND, TOKYO]);
    run(&mut globe, 2_000);
    put(&mut globe, VIRGINIA, "k", "not in Tokyo");
    run(&mut globe, 15);
    let (one, other) = (VIRGINIA, TOKYO);
    globe
        .give(&GlobalCommand::Switchover { to: IRELAND })
        .unwrap();
    globe.give(&GlobalCommand::CutLink { one, other }).unwrap();
    run(&mut globe, 4_000);
    assert_eq!(globe.primary(FIRST), Some(VIRGINIA), "not promoted yet");
    globe
        .give(&GlobalCommand::DarkenRegion { region: IRELAND })
        .unwrap();
    run(&mut globe, 60_000);
    assert_eq!(globe.primary(FIRST), Some(VIRGINIA));
    assert!(globe.takes_writes(VIRGINIA));
    assert_eq!(row(&globe, TOKYO, "k"), None);
    let lag = globe.lag(TOKYO).unwrap().rpo;
    assert!(lag >= SimSpan::from_millis(60_000), "{lag}");
    globe.give(&GlobalCommand::HealLink { one, other }).unwrap();
    run(&mut globe, 10_000);
    assert_eq!(row(&globe, TOKYO, "k").as_deref(), Some("not in Tokyo"));
    assert_eq!(globe.lag(TOKYO).unwrap().rpo, SimSpan::ZERO);
    judge(&globe);
}
