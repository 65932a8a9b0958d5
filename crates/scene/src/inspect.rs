//! One thing closely: its real state, what it waits for, and what can be done to it.

use base::{CopyId, EventId, GroupId, Phrase, ReaderId, SegmentId, SimSpan, ZoneId};
use world::{Micros, Site, World};

use crate::copies::standing;
use crate::deeds::{
    Deed, client_deeds, copy_deeds, link_deeds, reader_deeds, writer_deeds, zone_deeds,
};
use crate::flights::site_of;
use crate::groups::{group_view, shown_groups};
use crate::line::line;
use crate::traffic::Traffic;
use crate::why_waiting::why_waiting;
use crate::{Focus, clients, copies, say, why};

/// One line of the inspector.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What is told.
    pub label: Phrase,
    /// How it is.
    pub value: Phrase,
    /// The fact behind it, by its ID.
    pub source: Option<&'static str>,
}

/// The closer look at one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inspector {
    /// What it is.
    pub title: Phrase,
    /// Its state.
    pub facts: Vec<Row>,
    /// What it waits for.
    pub waits_for: Option<Phrase>,
    /// What can be done to it now.
    pub deeds: Vec<Deed>,
}

/// Rows, as they are gathered.
#[derive(Default)]
struct Rows(Vec<Row>);

impl Rows {
    fn add(&mut self, label: Phrase, value: Phrase, source: Option<&'static str>) {
        self.0.push(Row {
            label,
            value,
            source,
        });
    }

    fn number(&mut self, label: &'static str, value: impl Into<u64>, source: Option<&'static str>) {
        let value = Phrase::new("value-number").with("value", value.into());
        self.add(Phrase::new(label), value, source);
    }

    fn lsn(&mut self, label: Phrase, lsn: base::Lsn, source: &'static str) {
        let value = Phrase::new("value-lsn").with("lsn", lsn);
        self.add(label, value, Some(source));
    }
}

fn span(span: SimSpan) -> Phrase {
    Phrase::new("value-span").with("span", span)
}

fn range(Micros(shortest, longest): Micros) -> Phrase {
    Phrase::new("value-range")
        .with("from", SimSpan::from_micros(shortest.into()))
        .with("to", SimSpan::from_micros(longest.into()))
}

fn times(times: u32) -> Phrase {
    Phrase::new("value-times").with("times", times)
}

/// What is focused, closely; `None` if there is no such thing in this run.
#[inline(never)]
pub fn inspect(world: &World, focus: Focus) -> Option<Inspector> {
    match focus {
        Focus::Writer => Some(writer(world)),
        Focus::Reader(reader) => of_reader(world, reader),
        Focus::Clients => Some(all_clients(world)),
        Focus::Zone(zone) => ZoneId::all()
            .any(|known| known == zone)
            .then(|| of_zone(world, zone)),
        Focus::Copy(copy) => CopyId::all()
            .any(|known| known == copy)
            .then(|| of_copy(world, copy)),
        Focus::Group(group) => {
            (group.0 < world.groups().len() as u32).then(|| of_group(world, group))
        }
        Focus::Link(from, to) => (from != to).then(|| of_link(world, from, to)),
        Focus::Event(id) => of_event(world, id),
    }
}

