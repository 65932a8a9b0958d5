//! Letting the next thing happen, and what comes of it.

use super::*;

impl MirroredWorld {
    /// Lets the next thing happen. `None` if nothing is due ever again.
    pub fn step(&mut self) -> Option<Step> {
        self.step_until(SimTime::NEVER)
    }

    /// Lets the next thing happen if it is due by `until`; what is due later stays booked.
    pub fn step_until(&mut self, until: SimTime) -> Option<Step> {
        loop {
            let first_event = self.journal.next_id();
            let Due { at, what } = self.agenda.take_until(until)?;
            let happened = match *what {
                Booked::Arrival(flight) => self.arrive(flight),
                Booked::Written {
                    part,
                    write,
                    life,
                    cause,
                } => self.written(part, write, life, cause),
                Booked::Client(turn) => self.take_turn(turn),
                Booked::Repeat {
                    from,
                    to,
                    message,
                    lost,
                } => {
                    self.send(from, to, message, lost);
                    true
                }
            };
            if happened {
                self.steps += 1;
                return Some(Step { at, first_event });
            }
        }
    }

    /// Lets everything due up to and including `until` happen, but at most `most_steps` steps, and then moves
    /// time to `until`. Returns whether it got there.
    pub fn run_until(&mut self, until: SimTime, most_steps: u64) -> bool {
        for _ in 0..most_steps {
            if self.step_until(until).is_none() {
                self.agenda.advance_to(until.max(self.agenda.now()));
                return true;
            }
        }
        false
    }

    pub(super) fn take_turn(&mut self, turn: Turn) -> bool {
        let Some(operation) = self.clients.question(turn) else {
            return false;
        };
        if self.clients.is_open_loop()
            && let Some((at, turn)) = self.clients.next_arrival(self.agenda.now())
        {
            self.agenda.book(at, Booked::Client(turn));
        }
        self.ask_as(turn.client, operation);
        true
    }

    pub(super) fn ask_as(&mut self, client: ClientId, operation: Operation) -> RequestId {
        let request = self.next_request;
        self.next_request = RequestId(request.0 + 1);
        let write = operation.writes();
        let open = Open {
            client,
            operation,
            asked_at: self.agenda.now(),
        };
        self.open.add(request.0, open);
        let asked = self.note(
            None,
            Event::Asked {
                request,
                client,
                write,
            },
        );
        self.send(
            Part::Client(client),
            Part::Instance,
            Message::Ask(request),
            asked,
        );
        request
    }

    pub(super) fn arrive(&mut self, flight: Flight) -> bool {
        let Flight {
            from,
            to,
            message,
            sent,
            lost,
            ..
        } = flight;
        let why = if lost || !self.network.is_open(site_of(from), site_of(to)) {
            Some(LostWhy::Cut)
        } else if !self.is_up(to) {
            Some(LostWhy::Stopped)
        } else {
            None
        };
        let Some(why) = why else {
            self.deliver(from, to, message, sent);
            return true;
        };
        self.counters.lost += 1;
        let lost = self.note(Some(sent), Event::Lost { from, to, why });
        let again = Booked::Repeat {
            from,
            to,
            message,
            lost,
        };
        self.agenda.book(self.agenda.now() + REPEAT_AFTER, again);
        true
    }

    pub(super) fn deliver(&mut self, from: Part, to: Part, message: Message, sent: EventId) {
        let now = self.agenda.now();
        self.counters.delivered += 1;
        let arrived = self.note(Some(sent), Event::Delivered { from, to });
        match (to, message) {
            (Part::Instance, Message::Ask(request)) => {
                if let Some(open) = self.open.get(request.0) {
                    self.mysql.handle_request(request, &open.operation);
                    self.settle(arrived);
                }
            }
            (Part::Instance, Message::Done(write)) => self.done_below(from, write, arrived),
            (Part::Client(client), Message::Answer(request)) => {
                if self.open.take(request.0).is_some()
                    && let Some((at, turn)) = self.clients.next_of(now, client, request)
                {
                    self.agenda.book(at, Booked::Client(turn));
                }
            }
            (Part::ObjectStore, Message::Archive { bytes }) => {
                self.counters.archived_bytes += u64::from(bytes);
            }
            (part, Message::Write { write, kind, bytes }) => {
                self.take_in(part, write, kind, bytes, arrived);
            }
            (part, Message::Done(write)) => {
                if self.disk_mut(part).handle_done(write) {
                    self.say_done(part, write, arrived);
                }
            }
            (part, other) => unreachable!("{other:?} is not for {part:?}"),
        }
    }

