//! The six-copy write pattern, for benchmarks.
//!
//! So many clients on the writer's own machine each write a row, wait for the commit, and write the next. Calls
//! are executed at once, so a commit is one batch to six copies and six acknowledgements back: twelve
//! deliveries, each 0.5 to 1.5 ms on its way, and two more between client and writer that take no time. This is the whole engine (records, chains, SCLs, quorum points, journal and digest), only that
//! the journal lets old chunks go and no checker looks on.
//!
//! A volume of thousands of groups is mostly idle, so about the same 10,000 pages are written to in every volume that
//! has so many: those of [`Rows::OfActiveGroups`], which lie evenly in the volume. What it costs when the same number of
//! rows is strewn over *all* groups is measured beside it.
//!
//! [`bare_heap`] is the same traffic with nothing inside: a binary heap of arrival times. What the engine
//! reaches is stated as a share of it, because machines differ and drift.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use aurora::constants::{PAGES_PER_GROUP, READERS_MAX};
use aurora::page;
use base::{COPIES, Chance, Keep, Stream, ZoneId};

use crate::clients::{ROWS_MAX, row_key};
use crate::{Bytes, Command, Load, Micros, ReaderSpec, Topology, World};

/// One way of a message, in microseconds.
const HOP_MICROS: Micros = Micros(500, 1_500);
/// Pages that are written to, if the volume has so many.
const ACTIVE_PAGES: u32 = 10_000;
/// Groups of the volumes that are measured: from one to 128 TiB of 10 GB each.
const VOLUMES: [u32; 5] = [
    1,
    10,
    100,
    1_000,
    page::groups_of_gigabytes(128 * 1_024) as u32,
];
/// Messages delivered before the clock runs: enough for all rows to have been written.
const WARM_UP: u64 = 1_000_000;
/// Journal entries kept.
const KEPT: u32 = 1_024;

/// Groups of the volume that is also measured with readers.
const CLUSTER_GROUPS: u32 = 10;

/// Volumes that are also measured with every group active.
const STREWN: [u32; 2] = [1_000, 13_108];

/// Which rows are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rows {
    /// As many on every page of so many groups as have 10,000 pages (all groups, if the volume has fewer); those groups
    /// lie evenly in the volume, and the others are idle.
    OfActiveGroups,
    /// 10,000, wherever their keys lead: there is no idle group.
    OfEveryGroup,
}

impl Rows {
    /// How many groups of a volume of so many are active.
    fn active_groups(self, groups: u32) -> u32 {
        match self {
            Rows::OfActiveGroups => groups.min(ACTIVE_PAGES.div_ceil(PAGES_PER_GROUP)),
            Rows::OfEveryGroup => groups,
        }
    }

    /// The keys.
    fn keys(self, groups: u32) -> Vec<Bytes> {
        let active = self.active_groups(groups);
        if self == Rows::OfEveryGroup {
            return (0..ROWS_MAX).map(row_key).collect();
        }
        // Every page but the one for transactions holds rows.
        let each = ROWS_MAX / (active * (PAGES_PER_GROUP - 1));
        let mut wanted = vec![0; (groups * PAGES_PER_GROUP) as usize];
        for group in (0..active).map(|n| u64::from(n) * u64::from(groups) / u64::from(active)) {
            let first = group as usize * PAGES_PER_GROUP as usize;
            wanted[first + 1..first + PAGES_PER_GROUP as usize].fill(each);
        }
        let mut keys = Vec::new();
        let mut left: u32 = wanted.iter().sum();
        for key in (0..).map(row_key) {
            let wanted = &mut wanted[page::page_of_key(&key, groups).0 as usize];
            if *wanted > 0 {
                *wanted -= 1;
                left -= 1;
                keys.push(key);
            }
            if left == 0 {
                break;
            }
        }
        keys
    }
}

/// A cluster at work with so many closed-loop clients and protection groups, not yet moved, and how many pages of it are
/// or will be written to.
pub fn six_copies(clients: u32, groups: u32, rows: Rows) -> (World, u32) {
    six_copies_with(0, clients, groups, rows)
}