fn writer(world: &World) -> Inspector {
    let (writer, points) = (world.writer(), world.writer().points());
    let mut rows = Rows::default();
    rows.add(
        Phrase::new("row-zone"),
        Phrase::new("value-text").with("text", world.writer_zone().to_string()),
        None,
    );
    if let Some((host, spec)) = world
        .writer_host()
        .and_then(|host| Some((host, world.standing_of(host)?)))
    {
        rows.number("row-instance", host.number(), Some("I-1"));
        rows.number("row-tier", spec.tier, Some("F-1"));
        let size = Phrase::new("value-text").with("text", spec.size.name());
        rows.add(Phrase::new("row-size"), size, Some("F-2"));
        connections(world, host, &mut rows);
        memory(world, host, &mut rows);
    }
    rows.lsn(Phrase::new("row-vdl"), points.vdl(), "L-11");
    rows.lsn(Phrase::new("row-vcl"), points.vcl(), "L-7");
    for group in shown_groups(world, None) {
        let label = Phrase::new("row-pgcl").with("group", group.number());
        rows.lsn(label, points.group(group).pgcl(), "L-6");
    }
    rows.lsn(Phrase::new("row-allocated"), writer.allocated(), "L-1");
    rows.lsn(Phrase::new("row-limit"), writer.allocation_limit(), "L-15");
    rows.number("row-commits-waiting", writer.commits().len(), Some("W-7"));
    rows.number("row-requests-held", writer.requests_held(), Some("L-15"));
    rows.number("row-reads-open", writer.reads_open(), Some("R-1"));
    rows.number("row-commits", world.counters().commits, Some("W-10"));
    let waits_for = why_waiting(world).and_then(|why| {
        let blocked = why.steps.into_iter().find(|step| step.fact == Some("Q-2"));
        blocked.map(|step| step.phrase)
    });
    Inspector {
        title: Phrase::new("title-writer"),
        facts: rows.0,
        waits_for,
        deeds: writer_deeds(world),
    }
}

/// Clients' connections that lead to an instance, through whatever name.
fn connections(world: &World, id: ReaderId, rows: &mut Rows) {
    if world.has_failover() {
        let here = world.client_connections().filter(|it| it.at == Some(id));
        rows.number("row-connections", here.count() as u32, Some("I-6"));
        let percent = world.cpu_permille(id).div_ceil(10);
        let cpu = Phrase::new("value-percent").with("percent", percent);
        rows.add(Phrase::new("row-cpu"), cpu, Some("A-1"));
    }
}

/// What an instance has in memory.
fn memory(world: &World, id: ReaderId, rows: &mut Rows) {
    let Some(view) = crate::caches::cache_view(world, id).filter(|view| view.room > 0) else {
        return;
    };
    let cached = Phrase::new("value-of")
        .with("value", view.held)
        .with("of", view.room);
    rows.add(Phrase::new("row-cached"), cached, Some("RP-10"));
    rows.number("row-cache-hits", view.hits, None);
    rows.number("row-cache-misses", view.misses, Some("RP-10"));
}

fn of_reader(world: &World, id: ReaderId) -> Option<Inspector> {
    let view = crate::readers::reader_view(world, id)?;
    let mut rows = Rows::default();
    rows.add(
        Phrase::new("row-zone"),
        Phrase::new("value-text").with("text", view.zone.to_string()),
        Some("I-4"),
    );
    rows.add(Phrase::new("row-state"), view.status.clone(), None);
    rows.number("row-tier", view.tier, Some("F-1"));
    let size = Phrase::new("value-text").with("text", view.size.name());
    rows.add(Phrase::new("row-size"), size, Some("F-2"));
    connections(world, id, &mut rows);
    rows.lsn(Phrase::new("row-read-point"), view.read_point, "RP-3");
    rows.lsn(Phrase::new("row-heard"), view.heard, "RP-6");
    if let Some(lag) = view.lag {
        rows.add(Phrase::new("row-lag"), span(lag), Some("RP-13"));
    }
    rows.number("row-lag-records", view.behind, Some("RP-8"));
    rows.number("row-applied", view.applied, Some("RP-2"));
    rows.number("row-ignored", view.ignored, Some("RP-2"));
    memory(world, id, &mut rows);
    rows.number("row-reads-open", view.reads, Some("RP-10"));
    Some(Inspector {
        title: Phrase::new("title-reader").with("number", id.number()),
        facts: rows.0,
        waits_for: None,
        deeds: reader_deeds(world, &view),
    })
}

