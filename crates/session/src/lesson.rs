//! A chapter being led through.
//!
//! The page shows whatever moment the person has gone to; which step that moment belongs to follows from where each
//! step began in the run. A step is reached when the engine says so: its claim is looked at after everything that
//! happens ([`Lesson::look`]). Going back to a step is going back to the place in the run where it began and beginning it
//! again, so nothing about it is remembered that the run does not say.

use base::{EventId, Phrase, SimSpan, SimTime};
use lessons::{Awaited, Chapter, ChapterStep, GlobalClaim, Look, Scenario, Show, Wait, Words};
use scene::Focus;
use world::{Site, World};

use crate::checkpoints::Position;
use crate::run::Run;

/// A step that has begun.
#[derive(Clone, Debug)]
struct Begun {
    at: SimTime,
    position: Position,
    /// The first event that belongs to it.
    first: EventId,
    reached: Option<Reached>,
}

/// How a step was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Reached {
    at: SimTime,
    position: Position,
    /// The event that brought what was waited for; none if only time had to pass.
    event: Option<EventId>,
}

/// What a step waits for.
#[derive(Clone, Debug)]
enum Waits {
    /// In a cluster.
    Cluster(Awaited),
    /// Between Regions.
    Globe(Awaited<GlobalClaim>),
}

/// What is under way in a chapter besides the run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// As fast as the machine can until this step can begin, then begin it; one behind the last is the end.
    To(usize),
    /// Back where this step began; begin it once that is reached.
    Again(usize),
}

/// A chapter and how far it has been led through.
#[derive(Clone, Debug)]
pub(crate) struct Lesson {
    chapter: Chapter,
    words: Words,
    /// The step with which the present run begins.
    part: usize,
    /// The steps of the present run that have begun.
    begun: Vec<Begun>,
    /// What the last step that has begun waits for.
    awaited: Option<Waits>,
    /// Whether the chapter has chosen what is looked at.
    pub looks: bool,
    pub way: Option<Way>,
}

/// What a chapter shows at a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LessonView {
    /// The chapter's name.
    pub name: String,
    /// Its place in the course.
    pub number: u32,
    /// The step, from 0.
    pub step: u32,
    /// How many there are.
    pub steps: u32,
    /// What the chapter is about: what it does, when it is used, and the everyday explanation.
    pub about: [Phrase; 3],
    /// The heading of the step.
    pub heading: Phrase,
    /// What is done in it, and what to watch for.
    pub caption: Phrase,
    /// The fact it shows.
    pub fact: Option<String>,
    /// When it was reached, if it has been.
    pub reached: Option<SimTime>,
    /// What happened then, as the log says it, and the event if it can be looked at closely.
    pub outcome: Option<(Option<EventId>, Phrase)>,
    /// What is shown besides the stage.
    pub show: Option<Show>,
    /// Whether it is the chapter that looks closely at something, and not the person.
    pub looks: bool,
}

impl Lesson {
    /// A chapter that has been checked, before its first step.
    pub fn new(chapter: Chapter) -> Lesson {
        Lesson {
            words: chapter.words(),
            chapter,
            part: 0,
            begun: Vec::new(),
            awaited: None,
            looks: false,
            way: None,
        }
    }

    pub fn chapter(&self) -> &Chapter {
        &self.chapter
    }

    pub fn steps(&self) -> usize {
        self.chapter.steps.len()
    }

    /// The step a position belongs to; the first if none has begun.
    pub fn step_at(&self, position: Position) -> usize {
        let begun = self.begun.partition_point(|step| step.position <= position);
        self.part + begun.saturating_sub(1)
    }

    /// Steps that have begun, those of the runs before among them.
    pub fn begun(&self) -> usize {
        self.part + self.begun.len()
    }

    /// The run that a step needs, if it is not the present one.
    pub fn other_run(&self, step: usize) -> Option<Scenario> {
        let part = self.chapter.part(step);
        let is_new = part != self.part || (part == step && part > 0);
        is_new.then(|| self.chapter.scenario_of(step).clone())
    }

    fn waits(&self, wait: &Wait, at: SimTime, first: EventId) -> Waits {
        if self.chapter.is_global() {
            Waits::Globe(Awaited::between(wait, at, first))
        } else {
            Waits::Cluster(Awaited::new(wait, at, first))
        }
    }

    /// Where a step began.
    pub fn beginning(&self, step: usize) -> Option<(Position, SimTime)> {
        let begun = self.begun.get(step.checked_sub(self.part)?)?;
        Some((begun.position, begun.at))
    }

    /// Whether the step that began last has been reached by a position.
    pub fn is_reached(&self, position: Position) -> bool {
        let reached = self.begun.last().and_then(|step| step.reached);
        reached.is_some_and(|reached| reached.position <= position)
    }

