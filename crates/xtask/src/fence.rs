//! Proves that the determinism fence (`.clippy.toml`) bites, and that no engine crate has left it.

use std::collections::BTreeSet;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::project::Project;

/// A crate that breaks the rules on purpose. Each line that must be refused says so at its end.
const FIXTURE: &str = "crates/xtask/fixtures/fence";
const MARK: &str = "// refused";

/// The lints that the fence is made of.
const LINTS: [&str; 2] = ["clippy::disallowed_types", "clippy::disallowed_methods"];

/// The packages that have a `clippy.toml` of their own instead of the workspace's.
const OUTSIDE: [&str; 5] = ["cli", "tests", "ui", "web", "xtask"];

/// Runs Clippy over the fixture and compares what it refuses with what the fixture says should be refused.
///
/// # Errors
/// When the two differ, or when a crate has left the fence or come in unannounced.
pub fn check(project: &Project) -> Result<()> {
    for package in project.packages()? {
        let own = ["clippy.toml", ".clippy.toml"]
            .iter()
            .any(|file| package.folder.join(file).exists());
        if own != OUTSIDE.contains(&package.name.as_str()) {
            bail!(
                "`{}` and crates/xtask/src/fence.rs disagree on whether it lies within the fence",
                package.name
            );
        }
    }
    let source = project.read(format!("{FIXTURE}/src/lib.rs"))?;
    let expected = marked_lines(&source);
    let refused = refused_lines(&clippy_messages(project)?);
    if expected.is_empty() || expected != refused {
        bail!(
            "the determinism fence refuses other lines of {FIXTURE}/src/lib.rs than it should:\n  \
             must be refused, but is not: {:?}\n  is refused, but should not be: {:?}",
            expected.difference(&refused).collect::<Vec<_>>(),
            refused.difference(&expected).collect::<Vec<_>>(),
        );
    }
    Ok(())
}

fn clippy_messages(project: &Project) -> Result<String> {
    // A target folder of its own, emptied of the fixture each time: Clippy does not notice a changed configuration.
    let target = project.root.join("target/fence");
    if target.exists() {
        std::fs::remove_dir_all(&target)
            .with_context(|| format!("could not remove {}", target.display()))?;
    }
    let output = project
        .command("cargo")
        .args([
            "clippy",
            "--quiet",
            "--offline",
            "--message-format",
            "json",
            "--manifest-path",
        ])
        .arg(format!("{FIXTURE}/Cargo.toml"))
        .env("CARGO_TARGET_DIR", &target)
        .env("CLIPPY_CONF_DIR", &project.root)
        .output()
        .context("`cargo clippy` could not be started")?;
    Ok(String::from_utf8(output.stdout)?)
}

/// Numbers of the lines that carry the mark.
fn marked_lines(source: &str) -> BTreeSet<u64> {
    (1..)
        .zip(source.lines())
        .filter(|(_, line)| line.ends_with(MARK))
        .map(|(number, _)| number)
        .collect()
}

/// Numbers of the lines that one of our lints speaks of.
fn refused_lines(messages: &str) -> BTreeSet<u64> {
    messages
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter(|json| {
            json["message"]["code"]["code"]
                .as_str()
                .is_some_and(|code| LINTS.contains(&code))
        })
        .flat_map(|json| {
            json["message"]["spans"]
                .as_array()
                .cloned()
                .unwrap_or_default()
        })
        .filter_map(|span| span["line_start"].as_u64())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_messages_are_read() {
        assert_eq!(marked_lines("a\nb // refused\nc"), BTreeSet::from([2]));
        let message = |code| {
            format!(
                r#"{{"reason":"compiler-message","message":{{"code":{{"code":"{code}"}},"spans":[{{"line_start":7}}]}}}}"#
            )
        };
        assert_eq!(
            refused_lines(&message("clippy::disallowed_types")),
            BTreeSet::from([7])
        );
        assert_eq!(refused_lines(&message("dead_code")), BTreeSet::new());
    }
}
