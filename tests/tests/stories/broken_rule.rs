//! A rule broken on purpose is noticed: what never fails shows nothing.

use tests::{Lab, chaos};
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;
use world::WrongRule;

#[test]
fn inv_1_a_commit_on_three_copies_is_noticed_in_a_plain_story() {
    let mut lab = Lab::under(WrongRule::WriteQuorumThree);
    lab.crash("DEF");
    // The mistake: with three copies gone this write should have waited.
    lab.write(1).expect_acked(1);
    lab.expect_violation("INV-1");
}

#[test]
fn inv_4_and_the_pgcl_is_noticed_where_nothing_is_broken_but_the_rule() {
    let mut lab = Lab::under(WrongRule::WriteQuorumThree);
    lab.write(1).expect_acked(1);
    lab.expect_violation("INV-4");
}

#[test]
fn inv_1_is_noticed_within_a_few_random_runs() {
    let caught = (0..5).find(|seed| {
        let mut lab = chaos::chaos(*seed, Some(WrongRule::WriteQuorumThree));
        lab.take_violations()
            .iter()
            .any(|violation| violation.invariant == "INV-1")
    });
    assert!(caught.is_some());
}
