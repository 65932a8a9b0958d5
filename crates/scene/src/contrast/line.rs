//! Events of the mirrored machine, and what it refuses, in words.

use base::{EventId, Phrase, RequestId};
use mirrored::{Event, Happening, LostWhy, Message, MirroredWorld, Part, Refusal, WriteId};
use world::Operation;

use super::{kind_name, part_name};
use crate::say;

/// An event in words; `None` if the journal does not remember it (any more).
pub fn mirrored_line(world: &MirroredWorld, id: EventId) -> Option<Phrase> {
    let entry = world.journal().get(id)?;
    Some(match entry.event {
        Event::RunBegan { seed } => Phrase::new("event-run-began").with("seed", seed.to_string()),
        Event::Asked {
            request,
            client,
            write,
        } => Phrase::new("event-asked")
            .with("who", part_name(Part::Client(client)))
            .with("request", request_name(world, request))
            .with("write", say::yes_no(write)),
        Event::Sent { from, to, message } => {
            let phrase = ends(Phrase::new("event-sent"), from, to);
            phrase.with("message", message_name(world, Some(message)))
        }
        Event::Delivered { from, to } => {
            let phrase = ends(Phrase::new("event-delivered"), from, to);
            phrase.with("message", message_name(world, sent(world, entry.cause)))
        }
        Event::Lost { from, to, why } => ends(Phrase::new("event-lost"), from, to)
            .with("message", message_name(world, sent(world, entry.cause)))
            .with("why", why_lost(why)),
        Event::Persisted { part, write } => {
            write_phrase("mirrored-persisted", write).with("part", part_name(part))
        }
        Event::PairDone { write } => write_phrase("mirrored-pair-done", write),
        Event::ChainDone { write } => write_phrase("mirrored-chain-done", write),
        Event::PartStopped { part } => part_phrase("mirrored-stopped", part),
        Event::PartRestarted { part } => part_phrase("mirrored-restarted", part),
        Event::DiskSlowed { part, times } => {
            part_phrase("mirrored-slowed", part).with("times", times)
        }
        Event::LinkSlowed { from, to, times } => {
            ends(Phrase::new("event-link-slowed"), from, to).with("times", times)
        }
        Event::ZoneCut { zone } => Phrase::new("event-zone-cut").with("zone", zone.to_string()),
        Event::ZoneHealed { zone } => {
            Phrase::new("event-zone-healed").with("zone", zone.to_string())
        }
        Event::LoadStarted => Phrase::new("event-load-started"),
        Event::LoadStopped => Phrase::new("event-load-stopped"),
        Event::Database(what) => happening(world, what),
    })
}

/// Why something cannot be done to the mirrored machine; `as_there` says what Aurora's side refuses in the same way.
pub fn mirrored_refusal(
    refusal: &Refusal,
    as_there: impl FnOnce(&world::Refusal) -> Phrase,
) -> Phrase {
    match refusal {
        Refusal::NotOfTheChain(part) => part_phrase("mirrored-refuse-chain", *part),
        Refusal::AlreadyStopped(part) => part_phrase("mirrored-refuse-stopped", *part),
        Refusal::NotStopped(part) => part_phrase("mirrored-refuse-running", *part),
        Refusal::SamePart(part) => part_phrase("mirrored-refuse-same", *part),
        Refusal::AsThere(refusal) => as_there(refusal),
    }
}

fn happening(world: &MirroredWorld, what: Happening) -> Phrase {
    let about = |id, request| Phrase::new(id).with("request", request_name(world, request));
    match what {
        Happening::PagesChanged {
            request,
            newly_dirty,
        } => about("mirrored-pages-changed", request).with("pages", newly_dirty),
        Happening::TransactionHeld { request } => about("mirrored-held", request),
        Happening::GroupPrepared { transactions } => {
            Phrase::new("mirrored-prepared").with("count", transactions)
        }
        Happening::CommitAcknowledged { request } => about("mirrored-committed", request),
        Happening::ReadAnswered { request } => about("mirrored-read", request),
        Happening::FlushBegan { pages } => Phrase::new("mirrored-flush").with("count", pages),
        Happening::CheckpointMoved { to } => {
            Phrase::new("mirrored-checkpoint").with("to", to.to_string())
        }
    }
}

fn ends(phrase: Phrase, from: Part, to: Part) -> Phrase {
    phrase
        .with("from", part_name(from))
        .with("to", part_name(to))
}

fn part_phrase(id: &'static str, part: Part) -> Phrase {
    Phrase::new(id).with("part", part_name(part))
}

fn write_phrase(id: &'static str, write: WriteId) -> Phrase {
    Phrase::new(id).with("write", write.0.to_string())
}

/// The message whose being sent is this event.
fn sent(world: &MirroredWorld, id: EventId) -> Option<Message> {
    match world.journal().get(id)?.event {
        Event::Sent { message, .. } => Some(message),
        _ => None,
    }
}

fn message_name(world: &MirroredWorld, message: Option<Message>) -> Phrase {
    match message {
        Some(Message::Ask(request)) => {
            Phrase::new("message-ask").with("request", request_name(world, request))
        }
        Some(Message::Answer(request)) => {
            Phrase::new("message-answer").with("request", request_name(world, request))
        }
        Some(Message::Write { write, kind, bytes }) => write_phrase("mirrored-write", write)
            .with("kind", kind_name(kind))
            .with("bytes", bytes),
        Some(Message::Done(write)) => write_phrase("mirrored-done", write),
        Some(Message::Archive { bytes }) => Phrase::new("mirrored-archive").with("bytes", bytes),
        None => Phrase::new("message-gone"),
    }
}

fn why_lost(why: LostWhy) -> Phrase {
    Phrase::new(match why {
        LostWhy::Cut => "lost-cut",
        LostWhy::Stopped => "lost-stopped",
    })
}

/// What was asked, if it is still open.
fn request_name(world: &MirroredWorld, id: RequestId) -> Phrase {
    let open = world.open_requests().find(|(open, ..)| *open == id);
    match open.map(|(_, _, operation, _)| operation) {
        Some(Operation::Put { key, value }) => Phrase::new("request-put")
            .with("key", say::name(key))
            .with("value", say::name(value)),
        Some(Operation::Get { key } | Operation::LongGet { key }) => {
            Phrase::new("request-get").with("key", say::name(key))
        }
        Some(Operation::Transaction(script)) => Phrase::new("request-transaction")
            .with("count", script.statements.len() as u64)
            .with("key", say::name(script.statements[0].key())),
        None => Phrase::new("request-gone").with("number", id.0),
    }
}
