//! One run: the machines, the kernel, and the order of things.

mod caches;
mod carry;
mod cause;
mod cluster;
mod give;
mod grow;
mod heat;
mod instances;
mod lags;
mod links;
mod look;
mod members;
mod meter;
mod names;
mod operations;
mod patch;
mod pipeline;
mod processors;
mod readers;
mod recovery;
mod region;
mod repair;
mod scaling;
mod seats;
mod sites;
mod step;

use std::collections::VecDeque;
use std::sync::Arc;

use aurora::constants::{KEY_BYTES_MAX, PAGES_PER_GROUP, VALUE_BYTES_MAX};
use aurora::epoch::{MembershipEpoch, Stamp, VolumeEpoch};
use aurora::membership::ControlPlane;
use aurora::object_store::ObjectStore;
use aurora::page::{self, Page, ReadView, mark_of};
use aurora::protocol::{Effect, Operation};
use aurora::redo::{History, Run};
use aurora::storage_node::{Effects, Kept, Made, Pipeline, Rebase};
use aurora::writer::{Heard, WriterConfig};
use base::{
    Chance, ClientId, CopyId, Digest, EventId, GroupId, Id, IdVec, InstanceId, Keep, Ledger, Lsn,
    PageId, ReaderId, RequestId, SLOTS, SegmentId, SimSpan, SimTime, Stream, TxnId, ZONES, ZoneId,
};
use litemap::LiteMap;
use sim::{Agenda, Due, Journal, Loss, Network, Place, SiteId};

use self::cluster::{Chore, Cluster};
use self::heat::Heat;
pub use self::instances::InstanceStatus;
use self::lags::Lags;
pub use self::links::Connection;
use self::links::{LinkId, Links};
use self::operations::Operations;
use self::patch::Patching;
use self::readers::Reader;
use self::region::RegionRole;
use self::repair::Watch;
use self::seats::Seats;
use crate::WriterStanding;
use crate::alarms::Alarms;
use crate::clients::{Clients, Load, Turn, VISITOR};
use crate::command::{Command, Given, Refusal, Site};
use crate::event::{Event, LostWhy};
use crate::requests::{Request, Requests, Standing};
use crate::topology::{Micros, Topology};
use crate::{
    Ability, Address, Bytes, CopySet, Happening, Message, Quorum, RedoLog, Segment, Waiting,
    WakeReason, Writer, WrongRule,
};

/// Where the clients are: outside every zone.
const OUTSIDE: Place = Place(ZONES);
/// A client's connection repeats a message that was lost after this long `[choice]`.
const REPEAT_AFTER: SimSpan = SimSpan::from_millis(100);

/// The place of a zone in the network.
pub(crate) fn place_of(zone: ZoneId) -> Place {
    Place(zone.0)
}

/// A message on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flight {
    /// From whom.
    pub from: Address,
    /// To whom.
    pub to: Address,
    /// What.
    pub message: Message,
    /// The event of its being sent.
    pub sent: EventId,
    /// When it left.
    pub sent_at: SimTime,
    /// The epochs its sender knew when it left (M-2).
    pub stamp: Stamp,
    /// Why it will not arrive, if that is settled already.
    pub lost: Option<LostWhy>,
}

/// A page image on its way: the request it is for, the sender, the volume epoch it lived in, the page, and as of which
/// record it was asked for.
type ImageKey = (RequestId, SegmentId, VolumeEpoch, PageId, Lsn);

/// A machine that can be woken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Machine {
    Instance(InstanceId),
    Segment(SegmentId),
    ControlPlane,
    Reader(ReaderId),
    Cluster,
}

/// Something booked in the agenda.
#[derive(Clone, Copy, Debug)]
enum Booked {
    Arrival(Flight),
    Wake {
        machine: Machine,
        cause: EventId,
    },
    Client(Turn),
    /// A client's connection repeats what was lost.
    Repeat {
        from: Address,
        to: Address,
        message: Message,
        /// The volume epoch the sender lived in, if it is an instance.
        epoch: VolumeEpoch,
        lost: EventId,
    },
    /// A planned command, by its place in the plan.
    Plan(u32),
    /// The control plane's patience with copies that are away may have run out.
    Absence,
    /// The copies of groups that are written to are compared.
    HeatLook,
    /// A patch is on, or the next may begin.
    PatchDone,
    /// A client tries to connect.
    Connect {
        link: LinkId,
        cause: EventId,
    },
    /// Something in a cluster that looks after its writer is done.
    Chore {
        chore: Chore,
        cause: EventId,
    },
}

/// One database instance.
#[derive(Clone, Debug)]
struct Instance {
    writer: Writer,
    alarms: Alarms,
    zone: ZoneId,
    /// The host it runs on.
    site: SiteId,
    send_causes: IdVec<GroupId, SendCause>,
    /// Its host's place in a cluster that looks after its writer.
    place: Option<ReaderId>,
    /// The last step of the recovery it runs or ran.
    went_on: EventId,
}

