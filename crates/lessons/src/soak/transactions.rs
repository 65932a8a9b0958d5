//! Drawn runs whose clients write several rows at once.

use base::{Chance, SimSpan, SimTime};
use world::{Command, Ends, Load, StatementSpec};

use super::pick;
use crate::scenario::{Deed, Scenario};

/// Every second run has transactions of several statements: some of its loads work with them, and some are typed. They
/// are about few rows, so that they get in one another's way.
pub(super) fn use_transactions(scenario: &mut Scenario, peace: SimTime, chance: &mut Chance) {
    if chance.below(2) == 0 {
        return;
    }
    for deed in &mut scenario.timeline {
        if let Command::StartLoad(load) = &mut deed.command
            && chance.below(2) == 0
        {
            *load = transactions(chance);
        }
    }
    let length = peace.micros().max(1).min(u64::from(u32::MAX)) as u32;
    for _ in 0..chance.between(1, 12) {
        let at = SimTime::ZERO + SimSpan::from_micros(chance.below(length).into());
        let statements = (0..chance.between(1, 6)).map(|_| statement(chance));
        let command = Command::Transaction {
            statements: statements.collect(),
            ends: pick(chance, &[Ends::Commit, Ends::Commit, Ends::Rollback]),
            pause_millis: pick(chance, &[0, 0, 1, 20, 200]),
        };
        let place = scenario.timeline.partition_point(|deed| deed.at <= at);
        scenario.timeline.insert(place, Deed { at, command });
    }
}

fn transactions(chance: &mut Chance) -> Load {
    Load::Transactions {
        clients: chance.between(1, 12),
        think_micros: pick(chance, &[1_000, 10_000, 50_000]),
        statements: chance.between(1, 6),
        pause_micros: pick(chance, &[0, 0, 500, 20_000]),
        write_percent: pick(chance, &[20, 50, 100]),
        rollback_percent: pick(chance, &[0, 20]),
        rows: pick(chance, &[2, 5, 40]),
    }
}

fn statement(chance: &mut Chance) -> StatementSpec {
    let key = format!("typed:{}", chance.below(6));
    if chance.below(3) == 0 {
        return StatementSpec::Get { key };
    }
    let value = format!("{:08x}", chance.bits());
    StatementSpec::Put { key, value }
}
