//! A run in words: `lab.zone(C).cut(); lab.write(10).expect_acked(10);`

use std::collections::BTreeMap;

use base::{CopyId, EventId, GroupId, Keep, Lsn, RequestId, SegmentId, SimSpan, SimTime, ZoneId};
use world::checkers::{Referee, Violation};
use world::oracle::Oracle;
use world::{
    Ability, Command, Event, Given, Happening, Load, Outcome, Quorum, Refusal, Site, Standing,
    Topology, VISITOR, World, group_of, page_of_key,
};

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

/// What is known of one of the visitor's requests.
#[derive(Clone, Debug, Default)]
struct Known {
    queued: Option<(Lsn, SimTime)>,
    acknowledged: Option<SimTime>,
    answered: Option<(Outcome, SimTime)>,
}

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

    /// A cluster of ordinary size that takes another number of copies for a quorum.
    pub fn with_quorum(seed: u64, quorum: Quorum) -> Lab {
        Lab::watching(World::with_quorum(
            Topology::default(),
            seed,
            Keep::All,
            quorum,
        ))
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

    /// Lets clients work by themselves.
    pub fn load(&mut self, load: Load) {
        self.give(&Command::StartLoad(load));
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

    /// A zone to do something to.
    pub fn zone(&mut self, zone: ZoneId) -> ZoneInLab<'_> {
        ZoneInLab { lab: self, zone }
    }

    /// A copy to do something to, by its letter.
    pub fn copy(&mut self, letter: char) -> CopyInLab<'_> {
        CopyInLab {
            lab: self,
            copy: copy(letter),
            group: None,
        }
    }

    /// Stops these copies in all groups.
    pub fn crash(&mut self, letters: &str) {
        letters.chars().for_each(|letter| self.copy(letter).crash());
    }

    /// Writes so many rows, each by a transaction of its own.
    pub fn write(&mut self, rows: u32) -> Written<'_> {
        self.write_rows(rows, |_| true)
    }

    /// Writes so many rows that live in one group, by its number.
    pub fn write_to(&mut self, number: u32, rows: u32) -> Written<'_> {
        let groups = self.world.topology().groups;
        self.write_rows(rows, |key| {
            group_of(page_of_key(key.as_bytes(), groups)) == group(number)
        })
    }

    fn write_rows(&mut self, rows: u32, fits: impl Fn(&str) -> bool) -> Written<'_> {
        let mut requests = Vec::new();
        while requests.len() < rows as usize {
            self.written += 1;
            let key = format!("row:{}", self.written);
            if fits(&key) {
                requests.push(self.ask(&Command::Put {
                    value: format!("value of {key}"),
                    key,
                }));
            }
        }
        Written {
            lab: self,
            requests,
        }
    }

    /// Writes one row.
    pub fn put(&mut self, key: &str, value: &str) -> Written<'_> {
        let command = Command::Put {
            key: key.to_owned(),
            value: value.to_owned(),
        };
        let requests = vec![self.ask(&command)];
        Written {
            lab: self,
            requests,
        }
    }

    /// Reads a row.
    pub fn read(&mut self, key: &str) -> Read<'_> {
        let request = self.ask(&Command::Get {
            key: key.to_owned(),
        });
        Read { lab: self, request }
    }

    fn ask(&mut self, command: &Command) -> RequestId {
        match self.give(command) {
            Given::Asked(request) => {
                self.known.insert(request, Known::default());
                request
            }
            Given::Done => panic!("{command:?} asks nothing"),
        }
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
        let sites: Vec<Site> = [Site::Writer, Site::Clients]
            .into_iter()
            .chain(CopyId::all().map(Site::copy))
            .collect();
        for copy in CopyId::all() {
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

fn copy(letter: char) -> CopyId {
    CopyId::all()
        .find(|copy| copy.letter() == letter)
        .expect("copies are named A to F")
}

/// A zone to do something to.
pub struct ZoneInLab<'a> {
    lab: &'a mut Lab,
    zone: ZoneId,
}

impl<'a> ZoneInLab<'a> {
    /// Cuts it off.
    pub fn cut(self) {
        self.lab.give(&Command::CutZone { zone: self.zone });
    }

    /// Makes it reachable again.
    pub fn heal(self) {
        self.lab.give(&Command::HealZone { zone: self.zone });
    }

    /// One of its two copies: 0 or 1.
    pub fn copy(self, place: u8) -> CopyInLab<'a> {
        let copy = self
            .zone
            .copies()
            .nth(place.into())
            .expect("a zone has two copies");
        CopyInLab {
            lab: self.lab,
            copy,
            group: None,
        }
    }
}

/// A copy to do something to.
pub struct CopyInLab<'a> {
    lab: &'a mut Lab,
    copy: CopyId,
    group: Option<GroupId>,
}

