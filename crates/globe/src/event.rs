//! Everything that can be seen to happen between Regions.

use base::{Lsn, Noted, RegionId, TxnId};
use serde::Serialize;

use crate::config::Era;
use crate::names::DatabaseId;

/// Something that has happened; the journal adds when, and because of which event.
///
/// What happens inside a Region stands in that Region's own journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum GlobalEvent {
    /// The run began.
    RunBegan {
        /// Its seed.
        seed: u64,
    },
    /// A cluster with an empty volume was made in a Region.
    ClusterMade {
        /// The Region.
        region: RegionId,
        /// The database it belongs to.
        database: DatabaseId,
        /// Counts the clusters there were in the Region.
        number: u32,
        /// Whether it is the primary.
        primary: bool,
    },
    /// A cluster is gone, its volume with it.
    ClusterDeleted {
        /// The Region.
        region: RegionId,
    },
    /// Redo has left the primary Region (G-4).
    RedoSent {
        /// To where.
        to: RegionId,
        /// Where the log stands behind it.
        upto: Lsn,
        /// How many records; none if it says what is void.
        records: u32,
    },
    /// It has arrived.
    RedoArrived {
        /// Where.
        region: RegionId,
        /// Where the log stands behind it.
        upto: Lsn,
    },
    /// The primary has heard how far a secondary's volume is durable.
    ProgressHeard {
        /// The secondary.
        region: RegionId,
        /// So far.
        upto: Lsn,
    },
    /// A way between two Regions was cut.
    LinkCut {
        /// One end.
        one: RegionId,
        /// The other.
        other: RegionId,
    },
    /// It is open again.
    LinkHealed {
        /// One end.
        one: RegionId,
        /// The other.
        other: RegionId,
    },
    /// A way between two Regions is longer than usual.
    LinkSlowed {
        /// One end.
        one: RegionId,
        /// The other.
        other: RegionId,
        /// So many times; once is as usual.
        times: u32,
    },
    /// A whole Region went dark.
    RegionDown {
        /// The Region.
        region: RegionId,
    },
    /// It is back.
    RegionUp {
        /// The Region.
        region: RegionId,
    },
    /// The RPO limit in the parameter group of a Region was changed; it holds from now on (G-54).
    RpoSet {
        /// The Region.
        region: RegionId,
        /// The limit in seconds; none holds nothing back.
        seconds: Option<u32>,
    },
    /// Every secondary lags by the RPO limit or more: commits wait (G-51, G-53).
    CommitsHeld {
        /// The primary.
        region: RegionId,
        /// The limit in seconds.
        seconds: u32,
    },
    /// They wait no longer (G-52).
    CommitsReleased {
        /// The primary.
        region: RegionId,
    },
    /// A planned change of the primary was asked for (G-20).
    SwitchoverBegan {
        /// The primary.
        from: RegionId,
        /// Who is to take over.
        to: RegionId,
    },
    /// All writes that were taken are done, and no more are taken (G-21b).
    WritesDone {
        /// The primary.
        region: RegionId,
    },
    /// Whoever must be in step has the last record.
    InStep {
        /// The primary.
        region: RegionId,
        /// The last record.
        upto: Lsn,
    },
    /// A planned change was taken back, by a person or because it took too long (G-27).
    SwitchoverCancelled {
        /// Who was to take over.
        to: RegionId,
        /// Whether somebody asked for it.
        asked: bool,
    },
    /// Everything stands as before the planned change that was taken back.
    SwitchoverTakenBack {
        /// The primary.
        region: RegionId,
    },
    /// A Region has begun to make one of its readers the writer.
    PromotionBegan {
        /// The Region.
        region: RegionId,
    },
    /// A Region is the primary from now on: its volume is open.
    PrimaryOpened {
        /// The Region.
        region: RegionId,
        /// Of this database.
        database: DatabaseId,
        /// It has all of the log up to here.
        point: Lsn,
        /// Where it goes on.
        until: Lsn,
    },
    /// A failover that may lose data was asked for (G-34).
    FailoverBegan {
        /// The primary.
        from: RegionId,
        /// Who is to take over.
        to: RegionId,
    },
    /// It has come to nothing: who was to take over went dark.
    FailoverGivenUp {
        /// Who was to take over.
        to: RegionId,
    },
    /// Storage of the old primary takes no writes any more (G-35).
    FencingSucceeded {
        /// The old primary.
        region: RegionId,
    },
    /// Storage of the old primary could not be reached in time: perhaps it goes on writing (G-35).
    FencingTimedOut {
        /// The old primary.
        region: RegionId,
    },
    /// An acknowledged commit is not in the new primary (G-39).
    CommitLost {
        /// The Region that acknowledged it.
        region: RegionId,
        /// The LSN of its commit record there.
        scn: Lsn,
        /// The transaction.
        txn: TxnId,
    },
    /// A secondary gets a new volume from the new primary, and cannot be read meanwhile (G-36).
    RebuildBegan {
        /// The secondary.
        region: RegionId,
    },
    /// It has all there was when that began.
    RebuildDone {
        /// The secondary.
        region: RegionId,
    },
    /// A snapshot of a volume was taken before the volume was replaced (G-37).
    SnapshotTaken {
        /// The Region.
        region: RegionId,
    },
    /// It could not be taken: not enough copies are there (G-38).
    SnapshotFailed {
        /// The Region.
        region: RegionId,
    },
    /// A system snapshot was copied, so that it stays (G-38).
    SnapshotCopied {
        /// The Region.
        region: RegionId,
    },
    /// A system snapshot is gone, its time over (G-38).
    SnapshotExpired {
        /// The Region.
        region: RegionId,
    },
    /// A secondary left its global database and is to stand alone (G-30, G-31).
    Detached {
        /// The Region.
        region: RegionId,
        /// The database it is now.
        database: DatabaseId,
    },
    /// Two clusters that were one take writes, and nothing brings them together again (G-32).
    SplitBrain {
        /// One.
        one: RegionId,
        /// The other.
        other: RegionId,
    },
    /// Writes were stopped in a Region, or allowed again, by a person.
    WritesClosed {
        /// The Region.
        region: RegionId,
        /// Whether they were stopped.
        closed: bool,
    },
    /// The application's configuration names the address of a Region, or the global writer endpoint.
    AppPointed {
        /// The Region; without it, the global writer endpoint.
        through: Option<RegionId>,
    },
    /// The application works in another Region from now on.
    AppTurned {
        /// There.
        region: RegionId,
    },
    /// The application asks no more.
    AppStopped,
    /// Write forwarding was set in a Region (G-70).
    ForwardingSet {
        /// The Region.
        region: RegionId,
    },
    /// A statement of a session of a secondary is on its way to the primary (G-70).
    Forwarded {
        /// The secondary.
        region: RegionId,
        /// The session.
        session: u16,
    },
    /// Its answer is back.
    ForwardAnswered {
        /// The secondary.
        region: RegionId,
        /// The session.
        session: u16,
    },
    /// Clients that read from the nearest Region were led elsewhere by their own DNS (G-15).
    ReadersTurned {
        /// Where they are.
        home: RegionId,
        /// The Region they read from; without one, none can be read.
        region: Option<RegionId>,
    },
    /// They read no more.
    ReadersStopped {
        /// Where they are.
        home: RegionId,
    },
    /// The rules of these years hold from now on.
    EraSet {
        /// The years.
        era: Era,
    },
    /// An instance was added to a Region.
    InstanceAdded {
        /// The Region.
        region: RegionId,
    },
    /// A global writer endpoint leads to another Region (G-45).
    EndpointMoved {
        /// Of this database.
        database: DatabaseId,
        /// There.
        region: RegionId,
    },
    /// A forwarded session has been idle for too long, and has no connection to the primary any more (G-74, G-76).
    ForwardIdle {
        /// The secondary.
        region: RegionId,
        /// The session.
        session: u16,
    },
}

impl Noted for GlobalEvent {}
