//! Whether all that clients see of all rows fits one order: that of the commits.
//!
//! The precedence graph of a history has an edge from each version of a row to the next, from a version to whoever read
//! it, from whoever read it to the version after, and from all that was answered to all that was begun later. What clients
//! see is in order if that graph has no circle (Adya's phenomena G0, G1a to G1c, with the clock on the wall besides).
//! The versions of all rows stand in one line already, by the LSNs of their commits (L-19). So the circle need not be
//! looked for: each read must find a place in that line, behind all that anybody had seen when it began, and before the
//! next version of its row. Taking the first such place is always right, for it leaves the most room for what comes
//! later.
//!
//! A transaction of several rows is one place in the line for all it writes: who has seen one of its rows must see the
//! others. What it reads it reads statement by statement, each with a place of its own, one behind the other: the engine
//! reads what is committed when a statement begins. What is rolled back is no version; whoever reads it has no place.
//!
//! Only what a client hears counts. Readers' answers are no part of it, for they may lag (RP-3). Where redo of another
//! Region flows in, the line is not told in this journal, and nothing is judged.

use std::collections::BTreeMap;

use base::{EventId, InstanceId, Lsn, RequestId};
use litemap::LiteMap;
use sim::Entry;

use super::Findings;
use super::lives::Actor;
use crate::{Address, Event, Happening, Message, Range, RegionEvent, VolumeEpoch};

/// Versions of a row from which on it is looked, at each power of two, which of them nobody can read any more `[choice]`.
const MANY: usize = 16;

/// What a client asks.
#[derive(Clone, Copy, Debug)]
struct Question {
    write: bool,
    /// The row, or 0 if it is about several.
    row: u32,
    value: u32,
}

/// What an instance does for a request.
#[derive(Clone, Debug, Default)]
struct Work {
    /// The row the statement it is at is about.
    row: u32,
    /// Everything up to here was seen before its next read.
    floor: Lsn,
    /// What it has written and not committed: rows and values.
    wrote: Vec<(u32, u32)>,
    /// The read it is at: the row, and what was seen when it began.
    reads: Option<(u32, Lsn)>,
    /// What it has found that fits nowhere: the row and the value.
    misfit: Option<(u32, u32)>,
    /// Its commit.
    scn: Option<Lsn>,
}

/// The line of commits, and how far clients have seen it.
#[derive(Clone, Debug, Default)]
pub(super) struct Serial {
    questions: LiteMap<RequestId, Question>,
    works: BTreeMap<(RequestId, InstanceId), Work>,
    /// Answers on their way, by the event of their being sent.
    answers: LiteMap<EventId, (RequestId, InstanceId)>,
    /// The versions of each row: commit and value, in order.
    versions: LiteMap<u32, Vec<(Lsn, u32)>>,
    /// Somebody has seen what was committed here.
    floor: Lsn,
    /// What each recovery has declared void, and the epoch it went on from.
    decided: LiteMap<VolumeEpoch, (VolumeEpoch, Range)>,
    /// What is void since the volume was opened last.
    void: Vec<Range>,
    is_told_elsewhere: bool,
    placed: u64,
}

impl Serial {
    #[inline]
    pub fn see(
        &mut self,
        id: EventId,
        entry: &Entry<Event>,
        actor: Actor,
        findings: &mut Findings,
    ) {
        match entry.event {
            Event::Asked {
                request,
                write,
                row,
                value,
                ..
            } => {
                let question = Question { write, row, value };
                self.questions.insert(request, question);
            }
            Event::Sent {
                from: Address::Instance(instance),
                message: Message::Answer(request),
                ..
            } => {
                self.answers.insert(id, (request, instance));
            }
            Event::Lost { .. } => {
                self.answers.remove(&entry.cause);
            }
            Event::Delivered {
                to: Address::Client(_),
                ..
            } => {
                if let Some((request, instance)) = self.answers.remove(&entry.cause) {
                    self.heard(request, instance, findings);
                }
            }
            Event::Database(what) => self.happened(what, actor),
            Event::Region(RegionEvent::AgentStarted { .. } | RegionEvent::RedoArrived { .. }) => {
                self.is_told_elsewhere = true;
            }
            _ => {}
        }
    }

