//! The page as a whole.

use session::Action;
use yew::{Html, function_component, html, use_node_ref};

use crate::footer::footer;
use crate::help::help;
use crate::lesson::lesson;
use crate::model::Props;
use crate::panel::{Fields, panel};
use crate::parts::button;
use crate::plate::wide_plate;
use crate::scenarios::scenarios;
use crate::stage::stage;
use crate::top_bar::top_bar;
use crate::transport::transport;
use crate::{Ask, Model, Plate, icons};

/// Everything inside the page's body.
///
/// It is one component: all of it shows one model, and is rendered anew when that is replaced.
#[function_component(Page)]
pub fn page(props: &Props) -> Html {
    let fields = Fields {
        endpoint: use_node_ref(),
        key: use_node_ref(),
        pause: use_node_ref(),
        value: use_node_ref(),
    };
    let Model {
        words,
        talk,
        dropping,
        ..
    } = &*props.model;
    // What the styles of the whole page depend on are its attributes: a `:has()` there would be asked again for each line
    // that comes to the log.
    let plate = props.model.plate.as_ref();
    let has_notice = !props.model.notices.is_empty();
    html! {
        <div class="page" data-dropping={dropping.to_string()} data-notice={has_notice.to_string()}
            data-plate={plate.map(Plate::name)}>
            <a class="skip" href="#stage">{ words.of("ui-skip") }</a>
            { top_bar(props) }
            <div class="notices">{ for notices(props) }</div>
            <main class="main" data-plate={plate.map(Plate::name)} data-led={props.model.lesson.is_some().to_string()}
                data-who={plate.is_some_and(Plate::is_of_roles).to_string()}>
                { props.model.lesson.as_ref().map(|view| lesson(props, view)) }
                // Whoever is led sees first what the step is about.
                if props.model.lesson.is_some() {
                    { wide_plate(props) }
                }
                { stage(props) }
                if props.model.lesson.is_none() {
                    { wide_plate(props) }
                }
                { panel(props, &fields) }
            </main>
            { transport(props) }
            { footer(props) }
            { scenarios(props) }
            { help(props) }
            <p class="spoken" role="status">{ talk.announcement.as_ref().map(|phrase| words.say(phrase)) }</p>
        </div>
    }
}

/// That the cluster of one Region is looked into, and the way back.
#[inline(never)]
pub(crate) fn inside(props: &Props) -> Option<Html> {
    let words = &props.model.words;
    let says = props.model.inside.as_ref()?;
    Some(html! {
        <div class="within" role="status">
            <p>{ words.say(says) }</p>
            { button("button", "", words.of("ui-leave-region"), props.does(Action::Enter(None))) }
        </div>
    })
}

fn notices(props: &Props) -> impl Iterator<Item = Html> {
    let words = &props.model.words;
    props.model.notices.iter().enumerate().map(move |(place, notice)| {
        let at = notice.place.map(|(line, column)| {
            let at = base::Phrase::new("ui-file-place").with("line", line).with("column", column);
            html! { <span class="quiet-text">{ words.say(&at) }{ words.gap() }</span> }
        });
        let hint = notice.hint.as_ref().map(|hint| html! { <>{ words.gap() }{ words.say(hint) }</> });
        html! {
            <div class="notice" role="alert" key={place}>
                { icons::notice() }
                <p>{ at }{ words.say(&notice.phrase) }{ hint }</p>
                <button type="button" class="button quiet icon" aria-label={words.of("ui-dismiss")}
                    onclick={props.asks(Ask::Dismiss(place))}>{ icons::close() }</button>
            </div>
        }
    })
}
