//! ARCHITECTURE.md's code map names every crate.

use anyhow::{Result, bail};

use crate::project::Project;

/// Looks for each package's folder (`base/`) in ARCHITECTURE.md.
///
/// # Errors
/// When the file is missing or a crate is not in it.
pub fn check(project: &Project) -> Result<()> {
    let text = project.read("ARCHITECTURE.md")?;
    let names: Vec<_> = project
        .packages()?
        .into_iter()
        .map(|package| package.name)
        .collect();
    let missing = unmapped(&text, &names);
    if !missing.is_empty() {
        bail!(
            "ARCHITECTURE.md's code map does not name: {}",
            missing.join(", ")
        );
    }
    Ok(())
}

/// The names that never stand in the text as a folder, `name/`.
fn unmapped<'a>(text: &str, names: &'a [String]) -> Vec<&'a str> {
    let is_boundary = |c: char| !(c.is_alphanumeric() || c == '_' || c == '-');
    let named = |name: &str| {
        let folder = format!("{name}/");
        text.match_indices(&folder)
            .any(|(at, _)| text[..at].chars().next_back().is_none_or(is_boundary))
    };
    names
        .iter()
        .map(String::as_str)
        .filter(|name| !named(name))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crate_is_named_as_a_folder() {
        let names = ["base", "sim", "ui"].map(String::from);
        assert_eq!(
            unmapped(
                "crates/\n  base/  words\n`crates/sim/`: kernel\n  gui/ and a sentence on ui",
                &names
            ),
            ["ui"]
        );
    }
}
