//! What clients have asked of single rows and were answered, from the journal alone.
//!
//! Each time a client sends its question to an instance is an operation of its own: if the connection breaks the question
//! is sent again, and both may be carried out. What readers answer is no part of it, for they may lag (RP-3); nor are
//! rows that a transaction of several has written.
//!
//! Nothing is judged from the moment redo of another Region flows in. Such redo is noted by how far it goes, not by its rows
//! and values; who asked for them and was answered stands in the journal of the Region that wrote, and so does what a
//! failover without a plan has taken back. To a history of one journal such a value would come from nowhere, and one that
//! is gone would be missing. What must hold between Regions is looked at where both journals are read: what a change of the
//! primary loses, commit by commit (INV-17), and what a session finds of its own (G-72).

use base::{EventId, RequestId};
use litemap::LiteMap;
use sim::Entry;

use super::Findings;
use super::register::{Op, Register};
use crate::{Address, Event, Happening, Message, RegionEvent};

/// Something that befalls an operation on a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// A client asks for this to be written.
    Writes(u32),
    /// A client asks what it is.
    Reads,
    /// The client hears that it is written.
    Written,
    /// The client hears what it is.
    Read(u32),
    /// The client's connection broke: it may have been done, or may yet be.
    Broke,
    /// It was surely not done.
    Failed,
    /// A transaction of several rows writes it: nothing is said of it any more.
    Shared,
}

/// What is asked.
#[derive(Clone, Copy, Debug)]
struct Question {
    row: u32,
    value: u32,
    write: bool,
    /// The newest operation for it, and whom it went to.
    open: Option<(Op, Address)>,
    /// What an instance has decided last.
    decided: Option<Act>,
}

/// The operations on single rows, as the journal tells of them.
#[derive(Clone, Debug, Default)]
pub struct Histories {
    questions: LiteMap<RequestId, Question>,
    /// Questions on their way: by the event of their being sent, the request and the operation.
    asks: LiteMap<EventId, (RequestId, Op)>,
    /// Answers on their way, and what they say.
    answers: LiteMap<EventId, (RequestId, Address, Option<Act>)>,
    next: Op,
}

impl Histories {
    /// Reads an event; tells what befalls which operations of which row.
    pub fn see(&mut self, id: EventId, entry: &Entry<Event>, mut tell: impl FnMut(u32, Op, Act)) {
        match entry.event {
            Event::Asked {
                request,
                write,
                row,
                value,
                ..
            } if row != 0 => {
                let question = Question {
                    row,
                    value,
                    write,
                    open: None,
                    decided: None,
                };
                self.questions.insert(request, question);
            }
            Event::Sent {
                to,
                message: Message::Ask(request),
                ..
            } => self.asked(id, request, to, tell),
            Event::Sent {
                from,
                message: Message::Answer(request),
                ..
            } => {
                if let Some(question) = self.questions.get(&request) {
                    let said = question.decided;
                    self.answers.insert(id, (request, from, said));
                }
            }
            Event::Lost { .. } => {
                self.answers.remove(&entry.cause);
                if let Some((request, op)) = self.asks.remove(&entry.cause)
                    && let Some(question) = self.questions.get_mut(&request)
                    && question.open.is_some_and(|(open, _)| open == op)
                {
                    question.open = None;
                    tell(question.row, op, Act::Failed);
                }
            }
            Event::Delivered {
                to: Address::Client(_),
                ..
            } => {
                if let Some((request, from, said)) = self.answers.remove(&entry.cause) {
                    self.answered(request, from, said, tell);
                }
            }
            Event::Delivered { .. } => {
                self.asks.remove(&entry.cause);
            }
            Event::Database(what) => match what {
                Happening::CommitAcknowledged { request, .. } => {
                    self.decided(request, Act::Written)
                }
                Happening::PageFull { request, .. } => self.decided(request, Act::Failed),
                Happening::ReadAnswered { request, value, .. } => {
                    self.decided(request, Act::Read(value));
                }
                Happening::RowWritten { row, .. } => tell(row, 0, Act::Shared),
                _ => {}
            },
            _ => {}
        }
    }

    fn decided(&mut self, request: RequestId, act: Act) {
        if let Some(question) = self.questions.get_mut(&request) {
            question.decided = Some(act);
        }
    }

    fn asked(
        &mut self,
        sent: EventId,
        request: RequestId,
        to: Address,
        mut tell: impl FnMut(u32, Op, Act),
    ) {
        let Some(question) = self.questions.get_mut(&request) else {
            return;
        };
        if let Some((op, _)) = question.open.take() {
            tell(question.row, op, Act::Broke);
        }
        if !matches!(to, Address::Instance(_)) {
            return;
        }
        self.next += 1;
        question.open = Some((self.next, to));
        self.asks.insert(sent, (request, self.next));
        let act = if question.write {
            Act::Writes(question.value)
        } else {
            Act::Reads
        };
        tell(question.row, self.next, act);
    }

    /// The client has its answer. If it is that of an instance it had already turned away from, nothing is known of what
    /// became of its newest question.
    fn answered(
        &mut self,
        request: RequestId,
        from: Address,
        said: Option<Act>,
        mut tell: impl FnMut(u32, Op, Act),
    ) {
        let Some(question) = self.questions.remove(&request) else {
            return;
        };
        if let Some((op, to)) = question.open {
            let act = said.filter(|_| to == from).unwrap_or(Act::Broke);
            tell(question.row, op, act);
        }
    }
}

/// Looks whether each row is linearizable.
#[derive(Clone, Debug, Default)]
pub(super) struct Rows {
    histories: Histories,
    rows: LiteMap<u32, Register>,
    /// Redo has come from another Region: rows were written by whom this journal does not know.
    foreign: bool,
}

impl Rows {
    #[inline]
    pub fn see(&mut self, id: EventId, entry: &Entry<Event>, findings: &mut Findings) {
        if matches!(entry.event, Event::Region(RegionEvent::RedoArrived { .. })) && !self.foreign {
            *self = Rows {
                foreign: true,
                ..Rows::default()
            };
        }
        if self.foreign {
            return;
        }
        let rows = &mut self.rows;
        self.histories.see(id, entry, |row, op, act| {
            let register = rows.entry(row).or_default();
            match act {
                Act::Writes(value) => register.writes(op, value),
                Act::Reads => register.reads(op),
                Act::Written => register.written(op),
                Act::Broke => register.broke(op),
                Act::Failed => register.failed(op),
                Act::Shared => register.give_up(),
                Act::Read(found) => {
                    if !register.read(op, found) {
                        let text = format!(
                            "a read of the row marked {row:x} finds {found:x}, which no order of what was asked allows"
                        );
                        findings.add("LINEAR", text);
                    }
                }
            }
        });
    }

    /// How many rows are followed to the end.
    pub fn followed(&self) -> u64 {
        self.rows.values().filter(|row| row.is_followed()).count() as u64
    }
}
