//! Moving the primary to another Region.
//!
//! A **switchover** loses nothing (G-20): the primary takes no more writes; what was taken is finished; then whoever must
//! be in step gets the last record (G-21b, G-22); then roles are swapped, and the old primary follows the new one with the
//! volume it has. Until the swap it can be taken back at once, during the promotion it is gone through and done again
//! the other way round (G-27).
//!
//! A **managed failover** asks nobody (G-34): storage tries to fence the old primary off (G-35), the target goes on from what it
//! has, and all others get new volumes from it (G-36), the old primary too when it is there again (G-37).
//!
//! To **detach** a secondary is neither: it becomes a database of its own, and the rest goes on without it (G-30).

use base::{EventId, Lsn, RegionId, SimSpan, SimTime};
use world::Range;

use super::{Booked, Database, Globe, Status};
use crate::commits::Commits;
use crate::config::InStep;
use crate::event::GlobalEvent;
use crate::feed::{Item, What};
use crate::names::DatabaseId;
use crate::region::Follower;
use crate::report::{ChangeKind, LostCommit, Report};

/// What kind of change it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Switchover,
    Failover,
    Detach,
}

/// How far a change of the primary has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// The primary finishes the writes it has taken.
    Draining,
    /// Whoever must be in step gets the last record.
    Syncing {
        /// The last record.
        upto: Lsn,
    },
    /// The old primary is being fenced off.
    Fencing,
    /// The target makes one of its readers the writer.
    Promoting,
}

/// A change of the primary that is under way.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Change {
    pub kind: Kind,
    pub number: u32,
    pub database: DatabaseId,
    pub from: RegionId,
    pub to: RegionId,
    pub phase: Phase,
    pub began: SimTime,
    /// The newest thing that happened in it.
    pub last: EventId,
    /// It is to be taken back when it is through.
    pub undo: bool,
    /// It takes another one back.
    pub takes_back: bool,
}

impl Change {
    /// Whether all it waits for is that this primary, whose successor went dark, leads again.
    pub fn waits_for(&self, primary: RegionId) -> bool {
        self.takes_back && self.to == primary && self.phase == Phase::Promoting
    }
}

/// A change of the primary, for those who look on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChangeView {
    /// The old primary.
    pub from: RegionId,
    /// Who takes over.
    pub to: RegionId,
    /// How far it has come.
    pub phase: Phase,
    /// When it began.
    pub began: SimTime,
}

impl Globe {
    /// The change of the primary that is under way, if one is.
    pub fn change(&self) -> Option<ChangeView> {
        let Change {
            from,
            to,
            phase,
            began,
            ..
        } = self.change?;
        Some(ChangeView {
            from,
            to,
            phase,
            began,
        })
    }

    pub(super) fn begin_change(
        &mut self,
        kind: Kind,
        database: DatabaseId,
        to: RegionId,
        phase: Phase,
        last: EventId,
    ) {
        self.changes += 1;
        self.change = Some(Change {
            kind,
            number: self.changes,
            database,
            from: self.databases[database].primary,
            to,
            phase,
            began: self.now,
            last,
            undo: false,
            takes_back: false,
        });
    }

    fn note_change(&mut self, event: GlobalEvent) -> EventId {
        let last = self.change.map(|change| change.last);
        let id = self.note(last, event);
        if let Some(change) = &mut self.change {
            change.last = id;
        }
        id
    }

    /// A planned change begins; everything was checked.
    pub(super) fn begin_switchover(&mut self, to: RegionId, cause: Option<EventId>) {
        let database = self.at(to).database;
        let from = self.databases[database].primary;
        let began = self.note(cause, GlobalEvent::SwitchoverBegan { from, to });
        self.begin_change(Kind::Switchover, database, to, Phase::Draining, began);
        let patience = u64::from(self.config.switchover_patience_seconds) * 1_000;
        let change = self.changes;
        let due = self.now + SimSpan::from_millis(patience);
        self.agenda.book(due, Booked::Patience { change });
        self.tell(from, |world| world.close_to_writes(true));
        self.go_on_with_change();
    }

