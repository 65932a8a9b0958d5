//! Every event in words.

use scene::{Focus, LineKind};
use session::Action;
use web_sys::HtmlSelectElement;
use yew::{Callback, Event, Html, TargetCast, html};

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
            <div class="lines" id="log-lines" tabindex="0" role="log" aria-live={live} aria-relevant="additions" aria-labelledby="log-title">
                <ol>{ for model.lines.iter().map(|view| line(props, view)) }</ol>
            </div>
            <p class="spoken" role="status">{ model.talk.flood.as_ref().map(|phrase| words.say(phrase)) }</p>
        </section>
    }
}

fn line(props: &Props, line: &LogLine) -> Html {
    let words = &props.model.words;
    let tone = match line.kind {
        LineKind::Commit => "good",
        LineKind::Read => "read",
        LineKind::Fault => "fault",
        LineKind::Message | LineKind::Point | LineKind::Record | LineKind::Other => "quiet",
    };
    let look = Action::Focus(Some(Focus::Event(line.id)));
    let at = base::Phrase::new("ui-at").with("time", base::Arg::Time(line.at));
    html! {
        <li key={line.id.0} data-tone={tone}>
            <span class="shape"></span>
            <button type="button" tabindex="-1" onclick={props.does(look)}>
                <span class="at">{ words.say(&at) }</span>{ " " }
                { words.say(&line.phrase) }
            </button>
        </li>
    }
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
