//! What an outage is made of: the spans from the writer's end to the first answer after it, one after another (F-14).
//!
//! Every moment comes from the journal. The outage that is shown is the last one, be it over or not: it begins when the
//! writer crashes, when somebody asks for another one, or when the zone is cut off behind which it vanishes.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use base::{ClientId, EventId, Phrase, ReaderId, SimSpan, SimTime, sort_few};
use world::{ChosenWhy, Event, Happening, ReaderSpec, World};

use crate::{Tone, say};

/// Events after the beginning that are read; by then it is long over `[choice]`.
const READ_MAX: usize = 50_000;
/// How long the ruler may be: the shortest that has room for the outage, in seconds `[choice]`. The first two are the
/// figures of F-5.
const RULERS: [u64; 7] = [30, 60, 120, 300, 600, 1_200, 3_600];
/// Parts of the ruler with a mark at the end of each.
const TICKS: u64 = 6;

/// The last outage, or the one that may come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutageView {
    /// How it stands.
    pub state: Phrase,
    /// Whether it is over, under way, or has not been.
    pub tone: Tone,
    /// Its spans, one after another.
    pub spans: Vec<OutageSpan>,
    /// How long it took, or has taken so far.
    pub took: Option<SimSpan>,
    /// How long the ruler is.
    pub ruler: SimSpan,
    /// The moments marked on the ruler, from its beginning to its end.
    pub ticks: Vec<SimSpan>,
    /// Who may become the writer, in the order in which they are chosen (F-1, F-2).
    pub candidates: Vec<CandidateView>,
    /// What there is to say besides.
    pub notes: Vec<(Phrase, &'static str)>,
}

/// One span of an outage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutageSpan {
    /// What passes in it.
    pub name: Phrase,
    /// How long it took, or has taken so far.
    pub length: Phrase,
    /// Where on the ruler it begins, in thousandths.
    pub from_permille: u16,
    /// How much of the ruler it takes, in thousandths.
    pub permille: u16,
    /// Over (`Good`), under way (`Waiting`), or still to come (`Quiet`).
    pub tone: Tone,
    /// The fact behind it.
    pub fact: &'static str,
}

/// An instance that may become the writer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CandidateView {
    /// Which.
    pub reader: ReaderId,
    /// Its name.
    pub name: Phrase,
    /// Its tier, size and zone.
    pub standing: Phrase,
    /// How it stands: next, chosen and why, or away.
    pub state: Phrase,
    /// How that is meant; `Good` is the one that was chosen.
    pub tone: Tone,
}

/// What has been seen of an outage.
#[derive(Clone, Debug)]
struct Seen {
    began: SimTime,
    /// Somebody asked for it.
    asked: bool,
    failed: Option<SimTime>,
    chosen: Option<(ReaderId, ChosenWhy, u8)>,
    /// The instance that was the writer.
    old: Option<ReaderId>,
    started: Option<SimTime>,
    epoch: u32,
    opened: Option<SimTime>,
    moved: Option<SimTime>,
    /// Clients whose connections broke and do not stand again.
    broken: BTreeSet<ClientId>,
    /// Connections that broke.
    broke: u32,
    /// When a client last connected to the one that was chosen, after a connection of its had broken or for the first time.
    connected: Option<SimTime>,
    back: Option<SimTime>,
    refused: u32,
}

/// The first event of the last outage.
fn beginning(world: &World) -> Option<EventId> {
    let (mut first, mut cut, mut started) = (None, None, None);
    let mut over = true;
    for id in world.events_from_outside() {
        let Some(entry) = world.journal().get(id) else {
            continue;
        };
        match entry.event {
            Event::ZoneCut { .. } => cut = Some(id),
            Event::ZoneHealed { .. } => cut = None,
            Event::WriterCrashed { .. } | Event::FailoverAsked { .. } => {
                // A writer that is started again where it was has no name to move: it is back with the volume.
                over |= started.is_some_and(|from| has_opened(world, from, id));
                if over {
                    (first, over, started) = (Some(id), false, None);
                }
            }
            Event::Database(Happening::WriterFailed { .. }) if over => {
                (first, over, started) = (cut.or(Some(id)), false, None);
            }
            Event::WriterStarted { .. } => started = Some(id),
            Event::EndpointMoved { .. } => (over, cut) = (true, None),
            _ => {}
        }
    }
    first
}

