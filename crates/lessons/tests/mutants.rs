//! Mutants of the engine: each rule that is wrong on purpose is found out by soak runs, by the name of what it breaks.
//!
//! This is the test of the tests. A checker that would let a broken rule pass is worth little, and soak runs that never
//! come near the place where it matters are worth nothing. So each wrong rule must be seen to break what it claims to
//! break within a thousand seeds; and the very same run under the right rule must break nothing, or it was not the rule.

use lessons::soak;
use world::WrongRule;

/// As many seeds as anybody will wait for.
const SEEDS: u64 = 1_000;

/// Every wrong rule there is, and what it is found out by.
const MUTANTS: &[(&str, &str)] = &[
    ("vcl_is_smallest_pgcl", "L-7"),
    ("vcl_is_largest_pgcl", "INV-1"),
    ("write_quorum_three", "INV-1"),
    ("acknowledge_before_durable", "INV-1"),
    ("four_copies_in_one_zone", "Q-5"),
    ("swap_members_at_once", "M-9"),
    ("ignore_epochs", "INV-9"),
    ("count_empty_newcomer", "M-13"),
];

#[test]
fn the_list_names_every_wrong_rule_and_what_it_breaks() {
    let rules = WrongRule::ALL
        .iter()
        .map(|rule| (rule.name(), rule.breaks()));
    assert_eq!(rules.collect::<Vec<_>>(), MUTANTS);
}

#[test]
fn soak_runs_kill_every_mutant_and_spare_the_right_rule() {
    for rule in WrongRule::ALL {
        let (name, breaks, seed) = (rule.name(), rule.breaks(), kill(*rule));
        println!("{name}: {breaks} at seed {seed}");
    }
}

/// The first seed whose run sees broken what the rule breaks.
fn kill(rule: WrongRule) -> u64 {
    let sees = |scenario| soak::first_violation(&scenario, rule.breaks());
    let seen = |seed: &u64| sees(soak::draw_under(rule, *seed)).is_some();
    let seed = (0..SEEDS).find(seen);
    let seed = seed.unwrap_or_else(|| panic!("{} is not noticed", rule.name()));
    let mut under_the_right_rule = soak::draw_under(rule, seed);
    under_the_right_rule.topology.wrong_rule = None;
    let violation = sees(under_the_right_rule);
    assert_eq!(violation, None, "{} is not to blame", rule.name());
    seed
}
