//! Random global databases: chaos, then peace.
//!
//! A seed draws Regions, rules and a plan of commands: cuts, outages, slow links, changes of the primary of all kinds and in
//! all their phases. Most of what is drawn makes no sense when its moment comes, and is refused. The referee looks on all the
//! time. Then all is healed; and in the end every database has a primary that takes writes, and every secondary is well and
//! has the log of its primary.

use base::{Chance, Digest, Keep, RegionId, SimSpan, SimTime, Stream};
use world::checkers::Violation;
use world::{Command, Failover, Load, Topology};

use crate::checker::GlobeReferee;
use crate::command::GlobalCommand;
use crate::config::{Era, GlobalEngine, GlobalTopology, InStep, RegionSpec};
use crate::distances::REGIONS;
use crate::globe::Globe;
use crate::names::DatabaseId;
use crate::region::Status;

/// How long chaos lasts.
const CHAOS: SimSpan = SimSpan::from_millis(60_000);
/// How long it is until all is in order again.
const PEACE: SimSpan = SimSpan::from_millis(60_000);

/// What came of a seed.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// What the referee has found.
    pub found: Vec<Violation>,
    /// What was not in order in the end.
    pub disorder: Option<String>,
    /// The run's fingerprint.
    pub digest: Digest,
    /// Commands that made sense when their moment came.
    pub given: u32,
}

impl Outcome {
    /// Whether nothing was wrong.
    pub fn passed(&self) -> bool {
        self.found.is_empty() && self.disorder.is_none()
    }
}

/// Draws and runs a seed.
pub fn run(seed: u64) -> Outcome {
    let mut chance = Chance::new(seed, Stream::Scenario);
    let (topology, regions) = draw(&mut chance);
    let plan = plan(&mut chance, &regions);
    let mut referee = GlobeReferee::new(&topology);
    let mut globe = Globe::new(topology, seed, Keep::All);
    let load = Load::OpenLoop {
        writes_per_second: chance.between(2, 30),
        reads_per_second: 0,
        rows: 20,
    };
    let through = None;
    let mut given = 0;
    let mut give = |globe: &mut Globe, command: &GlobalCommand| {
        given += u32::from(globe.give(command).is_ok());
    };
    give(&mut globe, &GlobalCommand::StartApp { load, through });
    for (at, command) in &plan {
        globe.run_until(*at, u64::MAX);
        give(&mut globe, command);
        referee.follow(&globe);
    }
    globe.run_until(SimTime::ZERO + CHAOS, u64::MAX);
    heal(&mut globe, &regions);
    globe.run_until(SimTime::ZERO + CHAOS + PEACE, u64::MAX);
    let _ = globe.give(&GlobalCommand::StopApp {});
    let until = globe.now() + SimSpan::from_millis(20_000);
    globe.run_until(until, u64::MAX);
    referee.follow(&globe);
    Outcome {
        found: referee.verdict().to_vec(),
        disorder: disorder(&globe),
        digest: globe.digest(),
        given,
    }
}

fn draw(chance: &mut Chance) -> (GlobalTopology, Vec<RegionId>) {
    let count = chance.between(2, 4);
    let first = chance.below(REGIONS.into());
    let regions: Vec<RegionId> = (0..count)
        .map(|n| RegionId(((first + n * 5) % u32::from(REGIONS)) as u8))
        .collect();
    let rpo = chance.permille(400).then(|| chance.between(20, 30));
    let specs = regions.iter().map(|region| RegionSpec {
        region: *region,
        instances: chance.between(1, 3) as u8,
        rpo_seconds: rpo,
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

fn plan(chance: &mut Chance, regions: &[RegionId]) -> Vec<(SimTime, GlobalCommand)> {
    let mut moments: Vec<u32> = (0..chance.between(6, 24))
        .map(|_| chance.between(500, 58_000))
        .collect();
    base::sort_few(&mut moments, |one, other| one < other);
    let plan = moments.into_iter().map(|millis| {
        let at = SimTime::from_millis(millis.into());
        (at, command(chance, regions))
    });
    plan.collect()
}

fn command(chance: &mut Chance, regions: &[RegionId]) -> GlobalCommand {
    let any = |chance: &mut Chance| regions[chance.below(regions.len() as u32) as usize];
    let (region, other) = (any(chance), any(chance));
    let (one, to) = (region, other);
    match chance.below(22) {
        0 | 1 => GlobalCommand::CutLink { one, other },
        2 | 3 => GlobalCommand::HealLink { one, other },
        4 => {
            let times = chance.between(1, 40);
            GlobalCommand::SlowLink { one, other, times }
        }
        5 | 6 => GlobalCommand::DarkenRegion { region },
        7 | 8 => GlobalCommand::LightRegion { region },
        9..=11 => GlobalCommand::Switchover { to },
        12 => GlobalCommand::CancelSwitchover {},
        13 | 14 => {
            let allow_data_loss = true;
            GlobalCommand::Failover {
                to,
                allow_data_loss,
            }
        }
        15 => GlobalCommand::Detach { region },
        16 => GlobalCommand::StopWrites { region },
        17 => GlobalCommand::ResumeWrites { region },
        18 => {
            let command = Command::CrashWriter {};
            GlobalCommand::In { region, command }
        }
        19 => GlobalCommand::DeleteCluster { region },
        20 => {
            let instances = chance.below(3) as u8;
            GlobalCommand::AddRegion {
                region,
                to,
                instances,
            }
        }
        _ => {
            let seconds = chance.permille(500).then(|| chance.between(20, 30));
            GlobalCommand::SetRpo { region, seconds }
        }
    }
}

/// All that was cut, dark, slow or stopped is as usual, and no limit holds anything back.
fn heal(globe: &mut Globe, regions: &[RegionId]) {
    for one in regions {
        for other in regions {
            let (one, other) = (*one, *other);
            let _ = globe.give(&GlobalCommand::HealLink { one, other });
            let times = 1;
            let _ = globe.give(&GlobalCommand::SlowLink { one, other, times });
        }
    }
    for region in regions {
        let (region, seconds) = (*region, None);
        let _ = globe.give(&GlobalCommand::LightRegion { region });
        let _ = globe.give(&GlobalCommand::ResumeWrites { region });
        let _ = globe.give(&GlobalCommand::SetRpo { region, seconds });
    }
}

/// What is not in order though all is healed.
fn disorder(globe: &Globe) -> Option<String> {
    if let Some(change) = globe.change() {
        return Some(format!("a change is still under way: {change:?}"));
    }
    for id in (0..globe.databases()).map(DatabaseId) {
        let primary = globe.primary(id)?;
        if globe.database_of(primary) != Some(id) {
            continue;
        }
        if !globe.takes_writes(primary) && !globe.is_fenced(primary) {
            return Some(format!("{primary:?} takes no writes"));
        }
        let last = globe.world(primary).map(|world| world.log().last());
        for region in globe.secondaries_of(id) {
            let upto = globe.world(region).map(|world| world.log().last());
            if globe.status(region) != Some(Status::Well) || upto != last {
                let status = globe.status(region);
                return Some(format!(
                    "{region:?} is {status:?} at {upto:?}, the primary at {last:?}"
                ));
            }
        }
    }
    None
}
