//! Scenarios drawn from a seed: chaos, then peace.
//!
//! Everything comes from the one seed: the cluster, the loads, what is typed, what breaks and when. The
//! commands are those that the page offers. Then, at one moment, everything is healed and nobody asks any more;
//! and after a while nothing may wait, every acknowledged row must read back from all six copies, and all SCLs
//! must be equal.

mod clusters;
mod crashes;
mod members;
mod names;
mod operations;
mod readers;
mod transactions;

use base::{Chance, CopyId, GroupId, Keep, SimSpan, SimTime, Stream, ZoneId};
use world::checkers::Violation;
use world::{Command, Load, Micros, Pipeline, Segments, Site, Topology, World, WrongRule};

use crate::run::{Report, Runner};
use crate::scenario::{Deed, Scenario};

/// Peace lasts so long: the longest delay that can be drawn, the longest patience of the writer and some rounds
/// of gossip fit in many times.
const PEACE: SimSpan = SimSpan::from_millis(60_000);

/// How a soak run of one seed went.
#[derive(Clone, Debug)]
pub struct Soaked {
    /// What was run.
    pub scenario: Scenario,
    /// How it went. A run that has not come to rest has a violation that says so.
    pub report: Report,
}

/// Runs what the seed draws, and looks whether everything held.
pub fn run(seed: u64) -> Soaked {
    let scenario = draw(seed);
    let mut runner = Runner::new(&scenario);
    while runner.step().is_some() {}
    let restless = runner.world().next_due();
    let mut report = runner.finish_at_rest();
    if let Some(due) = restless {
        report.violations.push(Violation {
            invariant: "REST",
            event: base::EventId(report.events),
            at: scenario.until,
            text: format!(
                "a minute after the last fault was healed, something is still due at {due}"
            ),
        });
    }
    Soaked { scenario, report }
}

/// What the seed draws, under a rule that is wrong on purpose.
pub fn draw_under(rule: WrongRule, seed: u64) -> Scenario {
    let mut scenario = draw(seed);
    scenario.name = format!("{}-{seed}", rule.name());
    scenario.topology.wrong_rule = Some(rule);
    if rule == WrongRule::SwapMembersAtOnce {
        replace_a_copy(&mut scenario);
        drop_nonsense(&mut scenario);
    }
    scenario
}

/// A copy is replaced in the midst of it: what a rule about members is about.
fn replace_a_copy(scenario: &mut Scenario) {
    let mut chance = Chance::new(scenario.seed, Stream::Growth);
    let copy = CopyId(chance.below(base::COPIES.into()) as u8);
    let place = chance.below(scenario.timeline.len() as u32) as usize;
    let at = scenario.timeline[place].at;
    let command = Command::ReplaceCopy { copy, group: None };
    scenario.timeline.insert(place, Deed { at, command });
}

/// Leaves out commands that make no sense any more, because what they undo is not done.
pub(crate) fn drop_nonsense(scenario: &mut Scenario) {
    if scenario.topology.check().is_err() {
        return;
    }
    scenario.timeline.sort_by_key(|deed| deed.at);
    let mut world = World::new(scenario.topology.clone(), scenario.seed, Keep::Newest(1));
    scenario
        .timeline
        .retain(|deed| world.give(&deed.command).is_ok());
}

/// Runs a scenario until something that goes by this name is seen violated, and no further.
pub fn first_violation(scenario: &Scenario, invariant: &str) -> Option<Violation> {
    run_to_violation(&mut Runner::new(scenario), invariant)
}

/// Runs on until something that goes by this name is seen violated.
pub fn run_to_violation(runner: &mut Runner, invariant: &str) -> Option<Violation> {
    let mut looked_at = 0;
    loop {
        let more = runner.step().is_some();
        // Almost always there is nothing to look through.
        let found = runner.violations_count();
        if found > looked_at {
            looked_at = found;
            let violated = runner.violations().find(|it| it.invariant == invariant);
            if let Some(violation) = violated {
                return Some(violation.clone());
            }
        }
        if !more {
            return None;
        }
    }
}

