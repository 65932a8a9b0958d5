//! How busy the instances of a cluster are: processors and connections.
//!
//! The sources give no cost of a statement, so what each piece of work takes is a `[choice]`; what matters is that more
//! statements, misses and redo make an instance busier, and a larger one less so. It is measured once a second, from
//! the counts the instances keep anyway: nothing on the way of a write knows of it. What has to
//! wait for a busy instance, `processors` says.
//!
//! The same second hand drives what looks after readers: auto scaling, and cluster cache management.

use aurora::scaling::Reading;
use base::Id;

use super::cluster::Chore;
use super::*;
use crate::Statement;

/// How often it is measured.
const EVERY: SimSpan = SimSpan::from_millis(1_000);
/// What the smallest instance of the default class gets done in a second, in microseconds of its two processors.
const CAPACITY_MICROS: u64 = 2_000_000;
/// What a read takes `[choice]`, in microseconds …
const READ_MICROS: u64 = 1_000;
/// … what more if its page has to come from storage `[choice]` …
const MISS_MICROS: u64 = 500;
/// … a write `[choice]` …
const WRITE_MICROS: u64 = 1_500;
/// … a redo record that is applied to a cached page `[choice]` …
const APPLIED_MICROS: u64 = 50;
/// … and one that is thrown away `[choice]`.
const DROPPED_MICROS: u64 = 5;

/// What an instance has done so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Done {
    reads: u64,
    misses: u64,
    writes: u64,
    applied: u64,
    dropped: u64,
}

impl Done {
    fn micros(self) -> u64 {
        self.reads * READ_MICROS
            + self.misses * MISS_MICROS
            + self.writes * WRITE_MICROS
            + self.applied * APPLIED_MICROS
            + self.dropped * DROPPED_MICROS
    }

    /// What was done since; an instance that was started anew has counted from zero.
    fn since(self, before: Done) -> Done {
        let since = |now: u64, before: u64| now.checked_sub(before).unwrap_or(now);
        Done {
            reads: since(self.reads, before.reads),
            misses: since(self.misses, before.misses),
            writes: since(self.writes, before.writes),
            applied: since(self.applied, before.applied),
            dropped: since(self.dropped, before.dropped),
        }
    }
}

/// One instance's gauge.
#[derive(Clone, Copy, Debug, Default)]
struct Gauge {
    done: Done,
    /// The load of the last second.
    cpu_permille: u32,
    /// Sums since scaling looked last: load, connections, and over how many seconds.
    sums: (u64, u64, u32),
}

/// The gauges of all instances.
#[derive(Clone, Debug, Default)]
pub(super) struct Meter {
    gauges: Vec<Gauge>,
    /// Whether the next second is booked.
    ticks: bool,
}

impl World {
    /// How busy the processors of an instance were in the last second, in thousandths.
    pub fn cpu_permille(&self, place: ReaderId) -> u32 {
        let cluster = self.cluster.as_ref();
        let gauge = cluster.and_then(|it| it.meter.gauges.get(place.index()));
        gauge.map_or(0, |gauge| gauge.cpu_permille)
    }

    /// The second hand begins to move, if there is anything to measure for.
    pub(super) fn start_meter(&mut self, cause: EventId) {
        let Some(cluster) = &mut self.cluster else {
            return;
        };
        if !std::mem::replace(&mut cluster.meter.ticks, true) {
            let chore = Chore::Measure;
            let due = self.agenda.now() + EVERY;
            self.agenda.book(due, Booked::Chore { chore, cause });
        }
    }

    /// A second is over.
    pub(super) fn measure(&mut self, cause: EventId) -> bool {
        let connections = self.connections_of_all();
        let busy = self.read_gauges(&connections);
        self.manage_caches(cause);
        self.look_at_scaling(cause);
        let goes_on = busy || self.clients.load().is_some() || self.is_looked_after();
        if let Some(cluster) = &mut self.cluster {
            cluster.meter.ticks = false;
        }
        if goes_on {
            self.start_meter(cause);
        }
        true
    }

