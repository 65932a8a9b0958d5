//! Carrying out commands that break and mend.

use base::{CopyId, EventId, GroupId, SegmentId, SimSpan, ZoneId};
use sim::FULL_SPEED_PERMILLE;

use crate::command::{Refusal, Site};
use crate::world::{World, place_of};
use crate::{Ability, Address, CopySet, Event};

/// How much slower something may be made.
const TIMES: std::ops::RangeInclusive<u32> = 1..=1_000;

impl World {
    /// Whether there are such storage nodes: each letter the volume began with has some, the others once a group has a
    /// copy there.
    pub(crate) fn known_copy(&self, copy: CopyId) -> Result<(), Refusal> {
        let has = |group| self.has_copy(SegmentId::new(group, copy));
        if copy.0 < base::COPIES || self.groups().any(has) {
            Ok(())
        } else {
            Err(Refusal::NoSuchCopy(copy))
        }
    }

    fn known_zone(&self, zone: ZoneId) -> Result<(), Refusal> {
        if zone.0 < base::ZONES {
            Ok(())
        } else {
            Err(Refusal::NoSuchZone(zone))
        }
    }

    /// The segments a copy's name stands for: in one group, or in all.
    fn segments_named(
        &self,
        copy: CopyId,
        group: Option<GroupId>,
    ) -> Result<Vec<SegmentId>, Refusal> {
        self.known_copy(copy)?;
        let groups = self.groups().len() as u32;
        match group {
            Some(group) if group.0 >= groups => Err(Refusal::NoSuchGroup { group, groups }),
            Some(group) if !self.has_copy(SegmentId::new(group, copy)) => {
                Err(Refusal::NotAMember(copy))
            }
            Some(group) => Ok(vec![SegmentId::new(group, copy)]),
            None => {
                let all = self.groups().map(|group| SegmentId::new(group, copy));
                let named: Vec<SegmentId> = all.filter(|id| self.has_copy(*id)).collect();
                if named.is_empty() {
                    Err(Refusal::NotAMember(copy))
                } else {
                    Ok(named)
                }
            }
        }
    }

    pub(crate) fn stop_copy(
        &mut self,
        copy: CopyId,
        group: Option<GroupId>,
    ) -> Result<(), Refusal> {
        let mut segments = self.segments_named(copy, group)?;
        segments.retain(|segment| self.is_up(*segment));
        if segments.is_empty() {
            return Err(Refusal::AlreadyStopped(copy));
        }
        let mut faults = Vec::with_capacity(segments.len());
        for segment in segments {
            self.set_up(segment, false);
            let fault = self.note_fault(Event::CopyStopped { segment });
            faults.push((segment.group(), fault));
        }
        self.note_abilities(faults);
        self.look_who_is_away();
        Ok(())
    }

    pub(crate) fn restart_copy(
        &mut self,
        copy: CopyId,
        group: Option<GroupId>,
    ) -> Result<(), Refusal> {
        let mut segments = self.segments_named(copy, group)?;
        segments.retain(|segment| !self.is_up(*segment));
        if segments.is_empty() {
            return Err(Refusal::NotStopped(copy));
        }
        let mut repairs = Vec::with_capacity(segments.len());
        for segment in segments {
            self.set_up(segment, true);
            let repair = self.note_fault(Event::CopyRestarted { segment });
            repairs.push((segment.group(), repair));
        }
        self.note_abilities(repairs);
        self.look_who_is_away();
        Ok(())
    }

    pub(crate) fn set_copy_cut(&mut self, copy: CopyId, cut: bool) -> Result<(), Refusal> {
        self.known_copy(copy)?;
        match (self.is_copy_cut(copy), cut) {
            (true, true) => return Err(Refusal::CopyAlreadyCut(copy)),
            (false, false) => return Err(Refusal::CopyNotCut(copy)),
            _ => {}
        }
        for site in self.storage_nodes(copy) {
            self.network_mut().set_site_cut(site, cut);
        }
        let cause = self.note_fault(if cut {
            Event::CopyCut { copy }
        } else {
            Event::CopyHealed { copy }
        });
        self.note_abilities(self.groups().map(|group| (group, cause)));
        self.look_who_is_away();
        Ok(())
    }

