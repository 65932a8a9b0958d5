//! What readers hear from the writer (W-11, W-13).
//!
//! Beside the storage writes, and waited for by nobody, the redo stream goes to the readers: records in LSN order, with
//! the VDL as of then, and so what is committed (RP-6). A reader answers how far it has everything, and with it the
//! lowest read point in use there; what it lacks is sent again. One that does not answer for long is taken for
//! gone: then its read points hold nothing back any more, and when it is there again it begins anew, at the VDL of that
//! moment and with nothing in memory.

use base::{Id, Lsn, ReaderId, SimTime};

use super::Writer;
use crate::constants::{FOLLOW_AGAIN, OFFERS_MAX, READER_PATIENCE, RESEND_AFTER, STREAM_EVERY};
use crate::epoch::Stamp;
use crate::protocol::{Address, Effect, Happening, Message, WakeReason};
use crate::redo::RedoLog;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    /// Nothing is known of it.
    Away,
    /// It was told to begin, and has not said that it did.
    Offered {
        at: Lsn,
    },
    Follows,
}

/// What is known of one reader.
#[derive(Clone, Copy, Debug)]
struct Follower {
    standing: Standing,
    /// What it was sent, and with which VDL.
    sent: (Lsn, Lsn),
    /// What it has said it has, and the VDL it knows.
    heard: (Lsn, Lsn),
    /// The lowest read point in use there.
    lowest: Lsn,
    /// When it was sent to last.
    sent_at: SimTime,
    /// When it was last known to lack nothing, or to get on.
    got_on_at: SimTime,
    offers: u8,
}

impl Follower {
    const UNKNOWN: Follower = Follower {
        standing: Standing::Away,
        sent: (Lsn::ZERO, Lsn::ZERO),
        heard: (Lsn::ZERO, Lsn::ZERO),
        lowest: Lsn::ZERO,
        sent_at: SimTime::ZERO,
        got_on_at: SimTime::ZERO,
        offers: 0,
    };
}

/// The readers, and what they have been sent.
#[derive(Clone, Debug)]
pub(super) struct Stream {
    followers: Vec<Follower>,
    /// The place of the writer's own host, where nobody follows.
    own: Option<ReaderId>,
    booked: Option<SimTime>,
}

impl Stream {
    /// So many readers, of which nothing is known yet.
    pub fn to(readers: u8, own: Option<ReaderId>) -> Stream {
        Stream {
            followers: vec![Follower::UNKNOWN; readers.into()],
            own,
            booked: None,
        }
    }

    /// The lowest read point of all readers that follow.
    pub fn lowest(&self) -> Option<Lsn> {
        let follow = |follower: &&Follower| follower.standing == Standing::Follows;
        let following = self.followers.iter().filter(follow);
        following.map(|follower| follower.lowest).min()
    }
}

fn sooner(one: Option<SimTime>, other: SimTime) -> Option<SimTime> {
    Some(one.map_or(other, |one| one.min(other)))
}

impl Writer {
    /// There is something new to tell readers, if there are any.
    #[inline]
    pub(super) fn stream_news(&mut self, now: SimTime) {
        if !self.stream.followers.is_empty() {
            self.book_stream(now + STREAM_EVERY);
        }
    }

    /// Another reader joins the cluster.
    pub fn add_reader(&mut self) {
        self.config.readers += 1;
        self.stream.followers.push(Follower::UNKNOWN);
    }

    fn book_stream(&mut self, due: SimTime) {
        match self.stream.booked {
            Some(booked) if booked <= due => return,
            Some(later) => {
                self.wakeups.remove(&(later, WakeReason::Stream));
            }
            None => {}
        }
        self.stream.booked = Some(due);
        self.wakeups.insert((due, WakeReason::Stream));
    }

    fn tell_reader(&mut self, reader: ReaderId, message: Message) {
        self.effects.push_back(Effect::Send {
            to: Address::Reader(reader),
            message,
        });
    }

