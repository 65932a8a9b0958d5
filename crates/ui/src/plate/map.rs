//! The map of the 64 states of a group, to look at and to choose from.

use base::Phrase;
use scene::{Ability, CopySet, StateMap};
use yew::{Callback, Html, KeyboardEvent, html};

use crate::Ask;
use crate::model::Props;
use crate::parts::{button, text};

/// The states in a row.
const WIDTH: usize = 8;

/// The map, with the state at a place chosen.
#[inline(never)]
pub(crate) fn map(props: &Props, map: &StateMap, chosen: Option<usize>) -> Html {
    let words = &props.model.words;
    let present = map.states.iter().position(|state| state.0 == map.now);
    let present = present.unwrap_or(0);
    let at = chosen.unwrap_or(present);
    let of = |ability| map.count(ability);
    let counts = Phrase::new("map-counts")
        .with("writable", of(Ability::ReadWrite))
        .with("read-only", of(Ability::ReadOnly))
        .with("none", of(Ability::Unavailable));
    let now = Phrase::new("map-now").with("state", phrase_of(map.states[present]));
    let hint = words.of(if map.cut { "map-cut" } else { "map-hint" });
    let head =
        (0..WIDTH).map(|column| text("span", "head", letters(map.states[column].0, 3).into()));
    let rows = (0..WIDTH).map(|row| {
        let places = row * WIDTH..(row + 1) * WIDTH;
        let cells = places.map(|place| cell(props, map, place, present, at));
        html! { <div class="row" role="row" key={row}>{ text("span", "head", letters(map.states[row * WIDTH].0, 0).into()) }{ for cells }</div> }
    });
    let legend = [Ability::ReadWrite, Ability::ReadOnly, Ability::Unavailable].map(|ability| {
        html! { <li data-tone={tone(ability)}><span class="shape"></span>{ text("span", "", words.of(name(ability))) }</li> }
    });
    html! {
        <section class="card plate map" aria-labelledby="plate-title">
            <h2 class="title" id="plate-title">{ words.of("map-title") }</h2>
            <div class="grid" role="grid" aria-labelledby="plate-title" onkeydown={keys(props, at)}>
                <div class="row" aria-hidden="true"><span></span>{ for head }</div>
                { for rows }
            </div>
            <div class="below">
                <p class="chosen" role="status">{ words.say(&now) }</p>
                { go(props, map, map.states[at]) }
            </div>
            <ul class="legend">{ for legend }</ul>
            { text("p", "quiet-text", format!("{}{}{hint}", words.say(&counts), words.gap()).into()) }
        </section>
    }
}

#[inline(never)]
fn cell(props: &Props, map: &StateMap, place: usize, present: usize, at: usize) -> Html {
    let state = map.states[place];
    let said = props.model.words.say(&phrase_of(state));
    html! {
        <button type="button" key={place} role="gridcell" id={name_of(place)} class="state" data-tone={tone(state.1)}
            tabindex={if place == at { "0" } else { "-1" }} aria-selected={(place == at).to_string()}
            aria-current={(place == present).then_some("true")} aria-label={said.clone()} title={said}
            onclick={props.asks(Ask::Choose(place))}><span class="shape"></span></button>
    }
}

/// The button that brings a state about; none for the present one.
fn go(props: &Props, map: &StateMap, (up, ability): (CopySet, Ability)) -> Html {
    let (stop, start, commands) = map.way_to(up);
    let id = match (stop.is_empty(), start.is_empty()) {
        (true, true) => return html! {},
        (false, true) => Phrase::new("map-go-stop"),
        (true, false) => Phrase::new("map-go-start"),
        (false, false) => Phrase::new("map-go"),
    };
    let say = id
        .with("stop", stop.to_string())
        .with("start", start.to_string());
    let label = props.model.words.say(&say);
    html! { <div class="go" data-tone={tone(ability)}>{ button("button", "", label, props.asks(Ask::Give(commands))) }</div> }
}

/// Arrows move about the grid; Home and End go to the ends of a row.
fn keys(props: &Props, at: usize) -> Callback<KeyboardEvent> {
    let on = props.on.clone();
    Callback::from(move |event: KeyboardEvent| {
        let (row, column) = (at / WIDTH, at % WIDTH);
        let (row, column) = match event.key().as_str() {
            "ArrowRight" => (row, (column + 1).min(WIDTH - 1)),
            "ArrowLeft" => (row, column.saturating_sub(1)),
            "ArrowDown" => ((row + 1).min(WIDTH - 1), column),
            "ArrowUp" => (row.saturating_sub(1), column),
            "Home" => (row, 0),
            "End" => (row, WIDTH - 1),
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        let place = row * WIDTH + column;
        on.emit(Ask::Choose(place));
    })
}

/// The name of the element of a state.
pub fn name_of(place: usize) -> String {
    format!("state-{place}")
}

fn phrase_of((up, ability): (CopySet, Ability)) -> Phrase {
    Phrase::new("map-state")
        .with("up", up.to_string())
        .with("ability", Phrase::new(name(ability)))
}

fn name(ability: Ability) -> &'static str {
    match ability {
        Ability::ReadWrite => "map-read-write",
        Ability::ReadOnly => "map-read-only",
        Ability::Unavailable => "map-unavailable",
    }
}

fn tone(ability: Ability) -> &'static str {
    match ability {
        Ability::ReadWrite => "good",
        Ability::ReadOnly => "waiting",
        Ability::Unavailable => "fault",
    }
}

/// The letters of three copies of a set, from the `first` on.
fn letters(set: CopySet, first: u8) -> String {
    let of_three = set
        .iter()
        .filter(|copy| (first..first + 3).contains(&copy.0));
    let letters: String = of_three.map(|copy| copy.to_string()).collect();
    if letters.is_empty() {
        "–".into()
    } else {
        letters
    }
}
