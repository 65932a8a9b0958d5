//! The clients as they are drawn: one lane each, with its newest request.

use base::{ClientId, Phrase, RequestId, sort_few};
use world::{
    Ended, LOAD_CLIENTS_SHOWN, Load, Outcome, Request, RollbackWhy, Standing, VISITOR, World,
};

use crate::traffic::Traffic;
use crate::{Tone, say};

/// Lanes drawn at most: the visitor's and those of a few clients that work by themselves.
pub const LANES_MAX: u32 = 1 + LOAD_CLIENTS_SHOWN;
/// Open requests that are looked through for the newest of each client.
const LOOKED_THROUGH: usize = 512;

/// One client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientLane {
    /// Which.
    pub client: ClientId,
    /// Whether it is the person at the page.
    pub is_visitor: bool,
    /// Its newest request that is open; for the visitor also the last one answered.
    pub request: Option<RequestId>,
    /// What it asks: "put cart:42".
    pub phrase: Option<Phrase>,
    /// How that stands.
    pub state: Phrase,
    /// How the standing is meant.
    pub tone: Tone,
}

/// All clients.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClientsView {
    /// The clients that are drawn.
    pub lanes: Vec<ClientLane>,
    /// Requests without an answer, at the writer or on their way.
    pub open: u64,
    /// How clients work by themselves.
    pub load: Option<Load>,
    /// The same in words.
    pub load_phrase: Option<Phrase>,
}

/// One request of the person at the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestView {
    /// The request.
    pub request: RequestId,
    /// When it was asked.
    pub asked_at: base::SimTime,
    /// Whether it is a write.
    pub is_write: bool,
    /// Its key.
    pub key: String,
    /// What it asks: "put cart:42".
    pub phrase: Phrase,
    /// How that stands.
    pub state: Phrase,
    /// How the standing is meant.
    pub tone: Tone,
}

/// The last requests of the person at the page, newest first, at most so many.
pub fn visitor_requests(world: &World, most: usize) -> Vec<RequestView> {
    let mut ids: Vec<RequestId> = world.visitor_requests().collect();
    sort_few(&mut ids, |one, other| one < other);
    ids.reverse();
    ids.truncate(most);
    if ids.is_empty() {
        return Vec::new();
    }
    let traffic = Traffic::of(world, |_| false);
    ids.into_iter()
        .filter_map(|id| {
            let request = world.request(id)?;
            let (state, tone) = state(world, &traffic, id, request);
            Some(RequestView {
                request: id,
                asked_at: request.asked_at,
                is_write: request.operation.writes(),
                key: say::name(request.operation.key()),
                phrase: say::request(world, id),
                state,
                tone,
            })
        })
        .collect()
}

pub(crate) fn clients_view(world: &World, traffic: &Traffic) -> ClientsView {
    let load = world.load();
    let mut lanes = Vec::new();
    if let Some(id) = world.visitor_requests().max() {
        lanes.push(lane(world, traffic, VISITOR, Some(id)));
    }
    let by_themselves = match load {
        Some(Load::ClosedLoop { clients, .. } | Load::Transactions { clients, .. }) => {
            clients.min(LOAD_CLIENTS_SHOWN)
        }
        Some(Load::OpenLoop { .. }) => LOAD_CLIENTS_SHOWN,
        None => 0,
    };
    let mut newest = vec![None; by_themselves as usize];
    let mut missing = newest.len();
    for (id, request) in world.open_requests().rev().take(LOOKED_THROUGH) {
        let place = (request.client.0 as usize).wrapping_sub(VISITOR.0 as usize + 1);
        if let Some(found @ None) = newest.get_mut(place) {
            *found = Some(id);
            missing -= 1;
        }
        if missing == 0 {
            break;
        }
    }
    for (place, id) in newest.into_iter().enumerate() {
        let client = ClientId(VISITOR.0 + 1 + place as u32);
        lanes.push(lane(world, traffic, client, id));
    }
    ClientsView {
        lanes,
        open: world.open_requests_count(),
        load,
        load_phrase: load.map(load_phrase),
    }
}

