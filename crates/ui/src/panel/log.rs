//! Every event in words.

use base::EventId;
use scene::{Focus, LineKind};
use session::Action;
use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlSelectElement};
use yew::{Callback, Event, FocusEvent, Html, KeyboardEvent, MouseEvent, TargetCast, html};

use crate::lines::{LineMove, event_of, line_id};
use crate::model::Props;
use crate::{Ask, LogLine};

pub(crate) fn log(props: &Props) -> Html {
    let model = &props.model;
    let words = &model.words;
    let level = |level: u8, id: &'static str| {
        html! { <option value={level.to_string()} selected={model.verbosity == level}>{ words.of(id) }</option> }
    };
    // While more happens than can be read out, the lines are silent and a summary speaks.
    let live = if model.talk.flood.is_some() {
        "off"
    } else {
        "polite"
    };
    html! {
        <section class="card log" aria-labelledby="log-title">
            <div class="title">
                <h2 id="log-title">{ words.of("ui-log") }</h2>
                <select class="choice" id="verbosity" aria-label={words.of("ui-verbosity")} onchange={choose(props)}>
                    { level(1, "ui-verbosity-1") }
                    { level(2, "ui-verbosity-2") }
                    { level(3, "ui-verbosity-3") }
                </select>
            </div>
            <div class="lines" id="log-lines" role="log" aria-live={live} aria-relevant="additions" aria-labelledby="log-title"
                onfocusin={reads(props)} onfocusout={reads_no_more(props)} onkeydown={keys(props)}>
                <ol>{ for model.lines.iter().map(|view| line(props, view)) }</ol>
            </div>
            if model.log_waits {
                <p class="waits">{ words.of("ui-log-waits") }</p>
            }
            <p class="spoken" role="status">{ model.talk.flood.as_ref().map(|phrase| words.say(phrase)) }</p>
        </section>
    }
}

fn line(props: &Props, line: &LogLine) -> Html {
    let words = &props.model.words;
    let tone = match line.kind {
        LineKind::Commit => "good",
        LineKind::Read => "read",
        LineKind::Fault | LineKind::Recovery => "fault",
        LineKind::Message | LineKind::Point | LineKind::Record | LineKind::Other => "quiet",
    };
    let tab = if props.model.line == Some(line.id) {
        "0"
    } else {
        "-1"
    };
    let looked = props.model.focus == Some(Focus::Event(line.id));
    let at = base::Phrase::new("ui-at").with("time", base::Arg::Time(line.at));
    html! {
        <li key={line.id.0} data-tone={tone}>
            <span class="shape"></span>
            <button type="button" id={line_id(line.id)} tabindex={tab} aria-current={looked.then_some("true")} onclick={look(props, line.id)}>
                <span class="at">{ words.say(&at) }</span>{ " " }
                { words.say(&line.phrase) }
            </button>
        </li>
    }
}

fn look(props: &Props, event: EventId) -> Callback<MouseEvent> {
    let on = props.on.clone();
    Callback::from(move |click: MouseEvent| {
        on.emit(Ask::LookAtLine {
            event,
            by_keyboard: click.detail() == 0,
        })
    })
}

/// A line has got the focus. Only a keyboard's focus, which shows, makes the log stand still.
fn reads(props: &Props) -> Callback<FocusEvent> {
    let on = props.on.clone();
    Callback::from(move |event: FocusEvent| {
        let line = event.target_dyn_into::<Element>();
        let line = line.filter(|line| line.matches(":focus-visible").unwrap_or(false));
        on.emit(Ask::Reading(line.and_then(|line| event_of(&line.id()))));
    })
}

/// The focus goes from a line to somewhere else than another line.
fn reads_no_more(props: &Props) -> Callback<FocusEvent> {
    let on = props.on.clone();
    Callback::from(move |event: FocusEvent| {
        let there = event.related_target();
        let there = there.and_then(|there| there.dyn_into::<Element>().ok());
        if there.and_then(|there| event_of(&there.id())).is_none() {
            on.emit(Ask::Reading(None));
        }
    })
}

/// Arrows, Home and End move from line to line.
fn keys(props: &Props) -> Callback<KeyboardEvent> {
    let on = props.on.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        if let Some(step) = LineMove::from_key(&event.key()) {
            on.emit(Ask::GoLine(step));
            event.prevent_default();
            event.stop_propagation();
        }
    })
}

fn choose(props: &Props) -> Callback<Event> {
    let on = props.on.clone();
    Callback::from(move |event: Event| {
        let chosen = event.target_dyn_into::<HtmlSelectElement>();
        if let Some(level) = chosen.and_then(|select| select.value().parse().ok()) {
            on.emit(Ask::Do(Action::SetVerbosity(level)));
        }
    })
}
