//! The texts of a volume, one for each volume epoch somebody lives in.

use base::{InstanceId, Lsn};
use serde::Serialize;

use super::RedoLog;
use crate::epoch::VolumeEpoch;

/// The LSNs a recovery declares void: those above `above` up to `until` (C-5, C-6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Range {
    /// The last LSN that stays: the recovered VDL.
    pub above: Lsn,
    /// The last that is void; new ones begin above it (C-7).
    pub until: Lsn,
}

impl Range {
    /// Whether an LSN lies in it.
    pub fn contains(self, lsn: Lsn) -> bool {
        self.above < lsn && lsn <= self.until
    }
}

/// Where the text of a volume epoch comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Generation {
    /// The volume epoch.
    pub epoch: VolumeEpoch,
    /// The epoch whose text was cut; itself for the first.
    pub parent: VolumeEpoch,
    /// The instance that writes it.
    pub writer: InstanceId,
    /// What was declared void.
    pub range: Range,
}

/// All texts of one volume that somebody still needs, and where each comes from.
#[derive(Clone, Debug)]
pub struct History {
    /// By epoch, rising.
    generations: Vec<Generation>,
    /// The texts, by epoch, rising; fewer than generations, for what nobody needs is let go.
    texts: Vec<(VolumeEpoch, RedoLog)>,
}

impl History {
    /// A volume in its first epoch.
    pub fn new(log: RedoLog) -> History {
        let epoch = VolumeEpoch::FIRST;
        let nothing = Range {
            above: log.before_first(),
            until: log.before_first(),
        };
        let first = Generation {
            epoch,
            parent: epoch,
            writer: InstanceId::FIRST,
            range: nothing,
        };
        History {
            generations: vec![first],
            texts: vec![(epoch, log)],
        }
    }

    /// The text of an epoch.
    ///
    /// # Panics
    /// If there is none.
    #[inline]
    pub fn log(&self, epoch: VolumeEpoch) -> &RedoLog {
        match self.texts.last() {
            Some((newest, log)) if *newest == epoch => log,
            _ => self.older(epoch),
        }
    }

    /// The text of an epoch, if there is one.
    pub fn find(&self, epoch: VolumeEpoch) -> Option<&RedoLog> {
        let text = self.texts.iter().find(|(held, _)| *held == epoch);
        text.map(|(_, log)| log)
    }

    #[cold]
    fn older(&self, epoch: VolumeEpoch) -> &RedoLog {
        self.find(epoch)
            .expect("the text of an epoch somebody lives in")
    }

    /// The epoch whose text is the newest.
    pub fn newest(&self) -> VolumeEpoch {
        self.texts.last().expect("there is a first").0
    }

    /// The text of an epoch, to write on.
    ///
    /// # Panics
    /// If there is none.
    #[inline]
    pub fn log_mut(&mut self, epoch: VolumeEpoch) -> &mut RedoLog {
        let mut texts = self.texts.iter_mut().rev();
        let text = texts.find(|(held, _)| *held == epoch);
        &mut text.expect("the text of an epoch somebody lives in").1
    }

    /// Every text.
    pub fn texts_mut(&mut self) -> impl Iterator<Item = &mut RedoLog> {
        self.texts.iter_mut().map(|(_, log)| log)
    }

    /// Every epoch there was, oldest first.
    pub fn generations(&self) -> &[Generation] {
        &self.generations
    }

    /// Where the text of an epoch comes from.
    ///
    /// # Panics
    /// If there was no such epoch.
    pub fn generation(&self, epoch: VolumeEpoch) -> Generation {
        let place = self
            .generations
            .binary_search_by_key(&epoch, |generation| generation.epoch);
        self.generations[place.expect("an epoch that has begun")]
    }

