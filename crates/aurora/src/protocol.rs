//! What the machines say to each other, and what they say has happened.

use std::hash::{Hash, Hasher};
use std::mem::discriminant;
use std::sync::Arc;

use base::{
    ClientId, CopyId, Digest, GroupId, InstanceId, Lsn, Noted, PageId, ReaderId, RequestId,
    SegmentId, SimSpan, TxnId,
};
use serde::{Deserialize, Serialize};

use crate::epoch::{GeometryEpoch, MembershipEpoch, Stamp, VolumeEpoch};
use crate::failover::ChosenWhy;
use crate::membership::Membership;
use crate::page::Page;
use crate::quorum::CopySet;
use crate::redo::{BackLinks, Generation, Range, Run};

pub use base::Bytes;

/// Who sends or receives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Address {
    /// A database instance: the writer, or one that was it.
    Instance(InstanceId),
    /// A client.
    Client(ClientId),
    /// One copy of one protection group.
    Segment(SegmentId),
    /// The storage control plane, which decides who the copies of a group are.
    ControlPlane,
    /// A reader (RP-1).
    Reader(ReaderId),
}

impl Hash for Address {
    /// As one word: an address stands in every second entry of the journal, twice.
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        let kind: u64 = match self {
            Address::Instance(_) => 0,
            Address::Client(_) => 1,
            Address::Segment(_) => 2,
            Address::ControlPlane => 3,
            Address::Reader(_) => 4,
        };
        // All kinds have it in the same place, so a processor need not guess which it is.
        let number = match *self {
            Address::Instance(InstanceId(number))
            | Address::Client(ClientId(number))
            | Address::Reader(ReaderId(number)) => number,
            Address::Segment(segment) => segment.packed(),
            Address::ControlPlane => 0,
        };
        state.write_u64(kind << 32 | u64::from(number));
    }
}

/// What a copy must know to work behind the writer's back. All three are records of its group, so that a quiet group
/// is not measured by the LSNs of others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Horizon {
    /// Up to here the group's log is durable, and will never be taken back.
    pub durable: Lsn,
    /// The lowest read point still in use: older page versions are not needed (PGMRPL, L-18).
    pub pgmrpl: Lsn,
    /// Up to here all copies have the log, so nobody needs to fetch it from a peer `[choice]`: collecting may be
    /// put off (S-12).
    pub everywhere: Lsn,
}

impl Horizon {
    /// Up to here log and old versions may be collected, when the object store has so much (S-16).
    pub fn floor(&self, staged: Lsn) -> Lsn {
        self.durable
            .min(self.pgmrpl)
            .min(self.everywhere)
            .min(staged)
    }
}

