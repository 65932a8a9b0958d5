//! A chapter's card: the step, what is said at it, and the ways on and back.

use base::{Arg, Phrase};
use scene::Focus;
use session::{Action, LessonView};
use yew::{AttrValue, Html, html};

use crate::model::Props;
use crate::parts::{button, text};
use crate::{Words, icons};

/// What a chapter is called.
fn words_of(name: &str) -> Option<(u32, &'static str)> {
    Some(match name {
        "storage-and-quorum" => (1, "ui-chapter-storage-and-quorum"),
        "storage-node" => (2, "ui-chapter-storage-node"),
        "commit-points" => (3, "ui-chapter-commit-points"),
        "reads" => (4, "ui-chapter-reads"),
        "endpoints" => (5, "ui-chapter-endpoints"),
        "failover" => (6, "ui-chapter-failover"),
        "membership" => (7, "ui-chapter-membership"),
        "global" => (8, "ui-chapter-global"),
        "mirrored" => (14, "ui-chapter-mirrored"),
        "myths" => (15, "ui-chapter-myths"),
        _ => return None,
    })
}

/// The number and the title of a chapter; a file's own name if it is not one of the library.
pub(crate) fn title(words: &Words, name: &str) -> AttrValue {
    words.say(&match words_of(name) {
        Some((number, id)) => Phrase::new("ui-chapter")
            .with("number", number)
            .with("name", Phrase::new(id)),
        None => Phrase::new("ui-scenario-own").with("name", Arg::Text(name.to_owned().into())),
    })
}

#[inline(never)]
pub(crate) fn lesson(props: &Props, view: &LessonView) -> Html {
    let words = &props.model.words;
    let number = view.step + 1;
    let step = Phrase::new("chapter-step")
        .with("step", number)
        .with("steps", view.steps);
    let leave = words.of("chapter-leave");
    let is_over = number == view.steps && view.reached.is_some();
    let [what, when, everyday] = &view.about;
    let fact = view.fact.as_ref().map(|fact| {
        let id = Arg::Text(fact.clone().into());
        text(
            "span",
            "fact",
            words.say(&Phrase::new("ui-fact").with("id", id)),
        )
    });
    html! {
        <section class="card lesson" aria-labelledby="lesson-title">
            <div class="title">
                { text("p", "quiet-text", words.say(&step)) }
                <button type="button" class="button quiet icon" aria-label={leave.clone()} title={leave}
                    onclick={props.does(Action::LeaveChapter)}>{ icons::close() }</button>
            </div>
            <div class="said" aria-live="polite">
                <h2 id="lesson-title">{ words.say(&view.heading) }</h2>
                { text("p", "", words.say(&view.caption)) }
            </div>
            { outcome(props, view) }
            <div class="ways">
                { button("button", "B", words.of("chapter-back"), props.does(Action::PreviousStep)) }
                if !is_over {
                    { button("button strong", "N", words.of("chapter-next"), props.does(Action::NextStep)) }
                }
                { fact }
                <details>
                    { text("summary", "", words.of("chapter-about")) }
                    { text("p", "", words.say(what)) }
                    { text("h3", "", words.of("chapter-about-when")) }
                    { text("p", "", words.say(when)) }
                    { text("h3", "", words.of("chapter-about-everyday")) }
                    { text("p", "", words.say(everyday)) }
                </details>
            </div>
        </section>
    }
}

/// What came of the step, in the engine's own sentence.
#[inline(never)]
fn outcome(props: &Props, view: &LessonView) -> Html {
    let words = &props.model.words;
    let (tone, state) = match view.reached {
        None => ("waiting", words.of("chapter-running")),
        Some(at) => (
            "good",
            words.say(&Phrase::new("chapter-reached").with("at", at)),
        ),
    };
    let event = view.outcome.as_ref().map(|(event, phrase)| match event {
        Some(event) => {
            let look = Action::Focus(Some(Focus::Event(*event)));
            button("", "", words.say(phrase), props.does(look))
        }
        None => text("span", "", words.say(phrase)),
    });
    let is_over = view.step + 1 == view.steps && view.reached.is_some();
    let end = is_over.then(|| text("span", "", words.of("chapter-end")));
    html! {
        <div class="outcome" role="status" data-tone={tone}>
            <span class="shape"></span>
            <div>{ text("span", "quiet-text", state) }{ event }{ end }</div>
        </div>
    }
}
