//! The same seed, one thing changed: two runs of the engine side by side.
//!
//! Both begin at the same moment with the same seed, and the same is done to both. What differs between them comes from the
//! one thing that was changed. The other run is the engine again, with another topology; nothing is worked out by rule.

use std::cmp::Reverse;

use base::{Phrase, RequestId, SimSpan, SimTime};
use world::{Event, Family, Happening, Operation, Outcome, Standing, TIER_LAST, Topology, World};

use crate::outage::{OutageView, outage_on};
use crate::{BoardRow, Tone, say};

/// Reads after an outage that are timed `[choice]`.
const READS_TIMED: usize = 20;
/// Events after it that are looked through for them.
const READ_MAX: usize = 50_000;
/// How long a name is kept by clients that keep it too long (I-18), in milliseconds.
const LONG_TTL_MILLIS: u32 = 30_000;
/// The time to live of Aurora's names (I-18), in milliseconds.
const TTL_MILLIS: u32 = 5_000;

/// The one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// There is no reader.
    NoReader,
    /// The reader that would follow first has the last tier.
    OtherTier,
    /// The reader that would follow first runs in the writer's zone.
    OtherZone,
    /// The writer is started again where it was.
    InPlace,
    /// Clients keep what a name resolved to for another time.
    OtherTtl,
    /// Cluster cache management is switched otherwise (CC-14).
    CacheManaged,
    /// The cluster speaks like the other engine.
    OtherFamily,
}

impl Change {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Change; 7] = [
        Change::NoReader,
        Change::OtherTier,
        Change::OtherZone,
        Change::InPlace,
        Change::OtherTtl,
        Change::CacheManaged,
        Change::OtherFamily,
    ];

    /// A topology with this changed, if it changes anything there.
    pub fn apply(self, topology: &Topology) -> Option<Topology> {
        let mut other = topology.clone();
        let failover = other.failover.as_mut()?;
        let first = (other.readers.iter_mut()).min_by_key(|spec| (spec.tier, Reverse(spec.size)));
        match (self, first) {
            (Change::NoReader, _) => other.readers.clear(),
            (Change::OtherTier, Some(first)) => first.tier = TIER_LAST,
            (Change::OtherZone, Some(first)) => first.zone = topology.writer_zone,
            (Change::InPlace, _) => failover.in_place ^= true,
            (Change::OtherTtl, _) => {
                failover.ttl_millis = match failover.ttl_millis {
                    LONG_TTL_MILLIS.. => TTL_MILLIS,
                    _ => LONG_TTL_MILLIS,
                }
            }
            (Change::CacheManaged, _) => {
                failover.cache_management ^= failover.family == Family::PostgreSql;
            }
            (Change::OtherFamily, _) => {
                *failover = failover.in_family(match failover.family {
                    Family::MySql => Family::PostgreSql,
                    Family::PostgreSql => Family::MySql,
                });
            }
            (Change::OtherTier | Change::OtherZone, None) => {}
        }
        (other != *topology).then_some(other)
    }

    /// Those that change something there, in words.
    pub fn offered(topology: &Topology) -> Vec<(Change, Phrase)> {
        let all = Change::ALL.into_iter();
        let offered = all.filter(|change| change.apply(topology).is_some());
        offered
            .map(|change| (change, change.phrase(topology)))
            .collect()
    }

    /// It in words.
    pub fn phrase(self, topology: &Topology) -> Phrase {
        let other = self.apply(topology);
        let other = other.and_then(|other| other.failover);
        match self {
            Change::NoReader => Phrase::new("pair-no-reader"),
            Change::OtherTier => Phrase::new("pair-other-tier"),
            Change::OtherZone => {
                Phrase::new("pair-other-zone").with("zone", topology.writer_zone.to_string())
            }
            Change::InPlace => match other.is_some_and(|it| !it.in_place) {
                true => Phrase::new("pair-promotes"),
                false => Phrase::new("pair-in-place"),
            },
            Change::OtherTtl => {
                let millis = other.map_or(LONG_TTL_MILLIS, |it| it.ttl_millis);
                let span = SimSpan::from_millis(millis.into());
                Phrase::new("pair-other-ttl").with("ttl", span)
            }
            Change::CacheManaged => match other.is_some_and(|it| it.cache_management) {
                true => Phrase::new("pair-managed"),
                false => Phrase::new("pair-not-managed"),
            },
            Change::OtherFamily => match other.map(|it| it.family) {
                Some(Family::PostgreSql) => Phrase::new("pair-postgresql"),
                _ => Phrase::new("pair-mysql"),
            },
        }
    }
}

/// Two runs side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PairView {
    /// What is changed.
    pub change: Change,
    /// What else could be, and in which words.
    pub choices: Vec<(Change, Phrase)>,
    /// The run as it is, and as it would be; their rulers are equally long.
    pub sides: [OutageView; 2],
    /// What else there is to compare, with a value for each.
    pub rows: Vec<BoardRow>,
    /// The difference in words, and how that is meant.
    pub says: (Phrase, Tone),
}

