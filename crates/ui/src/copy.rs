//! A copy's card, and the end of the way to it.

use base::{Arg, Phrase};
use scene::CopyView;
use yew::{Html, html};

use crate::model::Props;
use crate::stage::{pressed, tab};
use crate::{Spot, leaf};

pub(crate) fn copy(props: &Props, view: &CopyView) -> Html {
    let words = &props.model.words;
    let id = view.copy;
    let letter = || Arg::Text(id.to_string().into());
    let (link, spot) = (Spot::Link(id), Spot::Copy(id));
    html! {
        <li key={id.to_string()}>
            <button type="button" class="port" id={link.to_string()} tabindex={tab(props, link)}
                aria-pressed={pressed(props, link)} aria-label={words.say(&Phrase::new("ui-link").with("copy", letter()))}
                onclick={props.looks(link)}></button>
            <button type="button" class="copy" id={spot.to_string()} tabindex={tab(props, spot)}
                aria-pressed={pressed(props, spot)} onclick={props.looks(spot)}>
                <span class="inside">
                    <span class="head">
                        <span class="letter">
                            <span class="spoken">{ words.of("ui-copy") }{ " " }</span>
                            { id.to_string() }
                        </span>
                        <span class="status" id={leaf::copy_status(id)}></span>
                    </span>
                    <span class="shelves" id={leaf::shelves(id)}>
                        <canvas id={leaf::copy_picture(id)} aria-hidden="true"></canvas>
                        { for view.tapes.iter().enumerate().map(|(place, tape)| {
                            let group = Phrase::new("ui-group").with("group", tape.segment.group().number());
                            html! {
                                <span class="shelf" key={place}>
                                    <span class="tape" id={leaf::tape(id, place)}></span>
                                    <span class="foot">
                                        <span class="group">{ words.say(&group) }</span>
                                        <span class="scl" id={leaf::scl(id, place)}></span>
                                    </span>
                                </span>
                            }
                        }) }
                    </span>
                    <span class="next" id={leaf::copy_next(id)}></span>
                </span>
            </button>
        </li>
    }
}
