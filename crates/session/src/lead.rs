//! Leading through a chapter: how its steps begin, and the ways from one to another.

use base::{Phrase, SimTime};
use lessons::{Chapter, Scenario, Show};
use scene::{Board, Change, PairView};

use crate::beside::{Beside, Other};
use crate::goal::Goal;
use crate::lesson::{Lesson, LessonView, Way, focus_of};
use crate::run::{Advance, Run};
use crate::stage::Order;
use crate::{Session, Speed};

/// Simulated nanoseconds in a second of real time.
const REAL_TIME: u64 = 1_000_000_000;
/// Things that are done at once on the way to a step; the rest is done tick by tick `[choice]`.
const AT_ONCE: u64 = 20_000;

impl Session {
    /// What the chapter shows at the playhead, if one is open.
    pub fn lesson(&self) -> Option<LessonView> {
        let (lesson, run) = (self.lesson.as_ref()?, self.run.as_ref()?);
        Some(lesson.view(run))
    }

    /// Whether a step of the chapter is being gone to.
    pub(crate) fn is_on_the_way(&self) -> bool {
        let way = self.lesson.as_ref().and_then(|lesson| lesson.way);
        matches!(way, Some(Way::To(_)))
    }

    /// How much of the way to a step is done, in thousandths.
    pub(crate) fn way_permille(&self, now: SimTime) -> Option<u16> {
        let lesson = self.lesson.as_ref().filter(|_| self.is_on_the_way())?;
        let (begun, all) = (lesson.begun() as u64, lesson.steps() as u64);
        let span = lesson.span().micros().max(1);
        let left = lesson
            .limit()
            .map_or(0, |limit| limit.micros().saturating_sub(now.micros()));
        let share = 1_000 - (left * 1_000 / span).min(1_000);
        Some(((begun.saturating_sub(1) * 1_000 + share) / all.max(1)) as u16)
    }

    /// Opens a chapter at a step; the ones before it are gone through as fast as can be.
    #[inline(never)]
    pub(crate) fn open_chapter(&mut self, text: &str, step: usize) -> Result<(), Phrase> {
        let chapter: Chapter = lessons::read_chapter(text).map_err(|diagnostics| {
            let first = diagnostics.into_iter().next();
            first.map_or(Phrase::new("problem-no-run"), |first| first.phrase)
        })?;
        let scenario = chapter.scenario.clone();
        let seed = scenario.seed;
        self.put_run(Run::new(scenario, seed));
        self.begin_lesson(Lesson::new(chapter), step)
    }

    /// Begins a chapter on a run that has just begun.
    pub(crate) fn begin_lesson(&mut self, lesson: Lesson, step: usize) -> Result<(), Phrase> {
        let last = lesson.steps() - 1;
        self.lesson = Some(lesson);
        self.begin_step(0)?;
        if step > 0 {
            self.set_out(step.min(last));
        }
        Ok(())
    }

    /// Begins the run of the step that is shown again, as another scenario.
    #[inline(never)]
    pub(crate) fn begin_part_in(
        &mut self,
        lesson: Lesson,
        scenario: Scenario,
        seed: u64,
    ) -> Result<(), Phrase> {
        let position = self.run_mut()?.position();
        let mut chapter = lesson.chapter().clone();
        let part = chapter.part(lesson.step_at(position));
        match chapter.steps.get_mut(part) {
            Some(step) if part > 0 => step.scenario = Some(scenario.clone()),
            _ => chapter.scenario = scenario.clone(),
        }
        self.put_run(Run::new(scenario, seed));
        self.lesson = Some(Lesson::new(chapter));
        self.begin_step(part)
    }

    pub(crate) fn next_step(&mut self) -> Result<(), Phrase> {
        let (step, begun) = self.place()?;
        if step + 1 < begun {
            self.return_to(step + 1);
        } else {
            self.set_out(step + 1);
        }
        Ok(())
    }

    pub(crate) fn previous_step(&mut self) -> Result<(), Phrase> {
        let (step, _) = self.place()?;
        self.return_to(step.saturating_sub(1));
        Ok(())
    }