/// A message on the network. What is bulky (a client's row, a page) travels beside it, under its request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Message {
    /// Client to writer: a question; what is asked stands in [`Operation`].
    Ask(RequestId),
    /// Writer to client: the answer; what it says stands in [`Outcome`].
    Answer(RequestId),
    /// Writer to segment: redo records to keep (W-3).
    Write(Run),
    /// Segment to writer: a batch is durable, and this is how far I am complete (S-2, L-5).
    Ack {
        /// The sender's SCL.
        scl: Lsn,
    },
    /// Segment to writer: gossip has filled a hole, and this is how far I am complete now `[choice]`:
    /// without it, a record whose fourth copy came by gossip would count only with the next write.
    Report {
        /// The sender's SCL.
        scl: Lsn,
    },
    /// Segment to peer: this is how far I am complete; and you? (S-15)
    Compare {
        /// The sender's SCL.
        scl: Lsn,
    },
    /// Segment to peer: so am I; nothing to do.
    Same {
        /// The sender's SCL.
        scl: Lsn,
    },
    /// Segment to peer: you are ahead, send me what follows this (S-15).
    Lack {
        /// The sender's SCL.
        after: Lsn,
    },
    /// Segment to peer: records you lack (S-4).
    Fill(Run),
    /// Writer to segment: one page, please.
    ReadPage {
        /// The request it is for.
        request: RequestId,
        /// The page.
        page: PageId,
        /// The last record of the group at or below the read point.
        at: Lsn,
    },
    /// Segment to writer: the page asked for.
    PageImage {
        /// The request it is for.
        request: RequestId,
        /// The page.
        page: PageId,
        /// As of which record it was asked for.
        at: Lsn,
        /// The checksum of the page as it was sent (S-8).
        checksum: u64,
    },
    /// Segment to writer: I am not complete up to there (S-19).
    NotThatFar {
        /// The request it is for.
        request: RequestId,
        /// The sender's SCL.
        scl: Lsn,
    },
    /// Control plane to segment: these are the members of your group from now on (M-3). Who they are travels beside
    /// it.
    Members {
        /// The membership epoch.
        epoch: MembershipEpoch,
    },
    /// Segment to control plane: I have kept that membership.
    MembersKept {
        /// The membership epoch.
        epoch: MembershipEpoch,
        /// The sender's SCL.
        scl: Lsn,
    },
    /// Newcomer to a copy: one of your pages, please (M-26).
    CopyPage {
        /// The page.
        page: PageId,
        /// As of this record; zero as long as the newcomer has no base to stay with.
        at: Lsn,
    },
    /// Copy to newcomer: the page asked for; a tail answers without one.
    PageCopy {
        /// The page.
        page: PageId,
        /// As of this record.
        at: Lsn,
    },
    /// Control plane to newcomer: do you have everything up to here? (M-9, M-13)
    AreYouFull {
        /// What was durable when it joined lies at or below this.
        needs: Lsn,
    },
    /// Newcomer to control plane: I have, and count from now on.
    Full {
        /// The sender's SCL.
        scl: Lsn,
    },
    /// Segment to writer: that far back nobody needs to read any more (S-19).
    TooFarBack {
        /// The request it is for.
        request: RequestId,
        /// The lowest read point in use, as the sender knows it.
        pgmrpl: Lsn,
    },
    /// Segment to writer: my version of that page is damaged, ask another copy (S-8).
    Unreadable {
        /// The request it is for.
        request: RequestId,
    },
    /// Writer to segment: so far the log is durable, and from here on it is needed.
    Horizon(Horizon),
    /// Segment to peer: my version of a page is damaged, send me yours (S-17).
    LackPage {
        /// The page.
        page: PageId,
        /// The record the damaged version was made at.
        at: Lsn,
    },
    /// Segment to peer: a sound version of a page (S-17).
    PeerPage {
        /// The page.
        page: PageId,
        /// The checksum of the page as it was sent (S-8).
        checksum: u64,
    },
    /// Segment to whoever asked with an older epoch: refused, and this is what is current (M-2, M-4).
    Stale {
        /// The epochs the sender knows.
        knows: Stamp,
        /// The request it was for, if it was a read.
        request: Option<RequestId>,
    },
    /// Recovering instance to segment: do nothing for an older writer any more, and say how far you are complete
    /// (C-2).
    Survey {
        /// The epoch the instance wants to open the volume in.
        epoch: VolumeEpoch,
    },
    /// Segment to recovering instance: I shall, and this is how far I am complete.
    Surveyed {
        /// The epoch asked for.
        epoch: VolumeEpoch,
        /// The epoch the segment lives in.
        lives_in: VolumeEpoch,
        /// Its SCL.
        scl: Lsn,
    },
    /// Recovering instance to segment: write down which LSNs are void (C-5).
    Truncate {
        /// The epoch the range is marked with.
        epoch: VolumeEpoch,
        /// The range.
        range: Range,
    },
    /// Segment to recovering instance: the range is on disk.
    Truncated {
        /// The epoch it is marked with.
        epoch: VolumeEpoch,
    },
    /// Recovering instance to segment: this epoch begins (C-10, M-3).
    RaiseEpoch {
        /// The epoch.
        epoch: VolumeEpoch,
    },
    /// Segment to recovering instance: I live in it now, and am so far complete there.
    EpochRaised {
        /// The epoch.
        epoch: VolumeEpoch,
        /// The sender's SCL.
        scl: Lsn,
    },
    /// Recovering instance to segment: a peer lacks what follows this, pass it on (C-13).
    Pass {
        /// The peer.
        to: CopyId,
        /// The peer's SCL.
        after: Lsn,
    },
    /// Reader to writer: let me follow you, from wherever you are.
    Follow,
    /// Writer to reader: begin here, with nothing in memory. Which transactions have begun to write there and are not
    /// committed travels beside it (RP-6).
    Begin {
        /// The VDL.
        at: Lsn,
        /// How many they are.
        active: u32,
    },
    /// Writer to reader: the redo records after `after` up to `upto`, and how far the volume is durable (W-13, RP-6).
    Redo {
        /// The last record before them.
        after: Lsn,
        /// The last of them.
        upto: Lsn,
        /// The VDL.
        vdl: Lsn,
    },
    /// Reader to writer: so far I have everything, and this is the lowest read point in use here.
    Heard {
        /// The last record before the first it lacks.
        upto: Lsn,
        /// The newest VDL it has heard of.
        vdl: Lsn,
        /// Its lowest read point.
        lowest: Lsn,
    },
}

