//! Commits that wait, and are acknowledged when the log is durable that far.
//!
//! A worker puts its transaction on this list and takes other work; nobody stands still for a commit (W-7).
//! Each time the VCL moves, everything at or below it is acknowledged, one or many at once, in LSN order
//! (W-10, W-12). That is not group commit: nothing was held back in order to be sent together.

use std::collections::VecDeque;

use base::{Lsn, RequestId, TxnId};

/// A transaction that waits for its commit record to become durable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The LSN of its commit record (L-19).
    pub scn: Lsn,
    /// The transaction.
    pub txn: TxnId,
    /// The request it serves.
    pub request: RequestId,
}

/// The list of waiting commits, in SCN order.
#[derive(Clone, Debug, Default)]
pub struct CommitQueue {
    waiting: VecDeque<Waiting>,
}

impl CommitQueue {
    /// Adds a transaction.
    ///
    /// # Panics
    /// If its SCN is not above those that wait already.
    pub fn push(&mut self, waiting: Waiting) {
        assert!(
            self.waiting
                .back()
                .is_none_or(|last| last.scn < waiting.scn),
            "SCNs rise"
        );
        self.waiting.push_back(waiting);
    }

    /// Takes the next transaction whose commit record lies at or below the VCL (W-8).
    #[inline]
    pub fn take_durable(&mut self, vcl: Lsn) -> Option<Waiting> {
        if self.waiting.front()?.scn <= vcl {
            self.waiting.pop_front()
        } else {
            None
        }
    }

    /// Those that wait, oldest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Waiting> + ExactSizeIterator {
        self.waiting.iter()
    }

    /// How many wait.
    pub fn len(&self) -> u32 {
        self.waiting.len() as u32
    }

    /// Whether none waits.
    pub fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ex_16_a_commit_exactly_at_the_vcl_is_acknowledged() {
        let mut queue = CommitQueue::default();
        for scn in [103, 104, 106] {
            queue.push(Waiting {
                scn: Lsn(scn),
                txn: TxnId(scn),
                request: RequestId(scn),
            });
        }
        let mut released = |vcl| -> Vec<u64> {
            std::iter::from_fn(|| queue.take_durable(Lsn(vcl)))
                .map(|done| done.scn.0)
                .collect()
        };
        assert_eq!(released(104), [103, 104]);
        assert_eq!(released(105), [0; 0]);
        assert_eq!(released(106), [106]);
    }
}
