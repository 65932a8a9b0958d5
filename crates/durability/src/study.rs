//! Drawing histories, and splitting those that come near a loss.

use aurora::quorum::Ability;
use base::{Chance, CopyId, SimSpan, SimTime, Stream, ZoneId};

use crate::assumptions::{Assumptions, Problem, SECONDS_PER_YEAR};
use crate::group::Group;
use crate::scheme::Scheme;
use crate::tally::{Tally, Weighted};

/// Stretches the simulated years are cut into.
pub const BATCHES: u32 = 64;
/// Most years of one study: more do not fit into simulated time `[choice]`.
pub const YEARS_MAX: u32 = 10_000_000;
/// Most steps a study may be expected to take: a few minutes `[choice]`.
pub const STEPS_MAX: u64 = 10_000_000_000;

/// Most histories one history is split into when as much as a zone is gone, and when a further copy goes `[choice]`.
const SPLIT_MAX: [u64; STAGES] = [1_024, 16_384];
/// How near to the loss a history can come: 1, as many copies are gone as a zone holds; 2, and one more.
const STAGES: usize = 2;

/// One scheme watched for so many years.
#[derive(Clone, Debug)]
pub struct Study {
    scheme: &'static Scheme,
    assumptions: Assumptions,
    chance: Chance,
    /// How long each stretch is.
    stretch: SimSpan,
    /// What an event counts at each stage.
    weights: [u64; STAGES + 1],
    batches_left: u32,
}

/// A history to go on with, as many times as `count` says.
#[derive(Clone, Copy, Debug)]
struct History {
    group: Group,
    now: SimTime,
    /// It ends when it comes back below this stage.
    floor: usize,
    /// Up to this stage it has been split.
    split_to: usize,
    count: u64,
}

impl Study {
    /// A study of one scheme, not yet begun.
    ///
    /// # Errors
    /// What is out of its range: an assumption, the number of years, or how much there would be to do.
    pub fn new(
        scheme: &'static Scheme,
        assumptions: Assumptions,
        years: u32,
        seed: u64,
    ) -> Result<Study, Problem> {
        assumptions.check()?;
        if !(1..=YEARS_MAX).contains(&years) {
            return Err(Problem {
                field: "years",
                value: years.into(),
                min: 1,
                max: YEARS_MAX.into(),
            });
        }
        let [by_zone, by_copy] = splits(scheme, &assumptions);
        let study = Study {
            scheme,
            assumptions,
            chance: Chance::new(seed, Stream::Failures),
            stretch: stretch_of(years),
            weights: [by_zone * by_copy, by_copy, 1],
            batches_left: BATCHES,
        };
        let steps = study.steps_expected(years);
        if steps > STEPS_MAX {
            return Err(Problem {
                field: "steps",
                value: steps,
                min: 1,
                max: STEPS_MAX,
            });
        }
        Ok(study)
    }

