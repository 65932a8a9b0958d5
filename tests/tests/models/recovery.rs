//! C-17: recovery keeps what was acknowledged, whoever answers, and whatever lies on whichever copies.
//!
//! A writer that opens a volume has nobody to tell it how far the log was durable. It asks all copies how far each is
//! complete, and decides from the answers of any read quorum of each group. Which copies those are is chance; so is what
//! lies on each copy beyond what was acknowledged. Here all of it is tried, on volumes so small that it can be:
//!
//! * every way to spread a few records over one or two groups, and to divide them into mini-transactions;
//! * every way they can lie on the copies;
//! * every set of copies that may answer for each group.
//!
//! What was acknowledged follows from what lies where, by the rule of a writer that has heard from everybody: no real
//! writer can have acknowledged more. The recovered VDL must not be below it. And it must be no invention either: a
//! point at which the log may be cut (L-11), and nothing that no answer has (C-13).
//!
//! Copies of a kind (full, tail) are alike to the rule, so of arrangements that differ only in who is who one is tried.
//!
//! The second half is about recoveries that follow each other (C-5): copies have stayed behind in the text of before,
//! or have changed over to one whose writer never opened.

use std::collections::{BTreeMap, BTreeSet};

use aurora::epoch::VolumeEpoch;
use aurora::membership::{Membership, PerSlot, Segments};
use aurora::quorum::{CopySet, Quorum};
use aurora::recovery::{Answer, Answers, Decided, decide};
use aurora::redo::{Change, Generation, History, Range, RedoLog};
use base::{CopyId, InstanceId, Lsn, PageId, TxnId};

use super::every_set;

/// The SCLs of a group's copies, in order: 1 for its first record and so on.
type Reached = Vec<u8>;

/// What lies on the copies of a group, as far as the rule can tell cases apart.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Case {
    /// How far the group is durable, in records of its own.
    durable: u8,
    /// What is answered, by slot.
    answers: [Option<u8>; base::COPIES as usize],
}

/// Every list of so many numbers up to `most` that never rises.
fn falling(length: usize, most: u8) -> Vec<Reached> {
    let mut lists = vec![Vec::new()];
    for _ in 0..length {
        let longer = lists.iter().flat_map(|list: &Reached| {
            let last = list.last().copied().unwrap_or(most);
            (0..=last).map(|next| [list.as_slice(), &[next]].concat())
        });
        lists = longer.collect();
    }
    lists
}

/// Every case of a group of so many records.
fn cases(members: &Membership, quorum: Quorum, records: u8) -> BTreeSet<Case> {
    let (fulls, tails): (Vec<CopyId>, Vec<CopyId>) =
        CopyId::all().partition(|copy| members.fulls().contains(*copy));
    let mut found = BTreeSet::new();
    for on_fulls in falling(fulls.len(), records) {
        for on_tails in falling(tails.len(), records) {
            let copies = fulls
                .iter()
                .zip(&on_fulls)
                .chain(tails.iter().zip(&on_tails));
            let mut reached = PerSlot::<Lsn>::default();
            for (copy, scl) in copies {
                reached[usize::from(copy.0)] = Lsn((*scl).into());
            }
            let durable = members.durable_point(quorum, &reached).0 as u8;
            let enough = |from: &CopySet| members.can_read(Quorum::AURORA, *from);
            for from in CopySet::every().filter(enough) {
                let answer = |copy: CopyId| {
                    let scl = reached[usize::from(copy.0)].0 as u8;
                    from.contains(copy).then_some(scl)
                };
                let sorted = |copies: &[CopyId]| {
                    let mut given: Vec<_> = copies.iter().map(|copy| answer(*copy)).collect();
                    given.sort_unstable_by(|a, b| b.cmp(a));
                    given
                };
                let mut answers = [None; base::COPIES as usize];
                let given = sorted(&fulls).into_iter().chain(sorted(&tails));
                for (copy, given) in fulls.iter().chain(&tails).zip(given) {
                    answers[usize::from(copy.0)] = given;
                }
                found.insert(Case { durable, answers });
            }
        }
    }
    found
}

/// A volume of a few records: the group of each, and whether it ends a mini-transaction.
#[derive(Clone, Debug)]
struct Volume {
    history: History,
    /// The LSNs of each group's records.
    lsns: Vec<Vec<Lsn>>,
    ends: BTreeMap<Lsn, bool>,
}

impl Volume {
    fn of(groups: u32, records: &[(u32, bool)]) -> Volume {
        let mut log = RedoLog::new(groups, Lsn(100));
        let mut lsns = vec![Vec::new(); groups as usize];
        let mut ends = BTreeMap::new();
        for (group, ends_mtr) in records {
            let lsn = append(&mut log, *group, *ends_mtr);
            lsns[*group as usize].push(lsn);
            ends.insert(lsn, *ends_mtr);
        }
        let history = History::new(log);
        Volume {
            history,
            lsns,
            ends,
        }
    }

