//! The rules and the steps, by name; `tests/tests/models` looks at every state there is.

use base::{CopyId, Lsn, ZoneId};

use super::*;
use crate::quorum::{Ability, Quorum};

const RULE: Quorum = Quorum::AURORA;

fn copy(letter: char) -> CopyId {
    CopyId(letter as u8 - b'A')
}

fn set(letters: &str) -> CopySet {
    letters.chars().map(copy).collect()
}

fn six_full() -> Membership {
    Membership::first(Segments::Full)
}

fn mixed() -> Membership {
    Membership::first(Segments::FullAndTail)
}

/// F is in doubt, G joins.
fn f_to_g() -> Membership {
    six_full().begin(copy('F')).expect("F is a member")
}

/// E fails too, H joins.
fn f_to_g_and_e_to_h() -> Membership {
    f_to_g().begin(copy('E')).expect("E is a member")
}

fn sets_of(members: &Membership) -> Vec<String> {
    members.sets().map(|six| six.to_string()).collect()
}

fn can_write(members: &Membership, on: &str) -> bool {
    members.can_write(RULE, set(on))
}

/// All sets of the letters there are.
fn every_set() -> impl Iterator<Item = CopySet> {
    (0..=u8::MAX).map(|bits| {
        CopyId::slots()
            .filter(|copy| bits >> copy.0 & 1 == 1)
            .collect()
    })
}

/// Those sets that do, but would not with any copy less.
fn smallest(does: impl Fn(CopySet) -> bool) -> Vec<CopySet> {
    every_set()
        .filter(|set| does(*set) && set.iter().all(|copy| !does(set.without(copy))))
        .collect()
}

#[test]
fn ex_29_f_to_g_needs_four_of_both_sets() {
    let members = f_to_g();
    assert_eq!(members.epoch().0, 2);
    assert_eq!(sets_of(&members), ["ABCDEF", "ABCDEG"]);
    assert!(can_write(&members, "ABCD"));
    assert!(!can_write(&members, "ABCF"));
    assert!(can_write(&members, "ABCFG"));
}

#[test]
fn ex_30_m_6_f_comes_back_before_g_is_full() {
    let back = f_to_g().reverse(copy('F')).expect("F is being replaced");
    assert_eq!(back.epoch().0, 3);
    assert_eq!(sets_of(&back), ["ABCDEF"]);
    assert!(!back.everyone().contains(copy('G')) && back.is_ordinary());
}

#[test]
fn ex_31_m_6_g_is_full() {
    let on = f_to_g().finish(copy('F')).expect("F is being replaced");
    assert_eq!(on.epoch().0, 3);
    assert_eq!(sets_of(&on), ["ABCDEG"]);
    assert!(!on.everyone().contains(copy('F')) && !on.is_ordinary());
    assert_eq!(on.zone(copy('G')), ZoneId(2));
}

#[test]
fn ex_32_m_8_e_fails_in_the_midst_of_it() {
    let members = f_to_g_and_e_to_h();
    assert_eq!(sets_of(&members), ["ABCDEF", "ABCDEG", "ABCDFH", "ABCDGH"]);
    for enough in ["ABCD", "ABCFG", "ABCEH"] {
        assert!(can_write(&members, enough), "{enough}");
    }
    assert!(!can_write(&members, "ABCEF"));
}

#[test]
fn m_6_each_of_two_changes_can_be_undone_or_finished_by_itself() {
    let both = f_to_g_and_e_to_h();
    let steps = |members: Membership| sets_of(&members);
    assert_eq!(
        steps(both.reverse(copy('F')).unwrap()),
        ["ABCDEF", "ABCDFH"]
    );
    assert_eq!(steps(both.finish(copy('F')).unwrap()), ["ABCDEG", "ABCDGH"]);
    assert_eq!(
        steps(both.reverse(copy('E')).unwrap()),
        ["ABCDEF", "ABCDEG"]
    );
    assert_eq!(steps(both.finish(copy('E')).unwrap()), ["ABCDFH", "ABCDGH"]);
    let done = both.finish(copy('E')).unwrap().finish(copy('F')).unwrap();
    assert_eq!((steps(done), done.epoch().0), (vec!["ABCDGH".into()], 5));
    assert_eq!(done.zone(copy('H')), ZoneId(2));
    // The letters that became free are used again.
    let again = done.begin(copy('A')).unwrap();
    assert_eq!(steps(again), ["ABCDGH", "BCDEGH"]);
    assert_eq!(again.zone(copy('E')), ZoneId(0), "where A lives");
}

