//! What was asked, and what must come of it.

use base::{Lsn, ReaderId, RequestId, SimSpan, SimTime};
use world::{Command, Given, Outcome, group_of, page_of_key};

use super::{Lab, PATIENCE, group};

/// What is known of one of the visitor's requests.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    pub queued: Option<(Lsn, SimTime)>,
    pub acknowledged: Option<SimTime>,
    pub answered: Option<(Outcome, SimTime)>,
}

impl Lab {
    /// Writes so many rows, each by a transaction of its own.
    pub fn write(&mut self, rows: u32) -> Written<'_> {
        self.write_rows(rows, |_| true)
    }

    /// Writes so many rows that live in one group, by its number.
    pub fn write_to(&mut self, number: u32, rows: u32) -> Written<'_> {
        let groups = self.world.topology().groups;
        self.write_rows(rows, |key| {
            group_of(page_of_key(key.as_bytes(), groups)) == group(number)
        })
    }

    fn write_rows(&mut self, rows: u32, fits: impl Fn(&str) -> bool) -> Written<'_> {
        let mut requests = Vec::new();
        while requests.len() < rows as usize {
            self.written += 1;
            let key = format!("row:{}", self.written);
            if fits(&key) {
                requests.push(self.ask(&Command::Put {
                    value: format!("value of {key}"),
                    key,
                }));
            }
        }
        Written {
            lab: self,
            requests,
        }
    }

    /// Writes one row.
    pub fn put(&mut self, key: &str, value: &str) -> Written<'_> {
        let command = Command::Put {
            key: key.to_owned(),
            value: value.to_owned(),
        };
        let requests = vec![self.ask(&command)];
        Written {
            lab: self,
            requests,
        }
    }

    /// Reads a row.
    pub fn read(&mut self, key: &str) -> Read<'_> {
        let request = self.ask(&Command::Get {
            key: key.to_owned(),
            from_reader: None,
        });
        Read { lab: self, request }
    }

    /// Reads a row from a reader.
    pub fn read_from(&mut self, reader: ReaderId, key: &str) -> Read<'_> {
        let request = self.ask(&Command::Get {
            key: key.to_owned(),
            from_reader: Some(reader),
        });
        Read { lab: self, request }
    }

    fn ask(&mut self, command: &Command) -> RequestId {
        match self.give(command) {
            Given::Asked(request) => {
                self.known.insert(request, Known::default());
                request
            }
            Given::Done => panic!("{command:?} asks nothing"),
        }
    }
}

/// Rows that have been asked to be written.
pub struct Written<'a> {
    lab: &'a mut Lab,
    requests: Vec<RequestId>,
}

impl Written<'_> {
    /// So many of them are acknowledged before long, and their clients hear of it.
    pub fn expect_acked(self, expected: u32) -> Acked {
        let done = |lab: &Lab| {
            let answered = |request: &&RequestId| lab.known[request].answered.is_some();
            self.requests.iter().filter(answered).count()
        };
        self.lab
            .run_while(PATIENCE, |lab| done(lab) < self.requests.len());
        let known: Vec<Known> = self
            .requests
            .iter()
            .map(|request| self.lab.known[request].clone())
            .collect();
        let acked: Vec<&Known> = known
            .iter()
            .filter(|known| matches!(known.answered, Some((Outcome::Committed(_), _))))
            .collect();
        assert_eq!(
            acked.len() as u32,
            expected,
            "acknowledged writes, {} commits wait",
            self.lab.waiting()
        );
        let spans = acked
            .iter()
            .filter_map(|known| Some(known.acknowledged?.since(known.queued?.1)));
        let scns = acked.iter().filter_map(|known| Some(known.queued?.0));
        Acked {
            spans: spans.collect(),
            scns: scns.collect(),
        }
    }

    /// None of them is acknowledged for a good while, nor refused: they wait.
    pub fn expect_waiting(self) -> Vec<RequestId> {
        let waiting = |lab: &Lab| {
            self.requests
                .iter()
                .all(|request| lab.known[request].answered.is_none())
        };
        assert!(
            !self.lab.run_while(PATIENCE, waiting),
            "a write should have waited"
        );
        assert!(
            self.requests
                .iter()
                .all(|request| self.lab.known[request].queued.is_some()),
            "it is on the list"
        );
        self.requests
    }

    /// Does not wait for them.
    pub fn and_go_on(self) -> Vec<RequestId> {
        self.requests
    }

    /// The only one is turned away because its page is full.
    pub fn expect_page_full(self) {
        let open = |lab: &Lab| lab.known[&self.requests[0]].answered.is_none();
        self.lab.run_while(PATIENCE, open);
        let answer = &self.lab.known[&self.requests[0]].answered;
        assert!(
            matches!(answer, Some((Outcome::PageFull(_), _))),
            "{answer:?}"
        );
    }
}

/// Writes that were acknowledged.
pub struct Acked {
    /// From the commit record's being written to the acknowledgement, for each.
    pub spans: Vec<SimSpan>,
    /// The SCN of each.
    pub scns: Vec<Lsn>,
}

impl Lab {
    /// These writes, which had to wait, are acknowledged now.
    pub fn expect_acked_now(&mut self, requests: Vec<RequestId>) -> Acked {
        let expected = requests.len() as u32;
        Written {
            lab: self,
            requests,
        }
        .expect_acked(expected)
    }

    /// When the writer acknowledged a write.
    pub fn acknowledged_at(&self, request: RequestId) -> Option<SimTime> {
        self.known[&request].acknowledged
    }

    /// Whether the client has an answer.
    pub fn is_answered(&self, request: RequestId) -> bool {
        self.known[&request].answered.is_some()
    }
}

/// A row that has been asked to be read.
pub struct Read<'a> {
    lab: &'a mut Lab,
    request: RequestId,
}

impl Read<'_> {
    fn answer(&mut self) -> Option<Outcome> {
        let request = self.request;
        self.lab
            .run_while(PATIENCE, |lab| lab.known[&request].answered.is_none());
        self.lab.known[&request]
            .answered
            .as_ref()
            .map(|(outcome, _)| outcome.clone())
    }

    /// The row is read, and has this value, byte for byte.
    pub fn expect(mut self, value: &str) {
        match self.answer() {
            Some(Outcome::Found(Some(found))) => {
                assert_eq!(String::from_utf8_lossy(&found), value);
                assert_eq!(&found[..], value.as_bytes());
            }
            other => panic!("the read should find {value:?}, but: {other:?}"),
        }
    }

    /// There is no such row.
    pub fn expect_nothing(mut self) {
        assert_eq!(self.answer(), Some(Outcome::Found(None)));
    }

    /// Does not wait for the answer.
    pub fn and_go_on(self) -> RequestId {
        self.request
    }
}
