//! A run in words: `lab.zone(C).cut(); lab.write(10).expect_acked(10);`

mod places;
mod requests;

use std::collections::BTreeMap;

use base::{CopyId, EventId, GroupId, Keep, Lsn, RequestId, SegmentId, SimSpan, SimTime, ZoneId};
use world::checkers::{Referee, Violation};
use world::oracle::Oracle;
use world::{
    Ability, Command, Event, Given, Happening, Load, Refusal, Site, Standing, Topology, VISITOR,
    World, WriterStanding, WrongRule,
};

pub use self::places::{CopyInLab, ZoneInLab};
use self::requests::Known;
pub use self::requests::{Acked, Read, Written};

/// Zone a, where copies A and B live, and the writer unless a topology says otherwise.
pub const A: ZoneId = ZoneId(0);
/// Zone b, where copies C and D live.
pub const B: ZoneId = ZoneId(1);
/// Zone c, where copies E and F live.
pub const C: ZoneId = ZoneId(2);

/// How long a story waits for what must happen, and watches what must not.
const PATIENCE: SimSpan = SimSpan::from_millis(2_000);
/// How long a run may take to come to rest once everything is healed.
const REST: SimSpan = SimSpan::from_millis(120_000);
/// More steps than any story needs: what takes longer does not end by itself.
const STEPS_MAX: u64 = 20_000_000;

/// A run with the referee and the oracle looking on after every step.
///
/// When it is dropped both must be silent, unless the story [expected](Lab::expect_violation) a violation.
#[derive(Clone)]
pub struct Lab {
    world: World,
    referee: Referee,
    oracle: Oracle,
    seen: EventId,
    known: BTreeMap<RequestId, Known>,
    written: u32,
    judged: bool,
}

impl Default for Lab {
    fn default() -> Self {
        Lab::new()
    }
}

impl Lab {
    /// The cluster of ordinary size, two groups, seed 1.
    pub fn new() -> Lab {
        Lab::of(Topology::default())
    }

    /// A cluster of this topology, seed 1.
    pub fn of(topology: Topology) -> Lab {
        Lab::seeded(topology, 1)
    }

    /// A cluster of this topology and seed.
    pub fn seeded(topology: Topology, seed: u64) -> Lab {
        Lab::watching(World::new(topology, seed, Keep::All))
    }

    /// A cluster of ordinary size under a rule that is wrong on purpose, seed 1.
    pub fn under(rule: WrongRule) -> Lab {
        Lab::of(Topology {
            wrong_rule: Some(rule),
            ..Topology::default()
        })
    }

    /// Looks on from the beginning of a run.
    pub fn watching(world: World) -> Lab {
        let mut lab = Lab {
            referee: Referee::new(world.topology()),
            oracle: Oracle::new(),
            seen: EventId(0),
            known: BTreeMap::new(),
            written: 0,
            judged: false,
            world,
        };
        lab.look();
        lab
    }

    // ---- Looking ----

    /// The run itself.
    pub fn world(&self) -> &World {
        &self.world
    }

    /// The VCL.
    pub fn vcl(&self) -> Lsn {
        self.world.writer().points().vcl()
    }

    /// The VDL.
    pub fn vdl(&self) -> Lsn {
        self.world.writer().points().vdl()
    }

    /// The highest LSN handed out.
    pub fn allocated(&self) -> Lsn {
        self.world.writer().allocated()
    }

    /// The PGCL of a group, by its number.
    pub fn pgcl(&self, number: u32) -> Lsn {
        self.world.writer().points().group(group(number)).pgcl()
    }

    /// What a group can do, by its number.
    pub fn ability(&self, number: u32) -> Ability {
        self.world.ability(group(number))
    }

    /// How many commits wait.
    pub fn waiting(&self) -> u32 {
        self.world.writer().commits().len()
    }

    /// The SCNs of the commits that wait.
    pub fn waiting_scns(&self) -> Vec<u64> {
        self.world
            .writer()
            .commits()
            .iter()
            .map(|waiting| waiting.scn.0)
            .collect()
    }

    /// Everything that happened inside the database from an event on, with its moment.
    pub fn happenings(&self, from: EventId) -> impl Iterator<Item = (SimTime, Happening)> {
        self.world
            .journal()
            .since(from)
            .filter_map(|(_, entry)| match entry.event {
                Event::Database(what) => Some((entry.at, what)),
                _ => None,
            })
    }

    // ---- Doing ----

    /// Carries a command out.
    ///
    /// # Errors
    /// Why it makes no sense now.
    pub fn try_give(&mut self, command: &Command) -> Result<Given, Refusal> {
        let given = self.world.give(command);
        self.look();
        given
    }

