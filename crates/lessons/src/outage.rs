//! How long clients are without their database when the writer fails, over many seeds (F-5, F-14).

use std::collections::BTreeMap;

use base::{ClientId, EventId, Keep, SimSpan, SimTime, ZoneId};
use world::{Address, Command, Event, Failover, Happening, Load, ReaderSpec, Topology, World};

/// What fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The writer's process.
    Crash,
    /// The writer's whole zone.
    ZoneLost,
    /// Nothing: somebody asks for another writer.
    Asked,
}

/// Clients that write, each a few times a second.
const CLIENTS: u32 = 8;
/// Longer than any failover takes, one without readers among them.
const WATCHED: SimSpan = SimSpan::from_millis(700_000);
/// How often it is looked whether all clients are back.
const LOOK_EVERY: SimSpan = SimSpan::from_millis(1_000);
const STEPS_MAX: u64 = 50_000_000;

/// What the clients of one run felt, and of what that was made up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outage {
    /// The outage of each client: from the breaking of its connection to the first answer after that. A client that is not
    /// back in time counts as away for all the time that was watched.
    pub clients: Vec<SimSpan>,
    /// Until somebody was chosen to write: detection, or none where somebody asked for it.
    pub chosen: SimSpan,
    /// From then on until the volume was open (C-14).
    pub opened: SimSpan,
    /// From then on until the name had moved, if it had to (F-11).
    pub named: SimSpan,
    /// From then on until the median client had an answer: what it had resolved before, and its pauses.
    pub back: SimSpan,
}

/// Lets the writer of a cluster with so many readers fail, and looks how long its clients are without it.
pub fn of_run(seed: u64, readers: u32, failure: Failure) -> Outage {
    let zones = [1, 2, 0].map(ZoneId);
    let readers = (0..readers).map(|place| ReaderSpec::in_zone(zones[place as usize % 3]));
    let topology = Topology {
        readers: readers.collect(),
        failover: Some(Failover::default()),
        ..Topology::default()
    };
    let mut world = World::new(topology, seed, Keep::Newest(100_000));
    let load = Load::ClosedLoop {
        clients: CLIENTS,
        think_micros: 300_000,
        write_percent: 100,
        rows: 40,
    };
    let give = |world: &mut World, command| {
        world.give(&command).expect("it makes sense");
    };
    give(&mut world, Command::StartLoad(load));
    // Between two checks it makes a difference when the writer fails.
    let at = SimTime::from_millis(6_000 + seed % 2_000);
    world.run_until(at, STEPS_MAX);
    let mut watch = Watch {
        next: world.journal().next_id(),
        clients: BTreeMap::new(),
        marks: [None; 3],
    };
    give(
        &mut world,
        match failure {
            Failure::Crash => Command::CrashWriter {},
            Failure::ZoneLost => Command::CutZone { zone: ZoneId(0) },
            Failure::Asked => Command::Failover { to: None },
        },
    );
    while world.now() < at + WATCHED && !watch.all_are_back() {
        let until = world.now() + LOOK_EVERY;
        world.run_until(until, STEPS_MAX);
        watch.follow(&world);
    }
    watch.outage(at)
}

/// When the connection of each client broke first, and when it had an answer again.
struct Watch {
    next: EventId,
    clients: BTreeMap<ClientId, (SimTime, Option<SimTime>)>,
    /// When somebody was chosen, the volume was open, and the name had moved.
    marks: [Option<SimTime>; 3],
}

impl Watch {
    fn all_are_back(&self) -> bool {
        self.clients.len() as u32 == CLIENTS
            && self.clients.values().all(|(_, back)| back.is_some())
    }

