//! The state of the page and what wishes do to it.

use std::rc::Rc;

use base::{EventId, Phrase, SimTime};
use session::scene::{
    self, FlightView, Focus, GROUPS_SHOWN, GroupId, ReaderFlight, Scene, VolumeMap, WayView,
};
use session::scene::{Command, Ends, StatementSpec};
use session::{Action, Params, Session, Settings, Show, Speed, Theme};
use ui::{Ask, Model, Notice, Plate, Spot, Talk, VolumeView, Words};

use crate::log::Log;
use crate::marks::Gatherer;
use crate::painter::{Frame, Painter, Point, paint_redo, place_regions};
use crate::{dom, memory, words};

/// The page is rendered anew at most this often while time passes, and only together with what stands still: whatever
/// changes the document makes the browser lay it out, so it changes all at once.
const RENDER_MILLIS: f64 = 300.0;
/// What stands still is looked at anew at most this often while time passes; messages travel between.
const LOOK_MILLIS: f64 = 125.0;
/// The stage is described in words at most this often.
const DESCRIBE_MILLIS: f64 = 1_000.0;
/// The visitor's requests that are shown.
const ASKED_SHOWN: usize = 3;
/// A tick should take about so long at most.
const TICK_MILLIS: f64 = 8.0;
/// Steps a tick may do: at first, and at most.
const STEPS_FIRST: u64 = 2_000;
const STEPS_MAX: u64 = 2_000_000;
/// Asks for messages that stand at their ends instead of travelling.
pub(crate) const REDUCED_MOTION: &str = "(prefers-reduced-motion: reduce)";
/// A window in which the inspector lies over the stage.
const SMALL: &str = "(width < 1100px)";
/// Notices that are shown at once.
const NOTICES_MAX: usize = 4;

/// What is left to do to the page once the wish is granted.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum After {
    /// Give the keyboard's focus to an element.
    Focus(String),
    /// Show the help.
    Help,
    /// Let a file be chosen.
    ChooseFile,
}

/// Everything the page is.
pub(crate) struct App {
    pub session: Session,
    words: Words,
    painter: Option<Painter>,
    scene: Rc<Scene>,
    flights: Vec<FlightView>,
    reader_flights: Vec<ReaderFlight>,
    volume: VolumeMap,
    /// The map of the volume is to be drawn anew.
    volume_stale: bool,
    /// The ways between Regions, as they are shown.
    ways: Vec<WayView>,
    /// How many parts of redo are seen on each of them.
    redo_shown: Vec<usize>,
    /// The Regions and where they lie.
    places: Vec<(String, (i32, i32))>,
    log: Log,
    /// The run that lines and marks are of.
    run: u64,
    /// Whether the keyboard's focus is on a line of the log.
    in_log: bool,
    marks: Gatherer,
    notices: Vec<Notice>,
    announcement: Option<Phrase>,
    describe: Rc<[Phrase]>,
    described_millis: f64,
    rendered_millis: f64,
    looked_millis: f64,
    /// More has happened than the scene shows.
    stale: bool,
    rove: Spot,
    /// The state that is chosen on the map of states.
    chosen: Option<usize>,
    /// The picture of a cluster that a person has chosen.
    shown: Option<Show>,
    /// The transaction a person is putting together.
    draft: Option<Rc<[StatementSpec]>>,
    dropping: bool,
    shortcuts: bool,
    untouched: bool,
    seek: Option<SimTime>,
    library: Rc<[&'static str]>,
    steps: u64,
    last_frame_millis: Option<f64>,
    /// Something is to be painted, or rendered, that no step has changed.
    unpainted: bool,
    unrendered: bool,
    /// A person has done something and is to see it at once.
    urgent: bool,
    still: bool,
    frame_millis: f64,
}

impl App {
    /// A page with the run that the address asks for.
    pub fn open(params: &Params, play: bool, notices: Vec<Phrase>) -> App {
        let (mut session, problems) = Session::open_params(params);
        if params.speed.is_none() {
            let usual = usual_speed(is_long(&session));
            session.act(Action::SetSpeed(usual)).ok();
        }
        if play {
            // A run that cannot go on stands where it is; the session says why.
            session.act(Action::Play).ok();
        }
        let mut app = App {
            words: words_of(session.settings()),
            session,
            painter: None,
            scene: Rc::default(),
            flights: Vec::new(),
            reader_flights: Vec::new(),
            volume: VolumeMap::default(),
            volume_stale: true,
            ways: Vec::new(),
            redo_shown: Vec::new(),
            places: Vec::new(),
            log: Log::default(),
            run: 0,
            in_log: false,
            marks: Gatherer::default(),
            notices: Vec::new(),
            announcement: None,
            describe: Rc::from([]),
            described_millis: f64::NEG_INFINITY,
            rendered_millis: f64::NEG_INFINITY,
            looked_millis: f64::NEG_INFINITY,
            stale: false,
            rove: Spot::Writer,
            chosen: None,
            shown: None,
            draft: None,
            dropping: false,
            shortcuts: memory::shortcuts(),
            untouched: true,
            seek: None,
            library: session::library().iter().map(|(name, _)| *name).collect(),
            steps: STEPS_FIRST,
            last_frame_millis: None,
            unpainted: true,
            unrendered: true,
            urgent: true,
            still: dom::prefers(REDUCED_MOTION),
            frame_millis: 0.0,
        };
        for phrase in notices.into_iter().chain(problems) {
            app.note(phrase);
        }
        app.scene = Rc::new(app.session.scene());
        app
    }

