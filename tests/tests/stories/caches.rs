//! What is in memory when roles change: survivable caches, and cluster cache management.

use base::{EventId, PageId, Phrase, ReaderId, RequestId, SimSpan};
use std::collections::BTreeMap;
use tests::{B, C, Lab};
use text::{Lang, Texts};
#[cfg(target_family = "wasm")]
use wasm_bindgen_test::wasm_bindgen_test as test;
use world::cache_management::to_send;
use world::{
    Bloom, Buffers, CcmOff, CcmStatus, ClusterEvent, Command, Event, Failover, Family, Happening,
    Load, ReaderSpec, Refusal, Size, Through, Topology,
};

const R1: ReaderId = ReaderId(0);
const R2: ReaderId = ReaderId(1);

fn first(zone: base::ZoneId) -> ReaderSpec {
    ReaderSpec {
        tier: 0,
        ..ReaderSpec::in_zone(zone)
    }
}

/// Fast failovers, and small pages, so that there are many.
fn cluster(readers: &[ReaderSpec], failover: Failover) -> Lab {
    let mut lab = Lab::of(Topology {
        groups: 4,
        page_bytes: 64,
        readers: readers.to_vec(),
        failover: Some(Failover {
            writer_tier: 0,
            check_millis: 200,
            promote_millis: 500,
            publish_millis: 100,
            ..failover
        }),
        cache_pages: 100,
        ..Topology::default()
    });
    lab.put("k", "before").expect_acked(1);
    lab
}

fn clients(write_percent: u32) -> Load {
    Load::ClosedLoop {
        clients: 5,
        think_micros: 25_000,
        write_percent,
        rows: 60,
    }
}

fn cached(lab: &Lab, reader: ReaderId) -> usize {
    let reader = lab.world().reader(reader).expect("there");
    reader.cached_pages().count()
}

#[test]
fn cc_1_the_promoted_reader_keeps_its_cache_and_the_old_writer_loses_it() {
    let mut lab = cluster(
        &[first(B), ReaderSpec::in_zone(C)],
        Failover {
            loads_use: Through::ReadsAtReaders,
            ..Failover::default()
        },
    );
    lab.load(clients(20));
    lab.run(10_000);
    lab.stop_load();
    lab.run(500);
    let (promoted, other) = (cached(&lab, R1), cached(&lab, R2));
    assert!(promoted > 15 && other > 15, "{promoted} and {other}");
    lab.give(&Command::Failover { to: Some(R1) });
    lab.run(10_000);
    assert_eq!(lab.world().endpoint(), Some(R1));
    assert_eq!(lab.world().writer().cache().pages().count(), promoted);
    assert_eq!(cached(&lab, R2), other, "it has not restarted");
    assert_eq!(cached(&lab, ReaderId(2)), 0, "the old writer");
    // And what is there is right.
    let asked = lab.world().writer().read_counts().requests;
    lab.load(clients(20));
    lab.run(5_000);
    let more = lab.world().writer().read_counts().requests - asked;
    assert!(more < 60, "{more} pages from storage");
    lab.stop_load();
    lab.rest();
}

#[test]
fn cc_1_a_cache_survives_its_process_in_the_mysql_family_alone() {
    for (family, survives) in [(Family::MySql, true), (Family::PostgreSql, false)] {
        let failover = Failover {
            family,
            in_place: true,
            ..Failover::default()
        };
        let mut lab = cluster(&[], failover);
        lab.load(clients(20));
        lab.run(10_000);
        lab.stop_load();
        lab.run(500);
        assert!(lab.world().writer().cache().pages().count() > 15);
        lab.crash_writer();
        lab.run(10_000);
        assert!(lab.is_open());
        let left = lab.world().writer().cache().pages().count();
        assert_eq!(left > 15, survives, "{family:?}: {left}");
        lab.load(clients(20));
        lab.run(3_000);
        lab.stop_load();
        lab.rest();
    }
}

#[test]
fn ex_60_the_writer_sends_its_hot_pages_that_the_reader_lacks() {
    let pages = |numbers: &[u32]| numbers.iter().copied().map(PageId).collect::<Vec<_>>();
    let mut exact = 0;
    for seed in 0..100 {
        let has = Bloom::of(pages(&[1, 2, 4, 8]), 100, seed);
        let sent = to_send(pages(&[6, 8, 9]), &has);
        assert!(!sent.contains(&PageId(8)), "CC-10: never what is there");
        exact += u32::from(sent == pages(&[6, 9]));
    }
    assert!(exact >= 98, "a page is seldom left out: {exact} of 100");
}

#[test]
fn ex_61_warm_percent_and_warm_rate() {
    let status = CcmStatus {
        last_minute: Buffers {
            found: 2_000,
            sent: 600,
        },
        last_scan: Buffers {
            found: 200,
            sent: 20,
        },
        ..CcmStatus::default()
    };
    assert_eq!(status.warm_percent(), Some(90), "CC-8");
    assert_eq!(status.warm_rate(), 80, "CC-7: KB a second");
    assert_eq!(CcmStatus::default().warm_percent(), None);
}

