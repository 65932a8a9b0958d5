//! A running fingerprint of everything that happened.

use std::hash::{Hash, Hasher};

/// A fingerprint that depends on the values and on their order, and on nothing else (INV-19).
///
/// It is a [`Hasher`], so that a type joins in with `#[derive(Hash)]`. Every number is widened to 64 bits
/// before it is mixed in: `usize` and enum discriminants are 32 bits wide in the browser and 64 natively,
/// and the fingerprint must not know. It finds differences; it does not stand against forgery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Digest(u64);

/// What can be noted in a journal, and so weighs in its digest.
pub trait Noted: Hash {
    /// Mixes it in exactly as its `Hash` does.
    ///
    /// A type of many kinds may say here what the commonest few amount to, in a body that is always inlined: whoever
    /// notes one of those knows which it is, and so need not find out what there is to mix in.
    #[inline]
    fn mix_into(&self, digest: &mut Digest) {
        self.hash(digest);
    }
}

impl Noted for u64 {}

impl Digest {
    const MULTIPLIER: u64 = 0x9E37_79B9_7F4A_7C15;

    /// Mixes one value in.
    #[inline]
    pub fn add(&mut self, value: &impl Hash) {
        value.hash(self);
    }

    #[inline]
    fn mix(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(23) ^ word).wrapping_mul(Self::MULTIPLIER);
    }

    /// The fingerprint so far.
    pub const fn value(self) -> u64 {
        // A last stirring, so that runs that differ in their last word differ in every digit.
        let mut h = self.0;
        h ^= h >> 32;
        h = h.wrapping_mul(0xD6E8_FEB8_6659_FD93);
        h ^ (h >> 29)
    }
}

impl Default for Digest {
    fn default() -> Self {
        Digest(0x6175_726F_7261_0001)
    }
}

impl std::fmt::Display for Digest {
    /// Sixteen hexadecimal digits.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:016x}", self.value())
    }
}

impl Hasher for Digest {
    fn finish(&self) -> u64 {
        self.value()
    }

    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            self.mix(u64::from_le_bytes(word));
        }
        self.mix(bytes.len() as u64);
    }

    #[inline]
    fn write_u8(&mut self, n: u8) {
        self.mix(u64::from(n));
    }
    #[inline]
    fn write_u16(&mut self, n: u16) {
        self.mix(u64::from(n));
    }
    #[inline]
    fn write_u32(&mut self, n: u32) {
        self.mix(u64::from(n));
    }
    #[inline]
    fn write_u64(&mut self, n: u64) {
        self.mix(n);
    }
    #[inline]
    fn write_usize(&mut self, n: usize) {
        self.mix(n as u64);
    }
    #[inline]
    fn write_isize(&mut self, n: isize) {
        self.mix(n as i64 as u64);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(values: &[u64]) -> u64 {
        let mut digest = Digest::default();
        values.iter().for_each(|value| digest.add(value));
        digest.value()
    }

    #[test]
    fn order_and_every_value_count() {
        assert_ne!(of(&[1, 2]), of(&[2, 1]));
        assert_ne!(of(&[0]), of(&[0, 0]));
        assert_eq!(of(&[7, 9]), of(&[7, 9]));
    }

    #[test]
    fn a_place_in_memory_weighs_the_same_on_every_machine() {
        let mut wide = Digest::default();
        wide.write_u64(5);
        let mut native = Digest::default();
        native.write_usize(5);
        assert_eq!(wide, native);
    }
}
