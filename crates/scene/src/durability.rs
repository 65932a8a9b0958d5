//! The study of durability, as figures with their uncertainty and as words.
//!
//! The study counts in whole numbers; here its counts become rates. How far a rate can be trusted is read off the
//! spread of the stretches the study is cut into, which are independent of each other: the interval is the mean and,
//! to both sides, Student's factor times the standard error, which covers the truth about 95 times in 100. It is a
//! little too narrow where very few histories led to a loss.

use base::{Phrase, SimSpan};
use durability::{Ability, Assumptions, BATCHES, SECONDS_PER_YEAR, Scheme, Study, Tally, Weighted};

/// A figure and the interval that covers the truth about 95 times in 100.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The best guess.
    pub mean: f64,
    /// The lower end, never below nothing.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// One figure of a scheme.
#[derive(Clone, Debug, PartialEq)]
pub struct DurabilityFigure {
    /// The name of the figure for programs.
    pub key: &'static str,
    /// What it is.
    pub label: Phrase,
    /// What it says.
    pub value: Phrase,
    /// The number behind it, for one protection group: events in a year, or seconds in a year.
    pub interval: Interval,
}

/// What the study found about one scheme.
#[derive(Clone, Debug, PartialEq)]
pub struct SchemeView {
    /// The scheme.
    pub scheme: &'static Scheme,
    /// What it is called.
    pub title: Phrase,
    /// The share of the study that is done, in percent.
    pub done_percent: u32,
    /// How often its quorums are lost, for how long, and what a zone and one more copy leave.
    pub figures: Vec<DurabilityFigure>,
}

/// What one scheme's study has found so far.
///
/// # Panics
/// If no stretch is done yet.
pub fn scheme_view(study: &Study, batches: &[Tally]) -> SchemeView {
    assert!(!batches.is_empty(), "at least one stretch is done");
    let years = years_of(study.stretch());
    let interval = |what: fn(&Tally) -> Weighted| {
        let unit = study.unit() as f64 * years;
        interval_of(batches.iter().map(|tally| what(tally).0 as f64 / unit))
    };
    let seen = years * batches.len() as f64;
    let rate = |key, label, what| {
        let interval = interval(what);
        let value = say_rate(interval, seen);
        DurabilityFigure {
            key,
            label,
            value,
            interval,
        }
    };
    let time = |key, label, what| {
        let Interval { mean, low, high } = interval(what);
        let value = say_time(mean);
        let [mean, low, high] = [mean, low, high].map(|micros| micros / 1e6);
        let interval = Interval { mean, low, high };
        DurabilityFigure {
            key,
            label,
            value,
            interval,
        }
    };
    let scheme = study.scheme();
    let figures = vec![
        rate("writes_lost", Phrase::new("durability-writes-lost"), |t| {
            t.writes_lost
        }),
        rate("reads_lost", Phrase::new("durability-reads-lost"), |t| {
            t.reads_lost
        }),
        rate(
            "reads_lost_in_one_zone",
            Phrase::new("durability-reads-lost-in-one-zone"),
            |t| t.reads_lost_in_one_zone,
        ),
        time(
            "seconds_without_writes",
            Phrase::new("durability-without-writes"),
            |t| t.micros_without_writes,
        ),
        time(
            "seconds_without_reads",
            Phrase::new("durability-without-reads"),
            |t| t.micros_without_reads,
        ),
        rate("az_plus_one", say_az_plus_one(scheme), |t| t.az_plus_one),
    ];
    SchemeView {
        scheme,
        title: title(scheme),
        done_percent: batches.len() as u32 * 100 / BATCHES,
        figures,
    }
}

/// What is assumed, in sentences.
pub fn assumed(assumptions: &Assumptions) -> Vec<Phrase> {
    vec![
        Phrase::new("durability-repair")
            .with("gigabytes", assumptions.segment_gb)
            .with("gigabits", assumptions.gbit_per_second)
            .with("span", assumptions.repair_span()),
        Phrase::new("durability-rates")
            .with("copy", assumptions.copy_days)
            .with("zone", assumptions.zone_days)
            .with("span", assumptions.outage_span()),
    ]
}

fn title(scheme: &Scheme) -> Phrase {
    let id = match scheme.name() {
        "aurora" => "durability-aurora",
        "two-of-three" => "durability-two-of-three",
        _ => "durability-mirrored",
    };
    Phrase::new(id)
        .with("copies", scheme.copies())
        .with("write", scheme.write())
        .with("read", scheme.read())
}