impl Noted for Message {
    #[inline(always)]
    fn mix_into(&self, digest: &mut Digest) {
        match self {
            Message::Ask(request) | Message::Answer(request) => {
                digest.add(&discriminant(self));
                digest.add(request);
            }
            Message::Write(run) => {
                digest.add(&discriminant(self));
                digest.add(run);
            }
            Message::Ack { scl } => {
                digest.add(&discriminant(self));
                digest.add(scl);
            }
            _ => self.hash(digest),
        }
    }
}

/// The request that stands for looking at a group for unfinished transactions (C-11); no client has asked it.
pub const fn undo_request(group: GroupId) -> RequestId {
    RequestId(UNDO_REQUESTS + group.0 as u64)
}

/// The group that is being looked at under this request, if it is one of [`undo_request`].
pub fn undo_group(request: RequestId) -> Option<GroupId> {
    let group = request.0.checked_sub(UNDO_REQUESTS)?;
    u32::try_from(group).ok().map(GroupId)
}

const UNDO_REQUESTS: u64 = 1 << 63;

/// What a client asks of the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Operation {
    /// Write a row, as a transaction of its own.
    Put {
        /// The row's key.
        key: Bytes,
        /// Its new value.
        value: Bytes,
    },
    /// Read a row.
    Get {
        /// The row's key.
        key: Bytes,
    },
    /// Begin a long query, that reads a row when it ends: as of its beginning.
    LongGet {
        /// The row's key.
        key: Bytes,
    },
    /// Several statements as one transaction.
    Transaction(Arc<Script>),
}

/// A transaction of several statements, one after another. The client hands it over in one piece `[choice]`; what it
/// does between two statements is the pause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Script {
    /// The statements; at least one.
    pub statements: Vec<Statement>,
    /// How it ends, if nothing goes wrong.
    pub ends: Ends,
    /// How long the client thinks before each statement but the first, and before it ends the transaction.
    pub pause: SimSpan,
}

impl Script {
    /// The rows it writes, each once, with what they are to be in the end.
    pub fn rows_written(&self) -> Vec<(&Bytes, &Bytes)> {
        let mut rows: Vec<(&Bytes, &Bytes)> = Vec::new();
        for statement in &self.statements {
            let Statement::Put { key, value } = statement else {
                continue;
            };
            match rows.iter_mut().find(|(known, _)| *known == key) {
                Some(row) => row.1 = value,
                None => rows.push((key, value)),
            }
        }
        rows
    }
}

/// One statement of a transaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Statement {
    /// Write a row. Until the transaction ends nobody else may write it, and nobody sees it.
    Put {
        /// The row's key.
        key: Bytes,
        /// Its new value.
        value: Bytes,
    },
    /// Read a row: what is committed when the statement begins (read committed `[choice]`), or what the transaction
    /// itself has written.
    Get {
        /// The row's key.
        key: Bytes,
    },
}

