//! What is wrong with a scenario that is well written but makes no sense.
//!
//! Commands are given to a run that does not move, in the order of their moments: whether one is refused
//! depends on the commands before it and on nothing else.

use std::fmt;

use base::{GroupId, Keep, Phrase, RegionId, SimSpan, SimTime};
use globe::{GlobalCommand, GlobalRefusal, Globe};
use world::{Command, Load, Refusal, Topology, TopologyProblem, World};

use super::expect::{Claim, Compare, Expectation, Level, When};
use super::{Between, EventName, Scenario, VERSION};
use crate::global_refusal::{phrase_of_global_problem, phrase_of_global_refusal};
use crate::refusal::{phrase_of_endpoint, phrase_of_refusal};

/// The longest a run may take: a day `[choice]`.
pub const SPAN_MAX: SimSpan = SimSpan::from_millis(24 * 60 * 60 * 1_000);
/// The most commands in a timeline, and the most expectations `[choice]`.
pub const TIMELINE_MAX: u32 = 10_000;

/// One step on the way to a place in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Into a field of this name.
    Field(String),
    /// To an entry of a list, counted from 0.
    Entry(u32),
}

impl From<&str> for Step {
    fn from(field: &str) -> Step {
        Step::Field(field.to_owned())
    }
}

impl From<usize> for Step {
    fn from(entry: usize) -> Step {
        Step::Entry(entry as u32)
    }
}

/// Writes a way to a place, such as `timeline[2].do.cut_zone`.
pub(crate) fn write_path(f: &mut impl fmt::Write, path: &[Step]) -> fmt::Result {
    for (index, step) in path.iter().enumerate() {
        match step {
            Step::Field(name) if index == 0 => f.write_str(name)?,
            Step::Field(name) => write!(f, ".{name}")?,
            Step::Entry(entry) => write!(f, "[{entry}]")?,
        }
    }
    Ok(())
}

/// Something that makes no sense, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The way to its place in the file.
    pub path: Vec<Step>,
    /// What is wrong, and what to do.
    pub phrase: Phrase,
}

/// `path!["timeline", 3, "at"]`
macro_rules! path {
    ($($step:expr),*) => { vec![$(Step::from($step)),*] };
}

impl Scenario {
    /// Looks for everything that makes no sense. A run can be made of the scenario if nothing is found.
    pub fn check(&self) -> Vec<Problem> {
        let mut problems = Problems::default();
        if self.version != VERSION {
            problems.add(path!["version"], version_problem(self.version.to_string()));
        }
        let groups = match self.topology.check() {
            Ok(()) => Some(self.topology.groups_most()),
            Err(problem) => {
                let (field, phrase) = topology_problem(problem);
                problems.add(path!["topology", field], phrase);
                None
            }
        };
        if self.until > SimTime::ZERO + SPAN_MAX {
            problems.add(
                path!["until"],
                Phrase::new("problem-until-too-late").with("max", SPAN_MAX),
            );
        }
        for (list, len) in [
            ("timeline", self.timeline.len()),
            ("expect", self.expect.len()),
            ("between", self.between.len()),
            ("expect_between", self.expect_between.len()),
        ] {
            if len > TIMELINE_MAX as usize {
                let phrase = Phrase::new("problem-list-too-long");
                problems.add(
                    path![list],
                    phrase.with("found", len as u64).with("max", TIMELINE_MAX),
                );
                return problems.found;
            }
        }
        self.check_between(&mut problems);
        if self.regions.is_some() {
            return problems.found;
        }
        self.check_timeline(&mut problems);
        for (index, expectation) in self.expect.iter().enumerate() {
            self.check_expectation(index, expectation, groups, &mut problems);
        }
        problems.found
    }

