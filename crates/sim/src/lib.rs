//! A discrete-event kernel that knows no database.
//!
//! Three pieces: an [`Agenda`] that says what is due next, a [`Network`] that says when (and whether) a
//! message arrives, and a [`Journal`] that remembers what happened and why. All three are plain values: a
//! checkpoint is a clone.

mod agenda;
mod journal;
mod network;

pub use agenda::{Agenda, Due};
pub use journal::{Entry, Journal};
pub use network::{Delay, FULL_SPEED_PERMILLE, Loss, Network, Passage, Place, SiteId};