    // ---- Wishes ----

    /// Grants a wish, or says why not.
    pub fn grant(&mut self, ask: Ask) -> Vec<After> {
        self.stir();
        self.announcement = None;
        match ask {
            Ask::Do(action) => self.act(action),
            Ask::Seek(at) => self.seek = Some(at),
            // The shell has fetched it and asks for its text to be opened.
            Ask::Chapter(_) => {}
            Ask::Give(commands) => {
                for command in commands {
                    self.announcement = None;
                    self.act(Action::Give(command));
                    // What follows may rest on what was refused.
                    if self.announcement.is_none() {
                        break;
                    }
                }
                self.chosen = None;
            }
            Ask::Show(show) => {
                self.shown = Some(show);
                // The other run would stand in its place.
                if self.session.pair().is_some() {
                    self.act(Action::Compare(None));
                }
            }
            Ask::Draft(begins) => self.draft = begins.then(|| Rc::from([])),
            Ask::Statement(statement) => {
                let before = self.draft.iter().flat_map(|draft| draft.iter().cloned());
                self.draft = Some(before.chain([statement]).collect());
            }
            Ask::Transact(ends, pause_millis) => self.transact(ends, pause_millis),
            Ask::Choose(place) => {
                self.chosen = Some(place);
                return vec![After::Focus(ui::name_of_state(place))];
            }
            Ask::SpeedPlace(place) => self.act(Action::SetSpeed(Speed::at_position(place))),
            Ask::Look { spot, by_keyboard } => {
                self.rove = spot;
                self.act(Action::Focus(Some(spot.focus())));
                if by_keyboard {
                    return vec![After::Focus("inspector-title".into())];
                }
            }
            Ask::LookAtLine { event, by_keyboard } => {
                self.act(Action::Focus(Some(Focus::Event(event))));
                if by_keyboard {
                    return vec![After::Focus("inspector-title".into())];
                }
            }
            Ask::Reading(line) => {
                self.in_log = line.is_some();
                if line.is_some() {
                    self.log.read(line);
                }
            }
            Ask::GoLine(step) => {
                let line = self.log.after(step, &self.session, dom::now_millis());
                self.log.read(line);
                self.in_log = line.is_some();
                return line.map(focus_line).into_iter().collect();
            }
            Ask::LookAway => {
                if let Some(line) = self.line_looked_at() {
                    self.in_log = true;
                    self.act(Action::Focus(None));
                    return vec![focus_line(line)];
                }
                let spot = self.session.focus().and_then(Spot::of);
                self.act(Action::Focus(None));
                return vec![After::Focus(spot.unwrap_or(self.rove).to_string())];
            }
            Ask::Go(spot) => {
                self.rove = spot;
                return vec![After::Focus(spot.to_string())];
            }
            Ask::GoTo(id) => return vec![After::Focus(id)],
            Ask::GoAmong(ids, forward) => {
                let place = ids.iter().position(|id| dom::is_focused_within(id));
                let last = ids.len().saturating_sub(1);
                let next = match place {
                    None => 0,
                    Some(place) if forward => (place + 1).min(last),
                    Some(place) => place.saturating_sub(1),
                };
                return ids
                    .into_iter()
                    .nth(next)
                    .map(After::Focus)
                    .into_iter()
                    .collect();
            }
            Ask::NewSeed => {
                if let Ok(seed) = getrandom::u32() {
                    self.begin(Action::Restart(Some(seed.into())));
                }
            }
            Ask::ChooseFile => return vec![After::ChooseFile],
            Ask::Help => return vec![After::Help],
            Ask::Dismiss(place) => self.dismiss(place),
            Ask::Shortcuts(on) => {
                self.shortcuts = on;
                memory::keep_shortcuts(on);
            }
        }
        Vec::new()
    }

