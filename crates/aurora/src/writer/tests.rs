use base::CopyId;

use super::*;
use crate::constants::{LSN_ALLOCATION_LIMIT, REMIND_AFTER, RESEND_AFTER};
use crate::protocol::Bytes;
use crate::redo::Run;

const WRITER: Address = Address::Instance(base::InstanceId::FIRST);
const CALL_DELAY: SimSpan = SimSpan::from_micros(20);

fn setup(limit: u64) -> (Writer, RedoLog) {
    let log = RedoLog::new(2, Lsn::ZERO);
    let config = WriterConfig {
        lsn_allocation_limit: limit,
        call_delay: CALL_DELAY,
        ..WriterConfig::plain(2)
    };
    (Writer::new(config, &log), log)
}

fn put(writer: &mut Writer, log: &mut RedoLog, now: SimTime, request: u64) {
    let operation = Operation::Put {
        key: b"cart:42"[..].into(),
        value: b"3 apples"[..].into(),
    };
    writer.handle_request(now, log, RequestId(request), &operation);
}

/// What the writer wants done, what goes to several copies written out.
fn drain(writer: &mut Writer) -> Vec<Effect> {
    let effects = std::iter::from_fn(|| writer.poll_effect());
    let written_out = effects.flat_map(|effect| match effect {
        Effect::SendWrites { to, run } => {
            let send = |copy| Effect::Send {
                to: Address::Segment(SegmentId::new(run.group, copy)),
                message: Message::Write(run),
            };
            to.iter().map(send).collect()
        }
        other => vec![other],
    });
    written_out.collect()
}

fn writes(effects: &[Effect]) -> Vec<(SegmentId, Run)> {
    let write = |effect: &Effect| match effect {
        Effect::Send {
            to: Address::Segment(to),
            message: Message::Write(run),
        } => Some((*to, *run)),
        _ => None,
    };
    effects.iter().filter_map(write).collect()
}

fn at(micros: u64) -> SimTime {
    SimTime::from_micros(micros)
}

#[test]
fn w_5_records_ride_along_until_the_call_is_executed() {
    let (mut writer, mut log) = setup(LSN_ALLOCATION_LIMIT);
    put(&mut writer, &mut log, at(0), 1);
    put(&mut writer, &mut log, at(15), 2);
    assert!(writes(&drain(&mut writer)).is_empty());
    let (due, reason) = writer.poll_wakeup().unwrap();
    assert_eq!(
        due,
        at(0) + CALL_DELAY,
        "the second write has not put the call off"
    );
    let WakeReason::Call(group) = reason else {
        panic!("{reason:?}")
    };
    writer.handle_wakeup(due, &mut log);
    let sent = writes(&drain(&mut writer));
    let to: Vec<SegmentId> = sent.iter().map(|(to, _)| *to).collect();
    assert_eq!(
        to,
        CopyId::all()
            .map(|copy| SegmentId::new(group, copy))
            .collect::<Vec<_>>()
    );
    assert!(
        sent.iter()
            .all(|(_, run)| (run.len, run.last) == (6, Lsn(6)))
    );
}

#[test]
fn the_fourth_acknowledgement_commits() {
    let (mut writer, mut log) = setup(LSN_ALLOCATION_LIMIT);
    put(&mut writer, &mut log, at(0), 1);
    let group = page::group_of(page::page_of_key(b"cart:42", 2));
    for copy in 0..4 {
        assert_eq!(writer.commits().len(), 1, "three are not enough");
        drain(&mut writer);
        let from = SegmentId::new(group, CopyId(copy));
        writer.handle_message(
            at(1_000),
            &mut log,
            from,
            crate::epoch::Stamp::FIRST,
            Message::Ack { scl: Lsn(3) },
        );
    }
    assert!(writer.commits().is_empty());
    let effects = drain(&mut writer);
    let answer = Effect::Answer {
        request: RequestId(1),
        outcome: Outcome::Committed(Lsn(3)),
    };
    assert!(effects.contains(&answer));
    assert_eq!(
        (writer.points().vcl(), writer.points().vdl()),
        (Lsn(3), Lsn(3))
    );
}

#[test]
fn l_15_requests_wait_for_lsns_and_go_on_in_order() {
    let (mut writer, mut log) = setup(7);
    (1..=4).for_each(|request| put(&mut writer, &mut log, at(0), request));
    assert_eq!((writer.allocated(), writer.requests_held()), (Lsn(6), 2));
    let group = page::group_of(page::page_of_key(b"cart:42", 2));
    for copy in 0..4 {
        let from = SegmentId::new(group, CopyId(copy));
        writer.handle_message(
            at(9),
            &mut log,
            from,
            crate::epoch::Stamp::FIRST,
            Message::Ack { scl: Lsn(3) },
        );
    }
    assert_eq!((writer.allocated(), writer.requests_held()), (Lsn(9), 1));
    assert!(writer.allocated() <= writer.allocation_limit());
    let waiting: Vec<u64> = writer
        .commits()
        .iter()
        .map(|waiting| waiting.request.0)
        .collect();
    assert_eq!(waiting, [2, 3]);
}