    /// The LSN of the so-manieth record of a group.
    fn lsn(&self, group: usize, count: u8) -> Lsn {
        let before = usize::from(count).checked_sub(1);
        before.map_or(Lsn::ZERO, |place| self.lsns[group][place])
    }

    /// The VDL of a writer that knows of everything that is durable (L-9, L-11).
    fn vdl(&self, durable: &[u8]) -> Lsn {
        let lacking = durable.iter().zip(&self.lsns);
        let lacking = lacking.filter_map(|(count, lsns)| lsns.get(usize::from(*count)));
        let first = lacking.min().copied().unwrap_or(Lsn(u64::MAX));
        let ends = self.ends.range(..first).rev().find(|(_, ends)| **ends);
        ends.map_or(Lsn(100), |(lsn, _)| *lsn)
    }

    fn decided(&self, members: &Membership, quorum: Quorum, cases: &[&Case]) -> Decided {
        let given: Vec<PerSlot<Option<Answer>>> = cases
            .iter()
            .enumerate()
            .map(|(group, case)| {
                std::array::from_fn(|slot| {
                    let count = case.answers.get(slot).copied().flatten()?;
                    Some(Answer {
                        lives_in: VolumeEpoch::FIRST,
                        scl: self.lsn(group, count),
                    })
                })
            })
            .collect();
        let answers = given.iter().map(|given| Answers {
            members,
            hydrated: members.everyone(),
            given,
        });
        decide(&self.history, quorum, &answers.collect::<Vec<_>>())
    }
}

fn append(log: &mut RedoLog, group: u32, ends_mtr: bool) -> Lsn {
    let page = PageId(group * aurora::constants::PAGES_PER_GROUP);
    let put = Change::PutRow {
        txn: TxnId(1),
        key: b"key",
        value: b"value",
    };
    log.append(page, put, ends_mtr).0
}

/// Every volume of so many records in so many groups.
fn volumes(groups: u32, records: u32) -> Vec<Volume> {
    let spreads = groups.pow(records);
    let all = (0..spreads).flat_map(|spread| (0..1_u32 << records).map(move |ends| (spread, ends)));
    all.map(|(spread, ends)| {
        let record = |place: u32| (spread / groups.pow(place) % groups, ends >> place & 1 == 1);
        Volume::of(groups, &(0..records).map(record).collect::<Vec<_>>())
    })
    .collect()
}

/// Tries every case of every volume; returns how many there were and the first that lost something acknowledged.
fn search(segments: Segments, quorum: Quorum, volumes: &[Volume]) -> (u64, Option<String>) {
    let members = Membership::first(segments);
    let mut tried = 0;
    let mut known: BTreeMap<u8, Vec<Case>> = BTreeMap::new();
    for volume in volumes {
        for lsns in &volume.lsns {
            let records = lsns.len() as u8;
            let fresh = || cases(&members, quorum, records).into_iter().collect();
            known.entry(records).or_insert_with(fresh);
        }
        let of = |group: usize| &known[&(volume.lsns[group].len() as u8)];
        let nothing = cases(&members, quorum, 0).into_iter().collect();
        let second: &Vec<Case> = if volume.lsns.len() > 1 {
            of(1)
        } else {
            &nothing
        };
        for one in of(0) {
            for other in second {
                tried += 1;
                let both = [one, other];
                let cases = &both[..volume.lsns.len()];
                let durable: Vec<u8> = cases.iter().map(|case| case.durable).collect();
                let acknowledged = volume.vdl(&durable);
                let decided = volume.decided(&members, quorum, cases);
                if decided.vdl < acknowledged {
                    let lost = format!("{cases:?}: {acknowledged} lost, {decided:?}");
                    return (tried, Some(lost));
                }
                check_sense(volume, cases, &decided);
                if volume.lsns.len() == 1 {
                    break;
                }
            }
        }
    }
    (tried, None)
}

/// What is recovered is a point to cut at, and nobody has made it up.
fn check_sense(volume: &Volume, cases: &[&Case], decided: &Decided) {
    let vdl = decided.vdl;
    assert!(vdl <= decided.vcl, "L-12: {decided:?}");
    let ends = vdl == Lsn(100) || volume.ends[&vdl];
    assert!(ends, "L-11: {decided:?}");
    for (group, case) in cases.iter().enumerate() {
        let furthest = case
            .answers
            .iter()
            .flatten()
            .max()
            .copied()
            .unwrap_or_default();
        let kept = volume.lsns[group].iter().filter(|lsn| **lsn <= vdl).count();
        assert!(kept <= furthest.into(), "C-13: {decided:?}");
    }
}

