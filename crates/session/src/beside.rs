//! Mirrored MySQL beside the run, on the same clock.
//!
//! It gets what was done to the run, at the same moments, and goes as far as the playhead. A run that goes back goes the
//! same way again (INV-19), and so does this, from its beginning: it holds no checkpoints, and chapters are short.

use base::SimTime;
use scene::Contrast;
use world::Command;

use crate::run::Run;

/// Both machines, and what was done to them.
#[derive(Clone, Debug)]
pub(crate) struct Beside {
    contrast: Contrast,
    done: Vec<(SimTime, Command)>,
}

impl Beside {
    /// Both at rest.
    pub fn new(run: &Run) -> Beside {
        let topology = run.scenario().topology.clone();
        Beside {
            contrast: Contrast::new(topology, run.seed()),
            done: Vec::new(),
        }
    }

    /// Both machines.
    pub fn contrast(&self) -> &Contrast {
        &self.contrast
    }

    /// Goes on to the playhead, each side at most `most_steps` things between two commands.
    pub fn follow(&mut self, run: &Run, playhead: SimTime, most_steps: u64) {
        let deeds = run.deeds_until(playhead);
        if playhead < self.contrast.now() || !deeds.starts_with(&self.done) {
            *self = Beside::new(run);
        }
        for (at, command) in &deeds[self.done.len()..] {
            if !self.contrast.run_until(*at, most_steps) {
                return;
            }
            // What the run has refused is refused here too.
            self.contrast.give(command).ok();
            self.done.push((*at, command.clone()));
        }
        self.contrast.run_until(playhead, most_steps);
    }
}
