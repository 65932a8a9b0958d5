//! The records of a volume, and the text of each volume epoch: which of them stand in it.
//!
//! A recovery cuts the text of an older epoch and goes on above a range of LSNs (C-5, C-7). An LSN is never given out
//! twice, so a record is known by it alone; which records there *are* depends on the epoch.

use base::{GroupId, Lsn, PageId};

use crate::{Range, VolumeEpoch};

#[derive(Clone, Copy, Debug)]
pub(super) struct Record {
    pub group: u32,
    /// Its place in the chain of its group, from 0.
    pub place: u32,
    pub page: PageId,
    pub ends_mtr: bool,
    /// One bit for each copy that has it on disk.
    pub held_by: u8,
}

/// All records, by LSN.
#[derive(Clone, Debug, Default)]
pub(super) struct Records {
    /// Runs of neighbouring LSNs, each with the LSN it begins behind, rising.
    parts: Vec<(u64, Vec<Record>)>,
}

impl Records {
    fn part(&self, lsn: u64) -> Option<usize> {
        self.parts.iter().rposition(|(after, _)| *after < lsn)
    }

    pub fn get(&self, lsn: u64) -> Option<&Record> {
        let (after, records) = &self.parts[self.part(lsn)?];
        records.get((lsn - after - 1) as usize)
    }

    pub fn get_mut(&mut self, lsn: u64) -> Option<&mut Record> {
        let part = self.part(lsn)?;
        let (after, records) = &mut self.parts[part];
        records.get_mut((lsn - *after - 1) as usize)
    }

    /// Adds a record.
    pub fn add(&mut self, lsn: u64, record: Record) {
        if let Some(part) = self.part(lsn) {
            let (after, records) = &mut self.parts[part];
            if *after + records.len() as u64 + 1 == lsn {
                records.push(record);
                return;
            }
        }
        let place = self.parts.partition_point(|(after, _)| *after < lsn);
        self.parts.insert(place, (lsn - 1, vec![record]));
    }
}

/// The text of one volume epoch.
#[derive(Clone, Debug)]
pub(super) struct Text {
    pub epoch: VolumeEpoch,
    parent: VolumeEpoch,
    above: Lsn,
    /// Everything that was declared void on the way here.
    void: Vec<Range>,
    opened: bool,
    /// Every record of it, in order.
    pub order: Vec<u64>,
    /// The records of each group, in order.
    pub chains: Vec<Vec<u64>>,
    pub newest_on_page: Vec<u64>,
    /// The highest LSN given out.
    pub last: u64,
    /// How many records of each group, from the first on, have been on a write quorum of disks, by the rule that held
    /// then.
    pub durable: Vec<u32>,
    /// So many records, from the first on, are durable.
    pub complete: usize,
}

/// The texts there are, the first one first.
#[derive(Clone, Debug)]
pub(super) struct Texts {
    texts: Vec<Text>,
    /// The one that is looked at.
    focus: usize,
}

impl Texts {
    pub fn new(groups: u32) -> Texts {
        let first = Text {
            epoch: VolumeEpoch::FIRST,
            parent: VolumeEpoch::FIRST,
            above: Lsn::ZERO,
            void: Vec::new(),
            opened: true,
            order: Vec::new(),
            chains: vec![Vec::new(); groups as usize],
            durable: vec![0; groups as usize],
            newest_on_page: Vec::new(),
            last: 0,
            complete: 0,
        };
        Texts {
            texts: vec![first],
            focus: 0,
        }
    }

    fn place(&self, epoch: VolumeEpoch) -> Option<usize> {
        self.texts.iter().rposition(|text| text.epoch == epoch)
    }

    /// From now on the text of this epoch is looked at.
    pub fn turn_to(&mut self, epoch: VolumeEpoch) {
        if self.texts[self.focus].epoch != epoch
            && let Some(place) = self.place(epoch)
        {
            self.focus = place;
        }
    }

    pub fn text(&self) -> &Text {
        &self.texts[self.focus]
    }

    pub fn text_mut(&mut self) -> &mut Text {
        &mut self.texts[self.focus]
    }

    pub fn of(&self, epoch: VolumeEpoch) -> &Text {
        &self.texts[self.place(epoch).unwrap_or(0)]
    }

    /// The newest text somebody opened.
    pub fn newest_opened(&self) -> &Text {
        let mut opened = self.texts.iter().rev().filter(|text| text.opened);
        opened.next().unwrap_or(&self.texts[0])
    }

