//! A global database: its Regions on a map, the redo on its way to them, and what can be done.

mod lines;
mod local;
mod places;
mod reason;
mod report;

use base::{Phrase, RegionId, SimSpan, SimTime};
use globe::{DatabaseId, GlobalCommand, Globe, Phase, Status};
use world::Load;

pub use self::lines::{global_line, global_lines, global_sort, global_timeline};
pub use self::local::{AskHere, ask_here};
pub use self::reason::global_why;
pub use self::report::{Forecast, LostRow, ManualStep, Outlook, Report, outlook};
use crate::Tone;

/// Rows of a Region or a way: what, and how much.
pub type Figures = Vec<(Phrase, Phrase)>;
/// What can be done: what it is called, and the command.
pub type Deeds = Vec<(Phrase, GlobalCommand)>;
/// Deeds of a kind: what they have in common, and each.
pub type DeedGroup = (Phrase, Deeds);

/// A global database at a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorldView {
    /// The whole in one sentence.
    pub says: Phrase,
    /// How the whole stands.
    pub tone: Tone,
    /// Its Regions, from west to east.
    pub regions: Vec<RegionView>,
    /// The ways redo takes, in the order of the Regions they lead to.
    pub ways: Vec<WayView>,
    /// What the last change of the primary brought about.
    pub report: Option<Report>,
    /// The six steps of detaching and promoting by hand, and whether each is done (G-30).
    pub manual: Vec<ManualStep>,
    /// What changes of the primary would bring about, while they are compared.
    pub plans: Option<Vec<Forecast>>,
    /// Whether there is a secondary that could take over.
    pub has_targets: bool,
    /// The years whose rules hold, and what they are (DT-2, DT-17, DT-18, DT-26).
    pub rules: (Phrase, Vec<(Phrase, &'static str)>),
    /// To have the rules of other years.
    pub other_rules: (Phrase, GlobalCommand),
}

/// One Region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegionView {
    /// Which.
    pub region: RegionId,
    /// Its name.
    pub name: Phrase,
    /// Where it lies: thousandths of the map's width and height.
    pub place: (u16, u16),
    /// Whether its cluster is the primary of its database.
    pub primary: bool,
    /// Whether clients can write there.
    pub writable: bool,
    /// Whose crown it wears: the number of the database of which it is the primary.
    pub crown: Option<u8>,
    /// How it stands.
    pub tone: Tone,
    /// The same in words.
    pub state: Phrase,
    /// What leads here, and what for.
    pub tags: Figures,
    /// Commits that wait here, or are nowhere else.
    pub mark: Option<Mark>,
    /// The figures that matter most.
    pub figures: Figures,
    /// The others.
    pub more: Figures,
    /// All of it in one sentence.
    pub says: Phrase,
    /// What can be done to it, by kind.
    pub deeds: Vec<DeedGroup>,
}

/// Commits of a Region that something is the matter with, to be counted by the eye.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// How they stand: they wait, are lost, or are found in a snapshot.
    pub tone: Tone,
    /// How many.
    pub count: u64,
    /// The same in words.
    pub says: Phrase,
}

/// The way redo takes from a primary to a secondary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayView {
    /// The primary, and where it lies.
    pub from: (RegionId, (u16, u16)),
    /// The secondary, and where it lies.
    pub to: (RegionId, (u16, u16)),
    /// Between which Regions.
    pub name: Phrase,
    /// How it stands.
    pub tone: Tone,
    /// How long redo takes on it, one way.
    pub delay: SimSpan,
    /// How far the secondary lags, or that it is being filled; nothing if an end is out of reach.
    pub lag: Option<Phrase>,
    /// The three lags, and what is on its way.
    pub figures: Figures,
    /// All of it in one sentence.
    pub says: Phrase,
    /// What can be done to it.
    pub deeds: Deeds,
    /// Whether the lag is a number.
    pub measured: bool,
}

/// A Region by its name.
pub fn name(region: RegionId) -> Phrase {
    Phrase::new("region-name").with("region", RegionId::NAMES[usize::from(region.0)])
}