    /// What is said about Regions, and that nothing is said about one cluster then, or the other way round.
    fn check_between(&self, problems: &mut Problems) {
        let Some(regions) = &self.regions else {
            let lists = [
                ("between", self.between.is_empty()),
                ("expect_between", self.expect_between.is_empty()),
            ];
            for (list, _) in lists.iter().filter(|(_, is_empty)| !is_empty) {
                problems.add(path![*list], Phrase::new("problem-needs-regions"));
            }
            return;
        };
        let lists = [
            ("timeline", self.timeline.is_empty()),
            ("expect", self.expect.is_empty()),
            ("topology", self.topology == Topology::default()),
        ];
        for (list, _) in lists.iter().filter(|(_, is_empty)| !is_empty) {
            problems.add(path![*list], Phrase::new("problem-not-with-regions"));
        }
        if let Err(problem) = regions.check() {
            problems.add(path!["regions"], phrase_of_global_problem(&problem));
            return;
        }
        let mut known: Vec<RegionId> = regions.regions.iter().map(|it| it.region).collect();
        for deed in &self.between {
            if let GlobalCommand::AddRegion { region, .. } = deed.command {
                known.push(region);
            }
        }
        // To a globe that does not move, so that what is refused whatever happens is found.
        let mut globe = Globe::new((**regions).clone(), self.seed, Keep::Newest(1));
        for (index, deed) in self.between.iter().enumerate() {
            if deed.at > self.until {
                let phrase = after_the_end(deed.at, self.until);
                problems.add(path!["between", index, "at"], phrase);
            }
            if let Err(refusal) = globe.give(&deed.command)
                && never_makes_sense(&refusal, &known)
            {
                let phrase = phrase_of_global_refusal(&refusal);
                problems.add(path!["between", index, "do"], phrase);
            }
        }
        for (index, expectation) in self.expect_between.iter().enumerate() {
            self.check_span("expect_between", index, expectation.when, problems);
            let that = &expectation.that;
            let at = || path!["expect_between", index, "that"];
            if matches!(that, Between::Event { .. })
                && matches!(expectation.when, When::Throughout(..))
            {
                problems.add(at(), Phrase::new("problem-event-throughout"));
            }
            if *that == Between::NOTHING {
                problems.add(at(), Phrase::new("problem-empty-claim"));
            }
            if let Some(region) = that.region().filter(|region| !known.contains(region)) {
                let refusal = GlobalRefusal::NoCluster(region);
                problems.add(at(), phrase_of_global_refusal(&refusal));
            }
        }
    }

    fn check_timeline(&self, problems: &mut Problems) {
        for (index, deed) in self.timeline.iter().enumerate() {
            if deed.at > self.until {
                problems.add(
                    path!["timeline", index, "at"],
                    after_the_end(deed.at, self.until),
                );
            }
        }
        let topology = if self.topology.check().is_ok() {
            self.topology.clone()
        } else {
            Topology::default()
        };
        let mut world = World::new(topology, self.seed, Keep::Newest(1));
        // Most timelines stand in order already, so putting each in its place costs little.
        let mut order: Vec<usize> = Vec::with_capacity(self.timeline.len());
        for (index, deed) in self.timeline.iter().enumerate() {
            let place = order.partition_point(|other| self.timeline[*other].at <= deed.at);
            order.insert(place, index);
        }
        // From when on copies come and go while nobody gives a command.
        let mut moves_by_itself = world.topology().repair_after_millis > 0;
        let fails_over = world.has_failover();
        let mut scales = !self.topology.scaling.is_empty();
        // Whether a command was left out that the run may carry out: then who and what is there is not known here.
        let mut left_out = false;
        for index in order {
            let command = with_one_client(&self.timeline[index].command);
            match world.give(&command) {
                Ok(_) => {
                    moves_by_itself |= goes_on_by_itself(&command);
                    scales |= matches!(command, Command::SetScaling(_));
                }
                // Which readers there are by then only the run knows.
                Err(Refusal::NoSuchReader(_) | Refusal::TooManyReaders) if scales => {}
                Err(refusal) if moves_by_itself && depends_on_the_run(&refusal) => {}
                Err(refusal) if fails_over && depends_on_who_writes(&refusal) => {
                    left_out |= refusal == Refusal::ClusterIsStopped;
                }
                Err(
                    Refusal::NoSuchPolicy
                    | Refusal::NoSuchReader(_)
                    | Refusal::TooManyReaders
                    | Refusal::Endpoint(_),
                ) if left_out => {}
                // Whether a page is there to damage shows only in the run.
                Err(Refusal::NothingToDamage(_)) => {}
                Err(refusal) => {
                    problems.add(path!["timeline", index, "do"], phrase_of_refusal(&refusal));
                }
            }
        }
    }

