//! What came before: does each event have a cause that makes sense?
//!
//! A journal whose causes are wrong tells a learner wrong stories, however right the numbers are. Which cause makes sense
//! is asked in `causes` of anything, in `saying` of what machines say, and in `happening` of what happens inside the
//! database; `requests` follows what clients have asked until they have their answers.

mod causes;
mod happening;
mod places;
mod requests;
mod saying;

use base::{EventId, SimTime};
use sim::Entry;

use self::causes::makes_sense;
pub(super) use self::places::{process_of, segment_of};
use self::requests::Progress;
use super::Findings;
use super::cluster;
use super::holdings::Holdings;
use crate::{Event, Happening, Message};

/// Where a message stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Passage {
    /// The event is not the sending of a message.
    None,
    OnItsWay,
    Settled,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Past {
    entries: Vec<Entry<Event>>,
    passages: Vec<Passage>,
    on_their_way: u64,
    requests: Vec<Progress>,
    unanswered: u64,
    now: SimTime,
}

impl Past {
    /// Returns the message whose arrival caused the event, if one did.
    pub fn see(
        &mut self,
        id: EventId,
        entry: &Entry<Event>,
        holdings: &Holdings,
        findings: &mut Findings,
    ) -> Option<Message> {
        if entry.at < self.now {
            findings.add("JOURNAL", format!("time runs back from {}", self.now));
        }
        self.now = entry.at;
        let begins_a_story = matches!(
            entry.event,
            Event::RunBegan { .. }
                | Event::Asked { .. }
                | Event::WriterCrashed { .. }
                | Event::FailoverAsked { .. }
                | Event::TierSet { .. }
                | Event::CopyStopped { .. }
                | Event::CopyRestarted { .. }
                | Event::CopyCut { .. }
                | Event::CopyHealed { .. }
                | Event::ZoneCut { .. }
                | Event::ZoneHealed { .. }
                | Event::CopySlowed { .. }
                | Event::LinkSlowed { .. }
                | Event::LossSet { .. }
                | Event::ReplacementTakenBack { .. }
                | Event::PatchBegan { .. }
                | Event::PatchEnded { .. }
                | Event::BackgroundPaused { .. }
                | Event::BackgroundResumed { .. }
                | Event::PageDamaged { .. }
                | Event::LongReadEnded { .. }
                | Event::LoadStarted
                | Event::LoadStopped
                | Event::CommandRefused { .. }
                | Event::Region(_)
        ) || matches!(&entry.event, Event::Cluster(what) if cluster::begins_a_story(what));
        // By command, or because the control plane looks after its cluster or has found a hot copy.
        let may_begin_one = matches!(
            entry.event,
            Event::ReaderStopped { .. }
                | Event::ReplacementBegan { .. }
                | Event::ReaderRestarted { .. }
                | Event::WriterStarted { .. }
                | Event::ReaderAdded { .. }
        ) || matches!(&entry.event, Event::Cluster(what) if cluster::may_begin_one(what));
        let mut heard = None;
        if begins_a_story || may_begin_one && entry.cause == id {
            if entry.cause != id {
                findings.add(
                    "CAUSE",
                    format!("{:?} has a cause: {}", entry.event, entry.cause.0),
                );
            }
        } else if let Some(cause) = self.entries.get(entry.cause.0 as usize).copied() {
            heard = self.message(entry.cause);
            if !(self.answered_at_once(entry)
                || makes_sense(&entry.event, &cause.event, heard, holdings))
            {
                let text = format!(
                    "{:?} is said to come of {:?} (event {})",
                    entry.event, cause.event, entry.cause.0
                );
                findings.add("CAUSE", text);
            }
            if !matches!(cause.event, Event::Delivered { .. }) {
                heard = None;
            }
        } else {
            findings.add(
                "CAUSE",
                format!("{:?} has no earlier cause: {}", entry.event, entry.cause.0),
            );
        }
        self.settle(entry, findings);
        self.track_request(entry, findings);
        self.passages.push(match entry.event {
            Event::Sent { .. } => Passage::OnItsWay,
            _ => Passage::None,
        });
        self.on_their_way += u64::from(matches!(entry.event, Event::Sent { .. }));
        self.entries.push(*entry);
        heard
    }

    /// What was sent, of an event of sending, arriving or getting lost.
    pub fn message(&self, id: EventId) -> Option<Message> {
        let entry = self.entries.get(id.0 as usize)?;
        match entry.event {
            Event::Sent { message, .. } => Some(message),
            Event::Delivered { .. } | Event::Lost { .. } => {
                match self.entries.get(entry.cause.0 as usize)?.event {
                    Event::Sent { message, .. } => Some(message),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// Whether a read has its answer in the moment in which it begins, from the cache: then both come of the same, be it
    /// the request, a statement before it or a page for which it had to wait.
    fn answered_at_once(&self, entry: &Entry<Event>) -> bool {
        let Event::Database(Happening::ReadAnswered { request, .. }) = entry.event else {
            return false;
        };
        self.entries.last().is_some_and(|before| {
            before.cause == entry.cause
                && matches!(before.event, Event::Database(Happening::ReadBegan { request: r, .. }) if r == request)
        })
    }

    /// A message arrives or gets lost, once.
    fn settle(&mut self, entry: &Entry<Event>, findings: &mut Findings) {
        if !matches!(entry.event, Event::Delivered { .. } | Event::Lost { .. }) {
            return;
        }
        if let Some(passage) = self.passages.get_mut(entry.cause.0 as usize) {
            if *passage == Passage::OnItsWay {
                self.on_their_way -= 1;
            } else {
                findings.add(
                    "CAUSE",
                    format!("message {} arrives or gets lost twice", entry.cause.0),
                );
            }
            *passage = Passage::Settled;
        }
    }

    pub fn rest(&self, findings: &mut Findings) {
        if self.unanswered > 0 {
            let first = self
                .requests
                .iter()
                .position(|progress| progress.asked && !progress.answered);
            findings.add(
                "REST",
                format!(
                    "{} requests have no answer, the first is {first:?}",
                    self.unanswered
                ),
            );
        }
        if self.on_their_way > 0 {
            findings.add(
                "REST",
                format!("{} messages are still on their way", self.on_their_way),
            );
        }
    }
}
