//! Auto scaling: how busy each instance is beside the target, what is decided, and what rests.

use base::Phrase;
use scene::{DecisionView, LoadBar, LoadView, Metric, PolicyView, RestView, ScalingView};
use session::Show;
use yew::{AttrValue, Html, html};

use crate::Words;
use crate::model::{Props, tone_name};
use crate::parts::text;
use crate::plate::outage::fact;
use crate::plate::views;

#[inline(never)]
pub(crate) fn scaling(props: &Props, view: &ScalingView) -> Html {
    let words = &props.model.words;
    html! {
        <section class="card outage scaling" aria-labelledby="plate-title">
            { views(props, Show::Scaling) }
            <div class="spans">
                <div class="head">
                    <h2 id="plate-title">{ words.of("scaling-title") }</h2>
                    <p class="state" data-tone={tone_name(view.tone)}><span class="shape"></span>{ words.say(&view.state) }</p>
                    { fact(words, view.fact) }
                </div>
                <ol>{ for view.instances.iter().flat_map(|view| view.bars.iter().map(|bar| load(words, view, bar))) }</ol>
            </div>
            <div class="candidates">
                <ul>{ for view.policies.iter().map(|view| policy(words, view)) }</ul>
                { view.looks.as_ref().map(|looks| text("p", "quiet-text", words.say(looks))) }
                <ul>{ for view.rests.iter().map(|view| rest(words, view)) }</ul>
                <div class="head">{ text("h3", "", words.of("scaling-decided")) }{ fact(words, "A-6") }</div>
                if view.decisions.is_empty() {
                    { text("p", "quiet-text", words.of("scaling-nothing-yet")) }
                }
                <ul class="decided">{ for view.decisions.iter().map(|view| decision(words, view)) }</ul>
            </div>
        </section>
    }
}

/// A bar as long as its share of a thousand, and perhaps a mark on it.
pub(super) fn bar(permille: u16, mark: Option<u16>) -> Html {
    let x = |permille: u16| AttrValue::from(permille.to_string());
    html! {
        <svg class="plain" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
            if permille > 0 {
                <rect width={x(permille.max(4))} height="10" />
            }
            if let Some(mark) = mark {
                <rect class="mark" x={x(mark.min(994))} width="6" height="10" />
            }
        </svg>
    }
}

#[inline(never)]
fn load(words: &Words, view: &LoadView, of: &LoadBar) -> Html {
    let of_what = words.of(match of.metric {
        Metric::Cpu => "scaling-bar-cpu",
        Metric::Connections => "scaling-bar-connections",
    });
    html! {
        <li data-tone={tone_name(of.tone)} data-metric={if of.metric == Metric::Cpu { "cpu" } else { "connections" }}>
            <span class="label">
                <span class="shape"></span>
                <span>{ words.say(&view.name) }<span class="quiet-text">{ " " }{ words.say(&view.role) }</span></span>
            </span>
            { bar(of.permille, of.target_permille.filter(|_| view.counts)) }
            { text("span", "value", words.say(&of.value)) }
            { text("span", "quiet-text", of_what) }
        </li>
    }
}

fn policy(words: &Words, view: &PolicyView) -> Html {
    let says = Phrase::new("scaling-average")
        .with("average", view.average.clone())
        .with("target", view.target.clone());
    html! {
        <li>
            <span class="shape"></span>
            <p>{ text("b", "", words.say(&view.name)) }{ text("span", "", words.say(&says)) }</p>
            { text("p", "state quiet-text", words.say(&view.wants)) }
        </li>
    }
}

fn rest(words: &Words, view: &RestView) -> Html {
    html! {
        <li data-tone="waiting">
            <span class="shape"></span>
            <p>{ words.say(&view.says) }{ " " }{ fact(words, "A-3") }</p>
            <span class="state">{ bar(view.left_permille, None) }</span>
        </li>
    }
}

fn decision(words: &Words, view: &DecisionView) -> Html {
    let at = Phrase::new("value-time").with("time", view.at);
    html! {
        <li key={view.at.micros()}>
            { text("span", "quiet-text", words.say(&at)) }
            { text("span", "", words.say(&view.says)) }
        </li>
    }
}
