//! Clients' connections to a cluster that looks after its writer.
//!
//! A client has one connection for each name it uses. When it breaks the client looks the name up and connects anew; what
//! it has asked and has no answer to it asks again, in turn. It keeps what a name resolved to for its time to live
//! (I-18). As long as it finds nobody there, or a reader where it wants to write (I-21), it waits longer before each
//! attempt, up to two seconds (back-off). A connection counts as made when the first request on it has arrived.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use aurora::endpoints::Endpoint;
use base::Id;

use super::*;
use crate::clients::CALLERS_FROM;
use crate::{ClusterEvent, Through};

/// The first pause before an attempt, and the longest, in milliseconds `[choice]`.
const BACK_OFF_MILLIS: (u32, u32) = (100, 2_000);
/// How long TCP keepalive takes to find that nobody is there any more: five probes, one a second (I-22, P-30).
const KEEPALIVE: SimSpan = SimSpan::from_millis(5_000);

/// One client's connection through one name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct LinkId {
    client: ClientId,
    endpoint: Endpoint,
}

#[derive(Clone, Debug, Default)]
struct Link {
    /// Where it leads, if it stands.
    at: Option<ReaderId>,
    /// What the name resolved to last, and until when that holds.
    known: Option<(ReaderId, SimTime)>,
    /// The request with which it is tried, and where.
    trying: Option<(RequestId, ReaderId)>,
    /// Whether an attempt is booked.
    booked: bool,
    /// Attempts in vain since it stood.
    attempts: u32,
    /// Requests that wait for it.
    waiting: VecDeque<RequestId>,
}

/// A client's connection through a name, as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Connection {
    /// The client.
    pub client: ClientId,
    /// The name.
    pub endpoint: Endpoint,
    /// Where it leads, if it stands.
    pub at: Option<ReaderId>,
    /// Where it is being tried.
    pub tries: Option<ReaderId>,
    /// What the name resolved to last, and until when the client keeps that (I-18).
    pub resolved: Option<(ReaderId, SimTime)>,
    /// Attempts in vain since it stood.
    pub attempts: u32,
}

/// All connections.
#[derive(Clone, Debug)]
pub(super) struct Links {
    chance: Chance,
    all: BTreeMap<LinkId, Link>,
    /// Requests without an answer that go through a name.
    through: BTreeMap<RequestId, LinkId>,
    /// The name clients of loads were told to use, and the one the visitor was, and when.
    told: [(Option<Endpoint>, EventId); 2],
}

impl LinkId {
    pub fn new(client: ClientId, endpoint: Endpoint) -> LinkId {
        LinkId { client, endpoint }
    }
}

impl Links {
    pub fn new(seed: u64) -> Links {
        Links {
            chance: Chance::new(seed, Stream::Connections),
            all: BTreeMap::new(),
            through: BTreeMap::new(),
            told: [(None, EventId(0)); 2],
        }
    }

    /// What decides where a name leads.
    pub fn lot(&mut self) -> u32 {
        self.chance.below(u32::MAX)
    }

    /// Clients use this name from now on; connections through others that nobody waits for are closed.
    pub fn tell(&mut self, endpoint: Option<Endpoint>, visitor: bool, told: EventId) {
        self.told[usize::from(visitor)] = (endpoint, told);
        let in_use: BTreeSet<LinkId> = self.through.values().copied().collect();
        self.all.retain(|id, link| {
            let idle = link.trying.is_none() && !link.booked && link.waiting.is_empty();
            let told = (id.client == VISITOR) == visitor && Some(id.endpoint) != endpoint;
            !(told && idle) || in_use.contains(id)
        });
    }

    /// A little less or more than the pause after so many attempts.
    fn pause(&mut self, attempts: u32) -> SimSpan {
        let (first, longest) = BACK_OFF_MILLIS;
        let millis = (first << attempts.min(8)).min(longest);
        SimSpan::from_micros(u64::from(millis * 500 + self.chance.below(millis * 1_000)))
    }
}

impl World {
    /// How many connections through a name lead to each instance.
    pub fn connections(&self, endpoint: Endpoint) -> Vec<(ReaderId, u32)> {
        let mut counts: Vec<(ReaderId, u32)> = self.readers.iter().map(|(id, _)| (id, 0)).collect();
        let links = self.links.iter().flat_map(|links| &links.all);
        for (id, link) in links {
            if let (true, Some(at)) = (id.endpoint == endpoint, link.at) {
                counts[at.index()].1 += 1;
            }
        }
        counts.retain(|(id, _)| !self.is_gone(*id));
        counts
    }