#[test]
fn c_17_nothing_acknowledged_is_cut_in_one_group() {
    let (tried, lost) = search(Segments::Full, Quorum::AURORA, &volumes(1, 4));
    assert_eq!(lost, None);
    assert!(tried > 5_000, "{tried} cases");
}

#[test]
fn c_17_nothing_acknowledged_is_cut_in_two_groups() {
    let (tried, lost) = search(Segments::Full, Quorum::AURORA, &volumes(2, 3));
    assert_eq!(lost, None);
    assert!(tried > 50_000, "{tried} cases");
}

#[test]
fn c_17_with_full_and_tail_segments_too() {
    for volumes in [volumes(1, 3), volumes(2, 2)] {
        let (tried, lost) = search(Segments::FullAndTail, Quorum::AURORA, &volumes);
        assert_eq!(lost, None);
        assert!(tried > 5_000, "{tried} cases");
    }
}

/// If three acknowledgements were enough, three copies that know nothing of it could answer.
#[test]
fn q_1_a_write_quorum_of_three_cuts_what_was_acknowledged() {
    let (_, lost) = search(Segments::Full, Quorum::WRITE_THREE, &volumes(1, 1));
    assert!(lost.is_some());
}

// ---- Members in the midst of a change ----

const RECORD: Lsn = Lsn(101);

/// Every membership that so many steps lead to.
fn memberships(segments: Segments, steps: u32) -> Vec<Membership> {
    let first = Membership::first(segments);
    let mut known = BTreeMap::from([(format!("{first:?}"), first)]);
    for _ in 0..steps {
        for members in known.clone().into_values() {
            for copy in CopyId::slots() {
                let next = [
                    members.begin(copy),
                    members.reverse(copy),
                    members.finish(copy),
                ];
                let next = next.into_iter().flatten();
                known.extend(next.map(|members| (format!("{members:?}"), members)));
            }
        }
    }
    known.into_values().collect()
}

/// The sets of a group's copies that can write, and could not with any copy less.
fn smallest_write_sets(members: &Membership) -> Vec<CopySet> {
    let writes = |on| members.can_write(Quorum::AURORA, on);
    let smallest = |on: &CopySet| writes(*on) && on.iter().all(|copy| !writes(on.without(copy)));
    every_set().filter(smallest).collect()
}

/// What recovery keeps of a volume of one record, if some copies have it and some answer.
fn kept(members: &Membership, hydrated: CopySet, holders: CopySet, answered: CopySet) -> bool {
    let volume = Volume::of(1, &[(0, true)]);
    let given = std::array::from_fn(|slot| {
        let copy = CopyId(slot as u8);
        let holds = holders.contains(copy);
        answered.contains(copy).then_some(Answer {
            lives_in: VolumeEpoch::FIRST,
            scl: if holds { RECORD } else { Lsn::ZERO },
        })
    });
    let answers = Answers {
        members,
        hydrated,
        given: &given,
    };
    decide(&volume.history, Quorum::AURORA, &[answers]).vdl == RECORD
}

#[test]
fn c_17_what_was_durable_is_kept_under_every_membership() {
    for segments in [Segments::Full, Segments::FullAndTail] {
        for members in memberships(segments, 2) {
            let everyone = members.everyone();
            let answering = |set: &CopySet| {
                set.minus(everyone).is_empty() && members.can_read(Quorum::AURORA, *set)
            };
            let answering: Vec<CopySet> = every_set().filter(answering).collect();
            for holders in smallest_write_sets(&members) {
                for answered in &answering {
                    let is_kept = kept(&members, everyone, holders, *answered);
                    assert!(is_kept, "{holders} have it, {answered} answer: {members:?}");
                }
            }
        }
    }
}

/// EX-34: what was written before G came lies on C, D, E and F; A, B and the empty G answer.
#[test]
fn m_13_counting_the_empty_newcomer_cuts_what_was_acknowledged() {
    let set = |letters: &str| {
        letters
            .bytes()
            .map(|letter| CopyId(letter - b'A'))
            .collect()
    };
    let members = Membership::first(Segments::Full).begin(CopyId(5));
    let members = members.expect("F is a member");
    let (holders, answered) = (set("CDEF"), set("ABG"));
    assert!(!kept(&members, members.everyone(), holders, answered));
    let counted = answered.and(CopySet::ALL);
    assert!(
        !members.can_read(Quorum::AURORA, counted),
        "so nobody decides from these"
    );
}

// ---- Recoveries that follow each other ----

/// How a copy is found: in the text of which epoch, and how far complete in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Found {
    lives_in: VolumeEpoch,
    count: u8,
}

const SECOND: VolumeEpoch = VolumeEpoch(2);
const IN_FIRST_TEXT: u8 = 2;

