//! A naive oracle of acknowledged rows.
//!
//! Beside the machine stands a plain list: every write that got a commit record, in SCN order, and which of them
//! have been acknowledged. It knows no pages, no copies and no quorum. What a client may see follows from the
//! list alone:
//!
//! * a row, whenever one looks, has the value of its last acknowledged write, or of a later one that is still
//!   waiting for its acknowledgement; and once nothing waits, exactly the former, byte for byte, on every copy;
//! * a read answers with the value of the last write whose commit record lies at or below its read point (the VDL
//!   when it began, R-4): no older one, and no newer one, be it in the page already.

use std::collections::BTreeMap;

use base::{EventId, Lsn, RequestId, SegmentId};

use crate::checkers::{Findings, Violation};
use crate::{
    Bytes, CopySet, Event, Happening, Operation, Outcome, Quorum, Segments, Standing, Statement,
    World, group_of,
};
use crate::{Range, VolumeEpoch};

/// One write of a row that has a commit record.
#[derive(Clone, Debug)]
struct Write {
    value: Bytes,
    acknowledged: bool,
}

/// All writes of a row, by the LSN of their commit record.
type Row = BTreeMap<Lsn, Write>;

/// A read that is being worked on.
#[derive(Clone, Debug)]
struct OpenRead {
    key: Bytes,
    /// The VDL when the read began.
    read_point: Lsn,
}

/// A transaction of several statements that is being worked on.
#[derive(Clone, Debug, Default)]
struct Transaction {
    /// The statement it is at.
    number: u32,
    /// What each of its reads from a page must have found.
    found: Vec<Option<Bytes>>,
}

/// The list of what was written, and what was found wrong with the machine's answers.
///
/// Tell it to [`follow`](Oracle::follow) the run after every step: an answer is looked up while it is on its way.
#[derive(Clone, Debug, Default)]
pub struct Oracle {
    next: EventId,
    rows: BTreeMap<Bytes, Row>,
    reads: BTreeMap<RequestId, OpenRead>,
    transactions: BTreeMap<RequestId, Transaction>,
    findings: Findings,
    reads_checked: u64,
    /// What each recovery has declared void, and the epoch it went on from.
    decided: BTreeMap<VolumeEpoch, (VolumeEpoch, Range)>,
    /// What is void since the volume was opened last.
    void: Vec<Range>,
}

impl Oracle {
    /// An oracle for a run of which nothing has happened yet.
    pub fn new() -> Oracle {
        Oracle::default()
    }

    /// Reads what has happened since it last looked: at most one step.
    pub fn follow(&mut self, world: &World) {
        let journal = world.journal();
        self.findings.turn_to(self.next, world.now());
        if journal.oldest_id() > self.next {
            self.findings.add(
                "JOURNAL",
                "entries were let go before they were read".to_owned(),
            );
        }
        for (id, entry) in journal.since(self.next) {
            self.findings.turn_to(id, entry.at);
            if let Event::Database(what) = entry.event {
                self.see(world, what);
            }
        }
        self.next = journal.next_id();
    }

    fn see(&mut self, world: &World, what: Happening) {
        match what {
            Happening::CommitQueued { scn, request, .. } => {
                // An old writer that has not heard of the new one writes what nobody will ever see.
                if self.void.iter().any(|range| range.contains(scn)) {
                    return;
                }
                for (key, value) in self.rows_written(world, request) {
                    let write = Write {
                        value,
                        acknowledged: false,
                    };
                    self.rows.entry(key).or_default().insert(scn, write);
                }
            }
            Happening::CommitAcknowledged { scn, request, .. } => {
                for (key, _) in self.rows_written(world, request) {
                    match self.rows.get_mut(&key).and_then(|row| row.get_mut(&scn)) {
                        Some(write) => write.acknowledged = true,
                        None => self.findings.add(
                            "W-8",
                            format!("commit {scn} is acknowledged but was never queued"),
                        ),
                    }
                }
                self.check_transaction(world, request);
            }
            Happening::TransactionEnded { request, .. } => self.check_transaction(world, request),
            Happening::StatementBegan {
                request, number, ..
            } => {
                let reads = self.transactions.entry(request).or_default();
                if number == 0 {
                    reads.found.clear();
                }
                reads.number = number;
            }
            Happening::ReadBegan {
                request,
                read_point,
                ..
            }
            | Happening::ReaderReadBegan {
                request,
                read_point,
                ..
            } => {
                let key = match self.operation(world, request) {
                    Some(Operation::Get { key } | Operation::LongGet { key }) => key,
                    Some(Operation::Transaction(script)) => {
                        let began = self.transactions.entry(request).or_default();
                        match script.statements.get(began.number as usize) {
                            Some(statement) => statement.key().clone(),
                            None => return,
                        }
                    }
                    _ => return,
                };
                self.reads.insert(request, OpenRead { key, read_point });
            }
            Happening::RangeDecided {
                epoch,
                parent,
                range,
                ..
            } => {
                self.decided.insert(epoch, (parent, range));
            }
            Happening::VolumeOpened { epoch, .. } => self.opened(epoch),
            Happening::ReadAnswered { request, .. } | Happening::ReaderAnswered { request, .. } => {
                self.check_answer(world, request)
            }
            _ => {}
        }
    }

