//! The engine examined from outside: a laboratory to tell stories in, and chaos to look for new ones.
//!
//! A [`Lab`] is a run with the referee and the oracle always looking on; at its end both must have nothing to
//! say. The stories stand in `tests/tests/stories`, named by the fact they show; the same files run natively
//! and in a browser.

pub mod chaos;
mod lab;
pub mod planet;

pub use lab::{A, Acked, B, C, CopyInLab, Lab, Read, Written, ZoneInLab};
