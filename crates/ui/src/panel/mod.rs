//! The side panel: what is asked, why something waits, what is looked at, the log in words.

mod ask;
mod broken;
mod inspector;
mod log;
mod why;

use yew::{Html, function_component, html};

use crate::icons;
use crate::model::Props;
use ask::AskForm;

#[function_component(Panel)]
pub(crate) fn panel(props: &Props) -> Html {
    let model = &props.model;
    let words = &model.words;
    html! {
        <aside class="panel" aria-label={words.of("ui-panel")}>
            <div class="panel-scroll">
                if model.untouched {
                    <p class="card hint">{ icons::hint() }<span>{ words.of("ui-hint") }</span></p>
                }
                { inspector::inspector(props) }
                { why::why(props) }
                { broken::broken(props) }
                <AskForm model={model.clone()} on={props.on.clone()} />
            </div>
            { log::log(props) }
        </aside>
    }
}
