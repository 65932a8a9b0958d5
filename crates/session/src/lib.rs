//! The whole application without a browser and without a clock.
//!
//! A [`Session`] is one run and everything a person can do with it: play, pause, step, step back, scrub, run
//! until something happens, give commands, look closely. Its owner tells it how much real time has passed
//! ([`Session::tick`]) and draws what it shows. Nothing in it reads a clock, draws a random number or touches
//! a document, so every test of the application is an ordinary test.
//!
//! * [`Action`] is everything a person can do; [`Session::act`] does it or says in a phrase why not.
//! * [`Speed`] is how fast simulated time passes; [`Params`] is what a link can ask for.
//! * A chapter leads through a run in steps (`lesson`, `lead`); what it shows is a [`LessonView`].
//! * Going back is a checkpoint (a clone of the world) and the same commands again (`run`, `checkpoints`).

mod action;
mod beside;
mod checkpoints;
mod clock;
mod command;
mod goal;
mod lead;
mod lesson;
mod params;
mod planner;
mod run;
mod session;
mod settings;
mod speed;
mod stage;
mod views;
mod watch;

pub use action::{Action, Until};
pub use command::read_command;
pub use lesson::LessonView;
pub use params::Params;
pub use session::{Session, Ticked};
pub use settings::{Language, Settings, Theme};
pub use speed::Speed;

/// What views and actions name, for crates that may not look past this one.
pub use base::{Lens, Phrase, SimSpan, SimTime};
pub use globe::{GlobalCommand, Globe};
pub use lessons::{CHAPTERS, Diagnostic, Scenario, Show, library, myths};
pub use scene;
pub use views::ViolationView;
pub use world::{Command, Load, Site, World};
