//! How long clients wait for their database when the writer fails, over many seeds.

use std::io::Write;
use std::ops::Range;

use anyhow::Result;
use base::{Phrase, SimSpan};
use clap::ValueEnum;
use lessons::outage::{self, Failure, Outage};
use text::Texts;

use crate::Verdict;
use crate::soak::{self, seeds};

/// What the median, the 95th percentile and the longest outage may be: without a reader (F-6), and with one (F-5, F-14).
const BOUNDS: [[SimSpan; 3]; 2] = [
    [SimSpan::from_millis(600_000); 3],
    [
        SimSpan::from_millis(30_000),
        SimSpan::from_millis(60_000),
        SimSpan::from_millis(60_000),
    ],
];

/// What to let fail, and how often.
#[derive(Debug, clap::Args)]
pub struct Failover {
    /// The seeds from A up to, not including, B; or one seed.
    #[arg(long, value_name = "A..B", value_parser = seeds, default_value = "0..1000")]
    seeds: Range<u64>,
    /// Readers of the cluster, 0 to 15.
    #[arg(long, value_name = "N", default_value = "2", value_parser = clap::value_parser!(u32).range(0..=15))]
    readers: u32,
    /// What fails.
    #[arg(long, value_enum, default_value = "crash")]
    what: What,
}

/// What fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum What {
    /// The writer's process.
    Crash,
    /// The writer's whole zone.
    Zone,
    /// Nothing: somebody asks for another writer.
    Asked,
}

impl Failover {
    /// Runs the seeds, and prints the median, the 95th percentile and the longest outage of a client, what they may be,
    /// and the medians of the parts they are made up of.
    pub fn carry_out(self, texts: &Texts, out: &mut dyn Write) -> Result<Verdict> {
        let failure = match self.what {
            What::Crash => Failure::Crash,
            What::Zone => Failure::ZoneLost,
            What::Asked => Failure::Asked,
        };
        let mut all = Vec::new();
        let mut parts: [Vec<SimSpan>; 4] = Default::default();
        let run = |seed| outage::of_run(seed, self.readers, failure);
        soak::each(self.seeds.clone(), None, run, |_, outage| {
            let Outage {
                clients,
                chosen,
                opened,
                named,
                back,
            } = outage;
            all.extend(clients);
            for (all, part) in parts.iter_mut().zip([chosen, opened, named, back]) {
                all.push(part);
            }
            Ok(())
        })?;
        let mut at = |percent| outage::percentile(&mut all, percent).unwrap_or_default();
        let (median, high, longest) = (at(50), at(95), at(100));
        let said = Phrase::new("failover-outage")
            .with("runs", self.seeds.end - self.seeds.start)
            .with("clients", all.len() as u64)
            .with("median", median)
            .with("high", high)
            .with("longest", longest);
        writeln!(out, "{}", texts.say(&said))?;
        let bounds = BOUNDS[usize::from(self.readers > 0)];
        let [median_most, high_most, longest_most] = bounds;
        let said = Phrase::new("failover-bounds")
            .with("median", median_most)
            .with("high", high_most)
            .with("longest", longest_most);
        writeln!(out, "{}", texts.say(&said))?;
        let part = |spans: &mut Vec<SimSpan>| outage::percentile(spans, 50).unwrap_or_default();
        let [chosen, opened, named, back] = &mut parts;
        let said = Phrase::new("failover-parts")
            .with("chosen", part(chosen))
            .with("opened", part(opened))
            .with("named", part(named))
            .with("back", part(back));
        writeln!(out, "{}", texts.say(&said))?;
        let felt = [median, high, longest];
        Ok(
            if felt.iter().zip(&bounds).all(|(felt, most)| felt <= most) {
                Verdict::Passed
            } else {
                Verdict::Failed
            },
        )
    }
}
