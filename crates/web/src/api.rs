//! `window.auroraScope`: the page as a teacher's script or a test sees it.

use std::rc::Rc;

use session::Action;
use ui::Ask;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

use crate::dom;
use crate::shell::Shell;

/// The version of this interface.
const VERSION: u32 = 1;

/// Puts the interface on the window.
pub(crate) fn offer(shell: &Rc<Shell>) {
    let object = js_sys::Object::new();
    let add = |name: &str, function: &JsValue| {
        js_sys::Reflect::set(&object, &name.into(), function).ok();
    };
    let for_status = Rc::clone(shell);
    let status = Closure::<dyn Fn() -> JsValue>::new(move || status(&for_status).into());
    add("status", status.as_ref());
    status.forget();
    let for_command = Rc::clone(shell);
    let command = Closure::<dyn Fn(JsValue) -> Result<(), JsValue>>::new(move |command| {
        give(&for_command, command)
    });
    add("command", command.as_ref());
    command.forget();
    for (name, action) in [
        ("play", Action::Play),
        ("pause", Action::Pause),
        ("step", Action::StepForward),
        ("stepBack", Action::StepBack),
    ] {
        let shell = Rc::clone(shell);
        let act = Closure::<dyn Fn()>::new(move || shell.wish(Ask::Do(action.clone())));
        add(name, act.as_ref());
        act.forget();
    }
    js_sys::Reflect::set(
        &dom::window(),
        &"auroraScope".into(),
        object.unchecked_ref(),
    )
    .ok();
}

/// How the page stands. Numbers are numbers; what may be larger than JavaScript counts exactly is text.
fn status(shell: &Shell) -> js_sys::Object {
    let app = shell.app.borrow();
    let session = &app.session;
    let settings = session.settings();
    let object = js_sys::Object::new();
    let add = |name: &str, value: JsValue| {
        js_sys::Reflect::set(&object, &name.into(), &value).ok();
    };
    let number = |name: &str, value: u64| add(name, JsValue::from_f64(value as f64));
    number("version", VERSION.into());
    number("time_micros", session.playhead().micros());
    add("playing", session.is_playing().into());
    number("in_flight", app.in_flight() as u64);
    add("frames_per_second", app.frames_per_second().into());
    add("speed", session.speed().to_text().into());
    add("lang", settings.language.code().into());
    add("lens", settings.lens.name().into());
    add("theme", settings.theme.name().into());
    if let Some(scenario) = session.scenario() {
        add("scenario", scenario.name.as_str().into());
    }
    if let Some(world) = session.world() {
        let (points, counters) = (world.writer().points(), world.counters());
        number("commits", counters.commits);
        number("reads", counters.reads);
        number("waiting", world.writer().commits().len().into());
        number("vcl", points.vcl().0);
        number("vdl", points.vdl().0);
        number("steps", world.steps());
        add("seed", world.seed().to_string().into());
        add("digest", world.digest().to_string().into());
    }
    object
}

/// Carries out a command as it stands in a scenario file, given as an object or as JSON text.
fn give(shell: &Rc<Shell>, command: JsValue) -> Result<(), JsValue> {
    let text = match command.as_string() {
        Some(text) => text,
        None => js_sys::JSON::stringify(&command)?.into(),
    };
    match session::read_command(&text) {
        Ok(command) => {
            shell.wish(Ask::Do(Action::Give(command)));
            Ok(())
        }
        Err(problem) => {
            let words = shell.app.borrow().words().clone();
            Err(js_sys::Error::new(&words.say(&problem)).into())
        }
    }
}
