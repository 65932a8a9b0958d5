//! `aurorascope`: scenarios, soak runs, benchmarks and schemas without a browser.
//!
//! Exit codes: 0 when everything held, 1 when something did not, 2 for bad input.

mod args;
mod bench;
mod chapter;
mod contrast;
mod digests;
mod durability;
mod failover;
mod globe;
mod journal;
mod quorum;
mod run;
mod scenario_file;
mod soak;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;
use text::Texts;

use crate::args::{Arguments, Command};

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    /// Everything held.
    Passed,
    /// Something did not hold, and has been named.
    Failed,
    /// What was given cannot be used, and it has been said why.
    BadInput,
}

impl From<Verdict> for ExitCode {
    fn from(verdict: Verdict) -> ExitCode {
        ExitCode::from(match verdict {
            Verdict::Passed => 0,
            Verdict::Failed => 1,
            Verdict::BadInput => 2,
        })
    }
}

/// As a shell reports a program that a closed pipe has ended (128 + SIGPIPE).
const PIPE_CLOSED: u8 = 141;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let out = &mut io::BufWriter::new(io::stdout().lock());
    let verdict = carry_out(arguments, out).and_then(|verdict| {
        out.flush()?;
        Ok(verdict)
    });
    match verdict {
        Ok(verdict) => verdict.into(),
        Err(error) if is_closed_pipe(&error) => ExitCode::from(PIPE_CLOSED),
        Err(error) => {
            let _ = writeln!(io::stderr(), "{error:#}");
            Verdict::BadInput.into()
        }
    }
}

fn carry_out(arguments: Arguments, out: &mut dyn Write) -> anyhow::Result<Verdict> {
    let texts = Texts::new(arguments.lang);
    match arguments.command {
        Command::Run(run) => run.carry_out(&texts, out),
        Command::Soak(soak) => soak.carry_out(&texts, out),
        Command::Quorum(quorum) => quorum.carry_out(&texts, out),
        Command::Contrast(contrast) => contrast.carry_out(&texts, out),
        Command::Durability(durability) => durability.carry_out(&texts, out),
        Command::Failover(failover) => failover.carry_out(&texts, out),
        Command::Global(global) => global.carry_out(&texts, out),
        Command::Bench(bench) => bench.carry_out(out),
        Command::Digests(digests) => digests.carry_out(&texts, out),
        Command::Schema => {
            serde_json::to_writer_pretty(&mut *out, &lessons::schema())?;
            writeln!(out)?;
            Ok(Verdict::Passed)
        }
    }
}

fn is_closed_pipe(error: &anyhow::Error) -> bool {
    let kind = |error: &io::Error| error.kind() == io::ErrorKind::BrokenPipe;
    error.chain().any(|cause| {
        let json = cause.downcast_ref::<serde_json::Error>();
        cause.downcast_ref().is_some_and(kind)
            || json.is_some_and(|error| error.io_error_kind() == Some(io::ErrorKind::BrokenPipe))
    })
}
