//! Transactions of several statements: all of it, or nothing.

use base::{EventId, Id, ReaderId, RequestId, SimSpan};
use tests::{A, B, C, Lab};
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;
use world::{
    Bytes, Command, Ended, Ends, Failover, Given, Happening, Load, Outcome, ReaderSpec, Refusal,
    RollbackWhy, Standing, StatementSpec, Topology,
};

fn put(key: &str, value: &str) -> StatementSpec {
    let (key, value) = (key.to_owned(), value.to_owned());
    StatementSpec::Put { key, value }
}

fn get(key: &str) -> StatementSpec {
    let key = key.to_owned();
    StatementSpec::Get { key }
}

fn begin(lab: &mut Lab, statements: Vec<StatementSpec>, ends: Ends, pause: u32) -> RequestId {
    let command = Command::Transaction {
        statements,
        ends,
        pause_millis: pause,
    };
    match lab.give(&command) {
        Given::Asked(request) => request,
        Given::Done => panic!("it has no answer"),
    }
}

type Answer = (Ended, Vec<Option<Bytes>>);

fn answered(lab: &mut Lab, request: RequestId, millis: u64) -> Option<Answer> {
    let open = |lab: &Lab| {
        !matches!(
            lab.world().standing(request),
            Some(Standing::Answered { .. })
        )
    };
    lab.run_while(SimSpan::from_millis(millis), open);
    match lab.world().standing(request) {
        Some(Standing::Answered {
            outcome: Outcome::Ended { how, found },
            ..
        }) => Some((how, found.to_vec())),
        _ => None,
    }
}

fn ended(lab: &mut Lab, request: RequestId) -> Ended {
    answered(lab, request, 60_000).expect("it has an answer").0
}

fn value(text: &str) -> Option<Bytes> {
    Some(text.as_bytes().into())
}

#[test]
fn w_2_nobody_sees_what_is_not_committed_but_the_transaction_itself() {
    let mut lab = Lab::new();
    lab.put("a", "old").expect_acked(1);
    let statements = vec![put("a", "new"), put("b", "first"), get("a"), get("z")];
    let request = begin(&mut lab, statements, Ends::Commit, 50);
    lab.run(120);
    assert_eq!(lab.world().writer().transactions_open(), 1);
    lab.read("a").expect("old");
    lab.read("b").expect_nothing();
    let (how, found) = answered(&mut lab, request, 1_000).expect("it ends");
    assert!(matches!(how, Ended::Committed(_)), "{how:?}");
    assert_eq!(
        found,
        [value("new"), None],
        "its own write, and no such row"
    );
    lab.read("a").expect("new");
    lab.read("b").expect("first");
    lab.rest();
}

#[test]
fn l_13_a_commit_over_several_groups_is_one_mini_transaction() {
    let mut lab = Lab::of(Topology {
        groups: 4,
        ..Topology::default()
    });
    let rows: Vec<String> = (0..8).map(|row| format!("row:{row}")).collect();
    let statements = rows.iter().map(|row| put(row, "x")).collect();
    let request = begin(&mut lab, statements, Ends::Commit, 0);
    assert!(matches!(ended(&mut lab, request), Ended::Committed(_)));
    let shared = |what: &Happening| matches!(what, Happening::CommitShared { .. });
    let shared = lab.happenings(EventId(0)).filter(|(_, what)| shared(what));
    assert!(shared.count() >= 2, "its rows lie in several groups");
    for row in &rows {
        lab.read(row).expect("x");
    }
    lab.rest();
}

#[test]
fn a_rollback_leaves_nothing() {
    let mut lab = Lab::new();
    lab.put("a", "old").expect_acked(1);
    let statements = vec![put("a", "1"), put("a", "2"), put("b", "3"), get("a")];
    let request = begin(&mut lab, statements, Ends::Rollback, 5);
    let (how, found) = answered(&mut lab, request, 1_000).expect("it ends");
    assert_eq!(how, Ended::RolledBack(RollbackWhy::Asked));
    assert_eq!(found, [value("2")]);
    lab.read("a").expect("old");
    lab.read("b").expect_nothing();
    lab.put("b", "after").expect_acked(1);
    lab.rest();
}

