//! The instance's end of the chain: each block write goes to the volume, and when that is done to the standby.
//!
//! Steps 1, 3 and 5 are synchronous and one after another (W-22), so a write takes the sum
//! t(pair of disks) + t(to the other zone and back) + t(pair of disks) (W-24), where Aurora waits for the fourth of six
//! single hops.

use base::Window;

use crate::mysql::{Kind, WriteId};
use crate::part::Part;

/// How far a write has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Steps 1 and 2: at the primary's volume and its mirror.
    Local,
    /// Steps 3 to 5: at the standby and its disks.
    Remote,
}

/// A write under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outstanding {
    /// What kind of data.
    pub kind: Kind,
    /// How many bytes.
    pub bytes: u32,
    /// How far it has come.
    pub stage: Stage,
}

/// What came of an answer from below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// The first pair has it: on to the standby.
    Onward(Outstanding),
    /// All four disks have it.
    Done,
    /// It was known already.
    Nothing,
}

/// The writes under way.
#[derive(Clone, Debug, Default)]
pub struct Chain {
    outstanding: Window<Outstanding>,
}

impl Chain {
    /// A write begins.
    pub fn begin(&mut self, write: WriteId, kind: Kind, bytes: u32) {
        let stage = Stage::Local;
        let outstanding = Outstanding { kind, bytes, stage };
        self.outstanding.add(write.0, outstanding);
    }

    /// The volume, or the standby, has done a write.
    pub fn handle_done(&mut self, from: Part, write: WriteId) -> Progress {
        let Some(outstanding) = self.outstanding.get_mut(write.0) else {
            return Progress::Nothing;
        };
        match (from, outstanding.stage) {
            (Part::Volume, Stage::Local) => {
                outstanding.stage = Stage::Remote;
                Progress::Onward(*outstanding)
            }
            (Part::Standby, Stage::Remote) => {
                self.outstanding.take(write.0);
                Progress::Done
            }
            _ => Progress::Nothing,
        }
    }

    /// Every write under way, oldest first.
    pub fn outstanding(&self) -> impl DoubleEndedIterator<Item = (WriteId, Outstanding)> {
        let all = self.outstanding.iter();
        all.map(|(write, outstanding)| (WriteId(write), *outstanding))
    }

    /// Writes that wait for the volume, or for the standby.
    pub fn waiting_for(&self, part: Part) -> impl Iterator<Item = (WriteId, Outstanding)> {
        let stage = match part {
            Part::Volume => Some(Stage::Local),
            Part::Standby => Some(Stage::Remote),
            _ => None,
        };
        let all = self.outstanding();
        all.filter(move |(_, outstanding)| Some(outstanding.stage) == stage)
    }

    /// How many writes are under way.
    pub fn len(&self) -> u64 {
        self.outstanding.len()
    }

    /// Whether none is under way.
    pub fn is_empty(&self) -> bool {
        self.outstanding.is_empty()
    }
}
