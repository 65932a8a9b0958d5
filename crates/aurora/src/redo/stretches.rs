//! Which LSN stands at which place of a text.
//!
//! LSNs run without gaps until a recovery declares a range of them void and goes on above it (C-6, C-7). So a text is
//! a few stretches of neighbouring LSNs, one more with each recovery, and nearly everything anybody asks for lies
//! in the newest.

use base::Lsn;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stretch {
    /// Its LSNs begin behind this one.
    after: Lsn,
    /// How many records stand before it.
    from: u64,
}

/// The stretches of one text, oldest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretches {
    older: Vec<Stretch>,
    newest: Stretch,
}

impl Stretches {
    /// One stretch whose LSNs begin behind `after`.
    pub fn new(after: Lsn) -> Stretches {
        Stretches {
            older: Vec::new(),
            newest: Stretch { after, from: 0 },
        }
    }

    /// The position before the first record.
    pub fn before_first(&self) -> Lsn {
        self.older.first().unwrap_or(&self.newest).after
    }

    /// The LSN of the last of so many records; the point the newest stretch begins behind if it has none.
    #[inline]
    pub fn last(&self, records: u64) -> Lsn {
        self.newest.after.plus(records - self.newest.from)
    }

    /// How many records stand before the one with this LSN, if the newest stretch goes that far; `None` if no
    /// record can have it.
    #[inline]
    pub fn index(&self, lsn: Lsn) -> Option<u64> {
        if lsn > self.newest.after {
            return Some(self.newest.from + (lsn.0 - self.newest.after.0 - 1));
        }
        self.older_index(lsn)
    }

    #[cold]
    fn older_index(&self, lsn: Lsn) -> Option<u64> {
        let place = self.older.partition_point(|stretch| stretch.after < lsn);
        let stretch = self.older.get(place.checked_sub(1)?)?;
        let end = self.older.get(place).unwrap_or(&self.newest).from;
        let index = stretch.from + (lsn.0 - stretch.after.0 - 1);
        (index < end).then_some(index)
    }

    /// The LSN of the record before which so many stand.
    pub fn lsn(&self, index: u64) -> Lsn {
        let of = |stretch: &Stretch| stretch.after.plus(index - stretch.from + 1);
        if index >= self.newest.from {
            return of(&self.newest);
        }
        let place = self.older.partition_point(|stretch| stretch.from <= index);
        of(&self.older[place - 1])
    }

    /// How many records lie at or below `lsn`, of `records` there are.
    pub fn count_up_to(&self, lsn: Lsn, records: u64) -> u64 {
        if lsn > self.newest.after {
            return self.index(lsn).map_or(0, |index| index + 1).min(records);
        }
        let place = self.older.partition_point(|stretch| stretch.after < lsn);
        let end = self.older.get(place).unwrap_or(&self.newest).from;
        match place.checked_sub(1) {
            None => 0,
            Some(before) => {
                let stretch = self.older[before];
                (stretch.from + (lsn.0 - stretch.after.0)).min(end)
            }
        }
    }

    /// The last point at or below `lsn` that a stretch begins behind: a point some writer has started from. Where the
    /// first begins, if there is none.
    pub fn start_at_or_below(&self, lsn: Lsn) -> Lsn {
        let starts = self.older.iter().chain([&self.newest]);
        let mut below = starts
            .map(|stretch| stretch.after)
            .filter(|start| *start <= lsn);
        below.next_back().unwrap_or_else(|| self.before_first())
    }

    /// The same with the first `records` only, to go on behind `until`.
    pub fn branch(&self, records: u64, until: Lsn) -> Stretches {
        let kept = self.older.iter().chain([&self.newest]);
        let older: Vec<Stretch> = kept
            .copied()
            .filter(|stretch| stretch.from < records)
            .collect();
        let newest = Stretch {
            after: until,
            from: records,
        };
        Stretches { older, newest }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_and_lsns_belong_together_across_gaps() {
        let first = Stretches::new(Lsn(100));
        assert_eq!(
            (first.index(Lsn(101)), first.index(Lsn(100))),
            (Some(0), None)
        );
        let second = first.branch(5, Lsn(1_000));
        let third = second.branch(8, Lsn(5_000));
        let lsns: Vec<u64> = (0..10).map(|index| third.lsn(index).0).collect();
        assert_eq!(
            lsns,
            [101, 102, 103, 104, 105, 1_001, 1_002, 1_003, 5_001, 5_002]
        );
        for (index, lsn) in lsns.into_iter().enumerate() {
            assert_eq!(third.index(Lsn(lsn)), Some(index as u64));
            assert_eq!(third.count_up_to(Lsn(lsn), 10), index as u64 + 1);
        }
        for (lsn, count) in [
            (99, 0),
            (100, 0),
            (106, 5),
            (1_000, 5),
            (1_004, 8),
            (5_000, 8),
        ] {
            assert_eq!(third.index(Lsn(lsn)), None, "{lsn} is void");
            assert_eq!(third.count_up_to(Lsn(lsn), 10), count, "{lsn}");
        }
        assert_eq!((third.last(8), third.last(10)), (Lsn(5_000), Lsn(5_002)));
        let start = |lsn| third.start_at_or_below(Lsn(lsn)).0;
        assert_eq!(
            (start(100), start(999), start(1_000), start(7_000)),
            (100, 100, 1_000, 5_000)
        );
        assert_eq!(third.before_first(), Lsn(100));
    }

    #[test]
    fn a_stretch_nothing_was_written_in_is_left_out() {
        let twice = Stretches::new(Lsn(0))
            .branch(3, Lsn(100))
            .branch(3, Lsn(200));
        assert_eq!((twice.lsn(2), twice.lsn(3)), (Lsn(3), Lsn(201)));
        assert_eq!(twice.index(Lsn(101)), None);
    }
}
