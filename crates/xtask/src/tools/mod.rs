//! The tools that tasks need: found where they are, else installed once.
//!
//! For each tool the order is the same: the right version on PATH, then the cache
//! (`$XDG_CACHE_HOME/aurorascope`, else `~/.cache/aurorascope`), then an installation into the cache. Looking costs
//! a few milliseconds a tool, so a second call does no set-up again and is not felt. Nothing outside the cache is
//! changed but for three things that have a home of their own: Rust's targets and components (rustup), Chromium
//! (apt-get) and `tests/browser/node_modules` (npm).

mod browser;
mod cache;
mod cargo_tool;
mod npm;
mod rust;

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result};

pub use browser::Browser;
use cache::Cache;
use cargo_tool::CargoTool;
pub use rust::LlvmTools;

use crate::project::Project;

/// The folders and programs found, ready to be handed to commands.
pub struct Toolbox {
    root: PathBuf,
    /// Folders to look through before PATH.
    folders: Vec<PathBuf>,
    browser: Option<Browser>,
}

impl Toolbox {
    /// What `serve` and `site` need: the WebAssembly target, wasm-bindgen, wasm-opt and Trunk; and Chromium with the
    /// npm packages that drive it, to learn what the first view needs. Where there can be no Chromium, that is said, and
    /// the page's module stays in one piece.
    ///
    /// # Errors
    /// One sentence that says what could not be installed and what to do.
    pub fn for_site(project: &Project) -> Result<Self> {
        let browser = driven_browser(project)
            .inspect_err(|error| {
                println!("The page will load in one piece, which is heavier: {error:#}")
            })
            .ok();
        Self::with(project, browser)
    }

    fn with(project: &Project, browser: Option<Browser>) -> Result<Self> {
        let cache = Cache::locate()?;
        rust::ensure_wasm_target()?;
        npm::ensure_node()?;
        let mut folders = cargo_tool::ensure(
            &cache,
            &[CargoTool::wasm_bindgen(project)?, CargoTool::trunk()],
        )?;
        folders.extend(npm::ensure_wasm_opt(&cache)?);
        Ok(Self {
            root: project.root.clone(),
            folders,
            browser,
        })
    }

    /// What `test --fast` and `check` need: Rust's formatter, lints and WebAssembly target.
    ///
    /// # Errors
    /// As [`Toolbox::for_site`].
    pub fn for_checks(project: &Project) -> Result<Self> {
        rust::ensure_wasm_target()?;
        rust::ensure_components()?;
        Ok(Self {
            root: project.root.clone(),
            folders: Vec::new(),
            browser: None,
        })
    }

    /// What everything needs: the above, Chromium with its driver, and the browser tests' npm packages.
    ///
    /// # Errors
    /// As [`Toolbox::for_site`].
    pub fn for_everything(project: &Project) -> Result<Self> {
        Self::for_checks(project)?;
        // The browser first: it is quick, and where it cannot be had, that is known before the slow installations.
        let browser = driven_browser(project)?;
        Self::with(project, Some(browser))
    }

    /// A command that runs in the project's root and finds these tools first.
    ///
    /// # Errors
    /// When a folder's name cannot stand in PATH.
    pub fn command(&self, program: &str) -> Result<Command> {
        let inherited = env::var_os("PATH").unwrap_or_default();
        let path = env::join_paths(
            self.folders
                .iter()
                .cloned()
                .chain(env::split_paths(&inherited)),
        )
        .context("a folder of the tool cache has a name that cannot stand in PATH")?;
        // The lookup is done here, because where `Command` looks differs between systems when PATH is changed.
        let program = find_in(&path, program).unwrap_or_else(|| PathBuf::from(program));
        let mut command = Command::new(program);
        command.current_dir(&self.root).env("PATH", path);
        if let Some(browser) = &self.browser {
            command
                .env("CHROME", &browser.chrome)
                .env("CHROMEDRIVER", &browser.driver);
        }
        Ok(command)
    }

    /// The browser that [`Toolbox::for_everything`] found.
    pub fn browser(&self) -> Option<&Browser> {
        self.browser.as_ref()
    }
}

/// Chromium, and the npm packages that drive it.
fn driven_browser(project: &Project) -> Result<Browser> {
    let browser = Browser::ensure()?;
    npm::ensure_node()?;
    npm::ensure_browser_test_packages(project)?;
    Ok(browser)
}

/// The first program of that name on PATH.
fn on_path(program: &str) -> Option<PathBuf> {
    find_in(&env::var_os("PATH")?, program)
}

fn find_in(path: &std::ffi::OsStr, program: &str) -> Option<PathBuf> {
    env::split_paths(path)
        .map(|folder| folder.join(program))
        .find(|file| is_program(file))
}

fn is_program(file: &Path) -> bool {
    file.is_file()
}
