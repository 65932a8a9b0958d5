//! What a session shows. Without a run every view is blank.

use base::{EventId, Phrase, SimTime};
use scene::{
    Board, BoardRow, FlightView, Focus, Inspector, Line, ReaderFlight, RequestView, Scene,
    Timeline, Tone, Why, WorldView,
};

use crate::Session;
use crate::stage::Stage;

/// Something that must hold and does not, as the page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ViolationView {
    /// What is violated, by the ID of an invariant or of another fact.
    pub invariant: &'static str,
    /// The event at which it shows.
    pub event: EventId,
    /// The same as a sentence, with the name and the moment.
    pub phrase: Phrase,
}

/// Events the log region looks back through for lines that are to be said `[choice]`.
const LOOKED_BACK: usize = 20_000;

impl Session {
    /// What stands still at the playhead.
    pub fn scene(&self) -> Scene {
        self.world().map_or_else(Scene::default, |world| {
            scene::scene(world, self.playhead(), self.focus())
        })
    }

    /// The Regions of a global database and what lies between them, if the run is one of such.
    pub fn world_view(&self) -> Option<WorldView> {
        let globe = self.globe().filter(|_| self.inside().is_none())?;
        let plans = self.planner.as_ref().map(|planner| planner.forecasts());
        Some(scene::world_view(globe, plans))
    }

    /// What can be asked of the cluster that is looked into, if nobody writes there.
    pub fn ask_here(&self) -> Option<scene::AskHere> {
        scene::ask_here(self.globe()?, self.inside()?)
    }

    /// What is on its way at the playhead; `out` is filled anew.
    pub fn flights(&self, out: &mut Vec<FlightView>) {
        match self.world() {
            Some(world) => scene::flights(world, self.playhead(), out),
            None => out.clear(),
        }
    }

    /// What is on its way to and from readers; `out` is filled anew.
    pub fn reader_flights(&self, out: &mut Vec<ReaderFlight>) {
        match self.world() {
            Some(world) => scene::reader_flights(world, self.playhead(), out),
            None => out.clear(),
        }
    }

    /// What is focused, closely.
    pub fn inspect(&self) -> Option<Inspector> {
        scene::inspect(self.world()?, self.focus()?)
    }

    /// Anything, closely.
    pub fn inspect_at(&self, focus: Focus) -> Option<Inspector> {
        scene::inspect(self.world()?, focus)
    }

    /// Why the commit the ring shows is still waiting.
    pub fn why_waiting(&self) -> Option<Why> {
        scene::why_waiting(self.world()?)
    }

    /// Why an event happened.
    pub fn why(&self, event: EventId) -> Option<Why> {
        match self.globe() {
            Some(globe) => scene::global_why(globe, self.inside(), event),
            None => scene::why(self.world()?, event),
        }
    }

    /// What has been seen violated up to the playhead, oldest first; only runs under a rule that is wrong on purpose
    /// are watched.
    pub fn violations(&self) -> Vec<ViolationView> {
        let view = |violation: &world::checkers::Violation| ViolationView {
            invariant: violation.invariant,
            event: violation.event,
            phrase: lessons::phrase_of_violation(violation),
        };
        let run = self.run.as_ref();
        run.map_or_else(Vec::new, |run| run.violations().map(view).collect())
    }

    /// The same as a picture: each thing that is violated, with the first time it was seen.
    #[inline(never)]
    pub fn violation_board(&self) -> Board {
        let mut board = Board::new("violations-title");
        let rule = self.world().and_then(|world| world.topology().wrong_rule);
        let broken = rule.map(world::WrongRule::breaks);
        for seen in self.violations() {
            let is_known = |row: &BoardRow| row.fact == Some(seen.invariant);
            if !board.rows.iter().any(is_known) {
                let row = BoardRow {
                    tone: Tone::Fault,
                    fact: Some(seen.invariant),
                    ..BoardRow::new(seen.phrase)
                };
                // What the rule breaks stands before what else gives way.
                let place = if broken == Some(seen.invariant) {
                    0
                } else {
                    board.rows.len()
                };
                board.rows.insert(place, row);
            }
        }
        let none = board.rows.is_empty();
        board
            .notes
            .extend(none.then(|| Phrase::new("violations-none")));
        board.notes.push(Phrase::new("violations-about"));
        board
    }

    /// The newest lines of the log that the verbosity lets through, oldest first, at most so many.
    pub fn lines(&self, most: usize) -> Vec<Line> {
        self.lines_since(EventId(0), most)
    }

    /// As [`Session::lines`], but only those of events from `first` on.
    pub fn lines_since(&self, first: EventId, most: usize) -> Vec<Line> {
        let wanted = self.settings().verbosity;
        if let Some(globe) = self.globe().filter(|_| self.inside().is_none()) {
            return scene::global_lines(globe, first, wanted, most);
        }
        let Some(world) = self.world() else {
            return Vec::new();
        };
        let back = world.journal().since(first).rev().take(LOOKED_BACK);
        let mut lines: Vec<Line> = back
            .filter(|(id, _)| scene::verbosity(world, *id).is_some_and(|of| of <= wanted))
            .take(most)
            .filter_map(|(id, _)| scene::line(world, id))
            .collect();
        lines.reverse();
        lines
    }

    /// When things happened between two moments, as far as the run has ever come in the present future.
    pub fn timeline(&self, from: SimTime, to: SimTime) -> Timeline {
        match self.furthest() {
            Some(Stage::Cluster(world)) => scene::timeline(world, from, to),
            Some(Stage::Globe(globe)) => scene::global_timeline(globe, from, to),
            None => Timeline::default(),
        }
    }

    /// The last requests of the person at the page, newest first, at most so many.
    pub fn visitor_requests(&self, most: usize) -> Vec<RequestView> {
        self.world()
            .map_or_else(Vec::new, |world| scene::visitor_requests(world, most))
    }
}
