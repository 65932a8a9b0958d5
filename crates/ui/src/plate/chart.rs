//! The map of the world view: land in dots, ways that bend, and where each thing stands.

use std::cell::OnceCell;
use std::fmt::Write as _;

use base::RegionId;
use scene::{Mark, RegionView, WayView, WorldView};
use yew::{AttrValue, Html, html};

use super::world::name_of_region;
use crate::model::{Props, tone_name};
use crate::parts::text;
use crate::{Ask, Words, leaf};

/// The map's own units: width and height.
const WIDE: i32 = 1_000;
const HIGH: i32 = 420;
/// Between two dots.
const APART: i32 = 10;
/// Room below a Region for its name and what is to be counted there, and the least height of the map.
const BELOW: i32 = 92;
const LEAST: i32 = 320;
/// The middle of a way is no nearer to the upper edge than this.
const ABOVE: i32 = 24;
/// Shapes that are drawn of a count.
const COUNTED: u64 = 12;
/// Land: a row of dots from north to south, a bit for each from west to east.
const LAND: [u128; (HIGH / APART) as usize] = [
    0x7fe0000001ffe1ffc0000,
    0xffffffc003000ffc3ffc07c0,
    0xfffffffff9fc007f87ffffff0,
    0xffffffffffef031f003fffff8,
    0x3ffffffffff7800f011fffff0,
    0x73fffffffe700000f0fffc40,
    0x60ffffffff330001f7ffe000,
    0x40fffffffffb8003ffffc000,
    0x1fffffffffe0000ffff8000,
    0xfffffffffe0001ffff0000,
    0x27fffffe3f700007fff0000,
    0x3ffffffdc380003fff0000,
    0x12ffffffe0380001fff0000,
    0x1c7fffff01f00000ffe0000,
    0xffffff8ff80000ffc0000,
    0xffffeffff800008fc0000,
    0x7fffdffffc00000780000,
    0x3ffc3efffe00000780000,
    0xf3c1ffffe00062e00000,
    0x8f1c0ffffe00003000000,
    0xe0807fffc00006000000,
    0x10a080ffffc000ec000000,
    0x2100ffff8003f0000000,
    0x640007ff00007f0000000,
    0x1f20007ff0000ff0000000,
    0x18b40003fe0003ff0000000,
    0x38080001fe000fff0000000,
    0x70100001fc000fff0000000,
    0x1fe000fff0000000,
    0x2c000009fe0007fe0000000,
    0x3f00000dfe0007fc0000000,
    0x7fc0000cfe0007fc0000000,
    0xffc0000c7c0003fc0000000,
    0x1ffc000007c0001fc0000000,
    0xffc000007c0000fc0000000,
    0xffc000003800007c0000000,
    0x40f00000000000007c0000000,
    0xc0600000000000003c0000000,
    0x40000000000000001e0000000,
    0x20000000000000000e0000000,
    0xe0000000,
    0x60000000,
];

thread_local! {
    static DOTS: OnceCell<AttrValue> = const { OnceCell::new() };
}

/// Every run of land as a line, which the styles draw as dots.
fn dots() -> AttrValue {
    let draw = || {
        let mut path = String::new();
        for (row, bits) in (0..).zip(LAND) {
            let y = row * APART + APART / 2;
            let (mut at, mut bits) = (0, bits);
            while bits != 0 {
                let sea = bits.trailing_zeros();
                bits >>= sea;
                let land = bits.trailing_ones();
                bits = bits.checked_shr(land).unwrap_or(0);
                let x = (at + sea as i32) * APART + APART / 2;
                let long = (land as i32 - 1) * APART + 1;
                write!(path, "M{x} {y}h{long}").ok();
                at += (sea + land) as i32;
            }
        }
        AttrValue::from(path)
    };
    DOTS.with(|dots| dots.get_or_init(draw).clone())
}

fn at((x, y): (u16, u16)) -> (i32, i32) {
    (i32::from(x) * WIDE / 1_000, i32::from(y) * HIGH / 1_000)
}

/// How much of the map is shown: no more of the south than there are Regions in.
fn height(view: &WorldView) -> i32 {
    let lowest = view.regions.iter().map(|it| at(it.place).1).max();
    (lowest.unwrap_or(0) + BELOW).clamp(LEAST, HIGH)
}

/// Where the names of Regions stand on the map: the element, and thousandths of the map's width and height.
pub fn places(view: &WorldView) -> Vec<(String, (i32, i32))> {
    let height = height(view);
    let place = |it: &RegionView| {
        let (x, y) = at(it.place);
        (
            leaf::place(it.region),
            (x * 1_000 / WIDE, y * 1_000 / height),
        )
    };
    view.regions.iter().map(place).collect()
}

/// Where a way begins, the point it bends towards, and where it ends: it bends north, and if it leads south itself, west.
pub fn bend(from: (u16, u16), to: (u16, u16)) -> [(i32, i32); 3] {
    let (from, to) = (at(from), at(to));
    let (west, east) = if from.0 < to.0 {
        (from, to)
    } else {
        (to, from)
    };
    let (wide, high) = (east.0 - west.0, east.1 - west.1);
    let middle = (west.0.midpoint(east.0), west.1.midpoint(east.1));
    // The curve comes half as near as the point that it bends towards.
    let highest = 2 * ABOVE - middle.1;
    let over = (middle.0 + high / 4, (middle.1 - 16 - wide / 4).max(highest));
    [from, over, to]
}