/// What there is to see of a globe.
#[inline(never)]
pub fn world_view(globe: &Globe, plans: Option<Vec<Forecast>>) -> WorldView {
    let mut regions: Vec<RegionView> = globe.regions().map(|id| region(globe, id)).collect();
    regions.sort_by_key(|view| view.place.0);
    let ways: Vec<WayView> = regions
        .iter()
        .filter_map(|view| way(globe, view.region))
        .collect();
    let (says, tone) = whole(globe);
    WorldView {
        says,
        tone,
        rules: local::rules(globe),
        other_rules: local::other_rules(globe),
        has_targets: !globe.secondaries_of(DatabaseId(0)).is_empty(),
        regions,
        ways,
        report: report::report(globe),
        manual: report::manual(globe),
        plans,
    }
}

fn primary_of(globe: &Globe, id: RegionId) -> Option<RegionId> {
    globe.primary(globe.database_of(id)?)
}

fn whole(globe: &Globe) -> (Phrase, Tone) {
    if let Some((one, other)) = globe.split_brain().first() {
        let says = Phrase::new("world-split").with("region", name(*one));
        return (says.with("other", name(*other)), Tone::Fault);
    }
    if let Some(change) = globe.change() {
        let id = match change.phase {
            Phase::Draining => "world-draining",
            Phase::Syncing { .. } => "world-syncing",
            Phase::Fencing => "world-fencing",
            Phase::Promoting => "world-promoting",
        };
        let says = Phrase::new(id)
            .with("region", name(change.from))
            .with("other", name(change.to))
            .with("since", globe.now().since(change.began));
        return (says, Tone::Waiting);
    }
    let Some(primary) = globe.primary(DatabaseId(0)) else {
        return (Phrase::new("world-none"), Tone::Fault);
    };
    let held = globe.world(primary).is_some_and(|it| it.holds_commits());
    if held {
        let says = Phrase::new("world-held").with("region", name(primary));
        return (says, Tone::Waiting);
    }
    if !globe.takes_writes(primary) {
        let says = Phrase::new("world-no-writes").with("region", name(primary));
        return (says, Tone::Fault);
    }
    let secondaries = globe.secondaries_of(DatabaseId(0)).len() as u64;
    let says = Phrase::new("world-well").with("region", name(primary));
    (says.with("secondaries", secondaries), Tone::Good)
}

fn region(globe: &Globe, id: RegionId) -> RegionView {
    let primary = primary_of(globe, id) == Some(id);
    let first = globe.database_of(id) == Some(DatabaseId(0));
    let writable = globe.takes_writes(id);
    let held = globe.world(id).is_some_and(|world| world.holds_commits());
    let promoted = globe
        .change()
        .is_some_and(|it| it.to == id && it.phase == Phase::Promoting);
    let (state, tone) = match globe.status(id) {
        _ if !globe.is_up(id) => ("region-dark", Tone::Fault),
        Some(Status::Rebuilding { .. }) => ("region-rebuilding", Tone::Waiting),
        Some(Status::Replaced) => ("region-replaced", Tone::Fault),
        _ if globe.is_fenced(id) => ("region-fenced", Tone::Fault),
        _ if promoted => ("region-promoted", Tone::Waiting),
        _ if primary && held => ("region-held", Tone::Waiting),
        _ if primary && writable && first => ("region-primary", Tone::Good),
        _ if primary && writable => ("region-alone", Tone::Good),
        _ if primary => ("region-closed", Tone::Waiting),
        _ if globe.instances(id) == 0 => ("region-headless", Tone::Quiet),
        _ => ("region-secondary", Tone::Read),
    };
    let state = Phrase::new(state);
    let says = Phrase::new("region-says")
        .with("region", name(id))
        .with("state", state.clone());
    let crown = globe.database_of(id).filter(|_| primary);
    RegionView {
        region: id,
        name: name(id),
        place: places::place(id),
        primary,
        writable,
        crown: crown.map(|database| database.0),
        tone,
        state,
        tags: tags(globe, id),
        mark: mark(globe, id),
        figures: figures(globe, id),
        more: more(globe, id),
        says,
        deeds: deeds(globe, id, primary),
    }
}

