//! Who lives in which epoch, and who is the writer of each.
//!
//! An event inside the database is somebody's doing: that of the instance or segment a message arrived at, or which an
//! earlier event was the doing of. From that follows in which epoch's text it must be judged, and whether it may
//! happen at all: what comes from an older epoch changes nothing (INV-9), and an epoch has one writer (INV-18).

use base::{CopyId, EventId, GroupId, InstanceId, Lsn, ReaderId, RequestId, SegmentId};
use litemap::LiteMap;
use sim::Entry;

use super::Findings;
use super::past::{process_of, segment_of};
use super::stamps::Stamps;
use crate::{Address, ClusterEvent, CopySet, Event, Happening, Message, RegionEvent, VolumeEpoch};

/// Whose doing an event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Actor {
    Nobody,
    Instance(InstanceId),
    Segment(SegmentId),
    Reader(ReaderId),
}

/// What an instance is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Writer,
    Recovering,
    Gone,
}

#[derive(Clone, Debug)]
pub(super) struct Lives {
    instances: LiteMap<InstanceId, (VolumeEpoch, Role)>,
    /// Segments that live in another epoch than the first.
    segments: LiteMap<SegmentId, VolumeEpoch>,
    /// The epoch each reader follows, and the one its newest message came from.
    readers: LiteMap<ReaderId, (VolumeEpoch, VolumeEpoch)>,
    /// Segments that do nothing for an instance older than this.
    obey: LiteMap<SegmentId, VolumeEpoch>,
    /// Whose doing each event is.
    actors: Vec<Actor>,
    /// The epoch of the sender of each message, where it is not the first.
    sent_in: LiteMap<EventId, VolumeEpoch>,
    /// The other epochs.
    stamps: Stamps,
    /// Arrivals of what comes from an older epoch.
    stale: LiteMap<EventId, ()>,
    epochs_given: VolumeEpoch,
    /// The epochs the volume was opened in, and up to where the log went on in each.
    opened: LiteMap<VolumeEpoch, Lsn>,
    /// The instance the cluster endpoint points at.
    current: InstanceId,
    /// The instance each read was begun at, if it has no answer yet.
    read_by: LiteMap<RequestId, InstanceId>,
    /// The instance that has, or wants, each epoch.
    owners: LiteMap<VolumeEpoch, InstanceId>,
    /// The writer of each epoch in which a record was made.
    writers: LiteMap<VolumeEpoch, InstanceId>,
}

impl Lives {
    pub fn new() -> Lives {
        let first = (VolumeEpoch::FIRST, Role::Writer);
        Lives {
            instances: LiteMap::from_sorted_store_unchecked(vec![(InstanceId::FIRST, first)]),
            segments: LiteMap::new_vec(),
            readers: LiteMap::new_vec(),
            obey: LiteMap::new_vec(),
            actors: Vec::new(),
            sent_in: LiteMap::new_vec(),
            stamps: Stamps::default(),
            stale: LiteMap::new_vec(),
            epochs_given: VolumeEpoch::FIRST,
            opened: LiteMap::new_vec(),
            current: InstanceId::FIRST,
            read_by: LiteMap::new_vec(),
            owners: LiteMap::from_sorted_store_unchecked(vec![(
                VolumeEpoch::FIRST,
                InstanceId::FIRST,
            )]),
            writers: LiteMap::new_vec(),
        }
    }

    /// A writer of this epoch has added a group.
    pub fn add_group(&mut self, group: GroupId, epoch: VolumeEpoch) {
        if epoch > VolumeEpoch::FIRST {
            let segments = CopyId::all().map(|copy| (SegmentId::new(group, copy), epoch));
            self.segments.extend(segments.clone());
            self.obey.extend(segments);
        }
    }

    /// A newcomer takes a letter's place; it lives where the others of its group do. Returns in which epoch.
    pub fn joins(&mut self, segment: SegmentId, members: CopySet) -> VolumeEpoch {
        let peers = members.without(segment.copy()).iter();
        let epochs = peers.map(|copy| self.segment(SegmentId::new(segment.group(), copy)));
        let epoch = epochs.max().unwrap_or(VolumeEpoch::FIRST);
        self.segments.insert(segment, epoch);
        self.stamps.joins(segment);
        // The metadata service tells it of the newest epoch it has given out.
        self.obey.insert(segment, self.epochs_given);
        epoch
    }

    /// The instance the cluster endpoint points at.
    pub fn current(&self) -> InstanceId {
        self.current
    }

    /// The epoch a segment lives in.
    pub fn segment(&self, segment: SegmentId) -> VolumeEpoch {
        *self.segments.get(&segment).unwrap_or(&VolumeEpoch::FIRST)
    }

    /// The epoch a reader follows.
    pub fn reader(&self, reader: ReaderId) -> VolumeEpoch {
        let known = self.readers.get(&reader);
        known.map_or(VolumeEpoch::FIRST, |(follows, _)| *follows)
    }

