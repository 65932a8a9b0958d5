//! What is on its way at a moment, sorted by what a picture needs.
//!
//! One walk over the messages in flight; messages of groups that are not looked at are left out.

use base::{Lsn, RequestId, SegmentId, SimTime};
use litemap::LiteMap;
use world::{Address, Message, RedoLog, Run, World};

/// Records on their way to a segment.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Batch {
    pub run: Run,
    pub due: SimTime,
    pub sent: base::EventId,
    pub lost: bool,
}

/// A segment's SCL on its way to the writer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Progress {
    pub scl: Lsn,
    pub due: SimTime,
    pub sent: base::EventId,
    pub lost: bool,
}

/// Messages in flight.
#[derive(Clone, Debug, Default)]
pub(crate) struct Traffic {
    /// By the segment they go to, the next one to arrive first.
    batches: LiteMap<SegmentId, Vec<Batch>>,
    /// By the segment they come from, the next one to arrive first.
    progress: LiteMap<SegmentId, Vec<Progress>>,
    /// Segments a page is being asked of, or that send one.
    pub reads: Vec<SegmentId>,
    /// Requests on their way to the writer.
    pub asks: Vec<RequestId>,
}

impl Traffic {
    pub fn of(world: &World, looked_at: impl Fn(base::GroupId) -> bool) -> Traffic {
        let mut traffic = Traffic::default();
        for (due, flight) in world.in_flight() {
            let (sent, lost) = (flight.sent, flight.lost.is_some());
            match (flight.from, flight.to, flight.message) {
                (_, Address::Segment(to), Message::Write(run) | Message::Fill(run))
                    if looked_at(run.group) =>
                {
                    let batch = Batch {
                        run,
                        due,
                        sent,
                        lost,
                    };
                    traffic.batches.entry(to).or_default().push(batch);
                }
                (
                    Address::Segment(from),
                    Address::Instance(_),
                    Message::Ack { scl } | Message::Report { scl },
                ) if looked_at(from.group()) => {
                    let progress = Progress {
                        scl,
                        due,
                        sent,
                        lost,
                    };
                    traffic.progress.entry(from).or_default().push(progress);
                }
                (_, Address::Segment(segment), Message::ReadPage { .. })
                | (Address::Segment(segment), _, Message::PageImage { .. })
                    if looked_at(segment.group()) =>
                {
                    traffic.reads.push(segment);
                }
                (_, Address::Instance(_), Message::Ask(request)) => traffic.asks.push(request),
                _ => {}
            }
        }
        traffic
    }

    /// Every batch on its way to a segment.
    pub fn batches_to(&self, to: SegmentId) -> &[Batch] {
        self.batches.get(&to).map_or(&[], Vec::as_slice)
    }

    /// The batch with this record that reaches the segment first.
    pub fn batch_with(&self, log: &RedoLog, to: SegmentId, lsn: Lsn) -> Option<&Batch> {
        self.batches_to(to)
            .iter()
            .find(|batch| !batch.lost && contains(log, batch.run, lsn))
    }

    /// The answer that will tell the writer first that the segment is complete up to the record.
    pub fn answer_with(&self, from: SegmentId, lsn: Lsn) -> Option<&Progress> {
        let mut answers = self.progress.get(&from)?.iter();
        answers.find(|answer| !answer.lost && answer.scl >= lsn)
    }
}

/// Whether a run contains the record (of the same group).
pub(crate) fn contains(log: &RedoLog, run: Run, lsn: Lsn) -> bool {
    if lsn > run.last {
        return false;
    }
    let Some(record) = log.get(lsn) else {
        return false;
    };
    let behind = log.count_up_to(run.group, run.last);
    record.group() == run.group && (behind.saturating_sub(run.len)..behind).contains(&record.place)
}
