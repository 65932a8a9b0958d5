//! Which membership and geometry epochs each machine knows, and which a message was sent with (M-1, M-2).
//!
//! A message says nothing of its stamp in the journal; but what a segment has learnt is there, and so is what a writer
//! has taken over and which groups it has added. Where that is not enough to be sure (an instance that is recovering, a
//! reader, the control plane), a sender is taken to know everything: what is found here is a fault.

use base::{EventId, GroupId, InstanceId, SegmentId, SimTime};
use litemap::LiteMap;

use crate::{Address, GeometryEpoch, Happening, MembershipEpoch, Message, Stamp};

/// Of a group's members, and of the volume's groups.
type Known = (MembershipEpoch, GeometryEpoch);

const FIRST: Known = (MembershipEpoch::FIRST, GeometryEpoch::FIRST);
const EVERYTHING: Known = (MembershipEpoch(u16::MAX), GeometryEpoch(u16::MAX));

/// What is known of who knows what, where it is not the first epoch.
#[derive(Clone, Debug)]
pub(super) struct Stamps {
    segments: LiteMap<SegmentId, Known>,
    /// The members a writer goes by.
    writers: LiteMap<(InstanceId, GroupId), MembershipEpoch>,
    geometries: LiteMap<InstanceId, GeometryEpoch>,
    /// The newest there are.
    proposed: LiteMap<GroupId, MembershipEpoch>,
    geometry: GeometryEpoch,
    /// Messages on their way.
    sent: LiteMap<EventId, Known>,
    /// Those that writers have sent at this moment. What a writer learns at the moment it speaks it may have learnt just
    /// before: the journal tells one after the other what happened at once.
    sent_now: Vec<(EventId, InstanceId)>,
    now: SimTime,
}

impl Default for Stamps {
    fn default() -> Stamps {
        Stamps {
            segments: LiteMap::new_vec(),
            writers: LiteMap::new_vec(),
            geometries: LiteMap::new_vec(),
            proposed: LiteMap::new_vec(),
            geometry: GeometryEpoch::FIRST,
            sent: LiteMap::new_vec(),
            sent_now: Vec::new(),
            now: SimTime::ZERO,
        }
    }
}

impl Stamps {
    fn of_segment(&self, segment: SegmentId) -> Known {
        self.segments.get(&segment).copied().unwrap_or(FIRST)
    }

    /// A message leaves for a segment; its sender writes, if it is an instance, or only wants to.
    pub fn sent(
        &mut self,
        id: EventId,
        at: SimTime,
        (from, writes): (Address, bool),
        to: SegmentId,
        message: Message,
    ) {
        if at > self.now {
            self.now = at;
            self.sent_now.clear();
        }
        if let Address::Instance(writer) = from {
            self.sent_now.push((id, writer));
        }
        let known = match (from, message) {
            // A refusal is an answer: what it says is current may be learnt from anybody (M-4).
            (_, Message::Stale { .. }) => EVERYTHING,
            (Address::Segment(segment), _) => self.of_segment(segment),
            (Address::Instance(writer), _) if writes => {
                let members = self.writers.get(&(writer, to.group()));
                let geometry = self.geometries.get(&writer);
                (
                    members.copied().unwrap_or(FIRST.0),
                    geometry.copied().unwrap_or(FIRST.1),
                )
            }
            _ => EVERYTHING,
        };
        if known != FIRST {
            self.sent.insert(id, known);
        }
    }

    /// A message is lost.
    pub fn lost(&mut self, sent: EventId) {
        self.sent.remove(&sent);
    }

    /// A message arrives at a segment. Returns whether its sender knew less than the segment does.
    pub fn is_stale(&mut self, sent: EventId, at: SegmentId) -> bool {
        let (members, geometry) = self.sent.remove(&sent).unwrap_or(FIRST);
        let known = self.of_segment(at);
        members < known.0 || geometry < known.1
    }

    /// Somebody learns something. `writer` is the instance whose doing it is, if it is one's.
    pub fn happened(&mut self, what: Happening, writer: Option<InstanceId>) {
        match what {
            Happening::EpochLearnt {
                segment,
                knows:
                    Stamp {
                        membership,
                        geometry,
                        ..
                    },
            } => {
                self.segments.insert(segment, (membership, geometry));
            }
            Happening::MembersProposed { group, members } => {
                self.proposed.insert(group, members.epoch());
            }
            Happening::GroupAdded { geometry, .. } => {
                self.geometry = self.geometry.max(geometry);
                if let Some(writer) = writer {
                    self.geometries.insert(writer, geometry);
                    self.knew(writer, (MembershipEpoch::FIRST, geometry));
                }
            }
            Happening::WriterRefreshed { segment, knows } => {
                if let Some(writer) = writer {
                    self.writers
                        .insert((writer, segment.group()), knows.membership);
                    self.geometries.insert(writer, knows.geometry);
                    self.knew(writer, (knows.membership, knows.geometry));
                }
            }
            // What the metadata service says (M-15), or what it has heard since.
            Happening::VolumeOpened { instance, .. } => {
                for (group, epoch) in self.proposed.iter() {
                    self.writers.insert((instance, *group), *epoch);
                }
                self.geometries.insert(instance, self.geometry);
            }
            _ => {}
        }
    }

    /// What a writer has sent at this moment it sent knowing this.
    fn knew(&mut self, writer: InstanceId, known: Known) {
        let own = self.sent_now.iter().filter(|(_, by)| *by == writer);
        for (id, _) in own {
            let sent = self.sent.entry(*id).or_insert(FIRST);
            *sent = (sent.0.max(known.0), sent.1.max(known.1));
        }
    }

    /// A newcomer takes a letter: it knows nothing yet.
    pub fn joins(&mut self, segment: SegmentId) {
        self.segments.remove(&segment);
    }
}
