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
    /// Appends the change as bytes: a tag and the transaction number; of a row then the key with its length and the
    /// value to the end.
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
        let (txn, rest) = rest.split_first_chunk()?;
        let txn = TxnId(u64::from_le_bytes(*txn));
        match *tag {
            PUT_ROW => {
                let (length, rest) = rest.split_first()?;
                let (key, value) = rest.split_at_checked(*length as usize)?;
                Some(Change::PutRow { txn, key, value })
            }
            TXN_ACTIVE if rest.is_empty() => Some(Change::TxnActive(txn)),
            TXN_COMMITTED if rest.is_empty() => Some(Change::TxnCommitted(txn)),
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
                txn: TxnId(7),
                key: b"cart:42",
                value: b"3 apples",
            },
            Change::PutRow {
                txn: TxnId(7),
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
