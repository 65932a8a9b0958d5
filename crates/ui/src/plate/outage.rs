//! An outage of the writer: a ruler with a bar for each of its spans, and who may follow, in order.

use base::{Arg, Phrase};
use scene::{CandidateView, Change, OutageSpan, OutageView};
use session::{Action, Show};
use yew::{AttrValue, Html, html};

use crate::Words;
use crate::model::{Props, tone_name};
use crate::parts::text;
use crate::plate::views;

#[inline(never)]
pub(crate) fn outage(props: &Props, view: &OutageView) -> Html {
    let words = &props.model.words;
    html! {
        <section class="card outage" aria-labelledby="plate-title">
            { views(props, Show::Outage) }
            <div>
                { spans(words, view, html! { <h2 id="plate-title">{ words.of("outage-title") }</h2> }) }
                { notes(words, view) }
            </div>
            <div class="candidates">
                <div class="head">
                    { text("h3", "", words.of("outage-candidates")) }
                    { fact(words, "F-2") }
                </div>
                <ol>{ for view.candidates.iter().map(|view| candidate(words, view)) }</ol>
                if view.candidates.is_empty() {
                    { text("p", "quiet-text", words.of("outage-nobody")) }
                }
            </div>
            { changes(props, None) }
        </section>
    }
}

/// What may be changed in another run of the same seed.
pub(super) fn changes(props: &Props, now: Option<Change>) -> Html {
    let words = &props.model.words;
    let Some(cluster) = &props.model.cluster else {
        return html! {};
    };
    let chip = |change: Option<Change>, label: AttrValue| {
        html! {
            <button type="button" class="button" aria-pressed={(change == now).to_string()}
                onclick={props.does(Action::Compare(change))}>{ label }</button>
        }
    };
    html! {
        <div class="changes">
            <h3 id="changes-title">{ words.of("pair-title") }</h3>
            <div class="deed-list" role="group" aria-labelledby="changes-title">
                { chip(None, words.of("pair-as-it-is")) }
                { for cluster.changes.iter().map(|(change, phrase)| chip(Some(*change), words.say(phrase))) }
            </div>
        </div>
    }
}

/// The ruler of an outage under its heading.
pub(super) fn spans(words: &Words, view: &OutageView, heading: Html) -> Html {
    let ticks = view.ticks.iter().map(|at| {
        let at = match at.micros() {
            0 => AttrValue::from("0"),
            _ => words.say(&Phrase::new("outage-took").with("took", *at)),
        };
        text("span", "", at)
    });
    html! {
        <div class="spans">
            <div class="head">
                { heading }
                <p class="state" data-tone={tone_name(view.tone)}><span class="shape"></span>{ words.say(&view.state) }</p>
            </div>
            <ol>{ for view.spans.iter().map(|view| span(words, view)) }</ol>
            <div class="ticks" aria-hidden="true">{ for ticks }</div>
        </div>
    }
}

/// What there is to say of it besides.
fn notes(words: &Words, view: &OutageView) -> Html {
    html! {
        <div class="notes">
            { for view.notes.iter().map(|(note, id)| html! {
                <p class="note quiet-text">{ words.say(note) }{ words.gap() }{ fact(words, id) }</p>
            }) }
            <p class="note quiet-text">{ words.of("outage-about") }{ words.gap() }{ fact(words, "F-5") }</p>
        </div>
    }
}

pub(super) fn fact(words: &Words, id: &'static str) -> Html {
    let id = Phrase::new("ui-fact").with("id", Arg::Text(id.into()));
    text("span", "fact", words.say(&id))
}

/// A row of the ruler: what passes, its bar at its place, how long it took.
#[inline(never)]
fn span(words: &Words, view: &OutageSpan) -> Html {
    let permille = |permille: u16| AttrValue::from(permille.to_string());
    html! {
        <li data-tone={tone_name(view.tone)}>
            <span class="label"><span class="shape"></span>{ words.say(&view.name) }</span>
            <svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
                if view.permille > 0 {
                    <rect x={permille(view.from_permille)} width={permille(view.permille.max(4))} height="10" />
                }
            </svg>
            { text("span", "value", words.say(&view.length)) }
            { fact(words, view.fact) }
        </li>
    }
}

fn candidate(words: &Words, view: &CandidateView) -> Html {
    html! {
        <li data-tone={tone_name(view.tone)}>
            <span class="shape"></span>
            <p>
                { text("b", "", words.say(&view.name)) }
                { text("span", "quiet-text", words.say(&view.standing)) }
            </p>
            { text("p", "state", words.say(&view.state)) }
        </li>
    }
}
