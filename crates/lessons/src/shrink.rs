//! The shortest history that still goes wrong.
//!
//! What soak draws goes wrong in the midst of hundreds of commands, most of which have nothing to do with it. Here a
//! scenario is made smaller step by step, as long as the same thing is still seen violated: whole stretches of its
//! timeline are left out, then halves of what is left, down to single commands (delta debugging); a load becomes a
//! single write; the cluster becomes an ordinary one with few groups; moments move together. It ends when no step
//! makes it smaller. Nothing is drawn, so the same scenario always shrinks to the same history.

use base::{SimSpan, SimTime};
use world::checkers::Violation;
use world::{Command, Micros, Topology, group_of, page_of_key};

use crate::scenario::{Claim, Deed, Expectation, InvariantName, Scenario, When};
use crate::soak::{drop_nonsense, first_violation};

/// A scenario made as small as it gets.
#[derive(Clone, Debug)]
pub struct Shrunk {
    /// What is left of it. It ends with the violation, and expects it.
    pub scenario: Scenario,
    /// What is seen in it.
    pub violation: Violation,
    /// How many scenarios were tried.
    pub tried: u32,
}

/// Rounds of all steps at most `[choice]`; two or three are enough as a rule.
const ROUNDS_MAX: u32 = 8;
/// What is moved may show its effect so much later `[choice]`.
const SLACK: SimSpan = SimSpan::from_millis(500);
/// Seeds that are tried when something is left out that only chance seems to need `[choice]`.
const SEEDS: std::ops::RangeInclusive<u64> = 1..=12;
/// Moments that people like to read, in microseconds: each command comes so long after the one before it.
const PAUSES: [u64; 6] = [0, 1_000, 5_000, 10_000, 50_000, 100_000];

/// Makes a scenario smaller in which this is seen violated; `None` if it is not.
pub fn shrink(scenario: &Scenario, invariant: &'static str) -> Option<Shrunk> {
    let mut search = Search {
        invariant,
        best: scenario.clone(),
        violation: first_violation(scenario, invariant)?,
        tried: 1,
    };
    search.end_at_the_violation();
    for _ in 0..ROUNDS_MAX {
        let before = search.best.clone();
        search.leave_out();
        search.calm_loads();
        search.leave_out_with_other_seeds();
        search.simplify_cluster();
        search.simplify_words();
        search.draw_together();
        if search.best == before {
            break;
        }
    }
    search.best.expect = vec![Expectation {
        when: When::At(search.best.until),
        that: Claim::Violation {
            invariant: InvariantName(invariant),
            count: None,
        },
    }];
    Some(Shrunk {
        scenario: search.best,
        violation: search.violation,
        tried: search.tried,
    })
}

/// The shortest of the histories that these scenarios shrink to; the first of those that are equally short.
pub fn shrink_all<'s>(
    scenarios: impl IntoIterator<Item = &'s Scenario>,
    invariant: &'static str,
) -> Option<Shrunk> {
    let shrunk = scenarios
        .into_iter()
        .filter_map(|drawn| shrink(drawn, invariant));
    shrunk.min_by_key(|shrunk| length(&shrunk.scenario))
}

/// How long a history is to tell: its commands; a load, of which nobody knows what it does, is a long story.
fn length(scenario: &Scenario) -> usize {
    let of = |deed: &Deed| match deed.command {
        Command::StartLoad(_) => 10,
        _ => 1,
    };
    scenario.timeline.iter().map(of).sum()
}

struct Search {
    invariant: &'static str,
    best: Scenario,
    violation: Violation,
    tried: u32,
}

impl Search {
    /// Takes a scenario in place of the best one if it goes wrong too.
    fn accept(&mut self, mut smaller: Scenario) -> bool {
        drop_nonsense(&mut smaller);
        if smaller == self.best {
            return false;
        }
        smaller.until = smaller.until + SLACK;
        self.tried += 1;
        if !smaller.check().is_empty() {
            return false;
        }
        let Some(violation) = first_violation(&smaller, self.invariant) else {
            return false;
        };
        self.best = smaller;
        self.violation = violation;
        self.end_at_the_violation();
        true
    }

    /// As [`Search::accept`], for a change of the best scenario.
    fn try_with(&mut self, change: impl FnOnce(&mut Scenario)) -> bool {
        let mut smaller = self.best.clone();
        change(&mut smaller);
        self.accept(smaller)
    }

    /// What comes after the violation has nothing to do with it.
    fn end_at_the_violation(&mut self) {
        let at = self.violation.at;
        self.best.until = at;
        self.best.timeline.retain(|deed| deed.at <= at);
        self.best.expect.clear();
    }

    /// Leaves out stretches of the timeline, first long ones, then ever shorter ones.
    fn leave_out(&mut self) {
        let mut stretch = self.best.timeline.len();
        while stretch > 0 {
            // From the end: what was done late is needed least often.
            let mut end = self.best.timeline.len();
            while end > 0 {
                let from = end.saturating_sub(stretch);
                self.try_with(|smaller| {
                    smaller.timeline.drain(from..end);
                });
                end = from.min(self.best.timeline.len());
            }
            stretch /= 2;
        }
    }

