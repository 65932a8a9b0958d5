//! Tools that Cargo compiles: wasm-bindgen's and Trunk.

use std::{
    fs::{self, File},
    path::PathBuf,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, anyhow, bail};

use super::{cache::Cache, on_path};
use crate::{
    project::{Project, output_of},
    say,
};

/// How often a long installation says that it is still alive.
const HEARTBEAT: Duration = Duration::from_secs(60);

/// One crate whose programs we call.
pub struct CargoTool {
    /// The crate's name at the registry.
    name: &'static str,
    /// The one version we accept.
    version: String,
    /// The programs it brings; the first one is asked for its version.
    programs: &'static [&'static str],
    /// Whether to build it with its own lock file.
    locked: bool,
    /// What we need it for.
    purpose: &'static str,
    /// How long it compiles on two cores, as a person would say it.
    duration: &'static str,
}

impl CargoTool {
    /// The other half of the `wasm-bindgen` crate. Both must be of the same version, so Cargo.lock decides.
    pub fn wasm_bindgen(project: &Project) -> Result<Self> {
        Ok(Self {
            name: "wasm-bindgen-cli",
            version: project.locked_version("wasm-bindgen")?,
            programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
            // Its lock file names a version of a crate which the registry may not have.
            locked: false,
            purpose: "joins WebAssembly and JavaScript",
            duration: "about 3 minutes",
        })
    }

    /// The bundler. Version 0.22 asks for a newer compiler than we do.
    pub fn trunk() -> Self {
        Self {
            name: "trunk",
            version: "0.21.14".into(),
            programs: &["trunk"],
            locked: true,
            purpose: "builds the site",
            duration: "about 8 minutes",
        }
    }

    fn is_on_path(&self) -> bool {
        let asked = self
            .programs
            .iter()
            .all(|program| on_path(program).is_some());
        asked
            && output_of(Command::new(self.programs[0]).arg("--version"))
                .is_some_and(|answer| answer.split_whitespace().any(|word| word == self.version))
    }

    fn folder_in(&self, cache: &Cache) -> PathBuf {
        cache.tool(self.name, &self.version).join("bin")
    }

    fn is_in(&self, cache: &Cache) -> bool {
        self.programs
            .iter()
            .all(|program| self.folder_in(cache).join(program).is_file())
    }

    fn install(&self, cache: &Cache) -> Result<()> {
        let log = cache.log(self.name, &self.version)?;
        let workshop = cache.workshop(self.name, &self.version);
        let output =
            File::create(&log).with_context(|| format!("could not write {}", log.display()))?;
        let mut command = Command::new("cargo");
        command
            .args(["install", self.name, "--version", &self.version, "--root"])
            .arg(cache.tool(self.name, &self.version))
            .args(self.locked.then_some("--locked"))
            // A place of its own: a target folder shared by two installations would make one wait for the other.
            .env("CARGO_TARGET_DIR", &workshop)
            .env_remove("CARGO_BUILD_TARGET")
            .stdin(Stdio::null())
            .stdout(output.try_clone()?)
            .stderr(output);
        let status = command.status().context("cargo could not be started")?;
        if !status.success() {
            bail!(
                "Cargo could not install {} {}. The end of {}:\n{}",
                self.name,
                self.version,
                log.display(),
                last_lines(&fs::read_to_string(&log).unwrap_or_default(), 15),
            );
        }
        // Only scratch is lost when this fails.
        let _ = fs::remove_dir_all(workshop);
        Ok(())
    }
}

/// Makes sure of the tools, installing those that are missing side by side, and returns the folders that PATH lacks.
///
/// # Errors
/// When an installation fails, with the end of its log.
pub fn ensure(cache: &Cache, tools: &[CargoTool]) -> Result<Vec<PathBuf>> {
    let not_on_path: Vec<_> = tools.iter().filter(|tool| !tool.is_on_path()).collect();
    let missing: Vec<_> = not_on_path
        .iter()
        .filter(|tool| !tool.is_in(cache))
        .collect();
    for tool in &missing {
        println!(
            "Installing {} {}, which {} (compiled once, {}) …",
            tool.name, tool.version, tool.purpose, tool.duration
        );
    }
    thread::scope(|scope| {
        let installations: Vec<_> = missing
            .iter()
            .map(|tool| {
                scope.spawn(|| {
                    let start = Instant::now();
                    tool.install(cache)?;
                    println!(
                        "  {} {} installed in {}.",
                        tool.name,
                        tool.version,
                        say::elapsed(start.elapsed())
                    );
                    Ok(())
                })
            })
            .collect();
        let (start, mut said) = (Instant::now(), Duration::ZERO);
        while !installations
            .iter()
            .all(|installation| installation.is_finished())
        {
            thread::sleep(Duration::from_millis(100));
            if start.elapsed() - said >= HEARTBEAT {
                said = start.elapsed();
                println!("  still compiling after {} …", say::elapsed(said));
            }
        }
        installations.into_iter().try_for_each(|installation| {
            installation
                .join()
                .unwrap_or_else(|_| Err(anyhow!("an installation panicked")))
        })
    })?;
    Ok(not_on_path
        .iter()
        .map(|tool| tool.folder_in(cache))
        .collect())
}

fn last_lines(text: &str, count: usize) -> String {
    let lines: Vec<_> = text.lines().collect();
    lines[lines.len().saturating_sub(count)..].join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_log_is_its_last_lines() {
        assert_eq!(last_lines("a\nb\nc", 2), "b\nc");
        assert_eq!(last_lines("a", 2), "a");
    }
}
