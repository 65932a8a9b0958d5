use base::{CopyId, GroupId, PageId, RequestId, TxnId};

use super::*;
use crate::page;
use crate::redo::Change;

const GROUP: GroupId = GroupId(0);
const WRITER: Address = Address::Instance(base::InstanceId::FIRST);

fn segment(copy: u8, persist_micros: u64) -> Segment {
    Segment::new(
        SegmentId::new(GROUP, CopyId(copy)),
        SimSpan::from_micros(persist_micros),
    )
}

/// A log in which group 1 has exactly these records; group 2 owns those in between.
fn log_with_chain(lsns: &[u64]) -> RedoLog {
    let mut log = RedoLog::new(2, Lsn(lsns[0] - 1));
    for lsn in lsns[0]..=*lsns.last().unwrap() {
        let group = GroupId(u32::from(!lsns.contains(&lsn)));
        log.append(page::page_in_group(group, 1), put(b"k", b"v"), true);
    }
    log
}

fn put<'a>(key: &'a [u8], value: &'a [u8]) -> Change<'a> {
    Change::PutRow {
        txn: TxnId(1),
        key,
        value,
    }
}

fn record(lsn: u64) -> Message {
    Message::Write(Run {
        last: Lsn(lsn),
        group: GROUP,
        len: 1,
    })
}

fn sent(segment: &mut Segment) -> Vec<(Address, Message)> {
    std::iter::from_fn(|| segment.poll_effect())
        .filter_map(|effect| match effect {
            Effect::Send { to, message } => Some((to, message)),
            _ => None,
        })
        .collect()
}

fn at(micros: u64) -> SimTime {
    SimTime::from_micros(micros)
}

#[test]
fn ex_13_the_scl_stops_before_a_hole_until_gossip_fills_it() {
    let log = log_with_chain(&[10, 12, 15, 18]);
    let mut behind = segment(0, 0);
    for lsn in [10, 12, 18] {
        behind.handle_message(at(1), &log, WRITER, Stamp::FIRST, record(lsn));
    }
    assert_eq!((behind.scl(), behind.beyond_hole()), (Lsn(12), 1));
    assert!(behind.holds(&log, Lsn(18)) && !behind.holds(&log, Lsn(15)));
    assert!(
        !behind.holds(&log, Lsn(11)),
        "11 belongs to the other group"
    );
    let acks = sent(&mut behind);
    assert_eq!(acks.last(), Some(&(WRITER, Message::Ack { scl: Lsn(12) })));

    // A peer that has everything hears the comparison, says that it is ahead, and is asked.
    let mut peer = segment(1, 0);
    let whole = Message::Write(Run {
        last: Lsn(18),
        group: GROUP,
        len: 4,
    });
    peer.handle_message(at(1), &log, WRITER, Stamp::FIRST, whole);
    sent(&mut peer);
    let (me, other) = (Address::Segment(behind.id()), Address::Segment(peer.id()));

    let (due, reason) = behind.poll_wakeup().expect("a hole is a reason to gossip");
    assert_eq!(reason, WakeReason::Gossip);
    assert!(behind.handle_wakeup(due, &log));
    let [(to, compare)] = sent(&mut behind)[..] else {
        panic!("one comparison")
    };
    assert_eq!((to, compare), (other, Message::Compare { scl: Lsn(12) }));
    peer.handle_message(due, &log, me, Stamp::FIRST, compare);
    let [(_, ahead)] = sent(&mut peer)[..] else {
        panic!("one reply")
    };
    behind.handle_message(due, &log, other, Stamp::FIRST, ahead);
    let [(_, lack)] = sent(&mut behind)[..] else {
        panic!("one question")
    };
    assert_eq!(lack, Message::Lack { after: Lsn(12) });
    peer.handle_message(due, &log, me, Stamp::FIRST, lack);
    let [(_, fill)] = sent(&mut peer)[..] else {
        panic!("one piece of log")
    };
    behind.handle_message(due, &log, other, Stamp::FIRST, fill);

    assert_eq!((behind.scl(), behind.beyond_hole()), (Lsn(18), 0));
    assert!(sent(&mut behind).contains(&(WRITER, Message::Report { scl: Lsn(18) })));
}

