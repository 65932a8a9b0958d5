//! The journal as text: one JSON object a line.

use std::io::{self, Write};

use base::EventId;
use serde::Serialize;
use world::{Event, World};

/// One line.
#[derive(Serialize)]
struct Line<'a> {
    id: EventId,
    /// Microseconds since the run began.
    at: u64,
    /// The event that brought it about; its own id if none did.
    cause: EventId,
    event: &'a Event,
}

/// Writes the entries from `first` on.
pub fn write(world: &World, first: EventId, out: &mut dyn Write) -> io::Result<()> {
    for (id, entry) in world.journal().since(first) {
        let line = Line {
            id,
            at: entry.at.micros(),
            cause: entry.cause,
            event: &entry.event,
        };
        serde_json::to_writer(&mut *out, &line)?;
        writeln!(out)?;
    }
    Ok(())
}
