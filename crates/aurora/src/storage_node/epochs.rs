//! Meeting a message from another epoch (M-2, M-4).

use base::SimTime;

use super::Segment;
use crate::epoch::{Stamp, VolumeEpoch};
use crate::membership::Membership;
use crate::protocol::{Address, Happening, Message};

impl Segment {
    /// The epochs it knows: what it sends carries them.
    #[inline]
    pub fn stamp(&self) -> Stamp {
        self.epochs
    }

    /// Hears who the members of its group are at an epoch it is about to learn of.
    pub fn hear_members(&mut self, members: &Membership) {
        if members.epoch() > self.members.epoch() {
            self.members = *members;
        }
    }

    /// The members of its group, as far as it knows.
    pub fn members(&self) -> &Membership {
        &self.members
    }

    /// Whether it has been replaced and is no member any more, as far as it knows.
    pub fn is_retired(&self) -> bool {
        self.members.epoch() == self.epochs.membership
            && !self.members.everyone().contains(self.id.copy())
    }

    /// Whether it does what a message with this stamp asks (M-2). What peers that read the same text tell one another
    /// stays right whoever is about to open the volume, and the control plane has nothing to do with who writes.
    #[inline]
    pub fn accepts(&self, from: Address, stamp: Stamp) -> bool {
        self.knows_only(stamp) || self.accepts_other(from, stamp)
    }

    /// Whether these are the epochs it knows, and it has heard of no newer instance: as nearly always.
    #[inline]
    pub fn knows_only(&self, stamp: Stamp) -> bool {
        stamp == self.epochs && self.orders_obey(stamp)
    }

    #[inline(never)]
    fn accepts_other(&self, from: Address, mut stamp: Stamp) -> bool {
        let known = self.epochs;
        let obeys = match from {
            Address::ControlPlane => {
                stamp.volume = known.volume;
                true
            }
            Address::Segment(_) => stamp.volume == known.volume || self.orders_obey(stamp),
            _ if self.ignores_epochs => return stamp.volume >= known.volume,
            _ => self.orders_obey(stamp),
        };
        obeys && (stamp == known || !stamp.is_behind(known))
    }

    /// Whether it may enter an epoch it hears of from others than an instance that recovers the volume in it. Not if it
    /// has promised a newer one to do nothing for older ones: what it has told that one of itself must stay true.
    pub fn may_enter(&self, epoch: VolumeEpoch) -> bool {
        epoch > self.epochs.volume && epoch >= self.obeys()
    }

    /// Whether no newer instance than one of this stamp has made itself known.
    #[inline]
    pub(super) fn orders_obey(&self, stamp: Stamp) -> bool {
        stamp.volume >= self.obeys()
    }

    /// Hears of epochs; what is newer than what it knows, it learns. A volume epoch is [entered](Segment::enter).
    pub fn learn(&mut self, heard: Stamp) {
        let knows = self.epochs.newest(heard);
        if knows != self.epochs {
            let members_changed = knows.membership != self.epochs.membership;
            self.epochs = knows;
            if members_changed && self.members.epoch() == knows.membership {
                // A newcomer has nothing to tell until it has a base, and then it begins by itself.
                let peers = if self.hydration.is_some() {
                    self.members.everyone()
                } else {
                    self.members.six()
                };
                self.gossip.set_peers(peers);
            }
            self.happened(Happening::EpochLearnt {
                segment: self.id,
                knows,
            });
        }
    }

    /// A message comes from another epoch: learns from it if it is newer, refuses it if it is older, and says
    /// whether to do what it asks.
    #[cold]
    #[inline(never)]
    pub(super) fn meets(
        &mut self,
        now: SimTime,
        from: Address,
        stamp: Stamp,
        message: Message,
    ) -> bool {
        // A refusal is an answer, not a request: nobody refuses it, or two would refuse each other for ever.
        if let Message::Stale { knows, .. } = message {
            let known = self.epochs;
            self.learn(Stamp {
                volume: known.volume,
                ..knows.newest(stamp)
            });
            if self.epochs != known {
                self.compare_again(now, from);
            }
            return false;
        }
        if !self.accepts(from, stamp) {
            let mut knows = self.epochs;
            knows.volume = knows.volume.max(self.obeys());
            self.happened(Happening::Refused {
                segment: self.id,
                from,
                had: stamp,
                knows,
            });
            let request = match message {
                Message::ReadPage { request, .. } => Some(request),
                _ => None,
            };
            self.send(from, Message::Stale { knows, request });
            return false;
        }
        // A volume epoch begins where its text is given, or where a recovering instance says so.
        self.learn(Stamp {
            volume: self.epochs.volume,
            ..stamp
        });
        true
    }

    /// A peer has refused to compare notes with a segment that was behind the times: asks again (M-4).
    fn compare_again(&mut self, now: SimTime, peer: Address) {
        if matches!(peer, Address::Segment(_)) && !self.is_retired() && !self.lacks_base() {
            self.send(peer, Message::Compare { scl: self.scl });
            self.gossip.begin(now);
        }
    }
}
