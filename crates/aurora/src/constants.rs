//! Constants of the database, each with the fact it comes from. What the sources leave open is a `[choice]`.

use base::SimSpan;

pub use base::{COPIES, ZONES};

/// Acknowledgements that make a write durable (P-1, Q-2).
pub const WRITE_QUORUM: u8 = 4;
/// Copies that must answer a read that trusts no bookkeeping (P-1, Q-2).
pub const READ_QUORUM: u8 = 3;

// The two rules of a safe quorum scheme, and a spread of copies that survives a zone.
const _: () = assert!(READ_QUORUM + WRITE_QUORUM > COPIES);
const _: () = assert!(WRITE_QUORUM > COPIES / 2);
const _: () = assert!(COPIES - COPIES / ZONES >= WRITE_QUORUM);
// "AZ+1": a zone and one more copy gone leave a read quorum.
const LEFT_BY_AZ_PLUS_ONE: u8 = COPIES - COPIES / ZONES - 1;
const _: () = assert!(LEFT_BY_AZ_PLUS_ONE >= READ_QUORUM);

/// How far LSNs may run ahead of the VDL (P-5, L-15).
pub const LSN_ALLOCATION_LIMIT: u64 = 10_000_000;

/// Bytes of a page, as in the MySQL-compatible edition (P-27).
pub const PAGE_BYTES: u32 = 16 * 1_024;
/// Pages of one protection group. A real one has 10 GB of them; the model has tens (P-3) `[choice]`.
pub const PAGES_PER_GROUP: u32 = 32;
/// Longest key of a row, in bytes `[choice]`.
pub const KEY_BYTES_MAX: u32 = 64;
/// Longest value of a row, in bytes `[choice]`.
pub const VALUE_BYTES_MAX: u32 = 256;
// A page that holds nothing else takes any row.
const _: () = assert!(KEY_BYTES_MAX + VALUE_BYTES_MAX < PAGE_BYTES / 2);

/// The writer sends again what has no write quorum after this long, then after twice as long … `[choice]`.
pub const RESEND_AFTER: SimSpan = SimSpan::from_millis(50);
/// … but at least this often `[choice]`.
pub const RESEND_AFTER_MAX: SimSpan = SimSpan::from_millis(800);
/// A copy that seems to be behind though all is durable is sent the newest record again after this long, then after
/// twice as long … `[choice]`.
pub const REMIND_AFTER: SimSpan = SimSpan::from_millis(1_000);
/// … but at least this often `[choice]`.
pub const REMIND_AFTER_MAX: SimSpan = SimSpan::from_millis(64_000);
/// Most records in one batch that is sent again or gossiped `[choice]`.
pub const CATCH_UP_RECORDS: u32 = 256;
/// Groups that are looked at for unfinished transactions at the same time `[choice]`.
pub const UNDO_LOOKS: u32 = 16;
/// How long a recovery that has a read quorum of every group waits for further answers `[choice]`.
pub const RECOVERY_PATIENCE: SimSpan = SimSpan::from_millis(2);
/// A page read that got no answer asks another copy after this long `[choice]`.
pub const READ_PATIENCE: SimSpan = SimSpan::from_millis(20);
/// A read asks a second copy when the first takes longer than so many times its running mean (P-24) `[choice]` …
pub const HEDGE_TIMES: u64 = 2;
/// … but not sooner than this `[choice]`.
pub const HEDGE_AFTER_MIN: SimSpan = SimSpan::from_micros(200);
/// One read in so many of a group asks another copy too, to keep its latency history fresh (P-25) `[choice]`.
pub const PROBE_ONE_IN: u32 = 50;
/// How often the writer tells a group's copies how far the log is durable and what is still needed, while that
/// changes (R-11) `[choice]`.
pub const HORIZON_EVERY: SimSpan = SimSpan::from_millis(250);
/// Readers there may be on one volume (RP-1).
pub const READERS_MAX: u8 = 15;
/// How long the writer gathers what is new before it sends it to its readers `[choice]`; lag is usually far below
/// 20 ms (RP-8).
pub const STREAM_EVERY: SimSpan = SimSpan::from_millis(1);
/// A reader is offered to begin anew, or asks for it, after this long without an answer `[choice]` …
pub const FOLLOW_AGAIN: SimSpan = SimSpan::from_millis(100);
/// … and, while nothing new happens, at most so many times `[choice]`.
pub const OFFERS_MAX: u8 = 20;
/// A reader that has not answered for this long is taken for gone `[choice]`.
pub const READER_PATIENCE: SimSpan = SimSpan::from_millis(5_000);
/// How often a segment compares its SCL with a peer while they differ (P-26, S-4) `[choice]`.
pub const GOSSIP_EVERY: SimSpan = SimSpan::from_millis(100);

/// The control plane sends a new membership again to those that have not kept it after this long `[choice]`.
pub const PROPOSE_AGAIN: SimSpan = SimSpan::from_millis(200);
/// A new membership that found no write quorum for this long is taken as recorded by a read quorum, so that a group
/// that has lost its write quorum can be repaired (C-4) `[choice]`.
pub const WRITE_QUORUM_PATIENCE: SimSpan = SimSpan::from_millis(1_000);
/// The control plane asks a newcomer this often whether it is full `[choice]`.
pub const ASK_IF_FULL: SimSpan = SimSpan::from_millis(1_000);
/// How long it takes to copy a segment to a new storage node: 10 GB at 10 Gbit/s (P-3, P-4, Q-15).
pub const REPAIR: SimSpan = SimSpan::from_millis(10_000);
