//! Everything that changes from frame to frame: canvases, and words in leaf elements.
//!
//! The painter is told the scene and the messages on their way, and draws only what differs from what it drew
//! last. Where things stand it learns from the page ([`Layout`]), when that changes and not for each frame.

mod brush;
mod layout;
mod messages;
mod palette;
mod pins;
mod redo;
mod ring;
mod routes;
mod ruler;
mod safes;
mod surface;
mod tapes;
mod timeline;
mod volume;
mod wires;
mod words;

use base::CopyId;
use session::SimTime;
use session::scene::{FlightView, GroupId, Lens, ReaderFlight, Scene, VolumeMap};
use ui::{Words, leaf};

use crate::leaves::Leaves;
pub(crate) use layout::Point;
use layout::{Layout, Rect};
use palette::Palette;
pub(crate) use redo::{paint_redo, place_regions};
use routes::Routes;
use surface::{Kind, Surface};
use timeline::Handle;
pub(crate) use timeline::Marks;

/// The canvases of the page.
struct Surfaces {
    messages: Surface,
    among: Surface,
    timeline: Surface,
    ring: Surface,
    track: Surface,
    copies: Vec<Surface>,
}

impl Surfaces {
    fn find() -> Option<Surfaces> {
        Some(Surfaces {
            messages: Surface::find(leaf::MESSAGES, Kind::Moving)?,
            among: Surface::find(leaf::AMONG_COPIES, Kind::Moving)?,
            timeline: Surface::find(leaf::TIMELINE, Kind::Still)?,
            ring: Surface::find_or_loose(leaf::RING_PICTURE, Kind::Still)?,
            track: Surface::find_or_loose(leaf::TRACK_PICTURE, Kind::Still)?,
            copies: CopyId::all()
                .map(|copy| Surface::find_or_loose(&leaf::copy_picture(copy), Kind::Still))
                .collect::<Option<_>>()?,
        })
    }

    fn are_there(&self) -> bool {
        let one = [&self.messages, &self.timeline, &self.ring, &self.track];
        one.into_iter().chain(&self.copies).all(Surface::is_there)
    }

    fn fit(&mut self, layout: &Layout) {
        self.messages.fit(layout.travel);
        self.messages.place();
        if let Some(among) = layout.among {
            self.among.fit(among);
            self.among.place();
        }
        self.ring.fit(layout.ring.grown(RING_ROOM, RING_ROOM));
        self.track
            .fit(layout.track.grown(TRACK_ROOM.0, TRACK_ROOM.1));
        for (surface, copy) in self.copies.iter_mut().zip(&layout.copies) {
            surface.fit(copy.shelves.grown(SHELVES_ROOM.0, SHELVES_ROOM.1));
        }
    }
}

/// How far pictures reach beyond their boxes, in page pixels; the styles say the same.
const RING_ROOM: f64 = 4.0;
const TRACK_ROOM: (f64, f64) = (4.0, 26.0);
const SHELVES_ROOM: (f64, f64) = (4.0, 8.0);

/// The clock and the handle of the timeline move this often while nothing else happens.
const WORDS_MILLIS: f64 = 125.0;

/// Draws the stage and the timeline.
pub(crate) struct Painter {
    surfaces: Surfaces,
    /// The map of the volume, where the page shows one.
    volume: Option<volume::Picture>,
    /// The width and height of the timeline.
    timeline_size: (f64, f64),
    /// Whether the timeline shows its marks in these colours and in this size.
    timeline_drawn: bool,
    handle: Handle,
    palette: Palette,
    layout: Layout,
    routes: Routes,
    leaves: Leaves,
    words_millis: f64,
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
    pub reader_flights: &'a [ReaderFlight],
    pub playhead: SimTime,
    pub words: &'a Words,
    /// The moment of this frame on the browser's clock, in milliseconds.
    pub at_millis: f64,
    /// Messages stand at their ends instead of travelling.
    pub still: bool,
    /// Everything is to be seen at once: a person has done something.
    pub at_once: bool,
    /// Figures within sentences may change: the browser lays the page out with this frame anyway.
    pub figures: bool,
    /// Where on the timeline the playhead is, from 0 to 1.
    pub timeline_share: f64,
}

