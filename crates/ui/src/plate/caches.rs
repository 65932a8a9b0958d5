//! What instances have in memory, and how cluster cache management keeps one of them warm.

use base::Arg;
use base::Phrase;
use scene::{CacheView, CachesView};
use session::Show;
use yew::{Html, html};

use crate::Words;
use crate::model::{Props, tone_name};
use crate::parts::text;
use crate::plate::outage::fact;
use crate::plate::scaling::bar;
use crate::plate::views;

#[inline(never)]
pub(crate) fn caches(props: &Props, view: &CachesView) -> Html {
    let words = &props.model.words;
    let hot = view.hot.iter().map(|had| {
        let state = if *had { "held" } else { "empty" };
        html! { <i data-state={state}></i> }
    });
    html! {
        <section class="card outage memory" aria-labelledby="plate-title">
            { views(props, Show::Caches) }
            <div class="spans">
                <div class="head"><h2 id="plate-title">{ words.of("caches-title") }</h2>{ fact(words, "CC-1") }</div>
                <ol>{ for view.caches.iter().map(|view| cache(words, view)) }</ol>
                <div class="hot">
                    { view.hot_says.as_ref().map(|says| text("p", "", words.say(says))) }
                    <span class="pages" aria-hidden="true">{ for hot }</span>
                </div>
            </div>
            <div class="candidates">
                <div class="head">{ text("h3", "", words.of("caches-managed")) }{ fact(words, view.fact) }</div>
                <p class="says" data-tone={tone_name(view.tone)} role="status"><span class="shape"></span>{ words.say(&view.state) }</p>
                if !view.columns.is_empty() {
                    <dl class="facts-list">
                        { for view.derived.iter().map(|(label, value, id)| row(words, words.say(label), words.say(value), Some(id))) }
                        { for view.columns.iter().map(|(column, value)| {
                            let value = Phrase::new("value-number").with("value", *value);
                            row(words, html! { <code translate="no">{ *column }</code> }, words.say(&value), None)
                        }) }
                    </dl>
                }
                { view.scan.as_ref().map(|scan| html! {
                    <p class="quiet-text">{ words.say(scan) }{ words.gap() }{ fact(words, "CC-9") }</p>
                }) }
            </div>
        </section>
    }
}

#[inline(never)]
fn row(words: &Words, label: impl Into<Html>, value: impl Into<Html>, id: Option<&str>) -> Html {
    let id = id.map(|id| Phrase::new("ui-fact").with("id", Arg::Text(id.to_owned().into())));
    let id = id.map(|id| text("span", "fact", words.say(&id)));
    html! { <div><dt>{ label.into() }</dt><dd>{ value.into() }</dd><dd class="fact">{ id }</dd></div> }
}

fn cache(words: &Words, view: &CacheView) -> Html {
    let share = view.held * 1_000 / view.room.max(1);
    let hits = view.hit_permille.map(|permille| {
        Phrase::new("caches-hit-rate").with("percent", u32::from(permille).div_ceil(10))
    });
    let role = words.of(if view.writes {
        "caches-of-writer"
    } else {
        "caches-of-reader"
    });
    html! {
        <li key={view.reader.0} data-tone={if view.writes { "good" } else { "read" }}>
            <span class="label">
                <span class="shape"></span>
                <span>{ words.say(&view.name) }<span class="quiet-text">{ " " }{ role }</span></span>
            </span>
            { bar(share.min(1_000) as u16, None) }
            { text("span", "value", words.say(&view.pages)) }
            <span class="quiet-text" title={words.say(&view.reads)}>
                { hits.map(|hits| words.say(&hits)) }
                { text("span", "spoken", words.say(&view.reads)) }
            </span>
        </li>
    }
}
