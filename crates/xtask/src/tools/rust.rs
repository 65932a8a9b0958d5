//! What rustup brings: the WebAssembly target, the formatter and the lints.

use std::{path::Path, process::Command};

use anyhow::{Result, bail};

use super::on_path;
use crate::{
    project::{output_of, run},
    say,
};

const WASM: &str = "wasm32-unknown-unknown";

/// Makes sure that Rust can compile for the browser.
///
/// # Errors
/// When the target is missing and there is no rustup to fetch it.
pub fn ensure_wasm_target() -> Result<()> {
    let folder =
        output_of(Command::new("rustc").args(["--print", "target-libdir", "--target", WASM]));
    if folder.is_some_and(|folder| holds_std(Path::new(folder.trim()))) {
        return Ok(());
    }
    if on_path("rustup").is_none() {
        bail!(
            "This Rust cannot compile for the browser, and there is no rustup to teach it: install Rust from \
             https://rustup.rs, or, where Debian's Rust must do, build std for {WASM} from its packages rustc-web, \
             cargo-web, rust-web-src, rust-web-llvm and lld, and put it into rustlib/{WASM}/lib."
        );
    }
    say::timed(
        "Adding Rust's WebAssembly target, for the page (once, seconds)",
        || run(Command::new("rustup").args(["target", "add", WASM])),
    )
}

fn holds_std(folder: &Path) -> bool {
    let Ok(entries) = folder.read_dir() else {
        return false;
    };
    entries
        .flatten()
        .any(|entry| entry.file_name().to_string_lossy().starts_with("libstd-"))
}

/// Makes sure of `cargo fmt` and `cargo clippy`.
///
/// # Errors
/// When one is missing and there is no rustup to fetch it.
pub fn ensure_components() -> Result<()> {
    for (program, component) in [("rustfmt", "rustfmt"), ("cargo-clippy", "clippy")] {
        if output_of(Command::new(program).arg("--version")).is_some() {
            continue;
        }
        if on_path("rustup").is_none() {
            bail!("`{program}` is missing: install it beside the Rust on this machine.");
        }
        say::timed(
            &format!("Adding Rust's component {component}, for the checks (once, seconds)"),
            || run(Command::new("rustup").args(["component", "add", component])),
        )?;
    }
    Ok(())
}
