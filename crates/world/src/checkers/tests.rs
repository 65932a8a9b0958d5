//! The referee is silent over an honest journal, and notices each kind of lie in a forged one.

use base::{CopyId, GroupId, Keep, Lsn, PageId, SegmentId, ZoneId};

use super::*;
use crate::{Ability, Address, Command, Load, Message, Stamp, World};

/// A run with a bit of everything: writes and reads, a zone cut and healed, a copy stopped and restarted, losses.
fn honest() -> (Topology, Vec<Entry<Event>>) {
    let topology = Topology {
        lsn_allocation_limit: 60,
        ..Topology::default()
    };
    let mut world = World::new(topology.clone(), 7, Keep::All);
    let run = |world: &mut World, millis: u64| {
        let until = world.now() + base::SimSpan::from_millis(millis);
        assert!(world.run_until(until, 1_000_000));
    };
    let load = Load::OpenLoop {
        writes_per_second: 400,
        reads_per_second: 200,
        rows: 20,
    };
    for command in [
        Command::StartLoad(load),
        Command::CutZone { zone: ZoneId(2) },
        Command::StopCopy {
            copy: CopyId(3),
            group: None,
        },
        Command::HealZone { zone: ZoneId(2) },
        Command::LoseMessages {
            copy: None,
            percent: 20,
        },
        Command::RestartCopy {
            copy: CopyId(3),
            group: None,
        },
        Command::LoseMessages {
            copy: None,
            percent: 0,
        },
        Command::StopLoad {},
    ] {
        world.give(&command).expect("it makes sense");
        run(&mut world, 150);
    }
    run(&mut world, 5_000);
    (
        topology,
        world
            .journal()
            .since(EventId(0))
            .map(|(_, entry)| *entry)
            .collect(),
    )
}

fn judge(topology: &Topology, entries: &[Entry<Event>]) -> Referee {
    let mut referee = Referee::new(topology);
    for (number, entry) in entries.iter().enumerate() {
        referee.see(EventId(number as u64), entry);
    }
    referee
}

#[test]
fn an_honest_journal_is_passed() {
    let (topology, entries) = honest();
    let mut referee = judge(&topology, &entries);
    referee.rest();
    assert_eq!(referee.verdict(), [], "of {} entries", entries.len());
}

/// The names under which a forged journal is found out. What is forged is said by a change of the first entry that
/// has something to change.
fn found(forge: impl Fn(&mut Entry<Event>) -> bool) -> Vec<&'static str> {
    let (topology, mut entries) = honest();
    let forged = entries.iter_mut().any(forge);
    assert!(forged, "there is something to forge");
    names(&judge(&topology, &entries))
}

/// As [`found`], but everything that can be forged is.
fn found_throughout(mut forge: impl FnMut(&mut Entry<Event>) -> bool) -> Vec<&'static str> {
    let (topology, mut entries) = honest();
    let forged = entries
        .iter_mut()
        .filter_map(|entry| forge(entry).then_some(()))
        .count();
    assert!(forged > 0, "there is something to forge");
    names(&judge(&topology, &entries))
}

fn names(referee: &Referee) -> Vec<&'static str> {
    referee
        .verdict()
        .iter()
        .map(|violation| violation.invariant)
        .collect()
}

#[test]
fn m_14_a_group_that_is_not_the_next_is_noticed() {
    let (topology, mut entries) = honest();
    let entry = entries.last_mut().expect("a long run");
    let (group, geometry) = (GroupId(7), aurora::epoch::GeometryEpoch(2));
    entry.event = Event::Database(Happening::GroupAdded { group, geometry });
    assert!(names(&judge(&topology, &entries)).contains(&"M-14"));
}

#[test]
fn q_19_a_second_patch_before_the_first_has_ended_is_noticed() {
    let (topology, mut entries) = honest();
    let last = entries.len() - 1;
    let patch = |copy| Event::PatchBegan { copy: CopyId(copy) };
    entries[last - 1].event = patch(0);
    assert!(!names(&judge(&topology, &entries)).contains(&"Q-19"));
    entries[last].event = patch(2);
    assert!(names(&judge(&topology, &entries)).contains(&"Q-19"));
    entries[last].event = Event::PatchEnded { copy: CopyId(2) };
    assert!(names(&judge(&topology, &entries)).contains(&"Q-19"));
}

