//! Who says what to whom, who is able to, and what may pass.

use base::{CopyId, GroupId, Id, InstanceId, ReaderId, SLOTS, SegmentId, ZoneId};
use litemap::LiteMap;

use super::Findings;
use super::holdings::Holdings;
use super::lives::of_recovery;
use super::members::Members;
use crate::{Ability, Address, CopySet, Event, Happening, Message, Topology};

/// Who is up and what is cut, rebuilt from the faults.
#[derive(Clone, Debug)]
pub(super) struct Traffic {
    groups: u32,
    /// The zone of each instance.
    instances: LiteMap<InstanceId, ZoneId>,
    /// The instance the cluster endpoint points at.
    current: InstanceId,
    /// By segment: group by group, copy by copy.
    up: Vec<bool>,
    /// The zone of each reader.
    readers: Vec<ZoneId>,
    /// The readers that are stopped.
    readers_down: LiteMap<ReaderId, ()>,
    cut_copies: u8,
    cut_zones: u8,
}

impl Traffic {
    pub fn new(topology: &Topology) -> Traffic {
        let groups = topology.groups;
        Traffic {
            groups,
            instances: LiteMap::from_sorted_store_unchecked(vec![(
                InstanceId::FIRST,
                topology.writer_zone,
            )]),
            current: InstanceId::FIRST,
            readers: topology.places().map(|spec| spec.zone).collect(),
            // The last place is that of the instance that begins as the writer.
            readers_down: topology
                .failover
                .map(|_| (ReaderId::from_index(topology.readers.len()), ()))
                .into_iter()
                .collect(),
            up: (0..groups).flat_map(|_| up_at_first()).collect(),
            cut_copies: 0,
            cut_zones: 0,
        }
    }

    /// Another group, all of whose copies are up.
    pub fn add_group(&mut self) {
        self.groups += 1;
        self.up.extend(up_at_first());
    }

    /// `heard` is the message whose arrival caused the event, if one did.
    pub fn see(
        &mut self,
        event: &Event,
        heard: Option<Message>,
        members: &Members,
        holdings: &Holdings,
        findings: &mut Findings,
    ) {
        match *event {
            Event::Sent { from, to, message } => {
                if let Address::Segment(sender) = from {
                    self.check_up(sender, "sends", findings);
                }
                self.check_reader_up(from, findings);
                if let Err((invariant, text)) = self.may_say(from, to, message, holdings) {
                    findings.add(
                        invariant,
                        format!("{from:?} says {message:?} to {to:?}: {text}"),
                    );
                }
            }
            Event::Delivered { from, to } => {
                if let Address::Segment(receiver) = to {
                    self.check_up(receiver, "receives", findings);
                }
                self.check_reader_up(to, findings);
                if !self.is_open(from, to, members) {
                    findings.add(
                        "CUT",
                        format!("a message from {from:?} reaches {to:?} through a cut"),
                    );
                }
            }
            Event::Database(Happening::Persisted { segment, run, .. }) => {
                self.check_up(segment, "writes", findings);
                if let Some(Message::Write(sent) | Message::Fill(sent)) = heard
                    && sent != run
                {
                    findings.add(
                        "S-2",
                        format!("{segment} was sent {sent:?} and keeps {run:?}"),
                    );
                }
            }
            Event::Database(
                Happening::PageBuilt { segment, .. }
                | Happening::Coalesced { segment, .. }
                | Happening::Staged { segment, .. }
                | Happening::Collected { segment, .. }
                | Happening::Scrubbed { segment, .. }
                | Happening::DamageFound { segment, .. }
                | Happening::PageRepaired { segment, .. },
            ) => self.check_up(segment, "works", findings),
            Event::CopyStopped { segment } => self.set_up(segment, false, findings),
            Event::CopyRestarted { segment } => self.set_up(segment, true, findings),
            Event::WriterStarted { instance, zone } => {
                self.instances.insert(instance, zone);
                self.current = instance;
            }
            Event::ReaderAdded { reader, zone } => {
                self.readers.push(zone);
                self.readers_down.insert(reader, ());
            }
            Event::ReaderStopped { reader } | Event::PromotionBegan { reader } => {
                self.readers_down.insert(reader, ());
            }
            Event::ReaderRestarted { reader } => {
                self.readers_down.remove(&reader);
            }
            Event::CopyCut { copy } => self.cut_copies |= 1 << copy.0,
            Event::CopyHealed { copy } => self.cut_copies &= !(1 << copy.0),
            Event::ZoneCut { zone } => self.cut_zones |= 1 << zone.0,
            Event::ZoneHealed { zone } => self.cut_zones &= !(1 << zone.0),
            Event::AbilityChanged {
                group,
                ability,
                reachable,
            } => {
                self.check_ability(group, ability, reachable, members, findings);
            }
            _ => {}
        }
    }

