//! The help: what one sees, what one can do, and the keys.

use yew::{Html, html};

use crate::model::Props;
use crate::{Ask, icons};

/// Keys, and the message that says what they do.
const KEYS: [(&[&str], &str); 11] = [
    (&["Space", "K"], "ui-key-play"),
    (&["."], "ui-key-step"),
    (&[","], "ui-key-step-back"),
    (&["+", "−"], "ui-key-speed"),
    (&["N", "B"], "ui-key-chapter"),
    (&["←", "→", "↑", "↓"], "ui-key-arrows"),
    (&["Enter"], "ui-key-enter"),
    (&["↑", "↓", "Home", "End"], "ui-key-log"),
    (&["Esc"], "ui-key-escape"),
    (&["L"], "ui-key-lens"),
    (&["?"], "ui-key-help"),
];

/// Shapes of messages, by the class that draws them, and the message that names them.
const SHAPES: [(&str, &str); 8] = [
    ("ask", "ui-shape-ask"),
    ("write", "ui-shape-write"),
    ("ack", "ui-shape-ack"),
    ("gossip", "ui-shape-gossip"),
    ("fill", "ui-shape-fill"),
    ("page", "ui-shape-page"),
    ("redo", "ui-shape-redo"),
    ("lost", "ui-shape-lost"),
];

pub(crate) fn help(props: &Props) -> Html {
    let words = &props.model.words;
    html! {
        <dialog id="help" aria-labelledby="help-title">
            <header>
                <h2 id="help-title">{ words.of("ui-help") }</h2>
                <form method="dialog">
                    <button class="button quiet icon" aria-label={words.of("ui-close")}>{ icons::close() }</button>
                </form>
            </header>
            <p>{ words.of("ui-help-about") }</p>
            <h3>{ words.of("ui-help-shapes") }</h3>
            <ul class="legend">
                { for SHAPES.iter().map(|(shape, id)| html! { <li>{ drawing(shape) }<span>{ words.of(id) }</span></li> }) }
            </ul>
            <h3>{ words.of("ui-help-keys") }</h3>
            <dl class="keys">
                { for KEYS.iter().map(|(keys, id)| html! { <><dt>{ for keys.iter().map(|key| html! { <kbd translate="no">{ *key }</kbd> }) }</dt><dd>{ words.of(id) }</dd></> }) }
            </dl>
            <label class="check">
                <input type="checkbox" checked={props.model.shortcuts} onchange={props.asks(Ask::Shortcuts(!props.model.shortcuts))} />
                { words.of("ui-shortcuts") }
            </label>
        </dialog>
    }
}

/// The same shapes as on the stage.
fn drawing(shape: &str) -> Html {
    let inside = match shape {
        "ask" => {
            html! { <path d="M9 3v12M4 10l5 5 5-5" stroke="var(--text)" stroke-width="2.5" fill="none" /> }
        }
        "write" => html! { <path d="M3.5 5.5h11v7h-11z" fill="var(--accent)" /> },
        "ack" => {
            html! { <path d="m9 3.5 5.5 5.5L9 14.5 3.5 9z" fill="none" stroke="var(--accent)" stroke-width="2" /> }
        }
        "gossip" => html! { <path d="M5 5h3v8H5zM10 5h3v8h-3z" fill="var(--muted)" /> },
        "fill" => html! { <path d="M3.5 5.5h11v7h-11z" fill="var(--amber)" /> },
        "redo" => {
            html! { <path d="m3 5 4 4-4 4M9 5l4 4-4 4" stroke="var(--accent)" stroke-width="2" fill="none" /> }
        }
        "page" => html! { <path d="M4.5 3.5h9v11h-9z" fill="var(--violet)" /> },
        _ => {
            html! { <path d="m4 4 10 10M14 4 4 14" stroke="var(--red)" stroke-width="2.4" fill="none" /> }
        }
    };
    html! { <svg viewBox="0 0 18 18" width="18" height="18" aria-hidden="true" focusable="false">{ inside }</svg> }
}
