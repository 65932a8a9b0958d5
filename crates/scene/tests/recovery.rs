//! The steps of a recovery, and the stretch of log it declares void.

use base::{Arg, CopyId, GroupId, Keep, Lsn, SimSpan};
use scene::{Board, Command, Load, Phrase, Site, Tone, recovery_board, scene};
use world::{Topology, World};

fn world() -> World {
    let topology = Topology {
        groups: 1,
        lsn_allocation_limit: 24,
        ..Topology::default()
    };
    World::new(topology, 3, Keep::All)
}

fn give(world: &mut World, command: Command) {
    world.give(&command).expect("it makes sense now");
}

fn run(world: &mut World, millis: u64) {
    let until = world.now() + SimSpan::from_millis(millis);
    assert!(world.run_until(until, 1_000_000));
}

/// A writer that crashes while clients are at work and a copy is far away.
fn crashed() -> World {
    let mut world = world();
    give(
        &mut world,
        Command::SlowLink {
            from: Site::Writer,
            to: Site::copy(CopyId(5)),
            times: 30,
        },
    );
    let load = Load::ClosedLoop {
        clients: 5,
        think_micros: 200,
        write_percent: 100,
        rows: 24,
    };
    give(&mut world, Command::StartLoad(load));
    run(&mut world, 6);
    give(&mut world, Command::StopLoad {});
    give(&mut world, Command::CrashWriter {});
    run(&mut world, 3);
    world
}

fn board(world: &World) -> Board {
    recovery_board(world, GroupId(0))
}

fn number(phrase: &Phrase) -> u64 {
    match &phrase.args[..] {
        [(_, Arg::Number(number))] => *number,
        [(_, Arg::Text(text))] => text.parse().expect("an LSN"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn before_a_recovery_its_steps_are_quiet() {
    let world = crashed();
    let board = board(&world);
    assert_eq!(board.rows.len(), 8);
    assert!(board.rows.iter().all(|row| row.tone == Tone::Quiet));
}

#[test]
fn c_6_what_lies_above_the_vdl_is_void_as_far_as_it_can_have_been_given_out() {
    let mut world = crashed();
    give(&mut world, Command::RestartWriter {});
    run(&mut world, 30);
    let board = board(&world);
    let vdl = number(&board.rows[2].values[0]);
    let next = number(&board.rows[5].values[0]);
    assert_eq!(next, vdl + 24 + 1, "VDL + LAL, and one more (C-7)");
    let ruler = scene(&world, world.now(), None)
        .ruler
        .expect("there is a log");
    assert_eq!(ruler.voids, [(Lsn(vdl), Lsn(vdl + 24))]);
    assert!(
        ruler
            .records
            .iter()
            .all(|record| record.lsn.0 <= vdl || record.lsn.0 >= next)
    );
    // A read quorum was heard, a write quorum has the range and the epoch.
    for (row, least) in [(0, 3), (3, 4), (4, 4)] {
        let marks = board.rows[row].marks.iter();
        let good = marks.filter(|mark| mark.tone == Tone::Good).count();
        assert!(good >= least, "{:?}", board.rows[row]);
        assert_eq!(board.rows[row].tone, Tone::Good);
    }
}

#[test]
fn c_8_what_arrives_late_is_refused() {
    let mut world = crashed();
    give(&mut world, Command::RestartWriter {});
    let mut refused = 0;
    for _ in 0..40 {
        run(&mut world, 1);
        refused = number(&board(&world).rows[6].values[0]);
    }
    assert!(refused > 0, "F got it when the new epoch had begun");
}
