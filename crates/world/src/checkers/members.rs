//! Who the members of each group are, read from the journal, and what follows from it.
//!
//! The sets of six, the write rule and the read rule are worked out here once more, as plain lists of letters.

use base::{CopyId, GroupId, Lsn, SLOTS, SegmentId, sort_few};
use litemap::LiteMap;

use super::holdings::Holdings;
use super::{COPIES, Findings, READ_QUORUM, WRITE_QUORUM};
use crate::{
    Ability, CopySet, Event, Happening, Membership, MembershipEpoch, Segments, Topology,
    VolumeEpoch,
};

/// A set of letters, one bit each.
type Letters = u8;

fn letters(set: CopySet) -> Letters {
    set.iter().fold(0, |bits, copy| bits | 1 << copy.0)
}

fn members_of(six: Letters) -> impl Iterator<Item = usize> {
    (0..usize::from(SLOTS)).filter(move |copy| six >> copy & 1 == 1)
}

/// What decides in one group at one epoch: its sets of six, and of each the full ones if half are tails.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Rule {
    sixes: Vec<Letters>,
    fulls: Letters,
    tails: bool,
}

impl Rule {
    pub fn of(members: &Membership) -> Rule {
        let mut sixes = vec![letters(members.six())];
        for swap in members.swaps() {
            let exchanged = |six: &Letters| six & !(1 << swap.leaves.0) | 1 << swap.joins.0;
            let more: Vec<Letters> = sixes.iter().map(exchanged).collect();
            sixes.extend(more);
        }
        Rule {
            sixes,
            fulls: letters(members.fulls()),
            tails: members.segments() == Segments::FullAndTail,
        }
    }

    /// M-5, M-8, M-21.
    pub fn writes(&self, on: Letters) -> bool {
        self.sixes.iter().all(|six| {
            let fulls = six & self.fulls;
            (six & on).count_ones() >= WRITE_QUORUM || self.tails && fulls & on == fulls
        })
    }

    pub fn reads(&self, from: Letters) -> bool {
        self.sixes
            .iter()
            .any(|six| (six & from).count_ones() >= READ_QUORUM && six & from & self.fulls != 0)
    }

    /// M-21 in the members alone, without those that are to join.
    pub fn writes_in_six(&self, on: Letters) -> bool {
        let six = Rule {
            sixes: self.sixes[..1].to_vec(),
            ..*self
        };
        six.writes(on)
    }

    /// C-17: how far a group's log must stay, given what each of its copies has answered and which of them count.
    /// What was durable is missing on at most two of each set of six, or is on all of its fulls; `None` if there is no
    /// read set among the answers.
    pub fn recovered(
        &self,
        answers: &[Option<Lsn>; SLOTS as usize],
        counted: CopySet,
    ) -> Option<Lsn> {
        let counted = letters(counted);
        let answered = |six: Letters| {
            members_of(six & counted).filter_map(|copy| Some((copy, answers[copy]?)))
        };
        let in_six = |six: Letters| {
            let mut points: Vec<Lsn> = answered(six).map(|(_, scl)| scl).collect();
            sort_few(&mut points, |one, other| one > other);
            let by_count = points[points.len() - 1 - (COPIES - WRITE_QUORUM) as usize];
            let fulls = answered(six & self.fulls).map(|(_, scl)| scl);
            let by_fulls = fulls.min().filter(|_| self.tails);
            by_count.max(by_fulls.unwrap_or_default())
        };
        let reads = |six: Letters| {
            answered(six).count() >= READ_QUORUM as usize
                && answered(six & self.fulls).next().is_some()
        };
        let sixes = self.sixes.iter().copied().filter(|six| reads(*six));
        sixes.map(in_six).min()
    }

    pub fn everyone(&self) -> Letters {
        self.sixes.iter().fold(0, |all, six| all | six)
    }

    /// The highest point that some write set has reached as a whole.
    pub fn durable(&self, heard: &[Lsn; SLOTS as usize]) -> Lsn {
        if let ([six], false) = (&self.sixes[..], self.tails) {
            let mut reached: Vec<Lsn> = members_of(*six).map(|copy| heard[copy]).collect();
            sort_few(&mut reached, |one, other| one < other);
            return reached[(COPIES - WRITE_QUORUM) as usize];
        }
        let reached = |point: Lsn| {
            (0..SLOTS)
                .filter(|copy| heard[usize::from(*copy)] >= point)
                .fold(0, |bits, copy| bits | 1 << copy)
        };
        let points = heard.iter().copied();
        points
            .filter(|point| self.writes(reached(*point)))
            .max()
            .unwrap_or_default()
    }

    fn write_sets(&self) -> impl Iterator<Item = Letters> {
        (0..=Letters::MAX).filter(|on| on & !self.everyone() == 0 && self.writes(*on))
    }
}

