//! Sites of the network, and what the commands of [`crate::faults`] change.

use super::*;

impl World {
    /// Notes something a command did.
    pub(crate) fn note_fault(&mut self, event: Event) -> EventId {
        let id = self.note(None, event);
        self.from_outside.push(id);
        id
    }

    /// Notes something that came of what a command did, at once.
    pub(crate) fn note_consequence(&mut self, cause: EventId, event: Event) {
        let id = self.note(Some(cause), event);
        self.from_outside.push(id);
    }

    pub(crate) fn network(&self) -> &Network {
        &self.network
    }

    pub(crate) fn network_mut(&mut self) -> &mut Network {
        &mut self.network
    }

    pub(crate) fn segment_mut(&mut self, id: SegmentId) -> &mut Segment {
        &mut self.seats[id].segment
    }

    pub(crate) fn set_up(&mut self, id: SegmentId, up: bool) {
        let now = self.agenda.now();
        let cause = self.journal.next_id();
        if up {
            self.stopped.remove(&id);
        } else {
            self.stopped.insert(id, ());
        }
        let seat = &mut self.seats[id];
        seat.up = up;
        if up {
            let log = self.history.log(seat.segment.stamp().volume);
            seat.segment.restart(now, log);
            self.settle_segment(id, cause);
        } else {
            seat.segment.stop();
            seat.taken_in.clear();
            seat.ordered = None;
        }
    }

    /// Remembers what a group can do now and returns what it could do before.
    pub(crate) fn exchange_ability(&mut self, group: GroupId, ability: Ability) -> Ability {
        std::mem::replace(&mut self.abilities[group], ability)
    }

    /// Sites were added in this order: the writer, the clients, then for each letter a storage node in each zone, and
    /// the control plane. A copy without a zone of its own yet stands for its storage node in the first group that has
    /// it.
    pub(crate) fn site_of(&self, site: Site) -> SiteId {
        match site {
            Site::Writer => self.instances[self.current].site,
            Site::Clients => SiteId(1),
            copy => {
                let copy = copy.as_copy().expect("the other sites are copies");
                let has = |group: &GroupId| self.members(*group).everyone().contains(copy);
                let group = if self.control.nothing_changed() {
                    None
                } else {
                    self.groups().find(has)
                };
                storage_node(copy, self.members(group.unwrap_or(GroupId(0))).zone(copy))
            }
        }
    }

    /// The storage nodes of a copy, one in each zone: whichever groups have a copy of that letter have it on these.
    pub(crate) fn storage_nodes(&self, copy: CopyId) -> [SiteId; ZONES as usize] {
        std::array::from_fn(|zone| storage_node(copy, ZoneId(zone as u8)))
    }

    /// Every site that one end of a link stands for.
    pub(crate) fn sites_of(&self, site: Site) -> Vec<SiteId> {
        match site.as_copy() {
            Some(copy) => self.storage_nodes(copy).into(),
            None => vec![self.site_of(site)],
        }
    }

    /// Whether nothing is cut between two machines.
    #[inline(never)]
    pub(super) fn is_way_open(&self, from: Address, to: Address) -> bool {
        let (from, to) = (self.site_of_address(from), self.site_of_address(to));
        self.network.is_open(from, to)
    }

    #[inline(always)]
    pub(crate) fn site_of_address(&self, address: Address) -> SiteId {
        match address {
            Address::Instance(id) => self.instances[id].site,
            Address::Client(_) => SiteId(1),
            Address::Segment(id) if self.control.nothing_changed() => {
                self.storage_nodes[id.copy().0 as usize]
            }
            Address::Segment(id) => storage_node(id.copy(), self.zone_of(id)),
            Address::Reader(id) => self.readers[id].site,
            Address::ControlPlane => SiteId(2 + u16::from(SLOTS * ZONES)),
        }
    }
}

/// The site of the storage node that has the copies of this letter in this zone.
#[inline]
pub(super) fn storage_node(copy: CopyId, zone: ZoneId) -> SiteId {
    SiteId(2 + u16::from(copy.0 * ZONES + zone.0))
}
