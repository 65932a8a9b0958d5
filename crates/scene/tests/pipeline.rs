//! A storage node from inside says what the engine holds there.

use base::{CopyId, GroupId, Keep, SegmentId, SimSpan};
use scene::{Cell, Command, Load, PageMark, PipelineView, StepPicture, Tone, pipeline_view};
use world::{Topology, World};

const A: SegmentId = SegmentId::new(GroupId(0), CopyId(0));

fn world() -> World {
    let mut topology = Topology::default();
    topology.pipeline.scrub_micros = 2_000_000;
    World::new(topology, 12, Keep::All)
}

fn put(world: &mut World) {
    let (key, value) = ("cart:42".to_owned(), "1".to_owned());
    world.give(&Command::Put { key, value }).expect("it can");
}

fn run(world: &mut World, millis: u64) {
    let until = world.now() + SimSpan::from_millis(millis);
    assert!(world.run_until(until, 1_000_000));
}

fn view(world: &World) -> PipelineView {
    pipeline_view(world, A).expect("there is such a copy")
}

fn tones(view: &PipelineView) -> Vec<Tone> {
    let steps = view.foreground.iter().chain(&view.background);
    steps.map(|step| step.tone).collect()
}

#[test]
fn s_9_two_steps_are_waited_for_and_six_are_not() {
    let world = world();
    let view = view(&world);
    assert_eq!((view.foreground.len(), view.background.len()), (2, 6));
    let numbers = view.foreground.iter().chain(&view.background);
    assert!(numbers.map(|step| step.number).eq(1..=8));
    assert_eq!(tones(&view), [Tone::Quiet; 8], "nothing has come yet");
}

#[test]
fn s_3_a_hole_is_drawn_where_it_is() {
    let mut world = world();
    let lose = |percent| Command::LoseMessages {
        copy: Some(CopyId(0)),
        percent,
    };
    put(&mut world);
    run(&mut world, 10);
    world.give(&lose(100)).expect("it can");
    put(&mut world);
    run(&mut world, 8);
    world.give(&lose(0)).expect("it can");
    put(&mut world);
    run(&mut world, 3);
    let sort = &view(&world).background[0];
    assert_eq!(sort.tone, Tone::Fault);
    let StepPicture::Log(cells) = &sort.picture else {
        panic!("{sort:?}");
    };
    assert_eq!(cells[..3], [Cell::Held; 3]);
    assert_eq!(cells[3..6], [Cell::Hole; 3]);
    assert!(cells[6..].contains(&Cell::HeldBeyondHole), "{cells:?}");
}

#[test]
fn s_16_nothing_is_collected_beyond_staging_and_the_oldest_reader() {
    let mut world = world();
    world
        .give(&Command::StartLoad(Load::OpenLoop {
            writes_per_second: 200,
            reads_per_second: 20,
            rows: 12,
        }))
        .expect("it can");
    let mut collected = false;
    for _ in 0..40 {
        run(&mut world, 100);
        let reach = view(&world).reach;
        let [_, staged, floor, gone] = &reach[..] else {
            panic!("{reach:?}");
        };
        assert!(gone.upto <= staged.upto && gone.upto <= floor.upto);
        assert!(gone.percent <= staged.percent.min(floor.percent));
        collected |= gone.percent > 0;
    }
    assert!(collected, "four seconds are enough");
}

#[test]
fn s_8_a_damaged_page_is_seen_before_it_is_found() {
    let mut world = world();
    put(&mut world);
    run(&mut world, 700);
    let (copy, key) = (CopyId(0), "cart:42".to_owned());
    world
        .give(&Command::DamagePage { copy, key })
        .expect("it can");
    let damaged = |world: &World| match &view(world).background[2].picture {
        StepPicture::Pages(pages) => pages
            .iter()
            .filter(|page| **page == PageMark::Damaged)
            .count(),
        other => panic!("{other:?}"),
    };
    assert_eq!(damaged(&world), 1);
    assert_eq!(view(&world).background[5].tone, Tone::Fault);
    run(&mut world, 4_000);
    assert_eq!(damaged(&world), 0, "a peer had a sound one (S-17)");
}

#[test]
fn a_copy_there_is_not_is_not_drawn() {
    let nobody = SegmentId::new(GroupId(0), CopyId(7));
    assert!(pipeline_view(&world(), nobody).is_none());
}
