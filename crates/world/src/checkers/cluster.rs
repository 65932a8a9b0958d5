//! A cluster as a whole: what may happen to it, and because of what.
//!
//! Who is deleted takes no connections and comes back never again (RP-11); a name leads to members only (I-11, I-13).

use base::ReaderId;
use litemap::LiteMap;

use super::Findings;
use crate::{ClusterEvent, Event};

/// Whether an event begins a story: a command brought it about, and nothing else is its cause.
pub(super) fn begins_a_story(event: &ClusterEvent) -> bool {
    matches!(
        event,
        ClusterEvent::InstanceModified { .. }
            | ClusterEvent::EndpointCreated { .. }
            | ClusterEvent::EndpointEdited { .. }
            | ClusterEvent::EndpointDeleted { .. }
            | ClusterEvent::ClientsToldName { .. }
    )
}

/// Whether an event is of a command, where it has no other cause.
pub(super) fn may_begin_one(event: &ClusterEvent) -> bool {
    matches!(event, ClusterEvent::InstanceLeaves { .. })
}

/// Whether `cause` can bring `event` about.
pub(super) fn makes_sense(event: &ClusterEvent, cause: &Event) -> bool {
    match event {
        ClusterEvent::InstanceRemoved { reader, .. } => {
            matches!(cause, Event::Cluster(ClusterEvent::InstanceLeaves { reader: who }) if who == reader)
        }
        ClusterEvent::NobodyThere { .. } => true,
        _ => false,
    }
}

/// The instances that are being deleted, or were.
#[derive(Clone, Debug, Default)]
pub(super) struct Instances {
    leaving: LiteMap<ReaderId, ()>,
}

impl Instances {
    pub fn see(&mut self, event: &Event, findings: &mut Findings) {
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
}
