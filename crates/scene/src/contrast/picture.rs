//! The mirrored machine at a moment, and what is on its way in it.

use base::{ClientId, EventId, Phrase, SimSpan, SimTime, ZoneId};
use mirrored::{Flight, Kind, Message, MirroredWorld, Part};

use super::part_name;

/// One part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartView {
    /// Which.
    pub part: Part,
    /// Its name.
    pub title: Phrase,
    /// The zone it stands in; the object store stands in none.
    pub zone: Option<ZoneId>,
    /// What it is doing.
    pub status: Phrase,
    /// Whether it is running.
    pub up: bool,
    /// Whether its zone is cut off.
    pub zone_cut: bool,
    /// How many times slower than usual its disk is.
    pub slow_times: u32,
    /// Block writes it has not finished; for the instance, those under way.
    pub under_way: u64,
}

/// The whole machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MirroredView {
    /// The instance, the five parts of the chain in their order (W-21), and the object store.
    pub parts: Vec<PartView>,
    /// What the commits wait for.
    pub commits: Phrase,
    /// How full the redo log is of what changed pages hold on to, in thousandths.
    pub redo_held_permille: u16,
    /// Pages changed in memory and not written.
    pub dirty_pages: u64,
    /// Transactions that wait for the cleaner.
    pub held: u64,
    /// Transactions that wait for their redo, and for their binary log.
    pub committing: (u64, u64),
    /// How long the newest commits took, the oldest first.
    pub newest_latencies: Vec<SimSpan>,
}

/// One message on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MirroredFlight {
    /// The event of its being sent; it names the message.
    pub sent: EventId,
    /// Where it left.
    pub from: Part,
    /// Where it goes.
    pub to: Part,
    /// The client that sends or receives it, if one does.
    pub client: Option<ClientId>,
    /// What a block write carries; nothing for questions, answers and what is done.
    pub kind: Option<Kind>,
    /// Whether it says that a write is done.
    pub done: bool,
    /// How much of its way it has gone, in thousandths.
    pub progress_permille: u16,
    /// Whether it will not arrive at its first try.
    pub lost: bool,
}

/// The machine as it stands.
pub fn mirrored_view(world: &MirroredWorld) -> MirroredView {
    let chain = [Part::Instance].into_iter().chain(Part::CHAIN);
    let parts = chain.chain([Part::ObjectStore]);
    let mysql = world.mysql();
    let (redo, binlog) = mysql.committing();
    let capacity = world.config().redo_capacity_bytes.max(1);
    let commits = Phrase::new("mirrored-commits")
        .with("redo", redo)
        .with("binlog", binlog)
        .with("held", mysql.held());
    MirroredView {
        parts: parts.map(|part| part_view(world, part)).collect(),
        commits,
        redo_held_permille: (mysql.checkpoint_age() * 1_000 / capacity).min(1_000) as u16,
        dirty_pages: mysql.pages().dirty() + u64::from(mysql.pages().being_written()),
        held: mysql.held(),
        committing: (redo, binlog),
        newest_latencies: world.newest_latencies().collect(),
    }
}

fn part_view(world: &MirroredWorld, part: Part) -> PartView {
    let zone = world.config().zone_of(part);
    let zone_cut = zone.is_some_and(|zone| world.is_zone_cut(zone));
    let up = world.is_up(part);
    let under_way = match world.disk(part) {
        Some(disk) => disk.pending().len() as u64,
        None if part == Part::Instance => world.chain().len(),
        None => 0,
    };
    let status = if !up {
        Phrase::new("status-stopped")
    } else if zone_cut {
        Phrase::new("status-zone-cut")
    } else {
        Phrase::new("mirrored-under-way").with("count", under_way)
    };
    PartView {
        part,
        title: part_name(part),
        zone,
        status,
        up,
        zone_cut,
        slow_times: world.disk_slowness(part),
        under_way,
    }
}

/// Fills `out` with the messages that are on their way at the playhead. What `out` held before is forgotten; its memory
/// is used again.
pub fn mirrored_flights(world: &MirroredWorld, playhead: SimTime, out: &mut Vec<MirroredFlight>) {
    out.clear();
    let flights = world.in_flight();
    out.extend(flights.map(|(due, flight)| flight_view(flight, due, playhead)));
}

fn flight_view(flight: &Flight, due: SimTime, playhead: SimTime) -> MirroredFlight {
    let whole = due.since(flight.sent_at).micros().max(1);
    let gone = playhead.since(flight.sent_at).micros().min(whole);
    let client = match (flight.from, flight.to) {
        (_, Part::Client(client)) | (Part::Client(client), _) => Some(client),
        _ => None,
    };
    let kind = match flight.message {
        Message::Write { kind, .. } => Some(kind),
        Message::Archive { .. } => Some(Kind::Binlog),
        _ => None,
    };
    MirroredFlight {
        sent: flight.sent,
        from: flight.from,
        to: flight.to,
        client,
        kind,
        done: matches!(flight.message, Message::Done(_)),
        progress_permille: (gone * 1_000 / whole) as u16,
        lost: flight.lost,
    }
}
