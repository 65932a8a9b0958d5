//! Finding out what is missing, and fetching it from peers (S-3, S-4, S-15).
//!
//! Every so often a segment tells one peer how far it is complete. The one that is behind asks for what
//! follows its SCL, and gets it, in pieces, until it has caught up with that peer. Peers are asked in turn; one
//! that has said it stands at the same point need not be asked again until that point moves. When all five
//! have, the segment falls silent, so an idle group costs nothing. Whoever is behind without knowing hears of
//! it from a peer that does know, because that peer has not heard "the same" from it.

use base::{CopyId, Lsn, SLOTS, SegmentId, SimSpan, SimTime};

use crate::constants::{CATCH_UP_RECORDS, COPIES, GOSSIP_EVERY};
use crate::protocol::Message;
use crate::quorum::CopySet;
use crate::redo::RedoLog;

/// After so many comparisons that nobody has answered, a segment asks all its peers once more: perhaps those that are
/// silent are no members any more, nor it itself, and the others know `[choice]`.
const SILENCE: u8 = 32;

/// What a segment knows of its peers' progress.
///
/// It is looked at with every write, so it is kept small.
#[derive(Clone, Debug)]
#[repr(C)]
pub struct Gossip {
    due: SimTime,
    /// When a peer that is ahead may be asked for more: what has come takes its share of the bandwidth first.
    ask_at: SimTime,
    /// How far that peer is; zero if none is known to be ahead.
    reached: Lsn,
    /// A peer known to be ahead, if any is.
    ahead: CopyId,
    me: CopyId,
    /// Everybody who has the group's records, itself aside.
    peers: CopySet,
    /// Peers that stand at the same SCL.
    same: CopySet,
    asked_last: CopyId,
    /// Comparisons in a row that nobody has answered.
    unanswered: u8,
}

impl Gossip {
    /// Silent until something happens.
    pub fn new(me: CopyId) -> Gossip {
        Gossip {
            due: SimTime::NEVER,
            ask_at: SimTime::NEVER,
            reached: Lsn::ZERO,
            ahead: me,
            me,
            peers: CopySet::ALL.without(me),
            same: CopySet::NONE,
            asked_last: me,
            unanswered: 0,
        }
    }

    /// When the next comparison or question is due.
    #[inline]
    pub fn due(&self) -> SimTime {
        self.due.min(self.ask_at)
    }

    /// Reads a little of it.
    #[inline]
    pub fn touch(&self) -> u64 {
        self.due.micros()
    }

    /// Falls silent: the machine is down.
    pub fn stop(&mut self) {
        *self = Gossip {
            peers: self.peers,
            ..Gossip::new(self.me)
        };
    }

    /// The members of the group have changed. Whoever is not among them has nobody to gossip with.
    pub fn set_peers(&mut self, everyone: CopySet) {
        self.peers = if everyone.contains(self.me) {
            everyone.without(self.me)
        } else {
            CopySet::NONE
        };
        // A letter may belong to another machine by now.
        self.same = CopySet::NONE;
        if !self.peers.contains(self.ahead) {
            self.reached = Lsn::ZERO;
        }
    }

    /// Begins to compare, unless it is at it already. The six copies begin at different moments, so that they
    /// do not all speak at once.
    pub fn begin(&mut self, now: SimTime) {
        if self.due == SimTime::NEVER {
            let stagger = GOSSIP_EVERY.micros() * u64::from(self.me.0) / u64::from(COPIES);
            self.due = now + GOSSIP_EVERY + SimSpan::from_micros(stagger);
        }
    }

    /// Begins to compare right now.
    pub fn begin_at_once(&mut self, now: SimTime) {
        self.due = now;
    }

    /// The SCL has moved, and what came from peers for it took `took` of the bandwidth. If a peer is known to be
    /// further still, says what to ask it, or notes when to.
    #[inline]
    pub fn scl_moved(
        &mut self,
        now: SimTime,
        scl: Lsn,
        took: SimSpan,
    ) -> Option<(CopyId, Message)> {
        self.same = CopySet::NONE;
        self.begin(now);
        if self.reached == Lsn::ZERO {
            return None;
        }
        if scl >= self.reached {
            self.reached = Lsn::ZERO;
            self.ask_at = SimTime::NEVER;
            return None;
        }
        if took > SimSpan::ZERO {
            self.ask_at = now + took;
            return None;
        }
        (self.ask_at == SimTime::NEVER).then_some((self.ahead, Message::Lack { after: scl }))
    }

    /// What to ask a peer that is further, if it is time to.
    pub fn question(&mut self, now: SimTime, scl: Lsn) -> Option<(CopyId, Message)> {
        if self.ask_at > now {
            return None;
        }
        self.ask_at = SimTime::NEVER;
        (self.reached > Lsn::ZERO).then_some((self.ahead, Message::Lack { after: scl }))
    }

    /// It is time: whom to tell how far this segment is complete, if anybody still needs to hear it.
    pub fn next_peer(&mut self, now: SimTime, has_hole: bool) -> Option<CopyId> {
        if self.due > now {
            return None;
        }
        // Whatever was asked for has had its time; a lost answer must not stop the asking.
        if self.ask_at == SimTime::NEVER {
            self.reached = Lsn::ZERO;
        }
        self.unanswered += 1;
        if self.unanswered == SILENCE {
            self.unanswered = 0;
            self.same = CopySet::NONE;
        }
        let open = if has_hole {
            self.peers
        } else {
            self.peers.minus(self.same)
        };
        if open.is_empty() {
            self.due = SimTime::NEVER;
            return None;
        }
        self.due = now + GOSSIP_EVERY;
        let turn = (1..=SLOTS).map(|step| CopyId((self.asked_last.0 + step) % SLOTS));
        let copy = turn.into_iter().find(|copy| open.contains(*copy))?;
        self.asked_last = copy;
        Some(copy)
    }

    /// Hears from a peer that stands at `theirs` while this segment stands at `mine`; returns the reply.
    pub fn hear(
        &mut self,
        now: SimTime,
        peer: SegmentId,
        message: Message,
        theirs: Lsn,
        mine: Lsn,
        log: &RedoLog,
    ) -> Option<Message> {
        self.unanswered = 0;
        if theirs == mine {
            self.same = self.same.with(peer.copy());
        }
        match message {
            Message::Compare { .. } if theirs == mine => Some(Message::Same { scl: mine }),
            Message::Compare { .. } if theirs < mine => Some(Message::Compare { scl: mine }),
            Message::Compare { .. } if self.reached == Lsn::ZERO => {
                // Should the question or its answer get lost, the next comparison asks again.
                self.begin(now);
                (self.ahead, self.reached) = (peer.copy(), theirs);
                Some(Message::Lack { after: mine })
            }
            Message::Lack { after } => log
                .run_between(peer.group(), after, mine, CATCH_UP_RECORDS)
                .map(Message::Fill),
            _ => None,
        }
    }
}