/// What is known of one group whose members have ever changed.
#[derive(Clone, Debug, Default)]
struct History {
    /// From the second epoch on.
    proposed: Vec<Membership>,
    /// The newest epoch that is recorded; zero stands for the first.
    recorded: u16,
    /// Newcomers that do not count yet.
    empty: Letters,
    /// What was durable when each letter joined.
    durable_before: [Lsn; SLOTS as usize],
    /// What the writer of each volume epoch goes by.
    writers: LiteMap<VolumeEpoch, Known>,
}

/// What a writer goes by in one group.
#[derive(Clone, Debug)]
struct Known {
    members: Membership,
    rule: Rule,
    /// Whose answers count when it recovers the volume.
    counted: CopySet,
}

impl Known {
    fn of(members: Membership, empty: Letters) -> Known {
        Known {
            members,
            rule: Rule::of(&members),
            counted: members
                .everyone()
                .iter()
                .filter(|copy| empty >> copy.0 & 1 == 0)
                .collect(),
        }
    }
}

#[derive(Clone, Debug)]
pub(super) struct Members {
    first: Membership,
    first_rule: Rule,
    histories: LiteMap<GroupId, History>,
    /// The volume epoch whose writer is asked about.
    focus: VolumeEpoch,
}

impl Members {
    pub fn new(topology: &Topology) -> Members {
        let first = Membership::first(topology.segments).in_zones(|copy| topology.zone_of(copy));
        Members {
            first,
            first_rule: Rule::of(&first),
            histories: LiteMap::new_vec(),
            focus: VolumeEpoch::FIRST,
        }
    }

    /// What is asked next of the writer is asked of the one of this volume epoch.
    pub fn turn_to(&mut self, epoch: VolumeEpoch) {
        self.focus = epoch;
    }

    fn known_to_writer(&self, group: GroupId) -> Option<&Known> {
        self.histories.get(&group)?.writers.get(&self.focus)
    }

    /// The newest members of a group.
    pub fn newest(&self, group: GroupId) -> Membership {
        let history = self.histories.get(&group);
        let newest = history.and_then(|history| history.proposed.last());
        newest.copied().unwrap_or(self.first)
    }

    fn at(&self, group: GroupId, epoch: MembershipEpoch) -> Option<Membership> {
        if epoch == MembershipEpoch::FIRST {
            return Some(self.first);
        }
        let place = usize::from(epoch.0).checked_sub(2)?;
        self.histories.get(&group)?.proposed.get(place).copied()
    }

    /// The rule the writer goes by.
    pub fn rule(&self, group: GroupId) -> &Rule {
        let known = self.known_to_writer(group);
        known.map_or(&self.first_rule, |known| &known.rule)
    }

    /// The copies of a group whose answers count for the writer (M-13).
    pub fn counted(&self, group: GroupId) -> CopySet {
        let known = self.known_to_writer(group);
        known.map_or(CopySet::ALL, |known| known.counted)
    }

    /// The members the writer goes by.
    pub fn of_writer(&self, group: GroupId) -> &Membership {
        let known = self.known_to_writer(group);
        known.map_or(&self.first, |known| &known.members)
    }

    /// The copies of a group that the writer has heard nothing from since it went by `before`: those that have joined.
    pub fn joined_since(&self, group: GroupId, before: &Membership) -> CopySet {
        let newest = self.of_writer(group).epoch().0;
        (before.epoch().0..newest)
            .filter_map(|epoch| {
                let known = self.at(group, MembershipEpoch(epoch))?;
                let next = self.at(group, MembershipEpoch(epoch + 1))?;
                Some(next.everyone().minus(known.everyone()))
            })
            .fold(CopySet::NONE, CopySet::or)
    }

    /// What the newest members of a group can do while these can be reached.
    pub fn ability(&self, group: GroupId, up: CopySet) -> Ability {
        let empty = self
            .histories
            .get(&group)
            .map_or(0, |history| history.empty);
        let rule = match self.histories.contains_key(&group) {
            true => &Rule::of(&self.newest(group)),
            false => &self.first_rule,
        };
        match (rule.writes(letters(up)), rule.reads(letters(up) & !empty)) {
            (true, _) => Ability::ReadWrite,
            (false, true) => Ability::ReadOnly,
            (false, false) => Ability::Unavailable,
        }
    }

    /// The letters that join with a new membership, and all of it, if the event is one; before [`Members::see`].
    pub fn joining(&self, event: &Event) -> Option<(GroupId, CopySet, CopySet)> {
        match *event {
            Event::Database(Happening::MembersProposed { group, members }) => {
                let (before, everyone) = (self.newest(group).everyone(), members.everyone());
                Some((group, everyone.minus(before), everyone))
            }
            _ => None,
        }
    }

