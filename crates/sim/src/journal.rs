//! What happened, in order, each thing with the thing that caused it.
//!
//! A [`Ledger`] of entries with a [`Digest`] running along, which survives whatever is let go.

use base::{Digest, EventId, Keep, Ledger, Noted, SimTime};

/// One thing that happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Entry<E> {
    /// When.
    pub at: SimTime,
    /// The event that brought it about; its own id if nothing before it did.
    pub cause: EventId,
    /// What.
    pub event: E,
}

/// The record of a run.
#[derive(Clone, Debug)]
pub struct Journal<E> {
    entries: Ledger<Entry<E>>,
    digest: Digest,
}

impl<E> Journal<E> {
    /// An empty journal that remembers as much as `keep` says.
    pub fn new(keep: Keep) -> Self {
        Journal {
            entries: Ledger::new(keep),
            digest: Digest::default(),
        }
    }

    /// The id the next entry will get.
    #[inline]
    pub fn next_id(&self) -> EventId {
        EventId(self.entries.next_number())
    }

    /// The id of the oldest entry still kept (of the next one if none is).
    pub fn oldest_id(&self) -> EventId {
        EventId(self.entries.oldest_number())
    }

    /// The entry with this id, if it is still kept.
    pub fn get(&self, id: EventId) -> Option<&Entry<E>> {
        self.entries.get(id.0)
    }

    /// Kept entries with their ids, oldest first, from `first` on.
    pub fn since(&self, first: EventId) -> impl DoubleEndedIterator<Item = (EventId, &Entry<E>)> {
        self.entries
            .since(first.0)
            .map(|(number, entry)| (EventId(number), entry))
    }

    /// The fingerprint of everything ever noted, kept or not (INV-19).
    pub fn digest(&self) -> Digest {
        self.digest
    }
}

impl<E: Noted> Journal<E> {
    /// Writes down that `event` happened at `at` because of `cause`; without a cause it stands for itself.
    #[inline(always)] // Most callers know what kind of event it is, and so need not ask when hashing it.
    pub fn note(&mut self, at: SimTime, cause: Option<EventId>, event: E) -> EventId {
        let id = self.next_id();
        let cause = cause.unwrap_or(id);
        // Before it is put away: here the processor has it at hand, and need not look for it in memory again.
        self.digest.add(&at);
        self.digest.add(&cause);
        event.mix_into(&mut self.digest);
        self.entries.push(Entry { at, cause, event });
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn journal(keep: Keep, entries: u64) -> Journal<u64> {
        let mut journal = Journal::new(keep);
        for n in 0..entries {
            journal.note(
                SimTime::from_micros(n),
                n.checked_sub(1).map(EventId),
                n * 10,
            );
        }
        journal
    }

    #[test]
    fn a_short_memory_does_not_change_the_digest() {
        let (all, some) = (
            journal(Keep::All, 9_000),
            journal(Keep::Newest(2_000), 9_000),
        );
        assert_eq!(some.digest(), all.digest());
        assert_eq!(some.next_id(), all.next_id());
        assert!(some.get(EventId(0)).is_none());
        assert_eq!(some.get(EventId(8_999)), all.get(EventId(8_999)));
    }

    #[test]
    fn time_cause_and_event_all_weigh_in_the_digest() {
        let digest = |at, cause, event: u64| {
            let mut journal = journal(Keep::All, 3);
            journal.note(SimTime::from_micros(at), Some(EventId(cause)), event);
            journal.digest()
        };
        assert_ne!(digest(9, 1, 1), digest(8, 1, 1));
        assert_ne!(digest(9, 1, 1), digest(9, 2, 1));
        assert_ne!(digest(9, 1, 1), digest(9, 1, 2));
    }

    #[test]
    fn what_has_no_cause_is_its_own() {
        assert_eq!(
            journal(Keep::All, 1).get(EventId(0)).unwrap().cause,
            EventId(0)
        );
    }
}
