//! Doing something to a run.

use super::*;
use crate::command::{PAUSE_MILLIS_MAX, STATEMENTS_MAX, StatementSpec};
use crate::event::ReplaceWhy;
use crate::{Ends, Script, Statement};

impl World {
    /// Plans commands for moments to come.
    ///
    /// # Panics
    /// If a plan exists already, or a moment lies in the past.
    pub fn plan(&mut self, plan: Vec<(SimTime, Command)>) {
        assert!(self.plan.is_empty(), "a run has one plan");
        for (number, (at, _)) in plan.iter().enumerate() {
            self.agenda.book(*at, Booked::Plan(number as u32));
        }
        self.plan = Arc::new(plan.into_iter().map(|(_, command)| command).collect());
    }

    /// The load that is at work is about these rows from now on.
    pub(crate) fn ask_about(&mut self, rows: Arc<[Bytes]>) {
        self.clients.ask_about(rows);
    }

    /// Carries a command out now.
    ///
    /// # Errors
    /// Why it makes no sense now; nothing has changed then.
    pub fn give(&mut self, command: &Command) -> Result<Given, Refusal> {
        self.may_change_cluster(command)?;
        match command {
            Command::Put { key, value } => {
                check_key(key)?;
                check_value(value)?;
                let (key, value) = (key.as_bytes().into(), value.as_bytes().into());
                return Ok(Given::Asked(
                    self.ask(VISITOR, Operation::Put { key, value }),
                ));
            }
            Command::Get { key, from_reader } => {
                check_key(key)?;
                let key = key.as_bytes().into();
                let instance = match from_reader {
                    Some(reader) => self.address_at(self.known_reader(*reader)?),
                    None => Address::Instance(self.current),
                };
                let asked = self.ask_at(instance, VISITOR, Operation::Get { key });
                return Ok(Given::Asked(asked));
            }
            Command::Transaction {
                statements,
                ends,
                pause_millis,
            } => {
                let script = script(statements, *ends, *pause_millis)?;
                let operation = Operation::Transaction(Arc::new(script));
                return Ok(Given::Asked(self.ask(VISITOR, operation)));
            }
            Command::StartLoad(load) => {
                load.check()?;
                let started = self.note_fault(Event::LoadStarted);
                self.start_meter(started);
                let since = self.requests.next_id();
                for (at, turn) in self.clients.start(self.agenda.now(), *load, since) {
                    self.agenda.book(at, Booked::Client(turn));
                }
            }
            Command::StopLoad {} => {
                if self.clients.load().is_none() {
                    return Err(Refusal::NoLoad);
                }
                self.clients.stop();
                self.note_fault(Event::LoadStopped);
            }
            Command::CrashWriter {} => self.crash_writer()?,
            Command::RestartWriter {} => self.restart_writer()?,
            Command::PromoteWriter { zone } => self.promote_writer(*zone)?,
            Command::StopCopy { copy, group } => self.stop_copy(*copy, *group)?,
            Command::RestartCopy { copy, group } => self.restart_copy(*copy, *group)?,
            Command::CutCopy { copy } => self.set_copy_cut(*copy, true)?,
            Command::HealCopy { copy } => self.set_copy_cut(*copy, false)?,
            Command::CutZone { zone } => self.set_zone_cut(*zone, true)?,
            Command::HealZone { zone } => self.set_zone_cut(*zone, false)?,
            Command::StopReader { reader } => self.stop_reader(*reader)?,
            Command::RestartReader { reader } => self.restart_reader(*reader)?,
            Command::Failover { to } => self.fail_over(*to)?,
            Command::SetTier { reader, tier } => self.set_tier(*reader, *tier)?,
            Command::AddReader(spec) => {
                self.add_reader(*spec)?;
            }
            Command::RemoveReader { reader } => self.remove_reader(*reader)?,
            Command::ModifyInstance {
                reader,
                class,
                size,
            } => self.modify_instance(*reader, *class, *size)?,
            Command::StopCluster {} => self.stop_cluster()?,
            Command::StartCluster {} => self.start_cluster()?,
            Command::RestartEngine {} => self.restart_engine()?,
            Command::PatchInstances { by_failover } => self.patch_instances(*by_failover)?,
            Command::CreateEndpoint(spec) => self.create_endpoint(spec)?,
            Command::EditEndpoint(spec) => self.edit_endpoint(spec)?,
            Command::DeleteEndpoint { name } => self.delete_endpoint(name)?,
            Command::SetScaling(spec) => self.set_scaling(*spec)?,
            Command::RemoveScaling { metric } => self.remove_scaling(*metric)?,
            Command::SetCacheManagement { on } => self.want_cache_management(*on)?,
            Command::ConnectThrough { endpoint, visitor } => {
                self.tell_name(endpoint.as_ref(), *visitor)?;
            }
            Command::SlowCopy { copy, times } => {
                self.slow_copy(*copy, *times)?;
                self.slow_copies[copy.0 as usize] = *times;
            }
            Command::SlowLink { from, to, times } => self.slow_link(*from, *to, *times)?,
            Command::ReplaceCopy { copy, group } => {
                self.replace_copy(*copy, *group, ReplaceWhy::Asked)?;
            }
            Command::MoveHotCopy { copy, group } => {
                self.replace_copy(*copy, *group, ReplaceWhy::Hot)?;
            }
            Command::KeepCopy { copy, group } => self.keep_copy(*copy, *group)?,
            Command::PatchCopy { copy } => self.patch_copy(*copy)?,
            Command::PatchAll {} => self.patch_all()?,
            Command::PauseBackground { copy } => self.pause_background(*copy, true)?,
            Command::ResumeBackground { copy } => self.pause_background(*copy, false)?,
            Command::DamagePage { copy, key } => {
                check_key(key)?;
                self.damage_page(*copy, key)?;
            }
            Command::BeginLongRead { key } => {
                check_key(key)?;
                return Ok(Given::Asked(self.begin_long_read(key)));
            }
            Command::EndLongRead {} => self.end_long_read()?,
            Command::LoseMessages { copy, percent } => self.lose_messages(*copy, *percent)?,
        }
        Ok(Given::Done)
    }
}

