//! The session itself.

use base::{Digest, Phrase, RegionId, SimTime};
use globe::{DatabaseId, GlobalCommand, Globe};
use lessons::{Diagnostic, Scenario};
use scene::{Change, Focus};
use world::{Command, Family, World};

use crate::beside::Beside;
use crate::checkpoints::Position;
use crate::clock::Clock;
use crate::goal::{Goal, SEARCH_SPAN};
use crate::lesson::Lesson;
use crate::planner::Planner;
use crate::run::{Advance, Run};
use crate::settings::VERBOSITIES;
use crate::stage::{Order, Stage};
use crate::{Action, Params, Settings, Speed, Until};

/// Things that are done at once when an action asks for a place or an event; the rest is done tick by tick
/// `[choice]`.
const AT_ONCE: u64 = 20_000;

/// What a tick has done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ticked {
    /// Whether anything happened, so that what stands still has to be drawn anew.
    pub changed: bool,
    /// Whether the playhead moved, so that what moves has to be drawn anew.
    pub moved: bool,
    /// How many things happened.
    pub steps: u64,
}

/// One run and everything a person can do with it.
#[derive(Clone, Debug, Default)]
pub struct Session {
    pub(crate) run: Option<Run>,
    pub(crate) clock: Clock,
    pub(crate) goal: Option<Goal>,
    /// The chapter that is open.
    pub(crate) lesson: Option<Lesson>,
    /// Another machine on the same clock, while it is shown.
    pub(crate) beside: Option<Beside>,
    /// What a person wants to be changed in it, or that nothing is to be shown beside; else it is for the chapter to say.
    pub(crate) compare: Option<Option<Change>>,
    /// What changes of the primary would bring about, while a person compares them.
    pub(crate) planner: Option<Planner>,
    /// The Region of a global database whose cluster is looked into.
    inside: Option<RegionId>,
    /// Runs that have begun.
    runs: u64,
    lagging: bool,
    /// The furthest the playhead has been, in the present future.
    pub(crate) horizon: SimTime,
    pub(crate) focus: Option<Focus>,
    settings: Settings,
    pub(crate) notice: Option<Phrase>,
    diagnostics: Vec<Diagnostic>,
}

impl Session {
    /// A session without an engine: every view is blank, and nothing can be done but change settings.
    pub fn empty() -> Session {
        Session::default()
    }

    /// Opens a scenario at its beginning, paused.
    ///
    /// # Errors
    /// The first thing that makes no sense in it.
    pub fn open(scenario: Scenario) -> Result<Session, Phrase> {
        let mut session = Session::empty();
        session.begin(scenario, None)?;
        Ok(session)
    }

    /// Opens what a link asks for. What is missing or unknown in it takes its default; what there is to say
    /// about that is the second value.
    pub fn open_params(params: &Params) -> (Session, Vec<Phrase>) {
        let mut notices = Vec::new();
        let mut session = Session::empty();
        session.settings = params.settings();
        session.clock.speed = params.speed.unwrap_or_default();
        let asked = params.scenario.as_deref().and_then(lessons::find);
        match asked {
            Some(text) => notices.extend(session.load(text, params.seed).err()),
            None => {
                let first = lessons::first();
                let seed = params.seed.unwrap_or(first.seed);
                session.put_run(Run::new(first, seed));
            }
        }
        (session, notices)
    }

    // ---- Looking ----

    /// The run at the playhead.
    pub fn world(&self) -> Option<&World> {
        let run = self.run.as_ref()?;
        run.world().or_else(|| run.globe()?.world(self.inside?))
    }

    /// The Region of a global database whose cluster is looked into.
    pub fn inside(&self) -> Option<RegionId> {
        self.inside.filter(|_| self.world().is_some())
    }

    /// The same in words.
    pub fn inside_says(&self) -> Option<Phrase> {
        let region = scene::region_phrase(self.inside()?);
        Some(Phrase::new("ui-inside").with("region", region))
    }

    /// The run as far as it has ever come in the present future.
    pub fn furthest_world(&self) -> Option<&World> {
        let stage = self.furthest()?;
        stage.world().or_else(|| stage.globe()?.world(self.inside?))
    }

    pub(crate) fn furthest(&self) -> Option<&Stage> {
        self.run.as_ref().map(Run::furthest)
    }

    /// The global database at the playhead, if the run is one of such.
    pub fn globe(&self) -> Option<&Globe> {
        self.run.as_ref().and_then(Run::globe)
    }

