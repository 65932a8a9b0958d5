//! What the command line asks for.

use std::fmt;

/// The text of `cargo xtask help`.
pub const HELP: &str = "\
AuroraScope's automation.

Usage: cargo xtask <TASK> [OPTIONS]

Tasks:
  serve      Build the release site and serve it on this machine
               --port N     the port to try first (8080; a taken one is passed over)
               --no-open    do not open a browser
  test       Run every test and check, and stop at the first that fails
               --fast       leave out the site, the browsers and the soak
  check      Format, lints and the rules of the house: who may use whom, the determinism
             fence, the code map
  site       Build the release site into dist/ and hold it to its weight budget
  bench      Measure the engine, and the page in a browser
  coverage   Print how much of crates/aurora the tests run through, line by line
  setup      Install what all of the above need, and nothing else
  help       Show this

A task uses the tools that are there: the right version on PATH first, then the cache
($XDG_CACHE_HOME/aurorascope or ~/.cache/aurorascope). What is in neither place it installs into the
cache, once; the browser for tests comes by apt-get. To name a browser of your own, set CHROME and
CHROMEDRIVER to the two programs.";

/// One thing that can be asked of the automation.
#[derive(Debug, PartialEq, Eq)]
pub enum Task {
    /// Install whatever any other task needs.
    Setup,
    /// Build the release site and serve it.
    Serve {
        /// First port to try.
        port: u16,
        /// Whether to open the page in the user's browser.
        open: bool,
    },
    /// Build the release site and check its weight.
    Site,
    /// Run all tests.
    Test {
        /// Leave out the site, the browsers and the soak.
        fast: bool,
    },
    /// Format, lints, rules of the house.
    Check,
    /// Benchmarks.
    Bench,
    /// The share of the engine's lines that tests run through.
    Coverage,
    /// Print [`HELP`].
    Help,
}

/// A command line that asks for nothing we know.
#[derive(Debug, PartialEq, Eq)]
pub struct BadUsage(String);

impl fmt::Display for BadUsage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Reads the arguments after the program's name.
///
/// # Errors
/// [`BadUsage`] with one sentence when the task or one of its options is unknown or malformed.
pub fn parse(args: impl Iterator<Item = String>) -> Result<Task, BadUsage> {
    let mut args = args.peekable();
    let Some(name) = args.next() else {
        return Ok(Task::Help);
    };
    let rest: Vec<String> = args.collect();
    if rest.iter().any(|arg| arg == "--help" || arg == "-h") {
        return Ok(Task::Help);
    }
    match name.as_str() {
        "help" | "--help" | "-h" => Ok(Task::Help),
        "setup" => no_options(&name, &rest, Task::Setup),
        "site" => no_options(&name, &rest, Task::Site),
        "check" => no_options(&name, &rest, Task::Check),
        "bench" => no_options(&name, &rest, Task::Bench),
        "coverage" => no_options(&name, &rest, Task::Coverage),
        "test" => match rest.as_slice() {
            [] => Ok(Task::Test { fast: false }),
            [flag] if flag == "--fast" => Ok(Task::Test { fast: true }),
            other => Err(unknown(&name, &other[0])),
        },
        "serve" => serve(&name, &rest),
        other => Err(BadUsage(format!("There is no task \"{other}\"."))),
    }
}

fn serve(name: &str, rest: &[String]) -> Result<Task, BadUsage> {
    let (mut port, mut open) = (8080, true);
    let mut rest = rest.iter();
    while let Some(arg) = rest.next() {
        let given = match arg.as_str() {
            "--no-open" => {
                open = false;
                continue;
            }
            "--port" => rest.next().map(String::as_str),
            _ => Some(
                arg.strip_prefix("--port=")
                    .ok_or_else(|| unknown(name, arg))?,
            ),
        };
        let given = given.ok_or_else(|| BadUsage("--port needs a number.".into()))?;
        port = given
            .parse()
            .ok()
            .filter(|&port| port != 0)
            .ok_or_else(|| {
                BadUsage(format!(
                    "--port needs a number from 1 to 65535, not \"{given}\"."
                ))
            })?;
    }
    Ok(Task::Serve { port, open })
}

fn no_options(name: &str, rest: &[String], task: Task) -> Result<Task, BadUsage> {
    match rest.first() {
        None => Ok(task),
        Some(arg) => Err(unknown(name, arg)),
    }
}

fn unknown(task: &str, arg: &str) -> BadUsage {
    BadUsage(format!("\"{task}\" has no option \"{arg}\"."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Task, BadUsage> {
        parse(line.split_whitespace().map(String::from))
    }

    #[test]
    fn tasks_and_their_options_are_read() {
        assert_eq!(read(""), Ok(Task::Help));
        assert_eq!(read("serve --help"), Ok(Task::Help));
        assert_eq!(
            read("serve"),
            Ok(Task::Serve {
                port: 8080,
                open: true
            })
        );
        assert_eq!(
            read("serve --no-open --port 9000"),
            Ok(Task::Serve {
                port: 9000,
                open: false
            })
        );
        assert_eq!(
            read("serve --port=9000"),
            Ok(Task::Serve {
                port: 9000,
                open: true
            })
        );
        assert_eq!(read("test --fast"), Ok(Task::Test { fast: true }));
        assert_eq!(read("coverage"), Ok(Task::Coverage));
    }

    #[test]
    fn what_is_unknown_gets_a_sentence() {
        for (line, part) in [
            ("srve", "no task \"srve\""),
            ("check --fast", "no option \"--fast\""),
            ("test --slow", "no option \"--slow\""),
            ("serve --port", "needs a number"),
            ("serve --port 70000", "1 to 65535"),
            ("serve --port 0", "1 to 65535"),
        ] {
            let problem = read(line).expect_err(line).to_string();
            assert!(problem.contains(part), "{line}: {problem}");
        }
    }

    #[test]
    fn help_fits_a_terminal() {
        assert!(HELP.lines().all(|line| line.len() <= 100));
    }
}