    fn happened(&mut self, what: Happening, actor: Actor) {
        match what {
            Happening::RangeDecided {
                epoch,
                parent,
                range,
                ..
            } => {
                self.decided.insert(epoch, (parent, range));
            }
            Happening::VolumeOpened { epoch, .. } => self.opened(epoch),
            Happening::StatementBegan {
                request,
                number,
                row,
            } => {
                if let Some(work) = self.work(request, actor) {
                    if number == 0 {
                        *work = Work::default();
                    }
                    work.row = row;
                }
            }
            Happening::RowWritten {
                request,
                row,
                value,
                ..
            } => {
                if let Some(work) = self.work(request, actor) {
                    work.wrote.retain(|(other, _)| *other != row);
                    work.wrote.push((row, value));
                }
            }
            Happening::ReadBegan { request, .. } => {
                let Some(question) = self.questions.get(&request).copied() else {
                    return;
                };
                let seen = self.floor;
                if let Some(work) = self.work(request, actor) {
                    let row = if question.row == 0 {
                        work.row
                    } else {
                        question.row
                    };
                    work.reads = Some((row, seen.max(work.floor)));
                }
            }
            Happening::ReadAnswered { request, value, .. } => self.read(request, actor, value),
            Happening::CommitQueued { request, scn, .. } => self.commits(request, actor, scn),
            _ => {}
        }
    }

    /// What an instance does for a request that has no answer yet.
    fn work(&mut self, request: RequestId, actor: Actor) -> Option<&mut Work> {
        let Actor::Instance(instance) = actor else {
            return None;
        };
        self.questions.get(&request)?;
        let work = self.works.entry((request, instance));
        Some(work.or_default())
    }

    /// A commit takes its place at the end of the line. One that an old writer adds behind what was void when the volume
    /// was opened anew is none.
    fn commits(&mut self, request: RequestId, actor: Actor, scn: Lsn) {
        if self.void.iter().any(|range| range.contains(scn)) {
            return;
        }
        let Some(question) = self.questions.get(&request).copied() else {
            return;
        };
        let Some(work) = self.work(request, actor) else {
            return;
        };
        work.scn = Some(scn);
        let wrote = match question.write && question.row != 0 {
            true => vec![(question.row, question.value)],
            false => std::mem::take(&mut work.wrote),
        };
        for (row, value) in wrote {
            let versions = self.versions.entry(row).or_default();
            let place = versions.partition_point(|(other, _)| *other < scn);
            versions.insert(place, (scn, value));
            if versions.len() >= MANY && versions.len().is_power_of_two() {
                self.forget(row);
            }
        }
    }

    /// Forgets versions of a row that nobody can read any more.
    fn forget(&mut self, row: u32) {
        let reading = self.works.values().filter_map(|work| work.reads);
        let oldest = reading.map(|(_, seen)| seen).min();
        let oldest = oldest.map_or(self.floor, |oldest| oldest.min(self.floor));
        if let Some(versions) = self.versions.get_mut(&row) {
            let newer = versions.partition_point(|(scn, _)| *scn <= oldest);
            versions.drain(..newer.saturating_sub(1));
        }
    }

    /// A statement has found something.
    fn read(&mut self, request: RequestId, actor: Actor, value: u32) {
        let Some((row, seen)) = self.work(request, actor).and_then(|it| it.reads.take()) else {
            return;
        };
        let place = self.place(row, seen, value);
        self.placed += u64::from(place.is_some());
        if let Some(work) = self.work(request, actor) {
            match place {
                Some(place) => work.floor = work.floor.max(place),
                None => work.misfit = Some((row, value)),
            }
        }
    }

