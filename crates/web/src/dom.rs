//! Small ways into the page.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, Performance, Window};

thread_local! {
    /// It is asked twice in each frame.
    static CLOCK: Option<Performance> = window().performance();
}

/// The window.
///
/// # Panics
/// Outside of a browser's page.
pub(crate) fn window() -> Window {
    web_sys::window().expect("the page has a window")
}

/// The document.
///
/// # Panics
/// Outside of a browser's page.
pub(crate) fn document() -> Document {
    window().document().expect("the window has a document")
}

/// The element of a document that holds all others.
pub(crate) fn root() -> Option<Element> {
    document().document_element()
}

/// The element of this name.
pub(crate) fn by_id(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

/// Gives an element the keyboard's focus.
pub(crate) fn focus(id: &str) {
    if let Some(element) = by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        element.focus().ok();
    }
}

/// Whether the keyboard's focus is on an element or in it.
pub(crate) fn is_focused_within(id: &str) -> bool {
    let focused = document().active_element();
    let focused = focused.as_deref();
    by_id(id).is_some_and(|element| element.contains(focused))
}

/// Whether a media query holds.
pub(crate) fn prefers(query: &str) -> bool {
    window()
        .match_media(query)
        .ok()
        .flatten()
        .is_some_and(|list| list.matches())
}

/// The browser's clock, in milliseconds.
pub(crate) fn now_millis() -> f64 {
    CLOCK.with(|clock| clock.as_ref().map_or(0.0, Performance::now))
}
