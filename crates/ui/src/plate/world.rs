//! A global database: Regions on a map, the ways between them, what can be done, and what came of it.
//!
//! Where there is no room for the map the cards say the same; they say it everywhere. Redo on its way is moved by whoever
//! owns the frames, on the circles that stand on the map for it.

use base::{Arg, Phrase, RegionId};
use scene::{Figures, Forecast, ManualStep, Outlook, RegionView, Report, Tone, WorldView};
use session::{Action, GlobalCommand};
use yew::{AttrValue, Callback, Html, KeyboardEvent, html};

use crate::model::{Props, tone_name};
use crate::parts::{button, text};
use crate::plate::chart::{counted, map};
use crate::plate::outage::fact;
use crate::{Ask, Words};

/// The value of the identity of a Region's card.
pub fn name_of_region(region: RegionId) -> String {
    format!("region-{}", RegionId::NAMES[usize::from(region.0)])
}

#[inline(never)]
pub(crate) fn world(props: &Props, view: &WorldView) -> Html {
    let words = &props.model.words;
    html! {
        <section class="card world" aria-labelledby="plate-title" onkeydown={keys(props, view)}>
            <div class="head">
                <h2 id="plate-title">{ words.of("world-title") }</h2>
                { state(words, view.tone, &view.says) }
            </div>
            { map(props, view) }
            <ul class="regions">{ for view.regions.iter().map(|region| card(props, view, region)) }</ul>
            { rules(props, view) }
        </section>
    }
}