    /// Every connection a client has, or tries to have, in the order of clients and names.
    pub fn client_connections(&self) -> impl Iterator<Item = Connection> {
        let links = self.links.iter().flat_map(|links| &links.all);
        links.map(|(id, link)| Connection {
            client: id.client,
            endpoint: id.endpoint,
            at: link.at,
            tries: link.trying.map(|(_, place)| place),
            resolved: link.known,
            attempts: link.attempts,
        })
    }

    /// What a client's name for the writer resolved to last, and until when it keeps that.
    pub fn resolved(&self, client: ClientId) -> Option<(ReaderId, SimTime)> {
        let endpoint = Endpoint::Cluster;
        let link = self.links.as_ref()?.all.get(&LinkId { client, endpoint })?;
        link.known
    }

    /// The name the clients of loads were told to use, or the visitor, if they were.
    pub fn told_name(&self, visitor: bool) -> Option<Endpoint> {
        self.links.as_ref()?.told[usize::from(visitor)].0
    }

    fn endpoint_for(&self, client: ClientId, operation: &Operation) -> Endpoint {
        if let Some(told) = self.told_name(client == VISITOR) {
            return told;
        }
        let through = self.topology.failover.map(|failover| failover.loads_use);
        match through {
            Some(Through::Reader) if client != VISITOR => Endpoint::Reader,
            Some(Through::ReadsAtReaders)
                if client != VISITOR && matches!(operation, Operation::Get { .. }) =>
            {
                Endpoint::Reader
            }
            _ => Endpoint::Cluster,
        }
    }

    /// A client's new request goes through a name, if the cluster has any.
    #[inline]
    pub(super) fn goes_through(&mut self, client: ClientId, request: RequestId, cause: EventId) {
        let Some(open) = self.requests.open(request) else {
            return;
        };
        let endpoint = self.endpoint_for(client, &open.operation);
        let id = LinkId { client, endpoint };
        if let Some(links) = &mut self.links {
            links.through.insert(request, id);
            self.send_through(id, request, cause);
        }
    }

    /// A caller from outside asks through a name.
    pub(super) fn goes_through_as(&mut self, id: LinkId, request: RequestId, cause: EventId) {
        if let Some(links) = &mut self.links {
            links.through.insert(request, id);
            self.send_through(id, request, cause);
        }
    }

    fn send_through(&mut self, id: LinkId, request: RequestId, cause: EventId) {
        let Some(links) = &mut self.links else {
            return;
        };
        let link = links.all.entry(id).or_default();
        if let Some(place) = link.at {
            self.ask_along(id, place, request, cause);
            return;
        }
        link.waiting.push_back(request);
        if link.trying.is_none() && !link.booked {
            self.connect(id, cause);
        }
    }

    /// Looks the name up, if what is known of it is too old, and tries the connection with the first that waits.
    /// Returns whether there was one to try it with.
    #[cold]
    pub(super) fn connect(&mut self, id: LinkId, cause: EventId) -> bool {
        let now = self.agenda.now();
        let told = self.told_at(id);
        let moved = self.turn_to_told_names(id, told);
        let cause = if moved { told } else { cause };
        let place = self.look_up(id.endpoint);
        let requests = &self.requests;
        let Some(link) = self.links.as_mut().and_then(|it| it.all.get_mut(&id)) else {
            return moved;
        };
        link.booked = false;
        if link.at.is_some() || link.trying.is_some() {
            return moved;
        }
        let first = loop {
            match link.waiting.pop_front() {
                Some(request) if requests.open(request).is_none() => {}
                first => break first,
            }
        };
        let Some(request) = first else {
            return moved;
        };
        if link.known.is_none_or(|(_, until)| until <= now) {
            let millis = self.topology.failover.map_or(0, |it| it.ttl_millis);
            let until = now + SimSpan::from_millis(millis.into());
            link.known = place.map(|place| (place, until));
        }
        let Some((place, _)) = link.known else {
            link.attempts += 1;
            link.waiting.push_front(request);
            let (client, endpoint) = (id.client, id.endpoint);
            let nobody = ClusterEvent::NobodyThere { client, endpoint };
            let nobody = self.note(Some(cause), Event::Cluster(nobody));
            self.book_attempt(id, nobody);
            return true;
        };
        link.trying = Some((request, place));
        self.ask_along(id, place, request, cause);
        true
    }