    /// Sends the transaction that was put together. One that is refused can be mended.
    #[inline(never)]
    fn transact(&mut self, ends: Ends, pause_millis: u32) {
        let Some(draft) = self.draft.clone() else {
            return;
        };
        self.act(Action::Give(Command::Transaction {
            statements: draft.to_vec(),
            ends,
            pause_millis,
        }));
        if self.announcement.is_some() {
            self.draft = None;
        }
    }

    fn act(&mut self, action: Action) {
        match action {
            Action::Restart(_)
            | Action::SetFamily(_)
            | Action::Open(_)
            | Action::Load(_)
            | Action::OpenChapter(..) => {
                return self.begin(action);
            }
            Action::NextStep | Action::PreviousStep => {
                self.shown = None;
                self.marks.reset();
            }
            Action::Give(_) | Action::GiveGlobal(_) => {
                self.marks.reset();
                self.untouched = false;
            }
            Action::SetVerbosity(_) | Action::Enter(_) => self.log.reset(),
            Action::FocusIn(place, _) if place != self.session.inside() => self.log.reset(),
            _ => {}
        }
        let before = self.session.settings();
        let given = matches!(action, Action::Give(_) | Action::GiveGlobal(_));
        match self.session.act(action) {
            Ok(()) if given => {
                self.announcement = Some(Phrase::new("ui-done"));
                // What was just broken or asked should be seen to take effect.
                if !self.session.is_playing() && self.session.progress_permille().is_none() {
                    self.session.act(Action::Play).ok();
                }
            }
            Ok(()) => {}
            Err(problem) => self.note(problem),
        }
        let after = self.session.settings();
        if before != after {
            memory::keep(before, after);
            self.words = words_of(after);
            show_settings(after, &self.words);
            if let Some(painter) = &mut self.painter {
                painter.colours_changed();
                painter.words_changed(&self.words);
            }
        }
        self.look();
    }

    /// Begins another run. If that cannot be, the present one goes on.
    fn begin(&mut self, action: Action) {
        let (playing, from_file) = (self.session.is_playing(), matches!(action, Action::Load(_)));
        let is_led = matches!(action, Action::OpenChapter(..));
        let was_long = is_long(&self.session);
        match self.session.act(action) {
            Ok(()) => {
                if !is_led && was_long != is_long(&self.session) {
                    let usual = usual_speed(!was_long);
                    self.session.act(Action::SetSpeed(usual)).ok();
                }
                self.notices.clear();
                self.shown = None;
                self.draft = None;
                self.log.reset();
                self.marks.reset();
                // A chapter lets time pass by itself.
                if !is_led {
                    self.session.act(Action::Play).ok();
                }
                self.announcement = Some(Phrase::new("ui-opened"));
            }
            Err(problem) => {
                if playing {
                    self.session.act(Action::Play).ok();
                }
                if from_file && !self.session.diagnostics().is_empty() {
                    self.note_diagnostics();
                } else {
                    self.note(problem);
                }
            }
        }
        self.look();
    }

    /// Opens a chapter that has come, at a step.
    pub fn open_chapter(&mut self, text: String, step: usize, play: bool) {
        self.begin(Action::OpenChapter(text, step));
        if !play && step == 0 {
            self.session.act(Action::Pause).ok();
        }
    }

    /// A file is being opened as a scenario.
    pub fn open_text(&mut self, text: String) {
        self.stir();
        self.begin(Action::Load(text));
    }

