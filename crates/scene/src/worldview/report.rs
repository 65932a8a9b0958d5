//! What a change of the primary brought about, what another would, and the six steps by hand.

use base::{EventId, Lsn, Phrase, RegionId, SimSpan, SimTime};
use globe::{ChangeKind, DatabaseId, GlobalCommand, GlobalEvent, Globe, Snapshot, Status};

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
    /// How it is done, and in which Region, if it is what comes next.
    pub how: Option<(Option<RegionId>, Phrase)>,
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

/// The snapshot of the old volume, once it has been taken.
pub(super) fn snapshot<'a>(globe: &'a Globe, change: &globe::Report) -> Option<&'a Snapshot> {
    let newest = globe.snapshots().iter().rev();
    newest
        .filter(|it| it.taken_at >= change.opened)
        .find(|it| it.region == change.from)
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
    let snapshot = snapshot(globe, last);
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
        notes.push((note.with("name", Snapshot::NAME), "G-37"));
    } else if globe.status(last.from) == Some(Status::Replaced) {
        let note = Phrase::new("report-no-snapshot-yet").with("region", name(last.from));
        notes.push((note, "G-37"));
    }
    let since = globe.journal().since(EventId(0)).rev();
    let mut since = since.take_while(|(_, entry)| entry.at >= last.began);
    if since.any(|(_, entry)| matches!(entry.event, GlobalEvent::FencingTimedOut { .. })) {
        notes.push((Phrase::new("report-not-fenced"), "G-35"));
    }
    // What is set in a parameter group is not carried over.
    let set = globe.rpo_seconds(last.from);
    if let Some(seconds) = set.filter(|_| globe.rpo_seconds(last.to).is_none()) {
        let limit = SimSpan::from_millis(u64::from(seconds) * 1_000);
        let note = Phrase::new("report-rpo-stays").with("region", name(last.from));
        let note = note.with("other", name(last.to)).with("limit", limit);
        notes.push((note, "G-25"));
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

/// What has been seen of the six steps.
#[derive(Default)]
struct Seen {
    /// Writes to the old primary had ended before the detaching.
    stopped: bool,
    /// Who was detached.
    detached: Option<RegionId>,
    /// Another secondary is not known to have had more.
    least: bool,
    /// Since when who was detached takes writes.
    opened: Option<SimTime>,
    split: bool,
}

fn seen(globe: &Globe, old: RegionId) -> Seen {
    let mut seen = Seen {
        least: true,
        ..Seen::default()
    };
    let mut heard: Vec<(RegionId, Lsn)> = Vec::new();
    for (_, entry) in globe.journal().since(EventId(0)) {
        match entry.event {
            GlobalEvent::WritesClosed { region, closed }
                if region == old && seen.detached.is_none() =>
            {
                seen.stopped = closed;
            }
            GlobalEvent::RegionDown { region } if region == old && seen.detached.is_none() => {
                seen.stopped = true;
            }
            GlobalEvent::ProgressHeard { region, upto } if seen.detached.is_none() => {
                heard.retain(|(other, _)| *other != region);
                heard.push((region, upto));
            }
            GlobalEvent::Detached { region, .. } if seen.detached.is_none() => {
                seen.detached = Some(region);
                let upto = |id| heard.iter().find(|it| it.0 == id).map(|it| it.1);
                seen.least = heard.iter().all(|it| Some(it.1) <= upto(region));
            }
            GlobalEvent::PrimaryOpened { region, .. } if Some(region) == seen.detached => {
                seen.opened = Some(entry.at);
            }
            GlobalEvent::SplitBrain { .. } => seen.split = true,
            _ => {}
        }
    }
    seen
}

/// The six steps of the guide, each looked for in what has happened and how things stand (G-30, G-32), and of the first
/// that is open how it is done.
pub(super) fn manual(globe: &Globe) -> Vec<ManualStep> {
    let old = globe.topology().regions[0].region;
    let seen = seen(globe, old);
    let Seen { detached, .. } = seen;
    let database = detached.and_then(|region| globe.database_of(region));
    let app = globe.app();
    let used = seen.opened.is_some() && app.is_some_and(|app| app.at == detached);
    let old_ones = globe.secondaries_of(DatabaseId(0));
    let grown = database.is_some_and(|it| !globe.secondaries_of(it).is_empty());
    let unstopped = detached.is_some() && !seen.stopped;
    let in_region = |region: RegionId, deed: Phrase| {
        let how = Phrase::new("manual-how").with("region", name(region));
        (Some(region), how.with("deed", deed))
    };
    let deed = |region, id| in_region(region, Phrase::new(id));
    let chosen = detached.unwrap_or(old);
    let stop_app = app.is_some_and(|app| app.at == Some(old)) && globe.takes_writes(old);
    let late = seen.opened.filter(|_| !used && app.is_some());
    let late = late.map(|opened| {
        let id = if stop_app {
            "manual-elsewhere"
        } else {
            "manual-late"
        };
        Phrase::new(id)
            .with("region", name(old))
            .with("took", globe.now().since(opened))
    });
    let new = super::free_region(globe);
    let rows = [
        (
            "manual-stop",
            seen.stopped,
            unstopped.then(|| Phrase::new("manual-not-stopped")),
            // Too late is better than not at all.
            globe
                .takes_writes(old)
                .then(|| deed(old, "act-stop-writes")),
        ),
        (
            "manual-choose",
            detached.is_some() && seen.least,
            (!seen.least).then(|| Phrase::new("manual-not-least")),
            detached
                .is_none()
                .then(|| (None, Phrase::new("manual-how-choose"))),
        ),
        (
            "manual-detach",
            seen.opened.is_some(),
            seen.split.then(|| Phrase::new("manual-split")),
            Some((detached, Phrase::new("manual-how-wait"))),
        ),
        (
            "manual-point",
            used,
            late,
            Some(deed(chosen, "act-point-app")),
        ),
        (
            "manual-take-out",
            seen.opened.is_some() && old_ones.is_empty(),
            (grown && !old_ones.is_empty()).then(|| Phrase::new("manual-stale")),
            old_ones.first().map(|region| deed(*region, "act-delete")),
        ),
        (
            "manual-rebuild",
            seen.opened.is_some() && grown,
            None,
            new.map(|new| {
                let add = Phrase::new("act-add-region").with("region", name(new));
                in_region(chosen, add)
            }),
        ),
    ];
    let mut asked = false;
    rows.into_iter()
        .map(|(what, done, wrong, how)| {
            let how = how.filter(|_| !done && !asked);
            asked |= how.is_some();
            ManualStep {
                what: Phrase::new(what),
                done,
                wrong,
                how,
            }
        })
        .collect()
}
