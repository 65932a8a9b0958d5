//! Handing out LSNs, and stopping in time.
//!
//! The log may not run further than a fixed distance ahead of what is durable (LAL, L-15). That is
//! back-pressure: a volume that cannot keep up slows its clients instead of drowning. And it gives recovery a
//! finite range to declare void.

use base::Lsn;

/// The only source of LSNs of a volume (L-1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LsnAllocator {
    last: Lsn,
    ahead_of_vdl: u64,
}

impl LsnAllocator {
    /// Goes on after `last`, at most `limit` ahead of the VDL.
    pub fn new(last: Lsn, limit: u64) -> LsnAllocator {
        LsnAllocator {
            last,
            ahead_of_vdl: limit,
        }
    }

    /// The highest LSN handed out.
    pub fn last(&self) -> Lsn {
        self.last
    }

    /// LSNs up to here were handed out elsewhere.
    pub fn follow(&mut self, last: Lsn) {
        self.last = last;
    }

    /// The highest LSN that may be handed out while the VDL stands here.
    pub fn limit(&self, vdl: Lsn) -> Lsn {
        vdl.plus(self.ahead_of_vdl)
    }

    /// How many LSNs may be handed out while the VDL stands here.
    #[inline]
    pub fn room(&self, vdl: Lsn) -> u64 {
        self.limit(vdl).0.saturating_sub(self.last.0)
    }

    /// Takes the next `count` LSNs and returns the last of them; `None`, and nothing taken, if they would lie
    /// beyond the limit.
    #[inline]
    pub fn take(&mut self, count: u64, vdl: Lsn) -> Option<Lsn> {
        if self.room(vdl) < count {
            return None;
        }
        self.last = self.last.plus(count);
        Some(self.last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ex_15_no_lsn_beyond_vdl_plus_lal() {
        let mut allocator = LsnAllocator::new(Lsn(1_000), 50);
        assert_eq!(allocator.take(50, Lsn(1_000)), Some(Lsn(1_050)));
        assert_eq!(allocator.take(1, Lsn(1_000)), None);
        assert_eq!(allocator.last(), Lsn(1_050));
        assert_eq!(allocator.limit(Lsn(1_003)), Lsn(1_053));
        assert_eq!(allocator.take(3, Lsn(1_003)), Some(Lsn(1_053)));
        assert_eq!(allocator.take(1, Lsn(1_003)), None);
    }
}
