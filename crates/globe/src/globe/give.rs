//! Doing something to a globe.

use std::sync::Arc;

use base::{RegionId, SimTime, ZoneId};
use world::{Command, KEY_BYTES_MAX, Operation, ReaderSpec, Refusal, VALUE_BYTES_MAX};

use super::change::{Kind, Phase};
use super::{Booked, Database, Globe, Status};
use crate::command::{GlobalCommand, GlobalRefusal};
use crate::config::{
    Era, GlobalEngine, PRIMARY_READERS_MAX, RPO_SECONDS_MAX, RPO_SECONDS_MIN, RegionSpec,
    SECONDARY_READERS_MAX,
};
use crate::distances::REGIONS;
use crate::event::GlobalEvent;
use crate::names::DatabaseId;

type Done = Result<(), GlobalRefusal>;

impl Globe {
    /// Carries a command out now.
    ///
    /// # Errors
    /// Why it makes no sense now; nothing has changed then.
    pub fn give(&mut self, command: &GlobalCommand) -> Done {
        match *command {
            GlobalCommand::In {
                region,
                ref command,
            } => self.give_in(region, command),
            GlobalCommand::AddRegion {
                region,
                to,
                instances,
            } => self.add_region(region, to, instances),
            GlobalCommand::AddInstance { region } => self.add_instance(region),
            GlobalCommand::DeleteCluster { region } => self.delete_cluster(region),
            GlobalCommand::CutLink { one, other } => self.cut_link(one, other),
            GlobalCommand::HealLink { one, other } => self.heal_link(one, other),
            GlobalCommand::SlowLink { one, other, times } => self.slow_link(one, other, times),
            GlobalCommand::DarkenRegion { region } => self.darken(region),
            GlobalCommand::LightRegion { region } => self.light(region),
            GlobalCommand::SetRpo { region, seconds } => self.set_rpo(region, seconds),
            GlobalCommand::Switchover { to } => self.switch_over(to),
            GlobalCommand::CancelSwitchover {} => self.cancel_switchover(),
            GlobalCommand::Failover {
                to,
                allow_data_loss,
            } => self.fail_over(to, allow_data_loss),
            GlobalCommand::Detach { region } => self.detach(region),
            GlobalCommand::StopWrites { region } => self.set_closed(region, true),
            GlobalCommand::ResumeWrites { region } => self.set_closed(region, false),
            GlobalCommand::StartApp { load, through } => self.start_app(load, through),
            GlobalCommand::SetForwarding { region, forwarding } => {
                self.set_forwarding(region, forwarding)
            }
            GlobalCommand::Forward {
                region,
                session,
                ref key,
                ref value,
                isolation,
            } => {
                check_row(region, key, value)?;
                if isolation.is_some_and(|it| !it.is_forwarded(self.config.engine)) {
                    return Err(GlobalRefusal::IsolationNotForwarded);
                }
                let (key, value) = (key.as_bytes().into(), value.as_bytes().into());
                self.forward(region, session, Operation::Put { key, value })
            }
            GlobalCommand::Select {
                region,
                session,
                ref key,
            } => {
                check_row(region, key, "")?;
                let key = key.as_bytes().into();
                self.select(region, session, Operation::Get { key })
            }
            GlobalCommand::StopApp {} => self.stop_app(),
            GlobalCommand::PointApp { through } => self.point_app(through),
            GlobalCommand::StartReaders {
                home,
                reads_per_second,
            } => self.start_readers(home, reads_per_second),
            GlobalCommand::StopReaders { home } => self.stop_readers(home),
            GlobalCommand::SetEra { era } => self.set_era(era),
            GlobalCommand::CopySnapshot { region } => {
                if self.copy_snapshot(region) {
                    Ok(())
                } else {
                    Err(GlobalRefusal::NoSnapshot(region))
                }
            }
        }
    }