    /// What is done may only have made some unlucky delay more likely.
    fn leave_out_with_other_seeds(&mut self) {
        for place in (0..self.best.timeline.len()).rev() {
            SEEDS.into_iter().any(|seed| {
                self.try_with(|smaller| {
                    smaller.seed = seed;
                    smaller.timeline.remove(place);
                })
            });
        }
    }

    /// A load becomes one write, or if that is not enough, two in different groups, or a read besides.
    fn calm_loads(&mut self) {
        let is_load = |deed: &Deed| matches!(deed.command, Command::StartLoad(_));
        let put = |key: &str| Command::Put {
            key: key.to_owned(),
            value: "1".to_owned(),
        };
        let get = Command::Get {
            key: "a".to_owned(),
            from_reader: None,
        };
        while let Some(place) = self.best.timeline.iter().position(is_load) {
            let two = vec![put("a"), put(self.key_elsewhere())];
            let instead = [vec![put("a")], two, vec![put("a"), get.clone()]];
            let seeds: Vec<u64> = std::iter::once(self.best.seed).chain(SEEDS).collect();
            let calmer = instead.iter().any(|commands| {
                seeds.iter().any(|seed| {
                    self.try_with(|smaller| {
                        smaller.seed = *seed;
                        let at = smaller.timeline[place].at;
                        let commands = commands.iter().cloned();
                        let deeds = commands.map(|command| Deed { at, command });
                        smaller.timeline.splice(place..=place, deeds);
                    })
                })
            });
            if !calmer {
                break;
            }
        }
    }

    /// A key whose row lies in another group than that of "a", if there is another.
    fn key_elsewhere(&self) -> &'static str {
        let groups = self.best.topology.groups;
        let group = |key: &str| group_of(page_of_key(key.as_bytes(), groups));
        let keys = ["b", "c", "d", "e", "f", "g", "h"];
        let elsewhere = keys.into_iter().find(|key| group(key) != group("a"));
        elsewhere.unwrap_or("b")
    }

    /// An ordinary cluster with few groups and seed 1, or at least in part.
    fn simplify_cluster(&mut self) {
        let usual = Topology {
            wrong_rule: self.best.topology.wrong_rule,
            ..Topology::default()
        };
        let groups = self.best.topology.groups;
        for groups in 1..groups {
            if self.try_with(|smaller| smaller.topology.groups = groups) {
                break;
            }
        }
        self.try_with(|smaller| {
            smaller.topology = Topology {
                groups: smaller.topology.groups,
                ..usual.clone()
            };
        });
        let parts: [fn(&mut Topology, &Topology); 8] = [
            |topology, usual| topology.late_one_in = usual.late_one_in,
            |topology, usual| topology.late_times = usual.late_times,
            |topology, usual| topology.disk_micros = usual.disk_micros,
            |topology, usual| topology.call_micros = usual.call_micros,
            |topology, usual| topology.lsn_allocation_limit = usual.lsn_allocation_limit,
            |topology, usual| topology.writer_zone = usual.writer_zone,
            |topology, usual| topology.client_micros = usual.client_micros,
            |topology, usual| {
                topology.same_zone_micros = usual.same_zone_micros;
                topology.a_to_b_micros = usual.a_to_b_micros;
                topology.a_to_c_micros = usual.a_to_c_micros;
                topology.b_to_c_micros = usual.b_to_c_micros;
            },
        ];
        for part in parts {
            self.try_with(|smaller| part(&mut smaller.topology, &usual));
        }
        // Without chance in the delays the story does not hang on the seed.
        let fixed = |Micros(shortest, _): Micros| Micros(shortest, shortest);
        self.try_with(|smaller| {
            let topology = &mut smaller.topology;
            topology.late_one_in = 0;
            topology.same_zone_micros = fixed(topology.same_zone_micros);
            topology.a_to_b_micros = fixed(topology.a_to_b_micros);
            topology.a_to_c_micros = fixed(topology.a_to_c_micros);
            topology.b_to_c_micros = fixed(topology.b_to_c_micros);
            topology.client_micros = fixed(topology.client_micros);
        });
        self.try_with(|smaller| smaller.seed = 1);
    }

    /// Short keys and values, and a fault of one group becomes one of all.
    fn simplify_words(&mut self) {
        for place in 0..self.best.timeline.len() {
            self.try_with(|smaller| match &mut smaller.timeline[place].command {
                Command::Put { key, value } => (*key, *value) = ("a".to_owned(), "1".to_owned()),
                Command::Get { key, .. } => *key = "a".to_owned(),
                Command::StopCopy { group, .. } | Command::RestartCopy { group, .. } => {
                    *group = None;
                }
                _ => {}
            });
        }
    }

    /// Moves each command close behind the one before it, at a moment that is easy to read.
    fn draw_together(&mut self) {
        for place in 0..self.best.timeline.len() {
            let earlier = place
                .checked_sub(1)
                .map_or(SimTime::ZERO, |before| self.best.timeline[before].at);
            let now = self.best.timeline[place].at;
            for pause in PAUSES {
                let at = earlier + SimSpan::from_micros(pause);
                let sooner = at < now
                    && self.try_with(|smaller| {
                        // What follows comes sooner by as much.
                        let by = smaller.timeline[place].at.since(at);
                        for deed in &mut smaller.timeline[place..] {
                            deed.at = SimTime::ZERO
                                + SimSpan::from_micros(deed.at.micros() - by.micros());
                        }
                    });
                if sooner {
                    break;
                }
            }
        }
    }
}
