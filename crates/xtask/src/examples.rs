//! Every worked example about storage and failover is a test that bears its name, natively and in a browser.
//!
//! A test of EX-8 is a function whose name begins with `ex_8_`. The stories and the files named `wasm_*` in `tests/tests`
//! run in both places; what stands elsewhere runs natively only, and is not enough.

use std::{collections::BTreeSet, fs, path::Path};

use anyhow::{Context, Result, bail};

use crate::project::Project;

/// Where tests lie that run natively and in a browser.
const RUN_EVERYWHERE: &str = "tests/tests";
/// Examples beyond the row from EX-1 to [`LAST`]; those of global databases as far as they are told.
const MORE: [&str; 15] = [
    "41b", "118", "89", "90", "91", "92", "93", "94", "95", "96", "97", "98", "99", "100", "101",
];
/// The last example about storage and about the cluster.
const LAST: u32 = 62;

/// Looks for a test of each example.
///
/// # Errors
/// The examples that have none.
pub fn check(project: &Project) -> Result<()> {
    let mut found = BTreeSet::new();
    collect(&project.root.join(RUN_EVERYWHERE), &mut found)?;
    let missing = missing(&found);
    if !missing.is_empty() {
        bail!(
            "no test in {RUN_EVERYWHERE} that runs natively and in a browser is named after these examples: {}",
            missing.join(", ")
        );
    }
    Ok(())
}

fn missing(found: &BTreeSet<String>) -> Vec<String> {
    (1..=LAST)
        .map(|number| number.to_string())
        .chain(MORE.map(String::from))
        .filter(|name| !found.contains(name))
        .map(|name| format!("EX-{name}"))
        .collect()
}

/// The examples that tests of a folder are named after.
fn collect(folder: &Path, found: &mut BTreeSet<String>) -> Result<()> {
    let entries = folder
        .read_dir()
        .with_context(|| format!("could not look into {}", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if path.is_dir() {
            // Models run natively only.
            if name == "stories" {
                collect(&path, found)?;
            }
        } else if name.ends_with(".rs")
            && (name.starts_with("wasm_") || folder.ends_with("stories"))
        {
            found.extend(named_in(&fs::read_to_string(&path)?));
        }
    }
    Ok(())
}

/// The examples that functions of a source are named after.
fn named_in(source: &str) -> impl Iterator<Item = String> {
    source.lines().filter_map(|line| {
        let name = line.trim_start().strip_prefix("fn ex_")?;
        Some(name.split_once('_')?.0.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_example_is_found_by_the_name_of_its_test() {
        let source =
            "fn ex_8_the_vcl() {}\n    fn ex_41b_answers() {}\nfn c_14_ex_43() {}\n// fn ex_9_no";
        let found: BTreeSet<String> = named_in(source).collect();
        assert_eq!(found, BTreeSet::from(["8".into(), "41b".into()]));
    }

    #[test]
    fn what_has_no_test_is_named() {
        let mut found: BTreeSet<String> =
            (1..=LAST).map(|number: u32| number.to_string()).collect();
        found.extend(MORE.map(String::from));
        assert!(missing(&found).is_empty());
        found.remove("41b");
        found.remove("8");
        assert_eq!(missing(&found), ["EX-8", "EX-41b"]);
    }
}
