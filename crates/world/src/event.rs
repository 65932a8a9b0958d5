//! Everything that can be seen to happen.

use std::hash::Hash;
use std::mem::discriminant;

use base::{
    ClientId, CopyId, Digest, GroupId, InstanceId, Noted, PageId, ReaderId, RequestId, SegmentId,
    ZoneId,
};
use serde::Serialize;

use crate::cluster_event::ClusterEvent;
use crate::command::Site;
use crate::region::RegionEvent;
use crate::{Ability, Address, CopySet, Happening, Message};

/// Why a message did not arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LostWhy {
    /// Its way is cut.
    Cut,
    /// Lost by chance.
    Chance,
    /// The receiver is stopped.
    Stopped,
    /// The receiver has not opened the volume yet.
    NotOpen,
    /// The receiver is a reader, and takes no writes (I-21).
    ReadOnly,
}

/// Why a copy is replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ReplaceWhy {
    /// Somebody asked for it.
    Asked,
    /// Too much work falls on its storage node: it is marked bad and moved to a cooler one.
    Hot,
    /// It has been away for longer than the control plane waits.
    Away,
}

/// Something that has happened; the journal adds when, and because of which event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// The run began.
    RunBegan {
        /// Its seed.
        seed: u64,
    },
    /// A client has a question: this begins its story.
    Asked {
        /// The request.
        request: RequestId,
        /// Who asks.
        client: ClientId,
        /// Whether it writes.
        write: bool,
        /// The mark of the row it is about; 0 if it is about several.
        row: u32,
        /// The mark of the value it writes; 0 if it reads one row, or is about several.
        value: u32,
    },
    /// A message left.
    Sent {
        /// From whom.
        from: Address,
        /// To whom.
        to: Address,
        /// What.
        message: Message,
    },
    /// A message arrived; its cause is its being sent.
    Delivered {
        /// From whom.
        from: Address,
        /// To whom.
        to: Address,
    },
    /// A message got lost; its cause is its being sent.
    Lost {
        /// From whom.
        from: Address,
        /// To whom.
        to: Address,
        /// Why.
        why: LostWhy,
    },
    /// A copy stopped.
    CopyStopped {
        /// The copy of one group.
        segment: SegmentId,
    },
    /// A copy is back.
    CopyRestarted {
        /// The copy of one group.
        segment: SegmentId,
    },
    /// A copy's storage node is cut off from everything.
    CopyCut {
        /// The copy, in all groups.
        copy: CopyId,
    },
    /// A copy's storage node is reachable again.
    CopyHealed {
        /// The copy, in all groups.
        copy: CopyId,
    },
    /// A zone is cut off from everything outside it.
    ZoneCut {
        /// The zone.
        zone: ZoneId,
    },
    /// A zone is reachable again.
    ZoneHealed {
        /// The zone.
        zone: ZoneId,
    },
    /// A copy's disk has become so many times slower than usual (1: as usual).
    CopySlowed {
        /// The copy, in all groups.
        copy: CopyId,
        /// How many times.
        times: u32,
    },
    /// The way between two sites has become so many times longer than usual (1: as usual).
    LinkSlowed {
        /// One end.
        from: Site,
        /// The other.
        to: Site,
        /// How many times.
        times: u32,
    },
    /// A share of messages gets lost from now on.
    LossSet {
        /// The copy whose messages are meant; all messages if none.
        copy: Option<CopyId>,
        /// The share, in percent.
        percent: u32,
    },
    /// A copy is to be replaced.
    ReplacementBegan {
        /// The member that is to leave.
        segment: SegmentId,
        /// Why.
        why: ReplaceWhy,
    },
    /// The control plane has found a copy that takes several times as long as the others to make batches durable.
    HotFound {
        /// The copy of one group.
        segment: SegmentId,
        /// How long it takes on average, in microseconds.
        micros: u64,
        /// The median of the others, in microseconds.
        others_micros: u64,
    },
    /// The replacement of a copy is taken back.
    ReplacementTakenBack {
        /// The member that stays.
        segment: SegmentId,
        /// Whether because it has come back before its replacement was full.
        came_back: bool,
    },
    /// The storage nodes of a copy go down to be patched.
    PatchBegan {
        /// The copy, in all groups.
        copy: CopyId,
    },
    /// They are patched and come back.
    PatchEnded {
        /// The copy, in all groups.
        copy: CopyId,
    },
    /// Background work of storage nodes rests.
    BackgroundPaused {
        /// The copy, in all groups; all copies if none.
        copy: Option<CopyId>,
    },
    /// Background work of storage nodes goes on.
    BackgroundResumed {
        /// The copy, in all groups; all copies if none.
        copy: Option<CopyId>,
    },
    /// A page version was spoilt on the disk of a copy.
    PageDamaged {
        /// The copy of one group.
        segment: SegmentId,
        /// The page.
        page: PageId,
    },
    /// A long query has come to its end and reads its row.
    LongReadEnded {
        /// The request.
        request: RequestId,
    },
    /// The process of an instance crashed: what it had in memory is gone.
    WriterCrashed {
        /// The instance.
        instance: InstanceId,
    },
    /// An instance starts as the writer; from now on the cluster endpoint points at it.
    WriterStarted {
        /// The instance.
        instance: InstanceId,
        /// The zone it runs in.
        zone: ZoneId,
    },
    /// A reader stopped: what it had in memory is gone.
    ReaderStopped {
        /// The reader.
        reader: ReaderId,
    },
    /// A reader is started again.
    ReaderRestarted {
        /// The reader.
        reader: ReaderId,
    },
    /// A reader's process ends, and its host starts as the writer.
    PromotionBegan {
        /// The reader.
        reader: ReaderId,
    },
    /// An instance that was the writer ends its process, to come back as a reader (F-12).
    WriterDemoted {
        /// The instance.
        instance: InstanceId,
    },
    /// The writer's name points at this instance from now on (F-11).
    EndpointMoved {
        /// The instance.
        reader: ReaderId,
    },
    /// A client has a connection to this instance (I-6).
    Connected {
        /// The client.
        client: ClientId,
        /// The instance.
        reader: ReaderId,
    },
    /// A client's connection to this instance broke (F-9).
    ConnectionBroke {
        /// The client.
        client: ClientId,
        /// The instance.
        reader: ReaderId,
    },
    /// Somebody asked for another writer (F-15).
    FailoverAsked {
        /// Whom they named, if anybody.
        to: Option<ReaderId>,
    },
    /// An instance has another promotion tier (F-3).
    TierSet {
        /// The instance.
        reader: ReaderId,
        /// Its tier.
        tier: u8,
    },
    /// A reader was added to the cluster.
    ReaderAdded {
        /// The reader.
        reader: ReaderId,
        /// The zone it runs in.
        zone: ZoneId,
    },
    /// Clients began to work by themselves.
    LoadStarted,
    /// Clients stopped asking by themselves.
    LoadStopped,
    /// A planned command made no sense when its moment came.
    CommandRefused {
        /// Its place in the plan.
        number: u32,
    },
    /// What a group can do has changed, seen from outside: which copies are up and reachable for the writer.
    AbilityChanged {
        /// The group.
        group: GroupId,
        /// What it can do now.
        ability: Ability,
        /// The copies that can be reached.
        reachable: CopySet,
    },
    /// Something happened to a cluster that looks after its writer.
    #[serde(untagged)]
    Cluster(ClusterEvent),
    /// Something happened because the cluster belongs to a global database.
    #[serde(untagged)]
    Region(RegionEvent),
    /// Something happened inside the database.
    #[serde(untagged)]
    Database(Happening),
}

