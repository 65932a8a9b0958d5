//! Auto scaling of readers: target tracking.
//!
//! A policy names a metric, the average of which over all readers is to stay near a target: their processors' load, or
//! their connections. The average covers every reader, hand-made ones too, and not the writer. What is wanted follows
//! from it: as many readers as would bring the average to the target, within the policy's bounds. Out is fast
//! and in is slow: it scales in only where the average would stay below nine tenths of the target `[choice]` (A-13 has a
//! lower alarm too). After each change there is a rest, the cooldown, in which only a call for *more* readers than the last
//! one is heard.
//!
//! It adds and removes readers of its own making only, and does nothing while some instance is not available or
//! there is no reader at all. With one policy for each metric the one that wants more has its way.

use base::{ReaderId, SimSpan, SimTime};
use serde::{Deserialize, Serialize};

/// The tier of a reader that scaling made.
pub const TIER: u8 = 15;
/// How long scaling rests after it has changed something (A-3, P-12).
pub const COOLDOWN: SimSpan = SimSpan::from_millis(300_000);
/// It scales in where the average would stay below so much of the target, in tenths `[choice]`.
const IN_BELOW_TENTHS: u64 = 9;

/// What a policy goes by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Metric {
    /// `RDSReaderAverageCPUUtilization`, in percent.
    Cpu,
    /// `RDSReaderAverageDatabaseConnections`.
    Connections,
}

/// A policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Policy {
    /// What it goes by.
    pub metric: Metric,
    /// Where the average is to stay.
    pub target: u32,
    /// The fewest readers.
    pub min: u8,
    /// The most.
    pub max: u8,
    /// How long it rests after readers were removed.
    pub in_cooldown: SimSpan,
    /// How long it rests after readers were added.
    pub out_cooldown: SimSpan,
    /// Whether it removes readers at all.
    pub scales_in: bool,
}

/// What is measured at one reader, as an average since it was looked at last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Load of its processors, in tenths of a percent.
    pub cpu_permille: u32,
    /// Connections that lead to it.
    pub connections: u32,
}

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Nothing.
    Stay,
    /// Readers are to be added.
    Out(Change),
    /// Readers of its own making are to be removed.
    In(Change),
}

/// A change of the number of readers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The metric that led to it.
    pub metric: Metric,
    /// Its average, in tenths.
    pub average_tenths: u32,
    /// Readers there are.
    pub from: u8,
    /// Readers there are to be.
    pub to: u8,
}

/// The average of a metric over all readers, in tenths.
pub fn average_tenths(metric: Metric, readings: &[Reading]) -> u32 {
    let count = readings.len().max(1) as u64;
    (sum_tenths(metric, readings) / count) as u32
}

fn sum_tenths(metric: Metric, readings: &[Reading]) -> u64 {
    let of = |reading: &Reading| match metric {
        Metric::Cpu => u64::from(reading.cpu_permille),
        Metric::Connections => u64::from(reading.connections) * 10,
    };
    readings.iter().map(of).sum()
}

impl Policy {
    /// How many readers it wants: enough for the average to reach the target, within its bounds. It wants fewer only
    /// where the average would stay well below the target.
    pub fn wanted(&self, readings: &[Reading]) -> u8 {
        let there = readings.len() as u64;
        let sum = sum_tenths(self.metric, readings);
        let target = u64::from(self.target) * 10;
        let enough = sum.div_ceil(target.max(1));
        let wanted = if enough >= there {
            enough
        } else {
            let few = (sum * 10).div_ceil((target * IN_BELOW_TENTHS).max(1));
            few.min(there)
        };
        let (min, max) = (u64::from(self.min), u64::from(self.max));
        wanted.max(min).min(max) as u8
    }
}

/// What looks after the number of readers.
#[derive(Clone, Debug, Default)]
pub struct Scaling {
    policies: Vec<Policy>,
    /// The readers it has made and not removed, oldest first.
    own: Vec<ReaderId>,
    /// When it added readers last, and how many there were to be.
    last_out: Option<(SimTime, u8)>,
    last_in: Option<SimTime>,
    /// What it has decided last, and when, oldest first.
    decided: Vec<(SimTime, Decision)>,
}

/// Decisions it remembers `[choice]`.
const DECISIONS_KEPT: usize = 4;

impl Scaling {
    /// With these policies from the beginning on.
    pub fn with(policies: impl IntoIterator<Item = Policy>) -> Scaling {
        let mut scaling = Scaling::default();
        for policy in policies {
            scaling.set(policy);
        }
        scaling
    }

    /// Its policies.
    pub fn policies(&self) -> &[Policy] {
        &self.policies
    }

    /// Sets a policy, in place of the one for the same metric, if there is one.
    pub fn set(&mut self, policy: Policy) {
        self.policies.retain(|known| known.metric != policy.metric);
        self.policies.push(policy);
        self.policies.sort_by_key(|policy| policy.metric);
    }

    /// Removes the policy for a metric; returns whether there was one. What it has made stays.
    pub fn remove(&mut self, metric: Metric) -> bool {
        let before = self.policies.len();
        self.policies.retain(|known| known.metric != metric);
        self.policies.len() < before
    }

