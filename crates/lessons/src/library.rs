//! The scenarios that come with AuroraScope.

use base::SimTime;
use world::{Command, Load};

use crate::{Deed, Scenario};

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
    "crash-and-recovery"
    "back-pressure"
    "lossy-network"
    "growth"
    "busy"
    "crowd"
    "volume"
    "cluster"
    "rotation"
    "region-outage"
};

/// The run that the page opens with: the first of the library, without what it promises. It is made here, and not read,
/// so that a page that has just been opened need not have loaded what reads files. A test compares it with its file.
pub fn first() -> Scenario {
    let until = SimTime::from_micros(1_000_000);
    let mut scenario = Scenario::new("storage-and-quorum", 6, until);
    let put = Command::Put {
        key: "cart:42".into(),
        value: "3 apples".into(),
    };
    let load = Command::StartLoad(Load::OpenLoop {
        writes_per_second: 900,
        reads_per_second: 250,
        rows: 24,
    });
    let deeds = [(0, put), (500, load)];
    let deeds = deeds.map(|(micros, command)| Deed {
        at: SimTime::from_micros(micros),
        command,
    });
    scenario.timeline = deeds.into();
    scenario
}

macro_rules! myths {
    ($($name:literal)*) => {
        &[$(($name, include_str!(concat!("../../../tests/scenarios/myths/", $name, ".json")))),*]
    };
}

const MYTHS: &[(&str, &str)] = myths! {
    "vcl-is-smallest-pgcl"
    "vcl-is-largest-pgcl"
    "write-quorum-three"
    "acknowledge-before-durable"
    "four-copies-in-one-zone"
    "swap-members-at-once"
    "ignore-epochs"
    "count-empty-newcomer"
};

/// The myths: for each rule that is wrong on purpose a short story, by its name, that ends with what the rule breaks.
pub const fn myths() -> &'static [(&'static str, &'static str)] {
    MYTHS
}

/// Each scenario's name and text, in the order in which a menu shows them; the first is what the page opens
/// with. Every one of them is correct and keeps what it promises.
pub const fn library() -> &'static [(&'static str, &'static str)] {
    LIBRARY
}

/// The text of the scenario of this name, a myth's too.
pub fn find(name: &str) -> Option<&'static str> {
    let mut all = LIBRARY.iter().chain(MYTHS);
    all.find(|(known, _)| *known == name).map(|(_, text)| *text)
}
