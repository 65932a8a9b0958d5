//! What a Region has of its own: addresses, write forwarding, clients that read from the nearest; and which rules hold.

use base::{Phrase, RegionId};
use globe::{Consistency, Era, Forwarding, GlobalCommand, Globe, InStep, Status};
use world::Outcome;

use super::{Deeds, Figures, name, span};

/// The session and the row with which write forwarding is tried on the page.
const SESSION: u16 = 1;
const KEY: &str = "forwarded:1";
/// Reads in a second of clients that are started on the page.
const READS_PER_SECOND: u32 = 5;

fn code(id: RegionId) -> &'static str {
    RegionId::NAMES[usize::from(id.0)]
}

/// The endpoints of its own that a Region has (I-1, G-26): the cluster's leads to the writer, the one with `-ro` to readers.
pub(super) fn addresses(globe: &Globe, id: RegionId) -> Figures {
    let Some(world) = globe.world(id) else {
        return Vec::new();
    };
    let readable = world.has_successor() || !world.follows();
    let ends = [
        ("world-cluster-endpoint", "db.cluster", !world.follows()),
        ("world-reader-endpoint", "db.cluster-ro", readable),
    ];
    let up = globe.is_up(id);
    ends.into_iter()
        .map(|(label, start, leads)| {
            let value = if leads && up {
                "world-address"
            } else {
                "world-address-idle"
            };
            let address = format!("{start}.{}", code(id));
            (Phrase::new(label), Phrase::new(value).with("name", address))
        })
        .collect()
}

fn level(consistency: Option<Consistency>) -> Phrase {
    let name = match consistency {
        None => return Phrase::new("world-forwarding-off"),
        Some(Consistency::Eventual) => "EVENTUAL",
        Some(Consistency::Session) => "SESSION",
        Some(Consistency::Global) => "GLOBAL",
    };
    Phrase::new("world-level").with("level", name)
}

/// What the session with which forwarding is tried has heard.
fn answer(globe: &Globe, id: RegionId) -> Option<Phrase> {
    let answer = globe.answer(id, SESSION)?;
    let until = answer.at.unwrap_or(globe.now());
    let took = span(until.since(answer.asked_at));
    let said = match answer.outcome {
        _ if answer.failed => "forward-failed",
        None => "forward-waiting",
        Some(Outcome::Found(Some(_))) => "forward-found",
        Some(Outcome::Found(None)) => "forward-missing",
        Some(_) => "forward-written",
    };
    let said = Phrase::new(said).with("took", took);
    Some(match &answer.outcome {
        Some(Outcome::Found(Some(value))) => {
            said.with("value", String::from_utf8_lossy(value).into_owned())
        }
        _ => said,
    })
}

/// How write forwarding and readers from here fare.
pub(super) fn figures(globe: &Globe, id: RegionId) -> Figures {
    let mut rows = Figures::new();
    let forwarding = globe.forwarding(id);
    if forwarding.consistency.is_some() {
        let value = level(forwarding.consistency);
        rows.push((Phrase::new("world-forwarding"), value));
    }
    rows.extend(answer(globe, id).map(|said| (Phrase::new("world-session"), said)));
    if let Some(readers) = globe.near().find(|it| it.home == id) {
        let said = match (readers.at, readers.took) {
            (None, _) => Phrase::new("world-readers-nowhere"),
            (Some(at), None) => Phrase::new("world-readers-begin").with("region", name(at)),
            (Some(at), Some(took)) => Phrase::new("world-readers-at")
                .with("region", name(at))
                .with("took", took),
        };
        rows.push((
            Phrase::new("world-readers"),
            said.with("failed", readers.failed),
        ));
    }
    rows
}

/// Whether somebody can read in a secondary.
fn is_readable(globe: &Globe, id: RegionId) -> bool {
    let well = globe.is_up(id) && globe.status(id) == Some(Status::Well);
    well && globe.world(id).is_some_and(|world| world.has_successor())
}

/// The levels of consistency that can be chosen, if secondaries forward writes at all (G-70, G-71).
fn levels(globe: &Globe, region: RegionId) -> Deeds {
    let (topology, now) = (globe.topology(), globe.forwarding(region));
    let can = topology.era.forwards(topology.engine);
    let all = [
        ("act-forward-session", Some(Consistency::Session)),
        ("act-forward-eventual", Some(Consistency::Eventual)),
        ("act-forward-global", Some(Consistency::Global)),
        ("act-forward-off", None),
    ];
    let all = all.into_iter();
    all.filter(|(_, consistency)| can && now.consistency != *consistency)
        .map(|(label, consistency)| {
            let forwarding = Forwarding { consistency, ..now };
            let command = GlobalCommand::SetForwarding { region, forwarding };
            (Phrase::new(label), command)
        })
        .collect()
}

