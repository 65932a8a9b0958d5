//! The clients above the zones.

use base::Phrase;
use scene::ClientLane;
use yew::{Html, classes, html};

use crate::model::Props;
use crate::stage::{pressed, tab};
use crate::{Spot, icons, leaf};

pub(crate) fn clients(props: &Props) -> Html {
    let words = &props.model.words;
    let spot = Spot::Clients;
    let lanes = props.model.scene.clients.lanes.iter().take(leaf::LANES);
    html! {
        <div class="clients">
            <button type="button" class="button quiet" id={spot.to_string()} tabindex={tab(props, spot)}
                aria-pressed={pressed(props, spot)} onclick={props.looks(spot)}>
                <span>{ words.of("ui-clients") }</span>
                { icons::chevron() }
            </button>
            <ul class="chips">{ for lanes.enumerate().map(|(place, lane)| chip(props, place, lane)) }</ul>
        </div>
    }
}

fn chip(props: &Props, place: usize, lane: &ClientLane) -> Html {
    let who = if lane.is_visitor {
        Phrase::new("ui-you")
    } else {
        Phrase::new("ui-client-number").with("number", lane.client.0)
    };
    html! {
        <li key={lane.client.0}>
            <span class={classes!("chip", lane.is_visitor.then_some("visitor"))} id={leaf::chip(place)}>
                <span class="mark"></span>
                <span class="who">{ props.model.words.say(&who) }</span>
                <span class="what" id={leaf::chip_what(place)}></span>
            </span>
        </li>
    }
}
