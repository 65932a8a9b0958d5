//! What the copies of a group make alike.
//!
//! Copies of one group apply the same records in the same order, so the version of a page one of them makes is, byte
//! for byte, what the others make of it. On six storage nodes it is worked out six times; the model works it out once
//! and lets the other five have the same bytes, if they would have begun with the same version and gone as far. What a
//! copy has, up to where, and what its disk has done to it stay its own: nothing is taken from here in place of
//! something that is damaged, collected or has not come yet.

use std::sync::Arc;

use base::{Lsn, PageId};
use litemap::LiteMap;

use super::image::Image;
use crate::epoch::VolumeEpoch;

/// A version of a page, and what it was made of.
#[derive(Clone, Debug)]
pub(super) struct Print {
    /// The version it was built on; zero if on none.
    pub(super) on: Lsn,
    /// The oldest record that was applied to that.
    pub(super) first: Lsn,
    /// How many were.
    pub(super) applied: u32,
    /// What came of it.
    pub(super) image: Arc<Image>,
}

/// Versions that copies of one group have made of its pages lately: two of each page, for while somebody reads at an
/// older point, copies make two in a round.
#[derive(Clone, Debug)]
pub struct Made {
    /// The epoch in whose text they were made.
    epoch: VolumeEpoch,
    prints: LiteMap<PageId, [Option<Print>; 2]>,
    /// Whether a copy may have a version that is still to be worked out.
    unsettled: bool,
}

impl Default for Made {
    fn default() -> Made {
        Made {
            epoch: VolumeEpoch::FIRST,
            prints: LiteMap::new(),
            unsettled: false,
        }
    }
}

impl Made {
    /// A copy that lives in this epoch looks for something. A newer text makes what was made of an older one useless;
    /// whoever lives in an older one has to work by himself.
    pub(super) fn of(&mut self, epoch: VolumeEpoch) -> Option<&mut Made> {
        if epoch > self.epoch {
            *self = Made {
                epoch,
                unsettled: self.unsettled,
                ..Made::default()
            };
        }
        (epoch == self.epoch).then_some(self)
    }

    /// A copy makes versions, which are not worked out yet.
    pub(super) fn begin(&mut self) {
        self.unsettled = true;
    }

    /// Whether a copy may have a version that is still to be worked out.
    pub fn is_unsettled(&self) -> bool {
        self.unsettled
    }

    /// Log that versions are made of is about to be let go, so what is here is of no use any more. What the copies have
    /// was seen to, and some of it is still to be worked out or nothing is.
    pub fn clear(&mut self, unsettled: bool) {
        self.prints = LiteMap::new();
        self.unsettled = unsettled;
    }

    /// The version of a page up to a record, built on this version of it.
    pub(super) fn find(&self, page: PageId, on: Lsn, upto: Lsn) -> Option<&Print> {
        let prints = self.prints.get(&page)?;
        let mut prints = prints.iter().flatten();
        prints.find(|print| print.on == on && print.image.lsn() == upto)
    }

    /// Keeps what a copy has made.
    pub(super) fn keep(&mut self, page: PageId, print: Print) {
        let prints = self.prints.entry(page).or_default();
        prints.rotate_left(1);
        prints[1] = Some(print);
    }
}
