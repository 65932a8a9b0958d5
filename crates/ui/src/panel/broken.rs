//! What is broken, each with its remedy.

use scene::FaultView;
use session::Action;
use yew::{Html, html};

use crate::model::Props;

pub(crate) fn broken(props: &Props) -> Html {
    match &*props.model.scene.faults {
        [] => html! {},
        faults => card(props, faults),
    }
}

#[inline(never)]
fn card(props: &Props, faults: &[FaultView]) -> Html {
    let words = &props.model.words;
    html! {
        <section class="card broken" aria-labelledby="broken-title">
            <h2 class="title" id="broken-title">{ words.of("ui-broken") }</h2>
            <ul>
                { for faults.iter().enumerate().map(|(place, fault)| html! {
                    <li key={place} data-tone="fault">
                        <span class="shape"></span>
                        <span class="what">{ words.say(&fault.phrase) }</span>
                        <button type="button" class="button" data-tone="good"
                            onclick={props.does(Action::Give(fault.remedy.clone()))}>
                            { words.of("ui-mend") }<span class="spoken">{ " " }{ words.say(&fault.phrase) }</span>
                        </button>
                    </li>
                }) }
            </ul>
        </section>
    }
}
