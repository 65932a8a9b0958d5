//! The menu of scenarios.

use base::Phrase;
use session::Action;
use yew::{AttrValue, Html, html};

use crate::model::Props;
use crate::{Ask, Words, lesson};

/// What a scenario of the library is called, and what one can see in it.
fn words_of(name: &str) -> Option<(&'static str, &'static str)> {
    Some(match name {
        "storage-and-quorum" => (
            "ui-scenario-storage-and-quorum",
            "ui-scenario-storage-and-quorum-about",
        ),
        "first-write" => ("ui-scenario-first-write", "ui-scenario-first-write-about"),
        "zone-down" => ("ui-scenario-zone-down", "ui-scenario-zone-down-about"),
        "az-plus-one" => ("ui-scenario-az-plus-one", "ui-scenario-az-plus-one-about"),
        "two-zones-down" => (
            "ui-scenario-two-zones-down",
            "ui-scenario-two-zones-down-about",
        ),
        "slow-copies" => ("ui-scenario-slow-copies", "ui-scenario-slow-copies-about"),
        "vcl-is-not-min-pgcl" => (
            "ui-scenario-vcl-is-not-min-pgcl",
            "ui-scenario-vcl-is-not-min-pgcl-about",
        ),
        "hole-and-gossip" => (
            "ui-scenario-hole-and-gossip",
            "ui-scenario-hole-and-gossip-about",
        ),
        "crash-and-recovery" => (
            "ui-scenario-crash-and-recovery",
            "ui-scenario-crash-and-recovery-about",
        ),
        "back-pressure" => (
            "ui-scenario-back-pressure",
            "ui-scenario-back-pressure-about",
        ),
        "lossy-network" => (
            "ui-scenario-lossy-network",
            "ui-scenario-lossy-network-about",
        ),
        "growth" => ("ui-scenario-growth", "ui-scenario-growth-about"),
        "busy" => ("ui-scenario-busy", "ui-scenario-busy-about"),
        "crowd" => ("ui-scenario-crowd", "ui-scenario-crowd-about"),
        "volume" => ("ui-scenario-volume", "ui-scenario-volume-about"),
        "cluster" => ("ui-scenario-cluster", "ui-scenario-cluster-about"),
        "rotation" => ("ui-scenario-rotation", "ui-scenario-rotation-about"),
        "region-outage" => (
            "ui-scenario-region-outage",
            "ui-scenario-region-outage-about",
        ),
        _ => return None,
    })
}

/// The title of a scenario; a file's own name if it is not one of the library.
pub(crate) fn title(words: &Words, name: &str) -> AttrValue {
    match words_of(name) {
        Some((title, _)) => words.of(title),
        None => words.say(
            &Phrase::new("ui-scenario-own").with("name", base::Arg::Text(name.to_owned().into())),
        ),
    }
}

pub(crate) fn scenarios(props: &Props) -> Html {
    let model = &props.model;
    let words = &model.words;
    let entry = |name: &'static str| {
        let about = words_of(name).map(|(_, about)| html! { <small>{ words.of(about) }</small> });
        let current = (model.lesson.is_none() && *model.scenario == *name).to_string();
        html! {
            <button type="button" key={name} aria-current={current} popovertarget="scenarios" popovertargetaction="hide"
                onclick={props.does(Action::Open(name.to_owned()))}>{ title(words, name) }{ about }</button>
        }
    };
    let chapter = |name: &'static str| {
        let open = model
            .lesson
            .as_ref()
            .is_some_and(|lesson| lesson.name == name);
        html! {
            <button type="button" key={name} aria-current={open.to_string()} popovertarget="scenarios" popovertargetaction="hide"
                onclick={props.asks(Ask::Chapter(name))}>{ lesson::title(words, name) }</button>
        }
    };
    let deed = |ask: Ask, id: &'static str| {
        html! {
            <button type="button" popovertarget="scenarios" popovertargetaction="hide" onclick={props.asks(ask)}>
                { words.of(id) }
            </button>
        }
    };
    let seed = model.seed.map(|seed| {
        let seed = Phrase::new("ui-seed").with("seed", base::Arg::Text(seed.to_string().into()));
        html! { <h2>{ words.say(&seed) }</h2> }
    });
    html! {
        <div class="menu" id="scenarios" popover="auto" role="group" aria-label={words.of("ui-scenarios")}>
            <h2>{ words.of("ui-chapters") }</h2>
            { for session::CHAPTERS.iter().map(|name| chapter(name)) }
            <h2>{ words.of("ui-scenarios") }</h2>
            { for model.library.iter().map(|name| entry(name)) }
            { deed(Ask::ChooseFile, "ui-open-file") }
            <hr />
            { seed }
            { deed(Ask::Do(Action::Restart(None)), "ui-restart") }
            { deed(Ask::NewSeed, "ui-new-seed") }
        </div>
    }
}
