//! Rules that are wrong on purpose.
//!
//! Why is the write quorum four, and not three? Why is the VCL not simply the smallest PGCL? The honest answer
//! is to try it. Each rule here replaces one right rule with one that sounds plausible, and breaks something that
//! has a name; the checkers that read the journal find it, soak runs find it, and the page shows the shortest
//! story in which it happens.
//!
//! | rule | what becomes of it | breaks |
//! |---|---|---|
//! | [`VclIsSmallestPgcl`](WrongRule::VclIsSmallestPgcl) | a quiet group holds the whole volume back, commits wait for nothing (L-8) | L-7 |
//! | [`VclIsLargestPgcl`](WrongRule::VclIsLargestPgcl) | a commit counts as durable because another group is further | INV-1 |
//! | [`WriteQuorumThree`](WrongRule::WriteQuorumThree) | a write set and a read set need not meet (Q-1) | INV-1 |
//! | [`AcknowledgeBeforeDurable`](WrongRule::AcknowledgeBeforeDurable) | what was acknowledged is lost with the copy's memory (S-2) | INV-1 |
//! | [`FourCopiesInOneZone`](WrongRule::FourCopiesInOneZone) | the loss of one zone takes the write quorum and the read quorum (Q-4) | Q-5 |
//! | [`SwapMembersAtOnce`](WrongRule::SwapMembersAtOnce) | an empty newcomer sits where a holder of durable records sat (M-5) | M-9 |
//! | [`IgnoreEpochs`](WrongRule::IgnoreEpochs) | an old writer gets a commit acknowledged behind the back of the new one (C-10) | INV-9 |
//! | [`CountEmptyNewcomer`](WrongRule::CountEmptyNewcomer) | a read quorum with an empty newcomer in it misses what was durable before it came | M-13 |

use base::{CopyId, ZoneId};
use serde::{Deserialize, Serialize};

use crate::quorum::Quorum;

/// A rule that is wrong on purpose, in place of the right one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum WrongRule {
    /// The VCL is the smallest PGCL (against L-8).
    VclIsSmallestPgcl,
    /// The VCL is the largest PGCL (against L-7).
    VclIsLargestPgcl,
    /// Three acknowledgements make a write durable (against ).
    WriteQuorumThree,
    /// A copy acknowledges what it has only in memory (against S-2).
    AcknowledgeBeforeDurable,
    /// Copies C to F of every group live in zone c, A alone in zone a, B alone in zone b (against Q-3).
    FourCopiesInOneZone,
    /// A newcomer takes the place of a member in a single step, empty as it is (against M-5 and M-6).
    SwapMembersAtOnce,
    /// A copy takes records from any writer whose text it reads, whatever epochs that one knows of, and promises nothing
    /// to one that recovers the volume (against M-2).
    IgnoreEpochs,
    /// A newcomer says that it has everything before it has anything, and counts (against M-13).
    CountEmptyNewcomer,
}

impl WrongRule {
    /// Every wrong rule there is.
    pub const ALL: &'static [WrongRule] = &[
        WrongRule::VclIsSmallestPgcl,
        WrongRule::VclIsLargestPgcl,
        WrongRule::WriteQuorumThree,
        WrongRule::AcknowledgeBeforeDurable,
        WrongRule::FourCopiesInOneZone,
        WrongRule::SwapMembersAtOnce,
        WrongRule::IgnoreEpochs,
        WrongRule::CountEmptyNewcomer,
    ];

    /// The name it has in scenario files and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            WrongRule::VclIsSmallestPgcl => "vcl_is_smallest_pgcl",
            WrongRule::VclIsLargestPgcl => "vcl_is_largest_pgcl",
            WrongRule::WriteQuorumThree => "write_quorum_three",
            WrongRule::AcknowledgeBeforeDurable => "acknowledge_before_durable",
            WrongRule::FourCopiesInOneZone => "four_copies_in_one_zone",
            WrongRule::SwapMembersAtOnce => "swap_members_at_once",
            WrongRule::IgnoreEpochs => "ignore_epochs",
            WrongRule::CountEmptyNewcomer => "count_empty_newcomer",
        }
    }

    /// What it breaks, by the name a checker gives it.
    pub const fn breaks(self) -> &'static str {
        match self {
            WrongRule::VclIsSmallestPgcl => "L-7",
            WrongRule::VclIsLargestPgcl
            | WrongRule::WriteQuorumThree
            | WrongRule::AcknowledgeBeforeDurable => "INV-1",
            WrongRule::FourCopiesInOneZone => "Q-5",
            WrongRule::SwapMembersAtOnce => "M-9",
            WrongRule::IgnoreEpochs => "INV-9",
            WrongRule::CountEmptyNewcomer => "M-13",
        }
    }

    /// How many copies decide under this rule, or under none.
    pub const fn quorum(rule: Option<WrongRule>) -> Quorum {
        match rule {
            Some(WrongRule::WriteQuorumThree) => Quorum::WRITE_THREE,
            _ => Quorum::AURORA,
        }
    }

    /// The zone a copy lives in under this rule, or under none.
    pub const fn zone_of(rule: Option<WrongRule>, copy: CopyId) -> ZoneId {
        match rule {
            Some(WrongRule::FourCopiesInOneZone) => match copy.0 {
                0 => ZoneId(0),
                1 => ZoneId(1),
                _ => ZoneId(2),
            },
            _ => copy.zone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_stands_in_the_list_under_its_own_name() {
        let named: Vec<&str> = WrongRule::ALL.iter().map(|rule| rule.name()).collect();
        let mut different = named.clone();
        different.sort_unstable();
        different.dedup();
        assert_eq!(different.len(), named.len());
    }

    #[test]
    fn four_copies_of_six_live_in_one_zone() {
        let rule = Some(WrongRule::FourCopiesInOneZone);
        let in_zone = |zone| {
            let lives = |copy: &CopyId| WrongRule::zone_of(rule, *copy) == zone;
            CopyId::all().filter(lives).count()
        };
        let counts: Vec<usize> = ZoneId::all().map(in_zone).collect();
        assert_eq!(counts, [1, 1, 4]);
        assert!(CopyId::all().all(|copy| WrongRule::zone_of(None, copy) == copy.zone()));
    }
}
