//! Reads: one copy, far enough, at the VDL.

use base::{InstanceId, Lsn, PageId, RequestId, SegmentId};
use litemap::LiteMap;

use super::Findings;
use super::holdings::Holdings;
use super::members::Members;
use super::points::Bookkeeping;
use crate::{Address, Event, Happening, Message, group_of};

#[derive(Clone, Copy, Debug)]
struct Open {
    reader: InstanceId,
    /// Whether the writer itself needs the page.
    load: bool,
    page: PageId,
    read_point: Lsn,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Reads {
    open: LiteMap<(InstanceId, RequestId), Open>,
    /// The instance clients turn to.
    writer: InstanceId,
}

impl Reads {
    /// It is the doing of `reader`, who knows this. `heard` is the message whose arrival caused the event, if one did.
    pub fn see(
        &mut self,
        event: &Event,
        (reader, bookkeeping): (InstanceId, &Bookkeeping),
        heard: Option<Message>,
        members: &Members,
        holdings: &Holdings,
        findings: &mut Findings,
    ) {
        match *event {
            Event::Database(
                Happening::ReadBegan {
                    request,
                    page,
                    read_point,
                }
                | Happening::LoadBegan {
                    request,
                    page,
                    read_point,
                },
            ) => {
                let load = matches!(*event, Event::Database(Happening::LoadBegan { .. }));
                let right = match load {
                    true => bookkeeping.vdl(),
                    false => bookkeeping.read_point(),
                };
                if read_point != right {
                    let text = format!("a read begins at {read_point}, not at {right}");
                    findings.add("R-4", text);
                }
                let open = Open {
                    reader,
                    load,
                    page,
                    read_point,
                };
                self.open.insert((reader, request), open);
            }
            Event::Sent {
                from: Address::Instance(_),
                to: Address::Segment(to),
                message: Message::ReadPage { request, page, at },
            } => {
                let Some(open) = self.open.get(&(reader, request)) else {
                    findings.add(
                        "R-1",
                        format!(
                            "a page is asked for request {}, which reads nothing",
                            request.0
                        ),
                    );
                    return;
                };
                let newest = holdings.newest_up_to(group_of(open.page), open.read_point);
                if page != open.page || to.group() != group_of(page) || at != newest {
                    let text = format!(
                        "{to} is asked for {page:?} at {at}, the read is about {open:?}, newest record {newest}"
                    );
                    findings.add("R-14", text);
                }
                let known = members.of_writer(to.group());
                if !known.fulls().contains(to.copy()) {
                    let text = format!("{to} is asked for a page, and keeps the log alone");
                    findings.add("M-27", text);
                }
                // Where nobody is known to be far enough, asking is finding out.
                let far_enough = |copy| bookkeeping.heard(SegmentId::new(to.group(), copy)) >= at;
                let able = known.everyone().and(known.fulls());
                if !far_enough(to.copy()) && able.iter().any(far_enough) {
                    let text = format!(
                        "{to} is asked for {at}, but is known to be complete to {} only",
                        bookkeeping.heard(to)
                    );
                    findings.add("R-3", text);
                }
            }
            Event::Database(Happening::PageBuilt { segment, .. }) => {
                if let Some(Message::ReadPage { at, .. }) = heard
                    && holdings.scl(segment) < at
                {
                    let text = format!(
                        "{segment} serves a page at {at}, but is complete to {} only",
                        holdings.scl(segment)
                    );
                    findings.add("S-19", text);
                }
            }
            Event::Database(
                Happening::ReadAnswered { request, .. } | Happening::PageLoaded { request, .. },
            ) if self.open.remove(&(reader, request)).is_none() => {
                findings.add(
                    "R-1",
                    format!("request {} is answered, but reads nothing", request.0),
                );
            }
            _ => {}
        }
    }

    /// An instance has gone, and the reads it was at with it.
    pub fn forget(&mut self, reader: InstanceId) {
        self.open.retain(|_, open| open.reader != reader);
    }

    /// The clients have turned to another instance: what they read elsewhere they have given up.
    pub fn turn_to(&mut self, writer: InstanceId) {
        let before = std::mem::replace(&mut self.writer, writer);
        self.open
            .retain(|_, open| open.reader != before || open.load);
    }

    /// The instance clients turn to.
    pub fn writer(&self) -> InstanceId {
        self.writer
    }

    /// The lowest read point an instance uses.
    pub fn lowest(&self, reader: InstanceId) -> Option<Lsn> {
        let open = self.open.iter().filter(|((by, _), _)| *by == reader);
        open.map(|(_, open)| open.read_point).min()
    }

    pub fn rest(&self, findings: &mut Findings) {
        if let Some(((_, request), _)) = self.open.first() {
            findings.add(
                "REST",
                format!(
                    "{} reads hang, the first is request {}",
                    self.open.len(),
                    request.0
                ),
            );
        }
    }
}
