//! What is done to a cluster as a whole, and what looks after it: operations, engine, auto scaling, cluster cache management.

use std::rc::Rc;

use base::Phrase;
use scene::{ClusterView, Command, Family, Metric, PolicySpec};
use session::Action;
use yew::{AttrValue, Html, html};

use super::cluster::{choice, one};
use super::why::fact;
use crate::model::{Props, tone_name};
use crate::parts::{button, text};
use crate::{Ask, icons};

/// Targets to choose from, for CPU in percent and for connections.
const TARGETS: [&[u32]; 2] = [
    &[10, 20, 30, 40, 50, 60, 70, 80, 90],
    &[1, 2, 3, 4, 5, 10, 20, 50, 100, 500],
];
/// Cooldowns to choose from, in seconds.
const COOLDOWNS: [u32; 7] = [0, 30, 60, 120, 300, 600, 3_600];
/// The most readers there may be.
const READERS: u8 = 15;

/// What can be done to the cluster as a whole, and what came of it last.
pub(super) fn operations(props: &Props, view: &ClusterView) -> Html {
    let words = &props.model.words;
    let deeds = view.operations.iter().map(|deed| {
        html! {
            <button type="button" class="button" data-tone={tone_name(deed.tone)}
                onclick={props.does(Action::Give(deed.command.clone()))}>{ words.say(&deed.label) }</button>
        }
    });
    html! {
        <>
            <div class="deed-list" role="group" aria-label={words.of("cluster-operations")}>{ for deeds }</div>
            <p class="quiet-text news" role="status">{ view.news.as_ref().map(|news| words.say(news)) }</p>
            { engine(props, view) }
        </>
    }
}

/// Which engine the cluster speaks like: another one begins the run again.
fn engine(props: &Props, view: &ClusterView) -> Html {
    let words = &props.model.words;
    let families = [Family::MySql, Family::PostgreSql];
    let names = ["Aurora MySQL", "Aurora PostgreSQL"].map(AttrValue::from);
    let chosen = families.iter().position(|it| *it == view.family);
    let label = words.of("cluster-engine");
    let wish = move |place: usize| Ask::Do(Action::SetFamily(families[place.min(1)]));
    html! {
        <label class="through">{ label.clone() }
            { choice(props, label, names.into(), chosen.unwrap_or_default(), false, Rc::new(wish)) }
        </label>
    }
}

/// Auto scaling and cluster cache management.
pub(super) fn policies(props: &Props, view: &ClusterView) -> Html {
    let words = &props.model.words;
    let metrics = [Metric::Cpu, Metric::Connections].into_iter();
    let of_metrics = metrics.zip(&view.policies).zip(TARGETS);
    html! {
        <>
            <h3>{ words.of("scaling-title") }{ " " }{ text("span", "fact", fact(words, "A-1")) }</h3>
            <ul class="policies">
                { for of_metrics.map(|((metric, spec), targets)| policy(props, metric, *spec, targets)) }
            </ul>
            <h3>{ words.of("caches-managed") }{ " " }{ text("span", "fact", fact(words, "CC-2")) }</h3>
            { managed(props, view) }
        </>
    }
}

/// A switch, with what it is called.
#[inline(never)]
fn switch(props: &Props, label: AttrValue, on: bool, wish: Ask) -> Html {
    html! {
        <label class="check">
            <input type="checkbox" checked={on} onchange={props.asks(wish)} />
            { label }
        </label>
    }
}

fn managed(props: &Props, view: &ClusterView) -> Html {
    let words = &props.model.words;
    match view.cache_management {
        None => text("p", "quiet-text", words.of("caches-other-family")),
        Some(on) => {
            let label = words.of("caches-switch");
            switch(
                props,
                label,
                on,
                one(Command::SetCacheManagement { on: !on }),
            )
        }
    }
}

#[inline(never)]
fn policy(
    props: &Props,
    metric: Metric,
    spec: Option<PolicySpec>,
    targets: &'static [u32],
) -> Html {
    let words = &props.model.words;
    let name = scene::phrase_of_metric(metric);
    let Some(spec) = spec else {
        let usual = match metric {
            Metric::Cpu => 60,
            Metric::Connections => 5,
        };
        let label = words.say(&Phrase::new("scaling-add").with("metric", name));
        let set = Command::SetScaling(PolicySpec::of(metric, usual));
        return html! { <li>{ button("button", "", label, props.asks(one(set))) }</li> };
    };
    // One of its numbers, chosen from a list that has the present one in its place.
    let number =
        |id: &'static str, all: Vec<u32>, now: u32, with: fn(PolicySpec, u32) -> PolicySpec| {
            let mut all = all;
            if !all.contains(&now) {
                let place = all.iter().position(|it| *it > now).unwrap_or(all.len());
                all.insert(place, now);
            }
            let chosen = all.iter().position(|it| *it == now).unwrap_or_default();
            let texts = all.iter().map(|it| it.to_string().into()).collect();
            let label = Phrase::new("scaling-of")
                .with("metric", name.clone())
                .with("what", Phrase::new(id));
            let wish = move |place: usize| {
                let chosen = all.get(place).copied().unwrap_or(now);
                one(Command::SetScaling(with(spec, chosen)))
            };
            html! {
                <label>{ words.of(id) }
                    { choice(props, words.say(&label), texts, chosen, false, Rc::new(wish)) }
                </label>
            }
        };
    let readers = || (0..=u32::from(READERS)).collect();
    let scales_in = PolicySpec {
        scale_in: !spec.scale_in,
        ..spec
    };
    html! {
        <li>
            <p class="head">
                { text("b", "", words.say(&name)) }
                <button type="button" class="button quiet icon" aria-label={words.say(&Phrase::new("scaling-remove").with("metric", name.clone()))}
                    onclick={props.asks(one(Command::RemoveScaling { metric }))}>{ icons::close() }</button>
            </p>
            <div class="choices">
                { number("scaling-target", targets.to_vec(), spec.target, |spec, target| PolicySpec { target, ..spec }) }
                { number("scaling-min", readers(), spec.min.into(), |spec, min| PolicySpec { min: min as u8, ..spec }) }
                { number("scaling-max", readers(), spec.max.into(), |spec, max| PolicySpec { max: max as u8, ..spec }) }
                { number("scaling-out-cooldown", COOLDOWNS.to_vec(), spec.out_cooldown_seconds, |spec, seconds| PolicySpec { out_cooldown_seconds: seconds, ..spec }) }
                { number("scaling-in-cooldown", COOLDOWNS.to_vec(), spec.in_cooldown_seconds, |spec, seconds| PolicySpec { in_cooldown_seconds: seconds, ..spec }) }
            </div>
            { switch(props, words.of("scaling-scale-in"), spec.scale_in, one(Command::SetScaling(scales_in))) }
        </li>
    }
}
