//! Random global databases: chaos, then peace.
//!
//! A seed draws Regions, rules and a plan of commands: cuts, outages, slow links, changes of the primary of all kinds, and
//! something that comes in between them shortly afterwards. Some of what is drawn makes no sense when its moment comes, and
//! is refused. The referee looks on all the time; sessions of secondaries write and read through write forwarding, and
//! must find what their consistency level promises. Then all is healed; and in the end every database has a primary that
//! takes writes, and every secondary is well and has the log of its primary.

mod draw;
mod sessions;

use base::{Chance, Digest, Keep, RegionId, SimSpan, SimTime, Stream};
use world::Load;
use world::checkers::Violation;

use self::sessions::Sessions;
use crate::checker::GlobeReferee;
use crate::command::GlobalCommand;
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
    let (topology, regions) = draw::topology(&mut chance);
    let plan = draw::plan(&mut chance, &regions);
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
    let mut sessions = Sessions::default();
    for (at, command) in &plan {
        globe.run_until(*at, u64::MAX);
        sessions.before(&globe, command);
        give(&mut globe, command);
        referee.follow(&globe);
    }
    globe.run_until(SimTime::ZERO + CHAOS, u64::MAX);
    heal(&mut globe, &regions);
    globe.run_until(SimTime::ZERO + CHAOS + PEACE, u64::MAX);
    let _ = globe.give(&GlobalCommand::StopApp {});
    for home in &regions {
        let _ = globe.give(&GlobalCommand::StopReaders { home: *home });
    }
    let until = globe.now() + SimSpan::from_millis(20_000);
    globe.run_until(until, u64::MAX);
    referee.follow(&globe);
    Outcome {
        found: referee.verdict().to_vec(),
        disorder: disorder(&globe).or_else(|| sessions.broken(&globe)),
        digest: globe.digest(),
        given,
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