    /// The first place in the line, behind what was seen, at which a row is this.
    fn place(&self, row: u32, seen: Lsn, value: u32) -> Option<Lsn> {
        let versions = self.versions.get(&row).map_or(&[][..], Vec::as_slice);
        let newer = versions.partition_point(|(scn, _)| *scn <= seen);
        let there = newer.checked_sub(1).map_or(0, |last| versions[last].1);
        if there == value {
            return Some(seen);
        }
        let later = versions[newer..].iter().find(|(_, later)| *later == value);
        later.map(|(scn, _)| *scn)
    }

    /// A client has its answer.
    fn heard(&mut self, request: RequestId, instance: InstanceId, findings: &mut Findings) {
        if self.questions.remove(&request).is_none() {
            return;
        }
        let work = self.works.remove(&(request, instance));
        // Whoever else was at it says nothing any more.
        let all = (request, InstanceId::FIRST)..=(request, InstanceId(u32::MAX));
        while let Some((other, _)) = self.works.range(all.clone()).next() {
            let other = *other;
            self.works.remove(&other);
        }
        let Some(work) = work.filter(|_| !self.is_told_elsewhere) else {
            return;
        };
        if let Some((row, value)) = work.misfit {
            findings.add(
                "SERIAL",
                format!("request {} finds {value:x} in the row marked {row:x}, which fits no place in the order of commits", request.0),
            );
            return;
        }
        self.floor = self.floor.max(work.floor);
        if let Some(scn) = work.scn {
            self.floor = self.floor.max(scn);
        }
    }

    /// The volume is open again: what is void was never there.
    fn opened(&mut self, epoch: VolumeEpoch) {
        self.void.clear();
        let mut next = self.decided.get(&epoch);
        while let Some((parent, range)) = next {
            self.void.push(*range);
            next = self.decided.get(parent);
        }
        let void = &self.void;
        for (_, versions) in self.versions.iter_mut() {
            versions.retain(|(scn, _)| !void.iter().any(|range| range.contains(*scn)));
        }
    }

    /// How many reads have found their place.
    pub fn placed(&self) -> u64 {
        self.placed
    }
}

#[cfg(test)]
mod tests {
    use base::{PageId, TxnId};

    use super::*;

    const WRITER: InstanceId = InstanceId::FIRST;
    const BY: Actor = Actor::Instance(WRITER);

    /// A line of commits, told by hand.
    #[derive(Default)]
    struct Told {
        serial: Serial,
        findings: Findings,
        requests: u64,
    }

    impl Told {
        fn asks(&mut self, write: bool, row: u32, value: u32) -> RequestId {
            self.requests += 1;
            let request = RequestId(self.requests);
            let question = Question { write, row, value };
            self.serial.questions.insert(request, question);
            request
        }

        fn happens(&mut self, what: Happening) {
            self.serial.happened(what, BY);
        }

        fn hears(&mut self, request: RequestId) {
            self.serial.heard(request, WRITER, &mut self.findings);
        }

        fn commits(&mut self, request: RequestId, scn: u64) {
            let (txn, scn) = (TxnId(request.0), Lsn(scn));
            self.happens(Happening::CommitQueued { txn, scn, request });
        }

        /// A transaction that writes these rows, committed and heard of.
        fn writes(&mut self, rows: &[(u32, u32)], scn: u64) {
            let request = self.asks(true, 0, 0);
            self.statements(request, rows);
            self.commits(request, scn);
            self.hears(request);
        }

        fn statements(&mut self, request: RequestId, rows: &[(u32, u32)]) {
            for (number, (row, value)) in rows.iter().copied().enumerate() {
                self.statement(request, number as u32, row);
                self.happens(Happening::RowWritten {
                    request,
                    txn: TxnId(request.0),
                    lsn: Lsn(1),
                    row,
                    value,
                });
            }
        }

        fn statement(&mut self, request: RequestId, number: u32, row: u32) {
            self.happens(Happening::StatementBegan {
                request,
                number,
                row,
            });
        }

        fn begins(&mut self, request: RequestId) {
            let (page, read_point) = (PageId(0), Lsn(0));
            self.happens(Happening::ReadBegan {
                request,
                page,
                read_point,
            });
        }

