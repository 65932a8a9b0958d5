//! The one loop of frames. It sleeps while nothing moves.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::{Rc, Weak};

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use crate::dom;
use crate::shell::Shell;

/// The loop.
#[derive(Default)]
pub(crate) struct Frames {
    on_frame: OnceCell<Closure<dyn FnMut(f64)>>,
    booked: Cell<bool>,
    /// The page has been rendered or has another size: at the next frame its shape is looked at.
    rendered: Cell<bool>,
    /// The element that gets the keyboard's focus: once the page is rendered with it, and one whose page is rendered.
    focus: RefCell<Option<String>>,
    ready: RefCell<Option<String>>,
}

impl Frames {
    /// Ties the loop to its page.
    pub fn start(&self, shell: &Rc<Shell>) {
        let shell = Rc::downgrade(shell);
        let on_frame = Closure::<dyn FnMut(f64)>::new(move |at_millis| frame(&shell, at_millis));
        self.on_frame.set(on_frame).ok();
        self.rendered.set(true);
    }

    /// Something is to be drawn.
    pub fn want(&self) {
        if let Some(on_frame) = self.on_frame.get()
            && !self.booked.replace(true)
        {
            dom::window()
                .request_animation_frame(on_frame.as_ref().unchecked_ref())
                .ok();
        }
    }

    /// The page may have another shape: it is looked at with the next frame.
    pub fn measure_next(&self) {
        self.rendered.set(true);
        self.want();
    }

    /// An element gets the keyboard's focus as soon as the page is rendered.
    pub fn focus_later(&self, id: String) {
        *self.focus.borrow_mut() = Some(id);
    }
}

fn frame(shell: &Weak<Shell>, at_millis: f64) {
    let Some(shell) = shell.upgrade() else { return };
    let frames = &shell.frames;
    frames.booked.set(false);
    if frames.rendered.take() {
        shell.app.borrow_mut().shape_changed();
        // Focusing calls back into the page, so nothing may be held meanwhile.
        let focus = frames.ready.borrow_mut().take();
        if let Some(id) = focus {
            dom::focus(&id);
        }
    }
    let (model, again) = shell.app.borrow_mut().frame(at_millis);
    if let Some(model) = model {
        let strayed = shell.app.borrow_mut().take_strayed();
        if let Some(id) = strayed {
            frames.focus_later(id);
        }
        if let Some(id) = frames.focus.borrow_mut().take() {
            *frames.ready.borrow_mut() = Some(id);
        }
        shell.render(model);
        frames.rendered.set(true);
    }
    if again || frames.rendered.get() {
        frames.want();
    }
}