    /// The moment up to which the present future is known.
    pub fn furthest_moment(&self) -> SimTime {
        self.furthest().map_or(SimTime::ZERO, Stage::now)
    }

    /// How many things have happened up to the playhead.
    pub fn steps(&self) -> u64 {
        self.run.as_ref().map_or(0, |run| run.position().steps)
    }

    /// The event that the journal will write down next.
    pub fn next_event(&self) -> base::EventId {
        if let Some(world) = self.world() {
            return world.journal().next_id();
        }
        let run = self.run.as_ref();
        run.map_or(base::EventId(0), |run| run.stage().next_event())
    }

    /// The scenario that is open.
    pub fn scenario(&self) -> Option<&Scenario> {
        self.run.as_ref().map(Run::scenario)
    }

    /// The seed of the run.
    pub fn seed(&self) -> Option<u64> {
        self.run.as_ref().map(Run::seed)
    }

    /// The moment that is shown.
    pub fn playhead(&self) -> SimTime {
        self.clock.playhead
    }

    /// Which run it is, of those that have begun in this session: what was gathered of another is of no use.
    pub fn run_number(&self) -> u64 {
        self.runs
    }

    /// The furthest moment that is known; what a scrubber reaches up to.
    pub fn horizon(&self) -> SimTime {
        let furthest = self.furthest_moment();
        self.horizon.max(furthest).max(self.clock.playhead)
    }

    /// Whether time passes.
    pub fn is_playing(&self) -> bool {
        self.clock.playing
    }

    /// Whether simulated time could not keep up at the last tick, so that it passes slower than asked for.
    pub fn is_lagging(&self) -> bool {
        self.lagging
    }

    /// Whether a place is being gone to or an event waited for, and how much of that is done, in thousandths.
    pub fn progress_permille(&self) -> Option<u16> {
        let run = self.run.as_ref()?;
        match &self.goal {
            Some(goal) => Some(goal.progress_permille(run)),
            None => self.way_permille(run.now()),
        }
    }

    /// Whether nothing will ever happen if nothing is done.
    pub fn is_over(&self) -> bool {
        self.run.as_ref().is_some_and(Run::is_over)
    }

    /// How fast time passes.
    pub fn speed(&self) -> Speed {
        self.clock.speed
    }

    /// What is looked at closely.
    pub fn focus(&self) -> Option<Focus> {
        self.focus
    }

    /// Lens, language, theme, verbosity.
    pub fn settings(&self) -> Settings {
        self.settings
    }

    /// Something the person should know: why a run stopped, or that what was waited for will not come.
    pub fn notice(&self) -> Option<&Phrase> {
        self.notice.as_ref()
    }

    /// What is wrong with the scenario file that was last loaded; empty if nothing is.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// The fingerprint of everything that has happened up to the playhead (INV-19).
    pub fn digest(&self) -> Option<Digest> {
        self.run.as_ref().map(|run| run.stage().digest())
    }

    /// What a link to this session says. The commands a person has given are not in it.
    pub fn link_params(&self) -> Params {
        let (settings, lesson) = (self.settings, self.lesson());
        Params {
            language: Some(settings.language),
            theme: Some(settings.theme),
            lens: Some(settings.lens),
            scenario: (self.scenario().filter(|_| lesson.is_none()))
                .map(|scenario| scenario.name.clone()),
            chapter: lesson.as_ref().map(|lesson| lesson.name.clone()),
            step: lesson.map(|lesson| lesson.step + 1),
            seed: self.seed(),
            speed: Some(self.clock.speed),
            verbosity: Some(settings.verbosity),
        }
    }

    // ---- Doing ----