    /// Sends readers what is new to them. Returns whether there was anything.
    pub(super) fn stream_out(&mut self, now: SimTime, log: &RedoLog) -> bool {
        self.stream.booked = None;
        let (newest, vdl) = (log.last(), self.points.vdl());
        let (mut did, mut again) = (false, None);
        for place in 0..self.stream.followers.len() {
            let reader = ReaderId::from_index(place);
            if self.stream.own == Some(reader) {
                continue;
            }
            let before = self.stream.followers[place];
            match before.standing {
                Standing::Follows if before.heard >= (newest, vdl) => {}
                Standing::Follows
                    if before.heard < before.sent
                        && now.since(before.got_on_at) >= READER_PATIENCE =>
                {
                    self.give_up_reader(now, reader);
                    did = true;
                }
                Standing::Follows => {
                    let lost = now.since(before.sent_at) >= RESEND_AFTER;
                    let follower = &mut self.stream.followers[place];
                    if follower.heard >= follower.sent {
                        follower.got_on_at = now;
                    }
                    if lost {
                        follower.sent = follower.heard;
                    }
                    again = sooner(again, now + RESEND_AFTER);
                    if follower.sent >= (newest, vdl) {
                        continue;
                    }
                    let after = follower.sent.0;
                    follower.sent = (newest, vdl);
                    follower.sent_at = now;
                    did = true;
                    let upto = newest;
                    self.tell_reader(reader, Message::Redo { after, upto, vdl });
                }
                Standing::Away | Standing::Offered { .. } => {
                    let offers = before.offers;
                    // Enough, until there is more to tell: perhaps it follows somebody else, who has told nothing of it.
                    if offers >= OFFERS_MAX && before.standing == (Standing::Offered { at: vdl }) {
                        continue;
                    }
                    if offers > 0 && now.since(before.sent_at) < FOLLOW_AGAIN {
                        again = sooner(again, before.sent_at + FOLLOW_AGAIN);
                        continue;
                    }
                    let view = self.view_at(vdl);
                    // What a crash has left unfinished is undone first, so that the reader need not know of it.
                    if self.undo_left() > 0 || self.not_yet_undone(vdl).next().is_some() {
                        again = sooner(again, now + RESEND_AFTER);
                        continue;
                    }
                    let active = view.active().into();
                    let follower = &mut self.stream.followers[place];
                    follower.standing = Standing::Offered { at: vdl };
                    follower.sent_at = now;
                    follower.offers = offers.saturating_add(1);
                    if follower.offers < OFFERS_MAX {
                        again = sooner(again, now + FOLLOW_AGAIN);
                    }
                    did = true;
                    let (to, at) = (reader, vdl);
                    self.effects.push_back(Effect::SendBegin { to, at, active });
                }
            }
        }
        if let Some(due) = again {
            self.book_stream(due);
        }
        did
    }

    fn give_up_reader(&mut self, now: SimTime, reader: ReaderId) {
        let follower = &mut self.stream.followers[reader.index()];
        let followed = follower.standing == Standing::Follows;
        follower.standing = Standing::Away;
        follower.offers = 0;
        if followed {
            self.happened(Happening::ReaderAway { reader });
            self.release_held_back(now);
        }
    }

    /// Takes a message from a reader.
    pub fn handle_reader(&mut self, now: SimTime, from: ReaderId, stamp: Stamp, message: Message) {
        match message {
            Message::Follow => {
                self.give_up_reader(now, from);
                self.stream_news(now);
            }
            Message::Heard { upto, vdl, lowest } if stamp.volume == self.volume_epoch() => {
                self.hear_reader(now, from, (upto, vdl), lowest);
            }
            // It follows the writer of another epoch still.
            Message::Heard { .. } => {}
            other => unreachable!("{other:?} is not for the writer"),
        }
    }

    fn hear_reader(&mut self, now: SimTime, from: ReaderId, heard: (Lsn, Lsn), lowest: Lsn) {
        let follower = &mut self.stream.followers[from.index()];
        match follower.standing {
            Standing::Away => {}
            Standing::Offered { at } if heard.0 < at => {}
            Standing::Offered { .. } => {
                follower.standing = Standing::Follows;
                (follower.heard, follower.sent) = (heard, heard);
                follower.lowest = lowest;
                (follower.got_on_at, follower.sent_at) = (now, now);
                follower.offers = 0;
                self.happened(Happening::ReaderJoined {
                    reader: from,
                    lowest,
                });
                self.stream_news(now);
            }
            Standing::Follows => {
                let got_on = heard > follower.heard;
                let rises = lowest > follower.lowest;
                follower.heard = follower.heard.max(heard);
                follower.lowest = follower.lowest.max(lowest);
                if got_on || follower.heard >= follower.sent {
                    follower.got_on_at = now;
                }
                if rises {
                    self.release_held_back(now);
                }
            }
        }
    }
}
