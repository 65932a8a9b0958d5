//! What a seed draws.

use base::{Chance, RegionId, SimTime};
use world::{Command, Failover, Topology};

use crate::command::GlobalCommand;
use crate::config::{Era, GlobalEngine, GlobalTopology, InStep, RegionSpec};
use crate::distances::REGIONS;
use crate::forwarding::{Consistency, Forwarding};

/// A database, and the Regions it may come to have.
pub(super) fn topology(chance: &mut Chance) -> (GlobalTopology, Vec<RegionId>) {
    let count = chance.between(2, 4);
    let first = chance.below(REGIONS.into());
    let regions: Vec<RegionId> = (0..count)
        .map(|n| RegionId(((first + n * 5) % u32::from(REGIONS)) as u8))
        .collect();
    let rpo = chance.permille(400).then(|| chance.between(20, 30));
    let specs = regions.iter().enumerate().map(|(place, region)| {
        let headless = place > 0 && chance.permille(150);
        RegionSpec {
            region: *region,
            instances: if headless {
                0
            } else {
                chance.between(1, 3) as u8
            },
            rpo_seconds: rpo,
        }
    });
    let failover = Failover {
        check_millis: 200,
        promote_millis: 1_000,
        publish_millis: 250,
        recreate_millis: 3_000,
        ..Failover::default()
    };
    let topology = GlobalTopology {
        regions: specs.collect(),
        era: if chance.permille(200) {
            Era::Y2023
        } else {
            Era::Y2025
        },
        in_step: chance.permille(300).then_some(InStep::All),
        engine: GlobalEngine::Postgresql,
        readers_restart: chance.permille(200),
        gather_millis: chance.between(5, 100),
        fencing_millis: 2_000,
        switchover_patience_seconds: 20,
        ttl_millis: 1_000,
        cluster: Topology {
            groups: chance.between(1, 3),
            cache_pages: 20,
            failover: Some(failover),
            ..Topology::default()
        },
        ..GlobalTopology::default()
    };
    (topology, regions)
}

/// Commands and their moments. Something often comes in between shortly after a command.
pub(super) fn plan(chance: &mut Chance, regions: &[RegionId]) -> Vec<(SimTime, GlobalCommand)> {
    let mut plan = Vec::new();
    for _ in 0..chance.between(6, 24) {
        let millis = chance.between(500, 55_000);
        let (first, then) = (command(chance, regions), chance.permille(500));
        if then && let Some(next) = disturbance(chance, &first, regions) {
            let later = millis + chance.between(5, 3_000);
            plan.push((SimTime::from_millis(later.into()), next));
        }
        plan.push((SimTime::from_millis(millis.into()), first));
        if chance.permille(300) {
            session(chance, regions, millis, &mut plan);
        }
    }
    base::sort_few(&mut plan, |one, other| one.0 < other.0);
    plan
}

fn any(chance: &mut Chance, regions: &[RegionId]) -> RegionId {
    regions[chance.below(regions.len() as u32) as usize]
}

fn command(chance: &mut Chance, regions: &[RegionId]) -> GlobalCommand {
    let (region, other) = (any(chance, regions), any(chance, regions));
    let (one, to) = (region, other);
    match chance.below(28) {
        0 => GlobalCommand::CutLink { one, other },
        1 | 2 => GlobalCommand::HealLink { one, other },
        3 => {
            let times = chance.between(1, 40);
            GlobalCommand::SlowLink { one, other, times }
        }
        4 | 5 => GlobalCommand::DarkenRegion { region },
        6 | 7 => GlobalCommand::LightRegion { region },
        8..=11 => GlobalCommand::Switchover { to },
        12 => GlobalCommand::CancelSwitchover {},
        13..=15 => failover(to),
        16 => GlobalCommand::Detach { region },
        17 => GlobalCommand::StopWrites { region },
        18 => GlobalCommand::ResumeWrites { region },
        19 => {
            let command = Command::CrashWriter {};
            GlobalCommand::In { region, command }
        }
        20 => GlobalCommand::DeleteCluster { region },
        21 => {
            let instances = chance.below(3) as u8;
            GlobalCommand::AddRegion {
                region,
                to,
                instances,
            }
        }
        22 => GlobalCommand::AddInstance { region },
        23 => GlobalCommand::PointApp {
            through: chance.permille(500).then_some(region),
        },
        24 => GlobalCommand::CopySnapshot { region },
        25 => GlobalCommand::StartReaders {
            home: region,
            reads_per_second: chance.between(1, 20),
        },
        26 => GlobalCommand::SetEra {
            era: if chance.permille(500) {
                Era::Y2023
            } else {
                Era::Y2025
            },
        },
        _ => {
            let seconds = chance.permille(500).then(|| chance.between(20, 30));
            GlobalCommand::SetRpo { region, seconds }
        }
    }
}

fn failover(to: RegionId) -> GlobalCommand {
    let allow_data_loss = true;
    GlobalCommand::Failover {
        to,
        allow_data_loss,
    }
}

/// Something that comes in between while a change of the primary is under way, or just undoes what was done.
fn disturbance(
    chance: &mut Chance,
    first: &GlobalCommand,
    regions: &[RegionId],
) -> Option<GlobalCommand> {
    let other = any(chance, regions);
    Some(match *first {
        GlobalCommand::Switchover { to }
        | GlobalCommand::Failover { to, .. }
        | GlobalCommand::Detach { region: to } => match chance.below(8) {
            0 | 1 => GlobalCommand::CancelSwitchover {},
            2 => GlobalCommand::DarkenRegion { region: to },
            3 => GlobalCommand::DarkenRegion { region: other },
            4 => GlobalCommand::CutLink { one: to, other },
            5 => GlobalCommand::LightRegion { region: other },
            6 => failover(other),
            _ => GlobalCommand::In {
                region: other,
                command: Command::CrashWriter {},
            },
        },
        GlobalCommand::DarkenRegion { region } if chance.permille(500) => {
            GlobalCommand::LightRegion { region }
        }
        GlobalCommand::DarkenRegion { .. } => failover(other),
        GlobalCommand::CutLink { one, .. } => GlobalCommand::DarkenRegion { region: one },
        _ => return None,
    })
}

/// A session of a Region writes a row through the primary, and reads it back a little later.
fn session(
    chance: &mut Chance,
    regions: &[RegionId],
    millis: u32,
    plan: &mut Vec<(SimTime, GlobalCommand)>,
) {
    let region = any(chance, regions);
    let levels = [
        Consistency::Eventual,
        Consistency::Session,
        Consistency::Global,
    ];
    let forwarding = Forwarding {
        consistency: Some(levels[chance.below(3) as usize]),
        share_percent: [None, Some(0), Some(100)][chance.below(3) as usize],
        idle_seconds: Some(chance.between(1, 20)),
    };
    let session = plan.len() as u16;
    let (key, value) = (format!("session:{session}"), format!("{millis}"));
    let mut at = u64::from(millis);
    for command in [
        GlobalCommand::SetForwarding { region, forwarding },
        GlobalCommand::Forward {
            region,
            session,
            key: key.clone(),
            value,
            isolation: None,
        },
        GlobalCommand::Select {
            region,
            session,
            key,
        },
    ] {
        at += u64::from(chance.between(1, 1_500));
        plan.push((SimTime::from_millis(at), command));
    }
}