impl Statement {
    /// The row it is about.
    pub fn key(&self) -> &Bytes {
        match self {
            Statement::Put { key, .. } | Statement::Get { key } => key,
        }
    }
}

/// How a client wants a transaction to end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Ends {
    /// All of it is to stay.
    #[default]
    Commit,
    /// None of it is to stay.
    Rollback,
}

/// Why nothing of a transaction stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RollbackWhy {
    /// Its client wants it.
    Asked,
    /// It would wait for a row of a transaction that waits for one of its own.
    Deadlock,
    /// There is no room for one of its rows.
    NoRoom,
    /// The instance restarts without letting its connections go (O-8).
    Restart,
}

/// What became of a transaction of several statements.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Ended {
    /// It is durable; this is its SCN.
    Committed(Lsn),
    /// It has written nothing, so there is nothing to make durable.
    ReadOnly,
    /// Nothing of it stays.
    RolledBack(RollbackWhy),
}

impl Operation {
    /// The row it is about; of a transaction, the first.
    ///
    /// # Panics
    /// If it is a transaction without a statement.
    pub fn key(&self) -> &Bytes {
        match self {
            Operation::Put { key, .. } | Operation::Get { key } | Operation::LongGet { key } => key,
            Operation::Transaction(script) => script.statements[0].key(),
        }
    }

    /// Whether it writes: only the writer takes it then.
    pub fn writes(&self) -> bool {
        match self {
            Operation::Put { .. } => true,
            Operation::Get { .. } | Operation::LongGet { .. } => false,
            Operation::Transaction(script) => {
                let mut statements = script.statements.iter();
                statements.any(|it| matches!(it, Statement::Put { .. }))
            }
        }
    }
}

/// What the database answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The write is durable; this is its SCN.
    Committed(Lsn),
    /// The row's value, if there is such a row.
    Found(Option<Bytes>),
    /// The row's page has no room for it.
    PageFull(PageId),
    /// The transaction has ended.
    Ended {
        /// How.
        how: Ended,
        /// What its reads found, in order.
        found: Arc<[Option<Bytes>]>,
    },
}

/// Something a machine wants done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Send a message.
    Send {
        /// To whom.
        to: Address,
        /// What.
        message: Message,
    },
    /// Send the same records to several copies of their group, to each in a [`Message::Write`].
    SendWrites {
        /// To whom.
        to: CopySet,
        /// The records.
        run: Run,
    },
    /// Let a reader begin; the message is [`Message::Begin`].
    SendBegin {
        /// The reader.
        to: ReaderId,
        /// The VDL.
        at: Lsn,
        /// Transactions that have begun to write there and are not committed.
        active: Arc<[TxnId]>,
    },
    /// Send a page image; the message that carries it is [`Message::PageImage`].
    SendPage {
        /// To whom.
        to: Address,
        /// The request it is for.
        request: RequestId,
        /// The page.
        page: Arc<Page>,
        /// The checksum it was written with.
        checksum: u64,
        /// The record of its group it was asked for as of.
        at: Lsn,
    },
    /// Send a page image to a peer; the message that carries it is [`Message::PeerPage`].
    SendPeerPage {
        /// The peer.
        to: SegmentId,
        /// The page.
        page: Arc<Page>,
        /// The checksum it was written with.
        checksum: u64,
    },
    /// Send a page to a newcomer; the message that carries it is [`Message::PageCopy`].
    SendPageCopy {
        /// To whom.
        to: SegmentId,
        /// The page.
        page: Arc<Page>,
        /// As of this record.
        at: Lsn,
    },
    /// Answer a client's request.
    Answer {
        /// The request.
        request: RequestId,
        /// The answer.
        outcome: Outcome,
    },
    /// Write down that something has happened.
    Happened(Happening),
    /// A recovery has decided what stays: begin the text of its epoch.
    BeginText(Generation),
    /// A segment enters a volume epoch; it must be given that epoch's text.
    EnterEpoch(VolumeEpoch),
}