    /// The epoch an instance writes in, or wants to.
    pub fn instance(&self, instance: InstanceId) -> VolumeEpoch {
        let known = self.instances.get(&instance);
        known.map_or(VolumeEpoch::FIRST, |(epoch, _)| *epoch)
    }

    /// The instance that has, or wants, an epoch.
    pub fn owner(&self, epoch: VolumeEpoch) -> InstanceId {
        self.owners
            .get(&epoch)
            .copied()
            .unwrap_or(InstanceId::FIRST)
    }

    fn epoch(&self, actor: Actor) -> VolumeEpoch {
        match actor {
            Actor::Nobody => VolumeEpoch::FIRST,
            Actor::Instance(instance) => self.instance(instance),
            Actor::Segment(segment) => self.segment(segment),
            Actor::Reader(reader) => self.reader(reader),
        }
    }

    /// Reads an event; returns whose doing it is.
    pub fn see(&mut self, id: EventId, entry: &Entry<Event>, findings: &mut Findings) -> Actor {
        let actor = self.actor(entry);
        self.actors.push(actor);
        if self.stale.contains_key(&entry.cause)
            && entry.cause != id
            && !matches!(entry.event, Event::Database(Happening::Refused { .. }))
        {
            let text = format!("{:?} comes of a message from an older epoch", entry.event);
            findings.add("INV-9", text);
        }
        match entry.event {
            Event::Sent { from, to, message } => {
                if let Address::Segment(to) = to {
                    let by = (from, self.writes(actor));
                    self.stamps.sent(id, entry.at, by, to, message);
                }
                // A refusal is an answer: what it says is current may be learnt from anybody (M-4).
                let epoch = match message {
                    Message::Stale { .. } => VolumeEpoch(u16::MAX),
                    _ => self.epoch(actor),
                };
                if epoch > VolumeEpoch::FIRST {
                    self.sent_in.insert(id, epoch);
                }
            }
            Event::Lost { .. } => {
                self.sent_in.remove(&entry.cause);
                self.stamps.lost(entry.cause);
            }
            Event::Delivered { from, to } => self.arrived(id, entry.cause, from, to),
            Event::WriterDemoted { instance }
            | Event::Cluster(ClusterEvent::WriterEnded { instance })
            | Event::Region(RegionEvent::AgentEnded { instance }) => {
                let epoch = self.instance(instance);
                self.instances.insert(instance, (epoch, Role::Gone));
            }
            Event::WriterCrashed { instance }
            | Event::WriterStarted { instance, .. }
            | Event::Region(RegionEvent::AgentStarted { instance }) => {
                self.current = instance;
                let epoch = self.instance(instance);
                self.instances.insert(instance, (epoch, Role::Gone));
            }
            Event::Database(Happening::ReaderBegan { reader, .. }) => {
                if let Some((follows, heard)) = self.readers.get_mut(&reader) {
                    *follows = *heard;
                }
            }
            Event::Database(what) => self.happened(what, actor, findings),
            _ => {}
        }
        actor
    }

    fn actor(&self, entry: &Entry<Event>) -> Actor {
        let of = |address| match address {
            Address::Instance(instance) => Actor::Instance(instance),
            Address::Segment(segment) => Actor::Segment(segment),
            Address::Reader(reader) => Actor::Reader(reader),
            Address::Client(_) | Address::ControlPlane => Actor::Nobody,
        };
        if let Some(instance) = process_of(&entry.event) {
            return Actor::Instance(instance);
        }
        match entry.event {
            Event::Sent { from, .. } => of(from),
            Event::Delivered { to, .. } => of(to),
            Event::Region(_) | Event::Cluster(ClusterEvent::EngineRestarts { .. }) => {
                Actor::Instance(self.current)
            }
            Event::LongReadEnded { request } => {
                let reader = self.read_by.get(&request);
                Actor::Instance(*reader.unwrap_or(&self.current))
            }
            Event::Database(what) => match segment_of(what) {
                Some(segment) => Actor::Segment(segment),
                None => self.inherited(entry.cause),
            },
            _ => Actor::Nobody,
        }
    }

    fn inherited(&self, cause: EventId) -> Actor {
        let of_cause = self.actors.get(cause.0 as usize).copied();
        of_cause.unwrap_or(Actor::Nobody)
    }

    fn arrived(&mut self, id: EventId, sent: EventId, from: Address, to: Address) {
        let came_from = self.sent_in.remove(&sent).unwrap_or(VolumeEpoch::FIRST);
        if let Address::Reader(reader) = to {
            let first = (VolumeEpoch::FIRST, came_from);
            self.readers.entry(reader).or_insert(first).1 = came_from;
        }
        let Address::Segment(segment) = to else {
            return;
        };
        // That there is a newer volume epoch is news to be heard from anybody, however little he knows of members.
        if self.stamps.is_stale(sent, segment) && came_from <= self.segment(segment) {
            self.stale.insert(id, ());
        }
        // The control plane has nothing to do with who writes.
        if from == Address::ControlPlane {
            return;
        }
        let lives_in = self.segment(segment);
        // Peers that read the same text may go on telling one another of it.
        let bound = match from {
            Address::Segment(_) if came_from == lives_in => None,
            _ => self.obey.get(&segment).copied(),
        };
        if came_from < lives_in.max(bound.unwrap_or(VolumeEpoch::FIRST)) {
            self.stale.insert(id, ());
        }
    }

