//! Leading through a chapter about a global database without a page.

use base::{Keep, Phrase, SimTime};
use globe::checker::GlobeReferee;
use globe::{DatabaseId, Globe};
use world::Counters;

use super::{Awaited, Chapter, ChapterReport, Missed};
use crate::global_refusal::phrase_of_global_refusal;
use crate::scenario::Scenario;

/// Steps that are made between two looks of the referee.
const LOOKED_EVERY: u64 = 4_096;

/// A run and who looks on.
struct Guide {
    globe: Globe,
    referee: GlobeReferee,
    report: ChapterReport,
}

impl Guide {
    fn new(scenario: &Scenario, report: ChapterReport) -> Guide {
        let regions = scenario.regions.as_deref().cloned().unwrap_or_default();
        Guide {
            referee: GlobeReferee::new(&regions),
            globe: Globe::new(regions, scenario.seed, Keep::All),
            report,
        }
    }

    /// The run is over.
    fn end(mut self) -> ChapterReport {
        let globe = &self.globe;
        self.referee.follow(globe);
        let found = self.referee.verdict();
        self.report.violations.extend_from_slice(found);
        self.report.digest = globe.digest();
        self.report.events = globe.journal().next_id().0;
        self.report.until = globe.now();
        let primary = globe.primary(DatabaseId(0));
        let world = primary.and_then(|region| globe.world(region));
        if let Some(world) = world {
            self.report.counters = world.counters();
        }
        self.report
    }
}

/// As [`run_chapter`](super::run_chapter), for a chapter about a global database.
pub(super) fn run(chapter: &Chapter) -> ChapterReport {
    let report = ChapterReport {
        reached: Vec::new(),
        missed: None,
        unmet: Vec::new(),
        violations: Vec::new(),
        digest: base::Digest::default(),
        counters: Counters::default(),
        events: 0,
        until: SimTime::ZERO,
    };
    let mut guide = Guide::new(&chapter.scenario, report);
    for (place, step) in chapter.steps.iter().enumerate() {
        if let Some(scenario) = &step.scenario {
            guide = Guide::new(scenario, guide.end());
        }
        let globe = &mut guide.globe;
        let (from, first) = (globe.now(), globe.journal().next_id());
        let mut awaited = Awaited::between(&step.wait, from, first);
        let mut missed = None;
        for command in &step.between {
            if let Err(refusal) = globe.give(command) {
                missed = Some(phrase_of_global_refusal(&refusal));
            }
        }
        let mut steps = 0;
        while missed.is_none() && awaited.look_between(&guide.globe).is_none() {
            steps += 1;
            if guide.globe.step_until(awaited.limit()) {
                if steps % LOOKED_EVERY == 0 {
                    guide.referee.follow(&guide.globe);
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
    guide.end()
}
