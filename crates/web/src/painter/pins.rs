//! Where the words on the ruler stand.

use session::scene::{RulerView, WaitingMark};

use super::layout::Layout;
use super::ruler::x_of;
use crate::leaves::{Leaf, Leaves};

/// Free space between two words.
const SPACE: f64 = 4.0;

/// Puts the names of marks where the marks are. The VDL never passes the VCL, so its name hangs to the left of
/// its mark and the VCL's to the right.
pub(super) fn place(leaves: &mut Leaves, layout: &Layout, ruler: &RulerView) {
    let track = layout.track;
    let x = |lsn| x_of(ruler, track, lsn) - track.x;
    let within = |left: f64, width: f64| left.clamp(0.0, (track.width - width).max(0.0));
    let (vdl_width, vcl_width) = (layout.pins.vdl, layout.pins.vcl);
    let vdl = within(x(ruler.vdl) - vdl_width + 1.0, vdl_width);
    let vcl = within((x(ruler.vcl) - 1.0).max(vdl + vdl_width + SPACE), vcl_width);
    // If there is no room left for both at the right end, the first gives way.
    let vdl = vdl.min(vcl - vdl_width - SPACE).max(0.0);
    leaves.shift(Leaf::PinVdl, vdl);
    leaves.shift(Leaf::PinVcl, vcl);
    for (place, tick) in ruler.ticks.iter().enumerate() {
        leaves.shift_middle(Leaf::Tick(place as u8), x(*tick), track.width);
    }
    place_pgcls(leaves, layout, ruler);
    if let Some(mark) = told(ruler) {
        leaves.shift_middle(Leaf::PinCommit, x(mark.scn), track.width);
    }
}

/// Of two PGCLs the one further left hangs to the left of its mark if there is room, the other to the right.
fn place_pgcls(leaves: &mut Leaves, layout: &Layout, ruler: &RulerView) {
    let track = layout.track;
    let mut places: [usize; 2] = [0, 1];
    if let [(_, first), (_, second)] = ruler.pgcls[..]
        && second < first
    {
        places = [1, 0];
    }
    let mut free = 0.0;
    for (order, place) in places.into_iter().enumerate() {
        let Some((_, lsn)) = ruler.pgcls.get(place) else {
            continue;
        };
        let x = x_of(ruler, track, *lsn) - track.x;
        let width = layout.pins.pgcls[place];
        let before = x - width - 3.0;
        let left = if order == 0 && before >= 0.0 {
            before
        } else {
            x + 5.0
        };
        let left = left.max(free).min((track.width - width).max(0.0));
        leaves.shift(Leaf::PinPgcl(place as u8), left);
        free = left + width + 2.0 * SPACE;
    }
}

/// The waiting commit that has its name written: the visitor's, else the oldest.
pub(super) fn told(ruler: &RulerView) -> Option<&WaitingMark> {
    let visitors = ruler.waiting.iter().rev().find(|mark| mark.is_visitor);
    visitors.or(ruler.waiting.first())
}