/// A volume of two records, recovered once and cut behind the first `kept` of them; one record was written since if its
/// writer opened it.
fn recovered_once(kept: u8, opened: bool) -> (History, Vec<Lsn>, Vec<Lsn>) {
    let mut log = RedoLog::new(1, Lsn(100));
    let first: Vec<Lsn> = (0..IN_FIRST_TEXT)
        .map(|_| append(&mut log, 0, true))
        .collect();
    let mut history = History::new(log);
    let above = Lsn(100 + u64::from(kept));
    history.begin(Generation {
        epoch: SECOND,
        parent: VolumeEpoch::FIRST,
        writer: InstanceId::FIRST,
        range: Range {
            above,
            until: Lsn(200),
        },
    });
    let mut second = first[..kept.into()].to_vec();
    if opened {
        second.push(append(history.log_mut(SECOND), 0, true));
    }
    (history, first, second)
}

/// Every list of so many of these, in order.
fn lists(of: &[Found], length: usize) -> Vec<Vec<Found>> {
    let places = falling(length, of.len() as u8 - 1).into_iter();
    let list = |places: Reached| {
        places
            .into_iter()
            .map(|place| of[usize::from(place)])
            .collect()
    };
    places.map(list).collect()
}

fn fourth_highest(counts: impl Iterator<Item = u8>) -> u8 {
    let mut counts: Vec<u8> = counts.collect();
    counts.sort_unstable_by(|a, b| b.cmp(a));
    counts.get(3).copied().unwrap_or_default()
}

/// Tries everything; `seen` is what a copy that was found like this answers.
fn search_again(seen: impl Fn(Found) -> Found) -> (u32, Option<String>) {
    let members = Membership::first(Segments::Full);
    let mut tried = 0;
    for (kept, opened) in (0..=IN_FIRST_TEXT).flat_map(|kept| [(kept, false), (kept, true)]) {
        let (history, first, second) = recovered_once(kept, opened);
        let in_text =
            |lives_in, most: usize| (0..=most as u8).map(move |count| Found { lives_in, count });
        let mut ways: Vec<Found> = in_text(VolumeEpoch::FIRST, first.len()).collect();
        ways.extend(in_text(SECOND, second.len()));
        for copies in lists(&ways, base::COPIES.into()) {
            let changed_over = copies.iter().filter(|copy| copy.lives_in == SECOND);
            let in_second = fourth_highest(changed_over.clone().map(|copy| copy.count));
            // A writer opens once four have changed over and have what was kept (C-10, C-13).
            if opened && (changed_over.count() < 4 || in_second < kept) {
                continue;
            }
            // The first recovery cut nothing that was acknowledged before: that is the first half of this file.
            let before = fourth_highest(copies.iter().map(|copy| copy.count)).min(kept);
            let acknowledged = if opened { in_second } else { before };
            let acknowledged = usize::from(acknowledged).checked_sub(1);
            let acknowledged = acknowledged.map_or(Lsn(100), |place| second[place]);
            for from in CopySet::every().filter(|from| from.len() >= 3) {
                tried += 1;
                let given: PerSlot<Option<Answer>> = std::array::from_fn(|slot| {
                    let copy = copies
                        .get(slot)
                        .filter(|_| from.contains(CopyId(slot as u8)))?;
                    let Found { lives_in, count } = seen(*copy);
                    let text = if lives_in == SECOND { &second } else { &first };
                    let newest = usize::from(count).checked_sub(1).map(|place| text[place]);
                    let scl = newest.unwrap_or(Lsn::ZERO);
                    Some(Answer { lives_in, scl })
                });
                let answers = Answers {
                    members: &members,
                    hydrated: members.everyone(),
                    given: &given,
                };
                let decided = decide(&history, Quorum::AURORA, &[answers]);
                let text = history.log(decided.parent);
                let in_it = acknowledged == Lsn(100) || text.get(acknowledged).is_some();
                if !in_it || decided.vdl < acknowledged {
                    let lost =
                        format!("{copies:?}, {from} answer: {acknowledged} lost, {decided:?}");
                    return (tried, Some(lost));
                }
            }
        }
    }
    (tried, None)
}

#[test]
fn c_5_a_second_recovery_cuts_nothing_acknowledged_wherever_the_first_one_was_interrupted() {
    let (tried, lost) = search_again(|found| found);
    assert_eq!(lost, None);
    assert!(tried > 40_000, "{tried} cases");
}

/// If copies did not say which text they live in, a void record could pass for one that was written since.
#[test]
fn c_5_without_the_epoch_texts_are_mixed_up() {
    let (_, lost) = search_again(|found| Found {
        lives_in: VolumeEpoch::FIRST,
        count: found.count.min(IN_FIRST_TEXT),
    });
    assert!(lost.is_some());
}
