//! From the tree of a chapter's file to the chapter.
//!
//! By hand, and not by derived readers: the page reads chapters too, and derived readers of these few fields would weigh
//! as much as everything else about chapters. Commands, claims and the scenario have readers already.

use base::{RegionId, SimSpan};
use globe::{GlobalCommand, GlobalEvent, GlobalTopology};
use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;
use serde::Deserialize;
use world::Command;

use super::{Chapter, ChapterStep, GlobalClaim, Look, Show, Wait};
use crate::read::{Error, Kind, Node, field, name_of};
use crate::scenario::expect::Claim;
use crate::scenario::time::TimeText;
use crate::scenario::{Scenario, Step};

type Read<T> = Result<T, Error>;

const CHAPTER: &[&str] = &["version", "name", "number", "scenario", "regions", "steps"];
const STEP: &[&str] = &[
    "name", "scenario", "regions", "fact", "slower", "faster", "focus", "show", "do", "between",
    "wait", "expect",
];
const WAIT: &[&str] = &["span", "within", "that", "between"];
const BETWEEN: &[&str] = &["event", "region", "count"];
const LOOKS: &[&str] = &["writer", "clients", "zone c", "copy E", "group 1", "link E"];

/// Reads a chapter; of what is wrong, the first of its own and the first of each step.
pub fn chapter(tree: &Value) -> Result<Chapter, Vec<Error>> {
    let (mut errors, mut steps) = (Vec::new(), Vec::new());
    if let Some(Value::Array(list)) = field(tree, "steps") {
        for (place, value) in list.elements.iter().enumerate() {
            match step(value) {
                Ok(step) => steps.push(step),
                Err(error) => errors.push(error.inside(Step::from(place)).inside("steps".into())),
            }
        }
    }
    match frame(tree) {
        Ok(chapter) if errors.is_empty() => Ok(Chapter { steps, ..chapter }),
        Ok(_) => Err(errors),
        Err(error) => {
            errors.push(error);
            Err(errors)
        }
    }
}

/// Everything but the steps.
fn frame(tree: &Value) -> Read<Chapter> {
    only(tree, CHAPTER)?;
    if !matches!(need(tree, "steps")?, Value::Array(_)) {
        return Err(wrong(need(tree, "steps")?, "kind-list").inside("steps".into()));
    }
    Ok(Chapter {
        version: sub(tree, "version")?,
        name: sub(tree, "name")?,
        number: sub(tree, "number")?,
        scenario: with_regions(tree, sub::<Scenario>(tree, "scenario")?)?,
        steps: Vec::new(),
    })
}

/// The Regions stand beside the scenario.
fn with_regions(tree: &Value, scenario: Scenario) -> Read<Scenario> {
    let regions = may::<GlobalTopology>(tree, "regions")?.map(Box::new);
    Ok(Scenario {
        regions: regions.or(scenario.regions),
        ..scenario
    })
}

fn step(value: &Value) -> Read<ChapterStep> {
    only(value, STEP)?;
    let scenario = may::<Scenario>(value, "scenario")?;
    let scenario = scenario.map(|scenario| with_regions(value, scenario));
    Ok(ChapterStep {
        name: sub(value, "name")?,
        scenario: scenario.transpose()?,
        fact: may(value, "fact")?,
        slower: may(value, "slower")?,
        faster: may(value, "faster")?,
        focus: word(value, "focus", look)?,
        show: word(value, "show", show)?,
        commands: list::<Command>(value, "do")?,
        between: list::<GlobalCommand>(value, "between")?,
        wait: wait(need(value, "wait")?).map_err(|error| error.inside("wait".into()))?,
        expect: list::<Claim>(value, "expect")?,
    })
}

fn wait(value: &Value) -> Read<Wait> {
    only(value, WAIT)?;
    let span = |TimeText(time): TimeText| SimSpan::from_micros(time.micros());
    if field(value, "span").is_some() {
        only(value, &WAIT[..1])?;
        return Ok(Wait::Span(span(sub(value, "span")?)));
    }
    if let Some(claim) = field(value, "between") {
        let within = span(sub(value, "within")?);
        let that = between(claim).map_err(|error| error.inside("between".into()))?;
        return Ok(Wait::Between { within, that });
    }
    Ok(Wait::Until {
        within: span(sub(value, "within")?),
        that: sub(value, "that")?,
    })
}

