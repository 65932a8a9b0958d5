//! What the study counts, beside what can be computed without any chance.
//!
//! Copies and zones fail and come back independently of each other, so in the long run each is down for the share
//! `down / (between + down)` of the time, whatever the spread of its repair times; the chance of any state is a product,
//! and the rate at which a quorum is lost is a sum over the states in which one failure more would lose it. That sum
//! has at most 2⁹ terms: six copies and three zones.

use durability::{Ability, Assumptions, SECONDS_PER_YEAR, Scheme, Study, Tally, Weighted};

/// Rates are events in a year; times are microseconds in a year.
#[derive(Debug, Default)]
struct Exact {
    writes_lost: f64,
    reads_lost: f64,
    reads_lost_in_one_zone: f64,
    az_plus_one: f64,
    micros_without_writes: f64,
    micros_without_reads: f64,
}

/// One part: the share of time it is down, and its failures in a year while it is up.
#[derive(Clone, Copy)]
struct Part {
    down: f64,
    rate: f64,
}

fn part(between_micros: u64, down_micros: u64) -> Part {
    let (between, down) = (between_micros as f64, down_micros as f64);
    Part {
        down: down / (between + down),
        rate: (SECONDS_PER_YEAR * 1_000_000) as f64 / between,
    }
}

/// What is possible, whether exactly a zone and one more copy are gone, and how many zones are out; parts that are down
/// are bits, copies first.
fn look(scheme: &Scheme, down: u32) -> (Ability, bool, usize) {
    let copies = u32::from(scheme.copies());
    let zone_out = |zone: u8| down >> (copies + u32::from(zone)) & 1 == 1;
    let is_up = |copy: u32| {
        let zone = scheme.zone_of(base::CopyId(copy as u8)).0;
        down >> copy & 1 == 0 && !zone_out(zone)
    };
    let up = (0..copies).filter(|copy| is_up(*copy)).count() as u8;
    let out = (0..scheme.zones()).filter(|zone| zone_out(*zone)).count();
    let az_plus_one = out == 1 && up + 1 == scheme.copies() - scheme.copies_per_zone();
    (scheme.ability(up), az_plus_one, out)
}

fn exact(scheme: &Scheme, assumptions: &Assumptions) -> Exact {
    let micros = |span: base::SimSpan| span.micros();
    let copy = part(
        micros(assumptions.copy_span()),
        micros(assumptions.repair_span()),
    );
    let zone = part(
        micros(assumptions.zone_span()),
        micros(assumptions.outage_span()),
    );
    let parts: Vec<Part> = (0..scheme.copies())
        .map(|_| copy)
        .chain((0..scheme.zones()).map(|_| zone))
        .collect();
    let mut exact = Exact::default();
    for down in 0..1_u32 << parts.len() {
        let is_down = |place: usize| down >> place & 1 == 1;
        let chance: f64 = parts
            .iter()
            .enumerate()
            .map(|(place, part)| {
                if is_down(place) {
                    part.down
                } else {
                    1.0 - part.down
                }
            })
            .product();
        let (ability, az_plus_one, _) = look(scheme, down);
        let year = chance * (SECONDS_PER_YEAR * 1_000_000) as f64;
        if ability != Ability::ReadWrite {
            exact.micros_without_writes += year;
        }
        if ability == Ability::Unavailable {
            exact.micros_without_reads += year;
        }
        for (place, part) in parts
            .iter()
            .enumerate()
            .filter(|(place, _)| !is_down(*place))
        {
            let (next, next_az_plus_one, zones_out) = look(scheme, down | 1 << place);
            let flow = chance * part.rate;
            if ability == Ability::ReadWrite && next != Ability::ReadWrite {
                exact.writes_lost += flow;
            }
            if ability != Ability::Unavailable && next == Ability::Unavailable {
                exact.reads_lost += flow;
                if zones_out <= 1 {
                    exact.reads_lost_in_one_zone += flow;
                }
            }
            if next_az_plus_one && !az_plus_one {
                exact.az_plus_one += flow;
            }
        }
    }
    exact
}

/// What to look at in a tally.
type Count = fn(&Tally) -> Weighted;

/// Mean in a year and its standard error, from the spread of the stretches.
fn estimate(study: &Study, batches: &[Tally], what: Count) -> (f64, f64) {
    let years = study.stretch().micros() as f64 / (SECONDS_PER_YEAR * 1_000_000) as f64;
    let values: Vec<f64> = batches
        .iter()
        .map(|tally| what(tally).0 as f64 / study.unit() as f64 / years)
        .collect();
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let squares: f64 = values.iter().map(|v| (v - mean) * (v - mean)).sum();
    (mean, (squares / (n - 1.0) / n).sqrt())
}

