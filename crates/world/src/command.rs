//! Everything a person, a lesson or a script can do.

use aurora::endpoints::EndpointProblem;
use aurora::failover::Size;
use aurora::instance::Class;
use aurora::scaling::Metric;
use base::{CopyId, GroupId, ReaderId, RequestId, ZoneId};
use serde::{Deserialize, Serialize};

use crate::Ends;
use crate::clients::Load;
use crate::cluster::{EndpointName, EndpointSpec, PolicySpec, ReaderSpec};

/// Something to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Command {
    /// Write a row.
    Put {
        /// Its key, 1 to 64 bytes.
        key: String,
        /// Its value, up to 256 bytes.
        value: String,
    },
    /// Read a row.
    Get {
        /// Its key, 1 to 64 bytes.
        key: String,
        /// Ask this reader instead of the writer.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from_reader: Option<ReaderId>,
    },
    /// Several statements as one transaction: nobody sees what it writes until it is committed, and if it is not,
    /// nothing of it stays.
    Transaction {
        /// Its statements, 1 to 16.
        statements: Vec<StatementSpec>,
        /// How it ends.
        #[serde(default, skip_serializing_if = "is_commit")]
        ends: Ends,
        /// How long its client thinks before each statement but the first, and before the end, in milliseconds, 0 to
        /// 300,000.
        #[serde(default, skip_serializing_if = "is_zero")]
        pause_millis: u32,
    },
    /// Let clients work by themselves, in place of those that do so already.
    StartLoad(Load),
    /// Let clients ask no more by themselves; what they have asked is still answered.
    StopLoad {},
    /// Stop a copy: what it holds in memory is lost, what is on its disk stays.
    StopCopy {
        /// The copy.
        copy: CopyId,
        /// Of this group only.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        group: Option<GroupId>,
    },
    /// Start a stopped copy again.
    RestartCopy {
        /// The copy.
        copy: CopyId,
        /// Of this group only.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        group: Option<GroupId>,
    },
    /// Cut a copy's storage node off from everything.
    CutCopy {
        /// The copy.
        copy: CopyId,
    },
    /// Make a cut copy reachable again.
    HealCopy {
        /// The copy.
        copy: CopyId,
    },
    /// Cut a zone off from everything outside it.
    CutZone {
        /// The zone.
        zone: ZoneId,
    },
    /// Make a cut zone reachable again.
    HealZone {
        /// The zone.
        zone: ZoneId,
    },
    /// Crash the writer's process: what it has in memory is lost.
    CrashWriter {},
    /// Start the crashed writer again on the same host: it recovers the volume and opens it.
    RestartWriter {},
    /// Let an instance in another zone become the writer. The old one is not asked: it may be gone, or merely cut off.
    PromoteWriter {
        /// The zone.
        zone: ZoneId,
    },
    /// Stop a reader: what it has in memory is lost.
    StopReader {
        /// The reader.
        reader: ReaderId,
    },
    /// Start a stopped reader again.
    RestartReader {
        /// The reader.
        reader: ReaderId,
    },
    /// Let another instance become the writer (F-15), in a cluster that looks after its writer.
    Failover {
        /// This one; without it, whoever is next by tier and size (F-2).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<ReaderId>,
    },
    /// Give an instance of a cluster another promotion tier. That alone never starts a failover (F-3).
    SetTier {
        /// The instance.
        reader: ReaderId,
        /// The tier, 0 (first) to 15 (last).
        tier: u8,
    },
    /// Add a reader to a cluster that looks after its writer.
    AddReader(ReaderSpec),
    /// Delete a reader of a cluster: its name leads nowhere at once, what it is at may end within three minutes (RP-11).
    RemoveReader {
        /// The reader.
        reader: ReaderId,
    },
    /// Give a reader of a cluster another class or size: its process is started anew.
    ModifyInstance {
        /// The reader.
        reader: ReaderId,
        /// Its class; without it, the one it has.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        class: Option<Class>,
        /// Its size; without it, the one it has.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        size: Option<Size>,
    },
    /// Stop a cluster as a whole: its processes end, its volume stays. After seven days it starts by itself (I-24).
    StopCluster {},
    /// Start a stopped cluster.
    StartCluster {},
    /// Restart the engine of a cluster's writer on its host; where it can be, without breaking connections (O-8).
    RestartEngine {},
    /// Patch the instances of a cluster one after another, the writer last: by a restart of its engine, or by handing over
    /// to a reader (O-4, O-5).
    PatchInstances {
        /// Whether the writer hands over to a reader.
        #[serde(default, skip_serializing_if = "is_false")]
        by_failover: bool,
    },
    /// Make a custom endpoint (I-8).
    CreateEndpoint(EndpointSpec),
    /// Give a custom endpoint other members; connections that are open stay (I-14).
    EditEndpoint(EndpointSpec),
    /// Delete a custom endpoint.
    DeleteEndpoint {
        /// Its name.
        name: String,
    },
    /// Let auto scaling look after the number of readers by a metric, in place of its policy before.
    SetScaling(PolicySpec),
    /// Remove the policy for a metric; readers that auto scaling has made stay.
    RemoveScaling {
        /// The metric.
        metric: Metric,
    },
    /// Switch cluster cache management on or off, in a cluster of the PostgreSQL family (CC-2).
    SetCacheManagement {
        /// Whether it is to be on.
        on: bool,
    },
    /// Tell clients which name to connect through.
    ConnectThrough {
        /// The name; without one, the names the scenario gives.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        endpoint: Option<EndpointName>,
        /// Tell it to the one who types, and not to the clients of loads.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        visitor: bool,
    },
    /// Make a copy's disk slower; once makes it as fast as usual.
    SlowCopy {
        /// The copy.
        copy: CopyId,
        /// How many times slower, 1 to 1,000.
        times: u32,
    },
    /// Make the way between two sites longer; once makes it as short as usual.
    SlowLink {
        /// One end.
        from: Site,
        /// The other.
        to: Site,
        /// How many times longer, 1 to 1,000.
        times: u32,
    },
    /// Replace a copy: a newcomer on another storage node of its zone is filled, and takes its place when it is full
    /// (M-5, M-6).
    ReplaceCopy {
        /// The copy.
        copy: CopyId,
        /// Of this group only.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        group: Option<GroupId>,
    },
    /// Mark a copy that has too much to do as bad, and move it to another storage node.
    MoveHotCopy {
        /// The copy.
        copy: CopyId,
        /// Of this group only.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        group: Option<GroupId>,
    },
    /// Take a replacement back: the copy stays a member, its newcomer is dropped (M-6).
    KeepCopy {
        /// The copy that is being replaced.
        copy: CopyId,
        /// Of this group only.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        group: Option<GroupId>,
    },
    /// Patch the storage nodes of a copy: they are away for two seconds.
    PatchCopy {
        /// The copy.
        copy: CopyId,
    },
    /// Patch all storage nodes, zone by zone, one copy of each group at a time.
    PatchAll {},
    /// Let background work of storage nodes rest: no page versions, no staging, no collecting, no scrubbing.
    PauseBackground {
        /// Only that of this copy.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        copy: Option<CopyId>,
    },
    /// Let background work that was paused go on.
    ResumeBackground {
        /// Only that of this copy.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        copy: Option<CopyId>,
    },
    /// Spoil the page of a row on the disk of one copy.
    DamagePage {
        /// The copy.
        copy: CopyId,
        /// The key of the row, 1 to 64 bytes.
        key: String,
    },
    /// Begin a long query: it reads a row when it ends, as of its beginning.
    BeginLongRead {
        /// The row's key, 1 to 64 bytes.
        key: String,
    },
    /// End the oldest long query.
    EndLongRead {},
    /// Lose a share of the messages between the writer and the copies and among the copies. A client's
    /// connection repeats by itself what is lost on it.
    LoseMessages {
        /// Only those of this copy.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        copy: Option<CopyId>,
        /// The share, in percent.
        percent: u32,
    },
}

