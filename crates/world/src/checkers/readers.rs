//! Readers: what they show is what the writer showed a little earlier.

use std::collections::BTreeSet;

use base::{InstanceId, Lsn, PageId, ReaderId, RequestId};
use litemap::LiteMap;

use super::Findings;
use super::holdings::Holdings;
use super::past::process_of;
use crate::{Address, ClusterEvent, Event, Happening, Message, Range, Topology, group_of};

/// A read that has no answer.
#[derive(Clone, Copy, Debug)]
struct Open {
    page: PageId,
    read_point: Lsn,
}

#[derive(Clone, Debug)]
pub(super) struct Readers {
    /// Without readers nothing is kept.
    on: bool,
    /// Every VDL a writer has reached, as far back as a reader may be.
    vdls: BTreeSet<Lsn>,
    /// The records of each page, as far back as a reader may be.
    pages: LiteMap<PageId, Vec<Lsn>>,
    /// What recoveries have declared void.
    void: Vec<Range>,
    /// What each running reader shows.
    shows: LiteMap<ReaderId, Lsn>,
    open: LiteMap<(ReaderId, RequestId), Open>,
    /// The lowest read point of each reader, as the instance it follows has heard it.
    heard: LiteMap<(InstanceId, ReaderId), Lsn>,
}

impl Readers {
    pub fn new(topology: &Topology) -> Readers {
        Readers {
            on: topology.places().next().is_some(),
            vdls: BTreeSet::from([Lsn::ZERO]),
            pages: LiteMap::new_vec(),
            void: Vec::new(),
            shows: LiteMap::new_vec(),
            open: LiteMap::new_vec(),
            heard: LiteMap::new_vec(),
        }
    }

    /// The lowest read point of the readers that follow an instance, as far as it knows.
    pub fn lowest_heard(&self, instance: InstanceId) -> Option<Lsn> {
        let of = self.heard.iter().filter(|((by, _), _)| *by == instance);
        of.map(|(_, lowest)| *lowest).min()
    }

    /// `message` is what was delivered, if the event is a delivery or comes of one; `instance` is whose doing it is, or
    /// the writer of whoever does it.
    pub fn see(
        &mut self,
        event: &Event,
        instance: InstanceId,
        message: Option<Message>,
        holdings: &Holdings,
        findings: &mut Findings,
    ) {
        if !self.on {
            return;
        }
        match *event {
            Event::Database(what) => self.happened(what, instance, holdings, findings),
            Event::Sent {
                from: Address::Reader(reader),
                to: Address::Segment(to),
                message: Message::ReadPage { request, page, at },
            } => {
                let Some(open) = self.open.get(&(reader, request)) else {
                    let text = format!(
                        "a page is asked for request {}, which reads nothing",
                        request.0
                    );
                    findings.add("R-1", text);
                    return;
                };
                let newest = holdings.newest_up_to(group_of(open.page), open.read_point);
                if page != open.page || to.group() != group_of(page) || at != newest {
                    let text =
                        format!("{to} is asked for {page:?} at {at} for {open:?}, newest {newest}");
                    findings.add("R-14", text);
                }
            }
            Event::Delivered {
                from: Address::Reader(reader),
                to: Address::Instance(to),
            } => {
                if let Some(Message::Heard { lowest, .. }) = message
                    && let Some(heard) = self.heard.get_mut(&(to, reader))
                {
                    *heard = (*heard).max(lowest);
                }
            }
            Event::ReaderStopped { reader } | Event::PromotionBegan { reader } => {
                self.shows.remove(&reader);
                self.open.retain(|(of, _), _| *of != reader);
            }
            // Its clients have turned elsewhere.
            Event::Cluster(ClusterEvent::PeerSilent { reader }) => {
                self.open.retain(|(of, _), _| *of != reader);
            }
            _ => {
                if let Some(instance) = process_of(event) {
                    self.heard.retain(|(by, _), _| *by != instance);
                }
            }
        }
    }

