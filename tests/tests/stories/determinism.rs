//! The same seed and the same commands give the same journal, byte for byte (INV-19).

use base::SimSpan;
use tests::{Lab, chaos};
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;
use world::checkers::difference;
use world::{Command, Keep, Load, Topology, World};

/// Chaos with no end yet: things are broken, messages on their way, clients at work.
fn unfinished(seed: u64) -> Lab {
    chaos::chaos(seed, None)
}

fn same(one: &Lab, other: &Lab) {
    assert_eq!(
        difference(one.world().journal(), other.world().journal()),
        None
    );
    assert_eq!(one.world().digest(), other.world().digest());
}

#[test]
fn inv_19_a_run_told_twice_is_the_same_run() {
    for seed in 0..6 {
        same(
            &chaos::chaos_then_peace(seed),
            &chaos::chaos_then_peace(seed),
        );
    }
}

#[test]
fn inv_19_another_seed_is_another_run() {
    let run = |seed| {
        let mut lab = Lab::seeded(Topology::default(), seed);
        lab.write(20).expect_acked(20);
        lab.run(100);
        lab
    };
    let (one, other) = (run(1), run(2));
    let violation =
        difference(one.world().journal(), other.world().journal()).expect("they differ");
    assert_eq!((violation.invariant, violation.event.0), ("INV-19", 0));
    assert_ne!(one.world().digest(), other.world().digest());
}

#[test]
fn a_checkpoint_goes_on_like_the_run_it_was_taken_from() {
    for seed in 10..16 {
        let mut original = unfinished(seed);
        let mut checkpoint = original.clone();
        original.rest();
        checkpoint.rest();
        same(&original, &checkpoint);
    }
}

#[test]
fn a_checkpoint_does_not_feel_what_becomes_of_its_original() {
    let mut original = unfinished(20);
    let checkpoint = original.clone();
    let digest = checkpoint.world().digest();
    original.lose(50);
    original.run(500);
    original.rest();
    assert_eq!(checkpoint.world().digest(), digest);
    let mut late = checkpoint.clone();
    let mut again = unfinished(20);
    late.rest();
    again.rest();
    same(&late, &again);
}

/// A busy cluster with a plan of faults, not yet moved.
fn planned(keep: Keep) -> World {
    let mut world = World::new(Topology::default(), 5, keep);
    let at = |millis| base::SimTime::from_millis(millis);
    let load = Load::OpenLoop {
        writes_per_second: 900,
        reads_per_second: 300,
        rows: 50,
    };
    let zone = base::ZoneId(1);
    let copy = base::CopyId(5);
    world.plan(vec![
        (at(0), Command::StartLoad(load)),
        (at(200), Command::CutZone { zone }),
        (at(200), Command::StopCopy { copy, group: None }),
        (at(300), Command::StopCopy { copy, group: None }),
        (at(700), Command::HealZone { zone }),
        (at(900), Command::RestartCopy { copy, group: None }),
        (at(1_000), Command::StopLoad {}),
    ]);
    world
}

#[test]
fn steps_and_stretches_of_time_lead_to_the_same_place() {
    let until = base::SimTime::from_millis(4_000);
    let mut by_steps = planned(Keep::All);
    while by_steps.step_until(until).is_some() {}
    let mut at_once = planned(Keep::All);
    assert!(at_once.run_until(until, 10_000_000));
    let mut by_frames = planned(Keep::All);
    while by_frames.now() < until {
        // As a page does: a frame's worth of time, but only so many steps a frame.
        let frame = by_frames.now() + SimSpan::from_micros(1_667);
        by_frames.run_until(frame.min(until), 37);
    }
    for other in [&at_once, &by_frames] {
        assert_eq!(difference(by_steps.journal(), other.journal()), None);
        assert_eq!(
            (by_steps.digest(), by_steps.steps()),
            (other.digest(), other.steps())
        );
    }
    assert_eq!(
        at_once.refusals().len(),
        1,
        "a copy can be stopped only once"
    );
}

#[test]
fn a_short_memory_does_not_change_the_run() {
    let until = base::SimTime::from_millis(4_000);
    let mut runs = [planned(Keep::All), planned(Keep::Newest(2_000))];
    runs.iter_mut()
        .for_each(|world| assert!(world.run_until(until, 10_000_000)));
    assert_eq!(difference(runs[0].journal(), runs[1].journal()), None);
}

#[test]
fn the_referee_and_the_oracle_follow_a_journal_with_a_short_memory() {
    let mut lab = Lab::watching(planned(Keep::Newest(2_000)));
    lab.run(4_000);
    assert!(lab.world().journal().oldest_id().0 > 2_000);
    assert!(lab.oracle().rows() > 20 && lab.oracle().reads_checked() > 100);
    lab.rest();
}