    /// Books commands for their moments, in place of those booked before. What is refused then is remembered.
    pub fn plan(&mut self, plan: Vec<(SimTime, GlobalCommand)>) {
        self.planned = plan.into();
        for number in 0..self.planned.len() as u32 {
            let at = self.planned[number as usize].0.max(self.now);
            self.agenda.book(at, Booked::Planned(number));
        }
    }

    pub(super) fn give_planned(&mut self, number: u32) {
        let plan = Arc::clone(&self.planned);
        if let Some((_, command)) = plan.get(number as usize)
            && let Err(refusal) = self.give(command)
        {
            self.refused.push((number, refusal));
        }
    }

    /// Commands of the plan that made no sense when their moment came, by their places.
    pub fn refusals(&self) -> &[(u32, GlobalRefusal)] {
        &self.refused
    }

    fn known(&self, id: RegionId) -> Done {
        match self.region(id) {
            Some(_) => Ok(()),
            None => Err(GlobalRefusal::NoCluster(id)),
        }
    }

    fn give_in(&mut self, id: RegionId, command: &Command) -> Done {
        self.known(id)?;
        let region = self.at(id);
        if !region.up {
            return Err(GlobalRefusal::RegionIsDown(id));
        }
        if matches!(command, Command::AddReader(_)) {
            return Err(GlobalRefusal::ForTheWhole);
        }
        // A member is not stopped alone (G-12).
        if matches!(command, Command::StopCluster {})
            && !self.secondaries(region.database).is_empty()
        {
            return Err(GlobalRefusal::ForTheWhole);
        }
        let of_writer = matches!(
            command,
            Command::CrashWriter {}
                | Command::RestartWriter {}
                | Command::PromoteWriter { .. }
                | Command::Failover { .. }
        );
        if of_writer && region.world.follows() {
            return Err(GlobalRefusal::NotPrimary(id));
        }
        if of_writer && self.change.is_some() {
            return Err(GlobalRefusal::ChangeUnderWay);
        }
        self.tell(id, |world| world.give(command))
            .map(|_| ())
            .map_err(|refusal| GlobalRefusal::Cluster(id, refusal))
    }

    fn add_region(&mut self, id: RegionId, to: RegionId, instances: u8) -> Done {
        self.known(to)?;
        if id.0 >= REGIONS || self.region(id).is_some() {
            return Err(GlobalRefusal::ClusterIsThere(id));
        }
        in_range(
            "instances",
            instances.into(),
            0,
            SECONDARY_READERS_MAX.into(),
        )?;
        if self.change.is_some() {
            return Err(GlobalRefusal::ChangeUnderWay);
        }
        let database = self.at(to).database;
        let members = self.regions.iter().flatten();
        let members = members.filter(|region| region.database == database).count() as u8;
        let most = self.config.era.secondaries_max();
        if members > most {
            return Err(GlobalRefusal::TooManySecondaries(most));
        }
        let primary = self.databases[database].primary;
        let readers = self.at(primary).instances.saturating_sub(1);
        let most = PRIMARY_READERS_MAX - members;
        if readers > most {
            return Err(GlobalRefusal::TooManyReaders(most));
        }
        let spec = RegionSpec {
            region: id,
            instances,
            rpo_seconds: None,
        };
        self.make_cluster(spec, database, false, None);
        let until = self.databases[database].feed.len();
        if until > 0 {
            self.fill(id, until);
        }
        self.pump(id);
        self.weigh_rpo(database);
        Ok(())
    }

