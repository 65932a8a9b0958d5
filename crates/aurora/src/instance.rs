//! What an instance is: its engine family, its class and its size, and what follows from them.
//!
//! The sources name classes and sizes, and give no numbers that fit a model of tens of pages. So what follows from them is
//! relative `[choice]`: each size has twice the processors and the memory of the one before, each generation of classes
//! does a little more in the same time.

use serde::{Deserialize, Serialize};

use crate::failover::Size;

/// Which engine a cluster speaks like, where that makes a difference.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Family {
    /// Aurora MySQL: the page cache survives the end of the database process on its host (CC-1).
    #[default]
    #[serde(rename = "mysql")]
    MySql,
    /// Aurora PostgreSQL: the page cache ends with its process. A promoted reader has what it happened to cache, unless
    /// cluster cache management has warmed it (CC-2, CC-14).
    #[serde(rename = "postgresql")]
    PostgreSql,
}

impl Family {
    /// Its name in files.
    pub const fn name(self) -> &'static str {
        match self {
            Family::MySql => "mysql",
            Family::PostgreSql => "postgresql",
        }
    }
}

/// The class of an instance, without its size.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Class {
    /// Memory-optimised, the oldest here.
    #[serde(rename = "r5")]
    R5,
    /// Memory-optimised with Arm processors.
    #[default]
    #[serde(rename = "r6g")]
    R6g,
    /// The generation after it.
    #[serde(rename = "r7g")]
    R7g,
}

impl Class {
    /// Every class, oldest first.
    pub const ALL: [Class; 3] = [Class::R5, Class::R6g, Class::R7g];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Class::R5 => "r5",
            Class::R6g => "r6g",
            Class::R7g => "r7g",
        }
    }

    /// How much it does in the same time, in percent of the default class `[choice]`.
    pub const fn speed_percent(self) -> u32 {
        match self {
            Class::R5 => 80,
            Class::R6g => 100,
            Class::R7g => 125,
        }
    }
}

impl Size {
    /// Every size, smallest first.
    pub const ALL: [Size; 6] = [
        Size::Large,
        Size::XLarge,
        Size::X2Large,
        Size::X4Large,
        Size::X8Large,
        Size::X16Large,
    ];

    /// How many times the smallest it is, in processors and in memory.
    pub const fn times(self) -> u32 {
        1 << self as u32
    }
}

/// Pages the buffer cache of an instance has room for, where the smallest has room for so many.
pub fn cache_room(pages_of_smallest: u32, size: Size) -> u32 {
    pages_of_smallest.saturating_mul(size.times())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_size_is_twice_the_one_before() {
        let times: Vec<u32> = Size::ALL.into_iter().map(Size::times).collect();
        assert_eq!(times, [1, 2, 4, 8, 16, 32]);
        assert_eq!(cache_room(20, Size::X4Large), 160);
        assert_eq!(cache_room(0, Size::X16Large), 0);
    }
}
