//! Doing what the machines want done.

use super::cause::Thread;
use super::*;

impl World {
    /// Books a machine's wake-up, at this moment if it should have been earlier.
    #[inline]
    pub(super) fn book_wake(&mut self, machine: Machine, due: SimTime, cause: EventId) {
        let wake = Booked::Wake { machine, cause };
        self.agenda.book(due.max(self.agenda.now()), wake);
    }

    /// Does what an instance wants done, and books its next wake-up.
    #[inline]
    pub(super) fn settle_instance(&mut self, id: InstanceId, cause: EventId, woken: bool) {
        let mut thread = Thread::new(cause, woken);
        let by = Address::Instance(id);
        let writer = &mut self.instances[id].writer;
        if let Some(Heard {
            segment,
            scl,
            moves,
        }) = writer.poll_heard()
        {
            let group = segment.group();
            self.happened(by, Happening::SclHeard { segment, scl }, &mut thread);
            if let Some(to) = moves.pgcl {
                self.happened(by, Happening::PgclMoved { group, to }, &mut thread);
            }
            if let Some(to) = moves.vcl {
                self.happened(by, Happening::VclMoved { to }, &mut thread);
            }
            if let Some(to) = moves.vdl {
                self.happened(by, Happening::VdlMoved { to }, &mut thread);
            }
        }
        let last = if self.instances[id].writer.says_nothing() {
            thread.last
        } else {
            self.carry_out_all(by, thread)
        };
        let instance = &mut self.instances[id];
        if let Some((due, _)) = instance.writer.poll_wakeup()
            && instance.alarms.set(due)
        {
            self.book_wake(Machine::Instance(id), due, last);
        }
    }

    /// Does what a segment wants done, and books its next wake-up.
    #[inline]
    pub(super) fn settle_segment(&mut self, id: SegmentId, cause: EventId) {
        let mut thread = Thread::new(cause, false);
        let by = Address::Segment(id);
        if let Some(Kept { run, scl, to }) = self.seats[id].segment.poll_kept() {
            let segment = id;
            self.happened(by, Happening::Persisted { segment, run, scl }, &mut thread);
            let Address::Instance(writer) = to else {
                unreachable!("only instances write")
            };
            let to = Address::Instance(writer);
            self.send_here(by, to, Message::Ack { scl }, Some(thread.last));
        }
        let last = if self.seats[id].segment.says_nothing() {
            thread.last
        } else {
            self.carry_out_all(by, thread)
        };
        let seat = &mut self.seats[id];
        seat.segment.give_back(&mut self.lent);
        if let Some((due, _)) = seat.segment.poll_wakeup()
            && seat.alarms.set(due)
        {
            self.book_wake(Machine::Segment(id), due, last);
        }
    }

    /// Carries out all that a machine wants done. Returns what has happened last.
    #[inline(never)]
    fn carry_out_all(&mut self, by: Address, mut thread: Thread) -> EventId {
        loop {
            let next = match by {
                Address::Instance(id) => self.instances[id].writer.poll_effect(),
                Address::Segment(id) => self.seats[id].segment.poll_effect(),
                _ => None,
            };
            match next {
                // The commonest: all that a write consists of.
                Some(Effect::Happened(made @ Happening::RecordMade { .. })) => {
                    self.happened(by, made, &mut thread);
                }
                Some(effect) => self.carry_out(by, effect, &mut thread),
                None => break thread.last,
            }
        }
    }

