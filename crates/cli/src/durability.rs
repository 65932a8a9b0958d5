//! How often schemes of copies lose their quorums.

use std::io::Write;

use anyhow::{Result, bail};
use base::Phrase;
use durability::{Assumptions, Problem, Scheme, Study};
use scene::{Interval, SchemeView};
use serde_json::{Value, json};
use text::Texts;

use crate::Verdict;
use crate::run::Format;

/// What to study.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
For each scheme, histories of one protection group are drawn: copies fail and are repaired, zones go out and come back.
What is counted is how often the write and the read quorum are lost and for how long, and what a zone and one more copy
leave. Rare losses are found by splitting the histories that come near one. The rates are assumptions, not published.

Examples:
  aurorascope durability                                  the three schemes, as the papers and ordinary rates have it
  aurorascope durability --segment-gb 1000                what it would be with segments a hundred times as large
  aurorascope durability --scheme aurora --format json    one scheme, for programs")]
pub struct Durability {
    /// The seed of all chance in it.
    #[arg(long, default_value_t = 1, value_name = "N")]
    seed: u64,
    /// Years to simulate for each scheme, 1 to 10,000,000.
    #[arg(long, default_value_t = 20_000, value_name = "N")]
    years: u32,
    /// Only this scheme; may be given several times.
    #[arg(long, value_name = "NAME", value_parser = scheme)]
    scheme: Vec<&'static Scheme>,
    /// Size of a segment in GB, 1 to 65,536.
    #[arg(long, default_value_t = Assumptions::ORDINARY.segment_gb, value_name = "GB")]
    segment_gb: u32,
    /// Speed of the link a segment is repaired over, in Gbit/s, 1 to 400.
    #[arg(long, default_value_t = Assumptions::ORDINARY.gbit_per_second, value_name = "N")]
    gbit_per_second: u32,
    /// Mean time between failures of a copy, in days, 1 to 36,500.
    #[arg(long, default_value_t = Assumptions::ORDINARY.copy_days, value_name = "DAYS")]
    copy_days: u32,
    /// Mean time between outages of a zone, in days, 1 to 36,500.
    #[arg(long, default_value_t = Assumptions::ORDINARY.zone_days, value_name = "DAYS")]
    zone_days: u32,
    /// How long a zone is out, in minutes, 1 to 10,080.
    #[arg(long, default_value_t = Assumptions::ORDINARY.zone_out_minutes, value_name = "MINUTES")]
    zone_out_minutes: u32,
    /// How to say the result.
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

fn scheme(name: &str) -> Result<&'static Scheme, String> {
    let known = Scheme::ALL.iter().find(|scheme| scheme.name() == name);
    known.ok_or_else(|| {
        let names = Scheme::ALL.map(|scheme| scheme.name());
        format!("known are {}", names.join(", "))
    })
}

impl Durability {
    /// Studies each scheme and says what was found.
    ///
    /// # Errors
    /// When something asked for is out of range, or the result cannot be written.
    pub fn carry_out(self, texts: &Texts, out: &mut dyn Write) -> Result<Verdict> {
        let assumptions = Assumptions {
            segment_gb: self.segment_gb,
            gbit_per_second: self.gbit_per_second,
            copy_days: self.copy_days,
            zone_days: self.zone_days,
            zone_out_minutes: self.zone_out_minutes,
        };
        let schemes: Vec<&Scheme> = match self.scheme.as_slice() {
            [] => Scheme::ALL.iter().collect(),
            asked => asked.to_vec(),
        };
        // All are looked at before the first is run, so that what cannot be done is said at once.
        let studies = schemes
            .into_iter()
            .map(|scheme| Study::new(scheme, assumptions, self.years, self.seed));
        let studies: Vec<Study> = match studies.collect() {
            Ok(studies) => studies,
            Err(problem) => bail!("{}", explain(&problem)),
        };
        if self.format == Format::Json {
            let schemes: Vec<Value> = studies
                .into_iter()
                .map(|study| as_json(&view(study)))
                .collect();
            let found = json!({
                "seed": self.seed,
                "years": self.years,
                "segment_gb": assumptions.segment_gb,
                "gbit_per_second": assumptions.gbit_per_second,
                "repair_micros": assumptions.repair_span(),
                "copy_days": assumptions.copy_days,
                "zone_days": assumptions.zone_days,
                "zone_out_minutes": assumptions.zone_out_minutes,
                "schemes": schemes,
            });
            writeln!(out, "{found}")?;
            return Ok(Verdict::Passed);
        }
        let study = Phrase::new("durability-study")
            .with("years", self.years)
            .with("seed", self.seed.to_string());
        for phrase in scene::assumed(&assumptions).iter().chain([&study]) {
            writeln!(out, "{}", texts.say(phrase))?;
        }
        for study in studies {
            let view = view(study);
            writeln!(out, "\n{}", texts.say(&view.title))?;
            for figure in view.figures {
                let (label, value) = (texts.say(&figure.label), texts.say(&figure.value));
                writeln!(out, "  {label}: {value}")?;
            }
            out.flush()?;
        }
        Ok(Verdict::Passed)
    }
}

fn view(mut study: Study) -> SchemeView {
    let batches: Vec<_> = std::iter::from_fn(|| study.next_batch()).collect();
    scene::scheme_view(&study, &batches)
}

fn explain(problem: &Problem) -> String {
    let Problem {
        field,
        value,
        min,
        max,
    } = problem;
    if *field == "steps" {
        return format!(
            "this would take about {value} steps, and {max} is the most: ask for fewer --years, or for failures that \
             come less often"
        );
    }
    format!("--{field} {value} is out of range: it must lie between {min} and {max}")
}

fn as_json(view: &SchemeView) -> Value {
    let figures = view.figures.iter().map(|figure| {
        let Interval { mean, low, high } = figure.interval;
        let per_year = json!({ "per_year": mean, "low": low, "high": high });
        (figure.key.to_owned(), per_year)
    });
    json!({
        "scheme": view.scheme.name(),
        "copies": view.scheme.copies(),
        "write": view.scheme.write(),
        "read": view.scheme.read(),
        "after_az_plus_one": view.scheme.after_az_plus_one(),
        "figures": figures.collect::<serde_json::Map<String, Value>>(),
    })
}