    /// Something the page has to say.
    pub fn note(&mut self, phrase: Phrase) {
        self.push_notice(Notice {
            phrase,
            place: None,
            hint: None,
        });
    }

    #[inline(never)]
    fn note_diagnostics(&mut self) {
        self.notices.clear();
        let found: Vec<Notice> = self
            .session
            .diagnostics()
            .iter()
            .take(NOTICES_MAX - 1)
            .map(|diagnostic| Notice {
                phrase: diagnostic.phrase.clone(),
                place: Some((diagnostic.place.line, diagnostic.place.column)),
                hint: diagnostic.hint.clone(),
            })
            .collect();
        self.note(Phrase::new("ui-file-refused"));
        for notice in found {
            self.push_notice(notice);
        }
    }

    fn push_notice(&mut self, notice: Notice) {
        self.stir();
        self.notices.retain(|other| *other != notice);
        self.notices.push(notice);
        if self.notices.len() > NOTICES_MAX {
            self.notices.remove(0);
        }
    }

    fn dismiss(&mut self, place: usize) {
        // The session's own notice stands first.
        match (self.session.notice().is_some(), place) {
            (true, 0) => self.act(Action::DismissNotice),
            (own, place) => {
                let place = place - usize::from(own);
                if place < self.notices.len() {
                    self.notices.remove(place);
                }
            }
        }
    }

    /// A file is held over the page, or no longer.
    pub fn set_dropping(&mut self, dropping: bool) {
        self.urgent |= self.dropping != dropping;
        self.dropping = dropping;
    }

    /// The line of the log that has led to what is looked at.
    fn line_looked_at(&self) -> Option<EventId> {
        let line = self.log.reading()?;
        (self.session.focus() == Some(Focus::Event(line))).then_some(line)
    }

    /// The name of the element that the focus is to go to, since the line it was on has gone.
    pub fn take_strayed(&mut self) -> Option<String> {
        let line = self.log.take_strayed()?;
        self.in_log.then(|| ui::line_id(line))
    }

    // ---- Frames ----

    /// Looks at the session anew.
    fn look(&mut self) {
        self.scene = Rc::new(self.session.scene());
        self.volume_stale = true;
        self.stale = false;
        self.stir();
    }

    /// Everything is to be shown anew.
    fn stir(&mut self) {
        self.unpainted = true;
        self.urgent = true;
    }

    /// Lets time pass and paints. Returns the model if the page is to be rendered anew, and whether another
    /// frame is wanted.
    pub fn frame(&mut self, at_millis: f64) -> (Option<Model>, bool) {
        let elapsed = self
            .last_frame_millis
            .map_or(0.0, |last| (at_millis - last).max(0.0));
        if elapsed > 0.0 {
            self.frame_millis = self.frame_millis * 0.95 + elapsed * 0.05;
        }
        if let Some(at) = self.seek.take() {
            self.act(Action::SeekTo(at));
        }
        let (changed, moved) = self.tick(elapsed);
        let asked = std::mem::take(&mut self.urgent);
        self.stale |= changed;
        if self.stale && (asked || at_millis - self.looked_millis >= LOOK_MILLIS) {
            self.stale = false;
            self.looked_millis = at_millis;
            self.scene = Rc::new(self.session.scene());
            self.volume_stale = true;
        }
        let due = asked || (!self.stale && at_millis - self.rendered_millis >= RENDER_MILLIS);
        if std::mem::take(&mut self.unpainted) || changed || (moved && !self.still) {
            self.unpainted = self.paint(at_millis, asked, due);
        }
        self.unrendered |= changed || moved;
        let render = asked || (due && self.unrendered);
        let model = render.then(|| self.model(at_millis));
        let busy = self.session.is_playing()
            || self.session.progress_permille().is_some()
            || self.session.is_planning();
        let again = busy || self.unrendered || self.unpainted || self.urgent || self.stale;
        self.last_frame_millis = again.then_some(at_millis);
        (model, again)
    }

