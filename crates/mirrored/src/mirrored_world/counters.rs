//! Plain counts of a run.

use serde::Serialize;

use crate::mysql::Kind;
use crate::part::Part;

/// Block writes of one kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct KindCount {
    /// Writes.
    pub writes: u64,
    /// I/Os they were.
    pub ios: u64,
    /// Bytes.
    pub bytes: u64,
}

/// Plain counts of what has happened so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counters {
    /// Messages that arrived.
    pub delivered: u64,
    /// Messages that were lost.
    pub lost: u64,
    /// Commits acknowledged.
    pub commits: u64,
    /// Reads answered.
    pub reads: u64,
    /// Block writes of the instance, by kind, in the order of [`Kind::ALL`].
    pub kinds: [KindCount; Kind::ALL.len()],
    /// I/Os that arrived at each of the four disks, in the order of [`Part::DISKS`].
    pub disk_ios: [u64; Part::DISKS.len()],
    /// Bytes of binary log sent to the object store (W-25).
    pub archived_bytes: u64,
}

impl Counters {
    /// All block writes of the instance.
    pub fn all(&self) -> KindCount {
        let zero = KindCount::default();
        self.kinds.iter().fold(zero, |sum, kind| KindCount {
            writes: sum.writes + kind.writes,
            ios: sum.ios + kind.ios,
            bytes: sum.bytes + kind.bytes,
        })
    }

    /// Block writes of one kind.
    pub fn of(&self, kind: Kind) -> KindCount {
        self.kinds[kind as usize]
    }
}
