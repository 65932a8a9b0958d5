//! The scenarios that come with AuroraScope.

macro_rules! library {
    ($($name:literal)*) => {
        &[$(($name, include_str!(concat!("../../../tests/scenarios/", $name, ".json")))),*]
    };
}

const LIBRARY: &[(&str, &str)] = library! {
    "storage-and-quorum"
    "first-write"
    "zone-down"
    "az-plus-one"
    "two-zones-down"
    "slow-copies"
    "vcl-is-not-min-pgcl"
    "hole-and-gossip"
    "back-pressure"
    "lossy-network"
    "busy"
    "crowd"
};

/// Each scenario's name and text, in the order in which a menu shows them; the first is what the page opens
/// with. Every one of them is correct and keeps what it promises.
pub const fn library() -> &'static [(&'static str, &'static str)] {
    LIBRARY
}