    /// Blocks arrive at a part of the chain: to its disk, and on to the part behind it at once.
    pub(super) fn take_in(
        &mut self,
        part: Part,
        write: WriteId,
        kind: Kind,
        bytes: u32,
        cause: EventId,
    ) {
        let now = self.agenda.now();
        if let Some(disk) = Part::DISKS.iter().position(|disk| *disk == part) {
            self.counters.disk_ios[disk] += u64::from(ios_of(bytes));
        }
        let disk = self.disk_mut(part);
        let life = disk.life();
        let Some(at) = disk.take_in(now, write, kind, bytes) else {
            return;
        };
        let booked = Booked::Written {
            part,
            write,
            life,
            cause,
        };
        self.agenda.book(at, booked);
        if let Some(next) = part.next() {
            self.send(part, next, Message::Write { write, kind, bytes }, cause);
        }
    }

    /// A disk has written blocks, if it has not been stopped meanwhile.
    pub(super) fn written(
        &mut self,
        part: Part,
        write: WriteId,
        life: u32,
        cause: EventId,
    ) -> bool {
        let disk = self.disk_mut(part);
        if !disk.is_up() || disk.life() != life {
            return false;
        }
        let done = disk.handle_written(write);
        let cause = if part.has_disk() {
            self.note(Some(cause), Event::Persisted { part, write })
        } else {
            cause
        };
        if done {
            self.say_done(part, write, cause);
        }
        true
    }

    pub(super) fn say_done(&mut self, part: Part, write: WriteId, cause: EventId) {
        let before = part
            .before()
            .expect("every part of the chain has one before it");
        self.send(part, before, Message::Done(write), cause);
    }

    /// The volume or the standby has done a write: on to the next step, or it is durable.
    pub(super) fn done_below(&mut self, from: Part, write: WriteId, arrived: EventId) {
        match self.chain.handle_done(from, write) {
            Progress::Onward(what) => {
                let cause = self.note(Some(arrived), Event::PairDone { write });
                let (kind, bytes) = (what.kind, what.bytes);
                let message = Message::Write { write, kind, bytes };
                self.send(Part::Instance, Part::Standby, message, cause);
            }
            Progress::Done => {
                let cause = self.note(Some(arrived), Event::ChainDone { write });
                self.mysql.handle_durable(write);
                self.settle(cause);
            }
            Progress::Nothing => {}
        }
    }

    /// Does what the database wants done.
    pub(super) fn settle(&mut self, cause: EventId) {
        let mut last = cause;
        while let Some(effect) = self.mysql.poll_effect() {
            match effect {
                Effect::Write { write, kind, bytes } => {
                    let count = &mut self.counters.kinds[kind as usize];
                    count.writes += 1;
                    count.ios += u64::from(ios_of(bytes));
                    count.bytes += u64::from(bytes);
                    self.chain.begin(write, kind, bytes);
                    let message = Message::Write { write, kind, bytes };
                    self.send(Part::Instance, Part::Volume, message, last);
                }
                Effect::Archive { bytes } => {
                    let message = Message::Archive { bytes };
                    self.send(Part::Instance, Part::ObjectStore, message, cause);
                }
                Effect::Answer(request) => {
                    let open = self.open.get(request.0).expect("asked and not answered");
                    let client = Part::Client(open.client);
                    self.send(Part::Instance, client, Message::Answer(request), last);
                }
                Effect::Happened(what) => {
                    last = self.note(Some(cause), Event::Database(what));
                    self.count(what);
                }
            }
        }
    }

    pub(super) fn count(&mut self, what: Happening) {
        match what {
            Happening::CommitAcknowledged { request } => {
                self.counters.commits += 1;
                let open = self.open.get(request.0).expect("asked and not answered");
                let latency = self.agenda.now().since(open.asked_at);
                self.latencies.add(latency);
                if self.newest.len() == NEWEST {
                    self.newest.pop_front();
                }
                self.newest.push_back(latency);
            }
            Happening::ReadAnswered { .. } => self.counters.reads += 1,
            _ => {}
        }
    }

    pub(super) fn send(&mut self, from: Part, to: Part, message: Message, cause: EventId) {
        let passage = self
            .network
            .send(site_of(from), site_of(to), &mut self.weather);
        let sent = self.note(Some(cause), Event::Sent { from, to, message });
        let flight = Flight {
            from,
            to,
            message,
            sent,
            sent_at: self.agenda.now(),
            lost: passage.lost.is_some(),
        };
        let due = self.agenda.now() + passage.takes;
        self.agenda.book(due, Booked::Arrival(flight));
    }

    pub(super) fn note(&mut self, cause: Option<EventId>, event: Event) -> EventId {
        self.journal.note(self.agenda.now(), cause, event)
    }

    pub(super) fn disk_mut(&mut self, part: Part) -> &mut Disk {
        let place = part
            .place()
            .expect("only parts of the chain are written to");
        &mut self.disks[place]
    }
}
