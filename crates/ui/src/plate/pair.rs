//! Two runs of the same seed side by side, one thing changed.

use scene::{BoardRow, PairView};
use session::Show;
use yew::{Html, html};

use crate::Words;
use crate::model::{Props, tone_name};
use crate::parts::text;
use crate::plate::outage::{changes, fact, spans};
use crate::plate::views;

#[inline(never)]
pub(crate) fn pair(props: &Props, view: &PairView) -> Html {
    let words = &props.model.words;
    let [one, other] = &view.sides;
    let (says, tone) = &view.says;
    let chosen = view
        .choices
        .iter()
        .find(|(change, _)| *change == view.change);
    let change = chosen
        .map(|(_, phrase)| words.say(phrase))
        .unwrap_or_default();
    html! {
        <section class="card outage pair" aria-labelledby="plate-title">
            { views(props, Show::NoReader) }
            <div class="choices">
                <h2 class="spoken" id="plate-title">{ change.clone() }</h2>
                { changes(props, Some(view.change)) }
                <p class="says" role="status" data-tone={tone_name(*tone)}>
                    <span class="shape"></span>{ words.say(says) }
                </p>
            </div>
            { spans(words, one, text("h3", "", words.of("pair-as-it-is"))) }
            { spans(words, other, text("h3", "", change.clone())) }
            <table>
                <thead><tr><td></td>{ text("th", "", words.of("pair-as-it-is")) }{ text("th", "", change) }<td></td></tr></thead>
                <tbody>{ for view.rows.iter().map(|view| row(words, view)) }</tbody>
            </table>
        </section>
    }
}

#[inline(never)]
fn row(words: &Words, view: &BoardRow) -> Html {
    html! {
        <tr>
            <th scope="row">{ words.say(&view.label) }</th>
            { for view.values.iter().map(|value| text("td", "", words.say(value))) }
            <td>{ view.fact.map(|id| fact(words, id)) }</td>
        </tr>
    }
}
