//! The ways themselves. They change seldom, so they are an image of lines and no canvas.

use std::fmt::Write;

use session::scene::{CopyView, Scene, Standing};
use ui::leaf;

use super::routes::{Route, Routes};
use crate::dom;

/// Coordinates are written in tenths of a page pixel.
const TENTHS: f64 = 10.0;

/// How the way to a copy looks: the class that the styles know.
fn class(copy: &CopyView) -> &'static str {
    match copy.standing {
        Standing::Up if copy.loss > 0 => "lossy",
        Standing::Up | Standing::PartlyStopped => "open",
        Standing::Stopped | Standing::Cut | Standing::ZoneCut => "cut",
    }
}

/// Whether both scenes have the same ways.
pub(super) fn same(one: &Scene, other: &Scene) -> bool {
    let classes = |scene: &Scene| -> Vec<&'static str> { scene.copies.iter().map(class).collect() };
    let readers = |scene: &Scene| -> Vec<_> {
        let readers = scene.readers.iter();
        readers.map(|it| (it.reader, it.up)).collect()
    };
    one.clients.lanes.len() == other.clients.lanes.len()
        && classes(one) == classes(other)
        && readers(one) == readers(other)
}

/// Draws every way.
pub(super) fn paint(routes: &Routes, scene: &Scene) {
    let Some(image) = dom::by_id(leaf::WIRES) else {
        return;
    };
    let mut drawing = String::from(r#"<g transform="scale(.1)">"#);
    let lanes = scene.clients.lanes.len();
    for route in routes.clients.iter().take(lanes) {
        add(&mut drawing, "open", route);
    }
    for (copy, route) in scene.copies.iter().zip(&routes.copies) {
        add(&mut drawing, class(copy), route);
    }
    for (reader, route) in scene.readers.iter().zip(&routes.streams) {
        add(
            &mut drawing,
            if reader.up { "stream" } else { "cut" },
            route,
        );
    }
    drawing.push_str("</g>");
    image.set_inner_html(&drawing);
}

fn add(drawing: &mut String, class: &str, route: &Route) {
    let mut command = 'M';
    drawing.push_str(r#"<path class=""#);
    drawing.push_str(class);
    drawing.push_str(r#"" d=""#);
    for point in &route.points {
        let (x, y) = ((point.x * TENTHS) as i32, (point.y * TENTHS) as i32);
        write!(drawing, "{command}{x} {y}").expect("a string takes everything");
        command = 'L';
    }
    drawing.push_str(r#""/>"#);
}
