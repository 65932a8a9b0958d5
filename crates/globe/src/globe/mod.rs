//! One run of a global database: the Regions, and what happens between them.

mod app;
mod change;
mod fence;
mod forward;
mod give;
mod look;
mod near;
mod observe;
mod rpo;
mod ship;

use std::sync::Arc;

use base::{Digest, EventId, IdVec, Keep, Lsn, RegionId, SimTime};
use sim::{Agenda, Due, Journal};
use world::{Event, Topology, World};

pub(crate) use self::change::Change;
pub use self::change::{ChangeView, Phase};
pub use self::fence::Snapshot;
use self::forward::Asked;
pub use self::look::Lag;
use self::near::Near;
use self::observe::Signal;
use crate::app::App;
use crate::command::{GlobalCommand, GlobalRefusal};
use crate::commits::Commits;
use crate::config::{GlobalTopology, RegionSpec};
use crate::distances::REGIONS;
use crate::event::GlobalEvent;
use crate::feed::Feed;
use crate::forwarding::Forwarding;
use crate::links::Links;
use crate::names::DatabaseId;
use crate::region::{Follower, Region, Status};
use crate::report::Report;

/// Something booked between Regions.
#[derive(Clone, Copy, Debug)]
enum Booked {
    /// What was gathered of the primary's redo is sent on.
    Ship(DatabaseId),
    /// An item of the feed arrives.
    Arrive {
        region: RegionId,
        number: u32,
        item: u64,
        generation: u32,
        sent: EventId,
    },
    /// The primary hears how far a secondary is.
    Progress {
        region: RegionId,
        number: u32,
        items: u64,
        generation: u32,
        /// When it was so.
        at: SimTime,
    },
    /// The lag of the least lagging secondary may have reached the RPO limit.
    WeighRpo(DatabaseId),
    /// A planned change has taken too long.
    Patience { change: u32 },
    /// The order to take no writes reaches the old primary.
    FenceArrives { change: u32 },
    /// Its answer reaches the control plane.
    FenceAnswered { change: u32 },
    /// There was no answer in time.
    FenceOver { change: u32 },
    /// A volume that was replaced is looked after.
    Replace { region: RegionId, number: u32 },
    /// A system snapshot's time is over.
    Expire { number: u32 },
    /// A forwarded statement, or a question how far the primary is, reaches it.
    ForwardArrives { number: u32 },
    /// The answer is back.
    ForwardBack { number: u32 },
    /// A forwarded session may have been idle for too long.
    ForwardIdle {
        region: RegionId,
        number: u32,
        session: u16,
    },
    /// The application looks its name up again.
    LookUp,
    /// Clients that read from the nearest Region look again which that is.
    LookUpNear { home: RegionId, generation: u32 },
    /// One of them reads.
    ReadNear { home: RegionId, generation: u32 },
    /// A read reaches a Region.
    ReadArrives {
        home: RegionId,
        generation: u32,
        to: RegionId,
        asked: u64,
        at: SimTime,
    },
    /// Its answer is back.
    ReadBack {
        home: RegionId,
        generation: u32,
        at: SimTime,
    },
    /// A changed name is published.
    Publish { database: DatabaseId, to: RegionId },
    /// A Region that could not lead again at once tries it anew.
    LeadAgain { region: RegionId, number: u32 },
    /// Readers of a secondary restart with the primary's writer.
    RestartReaders { region: RegionId, number: u32 },
    /// A command of the plan.
    Planned(u32),
}

/// A database of one or more Regions.
#[derive(Clone, Debug)]
struct Database {
    primary: RegionId,
    feed: Feed,
    /// The primary's VDL.
    durable: Lsn,
    /// When that came to be, and when what was not sent on yet began to be.
    durable_at: SimTime,
    gathered_from: SimTime,
    ship_booked: bool,
    rpo_check: Option<SimTime>,
    /// Where its global writer endpoint leads.
    endpoint: RegionId,
}

/// A cluster that is gone: what was written down in it.
#[derive(Clone, Debug)]
pub struct Ended {
    /// The Region it was in.
    pub region: RegionId,
    /// Counts the clusters there were in the Region.
    pub number: u32,
    /// What it consisted of.
    pub topology: Topology,
    /// Its journal (as far as it is kept).
    pub journal: Journal<Event>,
}

