//! What is done to copies, and what copies of a kind do, read from the journal.

use base::CopyId;

use super::Findings;
use super::members::Members;
use crate::{Event, Happening};

/// Patches and page versions.
#[derive(Clone, Debug, Default)]
pub(super) struct Kinds {
    patched: Option<CopyId>,
}

impl Kinds {
    pub fn see(&mut self, event: &Event, members: &Members, findings: &mut Findings) {
        match *event {
            Event::PatchBegan { copy } => self.patch_began(copy, findings),
            Event::PatchEnded { copy } => self.patch_ended(copy, findings),
            // M-20: a tail keeps the log alone.
            Event::Database(Happening::Coalesced { segment, .. }) => {
                let newest = members.newest(segment.group());
                let member = newest.everyone().contains(segment.copy());
                if member && !newest.fulls().contains(segment.copy()) {
                    findings.add(
                        "M-20",
                        format!("{segment} is a tail and makes page versions"),
                    );
                }
            }
            _ => {}
        }
    }

    fn patch_ended(&mut self, copy: CopyId, findings: &mut Findings) {
        if self.patched.take() != Some(copy) {
            findings.add("Q-19", format!("{copy} is patched, which never went down"));
        }
    }

    /// one member of a group at a time. A patch takes its letter in every group, so one at a time at all.
    fn patch_began(&mut self, copy: CopyId, findings: &mut Findings) {
        if let Some(other) = self.patched.replace(copy) {
            findings.add("Q-19", format!("{copy} goes down while {other} is patched"));
        }
    }
}
