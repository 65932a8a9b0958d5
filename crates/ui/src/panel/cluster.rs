//! Building a cluster and running it: its instances, what is done to it as a whole, its policies, its custom endpoints, which
//! names clients use.
//!
//! Nothing is kept here. Each choice is a command at once, and shows what the engine made of it: until then a list goes on
//! showing what is, so that nothing is seen that was refused.

use std::rc::Rc;

use base::{Phrase, ReaderId};
use scene::{
    Class, ClusterView, Command, CustomView, Endpoint, EndpointKind, EndpointName, EndpointSpec,
    InstanceView, ReaderSpec, Size, TIER_LAST, ZoneId,
};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::{AttrValue, Callback, Event, Html, NodeRef, SubmitEvent, TargetCast, html};

use crate::Ask;
use crate::model::{Props, tone_name};
use crate::panel::policies;
use crate::parts::text;
use crate::{icons, panel};

pub(crate) fn cluster(props: &Props, name: &NodeRef) -> Html {
    match &props.model.cluster {
        Some(view) => card(props, name, view),
        None => html! {},
    }
}

#[inline(never)]
fn card(props: &Props, name: &NodeRef, view: &ClusterView) -> Html {
    let words = &props.model.words;
    let add = ZoneId::all().map(|zone| {
        let label = Phrase::new("deed-add-reader").with("zone", zone.to_string());
        let command = Command::AddReader(ReaderSpec::in_zone(zone));
        html! {
            <button type="button" class="button" onclick={props.asks(Ask::Give(vec![command]))}>{ words.say(&label) }</button>
        }
    });
    html! {
        <section class="card cluster" aria-labelledby="cluster-title">
            <details open={props.model.building || props.model.lesson.is_none()}>
                <summary><h2 id="cluster-title">{ words.of("cluster-title") }</h2></summary>
                { policies::operations(props, view) }
                <ul class="instances-list">{ for view.instances.iter().map(|view| instance(props, view)) }</ul>
                <div class="deed-list">{ for add }</div>
                { text("p", "quiet-text", words.of("cluster-about")) }
                { policies::policies(props, view) }
                <h3>{ words.of("cluster-endpoints") }{ " " }{ text("span", "fact", panel::why::fact(words, "I-8")) }</h3>
                <ul class="customs">{ for view.customs.iter().map(|custom| custom_row(props, view, custom)) }</ul>
                <form onsubmit={create(props, name)}>
                    <label>{ words.of("cluster-endpoint-name") }
                        <input class="field" ref={name.clone()} ~defaultValue="reports" autocomplete="off" autocapitalize="off" spellcheck="false" />
                    </label>
                    <button type="submit" class="button">{ words.of("cluster-create") }</button>
                </form>
                { told(props, view, false) }
                { told(props, view, true) }
            </details>
        </section>
    }
}

/// A list to choose from, with the place that is chosen.
#[inline(never)]
pub(super) fn choice(
    props: &Props,
    label: AttrValue,
    options: Vec<AttrValue>,
    chosen: usize,
    disabled: bool,
    wish: Rc<dyn Fn(usize) -> Ask>,
) -> Html {
    let on = props.on.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(select) = event.target_dyn_into::<HtmlSelectElement>() {
            let place = select.selected_index();
            select.set_selected_index(chosen as i32);
            on.emit(wish(place.max(0) as usize));
        }
    });
    html! {
        <select class="choice" aria-label={label} {disabled} {onchange} ~selectedIndex={chosen as i32}>
            { for options.into_iter().enumerate().map(|(place, text)| html! {
                <option selected={place == chosen}>{ text }</option>
            }) }
        </select>
    }
}

pub(super) fn one(command: Command) -> Ask {
    Ask::Give(vec![command])
}

