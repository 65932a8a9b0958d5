//! Parts that stand in many places, each made in one place: what the `html!` macro writes is long.

use yew::{AttrValue, Callback, Html, MouseEvent, html};

/// An element with nothing but a text in it.
#[inline(never)]
pub(crate) fn text(tag: &'static str, class: &'static str, text: AttrValue) -> Html {
    html! { <@{tag} class={class}>{ text }</@> }
}

/// A button with a text; `key` is the single key that does the same, or nothing.
#[inline(never)]
pub(crate) fn button(
    class: &'static str,
    key: &'static str,
    label: AttrValue,
    onclick: Callback<MouseEvent>,
) -> Html {
    let key = (!key.is_empty()).then_some(key);
    html! { <button type="button" class={class} aria-keyshortcuts={key} {onclick}>{ label }</button> }
}