fn number(count: u64) -> Phrase {
    Phrase::new("world-number").with("count", count)
}

/// What leads here: the name that follows the primary, and the application.
fn tags(globe: &Globe, id: RegionId) -> Figures {
    let leads = (0..globe.databases()).any(|it| globe.endpoint(DatabaseId(it)) == Some(id));
    let leads = leads && globe.topology().era.has_writer_endpoint();
    let writes = globe.app().is_some_and(|app| app.at == Some(id));
    [
        (leads, "world-endpoint", "world-endpoint-here"),
        (writes, "world-app", "world-app-here"),
    ]
    .into_iter()
    .filter(|(is, ..)| *is)
    .map(|(_, label, value)| (Phrase::new(label), Phrase::new(value)))
    .collect()
}

fn mark(globe: &Globe, id: RegionId) -> Option<Mark> {
    let of = |id: &'static str, tone, count: u64| Mark {
        tone,
        count,
        says: Phrase::new(id).with("count", count),
    };
    if let Some(world) = globe.world(id).filter(|it| it.holds_commits()) {
        let waiting = u64::from(world.writer().commits().len());
        return Some(of("mark-waiting", Tone::Waiting, waiting));
    }
    let last = globe.reports().last()?;
    let lost = last.lost.len() as u64;
    if last.from != id || lost == 0 {
        return None;
    }
    Some(match report::snapshot(globe, last) {
        Some(_) => of("mark-kept", Tone::Read, lost),
        None => of("mark-lost", Tone::Fault, lost),
    })
}

fn figures(globe: &Globe, id: RegionId) -> Figures {
    let mut rows = Vec::new();
    if let Some(world) = globe.world(id).filter(|world| !world.follows()) {
        let acknowledged = number(world.counters().commits);
        rows.push((Phrase::new("world-commits"), acknowledged));
        let waiting = number(world.writer().commits().len().into());
        rows.push((Phrase::new("world-waiting"), waiting));
    }
    if let Some(seconds) = globe.rpo_seconds(id) {
        let limit = SimSpan::from_millis(u64::from(seconds) * 1_000);
        rows.push((Phrase::new("world-rpo-limit"), span(limit)));
    }
    rows.extend(local::figures(globe, id));
    rows
}

fn more(globe: &Globe, id: RegionId) -> Figures {
    let mut rows = Vec::new();
    if let Some(world) = globe.world(id) {
        let vdl = Phrase::new("world-lsn").with("lsn", world.writer().points().vdl());
        rows.push((Phrase::new("world-vdl"), vdl));
    }
    rows.push((
        Phrase::new("world-instances"),
        number(globe.instances(id).into()),
    ));
    rows.extend(local::addresses(globe, id));
    rows
}

fn span(took: SimSpan) -> Phrase {
    Phrase::new("world-span").with("span", took)
}

