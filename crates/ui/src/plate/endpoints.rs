//! The endpoint board: each name and where it leads, each client and what it keeps of a name.

use base::Phrase;
use scene::{EndpointsView, KeptView, LeadView, NameView};
use session::Show;
use yew::{AttrValue, Html, html};

use crate::Words;
use crate::model::{Props, tone_name};
use crate::parts::text;
use crate::plate::outage::fact;
use crate::plate::views;

/// Connections that are drawn one by one; more are only counted.
const DRAWN: u32 = 12;

#[inline(never)]
pub(crate) fn endpoints(props: &Props, view: &EndpointsView) -> Html {
    let words = &props.model.words;
    html! {
        <section class="card endpoints" aria-labelledby="plate-title">
            { views(props, Show::Endpoints) }
            <div class="names">
                <h2 id="plate-title">{ words.of("endpoints-title") }</h2>
                <ul>{ for view.names.iter().map(|view| name(words, view)) }</ul>
            </div>
            <div class="kept">
                <div class="head">
                    { text("h3", "", words.of("endpoints-kept")) }
                    { fact(words, "I-18") }
                </div>
                if view.kept.is_empty() {
                    { text("p", "quiet-text", words.of("endpoints-nobody")) }
                }
                <ul>{ for view.kept.iter().map(|view| kept(words, view)) }</ul>
                if view.more > 0 {
                    { text("p", "quiet-text", words.say(&Phrase::new("endpoints-more").with("count", view.more))) }
                }
            </div>
            <div class="notes">
                { for view.notes.iter().map(|(note, id)| html! {
                    <p class="quiet-text">{ words.say(note) }{ words.gap() }{ fact(words, id) }</p>
                }) }
            </div>
        </section>
    }
}

#[inline(never)]
fn name(words: &Words, view: &NameView) -> Html {
    html! {
        <li>
            <p class="head">
                { text("b", "", words.say(&view.name)) }
                { text("code", "quiet-text", words.say(&view.address)) }
                { fact(words, view.fact) }
            </p>
            <ul class="leads">{ for view.leads.iter().map(|view| lead(words, view)) }</ul>
        </li>
    }
}

#[inline(never)]
fn lead(words: &Words, view: &LeadView) -> Html {
    let count = Phrase::new("board-connections").with("count", view.connections);
    let dots = (0..view.connections.min(DRAWN)).map(|_| html! { <i></i> });
    html! {
        <li data-tone={tone_name(view.tone)}>
            <span class="shape"></span>
            { text("span", "", words.say(&view.name)) }
            if view.connections > 0 {
                <span class="dots" aria-hidden="true">{ for dots }</span>
                <span class="count" aria-hidden="true">{ view.connections }</span>
                { text("span", "spoken", words.say(&count)) }
            }
        </li>
    }
}

#[inline(never)]
fn kept(words: &Words, view: &KeptView) -> Html {
    html! {
        <li data-stale={view.stale.to_string()}>
            <span class="who">
                { text("b", "", words.say(&view.who)) }
                { text("span", "quiet-text", words.say(&view.name)) }
            </span>
            <span class="note">
                { words.say(&view.kept) }
                if view.stale {
                    { text("b", "old", words.of("board-out-of-date")) }
                }
                <svg viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
                    <rect width={AttrValue::from(view.left_permille.to_string())} height="10" />
                </svg>
            </span>
            <span class="state" data-tone={tone_name(view.tone)}><span class="shape"></span>{ words.say(&view.state) }</span>
        </li>
    }
}