impl CopyInLab<'_> {
    /// Only its segment of this group, by the group's number.
    #[must_use]
    pub fn of_group(mut self, number: u32) -> Self {
        self.group = Some(group(number));
        self
    }

    /// Stops it.
    pub fn crash(self) {
        self.lab.give(&Command::StopCopy {
            copy: self.copy,
            group: self.group,
        });
    }

    /// Starts it again.
    pub fn restart(self) {
        self.lab.give(&Command::RestartCopy {
            copy: self.copy,
            group: self.group,
        });
    }

    /// Cuts its storage node off.
    pub fn cut(self) {
        self.lab.give(&Command::CutCopy { copy: self.copy });
    }

    /// Makes its storage node reachable again.
    pub fn heal(self) {
        self.lab.give(&Command::HealCopy { copy: self.copy });
    }

    /// Makes its disk so many times slower.
    pub fn slow(self, times: u32) {
        self.lab.give(&Command::SlowCopy {
            copy: self.copy,
            times,
        });
    }

    /// Makes the way between it and the writer so many times longer.
    pub fn slow_link(self, times: u32) {
        self.lab
            .slow_link(Site::Writer, Site::copy(self.copy), times);
    }

    /// Loses a share of its messages.
    pub fn lose(self, percent: u32) {
        self.lab.give(&Command::LoseMessages {
            copy: Some(self.copy),
            percent,
        });
    }

    /// How far it is complete in the group named before, or in the first.
    pub fn scl(self) -> Lsn {
        self.lab.world.segment(self.segment()).scl()
    }

    /// How many records it holds beyond a hole.
    pub fn beyond_hole(self) -> u32 {
        self.lab.world.segment(self.segment()).beyond_hole()
    }

    fn segment(&self) -> SegmentId {
        SegmentId::new(self.group.unwrap_or_default(), self.copy)
    }
}

/// Rows that have been asked to be written.
pub struct Written<'a> {
    lab: &'a mut Lab,
    requests: Vec<RequestId>,
}

impl Written<'_> {
    /// So many of them are acknowledged before long, and their clients hear of it.
    pub fn expect_acked(self, expected: u32) -> Acked {
        let done = |lab: &Lab| {
            let answered = |request: &&RequestId| lab.known[request].answered.is_some();
            self.requests.iter().filter(answered).count()
        };
        self.lab
            .run_while(PATIENCE, |lab| done(lab) < self.requests.len());
        let known: Vec<Known> = self
            .requests
            .iter()
            .map(|request| self.lab.known[request].clone())
            .collect();
        let acked: Vec<&Known> = known
            .iter()
            .filter(|known| matches!(known.answered, Some((Outcome::Committed(_), _))))
            .collect();
        assert_eq!(
            acked.len() as u32,
            expected,
            "acknowledged writes, {} commits wait",
            self.lab.waiting()
        );
        let spans = acked
            .iter()
            .filter_map(|known| Some(known.acknowledged?.since(known.queued?.1)));
        let scns = acked.iter().filter_map(|known| Some(known.queued?.0));
        Acked {
            spans: spans.collect(),
            scns: scns.collect(),
        }
    }

    /// None of them is acknowledged for a good while, nor refused: they wait.
    pub fn expect_waiting(self) -> Vec<RequestId> {
        let waiting = |lab: &Lab| {
            self.requests
                .iter()
                .all(|request| lab.known[request].answered.is_none())
        };
        assert!(
            !self.lab.run_while(PATIENCE, waiting),
            "a write should have waited"
        );
        assert!(
            self.requests
                .iter()
                .all(|request| self.lab.known[request].queued.is_some()),
            "it is on the list"
        );
        self.requests
    }

    /// Does not wait for them.
    pub fn and_go_on(self) -> Vec<RequestId> {
        self.requests
    }

    /// The only one is turned away because its page is full.
    pub fn expect_page_full(self) {
        let open = |lab: &Lab| lab.known[&self.requests[0]].answered.is_none();
        self.lab.run_while(PATIENCE, open);
        let answer = &self.lab.known[&self.requests[0]].answered;
        assert!(
            matches!(answer, Some((Outcome::PageFull(_), _))),
            "{answer:?}"
        );
    }
}

/// Writes that were acknowledged.
pub struct Acked {
    /// From the commit record's being written to the acknowledgement, for each.
    pub spans: Vec<SimSpan>,
    /// The SCN of each.
    pub scns: Vec<Lsn>,
}

impl Lab {
    /// These writes, which had to wait, are acknowledged now.
    pub fn expect_acked_now(&mut self, requests: Vec<RequestId>) -> Acked {
        let expected = requests.len() as u32;
        Written {
            lab: self,
            requests,
        }
        .expect_acked(expected)
    }

    /// When the writer acknowledged a write.
    pub fn acknowledged_at(&self, request: RequestId) -> Option<SimTime> {
        self.known[&request].acknowledged
    }

    /// Whether the client has an answer.
    pub fn is_answered(&self, request: RequestId) -> bool {
        self.known[&request].answered.is_some()
    }
}

/// A row that has been asked to be read.
pub struct Read<'a> {
    lab: &'a mut Lab,
    request: RequestId,
}

impl Read<'_> {
    fn answer(&mut self) -> Option<Outcome> {
        let request = self.request;
        self.lab
            .run_while(PATIENCE, |lab| lab.known[&request].answered.is_none());
        self.lab.known[&request]
            .answered
            .as_ref()
            .map(|(outcome, _)| outcome.clone())
    }

    /// The row is read, and has this value, byte for byte.
    pub fn expect(mut self, value: &str) {
        match self.answer() {
            Some(Outcome::Found(Some(found))) => {
                assert_eq!(String::from_utf8_lossy(&found), value);
                assert_eq!(&found[..], value.as_bytes());
            }
            other => panic!("the read should find {value:?}, but: {other:?}"),
        }
    }

    /// There is no such row.
    pub fn expect_nothing(mut self) {
        assert_eq!(self.answer(), Some(Outcome::Found(None)));
    }

    /// Does not wait for the answer.
    pub fn and_go_on(self) -> RequestId {
        self.request
    }
}
