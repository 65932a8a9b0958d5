//! Taking in the redo of another Region (G-4).
//!
//! The volume of a secondary Region has a full set of copies of its own (G-10) and nobody who orders it: the order was
//! made in the primary Region, and comes with the records. So whoever sits in the writer's seat there makes no
//! records. It writes those that arrive, with the LSNs they have, to six copies, hears how far these are complete, and
//! tells its readers what is durable, all as a writer does. It never undoes anything either: what the primary's
//! recovery takes back comes as redo like everything else.
//!
//! Where the primary's volume was recovered, a range of LSNs is void there. The secondary follows by recovering its own
//! volume at the same point, which declares the same range void in an epoch of its own.

use base::{Lsn, SimTime, TxnId};

use super::{Standing, Stream, Writer};
use crate::epoch::VolumeEpoch;
use crate::page;
use crate::redo::{Change, Parcel, RedoLog};

/// A transaction that had begun to write in the redo that came.
#[derive(Clone, Copy, Debug)]
struct Begun {
    txn: TxnId,
    from: Lsn,
    /// The record that ends it, once that has come.
    until: Option<Lsn>,
}

/// What is known of transactions of the other Region.
#[derive(Clone, Debug, Default)]
pub(super) struct Replication {
    /// Those that may be unfinished somewhere at or above the VDL, in the order they began.
    begun: Vec<Begun>,
}

impl Replication {
    /// Transactions that have begun to write and are not finished, as of a VDL.
    pub fn active(&self, vdl: Lsn) -> impl Iterator<Item = TxnId> + '_ {
        let open =
            move |begun: &&Begun| begun.from <= vdl && begun.until.is_none_or(|until| until > vdl);
        self.begun.iter().filter(open).map(|begun| begun.txn)
    }

    fn take_in(&mut self, lsn: Lsn, change: Change) {
        match change {
            Change::TxnActive { txn, .. } | Change::TxnWrote { txn, .. }
                if self.begun.iter().all(|begun| begun.txn != txn) =>
            {
                let (from, until) = (lsn, None);
                self.begun.push(Begun { txn, from, until });
            }
            Change::TxnCommitted(txn) | Change::TxnRolledBack(txn) => {
                let mut begun = self.begun.iter_mut().rev();
                if let Some(begun) = begun.find(|begun| begun.txn == txn) {
                    begun.until = Some(lsn);
                }
            }
            _ => {}
        }
    }

    fn forget_finished(&mut self, vdl: Lsn) {
        self.begun
            .retain(|begun| begun.until.is_none_or(|until| until > vdl));
    }
}

impl Writer {
    /// From now on it takes in the redo of another Region, and no requests. The volume it is to open is in this epoch.
    pub fn follow(&mut self, epoch: VolumeEpoch) {
        self.replication.get_or_insert_default();
        self.epochs.raise_volume(epoch);
    }

    /// Whether it takes in the redo of another Region instead of making its own.
    #[inline]
    pub fn replicates(&self) -> bool {
        self.replication.is_some()
    }

    /// None of the readers' places is that of its own host.
    pub fn lead_nobody(&mut self) {
        self.config.own_place = None;
        self.stream = Stream::to(self.config.readers, None);
    }

    /// Takes in redo of the other Region: the records that follow what is there.
    ///
    /// # Panics
    /// If it does not follow what is there, or this is no open follower.
    pub fn replicate(&mut self, now: SimTime, log: &mut RedoLog, parcel: &Parcel) {
        assert_eq!(self.standing(), Standing::Open, "the volume is open");
        assert_eq!(parcel.after(), log.last(), "redo comes in order");
        let vdl = self.points.vdl();
        let mut replication = self.replication.take().expect("it follows");
        replication.forget_finished(vdl);
        for (lsn, record, change) in parcel.records() {
            while page::group_of(record.page).0 >= log.groups() {
                self.add_group(log);
            }
            replication.take_in(lsn, change);
            let made = self.record(log, record.page, change, record.ends_mtr);
            assert_eq!(made, lsn, "a record keeps its LSN wherever it goes");
            let group = page::group_of(record.page);
            self.lanes[group].records_added(now, self.call_delay, group, &mut self.wakeups);
        }
        self.replication = Some(replication);
        self.allocator.follow(log.last());
        self.stream_news(now);
    }
}
