//! Rows as registers: our own judge of linearizability beside another's, and histories of runs with failovers before
//! both.

#![cfg(not(target_family = "wasm"))]

use std::collections::{BTreeMap, BTreeSet};

use base::{Chance, EventId, Stream};
use lessons::soak;
use stateright::semantics::register::{Register as Plain, RegisterOp, RegisterRet};
use stateright::semantics::{ConsistencyTester, LinearizabilityTester};
use tests::Lab;
use world::checkers::{Act, Histories, Op, Referee, Register};
use world::{Command, Keep, Load, Topology, World, WrongRule};

/// Operations of a row that are shown to the other judge: it tries every order.
const OPERATIONS_MAX: usize = 14;

/// What befell which operation, in order.
type History = Vec<(Op, Act)>;

/// Whether the other judge finds an order.
fn other_judge(history: &History) -> bool {
    let mut tester = LinearizabilityTester::new(Plain(0_u32));
    for (op, act) in history {
        let told = match *act {
            Act::Writes(value) => tester.on_invoke(*op, RegisterOp::Write(value)),
            Act::Reads => tester.on_invoke(*op, RegisterOp::Read),
            Act::Written => tester.on_return(*op, RegisterRet::WriteOk),
            Act::Read(value) => tester.on_return(*op, RegisterRet::ReadOk(value)),
            // Without an answer it may have been done, or not: so it stays under way.
            Act::Broke => Ok(&mut tester),
            Act::Failed | Act::Shared => panic!("left out"),
        };
        told.expect("each operation has a thread of its own");
    }
    tester.is_consistent()
}

fn own_judge(history: &History) -> bool {
    let mut register = Register::default();
    for (op, act) in history {
        match *act {
            Act::Writes(value) => register.writes(*op, value),
            Act::Reads => register.reads(*op),
            Act::Written => register.written(*op),
            Act::Broke => register.broke(*op),
            Act::Failed => register.failed(*op),
            Act::Shared => register.give_up(),
            Act::Read(found) => {
                if !register.read(*op, found) {
                    return false;
                }
            }
        }
    }
    assert!(register.is_followed());
    true
}

/// A few clients who write and read, and are answered at random: sometimes as a register would, sometimes not.
fn invented(chance: &mut Chance, breaks: bool) -> History {
    let mut history = Vec::new();
    let mut open: Vec<(Op, Act)> = Vec::new();
    let mut next = 0;
    while next < 9 || !open.is_empty() {
        if next < 9 && (open.is_empty() || open.len() < 3 && chance.below(2) == 0) {
            next += 1;
            let act = match chance.below(2) {
                0 => Act::Writes(next as u32),
                _ => Act::Reads,
            };
            history.push((next, act));
            open.push((next, act));
        } else {
            let (op, act) = open.remove(chance.below(open.len() as u32) as usize);
            let answer = match act {
                _ if breaks && chance.below(6) == 0 => Act::Broke,
                Act::Writes(_) => Act::Written,
                // Mostly something recent.
                _ => Act::Read((next as u32).saturating_sub(chance.below(4))),
            };
            history.push((op, answer));
        }
    }
    history
}

#[test]
fn both_judges_agree_on_invented_histories() {
    let mut chance = Chance::new(1, Stream::Scenario);
    let mut verdicts = BTreeMap::new();
    for _ in 0..3_000 {
        let history = invented(&mut chance, false);
        let (own, other) = (own_judge(&history), other_judge(&history));
        assert_eq!(own, other, "{history:?}");
        *verdicts.entry(own).or_insert(0) += 1;
    }
    assert!(
        verdicts[&true] > 100 && verdicts[&false] > 100,
        "{verdicts:?}"
    );
}

#[test]
fn what_the_own_judge_refuses_when_connections_break_the_other_refuses_too() {
    let mut chance = Chance::new(2, Stream::Scenario);
    let mut refused = 0;
    for _ in 0..3_000 {
        let history = invented(&mut chance, true);
        if !own_judge(&history) {
            assert!(!other_judge(&history), "{history:?}");
            refused += 1;
        }
    }
    assert!(refused > 100, "{refused}");
}

