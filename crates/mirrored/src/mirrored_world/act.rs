//! What can be done to a run.

use super::*;

/// Why something makes no sense now. Nothing has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Only parts of the chain can be stopped, and only those with a disk slowed.
    NotOfTheChain(Part),
    /// The part is stopped already.
    AlreadyStopped(Part),
    /// The part is running.
    NotStopped(Part),
    /// A link needs two ends.
    SamePart(Part),
    /// What an Aurora cluster refuses in the same way.
    AsThere(world::Refusal),
}

impl From<world::Refusal> for Refusal {
    fn from(refusal: world::Refusal) -> Refusal {
        Refusal::AsThere(refusal)
    }
}

/// Looks whether something can take so many times as long.
fn check_times(times: u32) -> Result<(), Refusal> {
    const MIN: u32 = 1;
    const MAX: u32 = 1_000;
    if (MIN..=MAX).contains(&times) {
        return Ok(());
    }
    let (field, value, min, max) = ("times", times.into(), MIN.into(), MAX.into());
    Err(world::Refusal::OutOfRange {
        field,
        value,
        min,
        max,
    }
    .into())
}

impl MirroredWorld {
    /// Lets clients work by themselves, in place of those that do so already.
    ///
    /// # Errors
    /// If clients cannot work like this.
    pub fn start_load(&mut self, load: Load) -> Result<(), Refusal> {
        load.check()?;
        self.note(None, Event::LoadStarted);
        for (at, turn) in self
            .clients
            .start(self.agenda.now(), load, self.next_request)
        {
            self.agenda.book(at, Booked::Client(turn));
        }
        Ok(())
    }

    /// Lets clients ask no more by themselves; what they have asked is still answered.
    ///
    /// # Errors
    /// If none is at work.
    pub fn stop_load(&mut self) -> Result<(), Refusal> {
        if self.clients.load().is_none() {
            return Err(world::Refusal::NoLoad.into());
        }
        self.clients.stop();
        self.note(None, Event::LoadStopped);
        Ok(())
    }

    /// The visitor asks.
    pub fn ask(&mut self, operation: Operation) -> RequestId {
        self.ask_as(VISITOR, operation)
    }

    /// Stops a part of the chain: what it had begun is lost, what is on its disk stays.
    ///
    /// # Errors
    /// If it is none of the chain, or stopped already.
    pub fn stop_part(&mut self, part: Part) -> Result<(), Refusal> {
        let place = part.place().ok_or(Refusal::NotOfTheChain(part))?;
        if !self.disks[place].is_up() {
            return Err(Refusal::AlreadyStopped(part));
        }
        self.disks[place].stop();
        self.note(None, Event::PartStopped { part });
        Ok(())
    }

    /// Starts a stopped part again; those before it send again what it has not answered.
    ///
    /// # Errors
    /// If it is none of the chain, or running.
    pub fn restart_part(&mut self, part: Part) -> Result<(), Refusal> {
        let place = part.place().ok_or(Refusal::NotOfTheChain(part))?;
        if self.disks[place].is_up() {
            return Err(Refusal::NotStopped(part));
        }
        self.disks[place].restart(self.agenda.now());
        let cause = self.note(None, Event::PartRestarted { part });
        let before = part
            .before()
            .expect("every part of the chain has one before it");
        let again: Vec<(WriteId, Kind, u32)> = match before.place() {
            None => {
                let waiting = self.chain.waiting_for(part);
                waiting
                    .map(|(write, what)| (write, what.kind, what.bytes))
                    .collect()
            }
            Some(place) => {
                let pending = self.disks[place]
                    .pending()
                    .filter(|(_, pending)| pending.behind);
                pending
                    .map(|(write, what)| (write, what.kind, what.bytes))
                    .collect()
            }
        };
        for (write, kind, bytes) in again {
            self.send(before, part, Message::Write { write, kind, bytes }, cause);
        }
        Ok(())
    }

    /// Makes the way between two parts so many times longer, 1 to 1,000; once makes it as short as usual.
    ///
    /// # Errors
    /// If the number is out of range, or both are one.
    pub fn slow_link(&mut self, from: Part, to: Part, times: u32) -> Result<(), Refusal> {
        if from.site() == to.site() {
            return Err(Refusal::SamePart(from));
        }
        check_times(times)?;
        let permille = times * sim::FULL_SPEED_PERMILLE;
        self.network
            .set_link_speed(site_of(from), site_of(to), permille);
        self.note(None, Event::LinkSlowed { from, to, times });
        Ok(())
    }

    /// Makes a disk so many times slower, 1 to 1,000; once makes it as fast as usual.
    ///
    /// # Errors
    /// If the part has no disk, or the number is out of range.
    pub fn slow_disk(&mut self, part: Part, times: u32) -> Result<(), Refusal> {
        let place = part.place().filter(|_| part.has_disk());
        let place = place.ok_or(Refusal::NotOfTheChain(part))?;
        check_times(times)?;
        self.slow[place] = times;
        self.disks[place].set_io_span(io_span(&self.config, times));
        self.note(None, Event::DiskSlowed { part, times });
        Ok(())
    }

    /// Cuts a zone off from everything outside it, or makes it reachable again.
    ///
    /// # Errors
    /// If there is no such zone, or it is so already.
    pub fn set_zone_cut(&mut self, zone: ZoneId, cut: bool) -> Result<(), Refusal> {
        if zone.0 >= ZONES {
            return Err(world::Refusal::NoSuchZone(zone).into());
        }
        if self.is_zone_cut(zone) == cut {
            let so_already = if cut {
                world::Refusal::ZoneAlreadyCut(zone)
            } else {
                world::Refusal::ZoneNotCut(zone)
            };
            return Err(so_already.into());
        }
        self.network.set_place_cut(Place(zone.0), cut);
        let event = if cut {
            Event::ZoneCut { zone }
        } else {
            Event::ZoneHealed { zone }
        };
        self.note(None, event);
        Ok(())
    }
}
