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
                    epoch,
                    lost,
                } => self.repeat(from, to, message, epoch, lost),
                Booked::Plan(number) => self.give_planned(number),
                Booked::Absence => self.give_up(),
                Booked::HeatLook => self.look_for_heat(),
                Booked::PatchDone => self.go_on_patching(),
                Booked::Connect { link, cause } => self.connect(link, cause),
                Booked::Chore { chore, cause } => self.do_chore(chore, cause),
            };
            if happened {
                self.steps += 1;
                return Some(Step { at, first_event });
            }
        }
    }

    /// Looks at what the next step will need: of thousands of groups, it is hardly ever in the processor's cache, and
    /// while this step is done it can be fetched.
    #[inline]
    fn look_ahead(&self) {
        if self.seats.are_many()
            && let Some(Booked::Arrival(flight)) = self.agenda.peek()
        {
            let touched = match (flight.from, flight.to) {
                (_, Address::Segment(id)) => self.seats.touch(id),
                (Address::Segment(id), Address::Instance(writer)) => {
                    self.instances[writer].writer.touch(id)
                }
                _ => return,
            };
            std::hint::black_box(touched);
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
            Machine::Instance(id) => {
                let instance = &mut self.instances[id];
                instance.alarms.ring(now);
                let writer = &mut instance.writer;
                // What a recovery does when it is woken comes of its own last step, whatever the alarm was set for.
                let cause = if writer.recovery().is_some() {
                    instance.went_on
                } else {
                    cause
                };
                let did = match writer.standing() {
                    WriterStanding::Open => {
                        let log = self.history.log_mut(writer.volume_epoch());
                        writer.handle_wakeup(now, log)
                    }
                    WriterStanding::Recovering => writer.wake_while_recovering(now, &self.history),
                    WriterStanding::Crashed | WriterStanding::Fenced => false,
                };
                self.settle_instance(id, cause, true);
                did
            }
            Machine::Reader(id) => self.wake_reader(id, cause),
            Machine::Cluster => self.wake_cluster(cause),
            Machine::ControlPlane => {
                self.control_alarms.ring(now);
                let did = self.control.handle_wakeup(now);
                self.settle_control(cause, true);
                did
            }
            Machine::Segment(id) => self.wake_segment(id, cause),
        }
    }

    #[inline(never)]
    fn wake_segment(&mut self, id: SegmentId, cause: EventId) -> bool {
        let now = self.agenda.now();
        let seat = &mut self.seats[id];
        seat.alarms.ring(now);
        let up = seat.up;
        let log = self.history.log(seat.segment.stamp().volume);
        seat.segment.lend(&mut self.lent);
        let did = up && seat.segment.handle_wakeup(now, log);
        let worked = up && self.work_in_background(id);
        self.settle_segment(id, cause);
        did || worked
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
        epoch: VolumeEpoch,
        lost: EventId,
    ) -> bool {
        match (from, message) {
            // Nobody is there any more to repeat the answer, so the client asks again.
            (Address::Instance(id), Message::Answer(request)) => {
                let writer = &self.instances[id].writer;
                let lives = writer.is_open() && writer.volume_epoch() == epoch;
                if !(lives && id == self.current) {
                    let Some(client) = self.requests.take_back(request) else {
                        return false;
                    };
                    let now_there = Address::Instance(self.current);
                    let ask = Message::Ask(request);
                    self.send(Address::Client(client), now_there, ask, Some(lost));
                    return true;
                }
            }
            // The reader may have begun anew since.
            (Address::Reader(_), Message::Answer(request)) => {
                let Some(client) = self.requests.take_back(request) else {
                    return false;
                };
                let ask = Message::Ask(request);
                self.send(Address::Client(client), from, ask, Some(lost));
                return true;
            }
            // The endpoint may point elsewhere by now, and the answer may have come meanwhile.
            (_, Message::Ask(request)) => {
                if self.requests.open(request).is_none() {
                    return false;
                }
                let place = match to {
                    Address::Reader(place) if !self.is_leaving(place) => Some(place),
                    // A connection through a name leads where it leads, whoever writes by now.
                    Address::Instance(id) if self.goes_through_a_name(request) => {
                        self.instances[id].place
                    }
                    Address::Reader(place) if self.goes_through_a_name(request) => Some(place),
                    _ => None,
                };
                let now_there = match place {
                    Some(place) => self.address_at(place),
                    None => Address::Instance(self.current),
                };
                self.send(from, now_there, message, Some(lost));
                return true;
            }
            _ => {}
        }
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
        if self.links.is_some() {
            let (request, asked) = self.note_asked(client, operation);
            self.goes_through(client, request, asked);
            return request;
        }
        self.ask_at(Address::Instance(self.current), client, operation)
    }

    /// A client has a question.
    pub(super) fn note_asked(
        &mut self,
        client: ClientId,
        operation: Operation,
    ) -> (RequestId, EventId) {
        let asked_at = self.agenda.now();
        let write = operation.writes();
        let (row, value) = match &operation {
            Operation::Put { key, value } => (mark_of(key), mark_of(value)),
            Operation::Get { key } | Operation::LongGet { key } => (mark_of(key), 0),
            Operation::Transaction(_) => (0, 0),
        };
        let request = self.requests.ask(Request {
            client,
            operation,
            asked_at,
        });
        let asked = Event::Asked {
            request,
            client,
            write,
            row,
            value,
        };
        (request, self.note(None, asked))
    }

    /// A client asks an instance.
    pub(super) fn ask_at(
        &mut self,
        instance: Address,
        client: ClientId,
        operation: Operation,
    ) -> RequestId {
        let (request, asked) = self.note_asked(client, operation);
        self.send(
            Address::Client(client),
            instance,
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
        self.look_ahead();
        let open = || self.network.is_undisturbed() || self.is_way_open(from, to);
        let why = lost
            .or_else(|| (!open()).then_some(LostWhy::Cut))
            .or(match to {
                Address::Segment(id) if !self.seats[id].up => Some(LostWhy::Stopped),
                Address::Instance(id) => self.instance_misses(id, message),
                Address::Reader(id) => self.reader_misses(id, message),
                _ => None,
            });
        match why {
            None => self.deliver(from, to, stamp, message, sent),
            Some(why) => self.lose(from, to, stamp, message, sent, why),
        }
        true
    }

    /// Whether a reader is not there to take a message in, or takes no writes.
    #[cold]
    fn reader_misses(&self, id: ReaderId, message: Message) -> Option<LostWhy> {
        if !self.readers[id].replica.is_up() {
            return Some(LostWhy::Stopped);
        }
        if matches!(message, Message::Ask(_)) && self.is_leaving(id) {
            return Some(LostWhy::Stopped);
        }
        self.is_write(message).then_some(LostWhy::ReadOnly)
    }

    /// Whether somebody asks for what only a writer does.
    #[cold]
    fn is_write(&self, message: Message) -> bool {
        let Message::Ask(request) = message else {
            return false;
        };
        let open = self.requests.open(request);
        // What a transaction is for is not known before its first write; a reader lets none begin `[choice]`.
        open.is_some_and(|open| match open.operation {
            Operation::Get { .. } | Operation::LongGet { .. } => false,
            Operation::Put { .. } | Operation::Transaction(_) => true,
        })
    }

    /// Whether an instance is not there to take a message in.
    #[inline]
    fn instance_misses(&self, id: InstanceId, message: Message) -> Option<LostWhy> {
        match self.instances[id].writer.standing() {
            WriterStanding::Open if self.region.closed || self.region.follows => {
                self.is_write(message).then_some(LostWhy::ReadOnly)
            }
            WriterStanding::Open => None,
            WriterStanding::Recovering => {
                matches!(message, Message::Ask(_)).then_some(LostWhy::NotOpen)
            }
            WriterStanding::Crashed | WriterStanding::Fenced => Some(LostWhy::Stopped),
        }
    }

    #[inline(never)]
    pub(super) fn lose(
        &mut self,
        from: Address,
        to: Address,
        stamp: Stamp,
        message: Message,
        sent: EventId,
        why: LostWhy,
    ) {
        self.counters.lost += 1;
        let lost = self.note(Some(sent), Event::Lost { from, to, why });
        match message {
            Message::Ask(request) | Message::Answer(request)
                if self.links.is_some()
                    && self.link_lost(message, request, database_end(from, to), lost) => {}
            Message::Ask(_) | Message::Answer(_) => {
                let again = Booked::Repeat {
                    from,
                    to,
                    message,
                    epoch: stamp.volume,
                    lost,
                };
                let at = self.agenda.now() + REPEAT_AFTER;
                self.agenda.book(at, again);
            }
            Message::PageImage {
                request, page, at, ..
            } => {
                if let Address::Segment(sender) = from {
                    let image = (request, sender, stamp.volume, page, at);
                    self.images.remove(&image);
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
        self.counters.delivered += 1;
        let arrived = self.note_here(Some(sent), Event::Delivered { from, to });
        // What nearly all messages are, in few instructions that lie together; whatever is out of the ordinary stands apart.
        let usual = match (to, from, message) {
            (Address::Segment(id), _, Message::Write(_)) => {
                self.deliver_write(id, from, stamp, message, arrived)
            }
            (Address::Instance(id), Address::Segment(sender), Message::Ack { .. }) => {
                self.deliver_ack(id, sender, stamp, message, arrived)
            }
            _ => false,
        };
        if !usual {
            self.deliver_other(from, to, stamp, message, arrived);
        }
    }

    /// Redo records arrive at a copy. Returns whether nothing is out of the ordinary; if something is, nothing has been
    /// done yet.
    #[inline]
    fn deliver_write(
        &mut self,
        id: SegmentId,
        from: Address,
        stamp: Stamp,
        message: Message,
        arrived: EventId,
    ) -> bool {
        let now = self.agenda.now();
        let seat = &mut self.seats[id];
        let usual = seat.segment.knows_only(stamp);
        if usual {
            let log = self.history.log(stamp.volume);
            seat.taken_in.push_back(arrived);
            seat.segment.lend(&mut self.lent);
            seat.segment.handle_message(now, log, from, stamp, message);
            self.settle_segment(id, arrived);
        }
        usual
    }

    /// A copy's acknowledgement arrives at the writer. Returns the same.
    #[inline]
    fn deliver_ack(
        &mut self,
        id: InstanceId,
        sender: SegmentId,
        stamp: Stamp,
        message: Message,
        arrived: EventId,
    ) -> bool {
        let now = self.agenda.now();
        let before = self.is_from_before(sender, stamp);
        let writer = &mut self.instances[id].writer;
        let usual = !before && writer.is_open() && stamp == writer.stamp(sender.group());
        if usual {
            let log = self.history.log_mut(stamp.volume);
            writer.handle_message(now, log, sender, stamp, message);
            self.settle_instance(id, arrived, false);
        }
        usual
    }

    #[inline(never)]
    fn deliver_other(
        &mut self,
        from: Address,
        to: Address,
        stamp: Stamp,
        message: Message,
        arrived: EventId,
    ) {
        let now = self.agenda.now();
        match (to, message) {
            (Address::Segment(id), Message::PageCopy { at, .. }) => {
                let Address::Segment(sender) = from else {
                    unreachable!("segments keep pages")
                };
                if let Some(page) = self.page_copies.remove(&(id, sender)) {
                    if stamp != self.seats[id].segment.stamp() {
                        self.hear_of_epoch(id, stamp, message);
                    }
                    let segment = &mut self.seats[id].segment;
                    let log = self.history.log(segment.stamp().volume);
                    segment.handle_page_copy(now, log, sender, stamp, &page, at);
                    self.settle_segment(id, arrived);
                }
            }
            (Address::Segment(id), _) => {
                if stamp != self.seats[id].segment.stamp()
                    || matches!(message, Message::Stale { .. })
                {
                    self.meet_other_epochs(id, stamp, message);
                }
                let seat = &mut self.seats[id];
                let log = self.history.log(seat.segment.stamp().volume);
                match message {
                    Message::Write(_) | Message::Fill(_) if seat.segment.accepts(from, stamp) => {
                        seat.taken_in.push_back(arrived);
                    }
                    Message::Write(_) | Message::Fill(_) => {}
                    _ if aurora::storage_node::epoch_of_order(&message).is_some()
                        && seat.segment.accepts(from, stamp) =>
                    {
                        seat.ordered.get_or_insert_default().push_back(arrived);
                    }
                    _ => {}
                }
                seat.segment.lend(&mut self.lent);
                seat.segment.handle_message(now, log, from, stamp, message);
                if let (Address::Segment(sender), Message::PeerPage { page, checksum }) =
                    (from, message)
                    && let Some(image) = self.peer_images.remove(&(sender, id, page))
                    && seat.segment.accepts(from, stamp)
                {
                    seat.segment
                        .handle_peer_page(now, log, sender, &image, checksum);
                }
                self.settle_segment(id, arrived);
            }
            (Address::Instance(id), Message::Ask(request)) => {
                if self.links.is_some() {
                    self.link_stands(request, arrived);
                    if let Some(place) = self.instances[id].place {
                        self.take_in(place, to, request, arrived);
                        return;
                    }
                }
                let writer = &mut self.instances[id].writer;
                if let Some(open) = self.requests.begin_work(request, to) {
                    let log = self.history.log_mut(writer.volume_epoch());
                    writer.handle_request(now, log, request, &open.operation);
                    self.settle_instance(id, arrived, false);
                }
            }
            (
                Address::Instance(id),
                Message::PageImage {
                    request,
                    page,
                    at,
                    checksum,
                },
            ) => {
                let Address::Segment(sender) = from else {
                    unreachable!("segments keep pages")
                };
                let image = (request, sender, stamp.volume, page, at);
                if let Some(page) = self.images.remove(&image) {
                    let writer = &mut self.instances[id].writer;
                    // What was asked for before a crash may be asked for again, and be older then.
                    if writer.is_open() && writer.volume_epoch() == stamp.volume {
                        let log = self.history.log_mut(writer.volume_epoch());
                        writer.handle_page(now, log, sender, request, (&page, at), checksum);
                        self.settle_instance(id, arrived, false);
                    }
                }
            }
            (Address::Reader(id), _) => self.deliver_to_reader(id, from, stamp, message, arrived),
            (Address::Instance(id), Message::Follow | Message::Heard { .. }) => {
                if let Address::Reader(reader) = from {
                    self.hear_reader(id, reader, stamp, message, arrived);
                }
            }
            (Address::Instance(id), _) => {
                let Address::Segment(sender) = from else {
                    unreachable!("clients only ask")
                };
                if self.is_from_before(sender, stamp) {
                    return;
                }
                let group = sender.group();
                let refused = matches!(message, Message::Stale { .. });
                let newest = newest_epoch(stamp, message);
                let newer = newest > self.instances[id].writer.stamp(group).membership;
                if newer || refused {
                    self.bring_members(to, group, newest);
                }
                let writer = &mut self.instances[id].writer;
                if writer.is_open() {
                    let log = self.history.log_mut(writer.volume_epoch());
                    if newer && !refused {
                        writer.hear_newer(now, log, sender, stamp);
                    }
                    writer.handle_message(now, log, sender, stamp, message);
                } else {
                    writer.handle_while_recovering(now, &self.history, sender, stamp, message);
                }
                self.settle_instance(id, arrived, false);
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
                self.link_done(request);
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

impl World {
    /// A message speaks of other epochs than the segment knows: what travels beside it is brought to it.
    #[cold]
    #[inline(never)]
    fn meet_other_epochs(&mut self, id: SegmentId, stamp: Stamp, message: Message) {
        if stamp != self.seats[id].segment.stamp() {
            self.hear_of_epoch(id, stamp, message);
        }
        if stamp.membership != self.seats[id].segment.stamp().membership
            || matches!(message, Message::Stale { .. })
        {
            let newest = newest_epoch(stamp, message);
            self.bring_members(Address::Segment(id), id.group(), newest);
        }
    }
}

/// Of the two ends of a client's message, the one that is no client.
fn database_end(from: Address, to: Address) -> Address {
    match from {
        Address::Client(_) => to,
        _ => from,
    }
}

/// The newest membership epoch a message speaks of.
fn newest_epoch(stamp: Stamp, message: Message) -> MembershipEpoch {
    match message {
        Message::Stale { knows, .. } => knows.membership.max(stamp.membership),
        _ => stamp.membership,
    }
}
