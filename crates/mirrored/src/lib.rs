//! The contrast: MySQL on mirrored disks, as the Aurora paper draws it (P17 Fig. 2), on the same kernel.
//!
//! # The problem
//! A database that keeps pages on a disk writes everything several times: the redo log, the binary log, each changed
//! page twice (first to the double-write area, so that a torn page can be mended), and its metadata (W-20). To survive
//! the loss of a zone, every one of these block writes goes down a chain (W-21): the primary instance writes to its EBS
//! volume (1), which writes to its mirror in the same zone (2); then the blocks are copied to a standby in another zone
//! (3), which writes them to its own volume (4) and that to its mirror (5). Steps 1, 3 and 5 happen one after another
//! (W-22), so latencies add up, the slowest part of four sets the pace, and any part that is lost stops all writes:
//! a quorum of 4/4 (W-23).
//!
//! # The machine
//! [`mysql::Mysql`] is the database: transactions, group commit, dirty pages and the cleaner that writes them.
//! [`Chain`](chain::Chain) takes a block write through steps 1 and 3; [`Disk`](disk::Disk) is a volume, a mirror or the
//! standby's side of them. Like Aurora's machines they own no clock, no network and no chance. [`MirroredWorld`] wires
//! them to the kernel, with the same clients, seeds and delays as [`world::World`]; [`Contrast`] runs both on one clock
//! and counts I/Os, bytes and latencies on both sides by the same rules.
//!
//! # What is modelled, and what is not
//! * Durable commits: each waits for the redo log and then for the binary log, both on all four disks. Both flushes are
//!   group commits: what waits while one is under way goes with the next.
//! * Writing pages: changed pages wait on a list in the order of their oldest change. When the redo log they hold on to
//!   fills half its capacity, the cleaner writes them in batches, first to the double-write area and then in their
//!   places; when it is full, transactions wait for the cleaner. So background work slows the foreground (S-10).
//! * A row of its own page, a secondary index in which a new value has another place, and undo: a transaction changes
//!   about three pages of a table of 100 GB, and two transactions seldom the same. All of it is cached: nothing is read.
//! * A disk does one I/O after another, and an I/O carries a page, 16 KiB, at most: here and on Aurora's side alike.
//! * Neither side has a processor or a network card that could be busy, locks, or a thread too many; failing over to the
//!   standby, undo's purging and the write-ahead order between a page and its log are left out, for they change no count.
//!
//! * A transaction is one row. That of the published measurement has several statements, which is why mirrored MySQL needs
//!   fewer I/Os for each here than the published 7.4 (E-1), while Aurora, which sends batches, needs about as many.
//!
//! Sizes and limits the sources leave open stand in [`constants`] as `[choice]`.

pub mod chain;
mod config;
pub mod constants;
mod contrast;
pub mod disk;
mod event;
pub mod lag;
mod latencies;
mod mirrored_world;
pub mod mysql;
mod part;

pub use config::MirroredConfig;
pub use contrast::{Contrast, Side, Stepped};
pub use event::{Event, LostWhy, Message};
pub use latencies::Latencies;
pub use mirrored_world::{Counters, Flight, KindCount, MirroredWorld, Refusal, Step};
pub use mysql::{Happening, Kind, WriteId};
pub use part::Part;
