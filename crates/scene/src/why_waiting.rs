//! Why a commit waits: where the VCL stands, which record holds it back, and where that record is missing.

use base::{EventId, GroupId, Lsn, Phrase, SegmentId, SimTime};
use world::{Ability, Event, Happening, WakeReason, World};

use crate::copies::{Standing, standing};
use crate::ring::{Arc, arc, subject};
use crate::traffic::Traffic;
use crate::why::{Why, WhyStep, fact_of_ability};
use crate::writer::blocker;
use crate::{Tone, say};

/// Events that are looked back through for the one a step is about.
const LOOKED_BACK: usize = 20_000;

/// Gathers steps.
struct Steps<'a> {
    world: &'a World,
    steps: Vec<WhyStep>,
}

impl Steps<'_> {
    fn add(&mut self, phrase: Phrase, tone: Tone, fact: &'static str, event: Option<EventId>) {
        let happened = event.and_then(|id| self.world.journal().get(id));
        self.steps.push(WhyStep {
            place: None,
            event,
            at: happened.map_or(self.world.now(), |entry| entry.at),
            phrase,
            tone,
            fact: Some(fact),
        });
    }
}

/// Why the commit the ring shows is still waiting; `None` if none waits.
pub fn why_waiting(world: &World) -> Option<Why> {
    let (commit, done) = subject(world)?;
    if done {
        return None;
    }
    let (lsn, group) = blocker(world)?;
    let points = world.writer().points();
    let txn = commit.txn.0.to_string();
    let mut steps = Steps {
        world,
        steps: Vec::new(),
    };

    let queued = newest(
        world,
        |event| matches!(event, Event::Database(Happening::CommitQueued { txn, .. }) if *txn == commit.txn),
    );
    let phrase = Phrase::new("why-acknowledged-at")
        .with("txn", txn.clone())
        .with("scn", commit.scn);
    steps.add(phrase, Tone::Waiting, "W-8", queued);

    let moved = newest(world, |event| {
        matches!(event, Event::Database(Happening::VclMoved { .. }))
    });
    let phrase = Phrase::new("why-vcl").with("vcl", points.vcl());
    steps.add(phrase, Tone::Read, "L-7", moved);

    let confirmed = points.group(group).confirmed(lsn);
    let made = newest(
        world,
        |event| matches!(event, Event::Database(Happening::RecordMade { lsn: made, .. }) if *made == lsn),
    );
    let phrase = Phrase::new("why-held-back")
        .with("lsn", lsn)
        .with("group", group.number())
        .with("confirmed", confirmed.len())
        .with("needed", world.quorum().write());
    steps.add(phrase, Tone::Waiting, "Q-2", made);

    let traffic = Traffic::of(world, |other| other == group);
    for copy in confirmed.others().iter() {
        copy_step(
            world,
            &mut steps,
            &traffic,
            SegmentId::new(group, copy),
            lsn,
        );
    }
    let ability = world.ability(group);
    if ability != Ability::ReadWrite {
        quorum_step(world, &mut steps, group, ability);
    }
    let held = world.writer().requests_held();
    if held > 0 {
        let phrase = Phrase::new("why-requests-held")
            .with("requests", held)
            .with("limit", world.writer().allocation_limit());
        steps.add(phrase, Tone::Waiting, "L-15", None);
    }
    Some(Why {
        question: Phrase::new("why-waiting").with("txn", txn),
        steps: steps.steps,
    })
}

/// The newest remembered event of this kind, if it is not too long ago.
fn newest(world: &World, is_it: impl Fn(&Event) -> bool) -> Option<EventId> {
    let journal = world.journal();
    let mut back = journal.since(journal.oldest_id()).rev().take(LOOKED_BACK);
    back.find(|(_, entry)| is_it(&entry.event))
        .map(|(id, _)| id)
}

