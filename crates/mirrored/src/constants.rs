//! Sizes and limits of the mirrored machine. What the sources leave open is a `[choice]`.

use base::SimSpan;

/// Bytes of a page (P-27), and the most that one I/O carries `[choice]`: on both sides of the contrast.
pub const PAGE_BYTES: u32 = 16 * 1_024;

/// How many I/Os so many bytes are.
pub const fn ios_of(bytes: u32) -> u32 {
    if bytes <= PAGE_BYTES {
        1
    } else {
        bytes.div_ceil(PAGE_BYTES)
    }
}

/// Pages of the table: with its index the 100 GB of the published measurement (E-1). Rows lie far apart in it.
pub const TABLE_PAGES: u32 = 4_000_000;
/// Pages of its secondary index `[choice]`.
pub const INDEX_PAGES: u32 = 2_000_000;
/// Changes whose undo fits on one page `[choice]`.
pub const CHANGES_PER_UNDO_PAGE: u32 = 100;

/// Redo of one changed page besides key and value: header, positions, padding `[choice]`.
pub const REDO_BYTES_PER_CHANGE: u32 = 64;
/// The redo log is written in blocks of so many bytes, as in InnoDB.
pub const REDO_BLOCK_BYTES: u32 = 512;
/// The binary log of one transaction besides key and value: begin, table map, row, commit `[choice]`.
pub const BINLOG_BYTES: u32 = 220;
/// Metadata of a table, written when the first row of it is `[choice]`.
pub const METADATA_BYTES: u32 = 8 * 1_024;

/// Redo that changed pages may hold on to before transactions wait: a real one has hundreds of MB and fills in minutes;
/// this one in tenths of a second, so that a run of seconds shows the steady state `[choice]`.
pub const REDO_CAPACITY_BYTES: u64 = 256 * 1_024;
/// Most pages the cleaner writes at a time, as many as InnoDB's double-write buffer takes in one block `[choice]`.
pub const FLUSH_BATCH_PAGES: u32 = 64;

/// So much binary log is sent to the object store at a time (W-25) `[choice]`.
pub const ARCHIVE_BYTES: u32 = 64 * 1_024;
/// One way between the instance and the object store, in microseconds, shortest and longest `[choice]`.
pub const STORE_MICROS: (u32, u32) = (10_000, 30_000);

/// A connection repeats a message that was lost after this long `[choice]`, as in Aurora's world.
pub const REPEAT_AFTER: SimSpan = SimSpan::from_millis(100);

/// From issuing a network call of Aurora's writer to its being executed, when the writer is busy, in microseconds
/// `[choice]`. What is published comes to a call in 4 ms for each storage node: 27,378,000 transactions in 30 minutes with
/// 0.95 I/Os each (E-1), over the six copies of the ten groups of 100 GB. This is far shorter, so batches stay smaller.
pub const BUSY_CALL_MICROS: u32 = 250;

/// Header of a redo record on Aurora's side of the contrast: LSN, page, three back links, kind, length, checksum
/// `[choice]`.
pub const AURORA_RECORD_HEADER_BYTES: u32 = 48;
