//! Why something waits or has happened: a proof, step by step.

use base::{Arg, Phrase, RegionId};
use scene::{Focus, WhyStep};
use session::Action;
use yew::{AttrValue, Html, html};

use crate::Words;
use crate::model::{Props, tone_name};

/// The name of a fact of the sources.
pub(crate) fn fact(words: &Words, id: &'static str) -> AttrValue {
    words.say(&Phrase::new("ui-fact").with("id", Arg::Text(id.into())))
}

pub(crate) fn why(props: &Props) -> Html {
    let words = &props.model.words;
    let Some(why) = &props.model.why else {
        return nothing_waits(props);
    };
    let here = why.steps.first().and_then(|step| step.place);
    html! {
        <section class="card why" id="why" aria-labelledby="why-title">
            <h2 class="title" id="why-title">{ words.say(&why.question) }</h2>
            <ol class="proof">{ for why.steps.iter().enumerate().map(|(number, view)| step(props, number, view, here)) }</ol>
        </section>
    }
}

/// The card stays where it is while nothing waits, so that what is below it does not jump.
fn nothing_waits(props: &Props) -> Html {
    let words = &props.model.words;
    if props.model.scene.writer.is_none() {
        return html! {};
    }
    html! {
        <section class="card why" id="why" aria-labelledby="why-title">
            <h2 class="title" id="why-title">{ words.of("ui-why-nothing") }</h2>
            <p class="quiet-text">{ words.of("ui-why-nothing-about") }</p>
        </section>
    }
}

/// A step; one in another Region than the question says in which.
fn step(props: &Props, number: usize, step: &WhyStep, here: Option<RegionId>) -> Html {
    let words = &props.model.words;
    let there = step.place.filter(|_| step.place != here);
    let there = there.map(|region| words.say(&scene::region_phrase(region)));
    let said = words.say(&step.phrase);
    let said = match there {
        Some(there) => AttrValue::from(format!("{there} · {said}")),
        None => said,
    };
    let said = match step.event {
        Some(event) => {
            let look = Action::FocusIn(step.place, Focus::Event(event));
            html! { <button type="button" onclick={props.does(look)}>{ said }</button> }
        }
        None => html! { <span>{ said }</span> },
    };
    html! {
        <li key={number} data-tone={tone_name(step.tone)}>
            <span class="shape"></span>
            { said }
            <span class="fact">{ step.fact.map(|id| fact(words, id)) }</span>
        </li>
    }
}
