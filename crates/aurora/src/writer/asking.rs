//! Asking copies for a page until one has sent it.
//!
//! Whoever reads, the writer or a reader, goes about it in the same way. It asks the copy that has been answering
//! fastest (`latency`). If that takes longer than expected a second is asked as well, and the first answer wins.
//! If no answer comes at all, further ones are asked. What differs is only what is known of the copies: the writer has
//! heard how far each of them is, a reader has not, and finds out by asking ([`Knows`]).

use std::collections::VecDeque;

use base::{CopyId, GroupId, Lsn, PageId, RequestId, SegmentId, SimTime, Window};
use litemap::LiteMap;

use super::latency::Latencies;
use super::wakeups::Wakeups;
use crate::constants::READ_PATIENCE;
use crate::page::{self, Page, ReadView};
use crate::protocol::{Address, Bytes, Effect, Happening, Message, WakeReason};
use crate::quorum::CopySet;

/// Questions to copies whose answer is no longer needed, but would still tell how fast they are `[choice]`.
const LATE_MAX: usize = 256;

/// What an instance knows of the copies it may ask.
pub(crate) trait Knows {
    /// The copies worth asking for a page of a group as of one of its records.
    fn worth_asking(&self, group: GroupId, at: Lsn) -> CopySet;
}

/// One read without an answer.
#[derive(Clone, Debug)]
pub(crate) struct OpenRead {
    key: Bytes,
    page: PageId,
    view: ReadView,
    /// The last record of the group at or below the read point.
    at: Lsn,
    /// Copies asked since the last time all had been.
    asked: CopySet,
    /// Questions without an answer, and when they were asked.
    questions: Vec<(CopyId, SimTime)>,
    /// A second copy has been asked, because the first took long.
    hedged: bool,
    /// When to ask another; never while a long query is only being worked on.
    due: SimTime,
}

impl OpenRead {
    /// A row of a page is to be read in a view; `at` is the last record of the group at or below its read point.
    pub fn new(key: Bytes, page: PageId, view: ReadView, at: Lsn) -> OpenRead {
        OpenRead {
            key,
            page,
            view,
            at,
            asked: CopySet::NONE,
            questions: Vec::new(),
            hedged: false,
            due: SimTime::NEVER,
        }
    }

    /// The row.
    pub fn key(&self) -> &Bytes {
        &self.key
    }

    /// The page it stands on.
    pub fn page(&self) -> PageId {
        self.page
    }

    /// The last record of the group at or below the read point.
    pub fn at(&self) -> Lsn {
        self.at
    }

    /// What its reader may see.
    pub fn view(&self) -> &ReadView {
        &self.view
    }
}

/// How many pages were read from storage, and why (EX-24).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReadCounts {
    /// Reads that needed storage.
    pub reads: u64,
    /// Page requests sent: each is one I/O.
    pub requests: u64,
    /// Those among them that only kept the latency history fresh.
    pub probes: u64,
    /// Those among them that were sent because the first copy took long.
    pub hedges: u64,
}

/// Reads without an answer.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reads {
    open: Window<OpenRead>,
    late: LiteMap<(RequestId, CopyId), SimTime>,
    latencies: Latencies,
    counts: ReadCounts,
}

impl Reads {
    /// How many reads have no answer yet.
    pub fn open(&self) -> u32 {
        self.open.len() as u32
    }

    pub fn counts(&self) -> ReadCounts {
        self.counts
    }

    pub fn latencies(&self) -> &Latencies {
        &self.latencies
    }

    /// A read that has no answer yet.
    pub fn get(&self, request: RequestId) -> Option<&OpenRead> {
        self.open.get(request.0)
    }

    /// Every read that has no answer yet, in the order they were asked.
    pub fn all(&self) -> impl Iterator<Item = (RequestId, &OpenRead)> {
        self.open
            .iter()
            .map(|(request, read)| (RequestId(request), read))
    }
}

/// The desk of an instance that asks: what it has asked and what it knows, and where to say what it wants.
pub(crate) struct Asking<'a, K> {
    pub reads: &'a mut Reads,
    pub knows: &'a K,
    pub wakeups: &'a mut Wakeups,
    pub effects: &'a mut VecDeque<Effect>,
}

