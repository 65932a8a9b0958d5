//! The bar on top: name, scenario, lens, language, colours, help.

use base::Lens;
use session::{Action, Language, Theme};
use text::Lang;
use web_sys::HtmlSelectElement;
use yew::{AttrValue, Callback, Event, Html, TargetCast, html};

use crate::model::Props;
use crate::scenarios::title;
use crate::{Ask, icons};

pub(crate) fn top_bar(props: &Props) -> Html {
    let model = &props.model;
    let words = &model.words;
    let title = match &model.lesson {
        Some(lesson) => crate::lesson::title(words, &lesson.name),
        None => title(words, &model.scenario),
    };
    let lens = |lens: Lens, id: &'static str| {
        let pressed = (words.lens() == lens).to_string();
        html! { <button type="button" aria-pressed={pressed} onclick={props.does(Action::SetLens(lens))}>{ words.of(id) }</button> }
    };
    html! {
        <header class="top">
            <h1 class="brand">{ icons::logo() }<span translate="no">{ brand(words.lang()) }</span></h1>
            <div class="scenario">
                <button type="button" class="button quiet" popovertarget="scenarios">
                    <span class="spoken">{ words.of("ui-scenario") }{ " " }</span>
                    <span class="title">{ title }</span>
                    { icons::chevron() }
                </button>
            </div>
            { crate::page::inside(props) }
            <div class="segmented" role="group" aria-label={words.of("ui-lens")}>
                { lens(Lens::Engineer, "ui-lens-engineer") }
                { lens(Lens::Everyday, "ui-lens-everyday") }
            </div>
            <select class="choice language" aria-label={words.of("ui-language")} onchange={speak(props)}>
                { for languages(words.lang()).map(|(lang, name)| html! {
                    <option value={lang.code()} lang={lang.code()} selected={lang == words.lang()}>{ name }</option>
                }) }
            </select>
            <button type="button" class="button quiet icon theme" aria-label={words.of("ui-theme")} title={words.of("ui-theme")}
                popovertarget="themes">{ icons::theme() }</button>
            { themes(props) }
            <button type="button" class="button quiet icon" aria-label={words.of("ui-help")} title={words.of("ui-help")}
                aria-haspopup="dialog" onclick={props.asks(Ask::Help)}>{ icons::help() }</button>
        </header>
    }
}

/// The name is the same everywhere; only the language that looks for what escaped translation must see that
/// it passes by on purpose.
fn brand(lang: Lang) -> AttrValue {
    match lang {
        Lang::Pseudo => "⟦AuroraScope⟧".into(),
        _ => "AuroraScope".into(),
    }
}

fn languages(chosen: Lang) -> impl Iterator<Item = (Lang, AttrValue)> {
    let pseudo = (chosen == Lang::Pseudo).then_some(Lang::Pseudo);
    Lang::ALL.into_iter().chain(pseudo).map(move |lang| {
        let name = lang.own_name();
        (
            lang,
            if chosen == Lang::Pseudo && lang != chosen {
                format!("⟦{name}⟧").into()
            } else {
                name.into()
            },
        )
    })
}

fn speak(props: &Props) -> Callback<Event> {
    let on = props.on.clone();
    Callback::from(move |event: Event| {
        let chosen = event.target_dyn_into::<HtmlSelectElement>();
        if let Some(language) = chosen.and_then(|select| Language::from_code(&select.value())) {
            on.emit(Ask::Do(Action::SetLanguage(language)));
        }
    })
}

fn themes(props: &Props) -> Html {
    let words = &props.model.words;
    let entry = |theme: Theme, id: &'static str| {
        let current = (props.model.theme == theme).to_string();
        html! {
            <button type="button" aria-current={current} popovertarget="themes" popovertargetaction="hide"
                onclick={props.does(Action::SetTheme(theme))}>{ words.of(id) }</button>
        }
    };
    html! {
        <div class="menu" id="themes" popover="auto" role="group" aria-label={words.of("ui-theme")}>
            { entry(Theme::System, "ui-theme-system") }
            { entry(Theme::Light, "ui-theme-light") }
            { entry(Theme::Dark, "ui-theme-dark") }
            { entry(Theme::Contrast, "ui-theme-contrast") }
        </div>
    }
}
