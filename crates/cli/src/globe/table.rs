//! What changing the primary costs, by its kind and by the lag, and whether that stands as it should.

use std::io::Write;
use std::num::NonZeroUsize;
use std::ops::Range;

use anyhow::Result;
use base::{Phrase, SimSpan};
use globe::ChangeKind;
use globe::study::{self, Cost, KINDS};
use text::Texts;

use crate::Verdict;
use crate::soak::each;

/// The lags of the table, in milliseconds.
const LAGS: [u64; 3] = [100, 1_000, 10_000];
/// What may come on top of the lag: what was gathered, and a write quorum on either side.
const ON_TOP: SimSpan = SimSpan::from_millis(150);

/// The costs of one kind of change at one lag.
struct Row {
    kind: ChangeKind,
    lag: SimSpan,
    rto: Vec<SimSpan>,
    rpo: Vec<SimSpan>,
    lost: Vec<u32>,
}

/// The middle and the largest of something sorted.
fn middle<T: Copy + Default>(all: &[T]) -> (T, T) {
    let at = |place: usize| all.get(place).copied().unwrap_or_default();
    (at(all.len() / 2), all.last().copied().unwrap_or_default())
}

impl Row {
    fn of(kind: ChangeKind, lag: SimSpan, costs: &[Cost]) -> Row {
        let mut row = Row {
            kind,
            lag,
            rto: costs.iter().map(|cost| cost.rto).collect(),
            rpo: costs.iter().map(|cost| cost.rpo).collect(),
            lost: costs.iter().map(|cost| cost.lost).collect(),
        };
        row.rto.sort_unstable();
        row.rpo.sort_unstable();
        row.lost.sort_unstable();
        row
    }

    fn says(&self) -> Phrase {
        let kind = Phrase::new(match self.kind {
            ChangeKind::Switchover => "global-switchover",
            ChangeKind::Failover => "global-failover",
            ChangeKind::Detach => "global-detach",
        });
        let (median, longest) = middle(&self.rto);
        Phrase::new("global-cost")
            .with("kind", kind)
            .with("lag", self.lag)
            .with("median", median)
            .with("longest", longest)
            .with("gone", middle(&self.rpo).1)
            .with("lost", middle(&self.lost).1)
    }
}

/// Prints the table, and then which of the relations that are expected hold.
pub fn table(
    seeds: &Range<u64>,
    jobs: Option<NonZeroUsize>,
    person: u32,
    texts: &Texts,
    out: &mut dyn Write,
) -> Result<Verdict> {
    let person = SimSpan::from_millis(u64::from(person) * 1_000);
    let mut rows = Vec::new();
    for lag in LAGS.map(SimSpan::from_millis) {
        let mut costs = KINDS.map(|_| Vec::new());
        let run = |seed| study::costs(seed, lag, person);
        each(seeds.clone(), jobs, run, |_, of_seed| {
            for (all, cost) in costs.iter_mut().zip(of_seed) {
                all.push(cost);
            }
            Ok(())
        })?;
        for (kind, costs) in KINDS.into_iter().zip(costs) {
            let row = Row::of(kind, lag, &costs);
            writeln!(out, "{}", texts.say(&row.says()))?;
            rows.push(row);
        }
        out.flush()?;
    }
    let mut verdict = Verdict::Passed;
    for (relation, holds) in relations(&rows) {
        let id = if holds {
            "global-holds"
        } else {
            "global-fails"
        };
        let says = Phrase::new(id).with("relation", Phrase::new(relation));
        writeln!(out, "{}", texts.say(&says))?;
        if !holds {
            verdict = Verdict::Failed;
        }
    }
    Ok(verdict)
}

/// What is expected (G-20, G-24, G-31, G-34, G-39), and whether it holds.
fn relations(rows: &[Row]) -> [(&'static str, bool); 5] {
    let of = |kind: ChangeKind| rows.iter().filter(move |row| row.kind == kind);
    let grows = |kind, by: fn(&Row) -> u64| of(kind).is_sorted_by(|one, other| by(one) < by(other));
    let unplanned = [ChangeKind::Failover, ChangeKind::Detach];
    let rto = |row: &Row| middle(&row.rto).0.micros();
    let lost = |row: &Row| u64::from(middle(&row.lost).0);
    let within = |row: &Row| middle(&row.rpo).1 <= row.lag + ON_TOP;
    let waits = of(ChangeKind::Failover).map(rto);
    let apart = waits.clone().max().unwrap_or_default() - waits.min().unwrap_or_default();
    [
        (
            "global-planned-loses-nothing",
            of(ChangeKind::Switchover).all(|row| middle(&row.lost).1 == 0),
        ),
        ("global-planned-grows", grows(ChangeKind::Switchover, rto)),
        (
            "global-loss-within-lag",
            unplanned.into_iter().all(|kind| of(kind).all(within)),
        ),
        (
            "global-loss-grows",
            unplanned.into_iter().all(|kind| grows(kind, lost)),
        ),
        ("global-failover-waits-for-nobody", apart < 1_000_000),
    ]
}
