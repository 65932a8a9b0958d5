//! What a copy keeps, lacks and gets from its peers.

use base::{CopyId, GroupId, SegmentId, SimSpan};
use tests::Lab;
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;
use world::{Address, Event, Happening, Load, Message, Topology};

fn segment(letter: char) -> SegmentId {
    let copy = CopyId::all()
        .find(|copy| copy.letter() == letter)
        .expect("A to F");
    SegmentId::new(GroupId(0), copy)
}

#[test]
fn ex_13_l_4_the_scl_stops_before_a_hole_until_gossip_fills_it() {
    let mut lab = Lab::new();
    // Group 1 gets 1 to 3, then 7 to 9, then 13 to 15; what lies between belongs to group 2.
    lab.write_to(1, 1).expect_acked(1);
    lab.write_to(2, 1).expect_acked(1);
    lab.run(1_000);
    lab.copy('F').cut();
    lab.write_to(1, 1).expect_acked(1);
    lab.write_to(2, 1).expect_acked(1);
    lab.copy('F').heal();
    lab.write_to(1, 1).expect_acked(1);
    lab.run(5);
    assert_eq!((lab.copy('F').scl().0, lab.copy('F').beyond_hole()), (3, 3));
    assert!(
        lab.world()
            .segment(segment('F'))
            .holds(lab.world().log(), base::Lsn(15))
    );
    assert!(
        !lab.world()
            .segment(segment('F'))
            .holds(lab.world().log(), base::Lsn(9))
    );
    lab.run(1_000);
    assert_eq!(
        (lab.copy('F').scl().0, lab.copy('F').beyond_hole()),
        (15, 0)
    );
    lab.rest();
}

#[test]
fn ex_20_a_copy_away_for_five_seconds_catches_up_by_gossip() {
    let mut lab = Lab::new();
    lab.load(Load::OpenLoop {
        writes_per_second: 200,
        reads_per_second: 50,
        rows: 40,
    });
    lab.run(500);
    lab.copy('F').cut();
    lab.run(5);
    let (scl, vcl) = (lab.copy('F').scl(), lab.vcl());
    lab.run(5_000);
    assert_eq!(lab.copy('F').scl(), scl, "it stands still");
    assert!(lab.vcl().0 > vcl.0 + 2_000, "the others go on");
    let at_healing = lab.vcl();
    lab.copy('F').heal();
    lab.run(1_000);
    let needed = lab.world().log().newest_of_up_to(GroupId(0), at_healing);
    assert!(lab.copy('F').scl() >= needed, "it has got what it lacked");
    lab.rest();
}

/// Runs until this copy has sent a message of this kind to a peer.
fn run_until_sent(lab: &mut Lab, by: SegmentId, kind: fn(&Message) -> bool) {
    let mut seen = lab.world().journal().next_id();
    let sent = lab.run_while(SimSpan::from_millis(2_000), |lab| {
        let from = std::mem::replace(&mut seen, lab.world().journal().next_id());
        !lab.world().journal().since(from).any(|(_, entry)| {
            matches!(&entry.event, Event::Sent { from, message, .. } if *from == Address::Segment(by) && kind(message))
        })
    });
    assert!(sent);
}

#[test]
fn s_15_a_question_to_a_peer_that_gets_lost_is_asked_again() {
    let mut lab = Lab::of(Topology {
        groups: 1,
        ..Topology::default()
    });
    lab.write(1).expect_acked(1);
    lab.run(15_000);
    assert_eq!(lab.world().next_due(), None, "all agree and are silent");
    lab.copy('F').cut();
    lab.write(1).expect_acked(1);
    lab.copy('F').heal();
    run_until_sent(&mut lab, segment('F'), |message| {
        matches!(message, Message::Lack { .. })
    });
    lab.copy('F').cut();
    lab.run(50);
    lab.copy('F').heal();
    lab.run(1_000);
    assert_eq!(lab.copy('F').scl().0, 6);
    lab.rest();
}

#[test]
fn s_4_the_only_copies_with_the_newest_records_stop_and_come_back() {
    let mut lab = Lab::new();
    lab.write(2).expect_acked(2);
    lab.crash("AB");
    lab.write(5).expect_acked(5);
    lab.crash("EF");
    for letter in ['A', 'B'] {
        lab.copy(letter).restart();
    }
    lab.write(2).expect_acked(2);
    lab.rest();
}

#[test]
fn s_2_what_was_only_in_memory_is_lost_and_what_was_acknowledged_is_not() {
    let mut lab = Lab::of(Topology {
        groups: 1,
        disk_micros: 20_000,
        ..Topology::default()
    });
    lab.write(1).and_go_on();
    lab.run(10);
    // The batch lies in the memory of all six, on no disk yet.
    for copy in CopyId::all() {
        assert_eq!(
            lab.world()
                .segment(SegmentId::new(GroupId(0), copy))
                .records_in_memory(),
            3
        );
    }
    lab.crash("ABCDEF");
    for letter in 'A'..='F' {
        lab.copy(letter).restart();
    }
    assert_eq!(lab.world().segment(segment('A')).records_in_memory(), 0);
    // The commit waits, the writer sends again what nobody has, and it is acknowledged after all.
    lab.rest();
    assert_eq!((lab.vdl().0, lab.waiting()), (3, 0));
    lab.read("row:1").expect("value of row:1");
    // Now it is on disk: stopping everything loses nothing.
    lab.crash("ABCDEF");
    lab.run(1_000);
    for letter in 'A'..='F' {
        lab.copy(letter).restart();
    }
    lab.read("row:1").expect("value of row:1");
    lab.rest();
}

#[test]
fn s_11_one_slow_disk_of_six_is_not_noticed() {
    let mut lab = Lab::new();
    let usual = lab.write(20).expect_acked(20).spans;
    lab.copy('C').slow(500);
    let slowed = lab.write(20).expect_acked(20).spans;
    let longest = |spans: &[SimSpan]| spans.iter().copied().max().expect("twenty");
    assert!(
        longest(&slowed) < longest(&usual) + SimSpan::from_millis(3),
        "75 ms would have been seen"
    );
    lab.rest();
}

#[test]
fn inv_6_w_1_the_instance_sends_storage_nothing_but_redo_and_read_requests() {
    let mut lab = Lab::new();
    lab.load(Load::ClosedLoop {
        clients: 5,
        think_micros: 500,
        write_percent: 50,
        rows: 20,
    });
    lab.run(500);
    lab.rest();
    let to_storage = lab
        .world()
        .journal()
        .since(base::EventId(0))
        .filter_map(|(_, entry)| match entry.event {
            Event::Sent {
                from: Address::Instance(base::InstanceId::FIRST),
                to: Address::Segment(_),
                message,
            } => Some(message),
            _ => None,
        });
    let (mut redo, mut reads) = (0, 0);
    for message in to_storage {
        match message {
            Message::Write(_) => redo += 1,
            Message::ReadPage { .. } => reads += 1,
            Message::Horizon(_) => {}
            other => panic!("{other:?} was sent to storage"),
        }
    }
    assert!(redo > 100 && reads > 100);
    let damaged = lab
        .happenings(base::EventId(0))
        .any(|(_, what)| matches!(what, Happening::ImageDamaged { .. }));
    assert!(!damaged);
}