    /// Whether somebody is an instance that has the volume open.
    fn writes(&self, actor: Actor) -> bool {
        let Actor::Instance(instance) = actor else {
            return false;
        };
        let known = self.instances.get(&instance);
        known.is_some_and(|(_, role)| *role == Role::Writer)
    }

    fn happened(&mut self, what: Happening, actor: Actor, findings: &mut Findings) {
        let writer = match actor {
            Actor::Instance(instance) => Some(instance),
            _ => None,
        };
        self.stamps.happened(what, writer);
        match what {
            Happening::Refused { had, knows, .. } if !had.is_behind(knows) => {
                findings.add("M-2", format!("{had:?} is refused for {knows:?}"));
            }
            Happening::EpochLearnt { segment, knows } => {
                self.enter(segment, knows.volume, findings);
            }
            Happening::EpochRaised { segment, epoch, .. } if epoch > self.segment(segment) => {
                self.enter(segment, epoch, findings);
            }
            Happening::Fenced { segment, epoch }
            | Happening::RangeWritten { segment, epoch, .. } => {
                let obeys = self.obey.entry(segment).or_insert(epoch);
                *obeys = (*obeys).max(epoch);
            }
            Happening::RecoveryBegan { instance, epoch } => {
                if epoch <= self.epochs_given {
                    let text = format!("{instance:?} recovers in {epoch:?}, which is not new");
                    findings.add("INV-18", text);
                }
                self.epochs_given = self.epochs_given.max(epoch);
                self.instances.insert(instance, (epoch, Role::Recovering));
                self.owners.insert(epoch, instance);
            }
            Happening::VolumeOpened {
                instance,
                epoch,
                range,
            } => {
                if self.instances.get(&instance) != Some(&(epoch, Role::Recovering)) {
                    let text = format!("{instance:?} opens the volume in {epoch:?} unasked");
                    findings.add("INV-18", text);
                }
                self.instances.insert(instance, (epoch, Role::Writer));
                self.opened.insert(epoch, range.above);
            }
            Happening::WriterFenced { instance, newer } => {
                let epoch = self.instance(instance);
                if newer <= epoch {
                    let text = format!("{instance:?} in {epoch:?} stops because of {newer:?}");
                    findings.add("M-2", text);
                }
                self.instances.insert(instance, (epoch, Role::Gone));
            }
            Happening::ReadBegan { request, .. } => {
                if let Actor::Instance(instance) = actor {
                    self.read_by.insert(request, instance);
                }
            }
            Happening::ReadAnswered { request, .. } => {
                self.read_by.remove(&request);
            }
            Happening::RecordMade { .. } => self.check_writer(actor, findings),
            Happening::CommitAcknowledged { scn, .. } => {
                self.check_writer(actor, findings);
                // An older writer may yet hear that a commit is durable which the newer one has kept; nothing else.
                let epoch = self.epoch(actor);
                let newer = self.opened.iter().filter(|(newer, _)| **newer > epoch);
                if let Some((newer, _)) = newer.into_iter().find(|(_, kept)| scn > **kept) {
                    let text = format!(
                        "{actor:?} in {epoch:?} acknowledges {scn}, but the volume is open in {newer:?}"
                    );
                    findings.add("INV-18", text);
                }
            }
            _ => {}
        }
    }

    fn enter(&mut self, segment: SegmentId, epoch: VolumeEpoch, findings: &mut Findings) {
        if epoch < self.segment(segment) {
            findings.add("M-2", format!("{segment} goes back to {epoch:?}"));
        }
        self.segments.insert(segment, epoch);
        let obeys = self.obey.entry(segment).or_insert(epoch);
        *obeys = (*obeys).max(epoch);
    }

    fn check_writer(&mut self, actor: Actor, findings: &mut Findings) {
        let Actor::Instance(instance) = actor else {
            findings.add("INV-18", "somebody writes who is no instance".to_owned());
            return;
        };
        let (epoch, role) = *self
            .instances
            .get(&instance)
            .unwrap_or(&(VolumeEpoch::FIRST, Role::Gone));
        if role != Role::Writer {
            findings.add("INV-18", format!("{instance:?} writes, but is {role:?}"));
        }
        let writer = *self.writers.entry(epoch).or_insert(instance);
        if writer != instance {
            let text = format!("{instance:?} and {writer:?} both write in {epoch:?}");
            findings.add("INV-18", text);
        }
    }
}

/// Whether a message is an order of a recovering instance, or the answer to one.
pub(super) fn of_recovery(message: Message) -> bool {
    matches!(
        message,
        Message::Survey { .. }
            | Message::Surveyed { .. }
            | Message::Truncate { .. }
            | Message::Truncated { .. }
            | Message::RaiseEpoch { .. }
            | Message::EpochRaised { .. }
            | Message::Pass { .. }
    )
}