#[test]
fn m_20_a_tail_that_makes_pages_is_noticed() {
    let (mut topology, entries) = honest();
    let makes_pages =
        |entry: &Entry<Event>| matches!(entry.event, Event::Database(Happening::Coalesced { .. }));
    assert!(entries.iter().any(makes_pages));
    topology.segments = crate::Segments::FullAndTail;
    assert!(
        judge(&topology, &entries)
            .verdict()
            .iter()
            .any(|it| it.invariant == "M-20")
    );
}

/// Makes an entry one that says nothing.
fn erase(entry: &mut Entry<Event>) -> bool {
    entry.event = Event::LoadStarted;
    true
}

fn happening(entry: &mut Entry<Event>) -> Option<&mut Happening> {
    match &mut entry.event {
        Event::Database(what) => Some(what),
        _ => None,
    }
}

fn sent(entry: &mut Entry<Event>) -> Option<(&mut Address, &mut Address, &mut Message)> {
    match &mut entry.event {
        Event::Sent { from, to, message } => Some((from, to, message)),
        _ => None,
    }
}

/// A change of one kind of happening.
macro_rules! change {
    ($pattern:pat $(if $guard:expr)? => $change:expr) => {
        |entry: &mut Entry<Event>| match happening(entry) {
            Some($pattern) $(if $guard)? => {
                $change;
                true
            }
            _ => false,
        }
    };
}

#[track_caller]
fn assert_found(name: &str, found: &[&str]) {
    assert!(found.contains(&name), "{name} is not among {found:?}");
}

#[test]
fn inv_1_a_commit_whose_records_are_on_three_disks_only() {
    let on_three = found_throughout(|entry| match happening(entry) {
        Some(Happening::Persisted { segment, .. }) if segment.copy().0 < 3 => erase(entry),
        _ => false,
    });
    assert_found("INV-1", &on_three);
}

#[test]
fn inv_1_a_commit_behind_a_record_of_another_group_that_is_on_three_disks_only() {
    let (topology, mut entries) = honest();
    let first = entries
        .iter()
        .find_map(|entry| match entry.event {
            Event::Database(Happening::CommitQueued { scn, .. }) => Some(scn),
            _ => None,
        })
        .expect("commits");
    let mut referee = judge(&topology, &entries);
    let group = referee.holdings.record(first).expect("made").group;
    for entry in &mut entries {
        if let Event::Database(Happening::Persisted { segment, .. }) = entry.event
            && segment.group().0 == group
            && segment.copy().0 < 3
        {
            erase(entry);
        }
    }
    referee = judge(&topology, &entries);
    let groups_of_commits = referee
        .verdict()
        .iter()
        .filter(|violation| violation.invariant == "INV-1")
        .map(
            |violation| match entries[violation.event.0 as usize].event {
                Event::Database(Happening::CommitAcknowledged { scn, .. }) => {
                    referee.holdings.record(scn).map(|r| r.group)
                }
                _ => None,
            },
        );
    assert!(
        groups_of_commits
            .flatten()
            .any(|of_commit| of_commit != group)
    );
}

#[test]
fn inv_2_the_points_out_of_order() {
    let (mut topology, entries) = honest();
    topology.lsn_allocation_limit = 40;
    assert_found("INV-2", &names(&judge(&topology, &entries)));
    assert_found(
        "INV-2",
        &found(change!(Happening::VclMoved { to } => *to = to.plus(1_000))),
    );
    assert_found(
        "INV-2",
        &found(change!(Happening::VdlMoved { to } => *to = to.plus(3))),
    );
}

#[test]
fn inv_3_a_vdl_inside_a_mini_transaction() {
    assert_found(
        "INV-3",
        &found(change!(Happening::VdlMoved { to } => *to = Lsn(to.0 - 2))),
    );
}

#[test]
fn inv_4_a_pgcl_that_fewer_or_more_than_four_copies_have_reached() {
    assert_found(
        "INV-4",
        &found(change!(Happening::PgclMoved { to, .. } => *to = to.plus(3))),
    );
    assert_found(
        "INV-4",
        &found(change!(Happening::PgclMoved { to, .. } => *to = to.previous())),
    );
    let unsaid = found(|entry| {
        matches!(happening(entry), Some(Happening::PgclMoved { .. })) && erase(entry)
    });
    assert_found("INV-4", &unsaid);
}