    /// Does what a person asks for.
    ///
    /// # Errors
    /// Why it cannot be done; nothing has changed then.
    pub fn act(&mut self, action: Action) -> Result<(), Phrase> {
        match action {
            Action::SetSpeed(speed) => self.clock.speed = speed,
            Action::Slower => self.clock.speed = self.clock.speed.slower(),
            Action::Faster => self.clock.speed = self.clock.speed.faster(),
            Action::FocusIn(place, focus) => {
                if place != self.inside() {
                    self.enter(place)?;
                }
                self.look_at(Some(focus))?;
            }
            Action::Focus(focus) => self.look_at(focus)?,
            Action::SetLens(lens) => self.settings.lens = lens,
            Action::SetLanguage(language) => self.settings.language = language,
            Action::SetTheme(theme) => self.settings.theme = theme,
            Action::SetVerbosity(verbosity) => {
                self.settings.verbosity = verbosity.clamp(*VERBOSITIES.start(), *VERBOSITIES.end());
            }
            Action::DismissNotice => self.notice = None,
            Action::Load(text) => self.load(&text, None)?,
            Action::Open(name) => {
                let Some(text) = lessons::find(&name) else {
                    return Err(Phrase::new("problem-no-such-scenario").with("name", name));
                };
                self.load(text, None)?;
            }
            Action::Restart(seed) => {
                let run = self.run_mut()?;
                let seed = seed.unwrap_or(run.seed());
                let again = run.again(seed);
                match self.lesson.take() {
                    None => self.put_run(again),
                    Some(lesson) => {
                        let chapter = lesson.chapter().clone();
                        self.put_run(Run::new(chapter.scenario.clone(), seed));
                        self.begin_lesson(Lesson::new(chapter), 0)?;
                    }
                }
            }
            Action::SetFamily(family) => self.set_family(family)?,
            Action::Play => self.play(true)?,
            Action::Pause => self.play(false)?,
            Action::Toggle => self.play(!self.clock.playing)?,
            Action::StepForward => self.step_forward()?,
            Action::StepBack => self.step_back()?,
            Action::SeekTo(at) => self.seek(at)?,
            Action::RunUntil(until) => self.run_until(until)?,
            Action::Give(command) => self.give(command)?,
            Action::GiveGlobal(command) => self.give_order(Order::Globe(command))?,
            Action::Enter(region) => self.enter(region)?,
            Action::Plan(on) => self.plan(on)?,
            Action::OpenChapter(text, step) => self.open_chapter(&text, step)?,
            Action::NextStep => self.next_step()?,
            Action::PreviousStep => self.previous_step()?,
            Action::LeaveChapter => self.lesson = None,
            Action::Compare(change) => self.compare(change)?,
        }
        self.look_at_step();
        Ok(())
    }

    /// So much real time has passed: lets time pass accordingly, but does at most `step_budget` things. If
    /// that is not enough the playhead lags ([`Session::is_lagging`]).
    pub fn tick(&mut self, elapsed_micros: u64, step_budget: u64) -> Ticked {
        let before = (self.position(), self.clock.playhead);
        let mut budget = step_budget;
        if self.goal.is_some() {
            self.pursue(&mut budget);
        } else if self.is_on_the_way() {
            self.lead(&mut budget);
        } else if self.clock.playing {
            self.pass(elapsed_micros, &mut budget);
        }
        self.look_at_step();
        self.look_beside();
        self.look_at_length();
        let planned = self.go_on_planning(step_budget);
        Ticked {
            changed: planned || self.position() != before.0,
            moved: self.clock.playhead != before.1,
            steps: step_budget - budget,
        }
    }

    pub(crate) fn position(&self) -> Option<Position> {
        self.run.as_ref().map(Run::position)
    }

    pub(crate) fn run_mut(&mut self) -> Result<&mut Run, Phrase> {
        self.run.as_mut().ok_or(Phrase::new("problem-no-run"))
    }

    fn load(&mut self, text: &str, seed: Option<u64>) -> Result<(), Phrase> {
        match lessons::read(text) {
            Ok(scenario) => self.begin(scenario, seed),
            Err(diagnostics) => {
                let said = diagnostics.first().map(|first| {
                    Phrase::new("problem-scenario")
                        .with("line", first.place.line)
                        .with("column", first.place.column)
                        .with("problem", first.phrase.clone())
                });
                self.diagnostics = diagnostics;
                Err(said.unwrap_or(Phrase::new("problem-no-run")))
            }
        }
    }

    fn begin(&mut self, scenario: Scenario, seed: Option<u64>) -> Result<(), Phrase> {
        if let Some(problem) = scenario.check().into_iter().next() {
            return Err(problem.phrase);
        }
        self.diagnostics.clear();
        let seed = seed.unwrap_or(scenario.seed);
        self.put_run(Run::new(scenario, seed));
        Ok(())
    }

    /// Begins the same scenario, or the run of a chapter's step, again with a cluster that speaks like this engine.
    #[inline(never)]
    fn set_family(&mut self, family: Family) -> Result<(), Phrase> {
        let run = self.run_mut()?;
        let (mut scenario, seed) = (run.scenario().clone(), run.seed());
        let Some(failover) = &mut scenario.topology.failover else {
            return Err(Phrase::new("refusal-no-cluster"));
        };
        *failover = failover.in_family(family);
        match self.lesson.take() {
            None => self.put_run(Run::new(scenario, seed)),
            Some(lesson) => self.begin_part_in(lesson, scenario, seed)?,
        }
        Ok(())
    }