/// What stands beside the map: the steps by hand, what came of a change, and what another would bring about.
#[inline(never)]
pub(crate) fn aside(props: &Props, view: &WorldView, manual: bool) -> Html {
    let report = view.report.as_ref().map(|it| report(props, it));
    html! {
        <>
            if manual {
                { steps(props, &view.manual) }
            }
            { report }
            { planner(props, view) }
        </>
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

type Deeds = [(Phrase, GlobalCommand)];

#[inline(never)]
fn deed_group(props: &Props, title: &Phrase, deeds: &Deeds) -> Html {
    html! { <div>{ text("h3", "", props.model.words.say(title)) }{ deed_list(props, deeds) }</div> }
}

pub(crate) fn deed_list(props: &Props, deeds: &Deeds) -> Html {
    let deed = |(label, command): &(Phrase, GlobalCommand)| {
        let label = props.model.words.say(label);
        let does = Action::GiveGlobal(command.clone());
        button("button", "", label, props.does(does))
    };
    html! { <div class="deed-list">{ for deeds.iter().map(deed) }</div> }
}

/// A summary that says of what it is one, to those who do not see where it stands.
#[inline(never)]
fn summary(words: &Words, id: &'static str, of: &Phrase) -> Html {
    html! { <summary>{ words.of(id) }<span class="spoken">{ " " }{ words.say(of) }</span></summary> }
}

fn card(props: &Props, whole: &WorldView, view: &RegionView) -> Html {
    let words = &props.model.words;
    let code = RegionId::NAMES[usize::from(view.region.0)];
    let way = whole.ways.iter().find(|way| way.to.0 == view.region);
    let tag = |(label, value): &(Phrase, Phrase)| {
        html! { <span class="tag">{ words.say(label) }<span class="spoken">{ " " }{ words.say(value) }</span></span> }
    };
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
            <div class="is">{ state(words, view.tone, &view.state) }{ for view.tags.iter().map(tag) }</div>
            { view.mark.as_ref().map(|mark| counted(words, mark)) }
            { figures(words, &view.figures) }
            if let Some(way) = way {
                <div class="way">
                    <p class="state" data-tone={tone_name(way.tone)}><span class="shape"></span>{ words.say(&way.name) }</p>
                    { text("p", "spoken", words.say(&way.says)) }
                    { figures(words, &way.figures) }
                </div>
            }
            <div class="doors">
                { button("button", "", words.of("ui-enter"), props.does(Action::Enter(Some(view.region)))) }
                <details class="deeds">
                    { summary(words, "world-deeds", &view.name) }
                    <div class="deed-groups">
                        { for view.deeds.iter().map(|(title, deeds)| deed_group(props, title, deeds)) }
                        { way.map(|way| deed_group(props, &way.name, &way.deeds)) }
                    </div>
                </details>
                <details class="more">
                    { summary(words, "world-more", &view.name) }
                    { figures(words, &view.more) }
                </details>
            </div>
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

fn steps(props: &Props, steps: &[ManualStep]) -> Html {
    let words = &props.model.words;
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
        let how = step.how.as_ref().map(|(region, how)| match region {
            Some(region) => {
                let go = props.asks(Ask::GoTo(name_of_region(*region)));
                button("how", "", words.say(how), go)
            }
            None => text("p", "how", words.say(how)),
        });
        html! {
            <li data-tone={tone_name(tone)} data-done={step.done.to_string()} aria-current={step.how.is_some().then_some("step")}>
                <span class="shape"></span>
                <div>
                    { text("span", "state", words.of(done)) }{ " " }{ words.say(&step.what) }
                    { step.wrong.as_ref().map(|wrong| text("p", "wrong", words.say(wrong))) }
                    { how }
                </div>
            </li>
        }
    };
    html! {
        <section class="card regional manual" aria-labelledby="manual-title">
            <div class="head"><h2 id="manual-title">{ words.of("manual-title") }</h2>{ fact(words, "G-30") }</div>
            <ol>{ for steps.iter().map(step) }</ol>
        </section>
    }
}

fn planner(props: &Props, view: &WorldView) -> Html {
    let words = &props.model.words;
    let Some(plans) = &view.plans else {
        if !view.has_targets {
            return Html::default();
        }
        let label = words.of("plan-begin");
        let begin = button("button", "", label, props.does(Action::Plan(true)));
        return html! { <section class="card regional planner">{ text("h2", "", words.of("plan-title")) }{ begin }</section> };
    };
    // What loses least, and of those what is over soonest.
    let cost = |plan: &Forecast| match plan.outlook {
        Outlook::Done { downtime, lost } => Some((lost, downtime)),
        _ => None,
    };
    let under_way = plans.iter().any(|it| it.outlook == Outlook::UnderWay);
    let best = plans.iter().filter_map(cost).min().filter(|_| !under_way);
    let best = |plan| best.is_some() && cost(plan) == best;
    html! {
        <section class="card regional planner">
            <div class="head">{ text("h2", "", words.of("plan-title")) }{ fact(words, "G-24") }</div>
            { text("p", "quiet-text", words.of("plan-about")) }
            <ul role="status">{ for plans.iter().map(|plan| forecast(props, view, plan, best(plan))) }</ul>
            { button("button", "", words.of("plan-end"), props.does(Action::Plan(false))) }
        </section>
    }
}

fn forecast(props: &Props, view: &WorldView, plan: &Forecast, best: bool) -> Html {
    let words = &props.model.words;
    let target = view.regions.iter().find(|region| region.region == plan.to);
    let name = target.map(|region| words.say(&region.name));
    let lag = view.ways.iter().find(|way| way.to.0 == plan.to);
    let lag = lag.and_then(|way| Some((Phrase::new("way-replication"), way.lag.clone()?)));
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
        <li data-best={best.to_string()}>
            <p class="name state" data-tone={tone_name(tone)}><span class="shape"></span><b>{ name }</b>{ " " }{ words.of(way) }</p>
            { figures(words, &rows) }
            if !said.is_empty() {
                { text("p", "state", said) }
            }
            { deed }
        </li>
    }
}

fn report(props: &Props, view: &Report) -> Html {
    let words = &props.model.words;
    let open = Phrase::new("report-open-after").with("took", view.open_after);
    let rto = match view.felt {
        Some(took) => Phrase::new("report-downtime").with("took", took),
        None => Phrase::new("report-nobody-yet"),
    };
    let felt = view.felt.map_or(AttrValue::from("–"), |took| {
        words.say(&Phrase::new("world-span").with("span", took))
    });
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
        <section class="card regional report" id="report" aria-labelledby="report-title">
            <div class="head"><h2 id="report-title">{ words.of("report-heading") }</h2>{ fact(words, "G-39") }</div>
            { text("p", "", words.say(&view.title)) }
            <dl class="sums" aria-hidden="true">
                <div data-tone={view.felt.is_none().then_some("waiting")}><dt>{ "RTO" }</dt><dd>{ felt }</dd></div>
                <div data-tone={tone_name(tone)}><dt>{ "RPO" }</dt><dd>{ view.lost }</dd></div>
            </dl>
            { text("p", "", words.say(&rto)) }
            { state(words, tone, &rpo) }
            { text("p", "quiet-text", words.say(&open)) }
            if !view.rows.is_empty() {
                { text("p", "quiet-text", words.of("report-rows")) }
                <ul class="gone">{ for rows }</ul>
            }
            { for view.notes.iter().map(|(note, id)| html! {
                <p class="quiet-text">{ words.say(note) }{ words.gap() }{ fact(words, id) }</p>
            }) }
        </section>
    }
}
