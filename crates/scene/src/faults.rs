//! What is broken at the moment, and what mends it.

use base::{CopyId, Phrase, ZoneId};
use world::{Command, Site, World, WriterStanding};

use crate::copies::stopped_groups;
use crate::say;

/// One thing that is broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FaultView {
    /// What.
    pub phrase: Phrase,
    /// The command that mends it.
    pub remedy: Command,
}

/// Every site there is.
pub(crate) fn sites() -> impl Iterator<Item = Site> + Clone {
    [Site::Writer, Site::Clients]
        .into_iter()
        .chain(CopyId::all().map(Site::copy))
}

/// Everything that is broken: zones first, then copies, links, and messages in general.
pub(crate) fn faults(world: &World) -> Vec<FaultView> {
    let mut faults = Vec::new();
    let mut add = |phrase, remedy| faults.push(FaultView { phrase, remedy });
    if matches!(
        world.writer().standing(),
        WriterStanding::Crashed | WriterStanding::Fenced
    ) && !world.has_failover()
    {
        let remedy = Command::RestartWriter {};
        add(Phrase::new("fault-writer-down"), remedy);
    }
    for (reader, replica, _) in world.readers() {
        let writes = world.writer_place() == Some(reader);
        if !replica.is_up() && !writes && !world.is_starting(reader) {
            let phrase = Phrase::new("fault-reader-stopped").with("number", reader.number());
            add(phrase, Command::RestartReader { reader });
        }
    }
    for zone in ZoneId::all().filter(|zone| world.is_zone_cut(*zone)) {
        let phrase = Phrase::new("fault-zone-cut").with("zone", zone.to_string());
        add(phrase, Command::HealZone { zone });
    }
    for copy in CopyId::all() {
        let about = |id| Phrase::new(id).with("copy", say::letter(copy));
        if world.is_copy_cut(copy) {
            add(about("fault-copy-cut"), Command::HealCopy { copy });
        }
        let stopped = stopped_groups(world, copy);
        if stopped > 0 {
            let phrase = if stopped == world.groups().len() as u32 {
                about("fault-copy-stopped")
            } else {
                about("fault-copy-partly-stopped").with("groups", stopped)
            };
            add(phrase, Command::RestartCopy { copy, group: None });
        }
        let times = world.copy_slowness(copy);
        if times > 1 {
            let phrase = about("fault-copy-slow").with("times", times);
            add(phrase, Command::SlowCopy { copy, times: 1 });
        }
        let percent = world.loss_percent(Some(copy));
        if percent > 0 {
            let remedy = Command::LoseMessages {
                copy: Some(copy),
                percent: 0,
            };
            add(about("fault-copy-loss").with("percent", percent), remedy);
        }
    }
    for from in sites() {
        for to in sites().filter(|to| *to > from) {
            let times = world.link_slowness(from, to);
            if times > 1 {
                let phrase = Phrase::new("fault-link-slow")
                    .with("from", say::site(from))
                    .with("to", say::site(to))
                    .with("times", times);
                add(phrase, Command::SlowLink { from, to, times: 1 });
            }
        }
    }
    let percent = world.loss_percent(None);
    if percent > 0 {
        let remedy = Command::LoseMessages {
            copy: None,
            percent: 0,
        };
        add(Phrase::new("fault-loss").with("percent", percent), remedy);
    }
    faults
}
