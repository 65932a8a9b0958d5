//! A database that spans Regions.
//!
//! Each Region is a whole [`World`](world::World) of its own: a volume of six copies over three zones, a cluster, a
//! journal (G-10). One of them is the primary, in which clients write; to the others storage sends its redo, in a star
//! and behind the writer's back (G-4, G-8, G-9). A [`Globe`] is what lies between them: links, the feed of redo, the
//! measures of lag, and the control plane that moves the primary from one Region to another.
//!
//! Nothing of this is a pattern that is played. A secondary's lag is the time real records need through a link and into
//! four of six copies there; what a failover loses is what had not come that far.
//!
//! A globe steps whatever is due first: something between Regions, or else the Region with the earliest moment, among equals
//! the one with the lowest number. So the same topology, seed and commands give the same journals (INV-19).

mod app;
pub mod checker;
mod command;
mod commits;
mod config;
mod distances;
mod event;
mod event_names;
mod feed;
mod forwarding;
mod globe;
mod links;
mod names;
mod near;
mod region;
mod report;
pub mod soak;
pub mod study;

pub use app::App;
pub use command::{GlobalCommand, GlobalRefusal};
pub use commits::Commit;
pub use config::{
    Era, GlobalEngine, GlobalProblem, GlobalTopology, InStep, PRIMARY_READERS_MAX, RPO_SECONDS_MAX,
    RPO_SECONDS_MIN, RegionSpec, SECONDARY_READERS_MAX,
};
pub use distances::{REGIONS, one_way};
pub use event::GlobalEvent;
pub use forwarding::{
    Answer, Consistency, Forwarding, IDLE_SECONDS_MAX, Isolation, MAX_CONNECTIONS,
};
pub use globe::{ChangeView, Ended, Globe, Lag, Phase, Snapshot};
pub use names::DatabaseId;
pub use near::Readers;
pub use region::Status;
pub use report::{ChangeKind, LostCommit, Report};
