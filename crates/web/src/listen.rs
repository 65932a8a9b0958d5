//! What the page hears besides what its components hear: keys, the timeline's handle, files, media, size.

use std::rc::Rc;

use base::SimTime;
use gloo::events::{EventListener, EventListenerOptions};
use session::scene::Lens;
use session::{Action, Theme};
use ui::Ask;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, EventTarget, KeyboardEvent, PointerEvent, ResizeObserver};

use crate::app::REDUCED_MOTION;
use crate::shell::Shell;
use crate::{dom, files};

/// Begins to listen, for as long as the page lives.
pub(crate) fn listen(shell: &Rc<Shell>) {
    keys(shell);
    scrubber(shell);
    ways(shell);
    files::listen(shell);
    media(shell);
    size(shell);
    print(shell);
}

/// Hears an event for as long as the page lives.
pub(crate) fn on(
    target: &EventTarget,
    kind: &'static str,
    shell: &Rc<Shell>,
    hear: impl Fn(&Rc<Shell>, &Event) + 'static,
) {
    let shell = Rc::clone(shell);
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(target, kind, options, move |event| hear(&shell, event))
        .forget();
}

// ---- Keys ----

fn keys(shell: &Rc<Shell>) {
    on(&dom::document(), "keydown", shell, |shell, event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        if event.default_prevented()
            || event.ctrl_key()
            || event.alt_key()
            || event.meta_key()
            || event.is_composing()
        {
            return;
        }
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Element>().ok());
        if let Some(ask) = wish_of_key(shell, &event.key(), target.as_ref()) {
            event.prevent_default();
            shell.wish(ask);
        }
    });
}

/// What a key asks for where it is pressed.
fn wish_of_key(shell: &Rc<Shell>, key: &str, target: Option<&Element>) -> Option<Ask> {
    let within = |selector: &str| {
        target.is_some_and(|target| target.closest(selector).ok().flatten().is_some())
    };
    if within("dialog, [popover]") {
        return None;
    }
    if within("#scrubber") {
        if let Some(ask) = wish_of_scrubber(shell, key) {
            return Some(ask);
        }
    } else if key == "Escape" && within(".panel") && shell.app.borrow().session.focus().is_some() {
        return Some(Ask::LookAway);
    }
    if within("input, select, textarea") || !shell.app.borrow().shortcuts() {
        return None;
    }
    Some(match key {
        " " if !within("button, a, summary, [tabindex='0']") => Ask::Do(Action::Toggle),
        "k" | "K" => Ask::Do(Action::Toggle),
        "." => Ask::Do(Action::StepForward),
        "," => Ask::Do(Action::StepBack),
        "ArrowRight" if !within(".stage, .lines") => Ask::Do(Action::StepForward),
        "ArrowLeft" if !within(".stage, .lines") => Ask::Do(Action::StepBack),
        "+" | "=" => Ask::Do(Action::Faster),
        "-" | "−" => Ask::Do(Action::Slower),
        "l" | "L" => {
            let other = match shell.app.borrow().session.settings().lens {
                Lens::Engineer => Lens::Everyday,
                Lens::Everyday => Lens::Engineer,
            };
            Ask::Do(Action::SetLens(other))
        }
        "?" => Ask::Help,
        key if shell.app.borrow().session.lesson().is_some() => match key {
            "n" | "N" => Ask::Do(Action::NextStep),
            "b" | "B" => Ask::Do(Action::PreviousStep),
            _ => return None,
        },
        _ => return None,
    })
}

/// Keys on the timeline's handle: a fiftieth or a tenth of what it shows, or its ends.
fn wish_of_scrubber(shell: &Rc<Shell>, key: &str) -> Option<Ask> {
    let app = shell.app.borrow();
    let (now, whole) = (app.session.playhead().micros(), app.moment_at(1.0).micros());
    let at = match key {
        "ArrowRight" | "ArrowUp" => now + whole / 50,
        "ArrowLeft" | "ArrowDown" => now.saturating_sub(whole / 50),
        "PageUp" => now + whole / 10,
        "PageDown" => now.saturating_sub(whole / 10),
        "Home" => 0,
        "End" => app.session.horizon().micros(),
        _ => return None,
    };
    Some(Ask::Seek(SimTime::from_micros(at)))
}