#[test]
fn inv_5_an_scl_beyond_a_hole_and_l_4_one_below_what_is_held() {
    assert_found(
        "INV-5",
        &found(change!(Happening::Persisted { scl, .. } => *scl = scl.plus(3))),
    );
    assert_found(
        "L-4",
        &found(change!(Happening::Persisted { scl, .. } if scl.0 > 0 => *scl = Lsn::ZERO)),
    );
}

#[test]
fn inv_6_a_page_from_the_instance_to_storage() {
    let page_sent = found(|entry| match sent(entry) {
        Some((_, _, message @ Message::Write(_))) => {
            *message = Message::PageImage {
                request: base::RequestId(0),
                page: base::PageId(0),
                at: Lsn::ZERO,
                checksum: 0,
            };
            true
        }
        _ => false,
    });
    assert_found("INV-6", &page_sent);
}

#[test]
fn l_1_l_2_l_16_records_out_of_line() {
    assert_found(
        "L-1",
        &found(change!(Happening::RecordMade { lsn, .. } => *lsn = lsn.next())),
    );
    assert_found(
        "L-2",
        &found(change!(Happening::RecordMade { links, .. } => links.group = Lsn(77))),
    );
    assert_found(
        "L-2",
        &found(change!(Happening::RecordMade { links, .. } => links.page = Lsn(77))),
    );
    assert_found(
        "L-16",
        &found(change!(Happening::RecordMade { page, .. } => *page = PageId(9_999))),
    );
    let elsewhere = change!(Happening::Persisted { segment, .. } if segment.group().0 == 0 => {
        *segment = SegmentId::new(GroupId(1), segment.copy());
    });
    assert_found("L-16", &found(elsewhere));
    let to_other_group = found(|entry| match sent(entry) {
        Some((_, Address::Segment(to), Message::Write(run))) if run.group.0 == 0 => {
            *to = SegmentId::new(GroupId(1), to.copy());
            true
        }
        _ => false,
    });
    assert_found("L-16", &to_other_group);
}

#[test]
fn l_5_s_2_s_4_copies_that_do_not_tell_the_truth() {
    let boasts = found(|entry| match sent(entry) {
        Some((_, _, Message::Ack { scl })) => {
            *scl = scl.plus(3);
            true
        }
        _ => false,
    });
    assert_found("L-5", &boasts);
    let other_records = change!(Happening::Persisted { run, .. } if run.len > 1 => run.len -= 1);
    assert_found("S-2", &found(other_records));
    let passes_on_what_it_lacks = found(|entry| match sent(entry) {
        Some((from, to, Message::Fill(_))) => {
            std::mem::swap(from, to);
            true
        }
        _ => false,
    });
    assert_found("S-4", &passes_on_what_it_lacks);
}

#[test]
fn l_7_l_11_l_20_points_that_stand_elsewhere() {
    assert_found(
        "L-7",
        &found(change!(Happening::VclMoved { to } => *to = to.previous())),
    );
    let unsaid =
        found(|entry| matches!(happening(entry), Some(Happening::VclMoved { .. })) && erase(entry));
    assert_found("L-7", &unsaid);
    assert_found(
        "L-11",
        &found(change!(Happening::VdlMoved { to } => *to = to.previous())),
    );
    let unsaid =
        found(|entry| matches!(happening(entry), Some(Happening::VdlMoved { .. })) && erase(entry));
    assert_found("L-11", &unsaid);
    assert_found(
        "L-20",
        &found(change!(Happening::SclHeard { scl, .. } => *scl = Lsn::ZERO)),
    );
    for back in [
        found_throughout(change!(Happening::PgclMoved { to, .. } if to.0 > 30 => *to = Lsn(3))),
        found_throughout(change!(Happening::VclMoved { to } if to.0 > 30 => *to = Lsn(3))),
        found_throughout(change!(Happening::VdlMoved { to } if to.0 > 30 => *to = Lsn(3))),
    ] {
        assert_found("L-20", &back);
    }
}

