//! Readers as they are drawn: where each stands, how far it is behind, and the redo stream on its way to it.

use std::cmp::Reverse;

use base::{EventId, Lsn, Phrase, ReaderId, SimSpan, SimTime, ZoneId};
use world::{Address, FailoverPhase, Replica, Site, Size, World};

use crate::Tone;
use crate::flights::{self, FlightKind};

/// What the host of a reader does in the cluster.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It runs a reader, or is to.
    Reader,
    /// It runs the writer; so nothing is read here through a reader's endpoint.
    Writer,
    /// It was chosen, and has not opened the volume yet.
    Successor,
}

/// A reader. In a cluster that looks after its writer every host is one but that of the writer, which is drawn as the
/// writer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReaderView {
    /// Which.
    pub reader: ReaderId,
    /// Where it runs.
    pub zone: ZoneId,
    /// What its host does in the cluster.
    pub role: Role,
    /// Its promotion tier, 0 (first) to 15 (last) (F-1).
    pub tier: u8,
    /// How large it is; among equal tiers the largest becomes the writer (F-2).
    pub size: Size,
    /// Tier and size in words, in a cluster that looks after its writer.
    pub standing: Option<Phrase>,
    /// While the writer does not answer: how many would be chosen before it, by tier and size (F-2).
    pub rank: Option<u8>,
    /// Whether its process runs.
    pub up: bool,
    /// Whether it follows the writer; while it does not, its reads wait.
    pub follows: bool,
    /// How far it is behind in time (RP-13); nothing while it does not follow.
    pub lag: Option<SimSpan>,
    /// How many LSNs its read point is behind the writer's VDL.
    pub behind: u64,
    /// The VDL it shows: what is read here begins at it (RP-3).
    pub read_point: Lsn,
    /// It has every record up to here.
    pub heard: Lsn,
    /// Records it has applied to pages in its cache (RP-2).
    pub applied: u64,
    /// Records it has thrown away, because their pages are not in its cache (RP-2).
    pub ignored: u64,
    /// Pages in its cache.
    pub cached: u32,
    /// Pages its cache has room for.
    pub cache_room: u32,
    /// Reads its cache could answer.
    pub hits: u64,
    /// Reads for which it asked storage (RP-10).
    pub misses: u64,
    /// How busy its processors were in the last second, in thousandths; nothing outside a cluster that looks after its
    /// writer.
    pub cpu_permille: Option<u32>,
    /// Reads without an answer.
    pub reads: u32,
    /// What it is doing.
    pub status: Phrase,
    /// How that is meant.
    pub tone: Tone,
}

/// A message on its way to or from a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReaderFlight {
    /// The event of its being sent; it names the message.
    pub sent: EventId,
    /// The reader.
    pub reader: ReaderId,
    /// The other end.
    pub other: Site,
    /// Whether it goes to the reader.
    pub to_reader: bool,
    /// What it is.
    pub kind: FlightKind,
    /// How much of its way it has gone, in thousandths.
    pub progress_permille: u16,
    /// Whether it will not arrive.
    pub lost: bool,
}

/// Fills `out` with the messages to and from readers that are on their way at the playhead, as
/// [`flights`](crate::flights()) does with all others.
pub fn reader_flights(world: &World, playhead: SimTime, out: &mut Vec<ReaderFlight>) {
    out.clear();
    let of_readers = world.in_flight().filter_map(|(due, flight)| {
        let (reader, other, to_reader) = match (flight.from, flight.to) {
            (other, Address::Reader(reader)) => (reader, other, true),
            (Address::Reader(reader), other) => (reader, other, false),
            _ => return None,
        };
        let whole = due.since(flight.sent_at).micros().max(1);
        let gone = playhead.since(flight.sent_at).micros().min(whole);
        Some(ReaderFlight {
            sent: flight.sent,
            reader,
            other: flights::site_of(other),
            to_reader,
            kind: flights::kind(flight.message),
            progress_permille: (gone * 1_000 / whole) as u16,
            lost: flight.lost.is_some(),
        })
    });
    out.extend(of_readers);
}

