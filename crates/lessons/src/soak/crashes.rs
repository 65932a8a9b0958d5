//! Drawn runs in which the writer crashes, is started again, or gives way to another.

use base::{Chance, Keep, SimSpan, SimTime, ZONES, ZoneId};
use world::{Command, World};

use crate::scenario::{Deed, Scenario};

/// Every second run loses its writer, some of them in the midst of a recovery.
pub(super) fn crash_the_writer(scenario: &mut Scenario, peace: SimTime, chance: &mut Chance) {
    if chance.below(2) == 0 {
        return;
    }
    let length = peace.micros().max(1).min(u64::from(u32::MAX)) as u32;
    let mut add = |at: SimTime, command| {
        let place = scenario.timeline.partition_point(|deed| deed.at <= at);
        scenario.timeline.insert(place, Deed { at, command });
    };
    for _ in 0..chance.between(1, 4) {
        let mut at = SimTime::ZERO + SimSpan::from_micros(chance.below(length).into());
        // Twice in a row, or while the first recovery is under way.
        for _ in 0..chance.between(1, 3) {
            if chance.below(3) == 0 {
                let zone = ZoneId(chance.below(ZONES.into()) as u8);
                add(at, Command::PromoteWriter { zone });
            } else {
                add(at, Command::CrashWriter {});
                at = at + pause(chance);
                add(at, Command::RestartWriter {});
            }
            at = at + pause(chance);
            if at >= peace {
                break;
            }
        }
    }
    scenario
        .timeline
        .retain(|deed| deed.at < peace || !of_writer(&deed.command));
    scenario.timeline.push(Deed {
        at: peace,
        command: Command::RestartWriter {},
    });
    // What was drawn apart falls into one another: a run that does not move knows what makes sense.
    let mut world = World::new(scenario.topology.clone(), scenario.seed, Keep::Newest(1));
    scenario
        .timeline
        .retain(|deed| !of_writer(&deed.command) || world.give(&deed.command).is_ok());
}

fn of_writer(command: &Command) -> bool {
    matches!(
        command,
        Command::CrashWriter {} | Command::RestartWriter {} | Command::PromoteWriter { .. }
    )
}

/// As long as a step of a recovery, a whole one, or many.
fn pause(chance: &mut Chance) -> SimSpan {
    let longest = [500, 5_000, 300_000][chance.below(3) as usize];
    SimSpan::from_micros(chance.below(longest).into())
}