    fn add_instance(&mut self, id: RegionId) -> Done {
        self.known(id)?;
        let region = self.at(id);
        if !region.up {
            return Err(GlobalRefusal::RegionIsDown(id));
        }
        let (instances, follows) = (region.instances, region.world.follows());
        let most = if follows {
            SECONDARY_READERS_MAX
        } else {
            let secondaries = self.secondaries(region.database).len() as u8;
            1 + PRIMARY_READERS_MAX - secondaries
        };
        if instances >= most {
            let readers = if follows { most } else { most - 1 };
            return Err(GlobalRefusal::TooManyReaders(readers));
        }
        let zone = ZoneId(instances % base::ZONES);
        self.tell(id, |world| world.add_instance(ReaderSpec::in_zone(zone)))
            .map_err(|refusal| GlobalRefusal::Cluster(id, refusal))?;
        self.at_mut(id).instances += 1;
        self.note(None, GlobalEvent::InstanceAdded { region: id });
        Ok(())
    }

    fn delete_cluster(&mut self, id: RegionId) -> Done {
        self.known(id)?;
        if self.change.is_some() {
            return Err(GlobalRefusal::ChangeUnderWay);
        }
        let database = self.at(id).database;
        let mut others = self.regions.iter().flatten();
        if self.is_primary(id) && others.any(|it| it.database == database && it.id != id) {
            return Err(GlobalRefusal::HasSecondaries(id));
        }
        self.end_cluster(id);
        self.writes_no_more(id);
        self.note(None, GlobalEvent::ClusterDeleted { region: id });
        if self.region(self.databases[database].primary).is_some() {
            self.weigh_rpo(database);
        }
        Ok(())
    }

    fn two_ends(&self, one: RegionId, other: RegionId) -> Done {
        if one == other {
            return Err(GlobalRefusal::SameRegion(one));
        }
        for end in [one, other] {
            if end.0 >= REGIONS {
                return Err(GlobalRefusal::NoCluster(end));
            }
        }
        Ok(())
    }

    fn cut_link(&mut self, one: RegionId, other: RegionId) -> Done {
        self.two_ends(one, other)?;
        if !self.links.is_open(one, other) {
            return Err(GlobalRefusal::LinkAlreadyCut(one, other));
        }
        self.links.set_cut(one, other, true);
        self.note(None, GlobalEvent::LinkCut { one, other });
        for (primary, secondary) in [(one, other), (other, one)] {
            if self.feeds(primary, secondary) {
                self.break_off(secondary);
            }
        }
        Ok(())
    }

    /// Whether one Region's redo goes to another.
    fn feeds(&self, primary: RegionId, secondary: RegionId) -> bool {
        let database = |id| self.region(id).map(|region| region.database);
        self.is_primary(primary) && database(primary) == database(secondary)
    }

    fn heal_link(&mut self, one: RegionId, other: RegionId) -> Done {
        self.two_ends(one, other)?;
        if self.links.is_open(one, other) {
            return Err(GlobalRefusal::LinkNotCut(one, other));
        }
        self.links.set_cut(one, other, false);
        self.note(None, GlobalEvent::LinkHealed { one, other });
        for (primary, secondary) in [(one, other), (other, one)] {
            if self.feeds(primary, secondary) {
                self.take_up_again(secondary);
                self.look_after_replaced(secondary);
            }
        }
        Ok(())
    }

    fn slow_link(&mut self, one: RegionId, other: RegionId, times: u32) -> Done {
        self.two_ends(one, other)?;
        in_range("times", times.into(), 1, 100_000)?;
        self.links.set_times(one, other, times);
        self.note(None, GlobalEvent::LinkSlowed { one, other, times });
        Ok(())
    }

    fn darken(&mut self, id: RegionId) -> Done {
        self.known(id)?;
        if !self.at(id).up {
            return Err(GlobalRefusal::RegionIsDown(id));
        }
        self.at_mut(id).up = false;
        self.note(None, GlobalEvent::RegionDown { region: id });
        self.tell(id, |world| world.black_out());
        self.writes_no_more(id);
        if self.is_primary(id) {
            for secondary in self.secondaries(self.at(id).database) {
                self.break_off(secondary);
            }
        } else {
            self.break_off(id);
        }
        self.change_lost(id);
        Ok(())
    }

