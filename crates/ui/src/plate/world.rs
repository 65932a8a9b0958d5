//! A global database: Regions on a map, the ways between them, what can be done, and what came of it.
//!
//! The map is drawn from whole degrees and a few straight lines of our own. Where there is no room for it the lists below say the
//! same; they say it everywhere. Redo on its way is moved by whoever owns the frames, on the circles that stand here for
//! it.

use base::{Arg, Phrase, RegionId};
use scene::{Figures, Forecast, ManualStep, Outlook, RegionView, Report, Tone, WayView, WorldView};
use session::{Action, GlobalCommand};
use yew::{AttrValue, Callback, Html, KeyboardEvent, html};

use crate::model::{Props, tone_name};
use crate::parts::{button, text};
use crate::plate::outage::fact;
use crate::{Ask, Words, leaf};

/// The map's own units: width and height.
const WIDE: u32 = 1_000;
const HIGH: u32 = 420;
/// Land, in a few straight lines each.
const LAND: [&str; 6] = [
    "M40 35 130 18 250 25 330 60 300 90 290 130 275 165 255 205 225 170 180 140 150 95 60 60Z",
    "M250 205 300 215 400 270 370 330 330 400 305 370 285 280 275 235Z",
    "M485 130 480 105 515 70 560 15 700 5 960 25 940 75 890 100 860 160 800 215 770 240 745 215 710 185 690 220 650 165 600 150 560 125 520 125Z",
    "M465 190 500 130 590 145 620 215 635 215 610 270 580 330 550 360 530 290 525 235 480 230Z",
    "M815 320 880 285 905 300 930 350 900 380 815 360Z",
    "M300 30 380 5 410 15 385 55 340 70Z",
];

/// The value of the identity of a Region's card.
pub fn name_of_region(region: RegionId) -> String {
    format!("region-{}", RegionId::NAMES[usize::from(region.0)])
}

pub(crate) fn world(props: &Props, view: &WorldView, manual: bool) -> Html {
    let words = &props.model.words;
    html! {
        <section class="card world" aria-labelledby="plate-title" onkeydown={keys(props, view)}>
            <div class="head">
                <h2 id="plate-title">{ words.of("world-title") }</h2>
                { state(words, view.tone, &view.says) }
            </div>
            { map(props, view) }
            { rules(props, view) }
            <ul class="regions">{ for view.regions.iter().map(|view| region(props, view)) }</ul>
            { text("h3", "", words.of("world-ways")) }
            <ul class="ways">{ for view.ways.iter().map(|view| way(props, view)) }</ul>
            if manual {
                { steps(words, &view.manual) }
            }
            { planner(props, view) }
            { view.report.as_ref().map(|view| report(words, view)) }
        </section>
    }
}

/// Arrows lead from Region to Region.
fn keys(props: &Props, view: &WorldView) -> Callback<KeyboardEvent> {
    let on = props.on.clone();
    let ids: Vec<String> = view
        .regions
        .iter()
        .map(|it| name_of_region(it.region))
        .collect();
    Callback::from(move |event: KeyboardEvent| {
        let forward = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => true,
            "ArrowLeft" | "ArrowUp" => false,
            _ => return,
        };
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        on.emit(Ask::GoAmong(ids.clone(), forward));
        event.prevent_default();
        event.stop_propagation();
    })
}

#[inline(never)]
fn state(words: &Words, tone: Tone, says: &Phrase) -> Html {
    html! { <p class="state" data-tone={tone_name(tone)}><span class="shape"></span>{ words.say(says) }</p> }
}

fn at((x, y): (u16, u16)) -> (u32, u32) {
    (u32::from(x) * WIDE / 1_000, u32::from(y) * HIGH / 1_000)
}

/// The point a way bends towards: above its middle.
pub fn bend(from: (u16, u16), to: (u16, u16)) -> [(u32, u32); 3] {
    let (from, to) = (at(from), at(to));
    let apart = from.0.abs_diff(to.0);
    let middle = from.0.midpoint(to.0);
    [
        from,
        (middle, from.1.min(to.1).saturating_sub(20 + apart / 8)),
        to,
    ]
}

fn map(props: &Props, view: &WorldView) -> Html {
    let words = &props.model.words;
    let lines = [-120, -60, 0, 60, 120].map(|degrees| {
        let x = ((degrees + 180) * 1_000 / 360).to_string();
        html! { <path class="grid" d={format!("M{x} 0V{HIGH}")} /> }
    });
    html! {
        <figure class="map" aria-label={words.of("world-figures")}>
            <svg viewBox={format!("0 0 {WIDE} {HIGH}")} aria-hidden="true" focusable="false">
                { for lines }
                { for LAND.iter().map(|d| html! { <path class="land" d={*d} /> }) }
                { for view.ways.iter().map(|view| arc(words, view)) }
                { for view.regions.iter().map(dot) }
            </svg>
            { for view.regions.iter().map(|view| label(props, view)) }
        </figure>
    }
}

