//! Epochs: how everybody knows whether somebody speaks from the past.
//!
//! Three counters change when the world does (M-1): the *volume epoch* with each writer that opens the volume, the
//! *membership epoch* of a group with each step of a change of its members, the *geometry epoch* with each group
//! added. Every request carries the [`Stamp`] of its sender, and who knows a newer epoch refuses it (M-2). The
//! refusal says what is current, so the sender knows better at once and asks again: one extra request (M-4).
//! Nobody has to wait for a lease to run out; the locks are changed, and old keys no longer fit.
//!
//! A membership or geometry epoch is news that anybody may take up. A volume epoch is not, for a writer: one that
//! hears of a newer writer than itself has been replaced and must stop.

use serde::Serialize;

macro_rules! epoch {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(transparent)]
        pub struct $name(pub u16);

        impl $name {
            /// The epoch everything begins with.
            pub const FIRST: $name = $name(1);

            /// The epoch after this one.
            ///
            /// # Panics
            /// After 65,535 of them.
            #[must_use]
            pub fn next(self) -> $name {
                $name(self.0.checked_add(1).expect("an epoch for each change"))
            }
        }
    };
}

epoch! {
    /// Who may write: it rises when a writer opens the volume (M-1, C-10).
    VolumeEpoch
}
epoch! {
    /// Who the members of a group are (M-1, M-5).
    MembershipEpoch
}
epoch! {
    /// Which groups make up the volume (M-1, M-14).
    GeometryEpoch
}

/// The epochs a sender knows of when it sends, as far as they concern the receiver's group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Stamp {
    /// Of the volume.
    pub volume: VolumeEpoch,
    /// Of the group it is about.
    pub membership: MembershipEpoch,
    /// Of the volume's division into groups.
    pub geometry: GeometryEpoch,
}

impl Stamp {
    /// Before anything has changed.
    pub const FIRST: Stamp = Stamp {
        volume: VolumeEpoch::FIRST,
        membership: MembershipEpoch::FIRST,
        geometry: GeometryEpoch::FIRST,
    };

    /// Whether some epoch in it is older than the one `known`: then it is refused (M-2).
    pub fn is_behind(self, known: Stamp) -> bool {
        self.volume < known.volume
            || self.membership < known.membership
            || self.geometry < known.geometry
    }

    /// The newer of each.
    #[must_use]
    pub fn newest(self, other: Stamp) -> Stamp {
        Stamp {
            volume: self.volume.max(other.volume),
            membership: self.membership.max(other.membership),
            geometry: self.geometry.max(other.geometry),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stamp(volume: u16, membership: u16, geometry: u16) -> Stamp {
        Stamp {
            volume: VolumeEpoch(volume),
            membership: MembershipEpoch(membership),
            geometry: GeometryEpoch(geometry),
        }
    }

    #[test]
    fn m_2_one_older_epoch_is_enough_to_be_refused() {
        let known = stamp(2, 2, 2);
        for behind in [stamp(1, 3, 3), stamp(3, 1, 3), stamp(3, 3, 1)] {
            assert!(behind.is_behind(known));
            assert!(!behind.newest(known).is_behind(known));
        }
        assert!(!known.is_behind(known) && !stamp(2, 3, 2).is_behind(known));
    }
}
