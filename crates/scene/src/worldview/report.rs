//! What a change of the primary brought about, what another would, and the six steps by hand.

use base::{EventId, Lsn, Phrase, RegionId, SimSpan};
use globe::{ChangeKind, DatabaseId, GlobalCommand, GlobalEvent, Globe, Status};

use super::name;

/// Lost rows that are shown.
const ROWS_MAX: usize = 12;

/// A row that was written by an acknowledged commit and is gone from the new primary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LostRow {
    /// Its key.
    pub key: String,
    /// Its value.
    pub value: String,
    /// Where it still is.
    pub found: Phrase,
}

/// What a change of the primary brought about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// What was done.
    pub title: Phrase,
    /// From its being asked for until the new primary was open.
    pub open_after: SimSpan,
    /// How long no commit was acknowledged, as the clients felt it (RTO); nothing as long as they wait.
    pub felt: Option<SimSpan>,
    /// Acknowledged commits that are gone from the new primary (RPO).
    pub lost: u64,
    /// The rows they wrote, as far as they are still somewhere; of many the first.
    pub rows: Vec<LostRow>,
    /// What there is to say besides.
    pub notes: Vec<(Phrase, &'static str)>,
}

/// What a change would bring about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// To which Region.
    pub to: RegionId,
    /// Whether it is the planned change, which loses nothing.
    pub planned: bool,
    /// What would be done.
    pub command: GlobalCommand,
    /// What came of it in a copy of the run.
    pub outlook: Outlook,
}

/// What came of a change in a copy of the run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outlook {
    /// The copy is still under way.
    UnderWay,
    /// It cannot be done, for this reason.
    Refused(Phrase),
    /// It was done.
    Done {
        /// Nobody could write for so long.
        downtime: SimSpan,
        /// So many acknowledged commits were lost.
        lost: u64,
    },
}

/// One of the six steps by hand (G-30).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ManualStep {
    /// What is to be done.
    pub what: Phrase,
    /// Whether it has been.
    pub done: bool,
    /// What is wrong about how it was done or left out.
    pub wrong: Option<Phrase>,
}

/// What came of the newest change in a run: nobody's commit was acknowledged from the last in the old primary, while an
/// application worked, until the new one was open.
pub fn outlook(globe: &Globe) -> Outlook {
    let Some(last) = globe.reports().last() else {
        return Outlook::UnderWay;
    };
    let since = last.last_before.filter(|_| globe.app().is_some());
    Outlook::Done {
        downtime: last.opened.since(since.unwrap_or(last.began)),
        lost: last.lost.len() as u64,
    }
}

pub(super) fn report(globe: &Globe) -> Option<Report> {
    let last = globe.reports().last()?;
    let title = Phrase::new(match last.kind {
        ChangeKind::Switchover => "report-switchover",
        ChangeKind::Failover => "report-failover",
        ChangeKind::Detach => "report-detach",
    });
    let title = title
        .with("region", name(last.from))
        .with("other", name(last.to));
    let snapshot = globe.snapshots().iter().rev();
    let snapshot = snapshot
        .filter(|it| it.taken_at >= last.opened)
        .find(|it| it.region == last.from);
    let found = |key: &str, value: &[u8]| match snapshot {
        Some(it) if it.row(key).is_some_and(|kept| *kept == *value) => {
            Phrase::new("report-in-snapshot")
        }
        Some(_) => Phrase::new("report-overwritten"),
        None if !globe.is_up(last.from) => {
            Phrase::new("report-in-dark-region").with("region", name(last.from))
        }
        None => Phrase::new("report-in-old-volume").with("region", name(last.from)),
    };
    let rows = last.lost.iter().flat_map(|lost| &lost.rows);
    let rows = rows.take(ROWS_MAX).map(|(key, value)| LostRow {
        found: found(key, value),
        key: key.clone(),
        value: String::from_utf8_lossy(value).into_owned(),
    });
    let mut notes = Vec::new();
    for (region, count) in &last.elsewhere {
        let note = Phrase::new("report-elsewhere").with("region", name(*region));
        notes.push((note.with("count", *count), "G-24"));
    }
    if let Some(taken) = snapshot {
        let note = match taken.expires_at {
            Some(at) => Phrase::new("report-snapshot").with("until", at.since(taken.taken_at)),
            None => Phrase::new("report-snapshot-copied"),
        };
        notes.push((note.with("name", globe::Snapshot::NAME), "G-37"));
    } else if globe.status(last.from) == Some(Status::Replaced) {
        let note = Phrase::new("report-no-snapshot-yet").with("region", name(last.from));
        notes.push((note, "G-37"));
    }
    let since = globe.journal().since(EventId(0)).rev();
    let mut since = since.take_while(|(_, entry)| entry.at >= last.began);
    if since.any(|(_, entry)| matches!(entry.event, GlobalEvent::FencingTimedOut { .. })) {
        notes.push((Phrase::new("report-not-fenced"), "G-35"));
    }
    Some(Report {
        title,
        open_after: last.duration(),
        felt: last.felt(),
        lost: last.lost.len() as u64,
        rows: rows.collect(),
        notes,
    })
}

/// The six steps of the guide, each looked for in what has happened and how things stand (G-30, G-32).
pub(super) fn manual(globe: &Globe) -> Vec<ManualStep> {
    let (mut stopped, mut detached) = (None, None);
    let mut heard: Vec<(RegionId, Lsn)> = Vec::new();
    let (mut least, mut opened, mut split) = (true, false, false);
    let old = globe.topology().regions[0].region;
    for (_, entry) in globe.journal().since(EventId(0)) {
        match entry.event {
            GlobalEvent::WritesClosed {
                region,
                closed: true,
            }
            | GlobalEvent::RegionDown { region }
                if region == old && detached.is_none() =>
            {
                stopped = Some(entry.at);
            }
            GlobalEvent::ProgressHeard { region, upto } if detached.is_none() => {
                heard.retain(|(other, _)| *other != region);
                heard.push((region, upto));
            }
            GlobalEvent::Detached { region, .. } if detached.is_none() => {
                detached = Some(region);
                let upto = |id| heard.iter().find(|it| it.0 == id).map(|it| it.1);
                least = heard.iter().all(|it| Some(it.1) <= upto(region));
            }
            GlobalEvent::PrimaryOpened { region, .. } if Some(region) == detached => opened = true,
            GlobalEvent::SplitBrain { .. } => split = true,
            _ => {}
        }
    }
    let database = detached.and_then(|region| globe.database_of(region));
    let used = opened && globe.app().is_some_and(|app| app.at == detached);
    let old_ones = globe.secondaries_of(DatabaseId(0));
    let grown = database.is_some_and(|it| !globe.secondaries_of(it).is_empty());
    let step = |what: &'static str, done: bool, wrong: Option<&'static str>| ManualStep {
        what: Phrase::new(what),
        done,
        wrong: wrong.map(Phrase::new),
    };
    let unstopped = detached.is_some() && stopped.is_none();
    vec![
        step(
            "manual-stop",
            stopped.is_some(),
            unstopped.then_some("manual-not-stopped"),
        ),
        step(
            "manual-choose",
            detached.is_some() && least,
            (!least).then_some("manual-not-least"),
        ),
        step("manual-detach", opened, split.then_some("manual-split")),
        step("manual-point", used, None),
        step(
            "manual-take-out",
            opened && old_ones.is_empty(),
            (grown && !old_ones.is_empty()).then_some("manual-stale"),
        ),
        step("manual-rebuild", opened && grown, None),
    ]
}