/// The same with so many readers beside the writer, spread over the zones: they are sent the redo stream, and nobody
/// asks them anything.
pub fn six_copies_with(readers: u32, clients: u32, groups: u32, rows: Rows) -> (World, u32) {
    let zones = ZoneId::all().collect::<Vec<_>>();
    let zones = zones.iter().cycle().take(readers as usize);
    let topology = Topology {
        readers: zones.map(|zone| ReaderSpec::in_zone(*zone)).collect(),
        groups,
        same_zone_micros: HOP_MICROS,
        a_to_b_micros: HOP_MICROS,
        a_to_c_micros: HOP_MICROS,
        b_to_c_micros: HOP_MICROS,
        client_micros: HOP_MICROS,
        late_one_in: 0,
        disk_micros: 0,
        call_micros: 0,
        ..Topology::default()
    };
    let mut world = World::new(topology, 1, Keep::Newest(KEPT));
    let load = Load::ClosedLoop {
        clients,
        think_micros: 0,
        write_percent: 100,
        rows: ROWS_MAX,
    };
    world
        .give(&Command::StartLoad(load))
        .expect("a load within its bounds");
    let keys = rows.keys(groups);
    let mut pages: Vec<_> = keys
        .iter()
        .map(|key| page::page_of_key(key, groups))
        .flat_map(|page| [page, page::transaction_page(page::group_of(page))])
        .collect();
    pages.sort_unstable();
    pages.dedup();
    world.ask_about(keys.into());
    (world, pages.len() as u32)
}

/// Lets so many messages be delivered; returns how many steps that took.
pub fn deliver(world: &mut World, messages: u64) -> u64 {
    let (until, before) = (world.counters().delivered + messages, world.steps());
    while world.counters().delivered < until {
        world.step().expect("closed-loop clients never fall silent");
    }
    world.steps() - before
}

/// The same pattern on a bare binary heap of (due, ticket) and nothing else: so many clients, each waiting for
/// the fourth of six echoes. Delivers at least so many messages and returns the last moment reached, so that
/// the work cannot be left out.
pub fn bare_heap(clients: u32, messages: u64) -> u64 {
    let mut chance = Chance::new(1, Stream::Network);
    let mut agenda = BinaryHeap::new();
    let mut ticket = 0_u64;
    let mut heard = vec![0_u8; clients as usize];
    let mut book = |agenda: &mut BinaryHeap<_>, now: u64, client: u32, ack: bool| {
        let due = now + u64::from(chance.between(HOP_MICROS.0, HOP_MICROS.1));
        ticket += 1;
        agenda.push(Reverse((due, ticket, client, ack)));
    };
    for client in 0..clients {
        (0..COPIES).for_each(|_| book(&mut agenda, 0, client, false));
    }
    let mut now = 0;
    for _ in 0..messages {
        let Reverse((due, _, client, ack)) = agenda.pop().expect("every echo is answered");
        now = due;
        if !ack {
            book(&mut agenda, now, client, true);
            continue;
        }
        let echoes = &mut heard[client as usize];
        *echoes = (*echoes + 1) % COPIES;
        if *echoes == aurora::constants::WRITE_QUORUM {
            (0..COPIES).for_each(|_| book(&mut agenda, now, client, false));
        }
    }
    now
}

/// One measurement: what was run, and how fast it went.
#[derive(Clone, Copy, Debug, serde::Serialize)]
pub struct Measurement {
    /// What was measured.
    pub bench: &'static str,
    /// Closed-loop clients.
    pub clients: u32,
    /// Readers beside the writer.
    pub readers: u32,
    /// Protection groups; 0 for the bare heap, which has none.
    pub groups: u32,
    /// Groups that are written to; the others are idle.
    pub active_groups: u32,
    /// Pages that are written to.
    pub active_pages: u32,
    /// Messages delivered.
    pub messages: u64,
    /// What each group takes up in memory before anything is written to it, in bytes.
    pub idle_group_bytes: u32,
    /// Entries the journal got meanwhile.
    pub events: u64,
    /// Messages delivered in a second of the clock on the wall.
    pub messages_per_second: u64,
    /// The same as a share of what the bare heap reaches with as many clients, in thousandths.
    pub permille_of_bare_heap: u64,
    /// The same as a share of what the writer alone reaches with as many clients and groups, in thousandths; only where
    /// there are readers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub permille_of_one_instance: Option<u64>,
}

