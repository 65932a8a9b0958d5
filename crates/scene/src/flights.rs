//! Messages on their way, placed between their two ends.

use base::{ClientId, EventId, GroupId, SimTime};
use world::{Address, Flight, Message, Site, World};

/// What a message is, as far as its shape goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlightKind {
    /// A client asks.
    Ask,
    /// The writer answers a client.
    Answer,
    /// Redo records from the writer to a copy.
    Write,
    /// A copy tells the writer how far it is complete.
    Ack,
    /// Copies compare how far they are, or hear what storage need not keep any more.
    Gossip,
    /// Records or pages from one copy to another.
    Fill,
    /// The writer asks a copy for a page.
    ReadPage,
    /// A copy sends the writer a page, or says that it cannot.
    Page,
    /// A copy refuses what came from an older epoch.
    Refusal,
    /// A recovering instance asks something of a copy.
    Order,
    /// The writer's redo stream to a reader, and how far durability has come (RP-2, RP-6).
    Redo,
}

/// One message on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FlightView {
    /// The event of its being sent; it names the message.
    pub sent: EventId,
    /// Where it left.
    pub from: Site,
    /// Where it goes.
    pub to: Site,
    /// The client that sends or receives it, if one does.
    pub client: Option<ClientId>,
    /// The group it is about, if it is about one.
    pub group: Option<GroupId>,
    /// What it is.
    pub kind: FlightKind,
    /// How much of its way it has gone, in thousandths.
    pub progress_permille: u16,
    /// Whether it will not arrive.
    pub lost: bool,
}

/// Fills `out` with the messages that are on their way at the playhead. What `out` held before is forgotten;
/// its memory is used again. Costs one look at everything that is booked.
pub fn flights(world: &World, playhead: SimTime, out: &mut Vec<FlightView>) {
    out.clear();
    out.extend(
        world
            .in_flight()
            .filter(|(_, flight)| is_drawn(flight.from) && is_drawn(flight.to))
            .map(|(due, flight)| view(flight, due, playhead)),
    );
}

/// Whether an address has a place on the stage: the control plane and the storage nodes of newcomers have none.
fn is_drawn(address: Address) -> bool {
    match address {
        Address::Segment(segment) => segment.copy().0 < base::COPIES,
        Address::ControlPlane | Address::Reader(_) => false,
        _ => true,
    }
}

fn view(flight: &Flight, due: SimTime, playhead: SimTime) -> FlightView {
    let whole = due.since(flight.sent_at).micros().max(1);
    let gone = playhead.since(flight.sent_at).micros().min(whole);
    let segment = match (flight.from, flight.to) {
        (_, Address::Segment(segment)) | (Address::Segment(segment), _) => Some(segment),
        _ => None,
    };
    let client = match (flight.from, flight.to) {
        (_, Address::Client(client)) | (Address::Client(client), _) => Some(client),
        _ => None,
    };
    FlightView {
        sent: flight.sent,
        from: site_of(flight.from),
        to: site_of(flight.to),
        client,
        group: segment.map(base::SegmentId::group),
        kind: kind(flight.message),
        progress_permille: (gone * 1_000 / whole) as u16,
        lost: flight.lost.is_some(),
    }
}

/// The site an address is drawn at.
pub(crate) fn site_of(address: Address) -> Site {
    match address {
        Address::Instance(_) => Site::Writer,
        Address::Client(_) => Site::Clients,
        Address::Segment(segment) => Site::copy(segment.copy()),
        // The control plane and readers stand beside the writer: they have no place of their own on the stage.
        Address::ControlPlane | Address::Reader(_) => Site::Writer,
    }
}

pub(crate) fn kind(message: Message) -> FlightKind {
    match message {
        Message::Ask(_) => FlightKind::Ask,
        Message::Answer(_) => FlightKind::Answer,
        Message::Write(_) => FlightKind::Write,
        Message::Ack { .. } | Message::Report { .. } => FlightKind::Ack,
        Message::Compare { .. }
        | Message::Same { .. }
        | Message::Lack { .. }
        | Message::LackPage { .. }
        | Message::Horizon(_)
        | Message::Members { .. }
        | Message::MembersKept { .. }
        | Message::AreYouFull { .. }
        | Message::Full { .. } => FlightKind::Gossip,
        Message::Fill(_) | Message::PeerPage { .. } => FlightKind::Fill,
        Message::ReadPage { .. } | Message::CopyPage { .. } => FlightKind::ReadPage,
        Message::PageImage { .. }
        | Message::NotThatFar { .. }
        | Message::TooFarBack { .. }
        | Message::Unreadable { .. }
        | Message::PageCopy { .. } => FlightKind::Page,
        Message::Stale { .. } => FlightKind::Refusal,
        Message::Redo { .. } => FlightKind::Redo,
        Message::Heard { .. } => FlightKind::Ack,
        Message::Follow | Message::Begin { .. } => FlightKind::Order,
        Message::Survey { .. }
        | Message::Truncate { .. }
        | Message::RaiseEpoch { .. }
        | Message::Pass { .. } => FlightKind::Order,
        Message::Surveyed { .. } | Message::Truncated { .. } | Message::EpochRaised { .. } => {
            FlightKind::Ack
        }
    }
}
