//! Telling storage what it may do behind the writer's back (R-11, L-18).
//!
//! A copy knows what it holds, but not what is durable, nor who still reads old pages. The writer knows: the VDL,
//! the read points of all views that are open, and the SCLs of all copies. From time to time it tells the copies of
//! each group that has changed, in LSNs of that group's own records: up to here nothing will be taken back,
//! from here on versions are still read (PGMRPL), and up to here nobody lacks anything. One long query holds PGMRPL
//! back for all groups, however far the VDL has come; when it ends PGMRPL jumps.
//!
//! A quiet group is told once and then no more.

use base::{GroupId, IdVec, Lsn, SegmentId, SimTime};
use litemap::LiteMap;

use super::Writer;
use crate::constants::HORIZON_EVERY;
use crate::protocol::{Happening, Horizon, Message, WakeReason};
use crate::redo::RedoLog;

/// The read points of open views.
#[derive(Clone, Debug, Default)]
pub struct Views {
    open: LiteMap<Lsn, u32>,
}

impl Views {
    /// A view opens at this read point.
    pub fn open(&mut self, read_point: Lsn) {
        *self.open.entry(read_point).or_default() += 1;
    }

    /// A view closes. Returns whether the lowest read point has moved.
    pub fn close(&mut self, read_point: Lsn) -> bool {
        let lowest = self.open.keys().next() == Some(&read_point);
        let open = self.open.get_mut(&read_point).expect("it was opened");
        *open -= 1;
        let gone = *open == 0;
        if gone {
            self.open.remove(&read_point);
        }
        gone && lowest
    }

    /// The lowest read point in use; one who began now would read at `vdl`.
    pub fn lowest(&self, vdl: Lsn) -> Lsn {
        self.open
            .keys()
            .next()
            .map_or(vdl, |lowest| vdl.min(*lowest))
    }
}

/// What one group's copies have been told.
#[derive(Clone, Copy, Debug, Default)]
pub struct Told {
    horizon: Horizon,
    /// PGMRPL is held back by an open view.
    held_back: bool,
}

/// What has been told to whom.
#[derive(Clone, Debug)]
pub struct Horizons {
    told: IdVec<GroupId, Told>,
    /// Groups with something new to tell.
    news: Vec<GroupId>,
    /// The same, one bit for each group: it is asked for with every acknowledgement.
    listed: Vec<u64>,
    /// Groups whose PGMRPL is held back by an open view.
    held_back: Vec<GroupId>,
    booked: bool,
    /// Without background work in storage nobody needs to be told.
    on: bool,
}

impl Horizons {
    /// Nothing has been told to any of so many groups.
    pub fn new(groups: u32, on: bool) -> Horizons {
        Horizons {
            told: (0..groups).map(|_| Told::default()).collect(),
            news: Vec::new(),
            listed: vec![0; groups.div_ceil(u64::BITS) as usize],
            held_back: Vec::new(),
            booked: false,
            on,
        }
    }

    /// The volume has another group.
    pub fn add_group(&mut self) {
        self.told.push(Told::default());
        let words = self.told.len().div_ceil(u64::BITS as usize);
        self.listed.resize(words, 0);
    }

    /// Whether there may be something new to tell to a group's copies.
    #[inline]
    fn is_listed(&self, group: GroupId) -> bool {
        let (word, bit) = place_of(group);
        self.listed[word] & bit != 0
    }
}

/// The word and the bit that stand for a group.
#[inline]
fn place_of(group: GroupId) -> (usize, u64) {
    let word = (group.0 / u64::BITS) as usize;
    (word, 1 << (group.0 % u64::BITS))
}

impl Writer {
    /// What the copies of a group have been told last.
    pub fn horizon(&self, group: GroupId) -> Horizon {
        self.horizons.told[group].horizon
    }

    /// The lowest read point in use in the whole volume (L-18).
    pub fn lowest_read_point(&self) -> Lsn {
        let own = self.views.lowest(self.points.vdl());
        self.stream.lowest().map_or(own, |theirs| own.min(theirs))
    }

    /// There may be something new to tell to the copies of a group.
    #[inline]
    pub(super) fn horizon_news(&mut self, now: SimTime, group: GroupId) {
        if !self.horizons.is_listed(group) && self.horizons.on {
            self.list(now, group);
        }
    }

    #[inline(never)]
    fn list(&mut self, now: SimTime, group: GroupId) {
        let (word, bit) = place_of(group);
        self.horizons.listed[word] |= bit;
        self.horizons.news.push(group);
        if !self.horizons.booked {
            self.horizons.booked = true;
            self.wakeups
                .insert((now + HORIZON_EVERY, WakeReason::Horizon));
        }
    }

    /// A view has closed.
    pub(super) fn close_view(&mut self, now: SimTime, read_point: Lsn) {
        if self.views.close(read_point) {
            self.release_held_back(now);
        }
    }

    /// The lowest read point has moved: what it held back may go on.
    pub(super) fn release_held_back(&mut self, now: SimTime) {
        for group in std::mem::take(&mut self.horizons.held_back) {
            self.horizons.told[group].held_back = false;
            self.horizon_news(now, group);
        }
    }

    /// What the copies of a group should know now.
    fn horizon_now(&self, log: &RedoLog, group: GroupId) -> Horizon {
        let points = self.points.group(group);
        let everywhere = points.everyone().iter().map(|copy| points.scl(copy)).min();
        Horizon {
            durable: log.newest_of_up_to(group, self.points.vdl()),
            pgmrpl: log.newest_of_up_to(group, self.lowest_read_point()),
            everywhere: everywhere.unwrap_or_default(),
        }
    }

    /// Tells the copies of every group with news. Returns whether there was any.
    pub(super) fn tell_horizons(&mut self, log: &RedoLog) -> bool {
        self.horizons.booked = false;
        let mut did = false;
        for group in std::mem::take(&mut self.horizons.news) {
            let horizon = self.horizon_now(log, group);
            self.cache.catch_up(log, group, horizon.pgmrpl);
            let (word, bit) = place_of(group);
            self.horizons.listed[word] &= !bit;
            let told = &mut self.horizons.told[group];
            if horizon.pgmrpl < horizon.durable && !told.held_back {
                told.held_back = true;
                self.horizons.held_back.push(group);
            }
            if horizon == told.horizon {
                continue;
            }
            assert!(
                told.horizon.pgmrpl <= horizon.pgmrpl,
                "PGMRPL never moves back: nobody begins to read below the VDL"
            );
            told.horizon = horizon;
            did = true;
            self.happened(Happening::HorizonTold { group, horizon });
            for copy in self.points.group(group).everyone().iter() {
                self.send(SegmentId::new(group, copy), Message::Horizon(horizon));
            }
        }
        did
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ex_25_a_long_query_holds_the_lowest_read_point_until_it_ends() {
        let mut views = Views::default();
        views.open(Lsn(800));
        for vdl in [900, 2_000, 5_000] {
            views.open(Lsn(vdl));
            assert_eq!(views.lowest(Lsn(vdl)), Lsn(800));
            assert!(!views.close(Lsn(vdl)), "others come and go");
        }
        views.open(Lsn(800));
        assert!(!views.close(Lsn(800)), "there is one more at 800");
        assert!(views.close(Lsn(800)));
        assert_eq!(views.lowest(Lsn(5_000)), Lsn(5_000), "it jumps");
    }
}
