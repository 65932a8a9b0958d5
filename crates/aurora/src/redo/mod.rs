//! Redo records and the log they form.
//!
//! The log *is* the database: the writer sends storage nothing else (W-1). Each record says how one page
//! changes, and is chained backwards three times (L-2): to the record before it in the whole volume, to the
//! one before it in its protection group, and to the one before it on its page. The group chain lets a
//! segment notice what it lacks, the page chain lets it rebuild a page, and the volume chain is the last
//! resort (L-3).
//!
//! Records of a mini-transaction (MTR) belong together: only behind its last record, a consistency point
//! (CPL), may the log ever be cut (L-10, L-13).
//!
//! # One text, many holders
//! Six copies hold the same immutable records. In this program each record stands in memory once, in the
//! [`RedoLog`] of its volume, and a segment keeps the *set of positions it holds*. A position is never given
//! out twice, so what an LSN means never depends on who is asked. That a segment reads only what it holds is
//! its own care, and asserted there.
//!
//! # One text for each volume epoch
//! A recovery cuts the text behind what is durable and goes on above a range of LSNs it declares void (C-5, C-7). An
//! old writer that has not heard of it goes on in the old text, and so do copies that have not. So there is one text
//! for each volume epoch that somebody still lives in; a [`History`] keeps them. They share all that lies before the
//! cut.

mod change;
mod history;
mod homes;
mod log;
mod parcel;
mod stretches;

pub use change::Change;
pub use history::{Generation, History, Range};
pub use log::{BackLinks, Link, Record, RedoLog, Run};
pub use parcel::{Carried, Parcel};