#[test]
fn m_6_steps_that_make_no_sense_are_refused() {
    let both = f_to_g_and_e_to_h();
    let (a, f, g) = (copy('A'), copy('F'), copy('G'));
    assert_eq!(six_full().begin(g), Err(NoStep::NotAMember(g)));
    assert_eq!(f_to_g().begin(g), Err(NoStep::Newcomer(g)));
    assert_eq!(f_to_g().begin(f), Err(NoStep::AlreadyLeaving(f)));
    assert_eq!(both.begin(a), Err(NoStep::TwoAtOnce));
    assert_eq!(f_to_g().reverse(a), Err(NoStep::NotLeaving(a)));
    assert_eq!(f_to_g().finish(a), Err(NoStep::NotLeaving(a)));
}

#[test]
fn m_10_fifteen_smallest_write_sets_in_the_midst_of_a_change() {
    let members = f_to_g();
    let found = smallest(|on| members.can_write(RULE, on));
    let expected = smallest(|on| {
        let five = on.and(set("ABCDE")).len();
        five >= 4 || five >= 3 && on.and(set("FG")) == set("FG")
    });
    assert_eq!(found.len(), 15);
    assert_eq!(found, expected);
    assert_eq!(found.iter().filter(|on| on.len() == 4).count(), 5);
    assert_eq!(found.iter().filter(|on| on.len() == 5).count(), 10);
}

#[test]
fn m_11_sets_that_do_not_and_one_that_does() {
    let members = f_to_g();
    for short in ["ABFG", "ABCF", "ABCG"] {
        assert!(!can_write(&members, short), "{short}");
    }
    assert!(can_write(&members, "ABCFG"));
}

#[test]
fn m_12_old_and_new_write_sets_meet_those_in_between() {
    let middle = f_to_g();
    for outer in [six_full(), middle.finish(copy('F')).unwrap()] {
        for one in every_set().filter(|on| outer.can_write(RULE, *on)) {
            for other in every_set().filter(|on| middle.can_write(RULE, *on)) {
                assert!(!one.and(other).is_empty(), "{one} misses {other}");
            }
        }
    }
}

#[test]
fn ex_34_m_13_an_empty_newcomer_does_not_count() {
    let members = f_to_g();
    // A record that C, D, E and F have held since before the change.
    let mut answers = [None; 8];
    for letter in ['A', 'B', 'G'] {
        answers[usize::from(copy(letter).0)] = Some(Lsn::ZERO);
    }
    let everyone = members.everyone();
    let counting_all = members.recovered_point(RULE, &answers, everyone);
    assert_eq!(
        counting_all,
        Some(Lsn::ZERO),
        "the trap: the record is missed"
    );
    let hydrated = everyone.minus(members.newcomers());
    assert_eq!(members.recovered_point(RULE, &answers, hydrated), None);
    assert!(!members.can_read(RULE, set("ABG").and(hydrated)));

    answers[usize::from(copy('C').0)] = Some(Lsn(7));
    let with_c = members.recovered_point(RULE, &answers, hydrated);
    assert_eq!(
        with_c,
        Some(Lsn(7)),
        "any three that count include a holder"
    );
}

#[test]
fn ex_35_m_21_three_fulls_are_enough_to_write_and_one_is_needed_to_read() {
    let members = mixed();
    assert_eq!(members.fulls(), set("ACE"));
    assert!(can_write(&members, "ACE"), "all tails down");
    assert!(!can_write(&members, "BDF") && !members.can_read(RULE, set("BDF")));
    assert!(!can_write(&members, "ABC"));
}

#[test]
fn ex_36_a_zone_and_a_tail_down() {
    let ability = |up| mixed().ability(RULE, set(up), CopySet::ALL);
    assert_eq!(ability("CEF"), Ability::ReadOnly);
}

