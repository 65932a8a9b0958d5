//! The referee is silent over an honest journal, and notices each kind of lie in a forged one.

use base::{CopyId, Keep, ZoneId};

use super::*;
use crate::{Command, Load, World};

/// A run with a bit of everything: writes and reads, a zone cut and healed, a copy stopped and restarted, losses.
fn honest() -> (Topology, Vec<Entry<Event>>) {
    let topology = Topology {
        lsn_allocation_limit: 60,
        ..Topology::default()
    };
    let mut world = World::new(topology.clone(), 7, Keep::All);
    let run = |world: &mut World, millis: u64| {
        let until = world.now() + base::SimSpan::from_millis(millis);
        assert!(world.run_until(until, 1_000_000));
    };
    let load = Load::OpenLoop {
        writes_per_second: 400,
        reads_per_second: 200,
        rows: 20,
    };
    for command in [
        Command::StartLoad(load),
        Command::CutZone { zone: ZoneId(2) },
        Command::StopCopy {
            copy: CopyId(3),
            group: None,
        },
        Command::HealZone { zone: ZoneId(2) },
        Command::LoseMessages {
            copy: None,
            percent: 20,
        },
        Command::RestartCopy {
            copy: CopyId(3),
            group: None,
        },
        Command::LoseMessages {
            copy: None,
            percent: 0,
        },
        Command::StopLoad {},
    ] {
        world.give(&command).expect("it makes sense");
        run(&mut world, 150);
    }
    run(&mut world, 5_000);
    (
        topology,
        world
            .journal()
            .since(EventId(0))
            .map(|(_, entry)| *entry)
            .collect(),
    )
}

fn judge(topology: &Topology, entries: &[Entry<Event>]) -> Referee {
    let mut referee = Referee::new(topology);
    for (number, entry) in entries.iter().enumerate() {
        referee.see(EventId(number as u64), entry);
    }
    referee
}

#[test]
fn an_honest_journal_is_passed() {
    let (topology, entries) = honest();
    let mut referee = judge(&topology, &entries);
    referee.rest();
    assert_eq!(referee.verdict(), [], "of {} entries", entries.len());
}
