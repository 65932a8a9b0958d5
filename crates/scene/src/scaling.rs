//! Auto scaling as it works: how busy each instance is, where the target lies, and what was decided and why.

use base::{Phrase, ReaderId, SimSpan, SimTime};
use world::scaling::{Decision, Reading, Scaling, average_tenths};
use world::{InstanceStatus, Metric, Policy, World};

use crate::{Tone, phrase_of_metric};

/// Auto scaling of a cluster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScalingView {
    /// Its policies, one for each metric.
    pub policies: Vec<PolicyView>,
    /// Every instance, with how busy it is.
    pub instances: Vec<LoadView>,
    /// What it does now, or waits for.
    pub state: Phrase,
    /// How that is meant.
    pub tone: Tone,
    /// The fact behind it.
    pub fact: &'static str,
    /// When it looks at the averages next; nothing without a policy.
    pub looks: Option<Phrase>,
    /// Cooldowns that are running.
    pub rests: Vec<RestView>,
    /// What it has decided, newest first.
    pub decisions: Vec<DecisionView>,
}

/// A policy, and what follows from it now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyView {
    /// What it goes by.
    pub metric: Metric,
    /// The same in words.
    pub name: Phrase,
    /// The average over all readers since it looked last.
    pub average: Phrase,
    /// Where the average is to stay.
    pub target: Phrase,
    /// How many readers it wants now, within its bounds.
    pub wants: Phrase,
}

/// How busy an instance is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadView {
    /// Which.
    pub reader: ReaderId,
    /// Its name.
    pub name: Phrase,
    /// Whether it is the writer, was made by hand, or by auto scaling.
    pub role: Phrase,
    /// Whether it counts for the average.
    pub counts: bool,
    /// For each policy, how long its bar is and where the target stands on it, in thousandths, and the same as a value.
    pub bars: Vec<LoadBar>,
    /// Whether it is available.
    pub tone: Tone,
}

/// One bar of an instance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadBar {
    /// The metric.
    pub metric: Metric,
    /// How long it is.
    pub permille: u16,
    /// Where the target stands, if there is a policy.
    pub target_permille: Option<u16>,
    /// The value.
    pub value: Phrase,
    /// Above the target or not.
    pub tone: Tone,
}

/// A cooldown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RestView {
    /// After what, and how long it still lasts.
    pub says: Phrase,
    /// How much of it is left, in thousandths.
    pub left_permille: u16,
}

/// Something it has decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionView {
    /// When.
    pub at: SimTime,
    /// What, and by which average.
    pub says: Phrase,
}

/// Auto scaling, if the run has a cluster.
#[inline(never)]
pub fn scaling_view(world: &World, playhead: SimTime) -> Option<ScalingView> {
    let scaling = world.scaling()?;
    let measured = world.readers_measured();
    let readings: Vec<Reading> = measured.iter().map(|id| world.reading(*id)).collect();
    let policies = scaling.policies();
    let (state, tone, fact) = state(world, scaling, &readings, playhead);
    let looks = (!policies.is_empty()).then(|| {
        let left = world.next_look_at_scaling().since(playhead);
        Phrase::new("scaling-looks").with("left", whole_seconds(left))
    });
    Some(ScalingView {
        policies: (policies.iter())
            .map(|policy| policy_view(policy, &readings))
            .collect(),
        instances: loads(world, policies),
        state,
        tone,
        fact,
        looks,
        rests: rests(scaling, playhead),
        decisions: decisions(scaling),
    })
}

/// A countdown moves in whole seconds.
fn whole_seconds(span: SimSpan) -> SimSpan {
    SimSpan::from_millis(span.micros().div_ceil(1_000_000) * 1_000)
}

fn policy_view(policy: &Policy, readings: &[Reading]) -> PolicyView {
    let average = average_tenths(policy.metric, readings);
    PolicyView {
        metric: policy.metric,
        name: phrase_of_metric(policy.metric),
        average: value(policy.metric, average.div_ceil(10)),
        target: value(policy.metric, policy.target),
        wants: Phrase::new("scaling-wants")
            .with("wanted", u32::from(policy.wanted(readings)))
            .with("there", readings.len() as u32)
            .with("min", u32::from(policy.min))
            .with("max", u32::from(policy.max)),
    }
}

fn value(metric: Metric, number: u32) -> Phrase {
    match metric {
        Metric::Cpu => Phrase::new("value-percent").with("percent", number),
        Metric::Connections => Phrase::new("value-number").with("value", number),
    }
}