    /// The volume is open again. What is void is gone, and must not have been acknowledged; what stayed is durable,
    /// whether its client knows it or not (C-13).
    fn opened(&mut self, epoch: VolumeEpoch) {
        self.void.clear();
        let mut next = self.decided.get(&epoch);
        while let Some((parent, range)) = next {
            self.void.push(*range);
            next = self.decided.get(parent);
        }
        let void = &self.void;
        for (key, row) in &mut self.rows {
            row.retain(|scn, write| {
                let gone = void.iter().any(|range| range.contains(*scn));
                if gone && write.acknowledged {
                    let name = String::from_utf8_lossy(key);
                    let text =
                        format!("the write of {name:?} at {scn} was acknowledged and is void");
                    self.findings.add("INV-7", text);
                }
                write.acknowledged |= !gone;
                !gone
            });
        }
    }

    /// The rows a request writes, with what they are to be.
    fn rows_written(&mut self, world: &World, request: RequestId) -> Vec<(Bytes, Bytes)> {
        match self.operation(world, request) {
            Some(Operation::Put { key, value }) => vec![(key, value)],
            Some(Operation::Transaction(script)) => {
                let rows = script.rows_written().into_iter();
                rows.map(|(key, value)| (key.clone(), value.clone()))
                    .collect()
            }
            _ => Vec::new(),
        }
    }

    /// A transaction has its answer: each of its reads has found what was committed when it began, or what the
    /// transaction itself had written before.
    fn check_transaction(&mut self, world: &World, request: RequestId) {
        let Some(reads) = self.transactions.remove(&request) else {
            return;
        };
        // One it was at when its instance went, and did not come to again.
        self.reads.remove(&request);
        let (
            Some(Operation::Transaction(script)),
            Some(
                Standing::Decided(Outcome::Ended { found, .. })
                | Standing::Answered {
                    outcome: Outcome::Ended { found, .. },
                    ..
                },
            ),
        ) = (self.operation(world, request), world.standing(request))
        else {
            return;
        };
        let mut own: BTreeMap<&Bytes, &Bytes> = BTreeMap::new();
        let mut from_pages = reads.found.into_iter();
        let mut answered = found.iter();
        for statement in &script.statements {
            match statement {
                Statement::Put { key, value } => {
                    own.insert(key, value);
                }
                Statement::Get { key } => {
                    let Some(found) = answered.next() else { return };
                    let expected = match own.get(key) {
                        Some(value) => Some((*value).clone()),
                        None => from_pages.next().flatten(),
                    };
                    self.reads_checked += 1;
                    if *found != expected {
                        let text = format!(
                            "the read of {:?} in request {} was answered with {}, not {}",
                            String::from_utf8_lossy(key),
                            request.0,
                            shown(found.as_ref()),
                            shown(expected.as_ref()),
                        );
                        self.findings.add("R-4", text);
                    }
                }
            }
        }
    }

    /// The value of the last write of a row at or below a read point.
    fn committed_at(&self, key: &Bytes, read_point: Lsn) -> Option<&Bytes> {
        let row = self.rows.get(key)?;
        let (_, write) = row.range(..=read_point).next_back()?;
        Some(&write.value)
    }