/// One run of a global database.
#[derive(Clone, Debug)]
pub struct Globe {
    config: Arc<GlobalTopology>,
    seed: u64,
    keep: Keep,
    now: SimTime,
    agenda: Agenda<Booked>,
    journal: Journal<GlobalEvent>,
    links: Links,
    regions: [Option<Box<Region>>; REGIONS as usize],
    databases: IdVec<DatabaseId, Database>,
    change: Option<Change>,
    changes: u32,
    numbers: [u32; REGIONS as usize],
    ended: Vec<Ended>,
    snapshots: Vec<Snapshot>,
    snapshots_taken: u32,
    reports: Vec<Report>,
    app: Option<App>,
    /// Clients that read from the nearest Region.
    near: Vec<Near>,
    near_started: u32,
    /// What sessions of secondaries have asked, as far as it is of use.
    asked: Vec<Asked>,
    /// How much they have asked.
    forwards: u32,
    /// Pairs of Regions that both take writes though they were one database.
    split: Vec<(RegionId, RegionId)>,
    signals: Vec<Signal>,
    steps: u64,
    planned: Arc<[(SimTime, GlobalCommand)]>,
    refused: Vec<(u32, GlobalRefusal)>,
}

impl Globe {
    /// A run that has not begun to move: empty volumes in all Regions, all links open.
    ///
    /// # Panics
    /// If the topology does not pass [`GlobalTopology::check`].
    pub fn new(config: GlobalTopology, seed: u64, keep: Keep) -> Globe {
        config.check().expect("a checked topology");
        let mut journal = Journal::new(keep);
        journal.note(SimTime::ZERO, None, GlobalEvent::RunBegan { seed });
        let config = Arc::new(config);
        let primary = config.regions[0].region;
        let mut globe = Globe {
            seed,
            keep,
            now: SimTime::ZERO,
            agenda: Agenda::default(),
            journal,
            links: Links::new(),
            regions: Default::default(),
            databases: IdVec::from_iter([Database::new(primary)]),
            change: None,
            changes: 0,
            numbers: [0; REGIONS as usize],
            ended: Vec::new(),
            snapshots: Vec::new(),
            snapshots_taken: 0,
            reports: Vec::new(),
            app: None,
            near: Vec::new(),
            near_started: 0,
            asked: Vec::new(),
            forwards: 0,
            split: Vec::new(),
            signals: Vec::new(),
            steps: 0,
            planned: Arc::default(),
            refused: Vec::new(),
            config: Arc::clone(&config),
        };
        for spec in &config.regions {
            let primary = spec.region == primary;
            globe.make_cluster(*spec, DatabaseId(0), primary, Some(EventId(0)));
        }
        globe
    }

    /// The next thing happens if it is due by `until`; returns whether anything did.
    pub fn step_until(&mut self, until: SimTime) -> bool {
        let own = self.agenda.next_due().unwrap_or(SimTime::NEVER);
        let mut first = (own, None);
        for region in self.regions.iter().flatten() {
            if region.due < first.0 {
                first = (region.due, Some(region.id));
            }
        }
        let (due, whose) = first;
        if due > until || due == SimTime::NEVER {
            return false;
        }
        self.now = due;
        self.steps += 1;
        match whose {
            None => {
                if let Some(Due { what, .. }) = self.agenda.take_until(due) {
                    let what = *what;
                    self.handle(what);
                }
            }
            Some(id) => {
                if let Some(region) = &mut self.regions[usize::from(id.0)] {
                    region.world.step_until(due);
                }
                self.observe(id);
            }
        }
        true
    }

    /// Lets everything due up to and including `until` happen, but at most `most_steps` steps, and then moves time to
    /// `until`. Returns whether it got there.
    pub fn run_until(&mut self, until: SimTime, most_steps: u64) -> bool {
        for _ in 0..most_steps {
            if !self.step_until(until) {
                self.now = self.now.max(until);
                return true;
            }
        }
        false
    }

    fn handle(&mut self, booked: Booked) {
        match booked {
            Booked::Ship(database) => self.ship(database),
            Booked::Arrive {
                region,
                number,
                item,
                generation,
                sent,
            } => self.arrive(region, number, item, generation, sent),
            Booked::Progress {
                region,
                number,
                items,
                generation,
                at,
            } => self.hear_progress(region, number, items, generation, at),
            Booked::WeighRpo(database) => {
                self.databases[database].rpo_check = None;
                self.weigh_rpo(database);
            }
            Booked::Patience { change } => self.lose_patience(change),
            Booked::FenceArrives { change } => self.fence_arrives(change),
            Booked::FenceAnswered { change } => self.fence_over(change, true),
            Booked::FenceOver { change } => self.fence_over(change, false),
            Booked::Replace { region, number } => self.replace_if_due(region, number),
            Booked::Expire { number } => self.expire(number),
            Booked::ForwardArrives { number } => self.forward_arrives(number),
            Booked::ForwardBack { number } => self.forward_back(number),
            Booked::ForwardIdle {
                region,
                number,
                session,
            } => self.forward_idle(region, number, session),
            Booked::LookUp => self.turn_app(),
            Booked::LookUpNear { home, generation } => self.look_up_near(home, generation),
            Booked::ReadNear { home, generation } => self.read_near(home, generation),
            Booked::ReadArrives {
                home,
                generation,
                to,
                asked,
                at,
            } => self.read_arrives((home, generation), to, asked, at),
            Booked::ReadBack {
                home,
                generation,
                at,
            } => self.read_back(home, generation, at),
            Booked::Publish { database, to } => self.publish(database, to),
            Booked::LeadAgain { region, number } => self.lead_again_if_waiting(region, number),
            Booked::RestartReaders { region, number } => self.restart_readers(region, number),
            Booked::Planned(number) => self.give_planned(number),
        }
    }

