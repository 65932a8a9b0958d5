//! Everything a person, a lesson or a script can do to a global database.

use base::RegionId;
use serde::{Deserialize, Serialize};
use world::{Command, Load};

use crate::config::Era;
use crate::forwarding::{Forwarding, Isolation};

/// Something to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum GlobalCommand {
    /// Do something in the cluster of one Region.
    In {
        /// The Region.
        region: RegionId,
        /// What.
        command: Command,
    },
    /// Add a secondary Region to the database of another.
    AddRegion {
        /// The new Region.
        region: RegionId,
        /// A Region of the database it joins.
        to: RegionId,
        /// Its instances; none is a headless secondary (G-14).
        instances: u8,
    },
    /// Add an instance to a Region.
    AddInstance {
        /// The Region.
        region: RegionId,
    },
    /// Delete the cluster of a Region that is no secondary, or a secondary with all it has.
    DeleteCluster {
        /// The Region.
        region: RegionId,
    },
    /// Cut the way between two Regions.
    CutLink {
        /// One end.
        one: RegionId,
        /// The other.
        other: RegionId,
    },
    /// Make it open again.
    HealLink {
        /// One end.
        one: RegionId,
        /// The other.
        other: RegionId,
    },
    /// Make the way between two Regions longer; once makes it as short as usual.
    SlowLink {
        /// One end.
        one: RegionId,
        /// The other.
        other: RegionId,
        /// How many times longer, 1 to 100,000.
        times: u32,
    },
    /// A whole Region goes dark.
    DarkenRegion {
        /// The Region.
        region: RegionId,
    },
    /// It is back.
    LightRegion {
        /// The Region.
        region: RegionId,
    },
    /// Set the RPO limit in the parameter group of a Region (G-50, G-55).
    SetRpo {
        /// The Region.
        region: RegionId,
        /// The limit, 20 to 2,147,483,647 seconds; without it nothing is held back.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        seconds: Option<u32>,
    },
    /// Move the primary to another Region as planned, losing nothing (G-20).
    Switchover {
        /// The Region.
        to: RegionId,
    },
    /// Take a planned change back (G-27).
    CancelSwitchover {},
    /// Make another Region the primary though the old one may have more (G-34).
    Failover {
        /// The Region.
        to: RegionId,
        /// Whoever asks for it has to say that data may be lost.
        allow_data_loss: bool,
    },
    /// Take a secondary out of its global database: it stands alone from then on, and writes (G-30).
    Detach {
        /// The Region.
        region: RegionId,
    },
    /// Take no writes in a Region any more (G-30, step 1).
    StopWrites {
        /// The Region.
        region: RegionId,
    },
    /// Take writes in a Region again.
    ResumeWrites {
        /// The Region.
        region: RegionId,
    },
    /// Let the application work; what it did before it does no more.
    StartApp {
        /// How it works.
        load: Load,
        /// The Region whose address it uses (G-26); without it, the global writer endpoint (G-45).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        through: Option<RegionId>,
    },
    /// Set write forwarding in a Region (G-70).
    SetForwarding {
        /// The Region.
        region: RegionId,
        /// How.
        forwarding: Forwarding,
    },
    /// A session of a secondary writes a row, which is done in the primary (G-70).
    Forward {
        /// The secondary.
        region: RegionId,
        /// The session.
        session: u16,
        /// The row's key, 1 to 64 bytes.
        key: String,
        /// Its value, up to 256 bytes.
        value: String,
        /// The isolation level of its transaction; without it, the engine's usual one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        isolation: Option<Isolation>,
    },
    /// A session of a secondary reads a row there (G-72).
    Select {
        /// The secondary.
        region: RegionId,
        /// The session.
        session: u16,
        /// The row's key, 1 to 64 bytes.
        key: String,
    },
    /// Let the application ask no more; what it has asked is still answered.
    StopApp {},
    /// Point the application at another address (G-26; G-30, step 4).
    PointApp {
        /// The Region whose address it uses; without it, the global writer endpoint.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        through: Option<RegionId>,
    },
    /// Let clients of a Region read from whichever Region is nearest, which their own DNS finds out (G-15).
    StartReaders {
        /// Where they are; there need be no cluster.
        home: RegionId,
        /// Reads they make in a second, 1 to 1,000.
        reads_per_second: u32,
    },
    /// Let them read no more.
    StopReaders {
        /// Where they are.
        home: RegionId,
    },
    /// From now on the rules of these years hold, with their usual choice of who must be in step (DT-17) and of whether
    /// readers restart with the primary's writer (DT-26).
    SetEra {
        /// The years.
        era: Era,
    },
    /// Copy the system snapshot of a Region's old volume, so that it stays (G-38).
    CopySnapshot {
        /// The Region.
        region: RegionId,
    },
}

