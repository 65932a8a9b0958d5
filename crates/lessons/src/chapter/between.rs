//! Chapters about a global database: waiting for what happens between Regions, and leading through without a page.

use base::{EventId, Keep, Phrase, SimTime};
use globe::{DatabaseId, Globe};
use world::Counters;
use world::checkers::Referee;

use super::{Chapter, ChapterReport, GlobalClaim, Missed, Wait};
use crate::global_refusal::phrase_of_global_refusal;
use crate::scenario::Scenario;

/// Steps that are made between two looks of the referees.
const LOOKED_EVERY: u64 = 4_096;

/// What a step waits for, looked at while a globe moves on.
#[derive(Clone, Debug)]
pub struct AwaitedBetween {
    claim: Option<GlobalClaim>,
    limit: SimTime,
    next: EventId,
    count: u64,
    last: Option<EventId>,
}

impl AwaitedBetween {
    /// What a step waits for that begins at `from`, before the event `first`.
    pub fn new(wait: &Wait, from: SimTime, first: EventId) -> AwaitedBetween {
        AwaitedBetween {
            claim: match wait {
                Wait::Between { that, .. } => Some(*that),
                _ => None,
            },
            limit: wait.limit(from),
            next: first,
            count: 0,
            last: None,
        }
    }

    /// The moment by which it must have come; if only time has to pass, the moment it has come.
    pub fn limit(&self) -> SimTime {
        self.limit
    }

    /// Whether only time has to pass.
    pub fn is_span(&self) -> bool {
        self.claim.is_none()
    }

    /// Looks at what has happened since the last look. Returns whether what is waited for has come: the event that
    /// brought it, if there is one.
    pub fn look(&mut self, globe: &Globe) -> Option<Option<EventId>> {
        let Some(claim) = &self.claim else {
            return (globe.now() >= self.limit).then_some(None);
        };
        for (id, entry) in globe.journal().since(self.next) {
            let here = claim.region.is_none() || claim.region == entry.event.region();
            if here && entry.event.name() == claim.event {
                self.count += 1;
                self.last = Some(id);
            }
        }
        self.next = self.next.max(globe.journal().next_id());
        (self.count >= claim.count).then_some(self.last)
    }
}

/// A run and those who look on, one in each Region.
struct Guide {
    globe: Globe,
    referees: Vec<(base::RegionId, u32, Referee)>,
    report: ChapterReport,
}

impl Guide {
    fn globe_of(scenario: &Scenario) -> Globe {
        let regions = scenario.regions.as_deref().cloned().unwrap_or_default();
        Globe::new(regions, scenario.seed, Keep::All)
    }

    /// Every Region's own journal is looked at by the checkers of one Region.
    fn judge(&mut self) {
        for region in self.globe.regions() {
            let (Some(world), number) = (self.globe.world(region), self.globe.number(region))
            else {
                continue;
            };
            let same = |it: &&mut (base::RegionId, u32, Referee)| (it.0, it.1) == (region, number);
            match self.referees.iter_mut().find(same) {
                Some((_, _, referee)) => referee.follow(world.journal()),
                None => {
                    let mut referee = Referee::new(world.topology());
                    referee.follow(world.journal());
                    self.referees.push((region, number, referee));
                }
            }
        }
    }

    /// The run is over.
    fn end(&mut self) {
        self.judge();
        for (_, _, referee) in self.referees.drain(..) {
            self.report.violations.extend_from_slice(referee.verdict());
        }
        let globe = &self.globe;
        self.report.digest = globe.digest();
        self.report.events = globe.journal().next_id().0;
        self.report.until = globe.now();
        let primary = globe.primary(DatabaseId(0));
        let world = primary.and_then(|region| globe.world(region));
        if let Some(world) = world {
            self.report.counters = world.counters();
        }
    }
}

/// As [`run_chapter`](super::run_chapter), for a chapter about a global database.
pub(super) fn run(chapter: &Chapter) -> ChapterReport {
    let mut guide = Guide {
        globe: Guide::globe_of(&chapter.scenario),
        referees: Vec::new(),
        report: ChapterReport {
            reached: Vec::new(),
            missed: None,
            unmet: Vec::new(),
            violations: Vec::new(),
            digest: base::Digest::default(),
            counters: Counters::default(),
            events: 0,
            until: SimTime::ZERO,
        },
    };
    for (place, step) in chapter.steps.iter().enumerate() {
        if let Some(scenario) = &step.scenario {
            guide.end();
            guide.globe = Guide::globe_of(scenario);
        }
        let globe = &mut guide.globe;
        let (from, first) = (globe.now(), globe.journal().next_id());
        let mut awaited = AwaitedBetween::new(&step.wait, from, first);
        let mut missed = None;
        for command in &step.between {
            if let Err(refusal) = globe.give(command) {
                missed = Some(phrase_of_global_refusal(&refusal));
            }
        }
        let mut steps = 0;
        while missed.is_none() && awaited.look(&guide.globe).is_none() {
            steps += 1;
            if guide.globe.step_until(awaited.limit()) {
                if steps % LOOKED_EVERY == 0 {
                    guide.judge();
                }
            } else if awaited.is_span() {
                guide.globe.run_until(awaited.limit(), 1);
            } else {
                let within = step.wait.span();
                missed = Some(Phrase::new("chapter-not-reached").with("within", within));
            }
        }
        if let Some(phrase) = missed {
            let step = place as u32;
            guide.report.missed = Some(Missed { step, phrase });
            break;
        }
        guide.report.reached.push(guide.globe.now());
    }
    guide.end();
    guide.report
}