#[test]
fn ex_37_m_22_little_more_than_three_copies() {
    assert_eq!(stored_gigabytes(Segments::Full, 10, 1), 66);
    assert_eq!(stored_gigabytes(Segments::FullAndTail, 10, 1), 36);
}

#[test]
fn m_23_of_64_states_23_can_write_and_41_can_read() {
    let (full, mixed) = (six_full(), mixed());
    let states = |does: &dyn Fn(CopySet) -> bool| -> Vec<CopySet> {
        CopySet::every().filter(|up| does(*up)).collect()
    };
    let writes = states(&|up| mixed.can_write(RULE, up));
    let reads = states(&|up| mixed.can_read(RULE, up));
    assert_eq!((writes.len(), reads.len()), (23, 41));
    let added: Vec<_> = writes
        .into_iter()
        .filter(|up| !full.can_write(RULE, *up))
        .collect();
    assert_eq!(added, [set("ACE")], "three tails down");
    let lost = states(&|up| full.can_read(RULE, up) && !mixed.can_read(RULE, up));
    assert_eq!(lost, [set("BDF")], "three fulls down");
}

#[test]
fn m_24_the_sets_of_the_mixed_model_still_meet() {
    let members = mixed();
    let writers = || CopySet::every().filter(|on| members.can_write(RULE, *on));
    let readers = || CopySet::every().filter(|from| members.can_read(RULE, *from));
    assert!(writers().all(|one| writers().all(|other| !one.and(other).is_empty())));
    assert!(writers().all(|one| readers().all(|other| !one.and(other).is_empty())));
}

#[test]
fn m_25_az_plus_one_leaves_reads_and_no_writes() {
    let losses = ZoneId::all().flat_map(|zone| {
        let rest = zone.copies().fold(CopySet::ALL, CopySet::without);
        rest.iter().map(move |one| rest.without(one))
    });
    let left: Vec<CopySet> = losses.collect();
    assert_eq!(left.len(), 12);
    for up in left {
        let ability = mixed().ability(RULE, up, CopySet::ALL);
        assert_eq!(ability, Ability::ReadOnly, "{up}");
        let fulls = up.and(mixed().fulls()).len();
        assert!((1..=2).contains(&fulls), "{up}");
    }
}

#[test]
fn m_20_whoever_joins_keeps_what_the_one_it_replaces_keeps() {
    let full = mixed().begin(copy('E')).unwrap();
    assert_eq!(full.fulls(), set("ACEG"));
    let tail = full.finish(copy('E')).unwrap().begin(copy('F')).unwrap();
    assert_eq!(sets_of(&tail), ["ABCDFG", "ABCDEG"]);
    assert_eq!(tail.fulls(), set("ACG"), "E is a tail now");
    assert_eq!(tail.zone(copy('E')), ZoneId(2));
}

/// Letters for `A` … `H`.
fn reached(scls: [u64; 8]) -> [Lsn; 8] {
    scls.map(Lsn)
}

#[test]
fn ex_14_l_6_the_durable_point_of_six_is_the_fourth_highest() {
    let scls = reached([18, 18, 15, 15, 12, 10, 99, 99]);
    assert_eq!(six_full().durable_point(RULE, &scls), Lsn(15));
}

#[test]
fn m_5_the_durable_point_in_the_midst_of_a_change_is_the_lower_of_two() {
    let scls = reached([18, 18, 15, 10, 9, 18, 0, 0]);
    assert_eq!(six_full().durable_point(RULE, &scls), Lsn(15));
    assert_eq!(f_to_g().durable_point(RULE, &scls), Lsn(10));
    let g_too = reached([18, 18, 15, 10, 9, 18, 17, 0]);
    assert_eq!(f_to_g().durable_point(RULE, &g_too), Lsn(15));
}

#[test]
fn m_21_the_durable_point_is_what_the_fulls_have_reached_if_that_is_higher() {
    let scls = reached([18, 3, 17, 3, 16, 3, 0, 0]);
    assert_eq!(mixed().durable_point(RULE, &scls), Lsn(16));
    let slow_full = reached([18, 18, 17, 17, 3, 3, 0, 0]);
    assert_eq!(mixed().durable_point(RULE, &slow_full), Lsn(17));
}
