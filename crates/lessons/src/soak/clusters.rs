//! Drawn runs whose cluster looks after its writer.

use base::{Chance, Id, ReaderId, SimSpan, SimTime, ZoneId};
use world::{
    Class, Command, Engine, Failover, Family, Metric, PolicySpec, ReaderSpec, RoleChange, Size,
    Through,
};

use super::{names, pick};
use crate::Step;
use crate::scenario::{Deed, Scenario};

const METRICS: [Metric; 2] = [Metric::Cpu, Metric::Connections];
const SIZES: [Size; 3] = [Size::Large, Size::XLarge, Size::X4Large];

/// Every second run with readers, and a few without, fail over by themselves: fast, so that there is time for several.
/// Whether a command makes sense when its moment comes, the run will tell.
pub(super) fn look_after_the_writer(scenario: &mut Scenario, peace: SimTime, chance: &mut Chance) {
    let wanted = if scenario.topology.readers.is_empty() {
        8
    } else {
        2
    };
    if chance.below(wanted) > 0 {
        return;
    }
    for reader in &mut scenario.topology.readers {
        reader.tier = pick(chance, &[0, 1, 1, 15]);
        reader.size = pick(chance, &SIZES);
    }
    let family = pick(chance, &[Family::MySql, Family::PostgreSql]);
    scenario.topology.failover = Some(Failover {
        writer_tier: pick(chance, &[0, 1, 15]),
        writer_class: pick(chance, &Class::ALL),
        writer_size: pick(chance, &SIZES),
        family,
        engine: pick(chance, &[Engine::ReadersStay, Engine::ReadersRestart]),
        check_millis: pick(chance, &[1, 10, 100]),
        promote_millis: pick(chance, &[1, 20, 300]),
        publish_millis: pick(chance, &[0, 20, 300]),
        recreate_millis: pick(chance, &[10, 500]),
        create_millis: pick(chance, &[1, 100, 700]),
        ttl_millis: pick(chance, &[0, 100, 1_000]),
        in_place: chance.below(4) == 0,
        loads_use: pick(chance, &[Through::Cluster, Through::ReadsAtReaders]),
        cache_management: chance.below(2) == 0 && family == Family::PostgreSql,
        role_change: pick(chance, &[RoleChange::Leaves, RoleChange::Stays]),
    });
    let instances = scenario.topology.readers.len() as u32 + 1;
    names::make_endpoints(&mut scenario.topology, chance);
    let length = peace.micros().max(1).min(u64::from(u32::MAX)) as u32;
    let mut moments: Vec<u32> = (0..chance.between(2, 12))
        .map(|_| chance.below(length))
        .collect();
    moments.sort_unstable();
    for moment in moments {
        let reader = ReaderId::from_index(chance.below(instances) as usize);
        let command = match chance.below(17) {
            0..3 => Command::CrashWriter {},
            3..5 => Command::Failover {
                to: (chance.below(2) == 0).then_some(reader),
            },
            5 => Command::SetTier {
                reader,
                tier: pick(chance, &[0, 7, 15]),
            },
            6 => Command::StopReader { reader },
            7 => Command::RemoveReader { reader },
            8 => Command::ModifyInstance {
                reader,
                class: Some(pick(chance, &Class::ALL)),
                size: Some(pick(chance, &SIZES)),
            },
            9..12 => names::command(chance, instances),
            12 | 13 => Command::SetScaling(policy(chance)),
            14 => Command::SetCacheManagement {
                on: chance.below(4) > 0,
            },
            _ => Command::AddReader(ReaderSpec {
                zone: ZoneId(chance.below(base::ZONES.into()) as u8),
                tier: pick(chance, &[0, 1, 15]),
                class: pick(chance, &Class::ALL),
                size: pick(chance, &SIZES),
            }),
        };
        let at = SimTime::ZERO + SimSpan::from_micros(moment.into());
        let place = scenario.timeline.partition_point(|deed| deed.at <= at);
        scenario.timeline.insert(place, Deed { at, command });
    }
    scenario
        .timeline
        .retain(|deed| !matches!(deed.command, Command::PromoteWriter { .. }));
    for metric in METRICS {
        let command = Command::RemoveScaling { metric };
        scenario.timeline.push(Deed { at: peace, command });
    }
    let command = Command::SetCacheManagement { on: false };
    scenario.timeline.push(Deed { at: peace, command });
    for visitor in [false, true] {
        let endpoint = None;
        let command = Command::ConnectThrough { endpoint, visitor };
        scenario.timeline.push(Deed { at: peace, command });
    }
    for place in 0..instances {
        let reader = ReaderId::from_index(place as usize);
        let command = Command::RestartReader { reader };
        scenario.timeline.push(Deed { at: peace, command });
    }
    drop_what_is_refused_whatever_happens(scenario);
}

/// A policy that has something to do, drawn.
fn policy(chance: &mut Chance) -> PolicySpec {
    PolicySpec {
        min: pick(chance, &[0, 1, 3]),
        max: pick(chance, &[3, 15]),
        in_cooldown_seconds: pick(chance, &[0, 60]),
        out_cooldown_seconds: pick(chance, &[0, 60]),
        scale_in: chance.below(4) > 0,
        ..PolicySpec::of(pick(chance, &METRICS), pick(chance, &[1, 10, 60]))
    }
}

/// Leaves out commands that make no sense however the run goes: about instances that are deleted by then, or one too many.
pub(super) fn drop_what_is_refused_whatever_happens(scenario: &mut Scenario) {
    loop {
        let mut refused = Vec::new();
        for problem in scenario.check() {
            if let [Step::Field(list), Step::Entry(place), Step::Field(what)] = &problem.path[..]
                && (&list[..], &what[..]) == ("timeline", "do")
            {
                refused.push(*place as usize);
            }
        }
        if refused.is_empty() {
            return;
        }
        let mut place = 0;
        scenario.timeline.retain(|_| {
            place += 1;
            !refused.contains(&(place - 1))
        });
    }
}
