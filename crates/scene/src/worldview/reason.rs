//! Why something happened in a global database: chains of causes that go from one journal on into another.
//!
//! Each Region writes a journal of its own, and what happens between Regions stands in one more. A cause never leaves its
//! journal. But where a chain begins in a Region with something that came from outside, what brought it stands between
//! Regions, at the same moment; and redo that was sent had become durable in the primary, where its commits are.

use base::{EventId, RegionId, SimTime};
use globe::{GlobalEvent, Globe};
use world::{Entry, Event, Happening, Journal, RegionEvent};

use super::lines::{fact_of, global_line};
use crate::Tone;
use crate::line::LineKind;
use crate::why::{STEPS_MAX, Why, WhyStep, chain, why};

/// Entries that are looked back through for the other side of a border `[choice]`.
const LOOKED_BACK: usize = 50_000;

/// Why something happened in a Region, or between Regions: it, what brought it about, and so on back to a command,
/// across the borders of Regions.
#[inline(never)]
pub fn global_why(globe: &Globe, place: Option<RegionId>, id: EventId) -> Option<Why> {
    let mut why = within(globe, place, id)?;
    while why.steps.len() < STEPS_MAX
        && let Some((place, id)) = why.steps.last().and_then(|last| beyond(globe, last))
        && let Some(more) = within(globe, place, id)
    {
        why.steps.extend(more.steps);
    }
    why.steps.truncate(STEPS_MAX);
    Some(why)
}

/// The chain in one journal.
fn within(globe: &Globe, place: Option<RegionId>, id: EventId) -> Option<Why> {
    let Some(region) = place else {
        return between(globe, id);
    };
    let mut why = why(globe.world(region)?, id)?;
    for step in &mut why.steps {
        step.place = place;
    }
    Some(why)
}

fn between(globe: &Globe, id: EventId) -> Option<Why> {
    chain(id, |id| {
        let (said, entry) = (global_line(globe, id)?, globe.journal().get(id)?);
        let step = WhyStep {
            event: Some(id),
            place: None,
            at: said.at,
            phrase: said.phrase,
            tone: match said.kind {
                LineKind::Fault => Tone::Fault,
                LineKind::Commit | LineKind::Point => Tone::Good,
                _ => Tone::Quiet,
            },
            fact: fact_of(&entry.event),
        };
        Some((step, entry.cause))
    })
}

/// What stands on the other side of the border at which a chain ends, if it does end at one.
fn beyond(globe: &Globe, last: &WhyStep) -> Option<(Option<RegionId>, EventId)> {
    let id = last.event?;
    let Some(region) = last.place else {
        let entry = globe.journal().get(id)?;
        let GlobalEvent::RedoSent { to, upto, .. } = entry.event else {
            return None;
        };
        let from = sender(globe, to, entry.at);
        let journal = globe.world(from)?.journal();
        let mut durable = None;
        for (id, entry) in back_from(journal, entry.at) {
            if let Event::Database(Happening::VdlMoved { to }) = entry.event {
                if to < upto {
                    break;
                }
                durable = Some(id);
            }
        }
        return Some((Some(from), durable?));
    };
    let entry = globe.world(region)?.journal().get(id)?;
    let Event::Region(what) = entry.event else {
        return None;
    };
    let mut same = back_from(globe.journal(), entry.at).take_while(|it| it.1.at == entry.at);
    let found = same.find(|(_, it)| brings(&it.event, region, what))?;
    Some((None, found.0))
}

/// Who was the primary then, and sent redo there.
fn sender(globe: &Globe, to: RegionId, at: SimTime) -> RegionId {
    let database = globe.database_of(to);
    let opened = back_from(globe.journal(), at).find_map(|(_, entry)| match entry.event {
        GlobalEvent::PrimaryOpened { region, .. } => Some(region),
        _ => None,
    });
    let opened = opened.filter(|region| globe.database_of(*region) == database);
    opened.unwrap_or(globe.topology().regions[0].region)
}

fn back_from<E>(
    journal: &Journal<E>,
    at: SimTime,
) -> impl Iterator<Item = (EventId, &Entry<E>)> + '_ {
    let back = journal.since(EventId(0)).rev().take(LOOKED_BACK);
    back.skip_while(move |(_, entry)| entry.at > at)
}

/// Whether an event between Regions brings this about in a Region.
fn brings(event: &GlobalEvent, in_region: RegionId, what: RegionEvent) -> bool {
    use GlobalEvent as E;
    let (region, is) = match (what, *event) {
        (RegionEvent::RedoArrived { upto, .. }, E::RedoArrived { region, upto: sent }) => {
            (region, upto == sent)
        }
        (RegionEvent::AgentEnded { .. }, E::PromotionBegan { region }) => (region, true),
        (RegionEvent::WritesStopped, E::SwitchoverBegan { from, .. }) => (from, true),
        (RegionEvent::WritesStopped, E::WritesClosed { region, closed }) => (region, closed),
        (RegionEvent::WritesResumed, E::WritesClosed { region, closed }) => (region, !closed),
        (RegionEvent::CommitsHeld, E::CommitsHeld { region, .. }) => (region, true),
        (RegionEvent::CommitsReleased, E::CommitsReleased { region }) => (region, true),
        (RegionEvent::WentDark, E::RegionDown { region }) => (region, true),
        (RegionEvent::CameBack, E::RegionUp { region }) => (region, true),
        _ => return false,
    };
    is && region == in_region
}
