//! A scenario file: reading it, and showing what is wrong with it.

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use base::Phrase;
use lessons::{Chapter, Diagnostic, Place, Scenario, read_bytes};
use serde_json::{Value, json};
use text::Texts;

/// Longer lines of a file are shown in part.
const SHOWN_COLUMNS: u32 = 100;

/// A file and what stands in it.
#[derive(Debug)]
pub struct ScenarioFile {
    path: PathBuf,
    text: String,
    /// What stands in it, or what is wrong with it.
    pub scenario: Result<Scenario, Vec<Diagnostic>>,
}

impl ScenarioFile {
    /// Reads a file; `-` is the standard input.
    pub fn open(path: &Path) -> Result<ScenarioFile> {
        let bytes = if path == Path::new("-") {
            let mut bytes = Vec::new();
            io::stdin()
                .read_to_end(&mut bytes)
                .context("the standard input cannot be read")?;
            bytes
        } else {
            fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?
        };
        let scenario = read_bytes(&bytes);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Ok(ScenarioFile {
            path: path.to_owned(),
            text,
            scenario,
        })
    }

    /// The chapter that stands in it instead of a scenario, or what is wrong with that.
    pub fn chapter(&self) -> Option<Result<Chapter, Vec<Diagnostic>>> {
        lessons::is_chapter(&self.text).then(|| lessons::read_chapter(&self.text))
    }

    /// The file's name as it was given.
    pub fn name(&self) -> String {
        self.path.display().to_string()
    }

    /// Where an expectation or a command stands, or a step of a chapter.
    pub fn place_of(&self, list: &str, index: u32) -> Place {
        lessons::place_of(&self.text, &[list.into(), lessons::Step::Entry(index)])
    }

    /// Says what is wrong, each mistake with its line and a mark under its place.
    pub fn explain(
        &self,
        diagnostics: &[Diagnostic],
        texts: &Texts,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        for diagnostic in diagnostics {
            let Diagnostic {
                place,
                path,
                phrase,
                hint,
            } = diagnostic;
            let Place { line, column } = *place;
            write!(out, "{}:{line}:{column}: ", self.name())?;
            if !path.is_empty() {
                write!(out, "{path}: ")?;
            }
            write!(out, "{}", texts.say(phrase))?;
            match hint {
                Some(hint) => writeln!(out, " {}", texts.say(hint))?,
                None => writeln!(out)?,
            }
            self.show(*place, out)?;
        }
        Ok(())
    }

    fn show(&self, place: Place, out: &mut dyn Write) -> io::Result<()> {
        let Some(line) = self.text.lines().nth(place.line as usize - 1) else {
            return Ok(());
        };
        // Of a long line, the part around the place.
        let before = place.column - 1;
        let skipped = if before < SHOWN_COLUMNS {
            0
        } else {
            before - SHOWN_COLUMNS / 2
        };
        let shown = line
            .chars()
            .skip(skipped as usize)
            .take(SHOWN_COLUMNS as usize);
        let shown: String = shown
            .map(|c| if c.is_control() { ' ' } else { c })
            .collect();
        let number = place.line.to_string();
        let wide = shown
            .chars()
            .take((before - skipped) as usize)
            .map(columns)
            .sum::<usize>();
        writeln!(out, "  {number} | {}", shown.trim_end())?;
        writeln!(out, "  {:1$} | {2:3$}^", "", number.len(), "", wide)
    }

    /// What is wrong as JSON.
    pub fn explain_as_json(&self, diagnostics: &[Diagnostic], texts: &Texts) -> Value {
        let say = |phrase: &Phrase| texts.say(phrase);
        let diagnostics: Vec<Value> = diagnostics
            .iter()
            .map(
                |Diagnostic {
                     place,
                     path,
                     phrase,
                     hint,
                 }| {
                    json!({
                        "line": place.line,
                        "column": place.column,
                        "path": path,
                        "message": phrase.id,
                        "text": say(phrase),
                        "hint": hint.as_ref().map(say),
                    })
                },
            )
            .collect();
        json!({ "file": self.name(), "passed": false, "diagnostics": diagnostics })
    }
}

/// Columns a character takes in a terminal: two for those of Chinese, Japanese and Korean.
fn columns(c: char) -> usize {
    let wide = matches!(c, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}' | '\u{ffe0}'..='\u{ffe6}');
    if wide { 2 } else { 1 }
}
