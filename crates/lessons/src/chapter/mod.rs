//! Chapters: a scenario led through in steps.
//!
//! A step says what is done, with the commands a scenario has, and what must be seen before the next one begins, with
//! the claims a scenario has. Nothing here knows how a run will go: a step is reached when the engine's journal and
//! state say so, on the page as well as on the command line.
//!
//! ```json
//! {
//!   "version": 1,
//!   "name": "storage-and-quorum",
//!   "number": 1,
//!   "scenario": { "version": 1, "name": "storage-and-quorum", "seed": 6, "until": "10s" },
//!   "steps": [
//!     { "name": "six", "fact": "W-3", "slower": 1000,
//!       "focus": "writer",
//!       "do": [ { "put": { "key": "cart:42", "value": "3 apples" } } ],
//!       "wait": { "within": "1s", "that": { "event": { "name": "persisted" } } } }
//!   ]
//! }
//! ```
//!
//! What is said at a step stands under names made of the chapter's and the step's, in every language
//! ([`Chapter::words`]).

mod awaited;
mod between;
mod check;
mod library;
mod names;
pub(crate) mod parse;
mod run;

use base::{CopyId, GroupId, ReaderId, RegionId, SimSpan, SimTime, ZoneId};
use globe::GlobalCommand;
use world::Command;

pub use self::awaited::Awaited;
pub use self::library::{CHAPTERS, chapters};
pub use self::names::Words;
pub use self::run::{ChapterReport, Missed, Unmet, run_chapter};
use crate::scenario::Scenario;
use crate::scenario::expect::Claim;

/// A scenario led through in steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// The version of the format: 1.
    pub version: u32,
    /// What it is called: small letters, digits and hyphens.
    pub name: String,
    /// Its place in the course.
    pub number: u32,
    /// The run it leads through; its `until` is the latest moment a step may reach.
    pub scenario: Scenario,
    /// The steps, in order.
    pub steps: Vec<ChapterStep>,
}

/// One step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChapterStep {
    /// What it is called: small letters, digits and hyphens.
    pub name: String,
    /// Another run that begins with this step, in place of the one before.
    pub scenario: Option<Scenario>,
    /// The fact it shows, such as `Q-20`.
    pub fact: Option<String>,
    /// How many times slower than real time it is shown, 1 to 10,000.
    pub slower: Option<u32>,
    /// How many times faster than real time it is shown, 1 to 3,600.
    pub faster: Option<u32>,
    /// What is looked at closely.
    pub focus: Option<Look>,
    /// What is shown besides the stage, from here on.
    pub show: Option<Show>,
    /// What is done when it begins, in this order.
    pub commands: Vec<Command>,
    /// What is done then to a global database, in this order.
    pub between: Vec<GlobalCommand>,
    /// What must be seen until it is reached.
    pub wait: Wait,
    /// What holds then besides; events count from the step's beginning.
    pub expect: Vec<Claim>,
}

/// What must be seen until a step is reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wait {
    /// So much time.
    Span(SimSpan),
    /// That something comes true.
    Until {
        /// In so much time at most.
        within: SimSpan,
        /// What; events count from the step's beginning.
        that: Claim,
    },
    /// That something happens between the Regions of a global database.
    Between {
        /// In so much time at most.
        within: SimSpan,
        /// What.
        that: GlobalClaim,
    },
}

/// Something that is to happen between Regions, counted from the step's beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GlobalClaim {
    /// The name of the event.
    pub event: &'static str,
    /// The Region it is about; without one, any.
    pub region: Option<RegionId>,
    /// How often at least.
    pub count: u64,
}

/// Something on the stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// The writer.
    Writer,
    /// The clients.
    Clients,
    /// A zone.
    Zone(ZoneId),
    /// A copy.
    Copy(CopyId),
    /// A protection group.
    Group(GroupId),
    /// The way between the writer and a copy.
    Link(CopyId),
    /// A reader.
    Reader(ReaderId),
}