    fn check_reader_up(&self, who: Address, findings: &mut Findings) {
        if let Address::Reader(reader) = who
            && self.readers_down.contains_key(&reader)
        {
            let text = format!("{reader:?} is stopped, and does something");
            findings.add("STOPPED", text);
        }
    }

    /// INV-6, L-16, S-4 and L-5: which messages there may be between whom, and what they may claim.
    fn may_say(
        &self,
        from: Address,
        to: Address,
        message: Message,
        holdings: &Holdings,
    ) -> Result<(), (&'static str, String)> {
        let is_so = |invariant, so: bool, text: &str| {
            if so {
                Ok(())
            } else {
                Err((invariant, text.to_owned()))
            }
        };
        let claims = |sender, scl| {
            let held = holdings.scl(sender);
            is_so("L-5", scl == held, &format!("it is complete to {held}"))
        };
        match (from, to, message) {
            (Address::Client(_), Address::Instance(_), Message::Ask(_))
            | (Address::Instance(_), Address::Client(_), Message::Answer(_))
            | (
                Address::Instance(_),
                Address::Segment(_),
                Message::ReadPage { .. } | Message::Horizon(_),
            )
            | (
                Address::Segment(_),
                Address::Instance(_),
                Message::TooFarBack { .. } | Message::Unreadable { .. },
            )
            | (Address::Segment(_), Address::Instance(_), Message::PageImage { .. })
            | (Address::Client(_), Address::Reader(_), Message::Ask(_))
            | (Address::Reader(_), Address::Client(_), Message::Answer(_))
            | (Address::Reader(_), Address::Segment(_), Message::ReadPage { .. })
            | (
                Address::Segment(_),
                Address::Reader(_),
                Message::PageImage { .. }
                | Message::TooFarBack { .. }
                | Message::Unreadable { .. }
                | Message::Stale { .. },
            )
            | (Address::Reader(_), Address::Instance(_), Message::Follow | Message::Heard { .. })
            | (
                Address::Instance(_),
                Address::Reader(_),
                Message::Begin { .. } | Message::Redo { .. },
            )
            | (
                Address::ControlPlane,
                Address::Segment(_),
                Message::Members { .. } | Message::AreYouFull { .. },
            )
            | (Address::Segment(_), Address::ControlPlane, Message::Stale { .. }) => Ok(()),
            (
                Address::Segment(sender),
                Address::ControlPlane,
                Message::MembersKept { scl, .. } | Message::Full { scl },
            ) => claims(sender, scl),
            (Address::Instance(_), Address::Segment(to), Message::Write(run)) => {
                let of_group = run.group == to.group() && holdings.places(run).is_some();
                is_so("L-16", of_group, "no such records in that group")
            }
            (
                Address::Segment(sender),
                Address::Instance(_),
                Message::Ack { scl } | Message::Report { scl },
            )
            | (
                Address::Segment(sender),
                Address::Instance(_) | Address::Reader(_),
                Message::NotThatFar { scl, .. },
            ) => claims(sender, scl),
            (Address::Segment(_), Address::Instance(_), Message::Stale { .. }) => Ok(()),
            (Address::Instance(_), Address::Segment(_), said)
            | (Address::Segment(_), Address::Instance(_), said)
                if of_recovery(said) =>
            {
                match said {
                    Message::Surveyed { scl, .. } | Message::EpochRaised { scl, .. } => {
                        let Address::Segment(sender) = from else {
                            return Err(("INV-6", "an instance has no log".to_owned()));
                        };
                        claims(sender, scl)
                    }
                    _ => Ok(()),
                }
            }
            (Address::Segment(sender), Address::Segment(peer), _)
                if sender.group() != peer.group() =>
            {
                Err(("L-16", "they are of different groups".to_owned()))
            }
            (
                Address::Segment(sender),
                Address::Segment(_),
                Message::Compare { scl } | Message::Same { scl } | Message::Lack { after: scl },
            ) => claims(sender, scl),
            (
                Address::Segment(_),
                Address::Segment(_),
                Message::Stale { .. }
                | Message::LackPage { .. }
                | Message::PeerPage { .. }
                | Message::CopyPage { .. }
                | Message::PageCopy { .. },
            ) => Ok(()),
            (Address::Segment(sender), Address::Segment(_), Message::Fill(run)) => {
                let has = run.group == sender.group()
                    && holdings.places(run).is_some()
                    && run.last <= holdings.scl(sender);
                is_so("S-4", has, "it does not have these records")
            }
            (Address::Instance(_) | Address::Reader(_), Address::Segment(_), _) => Err((
                "INV-6",
                "only redo and read requests go to storage".to_owned(),
            )),
            _ => Err((
                "INV-6",
                "they have nothing like that to say to each other".to_owned(),
            )),
        }
    }

