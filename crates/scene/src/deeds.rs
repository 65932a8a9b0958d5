//! What can be done to a thing, as far as it makes sense now.

use base::{CopyId, GroupId, Phrase, ReaderId, SegmentId, ZoneId};
use world::{Command, Load, ReaderSpec, Site, World, WriterStanding};

use crate::readers::{ReaderView, Role};
use crate::{Tone, say};

/// How many times slower "slow" is `[choice]`.
const SLOW_TIMES: u32 = 10;
/// The share of messages that "lose some" loses, in percent `[choice]`.
const LOSE_PERCENT: u32 = 20;
/// Promotion tiers to choose from: the first, the usual one, the last.
const TIERS: [u8; 3] = [0, world::TIER_USUAL, world::TIER_LAST];
/// Loads to choose from, by the phrase that names them `[choice]`.
const LOADS: [(&str, Load); 3] = [
    (
        "deed-load-calm",
        Load::OpenLoop {
            writes_per_second: 100,
            reads_per_second: 100,
            rows: 40,
        },
    ),
    (
        "deed-load-busy",
        Load::OpenLoop {
            writes_per_second: 2_000,
            reads_per_second: 1_000,
            rows: 40,
        },
    ),
    (
        "deed-load-turns",
        Load::ClosedLoop {
            clients: 4,
            think_micros: 2_000,
            write_percent: 60,
            rows: 40,
        },
    ),
];

/// Something that can be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    /// What it is called.
    pub label: Phrase,
    /// The command that does it.
    pub command: Command,
    /// Whether it breaks (`Fault`), mends (`Good`) or does neither.
    pub tone: Tone,
}

fn breaks(label: Phrase, command: Command) -> Deed {
    let tone = Tone::Fault;
    Deed {
        label,
        command,
        tone,
    }
}

fn mends(label: Phrase, command: Command) -> Deed {
    let tone = Tone::Good;
    Deed {
        label,
        command,
        tone,
    }
}

pub(crate) fn copy_deeds(
    world: &World,
    copy: CopyId,
    shown: impl Iterator<Item = GroupId>,
) -> Vec<Deed> {
    let about = |id| Phrase::new(id).with("copy", say::letter(copy));
    let groups = world.groups().len() as u32;
    let stopped = crate::copies::stopped_groups(world, copy);
    let mut deeds = Vec::new();
    if stopped < groups {
        let command = Command::StopCopy { copy, group: None };
        deeds.push(breaks(about("deed-stop-copy"), command));
    }
    if stopped > 0 {
        let command = Command::RestartCopy { copy, group: None };
        deeds.push(mends(about("deed-restart-copy"), command));
    }
    if world.is_copy_cut(copy) {
        deeds.push(mends(about("deed-heal-copy"), Command::HealCopy { copy }));
    } else {
        deeds.push(breaks(about("deed-cut-copy"), Command::CutCopy { copy }));
    }
    let slow = |times| Command::SlowCopy { copy, times };
    if world.copy_slowness(copy) > 1 {
        deeds.push(mends(about("deed-usual-copy"), slow(1)));
    } else {
        let label = about("deed-slow-copy").with("times", SLOW_TIMES);
        deeds.push(breaks(label, slow(SLOW_TIMES)));
    }
    let lose = |percent| Command::LoseMessages {
        copy: Some(copy),
        percent,
    };
    if world.loss_percent(Some(copy)) > 0 {
        deeds.push(mends(about("deed-lose-none-of-copy"), lose(0)));
    } else {
        let label = about("deed-lose-some-of-copy").with("percent", LOSE_PERCENT);
        deeds.push(breaks(label, lose(LOSE_PERCENT)));
    }
    if groups > 1 {
        for group in shown {
            let about = |id| about(id).with("group", group.number());
            let only = Some(group);
            deeds.push(if world.is_up(SegmentId::new(group, copy)) {
                let command = Command::StopCopy { copy, group: only };
                breaks(about("deed-stop-segment"), command)
            } else {
                let command = Command::RestartCopy { copy, group: only };
                mends(about("deed-restart-segment"), command)
            });
        }
    }
    deeds
}

pub(crate) fn zone_deeds(world: &World, zone: ZoneId) -> Vec<Deed> {
    let about = |id| Phrase::new(id).with("zone", zone.to_string());
    let mut deeds = vec![if world.is_zone_cut(zone) {
        mends(about("deed-heal-zone"), Command::HealZone { zone })
    } else {
        breaks(about("deed-cut-zone"), Command::CutZone { zone })
    }];
    if world.has_failover() {
        deeds.push(Deed {
            label: about("deed-add-reader"),
            command: Command::AddReader(ReaderSpec::in_zone(zone)),
            tone: Tone::Quiet,
        });
    }
    deeds
}