    /// Puts another run in the place of the present one.
    pub(crate) fn put_run(&mut self, run: Run) {
        self.run = Some(run);
        self.runs += 1;
        self.lesson = None;
        self.beside = None;
        self.compare = None;
        self.planner = None;
        self.inside = None;
        self.goal = None;
        self.notice = None;
        self.lagging = false;
        self.horizon = SimTime::ZERO;
        self.clock.playing = false;
        self.clock.put(SimTime::ZERO);
        if let (Some(focus), Some(world)) = (self.focus, self.world())
            && scene::inspect(world, focus).is_none()
        {
            self.focus = None;
        }
    }

    /// Looks into the cluster of a Region, or at all of them again.
    #[inline(never)]
    fn enter(&mut self, region: Option<RegionId>) -> Result<(), Phrase> {
        let globe = self.globe().ok_or(Phrase::new("problem-nothing-there"))?;
        if region.is_some_and(|region| globe.world(region).is_none()) {
            return Err(Phrase::new("problem-nothing-there"));
        }
        (self.inside, self.focus) = (region, None);
        Ok(())
    }

    /// A person looks at something; what a chapter's step is about no longer matters.
    fn look_at(&mut self, focus: Option<Focus>) -> Result<(), Phrase> {
        self.set_focus(focus)?;
        if let Some(lesson) = &mut self.lesson {
            lesson.looks = false;
        }
        Ok(())
    }

    fn set_focus(&mut self, focus: Option<Focus>) -> Result<(), Phrase> {
        if let Some(focus) = focus {
            self.run_mut()?;
            let there = match (self.world(), focus) {
                (Some(world), focus) => scene::inspect(world, focus).is_some(),
                (None, Focus::Event(event)) => self.why(event).is_some(),
                _ => false,
            };
            if !there {
                return Err(Phrase::new("problem-nothing-there"));
            }
        }
        self.focus = focus;
        Ok(())
    }

    fn play(&mut self, playing: bool) -> Result<(), Phrase> {
        let run = self.run_mut()?;
        if playing && run.is_too_long() {
            return Err(Phrase::new("notice-too-long"));
        }
        self.stop_pursuing();
        self.clock.playing = playing;
        if playing {
            self.notice = None;
        }
        Ok(())
    }

    /// Gives up whatever is under way, where it has got to.
    pub(crate) fn stop_pursuing(&mut self) {
        let was_led = self.lesson.as_mut().and_then(|lesson| lesson.way.take());
        if self.goal.take().is_some() || was_led.is_some() {
            self.follow_world();
        }
        self.lagging = false;
    }

    /// Puts the playhead where the world stands.
    pub(crate) fn follow_world(&mut self) {
        if let Some(run) = &self.run {
            self.clock.put(run.now());
            self.horizon = self.horizon.max(self.clock.playhead);
        }
    }

    fn step_forward(&mut self) -> Result<(), Phrase> {
        self.play(false)?;
        let run = self.run_mut()?;
        if run.is_too_long() {
            return Err(Phrase::new("notice-too-long"));
        }
        if !run.forward() {
            return Err(Phrase::new("notice-nothing-due"));
        }
        self.follow_world();
        Ok(())
    }

    fn step_back(&mut self) -> Result<(), Phrase> {
        self.play(false)?;
        let playhead = self.clock.playhead;
        self.horizon = self.horizon.max(playhead);
        let run = self.run_mut()?;
        let Some(to) = run.position_before() else {
            return Err(Phrase::new("notice-at-the-beginning"));
        };
        run.jump_before(to);
        let from = run.position();
        self.pursue_at_once(Goal::Position { from, to });
        Ok(())
    }

    fn seek(&mut self, at: SimTime) -> Result<(), Phrase> {
        let playing = self.clock.playing;
        self.stop_pursuing();
        self.horizon = self.horizon.max(self.clock.playhead);
        let at = at.min(SimTime::ZERO + lessons::SPAN_MAX);
        let run = self.run_mut()?;
        run.jump_before_time(at);
        let from = run.now();
        self.pursue_at_once(Goal::Time { from, to: at });
        self.clock.playing = playing;
        Ok(())
    }

