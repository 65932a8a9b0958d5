//! Languages that come along when they are needed.
//!
//! Each language is a file beside the program, which itself has no words. It is loaded before its first word is said, so
//! nothing appears in one language and changes into another. What chapters say, and the chapters themselves, come when
//! one is opened.

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

/// What is needed before a wish can be granted.
#[derive(Clone, Debug)]
pub(crate) struct Needs {
    /// The language that is spoken.
    pub language: Language,
    /// Whether a chapter is open, so that what chapters say is needed too.
    pub chapters: bool,
    /// The chapter that is to be opened.
    pub chapter: Option<String>,
}

/// Goes on once everything that is needed is there: at once if it is already, else when its files have come; with the
/// text of the chapter. If they do not come, goes on with a notice that says so.
pub(crate) fn once_carried(
    needs: Needs,
    go_on: impl FnOnce(Result<Option<String>, Phrase>) + 'static,
) {
    let lang = lang_of(needs.language);
    let has_chapters = !needs.chapters || text::are_chapters_carried(lang);
    if text::is_carried(lang) && has_chapters && needs.chapter.is_none() {
        go_on(Ok(None));
    } else {
        spawn_local(async move { go_on(fetch_all(needs, lang).await) });
    }
}

/// As [`once_carried`], for the first words of the page: if the language does not come, English does. A page without
/// any word is none: then the reader is told, in what stands in the document itself.
pub(crate) fn once_any_carried(
    needs: Needs,
    go_on: impl FnOnce(Result<Option<String>, Phrase>) + 'static,
) {
    spawn_local(async move {
        let (lang, chapters) = (lang_of(needs.language), needs.chapters);
        let come = fetch_all(needs, lang).await;
        if !text::is_carried(lang) {
            let needs = Needs {
                language: Language::En,
                chapters,
                chapter: None,
            };
            fetch_all(needs, Lang::En).await.ok();
        }
        if text::is_carried(lang) || text::is_carried(Lang::En) {
            go_on(come);
        } else if let Some(cannot) = dom::by_id("cannot") {
            cannot.remove_attribute("hidden").ok();
        }
    });
}

async fn fetch_all(needs: Needs, lang: Lang) -> Result<Option<String>, Phrase> {
    // The pseudo-locale is English made strange.
    let lang = if lang == Lang::Pseudo { Lang::En } else { lang };
    let code = lang.code();
    let mut files = Vec::new();
    if !text::is_carried(lang) {
        files.push(format!("words/{code}.txt"));
    }
    if needs.chapters && !text::are_chapters_carried(lang) {
        files.push(format!("words/chapters-{code}.txt"));
    }
    files.extend(needs.chapter.map(|name| format!("chapters/{name}.json")));
    let mut chapter = None;
    for file in files {
        let come = load(&file).await;
        let fits = match come {
            Ok(come) if file.ends_with("json") => {
                chapter = Some(come);
                true
            }
            Ok(come) if file.contains("chapters-") => text::carry_chapters(lang, come),
            Ok(come) => text::carry(lang, come),
            Err(_) => false,
        };
        if !fits && !text::is_carried(lang) {
            let name = lang.own_name();
            return Err(Phrase::new("ui-language-missing").with("language", name));
        }
        if !fits {
            return Err(Phrase::new("ui-chapter-missing"));
        }
    }
    Ok(chapter)
}

/// Fetches a file; its address names the edition, so that a cache never brings that of another build.
async fn load(file: &str) -> Result<String, JsValue> {
    let address = format!("{file}?{}", text::edition());
    let response = JsFuture::from(dom::window().fetch_with_str(&address)).await?;
    let response: Response = response.dyn_into()?;
    if !response.ok() {
        return Err(JsValue::from(response.status()));
    }
    let body = JsFuture::from(response.text()?).await?;
    body.as_string().ok_or(JsValue::UNDEFINED)
}