/// Draws a scenario. The same seed draws the same scenario for ever.
pub fn draw(seed: u64) -> Scenario {
    let mut chance = Chance::new(seed, Stream::Scenario);
    let mut scenario = Scenario::new(format!("soak-{seed}"), seed, SimTime::ZERO);
    scenario.topology = topology(&mut chance);
    grow(
        &mut scenario.topology,
        &mut Chance::new(seed, Stream::Growth),
    );
    let mut chaos = Chaos {
        world: World::new(scenario.topology.clone(), seed, Keep::Newest(1)),
        timeline: Vec::new(),
    };
    let moments = chance.between(4, 60);
    let longest_pause = pick(&mut chance, &[20_000, 100_000, 400_000]);
    let mut now = SimTime::ZERO;
    chaos.give(now, Command::StartLoad(load(&mut chance)));
    for _ in 0..moments {
        now = now + SimSpan::from_micros(chance.below(longest_pause).into());
        let command = command(&mut chance, &scenario.topology);
        chaos.give(now, command);
        // Misfortunes seldom come singly.
        if chance.below(3) == 0 {
            let other = self::command(&mut chance, &scenario.topology);
            chaos.give(now, other);
        }
    }
    now = now + SimSpan::from_micros(chance.below(longest_pause).into());
    chaos.make_peace(now);
    scenario.timeline = chaos.timeline;
    members::change_members(&mut scenario, now, &mut Chance::new(seed, Stream::Members));
    crashes::crash_the_writer(&mut scenario, now, &mut Chance::new(seed, Stream::Crashes));
    let mut chance = Chance::new(seed, Stream::DrawnReaders);
    readers::add_readers(&mut scenario, now, &mut chance);
    clusters::look_after_the_writer(&mut scenario, now, &mut chance);
    let mut chance = Chance::new(seed, Stream::DrawnOperations);
    operations::operate(&mut scenario, now, &mut chance);
    operations::write_before_crashes(&mut scenario, &mut chance);
    let mut chance = Chance::new(seed, Stream::DrawnTransactions);
    transactions::use_transactions(&mut scenario, now, &mut chance);
    if scenario.topology.groups_max.is_some() {
        fill(&mut scenario);
    }
    scenario.until = now + PEACE;
    scenario
}

/// What has been drawn so far, and a run that does not move, to know what makes sense next.
struct Chaos {
    world: World,
    timeline: Vec<Deed>,
}

impl Chaos {
    /// Adds a command if it makes sense.
    fn give(&mut self, at: SimTime, command: Command) {
        // Whether there is a page to damage shows only in the run.
        let may_be = matches!(command, Command::DamagePage { .. });
        if may_be || self.world.give(&command).is_ok() {
            self.timeline.push(Deed { at, command });
        }
    }

    /// Ends everything that was begun.
    fn make_peace(&mut self, at: SimTime) {
        self.give(at, Command::StopLoad {});
        while self.world.long_reads().len() > 0 {
            self.give(at, Command::EndLongRead {});
        }
        self.give(at, Command::ResumeBackground { copy: None });
        for zone in ZoneId::all() {
            self.give(at, Command::HealZone { zone });
        }
        self.give(
            at,
            Command::LoseMessages {
                copy: None,
                percent: 0,
            },
        );
        let sites = [Site::Writer, Site::Clients]
            .into_iter()
            .chain(CopyId::all().map(Site::copy));
        let sites: Vec<Site> = sites.collect();
        for (index, from) in sites.iter().enumerate() {
            for to in &sites[index + 1..] {
                if self.world.link_slowness(*from, *to) > 1 {
                    self.give(
                        at,
                        Command::SlowLink {
                            from: *from,
                            to: *to,
                            times: 1,
                        },
                    );
                }
            }
        }
        for copy in CopyId::all() {
            self.give(at, Command::HealCopy { copy });
            self.give(at, Command::RestartCopy { copy, group: None });
            if self.world.copy_slowness(copy) > 1 {
                self.give(at, Command::SlowCopy { copy, times: 1 });
            }
            if self.world.loss_percent(Some(copy)) > 0 {
                self.give(
                    at,
                    Command::LoseMessages {
                        copy: Some(copy),
                        percent: 0,
                    },
                );
            }
        }
    }
}

fn pick<T: Copy>(chance: &mut Chance, from: &[T]) -> T {
    from[chance.below(from.len() as u32) as usize]
}

fn topology(chance: &mut Chance) -> Topology {
    let mut range = |longest: u32| {
        let from = chance.below(longest);
        Micros(from, from + chance.below(longest))
    };
    let (same_zone_micros, client_micros) = (range(400), range(800));
    let [a_to_b_micros, a_to_c_micros, b_to_c_micros] = [range(2_000), range(2_000), range(2_000)];
    let groups = chance.between(1, 6);
    Topology {
        groups,
        groups_max: None,
        page_bytes: Topology::default().page_bytes,
        writer_zone: ZoneId(chance.below(base::ZONES.into()) as u8),
        same_zone_micros,
        a_to_b_micros,
        a_to_c_micros,
        b_to_c_micros,
        client_micros,
        late_one_in: pick(chance, &[0, 20, 200]),
        late_times: chance.between(1, 20),
        disk_micros: pick(chance, &[0, 50, 150, 1_000]),
        call_micros: pick(chance, &[0, 20, 200]),
        cache_pages: pick(chance, &[0, 0, 1, 3, 20]),
        pipeline: pipeline(chance),
        readers: Vec::new(),
        failover: None,
        custom_endpoints: Vec::new(),
        scaling: Vec::new(),
        lsn_allocation_limit: match chance.below(4) {
            0 => chance.between(10, 100).into(),
            _ => Topology::default().lsn_allocation_limit,
        },
        segments: Segments::Full,
        repair_millis: 2_000,
        repair_after_millis: 0,
        find_hot_copies: groups.is_multiple_of(2),
        wrong_rule: None,
    }
}

