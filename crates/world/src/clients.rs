//! Clients that work by themselves.

use std::sync::Arc;

use base::{Chance, ClientId, RequestId, SimSpan, SimTime};
use serde::{Deserialize, Serialize};

use crate::command::{PAUSE_MILLIS_MAX, Refusal, STATEMENTS_MAX};
use crate::{Bytes, Ends, Operation, Script, Statement};

/// The client that asks what a person types.
pub const VISITOR: ClientId = ClientId(0);

/// Clients with this number or a higher one are no part of the run: they call from outside ([`crate::World::call`]).
pub const CALLERS_FROM: ClientId = ClientId(1_000_000);

/// Clients an open-loop load appears to come from.
pub const LOAD_CLIENTS_SHOWN: u32 = 4;
/// Most rows a load may be about `[choice]`.
pub(crate) const ROWS_MAX: u32 = 10_000;

/// How clients work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Load {
    /// Requests come at random moments, whether earlier ones are answered or not.
    OpenLoop {
        /// Writes in a second of simulated time, on average, 0 to 1,000,000.
        writes_per_second: u32,
        /// Reads in a second of simulated time, on average, 0 to 1,000,000.
        reads_per_second: u32,
        /// How many different rows they are about, 1 to 10,000.
        rows: u32,
    },
    /// Each client asks, waits for the answer, thinks, and asks again.
    ClosedLoop {
        /// How many clients, 1 to 100,000.
        clients: u32,
        /// How long each thinks on average, in microseconds; 0 means not at all.
        think_micros: u32,
        /// Of 100 requests, how many are writes.
        write_percent: u32,
        /// How many different rows they are about, 1 to 10,000.
        rows: u32,
    },
    /// As in a closed loop, but each request is a transaction of several statements.
    Transactions {
        /// How many clients, 1 to 100,000.
        clients: u32,
        /// How long each thinks on average between two transactions, in microseconds; 0 means not at all.
        think_micros: u32,
        /// The statements of each transaction, 1 to 16.
        statements: u32,
        /// How long its client thinks between two of them, in microseconds.
        pause_micros: u32,
        /// Of 100 statements, how many write.
        write_percent: u32,
        /// Of 100 transactions, how many are rolled back in the end.
        rollback_percent: u32,
        /// How many different rows they are about, 1 to 10,000.
        rows: u32,
    },
}

impl Load {
    /// Looks whether clients can work like this.
    ///
    /// # Errors
    /// The field that is out of its range.
    pub fn check(&self) -> Result<(), Refusal> {
        let in_range = |field, value: u32, min: u32, max: u32| {
            if (min..=max).contains(&value) {
                Ok(())
            } else {
                let (value, min, max) = (value.into(), min.into(), max.into());
                Err(Refusal::OutOfRange {
                    field,
                    value,
                    min,
                    max,
                })
            }
        };
        match *self {
            Load::OpenLoop {
                writes_per_second,
                reads_per_second,
                rows,
            } => {
                in_range("writes_per_second", writes_per_second, 0, 1_000_000)?;
                in_range("reads_per_second", reads_per_second, 0, 1_000_000)?;
                in_range("rows", rows, 1, ROWS_MAX)
            }
            Load::ClosedLoop {
                clients,
                think_micros,
                write_percent,
                rows,
            } => {
                in_range("clients", clients, 1, 100_000)?;
                in_range("think_micros", think_micros, 0, 60_000_000)?;
                in_range("write_percent", write_percent, 0, 100)?;
                in_range("rows", rows, 1, ROWS_MAX)
            }
            Load::Transactions {
                clients,
                think_micros,
                statements,
                pause_micros,
                write_percent,
                rollback_percent,
                rows,
            } => {
                in_range("clients", clients, 1, 100_000)?;
                in_range("think_micros", think_micros, 0, 60_000_000)?;
                in_range("statements", statements, 1, STATEMENTS_MAX)?;
                in_range("pause_micros", pause_micros, 0, PAUSE_MILLIS_MAX * 1_000)?;
                in_range("write_percent", write_percent, 0, 100)?;
                in_range("rollback_percent", rollback_percent, 0, 100)?;
                in_range("rows", rows, 1, ROWS_MAX)
            }
        }
    }
}

/// The clients at work: what they ask, and when. Other engines that serve the same load draw it from here, so that with
/// the same seed they are asked the same.
#[derive(Clone, Debug)]
pub struct Clients {
    chance: Chance,
    load: Option<Load>,
    /// The keys of the rows the load is about.
    rows: Arc<[Bytes]>,
    /// Counts the loads, so that what an earlier load booked is left undone.
    turn: u32,
    /// Requests before this one were asked under an earlier load, or none.
    since: RequestId,
    next_shown: u32,
    written: u64,
    /// What is left of the last arrival's moment below a whole microsecond.
    rest_nanos: u64,
}

/// A moment at which a client of a load acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The client.
    pub client: ClientId,
    turn: u32,
}

impl Clients {
    /// No clients yet; they will draw from this chance.
    pub fn new(chance: Chance) -> Clients {
        Clients {
            chance,
            load: None,
            rows: Arc::default(),
            turn: 0,
            since: RequestId(0),
            next_shown: 0,
            written: 0,
            rest_nanos: 0,
        }
    }

    /// How they work, if they do.
    pub fn load(&self) -> Option<Load> {
        self.load
    }

    /// Whether an open-loop load is at work.
    pub fn is_open_loop(&self) -> bool {
        matches!(self.load, Some(Load::OpenLoop { .. }))
    }

