//! The endpoint board: where each name leads, and what each client believes about it.
//!
//! A name is looked up when a client connects, and the client keeps the answer for its time to live (I-18). So there are
//! two truths at a time: where the name leads now, and where a client still goes; the board shows both, and what differs.

use base::{ClientId, Phrase, ReaderId, SimTime};
use world::{Connection, Endpoint, VISITOR, World};

use crate::Tone;
use crate::readers::{Role, reader_view};

/// Clients that are drawn, the person at the page among them `[choice]`.
const CLIENTS_SHOWN: usize = 8;

/// The names of a cluster and who uses them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndpointsView {
    /// Each name, and last the names of the instances themselves.
    pub names: Vec<NameView>,
    /// What clients keep, in the order of the clients.
    pub kept: Vec<KeptView>,
    /// Connections that are not drawn.
    pub more: u32,
    /// What there is to say besides, with the fact behind it.
    pub notes: Vec<(Phrase, &'static str)>,
}

/// A name and where it leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameView {
    /// What kind of name it is.
    pub name: Phrase,
    /// The name as a client writes it.
    pub address: Phrase,
    /// Every instance it leads to, or to which a connection made through it still leads.
    pub leads: Vec<LeadView>,
    /// The fact behind it.
    pub fact: &'static str,
}

/// An instance a name leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeadView {
    /// Which.
    pub reader: ReaderId,
    /// Its number, and what it is at the moment.
    pub name: Phrase,
    /// Connections that were made through the name and lead there.
    pub connections: u32,
    /// It is led there (`Good`), is no longer (`Waiting`), or cannot be reached there (`Fault`).
    pub tone: Tone,
}

/// What a client keeps of a name, and how its connection stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptView {
    /// Who.
    pub client: ClientId,
    /// The same in words.
    pub who: Phrase,
    /// The kind of the name.
    pub name: Phrase,
    /// Where the name led when it was looked up, and for how long that is still kept.
    pub kept: Phrase,
    /// How much of its time to live is left, in thousandths.
    pub left_permille: u16,
    /// How the connection stands.
    pub state: Phrase,
    /// How that is meant; what is kept and wrong waits.
    pub tone: Tone,
    /// Whether it keeps an answer that is no longer true.
    pub stale: bool,
}

/// The names and who uses them; nothing in a run without any.
#[inline(never)]
pub fn endpoints_view(world: &World, playhead: SimTime) -> Option<EndpointsView> {
    let ttl = world.topology().failover?.ttl_millis;
    let all: Vec<Connection> = world.client_connections().collect();
    let customs = world.custom_endpoints();
    let customs = customs.map(|(id, _)| Endpoint::Custom(id));
    let mut names: Vec<NameView> = [Endpoint::Cluster, Endpoint::Reader]
        .into_iter()
        .chain(customs)
        .map(|endpoint| name_view(world, endpoint, &all))
        .collect();
    names.push(own_names(world));
    let kept: Vec<KeptView> = all
        .iter()
        .take(CLIENTS_SHOWN)
        .map(|connection| kept_view(world, connection, ttl, playhead))
        .collect();
    let more = (all.len() - kept.len()) as u32;
    Some(EndpointsView {
        names,
        kept,
        more,
        notes: notes(world, &all, playhead),
    })
}

fn name_of(world: &World, endpoint: Endpoint) -> Phrase {
    match endpoint {
        Endpoint::Cluster => Phrase::new("board-cluster"),
        Endpoint::Reader => Phrase::new("board-reader"),
        Endpoint::Custom(_) => custom(world, endpoint, "board-custom"),
        Endpoint::Instance(reader) => Phrase::new("board-door").with("number", reader.number()),
    }
}

/// Something said of a custom endpoint, by its name.
fn custom(world: &World, endpoint: Endpoint, id: &'static str) -> Phrase {
    let name = match endpoint {
        Endpoint::Custom(id) => world.custom_endpoint(id).map(|it| it.name.clone()),
        _ => None,
    };
    Phrase::new(id).with("name", name.unwrap_or_default())
}

fn name_view(world: &World, endpoint: Endpoint, all: &[Connection]) -> NameView {
    let leads_to = world.leads_to(endpoint);
    let through = all.iter().filter(|it| it.endpoint == endpoint);
    let count = |id| through.clone().filter(|it| it.at == Some(id)).count() as u32;
    let lead = |(id, _, _)| {
        let led = leads_to.contains(&id);
        let connections = count(id);
        let tone = match led {
            _ if !led && connections == 0 => return None,
            false => Tone::Waiting,
            true if takes(world, id) => Tone::Good,
            true => Tone::Fault,
        };
        let name = instance(world, id);
        Some(LeadView {
            reader: id,
            name,
            connections,
            tone,
        })
    };
    let (address, fact) = match endpoint {
        Endpoint::Cluster => (Phrase::new("board-cluster-name"), "I-5"),
        Endpoint::Reader => (Phrase::new("board-reader-name"), "I-6"),
        Endpoint::Custom(_) => (custom(world, endpoint, "board-custom-name"), "I-8"),
        Endpoint::Instance(_) => (Phrase::new("board-instance-name"), "I-17"),
    };
    NameView {
        name: name_of(world, endpoint),
        address,
        leads: world.readers().filter_map(lead).collect(),
        fact,
    }
}