    fn tick(&mut self, elapsed_millis: f64) -> (bool, bool) {
        let began = dom::now_millis();
        let ticked = self
            .session
            .tick((elapsed_millis * 1_000.0) as u64, self.steps);
        let took = dom::now_millis() - began;
        if took > TICK_MILLIS * 1.5 {
            self.steps = (self.steps / 2).max(STEPS_FIRST / 10);
        } else if ticked.steps >= self.steps && took < TICK_MILLIS / 2.0 {
            self.steps = (self.steps * 2).min(STEPS_MAX);
        }
        (ticked.changed, ticked.moved)
    }

    /// Returns whether something is left to paint a little later.
    fn paint(&mut self, at_millis: f64, at_once: bool, figures: bool) -> bool {
        if self.painter.is_none() {
            self.painter = Painter::new(&self.words);
        }
        let Some(painter) = &mut self.painter else {
            return true;
        };
        self.session.flights(&mut self.flights);
        if !self.scene.readers.is_empty() {
            self.session.reader_flights(&mut self.reader_flights);
        } else {
            self.reader_flights.clear();
        }
        let frame = Frame {
            scene: &self.scene,
            flights: &self.flights,
            reader_flights: &self.reader_flights,
            playhead: self.session.playhead(),
            words: &self.words,
            at_millis,
            still: self.still,
            at_once,
            figures,
            timeline_share: self.session.playhead().micros() as f64
                / self.marks.marks().end.micros().max(1) as f64,
        };
        let left = painter.paint(&frame);
        if let Some(globe) = self.session.globe() {
            let per_second = self.session.speed().nanos_per_second();
            let (at, shown) = (self.session.playhead(), &mut self.redo_shown);
            paint_redo(globe, &self.ways, at, per_second, shown);
        }
        if std::mem::take(&mut self.volume_stale)
            && let Some(view) = self.volume_view()
            && let (Some(world), Some(painter)) = (self.session.world(), &mut self.painter)
        {
            self.volume.follow(world);
            let low = self.session.lesson().is_some();
            painter.paint_volume(&self.volume, self.session.playhead(), view.group, low);
        }
        left
    }

    /// What stands beside the map of the volume, which is shown where the stage has no room for all groups.
    fn volume_view(&self) -> Option<VolumeView> {
        let groups = self.session.world()?.groups().len() as u32;
        let group = match self.session.focus() {
            Some(Focus::Group(group)) => group,
            _ => GroupId(0),
        };
        // A chapter may show something else in its place.
        let led = self.session.lesson().and_then(|lesson| lesson.show);
        let is_shown = matches!(led, None | Some(Show::Volume));
        (groups > GROUPS_SHOWN && is_shown).then_some(VolumeView {
            groups,
            group,
            abilities: self.scene.abilities,
        })
    }

    /// The page has been rendered, or has another shape.
    pub fn shape_changed(&mut self) {
        place_regions(&self.places);
        if let Some(painter) = &mut self.painter
            && painter.shape_changed()
        {
            painter.paint_timeline(self.marks.marks());
        }
        self.volume_stale = true;
        self.unpainted = true;
    }

    /// Draws everything at once in the colours the page has now.
    pub fn repaint_for_print(&mut self) {
        if let Some(painter) = &mut self.painter {
            painter.colours_changed();
        }
        self.shape_changed();
        self.paint(dom::now_millis(), true, true);
    }

    /// Messages travel, or stand at their ends.
    pub fn set_still(&mut self, still: bool) {
        self.still = still;
        self.unpainted = true;
    }

    /// The page has other colours.
    pub fn colours_changed(&mut self) {
        show_settings(self.session.settings(), &self.words);
        if let Some(painter) = &mut self.painter {
            painter.colours_changed();
        }
        self.shape_changed();
    }

    // ---- The model ----