fn has_opened(world: &World, from: EventId, to: EventId) -> bool {
    let between = world.journal().since(from).take(READ_MAX);
    let mut between = between.take_while(|(id, _)| *id < to);
    between.any(|(_, entry)| matches!(entry.event, Event::Database(Happening::VolumeOpened { .. })))
}

impl Seen {
    fn of(world: &World) -> Option<Seen> {
        let first = beginning(world)?;
        let mut seen = Seen {
            began: world.journal().get(first)?.at,
            asked: false,
            failed: None,
            chosen: None,
            old: None,
            started: None,
            epoch: 0,
            opened: None,
            moved: None,
            broken: BTreeSet::new(),
            broke: 0,
            connected: None,
            back: None,
            refused: 0,
        };
        for (_, entry) in world.journal().since(first).take(READ_MAX) {
            seen.read(world, entry.at, &entry.event);
            let connected = seen.connected.is_some() && seen.broken.is_empty();
            if connected && seen.moved.is_some() && seen.back.is_some() {
                break;
            }
        }
        Some(seen)
    }

    fn read(&mut self, world: &World, at: SimTime, event: &Event) {
        match *event {
            Event::FailoverAsked { .. } => self.asked = true,
            Event::WriterCrashed { instance } | Event::WriterDemoted { instance } => {
                self.old = self.old.or(world.host_of(instance));
            }
            Event::WriterStarted { .. } if self.chosen.is_some() => self.started = Some(at),
            Event::EndpointMoved { .. } => self.moved = Some(at),
            Event::ConnectionBroke { client, .. } if self.opened.is_none() => {
                self.broken.insert(client);
                self.broke += 1;
            }
            Event::Connected { client, reader } if self.is_chosen(reader) => {
                let was_away = self.broken.remove(&client) || self.connected.is_none();
                self.connected = was_away.then_some(at).or(self.connected);
            }
            Event::Database(what) => self.read_happening(at, what),
            _ => {}
        }
    }

    fn read_happening(&mut self, at: SimTime, what: Happening) {
        match what {
            Happening::WriterFailed { reader } => {
                self.failed = self.failed.or(Some(at));
                self.old = self.old.or(Some(reader));
            }
            Happening::SuccessorChosen {
                reader,
                why,
                attempt,
            } => {
                self.chosen = Some((reader, why, attempt));
                (self.started, self.opened) = (None, None);
            }
            Happening::RecoveryBegan { epoch, .. } => self.epoch = u32::from(epoch.0),
            Happening::VolumeOpened { .. } if self.started.is_some() => self.opened = Some(at),
            Happening::Refused { had, knows, .. }
                if had.volume < knows.volume && self.opened.is_some() =>
            {
                self.refused += 1
            }
            Happening::ReaderBegan { reader, .. } if Some(reader) == self.old => {
                self.back = self.back.or(Some(at));
            }
            _ => {}
        }
    }

    fn is_chosen(&self, place: ReaderId) -> bool {
        self.opened.is_some() && self.chosen.is_some_and(|(reader, _, _)| reader == place)
    }

    /// Clients that want something and have no connection since theirs broke.
    fn still_waiting(&self, world: &World) -> usize {
        let mut waiting = BTreeSet::new();
        if !self.broken.is_empty() {
            let open = world.open_requests().map(|(_, request)| request.client);
            waiting.extend(open.filter(|client| self.broken.contains(client)));
        }
        waiting.len()
    }

    /// When clients were connected again: all that want something.
    fn answered(&self, world: &World) -> Option<SimTime> {
        self.connected.filter(|_| self.still_waiting(world) == 0)
    }

    /// Whether the writer's name points at the one that was chosen without having been moved.
    fn stays(&self, world: &World) -> bool {
        let chosen = self.chosen.map(|(reader, _, _)| reader);
        self.opened.is_some() && self.moved.is_none() && world.endpoint() == chosen
    }

