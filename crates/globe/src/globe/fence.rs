//! After a failover that asked nobody: fencing the old primary off, and replacing volumes.

use std::sync::Arc;

use base::{EventId, Lsn, RegionId, SimSpan, SimTime};
use world::{Bytes, World};

use super::change::Phase;
use super::{Booked, Globe, Status};
use crate::commits::Commit;
use crate::config::RegionSpec;
use crate::event::GlobalEvent;
use crate::names::DatabaseId;

/// From a Region's return until its old volume is looked after: its copies find their feet `[choice]`.
const SETTLING: SimSpan = SimSpan::from_millis(5_000);

/// A snapshot of a volume that was replaced (G-37).
#[derive(Clone, Debug)]
pub struct Snapshot {
    number: u32,
    /// The Region.
    pub region: RegionId,
    /// When it was taken.
    pub taken_at: SimTime,
    /// When it goes; a copy stays (G-38).
    pub expires_at: Option<SimTime>,
    /// Commits that are nowhere else.
    pub lost: Vec<Commit>,
    volume: Arc<World>,
}

impl Snapshot {
    /// The name of a system snapshot begins like this (G-37).
    pub const NAME: &'static str = "rds:unplanned-global-failover-";

    /// The value a row has in it.
    pub fn row(&self, key: &str) -> Option<Bytes> {
        self.volume.row(key).flatten()
    }

    /// The rows a commit wrote, and their values.
    pub fn rows_of(&self, commit: &Commit) -> Vec<(String, Bytes)> {
        rows_of(&self.volume, commit)
    }
}

/// The rows a commit wrote in a volume, as far as its log is kept.
pub(super) fn rows_of(world: &World, commit: &Commit) -> Vec<(String, Bytes)> {
    let log = world.log();
    let mut rows = Vec::new();
    let mut lsn = commit.scn;
    // A transaction's records stand close together; the first says that it began.
    for _ in 0..1_000 {
        let Some(record) = log.get(lsn) else { break };
        match log.change(lsn) {
            world::Change::PutRow { txn, key, value } if txn == commit.txn => {
                rows.push((String::from_utf8_lossy(key).into_owned(), value.into()));
            }
            world::Change::TxnActive { txn, .. } if txn == commit.txn => break,
            _ => {}
        }
        lsn = record.links.volume;
    }
    rows.reverse();
    rows
}

impl Globe {
    /// Snapshots of volumes that were replaced, oldest first.
    pub fn snapshots(&self) -> &[Snapshot] {
        &self.snapshots
    }

