//! Drawn runs with readers that are asked, stopped and started again.

use base::{Chance, Id, ReaderId, SimSpan, SimTime, ZoneId};
use world::{Command, ReaderSpec};

use crate::scenario::{Deed, Scenario};

/// Every third run has readers. Before peace comes all of them are running.
pub(super) fn add_readers(scenario: &mut Scenario, peace: SimTime, chance: &mut Chance) {
    if chance.below(3) > 0 {
        return;
    }
    let zone = |_| ZoneId(chance.below(base::ZONES.into()) as u8);
    let zones: Vec<ZoneId> = (0..3).map(zone).collect();
    let readers = chance.between(1, 3);
    let zones = zones.into_iter().take(readers as usize);
    scenario.topology.readers = zones.map(ReaderSpec::in_zone).collect();
    let length = peace.micros().max(1).min(u64::from(u32::MAX)) as u32;
    let mut moments: Vec<u32> = (0..chance.between(4, 20))
        .map(|_| chance.below(length))
        .collect();
    moments.sort_unstable();
    let mut up = [true; 3];
    for moment in moments {
        let reader = ReaderId::from_index(chance.below(readers) as usize);
        let up = &mut up[reader.index()];
        let command = match (chance.below(3), *up) {
            (0, true) => {
                *up = false;
                Command::StopReader { reader }
            }
            (0, false) => {
                *up = true;
                Command::RestartReader { reader }
            }
            _ => Command::Get {
                key: format!("typed:{}", chance.below(6)),
                from_reader: Some(reader),
            },
        };
        let at = SimTime::ZERO + SimSpan::from_micros(moment.into());
        let place = scenario.timeline.partition_point(|deed| deed.at <= at);
        scenario.timeline.insert(place, Deed { at, command });
    }
    for (place, up) in up.into_iter().enumerate() {
        if !up {
            let reader = ReaderId::from_index(place);
            let command = Command::RestartReader { reader };
            scenario.timeline.push(Deed { at: peace, command });
        }
    }
}