    /// Connections that lead to each instance, through whatever name.
    pub fn connections_of_all(&self) -> Vec<u32> {
        let mut counts = vec![0; self.readers.len()];
        for connection in self.client_connections() {
            if let Some(at) = connection.at {
                counts[at.index()] += 1;
            }
        }
        counts
    }

    /// Returns whether any instance does anything.
    fn read_gauges(&mut self, connections: &[u32]) -> bool {
        let mut busy = false;
        for (index, connections) in connections.iter().enumerate() {
            let place = ReaderId::from_index(index);
            let done = self.done_at(place);
            let capacity = self.capacity_of(place);
            let Some(cluster) = &mut self.cluster else {
                return false;
            };
            let gauges = &mut cluster.meter.gauges;
            gauges.resize(gauges.len().max(index + 1), Gauge::default());
            let gauge = &mut gauges[index];
            let micros = done.since(gauge.done).micros();
            gauge.done = done;
            gauge.cpu_permille = (micros * 1_000 / capacity.max(1)).min(1_000) as u32;
            gauge.sums.0 += u64::from(gauge.cpu_permille);
            gauge.sums.1 += u64::from(*connections);
            gauge.sums.2 += 1;
            busy |= micros > 0;
        }
        busy
    }

    /// The averages of an instance since auto scaling looked last.
    pub fn reading(&self, place: ReaderId) -> Reading {
        let cluster = self.cluster.as_ref();
        let gauge = cluster.and_then(|it| it.meter.gauges.get(place.index()));
        let (cpu, connections, seconds) = gauge.map(|it| it.sums).unwrap_or_default();
        let seconds = u64::from(seconds.max(1));
        Reading {
            cpu_permille: (cpu / seconds) as u32,
            connections: (connections / seconds) as u32,
        }
    }

    /// The same; what comes now counts for the next look.
    pub(super) fn take_reading(&mut self, place: ReaderId) -> Reading {
        let reading = self.reading(place);
        let cluster = self.cluster.as_mut();
        if let Some(gauge) = cluster.and_then(|it| it.meter.gauges.get_mut(place.index())) {
            gauge.sums = Default::default();
        }
        reading
    }

    fn done_at(&self, place: ReaderId) -> Done {
        let replica = &self.readers[place].replica;
        if replica.is_up() {
            let (cache, stream) = (replica.cache_counts(), replica.stream_counts());
            return Done {
                reads: cache.hits + cache.misses,
                misses: cache.misses,
                writes: 0,
                applied: stream.applied,
                dropped: stream.dropped,
            };
        }
        if self.writer_host() != Some(place) {
            return Done::default();
        }
        let (hits, misses) = (
            self.writer().cache().counts().hits,
            self.writer().read_counts().reads,
        );
        Done {
            reads: hits + misses,
            misses,
            writes: self.counters.commits,
            ..Done::default()
        }
    }

    /// What a request takes of an instance's processors, if they do nothing else.
    pub(super) fn time_for(&self, place: ReaderId, request: RequestId) -> SimSpan {
        let Some(open) = self.requests.open(request) else {
            return SimSpan::ZERO;
        };
        let micros = match &open.operation {
            Operation::Get { .. } | Operation::LongGet { .. } => READ_MICROS,
            Operation::Put { .. } => WRITE_MICROS,
            Operation::Transaction(script) => script
                .statements
                .iter()
                .map(|statement| match statement {
                    Statement::Get { .. } => READ_MICROS,
                    Statement::Put { .. } => WRITE_MICROS,
                })
                .sum(),
        };
        SimSpan::from_micros(micros * 1_000_000 / self.capacity_of(place).max(1))
    }

    fn capacity_of(&self, place: ReaderId) -> u64 {
        let Some(spec) = self.standing_of(place) else {
            return CAPACITY_MICROS;
        };
        let speed = u64::from(spec.size.times()) * u64::from(spec.class.speed_percent());
        CAPACITY_MICROS * speed / 100
    }
}