    fn run_until(&mut self, until: Until) -> Result<(), Phrase> {
        self.play(false)?;
        let run = self.run_mut()?;
        if run.is_over() || (until.needs_a_command() && !run.commands_to_come()) {
            return Err(until.will_not_come());
        }
        let begun_at = run.position();
        let began_with = Box::new(run.stage().clone());
        let from = self.clock.playhead;
        let limit = from + SEARCH_SPAN;
        self.notice = None;
        self.pursue_at_once(Goal::Search {
            until,
            from,
            limit,
            begun_at,
            began_with,
        });
        Ok(())
    }

    /// A command for a cluster; in a global database it is for the one that is looked into, or else the first one's
    /// primary.
    fn give(&mut self, command: Command) -> Result<(), Phrase> {
        let primary = || self.globe().and_then(|globe| globe.primary(DatabaseId(0)));
        self.give_order(match (self.inside().or_else(primary), &command) {
            // How many instances a Region may have is a matter of the whole (G-3).
            (Some(region), Command::AddReader(_)) => {
                Order::Globe(GlobalCommand::AddInstance { region })
            }
            (Some(region), _) => Order::Globe(GlobalCommand::In { region, command }),
            (None, _) => Order::Cluster(command),
        })
    }

    fn give_order(&mut self, order: Order) -> Result<(), Phrase> {
        self.stop_pursuing();
        let playhead = self.clock.playhead;
        let run = self.run_mut()?;
        let before = run.position();
        run.give(order, playhead)?;
        self.planner = None;
        if let Some(lesson) = &mut self.lesson {
            lesson.cut_after(before);
        }
        self.horizon = playhead;
        Ok(())
    }

    /// Sets a goal and does as much for it as can be done at once.
    pub(crate) fn pursue_at_once(&mut self, goal: Goal) {
        self.goal = Some(goal);
        let mut budget = AT_ONCE;
        self.pursue(&mut budget);
        self.look_at_length();
    }

    fn pursue(&mut self, budget: &mut u64) {
        let (Some(goal), Some(run)) = (&self.goal, &mut self.run) else {
            return;
        };
        let there = match *goal {
            Goal::Time { to, .. } => run.advance(to, budget, |_, _| false) == Advance::Arrived,
            Goal::Position { to, .. } => run.replay(to, budget),
            Goal::Search { until, limit, .. } => {
                match run.advance(limit, budget, |run, first| {
                    until.has_come(run.stage(), first)
                }) {
                    Advance::OutOfBudget => false,
                    Advance::Found => true,
                    Advance::Arrived => return self.give_up_search(until),
                }
            }
        };
        self.clock.put(run.now());
        if there {
            self.goal = None;
            self.horizon = self.horizon.max(self.clock.playhead);
            self.begin_again();
        }
    }

    /// What was waited for has not come: back to where the search began.
    fn give_up_search(&mut self, until: Until) {
        if let (
            Some(Goal::Search {
                from,
                begun_at,
                began_with,
                ..
            }),
            Some(run),
        ) = (self.goal.take(), &mut self.run)
        {
            run.undo_search(begun_at, *began_with);
            self.clock.put(from);
            self.notice = Some(until.will_not_come());
        }
    }

    /// Lets time pass.
    fn pass(&mut self, elapsed_micros: u64, budget: &mut u64) {
        let Some(run) = &mut self.run else {
            return;
        };
        let (to, rest) = self.clock.after(elapsed_micros);
        let mut lesson = self.lesson.as_mut();
        // Where only time has to pass, it passes to the end of the step and no further.
        let end = lesson.as_ref().filter(|lesson| lesson.is_span());
        let end = end.and_then(|lesson| lesson.limit()).unwrap_or(to);
        let there = run.advance(to.min(end), budget, |run, _| {
            lesson.as_mut().is_some_and(|lesson| lesson.look(run))
        });
        match there {
            Advance::Found => {
                self.lagging = false;
                self.clock.playing = false;
                self.clock.put(run.now());
            }
            Advance::Arrived => {
                self.clock.moved(to.min(end), rest);
                self.lagging = false;
            }
            Advance::OutOfBudget => {
                self.clock.put(run.now().max(self.clock.playhead));
                self.lagging = true;
            }
        }
        self.horizon = self.horizon.max(self.clock.playhead);
    }

    /// Stops a run that has become too long.
    fn look_at_length(&mut self) {
        let long = self.run.as_ref().is_some_and(Run::is_too_long);
        if long && (self.clock.playing || self.goal.is_some()) {
            self.goal = None;
            self.clock.playing = false;
            self.follow_world();
            self.notice = Some(Phrase::new("notice-too-long"));
        }
    }
}
