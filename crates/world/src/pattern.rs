//! The six-copy write pattern, for benchmarks.
//!
//! So many clients on the writer's own machine each write a row, wait for the commit, and write the next. Calls
//! are executed at once, so a commit is one batch to six copies and six acknowledgements back: twelve
//! deliveries, each 0.5 to 1.5 ms on its way, and two more between client and writer that take no time. This is the whole engine (records, chains, SCLs, quorum points, journal and digest), only that
//! the journal lets old chunks go and no checker looks on.
//!
//! [`bare_heap`] is the same traffic with nothing inside: a binary heap of arrival times. What the engine
//! reaches is stated as a share of it, because machines differ and drift.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use base::{COPIES, Chance, Keep, Stream};

use crate::{Command, Load, Micros, Topology, World};

/// One way of a message, in microseconds.
const HOP_MICROS: Micros = Micros(500, 1_500);
/// Rows written: in a large volume as many pages, in a small one all its pages.
const ROWS: u32 = 10_000;
/// Groups of the volumes that are measured: from one to 128 TiB of 10 GB each.
const VOLUMES: [u32; 5] = [1, 10, 100, 1_000, 13_108];
/// Messages delivered before the clock runs: enough for all rows to have been written.
const WARM_UP: u64 = 1_000_000;
/// Journal entries kept.
const KEPT: u32 = 1_024;

/// A cluster at work with so many closed-loop clients and protection groups, not yet moved.
pub fn six_copies(clients: u32, groups: u32) -> World {
    let topology = Topology {
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
        rows: ROWS,
    };
    world
        .give(&Command::StartLoad(load))
        .expect("a load within its bounds");
    world
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
    /// Protection groups; 0 for the bare heap, which has none.
    pub groups: u32,
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
}

/// Measures the bare heap with 10 and 1,000 clients and beside it the engine over 1 to 13,108 groups, each with so many
/// messages. The clock, in microseconds, comes from outside.
pub fn measure(messages: u64, clock: impl Fn() -> u64) -> Vec<Measurement> {
    let per_second = |began: u64| messages * 1_000_000 / (clock() - began).max(1);
    let mut results = Vec::new();
    for (clients, groups) in [(10, &[1][..]), (1_000, &VOLUMES)] {
        let began = clock();
        assert!(
            bare_heap(clients, messages) > 0,
            "time has passed on the heap"
        );
        let bare = per_second(began);
        results.push(Measurement {
            bench: "bare_heap",
            clients,
            groups: 0,
            messages,
            idle_group_bytes: 0,
            events: 0,
            messages_per_second: bare,
            permille_of_bare_heap: 1_000,
        });
        for groups in groups.iter().copied() {
            let mut world = six_copies(clients, groups);
            deliver(&mut world, WARM_UP);
            let (first_event, began) = (world.journal().next_id(), clock());
            deliver(&mut world, messages);
            let reached = per_second(began);
            results.push(Measurement {
                bench: "six_copies",
                clients,
                groups,
                messages,
                idle_group_bytes: World::bytes_per_idle_group(),
                events: world.journal().next_id().0 - first_event.0,
                messages_per_second: reached,
                permille_of_bare_heap: reached * 1_000 / bare.max(1),
            });
        }
    }
    results
}
