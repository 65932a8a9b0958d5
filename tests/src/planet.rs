//! A global database to tell stories of, with its referee always looking on.

use base::{Keep, RegionId, SimSpan};
use globe::checker::GlobeReferee;
use globe::{
    DatabaseId, GlobalCommand, GlobalEvent, GlobalRefusal, GlobalTopology, Globe, RegionSpec,
};
use world::{Command, Load, StatementSpec, World};

/// Northern Virginia.
pub const VIRGINIA: RegionId = RegionId(0);
/// Ireland.
pub const IRELAND: RegionId = RegionId(4);
/// Tokyo.
pub const TOKYO: RegionId = RegionId(10);

/// A run of a global database.
pub struct Planet {
    globe: Globe,
    referee: GlobeReferee,
}

impl Planet {
    /// These Regions, the first of them the primary, with two instances each.
    pub fn of(regions: &[RegionId]) -> Planet {
        let regions = regions.iter().map(|id| RegionSpec::usual(*id));
        Planet::with(GlobalTopology {
            regions: regions.collect(),
            ..GlobalTopology::default()
        })
    }

    /// This database.
    pub fn with(topology: GlobalTopology) -> Planet {
        Planet {
            referee: GlobeReferee::new(&topology),
            globe: Globe::new(topology, 1, Keep::All),
        }
    }

    /// The run.
    pub fn globe(&self) -> &Globe {
        &self.globe
    }

    /// The cluster of a Region.
    ///
    /// # Panics
    /// If there is none.
    pub fn world(&self, id: RegionId) -> &World {
        self.globe.world(id).expect("there is a cluster")
    }

    /// Does something.
    ///
    /// # Panics
    /// If it makes no sense now.
    pub fn give(&mut self, command: GlobalCommand) {
        let done = self.globe.give(&command);
        assert_eq!(done, Ok(()), "{command:?}");
    }

    /// Tries to do something, and says why it makes no sense now.
    ///
    /// # Panics
    /// If it makes sense.
    pub fn refused(&mut self, command: GlobalCommand) -> GlobalRefusal {
        self.globe.give(&command).expect_err("it is refused")
    }

    /// Does something in one Region.
    pub fn give_in(&mut self, region: RegionId, command: Command) {
        self.give(GlobalCommand::In { region, command });
    }

    /// Writes a row in a Region.
    pub fn put(&mut self, region: RegionId, key: &str, value: &str) {
        let (key, value) = (key.to_owned(), value.to_owned());
        self.give_in(region, Command::Put { key, value });
    }

    /// Lets time pass, and the referee look.
    ///
    /// # Panics
    /// If the referee finds something.
    pub fn run(&mut self, millis: u64) {
        let until = self.globe.now() + SimSpan::from_millis(millis);
        assert!(self.globe.run_until(until, u64::MAX));
        self.referee.follow(&self.globe);
        let found = self.referee.verdict().first();
        assert!(found.is_none(), "{}", found.expect("one was found"));
    }

    /// Lets an application write and read at whatever is the primary.
    pub fn start_app(&mut self, writes_per_second: u32) {
        let load = Load::OpenLoop {
            writes_per_second,
            reads_per_second: 0,
            rows: 40,
        };
        let through = None;
        self.give(GlobalCommand::StartApp { load, through });
    }

    /// Makes a way so much longer that it takes about so long, one way.
    pub fn delay(&mut self, one: RegionId, other: RegionId, millis: u64) {
        let usual = globe::one_way(one, other).micros();
        let times = (millis * 1_000 / usual).max(1) as u32;
        self.give(GlobalCommand::SlowLink { one, other, times });
    }

    /// What a row says in a Region.
    pub fn row(&self, region: RegionId, key: &str) -> Option<String> {
        let row = self.globe.row(region, key).expect("some copy is complete");
        row.map(|value| String::from_utf8_lossy(&value).into_owned())
    }

    /// The primary of the database the run began with.
    pub fn primary(&self) -> RegionId {
        self.globe.primary(DatabaseId(0)).expect("there is a first")
    }

    /// How many such events there were between Regions.
    pub fn count(&self, is_it: impl Fn(&GlobalEvent) -> bool) -> usize {
        let all = self.globe.journal().since(base::EventId(0));
        all.filter(|(_, entry)| is_it(&entry.event)).count()
    }

    /// How many commits a Region has acknowledged.
    pub fn acknowledged(&self, region: RegionId) -> u64 {
        self.world(region).counters().commits
    }

    /// A transaction of one row that stays open for so many minutes, 16 at most.
    pub fn begin_transaction(&mut self, region: RegionId, key: &str, minutes: u32) {
        const STATEMENTS: u32 = 16;
        let key = key.to_owned();
        let value = "slowly".to_owned();
        let mut statements = vec![StatementSpec::Put {
            key: key.clone(),
            value,
        }];
        for _ in 1..STATEMENTS {
            statements.push(StatementSpec::Get { key: key.clone() });
        }
        let command = Command::Transaction {
            statements,
            ends: Default::default(),
            pause_millis: minutes * 60_000 / STATEMENTS,
        };
        self.give_in(region, command);
    }
}