/// Measures the bare heap with 10 and 1,000 clients and beside it the engine over 1 to 13,108 groups, and at last a
/// cluster with 15 readers, each with so many messages. The clock, in microseconds, comes from outside.
pub fn measure(messages: u64, clock: impl Fn() -> u64) -> Vec<Measurement> {
    let per_second = |began: u64| messages * 1_000_000 / (clock() - began).max(1);
    let mut results = Vec::new();
    for (clients, volumes, strewn) in [(10, &VOLUMES[..1], &[][..]), (1_000, &VOLUMES, &STREWN)] {
        let began = clock();
        assert!(
            bare_heap(clients, messages) > 0,
            "time has passed on the heap"
        );
        let bare = per_second(began);
        let on_the_heap = Measurement {
            bench: "bare_heap",
            clients,
            readers: 0,
            groups: 0,
            active_groups: 0,
            active_pages: 0,
            messages,
            idle_group_bytes: 0,
            events: 0,
            messages_per_second: bare,
            permille_of_bare_heap: 1_000,
            permille_of_one_instance: None,
        };
        results.push(on_the_heap);
        let of_active = volumes.iter().map(|groups| (*groups, Rows::OfActiveGroups));
        let of_every = strewn.iter().map(|groups| (*groups, Rows::OfEveryGroup));
        for (groups, rows) in of_active.chain(of_every) {
            let (mut world, active_pages) = six_copies(clients, groups, rows);
            deliver(&mut world, WARM_UP);
            let (first_event, began) = (world.journal().next_id(), clock());
            deliver(&mut world, messages);
            let reached = per_second(began);
            results.push(Measurement {
                bench: match rows {
                    Rows::OfActiveGroups => "six_copies",
                    Rows::OfEveryGroup => "six_copies_every_group_active",
                },
                groups,
                active_groups: rows.active_groups(groups),
                active_pages,
                idle_group_bytes: World::bytes_per_idle_group(),
                events: world.journal().next_id().0 - first_event.0,
                messages_per_second: reached,
                permille_of_bare_heap: reached * 1_000 / bare.max(1),
                ..on_the_heap
            });
        }
    }
    // With all the readers a cluster may have, beside the same without them (RP-1).
    let clients = 1_000;
    let alone = results.iter().find(|it| {
        let same = (it.clients, it.groups) == (clients, CLUSTER_GROUPS);
        same && it.bench == "six_copies"
    });
    if let Some(alone) = alone.copied() {
        let readers = u32::from(READERS_MAX);
        let rows = Rows::OfActiveGroups;
        let (mut world, _) = six_copies_with(readers, clients, CLUSTER_GROUPS, rows);
        deliver(&mut world, WARM_UP);
        let (first_event, began) = (world.journal().next_id(), clock());
        deliver(&mut world, messages);
        let reached = per_second(began);
        let of = |whole: u64| reached * 1_000 / whole.max(1);
        results.push(Measurement {
            bench: "six_copies_with_readers",
            readers,
            events: world.journal().next_id().0 - first_event.0,
            messages_per_second: reached,
            permille_of_bare_heap: alone.permille_of_bare_heap * reached
                / alone.messages_per_second.max(1),
            permille_of_one_instance: Some(of(alone.messages_per_second)),
            ..alone
        });
    }
    results
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_pages_are_active_in_every_volume_that_has_so_many() {
        for (groups, active_groups, active_pages) in [
            (1, 1, 32),
            (10, 10, 320),
            (1_000, 313, 10_016),
            (2_000, 313, 10_016),
        ] {
            let (mut world, pages) = six_copies(10, groups, Rows::OfActiveGroups);
            assert_eq!(Rows::OfActiveGroups.active_groups(groups), active_groups);
            assert_eq!(pages, active_pages, "{groups}");
            deliver(&mut world, 50_000);
            let log = world.log();
            let written = (0..groups).filter(|group| log.records_of(base::GroupId(*group)) > 0);
            let written: Vec<u32> = written.collect();
            let expected = (0..active_groups).map(|n| n * groups / active_groups);
            assert!(written.len() as u32 > active_groups * 9 / 10);
            let expected: Vec<u32> = expected.collect();
            assert!(written.iter().all(|group| expected.contains(group)));
        }
        let (_, pages) = six_copies(10, 2_000, Rows::OfEveryGroup);
        assert!(pages > 10_000, "rows and transactions of {pages} pages");
    }
}