    fn light(&mut self, id: RegionId) -> Done {
        self.known(id)?;
        if self.at(id).up {
            return Err(GlobalRefusal::RegionIsUp(id));
        }
        self.at_mut(id).up = true;
        let back = self.note(None, GlobalEvent::RegionUp { region: id });
        self.tell(id, |world| world.light_up());
        self.lead_again_if_due(id);
        let database = self.at(id).database;
        if self.is_primary(id) {
            for secondary in self.secondaries(database) {
                self.take_up_again(secondary);
            }
            self.ship(database);
            self.weigh_rpo(database);
            self.look_for_split_brain(back);
        } else {
            self.take_up_again(id);
            self.look_after_replaced(id);
        }
        Ok(())
    }

    fn set_rpo(&mut self, id: RegionId, seconds: Option<u32>) -> Done {
        self.known(id)?;
        if self.config.engine == GlobalEngine::Mysql {
            return Err(GlobalRefusal::RpoNeedsPostgresql);
        }
        if let Some(seconds) = seconds {
            let (min, max) = (RPO_SECONDS_MIN.into(), RPO_SECONDS_MAX.into());
            in_range("seconds", seconds.into(), min, max)?;
        }
        self.at_mut(id).rpo_seconds = seconds;
        let region = id;
        self.note(None, GlobalEvent::RpoSet { region, seconds });
        if self.is_primary(id) {
            self.weigh_rpo(self.at(id).database);
        }
        Ok(())
    }

    fn set_era(&mut self, era: Era) -> Done {
        if self.change.is_some() {
            return Err(GlobalRefusal::ChangeUnderWay);
        }
        if !era.has_engine(self.config.engine) {
            return Err(GlobalRefusal::EngineNotInThatEra);
        }
        let most = era.secondaries_max();
        let all = (0..self.databases.len()).map(|id| DatabaseId(id as u8));
        if all
            .into_iter()
            .any(|id| self.secondaries(id).len() > usize::from(most))
        {
            return Err(GlobalRefusal::TooManySecondaries(most));
        }
        let config = Arc::make_mut(&mut self.config);
        config.era = era;
        config.in_step = None;
        config.readers_restart = era != Era::Y2025;
        self.note(None, GlobalEvent::EraSet { era });
        Ok(())
    }

    /// Looks whether a Region could become the primary of its database.
    fn may_lead(&self, id: RegionId) -> Done {
        self.known(id)?;
        if self.change.is_some() {
            return Err(GlobalRefusal::ChangeUnderWay);
        }
        self.could_lead(id)
    }

    /// The same, whatever else is under way.
    fn could_lead(&self, id: RegionId) -> Done {
        let region = self.at(id);
        if self.is_primary(id) {
            return Err(GlobalRefusal::IsPrimary(id));
        }
        match region.status {
            Status::Replaced => return Err(GlobalRefusal::NotSecondary(id)),
            Status::Rebuilding { .. } => return Err(GlobalRefusal::Rebuilding(id)),
            Status::Well => {}
        }
        if !region.up {
            return Err(GlobalRefusal::RegionIsDown(id));
        }
        if !region.world.has_successor() {
            return Err(GlobalRefusal::NoInstance(id));
        }
        // One whose agent is about to declare a range void is as little ready as one that is being filled.
        if !region.world.writer().is_open() {
            return Err(GlobalRefusal::NotHealthy(id));
        }
        Ok(())
    }

    fn switch_over(&mut self, to: RegionId) -> Done {
        if !self.config.era.has_switchover() {
            return Err(GlobalRefusal::SwitchoverNotInThatEra);
        }
        self.may_lead(to)?;
        let database = self.at(to).database;
        let primary = self.databases[database].primary;
        let from = self.at(primary);
        // Only on a healthy global database (G-20).
        if !from.takes_writes() || !from.world.writer().is_open() {
            return Err(GlobalRefusal::NotHealthy(primary));
        }
        let all = self.secondaries(database);
        let needed =
            |id: &&RegionId| **id == to || self.config.in_step() == crate::config::InStep::All;
        for id in all.iter().filter(needed) {
            let well = self.at(*id).up && self.at(*id).status == Status::Well;
            if !well || !self.links.is_open(primary, *id) {
                return Err(GlobalRefusal::NotHealthy(*id));
            }
        }
        self.begin_switchover(to, None);
        Ok(())
    }