    /// A text begins: another one, cut.
    pub fn begin(
        &mut self,
        epoch: VolumeEpoch,
        parent: VolumeEpoch,
        range: Range,
        records: &Records,
    ) {
        let mut text = self.of(parent).clone();
        let gone = |lsn: u64| lsn > range.above.0;
        let kept = text.order.partition_point(|lsn| !gone(*lsn));
        for lsn in text.order.split_off(kept) {
            if let Some(record) = records.get(lsn) {
                text.chains[record.group as usize].retain(|held| *held != lsn);
            }
        }
        for (durable, chain) in text.durable.iter_mut().zip(&text.chains) {
            *durable = (*durable).min(chain.len() as u32);
        }
        let pages = text.newest_on_page.len();
        text.newest_on_page = vec![0; pages];
        text.void.push(range);
        text.complete = text.complete.min(kept);
        text.last = range.until.0;
        (text.epoch, text.parent, text.above) = (epoch, parent, range.above);
        text.opened = false;
        // One that has been overtaken without knowing it comes late.
        let place = self.texts.partition_point(|other| other.epoch < epoch);
        self.texts.insert(place, text);
        self.focus = 0;
    }

    /// A writer has opened the volume in this epoch.
    pub fn open(&mut self, epoch: VolumeEpoch) {
        if let Some(place) = self.place(epoch) {
            self.texts[place].opened = true;
        }
    }

    /// Up to where two texts are the same.
    pub fn shared(&self, one: VolumeEpoch, other: VolumeEpoch) -> Lsn {
        let (mut one, mut other, mut cut) = (one, other, Lsn(u64::MAX));
        while one != other {
            let younger = self.of(one.max(other));
            if younger.epoch == VolumeEpoch::FIRST {
                return Lsn::ZERO;
            }
            cut = cut.min(younger.above);
            if one > other {
                one = younger.parent;
            } else {
                other = younger.parent;
            }
        }
        cut
    }

    /// The range an LSN was declared void by on the way to an epoch.
    pub fn void_in(&self, epoch: VolumeEpoch, lsn: Lsn) -> Option<Range> {
        let text = self.of(epoch);
        text.void.iter().copied().find(|range| range.contains(lsn))
    }

    /// Everything that was declared void on the way to an epoch.
    pub fn voids(&self, epoch: VolumeEpoch) -> &[Range] {
        &self.of(epoch).void
    }

    /// The range by which an LSN of an older epoch was declared void in one that has been opened since.
    pub fn opened_over(&self, epoch: VolumeEpoch, lsn: Lsn) -> Option<Range> {
        let newer = self
            .texts
            .iter()
            .filter(|text| text.opened && text.epoch > epoch);
        newer
            .flat_map(|text| &text.void)
            .copied()
            .find(|range| range.contains(lsn))
    }
}

impl Text {
    /// This record is the newest of its page.
    pub fn note_newest(&mut self, page: PageId, lsn: Lsn) {
        if self.newest_on_page.len() <= page.0 as usize {
            self.newest_on_page.resize(page.0 as usize + 1, 0);
        }
        self.newest_on_page[page.0 as usize] = lsn.0;
    }

    /// The last record of a group at or below `lsn`; zero if there is none.
    pub fn newest_up_to(&self, group: GroupId, lsn: Lsn) -> Lsn {
        let chain = &self.chains[group.0 as usize];
        let count = chain.partition_point(|held| *held <= lsn.0);
        Lsn(count.checked_sub(1).map_or(0, |last| chain[last]))
    }

    /// The record of a group that follows `lsn`.
    pub fn next_in(&self, group: GroupId, lsn: Lsn) -> Option<Lsn> {
        let chain = &self.chains[group.0 as usize];
        let count = chain.partition_point(|held| *held <= lsn.0);
        chain.get(count).copied().map(Lsn)
    }

    /// The last point at or below `lsn` where the log may be cut.
    pub fn cut_at_or_below(&self, lsn: Lsn, records: &Records) -> Lsn {
        let start = self.void.iter().map(|range| range.until);
        let start = start
            .filter(|until| *until <= lsn)
            .max()
            .unwrap_or_default();
        let below = self.order.partition_point(|held| *held <= lsn.0);
        let mut before = self.order[..below].iter().rev();
        let cpl = before.find(|held| records.get(**held).is_some_and(|record| record.ends_mtr));
        start.max(Lsn(cpl.copied().unwrap_or_default()))
    }
}
