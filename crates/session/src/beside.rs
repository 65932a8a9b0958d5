//! Another machine beside the run, on the same clock: mirrored MySQL, or the engine again with one thing changed.
//!
//! It gets what was done to the run, at the same moments, and goes as far as the playhead. A run that goes back goes the
//! same way again (INV-19), and so does this, from its beginning: it holds no checkpoints, and such runs are short.

use base::{Keep, SimTime};
use scene::{Change, Contrast};
use world::{Command, World};

use crate::run::Run;

/// Journal entries that are kept of the other run: those of an outage, and of a while after it `[choice]`.
const JOURNAL_KEPT: Keep = Keep::Newest(100_000);

/// The other machine.
#[derive(Clone, Debug)]
pub(crate) enum Other {
    Mirrored(Box<Contrast>),
    Changed(Change, Box<World>),
}

/// Both machines, and what was done to them.
#[derive(Clone, Debug)]
pub(crate) struct Beside {
    pub other: Other,
    done: Vec<(SimTime, Command)>,
}

impl Beside {
    /// At rest: with this changed, or mirrored MySQL. Nothing, if it would change nothing.
    #[inline(never)]
    pub fn new(run: &Run, change: Option<Change>) -> Option<Beside> {
        let topology = &run.scenario().topology;
        let other = match change {
            None => Other::Mirrored(Box::new(Contrast::new(topology.clone(), run.seed()))),
            Some(change) => {
                let world = World::new(change.apply(topology)?, run.seed(), JOURNAL_KEPT);
                Other::Changed(change, Box::new(world))
            }
        };
        let done = Vec::new();
        Some(Beside { other, done })
    }

    /// What is changed, if it is the engine again.
    pub fn change(&self) -> Option<Change> {
        match self.other {
            Other::Mirrored(_) => None,
            Other::Changed(change, _) => Some(change),
        }
    }

    fn now(&self) -> SimTime {
        match &self.other {
            Other::Mirrored(contrast) => contrast.now(),
            Other::Changed(_, world) => world.now(),
        }
    }

    fn run_until(&mut self, at: SimTime, most_steps: u64) -> bool {
        match &mut self.other {
            Other::Mirrored(contrast) => contrast.run_until(at, most_steps),
            Other::Changed(_, world) => world.run_until(at, most_steps),
        }
    }

    fn give(&mut self, command: &Command) {
        // What the run has refused is refused here too, and what has no counterpart here is left undone.
        match &mut self.other {
            Other::Mirrored(contrast) => drop(contrast.give(command)),
            Other::Changed(_, world) => drop(world.give(command)),
        }
    }

    /// Goes on to the playhead, at most `most_steps` things between two commands.
    #[inline(never)]
    pub fn follow(&mut self, run: &Run, playhead: SimTime, most_steps: u64) {
        let deeds = run.deeds_until(playhead);
        if (playhead < self.now() || !deeds.starts_with(&self.done))
            && let Some(anew) = Beside::new(run, self.change())
        {
            *self = anew;
        }
        for (at, command) in &deeds[self.done.len()..] {
            if !self.run_until(*at, most_steps) {
                return;
            }
            self.give(command);
            self.done.push((*at, command.clone()));
        }
        self.run_until(playhead, most_steps);
    }
}