    fn cancel_switchover(&mut self) -> Done {
        match self.change {
            Some(change) if change.kind == Kind::Switchover && !change.undo => {
                if change.takes_back {
                    return Err(GlobalRefusal::TooLate);
                }
                self.take_back_switchover(true);
                Ok(())
            }
            _ => Err(GlobalRefusal::NoSwitchover),
        }
    }

    fn fail_over(&mut self, to: RegionId, allow_data_loss: bool) -> Done {
        if !self.config.era.has_managed_failover() {
            return Err(GlobalRefusal::NotInThatEra);
        }
        self.known(to)?;
        let database = self.at(to).database;
        // One that waits for a dark Region to lead again would wait for ever.
        let dropped = |change: super::Change| {
            change.database == database && change.waits_for(self.databases[database].primary)
        };
        let dark = !self.is_up(self.databases[database].primary);
        if !(dark && self.change.is_some_and(dropped)) {
            self.may_lead(to)?;
        }
        self.could_lead(to)?;
        if !allow_data_loss {
            return Err(GlobalRefusal::DataLossNotAllowed);
        }
        self.begin_failover(to);
        Ok(())
    }

    fn detach(&mut self, id: RegionId) -> Done {
        self.may_lead(id)?;
        self.begin_detach(id);
        Ok(())
    }

    fn set_closed(&mut self, id: RegionId, closed: bool) -> Done {
        self.known(id)?;
        let region = self.at(id);
        if region.world.follows() {
            return Err(GlobalRefusal::NotPrimary(id));
        }
        if region.fenced {
            return Err(GlobalRefusal::IsFenced(id));
        }
        let busy = self
            .change
            .is_some_and(|it| it.from == id && it.phase != Phase::Promoting);
        if busy {
            return Err(GlobalRefusal::ChangeUnderWay);
        }
        if region.world.is_closed() == closed {
            return Err(if closed {
                GlobalRefusal::WritesAreStopped(id)
            } else {
                GlobalRefusal::WritesAreOn(id)
            });
        }
        self.at_mut(id).stopped = closed;
        let event = GlobalEvent::WritesClosed { region: id, closed };
        let noted = self.note(None, event);
        self.tell(id, |world| world.close_to_writes(closed));
        if closed {
            self.writes_no_more(id);
        } else {
            self.look_for_split_brain(noted);
        }
        Ok(())
    }
}

/// Whether a row may have this key and value.
fn check_row(region: RegionId, key: &str, value: &str) -> Done {
    let (key, value) = (key.len() as u32, value.len() as u32);
    let refusal = if key == 0 {
        Refusal::EmptyKey
    } else if key > KEY_BYTES_MAX {
        let (bytes, max) = (key, KEY_BYTES_MAX);
        Refusal::KeyTooLong { bytes, max }
    } else if value > VALUE_BYTES_MAX {
        let (bytes, max) = (value, VALUE_BYTES_MAX);
        Refusal::ValueTooLong { bytes, max }
    } else {
        return Ok(());
    };
    Err(GlobalRefusal::Cluster(region, refusal))
}

pub(super) fn in_range(field: &'static str, value: u64, min: u64, max: u64) -> Done {
    if (min..=max).contains(&value) {
        Ok(())
    } else {
        Err(GlobalRefusal::OutOfRange {
            field,
            value,
            min,
            max,
        })
    }
}

impl Database {
    /// Where its global writer endpoint leads (G-45).
    pub(super) fn leads_to(&self) -> RegionId {
        self.endpoint
    }
}
