use super::*;
use crate::epoch::Stamp;
use crate::page;
use crate::protocol::Message;
use crate::redo::{Change, Run};
use crate::storage_node::Segment;

const FIRST: VolumeEpoch = VolumeEpoch::FIRST;
const SECOND: VolumeEpoch = VolumeEpoch(2);
const GROUP: GroupId = GroupId(0);

/// A volume of one group with these records, of which those of `cpls` end a mini-transaction.
fn history(first: u64, last: u64, cpls: &[u64]) -> History {
    let mut log = RedoLog::new(1, Lsn(first - 1));
    for lsn in first..=last {
        let change = Change::TxnCommitted(base::TxnId(lsn));
        log.append(page::page_in_group(GROUP, 1), change, cpls.contains(&lsn));
    }
    History::new(log)
}

fn begun() -> Recovery {
    let config = WriterConfig::plain(1);
    Recovery::begin(SimTime::ZERO, InstanceId::FIRST, SECOND, &config, 1)
}

fn segment(copy: u8) -> SegmentId {
    SegmentId::new(GROUP, CopyId(copy))
}

/// What a recovery decides when copies answer so.
fn decided_by(history: &History, scls: &[u64]) -> Generation {
    let mut recovery = begun();
    recovery.ask();
    for (copy, scl) in scls.iter().enumerate() {
        let answer = Message::Surveyed {
            epoch: SECOND,
            lives_in: FIRST,
            scl: Lsn(*scl),
        };
        recovery.handle_message(SimTime::ZERO, history, segment(copy as u8), answer);
    }
    recovery.handle_wakeup(recovery.due(), history);
    let mut effects = std::iter::from_fn(|| recovery.poll_effect());
    let begun = effects.find_map(|effect| match effect {
        Effect::BeginText(generation) => Some(generation),
        _ => None,
    });
    begun.expect("a read quorum has answered")
}

/// The recovered PGCL and VDL when only these copies answer, each with its SCL.
fn kept(history: &History, answers: &[(char, u64)]) -> (Lsn, Lsn) {
    let mut given: PerSlot<Option<Answer>> = PerSlot::default();
    for (letter, scl) in answers {
        let answer = Answer {
            lives_in: FIRST,
            scl: Lsn(*scl),
        };
        given[*letter as usize - 'A' as usize] = Some(answer);
    }
    let members = Membership::first(Segments::Full);
    let answers = Answers {
        members: &members,
        hydrated: CopySet::ALL,
        given: &given,
    };
    let decided = decide(history, Quorum::AURORA, &[answers]);
    (decided.pgcls[0].1, decided.vdl)
}

#[test]
fn ex_38_the_range_reaches_from_the_vdl_as_far_as_lsns_could_have_been_given_out() {
    let mut history = history(900, 1_007, &[900, 1_000]);
    let generation = decided_by(&history, &[1_007; 6]);
    assert_eq!(generation.range.above.next(), Lsn(1_001));
    assert_eq!(generation.range.until, Lsn(10_001_000));
    history.begin(generation);
    let page = page::page_in_group(GROUP, 1);
    let change = Change::TxnCommitted(base::TxnId(1));
    let (next, links) = history.log_mut(SECOND).append(page, change, true);
    assert_eq!((next, links.volume), (Lsn(10_001_001), Lsn(1_000)));
}

#[test]
fn ex_39_what_arrives_late_is_ignored() {
    let mut history = history(900, 1_007, &[900, 1_000]);
    let mut copy = Segment::new(segment(0), SimSpan::ZERO);
    let old_writer = Address::Instance(InstanceId::FIRST);
    let run = |last: u64, len: u32| {
        Message::Write(Run {
            last: Lsn(last),
            group: GROUP,
            len,
        })
    };
    let now = SimTime::ZERO;
    copy.handle_message(
        now,
        history.log(FIRST),
        old_writer,
        Stamp::FIRST,
        run(1_002, 103),
    );
    assert_eq!(copy.scl(), Lsn(1_002));
    let generation = decided_by(&history, &[1_002, 1_007, 1_007, 1_007, 1_007, 1_002]);
    history.begin(generation);
    let shared = history.shared(FIRST, SECOND);
    copy.enter(now, generation, shared, history.log(SECOND));
    assert_eq!(
        copy.scl(),
        Lsn(1_000),
        "what it had of the range is gone (C-8)"
    );
    while copy.poll_effect().is_some() {}
    copy.handle_message(
        now,
        history.log(SECOND),
        old_writer,
        Stamp::FIRST,
        run(1_003, 1),
    );
    assert_eq!(copy.scl(), Lsn(1_000));
    assert!(!copy.holds(history.log(SECOND), Lsn(1_003)));
    let effects: Vec<Effect> = std::iter::from_fn(|| copy.poll_effect()).collect();
    let refused = |effect: &Effect| matches!(effect, Effect::Happened(Happening::Refused { .. }));
    assert!(effects.iter().any(refused), "M-2: {effects:?}");
}

#[test]
fn ex_40_a_recovery_that_begins_again_decides_the_same() {
    let history = history(900, 1_007, &[900, 1_000]);
    let scls = [1_007, 1_005, 1_007, 1_003, 1_007, 1_007];
    assert_eq!(decided_by(&history, &scls), decided_by(&history, &scls));
}