fn compare(scheme: &'static Scheme, assumptions: Assumptions, years: u32) {
    let mut study = Study::new(scheme, assumptions, years, 11).unwrap();
    let batches: Vec<Tally> = std::iter::from_fn(|| study.next_batch()).collect();
    assert_eq!(batches.len(), durability::BATCHES as usize);
    let truth = exact(scheme, &assumptions);
    let figures: [(&str, f64, Count); 6] = [
        ("writes_lost", truth.writes_lost, |t| t.writes_lost),
        ("reads_lost", truth.reads_lost, |t| t.reads_lost),
        (
            "reads_lost_in_one_zone",
            truth.reads_lost_in_one_zone,
            |t| t.reads_lost_in_one_zone,
        ),
        ("az_plus_one", truth.az_plus_one, |t| t.az_plus_one),
        ("micros_without_writes", truth.micros_without_writes, |t| {
            t.micros_without_writes
        }),
        ("micros_without_reads", truth.micros_without_reads, |t| {
            t.micros_without_reads
        }),
    ];
    for (name, truth, what) in figures {
        let (mean, error) = estimate(&study, &batches, what);
        println!(
            "{} {name}: {mean:e} ± {error:e}, exactly {truth:e}",
            scheme.name()
        );
        assert!(
            error > 0.0 && error < truth / 2.0,
            "{} {name}: {mean:e} ± {error:e} says little",
            scheme.name()
        );
        assert!(
            (mean - truth).abs() < 3.5 * error,
            "{} {name}: {mean:e} ± {error:e}, exactly {truth:e}",
            scheme.name()
        );
    }
}

#[test]
fn q_16_aurora_loses_its_quorums_as_seldom_as_computed() {
    compare(&Scheme::AURORA, Assumptions::ORDINARY, 12_000);
}

#[test]
fn q_6_two_of_three_loses_its_quorums_as_often_as_computed() {
    compare(&Scheme::TWO_OF_THREE, Assumptions::ORDINARY, 20_000);
}

#[test]
fn w_23_mirrored_loses_its_quorums_as_often_as_computed() {
    compare(&Scheme::MIRRORED, Assumptions::ORDINARY, 35_000);
}

#[test]
fn q_14_so_it_is_with_large_segments_and_frequent_failures() {
    // A segment of 10 TB takes almost three hours: failures overlap without any zone going out.
    let hard = Assumptions {
        segment_gb: 10_000,
        copy_days: 30,
        zone_days: 300,
        ..Assumptions::ORDINARY
    };
    for scheme in &Scheme::ALL {
        compare(scheme, hard, 800);
    }
}

#[test]
fn q_14_a_larger_segment_loses_the_read_quorum_more_often() {
    let rate = |segment_gb| {
        let assumptions = Assumptions {
            segment_gb,
            ..Assumptions::ORDINARY
        };
        exact(&Scheme::AURORA, &assumptions).reads_lost_in_one_zone
    };
    // Two failures within the repair time: ten times the time, about ten times the chance.
    assert!((9.0..11.0).contains(&(rate(100) / rate(10))));
}

#[test]
fn inv_19_the_same_seed_gives_the_same_counts() {
    let run = |seed| {
        let mut study = Study::new(&Scheme::AURORA, Assumptions::ORDINARY, 200, seed).unwrap();
        std::iter::from_fn(|| study.next_batch()).collect::<Vec<_>>()
    };
    assert_eq!(run(5), run(5));
    assert_ne!(run(5), run(6));
}

#[test]
fn what_cannot_be_studied_is_named() {
    let field = |assumptions, years| {
        let study = Study::new(&Scheme::AURORA, assumptions, years, 1);
        study.err().map(|problem| problem.field)
    };
    let ordinary = Assumptions::ORDINARY;
    assert_eq!(field(ordinary, 100_000), None);
    assert_eq!(field(ordinary, 0), Some("years"));
    let no_link = Assumptions {
        gbit_per_second: 0,
        ..ordinary
    };
    assert_eq!(field(no_link, 1), Some("gbit-per-second"));
    let restless = Assumptions {
        zone_days: 1,
        copy_days: 36_500,
        ..ordinary
    };
    assert_eq!(field(restless, 10_000_000), Some("steps"));
}
