//! Running one scenario.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use anyhow::{Context, Result};
use base::{EventId, Phrase, SimSpan};
use lessons::{Diagnostic, GlobeRunner, Place, Report, Runner, Scenario, phrase_of_violation};
use serde_json::{Value, json};
use text::Texts;

use crate::scenario_file::ScenarioFile;
use crate::{Verdict, journal};

/// What to run, and what to write about it.
#[derive(Debug, clap::Args)]
pub struct Run {
    /// The file of a scenario or a chapter; - reads the standard input.
    file: PathBuf,
    /// Write every event to this file as it happens, one JSON object a line.
    #[arg(long, value_name = "OUT.ndjson")]
    pub(crate) journal: Option<PathBuf>,
    /// Print nothing but the fingerprint of the run.
    #[arg(long, conflicts_with = "format")]
    pub(crate) digest: bool,
    /// How to say the result.
    #[arg(long, value_enum, default_value = "text")]
    pub(crate) format: Format,
}

/// How to say a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// Sentences.
    Text,
    /// One JSON object.
    Json,
}

impl Run {
    /// Runs the scenario, or leads through the chapter.
    pub fn carry_out(self, texts: &Texts, out: &mut dyn Write) -> Result<Verdict> {
        let file = ScenarioFile::open(&self.file)?;
        if let Some(chapter) = file.chapter() {
            return self.lead_through(&file, chapter, texts, out);
        }
        let scenario = match &file.scenario {
            Ok(scenario) => scenario,
            Err(diagnostics) => return self.explain(&file, diagnostics, texts, out),
        };
        let report = self.report(scenario)?;
        let verdict = if report.passed() {
            Verdict::Passed
        } else {
            Verdict::Failed
        };
        if self.digest {
            writeln!(out, "{}", report.digest)?;
            say_failures(&file, &report, texts, &mut io::stderr().lock())?;
        } else if self.format == Format::Json {
            writeln!(out, "{}", as_json(&file, scenario, &report, texts))?;
        } else {
            say_failures(&file, &report, texts, out)?;
            writeln!(out, "{}", texts.say(&summary(scenario, &report)))?;
        }
        Ok(verdict)
    }

    /// Says what is wrong with the file.
    pub(crate) fn explain(
        &self,
        file: &ScenarioFile,
        diagnostics: &[Diagnostic],
        texts: &Texts,
        out: &mut dyn Write,
    ) -> Result<Verdict> {
        match self.format {
            Format::Text => file.explain(diagnostics, texts, &mut io::stderr().lock())?,
            Format::Json => writeln!(out, "{}", file.explain_as_json(diagnostics, texts))?,
        }
        Ok(Verdict::BadInput)
    }

    fn report(&self, scenario: &Scenario) -> Result<Report> {
        if scenario.regions.is_some() {
            return self.report_of_globe(scenario);
        }
        let mut runner = Runner::new(scenario);
        let Some(path) = &self.journal else {
            return Ok(runner.run());
        };
        let name = || format!("{} cannot be written", path.display());
        let mut out = BufWriter::new(File::create(path).with_context(name)?);
        journal::write(runner.world(), EventId(0), &mut out).with_context(name)?;
        while let Some(first) = runner.step() {
            journal::write(runner.world(), first, &mut out).with_context(name)?;
        }
        out.flush().with_context(name)?;
        Ok(runner.finish())
    }
}

impl Run {
    fn report_of_globe(&self, scenario: &Scenario) -> Result<Report> {
        let mut runner = GlobeRunner::new(scenario);
        let Some(path) = &self.journal else {
            return Ok(runner.run());
        };
        let name = || format!("{} cannot be written", path.display());
        let mut out = BufWriter::new(File::create(path).with_context(name)?);
        let mut journals = journal::Journals::default();
        journals
            .write(runner.globe(), &mut out)
            .with_context(name)?;
        while runner.step() {
            journals
                .write(runner.globe(), &mut out)
                .with_context(name)?;
        }
        out.flush().with_context(name)?;
        Ok(runner.finish())
    }
}

/// What did not hold, as sentences with places, in the order of the file.
fn failures(file: &ScenarioFile, report: &Report) -> Vec<(Place, String, Phrase)> {
    let between = matches!(&file.scenario, Ok(scenario) if scenario.regions.is_some());
    let (deeds, expectations) = match between {
        true => ("between", "expect_between"),
        false => ("timeline", "expect"),
    };
    let refused = report
        .refused
        .iter()
        .map(|(index, why)| (deeds, *index, why.clone()));
    let failed = report
        .failures
        .iter()
        .map(|failure| (expectations, failure.index, failure.phrase.clone()));
    let all = refused.chain(failed);
    all.map(|(list, index, phrase)| {
        (
            file.place_of(list, index),
            format!("{list}[{index}]"),
            phrase,
        )
    })
    .collect()
}

fn say_failures(
    file: &ScenarioFile,
    report: &Report,
    texts: &Texts,
    out: &mut dyn Write,
) -> io::Result<()> {
    let name = file.name();
    for (Place { line, column }, path, phrase) in failures(file, report) {
        writeln!(
            out,
            "{name}:{line}:{column}: {path}: {}",
            texts.say(&phrase)
        )?;
    }
    for violation in &report.violations {
        let sentence = texts.say(&phrase_of_violation(violation));
        let (event, details) = (violation.event.0, &violation.text);
        writeln!(out, "{name}: {sentence} (event {event}: {details})")?;
    }
    Ok(())
}

fn summary(scenario: &Scenario, report: &Report) -> Phrase {
    let id = if report.passed() && !report.violations.is_empty() {
        Phrase::new("run-broke")
    } else if report.passed() {
        Phrase::new("run-passed")
    } else {
        Phrase::new("run-failed")
    };
    id.with("name", scenario.name.clone())
        .with("expectations", report.expectations)
        .with(
            "failures",
            report.failures.len() as u64 + report.refused.len() as u64,
        )
        .with("violations", report.violations.len() as u64)
        .with("until", SimSpan::from_micros(report.until.micros()))
        .with("events", report.events)
        .with("commits", report.counters.commits)
        .with("reads", report.counters.reads)
        .with("digest", report.digest.to_string())
}

fn as_json(file: &ScenarioFile, scenario: &Scenario, report: &Report, texts: &Texts) -> Value {
    let failures = failures(file, report);
    let failures: Vec<Value> = failures
        .iter()
        .map(|(Place { line, column }, path, phrase)| {
            json!({ "line": line, "column": column, "path": path, "text": texts.say(phrase) })
        })
        .collect();
    let violations: Vec<Value> = report
        .violations
        .iter()
        .map(|violation| {
            json!({
                "invariant": violation.invariant,
                "event": violation.event,
                "at_micros": violation.at.micros(),
                "text": texts.say(&phrase_of_violation(violation)),
                "details": violation.text,
            })
        })
        .collect();
    json!({
        "file": file.name(),
        "name": scenario.name,
        "passed": report.passed(),
        "seed": scenario.seed,
        "until_micros": report.until.micros(),
        "digest": report.digest.to_string(),
        "events": report.events,
        "steps": report.steps,
        "delivered": report.counters.delivered,
        "lost": report.counters.lost,
        "commits": report.counters.commits,
        "reads": report.counters.reads,
        "expectations": report.expectations,
        "failures": failures,
        "violations": violations,
    })
}