    /// A newcomer's storage node is there.
    pub fn joins(&mut self, segment: SegmentId) {
        if let Some(seat) = self.up.get_mut(seat(segment)) {
            *seat = true;
        }
    }

    fn is_up(&self, segment: SegmentId) -> bool {
        self.up.get(seat(segment)).copied().unwrap_or_default()
    }

    fn check_up(&self, segment: SegmentId, does: &str, findings: &mut Findings) {
        if !self.is_up(segment) {
            findings.add("STOPPED", format!("{segment} {does} though it is stopped"));
        }
    }

    fn set_up(&mut self, segment: SegmentId, up: bool, findings: &mut Findings) {
        if self.is_up(segment) == up {
            findings.add("STOPPED", format!("{segment} stops or restarts twice"));
        }
        if let Some(seat) = self.up.get_mut(seat(segment)) {
            *seat = up;
        }
    }

    /// The zone of an address, and the copy if it is one; clients are in none.
    fn place(&self, address: Address, members: &Members) -> (Option<ZoneId>, Option<CopyId>) {
        match address {
            Address::Instance(instance) => (self.instances.get(&instance).copied(), None),
            Address::Client(_) | Address::ControlPlane => (None, None),
            Address::Reader(reader) => (self.readers.get(reader.index()).copied(), None),
            Address::Segment(segment) => {
                let copy = segment.copy();
                (Some(members.newest(segment.group()).zone(copy)), Some(copy))
            }
        }
    }

    fn is_open(&self, from: Address, to: Address, members: &Members) -> bool {
        let (from_zone, from_copy) = self.place(from, members);
        let (to_zone, to_copy) = self.place(to, members);
        let zone_cut =
            |zone: Option<ZoneId>| zone.is_some_and(|zone| self.cut_zones >> zone.0 & 1 == 1);
        let copy_cut =
            |copy: Option<CopyId>| copy.is_some_and(|copy| self.cut_copies >> copy.0 & 1 == 1);
        let between_zones = from_zone != to_zone && (zone_cut(from_zone) || zone_cut(to_zone));
        !(between_zones || copy_cut(from_copy) || copy_cut(to_copy))
    }

    fn check_ability(
        &self,
        group: GroupId,
        ability: Ability,
        said: CopySet,
        members: &Members,
        findings: &mut Findings,
    ) {
        if group.0 >= self.groups {
            findings.add("Q-8", format!("there is no group {}", group.number()));
            return;
        }
        let reachable: CopySet = members
            .everyone(group)
            .map(|copy| SegmentId::new(group, copy))
            .filter(|segment| {
                self.is_up(*segment)
                    && self.is_open(
                        Address::Instance(self.current),
                        Address::Segment(*segment),
                        members,
                    )
            })
            .map(SegmentId::copy)
            .collect();
        let allowed = members.ability(group, reachable);
        if said != reachable || ability != allowed {
            let text = format!(
                "group {}: {ability:?} with {said}; {reachable} can be reached, so {allowed:?}",
                group.number()
            );
            findings.add("Q-8", text);
        }
        self.check_zone_loss(group, allowed, members, findings);
    }

    /// the two aims of the whole design: with one zone lost, and nothing else, a group takes writes;
    /// with one zone and one copy lost it can still be read and repaired. A writer that is itself in the lost zone
    /// says nothing about the group, and one in the midst of a change asks for more than six copies give.
    fn check_zone_loss(
        &self,
        group: GroupId,
        left: Ability,
        members: &Members,
        findings: &mut Findings,
    ) {
        if members.newest(group).is_changing() {
            return;
        }
        let writer_zone = self.instances[&self.current];
        if self.cut_zones.count_ones() != 1 || self.cut_zones >> writer_zone.0 & 1 == 1 {
            return;
        }
        let lost_singly = members.everyone(group).filter(|copy| {
            self.cut_copies >> copy.0 & 1 == 1 || !self.is_up(SegmentId::new(group, *copy))
        });
        let number = group.number();
        match (lost_singly.count(), left) {
            (0, Ability::ReadOnly | Ability::Unavailable) => {
                let text = format!("one zone is lost, and group {number} takes no writes");
                findings.add("Q-5", text);
            }
            (1, Ability::Unavailable) => {
                let text =
                    format!("one zone and one copy are lost, and group {number} cannot be read");
                findings.add("Q-4", text);
            }
            _ => {}
        }
    }
}

/// The seats of a group that has not changed its members.
fn up_at_first() -> impl Iterator<Item = bool> {
    CopyId::slots().map(|copy| copy.0 < base::COPIES)
}

/// The place of a copy in a list by groups and letters.
fn seat(segment: SegmentId) -> usize {
    segment.group().0 as usize * usize::from(SLOTS) + usize::from(segment.copy().0)
}
