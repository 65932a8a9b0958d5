//! A volume that grows with what is put into it.

use base::{EventId, GroupId};
use tests::{C, Lab};
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;
use world::{Ability, Happening, Topology, group_of};

/// Pages of 128 bytes: a group is full after some hundred rows.
fn small_pages(groups_max: u32) -> Lab {
    Lab::of(Topology {
        groups: 1,
        groups_max: Some(groups_max),
        page_bytes: 128,
        ..Topology::default()
    })
}

/// Writes rows, a few at a time.
fn write(lab: &mut Lab, rows: u32) {
    for _ in 0..rows / 10 {
        lab.write(10).expect_acked(10);
    }
}

fn groups(lab: &Lab) -> u32 {
    lab.world().groups().len() as u32
}

#[test]
fn q_21_groups_are_added_as_data_grows_and_every_row_is_found_again() {
    let mut lab = small_pages(20);
    write(&mut lab, 300);
    let grown = groups(&lab);
    assert!((3..=6).contains(&grown), "{grown} groups");
    let added = lab
        .happenings(EventId(0))
        .filter(|(_, what)| matches!(what, Happening::GroupAdded { .. }));
    assert_eq!(added.count() as u32, grown - 1);
    lab.rest();
}

#[test]
fn m_14_everybody_learns_the_geometry_epoch_at_most_once_refused() {
    let mut lab = small_pages(20);
    write(&mut lab, 200);
    lab.rest();
    let newest = lab.world().writer().stamp(GroupId(0)).geometry;
    assert_eq!(u32::from(newest.0), groups(&lab));
}

#[test]
fn q_21_a_group_added_while_a_zone_is_lost_is_as_able_as_the_others() {
    let mut lab = small_pages(20);
    write(&mut lab, 50);
    lab.zone(C).cut();
    write(&mut lab, 100);
    let last = GroupId(groups(&lab) - 1);
    assert!(last.0 > 0);
    assert_eq!(lab.world().reachable(last).to_string(), "ABCD");
    assert_eq!(lab.world().ability(last), Ability::ReadWrite);
    lab.zone(C).heal();
    lab.rest();
}

#[test]
fn q_21_reads_find_rows_of_every_group() {
    let mut lab = small_pages(20);
    write(&mut lab, 250);
    let homes: std::collections::BTreeSet<GroupId> = (1..=250)
        .map(|n| group_of(lab.world().page_of(format!("row:{n}").as_bytes())))
        .collect();
    assert_eq!(homes.len() as u32, groups(&lab));
    for n in [1, 60, 120, 180, 250] {
        lab.read(&format!("row:{n}"))
            .expect(&format!("value of row:{n}"));
    }
    lab.rest();
}