    #[inline(never)]
    pub(super) fn carry_out(&mut self, by: Address, effect: Effect, thread: &mut Thread) {
        match effect {
            Effect::Send { to, message } => {
                let cause = self.cause_of_message(by, message, thread);
                self.send(by, to, message, Some(cause));
            }
            Effect::SendWrites { to, run } => self.send_writes(by, to, run, thread),
            Effect::SendBegin { to, at, active } => {
                let message = Message::Begin {
                    at,
                    active: active.len() as u32,
                };
                if let Address::Instance(id) = by {
                    let epoch = self.instances[id].writer.volume_epoch();
                    self.begins.insert(to, (epoch, at, active));
                }
                let cause = self.cause_of_message(by, message, thread);
                self.send(by, Address::Reader(to), message, Some(cause));
            }
            Effect::SendPage {
                to,
                request,
                page,
                at,
                checksum,
            } => {
                let Address::Segment(sender) = by else {
                    unreachable!("the writer sends no pages")
                };
                let message = Message::PageImage {
                    request,
                    page: page.id(),
                    at,
                    checksum,
                };
                let epoch = self.seats[sender].segment.stamp().volume;
                let image = (request, sender, epoch, page.id(), at);
                self.images.insert(image, page);
                self.send(by, to, message, Some(thread.last));
            }
            Effect::SendPageCopy { to, page, at } => {
                let Address::Segment(sender) = by else {
                    unreachable!("segments keep pages")
                };
                let message = Message::PageCopy {
                    page: page.id(),
                    at,
                };
                self.page_copies.insert((to, sender), page);
                self.send(by, Address::Segment(to), message, Some(thread.last));
            }
            Effect::SendPeerPage { to, page, checksum } => {
                let Address::Segment(sender) = by else {
                    unreachable!("only segments send each other pages")
                };
                let message = Message::PeerPage {
                    page: page.id(),
                    checksum,
                };
                self.peer_images.insert((sender, to, page.id()), page);
                self.send(by, Address::Segment(to), message, Some(thread.last));
            }
            Effect::Answer { request, outcome } => {
                // Who has connected to another instance meanwhile does not hear it.
                if let Some(client) = self.requests.decide(request, by, outcome) {
                    let answer = Message::Answer(request);
                    self.send(by, Address::Client(client), answer, Some(thread.last));
                }
            }
            Effect::BeginText(generation) => self.begin_text(generation),
            Effect::EnterEpoch(epoch) => {
                if let Address::Segment(id) = by {
                    self.enter_epoch(id, epoch);
                }
            }
            Effect::Happened(what) => {
                let cause = self.cause_of_happening(what, thread);
                let id = self.note(Some(cause), Event::Database(what));
                self.follow_up(by, what, id, thread);
            }
        }
    }

    // `happened`, `send_here` and `note_here` stand in the innermost loop, where each caller knows what it passes on.
    #[inline(always)]
    fn happened(&mut self, by: Address, what: Happening, thread: &mut Thread) {
        let cause = self.cause_of_happening(what, thread);
        let id = self.note_here(Some(cause), Event::Database(what));
        self.follow_up(by, what, id, thread);
    }

    /// Does what is to be done in the world when something has happened inside the database.
    #[inline(always)]
    fn follow_up(&mut self, by: Address, what: Happening, id: EventId, thread: &mut Thread) {
        thread.happened(&what, id);
        match what {
            Happening::GroupAdded { group, .. } => self.seat_group(group, by, id),
            Happening::CommitQueued { scn: lsn, .. }
            | Happening::TxnUndone { lsn, .. }
            | Happening::RowWritten { lsn, .. }
            | Happening::CommitShared { lsn, .. } => {
                let Address::Instance(writer) = by else {
                    unreachable!("segments make no records")
                };
                let instance = &mut self.instances[writer];
                let log = self.history.log(instance.writer.volume_epoch());
                let cause = &mut instance.send_causes[log.record(lsn).group()];
                if cause.sent {
                    *cause = SendCause {
                        queued: id,
                        sent: false,
                    };
                }
            }
            // Records of another Region are queued by nobody: they themselves are why they are sent.
            Happening::RecordMade { page, .. } if self.region.follows => {
                if let Address::Instance(writer) = by {
                    let cause = &mut self.instances[writer].send_causes;
                    let cause = &mut cause[page::group_of(page)];
                    if cause.sent {
                        *cause = SendCause {
                            queued: id,
                            sent: false,
                        };
                    }
                }
            }
            Happening::Persisted { segment, .. } if self.heat.is_some() => {
                self.feel_heat(segment, id);
            }
            Happening::ReadBegan { request, .. } | Happening::ReaderReadBegan { request, .. } => {
                self.requests.read_began(request, id)
            }
            Happening::LoadBegan { request, .. } => self.load_began(by, request, Some(id)),
            Happening::PageLoaded { request, .. } => self.load_began(by, request, None),
            Happening::CommitAcknowledged { txn, scn, request } => {
                self.counters.commits += 1;
                self.last_acknowledged = Some(Waiting { scn, txn, request });
            }
            Happening::ReadAnswered { .. } | Happening::ReaderAnswered { .. } => {
                self.counters.reads += 1
            }
            Happening::RecoveryBegan { .. }
            | Happening::SurveyHeard { .. }
            | Happening::RangeDecided { .. } => {
                if let Address::Instance(instance) = by {
                    self.instances[instance].went_on = id;
                }
            }
            Happening::VolumeOpened { .. } => {
                self.forget_texts();
                self.hand_over_memory(by);
                self.cluster_changed(id);
                self.engine_is_back(id);
            }
            Happening::VdlMoved { to } if !self.readers.is_empty() => {
                self.lags.vdl_moved(self.agenda.now(), to);
            }
            Happening::ReaderMoved { reader, to, .. } => {
                self.lags.reader_moved(self.agenda.now(), reader, to);
            }
            Happening::ReaderBegan { reader, at } => self.lags.reader_began(reader, at),
            Happening::WriterFenced { instance, .. } => {
                self.break_connections(instance, id);
                self.cluster_changed(id);
            }
            _ => {}
        }
    }