/// The names of the instances: each leads to its own machine, whatever that is doing (I-17).
fn own_names(world: &World) -> NameView {
    let lead = |(id, _, _)| LeadView {
        reader: id,
        name: instance(world, id),
        connections: 0,
        tone: match takes(world, id) {
            true => Tone::Quiet,
            false => Tone::Fault,
        },
    };
    NameView {
        name: Phrase::new("board-instance"),
        address: Phrase::new("board-instance-name"),
        leads: world.readers().map(lead).collect(),
        fact: "I-17",
    }
}

/// Whether somebody answers on a host.
fn takes(world: &World, id: ReaderId) -> bool {
    match world.writer_host() == Some(id) {
        true => world.writer().is_open(),
        false => reader_view(world, id).is_some_and(|view| view.up),
    }
}

fn instance(world: &World, id: ReaderId) -> Phrase {
    let view = reader_view(world, id);
    let starting = world.is_starting(id);
    let role = match view.as_ref().map(|view| view.role) {
        Some(Role::Successor) if !takes(world, id) => "board-role-successor",
        Some(Role::Writer | Role::Successor) if takes(world, id) => "board-role-writer",
        _ if starting => "board-role-starts",
        _ if !takes(world, id) => "board-role-away",
        _ => "board-role-reader",
    };
    Phrase::new("board-lead")
        .with("number", id.number())
        .with("role", Phrase::new(role))
}

fn kept_view(world: &World, it: &Connection, ttl_millis: u32, playhead: SimTime) -> KeptView {
    let who = match it.client {
        VISITOR => Phrase::new("who-visitor"),
        ClientId(number) => Phrase::new("who-client").with("number", number),
    };
    let stale = is_stale(world, it, playhead);
    let left = it.resolved.filter(|(_, until)| *until > playhead);
    let (kept, left_permille) = match (left, it.resolved) {
        (Some((place, until)), _) => {
            let left = until.since(playhead);
            let permille = left.micros() / u64::from(ttl_millis.max(1));
            let kept = Phrase::new("board-kept")
                .with("number", place.number())
                .with("left", left);
            (kept, permille.min(1_000) as u16)
        }
        (None, Some((place, _))) => {
            let kept = Phrase::new("board-kept-old").with("number", place.number());
            (kept, 0)
        }
        (None, None) => (Phrase::new("board-not-asked"), 0),
    };
    let (state, tone) = match (it.at, it.tries) {
        (Some(at), _) => {
            let state = Phrase::new("board-connected").with("number", at.number());
            (state, Tone::Good)
        }
        (None, Some(at)) => {
            let state = Phrase::new("board-tries").with("number", at.number());
            (state, Tone::Waiting)
        }
        (None, None) if it.attempts > 0 => {
            let state = Phrase::new("board-pauses").with("attempts", it.attempts);
            (state, Tone::Fault)
        }
        (None, None) => (Phrase::new("board-unconnected"), Tone::Quiet),
    };
    KeptView {
        client: it.client,
        who,
        name: name_of(world, it.endpoint),
        kept,
        left_permille,
        state,
        tone,
        stale,
    }
}

/// Whether a client keeps an answer that it would not get now.
fn is_stale(world: &World, it: &Connection, playhead: SimTime) -> bool {
    let kept = it.resolved.filter(|(_, until)| *until > playhead);
    kept.is_some_and(|(place, _)| !world.leads_to(it.endpoint).contains(&place))
}

fn notes(world: &World, all: &[Connection], playhead: SimTime) -> Vec<(Phrase, &'static str)> {
    let mut notes = Vec::new();
    let stale = all
        .iter()
        .filter(|it| is_stale(world, it, playhead))
        .count();
    if stale > 0 {
        let note = Phrase::new("board-stale").with("clients", stale as u32);
        notes.push((note, "I-21"));
    }
    let is_writer = |id: &ReaderId| Some(*id) == world.endpoint();
    if world.leads_to(Endpoint::Reader).iter().all(is_writer) {
        notes.push((Phrase::new("board-no-readers"), "I-7"));
    }
    let ttl = world.topology().failover.map_or(0, |it| it.ttl_millis);
    let span = base::SimSpan::from_millis(ttl.into());
    notes.push((Phrase::new("board-ttl").with("ttl", span), "I-18"));
    notes
}
