//! Redo on its way from the primary to its secondaries (G-4, G-8).
//!
//! Storage of the primary gathers what has become durable for a moment, and sends it to every secondary at once, in a
//! star. A link carries so many bytes a second and takes its time; what is sent waits for what was sent before it. A
//! secondary's agent makes the records durable there and says how far it is, which takes as long again. When a link
//! is cut, what is on its way is lost, and when it is open again the agent says from where on it lacks redo.

use std::sync::Arc;

use base::{EventId, Lsn, RegionId, SimSpan, SimTime};
use world::Range;

use super::change::{Change, Phase};
use super::{Booked, Globe, Status};
use crate::event::GlobalEvent;
use crate::feed::{Item, What};
use crate::names::DatabaseId;

/// Items on their way to one secondary, or there and not known to be durable; more are sent when these are `[choice]`.
const WINDOW: u64 = 8_192;

impl Globe {
    /// The primary's VDL has moved.
    pub(super) fn primary_moved(&mut self, id: DatabaseId, to: Lsn) {
        let (now, gather) = (self.now, u64::from(self.config.gather_millis));
        let database = &mut self.databases[id];
        database.durable = database.durable.max(to);
        database.durable_at = now;
        if !database.ship_booked {
            database.ship_booked = true;
            database.gathered_from = now;
            self.agenda
                .book(now + SimSpan::from_millis(gather), Booked::Ship(id));
        }
    }

    /// What was gathered goes into the feed, and out.
    pub(super) fn ship(&mut self, id: DatabaseId) {
        self.databases[id].ship_booked = false;
        let primary = self.region(self.databases[id].primary);
        if primary.is_none_or(|primary| !primary.up) {
            return;
        }
        self.gather_up_to(id, self.databases[id].durable);
        self.pump_all(id);
    }

    /// Puts the primary's redo up to a point into the feed.
    pub(super) fn gather_up_to(&mut self, id: DatabaseId, upto: Lsn) {
        let database = &self.databases[id];
        let after = database.feed.upto();
        if upto <= after {
            return;
        }
        let parcel = self.at(database.primary).world.log().parcel(after, upto);
        let (first_at, at) = (database.gathered_from, database.durable_at);
        let what = What::Redo(Arc::new(parcel));
        self.databases[id].feed.push(Item { what, first_at, at });
    }

    /// The primary's volume was recovered there: a range of it is void from here on.
    pub(super) fn declare_void(&mut self, id: DatabaseId, range: Range) {
        self.databases[id].durable_at = self.now;
        self.gather_up_to(id, range.above);
        let database = &mut self.databases[id];
        let at = self.now;
        let item = Item {
            what: What::Void(range),
            first_at: at,
            at,
        };
        database.feed.push(item);
        database.durable = range.until;
        self.pump_all(id);
    }

    pub(super) fn pump_all(&mut self, id: DatabaseId) {
        for region in self.secondaries(id) {
            self.pump(region);
        }
    }

    /// Sends a secondary what it has not been sent.
    pub(super) fn pump(&mut self, id: RegionId) {
        // Who is about to lead takes nothing in any more.
        let leads_soon = |change: Change| {
            change.to == id && matches!(change.phase, Phase::Fencing | Phase::Promoting)
        };
        if self.change.is_some_and(leads_soon) {
            return;
        }
        let database = self.at(id).database;
        let primary = self.databases[database].primary;
        if primary == id
            || !self.at(primary).up
            || self.at(primary).detached.is_some()
            || !self.at(id).up
            || !self.links.is_open(primary, id)
        {
            return;
        }
        let (delay, per_second) = (
            self.links.delay(primary, id),
            u64::from(self.config.link_kilobytes_per_second) * 1_000,
        );
        loop {
            let (now, region) = (self.now, self.at(id));
            let item_number = region.follower.sent;
            if item_number >= region.follower.known + WINDOW {
                return;
            }
            let Some(item) = self.databases[database].feed.get(item_number) else {
                return;
            };
            let (upto, weight) = (item.upto(), item.weight());
            let records = match &item.what {
                What::Redo(parcel) => parcel.len(),
                What::Void(_) => 0,
            };
            let event = GlobalEvent::RedoSent {
                to: id,
                upto,
                records,
            };
            let sent = self.note(None, event);
            let region = self.at_mut(id);
            let (generation, number) = (region.follower.generation, region.number);
            let follower = &mut region.follower;
            let takes = SimSpan::from_micros(weight * 1_000_000 / per_second);
            follower.link_free_at = follower.link_free_at.max(now) + takes;
            let arrives = (follower.link_free_at + delay).max(follower.last_arrival);
            follower.last_arrival = arrives;
            follower.on_the_way.push_back((now, arrives));
            follower.sent += 1;
            let booked = Booked::Arrive {
                region: id,
                number,
                item: item_number,
                generation,
                sent,
            };
            self.agenda.book(arrives, booked);
        }
    }

    /// An item of the feed arrives in a secondary.
    pub(super) fn arrive(
        &mut self,
        id: RegionId,
        number: u32,
        item: u64,
        generation: u32,
        sent: EventId,
    ) {
        let Some(region) = self.region_mut(id) else {
            return;
        };
        if region.number != number || region.follower.generation != generation {
            return;
        }
        let database = region.database;
        assert_eq!(region.follower.received, item, "a link keeps the order");
        region.follower.received += 1;
        region.follower.on_the_way.pop_front();
        region.follower.inbox.push_back(item);
        let upto = self.databases[database].feed.get(item).map(Item::upto);
        let upto = upto.expect("what was sent is kept");
        self.note(Some(sent), GlobalEvent::RedoArrived { region: id, upto });
        self.feed_agent(id);
    }