    /// Carries a command out that makes sense.
    pub fn give(&mut self, command: &Command) -> Given {
        match self.try_give(command) {
            Ok(given) => given,
            Err(refusal) => panic!("{command:?} was refused: {refusal:?}"),
        }
    }

    /// Lets the next thing happen, if it is due by `until`.
    pub fn step_until(&mut self, until: SimTime) -> bool {
        let stepped = self.world.step_until(until).is_some();
        if stepped {
            self.look();
        }
        stepped
    }

    /// Lets so many milliseconds pass.
    pub fn run(&mut self, millis: u64) -> &mut Lab {
        self.run_micros(millis * 1_000)
    }

    /// Lets so many microseconds pass.
    pub fn run_micros(&mut self, micros: u64) -> &mut Lab {
        let until = self.world.now() + SimSpan::from_micros(micros);
        let mut steps = 0;
        while self.step_until(until) {
            steps += 1;
            assert!(
                steps < STEPS_MAX,
                "time stands still at {}",
                self.world.now()
            );
        }
        assert!(
            self.world.run_until(until, 1),
            "nothing is due any more by {until}"
        );
        self
    }

    /// Steps until this holds; returns whether it ever did within so long.
    pub fn run_while(&mut self, span: SimSpan, mut goes_on: impl FnMut(&Lab) -> bool) -> bool {
        let until = self.world.now() + span;
        while goes_on(self) {
            if !self.step_until(until) {
                return !goes_on(self);
            }
        }
        true
    }

    /// Begins to replace a copy in all groups.
    pub fn replace(&mut self, letter: char) {
        let copy = places::copy(letter);
        self.give(&Command::ReplaceCopy { copy, group: None });
    }

    /// Takes that back.
    pub fn keep(&mut self, letter: char) {
        let copy = places::copy(letter);
        self.give(&Command::KeepCopy { copy, group: None });
    }

    /// The sets of six that decide in a group, by its number.
    pub fn sixes(&self, number: u32) -> Vec<String> {
        let members = self.world.members(group(number));
        members.sets().map(|six| six.to_string()).collect()
    }

    /// Lets clients work by themselves.
    pub fn load(&mut self, load: Load) {
        self.give(&Command::StartLoad(load));
    }

    /// Crashes the writer.
    pub fn crash_writer(&mut self) {
        self.give(&Command::CrashWriter {});
    }

    /// Starts the writer again on its host.
    pub fn restart_writer(&mut self) {
        self.give(&Command::RestartWriter {});
    }

    /// Lets an instance in another zone become the writer.
    pub fn promote_writer(&mut self, zone: base::ZoneId) {
        self.give(&Command::PromoteWriter { zone });
    }

    /// Whether the volume is open.
    pub fn is_open(&self) -> bool {
        self.world.writer().is_open()
    }

    /// Lets clients ask no more by themselves.
    pub fn stop_load(&mut self) {
        self.give(&Command::StopLoad {});
    }

    /// Loses a share of all messages but those of clients.
    pub fn lose(&mut self, percent: u32) {
        self.give(&Command::LoseMessages {
            copy: None,
            percent,
        });
    }

    /// Makes the way between two sites longer.
    pub fn slow_link(&mut self, from: Site, to: Site, times: u32) {
        self.give(&Command::SlowLink { from, to, times });
    }