/// What can be done about write forwarding.
pub(super) fn forwarding_deeds(globe: &Globe, id: RegionId, primary: bool) -> Deeds {
    if primary || !is_readable(globe, id) {
        return Deeds::new();
    }
    let (region, session, key) = (id, SESSION, KEY.to_owned());
    let mut deeds = levels(globe, region);
    if globe.forwarding(id).consistency.is_some() {
        let command = GlobalCommand::Forward {
            region,
            session,
            key: key.clone(),
            value: (globe.now().micros() / 1_000).to_string(),
            isolation: None,
        };
        deeds.push((Phrase::new("act-forward-write"), command));
    }
    let command = GlobalCommand::Select {
        region,
        session,
        key,
    };
    deeds.push((Phrase::new("act-forward-read"), command));
    deeds
}

/// What can be done about clients here that read from the nearest Region.
pub(super) fn reader_deeds(globe: &Globe, home: RegionId) -> Deeds {
    if globe.near().any(|it| it.home == home) {
        let command = GlobalCommand::StopReaders { home };
        return vec![(Phrase::new("act-stop-readers"), command)];
    }
    let reads_per_second = READS_PER_SECOND;
    let command = GlobalCommand::StartReaders {
        home,
        reads_per_second,
    };
    vec![(Phrase::new("act-start-readers"), command)]
}

/// What a person can ask of the cluster of a secondary, in which nobody writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskHere {
    /// The Region, and the session that asks.
    pub of: (RegionId, u16),
    /// What becomes of writes here, or why there are none.
    pub says: Phrase,
    /// Whether writes are forwarded.
    pub forwards: bool,
    /// What else can be set.
    pub deeds: Deeds,
    /// What came of the last question.
    pub answer: Option<Phrase>,
}

/// What can be asked in a Region, if it is a secondary.
#[inline(never)]
pub fn ask_here(globe: &Globe, region: RegionId) -> Option<AskHere> {
    globe.world(region).filter(|world| world.follows())?;
    let primary = globe.primary(globe.database_of(region)?)?;
    let topology = globe.topology();
    let now = globe.forwarding(region).consistency;
    let readable = is_readable(globe, region);
    let says = if !globe.is_up(region) {
        Phrase::new("global-region-is-down").with("region", name(region))
    } else if globe.status(region) != Some(Status::Well) {
        Phrase::new("global-is-rebuilding").with("region", name(region))
    } else if !readable {
        Phrase::new("global-no-instance").with("region", name(region))
    } else if !topology.era.forwards(topology.engine) {
        Phrase::new("global-no-forwarding-then")
    } else if now.is_none() {
        Phrase::new("ask-not-forwarded").with("region", name(primary))
    } else {
        let says = Phrase::new("ask-forwarded").with("region", name(primary));
        says.with("level", level(now))
    };
    let mut deeds = levels(globe, region);
    // Who turns it on here has the usual level; the others are chosen where all Regions are seen.
    deeds.truncate(match (readable, now) {
        (false, _) => 0,
        (_, None) => 1,
        _ => deeds.len(),
    });
    Some(AskHere {
        of: (region, SESSION),
        says,
        forwards: readable && now.is_some(),
        deeds,
        answer: answer(globe, region),
    })
}

pub(super) fn years(era: Era) -> Phrase {
    Phrase::new(match era {
        Era::Y2018 => "era-2018",
        Era::Y2023 => "era-2023",
        Era::Y2025 => "era-2025",
    })
}

/// The years whose rules hold, and what they are.
pub(super) fn rules(globe: &Globe) -> (Phrase, Vec<(Phrase, &'static str)>) {
    let topology = globe.topology();
    let era = topology.era;
    let most = Phrase::new("rules-secondaries").with("max", era.secondaries_max());
    let in_step = match topology.in_step() {
        InStep::All => "rules-all-in-step",
        InStep::Target => "rules-target-in-step",
    };
    let failover = match era.has_managed_failover() {
        true => "rules-managed",
        false => "rules-by-hand",
    };
    let readers = match topology.readers_restart {
        true => "rules-readers-restart",
        false => "rules-readers-stay",
    };
    let rules = vec![
        (most, "DT-2"),
        (Phrase::new(in_step), "DT-17"),
        (Phrase::new(failover), "DT-18"),
        (Phrase::new(readers), "DT-26"),
    ];
    (Phrase::new("rules-title").with("era", years(era)), rules)
}

/// To have the rules of other years.
pub(super) fn other_rules(globe: &Globe) -> (Phrase, GlobalCommand) {
    let era = match globe.topology().era {
        Era::Y2018 | Era::Y2023 => Era::Y2025,
        Era::Y2025 => Era::Y2023,
    };
    let label = Phrase::new("act-era").with("era", years(era));
    (label, GlobalCommand::SetEra { era })
}
