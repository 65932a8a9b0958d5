//! Running what seeds draw, on several threads.

use std::io::{self, Write};
use std::num::NonZeroUsize;
use std::ops::Range;
use std::panic::{self, AssertUnwindSafe};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc;
use std::thread;

use anyhow::Result;
use base::Phrase;
use lessons::soak::{self, Soaked};
use text::Texts;
use world::Quorum;

use crate::Verdict;

/// What to draw and run.
#[derive(Debug, clap::Args)]
pub struct Soak {
    /// The seeds from A up to, not including, B; or one seed.
    #[arg(long, value_name = "A..B", value_parser = seeds)]
    seeds: Range<u64>,
    /// How many to run at a time; by default one for each core.
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
    /// Print what the seeds draw as scenario files, and run nothing.
    #[arg(long)]
    print: bool,
    /// Take a write quorum of three, which is wrong: the checkers must notice.
    #[arg(long, hide = true)]
    quorum_three: bool,
}

fn seeds(text: &str) -> Result<Range<u64>, String> {
    let number = |text: &str| {
        text.parse::<u64>()
            .map_err(|_| format!("“{text}” is not a seed"))
    };
    let range = match text.split_once("..") {
        Some((from, to)) => number(from)?..number(to)?,
        None => {
            let seed = number(text)?;
            seed..seed
                .checked_add(1)
                .ok_or("the last seed is 18446744073709551614")?
        }
    };
    if range.is_empty() {
        return Err("there is no seed in this range: write A..B with A below B".to_owned());
    }
    Ok(range)
}

impl Soak {
    /// Runs the seeds; prints what failed and how to repeat it, and how many passed and failed.
    pub fn carry_out(self, texts: &Texts, out: &mut dyn Write) -> Result<Verdict> {
        if self.print {
            for seed in self.seeds {
                write!(out, "{}", soak::draw(seed).to_json())?;
            }
            return Ok(Verdict::Passed);
        }
        let quorum = if self.quorum_three {
            Quorum::BROKEN_WRITE_THREE
        } else {
            Quorum::AURORA
        };
        let jobs = self
            .jobs
            .or_else(|| thread::available_parallelism().ok())
            .map_or(1, NonZeroUsize::get);
        let (next, last) = (AtomicU64::new(self.seeds.start), self.seeds.end);
        let (results, arrived) = mpsc::channel();
        let mut failed = 0_u64;
        thread::scope(|scope| -> Result<()> {
            for _ in 0..jobs {
                let (next, results) = (&next, results.clone());
                scope.spawn(move || {
                    // Sending fails when nobody can hear any more: the output is closed.
                    loop {
                        let seed = next.fetch_add(1, Ordering::Relaxed);
                        if seed >= last || results.send((seed, what_failed(seed, quorum))).is_err()
                        {
                            break;
                        }
                    }
                });
            }
            drop(results);
            for (seed, lines) in arrived {
                if !lines.is_empty() {
                    failed += 1;
                    self.say(seed, &lines, texts, out)?;
                }
            }
            Ok(())
        })?;
        // Alone on its line and in these words in every language: other programs read it.
        writeln!(
            out,
            "{} passed, {failed} failed",
            last - self.seeds.start - failed
        )?;
        Ok(if failed == 0 {
            Verdict::Passed
        } else {
            Verdict::Failed
        })
    }

    fn say(
        &self,
        seed: u64,
        lines: &[String],
        texts: &Texts,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        for line in lines {
            writeln!(out, "seed {seed}: {line}")?;
        }
        let broken = if self.quorum_three {
            " --quorum-three"
        } else {
            ""
        };
        let command = format!("aurorascope soak --seeds {seed}..{}{broken}", seed + 1);
        writeln!(
            out,
            "{}",
            texts.say(&Phrase::new("soak-repeat").with("command", command))
        )?;
        out.flush()
    }
}

/// What went wrong with a seed, one line each; nothing if all held.
fn what_failed(seed: u64, quorum: Quorum) -> Vec<String> {
    match panic::catch_unwind(AssertUnwindSafe(|| soak::run(seed, quorum))) {
        Ok(Soaked { report, .. }) => report.violations.iter().map(ToString::to_string).collect(),
        // The panic itself has been written to the standard error.
        Err(_) => vec!["the engine stopped with a panic".to_owned()],
    }
}