fn loads(world: &World, policies: &[Policy]) -> Vec<LoadView> {
    let writer = world.writer_place();
    let connections = world.connections_of_all();
    let target = |metric| {
        let policy = policies.iter().find(|policy| policy.metric == metric);
        policy.map(|policy| policy.target)
    };
    let of_connections = target(Metric::Connections);
    let most = connections.iter().copied().max().unwrap_or_default();
    let scale = most.max(of_connections.unwrap_or_default() * 2).max(1);
    let view = |id: ReaderId| {
        let is_writer = Some(id) == writer;
        let role = match (is_writer, world.is_made_by_scaling(id)) {
            (true, _) => "scaling-of-writer",
            (_, true) => "scaling-of-own",
            (_, false) => "scaling-of-hand",
        };
        let available = world.instance_status(id) == Some(InstanceStatus::Available);
        let bar = |metric, number: u32, permille: u32, per_target: u32| LoadBar {
            metric,
            permille: permille.min(1_000) as u16,
            target_permille: target(metric).map(|it| (it * per_target).min(1_000) as u16),
            value: value(metric, number),
            tone: match target(metric).filter(|_| !is_writer) {
                Some(target) if number > target => Tone::Waiting,
                Some(_) => Tone::Good,
                None => Tone::Quiet,
            },
        };
        let cpu = world.cpu_permille(id);
        let connected = connections.get(id.0 as usize).copied();
        let connected = connected.unwrap_or_default();
        let of_cpu = bar(Metric::Cpu, cpu.div_ceil(10), cpu, 10);
        let mut of_both = vec![of_cpu];
        if of_connections.is_some() {
            let permille = connected * 1_000 / scale;
            of_both.push(bar(Metric::Connections, connected, permille, 1_000 / scale));
        }
        LoadView {
            reader: id,
            name: Phrase::new("outage-instance").with("number", id.number()),
            role: Phrase::new(role),
            counts: !is_writer,
            bars: of_both,
            tone: if available { Tone::Good } else { Tone::Waiting },
        }
    };
    world.readers().map(|(id, _, _)| view(id)).collect()
}

/// What it does now, or why it does nothing.
fn state(
    world: &World,
    scaling: &Scaling,
    readings: &[Reading],
    playhead: SimTime,
) -> (Phrase, Tone, &'static str) {
    let policies = scaling.policies();
    if policies.is_empty() {
        return (Phrase::new("scaling-none"), Tone::Quiet, "A-1");
    }
    if readings.is_empty() {
        return (Phrase::new("scaling-no-reader"), Tone::Fault, "A-7");
    }
    let mut instances = world.readers().map(|(id, _, _)| id);
    let away = instances.find(|id| world.instance_status(*id) != Some(InstanceStatus::Available));
    if let Some(away) = away {
        let waits = Phrase::new("scaling-waits").with("number", away.number());
        return (waits, Tone::Waiting, "A-9");
    }
    let from = readings.len() as u8;
    let wishes = policies
        .iter()
        .map(|policy| (policy.wanted(readings), policy));
    let Some((to, policy)) = wishes.max_by_key(|wish| wish.0) else {
        return (Phrase::new("scaling-none"), Tone::Quiet, "A-1");
    };
    let of = |id| Phrase::new(id).with("to", u32::from(to));
    let enough = (Phrase::new("scaling-enough"), Tone::Good, "A-12");
    if to > from {
        return match scaling.may_scale_out(playhead, to, policy.out_cooldown) {
            true => (of("scaling-will-add"), Tone::Waiting, "A-12"),
            false => (of("scaling-rests-before-more"), Tone::Waiting, "A-4"),
        };
    }
    let own = measured_own(world, scaling);
    if to < from && own == 0 {
        return (Phrase::new("scaling-only-own"), Tone::Quiet, "A-6");
    }
    if to < from && policies.iter().any(|policy| !policy.scales_in) {
        return (Phrase::new("scaling-never-in"), Tone::Quiet, "A-10");
    }
    if to < from {
        return match rests(scaling, playhead).is_empty() {
            true => (of("scaling-will-remove"), Tone::Waiting, "A-6"),
            false => (of("scaling-rests-before-fewer"), Tone::Waiting, "A-3"),
        };
    }
    enough
}

fn measured_own(world: &World, scaling: &Scaling) -> usize {
    let readers = world.readers_measured().into_iter();
    readers.filter(|id| scaling.is_own(*id)).count()
}

/// Cooldowns that are running. Each policy has its own; the longest is what is felt.
fn rests(scaling: &Scaling, playhead: SimTime) -> Vec<RestView> {
    let policies = scaling.policies().iter();
    let out = policies.clone().map(|policy| policy.out_cooldown).max();
    let into = policies.map(|policy| policy.in_cooldown).max();
    let rest = |id, since: Option<SimTime>, whole: Option<SimSpan>| {
        let (since, whole) = (since?, whole?);
        let left = (since + whole).since(playhead);
        let left_permille = left.micros() * 1_000 / whole.micros().max(1);
        (left > SimSpan::ZERO).then(|| RestView {
            says: Phrase::new(id).with("left", whole_seconds(left)),
            left_permille: left_permille.min(1_000) as u16,
        })
    };
    let last_out = scaling.last_out().map(|(at, _)| at);
    let both = [
        rest("scaling-rest-out", last_out, out),
        rest("scaling-rest-in", scaling.last_in(), into),
    ];
    both.into_iter().flatten().collect()
}

/// The journal of a long run forgets; this does not.
fn decisions(scaling: &Scaling) -> Vec<DecisionView> {
    let newest = scaling.decided().iter().rev();
    let said = newest.filter_map(|(at, decision)| {
        let (id, change) = match decision {
            Decision::Stay => return None,
            Decision::Out(change) => ("event-scaled-out", change),
            Decision::In(change) => ("event-scaled-in", change),
        };
        let says = Phrase::new(id)
            .with("metric", phrase_of_metric(change.metric))
            .with("average", (change.average_tenths + 5) / 10)
            .with("from", u32::from(change.from))
            .with("to", u32::from(change.to));
        Some(DecisionView { at: *at, says })
    });
    said.collect()
}