/// Something that has happened in the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Happening {
    /// The writer made a redo record.
    RecordMade {
        /// Its LSN.
        lsn: Lsn,
        /// The page it changes.
        page: PageId,
        /// The records before it.
        links: BackLinks,
        /// Whether it is a consistency point (CPL).
        ends_mtr: bool,
    },
    /// A transaction is written and waits for its commit record to become durable (W-7).
    CommitQueued {
        /// The transaction.
        txn: TxnId,
        /// The LSN of its commit record.
        scn: Lsn,
        /// The request it serves.
        request: RequestId,
    },
    /// A transaction of several statements begins one, goes on with it after waiting, or is about to end.
    StatementBegan {
        /// The request it serves.
        request: RequestId,
        /// Its place among the statements, from 0; behind the last, it ends.
        number: u32,
        /// The mark of the row it is about; 0 if it ends.
        row: u32,
    },
    /// A transaction of several statements has written a row, which is locked now.
    RowWritten {
        /// The request it serves.
        request: RequestId,
        /// The transaction.
        txn: TxnId,
        /// The record.
        lsn: Lsn,
        /// The mark of the row.
        row: u32,
        /// The mark of its value.
        value: u32,
    },
    /// A write waits until a transaction that has written the row ends.
    LockAwaited {
        /// The request that waits.
        request: RequestId,
        /// The transaction that has the row.
        owner: TxnId,
    },
    /// In one more group stands that a transaction is committed; what is left of its commit follows.
    CommitShared {
        /// The transaction.
        txn: TxnId,
        /// The record.
        lsn: Lsn,
    },
    /// A transaction of several statements is being rolled back.
    RollbackBegan {
        /// The request it serves.
        request: RequestId,
        /// Why.
        why: RollbackWhy,
    },
    /// A transaction of several statements has ended, and nothing of it has to become durable.
    TransactionEnded {
        /// The request it serves.
        request: RequestId,
        /// How.
        how: Ended,
    },
    /// No LSN may be handed out: the log has run too far ahead of the VDL (L-15).
    AllocationHeld {
        /// The request that has to wait.
        request: RequestId,
    },
    /// A segment has made records durable (S-2).
    Persisted {
        /// The segment.
        segment: SegmentId,
        /// The records, held before or not.
        run: Run,
        /// Its SCL after them.
        scl: Lsn,
    },
    /// The writer has learnt how far a segment is complete (L-5).
    SclHeard {
        /// The segment.
        segment: SegmentId,
        /// Its SCL.
        scl: Lsn,
    },
    /// A group's PGCL has moved on (L-6).
    PgclMoved {
        /// The group.
        group: GroupId,
        /// To here.
        to: Lsn,
    },
    /// The VCL has moved on (L-7).
    VclMoved {
        /// To here.
        to: Lsn,
    },
    /// The VDL has moved on (L-11).
    VdlMoved {
        /// To here.
        to: Lsn,
    },
    /// A commit is acknowledged (W-8, W-10).
    CommitAcknowledged {
        /// The transaction.
        txn: TxnId,
        /// The LSN of its commit record.
        scn: Lsn,
        /// The request it serves.
        request: RequestId,
    },
    /// The writer has begun to look for a row.
    ReadBegan {
        /// The request.
        request: RequestId,
        /// The page the row lives on.
        page: PageId,
        /// The VDL at this moment.
        read_point: Lsn,
    },
    /// The writer needs a page it has not seen since it started, to write to it or to undo (C-11).
    LoadBegan {
        /// The request that needs it first.
        request: RequestId,
        /// The page.
        page: PageId,
        /// The VDL at this moment.
        read_point: Lsn,
    },
    /// The page has come.
    PageLoaded {
        /// The request that needed it first.
        request: RequestId,
        /// The page.
        page: PageId,
    },
    /// A segment has built a page from its log (R-1, S-5).
    PageBuilt {
        /// The segment.
        segment: SegmentId,
        /// The request it is for.
        request: RequestId,
        /// The page.
        page: PageId,
        /// How many records had to be applied.
        applied: u32,
    },
    /// A read has its answer.
    ReadAnswered {
        /// The request.
        request: RequestId,
        /// Whether there is such a row.
        found: bool,
        /// The mark of its value; 0 if there is none.
        value: u32,
    },
    /// A protection group was added to the volume.
    GroupAdded {
        /// The group.
        group: GroupId,
        /// The geometry epoch that begins with it (M-14).
        geometry: GeometryEpoch,
    },
    /// A write was turned away because the row's page is full.
    PageFull {
        /// The request.
        request: RequestId,
        /// The page.
        page: PageId,
    },
    /// A page image arrived damaged and was thrown away.
    ImageDamaged {
        /// The request.
        request: RequestId,
        /// Who sent it.
        segment: SegmentId,
    },
    /// The control plane has decided who the members of a group are from now on; the copies do not know yet (M-5).
    MembersProposed {
        /// The group.
        group: GroupId,
        /// Its members.
        members: Membership,
    },
    /// A membership is recorded at a quorum of the copies (M-3).
    MembersRecorded {
        /// The group.
        group: GroupId,
        /// The membership epoch.
        epoch: MembershipEpoch,
        /// The copies that have kept it.
        by: CopySet,
    },
    /// A newcomer has copied a base: pages as of a record, and no record at or below it (M-26).
    BaseCopied {
        /// The newcomer.
        segment: SegmentId,
        /// The record.
        at: Lsn,
        /// Its SCL now.
        scl: Lsn,
    },
    /// A newcomer has everything that was durable when it joined, and counts from now on (M-13).
    Hydrated {
        /// The newcomer.
        segment: SegmentId,
        /// Its SCL.
        scl: Lsn,
    },
    /// The writer tells a group's copies how far the log is durable and what is still needed.
    HorizonTold {
        /// The group.
        group: GroupId,
        /// What it says.
        horizon: Horizon,
    },
    /// A page has left the writer's buffer cache.
    PageEvicted {
        /// The page.
        page: PageId,
        /// Its newest change.
        lsn: Lsn,
    },
    /// A segment has made log into page versions (S-5).
    Coalesced {
        /// The segment.
        segment: SegmentId,
        /// How many versions it has written.
        pages: u32,
        /// How many records are in them that were in none before.
        records: u32,
        /// How many records are in no version yet.
        backlog: u32,
    },
    /// A segment has staged log and pages to the object store (S-6).
    Staged {
        /// The segment.
        segment: SegmentId,
        /// How many records.
        records: u32,
        /// How many page images.
        pages: u32,
        /// The newest record in the store now.
        upto: Lsn,
    },
    /// A segment has let go log and page versions that nobody can need (S-7).
    Collected {
        /// The segment.
        segment: SegmentId,
        /// How many records.
        records: u32,
        /// How many page versions.
        versions: u32,
        /// The newest record it has let go.
        upto: Lsn,
    },
    /// A segment has looked through its page versions (S-8).
    Scrubbed {
        /// The segment.
        segment: SegmentId,
        /// How many versions it has looked at.
        pages: u32,
        /// How many pages have a damaged one.
        damaged: u32,
    },
    /// A segment has found a page version that is not what was written (S-8).
    DamageFound {
        /// The segment.
        segment: SegmentId,
        /// The page.
        page: PageId,
    },
    /// A damaged page version has been replaced by a peer's (S-17).
    PageRepaired {
        /// The segment.
        segment: SegmentId,
        /// The page.
        page: PageId,
        /// The peer.
        from: SegmentId,
    },
    /// Too much is in no page version yet, so a segment takes in more slowly; or that is over (S-11).
    IntakeThrottled {
        /// The segment.
        segment: SegmentId,
        /// Whether it begins.
        on: bool,
        /// How many records are in no version yet.
        backlog: u32,
    },
    /// A segment has refused a request from an older epoch; nothing has changed there (M-2).
    Refused {
        /// The segment.
        segment: SegmentId,
        /// Who asked.
        from: Address,
        /// The epochs the request came with.
        had: Stamp,
        /// The epochs the segment knows.
        knows: Stamp,
    },
    /// A segment has heard of a newer epoch.
    EpochLearnt {
        /// The segment.
        segment: SegmentId,
        /// The epochs it knows now.
        knows: Stamp,
    },
    /// An instance has begun to recover the volume.
    RecoveryBegan {
        /// The instance.
        instance: InstanceId,
        /// The epoch it wants to open it in.
        epoch: VolumeEpoch,
    },
    /// A segment has promised to do nothing for a writer older than this epoch.
    Fenced {
        /// The segment.
        segment: SegmentId,
        /// The epoch.
        epoch: VolumeEpoch,
    },
    /// The recovering instance has learnt how far a segment is complete (C-2).
    SurveyHeard {
        /// The segment.
        segment: SegmentId,
        /// The epoch it lives in.
        lives_in: VolumeEpoch,
        /// Its SCL.
        scl: Lsn,
    },
    /// What of a group's log stays, by the answers of its copies (C-17).
    PgclRecovered {
        /// The group.
        group: GroupId,
        /// The recovered PGCL.
        to: Lsn,
        /// The copies that answered.
        answered: CopySet,
    },
    /// The recovering instance has found out where the log is durable and declares the rest void (C-3, C-6).
    RangeDecided {
        /// The epoch the range belongs to.
        epoch: VolumeEpoch,
        /// The epoch whose text goes on.
        parent: VolumeEpoch,
        /// The recovered VCL.
        vcl: Lsn,
        /// The range; it begins above the recovered VDL.
        range: Range,
    },
    /// A segment has written a truncation range down (C-5).
    RangeWritten {
        /// The segment.
        segment: SegmentId,
        /// The epoch it is marked with.
        epoch: VolumeEpoch,
        /// The range.
        range: Range,
    },
    /// A segment has entered a volume epoch because the recovering instance said so (C-10).
    EpochRaised {
        /// The segment.
        segment: SegmentId,
        /// The epoch.
        epoch: VolumeEpoch,
        /// Its SCL there.
        scl: Lsn,
    },
    /// The volume is open again.
    VolumeOpened {
        /// The instance that writes now.
        instance: InstanceId,
        /// The epoch.
        epoch: VolumeEpoch,
        /// What is void; the first new LSN lies above it (C-7).
        range: Range,
    },
    /// An instance has heard of a newer writer than itself, and stops (C-10).
    WriterFenced {
        /// The instance.
        instance: InstanceId,
        /// The epoch it has heard of.
        newer: VolumeEpoch,
    },
    /// A transaction was found that had begun to write and was not committed (C-11).
    UnfinishedFound {
        /// The transaction.
        txn: TxnId,
        /// The group it wrote in.
        group: GroupId,
    },
    /// An unfinished transaction is undone: this record completes its rollback (C-11).
    TxnUndone {
        /// The transaction.
        txn: TxnId,
        /// The record.
        lsn: Lsn,
    },
    /// A reader follows the writer: its read points count from now on.
    ReaderJoined {
        /// The reader.
        reader: ReaderId,
        /// Its lowest read point.
        lowest: Lsn,
    },
    /// A reader has said nothing for too long, or starts anew: its read points count no more.
    ReaderAway {
        /// The reader.
        reader: ReaderId,
    },
    /// A reader begins with nothing in memory.
    ReaderBegan {
        /// The reader.
        reader: ReaderId,
        /// It shows the volume as of here.
        at: Lsn,
    },
    /// The writer of a cluster has missed so many checks that it counts as failed.
    WriterFailed {
        /// The instance.
        reader: ReaderId,
    },
    /// An instance was chosen to become the writer (F-2).
    SuccessorChosen {
        /// The instance.
        reader: ReaderId,
        /// What decided.
        why: ChosenWhy,
        /// How often somebody has been chosen since there was a writer.
        attempt: u8,
    },
    /// There is nobody to become the writer: it is made anew in its own zone (F-6).
    NoSuccessor {
        /// The instance that was the writer.
        reader: ReaderId,
    },
    /// There is nobody to become the writer, and its zone cannot be reached: somebody must add an instance elsewhere
    /// (F-7).
    ClusterStranded,
    /// A reader has moved on to a newer VDL, in one step (RP-3, RP-4).
    ReaderMoved {
        /// The reader.
        reader: ReaderId,
        /// It shows the volume as of here.
        to: Lsn,
        /// Records applied to pages in its cache.
        applied: u32,
        /// Records thrown away, for their pages are not there (RP-2).
        dropped: u32,
    },
    /// A reader has begun to look for a row.
    ReaderReadBegan {
        /// The reader.
        reader: ReaderId,
        /// The request.
        request: RequestId,
        /// The page the row lives on.
        page: PageId,
        /// What the reader shows at this moment.
        read_point: Lsn,
    },
    /// A reader has the answer to a read.
    ReaderAnswered {
        /// The reader.
        reader: ReaderId,
        /// The request.
        request: RequestId,
        /// The newest record in the page it read.
        lsn: Lsn,
        /// Whether there is such a row.
        found: bool,
    },
    /// The writer was refused by a segment for an older epoch and has learnt what is current (M-4).
    WriterRefreshed {
        /// Who told it.
        segment: SegmentId,
        /// The epochs the writer knows of its group now.
        knows: Stamp,
    },
}

