//! What a Region has of its own: addresses, write forwarding, clients that read from the nearest; and which rules hold.

use base::{Phrase, RegionId};
use globe::{Consistency, Era, Forwarding, GlobalCommand, Globe, InStep, Status};
use world::Outcome;

use super::{Figures, name, span};

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

/// How write forwarding and readers from here fare.
pub(super) fn figures(globe: &Globe, id: RegionId) -> Figures {
    let mut rows = Figures::new();
    let forwarding = globe.forwarding(id);
    if forwarding.consistency.is_some() {
        let value = level(forwarding.consistency);
        rows.push((Phrase::new("world-forwarding"), value));
    }
    if let Some(answer) = globe.answer(id, SESSION) {
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
        let said = match &answer.outcome {
            Some(Outcome::Found(Some(value))) => {
                said.with("value", String::from_utf8_lossy(value).into_owned())
            }
            _ => said,
        };
        rows.push((Phrase::new("world-session"), said));
    }
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

/// What can be done about them.
pub(super) fn deeds(globe: &Globe, id: RegionId, primary: bool) -> Vec<(Phrase, GlobalCommand)> {
    let mut deeds = Vec::new();
    let mut deed = |id: &'static str, command| deeds.push((Phrase::new(id), command));
    let region = id;
    let readable = globe.is_up(id)
        && globe.status(id) == Some(Status::Well)
        && globe.world(id).is_some_and(|world| world.has_successor());
    if !primary && readable {
        let now = globe.forwarding(id);
        for (label, consistency) in [
            ("act-forward-off", None),
            ("act-forward-eventual", Some(Consistency::Eventual)),
            ("act-forward-session", Some(Consistency::Session)),
            ("act-forward-global", Some(Consistency::Global)),
        ] {
            if now.consistency != consistency {
                let forwarding = Forwarding { consistency, ..now };
                deed(label, GlobalCommand::SetForwarding { region, forwarding });
            }
        }
        let (session, key) = (SESSION, KEY.to_owned());
        if now.consistency.is_some() {
            let value = (globe.now().micros() / 1_000).to_string();
            let command = GlobalCommand::Forward {
                region,
                session,
                key: key.clone(),
                value,
                isolation: None,
            };
            deed("act-forward-write", command);
        }
        let command = GlobalCommand::Select {
            region,
            session,
            key,
        };
        deed("act-forward-read", command);
    }
    let home = id;
    if globe.near().any(|it| it.home == id) {
        deed("act-stop-readers", GlobalCommand::StopReaders { home });
    } else {
        let reads_per_second = READS_PER_SECOND;
        let command = GlobalCommand::StartReaders {
            home,
            reads_per_second,
        };
        deed("act-start-readers", command);
    }
    deeds
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
