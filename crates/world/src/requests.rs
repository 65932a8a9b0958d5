//! What clients have asked, and how it stands.

use std::collections::{BTreeMap, BTreeSet};

use base::{ClientId, EventId, Keep, Ledger, RequestId, SimTime};

use crate::clients::VISITOR;
use crate::{Operation, Outcome};

/// One question of a client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Who asked.
    pub client: ClientId,
    /// What.
    pub operation: Operation,
    /// When.
    pub asked_at: SimTime,
}

/// How a request stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// On its way to the writer, or being worked on.
    Open,
    /// The writer has answered; the answer is on its way.
    Decided(Outcome),
    /// The client has the answer.
    Answered {
        /// What it says.
        outcome: Outcome,
        /// When it arrived.
        at: SimTime,
    },
}

/// Answers to the visitor that are remembered.
const REMEMBERED: usize = 64;

/// Every request there is.
#[derive(Clone, Debug)]
pub(crate) struct Requests {
    asked: Ledger<Request>,
    /// Not yet answered: the request, and the writer's decision once there is one.
    open: BTreeMap<RequestId, (Request, Option<Outcome>)>,
    /// The events at which their reading began.
    began: BTreeMap<RequestId, EventId>,
    /// Those of the visitor among them.
    open_of_visitor: BTreeSet<RequestId>,
    /// Answers to the visitor, for the page to show.
    remembered: BTreeMap<RequestId, (Outcome, SimTime)>,
}

impl Requests {
    pub fn new(keep: Keep) -> Requests {
        Requests {
            asked: Ledger::new(keep),
            open: BTreeMap::new(),
            began: BTreeMap::new(),
            open_of_visitor: BTreeSet::new(),
            remembered: BTreeMap::new(),
        }
    }

    pub fn ask(&mut self, request: Request) -> RequestId {
        let id = RequestId(self.asked.push(request.clone()));
        if request.client == VISITOR {
            self.open_of_visitor.insert(id);
        }
        self.open.insert(id, (request, None));
        id
    }

    pub fn get(&self, id: RequestId) -> Option<&Request> {
        self.open
            .get(&id)
            .map(|(request, _)| request)
            .or_else(|| self.asked.get(id.0))
    }

    pub fn open(&self, id: RequestId) -> Option<&Request> {
        self.open.get(&id).map(|(request, _)| request)
    }

    pub fn open_count(&self) -> u64 {
        self.open.len() as u64
    }

    pub fn all_open(&self) -> impl DoubleEndedIterator<Item = (RequestId, &Request)> {
        self.open.iter().map(|(id, (request, _))| (*id, request))
    }

    /// What the visitor has asked: answered requests as far as they are remembered, then open ones.
    pub fn of_visitor(&self) -> impl DoubleEndedIterator<Item = RequestId> {
        let answered = self.remembered.keys();
        answered.chain(&self.open_of_visitor).copied()
    }

    /// Notes at which event the reading for a request began.
    pub fn read_began(&mut self, id: RequestId, event: EventId) {
        self.began.insert(id, event);
    }

    /// The event at which the reading for an open request began.
    pub fn began(&self, id: RequestId) -> Option<EventId> {
        self.began.get(&id).copied()
    }

    pub fn decide(&mut self, id: RequestId, outcome: Outcome) {
        self.open
            .get_mut(&id)
            .expect("only open requests are decided")
            .1 = Some(outcome);
    }

    pub fn answer(&mut self, id: RequestId, at: SimTime, remember: bool) -> Option<Request> {
        let (request, outcome) = self.open.remove(&id)?;
        self.open_of_visitor.remove(&id);
        self.began.remove(&id);
        let outcome = outcome.expect("an answer that arrives has been given");
        if remember {
            self.remembered.insert(id, (outcome, at));
            if self.remembered.len() > REMEMBERED {
                self.remembered.pop_first();
            }
        }
        Some(request)
    }

    pub fn standing(&self, id: RequestId) -> Option<Standing> {
        if let Some((_, decided)) = self.open.get(&id) {
            return Some(decided.clone().map_or(Standing::Open, Standing::Decided));
        }
        let (outcome, at) = self.remembered.get(&id)?;
        Some(Standing::Answered {
            outcome: outcome.clone(),
            at: *at,
        })
    }
}
