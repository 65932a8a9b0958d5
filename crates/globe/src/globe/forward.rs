//! Write forwarding: statements sent to a secondary that are run in the primary (G-70 … G-76).
//!
//! A session is connected to a secondary. What it writes travels to the primary, is done there like any write, and the
//! answer travels back; the data comes by the ordinary way of the redo. So whoever reads in the secondary right afterwards may
//! find nothing of it. How long a read waits is a matter of the consistency level (G-72): not at all, until this session's
//! own writes are shown, or until everything is that the primary had committed when the read began.
//!
//! Forwarded sessions take up connections of the primary, a share of those it has, until they have been idle for too long
//! (G-74, G-76).

use base::{ClientId, Lsn, RegionId, RequestId, SimSpan, SimTime};
use world::{CALLERS_FROM, Endpoint, Operation, Outcome};

use super::give::in_range;
use super::{Booked, Globe, Status};
use crate::command::GlobalRefusal;
use crate::event::GlobalEvent;
use crate::forwarding::{Answer, Consistency, Forwarding, IDLE_SECONDS_MAX};

/// A statement that does not reach the primary tries again after so long, in milliseconds `[choice]`.
const TRY_AGAIN_MILLIS: u64 = 1_000;

/// What a session has asked.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    number: u32,
    region: RegionId,
    session: u16,
    operation: Operation,
    asked_at: SimTime,
    stands: Stands,
}

/// How a question stands.
#[derive(Clone, Debug)]
enum Stands {
    /// On its way to the primary, to be run or to find out how far it is.
    ToPrimary,
    /// A Region's cluster works on it.
    Asked(RegionId, RequestId),
    /// The answer is on its way back.
    Back(Outcome),
    /// It waits until all readers show this.
    Waits(Lsn),
    Done(Outcome, SimTime),
    /// The way to the primary was cut.
    Failed,
}

impl Globe {
    /// How write forwarding is set in a Region.
    pub fn forwarding(&self, id: RegionId) -> Forwarding {
        self.region(id)
            .map_or_else(Forwarding::default, |region| region.forwarding)
    }

    /// What a session of a secondary has asked last, and the answer if it has come.
    pub fn answer(&self, id: RegionId, session: u16) -> Option<Answer> {
        let mut asked = self.asked.iter().rev();
        let asked = asked.find(|asked| (asked.region, asked.session) == (id, session))?;
        let (outcome, at) = match &asked.stands {
            Stands::Done(outcome, at) => (Some(outcome.clone()), Some(*at)),
            _ => (None, None),
        };
        Some(Answer {
            asked_at: asked.asked_at,
            failed: matches!(asked.stands, Stands::Failed),
            outcome,
            at,
        })
    }

    /// Sessions of a secondary that have a connection to the primary.
    pub fn forwarded_sessions(&self, id: RegionId) -> u32 {
        self.region(id)
            .map_or(0, |region| region.forwarded.len() as u32)
    }

    pub(super) fn set_forwarding(
        &mut self,
        id: RegionId,
        forwarding: Forwarding,
    ) -> Result<(), GlobalRefusal> {
        let share = forwarding.share_percent.unwrap_or(0);
        in_range("share_percent", share.into(), 0, 100)?;
        let idle = forwarding.idle_seconds.unwrap_or(1);
        in_range("idle_seconds", idle.into(), 1, IDLE_SECONDS_MAX.into())?;
        let (era, engine) = (self.config.era, self.config.engine);
        if forwarding.consistency.is_some() && !era.forwards(engine) {
            return Err(GlobalRefusal::ForwardingNotInThatEra);
        }
        let Some(region) = self.region_mut(id) else {
            return Err(GlobalRefusal::NoCluster(id));
        };
        region.forwarding = forwarding;
        self.note(None, GlobalEvent::ForwardingSet { region: id });
        Ok(())
    }

    fn forwards(&self, id: RegionId) -> Result<Forwarding, GlobalRefusal> {
        let Some(region) = self.region(id) else {
            return Err(GlobalRefusal::NoCluster(id));
        };
        if !region.up {
            return Err(GlobalRefusal::RegionIsDown(id));
        }
        if self.is_primary(id) || !region.world.follows() {
            return Err(GlobalRefusal::NotSecondary(id));
        }
        if region.status != Status::Well {
            return Err(GlobalRefusal::Rebuilding(id));
        }
        if !region.world.has_successor() {
            return Err(GlobalRefusal::NoInstance(id));
        }
        Ok(region.forwarding)
    }