    fn operation(&mut self, world: &World, request: RequestId) -> Option<Operation> {
        let known = world
            .request(request)
            .map(|request| request.operation.clone());
        if known.is_none() {
            self.findings.add(
                "JOURNAL",
                format!("what request {} was about is forgotten", request.0),
            );
        }
        known
    }

    fn check_answer(&mut self, world: &World, request: RequestId) {
        let Some(read) = self.reads.remove(&request) else {
            return;
        };
        if self.transactions.contains_key(&request) {
            let expected = self.committed_at(&read.key, read.read_point).cloned();
            let reads = self.transactions.entry(request).or_default();
            reads.found.push(expected);
            return;
        }
        let value = match world.standing(request) {
            Some(
                Standing::Decided(Outcome::Found(value))
                | Standing::Answered {
                    outcome: Outcome::Found(value),
                    ..
                },
            ) => value,
            // The client has turned to another instance and does not hear this.
            Some(Standing::Open) => return,
            other => {
                self.findings.add(
                    "R-4",
                    format!("request {} read a row, but stands as {other:?}", request.0),
                );
                return;
            }
        };
        self.reads_checked += 1;
        let expected = self.committed_at(&read.key, read.read_point);
        if value.as_ref() != expected {
            let text = format!(
                "the read of {:?} at {} was answered with {}; committed there was {}",
                String::from_utf8_lossy(&read.key),
                read.read_point,
                shown(value.as_ref()),
                shown(expected),
            );
            self.findings.add("R-4", text);
        }
    }

    /// Whether a row may show this value to one who may expect the write at `not_older_than` or a later one.
    fn may_be(&self, key: &Bytes, not_older_than: Option<Lsn>, value: Option<&Bytes>) -> bool {
        match value {
            None => not_older_than.is_none(),
            Some(value) => {
                let from = not_older_than.unwrap_or_default();
                let mut writes = self
                    .rows
                    .get(key)
                    .into_iter()
                    .flat_map(|row| row.range(from..));
                writes.any(|(_, write)| write.value == *value)
            }
        }
    }

    /// Looks whether every row has the value it must have now. Works at any moment; rows of a group of which
    /// fewer than three copies run cannot be looked at.
    pub fn check_rows(&mut self, world: &World) {
        self.findings
            .turn_to(world.journal().next_id(), world.now());
        for (key, row) in &self.rows {
            let name = String::from_utf8_lossy(key).into_owned();
            let expected = last_acknowledged(row);
            match world.row(&name) {
                Some(value) if self.may_be(key, expected, value.as_ref()) => {}
                Some(value) => {
                    let text = format!(
                        "row {name:?} shows {}, not what was acknowledged at {expected:?}",
                        shown(value.as_ref())
                    );
                    self.findings.add("ROW", text);
                }
                None => {
                    let group = group_of(world.page_of(key));
                    let running: CopySet = world
                        .copies_of(group)
                        .filter(|id| world.is_up(*id))
                        .map(SegmentId::copy)
                        .collect();
                    let counted = running.and(world.hydrated(group));
                    // A full copy may have to fetch from tails what is durable on them.
                    let at_once = world.members(group).segments() == Segments::Full;
                    if at_once && world.members(group).can_read(Quorum::AURORA, counted) {
                        self.findings.add(
                            "Q-8",
                            format!("row {name:?} cannot be read though {running} run"),
                        );
                    }
                }
            }
        }
    }

    /// How many rows have lost what was acknowledged: they can be read, and show neither the value of their last
    /// acknowledged write nor a later one.
    pub fn lost(&self, world: &World) -> u64 {
        let lost = self.rows.iter().filter(|(key, row)| {
            let value = world.row(&String::from_utf8_lossy(key));
            value.is_some_and(|value| !self.may_be(key, last_acknowledged(row), value.as_ref()))
        });
        lost.count() as u64
    }

