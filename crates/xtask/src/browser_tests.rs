//! Tests in a real browser: Rust's through wasm-bindgen, and the page's own through Playwright.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::{
    project::{Package, Project, run},
    tools::Toolbox,
};

/// Integration tests whose file begins so are compiled for WebAssembly and run in the browser.
const PREFIX: &str = "wasm_";

/// How long one test file may run there, in seconds.
const TIMEOUT_SECONDS: &str = "300";

/// Compiles every `tests/wasm_*.rs` of the workspace for WebAssembly and runs it in headless Chromium, with the flags
/// of the `webdriver.json` beside its package's Cargo.toml.
///
/// # Errors
/// When a test fails, or when there is none: then something is amiss with finding them.
pub fn run_wasm(project: &Project, tools: &Toolbox) -> Result<()> {
    let mut ran = false;
    for package in project.packages()? {
        let tests: Vec<_> = package
            .integration_tests
            .iter()
            .filter(|test| test.starts_with(PREFIX))
            .collect();
        if tests.is_empty() {
            continue;
        }
        ran = true;
        let mut cargo = in_browser(project, tools, &package)?;
        for test in tests {
            cargo.args(["--test", test]);
        }
        run(&mut cargo)?;
    }
    ensure!(ran, "no package has an integration test named {PREFIX}*");
    Ok(())
}

/// Measures the engine's speed in headless Chromium; prints one JSON line for each figure.
///
/// # Errors
/// When it does not build or does not run.
pub fn measure_engine(project: &Project, tools: &Toolbox) -> Result<()> {
    let package = project
        .packages()?
        .into_iter()
        .find(|package| package.name == "tests")
        .context("the package `tests` holds the measurement")?;
    let mut cargo = in_browser(project, tools, &package)?;
    cargo.args([
        "--profile",
        "site",
        "--test",
        "speed_in_browser",
        "--",
        "--nocapture",
    ]);
    run(&mut cargo)
}

/// `cargo test` of a package, in the browser.
fn in_browser(project: &Project, tools: &Toolbox, package: &Package) -> Result<Command> {
    let mut cargo = tools.command("cargo")?;
    cargo.args([
        "test",
        "--target",
        "wasm32-unknown-unknown",
        "-p",
        &package.name,
    ]);
    cargo.env("WASM_BINDGEN_TEST_TIMEOUT", TIMEOUT_SECONDS).env(
        "WASM_BINDGEN_TEST_WEBDRIVER_JSON",
        flags_with_browser(project, tools, package)?,
    );
    Ok(cargo)
}

/// A copy of the package's `webdriver.json` that also names the browser, since the driver looks for one of its own.
fn flags_with_browser(project: &Project, tools: &Toolbox, package: &Package) -> Result<PathBuf> {
    let browser = tools
        .browser()
        .context("browser tests need the toolbox for everything")?;
    let mut flags: Value =
        serde_json::from_str(&project.read(package.folder.join("webdriver.json"))?)
            .with_context(|| format!("the webdriver.json of `{}` is no JSON", package.name))?;
    flags["goog:chromeOptions"]["binary"] = absolute(&browser.chrome)?.to_string_lossy().into();
    let folder = project.root.join("target/webdriver");
    fs::create_dir_all(&folder)?;
    let file = folder.join(format!("{}.json", package.name));
    fs::write(&file, flags.to_string())
        .with_context(|| format!("could not write {}", file.display()))?;
    Ok(file)
}

fn absolute(path: &Path) -> Result<PathBuf> {
    std::path::absolute(path).with_context(|| format!("{} is no path", path.display()))
}

/// Runs `tests/browser/*.test.mjs` against the site in `dist/`.
///
/// # Errors
/// When a test fails.
pub fn run_end_to_end(project: &Project, tools: &Toolbox) -> Result<()> {
    run(tools
        .command("npm")?
        .current_dir(project.root.join("tests/browser"))
        .args(["--silent", "test"]))
}
