//! The parts of the chain and where they stand.

use std::hash::{Hash, Hasher};

use base::{ClientId, ZONES, ZoneId};
use serde::Serialize;

/// Who sends and receives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// The primary database instance.
    Instance,
    /// Its EBS volume.
    Volume,
    /// The mirror of that, in the same zone.
    Mirror,
    /// The standby instance in another zone.
    Standby,
    /// Its EBS volume.
    StandbyVolume,
    /// The mirror of that.
    StandbyMirror,
    /// The object store that the binary log is sent to (W-25).
    ObjectStore,
    /// A client.
    Client(ClientId),
}

impl Hash for Part {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let number = match *self {
            Part::Client(client) => 0x100 + u64::from(client.0),
            part => part.site().into(),
        };
        state.write_u64(number);
    }
}

impl Part {
    /// The parts that a block write must reach: any of them lost, and writes stop (W-23).
    pub const CHAIN: [Part; 5] = [
        Part::Volume,
        Part::Mirror,
        Part::Standby,
        Part::StandbyVolume,
        Part::StandbyMirror,
    ];

    /// The four disks.
    pub const DISKS: [Part; 4] = [
        Part::Volume,
        Part::Mirror,
        Part::StandbyVolume,
        Part::StandbyMirror,
    ];

    /// Whether it has a disk of its own.
    pub const fn has_disk(self) -> bool {
        matches!(
            self,
            Part::Volume | Part::Mirror | Part::StandbyVolume | Part::StandbyMirror
        )
    }

    /// Whom it passes a block write on to, besides what it does itself.
    pub const fn next(self) -> Option<Part> {
        match self {
            Part::Volume => Some(Part::Mirror),
            Part::Standby => Some(Part::StandbyVolume),
            Part::StandbyVolume => Some(Part::StandbyMirror),
            _ => None,
        }
    }

    /// Whom it gets block writes from.
    pub const fn before(self) -> Option<Part> {
        match self {
            Part::Volume | Part::Standby => Some(Part::Instance),
            Part::Mirror => Some(Part::Volume),
            Part::StandbyVolume => Some(Part::Standby),
            Part::StandbyMirror => Some(Part::StandbyVolume),
            _ => None,
        }
    }

    /// The zone it stands in, given the primary's; clients and the object store stand outside.
    pub fn zone(self, primary: ZoneId) -> Option<ZoneId> {
        match self {
            Part::Instance | Part::Volume | Part::Mirror => Some(primary),
            Part::Standby | Part::StandbyVolume | Part::StandbyMirror => {
                Some(ZoneId((primary.0 + 1) % ZONES))
            }
            Part::ObjectStore | Part::Client(_) => None,
        }
    }

    /// Its number among the sites of the network; all clients share one.
    pub(crate) const fn site(self) -> u16 {
        match self {
            Part::Instance => 0,
            Part::Volume => 1,
            Part::Mirror => 2,
            Part::Standby => 3,
            Part::StandbyVolume => 4,
            Part::StandbyMirror => 5,
            Part::ObjectStore => 6,
            Part::Client(_) => 7,
        }
    }

    /// Its place among the parts of the chain.
    pub(crate) fn place(self) -> Option<usize> {
        Self::CHAIN.iter().position(|part| *part == self)
    }
}
