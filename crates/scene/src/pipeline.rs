//! The eight steps of a storage node, for one copy of one group.
//!
//! Only the first two stand between a write and its acknowledgement (S-9); the others happen behind its back. Each step
//! has a picture of what lies there now: records in a queue, the log with its holes, how far the peers have come, the
//! pages. Below stands how far the steps have come in the group's log, all measured with one rule, so that what may be
//! collected can be seen to end where staging and the oldest reader do (S-16).

use base::{CopyId, Lsn, Phrase, SegmentId, SimSpan};
use world::{Job, PageState, Segment, World};

use crate::tape::{Cell, tape};
use crate::{Tone, say};

/// Records that are drawn one by one; more are said only.
const RECORDS_DRAWN: u32 = 24;
/// Cells of the log that are drawn.
const CELLS_DRAWN: usize = 12;
/// Records of the group's log that the rule spans, up to its newest `[choice]`.
const REACH_RECORDS: u32 = 1_024;
/// A peer that lacks so many records is drawn as having nothing `[choice]`.
const PEER_BEHIND_MAX: u32 = 24;

/// A storage node from inside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PipelineView {
    /// Whose inside it is.
    pub title: Phrase,
    /// The steps that a write waits for.
    pub foreground: Vec<StepView>,
    /// The steps that nobody waits for.
    pub background: Vec<StepView>,
    /// What its worker does next.
    pub worker: Phrase,
    /// How far it has come in the log.
    pub reach: Vec<ReachView>,
    /// What there is to say besides.
    pub notes: Vec<Phrase>,
}

/// One of the eight steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepView {
    /// Its number.
    pub number: u8,
    /// What it is called.
    pub name: Phrase,
    /// How it stands, in words.
    pub value: Phrase,
    /// How it stands, drawn.
    pub picture: StepPicture,
    /// How it stands, in a word: waiting while there is something to do.
    pub tone: Tone,
    /// The facts behind it, the step's own first.
    pub facts: &'static [&'static str],
}

/// What lies at a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StepPicture {
    /// So many records.
    Records(u32),
    /// The newest records of the group's log, oldest first, as they stand here.
    Log(Vec<Cell>),
    /// The members of the group: how much of the newest stretch of log each has, in percent.
    Peers(Vec<(CopyId, u8)>),
    /// The pages, in order.
    Pages(Vec<PageMark>),
    /// A part of all there is, in percent.
    Share(u8),
}

/// How a page stands at the copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageMark {
    /// Nothing was ever written to it.
    Empty,
    /// Its records are all in a version.
    Built,
    /// It has older versions besides.
    Stacked,
    /// Some records are in no version yet.
    Behind,
    /// A version does not match its checksum.
    Damaged,
}

/// How far something has come in the group's log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReachView {
    /// What.
    pub label: Phrase,
    /// Up to which record.
    pub upto: Lsn,
    /// Where that lies on the rule, in percent.
    pub percent: u8,
    /// How it is drawn.
    pub tone: Tone,
    /// The fact behind it.
    pub fact: &'static str,
}

/// A segment from inside; `None` if there is no such copy.
#[inline(never)]
pub fn pipeline_view(world: &World, id: SegmentId) -> Option<PipelineView> {
    if !world.has_copy(id) {
        return None;
    }
    let segment = world.segment(id);
    let pages: Vec<PageMark> = segment
        .page_states(world.log_of(id))
        .map(page_mark)
        .collect();
    let mut notes = Vec::new();
    if segment.is_throttled() {
        notes.push(Phrase::new("pipeline-throttled"));
    }
    notes.push(Phrase::new("pipeline-about"));
    Some(PipelineView {
        title: say::with_segment(Phrase::new("pipeline-title"), id),
        foreground: foreground(segment),
        background: background(world, id, pages),
        worker: worker(world, id),
        reach: reach(world, id),
        notes,
    })
}

/// Done once there is anything at all, waiting while something is left to do.
fn tone(any: bool, left: bool) -> Tone {
    match (any, left) {
        (_, true) => Tone::Waiting,
        (true, false) => Tone::Good,
        (false, false) => Tone::Quiet,
    }
}

fn records(count: u32) -> Phrase {
    Phrase::new("pipeline-records").with("records", count)
}

fn upto(lsn: Lsn) -> Phrase {
    if lsn == Lsn::ZERO {
        Phrase::new("pipeline-not-yet")
    } else {
        Phrase::new("pipeline-upto").with("lsn", lsn)
    }
}

/// Steps 1 and 2.
fn foreground(segment: &Segment) -> Vec<StepView> {
    let any = segment.scl() > Lsn::ZERO;
    let in_memory = segment.records_in_memory();
    let on_disk = segment.backlog() + segment.beyond_hole();
    vec![
        StepView {
            number: 1,
            name: Phrase::new("pipeline-intake"),
            value: records(in_memory),
            picture: StepPicture::Records(in_memory.min(RECORDS_DRAWN)),
            tone: tone(any, in_memory > 0),
            facts: &["S-1"],
        },
        StepView {
            number: 2,
            name: Phrase::new("pipeline-durable"),
            value: upto(segment.scl()),
            picture: StepPicture::Records(on_disk.min(RECORDS_DRAWN)),
            tone: tone(any, false),
            facts: &["S-2"],
        },
    ]
}

