//! Patching storage nodes: a short outage of one copy, one after another, zone by zone.

use base::sort_few;

use super::*;

/// How long a storage node is away to be patched `[choice]`.
const PATCH: SimSpan = SimSpan::from_millis(2_000);
/// How long the next one waits after a storage node is back, and then looks whether all groups are whole `[choice]`.
const BETWEEN_PATCHES: SimSpan = SimSpan::from_millis(500);

/// What is being patched.
#[derive(Clone, Debug, Default)]
pub(super) struct Patching {
    now: Option<CopyId>,
    /// The rest of a roll-out.
    next: VecDeque<CopyId>,
}

impl World {
    /// The copy whose storage nodes are being patched.
    pub fn patching(&self) -> Option<CopyId> {
        self.patching.now
    }

    /// Patches the storage nodes of one copy.
    pub(super) fn patch_copy(&mut self, copy: CopyId) -> Result<(), Refusal> {
        self.known_copy(copy)?;
        if !self.patching.next.is_empty() {
            return Err(Refusal::Patching);
        }
        self.begin_patch(copy)
    }

    /// Patches all storage nodes, zone by zone.
    pub(super) fn patch_all(&mut self) -> Result<(), Refusal> {
        if self.patching.now.is_some() || !self.patching.next.is_empty() {
            return Err(Refusal::Patching);
        }
        let first = self.members(GroupId(0));
        let mut copies: Vec<CopyId> = CopyId::slots()
            .filter(|copy| {
                let has = |group| self.has_copy(SegmentId::new(group, *copy));
                self.groups().any(has)
            })
            .collect();
        // By name they are in order already.
        sort_few(&mut copies, |one, other| {
            first.zone(*one) < first.zone(*other)
        });
        let begun = copies.remove(0);
        self.begin_patch(begun)?;
        self.patching.next = copies.into();
        Ok(())
    }

    /// # Errors
    /// If a group would lose a second copy, or is in the midst of a change.
    fn begin_patch(&mut self, copy: CopyId) -> Result<(), Refusal> {
        if self.patching.now.is_some() {
            return Err(Refusal::Patching);
        }
        for group in self.groups() {
            let members = self.members(group);
            if !members.everyone().contains(copy) {
                continue;
            }
            if members.is_changing() {
                return Err(Refusal::GroupNotWhole { copy, group });
            }
            let reachable = self.reachable(group);
            if members.everyone().without(copy).minus(reachable) != CopySet::NONE {
                return Err(Refusal::GroupNotWhole { copy, group });
            }
        }
        self.patching.now = Some(copy);
        self.note_fault(Event::PatchBegan { copy });
        // A node that is down already is patched where it stands.
        let _ = self.stop_copy(copy, None);
        self.agenda
            .book(self.agenda.now() + PATCH, Booked::PatchDone);
        Ok(())
    }

    /// The patch is on, or the next one may begin.
    #[inline(never)]
    pub(super) fn go_on_patching(&mut self) -> bool {
        let again = self.agenda.now() + BETWEEN_PATCHES;
        if let Some(copy) = self.patching.now.take() {
            self.note_fault(Event::PatchEnded { copy });
            let _ = self.restart_copy(copy, None);
            if !self.patching.next.is_empty() {
                self.agenda.book(again, Booked::PatchDone);
            }
            return true;
        }
        let Some(copy) = self.patching.next.pop_front() else {
            return false;
        };
        match self.begin_patch(copy) {
            Ok(()) => true,
            Err(_) => {
                self.patching.next.push_front(copy);
                self.agenda.book(again, Booked::PatchDone);
                false
            }
        }
    }
}
