//! Meeting a message from another epoch (M-2, M-4).

use base::SimTime;

use super::Segment;
use crate::epoch::Stamp;
use crate::protocol::{Address, Happening, Message};

impl Segment {
    /// The epochs it knows: what it sends carries them.
    #[inline]
    pub fn stamp(&self) -> Stamp {
        self.epochs
    }

    /// Whether it does what a message with this stamp asks (M-2).
    #[inline]
    pub fn accepts(&self, stamp: Stamp) -> bool {
        stamp == self.epochs || !stamp.is_behind(self.epochs)
    }

    /// Hears of epochs; what is newer than what it knows, it learns.
    pub fn learn(&mut self, heard: Stamp) {
        let knows = self.epochs.newest(heard);
        if knows != self.epochs {
            self.epochs = knows;
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
            self.learn(knows.newest(stamp));
            if self.epochs != known {
                self.compare_again(now, from);
            }
            return false;
        }
        if stamp.is_behind(self.epochs) {
            self.happened(Happening::Refused {
                segment: self.id,
                from,
                had: stamp,
                knows: self.epochs,
            });
            let request = match message {
                Message::ReadPage { request, .. } => Some(request),
                _ => None,
            };
            let knows = self.epochs;
            self.send(from, Message::Stale { knows, request });
            return false;
        }
        self.learn(stamp);
        true
    }

    /// A peer has refused to compare notes with a segment that was behind the times: asks again (M-4).
    fn compare_again(&mut self, now: SimTime, peer: Address) {
        if matches!(peer, Address::Segment(_)) {
            self.send(peer, Message::Compare { scl: self.scl });
            self.gossip.begin(now);
        }
    }
}
