//! Drawn runs whose cluster is stopped, started, restarted and patched, and in which crashes come one upon the other.

use base::{Chance, SimSpan, SimTime};
use world::Command;

use super::{clusters, pick};
use crate::scenario::{Deed, Scenario};

/// Of three clusters that look after their writer two are operated: stopped and started as a whole, restarted without
/// downtime, patched; and in some of them one writer after the other crashes, before, while and after it recovers. Whether
/// a command makes sense when its moment comes, the run will tell.
pub(super) fn operate(scenario: &mut Scenario, peace: SimTime, chance: &mut Chance) {
    if scenario.topology.failover.is_none() || chance.below(3) == 0 {
        return;
    }
    let length = peace.micros().max(1).min(u64::from(u32::MAX)) as u32;
    for _ in 0..chance.between(1, 6) {
        let at = SimTime::ZERO + SimSpan::from_micros(chance.below(length).into());
        match chance.below(8) {
            0 | 1 => {
                add(scenario, at, Command::StopCluster {});
                let again = at + pause(chance);
                if again < peace {
                    add(scenario, again, Command::StartCluster {});
                }
            }
            2..4 => add(scenario, at, Command::RestartEngine {}),
            4..6 => {
                let by_failover = chance.below(2) == 0;
                add(scenario, at, Command::PatchInstances { by_failover });
            }
            _ => crash_again_and_again(scenario, at, peace, chance),
        }
    }
    // Before anything else that is done for peace: a stopped cluster cannot be changed.
    let place = scenario.timeline.partition_point(|deed| deed.at < peace);
    let command = Command::StartCluster {};
    scenario.timeline.insert(place, Deed { at: peace, command });
    clusters::drop_what_is_refused_whatever_happens(scenario);
}

fn crash_again_and_again(
    scenario: &mut Scenario,
    first: SimTime,
    peace: SimTime,
    chance: &mut Chance,
) {
    let mut at = first;
    for _ in 0..chance.between(2, 4) {
        if at < peace {
            add(scenario, at, Command::CrashWriter {});
        }
        at = at + pause(chance);
    }
}

/// Before every second crash a row is typed, so that it comes in the midst of a commit.
pub(super) fn write_before_crashes(scenario: &mut Scenario, chance: &mut Chance) {
    let crashes = scenario.timeline.iter();
    let crashes = crashes.filter(|deed| deed.command == Command::CrashWriter {});
    let moments: Vec<SimTime> = crashes.map(|deed| deed.at).collect();
    for moment in moments {
        if chance.below(2) == 0 {
            continue;
        }
        let before = u64::from(chance.below(4_000)).min(moment.micros());
        let command = Command::Put {
            key: format!("typed:{}", chance.below(6)),
            value: format!("{:08x}", chance.bits()),
        };
        let at = SimTime::ZERO + SimSpan::from_micros(moment.micros() - before);
        add(scenario, at, command);
    }
}

fn add(scenario: &mut Scenario, at: SimTime, command: Command) {
    let place = scenario.timeline.partition_point(|deed| deed.at <= at);
    scenario.timeline.insert(place, Deed { at, command });
}

/// As long as a step of a recovery, a whole one, a start of a process, or many.
fn pause(chance: &mut Chance) -> SimSpan {
    let longest = pick(chance, &[500, 5_000, 50_000, 1_000_000]);
    SimSpan::from_micros(chance.below(longest).into())
}
