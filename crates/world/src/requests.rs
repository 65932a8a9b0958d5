//! What clients have asked, and how it stands.

use base::{ClientId, EventId, InstanceId, Keep, Ledger, RequestId, SimTime, Window};
use litemap::LiteMap;

use crate::clients::{CALLERS_FROM, VISITOR};
use crate::{Address, Operation, Outcome};

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

/// A request without an answer.
#[derive(Clone, Debug)]
struct Open {
    request: Request,
    /// The event at which the reading for it began.
    began: Option<EventId>,
    /// The instance that works on it, or has decided it.
    at: Option<Address>,
    /// What the writer has decided.
    decided: Option<Outcome>,
}

/// Every request there is.
#[derive(Clone, Debug)]
pub(crate) struct Requests {
    asked: Ledger<Request>,
    open: Window<Open>,
    /// Those of the visitor among them.
    open_of_visitor: LiteMap<RequestId, ()>,
    /// Answers to the visitor, for the page to show.
    remembered: LiteMap<RequestId, (Outcome, SimTime)>,
    /// Answers to callers from outside, until they are taken.
    for_callers: Vec<(RequestId, Outcome)>,
}

impl Requests {
    pub fn new(keep: Keep) -> Requests {
        Requests {
            asked: Ledger::new(keep),
            open: Window::default(),
            open_of_visitor: LiteMap::new_vec(),
            remembered: LiteMap::new_vec(),
            for_callers: Vec::new(),
        }
    }

    /// The number the next request will get.
    pub fn next_id(&self) -> RequestId {
        RequestId(self.asked.next_number())
    }

    pub fn ask(&mut self, request: Request) -> RequestId {
        let id = RequestId(self.asked.push(request.clone()));
        if request.client == VISITOR {
            self.open_of_visitor.insert(id, ());
        }
        let open = Open {
            request,
            began: None,
            at: None,
            decided: None,
        };
        self.open.add(id.0, open);
        id
    }

    pub fn get(&self, id: RequestId) -> Option<&Request> {
        self.open(id).or_else(|| self.asked.get(id.0))
    }

    pub fn open(&self, id: RequestId) -> Option<&Request> {
        self.open.get(id.0).map(|open| &open.request)
    }

    pub fn open_count(&self) -> u64 {
        self.open.len()
    }

    pub fn all_open(&self) -> impl DoubleEndedIterator<Item = (RequestId, &Request)> {
        self.open
            .iter()
            .map(|(id, open)| (RequestId(id), &open.request))
    }

    /// What the visitor has asked: answered requests as far as they are remembered, then open ones.
    pub fn of_visitor(&self) -> impl DoubleEndedIterator<Item = RequestId> {
        let answered = self.remembered.keys();
        answered.chain(self.open_of_visitor.keys()).copied()
    }

    /// Notes at which event the reading for a request began.
    pub fn read_began(&mut self, id: RequestId, event: EventId) {
        if let Some(open) = self.open.get_mut(id.0) {
            open.began = Some(event);
        }
    }

    /// The event at which the reading for an open request began.
    pub fn began(&self, id: RequestId) -> Option<EventId> {
        self.open.get(id.0)?.began
    }

    /// A long query ends before the writer has heard of it: it becomes a short one.
    pub fn make_short(&mut self, id: RequestId) {
        let Some(open) = self.open.get_mut(id.0) else {
            return;
        };
        if let Operation::LongGet { key } = &open.request.operation {
            let key = key.clone();
            open.request.operation = Operation::Get { key };
        }
    }

    /// An instance begins to work on a request; nothing if the client has its answer already, or the instance is at it.
    pub fn begin_work(&mut self, id: RequestId, instance: Address) -> Option<&Request> {
        let open = self.open.get_mut(id.0)?;
        if open.at == Some(instance) {
            return None;
        }
        open.at = Some(instance);
        open.decided = None;
        Some(&open.request)
    }

    /// The instance that works on a request.
    pub fn worked_on_by(&self, id: RequestId) -> Option<InstanceId> {
        match self.open.get(id.0)?.at? {
            Address::Instance(instance) => Some(instance),
            _ => None,
        }
    }

    /// Whether this instance works on a request, or has decided it last.
    pub fn is_at(&self, id: RequestId, instance: Address) -> bool {
        let open = self.open.get(id.0);
        open.is_some_and(|open| open.at == Some(instance))
    }

    /// An instance has decided a request; returns who waits for the answer. Nobody does if the client has turned to
    /// another instance.
    pub fn decide(
        &mut self,
        id: RequestId,
        instance: Address,
        outcome: Outcome,
    ) -> Option<ClientId> {
        let open = self.open.get_mut(id.0)?;
        if open.at != Some(instance) {
            return None;
        }
        open.decided = Some(outcome);
        Some(open.request.client)
    }

    /// Whether an instance works on any request and has not decided it.
    pub fn are_any_at(&self, instance: Address) -> bool {
        let mut open = self.open.iter();
        open.any(|(_, open)| open.at == Some(instance) && open.decided.is_none())
    }

    /// The connections to an instance break; returns the requests it was working on, and whose they are. Answers on
    /// their way still arrive.
    pub fn take_from(&mut self, instance: Address) -> Vec<(RequestId, ClientId)> {
        let undecided = |open: &Open| open.at == Some(instance) && open.decided.is_none();
        let mut taken = Vec::new();
        for (id, open) in self.open.iter_mut().filter(|(_, open)| undecided(open)) {
            open.at = None;
            open.began = None;
            taken.push((RequestId(id), open.request.client));
        }
        taken
    }

    /// An answer will never arrive: the request is to be asked again. Returns whose it is.
    pub fn take_back(&mut self, id: RequestId) -> Option<ClientId> {
        let open = self.open.get_mut(id.0)?;
        open.at = None;
        open.began = None;
        open.decided = None;
        Some(open.request.client)
    }

    /// Answers to callers from outside that have come since they were taken last.
    pub fn take_for_callers(&mut self) -> Vec<(RequestId, Outcome)> {
        std::mem::take(&mut self.for_callers)
    }

    /// The client waits for no answer any more.
    pub fn withdraw(&mut self, id: RequestId) {
        self.open.take(id.0);
        self.open_of_visitor.remove(&id);
    }

    /// The client has its answer. Returns whether a client of this run was waiting for one.
    pub fn answer(&mut self, id: RequestId, at: SimTime) -> bool {
        let Some(open) = self.open.take(id.0) else {
            return false;
        };
        if open.request.client >= CALLERS_FROM {
            let outcome = open.decided.expect("an answer that arrives has been given");
            self.for_callers.push((id, outcome));
            return false;
        }
        if open.request.client == VISITOR {
            self.open_of_visitor.remove(&id);
            let outcome = open.decided.expect("an answer that arrives has been given");
            self.remembered.insert(id, (outcome, at));
            let oldest = self.remembered.first().map(|(oldest, _)| *oldest);
            if let Some(oldest) = oldest.filter(|_| self.remembered.len() > REMEMBERED) {
                self.remembered.remove(&oldest);
            }
        }
        true
    }

    pub fn standing(&self, id: RequestId) -> Option<Standing> {
        if let Some(open) = self.open.get(id.0) {
            let decided = open.decided.clone();
            return Some(decided.map_or(Standing::Open, Standing::Decided));
        }
        let (outcome, at) = self.remembered.get(&id)?;
        Some(Standing::Answered {
            outcome: outcome.clone(),
            at: *at,
        })
    }
}