impl<K: Knows> Asking<'_, K> {
    /// A read begins; nobody is asked yet.
    pub fn open(&mut self, request: RequestId, read: OpenRead) {
        self.reads.open.add(request.0, read);
    }

    /// Asks for the page of a read for the first time: the fastest copy, and now and then another, to see how fast it
    /// is.
    pub fn ask_first(&mut self, now: SimTime, request: RequestId) {
        let Some(read) = self.reads.open.get(request.0) else {
            return;
        };
        let (group, at) = (page::group_of(read.page), read.at);
        self.reads.counts.reads += 1;
        let Some(first) = self.ask_a_copy(now, request) else {
            return;
        };
        let others = self.knows.worth_asking(group, at).without(first);
        if let Some(other) = self.reads.latencies.probe(group, others) {
            self.reads.counts.probes += 1;
            self.ask(now, request, other);
        }
        let patience = self
            .reads
            .latencies
            .hedge_after(SegmentId::new(group, first));
        self.wait_until(request, now + patience);
    }

    /// Asks the fastest copy that can serve the read and was not asked yet; when all were, starts again.
    fn ask_a_copy(&mut self, now: SimTime, request: RequestId) -> Option<CopyId> {
        let read = self.reads.open.get(request.0)?;
        let group = page::group_of(read.page);
        let able = self.knows.worth_asking(group, read.at);
        let fresh = able.minus(read.asked);
        let latencies = &self.reads.latencies;
        let copy = latencies
            .fastest(group, fresh)
            .or_else(|| latencies.fastest(group, able));
        // What lies at or below the VDL is on a write quorum (L-7). If under a rule that is wrong on purpose it is
        // on no copy at all, the read waits for one.
        let Some(copy) = copy else {
            self.wait_until(request, now + READ_PATIENCE);
            return None;
        };
        if fresh.is_empty() {
            self.reads.open.get_mut(request.0)?.asked = CopySet::NONE;
        }
        self.ask(now, request, copy);
        self.wait_until(request, now + READ_PATIENCE);
        Some(copy)
    }

    fn ask(&mut self, now: SimTime, request: RequestId, copy: CopyId) {
        let Some(read) = self.reads.open.get_mut(request.0) else {
            return;
        };
        let (page, at) = (read.page, read.at);
        read.asked = read.asked.with(copy);
        read.questions.retain(|(asked, _)| *asked != copy);
        read.questions.push((copy, now));
        self.reads.counts.requests += 1;
        let segment = SegmentId::new(page::group_of(page), copy);
        self.reads.latencies.asked(segment);
        self.effects.push_back(Effect::Send {
            to: Address::Segment(segment),
            message: Message::ReadPage { request, page, at },
        });
    }

    fn wait_until(&mut self, request: RequestId, due: SimTime) {
        if let Some(read) = self.reads.open.get_mut(request.0) {
            self.wakeups
                .remove(&(read.due, WakeReason::ReadAgain(request)));
            read.due = due;
            self.wakeups.insert((due, WakeReason::ReadAgain(request)));
        }
    }

    /// A copy could not serve the read: asks another, or if all have been asked, waits before it starts again.
    pub fn elsewhere(&mut self, now: SimTime, from: SegmentId, request: RequestId) {
        let Some(read) = self.reads.open.get(request.0) else {
            return;
        };
        // Whoever was not asked, or has been given up, speaks of something else.
        let mut questions = read.questions.iter();
        if page::group_of(read.page) != from.group()
            || !questions.any(|(copy, _)| *copy == from.copy())
        {
            return;
        }
        let able = self.knows.worth_asking(page::group_of(read.page), read.at);
        if able.minus(read.asked).is_empty() {
            self.wait_until(request, now + READ_PATIENCE);
        } else {
            self.ask_a_copy(now, request);
        }
    }

    /// No answer in time. The first time a second copy is asked as well; after that, whoever has not answered
    /// counts as slow from now on, and another is asked. Returns whether the read was still open.
    pub fn overdue(&mut self, now: SimTime, request: RequestId) -> bool {
        let Some(read) = self.reads.open.get_mut(request.0) else {
            return false;
        };
        if read.due > now {
            return false;
        }
        let group = page::group_of(read.page);
        let patient = |asked: &(CopyId, SimTime)| asked.1 + READ_PATIENCE > now;
        let slow: Vec<CopyId> = read
            .questions
            .iter()
            .filter(|asked| !patient(asked))
            .map(|(copy, _)| *copy)
            .collect();
        read.questions.retain(patient);
        if slow.is_empty() && !read.hedged {
            read.hedged = true;
            self.reads.counts.hedges += 1;
        }
        for copy in slow {
            let took = READ_PATIENCE + READ_PATIENCE + READ_PATIENCE + READ_PATIENCE;
            self.reads.latencies.note(SegmentId::new(group, copy), took);
        }
        self.ask_a_copy(now, request);
        true
    }

    /// Takes the image of a page as of record `at` of its group; returns whether it answers its read. A late second
    /// answer to the same read only tells how fast its copy is; a damaged one is thrown away, and another copy asked.
    pub fn take_page(
        &mut self,
        now: SimTime,
        from: SegmentId,
        request: RequestId,
        (page, at): (&Page, Lsn),
        checksum: u64,
    ) -> bool {
        let Some(read) = self.reads.open.get_mut(request.0) else {
            if let Some(asked) = self.reads.late.remove(&(request, from.copy())) {
                self.reads.latencies.note(from, now.since(asked));
            }
            return false;
        };
        // What the request had to load before it could read, or what it read before it began anew.
        if (page.id(), at) != (read.page, read.at) {
            return false;
        }
        let question = read
            .questions
            .iter()
            .position(|(copy, _)| *copy == from.copy());
        let asked = question.map(|place| read.questions.remove(place).1);
        if page.checksum() != checksum || page.lsn() > at {
            self.effects
                .push_back(Effect::Happened(Happening::ImageDamaged {
                    request,
                    segment: from,
                }));
            self.ask_a_copy(now, request);
            return false;
        }
        if let Some(asked) = asked {
            self.reads.latencies.note(from, now.since(asked));
        }
        true
    }

    /// A read is over: its answer is there. What is still on its way to it will only tell how fast its sender is.
    ///
    /// # Panics
    /// If there is no such read.
    pub fn answered(&mut self, request: RequestId) -> OpenRead {
        let mut read = self.give_up(request).expect("it is open");
        for (copy, asked) in std::mem::take(&mut read.questions) {
            self.reads.late.insert((request, copy), asked);
        }
        while self.reads.late.len() > LATE_MAX {
            let oldest = self.reads.late.first().map(|(oldest, _)| *oldest);
            oldest.map(|oldest| self.reads.late.remove(&oldest));
        }
        read
    }

    /// Nobody wants the answer any more.
    pub fn give_up(&mut self, request: RequestId) -> Option<OpenRead> {
        let read = self.reads.open.take(request.0)?;
        self.wakeups
            .remove(&(read.due, WakeReason::ReadAgain(request)));
        Some(read)
    }
}
