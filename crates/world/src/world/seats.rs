//! The copies there are, and what the outside has done to each.
//!
//! Nearly all groups have the six copies they began with, side by side in one list. Whoever has joined a group under
//! another letter stands apart, so that a volume of thousands of idle groups does not keep empty seats.

use std::ops::{Index, IndexMut};

use base::COPIES;

use super::*;

/// So many copies are more than a processor's nearer caches hold `[choice]`.
const MANY: usize = 2_048;

/// One copy and what the outside has done to it. As in a segment, what a write touches stands together, in whole lines
/// of the processor's cache.
#[derive(Clone, Debug)]
#[repr(C, align(64))]
pub(super) struct Seat {
    pub(super) up: bool,
    /// The arrivals of batches that are not yet durable, in the order they came.
    pub(super) taken_in: Arrivals,
    pub(super) alarms: Alarms,
    pub(super) segment: Segment,
    /// The arrivals of orders that are not yet on disk, in the order they came.
    pub(super) ordered: Option<Box<Arrivals>>,
    /// The membership epoch in which it joined: what comes from an older one was sent by somebody who had the
    /// letter before.
    pub(super) since: MembershipEpoch,
}

/// Events that wait for their consequences, in the order they came. Mostly it is one.
#[derive(Clone, Debug)]
pub(super) struct Arrivals {
    /// The run's beginning, of which nobody waits, stands for none.
    oldest: EventId,
    later: Option<Box<Later>>,
}

#[derive(Clone, Debug, Default)]
struct Later(VecDeque<EventId>);

const NO_ARRIVAL: EventId = EventId(0);

impl Default for Arrivals {
    fn default() -> Arrivals {
        Arrivals {
            oldest: NO_ARRIVAL,
            later: None,
        }
    }
}

impl Arrivals {
    #[inline]
    pub(super) fn push_back(&mut self, event: EventId) {
        if self.oldest == NO_ARRIVAL {
            self.oldest = event;
        } else {
            self.later.get_or_insert_default().0.push_back(event);
        }
    }

    #[inline]
    pub(super) fn pop_front(&mut self) -> Option<EventId> {
        let next = self.later.as_mut().and_then(|later| later.0.pop_front());
        let oldest = std::mem::replace(&mut self.oldest, next.unwrap_or(NO_ARRIVAL));
        (oldest != NO_ARRIVAL).then_some(oldest)
    }

    pub(super) fn clear(&mut self) {
        *self = Arrivals::default();
    }
}

impl Seat {
    pub(super) fn new(segment: Segment, since: MembershipEpoch) -> Seat {
        Seat {
            up: true,
            taken_in: Arrivals::default(),
            alarms: Alarms::default(),
            segment,
            ordered: None,
            since,
        }
    }
}

/// Every copy of every group.
#[derive(Clone, Debug, Default)]
pub(super) struct Seats {
    six: Vec<Seat>,
    later: LiteMap<SegmentId, Seat>,
}

impl Seats {
    /// Adds the six copies of the next group, and says which that is.
    pub(super) fn add_group(&mut self, segment: impl Fn(SegmentId) -> Segment) -> GroupId {
        let group = GroupId((self.six.len() / usize::from(COPIES)) as u32);
        let ids = CopyId::all().map(|copy| SegmentId::new(group, copy));
        self.six
            .extend(ids.map(|id| Seat::new(segment(id), MembershipEpoch::FIRST)));
        group
    }

    /// Every copy there is or was.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Seat> {
        self.six.iter().chain(self.later.values())
    }

    /// Gives a letter's seat to a newcomer.
    pub(super) fn take(&mut self, seat: Seat) {
        let id = seat.segment.id();
        match self.place(id) {
            Some(place) => self.six[place] = seat,
            None => {
                self.later.insert(id, seat);
            }
        }
    }

    /// A copy, if there is or was one of that letter.
    pub(super) fn get(&self, id: SegmentId) -> Option<&Seat> {
        match self.place(id) {
            Some(place) => self.six.get(place),
            None => self.later.get(&id),
        }
    }

    /// The same, changeable.
    pub(super) fn get_mut(&mut self, id: SegmentId) -> Option<&mut Seat> {
        match self.place(id) {
            Some(place) => self.six.get_mut(place),
            None => self.later.get_mut(&id),
        }
    }

    /// Whether they are more than a processor's cache holds.
    #[inline]
    pub(super) fn are_many(&self) -> bool {
        self.six.len() > MANY
    }

    /// Reads a little of each part of a copy that a write touches.
    #[inline]
    pub(super) fn touch(&self, id: SegmentId) -> u64 {
        let seat = self.place(id).and_then(|place| self.six.get(place));
        seat.map_or(0, |seat| u64::from(seat.up) ^ seat.segment.touch())
    }

    // Hardly ever is a copy looked for that has joined later; so the search does not stand where seats are asked for.
    #[cold]
    #[inline(never)]
    fn joined(&self, id: SegmentId) -> &Seat {
        &self.later[&id]
    }

    #[cold]
    #[inline(never)]
    fn joined_mut(&mut self, id: SegmentId) -> &mut Seat {
        self.later.get_mut(&id).expect("it has joined")
    }

    #[inline]
    fn place(&self, id: SegmentId) -> Option<usize> {
        let (group, copy) = (id.group().0 as usize, id.copy().0);
        (copy < COPIES).then(|| group * usize::from(COPIES) + usize::from(copy))
    }
}

impl Index<SegmentId> for Seats {
    type Output = Seat;

    #[inline]
    fn index(&self, id: SegmentId) -> &Seat {
        match self.place(id) {
            Some(place) => &self.six[place],
            None => self.joined(id),
        }
    }
}

impl IndexMut<SegmentId> for Seats {
    #[inline]
    fn index_mut(&mut self, id: SegmentId) -> &mut Seat {
        match self.place(id) {
            Some(place) => &mut self.six[place],
            None => self.joined_mut(id),
        }
    }
}
