//! The pictures that chapters show besides the stage.

mod board;
mod map;

use yew::{Html, html};

use crate::model::Props;
pub use map::name_of as name_of_state;

/// What a chapter shows besides the stage, ready to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Plate {
    /// What the 64 states of a group allow, and the place of the one that is chosen.
    Map(scene::StateMap, Option<usize>),
    /// Something made of rows.
    Board(scene::Board),
}

pub(crate) fn plate(props: &Props) -> Html {
    match &props.model.plate {
        Some(Plate::Map(map, chosen)) => map::map(props, map, *chosen),
        Some(Plate::Board(board)) => board::board(props, board),
        None => html! {},
    }
}