    /// The scheme it is about.
    pub fn scheme(&self) -> &'static Scheme {
        self.scheme
    }

    /// So many units of a [`Weighted`] count make one.
    pub fn unit(&self) -> u64 {
        self.weights[0]
    }

    /// How long each stretch of the study is.
    pub fn stretch(&self) -> SimSpan {
        self.stretch
    }

    /// Simulates the next stretch; `None` when all [`BATCHES`] are done.
    pub fn next_batch(&mut self) -> Option<Tally> {
        self.batches_left = self.batches_left.checked_sub(1)?;
        let mut tally = Tally::default();
        let mut left = vec![History {
            group: Group::new(self.scheme),
            now: SimTime::ZERO,
            floor: 0,
            split_to: 0,
            count: 1,
        }];
        while let Some(history) = left.last_mut() {
            let next = *history;
            history.count -= 1;
            if history.count == 0 {
                left.pop();
            }
            self.follow(next, &mut left, &mut tally);
        }
        Some(tally)
    }

    /// Follows one history to the end of the stretch, or until it is back below its floor.
    fn follow(&mut self, history: History, left: &mut Vec<History>, tally: &mut Tally) {
        let History {
            mut group,
            mut now,
            floor,
            mut split_to,
            ..
        } = history;
        let end = SimTime::ZERO + self.stretch;
        loop {
            let stage = self.stage(&group);
            while split_to < stage {
                split_to += 1;
                let others = self.weights[split_to - 1] / self.weights[split_to] - 1;
                if others > 0 {
                    left.push(History {
                        group,
                        now,
                        floor: split_to,
                        split_to,
                        count: others,
                    });
                }
            }
            let weight = self.weights[stage];
            let before = group.ability();
            let (failure, healing) = (now + self.until_failure(&group), group.next_end());
            let next = failure.min(healing).min(end);
            tally.spend(next.since(now), before, weight);
            now = next;
            if now == end {
                return;
            }
            if healing <= failure {
                group.heal(now);
                split_to = self.stage(&group);
                if split_to < floor {
                    return;
                }
            } else {
                let was_az_plus_one = group.is_az_plus_one();
                self.fail_something(&mut group, now, weight, tally);
                tally.change(before, &group, weight);
                if group.is_az_plus_one() && !was_az_plus_one {
                    tally.meet_az_plus_one(group.ability(), weight);
                }
            }
        }
    }

    /// How near the group is to losing its read quorum. More failures never bring it farther away.
    fn stage(&self, group: &Group) -> usize {
        if self.scheme.after_az_plus_one() == Ability::Unavailable {
            // One copy more, and it is lost: there is only the zone to split at.
            return usize::from(group.zones_out() > 0);
        }
        let down = self.scheme.copies() - group.up();
        let zone = self.scheme.copies_per_zone();
        usize::from(down >= zone) + usize::from(down > zone)
    }

    /// The time to the next failure of anything. Failures have no memory, so it may be drawn anew at any moment.
    fn until_failure(&mut self, group: &Group) -> SimSpan {
        let (copies, zones) = self.hazards(group);
        if copies + zones == 0 {
            return SimSpan::from_micros(u64::MAX);
        }
        let product = u128::from(self.assumptions.copy_span().micros())
            * u128::from(self.assumptions.zone_span().micros());
        let mean = (product / (copies + zones)) as u64;
        SimSpan::from_micros(self.chance.waiting_long_micros(mean))
    }

    /// How often copies and how often zones fail now, in the unit 1 / (mean time of a copy × mean time of a zone).
    fn hazards(&self, group: &Group) -> (u128, u128) {
        let there = u128::from(self.scheme.zones() - group.zones_out());
        let copies = u128::from(group.whole()) * u128::from(self.assumptions.zone_span().micros());
        (
            copies,
            there * u128::from(self.assumptions.copy_span().micros()),
        )
    }

    /// One of the things that can fail does.
    fn fail_something(&mut self, group: &mut Group, now: SimTime, weight: u64, tally: &mut Tally) {
        let (copies, zones) = self.hazards(group);
        let one = Weighted(weight.into());
        if self.chance.long_below((copies + zones) as u64) < copies as u64 {
            let nth = self.chance.below(group.whole().into());
            let copy: CopyId = group
                .copies()
                .filter(|copy| !group.has_failed(*copy))
                .nth(nth as usize)
                .expect("so many copies are whole");
            group.fail_copy(now, copy, self.assumptions.repair_span());
            tally.copies_failed += one;
        } else {
            let there = self.scheme.zones() - group.zones_out();
            let nth = self.chance.below(there.into());
            let zone: ZoneId = group
                .zones()
                .filter(|zone| !group.is_out(*zone))
                .nth(nth as usize)
                .expect("so many zones are there");
            group.lose_zone(now, zone, self.assumptions.outage_span());
            tally.zones_lost += one;
        }
    }

    /// About how many failures and repairs there will be to follow, in all histories.
    fn steps_expected(&self, years: u32) -> u64 {
        let micros = u128::from(years) * u128::from(SECONDS_PER_YEAR) * 1_000_000;
        let copies = u128::from(self.scheme.copies());
        let (copy, zone) = (
            u128::from(self.assumptions.copy_span().micros()),
            u128::from(self.assumptions.zone_span().micros()),
        );
        let outages = micros * u128::from(self.scheme.zones()) / zone;
        let [all, by_copy, _] = self.weights.map(u128::from);
        let of_zone = outages * (all / by_copy);
        let outage = u128::from(self.assumptions.outage_span().micros());
        let of_copy = of_zone * (copies * outage * by_copy / copy + 1);
        let steps = 2 * (micros * copies / copy + of_zone + of_copy);
        u64::try_from(steps).unwrap_or(u64::MAX)
    }
}

fn stretch_of(years: u32) -> SimSpan {
    // A year divides evenly, and dividing it first keeps the product within 64 bits.
    const OF_A_YEAR: u64 = SECONDS_PER_YEAR * 1_000_000 / BATCHES as u64;
    const _: () = assert!(OF_A_YEAR * BATCHES as u64 == SECONDS_PER_YEAR * 1_000_000);
    SimSpan::from_micros(u64::from(years) * OF_A_YEAR)
}

/// As many as it takes for about one of them to come a stage nearer, within limits.
fn splits(scheme: &Scheme, assumptions: &Assumptions) -> [u64; STAGES] {
    let copies = u64::from(scheme.copies() - scheme.copies_per_zone());
    let copy = assumptions.copy_span().micros();
    let chance_in = |span: SimSpan| copy / (copies * span.micros());
    [
        chance_in(assumptions.outage_span()).clamp(1, SPLIT_MAX[0]),
        chance_in(assumptions.repair_span()).clamp(1, SPLIT_MAX[1]),
    ]
}
