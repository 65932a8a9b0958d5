//! Where the project lies, and what Cargo says about it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail};
use serde_json::Value;

/// The checkout that this automation belongs to.
pub struct Project {
    /// Absolute path of the folder with the workspace's Cargo.toml.
    pub root: PathBuf,
}

impl Project {
    /// Finds the checkout by asking Cargo about the current folder, so that a moved checkout is no trouble.
    ///
    /// # Errors
    /// When the current folder belongs to no Cargo workspace.
    pub fn locate() -> Result<Self> {
        let output = Command::new("cargo")
            .args(["locate-project", "--workspace", "--message-format", "plain"])
            .stderr(Stdio::inherit())
            .output()
            .context("cargo could not be started")?;
        let manifest = PathBuf::from(String::from_utf8(output.stdout)?.trim());
        match manifest.parent() {
            Some(root) if output.status.success() => Ok(Self {
                root: root.to_owned(),
            }),
            _ => bail!("This is not inside AuroraScope's checkout: change to it first."),
        }
    }

    /// A command that will run in the project's root.
    pub fn command(&self, program: impl AsRef<Path>) -> Command {
        let mut command = Command::new(program.as_ref());
        command.current_dir(&self.root);
        command
    }

    /// The text of a file named from the root.
    ///
    /// # Errors
    /// When it cannot be read; the error names it.
    pub fn read(&self, path: impl AsRef<Path>) -> Result<String> {
        let path = self.root.join(path);
        fs::read_to_string(&path).with_context(|| format!("could not read {}", path.display()))
    }

    /// The workspace's own packages as `cargo metadata --no-deps` tells them.
    ///
    /// # Errors
    /// When a manifest is malformed.
    pub fn packages(&self) -> Result<Vec<Package>> {
        let output = self
            .command("cargo")
            .args(["metadata", "--no-deps", "--format-version", "1"])
            .stderr(Stdio::inherit())
            .output()?;
        if !output.status.success() {
            bail!("`cargo metadata` failed");
        }
        let metadata: Value = serde_json::from_slice(&output.stdout)?;
        let packages = metadata["packages"]
            .as_array()
            .context("`cargo metadata` names no packages")?;
        packages.iter().map(Package::from_json).collect()
    }

    /// The version of a package that Cargo.lock has settled on.
    ///
    /// # Errors
    /// When Cargo.lock does not name it.
    pub fn locked_version(&self, package: &str) -> Result<String> {
        locked_version(&self.read("Cargo.lock")?, package)
            .with_context(|| format!("Cargo.lock names no package \"{package}\""))
    }
}

fn locked_version(lock: &str, package: &str) -> Option<String> {
    let mut lines = lock
        .lines()
        .skip_while(|line| *line != format!("name = \"{package}\""))
        .skip(1);
    let version = lines
        .next()?
        .strip_prefix("version = \"")?
        .strip_suffix('"')?;
    Some(version.to_owned())
}

/// One package of the workspace.
#[derive(Debug)]
pub struct Package {
    /// Its name.
    pub name: String,
    /// The folder with its Cargo.toml.
    pub folder: PathBuf,
    /// Its dependencies, of all kinds.
    pub dependencies: Vec<Dependency>,
    /// Names of its integration tests (`tests/NAME.rs`).
    pub integration_tests: Vec<String>,
}

/// One line of a package's dependency tables.
#[derive(Debug)]
pub struct Dependency {
    /// The package depended on.
    pub name: String,
    /// Whether only tests, examples and benchmarks use it.
    pub dev: bool,
}

impl Package {
    fn from_json(json: &Value) -> Result<Self> {
        let text = |value: &Value| {
            value
                .as_str()
                .map(String::from)
                .context("`cargo metadata` has changed its form")
        };
        let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
        let manifest = PathBuf::from(text(&json["manifest_path"])?);
        Ok(Self {
            name: text(&json["name"])?,
            folder: manifest
                .parent()
                .context("a manifest lies in a folder")?
                .to_owned(),
            dependencies: list(&json["dependencies"])
                .iter()
                .map(|d| {
                    Ok(Dependency {
                        name: text(&d["name"])?,
                        dev: d["kind"] == "dev",
                    })
                })
                .collect::<Result<_>>()?,
            integration_tests: list(&json["targets"])
                .iter()
                .filter(|target| target["kind"][0] == "test")
                .map(|target| text(&target["name"]))
                .collect::<Result<_>>()?,
        })
    }
}

/// Runs a command to its end, with its output shown.
///
/// # Errors
/// When it cannot be started or says that it failed; the error names the command.
pub fn run(command: &mut Command) -> Result<()> {
    let name = describe(command);
    let status = command
        .status()
        .with_context(|| format!("`{name}` could not be started"))?;
    if !status.success() {
        bail!("`{name}` failed");
    }
    Ok(())
}

/// Runs a command to its end and returns what it printed, or nothing when it is absent or says that it failed.
pub fn output_of(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// A command as a person would type it.
pub fn describe(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locked_version_is_that_very_packages() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(
            locked_version(lock, "wasm-bindgen").as_deref(),
            Some("0.2.130")
        );
        assert_eq!(locked_version(lock, "trunk"), None);
    }
}