    /// The step that is shown, and how many have begun.
    fn place(&self) -> Result<(usize, usize), Phrase> {
        match (&self.lesson, &self.run) {
            (Some(lesson), Some(run)) => Ok((lesson.step_at(run.position()), lesson.begun())),
            _ => Err(Phrase::new("problem-no-run")),
        }
    }

    /// Looks whether the step has been reached by what has happened; then time stands still.
    pub(crate) fn look_at_step(&mut self) {
        if let (Some(lesson), Some(run)) = (&mut self.lesson, &self.run)
            && lesson.look(run)
        {
            self.clock.playing = false;
        }
    }

    /// Lets another machine go on beside the run, while one is shown.
    pub(crate) fn look_beside(&mut self) {
        let Some(run) = &self.run else {
            return;
        };
        let shown = self.lesson.as_ref().and_then(|lesson| {
            let step = lesson.step_at(run.position());
            lesson.chapter().shown(step)
        });
        let change = match self.compare {
            Some(change) => change,
            None => shown.and_then(change_of),
        };
        if change.is_none() && shown != Some(Show::Contrast) {
            self.beside = None;
            return;
        }
        if self.beside.as_ref().map(Beside::change) != Some(change) {
            self.beside = Beside::new(run, change);
        }
        if let Some(beside) = &mut self.beside {
            beside.follow(run, self.clock.playhead, AT_ONCE);
        }
    }

    /// Aurora against mirrored MySQL, as far as both have come.
    pub fn contrast_board(&self) -> Option<Board> {
        match &self.beside.as_ref()?.other {
            Other::Mirrored(contrast) => Some(scene::contrast_board(contrast)),
            Other::Changed(..) => None,
        }
    }

    /// The run and the same with one thing changed, as far as both have come.
    pub fn pair(&self) -> Option<PairView> {
        match &self.beside.as_ref()?.other {
            Other::Mirrored(_) => None,
            Other::Changed(change, other) => {
                let pair = scene::pair_view(self.world()?, other, *change, self.playhead());
                Some(pair)
            }
        }
    }

    /// Compares the run with the same run, one thing changed; or with nothing.
    #[inline(never)]
    pub(crate) fn compare(&mut self, change: Option<Change>) -> Result<(), Phrase> {
        let scenario = self.run_mut()?.scenario();
        let topology = &scenario.topology;
        if scenario.regions.is_some() {
            return Err(Phrase::new("problem-nothing-there"));
        }
        if change.is_some_and(|change| change.apply(topology).is_none()) {
            return Err(Phrase::new("refusal-no-cluster"));
        }
        self.compare = Some(change);
        self.look_beside();
        Ok(())
    }

    /// Begins a step here and now: does what it does, looks where it looks, and lets time pass.
    fn begin_step(&mut self, step: usize) -> Result<(), Phrase> {
        let other = self
            .lesson
            .as_ref()
            .and_then(|lesson| lesson.other_run(step));
        if let Some(scenario) = other {
            let lesson = self.lesson.take();
            let seed = scenario.seed;
            self.put_run(Run::new(scenario, seed));
            self.lesson = lesson;
        }
        let at = self.clock.playhead;
        let (Some(lesson), Some(run)) = (&mut self.lesson, &mut self.run) else {
            return Err(Phrase::new("problem-no-run"));
        };
        lesson.way = None;
        lesson.looks = true;
        self.compare = None;
        let position = run.position();
        let step = lesson.begin(step, at, position, run);
        let orders = step.commands.iter().cloned().map(Order::Cluster);
        let orders = orders.chain(step.between.iter().cloned().map(Order::Globe));
        for order in orders {
            run.give(order, at)?;
        }
        if let Some(slower) = step.slower {
            self.clock.speed = Speed::from_nanos_per_second(REAL_TIME / u64::from(slower));
        }
        if let Some(faster) = step.faster {
            self.clock.speed = Speed::from_nanos_per_second(REAL_TIME * u64::from(faster));
        }
        if !step.commands.is_empty() || !step.between.is_empty() {
            self.horizon = at;
        }
        self.focus = step.focus.map(focus_of).filter(|focus| {
            let world = self.run.as_ref().and_then(Run::world);
            world.is_some_and(|world| scene::inspect(world, *focus).is_some())
        });
        self.notice = None;
        self.clock.playing = true;
        self.look_at_step();
        Ok(())
    }

