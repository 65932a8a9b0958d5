//! `window.auroraScope`: the page as a teacher's script or a test sees it.

use std::rc::Rc;

use serde::Serialize;
use session::{Action, Command};
use ui::Ask;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

use crate::dom;
use crate::shell::Shell;

/// The version of this interface.
const VERSION: u32 = 1;

/// How the page stands.
#[derive(Serialize)]
struct Status {
    version: u32,
    /// The playhead, in microseconds of simulated time.
    time_micros: u64,
    playing: bool,
    /// Commits acknowledged by the writer.
    commits: u64,
    /// Commits that wait.
    waiting: u32,
    vcl: u64,
    vdl: u64,
    /// The fingerprint of everything that has happened, in hexadecimal digits.
    digest: String,
    /// Messages on their way.
    in_flight: usize,
    /// Steps the run has made.
    steps: u64,
    seed: String,
    scenario: String,
    lang: &'static str,
    lens: &'static str,
    theme: &'static str,
    speed: String,
    frames_per_second: f64,
}

/// Puts the interface on the window.
pub(crate) fn offer(shell: &Rc<Shell>) {
    let object = js_sys::Object::new();
    let add = |name: &str, function: &JsValue| {
        js_sys::Reflect::set(&object, &name.into(), function).ok();
    };
    let for_status = Rc::clone(shell);
    let status = Closure::<dyn Fn() -> JsValue>::new(move || {
        serde_wasm_bindgen::to_value(&status(&for_status)).unwrap_or(JsValue::NULL)
    });
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

fn status(shell: &Shell) -> Status {
    let app = shell.app.borrow();
    let session = &app.session;
    let world = session.world();
    let points = world.map(|world| world.writer().points());
    let settings = session.settings();
    Status {
        version: VERSION,
        time_micros: session.playhead().micros(),
        playing: session.is_playing(),
        commits: world.map_or(0, |world| world.counters().commits),
        waiting: world.map_or(0, |world| world.writer().commits().len()),
        vcl: points.map_or(0, |points| points.vcl().0),
        vdl: points.map_or(0, |points| points.vdl().0),
        digest: session
            .digest()
            .map(|digest| digest.to_string())
            .unwrap_or_default(),
        in_flight: app.in_flight(),
        steps: world.map_or(0, |world| world.steps()),
        seed: session
            .seed()
            .map(|seed| seed.to_string())
            .unwrap_or_default(),
        scenario: session
            .scenario()
            .map(|scenario| scenario.name.clone())
            .unwrap_or_default(),
        lang: settings.language.code(),
        lens: settings.lens.name(),
        theme: settings.theme.name(),
        speed: session.speed().to_text(),
        frames_per_second: app.frames_per_second(),
    }
}

/// Carries out a command as it stands in a scenario file, given as an object or as JSON text.
fn give(shell: &Rc<Shell>, command: JsValue) -> Result<(), JsValue> {
    let object = match command.as_string() {
        Some(text) => js_sys::JSON::parse(&text)?,
        None => command,
    };
    let command: Command = serde_wasm_bindgen::from_value(object)
        .map_err(|error| js_sys::Error::new(&error.to_string()))?;
    shell.wish(Ask::Do(Action::Give(command)));
    Ok(())
}