/// What can be done to a Region, the most used first; what it is too early or too late for is left out.
fn deeds(globe: &Globe, id: RegionId, primary: bool) -> Vec<DeedGroup> {
    let mut lead = to_lead(globe, id, primary);
    let mut used = Vec::new();
    let mut build = Vec::new();
    let mut breaks = Vec::new();
    let of = |id: &'static str, command| (Phrase::new(id), command);
    let (region, up) = (id, globe.is_up(id));
    let writer = globe.world(id).filter(|world| !world.follows());
    if let Some(world) = writer.filter(|_| up && !globe.is_fenced(id)) {
        if world.is_closed() {
            lead.push(of(
                "act-resume-writes",
                GlobalCommand::ResumeWrites { region },
            ));
        } else {
            lead.push(of("act-stop-writes", GlobalCommand::StopWrites { region }));
            let app = app_deeds(globe, region).into_iter();
            used.extend(app.map(|(label, command)| of(label, command)));
        }
        let seconds = globe
            .rpo_seconds(id)
            .is_none()
            .then_some(globe::RPO_SECONDS_MIN);
        let label = if seconds.is_some() {
            "act-set-rpo"
        } else {
            "act-unset-rpo"
        };
        build.push(of(label, GlobalCommand::SetRpo { region, seconds }));
    }
    used.extend(local::reader_deeds(globe, id));
    if !primary && up && globe.change().is_none() && globe.instances(id) == 0 {
        build.push(of(
            "act-add-instance",
            GlobalCommand::AddInstance { region },
        ));
    }
    // A cluster that is in nobody's way any more makes room for a new secondary.
    if globe.regions().any(|other| alone(globe, other, id)) {
        build.push(of("act-delete", GlobalCommand::DeleteCluster { region }));
    }
    let first = globe.database_of(id) == Some(DatabaseId(0));
    if !first || !primary || globe.secondaries_of(DatabaseId(0)).is_empty() {
        let free = free_region(globe);
        if let Some(new) = free.filter(|_| primary && up) {
            let command = GlobalCommand::AddRegion {
                region: new,
                to: id,
                instances: 2,
            };
            let label = Phrase::new("act-add-region").with("region", name(new));
            build.push((label, command));
        }
    }
    let kept = |it: &globe::Snapshot| it.region == id && it.expires_at.is_some();
    if globe.snapshots().iter().any(kept) {
        build.push(of(
            "act-copy-snapshot",
            GlobalCommand::CopySnapshot { region },
        ));
    }
    breaks.push(if up {
        of("act-darken", GlobalCommand::DarkenRegion { region })
    } else {
        of("act-light", GlobalCommand::LightRegion { region })
    });
    let groups = [
        ("deeds-lead", lead),
        ("deeds-use", used),
        (
            "world-forwarding",
            local::forwarding_deeds(globe, id, primary),
        ),
        ("deeds-build", build),
        ("deeds-break", breaks),
    ];
    let groups = groups.into_iter().filter(|(_, deeds)| !deeds.is_empty());
    groups
        .map(|(title, deeds)| (Phrase::new(title), deeds))
        .collect()
}

/// What can be done about who leads.
fn to_lead(globe: &Globe, id: RegionId, primary: bool) -> Deeds {
    let mut deeds = Vec::new();
    let mut deed = |id: &'static str, command| deeds.push((Phrase::new(id), command));
    let (region, to) = (id, id);
    if globe.change().is_some_and(|change| change.to == id) {
        deed("act-cancel", GlobalCommand::CancelSwitchover {});
    }
    let well = globe.status(id) == Some(Status::Well);
    if !primary && well && globe.is_up(id) && globe.change().is_none() {
        if globe.instances(id) > 0 {
            deed("act-switchover", GlobalCommand::Switchover { to });
            let allow_data_loss = true;
            let failover = GlobalCommand::Failover {
                to,
                allow_data_loss,
            };
            deed("act-failover", failover);
        }
        deed("act-detach", GlobalCommand::Detach { region });
    }
    deeds
}

/// What can be done to the application where writes are taken.
fn app_deeds(globe: &Globe, region: RegionId) -> Vec<(&'static str, GlobalCommand)> {
    let through = Some(region);
    let Some(app) = globe.app() else {
        let load = Load::OpenLoop {
            writes_per_second: 10,
            reads_per_second: 0,
            rows: 20,
        };
        return vec![("act-start-app", GlobalCommand::StartApp { load, through })];
    };
    let mut deeds = Vec::new();
    if app.at == through {
        deeds.push(("act-stop-app", GlobalCommand::StopApp {}));
    }
    if app.through != through {
        deeds.push(("act-point-app", GlobalCommand::PointApp { through }));
    }
    let named = globe.topology().era.has_writer_endpoint();
    if named && app.through.is_some() && globe.endpoint(DatabaseId(0)) == through {
        let through = None;
        deeds.push(("act-point-app-at-name", GlobalCommand::PointApp { through }));
    }
    deeds
}

