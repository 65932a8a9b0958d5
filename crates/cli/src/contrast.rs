//! Aurora and mirrored MySQL under the same load, figure by figure.

use std::io::{self, Write};
use std::path::PathBuf;

use anyhow::Result;
use base::{Phrase, SimSpan, SimTime};
use lessons::{Scenario, phrase_of_refusal};
use mirrored::lag::{self, PUBLISHED};
use mirrored::{Contrast as Machines, Kind, Side};
use scene::{ContrastRow, Times};
use serde_json::{Value, json};
use text::Texts;
use world::{Command, Load};

use crate::Verdict;
use crate::run::Format;
use crate::scenario_file::ScenarioFile;

/// What to run.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Both machines serve the same clients with the same seed, delays and disks. Mirrored MySQL writes redo log, binary log,
pages, second copies of pages and metadata, each down a chain of four disks in two zones; Aurora sends redo to six
copies and waits for four. Without a file, the writer's calls take 250 µs to be executed, as when it is busy. With one,
its seed, topology and timeline are taken; what it does to Aurora's copies has no counterpart, and what it expects is
not looked at.

Examples:
  aurorascope contrast                                 100 clients for 5 s
  aurorascope contrast --clients 1 --seconds 10        one client: the latencies of an idle system
  aurorascope contrast tests/scenarios/busy.json       the load of a scenario on both
  aurorascope contrast --lag                           how far replicas are behind, at four rates of writes
  aurorascope contrast --format json                   for programs

Exit codes: 0 both ran, 1 a command of the file was not possible at its moment, 2 bad input.")]
pub struct Contrast {
    /// A scenario file; - reads the standard input.
    #[arg(conflicts_with_all = ["clients", "seconds"])]
    file: Option<PathBuf>,
    /// Clients that each write a row, wait for the commit, and write the next, 1 to 100,000.
    #[arg(long, default_value_t = 100, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=100_000))]
    clients: u32,
    /// Seconds of simulated time, 1 to 3,600.
    #[arg(long, default_value_t = 5, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=3_600))]
    seconds: u64,
    /// The seed of all chance in it; by default 1, or that of the file.
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// Compare how far replicas are behind at several rates of writes instead: a reader of Aurora, and a logical replica
    /// that does every transaction over again.
    #[arg(long, conflicts_with_all = ["file", "clients"])]
    lag: bool,
    /// How to say the result.
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// A run, and what there is to say about it besides the figures.
struct Done {
    machines: Machines,
    seed: u64,
    until: SimTime,
    /// Commands that concerned Aurora alone.
    aurora_only: u64,
    /// Commands that made no sense, by their place in the timeline.
    refused: Vec<(u32, Phrase)>,
}

impl Contrast {
    /// Runs both and says how they compare.
    ///
    /// # Errors
    /// When the file cannot be read or the result cannot be written.
    pub fn carry_out(self, texts: &Texts, out: &mut dyn Write) -> Result<Verdict> {
        if self.lag {
            return self.compare_lags(texts, out);
        }
        let Some(path) = &self.file else {
            let load = Load::ClosedLoop {
                clients: self.clients,
                think_micros: 0,
                write_percent: 100,
                rows: 1_000,
            };
            let mut scenario =
                Scenario::new("contrast", 1, SimTime::from_millis(self.seconds * 1_000));
            scenario.topology = Machines::busy_topology();
            let plan = vec![(SimTime::ZERO, Command::StartLoad(load))];
            let done = self.run(&scenario, plan);
            return self.say(&done, texts, out);
        };
        let file = ScenarioFile::open(path)?;
        let scenario = match &file.scenario {
            Ok(scenario) => scenario,
            Err(diagnostics) => {
                match self.format {
                    Format::Text => file.explain(diagnostics, texts, &mut io::stderr().lock())?,
                    Format::Json => writeln!(out, "{}", file.explain_as_json(diagnostics, texts))?,
                }
                return Ok(Verdict::BadInput);
            }
        };
        let done = self.run(scenario, scenario.plan());
        for (number, why) in &done.refused {
            let place = file.place_of("timeline", *number);
            writeln!(
                io::stderr().lock(),
                "{}:{}:{}: timeline[{number}]: {}",
                file.name(),
                place.line,
                place.column,
                texts.say(why)
            )?;
        }
        self.say(&done, texts, out)
    }

