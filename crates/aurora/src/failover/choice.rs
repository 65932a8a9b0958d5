//! The order in which instances are chosen (F-1, F-2).

use base::ReaderId;
use serde::{Deserialize, Serialize};

use super::Candidate;

/// How large an instance is, smallest first.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Size {
    /// The smallest.
    #[default]
    #[serde(rename = "large")]
    Large,
    /// Twice that.
    #[serde(rename = "xlarge")]
    XLarge,
    /// Four times.
    #[serde(rename = "2xlarge")]
    X2Large,
    /// Eight times.
    #[serde(rename = "4xlarge")]
    X4Large,
    /// Sixteen times.
    #[serde(rename = "8xlarge")]
    X8Large,
    /// Thirty-two times.
    #[serde(rename = "16xlarge")]
    X16Large,
}

impl Size {
    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Size::Large => "large",
            Size::XLarge => "xlarge",
            Size::X2Large => "2xlarge",
            Size::X4Large => "4xlarge",
            Size::X8Large => "8xlarge",
            Size::X16Large => "16xlarge",
        }
    }
}

/// What decided who becomes the writer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ChosenWhy {
    /// Nobody else could.
    OnlyOne,
    /// Its tier is the lowest (F-1).
    Tier,
    /// Among the lowest tier it is the largest (F-2).
    Size,
    /// Tier and size left more than one: it was drawn by lot (F-2).
    Lot,
    /// A person named it (F-15).
    Asked,
    /// The writer's own process is started again on its host (F-13).
    InPlace,
    /// Nobody else was there: the writer is made anew in its zone (F-6).
    Recreated,
}

/// The one that comes first, and what decided. After too many attempts that failed, tiers count no more (F-4).
pub(super) fn choose(
    candidates: impl Iterator<Item = (ReaderId, Candidate)>,
    by_tier: bool,
) -> Option<(ReaderId, ChosenWhy)> {
    let tier = |candidate: &Candidate| if by_tier { candidate.tier } else { 0 };
    let mut best: Option<(ReaderId, Candidate)> = None;
    // Over whom it won by no more than that: what decides last says why.
    let mut why = ChosenWhy::OnlyOne;
    let weight = |why: ChosenWhy| match why {
        ChosenWhy::Lot => 3,
        ChosenWhy::Size => 2,
        ChosenWhy::Tier => 1,
        _ => 0,
    };
    for (id, candidate) in candidates {
        let Some((_, leader)) = best else {
            best = Some((id, candidate));
            continue;
        };
        let decided = if tier(&candidate) != tier(&leader) {
            ChosenWhy::Tier
        } else if candidate.size != leader.size {
            ChosenWhy::Size
        } else {
            ChosenWhy::Lot
        };
        let key = |one: &Candidate| (tier(one), std::cmp::Reverse(one.size), one.lot);
        if key(&candidate) < key(&leader) {
            best = Some((id, candidate));
            // Whoever the old leader had left behind by less than this stays behind by at least this.
            why = decided;
        } else if weight(decided) > weight(why) {
            why = decided;
        }
    }
    best.map(|(id, _)| (id, why))
}
