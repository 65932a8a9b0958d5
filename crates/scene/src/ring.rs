//! The quorum ring: one commit, and how it stands at each of the six copies.

use base::{COPIES, CopyId, GroupId, Lsn, RequestId, SegmentId, TxnId};
use world::{Site, Standing, VISITOR, Waiting, World, WriterStanding};

use crate::traffic::{Traffic, contains};

/// How the commit record stands at one copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arc {
    /// The writer has heard that the copy is complete up to it (L-5).
    Confirmed,
    /// The copy is complete up to it, and its answer is on the way to the writer.
    AckOnWay,
    /// The copy is complete up to it, the writer does not know, and no answer is on the way.
    Stored,
    /// The copy holds it beyond a hole, so it does not count yet (L-4).
    BeyondHole,
    /// The copy has taken it in and is making it durable (S-1, S-2).
    Persisting,
    /// It is on its way to the copy.
    OnWay,
    /// Nothing of it is at the copy or on its way there.
    Waiting,
    /// The copy is stopped or cut off.
    Unreachable,
}

/// One arc of the ring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ArcView {
    /// The copy.
    pub copy: CopyId,
    /// How the record stands there.
    pub state: Arc,
}

/// The ring of one commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RingView {
    /// The transaction.
    pub txn: TxnId,
    /// The request it serves.
    pub request: RequestId,
    /// Whether a person at the page has asked for it.
    pub is_visitor: bool,
    /// The group of its commit record.
    pub group: GroupId,
    /// The LSN of its commit record (L-19).
    pub scn: Lsn,
    /// Copies the writer knows to have it.
    pub confirmed: u8,
    /// Copies it needs.
    pub needed: u8,
    /// One arc for each copy, in order.
    pub arcs: [ArcView; COPIES as usize],
    /// Whether it is acknowledged already.
    pub done: bool,
}

/// Waiting commits that are looked through for the visitor's.
const LOOKED_THROUGH: usize = 50_000;

/// The commit the ring shows: a write of the visitor that waits (the newest), else the commit that waits
/// longest, else the last acknowledged one. The second value says whether it is acknowledged.
pub(crate) fn subject(world: &World) -> Option<(Waiting, bool)> {
    let commits = world.writer().commits();
    let visitors = newest_open_write(world).and_then(|id| {
        let mut queue = commits.iter().rev().take(LOOKED_THROUGH);
        queue.find(|waiting| waiting.request == id)
    });
    let waiting = visitors.or_else(|| commits.iter().next());
    match waiting {
        Some(waiting) => Some((*waiting, false)),
        None => Some((world.last_acknowledged()?, true)),
    }
}

/// The newest write of the visitor that the writer has not answered.
fn newest_open_write(world: &World) -> Option<RequestId> {
    let mut open = world
        .visitor_requests()
        .rev()
        .take_while(|id| !matches!(world.standing(*id), None | Some(Standing::Answered { .. })));
    open.find(|id| {
        let request = world.request(*id);
        world.standing(*id) == Some(Standing::Open)
            && request.is_some_and(|request| request.operation.writes())
    })
}

pub(crate) fn is_visitors(world: &World, request: RequestId) -> bool {
    world
        .request(request)
        .is_some_and(|request| request.client == VISITOR)
}

/// None while no writer has the volume open: who has acknowledged what was in its memory alone (C-1).
pub(crate) fn ring(world: &World, traffic: &Traffic) -> Option<RingView> {
    if world.writer().standing() != WriterStanding::Open {
        return None;
    }
    let (waiting, done) = subject(world)?;
    let group = world.log().get(waiting.scn)?.group();
    let arcs = std::array::from_fn(|index| {
        let copy = CopyId(index as u8);
        ArcView {
            copy,
            state: arc(world, traffic, SegmentId::new(group, copy), waiting.scn),
        }
    });
    Some(RingView {
        txn: waiting.txn,
        request: waiting.request,
        is_visitor: is_visitors(world, waiting.request),
        group,
        scn: waiting.scn,
        confirmed: world
            .writer()
            .points()
            .group(group)
            .confirmed(waiting.scn)
            .len(),
        needed: world.quorum().write(),
        arcs,
        done,
    })
}

/// How a record of the segment's group stands at the segment.
pub(crate) fn arc(world: &World, traffic: &Traffic, id: SegmentId, lsn: Lsn) -> Arc {
    let (log, segment) = (world.log(), world.segment(id));
    if world.writer().points().scl(id) >= lsn {
        Arc::Confirmed
    } else if !world.is_up(id) || !world.is_link_open(Site::Writer, Site::copy(id.copy())) {
        Arc::Unreachable
    } else if segment.scl() >= lsn {
        match traffic.answer_with(id, lsn) {
            Some(_) => Arc::AckOnWay,
            None => Arc::Stored,
        }
    } else if world.holds(segment.id(), lsn) {
        Arc::BeyondHole
    } else if segment.runs_in_memory().any(|run| contains(log, run, lsn)) {
        Arc::Persisting
    } else if traffic.batch_with(log, id, lsn).is_some() {
        Arc::OnWay
    } else {
        Arc::Waiting
    }
}
