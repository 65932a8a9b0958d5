//! Courses as data: scenario files, what is wrong with one, and running one to see what it promises.
//!
//! A scenario file is one run written down: what the cluster consists of, what is done to it and when, and
//! what must be seen. The page, the tests, the command line and lessons all read this one format.
//!
//! * [`read`] turns text into a [`Scenario`], or into [`Diagnostic`]s that say where, what and what to do;
//! * [`Scenario::to_json`] writes one back;
//! * [`run`] runs one and reports whether everything it expects, and every invariant, holds;
//! * [`library`] holds the scenarios that come with AuroraScope;
//! * a [`Chapter`] leads through one in steps ([`read_chapter`], [`run_chapter`], [`chapters`]).

mod chapter;
mod diagnostic;
mod global_refusal;
mod library;
pub mod outage;
mod read;
mod refusal;
mod run;
mod scenario;
mod shrink;
pub mod soak;
mod violation;

pub use chapter::{
    Awaited, CHAPTERS, Chapter, ChapterReport, ChapterStep, GlobalClaim, Look, Missed, Show, Unmet,
    Wait, Words, chapters, run_chapter,
};
pub use diagnostic::{Diagnostic, Place};
pub use global_refusal::phrase_of_global_refusal;
pub use library::{find, first, library, myths};
pub use read::{LENGTH_MAX, is_chapter, nearest, place_of, read, read_bytes, read_chapter};
pub use refusal::phrase_of_refusal;
pub use run::{Failure, GlobeRunner, Report, Runner, run};
#[cfg(feature = "schema")]
pub use scenario::schema;
pub use scenario::{
    Ability, Between, Claim, Commits, Compare, CopyState, Deed, EventClaim, EventName, Expectation,
    GlobalDeed, GlobalEventName, InvariantName, Level, Measure, MessageName, Point, Problem,
    RegionState, SPAN_MAX, Scenario, Step, TIMELINE_MAX, VERSION, When, ZoneState,
};
pub use shrink::{Shrunk, shrink, shrink_all};
pub use violation::phrase_of_violation;