fn say_az_plus_one(scheme: &Scheme) -> Phrase {
    match scheme.after_az_plus_one() {
        Ability::ReadWrite => unreachable!("no scheme takes writes after a zone and a copy"),
        Ability::ReadOnly => Phrase::new("durability-az-plus-one-readable"),
        Ability::Unavailable => Phrase::new("durability-az-plus-one-lost"),
    }
}

fn years_of(span: SimSpan) -> f64 {
    span.micros() as f64 / (SECONDS_PER_YEAR * 1_000_000) as f64
}

/// Mean and interval of independent values.
fn interval_of(values: impl Iterator<Item = f64> + Clone) -> Interval {
    let n = values.clone().count() as f64;
    let mean = values.clone().sum::<f64>() / n;
    let squares: f64 = values.map(|value| (value - mean) * (value - mean)).sum();
    // Student's factor for 95 %, near enough from eight values on; one value alone has no spread to go by.
    let freedom = (n - 1.0).max(1.0);
    let half = (1.96 + 2.4 / freedom) * (squares / freedom / n).sqrt();
    Interval {
        mean,
        low: (mean - half).max(0.0),
        high: mean + half,
    }
}

/// "Once in 6,900 years (6,600 to 7,200)", or how many times in so many years.
fn say_rate(interval: Interval, seen: f64) -> Phrase {
    let Interval { mean, low, high } = interval;
    if mean <= 0.0 {
        // Nothing seen in n years: with 95 % certainty the rate is below 3/n.
        return Phrase::new("durability-never").with("years", two_digits(seen / 3.0));
    }
    if mean < 1.0 {
        let once = Phrase::new("durability-once").with("years", two_digits(1.0 / mean));
        let soon = once.with("soon", two_digits(1.0 / high));
        return if low > 0.0 {
            soon.with("late", two_digits(1.0 / low))
        } else {
            soon.with("late", "∞")
        };
    }
    let years: u32 = if mean < 10.0 { 10 } else { 1 };
    let [count, low, high] = [mean, low, high].map(|rate| two_digits(rate * f64::from(years)));
    Phrase::new("durability-often")
        .with("count", count)
        .with("years", years)
        .with("low", low)
        .with("high", high)
}

fn say_time(micros: f64) -> Phrase {
    if micros < 1.0 {
        return Phrase::new("durability-no-time");
    }
    Phrase::new("durability-time").with("span", SimSpan::from_micros(two_digits(micros)))
}

/// The number with its first two digits, the others being noughts.
fn two_digits(number: f64) -> u64 {
    let mut scale = 1.0;
    while number / scale >= 99.5 {
        scale *= 10.0;
    }
    ((number / scale + 0.5) as u64) * scale as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_two_digits() {
        let rounded = [0.2, 7.4, 42.4, 99.6, 123.0, 6_934.0, 8_200_000_001.0].map(two_digits);
        assert_eq!(rounded, [0, 7, 42, 100, 120, 6_900, 8_200_000_000]);
    }

    #[test]
    fn an_interval_holds_its_mean_and_narrows_with_more_values() {
        let few = interval_of([1.0, 3.0, 2.0, 2.0].into_iter());
        let many = interval_of([1.0, 3.0, 2.0, 2.0].into_iter().cycle().take(64));
        assert_eq!((few.mean, many.mean), (2.0, 2.0));
        assert!(few.low < many.low && many.low < 2.0 && 2.0 < many.high && many.high < few.high);
        assert_eq!(interval_of([0.0, 0.1].into_iter()).low, 0.0);
    }

    #[test]
    fn rates_are_said_so_that_they_can_be_pictured() {
        let said = |mean, low, high| say_rate(Interval { mean, low, high }, 300.0);
        let seldom = said(1.0 / 6_934.0, 1.0 / 7_211.0, 1.0 / 6_611.0);
        let once = Phrase::new("durability-once").with("years", 6_900_u64);
        assert_eq!(seldom, once.with("soon", 6_600_u64).with("late", 7_200_u64));
        assert_eq!(said(4.2, 4.1, 4.3).id, "durability-often");
        assert_eq!(said(4.2, 4.1, 4.3).args[0].1, 42_u64.into());
        let never = Phrase::new("durability-never").with("years", 100_u64);
        assert_eq!(said(0.0, 0.0, 0.0), never);
    }
}
