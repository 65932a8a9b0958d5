//! The writer as it is drawn.

use base::{GroupId, Lsn, Phrase, RequestId, TxnId, ZoneId};
use world::{Ability, Phase, World, WriterStanding};

use crate::Tone;
use crate::ring::RingView;

/// The commit that waits longest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OldestCommit {
    /// The transaction.
    pub txn: TxnId,
    /// The LSN of its commit record.
    pub scn: Lsn,
    /// The group of its commit record.
    pub group: GroupId,
    /// The request it serves.
    pub request: RequestId,
}

/// The writer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WriterView {
    /// Where it runs.
    pub zone: ZoneId,
    /// Whether it is the agent that takes in the redo of another Region, in place of a writer (G-3, G-4).
    pub agent: bool,
    /// The quorum ring; none before the first commit.
    pub ring: Option<RingView>,
    /// Commits that wait.
    pub waiting: u32,
    /// The one that waits longest.
    pub oldest: Option<OldestCommit>,
    /// Requests that wait for a free LSN (L-15).
    pub held: u32,
    /// Reads without an answer.
    pub reads: u32,
    /// How busy its processors were in the last second, in thousandths; nothing outside a cluster that looks after it.
    pub cpu_permille: Option<u32>,
    /// The volume complete LSN (L-7).
    pub vcl: Lsn,
    /// The volume durable LSN (L-11).
    pub vdl: Lsn,
    /// The highest LSN handed out.
    pub allocated: Lsn,
    /// What it is doing.
    pub status: Phrase,
    /// How that is meant.
    pub tone: Tone,
}

pub(crate) fn writer_view(world: &World, ring: Option<RingView>) -> WriterView {
    let (writer, log) = (world.writer(), world.log());
    let oldest = writer.commits().iter().next().and_then(|waiting| {
        Some(OldestCommit {
            txn: waiting.txn,
            scn: waiting.scn,
            group: log.get(waiting.scn)?.group(),
            request: waiting.request,
        })
    });
    let (status, tone) = status(world, ring.as_ref(), oldest.as_ref());
    WriterView {
        zone: world.writer_zone(),
        agent: world.follows(),
        ring,
        waiting: writer.commits().len(),
        oldest,
        held: writer.requests_held(),
        reads: writer.reads_open(),
        cpu_permille: world.writer_host().map(|host| world.cpu_permille(host)),
        vcl: writer.points().vcl(),
        vdl: writer.points().vdl(),
        allocated: writer.allocated(),
        status,
        tone,
    }
}

/// The group that holds the VCL back: the one of the first record without its write quorum (L-9).
pub(crate) fn blocker(world: &World) -> Option<(Lsn, GroupId)> {
    let next = world.writer().points().vcl().next();
    world.log().get(next).map(|record| (next, record.group()))
}

/// What an instance does that has not opened the volume.
fn not_open(world: &World) -> Option<(Phrase, Tone)> {
    let writer = world.writer();
    Some(match writer.standing() {
        WriterStanding::Open => return None,
        WriterStanding::Crashed => (Phrase::new("writer-crashed"), Tone::Fault),
        WriterStanding::Fenced => (Phrase::new("writer-fenced"), Tone::Fault),
        WriterStanding::Recovering => {
            let recovery = writer.recovery()?;
            let id = match recovery.phase() {
                Phase::Survey | Phase::Gather => "writer-surveys",
                Phase::Truncate => "writer-truncates",
                Phase::Raise => "writer-raises",
                Phase::Spread | Phase::Done | Phase::Superseded => "writer-spreads",
            };
            let phrase = Phrase::new(id).with("groups", recovery.groups_open());
            (phrase, Tone::Waiting)
        }
    })
}

fn status(world: &World, ring: Option<&RingView>, oldest: Option<&OldestCommit>) -> (Phrase, Tone) {
    if let Some(said) = not_open(world) {
        return said;
    }
    let writer = world.writer();
    let (waiting, held) = (writer.commits().len(), writer.requests_held());
    let lost = blocker(world).filter(|(_, group)| world.ability(*group) != Ability::ReadWrite);
    if let (Some((_, group)), 1..) = (lost, waiting) {
        let phrase = Phrase::new("writer-quorum-lost")
            .with("group", group.number())
            .with("commits", waiting)
            .with("held", held);
        return (phrase, Tone::Fault);
    }
    if held > 0 {
        let phrase = Phrase::new("writer-held").with("requests", held);
        return (phrase, Tone::Waiting);
    }
    let shown = ring.filter(|ring| !ring.done);
    let shown = shown.map(|ring| (ring.txn, ring.scn));
    if let Some((txn, scn)) = shown.or_else(|| oldest.map(|oldest| (oldest.txn, oldest.scn))) {
        let phrase = Phrase::new("writer-waits")
            .with("txn", txn.0.to_string())
            .with("scn", scn)
            .with("others", waiting.saturating_sub(1));
        return (phrase, Tone::Waiting);
    }
    match writer.reads_open() {
        0 if world.follows() => (Phrase::new("writer-takes-in"), Tone::Quiet),
        0 => (Phrase::new("writer-idle"), Tone::Quiet),
        reads => (Phrase::new("writer-reads").with("reads", reads), Tone::Read),
    }
}
