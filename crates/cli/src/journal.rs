//! The journal as text: one JSON object a line.

use std::collections::BTreeMap;
use std::hash::Hash;
use std::io::{self, Write};

use base::{EventId, RegionId};
use globe::Globe;
use serde::Serialize;
use world::{Journal, World};

/// One line.
#[derive(Serialize)]
struct Line<'a, E> {
    /// The Region of a global database; without one, it happened between Regions, or there is one cluster only.
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<RegionId>,
    id: EventId,
    /// Microseconds since the run began.
    at: u64,
    /// The event that brought it about; its own id if none did.
    cause: EventId,
    event: &'a E,
}

/// The journals of a global database: how much of each has been written, by Region and by the number of its cluster.
#[derive(Debug, Default)]
pub struct Journals {
    between: EventId,
    within: BTreeMap<(RegionId, u32), EventId>,
}

impl Journals {
    /// Writes what has come since.
    pub fn write(&mut self, globe: &Globe, out: &mut dyn Write) -> io::Result<()> {
        lines(None, globe.journal(), &mut self.between, out)?;
        for ended in globe.ended() {
            let next = self.within.entry((ended.region, ended.number)).or_default();
            lines(Some(ended.region), &ended.journal, next, out)?;
        }
        for region in globe.regions() {
            let number = globe.number(region);
            let next = self.within.entry((region, number)).or_default();
            if let Some(world) = globe.world(region) {
                lines(Some(region), world.journal(), next, out)?;
            }
        }
        Ok(())
    }
}

fn lines<E: Serialize + Hash>(
    region: Option<RegionId>,
    journal: &Journal<E>,
    next: &mut EventId,
    out: &mut dyn Write,
) -> io::Result<()> {
    for (id, entry) in journal.since(*next) {
        let line = Line {
            region,
            id,
            at: entry.at.micros(),
            cause: entry.cause,
            event: &entry.event,
        };
        serde_json::to_writer(&mut *out, &line)?;
        writeln!(out)?;
    }
    *next = journal.next_id();
    Ok(())
}

/// Writes the entries from `first` on.
pub fn write(world: &World, mut first: EventId, out: &mut dyn Write) -> io::Result<()> {
    lines(None, world.journal(), &mut first, out)
}
