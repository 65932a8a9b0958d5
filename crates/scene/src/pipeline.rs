//! The eight steps of a storage node, for one copy of one group.
//!
//! Only the first two stand between a write and its acknowledgement (S-9); the others happen behind its back.

use base::{Phrase, SegmentId};
use world::{Job, World};

use crate::Tone;
use crate::board::{Board, BoardMark, BoardRow};

/// Marks of a row; more are said in the value only.
const MARKS_MAX: u32 = 24;

/// What stands at each step of a segment now.
pub fn pipeline_board(world: &World, id: SegmentId) -> Option<Board> {
    if !world.has_copy(id) {
        return None;
    }
    let segment = world.segment(id);
    let newest = world.log().newest_of(id.group());
    let job = segment.job().map(|(_, job)| job);
    let waiting = |count: u32| {
        if count > 0 {
            Tone::Waiting
        } else {
            Tone::Quiet
        }
    };
    let at_work = |this: Job| {
        if job == Some(this) {
            Tone::Good
        } else {
            Tone::Quiet
        }
    };
    let marks = |count: u32, tone: Tone| {
        let mark = BoardMark {
            text: String::new(),
            tone,
        };
        vec![mark; count.min(MARKS_MAX) as usize]
    };
    let records = |count: u32| Phrase::new("pipeline-records").with("records", count);
    let upto = |lsn: base::Lsn| Phrase::new("pipeline-upto").with("lsn", lsn);
    let row = |label, value: Phrase, marks, tone, fact| BoardRow {
        values: vec![value],
        marks,
        tone,
        fact: Some(fact),
        ..BoardRow::new(Phrase::new(label))
    };
    let (queued, beyond) = (segment.records_in_memory(), segment.beyond_hole());
    let is_behind = segment.scl() < newest;
    let scrubbed = match segment.last_scrub() {
        None => Phrase::new("pipeline-not-yet"),
        Some(last) => Phrase::new("pipeline-scrubbed")
            .with("pages", last.pages)
            .with("damaged", last.damaged),
    };
    let damaged = segment.last_scrub().is_some_and(|last| last.damaged > 0);
    let mut board = Board::new("pipeline-title");
    board.title = board
        .title
        .with("copy", id.copy().to_string())
        .with("group", id.group().number());
    board.rows = vec![
        row(
            "pipeline-intake",
            records(queued),
            marks(queued, Tone::Waiting),
            waiting(queued),
            "S-1",
        ),
        row(
            "pipeline-durable",
            upto(segment.scl()),
            Vec::new(),
            Tone::Good,
            "S-2",
        ),
        row(
            "pipeline-sort",
            records(beyond),
            marks(beyond, Tone::Fault),
            waiting(beyond),
            "S-3",
        ),
        row(
            "pipeline-gossip",
            upto(newest),
            Vec::new(),
            if is_behind { Tone::Waiting } else { Tone::Good },
            "S-4",
        ),
        row(
            "pipeline-coalesce",
            Phrase::new("pipeline-versions")
                .with("pages", segment.pages_kept())
                .with("records", segment.backlog()),
            marks(segment.backlog(), Tone::Read),
            at_work(Job::Coalesce),
            "S-5",
        ),
        row(
            "pipeline-stage",
            upto(segment.staged()),
            Vec::new(),
            at_work(Job::Stage),
            "S-6",
        ),
        row(
            "pipeline-collect",
            upto(segment.collected()),
            Vec::new(),
            at_work(Job::Collect),
            "S-7",
        ),
        row(
            "pipeline-scrub",
            scrubbed,
            Vec::new(),
            if damaged {
                Tone::Fault
            } else {
                at_work(Job::Scrub)
            },
            "S-8",
        ),
    ];
    if segment.is_throttled() {
        board.notes.push(Phrase::new("pipeline-throttled"));
    }
    board.notes.push(Phrase::new("pipeline-about"));
    Some(board)
}
