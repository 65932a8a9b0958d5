//! Format, lints and the rules of the house.

use anyhow::Result;

use crate::{
    code_map, edges, examples, fence,
    project::{Project, run as run_command},
    say,
    tools::Toolbox,
};

/// What no committed code may hold, beside Clippy's own defaults: leftovers of work in progress.
const REFUSED: [&str; 6] = [
    "-Dwarnings",
    "-Dclippy::dbg_macro",
    "-Dclippy::todo",
    "-Dclippy::unimplemented",
    "-Dclippy::disallowed_types",
    "-Dclippy::disallowed_methods",
];

/// Everything that `cargo xtask check` does.
///
/// # Errors
/// The first rule that is broken.
pub fn run(project: &Project) -> Result<()> {
    Toolbox::for_checks(project)?;
    say::timed("Checking the format", || format(project))?;
    say::timed("Checking lints natively", || lint_native(project))?;
    say::timed("Checking lints of the page for WebAssembly", || {
        lint_wasm(project)
    })?;
    say::timed("Checking the rules of the house", || rules(project))
}

/// `cargo fmt --check` over the workspace.
///
/// # Errors
/// When a file is formatted otherwise.
pub fn format(project: &Project) -> Result<()> {
    run_command(project.command("cargo").args(["fmt", "--all", "--check"]))
}

/// Clippy over everything that is not only for the browser, tests included.
///
/// # Errors
/// When Clippy has anything to say.
pub fn lint_native(project: &Project) -> Result<()> {
    run_command(
        project
            .command("cargo")
            .args(["clippy", "--quiet", "--keep-going", "--all-targets", "--"])
            .args(REFUSED),
    )
}

/// Clippy over the page, as the browser will get it.
///
/// # Errors
/// When Clippy has anything to say.
pub fn lint_wasm(project: &Project) -> Result<()> {
    run_command(
        project
            .command("cargo")
            .args([
                "clippy",
                "--quiet",
                "--target",
                "wasm32-unknown-unknown",
                "-p",
                "ui",
                "-p",
                "web",
                "--all-targets",
            ])
            .arg("--")
            .args(REFUSED),
    )
}

/// Who may use whom, the determinism fence, the code map, the examples that are tests.
///
/// # Errors
/// Each rule that is broken.
pub fn rules(project: &Project) -> Result<()> {
    edges::check(project)?;
    fence::check(project)?;
    code_map::check(project)?;
    examples::check(project)
}
