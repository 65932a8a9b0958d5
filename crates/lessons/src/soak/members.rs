//! Drawn runs in which copies are replaced, taken back and patched.

use base::{Chance, CopyId, GroupId, SimSpan, SimTime};
use world::{Command, Segments};

use crate::scenario::{Deed, Scenario};

/// Every second run changes its members. Whether a command makes sense when its moment comes, the run will tell: one
/// that does not is left out there.
pub(super) fn change_members(scenario: &mut Scenario, peace: SimTime, chance: &mut Chance) {
    if chance.below(2) == 0 {
        return;
    }
    let topology = &mut scenario.topology;
    topology.segments = match chance.below(3) {
        0 => Segments::FullAndTail,
        _ => Segments::Full,
    };
    topology.repair_millis = [20, 200, 2_000][chance.below(3) as usize];
    topology.repair_after_millis = [0, 0, 300][chance.below(3) as usize];
    let groups = topology.groups;
    let length = peace.micros().max(1).min(u64::from(u32::MAX)) as u32;
    let mut moments: Vec<u32> = (0..chance.between(1, 9))
        .map(|_| chance.below(length))
        .collect();
    moments.sort_unstable();
    let mut begun = false;
    for moment in moments {
        let command = if begun {
            command(chance, groups)
        } else {
            replace(chance, groups)
        };
        begun = true;
        let at = SimTime::ZERO + SimSpan::from_micros(moment.into());
        let place = scenario.timeline.partition_point(|deed| deed.at <= at);
        scenario.timeline.insert(place, Deed { at, command });
    }
    // Whoever is stopped by then is started again, whatever letter it goes by.
    for copy in CopyId::slots() {
        for command in [
            Command::HealCopy { copy },
            Command::RestartCopy { copy, group: None },
        ] {
            if copy.0 >= base::COPIES || matches!(command, Command::RestartCopy { .. }) {
                scenario.timeline.push(Deed { at: peace, command });
            }
        }
    }
}

fn letter(chance: &mut Chance, letters: u8) -> CopyId {
    CopyId(chance.below(letters.into()) as u8)
}

fn one_or_all(chance: &mut Chance, groups: u32) -> Option<GroupId> {
    let group = GroupId(chance.below(groups));
    (chance.below(2) == 0).then_some(group)
}

fn replace(chance: &mut Chance, groups: u32) -> Command {
    let (copy, group) = (letter(chance, base::COPIES), one_or_all(chance, groups));
    Command::ReplaceCopy { copy, group }
}

fn command(chance: &mut Chance, groups: u32) -> Command {
    let copy = letter(chance, base::SLOTS);
    let group = one_or_all(chance, groups);
    match chance.below(12) {
        0..4 => Command::ReplaceCopy { copy, group },
        4..7 => Command::KeepCopy { copy, group },
        7 => Command::MoveHotCopy { copy, group },
        8 => Command::PatchCopy { copy },
        9 => Command::PatchAll {},
        10 => Command::StopCopy {
            copy: letter(chance, base::SLOTS),
            group,
        },
        _ => Command::RestartCopy { copy, group },
    }
}