    /// The run has come to rest: no write waits, and every row has exactly its last acknowledged value, in the
    /// pages of all copies that keep pages.
    pub fn rest(&mut self, world: &World) {
        self.check_rows(world);
        for (key, row) in &self.rows {
            let name = String::from_utf8_lossy(key).into_owned();
            if let Some((scn, _)) = row.iter().find(|(_, write)| !write.acknowledged) {
                self.findings.add(
                    "REST",
                    format!("the write of {name:?} at {scn} is not acknowledged"),
                );
                continue;
            }
            let last = row.last_key_value().map(|(_, last)| &*last.value);
            let page = world.page_of(key);
            let group = group_of(page);
            let at = world.log().newest_of(group);
            let fulls = world.members(group).fulls();
            let segments = world.copies_of(group);
            for segment in segments.filter(|id| fulls.contains(id.copy())) {
                let held = world.segment(segment).page_at(world.log(), page, at);
                let value = held.as_ref().and_then(|page| page.row(key));
                if value != last {
                    self.findings.add(
                        "ROW",
                        format!(
                            "{segment} shows {value:?} for row {name:?}, not {}",
                            shown(last.map(Bytes::from).as_ref())
                        ),
                    );
                }
            }
        }
        if let Some((request, _)) = self.reads.first_key_value() {
            self.findings
                .add("REST", format!("the read of request {} hangs", request.0));
        }
    }

    /// What was found, in the order it was found; the first hundred.
    pub fn verdict(&self) -> &[Violation] {
        self.findings.found()
    }

    /// How many different rows were written.
    pub fn rows(&self) -> u64 {
        self.rows.len() as u64
    }

    /// How many answers to reads were looked at.
    pub fn reads_checked(&self) -> u64 {
        self.reads_checked
    }

    /// The value of a row's last acknowledged write.
    pub fn acknowledged(&self, key: &str) -> Option<&[u8]> {
        let row = self.rows.get(key.as_bytes())?;
        Some(&row[&last_acknowledged(row)?].value)
    }
}

fn last_acknowledged(row: &Row) -> Option<Lsn> {
    row.iter()
        .rev()
        .find(|(_, write)| write.acknowledged)
        .map(|(scn, _)| *scn)
}

fn shown(value: Option<&Bytes>) -> String {
    value.map_or_else(
        || "nothing".to_owned(),
        |value| format!("{:?}", String::from_utf8_lossy(value)),
    )
}

#[cfg(test)]
mod tests {
    use base::{Keep, SimSpan};

    use base::CopyId;

    use super::*;
    use crate::{Command, Topology};

    fn put(key: &str, value: &str) -> Command {
        Command::Put {
            key: key.to_owned(),
            value: value.to_owned(),
        }
    }

    /// Gives a command and lets what comes of it happen, the oracle looking on.
    fn told(world: &mut World, oracle: &mut Oracle, command: &Command) {
        world.give(command).expect("it makes sense");
        oracle.follow(world);
        let until = world.now() + SimSpan::from_millis(3_000);
        while world.step_until(until).is_some() {
            oracle.follow(world);
        }
    }

    /// A cluster at rest with one row in it.
    fn one_row() -> (World, Oracle) {
        let mut world = World::new(Topology::default(), 1, Keep::All);
        let mut oracle = Oracle::new();
        told(&mut world, &mut oracle, &put("cart:42", "3 apples"));
        (world, oracle)
    }

    fn write(value: &str, acknowledged: bool) -> Write {
        Write {
            value: value.as_bytes().into(),
            acknowledged,
        }
    }

    fn row(oracle: &mut Oracle) -> &mut Row {
        oracle.rows.first_entry().expect("one row").into_mut()
    }

