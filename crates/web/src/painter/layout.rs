//! Where things stand on the page, in page pixels from the stage's upper left corner.

use base::{CopyId, ReaderId};
use ui::{Spot, leaf};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::dom;

/// Readers of a cluster at most; with the one that is the writer there is one instance more.
const READERS_MAX: u32 = 15;

/// Half a message's size at most, in page pixels.
const SHAPE: f64 = 10.0;

/// A place.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Point {
    pub x: f64,
    pub y: f64,
}

/// A rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Rect {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

impl Rect {
    pub fn right(self) -> f64 {
        self.x + self.width
    }

    pub fn bottom(self) -> f64 {
        self.y + self.height
    }

    pub fn middle(self) -> Point {
        Point {
            x: self.x + self.width / 2.0,
            y: self.y + self.height / 2.0,
        }
    }

    /// The rectangle made larger to the sides, and upwards and downwards.
    pub fn grown(self, aside: f64, up: f64) -> Rect {
        Rect {
            x: self.x - aside,
            y: self.y - up,
            width: self.width + 2.0 * aside,
            height: self.height + 2.0 * up,
        }
    }

    /// The rectangle made smaller on every side.
    pub fn inset(self, by: f64) -> Rect {
        Rect {
            x: self.x + by,
            y: self.y + by,
            width: self.width - 2.0 * by,
            height: self.height - 2.0 * by,
        }
    }
}

/// One copy's card.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct CopyPlace {
    pub card: Rect,
    /// The box around the tapes.
    pub shelves: Rect,
    /// The tapes that are drawn.
    pub tapes: Vec<Rect>,
    /// Whether another card stands above it in the same zone, so that its way must come from the side.
    pub stacked: bool,
}

/// Widths of the names of marks on the ruler.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct PinWidths {
    pub vdl: f64,
    pub vcl: f64,
    pub pgcls: [f64; 2],
}

/// Everything a picture has to know of the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Layout {
    /// Where messages travel. What copies say to each other has a place of its own where their cards stand side by side:
    /// nothing moves behind them, and a canvas costs by its size.
    pub travel: Rect,
    /// Where messages among copies travel, if not among the others.
    pub among: Option<Rect>,
    pub writer: Rect,
    pub ring: Rect,
    pub track: Rect,
    pub chips: Vec<Rect>,
    pub copies: Vec<CopyPlace>,
    /// The cards of the readers that are drawn, in order.
    pub readers: Vec<(ReaderId, Rect)>,
    /// The upper edge of the zones.
    pub zones_top: f64,
    /// Where the ways between copies may run.
    pub below: Rect,
    pub pins: PinWidths,
}

impl Layout {
    /// Measures the page.
    pub fn of_page() -> Option<Layout> {
        let stage = dom::by_id(leaf::STAGE)?;
        let frame = stage.get_bounding_client_rect();
        let rect = |element: &Element| {
            let found = element.get_bounding_client_rect();
            Rect {
                x: found.left() - frame.left(),
                y: found.top() - frame.top(),
                width: found.width(),
                height: found.height(),
            }
        };
        let place = |id: &str| {
            dom::by_id(id)
                .map(|element| rect(&element))
                .unwrap_or_default()
        };
        let mut copies: Vec<CopyPlace> = CopyId::all()
            .map(|copy| CopyPlace {
                card: place(&Spot::Copy(copy).to_string()),
                shelves: place(&leaf::shelves(copy)),
                tapes: (0..)
                    .map_while(|shelf| dom::by_id(&leaf::tape(copy, shelf)))
                    .map(|tape| rect(&tape))
                    .collect(),
                stacked: false,
            })
            .collect();
        let tops: Vec<Rect> = copies.iter().map(|copy| copy.card).collect();
        for copy in &mut copies {
            copy.stacked = tops.iter().any(|other| {
                (other.x - copy.card.x).abs() < 1.0
                    && other.bottom() <= copy.card.y
                    && other.height > 0.0
            });
        }
        let bottom = copies
            .iter()
            .map(|copy| copy.card.bottom())
            .fold(0.0, f64::max);
        let zones = stage
            .query_selector(".zones")
            .ok()
            .flatten()
            .map(|zones| rect(&zones))
            .unwrap_or_default();
        let chips: Vec<Rect> = (0..leaf::LANES)
            .map_while(|lane| dom::by_id(&leaf::chip(lane)))
            .map(|chip| rect(&chip))
            .collect();
        let top = chips.iter().map(|chip| chip.bottom()).fold(0.0, f64::max);
        let strip = |top: f64, bottom: f64| Rect {
            x: 0.0,
            y: top.floor(),
            width: frame.width(),
            height: bottom - top.floor(),
        };
        let cards_top = tops.iter().map(|card| card.y).fold(0.0, f64::max);
        let side_by_side = copies.iter().all(|copy| !copy.stacked);
        let (travel, among) = if side_by_side {
            let among = strip(bottom - SHAPE, zones.bottom());
            (strip(top, cards_top + SHAPE), Some(among))
        } else {
            (strip(top, zones.bottom()), None)
        };
        Some(Layout {
            travel,
            among,
            writer: place(&Spot::Writer.to_string()),
            ring: place(leaf::RING),
            track: place(leaf::TRACK),
            chips,
            copies,
            readers: (0..=READERS_MAX)
                .map(ReaderId)
                .filter_map(|id| Some((id, rect(&dom::by_id(&Spot::Reader(id).to_string())?))))
                .collect(),
            zones_top: zones.y,
            below: Rect {
                x: zones.x,
                y: bottom,
                width: zones.width,
                height: zones.bottom() - bottom,
            },
            pins: PinWidths {
                vdl: place(leaf::PIN_VDL).width,
                vcl: place(leaf::PIN_VCL).width,
                pgcls: [0, 1].map(|group| place(&leaf::pin_pgcl(group)).width),
            },
        })
    }
}

/// Tells the styles how high the bar at the lower edge is, for what floats above it.
pub(super) fn tell_transport_height() {
    let (Some(bar), Some(root)) = (dom::by_id("transport"), dom::root()) else {
        return;
    };
    let height = format!(
        "{}px",
        bar.get_bounding_client_rect().height().round() as i32
    );
    if let Ok(root) = root.dyn_into::<HtmlElement>()
        && root
            .style()
            .get_property_value("--transport-height")
            .ok()
            .as_deref()
            != Some(&height)
    {
        root.style()
            .set_property("--transport-height", &height)
            .ok();
    }
}