/// A picture besides the stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    /// What the 64 states of a group allow (Q-10).
    Map,
    /// What the referee has seen violated under a rule that is wrong on purpose.
    Violations,
    /// The sets of members that decide (M-5).
    Members,
    /// Mirrored MySQL beside Aurora, on the same clock (W-20 … W-25).
    Contrast,
    /// The eight steps of a storage node (S-1 … S-8), for the copy that is looked at, or A.
    Pipeline,
    /// All groups of the volume (Q-21).
    Volume,
    /// The steps of the last recovery (C-2 … C-11).
    Recovery,
    /// What an outage of the writer is made of, and who follows (F-1, F-2, F-14).
    Outage,
    /// Where each name leads, and what each client keeps of it (I-5 … I-21).
    Endpoints,
    /// What an outage is made of, and the cluster to be built.
    Build,
    /// The same run beside it without readers (F-6).
    NoReader,
    /// The same run beside it, in which the first by tier is the last (F-2).
    OtherTier,
    /// The same run beside it, in which the first by tier runs in the writer’s zone (F-7).
    OtherZone,
    /// The same run beside it, in which the writer starts again where it was (F-13).
    InPlace,
    /// The same run beside it, in which clients keep names for another time (I-18).
    OtherTtl,
    /// The same run beside it, in which cluster cache management is switched otherwise (CC-14).
    CacheManaged,
    /// How busy instances are, and what auto scaling makes of it (A-1 … A-12).
    Scaling,
    /// What instances have in memory, and cluster cache management (CC-1 … CC-14).
    Caches,
    /// What a change of the primary brought about, and what another would (G-24, G-39).
    Report,
    /// The six steps of detaching and promoting by hand (G-30).
    Manual,
}

impl Show {
    /// The names they go by in files.
    pub const NAMES: &[&str] = &[
        "map",
        "violations",
        "members",
        "contrast",
        "pipeline",
        "volume",
        "recovery",
        "outage",
        "endpoints",
        "build",
        "no-reader",
        "other-tier",
        "other-zone",
        "in-place",
        "other-ttl",
        "cache-managed",
        "scaling",
        "caches",
        "report",
        "manual",
    ];
    /// All of them, in the same order.
    pub const ALL: [Show; Show::NAMES.len()] = [
        Show::Map,
        Show::Violations,
        Show::Members,
        Show::Contrast,
        Show::Pipeline,
        Show::Volume,
        Show::Recovery,
        Show::Outage,
        Show::Endpoints,
        Show::Build,
        Show::NoReader,
        Show::OtherTier,
        Show::OtherZone,
        Show::InPlace,
        Show::OtherTtl,
        Show::CacheManaged,
        Show::Scaling,
        Show::Caches,
        Show::Report,
        Show::Manual,
    ];

    /// The name it goes by in files.
    pub const fn name(self) -> &'static str {
        Show::NAMES[self as usize]
    }
}

impl Chapter {
    /// The step with which the run of a step begins.
    pub fn part(&self, step: usize) -> usize {
        let steps = self.steps.iter().take(step + 1);
        steps
            .clone()
            .rposition(|step| step.scenario.is_some())
            .unwrap_or(0)
    }

    /// The run of a step.
    pub fn scenario_of(&self, step: usize) -> &Scenario {
        let own = self
            .steps
            .get(self.part(step))
            .and_then(|step| step.scenario.as_ref());
        own.unwrap_or(&self.scenario)
    }

    /// Whether it is about a global database.
    pub fn is_global(&self) -> bool {
        self.scenario.regions.is_some()
    }

    /// What is shown besides the stage at a step: what the last step up to it says.
    pub fn shown(&self, step: usize) -> Option<Show> {
        let steps = self.steps.iter().take(step + 1);
        steps.rev().find_map(|step| step.show)
    }
}

impl Wait {
    /// How long it may take; if only time has to pass, how much.
    pub fn span(&self) -> SimSpan {
        let (Wait::Span(span)
        | Wait::Until { within: span, .. }
        | Wait::Between { within: span, .. }) = self;
        *span
    }

    /// The moment by which it must have come, in a step that begins at `from`.
    pub fn limit(&self, from: SimTime) -> SimTime {
        from + self.span()
    }
}
