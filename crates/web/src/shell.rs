//! Start-up, and the one door through which wishes come in.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use session::{Action, Language};
use ui::{Ask, Page, Props};
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::{AppHandle, Callback};

use crate::address::Wanted;
use crate::app::{After, App, show_settings};
use crate::frames::Frames;
use crate::words::Needs;
use crate::{address, api, dom, files, listen, words};

/// Who holds what, from start to end of the page.
pub(crate) struct Shell {
    pub app: RefCell<App>,
    page: RefCell<Option<AppHandle<Page>>>,
    on: RefCell<Option<Callback<Ask>>>,
    wishes: RefCell<VecDeque<Ask>>,
    granting: Cell<bool>,
    pub frames: Frames,
}

/// Starts the page, once the language it opens in is there, and the chapter.
pub(crate) fn start() {
    let mut wanted = address::read();
    let chapter = wanted.params.chapter.clone();
    let needs = Needs {
        language: wanted.params.language.unwrap_or_default(),
        chapters: chapter.is_some(),
        chapter,
    };
    words::once_any_carried(needs, move |come| {
        let chapter = come.unwrap_or_else(|notice| {
            wanted.notices.push(notice);
            None
        });
        open(wanted, chapter);
    });
}

fn open(wanted: Wanted, chapter: Option<String>) {
    let mut app = App::open(&wanted.params, wanted.play, wanted.notices);
    if let Some(text) = chapter {
        let step = wanted.params.step.map_or(0, |step| step - 1);
        app.open_chapter(text, step as usize, wanted.play);
    }
    let model = app.model(dom::now_millis());
    show_settings(app.session.settings(), &model.words);
    let shell = Rc::new(Shell {
        app: RefCell::new(app),
        page: RefCell::default(),
        on: RefCell::default(),
        wishes: RefCell::default(),
        granting: Cell::new(false),
        frames: Frames::default(),
    });
    let on = Callback::from({
        let shell = Rc::clone(&shell);
        move |ask| shell.wish(ask)
    });
    let root = dom::by_id("app").expect("index.html has a place for the application");
    root.set_inner_html("");
    let props = Props {
        model: Rc::new(model),
        on: on.clone(),
    };
    let page = yew::Renderer::<Page>::with_root_and_props(root, props).render();
    *shell.page.borrow_mut() = Some(page);
    *shell.on.borrow_mut() = Some(on);
    shell.frames.start(&shell);
    listen::listen(&shell);
    api::offer(&shell);
    shell.fetch_words();
    shell.frames.want();
}

impl Shell {
    /// Grants a wish, after those that came before it. A wish for another language or a chapter is granted when that
    /// has come.
    pub fn wish(self: &Rc<Self>, ask: Ask) {
        let spoken = self.app.borrow().session.settings().language;
        let mut needs = Needs {
            language: spoken,
            chapters: self.app.borrow().wants_more_words(),
            chapter: None,
        };
        match ask {
            Ask::Do(Action::SetLanguage(language)) => needs.language = language,
            Ask::Chapter(name) => {
                needs.chapters = true;
                needs.chapter = Some(name.to_owned());
            }
            ask => return self.grant(ask),
        }
        let shell = Rc::clone(self);
        words::once_carried(needs, move |come| {
            match come {
                Err(notice) => {
                    show_language(spoken);
                    shell.app.borrow_mut().note(notice);
                }
                Ok(Some(text)) => shell.grant(Ask::Do(Action::OpenChapter(text, 0))),
                Ok(None) => shell.grant(ask),
            }
            shell.frames.want();
        });
    }

    fn grant(self: &Rc<Self>, ask: Ask) {
        self.wishes.borrow_mut().push_back(ask);
        if self.granting.replace(true) {
            return;
        }
        loop {
            let next = self.wishes.borrow_mut().pop_front();
            let Some(ask) = next else { break };
            let after = self.app.borrow_mut().grant(ask);
            for deed in after {
                self.then(deed);
            }
        }
        self.granting.set(false);
        self.fetch_words();
        self.frames.want();
    }

    /// A run may be of a kind whose pictures have words that come later.
    pub fn fetch_words(self: &Rc<Self>) {
        let language = {
            let app = self.app.borrow();
            if !app.wants_more_words() || app.has_words() {
                return;
            }
            app.session.settings().language
        };
        let needs = Needs {
            language,
            chapters: true,
            chapter: None,
        };
        let shell = Rc::clone(self);
        words::once_carried(needs, move |come| {
            let mut app = shell.app.borrow_mut();
            match come {
                Ok(_) => app.words_have_come(),
                Err(notice) => app.note(notice),
            }
            drop(app);
            shell.frames.want();
        });
    }

    fn then(self: &Rc<Self>, deed: After) {
        match deed {
            After::Focus(id) => self.frames.focus_later(id),
            After::Help => {
                if let Some(help) = dom::by_id("help")
                    && let Ok(help) = help.dyn_into::<web_sys::HtmlDialogElement>()
                    && !help.open()
                {
                    help.show_modal().ok();
                }
            }
            After::ChooseFile => files::choose(self),
        }
    }

    /// Renders the page anew.
    pub fn render(&self, model: ui::Model) {
        if let (Some(page), Some(on)) = (&mut *self.page.borrow_mut(), &*self.on.borrow()) {
            page.update(Props {
                model: Rc::new(model),
                on: on.clone(),
            });
        }
    }
}

/// Puts the choice of language back: the one that was chosen has not come.
fn show_language(language: Language) {
    let choice = dom::document().query_selector("select.language");
    if let Some(choice) = choice.ok().flatten()
        && let Ok(choice) = choice.dyn_into::<HtmlSelectElement>()
    {
        choice.set_value(words::lang_of(language).code());
    }
}
