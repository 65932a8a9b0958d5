//! The form in which a person types a key and a value, and how what they asked stands.

use base::{Phrase, ReaderId};
use scene::Command;
use session::Action;
use web_sys::HtmlInputElement;
use yew::{Callback, Html, NodeRef, SubmitEvent, html};

use crate::Ask;
use crate::model::{Props, tone_name};

/// The fields a person types into.
pub(crate) struct Fields {
    /// The key.
    pub key: NodeRef,
    /// The value.
    pub value: NodeRef,
    /// The name of a new custom endpoint.
    pub endpoint: NodeRef,
}

/// What the fields hold at first: a row of the shop that the clients use. It is the *default* value, since a value
/// would be put in again with each rendering, over what has been typed.
const KEY: &str = "cart:42";
const VALUE: &str = "3 apples";

/// The form.
pub(crate) fn form(props: &Props, fields: &Fields) -> Html {
    let words = &props.model.words;
    let Fields { key, value, .. } = fields;
    let asked = props.model.asked.iter().enumerate().map(|(place, asked)| {
        html! {
            <li key={place} data-tone={tone_name(asked.tone)}>
                <span class="shape"></span>
                <span class="what">{ words.say(&asked.phrase) }</span>
                <span class="state">{ words.say(&asked.state) }</span>
            </li>
        }
    });
    html! {
        <section class="card ask" aria-labelledby="ask-title">
            <h2 class="title" id="ask-title">{ words.of("ui-ask") }</h2>
            <form onsubmit={put(props, key, value)}>
                <label>{ words.of("ui-key") }
                    <input class="field" id="ask-key" ref={key.clone()} ~defaultValue={KEY} autocomplete="off" autocapitalize="off" spellcheck="false" />
                </label>
                <label>{ words.of("ui-value") }
                    <input class="field" id="ask-value" ref={value.clone()} ~defaultValue={VALUE} autocomplete="off" spellcheck="false" />
                </label>
                <div class="deeds">
                    <button type="submit" class="button strong">{ words.of("ui-put") }</button>
                    <button type="button" class="button" onclick={get(props, key, None)}>{ words.of("ui-get") }</button>
                    { for props.model.scene.readers.iter().map(|reader| {
                        let label = Phrase::new("ui-get-from").with("number", u64::from(reader.reader.0) + 1);
                        html! { <button type="button" class="button" onclick={get(props, key, Some(reader.reader))}>{ words.say(&label) }</button> }
                    }) }
                </div>
            </form>
            <ul class="asked" aria-live="polite">{ for asked }</ul>
        </section>
    }
}

fn text_of(field: &NodeRef) -> String {
    field
        .cast::<HtmlInputElement>()
        .map(|field| field.value())
        .unwrap_or_default()
}

fn put(props: &Props, key: &NodeRef, value: &NodeRef) -> Callback<SubmitEvent> {
    let (on, key, value) = (props.on.clone(), key.clone(), value.clone());
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        let (key, value) = (text_of(&key), text_of(&value));
        on.emit(Ask::Do(Action::Give(Command::Put { key, value })));
    })
}

fn get<E>(props: &Props, key: &NodeRef, from_reader: Option<ReaderId>) -> Callback<E> {
    let (on, key) = (props.on.clone(), key.clone());
    Callback::from(move |_| {
        let key = text_of(&key);
        on.emit(Ask::Do(Action::Give(Command::Get { key, from_reader })));
    })
}
