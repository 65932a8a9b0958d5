//! What rustup brings: the WebAssembly target, the formatter and the lints.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};

use super::{is_program, on_path};
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

/// The programs that read the counts of instrumented programs; they must be of the compiler's own version.
pub struct LlvmTools {
    /// Puts the counts of several runs together.
    pub profdata: PathBuf,
    /// Says which lines they belong to.
    pub cov: PathBuf,
}

impl LlvmTools {
    /// Finds them beside the compiler, or has rustup fetch them.
    ///
    /// # Errors
    /// When they are missing and there is no rustup.
    pub fn ensure() -> Result<Self> {
        let libraries = output_of(Command::new("rustc").args(["--print", "target-libdir"]))
            .context("rustc could not be asked where its libraries lie")?;
        let beside = Path::new(libraries.trim()).with_file_name("bin");
        let program = |name: &str| beside.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
        let tools = Self {
            profdata: program("llvm-profdata"),
            cov: program("llvm-cov"),
        };
        if is_program(&tools.profdata) && is_program(&tools.cov) {
            return Ok(tools);
        }
        if on_path("rustup").is_none() {
            bail!("llvm-profdata and llvm-cov are missing: install Rust's component llvm-tools.");
        }
        say::timed(
            "Adding Rust's component llvm-tools, to read coverage (once, seconds)",
            || run(Command::new("rustup").args(["component", "add", "llvm-tools"])),
        )?;
        Ok(tools)
    }
}
