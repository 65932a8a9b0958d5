//! Members come and go, and nobody waits.

use std::collections::BTreeMap;

use aurora::membership::stored_gigabytes;
use base::{CopyId, EventId, GroupId, SegmentId};
use tests::{C, Lab};
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;
use world::{
    Ability, Address, Command, Event, Happening, Load, Message, Refusal, ReplaceWhy, Segments,
    Topology,
};

fn copy(letter: char) -> CopyId {
    CopyId::slots()
        .find(|copy| copy.letter() == letter)
        .expect("A to H")
}

fn segment(letter: char) -> SegmentId {
    SegmentId::new(GroupId(0), copy(letter))
}

/// One group, whose newcomers are full after a second, and some work.
fn lab_of(topology: Topology) -> Lab {
    let mut lab = Lab::of(Topology {
        groups: 1,
        repair_millis: 1_000,
        ..topology
    });
    lab.write(20).expect_acked(20);
    lab
}

fn lab() -> Lab {
    lab_of(Topology::default())
}

fn steady() -> Load {
    Load::OpenLoop {
        writes_per_second: 100,
        reads_per_second: 100,
        rows: 20,
    }
}

/// How long the slowest commit of those queued since an event took, in microseconds.
fn slowest_commit(lab: &Lab, from: EventId) -> u64 {
    let mut queued = BTreeMap::new();
    let mut slowest = 0;
    for (at, what) in lab.happenings(from) {
        match what {
            Happening::CommitQueued { scn, .. } => {
                queued.insert(scn, at);
            }
            Happening::CommitAcknowledged { scn, .. } => {
                if let Some(since) = queued.get(&scn) {
                    slowest = slowest.max(at.since(*since).micros());
                }
            }
            _ => {}
        }
    }
    assert!(queued.len() > 100, "{} commits", queued.len());
    slowest
}

/// Messages of a kind that were sent from an event on.
fn sent(lab: &Lab, from: EventId, kind: impl Fn(Address, Address, Message) -> bool) -> usize {
    let journal = lab.world().journal();
    journal
        .since(from)
        .filter(|(_, entry)| {
            matches!(entry.event, Event::Sent { from, to, message } if kind(from, to, message))
        })
        .count()
}

#[test]
fn m_7_work_goes_on_while_a_member_is_replaced() {
    let mut lab = lab();
    lab.load(steady());
    lab.run(200);
    let from = lab.world().journal().next_id();
    lab.replace('F');
    lab.run(100);
    assert_eq!(lab.sixes(1), ["ABCDEF", "ABCDEG"]);
    lab.run(2_500);
    assert_eq!(lab.sixes(1), ["ABCDEG"]);
    let slowest = slowest_commit(&lab, from);
    assert!(slowest < 20_000, "{slowest} us");
    lab.rest();
    assert_eq!(lab.copy('G').scl(), lab.copy('A').scl());
}

#[test]
fn ex_29_m_5_in_the_wide_state_four_of_both_sets_are_needed() {
    let mut lab = lab();
    lab.replace('F');
    lab.run(100);
    lab.write(1).expect_acked(1);
    // A, B, C and F are left, and G: four of ABCDEF, and of ABCDEG. Without G only three of the second.
    lab.crash("DE");
    lab.crash("G");
    assert_eq!(lab.ability(1), Ability::ReadOnly);
    lab.write(1).expect_waiting();
    lab.copy('G').restart();
    assert_eq!(lab.ability(1), Ability::ReadWrite);
    lab.run(1_500);
    assert_eq!(lab.waiting(), 0, "ABCFG is enough");
    lab.rest();
}

#[test]
fn ex_30_m_6_f_comes_back_before_g_is_full() {
    let mut lab = lab();
    lab.replace('F');
    lab.run(500);
    lab.write(5).expect_acked(5);
    lab.keep('F');
    lab.run(500);
    assert_eq!(lab.sixes(1), ["ABCDEF"]);
    assert_eq!(lab.world().members(GroupId(0)).epoch().0, 3);
    lab.write(5).expect_acked(5);
    lab.rest();
    assert!(!lab.world().has_copy(segment('G')));
}

