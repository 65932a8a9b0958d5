//! Finding a copy that has too much to do.
//!
//! The papers say that a hot segment is marked bad and moved to a cooler node, and not how it is found. Here storage nodes
//! tell the control plane how long what came in last has waited to be durable, and the control plane compares the copies
//! of a group with each other `[choice]`: all six take in the same, so whoever needs several times as long as the others,
//! window after window, has something else to do. How far away a copy is does not count, nor a moment of bad luck. A copy
//! is moved only from a group whose members are not changing already, one at a time.
//!
//! What nothing is written to has no temperature: an idle group is not looked at.

use super::*;
use crate::event::ReplaceWhy;

/// How long is watched before copies are compared `[choice]`.
const WINDOW: SimSpan = SimSpan::from_millis(500);
/// Windows in a row that a copy must be hot in `[choice]`.
const WINDOWS: u8 = 3;
/// A copy is hot if it takes so many times as long as the median of the others `[choice]` …
const TIMES: u64 = 4;
/// … and so much longer: what takes no time is never hot `[choice]`.
const LEAST_MICROS: u64 = 500;
/// Batches a copy must have taken in to be compared `[choice]`.
const BATCHES: u32 = 5;
/// Others there must be to compare with.
const OTHERS: usize = 3;

/// What was seen of one copy in a window.
#[derive(Clone, Copy, Debug)]
struct Seen {
    batches: u32,
    micros: u64,
    /// The last batch that became durable.
    last: EventId,
    /// Windows in a row in which it was hot.
    hot: u8,
}

impl Seen {
    const NOTHING: Seen = Seen {
        batches: 0,
        micros: 0,
        last: EventId(0),
        hot: 0,
    };

    fn mean(&self) -> Option<u64> {
        (self.batches >= BATCHES).then(|| self.micros / u64::from(self.batches))
    }
}

/// What was seen of late, in the groups that are written to.
#[derive(Clone, Debug, Default)]
pub(super) struct Heat {
    groups: LiteMap<GroupId, [Seen; base::SLOTS as usize]>,
    booked: bool,
}

impl World {
    /// A copy has made a batch durable.
    #[inline(never)]
    pub(super) fn feel_heat(&mut self, segment: SegmentId, persisted: EventId) {
        let took = self.seats[segment].segment.last_wait();
        let Some(heat) = &mut self.heat else { return };
        let nothing = [Seen::NOTHING; base::SLOTS as usize];
        let group = heat.groups.entry(segment.group()).or_insert(nothing);
        let seen = &mut group[usize::from(segment.copy().0)];
        seen.batches += 1;
        seen.micros += took.micros();
        seen.last = persisted;
        if !heat.booked {
            heat.booked = true;
            self.agenda
                .book(self.agenda.now() + WINDOW, Booked::HeatLook);
        }
    }

    /// A window is over. Returns whether a hot copy was found.
    #[inline(never)]
    pub(super) fn look_for_heat(&mut self) -> bool {
        let Some(heat) = &mut self.heat else {
            return false;
        };
        heat.booked = false;
        let mut found = Vec::new();
        for (group, copies) in heat.groups.iter_mut() {
            let members = self.control.planned(*group);
            let comparable = if members.is_changing() {
                CopySet::NONE
            } else {
                members.six()
            };
            let before = *copies;
            for copy in CopyId::slots() {
                let others = comparable.without(copy).iter();
                let others = others.filter_map(|other| before[usize::from(other.0)].mean());
                let seen = &mut copies[usize::from(copy.0)];
                let hot = comparable
                    .contains(copy)
                    .then(|| hotter_than(seen.mean()?, others.collect()))
                    .flatten();
                let hot_before = if hot.is_some() { seen.hot + 1 } else { 0 };
                if hot_before == WINDOWS
                    && let Some((micros, others)) = hot
                {
                    found.push((SegmentId::new(*group, copy), seen.last, micros, others));
                }
                *seen = Seen {
                    hot: hot_before % WINDOWS,
                    ..Seen::NOTHING
                };
            }
        }
        // A group to which nothing was written in a whole window begins anew.
        heat.groups
            .retain(|_, copies| copies.iter().any(|seen| seen.hot > 0));
        let mut moved = false;
        for (segment, persisted, micros, others_micros) in found {
            // Of two in one group the first is moved, and the other found again later.
            let planned = self.control.planned(segment.group());
            if planned.is_changing() || planned.begin(segment.copy()).is_err() {
                continue;
            }
            moved = true;
            let found = Event::HotFound {
                segment,
                micros,
                others_micros,
            };
            let found = self.note(Some(persisted), found);
            self.begin_replacing(segment, ReplaceWhy::Hot, Some(found));
        }
        moved
    }
}

/// Whether a copy is hot that took so long on average, where the others took so long; and the median of those.
fn hotter_than(mean: u64, mut others: Vec<u64>) -> Option<(u64, u64)> {
    if others.len() < OTHERS {
        return None;
    }
    base::sort_few(&mut others, |one, other| one < other);
    let median = others[others.len() / 2];
    (mean >= TIMES * median && mean >= median + LEAST_MICROS).then_some((mean, median))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn q_18_hot_is_who_takes_several_times_as_long_as_the_others() {
        assert_eq!(
            hotter_than(1_000, vec![150, 140, 160, 900, 150]),
            Some((1_000, 150))
        );
        assert_eq!(hotter_than(590, vec![150; 5]), None, "not four times");
        assert_eq!(hotter_than(400, vec![10; 5]), None, "too little to matter");
        assert_eq!(
            hotter_than(9_000, vec![10; 2]),
            None,
            "nobody to compare with"
        );
        assert_eq!(
            hotter_than(9_000, vec![9_000, 8_000, 9_500, 150, 150]),
            None,
            "all of them have much to do"
        );
    }
}
