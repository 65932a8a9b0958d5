//! Which wake-ups of a machine stand in the agenda.

use base::SimTime;

/// The moments at which a machine will be woken.
///
/// A machine says only when it wants to be woken *next*, and may think better of it; but what is booked in the
/// agenda is not taken back. So the machine may be woken for nothing now and then, and what stands in the agenda
/// already must not be booked a second time.
#[derive(Clone, Debug)]
pub(crate) struct Alarms {
    /// What the machine asked for last, until it is woken.
    next: SimTime,
    /// What stands in the agenda, the earliest last.
    booked: Vec<SimTime>,
}

impl Default for Alarms {
    fn default() -> Self {
        Alarms {
            next: SimTime::NEVER,
            booked: Vec::new(),
        }
    }
}

impl Alarms {
    /// The machine wants to be woken at `due` next. Returns whether that must be booked.
    #[inline]
    pub fn set(&mut self, due: SimTime) -> bool {
        due < self.next && self.add(due)
    }

    fn add(&mut self, due: SimTime) -> bool {
        self.next = due;
        let earlier = self.booked.iter().rev().take_while(|moment| **moment < due);
        let place = self.booked.len() - earlier.count();
        let known = place > 0 && self.booked[place - 1] == due;
        if !known {
            self.booked.insert(place, due);
        }
        !known
    }

    /// The machine is being woken.
    #[inline]
    pub fn ring(&mut self, now: SimTime) {
        if self.next <= now {
            self.next = SimTime::NEVER;
        }
        while self.booked.last().is_some_and(|moment| *moment <= now) {
            self.booked.pop();
        }
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
}