#[test]
fn ex_31_m_2_what_the_old_member_says_later_is_refused() {
    let mut lab = lab();
    lab.load(steady());
    lab.run(100);
    lab.copy('F').cut();
    lab.replace('F');
    lab.run(3_000);
    assert_eq!(lab.sixes(1), ["ABCDEG"]);
    let from = lab.world().journal().next_id();
    // F knows nothing of all that, and goes on asking its peers what it has missed.
    lab.copy('F').heal();
    lab.run(1_000);
    let refused = lab.happenings(from).any(|(_, what)| {
        matches!(what, Happening::Refused { from: Address::Segment(f), had, .. }
            if f == segment('F') && had.membership.0 == 1)
    });
    assert!(refused);
    assert!(lab.world().segment(segment('F')).is_retired());
    lab.rest();
}

#[test]
fn ex_32_m_8_e_fails_in_the_midst_of_it() {
    let mut lab = lab();
    lab.load(steady());
    lab.crash("F");
    lab.replace('F');
    lab.run(300);
    lab.crash("E");
    lab.replace('E');
    lab.run(200);
    assert_eq!(lab.sixes(1), ["ABCDEF", "ABCDEG", "ABCDFH", "ABCDGH"]);
    assert_eq!(lab.ability(1), Ability::ReadWrite, "ABCD meets all four");
    lab.run(3_000);
    assert_eq!(lab.sixes(1), ["ABCDGH"]);
    lab.rest();
}

#[test]
fn ex_33_m_4_one_refusal_one_more_request() {
    let mut lab = lab();
    lab.run(1_000);
    lab.replace('F');
    lab.run(100);
    let from = lab.world().journal().next_id();
    lab.write(1).expect_acked(1);
    let writes = |lab: &Lab, to: char| {
        sent(lab, from, |_, at, what| {
            at == Address::Segment(segment(to)) && matches!(what, Message::Write(_))
        })
    };
    for letter in ['A', 'B', 'C', 'D', 'E', 'F'] {
        assert_eq!(writes(&lab, letter), 2, "{letter}");
    }
    lab.rest();
}

#[test]
fn m_9_m_26_the_newcomer_copies_a_base_from_another_copy_and_then_the_log() {
    let mut lab = lab();
    let from = lab.world().journal().next_id();
    lab.replace('F');
    lab.run(400);
    let hydration = lab.world().segment(segment('G')).hydration();
    let (done, of) = hydration.expect("it is being filled").pages();
    assert!((5..of).contains(&done), "{done} of {of}");
    lab.run(2_000);
    let asked = sent(&lab, from, |_, _, what| {
        matches!(what, Message::CopyPage { .. })
    });
    assert_eq!(asked, of as usize, "one question for each page");
    let times: Vec<_> = lab
        .happenings(from)
        .filter(|(_, what)| {
            matches!(
                what,
                Happening::BaseCopied { .. }
                    | Happening::Hydrated { .. }
                    | Happening::MembersProposed { .. }
            )
        })
        .map(|(at, what)| (at, std::mem::discriminant(&what)))
        .collect();
    assert_eq!(times.len(), 4, "widened, base, hydrated, done");
    assert!(times[1].0.since(times[0].0).micros() > 900_000);
    lab.rest();
}

#[test]
fn m_26_another_copy_gives_the_rest_of_the_base() {
    let mut lab = lab();
    lab.replace('F');
    lab.run(400);
    let from = lab
        .world()
        .segment(segment('G'))
        .hydration()
        .unwrap()
        .from();
    lab.copy(from.letter()).crash();
    lab.run(2_500);
    assert_eq!(lab.sixes(1), ["ABCDEG"]);
    lab.rest();
}

#[test]
fn ex_3_a_zone_and_d_are_lost_and_d_is_rebuilt() {
    let mut lab = lab_of(Topology {
        repair_after_millis: 2_000,
        ..Topology::default()
    });
    lab.zone(C).cut();
    lab.crash("D");
    assert_eq!(lab.ability(1), Ability::ReadOnly);
    let waiting = lab.write(5).expect_waiting();
    lab.run(7_000);
    assert_eq!(lab.sixes(1), ["ABCEFG"], "E and F keep their places");
    assert_eq!(lab.ability(1), Ability::ReadWrite);
    lab.expect_acked_now(waiting);
    lab.rest();
}

