//! Benchmarks: the engine by itself, then the page in a browser.

use anyhow::Result;

use crate::{
    browser_tests,
    project::{Project, run as run_command},
    say, site,
    tools::Toolbox,
};

/// Measures the engine natively and the page in headless Chromium, and prints one JSON line for each figure.
///
/// # Errors
/// When something does not build or does not run. Slowness is reported, not judged.
pub fn run(project: &Project) -> Result<()> {
    let tools = Toolbox::for_everything(project)?;
    say::timed("Measuring the engine natively", || {
        run_command(project.command("cargo").args([
            "run",
            "--quiet",
            "--release",
            "-p",
            "cli",
            "--",
            "bench",
        ]))
    })?;
    say::timed("Measuring the engine in headless Chromium", || {
        browser_tests::measure_engine(project, &tools)
    })?;
    site::build_with(project, &tools)?;
    say::timed("Measuring the page in headless Chromium", || {
        run_command(tools.command("node")?.arg("tests/browser/bench.mjs"))
    })
}
