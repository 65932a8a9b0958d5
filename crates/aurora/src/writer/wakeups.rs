//! What a machine wants to be woken for, in the order it is due.

use std::collections::VecDeque;

use base::{RequestId, SimTime};

use crate::protocol::WakeReason;

/// Moments with their reasons, each pair once. Most are added behind all others and taken from the front, so a plain row
/// kept in order is as quick as a tree.
#[derive(Clone, Debug, Default)]
pub struct Wakeups(VecDeque<(SimTime, WakeReason)>);

impl Wakeups {
    /// The next one.
    #[inline]
    pub fn first(&self) -> Option<(SimTime, WakeReason)> {
        self.0.front().copied()
    }

    /// Takes the next one.
    pub fn pop_first(&mut self) -> Option<(SimTime, WakeReason)> {
        self.0.pop_front()
    }

    /// Adds one, unless it is there.
    pub fn insert(&mut self, wakeup: (SimTime, WakeReason)) {
        if self.0.back().is_none_or(|last| *last < wakeup) {
            self.0.push_back(wakeup);
        } else if let Err(place) = self.0.binary_search(&wakeup) {
            self.0.insert(place, wakeup);
        }
    }

    /// Takes one out, if it is there.
    pub fn remove(&mut self, wakeup: &(SimTime, WakeReason)) {
        if let Ok(place) = self.0.binary_search(wakeup) {
            self.0.remove(place);
        }
    }

    /// Nobody waits for the client of a transaction any more.
    pub fn forget_statement(&mut self, request: RequestId) {
        let reason = WakeReason::Statement(request);
        self.0.retain(|(_, why)| *why != reason);
    }

    /// Keeps only what is due after a moment.
    pub fn keep_after(&mut self, now: SimTime) {
        self.0.retain(|(due, _)| *due > now);
    }

    /// Forgets all.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::GroupId;

    #[test]
    fn it_is_in_order_and_holds_each_once() {
        let mut wakeups = Wakeups::default();
        let at = SimTime::from_micros;
        let call = |group| WakeReason::Call(GroupId(group));
        for (due, group) in [(5, 1), (9, 0), (5, 0), (7, 2), (5, 1), (9, 0)] {
            wakeups.insert((at(due), call(group)));
        }
        wakeups.remove(&(at(7), call(2)));
        wakeups.remove(&(at(7), call(3)));
        assert_eq!(wakeups.first(), Some((at(5), call(0))));
        let taken: Vec<_> = std::iter::from_fn(|| wakeups.pop_first()).collect();
        assert_eq!(
            taken,
            [(at(5), call(0)), (at(5), call(1)), (at(9), call(0))]
        );
    }
}
