//! What can be asked on the command line.

use clap::{Parser, Subcommand};
use text::Lang;

use crate::bench::Bench;
use crate::contrast::Contrast;
use crate::digests::Digests;
use crate::durability::Durability;
use crate::failover::Failover;
use crate::globe::Global;
use crate::quorum::Quorum;
use crate::run::Run;
use crate::soak::Soak;

const EXAMPLES: &str = "\
Examples:
  aurorascope run tests/scenarios/az-plus-one.json          runs a scenario and checks what it expects
  aurorascope run mine.json --journal events.ndjson         also writes every event, one JSON object a line
  aurorascope run mine.json --format json --lang ja         the result as one JSON object, in Japanese
  aurorascope soak --seeds 0..2000                          2,000 random clusters, loads and faults
  aurorascope quorum --down c,D                             what is left without zone c and copy D
  aurorascope quorum map                                    what all 64 states of a group allow
  aurorascope contrast                                      Aurora against mirrored MySQL under the same load
  aurorascope durability                                    how often 4/6, 2/3 and mirrored disks lose a quorum
  aurorascope failover --seeds 0..1000                      how long clients wait when the writer fails
  aurorascope global --seeds 0..100                         what changing the primary Region costs
  aurorascope schema > scenario.schema.json                 for an editor that checks while you type

Exit codes: 0 everything held, 1 something did not (and is named), 2 bad input.";

/// Watch a model of Amazon Aurora's storage work: run scenarios, soak it, ask about quorums.
#[derive(Debug, Parser)]
#[command(name = "aurorascope", version, after_help = EXAMPLES, disable_help_subcommand = true)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// The language of the answers: en, ja, zh or ko.
    #[arg(long, global = true, default_value = "en", value_name = "CODE", value_parser = lang)]
    pub lang: Lang,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Run a scenario file and look whether everything it expects, and every invariant, holds.
    Run(Run),
    /// Run random scenarios drawn from seeds: chaos, then peace; nothing may be lost or left waiting.
    Soak(Soak),
    /// Say what a protection group can do while some of its copies are down.
    Quorum(Quorum),
    /// Run Aurora and mirrored MySQL under the same load and compare what they cost.
    Contrast(Contrast),
    /// Compare how often schemes of copies lose their quorums.
    Durability(Durability),
    /// Measure how long clients are without their database when the writer fails.
    Failover(Failover),
    /// Measure what changing the primary Region of a global database costs, in time and in lost commits.
    Global(Global),
    /// Measure how many messages the engine delivers in a second.
    Bench(Bench),
    /// Print the fingerprint of each scenario's run, one a line.
    Digests(Digests),
    /// Print the JSON Schema of scenario files.
    Schema,
}

fn lang(code: &str) -> Result<Lang, String> {
    Lang::from_code(code).ok_or_else(|| "known are en, ja, zh and ko".to_owned())
}