#[test]
fn what_has_no_quorum_is_sent_again_at_growing_intervals() {
    let (mut writer, mut log) = setup(LSN_ALLOCATION_LIMIT);
    put(&mut writer, &mut log, at(0), 1);
    let mut moments = Vec::new();
    while let Some((due, _)) = writer.poll_wakeup()
        && moments.len() < 4
    {
        writer.handle_wakeup(due, &mut log);
        if writes(&drain(&mut writer)).len() == 6 {
            moments.push(due.micros());
        }
    }
    let (call, after) = (CALL_DELAY.micros(), RESEND_AFTER.micros());
    assert_eq!(moments, [call, after, 3 * after, 7 * after]);
}

#[test]
fn l_5_who_seems_to_be_behind_is_reminded_until_it_answers() {
    let (mut writer, mut log) = setup(LSN_ALLOCATION_LIMIT);
    put(&mut writer, &mut log, at(0), 1);
    writer.handle_wakeup(at(0) + CALL_DELAY, &mut log);
    let sent = writes(&drain(&mut writer));
    let group = GroupId(0);
    let ack = |writer: &mut Writer, log: &mut RedoLog, now, to: SegmentId, scl| {
        let stamp = writer.stamp(group);
        writer.handle_message(now, log, to, stamp, Message::Ack { scl });
    };
    let silent = sent[5].0;
    for (to, run) in &sent[..5] {
        ack(&mut writer, &mut log, at(1_000), *to, run.last);
    }
    drain(&mut writer);
    let mut moments = Vec::new();
    while let Some((due, _)) = writer.poll_wakeup()
        && moments.len() < 3
    {
        writer.handle_wakeup(due, &mut log);
        let again = writes(&drain(&mut writer));
        if let [(to, run)] = again[..] {
            assert_eq!((to, run.last, run.len), (silent, log.newest_of(group), 1));
            moments.push(due.micros());
        }
    }
    let (looked, after) = (RESEND_AFTER.micros(), REMIND_AFTER.micros());
    assert_eq!(moments, [after, 3 * after, 7 * after].map(|at| looked + at));
    let newest = log.newest_of(group);
    ack(&mut writer, &mut log, at(9_000_000), silent, newest);
    drain(&mut writer);
    while let Some((due, _)) = writer.poll_wakeup() {
        assert!(!writer.handle_wakeup(due, &mut log), "nobody is behind");
    }
}

#[test]
fn ex_33_a_stale_epoch_costs_exactly_one_extra_request() {
    let (mut writer, mut log) = setup(LSN_ALLOCATION_LIMIT);
    put(&mut writer, &mut log, at(0), 1);
    writer.handle_wakeup(at(0) + CALL_DELAY, &mut log);
    let sent = writes(&drain(&mut writer));
    let (to, run) = sent[0];
    let mut copy = crate::storage_node::Segment::new(to, SimSpan::ZERO);
    let newer = crate::epoch::Stamp {
        membership: crate::epoch::MembershipEpoch(2),
        ..crate::epoch::Stamp::FIRST
    };
    copy.learn(newer);
    let mut requests = 0;
    let mut ask = |writer: &mut Writer, log: &mut RedoLog, run: Run| {
        requests += 1;
        let stamp = writer.stamp(to.group());
        copy.handle_message(at(500), log, WRITER, stamp, Message::Write(run));
        let replies: Vec<Message> = std::iter::from_fn(|| copy.poll_effect())
            .filter_map(|effect| match effect {
                Effect::Send { message, .. } => Some(message),
                _ => None,
            })
            .collect();
        for reply in replies {
            writer.handle_message(at(1_000), log, to, crate::epoch::Stamp::FIRST, reply);
        }
    };
    ask(&mut writer, &mut log, run);
    assert_eq!(writer.stamp(to.group()), newer, "refused, and refreshed");
    let again = writes(&drain(&mut writer));
    assert_eq!(again, [(to, run)]);
    ask(&mut writer, &mut log, run);
    assert_eq!(writer.points().scl(to), run.last, "accepted");
    assert!(writes(&drain(&mut writer)).is_empty());
    assert_eq!(requests, 2);
}

