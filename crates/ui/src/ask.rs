//! What a person at the page can want.

use base::{EventId, SimTime};
use scene::{Ends, StatementSpec};
use session::{Action, Command, Show};

use crate::{LineMove, Spot};

/// One wish.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// Something the session does.
    Do(Action),
    /// Go to a moment, while the timeline's handle is dragged; only the newest counts.
    Seek(SimTime),
    /// Open a chapter that comes with AuroraScope, by its name.
    Chapter(&'static str),
    /// Several commands at once.
    Give(Vec<Command>),
    /// Look at a cluster in this picture.
    Show(Show),
    /// Begin a transaction, or give up the one that is being put together.
    Draft(bool),
    /// Another statement of it.
    Statement(StatementSpec),
    /// Send it, to end like this, its client thinking for so many milliseconds between two statements.
    Transact(Ends, u32),
    /// Choose a state on the map of states, by its place.
    Choose(usize),
    /// A place on the speed slider.
    SpeedPlace(u32),
    /// Look at a thing on the stage, and show it in the inspector.
    Look {
        /// The thing.
        spot: Spot,
        /// Whether the keyboard chose it, whose focus then follows into the inspector.
        by_keyboard: bool,
    },
    /// Look at an event by its line in the log, and show it in the inspector.
    LookAtLine {
        /// The event.
        event: EventId,
        /// As for a thing on the stage.
        by_keyboard: bool,
    },
    /// The keyboard's focus is on a line of the log now, or on none any more.
    Reading(Option<EventId>),
    /// Move the keyboard's focus in the log.
    GoLine(LineMove),
    /// Look at nothing any more.
    LookAway,
    /// Move the keyboard's focus on the stage.
    Go(Spot),
    /// Move the keyboard's focus to an element, by its name.
    GoTo(String),
    /// Move it to the next of several elements, or to the one before, from the one it is on.
    GoAmong(Vec<String>, bool),
    /// The same scenario with other chance.
    NewSeed,
    /// Choose a scenario file.
    ChooseFile,
    /// Open the help.
    Help,
    /// A notice has been read, by its place.
    Dismiss(usize),
    /// Whether single keys work as shortcuts.
    Shortcuts(bool),
}