    /// Sends a message.
    #[inline(never)]
    pub(super) fn send(
        &mut self,
        from: Address,
        to: Address,
        message: Message,
        cause: Option<EventId>,
    ) {
        self.send_here(from, to, message, cause);
    }

    #[inline(always)]
    fn send_here(&mut self, from: Address, to: Address, message: Message, cause: Option<EventId>) {
        let now = self.agenda.now();
        let (sender, receiver) = (self.site_of_address(from), self.site_of_address(to));
        let weather = if self.is_of_readers(from, to, message) {
            &mut self.reader_weather
        } else {
            &mut self.weather
        };
        let passage = self.network.send(sender, receiver, weather);
        let stream = matches!(message, Message::Ask(_) | Message::Answer(_));
        let lost = match passage.lost {
            Some(Loss::Cut) => Some(LostWhy::Cut),
            Some(Loss::Chance) if !stream => Some(LostWhy::Chance),
            _ => None,
        };
        let sent = self.note_here(cause, Event::Sent { from, to, message });
        let flight = Flight {
            from,
            to,
            message,
            sent,
            sent_at: now,
            stamp: self.stamp_of(from, to),
            lost,
        };
        self.agenda
            .book_here(now + passage.takes, || Booked::Arrival(flight));
    }

    /// Sends the same records to several copies of their group.
    #[inline(never)]
    fn send_writes(&mut self, by: Address, to: CopySet, run: Run, thread: &Thread) {
        let message = Message::Write(run);
        let cause = self.cause_of_message(by, message, thread);
        for copy in to.iter() {
            let to = Address::Segment(SegmentId::new(run.group, copy));
            self.send_here(by, to, message, Some(cause));
        }
    }

    /// The epochs a sender knows that concern the receiver. Clients know of none.
    #[inline(always)]
    fn stamp_of(&self, from: Address, to: Address) -> Stamp {
        match (from, to) {
            (Address::Segment(id), _) => self.seats[id].segment.stamp(),
            (Address::Instance(instance), Address::Segment(id)) => {
                self.instances[instance].writer.stamp(id.group())
            }
            (Address::Reader(reader), Address::Segment(id)) => {
                self.readers[reader].replica.stamp(id.group())
            }
            (Address::Reader(_), Address::Instance(_))
            | (Address::Instance(_), Address::Reader(_)) => self.stamp_of_stream(from),
            // The control plane has nothing to do with who writes.
            (Address::ControlPlane, Address::Segment(id)) => Stamp {
                volume: self.seats[id].segment.stamp().volume,
                ..self.control.stamp(id.group())
            },
            _ => Stamp::FIRST,
        }
    }

    /// Notes that something has happened. Together this code and what it is called by has to stand in a small, fast memory
    /// of the processor, so it is there once.
    #[inline(never)]
    pub(super) fn note(&mut self, cause: Option<EventId>, event: Event) -> EventId {
        self.note_here(cause, event)
    }

    #[inline(always)]
    pub(super) fn note_here(&mut self, cause: Option<EventId>, event: Event) -> EventId {
        self.journal.note(self.agenda.now(), cause, event)
    }
}
