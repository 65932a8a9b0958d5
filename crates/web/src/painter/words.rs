//! Words and numbers that change from frame to frame.

use base::{Arg, Phrase};
use session::scene::{ClientsView, CopyView, ReaderView, RulerView, Standing, WriterView};
use ui::{Words, leaf, tone_name};

use super::layout::Layout;
use super::{Frame, pins};
use crate::leaves::{Leaf, Leaves};

/// Tells the leaves what they should say.
pub(super) fn write(leaves: &mut Leaves, frame: &Frame<'_>, layout: &Layout) {
    let (scene, words) = (frame.scene, frame.words);
    leaves.begin(frame.figures);
    leaves.clock(frame.playhead, words, frame.at_millis);
    for copy in &scene.copies {
        write_copy(leaves, copy, words);
    }
    write_clients(leaves, &scene.clients, words);
    if let Some(writer) = &scene.writer {
        write_writer(leaves, writer, words);
    }
    for reader in &scene.readers {
        write_reader(leaves, reader, words);
    }
    if let Some(ruler) = &scene.ruler {
        write_ruler(leaves, ruler, words);
        pins::place(leaves, layout, ruler);
    }
}

fn write_copy(leaves: &mut Leaves, view: &CopyView, words: &Words) {
    let copy = view.copy;
    let down = !matches!(view.standing, Standing::Up | Standing::PartlyStopped);
    leaves.mark(Leaf::CopyTone(copy), tone_name(view.status_tone));
    leaves.mark(Leaf::CopyDown(copy), if down { "true" } else { "false" });
    leaves.say(Leaf::CopyStatus(copy), &view.status, words);
    match &view.next {
        Some(next) => leaves.say_calmly(Leaf::CopyNext(copy), next, words),
        None => leaves.blank(Leaf::CopyNext(copy)),
    }
    for (shelf, tape) in view.tapes.iter().enumerate() {
        let scl = Phrase::new("ui-scl").with("scl", tape.scl);
        leaves.say(Leaf::Scl(copy, shelf as u8), &scl, words);
    }
}

fn write_clients(leaves: &mut Leaves, clients: &ClientsView, words: &Words) {
    for (place, lane) in clients.lanes.iter().take(leaf::LANES).enumerate() {
        let place = place as u8;
        leaves.mark(Leaf::ChipTone(place), tone_name(lane.tone));
        leaves.say_calmly(
            Leaf::ChipWhat(place),
            lane.phrase.as_ref().unwrap_or(&lane.state),
            words,
        );
    }
}

fn write_writer(leaves: &mut Leaves, writer: &WriterView, words: &Words) {
    leaves.mark(Leaf::WriterTone, tone_name(writer.tone));
    leaves.say_calmly(Leaf::WriterStatus, &writer.status, words);
    let queue = Phrase::new(if writer.held > 0 {
        "ui-queue-held"
    } else {
        "ui-queue"
    });
    let queue = queue
        .with("waiting", writer.waiting)
        .with("held", writer.held);
    leaves.say_calmly(Leaf::WriterQueue, &queue, words);
    let Some(ring) = &writer.ring else {
        leaves.blank(Leaf::RingCount);
        return leaves.blank(Leaf::RingOf);
    };
    leaves.say(
        Leaf::RingCount,
        &Phrase::new("ui-ring-count").with("confirmed", ring.confirmed),
        words,
    );
    let over = if ring.confirmed > ring.needed {
        "yes"
    } else {
        "no"
    };
    let of = Phrase::new("ui-ring-of")
        .with("needed", ring.needed)
        .with("over", Arg::Text(over.into()));
    leaves.say(Leaf::RingOf, &of, words);
}

/// The points a reader names are those of the ruler below it, so they change together.
fn write_reader(leaves: &mut Leaves, view: &ReaderView, words: &Words) {
    let reader = view.reader;
    leaves.mark(Leaf::ReaderTone(reader), tone_name(view.tone));
    leaves.say(Leaf::ReaderStatus(reader), &view.status, words);
    let records = Phrase::new("ui-reader-records")
        .with("applied", view.applied)
        .with("ignored", view.ignored);
    leaves.say(Leaf::ReaderRecords(reader), &records, words);
}

fn write_ruler(leaves: &mut Leaves, ruler: &RulerView, words: &Words) {
    for (place, tick) in ruler.ticks.iter().take(leaf::TICKS).enumerate() {
        leaves.say(
            Leaf::Tick(place as u8),
            &Phrase::new("ui-lsn").with("lsn", *tick),
            words,
        );
    }
    match pins::told(ruler) {
        Some(mark) => {
            let txn = Arg::Text(mark.txn.0.to_string().into());
            leaves.say(
                Leaf::PinCommit,
                &Phrase::new("ui-commit-here").with("txn", txn),
                words,
            );
        }
        None => leaves.blank(Leaf::PinCommit),
    }
}
