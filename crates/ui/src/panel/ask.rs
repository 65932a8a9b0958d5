//! The form in which a person types a key and a value, and how what they asked stands.

use base::{Arg, Phrase, ReaderId};
use scene::{AskHere, Command, Ends, StatementSpec};
use session::{Action, GlobalCommand};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::{AttrValue, Callback, Html, NodeRef, SubmitEvent, html};

use super::why::fact;
use crate::Ask;
use crate::model::{Props, tone_name};
use crate::parts::{button, text};
use crate::plate::world::deed_list;

/// The fields a person types into.
pub(crate) struct Fields {
    /// The key.
    pub key: NodeRef,
    /// The value.
    pub value: NodeRef,
    /// How long the client of a transaction thinks.
    pub pause: NodeRef,
    /// The name of a new custom endpoint.
    pub endpoint: NodeRef,
}

/// What the fields hold at first: a row of the shop that the clients use. It is the *default* value, since a value
/// would be put in again with each rendering, over what has been typed.
const KEY: &str = "cart:42";
const VALUE: &str = "3 apples";

/// The form.
pub(crate) fn form(props: &Props, fields: &Fields) -> Html {
    if let Some(ask) = &props.model.ask {
        return in_secondary(props, fields, ask);
    }
    let words = &props.model.words;
    let Fields { key, value, .. } = fields;
    let drafts = props.model.draft.is_some();
    html! {
        <section class="card ask" aria-labelledby="ask-title">
            <h2 class="title" id="ask-title">{ words.of("ui-ask") }</h2>
            <form onsubmit={put(props, key, value)}>
                { key_field(props, key) }
                { value_field(props, value) }
                <div class="deeds">
                    <button type="submit" class="button strong">{ words.of("ui-put") }</button>
                    <button type="button" class="button" onclick={get(props, key, None)}>{ words.of("ui-get") }</button>
                    if !drafts {
                        { at_readers(props, key) }
                        { button("button", "", words.of("ui-begin"), props.asks(Ask::Draft(true))) }
                    }
                </div>
            </form>
            if let Some(statements) = &props.model.draft {
                { draft(props, statements, &fields.pause) }
            }
            { asked(props) }
        </section>
    }
}

fn key_field(props: &Props, key: &NodeRef) -> Html {
    html! {
        <label>{ props.model.words.of("ui-key") }
            <input class="field" id="ask-key" ref={key.clone()} ~defaultValue={KEY} autocomplete="off" autocapitalize="off" spellcheck="false" />
        </label>
    }
}

fn value_field(props: &Props, value: &NodeRef) -> Html {
    html! {
        <label>{ props.model.words.of("ui-value") }
            <input class="field" id="ask-value" ref={value.clone()} ~defaultValue={VALUE} autocomplete="off" spellcheck="false" />
        </label>
    }
}

/// To read at each reader.
fn at_readers(props: &Props, key: &NodeRef) -> Html {
    let words = &props.model.words;
    let readers = props.model.scene.readers.iter().map(|reader| {
        let label = Phrase::new("ui-get-from").with("number", u64::from(reader.reader.0) + 1);
        html! { <button type="button" class="button" onclick={get(props, key, Some(reader.reader))}>{ words.say(&label) }</button> }
    });
    html! { <>{ for readers }</> }
}

/// How what was asked stands.
fn asked(props: &Props) -> Html {
    let words = &props.model.words;
    let asked = props.model.asked.iter().enumerate().map(|(place, asked)| {
        html! {
            <li key={place} data-tone={tone_name(asked.tone)}>
                <span class="shape"></span>
                <span class="what">{ words.say(&asked.phrase) }</span>
                <span class="state">{ words.say(&asked.state) }</span>
            </li>
        }
    });
    html! { <ul class="asked" aria-live="polite">{ for asked }</ul> }
}