    pub(crate) fn set_zone_cut(&mut self, zone: ZoneId, cut: bool) -> Result<(), Refusal> {
        self.known_zone(zone)?;
        match (self.is_zone_cut(zone), cut) {
            (true, true) => return Err(Refusal::ZoneAlreadyCut(zone)),
            (false, false) => return Err(Refusal::ZoneNotCut(zone)),
            _ => {}
        }
        self.network_mut().set_place_cut(place_of(zone), cut);
        let cause = self.note_fault(if cut {
            Event::ZoneCut { zone }
        } else {
            Event::ZoneHealed { zone }
        });
        self.note_abilities(self.groups().map(|group| (group, cause)));
        self.look_who_is_away();
        self.cluster_changed(cause);
        self.listen_for_silence(cause);
        Ok(())
    }

    pub(crate) fn slow_copy(&mut self, copy: CopyId, times: u32) -> Result<(), Refusal> {
        let segments = self.segments_named(copy, None)?;
        check_times(times)?;
        let usual = self.topology().persist_span().micros();
        for segment in segments {
            let slowed = SimSpan::from_micros(usual * u64::from(times));
            self.segment_mut(segment).set_persist_span(slowed);
        }
        self.note_fault(Event::CopySlowed { copy, times });
        Ok(())
    }

    pub(crate) fn slow_link(&mut self, from: Site, to: Site, times: u32) -> Result<(), Refusal> {
        if from == to {
            return Err(Refusal::SameSite(from));
        }
        check_times(times)?;
        for from in self.sites_of(from) {
            for to in self.sites_of(to) {
                let permille = times * FULL_SPEED_PERMILLE;
                self.network_mut().set_link_speed(from, to, permille);
            }
        }
        self.note_fault(Event::LinkSlowed { from, to, times });
        Ok(())
    }

    pub(crate) fn lose_messages(
        &mut self,
        copy: Option<CopyId>,
        percent: u32,
    ) -> Result<(), Refusal> {
        if percent > 100 {
            let value = percent.into();
            return Err(Refusal::OutOfRange {
                field: "percent",
                value,
                min: 0,
                max: 100,
            });
        }
        match copy {
            Some(copy) => {
                self.known_copy(copy)?;
                for site in self.storage_nodes(copy) {
                    self.network_mut().set_site_loss(site, percent * 10);
                }
            }
            None => self.network_mut().set_loss(percent * 10),
        }
        self.note_fault(Event::LossSet { copy, percent });
        Ok(())
    }

    /// The copies of a group that are up and that messages can reach from the writer and back.
    pub fn reachable(&self, group: GroupId) -> CopySet {
        let writer = self.site_of(Site::Writer);
        self.copies_of(group)
            .filter(|id| self.is_up(*id))
            .filter(|id| {
                let site = self.site_of_address(Address::Segment(*id));
                self.network().is_open(writer, site)
            })
            .map(SegmentId::copy)
            .collect()
    }

    /// What a group can do now, seen from outside.
    pub fn ability(&self, group: GroupId) -> Ability {
        let (up, hydrated) = (self.reachable(group), self.hydrated(group));
        self.members(group).ability(self.quorum(), up, hydrated)
    }

    /// Notes each of these groups whose ability has changed, and what changed it.
    pub(crate) fn note_abilities(&mut self, groups: impl IntoIterator<Item = (GroupId, EventId)>) {
        for (group, cause) in groups {
            let (ability, reachable) = (self.ability(group), self.reachable(group));
            if self.exchange_ability(group, ability) != ability {
                let changed = Event::AbilityChanged {
                    group,
                    ability,
                    reachable,
                };
                self.note_consequence(cause, changed);
            }
        }
    }
}

fn check_times(times: u32) -> Result<(), Refusal> {
    if TIMES.contains(&times) {
        return Ok(());
    }
    let (min, max) = ((*TIMES.start()).into(), (*TIMES.end()).into());
    Err(Refusal::OutOfRange {
        field: "times",
        value: times.into(),
        min,
        max,
    })
}
