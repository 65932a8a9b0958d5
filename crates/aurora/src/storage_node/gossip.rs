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
#[derive(Clone, Debug)]
pub struct Gossip {
    me: SegmentId,
    /// Everybody who has the group's records, itself aside.
    peers: CopySet,
    due: SimTime,
    /// Peers that stand at the same SCL.
    same: CopySet,
    asked_last: CopyId,
    /// Comparisons in a row that nobody has answered.
    unanswered: u8,
    /// A peer known to be ahead, and how far.
    ahead: Option<(CopyId, Lsn)>,
    /// When it may be asked for more: what has come takes its share of the bandwidth first.
    ask_at: SimTime,
}

impl Gossip {
    /// Silent until something happens.
    pub fn new(me: SegmentId) -> Gossip {
        Gossip {
            me,
            peers: CopySet::ALL.without(me.copy()),
            due: SimTime::NEVER,
            same: CopySet::NONE,
            asked_last: me.copy(),
            unanswered: 0,
            ahead: None,
            ask_at: SimTime::NEVER,
        }
    }

    /// When the next comparison or question is due.
    pub fn due(&self) -> SimTime {
        self.due.min(self.ask_at)
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
        self.peers = if everyone.contains(self.me.copy()) {
            everyone.without(self.me.copy())
        } else {
            CopySet::NONE
        };
        // A letter may belong to another machine by now.
        self.same = CopySet::NONE;
        if self
            .ahead
            .is_some_and(|(peer, _)| !self.peers.contains(peer))
        {
            self.ahead = None;
        }
    }

    /// Begins to compare, unless it is at it already. The six copies begin at different moments, so that they
    /// do not all speak at once.
    pub fn begin(&mut self, now: SimTime) {
        if self.due == SimTime::NEVER {
            let stagger = GOSSIP_EVERY.micros() * u64::from(self.me.copy().0) / u64::from(COPIES);
            self.due = now + GOSSIP_EVERY + SimSpan::from_micros(stagger);
        }
    }

    /// Begins to compare right now.
    pub fn begin_at_once(&mut self, now: SimTime) {
        self.due = now;
    }

    /// The SCL has moved, and what came from peers for it took `took` of the bandwidth. If a peer is known to be
    /// further still, says what to ask it, or notes when to.
    pub fn scl_moved(
        &mut self,
        now: SimTime,
        scl: Lsn,
        took: SimSpan,
    ) -> Option<(SegmentId, Message)> {
        self.same = CopySet::NONE;
        self.begin(now);
        let (peer, reached) = self.ahead?;
        if scl >= reached {
            self.ahead = None;
            self.ask_at = SimTime::NEVER;
            return None;
        }
        if took > SimSpan::ZERO {
            self.ask_at = now + took;
            return None;
        }
        let peer = SegmentId::new(self.me.group(), peer);
        (self.ask_at == SimTime::NEVER).then_some((peer, Message::Lack { after: scl }))
    }

    /// What to ask a peer that is further, if it is time to.
    pub fn question(&mut self, now: SimTime, scl: Lsn) -> Option<(SegmentId, Message)> {
        if self.ask_at > now {
            return None;
        }
        self.ask_at = SimTime::NEVER;
        let (peer, _) = self.ahead?;
        let peer = SegmentId::new(self.me.group(), peer);
        Some((peer, Message::Lack { after: scl }))
    }

    /// It is time: whom to tell how far this segment is complete, if anybody still needs to hear it.
    pub fn next_peer(&mut self, now: SimTime, has_hole: bool) -> Option<SegmentId> {
        if self.due > now {
            return None;
        }
        // Whatever was asked for has had its time; a lost answer must not stop the asking.
        if self.ask_at == SimTime::NEVER {
            self.ahead = None;
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
        Some(SegmentId::new(self.me.group(), copy))
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
            Message::Compare { .. } if self.ahead.is_none() => {
                // Should the question or its answer get lost, the next comparison asks again.
                self.begin(now);
                self.ahead = Some((peer.copy(), theirs));
                Some(Message::Lack { after: mine })
            }
            Message::Lack { after } => log
                .run_between(self.me.group(), after, mine, CATCH_UP_RECORDS)
                .map(Message::Fill),
            _ => None,
        }
    }
}