// ---- Pointers ----

fn scrubber(shell: &Rc<Shell>) {
    for kind in ["pointerdown", "pointermove"] {
        on(&dom::document(), kind, shell, |shell, event| {
            scrub(shell, event);
        });
    }
}

/// The handle follows the pointer from where it is pressed until it is let go.
fn scrub(shell: &Rc<Shell>, event: &Event) -> Option<()> {
    let lanes = closest(event, "#scrubber")?;
    let event = event.dyn_ref::<PointerEvent>()?;
    if event.type_() == "pointerdown" && event.button() == 0 {
        lanes.set_pointer_capture(event.pointer_id()).ok();
    } else if !lanes.has_pointer_capture(event.pointer_id()) {
        return None;
    }
    let frame = lanes.get_bounding_client_rect();
    let share = (f64::from(event.client_x()) - frame.left()) / frame.width().max(1.0);
    let at = shell.app.borrow().moment_at(share);
    shell.wish(Ask::Seek(at));
    Some(())
}

/// A click near a way means the way, one on the map of the volume a group.
fn ways(shell: &Rc<Shell>) {
    on(&dom::document(), "click", shell, |shell, event| {
        let Some(click) = event.dyn_ref::<PointerEvent>() else {
            return;
        };
        if closest(event, "button").is_some() {
            return;
        }
        let (x, y) = (f64::from(click.client_x()), f64::from(click.client_y()));
        let spot = if closest(event, ".volume canvas").is_some() {
            shell.app.borrow().group_at(x, y)
        } else if let Some(stage) = closest(event, ".stage") {
            let frame = stage.get_bounding_client_rect();
            shell
                .app
                .borrow()
                .way_near(x - frame.left(), y - frame.top())
        } else {
            return;
        };
        if let Some(spot) = spot {
            shell.wish(Ask::Look {
                spot,
                by_keyboard: false,
            });
        }
    });
}

fn closest(event: &Event, selector: &str) -> Option<Element> {
    event
        .target()?
        .dyn_into::<Element>()
        .ok()?
        .closest(selector)
        .ok()?
}

// ---- The page's surroundings ----

fn media(shell: &Rc<Shell>) {
    let follow = |query: &str, hear: fn(&Rc<Shell>)| {
        if let Ok(Some(list)) = dom::window().match_media(query) {
            on(&list, "change", shell, move |shell, _| {
                hear(shell);
                shell.frames.want();
            });
        }
    };
    for query in [
        "(prefers-color-scheme: light)",
        "(forced-colors: active)",
        "(prefers-contrast: more)",
    ] {
        follow(query, |shell| shell.app.borrow_mut().colours_changed());
    }
    follow(REDUCED_MOTION, |shell| {
        shell
            .app
            .borrow_mut()
            .set_still(dom::prefers(REDUCED_MOTION))
    });
}

/// The stage, and whatever in it can grow by itself.
fn size(shell: &Rc<Shell>) {
    let for_observer = Rc::clone(shell);
    let resized = Closure::<dyn FnMut()>::new(move || {
        for_observer.frames.measure_next();
    });
    let Ok(observer) = ResizeObserver::new(resized.as_ref().unchecked_ref()) else {
        return;
    };
    resized.forget();
    if let Some(app) = dom::by_id("app") {
        observer.observe(&app);
    }
    // The observer lives as long as something holds it.
    std::mem::forget::<JsValue>(observer.into());
}

/// Paper is white.
fn print(shell: &Rc<Shell>) {
    on(&dom::window(), "beforeprint", shell, |shell, _| {
        if let Some(root) = dom::root() {
            root.set_attribute("data-theme", Theme::Light.name()).ok();
        }
        shell.app.borrow_mut().repaint_for_print();
    });
    on(&dom::window(), "afterprint", shell, |shell, _| {
        shell.app.borrow_mut().colours_changed();
        shell.frames.want();
    });
}
