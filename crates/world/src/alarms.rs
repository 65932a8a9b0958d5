//! Which wake-ups of a machine stand in the agenda.

use base::SimTime;

/// The moments at which a machine will be woken.
///
/// A machine says only when it wants to be woken *next*, and may think better of it; but what is booked in the
/// agenda is not taken back. So the machine may be woken for nothing now and then, and what stands in the agenda
/// already must not be booked a second time.
///
/// There is one for each of thousands of segments, and hardly ever more than a few moments are booked: those stand right
/// here.
#[derive(Clone, Debug)]
pub(crate) struct Alarms {
    /// What the machine asked for last, until it is woken.
    next: SimTime,
    /// What stands in the agenda: the earliest moments, earliest first, and never where there are no more.
    booked: [SimTime; HERE],
    /// The moments after those, the earliest last.
    later: Option<Box<Later>>,
}

#[derive(Clone, Debug, Default)]
struct Later(Vec<SimTime>);

/// So many booked moments stand in the alarms themselves.
const HERE: usize = 3;

impl Default for Alarms {
    fn default() -> Self {
        Alarms {
            next: SimTime::NEVER,
            booked: [SimTime::NEVER; HERE],
            later: None,
        }
    }
}

impl Alarms {
    /// The machine wants to be woken at `due` next. Returns whether that must be booked.
    #[inline]
    pub fn set(&mut self, due: SimTime) -> bool {
        due < self.next && self.add(due)
    }

    #[inline(never)]
    fn add(&mut self, due: SimTime) -> bool {
        self.next = due;
        let place = self.booked.iter().position(|moment| *moment >= due);
        match place {
            Some(place) if self.booked[place] == due => false,
            Some(place) => {
                let last = self.booked[HERE - 1];
                self.booked.copy_within(place..HERE - 1, place + 1);
                self.booked[place] = due;
                if last < SimTime::NEVER {
                    self.later.get_or_insert_default().0.push(last);
                }
                true
            }
            None => self.later.get_or_insert_default().add(due),
        }
    }

    /// The machine is being woken.
    #[inline]
    pub fn ring(&mut self, now: SimTime) {
        if self.next <= now {
            self.next = SimTime::NEVER;
        }
        while self.booked[0] <= now {
            self.booked.copy_within(1.., 0);
            let after = self.later.as_mut().and_then(|later| later.0.pop());
            self.booked[HERE - 1] = after.unwrap_or(SimTime::NEVER);
        }
    }
}

impl Later {
    #[cold]
    fn add(&mut self, due: SimTime) -> bool {
        let place = self.0.partition_point(|moment| *moment > due);
        let known = self.0.get(place) == Some(&due);
        if !known {
            self.0.insert(place, due);
        }
        !known
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_the_agenda_is_not_booked_again() {
        let at = SimTime::from_micros;
        let mut alarms = Alarms::default();
        assert!(alarms.set(at(50)));
        assert!(!alarms.set(at(50)) && !alarms.set(at(70)));
        assert!(alarms.set(at(10)));
        alarms.ring(at(10));
        assert!(!alarms.set(at(50)), "it still stands there");
        alarms.ring(at(50));
        assert!(alarms.set(at(90)) && alarms.set(at(70)));
        alarms.ring(at(70));
        assert!(alarms.set(at(80)) && !alarms.set(at(90)));
    }

    /// Against a plain set, over random bookings and rings.
    #[test]
    fn however_many_are_booked_each_is_booked_once() {
        use base::{Chance, Stream};
        let mut chance = Chance::new(1, Stream::Scenario);
        let (mut alarms, mut plain) = (Alarms::default(), std::collections::BTreeSet::new());
        let (mut now, mut next, mut most) = (0, u64::MAX, 0);
        for _ in 0..20_000 {
            let due = now + 1 + u64::from(chance.below(40));
            let expected = due < next && plain.insert(due);
            assert_eq!(alarms.set(SimTime::from_micros(due)), expected);
            next = next.min(due);
            most = most.max(plain.len());
            if chance.below(3) == 0 {
                now += u64::from(chance.below(9));
                alarms.ring(SimTime::from_micros(now));
                next = if next <= now { u64::MAX } else { next };
                plain.retain(|moment| *moment > now);
            }
        }
        assert!(most > 5);
    }
}
