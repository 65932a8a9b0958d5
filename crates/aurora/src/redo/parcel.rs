//! Redo on its way to another Region.

use base::{Lsn, PageId};

use super::{Change, RedoLog};

/// One record of a parcel, its bytes aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Carried {
    /// The page it changes.
    pub page: PageId,
    /// Whether it ends its mini-transaction (CPL, L-10).
    pub ends_mtr: bool,
    bytes_to: u32,
}

/// What a record takes beside its bytes, on the way: LSN, page, lengths, a checksum `[choice]`.
const HEADER_BYTES: u64 = 24;

/// Neighbouring records of a volume in the order of their LSNs, bytes and all, from one consistency point to another. They
/// have the same LSNs wherever they go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parcel {
    after: Lsn,
    records: Vec<Carried>,
    bytes: Vec<u8>,
}

impl Parcel {
    /// The last position before its first record.
    pub fn after(&self) -> Lsn {
        self.after
    }

    /// Its last record.
    pub fn upto(&self) -> Lsn {
        self.after.plus(self.records.len() as u64)
    }

    /// How many records it has.
    pub fn len(&self) -> u32 {
        self.records.len() as u32
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// How many bytes it takes on the way.
    pub fn weight(&self) -> u64 {
        self.bytes.len() as u64 + self.records.len() as u64 * HEADER_BYTES
    }

    /// Its records, oldest first, and what each does.
    pub fn records(&self) -> impl Iterator<Item = (Lsn, &Carried, Change<'_>)> {
        let mut from = 0;
        self.records.iter().enumerate().map(move |(place, record)| {
            let bytes = &self.bytes[from..record.bytes_to as usize];
            from = record.bytes_to as usize;
            let change = Change::read(bytes).expect("it was read from a log");
            (self.after.plus(place as u64 + 1), record, change)
        })
    }

    /// The same with its records up to `upto` only.
    #[must_use]
    pub fn cut(&self, upto: Lsn) -> Parcel {
        let kept = upto.0.saturating_sub(self.after.0) as usize;
        let records: Vec<Carried> = self.records.iter().take(kept).copied().collect();
        let bytes = records.last().map_or(0, |last| last.bytes_to as usize);
        Parcel {
            after: self.after,
            bytes: self.bytes[..bytes].to_vec(),
            records,
        }
    }
}

impl RedoLog {
    /// The records behind `after` up to `upto`, to be sent elsewhere.
    ///
    /// # Panics
    /// If one of them is let go, or there is a void range between them.
    pub fn parcel(&self, after: Lsn, upto: Lsn) -> Parcel {
        let mut parcel = Parcel {
            after,
            records: Vec::with_capacity((upto.0 - after.0) as usize),
            bytes: Vec::new(),
        };
        for lsn in after.0 + 1..=upto.0 {
            let (record, bytes) = self.record_and_bytes(Lsn(lsn));
            parcel.bytes.extend_from_slice(bytes);
            parcel.records.push(Carried {
                page: record.page,
                ends_mtr: record.ends_mtr,
                bytes_to: parcel.bytes.len() as u32,
            });
        }
        parcel
    }
}

#[cfg(test)]
mod tests {
    use base::{GroupId, TxnId};

    use super::*;
    use crate::page;

    #[test]
    fn a_parcel_is_the_log_byte_for_byte() {
        let mut log = RedoLog::new(2, Lsn::ZERO);
        let page = |n: u32| page::page_in_group(GroupId(n % 2), 1 + n);
        for n in 0..5 {
            let txn = TxnId(n.into());
            let change = Change::PutRow {
                txn,
                key: b"key",
                value: &[n as u8; 3],
            };
            log.append(page(n), change, n % 2 == 1);
        }
        let parcel = log.parcel(Lsn(1), Lsn(4));
        assert_eq!(
            (parcel.after(), parcel.upto(), parcel.len()),
            (Lsn(1), Lsn(4), 3)
        );
        for (lsn, record, change) in parcel.records() {
            assert_eq!(change, log.change(lsn));
            assert_eq!(record.page, log.record(lsn).page);
            assert_eq!(record.ends_mtr, log.record(lsn).ends_mtr);
        }
        assert_eq!(parcel.cut(Lsn(2)), log.parcel(Lsn(1), Lsn(2)));
        assert!(parcel.cut(Lsn(2)).weight() < parcel.weight());
    }
}