    /// How far replicas are behind (E-9).
    fn compare_lags(&self, texts: &Texts, out: &mut dyn Write) -> Result<Verdict> {
        let (seed, span) = (
            self.seed.unwrap_or(1),
            SimSpan::from_millis(self.seconds * 1_000),
        );
        let rows =
            PUBLISHED.map(|(rate, aurora, mysql)| (lag::study(rate, span, seed), aurora, mysql));
        if self.format == Format::Json {
            let lags = rows.map(|(lags, ..)| lags);
            writeln!(
                out,
                "{}",
                json!({ "seed": seed, "span_micros": span, "lags": lags })
            )?;
            return Ok(Verdict::Passed);
        }
        let say = |id: &'static str| texts.say(&Phrase::new(id));
        let span_of = |micros: u64| {
            let span = SimSpan::from_micros(micros);
            texts.say(&Phrase::new("contrast-value").with("value", span))
        };
        let run = Phrase::new("contrast-run")
            .with("span", span)
            .with("seed", seed.to_string());
        writeln!(out, "{}\n", texts.say(&run))?;
        let heads = [
            "contrast-lag-rate",
            "contrast-lag-reader",
            "contrast-lag-longest",
            "contrast-lag-logical",
            "contrast-lag-backlog",
            "contrast-lag-published",
        ];
        let mut table = vec![heads.map(say)];
        for (lags, aurora, mysql) in rows {
            let published = Phrase::new("contrast-lag-both")
                .with("aurora", SimSpan::from_micros(aurora * 10))
                .with("mysql", SimSpan::from_millis(mysql));
            let number =
                |count: u64| texts.say(&Phrase::new("contrast-value").with("value", count));
            table.push([
                number(lags.writes_per_second.into()),
                span_of(lags.aurora_micros),
                span_of(lags.aurora_longest_micros),
                span_of(lags.logical_micros),
                number(lags.logical_backlog),
                texts.say(&published),
            ]);
        }
        let widths: [usize; 6] = std::array::from_fn(|column| {
            let all = table.iter().map(|row| columns(&row[column]));
            all.max().unwrap_or(0)
        });
        for row in &table {
            let cells = row.iter().zip(widths).map(|(cell, width)| {
                let gap = " ".repeat(width - columns(cell));
                format!("{gap}{cell}")
            });
            writeln!(out, "{}", cells.collect::<Vec<_>>().join("  "))?;
        }
        writeln!(out, "\n{}", say("contrast-lag-note"))?;
        Ok(Verdict::Passed)
    }

    fn run(&self, scenario: &Scenario, plan: Vec<(SimTime, Command)>) -> Done {
        let seed = self.seed.unwrap_or(scenario.seed);
        let mut done = Done {
            machines: Machines::new(scenario.topology.clone(), seed),
            seed,
            until: scenario.until,
            aurora_only: 0,
            refused: Vec::new(),
        };
        let mut plan: Vec<_> = (0..).zip(plan).collect();
        plan.sort_by_key(|(_, (at, _))| *at);
        for (number, (at, command)) in plan {
            done.machines.run_until(at, u64::MAX);
            match done.machines.give(&command) {
                Ok(both) => done.aurora_only += u64::from(!both),
                Err(refusal) => done.refused.push((number, phrase_of_refusal(&refusal))),
            }
        }
        done.machines.run_until(scenario.until, u64::MAX);
        done
    }

