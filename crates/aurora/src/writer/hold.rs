//! Commits that are durable and have to wait all the same (G-51, G-52).
//!
//! A commit of which nobody has been told is not there for others either: a database gives a transaction's rows free when
//! it answers its client, not when the commit record is on disk. So from the moment commits are held the read point
//! stands still, at the VDL of that moment: everything up to there has been acknowledged and nothing above it, and a page
//! as of there shows just that. Showing the newest page without the transactions that are held would not do. A page keeps
//! one step back for each row, and a row that was written twice meanwhile would go back from one held value to another.
//!
//! Nobody need wait for a row because of that `[choice]`: whoever writes it next is held behind the first and released
//! after it (W-12). The price is that of a long query: the read point is in use, so storage keeps old versions
//! until commits are released.

use base::{Lsn, SimTime};

use super::Writer;

/// Whether durable commits wait.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Hold {
    pub on: bool,
    /// The VDL when they began to, or when the volume was opened since.
    pub read_point: Option<Lsn>,
}

impl Writer {
    /// Lets durable commits wait, or wait no longer: then those that have waited are acknowledged in order.
    pub fn hold_commits(&mut self, now: SimTime, hold: bool) {
        self.hold.on = hold;
        if hold {
            self.stop_read_point();
        } else {
            self.acknowledge_durable();
            if let Some(read_point) = self.hold.read_point.take() {
                self.close_view(now, read_point);
                self.transactions.durable(self.points.vdl());
            }
        }
    }

    /// Whether durable commits wait.
    pub fn holds_commits(&self) -> bool {
        self.hold.on
    }

    /// The point a read that begins now reads at: the VDL, or where it stood when commits began to be held.
    #[inline]
    pub(super) fn read_point(&self) -> Lsn {
        self.hold.read_point.unwrap_or(self.points.vdl())
    }

    /// If commits are held, the read point goes no further.
    pub(super) fn stop_read_point(&mut self) {
        if self.hold.on && self.hold.read_point.is_none() && self.is_open() {
            let read_point = self.points.vdl();
            self.views.open(read_point);
            self.hold.read_point = Some(read_point);
        }
    }
}