    /// What the page shows now.
    pub fn model(&mut self, at_millis: f64) -> Model {
        self.rendered_millis = at_millis;
        self.unrendered = false;
        // A step of a chapter may have begun another run.
        let run = self.session.run_number();
        if std::mem::replace(&mut self.run, run) != run {
            self.log.reset();
            self.marks.reset();
        }
        if !self.in_log && self.line_looked_at().is_none() {
            self.log.read(None);
        }
        self.log.follow(&self.session, at_millis);
        if self.marks.follow(&self.session)
            && let Some(painter) = &mut self.painter
        {
            painter.paint_timeline(self.marks.marks());
        }
        if at_millis - self.described_millis >= DESCRIBE_MILLIS || !self.session.is_playing() {
            self.describe = self.scene.describe.iter().cloned().collect();
            self.described_millis = at_millis;
        }
        let session = &self.session;
        let focus = session.focus();
        let why = match focus {
            Some(Focus::Event(event)) => session.why(event),
            _ => session.why_waiting(),
        };
        let own = session.notice().map(|phrase| Notice {
            phrase: phrase.clone(),
            place: None,
            hint: None,
        });
        let lesson = session.lesson();
        let looks = lesson.as_ref().is_some_and(|lesson| lesson.looks);
        // Pictures of clusters and of Regions have their words with the chapters', which may be on their way.
        let cluster = session.world().filter(|_| self.has_words());
        let cluster = cluster.and_then(scene::cluster_view);
        let led = lesson.as_ref().and_then(|lesson| lesson.show);
        let plate = match (&cluster, &lesson) {
            (Some(_), None) => self.shown.or(Some(Show::Outage)),
            (Some(_), Some(_)) => self.shown.or(led),
            (None, _) => led,
        };
        let world = session.world_view().filter(|_| self.has_words());
        let ways = world
            .as_ref()
            .map_or_else(Vec::new, |view| view.ways.clone());
        let ends = |ways: &[WayView]| {
            ways.iter()
                .map(|way| (way.from.0, way.to.0))
                .collect::<Vec<_>>()
        };
        if ends(&ways) != ends(&self.ways) {
            self.redo_shown.clear();
        }
        self.ways = ways;
        self.places = world.as_ref().map_or_else(Vec::new, ui::places);
        Model {
            words: self.words.clone(),
            inside: session.inside_says(),
            ask: session.ask_here(),
            plate: world
                .map(|view| Plate::World(Box::new(view), plate == Some(Show::Manual)))
                .or_else(|| session.pair().map(|pair| Plate::Pair(Box::new(pair))))
                .or_else(|| plate.and_then(|show| self.plate_of(show)))
                .or_else(|| self.volume_view().map(Plate::Volume)),
            building: led == Some(Show::Build),
            cluster,
            draft: self.draft.clone(),
            lesson,
            theme: session.settings().theme,
            scene: Rc::clone(&self.scene),
            scenario: session
                .scenario()
                .map_or_else(|| "".into(), |scenario| scenario.name.as_str().into()),
            library: Rc::clone(&self.library),
            seed: session.seed(),
            playing: session.is_playing(),
            progress_permille: session.progress_permille(),
            lagging: session.is_lagging(),
            can_step_back: session.steps() > 0,
            speed: session.speed().phrase(),
            speed_place: session.speed().position(),
            speed_places: Speed::POSITION_MAX,
            timeline_end: self.marks.marks().end,
            playhead: session.playhead(),
            focus,
            // In a small window it covers the stage, so only who asks for it gets it.
            inspector: session
                .inspect()
                .filter(|_| !(looks && dom::prefers(SMALL))),
            why,
            asked: session.visitor_requests(ASKED_SHOWN),
            lines: self.log.lines(),
            line: self.log.stop(),
            log_waits: self.log.reading().is_some(),
            verbosity: session.settings().verbosity,
            talk: Talk {
                describe: Rc::clone(&self.describe),
                flood: self.log.flood(),
                announcement: self.announcement.clone(),
            },
            notices: own
                .into_iter()
                .chain(self.notices.iter().cloned())
                .collect(),
            rove: self.rove,
            dropping: self.dropping,
            untouched: self.untouched,
            shortcuts: self.shortcuts,
        }
    }

