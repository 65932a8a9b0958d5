//! Yew components: properties in, actions out.
//!
//! Everything shown comes in as a [`Model`], everything a person does goes out as an [`Ask`]; nothing is held
//! here that may not be lost on reload. What changes with every frame is not drawn here: the components leave
//! canvases and empty leaf elements, named in [`leaf`], for whoever owns the frames.

mod ask;
mod clients;
mod copy;
mod footer;
mod help;
mod icons;
pub mod leaf;
mod lesson;
mod lines;
mod model;
mod page;
mod panel;
mod parts;
mod plate;
mod reader;
mod ruler;
mod scenarios;
mod spot;
mod stage;
mod top_bar;
mod transport;
mod words;
mod writer;

pub use ask::Ask;
pub use lines::{LineMove, line_id};
pub use model::{LogLine, Model, Notice, Props, Talk, tone_name};
pub use page::Page;
pub use plate::{Plate, VolumeView, bend, name_of_region, name_of_state, places};
pub use spot::{Arrow, Plan, Spot};
pub use words::Words;
