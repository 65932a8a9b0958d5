//! The steps of a change, each of which makes the next epoch.

use base::CopyId;

use super::{Membership, Swap, swap_in};

/// Why there is no such step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoStep {
    /// The copy is no member of the group.
    NotAMember(CopyId),
    /// The copy is a newcomer itself.
    Newcomer(CopyId),
    /// The copy is being replaced already.
    AlreadyLeaving(CopyId),
    /// Two members are being replaced: the group has no letters for a third.
    TwoAtOnce,
    /// The copy is not being replaced.
    NotLeaving(CopyId),
}

impl Membership {
    /// Widens the group: the first free letter joins, to take the place of `leaves` (M-5, M-8).
    ///
    /// # Errors
    /// Why that member cannot be replaced now.
    pub fn begin(&self, leaves: CopyId) -> Result<Membership, NoStep> {
        if self.newcomers().contains(leaves) {
            return Err(NoStep::Newcomer(leaves));
        }
        if !self.six.contains(leaves) {
            return Err(NoStep::NotAMember(leaves));
        }
        if self.swap_of(leaves).is_some() {
            return Err(NoStep::AlreadyLeaving(leaves));
        }
        let Some(turn) = self.swaps.iter().position(Option::is_none) else {
            return Err(NoStep::TwoAtOnce);
        };
        let everyone = self.everyone();
        let joins = CopyId::slots()
            .find(|copy| !everyone.contains(*copy))
            .expect("two letters are free for each set of six");
        let mut next = self.raised();
        next.swaps[turn] = Some(Swap { leaves, joins });
        // Whoever joins keeps what the one it replaces keeps, and lives where that one does.
        next.fulls = if self.fulls.contains(leaves) {
            self.fulls.with(joins)
        } else {
            self.fulls.without(joins)
        };
        let shift = 2 * joins.0;
        next.zones = self.zones & !(3 << shift) | u16::from(self.zone(leaves).0) << shift;
        Ok(next)
    }

    /// Goes back: the member stays, its newcomer is dropped (M-6).
    ///
    /// # Errors
    /// If the member is not being replaced.
    pub fn reverse(&self, leaves: CopyId) -> Result<Membership, NoStep> {
        let swap = self.swap_of(leaves).ok_or(NoStep::NotLeaving(leaves))?;
        Ok(self.without(swap))
    }

    /// Goes on: the newcomer has taken the member's place (M-6). It must be hydrated.
    ///
    /// # Errors
    /// If the member is not being replaced.
    pub fn finish(&self, leaves: CopyId) -> Result<Membership, NoStep> {
        let swap = self.swap_of(leaves).ok_or(NoStep::NotLeaving(leaves))?;
        let mut next = self.without(swap);
        next.six = swap_in(self.six, swap);
        Ok(next)
    }

    /// Wrong on purpose ([`SwapMembersAtOnce`](crate::wrong_rule::WrongRule::SwapMembersAtOnce)): the first free letter
    /// takes the member's place in a single step, empty as it is.
    ///
    /// # Errors
    /// Why that member cannot be replaced now.
    pub fn swap_at_once(&self, leaves: CopyId) -> Result<Membership, NoStep> {
        let mut next = self.begin(leaves)?.finish(leaves)?;
        next.epoch = self.epoch.next();
        Ok(next)
    }

    fn without(&self, swap: Swap) -> Membership {
        let mut next = self.raised();
        let left = self.swaps().find(|other| *other != swap);
        next.swaps = [left, None];
        next
    }

    fn raised(&self) -> Membership {
        Membership {
            epoch: self.epoch.next(),
            ..*self
        }
    }
}
