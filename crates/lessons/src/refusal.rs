//! Refused commands, in words.

use base::{CopyId, Phrase, ZoneId};
use world::{CUSTOM_MAX, EndpointProblem, NAME_MAX, Refusal, Site};

/// Says why a command makes no sense.
pub fn phrase_of_refusal(refusal: &Refusal) -> Phrase {
    let copy = |id, copy: CopyId| Phrase::new(id).with("copy", copy.to_string());
    let zone = |id, zone: ZoneId| Phrase::new(id).with("zone", zone.to_string());
    match *refusal {
        Refusal::NoSuchGroup { group, groups } => Phrase::new("refusal-no-such-group")
            .with("group", group.number())
            .with("groups", groups),
        Refusal::NoSuchZone(it) => zone("refusal-no-such-zone", it),
        Refusal::NoSuchCopy(it) => copy("refusal-no-such-copy", it),
        Refusal::AlreadyStopped(it) => copy("refusal-already-stopped", it),
        Refusal::NotStopped(it) => copy("refusal-not-stopped", it),
        Refusal::CopyAlreadyCut(it) => copy("refusal-copy-already-cut", it),
        Refusal::CopyNotCut(it) => copy("refusal-copy-not-cut", it),
        Refusal::ZoneAlreadyCut(it) => zone("refusal-zone-already-cut", it),
        Refusal::ZoneNotCut(it) => zone("refusal-zone-not-cut", it),
        Refusal::SameSite(site) => {
            Phrase::new("refusal-same-site").with("site", phrase_of_site(site))
        }
        Refusal::OutOfRange {
            field,
            value,
            min,
            max,
        } => Phrase::new("refusal-out-of-range")
            .with("field", field)
            .with("found", value)
            .with("min", min)
            .with("max", max),
        Refusal::EmptyKey => Phrase::new("refusal-empty-key"),
        Refusal::KeyTooLong { bytes, max } => Phrase::new("refusal-key-too-long")
            .with("found", bytes)
            .with("max", max),
        Refusal::ValueTooLong { bytes, max } => Phrase::new("refusal-value-too-long")
            .with("found", bytes)
            .with("max", max),
        Refusal::NoLoad => Phrase::new("refusal-no-load"),
        Refusal::NotAMember(it) => copy("refusal-not-a-member", it),
        Refusal::Newcomer(it) => copy("refusal-newcomer", it),
        Refusal::AlreadyLeaving(it) => copy("refusal-already-leaving", it),
        Refusal::TwoAtOnce => Phrase::new("refusal-two-at-once"),
        Refusal::NotLeaving(it) => copy("refusal-not-leaving", it),
        Refusal::Patching => Phrase::new("refusal-patching"),
        Refusal::GroupNotWhole { copy: it, group } => {
            copy("refusal-group-not-whole", it).with("group", group.number())
        }
        Refusal::BackgroundPaused => Phrase::new("refusal-background-paused"),
        Refusal::BackgroundNotPaused => Phrase::new("refusal-background-not-paused"),
        Refusal::NothingToDamage(it) => copy("refusal-nothing-to-damage", it),
        Refusal::NoLongRead => Phrase::new("refusal-no-long-read"),
        Refusal::WriterIsDown => Phrase::new("refusal-writer-is-down"),
        Refusal::WriterIsUp => Phrase::new("refusal-writer-is-up"),
        Refusal::WriterIsThere(it) => zone("refusal-writer-is-there", it),
        Refusal::NoSuchReader(it) => reader("refusal-no-such-reader", it),
        Refusal::ReaderIsDown(it) => reader("refusal-reader-is-down", it),
        Refusal::ReaderIsUp(it) => reader("refusal-reader-is-up", it),
        Refusal::NoCluster => Phrase::new("refusal-no-cluster"),
        Refusal::ClusterChooses => Phrase::new("refusal-cluster-chooses"),
        Refusal::FailoverUnderWay => Phrase::new("refusal-failover-under-way"),
        Refusal::NoSuccessor => Phrase::new("refusal-no-successor"),
        Refusal::ClusterIsStopped => Phrase::new("refusal-cluster-is-stopped"),
        Refusal::ClusterIsRunning => Phrase::new("refusal-cluster-is-running"),
        Refusal::TooManyReaders => Phrase::new("refusal-too-many-readers"),
        Refusal::NoNumbersLeft => Phrase::new("refusal-no-numbers-left"),
        Refusal::IsTheWriter(it) => reader("refusal-is-the-writer", it),
        Refusal::ReaderLeaves(it) => reader("refusal-reader-leaves", it),
        Refusal::NothingToChange(it) => reader("refusal-nothing-to-change", it),
        Refusal::NoSuchPolicy => Phrase::new("refusal-no-such-policy"),
        Refusal::NotPostgreSql => Phrase::new("refusal-not-postgresql"),
        Refusal::NotInSecondary => Phrase::new("refusal-not-in-secondary"),
        Refusal::Endpoint(problem) => phrase_of_endpoint(problem),
    }
}

/// Says why a custom endpoint cannot be like that.
pub(crate) fn phrase_of_endpoint(problem: EndpointProblem) -> Phrase {
    match problem {
        EndpointProblem::TooMany => {
            Phrase::new("refusal-endpoints-too-many").with("max", u32::from(CUSTOM_MAX))
        }
        EndpointProblem::BadName => Phrase::new("refusal-endpoint-name"),
        EndpointProblem::NameTooLong { characters } => {
            Phrase::new("refusal-endpoint-name-too-long")
                .with("found", characters)
                .with("max", NAME_MAX)
        }
        EndpointProblem::NameTaken => Phrase::new("refusal-endpoint-name-taken"),
        EndpointProblem::BothLists => Phrase::new("refusal-endpoint-both-lists"),
        EndpointProblem::NoSuchInstance(it) => reader("refusal-no-such-instance", it),
        EndpointProblem::NoSuchEndpoint => Phrase::new("refusal-no-such-endpoint"),
        EndpointProblem::NoCluster => Phrase::new("refusal-no-cluster"),
    }
}

fn reader(id: &'static str, reader: base::ReaderId) -> Phrase {
    Phrase::new(id).with("number", reader.number())
}

fn phrase_of_site(site: Site) -> Phrase {
    match (site, site.as_copy()) {
        (_, Some(copy)) => Phrase::new("site-copy").with("copy", copy.to_string()),
        (Site::Clients, None) => Phrase::new("site-clients"),
        (_, None) => Phrase::new("site-writer"),
    }
}
