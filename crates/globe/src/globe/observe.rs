//! What happens inside Regions that matters between them.

use base::{Lsn, RegionId, RequestId, SimTime, TxnId};
use world::{Event, Happening, Range};

use super::{Booked, Globe, Status};
use crate::commits::Commit;

/// Something seen in a Region's journal.
#[derive(Clone, Copy, Debug)]
pub(super) enum Signal {
    VdlMoved(Lsn),
    Opened(Range),
    Made(TxnId, Lsn, Option<RequestId>),
    Acknowledged(Lsn),
    WriterStarted,
    ReaderMoved,
}

impl Signal {
    #[inline]
    fn of(event: &Event) -> Option<Signal> {
        let what = match event {
            Event::Database(what) => what,
            Event::WriterStarted { .. } => return Some(Signal::WriterStarted),
            _ => return None,
        };
        Some(match *what {
            Happening::VdlMoved { to } => Signal::VdlMoved(to),
            Happening::ReaderMoved { .. } => Signal::ReaderMoved,
            Happening::VolumeOpened { range, .. } => Signal::Opened(range),
            Happening::CommitQueued { txn, scn, request } => Signal::Made(txn, scn, Some(request)),
            Happening::TxnUndone { txn, lsn } => Signal::Made(txn, lsn, None),
            Happening::CommitAcknowledged { scn, .. } => Signal::Acknowledged(scn),
            _ => return None,
        })
    }
}

impl Globe {
    /// Looks what has happened in a Region since it was looked at last.
    pub(super) fn observe(&mut self, id: RegionId) {
        let mut signals = std::mem::take(&mut self.signals);
        let Some(region) = self.region_mut(id) else {
            return;
        };
        let journal = region.world.journal();
        let new = journal.since(region.seen);
        signals.extend(new.filter_map(|(_, entry)| Signal::of(&entry.event)));
        region.seen = journal.next_id();
        region.due = region.world.next_due().unwrap_or(SimTime::NEVER);
        let answers = region.world.take_answers();
        if !answers.is_empty() {
            self.answered(id, answers);
        }
        for signal in signals.drain(..) {
            self.hear(id, signal);
        }
        self.signals = signals;
    }

    fn hear(&mut self, id: RegionId, signal: Signal) {
        let now = self.now;
        let Some(region) = self.region_mut(id) else {
            return;
        };
        let (database, follows) = (region.database, region.world.follows());
        match signal {
            Signal::VdlMoved(_) if follows => self.follower_moved(id),
            Signal::VdlMoved(to) => {
                if self.databases[database].primary == id {
                    self.primary_moved(database, to);
                    self.go_on_with_change();
                }
            }
            Signal::Opened(range) if follows => self.agent_opened(id, range),
            Signal::Opened(range) => {
                region.commits.taken_back(range.above);
                self.volume_opened(id, range);
            }
            Signal::Made(txn, scn, request) if !follows => {
                region.commits.made(Commit {
                    scn,
                    txn,
                    request,
                    made_at: now,
                    acknowledged_at: None,
                });
                self.commit_made(id);
            }
            Signal::Made(..) => {}
            Signal::Acknowledged(scn) => {
                region.commits.acknowledged(scn, now);
                region.last_acknowledged = Some(now);
                self.first_after(id);
                if self.change.is_some() && self.is_primary(id) {
                    self.go_on_with_change();
                }
            }
            Signal::ReaderMoved => {
                if !self.asked.is_empty() && self.somebody_waits(id) {
                    self.serve_waiting(id);
                }
            }
            Signal::WriterStarted => {
                if self.config.readers_restart && self.databases[database].primary == id {
                    self.book_restarts(id);
                }
            }
        }
    }

    /// In older versions readers of the secondaries restart with the primary's writer (G-11).
    fn book_restarts(&mut self, primary: RegionId) {
        for region in self.secondaries(self.at(primary).database) {
            let at = self.now + self.links.delay(primary, region);
            let number = self.at(region).number;
            if self.links.is_open(primary, region) {
                self.agenda
                    .book(at, Booked::RestartReaders { region, number });
            }
        }
    }

    pub(super) fn restart_readers(&mut self, id: RegionId, number: u32) {
        let known = self.region(id).filter(|region| region.number == number);
        if known.is_none_or(|region| !region.up || region.status != Status::Well) {
            return;
        }
        self.tell(id, |world| world.restart_all_readers());
    }
}
