//! Scenario files, chosen or dropped on the page.

use std::rc::Rc;

use base::Phrase;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DragEvent, File, HtmlInputElement};

use crate::dom;
use crate::listen::on;
use crate::shell::Shell;

/// A larger file is no scenario.
const BYTES_MAX: f64 = 4_000_000.0;

/// Lets a file be chosen.
pub(crate) fn choose(shell: &Rc<Shell>) {
    let Ok(input) = dom::document().create_element("input") else {
        return;
    };
    let Ok(input) = input.dyn_into::<HtmlInputElement>() else {
        return;
    };
    input.set_type("file");
    input.set_accept(".json,application/json");
    on(&input, "change", shell, |shell, event| {
        let input = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(file) = input.and_then(|input| input.files()?.get(0)) {
            open(shell, file);
        }
    });
    input.click();
}

/// Takes files that are dropped on the page.
pub(crate) fn listen(shell: &Rc<Shell>) {
    let document = dom::document();
    on(&document, "dragover", shell, |shell, event| {
        if carries_file(event) {
            event.prevent_default();
            shell.app.borrow_mut().set_dropping(true);
            shell.frames.want();
        }
    });
    on(&document, "dragleave", shell, |shell, event| {
        // Only leaving the window has no element it goes to.
        let left = event
            .dyn_ref::<DragEvent>()
            .is_some_and(|event| event.related_target().is_none());
        if left {
            shell.app.borrow_mut().set_dropping(false);
            shell.frames.want();
        }
    });
    on(&document, "drop", shell, |shell, event| {
        let transfer = event
            .dyn_ref::<DragEvent>()
            .and_then(DragEvent::data_transfer);
        let Some(file) = transfer.and_then(|transfer| transfer.files()?.get(0)) else {
            return;
        };
        event.prevent_default();
        shell.app.borrow_mut().set_dropping(false);
        open(shell, file);
    });
}

fn carries_file(event: &web_sys::Event) -> bool {
    let transfer = event
        .dyn_ref::<DragEvent>()
        .and_then(DragEvent::data_transfer);
    transfer.is_some_and(|transfer| transfer.types().includes(&"Files".into(), 0))
}

fn open(shell: &Rc<Shell>, file: File) {
    if file.size() > BYTES_MAX {
        shell
            .app
            .borrow_mut()
            .note(Phrase::new("ui-file-too-large"));
        shell.frames.want();
        return;
    }
    let shell = Rc::clone(shell);
    spawn_local(async move {
        let text = JsFuture::from(file.text())
            .await
            .ok()
            .and_then(|text| text.as_string());
        match text {
            Some(text) => {
                shell.app.borrow_mut().open_text(text);
                shell.fetch_words();
            }
            None => shell.app.borrow_mut().note(Phrase::new("ui-file-not-read")),
        }
        shell.frames.want();
    });
}