fn postgresql(readers: &[ReaderSpec]) -> Lab {
    let failover = Failover {
        family: Family::PostgreSql,
        cache_management: true,
        ..Failover::default()
    };
    cluster(readers, failover)
}

fn said_off(lab: &Lab) -> Vec<CcmOff> {
    let journal = lab.world().journal();
    let all = journal.since(EventId(0));
    let off = all.filter_map(|(_, entry)| match entry.event {
        Event::Cluster(ClusterEvent::CacheManagementOff { why }) => Some(why),
        _ => None,
    });
    off.collect()
}

#[test]
fn ex_62_with_two_readers_at_tier_0_it_is_off() {
    let mut lab = postgresql(&[first(B), first(C)]);
    lab.run(100_000);
    let why = CcmOff::SeveralFirstReaders;
    assert_eq!(lab.world().cache_management(), Err(why));
    assert_eq!(lab.world().cache_management_status(), None);
    assert_eq!(said_off(&lab), [why], "it is said once");
    let why = Phrase::new("ccm-off-several-first-readers");
    let said = Texts::new(Lang::En).say(&Phrase::new("event-ccm-off").with("why", why));
    assert!(
        said.starts_with("Cluster Cache Manager is disabled"),
        "{said}"
    );
    // CC-4: the other reasons.
    let tier = |reader, tier| Command::SetTier { reader, tier };
    lab.give(&tier(R1, 1));
    lab.give(&tier(R2, 1));
    lab.run(2_000);
    lab.give(&tier(R1, 0));
    lab.give(&tier(ReaderId(2), 1));
    lab.run(2_000);
    lab.give(&tier(ReaderId(2), 0));
    lab.give(&Command::ModifyInstance {
        reader: R1,
        class: None,
        size: Some(Size::XLarge),
    });
    lab.run(2_000);
    assert_eq!(
        said_off(&lab)[1..],
        [
            CcmOff::NoFirstReader,
            CcmOff::WriterNotFirst,
            CcmOff::OtherSize
        ]
    );
    lab.rest();
}

#[test]
fn cc_2_only_the_postgresql_family_has_it() {
    let mut lab = cluster(&[first(B)], Failover::default());
    let on = lab.try_give(&Command::SetCacheManagement { on: true });
    assert_eq!(on, Err(Refusal::NotPostgreSql));
    lab.rest();
}

#[test]
fn cc_5_it_takes_effect_after_a_minute() {
    let mut lab = postgresql(&[first(B)]);
    lab.load(clients(10));
    lab.run(59_000);
    assert_eq!(cached(&lab, R1), 0);
    assert_eq!(lab.world().cache_management(), Ok(R1));
    assert_eq!(lab.world().cache_management_status(), None);
    lab.run(10_000);
    let status = lab.world().cache_management_status().expect("it is on");
    assert!(status.last_scan.found > 15, "{status:?}");
    assert!(cached(&lab, R1) > 15);
    lab.run(20_000);
    let status = lab.world().cache_management_status().expect("it is on");
    assert!(status.warm_percent() > Some(70), "{status:?}");
    lab.stop_load();
    lab.rest();
}

/// What a failover to the reader at tier 0 is like: pages read from storage in the first seconds, how long reads took in
/// the first of them, and how long in the fifth, in microseconds on average.
fn promotion(warm: bool) -> (u64, u64, u64) {
    let mut lab = postgresql(&[first(B)]);
    if !warm {
        lab.give(&Command::SetCacheManagement { on: false });
    }
    lab.load(clients(10));
    lab.run(85_000);
    let before = lab.world().journal().next_id();
    lab.give(&Command::Failover { to: Some(R1) });
    lab.run_while(SimSpan::from_millis(60_000), |lab| {
        lab.world().connections(world::Endpoint::Cluster)[0].1 < 3
    });
    let back = lab.world().now();
    lab.run(6_000);
    let mut began = BTreeMap::<RequestId, _>::new();
    let mut took = [(0, 0); 2];
    for (at, what) in lab.happenings(before) {
        match what {
            Happening::ReadBegan { request, .. } => {
                began.insert(request, at);
            }
            Happening::ReadAnswered { request, .. } => {
                let Some(since) = began.remove(&request) else {
                    continue;
                };
                let second = at.micros().saturating_sub(back.micros()) / 1_000_000;
                if let Some((sum, count)) = match second {
                    0 => took.first_mut(),
                    4 | 5 => took.last_mut(),
                    _ => None,
                } {
                    *sum += at.since(since).micros();
                    *count += 1;
                }
            }
            _ => {}
        }
    }
    let mean = took.map(|(sum, count)| sum / u64::max(count, 1));
    let misses = lab.world().writer().read_counts().reads;
    lab.stop_load();
    lab.rest();
    (misses, mean[0], mean[1])
}

#[test]
fn cc_14_a_cold_promotion_has_a_bump_that_fades_and_a_warm_one_has_none() {
    let (cold, warm) = (promotion(false), promotion(true));
    assert!(warm.0 * 3 < cold.0, "misses: {warm:?} and {cold:?}");
    assert!(
        warm.1 * 2 < cold.1,
        "the first second: {warm:?} and {cold:?}"
    );
    assert!(cold.2 * 2 < cold.1, "it fades: {cold:?}");
}
