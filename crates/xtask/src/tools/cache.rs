//! The folder in which installed tools are kept for every checkout of this user.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

/// `$XDG_CACHE_HOME/aurorascope`, else `~/.cache/aurorascope`.
pub struct Cache(PathBuf);

impl Cache {
    /// Names the folder; it is made when something is put there.
    ///
    /// # Errors
    /// When the user has neither variable.
    pub fn locate() -> Result<Self> {
        let absolute = |name| {
            env::var_os(name)
                .map(PathBuf::from)
                .filter(|path| path.is_absolute())
        };
        let base = absolute("XDG_CACHE_HOME")
            .or_else(|| Some(absolute("HOME")?.join(".cache")))
            .context("set HOME or XDG_CACHE_HOME to an absolute path, so that there is a place for tools")?;
        Ok(Self(base.join("aurorascope")))
    }

    /// Where one version of one tool lives.
    pub fn tool(&self, name: &str, version: &str) -> PathBuf {
        self.0.join("tools").join(format!("{name}-{version}"))
    }

    /// Where a tool is compiled; an interrupted installation goes on from what it finds there.
    pub fn workshop(&self, name: &str, version: &str) -> PathBuf {
        self.0.join("build").join(format!("{name}-{version}"))
    }

    /// The file that receives what an installer prints, with its folder made.
    ///
    /// # Errors
    /// When the folder cannot be made.
    pub fn log(&self, name: &str, version: &str) -> Result<PathBuf> {
        let folder = self.0.join("logs");
        make(&folder)?;
        Ok(folder.join(format!("{name}-{version}.log")))
    }
}

/// Makes a folder and those above it.
///
/// # Errors
/// When that is not possible; the error names the folder.
pub fn make(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)
        .with_context(|| format!("could not make the folder {}", folder.display()))
}
