//! What happens between Regions, in words and on the timeline.

use base::{Arg, EventId, Phrase, RegionId, SimSpan, SimTime};
use globe::{GlobalEvent, Globe};

use super::local::years;
use super::name;
use crate::line::{Line, LineKind};
use crate::timeline::Timeline;

/// Events that are looked back through for lines `[choice]`.
const LOOKED_BACK: usize = 20_000;
/// Marks per row of the timeline.
const MARKS: u64 = 480;

/// What kind of line it is, and who wants to hear it.
pub fn global_sort(event: &GlobalEvent) -> (LineKind, u8) {
    use GlobalEvent as E;
    match event {
        E::RedoSent { .. } | E::RedoArrived { .. } => (LineKind::Message, 3),
        E::Forwarded { .. } | E::ForwardAnswered { .. } => (LineKind::Message, 2),
        E::ForwardIdle { .. } => (LineKind::Other, 2),
        E::ProgressHeard { .. } => (LineKind::Point, 3),
        E::LinkCut { .. }
        | E::LinkHealed { .. }
        | E::LinkSlowed { .. }
        | E::RegionDown { .. }
        | E::RegionUp { .. }
        | E::CommitsHeld { .. }
        | E::CommitsReleased { .. }
        | E::FencingTimedOut { .. }
        | E::CommitLost { .. }
        | E::SnapshotFailed { .. }
        | E::SplitBrain { .. } => (LineKind::Fault, 1),
        E::SwitchoverBegan { .. }
        | E::WritesDone { .. }
        | E::InStep { .. }
        | E::SwitchoverCancelled { .. }
        | E::SwitchoverTakenBack { .. }
        | E::PromotionBegan { .. }
        | E::FailoverBegan { .. }
        | E::FailoverGivenUp { .. }
        | E::FencingSucceeded { .. }
        | E::RebuildBegan { .. }
        | E::RebuildDone { .. }
        | E::Detached { .. } => (LineKind::Recovery, 1),
        E::PrimaryOpened { .. } | E::EndpointMoved { .. } => (LineKind::Commit, 1),
        _ => (LineKind::Other, 1),
    }
}

/// An event between Regions in words; `None` if the journal does not remember it (any more).
pub fn global_line(globe: &Globe, id: EventId) -> Option<Line> {
    let entry = globe.journal().get(id)?;
    let (kind, verbosity) = global_sort(&entry.event);
    Some(Line {
        id,
        at: entry.at,
        phrase: phrase(&entry.event),
        kind,
        verbosity,
    })
}

/// The fact an event between Regions is an instance of.
pub(super) fn fact_of(event: &GlobalEvent) -> Option<&'static str> {
    use GlobalEvent as E;
    Some(match event {
        E::RedoSent { .. } | E::RedoArrived { .. } => "G-4",
        E::ProgressHeard { .. } => "G-6",
        E::CommitsHeld { .. } => "G-51",
        E::CommitsReleased { .. } => "G-52",
        E::RpoSet { .. } => "G-54",
        E::SwitchoverBegan { .. } => "G-20",
        E::WritesDone { .. } => "G-21b",
        E::InStep { .. } => "G-22",
        E::SwitchoverCancelled { .. } | E::SwitchoverTakenBack { .. } => "G-27",
        E::PromotionBegan { .. } | E::PrimaryOpened { .. } => "G-21",
        E::FailoverBegan { .. } | E::FailoverGivenUp { .. } => "G-34",
        E::FencingSucceeded { .. } | E::FencingTimedOut { .. } => "G-35",
        E::CommitLost { .. } => "G-39",
        E::RebuildBegan { .. } | E::RebuildDone { .. } => "G-36",
        E::SnapshotTaken { .. } => "G-37",
        E::SnapshotFailed { .. } | E::SnapshotCopied { .. } | E::SnapshotExpired { .. } => "G-38",
        E::Detached { .. } => "G-30",
        E::SplitBrain { .. } => "G-32",
        E::EndpointMoved { .. } => "G-45",
        E::Forwarded { .. } | E::ForwardAnswered { .. } => "G-70",
        E::ForwardIdle { .. } => "G-76",
        E::ReadersTurned { .. } => "G-15",
        _ => return None,
    })
}

/// The newest lines from an event on that so much verbosity lets through, oldest first.
pub fn global_lines(globe: &Globe, first: EventId, wanted: u8, most: usize) -> Vec<Line> {
    let back = globe.journal().since(first).rev().take(LOOKED_BACK);
    let mut lines: Vec<Line> = back
        .filter(|(_, entry)| global_sort(&entry.event).1 <= wanted)
        .take(most)
        .filter_map(|(id, _)| global_line(globe, id))
        .collect();
    lines.reverse();
    lines
}

/// What happened between two moments, both included: redo that was sent, and what was broken, mended or moved.
pub fn global_timeline(globe: &Globe, from: SimTime, to: SimTime) -> Timeline {
    let apart = SimSpan::from_micros(to.since(from).micros() / MARKS + 1);
    let mut timeline = Timeline::default();
    for (_, entry) in globe.journal().since(EventId(0)) {
        if !(from..=to).contains(&entry.at) {
            continue;
        }
        let row = match entry.event {
            GlobalEvent::RedoSent { .. } => &mut timeline.messages,
            GlobalEvent::PrimaryOpened { .. } => &mut timeline.commits,
            _ if global_sort(&entry.event).0 == LineKind::Fault => &mut timeline.faults,
            _ => continue,
        };
        if row.last().is_none_or(|last| entry.at >= *last + apart) {
            row.push(entry.at);
        }
    }
    timeline
}

