//! What a Region's place in a global database brings about, in words.

use base::Phrase;
use world::RegionEvent;

use crate::line::LineKind;

/// What kind of line it is, and who wants to hear it.
pub(crate) fn sort(event: RegionEvent) -> (LineKind, u8) {
    match event {
        RegionEvent::RedoArrived { .. } => (LineKind::Record, 2),
        RegionEvent::AgentStarted { .. } | RegionEvent::AgentEnded { .. } => {
            (LineKind::Recovery, 1)
        }
        RegionEvent::WritesStopped
        | RegionEvent::WritesResumed
        | RegionEvent::CommitsHeld
        | RegionEvent::CommitsReleased
        | RegionEvent::WentDark
        | RegionEvent::CameBack => (LineKind::Fault, 1),
    }
}

/// The event in words.
pub(crate) fn phrase(event: RegionEvent) -> Phrase {
    match event {
        RegionEvent::RedoArrived { upto, records } => Phrase::new("event-redo-arrived")
            .with("records", records)
            .with("last", upto.to_string()),
        RegionEvent::AgentStarted { .. } => Phrase::new("event-agent-started"),
        RegionEvent::AgentEnded { .. } => Phrase::new("event-agent-ended"),
        RegionEvent::WritesStopped => Phrase::new("event-writes-stopped"),
        RegionEvent::WritesResumed => Phrase::new("event-writes-resumed"),
        RegionEvent::CommitsHeld => Phrase::new("event-commits-held"),
        RegionEvent::CommitsReleased => Phrase::new("event-commits-released"),
        RegionEvent::WentDark => Phrase::new("event-went-dark"),
        RegionEvent::CameBack => Phrase::new("event-came-back"),
    }
}

/// The fact behind it.
pub(crate) fn fact(event: RegionEvent) -> &'static str {
    match event {
        RegionEvent::RedoArrived { .. } | RegionEvent::AgentStarted { .. } => "G-4",
        RegionEvent::AgentEnded { .. } => "G-21",
        RegionEvent::WritesStopped | RegionEvent::WritesResumed => "G-21b",
        RegionEvent::CommitsHeld => "G-51",
        RegionEvent::CommitsReleased => "G-52",
        RegionEvent::WentDark | RegionEvent::CameBack => "G-34",
    }
}