#[test]
fn w_8_w_9_w_10_w_12_l_19_commits_at_the_wrong_moment() {
    let (topology, mut entries) = honest();
    let queued = entries.iter().find_map(|entry| match entry.event {
        Event::Database(Happening::CommitQueued { txn, scn, request }) => Some((txn, scn, request)),
        _ => None,
    });
    let (txn, scn, request) = queued.expect("commits");
    let heard = entries
        .iter()
        .position(|entry| matches!(entry.event, Event::Database(Happening::SclHeard { .. })));
    entries[heard.expect("acknowledgements")].event =
        Event::Database(Happening::CommitAcknowledged { txn, scn, request });
    assert_found("W-8", &names(&judge(&topology, &entries)));

    let unsaid = found(|entry| {
        matches!(happening(entry), Some(Happening::CommitAcknowledged { .. })) && erase(entry)
    });
    assert_found("W-10", &unsaid);
    assert_found(
        "W-10",
        &found(change!(Happening::CommitAcknowledged { request, .. } => request.0 += 1_000_000)),
    );
    assert_found(
        "W-12",
        &found(change!(Happening::CommitAcknowledged { scn, .. } => *scn = scn.plus(3))),
    );
    assert_found(
        "W-9",
        &found(change!(Happening::CommitQueued { scn, .. } => *scn = Lsn(scn.0 - 2))),
    );
    assert_found(
        "L-19",
        &found(change!(Happening::CommitQueued { scn, .. } if scn.0 > 9 => *scn = Lsn(3))),
    );
}

#[test]
fn w_10_a_client_that_is_answered_twice() {
    // The second answer that arrives is made the first one over again.
    let (topology, mut entries) = honest();
    let answers = |entry: &Entry<Event>| {
        matches!(
            entry.event,
            Event::Delivered {
                to: Address::Client(_),
                ..
            }
        )
    };
    let mut arrivals = (0..entries.len()).filter(|number| answers(&entries[*number]));
    let (first, second) = (
        arrivals.next().expect("answers"),
        arrivals.next().expect("answers"),
    );
    entries[second] = Entry {
        at: entries[second].at,
        ..entries[first]
    };
    assert_found("W-10", &names(&judge(&topology, &entries)));
}

#[test]
fn r_1_r_3_r_4_r_14_s_19_reads_that_see_the_wrong_thing() {
    assert_found(
        "R-4",
        &found(change!(Happening::ReadBegan { read_point, .. } => *read_point = read_point.next())),
    );
    assert_found(
        "R-1",
        &found(change!(Happening::ReadAnswered { request, .. } => request.0 += 1_000_000)),
    );
    let elsewhen = found(|entry| match sent(entry) {
        Some((_, _, Message::ReadPage { at, .. })) => {
            *at = at.next();
            true
        }
        _ => false,
    });
    assert_found("R-14", &elsewhen);
    let asked_unheard = found_throughout(|entry| match happening(entry) {
        Some(Happening::SclHeard { segment, .. }) if segment.copy().0 == 0 => erase(entry),
        _ => false,
    });
    assert_found("R-3", &asked_unheard);
    let served_unheld = found_throughout(|entry| match happening(entry) {
        Some(Happening::Persisted { segment, .. }) if segment.copy().0 == 0 => erase(entry),
        _ => false,
    });
    assert_found("S-19", &served_unheld);
}

#[test]
fn q_8_cut_stopped_what_faults_allow() {
    let promised = found(|entry| match &mut entry.event {
        Event::AbilityChanged { ability, .. } if *ability != Ability::ReadWrite => {
            *ability = Ability::ReadWrite;
            true
        }
        _ => false,
    });
    assert_found("Q-8", &promised);
    assert_found(
        "CUT",
        &found(|entry| matches!(entry.event, Event::ZoneHealed { .. }) && erase(entry)),
    );
    assert_found(
        "STOPPED",
        &found(|entry| matches!(entry.event, Event::CopyRestarted { .. }) && erase(entry)),
    );
    assert_found(
        "STOPPED",
        &found(|entry| matches!(entry.event, Event::CopyStopped { .. }) && erase(entry)),
    );
}

#[test]
fn cause_an_event_that_comes_of_something_else() {
    let (topology, honest) = honest();
    // Whatever has a cause: with the cause of its neighbour before, or with one yet to come, it makes no sense.
    let mut kinds = std::collections::BTreeSet::new();
    for (number, entry) in honest.iter().enumerate() {
        let kind = kind(&entry.event);
        if entry.cause.0 == number as u64 || !kinds.insert(kind.clone()) {
            continue;
        }
        for cause in [EventId(number as u64), EventId(0)] {
            let mut entries = honest[..=number].to_vec();
            entries[number].cause = cause;
            assert_found("CAUSE", &names(&judge(&topology, &entries)));
        }
    }
    assert!(kinds.len() > 20, "{kinds:?}");
}

