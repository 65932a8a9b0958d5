//! A canvas and its resolution.

use std::cell::Cell;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use super::layout::Rect;
use crate::dom;

/// More pixels than this for one of the page are not worth their time.
const DENSITY_MAX: f64 = 2.0;

/// A canvas that is drawn on in page pixels from the stage's upper left corner, wherever on the stage it lies.
///
/// Pictures have a canvas each, no larger than they are: what a browser without a graphics processor spends on
/// a canvas in every frame goes by its size, whether it has changed or not.
pub(super) struct Surface {
    canvas: HtmlCanvasElement,
    pub pen: CanvasRenderingContext2d,
    area: Rect,
    /// Whether it is left out of the page for now.
    hidden: Cell<bool>,
}

/// How often a picture changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// With every frame.
    Moving,
    /// Seldom.
    Still,
}

/// What a browser calls the option by which a canvas that changes seldom stays out of the graphics processor's memory.
const STILL: &str = "willReadFrequently";

impl Surface {
    /// The canvas of this name.
    pub fn find(id: &str, kind: Kind) -> Option<Surface> {
        Surface::on(dom::by_id(id)?, kind)
    }

    /// The canvas of this name, or one that nobody sees: where several Regions are shown there is no stage.
    pub fn find_or_loose(id: &str, kind: Kind) -> Option<Surface> {
        let loose = || dom::document().create_element("canvas").ok();
        Surface::on(dom::by_id(id).or_else(loose)?, kind)
    }

    fn on(element: web_sys::Element, kind: Kind) -> Option<Surface> {
        let canvas: HtmlCanvasElement = element.dyn_into().ok()?;
        let options = js_sys::Object::new();
        if kind == Kind::Still {
            let set = js_sys::Reflect::set(&options, &STILL.into(), &JsValue::TRUE);
            set.expect("a fresh object takes everything");
        }
        let pen = canvas.get_context_with_context_options("2d", &options);
        let pen = pen.ok()??.dyn_into().ok()?;
        Some(Surface {
            canvas,
            pen,
            area: Rect::default(),
            hidden: Cell::default(),
        })
    }

    /// Whether the canvas is still part of the page.
    pub fn is_there(&self) -> bool {
        self.canvas.is_connected()
    }

    /// Tells the canvas which part of the stage it covers, and empties it.
    pub fn fit(&mut self, area: Rect) {
        let density = dom::window().device_pixel_ratio().clamp(1.0, DENSITY_MAX);
        let pixels = |length: f64| (length * density).round().max(1.0) as u32;
        self.area = area;
        // Setting either empties the canvas.
        self.canvas.set_width(pixels(area.width));
        self.canvas.set_height(pixels(area.height));
        let (x, y) = (-area.x * density, -area.y * density);
        self.pen
            .set_transform(density, 0.0, 0.0, density, x, y)
            .ok();
    }

    /// Puts a canvas that the styles leave free where its area is.
    pub fn place(&self) {
        let style = self.canvas.style();
        for (property, length) in [("top", self.area.y), ("height", self.area.height)] {
            let length = format!("{}px", length.round() as i32);
            style.set_property(property, &length).ok();
        }
    }

    /// Leaves the canvas out of the page, which then spends nothing on it, or shows it.
    pub fn show(&self, shown: bool) {
        if self.hidden.replace(!shown) == shown {
            let value = if shown { "visible" } else { "hidden" };
            self.canvas.style().set_property("visibility", value).ok();
        }
    }

    /// Draws a picture anew.
    pub fn draw(&self, picture: impl FnOnce()) {
        self.clear();
        picture();
    }

    /// Empties the canvas.
    pub fn clear(&self) {
        let Rect {
            x,
            y,
            width,
            height,
        } = self.area;
        self.pen.clear_rect(x, y, width, height);
    }
}
