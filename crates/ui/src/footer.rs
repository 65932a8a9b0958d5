//! The small print.

use yew::{Html, html};

use crate::model::Props;

pub(crate) fn footer(props: &Props) -> Html {
    let words = &props.model.words;
    html! {
        <footer class="footer">
            <p>{ words.of("ui-not-affiliated") }</p>
            <p>{ words.of("ui-licence") }</p>
        </footer>
    }
}
