//! What one record does to one page, and how that is written down in bytes.

use base::TxnId;

/// A change of one page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change<'a> {
    /// A row takes this value, whether it was there before or not.
    PutRow {
        /// The transaction that writes it.
        txn: TxnId,
        /// The row's key.
        key: &'a [u8],
        /// Its new value.
        value: &'a [u8],
    },
    /// A transaction has begun to write a row (on the group's transaction page).
    TxnActive {
        /// The transaction.
        txn: TxnId,
        /// The row's key: undo must know where to go back.
        key: &'a [u8],
    },
    /// A transaction of several rows has written one of them (on the group's transaction page). It may stay open for
    /// long, so this stands there, for each row, until the transaction has ended.
    TxnWrote {
        /// The transaction.
        txn: TxnId,
        /// The row's key.
        key: &'a [u8],
    },
    /// A transaction is committed (on the group's transaction page): the commit record, whose LSN is the
    /// transaction's SCN (L-19).
    TxnCommitted(TxnId),
    /// A row goes back to what it was before this transaction wrote it, if it was the last to do so (C-11). What that
    /// was stands on the page.
    UndoRow {
        /// The transaction that is being undone.
        txn: TxnId,
        /// The row's key.
        key: &'a [u8],
    },
    /// A transaction is undone (on the group's transaction page).
    TxnRolledBack(TxnId),
}

const PUT_ROW: u8 = 1;
const TXN_ACTIVE: u8 = 2;
const TXN_COMMITTED: u8 = 3;
const UNDO_ROW: u8 = 4;
const TXN_ROLLED_BACK: u8 = 5;
const TXN_WROTE: u8 = 6;

impl<'a> Change<'a> {
    /// Appends the change as bytes: a tag and the transaction number; then the key, with its length if a value
    /// follows to the end.
    ///
    /// # Panics
    /// If a key is longer than 255 bytes.
    pub fn write_to(self, bytes: &mut Vec<u8>) {
        match self {
            Change::PutRow { txn, key, value } => {
                bytes.push(PUT_ROW);
                bytes.extend_from_slice(&txn.0.to_le_bytes());
                bytes.push(u8::try_from(key.len()).expect("keys are shorter than 256 bytes"));
                bytes.extend_from_slice(key);
                bytes.extend_from_slice(value);
            }
            Change::TxnActive { txn, key } => tagged(bytes, TXN_ACTIVE, txn, key),
            Change::TxnCommitted(txn) => tagged(bytes, TXN_COMMITTED, txn, &[]),
            Change::TxnWrote { txn, key } => tagged(bytes, TXN_WROTE, txn, key),
            Change::UndoRow { txn, key } => tagged(bytes, UNDO_ROW, txn, key),
            Change::TxnRolledBack(txn) => tagged(bytes, TXN_ROLLED_BACK, txn, &[]),
        }
    }

    /// Reads back what [`Change::write_to`] wrote; `None` if the bytes are not a change.
    pub fn read(bytes: &'a [u8]) -> Option<Change<'a>> {
        let (tag, rest) = bytes.split_first()?;
        let (txn, rest) = rest.split_first_chunk()?;
        let txn = TxnId(u64::from_le_bytes(*txn));
        match *tag {
            PUT_ROW => {
                let (length, rest) = rest.split_first()?;
                let (key, value) = rest.split_at_checked(*length as usize)?;
                Some(Change::PutRow { txn, key, value })
            }
            TXN_ACTIVE => Some(Change::TxnActive { txn, key: rest }),
            TXN_COMMITTED if rest.is_empty() => Some(Change::TxnCommitted(txn)),
            TXN_WROTE => Some(Change::TxnWrote { txn, key: rest }),
            UNDO_ROW => Some(Change::UndoRow { txn, key: rest }),
            TXN_ROLLED_BACK if rest.is_empty() => Some(Change::TxnRolledBack(txn)),
            _ => None,
        }
    }
}

fn tagged(bytes: &mut Vec<u8>, tag: u8, txn: TxnId, key: &[u8]) {
    bytes.push(tag);
    bytes.extend_from_slice(&txn.0.to_le_bytes());
    bytes.extend_from_slice(key);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let changes = [
            Change::PutRow {
                txn: TxnId(7),
                key: b"cart:42",
                value: b"3 apples",
            },
            Change::PutRow {
                txn: TxnId(7),
                key: b"k",
                value: b"",
            },
            Change::TxnActive {
                txn: TxnId(7),
                key: b"cart:42",
            },
            Change::TxnWrote {
                txn: TxnId(7),
                key: b"cart:42",
            },
            Change::UndoRow {
                txn: TxnId(7),
                key: b"cart:42",
            },
            Change::TxnRolledBack(TxnId(7)),
            Change::TxnCommitted(TxnId(u64::MAX)),
        ];
        for change in changes {
            let mut bytes = Vec::new();
            change.write_to(&mut bytes);
            assert_eq!(Change::read(&bytes), Some(change));
        }
    }

    #[test]
    fn bytes_that_are_no_change_are_not_read() {
        for bytes in [
            &b""[..],
            b"\x0912345678",
            b"\x01",
            b"\x0112345678",
            b"\x0112345678\x05abc",
            b"\x02short",
            b"\x03123456789",
        ] {
            assert_eq!(Change::read(bytes), None, "{bytes:?}");
        }
    }
}
