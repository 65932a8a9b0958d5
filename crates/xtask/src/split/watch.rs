//! What runs in the first view: the page is opened in a browser with the marked module, and asked for the marks.

use std::{collections::BTreeSet, fs, path::Path, process::Stdio};

use anyhow::{Context, Result, ensure};

use crate::{project::Project, tools::Toolbox};

/// The functions that ran, by their place among the module's own.
///
/// # Errors
/// When the browser cannot be started or the page does not start in it.
pub fn first(
    project: &Project,
    tools: &Toolbox,
    dist: &Path,
    module: &str,
    marked: &[u8],
) -> Result<BTreeSet<usize>> {
    let folder = project.root.join("target/first-view");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    copy(dist, &folder)?;
    fs::write(folder.join(module), marked)?;
    let output = tools
        .command("node")?
        .arg("tests/browser/first-view.mjs")
        .env("SITE_DIR", &folder)
        .stderr(Stdio::inherit())
        .output()
        .context("node could not be started")?;
    ensure!(
        output.status.success(),
        "the first view could not be watched"
    );
    let ran: BTreeSet<usize> = serde_json::from_slice(&output.stdout)
        .context("tests/browser/first-view.mjs gave no list of functions")?;
    ensure!(!ran.is_empty(), "nothing ran in the first view");
    Ok(ran)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let target = to.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            copy(&path, &target)?;
        } else {
            fs::copy(&path, &target)?;
        }
    }
    Ok(())
}
