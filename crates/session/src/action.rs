//! Everything a person can do.

use base::{Lens, RegionId, SimTime};
use globe::GlobalCommand;
use scene::{Change, Focus};
use world::{Command, Family};

use crate::{Language, Speed, Theme};

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Let time pass.
    Play,
    /// Stop time; also gives up a search or a [`Action::RunUntil`] that is under way, where it has got to.
    Pause,
    /// Play if paused, pause if playing.
    Toggle,
    /// Let the next thing happen, and pause.
    StepForward,
    /// Take back the last thing that happened, and pause.
    StepBack,
    /// Go to a moment. One behind the horizon is simulated in pieces, tick by tick.
    SeekTo(SimTime),
    /// Let time pass this fast.
    SetSpeed(Speed),
    /// The next slower named speed.
    Slower,
    /// The next faster named speed.
    Faster,
    /// Run, as fast as the machine can, until something happens, and pause there.
    RunUntil(Until),
    /// Carry a command out at the playhead. In the past it cuts off the future that was known.
    Give(Command),
    /// The same, to a global database.
    GiveGlobal(GlobalCommand),
    /// Look into the cluster of a Region, or at all Regions again.
    Enter(Option<RegionId>),
    /// Look what a change of the primary to each Region would bring about, or at nothing any more.
    Plan(bool),
    /// Look closely at something, or at nothing.
    Focus(Option<Focus>),
    /// Look closely at something in the cluster of this Region, or between Regions.
    FocusIn(Option<RegionId>, Focus),
    /// Look through this lens.
    SetLens(Lens),
    /// Speak this language.
    SetLanguage(Language),
    /// Wear this theme.
    SetTheme(Theme),
    /// How much is said in the log, from 1 to 3.
    SetVerbosity(u8),
    /// Begin the same scenario again, with another seed if one is given.
    Restart(Option<u64>),
    /// Begin the same scenario again, in a cluster that speaks like this engine. A chapter begins the run of its step again.
    SetFamily(Family),
    /// Open the text of a scenario file. If it is wrong, the present run stays.
    Load(String),
    /// Open a scenario that comes with AuroraScope, by its name.
    Open(String),
    /// Open the text of a chapter at a step, counted from 0.
    OpenChapter(String, usize),
    /// On to the next step: at once if this one is reached, else as soon as it can be.
    NextStep,
    /// Back to where the step before began, and begin it again; in the first, that one.
    PreviousStep,
    /// No chapter any more; the run goes on.
    LeaveChapter,
    /// Run the same seed beside it, with one thing changed; or nothing any more.
    Compare(Option<Change>),
    /// The notice has been read.
    DismissNotice,
}

/// What to run until.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    /// A commit is acknowledged.
    NextCommit,
    /// Something is broken or mended.
    NextFault,
    /// A group can no longer be written to.
    QuorumLost,
    /// The VDL moves.
    VdlMoves,
}
