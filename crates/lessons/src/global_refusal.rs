//! Why something makes no sense in a global database, in words.

use base::{Phrase, RegionId};
use globe::{GlobalProblem, GlobalRefusal};

use crate::refusal::phrase_of_refusal;

/// Says why something cannot be done to a global database.
pub fn phrase_of_global_refusal(refusal: &GlobalRefusal) -> Phrase {
    use GlobalRefusal as No;
    let plain = Phrase::new;
    match *refusal {
        No::NoCluster(it) => at("global-no-cluster", it),
        No::ClusterIsThere(it) => at("global-cluster-is-there", it),
        No::SameRegion(_) => plain("refusal-same-site"),
        No::LinkAlreadyCut(..) => plain("global-link-cut"),
        No::LinkNotCut(..) => plain("global-link-open"),
        No::RegionIsDown(it) => at("global-region-is-down", it),
        No::RegionIsUp(it) => at("global-region-is-up", it),
        No::OutOfRange {
            field,
            value,
            min,
            max,
        } => out_of_range(field, value, min, max),
        No::TooManySecondaries(max) => plain("global-too-many-secondaries").with("max", max),
        No::TooManyReaders(max) => plain("global-too-many-readers").with("max", max),
        No::RpoNeedsPostgresql => plain("global-rpo-postgresql"),
        No::IsPrimary(it) => at("global-is-primary", it),
        No::NotPrimary(it) => at("global-not-primary", it),
        No::NotSecondary(it) => at("global-not-secondary", it),
        No::NoInstance(it) => at("global-no-instance", it),
        No::Rebuilding(it) => at("global-is-rebuilding", it),
        No::NotHealthy(it) => at("global-not-healthy", it),
        No::ChangeUnderWay => plain("global-change-under-way"),
        No::NoSwitchover => plain("global-no-switchover"),
        No::TooLate => plain("global-too-late"),
        No::DataLossNotAllowed => plain("global-data-loss"),
        No::NotInThatEra => plain("global-not-in-that-era"),
        No::SwitchoverNotInThatEra => plain("global-no-switchover-then"),
        No::ForwardingNotInThatEra => plain("global-no-forwarding-then"),
        No::EngineNotInThatEra => plain("global-no-engine-then"),
        No::IsolationNotForwarded => plain("global-isolation-not-forwarded"),
        No::HasSecondaries(it) => at("global-has-secondaries", it),
        No::WritesAreStopped(it) => at("global-writes-are-stopped", it),
        No::WritesAreOn(it) => at("global-writes-are-on", it),
        No::IsFenced(it) => at("global-is-fenced", it),
        No::NoSnapshot(it) => at("global-no-snapshot", it),
        No::ForTheWhole => plain("global-for-the-whole"),
        No::ForwardingIsOff(it) => at("global-forwarding-is-off", it),
        No::NoConnectionLeft(max) => plain("global-no-connection-left").with("max", max),
        No::NoApp => plain("global-no-app"),
        No::Cluster(_, ref refusal) | No::Load(ref refusal) => phrase_of_refusal(refusal),
    }
}

/// Says what is wrong with a global database.
pub(crate) fn phrase_of_global_problem(problem: &GlobalProblem) -> Phrase {
    match *problem {
        GlobalProblem::OutOfRange {
            field,
            value,
            min,
            max,
        } => out_of_range(field, value, min, max),
        GlobalProblem::Twice(it) => at("global-cluster-is-there", it),
        GlobalProblem::HeadlessPrimary => Phrase::new("global-headless-primary"),
        GlobalProblem::ReadersNamed => Phrase::new("global-readers-named"),
        GlobalProblem::EngineNotInThatEra => Phrase::new("global-no-engine-then"),
        GlobalProblem::RpoNeedsPostgresql => Phrase::new("global-rpo-postgresql"),
        GlobalProblem::Cluster(_) => Phrase::new("global-cluster-problem"),
    }
}

fn out_of_range(field: &'static str, value: u64, min: u64, max: u64) -> Phrase {
    let phrase = Phrase::new("refusal-out-of-range").with("field", field);
    let phrase = phrase.with("found", value.to_string());
    phrase.with("min", min).with("max", max)
}

fn at(id: &'static str, region: RegionId) -> Phrase {
    Phrase::new(id).with("region", region_name(region))
}

/// A Region by its name.
pub(crate) fn region_name(region: RegionId) -> Phrase {
    Phrase::new("region-name").with("region", RegionId::NAMES[usize::from(region.0)])
}
