//! What npm brings: wasm-opt, and the packages that drive a browser in tests.

use std::{fs, path::PathBuf, process::Command};

use anyhow::{Context, Result, bail};

use super::{
    cache::{self, Cache},
    on_path,
};
use crate::{
    project::{Project, output_of, run},
    say,
};

/// The release of Binaryen whose wasm-opt we use; Debian's is too old to read what Rust writes.
const BINARYEN: &str = "132.0.0";

/// The oldest Node.js whose test runner has what the browser tests use.
const NODE_MAJOR_MIN: u32 = 20;

/// Makes sure of Node.js and npm, which this automation does not install.
///
/// # Errors
/// When either is missing or too old.
pub fn ensure_node() -> Result<()> {
    let major = output_of(Command::new("node").arg("--version"))
        .as_deref()
        .and_then(node_major);
    match major {
        Some(major) if major >= NODE_MAJOR_MIN && on_path("npm").is_some() => Ok(()),
        _ => bail!(
            "Node.js {NODE_MAJOR_MIN} or newer with npm is needed: install it from https://nodejs.org."
        ),
    }
}

fn node_major(version: &str) -> Option<u32> {
    version
        .trim()
        .strip_prefix('v')?
        .split('.')
        .next()?
        .parse()
        .ok()
}

/// Makes sure of wasm-opt and returns the folder that PATH lacks, if any.
///
/// # Errors
/// When npm cannot install it.
pub fn ensure_wasm_opt(cache: &Cache) -> Result<Option<PathBuf>> {
    if on_path("wasm-opt").is_some() {
        let answer = output_of(Command::new("wasm-opt").arg("--version")).unwrap_or_default();
        if is_our_binaryen(&answer) {
            return Ok(None);
        }
    }
    let home = cache.tool("binaryen", BINARYEN);
    let programs = home.join("node_modules/.bin");
    if !programs.join("wasm-opt").is_file() {
        cache::make(&home)?;
        say::timed(
            &format!(
                "Installing wasm-opt {BINARYEN}, which makes the page smaller (once, seconds)"
            ),
            || {
                run(Command::new("npm")
                    .args([
                        "install",
                        "--no-save",
                        "--no-audit",
                        "--no-fund",
                        "--loglevel=error",
                        "--prefix",
                    ])
                    .arg(&home)
                    .arg(format!("binaryen@{BINARYEN}")))
            },
        )?;
    }
    Ok(Some(programs))
}

/// Whether `wasm-opt --version` ("wasm-opt version 132 (version_132)") speaks of our release.
fn is_our_binaryen(answer: &str) -> bool {
    let ours = BINARYEN.split('.').next();
    answer.split_whitespace().nth(2) == ours
}

/// Makes sure that `tests/browser/node_modules` is what the lock file beside it says.
///
/// # Errors
/// When npm cannot install it.
pub fn ensure_browser_test_packages(project: &Project) -> Result<()> {
    let folder = project.root.join("tests/browser");
    let lock = project.read("tests/browser/package-lock.json")?;
    // `npm ci` leaves no trace of the lock file it followed, so a copy is kept as the stamp.
    let stamp = folder.join("node_modules/.installed-package-lock.json");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    say::timed(
        "Installing the browser tests' npm packages (once, seconds)",
        || {
            run(Command::new("npm").current_dir(&folder).args([
                "ci",
                "--no-audit",
                "--no-fund",
                "--loglevel=error",
            ]))?;
            fs::write(&stamp, lock).with_context(|| format!("could not write {}", stamp.display()))
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read() {
        assert_eq!(node_major("v20.20.2\n"), Some(20));
        assert_eq!(node_major("command not found"), None);
        assert!(is_our_binaryen("wasm-opt version 132 (version_132)\n"));
        assert!(!is_our_binaryen("wasm-opt version 108\n"));
    }
}