impl Noted for Happening {
    #[inline(always)]
    fn mix_into(&self, digest: &mut Digest) {
        match self {
            Happening::RecordMade {
                lsn,
                page,
                links,
                ends_mtr,
            } => {
                digest.add(&discriminant(self));
                digest.add(lsn);
                digest.add(page);
                digest.add(links);
                digest.add(ends_mtr);
            }
            Happening::CommitQueued { txn, scn, request }
            | Happening::CommitAcknowledged { txn, scn, request } => {
                digest.add(&discriminant(self));
                digest.add(txn);
                digest.add(scn);
                digest.add(request);
            }
            Happening::Persisted { segment, run, scl } => {
                digest.add(&discriminant(self));
                digest.add(segment);
                digest.add(run);
                digest.add(scl);
            }
            Happening::SclHeard { segment, scl } => {
                digest.add(&discriminant(self));
                digest.add(segment);
                digest.add(scl);
            }
            Happening::PgclMoved { group, to } => {
                digest.add(&discriminant(self));
                digest.add(group);
                digest.add(to);
            }
            Happening::VclMoved { to } | Happening::VdlMoved { to } => {
                digest.add(&discriminant(self));
                digest.add(to);
            }
            _ => self.hash(digest),
        }
    }
}

/// Why a machine wants to be woken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WakeReason {
    /// The network calls that carry a group's buffers are executed (W-5).
    Call(GroupId),
    /// What has no write quorum yet is sent again.
    Resend(GroupId),
    /// A read looks for another copy.
    ReadAgain(RequestId),
    /// A transaction's client has thought long enough.
    Statement(RequestId),
    /// A page that is being loaded is asked of another copy.
    LoadAgain(PageId),
    /// A recovery asks again, or goes on.
    Recover,
    /// The orders of a recovering instance are on disk.
    OrdersDone,
    /// The disk has written what it was given (S-2).
    DiskDone,
    /// It is time to compare notes with a peer (S-4).
    Gossip,
    /// It is time to ask for the next page of the base (M-26).
    Hydrate,
    /// A batch of background work is done (S-5 … S-8).
    Background,
    /// Readers are to hear what is new.
    Stream,
    /// A reader asks again to be let follow.
    Follow,
    /// Copies are to hear how far the log is durable and what is still needed.
    Horizon,
}