    fn check_span(&self, list: &'static str, index: usize, when: When, problems: &mut Problems) {
        let (from, to) = when.span(self.until);
        if from.max(to) > self.until {
            problems.add(
                path![list, index, when.field()],
                after_the_end(from.max(to), self.until),
            );
        } else if from > to {
            let phrase = Phrase::new("problem-span-backwards")
                .with("from", from)
                .with("to", to);
            problems.add(path![list, index, when.field()], phrase);
        }
    }

    fn check_expectation(
        &self,
        index: usize,
        expectation: &Expectation,
        groups: Option<u32>,
        problems: &mut Problems,
    ) {
        let field = expectation.when.field();
        self.check_span("expect", index, expectation.when, problems);
        if let Claim::Event(event) = &expectation.that {
            let at = |field| path!["expect", index, "that", "event", field];
            if matches!(expectation.when, When::Throughout(..)) {
                problems.add(
                    path!["expect", index, field],
                    Phrase::new("problem-event-throughout"),
                );
            }
            if event.message.is_some() && event.name != EventName::Sent {
                problems.add(at("message"), Phrase::new("problem-message-without-sent"));
            }
        }
        if let Claim::Commits(commits) = &expectation.that
            && *commits == Default::default()
        {
            problems.add(
                path!["expect", index, "that", "commits"],
                Phrase::new("problem-empty-claim"),
            );
        }
        for group in expectation.that.groups() {
            if let Some(groups) = groups
                && group.0 >= groups
            {
                let refusal = world::Refusal::NoSuchGroup { group, groups };
                problems.add(path!["expect", index, "that"], phrase_of_refusal(&refusal));
            }
        }
    }
}

#[derive(Default)]
struct Problems {
    found: Vec<Problem>,
}

impl Problems {
    fn add(&mut self, path: Vec<Step>, phrase: Phrase) {
        self.found.push(Problem { path, phrase });
    }
}

impl Claim {
    /// The groups it speaks of.
    pub(crate) fn groups(&self) -> Vec<GroupId> {
        let compared = |is: &Compare<Level>| match is.with() {
            Level::Point(point) => point.group(),
            Level::Lsn(_) => None,
        };
        let (own, other) = match self {
            Claim::Pgcl { group, is } | Claim::Scl { group, is, .. } => {
                (Some(*group), compared(is))
            }
            Claim::Vcl(is) | Claim::Vdl(is) | Claim::Allocated(is) => (None, compared(is)),
            Claim::Ability { group, .. } => (Some(*group), None),
            Claim::Copy { group, .. } => (*group, None),
            Claim::Event(event) => (event.group, None),
            Claim::Commits(_)
            | Claim::Zone { .. }
            | Claim::Row { .. }
            | Claim::Violation { .. } => (None, None),
        };
        own.into_iter().chain(other).collect()
    }
}

/// A file of another version.
pub(crate) fn version_problem(found: String) -> Phrase {
    Phrase::new("problem-version")
        .with("found", found)
        .with("known", VERSION.to_string())
}

fn after_the_end(at: SimTime, until: SimTime) -> Phrase {
    Phrase::new("problem-after-the-end")
        .with("at", at)
        .with("until", until)
}

