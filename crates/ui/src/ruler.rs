//! The log as the writer knows it.

use base::Phrase;
use scene::{Ability, GroupView, Tone};
use yew::{Html, html};

use crate::model::{Props, tone_name};
use crate::stage::{pressed, tab};
use crate::{Spot, leaf};

pub(crate) fn ruler(props: &Props) -> Html {
    let words = &props.model.words;
    let Some(view) = &props.model.scene.ruler else {
        return html! {};
    };
    let title = words.of(if view.known {
        "ui-ruler"
    } else {
        "ui-ruler-lost"
    });
    let groups = &props.model.scene.groups;
    html! {
        <section class="ruler" data-known={view.known.to_string()} aria-label={title.clone()}>
            <div class="heading">
                <h2>{ title }</h2>
                <div class="groups">{ for groups.iter().map(|view| group(props, view)) }</div>
            </div>
            <div aria-hidden="true">
                <div class="above">
                    <span class="pin commit" id={leaf::PIN_COMMIT}></span>
                </div>
                <div class="above">
                    <span class="pin vdl" id={leaf::PIN_VDL}>{ words.of("ui-vdl") }</span>
                    <span class="pin vcl" id={leaf::PIN_VCL}>{ words.of("ui-vcl") }</span>
                </div>
                <div class="track" id={leaf::TRACK}><canvas id={leaf::TRACK_PICTURE}></canvas></div>
                <div class="below">
                    { for groups.iter().enumerate().map(|(place, view)| {
                        let name = Phrase::new("ui-pgcl").with("group", view.group.number());
                        html! { <span class="pin pgcl" id={leaf::pin_pgcl(place)}>{ words.say(&name) }</span> }
                    }) }
                </div>
                <div class="ticks">
                    { for (0..leaf::TICKS).map(|place| html! { <span class="pin tick" id={leaf::tick(place)}></span> }) }
                </div>
            </div>
        </section>
    }
}

fn group(props: &Props, view: &GroupView) -> Html {
    let spot = Spot::Group(view.group);
    let (id, tone) = match view.ability {
        Ability::ReadWrite => ("ui-group-read-write", Tone::Good),
        Ability::ReadOnly => ("ui-group-read-only", Tone::Waiting),
        Ability::Unavailable => ("ui-group-unavailable", Tone::Fault),
    };
    let name = Phrase::new(id).with("group", view.group.number());
    html! {
        <button type="button" class="group-chip" id={spot.to_string()} tabindex={tab(props, spot)} data-tone={tone_name(tone)}
            aria-pressed={pressed(props, spot)} onclick={props.looks(spot)}>
            <span class="shape"></span>
            <span>{ props.model.words.say(&name) }</span>
        </button>
    }
}