    /// What passes one after another: the name, the fact, and when it was over.
    fn spans(&self, world: &World) -> Vec<(&'static str, &'static str, Option<SimTime>)> {
        let mut spans = Vec::new();
        if !self.asked {
            spans.push(("outage-notice", "O-2", self.failed));
        }
        spans.push(match self.chosen {
            Some((_, ChosenWhy::Recreated, _)) => ("outage-recreate", "F-6", self.started),
            Some((_, ChosenWhy::InPlace, _)) => ("outage-restart", "F-13", self.started),
            _ => ("outage-promote", "F-10", self.started),
        });
        spans.push(("outage-open", "C-14", self.opened));
        if !self.stays(world) {
            spans.push(("outage-name", "F-11", self.moved));
        }
        spans.push(("outage-clients", "I-18", self.answered(world)));
        spans
    }
}

/// What an outage of the writer is made of at the playhead; before there was one, the spans it will have.
#[inline(never)]
pub fn outage_view(world: &World, playhead: SimTime) -> OutageView {
    outage_on(world, playhead, SimSpan::ZERO)
}

/// The same on a ruler that is at least so long.
pub(crate) fn outage_on(world: &World, playhead: SimTime, least: SimSpan) -> OutageView {
    let seen = Seen::of(world);
    let total = seen.as_ref().map(|seen| total(world, seen, playhead));
    let ruler = ruler_for(total.map_or(SimSpan::ZERO, |(total, _)| total)).max(least);
    let tick = |place| SimSpan::from_micros(ruler.micros() * place / TICKS);
    let (state, tone) = match (&seen, total) {
        (Some(_), Some((total, true))) => {
            (Phrase::new("outage-over").with("took", total), Tone::Good)
        }
        (Some(_), Some((total, false))) => {
            let so_far = Phrase::new("outage-lasts").with("took", total);
            (so_far, Tone::Waiting)
        }
        _ => (Phrase::new("outage-none"), Tone::Quiet),
    };
    OutageView {
        state,
        tone,
        spans: match &seen {
            Some(seen) => span_views(world, seen, playhead, ruler),
            None => spans_to_come(),
        },
        took: total.map(|(total, _)| total),
        ruler,
        ticks: (0..=TICKS).map(tick).collect(),
        candidates: candidates(world, seen.as_ref()),
        notes: seen
            .as_ref()
            .map_or_else(Vec::new, |seen| notes(world, seen)),
    }
}

/// How long it has taken, and whether it is over: when the name leads there and a client has its answer, or nobody asks.
fn total(world: &World, seen: &Seen, playhead: SimTime) -> (SimSpan, bool) {
    let led_there = match seen.stays(world) {
        true => seen.opened,
        false => seen.moved,
    };
    let nobody_asks = world.open_requests_count() == 0;
    match (led_there, seen.answered(world)) {
        (Some(there), Some(answered)) => (answered.max(there).since(seen.began), true),
        (Some(there), None) if nobody_asks => (there.since(seen.began), true),
        _ => (playhead.max(seen.began).since(seen.began), false),
    }
}

fn ruler_for(total: SimSpan) -> SimSpan {
    let seconds = |seconds: &u64| SimSpan::from_millis(seconds * 1_000);
    let mut all = RULERS.iter().map(seconds);
    all.find(|ruler| total <= *ruler).unwrap_or(total)
}

fn span_views(world: &World, seen: &Seen, playhead: SimTime, ruler: SimSpan) -> Vec<OutageSpan> {
    let mut from = Some(seen.began);
    let (_, over) = total(world, seen, playhead);
    let spans = seen.spans(world).into_iter().map(|(name, fact, end)| {
        let until = match end {
            Some(end) => Some(end),
            None => from.filter(|_| !over).map(|_| playhead),
        };
        let share = |span: SimSpan| (span.micros() * 1_000).div_ceil(ruler.micros());
        let (length, bar) = match (from, until) {
            (Some(from), Some(until)) => {
                let took = until.max(from).since(from);
                let bar = (share(from.since(seen.began)), share(took));
                (Phrase::new("outage-took").with("took", took), bar)
            }
            _ => (Phrase::new("outage-not-yet"), (0, 0)),
        };
        let tone = match (end, from) {
            (Some(_), _) => Tone::Good,
            (None, Some(_)) if !over => Tone::Waiting,
            _ => Tone::Quiet,
        };
        from = match (end, from) {
            (Some(end), Some(from)) => Some(end.max(from)),
            _ => None,
        };
        OutageSpan {
            name: Phrase::new(name),
            length,
            from_permille: bar.0.min(1_000) as u16,
            permille: bar.1.min(1_000) as u16,
            tone,
            fact,
        }
    });
    spans.collect()
}

