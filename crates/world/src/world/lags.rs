//! How far readers are behind, in time (RP-13).
//!
//! A reader that shows VDL 1000 while the writer has been further for 5 ms is 5 ms behind. When it has moved, its lag is
//! how long the first record it had not shown before has been durable by then; until it moves again it is that, or how
//! long the next one waits by now, if that is more.

use std::collections::VecDeque;

use super::*;

/// Moves of the VDL that are remembered for readers which are far behind `[choice]`.
const REMEMBERED: usize = 4_096;

/// When the VDL was where, as far back as the reader that is furthest behind.
#[derive(Clone, Debug, Default)]
pub(super) struct Lags {
    moves: VecDeque<(Lsn, SimTime)>,
    last: LiteMap<ReaderId, (Lsn, SimSpan)>,
}

impl Lags {
    /// The VDL has moved.
    pub fn vdl_moved(&mut self, now: SimTime, to: Lsn) {
        self.moves.push_back((to, now));
        if self.moves.len() > REMEMBERED {
            self.moves.pop_front();
        }
    }

    /// A reader shows the volume at a VDL now.
    pub fn reader_moved(&mut self, now: SimTime, reader: ReaderId, to: Lsn) {
        let from = self.last.get(&reader).map_or(to, |(shown, _)| *shown);
        let lag = self.behind(now, from);
        self.last.insert(reader, (to, lag));
    }

    /// A reader begins at a VDL: what was before does not count.
    pub fn reader_began(&mut self, reader: ReaderId, at: Lsn) {
        self.last.insert(reader, (at, SimSpan::ZERO));
    }

    /// A reader is gone: once it is back it begins anew.
    pub fn reader_stopped(&mut self, reader: ReaderId) {
        self.last.remove(&reader);
    }

    /// How long the first record above a VDL has been durable.
    fn behind(&self, now: SimTime, shown: Lsn) -> SimSpan {
        let first = self.moves.partition_point(|(to, _)| *to <= shown);
        let moved = self.moves.get(first);
        moved.map_or(SimSpan::ZERO, |(_, at)| now.since(*at))
    }

    fn of(&self, now: SimTime, reader: ReaderId) -> Option<SimSpan> {
        let (shown, measured) = self.last.get(&reader)?;
        Some((*measured).max(self.behind(now, *shown)))
    }
}

impl World {
    /// How far a reader is behind the writer, in time; nothing if it does not follow.
    pub fn reader_lag(&self, id: ReaderId) -> Option<SimSpan> {
        self.lags.of(self.agenda.now(), id)
    }
}