    /// Begins a load, under which requests from `since` on are asked; returns the first moment of each client.
    pub fn start(&mut self, now: SimTime, load: Load, since: RequestId) -> Vec<(SimTime, Turn)> {
        self.stop();
        self.load = Some(load);
        self.since = since;
        let (Load::OpenLoop { rows, .. }
        | Load::ClosedLoop { rows, .. }
        | Load::Transactions { rows, .. }) = load;
        self.rows = (0..rows).map(row_key).collect();
        match load {
            Load::OpenLoop { .. } => self.next_arrival(now).into_iter().collect(),
            Load::ClosedLoop { clients, .. } | Load::Transactions { clients, .. } => (1..=clients)
                .map(|client| {
                    let turn = Turn {
                        client: ClientId(client),
                        turn: self.turn,
                    };
                    (now + self.thinking(), turn)
                })
                .collect(),
        }
    }

    /// The load is about these rows from now on.
    pub(crate) fn ask_about(&mut self, rows: Arc<[Bytes]>) {
        self.rows = rows;
    }

    /// Ends the load: what is booked for it is left undone.
    pub fn stop(&mut self) {
        self.load = None;
        self.turn += 1;
    }

    /// The next arrival of an open-loop load.
    pub fn next_arrival(&mut self, now: SimTime) -> Option<(SimTime, Turn)> {
        let Some(Load::OpenLoop {
            writes_per_second,
            reads_per_second,
            ..
        }) = self.load
        else {
            return None;
        };
        let rate = writes_per_second + reads_per_second;
        if rate == 0 {
            return None;
        }
        // Drawn a thousand times finer than the clock, and what is left over goes to the next: many arrivals
        // may fall into one microsecond, and still the rate is kept.
        let nanos = self.rest_nanos + self.chance.waiting_micros(1_000_000_000 / rate);
        let wait = nanos / 1_000;
        self.rest_nanos = nanos % 1_000;
        let client = ClientId(1 + self.next_shown % LOAD_CLIENTS_SHOWN);
        self.next_shown = self.next_shown.wrapping_add(1);
        Some((
            now + SimSpan::from_micros(wait),
            Turn {
                client,
                turn: self.turn,
            },
        ))
    }

    /// When a client that has the answer to a request asks again, if it does. What was asked under an earlier
    /// load leads to nothing under this one.
    pub fn next_of(
        &mut self,
        now: SimTime,
        client: ClientId,
        answered: RequestId,
    ) -> Option<(SimTime, Turn)> {
        let Some(Load::ClosedLoop { clients, .. } | Load::Transactions { clients, .. }) = self.load
        else {
            return None;
        };
        if client == VISITOR || client.0 > clients || answered < self.since {
            return None;
        }
        // Even who does not think takes a moment: where nothing else takes time, time would stand still.
        let moment = SimSpan::from_micros(1);
        Some((
            now + self.thinking().max(moment),
            Turn {
                client,
                turn: self.turn,
            },
        ))
    }

    fn thinking(&mut self) -> SimSpan {
        let Some(Load::ClosedLoop { think_micros, .. } | Load::Transactions { think_micros, .. }) =
            self.load
        else {
            return SimSpan::ZERO;
        };
        if think_micros == 0 {
            return SimSpan::ZERO;
        }
        SimSpan::from_micros(self.chance.waiting_micros(think_micros))
    }

    /// What a client asks at its moment; nothing if its load has ended meanwhile.
    pub fn question(&mut self, turn: Turn) -> Option<Operation> {
        if turn.turn != self.turn {
            return None;
        }
        let write = match self.load? {
            Load::OpenLoop {
                writes_per_second,
                reads_per_second,
                ..
            } => self.chance.below(writes_per_second + reads_per_second) < writes_per_second,
            Load::ClosedLoop { write_percent, .. } => self.chance.below(100) < write_percent,
            Load::Transactions { .. } => return self.transaction(),
        };
        let key = self.any_row();
        if !write {
            return Some(Operation::Get { key });
        }
        self.written += 1;
        let value = new_value(self.written);
        Some(Operation::Put { key, value })
    }
}

impl Clients {
    fn any_row(&mut self) -> Bytes {
        let row = self.chance.below(self.rows.len() as u32);
        self.rows[row as usize].clone()
    }

    fn transaction(&mut self) -> Option<Operation> {
        let Some(Load::Transactions {
            statements,
            pause_micros,
            write_percent,
            rollback_percent,
            ..
        }) = self.load
        else {
            return None;
        };
        let statements = (0..statements).map(|_| {
            let key = self.any_row();
            if self.chance.below(100) >= write_percent {
                return Statement::Get { key };
            }
            self.written += 1;
            let value = new_value(self.written);
            Statement::Put { key, value }
        });
        let statements = statements.collect();
        let ends = if self.chance.below(100) < rollback_percent {
            Ends::Rollback
        } else {
            Ends::Commit
        };
        let pause = SimSpan::from_micros(pause_micros.into());
        Some(Operation::Transaction(Arc::new(Script {
            statements,
            ends,
            pause,
        })))
    }
}

/// A value never written before: `v` and a number.
fn new_value(number: u64) -> Bytes {
    let mut text = [0; 21];
    let (mut rest, mut start) = (number, text.len());
    while rest > 0 || start == text.len() {
        start -= 1;
        text[start] = b'0' + (rest % 10) as u8;
        rest /= 10;
    }
    start -= 1;
    text[start] = b'v';
    text[start..].into()
}

/// Rows of a small shop, so that a learner has something to picture.
pub(crate) fn row_key(row: u32) -> Bytes {
    const KINDS: [&str; 4] = ["cart", "seat", "user", "order"];
    format!("{}:{}", KINDS[(row % 4) as usize], row)
        .into_bytes()
        .into()
}
