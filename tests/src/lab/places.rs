//! Zones and copies as things to do something to.

use base::{CopyId, GroupId, Lsn, SegmentId, ZoneId};
use world::{Command, Site};

use super::{Lab, group};

impl Lab {
    /// A zone to do something to.
    pub fn zone(&mut self, zone: ZoneId) -> ZoneInLab<'_> {
        ZoneInLab { lab: self, zone }
    }

    /// A copy to do something to, by its letter.
    pub fn copy(&mut self, letter: char) -> CopyInLab<'_> {
        CopyInLab {
            lab: self,
            copy: copy(letter),
            group: None,
        }
    }

    /// Stops these copies in all groups.
    pub fn crash(&mut self, letters: &str) {
        letters.chars().for_each(|letter| self.copy(letter).crash());
    }
}

/// A copy by its letter.
pub(super) fn copy(letter: char) -> CopyId {
    CopyId::slots()
        .find(|copy| copy.letter() == letter)
        .expect("copies are named A to H")
}

/// A zone to do something to.
pub struct ZoneInLab<'a> {
    lab: &'a mut Lab,
    zone: ZoneId,
}

impl<'a> ZoneInLab<'a> {
    /// Cuts it off.
    pub fn cut(self) {
        self.lab.give(&Command::CutZone { zone: self.zone });
    }

    /// Makes it reachable again.
    pub fn heal(self) {
        self.lab.give(&Command::HealZone { zone: self.zone });
    }

    /// One of its two copies: 0 or 1.
    pub fn copy(self, place: u8) -> CopyInLab<'a> {
        let copy = self
            .zone
            .copies()
            .nth(place.into())
            .expect("a zone has two copies");
        CopyInLab {
            lab: self.lab,
            copy,
            group: None,
        }
    }
}

/// A copy to do something to.
pub struct CopyInLab<'a> {
    lab: &'a mut Lab,
    copy: CopyId,
    group: Option<GroupId>,
}

impl CopyInLab<'_> {
    /// Only its segment of this group, by the group's number.
    #[must_use]
    pub fn of_group(mut self, number: u32) -> Self {
        self.group = Some(group(number));
        self
    }

    /// Stops it.
    pub fn crash(self) {
        self.lab.give(&Command::StopCopy {
            copy: self.copy,
            group: self.group,
        });
    }

    /// Starts it again.
    pub fn restart(self) {
        self.lab.give(&Command::RestartCopy {
            copy: self.copy,
            group: self.group,
        });
    }

    /// Cuts its storage node off.
    pub fn cut(self) {
        self.lab.give(&Command::CutCopy { copy: self.copy });
    }

    /// Makes its storage node reachable again.
    pub fn heal(self) {
        self.lab.give(&Command::HealCopy { copy: self.copy });
    }

    /// Makes its disk so many times slower.
    pub fn slow(self, times: u32) {
        self.lab.give(&Command::SlowCopy {
            copy: self.copy,
            times,
        });
    }

    /// Makes the way between it and the writer so many times longer.
    pub fn slow_link(self, times: u32) {
        self.lab
            .slow_link(Site::Writer, Site::copy(self.copy), times);
    }

    /// Loses a share of its messages.
    pub fn lose(self, percent: u32) {
        self.lab.give(&Command::LoseMessages {
            copy: Some(self.copy),
            percent,
        });
    }

    /// How far it is complete in the group named before, or in the first.
    pub fn scl(self) -> Lsn {
        self.lab.world.segment(self.segment()).scl()
    }

    /// How many records it holds beyond a hole.
    pub fn beyond_hole(self) -> u32 {
        self.lab.world.segment(self.segment()).beyond_hole()
    }

    fn segment(&self) -> SegmentId {
        SegmentId::new(self.group.unwrap_or_default(), self.copy)
    }
}
