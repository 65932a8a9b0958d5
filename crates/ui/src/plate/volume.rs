//! The volume as a map: every protection group is a cell, drawn by whoever owns the frames.

use base::{GroupId, Phrase};
use scene::Abilities;
use web_sys::HtmlInputElement;
use yew::{Callback, Html, InputEvent, TargetCast, html};

use crate::model::Props;
use crate::parts::text;
use crate::{Ask, Spot, leaf};

/// What stands beside the picture.
#[derive(Clone, Debug, PartialEq)]
pub struct VolumeView {
    /// Protection groups of the volume.
    pub groups: u32,
    /// The one that is looked at, else the first.
    pub group: GroupId,
    /// How many can do what.
    pub abilities: Abilities,
}

#[inline(never)]
pub(crate) fn volume(props: &Props, view: &VolumeView) -> Html {
    let words = &props.model.words;
    let on = props.on.clone();
    let choose = Callback::from(move |event: InputEvent| {
        let slider = event.target_dyn_into::<HtmlInputElement>();
        if let Some(number) = slider.and_then(|slider| slider.value().parse::<u32>().ok()) {
            on.emit(Ask::Look {
                spot: Spot::Group(GroupId(number.saturating_sub(1))),
                by_keyboard: false,
            });
        }
    });
    let abilities = view.abilities;
    let legend = [
        ("good", "ui-volume-read-write", abilities.read_write),
        ("waiting", "ui-volume-read-only", abilities.read_only),
        ("fault", "ui-volume-unavailable", abilities.unavailable),
    ]
    .map(|(tone, id, count)| {
        let phrase = Phrase::new(id).with("count", count);
        html! { <li data-tone={tone}><span class="shape"></span>{ text("span", "", words.say(&phrase)) }</li> }
    });
    let number = view.group.number();
    let group = words.say(&Phrase::new("ui-group").with("group", number));
    html! {
        <section class="card plate volume" aria-labelledby="plate-title">
            <h2 class="title" id="plate-title">{ words.of("ui-volume") }</h2>
            <canvas id={leaf::VOLUME_PICTURE} aria-hidden="true"></canvas>
            <label>
                <span>{ group.clone() }</span>
                <input type="range" min="1" max={view.groups.to_string()} step="1" value={number.to_string()}
                    aria-label={words.of("ui-volume-choose")} aria-valuetext={group} oninput={choose} />
            </label>
            <ul class="legend">{ for legend }</ul>
            { text("p", "quiet-text", words.of("ui-volume-hint")) }
        </section>
    }
}
