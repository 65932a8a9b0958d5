//! What copies that are down leave possible, computed by the engine's own quorum rule (Q-7 … Q-11).

use std::io::Write;

use anyhow::Result;
use base::{CopyId, Phrase, ZoneId};
use clap::Subcommand;
use text::Texts;
use world::{Ability, CopySet, Quorum as Rule};

use crate::Verdict;

/// Which states to look at.
#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Quorum {
    /// All states at once.
    #[command(subcommand)]
    all: Option<All>,
    /// What is down: copies by large letters, A to F, whole zones by small ones, a to c.
    #[arg(long, required = true, value_name = "A,B", value_delimiter = ',', value_parser = down)]
    down: Vec<CopySet>,
}

/// All states at once.
#[derive(Debug, Subcommand)]
enum All {
    /// Draw what each of the 64 states of a group allows.
    Map,
}

/// The copies a letter stands for.
fn down(letter: &str) -> Result<CopySet, String> {
    let copy = CopyId::all().find(|copy| copy.to_string() == letter);
    let zone = ZoneId::all().find(|zone| zone.to_string() == letter);
    match (copy, zone) {
        (Some(copy), _) => Ok(CopySet::NONE.with(copy)),
        (_, Some(zone)) => Ok(zone.copies().collect()),
        _ if letter.is_empty() => Ok(CopySet::NONE),
        _ => Err("copies are A to F, zones a to c".to_owned()),
    }
}

impl Quorum {
    /// Says what is possible.
    pub fn carry_out(self, texts: &Texts, out: &mut dyn Write) -> Result<Verdict> {
        if self.all.is_some() {
            return map(texts, out);
        }
        let up = self
            .down
            .iter()
            .fold(CopySet::ALL, |up, down| up.and(down.others()));
        let phrase = match Rule::AURORA.ability(up) {
            Ability::ReadWrite => Phrase::new("quorum-read-write"),
            Ability::ReadOnly => Phrase::new("quorum-read-only"),
            Ability::Unavailable => Phrase::new("quorum-unavailable"),
        };
        let phrase = phrase
            .with("up", up.to_string())
            .with("count", up.len())
            .with("write", Rule::AURORA.write())
            .with("read", Rule::AURORA.read());
        writeln!(out, "{}", texts.say(&phrase))?;
        Ok(Verdict::Passed)
    }
}

/// Three copies down the side and three across the top, two zones' worth of neighbours in each.
fn map(texts: &Texts, out: &mut dyn Write) -> Result<Verdict> {
    let side: Vec<CopySet> = CopySet::every()
        .filter(|set| set.and(half(3)).is_empty())
        .collect();
    let top: Vec<CopySet> = CopySet::every()
        .filter(|set| set.and(half(0)).is_empty())
        .collect();
    write!(out, "      ")?;
    for right in &top {
        write!(out, " {}", letters(*right, 3))?;
    }
    writeln!(out)?;
    for left in &side {
        write!(out, "  {} ", letters(*left, 0))?;
        for right in &top {
            let up: CopySet = left.iter().chain(right.iter()).collect();
            write!(out, "  {} ", mark(Rule::AURORA.ability(up)))?;
        }
        writeln!(out)?;
    }
    let count =
        |what: &dyn Fn(CopySet) -> bool| CopySet::every().filter(|up| what(*up)).count() as u64;
    let phrase = Phrase::new("quorum-map")
        .with("writable", count(&|up| Rule::AURORA.can_write(up)))
        .with("readable", count(&|up| Rule::AURORA.can_read(up)))
        .with(
            "read-only",
            count(&|up| Rule::AURORA.ability(up) == Ability::ReadOnly),
        )
        .with("all", count(&|_| true));
    writeln!(out, "\n{}", texts.say(&phrase))?;
    Ok(Verdict::Passed)
}

/// Three copies from this one on.
fn half(first: u8) -> CopySet {
    (first..first + 3).map(CopyId).collect()
}

/// The letters of those that are up, dots for the others.
fn letters(up: CopySet, first: u8) -> String {
    half(first)
        .iter()
        .map(|copy| {
            if up.contains(copy) {
                copy.letter()
            } else {
                '·'
            }
        })
        .collect()
}

fn mark(ability: Ability) -> char {
    match ability {
        Ability::ReadWrite => 'W',
        Ability::ReadOnly => 'r',
        Ability::Unavailable => '·',
    }
}