    fn happened(
        &mut self,
        what: Happening,
        instance: InstanceId,
        holdings: &Holdings,
        findings: &mut Findings,
    ) {
        match what {
            Happening::RecordMade { lsn, page, .. }
                if !self.void.iter().any(|range| range.contains(lsn)) =>
            {
                self.pages.entry(page).or_default().push(lsn);
            }
            Happening::VdlMoved { to } => {
                self.vdls.insert(to);
            }
            Happening::VolumeOpened { range, epoch, .. } => {
                self.vdls.extend([range.above, range.until]);
                // Recoveries on the way here that never opened the volume have declared something void too.
                self.void = holdings.voids(epoch).to_vec();
                let void = &self.void;
                for records in self.pages.iter_mut().map(|(_, records)| records) {
                    records.retain(|lsn| !void.iter().any(|range| range.contains(*lsn)));
                }
            }
            Happening::WriterFenced { instance, .. } => {
                self.heard.retain(|(by, _), _| *by != instance);
            }
            Happening::ReaderJoined { reader, lowest } => {
                self.heard.insert((instance, reader), lowest);
            }
            Happening::ReaderAway { reader } => {
                self.heard.remove(&(instance, reader));
            }
            Happening::ReaderBegan { reader, at } => self.moves(reader, at, findings),
            Happening::ReaderMoved { reader, to, .. } => {
                if self.shows.get(&reader).is_none_or(|shows| *shows >= to) {
                    let text = format!(
                        "{reader:?} moves to {to} from {:?}",
                        self.shows.get(&reader)
                    );
                    findings.add("INV-10", text);
                }
                self.moves(reader, to, findings);
            }
            Happening::ReaderReadBegan {
                reader,
                request,
                page,
                read_point,
            } => {
                if self.shows.get(&reader) != Some(&read_point) {
                    let shows = self.shows.get(&reader);
                    let text = format!("{reader:?} reads at {read_point}, and shows {shows:?}");
                    findings.add("INV-10", text);
                }
                self.open
                    .insert((reader, request), Open { page, read_point });
            }
            Happening::ReaderAnswered {
                reader,
                request,
                lsn,
                ..
            } => match self.open.remove(&(reader, request)) {
                Some(Open { page, read_point }) => {
                    let newest = self.newest_on(page, read_point);
                    if lsn != newest {
                        let text = format!(
                            "{reader:?} reads {page:?} at {read_point} as of {lsn}, the writer saw it as of {newest}"
                        );
                        findings.add("INV-10", text);
                    }
                }
                None => {
                    let text = format!("request {} is answered, but reads nothing", request.0);
                    findings.add("R-1", text);
                }
            },
            _ => {}
        }
    }

    /// A reader shows the volume as of `to` from now on. A VDL ends a mini-transaction (INV-3), so one that is at a VDL
    /// shows no half of one.
    fn moves(&mut self, reader: ReaderId, to: Lsn, findings: &mut Findings) {
        if !self.vdls.contains(&to) {
            let text = format!("{reader:?} moves to {to}, where no VDL has been");
            findings.add("INV-10", text);
        }
        self.shows.insert(reader, to);
        self.forget();
    }

    fn newest_on(&self, page: PageId, at: Lsn) -> Lsn {
        let records = self.pages.get(&page).map_or(&[][..], Vec::as_slice);
        let upto = records.partition_point(|lsn| *lsn <= at);
        upto.checked_sub(1)
            .map_or(Lsn::ZERO, |newest| records[newest])
    }

    /// Forgets what lies below every reader and every read.
    fn forget(&mut self) {
        if self.vdls.len() < 10_000 {
            return;
        }
        let points = self.open.values().map(|open| open.read_point);
        let Some(floor) = points.chain(self.shows.values().copied()).min() else {
            return;
        };
        self.vdls = self.vdls.split_off(&floor);
        for records in self.pages.iter_mut().map(|(_, records)| records) {
            let below = records.partition_point(|lsn| *lsn <= floor);
            records.drain(..below.saturating_sub(1));
        }
    }

    pub fn rest(&self, findings: &mut Findings) {
        if let Some(((reader, request), _)) = self.open.first() {
            let text = format!("request {} still reads at {reader:?}", request.0);
            findings.add("REST", text);
        }
    }
}
