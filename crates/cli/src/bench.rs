//! Measuring how many messages the engine delivers in a second.

use std::io::Write;
use std::time::Instant;

use world::pattern;

use crate::Verdict;

/// How to measure.
#[derive(Debug, clap::Args)]
pub struct Bench {
    /// Messages delivered in each measurement.
    #[arg(long, default_value_t = 5_000_000, value_parser = clap::value_parser!(u64).range(1_000..))]
    messages: u64,
}

impl Bench {
    /// Measures, one JSON object a line: the engine on the six-copy write pattern, and beside it the same pattern on a
    /// bare binary heap, on this machine at this hour.
    ///
    /// # Errors
    /// When the lines cannot be written.
    pub fn carry_out(self, out: &mut dyn Write) -> anyhow::Result<Verdict> {
        let began = Instant::now();
        let clock = || u64::try_from(began.elapsed().as_micros()).unwrap_or(u64::MAX);
        for measured in pattern::measure(self.messages, clock) {
            serde_json::to_writer(&mut *out, &measured)?;
            writeln!(out)?;
        }
        Ok(Verdict::Passed)
    }
}
