//! How long clients wait for their database when the writer fails, over many seeds.

use std::io::Write;
use std::ops::Range;

use anyhow::Result;
use base::{Phrase, SimSpan};
use clap::ValueEnum;
use lessons::outage::{self, Failure};
use text::Texts;

use crate::Verdict;
use crate::soak::{self, seeds};

/// The longest outage there may be with a reader (F-5), and without (F-6).
const LONGEST: [SimSpan; 2] = [SimSpan::from_millis(600_000), SimSpan::from_millis(60_000)];

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
    /// Runs the seeds, and prints the median, the 95th percentile and the longest outage of a client.
    pub fn carry_out(self, texts: &Texts, out: &mut dyn Write) -> Result<Verdict> {
        let failure = match self.what {
            What::Crash => Failure::Crash,
            What::Zone => Failure::ZoneLost,
            What::Asked => Failure::Asked,
        };
        let mut all = Vec::new();
        let run = |seed| outage::of_run(seed, self.readers, failure);
        soak::each(self.seeds.clone(), None, run, |_, spans| {
            all.extend(spans);
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
        Ok(if longest <= LONGEST[usize::from(self.readers > 0)] {
            Verdict::Passed
        } else {
            Verdict::Failed
        })
    }
}
