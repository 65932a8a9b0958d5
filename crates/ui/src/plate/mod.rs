//! The pictures that chapters show besides the stage.

mod map;

use yew::{Html, html};

use crate::model::Props;
pub use map::name_of as name_of_state;

/// What a chapter shows besides the stage, ready to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Plate {
    /// What the 64 states of a group allow, and the place of the one that is chosen.
    Map(scene::StateMap, Option<usize>),
}

pub(crate) fn plate(props: &Props) -> Html {
    match &props.model.plate {
        Some(Plate::Map(map, chosen)) => map::map(props, map, *chosen),
        None => html! {},
    }
}
