//! What a recovering instance has a segment do (C-2, C-5, C-10), and what that does to what it holds (C-8).
//!
//! An order is obeyed when it is on disk: only then is it answered. From the moment it comes in, though, a segment
//! does nothing more for an older writer, and takes back the acknowledgements it still owed it; so an answer that says
//! how far it is complete covers all it has ever acknowledged.

use std::collections::VecDeque;

use base::{Lsn, SimTime};

use super::Segment;
use crate::constants::CATCH_UP_RECORDS;
use crate::epoch::VolumeEpoch;
use crate::protocol::{Address, Effect, Happening, Message};
use crate::redo::{Generation, Range, RedoLog};

/// Orders of recovering instances.
#[derive(Clone, Debug)]
pub struct Orders {
    /// A range that was written down and whose epoch has not begun here.
    range: Option<(VolumeEpoch, Range)>,
    /// Those on their way to the disk.
    waiting: VecDeque<(Address, Message)>,
    done: SimTime,
    /// Who waits to hear that an epoch has begun here.
    raised_by: Option<Address>,
}

impl Default for Orders {
    fn default() -> Orders {
        Orders {
            range: None,
            waiting: VecDeque::new(),
            done: SimTime::NEVER,
            raised_by: None,
        }
    }
}

impl Orders {
    /// When the next ones are on disk.
    pub fn due(&self) -> SimTime {
        self.done
    }

    /// Forgets what was in memory only.
    pub fn stop(&mut self) {
        self.waiting.clear();
        self.done = SimTime::NEVER;
        self.raised_by = None;
    }
}

/// The epoch an order is about, if the message is one.
#[inline]
pub fn epoch_of_order(message: &Message) -> Option<VolumeEpoch> {
    match *message {
        Message::Survey { epoch }
        | Message::Truncate { epoch, .. }
        | Message::RaiseEpoch { epoch } => Some(epoch),
        _ => None,
    }
}

impl Segment {
    /// It does nothing for a writer older than this epoch.
    pub fn obeys(&self) -> VolumeEpoch {
        self.obeys
    }

    /// The oldest epoch it may still enter: none that is older than what it obeys, but for orders that came in before and
    /// are on their way to its disk.
    pub fn enterable(&self) -> VolumeEpoch {
        let orders = self.orders.iter();
        let waiting = orders.flat_map(|orders| orders.waiting.iter());
        let waiting = waiting.filter_map(|(_, order)| epoch_of_order(order));
        let bound = self.epochs.volume.next().max(self.obeys);
        waiting.min().map_or(bound, |ordered| ordered.min(bound))
    }

    /// The range it has written down for an epoch that has not begun here yet.
    pub fn range_written(&self) -> Option<Range> {
        self.orders.as_ref()?.range.map(|(_, range)| range)
    }

    /// Whether it is about to enter an epoch.
    pub(super) fn is_entering(&self) -> bool {
        let orders = self.orders.as_ref();
        orders.is_some_and(|orders| orders.raised_by.is_some())
    }

    /// Takes an order in. One of an instance that is older than another it obeys is refused by who calls this.
    pub(super) fn take_order(
        &mut self,
        now: SimTime,
        from: Address,
        epoch: VolumeEpoch,
        order: Message,
    ) {
        if epoch > self.obeys && !self.ignores_epochs {
            self.obeys = epoch;
            self.writer = from;
            for batch in self.queue.iter_mut().chain(&mut self.writing) {
                batch.from_writer = false;
            }
        }
        let orders = self.orders.get_or_insert_default();
        orders.waiting.push_back((from, order));
        if orders.done == SimTime::NEVER {
            orders.done = now + self.persist;
        }
    }

