//! A picture made of rows.

use base::{Arg, Phrase};
use scene::{Board, BoardRow};
use yew::{Html, html};

use crate::Words;
use crate::model::{Props, tone_name};
use crate::parts::text;

#[inline(never)]
pub(crate) fn board(props: &Props, board: &Board) -> Html {
    let words = &props.model.words;
    let heads = board
        .heads
        .iter()
        .map(|head| text("span", "value", words.say(head)));
    let class = if board.heads.is_empty() {
        "card plate board"
    } else {
        "card plate board columns"
    };
    html! {
        <section {class} aria-labelledby="plate-title">
            <h2 class="title" id="plate-title">{ words.say(&board.title) }</h2>
            if !board.heads.is_empty() {
                <p class="line heads"><span class="label"></span>{ for heads }</p>
            }
            <ul>{ for board.rows.iter().map(|view| row(words, view)) }</ul>
            { for board.notes.iter().map(|note| text("p", "quiet-text", words.say(note))) }
        </section>
    }
}

#[inline(never)]
fn row(words: &Words, row: &BoardRow) -> Html {
    let fact = row.fact.map(|id| {
        let id = Phrase::new("ui-fact").with("id", Arg::Text(id.into()));
        text("span", "fact", words.say(&id))
    });
    let marks = row.marks.iter().map(|mark| {
        html! { <span class="mark" data-tone={tone_name(mark.tone)}>{ mark.text.clone() }</span> }
    });
    html! {
        <li>
            <div class="line" data-tone={tone_name(row.tone)}>
                <span class="shape"></span>
                { text("span", "label", words.say(&row.label)) }
                { for row.values.iter().map(|value| text("span", "value", words.say(value))) }
                { fact }
            </div>
            if !row.marks.is_empty() {
                <div class="marks" aria-hidden="true">{ for marks }</div>
            }
            { row.note.as_ref().map(|note| text("p", "quiet-text", words.say(note))) }
        </li>
    }
}