    fn names(oracle: &Oracle) -> Vec<&'static str> {
        oracle
            .verdict()
            .iter()
            .map(|violation| violation.invariant)
            .collect()
    }

    #[test]
    fn an_honest_run_is_passed() {
        let (mut world, mut oracle) = one_row();
        let get = Command::Get {
            key: "cart:42".to_owned(),
            from_reader: None,
        };
        told(&mut world, &mut oracle, &get);
        oracle.rest(&world);
        assert_eq!(oracle.verdict(), []);
        assert_eq!((oracle.rows(), oracle.reads_checked()), (1, 1));
        assert_eq!(oracle.acknowledged("cart:42"), Some(&b"3 apples"[..]));
    }

    #[test]
    fn a_row_that_has_lost_its_last_acknowledged_value_is_noticed() {
        let (world, mut oracle) = one_row();
        row(&mut oracle).insert(Lsn(900), write("4 apples", true));
        oracle.check_rows(&world);
        assert_eq!(names(&oracle), ["ROW"]);
        oracle.rest(&world);
        assert_eq!(
            names(&oracle).len(),
            8,
            "once more, and on each of the six copies"
        );
    }

    #[test]
    fn a_row_may_show_a_write_that_still_waits_until_there_is_rest() {
        let (world, mut oracle) = one_row();
        let honest = oracle.clone();
        row(&mut oracle).insert(Lsn(2), write("2 apples", true));
        row(&mut oracle).insert(Lsn(3), write("3 apples", false));
        oracle.check_rows(&world);
        assert_eq!(oracle.verdict(), []);
        oracle.rest(&world);
        assert_eq!(names(&oracle), ["REST"]);
        let mut oracle = honest;
        row(&mut oracle).insert(Lsn(900), write("4 apples", false));
        oracle.check_rows(&world);
        assert_eq!(
            oracle.verdict(),
            [],
            "the older value is right until the newer is acknowledged"
        );
    }

    #[test]
    fn a_read_that_is_answered_with_an_older_value_is_noticed() {
        let (mut world, mut oracle) = one_row();
        row(&mut oracle).insert(Lsn(3), write("4 apples", true));
        row(&mut oracle).insert(Lsn(2), write("3 apples", true));
        let get = Command::Get {
            key: "cart:42".to_owned(),
            from_reader: None,
        };
        told(&mut world, &mut oracle, &get);
        assert_eq!(names(&oracle), ["R-4"]);
    }

    #[test]
    fn a_read_that_is_answered_with_what_nobody_wrote_is_noticed() {
        let (mut world, mut oracle) = one_row();
        row(&mut oracle).insert(Lsn(3), write("4 apples", true));
        let get = Command::Get {
            key: "cart:42".to_owned(),
            from_reader: None,
        };
        told(&mut world, &mut oracle, &get);
        assert_eq!(names(&oracle), ["R-4"]);
    }

    #[test]
    fn a_read_that_finds_nothing_although_the_row_was_written_is_noticed() {
        let (mut world, mut oracle) = one_row();
        let row = oracle.rows.pop_first().expect("one row").1;
        oracle.rows.insert(b"never written"[..].into(), row);
        let get = Command::Get {
            key: "never written".to_owned(),
            from_reader: None,
        };
        told(&mut world, &mut oracle, &get);
        assert_eq!(names(&oracle), ["R-4"]);
    }

    #[test]
    fn q_8_a_row_that_no_three_running_copies_can_show_is_noticed() {
        // With a write quorum of three the row lies on A, B and C alone; then the other three are left.
        let topology = Topology {
            groups: 1,
            wrong_rule: Some(crate::WrongRule::WriteQuorumThree),
            ..Topology::default()
        };
        let mut world = World::new(topology, 1, Keep::All);
        let mut oracle = Oracle::new();
        let (first, last): (Vec<CopyId>, Vec<CopyId>) = CopyId::all().partition(|copy| copy.0 < 3);
        let group = None;
        for copy in &last {
            told(
                &mut world,
                &mut oracle,
                &Command::StopCopy { copy: *copy, group },
            );
        }
        told(&mut world, &mut oracle, &put("cart:42", "3 apples"));
        for copy in &first {
            told(
                &mut world,
                &mut oracle,
                &Command::StopCopy { copy: *copy, group },
            );
        }
        oracle.check_rows(&world);
        assert_eq!(
            oracle.verdict(),
            [],
            "with no copy running nothing can be looked at"
        );
        for copy in &last {
            told(
                &mut world,
                &mut oracle,
                &Command::RestartCopy { copy: *copy, group },
            );
        }
        oracle.check_rows(&world);
        assert_eq!(names(&oracle), ["Q-8"]);
    }

    #[test]
    fn what_was_let_go_before_it_was_read_is_noticed() {
        let mut world = World::new(Topology::default(), 1, Keep::Newest(1));
        let mut oracle = Oracle::new();
        for _ in 0..300 {
            world
                .give(&put("cart:42", "3 apples"))
                .expect("it makes sense");
        }
        world.run_until(base::SimTime::from_millis(3_000), 1_000_000);
        oracle.follow(&world);
        assert!(names(&oracle).contains(&"JOURNAL"));
    }
}