fn topology_problem(problem: TopologyProblem) -> (&'static str, Phrase) {
    match problem {
        TopologyProblem::OutOfRange {
            field,
            value,
            min,
            max,
        } => {
            let phrase = Phrase::new("problem-out-of-range").with("found", value.to_string());
            (field, phrase.with("min", min).with("max", max))
        }
        TopologyProblem::Endpoint(problem) => ("custom_endpoints", phrase_of_endpoint(problem)),
        TopologyProblem::NotPostgreSql => {
            let phrase = phrase_of_refusal(&Refusal::NotPostgreSql);
            ("failover", phrase)
        }
        TopologyProblem::Backwards { field } => (field, Phrase::new("problem-range-backwards")),
    }
}

/// Whether a command to a global database that is refused for this reason is refused whatever happens before.
fn never_makes_sense(refusal: &GlobalRefusal, known: &[RegionId]) -> bool {
    match refusal {
        GlobalRefusal::NoCluster(region) => !known.contains(region),
        GlobalRefusal::SameRegion(_)
        | GlobalRefusal::OutOfRange { .. }
        | GlobalRefusal::RpoNeedsPostgresql
        | GlobalRefusal::DataLossNotAllowed
        | GlobalRefusal::NotInThatEra
        | GlobalRefusal::SwitchoverNotInThatEra
        | GlobalRefusal::ForwardingNotInThatEra
        | GlobalRefusal::EngineNotInThatEra
        | GlobalRefusal::IsolationNotForwarded
        | GlobalRefusal::ForTheWhole
        | GlobalRefusal::Load(_) => true,
        GlobalRefusal::Cluster(_, refusal) => matches!(
            refusal,
            Refusal::EmptyKey | Refusal::KeyTooLong { .. } | Refusal::ValueTooLong { .. }
        ),
        _ => false,
    }
}

/// Whether a command begins something that ends by itself, at a moment that only the run knows.
fn goes_on_by_itself(command: &Command) -> bool {
    matches!(
        command,
        Command::ReplaceCopy { .. }
            | Command::MoveHotCopy { .. }
            | Command::PatchCopy { .. }
            | Command::PatchAll {}
    )
}

/// Whether a command that is refused for this reason may make sense once what goes on by itself has gone on.
fn depends_on_the_run(refusal: &Refusal) -> bool {
    matches!(
        refusal,
        Refusal::NoSuchCopy(_)
            | Refusal::NotAMember(_)
            | Refusal::Newcomer(_)
            | Refusal::AlreadyLeaving(_)
            | Refusal::TwoAtOnce
            | Refusal::NotLeaving(_)
            | Refusal::Patching
            | Refusal::GroupNotWhole { .. }
            | Refusal::AlreadyStopped(_)
            | Refusal::NotStopped(_)
            | Refusal::CopyAlreadyCut(_)
            | Refusal::CopyNotCut(_)
    )
}

/// Whether a command that is refused for this reason may make sense where instances come back by themselves and take
/// over from one another.
fn depends_on_who_writes(refusal: &Refusal) -> bool {
    matches!(
        refusal,
        Refusal::WriterIsDown
            | Refusal::WriterIsUp
            | Refusal::ReaderIsDown(_)
            | Refusal::ReaderIsUp(_)
            | Refusal::FailoverUnderWay
            | Refusal::Patching
            | Refusal::NoSuccessor
            | Refusal::IsTheWriter(_)
            | Refusal::ReaderLeaves(_)
            | Refusal::ClusterIsStopped
            | Refusal::ClusterIsRunning
    )
}

/// A load books a moment for each of its clients; to see whether it would be refused, one is enough.
fn with_one_client(command: &Command) -> Command {
    match command {
        Command::StartLoad(Load::ClosedLoop {
            clients,
            think_micros,
            write_percent,
            rows,
        }) if (1..=100_000).contains(clients) => Command::StartLoad(Load::ClosedLoop {
            clients: 1,
            think_micros: *think_micros,
            write_percent: *write_percent,
            rows: *rows,
        }),
        Command::StartLoad(load @ Load::Transactions { clients, .. })
            if (1..=100_000).contains(clients) =>
        {
            let mut load = *load;
            if let Load::Transactions { clients, .. } = &mut load {
                *clients = 1;
            }
            Command::StartLoad(load)
        }
        other => other.clone(),
    }
}
