//! A part of the chain below the instance: it writes blocks to its own disk, if it has one, passes them on, if there is
//! anyone behind it, and says "done" when both are.
//!
//! A volume sends to its mirror at once, beside its own writing, and answers when both have the blocks (P17 §3.1). The
//! standby has no disk of its own here: it hands the blocks to its volume (step 4). A disk does one I/O after another.

use base::{SimSpan, SimTime};
use litemap::LiteMap;

use crate::constants::ios_of;
use crate::mysql::{Kind, WriteId};
use crate::part::Part;

/// A write that is not done yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pending {
    /// What kind of data.
    pub kind: Kind,
    /// How many bytes.
    pub bytes: u32,
    /// Whether the own disk still has to write it.
    pub own: bool,
    /// Whether the part behind still has to say that it is done.
    pub behind: bool,
}

/// What a part below the instance knows.
#[derive(Clone, Debug)]
pub struct Disk {
    part: Part,
    up: bool,
    /// How often it has been started: what was begun in an earlier life is no more.
    life: u32,
    /// One I/O takes this long.
    io: SimSpan,
    /// When the disk has done all it has been given.
    free_at: SimTime,
    pending: LiteMap<WriteId, Pending>,
}

impl Disk {
    /// A part that is up, whose disk takes `io` for one I/O.
    pub fn new(part: Part, io: SimSpan) -> Disk {
        Disk {
            part,
            up: true,
            life: 0,
            io,
            free_at: SimTime::ZERO,
            pending: LiteMap::new_vec(),
        }
    }

    /// Whether it is running.
    pub fn is_up(&self) -> bool {
        self.up
    }

    /// How often it has been started again.
    pub fn life(&self) -> u32 {
        self.life
    }

    /// Writes it has begun and not finished, in order.
    pub fn pending(
        &self,
    ) -> impl DoubleEndedIterator<Item = (WriteId, Pending)> + ExactSizeIterator {
        self.pending
            .iter()
            .map(|(write, pending)| (*write, *pending))
    }

    /// When its disk has done all it has been given so far.
    pub fn free_at(&self) -> SimTime {
        self.free_at
    }

    /// Makes its disk this fast from the next write on.
    pub fn set_io_span(&mut self, io: SimSpan) {
        self.io = io;
    }

    /// Blocks have come. Returns when the own disk will have written them (at once without one); `None` if they are
    /// being seen to already.
    pub fn take_in(
        &mut self,
        now: SimTime,
        write: WriteId,
        kind: Kind,
        bytes: u32,
    ) -> Option<SimTime> {
        if self.pending.contains_key(&write) {
            return None;
        }
        let pending = Pending {
            kind,
            bytes,
            own: true,
            behind: self.part.next().is_some(),
        };
        self.pending.insert(write, pending);
        if !self.part.has_disk() {
            return Some(now);
        }
        let takes = SimSpan::from_micros(self.io.micros() * u64::from(ios_of(bytes)));
        self.free_at = self.free_at.max(now) + takes;
        Some(self.free_at)
    }

    /// The own disk has written the blocks. Returns whether all is done now.
    pub fn handle_written(&mut self, write: WriteId) -> bool {
        self.settle(write, |pending| pending.own = false)
    }

    /// The part behind says that it is done. Returns whether all is done now.
    pub fn handle_done(&mut self, write: WriteId) -> bool {
        self.settle(write, |pending| pending.behind = false)
    }

    fn settle(&mut self, write: WriteId, what: impl FnOnce(&mut Pending)) -> bool {
        let Some(pending) = self.pending.get_mut(&write) else {
            return false;
        };
        what(pending);
        let done = !pending.own && !pending.behind;
        if done {
            self.pending.remove(&write);
        }
        done
    }

    /// The machine stops: what it had begun is lost.
    pub fn stop(&mut self) {
        self.up = false;
        self.pending.clear();
    }

    /// The machine is back; those before it have to send again what it has not answered.
    pub fn restart(&mut self, now: SimTime) {
        self.up = true;
        self.life += 1;
        self.free_at = now;
    }
}
