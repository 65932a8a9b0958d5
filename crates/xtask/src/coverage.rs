//! How much of the database's machines the tests run through.
//!
//! The compiler counts for itself (`-Cinstrument-coverage`); what it needs besides is the reader of its counts, a
//! component of Rust that is installed when it is missing. Lines of test modules are left out: they are run by definition
//! and would only flatter the figure.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Stdio,
};

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use crate::{
    project::{Project, run as run_command},
    say,
    tools::LlvmTools,
};

/// The sources that are looked at.
const SOURCES: &str = "crates/aurora/src";
/// The packages whose tests run through them.
const PACKAGES: [&str; 3] = ["aurora", "world", "tests"];
/// Less than this share of lines is a failure, in percent.
const LEAST_PERCENT: usize = 90;

/// Lines with code, and those of them that ran.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Lines {
    all: usize,
    ran: usize,
}

impl Lines {
    fn percent(self) -> String {
        let tenths = (self.ran * 1_000).checked_div(self.all).unwrap_or(1_000);
        format!("{}.{} %", tenths / 10, tenths % 10)
    }
}

/// Runs the tests with counters and prints the share of lines that ran, file by file and in all.
///
/// # Errors
/// When a test fails, or when less than [`LEAST_PERCENT`] of the lines ran.
pub fn run(project: &Project) -> Result<()> {
    let tools = LlvmTools::ensure()?;
    let folder = project.root.join("target/coverage");
    let counts = folder.join("counts");
    if counts.exists() {
        fs::remove_dir_all(&counts).context("could not remove the counts of an earlier run")?;
    }
    let programs = say::timed("Building the tests with counters", || {
        build(project, &folder)
    })?;
    say::timed("Running them", || {
        for (package, program) in &programs {
            let raw = counts.join("%p-%m.profraw");
            run_command(
                project
                    .command(program)
                    .arg("--quiet")
                    .current_dir(package)
                    .env("LLVM_PROFILE_FILE", raw),
            )?;
        }
        Ok(())
    })?;
    let merged = folder.join("counts.profdata");
    let raw: Vec<PathBuf> = fs::read_dir(&counts)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    run_command(
        project
            .command(&tools.profdata)
            .args(["merge", "--sparse", "--output"])
            .arg(&merged)
            .args(raw),
    )?;
    let sources = project.root.join(SOURCES);
    let mut export = project.command(&tools.cov);
    export
        .args(["export", "--format=lcov", "--instr-profile"])
        .arg(&merged);
    for (_, program) in &programs {
        export.arg("--object").arg(program);
    }
    let output = export
        .arg("--sources")
        .arg(&sources)
        .stderr(Stdio::inherit())
        .output()?;
    ensure!(output.status.success(), "`llvm-cov export` failed");
    report(&read_lcov(&String::from_utf8(output.stdout)?), &sources)
}

/// Builds the test programs; returns each with the folder of its package.
fn build(project: &Project, folder: &Path) -> Result<Vec<(PathBuf, PathBuf)>> {
    let mut command = project.command("cargo");
    command
        .args(["test", "--quiet", "--no-run", "--message-format=json"])
        .env("CARGO_TARGET_DIR", folder)
        .env("RUSTFLAGS", "-Cinstrument-coverage")
        // Build scripts count too, and should not leave their counts about.
        .env("LLVM_PROFILE_FILE", folder.join("build/%p.profraw"));
    for package in PACKAGES {
        command.args(["-p", package]);
    }
    let output = command.stderr(Stdio::inherit()).output()?;
    ensure!(output.status.success(), "the tests do not build");
    let programs = String::from_utf8(output.stdout)?
        .lines()
        .filter_map(|line| program_of(&serde_json::from_str(line).ok()?))
        .collect();
    Ok(programs)
}

