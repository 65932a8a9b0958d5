//! The study of durability and mirrored MySQL are the same natively and in the browser: both builds meet the same fixed
//! numbers (INV-19). And what the facts say of them holds in both.

use base::{CopyId, Digest, SimSpan, SimTime, ZoneId};
use durability::{Ability, Assumptions, Group, REPAIR_OF_A_SEGMENT, Scheme, Study};
use mirrored::{Contrast, MirroredConfig, MirroredWorld, Part};
use wasm_bindgen_test::wasm_bindgen_test;
use world::{Keep, Load, Topology};

#[cfg(target_family = "wasm")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

const HOUR: SimSpan = SimSpan::from_millis(3_600_000);

const fn clients(clients: u32) -> Load {
    Load::ClosedLoop {
        clients,
        think_micros: 0,
        write_percent: 100,
        rows: 1_000,
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn a_study_counts_the_same_everywhere() {
    let mut study = Study::new(&Scheme::AURORA, Assumptions::ORDINARY, 640, 42).unwrap();
    let mut digest = Digest::default();
    while let Some(tally) = study.next_batch() {
        digest.add(&tally.copies_failed.0);
        digest.add(&tally.micros_without_writes.0);
        digest.add(&tally.micros_without_reads.0);
    }
    assert_eq!(digest.to_string(), "e6149fc2f10957fa");
}

#[wasm_bindgen_test(unsupported = test)]
fn mirrored_mysql_runs_the_same_everywhere() {
    let config = MirroredConfig::beside(&Topology::default());
    let mut world = MirroredWorld::new(config, 42, Keep::Newest(1_000));
    world.start_load(clients(50)).unwrap();
    world.slow_disk(Part::Mirror, 2).unwrap();
    assert!(world.run_until(SimTime::from_millis(500), u64::MAX));
    assert_eq!(world.digest().to_string(), "9e46612304c04c84");
}

/// Copy A fails, and copy C some seconds after it; then the zone goes out that holds neither.
fn two_failures_and_a_zone(seconds_apart: u64) -> Ability {
    let mut group = Group::new(&Scheme::AURORA);
    let second = SimTime::from_millis(seconds_apart * 1_000);
    group.fail_copy(SimTime::ZERO, CopyId(0), REPAIR_OF_A_SEGMENT);
    group.heal(second);
    group.fail_copy(second, CopyId(2), REPAIR_OF_A_SEGMENT);
    group.lose_zone(second, ZoneId(2), HOUR);
    group.ability()
}

#[wasm_bindgen_test(unsupported = test)]
fn ex_118_overlapping_failures_and_a_zone_cost_the_read_quorum() {
    assert_eq!(two_failures_and_a_zone(5), Ability::Unavailable);
    assert_eq!(two_failures_and_a_zone(15), Ability::ReadOnly);
}

#[wasm_bindgen_test(unsupported = test)]
fn ex_6_two_of_three_does_not_survive_a_zone_and_a_copy() {
    let [aurora, two_of_three, _] = Scheme::ALL.map(|scheme| scheme.after_az_plus_one());
    assert_eq!(two_of_three, Ability::Unavailable);
    assert_eq!(aurora, Ability::ReadOnly);
}

#[wasm_bindgen_test(unsupported = test)]
fn ex_102_a_slow_way_to_the_standby_slows_mysql_alone() {
    let run = |times| {
        let mut contrast = Contrast::new(Contrast::busy_topology(), 7);
        contrast.start_load(clients(4)).unwrap();
        let mirrored = contrast.mirrored_mut();
        mirrored
            .slow_link(Part::Instance, Part::Standby, times)
            .unwrap();
        assert!(contrast.run_until(SimTime::from_millis(1_000), u64::MAX));
        (contrast.aurora_side(), contrast.mirrored_side())
    };
    let ((aurora, usual), (aurora_beside, slowed)) = (run(1), run(100));
    assert_eq!(aurora, aurora_beside);
    assert!(usual.transactions > 10 * slowed.transactions);
}
