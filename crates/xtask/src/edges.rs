//! Who may use whom.
//!
//! The table is the architecture: an edge that is not in it does not exist, whatever would be handy. A change here is
//! a change of ARCHITECTURE.md.

use std::fs;
use std::path::Path;

use anyhow::{Result, bail};

use crate::project::{Package, Project};

/// Each crate, and the crates of this workspace that it may name in its manifest.
const MAY_USE: &[(&str, &[&str])] = &[
    ("base", &[]),
    ("sim", &["base"]),
    ("aurora", &["base"]),
    ("text", &["base"]),
    ("world", &["base", "sim", "aurora"]),
    ("globe", &["base", "sim", "world"]),
    ("durability", &["base", "aurora"]),
    ("mirrored", &["base", "sim", "world"]),
    ("lessons", &["base", "world", "globe"]),
    (
        "scene",
        &["base", "world", "globe", "durability", "mirrored"],
    ),
    ("session", &["base", "world", "globe", "lessons", "scene"]),
    ("ui", &["base", "scene", "session", "text"]),
    ("web", &["base", "ui", "session", "text"]),
    (
        "cli",
        &[
            "base",
            "world",
            "durability",
            "globe",
            "mirrored",
            "lessons",
            "scene",
            "session",
            "text",
        ],
    ),
    ("xtask", &[]),
];

/// The package that examines all others and may therefore use all.
const EXAMINER: &str = "tests";

/// Crates that show the engine's state. Not even their own tests may reach around `world` to a machine, or what is
/// shown could come from somewhere else than a run.
const VIEWS: &[&str] = &["scene", "session", "text", "ui", "web"];

/// The crates behind `world`.
const MACHINES: &[&str] = &["sim", "aurora"];

/// The only crate that may ask which machine it is compiled for.
const KNOWS_THE_BROWSER: &str = "web";

/// Compares the table with the manifests, and looks for code that depends on the target.
///
/// # Errors
/// One line for each edge or line of code that must not be.
pub fn check(project: &Project) -> Result<()> {
    let packages = project.packages()?;
    let mut wrong = wrong_edges(&packages);
    for package in packages
        .iter()
        .filter(|package| package.name != KNOWS_THE_BROWSER)
    {
        find_target_questions(&project.root, &package.folder, &mut wrong)?;
    }
    if !wrong.is_empty() {
        bail!(
            "the rules of the house are broken:\n  {}",
            wrong.join("\n  ")
        );
    }
    Ok(())
}

fn wrong_edges(packages: &[Package]) -> Vec<String> {
    let ours = |name: &str| packages.iter().any(|package| package.name == name);
    let mut wrong = Vec::new();
    for package in packages.iter().filter(|package| package.name != EXAMINER) {
        let name = package.name.as_str();
        let allowed = MAY_USE.iter().find(|(user, _)| *user == name);
        if allowed.is_none() {
            wrong.push(format!(
                "`{name}` is not in the table of who may use whom (crates/xtask/src/edges.rs)"
            ));
        }
        let allowed = allowed.map_or(&[][..], |(_, used)| used);
        for dependency in package
            .dependencies
            .iter()
            .filter(|dependency| ours(&dependency.name))
        {
            let used = dependency.name.as_str();
            if VIEWS.contains(&name) && MACHINES.contains(&used) {
                wrong.push(format!(
                    "`{name}` shows state and must not reach `{used}` around `world`"
                ));
            } else if !dependency.dev && !allowed.contains(&used) {
                wrong.push(format!("`{name}` must not use `{used}`"));
            }
        }
    }
    wrong
}

fn find_target_questions(root: &Path, folder: &Path, wrong: &mut Vec<String>) -> Result<()> {
    // Put together here so that this file does not hold it.
    let question = concat!("target", "_arch");
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let entry = entry?;
            let (path, name) = (entry.path(), entry.file_name());
            if entry.file_type()?.is_dir() {
                let skipped = [".git", "node_modules", "target"]
                    .iter()
                    .any(|skipped| name == *skipped);
                if !skipped {
                    folders.push(path);
                }
            } else if name == "Cargo.toml"
                || path.extension().is_some_and(|extension| extension == "rs")
            {
                for (index, line) in fs::read_to_string(&path)?.lines().enumerate() {
                    if line.contains(question) {
                        let place = path.strip_prefix(root).unwrap_or(&path).display();
                        let line = index + 1;
                        wrong.push(format!(
                            "{place}:{line}: only `{KNOWS_THE_BROWSER}` may ask for `{question}`"
                        ));
                    }
                }
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::Dependency;

    fn package(name: &str, dependencies: &[(&str, bool)]) -> Package {
        Package {
            name: name.into(),
            folder: "unused".into(),
            dependencies: dependencies
                .iter()
                .map(|&(name, dev)| Dependency {
                    name: name.into(),
                    dev,
                })
                .collect(),
            integration_tests: Vec::new(),
        }
    }

    fn judge(name: &str, dependencies: &[(&str, bool)]) -> Vec<String> {
        let mut packages: Vec<_> = MAY_USE
            .iter()
            .map(|(name, _)| *name)
            .filter(|n| *n != name)
            .map(|n| package(n, &[]))
            .collect();
        packages.push(package(name, dependencies));
        wrong_edges(&packages)
    }

    #[test]
    fn edges_of_the_table_pass_and_others_do_not() {
        assert_eq!(
            judge(
                "world",
                &[
                    ("base", false),
                    ("sim", false),
                    ("aurora", false),
                    ("serde", false)
                ]
            ),
            [""; 0]
        );
        assert_eq!(
            judge("sim", &[("aurora", false)]),
            ["`sim` must not use `aurora`"]
        );
        assert_eq!(
            judge("base", &[("text", false)]),
            ["`base` must not use `text`"]
        );
    }

    #[test]
    fn tests_may_use_more_but_not_behind_a_views_back() {
        assert_eq!(judge("scene", &[("lessons", true)]), [""; 0]);
        assert_eq!(judge("scene", &[("aurora", true)]).len(), 1);
        assert_eq!(judge("tests", &[("aurora", false), ("ui", true)]), [""; 0]);
    }

    #[test]
    fn a_crate_must_be_in_the_table() {
        assert!(judge("redshift", &[])[0].contains("`redshift` is not in the table"));
    }

    #[test]
    fn the_table_allows_no_view_to_reach_a_machine() {
        for (user, used) in MAY_USE.iter().filter(|(user, _)| VIEWS.contains(user)) {
            assert!(!used.iter().any(|used| MACHINES.contains(used)), "{user}");
        }
    }

    #[test]
    fn the_table_has_no_cycle() {
        // Each line uses only crates of lines above it.
        for (index, (user, used)) in MAY_USE.iter().enumerate() {
            for used in *used {
                assert!(
                    MAY_USE[..index].iter().any(|(above, _)| above == used),
                    "{user} uses {used}"
                );
            }
        }
    }
}
