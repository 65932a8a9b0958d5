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

/// Starts the page, once the language it opens in is there.
pub(crate) fn start() {
    let mut wanted = address::read();
    words::once_any_carried(wanted.params.language.unwrap_or_default(), |notice| {
        wanted.notices.extend(notice);
        open(wanted);
    });
}

fn open(wanted: Wanted) {
    let mut app = App::open(&wanted.params, wanted.play, wanted.notices);
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
    shell.frames.want();
}

impl Shell {
    /// Grants a wish, after those that came before it. The wish for another language is granted when that language has
    /// come.
    pub fn wish(self: &Rc<Self>, ask: Ask) {
        let Ask::Do(Action::SetLanguage(language)) = ask else {
            return self.grant(ask);
        };
        let shell = Rc::clone(self);
        words::once_carried(language, move |notice| {
            match notice {
                Some(notice) => {
                    let stays = shell.app.borrow().session.settings().language;
                    show_language(stays);
                    shell.app.borrow_mut().note(notice);
                }
                None => shell.grant(ask),
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
        self.frames.want();
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
