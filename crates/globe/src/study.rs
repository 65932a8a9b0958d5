//! What a change of the primary costs, by its kind and by the lag, over many seeds.

use base::{Keep, RegionId, SimSpan};
use world::Load;

use crate::command::GlobalCommand;
use crate::config::{GlobalTopology, RegionSpec};
use crate::distances::one_way;
use crate::globe::Globe;
use crate::report::ChangeKind;

/// The two Regions of the study.
const REGIONS: (RegionId, RegionId) = (RegionId(0), RegionId(4));
/// How long the application works before anything is done, beyond the lag.
const BEFORE: SimSpan = SimSpan::from_millis(5_000);
/// How long a change may take until clients work again.
const PATIENCE: SimSpan = SimSpan::from_millis(180_000);

/// What one change has cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// How long no commit was acknowledged, as the clients felt it (RTO).
    pub rto: SimSpan,
    /// How much time's commits are gone (RPO).
    pub rpo: SimSpan,
    /// How many commits are gone.
    pub lost: u32,
}

/// The kinds of changes there are, in the order in which their costs are told.
pub const KINDS: [ChangeKind; 3] = [
    ChangeKind::Switchover,
    ChangeKind::Failover,
    ChangeKind::Detach,
];

/// Changes the primary in each way at about this lag, in copies of one run. In the primary Region all goes dark, unless the
/// change is planned. A detached secondary's application is pointed there by a person, who takes so long for each step.
///
/// # Panics
/// If clients do not work again within three minutes.
pub fn costs(seed: u64, lag: SimSpan, person: SimSpan) -> [Cost; 3] {
    let before = before(seed, lag);
    KINDS.map(|kind| cost(before.clone(), kind, lag, person))
}

fn give(globe: &mut Globe, command: GlobalCommand) {
    globe.give(&command).expect("it makes sense now");
}

/// An application has worked for a while at about this lag.
fn before(seed: u64, lag: SimSpan) -> Globe {
    let (primary, other) = REGIONS;
    let topology = GlobalTopology {
        regions: [primary, other].map(RegionSpec::usual).to_vec(),
        ..GlobalTopology::default()
    };
    let mut globe = Globe::new(topology, seed, Keep::Newest(1_024));
    // A lag is one way and what the primary gathers before it sends.
    let times = (lag.micros() / one_way(primary, other).micros()).max(1) as u32;
    let one = primary;
    give(&mut globe, GlobalCommand::SlowLink { one, other, times });
    let load = Load::OpenLoop {
        writes_per_second: 20,
        reads_per_second: 0,
        rows: 40,
    };
    let through = None;
    give(&mut globe, GlobalCommand::StartApp { load, through });
    // Seeds differ in when it happens, too.
    let some = SimSpan::from_millis(seed % 100 * 10);
    let until = globe.now() + BEFORE + lag + lag + some;
    globe.run_until(until, u64::MAX);
    globe
}

fn cost(mut globe: Globe, kind: ChangeKind, lag: SimSpan, person: SimSpan) -> Cost {
    let (region, to) = REGIONS;
    if kind != ChangeKind::Switchover {
        give(&mut globe, GlobalCommand::DarkenRegion { region });
    }
    match kind {
        ChangeKind::Switchover => give(&mut globe, GlobalCommand::Switchover { to }),
        ChangeKind::Failover => {
            let allow_data_loss = true;
            let command = GlobalCommand::Failover {
                to,
                allow_data_loss,
            };
            give(&mut globe, command);
        }
        ChangeKind::Detach => {
            let until = globe.now() + person;
            globe.run_until(until, u64::MAX);
            give(&mut globe, GlobalCommand::Detach { region: to });
            let until = globe.now() + person;
            globe.run_until(until, u64::MAX);
            let through = Some(to);
            give(&mut globe, GlobalCommand::PointApp { through });
        }
    }
    let patience = globe.now() + PATIENCE + lag + lag;
    loop {
        let felt = globe.reports().first().and_then(|report| report.felt());
        if let Some(rto) = felt {
            let report = &globe.reports()[0];
            return Cost {
                rto,
                rpo: report.gone(),
                lost: report.lost.len() as u32,
            };
        }
        assert!(globe.now() < patience, "clients still wait");
        let until = globe.now() + SimSpan::from_millis(500);
        globe.run_until(until, u64::MAX);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_planned_change_loses_nothing_and_others_no_more_than_the_lag() {
        let lags = [100, 1_000, 10_000].map(SimSpan::from_millis);
        let person = SimSpan::from_millis(30_000);
        let all = lags.map(|lag| costs(1, lag, person));
        let of = |place: usize| [all[0][place], all[1][place], all[2][place]];
        let planned = of(0);
        assert!(planned.iter().all(|cost| cost.lost == 0));
        assert!(
            planned[0].rto < planned[2].rto,
            "it grows with the lag (G-24)"
        );
        for (place, kind) in KINDS.into_iter().enumerate().skip(1) {
            let costs = of(place);
            for (cost, lag) in costs.iter().zip(lags) {
                // What was gathered, and what the write quorum there takes, come on top.
                let most = lag + SimSpan::from_millis(100);
                assert!(cost.rpo <= most, "{kind:?} at {lag}: {cost:?}");
            }
            assert!(
                costs[1].lost > 0 && costs[2].lost > costs[1].lost,
                "{costs:?}"
            );
        }
    }
}