fn arc(words: &Words, view: &WayView) -> Html {
    let [from, over, to] = bend(view.from.1, view.to.1);
    let d = format!(
        "M{} {}Q{} {} {} {}",
        from.0, from.1, over.0, over.1, to.0, to.1
    );
    // Half-way between the bend and the line.
    let (x, y) = (
        (from.0 + 2 * over.0 + to.0) / 4,
        (from.1 + 2 * over.1 + to.1) / 4,
    );
    let redo = (0..leaf::REDO).map(|place| {
        html! { <circle class="redo" id={leaf::redo(view.to.0, place)} r="4" cx="-9" cy="-9" /> }
    });
    html! {
        <g class="way" data-tone={tone_name(view.tone)} key={view.to.0.0}>
            <path d={d} />
            { for redo }
            <text x={x.to_string()} y={(y.max(18) - 6).to_string()} text-anchor="middle">{ words.say(&view.lag) }</text>
        </g>
    }
}

fn dot(view: &RegionView) -> Html {
    let (x, y) = at(view.place);
    let shape = if view.primary {
        // The crown of who leads.
        format!("M{} {}l3 -11 6 6 5 -9 5 9 6 -6 3 11z", x - 14, y - 9)
    } else {
        String::new()
    };
    html! {
        <g class="place" data-tone={tone_name(view.tone)} key={view.region.0}>
            <circle r="7" cx={x.to_string()} cy={y.to_string()} />
            <path class="crown" d={shape} />
        </g>
    }
}

/// A Region on the map leads to its card. It is put in its place by whoever owns the frames.
#[inline(never)]
fn label(props: &Props, view: &RegionView) -> Html {
    let words = &props.model.words;
    html! {
        <button type="button" id={leaf::place(view.region)} data-tone={tone_name(view.tone)} aria-label={words.say(&view.says)}
            onclick={props.asks(Ask::GoTo(name_of_region(view.region)))}>{ words.say(&view.name) }</button>
    }
}

#[inline(never)]
fn figures(words: &Words, figures: &Figures) -> Html {
    html! {
        <dl>
            { for figures.iter().map(|(label, value)| html! {
                <div><dt>{ words.say(label) }</dt><dd>{ words.say(value) }</dd></div>
            }) }
        </dl>
    }
}

#[inline(never)]
fn deeds(props: &Props, of: &Phrase, deeds: &[(Phrase, GlobalCommand)]) -> Html {
    let words = &props.model.words;
    html! {
        <details>
            <summary>{ words.of("world-deeds") }<span class="spoken">{ " " }{ words.say(of) }</span></summary>
            <div class="deed-list">
                { for deeds.iter().map(|(label, command)| {
                    button("button", "", words.say(label), props.does(Action::GiveGlobal(command.clone())))
                }) }
            </div>
        </details>
    }
}

fn region(props: &Props, view: &RegionView) -> Html {
    let words = &props.model.words;
    let code = RegionId::NAMES[usize::from(view.region.0)];
    html! {
        <li class="region" id={name_of_region(view.region)} tabindex="-1" key={view.region.0} data-tone={tone_name(view.tone)}
            data-primary={view.primary.to_string()} data-writable={view.writable.to_string()} aria-label={words.say(&view.says)}>
            <p class="name">
                if view.primary {
                    <svg class="crown" viewBox="0 0 28 12" aria-hidden="true"><path d="M0 12 3 1l6 6 5-7 5 7 6-6 3 11z" /></svg>
                }
                { text("b", "", words.say(&view.name)) }
                { text("code", "quiet-text", code.into()) }
            </p>
            { state(words, view.tone, &view.state) }
            { figures(words, &view.figures) }
            <div class="enter">{ button("button", "", words.of("ui-enter"), props.does(Action::Enter(Some(view.region)))) }</div>
            { deeds(props, &view.name, &view.deeds) }
        </li>
    }
}

/// The years whose rules hold, and how to have others.
fn rules(props: &Props, view: &WorldView) -> Html {
    let words = &props.model.words;
    let (title, all) = &view.rules;
    let (label, command) = &view.other_rules;
    html! {
        <details class="rules">
            <summary>{ words.say(title) }</summary>
            <ul>{ for all.iter().map(|(rule, id)| html! {
                <li class="quiet-text">{ words.say(rule) }{ words.gap() }{ fact(words, id) }</li>
            }) }</ul>
            { button("button", "", words.say(label), props.does(Action::GiveGlobal(command.clone()))) }
        </details>
    }
}

fn way(props: &Props, view: &WayView) -> Html {
    let words = &props.model.words;
    html! {
        <li key={view.to.0.0} data-tone={tone_name(view.tone)}>
            <p class="name state" data-tone={tone_name(view.tone)}><span class="shape"></span>{ text("b", "", words.say(&view.name)) }</p>
            { text("p", "spoken", words.say(&view.says)) }
            { figures(words, &view.figures) }
            { deeds(props, &view.name, &view.deeds) }
        </li>
    }
}