    fn follow(&mut self, world: &World) {
        for (_, entry) in world.journal().since(self.next) {
            match entry.event {
                Event::ConnectionBroke { client, .. } => {
                    self.clients.entry(client).or_insert((entry.at, None));
                }
                Event::Delivered {
                    to: Address::Client(client),
                    ..
                } => {
                    if let Some((_, back @ None)) = self.clients.get_mut(&client) {
                        *back = Some(entry.at);
                    }
                }
                Event::Database(
                    Happening::WriterFailed { .. } | Happening::SuccessorChosen { .. },
                ) => _ = self.marks[0].get_or_insert(entry.at),
                Event::Database(Happening::VolumeOpened { .. }) => {
                    self.marks[1].get_or_insert(entry.at);
                }
                Event::EndpointMoved { .. } => _ = self.marks[2].get_or_insert(entry.at),
                _ => {}
            }
        }
        self.next = world.journal().next_id();
    }

    fn outage(self, failed: SimTime) -> Outage {
        let [chosen, opened, named] = self.marks;
        let chosen = chosen.unwrap_or(failed);
        let opened = opened.unwrap_or(chosen);
        // Where the writer comes back on its own host, its name stays.
        let named = named.unwrap_or(opened);
        let mut back: Vec<SimSpan> = self
            .clients
            .values()
            .filter_map(|(_, back)| *back)
            .map(|back| back.max(named).since(named))
            .collect();
        let spans = self.clients.values();
        Outage {
            clients: spans
                .map(|(broke, back)| back.map_or(WATCHED, |back| back.since(*broke)))
                .collect(),
            chosen: chosen.since(failed),
            opened: opened.max(chosen).since(chosen),
            named: named.max(opened).since(opened),
            back: percentile(&mut back, 50).unwrap_or(WATCHED),
        }
    }
}

/// What of all is at most this: the smallest that so many percent do not exceed; nothing of nothing.
pub fn percentile(spans: &mut [SimSpan], percent: usize) -> Option<SimSpan> {
    spans.sort_unstable();
    let place = (spans.len() * percent).div_ceil(100);
    spans.get(place.saturating_sub(1)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentile_is_one_of_the_spans() {
        let mut spans: Vec<SimSpan> = (1..=20).rev().map(SimSpan::from_millis).collect();
        assert_eq!(percentile(&mut spans, 50), Some(SimSpan::from_millis(10)));
        assert_eq!(percentile(&mut spans, 95), Some(SimSpan::from_millis(19)));
        assert_eq!(percentile(&mut [], 95), None);
    }

    #[test]
    fn f_5_clients_are_back_within_a_minute_and_by_hand_sooner() {
        let all = |failure| {
            let runs = (0..12).flat_map(|seed| of_run(seed, 2, failure).clients);
            runs.collect::<Vec<SimSpan>>()
        };
        let (mut crash, mut asked) = (all(Failure::Crash), all(Failure::Asked));
        assert_eq!(crash.len(), 12 * CLIENTS as usize);
        assert!(percentile(&mut crash, 100) < Some(SimSpan::from_millis(60_000)));
        assert!(percentile(&mut crash, 95) < Some(SimSpan::from_millis(60_000)));
        assert!(percentile(&mut crash, 50) < Some(SimSpan::from_millis(30_000)));
        assert!(percentile(&mut asked, 50) < percentile(&mut crash, 50));
    }

    #[test]
    fn f_14_the_parts_make_up_the_whole() {
        for seed in 0..4 {
            let outage = of_run(seed, 2, Failure::Crash);
            let parts = [outage.chosen, outage.opened, outage.named, outage.back];
            assert!(parts[..3].iter().all(|part| *part > SimSpan::ZERO));
            let sum: u64 = parts.iter().map(|part| part.micros()).sum();
            let mut clients = outage.clients;
            let felt = percentile(&mut clients, 50).expect("there are clients");
            let off = sum.abs_diff(felt.micros());
            assert!(off < 3_000_000, "seed {seed}: {sum} and {felt}");
        }
    }

    #[test]
    fn f_6_without_a_reader_it_takes_minutes_but_less_than_ten() {
        let mut spans = of_run(3, 0, Failure::Crash).clients;
        assert!(percentile(&mut spans, 1) > Some(SimSpan::from_millis(120_000)));
        assert!(percentile(&mut spans, 100) < Some(SimSpan::from_millis(600_000)));
    }
}
