//! Leading through a chapter.

use std::fs::File;
use std::io::{self, BufWriter, Write};

use anyhow::{Context, Result};
use base::{Phrase, SimSpan};
use lessons::{Chapter, ChapterReport, Diagnostic, Place, run_chapter};
use serde_json::{Value, json};
use text::Texts;

use crate::run::{Format, Run};
use crate::scenario_file::ScenarioFile;
use crate::{Verdict, journal};

impl Run {
    /// Leads through a chapter to its end, and says whether every step was reached and showed what it should.
    pub(crate) fn lead_through(
        &self,
        file: &ScenarioFile,
        chapter: Result<Chapter, Vec<Diagnostic>>,
        texts: &Texts,
        out: &mut dyn Write,
    ) -> Result<Verdict> {
        let chapter = match chapter {
            Ok(chapter) => chapter,
            Err(diagnostics) => return self.explain(file, &diagnostics, texts, out),
        };
        let report = self.report_of(&chapter)?;
        let summary = texts.say(&summary(&chapter, &report));
        let failures = failures(file, &report);
        if self.format == Format::Json {
            writeln!(
                out,
                "{}",
                as_json(file, &chapter, &report, &failures, texts)
            )?;
        } else {
            let name = file.name();
            let mut say = |text: String| match self.digest {
                true => writeln!(io::stderr(), "{name}{text}"),
                false => writeln!(out, "{name}{text}"),
            };
            for (Place { line, column }, path, phrase) in &failures {
                say(format!(":{line}:{column}: {path}: {}", texts.say(phrase)))?;
            }
            for violation in &report.violations {
                say(format!(": {violation}"))?;
            }
            match self.digest {
                true => writeln!(out, "{}", report.digest)?,
                false => writeln!(out, "{summary}")?,
            }
        }
        Ok(if report.passed() {
            Verdict::Passed
        } else {
            Verdict::Failed
        })
    }

    fn report_of(&self, chapter: &Chapter) -> Result<ChapterReport> {
        let Some(path) = &self.journal else {
            return Ok(run_chapter(chapter, |_, _, _| {}));
        };
        let name = || format!("{} cannot be written", path.display());
        let mut out = BufWriter::new(File::create(path).with_context(name)?);
        let mut written = Ok(());
        let report = run_chapter(chapter, |world, _, first| {
            if written.is_ok() {
                written = journal::write(world, first, &mut out);
            }
        });
        written.and_then(|()| out.flush()).with_context(name)?;
        Ok(report)
    }
}

/// What did not hold, as sentences with places.
fn failures(file: &ScenarioFile, report: &ChapterReport) -> Vec<(Place, String, Phrase)> {
    let missed = report.missed.iter().map(|missed| {
        let path = format!("steps[{}]", missed.step);
        (missed.step, path, missed.phrase.clone())
    });
    let unmet = report.unmet.iter().map(|unmet| {
        let path = format!("steps[{}].expect[{}]", unmet.step, unmet.index);
        (unmet.step, path, unmet.phrase.clone())
    });
    let all = unmet.chain(missed);
    all.map(|(step, path, phrase)| (file.place_of("steps", step), path, phrase))
        .collect()
}

fn summary(chapter: &Chapter, report: &ChapterReport) -> Phrase {
    let steps = chapter.steps.len() as u64;
    if report.passed() {
        Phrase::new("chapter-passed")
            .with("name", chapter.name.clone())
            .with("steps", steps)
            .with("until", SimSpan::from_micros(report.until.micros()))
            .with("events", report.events)
            .with("commits", report.counters.commits)
            .with("digest", report.digest.to_string())
    } else {
        Phrase::new("chapter-failed")
            .with("name", chapter.name.clone())
            .with("steps", steps)
            .with("reached", report.reached.len() as u64)
            .with("failures", report.unmet.len() as u64)
            .with("violations", report.violations.len() as u64)
            .with("digest", report.digest.to_string())
    }
}

fn as_json(
    file: &ScenarioFile,
    chapter: &Chapter,
    report: &ChapterReport,
    failures: &[(Place, String, Phrase)],
    texts: &Texts,
) -> Value {
    let failures: Vec<Value> = failures
        .iter()
        .map(|(Place { line, column }, path, phrase)| {
            json!({ "line": line, "column": column, "path": path, "text": texts.say(phrase) })
        })
        .collect();
    let steps: Vec<Value> = chapter
        .steps
        .iter()
        .zip(&report.reached)
        .map(|(step, at)| json!({ "name": step.name, "reached_micros": at.micros() }))
        .collect();
    let violations = report.violations.iter();
    json!({
        "file": file.name(),
        "name": chapter.name,
        "passed": report.passed(),
        "steps": chapter.steps.len(),
        "reached": steps,
        "digest": report.digest.to_string(),
        "events": report.events,
        "commits": report.counters.commits,
        "failures": failures,
        "violations": violations.map(ToString::to_string).collect::<Vec<_>>(),
    })
}
