//! The writer's card.

use yew::{Html, html};

use crate::model::Props;
use crate::reader::cpu;
use crate::stage::{pressed, tab};
use crate::{Spot, leaf};

pub(crate) fn writer(props: &Props) -> Html {
    let spot = Spot::Writer;
    let writer = props.model.scene.writer.as_ref();
    let name = match writer {
        Some(view) if view.agent => "ui-agent",
        _ => "ui-writer",
    };
    html! {
        <button type="button" class="writer" data-agent={writer.is_some_and(|view| view.agent).then_some("true")} id={spot.to_string()} tabindex={tab(props, spot)}
            aria-pressed={pressed(props, spot)} onclick={props.looks(spot)}>
            <span class="ring" id={leaf::RING}>
                <canvas id={leaf::RING_PICTURE} aria-hidden="true"></canvas>
                <span class="count" id={leaf::RING_COUNT}></span>
                <span class="of" id={leaf::RING_OF}></span>
            </span>
            <span class="facts">
                <span class="name">{ props.model.words.of(name) }</span>
                <span class="status" id={leaf::WRITER_STATUS}></span>
                <span class="queue" id={leaf::WRITER_QUEUE}></span>
                { writer.and_then(|view| view.cpu_permille).map(|permille| cpu(props, permille)) }
            </span>
        </button>
    }
}