/// A load in words.
pub(crate) fn load_phrase(load: Load) -> Phrase {
    match load {
        Load::OpenLoop {
            writes_per_second,
            reads_per_second,
            rows,
        } => Phrase::new("load-open-loop")
            .with("writes", writes_per_second)
            .with("reads", reads_per_second)
            .with("rows", rows),
        Load::ClosedLoop {
            clients,
            think_micros,
            write_percent,
            rows,
        } => Phrase::new("load-closed-loop")
            .with("clients", clients)
            .with("think", base::SimSpan::from_micros(think_micros.into()))
            .with("percent", write_percent)
            .with("rows", rows),
        Load::Transactions {
            clients,
            think_micros,
            statements,
            pause_micros: _,
            write_percent,
            rollback_percent,
            rows,
        } => Phrase::new("load-transactions")
            .with("clients", clients)
            .with("statements", statements)
            .with("think", base::SimSpan::from_micros(think_micros.into()))
            .with("percent", write_percent)
            .with("back", rollback_percent)
            .with("rows", rows),
    }
}

fn lane(
    world: &World,
    traffic: &Traffic,
    client: ClientId,
    request: Option<RequestId>,
) -> ClientLane {
    let (state, tone) = match request.and_then(|id| Some((id, world.request(id)?))) {
        Some((id, request)) => state(world, traffic, id, request),
        None => (Phrase::new("lane-idle"), Tone::Quiet),
    };
    ClientLane {
        client,
        is_visitor: client == VISITOR,
        request,
        phrase: request.map(|id| say::request(world, id)),
        state,
        tone,
    }
}

/// How a request stands, in words.
pub(crate) fn state(
    world: &World,
    traffic: &Traffic,
    id: RequestId,
    request: &Request,
) -> (Phrase, Tone) {
    let write = request.operation.writes();
    match world.standing(id) {
        Some(Standing::Answered { outcome, at }) => {
            let (phrase, tone) = answer(&outcome);
            (phrase.with("took", at.since(request.asked_at)), tone)
        }
        Some(Standing::Decided(_)) => (Phrase::new("lane-answering"), Tone::Good),
        _ if traffic.asks.contains(&id) => (Phrase::new("lane-asked"), Tone::Waiting),
        _ if write => {
            let mut commits = world.writer().commits().iter().take(LOOKED_THROUGH);
            match commits.find(|waiting| waiting.request == id) {
                Some(waiting) => {
                    let phrase = Phrase::new("lane-waits").with("scn", waiting.scn);
                    (phrase, Tone::Waiting)
                }
                None => (Phrase::new("lane-writing"), Tone::Waiting),
            }
        }
        _ => (Phrase::new("lane-reading"), Tone::Read),
    }
}

fn answer(outcome: &Outcome) -> (Phrase, Tone) {
    match outcome {
        Outcome::Committed(scn) => (Phrase::new("lane-committed").with("scn", *scn), Tone::Good),
        Outcome::Found(Some(value)) => {
            let phrase = Phrase::new("lane-found").with("value", say::name(value));
            (phrase, Tone::Read)
        }
        Outcome::Found(None) => (Phrase::new("lane-not-found"), Tone::Read),
        Outcome::PageFull(_) => (Phrase::new("lane-page-full"), Tone::Fault),
        Outcome::Ended { how, found } => {
            let phrase = Phrase::new("lane-ended").with("outcome", say::ended(*how, found));
            let tone = match how {
                Ended::Committed(_) => Tone::Good,
                Ended::ReadOnly => Tone::Read,
                Ended::RolledBack(RollbackWhy::Asked) => Tone::Quiet,
                Ended::RolledBack(_) => Tone::Fault,
            };
            (phrase, tone)
        }
    }
}
