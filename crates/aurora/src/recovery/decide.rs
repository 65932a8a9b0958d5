//! From what the copies answer to what of the log stays (C-3, C-17).

use base::{GroupId, Lsn};

use crate::epoch::VolumeEpoch;
use crate::membership::{Membership, PerSlot};
use crate::quorum::{CopySet, Quorum};
use crate::redo::History;

/// What a copy answers: how far it is complete, and in the text of which epoch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The volume epoch it lives in.
    pub lives_in: VolumeEpoch,
    /// Its SCL.
    pub scl: Lsn,
}

/// The answers of one group.
#[derive(Clone, Copy, Debug)]
pub struct Answers<'a> {
    /// Who its members are.
    pub members: &'a Membership,
    /// The copies that count (M-13).
    pub hydrated: CopySet,
    /// What each has answered.
    pub given: &'a PerSlot<Option<Answer>>,
}

/// What follows from the answers of all groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// The epoch whose text goes on.
    pub parent: VolumeEpoch,
    /// The recovered PGCL of each group that has records.
    pub pgcls: Vec<(GroupId, Lsn)>,
    /// The recovered VCL.
    pub vcl: Lsn,
    /// The recovered VDL: the log is cut behind it.
    pub vdl: Lsn,
}

/// What of the log stays, given answers of a read quorum of each group.
///
/// The newest epoch anybody lives in is the one whose text goes on: if a writer ever opened the volume in it, a write
/// quorum of every group lives in it, and a read quorum is bound to meet one of them. A copy that has stayed behind in
/// an older text counts with what the two texts share. What it costs grows with the number of groups, and with the
/// logarithm of the log's length (C-14).
///
/// # Panics
/// If the answers of a group are no read quorum.
pub fn decide(history: &History, quorum: Quorum, answers: &[Answers]) -> Decided {
    let all = answers
        .iter()
        .flat_map(|group| group.given.iter().flatten());
    let parent = all.map(|answer| answer.lives_in).max();
    let parent = parent.expect("somebody has answered");
    let log = history.log(parent);
    let mut pgcls = Vec::new();
    // Records nobody is known to hold hold back what is behind them (L-9); if there are none, nothing does.
    let mut vcl = log.last();
    for (group, answers) in (0..log.groups()).map(GroupId).zip(answers) {
        let reached = answers.given.map(|answer| {
            let Answer { lives_in, scl } = answer?;
            let shared = history.shared(lives_in, parent);
            Some(if scl <= shared {
                scl
            } else {
                log.newest_of_up_to(group, shared)
            })
        });
        let pgcl = answers
            .members
            .recovered_point(quorum, &reached, answers.hydrated);
        // Under a rule that is wrong on purpose a read quorum need not meet a write quorum; then the furthest counts.
        let furthest = || reached.iter().copied().flatten().max().unwrap_or_default();
        let pgcl = pgcl.unwrap_or_else(furthest);
        if pgcl > Lsn::ZERO {
            pgcls.push((group, pgcl));
        }
        if let Some(lacking) = log.next_in_group(group, pgcl) {
            vcl = vcl.min(lacking.previous());
        }
    }
    let vdl = log.cut_at_or_below(vcl);
    Decided {
        parent,
        pgcls,
        vcl: vcl.max(vdl),
        vdl,
    }
}