    fn note(&mut self, cause: Option<EventId>, event: GlobalEvent) -> EventId {
        self.journal.note(self.now, cause, event)
    }

    fn region(&self, id: RegionId) -> Option<&Region> {
        self.regions.get(usize::from(id.0))?.as_deref()
    }

    fn region_mut(&mut self, id: RegionId) -> Option<&mut Region> {
        self.regions.get_mut(usize::from(id.0))?.as_deref_mut()
    }

    /// A Region that is known to be there.
    fn at(&self, id: RegionId) -> &Region {
        self.region(id).expect("there is a cluster")
    }

    fn at_mut(&mut self, id: RegionId) -> &mut Region {
        self.region_mut(id).expect("there is a cluster")
    }

    /// Does something to a Region's cluster at this moment, and looks what came of it.
    fn tell<T>(&mut self, id: RegionId, what: impl FnOnce(&mut World) -> T) -> T {
        let now = self.now;
        let region = self.at_mut(id);
        region.world.advance_to(now);
        let result = what(&mut region.world);
        self.observe(id);
        result
    }

    /// The secondaries of a database, in order.
    fn secondaries(&self, database: DatabaseId) -> Vec<RegionId> {
        let primary = self.databases[database].primary;
        let all = self.regions.iter().filter_map(Option::as_deref);
        let secondary = |region: &&Region| {
            region.database == database && region.id != primary && region.status != Status::Replaced
        };
        all.filter(secondary).map(|region| region.id).collect()
    }

    fn is_primary(&self, id: RegionId) -> bool {
        self.region(id)
            .is_some_and(|region| self.databases[region.database].primary == id)
    }

    /// Makes a cluster with an empty volume.
    fn make_cluster(
        &mut self,
        spec: RegionSpec,
        database: DatabaseId,
        primary: bool,
        cause: Option<EventId>,
    ) -> EventId {
        let id = spec.region;
        let place = usize::from(id.0);
        self.numbers[place] += 1;
        let number = self.numbers[place];
        let topology = self.config.cluster_of(spec.instances);
        let seed = self.seed ^ (u64::from(id.0) << 48) ^ (u64::from(number) << 32);
        let mut world = if primary {
            World::new(topology, seed, self.keep)
        } else {
            World::secondary(topology, seed, self.keep, self.now)
        };
        if spec.instances == 0 {
            world.go_headless();
        }
        let due = world.next_due().unwrap_or(SimTime::NEVER);
        let region = Region {
            id,
            number,
            seen: world.journal().next_id(),
            world,
            database,
            due,
            up: true,
            status: Status::Well,
            rpo_seconds: spec.rpo_seconds,
            instances: spec.instances,
            fenced: false,
            stopped: false,
            detached: None,
            last_acknowledged: None,
            forwarding: Forwarding::default(),
            forwarded: Vec::new(),
            follower: Follower::default(),
            commits: Commits::default(),
        };
        self.regions[place] = Some(Box::new(region));
        self.note(
            cause,
            GlobalEvent::ClusterMade {
                region: id,
                database,
                number,
                primary,
            },
        )
    }

    /// The cluster of a Region goes, and is remembered by its journal.
    fn end_cluster(&mut self, id: RegionId) -> Option<Box<Region>> {
        let region = self.regions[usize::from(id.0)].take()?;
        self.ended.push(Ended {
            region: id,
            number: region.number,
            topology: region.world.topology().clone(),
            journal: region.world.journal().clone(),
        });
        Some(region)
    }

    /// The fingerprint of everything that has happened, between Regions and within them.
    pub fn digest(&self) -> Digest {
        let mut digest = Digest::default();
        digest.add(&self.journal.digest().value());
        for ended in &self.ended {
            digest.add(&ended.journal.digest().value());
        }
        for region in self.regions.iter().flatten() {
            digest.add(&region.world.digest().value());
        }
        digest
    }
}

impl Database {
    fn new(primary: RegionId) -> Database {
        Database {
            primary,
            feed: Feed::new(),
            durable: Lsn::ZERO,
            durable_at: SimTime::ZERO,
            gathered_from: SimTime::ZERO,
            ship_booked: false,
            rpo_check: None,
            endpoint: primary,
        }
    }
}