fn all_clients(world: &World) -> Inspector {
    let mut rows = Rows::default();
    let load = world
        .load()
        .map_or(Phrase::new("load-none"), clients::load_phrase);
    rows.add(Phrase::new("row-load"), load, None);
    rows.number("row-requests-open", world.open_requests_count(), None);
    rows.number("row-commits", world.counters().commits, Some("W-10"));
    rows.number("row-reads", world.counters().reads, Some("R-1"));
    rows.number("row-lost", world.counters().lost, None);
    rows.add(
        Phrase::new("row-hop"),
        range(world.topology().client_micros),
        None,
    );
    Inspector {
        title: Phrase::new("title-clients"),
        facts: rows.0,
        waits_for: None,
        deeds: client_deeds(world),
    }
}

fn of_zone(world: &World, zone: ZoneId) -> Inspector {
    let mut rows = Rows::default();
    let state = if world.is_zone_cut(zone) {
        "value-cut"
    } else {
        "value-open"
    };
    rows.add(Phrase::new("row-state"), Phrase::new(state), Some("Q-3"));
    let writer_zone = world.writer_zone();
    rows.add(
        Phrase::new("row-hop"),
        range(world.topology().zone_delay(writer_zone, zone)),
        None,
    );
    for copy in world.topology().copies_in(zone) {
        let label = Phrase::new("row-copy").with("copy", say::letter(copy));
        rows.add(label, standing_phrase(world, copy), None);
    }
    Inspector {
        title: Phrase::new("title-zone").with("zone", zone.to_string()),
        facts: rows.0,
        waits_for: None,
        deeds: zone_deeds(world, zone),
    }
}

fn standing_phrase(world: &World, copy: CopyId) -> Phrase {
    Phrase::new(match standing(world, copy) {
        copies::Standing::Up => "value-up",
        copies::Standing::PartlyStopped => "value-partly-stopped",
        copies::Standing::Stopped => "value-stopped",
        copies::Standing::Cut => "value-cut",
        copies::Standing::ZoneCut => "value-zone-cut",
    })
}

fn of_copy(world: &World, copy: CopyId) -> Inspector {
    let shown = shown_groups(world, None);
    let topology = world.topology();
    let mut rows = Rows::default();
    rows.add(
        Phrase::new("row-zone"),
        Phrase::new("value-text").with("text", topology.zone_of(copy).to_string()),
        Some("Q-3"),
    );
    rows.add(Phrase::new("row-state"), standing_phrase(world, copy), None);
    for group in shown.clone() {
        let id = SegmentId::new(group, copy);
        let segment = world.segment(id);
        let of_group = |label| Phrase::new(label).with("group", group.number());
        rows.lsn(of_group("row-scl"), segment.scl(), "L-4");
        let heard = world.writer().points().scl(id);
        if heard != segment.scl() {
            rows.lsn(of_group("row-scl-heard"), heard, "L-5");
        }
        let log = world.log();
        let behind = log.records_of(group) - log.count_up_to(group, segment.scl());
        let mut count = |label, records: u32, source| {
            if records > 0 {
                let value = Phrase::new("value-number").with("value", records);
                rows.add(of_group(label), value, Some(source));
            }
        };
        count("row-behind", behind, "L-4");
        count("row-beyond-hole", segment.beyond_hole(), "S-3");
        count("row-in-memory", segment.records_in_memory(), "S-1");
        count("row-pages", segment.pages_kept(), "S-13");
    }
    if let Some(group) = shown.clone().next() {
        let disk = world.segment(SegmentId::new(group, copy)).persist_span();
        rows.add(Phrase::new("row-disk"), span(disk), Some("S-2"));
    }
    let hop = topology.zone_delay(world.writer_zone(), topology.zone_of(copy));
    rows.add(Phrase::new("row-hop"), range(hop), None);
    let slow = world.copy_slowness(copy);
    if slow > 1 {
        rows.add(Phrase::new("row-disk-slow"), times(slow), None);
    }
    let percent = world.loss_percent(Some(copy));
    if percent > 0 {
        let value = Phrase::new("value-percent").with("percent", percent);
        rows.add(Phrase::new("row-loss"), value, None);
    }
    let traffic = Traffic::of(world, |group| shown.clone().any(|shown| shown == group));
    let view = copies::copy_view(world, copy, shown.clone(), None, &traffic);
    Inspector {
        title: Phrase::new("title-copy").with("copy", say::letter(copy)),
        facts: rows.0,
        waits_for: view.next,
        deeds: copy_deeds(world, copy, shown),
    }
}

