//! A volume that grows.

use super::*;

impl World {
    /// The writer has added a group: its six segments take their seats, as the faults of the moment have them.
    #[cold]
    #[inline(never)]
    pub(super) fn seat_group(&mut self, group: GroupId, cause: EventId) {
        let (usual, slow) = (self.topology.persist_span().micros(), self.slow_copies);
        let wrong_rule = self.topology.wrong_rule;
        let seated = self.seats.add_group(|id| {
            let times = u64::from(slow[id.copy().0 as usize]);
            let persist = SimSpan::from_micros(usual * times);
            Segment::new(id, persist).under(wrong_rule)
        });
        assert_eq!(seated, group, "groups come one after another");
        self.send_causes.push(SendCause::NONE);
        self.abilities.push(Ability::ReadWrite);
        self.note_abilities([(group, cause)]);
    }
}