    /// Commits a Region has acknowledged above a point, oldest first.
    pub(super) fn lost_above(&self, id: RegionId, point: Lsn) -> impl Iterator<Item = Commit> + '_ {
        let commits = self.region(id).into_iter();
        let above = commits.flat_map(move |region| region.commits.above(point));
        above
            .filter(|commit| commit.acknowledged_at.is_some())
            .copied()
    }

    /// Storage tries to keep the old primary from writing (G-35).
    pub(super) fn begin_fencing(&mut self) {
        let Some(change) = self.change else { return };
        let number = change.number;
        let way = self.links.delay(change.to, change.from);
        let over = self.now + SimSpan::from_millis(self.config.fencing_millis.into());
        self.agenda.book(over, Booked::FenceOver { change: number });
        let at = self.now + way;
        if at < over {
            self.agenda
                .book(at, Booked::FenceArrives { change: number });
        }
    }

    pub(super) fn fence_arrives(&mut self, number: u32) {
        let Some(change) = self.change.filter(|change| change.number == number) else {
            return;
        };
        let (from, to) = (change.from, change.to);
        let there = self.region(from).is_some_and(|region| region.up);
        if change.phase != Phase::Fencing || !there || !self.links.is_open(from, to) {
            return;
        }
        self.fence(from);
        let at = self.now + self.links.delay(from, to);
        self.agenda
            .book(at, Booked::FenceAnswered { change: number });
    }

    pub(super) fn fence(&mut self, id: RegionId) {
        self.at_mut(id).fenced = true;
        self.tell(id, |world| world.close_to_writes(true));
        self.writes_no_more(id);
    }

    /// The failover for which a Region was fenced off has come to nothing.
    pub(super) fn lift_fence(&mut self, id: RegionId) {
        let Some(region) = self.region_mut(id).filter(|region| region.fenced) else {
            return;
        };
        region.fenced = false;
        if !region.stopped {
            self.tell(id, |world| world.close_to_writes(false));
        }
    }

    /// The fencing has succeeded, or there was no answer in time: either way the target leads.
    pub(super) fn fence_over(&mut self, number: u32, answered: bool) {
        let Some(mut change) = self.change.filter(|change| change.number == number) else {
            return;
        };
        if change.phase != Phase::Fencing {
            return;
        }
        let region = change.from;
        let event = if answered {
            GlobalEvent::FencingSucceeded { region }
        } else {
            GlobalEvent::FencingTimedOut { region }
        };
        change.last = self.note(Some(change.last), event);
        self.change = Some(change);
        self.promote(change.to);
    }

    /// A secondary gets a new volume (G-36).
    pub(super) fn rebuild(&mut self, id: RegionId, cause: EventId) {
        let Some(old) = self.end_cluster(id) else {
            return;
        };
        let began = self.note(Some(cause), GlobalEvent::RebuildBegan { region: id });
        let spec = RegionSpec {
            region: id,
            instances: old.instances,
            rpo_seconds: old.rpo_seconds,
        };
        let up = old.up;
        self.make_cluster(spec, old.database, false, Some(began));
        let until = self.databases[old.database].feed.len();
        self.fill(id, until);
        if !up {
            self.at_mut(id).up = false;
            self.tell(id, |world| world.black_out());
        }
        self.pump(id);
    }

    /// A secondary without anything is filled, and well when it has so many items of the feed.
    pub(super) fn fill(&mut self, id: RegionId, until: u64) {
        let region = self.at_mut(id);
        region.status = Status::Rebuilding { until };
        region.follower.filled_at = until;
    }

    /// A secondary that is being filled may have all there was.
    pub(super) fn look_if_rebuilt(&mut self, id: RegionId) {
        let region = self.at_mut(id);
        let Status::Rebuilding { until } = region.status else {
            return;
        };
        if region.follower.done >= until {
            region.status = Status::Well;
            let database = region.database;
            self.note(None, GlobalEvent::RebuildDone { region: id });
            self.weigh_rpo(database);
        }
    }

    /// A Region that was the primary may be there again: then its volume is replaced.
    pub(super) fn look_after_replaced(&mut self, id: RegionId) {
        let Some(region) = self.region(id) else {
            return;
        };
        let primary = self.databases[region.database].primary;
        if region.status != Status::Replaced || !region.up || !self.links.is_open(primary, id) {
            return;
        }
        let number = region.number;
        self.fence(id);
        let at = self.now + SETTLING;
        self.agenda.book(at, Booked::Replace { region: id, number });
    }

    pub(super) fn replace_if_due(&mut self, id: RegionId, number: u32) {
        let Some(region) = self.region(id).filter(|region| region.number == number) else {
            return;
        };
        let primary = self.databases[region.database].primary;
        if region.status != Status::Replaced || !region.up || !self.links.is_open(primary, id) {
            return;
        }
        let cause = self.snapshot(id);
        self.rebuild(id, cause);
    }

    /// Takes a snapshot of a volume that is about to be replaced (G-37).
    fn snapshot(&mut self, id: RegionId) -> EventId {
        let region = self.at(id);
        let database = region.database;
        // It is an attempt: without a read quorum of every group nobody can say what the volume holds.
        let readable = region.world.groups().all(|group| {
            let up = |copy| region.world.is_up(base::SegmentId::new(group, copy));
            base::CopyId::all().filter(|copy| up(*copy)).count() >= usize::from(world::READ_QUORUM)
        });
        if !readable {
            return self.note(None, GlobalEvent::SnapshotFailed { region: id });
        }
        let point = self.point_of(database);
        let lost: Vec<Commit> = self.lost_above(id, point).collect();
        let taken = self.note(None, GlobalEvent::SnapshotTaken { region: id });
        self.snapshots_taken += 1;
        let number = self.snapshots_taken;
        let retention = u64::from(self.config.retention_seconds) * 1_000;
        let expires_at = self.now + SimSpan::from_millis(retention);
        let volume = Arc::new(self.at(id).world.clone());
        self.snapshots.push(Snapshot {
            number,
            region: id,
            taken_at: self.now,
            expires_at: Some(expires_at),
            lost,
            volume,
        });
        self.agenda.book(expires_at, Booked::Expire { number });
        taken
    }

    /// Where a database went on when its primary was changed last.
    fn point_of(&self, database: DatabaseId) -> Lsn {
        let primary = self.databases[database].primary;
        let range = self.at(primary).world.recovered_range();
        range.map_or(Lsn::ZERO, |range| range.above)
    }

    pub(super) fn expire(&mut self, number: u32) {
        let expired =
            |snapshot: &Snapshot| snapshot.number == number && snapshot.expires_at.is_some();
        if let Some(place) = self.snapshots.iter().position(expired) {
            let region = self.snapshots.remove(place).region;
            self.note(None, GlobalEvent::SnapshotExpired { region });
        }
    }

    /// Copies the newest system snapshot of a Region, so that it stays.
    pub(super) fn copy_snapshot(&mut self, id: RegionId) -> bool {
        let mut all = self.snapshots.iter_mut().rev();
        let newest = all.find(|it| it.region == id && it.expires_at.is_some());
        let Some(snapshot) = newest else {
            return false;
        };
        snapshot.expires_at = None;
        self.note(None, GlobalEvent::SnapshotCopied { region: id });
        true
    }

    /// A cluster takes no writes any more: it diverges from nobody.
    pub(super) fn writes_no_more(&mut self, id: RegionId) {
        self.split.retain(|(one, other)| *one != id && *other != id);
    }

    /// Two clusters that were one may both take writes now (G-32).
    pub(super) fn look_for_split_brain(&mut self, cause: EventId) {
        let primaries: Vec<RegionId> = self
            .regions
            .iter()
            .flatten()
            .filter(|region| {
                self.databases[region.database].primary == region.id
                    || region.status == Status::Replaced
            })
            .filter(|region| region.takes_writes() && region.world.writer().is_open())
            .map(|region| region.id)
            .collect();
        for (place, one) in primaries.iter().enumerate() {
            for other in &primaries[place + 1..] {
                let pair = (*one, *other);
                if !self.split.contains(&pair) {
                    self.split.push(pair);
                    let (one, other) = pair;
                    self.note(Some(cause), GlobalEvent::SplitBrain { one, other });
                }
            }
        }
    }
}
