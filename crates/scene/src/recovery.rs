//! The last recovery of the volume, step by step, as the journal tells it.
//!
//! Copies are drawn for one group; counts that are said are of all of them.

use base::{CopyId, GroupId, Lsn, Phrase};
use world::{CopySet, Event, Happening, Range, World};

use crate::Tone;
use crate::board::{Board, BoardMark, BoardRow};

/// Events of a recovery that are read; by then it is long over `[choice]`.
const READ_MAX: usize = 50_000;

/// What has been seen of a recovery.
#[derive(Default)]
struct Seen {
    began: bool,
    heard: CopySet,
    answered: CopySet,
    pgcl: Option<Lsn>,
    vcl: Option<Lsn>,
    range: Option<Range>,
    written: CopySet,
    raised: CopySet,
    epoch: u32,
    opened: bool,
    refused: u32,
    unfinished: u32,
    undone: u32,
}

impl Seen {
    /// Reads what has happened since an instance was started last.
    fn of(world: &World, group: GroupId) -> Option<Seen> {
        let started = world.events_from_outside().rev().find(|id| {
            let entry = world.journal().get(*id);
            entry.is_some_and(|entry| matches!(entry.event, Event::WriterStarted { .. }))
        });
        let mut seen = Seen::default();
        for (_, entry) in world.journal().since(started?).take(READ_MAX) {
            if let Event::Database(happening) = entry.event {
                seen.read(happening, group);
            }
        }
        Some(seen)
    }

    fn read(&mut self, happening: Happening, of: GroupId) {
        match happening {
            Happening::RecoveryBegan { epoch, .. } => {
                self.began = true;
                self.epoch = u32::from(epoch.0);
            }
            Happening::SurveyHeard { segment, .. } if segment.group() == of => {
                self.heard = self.heard.with(segment.copy());
            }
            Happening::PgclRecovered {
                group,
                to,
                answered,
            } if group == of => {
                self.pgcl = Some(to);
                self.answered = answered;
            }
            Happening::RangeDecided { vcl, range, .. } => {
                self.vcl = Some(vcl);
                self.range = Some(range);
            }
            Happening::RangeWritten { segment, .. } if segment.group() == of => {
                self.written = self.written.with(segment.copy());
            }
            Happening::EpochRaised { segment, .. } if segment.group() == of => {
                self.raised = self.raised.with(segment.copy());
            }
            Happening::VolumeOpened { .. } => self.opened = true,
            Happening::Refused { .. } if self.opened => self.refused += 1,
            Happening::UnfinishedFound { .. } => self.unfinished += 1,
            Happening::TxnUndone { .. } => self.undone += 1,
            _ => {}
        }
    }
}

/// The steps of the last recovery; before there was one, the steps that it will have.
#[inline(never)]
pub fn recovery_board(world: &World, group: GroupId) -> Board {
    let seen = Seen::of(world, group).unwrap_or_default();
    let not_yet = || Phrase::new("recovery-not-yet");
    let marks = |set: CopySet| -> Vec<BoardMark> {
        let members = world.members(group).everyone();
        let mark = |copy: CopyId| BoardMark {
            text: copy.to_string(),
            tone: if set.contains(copy) {
                Tone::Good
            } else {
                Tone::Waiting
            },
        };
        members.iter().map(mark).collect()
    };
    let row = |label, value, done, fact| BoardRow {
        values: vec![value],
        tone: match (done, seen.began) {
            (true, _) => Tone::Good,
            (false, true) => Tone::Waiting,
            (false, false) => Tone::Quiet,
        },
        fact: Some(fact),
        ..BoardRow::new(Phrase::new(label))
    };
    let lsn = |name, lsn: Option<Lsn>| match lsn {
        Some(lsn) => Phrase::new(name).with("lsn", lsn),
        None => not_yet(),
    };
    let range = match seen.range {
        Some(range) => Phrase::new("recovery-void")
            .with("first", range.above.next())
            .with("last", range.until),
        None => not_yet(),
    };
    let opened = seen.range.filter(|_| seen.opened);
    let quorum = world.quorum();
    let mut board = Board::new("recovery-title");
    board.rows = vec![
        BoardRow {
            marks: marks(seen.heard),
            ..row(
                "recovery-survey",
                Phrase::new("recovery-answers").with("answers", u32::from(seen.heard.len())),
                seen.heard.len() >= quorum.read(),
                "C-2",
            )
        },
        row(
            "recovery-pgcl",
            lsn("recovery-lsn", seen.pgcl),
            seen.pgcl.is_some(),
            "C-17",
        ),
        row(
            "recovery-vdl",
            lsn("recovery-lsn", seen.range.map(|range| range.above)),
            seen.range.is_some(),
            "C-3",
        ),
        BoardRow {
            marks: marks(seen.written),
            ..row(
                "recovery-range",
                range,
                seen.written.len() >= quorum.write(),
                "C-6",
            )
        },
        BoardRow {
            marks: marks(seen.raised),
            ..row(
                "recovery-epoch",
                Phrase::new("recovery-number").with("number", seen.epoch),
                seen.raised.len() >= quorum.write(),
                "C-10",
            )
        },
        row(
            "recovery-open",
            lsn("recovery-lsn", opened.map(|range| range.until.next())),
            seen.opened,
            "C-7",
        ),
        row(
            "recovery-late",
            Phrase::new("recovery-number").with("number", seen.refused),
            seen.opened,
            "C-8",
        ),
        row(
            "recovery-undo",
            Phrase::new("recovery-undone")
                .with("undone", seen.undone)
                .with("found", seen.unfinished),
            seen.opened && seen.undone == seen.unfinished,
            "C-11",
        ),
    ];
    board.notes.push(Phrase::new("recovery-about"));
    board
}