    /// `durable` is how far a group is durable now.
    pub fn see(
        &mut self,
        what: Happening,
        durable: impl Fn(GroupId) -> Lsn,
        holdings: &Holdings,
        findings: &mut Findings,
    ) {
        match what {
            Happening::MembersProposed { group, members } => {
                self.proposed(group, members, durable(group), findings);
            }
            Happening::MembersRecorded { group, epoch, by } => {
                self.recorded(group, epoch, by, findings);
            }
            Happening::Hydrated { segment, .. } => self.hydrated(segment, holdings, findings),
            // Whoever recovers the volume goes by what the metadata service says (M-15).
            Happening::RecoveryBegan { epoch, .. } => {
                for (_, history) in self.histories.iter_mut() {
                    if let Some(newest) = history.proposed.last() {
                        let known = Known::of(*newest, history.empty);
                        history.writers.insert(epoch, known);
                    }
                }
            }
            Happening::WriterRefreshed { segment, knows } => {
                let group = segment.group();
                match (
                    self.at(group, knows.membership),
                    self.histories.get_mut(&group),
                ) {
                    (Some(members), Some(history)) => {
                        // Who is still to join may have been hydrated since, but the writer has not heard of it.
                        let known = Known::of(members, letters(members.newcomers()));
                        history.writers.insert(self.focus, known);
                    }
                    (None, _) => findings.add(
                        "M-2",
                        format!("group {} has no such epoch: {knows:?}", group.number()),
                    ),
                    _ => {}
                }
            }
            _ => {}
        }
    }

    /// INV-12, M-6, M-9, M-13: one step at a time, and each so that no durable record can be missed.
    fn proposed(
        &mut self,
        group: GroupId,
        members: Membership,
        durable: Lsn,
        findings: &mut Findings,
    ) {
        let before = self.newest(group);
        let number = group.number();
        if members.epoch() != before.epoch().next() {
            findings.add(
                "M-1",
                format!(
                    "group {number}: {:?} follows {:?}",
                    members.epoch(),
                    before.epoch()
                ),
            );
        }
        let (old, new) = (Rule::of(&before), Rule::of(&members));
        let new_sets: Vec<Letters> = new.write_sets().collect();
        let misses = |old: Letters| new_sets.iter().find(|new| *new & old == 0).copied();
        if let Some((old, new)) = old.write_sets().find_map(|old| Some((old, misses(old)?))) {
            let text = format!(
                "group {number}: the write set {old:08b} of {before:?} misses {new:08b} of {members:?}"
            );
            findings.add("INV-12", text);
        }
        let history = self.histories.entry(group).or_default();
        if history.recorded.max(MembershipEpoch::FIRST.0) != before.epoch().0 {
            let text = format!("group {number}: {:?} is not recorded yet", before.epoch());
            findings.add("M-3", text);
        }
        let unknown = !letters(before.everyone());
        let empty = letters(members.six()) & !letters(before.six()) & (history.empty | unknown);
        if empty != 0 {
            let text = format!("group {number}: {empty:08b} takes a place before it is hydrated");
            findings.add("M-9", text);
        }
        for copy in members.everyone().minus(before.everyone()).iter() {
            history.empty |= 1 << copy.0;
            history.durable_before[usize::from(copy.0)] = durable;
        }
        history.empty &= new.everyone();
        history.proposed.push(members);
    }

    /// M-3: a write quorum has kept it, or a read quorum of those from before if there was no more (C-4).
    fn recorded(
        &mut self,
        group: GroupId,
        epoch: MembershipEpoch,
        by: CopySet,
        findings: &mut Findings,
    ) {
        let newest = self.newest(group);
        let before = self.at(group, MembershipEpoch(epoch.0.saturating_sub(1)));
        let empty = self
            .histories
            .get(&group)
            .map_or(0, |history| history.empty);
        let kept = letters(by);
        let widened = |before: Membership| {
            before.swaps().count() < newest.swaps().count()
                && Rule::of(&before).reads(kept & !empty)
        };
        let enough = Rule::of(&newest).writes(kept) || before.is_some_and(widened);
        if epoch != newest.epoch() || !enough {
            let text = format!(
                "group {}: {epoch:?} is said to be recorded by {by}, the newest is {newest:?}",
                group.number()
            );
            findings.add("M-3", text);
        }
        if let Some(history) = self.histories.get_mut(&group) {
            history.recorded = epoch.0;
        }
    }

    /// M-13: a newcomer counts once it has all that was durable when it joined.
    fn hydrated(&mut self, segment: SegmentId, holdings: &Holdings, findings: &mut Findings) {
        let bit = 1 << segment.copy().0;
        let history = self.histories.entry(segment.group()).or_default();
        let needs = history.durable_before[usize::from(segment.copy().0)];
        let needs = holdings.as_seen_by(segment, needs);
        let has = holdings.scl(segment);
        if history.empty & bit == 0 || has < needs {
            let text = format!(
                "{segment} is said to be hydrated: it has {has}, and what was durable reached to {needs}"
            );
            findings.add("M-13", text);
        }
        history.empty &= !bit;
    }

    /// Every copy that gets the records of a group now.
    pub fn everyone(&self, group: GroupId) -> impl Iterator<Item = CopyId> + use<> {
        let everyone = self.newest(group).everyone();
        CopyId::slots().filter(move |copy| everyone.contains(*copy))
    }
}
