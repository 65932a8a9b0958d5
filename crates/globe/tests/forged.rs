//! Forged journals: each checker finds what it is there for.

mod pair;

use base::{EventId, Lsn, RequestId, SimTime, TxnId};
use globe::checker::GlobeReferee;
use globe::{DatabaseId, GlobalEvent, GlobalTopology, RegionSpec};
use pair::*;
use sim::Entry;
use world::{Event, Happening};

/// A journal that is made up, of two Regions.
struct Forger {
    referee: GlobeReferee,
    now: SimTime,
    next: u64,
}

impl Forger {
    fn new() -> Forger {
        let mut regions = [VIRGINIA, IRELAND].map(RegionSpec::usual).to_vec();
        regions[0].rpo_seconds = Some(60);
        let topology = GlobalTopology {
            regions,
            ..GlobalTopology::default()
        };
        let mut forger = Forger {
            referee: GlobeReferee::new(&topology),
            now: SimTime::ZERO,
            next: 0,
        };
        for (region, primary) in [(VIRGINIA, true), (IRELAND, false)] {
            let (database, number) = (DatabaseId(0), 1);
            forger.between(GlobalEvent::ClusterMade {
                region,
                database,
                number,
                primary,
            });
        }
        forger
    }

    fn at(&mut self, seconds: u64) -> &mut Forger {
        self.now = SimTime::from_millis(seconds * 1_000);
        self
    }

    fn between(&mut self, event: GlobalEvent) -> &mut Forger {
        let id = EventId(self.next);
        self.next += 1;
        let (at, cause) = (self.now, id);
        self.referee.see_between(id, &Entry { at, cause, event });
        self
    }

    fn within(&mut self, region: base::RegionId, what: Happening) -> &mut Forger {
        let (at, id) = (self.now, EventId(0));
        let event = Event::Database(what);
        let entry = Entry {
            at,
            cause: id,
            event,
        };
        self.referee.see_within((region, 1), id, &entry);
        self
    }

    /// A commit record at this LSN, durable.
    fn commit(&mut self, scn: u64) -> &mut Forger {
        let (txn, request, lsn) = (TxnId(scn), RequestId(scn), Lsn(scn));
        let (scn, links, ends_mtr) = (lsn, Default::default(), true);
        let page = world::page_of_key(b"k", 1);
        self.within(
            VIRGINIA,
            Happening::RecordMade {
                lsn,
                page,
                links,
                ends_mtr,
            },
        );
        self.within(VIRGINIA, Happening::CommitQueued { txn, scn, request });
        self.within(VIRGINIA, Happening::VdlMoved { to: lsn })
    }

    fn acknowledge(&mut self, region: base::RegionId, scn: u64) -> &mut Forger {
        let (txn, request, scn) = (TxnId(scn), RequestId(scn), Lsn(scn));
        self.within(region, Happening::CommitAcknowledged { txn, scn, request })
    }

    fn reaches(&mut self, upto: u64) -> &mut Forger {
        let to = Lsn(upto);
        self.within(IRELAND, Happening::VdlMoved { to });
        let page = world::page_of_key(b"k", 1);
        let (lsn, links, ends_mtr) = (to, Default::default(), true);
        self.within(
            IRELAND,
            Happening::RecordMade {
                lsn,
                page,
                links,
                ends_mtr,
            },
        );
        self.between(GlobalEvent::ProgressHeard {
            region: IRELAND,
            upto: to,
        })
    }

    fn opens(&mut self, point: u64) -> &mut Forger {
        let (region, database) = (IRELAND, DatabaseId(0));
        self.between(GlobalEvent::PrimaryOpened {
            region,
            database,
            point: Lsn(point),
            until: Lsn(point + 100),
        })
    }

    fn begins(&mut self, planned: bool) -> &mut Forger {
        let (from, to) = (VIRGINIA, IRELAND);
        self.between(if planned {
            GlobalEvent::SwitchoverBegan { from, to }
        } else {
            GlobalEvent::FailoverBegan { from, to }
        })
    }