    /// Something has happened that a change may have waited for.
    pub(super) fn go_on_with_change(&mut self) {
        let Some(change) = self.change else {
            return;
        };
        match change.phase {
            Phase::Draining => {
                if !self.at(change.from).world.writes_are_done() {
                    return;
                }
                let region = change.from;
                let upto = self.at(region).world.log().last();
                self.note_change(GlobalEvent::WritesDone { region });
                self.databases[change.database].durable = upto;
                self.ship(change.database);
                if let Some(change) = &mut self.change {
                    change.phase = Phase::Syncing { upto };
                }
                self.go_on_with_change();
            }
            Phase::Syncing { upto } => {
                let mut needed = vec![change.to];
                if self.config.in_step() == InStep::All {
                    needed = self.secondaries(change.database);
                }
                if needed
                    .iter()
                    .all(|id| self.at(*id).follower.known_upto >= upto)
                {
                    let region = change.from;
                    self.note_change(GlobalEvent::InStep { region, upto });
                    self.swap(change);
                }
            }
            Phase::Fencing | Phase::Promoting => {}
        }
    }

    /// The old primary becomes a secondary, and the target begins to lead.
    fn swap(&mut self, change: Change) {
        let rpo_held = self.at(change.from).world.holds_commits();
        if rpo_held {
            self.tell(change.from, |world| world.hold_commits(false));
        }
        self.tell(change.from, |world| world.become_secondary());
        self.writes_no_more(change.from);
        self.promote(change.to);
    }

    /// A Region begins to make one of its readers the writer.
    pub(super) fn promote(&mut self, to: RegionId) {
        if let Some(change) = &mut self.change {
            change.phase = Phase::Promoting;
        }
        self.break_off(to);
        let region = self.at_mut(to);
        region.follower.inbox.clear();
        region.follower.reopening = None;
        self.note_change(GlobalEvent::PromotionBegan { region: to });
        let led = self.tell(to, |world| world.become_primary(None));
        led.expect("it was looked for an instance before");
    }

    /// A Region's volume was opened by a writer.
    pub(super) fn volume_opened(&mut self, id: RegionId, range: Range) {
        if let Some(change) = self.at_mut(id).detached.take() {
            return self.opened_as_primary(change, range);
        }
        match self.change {
            Some(change) if change.to == id && change.phase == Phase::Promoting => {
                self.change = None;
                self.opened_as_primary(change, range);
            }
            _ => {
                let database = self.at(id).database;
                if self.databases[database].primary == id {
                    self.declare_void(database, range);
                }
                // It may have been dark while others went on.
                self.look_for_split_brain(self.newest());
            }
        }
    }

    fn opened_as_primary(&mut self, change: Change, range: Range) {
        let Change { kind, from, to, .. } = change;
        let database = match kind {
            Kind::Detach => self.at(to).database,
            _ => change.database,
        };
        let (point, until) = (range.above, range.until);
        let opened = GlobalEvent::PrimaryOpened {
            region: to,
            database,
            point,
            until,
        };
        let opened = self.note(Some(change.last), opened);
        self.report(change, range, opened);
        match kind {
            Kind::Switchover => self.roles_are_swapped(change, range),
            Kind::Failover => self.taken_over(change, range, opened),
            Kind::Detach => self.stands_alone(change, range),
        }
        let at = self.now + self.publishing();
        if kind != Kind::Detach {
            self.agenda.book(at, Booked::Publish { database, to });
        }
        self.weigh_rpo(database);
        self.look_for_split_brain(opened);
        if change.undo {
            self.begin_switchover(from, Some(opened));
            if let Some(change) = &mut self.change {
                change.takes_back = true;
            }
            if !self.at(from).up {
                self.take_back_switchover(false);
            }
        } else if change.takes_back {
            let region = to;
            self.note(Some(opened), GlobalEvent::SwitchoverTakenBack { region });
        }
    }

    /// Writes down what a change has cost.
    fn report(&mut self, change: Change, range: Range, opened: EventId) {
        let Change {
            kind, to, began, ..
        } = change;
        let from = match kind {
            // It may have moved while a Region that is being detached was dark.
            Kind::Detach => self.databases[change.database].primary,
            _ => change.from,
        };
        let lost: Vec<_> = match kind {
            Kind::Switchover => Vec::new(),
            _ => self.lost_above(from, range.above).collect(),
        };
        for commit in &lost {
            let (region, scn, txn) = (from, commit.scn, commit.txn);
            self.note(Some(opened), GlobalEvent::CommitLost { region, scn, txn });
        }
        let others = self.secondaries(change.database);
        let others = others.into_iter().filter(|id| *id != to);
        let reached = |id: RegionId| (id, self.at(id).world.writer().points().vdl());
        let others: Vec<(RegionId, Lsn)> = others.map(reached).collect();
        let of_from = |point| self.lost_above(from, point).count() as u32;
        let elsewhere = others
            .iter()
            .map(|(id, vdl)| (*id, of_from(*vdl)))
            .collect();
        let lost = lost.into_iter().map(|commit| LostCommit {
            rows: self.rows_of(from, &commit),
            also_in: others
                .iter()
                .filter(|(_, vdl)| *vdl >= commit.scn)
                .map(|(id, _)| *id)
                .collect(),
            commit,
        });
        let report = Report {
            kind: match kind {
                Kind::Switchover => ChangeKind::Switchover,
                Kind::Failover => ChangeKind::Failover,
                Kind::Detach => ChangeKind::Detach,
            },
            from,
            to,
            began,
            opened: self.now,
            point: range.above,
            lost: lost.collect(),
            last_before: self
                .region(from)
                .and_then(|region| region.last_acknowledged),
            first_after: None,
            elsewhere,
        };
        self.reports.push(report);
    }