fn between(value: &Value) -> Read<GlobalClaim> {
    only(value, BETWEEN)?;
    let name = sub::<String>(value, "event")?;
    let known = GlobalEvent::NAMES;
    let event = known.iter().find(|known| **known == name);
    let event = event.ok_or_else(|| {
        let kind = Kind::UnknownName { name, known };
        Error::new(kind, value.start()).inside("event".into())
    })?;
    Ok(GlobalClaim {
        event,
        region: may::<RegionId>(value, "region")?,
        count: may(value, "count")?.unwrap_or(1),
    })
}

/// `writer`, `clients`, or one of `zone`, `copy`, `group`, `link` and `reader` and a letter or number.
fn look(text: &str) -> Option<Look> {
    let (kind, which) = text.split_once(' ').unwrap_or((text, ""));
    let copy = base::CopyId::all().find(|copy| copy.to_string() == which);
    let zone = base::ZoneId::all().find(|zone| zone.to_string() == which);
    let number = which.parse::<u32>().ok();
    let place = number.and_then(|number| number.checked_sub(1));
    let reader = place.and_then(|place| u8::try_from(place).ok().map(u32::from));
    Some(match kind {
        "writer" if which.is_empty() => Look::Writer,
        "clients" if which.is_empty() => Look::Clients,
        "zone" => Look::Zone(zone?),
        "copy" => Look::Copy(copy?),
        "group" => Look::Group(base::GroupId(place?)),
        "link" => Look::Link(copy?),
        "reader" => Look::Reader(base::ReaderId(reader?)),
        _ => return None,
    })
}

fn show(text: &str) -> Option<Show> {
    Show::ALL.into_iter().find(|show| show.name() == text)
}

// ---- Fields ----

/// Whether it is an object that has no fields but these.
#[inline(never)]
fn only(value: &Value, known: &'static [&'static str]) -> Read<()> {
    let Value::Object(object) = value else {
        return Err(wrong(value, "kind-object"));
    };
    let unknown = object
        .properties
        .iter()
        .find(|property| !known.contains(&name_of(property)));
    unknown.map_or(Ok(()), |property| {
        let name = name_of(property).to_owned();
        let kind = Kind::UnknownField { name, known };
        Err(Error::new(kind, property.name.start()))
    })
}

#[inline(never)]
fn need<'t>(value: &'t Value<'t>, name: &'static str) -> Read<&'t Value<'t>> {
    field(value, name).ok_or_else(|| Error::new(Kind::MissingField(name), value.start()))
}

#[inline(never)]
fn wrong(value: &Value, expected: &'static str) -> Error {
    Node::new(value).wrong(expected)
}

/// A field that must be there, with the reader its type has.
fn sub<'t, T: Deserialize<'t>>(value: &'t Value<'t>, name: &'static str) -> Read<T> {
    read(need(value, name)?, name)
}

/// A field that may be left out.
fn may<'t, T: Deserialize<'t>>(value: &'t Value<'t>, name: &'static str) -> Read<Option<T>> {
    field(value, name)
        .map(|value| read(value, name))
        .transpose()
}

/// A list that may be left out.
fn list<'t, T: Deserialize<'t>>(value: &'t Value<'t>, name: &'static str) -> Read<Vec<T>> {
    match field(value, name) {
        None => Ok(Vec::new()),
        Some(Value::Array(array)) => {
            let entries = array.elements.iter().enumerate();
            let read = entries.map(|(place, value)| {
                let entry = T::deserialize(Node::new(value));
                entry.map_err(|error| {
                    error
                        .at(value.start())
                        .inside(place.into())
                        .inside(name.into())
                })
            });
            read.collect()
        }
        Some(other) => Err(wrong(other, "kind-list").inside(name.into())),
    }
}

/// One of several words.
fn word<T>(value: &Value, name: &'static str, read: fn(&str) -> Option<T>) -> Read<Option<T>> {
    let Some(value) = field(value, name) else {
        return Ok(None);
    };
    let Value::StringLit(text) = value else {
        return Err(wrong(value, "kind-text").inside(name.into()));
    };
    let known = if name == "show" { Show::NAMES } else { LOOKS };
    let unknown = || Kind::UnknownName {
        name: text.value.clone().into_owned(),
        known,
    };
    let read = read(&text.value).ok_or_else(|| Error::new(unknown(), value.start()));
    read.map(Some).map_err(|error| error.inside(name.into()))
}

fn read<'t, T: Deserialize<'t>>(value: &'t Value<'t>, name: &'static str) -> Read<T> {
    let read = T::deserialize(Node::new(value));
    read.map_err(|error| error.at(value.start()).inside(name.into()))
}