/// Steps 3 to 8.
fn background(world: &World, id: SegmentId, pages: Vec<PageMark>) -> Vec<StepView> {
    let (segment, log, group) = (world.segment(id), world.log(), id.group());
    let newest = world.log().newest_of(group);
    let any = segment.scl() > Lsn::ZERO;
    let lacking = |copy: CopyId| {
        let scl = world.segment(SegmentId::new(group, copy)).scl();
        log.records_of(group) - log.count_up_to(group, scl)
    };
    let missing = lacking(id.copy());
    let cells = tape(world, id).cells;
    let cells = cells[cells.len().saturating_sub(CELLS_DRAWN)..].iter();
    let peers = world.members(group).everyone().iter().map(|copy| {
        let lacks = lacking(copy).min(PEER_BEHIND_MAX);
        let has = (PEER_BEHIND_MAX - lacks) * 100 / PEER_BEHIND_MAX;
        (copy, has as u8)
    });
    let peers: Vec<(CopyId, u8)> = peers.collect();
    let behind_peers = peers.iter().any(|(_, has)| *has < 100);
    let last = segment.last_scrub();
    let scrubbed = match last {
        None => Phrase::new("pipeline-not-yet"),
        Some(last) => Phrase::new("pipeline-scrubbed")
            .with("pages", last.pages)
            .with("damaged", last.damaged),
    };
    let is_damaged = pages.contains(&PageMark::Damaged);
    let floor = segment.horizon().floor(segment.staged());
    let step = |number, name, value, picture, tone, facts| StepView {
        number,
        name: Phrase::new(name),
        value,
        picture,
        tone,
        facts,
    };
    let share = |lsn| StepPicture::Share(percent(world, id, lsn));
    vec![
        step(
            3,
            "pipeline-sort",
            records(segment.beyond_hole()),
            StepPicture::Log(cells.map(|cell| cell.state).collect()),
            if segment.beyond_hole() > 0 {
                Tone::Fault
            } else {
                tone(any, false)
            },
            &["S-3"],
        ),
        step(
            4,
            "pipeline-gossip",
            if missing == 0 {
                Phrase::new("pipeline-complete")
            } else {
                Phrase::new("pipeline-missing").with("records", missing)
            },
            StepPicture::Peers(peers),
            tone(any, behind_peers),
            &["S-4"],
        ),
        step(
            5,
            "pipeline-coalesce",
            Phrase::new("pipeline-versions")
                .with("pages", segment.pages_kept())
                .with("records", segment.backlog()),
            StepPicture::Pages(pages),
            tone(any, segment.backlog() > 0),
            &["S-5"],
        ),
        step(
            6,
            "pipeline-stage",
            upto(segment.staged()),
            share(segment.staged()),
            tone(any, segment.staged() < newest),
            &["S-6"],
        ),
        step(
            7,
            "pipeline-collect",
            upto(segment.collected()),
            share(segment.collected()),
            tone(segment.collected() > Lsn::ZERO, segment.collected() < floor),
            &["S-16", "S-7"],
        ),
        step(
            8,
            "pipeline-scrub",
            scrubbed,
            StepPicture::Share(if last.is_some() { 100 } else { 0 }),
            if is_damaged {
                Tone::Fault
            } else {
                tone(last.is_some(), false)
            },
            &["S-8", "S-17"],
        ),
    ]
}

fn page_mark(page: PageState) -> PageMark {
    match page {
        PageState {
            is_sound: false, ..
        } => PageMark::Damaged,
        PageState { unbuilt: 1.., .. } => PageMark::Behind,
        PageState { versions: 2.., .. } => PageMark::Stacked,
        PageState { versions: 1, .. } => PageMark::Built,
        _ => PageMark::Empty,
    }
}

/// What the worker does next, and when.
fn worker(world: &World, id: SegmentId) -> Phrase {
    let segment = world.segment(id);
    if segment.is_paused() {
        return Phrase::new("pipeline-paused");
    }
    let Some((due, job)) = segment.job() else {
        return Phrase::new("pipeline-rests");
    };
    let name = match job {
        Job::Coalesce => "pipeline-coalesce",
        Job::Collect => "pipeline-collect",
        Job::Stage => "pipeline-stage",
        Job::Scrub => "pipeline-scrub",
    };
    let left = due.micros().saturating_sub(world.now().micros());
    Phrase::new("pipeline-next")
        .with("job", Phrase::new(name))
        .with("within", SimSpan::from_micros(left))
}

/// Where a record lies on the rule, in percent.
fn percent(world: &World, id: SegmentId, lsn: Lsn) -> u8 {
    let (log, group) = (world.log(), id.group());
    let all = log.records_of(group);
    let from = all.saturating_sub(REACH_RECORDS);
    let at = log.count_up_to(group, lsn).saturating_sub(from);
    (u64::from(at) * 100 / u64::from((all - from).max(1))) as u8
}

fn reach(world: &World, id: SegmentId) -> Vec<ReachView> {
    let segment = world.segment(id);
    let row = |label, upto, tone, fact| ReachView {
        label: Phrase::new(label),
        upto,
        percent: percent(world, id, upto),
        tone,
        fact,
    };
    vec![
        row("pipeline-reach-scl", segment.scl(), Tone::Good, "L-4"),
        row(
            "pipeline-reach-staged",
            segment.staged(),
            Tone::Quiet,
            "S-6",
        ),
        row(
            "pipeline-reach-floor",
            segment.horizon().pgmrpl,
            Tone::Read,
            "L-18",
        ),
        row(
            "pipeline-reach-collected",
            segment.collected(),
            Tone::Quiet,
            "S-16",
        ),
    ]
}
