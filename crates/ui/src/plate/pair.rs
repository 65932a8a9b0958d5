//! Two runs of the same seed side by side, one thing changed.

use scene::{BoardRow, PairView};
use session::Action;
use yew::{Html, html};

use crate::Words;
use crate::model::{Props, tone_name};
use crate::parts::text;
use crate::plate::outage::{fact, spans};

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
    let choices = view.choices.iter().map(|(change, phrase)| {
        html! {
            <button type="button" class="button" aria-pressed={(*change == view.change).to_string()}
                onclick={props.does(Action::Compare(Some(*change)))}>{ words.say(phrase) }</button>
        }
    });
    html! {
        <section class="card outage pair" aria-labelledby="plate-title">
            <div class="choices">
                <h2 id="plate-title">{ words.of("pair-title") }</h2>
                <div class="deed-list" role="group" aria-labelledby="plate-title">{ for choices }</div>
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