    /// The next step begins at a moment and position, after the steps before it. Returns what it does.
    pub fn begin(
        &mut self,
        step: usize,
        at: SimTime,
        position: Position,
        run: &Run,
    ) -> ChapterStep {
        let first = run.stage().next_event();
        let part = self.chapter.part(step);
        if part != self.part || part == step {
            self.begun.clear();
            self.part = part;
        }
        self.begun.truncate(step - part);
        self.begun.push(Begun {
            at,
            position,
            first,
            reached: None,
        });
        let step = self.chapter.steps[step].clone();
        self.awaited = Some(self.waits(&step.wait, at, first));
        step
    }

    /// The moment by which what is waited for must have come; `None` if nothing is.
    pub fn limit(&self) -> Option<SimTime> {
        let open = self.begun.last()?.reached.is_none();
        Some(match self.awaited.as_ref().filter(|_| open)? {
            Waits::Cluster(awaited) => awaited.limit(),
            Waits::Globe(awaited) => awaited.limit(),
        })
    }

    /// How long the step that began last may take.
    pub fn span(&self) -> SimSpan {
        let step = self.chapter.steps.get(self.begun().saturating_sub(1));
        step.map_or(SimSpan::ZERO, |step| step.wait.span())
    }

    /// Whether only time has to pass.
    pub fn is_span(&self) -> bool {
        match &self.awaited {
            Some(Waits::Cluster(awaited)) => awaited.is_span(),
            Some(Waits::Globe(awaited)) => awaited.is_span(),
            None => false,
        }
    }

    /// Looks at what has happened. Returns whether the step has just been reached.
    pub fn look(&mut self, run: &Run) -> bool {
        let position = run.position();
        let (Some(begun), Some(awaited)) = (self.begun.last_mut(), &mut self.awaited) else {
            return false;
        };
        if begun.reached.is_some() || position < begun.position {
            return false;
        }
        let violated = |name| {
            let all = run.violations();
            all.filter(|violation| violation.invariant == name).count() as u64
        };
        let event = match (awaited, run.world(), run.globe()) {
            (Waits::Cluster(awaited), Some(world), _) => awaited.look(world, violated),
            (Waits::Globe(awaited), _, Some(globe)) => awaited.look_between(globe),
            _ => None,
        };
        let Some(event) = event else {
            return false;
        };
        let at = run.now();
        begun.reached = Some(Reached {
            at,
            position,
            event,
        });
        true
    }

    /// A new command at a position has cut off what was known behind it.
    pub fn cut_after(&mut self, position: Position) {
        let begun = self.begun.partition_point(|step| step.position <= position);
        self.begun.truncate(begun.max(1));
        let Some(last) = self.begun.last_mut() else {
            return;
        };
        if last
            .reached
            .is_some_and(|reached| reached.position > position)
        {
            last.reached = None;
        }
        if last.reached.is_none() {
            let wait = self.chapter.steps[self.part + begun.max(1) - 1]
                .wait
                .clone();
            let (at, first) = (last.at, last.first);
            self.awaited = Some(self.waits(&wait, at, first));
        }
    }

    /// What is shown of it.
    #[inline(never)]
    pub fn view(&self, run: &Run) -> LessonView {
        let position = run.position();
        let place = self.step_at(position);
        let (step, [heading, caption]) = (&self.chapter.steps[place], self.words.steps[place]);
        let begun = self.begun.get(place - self.part);
        let reached = begun.and_then(|step| step.reached);
        let reached = reached.filter(|reached| reached.position <= position);
        let outcome = reached.and_then(|reached| {
            let event = reached.event?;
            let line = run.world().and_then(|world| scene::line(world, event));
            let line = line.or_else(|| scene::global_line(run.globe()?, event))?;
            Some((run.world().map(|_| line.id), line.phrase))
        });
        LessonView {
            name: self.chapter.name.clone(),
            number: self.chapter.number,
            step: place as u32,
            steps: self.steps() as u32,
            about: self.words.about.map(Phrase::new),
            heading: Phrase::new(heading),
            caption: run.world().map_or_else(
                || Phrase::new(caption),
                |world| with_values(Phrase::new(caption), world),
            ),
            fact: step.fact.clone(),
            reached: reached.map(|reached| reached.at),
            outcome,
            show: self.chapter.shown(place),
            looks: self.looks,
        }
    }
}

/// Everything a caption may name of the engine's state.
fn with_values(phrase: Phrase, world: &World) -> Phrase {
    let (writer, group) = (world.writer(), base::GroupId(0));
    let points = writer.points();
    phrase
        .with("vcl", points.vcl())
        .with("vdl", points.vdl())
        .with("allocated", writer.allocated())
        .with("commits", world.counters().commits)
        .with("waiting", writer.commits().len())
        .with("up", world.reachable(group).to_string())
}

/// What a step looks at.
pub(crate) fn focus_of(look: Look) -> Focus {
    match look {
        Look::Writer => Focus::Writer,
        Look::Clients => Focus::Clients,
        Look::Zone(zone) => Focus::Zone(zone),
        Look::Copy(copy) => Focus::Copy(copy),
        Look::Group(group) => Focus::Group(group),
        Look::Link(copy) => Focus::Link(Site::Writer, Site::copy(copy)),
        Look::Reader(reader) => Focus::Reader(reader),
    }
}
