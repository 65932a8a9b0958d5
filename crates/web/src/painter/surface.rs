//! A canvas and its resolution.

use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::dom;

/// More pixels than this for one of the page are not worth their time.
const DENSITY_MAX: f64 = 2.0;

/// A canvas that is drawn on in the page's own pixels.
pub(super) struct Surface {
    canvas: HtmlCanvasElement,
    pub pen: CanvasRenderingContext2d,
    width: f64,
    height: f64,
}

impl Surface {
    /// The canvas of this name.
    pub fn find(id: &str) -> Option<Surface> {
        let canvas: HtmlCanvasElement = dom::by_id(id)?.dyn_into().ok()?;
        let pen = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        Some(Surface {
            canvas,
            pen,
            width: 0.0,
            height: 0.0,
        })
    }

    /// Gives the canvas a size in page pixels and empties it.
    pub fn fit(&mut self, width: f64, height: f64) {
        let density = dom::window().device_pixel_ratio().clamp(1.0, DENSITY_MAX);
        let pixels = |length: f64| (length * density).round().max(1.0) as u32;
        let (wide, high) = (pixels(width), pixels(height));
        (self.width, self.height) = (width, height);
        if (self.canvas.width(), self.canvas.height()) == (wide, high) {
            self.clear();
        } else {
            // Setting either empties the canvas and forgets its transformation.
            self.canvas.set_width(wide);
            self.canvas.set_height(high);
            self.pen.scale(density, density).ok();
        }
    }

    /// Empties the canvas.
    pub fn clear(&self) {
        self.pen.clear_rect(0.0, 0.0, self.width, self.height);
    }
}