/// Where the record is at one copy that has not confirmed it.
fn copy_step(world: &World, steps: &mut Steps<'_>, traffic: &Traffic, id: SegmentId, lsn: Lsn) {
    let copy = id.copy();
    let about = |phrase| Phrase::new(phrase).with("copy", say::letter(copy));
    let until = |due: SimTime| due.since(world.now());
    match arc(world, traffic, id, lsn) {
        Arc::Confirmed => {}
        Arc::Unreachable => unreachable_step(world, steps, id),
        Arc::AckOnWay => {
            let answer = traffic.answer_with(id, lsn);
            let (due, sent) = answer.map_or((world.now(), None), |a| (a.due, Some(a.sent)));
            let phrase = about("why-answer-on-way").with("in", until(due));
            steps.add(phrase, Tone::Good, "L-5", sent);
        }
        Arc::Stored => steps.add(about("why-answer-missing"), Tone::Waiting, "L-5", None),
        Arc::BeyondHole => {
            let scl = world.segment(id).scl();
            let lacks = world.log().next_in_group(id.group(), scl).unwrap_or(lsn);
            let phrase = about("why-beyond-hole").with("lacks", lacks);
            steps.add(phrase, Tone::Waiting, "L-4", None);
        }
        Arc::Persisting => {
            let due = match world.next_wakeup(id) {
                Some((due, WakeReason::DiskDone)) => due,
                _ => world.now() + world.segment(id).persist_span(),
            };
            let phrase = about("why-persisting").with("in", until(due));
            steps.add(phrase, Tone::Waiting, "S-2", None);
        }
        Arc::OnWay => {
            let batch = traffic.batch_with(world.log(), id, lsn);
            let (due, sent) = batch.map_or((world.now(), None), |b| (b.due, Some(b.sent)));
            let phrase = about("why-on-way").with("in", until(due));
            steps.add(phrase, Tone::Waiting, "W-3", sent);
        }
        Arc::Waiting => {
            let lost = traffic.batches_to(id).iter().find(|batch| batch.lost);
            match lost {
                Some(lost) => {
                    steps.add(
                        about("why-lost-on-way"),
                        Tone::Fault,
                        "S-4",
                        Some(lost.sent),
                    );
                }
                None => steps.add(about("why-not-sent"), Tone::Waiting, "W-5", None),
            }
        }
    }
}

/// Since when, and why, a copy cannot be reached.
fn unreachable_step(world: &World, steps: &mut Steps<'_>, id: SegmentId) {
    let copy = id.copy();
    let (plain, since, fact, event) = if !world.is_up(id) {
        let stopped = newest(
            world,
            |event| matches!(event, Event::CopyStopped { segment } if *segment == id),
        );
        ("why-stopped", "why-stopped-since", "Q-17", stopped)
    } else if standing(world, copy) == Standing::Cut {
        let cut = newest(
            world,
            |event| matches!(event, Event::CopyCut { copy: cut } if *cut == copy),
        );
        ("why-cut-off", "why-cut-off-since", "Q-17", cut)
    } else {
        let zones = [world.topology().zone_of(copy), world.writer_zone()];
        let cut = newest(
            world,
            |event| matches!(event, Event::ZoneCut { zone } if zones.contains(zone)),
        );
        ("why-zone-cut", "why-zone-cut-since", "Q-3", cut)
    };
    let when = event.and_then(|event| world.journal().get(event));
    let phrase = match when {
        Some(entry) => Phrase::new(since).with("since", entry.at),
        None => Phrase::new(plain),
    };
    let phrase = phrase.with("copy", say::letter(copy));
    steps.add(phrase, Tone::Fault, fact, event);
}

/// The group has no write quorum any more.
fn quorum_step(world: &World, steps: &mut Steps<'_>, group: GroupId, ability: Ability) {
    let changed = newest(
        world,
        |event| matches!(event, Event::AbilityChanged { group: of, .. } if *of == group),
    );
    let phrase = say::with_copies(Phrase::new("why-quorum-lost"), world.reachable(group))
        .with("group", group.number())
        .with("ability", say::ability(ability))
        .with("needed", world.quorum().write());
    steps.add(phrase, Tone::Fault, fact_of_ability(ability), changed);
}
