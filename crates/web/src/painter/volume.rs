//! The map of a volume: a cell for each protection group, drawn anew only where it looks different.

use session::SimTime;
use session::scene::{Ability, GroupId, VolumeMap};
use ui::leaf;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use super::palette::Palette;
use crate::dom;

/// What the map may take up of the page's height, alone and below a chapter's text, and the side of a cell at most, in
/// page pixels.
const HEIGHT_MAX: f64 = 380.0;
const LOW_HEIGHT_MAX: f64 = 200.0;
const PITCH_MAX: f64 = 28.0;
/// From this size on, in pixels of the screen, cells stand apart.
const APART: u32 = 3;
/// Glow is told apart in so many steps.
const GLOWS: u8 = 4;

/// How a cell looks.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Look {
    ability: Ability,
    /// From 0, long at rest, to [`GLOWS`].
    glow: u8,
    focused: bool,
}

/// The canvas and what is on it.
pub(super) struct Picture {
    canvas: HtmlCanvasElement,
    pen: CanvasRenderingContext2d,
    /// The width and density it was laid out for, and the height it was to keep to.
    laid_out: (u32, f64, f64),
    /// Whether it still has that width.
    measured: bool,
    columns: u32,
    /// The side of a cell with the gap, in pixels of the screen.
    pitch: u32,
    drawn: Vec<Option<Look>>,
}

impl Picture {
    /// The canvas, if the page shows the map.
    pub fn find() -> Option<Picture> {
        let canvas: HtmlCanvasElement = dom::by_id(leaf::VOLUME_PICTURE)?.dyn_into().ok()?;
        let pen = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        Some(Picture {
            canvas,
            pen,
            laid_out: (0, 0.0, 0.0),
            measured: false,
            columns: 1,
            pitch: 1,
            drawn: Vec::new(),
        })
    }

    /// Whether the canvas is still part of the page.
    pub fn is_there(&self) -> bool {
        self.canvas.is_connected()
    }

    /// All cells are drawn anew next time: the page has other colours.
    pub fn forget(&mut self) {
        self.drawn.fill(None);
    }

    /// The page may have another shape.
    pub fn shape_changed(&mut self) {
        self.measured = false;
    }

    /// Makes room for so many cells, as large as they can be.
    fn lay_out(&mut self, cells: usize, height_max: f64) {
        let same = self.drawn.len() == cells && self.laid_out.2 == height_max;
        if std::mem::replace(&mut self.measured, true) && same {
            return;
        }
        let density = dom::window().device_pixel_ratio().clamp(1.0, 4.0);
        let width = self.canvas.client_width().max(1) as u32;
        if same && self.laid_out == (width, density, height_max) {
            return;
        }
        let (across, cells_count) = ((f64::from(width) * density) as u32, cells.max(1) as u32);
        let most = (PITCH_MAX * density) as u32;
        let rows = |pitch: u32| cells_count.div_ceil((across / pitch).max(1));
        let fits = |pitch: &u32| f64::from(rows(*pitch) * pitch) <= height_max * density;
        self.pitch = (1..=most).rev().find(fits).unwrap_or(1);
        self.columns = (across / self.pitch).max(1);
        let height = rows(self.pitch) * self.pitch;
        self.canvas.set_width(across);
        self.canvas.set_height(height);
        // In hundredths: to write a fraction as it is takes ten kilobytes of the page.
        let hundredths = (f64::from(height) / density * 100.0).round() as u32;
        let height = format!("{}.{:02}px", hundredths / 100, hundredths % 100);
        self.canvas.style().set_property("height", &height).ok();
        self.laid_out = (width, density, height_max);
        self.drawn = vec![None; cells];
    }

    /// Brings the picture up to date; `low` says that a chapter's text stands above it.
    pub fn paint(
        &mut self,
        palette: &Palette,
        map: &VolumeMap,
        now: SimTime,
        focus: GroupId,
        low: bool,
    ) {
        let height_max = if low { LOW_HEIGHT_MAX } else { HEIGHT_MAX };
        self.lay_out(map.cells().len(), height_max);
        for (place, cell) in map.cells().iter().enumerate() {
            let glow = u32::from(cell.heat(now)) * u32::from(GLOWS);
            let look = Look {
                ability: cell.ability,
                glow: glow.div_ceil(255) as u8,
                focused: place == focus.0 as usize,
            };
            if self.drawn[place] != Some(look) {
                self.drawn[place] = Some(look);
                self.paint_cell(palette, place as u32, look);
            }
        }
    }

    /// What can do less fills less of its cell.
    fn paint_cell(&self, palette: &Palette, place: u32, look: Look) {
        let pen = &self.pen;
        let pitch = f64::from(self.pitch);
        let side = if self.pitch >= APART {
            pitch - 1.0
        } else {
            pitch
        };
        let x = f64::from(place % self.columns) * pitch;
        let y = f64::from(place / self.columns) * pitch;
        pen.clear_rect(x, y, side, side);
        pen.set_fill_style_str(&palette.raised);
        pen.fill_rect(x, y, side, side);
        let (colour, filled) = match look.ability {
            Ability::ReadWrite => (&palette.accent, 1.0),
            Ability::ReadOnly => (&palette.amber, 0.5),
            Ability::Unavailable => (&palette.red, 0.25),
        };
        let colour = if look.focused { &palette.text } else { colour };
        let strength = match (look.focused, look.ability) {
            (true, _) => 1.0,
            (_, Ability::ReadWrite) => 0.2 + 0.8 * f64::from(look.glow) / f64::from(GLOWS),
            _ => 0.6 + 0.4 * f64::from(look.glow) / f64::from(GLOWS),
        };
        let height = (side * filled).ceil();
        pen.set_global_alpha(strength);
        pen.set_fill_style_str(colour);
        pen.fill_rect(x, y + side - height, side, height);
        pen.set_global_alpha(1.0);
    }

    /// The group whose cell lies at a point of the page.
    pub fn group_at(&self, client_x: f64, client_y: f64) -> Option<GroupId> {
        let frame = self.canvas.get_bounding_client_rect();
        let (_, density, _) = self.laid_out;
        let place = |along: f64| (along.max(0.0) * density) as u32 / self.pitch;
        let (column, row) = (
            place(client_x - frame.left()),
            place(client_y - frame.top()),
        );
        let group = row * self.columns + column;
        let there = column < self.columns && (group as usize) < self.drawn.len();
        there.then_some(GroupId(group))
    }
}
