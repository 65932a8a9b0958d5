//! A volume that grows.

use base::COPIES;

use super::seats::Seat;
use super::*;

/// What a group that nothing was ever written to may keep in memory, in bytes: 128 TiB of them must fit.
const IDLE_GROUP_BYTES_MAX: u32 = 4 * 1_024;
const _: () = assert!(World::bytes_per_idle_group() <= IDLE_GROUP_BYTES_MAX);

impl World {
    /// What a run keeps of a group nothing was ever written to, in bytes of memory. Nothing of it lies outside the
    /// structures counted here: lists without entries have no memory of their own.
    pub const fn bytes_per_idle_group() -> u32 {
        let seats = COPIES as u32 * size_of::<Seat>() as u32;
        let own = size_of::<SendCause>()
            + size_of::<Ability>()
            + size_of::<ObjectStore>()
            + size_of::<Made>();
        let database = Writer::bytes_per_idle_group() + RedoLog::bytes_per_idle_group();
        seats + own as u32 + database
    }

    /// The writer has added a group: its six segments take their seats, as the faults of the moment have them.
    #[cold]
    #[inline(never)]
    pub(super) fn seat_group(&mut self, group: GroupId, by: Address, cause: EventId) {
        let Address::Instance(writer) = by else {
            unreachable!("segments add no groups")
        };
        let epoch = self.instances[writer].writer.volume_epoch();
        let (usual, slow) = (self.topology.persist_span().micros(), self.slow_copies);
        let wrong_rule = self.topology.wrong_rule;
        let speeds = &self.speeds;
        let members = self.members(group);
        let seated = self.seats.add_group(|id| {
            let times = u64::from(slow[id.copy().0 as usize]);
            let persist = SimSpan::from_micros(usual * times);
            let mut segment = Segment::new(id, persist)
                .among(members)
                .with_speeds(Arc::clone(speeds))
                .under(wrong_rule);
            segment.born_in(epoch, writer);
            segment
        });
        assert_eq!(seated, group, "groups come one after another");
        self.stores.push(ObjectStore::default());
        self.made.push(Made::default());
        for (_, instance) in self.instances.iter_mut() {
            instance.send_causes.push(SendCause::NONE);
        }
        self.abilities.push(Ability::ReadWrite);
        self.note_abilities([(group, cause)]);
    }
}
