//! The stage: clients, zones, ruler, and the canvases around them.

use base::Phrase;
use scene::ZoneView;
use yew::{Callback, DragEvent, Html, KeyboardEvent, html};

use crate::clients::clients;
use crate::copy::copy;
use crate::model::Props;
use crate::reader::{reader, receive};
use crate::ruler::ruler;
use crate::writer::writer;
use crate::{Arrow, Ask, Plan, Spot, leaf};

pub(crate) fn stage(props: &Props) -> Html {
    let model = &props.model;
    let words = &model.words;
    html! {
        <section class="stage" id={leaf::STAGE} tabindex="-1" data-lens={words.lens().name()}
            aria-label={words.of("ui-stage")} onkeydown={keys(props)}>
            <svg class="wires" id={leaf::WIRES} aria-hidden="true" focusable="false"></svg>
            <canvas class="messages" id={leaf::MESSAGES} aria-hidden="true"></canvas>
            <canvas class="messages" id={leaf::AMONG_COPIES} aria-hidden="true"></canvas>
            <div class="spoken">
                <h2>{ words.of("ui-stage-described") }</h2>
                <ul id="description">
                    { for model.talk.describe.iter().enumerate().map(|(key, line)| html! { <li {key}>{ words.say(line) }</li> }) }
                </ul>
            </div>
            { clients(props) }
            <div class="zones">
                { for model.scene.zones.iter().map(|view| zone(props, view)) }
            </div>
            { ruler(props) }
        </section>
    }
}

fn zone(props: &Props, view: &ZoneView) -> Html {
    let words = &props.model.words;
    let spot = Spot::Zone(view.zone);
    let name = Phrase::new("ui-zone").with("zone", base::Arg::Text(view.zone.to_string().into()));
    let short =
        Phrase::new("ui-zone-short").with("zone", base::Arg::Text(view.zone.to_string().into()));
    let hop = if view.cut {
        Phrase::new("ui-zone-cut")
    } else {
        let span = |micros: u32| base::Arg::Span(base::SimSpan::from_micros(micros.into()));
        Phrase::new("ui-hop")
            .with("shortest", span(view.hop.0))
            .with("longest", span(view.hop.1))
    };
    let is_cluster = props.model.cluster.is_some();
    let over = Callback::from(move |event: DragEvent| {
        if is_cluster {
            event.prevent_default();
        }
    });
    html! {
        <section class="zone" key={view.zone.to_string()} data-zone={view.zone.to_string()} data-cut={view.cut.to_string()}
            aria-label={words.say(&name)} ondragover={over} ondrop={receive(props, view.zone)}>
            <button type="button" class="zone-head" id={spot.to_string()} tabindex={tab(props, spot)}
                aria-pressed={pressed(props, spot)} onclick={props.looks(spot)}>
                <span class="name">
                    <span class="long">{ words.say(&name) }</span>
                    <span class="short">{ words.say(&short) }</span>
                </span>
                <span class="hop">{ words.say(&hop) }</span>
            </button>
            <div class="instances">
                if view.has_writer {
                    { writer(props) }
                }
                { for props.model.scene.readers.iter().filter(|reader| reader.zone == view.zone).map(|view| reader(props, view)) }
            </div>
            <ul class="copies">
                { for props.model.scene.copies.iter().filter(|copy| copy.zone == view.zone).map(|view| copy(props, view)) }
            </ul>
        </section>
    }
}

/// Arrows move among the things on the stage; Escape leaves what is looked at.
fn keys(props: &Props) -> Callback<KeyboardEvent> {
    let (on, model) = (props.on.clone(), props.model.clone());
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        let key = event.key();
        let Some(plan) = plan(&model.scene) else {
            return;
        };
        if let Some(arrow) = Arrow::from_key(&key) {
            on.emit(Ask::Go(model.rove.after(arrow, &plan)));
        } else if key == "Escape" && model.focus.is_some() {
            on.emit(Ask::LookAway);
        } else {
            return;
        }
        event.prevent_default();
        event.stop_propagation();
    })
}

fn plan(scene: &scene::Scene) -> Option<Plan> {
    Some(Plan {
        writer_zone: scene.writer.as_ref()?.zone,
        readers: (scene.readers.iter())
            .map(|reader| (reader.reader, reader.zone))
            .collect(),
        first_group: scene.groups.first()?.group,
        groups: scene.groups.len() as u32,
    })
}

/// The tab order holds one thing of the stage.
pub(crate) fn tab(props: &Props, spot: Spot) -> &'static str {
    if props.model.rove == spot { "0" } else { "-1" }
}

/// Whether a thing is the one looked at.
pub(crate) fn pressed(props: &Props, spot: Spot) -> String {
    (props.model.focus.and_then(Spot::of) == Some(spot)).to_string()
}