fn check_value(value: &str) -> Result<(), Refusal> {
    let bytes = value.len() as u32;
    if bytes > VALUE_BYTES_MAX {
        return Err(Refusal::ValueTooLong {
            bytes,
            max: VALUE_BYTES_MAX,
        });
    }
    Ok(())
}

fn script(statements: &[StatementSpec], ends: Ends, pause_millis: u32) -> Result<Script, Refusal> {
    let in_range = |field, value: u64, min: u32, max: u32| {
        let (min, max) = (min.into(), max.into());
        if (min..=max).contains(&value) {
            return Ok(());
        }
        Err(Refusal::OutOfRange {
            field,
            value,
            min,
            max,
        })
    };
    in_range("statements", statements.len() as u64, 1, STATEMENTS_MAX)?;
    in_range("pause_millis", pause_millis.into(), 0, PAUSE_MILLIS_MAX)?;
    let statements = statements.iter().map(|statement| {
        Ok(match statement {
            StatementSpec::Put { key, value } => {
                check_key(key)?;
                check_value(value)?;
                let (key, value) = (key.as_bytes().into(), value.as_bytes().into());
                Statement::Put { key, value }
            }
            StatementSpec::Get { key } => {
                check_key(key)?;
                let key = key.as_bytes().into();
                Statement::Get { key }
            }
        })
    });
    Ok(Script {
        statements: statements.collect::<Result<_, Refusal>>()?,
        ends,
        pause: SimSpan::from_millis(pause_millis.into()),
    })
}

fn check_key(key: &str) -> Result<(), Refusal> {
    let bytes = key.len() as u32;
    match bytes {
        0 => Err(Refusal::EmptyKey),
        _ if bytes > KEY_BYTES_MAX => Err(Refusal::KeyTooLong {
            bytes,
            max: KEY_BYTES_MAX,
        }),
        _ => Ok(()),
    }
}
