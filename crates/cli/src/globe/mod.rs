//! A database over several Regions: what changes of the primary cost, random runs, and how fast all that is.

mod table;

use std::io::Write;
use std::num::NonZeroUsize;
use std::ops::Range;
use std::time::Instant;

use anyhow::Result;
use base::{Keep, RegionId, SimSpan};
use globe::{GlobalCommand, GlobalTopology, RegionSpec};
use text::Texts;
use world::Load;

use crate::Verdict;
use crate::soak::{each, seeds};

/// What to do.
#[derive(Debug, clap::Args)]
pub struct Global {
    /// The seeds from A up to, not including, B; or one seed.
    #[arg(long, value_name = "A..B", value_parser = seeds, default_value = "0..100")]
    seeds: Range<u64>,
    /// How many to run at a time; by default one for each core.
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
    /// How long a person takes for each step of detaching by hand, in seconds.
    #[arg(long, value_name = "SECONDS", default_value_t = 60, value_parser = clap::value_parser!(u32).range(0..=3_600))]
    person: u32,
    /// Run random databases instead: chaos, then peace.
    #[arg(long, conflicts_with = "bench")]
    soak: bool,
    /// Measure instead how long one simulated minute of six Regions takes, with 1,000 commits in a second.
    #[arg(long)]
    bench: bool,
}

impl Global {
    /// Does it.
    ///
    /// # Errors
    /// When the lines cannot be written.
    pub fn carry_out(self, texts: &Texts, out: &mut dyn Write) -> Result<Verdict> {
        if self.soak {
            return self.soak(out);
        }
        if self.bench {
            return bench(out);
        }
        table::table(&self.seeds, self.jobs, self.person, texts, out)
    }

    fn soak(&self, out: &mut dyn Write) -> Result<Verdict> {
        let (mut passed, mut failed) = (0_u64, 0_u64);
        each(
            self.seeds.clone(),
            self.jobs,
            globe::soak::run,
            |seed, outcome| {
                if outcome.passed() {
                    passed += 1;
                    return Ok(());
                }
                failed += 1;
                let found = outcome.found.first().map(ToString::to_string);
                let wrong = found.or(outcome.disorder).unwrap_or_default();
                writeln!(out, "seed {seed}: {wrong}")?;
                writeln!(out, "aurorascope global --soak --seeds {seed}")?;
                Ok(())
            },
        )?;
        // In these words in every language: other programs read it.
        writeln!(out, "{passed} passed, {failed} failed")?;
        Ok(if failed == 0 {
            Verdict::Passed
        } else {
            Verdict::Failed
        })
    }
}

/// Six Regions, a writer or three readers in each, two groups each: one simulated minute at 1,000 commits a second.
fn bench(out: &mut dyn Write) -> Result<Verdict> {
    let regions = [0, 1, 4, 5, 10, 9].map(RegionId);
    let mut specs = regions.map(RegionSpec::usual).to_vec();
    for spec in &mut specs[1..] {
        spec.instances = 3;
    }
    specs[0].instances = 1;
    let topology = GlobalTopology {
        regions: specs,
        ..GlobalTopology::default()
    };
    let mut globe = globe::Globe::new(topology, 1, Keep::Newest(1_024));
    let load = Load::OpenLoop {
        writes_per_second: 1_000,
        reads_per_second: 0,
        rows: 1_000,
    };
    let through = None;
    globe
        .give(&GlobalCommand::StartApp { load, through })
        .expect("a load within its bounds");
    let began = Instant::now();
    let until = globe.now() + SimSpan::from_millis(60_000);
    globe.run_until(until, u64::MAX);
    let millis = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
    let commits = globe
        .world(regions[0])
        .map_or(0, |world| world.counters().commits);
    let steps = globe.steps();
    writeln!(
        out,
        "{{\"bench\":\"global\",\"simulated_seconds\":60,\"commits\":{commits},\"steps\":{steps},\"millis\":{millis}}}"
    )?;
    Ok(Verdict::Passed)
}
