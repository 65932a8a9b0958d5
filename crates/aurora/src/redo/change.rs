//! What one record does to one page, and how that is written down in bytes.

use base::TxnId;

/// A change of one page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change<'a> {
    /// A row takes this value, whether it was there before or not.
    PutRow {
        /// The row's key.
        key: &'a [u8],
        /// Its new value.
        value: &'a [u8],
    },
    /// A transaction has begun to write (on the group's transaction page).
    TxnActive(TxnId),
    /// A transaction is committed (on the group's transaction page): the commit record, whose LSN is the
    /// transaction's SCN (L-19).
    TxnCommitted(TxnId),
}

const PUT_ROW: u8 = 1;
const TXN_ACTIVE: u8 = 2;
const TXN_COMMITTED: u8 = 3;

impl<'a> Change<'a> {
    /// Appends the change as bytes: a tag, then the transaction number, or the key with its length and the
    /// value to the end.
    ///
    /// # Panics
    /// If a key is longer than 255 bytes.
    pub fn write_to(self, bytes: &mut Vec<u8>) {
        match self {
            Change::PutRow { key, value } => {
                bytes.push(PUT_ROW);
                bytes.push(u8::try_from(key.len()).expect("keys are shorter than 256 bytes"));
                bytes.extend_from_slice(key);
                bytes.extend_from_slice(value);
            }
            Change::TxnActive(txn) => {
                bytes.push(TXN_ACTIVE);
                bytes.extend_from_slice(&txn.0.to_le_bytes());
            }
            Change::TxnCommitted(txn) => {
                bytes.push(TXN_COMMITTED);
                bytes.extend_from_slice(&txn.0.to_le_bytes());
            }
        }
    }

    /// Reads back what [`Change::write_to`] wrote; `None` if the bytes are not a change.
    pub fn read(bytes: &'a [u8]) -> Option<Change<'a>> {
        let (tag, rest) = bytes.split_first()?;
        let txn = || Some(TxnId(u64::from_le_bytes(rest.try_into().ok()?)));
        match *tag {
            PUT_ROW => {
                let (length, rest) = rest.split_first()?;
                let (key, value) = rest.split_at_checked(*length as usize)?;
                Some(Change::PutRow { key, value })
            }
            TXN_ACTIVE => txn().map(Change::TxnActive),
            TXN_COMMITTED => txn().map(Change::TxnCommitted),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let changes = [
            Change::PutRow {
                key: b"cart:42",
                value: b"3 apples",
            },
            Change::PutRow {
                key: b"k",
                value: b"",
            },
            Change::TxnActive(TxnId(7)),
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
            b"\x09abc",
            b"\x01",
            b"\x01\x05abc",
            b"\x02short",
            b"\x03123456789",
        ] {
            assert_eq!(Change::read(bytes), None, "{bytes:?}");
        }
    }
}
