//! Words and numbers that change from frame to frame.

use base::{Arg, Phrase};
use session::scene::{Standing, Tone};
use ui::leaf;

use super::layout::Layout;
use super::{Frame, pins};
use crate::leaves::Leaves;

/// Tells the leaves what they should say.
pub(super) fn write(leaves: &mut Leaves, frame: &Frame<'_>, layout: &Layout) {
    let (scene, words) = (frame.scene, frame.words);
    leaves.clock(leaf::CLOCK, frame.playhead, words, frame.at_millis);
    for copy in &scene.copies {
        let id = copy.copy;
        leaves.say(&leaf::copy_status(id), &copy.status, words);
        let spot = ui::Spot::Copy(id).to_string();
        leaves.mark(&spot, "data-tone", ui::tone_name(copy.status_tone));
        let down = !matches!(copy.standing, Standing::Up | Standing::PartlyStopped);
        leaves.mark(&spot, "data-down", if down { "true" } else { "false" });
        match &copy.next {
            Some(next) => leaves.say(&leaf::copy_next(id), next, words),
            None => leaves.blank(&leaf::copy_next(id)),
        }
        for (shelf, tape) in copy.tapes.iter().enumerate() {
            let scl = Phrase::new("ui-scl").with("scl", tape.scl);
            leaves.say(&leaf::scl(id, shelf), &scl, words);
        }
    }
    for (place, lane) in scene.clients.lanes.iter().take(leaf::LANES).enumerate() {
        leaves.mark(&leaf::chip(place), "data-tone", ui::tone_name(lane.tone));
        leaves.say(&leaf::chip_what(place), lane.phrase.as_ref().unwrap_or(&lane.state), words);
    }
    if let Some(writer) = &scene.writer {
        leaves.say(leaf::WRITER_STATUS, &writer.status, words);
        leaves.mark(&ui::Spot::Writer.to_string(), "data-tone", ui::tone_name(writer.tone));
        let queue = Phrase::new(if writer.held > 0 { "ui-queue-held" } else { "ui-queue" })
            .with("waiting", writer.waiting)
            .with("held", writer.held);
        leaves.say(leaf::WRITER_QUEUE, &queue, words);
        match &writer.ring {
            Some(ring) => {
                leaves.say(leaf::RING_COUNT, &Phrase::new("ui-ring-count").with("confirmed", ring.confirmed), words);
                let over = Arg::Text(if ring.confirmed > ring.needed { "yes" } else { "no" }.into());
                let of = Phrase::new("ui-ring-of").with("needed", ring.needed).with("over", over);
                leaves.say(leaf::RING_OF, &of, words);
            }
            None => {
                leaves.blank(leaf::RING_COUNT);
                leaves.blank(leaf::RING_OF);
            }
        }
        let ring_tone = match &writer.ring {
            Some(ring) if ring.done => Tone::Good,
            _ => Tone::Quiet,
        };
        leaves.mark(leaf::RING, "data-tone", ui::tone_name(ring_tone));
    }
    if let Some(ruler) = &scene.ruler {
        for (place, tick) in ruler.ticks.iter().take(leaf::TICKS).enumerate() {
            leaves.say(&leaf::tick(place), &Phrase::new("ui-lsn").with("lsn", *tick), words);
        }
        match pins::told(ruler) {
            Some(mark) => {
                let txn = Arg::Text(mark.txn.0.to_string().into());
                leaves.say("pin-commit", &Phrase::new("ui-commit-here").with("txn", txn), words);
            }
            None => leaves.blank("pin-commit"),
        }
        pins::place(leaves, layout, ruler);
    }
}
