//! Time: play, pause, step, clock, timeline, speed, run until.

use base::Phrase;
use session::{Action, Until};
use web_sys::HtmlInputElement;
use yew::{AttrValue, Callback, Html, InputEvent, TargetCast, html};

use crate::model::Props;
use crate::{Ask, icons, leaf};

pub(crate) fn transport(props: &Props) -> Html {
    let model = &props.model;
    let words = &model.words;
    let (play, play_icon) = if model.playing {
        ("ui-pause", icons::pause())
    } else {
        ("ui-play", icons::play())
    };
    html! {
        <section class="transport" id="transport" aria-label={words.of("ui-transport")}>
            <div class="buttons">
                <button type="button" class="round" id="step-back" aria-label={words.of("ui-step-back")} title={words.of("ui-step-back")}
                    disabled={!model.can_step_back} onclick={props.does(Action::StepBack)}>{ icons::step_back() }</button>
                <button type="button" class="round play" id="play" aria-label={words.of(play)} title={words.of(play)}
                    onclick={props.does(Action::Toggle)}>{ play_icon }</button>
                <button type="button" class="round" id="step" aria-label={words.of("ui-step")} title={words.of("ui-step")}
                    onclick={props.does(Action::StepForward)}>{ icons::step() }</button>
            </div>
            <div class="clock">
                <span class="spoken">{ words.of("ui-clock") }</span>
                <span class="now" id={leaf::CLOCK}></span>
                <span class="rate">{ rate(props) }</span>
            </div>
            { timeline(props) }
            { speed(props) }
            { until(props) }
        </section>
    }
}

/// How fast time passes; or, while the page goes to a moment or waits for an event, how far it has come.
fn rate(props: &Props) -> AttrValue {
    let model = &props.model;
    match model.progress_permille {
        Some(done) => model
            .words
            .say(&Phrase::new("ui-under-way").with("percent", u32::from(done / 10))),
        None if model.lagging => model.words.of("ui-lagging"),
        None => model.words.say(&model.speed),
    }
}

fn timeline(props: &Props) -> Html {
    let model = &props.model;
    let words = &model.words;
    let micros = |time: base::SimTime| (time.micros() / 1_000).to_string();
    let now = Phrase::new("ui-at").with("time", base::Arg::Time(model.playhead));
    html! {
        <div class="timeline">
            <div class="names" aria-hidden="true">
                <span>{ words.of("ui-lane-commits") }</span>
                <span>{ words.of("ui-lane-messages") }</span>
                <span>{ words.of("ui-lane-faults") }</span>
            </div>
            <div class="lanes" id="scrubber" role="slider" tabindex="0" aria-label={words.of("ui-timeline")}
                aria-valuemin="0" aria-valuemax={micros(model.timeline_end)} aria-valuenow={micros(model.playhead)}
                aria-valuetext={words.say(&now)}>
                <canvas id={leaf::TIMELINE} aria-hidden="true"></canvas>
                <span class="playhead" id={leaf::PLAYHEAD}></span>
            </div>
        </div>
    }
}

fn speed(props: &Props) -> Html {
    let model = &props.model;
    let words = &model.words;
    let on = props.on.clone();
    let choose = Callback::from(move |event: InputEvent| {
        let chosen = event.target_dyn_into::<HtmlInputElement>();
        if let Some(place) = chosen.and_then(|slider| slider.value().parse().ok()) {
            on.emit(Ask::SpeedPlace(place));
        }
    });
    html! {
        <label class="speed">
            <span class="name">{ words.of("ui-speed") }</span>
            <input type="range" id="speed" min="0" max={model.speed_places.to_string()} step="1"
                value={model.speed_place.to_string()} aria-valuetext={words.say(&model.speed)} oninput={choose} />
        </label>
    }
}

fn until(props: &Props) -> Html {
    let words = &props.model.words;
    let entry = |until: Until, id: &'static str| {
        html! {
            <button type="button" popovertarget="until" popovertargetaction="hide" onclick={props.does(Action::RunUntil(until))}>
                { words.of(id) }
            </button>
        }
    };
    html! {
        <>
            <button type="button" class="button until" popovertarget="until" title={words.of("ui-until")}>
                { icons::until() }
                <span class="label">{ words.of("ui-until") }</span>
            </button>
            <div class="menu" id="until" popover="auto" role="group" aria-label={words.of("ui-until")}>
                { entry(Until::NextCommit, "ui-until-commit") }
                { entry(Until::NextFault, "ui-until-fault") }
                { entry(Until::QuorumLost, "ui-until-quorum-lost") }
                { entry(Until::VdlMoves, "ui-until-vdl") }
            </div>
        </>
    }
}