fn phrase(event: &GlobalEvent) -> Phrase {
    use GlobalEvent as E;
    let of = |id, region: RegionId| Phrase::new(id).with("region", name(region));
    let two = |id, one, other| of(id, one).with("other", name(other));
    match *event {
        E::RunBegan { seed } => Phrase::new("event-run-began").with("seed", seed.to_string()),
        E::ClusterMade {
            region, primary, ..
        } => of(
            if primary {
                "global-primary-made"
            } else {
                "global-cluster-made"
            },
            region,
        ),
        E::ClusterDeleted { region } => of("global-cluster-deleted", region),
        E::RedoSent { to, upto, records } => of("global-redo-sent", to)
            .with("upto", upto)
            .with("records", records),
        E::RedoArrived { region, upto } => of("global-redo-arrived", region).with("upto", upto),
        E::ProgressHeard { region, upto } => of("global-progress-heard", region).with("upto", upto),
        E::LinkCut { one, other } => two("global-event-link-cut", one, other),
        E::LinkHealed { one, other } => two("global-event-link-healed", one, other),
        E::LinkSlowed {
            one,
            other,
            times: 1,
        } => two("global-event-link-usual", one, other),
        E::LinkSlowed { one, other, times } => {
            two("global-event-link-slowed", one, other).with("times", times)
        }
        E::RegionDown { region } => of("global-region-down", region),
        E::RegionUp { region } => of("global-region-up", region),
        E::RpoSet { region, seconds } => match seconds {
            Some(seconds) => of("global-rpo-set", region).with("limit", seconds_of(seconds)),
            None => of("global-rpo-unset", region),
        },
        E::CommitsHeld { region, seconds } => {
            of("global-commits-held", region).with("limit", seconds_of(seconds))
        }
        E::CommitsReleased { region } => of("global-commits-released", region),
        E::SwitchoverBegan { from, to } => two("global-switchover-began", from, to),
        E::WritesDone { region } => of("global-writes-done", region),
        E::InStep { upto, .. } => Phrase::new("global-in-step").with("upto", upto),
        E::SwitchoverCancelled { to, asked } => of(
            if asked {
                "global-switchover-cancelled"
            } else {
                "global-switchover-failed"
            },
            to,
        ),
        E::SwitchoverTakenBack { region } => of("global-switchover-taken-back", region),
        E::PromotionBegan { region } => of("global-promotion-began", region),
        E::PrimaryOpened {
            region,
            point,
            until,
            ..
        } => of("global-primary-opened", region)
            .with("point", point)
            .with("until", until),
        E::FailoverBegan { from, to } => two("global-failover-began", from, to),
        E::FailoverGivenUp { to } => of("global-failover-given-up", to),
        E::FencingSucceeded { region } => of("global-fencing-succeeded", region),
        E::FencingTimedOut { region } => of("global-fencing-timed-out", region),
        E::CommitLost { region, scn, .. } => of("global-commit-lost", region).with("scn", scn),
        E::RebuildBegan { region } => of("global-rebuild-began", region),
        E::RebuildDone { region } => of("global-rebuild-done", region),
        E::SnapshotTaken { region } => of("global-snapshot-taken", region),
        E::SnapshotFailed { region } => of("global-snapshot-failed", region),
        E::SnapshotCopied { region } => of("global-snapshot-copied", region),
        E::SnapshotExpired { region } => of("global-snapshot-expired", region),
        E::Detached { region, .. } => of("global-detached", region),
        E::SplitBrain { one, other } => two("global-split-brain", one, other),
        E::WritesClosed { region, closed } => of(
            if closed {
                "global-writes-closed"
            } else {
                "global-writes-opened"
            },
            region,
        ),
        E::ForwardingSet { region } => of("global-forwarding-set", region),
        E::Forwarded { region, session } => {
            of("global-forwarded", region).with("session", u32::from(session))
        }
        E::ForwardAnswered { region, session } => {
            of("global-forward-answered", region).with("session", u32::from(session))
        }
        E::ForwardIdle { region, session } => {
            of("global-forward-idle", region).with("session", u32::from(session))
        }
        E::AppPointed { through } => match through {
            Some(region) => of("global-app-pointed", region),
            None => Phrase::new("global-app-pointed-at-name"),
        },
        E::AppTurned { region } => of("global-app-turned", region),
        E::AppStopped => Phrase::new("global-app-stopped"),
        E::ReadersTurned { home, region } => match region {
            Some(region) => two("global-readers-turned", home, region),
            None => of("global-readers-lost", home),
        },
        E::ReadersStopped { home } => of("global-readers-stopped", home),
        E::EraSet { era } => Phrase::new("global-era-set").with("era", years(era)),
        E::InstanceAdded { region } => of("global-instance-added", region),
        E::EndpointMoved { region, .. } => of("global-endpoint-moved", region),
    }
}

fn seconds_of(seconds: u32) -> Arg {
    Arg::Span(SimSpan::from_millis(u64::from(seconds) * 1_000))
}
