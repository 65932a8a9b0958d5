//! The commits of a primary that some secondary may lack.

use std::collections::VecDeque;

use base::{Lsn, RequestId, SimTime, TxnId};

/// One commit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Commit {
    /// The LSN of its commit record.
    pub scn: Lsn,
    /// The transaction.
    pub txn: TxnId,
    /// The request it serves; none if the system itself made it, by undoing what a crash had left.
    pub request: Option<RequestId>,
    /// When its commit record was made.
    pub made_at: SimTime,
    /// When it was acknowledged, if it was.
    pub acknowledged_at: Option<SimTime>,
}

/// Those that are not known to be in every secondary, in the order of their commit records.
#[derive(Clone, Debug, Default)]
pub(crate) struct Commits {
    all: VecDeque<Commit>,
}

impl Commits {
    pub fn made(&mut self, commit: Commit) {
        self.all.push_back(commit);
    }

    pub fn acknowledged(&mut self, scn: Lsn, at: SimTime) {
        let place = self.all.partition_point(|commit| commit.scn < scn);
        if let Some(commit) = self.all.get_mut(place).filter(|commit| commit.scn == scn) {
            commit.acknowledged_at = Some(at);
        }
    }

    /// Those above a point, oldest first.
    pub fn above(&self, point: Lsn) -> impl DoubleEndedIterator<Item = &Commit> {
        let place = self.all.partition_point(|commit| commit.scn <= point);
        self.all.range(place..)
    }

    /// The oldest a user can see that lies above one point and not above another (G-58).
    pub fn oldest_of_users(&self, above: Lsn, upto: Lsn) -> Option<&Commit> {
        let durable = self.above(above).take_while(|commit| commit.scn <= upto);
        durable.into_iter().find(|commit| commit.request.is_some())
    }

    /// Everybody has what lies at or below a point.
    pub fn forget_up_to(&mut self, point: Lsn) {
        while self.all.front().is_some_and(|commit| commit.scn <= point) {
            self.all.pop_front();
        }
    }

    /// What lies above a point has been taken back.
    pub fn taken_back(&mut self, above: Lsn) {
        while self.all.back().is_some_and(|commit| commit.scn > above) {
            self.all.pop_back();
        }
    }
}