    /// A session of a secondary writes a row.
    pub(super) fn forward(
        &mut self,
        id: RegionId,
        session: u16,
        operation: Operation,
    ) -> Result<(), GlobalRefusal> {
        let forwarding = self.forwards(id)?;
        if forwarding.consistency.is_none() {
            return Err(GlobalRefusal::ForwardingIsOff(id));
        }
        let (now, engine) = (self.now, self.config.engine);
        let most = forwarding.connections(engine);
        let region = self.at_mut(id);
        let number = region.number;
        let mut connected = region.forwarded.iter_mut();
        if let Some((_, used)) = connected.find(|(it, _)| *it == session) {
            *used = now;
        } else if region.forwarded.len() as u32 >= most {
            return Err(GlobalRefusal::NoConnectionLeft(most));
        } else {
            region.forwarded.push((session, now));
            self.book_idle(id, number, session, now + forwarding.idle(engine));
        }
        self.note(
            None,
            GlobalEvent::Forwarded {
                region: id,
                session,
            },
        );
        self.send_to_primary(id, session, operation);
        Ok(())
    }

    fn book_idle(&mut self, region: RegionId, number: u32, session: u16, at: SimTime) {
        let idle = Booked::ForwardIdle {
            region,
            number,
            session,
        };
        self.agenda.book(at, idle);
    }

    /// A session may have been idle for too long: then its connection is for others.
    pub(super) fn forward_idle(&mut self, id: RegionId, number: u32, session: u16) {
        let now = self.now;
        let under_way = |it: &Asked| {
            let done = matches!(it.stands, Stands::Done(..) | Stands::Failed);
            (it.region, it.session) == (id, session) && !done
        };
        let busy = self.asked.iter().any(under_way);
        let engine = self.config.engine;
        let Some(region) = self.region_mut(id).filter(|it| it.number == number) else {
            return;
        };
        let idle = region.forwarding.idle(engine);
        let mut connected = region.forwarded.iter_mut();
        let Some((_, used)) = connected.find(|(it, _)| *it == session) else {
            return;
        };
        if busy {
            *used = now;
        }
        let due = *used + idle;
        if due > now {
            return self.book_idle(id, number, session, due);
        }
        region.forwarded.retain(|(it, _)| *it != session);
        let region = id;
        self.note(None, GlobalEvent::ForwardIdle { region, session });
    }

    /// A session of a secondary reads a row.
    pub(super) fn select(
        &mut self,
        id: RegionId,
        session: u16,
        operation: Operation,
    ) -> Result<(), GlobalRefusal> {
        let forwarding = self.forwards(id)?;
        let wanted = match forwarding.consistency {
            None | Some(Consistency::Eventual) => Lsn::ZERO,
            Some(Consistency::Session) => self.written_by(id, session),
            Some(Consistency::Global) => {
                self.send_to_primary(id, session, operation);
                return Ok(());
            }
        };
        let stands = Stands::Waits(wanted);
        self.ask_in(id, session, operation, stands);
        self.serve_waiting(id);
        Ok(())
    }

    fn ask_in(
        &mut self,
        region: RegionId,
        session: u16,
        operation: Operation,
        stands: Stands,
    ) -> u32 {
        // Of what it has asked before, nothing is of use any more but its newest write.
        let newest = self.written_by(region, session);
        self.asked.retain(|it| {
            let done = match it.stands {
                Stands::Done(Outcome::Committed(scn), _) => scn < newest,
                Stands::Done(..) | Stands::Failed => true,
                _ => false,
            };
            !done || (it.region, it.session) != (region, session)
        });
        let number = self.forwards;
        self.forwards += 1;
        self.asked.push(Asked {
            number,
            region,
            session,
            operation,
            asked_at: self.now,
            stands,
        });
        number
    }

    /// Something that was asked and is on its way.
    fn on_its_way(&mut self, number: u32) -> Option<&mut Asked> {
        let place = self.asked.binary_search_by_key(&number, |it| it.number);
        Some(&mut self.asked[place.ok()?])
    }

    fn send_to_primary(&mut self, id: RegionId, session: u16, operation: Operation) {
        let number = self.ask_in(id, session, operation, Stands::ToPrimary);
        let primary = self.databases[self.at(id).database].primary;
        let at = self.now + self.links.delay(id, primary);
        self.agenda.book(at, Booked::ForwardArrives { number });
    }

    /// The commit record of the newest write of a session that was acknowledged to it.
    fn written_by(&self, id: RegionId, session: u16) -> Lsn {
        let own = self
            .asked
            .iter()
            .filter(|it| (it.region, it.session) == (id, session));
        let scns = own.filter_map(|it| match it.stands {
            Stands::Done(Outcome::Committed(scn), _) => Some(scn),
            _ => None,
        });
        scns.max().unwrap_or_default()
    }

