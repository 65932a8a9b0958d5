//! Expectations, looked at while a run moves on: of one cluster, or of Regions.

use base::{Phrase, SimTime};

use super::Failure;
use crate::scenario::{Claim, Expectation, When};

/// What an expectation claims of a run.
pub trait Judged: Clone {
    /// What it is looked at in.
    type Run<'a>: Copy;
    /// What happens there.
    type Event;

    /// Whether it speaks of how many events there are, which only the end of its span can tell.
    fn is_count(&self) -> bool;

    /// Whether this event is one of those it counts.
    fn counts(&self, event: &Self::Event) -> bool;

    /// How the run differs from the claim now, when so many events have counted; `None` if it does not.
    fn mismatch(&self, count: u64, run: Self::Run<'_>) -> Option<Mismatch>;
}

/// What was looked at, what it should have been, and what it was.
#[derive(Clone, Debug)]
pub struct Mismatch {
    pub what: Phrase,
    pub wanted: Phrase,
    pub found: Phrase,
}

impl Mismatch {
    fn phrase(&self, when: Phrase) -> Phrase {
        Phrase::new("expectation-failed")
            .with("when", when)
            .with("what", self.what.clone())
            .with("wanted", self.wanted.clone())
            .with("found", self.found.clone())
    }
}

/// One expectation and how it stands.
#[derive(Clone, Debug)]
pub struct Watch<C = Claim> {
    when: When,
    claim: C,
    from: SimTime,
    to: SimTime,
    stage: Stage,
    /// Events counted.
    count: u64,
}

#[derive(Clone, Debug)]
enum Stage {
    /// Its span has not begun.
    Ahead,
    /// Its span goes on, and it is not decided yet.
    Open,
    /// It has come true.
    Held,
    /// It has not: when that was seen, and what was found instead.
    Failed(SimTime, Box<Mismatch>),
}

impl<C: Judged> Watch<C> {
    /// Watches for what is expected in a run that ends at `until`.
    pub fn new(expectation: &Expectation<C>, until: SimTime) -> Watch<C> {
        let (from, to) = expectation.when.span(until);
        Watch {
            when: expectation.when,
            claim: expectation.that.clone(),
            from,
            to,
            stage: Stage::Ahead,
            count: 0,
        }
    }

    /// What is claimed.
    pub fn claim(&self) -> &C {
        &self.claim
    }

    /// Whether it speaks of how many events there are.
    pub fn is_count(&self) -> bool {
        self.claim.is_count()
    }

    /// An event has happened.
    pub fn see(&mut self, at: SimTime, event: &C::Event) {
        if (self.from..=self.to).contains(&at) && self.claim.counts(event) {
            self.count += 1;
        }
    }

    /// How things stand at this moment, if not as claimed.
    pub fn says_otherwise(&self, now: SimTime, run: C::Run<'_>) -> Option<Phrase> {
        let mismatch = self.claim.mismatch(self.count, run)?;
        Some(mismatch.phrase(Phrase::new("when-at").with("at", now)))
    }

    /// Everything due up to and including `moment` has happened.
    pub fn moment(&mut self, moment: SimTime, run: C::Run<'_>) {
        if self.from == moment && matches!(self.stage, Stage::Ahead) {
            self.stage = Stage::Open;
            if self.to > moment {
                self.stepped(moment, run);
            }
        }
        if self.to == moment && matches!(self.stage, Stage::Open) {
            self.stage = match self.claim.mismatch(self.count, run) {
                None => Stage::Held,
                Some(mismatch) => Stage::Failed(moment, Box::new(mismatch)),
            };
        }
    }

    /// The run has made a step before the end of the span.
    pub fn stepped(&mut self, now: SimTime, run: C::Run<'_>) {
        if !matches!(self.stage, Stage::Open) || self.is_count() {
            return;
        }
        let throughout = matches!(self.when, When::Throughout(..));
        match self.claim.mismatch(self.count, run) {
            None if !throughout => self.stage = Stage::Held,
            Some(mismatch) if throughout => self.stage = Stage::Failed(now, Box::new(mismatch)),
            _ => {}
        }
    }

    /// What is wrong, once the run has ended; `None` if the expectation came true.
    fn failure(&self) -> Option<Phrase> {
        let Stage::Failed(at, mismatch) = &self.stage else {
            return None;
        };
        Some(mismatch.phrase(self.when.phrase(*at)))
    }
}

/// Beginnings and ends of spans and the end of the run, the last first.
pub fn moments<C: Judged>(watches: &[Watch<C>], until: SimTime) -> Vec<SimTime> {
    let spans = watches.iter().flat_map(|watch| [watch.from, watch.to]);
    let mut moments: Vec<SimTime> = spans.chain([until]).collect();
    base::sort_few(&mut moments, |one, other| one > other);
    moments.dedup();
    moments
}

/// The expectations that did not come true.
pub fn failures<C: Judged>(watches: &[Watch<C>]) -> Vec<Failure> {
    let failed = watches.iter().enumerate().filter_map(|(index, watch)| {
        let (index, phrase) = (index as u32, watch.failure()?);
        Some(Failure { index, phrase })
    });
    failed.collect()
}