/// A point of a way, so many hundredths along it.
fn along([from, over, to]: [(i32, i32); 3], hundredths: i32) -> (i32, i32) {
    let rest = 100 - hundredths;
    let mix = |from: i32, over: i32, to: i32| {
        (rest * rest * from + 2 * rest * hundredths * over + hundredths * hundredths * to) / 10_000
    };
    (mix(from.0, over.0, to.0), mix(from.1, over.1, to.1))
}

/// Where the lag of each way is written: half-way, or where nothing else is written.
fn lags(view: &WorldView) -> Vec<(i32, i32)> {
    const WIDE_AS: i32 = 78;
    const HIGH_AS: i32 = 22;
    // Names stand below their Regions.
    let name = |it: &RegionView| {
        let (x, y) = at(it.place);
        (x, y + 24)
    };
    let mut taken: Vec<(i32, i32)> = view.regions.iter().map(name).collect();
    let mut all = Vec::new();
    for way in &view.ways {
        let curve = bend(way.from.1, way.to.1);
        let free = |(x, y): &(i32, i32)| {
            let near = |other: &(i32, i32)| {
                (other.0 - x).abs() < WIDE_AS && (other.1 - (y - 14)).abs() < HIGH_AS
            };
            !taken.iter().any(near)
        };
        let mut places = [50, 60, 40, 70, 78, 32, 86].into_iter();
        let found = places.find_map(|part| Some(along(curve, part)).filter(free));
        let (x, y) = found.unwrap_or_else(|| along(curve, 50));
        taken.push((x, y - 14));
        all.push((x, y));
    }
    all
}

/// On which side of its Region a name stands, where below it that of a neighbour would be in the way.
fn side(region: RegionId) -> Option<&'static str> {
    match RegionId::NAMES[usize::from(region.0)] {
        "ca-central-1" | "eu-central-1" => Some("right"),
        "ap-northeast-2" => Some("left"),
        _ => None,
    }
}

pub(super) fn map(props: &Props, view: &WorldView) -> Html {
    let words = &props.model.words;
    let shown = AttrValue::from(format!("0 0 {WIDE} {}", height(view)));
    html! {
        <figure class="map" aria-label={words.of("world-figures")}>
            // What moves lies on a layer of its own, so that the land is not drawn anew with it.
            <svg viewBox={shown.clone()} aria-hidden="true"><path class="land" d={dots()} /></svg>
            <svg class="over" viewBox={shown} aria-hidden="true" focusable="false">
                { for view.ways.iter().zip(lags(view)).map(|(view, lag)| arc(words, view, lag)) }
                { for view.regions.iter().map(dot) }
                { for view.regions.iter().filter_map(crown) }
            </svg>
            { for view.regions.iter().map(|view| label(props, view)) }
        </figure>
    }
}

fn arc(words: &Words, view: &WayView, (x, y): (i32, i32)) -> Html {
    let [from, over, to] = bend(view.from.1, view.to.1);
    let d = format!(
        "M{} {}Q{} {} {} {}",
        from.0, from.1, over.0, over.1, to.0, to.1
    );
    let redo = (0..leaf::REDO).map(|place| {
        html! { <circle class="redo" id={leaf::redo(view.to.0, place)} r="4.5" cx="-9" cy="-9" /> }
    });
    html! {
        <g class="way" data-tone={tone_name(view.tone)} data-lag={view.measured.to_string()} key={view.to.0.0}>
            <path d={d} />
            { for redo }
            <text x={x.to_string()} y={(y - 9).to_string()} text-anchor="middle">{ view.lag.as_ref().map(|lag| words.say(lag)) }</text>
        </g>
    }
}

fn dot(view: &RegionView) -> Html {
    let (x, y) = at(view.place);
    let (x, y) = (
        AttrValue::from(x.to_string()),
        AttrValue::from(y.to_string()),
    );
    html! {
        <g class="place" data-tone={tone_name(view.tone)} key={view.region.0}>
            <circle class="halo" r="15" cx={x.clone()} cy={y.clone()} />
            <circle r="7" cx={x} cy={y} />
        </g>
    }
}

/// The crown of who leads: one for each database, which moves when another does.
fn crown(view: &RegionView) -> Option<Html> {
    let (database, (x, y)) = (view.crown?, at(view.place));
    Some(html! {
        <g class="crown" key={format!("crown-{database}")} transform={format!("translate({x} {})", y - 12)}>
            <path d="M-14 0l3 -11 6 6 5 -9 5 9 6 -6 3 11z" />
        </g>
    })
}

/// A Region on the map leads to its card. It is put in its place by whoever owns the frames.
#[inline(never)]
fn label(props: &Props, view: &RegionView) -> Html {
    let words = &props.model.words;
    html! {
        <div class="spot" data-side={side(view.region)} id={leaf::place(view.region)} key={view.region.0} data-tone={tone_name(view.tone)}>
            <button type="button" aria-label={words.say(&view.says)}
                onclick={props.asks(Ask::GoTo(name_of_region(view.region)))}>{ words.say(&view.name) }</button>
            { view.mark.as_ref().map(|mark| counted(words, mark)) }
        </div>
    }
}

/// As many shapes as there are commits, while they can be counted.
pub(super) fn counted(words: &Words, mark: &Mark) -> Html {
    let shape = match mark.tone {
        scene::Tone::Waiting => "\u{25c6}",
        scene::Tone::Fault => "\u{2715}",
        _ => "\u{25a3}",
    };
    let shapes = shape.repeat(mark.count.min(COUNTED) as usize);
    html! {
        <p class="mark" data-tone={tone_name(mark.tone)}>
            <span aria-hidden="true">{ shapes }</span>{ text("span", "", words.say(&mark.says)) }
        </p>
    }
}