/// Why the buffers of a group are sent: the commit that was queued first since they were sent last.
#[derive(Clone, Copy, Debug)]
struct SendCause {
    queued: EventId,
    sent: bool,
}

impl SendCause {
    /// Nothing has been queued.
    const NONE: SendCause = SendCause {
        queued: EventId(0),
        sent: true,
    };
}

/// Plain counts of what has happened so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counters {
    /// Messages that arrived.
    pub delivered: u64,
    /// Messages that were lost.
    pub lost: u64,
    /// Commits acknowledged by the writer.
    pub commits: u64,
    /// Reads answered by the writer.
    pub reads: u64,
}

/// What one step did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The moment.
    pub at: SimTime,
    /// The first event it caused; events from here to the end of the journal are its doing.
    pub first_event: EventId,
}

/// One run of the database.
#[derive(Clone, Debug)]
pub struct World {
    topology: Arc<Topology>,
    seed: u64,
    quorum: Quorum,
    agenda: Agenda<Booked>,
    network: Network,
    weather: Chance,
    /// Of what readers bring about, so that it changes nothing for others.
    reader_weather: Chance,
    journal: Journal<Event>,
    /// The redo texts of the volume.
    history: History,
    /// The epoch the metadata service gave out last (M-15).
    last_epoch: VolumeEpoch,
    instances: IdVec<InstanceId, Instance>,
    /// The instance the cluster endpoint points at.
    current: InstanceId,
    readers: IdVec<ReaderId, Reader>,
    lags: Lags,
    /// What looks after the writer, if anything does.
    cluster: Option<Cluster>,
    /// What is being done to it on purpose.
    operations: Operations,
    /// Clients' connections to it.
    links: Option<Links>,
    control: ControlPlane,
    control_alarms: Alarms,
    /// The event of each group's newest membership.
    proposed: LiteMap<GroupId, EventId>,
    watch: Watch,
    /// What tells of hot copies, if they are looked for.
    heat: Option<Box<Heat>>,
    patching: Patching,
    seats: Seats,
    /// Of every segment's background work.
    speeds: Arc<Pipeline>,
    /// The storage nodes of the six copies a group begins with.
    storage_nodes: [SiteId; base::COPIES as usize],
    /// Memory for what a segment wants done, lent to the one whose turn it is.
    lent: Effects,
    /// The segments that are stopped.
    stopped: LiteMap<SegmentId, ()>,
    /// The newest commit that was acknowledged.
    last_acknowledged: Option<Waiting>,
    /// The events that commands brought about.
    from_outside: Ledger<EventId>,
    abilities: IdVec<GroupId, Ability>,
    clients: Clients,
    requests: Requests,
    /// Where the loading of a page began, by the instance and the request that needs it first.
    loads: LiteMap<(InstanceId, RequestId), EventId>,
    /// What travels beside the newest message that lets a reader begin: the epoch, the VDL, and the transactions that
    /// are active there.
    begins: LiteMap<ReaderId, (VolumeEpoch, Lsn, Arc<[TxnId]>)>,
    /// Page images on their way.
    images: LiteMap<ImageKey, Arc<Page>>,
    /// Pages on their way to newcomers, by the newcomer and the sender, as of a record.
    page_copies: LiteMap<(SegmentId, SegmentId), Arc<Page>>,
    /// Page images on their way from peer to peer.
    peer_images: LiteMap<(SegmentId, SegmentId, PageId), Arc<Page>>,
    /// What is in the object store.
    stores: IdVec<GroupId, ObjectStore>,
    /// What the copies of each group have made of late.
    made: IdVec<GroupId, Made>,
    paused_copies: CopySet,
    /// Long queries that have not been ended.
    long_reads: VecDeque<RequestId>,
    /// When the log reaches here, it is looked again what of it may be let go.
    let_go_at: u64,
    plan: Arc<Vec<Command>>,
    /// Planned commands that made no sense when their moment came.
    refusals: Vec<(u32, Refusal)>,
    /// How it stands in a global database, if it is part of one.
    region: RegionRole,
    slow_copies: [u32; base::SLOTS as usize],
    counters: Counters,
    steps: u64,
}

impl World {
    /// A run that has not begun to move: an empty volume, all copies up, no clients at work.
    ///
    /// # Panics
    /// If the topology does not pass [`Topology::check`].
    pub fn new(topology: Topology, seed: u64, keep: Keep) -> World {
        let mut world = World::not_begun(topology, seed, keep);
        world.start_readers();
        if world.is_looked_after() {
            world.start_meter(EventId(0));
        }
        world
    }