    /// Gives a secondary's agent what has arrived, as far as it can take it.
    pub(super) fn feed_agent(&mut self, id: RegionId) {
        loop {
            let region = self.at(id);
            let Some(item) = region.follower.inbox.front() else {
                return;
            };
            let feed = &self.databases[region.database].feed;
            let item = feed.get(*item).expect("what has arrived was sent");
            match &item.what {
                What::Redo(parcel) => {
                    let writer = region.world.writer();
                    if !writer.is_open() || region.follower.reopening.is_some() {
                        return;
                    }
                    let parcel = Arc::clone(parcel);
                    self.at_mut(id).follower.inbox.pop_front();
                    self.tell(id, |world| world.take_redo(&parcel));
                }
                What::Void(range) => {
                    let stands_by = !region.world.writer().is_open()
                        && region.world.writer().recovery().is_none();
                    let ready = stands_by || region.world.agent_is_idle();
                    if region.follower.reopening.is_some() || !ready {
                        return;
                    }
                    let range = *range;
                    self.at_mut(id).follower.reopening = Some(range);
                    self.tell(id, |world| {
                        world.reopen_agent();
                    });
                    return;
                }
            }
        }
    }

    /// A secondary's agent has opened its volume above a range.
    pub(super) fn agent_opened(&mut self, id: RegionId, range: Range) {
        let region = self.at_mut(id);
        let Some(expected) = region.follower.reopening.take() else {
            return;
        };
        assert_eq!(expected, range, "what is void there is void here");
        region.follower.inbox.pop_front();
        self.follower_moved(id);
    }

    /// A secondary's VDL has moved: it says how far it is.
    pub(super) fn follower_moved(&mut self, id: RegionId) {
        let region = self.at(id);
        let (database, vdl) = (region.database, region.world.writer().points().vdl());
        let feed = &self.databases[database].feed;
        let (before, received) = (region.follower.done, region.follower.received);
        let mut done = before;
        while done < received && feed.get(done).is_some_and(|item| item.upto() <= vdl) {
            done += 1;
        }
        if done > before {
            self.at_mut(id).follower.done = done;
            self.say_progress(id);
            self.look_if_rebuilt(id);
        }
        let follower = &self.at(id).follower;
        if !follower.inbox.is_empty() && follower.reopening.is_none() {
            self.feed_agent(id);
        }
    }

    /// A secondary tells the primary how far it is.
    pub(super) fn say_progress(&mut self, id: RegionId) {
        let region = self.at(id);
        let primary = self.databases[region.database].primary;
        let (items, generation, number) = (
            region.follower.done,
            region.follower.generation,
            region.number,
        );
        if primary == id || !self.links.is_open(primary, id) || !region.up {
            return;
        }
        let at = self.now;
        let booked = Booked::Progress {
            region: id,
            number,
            items,
            generation,
            at,
        };
        self.agenda.book(at + self.links.delay(id, primary), booked);
    }

    /// The primary hears how far a secondary is.
    pub(super) fn hear_progress(
        &mut self,
        id: RegionId,
        number: u32,
        items: u64,
        generation: u32,
        at: SimTime,
    ) {
        let Some(region) = self.region(id) else {
            return;
        };
        let database = region.database;
        let primary = self.databases[database].primary;
        if region.number != number
            || region.follower.generation != generation
            || items <= region.follower.known
            || !self.at(primary).up
        {
            return;
        }
        let feed = &self.databases[database].feed;
        let newest = feed.get(items - 1).expect("what is durable was sent");
        let (upto, sample) = (newest.upto(), at.since(newest.first_at));
        let follower = &mut self.at_mut(id).follower;
        (follower.known, follower.known_upto, follower.sample) = (items, upto, sample);
        self.note(None, GlobalEvent::ProgressHeard { region: id, upto });
        let all = self.secondaries(database);
        let everywhere = all.iter().map(|id| self.at(*id).follower.known_upto).min();
        // One that is about to go on without the primary may lack more than those that follow it.
        let leaves = |region: &super::Region| {
            let change = region.detached;
            change.is_some_and(|change| change.database == database)
        };
        let leaves = self.change.is_some() || self.regions.iter().flatten().any(|it| leaves(it));
        if let Some(everywhere) = everywhere.filter(|_| !leaves) {
            self.at_mut(primary).commits.forget_up_to(everywhere);
        }
        self.pump(id);
        self.weigh_rpo(database);
        self.go_on_with_change();
    }

    /// What is on its way to a secondary is lost; it is sent again when it can be.
    pub(super) fn break_off(&mut self, id: RegionId) {
        if let Some(region) = self.region_mut(id) {
            region.follower.break_off();
        }
    }

    /// A secondary can be reached again: it says how far it is, and gets what it lacks.
    pub(super) fn take_up_again(&mut self, id: RegionId) {
        let secondary = self
            .region(id)
            .is_some_and(|it| it.status != Status::Replaced);
        if secondary && !self.is_primary(id) && self.at(id).world.follows() {
            self.say_progress(id);
            self.pump(id);
        }
    }
}
