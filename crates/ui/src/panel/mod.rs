//! The side panel: what is asked, why something waits, what is looked at, the log in words.

mod ask;
mod broken;
pub(crate) mod cluster;
mod inspector;
mod log;
mod policies;
pub(crate) mod why;

use scene::Tone;
use yew::{Html, html};

use crate::model::Props;
use crate::parts::{button, text};
use crate::plate::plate;
use crate::{Ask, icons, lesson};
pub(crate) use ask::Fields;

pub(crate) fn panel(props: &Props, fields: &Fields) -> Html {
    let model = &props.model;
    let words = &model.words;
    let writer = model.scene.writer.as_ref();
    let stuck = writer.is_some_and(|writer| writer.tone == Tone::Fault);
    html! {
        <aside class="panel" aria-label={words.of("ui-panel")}>
            <div class="panel-scroll">
                { plate(props) }
                if model.untouched && model.lesson.is_none() && model.scene.writer.is_some() {
                    { hint(props) }
                }
                // A reason that comes and goes with each commit stands last, so that nothing below it jumps;
                // when commits are stuck it is what matters, and comes first.
                if stuck {
                    { why::why(props) }
                }
                if model.building {
                    { cluster::cluster(props, &fields.endpoint) }
                }
                { inspector::inspector(props) }
                { broken::broken(props) }
                { ask::form(props, fields) }
                if !model.building {
                    { cluster::cluster(props, &fields.endpoint) }
                }
                if !stuck {
                    { why::why(props) }
                }
            </div>
            { log::log(props) }
        </aside>
    }
}

/// What to try first, and the way into the first chapter.
fn hint(props: &Props) -> Html {
    let words = &props.model.words;
    let chapter = session::CHAPTERS.first().copied();
    html! {
        <div class="card hint">
            { icons::hint() }
            <div>
                { text("p", "", words.of("ui-hint")) }
                if let Some(name) = chapter {
                    { text("p", "quiet-text", words.of("ui-hint-chapter")) }
                    { button("button", "", lesson::title(words, name), props.asks(Ask::Chapter(name))) }
                }
            </div>
        </div>
    }
}
