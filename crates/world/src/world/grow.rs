//! A volume that grows.

use super::*;

impl World {
    /// The writer has added a group: its six segments take their seats, as the faults of the moment have them.
    #[cold]
    #[inline(never)]
    pub(super) fn seat_group(&mut self, group: GroupId, cause: EventId) {
        for copy in CopyId::all() {
            let id = SegmentId::new(group, copy);
            let mut seat = Seat::new(id, &self.topology);
            let times = u64::from(self.slow_copies[copy.0 as usize]);
            let usual = self.topology.persist_span().micros();
            seat.segment
                .set_persist_span(SimSpan::from_micros(usual * times));
            let seated = self.seats.push(seat);
            assert_eq!(seated, id, "groups come one after another");
        }
        self.send_causes.push(SendCause::NONE);
        self.abilities.push(Ability::ReadWrite);
        self.note_abilities([(group, cause)]);
    }
}