    /// What waits for a connection through a name turns to another, if its client was told so meanwhile. Returns whether
    /// anything does.
    fn turn_to_told_names(&mut self, id: LinkId, told: EventId) -> bool {
        let waiting = self.links.as_mut().and_then(|it| it.all.get_mut(&id));
        let waiting = waiting.map(|link| std::mem::take(&mut link.waiting));
        let (mut stay, mut turned) = (VecDeque::new(), Vec::new());
        for request in waiting.into_iter().flatten() {
            match self.told_otherwise(id, request) {
                Some(other) => turned.push((other, request)),
                None => stay.push_back(request),
            }
        }
        if let Some(link) = self.links.as_mut().and_then(|it| it.all.get_mut(&id)) {
            link.waiting = stay;
        }
        let any = !turned.is_empty();
        for (other, request) in turned {
            self.turn_to(other, request, told);
        }
        any
    }

    /// When a client was told last which name to use.
    fn told_at(&self, id: LinkId) -> EventId {
        let links = self.links.as_ref();
        links.map_or(EventId(0), |it| {
            it.told[usize::from(id.client == VISITOR)].1
        })
    }

    /// Another name a request should go through by now.
    fn told_otherwise(&self, id: LinkId, request: RequestId) -> Option<LinkId> {
        // A caller from outside names its endpoint itself.
        if id.client >= CALLERS_FROM {
            return None;
        }
        let open = self.requests.open(request)?;
        let endpoint = self.endpoint_for(id.client, &open.operation);
        (endpoint != id.endpoint).then_some(LinkId { endpoint, ..id })
    }

    fn turn_to(&mut self, id: LinkId, request: RequestId, cause: EventId) {
        if let Some(links) = &mut self.links {
            links.through.insert(request, id);
            self.send_through(id, request, cause);
        }
    }

    fn ask_along(&mut self, id: LinkId, place: ReaderId, request: RequestId, cause: EventId) {
        let (client, to) = (Address::Client(id.client), self.address_at(place));
        self.send(client, to, Message::Ask(request), Some(cause));
    }

    /// A request has arrived: if its connection was tried with it, the connection stands.
    #[cold]
    pub(super) fn link_stands(&mut self, request: RequestId, arrived: EventId) {
        let Some(links) = &mut self.links else {
            return;
        };
        let Some((id, link)) = links
            .through
            .get(&request)
            .and_then(|id| Some((*id, links.all.get_mut(id)?)))
        else {
            return;
        };
        let Some((_, place)) = link.trying.filter(|(tried, _)| *tried == request) else {
            return;
        };
        link.trying = None;
        link.at = Some(place);
        link.attempts = 0;
        let waiting = std::mem::take(&mut link.waiting);
        let (client, reader) = (id.client, place);
        let stands = self.note(Some(arrived), Event::Connected { client, reader });
        for request in waiting {
            if self.requests.open(request).is_some() {
                self.send_through(id, request, stands);
            }
        }
    }

    /// Whether a request goes through a name.
    pub(super) fn goes_through_a_name(&self, request: RequestId) -> bool {
        let links = self.links.as_ref();
        links.is_some_and(|links| links.through.contains_key(&request))
    }

    /// A client has its answer.
    #[inline]
    pub(super) fn link_done(&mut self, request: RequestId) {
        if let Some(links) = &mut self.links {
            links.through.remove(&request);
        }
    }

    /// A client waits for no answer any more.
    pub(super) fn link_withdrawn(&mut self, request: RequestId) {
        let Some(links) = &mut self.links else {
            return;
        };
        let Some(id) = links.through.remove(&request) else {
            return;
        };
        let Some(link) = links.all.get_mut(&id) else {
            return;
        };
        if link.trying.is_some_and(|(tried, _)| tried == request) {
            link.trying = None;
            if !link.waiting.is_empty() {
                let cause = self.journal.next_id();
                self.book_attempt(id, EventId(cause.0 - 1));
            }
        }
    }

    /// A request, or the answer to it, got lost between a client and this address. Returns whether it goes through a name;
    /// then it is asked again.
    #[cold]
    pub(super) fn link_lost(
        &mut self,
        message: Message,
        request: RequestId,
        other: Address,
        lost: EventId,
    ) -> bool {
        let place = match other {
            Address::Reader(place) => Some(place),
            Address::Instance(id) => self.instances[id].place,
            _ => None,
        };
        let Some(id) = self
            .links
            .as_ref()
            .and_then(|links| links.through.get(&request))
            .copied()
        else {
            return false;
        };
        // If it has its answer, or has turned to another instance, nobody waits for this one.
        let wanted = match message {
            Message::Answer(_) => {
                let from_there = self.requests.is_at(request, other);
                from_there && self.requests.take_back(request).is_some()
            }
            _ => self.requests.open(request).is_some(),
        };
        if !wanted {
            return true;
        }
        // The process is gone for a moment, the connection is not (O-8).
        if self.keeps_connections(place) {
            return false;
        }
        let other = self.told_otherwise(id, request);
        let Some(link) = self.links.as_mut().and_then(|it| it.all.get_mut(&id)) else {
            return true;
        };
        if link.trying.is_some_and(|(tried, _)| tried == request) {
            link.trying = None;
            link.attempts += 1;
            let mut cause = lost;
            match other {
                Some(other) => {
                    self.turn_to(other, request, lost);
                    cause = self.told_at(id);
                }
                None => link.waiting.push_front(request),
            }
            self.book_attempt(id, cause);
        } else if link.at.is_some() && link.at == place {
            link.waiting.push_back(request);
            self.break_link(id, lost);
        } else {
            self.turn_to(other.unwrap_or(id), request, lost);
        }
        true
    }