    fn lost(&mut self, scn: u64) -> &mut Forger {
        let (region, scn, txn) = (VIRGINIA, Lsn(scn), TxnId(scn));
        self.between(GlobalEvent::CommitLost { region, scn, txn })
    }

    fn found(&mut self) -> Vec<&'static str> {
        // What a change has lost is judged by what comes next, what is sent a moment later.
        self.now = self.now + base::SimSpan::from_millis(1);
        self.between(GlobalEvent::LinkSlowed {
            one: VIRGINIA,
            other: IRELAND,
            times: 1,
        });
        let verdict = self.referee.verdict();
        verdict
            .iter()
            .map(|violation| violation.invariant)
            .collect()
    }
}

#[test]
fn inv_16_a_commit_acknowledged_beyond_the_limit() {
    let mut honest = Forger::new();
    honest.commit(1).at(59).commit(2).acknowledge(VIRGINIA, 2);
    assert_eq!(honest.found(), [""; 0]);
    let mut forger = Forger::new();
    forger.commit(1).at(60).commit(2).acknowledge(VIRGINIA, 2);
    assert_eq!(forger.found(), ["INV-16"]);
    let mut caught_up = Forger::new();
    caught_up
        .commit(1)
        .at(60)
        .reaches(1)
        .commit(2)
        .acknowledge(VIRGINIA, 2);
    assert_eq!(caught_up.found(), [""; 0]);
}

#[test]
fn inv_17_a_switchover_that_loses_something() {
    let mut honest = Forger::new();
    honest
        .commit(1)
        .acknowledge(VIRGINIA, 1)
        .reaches(1)
        .begins(true)
        .opens(1);
    assert_eq!(honest.found(), [""; 0]);
    let mut forger = Forger::new();
    forger
        .commit(1)
        .reaches(1)
        .commit(2)
        .acknowledge(VIRGINIA, 1)
        .acknowledge(VIRGINIA, 2);
    forger.begins(true).opens(1);
    assert_eq!(forger.found(), ["INV-17"]);
}

#[test]
fn inv_17_a_failover_that_names_too_few_or_too_many() {
    let forged = |told: &[u64]| {
        let mut forger = Forger::new();
        forger
            .commit(1)
            .reaches(1)
            .commit(2)
            .acknowledge(VIRGINIA, 1)
            .acknowledge(VIRGINIA, 2);
        forger.begins(false).opens(1);
        for scn in told {
            forger.lost(*scn);
        }
        forger.found().len()
    };
    assert_eq!(forged(&[2]), 0, "exactly what lies above the point");
    assert_eq!(forged(&[]), 1);
    assert_eq!(forged(&[1, 2]), 1);
}

#[test]
fn inv_17_a_target_that_opens_further_than_it_has() {
    let mut forger = Forger::new();
    forger.commit(1).commit(2).reaches(1).begins(false).opens(2);
    assert_eq!(forger.found(), ["INV-17"]);
}

#[test]
fn inv_18_an_old_primary_that_goes_on_unsaid() {
    let forged = |said: bool| {
        let mut forger = Forger::new();
        forger.reaches(0).begins(false);
        if said {
            forger.between(GlobalEvent::FencingTimedOut { region: VIRGINIA });
        }
        forger.opens(0).acknowledge(VIRGINIA, 200);
        forger.found()
    };
    assert_eq!(forged(true), [""; 0]);
    assert_eq!(forged(false), ["INV-18"]);
}

#[test]
fn g_4_redo_sent_before_it_is_durable() {
    let sent = |upto| {
        let mut forger = Forger::new();
        let (to, upto, records) = (IRELAND, Lsn(upto), 1);
        forger
            .commit(5)
            .between(GlobalEvent::RedoSent { to, upto, records });
        forger.found()
    };
    assert_eq!(sent(5), [""; 0]);
    assert_eq!(sent(6), ["G-4"]);
}
