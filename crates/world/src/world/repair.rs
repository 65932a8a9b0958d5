//! Repair without being asked: who stays away for too long is replaced (EX-3).
//!
//! The control plane watches every copy. How it does that, with which heartbeats, is not shown; what is shown
//! is its patience. A copy that is away for a moment only will be back before its replacement would be full, so
//! patience saves work; but the longer it is, the longer a second failure may hit a group that has lost one already
//! . A copy in a zone that is cut off is not replaced: its replacement would stand in the same zone. And a copy
//! that comes back before its replacement is full stays (EX-30).

use super::*;
use crate::event::ReplaceWhy;

/// The watch over copies that are away.
#[derive(Clone, Debug, Default)]
pub(super) struct Watch {
    /// The copies that cannot be reached, and since when.
    away: LiteMap<SegmentId, SimTime>,
    /// The members that are being replaced because they were away.
    given_up: LiteMap<SegmentId, ()>,
}

impl World {
    fn patience(&self) -> Option<SimSpan> {
        let millis = self.topology.repair_after_millis;
        (millis > 0).then(|| SimSpan::from_millis(millis.into()))
    }

    /// Something was done to the copies, or a group has another member: looks who is away, and who has come back.
    pub(crate) fn look_who_is_away(&mut self) {
        let Some(patience) = self.patience() else {
            return;
        };
        let now = self.agenda.now();
        let mut newly_away = false;
        let mut back = Vec::new();
        let gone: Vec<SegmentId> = self
            .watch
            .away
            .keys()
            .copied()
            .filter(|id| !self.has_copy(*id))
            .collect();
        for id in gone {
            self.watch.away.remove(&id);
        }
        for group in self.groups() {
            for id in self.copies_of(group) {
                let away = !self.answers_control_plane(id) && !self.is_zone_cut(self.zone_of(id));
                if !away {
                    if self.watch.away.remove(&id).is_some() {
                        back.push(id);
                    }
                } else if self.watch.away.get(&id).is_none() {
                    self.watch.away.insert(id, now);
                    newly_away = true;
                }
            }
        }
        if newly_away {
            self.agenda.book(now + patience, Booked::Absence);
        }
        for id in back {
            self.has_come_back(id);
        }
    }

    fn answers_control_plane(&self, id: SegmentId) -> bool {
        let site = self.site_of_address(Address::Segment(id));
        let control = self.site_of_address(Address::ControlPlane);
        self.is_up(id) && self.network.is_open(control, site)
    }

    /// A member that was given up has come back: unless its replacement is full already, it stays.
    fn has_come_back(&mut self, id: SegmentId) {
        if self.watch.given_up.remove(&id).is_none() {
            return;
        }
        if let Some(swap) = self.planned_swap(id)
            && !self.hydrated(id.group()).contains(swap.joins)
        {
            self.take_back(id, true);
        }
    }

    /// Patience has run out for somebody. Returns whether for anybody who is still away.
    #[inline(never)]
    pub(super) fn give_up(&mut self) -> bool {
        let Some(patience) = self.patience() else {
            return false;
        };
        let now = self.agenda.now();
        let overdue: Vec<SegmentId> = self
            .watch
            .away
            .iter()
            .filter(|(_, since)| **since + patience <= now)
            .map(|(id, _)| *id)
            .collect();
        let mut did = false;
        for id in overdue {
            // Giving one up changes who the others are.
            did |= self.has_copy(id) && self.give_up_one(id);
        }
        if !self.watch.away.is_empty() {
            self.agenda.book(now + patience, Booked::Absence);
        }
        did
    }

    fn give_up_one(&mut self, id: SegmentId) -> bool {
        let planned = self.control.planned(id.group());
        if let Some(swap) = planned.swaps().find(|swap| swap.joins == id.copy()) {
            // The newcomer itself is away: another in its place.
            self.watch.away.remove(&id);
            let leaves = SegmentId::new(id.group(), swap.leaves);
            self.take_back(leaves, false);
            self.watch.given_up.remove(&leaves);
            return true;
        }
        if planned.begin(id.copy()).is_err() {
            return false;
        }
        self.watch.given_up.insert(id, ());
        self.begin_replacing(id, ReplaceWhy::Away, None);
        true
    }
}
