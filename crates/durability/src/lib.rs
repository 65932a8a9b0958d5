//! How often a scheme of copies loses a quorum: a Monte-Carlo study in whole numbers.
//!
//! # The question
//! Parts always fail somewhere. What decides whether that matters is not how seldom one of them fails but how
//! long it stays failed, for data are at risk only while failures *overlap* (Q-14). Aurora therefore cuts the volume
//! into segments so small that a lost one is copied anew in seconds: to lose the read quorum, two copies must
//! fail within the same ten seconds while a zone that holds neither of them is out.
//!
//! # The model
//! One protection group, the unit whose quorum is won or lost, as a [`Group`]: copies that fail at random moments
//! and are repaired after the time one segment takes on the wire, and zones that are out now and then, each for a
//! while. All of it is [`Assumptions`], and the sources give no rates, so the rates are `[choice]`. Failures are
//! independent of each other apart from the zones; a zone that is out does not destroy what is in it; a repair goes on
//! whatever else is down, also while the zone of its copy is out.
//!
//! # Rare events
//! With ordinary rates Aurora's scheme loses its read quorum once in thousands of millions of years, and nobody can
//! wait for that. So the study *splits*: whenever a history comes nearer to the loss (a zone's worth of copies is gone;
//! one more goes), it goes on as many histories, each of which counts for correspondingly less, until it has come back from
//! the brink. This is the method called RESTART (Villén-Altamirano, 1991): it makes rare events frequent and leaves
//! every expectation what it was. The weights are whole numbers, so the study has no floating point in it, and the
//! same seed gives the same counts on every machine.
//!
//! What comes out is a [`Tally`] for each of [`BATCHES`] stretches of the simulated years. The stretches are
//! independent of each other, so their spread says how far the sum can be trusted; drawing an interval from it is
//! the business of whoever shows the figures.

mod assumptions;
mod group;
mod scheme;
mod study;
mod tally;

pub use assumptions::{Assumptions, Problem, REPAIR_OF_A_SEGMENT, SECONDS_PER_YEAR};
pub use group::Group;
pub use scheme::Scheme;
pub use study::{BATCHES, STEPS_MAX, Study, YEARS_MAX};
pub use tally::{Tally, Weighted};

/// What a group can do while certain copies are up.
pub use aurora::quorum::Ability;
