//! What is looked at, closely, and what can be done to it.

use scene::Inspector;
use session::Action;
use yew::{Html, html};

use crate::model::{Props, tone_name};
use crate::{Ask, icons};

pub(crate) fn inspector(props: &Props) -> Html {
    match &props.model.inspector {
        Some(inspector) => card(props, inspector),
        None => html! {},
    }
}

#[inline(never)]
fn card(props: &Props, inspector: &Inspector) -> Html {
    let words = &props.model.words;
    let deeds = inspector.deeds.iter().enumerate().map(|(place, deed)| {
        html! {
            <button type="button" class="button" key={place} data-tone={tone_name(deed.tone)}
                onclick={props.does(Action::Give(deed.command.clone()))}>{ words.say(&deed.label) }</button>
        }
    });
    html! {
        <section class="card inspector" id="inspector" aria-labelledby="inspector-title">
            <div class="title">
                <h2 id="inspector-title" tabindex="-1">{ words.say(&inspector.title) }</h2>
                <button type="button" class="button quiet icon" aria-label={words.of("ui-close")}
                    onclick={props.asks(Ask::LookAway)}>{ icons::close() }</button>
            </div>
            if let Some(waits) = &inspector.waits_for {
                <p class="waits">{ words.say(waits) }</p>
            }
            if !inspector.deeds.is_empty() {
                <div class="deed-list">{ for deeds }</div>
            }
            <dl class="facts-list">
                { for inspector.facts.iter().map(|row| html! {
                    <div>
                        <dt>{ words.say(&row.label) }</dt>
                        <dd>{ words.say(&row.value) }</dd>
                        <dd class="fact">{ row.source.map(|fact| crate::panel::why::fact(words, fact)) }</dd>
                    </div>
                }) }
            </dl>
        </section>
    }
}