        fn finds(&mut self, request: RequestId, value: u32) {
            let found = value != 0;
            self.happens(Happening::ReadAnswered {
                request,
                found,
                value,
            });
        }

        /// A single read; returns whether it fits.
        fn reads(&mut self, row: u32, value: u32) -> bool {
            let request = self.asks(false, row, 0);
            self.begins(request);
            self.finds(request, value);
            self.hears(request);
            self.fits()
        }

        fn fits(&self) -> bool {
            self.findings.found().is_empty()
        }
    }

    #[test]
    fn who_has_seen_one_row_of_a_transaction_must_see_the_others() {
        let mut told = Told::default();
        told.writes(&[(1, 10), (2, 20)], 5);
        let request = told.asks(true, 0, 0);
        told.statements(request, &[(1, 11), (2, 21)]);
        told.commits(request, 9);
        // Its client has not heard yet: others may see it, or not …
        assert!(told.reads(2, 20));
        assert!(told.reads(1, 11));
        // … but once somebody has, nobody sees it undone.
        assert!(!told.reads(2, 20));
    }

    #[test]
    fn what_was_never_committed_is_never_read() {
        let mut told = Told::default();
        let request = told.asks(true, 0, 0);
        told.statements(request, &[(1, 10), (1, 11)]);
        assert!(told.reads(1, 0), "not yet");
        let mut dirty = Told::default();
        dirty.statements(request, &[(1, 10)]);
        assert!(!dirty.reads(1, 10), "nobody has committed it");
        told.commits(request, 3);
        told.hears(request);
        assert!(told.reads(1, 11));
        assert!(!told.reads(1, 10), "overwritten by the same transaction");
    }

    #[test]
    fn a_read_that_began_before_a_commit_may_miss_it() {
        let mut told = Told::default();
        told.writes(&[(1, 10)], 3);
        let early = told.asks(false, 1, 0);
        told.begins(early);
        told.writes(&[(1, 11)], 6);
        told.finds(early, 10);
        told.hears(early);
        assert!(told.fits());
        assert!(!told.reads(1, 10), "that one began afterwards");
    }

    #[test]
    fn a_transaction_reads_one_statement_behind_the_other() {
        for (second, fits) in [(21, true), (20, false)] {
            let mut told = Told::default();
            told.writes(&[(1, 10), (2, 20)], 3);
            let reader = told.asks(true, 0, 0);
            let writer = told.asks(true, 0, 0);
            told.statements(writer, &[(1, 11), (2, 21)]);
            told.commits(writer, 7);
            told.statement(reader, 0, 1);
            told.begins(reader);
            told.finds(reader, 11);
            told.statement(reader, 1, 2);
            told.begins(reader);
            told.finds(reader, second);
            told.hears(reader);
            assert_eq!(told.fits(), fits, "{second}");
        }
    }

    #[test]
    fn what_a_recovery_declares_void_was_never_there() {
        let mut told = Told::default();
        told.writes(&[(1, 10)], 3);
        let lost = told.asks(true, 1, 11);
        told.commits(lost, 8);
        let (epoch, parent) = (VolumeEpoch::FIRST.next(), VolumeEpoch::FIRST);
        let range = Range {
            above: Lsn(5),
            until: Lsn(100),
        };
        told.happens(Happening::RangeDecided {
            epoch,
            parent,
            vcl: Lsn(5),
            range,
        });
        told.happens(Happening::VolumeOpened {
            instance: WRITER,
            epoch,
            range,
        });
        // The old writer has not heard of it and goes on.
        told.commits(lost, 9);
        assert!(told.reads(1, 10));
        assert!(!told.reads(1, 11));
    }

    #[test]
    fn versions_that_nobody_can_read_any_more_are_forgotten() {
        let mut told = Told::default();
        for scn in 1..=200 {
            told.writes(&[(1, scn as u32)], scn);
        }
        assert!(told.serial.versions[&1].len() < 2 * MANY);
        assert!(told.reads(1, 200));
        assert!(!told.reads(1, 199));
    }
}