/// A run and the same with one thing changed.
#[inline(never)]
pub fn pair_view(one: &World, other: &World, change: Change, playhead: SimTime) -> PairView {
    let ruler = |world: &World| outage_on(world, playhead, SimSpan::ZERO).ruler;
    let longer = ruler(one).max(ruler(other));
    let worlds = [one, other];
    let sides = worlds.map(|world| outage_on(world, playhead, longer));
    let topology = one.topology();
    PairView {
        change,
        choices: Change::offered(topology),
        says: difference(&sides, change.phrase(topology)),
        sides,
        rows: rows(worlds),
    }
}

fn difference(sides: &[OutageView; 2], change: Phrase) -> (Phrase, Tone) {
    let [Some(one), Some(other)] = [sides[0].took, sides[1].took] else {
        return (Phrase::new("pair-nothing-yet"), Tone::Quiet);
    };
    let over = |side: &OutageView| side.tone == Tone::Good;
    let says = |id| {
        let apart = one.micros().abs_diff(other.micros());
        Phrase::new(id)
            .with("change", change.clone())
            .with("one", one)
            .with("other", other)
            .with("apart", SimSpan::from_micros(apart))
    };
    match (over(&sides[0]), over(&sides[1])) {
        (true, true) if one < other => (says("pair-longer"), Tone::Fault),
        (true, true) if one > other => (says("pair-shorter"), Tone::Good),
        (true, true) => (says("pair-same"), Tone::Quiet),
        (true, false) => (says("pair-other-lasts"), Tone::Waiting),
        (false, true) => (says("pair-one-lasts"), Tone::Waiting),
        (false, false) => (says("pair-both-last"), Tone::Waiting),
    }
}

fn rows(worlds: [&World; 2]) -> Vec<BoardRow> {
    let row = |label, fact, value: &dyn Fn(&World) -> Phrase| BoardRow {
        values: worlds.iter().map(|world| value(world)).collect(),
        fact: Some(fact),
        ..BoardRow::new(Phrase::new(label))
    };
    vec![
        row("pair-writer", "F-2", &|world| {
            let host = world.writer_host().unwrap_or_default();
            match world.writer().is_open() {
                true => Phrase::new("pair-writer-is")
                    .with("number", host.number())
                    .with("zone", world.writer_zone().to_string()),
                false => Phrase::new("pair-nobody"),
            }
        }),
        row("pair-commits", "W-10", &|world| {
            Phrase::new("pair-count").with("count", world.counters().commits)
        }),
        row("pair-kept", "F-9", &|world| {
            let (there, all) = kept(world);
            Phrase::new("pair-kept-of")
                .with("there", there)
                .with("all", all)
        }),
        row("pair-reads", "CC-14", &|world| match reads_after(world) {
            Some(mean) => Phrase::new("outage-took").with("took", mean),
            None => Phrase::new("outage-not-yet"),
        }),
        row("pair-misses", "CC-14", &|world| {
            Phrase::new("pair-count").with("count", world.writer().read_counts().reads)
        }),
    ]
}

/// Rows the person at the page was told are committed, and how many of them read back with the value they got last.
fn kept(world: &World) -> (u32, u32) {
    let mut rows: Vec<(String, String)> = Vec::new();
    let mut ids: Vec<RequestId> = world.visitor_requests().collect();
    base::sort_few(&mut ids, |one, other| one < other);
    for id in ids {
        let committed = matches!(
            world.standing(id),
            Some(Standing::Answered {
                outcome: Outcome::Committed(_),
                ..
            })
        );
        let asked = world.request(id).map(|request| &request.operation);
        if let (true, Some(Operation::Put { key, value })) = (committed, asked) {
            let (key, value) = (say::name(key), say::name(value));
            rows.retain(|(known, _)| *known != key);
            rows.push((key, value));
        }
    }
    let reads_back = |(key, value): &&(String, String)| {
        let row = world.row(key).flatten();
        row.is_some_and(|row| say::name(&row) == *value)
    };
    let there = rows.iter().filter(reads_back).count();
    (there as u32, rows.len() as u32)
}

/// How long the first reads took that were asked at the new writer, on average, from the question to the row.
fn reads_after(world: &World) -> Option<SimSpan> {
    let opened = world.events_from_outside().rev().find(|id| {
        let entry = world.journal().get(*id);
        entry.is_some_and(|entry| matches!(entry.event, Event::WriterStarted { .. }))
    })?;
    let mut began: Vec<(RequestId, SimTime)> = Vec::new();
    let (mut sum, mut count) = (0, 0);
    for (_, entry) in world.journal().since(opened).take(READ_MAX) {
        match entry.event {
            Event::Database(Happening::ReadBegan { request, .. }) => {
                began.push((request, entry.at));
            }
            Event::Database(Happening::ReadAnswered { request, .. }) => {
                if let Some(place) = began.iter().position(|(known, _)| *known == request) {
                    let (_, at) = began.swap_remove(place);
                    sum += entry.at.since(at).micros();
                    count += 1;
                    if count == READS_TIMED as u64 {
                        break;
                    }
                }
            }
            _ => {}
        }
    }
    (count > 0).then(|| SimSpan::from_micros(sum / count))
}