#[test]
fn ex_30_a_copy_that_was_given_up_comes_back_in_time() {
    let mut lab = lab_of(Topology {
        repair_after_millis: 1_000,
        repair_millis: 5_000,
        ..Topology::default()
    });
    lab.crash("F");
    lab.run(900);
    assert_eq!(lab.sixes(1), ["ABCDEF"], "patience");
    lab.run(600);
    assert_eq!(lab.sixes(1), ["ABCDEF", "ABCDEG"]);
    lab.copy('F').restart();
    lab.run(1_000);
    assert_eq!(lab.sixes(1), ["ABCDEF"]);
    lab.rest();
}

#[test]
fn m_6_the_letters_that_became_free_are_used_again() {
    let mut lab = lab();
    lab.load(steady());
    for (leaves, sixes) in [
        ('F', "ABCDEG"),
        ('E', "ABCDFG"),
        ('A', "BCDEFG"),
        ('G', "ABCDEF"),
    ] {
        lab.replace(leaves);
        lab.run(2_500);
        assert_eq!(lab.sixes(1), [sixes]);
    }
    let zone = |letter| lab.world().zone_of(segment(letter)).letter();
    assert_eq!((zone('F'), zone('E'), zone('A')), ('c', 'a', 'c'));
    lab.rest();
}

#[test]
fn m_9_a_newcomer_that_fails_too_is_replaced_by_another() {
    let mut lab = lab_of(Topology {
        repair_after_millis: 1_000,
        ..Topology::default()
    });
    lab.crash("F");
    lab.run(1_500);
    assert_eq!(lab.sixes(1), ["ABCDEF", "ABCDEG"]);
    lab.crash("G");
    lab.run(6_000);
    assert!(!lab.world().members(GroupId(0)).is_changing());
    assert!(!lab.sixes(1)[0].contains('F'));
    lab.rest();
}

#[test]
fn q_18_a_hot_copy_is_marked_and_moved() {
    let mut lab = lab();
    let copy = copy('B');
    lab.give(&Command::MoveHotCopy { copy, group: None });
    let marked = |event: &Event| {
        *event
            == Event::ReplacementBegan {
                segment: segment('B'),
                why: ReplaceWhy::Hot,
            }
    };
    let journal = lab.world().journal();
    assert!(
        journal
            .since(EventId(0))
            .any(|(_, entry)| marked(&entry.event))
    );
    lab.run(2_500);
    assert_eq!(lab.sixes(1), ["ACDEFG"]);
    lab.rest();
}

/// What was found hot, and whether the replacement that began then came of it.
fn found_hot(lab: &Lab) -> Vec<SegmentId> {
    let journal = lab.world().journal();
    let entries = journal.since(EventId(0));
    let found = entries.filter_map(|(id, entry)| {
        let Event::HotFound {
            segment,
            micros,
            others_micros,
        } = entry.event
        else {
            return None;
        };
        assert!(micros >= 4 * others_micros, "{micros} and {others_micros}");
        let why = ReplaceWhy::Hot;
        let began = journal.since(id).find(|(_, later)| {
            later.cause == id && later.event == Event::ReplacementBegan { segment, why }
        });
        assert!(began.is_some(), "found, and so moved");
        Some(segment)
    });
    found.collect()
}

