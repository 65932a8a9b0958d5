//! The managed RPO (G-50 … G-60).
//!
//! A commit may be acknowledged as long as at least one secondary's RPO lag is below the limit (G-51). A secondary's RPO lag
//! is the age of the oldest user's commit that is durable in the primary and not known to be so there (G-58); the primary
//! knows it from what the secondary says, which is never too favourable. It grows with time alone, so the moment at which
//! the last secondary reaches the limit is known beforehand, and commits are held from that moment on (G-57), not
//! from the next one that comes. One without any secondary holds them at once (G-55).

use base::{RegionId, SimSpan, SimTime};

use super::{Booked, Globe, Status};
use crate::event::GlobalEvent;
use crate::names::DatabaseId;

impl Globe {
    /// When a secondary's oldest missing commit was made, if it lacks one.
    pub(super) fn lacks_since(&self, id: RegionId) -> Option<SimTime> {
        let region = self.at(id);
        let database = &self.databases[region.database];
        let commits = &self.at(database.primary).commits;
        let oldest = commits.oldest_of_users(region.follower.known_upto, database.durable)?;
        Some(oldest.made_at)
    }

    /// A commit record was made in a Region.
    pub(super) fn commit_made(&mut self, id: RegionId) {
        let region = self.at(id);
        if region.rpo_seconds.is_none() || !self.is_primary(id) {
            return;
        }
        let database = region.database;
        if self.databases[database].rpo_check.is_none() && !region.world.holds_commits() {
            // It will not be in any secondary at once, and counts from now.
            self.book_weighing(database, self.now + SimSpan::from_millis(1_000));
        }
    }

    fn book_weighing(&mut self, id: DatabaseId, due: SimTime) {
        if self.databases[id]
            .rpo_check
            .is_none_or(|booked| due < booked)
        {
            self.databases[id].rpo_check = Some(due);
            self.agenda.book(due, Booked::WeighRpo(id));
        }
    }

    /// Looks whether commits may be acknowledged, and until when.
    pub(super) fn weigh_rpo(&mut self, id: DatabaseId) {
        let primary = self.databases[id].primary;
        let Some(region) = self.region(primary).filter(|region| region.up) else {
            return;
        };
        let held = region.world.holds_commits();
        let Some(seconds) = region.rpo_seconds else {
            if held {
                self.release(primary);
            }
            return;
        };
        let limit = SimSpan::from_millis(u64::from(seconds) * 1_000);
        let mut secondaries = self.secondaries(id);
        secondaries.retain(|id| {
            let (status, follower) = (self.at(*id).status, &self.at(*id).follower);
            status == Status::Well && follower.known >= follower.filled_at
        });
        let mut best = Some(SimTime::ZERO);
        for secondary in &secondaries {
            let since = self.lacks_since(*secondary);
            // The one that has lacked something for the shortest time counts; one that lacks nothing is best.
            best = match (best, since) {
                (Some(best), Some(since)) => Some(best.max(since)),
                _ => None,
            };
        }
        let due = best.map(|since| since + limit);
        let blocked = secondaries.is_empty() || due.is_some_and(|due| due <= self.now);
        match (blocked, held) {
            (true, false) => {
                self.note(
                    None,
                    GlobalEvent::CommitsHeld {
                        region: primary,
                        seconds,
                    },
                );
                self.tell(primary, |world| world.hold_commits(true));
            }
            (false, true) => self.release(primary),
            _ => {}
        }
        if let Some(due) = due
            && !blocked
        {
            self.book_weighing(id, due);
        }
    }

    fn release(&mut self, primary: RegionId) {
        self.note(None, GlobalEvent::CommitsReleased { region: primary });
        self.tell(primary, |world| world.hold_commits(false));
    }
}