#[test]
fn ex_41_what_was_not_acknowledged_may_be_gone_or_survive() {
    // The commit record 1,008 lies on D and E alone; 1,000 was acknowledged.
    let history = history(900, 1_008, &[900, 1_000, 1_008]);
    let (_, vdl) = kept(&history, &[('A', 1_000), ('B', 1_000), ('C', 1_000)]);
    assert_eq!(vdl, Lsn(1_000), "nobody who answered has it");
    let (_, vdl) = kept(&history, &[('A', 1_000), ('B', 1_000), ('D', 1_008)]);
    assert_eq!(vdl, Lsn(1_008), "it survives");
}

#[test]
fn ex_41b_the_recovered_pgcl_is_never_below_what_was_acknowledged() {
    let every: Vec<u64> = (1..=18).collect();
    let history = history(1, 18, &every);
    let all = [
        ('A', 18),
        ('B', 18),
        ('C', 15),
        ('D', 15),
        ('E', 12),
        ('F', 10),
    ];
    let of = |letters: &str| {
        let answers: Vec<(char, u64)> = all
            .iter()
            .copied()
            .filter(|(letter, _)| letters.contains(*letter))
            .collect();
        kept(&history, &answers).0
    };
    assert_eq!(of("ABCDEF"), Lsn(15));
    assert_eq!(of("ABCD"), Lsn(18), "the second highest of four");
    assert_eq!(of("CDE"), Lsn(15));
    assert_eq!(of("AEF"), Lsn(18), "kept, and spread again");
}

fn answer(recovery: &mut Recovery, history: &History, copy: u8, scl: u64) {
    let answer = Message::Surveyed {
        epoch: SECOND,
        lives_in: FIRST,
        scl: Lsn(scl),
    };
    recovery.handle_message(SimTime::ZERO, history, segment(copy), answer);
}

fn effects(recovery: &mut Recovery) -> Vec<Effect> {
    std::iter::from_fn(|| recovery.poll_effect()).collect()
}

/// M-13: G joined for E and answered when it had nothing. Until it is hydrated that counts for nothing, and when it
/// has taken its place it has to be asked anew.
#[test]
fn m_13_what_a_newcomer_answered_before_it_was_hydrated_does_not_count_afterwards() {
    let history = history(1, 42, &[42]);
    let mut recovery = begun();
    let widened = Membership::first(Segments::Full).begin(CopyId(4)).unwrap();
    let six = widened.six();
    recovery.set_members(GROUP, widened, six);
    for (copy, scl) in [(0, 9), (1, 9), (6, 0)] {
        answer(&mut recovery, &history, copy, scl);
    }
    let done = widened.finish(CopyId(4)).unwrap();
    let said = Happening::RecoveryBegan {
        instance: InstanceId::FIRST,
        epoch: SECOND,
    };
    recovery.members_changed(SimTime::ZERO, &history, GROUP, done, CopySet::NONE, said);
    assert_eq!(
        recovery.phase(),
        Phase::Survey,
        "A and B are no read quorum"
    );
    drop(effects(&mut recovery));
    recovery.handle_wakeup(recovery.due(), &history);
    let asked = effects(&mut recovery);
    let survey = Effect::Send {
        to: Address::Segment(segment(6)),
        message: Message::Survey { epoch: SECOND },
    };
    assert!(asked.contains(&survey));
    answer(&mut recovery, &history, 6, 42);
    recovery.handle_wakeup(recovery.due(), &history);
    assert_eq!(recovery.range().unwrap().above, Lsn(42));
}

/// What a copy says may be lost. Whoever waits for it asks again, or it would wait for ever.
#[test]
fn c_13_a_copy_whose_answer_was_lost_is_asked_again() {
    let mut history = history(1, 42, &[42]);
    let mut recovery = begun();
    for copy in 0..6 {
        answer(&mut recovery, &history, copy, 42);
    }
    for effect in effects(&mut recovery) {
        if let Effect::BeginText(generation) = effect {
            history.begin(generation);
        }
    }
    let now = SimTime::ZERO;
    let hear = |recovery: &mut Recovery, copy: u8, message| {
        recovery.handle_message(now, &history, segment(copy), message);
    };
    for copy in 0..4 {
        hear(&mut recovery, copy, Message::Truncated { epoch: SECOND });
    }
    for copy in 0..4 {
        // D lacks something when the epoch begins; it gets it, but nobody hears of that.
        let scl = Lsn(if copy == 3 { 20 } else { 42 });
        hear(
            &mut recovery,
            copy,
            Message::EpochRaised { epoch: SECOND, scl },
        );
    }
    assert_eq!(recovery.phase(), Phase::Spread);
    drop(effects(&mut recovery));
    recovery.handle_wakeup(recovery.due(), &history);
    let asked: Vec<Effect> = effects(&mut recovery);
    let ask_again = |copy| Effect::Send {
        to: Address::Segment(segment(copy)),
        message: Message::RaiseEpoch { epoch: SECOND },
    };
    assert!(!asked.contains(&ask_again(0)));
    assert!(asked.contains(&ask_again(3)) && asked.contains(&ask_again(4)));
    let scl = Lsn(42);
    hear(
        &mut recovery,
        3,
        Message::EpochRaised { epoch: SECOND, scl },
    );
    assert_eq!(recovery.phase(), Phase::Done);
}
