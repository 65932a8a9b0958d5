//! Redo on its way between Regions: circles that stand in the map are moved along the ways.

use session::{Globe, SimTime, scene};
use ui::leaf;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::dom;

/// Who crosses a way in less real time than this could not be followed with the eye, and is not drawn.
const SHORTEST_SECONDS: f64 = 0.35;

/// Puts the names of Regions in their places, which are thousandths of the map's width and height: the page's policy lets
/// styles come from here only.
pub(crate) fn place_regions(places: &[(String, (i32, i32))]) {
    for (name, (x, y)) in places {
        let element = dom::by_id(name);
        if let Some(element) = element.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
            let style = element.style();
            let percent = |permille: i32| format!("{}.{}%", permille / 10, permille % 10);
            style.set_property("left", &percent(*x)).ok();
            style.set_property("top", &percent(*y)).ok();
        }
    }
}

/// Moves the circles. `per_second` is how much simulated time passes in a second, in nanoseconds; `shown` is how many
/// circles of each way can be seen: the others are left alone.
#[inline(never)]
pub(crate) fn paint_redo(
    globe: &Globe,
    ways: &[scene::WayView],
    at: SimTime,
    per_second: u64,
    shown: &mut Vec<usize>,
) {
    let mut parts = Vec::new();
    shown.resize(ways.len(), leaf::REDO);
    for (way, shown) in ways.iter().zip(shown) {
        scene::redo_on_its_way(globe, at, way.to.0, &mut parts);
        parts.retain(|(_, takes)| {
            takes.micros() as f64 * 1_000.0 / per_second.max(1) as f64 >= SHORTEST_SECONDS
        });
        let [from, over, to] = ui::bend(way.from.1, way.to.1);
        // Of more than there are circles for, each is as good as another: those that left last.
        let skipped = parts.len().saturating_sub(leaf::REDO);
        let seen = parts.len() - skipped;
        for place in 0..seen.max(*shown) {
            let Some(circle) = dom::by_id(&leaf::redo(way.to.0, place)) else {
                return;
            };
            let (x, y) = parts
                .get(skipped + place)
                .map_or((-9.0, -9.0), |(come, _)| {
                    let share = f64::from(*come) / 1_000.0;
                    let rest = 1.0 - share;
                    let on = |from: i32, over: i32, to: i32| {
                        rest * rest * f64::from(from)
                            + 2.0 * rest * share * f64::from(over)
                            + share * share * f64::from(to)
                    };
                    (on(from.0, over.0, to.0), on(from.1, over.1, to.1))
                });
            circle.set_attribute("cx", &format!("{x:.1}")).ok();
            circle.set_attribute("cy", &format!("{y:.1}")).ok();
        }
        *shown = seen;
    }
}
