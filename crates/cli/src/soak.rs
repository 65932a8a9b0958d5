//! Running what seeds draw, on several threads.

use std::fs;
use std::io::{self, Write};
use std::num::NonZeroUsize;
use std::ops::Range;
use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc;
use std::thread;

use anyhow::{Context, Result};
use base::Phrase;
use lessons::{Runner, Scenario, Shrunk, phrase_of_violation, shrink_all, soak};
use text::Texts;
use world::WrongRule;
use world::checkers::Violation;

use crate::Verdict;

/// The seeds whose scenarios are shrunk, to take the shortest that comes out.
const SHRUNK_MAX: usize = 8;

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
    /// Run under a rule that is wrong on purpose, each seed until what the rule breaks is seen violated.
    #[arg(long, value_name = "NAME", value_parser = wrong_rule)]
    wrong_rule: Option<WrongRule>,
    /// Write the shortest history in which the rule breaks something to this scenario file.
    #[arg(long, value_name = "FILE", requires = "wrong_rule")]
    shrink_to: Option<PathBuf>,
}

fn wrong_rule(name: &str) -> Result<WrongRule, String> {
    let known = || WrongRule::ALL.iter().copied();
    known().find(|rule| rule.name() == name).ok_or_else(|| {
        let names: Vec<&str> = known().map(WrongRule::name).collect();
        format!("known are {}", names.join(", "))
    })
}

/// Reads a range of seeds, or one.
pub fn seeds(text: &str) -> Result<Range<u64>, String> {
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
    /// Runs the seeds; prints what failed and how to repeat it, and how many passed and failed. Under a wrong rule,
    /// prints how many seeds noticed it and the first of them.
    pub fn carry_out(self, texts: &Texts, out: &mut dyn Write) -> Result<Verdict> {
        if self.print {
            for seed in self.seeds.clone() {
                write!(out, "{}", self.draw(seed).to_json())?;
            }
            return Ok(Verdict::Passed);
        }
        if let Some(rule) = self.wrong_rule {
            return self.hunt(rule, texts, out);
        }
        let mut failed = 0_u64;
        self.each(what_failed, |seed, lines| {
            if !lines.is_empty() {
                failed += 1;
                self.say(seed, &lines, texts, out)?;
            }
            Ok(())
        })?;
        // Alone on its line and in these words in every language: other programs read it.
        let passed = self.seeds.end - self.seeds.start - failed;
        writeln!(out, "{passed} passed, {failed} failed")?;
        Ok(if failed == 0 {
            Verdict::Passed
        } else {
            Verdict::Failed
        })
    }

    /// What a seed draws.
    fn draw(&self, seed: u64) -> Scenario {
        match self.wrong_rule {
            Some(rule) => soak::draw_under(rule, seed),
            None => soak::draw(seed),
        }
    }

    /// Looks which seeds notice a wrong rule.
    fn hunt(&self, rule: WrongRule, texts: &Texts, out: &mut dyn Write) -> Result<Verdict> {
        let mut noticed: Vec<(u64, Violation)> = Vec::new();
        let look = |seed| soak::first_violation(&soak::draw_under(rule, seed), rule.breaks());
        self.each(look, |seed, violation| {
            noticed.extend(violation.map(|violation| (seed, violation)));
            Ok(())
        })?;
        let count = noticed.len();
        let all = self.seeds.end - self.seeds.start;
        let (name, breaks) = (rule.name(), rule.breaks());
        // In these words in every language: other programs read it.
        writeln!(out, "{name}: {count} of {all} seeds noticed, by {breaks}")?;
        noticed.sort_unstable_by_key(|(seed, _)| *seed);
        let Some((seed, violation)) = noticed.first() else {
            return Ok(Verdict::Passed);
        };
        let sentence = texts.say(&phrase_of_violation(violation));
        writeln!(out, "seed {seed}: {sentence} ({})", violation.text)?;
        if let Some(file) = &self.shrink_to {
            out.flush()?;
            let seeds = noticed.iter().take(SHRUNK_MAX);
            let drawn: Vec<Scenario> = seeds
                .map(|(seed, _)| soak::draw_under(rule, *seed))
                .collect();
            let shrunk = shrink_all(&drawn, rule.breaks()).expect("it was seen violated just now");
            let name = || format!("{} cannot be written", file.display());
            fs::write(file, shrunk.scenario.to_json()).with_context(name)?;
            tell(&shrunk, texts, out)?;
        }
        Ok(Verdict::Failed)
    }

    fn each<T: Send>(
        &self,
        work: impl Fn(u64) -> T + Sync,
        take: impl FnMut(u64, T) -> Result<()>,
    ) -> Result<()> {
        each(self.seeds.clone(), self.jobs, work, take)
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
        let command = format!("aurorascope soak --seeds {seed}..{}", seed + 1);
        writeln!(
            out,
            "{}",
            texts.say(&Phrase::new("soak-repeat").with("command", command))
        )?;
        out.flush()
    }
}

/// Does something with each seed, on several threads, and something with what comes of it, here.
pub fn each<T: Send>(
    seeds: Range<u64>,
    jobs: Option<NonZeroUsize>,
    work: impl Fn(u64) -> T + Sync,
    mut take: impl FnMut(u64, T) -> Result<()>,
) -> Result<()> {
    let jobs = jobs
        .or_else(|| thread::available_parallelism().ok())
        .map_or(1, NonZeroUsize::get);
    let (next, last) = (AtomicU64::new(seeds.start), seeds.end);
    let (results, arrived) = mpsc::channel();
    let work = &work;
    thread::scope(|scope| -> Result<()> {
        for _ in 0..jobs {
            let (next, results) = (&next, results.clone());
            scope.spawn(move || {
                // Sending fails when nobody can hear any more: the output is closed.
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= last || results.send((seed, work(seed))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(results);
        arrived
            .into_iter()
            .try_for_each(|(seed, done)| take(seed, done))
    })
}

/// Tells the shortest history: what is done, and how the violation came of it.
fn tell(shrunk: &Shrunk, texts: &Texts, out: &mut dyn Write) -> Result<()> {
    let left = shrunk.scenario.timeline.len();
    let shortest = Phrase::new("soak-shortest").with("commands", left as u64);
    writeln!(out, "{}", texts.say(&shortest))?;
    let mut runner = Runner::new(&shrunk.scenario);
    soak::run_to_violation(&mut runner, shrunk.violation.invariant);
    for deed in &shrunk.scenario.timeline {
        let command = serde_json::to_string(&deed.command)?;
        writeln!(out, "  {:>12}  {command}", texts.time(deed.at))?;
    }
    let event = shrunk.violation.event;
    let steps = scene::why(runner.world(), event).map_or_else(Vec::new, |why| why.steps);
    writeln!(out, "{}", texts.say(&Phrase::new("soak-how")))?;
    for step in steps.iter().rev() {
        writeln!(
            out,
            "  {:>12}  {}",
            texts.time(step.at),
            texts.say(&step.phrase)
        )?;
    }
    writeln!(
        out,
        "  {:>12}  {}",
        "",
        texts.say(&phrase_of_violation(&shrunk.violation))
    )?;
    Ok(())
}

/// What went wrong with a seed, one line each; nothing if all held.
fn what_failed(seed: u64) -> Vec<String> {
    match panic::catch_unwind(AssertUnwindSafe(|| soak::run(seed))) {
        Ok(soaked) => soaked
            .report
            .violations
            .iter()
            .map(ToString::to_string)
            .collect(),
        // The panic itself has been written to the standard error.
        Err(_) => vec!["the engine stopped with a panic".to_owned()],
    }
}