/// The name of an event and, of a message or happening, its own.
fn kind(event: &Event) -> String {
    let text = match event {
        Event::Sent { message, .. } => format!("Sent {message:?}"),
        other => format!("{other:?}"),
    };
    text.replace("Database(", "Database ")
        .split(['{', '('])
        .next()
        .unwrap_or_default()
        .trim()
        .to_owned()
}

#[test]
fn journal_entries_that_are_missing_or_out_of_time() {
    let (topology, entries) = honest();
    let mut referee = Referee::new(&topology);
    referee.see(EventId(0), &entries[0]);
    referee.see(EventId(2), &entries[2]);
    assert_found("JOURNAL", &names(&referee));
    let mut backwards = entries;
    backwards[500].at = SimTime::ZERO;
    assert_found("JOURNAL", &names(&judge(&topology, &backwards)));
}

#[test]
fn rest_is_not_before_everything_is_done() {
    let (topology, entries) = honest();
    let texts_of = |last: fn(&Happening) -> bool| {
        let number = entries
            .iter()
            .position(|entry| matches!(&entry.event, Event::Database(what) if last(what)));
        let mut referee = judge(&topology, &entries[..=number.expect("it happens")]);
        assert_eq!(referee.verdict(), [], "so far everything is well");
        referee.rest();
        referee
            .verdict()
            .iter()
            .map(|violation| violation.text.clone())
            .collect::<Vec<_>>()
    };
    let mut texts = texts_of(|what| matches!(what, Happening::SclHeard { .. }));
    texts.extend(texts_of(|what| matches!(what, Happening::ReadBegan { .. })));
    for what in [
        "have no answer",
        "on their way",
        "complete to 0 only",
        "commits wait, the first",
        "reads hang",
    ] {
        assert!(
            texts.iter().any(|text| text.contains(what)),
            "{what}: {texts:?}"
        );
    }
}

/// A run whose writer crashes and comes back, and then gives way to one in another zone without being told.
fn recovered() -> (Topology, Vec<Entry<Event>>) {
    let topology = Topology {
        call_micros: 20_000,
        ..Topology::default()
    };
    let mut world = World::new(topology.clone(), 7, Keep::All);
    let load = Load::OpenLoop {
        writes_per_second: 400,
        reads_per_second: 100,
        rows: 20,
    };
    for command in [
        Command::StartLoad(load),
        Command::CrashWriter {},
        Command::RestartWriter {},
        Command::PromoteWriter { zone: ZoneId(1) },
        Command::StopLoad {},
    ] {
        world.give(&command).expect("it makes sense");
        let until = world.now() + base::SimSpan::from_millis(300);
        assert!(world.run_until(until, 1_000_000));
    }
    let until = world.now() + base::SimSpan::from_millis(5_000);
    assert!(world.run_until(until, 1_000_000));
    let entries = world.journal().since(EventId(0));
    (topology, entries.map(|(_, entry)| *entry).collect())
}

fn found_in_recovery(forge: impl Fn(&mut Event) -> bool) -> Vec<&'static str> {
    let (topology, mut entries) = recovered();
    let forged = entries.iter_mut().any(|entry| forge(&mut entry.event));
    assert!(forged, "there is something to forge");
    let referee = judge(&topology, &entries);
    let found = referee.verdict().iter();
    found.map(|violation| violation.invariant).collect()
}

#[test]
fn an_honest_recovery_is_passed() {
    let (topology, entries) = recovered();
    let mut referee = judge(&topology, &entries);
    referee.rest();
    assert_eq!(referee.verdict(), []);
    assert!(referee.rows_followed() > 10, "as registers, to the end");
}

#[test]
fn inv_7_an_acknowledged_commit_that_is_declared_void_is_noticed() {
    let found = found_in_recovery(|event| match event {
        Event::Database(Happening::RangeDecided { range, .. }) => {
            range.above = Lsn(3);
            true
        }
        _ => false,
    });
    assert!(found.contains(&"INV-7"), "{found:?}");
}