    /// What changes of the primary have cost, oldest first.
    pub fn reports(&self) -> &[Report] {
        &self.reports
    }

    /// A commit was acknowledged: perhaps the first since the Region leads.
    pub(super) fn first_after(&mut self, id: RegionId) {
        let now = self.now;
        if let Some(report) = self.reports.last_mut()
            && report.to == id
            && report.first_after.is_none()
        {
            report.first_after = Some(now);
        }
    }

    fn publishing(&self) -> SimSpan {
        SimSpan::from_millis(self.config.publish_millis.into())
    }

    /// The new primary goes on where the old one ended, and everybody follows it from where he is.
    fn roles_are_swapped(&mut self, change: Change, range: Range) {
        let Change {
            database, from, to, ..
        } = change;
        let now = self.now;
        assert_eq!(
            range.above,
            self.databases[database].feed.upto(),
            "a planned change loses nothing (G-20)"
        );
        let has = self.databases[database].feed.len();
        let data = &mut self.databases[database];
        data.feed.push(Item {
            what: What::Void(range),
            first_at: now,
            at: now,
        });
        let led = std::mem::replace(&mut data.primary, to);
        data.durable = range.until;
        data.durable_at = now;
        data.ship_booked = false;
        // The list is with who led last, who may be the one that leads again after its successor went dark.
        let commits = std::mem::take(&mut self.at_mut(led).commits);
        self.at_mut(to).commits = commits;
        // Where the old primary leads again, the other one's volume is replaced.
        if led != to {
            let old = &mut self.at_mut(from).follower;
            *old = Follower::having(has, range.above, old.generation + 1);
        }
        for id in self.secondaries(database) {
            self.break_off(id);
        }
        self.pump_all(database);
    }

    /// The new primary goes on from what it has; the others get new volumes.
    fn taken_over(&mut self, change: Change, range: Range, opened: EventId) {
        let Change {
            database, from, to, ..
        } = change;
        let now = self.now;
        let data = &mut self.databases[database];
        data.feed = data.feed.cut(range, now);
        data.primary = to;
        data.durable = range.until;
        data.durable_at = now;
        data.ship_booked = false;
        self.at_mut(to).commits = Commits::default();
        self.at_mut(from).status = Status::Replaced;
        for id in self.secondaries(database) {
            self.rebuild(id, opened);
        }
        self.look_after_replaced(from);
    }

    /// A secondary that was detached goes on from what it has, as a database of its own.
    fn stands_alone(&mut self, change: Change, range: Range) {
        let to = change.to;
        let own = self.at(to).database;
        let now = self.now;
        let data = &mut self.databases[own];
        data.feed = data.feed.cut(range, now);
        data.durable = range.until;
        data.durable_at = now;
        self.at_mut(to).commits = Commits::default();
    }

    /// A secondary leaves its database; everything was checked.
    pub(super) fn begin_detach(&mut self, region: RegionId) {
        let old = self.at(region).database;
        let feed = self.databases[old].feed.clone();
        let own = Database::new(region);
        let own = self.databases.push(Database { feed, ..own });
        self.at_mut(region).database = own;
        let database = own;
        let detached = self.note(None, GlobalEvent::Detached { region, database });
        self.begin_change(Kind::Detach, old, region, Phase::Promoting, detached);
        self.promote(region);
        self.weigh_rpo(old);
    }

    /// A failover begins; everything was checked.
    pub(super) fn begin_failover(&mut self, to: RegionId) {
        let database = self.at(to).database;
        let from = self.databases[database].primary;
        let began = self.note(None, GlobalEvent::FailoverBegan { from, to });
        self.begin_change(Kind::Failover, database, to, Phase::Fencing, began);
        // Nothing more of the old primary's redo is taken in, or the target would not know where it stands.
        self.break_off(to);
        self.begin_fencing();
    }

