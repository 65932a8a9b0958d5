//! Chaos, then peace: everything about a run is drawn from its seed.

use base::{COPIES, Chance, CopyId, EventId, GroupId, SimSpan, Stream, ZONES, ZoneId};
use world::{Command, Happening, Load, Micros, Site, Topology, WrongRule};

use crate::Lab;

/// A cluster, drawn.
pub fn topology(chance: &mut Chance) -> Topology {
    let mut way = |longest: u32| {
        let low = chance.below(longest);
        Micros(low, low + chance.below(longest))
    };
    let ways = [way(400), way(1_500), way(1_500), way(1_500)];
    let groups = 1 + chance.below(4);
    Topology {
        groups,
        groups_max: None,
        page_bytes: Topology::default().page_bytes,
        writer_zone: ZoneId(chance.below(ZONES.into()) as u8),
        same_zone_micros: ways[0],
        a_to_b_micros: ways[1],
        a_to_c_micros: ways[2],
        b_to_c_micros: ways[3],
        client_micros: Micros(50, 300),
        late_one_in: [0, 20, 200][chance.below(3) as usize],
        late_times: 1 + chance.below(30),
        disk_micros: [0, 150, 3_000][chance.below(3) as usize],
        call_micros: [0, 20, 500][chance.below(3) as usize],
        lsn_allocation_limit: [10, 50, 600, 10_000_000][chance.below(4) as usize],
        ..Topology::default()
    }
}

/// Something that may happen at any moment, drawn; it may make no sense at that moment.
pub fn command(chance: &mut Chance, groups: u32) -> Command {
    let copy = CopyId(chance.below(COPIES.into()) as u8);
    let zone = ZoneId(chance.below(ZONES.into()) as u8);
    let mut group = chance.permille(500).then(|| GroupId(chance.below(groups)));
    let site = |chance: &mut Chance| match chance.below(8) {
        0 => Site::Writer,
        1 => Site::Clients,
        n => Site::copy(CopyId(n as u8 - 2)),
    };
    match chance.below(28) {
        0..=2 => Command::StopCopy {
            copy,
            group: group.take(),
        },
        3..=6 => Command::RestartCopy {
            copy,
            group: group.take(),
        },
        7 => Command::CutCopy { copy },
        8..=9 => Command::HealCopy { copy },
        10 => Command::CutZone { zone },
        11..=12 => Command::HealZone { zone },
        13 => Command::SlowCopy {
            copy,
            times: [1, 5, 50, 1_000][chance.below(4) as usize],
        },
        14 => {
            let (from, to) = (site(chance), site(chance));
            Command::SlowLink {
                from,
                to,
                times: [1, 3, 40, 400][chance.below(4) as usize],
            }
        }
        15 => Command::LoseMessages {
            copy: None,
            percent: [0, 5, 30, 90][chance.below(4) as usize],
        },
        16 => Command::LoseMessages {
            copy: Some(copy),
            percent: [0, 30, 100][chance.below(3) as usize],
        },
        17 => Command::Put {
            key: format!("typed:{}", chance.below(5)),
            value: format!("by hand {}", chance.bits()),
        },
        18 => Command::Get {
            key: format!("typed:{}", chance.below(5)),
            from_reader: None,
        },
        19..=20 => Command::StopLoad {},
        24 => Command::CrashWriter {},
        25..=26 => Command::RestartWriter {},
        27 => Command::PromoteWriter { zone },
        _ => Command::StartLoad(load(chance)),
    }
}

fn load(chance: &mut Chance) -> Load {
    let rows = 1 + chance.below(60);
    if chance.permille(500) {
        let rate = [20, 200, 1_500][chance.below(3) as usize];
        Load::OpenLoop {
            writes_per_second: chance.below(rate),
            reads_per_second: chance.below(rate),
            rows,
        }
    } else {
        Load::ClosedLoop {
            clients: 1 + chance.below(12),
            think_micros: [0, 500, 20_000][chance.below(3) as usize],
            write_percent: chance.below(101),
            rows,
        }
    }
}

/// A run of this seed, perhaps under a wrong rule: chaos for a while, not yet peace.
pub fn chaos(seed: u64, wrong_rule: Option<WrongRule>) -> Lab {
    let mut chance = Chance::new(seed, Stream::Scenario);
    let topology = Topology {
        wrong_rule,
        ..topology(&mut chance)
    };
    let groups = topology.groups;
    let mut lab = Lab::seeded(topology, seed);
    lab.load(load(&mut chance));
    for _ in 0..5 + chance.below(25) {
        // Long enough, now and then, for everything to fall silent.
        let micros = [2_000, 30_000, 300_000, 1_500_000][chance.below(4) as usize];
        let until = lab.world().now() + SimSpan::from_micros(1 + u64::from(chance.below(micros)));
        // A busy cluster need not run on: what comes of its rush comes of the rush of the first steps.
        let mut steps = 0;
        while steps < 4_000 && lab.step_until(until) {
            steps += 1;
        }
        let _ = lab.try_give(&command(&mut chance, groups));
    }
    lab
}

/// A run of this seed: chaos, then peace, at the end of which nothing is lost, waits or differs.
pub fn chaos_then_peace(seed: u64) -> Lab {
    let mut lab = chaos(seed, None);
    lab.rest();
    let damaged = |what| matches!(what, Happening::ImageDamaged { .. });
    assert!(
        !lab.happenings(EventId(0)).any(|(_, what)| damaged(what)),
        "nothing damages pages yet"
    );
    lab
}