/// The package's folder and the program that a message of Cargo announces, if it does.
fn program_of(message: &Value) -> Option<(PathBuf, PathBuf)> {
    let program = message["executable"].as_str()?;
    let manifest = Path::new(message["manifest_path"].as_str()?);
    Some((manifest.parent()?.to_owned(), program.into()))
}

/// How often each line of each file ran, from LLVM's `lcov` text.
fn read_lcov(text: &str) -> BTreeMap<PathBuf, BTreeMap<usize, u64>> {
    let mut files: BTreeMap<PathBuf, BTreeMap<usize, u64>> = BTreeMap::new();
    let mut lines = None;
    for row in text.lines() {
        if let Some(name) = row.strip_prefix("SF:") {
            lines = Some(files.entry(name.into()).or_default());
        } else if let (Some(row), Some(lines)) = (row.strip_prefix("DA:"), &mut lines) {
            let mut numbers = row.split(',').map(str::parse::<u64>);
            if let (Some(Ok(line)), Some(Ok(count))) = (numbers.next(), numbers.next()) {
                *lines.entry(line as usize).or_default() += count;
            }
        }
    }
    files
}

/// The lines of a source before its test module.
fn lines_before_tests(source: &str) -> usize {
    let lines: Vec<&str> = source.lines().collect();
    let tests = lines.windows(2).position(|two| {
        two[0] == "#[cfg(test)]" && two[1].starts_with("mod ") && two[1].ends_with('{')
    });
    tests.unwrap_or(lines.len())
}

fn report(files: &BTreeMap<PathBuf, BTreeMap<usize, u64>>, sources: &Path) -> Result<()> {
    let mut in_all = Lines::default();
    let mut rows = Vec::new();
    for (file, counts) in files {
        let Ok(name) = file.strip_prefix(sources) else {
            continue;
        };
        if name.components().any(|part| part.as_os_str() == "tests") || name.ends_with("tests.rs") {
            continue;
        }
        let last = lines_before_tests(&fs::read_to_string(file)?);
        let counted = counts.iter().filter(|(line, _)| **line <= last);
        let lines = counted.fold(Lines::default(), |lines, (_, count)| Lines {
            all: lines.all + 1,
            ran: lines.ran + usize::from(*count > 0),
        });
        in_all.all += lines.all;
        in_all.ran += lines.ran;
        rows.push((name.display().to_string(), lines));
    }
    if in_all.all == 0 {
        bail!("no line of {SOURCES} was counted");
    }
    for (name, lines) in &rows {
        println!(
            "  {:>8}  {name} ({} of {})",
            lines.percent(),
            lines.ran,
            lines.all
        );
    }
    let (ran, all) = (in_all.ran, in_all.all);
    println!(
        "{} of the lines in {SOURCES} ran in tests ({ran} of {all}).",
        in_all.percent()
    );
    if ran * 100 < all * LEAST_PERCENT {
        bail!("less than {LEAST_PERCENT} % of the lines in {SOURCES} ran");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_of_a_line_add_up_over_programs() {
        let text = "SF:/a/b.rs\nFN:3,f\nDA:3,2\nDA:4,0\nend_of_record\nSF:/a/b.rs\nDA:4,5\nend_of_record\n";
        let files = read_lcov(text);
        assert_eq!(
            files[Path::new("/a/b.rs")],
            BTreeMap::from([(3, 2), (4, 5)])
        );
    }

    #[test]
    fn test_modules_do_not_count() {
        assert_eq!(
            lines_before_tests("fn f() {}\n\n#[cfg(test)]\nmod tests {\n}\n"),
            2
        );
        assert_eq!(
            lines_before_tests("#[cfg(test)]\nmod tests;\nfn f() {}\n"),
            3
        );
    }

    #[test]
    fn shares_are_printed_in_tenths() {
        assert_eq!(Lines { all: 3, ran: 2 }.percent(), "66.6 %");
        assert_eq!(Lines::default().percent(), "100.0 %");
    }
}
