//! What a group can do while some of its copies are gone.

use base::SimSpan;
use tests::{A, B, C, Lab};
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;
use world::{Ability, CopySet, Micros, Topology};

#[test]
fn ex_1_one_copy_down_writes_and_reads_go_on() {
    let mut lab = Lab::new();
    lab.copy('F').crash();
    assert_eq!(lab.ability(1), Ability::ReadWrite);
    lab.write(10).expect_acked(10);
    lab.read("row:3").expect("value of row:3");
    lab.rest();
}

#[test]
fn ex_2_a_zone_down_writes_and_reads_go_on() {
    let mut lab = Lab::new();
    lab.zone(C).cut();
    assert_eq!(lab.ability(1), Ability::ReadWrite);
    lab.write(10).expect_acked(10);
    lab.read("row:3").expect("value of row:3");
    lab.rest();
}

#[test]
fn ex_3_a_zone_and_one_more_copy_down_writes_wait_until_it_is_repaired() {
    let mut lab = Lab::new();
    lab.write(10).expect_acked(10);
    lab.zone(C).cut();
    lab.write(10).expect_acked(10);
    lab.zone(B).copy(1).crash();
    assert_eq!(lab.ability(1), Ability::ReadOnly);
    let waiting = lab.write(3).expect_waiting();
    lab.read("row:7").expect("value of row:7");
    // The fourth copy comes back and gets from its peers what it missed (S-4).
    lab.copy('D').restart();
    assert_eq!(lab.ability(1), Ability::ReadWrite);
    lab.expect_acked_now(waiting);
    lab.write(1).expect_acked(1);
    lab.rest();
}

#[test]
fn ex_4_two_zones_down_neither_quorum_is_possible() {
    let mut lab = Lab::new();
    lab.write(4).expect_acked(4);
    lab.zone(B).cut();
    lab.zone(C).cut();
    assert_eq!(
        (lab.ability(1), lab.ability(2)),
        (Ability::Unavailable, Ability::Unavailable)
    );
    let waiting = lab.write(2).expect_waiting();
    // No quorum can be had. But this writer has kept its bookkeeping, so it still knows which single copy to ask
    // for what was durable before.
    lab.read("row:2").expect("value of row:2");
    lab.zone(B).heal();
    assert_eq!(lab.ability(1), Ability::ReadWrite);
    lab.expect_acked_now(waiting);
    lab.rest();
}

/// Every hop takes exactly half a millisecond and disks take no time, so a copy whose link is `n` times longer
/// acknowledges after `n` milliseconds.
fn acknowledgements_after(millis: [u32; 6]) -> Lab {
    let hop = Micros(500, 500);
    let mut lab = Lab::of(Topology {
        groups: 1,
        same_zone_micros: hop,
        a_to_b_micros: hop,
        a_to_c_micros: hop,
        b_to_c_micros: hop,
        late_one_in: 0,
        disk_micros: 0,
        call_micros: 20,
        ..Topology::default()
    });
    for (letter, times) in ('A'..='F').zip(millis) {
        lab.copy(letter).slow_link(times);
    }
    lab
}

#[test]
fn ex_5_q_20_the_fourth_fastest_of_six_decides() {
    let call = SimSpan::from_micros(20);
    let mut lab = acknowledgements_after([1, 1, 2, 2, 50, 60]);
    let acked = lab.write(1).expect_acked(1);
    assert_eq!(acked.spans, [call + SimSpan::from_millis(2)]);

    let mut lab = acknowledgements_after([1, 1, 2, 2, 50, 60]);
    lab.zone(B).cut();
    let acked = lab.write(1).expect_acked(1);
    assert_eq!(
        acked.spans,
        [call + SimSpan::from_millis(60)],
        "all four of 1, 1, 50, 60 are needed"
    );
}

#[test]
fn ex_7_q_10_the_64_states_of_a_group() {
    let (mut writable, mut readable, mut read_only) = (0, 0, 0);
    for up in CopySet::every() {
        let mut lab = Lab::of(Topology {
            groups: 1,
            ..Topology::default()
        });
        lab.write(1).expect_acked(1);
        lab.run(1_000);
        lab.crash(&up.others().to_string());
        let ability = lab.ability(1);
        let written = lab.write(1);
        if ability == Ability::ReadWrite {
            written.expect_acked(1);
            writable += 1;
        } else {
            written.expect_waiting();
        }
        if ability != Ability::Unavailable {
            readable += 1;
            assert_eq!(
                lab.world().row("row:1").flatten().as_deref(),
                Some(&b"value of row:1"[..])
            );
        }
        read_only += u32::from(ability == Ability::ReadOnly);
    }
    assert_eq!((writable, readable, read_only), (22, 42, 20));
}

#[test]
fn q_8_a_lost_write_quorum_makes_commits_wait_and_nothing_is_lost() {
    let mut lab = Lab::new();
    lab.zone(C).cut();
    lab.write(10).expect_acked(10);
    lab.zone(B).copy(0).crash();
    let waiting = lab.write(5).expect_waiting();
    lab.run(10_000);
    assert!(
        waiting.iter().all(|request| !lab.is_answered(*request)),
        "they wait for as long as it takes"
    );
    lab.zone(C).heal();
    lab.expect_acked_now(waiting);
    for row in 1..=15 {
        lab.read(&format!("row:{row}"))
            .expect(&format!("value of row:{row}"));
    }
    lab.rest();
}

#[test]
fn q_24_a_group_without_quorum_stalls_only_what_comes_behind_its_records() {
    let mut lab = Lab::new();
    for letter in ['D', 'E', 'F'] {
        lab.copy(letter).of_group(1).crash();
    }
    lab.write_to(2, 3).expect_acked(3);
    let first = lab.write_to(1, 1).expect_waiting();
    let behind = lab.write_to(2, 1).expect_waiting();
    assert_eq!(
        (lab.ability(1), lab.ability(2)),
        (Ability::ReadOnly, Ability::ReadWrite)
    );
    lab.copy('E').of_group(1).restart();
    lab.expect_acked_now(first);
    lab.expect_acked_now(behind);
    lab.rest();
}

#[test]
fn q_5_a_writer_whose_own_zone_is_cut_cannot_commit_until_it_is_healed() {
    let mut lab = Lab::new();
    let load = world::Load::ClosedLoop {
        clients: 4,
        think_micros: 1_000,
        write_percent: 60,
        rows: 30,
    };
    lab.load(load);
    lab.run(300);
    let before = lab.vdl();
    lab.zone(A).cut();
    lab.run(1_000);
    let (during, waiting) = (lab.vdl(), lab.waiting());
    lab.run(3_000);
    assert_eq!(
        (lab.vdl(), lab.waiting()),
        (during, waiting),
        "two copies are no quorum"
    );
    lab.zone(A).heal();
    lab.run(2_000);
    assert!(lab.vdl() > during && during >= before);
    lab.rest();
}