#[test]
fn s_2_a_record_counts_only_once_it_is_on_disk() {
    let log = log_with_chain(&[10, 12]);
    let mut copy = segment(0, 150);
    copy.handle_message(at(5), &log, WRITER, Stamp::FIRST, record(10));
    copy.handle_message(at(7), &log, WRITER, Stamp::FIRST, record(12));
    assert_eq!((copy.scl(), copy.records_in_memory()), (Lsn::ZERO, 2));
    assert!(sent(&mut copy).is_empty());
    assert_eq!(copy.poll_wakeup(), Some((at(155), WakeReason::DiskDone)));
    assert!(copy.handle_wakeup(at(155), &log));
    assert_eq!((copy.scl(), copy.records_in_memory()), (Lsn(10), 1));
    assert_eq!(sent(&mut copy), [(WRITER, Message::Ack { scl: Lsn(10) })]);
    assert!(copy.handle_wakeup(at(305), &log));
    assert_eq!(copy.scl(), Lsn(12));
}

#[test]
fn stopping_loses_what_is_in_memory_and_keeps_what_is_on_disk() {
    let log = log_with_chain(&[10, 12]);
    let mut copy = segment(0, 150);
    copy.handle_message(at(0), &log, WRITER, Stamp::FIRST, record(10));
    copy.handle_wakeup(at(150), &log);
    copy.handle_message(at(160), &log, WRITER, Stamp::FIRST, record(12));
    copy.stop();
    assert_eq!(
        (copy.scl(), copy.records_in_memory(), copy.poll_wakeup()),
        (Lsn(10), 0, None)
    );
    copy.restart(at(900), &log);
    assert_eq!(copy.poll_wakeup(), Some((at(900), WakeReason::Gossip)));
}

#[test]
fn peers_that_agree_fall_silent() {
    let log = log_with_chain(&[10]);
    let mut copies: Vec<Segment> = (0..6).map(|copy| segment(copy, 0)).collect();
    for copy in &mut copies {
        copy.handle_message(at(0), &log, WRITER, Stamp::FIRST, record(10));
        sent(copy);
    }
    let mut rounds = 0;
    while let Some((due, from)) = copies
        .iter()
        .enumerate()
        .filter_map(|(n, copy)| copy.poll_wakeup().map(|(due, _)| (due, n)))
        .min()
    {
        rounds += 1;
        assert!(rounds < 60, "six copies must stop talking once they agree");
        copies[from].handle_wakeup(due, &log);
        let mut mail: Vec<(usize, Address, Message)> = sent(&mut copies[from])
            .into_iter()
            .map(|(to, message)| (from, to, message))
            .collect();
        while let Some((from, to, message)) = mail.pop() {
            let Address::Segment(to) = to else {
                panic!("nobody else is talked to")
            };
            let index = to.copy().0 as usize;
            let sender = Address::Segment(copies[from].id());
            copies[index].handle_message(due, &log, sender, Stamp::FIRST, message);
            mail.extend(
                sent(&mut copies[index])
                    .into_iter()
                    .map(|(to, message)| (index, to, message)),
            );
        }
    }
    assert!(rounds >= 6);
}

fn read(
    copy: &mut Segment,
    log: &RedoLog,
    page: PageId,
    at_lsn: u64,
) -> Result<(Option<Vec<u8>>, u32), Lsn> {
    let message = Message::ReadPage {
        request: RequestId(1),
        page,
        at: Lsn(at_lsn),
    };
    copy.handle_message(at(9), log, WRITER, Stamp::FIRST, message);
    let mut records = 0;
    let mut result = None;
    while let Some(effect) = copy.poll_effect() {
        match effect {
            Effect::Happened(Happening::PageBuilt { applied, .. }) => records = applied,
            Effect::SendPage { page, .. } => {
                result = Some(Ok((page.row(b"k").map(<[u8]>::to_vec), records)));
            }
            Effect::Send {
                message: Message::NotThatFar { scl, .. },
                ..
            } => result = Some(Err(scl)),
            _ => {}
        }
    }
    result.expect("a read is always answered")
}

