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
            seat.segment.restart(now);
            self.settle_segment(id, cause);
        } else {
            seat.segment.stop();
            seat.taken_in.clear();
        }
    }

    /// Remembers what a group can do now and returns what it could do before.
    pub(crate) fn exchange_ability(&mut self, group: GroupId, ability: Ability) -> Ability {
        std::mem::replace(&mut self.abilities[group], ability)
    }

    /// Sites were added in this order: the writer, the clients, then the six copies.
    pub(crate) fn site_of(&self, site: Site) -> SiteId {
        match site {
            Site::Writer => SiteId(0),
            Site::Clients => SiteId(1),
            copy => SiteId(
                2 + copy
                    .as_copy()
                    .expect("the other sites are copies")
                    .index_u16(),
            ),
        }
    }

    #[inline]
    pub(super) fn site_of_address(&self, address: Address) -> SiteId {
        match address {
            Address::Instance(_) => SiteId(0),
            Address::Client(_) => SiteId(1),
            Address::Segment(id) => SiteId(2 + id.copy().index_u16()),
        }
    }
}
