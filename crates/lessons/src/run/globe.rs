//! Running a scenario of a global database.
//!
//! As for one cluster: the run is stepped from one beginning or end of a span to the next, at each the claims that are
//! open are looked at, and so they are after every step within a span. The referee of the globe looks on, which follows
//! the journals of all Regions.

use base::{EventId, Phrase, SimTime};
use globe::checker::GlobeReferee;
use globe::{ChangeKind, DatabaseId, GlobalEvent, Globe, Status};
use world::Counters;

use super::found::{Found, compared};
use super::judge::differing_row;
use super::watch::{Judged, Mismatch, Watch, failures, moments};
use super::{KEPT, Report};
use crate::global_refusal::{phrase_of_global_refusal, region_name};
use crate::scenario::{Between, Compare, Measure, RegionState, Scenario};

/// Steps that are made between two looks of the referee: it must not miss what the journals let go.
const LOOKED_EVERY: u64 = 4_096;

/// A scenario of a global database being run.
#[derive(Clone, Debug)]
pub struct GlobeRunner {
    globe: Globe,
    until: SimTime,
    referee: GlobeReferee,
    watches: Vec<Watch<Between>>,
    /// Beginnings and ends of spans not yet reached, the last first; the end of the run among them.
    moments: Vec<SimTime>,
    next: EventId,
    steps: u64,
}

impl GlobeRunner {
    /// A run that has not begun to move.
    ///
    /// # Panics
    /// If [`Scenario::check`] finds anything wrong with the scenario, or it has no Regions.
    pub fn new(scenario: &Scenario) -> GlobeRunner {
        let problems = scenario.check();
        assert!(
            problems.is_empty(),
            "the scenario makes sense: {problems:?}"
        );
        let regions = scenario.regions.as_deref().expect("it has Regions");
        let mut globe = Globe::new(regions.clone(), scenario.seed, KEPT);
        globe.plan(scenario.global_plan());
        let until = scenario.until;
        let expectations = scenario.expect_between.iter();
        let watches: Vec<_> = expectations.map(|it| Watch::new(it, until)).collect();
        GlobeRunner {
            referee: GlobeReferee::new(regions),
            globe,
            until,
            moments: moments(&watches, until),
            watches,
            next: EventId(0),
            steps: 0,
        }
    }

    /// The run as it stands.
    pub fn globe(&self) -> &Globe {
        &self.globe
    }

    /// Lets the next thing happen; returns whether there was any before the end.
    pub fn step(&mut self) -> bool {
        while let Some(moment) = self.moments.last().copied() {
            if self.globe.step_until(moment) {
                self.steps += 1;
                self.look();
                return true;
            }
            self.globe.run_until(moment, 1);
            self.moments.pop();
            self.look();
            for watch in &mut self.watches {
                watch.moment(moment, &self.globe);
            }
        }
        false
    }

    fn look(&mut self) {
        if self.steps.is_multiple_of(LOOKED_EVERY) {
            self.referee.follow(&self.globe);
        }
        for (_, entry) in self.globe.journal().since(self.next) {
            for watch in &mut self.watches {
                watch.see(entry.at, &entry.event);
            }
        }
        self.next = self.globe.journal().next_id();
        for watch in &mut self.watches {
            watch.stepped(self.globe.now(), &self.globe);
        }
    }

    /// Runs to the end.
    pub fn run(mut self) -> Report {
        while self.step() {}
        self.finish()
    }

    /// How it went, once [`GlobeRunner::step`] has returned `false`.
    pub fn finish(mut self) -> Report {
        self.referee.follow(&self.globe);
        let refused = self.globe.refusals().iter();
        let primary = self.globe.primary(DatabaseId(0));
        let world = primary.and_then(|region| self.globe.world(region));
        Report {
            failures: failures(&self.watches),
            refused: refused
                .map(|(number, why)| (*number, phrase_of_global_refusal(why)))
                .collect(),
            violations: self.referee.verdict().to_vec(),
            violations_expected: false,
            digest: self.globe.digest(),
            counters: world.map_or_else(Counters::default, |world| world.counters()),
            events: self.globe.journal().next_id().0,
            steps: self.globe.steps(),
            expectations: self.watches.len() as u32,
            until: self.until,
        }
    }
}

impl Judged for Between {
    type Run<'a> = &'a Globe;
    type Event = GlobalEvent;

    fn is_count(&self) -> bool {
        matches!(self, Between::Event { .. })
    }

    fn counts(&self, event: &GlobalEvent) -> bool {
        matches!(self, Between::Event { name, region, .. }
            if event.name() == name.0 && (region.is_none() || *region == event.region()))
    }