#[test]
fn a_page_is_built_at_the_read_point_and_no_further() {
    let page = page::page_in_group(GROUP, 3);
    let mut log = RedoLog::new(1, Lsn::ZERO);
    for value in [b"1", b"2", b"3", b"4"] {
        log.append(page, put(b"k", value), true);
        log.append(
            page::transaction_page(GROUP),
            Change::TxnCommitted(TxnId(1)),
            true,
        );
    }
    let mut copy = segment(0, 0);
    let run = log.run_between(GROUP, Lsn::ZERO, Lsn(6), 99).unwrap();
    copy.handle_message(at(1), &log, WRITER, Stamp::FIRST, Message::Write(run));

    assert_eq!(read(&mut copy, &log, page, 3), Ok((Some(b"2".to_vec()), 2)));
    assert_eq!(
        read(&mut copy, &log, page, 6),
        Ok((Some(b"3".to_vec()), 1)),
        "built on the version kept"
    );
    assert_eq!(
        read(&mut copy, &log, page, 6),
        Ok((Some(b"3".to_vec()), 0)),
        "kept as it is"
    );
    assert_eq!(
        read(&mut copy, &log, page, 1),
        Ok((Some(b"1".to_vec()), 1)),
        "an older point still works"
    );
    assert_eq!(
        read(&mut copy, &log, page, 7),
        Err(Lsn(6)),
        "S-19: not complete up to there"
    );
}

fn membership(epoch: u16) -> Stamp {
    Stamp {
        membership: crate::epoch::MembershipEpoch(epoch),
        ..Stamp::FIRST
    }
}

#[test]
fn inv_9_what_comes_from_an_older_epoch_changes_nothing() {
    let log = log_with_chain(&[10, 12]);
    let mut copy = segment(0, 0);
    copy.learn(membership(2));
    drop(sent(&mut copy));
    copy.handle_message(at(1), &log, WRITER, Stamp::FIRST, record(10));
    assert_eq!((copy.scl(), copy.records_in_memory()), (Lsn::ZERO, 0));
    let stale = Message::Stale {
        knows: membership(2),
        request: None,
    };
    assert_eq!(sent(&mut copy), [(WRITER, stale)]);
    copy.handle_message(at(2), &log, WRITER, membership(3), record(10));
    assert_eq!((copy.scl(), copy.stamp()), (Lsn(10), membership(3)));
}

#[test]
fn m_4_a_refused_peer_learns_and_compares_again() {
    let log = log_with_chain(&[10]);
    let (mut old, mut new) = (segment(0, 0), segment(1, 0));
    new.learn(membership(2));
    drop(sent(&mut new));
    let (me, other) = (Address::Segment(old.id()), Address::Segment(new.id()));
    let compare = Message::Compare { scl: Lsn::ZERO };
    new.handle_message(at(1), &log, me, old.stamp(), compare);
    let [(_, stale)] = sent(&mut new)[..] else {
        panic!("one refusal")
    };
    old.handle_message(at(2), &log, other, new.stamp(), stale);
    assert_eq!(old.stamp(), membership(2));
    assert_eq!(sent(&mut old), [(other, compare)]);
}