    /// What a chapter shows besides the stage.
    #[inline(never)]
    fn plate_of(&self, show: Show) -> Option<Plate> {
        let world = self.session.world()?;
        Some(match show {
            Show::Map => Plate::Map(scene::state_map(world, scene::GroupId(0)), self.chosen),
            Show::Members => Plate::Board(scene::members_board(world, scene::GroupId(0))),
            Show::Contrast => Plate::Board(self.session.contrast_board()?),
            Show::Pipeline => {
                let copy = match self.session.focus() {
                    Some(Focus::Copy(copy)) => copy,
                    _ => scene::CopyId(0),
                };
                let segment = scene::SegmentId::new(scene::GroupId(0), copy);
                Plate::Node(scene::pipeline_view(world, segment)?)
            }
            Show::Violations => Plate::Board(self.session.violation_board()),
            Show::Recovery => Plate::Board(scene::recovery_board(world, scene::GroupId(0))),
            // Two runs side by side are the session's; without the other there is one outage.
            Show::Outage
            | Show::Build
            | Show::NoReader
            | Show::OtherTier
            | Show::OtherZone
            | Show::InPlace
            | Show::OtherTtl
            | Show::CacheManaged => {
                Plate::Outage(scene::outage_view(world, self.session.playhead()))
            }
            Show::Endpoints => {
                Plate::Endpoints(scene::endpoints_view(world, self.session.playhead())?)
            }
            Show::Scaling => Plate::Scaling(scene::scaling_view(world, self.session.playhead())?),
            Show::Caches => Plate::Caches(scene::caches_view(world)?),
            Show::Volume => Plate::Volume(self.volume_view()?),
            // Several Regions are the session's: there is no single cluster then.
            Show::Report | Show::Manual => return None,
        })
    }

    // ---- Looking ----

    /// Whether the run is of a kind whose pictures have their words with those of the chapters.
    pub fn wants_more_words(&self) -> bool {
        is_cluster(&self.session)
            || self.session.globe().is_some()
            || self.session.lesson().is_some()
    }

    /// Whether those words are there.
    pub fn has_words(&self) -> bool {
        text::are_chapters_carried(self.words.lang())
    }

    /// Words have come.
    pub fn words_have_come(&mut self) {
        self.look();
    }

    /// The words of the page.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// Messages on their way at the last frame.
    pub fn in_flight(&self) -> usize {
        self.flights.len()
    }

    /// Frames per second, smoothed.
    pub fn frames_per_second(&self) -> f64 {
        if self.frame_millis > 0.0 {
            1_000.0 / self.frame_millis
        } else {
            0.0
        }
    }

    /// Whether single keys work as shortcuts.
    pub fn shortcuts(&self) -> bool {
        self.shortcuts
    }

    /// The moment at a share of the timeline.
    pub fn moment_at(&self, share: f64) -> SimTime {
        let end = self.marks.marks().end.micros() as f64;
        SimTime::from_micros((end * share.clamp(0.0, 1.0)) as u64)
    }

    /// The copy to whose way a point on the stage is near.
    pub fn way_near(&self, x: f64, y: f64) -> Option<Spot> {
        self.painter
            .as_ref()?
            .way_near(Point { x, y })
            .map(Spot::Link)
    }

    /// The group whose cell on the map of the volume lies at a point of the window.
    pub fn group_at(&self, x: f64, y: f64) -> Option<Spot> {
        self.painter.as_ref()?.group_at(x, y).map(Spot::Group)
    }
}

fn focus_line(line: EventId) -> After {
    After::Focus(ui::line_id(line))
}

/// Whether the run is one of a cluster that looks after its writer.
fn is_cluster(session: &Session) -> bool {
    let world = session.world();
    world.is_some_and(|world| world.topology().failover.is_some())
}

/// Whether seconds and minutes matter in it.
fn is_long(session: &Session) -> bool {
    is_cluster(session) || session.globe().is_some()
}

/// The speed a run opens with: a thousandth of real time, so that a commit takes about two seconds; where seconds and
/// minutes matter, as fast as time passes.
fn usual_speed(is_long: bool) -> Speed {
    match is_long {
        true => Speed::REAL,
        false => Speed::from_text("1/1000").unwrap_or_default(),
    }
}

fn words_of(settings: Settings) -> Words {
    Words::new(words::lang_of(settings.language), settings.lens)
}

/// Tells the document its language, title and colours.
pub(crate) fn show_settings(settings: Settings, words: &Words) {
    let theme = match settings.theme {
        Theme::System if dom::prefers("(prefers-color-scheme: light)") => Theme::Light,
        Theme::System => Theme::Dark,
        chosen => chosen,
    };
    if let Some(root) = dom::root() {
        root.set_attribute("lang", words.lang().code()).ok();
        root.set_attribute("data-theme", theme.name()).ok();
    }
    dom::document().set_title(&words.of("ui-title"));
}