fn steps(words: &Words, steps: &[ManualStep]) -> Html {
    let step = |step: &ManualStep| {
        let tone = match (&step.wrong, step.done) {
            (Some(_), _) => Tone::Fault,
            (None, true) => Tone::Good,
            (None, false) => Tone::Waiting,
        };
        let done = if step.done {
            "manual-done"
        } else {
            "manual-open"
        };
        html! {
            <li data-tone={tone_name(tone)} data-done={step.done.to_string()}>
                <span class="shape"></span>
                <span>{ words.say(&step.what) }</span>
                { text("span", "state", words.of(done)) }
                { step.wrong.as_ref().map(|wrong| text("b", "", words.say(wrong))) }
            </li>
        }
    };
    html! {
        <div class="manual">
            <div class="head">{ text("h3", "", words.of("manual-title")) }{ fact(words, "G-30") }</div>
            <ol>{ for steps.iter().map(step) }</ol>
        </div>
    }
}

fn planner(props: &Props, view: &WorldView) -> Html {
    let words = &props.model.words;
    let Some(plans) = &view.plans else {
        let begin = view.has_targets.then(|| {
            button(
                "button",
                "",
                words.of("plan-begin"),
                props.does(Action::Plan(true)),
            )
        });
        return html! { <div class="planner">{ text("h3", "", words.of("plan-title")) }{ begin }</div> };
    };
    html! {
        <div class="planner">
            <div class="head">{ text("h3", "", words.of("plan-title")) }{ fact(words, "G-24") }</div>
            { text("p", "quiet-text", words.of("plan-about")) }
            <ul role="status">{ for plans.iter().map(|plan| forecast(props, view, plan)) }</ul>
            { button("button", "", words.of("plan-end"), props.does(Action::Plan(false))) }
        </div>
    }
}

fn forecast(props: &Props, view: &WorldView, plan: &Forecast) -> Html {
    let words = &props.model.words;
    let target = view.regions.iter().find(|region| region.region == plan.to);
    let name = target.map(|region| words.say(&region.name));
    let lag = view.ways.iter().find(|way| way.to.0 == plan.to);
    let lag = lag.map(|way| (Phrase::new("way-replication"), way.lag.clone()));
    let (tone, said) = match &plan.outlook {
        Outlook::UnderWay => (Tone::Waiting, words.of("plan-under-way")),
        Outlook::Refused(why) => (Tone::Fault, words.say(why)),
        Outlook::Done { lost: 0, .. } => (Tone::Good, AttrValue::default()),
        Outlook::Done { .. } => (Tone::Waiting, AttrValue::default()),
    };
    let mut rows: Figures = lag.into_iter().collect();
    let mut deed = None;
    if let Outlook::Done { downtime, lost } = plan.outlook {
        let took = Phrase::new("world-span").with("span", downtime);
        rows.push((Phrase::new("plan-downtime"), took));
        let count = Phrase::new("world-number").with("count", lost);
        rows.push((Phrase::new("plan-lost"), count));
        let label = words.of("plan-do");
        deed = Some(button(
            "button",
            "",
            label,
            props.does(Action::GiveGlobal(plan.command.clone())),
        ));
    }
    let way = if plan.planned {
        "plan-switchover"
    } else {
        "plan-failover"
    };
    html! {
        <li data-tone={tone_name(tone)}>
            <p class="name state" data-tone={tone_name(tone)}><span class="shape"></span><b>{ name }</b>{ " " }{ words.of(way) }</p>
            { figures(words, &rows) }
            if !said.is_empty() {
                { text("p", "state", said) }
            }
            { deed }
        </li>
    }
}

fn report(words: &Words, view: &Report) -> Html {
    let open = Phrase::new("report-open-after").with("took", view.open_after);
    let rto = match view.felt {
        Some(took) => Phrase::new("report-downtime").with("took", took),
        None => Phrase::new("report-nobody-yet"),
    };
    let rpo = Phrase::new("report-lost").with("count", view.lost);
    let tone = if view.lost > 0 {
        Tone::Fault
    } else {
        Tone::Good
    };
    let rows = view.rows.iter().map(|row| {
        let said = Phrase::new("report-row");
        let said = said.with("key", Arg::Text(row.key.clone().into()));
        let said = said.with("value", Arg::Text(row.value.clone().into()));
        let found = text("span", "state", words.say(&row.found));
        html! { <li>{ text("code", "", words.say(&said)) }{ found }</li> }
    });
    html! {
        <div class="report" id="report">
            <div class="head">{ text("h3", "", words.of("report-heading")) }{ fact(words, "G-39") }</div>
            { text("p", "", words.say(&view.title)) }
            { text("p", "", words.say(&open)) }
            { text("p", "", words.say(&rto)) }
            { state(words, tone, &rpo) }
            if !view.rows.is_empty() {
                { text("p", "quiet-text", words.of("report-rows")) }
                <ul class="lost">{ for rows }</ul>
            }
            { for view.notes.iter().map(|(note, id)| html! {
                <p class="quiet-text">{ words.say(note) }{ words.gap() }{ fact(words, id) }</p>
            }) }
        </div>
    }
}