#[test]
fn q_18_a_hot_copy_is_found_and_moved_without_being_asked() {
    let looks = Topology {
        find_hot_copies: true,
        ..Topology::default()
    };
    let mut lab = lab_of(looks.clone());
    lab.load(steady());
    lab.run(3_000);
    assert_eq!(found_hot(&lab), [], "nobody is hot");
    lab.copy('B').slow(20);
    lab.run(1_000);
    assert_eq!(found_hot(&lab), [], "it may be a moment of bad luck");
    lab.run(4_000);
    assert_eq!(found_hot(&lab), [segment('B')]);
    assert_eq!(lab.sixes(1), ["ACDEFG"]);
    lab.rest();

    // Nobody looks unless told to.
    let mut lab = lab_of(Topology::default());
    lab.load(steady());
    lab.copy('B').slow(20);
    lab.run(5_000);
    assert_eq!(lab.sixes(1), ["ABCDEF"]);

    // Where all are slow, none is hotter than the others; and nothing is looked at where nothing is written.
    let mut lab = lab_of(looks);
    for letter in "ABCDEF".chars() {
        lab.copy(letter).slow(20);
    }
    lab.load(steady());
    lab.run(5_000);
    assert_eq!(
        (found_hot(&lab), lab.sixes(1)),
        (vec![], vec!["ABCDEF".into()])
    );
    lab.rest();
    let steps = lab.world().steps();
    lab.run(60_000);
    assert_eq!(
        lab.world().steps(),
        steps,
        "an idle group has no temperature"
    );
}

#[test]
fn q_19_patches_take_one_member_at_a_time() {
    let mut lab = lab();
    lab.load(steady());
    lab.run(100);
    let from = lab.world().journal().next_id();
    lab.give(&Command::PatchAll {});
    let mut patched = String::new();
    lab.run_while(base::SimSpan::from_millis(30_000), |lab| {
        if let Some(copy) = lab.world().patching()
            && !patched.ends_with(copy.letter())
        {
            patched.push(copy.letter());
        }
        assert!(lab.world().stopped().count() <= 1);
        patched.len() < 6 || lab.world().patching().is_some()
    });
    assert_eq!(patched, "ABCDEF", "zone by zone");
    let slowest = slowest_commit(&lab, from);
    assert!(slowest < 100_000, "{slowest} us");
    lab.rest();
}

#[test]
fn q_19_a_patch_that_would_take_a_second_copy_is_refused() {
    let mut lab = lab();
    lab.crash("C");
    let patch = |letter| Command::PatchCopy { copy: copy(letter) };
    let not_whole = |letter| {
        Err(Refusal::GroupNotWhole {
            copy: copy(letter),
            group: GroupId(0),
        })
    };
    assert_eq!(lab.try_give(&patch('A')), not_whole('A'));
    lab.copy('C').restart();
    lab.give(&patch('A'));
    assert_eq!(lab.try_give(&patch('B')), Err(Refusal::Patching));
    lab.run(3_000);
    lab.replace('F');
    assert_eq!(lab.try_give(&patch('A')), not_whole('A'));
    lab.rest();
}

#[test]
fn m_6_what_makes_no_sense_is_refused() {
    let mut lab = lab();
    let replace = |letter| Command::ReplaceCopy {
        copy: copy(letter),
        group: None,
    };
    let keep = Command::KeepCopy {
        copy: copy('A'),
        group: None,
    };
    assert_eq!(
        lab.try_give(&replace('H')),
        Err(Refusal::NotAMember(copy('H')))
    );
    assert_eq!(lab.try_give(&keep), Err(Refusal::NotLeaving(copy('A'))));
    lab.replace('F');
    assert_eq!(
        lab.try_give(&replace('F')),
        Err(Refusal::AlreadyLeaving(copy('F')))
    );
    lab.replace('E');
    assert_eq!(lab.try_give(&replace('A')), Err(Refusal::TwoAtOnce));
    lab.rest();
}

fn mixed() -> Lab {
    lab_of(Topology {
        segments: Segments::FullAndTail,
        ..Topology::default()
    })
}

#[test]
fn ex_35_m_21_all_tails_down_and_writes_go_on_all_fulls_down_and_nothing_is_read() {
    let mut lab = mixed();
    lab.crash("BDF");
    lab.write(5).expect_acked(5);
    lab.read("unknown").expect_nothing();
    lab.copy('B').restart();
    lab.copy('D').restart();
    lab.copy('F').restart();
    lab.run(1_000);
    lab.crash("ACE");
    assert_eq!(lab.ability(1), Ability::Unavailable);
    lab.write(1).expect_waiting();
    let read = lab.read("unknown").and_go_on();
    lab.run(1_000);
    assert!(!lab.is_answered(read));
    lab.rest();
}