fn spans_to_come() -> Vec<OutageSpan> {
    let names = [
        ("outage-notice", "O-2"),
        ("outage-promote", "F-10"),
        ("outage-open", "C-14"),
        ("outage-name", "F-11"),
        ("outage-clients", "I-18"),
    ];
    let span = |(name, fact)| OutageSpan {
        name: Phrase::new(name),
        length: Phrase::new("outage-not-yet"),
        from_permille: 0,
        permille: 0,
        tone: Tone::Quiet,
        fact,
    };
    names.map(span).into()
}

/// Everybody but the one whose end it was, or who is the writer now.
fn candidates(world: &World, seen: Option<&Seen>) -> Vec<CandidateView> {
    let chosen = seen.and_then(|seen| seen.chosen);
    let old = match seen {
        Some(seen) => seen.old.or(world.writer_host()),
        None => world.writer_host(),
    };
    let is_chosen = |id: ReaderId| chosen.is_some_and(|(reader, _, _)| reader == id);
    let mut all: Vec<(ReaderId, ReaderSpec, bool)> = world
        .readers()
        .filter(|(id, _, _)| Some(*id) != old || is_chosen(*id))
        .filter_map(|(id, replica, _)| Some((id, world.standing_of(id)?, replica.is_up())))
        .collect();
    let key = |(id, spec, _): &(ReaderId, ReaderSpec, bool)| (spec.tier, Reverse(spec.size), *id);
    sort_few(&mut all, |one, other| key(one) < key(other));
    let standing = |spec: ReaderSpec| (spec.tier, Reverse(spec.size));
    let mut able = all.iter().filter(|(_, _, up)| *up);
    let first = able.next().map(|(_, spec, _)| standing(*spec));
    let is_first = |spec: ReaderSpec| first == Some(standing(spec));
    let view = |(id, spec, up): (ReaderId, ReaderSpec, bool)| {
        let (state, tone) = match chosen.filter(|_| is_chosen(id)) {
            Some((_, why, _)) => {
                let why = say::chosen(why);
                (Phrase::new("outage-chosen").with("why", why), Tone::Good)
            }
            None if !up => (Phrase::new("outage-away"), Tone::Fault),
            None => match seen {
                Some(seen) if seen.chosen.is_none() => match is_first(spec) {
                    true => (Phrase::new("outage-next"), Tone::Waiting),
                    false => (Phrase::new("outage-may"), Tone::Quiet),
                },
                Some(_) => (Phrase::new("outage-other"), Tone::Quiet),
                None => (Phrase::new("outage-ready"), Tone::Quiet),
            },
        };
        CandidateView {
            reader: id,
            name: Phrase::new("outage-instance").with("number", id.number()),
            standing: Phrase::new("outage-standing")
                .with("tier", u32::from(spec.tier))
                .with("size", spec.size.name())
                .with("zone", spec.zone.to_string()),
            state,
            tone,
        }
    };
    all.into_iter().map(view).collect()
}

fn notes(world: &World, seen: &Seen) -> Vec<(Phrase, &'static str)> {
    let mut notes = Vec::new();
    if let Some((_, _, attempt @ 2..)) = seen.chosen {
        let attempts = Phrase::new("outage-attempts").with("attempts", u32::from(attempt));
        notes.push((attempts, "F-4"));
    }
    if seen.opened.is_some() && seen.epoch > 0 {
        let epoch = Phrase::new("outage-epoch")
            .with("epoch", seen.epoch)
            .with("refused", seen.refused);
        notes.push((epoch, "C-10"));
    }
    let waiting = seen.still_waiting(world) as u32;
    if seen.broke > 1 || waiting > 1 {
        let clients = Phrase::new("outage-broke")
            .with("broke", seen.broke)
            .with("waiting", waiting);
        notes.push((clients, "F-9"));
    }
    if let (Some(old), Some(back)) = (seen.old, seen.back) {
        let back = Phrase::new("outage-back")
            .with("number", old.number())
            .with("after", back.since(seen.began));
        notes.push((back, "F-12"));
    }
    notes
}