    fn not_begun(topology: Topology, seed: u64, keep: Keep) -> World {
        topology.check().expect("a checked topology");
        let mut network = network(&topology);
        // In this order: `site_of` counts on it.
        let site = network.add_site(place_of(topology.writer_zone));
        network.add_site(OUTSIDE);
        for _ in CopyId::slots() {
            for zone in ZoneId::all() {
                network.add_site(place_of(zone));
            }
        }
        network.add_site(OUTSIDE);
        let wrong_rule = topology.wrong_rule;
        let log = RedoLog::new(topology.groups, Lsn::ZERO);
        let config = WriterConfig {
            wrong_rule,
            segments: topology.segments,
            lsn_allocation_limit: topology.lsn_allocation_limit,
            call_delay: topology.call_span(),
            groups_max: topology.groups_most(),
            page_bytes: topology.page_bytes,
            cache_pages: World::cache_of_writer(&topology),
            background: topology.pipeline.background,
            readers: topology.places().count() as u8,
            own_place: writer_place(&topology),
        };
        let writer = Writer::new(config, &log);
        let first_members = World::first_members(&topology);
        let speeds = Arc::new(topology.pipeline);
        let mut seats = Seats::default();
        for _ in 0..topology.groups {
            seats.add_group(|id| {
                Segment::new(id, topology.persist_span())
                    .among(first_members)
                    .with_speeds(Arc::clone(&speeds))
                    .under(wrong_rule)
            });
        }
        let quorum = WrongRule::quorum(wrong_rule);
        let readers = Reader::all(&topology, first_members, site, &mut network);
        let instance = Instance {
            writer,
            alarms: Alarms::default(),
            zone: topology.writer_zone,
            site,
            send_causes: recovery::no_causes(topology.groups, EventId(0)),
            place: writer_place(&topology),
            went_on: EventId(0),
        };
        let mut journal = Journal::new(keep);
        journal.note(SimTime::ZERO, None, Event::RunBegan { seed });
        World {
            seed,
            quorum,
            agenda: Agenda::default(),
            network,
            weather: Chance::new(seed, Stream::Network),
            reader_weather: Chance::new(seed, Stream::Readers),
            journal,
            history: History::new(log),
            last_epoch: VolumeEpoch::FIRST,
            instances: IdVec::from_iter([instance]),
            current: InstanceId::FIRST,
            readers,
            lags: Lags::default(),
            cluster: Cluster::of(&topology, seed),
            operations: Operations::default(),
            links: topology.failover.map(|_| Links::new(seed)),
            control: ControlPlane::new(quorum, first_members).under(wrong_rule),
            storage_nodes: std::array::from_fn(|copy| {
                let copy = CopyId(copy as u8);
                sites::storage_node(copy, first_members.zone(copy))
            }),
            control_alarms: Alarms::default(),
            proposed: LiteMap::new_vec(),
            watch: Watch::default(),
            heat: topology.find_hot_copies.then(Box::default),
            patching: Patching::default(),
            seats,
            speeds,
            lent: None,
            stopped: LiteMap::new_vec(),
            last_acknowledged: None,
            from_outside: Ledger::new(keep),
            abilities: (0..topology.groups).map(|_| Ability::ReadWrite).collect(),
            clients: Clients::new(Chance::new(seed, Stream::Clients)),
            requests: Requests::new(keep),
            loads: LiteMap::new_vec(),
            begins: LiteMap::new_vec(),
            images: LiteMap::new_vec(),
            page_copies: LiteMap::new_vec(),
            peer_images: LiteMap::new_vec(),
            stores: (0..topology.groups)
                .map(|_| ObjectStore::default())
                .collect(),
            made: (0..topology.groups).map(|_| Made::default()).collect(),
            paused_copies: CopySet::NONE,
            long_reads: VecDeque::new(),
            let_go_at: 0,
            plan: Arc::default(),
            refusals: Vec::new(),
            region: RegionRole::default(),
            slow_copies: [1; base::SLOTS as usize],
            counters: Counters::default(),
            steps: 0,
            topology: Arc::new(topology),
        }
    }
}

/// The place of the host that begins as the writer, in a cluster that looks after its writer: the last.
fn writer_place(topology: &Topology) -> Option<ReaderId> {
    let readers = topology.readers.len();
    topology.failover.map(|_| ReaderId::from_index(readers))
}

fn network(topology: &Topology) -> Network {
    Network::new(ZONES + 1, |from, to| {
        if from == OUTSIDE || to == OUTSIDE {
            let Micros(shortest, longest) = topology.client_micros;
            sim::Delay::uniform(shortest, longest)
        } else {
            topology.delay(topology.zone_delay(ZoneId(from.0), ZoneId(to.0)))
        }
    })
}