/// In a secondary nobody writes: what becomes of writes is said, and what can be done for them. Reads are for readers.
#[inline(never)]
fn in_secondary(props: &Props, fields: &Fields, ask: &AskHere) -> Html {
    let words = &props.model.words;
    let Fields { key, value, .. } = fields;
    let (region, session) = ask.of;
    let (on, named, valued) = (props.on.clone(), key.clone(), value.clone());
    let forwards = ask.forwards;
    let forward = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        if forwards {
            let (key, value) = (text_of(&named), text_of(&valued));
            on.emit(Ask::Do(Action::GiveGlobal(GlobalCommand::Forward {
                region,
                session,
                key,
                value,
                isolation: None,
            })));
        }
    });
    let (on, named) = (props.on.clone(), key.clone());
    let select = Callback::from(move |_| {
        let key = text_of(&named);
        on.emit(Ask::Do(Action::GiveGlobal(GlobalCommand::Select {
            region,
            session,
            key,
        })));
    });
    html! {
        <section class="card ask" aria-labelledby="ask-title">
            <h2 class="title" id="ask-title">{ words.of("ui-ask") }</h2>
            <p role="status">{ words.say(&ask.says) }{ words.gap() }{ text("span", "fact", fact(words, "G-70")) }</p>
            { deed_list(props, &ask.deeds) }
            <form onsubmit={forward}>
                { key_field(props, key) }
                if forwards {
                    { value_field(props, value) }
                }
                <div class="deeds">
                    if forwards {
                        <button type="submit" class="button strong">{ words.of("ui-put") }</button>
                        <button type="button" class="button" onclick={select}>{ words.of("ui-get") }</button>
                    }
                    { at_readers(props, key) }
                </div>
            </form>
            if let Some(answer) = &ask.answer {
                <p role="status">{ words.of("world-session") }{ ": " }{ words.say(answer) }</p>
            }
            { asked(props) }
        </section>
    }
}

/// How long a client may think between two statements, in milliseconds, and what that is called.
const PAUSES: [(u32, &str); 4] = [
    (0, "ui-between-none"),
    (100, "ui-between-short"),
    (1_000, "ui-between-second"),
    (10_000, "ui-between-long"),
];

/// The transaction that is being put together, and how it may end.
#[inline(never)]
fn draft(props: &Props, statements: &[StatementSpec], pause: &NodeRef) -> Html {
    let words = &props.model.words;
    let statement = |statement: &StatementSpec| {
        let own = |text: &str| Arg::Text(text.to_owned().into());
        let phrase = match statement {
            StatementSpec::Put { key, value } => Phrase::new("request-put")
                .with("key", own(key))
                .with("value", own(value)),
            StatementSpec::Get { key } => Phrase::new("request-get").with("key", own(key)),
        };
        text("li", "", words.say(&phrase))
    };
    let label = words.of("ui-between");
    let end = |ends: Ends, class: &'static str, label: AttrValue| {
        let (on, pause) = (props.on.clone(), pause.clone());
        let send = Callback::from(move |_| {
            let chosen = pause.cast::<HtmlSelectElement>();
            let place = chosen.map_or(0, |it| it.selected_index().max(0) as usize);
            let millis = PAUSES.get(place).map_or(0, |it| it.0);
            on.emit(Ask::Transact(ends, millis));
        });
        button(class, "", label, send)
    };
    html! {
        <div class="draft" role="group" aria-label={words.of("ui-transaction")}>
            { text("p", "quiet-text", words.of("ui-transaction-about")) }
            <ol aria-live="polite">{ for statements.iter().map(statement) }</ol>
            <label>{ label.clone() }{ " " }
                <select class="choice" ref={pause.clone()} aria-label={label}>
                    { for PAUSES.iter().enumerate().map(|(place, (_, id))| html! { <option selected={place == 0}>{ words.of(id) }</option> }) }
                </select>
            </label>
            <div class="deeds">
                if !statements.is_empty() {
                    { end(Ends::Commit, "button strong", words.of("ui-commit")) }
                    { end(Ends::Rollback, "button", words.of("ui-roll-back")) }
                }
                { button("button quiet", "", words.of("ui-discard"), props.asks(Ask::Draft(false))) }
            </div>
        </div>
    }
}

fn text_of(field: &NodeRef) -> String {
    field
        .cast::<HtmlInputElement>()
        .map(|field| field.value())
        .unwrap_or_default()
}

/// Writes, or adds that to the transaction.
fn put(props: &Props, key: &NodeRef, value: &NodeRef) -> Callback<SubmitEvent> {
    let (on, key, value) = (props.on.clone(), key.clone(), value.clone());
    let drafts = props.model.draft.is_some();
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        let (key, value) = (text_of(&key), text_of(&value));
        on.emit(match drafts {
            true => Ask::Statement(StatementSpec::Put { key, value }),
            false => Ask::Do(Action::Give(Command::Put { key, value })),
        });
    })
}

fn get<E>(props: &Props, key: &NodeRef, from_reader: Option<ReaderId>) -> Callback<E> {
    let (on, key) = (props.on.clone(), key.clone());
    let drafts = props.model.draft.is_some();
    Callback::from(move |_| {
        let key = text_of(&key);
        on.emit(match drafts {
            true => Ask::Statement(StatementSpec::Get { key }),
            false => Ask::Do(Action::Give(Command::Get { key, from_reader })),
        });
    })
}
