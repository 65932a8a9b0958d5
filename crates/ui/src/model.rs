//! What the page shows.

use std::rc::Rc;

use base::{EventId, Phrase, SimTime};
use scene::{
    AskHere, ClusterView, Focus, Inspector, Line, RequestView, Scene, StatementSpec, Tone, Why,
};
use session::{Action, LessonView, Theme};
use yew::{Callback, MouseEvent, Properties};

use crate::{Ask, Plate, Spot, Words};

/// Something the page has to say about itself, until it is dismissed.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// What.
    pub phrase: Phrase,
    /// Where in a file, if it is about one: line and column.
    pub place: Option<(u32, u32)>,
    /// What to do about it.
    pub hint: Option<Phrase>,
}

/// A line of the log.
pub type LogLine = Line;

/// What is said aloud besides what is seen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Talk {
    /// The stage in words; it changes at most once a second.
    pub describe: Rc<[Phrase]>,
    /// Too much happens to read it all out: the log is silent, and this says how much.
    pub flood: Option<Phrase>,
    /// What came of the last deed.
    pub announcement: Option<Phrase>,
}

/// Everything the page shows at one moment.
#[derive(Clone, Debug)]
pub struct Model {
    /// The words.
    pub words: Words,
    /// The colours.
    pub theme: Theme,
    /// The stage; blank if there is no run.
    pub scene: Rc<Scene>,
    /// The name of the scenario that is open.
    pub scenario: Rc<str>,
    /// The names of those that can be opened.
    pub library: Rc<[&'static str]>,
    /// The chapter that is open, at the step it is at.
    pub lesson: Option<LessonView>,
    /// That the cluster of one Region of a global database is looked into.
    pub inside: Option<Phrase>,
    /// What can be asked there, if nobody writes there.
    pub ask: Option<AskHere>,
    /// What it shows besides the stage.
    pub plate: Option<Plate>,
    /// The cluster, if the run is one of a cluster that looks after its writer.
    pub cluster: Option<ClusterView>,
    /// Whether the chapter is about building it.
    pub building: bool,
    /// The seed of the run.
    pub seed: Option<u64>,
    /// Whether time goes on by itself.
    pub playing: bool,
    /// How much of the way to a moment or an event is done, in thousandths, while it is under way.
    pub progress_permille: Option<u16>,
    /// Whether the machine is too slow for this speed.
    pub lagging: bool,
    /// Whether there is a step to go back.
    pub can_step_back: bool,
    /// How fast, as a phrase and as a place on the slider.
    pub speed: Phrase,
    /// The place of the speed on its slider, from 0 to `speed_places`.
    pub speed_place: u32,
    /// The last place of the slider.
    pub speed_places: u32,
    /// What the timeline spans: from the beginning of the run up to here.
    pub timeline_end: SimTime,
    /// The moment that is shown.
    pub playhead: SimTime,
    /// What is looked at.
    pub focus: Option<Focus>,
    /// The same, closely.
    pub inspector: Option<Inspector>,
    /// Why the oldest commit waits, or why something has happened.
    pub why: Option<Why>,
    /// The newest requests a person has typed, newest first.
    pub asked: Vec<RequestView>,
    /// The statements of the transaction a person is putting together.
    pub draft: Option<Rc<[StatementSpec]>>,
    /// The newest lines of the log, oldest first.
    pub lines: Vec<LogLine>,
    /// The line that the tab key comes to.
    pub line: Option<EventId>,
    /// Whether a line is being read, so that the log stands still.
    pub log_waits: bool,
    /// How much the log says, 1 to 3.
    pub verbosity: u8,
    /// What is said besides.
    pub talk: Talk,
    /// What the page has to say about itself.
    pub notices: Vec<Notice>,
    /// The thing on the stage that the tab key comes to.
    pub rove: Spot,
    /// Whether a file is held over the page.
    pub dropping: bool,
    /// Whether nobody has done anything yet, so that a hint is welcome.
    pub untouched: bool,
    /// Whether single keys work as shortcuts.
    pub shortcuts: bool,
}

/// What every component takes.
#[derive(Clone, Properties)]
pub struct Props {
    /// What to show.
    pub model: Rc<Model>,
    /// Where wishes go.
    pub on: Callback<Ask>,
}

impl PartialEq for Props {
    /// A model is never changed, only replaced.
    fn eq(&self, other: &Props) -> bool {
        Rc::ptr_eq(&self.model, &other.model) && self.on == other.on
    }
}

impl Props {
    /// A callback that sends one wish, whatever happened.
    pub(crate) fn asks<E>(&self, ask: Ask) -> Callback<E> {
        let on = self.on.clone();
        Callback::from(move |_| on.emit(ask.clone()))
    }

    /// A callback for an action of the session.
    pub(crate) fn does<E>(&self, action: Action) -> Callback<E> {
        self.asks(Ask::Do(action))
    }

    /// A callback for a thing on the stage being chosen.
    pub(crate) fn looks(&self, spot: Spot) -> Callback<MouseEvent> {
        let on = self.on.clone();
        // A click that no pointer made comes from the keyboard.
        Callback::from(move |event: MouseEvent| {
            on.emit(Ask::Look {
                spot,
                by_keyboard: event.detail() == 0,
            })
        })
    }
}

/// The value of the attribute `data-tone` for a tone; the styles choose colour and shape by it.
pub const fn tone_name(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "good",
        Tone::Waiting => "waiting",
        Tone::Fault => "fault",
        Tone::Quiet => "quiet",
        Tone::Read => "read",
    }
}
