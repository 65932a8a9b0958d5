//! Letting the next thing happen.

use super::*;

impl World {
    /// Lets the next thing happen. `None` if nothing is due ever again.
    pub fn step(&mut self) -> Option<Step> {
        self.step_until(SimTime::NEVER)
    }

    /// Lets the next thing happen if it is due by `until`; what is due later stays booked.
    pub fn step_until(&mut self, until: SimTime) -> Option<Step> {
        loop {
            let first_event = self.journal.next_id();
            let Due { at, what } = self.agenda.take_until(until)?;
            // A wake-up that was overtaken by another is nothing.
            let happened = match *what {
                Booked::Arrival(flight) => self.arrive(flight),
                Booked::Wake { machine, cause } => self.wake(machine, cause),
                Booked::Client(turn) => self.take_turn(turn),
                Booked::Repeat {
                    from,
                    to,
                    message,
                    lost,
                } => self.repeat(from, to, message, lost),
                Booked::Plan(number) => self.give_planned(number),
                Booked::Absence => self.give_up(),
                Booked::PatchDone => self.go_on_patching(),
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

    /// Wakes a machine; returns whether it had anything to do.
    #[inline(never)] // Arrivals are by far the most; what is rarer stands apart from them.
    pub(super) fn wake(&mut self, machine: Machine, cause: EventId) -> bool {
        let now = self.agenda.now();
        match machine {
            Machine::Writer => {
                self.writer_alarms.ring(now);
                let did = self.writer.handle_wakeup(now, &self.log);
                self.settle_writer(cause, true);
                did
            }
            Machine::ControlPlane => {
                self.control_alarms.ring(now);
                let did = self.control.handle_wakeup(now);
                self.settle_control(cause, true);
                did
            }
            Machine::Segment(id) => {
                let seat = &mut self.seats[id];
                seat.alarms.ring(now);
                let up = seat.up;
                seat.segment.lend(&mut self.lent);
                let did = up && seat.segment.handle_wakeup(now, &self.log);
                let worked = up && self.work_in_background(id);
                self.settle_segment(id, cause);
                did || worked
            }
        }
    }

    /// A client of a load asks; returns whether it still has anything to ask.
    #[inline(never)]
    pub(super) fn take_turn(&mut self, turn: Turn) -> bool {
        let Some(operation) = self.clients.question(turn) else {
            return false;
        };
        if self.clients.is_open_loop()
            && let Some((at, turn)) = self.clients.next_arrival(self.agenda.now())
        {
            self.agenda.book(at, Booked::Client(turn));
        }
        self.ask(turn.client, operation);
        true
    }

    /// A client's connection repeats what was lost.
    #[inline(never)]
    pub(super) fn repeat(
        &mut self,
        from: Address,
        to: Address,
        message: Message,
        lost: EventId,
    ) -> bool {
        self.send(from, to, message, Some(lost));
        true
    }

    #[inline(never)]
    pub(super) fn give_planned(&mut self, number: u32) -> bool {
        let plan = Arc::clone(&self.plan);
        if let Err(refusal) = self.give(&plan[number as usize])
            // Whoever plans to spoil a page cannot know whether it will have been written by then.
            && !matches!(refusal, Refusal::NothingToDamage(_))
        {
            self.refusals.push((number, refusal));
            self.note_fault(Event::CommandRefused { number });
        }
        true
    }

    pub(super) fn ask(&mut self, client: ClientId, operation: Operation) -> RequestId {
        let asked_at = self.agenda.now();
        let write = matches!(operation, Operation::Put { .. });
        let request = self.requests.ask(Request {
            client,
            operation,
            asked_at,
        });
        let asked = self.note(
            None,
            Event::Asked {
                request,
                client,
                write,
            },
        );
        self.send(
            Address::Client(client),
            WRITER,
            Message::Ask(request),
            Some(asked),
        );
        request
    }

    #[inline]
    pub(super) fn arrive(&mut self, flight: Flight) -> bool {
        let Flight {
            from,
            to,
            message,
            sent,
            stamp,
            lost,
            ..
        } = flight;
        let open = || {
            self.network
                .is_open(self.site_of_address(from), self.site_of_address(to))
        };
        let why = lost
            .or_else(|| (!open()).then_some(LostWhy::Cut))
            .or(match to {
                Address::Segment(id) if !self.seats[id].up => Some(LostWhy::Stopped),
                _ => None,
            });
        match why {
            None => self.deliver(from, to, stamp, message, sent),
            Some(why) => self.lose(from, to, message, sent, why),
        }
        true
    }

    #[inline(never)]
    pub(super) fn lose(
        &mut self,
        from: Address,
        to: Address,
        message: Message,
        sent: EventId,
        why: LostWhy,
    ) {
        self.counters.lost += 1;
        let lost = self.note(Some(sent), Event::Lost { from, to, why });
        match message {
            Message::Ask(_) | Message::Answer(_) => {
                let again = Booked::Repeat {
                    from,
                    to,
                    message,
                    lost,
                };
                let at = self.agenda.now() + REPEAT_AFTER;
                self.agenda.book(at, again);
            }
            Message::PageImage { request, .. } => {
                if let Address::Segment(sender) = from {
                    self.images.remove(&(request, sender));
                }
            }
            Message::PageCopy { .. } => {
                if let (Address::Segment(sender), Address::Segment(newcomer)) = (from, to) {
                    self.page_copies.remove(&(newcomer, sender));
                }
            }
            Message::PeerPage { page, .. } => {
                if let (Address::Segment(sender), Address::Segment(receiver)) = (from, to) {
                    self.peer_images.remove(&(sender, receiver, page));
                }
            }
            _ => {}
        }
    }

    #[inline]
    pub(super) fn deliver(
        &mut self,
        from: Address,
        to: Address,
        stamp: Stamp,
        message: Message,
        sent: EventId,
    ) {
        let now = self.agenda.now();
        self.counters.delivered += 1;
        let arrived = self.note(Some(sent), Event::Delivered { from, to });
        match (to, message) {
            (Address::Segment(id), Message::PageCopy { at, .. }) => {
                let Address::Segment(sender) = from else {
                    unreachable!("segments keep pages")
                };
                if let Some(page) = self.page_copies.remove(&(id, sender)) {
                    let segment = &mut self.seats[id].segment;
                    segment.handle_page_copy(now, &self.log, sender, stamp, &page, at);
                    self.settle_segment(id, arrived);
                }
            }
            (Address::Segment(id), _) => {
                if stamp.membership != self.seats[id].segment.stamp().membership
                    || matches!(message, Message::Stale { .. })
                {
                    self.bring_members(to, id.group(), newest_epoch(stamp, message));
                }
                let seat = &mut self.seats[id];
                if matches!(message, Message::Write(_) | Message::Fill(_))
                    && seat.segment.accepts(stamp)
                {
                    seat.taken_in.push_back(arrived);
                }
                seat.segment.lend(&mut self.lent);
                seat.segment
                    .handle_message(now, &self.log, from, stamp, message);
                if let (Address::Segment(sender), Message::PeerPage { page, checksum }) =
                    (from, message)
                    && let Some(image) = self.peer_images.remove(&(sender, id, page))
                    && seat.segment.accepts(stamp)
                {
                    seat.segment
                        .handle_peer_page(now, &self.log, sender, &image, checksum);
                }
                self.settle_segment(id, arrived);
            }
            (Address::Instance(_), Message::Ask(request)) => {
                if let Some(open) = self.requests.open(request) {
                    self.writer
                        .handle_request(now, &mut self.log, request, &open.operation);
                    self.settle_writer(arrived, false);
                }
            }
            (Address::Instance(_), Message::PageImage { request, checksum }) => {
                let Address::Segment(sender) = from else {
                    unreachable!("segments keep pages")
                };
                if let Some(page) = self.images.remove(&(request, sender)) {
                    self.writer
                        .handle_page(now, &self.log, sender, request, &page, checksum);
                    self.settle_writer(arrived, false);
                }
            }
            (Address::Instance(_), _) => {
                let Address::Segment(sender) = from else {
                    unreachable!("clients only ask")
                };
                if self.is_from_before(sender, stamp) {
                    return;
                }
                let group = sender.group();
                if let Message::Stale { .. } = message {
                    self.bring_members(to, group, newest_epoch(stamp, message));
                } else if stamp.membership > self.writer.stamp(group).membership {
                    self.bring_members(to, group, stamp.membership);
                    self.writer.hear_newer(now, &mut self.log, sender, stamp);
                }
                self.writer
                    .handle_message(now, &mut self.log, sender, message);
                self.settle_writer(arrived, false);
            }
            (Address::ControlPlane, _) => {
                let Address::Segment(sender) = from else {
                    unreachable!("copies answer the control plane")
                };
                if !self.is_from_before(sender, stamp) {
                    self.control.handle_message(now, sender, stamp, message);
                    self.settle_control(arrived, false);
                }
            }
            (Address::Client(client), Message::Answer(request)) => {
                if self.requests.answer(request, now)
                    && let Some((at, turn)) = self.clients.next_of(now, client, request)
                {
                    self.agenda.book(at, Booked::Client(turn));
                }
            }
            (Address::Client(_), other) => unreachable!("{other:?} is not for a client"),
        }
    }
}

/// The newest membership epoch a message speaks of.
fn newest_epoch(stamp: Stamp, message: Message) -> MembershipEpoch {
    match message {
        Message::Stale { knows, .. } => knows.membership.max(stamp.membership),
        _ => stamp.membership,
    }
}