    /// A planned change has taken too long.
    pub(super) fn lose_patience(&mut self, number: u32) {
        let waits = self.change.is_some_and(|change| {
            change.number == number
                && matches!(change.phase, Phase::Draining | Phase::Syncing { .. })
        });
        if waits {
            self.take_back_switchover(false);
        }
    }

    /// Takes a planned change back.
    pub(super) fn take_back_switchover(&mut self, asked: bool) {
        let Some(change) = self.change else {
            return;
        };
        let to = change.to;
        let cancelled = self.note_change(GlobalEvent::SwitchoverCancelled { to, asked });
        match change.phase {
            Phase::Draining | Phase::Syncing { .. } => {
                self.change = None;
                self.tell(change.from, |world| world.close_to_writes(false));
                let region = change.from;
                self.note(Some(cancelled), GlobalEvent::SwitchoverTakenBack { region });
            }
            Phase::Fencing | Phase::Promoting => {
                if let Some(change) = &mut self.change {
                    change.undo = true;
                }
            }
        }
    }

    /// A Region went dark: a change that needs it cannot go on.
    pub(super) fn change_lost(&mut self, id: RegionId) {
        let Some(change) = self
            .change
            .filter(|change| change.to == id || change.from == id)
        else {
            return;
        };
        match (change.kind, change.phase) {
            (Kind::Switchover, Phase::Draining | Phase::Syncing { .. }) => {
                self.take_back_switchover(false);
            }
            // Whoever is to lead again does so when it is there again.
            (Kind::Switchover, _) if self.is_primary(id) && change.waits_for(id) => {}
            // The old primary has nothing the target lacks: it leads again.
            (Kind::Switchover, _) if change.to == id => {
                let to = change.to;
                let asked = false;
                self.note_change(GlobalEvent::SwitchoverCancelled { to, asked });
                self.comes_to_nothing(to);
                if let Some(change) = &mut self.change {
                    (change.to, change.from) = (change.from, change.to);
                    change.takes_back = true;
                    change.undo = false;
                }
                self.lead_again(change.from);
            }
            (Kind::Failover, phase) if change.to == id => {
                self.note_change(GlobalEvent::FailoverGivenUp { to: id });
                self.change = None;
                if phase == Phase::Promoting {
                    self.comes_to_nothing(id);
                    self.weigh_rpo(change.database);
                }
                self.lift_fence(change.from);
            }
            (Kind::Detach, _) if change.to == id => {
                // It stands alone when it is there again.
                self.at_mut(id).detached = Some(change);
                self.change = None;
            }
            _ => {}
        }
    }

    /// A Region went dark while it was promoted. A volume that it has begun to make its own goes on nowhere, and is fenced
    /// off: when the Region is back before another could be reached, it must not go on as a primary that nobody knows of.
    fn comes_to_nothing(&mut self, id: RegionId) {
        self.at_mut(id).status = Status::Replaced;
        self.fence(id);
    }

    /// A Region that is there again may be the one that is to lead again.
    pub(super) fn lead_again_if_due(&mut self, id: RegionId) {
        let number = self.at(id).number;
        self.lead_again_if_waiting(id, number);
    }

    /// The old primary of a planned change that cannot go on leads again.
    fn lead_again(&mut self, id: RegionId) {
        if !self.at(id).world.has_successor() {
            // Its instances are on their way back as readers; the first that is there will do.
            let region = self.at(id).number;
            let at = self.now + SimSpan::from_millis(1_000);
            self.agenda.book(
                at,
                Booked::LeadAgain {
                    region: id,
                    number: region,
                },
            );
            return;
        }
        self.note_change(GlobalEvent::PromotionBegan { region: id });
        self.tell(id, |world| {
            let _ = world.become_primary(None);
        });
    }

    /// Tries again to let a Region lead.
    pub(super) fn lead_again_if_waiting(&mut self, id: RegionId, number: u32) {
        let known = self
            .region(id)
            .is_some_and(|region| region.number == number && region.up);
        let waits = self.change.is_some_and(|change| change.waits_for(id));
        if known && waits && self.at(id).world.follows() {
            self.lead_again(id);
        }
    }

    /// The name is published.
    pub(super) fn publish(&mut self, database: DatabaseId, to: RegionId) {
        if self.databases[database].primary == to && self.databases[database].endpoint != to {
            self.databases[database].endpoint = to;
            let region = to;
            self.note(None, GlobalEvent::EndpointMoved { database, region });
            self.name_moved();
        }
    }
}
