//! Clients that read from whichever Region is nearest to them.
//!
//! No service does that for them (G-15): each Region has endpoints of its own, and it is the clients' own DNS that looks
//! which Regions can be read and answers with the nearest. What it has answered is kept for its time to live; so clients of
//! a Region that goes dark wait until they look again. A read takes the way there and back besides what the cluster takes.

use base::{ClientId, RegionId, RequestId, SimSpan, SimTime};
use world::{CALLERS_FROM, Endpoint, Operation};

use super::{Booked, Globe, Status};
use crate::command::GlobalRefusal;
use crate::event::GlobalEvent;
use crate::near::Readers;

/// The most reads in a second that clients of one Region make `[choice]`.
const READS_PER_SECOND_MAX: u32 = 1_000;
/// Rows that are read.
const ROWS: u64 = 20;
/// Nobody waits longer for an answer `[choice]`.
const PATIENCE: SimSpan = SimSpan::from_millis(5_000);

/// Clients of a Region, and how they fare.
#[derive(Clone, Debug)]
pub(super) struct Near {
    home: RegionId,
    reads_per_second: u32,
    /// What is booked counts only if it was booked in this one.
    generation: u32,
    /// Where their DNS led them last.
    at: Option<RegionId>,
    asked: u64,
    /// What was asked and not answered yet: where, as what, and when.
    open: Vec<(RegionId, RequestId, SimTime)>,
    answered: u64,
    failed: u64,
    took: Option<SimSpan>,
}

impl Globe {
    /// Clients that read from the nearest Region, by where they are.
    pub fn near(&self) -> impl Iterator<Item = Readers> + '_ {
        self.near.iter().map(|near| Readers {
            home: near.home,
            reads_per_second: near.reads_per_second,
            at: near.at,
            answered: near.answered,
            failed: near.failed,
            took: near.took,
        })
    }

    /// The nearest Region to one that can be read from there.
    fn nearest(&self, home: RegionId) -> Option<RegionId> {
        let serves = |id: &RegionId| {
            let region = self.at(*id);
            let well = region.up && matches!(region.status, Status::Well);
            let open = !region.world.follows() && region.world.writer().is_open();
            well && self.links.is_open(home, *id) && (open || region.world.has_successor())
        };
        let all = self.regions().filter(serves);
        all.min_by_key(|id| (self.links.delay(home, *id), *id))
    }

    pub(super) fn start_readers(
        &mut self,
        home: RegionId,
        reads_per_second: u32,
    ) -> Result<(), GlobalRefusal> {
        if usize::from(home.0) >= RegionId::NAMES.len() {
            return Err(GlobalRefusal::NoCluster(home));
        }
        if !(1..=READS_PER_SECOND_MAX).contains(&reads_per_second) {
            return Err(GlobalRefusal::OutOfRange {
                field: "reads_per_second",
                value: reads_per_second.into(),
                min: 1,
                max: READS_PER_SECOND_MAX.into(),
            });
        }
        self.near.retain(|near| near.home != home);
        self.near_started += 1;
        let generation = self.near_started;
        self.near.push(Near {
            home,
            reads_per_second,
            generation,
            at: None,
            asked: 0,
            open: Vec::new(),
            answered: 0,
            failed: 0,
            took: None,
        });
        self.look_up_near(home, generation);
        self.read_near(home, generation);
        Ok(())
    }

    pub(super) fn stop_readers(&mut self, home: RegionId) -> Result<(), GlobalRefusal> {
        if !self.near.iter().any(|near| near.home == home) {
            return Err(GlobalRefusal::NoApp);
        }
        self.near.retain(|near| near.home != home);
        self.note(None, GlobalEvent::ReadersStopped { home });
        Ok(())
    }

    fn near_mut(&mut self, home: RegionId, generation: u32) -> Option<&mut Near> {
        let mut all = self.near.iter_mut();
        all.find(|near| (near.home, near.generation) == (home, generation))
    }

    /// Clients look up again which Region is nearest.
    pub(super) fn look_up_near(&mut self, home: RegionId, generation: u32) {
        let (nearest, now) = (self.nearest(home), self.now);
        let ttl = SimSpan::from_millis(u64::from(self.config.ttl_millis).max(1_000));
        let Some(near) = self.near_mut(home, generation) else {
            return;
        };
        let before = near.open.len();
        near.open.retain(|(.., at)| now.since(*at) < PATIENCE);
        near.failed += (before - near.open.len()) as u64;
        let turned = near.at != nearest || near.asked == 0;
        near.at = nearest;
        if turned {
            let region = nearest;
            self.note(None, GlobalEvent::ReadersTurned { home, region });
        }
        let due = now + ttl;
        self.agenda
            .book(due, Booked::LookUpNear { home, generation });
    }

    /// One of them reads.
    pub(super) fn read_near(&mut self, home: RegionId, generation: u32) {
        let now = self.now;
        let Some(near) = self.near_mut(home, generation) else {
            return;
        };
        near.asked += 1;
        let (at, asked) = (near.at, near.asked);
        let apart = SimSpan::from_micros(1_000_000 / u64::from(near.reads_per_second));
        self.agenda
            .book(now + apart, Booked::ReadNear { home, generation });
        match at.filter(|to| self.links.is_open(home, *to)) {
            Some(to) => {
                let due = now + self.links.delay(home, to);
                let booked = Booked::ReadArrives {
                    home,
                    generation,
                    to,
                    asked,
                    at: now,
                };
                self.agenda.book(due, booked);
            }
            None => self.read_failed(home, generation),
        }
    }

    fn read_failed(&mut self, home: RegionId, generation: u32) {
        if let Some(near) = self.near_mut(home, generation) {
            near.failed += 1;
        }
    }

    /// A read reaches a Region.
    pub(super) fn read_arrives(
        &mut self,
        (home, generation): (RegionId, u32),
        to: RegionId,
        asked: u64,
        at: SimTime,
    ) {
        let there = self.region(to).is_some_and(|region| region.up);
        if !there || self.near_mut(home, generation).is_none() {
            return self.read_failed(home, generation);
        }
        let caller = ClientId(CALLERS_FROM.0 + (u32::from(home.0) << 16) + u32::from(u16::MAX));
        let key = format!("seat:{}", asked % ROWS).into_bytes().into();
        let operation = Operation::Get { key };
        let request = self.tell(to, |world| world.call(caller, Endpoint::Reader, operation));
        if let Some(near) = self.near_mut(home, generation) {
            near.open.push((to, request, at));
        }
    }

    /// A Region has answered a request; whether one of these had asked it.
    pub(super) fn answered_near(&mut self, by: RegionId, request: RequestId) -> bool {
        for near in &mut self.near {
            let is_it = |(at, it, _): &(RegionId, RequestId, SimTime)| (*at, *it) == (by, request);
            let Some(place) = near.open.iter().position(is_it) else {
                continue;
            };
            let (_, _, at) = near.open.remove(place);
            let (home, generation) = (near.home, near.generation);
            let due = self.now + self.links.delay(by, home);
            let booked = Booked::ReadBack {
                home,
                generation,
                at,
            };
            self.agenda.book(due, booked);
            return true;
        }
        false
    }

    /// The answer is with who had asked.
    pub(super) fn read_back(&mut self, home: RegionId, generation: u32, at: SimTime) {
        let now = self.now;
        if let Some(near) = self.near_mut(home, generation) {
            near.answered += 1;
            near.took = Some(now.since(at));
        }
    }
}