/// Most statements of a transaction `[choice]`.
pub(crate) const STATEMENTS_MAX: u32 = 16;
/// The longest its client may think between two of them, in milliseconds `[choice]`.
pub(crate) const PAUSE_MILLIS_MAX: u32 = 300_000;

/// One statement of a transaction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum StatementSpec {
    /// Write a row.
    Put {
        /// Its key, 1 to 64 bytes.
        key: String,
        /// Its value, up to 256 bytes.
        value: String,
    },
    /// Read a row.
    Get {
        /// Its key, 1 to 64 bytes.
        key: String,
    },
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks like this")]
fn is_commit(ends: &Ends) -> bool {
    *ends == Ends::Commit
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks like this")]
fn is_false(is: &bool) -> bool {
    !*is
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks like this")]
fn is_zero(number: &u32) -> bool {
    *number == 0
}

/// An end of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Site {
    /// The writer.
    #[serde(rename = "writer")]
    Writer,
    /// The clients.
    #[serde(rename = "clients")]
    Clients,
    /// The storage node of a copy.
    A,
    /// The storage node of a copy.
    B,
    /// The storage node of a copy.
    C,
    /// The storage node of a copy.
    D,
    /// The storage node of a copy.
    E,
    /// The storage node of a copy.
    F,
    /// The storage node of a copy.
    G,
    /// The storage node of a copy.
    H,
}

impl Site {
    const COPIES: [Site; base::SLOTS as usize] = [
        Site::A,
        Site::B,
        Site::C,
        Site::D,
        Site::E,
        Site::F,
        Site::G,
        Site::H,
    ];

    /// The storage node of a copy.
    pub const fn copy(copy: CopyId) -> Site {
        Self::COPIES[copy.0 as usize]
    }

    /// The copy whose storage node it is, if it is one.
    pub fn as_copy(self) -> Option<CopyId> {
        CopyId::slots().find(|copy| Self::copy(*copy) == self)
    }
}

/// What came of a command that was carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    /// It is done.
    Done,
    /// It is asked; the answer will come under this number.
    Asked(RequestId),
}

