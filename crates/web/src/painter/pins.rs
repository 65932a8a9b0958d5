//! Where the words on the ruler stand.

use session::scene::{RulerView, WaitingMark};

use super::layout::Layout;
use super::ruler::x_of;
use crate::leaves::Leaves;

/// Free space between two words.
const SPACE: f64 = 4.0;

/// Puts the names of marks where the marks are. The VDL never passes the VCL, so its name hangs to the left of
/// its mark and the VCL's to the right.
pub(super) fn place(leaves: &mut Leaves, layout: &Layout, ruler: &RulerView) {
    let track = layout.track;
    let x = |lsn| x_of(ruler, track, lsn) - track.x;
    let within = |left: f64, width: f64| left.clamp(0.0, (track.width - width).max(0.0));
    let (vdl_width, vcl_width) = (layout.pin_width("vdl"), layout.pin_width("vcl"));
    let vdl = within(x(ruler.vdl) - vdl_width + 1.0, vdl_width);
    let vcl = within((x(ruler.vcl) - 1.0).max(vdl + vdl_width + SPACE), vcl_width);
    // If there is no room left for both at the right end, the first gives way.
    let vdl = vdl.min(vcl - vdl_width - SPACE).max(0.0);
    leaves.shift("pin-vdl", vdl);
    leaves.shift("pin-vcl", vcl);
    for (place, tick) in ruler.ticks.iter().enumerate() {
        leaves.shift_middle(&ui::leaf::tick(place), x(*tick), track.width);
    }
    let mut pgcls: Vec<(usize, f64)> = ruler.pgcls.iter().map(|(_, lsn)| x(*lsn)).enumerate().collect();
    pgcls.sort_by(|one, other| one.1.total_cmp(&other.1));
    let mut free = 0.0;
    for (order, (place, x)) in pgcls.iter().enumerate() {
        let name = if *place == 0 { "pgcl-0" } else { "pgcl-1" };
        let width = layout.pin_width(name);
        // The one further left hangs to the left of its mark, the other to the right.
        let left = if order == 0 { x - width - 3.0 } else { x + 5.0 };
        let left = within(left.max(free), width);
        leaves.shift(&ui::leaf::pin(name), left);
        free = left + width + 2.0 * SPACE;
    }
    if let Some(mark) = told(ruler) {
        leaves.shift_middle("pin-commit", x(mark.scn), track.width);
    }
}

/// The waiting commit that has its name written: the visitor's, else the oldest.
pub(super) fn told(ruler: &RulerView) -> Option<&WaitingMark> {
    let visitors = ruler.waiting.iter().rev().find(|mark| mark.is_visitor);
    visitors.or(ruler.waiting.first())
}
