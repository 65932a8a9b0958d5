//! `window.auroraScope`: the page as a teacher's script or a test sees it.

use std::rc::Rc;

use serde::Serialize;
use session::{Action, World};
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
    let status = Closure::<dyn Fn() -> JsValue>::new(move || status(&for_status));
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

/// How the page stands. What may be larger than JavaScript counts exactly is text.
#[derive(Serialize)]
struct Status {
    version: u32,
    time_micros: u64,
    playing: bool,
    in_flight: u64,
    frames_per_second: f64,
    speed: String,
    lang: &'static str,
    lens: &'static str,
    theme: &'static str,
    scenario: Option<String>,
    chapter: Option<String>,
    step: Option<u32>,
    reached: bool,
    #[serde(flatten)]
    run: Option<Run>,
}

/// How the run stands.
#[derive(Serialize)]
struct Run {
    commits: u64,
    reads: u64,
    waiting: u32,
    vcl: u64,
    vdl: u64,
    steps: u64,
    seed: String,
    digest: String,
}

fn status(shell: &Shell) -> JsValue {
    let app = shell.app.borrow();
    let session = &app.session;
    let settings = session.settings();
    let lesson = session.lesson();
    let status = Status {
        version: VERSION,
        time_micros: session.playhead().micros(),
        playing: session.is_playing(),
        in_flight: app.in_flight() as u64,
        frames_per_second: app.frames_per_second(),
        speed: session.speed().to_text(),
        lang: settings.language.code(),
        lens: settings.lens.name(),
        theme: settings.theme.name(),
        scenario: session.scenario().map(|scenario| scenario.name.clone()),
        step: lesson.as_ref().map(|lesson| lesson.step + 1),
        reached: lesson
            .as_ref()
            .is_some_and(|lesson| lesson.reached.is_some()),
        chapter: lesson.map(|lesson| lesson.name),
        run: session.world().map(run_of),
    };
    // Maps become plain objects: what is flattened is a map to serde.
    let plain = serde_wasm_bindgen::Serializer::new().serialize_maps_as_objects(true);
    status.serialize(&plain).unwrap_or(JsValue::UNDEFINED)
}

fn run_of(world: &World) -> Run {
    let (points, counters) = (world.writer().points(), world.counters());
    Run {
        commits: counters.commits,
        reads: counters.reads,
        waiting: world.writer().commits().len(),
        vcl: points.vcl().0,
        vdl: points.vdl().0,
        steps: world.steps(),
        seed: world.seed().to_string(),
        digest: world.digest().to_string(),
    }
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