    /// The orders that came in are on disk: obeys and answers.
    pub(super) fn obey(&mut self, now: SimTime) {
        let mut orders = self.orders.take().unwrap_or_default();
        orders.done = SimTime::NEVER;
        while let Some((from, order)) = orders.waiting.pop_front() {
            let segment = self.id;
            match order {
                Message::Survey { epoch } => {
                    self.happened(Happening::Fenced { segment, epoch });
                    let lives_in = self.epochs.volume;
                    let answer = Message::Surveyed {
                        epoch,
                        lives_in,
                        scl: self.scl,
                    };
                    self.send(from, answer);
                }
                Message::Truncate { epoch, range } => {
                    if epoch > self.epochs.volume {
                        orders.range = Some((epoch, range));
                    }
                    self.happened(Happening::RangeWritten {
                        segment,
                        epoch,
                        range,
                    });
                    self.send(from, Message::Truncated { epoch });
                }
                Message::RaiseEpoch { epoch } => {
                    orders.raised_by = Some(from);
                    self.want(Effect::EnterEpoch(epoch));
                    // The rest is done in the new epoch.
                    if !orders.waiting.is_empty() {
                        orders.done = now;
                    }
                    break;
                }
                _ => unreachable!("such a message is no order"),
            }
        }
        self.orders = Some(orders);
    }

    /// It belongs to a group that this writer has added.
    pub fn born_in(&mut self, epoch: VolumeEpoch, writer: base::InstanceId) {
        self.epochs.volume = epoch;
        self.obeys = epoch;
        self.writer = Address::Instance(writer);
    }

    /// It has been told, before anything else, that this instance wants to write in this epoch.
    pub fn obey_from_birth(&mut self, epoch: VolumeEpoch, writer: base::InstanceId) {
        if epoch > self.obeys {
            self.obeys = epoch;
            self.writer = Address::Instance(writer);
        }
    }

    /// Enters a volume epoch: what it holds of the old text beyond `shared`, where the two part, is gone, on disk and
    /// in memory, and nothing of it can come back (C-8).
    pub fn enter(&mut self, now: SimTime, generation: Generation, shared: Lsn, log: &RedoLog) {
        let (segment, epoch) = (self.id, generation.epoch);
        if epoch > self.epochs.volume {
            self.epochs.volume = epoch;
            self.change_over(now, generation, shared, log);
            if !self.is_entering() {
                self.happened(Happening::EpochLearnt {
                    segment,
                    knows: self.epochs,
                });
                // The new writer has not heard of this copy.
                let scl = self.scl;
                if scl > Lsn::ZERO {
                    self.send(self.writer, Message::Report { scl });
                }
            }
        }
        let orders = self.orders.as_mut();
        if let Some(by) = orders.and_then(|orders| orders.raised_by.take()) {
            let scl = self.scl;
            self.happened(Happening::EpochRaised {
                segment,
                epoch,
                scl,
            });
            self.send(by, Message::EpochRaised { epoch, scl });
        }
    }

    fn change_over(&mut self, now: SimTime, generation: Generation, shared: Lsn, log: &RedoLog) {
        let epoch = generation.epoch;
        if epoch >= self.obeys {
            self.obeys = epoch;
            self.writer = Address::Instance(generation.writer);
        }
        if let Some(orders) = &mut self.orders {
            orders.range = orders.range.filter(|(marked, _)| *marked > epoch);
        }
        let group = self.id.group();
        let kept = log.count_up_to(group, shared);
        self.beyond.keep_before(kept);
        if self.complete > kept {
            self.complete = kept;
            self.scl = log.newest_of_up_to(group, shared);
            self.pages.cut_back(log, group, self.scl, kept);
        }
        if let Some(background) = &mut self.background {
            background.cut_back(shared);
            self.throttle();
        }
        self.queue.clear();
        self.queued = false;
        self.writing.clear();
        self.disk_done = SimTime::NEVER;
        self.gossip.stop();
        // Who has nothing hears of it from those who have.
        if self.scl > Lsn::ZERO || !self.beyond.is_empty() {
            self.gossip.begin_at_once(now);
        }
    }

    /// A recovering instance has it send a peer what that lacks (C-13). Whoever lacks what is no log here any more
    /// must copy pages.
    pub(super) fn pass_on(&mut self, log: &RedoLog, to: base::CopyId, after: Lsn) {
        let group = self.id.group();
        if after < self.collected() {
            return;
        }
        if let Some(run) = log.run_between(group, after, self.scl, CATCH_UP_RECORDS) {
            let peer = base::SegmentId::new(group, to);
            self.send(Address::Segment(peer), Message::Fill(run));
        }
    }
}
