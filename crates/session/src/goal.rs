//! What is under way over several ticks.

use base::{EventId, Phrase, SimSpan, SimTime};
use globe::Globe;
use scene::LineKind;
use world::{Ability, Event, Happening};

use crate::Until;
use crate::checkpoints::Position;
use crate::run::Run;
use crate::stage::Stage;

/// The furthest a search looks ahead, in simulated time `[choice]`.
pub(crate) const SEARCH_SPAN: SimSpan = SimSpan::from_millis(60_000);

/// A place that is being gone to, or something that is being waited for.
#[derive(Clone, Debug)]
pub(crate) enum Goal {
    /// Going to a moment.
    Time { from: SimTime, to: SimTime },
    /// Going to a position.
    Position { from: Position, to: Position },
    /// Running until something happens; if it does not, back to where it began.
    Search {
        until: Until,
        from: SimTime,
        limit: SimTime,
        begun_at: Position,
        began_with: Box<Stage>,
    },
}

impl Goal {
    /// How much of it is done, in thousandths.
    pub fn progress_permille(&self, run: &Run) -> u16 {
        let share = |from: u64, now: u64, to: u64| {
            let whole = to.saturating_sub(from).max(1);
            (now.clamp(from, to.max(from)) - from).saturating_mul(1_000) / whole
        };
        let now = run.now().micros();
        let share = match self {
            Goal::Time { from, to } => share(from.micros(), now, to.micros()),
            Goal::Position { from, to } => share(from.steps, run.position().steps, to.steps),
            Goal::Search { from, limit, .. } => share(from.micros(), now, limit.micros()),
        };
        share.min(1_000) as u16
    }
}

impl Until {
    /// Whether one of the events from `first` on is what is waited for.
    pub(crate) fn has_come(self, stage: &Stage, first: EventId) -> bool {
        if let Some(globe) = stage.globe() {
            return self.has_come_between(globe, first);
        }
        let Some(world) = stage.world() else {
            return false;
        };
        world.journal().since(first).any(|(id, entry)| match self {
            Until::NextCommit => matches!(
                entry.event,
                Event::Database(Happening::CommitAcknowledged { .. })
            ),
            Until::VdlMoves => {
                matches!(entry.event, Event::Database(Happening::VdlMoved { .. }))
            }
            Until::QuorumLost => matches!(
                entry.event,
                Event::AbilityChanged { ability, .. } if ability != Ability::ReadWrite
            ),
            Until::NextFault => {
                scene::line(world, id).is_some_and(|line| line.kind == LineKind::Fault)
            }
        })
    }

    /// The same of a global database: of what happens between Regions there are only faults.
    fn has_come_between(self, globe: &Globe, first: EventId) -> bool {
        let mut new = globe.journal().since(first);
        self == Until::NextFault
            && new.any(|(_, entry)| scene::global_sort(&entry.event).0 == LineKind::Fault)
    }

    /// Whether it can come only from a command.
    pub(crate) const fn needs_a_command(self) -> bool {
        matches!(self, Until::NextFault | Until::QuorumLost)
    }

    /// That it will not come, in words.
    pub(crate) fn will_not_come(self) -> Phrase {
        Phrase::new(match self {
            Until::NextCommit => "notice-no-commit",
            Until::NextFault => "notice-no-fault",
            Until::QuorumLost => "notice-no-quorum-loss",
            Until::VdlMoves => "notice-no-vdl-move",
        })
        .with("within", SEARCH_SPAN)
    }
}