#[test]
fn ex_36_m_25_a_zone_and_a_tail_down_leave_reads() {
    let mut lab = mixed();
    lab.crash("ABD");
    assert_eq!(lab.ability(1), Ability::ReadOnly);
    lab.read("unknown").expect_nothing();
    lab.write(1).expect_waiting();
    lab.rest();
}

#[test]
fn m_26_a_tail_is_repaired_with_the_log_alone_and_a_full_with_pages() {
    let mut lab = mixed();
    lab.load(steady());
    lab.run(200);
    let from = lab.world().journal().next_id();
    lab.replace('F');
    lab.run(1_500);
    let pages = |lab: &Lab, from| {
        sent(lab, from, |_, _, what| {
            matches!(what, Message::CopyPage { .. })
        })
    };
    assert_eq!(
        (lab.sixes(1), pages(&lab, from)),
        (vec!["ABCDEG".to_owned()], 1)
    );
    let from = lab.world().journal().next_id();
    lab.replace('E');
    lab.run(2_500);
    assert_eq!(lab.sixes(1), ["ABCDFG"]);
    // It begins anew if the copy it asks lets go of log just then.
    assert!((32..=36).contains(&pages(&lab, from)));
    assert!(lab.world().members(GroupId(0)).fulls().contains(copy('F')));
    lab.rest();
}

/// Pages are kept three times instead of six, the log six times as before.
#[test]
fn ex_37_m_22_little_more_than_three_copies_are_kept() {
    let kept = |segments| {
        let mut lab = lab_of(Topology {
            segments,
            ..Topology::default()
        });
        lab.load(Load::OpenLoop {
            writes_per_second: 1_000,
            reads_per_second: 0,
            rows: 40,
        });
        lab.run(2_000);
        lab.stop_load();
        lab.run(3_000);
        let pages = |letter| u64::from(lab.world().segment(segment(letter)).pages_kept());
        let all: u64 = ('A'..='F').map(pages).sum();
        let full = pages('A');
        assert!(full > 0, "pages are made");
        let scl = lab.copy('A').scl();
        assert!(('B'..='F').all(|letter| lab.copy(letter).scl() == scl));
        // As many pages, and a log, as one copy keeps; and what that makes for the six together.
        assert_eq!(all, stored_gigabytes(segments, full, 0), "{segments:?}");
        lab.rest();
    };
    kept(Segments::Full);
    kept(Segments::FullAndTail);
    assert_eq!(stored_gigabytes(Segments::Full, 10, 1), 66);
    assert_eq!(stored_gigabytes(Segments::FullAndTail, 10, 1), 36);
}

/// Its pages are nobody's concern any more, nor is what the disk has done to them (S-8, S-17).
#[test]
fn m_6_a_copy_that_was_replaced_does_no_background_work() {
    let mut lab = lab();
    lab.put("key", "value").expect_acked(1);
    lab.give(&Command::DamagePage {
        copy: copy('F'),
        key: "key".to_owned(),
    });
    lab.replace('F');
    lab.run(2_500);
    assert!(lab.world().segment(segment('F')).is_retired());
    // The others go on, until none of them could give F the page as F once had it.
    for _ in 0..5 {
        lab.put("key", "another value").expect_acked(1);
        lab.load(steady());
        lab.run(2_000);
        lab.stop_load();
    }
    lab.rest();
}

/// The record lies on C, D, E and F; then G joins in F's place. A, B and G are three of ABCDEG, and none has it.
#[test]
fn ex_34_m_13_a_recovery_does_not_count_the_empty_newcomer() {
    let mut lab = lab();
    lab.crash("AB");
    lab.write(1).expect_acked(1);
    lab.replace('F');
    lab.run(100);
    lab.crash("CDEF");
    lab.copy('A').restart();
    lab.copy('B').restart();
    assert_eq!(lab.ability(1), Ability::Unavailable, "A, B and G are up");
    lab.crash_writer();
    lab.restart_writer();
    lab.run(500);
    assert!(!lab.is_open(), "two of those that answer count");
    lab.copy('C').restart();
    lab.copy('D').restart();
    assert!(lab.run_while(base::SimSpan::from_millis(2_000), |lab| !lab.is_open()));
    lab.read("row:21").expect("value of row:21");
    lab.rest();
}