/// Why a command makes no sense now. Nothing has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GlobalRefusal {
    /// There is no cluster in that Region.
    NoCluster(RegionId),
    /// There is a cluster in that Region already.
    ClusterIsThere(RegionId),
    /// A link needs two ends.
    SameRegion(RegionId),
    /// The way is cut already.
    LinkAlreadyCut(RegionId, RegionId),
    /// The way is not cut.
    LinkNotCut(RegionId, RegionId),
    /// The Region is dark.
    RegionIsDown(RegionId),
    /// The Region is not dark.
    RegionIsUp(RegionId),
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
    /// So many secondaries are all there may be (G-2).
    TooManySecondaries(u8),
    /// So many readers are all there may be in that Region (G-3).
    TooManyReaders(u8),
    /// The engine has no managed RPO (G-50).
    RpoNeedsPostgresql,
    /// The Region is the primary.
    IsPrimary(RegionId),
    /// The Region is not the primary: nobody writes there.
    NotPrimary(RegionId),
    /// The Region is no secondary of the database.
    NotSecondary(RegionId),
    /// The Region has no instance that could become the writer (G-14).
    NoInstance(RegionId),
    /// The Region's volume is being filled.
    Rebuilding(RegionId),
    /// The primary, the target or the way between them is not well (G-20).
    NotHealthy(RegionId),
    /// Another change of the primary is under way.
    ChangeUnderWay,
    /// No planned change is under way.
    NoSwitchover,
    /// The roles are swapped: it cannot be taken back any more.
    TooLate,
    /// Data may be lost, and nobody has said that it may (G-34).
    DataLossNotAllowed,
    /// There was no managed failover yet (DT-18).
    NotInThatEra,
    /// There was no planned change yet (G-20).
    SwitchoverNotInThatEra,
    /// Secondaries of that engine forwarded no writes yet (G-70).
    ForwardingNotInThatEra,
    /// There were no global databases of that engine yet (G-17).
    EngineNotInThatEra,
    /// A transaction of that isolation level is not forwarded (G-73, G-75).
    IsolationNotForwarded,
    /// The global database still has secondaries.
    HasSecondaries(RegionId),
    /// Writes are stopped in that Region already.
    WritesAreStopped(RegionId),
    /// Writes are not stopped in that Region.
    WritesAreOn(RegionId),
    /// The Region was fenced off.
    IsFenced(RegionId),
    /// Write forwarding is off in that Region (G-71).
    ForwardingIsOff(RegionId),
    /// All connections of the primary that are for forwarded sessions are taken: so many there are (G-74).
    NoConnectionLeft(u32),
    /// No application works.
    NoApp,
    /// The application cannot work like that.
    Load(world::Refusal),
    /// There is no snapshot of a volume of that Region.
    NoSnapshot(RegionId),
    /// Such a thing is done to a global database as a whole.
    ForTheWhole,
    /// The cluster of the Region refuses.
    Cluster(RegionId, world::Refusal),
}