    /// It has made this reader.
    pub fn made(&mut self, reader: ReaderId) {
        self.own.push(reader);
    }

    /// A reader is gone, whoever has deleted it.
    pub fn gone(&mut self, reader: ReaderId) {
        self.own.retain(|own| *own != reader);
    }

    /// What it has decided last, and when, oldest first.
    pub fn decided(&self) -> &[(SimTime, Decision)] {
        &self.decided
    }

    /// When it added readers last, and how many there were to be.
    pub fn last_out(&self) -> Option<(SimTime, u8)> {
        self.last_out
    }

    /// When it removed readers last.
    pub fn last_in(&self) -> Option<SimTime> {
        self.last_in
    }

    /// Whether it has made a reader.
    pub fn is_own(&self, reader: ReaderId) -> bool {
        self.own.contains(&reader)
    }

    /// The readers to remove to get from so many to fewer: its own, the newest first.
    pub fn to_remove(&self, count: u8) -> Vec<ReaderId> {
        let newest = self.own.iter().rev();
        newest.take(usize::from(count)).copied().collect()
    }

    /// Decides, now that readers were measured; all instances are available.
    pub fn decide(&mut self, now: SimTime, readings: &[Reading]) -> Decision {
        let decision = self.weigh(now, readings);
        if decision != Decision::Stay {
            if self.decided.len() == DECISIONS_KEPT {
                self.decided.remove(0);
            }
            self.decided.push((now, decision));
        }
        decision
    }

    fn weigh(&mut self, now: SimTime, readings: &[Reading]) -> Decision {
        //
        if readings.is_empty() {
            return Decision::Stay;
        }
        let from = readings.len() as u8;
        let wants = |policy: &Policy| (policy.wanted(readings), *policy);
        let Some((to, policy)) = self.policies.iter().map(wants).max_by_key(|it| it.0) else {
            return Decision::Stay;
        };
        let change = |to| Change {
            metric: policy.metric,
            average_tenths: average_tenths(policy.metric, readings),
            from,
            to,
        };
        if to > from {
            return match self.may_scale_out(now, to, policy.out_cooldown) {
                true => {
                    self.last_out = Some((now, to));
                    Decision::Out(change(to))
                }
                false => Decision::Stay,
            };
        }
        let least = from - (self.own.len() as u8).min(from);
        // The last reader stays: without one there is nothing to measure.
        let to = to.max(least).max(1);
        if to < from && self.policies.iter().all(|it| it.scales_in) && self.may_scale_in(now) {
            self.last_in = Some(now);
            return Decision::In(change(to));
        }
        Decision::Stay
    }

    /// Whether a call for so many readers is heard.
    pub fn may_scale_out(&self, now: SimTime, to: u8, cooldown: SimSpan) -> bool {
        let rests = |(at, called): (SimTime, u8)| now < at + cooldown && to <= called;
        !self.last_out.is_some_and(rests)
    }

    fn may_scale_in(&self, now: SimTime) -> bool {
        self.policies.iter().all(|policy| {
            let out = self.last_out.map(|(at, _)| at + policy.out_cooldown);
            let last = self.last_in.map(|at| at + policy.in_cooldown);
            out.is_none_or(|until| now >= until) && last.is_none_or(|until| now >= until)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn policy(target: u32) -> Policy {
        Policy {
            metric: Metric::Cpu,
            target,
            min: 0,
            max: 15,
            in_cooldown: COOLDOWN,
            out_cooldown: COOLDOWN,
            scales_in: true,
        }
    }

    fn at(percents: &[u32]) -> Vec<Reading> {
        let reading = |percent: &u32| Reading {
            cpu_permille: percent * 10,
            connections: 0,
        };
        percents.iter().map(reading).collect()
    }

    #[test]
    fn a_2_what_is_wanted_stays_within_the_bounds() {
        let narrow = Policy {
            min: 2,
            max: 4,
            ..policy(50)
        };
        assert_eq!(narrow.wanted(&at(&[100, 100, 100])), 4);
        assert_eq!(narrow.wanted(&at(&[1, 1, 1])), 2);
    }

    #[test]
    fn it_does_not_go_in_where_it_would_have_to_go_out_again() {
        // Two at 29 %: one alone would be at 58 %, too near to 60.
        assert_eq!(policy(60).wanted(&at(&[29, 29])), 2);
        assert_eq!(policy(60).wanted(&at(&[26, 26])), 1);
    }

    #[test]
    fn a_10_scale_in_may_be_switched_off_and_the_greater_wish_counts() {
        let connections = Policy {
            metric: Metric::Connections,
            target: 10,
            scales_in: false,
            ..policy(1)
        };
        let mut scaling = Scaling::with([policy(60), connections]);
        scaling.made(ReaderId(5));
        let idle = at(&[1, 1, 1]);
        assert_eq!(scaling.decide(SimTime::ZERO, &idle), Decision::Stay);
        assert!(scaling.remove(Metric::Connections));
        let decision = scaling.decide(SimTime::ZERO, &idle);
        assert!(matches!(decision, Decision::In(Change { to: 2, .. })));
    }
}
