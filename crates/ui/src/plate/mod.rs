//! The pictures that chapters show besides the stage.

mod board;
mod caches;
mod chart;
mod endpoints;
mod map;
mod node;
mod outage;
mod pair;
mod scaling;
mod volume;
pub(crate) mod world;

use session::Show;
use yew::{Html, html};

use crate::Ask;
use crate::model::Props;
pub use chart::{bend, places};
pub use map::name_of as name_of_state;
pub use volume::VolumeView;
pub use world::name_of_region;

/// What a chapter shows besides the stage, ready to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Plate {
    /// What the 64 states of a group allow, and the place of the one that is chosen.
    Map(scene::StateMap, Option<usize>),
    /// Something made of rows.
    Board(scene::Board),
    /// A storage node from inside.
    Node(scene::PipelineView),
    /// What an outage of the writer is made of, and who follows.
    Outage(scene::OutageView),
    /// Where each name leads, and what clients keep of it.
    Endpoints(scene::EndpointsView),
    /// How busy instances are, and what auto scaling makes of it.
    Scaling(scene::ScalingView),
    /// What instances have in memory.
    Caches(scene::CachesView),
    /// The run and the same with one thing changed.
    Pair(Box<scene::PairView>),
    /// All groups of a volume.
    Volume(VolumeView),
    /// The Regions of a global database; whether the six steps by hand are shown.
    World(Box<scene::WorldView>, bool),
}

impl Plate {
    /// The value of the attribute `data-plate` of the page and its main part, by which the styles make room.
    pub(crate) const fn name(&self) -> &'static str {
        match self {
            Plate::Map(..) | Plate::Board(_) | Plate::Volume(_) => "small",
            Plate::World(..) => "world",
            Plate::Node(_)
            | Plate::Outage(_)
            | Plate::Endpoints(_)
            | Plate::Scaling(_)
            | Plate::Caches(_)
            | Plate::Pair(_) => "wide",
        }
    }

    /// Whether it tells who writes and who reads, so that what the stage says of the readers' caches is beside the point.
    pub(crate) const fn is_of_roles(&self) -> bool {
        matches!(
            self,
            Plate::Outage(_) | Plate::Pair(_) | Plate::Scaling(_) | Plate::Endpoints(_)
        )
    }
}

/// What stands below the stage, as wide as it.
pub(crate) fn wide_plate(props: &Props) -> Html {
    match &props.model.plate {
        Some(Plate::Node(view)) => node::node(props, view),
        Some(Plate::Outage(view)) => outage::outage(props, view),
        Some(Plate::Pair(view)) => pair::pair(props, view),
        Some(Plate::Scaling(view)) => scaling::scaling(props, view),
        Some(Plate::Caches(view)) => caches::caches(props, view),
        Some(Plate::World(view, _)) => world::world(props, view),
        Some(Plate::Endpoints(view)) => endpoints::endpoints(props, view),
        _ => html! {},
    }
}

/// What stands in the panel.
pub(crate) fn plate(props: &Props) -> Html {
    match &props.model.plate {
        Some(Plate::Map(map, chosen)) => map::map(props, map, *chosen),
        Some(Plate::Board(board)) => board::board(props, board),
        Some(Plate::Volume(view)) => volume::volume(props, view),
        Some(Plate::World(view, manual)) => world::aside(props, view, *manual),
        Some(
            Plate::Node(_)
            | Plate::Outage(_)
            | Plate::Endpoints(_)
            | Plate::Scaling(_)
            | Plate::Caches(_)
            | Plate::Pair(_),
        )
        | None => {
            html! {}
        }
    }
}

/// The pictures a cluster can be looked at in, and which is shown.
const VIEWS: [(Show, &str); 4] = [
    (Show::Outage, "view-outage"),
    (Show::Endpoints, "view-endpoints"),
    (Show::Scaling, "view-scaling"),
    (Show::Caches, "view-caches"),
];

/// Ways from one picture of a cluster to the others.
fn views(props: &Props, shown: Show) -> Html {
    let words = &props.model.words;
    let view = |(show, id): &(Show, &'static str)| {
        html! {
            <button type="button" class="button" aria-pressed={(*show == shown).to_string()}
                onclick={props.asks(Ask::Show(*show))}>{ words.of(id) }</button>
        }
    };
    html! {
        <div class="views deed-list" role="group" aria-label={words.of("view-title")}>{ for VIEWS.iter().map(view) }</div>
    }
}
