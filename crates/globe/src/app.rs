//! The application that uses the database.
//!
//! It runs beside whatever cluster it talks to, and reaches it through a name: the global writer endpoint (G-45), or the
//! address of one Region (G-26). A name it has looked up it keeps for its time to live; then it looks again, and turns to
//! wherever the name leads. Nobody but a person changes the name it is configured with (G-15; G-30, step 4).

use base::RegionId;
use world::Load;

/// An application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct App {
    /// How it works.
    pub load: Load,
    /// The Region whose address it uses; without it, the global writer endpoint.
    pub through: Option<RegionId>,
    /// The Region it works in just now.
    pub at: Option<RegionId>,
}