/// The histories of the rows of a drawn run, told by its journal alone.
fn histories(seed: u64) -> BTreeMap<u32, History> {
    let scenario = soak::draw(seed);
    let mut world = World::new(scenario.topology.clone(), seed, Keep::All);
    let plan = scenario.timeline.iter();
    world.plan(plan.map(|deed| (deed.at, deed.command.clone())).collect());
    world.run_until(scenario.until, 2_000_000);
    let mut told = Histories::default();
    let mut rows: BTreeMap<u32, History> = BTreeMap::new();
    for (id, entry) in world.journal().since(EventId(0)) {
        told.see(id, entry, |row, op, act| {
            rows.entry(row).or_default().push((op, act))
        });
    }
    rows.retain(|_, history| {
        let shared = history.iter().any(|(_, act)| *act == Act::Shared);
        // What surely failed is as if it had never been asked.
        let failed: BTreeSet<Op> = history
            .iter()
            .filter(|(_, act)| *act == Act::Failed)
            .map(|(op, _)| *op)
            .collect();
        history.retain(|(op, _)| !failed.contains(op));
        !shared && !history.is_empty()
    });
    rows
}

#[test]
fn rows_are_linearizable_through_random_failovers() {
    let (mut rows, mut broken) = (0, 0);
    let failing_over = |seed: &u64| soak::draw(*seed).topology.failover.is_some();
    for seed in (0..400).filter(failing_over).take(40) {
        for history in histories(seed).values() {
            let operations: BTreeSet<Op> = history.iter().map(|(op, _)| *op).collect();
            if operations.len() <= OPERATIONS_MAX {
                assert!(other_judge(history), "seed {seed}: {history:?}");
                rows += 1;
                broken += usize::from(history.iter().any(|(_, act)| *act == Act::Broke));
            }
        }
    }
    assert!(rows > 200, "{rows} rows");
    assert!(broken > 10, "{broken} of them with broken connections");
}

/// Transactions of several rows among them: each read finds a place in the order of the commits.
#[test]
fn reads_find_their_place_in_the_order_of_commits_through_random_failovers() {
    let fits = |seed: &u64| {
        let scenario = soak::draw(*seed);
        let of_several = |command: &Command| {
            matches!(
                command,
                Command::Transaction { .. } | Command::StartLoad(Load::Transactions { .. })
            )
        };
        let mut deeds = scenario.timeline.iter();
        scenario.topology.failover.is_some() && deeds.any(|deed| of_several(&deed.command))
    };
    let mut placed = 0;
    for seed in (0..400).filter(fits).take(15) {
        let scenario = soak::draw(seed);
        let mut world = World::new(scenario.topology.clone(), seed, Keep::All);
        let plan = scenario.timeline.iter();
        world.plan(plan.map(|deed| (deed.at, deed.command.clone())).collect());
        world.run_until(scenario.until, 2_000_000);
        let mut referee = Referee::new(world.topology());
        referee.follow(world.journal());
        let found = referee.verdict().iter();
        let unserial = found.filter(|it| it.invariant == "SERIAL");
        assert_eq!(unserial.count(), 0, "seed {seed}");
        placed += referee.reads_placed();
    }
    assert!(placed > 500, "{placed} reads");
}

#[test]
fn a_forged_history_is_refused_by_both() {
    let rows = (0..400).map(histories).find_map(|rows| {
        let mut rows = rows.into_values();
        rows.find(|history| {
            let written = history.iter().any(|(_, act)| *act == Act::Written);
            let broke = history.iter().any(|(_, act)| *act == Act::Broke);
            written && !broke && history.len() <= OPERATIONS_MAX
        })
    });
    let mut history = rows.expect("there is such a row");
    assert!(own_judge(&history) && other_judge(&history));
    // Who asks when all is over finds the row as it was before all.
    history.extend([(1_000_000, Act::Reads), (1_000_000, Act::Read(0))]);
    assert!(!own_judge(&history) && !other_judge(&history));
}

/// What a copy has only in memory is lost with it, acknowledged or not; and the client notices.
#[test]
fn a_rule_that_loses_what_was_acknowledged_is_caught_by_what_clients_see() {
    for rule in [None, Some(WrongRule::AcknowledgeBeforeDurable)] {
        let mut lab = Lab::of(Topology {
            disk_micros: 500_000,
            wrong_rule: rule,
            ..Topology::default()
        });
        lab.put("k", "acknowledged").expect_acked(1);
        "ABCDEF".chars().for_each(|letter| lab.copy(letter).crash());
        lab.crash_writer();
        "ABCDEF"
            .chars()
            .for_each(|letter| lab.copy(letter).restart());
        lab.restart_writer();
        lab.run(3_000);
        let get = Command::Get {
            key: "k".to_owned(),
            from_reader: None,
        };
        lab.give(&get);
        lab.run(3_000);
        match rule {
            Some(_) => lab.expect_violation("LINEAR"),
            None => drop(lab),
        }
    }
}