#[test]
fn who_wants_to_write_a_locked_row_waits_and_who_reads_it_does_not() {
    let mut lab = Lab::new();
    lab.put("a", "old").expect_acked(1);
    let long = begin(
        &mut lab,
        vec![put("a", "long"), get("q")],
        Ends::Commit,
        100,
    );
    lab.run(20);
    lab.put("a", "single").and_go_on();
    lab.run(20);
    lab.read("a").expect("old");
    let short = begin(&mut lab, vec![put("a", "short")], Ends::Commit, 0);
    lab.run(20);
    let locked: Vec<_> = lab
        .world()
        .writer()
        .locked_rows()
        .map(|(key, owner, waiting)| (key.to_vec(), owner, waiting))
        .collect();
    assert_eq!(locked, [(b"a".to_vec(), long, 2)]);
    // In the order of their coming.
    assert!(matches!(ended(&mut lab, short), Ended::Committed(_)));
    lab.read("a").expect("short");
    assert_eq!(lab.world().writer().locked_rows().count(), 0);
    lab.rest();
}

#[test]
fn a_deadlock_ends_with_the_rollback_of_who_closes_the_circle() {
    let mut lab = Lab::new();
    let one = begin(
        &mut lab,
        vec![put("a", "1"), put("b", "1")],
        Ends::Commit,
        20,
    );
    lab.run(5);
    let other = begin(
        &mut lab,
        vec![put("b", "2"), put("a", "2")],
        Ends::Commit,
        20,
    );
    let rolled_back = Ended::RolledBack(RollbackWhy::Deadlock);
    assert_eq!(ended(&mut lab, other), rolled_back);
    assert!(matches!(ended(&mut lab, one), Ended::Committed(_)));
    lab.read("a").expect("1");
    lab.read("b").expect("1");
    lab.rest();
}

#[test]
fn what_only_reads_writes_no_record() {
    let mut lab = Lab::new();
    lab.put("a", "old").expect_acked(1);
    let before = lab.allocated();
    let request = begin(&mut lab, vec![get("a"), get("b")], Ends::Commit, 0);
    let (how, found) = answered(&mut lab, request, 1_000).expect("it ends");
    assert_eq!((how, found), (Ended::ReadOnly, vec![value("old"), None]));
    assert_eq!(lab.allocated(), before);
}

#[test]
fn l_15_a_transaction_waits_for_lsns_as_others_do() {
    let mut lab = Lab::of(Topology {
        lsn_allocation_limit: 10,
        ..Topology::default()
    });
    "ABC".chars().for_each(|letter| lab.copy(letter).cut());
    let statements: Vec<_> = (0..12).map(|row| put(&format!("row:{row}"), "x")).collect();
    let request = begin(&mut lab, statements, Ends::Commit, 0);
    assert_eq!(answered(&mut lab, request, 500), None);
    assert!(lab.allocated() <= lab.world().writer().allocation_limit());
    "ABC".chars().for_each(|letter| lab.copy(letter).heal());
    assert!(matches!(ended(&mut lab, request), Ended::Committed(_)));
    lab.rest();
}

/// EX-52, with several rows: what was acknowledged is there, what was open is not.
#[test]
fn f_9_a_transaction_open_at_a_failover_is_rolled_back_and_its_client_comes_again() {
    let readers = [B, C].map(ReaderSpec::in_zone);
    let mut lab = Lab::of(Topology {
        readers: readers.to_vec(),
        failover: Some(Failover::default()),
        cache_pages: 20,
        groups: 3,
        ..Topology::default()
    });
    lab.put("k:0", "old").expect_acked(1);
    let statements: Vec<_> = (0..6).map(|row| put(&format!("k:{row}"), "new")).collect();
    let request = begin(&mut lab, statements, Ends::Commit, 100);
    lab.run(350);
    assert_eq!(lab.world().writer().transactions_open(), 1);
    lab.run(100);
    let before = lab.world().journal().next_id();
    lab.crash_writer();
    let opened = |lab: &Lab| !lab.is_open();
    assert!(lab.run_while(SimSpan::from_millis(60_000), opened));
    lab.run(20);
    let found = |what: &Happening| matches!(what, Happening::UnfinishedFound { .. });
    let found = lab.happenings(before).filter(|(_, what)| found(what));
    assert!(found.count() >= 2, "it had written in several groups");
    lab.read("k:0").expect("old");
    lab.read("k:1").expect_nothing();
    // Its client has asked again by itself.
    assert!(matches!(ended(&mut lab, request), Ended::Committed(_)));
    for row in 0..6 {
        lab.read(&format!("k:{row}")).expect("new");
    }
    lab.rest();
}