#[inline(never)]
fn instance(props: &Props, view: &InstanceView) -> Html {
    let words = &props.model.words;
    let (reader, spec) = (view.reader, view.spec);
    let fixed = view.writes || view.leaves;
    let number = |id| Phrase::new(id).with("number", reader.number());
    let of = |id: &'static str| {
        let label = number("cluster-of").with("what", Phrase::new(id));
        words.say(&label)
    };
    let zones = ZoneId::all().map(|zone| AttrValue::from(zone.to_string()));
    let tiers = (0..=TIER_LAST).map(|tier| AttrValue::from(tier.to_string()));
    let classes = Class::ALL.map(|class| class.name().into());
    let sizes = Size::ALL.map(|size| size.name().into());
    let it = view.clone();
    let cpu = Phrase::new("cpu").with("percent", view.cpu_permille.div_ceil(10));
    let place = |found: Option<usize>| found.unwrap_or_default();
    html! {
        <li key={reader.0}>
            <p class="head" data-tone={tone_name(view.tone)}>
                <span class="shape"></span>
                { text("b", "", words.say(&number("outage-instance"))) }
                { text("span", "state", words.say(&view.status)) }
                { text("span", "quiet-text", words.say(&cpu)) }
                <button type="button" class="button quiet icon" aria-label={words.say(&number("cluster-remove"))} disabled={fixed}
                    onclick={props.asks(one(Command::RemoveReader { reader }))}>{ icons::close() }</button>
            </p>
            <p class="choices">
                <label>{ words.of("row-zone") }
                    { choice(props, of("row-zone"), zones.collect(), spec.zone.0.into(), fixed, Rc::new(move |place| {
                        moved(&it, ZoneId(place as u8))
                    })) }
                </label>
                <label>{ words.of("row-tier") }
                    { choice(props, of("row-tier"), tiers.collect(), spec.tier.into(), view.leaves, Rc::new(move |place| {
                        one(Command::SetTier { reader, tier: place as u8 })
                    })) }
                </label>
                <label>{ words.of("cluster-class") }
                    { choice(props, of("cluster-class"), classes.into(), place(Class::ALL.iter().position(|it| *it == spec.class)), fixed,
                        Rc::new(move |place| modify(reader, Class::ALL.get(place).copied(), None))) }
                </label>
                <label>{ words.of("row-size") }
                    { choice(props, of("row-size"), sizes.into(), place(Size::ALL.iter().position(|it| *it == spec.size)), fixed,
                        Rc::new(move |place| modify(reader, None, Size::ALL.get(place).copied()))) }
                </label>
            </p>
        </li>
    }
}

/// A reader moves to another zone: it is created anew there, and deleted here.
pub(crate) fn moved(view: &InstanceView, zone: ZoneId) -> Ask {
    let there = Command::AddReader(ReaderSpec { zone, ..view.spec });
    let reader = view.reader;
    Ask::Give(vec![there, Command::RemoveReader { reader }])
}

fn modify(reader: ReaderId, class: Option<Class>, size: Option<Size>) -> Ask {
    one(Command::ModifyInstance {
        reader,
        class,
        size,
    })
}

/// The endpoint with other members: those that are there, or all but those that are not.
fn edited(cluster: &ClusterView, custom: &CustomView, members: &[ReaderId], open: bool) -> Ask {
    let others = cluster.instances.iter().map(|instance| instance.reader);
    let others = others.filter(|id| !members.contains(id)).collect();
    one(Command::EditEndpoint(EndpointSpec {
        name: custom.name.clone(),
        kind: None,
        only: (!open).then(|| members.to_vec()),
        except: open.then_some(others),
    }))
}

