//! Clients: their connections, a network that loses messages, pages that are full.

use tests::{A, Lab, chaos::chaos_then_peace};
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;
use world::{Address, Event, Happening, Load, Site, Topology, VISITOR, page_of_key};

fn commits(lab: &Lab) -> usize {
    lab.happenings(base::EventId(0))
        .filter(|(_, what)| matches!(what, Happening::CommitAcknowledged { .. }))
        .count()
}

#[test]
fn a_question_through_the_cut_zone_of_the_writer_is_repeated_until_it_gets_through() {
    let mut lab = Lab::new();
    lab.zone(A).cut();
    let asked = lab.put("cart:42", "3 apples").and_go_on();
    lab.run(3_000);
    assert!(!lab.is_answered(asked[0]));
    assert_eq!(lab.allocated().0, 0, "the writer has not heard of it");
    lab.zone(A).heal();
    lab.expect_acked_now(asked);
    assert_eq!(
        commits(&lab),
        1,
        "it was repeated many times and carried out once"
    );
    lab.read("cart:42").expect("3 apples");
    lab.rest();
}

#[test]
fn an_answer_that_meets_a_cut_is_repeated_too() {
    let mut lab = Lab::new();
    lab.slow_link(Site::Writer, Site::Clients, 100);
    let asked = lab.put("cart:42", "3 apples").and_go_on();
    assert!(lab.run_while(base::SimSpan::from_millis(2_000), |lab| {
        lab.acknowledged_at(asked[0]).is_none()
    }));
    lab.zone(A).cut();
    lab.run(1_000);
    assert!(
        !lab.is_answered(asked[0]),
        "acknowledged, but the client cannot know"
    );
    lab.zone(A).heal();
    lab.expect_acked_now(asked);
    assert_eq!(commits(&lab), 1);
    lab.rest();
}

#[test]
fn with_30_percent_of_messages_lost_every_write_is_acknowledged_and_read_back() {
    let mut lab = Lab::new();
    lab.lose(30);
    lab.write(30).expect_acked(30);
    for _ in 0..30 {
        lab.write(1).expect_acked(1);
    }
    for row in 1..=60 {
        lab.read(&format!("row:{row}"))
            .expect(&format!("value of row:{row}"));
    }
    assert!(lab.world().counters().lost > 200);
    lab.rest();
}

#[test]
fn a_row_that_finds_no_room_on_its_page_is_turned_away_and_the_others_stay() {
    let mut lab = Lab::new();
    let page = page_of_key(b"full:0", 2);
    let keys: Vec<String> = (0..)
        .map(|n| format!("full:{n}"))
        .filter(|key| page_of_key(key.as_bytes(), 2) == page)
        .take(80)
        .collect();
    let value = "x".repeat(256);
    // 16 KiB hold some sixty rows of this length.
    let mut fitting = 0;
    let full = loop {
        let asked = lab.put(&keys[fitting], &value).and_go_on();
        lab.run(100);
        assert!(lab.is_answered(asked[0]));
        if lab.acknowledged_at(asked[0]).is_none() {
            break &keys[fitting];
        }
        fitting += 1;
    };
    assert!((55..65).contains(&fitting), "{fitting}");
    lab.put(full, &value).expect_page_full();
    lab.read(full).expect_nothing();
    lab.read(&keys[0]).expect(&value);
    // A row in exchange for itself fits, and a shorter one makes room.
    lab.put(&keys[1], &"y".repeat(256)).expect_acked(1);
    lab.put(&keys[2], "").expect_acked(1);
    lab.put(full, &value[..200]).expect_acked(1);
    lab.read(full).expect(&value[..200]);
    lab.rest();
}

#[test]
fn closed_loop_clients_wait_for_their_answers_and_open_loop_clients_do_not() {
    let asked_while_nothing_is_answered = |load| {
        let mut lab = Lab::new();
        lab.crash("DEF");
        lab.load(load);
        lab.run(500);
        lab.world().open_requests().count()
    };
    let closed = Load::ClosedLoop {
        clients: 7,
        think_micros: 0,
        write_percent: 100,
        rows: 50,
    };
    assert_eq!(asked_while_nothing_is_answered(closed), 7);
    let open = Load::OpenLoop {
        writes_per_second: 400,
        reads_per_second: 0,
        rows: 50,
    };
    assert!((150..250).contains(&asked_while_nothing_is_answered(open)));
}

#[test]
fn a_new_load_takes_the_place_of_the_old_one() {
    let closed = |clients| Load::ClosedLoop {
        clients,
        think_micros: 0,
        write_percent: 100,
        rows: 50,
    };
    let open = Load::OpenLoop {
        writes_per_second: 2_000,
        reads_per_second: 0,
        rows: 50,
    };
    for before in [open, closed(9)] {
        let mut lab = Lab::new();
        lab.crash("DEF");
        lab.load(before);
        lab.run(100);
        assert!(lab.world().open_requests().count() >= 9);
        lab.load(closed(5));
        for letter in ['D', 'E', 'F'] {
            lab.copy(letter).restart();
        }
        // What the earlier clients had asked is answered, but it is not for them to go on.
        lab.run(1_000);
        assert_eq!(lab.world().open_requests().count(), 5);
        lab.rest();
    }
}

#[test]
fn the_fastest_open_loop_load_keeps_its_rate() {
    let mut lab = Lab::of(Topology {
        lsn_allocation_limit: 10,
        ..Topology::default()
    });
    lab.load(Load::OpenLoop {
        writes_per_second: 1_000_000,
        reads_per_second: 1_000_000,
        rows: 10,
    });
    lab.run(2);
    let is_asked =
        |event: &Event| matches!(event, Event::Asked { client, .. } if *client != VISITOR);
    let asked = lab
        .world()
        .journal()
        .since(base::EventId(0))
        .filter(|(_, entry)| is_asked(&entry.event))
        .count();
    assert!(
        (3_700..4_300).contains(&asked),
        "{asked} in two milliseconds"
    );
}

#[test]
fn clients_that_do_not_think_do_not_stop_time_when_nothing_takes_time() {
    let at_once = world::Micros(0, 0);
    let mut lab = Lab::of(Topology {
        same_zone_micros: at_once,
        a_to_b_micros: at_once,
        a_to_c_micros: at_once,
        b_to_c_micros: at_once,
        client_micros: at_once,
        disk_micros: 0,
        call_micros: 0,
        late_one_in: 0,
        ..Topology::default()
    });
    lab.load(Load::ClosedLoop {
        clients: 2,
        think_micros: 0,
        write_percent: 50,
        rows: 10,
    });
    lab.run_micros(300);
    assert!(lab.world().counters().commits > 100);
    lab.rest();
}

#[test]
fn a_client_is_answered_once() {
    let lab = chaos_then_peace(3);
    let delivered = |to: fn(&Address) -> bool| {
        let journal = lab.world().journal().since(base::EventId(0));
        journal
            .filter(|(_, entry)| matches!(&entry.event, Event::Delivered { to: at, .. } if to(at)))
            .count()
    };
    let asked = lab.world().journal().since(base::EventId(0));
    let asked = asked
        .filter(|(_, entry)| matches!(entry.event, Event::Asked { .. }))
        .count();
    assert!(asked > 20);
    assert_eq!(delivered(|to| matches!(to, Address::Client(_))), asked);
}
