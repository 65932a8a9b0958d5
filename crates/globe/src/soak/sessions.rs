//! What sessions of secondaries write through the primary and read where they are (G-72).

use base::{EventId, RegionId};
use world::Outcome;

use crate::command::GlobalCommand;
use crate::event::GlobalEvent;
use crate::forwarding::Consistency;
use crate::globe::Globe;

/// A read that must find a row its session has written, if it is answered at all.
#[derive(Debug)]
struct Promise {
    region: RegionId,
    session: u16,
    asked_at: base::SimTime,
    value: String,
}

/// What was promised so far.
#[derive(Debug, Default)]
pub(super) struct Sessions {
    written: Vec<(RegionId, u16, String)>,
    promises: Vec<Promise>,
}

impl Sessions {
    /// This is about to be given.
    pub fn before(&mut self, globe: &Globe, command: &GlobalCommand) {
        match command {
            GlobalCommand::Forward {
                region,
                session,
                value,
                ..
            } => self.written.push((*region, *session, value.clone())),
            GlobalCommand::Select {
                region, session, ..
            } => {
                let level = globe.forwarding(*region).consistency;
                let promised = matches!(level, Some(Consistency::Session | Consistency::Global));
                let answer = globe.answer(*region, *session);
                let done = answer.and_then(|answer| answer.outcome);
                let mut written = self.written.iter();
                let own = written.find(|it| (it.0, it.1) == (*region, *session));
                if let Some((.., value)) = own
                    && promised
                    && matches!(done, Some(Outcome::Committed(_)))
                {
                    self.promises.push(Promise {
                        region: *region,
                        session: *session,
                        asked_at: globe.now(),
                        value: value.clone(),
                    });
                }
            }
            _ => {}
        }
    }

    /// A promise that was not kept. Where the primary was changed without a plan, what was written may be gone.
    pub fn broken(&self, globe: &Globe) -> Option<String> {
        let unplanned = |event: &GlobalEvent| {
            matches!(
                event,
                GlobalEvent::FailoverBegan { .. }
                    | GlobalEvent::Detached { .. }
                    | GlobalEvent::ClusterDeleted { .. }
            )
        };
        let mut all = globe.journal().since(EventId(0));
        if all.any(|(_, entry)| unplanned(&entry.event)) {
            return None;
        }
        self.promises.iter().find_map(|promise| {
            let answer = globe.answer(promise.region, promise.session)?;
            let Some(Outcome::Found(found)) = &answer.outcome else {
                return None;
            };
            let kept = answer.asked_at < promise.asked_at
                || found.as_deref() == Some(promise.value.as_bytes());
            (!kept).then(|| format!("{promise:?} is not kept: {answer:?}"))
        })
    }
}
