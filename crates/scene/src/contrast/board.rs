//! The contrast as a picture made of rows.

use base::Phrase;
use mirrored::{Contrast, Part};

use super::{contrast_notes, contrast_table, mirrored_view};
use crate::Tone;
use crate::board::{Board, BoardMark, BoardRow};

/// The figures of both sides, and how the parts of mirrored MySQL stand.
#[inline(never)]
pub fn contrast_board(contrast: &Contrast) -> Board {
    let mut board = Board::new("contrast-title");
    board.heads = vec![
        Phrase::new("contrast-aurora"),
        Phrase::new("contrast-mirrored"),
    ];
    board.rows = contrast_table(contrast)
        .into_iter()
        .map(|row| BoardRow {
            values: vec![row.aurora, row.mirrored],
            note: row.published.or(row.said),
            ..BoardRow::new(row.label)
        })
        .collect();
    let view = mirrored_view(contrast.mirrored());
    let marks = view
        .parts
        .iter()
        .filter(|part| part.part != Part::ObjectStore);
    let marks = marks.map(|part| BoardMark {
        text: part.under_way.to_string(),
        tone: match (part.up && !part.zone_cut, part.under_way) {
            (false, _) => Tone::Fault,
            (true, 0) => Tone::Good,
            (true, _) => Tone::Waiting,
        },
    });
    board.rows.push(BoardRow {
        marks: marks.collect(),
        note: Some(view.commits),
        fact: Some("W-21"),
        ..BoardRow::new(Phrase::new("contrast-chain"))
    });
    board.notes = contrast_notes();
    board
}