    /// Goes to a step that has not begun, as fast as can be.
    fn set_out(&mut self, to: usize) {
        self.stop_pursuing();
        self.clock.playing = false;
        if let Some(lesson) = &mut self.lesson {
            lesson.way = Some(Way::To(to));
        }
        let mut budget = AT_ONCE;
        self.lead(&mut budget);
    }

    /// Goes on towards a step, doing at most `budget` things.
    pub(crate) fn lead(&mut self, budget: &mut u64) {
        while let (Some(lesson), Some(run)) = (&mut self.lesson, &mut self.run) {
            let Some(Way::To(to)) = lesson.way else {
                return;
            };
            let here = lesson.begun();
            if !lesson.is_reached(run.position()) {
                let now = run.now();
                let within = lesson.span();
                let limit = lesson.limit().unwrap_or(now);
                let limit = if limit < now { now + within } else { limit };
                let there = run.advance(limit, budget, |run, _| lesson.look(run));
                let reached = there == Advance::Found || lesson.look(run);
                self.clock.put(run.now());
                self.horizon = self.horizon.max(self.clock.playhead);
                if there == Advance::OutOfBudget && !reached {
                    return;
                }
                if !reached {
                    lesson.way = None;
                    self.notice = Some(Phrase::new("chapter-not-reached").with("within", within));
                    return;
                }
            }
            // The way ends at the beginning of the step; behind the last there is none.
            if here >= lesson.steps() || here > to {
                lesson.way = None;
                return;
            }
            let way = lesson.way;
            if let Err(problem) = self.begin_step(here) {
                self.notice = Some(problem);
                return;
            }
            if here < to {
                self.clock.playing = false;
                if let Some(lesson) = &mut self.lesson {
                    lesson.way = way;
                }
            }
        }
    }

    /// Goes back to where a step began, to begin it again.
    fn return_to(&mut self, step: usize) {
        self.stop_pursuing();
        self.clock.playing = false;
        let Some(lesson) = &mut self.lesson else {
            return;
        };
        let Some((to, _)) = lesson.beginning(step) else {
            // It lies in another run, which begins anew.
            let part = lesson.chapter().part(step);
            match self.begin_step(part) {
                Ok(()) if part < step => self.set_out(step),
                Ok(()) => {}
                Err(problem) => self.notice = Some(problem),
            }
            return;
        };
        lesson.way = Some(Way::Again(step));
        self.horizon = self.horizon.max(self.clock.playhead);
        let Some(run) = &mut self.run else { return };
        run.jump_before(to);
        let from = run.position();
        self.pursue_at_once(Goal::Position { from, to });
    }

    /// A place that was gone to has been reached: if a step began there, it begins again.
    pub(crate) fn begin_again(&mut self) {
        let Some(lesson) = &mut self.lesson else {
            return;
        };
        let Some(Way::Again(step)) = lesson.way.take() else {
            return;
        };
        let Some((_, at)) = lesson.beginning(step) else {
            return;
        };
        self.clock.put(at);
        if let Err(problem) = self.begin_step(step) {
            self.notice = Some(problem);
        }
    }
}

/// What is changed in the other run that a chapter shows.
fn change_of(show: Show) -> Option<Change> {
    Some(match show {
        Show::NoReader => Change::NoReader,
        Show::OtherTier => Change::OtherTier,
        Show::OtherZone => Change::OtherZone,
        Show::InPlace => Change::InPlace,
        Show::OtherTtl => Change::OtherTtl,
        Show::CacheManaged => Change::CacheManaged,
        _ => return None,
    })
}
