//! A cluster as a whole: what may happen to it, and because of what.
//!
//! Who is deleted takes no connections and comes back never again (RP-11); a name leads to members only (I-11, I-13).

use base::ReaderId;
use litemap::LiteMap;

use super::Findings;
use crate::{ClusterEvent, Event, Happening};

/// Whether an event begins a story: a command brought it about, and nothing else is its cause.
pub(super) fn begins_a_story(event: &ClusterEvent) -> bool {
    matches!(
        event,
        ClusterEvent::InstanceModified { .. }
            | ClusterEvent::ClusterStopped
            | ClusterEvent::ClusterStarted { by_itself: false }
            | ClusterEvent::PatchingBegan { .. }
            | ClusterEvent::EndpointCreated { .. }
            | ClusterEvent::EndpointEdited { .. }
            | ClusterEvent::EndpointDeleted { .. }
            | ClusterEvent::ClientsToldName { .. }
            | ClusterEvent::ScalingSet { .. }
            | ClusterEvent::ScalingRemoved { .. }
            | ClusterEvent::CacheManagementSet { .. }
    )
}

/// Whether an event is of a command, where it has no other cause.
pub(super) fn may_begin_one(event: &ClusterEvent) -> bool {
    matches!(
        event,
        ClusterEvent::InstanceLeaves { .. } | ClusterEvent::EngineRestarts { .. }
    )
}

/// Whether `cause` can bring `event` about.
pub(super) fn makes_sense(event: &ClusterEvent, cause: &Event) -> bool {
    match event {
        ClusterEvent::InstanceRemoved { reader, .. } => {
            matches!(cause, Event::Cluster(ClusterEvent::InstanceLeaves { reader: who }) if who == reader)
        }
        ClusterEvent::InstanceLeaves { .. } => {
            matches!(cause, Event::Cluster(ClusterEvent::ScaledIn { .. }))
        }
        ClusterEvent::NobodyThere { .. } => true,
        ClusterEvent::PeerSilent { .. } => matches!(cause, Event::ZoneCut { .. }),
        // What set the second hand going, or from when on somebody wanted it.
        ClusterEvent::ScaledOut { .. }
        | ClusterEvent::ScaledIn { .. }
        | ClusterEvent::ScalingWaits { .. }
        | ClusterEvent::CacheManagementOn { .. }
        | ClusterEvent::CacheManagementOff { .. }
        | ClusterEvent::CacheScanned { .. } => matches!(
            cause,
            Event::RunBegan { .. } | Event::LoadStarted | Event::Cluster(_)
        ),
        ClusterEvent::ClusterStarted { by_itself: true } => {
            matches!(cause, Event::Cluster(ClusterEvent::ClusterStopped))
        }
        ClusterEvent::WriterEnded { .. } => matches!(
            cause,
            Event::Cluster(ClusterEvent::ClusterStopped | ClusterEvent::EngineRestarts { .. })
        ),
        // The last of the readers is patched, or there is none.
        ClusterEvent::EngineRestarts { .. } => matches!(
            cause,
            Event::Cluster(
                ClusterEvent::InstancePatched { .. }
                    | ClusterEvent::PatchingBegan { .. }
                    | ClusterEvent::InstanceLeaves { .. }
            )
        ),
        ClusterEvent::InstancePatched { reader } => match cause {
            Event::ReaderRestarted { reader: back } => back == reader,
            Event::Database(Happening::VolumeOpened { .. }) => true,
            _ => false,
        },
        _ => false,
    }
}

/// The instances that are being deleted, or were.
#[derive(Clone, Debug, Default)]
pub(super) struct Instances {
    leaving: LiteMap<ReaderId, ()>,
    /// Readers that auto scaling has made.
    own: LiteMap<ReaderId, ()>,
    /// How many it is just adding, and removing.
    adding: u8,
    removing: u8,
}

impl Instances {
    pub fn see(&mut self, event: &Event, findings: &mut Findings) {
        self.see_scaling(event, findings);
        let leaves = match *event {
            Event::Cluster(ClusterEvent::InstanceLeaves { reader }) => {
                self.leaving.insert(reader, ()).map(|()| reader)
            }
            Event::Connected { reader, .. }
            | Event::PromotionBegan { reader }
            | Event::ReaderRestarted { reader } => self.leaving.get(&reader).map(|()| reader),
            _ => None,
        };
        if let Some(reader) = leaves {
            let text = format!("{reader:?} is being deleted, or was: {event:?}");
            findings.add("RP-11", text);
        }
    }

    /// what auto scaling removes it has made. It does both at once, so what follows its decision is its doing.
    fn see_scaling(&mut self, event: &Event, findings: &mut Findings) {
        match *event {
            Event::Cluster(ClusterEvent::ScaledOut { from, to, .. }) => {
                self.adding = to.saturating_sub(from);
            }
            Event::ReaderAdded { reader, .. } if self.adding > 0 => {
                self.adding -= 1;
                self.own.insert(reader, ());
            }
            Event::Cluster(ClusterEvent::ScaledIn { from, to, .. }) => {
                self.removing = from.saturating_sub(to);
            }
            Event::Cluster(ClusterEvent::InstanceLeaves { reader }) => {
                let own = self.own.remove(&reader).is_some();
                if self.removing > 0 && !own {
                    let text = format!("auto scaling removes {reader:?}, which it has not made");
                    findings.add("A-6", text);
                }
                self.removing = self.removing.saturating_sub(1);
            }
            _ => {}
        }
    }
}