#[test]
fn what_is_said_of_an_earlier_question_is_no_news_of_this_one() {
    let (mut writer, mut log) = setup(LSN_ALLOCATION_LIMIT);
    put(&mut writer, &mut log, at(0), 1);
    let page = page::page_of_key(b"cart:42", 2);
    let group = page::group_of(page);
    for copy in 0..6 {
        let (from, ack) = (
            SegmentId::new(group, CopyId(copy)),
            Message::Ack { scl: Lsn(3) },
        );
        let stamp = crate::epoch::Stamp::FIRST;
        writer.handle_message(at(1_000), &mut log, from, stamp, ack);
    }
    drain(&mut writer);
    let key = b"cart:42"[..].into();
    let request = RequestId(2);
    writer.handle_request(at(2_000), &mut log, request, &Operation::Get { key });
    let asked: Vec<SegmentId> = drain(&mut writer)
        .iter()
        .filter_map(|effect| match effect {
            Effect::Send {
                to: Address::Segment(to),
                message: Message::ReadPage { .. },
            } => Some(*to),
            _ => None,
        })
        .collect();
    let [asked] = asked[..] else {
        panic!("one copy is asked (R-1)")
    };
    let mut hear = |writer: &mut Writer, from| {
        let stamp = crate::epoch::Stamp::FIRST;
        let message = Message::Unreadable { request };
        writer.handle_message(at(3_000), &mut log, from, stamp, message);
        drain(writer).len()
    };
    // The same request had to load a page of another group, and another copy's, before it could read.
    let other_group = SegmentId::new(GroupId(1 - group.0), asked.copy());
    let not_asked = SegmentId::new(group, CopyId((asked.copy().0 + 1) % 6));
    assert_eq!(hear(&mut writer, other_group), 0);
    assert_eq!(hear(&mut writer, not_asked), 0);
    // And it had to load another page of this group.
    let other = std::sync::Arc::new(page::Page::empty(page::transaction_page(group)));
    let image = (&other, log.newest_of(group));
    writer.handle_page(at(3_000), &mut log, asked, request, image, 0);
    assert!(
        drain(&mut writer).is_empty(),
        "it is not a damaged one either"
    );
    assert_eq!(writer.reads_open(), 1);
    let mut hear = |writer: &mut Writer, from| {
        let stamp = crate::epoch::Stamp::FIRST;
        let message = Message::Unreadable { request };
        writer.handle_message(at(3_000), &mut log, from, stamp, message);
        drain(writer).len()
    };
    assert_eq!(hear(&mut writer, asked), 1, "another copy is asked");
}

/// What a row is for who reads it now, from a page made of all of the log up to the read point.
fn seen(writer: &Writer, log: &RedoLog, key: &[u8]) -> Option<Bytes> {
    let view = writer.read_view();
    let id = log.page_of_key(key);
    let mut page = page::Page::empty(id);
    for lsn in 1..=view.read_point().0 {
        match log.get(Lsn(lsn)) {
            Some(record) if record.page == id => page.apply(Lsn(lsn), log.change(Lsn(lsn))),
            _ => {}
        }
    }
    page.row_in(key, &view).map(Bytes::from)
}

#[test]
fn g_51_nobody_sees_what_is_held_however_often_it_was_written() {
    let (mut writer, mut log) = setup(LSN_ALLOCATION_LIMIT);
    let group = page::group_of(page::page_of_key(b"cart:42", 2));
    let mut requests = 0;
    let mut write = |writer: &mut Writer, log: &mut RedoLog, value: &[u8]| {
        requests += 1;
        let (key, value) = (b"cart:42"[..].into(), value.into());
        let operation = Operation::Put { key, value };
        writer.handle_request(at(0), log, RequestId(requests), &operation);
    };
    let durable = |writer: &mut Writer, log: &mut RedoLog| {
        let (stamp, scl) = (writer.stamp(group), log.newest_of(group));
        for copy in 0..4 {
            let from = SegmentId::new(group, CopyId(copy));
            writer.handle_message(at(9), log, from, stamp, Message::Ack { scl });
        }
    };
    let answered = |writer: &mut Writer| -> Vec<u64> {
        let effects = drain(writer).into_iter();
        let answer = |effect| match effect {
            Effect::Answer { request, .. } => Some(request.0),
            _ => None,
        };
        effects.filter_map(answer).collect()
    };
    write(&mut writer, &mut log, b"old");
    durable(&mut writer, &mut log);
    // One write is under way when commits begin to be held, two come later.
    write(&mut writer, &mut log, b"first");
    writer.hold_commits(at(1), true);
    write(&mut writer, &mut log, b"second");
    write(&mut writer, &mut log, b"third");
    durable(&mut writer, &mut log);
    assert_eq!(answered(&mut writer), [1]);
    let durable_to = writer.points().vdl();
    assert_eq!((durable_to, writer.commits().len()), (log.last(), 3));
    assert_eq!(
        seen(&writer, &log, b"cart:42").as_deref(),
        Some(&b"old"[..])
    );
    assert_eq!(writer.lowest_read_point(), Lsn(3), "R-12: it is in use");
    writer.hold_commits(at(20), false);
    assert_eq!(answered(&mut writer), [2, 3, 4], "G-52: in order");
    assert_eq!(
        seen(&writer, &log, b"cart:42").as_deref(),
        Some(&b"third"[..])
    );
    assert_eq!(writer.lowest_read_point(), durable_to);
}
