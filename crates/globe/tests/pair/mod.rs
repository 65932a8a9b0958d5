//! What the tests of this crate share.
#![allow(dead_code, reason = "each test uses what it needs")]

use base::{Keep, RegionId, SimSpan};
use globe::{GlobalCommand, GlobalTopology, Globe, RegionSpec};
use world::checkers::Referee;
use world::{Command, Load};

pub const VIRGINIA: RegionId = RegionId(0);
pub const IRELAND: RegionId = RegionId(4);
pub const TOKYO: RegionId = RegionId(10);

pub fn start(regions: &[RegionId]) -> Globe {
    let topology = GlobalTopology {
        regions: regions.iter().map(|id| RegionSpec::usual(*id)).collect(),
        ..GlobalTopology::default()
    };
    Globe::new(topology, 1, Keep::All)
}

pub fn load(globe: &mut Globe, region: RegionId, writes_per_second: u32) {
    let load = Load::OpenLoop {
        writes_per_second,
        reads_per_second: 0,
        rows: 50,
    };
    let command = Command::StartLoad(load);
    globe.give(&GlobalCommand::In { region, command }).unwrap();
}

pub fn stop(globe: &mut Globe, region: RegionId) {
    let command = Command::StopLoad {};
    globe.give(&GlobalCommand::In { region, command }).unwrap();
}

pub fn run(globe: &mut Globe, millis: u64) {
    let until = globe.now() + SimSpan::from_millis(millis);
    assert!(globe.run_until(until, u64::MAX));
}

/// Every Region's own journal passes all checkers of one Region.
pub fn judge(globe: &Globe) {
    for id in globe.regions() {
        let world = globe.world(id).unwrap();
        let mut referee = Referee::new(world.topology());
        referee.follow(world.journal());
        assert!(referee.count() == 0, "{id:?}: {}", referee.verdict()[0]);
    }
}