#[test]
fn c_11_a_transaction_long_open_is_found_behind_many_others() {
    let mut lab = Lab::of(Topology {
        groups: 1,
        ..Topology::default()
    });
    begin(
        &mut lab,
        vec![put("a", "lost"), put("b", "lost")],
        Ends::Commit,
        5_000,
    );
    lab.run(100);
    // Far more than a transaction page remembers of single rows.
    (0..4).for_each(|_| drop(lab.write(50).expect_acked(50)));
    lab.crash_writer();
    lab.restart_writer();
    lab.run(1_000);
    lab.read("a").expect_nothing();
    lab.rest();
}

#[test]
fn rp_6_a_reader_that_begins_amid_open_transactions_shows_none_of_them() {
    let mut lab = Lab::of(Topology {
        readers: vec![ReaderSpec::in_zone(A)],
        cache_pages: 20,
        ..Topology::default()
    });
    let reader = ReaderId::from_index(0);
    for row in 0..4 {
        lab.put(&format!("k:{row}"), "old").expect_acked(1);
    }
    lab.give(&Command::StopReader { reader });
    for row in 0..4 {
        begin(
            &mut lab,
            vec![put(&format!("k:{row}"), "new"), get("z")],
            Ends::Commit,
            400,
        );
    }
    lab.run(100);
    lab.give(&Command::RestartReader { reader });
    lab.run(200);
    assert!(lab.world().reader(reader).expect("it is there").follows());
    for row in 0..4 {
        lab.read_from(reader, &format!("k:{row}")).expect("old");
    }
    lab.run(2_000);
    for row in 0..4 {
        lab.read_from(reader, &format!("k:{row}")).expect("new");
    }
    lab.rest();
}

#[test]
fn clients_that_work_with_transactions_get_in_one_anothers_way_and_lose_nothing() {
    let mut lab = Lab::of(Topology {
        readers: vec![ReaderSpec::in_zone(B)],
        failover: Some(Failover {
            check_millis: 50,
            promote_millis: 200,
            publish_millis: 50,
            ttl_millis: 100,
            ..Failover::default()
        }),
        cache_pages: 20,
        ..Topology::default()
    });
    lab.load(Load::Transactions {
        clients: 8,
        think_micros: 2_000,
        statements: 4,
        pause_micros: 1_000,
        write_percent: 60,
        rollback_percent: 20,
        rows: 6,
    });
    lab.run(1_500);
    lab.crash_writer();
    lab.run(6_000);
    lab.stop_load();
    let ended = |how: Ended| {
        let is_it = move |what: &Happening| matches!(what, Happening::TransactionEnded { how: it, .. } if *it == how);
        lab.happenings(EventId(0))
            .filter(|(_, what)| is_it(what))
            .count()
    };
    assert!(ended(Ended::RolledBack(RollbackWhy::Asked)) > 10);
    assert!(ended(Ended::RolledBack(RollbackWhy::Deadlock)) > 10);
    lab.rest();
}

#[test]
fn a_transaction_that_makes_no_sense_is_refused() {
    let mut lab = Lab::new();
    let mut refused = |statements: Vec<StatementSpec>, pause_millis| {
        let ends = Ends::Commit;
        lab.try_give(&Command::Transaction {
            statements,
            ends,
            pause_millis,
        })
    };
    let out = |given| matches!(given, Err(Refusal::OutOfRange { .. }));
    assert!(out(refused(Vec::new(), 0)));
    assert!(out(refused(vec![get("a"); 17], 0)));
    assert!(out(refused(vec![get("a")], 300_001)));
    assert_eq!(refused(vec![get("")], 0), Err(Refusal::EmptyKey));
}