    /// Heals everything that is broken and lets clients ask no more.
    pub fn heal_all(&mut self) {
        let mut commands = vec![Command::LoseMessages {
            copy: None,
            percent: 0,
        }];
        for zone in ZoneId::all().filter(|zone| self.world.is_zone_cut(*zone)) {
            commands.push(Command::HealZone { zone });
        }
        let stopped = self.world.readers().filter(|(id, reader, _)| {
            let writes = self.world.writer_place() == Some(*id);
            !reader.is_up() && !writes && !self.world.is_starting(*id)
        });
        commands.extend(stopped.map(|(reader, ..)| Command::RestartReader { reader }));
        let sites: Vec<Site> = [Site::Writer, Site::Clients]
            .into_iter()
            .chain(CopyId::all().map(Site::copy))
            .collect();
        let groups = || self.world.groups();
        let named =
            |copy: &CopyId| groups().any(|group| self.world.has_copy(SegmentId::new(group, *copy)));
        for copy in CopyId::slots() {
            if self.world.is_copy_cut(copy) && !named(&copy) {
                commands.push(Command::HealCopy { copy });
            }
        }
        for copy in CopyId::slots().filter(named) {
            if self.world.is_copy_cut(copy) {
                commands.push(Command::HealCopy { copy });
            }
            if self.world.stopped().any(|segment| segment.copy() == copy) {
                commands.push(Command::RestartCopy { copy, group: None });
            }
            commands.push(Command::SlowCopy { copy, times: 1 });
            commands.push(Command::LoseMessages {
                copy: Some(copy),
                percent: 0,
            });
        }
        for (from, to) in sites
            .iter()
            .flat_map(|from| sites.iter().map(move |to| (*from, *to)))
        {
            if from < to && self.world.link_slowness(from, to) != 1 {
                commands.push(Command::SlowLink { from, to, times: 1 });
            }
        }
        if self.world.load().is_some() {
            commands.push(Command::StopLoad {});
        }
        for policy in self.world.scaling_policies() {
            let metric = policy.metric;
            commands.push(Command::RemoveScaling { metric });
        }
        if self.world.cache_management() != Err(world::CcmOff::NotWanted)
            && self.world.has_failover()
        {
            commands.push(Command::SetCacheManagement { on: false });
        }
        for visitor in [false, true] {
            if self.world.told_name(visitor).is_some() {
                let endpoint = None;
                commands.push(Command::ConnectThrough { endpoint, visitor });
            }
        }
        if matches!(
            self.world.writer().standing(),
            WriterStanding::Crashed | WriterStanding::Fenced
        ) && !self.world.has_failover()
        {
            commands.push(Command::RestartWriter {});
        }
        for command in commands {
            self.give(&command);
        }
    }

    /// Peace: heals everything, waits until nothing is due any more, and looks whether nothing was lost, nothing
    /// waits and all copies are equal.
    pub fn rest(&mut self) -> &mut Lab {
        self.heal_all();
        let until = self.world.now() + REST;
        let mut steps = 0;
        while self.step_until(until) && steps < STEPS_MAX {
            steps += 1;
        }
        self.referee.rest();
        self.oracle.rest(&self.world);
        self.assert_silent();
        assert_eq!(
            self.world.next_due(),
            None,
            "a cluster at rest does nothing"
        );
        self
    }

    // ---- Judging ----

    /// What the referee and the oracle have found.
    pub fn violations(&self) -> impl Iterator<Item = &Violation> {
        self.referee.verdict().iter().chain(self.oracle.verdict())
    }

    /// The oracle, to ask it what it knows.
    pub fn oracle(&self) -> &Oracle {
        &self.oracle
    }

    /// The story breaks a rule on purpose: it must have been noticed, under this name.
    pub fn expect_violation(mut self, invariant: &str) {
        self.judged = true;
        let found: Vec<String> = self.violations().map(Violation::to_string).collect();
        assert!(
            self.violations()
                .any(|violation| violation.invariant == invariant),
            "no {invariant} in {found:#?}"
        );
    }

    /// Takes what was found; the run is judged by that.
    pub fn take_violations(&mut self) -> Vec<Violation> {
        self.judged = true;
        self.violations().cloned().collect()
    }

    fn assert_silent(&mut self) {
        self.judged = true;
        let found: Vec<String> = self
            .violations()
            .take(5)
            .map(Violation::to_string)
            .collect();
        assert!(found.is_empty(), "seed {}: {found:#?}", self.world.seed());
        self.judged = false;
    }

    fn look(&mut self) {
        self.referee.follow(self.world.journal());
        self.oracle.follow(&self.world);
        for (_, entry) in self.world.journal().since(self.seen) {
            match entry.event {
                Event::Database(Happening::CommitQueued { scn, request, .. }) => {
                    if let Some(known) = self.known.get_mut(&request) {
                        known.queued = Some((scn, entry.at));
                    }
                }
                Event::Database(Happening::CommitAcknowledged { request, .. }) => {
                    if let Some(known) = self.known.get_mut(&request) {
                        known.acknowledged = Some(entry.at);
                    }
                }
                Event::Delivered {
                    to: world::Address::Client(VISITOR),
                    ..
                } => {
                    for (request, known) in self
                        .known
                        .iter_mut()
                        .filter(|(_, known)| known.answered.is_none())
                    {
                        if let Some(Standing::Answered { outcome, at }) =
                            self.world.standing(*request)
                        {
                            known.answered = Some((outcome, at));
                        }
                    }
                }
                _ => {}
            }
        }
        self.seen = self.world.journal().next_id();
    }
}

impl Drop for Lab {
    fn drop(&mut self) {
        if !self.judged && !std::thread::panicking() {
            self.oracle.check_rows(&self.world);
            self.assert_silent();
        }
    }
}

/// A group by its number, counted from 1 as people do.
fn group(number: u32) -> GroupId {
    GroupId(number.checked_sub(1).expect("groups are counted from 1"))
}