    fn book_attempt(&mut self, id: LinkId, cause: EventId) {
        let now = self.agenda.now();
        let Some(links) = &mut self.links else {
            return;
        };
        let attempts = links.all.get(&id).map_or(0, |link| link.attempts);
        let due = now + links.pause(attempts);
        if let Some(link) = links.all.get_mut(&id)
            && !link.booked
        {
            link.booked = true;
            self.agenda.book(due, Booked::Connect { link: id, cause });
        }
    }

    fn break_link(&mut self, id: LinkId, cause: EventId) {
        let Some(link) = self.links.as_mut().and_then(|it| it.all.get_mut(&id)) else {
            return;
        };
        let Some(reader) = link.at.take() else {
            return;
        };
        let client = id.client;
        let broke = self.note(Some(cause), Event::ConnectionBroke { client, reader });
        self.book_attempt(id, broke);
    }

    /// An instance takes no more connections: those to it break, and what is being worked on there goes on.
    pub(super) fn hang_up(&mut self, place: ReaderId, cause: EventId) {
        for id in self.links_to(place) {
            self.break_link(id, cause);
        }
    }

    /// Who can be reached has changed. What is lost on a connection its client notices at once; who only waits for an
    /// answer of a reader notices by its keepalive (I-22).
    pub(crate) fn listen_for_silence(&mut self, cause: EventId) {
        let (now, clients) = (
            self.agenda.now(),
            self.site_of_address(Address::Client(VISITOR)),
        );
        let Some(cluster) = &mut self.cluster else {
            return;
        };
        for (place, reader) in self.readers.iter() {
            let host = &mut cluster.hosts[place];
            if self.network.is_open(clients, reader.site) {
                host.silent_since = None;
            } else if host.silent_since.is_none() {
                host.silent_since = Some(now);
                let chore = Chore::Silence { place, since: now };
                self.agenda
                    .book(now + KEEPALIVE, Booked::Chore { chore, cause });
            }
        }
    }

    /// Keepalives to an instance have gone unanswered for long enough. Returns whether anybody waited for a reader there;
    /// what waits at the writer is asked again when another one takes over.
    pub(super) fn find_silent(&mut self, place: ReaderId, since: SimTime, cause: EventId) -> bool {
        let host = self.cluster.as_ref().and_then(|it| it.hosts.get(place));
        if host.is_none_or(|host| host.silent_since != Some(since)) {
            return false;
        }
        let address = Address::Reader(place);
        let waits = !self.links_to(place).is_empty() || self.requests.are_any_at(address);
        if !waits || !self.readers[place].replica.is_up() {
            return false;
        }
        let silent = ClusterEvent::PeerSilent { reader: place };
        let silent = self.note(Some(cause), Event::Cluster(silent));
        self.leave_reader(place, silent);
        true
    }

    fn links_to(&self, place: ReaderId) -> Vec<LinkId> {
        let links = self.links.iter().flat_map(|links| &links.all);
        let there = links.filter(|(_, link)| link.at == Some(place));
        there.map(|(id, _)| *id).collect()
    }

    /// The process on a host ends: connections to it break, and what was asked there is asked again. Returns what goes
    /// through no name.
    #[cold]
    pub(super) fn break_links(
        &mut self,
        place: Option<ReaderId>,
        taken: Vec<(RequestId, ClientId)>,
        cause: EventId,
    ) -> Vec<(RequestId, ClientId)> {
        let Some(links) = &mut self.links else {
            return taken;
        };
        let (named, others): (Vec<_>, Vec<_>) = taken
            .into_iter()
            .partition(|(request, _)| links.through.contains_key(request));
        if let Some(at) = place
            && !self.keeps_connections(place)
        {
            self.hang_up(at, cause);
        }
        for (request, _) in named {
            let id = self.links.as_ref().and_then(|it| it.through.get(&request));
            if let Some(id) = id.copied() {
                self.send_through(id, request, cause);
            }
        }
        others
    }
}