impl Painter {
    /// A painter for the page as it is; `None` while the stage is not there.
    pub fn new(words: &Words) -> Option<Painter> {
        let mut painter = Painter {
            surfaces: Surfaces::find()?,
            volume: None,
            timeline_size: (0.0, 0.0),
            timeline_drawn: false,
            handle: Handle::default(),
            palette: Palette::default(),
            layout: Layout::default(),
            routes: Routes::default(),
            leaves: Leaves::default(),
            words_millis: f64::NEG_INFINITY,
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
        if let Some(volume) = &mut self.volume {
            volume.forget();
        }
        self.timeline_drawn = false;
        self.forget();
    }

    /// The page may have another shape now. Returns whether the timeline is to be drawn anew.
    pub fn shape_changed(&mut self) -> bool {
        self.leaves.look_again();
        if let Some(volume) = &mut self.volume {
            volume.shape_changed();
        }
        let size = timeline::size().unwrap_or_default();
        self.timeline_drawn &= size == self.timeline_size;
        self.timeline_size = size;
        self.handle = Handle::find();
        layout::tell_transport_height();
        let Some(layout) = Layout::of_page() else {
            return !self.timeline_drawn;
        };
        let replaced = !self.surfaces.are_there();
        if replaced && let Some(surfaces) = Surfaces::find() {
            self.surfaces = surfaces;
            self.timeline_drawn = false;
        }
        if replaced || layout != self.layout {
            self.layout = layout;
            self.routes = Routes::new(&self.layout);
            self.forget();
        }
        !self.timeline_drawn
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
        self.words_millis = f64::NEG_INFINITY;
        self.surfaces.fit(&self.layout);
    }

    /// Draws a frame; returns whether something is left to be drawn a little later.
    pub fn paint(&mut self, frame: &Frame<'_>) -> bool {
        let scene = frame.scene;
        let changed = scene.steps != self.drawn.steps || *scene != self.drawn;
        if changed {
            self.paint_wires(scene);
            self.paint_pictures(scene);
            self.drawn.clone_from(scene);
        }
        self.paint_messages(frame);
        // Words change together with the pictures they stand by, or the page would contradict itself.
        let due = frame.at_millis - self.words_millis >= WORDS_MILLIS;
        if !(changed || due || frame.at_once || frame.figures) {
            return true;
        }
        self.words_millis = frame.at_millis;
        self.handle
            .place(self.timeline_size.0 * frame.timeline_share.clamp(0.0, 1.0));
        words::write(&mut self.leaves, frame, &self.layout);
        self.leaves.write_due(frame.at_millis)
    }

    fn paint_wires(&mut self, scene: &Scene) {
        if !wires::same(scene, &self.drawn) {
            wires::paint(&self.routes, scene);
        }
    }

    fn paint_pictures(&mut self, scene: &Scene) {
        let (surfaces, palette, layout) = (&self.surfaces, &self.palette, &self.layout);
        for (place, copy) in scene.copies.iter().enumerate() {
            let before = self.drawn.copies.get(place);
            if before.is_some_and(|before| {
                before.tapes == copy.tapes && before.standing == copy.standing
            }) {
                continue;
            }
            let (Some(at), Some(surface)) = (layout.copies.get(place), surfaces.copies.get(place))
            else {
                continue;
            };
            surface.draw(|| match self.lens {
                Lens::Engineer => tapes::paint(surface, palette, at, copy),
                Lens::Everyday => safes::paint(surface, palette, at, copy),
            });
        }
        let ring = |scene: &Scene| scene.writer.as_ref().and_then(|writer| writer.ring.clone());
        let now = ring(scene);
        if now != ring(&self.drawn) || self.drawn.writer.is_none() {
            let surface = &surfaces.ring;
            surface.draw(|| ring::paint(surface, palette, layout.ring, now.as_ref(), self.lens));
        }
        if scene.ruler != self.drawn.ruler
            && let Some(ruler) = &scene.ruler
        {
            let surface = &surfaces.track;
            surface.draw(|| ruler::paint(surface, palette, layout.track, ruler));
        }
    }

    fn paint_messages(&mut self, frame: &Frame<'_>) {
        let (flights, of_readers) = (frame.flights, frame.reader_flights);
        let moving = !flights.is_empty() || !of_readers.is_empty();
        if !moving && !self.moving {
            return;
        }
        self.moving = moving;
        let (surface, among) = (&self.surfaces.messages, &self.surfaces.among);
        let apart = self.layout.among.is_some() && flights.iter().any(messages::is_among_copies);
        for canvas in [surface, among] {
            canvas.clear();
        }
        among.show(apart);
        let stage = messages::Stage {
            pen: &surface.pen,
            among: if apart { &among.pen } else { &surface.pen },
            palette: &self.palette,
            routes: &self.routes,
            clients: &frame.scene.clients,
            lens: self.lens,
            still: frame.still,
        };
        messages::paint(&stage, flights, of_readers);
    }

    /// Draws the map of the volume, if the page has a place for it; `low` says that a chapter's text stands above it.
    #[inline(never)]
    pub fn paint_volume(&mut self, map: &VolumeMap, now: SimTime, focus: GroupId, low: bool) {
        if !self.volume.as_ref().is_some_and(volume::Picture::is_there) {
            self.volume = volume::Picture::find();
        }
        if let Some(volume) = &mut self.volume {
            volume.paint(&self.palette, map, now, focus, low);
        }
    }

    /// The group whose cell on the map lies at a point of the window.
    pub fn group_at(&self, x: f64, y: f64) -> Option<GroupId> {
        self.volume.as_ref()?.group_at(x, y)
    }

    /// Draws the marks of the timeline.
    pub fn paint_timeline(&mut self, marks: &Marks) {
        let (width, height) = self.timeline_size;
        if !std::mem::replace(&mut self.timeline_drawn, true) {
            self.surfaces.timeline.fit(Rect {
                width,
                height,
                ..Rect::default()
            });
        }
        let (surface, size) = (&self.surfaces.timeline, (width, height));
        surface.draw(|| timeline::paint(surface, &self.palette, marks, size));
    }

    /// The copy to whose way a point on the stage is near.
    pub fn way_near(&self, point: Point) -> Option<session::scene::CopyId> {
        self.routes.way_near(point)
    }
}