/// One volume in four has small pages and grows. Drawn apart, so that it changes nothing else.
fn grow(topology: &mut Topology, chance: &mut Chance) {
    if chance.below(4) == 0 {
        topology.page_bytes = 64;
        topology.groups = 1;
        topology.groups_max = Some(chance.between(2, 8));
    }
}

/// Lets the loads write many different rows, so that the volume has a reason to grow.
fn fill(scenario: &mut Scenario) {
    for deed in &mut scenario.timeline {
        if let Command::StartLoad(
            Load::OpenLoop { rows, .. }
            | Load::ClosedLoop { rows, .. }
            | Load::Transactions { rows, .. },
        ) = &mut deed.command
        {
            *rows = 1_000;
        }
    }
}

/// Speeds of background work, some of them so low that it falls behind or hinders the foreground.
fn pipeline(chance: &mut Chance) -> Pipeline {
    Pipeline {
        background: chance.below(8) > 0,
        coalesce_records: pick(chance, &[1, 8, 32]),
        spare_micros: pick(chance, &[1_000, 100_000, 500_000]),
        coalesced_records_per_second: pick(chance, &[20_000, 200_000, 2_000_000]),
        stage_micros: pick(chance, &[10_000, 300_000, 1_000_000]),
        staged_records_per_second: pick(chance, &[2_000, 50_000, 1_000_000]),
        scrub_micros: pick(chance, &[50_000, 1_000_000, 10_000_000]),
        quiet_micros: pick(chance, &[0, 0, 5_000, 100_000]),
        backlog_records_max: pick(chance, &[50, 1_000, 1_000_000]),
        gossiped_records_per_second: pick(chance, &[2_000, 100_000, 1_000_000]),
    }
}

fn load(chance: &mut Chance) -> Load {
    let rows = pick(chance, &[1, 5, 40]);
    if chance.below(2) == 0 {
        Load::OpenLoop {
            writes_per_second: pick(chance, &[20, 200, 1_000]),
            reads_per_second: pick(chance, &[0, 50, 500]),
            rows,
        }
    } else {
        Load::ClosedLoop {
            clients: chance.between(1, 12),
            think_micros: pick(chance, &[1_000, 10_000, 50_000]),
            write_percent: pick(chance, &[20, 50, 100]),
            rows,
        }
    }
}

fn command(chance: &mut Chance, topology: &Topology) -> Command {
    let copy = CopyId(chance.below(base::COPIES.into()) as u8);
    let zone = ZoneId(chance.below(base::ZONES.into()) as u8);
    // The run that does not move, which says what makes sense, does not grow.
    let one_group = chance.below(3) == 0 && topology.groups_max.is_none();
    let group = GroupId(chance.below(topology.groups));
    let group = one_group.then_some(group);
    let key = format!("typed:{}", chance.below(6));
    match chance.below(26) {
        20 => Command::PauseBackground {
            copy: one_group.then_some(copy),
        },
        21 => Command::ResumeBackground {
            copy: one_group.then_some(copy),
        },
        22 => Command::BeginLongRead { key },
        23 => Command::EndLongRead {},
        // At most two copies of a page, so that there is always a sound one; and somebody must find it.
        24..26 if topology.pipeline.background => Command::DamagePage {
            copy: CopyId(copy.0 % 2),
            key,
        },
        0..3 => Command::Put {
            key,
            value: format!("{:08x}", chance.bits()),
        },
        3..5 => Command::Get {
            key,
            from_reader: None,
        },
        5 => Command::StartLoad(load(chance)),
        6..8 => Command::StopCopy { copy, group },
        8..10 => Command::RestartCopy { copy, group },
        10 => Command::CutCopy { copy },
        11..13 => Command::HealCopy { copy },
        13 => Command::CutZone { zone },
        14..16 => Command::HealZone { zone },
        16 => Command::SlowCopy {
            copy,
            times: pick(chance, &[1, 5, 50, 500]),
        },
        17 => {
            let sites = [
                Site::Writer,
                Site::Clients,
                Site::A,
                Site::B,
                Site::C,
                Site::D,
                Site::E,
                Site::F,
            ];
            let (from, to) = (pick(chance, &sites), pick(chance, &sites));
            Command::SlowLink {
                from,
                to,
                times: pick(chance, &[1, 3, 20, 100]),
            }
        }
        18 => Command::LoseMessages {
            copy: None,
            percent: pick(chance, &[0, 1, 10, 40]),
        },
        _ => Command::LoseMessages {
            copy: Some(copy),
            percent: pick(chance, &[0, 10, 50, 100]),
        },
    }
}