pub(crate) fn reader_views(world: &World) -> Vec<ReaderView> {
    let drawn_as_writer = world.writer_host();
    let readers = world
        .readers()
        .filter(|(id, _, _)| Some(*id) != drawn_as_writer);
    let views = readers.filter_map(|(id, _, _)| reader_view(world, id));
    let mut views: Vec<ReaderView> = views.collect();
    if is_sought(world) {
        rank(&mut views);
    }
    views
}

/// Says of each that may be chosen how many stand before it.
fn rank(views: &mut [ReaderView]) {
    let may = |view: &ReaderView| view.role == Role::Reader && view.up;
    let able = views.iter().filter(|view| may(view));
    let able: Vec<_> = able.map(|view| (view.tier, Reverse(view.size))).collect();
    for view in views.iter_mut().filter(|view| may(view)) {
        let own = (view.tier, Reverse(view.size));
        view.rank = Some(able.iter().filter(|other| **other < own).count() as u8);
    }
}

pub(crate) fn reader_view(world: &World, id: ReaderId) -> Option<ReaderView> {
    let (_, replica, zone) = world.readers().find(|(known, _, _)| *known == id)?;
    let vdl = world.writer().points().vdl();
    let lag = world.reader_lag(id).filter(|_| replica.follows());
    let behind = vdl.0.saturating_sub(replica.shows().0);
    let role = role(world, id);
    let starting = world.is_starting(id);
    let (mut status, tone) = status(replica, (role, starting), vdl, lag);
    // In a secondary Region there is no writer to be level with (G-3).
    if world.follows() {
        status.id = match status.id {
            "reader-level" => "reader-level-here",
            "reader-behind" => "reader-behind-here",
            other => other,
        };
    }
    let spec = world.standing_of(id)?;
    let standing = world.has_failover().then(|| {
        Phrase::new("reader-standing")
            .with("tier", u32::from(spec.tier))
            .with("size", spec.size.name())
    });
    let (stream, cache) = (replica.stream_counts(), replica.cache_counts());
    Some(ReaderView {
        reader: id,
        zone,
        role,
        tier: spec.tier,
        size: spec.size,
        standing,
        rank: None,
        up: replica.is_up(),
        follows: replica.follows(),
        lag,
        behind,
        read_point: replica.shows(),
        heard: replica.heard(),
        cpu_permille: world.has_failover().then(|| world.cpu_permille(id)),
        applied: stream.applied,
        ignored: stream.dropped,
        cached: replica.cached_pages().count() as u32,
        cache_room: replica.cache_room(),
        hits: cache.hits,
        misses: cache.misses,
        reads: replica.reads_open(),
        status,
        tone,
    })
}

/// Whether somebody is going to be chosen, if the writer does not answer soon.
fn is_sought(world: &World) -> bool {
    let phase = world.failover_phase();
    matches!(phase, Some(FailoverPhase::Watches { failed_at: Some(_) }))
}

fn role(world: &World, id: ReaderId) -> Role {
    let watched = matches!(world.failover_phase(), Some(FailoverPhase::Watches { .. }));
    match world.writer_place() == Some(id) {
        true if watched => Role::Writer,
        true => Role::Successor,
        false => Role::Reader,
    }
}

fn status(
    replica: &Replica,
    (role, starting): (Role, bool),
    vdl: Lsn,
    lag: Option<SimSpan>,
) -> (Phrase, Tone) {
    let shows = replica.shows();
    match lag {
        _ if role == Role::Writer => (Phrase::new("reader-is-writer"), Tone::Good),
        _ if role == Role::Successor => (Phrase::new("reader-becomes-writer"), Tone::Waiting),
        _ if starting => (Phrase::new("reader-starts"), Tone::Waiting),
        _ if !replica.is_up() => (Phrase::new("reader-stopped"), Tone::Fault),
        None => (Phrase::new("reader-joins"), Tone::Waiting),
        Some(lag) if shows < vdl => {
            let phrase = Phrase::new("reader-behind")
                .with("shows", shows)
                .with("vdl", vdl)
                .with("lag", lag);
            (phrase, Tone::Waiting)
        }
        Some(_) => (Phrase::new("reader-level").with("shows", shows), Tone::Good),
    }
}