    fn mismatch(&self, count: u64, globe: &Globe) -> Option<Mismatch> {
        let first = DatabaseId(0);
        match self {
            Between::Primary { region } => is_region("what-primary", *region, globe.primary(first)),
            Between::Endpoint { region } => {
                is_region("what-global-endpoint", *region, globe.endpoint(first))
            }
            Between::Region { region, is } => {
                let found = state(globe, *region);
                let what = Phrase::new("what-region").with("region", region_name(*region));
                let wanted = said(*is);
                (found != *is).then(|| Mismatch {
                    what,
                    wanted,
                    found: said(found),
                })
            }
            Between::Lag {
                region,
                measure,
                millis,
            } => {
                let lag = globe.lag(*region).filter(|_| globe.is_up(*region));
                let found = lag.map(|lag| match measure {
                    Measure::Replication => lag.replication,
                    Measure::Rpo => lag.rpo,
                    Measure::Progress => lag.progress,
                });
                let what = Phrase::new("what-lag")
                    .with("measure", measure.name())
                    .with("region", region_name(*region));
                number(what, millis, found.map(|span| span.micros() / 1_000))
            }
            Between::Row { region, key, value } => {
                let found = globe.row(*region, key);
                let what = Phrase::new("what-row-of").with("region", region_name(*region));
                differing_row(what.with("key", key.clone()), value.as_deref(), found)
            }
            Between::Snapshot { region, key, value } => {
                let mut all = globe.snapshots().iter().rev();
                let found = all.find(|it| it.region == *region).map(|it| it.row(key));
                let what = Phrase::new("what-snapshot").with("region", region_name(*region));
                differing_row(what.with("key", key.clone()), value.as_deref(), found)
            }
            Between::Commits {
                region,
                acknowledged,
            } => {
                let found = globe.world(*region).map(|world| world.counters().commits);
                let what = Phrase::new("what-commits-of").with("region", region_name(*region));
                number(what, acknowledged, found)
            }
            Between::Report {
                kind,
                to,
                lost,
                felt_millis,
            } => {
                let report = globe.reports().last();
                let found = report.map(|report| report.kind);
                if let Some(kind) = kind.filter(|kind| found != Some(*kind)) {
                    return Some(Mismatch {
                        what: Phrase::new("what-change"),
                        wanted: kind_of(kind),
                        found: found.map_or_else(|| Phrase::new("is-none"), kind_of),
                    });
                }
                let reached = report.map(|report| report.to);
                to.and_then(|to| is_region("what-change-to", to, reached))
                    .or_else(|| {
                        let found = report.map(|report| report.lost.len() as u64);
                        number(Phrase::new("what-change-lost"), lost.as_ref()?, found)
                    })
                    .or_else(|| {
                        let felt = report.and_then(|report| report.felt());
                        let found = felt.map(|span| span.micros() / 1_000);
                        number(
                            Phrase::new("what-change-felt"),
                            felt_millis.as_ref()?,
                            found,
                        )
                    })
            }
            Between::SplitBrain(is) => {
                let found = globe.split_brain().len() as u64;
                number(Phrase::new("what-split-brain"), is, Some(found))
            }
            Between::Event {
                name, count: is, ..
            } => {
                let what = Phrase::new("what-events").with("name", name.0);
                number(what, &is.unwrap_or(Compare::AtLeast(1)), Some(count))
            }
        }
    }
}

fn state(globe: &Globe, id: base::RegionId) -> RegionState {
    let Some(world) = globe.world(id) else {
        return RegionState::Absent;
    };
    match globe.status(id) {
        _ if !globe.is_up(id) => RegionState::Dark,
        Some(Status::Rebuilding { .. }) => RegionState::Rebuilding,
        Some(Status::Replaced) => RegionState::Replaced,
        _ if world.follows() && globe.instances(id) == 0 => RegionState::Headless,
        _ if world.follows() => RegionState::Readable,
        _ if world.holds_commits() => RegionState::Held,
        _ if globe.takes_writes(id) => RegionState::Writable,
        _ => RegionState::Closed,
    }
}

fn said(state: RegionState) -> Phrase {
    Phrase::new(match state {
        RegionState::Writable => "is-writable",
        RegionState::Closed => "is-closed",
        RegionState::Held => "is-held",
        RegionState::Readable => "is-readable",
        RegionState::Headless => "is-headless",
        RegionState::Rebuilding => "is-rebuilding",
        RegionState::Replaced => "is-replaced",
        RegionState::Dark => "is-dark",
        RegionState::Absent => "is-absent",
    })
}

fn kind_of(kind: ChangeKind) -> Phrase {
    Phrase::new(match kind {
        ChangeKind::Switchover => "global-switchover",
        ChangeKind::Failover => "global-failover",
        ChangeKind::Detach => "global-detach",
    })
}

fn is_region(
    what: &'static str,
    wanted: base::RegionId,
    found: Option<base::RegionId>,
) -> Option<Mismatch> {
    (found != Some(wanted)).then(|| Mismatch {
        what: Phrase::new(what),
        wanted: region_name(wanted),
        found: found.map_or_else(|| Phrase::new("is-none"), region_name),
    })
}

fn number(what: Phrase, wanted: &Compare<u64>, found: Option<u64>) -> Option<Mismatch> {
    let holds = found.is_some_and(|found| wanted.holds(found, *wanted.with()));
    let none = || Phrase::new("is-none");
    (!holds).then(|| Mismatch {
        what,
        wanted: compared(wanted, (*wanted.with()).into()),
        found: found.map_or_else(none, |found| Found::Number(found).phrase()),
    })
}