#[test]
fn inv_8_a_copy_that_still_has_what_is_void_is_noticed() {
    let found = found_in_recovery(|event| match event {
        Event::Sent {
            message: Message::EpochRaised { scl, .. },
            ..
        } => {
            *scl = scl.plus(1_000_000);
            true
        }
        _ => false,
    });
    assert!(found.contains(&"INV-8"), "{found:?}");
}

#[test]
fn inv_9_a_message_from_an_older_epoch_that_changes_something_is_noticed() {
    let found = found_in_recovery(|event| match *event {
        Event::Database(Happening::Refused { segment, knows, .. }) => {
            *event = Event::Database(Happening::EpochLearnt { segment, knows });
            true
        }
        _ => false,
    });
    assert!(found.contains(&"INV-9"), "{found:?}");
}

/// A run whose volume grows and one of whose copies is replaced while rows are written.
fn changed() -> (Topology, Vec<Entry<Event>>) {
    let topology = Topology {
        groups: 1,
        groups_max: Some(4),
        page_bytes: 128,
        repair_millis: 300,
        ..Topology::default()
    };
    let mut world = World::new(topology.clone(), 7, Keep::All);
    let load = Load::OpenLoop {
        writes_per_second: 1_000,
        reads_per_second: 100,
        rows: 500,
    };
    let hot = Command::MoveHotCopy {
        copy: CopyId(5),
        group: None,
    };
    for command in [Command::StartLoad(load), hot] {
        world.give(&command).expect("it makes sense");
        let until = world.now() + base::SimSpan::from_millis(1_500);
        assert!(world.run_until(until, 1_000_000));
    }
    let entries = world.journal().since(EventId(0));
    (topology, entries.map(|(_, entry)| *entry).collect())
}

#[test]
fn inv_9_older_members_and_an_older_geometry_that_change_something_are_noticed() {
    let (topology, entries) = changed();
    assert_eq!(judge(&topology, &entries).verdict(), []);
    let geometry = |had: Stamp, knows: Stamp| had.geometry < knows.geometry;
    let membership = |had: Stamp, knows: Stamp| had.membership < knows.membership;
    for is_older in [geometry, membership] {
        let mut forged = entries.clone();
        let refused = forged.iter_mut().find_map(|entry| match entry.event {
            Event::Database(Happening::Refused {
                segment,
                from: Address::Instance(_) | Address::Segment(_),
                had,
                knows,
            }) if is_older(had, knows) && had.volume == knows.volume => {
                let learnt = Happening::EpochLearnt { segment, knows };
                entry.event = Event::Database(learnt);
                Some(())
            }
            _ => None,
        });
        assert!(refused.is_some(), "somebody was behind the times");
        let found = names(&judge(&topology, &forged));
        assert!(found.contains(&"INV-9"), "{found:?}");
    }
}

#[test]
fn inv_18_a_second_writer_of_an_epoch_is_noticed() {
    let found = found_in_recovery(|event| match event {
        Event::Database(Happening::RecoveryBegan { epoch, .. }) => {
            *epoch = VolumeEpoch::FIRST;
            true
        }
        _ => false,
    });
    assert!(found.contains(&"INV-18"), "{found:?}");
}

/// Where a journal tells this, and what it tells.
fn place_of<T>(entries: &[Entry<Event>], is_it: impl Fn(&Event) -> Option<T>) -> (usize, T) {
    let mut found = entries.iter().enumerate();
    found
        .find_map(|(place, entry)| Some((place, is_it(&entry.event)?)))
        .expect("it is told")
}

#[test]
fn inv_7_inv_18_an_older_writer_that_acknowledges_what_is_void_is_noticed() {
    let (topology, mut entries) = recovered();
    let (fenced, _) = place_of(&entries, |event| match event {
        Event::Database(Happening::WriterFenced { .. }) => Some(()),
        _ => None,
    });
    let opened = entries[..fenced]
        .iter()
        .rev()
        .find_map(|entry| match entry.event {
            Event::Database(Happening::VolumeOpened { range, .. }) => Some(range),
            _ => None,
        });
    let void = opened.expect("the newer one has opened it").above.next();
    let (_, (txn, request)) = place_of(&entries, |event| match *event {
        Event::Database(Happening::CommitQueued { txn, request, .. }) => Some((txn, request)),
        _ => None,
    });
    entries[fenced].event = Event::Database(Happening::CommitAcknowledged {
        txn,
        scn: void,
        request,
    });
    let referee = judge(&topology, &entries);
    let found: Vec<_> = referee.verdict().iter().map(|it| it.invariant).collect();
    assert!(found.contains(&"INV-7"), "{found:?}");
    assert!(found.contains(&"INV-18"), "{found:?}");
}

