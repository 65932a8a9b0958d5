//! A few bytes that many may hold at once.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::Arc;

/// So many bytes stand in the value itself; with them it is three words long.
const HERE: usize = 22;

/// Bytes that do not change: the key or the value of a row.
///
/// Most keys and values are shorter than a pointer and the bookkeeping of a shared piece of memory behind it. They stand
/// right here, and are copied and compared without looking elsewhere; longer ones are shared.
#[derive(Clone)]
pub struct Bytes(Held);

#[derive(Clone)]
enum Held {
    /// What stands behind the first `len` is zero.
    Here {
        len: u8,
        bytes: [u8; HERE],
    },
    Shared(Arc<[u8]>),
}

impl Deref for Bytes {
    type Target = [u8];

    #[inline]
    fn deref(&self) -> &[u8] {
        match &self.0 {
            Held::Here { len, bytes } => &bytes[..usize::from(*len)],
            Held::Shared(bytes) => bytes,
        }
    }
}

impl From<&[u8]> for Bytes {
    #[inline]
    fn from(from: &[u8]) -> Bytes {
        let mut bytes = [0; HERE];
        match bytes.get_mut(..from.len()) {
            Some(here) => here.copy_from_slice(from),
            None => return Bytes(Held::Shared(from.into())),
        }
        let len = from.len() as u8;
        Bytes(Held::Here { len, bytes })
    }
}

impl<const N: usize> From<[u8; N]> for Bytes {
    fn from(from: [u8; N]) -> Bytes {
        from[..].into()
    }
}

impl From<Vec<u8>> for Bytes {
    fn from(from: Vec<u8>) -> Bytes {
        from[..].into()
    }
}

impl PartialEq for Bytes {
    #[inline]
    fn eq(&self, other: &Bytes) -> bool {
        match (&self.0, &other.0) {
            // All of it at once, for what stands behind the end is alike.
            (
                Held::Here { len, bytes },
                Held::Here {
                    len: other_len,
                    bytes: other,
                },
            ) => len == other_len && bytes == other,
            _ => self[..] == other[..],
        }
    }
}

impl Eq for Bytes {}

impl Ord for Bytes {
    fn cmp(&self, other: &Bytes) -> Ordering {
        self[..].cmp(&other[..])
    }
}

impl PartialOrd for Bytes {
    fn partial_cmp(&self, other: &Bytes) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Hash for Bytes {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self[..].hash(state);
    }
}

impl Borrow<[u8]> for Bytes {
    fn borrow(&self) -> &[u8] {
        self
    }
}

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        self
    }
}

impl fmt::Debug for Bytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "b\"{}\"", self.escape_ascii())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_and_short_are_equal_and_ordered_as_their_bytes_are() {
        let text = *b"a key, or a value, that may be long or short";
        let all: Vec<Bytes> = (0..text.len()).map(|len| text[..len].into()).collect();
        for (len, bytes) in all.iter().enumerate() {
            assert_eq!(bytes[..], text[..len]);
            assert_eq!(*bytes, bytes.clone());
            let other = Bytes::from(text[..len].to_vec());
            assert_eq!(*bytes, other);
        }
        assert!(all.is_sorted() && all.windows(2).all(|pair| pair[0] != pair[1]));
        assert_ne!(
            Bytes::from([1, 0]),
            Bytes::from([1]),
            "a zero at the end counts"
        );
    }

    #[test]
    fn it_is_three_words_long() {
        assert_eq!(size_of::<Bytes>(), 24);
        assert_eq!(size_of::<Option<Bytes>>(), 24);
    }
}