    /// Begins the text of an epoch: that of `parent`, cut. A recovery that has been overtaken without knowing it may
    /// begin one that is older than others; nobody will ever live in that.
    ///
    /// # Panics
    /// If the epoch has begun, or the parent's text is gone.
    pub fn begin(&mut self, generation: Generation) {
        let Generation {
            epoch,
            parent,
            range,
            ..
        } = generation;
        assert!(!self.has_begun(epoch), "an epoch begins once");
        let text = self.log(parent).branch(range.above, range.until);
        let place = self
            .generations
            .partition_point(|other| other.epoch < epoch);
        self.generations.insert(place, generation);
        let place = self.texts.partition_point(|(other, _)| *other < epoch);
        self.texts.insert(place, (epoch, text));
    }

    /// Whether the text of an epoch is there.
    pub fn has_begun(&self, epoch: VolumeEpoch) -> bool {
        self.generations
            .iter()
            .any(|generation| generation.epoch == epoch)
    }

    /// Up to where two texts are the same: the lowest cut on the way from either to the one both come from.
    pub fn shared(&self, one: VolumeEpoch, other: VolumeEpoch) -> Lsn {
        let (mut one, mut other, mut cut) = (one, other, Lsn(u64::MAX));
        while one != other {
            let younger = self.generation(one.max(other));
            cut = cut.min(younger.range.above);
            if one > other {
                one = younger.parent;
            } else {
                other = younger.parent;
            }
        }
        cut
    }

    /// Lets go the texts nobody lives in any more, the newest aside.
    pub fn keep(&mut self, lived_in: impl Fn(VolumeEpoch) -> bool) {
        let newest = self.texts.last().map(|(epoch, _)| *epoch);
        self.texts
            .retain(|(epoch, _)| Some(*epoch) == newest || lived_in(*epoch));
    }

    /// How many texts there are.
    pub fn texts(&self) -> u32 {
        self.texts.len() as u32
    }
}

#[cfg(test)]
mod tests {
    use base::TxnId;

    use super::*;
    use crate::page;
    use crate::redo::Change;

    fn write(log: &mut RedoLog, records: u64) {
        for n in 0..records {
            log.append(
                page::page_in_group(base::GroupId(0), 1),
                Change::TxnCommitted(TxnId(n)),
                true,
            );
        }
    }

    fn begin(history: &mut History, epoch: u16, parent: u16, above: u64, until: u64) {
        let range = Range {
            above: Lsn(above),
            until: Lsn(until),
        };
        history.begin(Generation {
            epoch: VolumeEpoch(epoch),
            parent: VolumeEpoch(parent),
            writer: InstanceId::FIRST,
            range,
        });
    }

    #[test]
    fn texts_share_what_lies_before_the_cuts_between_them() {
        let mut log = RedoLog::new(1, Lsn::ZERO);
        write(&mut log, 10);
        let mut history = History::new(log);
        let epoch = VolumeEpoch;
        // Epoch 2 cut at 6 and never opened; epoch 3 had not heard of it and cut at 8; epoch 4 comes from 3.
        begin(&mut history, 2, 1, 6, 106);
        begin(&mut history, 3, 1, 8, 108);
        write(history.log_mut(epoch(3)), 5);
        begin(&mut history, 4, 3, 110, 210);
        assert_eq!(history.shared(epoch(1), epoch(1)), Lsn(u64::MAX));
        assert_eq!(history.shared(epoch(1), epoch(4)), Lsn(8));
        assert_eq!(history.shared(epoch(4), epoch(2)), Lsn(6));
        assert_eq!(history.shared(epoch(3), epoch(4)), Lsn(110));
        // The old writer goes on in its own text.
        write(history.log_mut(epoch(1)), 2);
        assert_eq!(history.log(epoch(1)).last(), Lsn(12));
        assert_eq!(history.log(epoch(4)).newest_record(), Lsn(110));
        history.keep(|lived_in| lived_in == epoch(1));
        assert_eq!(history.texts(), 2);
        assert_eq!(history.shared(epoch(4), epoch(2)), Lsn(6));
    }
}
