//! The page as a whole.

use yew::{Html, function_component, html};

use crate::footer::Footer;
use crate::help::Help;
use crate::model::Props;
use crate::panel::Panel;
use crate::scenarios::Scenarios;
use crate::stage::Stage;
use crate::top_bar::TopBar;
use crate::transport::Transport;
use crate::{Ask, Model, icons};

/// Everything inside the page's body.
#[function_component(Page)]
pub fn page(props: &Props) -> Html {
    let Props { model, on } = props.clone();
    let Model { words, .. } = &*model;
    html! {
        <div class="page" data-dropping={model.dropping.to_string()}>
            <a class="skip" href="#stage">{ words.of("ui-skip") }</a>
            <TopBar model={model.clone()} on={on.clone()} />
            <div class="notices">{ for notices(props) }</div>
            <main class="main">
                <Stage model={model.clone()} on={on.clone()} />
                <Panel model={model.clone()} on={on.clone()} />
            </main>
            <Transport model={model.clone()} on={on.clone()} />
            <Footer model={model.clone()} on={on.clone()} />
            <Scenarios model={model.clone()} on={on.clone()} />
            <Help model={model.clone()} on={on.clone()} />
            <p class="spoken" role="status">{ model.talk.announcement.as_ref().map(|phrase| words.say(phrase)) }</p>
        </div>
    }
}

fn notices(props: &Props) -> impl Iterator<Item = Html> {
    let words = &props.model.words;
    props.model.notices.iter().enumerate().map(move |(place, notice)| {
        let at = notice.place.map(|(line, column)| {
            let at = base::Phrase::new("ui-file-place").with("line", line).with("column", column);
            html! { <span class="quiet-text">{ words.say(&at) }{ " " }</span> }
        });
        let hint = notice.hint.as_ref().map(|hint| html! { <>{ " " }{ words.say(hint) }</> });
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
