//! Everything that changes from frame to frame: canvases, and words in leaf elements.
//!
//! The painter is told the scene and the messages on their way, and draws only what differs from what it drew
//! last. Where things stand it learns from the page ([`Layout`]), when that changes and not for each frame.

mod brush;
mod layout;
mod messages;
mod palette;
mod pins;
mod ring;
mod routes;
mod ruler;
mod safes;
mod surface;
mod tapes;
mod timeline;
mod wires;
mod words;

use session::SimTime;
use session::scene::{FlightView, Lens, Scene};
use ui::Words;

use crate::leaves::Leaves;
use layout::Layout;
pub(crate) use layout::Point;
use palette::Palette;
use routes::Routes;
use surface::Surface;
use timeline::Handle;
pub(crate) use timeline::Marks;

/// Draws the stage and the timeline.
pub(crate) struct Painter {
    wires: Surface,
    messages: Surface,
    pictures: Surface,
    timeline: Surface,
    /// The width and height of the timeline.
    timeline_size: (f64, f64),
    handle: Handle,
    palette: Palette,
    layout: Layout,
    routes: Routes,
    leaves: Leaves,
    /// What the pictures show now.
    drawn: Scene,
    /// Whether anything moved when the messages were drawn last.
    moving: bool,
    lens: Lens,
}

/// What there is to paint in a frame.
pub(crate) struct Frame<'a> {
    pub scene: &'a Scene,
    pub flights: &'a [FlightView],
    pub playhead: SimTime,
    pub words: &'a Words,
    /// The moment of this frame on the browser's clock, in milliseconds.
    pub at_millis: f64,
    /// Messages stand at their ends instead of travelling.
    pub still: bool,
}

impl Painter {
    /// A painter for the page as it is; `None` while the stage is not there.
    pub fn new(words: &Words) -> Option<Painter> {
        let mut painter = Painter {
            wires: Surface::find(ui::leaf::WIRES)?,
            messages: Surface::find(ui::leaf::MESSAGES)?,
            pictures: Surface::find(ui::leaf::PICTURES)?,
            timeline: Surface::find(ui::leaf::TIMELINE)?,
            timeline_size: (0.0, 0.0),
            handle: Handle::default(),
            palette: Palette::default(),
            layout: Layout::default(),
            routes: Routes::default(),
            leaves: Leaves::default(),
            drawn: Scene::default(),
            moving: false,
            lens: words.lens(),
        };
        painter.colours_changed();
        painter.shape_changed();
        Some(painter)
    }

    /// The page may have other colours now.
    pub fn colours_changed(&mut self) {
        self.palette = Palette::of_page();
        self.forget();
    }

    /// The page may have another shape now.
    pub fn shape_changed(&mut self) {
        self.leaves.look_again();
        self.timeline_size = timeline::size().unwrap_or_default();
        self.handle = Handle::find();
        layout::tell_transport_height();
        let Some(layout) = Layout::of_page() else {
            return;
        };
        if layout != self.layout {
            self.layout = layout;
            self.routes = Routes::new(&self.layout);
            self.forget();
        }
    }

    /// Other words, or the other lens.
    pub fn words_changed(&mut self, words: &Words) {
        self.lens = words.lens();
        self.leaves.forget();
        self.shape_changed();
        self.forget();
    }

    /// Everything is drawn anew with the next frame.
    fn forget(&mut self) {
        self.drawn = Scene::default();
        let (width, height) = self.layout.size;
        for surface in [&mut self.wires, &mut self.messages, &mut self.pictures] {
            surface.fit(width, height);
        }
    }

    /// Draws a frame; returns whether something is left to be drawn a little later.
    pub fn paint(&mut self, frame: &Frame<'_>) -> bool {
        let scene = frame.scene;
        if scene.steps != self.drawn.steps || *scene != self.drawn {
            self.paint_wires(scene);
            self.paint_pictures(scene);
            self.drawn.clone_from(scene);
        }
        self.paint_messages(frame);
        words::write(&mut self.leaves, frame, &self.layout);
        self.leaves.write_due(frame.at_millis)
    }

    fn paint_wires(&mut self, scene: &Scene) {
        let same = scene.copies.iter().map(wires::state).eq(self
            .drawn
            .copies
            .iter()
            .map(wires::state))
            && scene.clients.lanes.len() == self.drawn.clients.lanes.len();
        if !same {
            self.wires.clear();
            wires::paint(&self.wires, &self.palette, &self.routes, scene);
        }
    }

    fn paint_pictures(&mut self, scene: &Scene) {
        let (surface, palette, layout) = (&self.pictures, &self.palette, &self.layout);
        for (place, copy) in scene.copies.iter().enumerate() {
            let before = self.drawn.copies.get(place);
            if before.is_some_and(|before| {
                before.tapes == copy.tapes && before.standing == copy.standing
            }) {
                continue;
            }
            let Some(at) = layout.copies.get(place) else {
                continue;
            };
            match self.lens {
                Lens::Engineer => tapes::paint(surface, palette, at, copy),
                Lens::Everyday => safes::paint(surface, palette, at, copy),
            }
        }
        let ring = |scene: &Scene| scene.writer.as_ref().and_then(|writer| writer.ring.clone());
        let now = ring(scene);
        if now != ring(&self.drawn) || self.drawn.writer.is_none() {
            ring::paint(surface, palette, layout.ring, now.as_ref(), self.lens);
        }
        if scene.ruler != self.drawn.ruler
            && let Some(ruler) = &scene.ruler
        {
            ruler::paint(surface, palette, layout.track, ruler);
        }
    }

    fn paint_messages(&mut self, frame: &Frame<'_>) {
        let flights = frame.flights;
        if flights.is_empty() && !self.moving {
            return;
        }
        self.moving = !flights.is_empty();
        self.messages.clear();
        let stage = messages::Stage {
            palette: &self.palette,
            routes: &self.routes,
            clients: &frame.scene.clients,
            lens: self.lens,
            still: frame.still,
        };
        messages::paint(&self.messages, &stage, flights);
    }

    /// Draws the marks of the timeline.
    pub fn paint_timeline(&mut self, marks: &Marks) {
        let (width, height) = self.timeline_size;
        self.timeline.fit(width, height);
        timeline::paint(&self.timeline, &self.palette, marks, (width, height));
    }

    /// Puts the handle of the timeline at a share of its width.
    pub fn place_playhead(&mut self, share: f64) {
        self.handle
            .place(self.timeline_size.0 * share.clamp(0.0, 1.0));
    }

    /// The copy to whose way a point on the stage is near.
    pub fn way_near(&self, point: Point) -> Option<session::scene::CopyId> {
        self.routes.way_near(point)
    }
}
