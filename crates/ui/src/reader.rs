//! A reader's card: how far behind it is, what it shows, and the pages in its cache.

use base::Phrase;
use scene::{ReaderView, Role, ZoneId};
use yew::{Callback, DragEvent, Html, html};

use crate::model::Props;
use crate::panel::cluster;
use crate::parts::text;
use crate::stage::{pressed, tab};
use crate::{Spot, leaf};

/// Pages of a cache that are drawn; a larger cache is only told of.
const PAGES_DRAWN: u32 = 24;

/// From here on an instance counts as busy, in thousandths `[choice]`.
const BUSY_PERMILLE: u32 = 800;

#[inline(never)]
pub(crate) fn reader(props: &Props, view: &ReaderView) -> Html {
    let words = &props.model.words;
    let spot = Spot::Reader(view.reader);
    let name = Phrase::new("title-reader").with("number", u64::from(view.reader.0) + 1);
    let cache = Phrase::new("ui-reader-cache").with("pages", view.cached);
    let place = match view.role {
        Role::Successor => "successor",
        _ if view.rank == Some(0) => "next",
        _ if view.rank.is_some() => "candidate",
        _ => "reader",
    };
    let standing = view.standing.as_ref();
    let pages = (view.cache_room <= PAGES_DRAWN).then(|| {
        let pages = (0..view.cache_room).map(|page| {
            let state = if page < view.cached { "held" } else { "empty" };
            html! { <i data-state={state}></i> }
        });
        html! { <span class="pages" aria-hidden="true">{ for pages }</span> }
    });
    html! {
        <button type="button" key={spot.to_string()} class="reader" id={spot.to_string()} tabindex={tab(props, spot)}
            data-down={(!view.up).to_string()} data-place={place} aria-pressed={pressed(props, spot)}
            onclick={props.looks(spot)} draggable={props.model.cluster.is_some().then_some("true")} ondragstart={carry(spot)}>
            <span class="head">
                { text("span", "name", words.say(&name)) }
                { standing.map(|standing| text("span", "quiet-text", words.say(standing))) }
            </span>
            <span class="status" id={leaf::reader_status(view.reader)}></span>
            { view.cpu_permille.map(|permille| cpu(props, permille)) }
            if view.up {
                <span class="quiet-text" id={leaf::reader_records(view.reader)}></span>
                <span class="cache">{ text("span", "quiet-text", words.say(&cache)) }{ pages }</span>
            }
        </button>
    }
}

/// How busy an instance's processors are.
pub(crate) fn cpu(props: &Props, permille: u32) -> Html {
    let says = Phrase::new("cpu").with("percent", permille.div_ceil(10));
    let tone = if permille > BUSY_PERMILLE {
        "waiting"
    } else {
        "quiet"
    };
    html! {
        <span class="cpu" data-tone={tone}>
            { text("span", "", props.model.words.say(&says)) }
            <progress max="1000" value={permille.to_string()} aria-hidden="true"></progress>
        </span>
    }
}

/// The card is dragged: it says which reader it is.
fn carry(spot: Spot) -> Callback<DragEvent> {
    Callback::from(move |event: DragEvent| {
        if let Some(transfer) = event.data_transfer() {
            transfer.set_data("text/plain", &spot.to_string()).ok();
        }
    })
}

/// A card is dropped on a zone: its reader moves there.
pub(crate) fn receive(props: &Props, zone: ZoneId) -> Callback<DragEvent> {
    let (on, model) = (props.on.clone(), props.model.clone());
    Callback::from(move |event: DragEvent| {
        let carried = event.data_transfer();
        let carried = carried.and_then(|transfer| transfer.get_data("text/plain").ok());
        let spot = carried.and_then(|text| Spot::from_id(&text));
        let (Some(Spot::Reader(reader)), Some(cluster)) = (spot, &model.cluster) else {
            return;
        };
        event.prevent_default();
        let moved = cluster.instances.iter().find(|it| it.reader == reader);
        if let Some(moved) = moved.filter(|it| it.spec.zone != zone) {
            on.emit(cluster::moved(moved, zone));
        }
    })
}
