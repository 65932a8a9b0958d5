//! Which event can bring about which.

use super::happening::happens_because;
use super::places::{is_of_cluster, is_promoted};
use super::saying::is_said_because;
use crate::checkers::cluster;
use crate::checkers::holdings::Holdings;
use crate::{Address, Event, Happening, Message, ReplaceWhy};

/// Whether `cause` can bring `event` about. `message` is what was sent, if the cause is its sending, arrival or loss.
pub(super) fn makes_sense(
    event: &Event,
    cause: &Event,
    message: Option<Message>,
    holdings: &Holdings,
) -> bool {
    // The message that arrived at a machine, if that is the cause.
    let arrived = |at: Address| match cause {
        Event::Delivered { to, .. } if *to == at => message,
        _ => None,
    };
    match *event {
        Event::Delivered { from, to } | Event::Lost { from, to, .. } => {
            matches!(*cause, Event::Sent { from: f, to: t, .. } if (f, t) == (from, to))
        }
        Event::Sent {
            from,
            to,
            message: said,
        } => {
            let repeated = matches!(*cause, Event::Lost { from: f, to: t, .. } if (f, t) == (from, to))
                && message == Some(said)
                && matches!(said, Message::Answer(_));
            // A client asks again what was lost, or was being worked on by an instance that is gone, or whose answer
            // nobody repeats.
            let asked_again = matches!(said, Message::Ask(_))
                && match *cause {
                    Event::Lost { .. } => match (message, said) {
                        (Some(Message::Ask(lost) | Message::Answer(lost)), Message::Ask(again)) => {
                            lost == again
                        }
                        _ => false,
                    },
                    Event::Connected { .. }
                    | Event::ConnectionBroke { .. }
                    | Event::WriterCrashed { .. }
                    | Event::WriterStarted { .. }
                    | Event::WriterDemoted { .. }
                    | Event::ReaderStopped { .. }
                    | Event::PromotionBegan { .. }
                    | Event::Cluster(_)
                    | Event::Database(Happening::WriterFenced { .. }) => true,
                    _ => false,
                };
            let repeated = repeated || asked_again;
            repeated || is_said_because(from, to, said, cause, arrived(from), holdings)
        }
        Event::Database(what) => happens_because(what, cause, &arrived, holdings),
        Event::AbilityChanged { group, .. } => match *cause {
            Event::CopyStopped { segment } | Event::CopyRestarted { segment } => {
                segment.group() == group
            }
            Event::Database(Happening::MembersProposed { group: of, .. }) => of == group,
            _ => matches!(
                cause,
                Event::Database(Happening::GroupAdded { .. })
                    | Event::CopyCut { .. }
                    | Event::CopyHealed { .. }
                    | Event::ZoneCut { .. }
                    | Event::ZoneHealed { .. }
                    | Event::WriterStarted { .. }
            ),
        },
        Event::HotFound { segment, .. } => {
            matches!(*cause, Event::Database(Happening::Persisted { segment: of, .. }) if of == segment)
        }
        Event::ReplacementBegan { segment, why } => {
            why == ReplaceWhy::Hot
                && matches!(*cause, Event::HotFound { segment: hot, .. } if hot == segment)
        }
        Event::WriterStarted { .. } | Event::PromotionBegan { .. } => {
            is_promoted(cause)
                || matches!(cause, Event::PromotionBegan { .. } | Event::Cluster(_))
                    && matches!(event, Event::WriterStarted { .. })
        }
        // Where all readers restart with the writer.
        Event::ReaderStopped { .. } => {
            is_promoted(cause) || matches!(cause, Event::PromotionBegan { .. } | Event::Cluster(_))
        }
        Event::Cluster(what) => cluster::makes_sense(&what, cause),
        Event::ReaderAdded { .. } => matches!(cause, Event::Cluster(_)),
        Event::Connected { .. } => matches!(message, Some(Message::Ask(_))),
        Event::ConnectionBroke { .. } => {
            is_of_cluster(cause) || matches!(message, Some(Message::Ask(_) | Message::Answer(_)))
        }
        Event::WriterDemoted { .. } | Event::ReaderRestarted { .. } => is_of_cluster(cause),
        Event::EndpointMoved { reader } => {
            matches!(
                cause,
                Event::Database(Happening::VolumeOpened { .. }) | Event::ZoneHealed { .. }
            ) || matches!(*cause, Event::EndpointMoved { reader: to } if to == reader)
        }
        _ => false,
    }
}