    /// A forwarded statement, or the question how far the primary is, reaches it.
    pub(super) fn forward_arrives(&mut self, number: u32) {
        let Some(asked) = self.on_its_way(number).cloned() else {
            return;
        };
        let Some(database) = self.database_of(asked.region) else {
            return;
        };
        let primary = self.databases[database].primary;
        let there = self.links.is_open(asked.region, primary) && self.at(primary).up;
        let connect = u64::from(self.config.engine.connect_seconds()) * 1_000;
        let stands = if !there {
            if self.now < asked.asked_at + SimSpan::from_millis(connect) {
                let at = self.now + SimSpan::from_millis(TRY_AGAIN_MILLIS);
                return self.agenda.book(at, Booked::ForwardArrives { number });
            }
            Stands::Failed
        } else if let Operation::Put { .. } = asked.operation {
            let caller = caller(asked.region, asked.session);
            let operation = asked.operation;
            let request = self.tell(primary, |world| {
                world.call(caller, Endpoint::Cluster, operation)
            });
            Stands::Asked(primary, request)
        } else {
            // What is committed there now must be shown before the row is read (G-72).
            let at = self.now + self.links.delay(primary, asked.region);
            self.agenda.book(at, Booked::ForwardBack { number });
            Stands::Back(Outcome::Committed(self.databases[database].durable))
        };
        if let Some(asked) = self.on_its_way(number) {
            asked.stands = stands;
        }
    }

    /// What the primary has answered is back in the secondary.
    pub(super) fn forward_back(&mut self, number: u32) {
        let now = self.now;
        let Some(asked) = self.on_its_way(number) else {
            return;
        };
        let (region, session) = (asked.region, asked.session);
        let Stands::Back(outcome) = &asked.stands else {
            return;
        };
        match (&asked.operation, outcome) {
            (Operation::Get { .. }, Outcome::Committed(upto)) => {
                asked.stands = Stands::Waits(*upto);
                self.serve_waiting(region);
            }
            (_, outcome) => {
                asked.stands = Stands::Done(outcome.clone(), now);
                self.note(None, GlobalEvent::ForwardAnswered { region, session });
            }
        }
    }

    /// A cluster has answered callers from outside.
    pub(super) fn answered(&mut self, by: RegionId, answers: Vec<(RequestId, Outcome)>) {
        for (request, outcome) in answers {
            if self.answered_near(by, request) {
                continue;
            }
            let is_it = |asked: &Asked| matches!(asked.stands, Stands::Asked(at, it) if (at, it) == (by, request));
            let Some(place) = self.asked.iter().position(is_it) else {
                continue;
            };
            let asked = &mut self.asked[place];
            if asked.region == by {
                asked.stands = Stands::Done(outcome, self.now);
            } else {
                let (region, number) = (asked.region, asked.number);
                asked.stands = Stands::Back(outcome);
                let at = self.now + self.links.delay(by, region);
                self.agenda.book(at, Booked::ForwardBack { number });
            }
        }
    }

    /// Reads of a secondary that have waited long enough are asked of its readers.
    pub(super) fn serve_waiting(&mut self, id: RegionId) {
        let Some(region) = self.region(id) else {
            return;
        };
        let up = region
            .world
            .readers()
            .filter(|(_, reader, _)| reader.is_up());
        let Some(shows) = up.map(|(_, reader, _)| reader.shows()).min() else {
            return;
        };
        let ready = |asked: &Asked| {
            asked.region == id && matches!(asked.stands, Stands::Waits(wanted) if wanted <= shows)
        };
        while let Some(place) = self.asked.iter().position(ready) {
            let asked = &self.asked[place];
            let (operation, caller) = (asked.operation.clone(), caller(id, asked.session));
            let request = self.tell(id, |world| world.call(caller, Endpoint::Reader, operation));
            self.asked[place].stands = Stands::Asked(id, request);
        }
    }

    /// Whether a read waits in a Region.
    pub(super) fn somebody_waits(&self, id: RegionId) -> bool {
        let waits = |asked: &Asked| asked.region == id && matches!(asked.stands, Stands::Waits(_));
        self.asked.iter().any(waits)
    }
}

/// The number under which a session calls a cluster.
fn caller(region: RegionId, session: u16) -> ClientId {
    ClientId(CALLERS_FROM.0 + (u32::from(region.0) << 16) + u32::from(session))
}
