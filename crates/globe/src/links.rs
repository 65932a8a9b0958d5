//! The ways between Regions.

use base::{RegionId, SimSpan};

use crate::distances::{REGIONS, one_way};

/// How a way between two Regions is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Way {
    cut: bool,
    times: u32,
}

/// All ways; each is the same in both directions.
#[derive(Clone, Debug)]
pub(crate) struct Links {
    ways: [[Way; REGIONS as usize]; REGIONS as usize],
}

impl Links {
    pub fn new() -> Links {
        let usual = Way {
            cut: false,
            times: 1,
        };
        Links {
            ways: [[usual; REGIONS as usize]; REGIONS as usize],
        }
    }

    fn way(&mut self, one: RegionId, other: RegionId) -> &mut Way {
        let (low, high) = (one.0.min(other.0), one.0.max(other.0));
        &mut self.ways[usize::from(low)][usize::from(high)]
    }

    fn look(&self, one: RegionId, other: RegionId) -> Way {
        let (low, high) = (one.0.min(other.0), one.0.max(other.0));
        self.ways[usize::from(low)][usize::from(high)]
    }

    pub fn is_open(&self, one: RegionId, other: RegionId) -> bool {
        one == other || !self.look(one, other).cut
    }

    pub fn set_cut(&mut self, one: RegionId, other: RegionId, cut: bool) {
        self.way(one, other).cut = cut;
    }

    pub fn set_times(&mut self, one: RegionId, other: RegionId, times: u32) {
        self.way(one, other).times = times;
    }

    pub fn times(&self, one: RegionId, other: RegionId) -> u32 {
        self.look(one, other).times
    }

    /// How long a message takes, one way.
    pub fn delay(&self, from: RegionId, to: RegionId) -> SimSpan {
        let times = u64::from(self.look(from, to).times);
        SimSpan::from_micros(one_way(from, to).micros() * times)
    }
}