#[test]
fn inv_7_a_recovery_that_keeps_more_than_its_answers_say_is_noticed() {
    let found = found_in_recovery(|event| match event {
        Event::Database(Happening::RangeDecided { range, .. }) => {
            range.above = range.above.next();
            true
        }
        _ => false,
    });
    assert!(found.contains(&"C-17"), "{found:?}");
}

#[test]
fn an_answer_that_fits_no_order_of_what_was_asked_is_noticed() {
    let (topology, mut entries) = recovered();
    let mut forged = 0;
    for entry in &mut entries {
        if let Event::Database(Happening::ReadAnswered { value, found, .. }) = &mut entry.event
            && *found
        {
            // As if the row had never been written.
            (*value, *found) = (0, false);
            forged += 1;
        }
    }
    assert!(forged > 10);
    let referee = judge(&topology, &entries);
    let found: Vec<_> = referee.verdict().iter().map(|it| it.invariant).collect();
    assert!(found.contains(&"LINEAR"), "{found:?}");
    assert!(found.contains(&"SERIAL"), "{found:?}");
}

/// A run with a reader that is asked while rows change.
fn honest_with_a_reader() -> (Topology, Vec<Entry<Event>>) {
    let topology = Topology {
        readers: vec![crate::ReaderSpec::in_zone(ZoneId(1))],
        cache_pages: 4,
        ..Topology::default()
    };
    let mut world = World::new(topology.clone(), 7, Keep::All);
    let load = Load::OpenLoop {
        writes_per_second: 400,
        reads_per_second: 50,
        rows: 5,
    };
    world.give(&Command::StartLoad(load)).expect("a load");
    for _ in 0..20 {
        let until = world.now() + base::SimSpan::from_millis(20);
        assert!(world.run_until(until, 1_000_000));
        let get = Command::Get {
            key: "cart:0".to_owned(),
            from_reader: Some(base::ReaderId(0)),
        };
        world.give(&get).expect("there is a reader");
    }
    let entries = world.journal().since(EventId(0));
    (topology, entries.map(|(_, entry)| *entry).collect())
}

/// The names under which a forged journal of a reader is found out.
fn found_of_a_reader(forge: impl Fn(&mut Happening) -> bool) -> Vec<&'static str> {
    let (topology, mut entries) = honest_with_a_reader();
    let forged = entries
        .iter_mut()
        .rev()
        .any(|entry| match &mut entry.event {
            Event::Database(what) => forge(what),
            _ => false,
        });
    assert!(forged, "there is something to forge");
    names(&judge(&topology, &entries))
}

#[test]
fn inv_10_a_reader_that_shows_what_the_writer_never_showed_is_noticed() {
    let (topology, entries) = honest_with_a_reader();
    assert_eq!(judge(&topology, &entries).verdict(), []);
    let half = found_of_a_reader(|what| match what {
        Happening::ReaderMoved { to, .. } => {
            *to = to.previous();
            true
        }
        _ => false,
    });
    assert!(
        half.contains(&"INV-10"),
        "half a mini-transaction: {half:?}"
    );
    let beyond = found_of_a_reader(|what| match what {
        Happening::ReaderMoved { to, .. } => {
            *to = Lsn(to.0 + 3_000);
            true
        }
        _ => false,
    });
    assert!(beyond.contains(&"INV-10"), "beyond the VDL: {beyond:?}");
    let old = found_of_a_reader(|what| match what {
        Happening::ReaderAnswered { lsn, .. } if *lsn > Lsn::ZERO => {
            *lsn = lsn.previous();
            true
        }
        _ => false,
    });
    assert!(old.contains(&"INV-10"), "an older page: {old:?}");
    let ahead = found_of_a_reader(|what| match what {
        Happening::ReaderReadBegan { read_point, .. } => {
            *read_point = read_point.next();
            true
        }
        _ => false,
    });
    assert!(ahead.contains(&"INV-10"), "not where it stands: {ahead:?}");
}
