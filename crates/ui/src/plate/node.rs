//! A storage node from inside: its eight steps, and how far each has come in the log.

use base::{Arg, Phrase};
use scene::{Cell, PageMark, PipelineView, ReachView, StepPicture, StepView};
use yew::{Html, html};

use crate::Words;
use crate::model::{Props, tone_name};
use crate::parts::text;

#[inline(never)]
pub(crate) fn node(props: &Props, view: &PipelineView) -> Html {
    let words = &props.model.words;
    let lesson = props.model.lesson.as_ref();
    let fact = lesson.and_then(|lesson| lesson.fact.as_deref());
    let band = |name, title, note: Option<&Phrase>, steps: &[StepView]| {
        html! {
            <div class={name}>
                <div class="head">
                    { text("h3", "", words.of(title)) }
                    { note.map(|note| text("span", "quiet-text", words.say(note))) }
                </div>
                <ol>{ for steps.iter().map(|view| step(words, view, fact)) }</ol>
            </div>
        }
    };
    html! {
        <section class="card node" aria-labelledby="plate-title" data-lens={words.lens().name()}>
            <div class="head">
                <h2 id="plate-title">{ words.say(&view.title) }</h2>
                { for view.notes.iter().map(|note| text("p", "quiet-text", words.say(note))) }
            </div>
            <div class="bands">
                { band("fore", "pipeline-foreground", None, &view.foreground) }
                { band("back", "pipeline-background", Some(&view.worker), &view.background) }
            </div>
            <div class="reach">
                { text("h3", "", words.of("pipeline-reach")) }
                <ul>{ for view.reach.iter().map(|view| reach(words, view)) }</ul>
            </div>
        </section>
    }
}

#[inline(never)]
fn step(words: &Words, view: &StepView, taught: Option<&str>) -> Html {
    let is_taught = taught.is_some_and(|taught| view.facts.contains(&taught));
    html! {
        <li class="step" aria-current={is_taught.then_some("step")}>
            <p class="name" data-tone={tone_name(view.tone)}><b>{ view.number }</b>{ text("span", "", words.say(&view.name)) }<span class="shape"></span></p>
            { picture(&view.picture) }
            { text("p", "value", words.say(&view.value)) }
        </li>
    }
}

fn picture(picture: &StepPicture) -> Html {
    match picture {
        StepPicture::Records(count) => marks("records", (0..*count).map(|_| "held")),
        StepPicture::Log(cells) => marks("log-cells", cells.iter().map(cell_name)),
        StepPicture::Pages(pages) => marks("pages", pages.iter().map(page_name)),
        StepPicture::Peers(peers) => {
            let peers = peers.iter().map(|(copy, has)| {
                let state = if *has < 100 { "behind" } else { "held" };
                html! { <i data-state={state}>{ copy.to_string() }{ bar(*has) }</i> }
            });
            html! { <div class="picture peers" aria-hidden="true">{ for peers }</div> }
        }
        StepPicture::Share(percent) => {
            html! { <div class="picture share" aria-hidden="true">{ bar(*percent) }</div> }
        }
    }
}

#[inline(never)]
fn marks(name: &'static str, states: impl Iterator<Item = &'static str>) -> Html {
    let states = states.map(|state| html! { <i data-state={state}></i> });
    html! { <div class={yew::classes!("picture", name)} aria-hidden="true">{ for states }</div> }
}

fn bar(percent: u8) -> Html {
    html! { <progress max="100" value={percent.to_string()} aria-hidden="true"></progress> }
}

fn reach(words: &Words, view: &ReachView) -> Html {
    let fact = Phrase::new("ui-fact").with("id", Arg::Text(view.fact.into()));
    html! {
        <li data-tone={tone_name(view.tone)}>
            { text("span", "label", words.say(&view.label)) }
            { bar(view.percent) }
            { text("span", "number", view.upto.to_string().into()) }
            { text("span", "fact", words.say(&fact)) }
        </li>
    }
}

const fn cell_name(cell: &Cell) -> &'static str {
    match cell {
        Cell::Held => "held",
        Cell::HeldBeyondHole => "beyond",
        Cell::InMemory => "memory",
        Cell::Hole => "hole",
        Cell::Empty => "empty",
    }
}

const fn page_name(page: &PageMark) -> &'static str {
    match page {
        PageMark::Empty => "empty",
        PageMark::Built => "built",
        PageMark::Stacked => "stacked",
        PageMark::Behind => "behind",
        PageMark::Damaged => "damaged",
    }
}