impl Noted for Event {
    #[inline(always)]
    fn mix_into(&self, digest: &mut Digest) {
        match self {
            Event::Sent { from, to, message } => {
                digest.add(&discriminant(self));
                digest.add(from);
                digest.add(to);
                message.mix_into(digest);
            }
            Event::Delivered { from, to } => {
                digest.add(&discriminant(self));
                digest.add(from);
                digest.add(to);
            }
            Event::Database(what) => {
                digest.add(&discriminant(self));
                what.mix_into(digest);
            }
            _ => self.hash(digest),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pattern::{self, Rows};

    #[test]
    fn the_commonest_events_weigh_in_the_digest_as_all_others_do() {
        let (mut world, _) = pattern::six_copies_with(2, 20, 3, Rows::OfActiveGroups);
        let mut kinds = std::collections::BTreeSet::new();
        for _ in 0..30 {
            pattern::deliver(&mut world, 100);
            for (_, entry) in world.journal().since(base::EventId(0)) {
                let (mut mixed, mut hashed) = (Digest::default(), Digest::default());
                entry.event.mix_into(&mut mixed);
                hashed.add(&entry.event);
                assert_eq!(mixed, hashed, "{:?}", entry.event);
                let text = format!("{:?}", entry.event);
                kinds.insert(text.split(&[' ', '{']).take(2).collect::<String>());
            }
        }
        assert!(kinds.len() > 9, "{kinds:?}");
    }
}