/// Why a command makes no sense now. Nothing has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The volume has no such group.
    NoSuchGroup {
        /// The group asked for.
        group: GroupId,
        /// How many there are.
        groups: u32,
    },
    /// There is no such zone.
    NoSuchZone(ZoneId),
    /// There is no such copy.
    NoSuchCopy(CopyId),
    /// The copy is stopped already.
    AlreadyStopped(CopyId),
    /// The copy is running.
    NotStopped(CopyId),
    /// The copy is cut off already.
    CopyAlreadyCut(CopyId),
    /// The copy is not cut off.
    CopyNotCut(CopyId),
    /// The zone is cut off already.
    ZoneAlreadyCut(ZoneId),
    /// The zone is not cut off.
    ZoneNotCut(ZoneId),
    /// A link needs two ends.
    SameSite(Site),
    /// The number is too small or too large.
    OutOfRange {
        /// The field of the command.
        field: &'static str,
        /// What it says.
        value: u64,
        /// The smallest that works.
        min: u64,
        /// The largest that works.
        max: u64,
    },
    /// A row needs a key.
    EmptyKey,
    /// The key is too long.
    KeyTooLong {
        /// Its length in bytes.
        bytes: u32,
        /// The longest there may be.
        max: u32,
    },
    /// The value is too long.
    ValueTooLong {
        /// Its length in bytes.
        bytes: u32,
        /// The longest there may be.
        max: u32,
    },
    /// No load is running.
    NoLoad,
    /// The copy is no member of the group.
    NotAMember(CopyId),
    /// The copy is a newcomer that is being filled.
    Newcomer(CopyId),
    /// The copy is being replaced already.
    AlreadyLeaving(CopyId),
    /// Two copies of the group are being replaced: a third must wait.
    TwoAtOnce,
    /// The copy is not being replaced.
    NotLeaving(CopyId),
    /// A patch is under way.
    Patching,
    /// Patching the copy would take a second one from a group, or disturb a change of its members.
    GroupNotWhole {
        /// The copy.
        copy: CopyId,
        /// The group.
        group: GroupId,
    },
    /// Background work is paused already.
    BackgroundPaused,
    /// Background work is not paused.
    BackgroundNotPaused,
    /// The copy has no version of that page: nothing was ever written to it.
    NothingToDamage(CopyId),
    /// No long query is running.
    NoLongRead,
    /// The writer is down already.
    WriterIsDown,
    /// The writer is running.
    WriterIsUp,
    /// The writer runs in this zone.
    WriterIsThere(ZoneId),
    /// There is no such reader.
    NoSuchReader(ReaderId),
    /// The reader is stopped already.
    ReaderIsDown(ReaderId),
    /// The reader is running.
    ReaderIsUp(ReaderId),
    /// The scenario has no cluster that looks after its writer.
    NoCluster,
    /// In this cluster the control plane chooses who writes.
    ClusterChooses,
    /// A failover is under way.
    FailoverUnderWay,
    /// There is nobody who could become the writer.
    NoSuccessor,
    /// A cluster has 15 readers at most (I-2).
    TooManyReaders,
    /// The cluster is stopped, and cannot be changed (I-24).
    ClusterIsStopped,
    /// The cluster is not stopped.
    ClusterIsRunning,
    /// So many instances have come and gone that there are no numbers left for new ones.
    NoNumbersLeft,
    /// The instance is the writer, or is becoming it: another has to take over first.
    IsTheWriter(ReaderId),
    /// The instance is being deleted.
    ReaderLeaves(ReaderId),
    /// The instance has that class and size already.
    NothingToChange(ReaderId),
    /// A custom endpoint cannot be like that.
    Endpoint(EndpointProblem),
    /// There is no policy for that metric.
    NoSuchPolicy,
    /// Only the PostgreSQL family has cluster cache management (CC-2).
    NotPostgreSql,
    /// A secondary cluster of a global database has neither auto scaling nor cluster cache management (A-11, CC-12).
    NotInSecondary,
}
