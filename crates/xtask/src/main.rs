//! The project's automation: `cargo xtask help` lists what it does.
//!
//! Every task says in one plain line what it is about to do, and how long that took. Tools which a task needs are
//! taken from where they are already, and installed into the user's cache when they are nowhere; see [`tools`].

mod args;
mod bench;
mod browser_tests;
mod budget;
mod check;
mod code_map;
mod coverage;
mod edges;
mod examples;
mod fence;
mod project;
mod say;
mod server;
mod shorten;
mod site;
mod split;
mod test;
mod tools;

use std::process::ExitCode;

use args::Task;
use project::Project;

fn main() -> ExitCode {
    let task = match args::parse(std::env::args().skip(1)) {
        Ok(task) => task,
        Err(problem) => {
            eprintln!("{problem}\n\n{}", args::HELP);
            return ExitCode::from(2);
        }
    };
    match run(task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nError: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> anyhow::Result<()> {
    let project = Project::locate()?;
    match task {
        Task::Help => {
            println!("{}", args::HELP);
            Ok(())
        }
        Task::Setup => tools::Toolbox::for_everything(&project).map(|_| {
            println!("Everything is in place. Next: `cargo xtask serve` or `cargo xtask test`.");
        }),
        Task::Serve { port, open } => site::serve(&project, port, open),
        Task::Site => site::build(&project).map(|_| ()),
        Task::Test { fast } => test::run(&project, fast),
        Task::Check => check::run(&project),
        Task::Bench => bench::run(&project),
        Task::Coverage => coverage::run(&project),
    }
}