/// EX-17: records 1 to 5 for a page, PGMRPL 3.
#[test]
fn ex_17_what_somebody_may_still_read_is_kept_and_what_is_older_is_refused() {
    let log = log_with_chain(&[1, 2, 3, 4, 5]);
    let page = page::page_in_group(GROUP, 1);
    let mut copy = segment(0, 0);
    let all = Message::Write(Run {
        last: Lsn(5),
        group: GROUP,
        len: 5,
    });
    copy.handle_message(at(1), &log, WRITER, Stamp::FIRST, all);
    let horizon = Message::Horizon(crate::protocol::Horizon {
        durable: Lsn(5),
        pgmrpl: Lsn(3),
        everywhere: Lsn(5),
    });
    copy.handle_message(at(2), &log, WRITER, Stamp::FIRST, horizon);
    let mut store = crate::object_store::ObjectStore::default();
    let mut made = Made::default();
    for _ in 0..100 {
        let (due, _) = copy.poll_wakeup().expect("there is work to do");
        copy.handle_wakeup(due, &log);
        copy.handle_background(due, &log, Some(&mut store), &mut made);
    }
    assert_eq!(copy.collected(), Lsn(3), "1 to 3 are one version now");
    sent(&mut copy);

    for read_point in 2..=5 {
        let request = RequestId(read_point);
        let read = Message::ReadPage {
            request,
            page,
            at: Lsn(read_point),
        };
        copy.handle_message(at(3), &log, WRITER, Stamp::FIRST, read);
        let answers: Vec<Effect> = std::iter::from_fn(|| copy.poll_effect())
            .filter(|effect| !matches!(effect, Effect::Happened(_)))
            .collect();
        let pgmrpl = Lsn(3);
        match &answers[..] {
            [Effect::SendPage { page, .. }] if read_point >= 3 => {
                assert_eq!(page.lsn(), Lsn(read_point));
            }
            [Effect::Send { message, .. }] if read_point < 3 => {
                assert_eq!(*message, Message::TooFarBack { request, pgmrpl });
            }
            other => panic!("a read at {read_point} is answered with {other:?}"),
        }
    }
}

fn volume(epoch: u16) -> Stamp {
    Stamp {
        volume: crate::epoch::VolumeEpoch(epoch),
        ..Stamp::FIRST
    }
}

#[test]
fn inv_9_a_copy_that_has_promised_a_newer_instance_goes_back_to_no_older_one() {
    let log = log_with_chain(&[10]);
    let (mut copy, peer) = (segment(0, 0), segment(1, 0));
    let peer = Address::Segment(peer.id());
    let epoch = crate::epoch::VolumeEpoch;
    let survey = Message::Survey { epoch: epoch(3) };
    copy.handle_message(at(1), &log, WRITER, volume(3), survey);
    // Epoch 2 was opened by somebody who was replaced meanwhile.
    assert!(!copy.may_enter(epoch(2)) && copy.may_enter(epoch(3)));
    for from in [WRITER, peer] {
        assert!(!copy.accepts(from, volume(2)), "{from:?}");
    }
    // Peers that read the same text may go on, and the control plane has nothing to do with who writes.
    assert!(copy.accepts(peer, volume(1)) && !copy.accepts(WRITER, volume(1)));
    assert!(copy.accepts(Address::ControlPlane, volume(1)));
}

#[test]
fn an_order_that_came_in_before_a_newer_one_still_leads_into_its_epoch() {
    let log = log_with_chain(&[10]);
    let mut copy = segment(0, 100);
    let epoch = crate::epoch::VolumeEpoch;
    assert_eq!(copy.enterable(), epoch(2));
    let raise = Message::RaiseEpoch { epoch: epoch(2) };
    copy.handle_message(at(1), &log, WRITER, volume(2), raise);
    let survey = Message::Survey { epoch: epoch(4) };
    copy.handle_message(at(2), &log, WRITER, volume(4), survey);
    assert_eq!(copy.enterable(), epoch(2));
    copy.stop();
    assert_eq!(copy.enterable(), epoch(4), "what was not on disk is gone");
}

#[test]
fn a_newcomer_obeys_whoever_was_given_the_newest_epoch() {
    let log = log_with_chain(&[10]);
    let mut copy = segment(6, 0);
    copy.born_in(crate::epoch::VolumeEpoch(1), base::InstanceId(0));
    copy.obey_from_birth(crate::epoch::VolumeEpoch(2), base::InstanceId(1));
    copy.handle_message(at(1), &log, WRITER, volume(1), record(10));
    let refused = |(to, message): &(Address, Message)| {
        *to == WRITER && matches!(message, Message::Stale { knows, .. } if *knows == volume(2))
    };
    assert!(sent(&mut copy).iter().all(refused));
    assert_eq!(copy.records_in_memory(), 0);
}
