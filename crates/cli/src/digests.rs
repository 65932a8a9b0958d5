//! Fingerprints of scenario runs.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

use anyhow::{Context, Result};
use text::Texts;

use crate::Verdict;
use crate::scenario_file::ScenarioFile;

/// Which scenarios to run.
#[derive(Debug, clap::Args)]
pub struct Digests {
    /// A folder of scenario files.
    folder: PathBuf,
}

impl Digests {
    /// Runs each scenario of the folder, in the order of their names, and prints `name digest`.
    pub fn carry_out(self, texts: &Texts, out: &mut dyn Write) -> Result<Verdict> {
        let cannot = || format!("{} cannot be read", self.folder.display());
        let entries = fs::read_dir(&self.folder).with_context(cannot)?;
        let paths: io::Result<Vec<PathBuf>> = entries.map(|entry| Ok(entry?.path())).collect();
        let mut paths = paths.with_context(cannot)?;
        paths.retain(|path| {
            path.extension()
                .is_some_and(|extension| extension == "json")
        });
        paths.sort();
        let mut verdict = Verdict::Passed;
        for path in paths {
            let file = ScenarioFile::open(&path)?;
            match &file.scenario {
                Ok(scenario) => {
                    let name = path.file_stem().unwrap_or_default().to_string_lossy();
                    writeln!(out, "{name} {}", lessons::run(scenario).digest)?;
                }
                Err(diagnostics) => {
                    file.explain(diagnostics, texts, &mut io::stderr().lock())?;
                    verdict = Verdict::BadInput;
                }
            }
        }
        Ok(verdict)
    }
}