/// Whether another Region has been detached, and this one of the old database could be deleted.
fn alone(globe: &Globe, other: RegionId, id: RegionId) -> bool {
    let (theirs, own) = (globe.database_of(other), globe.database_of(id));
    let has_others = !globe.secondaries_of(DatabaseId(0)).is_empty();
    let leads = primary_of(globe, id) == Some(id);
    theirs != own && own == Some(DatabaseId(0)) && !(leads && has_others)
}

/// A Region without a cluster, that a database can be widened by.
fn free_region(globe: &Globe) -> Option<RegionId> {
    let all = (0..RegionId::NAMES.len() as u8).map(RegionId);
    let mut free = all.filter(|id| globe.database_of(*id).is_none());
    free.next()
}

/// How far redo has come on its way to a Region at a moment, in thousandths, and how long each way takes; `out` is filled
/// anew.
pub fn redo_on_its_way(globe: &Globe, at: SimTime, to: RegionId, out: &mut Vec<(u16, SimSpan)>) {
    out.clear();
    out.extend(globe.on_the_way(to).map(|(sent, arrives)| {
        let whole = arrives.since(sent).micros().max(1);
        let come = at.max(sent).since(sent).micros().min(whole);
        ((come * 1_000 / whole) as u16, arrives.since(sent))
    }));
}

fn way(globe: &Globe, to: RegionId) -> Option<WayView> {
    let from = primary_of(globe, to).filter(|from| *from != to)?;
    if globe.status(to) == Some(Status::Replaced) {
        return None;
    }
    let open = globe.is_link_open(from, to);
    let times = globe.link_slowness(from, to);
    let lag = globe.lag(to);
    let there = globe.is_up(to) && globe.is_up(from);
    let (state, tone) = match lag {
        _ if !open => ("way-cut", Tone::Fault),
        _ if !there => ("way-dark", Tone::Fault),
        None => ("way-rebuilding", Tone::Waiting),
        _ if times > 1 => ("way-slow", Tone::Waiting),
        _ => ("way-open", Tone::Good),
    };
    let state = Phrase::new(state).with("times", times);
    let between = Phrase::new("way-name")
        .with("region", name(from))
        .with("other", name(to));
    let none = Phrase::new("world-none-yet");
    let lag = lag.filter(|_| there);
    let measure = |of: fn(globe::Lag) -> SimSpan| lag.map_or(none.clone(), |lag| span(of(lag)));
    let replication = measure(|lag| lag.replication);
    // There is little room on the map.
    let filling = Phrase::new("way-filling");
    let short = lag.map_or(filling, |lag| span(lag.replication));
    let short = Some(short).filter(|_| there);
    let figures = vec![
        (Phrase::new("way-replication"), replication.clone()),
        (Phrase::new("way-rpo"), measure(|lag| lag.rpo)),
        (Phrase::new("way-progress"), measure(|lag| lag.progress)),
        (
            Phrase::new("way-missing"),
            number(globe.missing(to).len() as u64),
        ),
    ];
    let says = Phrase::new("way-says")
        .with("way", between.clone())
        .with("state", state)
        .with("replication", replication.clone())
        .with("missing", globe.missing(to).len() as u64);
    let (one, other) = (from, to);
    let mut deeds = Vec::new();
    let mut deed = |id: &'static str, command| deeds.push((Phrase::new(id), command));
    if open {
        deed("act-cut-link", GlobalCommand::CutLink { one, other });
    } else {
        deed("act-heal-link", GlobalCommand::HealLink { one, other });
    }
    let times = if times > 1 { 1 } else { 20 };
    let label = if times > 1 {
        "act-slow-link"
    } else {
        "act-quick-link"
    };
    deed(label, GlobalCommand::SlowLink { one, other, times });
    Some(WayView {
        from: (from, places::place(from)),
        to: (to, places::place(to)),
        name: between,
        tone,
        delay: globe.link_delay(from, to),
        lag: short,
        figures,
        says,
        deeds,
        measured: lag.is_some(),
    })
}