#[inline(never)]
fn custom_row(props: &Props, cluster: &ClusterView, view: &CustomView) -> Html {
    let words = &props.model.words;
    let named = |id| words.say(&Phrase::new(id).with("name", view.name.clone()));
    let members = cluster.instances.iter().map(|instance| {
        let id = instance.reader;
        let is_member = view.members.contains(&id);
        let mut others = view.members.clone();
        match is_member {
            true => others.retain(|member| *member != id),
            false => others.push(id),
        }
        let ask = edited(cluster, view, &others, view.open);
        html! {
            <button type="button" class="button" aria-pressed={is_member.to_string()} onclick={props.asks(ask)}>{ id.number() }</button>
        }
    });
    let (name, kinds) = (view.name.clone(), [EndpointKind::Reader, EndpointKind::Any]);
    let texts = ["cluster-readers-only", "cluster-any"].map(|id| words.of(id));
    let join = edited(cluster, view, &view.members, !view.open);
    let (only, except) = match view.open {
        false => (Some(view.members.clone()), None),
        true => {
            let all = cluster.instances.iter().map(|instance| instance.reader);
            (
                None,
                Some(all.filter(|id| !view.members.contains(id)).collect()),
            )
        }
    };
    let kind = choice(
        props,
        named("cluster-kind"),
        texts.into(),
        usize::from(view.kind == EndpointKind::Any),
        false,
        Rc::new(move |place| {
            one(Command::EditEndpoint(EndpointSpec {
                name: name.clone(),
                kind: kinds.get(place).copied(),
                only: only.clone(),
                except: except.clone(),
            }))
        }),
    );
    let delete = Command::DeleteEndpoint {
        name: view.name.clone(),
    };
    html! {
        <li key={view.name.clone()}>
            <p class="head">
                <b>{ view.name.clone() }</b>
                { kind }
                <button type="button" class="button quiet icon" aria-label={named("cluster-delete")}
                    onclick={props.asks(one(delete))}>{ icons::close() }</button>
            </p>
            <div class="deed-list" role="group" aria-label={named("cluster-members")}>
                { for members }
                <button type="button" class="button" aria-pressed={view.open.to_string()} onclick={props.asks(join)}>{ words.of("cluster-join") }</button>
            </div>
        </li>
    }
}

fn create(props: &Props, name: &NodeRef) -> Callback<SubmitEvent> {
    let (on, name) = (props.on.clone(), name.clone());
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        let field = name.cast::<HtmlInputElement>();
        on.emit(one(Command::CreateEndpoint(EndpointSpec {
            name: field.map(|field| field.value()).unwrap_or_default(),
            kind: None,
            only: None,
            except: None,
        })));
    })
}

/// Which name clients of loads, or the person at the page, connect through.
#[inline(never)]
fn told(props: &Props, view: &ClusterView, visitor: bool) -> Html {
    let words = &props.model.words;
    let customs = view.customs.iter();
    let mut names = vec![
        None,
        Some(EndpointName::Cluster),
        Some(EndpointName::Reader),
    ];
    names.extend(
        customs
            .clone()
            .map(|it| Some(EndpointName::Custom(it.name.clone()))),
    );
    let mut texts = ["endpoint-usual", "endpoint-cluster", "endpoint-reader"]
        .map(|id| words.of(id))
        .to_vec();
    let custom = |it: &CustomView| Phrase::new("endpoint-custom").with("name", it.name.clone());
    texts.extend(customs.clone().map(|it| words.say(&custom(it))));
    let chosen = match view.told[usize::from(visitor)] {
        None | Some(Endpoint::Instance(_)) => 0,
        Some(Endpoint::Cluster) => 1,
        Some(Endpoint::Reader) => 2,
        Some(Endpoint::Custom(id)) => {
            let place = view.customs.iter().position(|custom| custom.id == id);
            place.map_or(0, |place| place + 3)
        }
    };
    let label = words.of(match visitor {
        true => "cluster-you-through",
        false => "cluster-clients-through",
    });
    let wish = move |place: usize| {
        let endpoint = names.get(place).cloned().flatten();
        one(Command::ConnectThrough { endpoint, visitor })
    };
    html! {
        <label class="through">{ label.clone() }
            { choice(props, label, texts, chosen, false, Rc::new(wish)) }
        </label>
    }
}