fn of_group(world: &World, group: GroupId) -> Inspector {
    let view = group_view(world, group);
    let mut rows = Rows::default();
    rows.add(
        Phrase::new("row-ability"),
        say::ability(view.ability),
        Some(why::fact_of_ability(view.ability)),
    );
    let reachable = say::with_copies(Phrase::new("value-copies"), view.reachable);
    rows.add(Phrase::new("row-reachable"), reachable, None);
    rows.lsn(
        Phrase::new("row-pgcl").with("group", group.number()),
        view.pgcl,
        "L-6",
    );
    rows.lsn(Phrase::new("row-newest"), view.newest, "L-16");
    for copy in CopyId::all() {
        let heard = world.writer().points().scl(SegmentId::new(group, copy));
        let label = Phrase::new("row-copy-heard").with("copy", say::letter(copy));
        rows.lsn(label, heard, "L-5");
    }
    Inspector {
        title: Phrase::new("title-group").with("group", group.number()),
        facts: rows.0,
        waits_for: None,
        deeds: Vec::new(),
    }
}

fn of_link(world: &World, from: Site, to: Site) -> Inspector {
    let topology = world.topology();
    let zone = |site: Site| match (site, site.as_copy()) {
        (_, Some(copy)) => Some(topology.zone_of(copy)),
        (Site::Clients, _) => None,
        _ => Some(world.writer_zone()),
    };
    let usual = match (zone(from), zone(to)) {
        (Some(from), Some(to)) => topology.zone_delay(from, to),
        _ => topology.client_micros,
    };
    let mut rows = Rows::default();
    let state = if world.is_link_open(from, to) {
        "value-open"
    } else {
        "value-cut"
    };
    rows.add(Phrase::new("row-state"), Phrase::new(state), None);
    rows.add(Phrase::new("row-hop"), range(usual), None);
    let slow = world.link_slowness(from, to);
    if slow > 1 {
        rows.add(Phrase::new("row-link-slow"), times(slow), None);
    }
    let on_way = world
        .in_flight()
        .filter(|(_, flight)| {
            let ends = (site_of(flight.from), site_of(flight.to));
            ends == (from, to) || ends == (to, from)
        })
        .count();
    rows.number("row-on-way", on_way as u64, None);
    Inspector {
        title: Phrase::new("title-link")
            .with("from", say::site(from))
            .with("to", say::site(to)),
        facts: rows.0,
        waits_for: None,
        deeds: link_deeds(world, from, to),
    }
}

fn of_event(world: &World, id: EventId) -> Option<Inspector> {
    let said = line(world, id)?;
    let entry = world.journal().get(id)?;
    let mut rows = Rows::default();
    rows.add(
        Phrase::new("row-at"),
        Phrase::new("value-time").with("time", said.at),
        None,
    );
    rows.add(
        Phrase::new("row-happened"),
        said.phrase,
        why::fact_of(&entry.event),
    );
    if entry.cause != id
        && let Some(cause) = line(world, entry.cause)
    {
        rows.add(Phrase::new("row-because"), cause.phrase, None);
    }
    Some(Inspector {
        title: Phrase::new("title-event").with("number", id.0),
        facts: rows.0,
        waits_for: None,
        deeds: Vec::new(),
    })
}
