//! Languages that come along when they are needed.
//!
//! Each language is a file beside the program, which itself has no words. It is loaded before its first word is said, so
//! nothing appears in one language and changes into another.

use base::Phrase;
use session::Language;
use text::Lang;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Response;

use crate::dom;

/// The texts of a language of the session.
pub(crate) fn lang_of(language: Language) -> Lang {
    Lang::from_code(language.code()).unwrap_or_default()
}

/// Goes on once the language can be said: at once if it can be already, else when its file has come. If the file does
/// not come, goes on with a notice that says so.
pub(crate) fn once_carried(language: Language, go_on: impl FnOnce(Option<Phrase>) + 'static) {
    let lang = lang_of(language);
    if text::is_carried(lang) {
        go_on(None);
        return;
    }
    spawn_local(async move {
        let missing = (!carry(lang).await).then(|| missing(lang));
        go_on(missing);
    });
}

/// Goes on once the page's first language can be said: the one asked for or, with a notice, English. A page without any
/// word is none: then the reader is told, in what stands in the document itself.
pub(crate) fn once_any_carried(language: Language, go_on: impl FnOnce(Option<Phrase>) + 'static) {
    spawn_local(async move {
        let lang = lang_of(language);
        if carry(lang).await {
            go_on(None);
        } else if carry(Lang::En).await {
            go_on(Some(missing(lang)));
        } else if let Some(cannot) = dom::by_id("cannot") {
            cannot.remove_attribute("hidden").ok();
        }
    });
}

fn missing(lang: Lang) -> Phrase {
    Phrase::new("ui-language-missing").with("language", lang.own_name())
}

/// Brings a language along; returns whether it can be said now.
async fn carry(lang: Lang) -> bool {
    // The pseudo-locale is English made strange.
    let lang = if lang == Lang::Pseudo { Lang::En } else { lang };
    match load(lang).await {
        Ok(written) => text::carry(lang, written),
        Err(_) => false,
    }
}

/// Fetches the file of a language; its address names the edition, so that a cache never brings that of another build.
async fn load(lang: Lang) -> Result<String, JsValue> {
    let address = format!("words/{}.txt?{}", lang.code(), text::edition());
    let response = JsFuture::from(dom::window().fetch_with_str(&address)).await?;
    let response: Response = response.dyn_into()?;
    if !response.ok() {
        return Err(JsValue::from(response.status()));
    }
    let body = JsFuture::from(response.text()?).await?;
    body.as_string().ok_or(JsValue::UNDEFINED)
}
