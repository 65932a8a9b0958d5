//! Everything that is tested, step by step, the quick ones first.

use std::time::{Duration, Instant};

use anyhow::{Result, anyhow};

use crate::{
    browser_tests, check,
    project::{Project, run as run_command},
    say::elapsed,
    site,
    tools::Toolbox,
};

/// The seeds that the soak goes through.
const SOAK_SEEDS: &str = "0..2000";

/// Whether a step is part of `--fast`.
#[derive(Clone, Copy, PartialEq, Eq)]
enum When {
    Always,
    Thorough,
}

struct Step {
    name: &'static str,
    when: When,
    run: fn(&Project, &Toolbox) -> Result<()>,
}

const STEPS: &[Step] = &[
    Step {
        name: "Format",
        when: When::Always,
        run: |project, _| check::format(project),
    },
    Step {
        name: "Lints, native",
        when: When::Always,
        run: |project, _| check::lint_native(project),
    },
    Step {
        name: "Lints, WebAssembly",
        when: When::Always,
        run: |project, _| check::lint_wasm(project),
    },
    Step {
        name: "Rules of the house",
        when: When::Always,
        run: |project, _| check::rules(project),
    },
    Step {
        name: "Native tests",
        when: When::Always,
        run: |project, _| native_tests(project),
    },
    Step {
        name: "WebAssembly tests in Chromium",
        when: When::Thorough,
        run: browser_tests::run_wasm,
    },
    Step {
        name: "Release site and its weight",
        when: When::Thorough,
        run: site::build_with,
    },
    Step {
        name: "End to end in Chromium",
        when: When::Thorough,
        run: browser_tests::run_end_to_end,
    },
    Step {
        name: "Soak",
        when: When::Thorough,
        run: |project, _| soak(project),
    },
];

/// Runs the steps up to the first that fails, and ends with a table of what each took.
///
/// # Errors
/// That of the step that failed.
pub fn run(project: &Project, fast: bool) -> Result<()> {
    let tools = if fast {
        Toolbox::for_checks(project)?
    } else {
        Toolbox::for_everything(project)?
    };
    let steps: Vec<_> = STEPS
        .iter()
        .filter(|step| !fast || step.when == When::Always)
        .collect();
    let mut taken = Vec::new();
    let mut outcome = Ok(());
    for (index, step) in steps.iter().enumerate() {
        println!("\n=== {}/{} {} ===", index + 1, steps.len(), step.name);
        let start = Instant::now();
        outcome = (step.run)(project, &tools);
        taken.push(start.elapsed());
        if let Err(error) = &outcome {
            println!("Failed: {error:#}");
            break;
        }
    }
    println!(
        "\n{}",
        summary(
            &steps.iter().map(|step| step.name).collect::<Vec<_>>(),
            &taken,
            outcome.is_ok()
        )
    );
    outcome.map_err(|_| {
        let step = steps[taken.len() - 1].name;
        anyhow!("the step \"{step}\" failed, for the reason given above the summary")
    })
}

/// One line for each step; those after the last one taken did not run.
fn summary(names: &[&str], taken: &[Duration], passed: bool) -> String {
    let mut text = String::from("Summary");
    for (index, name) in names.iter().enumerate() {
        let (verdict, time) = match taken.get(index) {
            None => ("not run", String::new()),
            Some(time) if passed || index + 1 < taken.len() => ("ok", elapsed(*time)),
            Some(time) => ("FAILED", elapsed(*time)),
        };
        text += format!("\n  {verdict:<8} {name:<32} {time}").trim_end();
    }
    let all = elapsed(taken.iter().sum());
    text + &format!(
        "\n  {}, {all} in all",
        if passed {
            "everything passed"
        } else {
            "not everything passed"
        }
    )
}

fn native_tests(project: &Project) -> Result<()> {
    run_command(project.command("cargo").args(["test", "--quiet"]))
}

fn soak(project: &Project) -> Result<()> {
    run_command(project.command("cargo").args([
        "run",
        "--quiet",
        "--release",
        "-p",
        "cli",
        "--",
        "soak",
        "--seeds",
        SOAK_SEEDS,
    ]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_tells_what_ran() {
        let seconds = |n| Duration::from_secs(n);
        let failed = summary(&["a", "b", "c"], &[seconds(1), seconds(12)], false);
        let verdicts: Vec<_> = failed
            .lines()
            .map(|line| line.trim().split("  ").next().unwrap())
            .collect();
        assert_eq!(
            verdicts,
            [
                "Summary",
                "ok",
                "FAILED",
                "not run",
                "not everything passed, 13 s in all"
            ]
        );
        let passed = summary(&["a"], &[seconds(1)], true);
        assert!(
            passed.contains("ok") && passed.contains("everything passed, 1.0 s in all"),
            "{passed}"
        );
    }
}