    fn say(&self, done: &Done, texts: &Texts, out: &mut dyn Write) -> Result<Verdict> {
        let rows = scene::contrast_table(&done.machines);
        match self.format {
            Format::Text => as_text(done, &rows, texts, out)?,
            Format::Json => writeln!(out, "{}", as_json(done, &rows))?,
        }
        Ok(if done.refused.is_empty() {
            Verdict::Passed
        } else {
            Verdict::Failed
        })
    }
}

/// A table: what it is, Aurora, mirrored MySQL, how they compare, what was published.
fn as_text(done: &Done, rows: &[ContrastRow], texts: &Texts, out: &mut dyn Write) -> Result<()> {
    let heads = ["contrast-aurora", "contrast-mirrored"].map(|id| texts.say(&Phrase::new(id)));
    let [aurora, mirrored] = heads;
    let mut table = vec![[
        String::new(),
        aurora,
        mirrored,
        String::new(),
        String::new(),
    ]];
    for row in rows {
        let say = |phrase: &Option<Phrase>| {
            let said = phrase.as_ref().map(|phrase| texts.say(phrase));
            said.unwrap_or_default()
        };
        table.push([
            texts.say(&row.label),
            texts.say(&row.aurora),
            texts.say(&row.mirrored),
            say(&row.said),
            say(&row.published),
        ]);
    }
    let span = done.until.since(SimTime::ZERO);
    let run = Phrase::new("contrast-run")
        .with("span", span)
        .with("seed", done.seed.to_string());
    writeln!(out, "{}\n", texts.say(&run))?;
    let width = |column: usize| table.iter().map(|row| columns(&row[column])).max();
    let widths: Vec<usize> = (0..5).map(|column| width(column).unwrap_or(0)).collect();
    for row in &table {
        let mut line = String::new();
        for (column, cell) in row.iter().enumerate() {
            let gap = " ".repeat(widths[column] - columns(cell));
            // Numbers end below each other.
            line += &match column {
                1 | 2 => format!("{gap}{cell}  "),
                _ => format!("{cell}{gap}  "),
            };
        }
        writeln!(out, "{}", line.trim_end())?;
    }
    writeln!(out)?;
    if done.aurora_only > 0 {
        let words = Phrase::new("contrast-aurora-only").with("count", done.aurora_only);
        writeln!(out, "{}", texts.say(&words))?;
    }
    for note in scene::contrast_notes() {
        writeln!(out, "{}", texts.say(&note))?;
    }
    Ok(())
}

/// How many columns of a terminal a text takes: letters of Chinese, Japanese and Korean are two wide.
fn columns(text: &str) -> usize {
    let wide = |letter: char| matches!(letter, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}');
    text.chars()
        .map(|letter| 1 + usize::from(wide(letter)))
        .sum()
}

fn as_json(done: &Done, rows: &[ContrastRow]) -> Value {
    let side = |side: Side| {
        json!({
            "figures": side,
            "ios_per_1000_transactions": side.ios_per_1000(),
            "storage_node_ios_per_1000_transactions": side.storage_node_ios_per_1000(),
            "bytes_per_transaction": side.bytes_each(),
        })
    };
    let times = rows.iter().filter_map(|row| {
        let times = match row.times.as_ref()? {
            Times::More(tenths) => json!({ "aurora_more_tenths": tenths }),
            Times::Less(tenths) => json!({ "aurora_less_tenths": tenths }),
        };
        Some((row.key.to_owned(), times))
    });
    let counters = done.machines.mirrored().counters();
    let kinds = Kind::ALL.map(|kind| json!({ "kind": kind, "count": counters.of(kind) }));
    let span: SimSpan = done.until.since(SimTime::ZERO);
    json!({
        "seed": done.seed,
        "until_micros": span,
        "aurora": side(done.machines.aurora_side()),
        "mirrored": side(done.machines.mirrored_side()),
        "times": times.collect::<serde_json::Map<String, Value>>(),
        "mirrored_writes": kinds,
        "archived_bytes": counters.archived_bytes,
        "aurora_digest": done.machines.aurora().digest().to_string(),
        "mirrored_digest": done.machines.mirrored().digest().to_string(),
        "commands_of_aurora_alone": done.aurora_only,
        "commands_refused": done.refused.len(),
    })
}
