//! Commits, messages and faults along the time of the run.

use session::SimTime;
use session::scene::Timeline;
use ui::leaf;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::brush;
use super::layout::Point;
use super::palette::Palette;
use super::surface::Surface;
use crate::dom;

/// Half the size of the mark of a commit or a fault, in page pixels.
const MARK: f64 = 3.6;

/// What there is to draw.
#[derive(Clone, Debug, Default)]
pub(crate) struct Marks {
    pub timeline: Timeline,
    /// The moment at the right end.
    pub end: SimTime,
    /// The furthest moment that is known.
    pub horizon: SimTime,
}

/// The size of the lanes, in page pixels.
pub(super) fn size() -> Option<(f64, f64)> {
    let lanes = dom::by_id("scrubber")?;
    Some((
        f64::from(lanes.client_width()),
        f64::from(lanes.client_height()),
    ))
}

/// Draws three lanes.
pub(super) fn paint(
    surface: &Surface,
    palette: &Palette,
    marks: &Marks,
    (width, height): (f64, f64),
) {
    let pen = &surface.pen;
    let end = marks.end.micros().max(1) as f64;
    let x = |at: SimTime| width * at.micros() as f64 / end;
    // The marks at either end are seen whole.
    let inside = |at: f64| at.clamp(MARK, (width - MARK).max(MARK));
    let lane = |place: f64| height * (place + 0.5) / 3.0;
    // The known part of the run stands out from what is still to come.
    for place in 0..3 {
        let y = lane(f64::from(place)) - 0.5;
        pen.set_fill_style_str(&palette.line);
        pen.fill_rect(0.0, y, width, 1.0);
        pen.set_fill_style_str(&palette.line_strong);
        pen.fill_rect(0.0, y, x(marks.horizon), 1.0);
    }
    pen.set_fill_style_str(&palette.muted);
    for at in thinned(&marks.timeline.messages, x) {
        pen.fill_rect(at - 0.75, lane(1.0) - 3.5, 1.5, 7.0);
    }
    pen.set_fill_style_str(&palette.accent);
    pen.begin_path();
    for at in thinned(&marks.timeline.commits, x) {
        let at = inside(at);
        pen.move_to(at, lane(0.0));
        pen.arc(at, lane(0.0), MARK, 0.0, std::f64::consts::TAU)
            .ok();
    }
    pen.fill();
    for at in thinned(&marks.timeline.faults, x) {
        brush::cross(
            pen,
            Point {
                x: inside(at),
                y: lane(2.0),
            },
            MARK,
            1.8,
            &palette.red,
        );
    }
}

/// At most one mark for two pixels.
fn thinned(moments: &[SimTime], x: impl Fn(SimTime) -> f64) -> impl Iterator<Item = f64> {
    let mut last = f64::NEG_INFINITY;
    moments.iter().map(move |at| x(*at)).filter(move |at| {
        let far = at - last >= 2.0;
        if far {
            last = *at;
        }
        far
    })
}

/// The handle, and where it stands.
#[derive(Default)]
pub(super) struct Handle {
    element: Option<HtmlElement>,
    x: i32,
}

impl Handle {
    /// The handle of the page as it is.
    pub fn find() -> Handle {
        let element = dom::by_id(leaf::PLAYHEAD).and_then(|handle| handle.dyn_into().ok());
        Handle {
            element,
            x: i32::MIN,
        }
    }

    /// Puts it somewhere, in page pixels from the left.
    pub fn place(&mut self, x: f64) {
        let x = x.round() as i32;
        if x != self.x
            && let Some(element) = &self.element
        {
            element
                .style()
                .set_property("transform", &format!("translateX({x}px)"))
                .ok();
            self.x = x;
        }
    }
}