/// What can be done to the writer.
pub(crate) fn writer_deeds(world: &World) -> Vec<Deed> {
    let mut deeds = Vec::new();
    // Whoever takes in the redo of another Region is none.
    if world.follows() {
        return deeds;
    }
    match world.writer().standing() {
        WriterStanding::Open | WriterStanding::Recovering => deeds.push(breaks(
            Phrase::new("deed-crash-writer"),
            Command::CrashWriter {},
        )),
        WriterStanding::Crashed | WriterStanding::Fenced if !world.has_failover() => {
            deeds.push(mends(
                Phrase::new("deed-restart-writer"),
                Command::RestartWriter {},
            ));
        }
        WriterStanding::Crashed | WriterStanding::Fenced => {}
    }
    if world.has_failover() {
        deeds.extend(cluster_deeds(world));
        if let Some((host, spec)) = world
            .writer_host()
            .and_then(|host| Some((host, world.standing_of(host)?)))
        {
            deeds.extend(tier_deeds(host, spec.tier));
        }
        return deeds;
    }
    for zone in ZoneId::all().filter(|zone| *zone != world.writer_zone()) {
        deeds.push(Deed {
            label: Phrase::new("deed-promote-writer").with("zone", zone.to_string()),
            command: Command::PromoteWriter { zone },
            tone: Tone::Quiet,
        });
    }
    deeds
}

/// What can be done to a cluster as a whole, and to its writer as its first instance.
pub(crate) fn cluster_deeds(world: &World) -> Vec<Deed> {
    let quiet = |id, command| Deed {
        label: Phrase::new(id),
        command,
        tone: Tone::Quiet,
    };
    if world.is_cluster_stopped() {
        let start = Phrase::new("deed-start-cluster");
        return vec![mends(start, Command::StartCluster {})];
    }
    let patch = |by_failover| Command::PatchInstances { by_failover };
    vec![
        quiet("deed-failover", Command::Failover { to: None }),
        quiet("deed-restart-engine", Command::RestartEngine {}),
        quiet("deed-patch-in-place", patch(false)),
        quiet("deed-patch-by-failover", patch(true)),
        breaks(Phrase::new("deed-stop-cluster"), Command::StopCluster {}),
    ]
}

/// What can be done to a reader, or to the host that is the writer at the moment.
pub(crate) fn reader_deeds(world: &World, view: &ReaderView) -> Vec<Deed> {
    let reader = view.reader;
    let about = |id| Phrase::new(id).with("number", reader.number());
    let quiet = |label, command| Deed {
        label,
        command,
        tone: Tone::Quiet,
    };
    let mut deeds = Vec::new();
    let starting = world.is_starting(reader);
    match view.role {
        Role::Reader if view.up => {
            deeds.push(breaks(
                about("deed-stop-reader"),
                Command::StopReader { reader },
            ));
        }
        Role::Reader if !starting => {
            let restart = Command::RestartReader { reader };
            deeds.push(mends(about("deed-restart-reader"), restart));
        }
        Role::Reader | Role::Writer | Role::Successor => {}
    }
    if world.has_failover() {
        if view.role == Role::Reader && view.up && !world.follows() {
            let to = Some(reader);
            deeds.push(quiet(about("deed-failover-to"), Command::Failover { to }));
        }
        if view.role == Role::Reader {
            let remove = Command::RemoveReader { reader };
            deeds.push(breaks(about("cluster-remove"), remove));
        }
        deeds.extend(tier_deeds(reader, view.tier));
    }
    deeds
}

/// Other promotion tiers for an instance (F-1).
fn tier_deeds(reader: ReaderId, now: u8) -> impl Iterator<Item = Deed> {
    let others = TIERS.into_iter().filter(move |tier| *tier != now);
    others.map(move |tier| Deed {
        label: Phrase::new("deed-set-tier")
            .with("number", reader.number())
            .with("tier", u32::from(tier)),
        command: Command::SetTier { reader, tier },
        tone: Tone::Quiet,
    })
}

pub(crate) fn link_deeds(world: &World, from: Site, to: Site) -> Vec<Deed> {
    if from == to {
        return Vec::new();
    }
    let slow = |times| Command::SlowLink { from, to, times };
    vec![if world.link_slowness(from, to) > 1 {
        mends(Phrase::new("deed-usual-link"), slow(1))
    } else {
        let label = Phrase::new("deed-slow-link").with("times", SLOW_TIMES);
        breaks(label, slow(SLOW_TIMES))
    }]
}

pub(crate) fn client_deeds(world: &World) -> Vec<Deed> {
    let running = world.load();
    let mut deeds: Vec<Deed> = LOADS
        .into_iter()
        .filter(|(_, load)| running != Some(*load))
        .map(|(id, load)| Deed {
            label: Phrase::new(id),
            command: Command::StartLoad(load),
            tone: Tone::Quiet,
        })
        .collect();
    if running.is_some() {
        deeds.push(Deed {
            label: Phrase::new("deed-load-stop"),
            command: Command::StopLoad {},
            tone: Tone::Quiet,
        });
    }
    let lose = |percent| Command::LoseMessages {
        copy: None,
        percent,
    };
    deeds.push(if world.loss_percent(None) > 0 {
        mends(Phrase::new("deed-lose-none"), lose(0))
    } else {
        let label = Phrase::new("deed-lose-some").with("percent", LOSE_PERCENT);
        breaks(label, lose(LOSE_PERCENT))
    });
    deeds
}
