//! The pictures that chapters show besides the stage.

mod board;
mod endpoints;
mod map;
mod node;
mod outage;
mod pair;
mod volume;
mod world;

use yew::{Html, html};

use crate::model::Props;
pub use map::name_of as name_of_state;
pub use volume::VolumeView;
pub use world::{bend, name_of_region};

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
    /// The run and the same with one thing changed.
    Pair(Box<scene::PairView>),
    /// All groups of a volume.
    Volume(VolumeView),
    /// The Regions of a global database; whether the six steps by hand are shown.
    World(Box<scene::WorldView>, bool),
}

impl Plate {
    /// The value of the attribute `data-plate` of the page's main part, by which the styles make room.
    pub(crate) const fn name(&self) -> &'static str {
        match self {
            Plate::Map(..) | Plate::Board(_) | Plate::Volume(_) => "small",
            Plate::World(..) => "world",
            Plate::Node(_) | Plate::Outage(_) | Plate::Endpoints(_) | Plate::Pair(_) => "wide",
        }
    }
}

/// What stands below the stage, as wide as it.
pub(crate) fn wide_plate(props: &Props) -> Html {
    match &props.model.plate {
        Some(Plate::Node(view)) => node::node(props, view),
        Some(Plate::Outage(view)) => outage::outage(props, view),
        Some(Plate::Pair(view)) => pair::pair(props, view),
        Some(Plate::World(view, manual)) => world::world(props, view, *manual),
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
        Some(
            Plate::Node(_)
            | Plate::Outage(_)
            | Plate::Endpoints(_)
            | Plate::Pair(_)
            | Plate::World(..),
        )
        | None => {
            html! {}
        }
    }
}
